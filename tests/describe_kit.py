"""Texts through the stages up to describe, for the tests of what is counted."""

from __future__ import annotations

from claimcheck.pipeline import load_rules
from claimcheck.records import Article, Description, Fact, Quantity, Rejected
from claimcheck.rules import Rules
from claimcheck.stages.describe import describe
from claimcheck.stages.extract import extract
from claimcheck.stages.segment import segment

DAY = "2024-05-08"  # a Wednesday

Described = tuple[Quantity, Description | Rejected]


def rules_as_shipped() -> Rules:
    """The packs of this checkout."""
    return load_rules()


def described(text: str, *, date: str | None = DAY) -> tuple[Described, ...]:
    """Every quantity of a text with its description or refusal."""
    article = Article.from_text(text, date=date)
    segments = segment(article, rules_as_shipped())
    quantities, _ = extract(article, segments, rules_as_shipped())
    return tuple(zip(quantities, describe(article, segments, quantities, rules_as_shipped()), strict=True))


def at(text: str, number: str, *, date: str | None = DAY) -> Description | Rejected:
    """The description of the number that the text writes so."""
    start = text.index(number)
    for quantity, description in described(text, date=date):
        if quantity.start < start + len(number) and start < quantity.end:
            return description
    raise AssertionError(f"no quantity at {number!r}")


def claim(text: str, number: str, *, date: str | None = DAY) -> Description:
    """The same, where it must be a claim."""
    found = at(text, number, date=date)
    assert isinstance(found, Description), f"refused by {found.rule}"
    return found


def facts(description: Description) -> tuple[Fact, ...]:
    """Every fact of a description."""
    d = description
    found = (d.measure, d.party, d.event, d.place, d.as_of, d.scope, d.status, *d.event_terms)
    return tuple(fact for fact in found if fact is not None)


def rules_used(text: str) -> frozenset[str]:
    """The ids of the rules that had a part in describing a text."""
    used: set[str] = set()
    for _, result in described(text):
        if isinstance(result, Rejected):
            used.add(result.rule)
            continue
        used |= {fact.rule for fact in facts(result)}
        used |= {link.rule for link in result.part_of} | ({result.period.rule} if result.period else set())
    return frozenset(used)


def value(fact: Fact | None) -> str:
    """What a fact says; "" where there is none."""
    return fact.value if fact else ""
