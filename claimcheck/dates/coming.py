"""Days named without a year that are still to come, or whose weekday tells which year they are of.

Of 76 such days of news of 2016 that a year before would have been ten months ago and more, 73 were still to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claimcheck.dates.days import date_of, day_of, moved
from claimcheck.dates.lexicon import DAYS
from claimcheck.dates.when import When

_SOON = 60  # days ahead that a date without its year may lie: hardly anybody leaves out that of ten months ago
_BETWEEN = re.compile(r",?\s+(?:the\s+)?")  # from a weekday to its date: "Sunday, 9 August", "Monday the 3rd of May"
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
_FOR = re.compile(r"\b(?:for|until|till)\s+$", re.I)
_LASTED = re.compile(  # "The siege lasted until Tuesday", "had been held until at least Friday"
    r"\b(?:continued|dragged on|endured|held (?:on|out)|kept \w+ing|lasted|lingered|persisted|raged(?: on)?|ran|"
    r"remained|sat|slept|stayed|stood|survived|waited|went on|worked|did(?: not|n['’]t) \w+|(?:had|not) been \w+)"
    r"\s(?:[\w-]+\s){0,4}?(?:until|till)\s+$"
)
_WEEK = 7
_YEAR = " year"  # "20 October last year"
_LONGEST = 24  # characters of such words
_CLAUSE = 60  # characters before a day in which the verb stands that it bounds
_MONTH_SAID = re.compile(r"[A-Za-z]{3}.*\d|\d.*[A-Za-z]{3}")


def coming(text: str, found: Sequence[When], today: date) -> tuple[When, ...]:
    """The dates of a text, where those that name a day without a year look ahead if the words beside them say so."""
    out: list[When] = []
    for when in found:
        named = when.kind == "day" and when.relative and _MONTH_SAID.search(when.text) is not None
        weekday = out[-1] if out and named and _is_weekday(text, out[-1], when) else None
        day = _meant(text, when, weekday, today) if named else _set_for(text, when, today)
        if day is not None and weekday is not None:
            out[-1] = _at(weekday, day)
        out.append(_at(when, day) if day is not None else when)
    return tuple(out)


def _is_weekday(text: str, before: When, when: When) -> bool:
    name = before.text.lower() in DAYS
    return name and _BETWEEN.fullmatch(text, before.span[1], when.span[0]) is not None


def _meant(text: str, when: When, weekday: When | None, today: date) -> date | None:
    """The day of the year that is meant: that of its weekday, else the next one, where it is near."""
    last = day_of(when.start)
    if last is None:
        return None
    ahead = date_of(last.year + 1, last.month, last.day)
    if weekday is not None:
        years = (last, ahead, date_of(last.year - 1, last.month, last.day))
        return next((day for day in years if day and day.weekday() == DAYS[weekday.text.lower()]), None)
    over = when.text.lower().endswith(_YEAR) or _SINCE.search(text, max(0, when.span[0] - _LONGEST), when.span[0])
    return ahead if ahead and not over and 0 < (ahead - today).days <= _SOON else None


def _set_for(text: str, when: When, today: date) -> date | None:
    """ "Flights cancelled for Monday", told on a Saturday: the next one, where that is nearer than the last; but what
    lasted until Monday is over."""
    last = day_of(when.start)
    owning = text[when.span[1] : when.span[1] + 2] in ("'s", "’s")  # "blamed for Monday's blast"
    if last is None or owning or not when.relative or _plain(when.text) not in DAYS:
        return None
    ahead = moved(last, _WEEK)
    nearer = 2 * (today - last).days > _WEEK
    if not nearer or _FOR.search(text, max(0, when.span[0] - _LONGEST), when.span[0]) is None:
        return None
    return None if _LASTED.search(text[max(0, when.span[0] - _CLAUSE) : when.span[0]]) else ahead


def _plain(name: str) -> str:
    """ "Sunday", of "late Sunday"."""
    return name.lower().removeprefix("late ").removeprefix("early ")


def _at(when: When, day: date) -> When:
    return When(
        span=when.span,
        text=when.text,
        kind=when.kind,
        start=day.isoformat(),
        end=day.isoformat(),
        relative=when.relative,
    )
