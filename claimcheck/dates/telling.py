"""Datelines and stamps: where and when a text was told, not where and when something happened: "ROME, April 29
(Reuters) - Ten people", "Posted on April 29 2017 Ten people"."""

from __future__ import annotations

import re

from claimcheck.dates.when import When
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
STAMPING = frozenset(  # words beside the day of a stamp
    "last first originally published posted updated modified created released filed date dated on at of time local "
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday "
    "am pm hrs hours hkt gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst ist cet cest msk aest uk".split()
)
_WEEKDAYS = frozenset(word for word in STAMPING if word[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
_LEADING = STAMPING | {"publication"}
_TIES = frozenset("on of for since until till by from to in before after last this next until and".split())
_ANEW = re.compile(r" ?\(|\s+(?:[\"“‘'(]?[A-Z0-9]|by [A-Z])")


def dateline(text: str, start: int, end: int) -> Span | None:
    """The dateline that opens text[start:end], with its dash; None: the text begins at once."""
    found = _DATELINE.match(text[start : min(end, start + _LONGEST)].replace("\u00a0", " "))
    return (start, start + found.end()) if found else None


def stamps(text: str, start: int, when: When) -> bool:
    """Whether a day is that of a stamp that ran into the text that begins at an offset.

    It stands first, behind such words at most, or behind a weekday that no preposition ties to a sentence; and what
    comes next begins anew. "On 26 February 1992 …" and "17 Nov 2023: …" are no stamps.
    """
    if not _ANEW.match(text, when.span[1]):
        return False
    before = re.findall(r"[^\W\d_]+", text[start : when.span[0]].casefold())
    led = set(before) <= _LEADING and before[:1] not in (["on"], ["at"], ["of"])
    return led or (before[-1:] != [] and before[-1] in _WEEKDAYS and not set(before[-2:-1]) & _TIES)
