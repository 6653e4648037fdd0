"""Subjects in, those that tell one number in two units out as of one unit: "16.2 billion euros ($18 billion)".

What stands in brackets or behind ", or" behind a sum is the sum in another currency, and its article or story tells all
sums of the first one at that rate; behind a length it is that length, though the article may have miscounted: "the
119-mile (230-km) system".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from msgspec.structs import replace

from claimcheck.records import Range
from claimcheck.slots.book import Book
from claimcheck.slots.records import Amount, Subject
from claimcheck.slots.voices import converted

_BRACKET = 12  # characters between a number and the bracket behind it: "-mile "
_OPENS = ("(", "[", ", or")
_MONEY = "money"
_FAR = 3.0  # times one, the other is no conversion of it

_Gloss = tuple[Subject, Subject]
_Rates = Mapping[tuple[str, str | None], tuple[str | None, float]]  # by story and unit


def in_one_unit(
    subjects: Sequence[Subject], texts: Mapping[str, str], of: Callable[[Subject], str], book: Book
) -> list[Subject]:
    """The subjects, sums of a currency as brackets convert them, and a length in brackets as that before them.

    `subjects`: in the order of their articles' texts; `of`: what shares a rate, a story or a figure.
    """
    glosses = list(_glosses(subjects, texts, book))
    sums = [pair for pair in glosses if pair[0].slots.dimension == _MONEY]
    rates = _rates(sums, of)
    given = {one.claim.id: other.amount.value for one, other in sums}
    miscounted = {other.claim.id: one.amount for one, other in glosses if one.slots.dimension != _MONEY}
    if not glosses:
        return list(subjects)

    def told(subject: Subject) -> Subject:
        if amount := miscounted.get(subject.claim.id):
            return subject._replace(amount=amount)
        rate = rates.get((of(subject), subject.slots.unit)) if subject.slots.dimension == _MONEY else None
        return _at_rate(subject, *rate, given.get(subject.claim.id)) if rate else subject

    return [told(subject) for subject in subjects]


def _glosses(subjects: Sequence[Subject], texts: Mapping[str, str], book: Book) -> Iterable[_Gloss]:
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


def _rates(sums: Iterable[_Gloss], of: Callable[[Subject], str]) -> _Rates:
    """Into which currency sums of another are converted, the one that most brackets have, and at which rate."""
    told: dict[str, dict[tuple[str | None, str | None], list[float]]] = defaultdict(lambda: defaultdict(list))
    for one, other in sums:
        if one.amount.value > 0 and other.amount.value > 0:
            told[of(one)][one.slots.unit, other.slots.unit].append(other.amount.value / one.amount.value)
    found: dict[tuple[str, str | None], tuple[str | None, float]] = {}
    for story, pairs in told.items():
        into = Counter({unit: len(rates) for (_, unit), rates in pairs.items()})
        target = max(into, key=lambda unit: (into[unit], str(unit)))
        for (unit, into_unit), rates in sorted(pairs.items(), key=str):
            if into_unit == target:
                found[story, unit] = (target, median(rates))
    return found


def _at_rate(subject: Subject, unit: str | None, rate: float, given: float | None) -> Subject:
    """A sum in another currency: as its brackets give it, or at a rate."""
    read, value = subject.amount, subject.amount.value * rate if given is None else given
    amount = Amount(value, _times(read.literal, rate), _times(read.typical, rate), rounded=True)
    return subject._replace(amount=amount, slots=replace(subject.slots, unit=unit))


def _times(range_: Range, rate: float) -> Range:
    return replace(range_, low=range_.low * rate, high=range_.high * rate)
