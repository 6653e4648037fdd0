"""Descriptions in; those of numbers in a table out, with what the head of their column and their row tell of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from claimcheck.grids import Grid, grids
from claimcheck.records import Description, Fact, Quantity, Rejected, Span
from claimcheck.stages.describe.lexicon import Lexicon, words_of
from claimcheck.stages.describe.reading import Reading

_MEASURE, _PARTY, _COUNTED_BY = "M3990", "P3990", "T3990"  # rules of what a head tells, and of the day of a row
_TOLD_BY = ("state", "noun", "done")  # roles of words that tell a measure where they stand alone
_PERSON = "person"
_NOTED = "*†‡"  # marks of a number that a note below tells more of
_RUNNING = 3  # rows from which numbers that rise from day to day are a running count

Result = Description | Rejected


class _Head(NamedTuple):
    """What the head of a column tells of its numbers."""

    measure: Fact | None
    unit: str
    party: Fact | None


def told_in_rows(
    reading: Reading, quantities: Sequence[Quantity], results: Sequence[Result], lexicon: Lexicon
) -> tuple[Result, ...]:
    """The descriptions, each count of a table with what its column counts, of which side, and by which day.

    "Date | Chad: killed | Mali: killed", over "May 3 | 40 | 12": 40 killed of Chad by the third of May.
    """
    tables = grids(reading.text)
    if not tables:
        return tuple(results)
    at = {
        q.start: n for n, q in enumerate(quantities) if isinstance(results[n], Description) and q.dimension == "count"
    }
    out = list(results)
    for table in tables:
        for column in range(1, len(table.rows[0])):
            _tell(reading, table, column, {n: quantities[n] for n in _inside(table, column, at)}, out, lexicon)
    return tuple(out)


def _inside(table: Grid, column: int, at: Mapping[int, int]) -> Iterable[int]:
    """The numbers with which the cells of a column open."""
    cells = (row[column] for row in table.rows[1:])
    return [at[start] for start, _ in cells if start in at]


def _tell(
    reading: Reading, table: Grid, column: int, found: Mapping[int, Quantity], out: list[Result], lexicon: Lexicon
) -> None:
    head = _head(reading, table.rows[0][column], lexicon)
    running = head.measure is not None and _runs([quantity.value for quantity in found.values()])
    for n, quantity in found.items():
        told, row = out[n], table.row_of(quantity.start)
        if isinstance(told, Description) and head.measure is not None and row is not None:
            noted = reading.text[quantity.end : quantity.end + 1] in _NOTED and told.measure is not None
            party = head.party or _side_in(reading, row[0])
            out[n] = _as_of_row(row[0], replace(
                told,
                measure=told.measure if noted else head.measure,
                word=None,
                part_of=(),
                party=party or told.party,
                unit=head.unit if told.unit == "thing" and head.unit else told.unit,
                noun_class=lexicon.class_of(head.unit) if told.unit == "thing" and head.unit else told.noun_class,
            ), running)  # fmt: skip


def _head(reading: Reading, cell: Span, lexicon: Lexicon) -> _Head:
    words = words_of(reading.text[slice(*cell)])
    lemmas = [*words, *(form.lemma for word in words for form in lexicon.forms.get(word, ()))]
    lemmas += [lexicon.singular(word) for word in words]
    triggers = [t for word in lemmas for t in lexicon.triggers.get(word, ()) if t.role in _TOLD_BY]
    fitting = [t for t in triggers if set(t.words) <= set(lemmas) and t.rule.harm and _of_anybody(t.rule.classes)]
    trigger = min(fitting, key=lambda t: (-len(t.words), _TOLD_BY.index(t.role)), default=None)
    measure = Fact(value=trigger.rule.name, rule=_MEASURE, span=cell) if trigger else None
    unit = trigger.rule.unit if trigger else ""
    return _Head(measure, unit or "", _side_in(reading, cell))


def _of_anybody(classes: Sequence[str]) -> bool:
    """Whether a measure is told where nothing says what is counted: a column of "killed" is of no tanks."""
    return not classes or "none" in classes


def _side_in(reading: Reading, cell: Span) -> Fact | None:
    """The one land that a cell names."""
    at = bisect_right(reading.sentences, cell[0], key=lambda sentence: sentence.start) - 1
    hits = reading.seen(at).of("country", "demonym") if at >= 0 else ()
    named = {hit.name.country or hit.name.value: hit for hit in hits if cell[0] <= hit.start < cell[1]}
    if len(named) != 1:
        return None
    ((land, hit),) = named.items()
    return Fact(value=land, rule=_PARTY, span=(hit.start, hit.end))


def _as_of_row(cell: Span, told: Description, running: bool) -> Description:
    """A number with the day of its row: the one up to which it runs, where the numbers of a column do."""
    period = told.period
    if period is None or period.span is None or not cell[0] <= period.span[0] < cell[1] or not running:
        return told
    return replace(told, period=None, as_of=Fact(value=period.end or "", rule=_COUNTED_BY, span=period.span))


def _runs(values: Sequence[float]) -> bool:
    """Whether numbers rise from row to row, as a running count does; of many one may be set right."""
    steps = [later >= earlier for earlier, later in pairwise(values)]
    return len(values) >= _RUNNING and steps.count(False) <= (len(values) > _RUNNING)
