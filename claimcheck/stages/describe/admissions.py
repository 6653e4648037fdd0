"""Losses by what one side tells of its own: "Mali admitted the loss of 14 tanks", "Mali puts its dead at 45"."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.sides import ANYBODY, Sides
from claimcheck.stages.describe.subjects import owner_before, subject

_CARRIED = frozenset(("L90", "L91"))
_THEIRS = frozenset(("its", "their"))
_NEAR = 5  # chunks from the words for a measure back to whose count it is


def own_losses(sides: Sides, phrase: Counted, noun_class: str, told: int) -> Fact | None:
    """ "Mali admitted the loss of 14 tanks", "Mali puts its dead at 45": the side that tells of its own losses."""
    found = _admitted(sides, noun_class, told) or _admitted_dead(sides, phrase) or _own_count(sides, phrase, told)
    return found or _of_row(sides, phrase, noun_class)


def _admitted(sides: Sides, noun_class: str, told: int) -> Fact | None:
    """The subject of a verb whose object is the loss or death of fighters, or the loss of their arms."""
    chunks, tokens = sides.parsed.chunks, sides.parsed.tokens
    at = sides.parsed.at[told] - 1
    word = tokens[told]
    if word.tag != "n" or word.lemma not in sides.lexicon.groups["own dead"] or not sides.fights(noun_class):
        return None
    if at < 0 or chunks[at].kind != "VP" or tokens[chunks[at].head].lemma not in sides.lexicon.groups["owning up"]:
        return None
    hit = None if sides.parsed.passive(chunks[at]) else subject(sides, chunks[at].head)
    if hit is None or not (word.lemma in sides.lexicon.groups["loss"] or _of_its_kind(sides, hit, noun_class)):
        return None
    return Fact(value=hit.name.country, rule="P601", span=(hit.start, hit.end))


def _admitted_dead(sides: Sides, phrase: Counted) -> Fact | None:
    """ "Mali admits 50 dead", "first recognised only 49 killed": nobody owns up to another's dead."""
    chunks, tokens, at = sides.parsed.chunks, sides.parsed.tokens, phrase.first - 1
    while at > 0 and chunks[at].kind == "A":
        at -= 1
    if phrase.noun_class not in ANYBODY or at < 1 or chunks[at].kind != "VP" or sides.parsed.passive(chunks[at]):
        return None
    if tokens[chunks[at].head].lemma not in sides.lexicon.groups["admitting"]:
        return None
    hit = subject(sides, chunks[at].head)
    return Fact(value=hit.name.country, rule="P601", span=(hit.start, hit.end)) if hit else None


def _of_its_kind(sides: Sides, hit: Hit, noun_class: str) -> bool:
    """Whether those of whose death a side tells may be its own: a state's soldiers, no rebels that it fights."""
    return hit.name.kind == "group" or sides.lexicon.is_a(noun_class, "soldier")


def _own_count(sides: Sides, phrase: Counted, told: int) -> Fact | None:
    """ "its death toll", "its own dead", "its count of soldiers killed": whose count a number is."""
    chunks, tokens = sides.parsed.chunks, sides.parsed.tokens
    for at in range(sides.parsed.at[told], max(-1, sides.parsed.at[told] - _NEAR), -1):
        chunk = chunks[at]
        owns = chunk.kind == "NP" and tokens[chunk.start].low in _THEIRS
        if owns and told < phrase.token and (chunk.start < told < chunk.end or _of_count(sides, chunk)):
            hit = owner_before(sides, chunk)
            span = tokens[chunk.start].start, tokens[chunk.start].end
            return Fact(value=hit.name.country, rule="P602", span=span) if hit else None
        if chunk.kind not in ("NP", "P", "VP", "A"):
            return None
    return None


def _of_row(sides: Sides, phrase: Counted, noun_class: str) -> Fact | None:
    """ "A Malian general, a colonel and five soldiers": fighters in a row are of the side that its first one is of."""
    chunks, tokens, at = sides.parsed.chunks, sides.parsed.tokens, phrase.first - 1
    if not sides.lexicon.is_a(noun_class, "combatant"):
        return None
    while at > 0 and chunks[at].kind in "C,":
        at -= 1
        if chunks[at].kind in "C,":
            continue
        if chunks[at].kind != "NP" or not _of_fighters(sides, chunks[at]):
            return None
        if found := sides.inside(tokens[chunks[at].start].start, tokens[chunks[at].end - 1].end, "P605"):
            return found
        at -= 1
    return None


def _of_count(sides: Sides, chunk: Chunk) -> bool:
    return sides.parsed.tokens[chunk.head].lemma in sides.lexicon.groups["figure"]


def _of_fighters(sides: Sides, chunk: Chunk) -> bool:
    return sides.lexicon.is_a(sides.lexicon.class_of(sides.parsed.tokens[chunk.head].lemma), "combatant")


def claimed(parties: Parties, phrase: Counted, noun_class: str, place: Fact | None) -> Fact | None:
    """Losses that a side's authorities tell without saying whose are its own; of soldiers also a bare country's."""
    soldiers = parties.lexicon.is_a(noun_class, "soldier")
    if not (soldiers or phrase.noun_class in ANYBODY):
        return None
    hit = parties.speaker(phrase)
    if hit is None or not (soldiers or parties.authority(hit)):
        return None
    elsewhere = place is not None and place.rule not in _CARRIED and place.value != hit.name.country
    if not soldiers and elsewhere and place is not None:
        inside = [city for city in parties.cities if (city.start, city.end) == place.span]
        land = inside[0].name.country if inside else place.value
        # "in Gaza, the Palestinian ministry says"
        if land != hit.name.country and (land, hit.name.country) not in parties.lexicon.territories:
            return None
    if soldiers and (other := parties.joined_to(hit)):
        if elsewhere and place is not None and place.value != other.name.country:
            return None  # "the US and Britain said 12 soldiers were killed in Iraq"
        return Fact(value="both", rule="P603", span=(min(hit.start, other.start), max(hit.end, other.end)))
    return Fact(value=hit.name.country, rule="P06", span=(hit.start, hit.end))
