"""The examples inside the packs, each run with all rules loaded; and what is told of one that is not kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.examples import RUNS, broken
from claimcheck.pipeline import load_rules
from claimcheck.rules import Rules, load
from claimcheck.rules.base import Rule

RULES = load_rules()
SHOWING = [rule for pack in RUNS for rule in RULES.pack(pack, Rule) if rule.yes or rule.no or rule.todo]


@pytest.mark.parametrize("rule", SHOWING, ids=lambda rule: rule.id)
def test_a_rule_keeps_its_examples(rule: Rule) -> None:
    assert list(broken(RULES, {rule.id})) == []


def own(folder: Path, pack: str, rows: str) -> Rules:
    (folder / f"{pack}.toml").write_text(rows, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("pack", "row", "expected"),
    [
        (
            "junk",
            'starts = ["forty winks"]\nyes = ["Forty winks a day", "Sleep well"]\nno = ["Forty winks"]',
            [
                ":5: rule OWN1: yes: 'Sleep well' is not read by this rule, but by none",
                ":6: rule OWN1: no: 'Forty winks' is read by this rule",
            ],
        ),
        (
            "qualifiers",
            'before = ["a whopping"]\nqualifier = "about"\n'
            'yes = [["a whopping 40 people", "40"]]\ntodo = ["a whopping 40 people"]',
            [
                ":6: rule OWN1: yes: 'a whopping 40 people' is read as 'about 40'; expected '40'",
                ":7: rule OWN1: todo: 'a whopping 40 people' works now; it belongs under yes",
            ],
        ),
        (
            "sources",
            'kind = "agency"\naliases = "Port Authority"\n'
            'yes = [["The Port Authority said 40 people died.", "The Port Authority"], "Nobody said 40 people died."]',
            [":6: rule OWN1: yes: 'Nobody said 40 people died.' is not read by this rule, but by none"],
        ),
    ],
)
def test_a_broken_example_is_told_with_its_line(tmp_path: Path, pack: str, row: str, expected: list[str]) -> None:
    rules = own(tmp_path, pack, f'[[rule]]\nid = "OWN1"\nname = "own"\n{row}\n')
    assert list(broken(rules, {"OWN1"})) == [f"{tmp_path}/{pack}.toml{line}" for line in expected]


def test_a_rule_of_ones_own_that_takes_the_words_of_a_shipped_one_is_told(tmp_path: Path) -> None:
    rules = own(tmp_path, "nonclaims", '[[rule]]\nid = "OWN1"\nname = "own"\nwhy = "a test"\nafter = ["people died"]\n')
    assert any("rule OWN1" not in line for line in broken(rules))
