"""Subjects in, those that tell one number in two units out as of one unit: "16.2 billion euros ($18 billion)".

What stands in brackets or behind ", or" behind a sum is that sum, as is "$18 billion" elsewhere in its story. Behind a
length it is that length, though the article may have miscounted: "the 119-mile (230-km) system".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from claimcheck.records import Range
from claimcheck.slots.book import Book
from claimcheck.slots.records import Amount, Subject
from claimcheck.slots.voices import converted

_BRACKET = 12  # characters between a number and the bracket behind it: "-mile "
_OPENS = ("(", "[", ", or")
_MONEY = "money"
_FAR = 3.0  # times one, the other is no conversion of it
_ROUNDED = 0.03  # part of a sum by which the same one, rounded, misses it: $2.4 billion, $2.45 billion

_Pair = tuple[Subject, Subject]


class _Told(NamedTuple):
    """What a sum is in the currency that its articles tell first."""

    converted: float
    value: float
    unit: str


def in_one_unit(
    subjects: Sequence[Subject], texts: Mapping[str, str], of: Callable[[Subject], str], book: Book
) -> list[Subject]:
    """The subjects, sums that brackets tell as those before them, and a badly converted length as that before it.

    `subjects`: in the order of their articles' texts; `of`: what has its brackets in common, a story or a figure.
    """
    pairs = list(_pairs(subjects, texts, book))
    if not pairs:
        return list(subjects)
    sums = _sums((pair for pair in pairs if pair[0].slots.dimension == _MONEY), of)
    miscounted = {other.claim.id: one.amount for one, other in pairs if one.slots.dimension != _MONEY}

    def told(subject: Subject) -> Subject:
        if amount := miscounted.get(subject.claim.id):
            return subject._replace(amount=amount)
        found = sums.get((of(subject), subject.slots.unit), ()) if subject.slots.dimension == _MONEY else ()
        near = _nearest(found, subject.amount.value) if found else None
        return _as_told(subject, near) if near is not None else subject

    return [told(subject) for subject in subjects]


def _nearest(sums: Sequence[_Told], value: float) -> _Told | None:
    """Of sums in their order the one that is nearly a value."""
    at = bisect_left(sums, value, key=lambda one: one.converted)
    near = min(sums[max(0, at - 1) : at + 1], key=lambda one: (abs(one.converted - value), one))
    return near if abs(near.converted - value) <= _ROUNDED * near.converted else None


def _pairs(subjects: Sequence[Subject], texts: Mapping[str, str], book: Book) -> Iterable[_Pair]:
    """Sums each with that in brackets behind it, and lengths with those that are badly converted."""
    for one, other in pairwise(subjects):
        x, y = one.claim.quantity, other.claim.quantity
        if one.claim.article != other.claim.article or x.dimension != y.dimension or x.unit == y.unit:
            continue
        between = texts[one.claim.article][x.end : y.start]
        bracketed = len(between) <= _BRACKET and between.rstrip().endswith(_OPENS)
        if bracketed and (x.dimension == _MONEY or _miscounted(one, other, book)):
            yield one, other


def _miscounted(one: Subject, other: Subject, book: Book) -> bool:
    """Whether a number may be another one in its unit, badly converted."""
    x, y, (less, more) = one.claim.quantity, other.claim.quantity, sorted((one.amount.value, other.amount.value))
    both = book.converts(x.dimension, x.unit) and book.converts(y.dimension, y.unit)
    return both and 0 < more <= _FAR * less and not converted(one, other)


def _sums(pairs: Iterable[_Pair], of: Callable[[Subject], str]) -> dict[tuple[str, str | None], list[_Told]]:
    """The sums of a story in a second currency, sorted; of two currencies the first is what most of its articles tell
    first."""
    told: dict[tuple[str, frozenset[str]], list[_Pair]] = defaultdict(list)
    for one, other in pairs:
        if one.amount.value > 0 and other.amount.value > 0:
            told[of(one), frozenset((one.slots.unit or "", other.slots.unit or ""))].append((one, other))
    found: dict[tuple[str, str | None], list[_Told]] = defaultdict(list)
    for (story, _), of_two in told.items():
        firsts = Counter(one.slots.unit or "" for one, _ in of_two)
        first = max(firsts, key=lambda unit: (firsts[unit], unit))
        for one, other in of_two:
            x, y = (one, other) if (one.slots.unit or "") == first else (other, one)
            found[story, y.slots.unit].append(_Told(y.amount.value, x.amount.value, x.slots.unit or ""))
    return {key: sorted(told) for key, told in found.items()}


def _as_told(subject: Subject, sum_: _Told) -> Subject:
    rate, read = sum_.value / sum_.converted, subject.amount
    amount = Amount(read.value * rate, _times(read.literal, rate), _times(read.typical, rate), rounded=True)
    return subject._replace(amount=amount, slots=replace(subject.slots, unit=sum_.unit or None))


def _times(range_: Range, rate: float) -> Range:
    return replace(range_, low=range_.low * rate, high=range_.high * rate)
