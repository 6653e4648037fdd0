"""Whether those who fled are told to have left their land: "fled to Chad", "crossed the border", "fled abroad"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import Fact, Span
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.names import Hit

ABROAD = "abroad"  # scope
_REACH = 90  # characters behind the verb


def abroad(text: str, told: Span, lexicon: Lexicon, countries: Sequence[Hit]) -> Fact | None:
    """The scope of those whom the words from the end of `told` take over a border; None: no word tells it."""
    words, start, limit = lexicon.scene_words, told[1], told[1] + _REACH
    stop = words.apart_clause.search(text, start, limit)
    end = stop.start() if stop else limit
    towards = lexicon.groups["towards a land"]
    goal = next((hit for hit in countries if start <= hit.start < end and hit.before in towards), None)
    if goal is not None:
        return Fact(value=ABROAD, rule="O2980", span=(goal.start, goal.end))
    found = words.own_land.search(text, told[0], end)
    if found is None or found.end() <= start:
        found = words.abroad.search(text, start, end)
    return Fact(value=ABROAD, rule="O2980", span=found.span()) if found else None
