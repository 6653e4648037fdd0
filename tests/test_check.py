"""What is new: findings, their fingerprints, the baseline, exit codes."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path

import pytest
from check_kit import Said, Text, analysis

from claimcheck import findings
from claimcheck.check import baseline, check
from claimcheck.check.outcome import Outcome, renewed
from claimcheck.errors import UsageError

POLICE = Said("14", 14, who="Police")
MAYOR = Said("19", 19, who="The mayor")
OWN = Said("at least 30", 30, qualifier="at_least")


def ids(outcome: Outcome) -> list[tuple[str, str]]:
    return [(item.state, item.finding.sides[0].says + "|" + item.finding.sides[-1].says) for item in outcome.items]


def entries(*texts: Text) -> tuple[baseline.Entry, ...]:
    return renewed(check(analysis(*texts)), (), prune=True)


PLAIN = (Text("a.txt", (POLICE,)), Text("b.txt", (MAYOR,)))


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param((Text("z.txt", (POLICE,)), Text("y.txt", (MAYOR,))), id="renamed, in another order"),
        pytest.param((Text("a.txt", (POLICE,), path="x/y/a.txt"), PLAIN[1]), id="moved"),
        pytest.param((Text("a.txt", (POLICE,), break_="\n"), PLAIN[1]), id="re-wrapped"),
        pytest.param((Text("a.txt", (POLICE,), lead="One more line.\n" * 100), PLAIN[1]), id="a hundred lines before"),
        pytest.param((Text("a.txt", (POLICE,), quotes="«»"), PLAIN[1]), id="other quotes"),
        pytest.param((Text("a.txt", (POLICE._replace(rule="Z99"),)), PLAIN[1]), id="another rule reads it"),
        pytest.param((Text("a.txt", (POLICE._replace(number="fourteen"),)), PLAIN[1]), id="worded otherwise"),
        pytest.param((Text("a.txt", (POLICE,), outlet="The Paper"), PLAIN[1]), id="an outlet becomes known"),
        pytest.param((Text("a.txt", (POLICE,), date="2031-05-06"), PLAIN[1]), id="a date becomes known"),
        pytest.param((*PLAIN, Text("c.txt", (MAYOR._replace(event="quake"),))), id="another article"),
        pytest.param((*PLAIN, Text("c.txt", (MAYOR,)), Text("d.txt", (POLICE,))), id="reprints"),
    ],
)
def test_a_finding_keeps_its_identity(changed: tuple[Text, ...]) -> None:
    outcome = check(analysis(*changed), entries(*PLAIN))

    assert ids(outcome) == [("known", "14|19")]
    assert outcome.gone == ()
    assert outcome.exit_code() == 0


@pytest.mark.parametrize(
    "other",
    [
        MAYOR._replace(event="quake"),
        MAYOR._replace(measure="injured"),
        MAYOR._replace(noun="soldier"),
        MAYOR._replace(party="Ruritania"),
        MAYOR._replace(who="The army"),
    ],
)
def test_another_meaning_is_another_finding(other: Said) -> None:
    said = [POLICE._replace(**{f: getattr(other, f) for f in ("event", "measure", "noun", "party")}), other]

    outcome = check(analysis(Text("a.txt", tuple(said))), entries(*PLAIN))

    assert ids(outcome) == [("new", "14|19")]
    assert [gone.state for gone in outcome.gone] == ["stale"]
    assert outcome.exit_code() == 1


def test_the_same_claimants_with_other_numbers_are_updated() -> None:
    outcome = check(analysis(PLAIN[0], Text("b.txt", (MAYOR._replace(number="21", value=21),))), entries(*PLAIN))

    assert ids(outcome) == [("updated", "14|21")]
    assert outcome.items[0].note == "was 14 against 19 (contradict)"
    assert outcome.exit_code() == 1


def test_what_agrees_now_is_resolved_and_what_is_gone_is_stale() -> None:
    agreed = check(analysis(PLAIN[0], Text("b.txt", (MAYOR._replace(number="14", value=14),))), entries(*PLAIN))
    removed = check(analysis(PLAIN[0]), entries(*PLAIN))

    assert [gone.state for gone in agreed.gone] == ["resolved"]
    assert [gone.state for gone in removed.gone] == ["stale"]
    assert agreed.exit_code() == removed.exit_code() == 0


def test_a_third_number_of_the_same_claimants_is_new_and_not_an_update() -> None:
    third = Text("c.txt", (MAYOR._replace(number="21", value=21),))

    outcome = check(analysis(*PLAIN, third), entries(*PLAIN))

    assert sorted(ids(outcome)) == [("known", "14|19"), ("new", "14|21"), ("new", "19|21")]


def test_the_last_line_tells_of_how_many_figures_new_findings_are() -> None:
    said = tuple(Said(str(number), number, who) for number, who in ((14, "Police"), (19, "Mayor"), (31, "Army")))
    three = analysis(Text("a.txt", said))
    hurt = tuple(Said(str(each.value), each.value, each.who, measure="injured") for each in said[:2])
    assert check(three).summary == "3 new of 1 figure; 1 article, 3 claims"
    assert check(analysis(Text("a.txt", (*said, *hurt)))).summary == "4 new of 2 figures; 1 article, 5 claims"
    assert check(analysis(Text("a.txt", (*said[:2], *hurt)))).summary == "2 new; 1 article, 4 claims"
    assert {item.state for item in check(three, map(baseline.entry, findings.findings(three))).items} == {"known"}


def test_sums_that_do_not_add_up_are_findings() -> None:
    total, part = Said("40", 40, noun="person"), Said("14", 14, noun="soldier")
    made = analysis(Text("a.txt", (total, part)), sums=(("a.txt:0", ("a.txt:1",)),))

    (item,) = check(made).items

    assert (item.finding.kind, item.finding.verdict, item.finding.numbers) == ("sum", "contradict", "40 against 14")


@pytest.mark.parametrize(
    ("fail_on", "expected"),
    [
        (("any",), 3),
        (("contradict",), 1),
        (("diverge",), 2),
        (("sum",), 1),
        (("contradict", "sum"), 2),
    ],
)
def test_fail_on_chooses_what_counts(fail_on: tuple[str, ...], expected: int) -> None:
    said = (POLICE, MAYOR, OWN._replace(event="quake"), Said("40", 40, event="quake"))
    outcome = check(analysis(Text("a.txt", said), sums=(("a.txt:0", ("a.txt:1",)),)), fail_on=fail_on)

    assert outcome.exit_code(max_new=expected - 1) == 1
    assert outcome.exit_code(max_new=expected) == 0


def test_nothing_to_compare_is_never_green() -> None:
    assert check(analysis()).exit_code() == 3
    assert check(analysis(Text("a.txt", ()))).exit_code() == 3


def test_only_what_touches_changed_articles_is_told() -> None:
    other = Text("c.txt", (POLICE._replace(event="quake"), MAYOR._replace(event="quake")))
    made = analysis(*PLAIN, other)

    told = check(made, touched={"news/b.txt"})

    assert ids(told) == [("new", "14|19")]
    assert told.items[0].finding.sides[0].of == "person killed, flood-2031"
    assert check(made, touched=set()).exit_code() == 0


def test_the_order_of_articles_and_relations_changes_nothing() -> None:
    texts = [Text(name, (said,)) for name, said in zip("abc", (POLICE, MAYOR, OWN), strict=True)]

    outcomes = {check(analysis(*order)) for order in itertools.permutations(texts)}

    assert len(outcomes) == 1


# ── the baseline ──────────────────────────────────────────────────────────────────────────────


def test_the_baseline_is_sorted_has_a_line_a_finding_and_tells_no_place_or_time() -> None:
    text = baseline.dump(entries(*PLAIN, Text("c.txt", (OWN,), date="2031-05-06")))

    first, *lines, end, last = text.splitlines()
    assert (first, end, last) == ("[", '{"end": "of the claimcheck baseline"}', "]")
    assert [json.loads(line.removesuffix(","))["kind"] for line in lines] == ["contradict"] * 3
    assert "a.txt" not in text
    assert "2031-05" not in text
    assert json.loads(text)


def test_a_baseline_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "baseline.json"
    known = entries(*PLAIN, Text("c.txt", (OWN,)))

    baseline.save(path, known)

    assert set(baseline.load(path)) == set(known)
    assert path.read_text() == baseline.dump(reversed(known))


def test_renewing_keeps_what_is_gone_only_when_told() -> None:
    known = entries(*PLAIN)
    agreed = check(analysis(PLAIN[0]), known)

    assert renewed(agreed, known, prune=True) == ()
    assert renewed(agreed, known, prune=False) == known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "not a baseline"),
        ("[1]", "not a baseline"),
        ('[{"finding": "x"}]', "not a baseline"),
        ('[{"finding": "what", "kind": "sum", "sides": []}]', "not the fingerprint"),
        ('[{"finding": "9-a-b", "kind": "sum", "sides": []}]', "newer claimcheck"),
        ("[\n<<<<<<< HEAD\n", ":2: an unfinished merge"),
    ],
)
def test_a_broken_baseline_is_told(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)

    with pytest.raises(UsageError, match=expected):
        baseline.load(path)


def test_a_missing_baseline_tells_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--update-baseline"):
        baseline.load(tmp_path / "none.json")


def test_a_new_scheme_still_knows_what_the_old_one_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    old = entries(*PLAIN)
    monkeypatch.setitem(findings.SCHEMES, 2, lambda finding: (finding.kind, finding.numbers))

    outcome = check(analysis(*PLAIN), old)

    assert ids(outcome) == [("known", "14|19")]
    assert [entry.finding for entry in renewed(outcome, old, prune=True)] == ["2-contradict-14 against 19"]


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("union", [False, True])
def test_git_merges_what_two_branches_add(tmp_path: Path, union: bool) -> None:
    many = [Text(f"{n}.txt", (POLICE._replace(event=f"e{n}"), MAYOR._replace(event=f"e{n}"))) for n in range(9)]
    # Without the attribute git merges lines that lie apart; with it also those that come to lie side by side.
    ours, theirs = (many[3], many[4]) if union else (many[1], many[7])
    common = [text for text in many if text not in (ours, theirs)]
    path = tmp_path / "baseline.json"
    git(tmp_path, "init", "-q", "-b", "main")
    if union:
        (tmp_path / ".gitattributes").write_text("baseline.json merge=union\n")
    for texts, switch in ((common, ["branch", "theirs"]), ([*common, ours], ["checkout", "-q", "theirs"])):
        _commit(tmp_path, texts)
        git(tmp_path, *switch)
    _commit(tmp_path, [*common, theirs])
    git(tmp_path, "checkout", "-q", "main")

    git(tmp_path, "merge", "-q", "--no-edit", "theirs")

    assert set(baseline.load(path)) == set(entries(*many))
    assert check(analysis(*many), baseline.load(path)).exit_code() == 0


def _commit(folder: Path, texts: list[Text]) -> None:
    baseline.save(folder / "baseline.json", entries(*texts))
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Accept what is found")
