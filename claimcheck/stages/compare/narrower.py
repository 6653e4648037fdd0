"""The claims of an article in, those that count a part of what another one counts in all out.

"In the last 24 hours 28 died" beside "1,061 have died since June"; "16 in Greenbrier County" beside "24 in the state".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from claimcheck.records import Article, Relation
from claimcheck.slots import BOTH, Book, Slots, Subject, World, compare_days, compare_values, known_of, same_voice
from claimcheck.stages.compare.parts import later, links, relation_of
from claimcheck.stages.compare.wording import Words

_DAILY, _ANY_DAY = "daily", "G3600"  # the scope of a part of a running count, and the rule of what comes on any day
_WIDE = (None, "cumulative", "statewide", "nationwide", "throughout")
_MOST = 12  # narrow and wide counts of one thing in an article that are compared; more are a table
_FEW = 3  # times that all are more than those of one people
_NEAR = 2  # sentences from all to those of one place; further off are those of an attack before
_TEN, _HUNDRED = 10, 100  # so few an article may well tell of twice
_AGAIN = 4  # claims of one number in an article that a part is told of


def narrower(
    subjects: Sequence[Subject], articles: Mapping[str, Article], book: Book, world: World, words: Words
) -> Iterable[Relation]:
    """The part-of relations of the claims of each article by day, place and people."""
    told: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for subject in subjects:
        slots = subject.slots
        if slots.measure and slots.dimension == "count" and slots.modality == "actual" and not subject.denied:
            war = known_of(slots.event or "") or slots.event
            told[subject.claim.article, war, slots.measure, slots.unit, slots.direction].append(subject)
    for alike in told.values():
        wholes = [subject for subject in alike if _is_wide(subject)][:_MOST]
        first = min(wholes, key=_place).amount if wholes else None
        largest = max(wholes, key=_size).amount if wholes else None
        for part, whole in product(alike[:_MOST], wholes):
            if part is whole or not _less(part, whole) or not _may_nest(part, whole, book):
                continue
            name = _of_day(part, whole, world)
            if name is None and part.slots.measure in book.fates and whole.amount in (first, largest):
                name = _of_some(part, whole, book, world)
            if name:
                yield relation_of(part, whole, name, articles, words)


def told_again(
    subjects: Sequence[Subject], figures: Mapping[str, int], articles: Mapping[str, Article], book: Book, words: Words
) -> Iterable[Relation]:
    """What a text makes a part of a number is a part of it wherever the article gives it: in headline and text.

    Of a few, or of some things, an article may tell twice: 16 rebounds are not those 16 of a game before.
    """
    same: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    for subject in subjects:
        same[_number(subject, figures)].append(subject)
    for part, whole, _ in links(subjects):
        if part is whole:
            continue
        again = same[_number(part, figures)][:_AGAIN] if _is_telling(part, _TEN, book) else [part]
        wholes = same[_number(whole, figures)][:_AGAIN] if _is_telling(whole, 0, book) else [whole]
        for one, all_ in product(again, wholes):
            told = one is part and all_ is whole
            if not told and (one is part or not one.claim.description.part_of) and _less(one, all_):
                yield relation_of(one, all_, "text-says-part", articles, words)


def _is_telling(subject: Subject, least: int, book: Book) -> bool:
    """Whether a number, from `least` on of those to whom something happened, is hardly another one of its article."""
    if subject.claim.quantity.qualifier == "vague":
        return False
    value, slots = subject.amount.value, subject.slots
    return slots.dimension == "money" or value >= (least if slots.measure in book.fates else _HUNDRED)


def _number(subject: Subject, figures: Mapping[str, int]) -> tuple[object, ...]:
    return subject.claim.article, figures[subject.claim.id], subject.amount.value


def _is_wide(subject: Subject) -> bool:
    slots = subject.slots
    return slots.portion is None and slots.scope in _WIDE and not subject.claim.description.part_of


def _less(part: Subject, whole: Subject) -> bool:
    return part.amount.value < whole.amount.value and compare_values(part.amount, whole.amount) != "same"


def _place(subject: Subject) -> int:
    return subject.claim.quantity.start


def _size(subject: Subject) -> float:
    return subject.amount.value


def _may_nest(part: Subject, whole: Subject, book: Book) -> bool:
    """Whether one voice counts the same people or things in both, and no day parts them, nor an "earlier"."""
    if part.claim.description.part_of or later(part, whole) or part.earlier:
        return False
    one_voice = same_voice(part.voice, whole.voice) or not (part.voice and whole.voice)
    if whole.slots.event not in (part.slots.event, known_of(part.slots.event or "")):
        return False  # of another happening of the war, and not of the whole war
    return one_voice and _one_people(part.slots, whole.slots) and _one_class(part.slots, whole.slots, book)


def _of_day(part: Subject, whole: Subject, world: World) -> str | None:
    """The rule by which a count is of one day of a running count."""
    a, b, scope = part.slots, whole.slots, part.claim.description.scope
    of_one_day = a.scope == _DAILY != b.scope and scope is not None and scope.rule != _ANY_DAY
    return "day-of" if of_one_day and _one_ground(a, b, world) else None


def _of_some(part: Subject, whole: Subject, book: Book, world: World) -> str | None:
    """The rule by which a count is of one place or people among all."""
    a, b = part.slots, whole.slots
    days = compare_days(a.period, b.period)
    if days == "different" or (days == "unknown" and a.period is not None):
        return None
    near = abs(part.claim.quantity.sentence - whole.claim.quantity.sentence) <= _NEAR
    if near and a.scope in (*_WIDE, "one_place") and _of_spot(a, b, book, world):
        return "spot-of"
    few = part.amount.value * _FEW <= whole.amount.value
    of_people = a.party is not None and b.party is None and not book.in_war(a.event or "") and few
    return "people-of" if of_people and a.scope == b.scope and _one_ground(a, b, world) else None


def _one_people(a: Slots, b: Slots) -> bool:
    return a.party == b.party or b.party in (None, BOTH) or a.party is None


def _one_class(a: Slots, b: Slots, book: Book) -> bool:
    return a.noun_class == b.noun_class or book.holds(b.noun_class, a.noun_class)


def _one_ground(a: Slots, b: Slots, world: World) -> bool:
    return world.compare(a.place, b.place) != "different" or world.inside(a.place, b.place)


def _of_spot(a: Slots, b: Slots, book: Book, world: World) -> bool:
    """Whether one count is of a place, and the other of the land around it or of all places.

    A strike's dead in a town are not among those whom another strike killed the same day.
    """
    if not a.own_place or a.place is None or world.is_land(a.place):
        return False
    if book.in_war(a.event or "") and b.scope is None and a.scope != "one_place":
        return False
    if not b.own_place or b.place is None:
        return True
    in_land = world.is_land(b.place) and world.compare(a.place, b.place) != "different"
    return a.place != b.place and (in_land or world.inside(a.place, b.place))
