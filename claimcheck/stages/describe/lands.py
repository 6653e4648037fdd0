"""Several lands that one thing went over: a row of them in a sentence, or the one that an article opens with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimcheck.records import Fact, Span
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.reading import Reading

_GAP = 40  # characters between two lands of a row
_PART = r"(?:[a-z-]+ )?(?:parts?|areas?) of |[a-z-]*(?:north|south|east|west|centr)[a-z]* "
_PARTS = rf"(?:the |in |neighbou?ring |{_PART}){{0,3}}"
_JOINED = re.compile(rf"(?:,|,? and|,? &|,? as well as) {_PARTS}| ?[–/-] ?")
_COMMA = re.compile(r", $")
_BOTH = (["both"], ["the", "two"], ["these", "two"], ["the", "three"], ["all", "three"])
_OF = frozenset(("in", "across", "over", "from", "throughout", "of", "between"))


def row_opened_on(reading: Reading, sentences: Iterable[int]) -> Span | None:
    """The row of lands that an article opens with, where it names none before; `sentences`: its opening."""
    for sentence in sentences:
        hits, rows = reading.seen(sentence).of("country", "demonym"), rows_in(reading, sentence)
        if hits or rows:
            return rows[0] if rows and not any(hit.start < rows[0][0] for hit in hits) else None
    return None


def row_of(rows: Sequence[Span], place: Span | None, number: int) -> Span | None:
    """The last row of lands before a number, else the first behind it; where a place is told, that in which it is."""
    if place is not None:
        rows = [row for row in rows if row[0] <= place[0] and place[1] <= row[1]]
    before = [row for row in rows if row[0] < number]
    return before[-1] if before else next(iter(rows), None)


def rows_in(reading: Reading, sentence: int) -> list[Span]:
    """All rows of lands of a sentence, in order."""
    return [*_rows(reading.seen(sentence).of("country", "demonym"), reading.text)]


def both_told(c: Context) -> Fact | None:
    """ "The toll in the two countries passed 40", "authorities of both countries put the dead at 40"."""
    tokens, chunks = c.parsed.tokens, c.parsed.chunks
    for at in range(1, len(tokens)):
        chunk = chunks[c.parsed.at[at]]
        lands = c.lexicon.class_of(tokens[chunk.head].lemma) == "country"
        if tokens[at - 1].low not in _OF or chunk.start != at or not lands:
            continue
        opening = [token.low for token in tokens[chunk.start : chunk.head]]
        if any(opening[: len(words)] == words for words in _BOTH):
            return Fact(value="several_lands", rule="L94", span=(tokens[at].start, tokens[chunk.head].end))
    return None


def of_row(row: Span) -> Fact:
    """The scope of what several lands have."""
    return Fact(value="several_lands", rule="L94", span=row)


def _rows(hits: Sequence[Hit], text: str) -> Iterable[Span]:
    """Each row of lands of a sentence, in order."""
    start: Hit | None = None
    last: Hit | None = None
    for one, other in pairwise(hits):
        opens = start is None and text.startswith(", and ", one.end)  # "in Chad, and Niger reported 20 dead"
        if (_in_row(one, other, text) and not opens) or (start is not None and _goes_on(one, other, text)):
            start, last = start or one, other
        elif start is not None and last is not None:
            yield start.start, last.end
            start = last = None
    if start is not None and last is not None:
        yield start.start, last.end


def _goes_on(one: Hit, other: Hit, text: str) -> bool:
    """ "Chad, Niger and the rebel-held areas | of Niger": a part of the last land."""
    gap = text[one.end : other.start]
    return len(gap) <= _GAP and one.name.country == other.name.country and _JOINED.fullmatch(gap) is not None


def _in_row(one: Hit, other: Hit, text: str) -> bool:
    gap = text[one.end : other.start]
    if len(gap) > _GAP or not _JOINED.fullmatch(gap) or one.name.country == other.name.country:
        return False
    return not _COMMA.fullmatch(gap) or other.after.isalpha()  # "Chad, Niger flood toll"; not "in Ava, Mali, on"
