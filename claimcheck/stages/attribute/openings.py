"""The words for a speaker in; where his name begins out: behind a time, a kind of body, what others tell of him."""

from __future__ import annotations

from abc import ABC

from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.coordination import Coordination
from claimcheck.stages.attribute.line import Line, in_name


class Openings(Coordination, ABC):
    """Finds what stands around a name and is no part of it; each tells how many words open the phrase."""

    def _behind_time(self, words: Line) -> int:
        """Behind the time at which a document came out, which is nobody's name: "Tuesday's | report", "last week's |
        Ipsos poll"; 0: none opens the phrase."""
        grammar, at = self.story.grammar, int(words.lows[0] in self.story.grammar.time_opener)
        timed = words.lows[at : at + 1] and words.lows[at + 1 : at + 2] == ["'s"]
        days = (grammar.weekday, grammar.time_noun, grammar.month if at else grammar.month - grammar.month_name)
        return at + 2 if timed and any(words.lows[at] in times for times in days) else 0

    def _behind_told_of(self, words: Line) -> int:
        """Behind of whom others tell, in a clause that has no "who": "the man | police say fled"; 0: nobody."""
        told = words.lows[0] in self.story.grammar.determiner and words.lows[1:2] != []
        told = told and words.lows[1] in self.classes["told-of"]
        speak = told and any(low in self.classes["collective"] for low in words.lows[2:4])
        return 2 if speak else 0

    def _behind_called(self, words: Line, core: int) -> int:
        """Behind what those are whose name follows, in a text that lost its commas: "rescue workers | the Larkin
        Corps", "a group of medics | the Larkin Union in Lima"; 0: no name follows."""
        several = self.classes["collective"] | self.classes["stand-in"] | self.story.lexicon.holders
        for at in range(1, core - 1) if self.story.unpointed else ():
            before = words.lows[at - 1]
            known = before in several and words.words[at - 1].islower()
            # Tags Homs | The Larkin Brigade
            opens = words.words[at] == "The" and before not in self.story.grammar.preposition
            if opens or (known and words.lows[at] == "the" and words.words[at + 1][0].isupper()):
                return at
        return 0

    def _behind_where(self, words: Line, core: int) -> int:
        """Behind what somebody is and where, before his name in a text that lost its commas: "a nurse at the Larkin
        clinic | Ana Roe"; 0: no name of a person follows."""
        head, first = self._head(words, core), core
        while first > 0 and in_name(words.words[first - 1]):
            first -= 1
        where = words.lows[head + 1 : head + 2] in (["at"], ["in"], ["from"])
        person = words.lows[0] in ("a", "an") and where and words.lows[head] in self.classes["anonymous"]
        if not self.story.unpointed or not person or core - first not in (2, 3) or first < head + 3:
            return 0
        before, name = words.words[first - 1], words.lows[first:core]
        noun = before.isalpha() and before.lower() not in self.memory.function
        adjective = before.endswith(tuple(self.classes["no-noun-ending"])) or before in self.classes["before-place"]
        no_person = self.classes["organisation"] | self.classes["outlet-word"] | self.classes["heading"]
        placed = self._place(words, first, core) is not None or not no_person.isdisjoint(name)
        return first if noun and not adjective and not placed else 0

    def _behind_kind(self, words: Line, core: int) -> int:
        """Behind where a body sits or what a firm is, which is no part of its name: "Lima-based | Larkin", "Phone
        maker | Berg Ltd"; 0: neither opens the phrase."""
        at = int(words.lows[0] in self.story.grammar.determiner)
        named = core > at + 1 and words.words[at + 1][0].isupper()
        run = words.lows[at].endswith("-run") and not words.words[at].islower()  # the Labour-run Larkin Council
        if named and not run and words.lows[at].endswith(tuple(self.classes["made-by-kind"])):
            stately = words.lows[core - 1] in self.classes["run-by-others"]  # the rebel-run Health Ministry
            return at + 1 if not stately else 0  # activist-operated | Larkin News network
        if named and words.lows[at].endswith("-based"):
            known = match(self.atlas.actors, words.words, at) is not None
            stately = not self.atlas.heads.isdisjoint(words.lows[at + 1 : core])
            many = words.lows[at + 1] in self.classes["of-many-lands"]  # the Paris-based | International Energy Agency
            many = many or match(self.atlas.places, words.words, at + 1) is not None  # Manama-based | US Navy officials
            return at + 1 if not known and (many or not stately) else 0
        last = next((k for k in range(1, core) if words.words[k][0].isupper()), core) - 1
        kind = 0 <= last < core - 1 and words.lows[last] in self.classes["firm"] | self.classes["outlet-opens"]
        plain = all(low.isalpha() and low not in self.memory.function for low in words.lows[:last])
        own = last == 0 and words.lows[0] in self.classes["firm-in-name"]  # Bank Melli
        small = all(word.islower() for word in words.words[: last + 1])  # of phone maker | Berg Ltd
        opens = self.story.behind_dateline(self.story.sentence_at(words.starts[0])) == words.starts[0]
        return last + 1 if kind and plain and (opens or small) and not own else 0

    def _acquainted(self, words: Line, core: int) -> int | None:
        """Behind somebody without a name, before what he is told to know: "a source | familiar with a US report",
        "two people | briefed on Chad's talks"; whose that is, is not whose he is."""
        nameless = self.classes["anonymous"] | self.classes["collective"] | self.classes["speaking-for"]
        for at in range(1, core - 1):
            if words.lows[at] in self.classes["acquainted"] and words.lows[at + 1] in ("with", "to", "on", "of", "in"):
                return at if words.lows[at - 1] in nameless else None
        return None

    def _does_by_the_way(self, words: Line, core: int) -> bool:
        """Whether a clause behind a name tells what somebody did or has, not what he is: "Roe, who met Peru's
        president", "the mayor, whose wife is Ana Berg"."""
        if words.lows[core : core + 2] == [",", "whose"]:
            return True
        if words.lows[core : core + 2] != [",", "who"]:
            return False
        grammar = self.story.grammar
        is_so = grammar.be | self.classes["leading"] | self.classes["holds-office"]
        does = next((low for low in words.lows[core + 2 :] if low not in grammar.adverb), None)
        return does is not None and does not in is_so
