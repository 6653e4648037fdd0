"""What was done in a number of places or with a number of things: "45 protesters in 12 towns were killed"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.behind import predicate
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.occupants import PLACES
from claimcheck.stages.describe.triggers import Asked, Found

_SITES = (*PLACES, "building", "grave", "vehicle", "vessel", "target", "other")  # in which something is counted


def where_counted(c: Context, token: int) -> Found | None:
    """ "45 protesters in 12 towns were killed": a number of places is of what happened to those counted in them."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    sites = c.dimensions[token] == "count" and any(c.lexicon.is_a(phrase.noun_class, name) for name in _SITES)
    if phrase.first < 2 or not sites:
        return None
    inside = c.counted_in(chunks[phrase.first - 2])
    if c.parsed.tokens[chunks[phrase.first - 1].start].low not in ("in", "across"):
        return None
    found = c.measure(inside) if inside is not None else _of_what_is_there(c, phrase)
    return replace(found, harm=False, victims=False) if found else None


def _of_what_is_there(c: Context, phrase: Counted) -> Found | None:
    """ "Schools in 12 districts were closed"."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    passive = at < len(chunks) and chunks[at].kind == "VP" and c.parsed.passive(chunks[at])
    if chunks[phrase.first - 2].kind != "NP" or not passive:
        return None
    head = c.parsed.tokens[chunks[phrase.first - 2].head].lemma
    return predicate(c, phrase.first - 2, phrase.last, Asked(c.lexicon.class_of(head), "count", head))


def beside_verb(c: Context, token: int) -> Found | None:
    """ "The men arrived on two boats", "ballots were cast in 12 towns", "assessed damage in six counties": where or
    with what it was done, by the verb."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    at = phrase.first - 1
    if at < 1 or phrase.head < 0 or c.dimensions[token] != "count" or chunks[at].kind != "P":
        return None
    low = c.parsed.tokens[chunks[at].start].low
    placed = c.opens_with(chunks[at], "at sites")
    behind_object = placed and at > 1 and chunks[at - 1].kind == "NP" and c.counted_in(chunks[at - 1]) is None
    verb = chunks[at - 1 - behind_object]
    if verb.kind != "VP" or not (placed or c.opens_with(chunks[at], "about sites")) or c.of_group(verb, "saying"):
        return None
    people = c.lexicon.is_a(phrase.noun_class, "person")
    happened = c.words.verb(verb, ("does",), Asked("event", "count")) if behind_object else None
    if happened and happened.end - happened.start > 1:
        return replace(happened, derived=True)  # "protests took place in 12 towns": nobody took the towns
    roles = ("done",) if behind_object or c.parsed.passive(verb) else ("does",)
    if low == "from" and roles == ("does",):
        return None  # "came from 12 countries": the countries did not come
    of = at - 1 if behind_object else at - 2
    told_of = roles == ("done",) and of >= 0 and chunks[of].kind == "NP"
    known = None if people else c.words.verb(verb, roles, _of_object(c, of) if told_of else Asked("", "count"))
    found = known or c.words.governing(verb, of_object=behind_object)
    return replace(found, harm=False, victims=False, derived=True) if found else None


def _of_object(c: Context, at: int) -> Asked:
    """ "fired shells at two villages": of the shells, so that nobody is laid off."""
    head = c.parsed.tokens[c.parsed.chunks[at].head].lemma
    return Asked(c.lexicon.class_of(head), "count", head)
