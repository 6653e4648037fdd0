"""A report in, one for each speaker whose verb is left out: "police put the crowd at 40, and organisers at 90"."""

from __future__ import annotations

from bisect import bisect_left

from claimcheck.stages.attribute.content import Content
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import Piece

_FRAMES = ("say", "toll", "count", "object", "estimate", "show")  # of verbs that give a number
_JOINTS = frozenset((",", ";", "and", "but", "while"))
_CONTRAST = frozenset((",", ";", "but", "while"))
_LONG = 6  # words of such a speaker
_LEADING = frozenset(("at", "to"))  # a number: "put at 40", "raised to 40"
_ENDS = frozenset(",;.")


class Gapped(Content):
    """Finds in what one report tells the numbers that others give, without a verb of their own."""

    def in_gaps(self, report: Report, until: int) -> list[Report]:
        """The report up to the first such number, and one for each of those who follow; the next report begins at the
        offset `until`."""
        if report.before or report.speaker is None or not report.content or not self._gives_number(report):
            return [report]
        first, last = self.line.starts.index(report.content[-1][0]), self._token_to(min(report.content[-1][1], until))
        number = next((at for at in range(first, last) if self.phrases.number(at)), last)
        cue = first if report.rule.frame == "act" else self._token_to(report.cue[1])
        if any(map(self.phrases.verb, range(cue, number))):
            return [report]
        of_some = not self.grammar.preposition.isdisjoint(self.lows[cue : max(cue, number - 1)])
        led_by, piece = self._led_by(number), self._piece(report.speaker)
        # A name may follow that is no place where another name spoke: "Chad at 40, Peru at 90".
        named = piece is not None and self.fitness.known(piece) and not of_some
        found = list[Piece]()
        for at in range(number + 1, min(last + 1, self.size)):
            if led_by is None and not found and (self.phrases.verb(at) or self.lows[at] in self.grammar.preposition):
                break  # "votes for the mayor and the council 90"
            gap = self._gap_at(at, led_by, named=named)
            if gap is not None and (not of_some or self.lows[at] in _CONTRAST):
                found.append(gap)
        if not found:
            return [report]
        end = next((at for at in range(found[-1][1], self.size) if self.lows[at] == ";"), self.size)
        stops = [*(gap[0] - 1 for gap in found[1:]), min(end, self._token_to(until))]
        content = (*report.content[:-1], self.line.span(first, found[0][0] - 1))
        others = (
            self.report(report.rule, speaker, (0, 1), [(speaker[1], stop)])._replace(cue=report.cue)
            for speaker, stop in zip(found, stops, strict=True)
        )
        return [report._replace(content=content), *others]

    def _gives_number(self, report: Report) -> bool:
        """Whether a report gives a number, by a verb or as somebody's count: "Oxfam's | tally stands at 40"."""
        cue = self.line.starts.index(report.cue[0]) if report.cue[0] in self.line.starts else 0
        return report.rule.frame in _FRAMES or (report.rule.frame == "act" and self.lows[cue] in self.grammar.toll)

    def _gap_at(self, joint: int, led_by: str | None, *, named: bool) -> Piece | None:
        """The speaker behind a joint whom a number follows: "organisers at 90", "the opposition 45."."""
        if self.lows[joint] not in _JOINTS:
            return None
        first = joint + 1
        while first < self.size and self.lows[first] in _JOINTS:
            first += 1
        end = first
        while end < self.size and end - first < _LONG and not (self.phrases.number(end) or self.lows[end] in _ENDS):
            low = self.lows[end]
            if low == led_by or (low in self.grammar.before_number and low != "of") or self.phrases.verb(end):
                break
            end += 1
        number = end + (led_by is not None)
        while number < self.size and self.lows[number] in self.grammar.before_number:
            number += 1
        led = led_by is None or (end < self.size and self.lows[end] == led_by)
        end -= end > first + 1 and self.lows[end - 1] == "'s"  # Oxfam's tally stands at 40, the ministry's at 60
        if end == first or not led or number >= self.size or not self.phrases.number(number):
            return None
        bare = led_by is not None or number + 1 >= self.size or self.lows[number + 1] in _ENDS
        told = led_by is not None or self.lows[first] == "the"  # "40 soldiers and police 5" counts the police
        gives = (
            self.fitness.counts((first, end)) or self.lows[self.fitness.head(first, end)] in self.grammar.rival_counting
        )
        known = named and self.fitness.known((first, end))
        return (first, end) if bare and ((told and gives) or known) else None

    def _led_by(self, number: int) -> str | None:
        """The preposition that leads to a number: "put the crowd | at about 40"; not "counted at least 40"."""
        at = number - 1
        while at > 0 and self.lows[at] in self.grammar.before_number - _LEADING:
            at -= 1 + (self.lows[at - 1] in _LEADING and self.lows[at] == "least")
        return self.lows[at] if at > 0 and self.lows[at] in _LEADING else None

    def _token_to(self, end: int) -> int:
        """The number of the first token that begins at or behind an offset."""
        return bisect_left(self.line.starts, end)
