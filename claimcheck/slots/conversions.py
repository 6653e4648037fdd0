"""Subjects in, those that tell one number in two units out as of one unit: "16.2 billion euros ($18 billion)".

What stands in brackets or behind ", or" behind a sum is the sum in another currency, at a rate that the articles tell;
behind a length it is that length, though the article may have miscounted: "the 119-mile (230-km) system".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from claimcheck.records import Range
from claimcheck.slots.book import Book
from claimcheck.slots.records import Amount, Subject

_BRACKET = 12  # characters between a number and the bracket behind it: "-mile "
_OPENS = ("(", "[", ", or")
_MONEY = "money"
_FAR = 3.0  # times one, the other is no conversion of it

_Sum = tuple[str | None, float]  # a unit and a value


def in_one_unit(subjects: Sequence[Subject], texts: Mapping[str, str], book: Book) -> list[Subject]:
    """The subjects, a sum of a currency as what brackets say it is, and a length in brackets as that before them.

    Sums follow the rate of all articles' brackets, wherever the same sum is given again without them. `subjects`: in
    the order of their articles' texts.
    """
    glosses = list(_glosses(subjects, texts, book))
    rates = _rates(glosses)
    measured = {other.claim.id: one.amount for one, other in glosses if one.slots.unit == other.slots.unit}
    if not rates and not measured:
        return list(subjects)
    return [_converted(subject, rates, measured) for subject in subjects]


def _glosses(subjects: Sequence[Subject], texts: Mapping[str, str], book: Book) -> Iterable[tuple[Subject, Subject]]:
    """Numbers each with that in brackets behind it, in another unit."""
    for one, other in pairwise(subjects):
        x, y = one.claim.quantity, other.claim.quantity
        if one.claim.article != other.claim.article or x.dimension != y.dimension or x.unit == y.unit:
            continue
        between = texts[one.claim.article][x.end : y.start]
        bracketed = len(between) <= _BRACKET and between.rstrip().endswith(_OPENS)
        if bracketed and (x.dimension == _MONEY or _converts(one, other, book)):
            yield one, other


def _converts(one: Subject, other: Subject, book: Book) -> bool:
    """Whether a number may be another one in its unit, well or badly converted."""
    x, y = one.claim.quantity, other.claim.quantity
    both = book.converts(x.dimension, x.unit) and book.converts(y.dimension, y.unit)
    return both and 0 < max(one.amount.value, other.amount.value) <= _FAR * min(one.amount.value, other.amount.value)


def _rates(glosses: Iterable[tuple[Subject, Subject]]) -> dict[_Sum, _Sum]:
    """What sums of one currency are in another, as most brackets have it."""
    told: dict[_Sum, Counter[_Sum]] = defaultdict(Counter)
    for one, other in glosses:
        if one.slots.dimension == _MONEY and one.amount.value > 0:
            told[one.slots.unit, one.amount.value][other.slots.unit, other.amount.value] += 1
    return {sum_: max(found, key=lambda pair: (found[pair], *map(str, pair))) for sum_, found in told.items()}


def _converted(subject: Subject, rates: Mapping[_Sum, _Sum], measured: Mapping[str, Amount]) -> Subject:
    if amount := measured.get(subject.claim.id):
        return subject._replace(amount=amount)
    found = rates.get((subject.slots.unit, subject.amount.value)) if subject.slots.dimension == _MONEY else None
    if found is None:
        return subject
    unit, value = found
    rate = value / subject.amount.value
    read = subject.amount
    amount = Amount(value, _times(read.literal, rate), _times(read.typical, rate), rounded=True)
    return subject._replace(amount=amount, slots=replace(subject.slots, unit=unit))


def _times(range_: Range, rate: float) -> Range:
    return replace(range_, low=range_.low * rate, high=range_.high * rate)
