"""Datelines: where and when a text was told, not where and when something happened: "ROME, April 29 (Reuters) -"."""

from __future__ import annotations

import re

from claimcheck.records import Span

_CITY = r"[A-Z]{2}[A-Z.’'/-]*"  # in capitals
_NAMES = r"[A-Z][\w.’'/-]*(?:,? [A-Z][\w.’'/-]*){0,5}"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_DAY = r"(?:\d\d? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}(?:\.? |\.)\d\d?)(?:,? \d{4})?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"  # AFP, Lima Tuesday 14 July 2020
_DASH = r"(?: ?\.?(?:--|–|—) ?| [-_:] |\.- )"
_BEHIND = r"(?=[\"“‘'(]?[A-Z\d])"
_WIRE = r"(?:\. ?/ ?[A-Z][^/\n]{1,20}/\.?)"  # MOSCOW, May 3. /TASS/. Ten people
_DATELINE = re.compile(
    rf"\s{{0,9}}(?:(?:{_CITY}(?:,? {_NAMES})?(?:[.,]? {_DAY})?(?: ?{_AGENCY})?|{_NAMES}, {_DAY}(?: ?{_AGENCY})?"
    rf"|(?:{_NAMES} ?)?{_AGENCY}){_DASH}{_BEHIND}"
    rf"|(?:{_CITY},(?: {_NAMES},)?|{_NAMES}, {_NAMES},) {_DAY}(?:(?:{_WIRE}|\.)\s{{1,3}}{_BEHIND}|\.?\Z)"
    rf"|{_NAMES},? {_DAY},? [A-Z]{{2,}}[\w.]*\Z"
    rf"|{_NAMES}, {_NAMES},? {_WEEKDAY},? {_DAY}\Z)"
)
_LONGEST = 120


def dateline(text: str, start: int, end: int) -> Span | None:
    """The dateline that opens text[start:end], with its dash; None: the text begins at once."""
    found = _DATELINE.match(text[start : min(end, start + _LONGEST)].replace("\u00a0", " "))
    return (start, start + found.end()) if found else None
