"""Claims in, those of an unrecognised state out as of the state beside which it fights, where both stand for one side.

"The Abkhaz army has lost 20 men", says one article of a war, "Russia has lost 20" another one, or the same: of that war
the Russian side is both. Where no count is told of both, they are two, and so are their losses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.slots import Book, Subject, digits, known_of

_SIDES = 2
_FEW = 10  # so few two sides lose by chance
_ANYBODY = frozenset(("", "person"))  # classes that leave open who was lost: "58 were killed" may be 58 soldiers
_LOST = frozenset(("soldier", "combatant", "civilian"))  # those that they may be

_Lost = tuple[str, str, str | None, str, float]  # a war's name, a side, what befell whom of it, and how many


def as_one_side(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """The subjects, those of allies whose losses are told as one of one side."""
    wars = {event: known_of(event) for event in {subject.slots.event or "" for subject in subjects}}
    of_wars = (subject for subject in subjects if wars[subject.slots.event or ""])
    lost = {_lost(subject, wars) for subject in of_wars if _counts_losses(subject, book)}
    allied: dict[tuple[str, str], str] = {}
    for war, party, measure, whom, value in lost:
        ally = book.ally(party, war)
        if ally and any((war, ally, measure, other, value) in lost for other in _meant(whom)):
            allied[war, party] = ally

    def sided(subject: Subject) -> Subject:
        side = allied.get((wars[subject.slots.event or ""], subject.slots.party or ""))
        return subject.with_slots(party=side) if side else subject

    return [sided(subject) for subject in subjects] if allied else list(subjects)


def as_their_side(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """The subjects, losses of whom no article tells in their sentence as of the side that others give the number for.

    "49 dead", a live page says, and "Armenia has lost 49 servicemen" the news, of fighting that both sides lost men in.
    """
    sides: dict[tuple[object, ...], set[str]] = defaultdict(set)
    lost: dict[tuple[object, ...], set[tuple[str, str]]] = defaultdict(set)
    for subject in subjects:
        if _counts_losses(subject, book) and subject.slots.event:
            slots = subject.slots
            sides[slots.event, slots.measure].add(slots.party or "")
            lost[slots.event, slots.measure, subject.amount.value].add((slots.party or "", slots.noun_class))

    def sided(subject: Subject) -> Subject:
        slots = subject.slots
        if slots.party or slots.dimension != "count" or len(sides.get((slots.event, slots.measure), ())) < _SIDES:
            return subject
        told, meant = lost.get((slots.event, slots.measure, subject.amount.value), set()), _meant(slots.noun_class)
        parties = {party for party, _ in told}
        if len(parties) != 1 or meant.isdisjoint(whom for _, whom in told) or digits(subject.amount.value) < _SIDES:
            return subject
        return subject.with_slots(party=min(parties))

    return [sided(subject) for subject in subjects]


def _counts_losses(subject: Subject, book: Book) -> bool:
    slots = subject.slots
    exact = subject.amount.value >= _FEW and subject.claim.quantity.qualifier != "vague"
    return bool(slots.party) and slots.dimension == "count" and slots.measure in book.firm and exact


def _lost(subject: Subject, wars: Mapping[str, str]) -> _Lost:
    slots = subject.slots
    return wars[slots.event or ""], slots.party or "", slots.measure, slots.noun_class, subject.amount.value


def _meant(whom: str) -> frozenset[str]:
    """The classes that may be those lost: soldiers are people, people soldiers or civilians; women are no soldiers."""
    if whom in _ANYBODY:
        return _ANYBODY | _LOST
    return _ANYBODY | {whom} if whom in _LOST else frozenset((whom,))
