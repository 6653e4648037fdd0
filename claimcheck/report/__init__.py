"""An analysis in, a report out: tables for the terminal, JSON, CSV, Markdown, HTML. The last stage."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.errors import UsageError
from claimcheck.records import Analysis
from claimcheck.report.claimlist import render_claims
from claimcheck.report.contract import as_json, as_jsonl
from claimcheck.report.markdown import as_markdown
from claimcheck.report.page import as_html
from claimcheck.report.selection import select
from claimcheck.report.tables import as_csv
from claimcheck.report.view import view

__all__ = ["FORMATS", "render", "render_claims", "select"]


def render(
    analysis: Analysis,
    format: str = "text",
    *,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The report in one of FORMATS. `width` (None: nothing is folded), `color` and `encoding` are for text alone.

    Raises UsageError for an unknown format. The same analysis gives the same text.
    """
    if format == "text":
        from claimcheck.report.terminal import terminal

        return terminal(view(analysis), width=width, color=color, encoding=encoding)
    if format not in _WRITERS:
        raise UsageError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    return _WRITERS[format](analysis)


_WRITERS: dict[str, Callable[[Analysis], str]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": lambda analysis: as_csv(view(analysis)),
    "md": lambda analysis: as_markdown(view(analysis)),
    "html": lambda analysis: as_html(view(analysis)),
}
FORMATS = ("text", *_WRITERS)
