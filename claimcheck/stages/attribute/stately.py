"""The words for a body of a state beside which no country stands in, its source out: "the State Emergency Service"."""

from __future__ import annotations

import re
from functools import cached_property

from claimcheck.records import Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.heads import OF
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line
from claimcheck.stages.attribute.townbodies import TownBodies

_OWNING = frozenset(("'s", "'"))
_IN_NAME = frozenset(("in", "on", "to"))  # the Centre for Human Rights in Peru (CHRP)
_IN_BRACKETS = re.compile(r"\(([^\W\d_a-z][^\s()]{1,15})\)")
_WORD = re.compile(r"[\w'’-]++|&")
_STROKED = re.compile(r"[A-Z][^\W\d_A-Z]\w*+(?:-[A-Z][^\W\d_A-Z]\w*+)++(?:['’]s)?")
_OWNS = ("'s", "’s")
_BETWEEN = frozenset(("on", "in", "&"))  # between the words whose letters are told
_RELATING = ("that", "which", "who")  # "a spokesman of the rebels | that control the north of Mali"
_THERE = " there"
_FEWEST_LETTERS, _MOST_LETTERS = 3, 7
_OWN_NAME = 3  # words of a body's name that is nobody else's
_MOST_WORDS = 9  # of a name before its letters in brackets


class StateBodies(TownBodies):
    """Names what every state has by the country that the article is told from, or that has spoken."""

    def _spokesman(self, words: Line, first: int, last: int) -> Named | None:
        """ "A spokesman for the ministry": whom he speaks for."""
        speaking = self.classes["speaking-for"]
        at = next((k for k in range(first, last - 1) if words.lows[k] in speaking or self._press(words, k)), None)
        if at is None:
            led = (k for k in range(first, last - 2) if words.lows[k] in self.classes["leads"])
            of = next((k + 1 for k in led if words.lows[k + 1] == "of"), None)
            if of is None:
                return None
            of += words.lows[of + 1] == "the"
            return self._known(words, of + 1, last) or self._state_body(words, of + 1, last)
        last = next((k for k in range(at + 1, last) if words.lows[k] in _RELATING), last)
        for k in range(at + 1, min(last, at + 6)):
            if words.lows[k] in OF:
                found = (
                    self._society(words, k + 1, last)
                    or self._known(words, k + 1, last)
                    or self._institution(words, k + 1, last)
                    or self._state_body(words, k + 1, last)
                )
                common = all(word[0].islower() for word in words.words[1:last])
                body = words.lows[last - 1] in self.classes["organisation"]
                apart = words.lows[k] == "for" and (common or body)
                found = found or (self._described(words, last, k + 1) if apart else self._for_body(words, k, last))
                return found or self._of_no_state(words, k, last)
        return None

    def _press(self, words: Line, at: int) -> bool:
        """ "The press | service", "the press | office": who tells the press what a body says."""
        return at > 0 and words.lows[at - 1] == "press" and words.lows[at] in self.classes["press-body"]

    def _of_no_state(self, words: Line, of: int, last: int) -> Named | None:
        """ "The spokesman of | the Football Federation of Peru": the body that is no state's, though a land is told."""
        first = of + 1 + (words.lows[of + 1 : of + 2] == ["the"])
        named = last - first >= _OWN_NAME and self._in_capitals(words, first, last)
        own = named and self._place(words, first, last) is not None and self._own_body(words, first, last)
        return self._own_name(words, first, last) if own else None

    def _for_body(self, words: Line, at: int, last: int) -> Named | None:
        """ "A spokesman for | Larkin Mail", "for the CWU": the body, where its name is no person's."""
        first = at + 1 + (words.lows[at + 1 : at + 2] == ["the"])
        name = words.words[first:last]
        capital = words.lows[at] == "for" and bool(name) and all(word[0].isupper() for word in name)
        if not capital or not (name[0].isupper() or self.memory.fitting.named_body(words.span(first, last))):
            return None
        return self._own_name(words, first, last) if len(name) > 1 or name[0].isupper() else None

    def _state_body(self, words: Line, first: int, last: int) -> Named | None:
        """ "The State Emergency Service", "the Prosecutor General's Office", "MoD": of the country that is meant."""
        first += words.lows[first : first + 1] == ["the"]
        if first >= last or not (self._lettered(words, first, last) or self._stately(words, first, last)):
            return None
        institution = self._institution_at(words, first, last)
        if institution is None or institution.kind not in ("government", "forces"):
            return None
        of = next((k for k in range(first + 1, last) if words.lows[k] == "of"), last)
        helps = not self.classes["relief"].isdisjoint(words.lows[first:last])  # at home, wherever it is told from
        country = (self.memory.ground if helps else None) or self._meant(words.lows[of - 1], words.starts[first])
        return self._of(country, institution) if country is not None else self._described(words, last, first)

    def _speaks_for(self, words: Line, core: int) -> Named | None:
        """ "A Larkin County Fire Service spokesman": the body by its name, where no pack has it, or the state."""
        speaking = self.classes["speaking-for"]
        at = next((k for k in range(core) if words.lows[k] in speaking), core)
        first = next((k for k in range(at) if words.lows[k] not in self.story.grammar.determiner), at)
        behind = all(word[0].isupper() for word in words.words[at + 1 : core])
        if at >= core:
            return self._spokesman_behind(words, core)
        if not (self._in_capitals(words, first, at) and behind):
            return None
        called = at - first >= _OWN_NAME
        if at - first == 1 and words.lows[0] in ("a", "an") and (alone := self._lone_body(words, first)) is not None:
            return alone
        return (self._state_body(words, first, at) if called else None) or self._its_own(words, first, at)

    def _body_there(self, words: Line, core: int) -> Named | None:
        """ "The health ministry there": of the land in which something was just said to have happened."""
        behind = self.story.text[words.ends[-1] : words.ends[-1] + len(_THERE)]
        if (behind != _THERE and words.lows[-1] != "there") or self._place(words, 0, core) is not None:
            return None
        institution, land = self._institution_at(words, 0, core), self.memory.there(words.starts[0])
        serves = institution is not None and institution.kind in ("government", "forces", "court")
        return self._of(land, institution) if serves and institution is not None and land is not None else None

    def _bare_minister(self, words: Line, core: int) -> Named | None:
        """ "The Minister of the Interior" of whom no land is told, and no name: of the state that is meant."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        if words.lows[first : first + 2] != ["minister", "of"] or first + 2 >= core:
            return None
        told = words.lows[first + 2 : core]
        charges = self.classes["state-charge"] | self.classes["portfolio"] | self._small
        if not all(low in charges for low in told):
            return None
        lands = self.memory.lands_of(" ".join(told).removeprefix("the "))
        meant = lands[0] if len(lands) == 1 else self._meant("minister", words.starts[first]) or self.memory.ground
        institution = self._institution_at(words, first, first + 1)
        return self._of(meant, institution) if meant is not None and institution is not None else None

    def _lone_body(self, words: Line, at: int) -> Named | None:
        """ "A Treasury spokesman": of the state meant; "a Larkin spokesman": of the body with a name that is no
        person's."""
        institution = self._institution_at(words, at, at + 1)
        if institution is not None:
            country = self._meant(words.lows[at], words.starts[at]) or self.memory.ground
            return self._of(country, institution) if country is not None else None
        word, low = words.words[at], words.lows[at]
        known = self.classes["female-name"] | self.classes["male-name"] | self.classes["region"] | self.memory.function
        full = self.memory.first_full(word)
        named = full is not None and self.story.text[slice(*full)].split()[0].lower() not in self.memory.function
        person = low in known or named or self.memory.person_called(word)
        placed = match(self.atlas.places, words.words, at) is not None
        plain = low not in self.classes["person-title"] and low not in self.classes["collective"]
        return self._own_name(words, at, at + 1) if plain and not (person or placed) else None

    def _spokesman_behind(self, words: Line, core: int) -> Named | None:
        """ "Tom Roe, a spokesman for the Larkin Fire Service": the body by its name, where no pack has it."""
        at = core + 1
        while at < len(words.lows) and words.lows[at] in self.story.grammar.determiner:
            at += 1
        if words.lows[core : core + 1] != [","] or at + 2 >= len(words.lows):
            return None
        if words.lows[at] not in self.classes["spokesman"] or words.lows[at + 1] not in OF:
            return None
        first = at + 2 + (words.lows[at + 2] in self.story.grammar.determiner)
        last = next((k for k in range(first, len(words.lows)) if words.lows[k] == ","), len(words.lows))
        if not self._in_capitals(words, first, last):
            return None
        return self._state_body(words, first, last) or self._its_own(words, first, last)

    def _in_capitals(self, words: Line, first: int, last: int) -> bool:
        """Whether words are a name with its small words: "Larkin County Sheriff's Office", "Parks and Wildlife"."""
        return first < last and all(
            words.words[k][0].isupper() or self._goes_on(words, k) or words.lows[k] == "'s" for k in range(first, last)
        )

    def _its_own(self, words: Line, first: int, last: int) -> Named | None:
        """A body of which no state is told: a firm, or a name of three words and more with one for a body at its end,
        or with small words inside."""
        low = words.lows[last - 1]
        ends = low in self.classes["organisation"] and low not in self.classes["state-head"]
        joined = any(words.words[k][0].islower() and words.lows[k] != "'s" for k in range(first, last))
        own = last - first >= _OWN_NAME and (ends or joined)
        return self._own_name(words, first, last) if own or self.memory.firms.known(words.words[first:last]) else None

    def _charged(self, words: Line, last: int) -> Named | None:
        """ "The prosecutor general's office" in small letters: a state's body with what it is charged with."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        if last - first < 2 or not self._stately(words, first, last, small=True):
            return None
        institution = self._institution_at(words, first, last)
        country = self._meant(words.lows[last - 1], words.starts[0])
        if institution is None or institution.kind != "government" or country is None:
            return None
        return self._of(country, institution)

    def _so_charged(self, words: Line, core: int) -> Named | None:
        """ "The health minister", "the civil defence agency": of the one land whose body for that the article names."""
        first = int(words.lows[0] in self.story.grammar.determiner)
        last = next((k for k in range(first + 1, core) if words.words[k][0].isupper()), core)
        charges = self.classes["state-charge"] | self.classes["portfolio"]
        behind = next((k for k in range(first, last) if words.lows[k] not in charges and words.lows[k] != "and"), last)
        if behind in (first, last) or words.lows[first] in self.classes["no-charge"]:
            return None
        institution = self._institution_at(words, first, last)
        voices = self.atlas.heads | self.classes["speaking-for"] | self.classes["state-voice-word"]
        plain = all(low in voices for low in words.lows[behind:last])
        plain = plain and words.lows[behind] not in self.classes["speaking-for"]  # security officials
        if institution is None or institution.kind not in ("government", "forces") or not plain:
            return None
        own = self.memory.opening_land(words.starts[0]) if words.lows[0] == "its" else None
        lands = (own,) if own is not None else self.memory.lands_of(words.text(first, behind))
        spoke = self.memory.speaking_country(words.starts[first], 1)
        if spoke is not None and spoke not in lands and not self.classes["abroad"].isdisjoint(words.lows[first:behind]):
            return None  # Mali said so. The defence ministry added
        minister = not lands and words.lows[last - 1] in self.classes["ruler"]
        meant = self._meant(words.lows[last - 1], words.starts[first]) if minister else None
        land = lands[0] if len(lands) == 1 else meant
        return self._of(land, institution) if land is not None else None

    def _lettered(self, words: Line, first: int, last: int) -> bool:
        """Whether a word is a ministry's letters: MoD, MFA."""
        word = words.words[first]
        capitals = word[0].isupper() and word[-1].isupper()
        return last - first == 1 and capitals and word.lower() in self.classes["state-letters"]

    def _stately(self, words: Line, first: int, last: int, *, small: bool = False) -> bool:
        """Whether capital words, or small ones, are no more than a state's body and what it is charged with."""
        of = next((k for k in range(first + 1, last) if words.lows[k] == "of"), last)  # Ministry of Defence
        if last - first < 2 or words.lows[of - 1] not in self.classes["state-body"] or "council" in words.lows:
            return False
        charges = self.classes["state-charge"] | self.classes["state-body"]
        return all(
            low in self._small or (low in charges and (small or words.words[at][0].isupper()))
            for at, low in enumerate(words.lows[first:last], first)
        )

    def _meant(self, head: str, offset: int) -> Country | None:
        """The country that spoke just before, or whose body was named so, or that the article is told from or about.

        Of two countries at war neither is guessed.
        """
        memory, number = self.memory, self.story.sentence_at(offset)
        if (seated := memory.seated(offset)) is not None:
            return seated
        if memory.own_side is not None and self.story.opening(number) == number:
            return memory.own_side  # nobody spoke before in the paragraph
        speaking = self.memory.not_another(memory.speaking_country(offset, 1), offset)
        found = speaking or memory.own_side or memory.country_of_office(head, offset) or memory.home
        if found is None and self.story.headline(self.story.sentence_at(offset)):
            found = memory.country_of_office(head, len(self.story.text))  # a headline's is the text's
        guessed = memory.speaking_country(offset) or memory.own_losses(offset) or memory.only
        return found or self.memory.not_another(guessed, offset)

    @cached_property
    def _bracketed(self) -> dict[str, int]:
        """Where letters first stand in brackets."""
        found: dict[str, int] = {}
        for hit in _IN_BRACKETS.finditer(self.story.text):
            found.setdefault(hit[1], hit.start())
        return found

    def _explained(self, letters: str) -> Span | None:
        """The name before the brackets around its letters."""
        at = self._bracketed.get(letters)
        if at is None:
            return None
        tokens = self.story.line(self.story.sentence_at(at))
        end = next((k for k, start in enumerate(tokens.starts) if start >= at), 0)
        first, lead = end, end
        while (
            first > 0
            and end - first < _MOST_WORDS
            and (tokens.words[first - 1][0].isupper() or tokens.lows[first - 1] in self._small | _IN_NAME)
        ):
            first -= 1
            lead = first if tokens.words[first][0].isupper() else lead
        initials = {word[0] for word in tokens.words[lead:end]}
        return tokens.span(lead, end) if end - lead > 1 and letters[0] in initials else None

    def _spelled(self, letters: str) -> Span | None:
        """The name whose words begin with these letters, in brackets before them or anywhere: RAIB, "B-L"."""
        return self._by_letters.get(letters.replace("-", ""))

    @cached_property
    def _small(self) -> frozenset[str]:
        """What may stand between the words of a body's name."""
        return self.classes["small-in-name"] | _OWNING

    @cached_property
    def _by_letters(self) -> dict[str, Span]:
        """Where names first stand, by the letters that their words begin with: of three to seven such, or of one word
        with strokes: "Berg-Larkin"."""
        found, row, end = dict[str, Span](), list[tuple[str, int]](), 0
        small = self.classes["small-in-name"] | _BETWEEN
        for word in _WORD.finditer(self.story.text):
            gap = self.story.text[end : word.start()]
            if len(gap) != 1 or not gap.isspace():
                row = []
            end = word.end()
            whole = end - 2 * word[0].endswith(_OWNS)  # the Human Rights Defender | 's work
            if word[0] in small:
                continue
            if not word[0][0].isupper() or word[0][1:] == "":
                row = []
                continue
            if _STROKED.fullmatch(word[0]):
                found.setdefault("".join(part[0] for part in word[0].split("-")), (word.start(), whole))
            row = [*row[1 - _MOST_LETTERS :], (word[0][0], word.start())]
            for first in range(len(row) - _FEWEST_LETTERS + 1):
                found.setdefault("".join(letter for letter, _ in row[first:]), (row[first][1], whole))
        return found
