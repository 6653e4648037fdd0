"""Sentences in, quantities out, and the numbers that are none. Leaves what is counted to others."""

from __future__ import annotations

from claimcheck.records import Article, Quantity, Rejected, Segments
from claimcheck.rules import Rules


def extract(article: Article, segments: Segments, rules: Rules) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Every quantity of the article in order, and every number that is none (dates, ages, names, …) with the rule."""
    return (), ()
