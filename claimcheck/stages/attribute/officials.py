"""Officials and police beside whom no state is named in, the state they serve out: "officials", "local police"."""

from __future__ import annotations

import re
from abc import ABC
from bisect import bisect_left
from functools import cached_property

from claimcheck.records import Source, Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.regional import Regional

_STATE = "AI01"
_POLICE = "AI04"
_WORD = r"(?!Police\b)[A-Z][a-z][\w'’-]*+"
_TOWN_POLICE = re.compile(rf"(?<![\w'’.-])({_WORD}(?:\s{_WORD}){{0,2}}+)\s([Pp])olice\b")
_BARE = 3  # words of "the separatists", and one more
_SERVING = ("government", "forces", "court")
_WITH_OFFICIALS = ("igo", "ngo", "agency", "party")


def _between(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of some offsets, in order, lies between two."""
    return bisect_left(offsets, start) < bisect_left(offsets, end)


class Officials(Regional, ABC):
    """Names those who serve a state by the one state in which all that the article tells takes place."""

    def _official(self, words: Line, core: int) -> Named | None:
        """ "Officials", "a senior disaster official", "local police chief Tom Roe", "Tom Roe, a police officer"."""
        role = self._role(words, core)
        if role is None:
            return None
        lows = words.lows[slice(*role)]
        institution = self._institution_at(words, *role)
        bare = role[1] - role[0] == 1 and lows[0] in self.classes["state-head"] - {"authorities"}
        if institution is None or bare or self._one_told_before(words, role):
            return None  # "the army": whose, is asked where more is known
        if lows == ["authorities"] and not self.memory.countries:
            return None  # where only Ohio is told of they may be a town's
        offset = words.starts[0]
        if not self.classes["breakaway"].isdisjoint(lows):
            apart = self.memory.breakaway
            return self._of(apart, self._state) if apart is not None else None
        local = not self.classes["local"].isdisjoint(lows)
        country = (self.memory.here(offset) if local else None) or self._ground(offset)
        country = self._union_told(offset) or country or self.memory.happened_in(offset)
        if country is None and "federal" in lows:
            country = self.memory.subject  # federal health officials
        if country is None and not self.classes["of-a-state"].isdisjoint(lows[:-1]):
            country = self._told_to_act(offset)
        if country is None:
            return None
        in_part = local or (country.union and "state" in lows) or self._of_a_state(country, lows, offset)
        if institution.id == _POLICE and country.union and "federal" not in lows:
            return self._police_of_union(country, lows) or self._of(country, institution)
        if not in_part or institution.id != _STATE:
            return self._of(country, institution)
        if self.classes["police-word"].isdisjoint(lows):
            return self._authorities_of(country, words.starts[0])
        behind = role[0] + self._police_at(lows)  # the state police | commissioner
        return self._of(country, self._institution_at(words, role[0], behind) or institution)

    def _told_to_act(self, offset: int) -> Country | None:
        """The one land that a sentence has do something before an offset: "Peru is ready to take 40, | a government
        official said"."""
        number = self.story.sentence_at(offset)
        tokens = self.story.line(number)
        phrases = Phrases(tokens, self.story.grammar)
        seen = {one.start: one.place.country for one in self.memory.seen_between(tokens.starts[0], offset)}
        acting = {
            seen[start].id: seen[start]
            for at, start in enumerate(tokens.starts[:-1])
            if start in seen and phrases.verb(at + 1) and not (phrases.reduced(at + 1) or tokens.lows[at - 1] in OF)
        }
        return next(iter(acting.values())) if len(acting) == 1 else None

    def _unplaced(self, words: Line, last: int, span: Span) -> Named | None:
        """ "The government": of the state in which all takes place, where the paragraph tells of no other; else of whom
        the paragraphs before make it likely."""
        alone = words.lows[:last] == ["the", "government"]
        country = self._ground(span[0]) if alone else None
        return self._of(country, self._state) if country is not None else super()._unplaced(words, last, span)

    def _row_of_officials(self, words: Line) -> Named | None:
        """ "Police and hospital officials", "security and medical sources": those who serve one state."""
        if "and" not in words.lows:
            return None
        first, last = self._behind_determiners(words, 0), len(words.lows)
        medical, joint = self.classes["medical-voice"], words.lows.index("and")
        serving = self.classes["state-voice"] | self.classes["state-voice-word"]
        halves = words.lows[first:joint], words.lows[joint + 1 : last]
        if not all(half and all(low in serving | medical for low in half) for half in halves):
            return None
        if not any(medical.isdisjoint(half) and not serving.isdisjoint(half[:1]) for half in halves):
            return None
        return self._state_here(words)

    def _official_figures(self, words: Line, core: int) -> Named | None:
        """ "Official figures", "the latest government tally", "a government emergency center": of the state in which
        all takes place, or the clause says so; of a union's state, where "state records" are told there."""
        first, last = self._behind_determiners(words, 0), self._figures_end(words, core)
        told = words.lows[first:last]
        states, apart = self.classes["of-a-state"], self.classes["of-a-count"]
        if states.isdisjoint(told) or any(word[0].isupper() for word in words.words[max(1, first) : last + 1]):
            return None
        figures = words.lows[last] in self.classes["figures"] and states.union(apart).issuperset(told)
        voices = self.classes["state-voice-word"]
        body = words.lows[last] in self.classes["state-body"] and "government" in told and voices.issuperset(told)
        if not (figures or body) or self._made_by_others(words, last):
            return None
        country = self._ground(words.starts[0]) or self.memory.happened_in(words.starts[0])
        if country is not None and country.union and "state" in told:
            return self._authorities_of(country, words.starts[0])
        return self._of(country, self._state) if country is not None else None

    def _figures_end(self, words: Line, core: int) -> int:
        """The last token of figures, before when they came out: "the official toll | released on Monday"."""
        at = next((k for k in range(1, core) if words.lows[k] in self.classes["made"]), core)
        return (at if words.lows[at - 1] in self.classes["figures"] else core) - 1

    def _made_by_others(self, words: Line, last: int) -> bool:
        """Whether figures are told to be made by a body of no state: "an official report | published by Oxfam"."""
        behind = words.lows[last + 1 :]
        made = len(behind) > 2 and behind[0] in self.classes["made"] and "by" in behind
        return made and self.classes["state-body"].isdisjoint(behind)

    def _state_here(self, words: Line) -> Named | None:
        """The state in which all takes place, or in which the clause says that something happened."""
        country = self._ground(words.starts[0]) or self.memory.happened_in(words.starts[0])
        return self._of(country, self._state) if country is not None else None

    def _police_of_land(self, words: Line, core: int) -> Named | None:
        """ "Superintendent of Police Tom Roe": of the state in which all takes place, where no town is named."""
        ranked = words.lows[:core] and words.lows[0] in self.classes["police-rank"] | self.classes["leads"]
        if not ranked or words.lows[1:3] != ["of", "police"]:
            return None
        country, institution = self._ground(words.starts[0]), self._institution_at(words, 2, 3)
        return self._of(country, institution) if country is not None and institution is not None else None

    def _police_of_union(self, country: Country, lows: list[str]) -> Named | None:
        """Police where each town and state has its own: "state police" of the state that the article names alone,
        others of the one town whose police it tells of."""
        region = self._region_of(country)
        if "state" in lows:
            name = f"{region} State Police" if region is not None else None
        else:
            towns = self._towns_with_police - {region}
            name = f"{next(iter(towns))} police" if len(towns) == 1 else None
        return Named((Source(name=name, kind="forces", side=country.name),), None, (_POLICE,)) if name else None

    @cached_property
    def _towns_with_police(self) -> frozenset[str]:
        """The names before "police" that are no land's, no title's and no common word's: "Varna police"."""
        found = (self._town(hit) for hit in _TOWN_POLICE.finditer(self.story.text))
        return frozenset(" ".join(town) for town in found if town and self._may_be_town(town))

    def _town(self, hit: re.Match[str]) -> list[str]:
        """The name before "police", without a word that has its capital only since it opens the sentence, or stands in
        a headline of capitals: "Armed police", "Armed | Varna police"; "Varna Police" is a name."""
        words, number = hit[1].split(), self.story.sentence_at(hit.start())
        if self.story.title_case(number):
            return words if self.story.proper.issuperset(words) else []
        opens = self.story.sentences[number].start == hit.start() and hit[2] == "p"
        if not opens or words[0] in self.story.proper or match(self.atlas.places, words, 0) is not None:
            return words
        return words[1:] if len(words) == 1 or self.story.proper.issuperset(words[1:]) else words

    def _may_be_town(self, town: list[str]) -> bool:
        placed = match(self.atlas.places, town, 0)
        land = placed is not None and placed[1].role not in ("city", "capital")
        return not land and not any(
            low in self.memory.function or low in self.classes["state-voice-word"] or low in self.story.lexicon.titles
            for low in map(str.lower, town)
        )

    def _police_at(self, lows: list[str]) -> int:
        """Behind the word for police: "the state police | commissioner"."""
        return max(at + 1 for at, low in enumerate(lows) if low in self.classes["police-word"])

    def _of_breakaway(self, words: Line, core: int) -> Named | None:
        """ "The breakaway region's leader", "the ministry of the self-proclaimed republic": of the one such."""
        lows, apart = words.lows, self.memory.breakaway
        told = any(
            low in self.classes["breakaway"] and self._of_land(lows, at + 1) for at, low in enumerate(lows[:core])
        )
        told = told or self._only_of_breakaway(lows, core) or self._ministry_of_breakaway(words, core)
        if not told or apart is None or not self.classes["own-voice"].isdisjoint(lows):
            return None
        institution = self._institution_at(words, 0, core)
        itself = lows[core - 1] in self.classes["breakaway-land"] and not any(low in OF for low in lows[:core])
        if institution is None or self._only_of_breakaway(lows, core):
            itself = itself or self._only_of_breakaway(lows, core)
            return self._of(apart, self._state) if itself else None
        return self._of(apart, institution) if institution.kind in _SERVING else None

    def _only_of_breakaway(self, lows: list[str], core: int) -> bool:
        """Whether those who broke away are meant, and no part of them: "the | separatists"."""
        return core < _BARE and lows[core - 1] in self.classes["breakaway-people"]

    def _ministry_of_breakaway(self, words: Line, core: int) -> bool:
        """ "The separatist | health ministry": a body of a state by its last word, with what it is charged with."""
        at = next((k for k in range(core) if words.lows[k] in self.classes["breakaway"]), core)
        return at + 1 < core and words.lows[core - 1] in self.classes["state-body"] and "of" not in words.lows[:core]

    def _of_people_there(self, words: Line, core: int) -> Named | None:
        """ "The Armenian authorities of Nagorno-Karabakh", "ethnic Armenian officials": of the land that broke away in
        which a people lives, and not of the state that is that people's."""
        people = next((k for k in range(core) if match(self.atlas.places, words.words, k) is not None), 0)
        ethnic = people > 0 and words.lows[people - 1] == "ethnic"
        land = self._land_behind(words, people + 1) or (self.memory.breakaway if ethnic else None)
        institution = self._institution_at(words, 0, core) if land is not None else None
        if land is None or institution is None or institution.kind not in _SERVING:
            return None
        return self._of(land, institution)

    def _land_behind(self, words: Line, first: int) -> Country | None:
        """The land that broke away whose somebody is told to be, by a word of another land before it."""
        for at in range(max(first, 1), len(words.words) - 1):
            placed = match(self.atlas.places, words.words, at + 1) if words.lows[at] == "of" else None
            if placed is not None and placed[1].country.status == "unrecognised":
                own = match(self.atlas.places, words.words, first - 1)
                return placed[1].country if own is not None and own[1].country != placed[1].country else None
        return None

    def _of_land(self, lows: list[str], at: int) -> bool:
        """Whether a word for a land that broke away follows, or for who rules it: "the separatist | leader"."""
        found = match(self.atlas.institutions, lows, at) if at < len(lows) else None
        return at < len(lows) and (
            lows[at] in self.classes["breakaway-land"] or (found is not None and found[1].id == _STATE)
        )

    def _ground(self, offset: int) -> Country | None:
        """The state in which all takes place, where nobody contests it, and the paragraph up to an offset tells of no
        other and of no body whose officials may be meant."""
        country = self.memory.ground
        if country is None or self._contested:
            return None
        start = self.story.sentences[self.story.opening(self.story.sentence_at(offset))].start
        others = any(_between(told, start, offset) for told in (self._elsewhere, self._with_officials))
        return None if others else country

    @cached_property
    def _elsewhere(self) -> list[int]:
        """Where the article tells of another country than that in which all takes place."""
        ground, seen = self.memory.ground, self.memory.seen_between(0, len(self.story.text))
        return [one.start for one in seen if ground is None or one.place.country.id != ground.id]

    @cached_property
    def _with_officials(self) -> list[int]:
        """Where bodies of the packs are named that are no outlets and no state's."""
        words = line(self.story.text, 0, len(self.story.text))
        found = ((at, self._actor(words, at, len(words.words))) for at in range(len(words.words)))
        return [words.starts[at] for at, hit in found if hit is not None and hit[1].source.kind in _WITH_OFFICIALS]

    @cached_property
    def _contested(self) -> bool:
        """Whether the article tells of others who rule there: rebels, a regime."""
        return any(low in self.classes["contested"] for low in line(self.story.text, 0, len(self.story.text)).lows)

    def _role(self, words: Line, core: int) -> tuple[int, int] | None:
        """Where a speaker is told as one who serves a state, by nothing but small words for that; a name may follow,
        or stand before with a comma."""
        first = self._behind_determiners(words, 0)
        last = self._role_end(words, first, core)
        if last > first:
            called = last < core and words.words[last][0].isupper() and self._name(words, core, last) is not None
            return (first, last) if last == core or called or self._where(words, last, core) else None
        if core + 1 >= len(words.lows) or words.lows[core] != "," or self._name(words, core) is None:
            return None
        first = self._behind_determiners(words, core + 1)
        last = self._role_end(words, first, len(words.lows))
        closes = last == len(words.lows) or words.lows[last] == "," or self._where(words, last, len(words.lows))
        return (first, last) if last > first and closes else None

    def _behind_determiners(self, words: Line, first: int) -> int:
        grammar = self.story.grammar
        while first < len(words.lows) and (
            words.lows[first] in grammar.determiner or words.lows[first] in grammar.quantifier
        ):
            first += 1
        return first

    def _role_end(self, words: Line, first: int, core: int) -> int:
        """Behind the words for somebody who serves a state; where they begin, if they do not tell of such a one."""
        voices, more = self.classes["state-voice"], self.classes["state-voice-word"] | self.classes["local"]
        at, voice = first, False
        while at < core and (words.words[at][0].islower() or at == 0):
            if words.lows[at] in voices:
                voice = True
            elif words.lows[at] not in more and words.lows[at] not in self.classes["breakaway"]:
                break
            at += 1
        return at if voice else first

    def _where(self, words: Line, first: int, last: int) -> bool:
        """Whether what hangs on a speaker tells only where or when: "in the region", "at one point"."""
        if first + 1 >= last or words.lows[first] not in OF:
            return False
        inside = words.lows[self._behind_determiners(words, first + 1) : last]
        small = all(word[0].islower() for word in words.words[first:last])
        return small and bool(inside) and inside[-1] in self.classes["place-word"]

    def _one_told_before(self, words: Line, role: tuple[int, int]) -> bool:
        """Whether it is "the official", of whom more was told before."""
        return (
            words.lows[0] in ("the", "this", "that")
            and role == (1, 2) == (1, len(words.lows))
            and (words.lows[1] in self.classes["anonymous"])
        )
