"""Whom one hospital has taken in: a part of the hurt and the dead, of whom each house has its own."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Found

_RUN = ("NP", "P", "'")  # chunks of a subject with what hangs on it
_BETWEEN = ("A", "t", "C", ",", "P")  # chunks between a verb and a number in its list
_THEM = frozenset(("it", "they", "we", "which", "that", "who"))
_BESIDE = frozenset(("at", "to", "in", "into"))
_STEPS = 3  # verbs back to what a pronoun means


def of_house(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """The scope of those whom one house has: "the clinic has admitted 45", "45 are being treated at St Mary's"."""
    if measure is None or not measure.happens:
        return None
    found = _taken_in_by(c, phrase) or _brought_to(c, phrase)
    if found is None:
        return None
    tokens = c.parsed.tokens
    return Fact(value="one_house", rule="O1900", span=(tokens[found.start].start, tokens[found.end - 1].end))


def _taken_in_by(c: Context, phrase: Counted) -> Chunk | None:
    """The hospital that is the subject of the verb whose object is counted."""
    chunks, at = c.parsed.chunks, phrase.first - 1
    while at > 0 and (chunks[at].kind in _BETWEEN or c.counted_in(chunks[at]) is not None):
        at -= 1
    if at < 1 or chunks[at].kind != "VP" or c.parsed.undergone(chunks[at]) or not c.of_group(chunks[at], "taking in"):
        return None
    for _ in range(_STEPS):
        end = at - 1
        while end > 0 and chunks[end].kind in "At":
            end -= 1
        shared = chunks[end].kind == "C"  # "received 14 bodies and | treated 45 people"
        if chunks[end].kind == "VP" or shared:  # "has so far | received"
            at = next((k for k in range(end, -1, -1) if chunks[k].kind == "VP"), 0)
            if at < 1:
                return None
            continue
        first = end
        while first >= 0 and chunks[first].kind in _RUN:
            first -= 1
        run = chunks[first + 1 : end + 1]
        house = next((chunk for chunk in run if _is_house(c, chunk)), None)
        pronoun = chunks[end].kind == "R" or c.parsed.tokens[chunks[end].head].low in _THEM
        if house is not None or not pronoun:
            return house
        back = range(end - 1, max(-1, end - FAR), -1)
        at = next((k for k in back if chunks[k].kind == "VP"), 0)
        if at < 1:
            return None
    return None


def _brought_to(c: Context, phrase: Counted) -> Chunk | None:
    """A hospital with a name that the counted are brought to or treated at: "the hospital" may be all of them."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.last + 1
    while at < len(chunks) and chunks[at].kind in "At":
        at += 1
    at += at < len(chunks) and chunks[at].kind == "VP"
    if at + 1 >= len(chunks) or tokens[chunks[at].start].low not in _BESIDE:
        return None
    run = chunks[at + 1 : at + 4]
    house = next((chunk for chunk in run if _is_house(c, chunk)), None)
    if house is None or any(chunk.kind not in _RUN for chunk in run[: run.index(house)]):
        return None
    named = any(tokens[t].tag == "M" for t in range(chunks[at + 1].start, house.end))
    return house if named else None


def _is_house(c: Context, chunk: Chunk) -> bool:
    """Whether a phrase is of one hospital, by its name or with an article: not "hospitals"."""
    tokens = c.parsed.tokens
    words = (
        tokens[chunk.head].low,
        " ".join(token.low for token in tokens[max(chunk.start, chunk.head - 1) : chunk.end]),
    )
    return chunk.kind == "NP" and not c.lexicon.groups["ward"].isdisjoint(words)
