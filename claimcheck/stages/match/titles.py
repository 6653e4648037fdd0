"""Groups of claims in, readable ids and titles out, made of what the claims are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.rules import Rules
from claimcheck.rules.base import Rule
from claimcheck.slots import Slots, Subject, named


def event_names(rules: Rules) -> dict[str, str]:
    """The names of the events that the rules know, by their keys."""
    return {_slug(rule.name): _title(rule.name) for rule in rules.pack("events", Rule)}


def _title(name: str) -> str:
    return name if " " in name else name.replace("-", " ").capitalize()


def title(group: Sequence[Subject], names: dict[str, str]) -> str:
    """What a group is about, for a table: "Azerbaijani soldiers killed, Second Karabakh War"."""
    slots = [subject.slots for subject in group]
    what = _most([_phrase(subject) for subject in group]) or _most([slot.noun for slot in slots])
    measure = _most([slot.measure or "" for slot in slots]).replace("_", " ")
    party = _most([slot.party or "" for slot in slots])
    head = " ".join(part for part in (what, "" if _says(what, measure) else measure) if part) or "number"
    if party and party != "both" and _root(party) not in head.casefold():
        head += f" ({party})"
    elif party == "both":
        head += " (both sides)"
    return ", ".join(part for part in (head, _event(slots, names)) if part)


def _phrase(subject: Subject) -> str:
    return re.sub(r"\s+", " ", subject.claim.description.object).strip()


def _says(phrase: str, measure: str) -> bool:
    return not measure or measure in phrase.casefold()


def _root(party: str) -> str:
    return party.casefold()[:5]


def _event(slots: Iterable[Slots], names: dict[str, str]) -> str:
    key = _most([slot.event or "" for slot in slots])
    if not key:
        return ""
    if not named(key):
        return " ".join(word.capitalize() if word.isalpha() else word for word in key[1:].split("-"))
    return names.get(key) or _title(key)


def _most(values: Iterable[str]) -> str:
    """The value that most have; of several the shortest, then the first in the alphabet."""
    told = [value for value in values if value]
    if len(told) < 2:
        return told[0] if told else ""
    count = Counter(told)
    return min(count, key=lambda value: (-count[value], len(value), value)) if count else ""


def event_of(group: Sequence[Subject]) -> str:
    """The event that most of a group's claims are of."""
    return _most([subject.slots.event or "" for subject in group])


def slug(group: Sequence[Subject]) -> str:
    """A key of a group's meaning: event, measure, what is counted, whose."""
    slots = [subject.slots for subject in group]
    event = _most([slot.event or "" for slot in slots]).lstrip("~")
    parts = [
        _most([slot.party or "" for slot in slots]),
        _most([slot.noun for slot in slots]) or _most([slot.unit or slot.dimension for slot in slots]),
        _most([slot.measure or "" for slot in slots]),
        _most([slot.scope or "" for slot in slots]),
        "" if (modality := slots[0].modality) == "actual" else modality,
    ]
    return "/".join(part for part in (_slug(event), "-".join(_slug(part) for part in parts if part)) if part)


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")
