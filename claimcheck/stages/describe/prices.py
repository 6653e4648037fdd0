"""What an amount of money is the price or worth of: "priced at $1,200", "closed at $51.15", "a fund worth $40m"."""

from __future__ import annotations

from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Asked, Found

_PRICE = ("price", "M826")
_FAR = 20  # chunks from a price to the noun for a deal
_QUOTED = frozenset(("at", "to", "up", "down"))


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


def priced(c: Context, token: int) -> Found | None:
    """ "priced at $1,200", "listed for $20": what something costs."""
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
