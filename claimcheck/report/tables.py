"""The claims of a report as CSV, one a line, for a spreadsheet. No cell of it is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from claimcheck import safe
from claimcheck.report.contract import number
from claimcheck.report.figures import FigureView
from claimcheck.report.rows import Row
from claimcheck.report.view import View

_COLUMNS = (
    "figure",
    "figure_id",
    "disputes",
    "key",
    "claim",
    "as_worded",
    "value",
    "low",
    "high",
    "read_low",
    "read_high",
    "range",
    "sources",
    "side",
    "spoken",
    "conduit",
    "manner",
    "held",
    "carried",
    "as_of",
    "object",
    "relations",
    "origin",
    "origins",
    "quote",
    "file",
    "line",
    "start",
    "end",
    "outlet",
    "date",
    "covers",
)


def as_csv(view: View) -> str:
    """A line a claim, the figures in the order of the report, claims from low to high."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for figure in (*view.disputed, *view.compared, *view.singles):
        for row in figure.rows:
            writer.writerow([safe.csv_cell(cell) if isinstance(cell, str) else cell for cell in _cells(figure, row)])
    return written.getvalue()


def _cells(figure: FigureView, row: Row) -> Iterable[str | float | int | None]:
    start = row.quote.start + row.quote.mark[0]
    yield from (figure.title, figure.id, figure.disputes, row.key, row.id, row.worded)
    yield from map(number, (row.value, row.low, row.high, row.typical_low, row.typical_high))
    yield from (row.literal, row.voice, row.side, row.spoken, row.conduit, row.manner, row.held)
    yield from (
        "yes" if row.carried else "no",
        row.as_of,
        row.object,
        _relations(figure, row),
        row.origin,
        figure.origins,
    )
    yield from (row.quote.text, row.place.path, row.place.line, start, row.quote.start + row.quote.mark[1])
    yield from (row.outlet, row.date, row.scope)


def _relations(figure: FigureView, row: Row) -> str:
    """How this claim stands to the others of its figure, as in "contradict B, C; agree D"."""
    found: dict[str, list[str]] = {}
    for standing in figure.standings:
        for pair in standing.pairs:
            if row.key in pair:
                found.setdefault(standing.kind, []).append(pair[1] if pair[0] == row.key else pair[0])
    return "; ".join(f"{kind} {', '.join(keys)}" for kind, keys in found.items())
