"""The line of an article's head that tells who wrote it: "By Ann Lee, 16 May 2021"."""

from __future__ import annotations

import re

# "By Monday 40 had died." is a sentence: no stop may end it.
_BYLINE = re.compile(r"(?:(?:Written|Reported|Story|Text|Words)\s)?(?:By|by|BY)\s[^\n]{3,110}(?<![.!?])")


def byline(text: str, start: int, end: int) -> bool:
    """Whether a sentence is nothing but a byline."""
    return _BYLINE.fullmatch(text, start, end) is not None
