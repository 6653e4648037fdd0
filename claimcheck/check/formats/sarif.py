"""SARIF 2.1.0, for code scanning: every finding with its state against the baseline, and every decision.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote as percent

from claimcheck import __version__, words
from claimcheck.check.outcome import Gone, Item, Outcome, State
from claimcheck.findings import Spot, subject
from claimcheck.safe import dumped, one_line, visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"contradict": "error", "diverge": "warning"}
_KINDS = ("contradict", "diverge", "sum")
_TELLS = {
    "contradict": f"Two claims about one figure {words.RELATIONS['contradict']}.",
    "diverge": f"Two claims about one figure {words.RELATIONS['diverge']}.",
    "sum": f"A stated total {words.VERDICTS['contradict']} with its stated parts.",
}
_STATES: Mapping[State, str] = {"new": "new", "reopened": "new", "updated": "updated", "known": "unchanged"}


def render(outcome: Outcome) -> str:
    """One run; what is resolved or stale is in it as absent."""
    results = [*map(_result, outcome.items), *map(_absent, outcome.gone)]
    run = {"tool": {"driver": _driver()}, "columnKind": "unicodeCodePoints", "results": results}
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _driver() -> dict[str, Any]:
    rules = [
        {
            "id": kind,
            "shortDescription": {"text": _TELLS[kind]},
            "defaultConfiguration": {"level": _LEVELS.get(kind, "error")},
        }
        for kind in _KINDS
    ]
    return {"name": "claimcheck", "version": __version__, "rules": rules}


def _result(item: Item) -> dict[str, Any]:
    finding = item.finding
    decided = item.state == "decided"
    note = f" [{one_line(item.note)}]" if item.note else ""
    related = [
        _location(spot) | {"id": number, "message": {"text": one_line(f"{spot.who}: {spot.number}")}}
        for number, spot in enumerate(finding.others, 1)
    ]
    return {
        **_head(finding.kind, finding.id, f"{finding.sentence}{note}"),
        "level": _LEVELS[finding.verdict],
        "baselineState": _STATES.get(item.state, "unchanged" if item.replaces else "new"),
        "locations": [_location(finding.place)],
        "relatedLocations": related,
        "suppressions": [{"kind": "external", "justification": one_line(item.note)}] if decided else [],
    }


def _absent(gone: Gone) -> dict[str, Any]:
    text = f"{gone.state}: {gone.entry.sentence}"
    return _head(gone.entry.kind, gone.entry.finding, text) | {"baselineState": "absent", "suppressions": []}


def _head(kind: str, id_: str, text: str) -> dict[str, Any]:
    scheme = id_.partition("-")[0]
    return {
        "ruleId": kind,
        "ruleIndex": _KINDS.index(kind),
        "message": {"text": one_line(text).replace("[", "\\[").replace("]", "\\]")},
        "partialFingerprints": {f"finding/v{scheme}": id_, f"figure/v{scheme}": subject(id_)},
    }


def _location(spot: Spot) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": spot.line}
    if not spot.drawn:  # of a row of JSON or a page only the line is known, not where in it the number stands
        region |= {
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
            "snippet": {"text": visible(spot.number)},
        }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(spot.path)}, "region": region}}


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else percent(pure.as_posix(), errors="surrogateescape")
