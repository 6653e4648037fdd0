"""What people decide: the file, what it changes, when it is open again; and the walk that writes it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from check_kit import Said, Text, analysis

from claimcheck import findings
from claimcheck.check import check, decisions
from claimcheck.check.decisions import Decision, Verdict
from claimcheck.check.review import VERDICTS, Review
from claimcheck.errors import UsageError

POLICE = Said("14", 14, who="Police")
MAYOR = Said("19", 19, who="The mayor")
PLAIN = analysis(Text("a.txt", (POLICE,)), Text("b.txt", (MAYOR,)))
OTHER = analysis(Text("a.txt", (POLICE,)), Text("b.txt", (MAYOR._replace(number="21", value=21),)))
DAY = datetime.date(2031, 5, 6)


def decision(verdict: Verdict = "accept", *, until: datetime.date | None = None) -> Decision:
    (finding,) = findings.findings(PLAIN)
    return Decision(
        finding=finding.id,
        verdict=verdict,
        reason="Police count bodies, the mayor those missing.",
        author="R. Eader",
        date=DAY,
        until=until,
        numbers=finding.numbers,
        where="d.toml:3",
    )


def test_a_decided_finding_is_silent_and_shown_with_its_reason() -> None:
    outcome = check(PLAIN, decisions=[decision()])

    (item,) = outcome.items
    assert item.state == "decided"
    assert item.note == "accept: Police count bodies, the mayor those missing. (R. Eader, 2031-05-06)"
    assert outcome.exit_code() == 0


def test_other_numbers_reopen_a_decision_loudly() -> None:
    outcome = check(OTHER, decisions=[decision()])

    (item,) = outcome.items
    assert (item.state, item.note) == ("reopened", "decided 14 against 19 (accept); now 14 against 21")
    assert outcome.exit_code() == 1
    assert outcome.unmatched == ()


def test_a_further_finding_on_the_figure_is_not_a_reopened_one() -> None:
    both = analysis(
        Text("a.txt", (POLICE,)),
        Text("b.txt", (MAYOR,)),
        Text("c.txt", (MAYOR._replace(number="21", value=21, who="The army"),)),
    )

    states = {item.finding.numbers: item.state for item in check(both, decisions=[decision()]).items}

    assert states == {"14 against 19": "decided", "14 against 21": "new", "21 against 19": "new"}


@pytest.mark.parametrize(
    ("today", "state"), [(datetime.date(2031, 12, 31), "decided"), (datetime.date(2032, 1, 1), "reopened")]
)
def test_a_decision_holds_until_its_last_day(today: datetime.date, state: str) -> None:
    until = decision(until=datetime.date(2031, 12, 31))

    (item,) = check(PLAIN, decisions=[until], today=today).items

    assert item.state == state
    assert "2031-12-31" in item.note


def test_no_day_is_guessed() -> None:
    with pytest.raises(UsageError, match=r"d\.toml:3.*--today"):
        check(PLAIN, decisions=[decision(until=DAY)])


def test_a_decision_that_matches_nothing_is_listed() -> None:
    gone = analysis(Text("a.txt", (POLICE,)))

    assert check(gone, decisions=[decision()]).unmatched == (f"d.toml:3: matches nothing: {decision().finding}",)


def test_the_last_decision_on_a_finding_counts() -> None:
    later = decision("update")

    outcome = check(PLAIN, decisions=[decision(), later])

    assert outcome.items[0].note.startswith("update")
    assert outcome.unmatched == ("d.toml:3: replaced by the decision in d.toml:3",)


@pytest.mark.parametrize(
    ("verdict", "kinds"),
    [
        ("accept", ["contradict"]),
        ("update", ["update"]),
        ("not the same figure", []),
        ("wrong extraction", []),
        ("wrong source", []),
    ],
)
def test_a_decision_changes_the_analysis_that_is_reported(verdict: Verdict, kinds: list[str]) -> None:
    changed = decisions.apply(PLAIN, [decision(verdict)], None)

    assert [relation.kind for relation in changed.relations] == kinds
    (decided,) = changed.decided
    assert (decided.verdict, decided.reopened, len(decided.cases)) == (verdict, None, 1)


def test_a_reopened_decision_changes_nothing_but_is_told() -> None:
    changed = decisions.apply(OTHER, [decision("update")], None)

    assert [relation.kind for relation in changed.relations] == ["contradict"]
    assert changed.decided[0].reopened == "decided 14 against 19 (update); now 14 against 21"


# ── the file ──────────────────────────────────────────────────────────────────────────────────


def test_a_decision_reads_back_and_leaves_what_stands_above_it(tmp_path: Path) -> None:
    path = tmp_path / decisions.NAME
    path.write_text("# ours\n")
    odd = Decision(
        finding=decision().finding,
        verdict="wrong source",
        reason='He said: "\\no" \x7f\täöü',
        author="Ə",
        date=DAY,
        until=datetime.date(2031, 12, 31),
    )

    for given in (decision(), odd):
        decisions.append(path, given)

    first, second = decisions.load([path])
    assert path.read_text().startswith("# ours\n\n[[decision]]\n")
    assert (first.where, second.where) == (f"{path}:3", f"{path}:11")
    assert second.reason == odd.reason
    assert (second.author, second.until) == (odd.author, odd.until)


def test_every_mistake_in_the_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / decisions.NAME
    path.write_text(
        '[[decision]]\nfinding = "1-a-b"\nverdict = "maybe"\nreason = ""\nauthor = ""\ndate = 2031-05-06\n'
        '[[decision]]\nfinding = "what"\nverdict = "accept"\nreason = ""\nauthor = ""\ndate = 2031-05-06\n'
        '[[decision]]\nwho = "me"\n'
        "[rule]\n"
    )

    with pytest.raises(UsageError) as caught:
        decisions.load([path])

    lines = str(caught.value).splitlines()
    assert len(lines) == 4
    assert [f"{path}:{line}: " in "\n".join(lines) for line in (1, 7, 13)] == [True] * 3


def test_decisions_are_found_beside_the_articles(tmp_path: Path) -> None:
    (tmp_path / decisions.NAME).write_text("")
    (tmp_path / "a.txt").write_text("")

    assert decisions.beside([str(tmp_path), str(tmp_path / "a.txt")]) == (tmp_path / decisions.NAME,)
    assert decisions.beside([str(tmp_path.parent)]) == ()


# ── the walk ──────────────────────────────────────────────────────────────────────────────────


def walk(path: Path, keys: str) -> Review:
    many = [Text(f"{n}.txt", (POLICE._replace(event=f"e{n}"), MAYOR._replace(event=f"e{n}"))) for n in range(5)]
    known = decisions.load([path]) if path.exists() else ()
    review = Review(check(analysis(*many), decisions=known).open, path, "R. Eader", DAY)
    for key in keys:
        review.press(key)
    return review


def test_one_key_is_one_verdict(tmp_path: Path) -> None:
    path = tmp_path / decisions.NAME

    review = walk(path, "".join(VERDICTS))

    assert review.current is None
    assert [given.verdict for given in decisions.load([path])] == list(VERDICTS.values())


def test_a_walk_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / decisions.NAME
    walk(path, "a n")

    review = walk(path, "")

    assert review.question().startswith("1/3  NEW  persons killed, e1")


def test_undo_takes_back_the_file_and_the_place(tmp_path: Path) -> None:
    path = tmp_path / decisions.NAME
    path.write_text("# ours\n")
    review = walk(path, "a")
    once = path.read_text()

    review.press("n")
    told = [review.press("z"), path.read_text() == once, review.press("z"), path.read_text(), review.press("z")]

    assert told == ["undone", True, "undone", "# ours\n", "nothing to undo"]
    assert review.question().startswith("1/5")


def test_undo_never_overwrites_what_somebody_else_wrote(tmp_path: Path) -> None:
    path = tmp_path / decisions.NAME
    review = walk(path, "a")
    path.write_text(path.read_text() + "# mine\n")

    with pytest.raises(UsageError, match="by hand"):
        review.press("z")


def test_a_reason_and_a_last_day_are_for_one_finding(tmp_path: Path) -> None:
    path = tmp_path / decisions.NAME
    review = walk(path, "")
    review.reason, review.until = "other\nwards", datetime.date(2031, 12, 31)

    review.press("a")
    review.press("a")

    given = [(one.reason, one.until) for one in decisions.load([path])]
    assert given == [("other wards", datetime.date(2031, 12, 31)), ("no reason given", None)]
