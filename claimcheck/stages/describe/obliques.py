"""The measure of a phrase that a verb holds by a preposition: "rose to 45", "tore through 600 acres", "seen by 45"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.clauses import FAR, has_object, joins_nouns
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counting import in_region, named_in_region
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_HELD = 12  # chunks from a verb to the preposition that its rule names
_ENDS = frozenset(("to", "from"))
_UP_TO = frozenset(("under", "for", "up", "down"))  # beside those that lead towards any number


def held_by(c: Context, at: int, ask: Asked) -> Found | None:
    """ "tore through 600 acres", "cut off power to 45 homes": a verb whose rule names the preposition."""
    by = c.parsed.tokens[c.parsed.chunks[at].start].low == "by"
    if by and ask.dimension in ("percent", "fraction") and not _against(c, at + 2):
        ask = replace(ask, dimension="points")  # "won by 5 percent" is a lead
    for back in range(at - 1, max(-1, at - _HELD), -1):
        chunk = c.parsed.chunks[back]
        if chunk.kind == "VP":
            return c.words.up_to(chunk.head, c.parsed.chunks[at].end, ask, _places_from(c, at))
        listed = chunk.kind in (",", "C") and joins_nouns(c.parsed, back)
        if chunk.kind not in ("NP", "P", "A", "t", "'") and not listed:
            return None
    return None


def _places_from(c: Context, at: int) -> int:
    """The token from which on nothing but where and when stands before a preposition: "sank (in the middle of the
    Congo River) with 45"; behind a noun that is no name it may go with that, "sank in a bay with 45 reefs"."""
    chunks, first = c.parsed.chunks, at
    while first > 1 and chunks[first - 1].kind in ("t", "A", "NP"):
        chunk, before = chunks[first - 1], chunks[first - 2]
        of_time = chunk.kind != "NP" or before.kind == "t"  # "Monday morning"
        named = first < at or any(token.tag == "M" for token in c.parsed.tokens[chunk.start : chunk.end])
        if not of_time and not (named and before.kind == "P"):
            break
        first -= 1 + (before.kind == "P")
    return chunks[first].start


def against_before(c: Context, at: int, ask: Asked) -> Found | None:
    """ "won by 55 percent (to) 45", "with 55, against 39 for Diaz": the measure of what this one stands against."""
    chunks, low = c.parsed.chunks, c.parsed.tokens[c.parsed.chunks[at].start].low
    back = at - 1 - (at > 1 and chunks[at - 1].kind == "," and low == "against")
    other = c.counted_in(chunks[back]) if at and not ask.noun_class and _against(c, at) else None
    if other is None or c.dimensions[other] != ask.dimension or ask.dimension not in ("percent", "count"):
        return None
    return c.measure(other)


def _against(c: Context, at: int) -> bool:
    """ "by 55 percent (to 45)": whether a chunk opens the number that stands against the one before it."""
    chunks = c.parsed.chunks
    if at + 1 >= len(chunks) or c.parsed.tokens[chunks[at].start].low not in ("to", "against"):
        return False
    return c.counted_in(chunks[at + 1]) is not None


def agent_of(c: Context, at: int, ask: Asked) -> Found | None:
    """ "was watched by 6 million people": a passive that no rule holds tells of who does it, too."""
    chunk = c.parsed.chunks[at]
    hits = c.lexicon.is_a(ask.noun_class, "weapon")  # "was hit by four missiles"
    counts = c.of_group(chunk, "counting") and not hits
    if at < 0 or chunk.kind != "VP" or not c.parsed.passive(chunk) or counts:
        return None
    does = c.words.at(chunk.head, ("does",), ask)
    if does and len(does.words) == 1:
        return found_by(does, chunk.head)  # "backed by 34 percent of voters"
    known = c.lexicon.triggers.get(c.parsed.tokens[chunk.head].lemma, ())
    alone = any(len(trigger.words) == 1 for trigger in known)  # "used by 70 guards"; "used as a shelter" is known
    return None if alone and not hits else c.words.governing(chunk)


def listed_as(c: Context, at: int, ask: Asked) -> Found | None:
    """The harm that a list is of: "listed its losses as 45 tanks", "gave its dead as 45"."""
    chunks, back = c.parsed.chunks, at - 1
    while back > 0 and chunks[back].kind in ("NP", "P", "'"):
        back -= 1
    lists = back >= 0 and chunks[back].kind == "VP" and c.of_group(chunks[back], "recording")
    lists = lists and (back < at - 1 or c.parsed.passive(chunks[back]))  # "the toll was given as 45"
    found = named_in_region(c, at, ask) if lists else None
    return found if found and found.harm else None


def towards(c: Context, at: int, ask: Asked) -> Found | None:
    """What is told of that which comes to a number: "rose to 45", "put the number of dead at 45", "up 3 percent"."""
    low = c.parsed.tokens[c.parsed.chunks[at].start].low
    leads = c.opens_with(c.parsed.chunks[at], "towards a number") or low in _UP_TO
    if not leads and not _by_the_hundred(c, at, low):
        return None
    for back in range(at - 1, max(-1, at - FAR), -1):
        chunk = c.parsed.chunks[back]
        if chunk.kind in ";.S:":
            return None
        if c.multiplies(chunk):
            return named_in_region(c, back - 1, ask)  # "has more than doubled to 45"
        if chunk.kind == "NP" and c.of_group(chunk, "change") and low == "to":
            return named_in_region(c, at, ask)  # "reported a rise in profit to $45 million"
        counting = chunk.kind == "VP" and (c.of_group(chunk, "counting") or _takes_toll(c, back, at))
        if in_region(c, back) and chunk.kind == "VP" and not counting:
            continue  # "put the number of civilians killed at 22"
        if chunk.kind == "VP":
            verb = c.words.acts_on(chunk, ask) if ask.dimension != "count" else None
            counts = counting or c.parsed.tokens[chunk.head].tag == "X"
            if counting and low in _ENDS:
                return named_in_region(c, at, ask) or verb  # "spending was cut from $45 million to $40 million"
            return named_in_region(c, at, ask) if counts and (verb is None or verb.weak) else verb
    return None


def _takes_toll(c: Context, verb: int, at: int) -> bool:
    """ "taking the total of those killed | to 45": a verb that elsewhere counts nothing."""
    chunks = c.parsed.chunks
    raises = c.of_group(chunks[verb], "raising toll") and has_object(c.parsed, verb)
    return raises and c.of_group(chunks[verb + 1], "figure") and c.parsed.tokens[chunks[at].start].low == "to"


def _by_the_hundred(c: Context, at: int, word: str) -> bool:
    """ "The dead number in the hundreds": a vague number behind an article."""
    number = c.parsed.chunks[at + 1]
    alone = number.head == number.end - 1 and c.parsed.tokens[number.head].tag == "Q"
    return word in ("in", "into") and alone and c.parsed.tokens[number.start].tag == "D"
