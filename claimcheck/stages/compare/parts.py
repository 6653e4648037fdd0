"""Figures of one event in, which claims are parts of which out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from claimcheck.records import Article, PartOf, Relation
from claimcheck.rules.world import listed
from claimcheck.slots import (
    ALL_OF,
    BOTH,
    Amount,
    Book,
    Days,
    Slots,
    Subject,
    World,
    compare_days,
    known_of,
    of_an_area,
    one_war,
    story_of,
)
from claimcheck.stages.compare.wording import Filled, Said, Words

_FRAME = ("noun", "noun_class", "measure", "party", "place", "period", "scope", "wording")
_MANY = 40  # pairs of two figures beyond which only one claim of each article is shown


class Group(NamedTuple):
    """The claims of one figure that are tied to one event, and the slots that they have among them."""

    frame: Slots
    members: Sequence[Subject]


def group_of(members: Sequence[Subject]) -> Group:
    """A group with its frame: of each slot the value that most of the claims tell."""
    slots = [subject.slots for subject in members]
    told = {field: _most([getattr(one, field) for one in slots]) for field in _FRAME}
    whole = any(one.portion is None for one in slots)
    return Group(msgspec.structs.replace(slots[0], **told, portion=None if whole else slots[0].portion), members)


def _most(values: Sequence[Any]) -> Any:
    """The value that most have; of several the first in order. None or "" where none tells."""
    told = [value for value in values if value]
    if not told or told.count(told[0]) == len(told):
        return told[0] if told else values[0]
    count = Counter(told)
    return min(count, key=lambda value: (-count[value], value))


def linked(subjects: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Iterable[Relation]:
    """The part-of relations that the texts themselves tell: "150 of the 1,275"."""
    for part, whole, _ in links(subjects):
        if whole is not part:
            yield relation_of(part, whole, "text-says-part", articles, words)


def wholes_of(subjects: Sequence[Subject]) -> dict[str, Amount]:
    """For each claim that the text makes a part the number of its whole, by the claim's id."""
    return {
        part.claim.id: whole.amount
        for part, whole, link in links(subjects)
        if link == part.claim.description.part_of[0]
    }


def links(subjects: Sequence[Subject]) -> Iterable[tuple[Subject, Subject, PartOf]]:
    """Each claim that a text makes a part, with its whole, and by which words."""
    by_start = {(s.claim.article, start): s for s in subjects for start in s.claim.starts}
    for part in subjects:
        for link in part.claim.description.part_of:
            if (whole := by_start.get((part.claim.article, link.whole))) is not None:
                yield part, whole, link


def nested(
    part_group: Group,
    whole_group: Group,
    name: str,
    told: Mapping[str, Amount],
    articles: Mapping[str, Article],
    book: Book,
    words: Words,
) -> Iterable[Relation]:
    """The part-of relations between the claims of two figures, of which one lies in the other by the rule `name`.

    `told`: what `wholes_of` gives. What a text puts into a greater number is no part of its smaller ones.
    """
    parts, wholes = part_group.members, whole_group.members
    if name == "place-of" and not any(of_an_area(one, book) for one in (*parts, *wholes)):
        return
    if name == "days-of":  # across articles the whole may be another office's, or another count
        yield from _within_articles(parts, wholes, name, articles, words)
        return
    if len(parts) * len(wholes) > _MANY:
        parts, wholes = _one_each(parts), _one_each(wholes)
    for part in parts[:_MANY]:
        for whole in wholes[:_MANY]:
            if _smaller(part, whole) and not _of_more(part, whole, told) and not later(part, whole):
                yield relation_of(part, whole, name, articles, words)


def _smaller(part: Subject, whole: Subject) -> bool:
    """Whether a number may be that of some: as many as there are in all are all of them, told in other words."""
    loose = whole.claim.quantity.qualifier == "vague"  # 300 of hundreds
    return part.amount.value < whole.amount.value or (loose and part.amount.literal.low <= whole.amount.literal.high)


def _of_more(part: Subject, whole: Subject, told: Mapping[str, Amount]) -> bool:
    """Whether a text that gives both puts the part into a greater number."""
    own = told.get(part.claim.id) if part.claim.article == whole.claim.article else None
    return own is not None and own.literal.low > whole.amount.literal.high


def later(part: Subject, whole: Subject) -> bool:
    """Whether a part is of days behind the one up to which the whole was counted."""
    until, days = whole.claim.description.as_of, part.slots.period
    return until is not None and days is not None and days[0] > until.value


def _within_articles(
    parts: Sequence[Subject], wholes: Sequence[Subject], name: str, articles: Mapping[str, Article], words: Words
) -> Iterable[Relation]:
    by_article = {whole.claim.article: whole for whole in reversed(wholes)}
    for part in parts:
        whole = by_article.get(part.claim.article)
        if whole is not None and _smaller(part, whole):
            yield relation_of(part, whole, name, articles, words)


def _one_each(subjects: Sequence[Subject]) -> list[Subject]:
    return list({subject.claim.article: subject for subject in reversed(subjects)}.values())[::-1]


def counted(slots: Slots) -> tuple[object, ...]:
    """What is counted, as far as `counted_in` looks at it."""
    return (slots.measure, slots.noun_class, slots.dimension, slots.unit, slots.direction, slots.modality, slots.scope)


def counted_in(part: Slots, whole: Slots, book: Book) -> bool:
    """Whether two figures count one thing, or one of them a part of it, by measure and noun: others never nest."""
    if counted(part)[2:-1] != counted(whole)[2:-1] or part.measure is None or whole.measure is None:
        return False
    if part.scope != whole.scope and not (part.scope is None and whole.scope in ALL_OF):
        return False
    if part.measure != whole.measure:
        return part.noun_class == whole.noun_class and _listed(part.measure, whole.measure, "measure", book)
    return part.noun_class == whole.noun_class or _class_in(part.noun_class, whole.noun_class, book)


def nesting(part: Slots, whole: Slots, book: Book, world: World) -> str | None:
    """The rule by which one figure lies in another: exactly one slot is narrower, all others are the same."""
    if part.event != whole.event and not (part.event and whole.event and one_war(part.event, whole.event)):
        return None
    return lies_in(part, whole, book, world) if counted_in(part, whole, book) else None


def lies_in(part: Slots, whole: Slots, book: Book, world: World) -> str | None:
    """The same for two figures of one event of which `counted_in` holds."""
    name = "place-of" if _of_one_spot(part, whole, book, world) else None
    name = name or (_narrower(part, whole, book) if part.scope == whole.scope else None)
    return name if name and _same_frame(part, whole, book, world) else None


def _of_one_spot(part: Slots, whole: Slots, book: Book, world: World) -> bool:
    """Whether two figures differ in nothing but that one is of a spot in the other's land."""
    if part.place == whole.place or (part.measure, part.party, part.noun) != (whole.measure, whole.party, whole.noun):
        return False
    if book.in_war(part.event or "") or part.place is None or not part.own_place:
        return False
    return not world.is_land(part.place) and world.inside(part.place, whole.place)


def _narrower(part: Slots, whole: Slots, book: Book) -> str | None:
    """The rule of the one slot in which a figure is narrower, if there is but one."""
    measure, side, noun = (
        part.measure != whole.measure,
        _sides_differ(part, whole, book),
        part.noun_class != whole.noun_class,
    )
    if measure + side + noun == 0:
        one_spot = part.noun == whole.noun and part.place == whole.place
        return "days-of" if one_spot and _inside(part.period, whole.period) else None
    if measure + side + noun > 1 or bool(story_of(part.event or "")) != bool(story_of(whole.event or "")):
        return None  # the children of one strike are among the dead of the war, as everybody knows
    if side:
        return "side-of" if whole.party == BOTH and part.party is not None else None
    # Soldiers are among people; "12 miners" beside "30 villagers" are not among them, though villagers are people.
    general = whole.noun in (whole.noun_class, "victim", "casualty")
    return "measure-of" if measure else "class-of" if general else None


def _sides_differ(part: Slots, whole: Slots, book: Book) -> bool:
    """Whether two counts are of two sides; where there are no sides, a bare count is of whom the other one names.

    "A bomb in Kabul killed 55 and wounded 150", "120 Afghan casualties": one bomb, one people.
    """
    if part.party == whole.party:
        return False
    told = None not in (part.party, whole.party)
    return told or BOTH in (part.party, whole.party) or part.event is None or book.in_war(part.event)


def _same_frame(part: Slots, whole: Slots, book: Book, world: World) -> bool:
    """Whether two figures may be of one place and time; in a long war both tell a town and a day, or neither does.

    "33 men were shot in a mosque" are not among the 58 who died in a town that week, though one war holds them all.
    """
    if whole.portion is not None:
        return False
    place = world.compare(part.place, whole.place)
    period = compare_days(part.period, whole.period)
    if "different" in (place, period):
        return False
    if part.event is None or (part.event == whole.event and not book.lasts(part.event)):
        return True
    one_spot = place != "unknown" or _of_all_places(part, book) == _of_all_places(whole, book) is True
    one_time = period != "unknown" or _of_all_times(part) == _of_all_times(whole) is True
    return one_spot and one_time


def _of_all_places(slots: Slots, book: Book) -> bool:
    """Whether a count is of no place that is narrower than its event's own."""
    known = book.events.get(known_of(slots.event or ""))
    return slots.place is None or (known is not None and slots.place in (*listed(known.places), *listed(known.parties)))


def _of_all_times(slots: Slots) -> bool:
    """Whether a count is of no one month: of a year, or of no time that is told."""
    return slots.period is None or slots.period[0][:7] != slots.period[1][:7]


def _inside(part: Days | None, whole: Days | None) -> bool:
    """Whether one period begins after the other and does not outlast it: a day of a year, not two guesses of one."""
    return part is not None and whole is not None and whole[0] < part[0] and part[1] <= whole[1]


def _listed(part: str, whole: str, slot: str, book: Book) -> bool:
    return any(
        rule.slot == slot and rule.whole == whole and part in rule.parts and not rule.ends for rule in book.parts
    )


def _class_in(part: str, whole: str, book: Book) -> bool:
    return book.holds(whole, part) or _listed(part, whole, "noun", book)


def relation_of(part: Subject, whole: Subject, name: str, articles: Mapping[str, Article], words: Words) -> Relation:
    """That one claim is part of another, by the rule `name`."""
    filled = Filled(*(Said(subject, articles[subject.claim.article]) for subject in (part, whole)))
    return Relation(
        a=part.claim.id,
        b=whole.claim.id,
        kind="part_of",
        reasons=(words.says(name, filled),),
        rules=(words.id(name),),
    )
