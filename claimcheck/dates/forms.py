"""How dates and periods are written: one expression a form, and which forms may start with a word."""

from __future__ import annotations

import re

from claimcheck.dates.lexicon import AMOUNTS, DAYS, DECADES, MONTHS, SEASONS

_NAMES = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
# In capitals, and in text that has lost them; "may", "march" and "august" are words of their own.
_PLAIN = r"(?:january|february|april|june|july|september|october|november|december)\b"
_BEFORE_DAY = r"(?:jan|feb|apr|jun|jul|aug|august|sept?|oct|nov|dec|(?<=\bon )(?:may|march))(?=\.?\s\d)"
# "in Moscow on 6 may", where no verb or noun follows: no "sanctions on 12 may be lifted", "a tax on 12 march bands"
_GOES_ON = r"(?:in|at|and|to|for|when|after|as|by|last|this|next|with|near|from|he|she|it|they|we)\b"
_DAY_ENDS = rf"(?=\s*(?:[^\w\s]|\d|\Z)|\s+(?:[A-Z]|{_GOES_ON}))"
_BEHIND_DAY = rf"(?:(?<=\bon \d )|(?<=\bon \d\d ))(?:may|march)\b{_DAY_ENDS}"
_MONTH = rf"(?:(?:{_NAMES}|{_NAMES.upper()})\b|{_PLAIN}|{_BEFORE_DAY}|{_BEHIND_DAY})\.?"
_WEEKDAYS = "|".join(name.capitalize() for name in DAYS)
# "Tuesdays attack", where the apostrophe is lost; no "Tuesdays and Fridays"
_GOES_ON_BEHIND_SEVERAL = r"(?:and|or|are|were|is|was|at|in|of|to|for|by|as|from|with|when|off|only|until|but)\b"
_LOST = rf"(?:s(?=\s[a-z])(?!\s{_GOES_ON_BEHIND_SEVERAL}))?"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,]\d)(?:st|nd|rd|th)?\b"
_GLUED = r"(?:3[01]|[12]\d|0[1-9])(?=20[0-2]\d\b)"  # "Apr 092017": the space before the year is lost
_BARE_YEAR = r"(?:1[0-9]|20)\d\d\b"
_YEAR = rf"{_BARE_YEAR}(?![%/]|[.,:]\d|-\d\d-)"
_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate)(?:\s+in|\s+of)?[-\s]\s?(?:the\s+)?"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
_OF = r"(?:[a-z]+\s+){0,2}of\s+"  # "the summer transfer window of 2022"
_AMOUNT = rf"(?:\d{{1,3}}|(?i:(?:a\s+)?(?:couple\s+of|few)|several|{'|'.join(sorted(AMOUNTS, key=len, reverse=True))}))"
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)\b"
_SHIFT = r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Pp]revious|[Cc]oming|[Ff]ollowing)"
_AFTER = r"ago|later|earlier|before|after|prior|beforehand|afterwards|hence|from\s+now|since"
_TO = r"\s?(?:-|–|—|−|to|and|until|through)\s?"
_SAID = r"(?:\s+(?:of\s+)?(?P<said>[Tt]his|[Ll]ast|[Nn]ext)\s+year\b)"  # "in April this year"
_WRITTEN: dict[str, str] = {
    "iso": r"(?P<y>\d{4})(?P<s>[-/])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?![\d/-])(?:T\d\d:[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    "slashed": r"(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d|\d\d)(?![\w/]|[.,-]\d)",
    "day_month": (
        rf"(?P<d>{_NUMBER})(?:(?:{_TO}|\s+or\s+)(?P<d2>{_NUMBER}))?\.?\s+(?:of\s+)?(?P<m>{_MONTH})"
        rf"(?!\s+{_NUMBER},?\s+{_BARE_YEAR})"  # "Crash Kills 30 | December 25, 2000"
        rf"(?:,?\s+(?P<y>{_YEAR})|{_SAID})?"
    ),
    "month_day": (
        rf"(?P<m>{_MONTH})\s+(?:the\s+)?(?P<d>{_NUMBER}|{_GLUED})(?:{_TO}(?P<d2>{_NUMBER}))?"
        rf"(?:(?:,?\s+|(?<=\d\d))(?P<y>{_YEAR})|{_SAID})?"
    ),
    "months": rf"(?P<m>{_MONTH})(?:\s+(?P<y>{_YEAR}))?{_TO}(?P<m2>{_MONTH})(?!\.?\s+\d\d?\b)"
    rf"(?:,?\s+(?P<y2>{_YEAR})|{_SAID})?",
    "month": rf"(?:(?P<shift>{_SHIFT})\s+)?(?P<part>{_PART})?(?P<m>{_MONTH})(?:,?\s+(?:of\s+)?(?P<y>{_YEAR})|{_SAID})?"
    r"(?(part)(?!\.?\s\d{1,2}(?:[.,;]|\sand\b|\Z)))"  # early Feb. 28
    rf"(?(shift)(?!\.?\s\d{{1,2}},\s{_BARE_YEAR}))",  # "in this Dec. 20, 2015, file photo"
    "season": rf"(?:(?P<shift>{_SHIFT})\s+)?(?P<part>{_PART})?(?P<s>{_SEASON})(?:\s+(?:{_OF})?(?P<y>{_YEAR}))?",
    "decade": rf"(?P<part>{_PART})?(?P<y>(?:1[0-9]|20)\d0)['’]?s\b",
    "short_decade": rf"(?P<part>{_PART})?(?:['’]?(?P<n>[1-9]0)s|(?P<w>{'|'.join(DECADES)}))\b",
    "years": rf"(?P<y>{_BARE_YEAR}){_TO}(?P<y2>{_YEAR}|\d\d?\b(?![%/]|[.,:]\d))",
    "year": rf"(?P<part>{_PART})?(?P<y>{_YEAR})(?![-–][A-Za-z]*[A-Z])",
    "named_day": r"(?P<w>(?i:yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)))\b",
    "weekday": rf"(?:(?P<shift>{_SHIFT}|[Ee]arly|[Ee]arlier|[Ll]ate)\s+)?(?P<w>{_WEEKDAYS}){_LOST}\b",
    "shifted": r"(?P<shift>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast)\s+(?P<u>week|month|year|decade|century)\b",
    "ago": rf"(?P<n>{_AMOUNT})[\s-](?P<u>{_UNIT})\s+(?P<w>{_AFTER})\b",
    "stretch": rf"(?P<shift>{_SHIFT})\s+(?P<n>{_AMOUNT})[\s-](?P<u>{_UNIT})",
}
FORMS = {name: re.compile(form) for name, form in _WRITTEN.items()}


def _openers() -> dict[str, tuple[str, ...]]:
    """First word of a mention → the forms that may start with it, longer forms first."""
    opens: dict[str, tuple[str, ...]] = {}
    shifted = ("named_day", "weekday", "shifted", "month", "season", "stretch")
    parts = ("month", "season", "decade", "short_decade", "year", "weekday")
    amounts = ("ago",)
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
        (tuple(MONTHS), ("month_day", "months", "month")),
        ((*DAYS, *(f"{day}s" for day in DAYS)), ("weekday",)),
        (tuple(SEASONS), ("season",)),
        (tuple(DECADES), ("short_decade",)),
        (("last", "this", "next", "past", "previous", "coming", "following"), shifted),
        (("early", "late", "mid", "earlier"), parts),
        ((*AMOUNTS, "couple", "few", "several"), amounts),
        (("yesterday", "today", "tomorrow", "tonight"), ("named_day",)),
    ]
    for words, forms in groups:
        opens |= dict.fromkeys(words, forms)
    return opens


OPENERS = _openers()  # words that a date may start with; digits may too


def forms_at(text: str, start: int, word: str) -> tuple[str, ...]:
    """The forms that a date or period which starts with this word may have, longer forms first."""
    return _led_by_digits(text, start, word) if word[0].isdecimal() else OPENERS.get(word.lower(), ())


_DIGITS = {  # how many digits open a mention → its forms
    1: ("slashed", "day_month", "ago"),
    2: ("slashed", "day_month", "ago"),
    3: ("ago",),
    4: ("iso", "years", "year"),
}


def _led_by_digits(text: str, start: int, written: str) -> tuple[str, ...]:
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
