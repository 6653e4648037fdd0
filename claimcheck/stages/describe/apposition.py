"""What a colon or a dash sets a phrase beside: "340 casualties: 90 killed", "the number of deaths - 18 - is high"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counting import named_in_region
from claimcheck.stages.describe.triggers import Asked, Found

_LABEL = 6  # chunks of a label: "number of people injured in Mali - 45"
_PARTS = frozenset(",;:.()")
_IN_LABEL = frozenset(("NP", "P", "VP", "A"))


def behind_colon(c: Context, at: int, ask: Asked) -> Found | None:
    """ "340 casualties: 90 killed": what stands beside the number itself goes first."""
    named = named_in_region(c, at - 1, ask)
    if named is None or _befell_since(c, named, c.parsed.chunks[at].start):
        return _taken_apart(c, c.parsed.chunks[at].start, ask)
    return replace(named, weak=True)


def _befell_since(c: Context, named: Found, colon: int) -> bool:
    """ "In return about 50 farmers were killed: 10 in Ava": whether a verb tells of the number behind a noun."""
    back = max((t for t in c.phrases if t < colon and c.dimensions[t] == "count"), default=-1)
    told = c.measure(back) if named.start < back else None
    return told is not None and not told.derived and told.start > back


def behind_dash(c: Context, at: int, first: int, ask: Asked) -> Found | None:
    """What is told behind a dash, of what stands before it: "21 people - 19 children and two teachers - died"."""
    label = _labelled(c, at, ask)
    return label or c.counted_before(c.parsed.chunks[at].start, ask.noun_class) or _set_off(c, at, first, ask)


def _set_off(c: Context, at: int, first: int, ask: Asked) -> Found | None:
    """ "the number of deaths - 18 - is high": a bare number between dashes."""
    closed = first + 1 < len(c.parsed.chunks) and c.parsed.chunks[first + 1].kind == "-"
    found = named_in_region(c, at - 1, ask) if closed and not ask.noun_class else None
    return found if found and found.harm else None


def _labelled(c: Context, dash: int, ask: Asked) -> Found | None:
    """ "Killed - 45, wounded - 12 men", "Number of dead - 45": items of a list, their label before a dash."""
    chunks, start = c.parsed.chunks, dash - 1
    while start > 0 and dash - start < _LABEL and chunks[start].kind not in _PARTS:
        start -= 1
    start += chunks[start].kind in _PARTS
    label = chunks[start:dash]
    if not label or any(chunk.kind not in _IN_LABEL or c.counted_in(chunk) is not None for chunk in label):
        return None
    done = len(label) == 1 and label[0].kind == "VP" and c.parsed.bare(label[0])
    if not done and label[0].kind != "NP":
        return None
    found = c.words.acts_on(label[0], ask) if done else named_in_region(c, dash - 1, ask)
    return replace(found, weak=True) if found and found.harm else None


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
