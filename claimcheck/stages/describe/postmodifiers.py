"""What stands between a counted noun and the words that tell of it: "40 men (of the Kenyan army) who fell"."""

from __future__ import annotations

from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.phrases import Chunk


def over_conversion(c: Context, last: int) -> int:
    """ "25 kilometres (15 miles) | north of": to the bracket's end, from the number before and from the one inside."""
    chunks = c.parsed.chunks
    for opening in (last + 1, last - 1):
        bracket = chunks[opening : opening + 3] if opening > 0 else ()
        if [chunk.kind for chunk in bracket] == ["(", "NP", ")"] and c.parsed.tokens[bracket[1].end - 1].tag == "Q":
            return opening + 2
    return last


def of_its_name(c: Context, last: int) -> bool:
    """ "40 prisoners of war who fled": whether what stands behind "of" belongs to the noun."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if last + 2 >= len(chunks) or tokens[chunks[last + 1].start].low != "of":
        return False
    return (tokens[chunks[last].head].lemma, "of", tokens[chunks[last + 2].start].low) in c.lexicon.nouns


def over_joined(c: Context, at: int) -> int:
    """ "40 civilians and prisoners of war who fled": the relative clause is of both."""
    kinds = [chunk.kind for chunk in c.parsed.chunks[at : at + 2]]
    last = at + 2 + 2 * (len(kinds) > 1 and of_its_name(c, at + 1))
    if kinds != ["C", "NP"] or last >= len(c.parsed.chunks) or c.parsed.chunks[last].kind != "R":
        return at
    return at if any(c.counted_in(chunk) is not None for chunk in c.parsed.chunks[at:last]) else last


def over_body(c: Context, at: int) -> int:
    """ "40 men of the Kenyan army who fell": the relative clause tells of those counted, not of their body."""
    chunks, tokens, end = c.parsed.chunks, c.parsed.tokens, at
    while [chunk.kind for chunk in chunks[end : end + 2]] == ["P", "NP"]:  # "under the age of 21"
        if _may_act(c, chunks[end + 1]):
            return at
        end += 2
    who = end + (end < len(chunks) and chunks[end].kind == ",")
    if end == at or who >= len(chunks) or chunks[who].kind != "R" or tokens[chunks[who].start].low != "who":
        return at
    return who if c.opens_with(chunks[at], "of a body or age") else at


def _may_act(c: Context, chunk: Chunk) -> bool:
    """Whether a noun phrase is of people, whom a "who" behind it tells of."""
    return c.lexicon.is_a(c.lexicon.class_of(c.parsed.tokens[chunk.head].lemma), "person")
