"""The examples inside the packs of numbers, qualifiers, units, changes and non-claims, each with all rules loaded."""

from __future__ import annotations

import pytest
from quantity_kit import read, rules_as_shipped, rules_used

from claimcheck.rules.base import Example, Rule
from claimcheck.rules.quantities import PACKS

RULES = [rule for name in PACKS for rule in rules_as_shipped().pack(name, Rule)]


def _cases(field: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, field))
    ]


def _holds(rule: Rule, example: Example) -> bool:
    """A text: the rule has a part in reading it. A text with an outcome: that too, and the outcome is this."""
    text, expected = (example, None) if isinstance(example, str) else example
    return rule.id in rules_used(text) and expected in (None, read(text))


@pytest.mark.parametrize(("rule", "example"), _cases("yes"))
def test_the_rule_reads_its_example(rule: Rule, example: Example) -> None:
    text, expected = (example, None) if isinstance(example, str) else example
    assert rule.id in rules_used(text), f"{rule.id} has no part in {text!r}: {read(text)}, {sorted(rules_used(text))}"
    if expected is not None:
        assert read(text) == expected


@pytest.mark.parametrize(("rule", "example"), _cases("no"))
def test_the_rule_leaves_its_counter_example_alone(rule: Rule, example: Example) -> None:
    text = example if isinstance(example, str) else example[0]
    assert rule.id not in rules_used(text)


@pytest.mark.parametrize(("rule", "example"), _cases("todo"))
def test_what_is_still_to_do_fails(rule: Rule, example: Example) -> None:
    assert not _holds(rule, example), "this works now: move it to yes"


def test_ids_are_unique_and_every_rule_shows_what_it_reads() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    without = [rule.id for rule in RULES if not rule.yes]
    assert without == ["NU13", "NU15", "NC03"]
