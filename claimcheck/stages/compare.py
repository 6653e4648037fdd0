"""Figures in, relations and sums out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import Figure, Reading, Relation, Sum
from claimcheck.rules import Rules


def compare(
    readings: Sequence[Reading], figures: Sequence[Figure], rules: Rules
) -> tuple[tuple[Relation, ...], tuple[Sum, ...]]:
    """Relations within and between figures, and totals with their parts."""
    return (), ()
