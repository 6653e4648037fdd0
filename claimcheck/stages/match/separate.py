"""An article's claims in, the same out: those told of another of its happenings, or of several, where it gives both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from claimcheck.records import Reading
from claimcheck.slots import LATER, Book, Subject, World, gap, near

_ANOTHER = "separate"  # scopes: of another happening than its article tells of first
_SEVERAL = "several_happenings"  # … of all that several did
_PRECEDING = "O752"  # the rule of what the article's own happening came after
_SOME = 40  # counts of one fate that may be of one of several happenings
_COUNTED = "O2260"  # the rule of what so many happenings did
_DAYS, _FAR_FEWER = "O3891", 2  # the rule of what days of them did, and how many times as many those are as one's


def opened_on(readings: Iterable[Reading], events: Mapping[str, str]) -> dict[str, str]:
    """The day of the first article that tells of each event."""
    found: dict[str, str] = {}
    for reading in readings:
        for claim in reading.claims if reading.article.date else ():
            day, event = (reading.article.date or "")[:10], events[claim.id]
            found[event] = min(day, found.get(event, day))
    return found


def of_its_news(subjects: Sequence[Subject], opened: Mapping[str, str]) -> list[Subject]:
    """An article's claims; of another happening are those that it tells beside others of one event.

    "Another boat sank off the coast on Monday and 45 drowned" is the news of that day; what an attack came after may be
    the news of articles of days before; the attack is then another one than theirs.
    """
    if all(s.slots.scope != _ANOTHER for s in subjects):
        return [*subjects]
    first = {_fate(s) for s in subjects if s.slots.scope != _ANOTHER}
    older = {_fate(s) for s in subjects if s.slots.scope == _ANOTHER and _was_news(s, opened)} & first

    def is_news(s: Subject) -> bool:
        return s.slots.scope == _ANOTHER and (_fate(s) not in first or _was_news(s, opened))

    def of_news(s: Subject) -> Subject:
        if is_news(s):
            return _unscoped(s)
        return _scoped(s) if s.slots.scope is None and _fate(s) in older else s

    return [of_news(s) for s in subjects]


def as_late(subjects: Sequence[Subject]) -> list[Subject]:
    """The claims of all articles, those marked that may be of a happening which came after what others tell.

    "The attack came a week after a blast that killed 12", says one article; those of the same day tell of the attack,
    too, in the first number that they give for it.
    """
    came: dict[tuple[object, ...], str] = {}
    for s in subjects:
        if s.slots.scope == LATER and s.day is not None:
            came[_fate(s)] = min(s.day, came.get(_fate(s), s.day))

    def is_late(s: Subject) -> bool:
        return s.slots.scope is None and s.first and s.day is not None and s.day >= came.get(_fate(s), "~")

    if not came:
        return [*subjects]
    return [s.with_slots(as_late=True) if is_late(s) else s for s in subjects]


def of_several(subjects: Sequence[Subject], book: Book, world: World) -> list[Subject]:
    """An article's claims; what several happenings did is told apart only where it gives what one of them did too.

    A war has too many happenings for that; and what an article opens with is its news, whatever it tells of each:
    "Seven killed in shootings". Not so where it counts them, since others may tell of one alone.
    """
    if all(s.slots.scope != _SEVERAL for s in subjects):
        return [*subjects]
    opening: dict[tuple[object, ...], bool] = {}
    for s in subjects:
        opening.setdefault(_fate(s), s.slots.scope == _SEVERAL and not _counts_them(s))
    ones: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for s in subjects:
        if s.slots.scope is s.slots.portion is s.slots.manner is None and len(ones[_fate(s)]) < _SOME:
            ones[_fate(s)].append(s)

    def is_all(s: Subject) -> bool:
        if _told_by(s) == _DAYS:
            return s.slots.scope == _SEVERAL and not any(_far_fewer(one, s, book) for one in ones[_fate(s)])
        all_of = book.in_war(s.slots.event or "") or opening[_fate(s)]
        return s.slots.scope == _SEVERAL and (all_of or not any(_one_of_them(one, s, world) for one in ones[_fate(s)]))

    return [_unscoped(s) if is_all(s) else s for s in subjects]


def _counts_them(subject: Subject) -> bool:
    return _told_by(subject) == _COUNTED


def _told_by(subject: Subject) -> str | None:
    """The rule that tells a claim's scope."""
    scope = subject.claim.description.scope
    return scope.rule if scope is not None else None


def _far_fewer(one: Subject, days: Subject, book: Book) -> bool:
    """Whether a number is of one happening of those of some days: of people as those are, and of far fewer."""
    alike = book.whom(one.slots.noun_class) == book.whom(days.slots.noun_class) and one.slots.party == days.slots.party
    apart = one.claim.sentence != days.claim.sentence and not (one.earlier or days.revised)
    return alike and apart and _FAR_FEWER * one.amount.value < days.amount.value


def on_spots(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """An article's claims; a spot tells a part only where the article counts more of one fate, and not just there, or
    where a sentence that counts those of a spot tells of a second happening elsewhere.

    "Two people were shot dead at a dealership … six were killed"; "49 were killed at a nightclub" are all, though 50
    died, unless another spot is told, and so are 28 of "at the airport" where "an attack at the airport killed 36".
    """
    if all(s.slots.spot is None for s in subjects):
        return [*subjects]
    spots: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for s in subjects:
        spots[_fate(s)].update((s.slots.spot,) if s.slots.spot else ())
    told: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for s in subjects:
        if len(told[_fate(s)]) < _SOME:
            told[_fate(s)].append(s)

    beside = {_fate(s) for s in subjects if s.slots.spot is not None and _tells_of_second(s, book)}

    def is_part(s: Subject) -> bool:
        if _fate(s) in beside:
            return True
        larger = [other for other in told[_fate(s)] if other.amount.value > s.amount.value]
        there = s.slots.spot is not None and any(_is_of(other, s.slots.spot) for other in larger)
        several = len(spots[_fate(s)]) > 1
        return not there and any(_is_all(other, s, several=several) for other in larger)

    def placed(s: Subject) -> Subject:
        if s.slots.spot is None:
            return s
        spot = {"spots": frozenset(spots[_fate(s)])} if is_part(s) else {"spot": None}
        return s.with_slots(**spot)

    return [placed(s) for s in subjects]


def _tells_of_second(subject: Subject, book: Book) -> bool:
    """ "A blast tore through a terminal, killing 10, and a second blast struck a station", whose dead nobody counts."""
    found = _second(book).search(subject.told_in)
    behind = subject.claim.quantity.end - subject.claim.sentence[0]
    return found is not None and found.start() > behind


@lru_cache(maxsize=16)
def _second(book: Book) -> re.Pattern[str]:
    what = "|".join(sorted(book.words("scope", "second")))
    return re.compile(rf"\b(?:a second|another|a third|a separate)\s(?:\w+\s)?(?:{what})\b", re.I)


def _is_of(subject: Subject, spot: str) -> bool:
    """Whether a claim is of a spot too, as its sentence tells, and not of another one."""
    if subject.slots.spot is not None:
        return subject.slots.spot == spot
    return re.search(rf"\b{re.escape(spot)}\b", subject.told_in, re.I) is not None


def _is_all(whole: Subject, part: Subject, *, several: bool) -> bool:
    """Whether a count is of far more than those of a spot, or of one of several, and no later word on the same ones."""
    if whole.revised or part.earlier or whole.slots.scope is not None:
        return False
    told_first = whole.claim.quantity.start < part.claim.quantity.start  # the first number is of all that happened
    return several or (told_first and not near(whole.amount, part.amount))


def _unscoped(subject: Subject) -> Subject:
    return subject.with_slots(scope=None)


def _scoped(subject: Subject) -> Subject:
    return subject.with_slots(scope=LATER)


def _one_of_them(one: Subject, several: Subject, world: World) -> bool:
    """Whether a count on a spot of its own is of one of several happenings; none in a land is of those in its town."""
    if one.amount.value >= several.amount.value or one.earlier or several.revised:
        return False
    elsewhere = one.slots.own_place and one.slots.place != several.slots.place
    elsewhere = elsewhere and not world.inside(several.slots.place, one.slots.place)
    return elsewhere and one.claim.sentence != several.claim.sentence


def _was_news(subject: Subject, opened: Mapping[str, str]) -> bool:
    """Whether a happening that another one came after may be what articles of days before tell of."""
    scope, day = subject.claim.description.scope, subject.day
    first = opened.get(subject.slots.event or "")
    if scope is None or scope.rule != _PRECEDING or day is None or first is None:
        return False
    return gap((first, first), (day, day)) > 1


def _fate(subject: Subject) -> tuple[object, ...]:
    return subject.slots.measure, subject.slots.dimension, subject.slots.event
