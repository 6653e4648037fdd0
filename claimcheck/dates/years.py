"""Four digits as a year or a count, by the words around them."""

from __future__ import annotations

import re

from claimcheck.dates.lexicon import words

_OLD = 1400  # before which hardly any text tells a year

_WORD_BEFORE = re.compile(r"(\w+)\W{1,3}$")


def led_by(match: re.Match[str], leads: frozenset[str]) -> bool:
    """Whether the word before what was matched is one of these."""
    return _word_before(match.string, match.start()) in leads


def _word_before(text: str, start: int) -> str:
    before = _WORD_BEFORE.search(text, max(0, start - 18), start)
    return before[1].lower() if before else ""


# What stands before a number that is a year whatever follows, before one that is a year unless it counts something, and
# before one that counts.
_YEAR_LEADS = words(
    "in since until till during early mid late the this spring summer autumn fall winter into throughout copyright "
    "year fy s"
)
_COUNT_LEADS = words(
    "than over about nearly almost least most approximately roughly under killed injured wounded killing injuring "
    "wounding freed deployed arrested detained displaced estimated"
)
_RATHER = re.compile(
    r"\b(?:(?:rather|other|later|earlier|sooner) than|(?:since|until|by|in|back to) (?:at least|about|around))\s$"
)
_PEOPLE_AFTER = re.compile(
    r"\s(?:[A-Z]\w+(?:ans|ens|is)(?=\s[a-z])|people|persons|men|women|children|troops|soldiers|servicemen|refugees|civilians|police|staff|dead|missing|homeless"
    r"|(?:injured|wounded|killed|hurt|displaced)(?!\s(?:\d|(?:the|an?|at|some|more|about|around|nearly|almost|over|up|tens"
    r"|dozens|hundreds|thousands|millions|many|most|several|no|his|her|their)\b)))\b"
)
_NOUN_AFTER = re.compile(r"\s(?:[A-Za-z]+\s)?[a-z]{2,}[^s\W]s\b")
_COUNTED_AFTER = re.compile(r"\s[a-z]{2,}[^s\W]s\b")
_CLOCK_AFTER = re.compile(  # "1849 UTC+3", "1100 pm", "updated 1721 09.10.2017"
    r"\s?(?:(?:UTC|GMT|hours|hrs|local time|[ap]\.?m)\b|\d\d?\.\d\d?\.\d{4})"
)
_RANGE_AFTER = re.compile(r"\s?[-–]\s?\d|\s(?:or|to)\s\d")


def is_year(text: str, start: int, end: int, leads: tuple[str, ...] = ()) -> bool:
    """Whether the four digits at [start, end) are a year rather than a count, by the words around them."""
    if _CLOCK_AFTER.match(text, end):
        return False
    lead = _word_before(text, start)
    of_year = text.endswith("year of ", 0, start)
    if of_year and (_PEOPLE_AFTER.match(text, end) or _COUNTED_AFTER.match(text, end)):
        return False  # "a year of 1500 deaths"
    if lead == "the" and int(text[start:end]) < _OLD and _NOUN_AFTER.match(text, end):
        return False  # "the 1070 apartment blocks"
    if lead in leads or lead in _YEAR_LEADS or (of_year and text.endswith("the year of ", 0, start)):
        return True
    counted = lead in _COUNT_LEADS and not _RATHER.search(text, max(0, start - 24), start)
    number = int(text[start:end])
    if counted or number < _OLD or text.endswith("average of ", 0, start) or _PEOPLE_AFTER.match(text, end):
        return False
    # Counts are written with a comma as a rule: without one a number like 2016 is a year, one like 2000 may count.
    likely = 1900 <= number < 2050 and number % 50 != 0
    return likely or not (_NOUN_AFTER.match(text, end) or _RANGE_AFTER.match(text, end))
