"""Where on the ground a count is of: at a restaurant, in the car park; one of several spots of what happened."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Found

_AT = "at a spot"
_THE = frozenset(("the", "this", "that"))
_ENDS = frozenset(",;:.SC")  # kinds of chunks behind which another thing is told
_OPENING = 3  # chunks of "At the restaurant," before a clause
_NEAR = 8  # chunks behind a number in which its spot stands
_WITHIN = 14  # chunks from a number back to the verb whose subject did it
_SECOND = frozenset(("second", "another", "third", "separate"))
_PARTICIPLE = "I"  # tag of a form in -ing
_CLASSES = ("building", "vehicle", "grave")


def at_spot(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """The kind of spot that people were hit at, by its noun: "two people were shot dead at a car dealership"."""
    if measure is None or not measure.harm:
        return None
    found = _behind(c, phrase, measure) or _before(c, phrase) or _hit(c, phrase)
    if found is None:
        return None
    tokens = c.parsed.tokens
    return Fact(value=tokens[found.head].lemma, rule="O2220", span=(tokens[found.head].start, tokens[found.head].end))


def _behind(c: Context, phrase: Counted, measure: Found) -> Chunk | None:
    """The spot behind a number or its verb: no other verb stands between, nor what was all of it, "in the attack at the
    airport"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    first = max(phrase.last, c.parsed.at[measure.end - 1]) + 1  # "were shot and killed | at a dealership"
    for at in range(first, min(len(chunks) - 1, first + _NEAR)):
        chunk = chunks[at]
        if chunk.kind in _ENDS or chunk.kind == "VP":
            return None
        if c.of_group(chunk, "repeated") and tokens[chunk.start].tag == "D" and tokens[chunk.start].low in _THE:
            return None
        if c.opens_with(chunk, _AT) and _is_spot(c, chunks[at + 1]):
            return chunks[at + 1]
    return None


def _before(c: Context, phrase: Counted) -> Chunk | None:
    """ "At the dealership, two people …", "the dealership | where two people …", "a bomb at a market | killed 12"."""
    chunks, tokens, first = c.parsed.chunks, c.parsed.tokens, phrase.first
    if first > 1 and tokens[chunks[first - 1].start].low == "where" and _is_spot(c, chunks[first - 2]):
        return chunks[first - 2]
    if first > _OPENING - 1 and chunks[first - 1].kind == "VP" and c.opens_with(chunks[first - 3], _AT):
        return chunks[first - 2] if _is_spot(c, chunks[first - 2]) else None
    opens = first in (_OPENING - 1, _OPENING) and c.opens_with(chunks[0], _AT)
    return chunks[1] if opens and _is_spot(c, chunks[1]) else None


def _hit(c: Context, phrase: Counted) -> Chunk | None:
    """ "A blast tore through the terminal, | killing 10, and a second one a station": what the verb before the
    participle tells, where it is but one of two spots."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if phrase.first < 1 or tokens[chunks[phrase.first - 1].head].tag != _PARTICIPLE:
        return None
    if all(token.low not in _SECOND for token in tokens[phrase.token :]):
        return None
    for at in range(phrase.first - 2, max(0, phrase.first - _WITHIN), -1):
        if chunks[at].kind in ";.:S":
            return None
        if chunks[at].kind == "VP" and tokens[chunks[at].head].tag != _PARTICIPLE:
            hits = c.of_group(chunks[at], "hitting a spot")
            return _struck(c, at + 1 + (chunks[at + 1].kind == "P")) if hits else None
    return None


def _struck(c: Context, at: int) -> Chunk | None:
    """The spot that a phrase tells, or what it is of: "the terminal", "the departure hall of the airport"."""
    chunks = c.parsed.chunks
    if chunks[at].kind != "NP" or _is_spot(c, chunks[at]):
        return chunks[at] if chunks[at].kind == "NP" else None
    of = c.parsed.tokens[chunks[at + 1].start].low == "of" and _is_spot(c, chunks[at + 2])
    return chunks[at + 2] if of else None


def _is_spot(c: Context, chunk: Chunk) -> bool:
    """Whether a phrase is of one spot, no several: "the car park", "a Kia dealership"."""
    if chunk.kind != "NP" or c.counted_in(chunk) is not None:
        return False
    head = c.parsed.tokens[chunk.head]
    if head.low != head.lemma or c.parsed.tokens[chunk.start].low == head.low:
        return False  # "at home", "in hospital"
    return head.lemma in c.lexicon.groups["spot"] or any(
        c.lexicon.is_a(c.lexicon.class_of(head.lemma), name) for name in _CLASSES
    )
