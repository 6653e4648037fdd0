"""The examples inside the packs of nouns, measures, events, places and marks, each with all rules loaded."""

from __future__ import annotations

import pytest
from describe_kit import described, rules_as_shipped, rules_used, value

from claimcheck.records import Description
from claimcheck.rules.base import Example, Rule
from claimcheck.rules.descriptions import PACKS, Measure, Noun

SILENT = {"words", "slots", "nouns", "groups"}  # packs whose rules no fact cites: words are the parser's
RULES = [rule for name in PACKS if name not in SILENT for rule in rules_as_shipped().pack(name, Rule)]
# "45 casualties" count persons: that class is never told of anything.
NOUNS = [rule for rule in rules_as_shipped().pack("nouns", Noun) if rule.name != "casualty"]
GROUPS = rules_as_shipped().pack("groups", Rule)


def _cases(rules: list[Rule], field: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in rules
        for number, example in enumerate(getattr(rule, field))
    ]


def _text(example: Example) -> str:
    return example if isinstance(example, str) else example[0]


@pytest.mark.parametrize(("rule", "example"), _cases(RULES, "yes"))
def test_the_rule_reads_its_example(rule: Rule, example: Example) -> None:
    assert rule.id in rules_used(_text(example))


@pytest.mark.parametrize(("rule", "example"), _cases(RULES, "no"))
def test_the_rule_leaves_its_counter_example_alone(rule: Rule, example: Example) -> None:
    assert rule.id not in rules_used(_text(example))


@pytest.mark.parametrize(("rule", "example"), _cases(RULES, "todo"))
def test_what_is_still_to_do_fails(rule: Rule, example: Example) -> None:
    assert rule.id not in rules_used(_text(example)), "this works now: move it to yes"


@pytest.mark.parametrize("rule", NOUNS, ids=lambda rule: rule.id)
def test_the_noun_has_its_class(rule: Noun) -> None:
    yes, no = ([d.noun_class for text in field for _, d in described(_text(text)) if isinstance(d, Description)]
               for field in (rule.yes, rule.no))  # fmt: skip
    assert rule.name in yes
    assert rule.name not in no


@pytest.mark.parametrize("rule", GROUPS, ids=lambda rule: rule.id)
def test_the_group_is_a_party(rule: Rule) -> None:
    yes, no = ([value(d.party) for text in field for _, d in described(_text(text)) if isinstance(d, Description)]
               for field in (rule.yes, rule.no))  # fmt: skip
    assert rule.name in yes
    assert rule.name not in no


def test_every_rule_shows_what_it_reads() -> None:
    shown = [*RULES, *NOUNS, *GROUPS]
    assert [rule.id for rule in shown if not rule.yes or not rule.no] == []


def test_measures_ask_only_for_classes_and_kinds_that_there_are() -> None:
    classes = {rule.name for rule in NOUNS} | {"none", "other", "casualty"}
    kinds = {rule.name for rule in rules_as_shipped().pack("kinds", Rule)}
    measures = rules_as_shipped().pack("measures", Measure)
    assert {name for rule in measures for name in rule.classes} - classes == set()
    assert {name for rule in measures for name in rule.kinds} - kinds == set()


def test_classes_form_a_tree() -> None:
    parents = {rule.name: rule.parent for rule in NOUNS}
    for name in parents:
        seen = set()
        while name:
            assert name not in seen
            seen.add(name)
            name = parents[name]
