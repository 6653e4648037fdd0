"""An article in, its lead out: what its opening gives to know its event by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise, product

from claimcheck.bylines import byline
from claimcheck.dates import dateline, day_of, find
from claimcheck.dates.lexicon import DAYS, MONTHS
from claimcheck.records import Claim, Reading, Record
from claimcheck.rules.descriptions import Event
from claimcheck.slots import Book, days, digits
from claimcheck.spelling import spelt
from claimcheck.stages.match.names import LeadNames
from claimcheck.stems import WORD, capitals, stem, terms

_YEAR = re.compile(r"(?:19|20)\d\d")
LENGTH = 500  # of a lead, in characters: with 300 and with 1,200 fewer pairs of articles were told rightly
_JOINED = re.compile(r"\b([A-Z][a-z]{2,})[-–]([A-Z][a-z]{2,})")
_OF_MONTH = re.compile(rf"\b(?:\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{'|'.join(MONTHS)})\b[.,]?\s+\d", re.I)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS)})", re.I)  # "Tuesdays attack", where an apostrophe was lost
_DATE = 20  # characters behind a month that a date may end in
_SOME_DAY = "2001-01-01"  # from which the year of a day is guessed where an article has no date
_YEAR_OF_DAYS = 365
_RECENT = 2  # days around an article's own, which each of that day's articles names
_TELLING = 5  # digits, without the noughts at its end, of a number that tells its happening
_AGAIN, _OFTEN = 3, 0.125  # claims, and the part of all, that make one of an article's events one that it is about
_TITLED = 0.6  # of a line's words with a capital, from which it is a headline that capitals tell nothing in


class Lead(Record, frozen=True):
    """What the opening of an article gives to know its event by."""

    names: frozenset[str]  # but those of countries and their people; as they sound, like all names here
    lands: frozenset[str]
    within: frozenset[str]  # lands, and those that its towns lie in
    words: frozenset[str]  # the names are among them
    numbers: frozenset[str]
    named: frozenset[str]  # in the whole article
    spots: frozenset[str]  # of these, what no rule knows: villages, streets, persons
    weekdays: frozenset[str]  # of the opening
    facts: frozenset[tuple[str, float]]  # what its claims count, with the number
    measures: frozenset[str]  # what they count
    rare: frozenset[float]  # of their numbers, those that hardly two happenings share
    known: frozenset[str]  # events of some days that the rules name, of which its first claims are told
    day: int | None  # of its article, as an ordinal
    told: frozenset[int]  # days that its first claims are of
    recalled: frozenset[str]  # earlier days that it names by their month, where a kind is told; "11-15" of any year
    happenings: frozenset[tuple[str, str, int | None]]  # kind, place and, where it is told, day of these claims
    kinds: frozenset[str]  # of event, that these claims tell
    around: frozenset[str]  # lands, and those that the towns of the whole article lie in, where a kind is told
    storms: frozenset[str]  # that have a name: Hurricane Odo
    diseases: frozenset[tuple[str, str]]  # each in a land: cholera in Haiti
    war: bool  # whether a claim of the article is of an event that lasts, or its news of a land at war


def lead_of(reading: Reading, known: LeadNames, book: Book) -> Lead:
    """The names, content words and numbers of an article's headline and first sentences."""
    opening = _apart(_opening(reading), known)
    told, words, numbers = terms(opening)
    named = told | capitals(_apart(reading.article.text[reading.article.body :], known))
    day, first, facts = _day(reading.article.date), _first(reading), frozenset(_facts(reading.claims))
    war = _of_war(reading, book)
    happening = () if war else first  # in news of a war many happenings are of one kind and place
    kinds = frozenset(kind for claim in happening for kind in kinds_of(claim) - book.lasting)
    names, lands = told - known.plain - known.peoples, known.lands(told)
    storms, diseases = book.words("lead", "storm"), book.words("lead", "disease")
    return Lead(
        names=frozenset(map(spelt, names)),
        lands=lands,
        within=lands | known.around(told),
        words=words - known.peoples,
        numbers=frozenset(number for number in numbers if not _YEAR.fullmatch(number)),
        named=frozenset(map(spelt, named)) | lands | known.lands(named),
        spots=frozenset(map(spelt, named - known.known)),
        weekdays=frozenset(_weekdays(opening)),
        facts=facts,
        measures=frozenset(measure for measure, _ in facts),
        rare=frozenset(_rare(reading.claims)),
        known=frozenset(_known(reading, book)),
        day=day,
        told=frozenset(filter(None, map(_told_day, first))),  # "killed at least 16 civilians on Wednesday"
        recalled=frozenset(_recalled(reading)) if kinds else frozenset(),
        happenings=frozenset(_happenings(happening, known, book)),
        kinds=kinds,
        around=lands | known.around(named) if kinds else frozenset(),
        storms=frozenset(_storms(opening, storms)) if _tells(words, storms) else frozenset(),
        diseases=frozenset(product(_words(opening) & diseases, lands)) if _tells(words, diseases) else frozenset(),
        war=war or known.at_war(told, day),
    )


def _weekdays(opening: str) -> Iterable[str]:
    low = opening.casefold()
    return map(str.casefold, _WEEKDAY.findall(opening)) if any(day in low for day in DAYS) else ()


def _recalled(reading: Reading) -> Iterable[str]:
    """The days that an article names by month and day, up to a year before its own: the protests began on May 3."""
    text, today = reading.article.text, _day(reading.article.date)
    for at in _OF_MONTH.finditer(text, reading.article.body):
        for when in find(text, at.start(), at.end() + _DATE, reading.article.date or _SOME_DAY)[:1]:
            day = _day(when.start) if when.kind == "day" else None
            if day is None or when.start is None:
                continue
            if today is None:
                yield when.start[5:] if when.relative else when.start
            elif _RECENT < today - day < _YEAR_OF_DAYS:
                yield when.start


def _apart(text: str, known: LeadNames) -> str:
    """A text in which two lands that a hyphen joins are two words: "the Kenyan-Somali border"."""

    def parted(pair: re.Match[str]) -> str:
        return f"{pair[1]} {pair[2]}" if known.all_lands(map(stem, pair.groups())) else pair[0]

    return _JOINED.sub(parted, text) if "-" in text or "–" in text else text


def _tells(words: frozenset[str], any_of: frozenset[str]) -> bool:
    """Whether one of some words may be among stems."""
    return not _stems(any_of).isdisjoint(words)


@lru_cache(maxsize=16)
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def _words(text: str) -> frozenset[str]:
    return frozenset(map(str.casefold, WORD.findall(text)))


def _storms(opening: str, kinds: frozenset[str]) -> Iterable[str]:
    """Stems of the names of storms, as in "hurricane Odo"; in a Headline Of Capitals nothing is a name."""
    for line in opening.splitlines():
        written = WORD.findall(line)
        if sum(word[0].isupper() for word in written) > _TITLED * len(written):
            continue
        for kind, name in pairwise(written):
            if kind.casefold() in kinds and name[0].isupper() and (kept := stem(name)):
                yield kept


def _happenings(claims: Iterable[Claim], known: LeadNames, book: Book) -> Iterable[tuple[str, str, int | None]]:
    """Kind, place and day of what claims tell: a shooting in Christchurch, of a day that is not told.

    A land is no place of a bombing; of a flood, which goes over many places, it is one.
    """
    for claim in claims:
        place = claim.description.place
        wide = book.words("place", "compatible") if place and place.value in known.countries else None
        for kind in kinds_of(claim) - book.lasting if place else ():
            if place and (wide is None or kind in wide):
                yield kind, place.value, _told_day(claim)


def _of_war(reading: Reading, book: Book) -> bool:
    """Whether a claim is of a war that goes on: of one that was over long ago much news of its lands tells."""
    told = {claim.description.event.value for claim in reading.claims if claim.description.event}
    today = (reading.article.date or "")[:10]
    return any(book.lasts(event) and not (today and over(book.events.get(event), today)) for event in told)


def over(event: Event | None, day: str) -> bool:
    """Whether a known event ended, before a day if that is told."""
    return event is not None and event.end != "" and (not day or event.end < day)


def _first(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.sentence[0] < reading.article.body + LENGTH]


def _told_day(claim: Claim) -> int | None:
    period = days(claim)
    return _day(period[0]) if period is not None and period[0] == period[1] else None


def kinds_of(claim: Claim) -> frozenset[str]:
    """The kinds of event that a claim's text tells: airstrike, flood."""
    return frozenset(fact.value.casefold() for fact in claim.description.event_terms)


def _facts(claims: Iterable[Claim]) -> Iterable[tuple[str, float]]:
    """Numbers that two articles hardly share by chance, with what they measure."""
    for claim in claims:
        quantity, measure = claim.quantity, claim.description.measure
        if quantity.dimension == "count" and measure and quantity.qualifier != "vague" and quantity.value >= 2:
            yield (measure.value, quantity.value)
        elif quantity.dimension not in ("count", "duration") and quantity.value > 2:
            yield (quantity.unit or quantity.dimension, quantity.value)


def _rare(claims: Iterable[Claim]) -> Iterable[float]:
    """Counts of so many digits that two articles share none by chance: 53,629 people, whatever befell them."""
    told = (claim.quantity for claim in claims if claim.quantity.dimension == "count")
    return (q.value for q in told if q.qualifier == "exact" and digits(q.value) >= _TELLING)


def _known(reading: Reading, book: Book) -> Iterable[str]:
    """The known events of some days that an article opens with, or tells of again and again, be it years later."""
    told = Counter(claim.description.event.value for claim in reading.claims if claim.description.event)
    first = {claim.description.event.value for claim in _first(reading) if claim.description.event}
    often = {event for event, count in told.items() if count >= max(_AGAIN, _OFTEN * len(reading.claims))}
    return (event for event in first | often if event in book.events and not book.lasts(event))


@lru_cache(maxsize=4096)
def _day(text: str | None) -> int | None:
    day = day_of(text)
    return day.toordinal() if day is not None else None


def _opening(reading: Reading) -> str:
    article, parts, left = reading.article, [reading.article.title or ""], LENGTH
    for sentence in reading.segments.sentences:
        if left <= 0:
            break
        if byline(article.text, sentence.start, sentence.end):
            continue
        if sentence.kind in ("body", "headline") and sentence.start >= article.body:
            told_from = dateline(article.text, sentence.start, sentence.end)
            start = told_from[1] if told_from else sentence.start
            parts.append(article.text[start : min(sentence.end, sentence.start + left)])
            left -= sentence.end - sentence.start
    return "\n".join(parts)
