"""Two claims in, how their slots compare out; what few pairs of slots tell is worked out once for many claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.slots import (
    Book,
    Label,
    Subject,
    World,
    compare_events,
    kind_of,
    known_of,
    labels_of_slots,
    retold,
    shown,
    sizes,
)
from claimcheck.stages.compare.telling import Telling
from claimcheck.stages.compare.wording import days

_NAMED = ("measure", "noun", "party", "event", "place", "period", "scope")
_SAID = {"measure": "", "noun": "", "party": "side", "period": "time"}  # killed, soldier, side Armenia, place Lachin


class Labels(NamedTuple):
    """How two claims compare, by slot, and the sentence that tells in which slots they are the same."""

    by_slot: Mapping[str, Label]
    shared: tuple[str, ...]


class Alike:
    """How the slots of two claims of a set of articles compare."""

    def __init__(self, book: Book, world: World) -> None:
        self._book, self._world = book, world
        self._known: dict[tuple[object, ...], Labels] = {}
        self._kinds: dict[tuple[object, ...], int] = {}

    def kind(self, subject: Subject) -> int:
        """A number for all claims that compare alike with those of other articles."""
        return self._kinds.setdefault(kind_of(subject, self._book), len(self._kinds))

    def labels(self, left: Telling, right: Telling) -> Labels:
        """How two claims compare."""
        a, b = left.subject, right.subject
        size = sizes(a.amount, b.amount)
        if a.claim.article == b.claim.article:  # sentences and voices count too
            return self._labels(a, b, size.value)
        tie, again = compare_events(a, b, self._book, self._world), retold(a, b, size.value, self._world)
        key = (left.kind, right.kind, size, tie, again)
        if (known := self._known.get(key)) is None:
            known = self._known[key] = self._labels(a, b, size.value)
        return known

    def _labels(self, a: Subject, b: Subject, value: Label) -> Labels:
        labels = {field: label for field, label, _ in labels_of_slots(a, b, value, self._book, self._world)}
        same = [told for field in _NAMED if labels[field] == "same" and (told := _told(a, field))]
        return Labels(labels, (f"the same in both: {', '.join(same)}",) if same else ())


def _told(subject: Subject, field: str) -> str:
    """What is in a slot; an event that has no name by what it is, not by the key that holds it together."""
    if field == "event" and subject.slots.event:
        known = known_of(subject.slots.event)
        return f"event {known}" if known else "the event"
    period = subject.slots.period if field == "period" else None
    told = days(period) if period else (shown(subject, field) or "").replace("_", " ")
    return f"{_SAID.get(field, field)} {told}".strip() if told else ""
