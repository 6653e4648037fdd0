"""Whether those who fled are told to have left their land: "fled to Chad", "crossed the border", "fled abroad"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.records import Fact, Span
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.scene_words import SceneWords

ABROAD = "abroad"  # scope
_TOWARDS = frozenset(("to", "into", "for"))
_CLAUSE = re.compile(r"[.;:,]|\b(?:and|but|while|as)\b")
_REACH = 90  # characters behind the verb


def abroad(text: str, told: Span, words: SceneWords, countries: Sequence[Hit]) -> Fact | None:
    """The scope of those whom the words from the end of `told` take over a border; None: no word tells it."""
    start, limit = told[1], told[1] + _REACH
    stop = _CLAUSE.search(text, start, limit)
    end = stop.start() if stop else limit
    goal = next((hit for hit in countries if start <= hit.start < end and hit.before in _TOWARDS), None)
    if goal is not None:
        return Fact(value=ABROAD, rule="O2980", span=(goal.start, goal.end))
    found = words.abroad.search(text, start, end)
    return Fact(value=ABROAD, rule="O2980", span=found.span()) if found else None
