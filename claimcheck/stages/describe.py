"""Quantities in; what they count, what happened, where and when out. Leaves who says so to others."""

from __future__ import annotations

from claimcheck.records import Article, Description, Quantity, Rejected, Segments
from claimcheck.rules import Rules


def describe(
    article: Article, segments: Segments, quantities: tuple[Quantity, ...], rules: Rules
) -> tuple[Description | Rejected, ...]:
    """For each quantity its description, or why it is no claim after all ("the two sides")."""
    return ()
