"""Whose losses a quantity is, by what one side tells of its own, and by what one side does to the other."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.phrases import Chunk

_OWN = frozenset(("its", "their"))
_FIGHTING = ("combatant", "vehicle", "weapon")
_NO_SIDE = frozenset(("between", "with", "on", "over", "for", "to", "and"))  # behind these a name does nothing
_NEAR = 5  # chunks from the words for a measure back to whose count it is
_TWO = 2


def own_losses(parties: Parties, phrase: Counted, noun_class: str, told: int) -> Fact | None:
    """ "Mali admitted the loss of 14 tanks", "Mali puts its dead at 45": the side that tells of its own losses."""
    found = _admitted(parties, noun_class, told) or _own_count(parties, phrase, told)
    return found or of_row(parties, phrase, noun_class)


def of_foe(parties: Parties, noun_class: str, verb: int, event: Event | None) -> Fact | None:
    """ "Mali's army captured 20 soldiers": in a war of two sides they are the other's."""
    sides = listed(event.parties) if event else ()
    if len(sides) != _TWO or not _fights(parties, noun_class):
        return None
    hit = parties.subject(verb)
    if hit is None or hit.before in _NO_SIDE:
        return None  # "fighting between Mali and Chad killed 40 soldiers"
    others = [side for side in sides if side != hit.name.country]
    if len(others) != 1:
        return None
    return Fact(value=others[0], rule="P606", span=(hit.start, hit.end))


def of_row(parties: Parties, phrase: Counted, noun_class: str) -> Fact | None:
    """ "A Malian general, a colonel and five soldiers": fighters in a row are of the side that its first one is of."""
    chunks, tokens, at = parties.parsed.chunks, parties.parsed.tokens, phrase.first - 1
    if not parties.lexicon.is_a(noun_class, "combatant"):
        return None
    while at > 0 and chunks[at].kind in "C,":
        at -= 1
        if chunks[at].kind in "C,":
            continue
        if chunks[at].kind != "NP" or not parties.lexicon.is_a(_class_of(parties, chunks[at]), "combatant"):
            return None
        if found := parties.inside(tokens[chunks[at].start].start, tokens[chunks[at].end - 1].end, "P605"):
            return found
        at -= 1
    return None


def _admitted(parties: Parties, noun_class: str, told: int) -> Fact | None:
    """The subject of a verb whose object is the loss of fighters or their arms."""
    chunks, tokens = parties.parsed.chunks, parties.parsed.tokens
    at = parties.parsed.at[told] - 1
    word = tokens[told]
    if word.tag != "n" or word.lemma not in parties.lexicon.groups["loss"] or not _fights(parties, noun_class):
        return None
    if at < 0 or chunks[at].kind != "VP" or tokens[chunks[at].head].lemma not in parties.lexicon.groups["owning up"]:
        return None
    hit = None if parties.parsed.passive(chunks[at]) else parties.subject(chunks[at].head)
    return Fact(value=hit.name.country, rule="P601", span=(hit.start, hit.end)) if hit else None


def _own_count(parties: Parties, phrase: Counted, told: int) -> Fact | None:
    """ "its death toll", "its own dead", "its count of soldiers killed": whose count a number is."""
    chunks, tokens = parties.parsed.chunks, parties.parsed.tokens
    for at in range(parties.parsed.at[told], max(-1, parties.parsed.at[told] - _NEAR), -1):
        chunk = chunks[at]
        owns = chunk.kind == "NP" and tokens[chunk.start].low in _OWN
        if owns and told < phrase.token and (chunk.start < told < chunk.end or _of_count(parties, chunk)):
            hit = parties.owner_before(chunk)
            span = tokens[chunk.start].start, tokens[chunk.start].end
            return Fact(value=hit.name.country, rule="P602", span=span) if hit else None
        if chunk.kind not in ("NP", "P", "VP", "A"):
            return None
    return None


def _of_count(parties: Parties, chunk: Chunk) -> bool:
    return parties.parsed.tokens[chunk.head].lemma in parties.lexicon.groups["figure"]


def _fights(parties: Parties, noun_class: str) -> bool:
    return any(parties.lexicon.is_a(noun_class, name) for name in _FIGHTING)


def _class_of(parties: Parties, chunk: Chunk) -> str:
    return parties.lexicon.class_of(parties.parsed.tokens[chunk.head].lemma)
