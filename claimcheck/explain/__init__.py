"""A place in an analysis in, the derivation of what was read there out, as steps. Leaves how they look to others."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.errors import UsageError
from claimcheck.explain.claims import explain_claim
from claimcheck.explain.lines import explain_line, place_of
from claimcheck.explain.pairs import explain_pair
from claimcheck.explain.steps import Step, claim_named
from claimcheck.records import Analysis
from claimcheck.rules import Rules

__all__ = ["Step", "claim_named", "explain", "explain_claim", "explain_line", "explain_pair", "place_of"]


def explain(analysis: Analysis, what: Sequence[str], rules: Rules) -> Step:
    """The derivation of FILE:LINE, of one claim id, or of two. Raises UsageError for anything else."""
    place = place_of(what[0]) if len(what) == 1 else None
    if place:
        return explain_line(analysis, *place, rules)
    if len(what) not in (1, 2):
        raise UsageError("explain what? FILE:LINE, a claim, or two claims")
    claims = [claim_named(analysis, id_) for id_ in what]
    if len(claims) == 1:
        return explain_claim(analysis, claims[0], rules)
    return explain_pair(analysis, claims[0], claims[1], rules)
