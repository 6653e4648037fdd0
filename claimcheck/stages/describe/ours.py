"""Descriptions in; those of an article that takes a side out, with whose "our soldiers", "martyrs" and "enemy" are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from claimcheck.records import Description, Fact, Quantity, Rejected, Span
from claimcheck.stages.describe.reading import Reading

_OURS, _THEIRS = "P3992", "P3993"
_KILLED = "killed"
_WORD = re.compile(r"[^\W\d_]+")
_OWN = re.compile(r"\b[Oo]urs?\b")

Result = Description | Rejected


def of_own_side(reading: Reading, quantities: Sequence[Quantity], results: Sequence[Result]) -> tuple[Result, ...]:
    """The descriptions, each count of "our" people or of martyrs with the side that the article names such people of,
    and each of the enemy's losses with the side which that one fights."""
    told = [(n, r) for n, r in enumerate(results) if isinstance(r, Description) and r.measure is not None]
    ours = [(n, r) for n, r in told if _is_ours(reading, quantities[n], r)]
    sides = {r.party.value for _, r in ours if r.party is not None}
    if len(sides) != 1 or not any(r.party is None for _, r in told):
        return tuple(results)
    own, out = sides.pop(), list(results)
    for n, result in ours:
        if result.party is None:
            out[n] = replace(result, party=Fact(value=own, rule=_OURS, span=_sentence(reading, quantities[n])))
    for n, result in told:
        foe = next((land for land in result.foes if land != own), None) if own in result.foes else None
        word = _enemy_before(reading, quantities[n]) if result.party is None and foe is not None else None
        if word is not None and foe is not None:
            out[n] = replace(result, party=Fact(value=foe, rule=_THEIRS, span=word))
    return tuple(out)


def _is_ours(reading: Reading, quantity: Quantity, told: Description) -> bool:
    """Whether people are counted as the writer's own: "our soldiers", or as the martyrs that its sentence tells of."""
    if quantity.dimension != "count" or told.measure is None or reading.quoted(quantity.start):
        return False
    start, end = _sentence(reading, quantity)
    words = {word.lower() for word in _WORD.findall(reading.text, start, end)}
    martyrs = not reading.lexicon.groups["fallen of one's own"].isdisjoint(words)
    return (martyrs and told.measure.value == _KILLED) or _OWN.search(told.object) is not None


def _enemy_before(reading: Reading, quantity: Quantity) -> Span | None:
    """The word for the other side that stands before a number in its sentence: "the enemy has lost 40"."""
    start, _ = _sentence(reading, quantity)
    hostile = reading.lexicon.groups["hostile"]
    words = [word for word in _WORD.finditer(reading.text, start, quantity.start) if word[0].lower() in hostile]
    return words[-1].span() if words else None


def _sentence(reading: Reading, quantity: Quantity) -> Span:
    where = reading.sentences[quantity.sentence]
    return where.start, where.end
