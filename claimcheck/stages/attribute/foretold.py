"""A speaker of a headline or a lead in, who is only named below; his name out."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator

from claimcheck.records import Span
from claimcheck.stages.attribute.coordination import Coordination
from claimcheck.stages.attribute.knownnames import NAMELESS, Named
from claimcheck.stages.attribute.line import Line, line

_LEAD = 4  # tokens of a speaker within which his body is named: "Peru 's Defence Ministry"
_CALLED = 3  # words of a speaker in a headline who is named only below
_LEAD_SENTENCES = 4  # with its headline and its date
_HEADLINES = 4  # sentences that can be an article's headline, or repeat it behind a date
_FORETOLD = 10  # sentences in which he is named


class Foretold(Coordination, ABC):
    """Names whom an article lets speak before it names him."""

    def _foretold(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "Governor says", ": police" in a headline: whom the article then first lets speak under that word, with a
        name or a land beside it."""
        number, noun = self.story.sentence_at(span[0]), words.lows[core - 1]
        channel = self._state_channel(words, core)
        known = channel or noun in self.story.lexicon.holders or noun in self.story.grammar.document
        opens = core == 1 or words.lows[0] in self.classes["before-lost-label"]  # State media
        capital = any(word[0].isupper() for word in words.words[int(opens) : core - channel])
        small = core <= _CALLED and not capital
        headed = number < _HEADLINES and self.story.headline(number)
        if not headed and self._in_lead(words, core, number):
            return self._titled_below(noun, number, depth)
        if not (known and small and headed) or depth < 2:
            return None
        if (titled := self._titled_below(noun, number, depth)) is not None:
            return titled
        named = (
            self._named(who, depth - 1)._replace(resolved=who)
            for who in self._called_below(noun, number, channel=channel)
        )
        return next((one for one in named if len(one.sources) == 1 and one.sources[0].kind not in NAMELESS), None)

    def _in_lead(self, words: Line, core: int, number: int) -> bool:
        """Whether a lead tells of who holds the one such office of a place: "the mayor", "the city's mayor"."""
        told, office = words.lows[1 : core - 1], words.lows[core - 1] in self.classes["local-office"]
        opens = number < _LEAD_SENTENCES and words.lows[0] == "the" and core == len(words.lows)
        return opens and office and core > 1 and self.classes["of-the-town"].issuperset(told)

    def _titled_below(self, noun: str, number: int, depth: int) -> Named | None:
        """The one person whom the article names with a title below a sentence, and nobody else with it."""
        entitled = self._entitled(noun) if noun in self.classes["person-title"] and depth > 1 else []
        titled = [one for one in entitled if one[0] >= self.story.sentences[number].end]
        if len({self.story.text[slice(*one)].split()[-1] for one in titled}) != 1:
            return None
        return self._named(titled[0], depth - 1)._replace(resolved=titled[0])

    def _state_channel(self, words: Line, core: int) -> bool:
        """Whether a phrase tells of the channel of a state, which goes by other words below: "state TV"."""
        channel = not self.classes["channel"].isdisjoint(words.lows[:core])
        return channel and any(low == "state" or low.startswith("state-") for low in words.lows[:core])

    def _called_below(self, noun: str, number: int, *, channel: bool) -> Iterator[Span]:
        """Who speaks in the sentences below a headline under a noun, with a capital word beside it; under any word for
        the channel of a state where it is one."""
        for below in range(number + 1, min(number + _FORETOLD, len(self.story.sentences))):
            for report in () if self.story.headline(below) else self.story.reports(below):
                who = line(self.story.text, *report.speaker) if report.speaker is not None else None
                called = who is not None and (
                    noun in who.lows[:_LEAD] or (channel and self._state_channel(who, len(who.words)))
                )
                if who is not None and called and any(word[0].isupper() for word in who.words):
                    yield who.span(0, len(who.words))
