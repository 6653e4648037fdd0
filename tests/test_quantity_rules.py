"""What holds of the packs of numbers, qualifiers, units, changes, non-claims; test_examples.py runs their examples."""

from __future__ import annotations

import re

from claimcheck.pipeline import load_rules
from claimcheck.rules.base import Rule
from claimcheck.rules.quantities import PACKS, NonClaim

RULES = [rule for name in PACKS for rule in load_rules().pack(name, Rule)]


def test_every_rule_shows_what_it_reads() -> None:
    assert [rule.id for rule in RULES if not rule.yes] == ["NU13", "NU15", "NC03"]


def test_every_piece_of_a_pattern_is_written_once_and_asked_for() -> None:
    rules = load_rules().pack("nonclaims", NonClaim)
    written = [name for rule in rules for name in rule.pieces]
    asked = {name for rule in rules for name in re.findall(r"\{([a-z][a-z-]*)\}", rule.behind + rule.at + rule.ahead)}
    assert sorted(written) == sorted(asked)
