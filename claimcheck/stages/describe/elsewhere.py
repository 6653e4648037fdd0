"""An article's descriptions in; those that tell no measure out with the one that it tells of the number elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from claimcheck.records import Article, Description, Fact, Quantity, Rejected
from claimcheck.stages.describe.lexicon import Lexicon

_DERIVED, _ELSEWHERE = "M00", "M491"
_FEW, _HUNDRED = 10, 100  # what any two things of an article may number
_SOME, _RARE = 2, 3  # digits of a number that an article gives of two things now and then, and hardly ever
_PERSON, _THING = "person", "thing"
_SOME_TOLD = 20  # counts of one number that another one is held against
_RANGE = "between"
_BEFORE = 30  # characters
_ROW = re.compile(r",? (?:(?:and|or|to|then|even|now|later) ){0,2}")  # between numbers of one row
_ALIKE = 3  # times that one of them is as large as the next
_UNREAL = frozenset(("forecast", "planned", "hypothetical", "target", "negated", "denied"))

Result = Description | Rejected


@dataclass(frozen=True, slots=True)
class _Counted:
    """A count with its description."""

    quantity: Quantity
    told: Description


def told_elsewhere(
    article: Article, quantities: Sequence[Quantity], results: Sequence[Result], lexicon: Lexicon
) -> tuple[Result, ...]:
    """The descriptions, each count without a measure with what befell as many elsewhere in the article.

    "38 people, children among them, in a strike on a market", of a text that also says that 38 people were killed.
    """
    known = defaultdict[float, list[_Counted]](list)
    for quantity, result in zip(quantities, results, strict=True):
        told = known[quantity.value] if _may_be_known(quantity) else None
        if told is not None and isinstance(result, Description) and _is_told(result) and len(told) < _SOME_TOLD:
            told.append(_Counted(quantity, result))
    found = [
        _as_told(article, _Counted(quantity, result), known[quantity.value], lexicon)
        if isinstance(result, Description) and _may_be_known(quantity) and quantity.value in known
        else result
        for quantity, result in zip(quantities, results, strict=True)
    ]
    return _in_rows(article, quantities, found)


def _in_rows(article: Article, quantities: Sequence[Quantity], results: list[Result]) -> tuple[Result, ...]:
    """The descriptions, bare numbers of a row as what one of them is told as elsewhere: "speak of 270, 288 and even
    300", of a text that also says that 288 died."""
    near = list(pairwise(range(len(quantities))))
    for known, bare in (*near, *((after, first) for first, after in reversed(near))):
        told, result = results[known], results[bare]
        if isinstance(told, Description) and isinstance(result, Description) and told.measure is not None:
            found_so = told.measure.rule == _ELSEWHERE and result.measure is None and result.word is None
            if found_so and result.unit == _THING and _of_a_row(article, quantities[known], quantities[bare]):
                results[bare] = msgspec.structs.replace(
                    result, measure=told.measure, unit=told.unit, noun_class=told.noun_class
                )
    return tuple(results)


def _of_a_row(article: Article, known: Quantity, bare: Quantity) -> bool:
    """Whether two numbers of one size stand side by side."""
    low, high = sorted((known.value, bare.value))
    between = article.text[min(known.end, bare.end) : max(known.start, bare.start)]
    return _may_be_known(bare) and high <= _ALIKE * low and _ROW.fullmatch(between) is not None


def _may_be_known(quantity: Quantity) -> bool:
    counts = quantity.dimension == "count" and quantity.per is None and quantity.direction is None
    return counts and quantity.qualifier != "vague" and quantity.value >= _FEW


def _is_told(result: Description) -> bool:
    """Whether a rule tells what befell the counted, and the text that it did: not "deporting all 12,000 would cost"."""
    befell = result.status is None or result.status.value not in _UNREAL
    return befell and result.measure is not None and result.measure.rule != _DERIVED


def _as_told(article: Article, count: _Counted, known: Sequence[_Counted], lexicon: Lexicon) -> Description:
    told = count.told
    figure = _is_figure(article, count, lexicon)
    if not (told.measure is None or (figure and told.measure.rule == _DERIVED)):
        return told
    fitting = [other for other in known if figure or _fits(count, other, lexicon)]
    facts = {fact.value: fact for other in fitting if (fact := other.told.measure) is not None}
    if len(facts) != 1:
        return told
    (fact,) = facts.values()
    told = msgspec.structs.replace(told, measure=Fact(value=fact.value, rule=_ELSEWHERE, span=fact.span))
    first = fitting[0].told
    nameless = figure or (told.unit == _THING and _is_range(count.quantity, fitting[0].quantity))
    return msgspec.structs.replace(told, unit=first.unit, noun_class=first.noun_class) if nameless else told


def _is_figure(article: Article, count: _Counted, lexicon: Lexicon) -> bool:
    """Whether a number is told as a number: "the figure of 2,000 was based on", "the 670 estimate"."""
    words = lexicon.groups["figure"]
    start = count.quantity.start
    before = article.text[max(0, start - _BEFORE) : start].lower().split()[-2:]
    last = count.told.object.lower().split()[-1:]
    return (before[-1:] == ["of"] and before[0] in words) or not words.isdisjoint(last)


def _fits(count: _Counted, other: _Counted, lexicon: Lexicon) -> bool:
    """Whether two counts of one number are of the same people; a bare number of three digits may be of anything, and so
    may a bare range: "From 10,000 to 13,000", over a text that tells of 10,000 to 13,000 dead."""
    a, b = count.told, other.told
    digits = _digits(count.quantity.value)
    alike = count.quantity.qualifier == other.quantity.qualifier and count.quantity.value >= _HUNDRED
    if a.unit == _THING:
        return digits >= _RARE or _is_range(count.quantity, other.quantity)
    if b.unit == _THING:
        return a.unit == _PERSON and (digits >= _SOME or alike)
    if not (lexicon.is_a(a.noun_class, _PERSON) and lexicon.is_a(b.noun_class, _PERSON)):
        return False
    if digits < _SOME and not alike:
        return False
    if a.noun_class == _PERSON:
        return a.unit in (_PERSON, b.unit)
    return b.noun_class == a.noun_class or b.unit == _PERSON


def _is_range(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are one range."""
    ranges = one.qualifier == other.qualifier == _RANGE
    return ranges and (one.low, one.high) == (other.low, other.high)


def _digits(value: float) -> int:
    """How many digits a number has without the zeros behind them: 2 of 4,500."""
    return len(f"{value:.0f}".rstrip("0"))
