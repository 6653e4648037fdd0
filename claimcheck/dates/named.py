"""Days, months, seasons and years by name or number; where the year is left unsaid, by the article's day."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.dates.days import date_of, month_ends, part_of, year_of, year_of_shifted
from claimcheck.dates.lexicon import DECADES, MONTHS, SEASONS, words
from claimcheck.dates.when import Reader, When, mention
from claimcheck.dates.years import is_year, led_by


def _month_number(written: str) -> int:
    return MONTHS[written.rstrip(".").lower()]


def _year_said(match: re.Match[str], today: date | None, month: int, day: int = 1) -> int | None:
    """The year of a day without a number for it: "on 3 May last year", else the latest that is over."""
    if today is None:
        return None
    said = {"last": -1, "this": 0, "next": 1}.get((match["said"] or "").lower())
    return year_of(today, month, day) if said is None else today.year + said


def _read_iso(match: re.Match[str], _: date | None) -> When | None:
    day = date_of(int(match["y"]), int(match["m"]), int(match["d"]))
    return mention(match, "day", day) if day else None


def _read_slashed(match: re.Match[str], _: date | None) -> When | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    # "03/04/2020" is March in one country and April in another: a day, but which? In "03.04.2020" the day leads.
    orders = ((year, b, a),) if match["s"] == "." else ((year, b, a), (year, a, b))
    days = {day for order in orders if (day := date_of(*order))}
    return mention(match, "day", days.pop() if len(days) == 1 else None) if days else None


def _read_day_month(match: re.Match[str], today: date | None) -> When | None:
    month = _month_number(match["m"])
    first, last = (int(re.sub(r"\D", "", match[g] or match["d"])) for g in ("d", "d2"))
    year = int(match["y"]) if match["y"] else _year_said(match, today, month, first)
    if year is None:
        return mention(match, "day" if first == last else "period", None)
    start, end = date_of(year, month, first), date_of(year, month, last)
    return mention(match, "day" if first == last else "period", start, end, relative=not match["y"])


def _read_months(match: re.Match[str], today: date | None) -> When | None:
    first, last = _month_number(match["m"]), _month_number(match["m2"])
    written = match["y2"] or match["y"]
    year = int(written) if written else _year_said(match, today, last)
    if year is None:
        return mention(match, "period", None)
    before = int(match["y"]) if match["y"] else year - (first > last)
    if before < 1:
        return None  # from June of the year before the first
    return mention(match, "period", month_ends(before, first)[0], month_ends(year, last)[1], relative=not written)


# "may", "march" and "mar" are verbs too: alone they are months only after such a word.
_MONTH_LEADS = words("in since until till by of from during last this next early mid late and before after to")


def _read_month(match: re.Match[str], today: date | None) -> When | None:
    month, shift = _month_number(match["m"]), (match["shift"] or "").lower()
    if not match["y"] and not shift and month in (3, 5) and not led_by(match, _MONTH_LEADS):
        return None
    if match["y"]:
        return mention(match, "month", *part_of(month_ends(int(match["y"]), month), match["part"]))
    year = _year_said(match, today, month)
    if year is None or today is None:
        return mention(match, "month", None, relative=True)
    year = year if match["said"] else year_of_shifted(today, month, shift)
    return mention(match, "month", *part_of(month_ends(year, month), match["part"]), relative=True)


_SEASON_LEADS = words("the in since until by of during over")


def _read_season(match: re.Match[str], today: date | None) -> When | None:
    name, shift, written = match["s"].lower(), (match["shift"] or "").lower(), match["y"]
    # "will fall", "a spring in his step": a season is named with a year, a shift or an article.
    if not written and not shift and not (led_by(match, _SEASON_LEADS) and name not in ("fall", "spring")):
        return None
    if not written and today is None:
        return mention(match, "season", None, relative=True)
    month = SEASONS[name]
    year = int(written) if written or today is None else year_of_shifted(today, month, shift, months=3)
    ends = month_ends(year, month)[0], month_ends(year, month + 2)[1]
    return mention(match, "season", *part_of(ends, match["part"]), relative=not written)


def _read_decade(match: re.Match[str], _: date | None) -> When | None:
    return _decade(match, int(match["y"]), match["part"])


def _read_short_decade(match: re.Match[str], _: date | None) -> When | None:
    digits = match["n"]
    # "in his 40s" is an age; with the apostrophe, a part or "the" it is a decade.
    apostrophe = match.string[match.start() - 1 : match.start()] in ("'", "’")
    if digits and not match["part"] and not apostrophe and not led_by(match, frozenset({"the"})):
        return None
    return _decade(match, 1900 + (int(digits) if digits else DECADES[match["w"]]), match["part"])


def _decade(match: re.Match[str], year: int, part: str | None) -> When:
    return mention(match, "decade", *part_of((date(year, 1, 1), date(year + 9, 12, 31)), part))


def _read_years(match: re.Match[str], _: date | None) -> When | None:
    first, written = int(match["y"]), match["y2"]
    last = int(written) if len(written) == 4 else first - first % 10 ** len(written) + int(written)
    if not first < last < first + 1000 or (len(written) < 4 and match[0][4:].strip()[0].isalpha()):
        return None  # "from 4.8 million in 2014 to 20 million"
    if not _lived(match, last - first) and not is_year(match.string, *match.span("y"), leads=("between", "from")):
        return None
    return mention(match, "period", date(first, 1, 1), date(last, 12, 31))


def _lived(match: re.Match[str], years: int) -> bool:
    """The years of a life, a war or an office beside its name: "(1882-1945)", "Arthur, 1829-86,"."""
    start, end = match.span()
    glued = match["y"] + match["y2"] == re.sub(r"[-–—]", "", match[0])
    return (
        glued
        and years <= _LONGEST_LIFE
        and _BESIDE_NAME.search(match.string, max(0, start - 20), start) is not None
        and (match.string[end : end + 1] in (")", ",", ";"))
    )


_LONGEST_LIFE = 110  # years
_BESIDE_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?:,\s|\s{1,2}\()$")


def _read_year(match: re.Match[str], _: date | None) -> When | None:
    if not match["part"] and not is_year(match.string, *match.span("y")):
        return None
    year = int(match["y"])
    return mention(match, "year", *part_of((date(year, 1, 1), date(year, 12, 31)), match["part"]))


READERS: dict[str, Reader] = {
    "iso": _read_iso,
    "slashed": _read_slashed,
    "day_month": _read_day_month,
    "month_day": _read_day_month,
    "months": _read_months,
    "month": _read_month,
    "season": _read_season,
    "decade": _read_decade,
    "short_decade": _read_short_decade,
    "years": _read_years,
    "year": _read_year,
}
