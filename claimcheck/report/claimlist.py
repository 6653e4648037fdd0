"""Readings in, their claims as lines out, without figures and relations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck import safe
from claimcheck.errors import UsageError
from claimcheck.records import Analysis, Figure, Reading
from claimcheck.report.contract import as_json, as_jsonl
from claimcheck.report.rows import Row, credited
from claimcheck.report.tables import as_csv
from claimcheck.report.view import view

FORMATS = ("text", "json", "jsonl", "csv")


def render_claims(readings: Sequence[Reading], format: str = "text", *, encoding: str = "utf-8") -> str:
    """The claims as text (a line each: place, words, what is counted, who says so), json, jsonl or csv.

    Raises UsageError for an unknown format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    alone = _alone(readings)
    if format == "json":
        return as_json(alone)
    if format == "jsonl":
        return as_jsonl(alone)
    shown = view(_each_its_own(alone))
    if format == "csv":
        return as_csv(shown)
    return "".join(safe.encodable(line, encoding) + "\n" for figure in shown.singles for line in _line(figure.rows[0]))


def _alone(readings: Sequence[Reading]) -> Analysis:
    return Analysis(readings=tuple(readings), figures=(), relations=(), sums=())


def _each_its_own(analysis: Analysis) -> Analysis:
    """Each claim a figure of its own: nothing is compared here."""
    figures = tuple(
        Figure(id=claim.id, title=claim.description.object, claims=(claim.id,), origins=((claim.id,),))
        for claim in analysis.claims
    )
    return Analysis(readings=analysis.readings, figures=figures, relations=(), sums=())


def _line(row: Row) -> Iterable[str]:
    told = [row.worded, row.object, row.measure or "", credited(row), *([row.side] if row.side else [])]
    yield f"{safe.one_line(str(row.place))}: {safe.one_line(' | '.join(part for part in told if part))} [{row.id}]"
