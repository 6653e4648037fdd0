"""A text in, the entries of it out, where it is a live page: each is told anew under its own time of day."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

# A line that opens with a time of day, behind a date or alone, and tells no more than a headline: "16 May, 12:10 – Toll
# rises", "12:10 - Shelling resumes".
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?)"
_HEADED = re.compile(
    rf"^[ \t]*(?:{_DAY}(?: \d{{4}})?,? )?[\[(]?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: [A-Z]{{2,4}}\b)?[\])]?"
    r"(?:[ \t]*[-–—|:][ \t]*[^\n]{0,120}[^\s.!?;,])?[ \t]*$",
    re.M,
)
# A line that opens with a time of day and goes on: "12:10 Mayor: 28 dead, around 60 wounded".
_TIMED = re.compile(r"^[ \t]*[\[(]?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?[\])]?[ \t]+[^\W\d]", re.M | re.I)
_END = re.compile("\n")
_LEAST = 3  # of such lines, from which a page is live
# A line that tells a time of day and no more: "2:40 p.m.", "14:40 GMT:".
_CLOCK = re.compile(
    r"^[ \t]*(?:\d{1,2}[:.]\d\d(?:[ \t]?[ap]\.?m\b\.?)?|\d{1,2}[ \t]?[ap]\.?m\b\.?)"
    r"(?:[ \t][A-Z]{2,4})?[ \t]*(?::[ \t]*)?$",
    re.M | re.I,
)


def entry_at(text: str, offset: int) -> int:
    """How many entries begin before an offset of a live page; 0 in all of any other article."""
    return bisect_right(_entries(text), offset)


@lru_cache(maxsize=1)  # claims come article by article
def _entries(text: str) -> tuple[int, ...]:
    """Where the entries of a live page start; none in an article that tells one time of day, or none."""
    lines = [0, *(end.end() for end in _END.finditer(text))]
    found = tuple(line for line in lines if _CLOCK.match(text, line))
    headed = tuple(line for line in lines if _HEADED.match(text, line))
    timed = tuple(line for line in lines if _TIMED.match(text, line))
    if max(len(headed), len(timed)) >= max(_LEAST, len(found) + 1):
        return max(headed, timed, key=len)
    return found if len(found) > 1 else ()
