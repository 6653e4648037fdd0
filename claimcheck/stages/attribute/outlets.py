"""A report in, the outlet it was told to out: "in an interview with the BBC", "told the agency"."""

from __future__ import annotations

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.bodies import Bodies
from claimcheck.stages.attribute.line import line
from claimcheck.stages.attribute.scope import Report

_NEAR, _FAR = 60, 600  # characters in which an outlet is looked for, behind a cue and before "the agency"


class Outlets(Bodies):
    """Finds through whom a statement came."""

    def outlet_told(self, report: Report) -> tuple[Source, Span] | None:
        """To which outlet it was said: "in an interview with the BBC", "said to Interfax", "told the agency"."""
        if report.recipient is not None:
            words = line(self.story.text, *report.recipient)
            if words.lows[-1] in self.classes["outlet-word"] and words.lows[0] == "the" and len(words.lows) == 2:
                return self._outlet_before(report.recipient)
            proper = [word for word in words.words if word[0].isupper()]
            if proper and any(low in self.classes["outlet-word"] for low in words.lows):
                return Source(name=" ".join(proper), kind="media"), report.recipient
        number = self.story.sentence_at(report.cue[0])
        before = self._interviewer(self.story.sentences[number].start, report.cue[0])
        if before is not None:
            return before
        words = line(self.story.text, report.cue[1], min(report.cue[1] + _NEAR, len(self.story.text)))
        for at in range(1, len(words.words)):
            start = at + (words.lows[at : at + 1] == ["the"])
            led = words.lows[at - 1] in ("with", "to", "by", "on") and (
                "interview" in words.lows[:at] or "quoted" in words.lows[:at] or at == 1
            )
            found = self._actor(words, start, len(words.words)) if led and start < len(words.words) else None
            if found is not None and found[1].source.kind == "media":
                return found[1].source, words.span(start, start + found[0])
        return None

    def _interviewer(self, start: int, end: int) -> tuple[Source, Span] | None:
        """The outlet of "in an interview with the FT", "speaking to the BBC" before a cue."""
        told = self.story.text[start:end].lower()
        if not any(word in told for word in self.classes["talk"]):
            return None
        words = line(self.story.text, start, end)
        talks = [at for at, low in enumerate(words.lows) if low in self.classes["talk"]]
        for at in range(talks[0] + 1 if talks else len(words.words), len(words.words)):
            found = self._actor(words, at, len(words.words))
            if found is not None and found[1].source.kind == "media":
                return found[1].source, words.span(at, at + found[0])
        return None

    def _outlet_before(self, recipient: Span) -> tuple[Source, Span] | None:
        """The outlet named last before "the agency"."""
        words = line(self.story.text, max(0, recipient[0] - _FAR), recipient[0])
        for at in range(len(words.words) - 1, -1, -1):
            found = self._actor(words, at, len(words.words))
            if found is not None and found[1].source.kind == "media":
                return found[1].source, recipient
        return None
