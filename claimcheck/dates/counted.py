"""Days and periods counted from the article's day: "on Thursday", "last month", "two weeks ago"."""

from __future__ import annotations

import re
from datetime import date
from math import ceil

from claimcheck.dates.days import date_of, month_ends, moved
from claimcheck.dates.forms import FORMS
from claimcheck.dates.lexicon import AMOUNTS, DAYS, KINDS, LAST, NEXT, UNIT_DAYS
from claimcheck.dates.when import Kind, Reader, When, mention


def _read_named_day(match: re.Match[str], today: date | None) -> When | None:
    word = match["w"].split()[-1].lower()
    step = {"yesterday": -1, "tomorrow": 1, "night": -1}.get(word, 0)
    return mention(match, "day", moved(today, step), relative=True)


def _read_weekday(match: re.Match[str], today: date | None) -> When | None:
    if match[0].endswith("s") and match.string[max(0, match.start() - 3) : match.start()].lower() == "on ":
        return None  # "on Tuesdays"
    if today is None:
        return mention(match, "day", None, relative=True)
    shift = (match["shift"] or "").lower()
    back = (today.weekday() - DAYS[match["w"].lower()]) % 7
    if shift in LAST and back == 0:
        back = 7
    elif shift in NEXT:
        back -= 7
    return mention(match, "day", moved(today, -back), relative=True)


def _read_shifted(match: re.Match[str], today: date | None) -> When | None:
    unit, shift = match["u"], match["shift"].lower()
    kind: Kind = KINDS[unit]
    if shift == "past":  # the seven days up to today, not those of a calendar's week
        ends = (moved(today, -ceil(UNIT_DAYS[unit])), today) if today else (None,)
        return mention(match, "period", *ends, relative=True)
    if today is None:
        return mention(match, kind, None, relative=True)
    step = {"last": -1, "this": 0, "next": 1}[shift]
    if unit == "week":
        monday = moved(today, 7 * step - today.weekday())
        return mention(match, kind, monday, moved(monday, 6), relative=True)
    if unit == "month":
        return mention(match, kind, *month_ends(today.year, today.month + step), relative=True)
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    year = today.year - today.year % length + step * length
    return mention(match, kind, date_of(year, 1, 1), date_of(year + length - 1, 12, 31), relative=True)


def days_after(written: str) -> int | None:
    """How many days before another day a thing was that "two days after" tells of; None where it tells of none."""
    match = FORMS["ago"].fullmatch(written)
    after = match is not None and match["w"] == "after" and _singular(match["u"].lower()) == "day"
    return _days(match) if match is not None and after else None


def _read_ago(match: re.Match[str], today: date | None) -> When | None:
    word, days = match["w"], _days(match)
    if word != "ago" or days is None:
        return mention(match, "period", None, relative=True)  # "three days later": after something else than today
    unit = _singular(match["u"])
    kind: Kind = "day" if unit == "day" else "period"
    slack = 0 if unit == "day" else max(1, int(UNIT_DAYS.get(unit, 0.0)) // 2)
    middle = moved(today, -days)
    return mention(match, kind, moved(middle, -slack), moved(middle, slack), relative=True)


def _read_stretch(match: re.Match[str], today: date | None) -> When | None:
    days, shift = _days(match), match["shift"].lower()
    if days is None or today is None or shift in ("previous", "following", "this"):
        return mention(match, "period", None, relative=True)
    ends = (moved(today, -days), today) if shift in LAST else (today, moved(today, days))
    return mention(match, "period", *ends, relative=True)


def _singular(unit: str) -> str:
    return "century" if unit == "centuries" else unit.rstrip("s")


def _days(match: re.Match[str]) -> int | None:
    """How many days an amount of a unit is; None where the amount is vague."""
    written, unit = match["n"].lower(), _singular(match["u"])
    amount = int(written) if written.isdecimal() else AMOUNTS.get(written)
    if amount is None:
        return None
    return ceil(amount * UNIT_DAYS.get(unit, 0.0))


READERS: dict[str, Reader] = {
    "named_day": _read_named_day,
    "weekday": _read_weekday,
    "shifted": _read_shifted,
    "ago": _read_ago,
    "stretch": _read_stretch,
}
