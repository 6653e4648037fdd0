"""Days and periods in, how they lie to each other out."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import inf

from claimcheck.dates import day_of
from claimcheck.slots.records import Days, Label

_WEEK = 7  # days
_FAR_LONGER, _LONG = 4, 60  # how many times as long, and how many days, a time is that holds another one as a part


def compare_days(a: Days | None, b: Days | None) -> Label:
    """The same days, overlapping ones (compatible), unknown or different."""
    if a is None or b is None:
        return "unknown"
    if a == b:
        return "same"
    return "compatible" if a[0] <= b[1] and b[0] <= a[1] else "different"


def length(period: Days) -> float:
    """Days from the first to the last of a period: none of a single day, without end of an open one."""
    return _ordinal(period[1]) - _ordinal(period[0])


def is_part_of(short: Days | None, long: Days | None) -> bool:
    """Whether one time lies within a far longer one: December, and the past five years."""
    if short is None or long is None or not (long[0] <= short[0] and short[1] <= long[1]):
        return False
    return max(_LONG, _FAR_LONGER * (length(short) + 1)) <= length(long) < inf


def gap(a: Days, b: Days) -> float:
    """Days from the end of one period to the start of the other; none where they meet."""
    return max(0, _ordinal(b[0]) - _ordinal(a[1]), _ordinal(a[0]) - _ordinal(b[1]))


@lru_cache(maxsize=65536)
def _ordinal(day: str) -> float:
    """A day as a number; one before or after all days without an end."""
    return -inf if day == "" else inf if day == "~" else date.fromisoformat(day).toordinal()


def brief_gap(a: Days | None, b: Days | None) -> float:
    """The same of two periods of less than a week each; without end where one is longer, or none is told."""
    return gap(a, b) if a is not None and b is not None and max(length(a), length(b)) < _WEEK else inf


def of_one_week(a: str | None, b: str | None) -> bool:
    """Whether two days are told, at most a week apart."""
    apart = days_apart(a, b)
    return apart is not None and apart <= _WEEK


def weeks_apart(a: str | None, b: str | None) -> bool:
    """Whether two days are told, more than a week apart."""
    apart = days_apart(a, b)
    return apart is not None and apart > _WEEK


def days_apart(a: str | None, b: str | None) -> int | None:
    """How many days lie between two; None where one is not told."""
    first, second = _number(a), _number(b)
    return None if first is None or second is None else abs(first - second)


@lru_cache(maxsize=65536)
def _number(day: str | None) -> int | None:
    """A day as a number; None where none is told. Few days make all pairs of them."""
    known = day_of(day)
    return None if known is None else known.toordinal()
