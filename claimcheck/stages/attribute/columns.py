"""A number of a table in, who says so by a column of its own out: "Who says so", "Source"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.grids import Grid, grid_at
from claimcheck.records import Span
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told

_APART = re.compile(r"\s*[;/]\s*")


class _Row(NamedTuple):
    """A row of a table, and which of its cells names who gives the numbers."""

    table: Grid
    row: Sequence[Span]
    who: int


def head_for(story: Story, offset: int) -> Span | None:
    """The head of the column whose numbers somebody gives who is named among others in a cell of sources: of "Chadian
    army; the army" the second's."""
    found = _row(story, offset)
    if found is None or not found.row[found.who][0] <= offset < found.row[found.who][1]:
        return None
    table, row, who = found
    counted, named = _counted(row, who), _parts(story.text, row[who])
    at = next(n for n, (_, end) in enumerate(named) if offset < end)
    return table.rows[0][counted[at]] if len(named) == len(counted) > 1 else None


def _counted(row: Sequence[Span], who: int) -> list[int]:
    """The columns of numbers: all but the first, which tells of what each row is, and that of sources."""
    return [n for n in range(1, len(row)) if n != who]


def told_in_column(story: Story, span: Span) -> Told | None:
    """Who is named in the row of a number, below a head that calls for him; of as many as there are other columns each
    is of one: "Date | Chad | Mali | Source", over "May 3 | 40 | 12 | Chadian army; Malian army"."""
    found = _row(story, span[0])
    if found is None:
        return None
    table, row, who = found
    counted = _counted(row, who)
    column = next((n for n in counted if row[n][0] <= span[0] < row[n][1]), None)
    named = _parts(story.text, row[who])
    if column is None or len(named) not in (1, len(counted)):
        return None
    speaker = named[0] if len(named) == 1 else named[counted.index(column)]
    return Told(Report(story.lexicon.credit[0], speaker, table.rows[0][who], ()), carried=True)


def _row(story: Story, offset: int) -> _Row | None:
    """The row of a table that an offset lies in, where somebody is named in its column of sources."""
    table = grid_at(story.grids, offset)
    row = table.row_of(offset) if table is not None else None
    who = _column_of_sources(story, table) if table is not None and row is not None else None
    if table is None or row is None or who is None or not row[who][0] < row[who][1]:
        return None
    return _Row(table, row, who)


def _column_of_sources(story: Story, table: Grid) -> int | None:
    heads = [" ".join(story.text[slice(*cell)].lower().rstrip("?:").split()) for cell in table.rows[0]]
    return next((n for n, head in enumerate(heads) if head in story.lexicon.classes["head-of-sources"]), None)


def _parts(text: str, cell: Span) -> list[Span]:
    """The names of a cell: "Chadian army; Malian army"."""
    marks = [match.span() for match in _APART.finditer(text, *cell)]
    starts, ends = [cell[0], *(end for _, end in marks)], [*(start for start, _ in marks), cell[1]]
    return list(zip(starts, ends, strict=True))
