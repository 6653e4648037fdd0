"""What a colon or a dash sets a phrase beside: "340 casualties: 90 killed", "the number of deaths - 18 - is high"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counting import named_in_region
from claimcheck.stages.describe.triggers import Asked, Found


def behind_colon(c: Context, at: int, ask: Asked) -> Found | None:
    """ "340 casualties: 90 killed": what stands beside the number itself goes first."""
    named = named_in_region(c, at - 1, ask)
    return replace(named, weak=True) if named else _taken_apart(c, c.parsed.chunks[at].start, ask)


def behind_dash(c: Context, at: int, first: int, ask: Asked) -> Found | None:
    """ "21 people - 19 children and two teachers - died"."""
    return c.counted_before(c.parsed.chunks[at].start, ask.noun_class) or _set_off(c, at, first, ask)


def _set_off(c: Context, at: int, first: int, ask: Asked) -> Found | None:
    """ "the number of deaths - 18 - is high": a bare number between dashes."""
    closed = first + 1 < len(c.parsed.chunks) and c.parsed.chunks[first + 1].kind == "-"
    found = named_in_region(c, at - 1, ask) if closed and not ask.noun_class else None
    return found if found and found.harm else None


def _taken_apart(c: Context, colon: int, ask: Asked) -> Found | None:
    """ "Killed 13 people: eight civilians and five soldiers": items of a list that leave out what befell them."""
    found = c.counted_before(colon, ask.noun_class)
    if not ask.noun_class:
        return found
    people = c.lexicon.is_a(ask.noun_class, "person")
    return replace(found, weak=True) if found and found.harm and people else None


def over_colon(c: Context, at: int) -> int:
    """ "the losses amounted to: 40 tanks", "lost equipment, including: * 40 tanks": over a colon that a clause still
    wants its end behind, and over the mark of a list's first item."""
    chunks, back = c.parsed.chunks, at
    while back > 0 and chunks[back].kind in ",-" and chunks[back - 1].kind in ":,-":
        back -= 1
    while back > 1 and chunks[back].kind == ":" and chunks[back - 1].kind == "A":
        back -= 1
    open_ended = back > 0 and (chunks[back].kind == ":" or back < at) and chunks[back - 1].kind in ("P", "VP")
    return back - 1 if open_ended and any(chunk.kind == ":" for chunk in chunks[back : at + 1]) else at
