"""The words for a person in, those of his name out: behind a role, behind the body that he leads, or alone."""

from __future__ import annotations

from claimcheck.records import Source
from claimcheck.stages.attribute.atlas import Place, match
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, in_name
from claimcheck.stages.attribute.stately import StateBodies

_BEFORE = 120  # characters before a name in which the word that dates it stands
_OF = 7  # words up to what somebody leads: "the assistant to the president of"
_GIVEN = (2, 3, 4)  # words of a name behind the place or the body that its bearer leads
_NAMED_FOR = ("of", "for", "to", "on")  # what joins a body to what it is named for


class PersonNames(StateBodies):
    """Finds the names of people."""

    def _apposed(self, words: Line, core: int) -> Named | None:
        """A name in apposition to a role: "a village elder, Deng Majok", "the head of Larkin Steel, Ana Berg"."""
        head = self._head(words, core)
        titled = core == 1 or (core == 2 and words.lows[0] in self.story.grammar.determiner)  # the Mayor, Ana Berg
        role = words.lows[head] in self.classes["leads"] | self.classes["person-title"]
        role = role and (titled or head == 0 or words.words[head][0].islower())  # Head of the team, Ana Berg
        if core + 1 >= len(words.lows) or words.lows[core] != "," or not (role or words.words[core - 1][0].islower()):
            return None
        if role and match(self.atlas.places, words.words, core + 1) is not None:
            return None  # the mayor of Colombo, Sri Lanka
        last = next((k for k in range(core + 1, len(words.lows)) if words.lows[k] == ","), len(words.lows))
        name = self._name(words, last, core + 1)
        return Named((Source(name=" ".join(name), kind="person"),)) if name and len(name) > 1 else None

    def _named_first(self, words: Line, core: int) -> Named | None:
        """The name before an office or behind it, in whosever service that is: "Ana Berg, adviser to the head of the
        president's office", "State Minister Ana Berg"."""
        name = self._name(words, core, 0)
        return Named((Source(name=" ".join(name), kind="person"),)) if name and len(name) > 1 else None

    def _behind_body(self, words: Line, core: int) -> Named | None:
        """A name behind the body that its bearer leads: "Head of the Varna Regional Administration Oleh Rud", or behind
        the place that he rules: "Mayor of Varna Oleh Rud"."""
        led = self.classes["leads"] | self.classes["person-title"]
        joints = (k for k in range(1, min(core, _OF)) if words.lows[k] in ("of", "for"))
        of = next((k for k in joints if words.lows[k - 1] in led), None)
        if of is None:
            return None
        ruled = self._place_end(words, of)
        if ruled and core - ruled in _GIVEN and all(self._name_word(words, k) for k in range(ruled, core)):
            return Named((Source(name=" ".join(words.words[ruled:core]), kind="person"),))
        bodies = self.classes["organisation"] | self.atlas.heads
        body = next((k for k in range(core - 1, of, -1) if words.lows[k] in bodies), core)
        if core - body - 1 not in _GIVEN or not all(self._name_word(words, k) for k in range(body + 1, core)):
            return None
        return Named((Source(name=" ".join(words.words[body + 1 : core]), kind="person"),))

    def _place_end(self, words: Line, of: int) -> int:
        """Behind the place that somebody rules, or the first word of its name: "Governor of Varna Region |"; 0: he
        rules none."""
        at = of + 1 + (words.lows[of + 1 : of + 2] == ["the"])
        if at >= len(words.words):
            return 0
        placed = match(self.atlas.places, words.words, at)
        rules = not (self.classes["local-office"] | self.classes["over-a-place"]).isdisjoint(words.lows[:of])
        known = placed is not None or words.lows[at] in self.classes["region"] | self.classes["realm"]
        if not known and not rules:
            return 0
        at += placed[0] if placed is not None else 1
        while not self.classes["realm"].isdisjoint(words.lows[at : at + 1]):
            at += 1
        return at

    def _name(self, words: Line, core: int, begin: int = 0) -> list[str] | None:
        """The words of a person's name that ends the head of a phrase, its titles left out."""
        head = self._head(words, core, begin)
        if not self._name_word(words, head) or words.kept(begin, core):
            return None
        titles = self.story.lexicon.titles
        first = head
        while first > begin and self._name_word(words, first - 1) and words.lows[first - 1] not in titles:
            if "/" in words.words[first - 1] or words.lows[first - 1] in self.classes["picture"]:
                break  # Ana Berg/AFP/Getty Images | Tom Roe said
            first -= 1
        while first < head and words.words[first] in self.classes["name-particle"]:
            first += 1
        placed = match(self.atlas.places, words.words, first)
        if self._name_of_body(words, first, head, placed):
            return None
        if placed is not None and placed[1].role in ("adjective", "name") and first + placed[0] <= head:
            given = placed[1].role == "name" and first + placed[0] == head  # Jordan Peele
            first += 0 if given else placed[0]
        first += first < head and words.lows[first] in self.classes["month-name"] and self._dates(words.starts[first])
        name = words.words[first : head + 1]
        letters = len(name) == 1 and name[0].isupper() and len(name[0]) > 1
        if letters or name[-1].lower() in self.classes["organisation"] or self._no_name(words, name):
            return None
        return name

    def _name_of_body(self, words: Line, first: int, head: int, placed: tuple[int, Place] | None) -> bool:
        """Whether capital words name a body, with a land in its name or what it is for: "the Kenyan Retail Consortium",
        "National Unit | for Flood Control", "the Larkin Institutes | of Health": no person is "the Ana Roe of Lima"."""
        capital = [word[0].isupper() for word in words.words[head + 2 : head + 4]]
        body = words.lows[head] in self.classes["organisation"] | self.classes["body-ending"]
        if words.lows[head + 1 : head + 2] == ["for"] and head > first and capital[:1] == [True]:
            return body or (all(capital) and len(capital) > 1)
        joined = words.lows[head + 1] in _NAMED_FOR if head + 1 < len(words.lows) else False
        several = words.lows[head].removesuffix("s") in self.classes["organisation"] and words.lows[head].endswith("s")
        if joined and capital[:1] == [True] and (several or (first > 0 and words.lows[first - 1] == "the")):
            return match(self.atlas.places, words.words, head + 2) is None
        if placed is None or placed[1].role != "adjective" or first == 0 or words.lows[first - 1] != "the":
            return False
        behind = first + placed[0]
        return behind < head and (body or behind + 1 < head)

    def _dates(self, offset: int) -> bool:
        """Whether a month at an offset tells when: "in | May Tesla said"."""
        before = self.story.text[max(0, offset - _BEFORE) : offset].lower().split()[-1:]
        times = self.story.grammar.time_preposition | self.story.grammar.time_opener
        return not times.isdisjoint(before)

    def _name_word(self, words: Line, at: int) -> bool:
        word, low = words.words[at], words.lows[at]
        if low in self.classes["name-particle"]:
            return True
        return in_name(word) and (low not in self.memory.function or low in self.classes["month-name"])

    def _no_name(self, words: Line, name: list[str]) -> bool:
        """Whether capital words are a region's, or a common noun that opens the sentence."""
        joined = " ".join(name).lower()
        if joined in self.classes["region"]:
            return True
        common = ("collective", "anonymous", "organisation", "document", "kin", "person-title", "leads")
        if len(name) == 1 and (joined in self.classes["person-title"] or joined in self.memory.function):
            return True
        if len(name) > 1 or name[0] != words.words[0] or self.memory.first_full(name[0]) is not None:
            return False
        known = any(joined in self.classes[kind] or joined.removesuffix("s") in self.classes[kind] for kind in common)
        return known or f" {joined}" in self.story.text
