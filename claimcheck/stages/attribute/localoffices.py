"""The words for who rules a place within a state in, its authorities out: "the provincial governor", "a mayor"."""

from __future__ import annotations

from abc import ABC

from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line
from claimcheck.stages.attribute.officials import Officials


class LocalOffices(Officials, ABC):
    """Names those who hold an office in a place, and go by no name, after the state in which the place is."""

    def _described(self, words: Line, core: int, first: int = 0) -> Named:
        """Whoever is left: the authorities of a state, where a local office is told; else the words of the phrase."""
        return self._of_local_office(words, first, core) or super()._described(words, core, first)

    def _of_local_office(self, words: Line, first: int, core: int) -> Named | None:
        """ "The provincial governor", "the district administration"; not "the mayor of Larkin"."""
        begin = self._behind_determiners(words, first)
        if begin >= core or not self._holds_locally(words, begin, core):
            return None
        offset = words.starts[first]
        country = self.memory.here(offset) or self._ground(offset) or self.memory.happened_in(offset)
        if country is None or (country.union and not self._in_one_state(country)):
            return None
        return self._authorities_of(country)

    def _in_one_state(self, country: Country) -> bool:
        """Whether one state of a union is told of, and by no name of a capital or land: "Ohio"; not "Washington"."""
        region = self._region_of(country)
        return region is not None and match(self.atlas.places, region.split(), 0) is None

    def _holds_locally(self, words: Line, first: int, last: int) -> bool:
        """Whether small words are no more than an office that rules a place, or a state's body in one of its places."""
        lows = words.lows[first:last]
        offices, local, bodies = (self.classes[kind] for kind in ("local-office", "local", "local-body"))
        small = not any(word[0].isupper() for word in words.words[max(first, 1) : last])
        plain = small and all(low in offices | local | bodies | self.classes["state-voice-word"] for low in lows)
        return plain and not (offices.isdisjoint(lows) and (local.isdisjoint(lows) or bodies.isdisjoint(lows)))
