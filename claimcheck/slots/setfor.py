"""A claim of a reading in, out the place or body that its number is set for: "Ohio's minimum wage is $9".

Each place sets its own wages, taxes and rates: that of one is no other's, though the numbers are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcheck.records import Claim, Reading, Span
from claimcheck.slots.book import FEDERAL, Book
from claimcheck.slots.kept import once_a_reading
from claimcheck.slots.wordings import any_of

_CAPITALS = re.compile(r"(?<![\w-])(?:(?:[A-Z]\.)+|[A-Z][\w-]*)(?: (?:(?:[A-Z]\.)+|[A-Z][\w-]*)){0,3}")
_DATELINE = re.compile(r"[A-Z]{3}[A-Z .'-]{0,30}(?:, [A-Z][\w.]{1,15})?(?: ?[(–—-]|(?= [A-Z][a-z]))")
_PARTY = re.compile(r"\b[DR]-\Z")  # "Sen. Mark Roe, D-Ohio"
_AGAIN = "the state"
_AND = re.compile(r",? (?:and|or) ")
_SEVERAL = "several"  # what is told of fourteen states is no one state's
_BEHIND = 60  # characters in which a number's own place stands


class _Patterns(NamedTuple):
    """How texts word what is set for all of a land, for a place told before, and for some of a place."""

    all_of_it: re.Pattern[str]
    again: re.Pattern[str]
    no_place: re.Pattern[str]
    some: re.Pattern[str]
    several: re.Pattern[str]
    there: re.Pattern[str]  # between a number and its own place


class _Mention(NamedTuple):
    start: int
    end: int
    name: str | None  # None: of one that is not named


def set_for(claim: Claim, reading: Reading, book: Book) -> str | None:
    """Whose rate a claim tells: "ohio", "federal"; None where that is not told, or no place sets it."""
    quantity = claim.quantity
    if quantity.dimension not in ("money", "percent"):
        return None
    told = _told_in(reading, book)
    if _measure(claim) not in told.measures and (quantity.dimension, quantity.unit, quantity.value) not in told.amounts:
        return None
    name = told.of(claim)
    return name and name.replace(" ", "-")  # one word: New York is not New York City


def _measure(claim: Claim) -> str:
    return claim.description.measure.value if claim.description.measure else ""


class _Told:
    """What an article tells of rates that places set, and the place that it is about."""

    def __init__(self, reading: Reading, book: Book) -> None:
        self.text, self._by_places = reading.article.text, book.words("called", "set")
        self.measures = self._by_places | book.words("called", "set-by-any")
        self._places, self._forms = book.named_places, _patterns(book)
        rates = [claim for claim in reading.claims if _measure(claim) in self.measures]
        self.amounts = frozenset(
            (claim.quantity.dimension, claim.quantity.unit, claim.quantity.value) for claim in rates
        )
        self._kept = dict[Span, list[_Mention]]()
        self._main: str | None = None
        by_places = (claim for claim in rates if _measure(claim) in self._by_places)
        if first := next(by_places, None):
            self._main = self._about(reading, first)

    def of(self, claim: Claim) -> str | None:
        """Whose a number is: of the place right behind it, or of the one named last before it, or of the first behind;
        or else of the one that the article is about."""
        start, end = claim.quantity.start, claim.quantity.end
        if some := self._forms.some.match(self.text, end, min(end + _BEHIND, claim.sentence[1])):
            return some["some"].casefold()
        if claim.sentence not in self._kept:
            self._kept[claim.sentence] = self._mentions(*claim.sentence)
        mentions = self._kept[claim.sentence]
        at = bisect_left(mentions, (start,))
        behind = mentions[at] if at < len(mentions) else _Mention(end, end, self._main)
        if self._forms.there.fullmatch(self.text, end, behind.start):  # "$15 an hour in Ohio"
            return behind.name
        if at == 0:  # "At $9 an hour Ohio pays"; not "$9 an hour could hurt firms in poor areas"
            return self._main if behind.name == _SEVERAL else behind.name
        return None if at > 1 and self._joined(mentions[at - 2], mentions[at - 1]) else mentions[at - 1].name

    def _joined(self, one: _Mention, other: _Mention) -> bool:
        """ "Ohio and Utah pay the most, $9": whether a rate is of two places, and so perhaps of either."""
        places = _SEVERAL not in (one.name, other.name) and one.name != other.name
        return places and _AND.fullmatch(self.text, one.end, other.start) is not None

    def _about(self, reading: Reading, first: Claim) -> str | None:
        """The place that the first sentences up to the first such number name first."""
        for sentence in reading.segments.sentences:
            for mention in self._mentions(sentence.start, sentence.end):
                if mention.name not in (None, _SEVERAL):
                    return mention.name
            if sentence.start >= first.sentence[0]:
                return None
        return None

    def _mentions(self, start: int, end: int) -> list[_Mention]:
        """Where a sentence names whose a rate may be, in order."""
        found = [_Mention(*match.span(), FEDERAL) for match in self._forms.all_of_it.finditer(self.text, start, end)]
        found += [_Mention(*match.span(), _SEVERAL) for match in self._forms.several.finditer(self.text, start, end)]
        dateline = _DATELINE.match(self.text, start, end)
        for match in _CAPITALS.finditer(self.text, dateline.end() if dateline else start, end):
            first, last = self._place(match)
            if first < last and not self._is_other(first, last, end):
                found.append(_Mention(first, last, self._places[self.text[first:last].casefold()]))
        found += [_Mention(*match.span(), _AGAIN) for match in self._forms.again.finditer(self.text, start, end)]
        return list(self._resolved(sorted(found, key=lambda mention: mention[:2])))

    def _resolved(self, found: Iterable[_Mention]) -> Iterator[_Mention]:
        """The mentions, "the state" as the place that the sentence names before it, or else as the article's."""
        last = self._main
        for mention in found:
            if mention.name == _AGAIN:
                yield mention._replace(name=last)
                continue
            last = last if mention.name in (_SEVERAL, FEDERAL) else mention.name
            yield mention

    def _is_other(self, start: int, last: int, end: int) -> bool:
        """Whether a place only tells of something else: "the Denver Post", "a U.S. state", "Tom Roe, D-Ohio"."""
        of_party = _PARTY.search(self.text[max(0, start - 3) : start])
        return bool(of_party or self._forms.no_place.match(self.text, last, end))

    def _place(self, match: re.Match[str]) -> Span:
        """The first and longest known place among capitalised words: "In Ohio", "Los Angeles City Council"."""
        words = list(_WORD.finditer(self.text, *match.span()))
        for k, first in enumerate(words):
            for last in reversed(words[k:]):
                if self.text[first.start() : last.end()].casefold() in self._places:
                    return first.start(), last.end()
        return match.start(), match.start()


_WORD = re.compile(r"\S+")
_EACH = r"(?:[ -](?:an|a|per)[ -][a-z]{1,12}|/[a-z]{1,12})?"


@lru_cache(maxsize=16)
def _patterns(book: Book) -> _Patterns:
    """The patterns that the words of the rules make."""
    land, area, areas, none, beside = (
        any_of(book.words("called", label)) for label in ("land", "area", "areas", "none", "set-beside")
    )
    return _Patterns(
        all_of_it=re.compile(rf"\b(?:{land})\b", re.I),
        again=re.compile(rf"\b(?:the|that|its|their|this) (?:{area})(?=['’]s? |\b)|\b(?:{area})-?wide\b", re.I),
        no_place=re.compile(rf" (?:{area}|{areas}|(?:[A-Z]\w+ ){{0,2}}(?i:{none}))\b"),
        some=re.compile(
            rf"{_EACH},? (?:in|for|across) "
            rf"(?P<some>(?:the )?(?:[a-z-]+ ){{1,3}}(?:{areas})|(?:the )?rest of the (?:{area}))\b"
        ),
        several=re.compile(rf"\b(?:{areas})\b", re.I),
        there=re.compile(rf"{_EACH}(?: (?:{beside}))?,?(?: in| for| across)? "),
    )


_told_in = once_a_reading(_Told)
