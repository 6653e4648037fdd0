"""A body by what it does in, the one out that the article tells to be such: "the monitor", "a charity"."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from functools import cached_property

from claimcheck.records import Source, Span
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.calledagain import CalledAgain
from claimcheck.stages.attribute.knownnames import NAMELESS, Named
from claimcheck.stages.attribute.line import Line, in_name, line
from claimcheck.stages.attribute.toldas import Told, told_as

_NAME_WORDS = 4  # of a person, at most


class Watchers(CalledAgain, ABC):
    """Names the bodies that count what others do, and others by what the article tells them to be."""

    def _leads_watcher(self, words: Line, depth: int) -> Named | None:
        """ "The head of the monitor", "Tom Roe, who runs the Syrian Observatory", "the group's director": the body that
        counts what others do."""
        body = self._led_by_words(words) if depth > 1 else None
        named = self._named(body, depth - 1) if body is not None else Named(())
        watching = len(named.sources) == 1 and self._watches(named.sources[0])
        return named._replace(resolved=body) if watching else None

    def _led_by_words(self, words: Line) -> Span | None:
        """The words for the body that a phrase tells somebody to lead."""
        lows, last = words.lows, len(words.lows)
        for at in range(last - 2):
            named = 0 < at < _NAME_WORDS and all(map(in_name, words.words[: at + 1]))  # Ana Berg of Amnesty
            if ((named or lows[at] in self.classes["leads"]) and lows[at + 1] == "of") or (
                lows[at] == "who" and lows[at + 1] in self.classes["leading"]
            ):
                end = next((k for k in range(at + 2, last) if lows[k] == ","), last)
                return words.span(at + 2, end)
        mark = next((at for at in range(last - 2, 1, -1) if lows[at] == "'s"), 0)  # the group's Africa researcher
        serves = self.classes["leads"] if mark == last - 2 else frozenset[str]()
        return words.span(0, mark) if mark and lows[-1] in serves | self.classes["serves-watcher"] else None

    def _watcher(self, words: Line, core: int) -> Named | None:
        """ "A monitoring group", "Peru monitor", before its name or after: the one such body that speaks."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        watching = self.classes["watching"]
        told = watching | self.classes["speaker-modifier"]
        head, before = words.lows[core - 1], words.lows[first : core - 1]
        land = first < core - 1 and match(self.atlas.places, words.words, first) is not None
        plain = all(low in told or low.endswith("-based") for low in before[int(land) :]) and self._ends_at(words, core)
        called = head in self.classes["stand-in"] and not watching.isdisjoint((head, *before))
        return self._one_watcher if (plain and called) or self._does_watch(words, first) else None

    def _so_told(self, words: Line, core: int, depth: int) -> Named | None:
        """ "A charity", "a war monitor": the one body of the article that is told to be such, beside its name."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        told = self._kind_told(words.lows[first:core])
        plain = told is not None and self._ends_at(words, core) and all(word.islower() for word in words.words[1:core])
        if told is None or not plain or depth < 2:
            return None
        found = {
            one.name: one for one in self._bodies_told if told[0] == one.words[0] and told[1] <= set(one.words[1:])
        }
        if len(found) != 1:
            return None
        span = next(iter(found.values())).span
        named = self._named(span, depth - 1)
        if [one.kind for one in named.sources] == ["person"]:  # Larkin Relief, a local charity
            return Named((Source(name=named.sources[0].name, kind="agency"),), span)
        body = len(named.sources) == 1 and named.sources[0].kind not in (*NAMELESS, "government", "forces")
        return named._replace(resolved=span) if body else None

    @cached_property
    def _bodies_told(self) -> tuple[Told, ...]:
        """The bodies told of beside their names, by what they are: its noun first, then the rest."""
        kinds = ((one, self._kind_told(one.words)) for one in told_as(self.story))
        return tuple(one._replace(words=(kind[0], *sorted(kind[1]))) for one, kind in kinds if kind is not None)

    def _kind_told(self, lows: Sequence[str]) -> tuple[str, set[str]] | None:
        """What a body is told to be, its noun and the rest, where that is enough to know it again: "local charity";
        any that watches is a monitor. None: a person, or only "a group"."""
        watches = not self.classes["watching"].isdisjoint(lows)
        stands = bool(lows) and lows[-1] in self.classes["stand-in"] | self.classes["told-again"]
        vague = len(lows) == 1 and lows[0] in self.classes["vague-body"]
        if not stands or vague:
            return None
        rest = {low for low in lows[:-1] if not low.endswith("-based")} - self.classes["watching"]
        return ("monitor" if watches else lows[-1]), rest

    def _does_watch(self, words: Line, first: int) -> bool:
        """Whether a body without a name is told to watch: "a group monitoring the war", "a group that tracks raids"."""
        if first + 2 >= len(words.lows) or words.lows[first] not in self.classes["stand-in"]:
            return False
        hung = words.lows[first + 1] in self.story.grammar.relative or words.lows[first + 1] == "that"
        return words.lows[first + 1 + hung] in self.classes["watching-does"]

    @cached_property
    def _one_watcher(self) -> Named | None:
        """The body by its name that counts what others do, where only one such speaks in the article."""
        found: dict[str, Named] = {}
        for number in range(len(self.story.sentences)):
            for report in self.story.reports(number) if self.story.may_report(number) else ():
                span = report.speaker or report.cue
                words = line(self.story.text, *span)
                for at in range(len(words.words)):
                    known = self._actor(words, at, len(words.words))  # Ana Berg, who heads | Amnesty International
                    if known is not None and self._watches(known[1].source):
                        source = known[1].source
                        found.setdefault(source.name, Named((source,), span, (known[1].rule,)))
        return next(iter(found.values())) if len(found) == 1 else None
