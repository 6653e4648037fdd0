"""That something rose or fell: "fees rose from £25 to £39", "(up) from $30 million", "will fall by 40 euros"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimcheck.records import Fact, Quantity
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Found

_RISEN, _FALLEN = ("increased", "M742"), ("decreased", "M825")  # measure, rule
PRICE = ("price", "M824")
_TO_A_PRICE = frozenset(("to", "at"))
_LEVEL = re.compile(r"(?:\d{1,3},)?\d{3}\.\d+")  # of an index
_BY_VERB = {"rising": _RISEN, "falling": _FALLEN}  # group of verbs → what they tell
_BY_DIRECTION = {"up": _RISEN, "down": _FALLEN}
_MOVES = {"up": "rise", "down": "fall"}
_AGAINST = frozenset(("from", "with", "to", "than"))


def moved(direction: str | None, token: int) -> Found | None:
    """That a quantity at a token rose or fell, by its own direction."""
    told = _BY_DIRECTION.get(direction or "")
    return Found(*told, token, token + 1, happens=True) if told else None


def named_by_move(c: Context, quantity: Quantity, measure: Found | None) -> Fact | None:
    """ "Shares fell 4 percent": what a change is called whose measure tells no more than of what it is: no price."""
    move = _MOVES.get(quantity.direction or "")
    if move is None or measure is None or measure.value not in c.lexicon.groups["told by its move"]:
        return None
    return replace(measure.fact(c.parsed), value=move)


def changed_to(c: Context, token: int) -> Found | None:
    """ "Fees rose from £25 to £39", "the EU grew from 15 to 25 states", "the market grew 13 percent to $2 million":
    what rose or fell, where nothing tells what it is."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    if _is_price(c, token):
        return Found(*PRICE, token, token + 1)
    ends = at > 0 and chunks[at].kind == "P" and c.parsed.tokens[chunks[at].start].low in ("to", "from")
    back = at - 1
    while ends and back > 0 and chunks[back].kind in ("NP", "P", "A", "t", ",", "(", ")"):
        back -= 1
    if not ends or chunks[back].kind != "VP" or c.dimensions[token] not in ("count", "money", "percent"):
        return None
    for group, told in _BY_VERB.items():
        if c.of_group(chunks[back], group):
            return Found(*told, chunks[back].head, chunks[back].head + 1, weak=True)
    return None


def _is_price(c: Context, token: int) -> bool:
    """ "Ava fell 3.5 percent to $50.16", "was up 4 percent at $22.45", "the index lost 1.2 percent to 16,204.97": what
    is traded, whatever its name; no millions, and no rating of 45.5."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    after = at > 0 and c.parsed.tokens[chunks[at].start].low in _TO_A_PRICE and chunks[at - 1].kind == "NP"
    share = c.counted_in(chunks[at - 1]) if after else None
    if share is None or c.dimensions[share] != "percent" or c.phrases[token].noun_class:
        return False
    low = c.parsed.tokens[token].low
    if c.dimensions[token] == "count":
        return _LEVEL.fullmatch(low) is not None
    return c.dimensions[token] == "money" and low[-1:].isdecimal()


def is_compared(c: Context, phrase: Counted) -> bool:
    """Whether a number is what another is held against: "(up) from $30 million", "(compared) with $30 million"."""
    before = c.parsed.chunks[max(0, phrase.first - 2) : phrase.first]
    if len(before) < 2 or c.parsed.tokens[before[1].start].low not in _AGAINST:
        return False
    changed = before[0].kind == "NP" and c.of_group(before[0], "change")  # "a decline from $45 million"
    adverb = before[0].kind in ("A", "P") or c.parsed.tokens[before[0].head].tag == "J"
    return adverb or changed or c.parsed.bare(before[0])
