"""Rule types for page furniture and for the words that end, or do not end, a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from claimcheck.rules.base import Rule


class JunkRule(Rule, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Lines that a page adds to its article. A line matches if any of the four ways to say so holds.

    Case, a final colon, stop or arrow, and marks around the line do not matter. `yes` and `no` are whole lines.
    """

    reach: Literal["line", "section", "end", "header", "caption", "credit"] = "line"
    lines: tuple[str, ...] = ()  # the whole line
    starts: tuple[str, ...] = ()  # its first words, where the line is short
    contains: tuple[str, ...] = ()  # words anywhere in it, where the line is short
    patterns: tuple[str, ...] = ()  # regular expressions for the whole of a short line, in small letters
    hints: tuple[str, ...] = ()  # the patterns are tried where one of these starts a word; "": on every line

    def problems(self) -> Iterable[str]:
        """Expressions that do not compile, and a rule that matches nothing."""
        for pattern in self.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                yield f"pattern {pattern!r} is no regular expression: {error}"
        if bool(self.patterns) != bool(self.hints):
            yield "patterns and hints need each other; expected words that every line of the patterns holds"
        if self.reach not in ("header", "credit") and not (self.lines or self.starts or self.contains or self.patterns):
            yield "matches nothing; expected lines, starts, contains or patterns"


class BreakRule(Rule, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that decide whether a stop ends a sentence, as written, without the stop. In `yes`, | marks each end.

    title: a name follows, the sentence goes on (Mr., Gen.). numbered: it goes on before a number (No., Art.).
    month: a stop before it belongs to an ordinal (the 27th. September).
    either: it ends only before a word that opens sentences (U.S., Inc., p.m.). opener: such a word.
    hanging: a line that ends with it goes on in the next (of, the). In examples, / marks the end of a line.
    dated: with a weekday behind it a line is of prose, no headline (said). telling: with it an item of a list is a
    sentence of its own. hedge: it may stand before the count that an item of a list begins with (about).
    answering: a line that begins with it opens questions and their answers, and is no page furniture (FAQ).
    credit: who took a picture; in brackets it ends a caption that ran into the line of the text (AFP).
    """

    role: Literal[
        "title", "numbered", "month", "either", "opener", "hanging", "dated", "telling", "hedge", "answering", "credit"
    ]
    words: tuple[str, ...]


PACKS: dict[str, type[Rule]] = {"junk": JunkRule, "breaks": BreakRule}
