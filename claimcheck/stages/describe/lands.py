"""Several lands that one thing went over: a row of them in a sentence, or the one that an article opens with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimcheck.records import Fact, Span
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.reading import Reading

_GAP = 40  # characters between two lands of a row
_COMMA = re.compile(r", $")
_AND_OF = frozenset(("of", "between"))  # beside the prepositions of what is over lands: "authorities of both countries"
_SAID = (1, 2)  # words that tell that a noun is of both: "both", "the two"


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
    between = reading.lexicon.scene_words.row
    return [*_rows(reading.seen(sentence).of("country", "demonym"), reading.text, between)]


def both_told(c: Context, number: int) -> Fact | None:
    """The scope of the number at a token that counts what two lands have that are not named again: "the toll in the two
    countries passed 40", "the two countries together have lost 40"."""
    tokens, chunks, groups = c.parsed.tokens, c.parsed.chunks, c.lexicon.groups
    for at in range(len(tokens)):
        chunk = chunks[c.parsed.at[at]]
        lands = c.lexicon.class_of(tokens[chunk.head].lemma) == "country"
        before = tokens[at - 1].low if at else ""
        where = before in groups["over lands"] or before in _AND_OF or (at < number and _loses(c, chunk))
        if not (where and lands) or chunk.start != at:
            continue
        opening = [token.low for token in tokens[chunk.start : chunk.head]]
        if any(" ".join(opening[:size]) in groups["both lands"] for size in _SAID):
            return Fact(value="several_lands", rule="L94", span=(tokens[at].start, tokens[chunk.head].end))
    return None


def _loses(c: Context, chunk: Chunk) -> bool:
    """ "The two countries (together) have lost": whether those before a verb of suffering are its subject."""
    behind = c.parsed.at[chunk.end - 1] + 1
    while behind < len(c.parsed.chunks) and c.parsed.chunks[behind].kind == "A":
        behind += 1
    return behind < len(c.parsed.chunks) and c.of_group(c.parsed.chunks[behind], "suffering")


def of_row(row: Span) -> Fact:
    """The scope of what several lands have."""
    return Fact(value="several_lands", rule="L94", span=row)


def _rows(hits: Sequence[Hit], text: str, between: re.Pattern[str]) -> Iterable[Span]:
    """Each row of lands of a sentence, in order."""
    start: Hit | None = None
    last: Hit | None = None
    for one, other in pairwise(hits):
        opens = start is None and text.startswith(", and ", one.end)  # "in Chad, and Niger reported 20 dead"
        joined = other.start - one.end <= _GAP and between.fullmatch(text, one.end, other.start) is not None
        # "Chad, Niger and the rebel-held areas | of Niger": a part of the last land.
        goes_on = start is not None and one.name.country == other.name.country
        if joined and (goes_on or (_in_row(one, other, text) and not opens)):
            start, last = start or one, other
        elif start is not None and last is not None:
            yield start.start, last.end
            start = last = None
    if start is not None and last is not None:
        yield start.start, last.end


def _in_row(one: Hit, other: Hit, text: str) -> bool:
    if one.name.country == other.name.country:
        return False
    gap = text[one.end : other.start]
    return not _COMMA.fullmatch(gap) or other.after.isalpha()  # "Chad, Niger flood toll"; not "in Ava, Mali, on"
