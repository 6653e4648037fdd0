"""What holds of all packs of nouns, measures, events, places and marks; test_examples.py runs their examples."""

from __future__ import annotations

from describe_kit import rules_as_shipped

from claimcheck.rules.base import Rule
from claimcheck.rules.descriptions import PACKS, Measure, Noun, Words

SILENT = {"words", "slots", "nouns", "groups"}  # packs whose rules no fact cites: words are the parser's
RULES = [rule for name in PACKS if name not in SILENT for rule in rules_as_shipped().pack(name, Rule)]
# "45 casualties" count persons: that class is never told of anything.
NOUNS = [rule for rule in rules_as_shipped().pack("nouns", Noun) if rule.name != "casualty"]
GROUPS = rules_as_shipped().pack("groups", Rule)


def test_every_rule_shows_what_it_reads() -> None:
    shown = [*RULES, *NOUNS, *GROUPS]
    assert [rule.id for rule in shown if not rule.yes or not rule.no] == []


def test_measures_ask_only_for_classes_and_kinds_that_there_are() -> None:
    classes = {rule.name for rule in NOUNS} | {"none", "other", "casualty"}
    kinds = {rule.name for rule in rules_as_shipped().pack("kinds", Rule)}
    measures = rules_as_shipped().pack("measures", Measure)
    assert {name for rule in measures for name in rule.classes} - classes == set()
    assert {name for rule in measures for name in rule.kinds} - kinds == set()


def test_groups_of_measures_hold_measures_that_there_are() -> None:
    words = {rule.name: rule.words for rule in rules_as_shipped().pack("words", Words)}
    groups = ("may be fatal", "end of a harm", "of no event", "done by others", "lasting state", "told later", "flight")
    groups += ("held by a candidate", "told of a candidate")
    listed = {name for group in groups for name in words[group]}
    listed |= {name for line in words["either"] for name in line.split()[:2]}
    assert listed - {rule.name for rule in rules_as_shipped().pack("measures", Measure)} == set()


def test_classes_form_a_tree() -> None:
    parents = {rule.name: rule.parent for rule in NOUNS}
    for name in parents:
        seen = set()
        while name:
            assert name not in seen
            seen.add(name)
            name = parents[name]


def test_words_parted_by_a_stroke_stand_for_one_another() -> None:
    rule = Measure(id="OWN", name="crossed", done=("walk/march across/along", "cross"))
    assert rule.spelled_out().done == ("walk across", "walk along", "march across", "march along", "cross")
