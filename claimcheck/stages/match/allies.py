"""Claims in, those of an unrecognised state out as of the state beside which it fights, where both stand for one side.

"The Abkhaz army has lost 20 men", says one article of a war, "Russia has lost 20" another one, or the same: of that war
the Russian side is both. Where no count is told of both, they are two, and so are their losses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from claimcheck.slots import Book, Subject, known_of

_FEW = 10  # so few two sides lose by chance

_TROOPS = frozenset(("", "person", "soldier", "combatant"))  # classes that count what a side lost

_Lost = tuple[str, str, str | None, str, float]  # a war's name, a side, what befell whom of it, and how many


def as_one_side(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """The subjects, those of allies whose losses are told as one of one side."""
    wars = {event: known_of(event) for event in {subject.slots.event or "" for subject in subjects}}
    lost = {_lost(subject, wars) for subject in subjects if _counts_losses(subject, book)}
    allied: dict[tuple[str, str], str] = {}
    for war, party, measure, whom, value in lost:
        ally = book.ally(party, war)
        if ally and (war, ally, measure, whom, value) in lost:
            allied[war, party] = ally

    def sided(subject: Subject) -> Subject:
        side = allied.get((wars[subject.slots.event or ""], subject.slots.party or ""))
        return subject._replace(slots=msgspec.structs.replace(subject.slots, party=side)) if side else subject

    return [sided(subject) for subject in subjects] if allied else list(subjects)


def _counts_losses(subject: Subject, book: Book) -> bool:
    slots = subject.slots
    exact = subject.amount.value >= _FEW and subject.claim.quantity.qualifier != "vague"
    whole = bool(slots.party) and slots.portion is None
    return whole and slots.dimension == "count" and slots.measure in book.firm and exact


def _lost(subject: Subject, wars: Mapping[str, str]) -> _Lost:
    slots = subject.slots
    whom = "" if slots.noun_class in _TROOPS else slots.noun_class  # "58 soldiers", "58 were killed"; not 58 women
    return wars[slots.event or ""], slots.party or "", slots.measure, whom, subject.amount.value
