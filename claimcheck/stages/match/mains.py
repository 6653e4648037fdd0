"""A story's articles in, its main event out: one that the rules name, told of then or looked back on, or its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from claimcheck.records import Claim, Reading
from claimcheck.rules.world import listed
from claimcheck.slots import Book, Days, days, named
from claimcheck.spelling import spelt
from claimcheck.stages.match.asides import Aside, Main
from claimcheck.stages.match.leads import LENGTH, Lead, kinds_of, over
from claimcheck.stems import common_names
from claimcheck.workers import slices, spread

_HEADLINES = 9  # sentences among which an article's headlines are
_FIRST = 3  # of the harmed that an article tells of, those whom it opens with
_AGAIN = 3  # claims of an event that one who looks back on it tells
_AFTERMATH = 35  # days behind an event, of which one who looks back on it still tells
_SHARE = 500  # stories whose main events one process looks for at a time
NEWS = 10  # days before its date that an article's own event may lie


def in_headline(claim: Claim, reading: Reading) -> bool:
    """Whether a claim stands in one of its article's headlines."""
    return any(s.start == claim.sentence[0] and s.kind == "headline" for s in reading.segments.sentences[:_HEADLINES])


def mains_of(
    readings: Sequence[Reading], story: Mapping[str, int], leads: Mapping[str, Lead], book: Book
) -> dict[int, Main]:
    """The main event of each story, by the story's number; a second of the same words has a number behind its key."""
    by_story: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_story[story[reading.article.name]].append(reading)
    groups = [group for _, group in sorted(by_story.items())]

    def told(share: Sequence[Sequence[Reading]]) -> list[Main]:
        return [_main(group, leads, book) for group in share]

    mains = chain.from_iterable(spread(told, slices(groups, _SHARE), list[Main]))
    taken, found = Counter[str](), dict[int, Main]()
    for number, main in zip(sorted(by_story), mains, strict=True):
        taken[main.key] += 1
        count = taken[main.key]
        found[number] = main if count == 1 or named(main.key) else main._replace(key=f"{main.key}-{count}")
    return found


def _main(group: Sequence[Reading], leads: Mapping[str, Lead], book: Book) -> Main:
    """The main event of a story, called as the rules name it, or by what its leads have in common."""
    told = [leads[reading.article.name] for reading in group]
    key = _known(group, book) or _flight(group, book) or _story_key(group)
    return Main(
        key=key,
        period=looked_back_to(key, _news_days(group), book),
        kinds=frozenset().union(*(kinds_of(claim) for reading in group for claim in reading.claims)),
        names=frozenset().union(*(lead.names.union(map(spelt, lead.lands)) for lead in told)),
    )


def _known(group: Sequence[Reading], book: Book) -> str | None:
    """The known event that a story is about: one that some of its claims name, and that was news then, or else one that
    its articles look back on."""
    if not any(claim.description.event for reading in group for claim in reading.claims):
        return None
    news = _news_days(group)
    if news is None:
        return _opened_with(group, book)
    events = {c.description.event.value for r in group for c in r.claims if c.description.event}
    found = [e for e in sorted(events) if not book.lasts(e) and e in book.events
             and news[0] <= book.events[e].start <= news[1]]  # fmt: skip
    if found:
        return found[0] if len(found) == 1 else None
    return _looked_back_on(group, book) or _past_event(group, news[0], book)


def _looked_back_on(group: Sequence[Reading], book: Book) -> str | None:
    """The known event that articles tell of long after it: the one that most of those harmed were harmed by, and first
    of them those whom an article opens with."""
    harmed = [[c for c in r.claims if c.description.measure and c.description.measure.value in book.done_by_events]
              for r in group]  # fmt: skip
    first = [claims[:_FIRST] for claims in harmed]
    both = [_most_told(list(chain.from_iterable(claims))) for claims in (harmed, first)]
    event = both[0]
    return event if event and event == both[1] and event in book.events and not book.lasts(event) else None


def _most_told(claims: Sequence[Claim]) -> str:
    """The event that more than half of some claims are told of; or nothing."""
    told = Counter(claim.description.event.value for claim in claims if claim.description.event)
    return next((event for event, count in told.items() if 2 * count > len(claims)), "")


def _past_event(group: Sequence[Reading], first: str, book: Book) -> str | None:
    """The known event, over before some day, that articles look back on: they open with it, tell of it again and again,
    and of no other one but wars. "He made the bombs of last year's attack, in which 130 died" tells of it but once."""
    told = Counter(c.description.event.value for r in group for c in r.claims if c.description.event)
    known = [event for event in told if event in book.events and not book.lasts(event)]
    past = _opened_with(group, book)
    if past is None or len(known) > 1 or told[past] < _AGAIN:
        return None
    return past if over(book.events[past], first) else None


def _flight(group: Sequence[Reading], book: Book) -> str | None:
    """The known exodus whose people the articles open with, told from where they came to: "100,000 refugees arrived",
    in its days or those behind, over texts that name the place which they left."""
    news = _news_days(group)
    if news is None or not any(flees(claim, book) for reading in group for claim in _opening(reading)):
        return None
    ended = back(news[0], NEWS)
    found = [
        known.name
        for known in book.events.values()
        if book.is_flight(known.name) and known.start <= news[1] and not over(known, ended)
        and not book.lasts(known.name) and all(_names_one(reading, known.places) for reading in group)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _names_one(reading: Reading, places: str) -> bool:
    return any(re.search(rf"\b{re.escape(place)}\b", reading.article.text) for place in listed(places))


def _opening(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.sentence[0] < reading.article.body + LENGTH]


def _opened_with(group: Sequence[Reading], book: Book) -> str | None:
    """The known event that an article's headline, or else most of what it opens with, is told of: all that tells of
    what news without a date is, and what a look back is of."""
    found = set[str]()
    for reading in group:
        first = _opening(reading)
        first = [claim for claim in first if in_headline(claim, reading)] or first
        count = Counter(claim.description.event.value for claim in first if claim.description.event)
        found |= {event for event, number in count.items() if 2 * number > len(first)}
    known = [event for event in sorted(found) if event in book.events and not book.lasts(event)]
    return known[0] if len(known) == len(found) == 1 else None


def _story_key(group: Sequence[Reading]) -> str:
    """A readable key that hangs on what the story's leads share, not on file names."""
    texts = [(reading.article.title or "") + " " + reading.article.text[:LENGTH] for reading in group]
    dates = sorted(reading.article.date[:7] for reading in group if reading.article.date)
    words = [re.sub(r"[^\w]+", "-", name.casefold()) for name in common_names(set(texts))]
    return "~" + "-".join([*words, *dates[:1]])


def _news_days(group: Sequence[Reading]) -> Days | None:
    """The days that a story's own event may lie in; None where no article is dated."""
    dates = sorted(reading.article.date[:10] for reading in group if reading.article.date)
    return (back(dates[0], NEWS), dates[-1]) if dates else None


@lru_cache(maxsize=4096)
def back(day: str, count: int) -> str:
    """The ISO day a count of days before one, or behind it where the count is below zero; never out of range."""
    ordinal = date.fromisoformat(day).toordinal() - count
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()  # 9999-12-31 is a day, too


def looked_back_to(main: str, own: Days | None, book: Book) -> Days | None:
    """The days of articles' own event: of a known one that was over before their news, its own."""
    known = book.events.get(main)
    if own is None or known is None or not (known.start and known.end) or known.end >= own[0]:
        return own
    return known.start, known.end


def own_days(reading: Reading) -> Days | None:
    """The days of an article's own event: around its date, or else what its lead speaks of."""
    if reading.article.date:
        return (back(reading.article.date[:10], NEWS), back(reading.article.date[:10], -2))
    told = [days(claim) for claim in reading.claims if claim.sentence[0] < reading.article.body + LENGTH]
    known = [period for period in told if period is not None]
    return known[0] if known else None


def looks_back(aside: Aside, reading: Reading, main: Main, book: Book) -> bool:
    """Whether an article of weeks or years after a known event, which it is about, goes on telling of it: of those days
    and the weeks behind them, and of nothing of another kind. "It spoke of 207 dead on September 22", in a look back.
    """
    known = book.events.get(main.key)
    if known is None or not known.end or not reading.article.date:
        return False
    if reading.article.date[:10] <= back(known.end, -NEWS) or not aside.kinds <= book.lasting | {known.kind}:
        return False
    return known.start <= aside.period[0] and aside.period[1] <= back(known.end, -_AFTERMATH)


def flees(claim: Claim, book: Book) -> bool:
    """Whether those whom a claim counts have fled."""
    measure = claim.description.measure
    return measure is not None and book.flees(measure.value, claim.description.noun_class)
