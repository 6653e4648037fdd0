"""The words for a body in, its canonical source out: a country's ministry, a police force, whoever is left."""

from __future__ import annotations

from claimcheck.records import Source, Span
from claimcheck.rules.attributions import Institution
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Place, match
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import KnownNames, Named
from claimcheck.stages.attribute.line import Line, line

_BEHIND = 24  # characters of a verb of saying, up to whom it tells of
_REBELS = "AI09"
_OF_STATE = ("AI06", "AI3940")  # a state's media, and its television
_SPOT = 4  # tokens of a speaker with a place that has no name: "sources in the town"
_GUILD = 2  # words between the members of a guild and what it is called: "Doctors' Trade Union"


class Bodies(KnownNames):
    """Names what is no person."""

    def _society(self, words: Line, first: int, last: int) -> Named | None:
        """A national Red Cross or Red Crescent."""
        placed = self._place(words, first, last)
        institution = self._institution_at(words, first, last) if placed is not None else None
        if placed is None or institution is None or institution.kind != "ngo":
            return None
        return self._of(placed[1].country, institution)

    def _guild(self, words: Line, core: int) -> Named | None:
        """A body of people of one trade, by its own name: "Peru's Central Committee of Doctors", "the Peruvian Doctors'
        Union"; not the committee of a state."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        owner = next((k for k in range(first + 1, core - 1) if words.lows[k] == "'s" and self._tells_land(words, k)), 0)
        first = owner + 1 if owner else first
        members = next((k for k in range(first, core) if words.lows[k] in self.classes["guild-member"]), core)
        end = next(
            (k for k in range(members + 1, core - 1) if words.lows[k] in OF and self._tells_land(words, k + 2)), core
        )
        behind = [low for low in words.lows[members + 1 : end] if low[0].isalpha()]
        opens = [k for k in range(first, members) if words.lows[k] in self.classes["guild"]]
        named = behind[-1:] if behind else [words.lows[k] for k in opens if self._joins_members(words, k, members)]
        fits = members < core and words.words[members][0].isupper() and not self.classes["guild"].isdisjoint(named)
        if not fits or len(behind) > _GUILD or any(low in OF for low in behind):
            return None
        placed = self._place(words, 0, core)
        side = placed[1].country.name if placed is not None and placed[1].role != "city" else None
        return Named((Source(name=self._plain(words, first, core), kind="agency", side=side),))

    def _joins_members(self, words: Line, at: int, members: int) -> bool:
        """Whether no more than a land stands between a union and its members: "Union | of Peruvian | Doctors"."""
        between = words.lows[at + 1 : members]
        land = between[1:] == [] or (len(between) < _GUILD + 2 and words.words[at + 2][0].isupper())
        return between[:1] in (["of"], ["for"]) and land

    def _tells_land(self, words: Line, at: int) -> bool:
        """Whether a possessive is a land's: "Peru | 's"."""
        return at > 0 and match(self.atlas.places, words.words, at - 1) is not None

    def _institution_at(self, words: Line, first: int, last: int) -> Institution | None:
        """The institution whose words come last: the head of the phrase; of "the army's chief spokesman" the army, of
        "rebel commanders" and "a commander of the rebels" these."""
        best, at, voices = None, first, self.classes["speaking-for"]
        while at < last:
            if words.lows[at] in ("of", "for", "in", "at", "on") and best is not None:
                led = self._institution_at(words, at + 1, last) if words.lows[at] == "of" else None
                return led if led is not None and led.id == _REBELS and best.kind == "forces" else best
            found = match(self.atlas.institutions, words.lows, at)
            over_all = words.lows[at] == "general" and words.lows[at + 1 : at + 2]  # General Manager Ana Berg
            fits = found is not None and at + found[0] <= last
            fits = fits and not (over_all and over_all[0] in self.classes["general-of-all"])
            if best is not None and fits and words.lows[at] in voices:
                at += 1
                continue
            theirs = best is not None and best.id == _REBELS and found is not None and found[1].kind == "forces"
            best = found[1] if found is not None and fits and not theirs else best
            at += found[0] if found is not None and fits else 1
        return best

    def _institution(self, words: Line, first: int, last: int) -> Named | None:
        """A country's ministry, army, police, court: named after the country's adjective."""
        placed = self._place(words, first, last)
        if placed is None or placed[1].role == "city":
            return None
        institution = self._institution_at(words, first, last)
        opens = placed[1].role == "adjective" and self._own_body(words, placed[0], last)
        own = opens or self._own_body(words, first, last) or self._about_others(words, *placed, last)
        if own or institution is None or any(low in self.classes["own-voice"] for low in words.lows[first:last]):
            return self._opposition(words, placed[1].country, first, last)
        outlet = self._own_outlet(words, placed[0], last) if institution.kind == "media" else None
        outlet = outlet or self._news_agency(words, placed[1].country, first, last)
        return outlet or self._of(placed[1].country, institution)

    def _news_agency(self, words: Line, country: Country, first: int, last: int) -> Named | None:
        """ "Peru's state news agency", by its own name."""
        state = not self.classes["before-state-agency"].isdisjoint(words.lows[first : last - 2])
        found = match(self.atlas.actors, [*country.agency.split(), ""], 0) if country.agency else None
        told = state and words.lows[last - 2 : last] == ["news", "agency"]
        return Named((found[1].source,), None, (found[1].rule, country.id)) if told and found is not None else None

    def _own_outlet(self, words: Line, at: int, last: int) -> Named | None:
        """An outlet by its own name between a land and the word for one: "the Lebanon-based | Larkin TV", "Iran's |
        Larkin news agency", "the Chilean | Larkin Daily"; not so "Chilean State Television"."""
        outlets = self.classes["outlet-word"] | self.classes["outlet-ending"]
        first = at + (match(self.atlas.places, words.words, at) or (1,))[0]
        first += words.lows[first : first + 1] == ["'s"]
        behind = next((k for k in range(first, last) if words.words[k][0].islower()), last)
        noun = next((k for k in range(first, last) if words.lows[k] in outlets), behind)
        named = (
            first < noun <= behind
            and noun < last
            and self.classes["speaker-modifier"].isdisjoint(words.lows[first:noun])
        )
        if not named or not outlets.issuperset(words.lows[noun:last]):
            return None
        sources = (Source(name=one.name, kind="media") for one in self._described(words, last, first).sources)
        return Named(tuple(sources))

    def _own_body(self, words: Line, first: int, last: int) -> bool:
        """Whether a phrase is the name of a body that is no state's: "the | Chilean Olympic Committee"."""
        head = self._head(words, last, first)
        organised = words.lows[head] in self.classes["organisation"] - self.atlas.heads
        return words.words[head][0].isupper() and (organised or self._no_states(words, first, head))

    def _about_others(self, words: Line, at: int, place: Place, last: int) -> bool:
        """Whether a land tells of what a body with a name is for: "the Commission on the Theft of | Peruvian Art"."""
        behind = words.words[at + 1 : at + 2] if at + 1 < last else []
        hangs = at > 2 and words.lows[at - 1] == "of" and "on" in words.lows[:at]
        capital = bool(behind) and behind[0][0].isupper()
        return place.role == "adjective" and hangs and capital and self._institution_at(words, at + 1, last) is None

    def _no_states(self, words: Line, first: int, head: int) -> bool:
        """Whether a council or committee is of those who make no state: "the Muslim | Council", "Olympic Committee"."""
        council = words.lows[head] in self.classes["council"]
        those = (*words.lows[first:head], *words.lows[head + 1 : head + 3])  # the Council of Churches of Chile
        own = council and head > first + 1 and words.lows[head - 1] in self.classes["of-a-people"]
        return own or (council and not self.classes["no-state-council"].isdisjoint(those))

    def _opposition(self, words: Line, country: Country, first: int, last: int) -> Named | None:
        if "opposition" in words.lows[first:last] and not any(
            word[0].isupper() and match(self.atlas.places, [word], 0) is None for word in words.words[first + 1 : last]
        ):
            return Named(
                (Source(name=f"{country.adjective} opposition", kind="party", side=country.name),), None, ("AI08",)
            )
        return None

    def _of(self, country: Country, institution: Institution) -> Named:
        """An institution of a country; who holds an unrecognised one speaks for its army too, and is its rebels."""
        if country.status == "unrecognised" and (institution.kind == "forces" or institution.id == _REBELS):
            institution = next(i for entries in self.atlas.institutions.values() for _, i in entries if i.id == "AI01")
        source = Source(
            name=institution.source.format(country.adjective),
            kind=institution.kind,
            side=country.name,
        )
        return Named((source,), None, (institution.id, country.id))

    def _country(self, words: Line, first: int, last: int) -> Named | None:
        """The country itself, its capital or another word for its government."""
        placed = self._place(words, first, last)
        if placed is None:
            return None
        at, place = placed
        if self._so_called(words, at, last):
            return None
        if words.lows[last - 3 : last : 2] == ["for", "part"]:
            last -= 3  # "Kenya for its part said"
        rest = [low for k, low in enumerate(words.lows[first:last], first) if low not in self.story.grammar.determiner]
        named = match(self.atlas.places, words.words, at)
        size = named[0] if named else 1
        if place.role == "people":
            return Named(
                (Source(name=words.words[at], kind="collective", side=place.country.name),), None, (place.country.id,)
            )
        spoken = place.role in ("name", "capital", "metonym") and len(rest) - size <= (1 if "'s" in rest else 0)
        alone = place.role == "adjective" and first + 1 == last  # "Chadian | claims that 40 died"
        firm = self.memory.firms.begun(words.words[at]) if alone else None
        if firm is not None:
            return Named((Source(name=firm, kind="agency"),))
        if spoken or alone:
            source = Source(name=f"{place.country.adjective} government", kind="government", side=place.country.name)
            return Named((source,), None, (place.country.id,))
        return None

    def _so_called(self, words: Line, at: int, last: int) -> bool:
        """Whether a country's word is a person's here: "Jordan" after "Jim Jordan", "Jordan, a lawmaker"."""
        if last - at > 1:
            return False
        hung = words.lows[last + 1 : last + 4] if words.lows[last : last + 1] == [","] else []
        called = any(low in self.classes["own-voice"] or low in self.classes["anonymous"] for low in hung)
        return called or self.memory.person_called(words.words[at])

    def _police(self, words: Line, core: int) -> Named | None:
        """Police, with the town that is named before them; a department of police by its name."""
        if "police" not in words.lows[:core]:
            return None
        at = words.lows.index("police")
        department = words.words[at + 1 : at + 2] if words.words[at][0].isupper() and at + 1 < core else []
        if (
            at > 0
            and department
            and department[0][0].isupper()
            and department[0].lower() in self.classes["organisation"] - self.classes["police-head"]
        ):
            named = self._plain(words, self._name_begins(words, at), at + 2)
            return Named((Source(name=named, kind="forces"),), None, ("AI04",))
        begin = self._name_begins(words, at)
        joined = 1 < begin < at and words.lows[begin - 1] == "and" and words.words[begin - 2][0].isupper()
        begin = self._name_begins(words, begin - 1) if joined else begin  # Devon and Cornwall Police
        town = "".join(f"{word} " for word in words.words[begin:at]) or self._town_behind(words, at, core)
        return Named((Source(name=f"{town}police", kind="forces"),), None, ("AI04",))

    def _town_behind(self, words: Line, at: int, core: int) -> str:
        """The town that hangs on its police: "police in | Varna"; of a land they are its own."""
        town = words.words[at + 2 : core]
        hangs = at + 2 < core <= at + 5 and words.lows[at + 1] in ("in", "of") and words.words[at].islower()
        placed = match(self.atlas.places, words.words, at + 2) if hangs else None
        land = placed is not None and placed[1].role not in ("city", "capital")
        return " ".join((*town, "")) if hangs and not land and all(word[0].isupper() for word in town) else ""

    def _name_begins(self, words: Line, at: int) -> int:
        """Where the capital words begin that go before a token."""
        while at > 0 and words.words[at - 1][0].isupper() and words.lows[at - 1] not in self.memory.function:
            at -= 1
        return at

    def _unplaced(self, words: Line, last: int, span: Span) -> Named | None:
        """ "The ministry", "the country's army", "authorities": of the country the article speaks of."""
        lows = [low for low in words.lows[:last] if low not in ("the", "its", "their", "his", "her")]
        if lows and (found := self._state_media(words, last, span)) is not None:
            return found
        if not lows or any(word[0].isupper() for word in words.words[1:last]) or lows[0] in self.classes["no-longer"]:
            return None  # the former president
        possessed = lows[:2] in (["country", "'s"], ["nation", "'s"])
        lows = lows[2:] if possessed else lows
        owned = possessed or words.lows[last : last + 1] == ["there"]  # the health ministry there
        lows = lows[: lows.index("of")] if "of" in lows[1:] else lows
        institution = self._institution_at(line(" ".join(lows), 0, len(" ".join(lows))), 0, len(lows)) if lows else None
        if institution is None:
            return None
        definite = words.lows[0] in ("the", "its", "their") or lows == ["authorities"]
        label = not owned and not definite and self.story.headline(self.story.sentence_at(span[0]))
        if not owned and (not (definite or label) or len(lows) > 3 or institution.kind not in ("government", "forces")):
            return None
        if institution.id == "AI04" and not owned:
            return None
        told = len(self.story.text) if label else span[0]  # "Ombudsman: 12 killed": whose, the text tells
        country = (self.memory.heading_land(span[0]) or self.memory.own_side) if label else None
        country = None if owned else country or self.memory.country_of_office(lows[-1], told)
        if country is None and not owned and (label or lows[-1] not in self.classes["state-head"]):
            return None
        if len(lows) > 1 and not owned:  # "Mali said so. The defence ministry added"
            country = self.memory.speaking_country(span[0], 1) or country
        country = country or (
            self.memory.last_country(span[0])
            if owned
            else self.memory.speaking_country(span[0]) or self.memory.at_issue
        )
        if country is not None and not owned and lows[-1] in self.classes["on-the-spot"]:
            country = self.memory.here(span[0]) or self._struck(country, span[0])
        if words.lows[0] in ("its", "their"):
            country = self.memory.opening_land(span[0]) or self._other_than_told(country, span)
        return self._of(country, institution) if country is not None else None

    def _struck(self, country: Country, offset: int) -> Country | None:
        """Whose authorities tell what was struck: of the land where it lies; of "Russian shelling in Kherson" they are
        not Russia's."""
        if not self.memory.only_strikes(country, offset):
            return country
        there = self.memory.here(offset) or self.memory.ground
        return there if there is not None and there.id != country.id else None

    def _state_media(self, words: Line, last: int, span: Span) -> Named | None:
        """ "State television": of the country whose state media were named before, or that the article is about."""
        first = int(words.lows[0] == "the")
        found = match(self.atlas.institutions, words.lows, first)
        if found is None or found[1].id not in _OF_STATE or first + found[0] != last:
            return None
        shown = self.memory.country_of_office(words.words[last - 1], span[0]) or self.memory.only
        return self._of(shown, found[1]) if shown is not None else None

    def _other_than_told(self, country: Country | None, span: Span) -> Country | None:
        """Whose ministry "its ministry" is where it tells of another state: "its ministry said Mali | had struck"."""
        sentence = self.story.sentences[self.story.sentence_at(span[0])]
        behind = self.memory.states_between(span[1], min(sentence.end, span[1] + _BEHIND))
        told = behind[0].place if behind else None
        if country is None or told is None or told.role != "name" or told.country.id != country.id:
            return country
        before = reversed(self.memory.states_between(0, span[0]))
        return next((seen.place.country for seen in before if seen.place.country.id != country.id), country)

    def _collective(self, words: Line, first: int, last: int) -> Named | None:
        if words.lows[last - 1] in self.classes["collective"] or (
            " ".join(words.lows[max(first, last - 2) : last]) in self.classes["collective"]
        ):
            return Named((Source(name=self._plain(words, first, last), kind="collective"),), None, ("AW26",))
        return None

    def _strong(self, words: Line, first: int, last: int) -> Named | None:
        """A source that needs no guess: known by name, of a country, or a collective."""
        if first >= last:
            return None
        return (
            self._known(words, first, last)
            or self._institution(words, first, last)
            or self._country(words, first, last)
            or self._collective(words, first, last)
        )

    def _described(self, words: Line, core: int, first: int = 0) -> Named:
        """Whoever is left: by the words of the phrase itself."""
        lows = words.lows
        if (
            core > 1
            and words.words[core - 2].isupper()
            and len(words.words[core - 2]) > 1
            and lows[core - 1] in (self.classes["organisation"])
        ):
            core -= 1  # the CGT union
        core = self._before_topic(words, first, self._before_town(words, first, core))
        core = self._before_spot(words, first, core)
        first = self._behind_title(words, first, core)
        first = self._behind_count(words, self._behind_band(words, first, core), core)
        name = self._plain(words, first, core)
        kind = self._kind(words, core, first)
        alike = self._alike(name) if kind == "agency" else None
        if alike is not None:
            return alike
        placed = self._place(words, first, core)
        side = placed[1].country.name if placed is not None and placed[1].role != "city" else None
        if placed is not None and "'s" in lows[first:core] and words.words[self._head(words, core, first)][0].isupper():
            name = self._plain(words, lows.index("'s", first) + 1, core)
        return Named((Source(name=name or self.story.text[words.starts[0] : words.ends[-1]], kind=kind, side=side),))

    def _before_town(self, words: Line, first: int, core: int) -> int:
        """Where a body's name ends before the place that it is in: "Larkin Hospital | in Varna"."""
        at = next((k for k in range(core - 2, first + 1, -1) if words.lows[k] == "in"), core)
        name = words.words[first + (words.lows[first] == "the") : at]
        named = at < core and all(word[0].isupper() or word == "'s" for word in name)
        placed = all(word[0].isupper() for word in words.words[at + 1 : core])
        return at if named and placed and words.lows[at - 1] in self.classes["body-somewhere"] else core

    def _before_topic(self, words: Line, first: int, core: int) -> int:
        """Where those who have no name end before what they know of or which side they are on: "an economist | on wage
        issues", "military sources | on both sides"."""
        at = next((k for k in range(first + 1, core - 1) if words.lows[k] == "on"), core)
        if at == core or not all(word.islower() for word in words.words[first + 1 : at]):
            return core
        return at if self._kind(words, at, first) in ("collective", "anonymous") else core

    def _before_spot(self, words: Line, first: int, core: int) -> int:
        """Where those who have no name end before a place that has none: "medical sources | in the town"."""
        if core - first < _SPOT or words.lows[core - 1] not in self.classes["spot"]:
            return core
        back = (core - 3, core - 4)  # at the | site, in the besieged | town
        at = next((k for k in back if k > first and words.lows[k] in self.classes["at-a-spot"]), core)
        small = at < core and all(word.islower() for word in words.words[at:core])
        there = small and words.lows[at + 1] in self.story.grammar.determiner
        return at if there and self._kind(words, at, first) in ("collective", "anonymous") else core

    def _behind_count(self, words: Line, first: int, core: int) -> int:
        """Behind how many they are who have no name: "two | rebel groups", "one | city hospital"; not "One Nation",
        "two of them", "two people familiar with it"."""
        told = first + 1 < core and words.lows[first] in self.classes["small-count"]
        small = told and all(word.islower() for word in words.words[first + 1 : core])
        plain = small and self.story.grammar.preposition.isdisjoint(words.lows[first + 1 : core])
        return first + 1 if plain else first

    def _behind_band(self, words: Line, first: int, core: int) -> int:
        """Where those begin who are told as a band: "a group of | rights experts"."""
        at = first + (words.lows[first] in self.story.grammar.determiner)
        band = (
            words.lows[at : at + 1] and words.lows[at] in self.classes["band"] and words.lows[at + 1 : at + 2] == ["of"]
        )
        people = any(low in self.classes["collective"] for low in words.lows[at + 2 : core])
        return at + 2 if band and people else first

    def _behind_title(self, words: Line, first: int, core: int) -> int:
        """Where a full name begins behind a title in small letters: "head of Mali's office | Ali Traore"."""
        if core - first < 4 or not all(word[0].isupper() for word in words.words[core - 2 : core]):
            return first
        grammar = self.story.grammar
        titles = ("leads", "person-title", "anonymous", "kin", "of-a-body")
        titled = any(words.lows[first] in self.classes[kind] for kind in titles)
        several = words.lows[first + 1 : core - 2] == ["of", words.lows[core - 3]]  # mother of two
        plain = several or words.lows[core - 3] not in self.memory.function
        small = words.words[core - 3].islower() and plain and words.lows[core - 3] not in grammar.determiner
        return core - 2 if titled and small else first

    def _kind(self, words: Line, core: int, first: int) -> str:
        """What sort of source a phrase is by its head."""
        head = self._head(words, core, first)
        low, word = words.lows[head], words.words[head]
        common = word[0].islower() or head == 0
        if common and (
            low in self.classes["collective"] or (low.endswith("s") and low[:-1] in self.classes["anonymous"])
        ):
            return "collective"
        if low in self.classes["anonymous"] or low in self.classes["person-title"]:
            return "anonymous"
        if any(one in self.classes["organisation"] for one in words.lows[first:core]):
            return "agency"
        if word[0].islower():
            return "collective" if low.endswith("s") else "anonymous"
        if word.isupper() and len(word) > 1:
            return "agency"
        return "person"
