"""Sentences in, quantities out, and the numbers that are none. Leaves what is counted to others."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimcheck import dates
from claimcheck.records import Article, Quantity, Rejected, Segments, Sentence, Span
from claimcheck.rules import Rules
from claimcheck.rules.quantities import Unit
from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.measured import carried, read_amount, set_against, shared
from claimcheck.stages.extract.numbers import read_number
from claimcheck.stages.extract.qualified import Qualified, bounded, change_of, converted, qualify, ranges
from claimcheck.stages.extract.refuse import (
    Refusal,
    coded,
    counts,
    counts_order,
    dated,
    named_again,
    no_number,
    refuse,
    web_spans,
)
from claimcheck.stages.extract.tokens import Pieces, Tokens
from claimcheck.stages.extract.units import Amount, in_unit


def extract(article: Article, segments: Segments, rules: Rules) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Every quantity of the article in order, and every number that is none (dates, ages, names, …) with the rule."""
    g = rules.once(Grammar)
    junk = sorted((junk.start, junk.end) for junk in segments.junk)
    quantities: list[Quantity] = []
    rejected: list[Rejected] = []
    for index, sentence in enumerate(segments.sentences):
        if not g.may_count(article.text, sentence.start, sentence.end):
            continue
        for fate in _fates(_Sentence(article.text, sentence, index, junk, g.pieces), g):
            if isinstance(fate, Quantity):
                quantities.append(fate)
            else:
                rejected.append(fate)
    again = named_again(article.text, quantities, rejected, g)
    taken = {refused.start for refused in again}
    return tuple(q for q in quantities if q.start not in taken), tuple(sorted((*rejected, *again), key=_start))


def _start(refused: Rejected) -> int:
    return refused.start


class _Sentence:
    """A sentence cut into tokens, with what the whole of it tells of its numbers."""

    def __init__(self, text: str, sentence: Sentence, index: int, junk: Sequence[Span], pieces: Pieces) -> None:
        self.index = index
        t = self.tokens = Tokens(text, sentence.start, sentence.end, pieces)
        openers = dates.OPENERS
        starts = [at for at, word in zip(t.starts, t.words, strict=True) if word in openers or word[:1].isdecimal()]
        self.whens = dates.find_at(text, starts, sentence.end)
        self.dated = [when.span for when in self.whens]
        self.webs = web_spans(text, sentence.start, sentence.end)
        self.junk = junk if sentence.kind != "junk" else [(sentence.start, sentence.end)]
        self.headline = sentence.kind == "headline"
        self.amounts: tuple[Amount, Qualified] | None = None  # the amount before
        self.money: Unit | None = None  # the currency spoken of last


def _holding(spans: Sequence[Span], offset: int) -> int:
    """Which of the spans, in order and apart, holds the offset; -1: none."""
    at = bisect_right(spans, (offset, math.inf)) - 1
    return at if at >= 0 and offset < spans[at][1] else -1


def _fates(s: _Sentence, g: Grammar) -> Iterator[Quantity | Rejected]:
    """What becomes of each number of a sentence, in order."""
    t, i, reached = s.tokens, 0, 0
    while i < t.size:
        word = t.words[i]
        if word in g.starters or word[-1].isdecimal():
            fate, i = _fate(s, i, g)
            if fate is not None:
                # A name or a qualifier may reach back over words that another number has taken.
                yield fate if fate.start >= reached else replace(fate, start=reached)
                reached = fate.end
        else:
            i += 1


def _fate(s: _Sentence, i: int, g: Grammar) -> tuple[Quantity | Rejected | None, int]:
    """What becomes of the number at token i, if one stands there, and the token to go on from."""
    t = s.tokens
    refusal = _refused_unread(s, i, g)
    if refusal is not None:
        return _refused(t, i, refusal)
    number = read_number(t, i, g)
    if number is None:
        refusal = no_number(t, i, g)
        return _refused(t, i, refusal) if refusal is not None else (None, i + 1)
    amount = carried(t, read_amount(t, number, g), s.money, g)
    amount = shared(t, set_against(t, amount, s.amounts[0] if s.amounts else None, g), g)
    s.money = amount.unit if amount.unit and amount.unit.dimension == "money" else s.money
    qualified = converted(t, amount, qualify(t, amount, g), s.amounts)
    if number.article and qualified.rule.qualifier == "exact":
        return None, i + 1  # "talks about a week off": an article after all
    s.amounts = (amount, qualified)
    refusal = refuse(t, amount, qualified.rule.qualifier not in ("exact", "between"), s.headline, g)
    if refusal is None:
        if t.after(qualified.last, _OLD):  # a five-year-old war
            qualified = qualified._replace(last=qualified.last + len(_OLD))
        return _quantity(s, amount, qualified, g), max(qualified.last, amount.last)
    refused, behind = _refused(t, amount.last, refusal)
    if refusal.rule.unless_victims:
        return replace(_quantity(s, amount, qualified, g), doubt=refused), max(qualified.last, amount.last)
    return refused, behind


_OLD = ("-", "old")


def _refused_unread(s: _Sentence, i: int, g: Grammar) -> Refusal | None:
    """Numbers that need not be read: page junk, addresses on the web, dates, codes."""
    t = s.tokens
    start, end = t.starts[i], t.ends[i]
    if s.junk and _holding(s.junk, start) >= 0:
        return Refusal(g.nonclaims.readers["junk"], (start, end)) if counts(t, i, g) else None
    if s.webs and (web := _holding(s.webs, start)) >= 0:
        return Refusal(g.nonclaims.readers["web"], s.webs[web])
    if s.dated and (at := _holding(s.dated, start)) >= 0:
        refusal = dated(t, i, s.whens[at], g)
        if refusal is not None:
            return refusal
    return counts_order(t, i, g) or (coded(t, i, g) if t.words[i][-1].isdecimal() else None)


def _refused(t: Tokens, i: int, refusal: Refusal) -> tuple[Rejected, int]:
    """What is refused, whole tokens of it from i on, and the token to go on from."""
    (start, end), rule = refusal.span, refusal.rule
    while i < t.size and t.starts[i] < end:
        end = max(end, t.ends[i])
        i += 1
    return Rejected(start=start, end=end, why=rule.why, rule=rule.id), i


def _quantity(s: _Sentence, amount: Amount, qualified: Qualified, g: Grammar) -> Quantity:
    t, number = s.tokens, amount.number
    low, high, grain, unit = in_unit(amount)
    dimension = _dimension(amount)
    if dimension == "fraction":
        low, high, unit = _in_percent(low), _in_percent(high), "%"
    value = bounded(amount, low, high, qualified.rule)
    literal, typical = ranges(qualified.rule, value, high, grain, number.most, dimension == "count")
    change = change_of(t, qualified.opens, amount, qualified.last, g)
    others = (amount.unit and amount.unit.id, qualified.rule.id, change and change.id)
    return Quantity(
        start=t.starts[qualified.first],
        end=t.ends[qualified.last - 1],
        number=(t.starts[number.first], t.ends[amount.number_last - 1]),
        sentence=s.index,
        value=value,
        qualifier=qualified.rule.qualifier,
        literal=literal,
        typical=typical,
        dimension=dimension,
        unit=unit,
        direction=change.direction if change else None,
        per=amount.per,
        rules=(*number.rules, *(rule for rule in others if rule)),
    )


def _dimension(amount: Amount) -> str:
    if amount.number.fold:
        return "factor"
    if amount.unit is not None:
        return amount.unit.dimension
    return "fraction" if amount.number.part and amount.number.value <= 1 else "count"


def _in_percent(share: float) -> float:
    """A third is 33.3 percent: shares are told in words and in percent, of one thing in two articles."""
    return round(100 * share, 1)
