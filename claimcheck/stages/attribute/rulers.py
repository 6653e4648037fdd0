"""The name of who rules in, the land that he leads out: as a table has it, or as the article tells beside his name."""

from __future__ import annotations

import re
from functools import cached_property

from claimcheck.rules.attributions import Institution
from claimcheck.rules.world import Country, listed
from claimcheck.stages.attribute.atlas import called
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.memory import sound
from claimcheck.stages.attribute.personnames import PersonNames
from claimcheck.stages.attribute.wording import POSSESSIVES

_STATE = "AI01"
_JUST = 300  # characters
_MOST_MENTIONS = 60  # of a surname, that are looked at
_MANY_LEADERS = 8


class Rulers(PersonNames):
    """Knows which land somebody leads."""

    def _ruler(self, surname: str) -> Named | None:
        """Somebody told by surname alone whom the article calls "President Aliyev" elsewhere: the state he leads."""
        called_so = self._rulers.get(sound(surname))
        land = (self._led_by([surname], heads=True) or self._beside(called_so)) if called_so is not None else None
        return self._of(land, self._state) if land is not None else None

    @cached_property
    def _rulers(self) -> dict[str, str]:
        """The surnames that the article gives right behind the title of a ruler, by how they sound."""
        return {sound(hit[1]): hit[1] for hit in self.story.lexicon.ruling.finditer(self.story.text)}

    def _led_by(self, name: list[str], *, heads: bool) -> Country | None:
        """The country that a ruler so called has led, of those that the article names; of all, where his first name is
        told or he heads the state. Of two neither is meant."""
        given = called(name[:-1])
        led = self.atlas.led.get(sound(name[-1]), ())
        fits = {land.id: land for names, land in led if not given or names & given}
        near = {land.id: land for land in fits.values() if self.memory.names(land)}
        meant = list((near or (fits if given or heads else near)).values())
        return meant[0] if len(meant) == 1 else None

    def _told_to_lead(self, name: list[str]) -> Named | None:
        """Somebody who has led a land, where the article tells of "Peru's president" and of no other who led it."""
        land = self._led_by(name, heads=False)
        if land is None:
            return None
        others = {leader.split()[-1] for leader in listed(land.leaders)} - {name[-1]}
        told = any(self.story.text.find(other) >= 0 for other in others if sound(other) != sound(name[-1]))
        return self._of(land, self._state) if not told and self._rules_before(name[-1], land) else None

    def _rules_before(self, surname: str, land: Country) -> bool:
        """Whether an article that names somebody first has just told of who rules a land by the title alone."""
        named = self.story.text.find(surname)
        before = self.story.text[max(0, named - _JUST) : named]
        of_it = [*(re.escape(name) + "['’]s" for name in land.names), *map(re.escape, listed(land.demonyms))]
        titles = "|".join(sorted(title.replace("_", " ") for title in self.classes["ruling-title"]))
        return re.search(rf"\b(?:{'|'.join(of_it)}) (?:{titles})\b(?! [A-Z])", before) is not None

    @cached_property
    def _state(self) -> Institution:
        return next(one for entries in self.atlas.institutions.values() for _, one in entries if one.id == _STATE)

    def _country_beside(self, surname: str, offset: int) -> Country | None:
        """The country of a ruler, of whom an article that names no country beside him tells by the way."""
        memory = self.memory
        spoke = memory.speaking_country(offset)
        if spoke is not None and self._never_led(surname, spoke):
            spoke = memory.here(offset)  # a US spokesman spoke; President Berg of Chad, where it fell, goes on
        told = self._beside(surname) or self.memory.not_another(spoke, offset) or memory.home
        return told or memory.opening_state(offset) or memory.foremost or memory.last_country(offset)

    def _never_led(self, surname: str, land: Country) -> bool:
        """Whether none of a surname has led a land of which many are known who did."""
        leaders = listed(land.leaders)
        return len(leaders) >= _MANY_LEADERS and not any(sound(one.split()[-1]) == sound(surname) for one in leaders)

    def _beside(self, surname: str) -> Country | None:
        """The country named right before a surname anywhere in the article: "Azerbaijani President Ilham Aliyev"."""
        if surname not in self._told_beside:
            self._told_beside[surname] = self._search_beside(surname)
        return self._told_beside[surname]

    @cached_property
    def _told_beside(self) -> dict[str, Country | None]:
        return {}

    def _search_beside(self, surname: str) -> Country | None:
        text, at = self.story.text, -1
        for _ in range(_MOST_MENTIONS):
            at = text.find(surname, at + 1)
            if at < 0:
                break
            window = [s for s in self.memory.states_between(at - 50, at) if s.place.role in ("name", "adjective")]
            if window and self._titles_only(line(text, window[-1].start, at)):
                return window[-1].place.country
        return None

    def _titles_only(self, words: Line) -> bool:
        """Whether what stands between a country and a name can be a title: "Azerbaijani President Ilham | Aliyev"; not
        "Russia deploys dozens of boats - | Aliyev"."""
        grammar = self.story.grammar
        apart = grammar.verb | grammar.conjunction | grammar.relative | (grammar.preposition - {"of", "for"})
        past = any(low.endswith("ed") and "-" not in low for low in words.lows)  # Russia attacked | Aliyev
        plain = all(low in POSSESSIVES or low[0].isalnum() for low in words.lows)
        return plain and not past and apart.isdisjoint(words.lows)
