"""The words for a body of a land that is no state in, its government out: "the enclave's health ministry"."""

from __future__ import annotations

from abc import ABC

from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.callings import Callings
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line

_SERVING = ("government", "forces")


class Held(Callings, ABC):
    """Names bodies by the land that the article has named, and by who holds it."""

    def _of_held_land(self, words: Line, core: int) -> Named | None:
        """ "The territory's ministry": of the land named last; "the Hamas-run ministry": of the land that is Hamas's.
        One that is run by others is theirs, and "a rebel-run ministry" of which no land is told no state's."""
        if not self._tells_held(words, core) or self._place(words, 0, core) is not None:
            return None
        institution = self._institution_at(words, 0, core)
        if institution is None or institution.kind not in _SERVING or self._of_own_name(words, core):
            return None
        holder = self._holder_of(words, core)
        if holder is not None:
            ruled = self.atlas.ruled.get(holder.sources[0].name)
            return self._of(ruled, institution) if ruled is not None else holder
        of_land = any(self._held_land(words, at) for at in range(core))
        land = self.memory.last_land(words.starts[0]) if of_land else None
        return self._of(land, institution) if land is not None else self._described(words, core)

    def _only_office(self, words: Line, core: int) -> Named | None:
        """ "The state department", "a Home Office spokesman": of the one country that has a body so called."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        found = match(self.atlas.offices, words.lows, first) if first < core else None
        behind = first + found[0] if found is not None else core
        told = self.classes["speaking-for"] | self.classes["person-title"]
        # "a | home office" is a room
        alone = (behind == core and words.lows[0] != "a") or (behind < core and words.lows[behind] in told)
        if found is None or not alone or behind > core or self._place(words, 0, core) is not None:
            return None
        institution = self._institution_at(words, first, behind) or self._state
        return self._of(found[1], institution)

    def _of_own_name(self, words: Line, core: int) -> bool:
        """Whether a body has a name of its own: "the Labour-run | Larkin Hill Council"; not "Civil Defence agency"."""
        charged = self.classes["state-charge"] | self.classes["state-body"] | self.atlas.heads
        small = (low in charged or not words.words[at][0].isupper() for at, low in enumerate(words.lows[1:core], 1))
        return not all(one or self._held_by(words, at) for at, one in enumerate(small, 1))

    def _tells_held(self, words: Line, core: int) -> bool:
        """Whether a land that is no state, or who holds it, stands beside the head of a phrase."""
        return any(self._held_by(words, at) or self._held_land(words, at) for at in range(core))

    def _held_by(self, words: Line, at: int) -> bool:
        """Whether a word tells who holds a land: "Hamas-run", "rebel-held"; not "state-run"."""
        low = words.lows[at]
        holder = next((low.removesuffix(held) for held in self.classes["held-ending"] if low.endswith(held)), "")
        return holder in self.classes["contested"] or (bool(holder) and self._armed(words.words[at]) is not None)

    def _armed(self, word: str) -> Named | None:
        """The party of the packs whose word opens "Hamas-run"."""
        known = self.atlas.actors.get(word[: word.rfind("-")], ())
        found = next((one for name, one in known if len(name) == 1 and one.source.kind == "party"), None)
        return Named((found.source,), None, (found.rule,)) if found is not None else None

    def _held_land(self, words: Line, at: int) -> bool:
        """Whether a word is a land's that is no state, and a body is its: "the enclave | 's", "in the | strip"."""
        if words.lows[at] not in self.classes["held-land"] or words.words[at][0].isupper():
            return False
        inside = at > 2 and words.lows[at - 1] == "the" and words.lows[at - 2] in OF
        return inside or words.lows[at + 1 : at + 2] == ["'s"]

    def _holder_of(self, words: Line, core: int) -> Named | None:
        held = (words.words[at] for at in range(core) if self._held_by(words, at))
        return next((found for word in held if (found := self._armed(word)) is not None), None)
