"""The packs of matching and comparing: nothing in them is unused, and nothing that the code asks for is missing."""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.pipeline import load_rules
from claimcheck.rules.matching import Parts, RelationRule, Weight

RULES = load_rules()
SOURCES = Path(__file__).resolve().parent.parent / "claimcheck"
CODE = "\n".join(
    path.read_text() for part in ("stages/match", "stages/compare", "slots") for path in (SOURCES / part).glob("*.py")
)


def test_every_relation_rule_is_asked_for_by_its_name() -> None:
    unused = [rule.name for rule in RULES.pack("relations", RelationRule) if f'"{rule.name}"' not in CODE]
    assert unused == []


def test_every_name_that_the_code_asks_for_is_a_rule() -> None:
    known = {rule.name for rule in RULES.pack("relations", RelationRule)}
    assert set(re.findall(r'"(doubt-[a-z-]+)"', CODE)) <= known


def test_every_level_has_a_slot_that_the_code_compares() -> None:
    fields = {rule.field for rule in RULES.pack("match", Weight)}
    assert sorted(field for field in fields if f'"{field}"' not in CODE) == []


def test_rules_tell_what_they_mean() -> None:
    packs = (("match", Weight), ("relations", RelationRule), ("parts", Parts))
    assert [rule.id for name, kind in packs for rule in RULES.pack(name, kind) if not rule.doc] == []


def test_one_weight_for_each_level() -> None:
    levels = [(rule.field, rule.label) for rule in RULES.pack("match", Weight)]
    assert len(levels) == len(set(levels))


def test_a_weight_fades_with_how_many_have_it() -> None:
    rule = Weight(id="OWN", name="own", field="lead", label="chosen", weight=2.0, fades=(8, 16))
    assert [rule.among(count) for count in (2, 8, 12, 16, 500)] == [2.0, 2.0, 1.0, 0.0, 0.0]
    backwards = Weight(id="OWN", name="own", field="lead", label="chosen", weight=2.0, fades=(16, 8))
    assert list(backwards.problems()) == ["a weight fades from a smaller number to a larger one"]
