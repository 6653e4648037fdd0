"""Stretches that end with a date, and parts of a year: "the three months to June 30", "the first quarter of 2020"."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.dates.days import date_of, day_of, month_ends, moved
from claimcheck.dates.lexicon import AMOUNTS
from claimcheck.dates.when import When

_LONGEST_LEAD = 48  # characters before a date that may tell of its stretch
_MOST_MONTHS = 60
_MONTHS = {"quarter": 3, "half": 6, "half-year": 6, "year": 12}  # what ends with a date, without a number
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1, "1": 0, "2": 1, "3": 2, "4": 3}
_TO = re.compile(
    rf"(?<!\bby\s)\b(?:(?P<n>\d{{1,2}}|{'|'.join(sorted(AMOUNTS, key=len, reverse=True))})"
    r"[\s-](?P<u>months?|weeks?|years?)"
    r"|(?:the|its|their|fiscal|financial|full)[\s-](?:[a-z]+\s)?(?P<one>quarter|half-year|half|year)(?:\sthat)?),?\s"
    r"(?:to|ended|ending|through|up\sto)\s(?:(?:in|on|at|the\send\sof|the\sclose\sof|late|end-)\s?)?$",
    re.I,
)
_IN_YEAR = re.compile(
    r"\b(?:(?P<order>first|second|third|fourth|last|final)[\s-](?P<part>quarter|half|three\smonths|six\smonths)"
    r"(?:\s(?:of|in))?(?:\sthe\syear)?|Q(?P<q>[1-4])(?:\sof)?)\s$"
)


def stretched(text: str, when: When) -> When:
    """A date as the stretch that it ends, or as the part of its year that the words before it tell."""
    lead = text[max(0, when.span[0] - _LONGEST_LEAD) : when.span[0]]
    if lead[-1:] != " " or when.start is None or when.end is None:
        return when
    part = _part(lead, when) if when.kind == "year" else None
    if part is not None:
        return _of(when, *part)
    start = _start(lead, when)
    return _of(when, start, day_of(when.end)) if start is not None else when


def _of(when: When, start: date, end: date | None) -> When:
    last = end.isoformat() if end else when.end
    first = start.isoformat()
    return When(span=when.span, text=when.text, kind="period", start=first, end=last, relative=when.relative)


def _start(lead: str, when: When) -> date | None:
    """The first day of a stretch that ends with a date: of "the 12 months to May 31" the first of June before."""
    hit, behind = _TO.search(lead), moved(day_of(when.end), 1)
    if hit is None or behind is None:
        return None
    written, unit = (hit["n"] or "1").lower(), hit["u"] or ""
    amount = int(written) if written.isdecimal() else AMOUNTS[written]
    if unit.lower().startswith("week"):
        return moved(behind, -7 * amount)
    months = amount * (12 if unit.lower().startswith("year") else 1) if unit else _MONTHS[hit["one"].lower()]
    if months > _MOST_MONTHS:
        return None
    first, last = month_ends(behind.year, behind.month - months)
    return date_of(first.year, first.month, min(behind.day, last.day))


def _part(lead: str, when: When) -> tuple[date, date] | None:
    """The ends of a quarter or half of a year: "the third quarter of | 2020", "Q3 | 2020"."""
    hit, first = _IN_YEAR.search(lead), day_of(when.start)
    if hit is None or first is None or first.month != 1:
        return None
    months = 6 if (hit["part"] or "").lower() in ("half", "six months") else 3
    count = 12 // months
    order = _ORDER[hit["order"] or hit["q"]]
    order += count if order < 0 else 0  # the last half
    if order >= count:
        return None
    return month_ends(first.year, 1 + months * order)[0], month_ends(first.year, months * (order + 1))[1]
