"""A claim of people who fell ill in, out what with: "270 cases of microcephaly", in an article on Zika."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.records import Claim, Reading
from claimcheck.slots.book import Book
from claimcheck.slots.wordings import any_of

_FELL_ILL = "infected"
_PARTING = re.compile(r"[,;:(]")
_NEAR = 60  # characters behind a number in which its illness stands
_BEFORE = 400  # characters before it in which the illness that the text tells of is named


def illness_of(claim: Claim, reading: Reading, book: Book) -> str | None:
    """The illness that is named right behind a number of the ill, or else last before it."""
    measure, text = claim.description.measure, reading.article.text
    if measure is None or measure.value != _FELL_ILL or claim.quantity.dimension != "count":
        return None
    end, names = claim.quantity.end, _names(book)
    behind = names.search(text, end, min(claim.sentence[1], end + _NEAR))
    if behind is not None and _PARTING.search(text, end, behind.start()) is None:
        return behind[0].casefold()
    before = names.findall(text, max(0, claim.quantity.start - _BEFORE), claim.quantity.start)
    return before[-1].casefold() if before else None


@lru_cache(maxsize=16)
def _names(book: Book) -> re.Pattern[str]:
    """An illness by its name; not "Zika-related microcephaly"."""
    return re.compile(rf"\b(?:{any_of(book.words('called', 'illness'))})\b(?!-)", re.I)
