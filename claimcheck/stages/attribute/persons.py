"""The words for a person in, the body or state that he speaks for by his office out."""

from __future__ import annotations

import re
from itertools import islice

from claimcheck.records import Source, Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Place, match
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.memory import sound
from claimcheck.stages.attribute.rulers import Rulers

_FULL_NAME = 120  # characters
_MOST_BODIES = 20  # mentions of a body's word that are looked at for its full name


class Persons(Rulers):
    """Names office holders by their office."""

    def _fights_it(self, lows: list[str]) -> bool:
        """ "A spokesman of the rebels that control the north of | Mali": none of the state's."""
        return not (self.classes["contested"] - self.classes["state-head"]).isdisjoint(lows)

    def _office(self, words: Line, core: int) -> Named | None:
        """A person whose office is told in the same phrase: "X, the foreign policy adviser to President Y"."""
        lows = words.lows
        offices, own = self.classes["government-office"], self.classes["own-voice"]
        led = self._led(words)
        if led is not None:
            speaks = led.sources[0].kind != "ngo" or not self.classes["speaking-for"].isdisjoint(lows)
            return led if speaks or self._watches(led.sources[0]) else None  # who leads a think tank speaks for himself
        untold = core >= len(lows) and not any(low in offices for low in lows[:core])
        if untold or self._owned_elsewhere(words) or self._for_purpose(words, core) or self._owns_a_name(words):
            return None
        known = self._represented(words, core)
        if known is not None:
            return known
        told = [
            low
            for at, low in enumerate(lows)
            if low in offices or low == "secretary-general" or self._commands(words, core, at)
        ]
        if "executive" in lows[core:] and told[:1] == ["chief"]:
            return None  # Ana Berg, chief executive of the Australian Council of Farmers
        if not told or any(low in own for low in lows) or self._presides_elsewhere(words):
            return None
        placed = self._own_place(words)
        opens = placed is not None and placed[1].role == "adjective"
        apart = opens and placed is not None and self._own_body(words, placed[0], self._closing(words, placed[0]))
        apart = apart or self._no_states(words, 0, self._head(words, core))
        apart = apart or (placed is not None and self._fights_it(lows[: placed[0]]))
        if placed is not None and placed[1].role != "city" and not apart:
            institution = self._institution_at(words, core, len(lows)) or self._institution_at(words, 0, core)
            if institution is not None:
                return self._of(placed[1].country, institution)
        if "secretary-general" in lows and not self._of_another(words, lows.index("secretary-general")):
            return self._known(line("United Nations", 0, 14), 0, 2)
        if not self._holds(words) or not any(word[0].isupper() for word in words.words[1:]):
            return None
        if (fuller := self._fuller(words)) is not None:
            return fuller
        holder = self._holder(words)
        if holder is None:
            comma = next((k for k in range(core, len(words.lows)) if words.lows[k] == ","), core)
            called = self._apposed(words, comma) or self._named_first(words, core)
            return called or Named((Source(name="government", kind="government"),), None, ("AI01",))
        source = Source(name=f"{holder.adjective} government", kind="government", side=holder.name)
        return Named((source,), None, ("AI01", holder.id))

    def _own_place(self, words: Line) -> tuple[int, Place] | None:
        """The land that stands in a phrase, but as where somebody sits: "a Beirut-based | fellow of the council"."""
        placed = self._place(words, 0, len(words.lows))
        if placed is None or words.lows[placed[0]].endswith("-based"):
            return None
        return None if self._about_others(words, *placed, len(words.lows)) else placed

    def _owns_a_name(self, words: Line) -> bool:
        """Whether a land only has the body with a name at which somebody works: "head of a lab at France's | Institut
        Larkin"."""
        at, _ = self._place(words, 0, len(words.lows)) or (0, None)
        behind = at + 1
        while behind < len(words.lows) and words.lows[behind] != "'s" and words.words[behind][0].isupper():
            behind += 1
        if words.lows[behind : behind + 1] != ["'s"] or at == 0 or words.lows[at - 1] not in OF:
            return False
        last = behind + 1
        while last < len(words.words) and words.words[last][0].isupper():
            last += 1
        return last > behind + 2 and self._institution_at(words, behind + 1, last) is None

    def _for_purpose(self, words: Line, core: int) -> bool:
        """Whether a phrase is the name of a body of nobody's by what it is for: "the Institute | for Government"."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        at = next((k for k in range(first + 1, core - 1) if words.lows[k] in ("for", "of", "on")), first)
        bodies = self.classes["organisation"] - self.atlas.heads - self.classes["government-office"]
        capital = all(word[0].isupper() for word in (*words.words[first:at], words.words[min(at + 1, core - 1)]))
        return at > first and capital and words.lows[at - 1] in bodies

    def _presides_elsewhere(self, words: Line) -> bool:
        """Whether somebody is told to preside over what is no land: "president of operations at America's Cup Ltd",
        "senior vice president of the Chilean miner Larkin"; not "president of Chile", nor of its bank."""
        lows, titles = words.lows, self.classes["presiding"]
        at = next((k for k in range(len(lows) - 2) if lows[k] in titles and lows[k + 1] in ("of", "at", "for")), None)
        if at is None:
            return False
        end = self._closing(words, at)
        first = at + 2 + (lows[at + 2] in self.story.grammar.determiner)
        whole = self._behind_land(words, first, end) == end or self._institution_at(words, first, end) is not None
        realm = not self.classes["realm-word"].isdisjoint(lows[first : first + 3])
        return not whole and not realm and first < end

    def _commands(self, words: Line, core: int, at: int) -> bool:
        """Whether somebody is told behind his name to command all of a land's force: "the | commander of Peru's navy",
        "Peru's navy | commander"; not "a commander in Peru's army", nor one of a brigade."""
        if at <= core or words.lows[at] not in self.classes["force-leader"]:
            return False
        end = self._closing(words, at)
        if at + 1 == end:
            return self._land_force(words, core + 1, at)
        return words.lows[at + 1] == "of" and self._land_force(words, at + 2, end)

    def _land_force(self, words: Line, first: int, last: int) -> bool:
        """Whether words are no more than a land's force: "the Peruvian navy", "the Armed Forces of Peru"."""
        first += first < last and words.lows[first] in self.story.grammar.determiner
        first = self._behind_land(words, first, last)
        force = match(self.atlas.institutions, words.lows, first) if first < last else None
        if force is None or force[1].kind != "forces":
            return False
        behind = first + force[0]
        return behind == last or (words.lows[behind] == "of" and self._behind_land(words, behind + 1, last) == last)

    def _behind_land(self, words: Line, at: int, last: int) -> int:
        """Behind a country that stands at a token, and its possessive."""
        placed = match(self.atlas.places, words.words, at) if at < last else None
        at += placed[0] if placed is not None else 0
        return at + (placed is not None and at < last and words.lows[at] == "'s")

    def _closing(self, words: Line, at: int) -> int:
        """Where what holds a token ends: at the next comma, or with the phrase."""
        return next((k for k in range(at, len(words.lows)) if words.lows[k] == ","), len(words.lows))

    def _fuller(self, words: Line) -> Named | None:
        """ "The State Commission" of which the article has the full name of a pack elsewhere."""
        lows, text = words.lows, self.story.text
        pairs = (k for k in range(len(lows) - 1) if " ".join(lows[k : k + 2]) in self.classes["of-the-state"])
        at = next(pairs, None)
        if at is None:
            return None
        name = " ".join(words.words[at : at + 2])
        for hit in islice(re.finditer(re.escape(name), text), _MOST_BODIES):
            full = line(text, hit.start(), min(len(text), hit.start() + _FULL_NAME))
            found = match(self.atlas.actors, full.words, 0)
            if found is not None:
                return Named((found[1].source,), None, (found[1].rule,))
        return None

    def _of_another(self, words: Line, at: int) -> bool:
        """Whether an office is one of a body that is named: "Secretary-General of the Larkin League"."""
        return words.lows[at + 1 : at + 2] == ["of"] or (at > 0 and words.words[at - 1][0].isupper())

    def _holds(self, words: Line) -> bool:
        """Whether an office is one of the state though no country is named beside it."""
        lows = words.lows
        for at, low in enumerate(lows):
            titled = (
                at + 1 < len(lows) and words.words[at + 1][0].isupper() and lows[at + 1] not in self.memory.function
            )
            if titled and low in self.classes["ruler"] and (words.words[at][0].isupper() or lows[at - 1 : at] != []):
                letters = at > 0 and words.words[at - 1].isupper() and lows[at - 1] not in self.story.lexicon.titles
                led = letters and len(words.words[at - 1]) > 1 and low != "minister"  # not the PRIME, the ICT Minister
                if (led and self._place(words, at - 1, at) is None) or self._of_own_body(words, at):
                    continue  # SARC President Ahmad Attar
                return low != "president" or words.words[at][0].isupper()
            if titled and low == "secretary" and at > 0 and lows[at - 1] in self.classes["portfolio"]:
                return True
            charges = self.classes["portfolio"] | self.classes["state-charge"]
            alone = self.memory.home or self.memory.only or self.memory.ground
            if low == "minister" and at > 0 and lows[at - 1] in charges and not titled and alone is not None:
                return True  # Ana Berg, the deputy science minister
            if low == "minister" and words.words[at][0].isupper() and self._portfolio_at(words, at + 1):
                return True  # Minister of Finance Ana Berg
        offices = self.classes["government-office"]
        if any(low == "presidential" and lows[k + 1] in offices for k, low in enumerate(lows[:-1])):
            return True  # the presidential chief of staff
        ruling = (k for k in range(1, len(lows)) if lows[k - 1 : k + 1] == ["the", "president"])
        if any(not self._of_another(words, k) for k in ruling):
            return True
        bodies = map(str.split, self.classes["of-the-state"])
        return not self.classes["state-alone"].isdisjoint(lows) or any(set(body) <= set(lows) for body in bodies)

    def _portfolio_at(self, words: Line, at: int) -> bool:
        """Whether what a minister is charged with stands at a token: "of Finance", "for Climate Change"."""
        if words.lows[at : at + 1] not in (["of"], ["for"]) or at + 1 >= len(words.lows):
            return False
        capital = words.words[at + 1][0].isupper() and self._place(words, 0, at + 2) is None
        return words.lows[at + 1] in self.classes["portfolio"] or capital

    def _of_own_body(self, words: Line, at: int) -> bool:
        """Whether who is called president or premier heads what is named before it and is no state: "Larkin Motors |
        President", "Ontario | Premier", "Varna Fed | President"."""
        if at == 0 or words.lows[at] not in self.classes["ruling-title"] or not words.words[at - 1][0].isupper():
            return False
        before = words.lows[at - 1]
        told = self.classes["person-title"] | self.classes["state-head"] | self.classes["before-ruler"]
        if before in told or before in self.memory.function or before in self.atlas.heads:
            return False
        placed = self._place(words, at - 1, at)
        return placed is None or placed[1].role == "city"

    def _owned_elsewhere(self, words: Line) -> bool:
        """Whether a name that no pack knows stands before a ministry, or behind it: "Katanga's Ministry of Defence"."""
        if any(self._land_unknown(words, at) for at in range(len(words.lows))):
            return True
        for at in range(1, len(words.lows)):
            if words.lows[at] not in self.atlas.heads:
                continue
            possessed = words.lows[at - 1] == "'s" and at > 1
            owner = at - 2 if possessed else at - 1
            named = match(self.atlas.institutions, words.lows, owner)
            if named is not None and owner + named[0] > at:
                continue  # Prosecutor General
            word = words.words[owner]
            of = possessed or (words.words[at][0].isupper() and words.lows[at + 1 : at + 2] in (["of"], ["for"]))
            charged = self.classes["state-charge"] | self.classes["of-the-whole"] | self.story.grammar.apposed
            charge = words.lows[owner] in charged  # the Policy Affairs Department of
            unknown = word[0].isupper() and not charge and self._place(words, 0, owner + 1) is None
            if of and unknown and words.lows[owner] not in self.memory.function:
                return self._known(words, owner, owner + 1) is None
        return False

    def _land_unknown(self, words: Line, at: int) -> bool:
        """Whether a word is a land's that no pack has: "Kaldovia | 's Health Ministry", "the army of | Kaldovia",
        "the | Kaldovian police"."""
        if not words.words[at][0].isupper() or self._told_otherwise(words, at):
            return False
        word, before, behind = words.words[at], words.lows[max(0, at - 2) : at], words.lows[at + 1 : at + 5]
        offices = self.atlas.heads | self.classes["government-office"]
        if behind[:1] == ["'s"]:
            alone = at == 0 or words.words[at - 1][0].islower()
            return alone and not self.atlas.heads.isdisjoint(behind) and self.memory.first_full(word) is None
        if before[1:] == ["of"]:
            told = behind[:1] in ([], [","]) and before[0] in offices
            return told and word.endswith(tuple(self.classes["land-ending"]))
        charged = offices | self.classes["state-charge"] | self.classes["portfolio"]
        charge = bool(behind) and behind[0] in charged
        return charge and word.endswith(tuple(self.classes["of-a-land-ending"]))

    def _told_otherwise(self, words: Line, at: int) -> bool:
        """Whether a capital word is known for no unknown land's: a charge, a title, a place, a name of the packs."""
        low = words.lows[at]
        kinds = ("state-charge", "portfolio", "state-body", "region", "person-title")
        if low in self.memory.function or any(low in self.classes[kind] for kind in kinds):
            return True
        led = sound(words.words[at]) in self.atlas.led  # Biden's Justice Department
        return led or self._place(words, at, at + 1) is not None or self._known(words, at, at + 1) is not None

    def _led(self, words: Line) -> Named | None:
        """ "MSF's head of mission", "Observatory director X": the body that somebody leads or speaks for."""
        leads = self.classes["leads"] | self.classes["speaking-for"]
        if any(low in self.classes["own-voice"] for low in words.lows):
            return None
        for at in range(1, len(words.lows)):
            if words.lows[at] not in leads:
                continue
            owner = at - 1 - (words.lows[at - 1] == "'s")
            if owner < 0 or not words.words[owner][0].isupper():
                continue
            first = owner
            while first > 0 and words.words[first - 1][0].isupper() and words.lows[first - 1] != "the":
                first -= 1
            found = self._known(words, first, owner + 1)
            full = self._full_form(words.words[owner], words.starts[0]) if found is None and first == owner else None
            if full is not None:
                found = self._known(line(self.story.text, *full), 0, len(line(self.story.text, *full).words))
            if found is not None and found.sources[0].kind != "media":
                return found
        return None

    def _full_form(self, noun: str, before: int) -> Span | None:
        """The last name of two words and more, before an offset, that holds a word for a body."""
        if noun.lower() not in self.classes["organisation"]:
            return None
        at = before
        for _ in range(_MOST_BODIES):
            at = self.story.text.rfind(noun.capitalize(), 0, at)
            full = self._name_around(at) if at >= 0 else None
            if at < 0 or full is not None:
                return full
        return None

    def _name_around(self, at: int) -> Span | None:
        """The name of two words and more around an offset."""
        tokens = self.story.line(self.story.sentence_at(at))
        if at not in tokens.starts:
            return None
        last = tokens.starts.index(at)
        first = last
        while first > 0 and (
            (tokens.words[first - 1][0].isupper() and tokens.lows[first - 1] not in self.memory.function)
            or (first > 1 and tokens.lows[first - 1] == "'s" and tokens.words[first - 2][0].isupper())
        ):
            first -= 1
        behind = last + 1
        while (
            behind + 1 < len(tokens.words)
            and tokens.lows[behind] in ("of", "for", "on")
            and tokens.words[behind + 1][0].isupper()
        ):
            behind += 2
            while behind < len(tokens.words) and tokens.words[behind][0].isupper():
                behind += 1
        return tokens.span(first, behind) if behind - first > 1 else None

    def _represented(self, words: Line, core: int) -> Named | None:
        """ "X, a spokesman for Amnesty International", "X of the state commission"."""
        for at in range(len(words.lows) - 1):
            named = at > 0 and words.words[at - 1][0].isupper() and words.lows[at - 1] in self.classes["organisation"]
            if words.lows[at] not in ("for", "of", "from", "at") or named:
                continue  # the Confederation of Labour is not Labour
            end = next((k for k in range(at + 1, len(words.lows)) if words.lows[k] == ","), len(words.lows))
            found = self._known(words, at + 1, min(len(words.lows), at + 9)) or self._state_body(words, at + 1, end)
            if found is None:
                continue
            speaking = not self.classes["speaking-for"].isdisjoint(words.lows[:at]) or (
                words.lows[at - 1 : at] != []
                and words.lows[at - 1] in self.classes["leads"]
                and self._watches(found.sources[0])
            )
            himself = not self.classes["own-voice"].isdisjoint(words.lows[:at])  # a lawyer who pleads at the court
            official = (
                not himself
                and found.sources[0].kind not in ("ngo", "media")
                and (
                    at < core
                    or any(
                        low in self.classes["government-office"] or low in self.classes["person-title"]
                        for low in words.lows[:at]
                    )
                )
            )
            if speaking or official:
                return found
        return None

    def _watches(self, source: Source) -> bool:
        """Whether a body counts what others do: who leads it speaks for it."""
        return source.kind == "ngo" and not self.classes["watcher-name"].isdisjoint(source.name.lower().split())

    def _holder(self, words: Line) -> Country | None:
        """The country of an office: the one beside its holder elsewhere ("Azerbaijani President Ilham Aliyev"), else
        the one that has been spoken for."""
        for at, low in enumerate(words.lows[:-1]):
            if low in self.classes["ruler"] and words.words[at + 1][0].isupper():
                name = [w for w in words.words[at + 1 : at + 4] if w[0].isupper()]
                heads = low != "minister" or words.lows[at - 1 : at] == ["prime"]
                return self._led_by(name, heads=heads) or self._country_beside(name[-1], words.starts[0])
        offset = words.starts[0]
        told = words.text(0, len(words.lows))
        # the Ministry of Defence of the country, the country's Ministry of Health
        if " of the country" in told or words.lows[1:3] in (["country", "'s"], ["nation", "'s"]):
            return self.memory.last_country(offset)
        guessed = self.memory.speaking_country(offset) or self.memory.home or self.memory.only
        ruled = self.memory.lands_of("government") if guessed is None else ()
        return self.memory.not_another(guessed or (ruled[0] if len(ruled) == 1 else None), offset)

    def _administration(self, words: Line, core: int) -> Named | None:
        """ "The Obama administration", "a Trump administration official": of the country that the name tells."""
        at = next((k for k in range(1, core) if words.lows[k] in self.classes["rule-of"]), 0)
        voices = self.classes["speaking-for"] | self.classes["anonymous"] | self.classes["government-office"]
        named = at - 1 - (at > 1 and words.lows[at - 1] == "'s")
        if not at or not all(low in voices for low in words.lows[at + 1 : core]) or not self._surname_at(words, named):
            return None
        before = words.words[named]
        country = self._beside(before) or self._led_by([before], heads=True)
        return self._of(country, self._state) if country is not None else None

    def _department(self, words: Line, core: int) -> Named | None:
        """ "The Labor Department": of the country that has such, where the article is about it."""
        named = core > 1 and self._surname_at(words, core - 2) and words.lows[core - 1] == "department"
        about = self.memory.subject
        return self._of(about, self._state) if named and about is not None and about.id == "C-US" else None

    def _surname_at(self, words: Line, at: int) -> bool:
        """Whether a capital word that is no small one of grammar stands at a token."""
        return words.words[at][0].isupper() and words.lows[at] not in self.memory.function
