"""Speakers that commas part from their verb: "the mayor, who runs the camps, said", "in May, the mayor, a poet,"."""

from __future__ import annotations

from claimcheck.stages.attribute.verbgroups import VerbGroups
from claimcheck.stages.attribute.wording import Piece

_LONGEST_TIME = 4  # tokens of "in the last days"
_SHORT_NAME = 6  # letters of Sicily, Emily
_SPELL = 8  # tokens of "a little more than two years later,", at most
_MOST_SEGMENTS = 8  # stretches between commas that are looked through


class Commas(VerbGroups):
    """Finds the phrase that ends in a comma before a verb, and where a phrase begins behind words of time and place."""

    def _before_comma(self, comma: int) -> Piece | None:
        """The phrase that ends in a comma before the verb: "X, who runs the camps, said"."""
        start, base = comma, None
        for number in range(_MOST_SEGMENTS):
            first = start
            while first > 0 and not self.bound(first - 1) and self.lows[first - 1] != ",":
                first -= 1
            if first == start:
                break
            if not self._may_hang(first, start, number):
                base = self._behind_joint(first, start) if base is None and number > 0 else base
                break
            end, start = start, first
            if number > 0 and end - first == 1 and self.lows[first] in self.grammar.relative:
                return first, end  # who, after the war, | said
            if number > 0 and self._may_lead(first) and not self._only_time(first, end):
                base = first
            if first == 0 or self.lows[first - 1] != ",":
                break
            if number > 0 and (self._named(first) or self.lows[first] == "as"):
                break
            start = first - 1
        if base is None:
            return self._parted(comma)
        begin = self._behind_spell(self._trim(base, comma), comma)
        end = self._hung_end(begin, comma)
        return (begin, end) if begin < end else None

    def _parted(self, comma: int) -> Piece | None:
        """Somebody by name and what he belongs to, whom a comma that does not belong there parts from his verb: "Ana
        Berg of the Larkin Centre, said 40 had died"."""
        first = next((k + 1 for k in range(comma - 1, -1, -1) if self.lows[k] == "," or self.bound(k)), 0)
        opens = first == 0 or self.lows[first - 1] != ","
        joint = next((k for k in range(first, comma) if not self.capital(k)), comma)
        named = opens and joint - first > 1 and self.lows[joint] in ("of", "from", "with", "at")
        if opens and joint > first and self.lows[joint : joint + 2] == ["based", "on"]:
            return first, joint  # Dawn | based on a source of its own, said
        timed = any(self.time(k) for k in range(first, comma))
        return (first, comma) if named and joint + 1 < comma and not timed and not self.clause(joint, comma) else None

    def _behind_joint(self, first: int, last: int) -> int | None:
        """Where a second clause begins that a stretch ends with, or that it is: "it comes after | the Post, which",
        "but | the mayor, Ana Berg,"; not so of "after the fire, Ana Berg,"."""
        opens = self.lows[first] in self.grammar.preposition
        for at in range(last - 2, first - (not opens), -1):
            if self.lows[at] in self.grammar.subordinator or self.lows[at] in self.grammar.conjunction:
                return at + 1 if not self.clause(at + 1, last) and self._may_lead(at + 1) else None
        return None

    def _hung_end(self, first: int, last: int) -> int:
        """Before what is no apposition: "X, for instance, said", "X, in a brief interview, said"."""
        for at in range(first, last - 1):
            if self.lows[at] == ",":
                after = self.lows[at + 1]
                if (after in self.grammar.preposition and after not in ("of", "from", "along")) or self._aside(after):
                    return at
        return last

    def _aside(self, low: str) -> bool:
        return low in self.grammar.adverb or low == "when" or low.endswith("ing")

    def _may_hang(self, first: int, last: int, number: int) -> bool:
        """Whether the tokens may be a speaker or an apposition to one."""
        first = self._behind_manner(first, last)
        low = self.lows[first]
        if low in self.grammar.relative:
            return True
        if low == "where":
            return number == 0  # the police chief of Ava, where it began, | said
        if self.present_participle(first):
            return number == 0 or not self.clause(first + 1, last)
        if number == 0 and low in ("after", "before", "when", "while", "as"):
            return True
        if self.verb(first) and self.reduced(first):
            return not self.clause(first + 1, last)
        if first == 0 and low in self.grammar.conjunction:
            return not self.clause(1, last)  # But Roe, now a poet, said
        if low in ("but", "because", "although", "if", "when", "while", "after", "before", "that"):
            return False
        return not self.clause(first, last)

    def _behind_manner(self, first: int, last: int) -> int:
        """Behind a word that tells how what hangs on a name was done: "Larkin, popularly | called LKN, said"."""
        manner = self.lows[first].endswith("ly") and not self.capital(first)
        hangs = manner and first + 1 < last and self.verb(first + 1) and self.reduced(first + 1)
        return first + 1 if hangs else first

    def _manner_before(self, start: int, end: int) -> int:
        """Behind an adverb before a determiner, where a comma was lost: "More puzzlingly | the ministry said"; 0: none.
        Sicily and Emily are shorter."""
        at = start + (self.lows[start] in ("more", "most", "even", "quite"))
        manner = at + 1 < end and self.lows[at].endswith("ly") and len(self.lows[at]) > _SHORT_NAME
        return at + 1 if manner and self.lows[at + 1] in self.grammar.determiner else 0

    def _only_time(self, first: int, last: int) -> bool:
        """Whether a stretch between commas tells but when: "last month", "late Monday"."""
        ends = self.time(last - 1) or self.lows[last - 1] in self.grammar.time_noun
        return ends and (self.time(first) or self.lows[first] in self.grammar.time_opener)

    def _may_lead(self, first: int) -> bool:
        first = self._behind_manner(first, len(self.lows))
        low = self.lows[first]
        hangs = self.present_participle(first) or (self.verb(first) and not self.capital(first))
        figure = low[0].isdigit() and "-" not in low  # an 81-year-old leads
        return low not in self.grammar.relative and not figure and not hangs

    def _named(self, first: int) -> bool:
        """Whether the stretch starts with a name that stands by itself, not with a state behind a town."""
        if not self.capital(first) or self.lows[first] in self.grammar.determiner:
            return False
        alone = self.lows[first + 1] == ","
        state = self.lows[first] in self.grammar.region or self.words[first].endswith(".") or "-" in self.words[first]
        return not (alone and state)

    def _trim(self, start: int, end: int) -> int:
        """Behind what may open a clause before its subject: "But", "On Monday", "In a statement"."""
        grammar, lows = self.grammar, self.lows
        while start < end:
            low = lows[start]
            if low == ",":
                start += 1  # last month, | the chief of the army, Ana Berg,
                continue
            if low in grammar.relative and start + 1 < end and not self.verb(start + 1):
                start += 1
                continue
            if low == "according":
                return end
            if start + 2 < end and " ".join(lows[start : start + 2]) in grammar.adverb:
                start += 2  # in total | police said
            elif low in grammar.adverb or low in grammar.conjunction or low in grammar.subordinator or low == "'s":
                start += 1
            elif behind := self._manner_before(start, end):
                start = behind
            elif low in grammar.preposition:
                start = self._behind_prepositions(start, end)
                if start < end - 1 and (lows[start] in grammar.relative or lows[start] == ","):
                    start += 1  # in which organizers claimed
                break
            elif low in grammar.time_opener and start + 2 < end and lows[start + 1] in grammar.time_preposition:
                start += 1  # late in the evening
            elif self.time(start) and start + 1 < end and "'s" not in lows[start + 1 : start + 3]:
                start += 1
            else:
                break
        return start

    def _behind_spell(self, start: int, end: int) -> int:
        """Where a phrase begins behind how long ago or later something was: "a year ago | the bank", "two days
        later, | both Chile and Peru"."""
        ends = (k for k in range(start + 1, min(end - 1, start + _SPELL)) if self.lows[k] in self.grammar.spell_end)
        at = next(ends, None)
        if at is None or not any(low in self.grammar.time_noun or low == "while" for low in self.lows[start:at]):
            return start
        if self.lows[at + 1] == ",":
            return at + 2
        return start if self.lows[at] in self.grammar.preposition else at + 1

    def _behind_prepositions(self, start: int, end: int) -> int:
        lows, grammar = self.lows, self.grammar
        if lows[start] in ("with", "including"):
            return start + 1
        if start + 2 < end and lows[start + 1] in grammar.relative:
            return start + 2
        for at in range(end - 2, start, -1):
            own = lows[at - 1] in ("a", "an")  # in a Sunday statement | the army said
            if (self.time(at) or (lows[at].isdigit() and len(lows[at]) == 4)) and lows[at + 1] != "'s" and not own:
                return at + 1
        for at in range(end - 1, start, -1):
            if lows[at] in grammar.determiner and lows[at - 1] not in grammar.preposition:
                return at
        for at in range(start + 1, min(end - 1, start + _LONGEST_TIME)):
            if lows[at] in grammar.time_noun and lows[at + 1] != "'s" and lows[start + 1] in grammar.determiner:
                return at + 1  # in the evening | state television
        at = end - 1
        capital = self.capital(at)
        while (
            at - 1 > start
            and lows[at - 1] not in grammar.preposition
            and lows[at - 1] not in grammar.determiner
            and (self.capital(at - 1) == capital)
        ):
            at -= 1
        return at if lows[at - 1] not in grammar.preposition else end
