"""The words for who serves a part of a state in, its authorities out: "Ohio officials", "state police in Ohio"."""

from __future__ import annotations

import re
from abc import ABC
from collections import Counter
from functools import cached_property

from claimcheck.records import Source
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Place, match
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.held import Held
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line

_LONGEST = 3  # words of a region's name


class Regional(Held, ABC):
    """Names those who serve a state's part, or a state in one of its places."""

    def _of_region(self, words: Line, core: int) -> Named | None:
        """ "Ohio health officials", "authorities in Ohio", "the Ohio government": of the region that is named."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        size = self._region_at(words, first)
        if size and first + size == core and self._state_alone(words, first, core):
            return self._authorities(words, first, core)
        if size and first + size < core:
            told = words.lows[first + size : core]
            told = told[1:] if told[0] == "'s" else told
            return self._authorities(words, first, first + size) if self._serves(told) else None
        at = next((k for k in range(first + 1, core - 1) if words.lows[k] in OF), core)
        size = self._region_at(words, at + 1) if at < core else 0
        whole = size and at + 1 + size == core
        return self._authorities(words, at + 1, core) if whole and self._serves(words.lows[first:at]) else None

    def _state_alone(self, words: Line, first: int, last: int) -> bool:
        """Whether a name is a union's state and nobody's: "Ohio | reported 40"; not "Virginia", of Virginia Roe."""
        name = words.words[first:last]
        union = " ".join(name) in self.atlas.federated and first == 0 and not self._land(words, first)
        return union and (len(name) > 1 or self.memory.first_full(name[0]) is None) and not self._given(name[0])

    def _given(self, name: str) -> bool:
        """Whether a word is a first name, or the article has it before a surname."""
        known = name.lower() in self.classes["female-name"] | self.classes["male-name"]
        return known and re.search(rf"\b{re.escape(name)}\s[A-Z]", self.story.text) is not None

    def _serves(self, told: list[str]) -> bool:
        """Whether words tell of nothing but somebody who serves a state: "senior health officials"."""
        voices, more = self.classes["state-voice"], self.classes["state-voice-word"] | self.classes["local"]
        plain = bool(told) and told[-1] in voices - self.classes["police-word"]
        return plain and all(low in voices or low in more for low in told)

    def _region_at(self, words: Line, at: int) -> int:
        """How many words of a region's name begin at a token: "West Virginia"; 0: none."""
        for size in range(_LONGEST, 0, -1) if at < len(words.words) and not self._land(words, at) else ():
            name = words.words[at : at + size]
            told = " ".join(words.lows[at : at + size]) in self.classes["region"]
            if told and len(name) == size and all(word[0].isupper() for word in name):
                return size
        return 0

    def _land(self, words: Line, at: int) -> bool:
        """Whether a region is a land of the packs too, with a government of its own, and is meant so."""
        placed = match(self.atlas.places, words.words, at)
        return placed is not None and (words.words[at] not in self.atlas.federated or self._land_named(placed[1]))

    def _land_named(self, place: Place) -> bool:
        """Whether a word is a city's, or a land's of which the article tells: "Georgia", where it tells of Tbilisi."""
        return place.role != "name" or self.memory.names(place.country)

    def _authorities(self, words: Line, first: int, last: int) -> Named:
        name = " ".join(words.words[first:last])
        union = self.atlas.federated.get(name)
        kind = "government" if union is not None else "authorities"
        side = union.name if union is not None else None
        return Named((Source(name=f"{name} {kind}", kind="government", side=side),), None, ("AW37",))

    def _authorities_of(self, country: Country, offset: int) -> Named:
        """Those of a state in one of its places; of a union the government of the state that the sentence, or else the
        article, names alone."""
        region = self._state_told(country, offset) or self._region_of(country)
        own = "government" if country.status == "unrecognised" else "authorities"  # it is all that it rules
        name = f"{region} government" if region is not None else f"{country.adjective} {own}"
        return Named((Source(name=name, kind="government", side=country.name),), None, ("AW154", country.id))

    def _of_a_state(self, country: Country, lows: list[str], offset: int) -> bool:
        """Whether officials of whom no more is told serve a union's state: the sentence names one alone, or the article
        one more often than the union's government."""
        if "federal" in lows or "national" in lows or not self._states_of(country):
            return False
        told = self._state_told(country, offset) is not None
        return told or max(self._states_of(country).values()) > self._of_union

    def _state_told(self, country: Country, offset: int) -> str | None:
        """The one state of a union in which the sentence at an offset says that something happened, if nothing of the
        union's government is told there: "40 died in Ohio, | officials said"; not "two Ohio lawmakers came"."""
        sentence = self.story.sentences[self.story.sentence_at(offset)]
        text = self.story.text[sentence.start : sentence.end]
        if not self.classes["of-the-union"].isdisjoint(re.findall(r"[a-z]+", text.lower())):
            return None
        spans = {name: hit for hit in self.atlas.state_of_union.finditer(text) if (name := " ".join(hit[0].split()))}
        named = {name: hit for name, hit in spans.items() if self._states_of(country)[name]}
        one = next(iter(named)) if len(named) == 1 else None
        return one if one is not None and self.story.lexicon.in_state.search(text, 0, named[one].start()) else None

    def _union_told(self, offset: int) -> Country | None:
        """The union in whose one state the sentence at an offset says that something happened, where it names no other
        land."""
        sentence = self.story.sentences[self.story.sentence_at(offset)]
        found = self.atlas.state_of_union.findall(self.story.text, sentence.start, sentence.end)
        unions = {one.id: one for one in (self.atlas.federated[" ".join(name.split())] for name in found)}
        union = next(iter(unions.values())) if len(unions) == 1 else None
        if union is None or self._state_told(union, offset) is None:
            return None
        seen = self.memory.seen_between(sentence.start, sentence.end)
        return union if all(one.place.country.id == union.id for one in seen) else None

    @cached_property
    def _of_union(self) -> int:
        """How often the article tells of the government of a union."""
        words = re.findall(r"[a-z]+", self.story.text.lower())
        return sum(word in self.classes["of-the-union"] for word in words)

    def _region_of(self, country: Country) -> str | None:
        """The state of a union that the article names far more often than any other."""
        (first, most), (_, second) = [*self._states_of(country).most_common(2), (None, 0), (None, 0)][:2]
        return first if most > 2 * second else None

    def _states_of(self, country: Country) -> Counter[str | None]:
        """The states of a union that the article names, and how often; a province of another land is none."""
        if country.id not in self._states:
            found = self.atlas.state_of_union.findall(self.story.text) if country.union else []
            named = [name for name in map(" ".join, map(str.split, found)) if not self._elsewhere_too(name, country)]
            self._states[country.id] = Counter(name for name in named if self.atlas.federated[name].id == country.id)
        return self._states[country.id]

    def _elsewhere_too(self, name: str, country: Country) -> bool:
        """Whether a state's name is rather a capital's, or another land's: "Washington", "Georgia"."""
        placed = match(self.atlas.places, [name], 0)
        if placed is None or placed[1].role == "capital":
            return placed is not None
        return placed[1].country.id != country.id and self._land_named(placed[1])

    @cached_property
    def _states(self) -> dict[str, Counter[str | None]]:
        """The states that the article names, by their country's id: filled as they are asked for."""
        return {}
