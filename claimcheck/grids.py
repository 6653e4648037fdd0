"""A text in, its tables out: lines of cells that bars or tabs part, with the row that heads them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.records import Span

_MARK = re.compile(r"\||\t")
_LEAD = re.compile(r"[^\S\t]*\|?")
_LEAST = 3  # rows, with the head
_RULED = frozenset("-:=+ ")  # a line that only parts the head from the rest


class Grid(NamedTuple):
    """A table: the spans of its cells, row by row; the first row tells what the columns are of."""

    rows: tuple[tuple[Span, ...], ...]

    def row_of(self, offset: int) -> tuple[Span, ...] | None:
        """The row below the head in which an offset lies."""
        at = bisect_right(self.rows, offset, key=lambda row: row[0][0]) - 1
        return self.rows[at] if at > 0 and offset < self.rows[at][-1][1] else None


def grid_at(tables: Sequence[Grid], offset: int) -> Grid | None:
    """The last table that begins before an offset, of tables in the order of their text."""
    at = bisect_right(tables, offset, key=lambda table: table.rows[0][0][0]) - 1
    return tables[at] if at >= 0 else None


def grids(text: str) -> tuple[Grid, ...]:
    """The tables of a text: three lines and more of as many cells, the first of which is a row of words."""
    return tuple(_grids(text)) if _MARK.search(text) else ()


def _grids(text: str) -> Iterator[Grid]:
    rows: list[tuple[Span, ...]] = []
    for row in (*_rows(text), ()):
        if not row or (rows and len(row) != len(rows[0])):
            if len(rows) >= _LEAST and _is_head(text, rows[0]):
                yield Grid(tuple(rows))
            rows = []
        if row:
            rows.append(row)


def _rows(text: str) -> Iterator[tuple[Span, ...]]:
    """The cells of each line; nothing for one that has none. Lines that only rule a table are none of its rows."""
    start = 0
    for line in text.splitlines(keepends=True):
        if not _MARK.search(line):
            yield ()
        elif not _RULED.issuperset(line.strip().replace("|", "")):
            yield tuple(_cells(line, start))
        start += len(line)


def _cells(line: str, start: int) -> Iterable[Span]:
    """The cells of a line without the blanks around them; a bar at either end parts nothing."""
    opening, body = _LEAD.match(line), line.rstrip()
    first, last = opening.end() if opening else 0, len(body) - body.endswith("|")
    ends = [*(mark.start() for mark in _MARK.finditer(line, first, last)), last]
    for end in ends:
        cell = line[first:end]
        stripped = cell.strip()
        lead = first + len(cell) - len(cell.lstrip()) if stripped else first
        yield start + lead, start + lead + len(stripped)
        first = end + 1


def _is_head(text: str, row: tuple[Span, ...]) -> bool:
    """Whether a row has words in each cell but the first, which may be empty."""
    return len(row) > 1 and all(any(map(str.isalpha, text[a:b])) for a, b in row[1:])
