"""Quantities of a text, and how the examples in the rule packs write one down."""

from __future__ import annotations

from functools import cache

from claimcheck.records import Article, Quantity, Rejected, Segments, Sentence
from claimcheck.rules import Rules, load
from claimcheck.stages.extract import extract


@cache
def rules_as_shipped() -> Rules:
    """The shipped rules, loaded once."""
    return load()


def fates(
    text: str, rules: Rules | None = None, *, kind: str = "body"
) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """What becomes of the numbers of a text that is one sentence."""
    sentence = Sentence(start=0, end=len(text), paragraph=0, kind=kind)
    return extract(Article.from_text(text), Segments(sentences=(sentence,), quotes=()), rules or rules_as_shipped())


def shown(quantity: Quantity) -> str:
    """ "at_least 40", "42 day", "between 3..4", "12 % up": qualifier unless exact, value, unit, direction."""
    value = _plain(quantity.value)
    if quantity.qualifier == "between":
        value = f"{_plain(quantity.literal.low)}..{_plain(quantity.literal.high)}"
    qualifier = "" if quantity.qualifier == "exact" else quantity.qualifier
    return " ".join(part for part in (qualifier, value, quantity.unit, quantity.direction) if part)


def _plain(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() else f"{value:.6g}"


def read(text: str) -> str:
    """All quantities of a sentence as `shown`, joined by "; "."""
    return "; ".join(shown(quantity) for quantity in fates(text)[0])


def rules_used(text: str) -> set[str]:
    """Ids of the rules that made or refused a number of the text."""
    quantities, rejected = fates(text)
    return {rule for quantity in quantities for rule in quantity.rules} | {refused.rule for refused in rejected}
