"""A claim of a reading in, out the firm whose sales, profit or share price it tells: "Ava's revenue rose".

Where a sentence names none it is the one told last, if the sentence goes on from another ("Its shares fell"), or else
the one that its article names most often of those that it first names in such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcheck.records import Claim, Reading
from claimcheck.slots.book import Book
from claimcheck.slots.wordings import any_of

_LEAD = 2_000  # characters in which an article names the firm that it is about
_BEFORE = 600  # … before its number, and before a sentence that goes on from others
_NAME = r"[A-Z][\w&-]{1,20}(?:\.[a-z]{2,3})?(?: [A-Z][\w&.-]{1,20}){0,3}"
_TICKER = r"\([A-Z\d][\w.]{1,8}(?:, [A-Z\d][\w.]{1,12})?\)"


class _Forms(NamedTuple):
    """How texts word whose a number is, and that they go on from the sentence before."""

    named: re.Pattern[str]
    goes_on: re.Pattern[str]
    legal: frozenset[str]


def firm_of(claim: Claim, reading: Reading, book: Book) -> str | None:
    """The firm's name in small letters; None where none is told, or the number is of no such measure."""
    told = claim.description.measure
    if told is None or told.value not in book.words("called", "firm"):
        return None
    forms, text, start = _forms(book), reading.article.text, claim.sentence[0]
    if name := _last(forms, text, max(start, claim.quantity.start - _BEFORE), claim.quantity.start):
        return name
    if forms.goes_on.match(text, start) and (name := _last(forms, text, max(0, start - _BEFORE), start)):
        return name
    return _main(forms, text, reading.article.body)


@lru_cache(maxsize=16)
def _main(forms: _Forms, text: str, body: int) -> str | None:
    """The firm that an article is about: of those that its lead names in such words the one named most often."""
    folded = text.casefold()

    def times(name: str) -> int:
        return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", folded))

    return max(dict.fromkeys(_names(forms, text, body, body + _LEAD)), key=times, default=None)


def _last(forms: _Forms, text: str, start: int, end: int) -> str | None:
    """The name that stands last in a stretch."""
    *_, last = (None, *_names(forms, text, start, end))
    return last


def _names(forms: _Forms, text: str, start: int, end: int) -> Iterator[str]:
    for match in forms.named.finditer(text, start, end):
        if name := _bare(match["shares"] or match["owns"] or match["does"] or match["listed"], forms.legal):
            yield name


def _bare(name: str, legal: frozenset[str]) -> str:
    """ "Osk-based Ava Software Inc" is Ava Software."""
    words = name.casefold().split()
    based = next((at for at, word in enumerate(words) if word.endswith("-based")), -1)
    words = words[based + 1 :]
    while words and words[-1].strip(".") in legal:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=16)
def _forms(book: Book) -> _Forms:
    """ "Shares of Ava Inc", "Ava's (AVA.N) revenue", "Ava reported", "Ava (AVA.N)", "Ava, which": no "Monday's"."""
    never, has, does, again = (
        any_of(book.words("called", f"firm-{label}")) for label in ("none", "has", "does", "again")
    )
    name = rf"(?!(?i:{never})\b){_NAME}"
    named = re.compile(
        rf"\b(?:[Ss]hares|[Ss]tock) (?:of|in) (?:[\w-]{{1,20}}-based )?(?P<shares>{name})"
        rf"|(?<![\w’'-])(?:(?P<owns>{name})['’]s?(?: {_TICKER})? (?:[\w-]{{1,20}} ){{0,2}}(?:{has})\b"
        rf"|(?P<does>{name})(?: {_TICKER})? (?:{does})\b|(?P<listed>{name})(?: {_TICKER}|, (?:which|whose)\b))"
    )
    return _Forms(named, re.compile(rf"(?:{again})\b"), book.words("called", "firm-form"))
