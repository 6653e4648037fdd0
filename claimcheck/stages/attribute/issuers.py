""" "The statement", "the report" in, who was said to speak in it before out: "the ministry said in a statement"."""

from __future__ import annotations

from itertools import takewhile

from claimcheck.records import Span
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.story import Story

_BACK = 8  # sentences to look back for who issued a document
_NEAR = 4  # for who spoke last, where nothing tells of the document
_QUOTED = 12  # of those with what is quoted of it
_STEM = 4  # letters in which "reported" and "report" agree at least
_OPENS = 4  # words between a verb and its document: "issued a new joint | statement"


class Issuers:
    """Looks back in one article."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def issuer(self, noun: str, offset: int) -> tuple[Span, bool] | None:
        """The words for who spoke in the document that a noun at an offset goes back to, and whether it is told that he
        did; else he only spoke last."""
        number = self.story.sentence_at(offset)
        for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
            if self.story.sentences[back].kind == "junk":
                continue
            found = self._spoke(back, noun) or self._published(back, noun)
            if found is not None:
                return found, True
            if (owner := self._owner(back, noun)) is not None:
                return owner, True
            if noun in self.story.line(back).lows and not self._again(back, noun):
                return None
        classes = self.story.lexicon.classes
        last = self._last(number) if noun in classes["issued"] else None
        last = self._in_statement(number) if noun in classes["issued-too"] else last
        return (last, False) if last is not None else None

    def _last(self, number: int) -> Span | None:
        """Who spoke last: "the army said on Monday. … the statement read"; what is quoted from it is not counted."""
        near = 0
        for back in range(number - 1, max(-1, number - 1 - _QUOTED), -1):
            start = self.story.sentences[back].start
            near += self.story.quote_at(start) is None and self.story.quote_at(start + 1) is None
            for report in reversed(self.story.reports(back)):
                quoted = self.story.quote_at(report.cue[0]) is not None  # whom the statement itself names
                if report.speaker is not None and not quoted and not self.story.pronoun(report.speaker):
                    return report.speaker
            if near == _NEAR:
                return None
        return None

    def _in_statement(self, number: int) -> Span | None:
        """Who spoke last, if he did so in a statement: "this is stated in a message of the army. … the report says"."""
        last = self._last(number)
        lows = line(self.story.text, *last).lows if last is not None else []
        return None if self.story.lexicon.classes["issued"].isdisjoint(lows) else last

    def _spoke(self, number: int, noun: str) -> Span | None:
        """Who said something in the document, beside the cue or by a verb of its own."""
        tokens = self.story.line(number)
        for report in self.story.reports(number):
            if report.speaker is None or self._stands_for_itself(report.speaker, noun):
                continue
            cue = self.story.text[slice(*report.cue)].lower()
            made = noun in line(self.story.text, *report.speaker).lows  # Chad's report says
            if made or _alike(cue, noun) or noun in self._beside(tokens, report.cue):
                return report.speaker
        return None

    def _beside(self, tokens: Line, cue: Span) -> list[str]:
        """The words behind a cue up to a clause of their own, and those that open the sentence before its subject."""
        lows = [low for low, start in zip(tokens.lows, tokens.starts, strict=True) if start >= cue[1]]
        behind = list(takewhile(lambda low: low not in (",", "that", ":", ";"), lows))
        opening = list(takewhile(lambda low: low != ",", tokens.lows)) if tokens.lows[:1] == ["in"] else []
        return [*(behind if behind[:1] in (["in"], ["on"]) or "in" in behind else []), *opening]

    def _published(self, number: int, noun: str) -> Span | None:
        """Who issued the document: "the agency released a report on Monday"."""
        tokens = self.story.line(number)
        if noun not in tokens.lows:
            return None
        at = tokens.lows.index(noun)
        made = self.story.lexicon.classes["made"]
        verb = next((k for k in range(at - 1, max(0, at - 1 - _OPENS), -1) if tokens.lows[k] in made), None)
        subject = Phrases(tokens, self.story.grammar).left(verb) if verb is not None else None
        return tokens.span(*subject) if subject is not None else None

    def _owner(self, number: int, noun: str) -> Span | None:
        """Whose a sentence tells the document to be: "a statement of | the Security Council of Chad"."""
        tokens = self.story.line(number)
        at = next((k for k, low in enumerate(tokens.lows[:-2]) if low == noun), None)
        if at is None or at == 0 or tokens.lows[at + 1] not in ("of", "from", "by"):
            return None
        grammar, first = self.story.grammar, at + 2
        capital = (
            tokens.words[first + (tokens.lows[first] == "the")][:1].isupper() if first + 1 < len(tokens.lows) else 0
        )
        end = first + 1
        while end < len(tokens.lows) and (
            tokens.words[end][0].isupper() or tokens.lows[end] in ("of", "for", "'s", "and")
        ):
            end += 1
        return tokens.span(first, end) if capital and tokens.lows[first] not in grammar.time_noun else None

    def _again(self, number: int, noun: str) -> bool:
        """Whether a sentence names the document as one that is known: "the report"."""
        lows = self.story.line(number).lows
        return any(lows[at - 1] in ("the", "this") for at, low in enumerate(lows) if low == noun and at > 0)

    def _stands_for_itself(self, speaker: Span, noun: str) -> bool:
        """Whether the speaker is the document itself, by its noun and small words: "a new report"."""
        words = self.story.text[slice(*speaker)].split()
        owned = any(word.endswith(("'s", "’s")) or (at and word[0].isupper()) for at, word in enumerate(words[:-1]))
        return words[-1].lower() == noun and not owned


def _alike(cue: str, noun: str) -> bool:
    """Whether a cue is the noun's verb: "reported" and "report", "announced" and "announcement"."""
    stem = cue.removesuffix("ed").removesuffix("s")
    return len(stem) >= _STEM and noun.startswith(stem)
