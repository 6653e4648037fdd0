"""Claims in, figures out: which claims are about the same quantity. Leaves who is right to nobody."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import Claim, Comparison, Figure, Reading
from claimcheck.rules import Rules


def match(readings: Sequence[Reading], rules: Rules) -> tuple[Figure, ...]:
    """The figures that the claims of all articles are about; every claim is in exactly one."""
    return ()


def explain(left: Claim, right: Claim, readings: Sequence[Reading], rules: Rules) -> Comparison:
    """How two claims compare, slot by slot, whether or not they were put together."""
    raise KeyError(left.id)
