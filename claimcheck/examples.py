"""Rules in, those of their examples out that they do not keep. What `rules check` tells beside mistakes of form.

Every example is run with all rules loaded, so that no two rules claim the same words unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from claimcheck.pipeline import attribution, numbers
from claimcheck.records import Article, Description, Fact, Quantity, Rejected
from claimcheck.rules import Rules, attributions, descriptions, quantities
from claimcheck.rules.base import Example, Rule
from claimcheck.stages.segment import furniture

DAY = "2024-05-08"  # of every example that is an article: a Wednesday
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


class Outcome(NamedTuple):
    """What came of an example's text."""

    told: frozenset[str]  # ids of the rules that had a part in it, or names that it was given
    shown: str | None  # in the form that examples are written in; None: not asked for


Run = Callable[[str, Rules], Outcome]


def broken(rules: Rules, only: Collection[str] | None = None) -> Iterator[str]:
    """The examples that are not kept, a line each with its file and line; `only`: of the rules with these ids."""
    for pack in sorted(RUNS):
        for rule in rules.pack(pack, Rule):
            if only is None or rule.id in only:
                for key, wrong in _wrong(rule, RUNS[pack], rules):
                    yield f"{rules.place(rule.id, key)}: rule {rule.id}: {key}: {wrong}"


def _wrong(rule: Rule, run: Run, rules: Rules) -> Iterator[tuple[str, str]]:
    for example in rule.yes:
        if said := _unlike(rule, example, run, rules):
            yield "yes", said
    for example in rule.no:
        if _has_part(rule, run(_text(example), rules)):
            yield "no", f"{_text(example)!r} is read by this rule"
    for example in rule.todo:
        if not _unlike(rule, example, run, rules):
            yield "todo", f"{_text(example)!r} works now; it belongs under yes"


def _unlike(rule: Rule, example: Example, run: Run, rules: Rules) -> str:
    """How an example is not what was expected; "" where it is."""
    text, expected = (example, None) if isinstance(example, str) else example
    outcome = run(text, rules)
    if not _has_part(rule, outcome):
        return f"{text!r} is not read by this rule, but by {', '.join(sorted(outcome.told)) or 'none'}"
    if expected is not None and outcome.shown != expected:
        return f"{text!r} is read as {outcome.shown!r}; expected {expected!r}"
    return ""


def _has_part(rule: Rule, outcome: Outcome) -> bool:
    return rule.id in outcome.told or rule.name in outcome.told


def _text(example: Example) -> str:
    return example if isinstance(example, str) else str(example[0])


# ── what becomes of a text, by pack ───────────────────────────────────────────────────────────


def _quantities(text: str, rules: Rules) -> Outcome:
    found = numbers(Article.from_text(text, date=DAY), rules)
    read = [quantity for quantity, _ in found.described if quantity.doubt is None]
    refused = (*found.refused, *(quantity.doubt for quantity, _ in found.described if quantity.doubt))
    used = {rule for quantity in read for rule in quantity.rules} | {each.rule for each in refused}
    return Outcome(frozenset(used), "; ".join(map(quantity_shown, read)))


def quantity_shown(quantity: Quantity) -> str:
    """A quantity as examples write it: "at_least 40", "42 day", "between 3..4", "12 % up"."""
    value = _plain(quantity.value)
    if quantity.qualifier == "between":
        value = f"{_plain(quantity.literal.low)}..{_plain(quantity.literal.high)}"
    qualifier = "" if quantity.qualifier == "exact" else quantity.qualifier
    per = f"per {quantity.per}" if quantity.per else ""
    return " ".join(part for part in (qualifier, value, quantity.unit, per, quantity.direction) if part)


def _plain(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() else f"{value:.6g}"


def _descriptions(text: str, rules: Rules) -> Outcome:
    used: set[str] = set()
    for _, result in numbers(Article.from_text(text, date=DAY), rules).described:
        if isinstance(result, Rejected):
            used.add(result.rule)
            continue
        used |= {fact.rule for fact in facts(result)}
        used |= {link.rule for link in result.part_of} | ({result.period.rule} if result.period else set())
    return Outcome(frozenset(used), None)


def facts(description: Description) -> tuple[Fact, ...]:
    """Every fact of a description."""
    d = description
    found = (d.measure, d.party, d.event, d.place, d.as_of, d.scope, d.spot, d.status, *d.event_terms)
    return tuple(fact for fact in found if fact is not None)


def _classes(text: str, rules: Rules) -> Outcome:
    return Outcome(frozenset(d.noun_class for d in _told(text, rules)), None)


def _parties(text: str, rules: Rules) -> Outcome:
    return Outcome(frozenset(d.party.value for d in _told(text, rules) if d.party), None)


def _told(text: str, rules: Rules) -> Iterator[Description]:
    described = numbers(Article.from_text(text, date=DAY), rules).described
    return (result for _, result in described if isinstance(result, Description))


def _speakers(text: str, rules: Rules) -> Outcome:
    number = _NUMBER.search(text)
    found = attribution(text, number.span(), rules) if number else None
    if found is None:
        return Outcome(frozenset(), None)
    names = (source.name for source in found.sources)
    return Outcome(frozenset({*names, *found.rules}), text[slice(*found.speaker)] if found.speaker else "")


def _furniture(text: str, rules: Rules) -> Outcome:
    rule = furniture(text, rules)
    return Outcome(frozenset([rule.id] if rule else []), None)


def _sentences(marked: str, rules: Rules) -> Outcome:
    """ "|" stands between sentences, "/" for the end of a line; every rule has a part in what is split rightly."""
    lines = marked.replace("/", "\n")
    text = lines.replace("|", "")
    found = [text[s.start : s.end] for s in numbers(Article.from_text(text), rules).segments.sentences]
    right = found == [part.strip() for part in lines.split("|")]
    return Outcome(frozenset(rule.id for rule in rules.pack("breaks", Rule) if right), None)


RUNS: Mapping[str, Run] = {
    "junk": _furniture,
    "breaks": _sentences,
    **dict.fromkeys(quantities.PACKS, _quantities),
    **dict.fromkeys(descriptions.PACKS, _descriptions),
    "nouns": _classes,
    "groups": _parties,
    **dict.fromkeys(attributions.PACKS, _speakers),
}
