"""What holds of the packs of numbers, qualifiers, units, changes, non-claims; test_examples.py runs their examples."""

from __future__ import annotations

from claimcheck.pipeline import load_rules
from claimcheck.rules.base import Rule
from claimcheck.rules.quantities import PACKS

RULES = [rule for name in PACKS for rule in load_rules().pack(name, Rule)]


def test_every_rule_shows_what_it_reads() -> None:
    assert [rule.id for rule in RULES if not rule.yes] == ["NU13", "NU15", "NC03"]
