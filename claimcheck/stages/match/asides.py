"""Claims told beside an article's main event in, their events out: another story's, or one of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimcheck.records import Claim, Reading, Record
from claimcheck.slots import Book, Days, compare_days, days
from claimcheck.spelling import spelt
from claimcheck.stages.match.clusters import VETO, agglomerate, weighted
from claimcheck.stages.match.leads import LENGTH
from claimcheck.stems import terms


class Aside(Record, frozen=True):
    """A happening that an article tells beside its own: another time, and what the sentence names."""

    period: Days
    kinds: frozenset[str]
    names: frozenset[str]  # as they sound
    written: frozenset[str]  # their stems, which it is called by
    story: str  # the key of its article's main event


class Main(NamedTuple):
    """The main event of the articles of one story."""

    key: str
    period: Days | None
    kinds: frozenset[str]
    names: frozenset[str]  # as they sound


def aside_of(claim: Claim, own: Days | None, reading: Reading, story: str) -> Aside | None:
    """The happening of a claim that is of another time than its article; None: it is the article's own."""
    period = days(claim)
    if period is None or (own is not None and compare_days(period, own) != "different"):
        return None
    if own is None and claim.sentence[0] < reading.article.body + LENGTH:
        return None
    written = _names(claim, reading)
    names = frozenset(map(spelt, written))
    return Aside(period=period, kinds=_kinds(claim, reading), names=names, written=written, story=story)


def _names(claim: Claim, reading: Reading) -> frozenset[str]:
    place = claim.description.place
    sentence = terms(reading.article.text[slice(*claim.sentence)]).names
    return sentence | terms(place.value).names if place else sentence


def _kinds(claim: Claim, reading: Reading) -> frozenset[str]:
    """The kinds of event told where the aside begins, or behind: those carried from before are the article's own.

    "A report calls the raid an invasion. … In 2013 97 billion pieces of data were collected": of no invasion.
    """
    period, start = claim.description.period, claim.sentence[0]
    if period is not None and period.span is not None and period.span[0] < start:
        start = max(s.start for s in reading.segments.sentences if s.start <= period.span[0])
    return frozenset(
        fact.value.casefold() for fact in claim.description.event_terms if fact.span is None or fact.span[0] >= start
    )


def place_asides(asides: Mapping[str, Aside], mains: Sequence[Main], book: Book) -> dict[str, str]:
    """The event keys of claims told beside an article's own event: a known story of their time, or a new one."""
    distinct = sorted(set(asides.values()), key=_order)
    groups = agglomerate(len(distinct), weighted(_aside_pairs(distinct, book)))
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, main in enumerate(mains):
        for name in main.names if main.period else ():
            by_name[name].append(n)
    keys: dict[Aside, str] = {}
    taken: dict[str, int] = {}
    for group in groups:
        members = [distinct[n] for n in group]
        key = _same_main(members, mains, by_name, book) or _aside_key(members, taken)
        keys.update(dict.fromkeys(members, key))
    return {claim: keys[aside] for claim, aside in asides.items()}


def _order(aside: Aside) -> tuple[object, ...]:
    return (aside.period, sorted(aside.kinds), sorted(aside.written), aside.story)


def _aside_pairs(asides: Sequence[Aside], book: Book) -> dict[tuple[int, int], float]:
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, aside in enumerate(asides):
        for name in aside.names | aside.kinds:
            by_name[name].append(n)
    pairs = {(i, j) for group in by_name.values() for i, j in _close(group, asides)}
    return {(i, j): _weigh_pair(asides[i], asides[j], book) for i, j in pairs}


def _close(group: Sequence[int], asides: Sequence[Aside]) -> Iterable[tuple[int, int]]:
    """Pairs of one group whose periods meet; the asides are in the order of their first days."""
    for place, i in enumerate(group):
        for j in group[place + 1 :]:
            if asides[j].period[0] > asides[i].period[1]:
                break
            yield i, j


def _weigh_pair(a: Aside, b: Aside, book: Book) -> float:
    """What tells that two asides are of one happening; the articles of one story recall the same ones."""
    return _weigh(a, b.period, b.kinds, b.names, book) + book.weight("background", "story") * (a.story == b.story)


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


def _same_main(
    members: Sequence[Aside], mains: Sequence[Main], by_name: Mapping[str, Sequence[int]], book: Book
) -> str | None:
    """The story that was news when the aside happened, where one fits, going by the claim that tells most of it; time
    and kind alone tell none."""
    fitting = []
    for n in {n for name in members[0].names for n in by_name.get(name, ())}:
        main = mains[n]
        if main.period is not None and compare_days(members[0].period, main.period) != "different":
            weights = [_weigh(aside, main.period, main.kinds, main.names, book) for aside in members]
            weight = max(weights) if min(weights) > VETO else VETO
            weight += book.weight("background", "own") * all(aside.story == main.key for aside in members)
            fitting.append((-weight, main.period, main.key))
    best = min(fitting, default=(0.0, ("", ""), ""))
    return best[2] if best[0] < 0 else None


def _aside_key(members: Sequence[Aside], taken: dict[str, int]) -> str:
    first = members[0]
    words = (
        sorted({kind for aside in members for kind in aside.kinds})[:1]
        + sorted({name for aside in members for name in aside.written})[:2]
    )
    key = "~" + "-".join([*words, first.period[0][:7] or first.period[1][:7]])
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else f"{key}-{taken[key]}"
