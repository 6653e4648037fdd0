"""The words for who rules a place within a state in, its authorities out: "the provincial governor", "a mayor"."""

from __future__ import annotations

from abc import ABC

from claimcheck.records import Source
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line
from claimcheck.stages.attribute.officials import Officials


class LocalOffices(Officials, ABC):
    """Names those who hold an office in a place, and go by no name, after the state in which the place is."""

    def _described(self, words: Line, core: int, first: int = 0) -> Named:
        """Whoever is left: the authorities of a state, where a local office is told; else the words of the phrase."""
        return (
            self._of_local_office(words, first, core)
            or self._of_states_body(words, first, core)
            or self._of_the_country(words, first, core)
            or super()._described(words, core, first)
        )

    def _of_states_body(self, words: Line, first: int, core: int) -> Named | None:
        """ "The state transport department", in small letters: the one state of a union that is told of; an officer who
        counts for himself by his office there, "the Ohio medical examiner"; not "state lawmakers"."""
        begin = self._behind_determiners(words, first)
        small = all(word.islower() for word in words.words[max(begin, 1) : core])
        bodies = self.classes["state-body"] | self.classes["state-officer"]
        if not small or words.lows[begin : begin + 1] != ["state"] or words.lows[core - 1] not in bodies:
            return None
        offset = words.starts[first]
        country = self._ground(offset) or self.memory.ground
        alone = country is not None and country.union and self._in_one_state(country, offset)
        if country is None or not alone:
            return None
        told = self._authorities_of(country, offset)
        if words.lows[core - 1] in self.classes["state-body"]:
            return told
        name = f"{told.sources[0].name.removesuffix(' government')} {self._plain(words, begin + 1, core)}"
        return told._replace(sources=(Source(name=name, kind="government", side=country.name),))

    def _of_the_country(self, words: Line, first: int, core: int) -> Named | None:
        """ "The country's private banking association", "the nation's largest union": by the land in which all takes
        place."""
        begin = self._behind_determiners(words, first)
        owned = words.lows[begin : begin + 2] in (["country", "'s"], ["nation", "'s"]) and begin + 2 < core
        country = self._ground(words.starts[first]) if owned else None
        plain = all(word.islower() for word in words.words[begin + 2 : core])
        if country is None or not plain or words.lows[begin + 2] in self.story.grammar.superlative:
            return None  # the country's largest union
        name = self._plain(words, begin + 2, core)
        kind = self._kind(words, core, begin + 2)
        return Named((Source(name=f"{country.adjective} {name}", kind=kind, side=country.name),), None, (country.id,))

    def _of_local_office(self, words: Line, first: int, core: int) -> Named | None:
        """ "The provincial governor", "the district administration"; not "the mayor of Larkin"."""
        begin = self._behind_determiners(words, first)
        if begin >= core or not self._holds_locally(words, begin, core):
            return None
        offset = words.starts[first]
        country = self.memory.here(offset) or self._ground(offset) or self.memory.happened_in(offset)
        if country is None or (country.union and not self._in_one_state(country, offset)):
            return None
        return self._authorities_of(country, offset)

    def _in_one_state(self, country: Country, offset: int) -> bool:
        """Whether one state of a union is told of, and by no name of a capital or land: "Ohio"; not "Washington"."""
        region = self._state_told(country, offset) or self._region_of(country)
        return region is not None and match(self.atlas.places, region.split(), 0) is None

    def _holds_locally(self, words: Line, first: int, last: int) -> bool:
        """Whether small words are no more than an office that rules a place, or a state's body in one of its places."""
        lows = words.lows[first:last]
        offices, local, bodies = (self.classes[kind] for kind in ("local-office", "local", "local-body"))
        small = not any(word[0].isupper() for word in words.words[max(first, 1) : last])
        plain = small and all(low in offices | local | bodies | self.classes["state-voice-word"] for low in lows)
        return plain and not (offices.isdisjoint(lows) and (local.isdisjoint(lows) or bodies.isdisjoint(lows)))
