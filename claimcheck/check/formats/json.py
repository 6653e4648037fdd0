"""The outcome as one JSON object; as in the contract of `report`, nothing in it acts on a terminal."""

from __future__ import annotations

import msgspec

from claimcheck.check.outcome import Outcome
from claimcheck.findings import plain
from claimcheck.safe import dumped


def render(outcome: Outcome) -> str:
    """All findings with their state, what is gone, and the counts."""
    return (
        dumped(
            {
                "summary": outcome.counts | {"articles": outcome.articles, "claims": outcome.claims},
                "findings": [
                    plain(item.finding) | {"state": item.state, "note": item.note, "fails": item.fails}
                    for item in outcome.items
                ],
                "gone": [{"state": gone.state} | msgspec.to_builtins(gone.entry) for gone in outcome.gone],
                "decisions_without_finding": outcome.unmatched,
            },
            indent=1,
        )
        + "\n"
    )
