"""A claim in, out what tells it from all others of its measure: how those came to harm whom a storm killed, where they
died, or that it is of the year before."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.records import Claim, Reading
from claimcheck.slots.book import Book
from claimcheck.slots.wordings import any_of

_FAR = 90  # characters behind a number in which it is told how
_WAYS = ("crash", "cold", "strain", "fumes")  # labels of rules of portions
_WHERE = ("hospital", "scene")  # … of where some of all died
_SEEN = "seen"  # … of what becomes of no toll


def manner_of(claim: Claim, reading: Reading, book: Book) -> str | None:
    """How those came to harm that a claim counts: "45 died in car crashes", in a snowstorm; None of any other harm.

    Where a crash is what an article is about all of its dead are of it. Of any other number, that it is of an earlier
    year: "slowed to 20 percent, from 56 percent a year earlier"; whom a bomb killed a year ago are all whom it killed.
    """
    text, end, measure = reading.article.text, claim.quantity.end, claim.description.measure
    if measure is None or measure.value not in book.fates:
        return "before" if _before(book).match(text, end, min(end + _FAR, claim.sentence[1])) else None
    if claim.quantity.dimension != "count":
        return None
    died = _died(book).match(text, end, min(end + _FAR, claim.sentence[1])) if measure.value == "killed" else None
    if died is not None:
        return died.lastgroup
    terms = (*claim.description.event_terms, *reading.claims[0].description.event_terms)
    if book.words("place", "compatible").isdisjoint(fact.value for fact in terms):
        return None
    found = _told(book).match(text, end, min(end + _FAR, claim.sentence[1]))
    return found.lastgroup if found else None


@lru_cache(maxsize=1)
def _before(book: Book) -> re.Pattern[str]:
    """ "(56 percent) a year earlier", "(40 people) in the previous quarter": right behind what is counted."""
    when = any_of(book.words("portion", "before"))
    return re.compile(rf"(?:[ -][a-z-]{{1,15}}){{0,3}}? (?:in |during |for )?(?:{when})\b")


@lru_cache(maxsize=1)
def _died(book: Book) -> re.Pattern[str]:
    """ "(Seven people) died in hospital", "(four) were pronounced dead at the scene", "(six bodies) can be seen": some
    of all whom a blast killed."""
    where = "|".join(rf"(?P<{way}>{'|'.join(sorted(book.words('portion', way)))})" for way in _WHERE)
    seen = "|".join(sorted(book.words("portion", _SEEN)))
    return re.compile(rf"[^,;:.()\d]{{0,40}}?\b(?:(?:died|dead)(?: later)? (?:{where})|(?P<{_SEEN}>{seen}))\b")


@lru_cache(maxsize=1)
def _told(book: Book) -> re.Pattern[str]:
    """ "(45 people) died in weather-related car crashes"; of one number alone: "two died and three in crashes"."""
    how = "|".join(rf"(?P<{way}>{any_of(book.words('portion', way))})" for way in _WAYS)
    return re.compile(rf"[^,;:.()\d]{{0,60}}?\b(?:in|of|from|by|while|to) (?:[\w-]+ ){{0,2}}?(?:{how})\b")
