"""Reckoning with days: ends of months, parts of periods, years left unsaid."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from claimcheck.dates.lexicon import LAST, NEXT, PARTS


@lru_cache(maxsize=4096)
def day_of(iso: str | None) -> date | None:
    """The day of an ISO date or time; None for none and for what is no day."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def date_of(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date | None, days: int) -> date | None:
    """The day so many days later; None where no day is known or the calendar ends."""
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return None


def month_ends(year: int, month: int) -> tuple[date, date]:
    """The first and last day of a month; the 13th is the first of the next year, the 0th the last of the one before."""
    year, month = min(max(year + (month - 1) // 12, 1), 9999), (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def part_of(ends: tuple[date, date], part: str | None) -> tuple[date, date]:
    """The early, middle or late stretch of a period."""
    if not part:
        return ends
    low, high = PARTS[part.split("-")[0].split()[0].lower()]
    days = (ends[1] - ends[0]).days
    return ends[0] + timedelta(days=round(days * low)), ends[0] + timedelta(days=round(days * high))


def year_of(today: date, month: int, day: int = 1) -> int:
    """The year of a month that is named without one: news looks back, so the latest that is not after today."""
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def year_of_shifted(today: date, month: int, shift: str, months: int = 1) -> int:
    """The year of "last May", "next spring", of so many months from this one on; without a shift, as `year_of`."""
    if shift in LAST:
        return year_of(today, month) - (month <= today.month < month + months)
    if shift in NEXT:
        return today.year + (month <= today.month)
    return today.year if shift == "this" else year_of(today, month)
