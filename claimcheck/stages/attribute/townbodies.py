"""The words for a body that is called after a town in, its own name out: "a London Fire Brigade spokesman"."""

from __future__ import annotations

from claimcheck.records import Source
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.bodies import Bodies
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line

_TOWNS = ("capital", "city")


class TownBodies(Bodies):
    """Names what goes by the name of a town, and whoever speaks for it: no government of the land."""

    def _of_town(self, words: Line, core: int) -> Named | None:
        """The body that a phrase names, or that somebody in it speaks for: "Ana Berg of the Oslo Fire Department"."""
        if self._for_place(words, core):
            return self._own_name(words, 0, core)
        if not self.classes["own-voice"].isdisjoint(words.lows):
            return None
        for at in range(len(words.words) - 1):
            last = self._name_of_town(words, at)
            if last > at and (self._speaks(words, at, last, core) or self._spoken_for(words, at)):
                return self._own_name(words, at, last)
        return None

    def _for_place(self, words: Line, core: int) -> bool:
        """Whether a phrase is a body's name by whom it is for: "Transport for Wales"; not "lawyers for Wales"."""
        if core != 3 or words.lows[1] != "for" or not words.words[0][0].isupper():
            return False
        low = words.lows[0]
        people = self.classes["collective"] | self.classes["anonymous"] | self.classes["person-title"]
        apart = low in people or low in self.classes["document"] or low in self.memory.function
        return not apart and match(self.atlas.places, words.words, 2) is not None

    def _own_name(self, words: Line, first: int, last: int) -> Named:
        found = match(self.atlas.places, words.words, first)
        side = found[1].country.name if found is not None else None
        return Named((Source(name=self._plain(words, first, last), kind="agency", side=side),))

    def _name_of_town(self, words: Line, first: int) -> int:
        """Behind a name that begins with a town and ends in the word for a body; where it begins, if it does not."""
        placed = match(self.atlas.places, words.words, first)
        if placed is None or placed[1].role not in _TOWNS or self.memory.surname(words.starts[first]):
            return first
        if first > 0 and words.words[first - 1][0].isupper() and words.lows[first - 1] not in self.memory.function:
            return first  # the | New Delhi Water Board, in which Delhi opens nothing
        behind = at = first + placed[0]
        last = first
        while at < len(words.words) and (words.words[at][0].isupper() or self._goes_on(words, at)):
            at += 1
            if words.words[at - 1][0].isupper() and (
                self._body_word(words, behind, at - 1) or words.lows[last : at - 1] in (["of"], ["for"])
            ):
                last = at  # the School | of Economics
        return last

    def _goes_on(self, words: Line, at: int) -> bool:
        """Whether a small word leads on to more of a name: "Fire | and Rescue Service"."""
        small = words.lows[at] in self.classes["small-in-name"] or words.lows[at] == "&"  # Lyon Department of Health
        return small and at + 1 < len(words.words) and words.words[at + 1][0].isupper()

    def _body_word(self, words: Line, behind: int, at: int) -> bool:
        """Whether a word of a name is one for a body, and the town's own: "Kabul | Police" are the land's, and "Oslo
        Police | Command" are its police."""
        low = words.lows[at]
        of_land = low in self.classes["state-head"] or (at == behind and low in self.atlas.heads)
        of_land = of_land or (low in self.classes["police-head"] and words.lows[at - 1] == "police")
        return low in self.classes["organisation"] and not of_land

    def _speaks(self, words: Line, first: int, last: int, core: int) -> bool:
        """Whether the body opens a phrase: by itself, or before who speaks for it."""
        opens = all(low in self.story.grammar.determiner for low in words.lows[:first])
        spokesman = words.lows[last:core]
        voices = self.classes["speaking-for"] | self.classes["leads"] | self.classes["government-office"]
        return opens and (not spokesman or spokesman[0] in OF or not voices.isdisjoint(spokesman))

    def _spoken_for(self, words: Line, first: int) -> bool:
        """Whether a body hangs on who speaks for it: "the deputy director for the | Oslo Fire Service"."""
        at = first - 1 - (words.lows[first - 1] in self.story.grammar.determiner) if first > 0 else -1
        voices = self.classes["speaking-for"] | self.classes["leads"] | self.classes["government-office"]
        if at < 1 or words.lows[at] not in OF:
            return False
        called = at > 1 and words.lows[at] == "of" and all(word[0].isupper() for word in words.words[:at])
        return called or not voices.isdisjoint(words.lows[:at])
