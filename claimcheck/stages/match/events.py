"""Readings in, the event of every claim out: one that the rules name, the article's own, or one told beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.records import Claim, Fact, Reading, Record
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.slots import Book, Days, compare_days, days, named
from claimcheck.stages.match.clusters import VETO, agglomerate
from claimcheck.stages.match.leads import LENGTH, Lead, lands, lead_of, plain_nouns, stories
from claimcheck.stems import common_names, terms

YEAR = 365  # days after an event that its place is no sign of it any more
NEWS = 10  # days before its date that an article's own event may lie


class Aside(Record, frozen=True):
    """A happening that an article tells beside its own: another time, and what the sentence names."""

    period: Days
    kinds: frozenset[str]
    names: frozenset[str]


class Main(NamedTuple):
    """The main event of the articles of one story."""

    key: str
    period: Days | None
    kinds: frozenset[str]
    names: frozenset[str]


def events(
    readings: Sequence[Reading], book: Book, rules: Rules
) -> tuple[dict[str, str], dict[tuple[str, str], float]]:
    """For each claim's id the key of its event (one of the rules', or one with a leading "~"), and which are near."""
    telling = [reading for reading in readings if reading.claims]
    known, nouns = rules.once(lands), rules.once(plain_nouns)
    leads = {reading.article.name: lead_of(reading, known, nouns) for reading in telling}
    story, kin = stories(leads, book)
    mains = _mains(telling, story, leads, book)
    found: dict[str, str] = {}
    asides: dict[str, Aside] = {}
    for reading in telling:
        main = mains[story[reading.article.name]]
        own = _own_days(reading)
        for claim in reading.claims:
            event = claim.description.event
            if event and not _past(event, claim, reading, book):
                found[claim.id] = event.value
            elif (aside := _aside(claim, own, reading)) is not None:
                asides[claim.id] = aside
            else:
                found[claim.id] = main.key
    near = {_sorted(mains[a].key, mains[b].key): weight for (a, b), weight in kin.items()}
    return found | _place_asides(asides, tuple(mains.values()), book), near


def _past(event: Fact, claim: Claim, reading: Reading, book: Book) -> bool:
    """Whether a known event was over before its article's news, and is told beside the claim, not of it.

    "A fire killed 52 … In 2013 the Rana Plaza collapsed": the 52 did not die there. "A quake left hundreds hurt as it
    rocked a region devastated by the tsunami of 2004": nor were these; nor is all the news of Dhaka of that collapse.
    """
    known, own = book.events.get(event.value), _own_days(reading) if reading.article.date else None
    if known is None or not known.start or own is None or event.span is None or (known.end or "~") >= own[0]:
        return False
    if event.span[0] >= claim.sentence[1]:
        return True
    if _placed(event, claim, reading, known, book) and (known.end or "~") < _back(own[0], YEAR):
        when = days(claim)
        return when is None or compare_days(when, (known.start, known.end or "~")) == "different"
    before = reading.article.text[max(0, event.span[0] - 40) : event.span[0]].casefold().split()[-4:]
    return "by" in before and bool(book.words("event", "different").intersection(before))


def _placed(event: Fact, claim: Claim, reading: Reading, known: Event, book: Book) -> bool:
    """Whether nothing but a place that is carried on, or a dateline, ties a claim to an event, of another kind."""
    first, last = event.span or (0, 0)
    name = reading.article.text[first:last]
    kinds = {fact.value for fact in claim.description.event_terms}
    if book.lasts(event.value) or not kinds or known.kind in kinds:
        return False
    called = any(name.casefold() in alias.casefold() for alias in listed(known.aliases))
    return not called and (first < claim.sentence[0] or name.isupper())


def _sorted(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _mains(
    readings: Sequence[Reading], story: Mapping[str, int], leads: Mapping[str, Lead], book: Book
) -> dict[int, Main]:
    by_story: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_story[story[reading.article.name]].append(reading)
    taken: dict[str, int] = {}
    found = {}
    for number in sorted(by_story):
        group = by_story[number]
        key = _known(group, book) or _story_key(group)
        taken[key] = taken.get(key, 0) + 1
        found[number] = Main(
            key=key if taken[key] == 1 or named(key) else f"{key}-{taken[key]}",
            period=_news_days(group),
            kinds=frozenset(_kind(fact.value) for r in group for c in r.claims for fact in c.description.event_terms),
            names=frozenset().union(*(leads[reading.article.name].names for reading in group)),
        )
    return found


def _known(group: Sequence[Reading], book: Book) -> str | None:
    """The known event that a story is about: one that some of its claims name, and that was news then."""
    news = _news_days(group)
    events = {c.description.event.value for r in group for c in r.claims if c.description.event}
    found = [e for e in sorted(events) if not book.lasts(e) and e in book.events and news is not None
             and news[0] <= book.events[e].start <= news[1]]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _story_key(group: Sequence[Reading]) -> str:
    """A readable key that hangs on what the story's leads share, not on file names."""
    texts = [(reading.article.title or "") + " " + reading.article.text[:LENGTH] for reading in group]
    dates = sorted(reading.article.date[:7] for reading in group if reading.article.date)
    words = [re.sub(r"[^\w]+", "-", name.casefold()) for name in common_names(sorted(set(texts)))]
    return "~" + "-".join([*words, *dates[:1]])


def _news_days(group: Sequence[Reading]) -> Days | None:
    """The days that a story's own event may lie in; None where no article is dated."""
    dates = sorted(reading.article.date[:10] for reading in group if reading.article.date)
    return (_back(dates[0], NEWS), dates[-1]) if dates else None


def _back(day: str, count: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=count)).isoformat()


def _own_days(reading: Reading) -> Days | None:
    """The days of an article's own event: around its date, or else what its lead speaks of."""
    if reading.article.date:
        return (_back(reading.article.date[:10], NEWS), _back(reading.article.date[:10], -2))
    told = [days(claim) for claim in reading.claims if claim.sentence[0] < reading.article.body + LENGTH]
    known = [period for period in told if period is not None]
    return known[0] if known else None


def _aside(claim: Claim, own: Days | None, reading: Reading) -> Aside | None:
    """The happening of a claim that is of another time than its article; None: it is the article's own."""
    period = days(claim)
    if period is None or (own is not None and compare_days(period, own) != "different"):
        return None
    if own is None and claim.sentence[0] < reading.article.body + LENGTH:
        return None
    names, _, _ = terms(reading.article.text[slice(*claim.sentence)])
    kinds = frozenset(_kind(fact.value) for fact in claim.description.event_terms)
    place = claim.description.place
    return Aside(period=period, kinds=kinds, names=names | (terms(place.value)[0] if place else frozenset()))


def _kind(value: str) -> str:
    return value.casefold()


def _place_asides(asides: Mapping[str, Aside], mains: Sequence[Main], book: Book) -> dict[str, str]:
    """The event keys of claims told beside an article's own event: a known story of their time, or a new one."""
    distinct = sorted(set(asides.values()), key=_order)
    groups = agglomerate(len(distinct), _aside_pairs(distinct, book))
    by_day = sorted((main for main in mains if main.period), key=lambda main: (main.period or ("", ""), main.key))
    keys: dict[Aside, str] = {}
    taken: dict[str, int] = {}
    for group in groups:
        members = [distinct[n] for n in group]
        key = _same_main(members, by_day, book) or _aside_key(members, taken)
        keys.update(dict.fromkeys(members, key))
    return {claim: keys[aside] for claim, aside in asides.items()}


def _order(aside: Aside) -> tuple[object, ...]:
    return (aside.period, sorted(aside.kinds), sorted(aside.names))


def _aside_pairs(asides: Sequence[Aside], book: Book) -> dict[tuple[int, int], float]:
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, aside in enumerate(asides):
        for name in aside.names | aside.kinds:
            by_name[name].append(n)
    pairs = {(i, j) for group in by_name.values() for i, j in _close(group, asides)}
    return {(i, j): _weigh(asides[i], asides[j].period, asides[j].kinds, asides[j].names, book) for i, j in pairs}


def _close(group: Sequence[int], asides: Sequence[Aside]) -> Iterable[tuple[int, int]]:
    """Pairs of one group whose periods meet; the asides are in the order of their first days."""
    for place, i in enumerate(group):
        for j in group[place + 1 :]:
            if asides[j].period[0] > asides[i].period[1]:
                break
            yield i, j


def _weigh(aside: Aside, period: Days, kinds: frozenset[str], names: frozenset[str], book: Book) -> float:
    if compare_days(aside.period, period) == "different":
        return VETO
    if aside.kinds and kinds and not aside.kinds & kinds:
        return VETO
    return (
        book.weight("background", "bias")
        + book.weight("background", "time")
        + book.weight("background", "day") * (aside.period == period and period[0] == period[1])
        + book.weight("background", "kind") * bool(aside.kinds & kinds)
        + book.weight("background", "names") * min(3, len(aside.names & names))
    )


def _same_main(members: Sequence[Aside], mains: Sequence[Main], book: Book) -> str | None:
    """The story that was news when the aside happened, where one fits."""
    best: tuple[float, str] | None = None
    for main in mains:
        if main.period is None or main.period[0] > max(aside.period[1] for aside in members):
            continue
        weight = min(_weigh(aside, main.period, main.kinds, main.names, book) for aside in members)
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, main.key)
    return best[1] if best else None


def _aside_key(members: Sequence[Aside], taken: dict[str, int]) -> str:
    first = members[0]
    words = (
        sorted({kind for aside in members for kind in aside.kinds})[:1]
        + sorted({name for aside in members for name in aside.names})[:2]
    )
    key = "~" + "-".join([*words, first.period[0][:7] or first.period[1][:7]])
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else f"{key}-{taken[key]}"
