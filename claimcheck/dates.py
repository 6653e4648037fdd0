"""A text and the day of its article in, the dates and periods it speaks of out. Knows no clock but that day.

"26 February 1992" is known by itself; "on Thursday" and "two weeks ago" want the article's day, and without it they are
found all the same, with unknown ends. A shared leaf: extract refuses the numbers of dates, describe
sets claims in time.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from math import ceil
from typing import Literal

from claimcheck.records import Record, Span

Kind = Literal["day", "week", "month", "season", "year", "decade", "period"]


class When(Record, frozen=True):
    """A date or period as the text words it; both ends are ISO days and included, None where they are not known."""

    span: Span
    text: str
    kind: Kind
    start: str | None = None
    end: str | None = None
    relative: bool = False  # counted from the article's day: "on Thursday", "last month"


def find(text: str, start: int = 0, end: int | None = None, anchor: str | None = None) -> tuple[When, ...]:
    """The dates and periods of text[start:end] in order, none over another; `anchor` is the article's ISO day."""
    stop = len(text) if end is None else end
    return _find(text, _WORD.finditer(text, start, stop), stop, _day(anchor))


def find_at(text: str, starts: Iterable[int], end: int, anchor: str | None = None) -> tuple[When, ...]:
    """What `find` gives, for a caller who knows already where the words that `opens` start."""
    whole = (start for start in starts if not (start and (text[start - 1].isalnum() or text[start - 1] == "_")))
    return _find(text, filter(None, (_WORD.match(text, start, end) for start in whole)), end, _day(anchor))


def opens(word: str) -> bool:
    """Whether a date or period may start with this word, given in lower case."""
    return word in OPENERS or word[0].isdecimal()


def _find(text: str, words: Iterable[re.Match[str]], stop: int, today: date | None) -> tuple[When, ...]:
    found: list[When] = []
    reached = 0
    for word in words:
        if word.start() < reached:
            continue
        when = _at(text, word, stop, today)
        if when is not None:
            found.append(when)
            reached = when.span[1]
    return tuple(found)


def overlaps(when: When, span: Span) -> bool:
    """Whether the mention and the span share a character."""
    return when.span[0] < span[1] and span[0] < when.span[1]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ── words ─────────────────────────────────────────────────────────────────────────────────────

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {name: number for number, name in enumerate(_DAY_NAMES)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month it starts; of the north
_PARTS = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0)}  # what share of the period is meant
_DECADES = {
    word: 10 * number
    for number, word in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 2
    )
}
_ONE_TO_NINETEEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_AMOUNTS = {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_AMOUNTS |= {word: number for number, word in enumerate(_ONE_TO_NINETEEN.split(" "), 1)}
_KINDS: dict[str, Kind] = {"week": "week", "month": "month", "year": "year", "decade": "decade", "century": "period"}
_UNIT_DAYS: dict[str, float] = {
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30,
    "year": 365,
    "decade": 3652,
    "century": 36525,
}


# ── forms of writing ──────────────────────────────────────────────────────────────────────────

_NAMES = "|".join(sorted((name.capitalize() for name in _MONTHS), key=len, reverse=True))
# In capitals, and in text that has lost them; "may", "march" and "august" are words of their own.
_PLAIN = r"(?:january|february|april|june|july|september|october|november|december)\b"
_BEFORE_DAY = r"(?:jan|feb|apr|jun|jul|aug|august|sept?|oct|nov|dec|(?<=\bon )(?:may|march))(?=\.?\s\d)"
_MONTH = rf"(?:(?:{_NAMES}|{_NAMES.upper()})\b|{_PLAIN}|{_BEFORE_DAY})\.?"
_WEEKDAY = rf"(?:{'|'.join(name.capitalize() for name in _DAYS)})\b"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,]\d)(?:st|nd|rd|th)?\b"
_BARE_YEAR = r"(?:1[0-9]|20)\d\d\b"
_YEAR = rf"{_BARE_YEAR}(?![%/]|[.,:]\d|-\d\d-)"
_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate)(?:\s+in|\s+of)?[-\s]\s?(?:the\s+)?"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
_AMOUNT = (
    rf"(?:\d{{1,3}}|(?i:(?:a\s+)?(?:couple\s+of|few)|several|{'|'.join(sorted(_AMOUNTS, key=len, reverse=True))}))"
)
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)\b"
_SHIFT = r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Pp]revious|[Cc]oming|[Ff]ollowing)"
_AFTER = r"ago|later|earlier|before|after|prior|beforehand|afterwards|hence|from\s+now|since"
_TO = r"\s?(?:-|–|—|to|and|until|through)\s?"

_FORMS: dict[str, str] = {
    "iso": r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])(?:T\d\d:[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    "slashed": r"(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d|\d\d)(?![\w/]|[.,-]\d)",
    "day_month": rf"(?P<d>{_NUMBER})(?:{_TO}(?P<d2>{_NUMBER}))?\.?\s+(?:of\s+)?(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?",
    "month_day": rf"(?P<m>{_MONTH})\s+(?:the\s+)?(?P<d>{_NUMBER})(?:{_TO}(?P<d2>{_NUMBER}))?(?:,?\s+(?P<y>{_YEAR}))?",
    "months": rf"(?P<m>{_MONTH})(?:\s+(?P<y>{_YEAR}))?{_TO}(?P<m2>{_MONTH})(?!\s+\d\d?\b)(?:,?\s+(?P<y2>{_YEAR}))?",
    "month": rf"(?:(?P<shift>{_SHIFT})\s+)?(?P<part>{_PART})?(?P<m>{_MONTH})(?:,?\s+(?:of\s+)?(?P<y>{_YEAR}))?",
    "season": rf"(?:(?P<shift>{_SHIFT})\s+)?(?P<part>{_PART})?(?P<s>{_SEASON})(?:\s+(?:of\s+)?(?P<y>{_YEAR}))?",
    "decade": rf"(?P<part>{_PART})?(?P<y>(?:1[0-9]|20)\d0)['’]?s\b",
    "short_decade": rf"(?P<part>{_PART})?(?:['’]?(?P<n>[1-9]0)s|(?P<w>{'|'.join(_DECADES)}))\b",
    "years": rf"(?P<y>{_BARE_YEAR}){_TO}(?P<y2>{_YEAR}|\d\d?\b(?![%/]|[.,:]\d))",
    "year": rf"(?P<part>{_PART})?(?P<y>{_YEAR})(?![-–][A-Za-z]*[A-Z])",
    "named_day": r"(?P<w>(?i:yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)))\b",
    "weekday": rf"(?:(?P<shift>{_SHIFT}|[Ee]arly|[Ee]arlier|[Ll]ate)\s+)?(?P<w>{_WEEKDAY})",
    "shifted": r"(?P<shift>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<u>week|month|year|decade|century)\b",
    "ago": rf"(?P<n>{_AMOUNT})[\s-](?P<u>{_UNIT})\s+(?P<w>{_AFTER})\b",
    "stretch": rf"(?P<shift>{_SHIFT})\s+(?P<n>{_AMOUNT})[\s-](?P<u>{_UNIT})",
}
_COMPILED = {name: re.compile(form) for name, form in _FORMS.items()}
_WORD = re.compile(r"\w+")


def _openers() -> dict[str, tuple[str, ...]]:
    """First word of a mention → the forms that may start with it, longer forms first."""
    opens: dict[str, tuple[str, ...]] = {}
    shifted = ("named_day", "weekday", "shifted", "month", "season", "stretch")
    parts = ("month", "season", "decade", "short_decade", "year", "weekday")
    amounts = ("ago",)
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
        (tuple(_MONTHS), ("month_day", "months", "month")),
        (tuple(_DAYS), ("weekday",)),
        (tuple(_SEASONS), ("season",)),
        (tuple(_DECADES), ("short_decade",)),
        (("last", "this", "next", "past", "previous", "coming", "following"), shifted),
        (("early", "late", "mid", "earlier"), parts),
        ((*_AMOUNTS, "couple", "few", "several"), amounts),
        (("yesterday", "today", "tomorrow", "tonight"), ("named_day",)),
    ]
    for words, forms in groups:
        opens |= dict.fromkeys(words, forms)
    return opens


OPENERS = _openers()  # words that a date may start with; digits may too
_DIGITS = {
    1: ("slashed", "day_month", "ago"),
    2: ("slashed", "day_month", "ago"),
    3: ("ago",),
    4: ("iso", "years", "year"),
}


def _at(text: str, word: re.Match[str], stop: int, today: date | None) -> When | None:
    start = word.start()
    written = word[0]
    first = written[0]
    forms = _digit_forms(text, start, written) if first.isdecimal() else OPENERS.get(written.lower(), ())
    for form in forms:
        match = _COMPILED[form].match(text, start, stop)
        if match and (when := _READERS[form](match, today)) is not None:
            return when
    return None


def _digit_forms(text: str, start: int, written: str) -> tuple[str, ...]:
    before = text[start - 1] if start else " "
    # "$2000", "1,992", "3.1992", "#2020" and "S2020" are no dates; a number before the dash is none of a date's start.
    if before in "$£€¥#.,:/_" or (before == "-" and text[start - 2 : start - 1].isdecimal()):
        return ()
    digits = len(written) - len(written.lstrip("0123456789"))
    if digits == len(written):
        return _DIGITS.get(digits, ())
    if digits == 4:
        return ("decade",)
    if written[digits:] == "s":
        return ("short_decade",)
    return ("day_month",) if written[digits:] in ("st", "nd", "rd", "th") else ()


# ── reading ───────────────────────────────────────────────────────────────────────────────────

Reader = Callable[[re.Match[str], date | None], When | None]


def _when(
    match: re.Match[str], kind: Kind, start: date | None, end: date | None = None, *, relative: bool = False
) -> When:
    last = end or start
    return When(
        span=match.span(),
        text=match[0],
        kind=kind,
        start=start.isoformat() if start else None,
        end=last.isoformat() if last else None,
        relative=relative,
    )


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: date | None, days: int) -> date | None:
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return None


def _month_ends(year: int, month: int) -> tuple[date, date]:
    year, month = min(max(year + (month - 1) // 12, 1), 9999), (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _part(ends: tuple[date, date], part: str | None) -> tuple[date, date]:
    """The early, middle or late stretch of a period."""
    if not part:
        return ends
    low, high = _PARTS[part.split("-")[0].split()[0].lower()]
    days = (ends[1] - ends[0]).days
    return ends[0] + timedelta(days=round(days * low)), ends[0] + timedelta(days=round(days * high))


def _month_number(written: str) -> int:
    return _MONTHS[written.rstrip(".").lower()]


def _guess_year(today: date, month: int, day: int = 1) -> int:
    """The year of a month that is named without one: news looks back, so the latest that is not after today."""
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _read_iso(match: re.Match[str], _: date | None) -> When | None:
    day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
    return _when(match, "day", day) if day else None


def _read_slashed(match: re.Match[str], _: date | None) -> When | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    days = {day for day in (_date(year, b, a), _date(year, a, b)) if day}
    # "03/04/2020" is March in one country and April in another: a day, but not known which.
    return _when(match, "day", days.pop() if len(days) == 1 else None) if days else None


def _read_day_month(match: re.Match[str], today: date | None) -> When | None:
    month = _month_number(match["m"])
    first, last = (int(re.sub(r"\D", "", match[g] or match["d"])) for g in ("d", "d2"))
    year = int(match["y"]) if match["y"] else _guess_year(today, month, first) if today else None
    if year is None:
        return _when(match, "day" if first == last else "period", None)
    start, end = _date(year, month, first), _date(year, month, last)
    return _when(match, "day" if first == last else "period", start, end, relative=not match["y"])


def _read_months(match: re.Match[str], today: date | None) -> When | None:
    first, last = _month_number(match["m"]), _month_number(match["m2"])
    written = match["y2"] or match["y"]
    year = int(written) if written else _guess_year(today, last) if today else None
    if year is None:
        return _when(match, "period", None)
    before = int(match["y"]) if match["y"] else year - (first > last)
    return _when(match, "period", _month_ends(before, first)[0], _month_ends(year, last)[1], relative=not written)


# "may", "march" and "mar" are verbs too: alone they are months only after such a word.
_MONTH_LEADS = _words("in since until till by of from during last this next early mid late and before after to")


def _read_month(match: re.Match[str], today: date | None) -> When | None:
    month, shift = _month_number(match["m"]), (match["shift"] or "").lower()
    if not match["y"] and not shift and month in (3, 5) and not _led_by(match, _MONTH_LEADS):
        return None
    if match["y"]:
        return _when(match, "month", *_part(_month_ends(int(match["y"]), month), match["part"]))
    if today is None:
        return _when(match, "month", None, relative=True)
    year = _guess_year(today, month)
    if shift in ("last", "past", "previous"):
        year = today.year if month < today.month else today.year - 1
    elif shift in ("next", "coming", "following"):
        year = today.year if month > today.month else today.year + 1
    elif shift == "this":
        year = today.year
    return _when(match, "month", *_part(_month_ends(year, month), match["part"]), relative=True)


_WORD_BEFORE = re.compile(r"(\w+)\W{1,3}$")


def _led_by(match: re.Match[str], words: frozenset[str]) -> bool:
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 16), match.start())
    return before is not None and before[1].lower() in words


_SEASON_LEADS = _words("the in since until by of during over")


def _read_season(match: re.Match[str], today: date | None) -> When | None:
    name, shift, written = match["s"].lower(), (match["shift"] or "").lower(), match["y"]
    # "will fall", "a spring in his step": a season is named with a year, a shift or an article.
    if not written and not shift and not (_led_by(match, _SEASON_LEADS) and name not in ("fall", "spring")):
        return None
    month = _SEASONS[name]
    if written:
        year = int(written)
    elif today is None:
        return _when(match, "season", None, relative=True)
    else:
        year = _guess_year(today, month)
        if shift in ("last", "past", "previous") and month <= today.month < month + 3:
            year -= 1
        elif shift in ("next", "coming", "following"):
            year = today.year if month > today.month else today.year + 1
        elif shift == "this":
            year = today.year
    ends = _month_ends(year, month)[0], _month_ends(year, month + 2)[1]
    return _when(match, "season", *_part(ends, match["part"]), relative=not written)


def _read_decade(match: re.Match[str], _: date | None) -> When | None:
    return _decade(match, int(match["y"]), match["part"])


def _read_short_decade(match: re.Match[str], _: date | None) -> When | None:
    digits = match["n"]
    # "in his 40s" is an age; with the apostrophe, a part or "the" it is a decade.
    apostrophe = match.string[match.start() - 1 : match.start()] in ("'", "’")
    if digits and not match["part"] and not apostrophe and not _led_by(match, frozenset({"the"})):
        return None
    return _decade(match, 1900 + (int(digits) if digits else _DECADES[match["w"]]), match["part"])


def _decade(match: re.Match[str], year: int, part: str | None) -> When:
    return _when(match, "decade", *_part((date(year, 1, 1), date(year + 9, 12, 31)), part))


def _read_years(match: re.Match[str], _: date | None) -> When | None:
    first, written = int(match["y"]), match["y2"]
    last = int(written) if len(written) == 4 else first - first % 10 ** len(written) + int(written)
    if not first < last < first + 1000 or not is_year(match.string, *match.span("y"), leads=("between", "from")):
        return None
    return _when(match, "period", date(first, 1, 1), date(last, 12, 31))


def _read_year(match: re.Match[str], _: date | None) -> When | None:
    if not match["part"] and not is_year(match.string, *match.span("y")):
        return None
    year = int(match["y"])
    return _when(match, "year", *_part((date(year, 1, 1), date(year, 12, 31)), match["part"]))


# What stands before a number that is a year whatever follows, before one that is a year unless it counts something, and
# before one that counts.
_YEAR_LEADS = _words(
    "in since until till during early mid late the this spring summer autumn fall winter into throughout copyright "
    "year fy s"
)
_COUNT_LEADS = _words(
    "than over about nearly almost least most approximately roughly under killed injured wounded killing injuring "
    "wounding freed deployed arrested detained displaced estimated"
)
_RATHER = re.compile(
    r"\b(?:(?:rather|other|later|earlier|sooner) than|(?:since|until|by|in) (?:at least|about|around))\s$"
)
_PEOPLE_AFTER = re.compile(r"\s(?:people|persons|men|women|children|troops|soldiers|civilians|police|staff)\b")
_NOUN_AFTER = re.compile(r"\s(?:[a-z]+\s)?[a-z]{2,}[^s\W]s\b")
_RANGE_AFTER = re.compile(r"\s?[-–]\s?\d|\s(?:or|to)\s\d")


def is_year(text: str, start: int, end: int, leads: tuple[str, ...] = ()) -> bool:
    """Whether the four digits at [start, end) are a year rather than a count, by the words around them."""
    before = _WORD_BEFORE.search(text, max(0, start - 18), start)
    lead = before[1].lower() if before else ""
    if lead in leads or lead in _YEAR_LEADS:
        return True
    counted = lead in _COUNT_LEADS and not _RATHER.search(text, max(0, start - 24), start)
    number = int(text[start:end])
    if counted or number < 1400 or text.endswith("average of ", 0, start) or _PEOPLE_AFTER.match(text, end):
        return False
    # Counts are written with a comma as a rule: without one a number like 2016 is a year, one like 2000 may count.
    likely = 1900 <= number < 2050 and number % 50 != 0
    return likely or not (_NOUN_AFTER.match(text, end) or _RANGE_AFTER.match(text, end))


def _read_named_day(match: re.Match[str], today: date | None) -> When | None:
    word = match["w"].split()[-1].lower()
    step = {"yesterday": -1, "tomorrow": 1, "night": -1}.get(word, 0)
    return _when(match, "day", _shift(today, step), relative=True)


def _read_weekday(match: re.Match[str], today: date | None) -> When | None:
    if today is None:
        return _when(match, "day", None, relative=True)
    shift = (match["shift"] or "").lower()
    back = (today.weekday() - _DAYS[match["w"].lower()]) % 7
    if shift in ("last", "past", "previous") and back == 0:
        back = 7
    elif shift in ("next", "coming", "following"):
        back -= 7
    return _when(match, "day", _shift(today, -back), relative=True)


def _read_shifted(match: re.Match[str], today: date | None) -> When | None:
    unit, step = match["u"], {"last": -1, "this": 0, "next": 1}[match["shift"].lower()]
    kind: Kind = _KINDS[unit]
    if today is None:
        return _when(match, kind, None, relative=True)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return _when(match, kind, monday, monday + timedelta(days=6), relative=True)
    if unit == "month":
        return _when(match, kind, *_month_ends(today.year, today.month + step), relative=True)
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    year = today.year - today.year % length + step * length
    return _when(match, kind, _date(year, 1, 1), _date(year + length - 1, 12, 31), relative=True)


def _read_ago(match: re.Match[str], today: date | None) -> When | None:
    word, days = match["w"], _days(match)
    if word != "ago" or days is None:
        return _when(match, "period", None, relative=True)  # "three days later": after something else than today
    unit = _singular(match["u"])
    kind: Kind = "day" if unit == "day" else "period"
    slack = 0 if unit == "day" else max(1, int(_UNIT_DAYS.get(unit, 0.0)) // 2)
    middle = _shift(today, -days)
    return _when(match, kind, _shift(middle, -slack), _shift(middle, slack), relative=True)


def _read_stretch(match: re.Match[str], today: date | None) -> When | None:
    days, shift = _days(match), match["shift"].lower()
    if days is None or today is None or shift in ("previous", "following", "this"):
        return _when(match, "period", None, relative=True)
    back = shift in ("last", "past")
    return _when(
        match, "period", _shift(today, -days if back else 0), _shift(today, 0 if back else days), relative=True
    )


def _singular(unit: str) -> str:
    return "century" if unit == "centuries" else unit.rstrip("s")


def _days(match: re.Match[str]) -> int | None:
    """How many days an amount of a unit is; None where the amount is vague."""
    written, unit = match["n"].lower(), _singular(match["u"])
    amount = int(written) if written.isdecimal() else _AMOUNTS.get(written)
    if amount is None:
        return None
    return ceil(amount * _UNIT_DAYS.get(unit, 0.0))


_READERS: dict[str, Reader] = {
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
    "named_day": _read_named_day,
    "weekday": _read_weekday,
    "shifted": _read_shifted,
    "ago": _read_ago,
    "stretch": _read_stretch,
}
