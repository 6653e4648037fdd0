"""What an amount of money is the price or worth of: "priced at $1,200", "closed at $51.15", "a fund worth $40m"."""

from __future__ import annotations

import re

from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Asked, Found

_PRICE = ("price", "M826")
_FAR = 20  # chunks from a price to the noun for a deal
_QUOTED = frozenset(("at", "to", "up", "down"))
_RELATIVE = frozenset(("percent", "points"))
_CENTS = re.compile(r"[^\d]{0,4}\d{1,3}(?:,\d{3})?\.\d\d")  # a price to the cent
_TICKER = re.compile(r"[a-z\d]{1,6}\.[a-z]{1,2}")  # "Ava Inc (AVA.N)"


def worth_of(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "with $3 million worth of gems": where no verb tells what is done to them."""
    at = phrase.token + 1
    worth = phrase.first < phrase.last and not phrase.labelled and c.parsed.tokens[at].low == "worth"
    return c.words.nouns(at, at + 1, ask.bare()) if worth else None


def worth_before(c: Context, token: int) -> Found | None:
    """ "a fund worth up to $40 million fell by half": the word right before, where no other one tells."""
    at = c.parsed.chunks[c.phrases[token].first].start - 1
    while at > 0 and c.parsed.tokens[at].tag == "A":
        at -= 1
    worth = at >= 0 and c.parsed.tokens[at].low == "worth" and c.dimensions[token] in ("money", "percent")
    return c.words.state(at, Asked("", "money")) if worth else None


def level_of_change(c: Context, token: int) -> Found | None:
    """ "Revenue was up 5 percent at $45 million", "Ava fell 4 percent to $45.50": what it rose or fell to, right behind
    how far it did."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    if at < 1 or c.dimensions[token] != "money" or c.parsed.tokens[chunks[at].start].low not in ("at", "to"):
        return None
    back = c.counted_in(chunks[at - 1])
    if back is None or c.dimensions[back] not in _RELATIVE:
        return None
    found = c.measure(back)
    if found is not None and found.strong:
        return found
    return Found(*_PRICE, token, token + 1) if to_the_cent(c, token) else None


def to_the_cent(c: Context, token: int) -> bool:
    """Whether a sum is written as a share's price is: "$45.50"."""
    return c.dimensions[token] == "money" and _CENTS.fullmatch(c.parsed.tokens[token].low) is not None


def of_shares(c: Context, token: int) -> bool:
    """ "Ava (AVA.N) fell 4 percent", "Ava fell 4 percent to $45.50": whether a firm that changes is its shares."""
    chunks, last = c.parsed.chunks, c.phrases[token].last
    behind = c.counted_in(chunks[last + 2]) if last + 2 < len(chunks) else None
    leads = behind is not None and c.parsed.tokens[chunks[last + 1].start].low in ("at", "to")
    if behind is not None and leads and to_the_cent(c, behind):
        return True
    back = c.phrases[token].first - 1
    while back > 0 and chunks[back].kind in ("VP", "A", "P"):
        back -= 1
    listed = back > 1 and chunks[back].kind == ")" and chunks[back - 1].end - chunks[back - 1].start == 1
    return listed and _TICKER.fullmatch(c.parsed.tokens[chunks[back - 1].start].low) is not None


def priced(c: Context, token: int) -> Found | None:
    """That a sum is what something costs: "priced at $1,200", "listed for $20"."""
    at = c.parsed.chunks[c.phrases[token].first].start - 1
    priced = at > 0 and c.parsed.tokens[at].low in ("at", "for", "from") and c.dimensions[token] == "money"
    if priced and c.parsed.tokens[at - 1].low in c.lexicon.groups["priced"]:
        return Found("cost", "M58", at - 1, at)
    return _traded(c, token) or _sold_for(c, token)


def _traded(c: Context, token: int) -> Found | None:
    """ "closed up $2.80 at $51.15", "a record low of $11": what shares and oil cost."""
    chunks, first = c.parsed.chunks, c.phrases[token].first
    if first < 2 or c.dimensions[token] != "money":
        return None
    before, low = chunks[first - 2], c.parsed.tokens[chunks[first - 1].start].low
    if low == "of" and before.kind == "NP" and c.of_group(before, "extreme"):
        return Found(*_PRICE, before.head, before.head + 1)
    back = first - 1
    while back > 0 and chunks[back].kind in ("P", "A", "NP") and chunks[back].kind != "VP":
        back -= 1
    trades = chunks[back].kind == "VP" and c.of_group(chunks[back], "trading")
    return Found(*_PRICE, chunks[back].head, chunks[back].head + 1) if trades and low in _QUOTED else None


def _sold_for(c: Context, token: int) -> Found | None:
    """ "the sale of ten planes for $630 million": by the noun for what was done."""
    chunks, first = c.parsed.chunks, c.phrases[token].first
    if first < 2 or c.dimensions[token] != "money" or c.parsed.tokens[chunks[first - 1].start].low != "for":
        return None
    for back in range(first - 2, max(-1, first - _FAR), -1):
        if chunks[back].kind not in ("NP", "P", "'", "A"):
            return None
        if chunks[back].kind == "NP" and c.of_group(chunks[back], "dealing"):
            return c.words.nouns(chunks[back].head, chunks[back].end, Asked("", "count"))
    return None
