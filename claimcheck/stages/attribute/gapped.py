"""A report in, one for each speaker whose verb is left out: "police put the crowd at 40, and organisers at 90"."""

from __future__ import annotations

from claimcheck.stages.attribute.content import Content
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import Piece

_FRAMES = ("say", "toll", "count", "object", "estimate")  # of verbs that give a number
_JOINTS = frozenset((",", ";", "and", "but", "while"))
_OPENING = frozenset(("and", "but", "while", "the", "a", "an", "its", "other", "local"))
_LONG = 6  # words of such a speaker
_LEADING = frozenset(("at", "to"))  # a number: "put at 40", "raised to 40"
_BOUNDS = frozenset(("least", "most"))
_ENDS = frozenset(",;.")


class Gapped(Content):
    """Finds in what one report tells the numbers that others give, without a verb of their own."""

    def in_gaps(self, report: Report) -> list[Report]:
        """The report up to the first such number, and one for each of those who follow."""
        if report.before or report.speaker is None or not report.content or report.rule.frame not in _FRAMES:
            return [report]
        first, last = (self.line.starts.index(report.content[-1][0]), self._token_to(report.content[-1][1]))
        number = next((at for at in range(first, last) if self._is_number(at)), last)
        led_by = self._led_by(number)
        piece = self._piece(report.speaker)
        named = piece is not None and self.fitness.known(
            piece
        )  # so that a name may follow that is no place: "Peru at 40"
        joints = range(number + 1, min(last + 1, self.size))
        found = [gap for at in joints if (gap := self._gap_at(at, led_by, named=named)) is not None]
        if led_by is None and any(map(self.phrases.verb, range(first, found[0][0] if found else last))):
            return [report]
        if not found:
            return [report]
        behind = range(found[-1][1], self.size)
        stops = [*(gap[0] - 1 for gap in found[1:]), next((at for at in behind if self.lows[at] == ";"), self.size)]
        content = (*report.content[:-1], self.line.span(first, found[0][0] - 1))
        others = (
            self.report(report.rule, speaker, (0, 1), [(speaker[1], stop)])._replace(cue=report.cue)
            for speaker, stop in zip(found, stops, strict=True)
        )
        return [report._replace(content=content), *others]

    def _gap_at(self, joint: int, led_by: str | None, *, named: bool) -> Piece | None:
        """The speaker behind a joint whom a number follows: "organisers at 90", "the opposition 45."."""
        if self.lows[joint] not in _JOINTS:
            return None
        first = joint + 1
        while first < self.size and self.lows[first] in _OPENING - {"the"}:
            first += 1
        end = first
        while end < self.size and end - first < _LONG and not (self._is_number(end) or self.lows[end] in _ENDS):
            low = self.lows[end]
            if low == led_by or (low in self.grammar.before_number and low != "of") or self.phrases.verb(end):
                break
            end += 1
        number = end + (led_by is not None)
        while number < self.size and self.lows[number] in self.grammar.before_number:
            number += 1
        led = led_by is None or (end < self.size and self.lows[end] == led_by)
        if end == first or not led or number >= self.size or not self._is_number(number):
            return None
        bare = led_by is not None or number + 1 >= self.size or self.lows[number + 1] in _ENDS
        head = self.lows[self.fitness.head(first, end)]
        gives = self.fitness.counts((first, end)) or head in self.grammar.rival_counting
        return (first, end) if bare and (gives or (named and self.fitness.known((first, end)))) else None

    def _led_by(self, number: int) -> str | None:
        """The preposition that leads to a number: "put the crowd | at about 40"; not "counted at least 40"."""
        at = number - 1
        while at > 0 and self.lows[at] in self.grammar.before_number - _LEADING:
            at -= 1 + (self.lows[at - 1] in _LEADING and self.lows[at] in _BOUNDS)
        return self.lows[at] if at > 0 and self.lows[at] in _LEADING else None

    def _is_number(self, at: int) -> bool:
        return self.lows[at][0].isdigit() or self.lows[at] in self.grammar.quantifier

    def _token_to(self, end: int) -> int:
        """The number of the first token that begins at or behind an offset."""
        return next((at for at, start in enumerate(self.line.starts) if start >= end), self.size)
