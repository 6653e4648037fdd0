"""A number that is said to be the number of those told before in, what is told of them out: "The rebels, whose number
is put at 45", "They know the number of dead. It has risen to 45"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.before import told_before
from claimcheck.stages.describe.behind import predicate, told_behind
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counting import in_region, named_after, number_of_ends
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_NEAR = 14  # chunks from a number to "whose number"
_BETWEEN = frozenset(("P", "A", "VP", "NP", "t", "'", ","))
_ASKED = 4  # words from "how many" to the verb
_TWO = 2
_HARMED = "casualty"  # class of "the wounded"
_THEIRS = frozenset(("their", "whose"))


def of_whose(c: Context, token: int) -> Found | None:
    """ "Refugees who fled to Chad, whose number in the camps has risen to 45": what is told of those before "whose"."""
    phrase = c.phrases[token]
    if phrase.noun_class or c.dimensions[token] != "count":
        return None
    chunks, at = c.parsed.chunks, phrase.first - 1
    while at > phrase.first - _NEAR and at > 1 and not _is_theirs(c, chunks[at]):
        if chunks[at].kind not in _BETWEEN:
            return None
        at -= 1
    if at < 2 or not _is_theirs(c, chunks[at]) or chunks[at - 1].kind != ",":
        return None
    who = _who_before(c, at - 2)
    return _told_of(c, who) if who is not None else None


def of_sentence_before(c: Context) -> Found | None:
    """ "The number of wounded is not known": what is told in a sentence that gives no number of those whose number the
    next one gives; where it speaks of no number, of the people that it names last."""
    chunks = c.parsed.chunks
    for at in range(len(chunks) - 1, 1, -1):
        if number_of_ends(c, at):
            return named_after(c, at - 2, Asked("", "count"))
    if (asked := _asked_how_many(c)) is not None:
        return asked
    people = (at for at in range(len(chunks) - 1, -1, -1) if _are_people(c, chunks[at]))
    return _told_of(c, next(people, -1))


def _asked_how_many(c: Context) -> Found | None:
    """ "How many lived there is not known": what the verb tells of those of whom the number is asked."""
    lows = [token.low for token in c.parsed.tokens]
    at = next((t + _TWO for t in range(len(lows) - 1) if lows[t : t + _TWO] == ["how", "many"]), len(lows))
    ask = Asked("person", "count")
    told = ((t, c.words.at(t, ("does", "done"), ask)) for t in range(at, min(len(lows), at + _ASKED)))
    found = next((found_by(trigger, t) for t, trigger in told if trigger is not None), None)
    return replace(found, counted="person", counting=True) if found is not None else None


def _is_theirs(c: Context, chunk: Chunk) -> bool:
    """Whether a noun phrase is "whose number", "their number"."""
    theirs = chunk.kind == "NP" and c.parsed.tokens[chunk.start].low in _THEIRS
    return theirs and c.of_group(chunk, "count noun")


def _who_before(c: Context, at: int) -> int | None:
    """The nearest people, or noun for several things, in the noun phrases that end at a chunk."""
    while at >= 0 and in_region(c, at):
        if _are_people(c, c.parsed.chunks[at]):
            return at
        at -= 1
    return None


def _are_people(c: Context, chunk: Chunk) -> bool:
    head = c.parsed.tokens[chunk.head]
    if chunk.kind != "NP" or c.counted_in(chunk) is not None:
        return False
    noun_class = c.lexicon.class_of(head.lemma)
    several = head.low != head.lemma or c.parsed.tokens[chunk.start].low == "many"  # how many people died
    return noun_class == _HARMED or (several and c.lexicon.is_a(noun_class, "person"))


def _told_of(c: Context, at: int) -> Found | None:
    """What a noun, what stands behind it, what it hangs on, or its verb tells of people."""
    if at < 0:
        return None
    chunk = c.parsed.chunks[at]
    lemma = c.parsed.tokens[chunk.head].lemma
    ask = Asked(c.lexicon.class_of(lemma), "count", lemma)
    told = (
        c.words.nouns(chunk.start, chunk.end, ask),
        told_behind(c, at, ask),
        told_before(c, at, ask, 0),
        predicate(c, at, at, ask),
    )
    known = [one for one in told if one and not one.derived]
    found = next((one for one in known if one.strong), known[0] if known else None)
    unit = c.lexicon.nouns.get((lemma,), (lemma,))[0]
    return replace(found, counted=unit, counting=True) if found else None
