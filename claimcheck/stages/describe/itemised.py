"""An item of a list in, what the line that introduces the list tells of it out.

"The army took as trophies:", and below it "- field guns: 87"; "delivered so far:", and below it "- 370 tents".
"""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_ANYBODY = frozenset(("NP", "P", "'", "A", "t", "VP", ",", "C", "R", "N"))  # chunks of a line that introduces a list


def introduced(c: Context, first: int, ask: Asked) -> Found | None:
    """What the line that introduces a list tells of one of its items, which starts with a chunk."""
    chunks = c.parsed.chunks
    if first < 2 or chunks[first - 1].kind != "-":
        return None
    colon = next((at for at in range(first - 1) if [one.kind for one in chunks[at : at + 2]] == [":", "-"]), None)
    return told_by_heading(c, colon, ask) if colon is not None else None


def told_by_heading(c: Context, colon: int, ask: Asked) -> Found | None:
    """What a line tells of what stands behind its colon: the last word in it that tells a measure of such a thing."""
    chunks, derived = c.parsed.chunks, None
    for at in range(_before_bracket(c, colon), -1, -1):
        chunk = chunks[at]
        if chunk.kind == "VP":
            found = c.words.acts_on(chunk, ask) or c.words.verb(chunk, ("done",), ask)
            done = c.parsed.tokens[chunk.start].tag != "T"  # "three things to love: 40 songs"
            derived = derived or (c.words.governing(chunk, of_object=True) if done else None)
        else:
            found = _noun_in(c, chunk, ask) if chunk.kind == "NP" else None
        if found is not None:
            return found
        if chunk.kind not in _ANYBODY:
            break
    return replace(derived, weak=True) if derived is not None else None


def _noun_in(c: Context, chunk: Chunk, ask: Asked) -> Found | None:
    """The last noun of a phrase that tells a measure of such things: "losses" of tanks are others than of men."""
    told = ((t, c.words.at(t, ("noun",), ask)) for t in range(chunk.end - 1, chunk.start - 1, -1))
    return next((found_by(trigger, t) for t, trigger in told if trigger is not None), None)


def _before_bracket(c: Context, colon: int) -> int:
    """ "What the army took (as of May 3): ": the chunk before a line's colon, over a bracket."""
    chunks, at = c.parsed.chunks, colon - 1
    if at > 0 and chunks[at].kind == ")":
        opening = next((k for k in range(at, -1, -1) if chunks[k].kind == "("), 0)
        return opening - 1 if opening else at
    return at
