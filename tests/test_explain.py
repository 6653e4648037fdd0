"""Every number has a fate that is told: a claim by its rules, or refused, and why not with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import handmade
import pytest

from claimcheck import Analysis, Article, analyse, load_rules, read
from claimcheck.errors import UsageError
from claimcheck.explain import Step, explain, explain_claim, explain_line, explain_pair, place_of
from claimcheck.explain.steps import claim_named
from claimcheck.quotes import line_starts
from claimcheck.report.derivation import render_steps

SEEDS = Path(__file__).parent.parent / "seeds"
MADE = handmade.analysis()
RULES = load_rules()


def told(step: Step) -> Iterable[str]:
    yield step.text
    for inner in step.steps:
        yield from told(inner)


@pytest.fixture(scope="module")
def seeds() -> Analysis:
    return analyse(read(SEEDS))


def test_a_claim_is_derived_from_its_sentence_to_its_figure() -> None:
    text = render_steps(explain_claim(MADE, claim_named(MADE, "bbbbbbbb"), RULES))
    for expected in (
        "claim [bbbbbbbb] “more than 4,000”",
        "  in the sentence “Sudland's army told Coast News Agency that more than 4,000 Norland soldiers were killed.”",
        "  number: 4,000, more than  [made-2]",
        "    to the letter more than 4,000",
        "    read as 4,000 to 4,500",
        "    measure: killed (no words of its own)  [made-1]",
        "  said by: Sudland government (says)  [made-3]",
        "    speaker as written: “Sudland's army”",
        "    cue: “told”",
        "    conduit: Coast News Agency",
        "  figure: Norland soldiers killed, coast war [f-killed]",
        "      2,906 and more than 4,000 do not meet",
        "      may differ because: the texts give no date for either count",
        "  with the other claims",
    ):
        assert expected in text.splitlines()


def test_a_name_spelled_otherwise_is_told() -> None:
    made = analyse([Article.from_text("Human Right Watch said 40 soldiers were killed.")], RULES)
    (claim,) = made.claims
    steps = list(told(explain_claim(made, claim, RULES)))
    assert "'Human Right Watch' is taken for 'Human Rights Watch' (97 of 100 alike)" in steps


def test_a_plan_is_told_beside_the_outlets_own_voice() -> None:
    made = analyse([Article.from_text("The Relief Union plans to move 40 soldiers to Varna.")], RULES)
    (claim,) = made.claims
    steps = list(told(explain_claim(made, claim, RULES)))
    assert "said by: nobody is named, the outlet speaks in its own voice" in steps
    assert "planned by: Relief Union, who states nothing by it: no source" in steps


def test_the_outlet_in_its_own_voice() -> None:
    steps = list(told(explain_claim(MADE, claim_named(MADE, "cccccccc"), RULES)))
    assert "said by: nobody is named, the outlet speaks in its own voice" in steps
    assert "no other claim is about it" in steps


def test_a_carried_attribution_says_so() -> None:
    steps = list(told(explain_claim(MADE, claim_named(MADE, "ffffffff"), RULES)))
    assert "carried over: the cue stands in another sentence" in steps
    assert any("(the same origin): agree: the same number" in step for step in steps)


def test_a_sum_is_told_with_its_total_and_parts() -> None:
    steps = list(told(explain_claim(MADE, claim_named(MADE, "gggggggg"), RULES)))
    assert "sum: does not add up" in steps
    assert "total “more than 9,500” soldiers of both sides, desk/a-morning.txt:5 [dddddddd]" in steps


def test_every_other_claim_is_accounted_for() -> None:
    claim = claim_named(MADE, "aaaaaaaa")
    steps = list(told(explain_claim(MADE, claim, RULES)))
    apart = sum(int(found[1]) for step in steps if (found := re.match(r"not with (\d+) claim", step)))
    together = sum(step.startswith("with “") for step in steps)
    assert apart + together == len(MADE.claims) - 1


def test_a_refused_number_tells_the_rule() -> None:
    steps = explain_line(MADE, "desk/a-morning.txt", 6, RULES).steps
    assert [(step.text, step.rule) for step in steps] == [("refused “12 May”: a date", "made-5")]


def test_a_line_without_a_number() -> None:
    assert [step.text for step in explain_line(MADE, "a-morning.txt", 1, RULES).steps] == [
        "no number stands on this line"
    ]


def test_numbers_of_a_line_come_from_left_to_right() -> None:
    steps = explain_line(MADE, "desk/a-morning.txt", 5, RULES).steps
    assert [step.text for step in steps] == ["claim [cccccccc] “six weeks”", "claim [dddddddd] “more than 9,500”"]


def test_a_pair_is_compared_slot_by_slot() -> None:
    left, right = (claim_named(MADE, id_) for id_ in ("aaaaaaaa", "bbbbbbbb"))
    step = explain_pair(MADE, left, right, RULES)
    assert [inner.text for inner in step.steps] == [
        "the same figure",
        "relation: contradict: cannot both be true as worded",
    ]
    assert any(inner.text.startswith("measure: same (killed | killed), weight +") for inner in step.steps[0].steps)


def test_a_pair_that_is_kept_apart_says_by_what() -> None:
    left, right = (claim_named(MADE, id_) for id_ in ("aaaaaaaa", "ffffffff"))
    step = explain_pair(MADE, left, right, RULES)
    assert step.steps[0].text == "not the same figure: different things happened (killed, injured, found …)"
    assert "measure: different (killed | missing)" in " ".join(told(step))


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("a.txt:3", (Path("a.txt"), 3)),
        ("a.txt:3:9", (Path("a.txt"), 3)),
        ("c:/x y.txt:12", (Path("c:/x y.txt"), 12)),
        ("abcdefgh", None),
        (":3", None),
        ("abc:", None),
    ],
)
def test_places(what: str, expected: tuple[Path, int] | None) -> None:
    assert place_of(what) == expected


@pytest.mark.parametrize("what", [["zzzz"], ["aaaaaaaa", "zzzz"], ["a", "b", "c"], ["x.txt:1"], ["a-morning.txt:7000"]])
def test_what_is_not_there(what: list[str]) -> None:
    with pytest.raises(UsageError):
        explain(MADE, what, RULES)


def test_an_id_may_be_shortened() -> None:
    assert claim_named(MADE, "bbb").id == "bbbbbbbb"


def test_steps_fold_at_a_width_and_lose_nothing() -> None:
    step = explain_claim(MADE, claim_named(MADE, "bbbbbbbb"), RULES)
    folded = render_steps(step, width=60)
    assert max(map(len, folded.splitlines())) <= 60
    assert "".join(folded.split()) == "".join(render_steps(step).split())


def test_every_digit_of_the_seeds_has_exactly_one_fate(seeds: Analysis) -> None:
    for reading in seeds.readings:
        text = reading.article.text
        starts = line_starts(text)
        for number, start in enumerate(starts, 1):
            line = text[start : starts[number] if number < len(starts) else len(text)]
            fates = explain_line(seeds, reading.article.path, number, RULES).steps
            shown = " ".join("".join(re.findall(r"“[^”]*”", fate.text)) for fate in fates)
            assert re.sub(r"\D", "", shown) == re.sub(r"\D", "", line), f"{reading.article.name}:{number}"


def test_every_rule_that_made_a_claim_is_told(seeds: Analysis) -> None:
    for claim in seeds.claims[::7]:
        cited = " ".join(rule for rule in _rules(explain_claim(seeds, claim, RULES)))
        assert all(rule in cited for rule in claim.quantity.rules)


def _rules(step: Step) -> Iterable[str]:
    if step.rule:
        yield step.rule
    for inner in step.steps:
        yield from _rules(inner)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    folder = tmp_path_factory.mktemp("mixed")
    rows = ('{"text": "Hello.\\n\\nPolice said 40 people died."}', "", '{"text": "Police said 41 people died."}')
    (folder / "s.jsonl").write_text("\n".join(rows))
    (folder / "e.txt").write_text("Police said \x1b[0m40 people were killed and 12 \x1b[2Jinjured.\x1b]0;99 dead\x07\n")
    return analyse(read(folder))


def test_a_row_of_json_is_asked_for_by_its_line(mixed: Analysis) -> None:
    assert "“41”" in explain_line(mixed, Path("s.jsonl"), 3, RULES).steps[0].text
    with pytest.raises(UsageError, match="no article stands on this line; there are some on 1 and 3"):
        explain_line(mixed, Path("s.jsonl"), 2, RULES)


def test_what_a_terminal_obeys_is_not_read(mixed: Analysis) -> None:
    article = mixed.readings[0].article
    found = {article.text[c.quantity.start : c.quantity.end]: c.description for c in mixed.readings[0].claims}
    assert {number: d.measure.value for number, d in found.items() if d.measure} == {"40": "killed", "12": "injured"}
    steps = explain_line(mixed, Path("e.txt"), 1, RULES).steps
    unread = [step.text for step in steps if step.text.startswith("not read")]
    assert unread == [f"not read “{n}”: part of a control sequence for terminals" for n in ("0", "2", "0", "99")]


@pytest.mark.parametrize("what", ["a.txt:abc", "a.txt", "folder/a"])
def test_a_file_without_a_line_is_asked_back(what: str) -> None:
    with pytest.raises(UsageError, match="which line"):
        place_of(what)
