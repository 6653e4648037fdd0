"""Two claims in, a level for every slot out, with its weight."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.records import Level
from claimcheck.slots.amounts import chance, compare_values, one_size
from claimcheck.slots.book import Book, known_of, story_of
from claimcheck.slots.counted import (
    bystanders,
    compare_directions,
    compare_measures,
    compare_modality,
    compare_nouns,
    compare_parties,
    compare_portions,
    compare_units,
)
from claimcheck.slots.happening import compare_events, compare_names, one_happening
from claimcheck.slots.records import MEET, Again, Days, Label, Slots, Subject
from claimcheck.slots.retelling import in_other_words, retold
from claimcheck.slots.scene import (
    compare_periods,
    compare_places,
    compare_reach,
    crowd_of,
    of_an_area,
    of_its_day,
    of_two_lands,
    placed_by_voice,
    placed_in_text,
    told_on_the_day,
)
from claimcheck.slots.strikers import compare_agents
from claimcheck.slots.voices import (
    compare_contexts,
    compare_order,
    compare_statements,
    kind_of_pair,
    leaves_out,
)
from claimcheck.slots.wordings import compare_wording
from claimcheck.slots.world import World

_GROWN, _GROWS = "grown", 1000  # how many times what grows may be as large
RETOLD = "retold"  # how a number that one story gives twice is tied


def levels(a: Subject, b: Subject, book: Book, world: World) -> tuple[Level, ...]:
    """How two claims compare in every slot, with the weight of each level."""
    return tuple(
        _level(field, label, kind, shown(a, field), shown(b, field), book)
        for field, label, kind in labels(a, b, book, world)
    )


Found = tuple[str, Label, str]


def labels(a: Subject, b: Subject, book: Book, world: World) -> Iterator[Found]:
    """Slot after slot how two claims compare; a kind tells apart what the rules weigh differently under one label."""
    value = compare_values(a.amount, b.amount)
    yield from labels_of_slots(a, b, value, book, world)
    again = retold(a, b, value, world)
    yield "context", compare_contexts(a, b, value, book, again), kind_of_pair(a, b, value)
    often = chance(a.amount, b.amount, a.slots.dimension, value, again)
    yield "value", value, or_grown(a, b, value, often, book)
    yield "order", compare_order(a, b, value, book), ""
    yield "statement", compare_statements(a, b, value), ""


def or_grown(a: Subject, b: Subject, value: Label, often: str, book: Book) -> str:
    """How two numbers are apart, or that they are far apart of what grows: a fire's 6,500 acres, and 385,000 in another
    article; not the two acres where it began, nor those of two fires in one."""
    less, more = sorted((abs(a.amount.value), abs(b.amount.value)))
    apart = often == "far" or (value == "different" and (less == 0 or more <= _GROWS * less))
    grows = a.slots.measure == b.slots.measure in book.words("value", "unknown-grown")
    return _GROWN if apart and grows and a.claim.article != b.claim.article else often


def labels_of_slots(a: Subject, b: Subject, value: Label, book: Book, world: World) -> Iterator[Found]:
    """The same without what hangs on numbers, sentences and voices; `value` is how the numbers compare."""
    close, one = one_size(a.amount, b.amount), one_happening(a, b, book)
    again = retold(a, b, value, world)
    yield from labels_of_counted(a.slots, b.slots, as_counted(a, b, value), close, book, leaves_out(a, b), one, again)
    yield from labels_of_scene(a, b, value, tied(a, b, again, book, world), book, world)


def as_counted(a: Subject, b: Subject, value: Label) -> Label:
    """How two numbers compare, for what is counted: two that are but vague are not the same one."""
    vague = {s.claim.quantity.qualifier for s in (a, b)} == {"vague"}
    return "compatible" if value == "same" and vague else value


def kind_of(subject: Subject, book: Book) -> tuple[object, ...]:
    """All that comparing the slots of two claims of two articles looks at, but their numbers, how their events compare,
    and whether one story gives one number twice."""
    day = subject.day if of_its_day(subject) else crowd_of(subject, book)
    placed = placed_by_voice(subject), placed_in_text(subject)
    return (subject.slots, told_on_the_day(subject), of_an_area(subject, book), placed, day)


def tied(a: Subject, b: Subject, again: Again, book: Book, world: World) -> tuple[Label, str]:
    """How two claims' events compare; a number that one story gives `again` is of one event, however each is dated."""
    label, kind = compare_events(a, b, book, world)
    if not again:
        return label, kind
    return "same" if label == "same" else "compatible", RETOLD


def labels_of_scene(
    a: Subject, b: Subject, value: Label, tie: tuple[Label, str], book: Book, world: World
) -> Iterator[Found]:
    """Those of where, when and how far; `tie` is how the events compare. Of one number that a story gives twice two
    places are one that goes by two names, or lie in each other: "six months on the island", "six months with the Navy".
    """
    left, right, again = a.slots, b.slots, tie[1] == RETOLD
    yield "event", *tie
    yield "called", compare_names(a, b, value), ""
    if of_two_lands(a, b, book, world):
        yield "place", "different", "two-lands"
    else:
        place = compare_places(a, b, value, book, world)
        kind = "" if again else _apart(a, b, place, value)
        yield "place", "unknown" if again and place == "different" else place, kind
    yield "period", compare_periods(a, b, value, book, again), _apart_days(left, right)
    yield "scope", compare_reach(a, b, value, book, world), ""
    yield "agent", compare_agents(left, right, value, book), ""
    yield "wording", compare_wording(left.wording, right.wording), "loose" if a.context else ""


def labels_of_counted(
    left: Slots,
    right: Slots,
    value: Label,
    close: bool,
    book: Book,
    elliptic: str = "",
    one: bool = False,
    again: Again = "",
) -> Iterator[Found]:
    """Those of what is counted; `close`: numbers of one size; `elliptic`: one leaves out what the other has told;
    `one`: both are all that their articles count of one happening; `again`: one story gives one number twice."""
    yield "dimension", compare_units(left, right, value, book, again), ""
    yield "direction", compare_directions(left, right, value, book, again), ""
    yield "modality", compare_modality(left, right, value, book, again), ""
    measure: Label = "unknown" if elliptic else compare_measures(left, right, value, book)
    noun: Label | None = None
    if again:
        noun = compare_nouns(left, right, value, close, book, one)
        measure, noun = in_other_words(left, right, measure, noun, again, book)
    yield "measure", measure, elliptic or _loose(left, right, book)
    noun = noun or compare_nouns(left, right, value, close, book, one)  # in vain, where the measures keep two apart
    yield "noun", noun, "crowd" if one and bystanders(left, right, book) else ""
    yield party_of_pair(left, right, value, book)
    yield "portion", compare_portions(left, right, value, book), "" if again else _second(left, right)


def party_of_pair(left: Slots, right: Slots, value: Label, book: Book) -> Found:
    """That of whose people or things are counted."""
    return "party", compare_parties(left, right, value, book), _one_sided(left.party, right.party)


def shown(subject: Subject, field: str) -> str | None:
    """What a claim has in a slot, as an explanation shows it."""
    slots = subject.slots
    if field == "dimension":
        return slots.unit or slots.dimension
    if field == "period":
        return _period(slots.period)
    if field == "value":
        return _number(subject)
    if field == "order":
        return "first" if subject.first else None
    if field == "event" and slots.event:
        return ", ".join(filter(None, (known_of(slots.event), story_of(slots.event).lstrip("~"))))
    told: str | None = getattr(slots, field, None)
    return told or None


def _level(field: str, label: Label, kind: str, left: str | None, right: str | None, book: Book) -> Level:
    rule = book.rule(field, label, kind)
    return Level(
        field=field,
        label=label,
        left=left,
        right=right,
        weight=rule.weight if rule else 0.0,
        rule=rule.id if rule else "",
    )


def _period(period: Days | None) -> str | None:
    return None if period is None else f"{period[0]}..{period[1].replace('~', '')}"


def _number(subject: Subject) -> str:
    quantity = subject.claim.quantity
    return f"{quantity.qualifier} {quantity.value:,.10g}" + (f" {quantity.unit}" if quantity.unit else "")


def _one_sided(a: str | None, b: str | None) -> str:
    return "one-sided" if (a is None) != (b is None) else ""


def _loose(a: Slots, b: Slots, book: Book) -> str:
    """One of the two verbs is held by no rule."""
    return "verb" if a.measure and b.measure and (book.loose(a.measure) or book.loose(b.measure)) else ""


def _apart(a: Subject, b: Subject, label: Label, value: Label) -> str:
    """Two places that are told, each in its claim's own sentence; or two numbers that one text gives of two places."""
    if label == "different" and a.claim.article == b.claim.article and value not in MEET:
        return "one-text"
    told = all(s.slots.own_place and s.slots.place for s in (a, b))
    return "apart" if told else ""


def _apart_days(a: Slots, b: Slots) -> str:
    return "apart" if a.period and b.period else ""


def _second(a: Slots, b: Slots) -> str:
    """One of them is an article's second number: its first one is rather what the other article's number is."""
    return "second" if (a.portion == "other") != (b.portion == "other") else ""
