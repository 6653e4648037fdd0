"""Readings in, the event of every claim out: one that the rules name, the article's own, or one told beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from claimcheck.records import Claim, Fact, Reading
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Event
from claimcheck.slots import Book, compare_days, days, named
from claimcheck.stages.match.asides import Aside, aside_of, place_asides
from claimcheck.stages.match.leads import Lead, kinds_of, lead_of, over
from claimcheck.stages.match.mains import back, flees, looked_back_to, looks_back, mains_of, own_days
from claimcheck.stages.match.names import LeadNames
from claimcheck.stages.match.stories import stories
from claimcheck.stages.match.wars import as_many_as_a_war, counts_all, happens_in, past, spots, war_has_done
from claimcheck.workers import slices, spread

_SHARE = 250  # articles whose leads one process reads at a time
_SOME = 0.25  # of a happening's claims, that tell the war which all of them are of
_LONG_OVER = 365  # days behind a war after which what is news may lie in it no more


class Told(NamedTuple):
    """What the articles tell of events."""

    keys: dict[str, str]  # of each claim's event by its id: one of the rules', or one with a leading "~"
    stories: dict[str, str]  # the key of the main event of each article
    near: dict[tuple[str, str], float]  # keys of stories that are nearly one, with their likeness
    recalled: dict[str, frozenset[str]]  # known events that each article tells of when they were over


def events(readings: Sequence[Reading], book: Book, rules: Rules) -> Told:
    """The events of all claims, the stories of all articles, and which stories are nearly one."""
    telling = [reading for reading in readings if reading.claims]
    names = rules.once(LeadNames)
    opened = spread(partial(_leads, names=names, book=book), slices(telling, _SHARE), list[Lead])
    leads = {reading.article.name: lead for reading, lead in zip(telling, chain.from_iterable(opened), strict=True)}
    story, kin = stories(leads, book)
    mains = mains_of(telling, story, leads, book)
    wars_on = _wars_on(telling, story, book)
    openings = _days_told(story, leads)
    known: dict[str, str] = {}  # what the rules name
    found: dict[str, str] = {}  # the happening in it, or "" for all of it
    asides: dict[str, Aside] = {}
    around: dict[str, Counter[str]] = defaultdict(Counter)  # by main event, what claims of it tell to have lasted
    written: dict[str, str] = {}  # by main event the last day on which it is told of
    # A copy has no voice of its own; of copies of several days the first has it, whatever they are called.
    latest_first = sorted(telling, key=lambda reading: reading.article.date or "", reverse=True)
    once = {reading.article.text: reading.article.name for reading in latest_first}
    for reading in telling:
        main = mains[story[reading.article.name]]
        own, epidemic = looked_back_to(main.key, own_days(reading), book), _epidemic(reading, book)
        around_it = wars_on[story[reading.article.name]]
        today = (reading.article.date or around_it.day)[:10]
        written[main.key] = max(today, written.get(main.key, ""))
        for claim in reading.claims:
            event = claim.description.event or _of_its_war(claim, reading, around_it.war, book, names.countries)
            if epidemic is not None and _befell(claim, epidemic, book):
                known[claim.id], found[claim.id] = epidemic.name, ""
                continue
            if event and not past(event, claim, reading, book):
                known[claim.id] = event.value
                one = happens_in(event, claim, reading, today, book, names.countries)
                if not one and not _beside(event, epidemic):
                    found[claim.id] = ""
                    told = war_has_done(claim, reading, book) or as_many_as_a_war(claim, book)
                    told = told or book.over_lands(event.value)
                    if told and once[reading.article.text] == reading.article.name:
                        around[main.key][event.value] += 1
                    continue
            aside = aside_of(claim, own, reading, main.key)
            on_its_days = openings[story[reading.article.name]]
            if aside is not None and not (
                _of_the_story(aside, reading.article.name, on_its_days) or looks_back(aside, reading, main, book)
            ):
                asides[claim.id] = aside
            else:
                found[claim.id] = main.key
    _join_flights(telling, known, found, {name: mains[number].key for name, number in story.items()}, book)
    near = {_sorted(mains[a].key, mains[b].key): weight for (a, b), weight in kin.items()}
    found |= place_asides(asides, tuple(mains.values()), book)
    voices = frozenset(c.id for r in telling if once[r.article.text] == r.article.name for c in r.claims)
    wars = _wars({claim: key for claim, key in found.items() if claim in voices}, known, around, written, book)
    of_all = _of_all_claims(telling, book)
    # All that a story of a flood tells is of the flood; a strike of a war is one of many.
    whole = {key for key, war in wars.items() if book.over_lands(war)}
    keys = {
        claim: wars[key]
        if key in whole or (claim in of_all and wars.get(key))
        else wars.get(key, known.get(claim, "")) + key
        for claim, key in found.items()
    }
    recalled = {reading.article.name: _recalled(reading, book) for reading in telling}
    return Told(keys, {name: mains[number].key for name, number in story.items()}, near, recalled)


def _join_flights(
    readings: Sequence[Reading], known: dict[str, str], found: dict[str, str], own: Mapping[str, str], book: Book
) -> None:
    """All who flee are of the one known exodus that other claims of their story are of: "28,000 fled", "19,000 refugees
    have entered the land". `known` and `found` are told so; `own` is each article's main event."""
    fled = [(c, own[r.article.name]) for r in readings for c in r.claims if flees(c, book)]
    exoduses: dict[str, set[str]] = defaultdict(set)
    for claim, main in fled:
        if found.get(claim.id) == "" and book.is_flight(known[claim.id]):
            exoduses[main].add(known[claim.id])
    for claim, main in fled:
        if found.get(claim.id) == main and claim.id not in known and len(exoduses[main]) == 1:
            (known[claim.id],), found[claim.id] = exoduses[main], ""


class _Time(NamedTuple):
    """When the articles of a story are of, going by those that have a date."""

    day: str  # the last one; or nothing
    war: str  # that goes on then, of which they tell; or nothing


def _wars_on(readings: Sequence[Reading], story: Mapping[str, int], book: Book) -> dict[int, _Time]:
    """By story the time that its articles without a date are of, too."""
    dated: dict[int, list[Reading]] = {number: [] for number in story.values()}
    for reading in readings:
        if reading.article.date:
            dated[story[reading.article.name]].append(reading)
    return {number: _Time(day=_last_day(group), war=_war_of(group, book)) for number, group in dated.items()}


def _last_day(readings: Sequence[Reading]) -> str:
    return max((reading.article.date or "" for reading in readings), default="")[:10]


def _war_of(readings: Sequence[Reading], book: Book) -> str:
    """The war that most claims of some articles are of, where that is a good part of them."""
    claims = [claim for reading in readings for claim in reading.claims]
    told = Counter(claim.description.event.value for claim in claims if claim.description.event)
    wars = {event: count for event, count in told.items() if book.lasts(event) and book.has_strikes(event)}
    war = min(wars, key=lambda event: (-wars[event], event), default="")
    return war if war and wars[war] >= _SOME * len(claims) else ""


def _of_its_war(claim: Claim, reading: Reading, war: str, book: Book, lands: frozenset[str]) -> Fact | None:
    """The war that an article without a date is of, as those of its story that have one are; for whom it harmed.

    "The fighting in Sudan has killed 413" tells by its day alone which fighting that was.
    """
    told, known, period = claim.description, book.events.get(war), days(claim)
    if known is None or reading.article.date or told.measure is None or told.measure.value not in book.done_by_events:
        return None
    if period is not None and compare_days(period, (known.start, known.end or "~")) == "different":
        return None
    elsewhere = told.place is not None and told.place.value in lands and told.place.value not in spots(known)
    if elsewhere or kinds_of(claim).isdisjoint(book.words("episode", "violence")):
        return None
    return Fact(value=war, rule=known.id)


def _of_all_claims(readings: Sequence[Reading], book: Book) -> frozenset[str]:
    """The claims of what all of a war has brought, whatever its article tells of it: the refugees in a land, those whom
    "the conflict has killed"."""
    measures = book.words("event", "stock")

    def of_all(claim: Claim, reading: Reading) -> bool:
        measure = claim.description.measure
        if measure is None:
            return False
        befell = measure.value in book.done_by_events and counts_all(claim, reading, book)
        return measure.value in measures or befell or as_many_as_a_war(claim, book)

    return frozenset(claim.id for reading in readings for claim in reading.claims if of_all(claim, reading))


def _epidemic(reading: Reading, book: Book) -> Event | None:
    """The known epidemic that an article is of, going by its claims."""
    told = Counter(claim.description.event.value for claim in reading.claims if claim.description.event)
    most = min(filter(book.is_epidemic, told), key=lambda event: (-told[event], event), default="")
    return book.events[most] if most and told[most] >= _SOME * len(reading.claims) else None


def _befell(claim: Claim, epidemic: Event, book: Book) -> bool:
    """Whether a claim of such an article counts whom the epidemic befell, then and not in another one."""
    told, period = claim.description, days(claim)
    if told.event is not None and told.event.value != epidemic.name:
        return False
    befell = told.measure is not None and told.measure.value in book.words("event", "same-epidemic")
    if not befell or claim.quantity.dimension != "count":
        return False
    return period is None or compare_days(period, (epidemic.start, epidemic.end or "~")) != "different"


def _beside(event: Fact, epidemic: Event | None) -> bool:
    """Whether a number told of its article's epidemic counts nobody whom that befell: flights, signatures."""
    return epidemic is not None and event.value == epidemic.name


def _days_told(story: Mapping[str, int], leads: Mapping[str, Lead]) -> dict[int, dict[str, set[str]]]:
    """By story the days that the openings of its articles tell, and the articles that tell each."""
    found: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, number in story.items():
        for day in leads[name].told:
            found[number][date.fromordinal(day).isoformat()].add(name)
    return found


def _of_the_story(aside: Aside, article: str, told: Mapping[str, set[str]]) -> bool:
    """Whether another time is the day that other articles of the story open with: a ferry sank two weeks ago."""
    first, last = aside.period
    return first == last and bool(told.get(first, set()) - {article})


def _recalled(reading: Reading, book: Book) -> frozenset[str]:
    """The known events that an article's claims are told of and that were over before its news."""
    events = {claim.description.event.value for claim in reading.claims if claim.description.event}
    own = own_days(reading) if reading.article.date else None
    first = own[0] if own else ""
    return frozenset(event for event in events if over(book.events.get(event), first))


def _leads(share: Sequence[Reading], names: LeadNames, book: Book) -> list[Lead]:
    return [lead_of(reading, names, book) for reading in share]


def _wars(
    happenings: Mapping[str, str],
    known: Mapping[str, str],
    around: Mapping[str, Counter[str]],
    written: Mapping[str, str],
    book: Book,
) -> dict[str, str]:
    """For each unnamed happening the known event that it lies in, where some claims are of one, or of all of it; not
    one that was over a year before, where a later one is told of too."""
    votes: dict[str, Counter[str]] = defaultdict(Counter, around)
    for claim, key in happenings.items():
        if key:
            votes[key][known.get(claim, "")] += 1
    found = {}
    for key, count in votes.items():
        war = min(count, key=lambda war: (not war, -count[war], war))
        over = _over_before(written.get(key, ""), war, book) and any(_ends(war, book) < _ends(w, book) for w in count)
        found[key] = war if count[war] >= _SOME * count.total() and not over and not named(key) else ""
    return found


def _over_before(day: str, war: str, book: Book) -> bool:
    """Whether a war was over a year before a day."""
    return bool(day) and "" < _ends(war, book) < back(day, _LONG_OVER)


def _ends(war: str, book: Book) -> str:
    known = book.events.get(war)
    return (known.end or "") if known is not None else ""


def _sorted(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
