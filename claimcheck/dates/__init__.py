"""A text and the day of its article in, the dates and periods it speaks of out. Knows no clock but that day.

"26 February 1992" is known by itself; "on Thursday" and "two weeks ago" want the article's day, and without it they are
found all the same, with unknown ends. A shared leaf: extract refuses the numbers of dates, describe
sets claims in time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from claimcheck.dates import counted, named
from claimcheck.dates.coming import coming
from claimcheck.dates.counted import days_after
from claimcheck.dates.days import day_of, moved
from claimcheck.dates.forms import FORMS, OPENERS, forms_at
from claimcheck.dates.joined import joined
from claimcheck.dates.stretched import stretched
from claimcheck.dates.telling import STAMPING, dateline, stamps
from claimcheck.dates.when import When, overlaps
from claimcheck.dates.years import is_year

__all__ = [
    "OPENERS",
    "STAMPING",
    "When",
    "dateline",
    "day_of",
    "days_after",
    "find",
    "find_at",
    "is_year",
    "moved",
    "opens",
    "overlaps",
    "stamps",
]


def find(text: str, start: int = 0, end: int | None = None, anchor: str | None = None) -> tuple[When, ...]:
    """The dates and periods of text[start:end] in order, none over another; `anchor` is the article's ISO day."""
    stop = len(text) if end is None else end
    return _find(text, _WORD.finditer(text, start, stop), stop, day_of(anchor))


def find_at(text: str, starts: Iterable[int], end: int, anchor: str | None = None) -> tuple[When, ...]:
    """What `find` gives, for a caller who knows already where the words that `opens` start."""
    whole = (start for start in starts if not (start and (text[start - 1].isalnum() or text[start - 1] == "_")))
    return _find(text, filter(None, (_WORD.match(text, start, end) for start in whole)), end, day_of(anchor))


def opens(word: str) -> bool:
    """Whether a date or period may start with this word, given in lower case."""
    return word in OPENERS or word[0].isdecimal()


def _find(text: str, words: Iterable[re.Match[str]], stop: int, today: date | None) -> tuple[When, ...]:
    found: list[When] = []
    reached = 0
    for word in words:
        if word.start() < reached:
            continue
        when = _at(text, word, stop, today)
        if when is not None:
            found.append(when)
            reached = when.span[1]
    if len(found) > 1:
        found = [*joined(text, found, lambda start, today: _at_offset(text, start, stop, today))]
    if found and today is not None:
        found = [*coming(text, found, today)]
    return tuple(stretched(text, when) for when in found)


_WORD = re.compile(r"\w+")
_READERS = {**named.READERS, **counted.READERS}


def _at_offset(text: str, start: int, stop: int, today: date) -> When | None:
    word = _WORD.match(text, start, stop)
    return _at(text, word, stop, today) if word else None


def _at(text: str, word: re.Match[str], stop: int, today: date | None) -> When | None:
    for form in forms_at(text, word.start(), word[0]):
        match = FORMS[form].match(text, word.start(), stop)
        if match and (when := _READERS[form](match, today)) is not None:
            return when
    return None
