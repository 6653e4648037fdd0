"""Two claims in, how they compare slot by slot and how they stand to each other out."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck import words
from claimcheck.explain.steps import Step, brief, named_rules
from claimcheck.records import Analysis, Claim, Comparison, Level, Relation
from claimcheck.rules import Rules
from claimcheck.stages import match

# What keeps two claims apart, by the slot that differs.
_APART = {
    "dimension": "different kinds of number (a count, money, a time, a share)",
    "direction": "one is a rise and one a fall",
    "modality": "one tells what happened, one what is expected, planned or supposed",
    "measure": "different things happened (killed, injured, found …)",
    "noun": "different things are counted",
    "party": "different sides’ people or things",
    "event": "different events",
    "place": "different places",
    "period": "different times",
    "scope": "one counts a day or a place, one the whole",
    "agent": "different sides’ strikes",
    "portion": "one is part of a number that the text itself gives, one is a whole",
    "wording": "counted in words that do not mean the same",
}


def explain_pair(analysis: Analysis, left: Claim, right: Claim, rules: Rules) -> Step:
    """How two claims compare, whether or not they were put together, and why they stand as they do."""
    found = match.explain(left, right, analysis.readings, rules)
    together = any(left.id in figure.claims and right.id in figure.claims for figure in analysis.figures)
    ends = {left.id, right.id}
    relation = next((each for each in analysis.relations if {each.a, each.b} == ends), None)
    verdict = "the same figure" if together else f"not the same figure: {compared(found)}"
    return Step(
        text=f"{brief(analysis, left)} and {brief(analysis, right)}",
        steps=(
            Step(text=verdict, steps=tuple(_levels(found, rules))),
            standing("relation", relation, left, rules),
        ),
    )


def compared(found: Comparison) -> str:
    """What keeps two claims apart, in a few words."""
    if found.blocked_by:
        return _APART.get(found.blocked_by, f"another {found.blocked_by.replace('_', ' ')}")
    if found.score <= found.needed:
        return "too little in common to be the same count"
    return "alike, but each is nearer to others"


def standing(label: str, relation: Relation | None, claim: Claim, rules: Rules) -> Step:
    """A relation with its reasons, seen from one of its claims."""
    if relation is None:
        return Step(text=f"{label}: no relation")
    how = f"{relation.kind}: {words.RELATIONS[relation.kind]}"
    if relation.kind == "part_of":
        how = "it is part of that" if relation.a == claim.id else "it includes that"
    steps = [Step(text=reason) for reason in relation.reasons]
    steps.extend(Step(text=f"may differ because: {doubt}") for doubt in relation.doubts)
    return Step(text=f"{label}: {how}", rule=named_rules(relation.rules, rules), steps=tuple(steps))


def _levels(found: Comparison, rules: Rules) -> Iterable[Step]:
    for level in found.levels:
        gate = " (this keeps them apart)" if level.field == found.blocked_by else ""
        yield Step(text=f"{_level(level)}{gate}", rule=named_rules([level.rule], rules))
    yield Step(text=f"weights added up: {found.score:+.2f}")


def _level(level: Level) -> str:
    sides = f"{level.left or 'not said'} | {level.right or 'not said'}"
    return f"{level.field.replace('_', ' ')}: {level.label} ({sides}), weight {level.weight:+.2f}"
