"""A claim in, out how those came to harm whom it counts, where a storm kills in many ways: in car crashes."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.records import Claim, Reading
from claimcheck.slots.book import Book

_FAR = 90  # characters behind a number in which it is told how
_WAYS = ("crash", "cold", "strain", "fumes")  # labels of rules of portions


def manner_of(claim: Claim, reading: Reading, book: Book) -> str | None:
    """How those came to harm that a claim counts: "45 died in car crashes", in a snowstorm; None of any other harm.

    Where a crash is what an article is about all of its dead are of it.
    """
    measure, end = claim.description.measure, claim.quantity.end
    if claim.quantity.dimension != "count" or measure is None or measure.value not in book.fates:
        return None
    terms = (*claim.description.event_terms, *reading.claims[0].description.event_terms)
    if book.words("place", "compatible").isdisjoint(fact.value for fact in terms):
        return None
    found = _told(book).match(reading.article.text, end, min(end + _FAR, claim.sentence[1]))
    return found.lastgroup if found else None


@lru_cache(maxsize=1)
def _told(book: Book) -> re.Pattern[str]:
    """ "(45 people) died in weather-related car crashes"; of one number alone: "two died and three in crashes"."""
    how = "|".join(rf"(?P<{way}>{'|'.join(sorted(book.words('portion', way)))})" for way in _WAYS)
    return re.compile(rf"[^,;:.()\d]{{0,60}}?\b(?:in|of|from|by|while|to) (?:[\w-]+ ){{0,2}}?(?:{how})\b")
