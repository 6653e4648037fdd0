"""The words for a survey in, who took it out: "an ORB poll", "a Larkin/Berg survey", "Larkin published a survey"."""

from __future__ import annotations

import re
from abc import ABC
from functools import cached_property

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.knownnames import NAMELESS, Named
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.pronouns import Pronouns

_SHORT = range(3, 6)  # letters of a pollster's initials
_PUBLISHED = 5  # tokens between a verb and its survey: "published a new joint | survey"
_APART = re.compile(r"/|–|(?<=[a-zA-Z])-(?=[A-Z])")


class Surveys(Pronouns, ABC):
    """Names surveys, which stand for who took them."""

    def _pollsters(self, words: Line, head: int) -> Named | None:
        """Those who took a poll together, by their names before the word: "a Larkin/Berg poll"."""
        first = self._name_begins(words, head)
        joined = words.lows[head] in self.story.grammar.survey and first < head
        return self._joined_pollsters(" ".join(words.words[first:head])) if joined else None

    def _pollster(self, words: Line, head: int) -> Named | None:
        """Whose poll it is by the name before the word: a body's, one by its initials, one that the article names as a
        pollster; not so of "an Iowa poll", "a Republican poll"."""
        first = self._name_begins(words, head)
        name = words.words[first:head]
        polled = words.lows[head] in self.story.grammar.survey
        if not name or not polled or match(self.atlas.places, words.words, first) is not None:
            return None
        initials = len(name) == 1 and name[0].isupper() and name[0].isalpha() and len(name[0]) in _SHORT
        body = len(name) > 1 and words.lows[head - 1] in self.classes["organisation"] | self.classes["outlet-ending"]
        if initials or body or self._takes_polls(" ".join(name)):
            return self._polling(words, first, head)
        return None

    def _joined_pollsters(self, name: str) -> Named | None:
        """Two who took a poll together: "Larkin/Berg", "Washington Post-ABC News"; a stroke parts any, a hyphen those
        of whom the packs have one."""
        parts = [part.strip() for part in _APART.split(name)]
        if len(parts) < 2 or not all(parts):
            return None
        found = [self._known_whole(part) for part in parts]
        if "-" in name and (self._known_whole(name) is not None or not any(found)):
            return None
        sources = [one or Source(name=part, kind="agency") for one, part in zip(found, parts, strict=True)]
        return Named(tuple({one.name: one for one in sources}.values()))

    def _known_whole(self, name: str) -> Source | None:
        words = line(name, 0, len(name))
        found = self._actor(words, 0, len(words.words))
        return found[1].source if found is not None and found[0] == len(words.words) else None

    def _polling(self, words: Line, first: int, last: int) -> Named:
        return Named((Source(name=self._plain(words, first, last), kind="agency"),))

    def _takes_polls(self, name: str) -> bool:
        """Whether the article tells that somebody takes polls: "a poll by Berg", "the pollster, Berg,"."""
        if name not in self._polls:
            before = "|".join(sorted(self.classes["pollster"]))
            nouns = "|".join(sorted(self.story.grammar.survey))
            told = rf"\b(?:(?:{nouns}) (?:\w+ ){{0,2}}by|{before}),? {re.escape(name)}\b"
            self._polls[name] = re.search(told, self.story.text, re.IGNORECASE) is not None
        return self._polls[name]

    @cached_property
    def _polls(self) -> dict[str, bool]:
        return {}

    def _published_here(self, words: Line, span: Span, depth: int) -> Named | None:
        """Who published a document, by the clause in which it is named: "Larkin also published | a survey that found",
        "the mayor released | a list, according to which"."""
        if words.lows[0] not in ("a", "an") or depth < 2:
            return None
        tokens = self.story.line(self.story.sentence_at(span[0]))
        if span[0] not in tokens.starts:
            return None
        at = tokens.starts.index(span[0])
        made = self.classes["made"]
        verb = next((k for k in range(at - 1, max(0, at - _PUBLISHED), -1) if tokens.lows[k] in made), None)
        if verb is None or "by" in tokens.lows[verb:at]:
            return None
        subject = Phrases(tokens, self.story.grammar).left(verb)
        named = self._named(tokens.span(*subject), depth - 1) if subject is not None else Named(())
        fits = [one for one in named.sources if one.kind not in NAMELESS]
        return named if fits else None

    def _pollster_beside(self, words: Line, span: Span, head: int) -> Named | None:
        """Who is named as the pollster in a survey's sentence: "which the pollster, Larkin, showed in a | poll"."""
        if words.lows[head] not in self.story.grammar.survey:
            return None
        tokens = self.story.line(self.story.sentence_at(span[0]))
        called = [k for k, low in enumerate(tokens.lows[:-2]) if low in self.classes["pollster"]]
        if len(called) != 1:
            return None
        first = called[0] + 1 + (tokens.lows[called[0] + 1] == ",")
        last = first
        while last < len(tokens.words) and tokens.words[last][0].isupper():
            last += 1
        return self._strong(tokens, first, last) or self._polling(tokens, first, last) if first < last else None
