"""Those who work for a body in, the body out: "analysts at Larkin Bank", "activists from the Larkin Committee"."""

from __future__ import annotations

from abc import ABC

from claimcheck.records import Source
from claimcheck.stages.attribute.coordination import Coordination
from claimcheck.stages.attribute.knownnames import NAMELESS, WATCHING, Named
from claimcheck.stages.attribute.line import Line

_EMPLOYER = 3  # words of a name before "analysts"


class Employers(Coordination, ABC):
    """Names the bodies for which people find things out."""

    def _employed(self, words: Line, core: int, depth: int) -> Named | None:
        """ "Analysts at Larkin Bank", "a researcher with the Varna Institute", "Larkin Bank analysts": the body for
        which they found it out."""
        head = self._head(words, core)
        if words.lows[head] not in self.classes["for-employer"] or depth < 2:
            return None
        first = int(words.lows[0] in self.story.grammar.determiner)
        before = head + 1 == core and first < head <= first + _EMPLOYER
        behind = head + 2 < core and words.lows[head + 1] in ("at", "with")
        at = first if before else head + 2 + (words.lows[min(head + 2, core - 1)] in self.story.grammar.determiner)
        last = head if before else core
        if not (before or behind) or at >= last:
            return None
        if not self._may_employ(words, at, last, whole=before):
            called = self._plain(words, at, core) if before and words.words[head][0].isupper() else None
            return Named((Source(name=called, kind="collective"),)) if called else None  # Top Researchers
        employer = self._named(words.span(at if before else head + 2, last), depth - 1)
        known = employer.sources and NAMELESS.union(("person",)).isdisjoint(one.kind for one in employer.sources)
        return employer if known else Named((Source(name=self._plain(words, at, last), kind="agency"),))

    def _for_its_body(self, words: Line, core: int, depth: int) -> Named | None:
        """ "Activists from the Larkin Committee": the body, where its name tells that it is one or a pack has it."""
        head = self._head(words, core)
        if words.lows[head] not in self.classes["for-body"] or depth < 2:
            return None
        first = next((k for k in range(head + 2, core) if words.words[k][0].isupper()), core)
        before = words.lows[head + 2 : first]
        if words.lows[head + 1 : head + 2] not in (["from"], ["with"], ["at"]) or first == core:
            return None
        known = self._known(words, first, core)
        if known is not None and known.sources[0].kind in WATCHING:
            return known
        proper = all(
            word[0].isupper() for word in words.words[first:core]
        ) and self.story.grammar.preposition.isdisjoint(before)
        called = words.lows[core - 1] in self.classes["organisation"] | self.classes["outlet-word"]
        placed = self._place(words, first, first + 1)
        lands = placed is not None and placed[1].role != "city"
        if not proper or not called or core - first < 2 or lands:
            return None
        return self._named(words.span(first, core), depth - 1)

    def _may_employ(self, words: Line, first: int, last: int, *, whole: bool) -> bool:
        """Whether words can be the name of whom somebody works for: no land, and, before "analysts", no adjective but a
        name that is known, of two words and more, or written so inside a sentence: no "Leading | economists"."""
        if not words.words[first][0].isupper() or self._place(words, first, first + 1) is not None:
            return False
        plain = all(word[0].isupper() for word in words.words[first:last])
        kinds = self.classes["no-employer"] | self.classes["region"] | self.classes["speaker-modifier"]
        adjective = words.lows[first].endswith(tuple(self.classes["of-a-land-ending"]))
        if not whole or not plain or adjective or not kinds.isdisjoint(words.lows[first:last]):
            return not whole
        name = words.words[first:last]
        titled = self.story.title_case(self.story.sentence_at(words.starts[first]))
        named = self.story.proper.issuperset(name) or (len(name) > 1 and not titled)
        return named or self.memory.firms.known(name) or self._strong(words, first, last) is not None
