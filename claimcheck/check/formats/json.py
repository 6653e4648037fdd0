"""The outcome as one JSON object, in ASCII: the same bytes for every locale, and nothing that acts on a terminal."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from claimcheck.check.findings import Finding
from claimcheck.check.outcome import Outcome


def render(outcome: Outcome) -> str:
    """All findings with their state, what is gone, and the counts."""
    return dump(
        {
            "summary": outcome.counts | {"articles": outcome.articles, "claims": outcome.claims},
            "findings": [
                as_json(item.finding) | {"state": item.state, "note": item.note, "fails": item.fails}
                for item in outcome.items
            ],
            "gone": [{"state": gone.state} | msgspec.to_builtins(gone.entry) for gone in outcome.gone],
            "decisions_without_finding": outcome.unmatched,
        }
    )


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as `check` and `report` write it, and as `diff` reads it."""
    return {"finding": finding.id, "sentence": finding.sentence, **msgspec.to_builtins(finding)}


def dump(content: Any) -> str:
    """JSON as every format here writes it."""
    return json.dumps(content, indent=2, ensure_ascii=True) + "\n"
