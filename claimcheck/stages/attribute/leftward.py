"""Noun phrases to the left of a verb: the speaker of "the mayor, a Democrat, has also said"."""

from __future__ import annotations

from claimcheck.stages.attribute.commas import Commas
from claimcheck.stages.attribute.line import DASHES
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_MOST_SEGMENTS = 8  # entries of a list
_MONEY = ("$", "€", "£")
_OBJECTS = ("it", "them", "him", "her", "us")
_BESIDE = (["together", "with"], ["along", "with"], ["jointly", "with"], ["alongside", "its"], ["with", "its"])
_TOLD = 8  # tokens of a speaker behind "that"
_OWNED = 2  # tokens of an owner with his s
_COUNTS = 6  # tokens back to what is counted: "short URL 0 0 12 | Larkin said"
_CONTACT = ("i", "we", "he", "she", "they", "it")


class Leftward(Commas):
    """Finds the phrases that end before a token."""

    def left(self, verb: int) -> Piece | None:
        """The phrase of which the verb at `verb` is said, apposition and relative clause included."""
        end = self.group_start(verb)
        if end == 0:
            return None
        if self.lows[end - 1] == ",":
            return self._before_comma(end - 1)
        if self.lows[end - 1] == ")":
            opened = self._opening(end - 1)
            return self._before_bracket(opened, end) if opened else None
        if self.lows[end - 1] in DASHES:
            opened = self._dashed(end - 1)
            return self._before_bracket(opened, end) if opened else None
        start = self._behind_relative(end) or self._whole_left(self.run_left(end), end)
        if start > 1 and self.lows[start - 1] == "," and self.lows[start : start + 2] in _BESIDE:
            return self._before_comma(start - 1)  # Oxfam, a charity, | together with 40 partners | says
        end = next((k for k in range(start + 1, end - 1) if self.lows[k : k + 2] in _BESIDE[:2]), end)
        start = self._of_town(start, end)
        if start < end - 1 and self.lows[end - 1] == "that" and self.relative_that(end - 1):
            start = end - 1  # after polls by X that | show
        if start < end < verb and self._dated(start, end):
            end = self._dated_end(end, verb)
        start = self._behind_spell(self._behind_day(start, end), end)
        which = self.lows[end - 1] == "which" and start < end
        if which and ((start == end - 2 and not self.capital(start)) or self.lows[end - 2] == "and"):
            start = end - 1  # by the Islamic State group | which said
        start = self._with_owner(self._behind_count(self._behind_thing(start, end, verb), end))
        return (start, end) if start < end else None

    def _with_owner(self, start: int) -> int:
        """Where a phrase begins with whose it is: "In a second statement | Peru's Foreign Ministry said"."""
        if start < _OWNED or self.lows[start - 1] != "'s" or not (self.capital(start - 2) and self.capital(start)):
            return start
        first = start - 2
        while first > 0 and self.capital(first - 1):
            first -= 1
        return first

    def _behind_count(self, start: int, end: int) -> int:
        """Where a phrase begins behind a number that its verb tells: "the nine | the army admitted", "a figure | the
        group put at 40"."""
        for at in range(end - 1, start + 1, -1):
            before = self.lows[at - 1]
            counted = before[0].isdigit() or before in self.grammar.quantifier or before in self.grammar.toll
            if counted and self.lows[at] in ("the", "its", "their"):
                return at
        return self._behind_amount(start, end)

    def _behind_amount(self, start: int, end: int) -> int:
        """Where a phrase begins behind an amount of which its verb tells: "the $28 billion | analysts expected", "the
        40 percent | Larkin forecast"; not so of "40 analysts", who are counted."""
        at = end - 1
        while at > start and self.capital(at) and self.capital(at - 1):
            at -= 1
        if at <= start or not (self.capital(at) or self.lows[at].endswith("s")):
            return start
        return at if self.amount(at) > start else start

    def amount(self, end: int) -> int:
        """Where an amount begins that ends before a token, "$28 billion", "40 percent"; 0: none does."""
        at = end - 1 - (end > 1 and self.lows[end - 1] in self.grammar.amount_unit)
        while at > 1 and self.lows[at] in self.grammar.quantifier:
            at -= 1
        if not self.lows[at][0].isdigit():
            return 0
        money = at > 0 and self.lows[at - 1] in _MONEY
        united = self.lows[end - 1] in self.grammar.amount_unit or self.lows[at].endswith("%")
        return at - money if money or united else 0

    def _of_town(self, start: int, end: int) -> int:
        """Where a phrase begins that ends in a town and its land: "officials in Lyon, France | said"; not so of
        "40 fell in Lyon, | France said"."""
        land = " ".join(self.words[start:end])
        town = start > 2 and self.lows[start - 1] == "," and self.capital(start - 2)
        if not town or not (land.lower() in self.grammar.region or land in self.grammar.state_name):
            return start
        first = self.run_left(start - 1)
        joint = next((k for k in range(first + 1, start - 2) if self.lows[k] in self.grammar.preposition), None)
        if joint is None or (first > 0 and not self.closes(first - 1)):
            return start
        head = self.lows[joint - 1]
        several = head.endswith("s") or head in self.grammar.plural or head in self.grammar.counting
        return first if several and head not in self.grammar.mute and not self.clause(first, start - 1) else start

    def _behind_thing(self, start: int, end: int, verb: int) -> int:
        """Where the subject begins of a clause that hangs on a thing, by what the thing did behind its verb: "a raid |
        the army says killed 40"."""
        did = verb + 1
        if did + 1 >= len(self.lows) or not self._did(did):
            return start
        for at in range(end - 2, start, -1):
            if self.lows[at] in ("the", "a", "an") and at > start:
                thing = self.lows[at - 1]
                plain = thing.isalpha() and not self.capital(at - 1) and not self.time(at - 1)
                return at if plain and not self._joins(thing) and not self.verb(at - 1) else start
        return start

    def _did(self, at: int) -> bool:
        """Whether a verb stands here that tells what a thing did: "killed 40", "was empty"."""
        low, after = self.lows[at], self.lows[at + 1]
        counted = after[0].isdigit() or after in self.grammar.quantifier or after in self.grammar.before_number
        return low in self.grammar.auxiliary or (self.verb(at) and (counted or after in self.grammar.determiner))

    def _joins(self, low: str) -> bool:
        grammar = self.grammar
        joints = (grammar.preposition, grammar.conjunction, grammar.subordinator, grammar.adverb, grammar.relative)
        return any(low in joint for joint in joints) or low in grammar.determiner

    def _behind_day(self, start: int, end: int) -> int:
        """Where a phrase begins behind words of time that no comma parts from it: "Last Friday | the army said", "On
        May 5 | the army said"."""
        if 0 < start < end - 1 and self.lows[start].isdigit() and self.time(start - 1):
            return start + 1
        behind = start + 2
        if behind >= end or self.lows[start] not in self.grammar.time_opener or self.lows[behind] == "'s":
            return start
        timed = self.time(start + 1) or self.lows[start + 1] in self.grammar.time_noun
        starts = self.capital(behind) or self.lows[behind] in ("the", "a", "an") or self.lows[behind].endswith("s")
        return behind if timed and starts and self.lows[start] not in ("the", "that") else start

    def _behind_relative(self, end: int) -> int:
        """Where the subject of a clause begins that hangs on a noun: "the attack that | police in Kabul said killed";
        0: it hangs on none."""
        for at in range(end - 2, 0, -1) if self.lows[end - 1] not in self.grammar.pronoun else ():
            if self.verb(at) or self.bound(at) or self.lows[at] == ",":
                break
            if self.lows[at] in self.grammar.relative or (self.lows[at] == "that" and self.relative_that(at)):
                lone = at + 2 == end and self.verb(at + 1)  # a worker who escaped | said
                # men who collect reports | said
                lone = lone or (at + 3 == end and self.words[at + 1].islower() and self._read(at + 1, end - 1))
                opens = self.lows[at + 1] in self.grammar.preposition
                return 0 if lone or opens or self._does(at) or self._does_what(at) else at + 1
        return 0

    def _read(self, does: int, what: int) -> bool:
        """Whether documents are what somebody does something with: "who | collect reports"."""
        low, grammar = self.lows[does], self.grammar
        verb = low.isalpha() and not (low.endswith("s") or low in grammar.plural or low in grammar.organisation)
        return verb and low not in grammar.determiner and self.lows[what] in grammar.document

    def _does(self, at: int) -> bool:
        """Whether the verb of "who" follows at once, in its base form: "the Roes, who | live in Oslo, recalled".

        Not so in "Roe, who for weeks had said", nor in "the men who police say died".
        """
        low, grammar = self.lows[at + 1], self.grammar
        if low.endswith("ly") and low not in grammar.ly_noun:
            return True  # which closely tracks the war
        what = self.lows[at + 3] if self.lows[at + 2] == "on" else self.lows[at + 2]  # which relies on | a network
        opens = what in ("a", "an", "its", "their") or self.lows[at + 2] == "the"
        if low.endswith("s") and opens and low not in grammar.plural:
            return self.lows[at - 1] != ","  # the group which tracks the war
        if self.lows[at] == "which" and self.lows[at - 1] != "," and low.endswith("s") and self._object(at + 2):
            return True
        noun = low.endswith("s") or low in grammar.plural or low in grammar.pronoun or low in grammar.organisation
        bare = low.isalpha() and not self.capital(at + 1) and not noun and low not in grammar.determiner
        if bare and opens and (self.lows[at - 1].endswith("s") or self.lows[at - 1] in grammar.plural):
            return self.lows[at - 1] != ","  # the rebels that control the north
        return self.lows[at] == "who" and bare and self.lows[at + 2] in grammar.preposition

    def _object(self, at: int) -> bool:
        """Whether a bare noun stands where a verb's object may: "which monitors | violence", not "rebels | near"."""
        low, grammar = self.lows[at], self.grammar
        joints = (grammar.preposition, grammar.conjunction, grammar.subordinator, grammar.adverb, grammar.auxiliary)
        tied = self.lows[at + 1] in ("to", "with") or low in ("there", "here")  # which rebels loyal to him said
        return low.isalpha() and not (tied or self.verb(at) or any(low in joint for joint in joints))

    def _whole_left(self, start: int, end: int) -> int:
        """With what stands before a comma and belongs to it: "another friend, Y told", "the dry, long report"."""
        if start < 2 or start >= end or self.lows[start - 1] != ",":
            return start
        if self._who_is(start, end) and self._called_alone(start - 2):
            return start - 2  # Roe, the nominee who | says
        if start < 3:
            return start
        if self.lows[start].isdigit() and self.lows[start - 2].isdigit() and self.time(start - 3):
            first = start - 3  # a May 15, 2011 email
            return first - (first > 0 and self.lows[first - 1] in self.grammar.determiner)
        if (
            self.lows[start - 3] in ("the", "a", "an")
            and (start == 3 or self.bound(start - 4))
            and end - start > 1
            and not self._nominal(start - 2)
            and self._describes(start)
        ):
            return start - 3
        first = start - 1
        while first > 0 and not self.bound(first - 1) and self.lows[first - 1] != ",":
            first -= 1
        titled = (
            self.lows[first] in ("another", "a", "an", "one", "his", "her", "their", "its")
            and start - 1 - first <= 7
            and self.lows[end + 1 : end + 2] != [","]  # a response, | Israel says, to the raid
        )
        who = self._who_is(start, end)
        if (who or self._is_a(start, end)) and self._lone_name(first, start - 1):
            return first  # Ana Berg, a professor at Oxford | told
        return first if titled and self.capital(start) and not self.clause(first, start - 1) else start

    def _called_alone(self, at: int) -> bool:
        """Whether a capital word that stands alone may be a name: no day, no adverb, no preposition."""
        low, grammar = self.lows[at], self.grammar
        if not self.capital(at) or (at > 0 and not self.closes(at - 1)):
            return False
        others = (grammar.preposition, grammar.adverb, grammar.pronoun, grammar.conjunction, grammar.determiner)
        return not (self.time(at) or low.endswith("ly") or any(low in words for words in others))

    def _who_is(self, start: int, end: int) -> bool:
        """Whether a phrase tells what somebody is who says something: "the nominee who | says"."""
        return self.lows[end - 1] == "who" and self.lows[start] in ("the", "a", "an")

    def _is_a(self, start: int, end: int) -> bool:
        """Whether a phrase tells what somebody is: "a professor of history at Oxford"."""
        return self.lows[start] in ("a", "an", "the") and any(
            self.lows[k] in self.grammar.apposed for k in range(start + 1, min(end, start + 4))
        )

    def _lone_name(self, first: int, last: int) -> bool:
        """Whether nothing but a name of two to four words stands between two tokens."""
        opens = self.lows[first] in self.grammar.preposition or self.lows[first] in self.grammar.adverb
        return (
            not opens and 1 < last - first < 5 and all(self.capital(k) and not self.time(k) for k in range(first, last))
        )

    def _describes(self, at: int) -> bool:
        """Whether a word goes on with a description, and opens no clause: "the snarky, | anti-X headline"."""
        low = self.lows[at]
        return (
            low not in self.grammar.pronoun
            and low not in self.grammar.relative
            and low not in self.grammar.determiner
            and not self.capital(at)
            and not (low.endswith("ing") or low in self.grammar.quantifier or low[0].isdigit())
        )

    def _nominal(self, at: int) -> bool:
        """Whether a word is known for a noun: "the toll, | local rescuers said" is no "dry, long report"."""
        grammar, low = self.grammar, self.lows[at]
        return low in grammar.toll or low in grammar.mute or low in grammar.document or low in grammar.organisation

    def _dated(self, start: int, end: int) -> bool:
        """Whether words of time behind the phrase are its own: "a poll released Saturday found"."""
        return self.lows[end - 1].endswith("ed") or any(low in self.grammar.document for low in self.lows[start:end])

    def _dated_end(self, end: int, verb: int) -> int:
        while verb > end:
            if " ".join(self.lows[verb - 2 : verb]) in self.grammar.adverb:
                verb -= 2  # a tally has so far | shown
            elif self.helps(verb - 1):
                verb -= 1
            else:
                break
        return verb

    def _opening(self, at: int) -> int:
        for opened in range(at - 1, max(-1, at - 12), -1):
            if self.lows[opened] == "(":
                return opened
        return 0

    def _dashed(self, at: int) -> int:
        """Where an aside between dashes opens, if it is no clause: "the report — released on Monday — says"."""
        for opened in range(at - 1, max(-1, at - 30), -1):
            if self.lows[opened] in DASHES:
                return 0 if self.clause(opened + 1, at) else opened
        return 0

    def _before_bracket(self, opened: int, end: int) -> Piece | None:
        start = self.run_left(opened)
        return (start, end) if start < opened else None

    def run_left(self, end: int) -> int:
        """Where the noun phrase that ends before `end` begins, within its stretch between commas."""
        grammar, lows = self.grammar, self.lows
        first = end
        while first > 0 and not self.bound(first - 1) and lows[first - 1] != ",":
            first -= 1
        start, listed = end, False
        while start > first:
            at = start - 1
            low = lows[at]
            if start < end and self._contact(first, at):  # last month, in the clip | it said
                start -= 1
                continue
            if start == end and self.related_object(at):
                start -= 1  # the group that supports it | said
                continue
            if low in grammar.pronoun and low not in ("both", "one"):
                joined = start < end and lows[start] == "and"  # he and Mr. Allen
                return at if start == end or joined else start
            if self._begins(start, end):
                return start
            if low == "and" and at > first and not self.clause(self._behind_that(first, at), at):
                listed = True
            elif self._ends_phrase(first, at, end):
                break
            start -= 1
        if listed and start == first and first > 0 and lows[first - 1] == ",":
            start = self._list_left(first)
        return self._trim(start, end)

    def _behind_that(self, first: int, at: int) -> int:
        """Where what is told begins behind "that": "it was recalled that | the media and friends wrote"."""
        opens = (k + 1 for k in range(at - 1, max(first, at - _TOLD), -1) if self.lows[k] == "that")
        begin = next(opens, first)
        return begin if begin > first and not self.relative_that(begin - 1) else first

    def related_object(self, at: int) -> int:
        """Where a relative clause opens of which a pronoun is the object: "the group | that supports it"; 0: of
        none."""
        if at < 3 or self.lows[at] not in _OBJECTS or self.lows[at - 2] not in (*self.grammar.relative, "that"):
            return 0
        does, noun = self.lows[at - 1], self.lows[at - 3]
        verb = does.isalpha() and does.endswith(("s", "ed")) and does not in self.grammar.plainly_said
        joined = self._joins(noun) or noun in self.grammar.pronoun or self.verb(at - 3)
        return at - 2 if verb and noun.isalpha() and not joined else 0

    def _begins(self, at: int, end: int) -> bool:
        """Whether a sentence begins inside the line, behind a date, a headline or a count of the page.

        "Published April 19 2017 | A monitor said", "40 Killed in Three Days | Activists said", "Views 72 | Larkin said"
        """
        if at >= end or at < 2:
            return False
        if self.capital(at) and self.lows[at - 1].isdigit():
            counts = next((k for k in range(at - 2, max(-1, at - _COUNTS), -1) if not self.lows[k].isdigit()), 0)
            if self.lows[counts] in self.grammar.page_count:
                return True
        if self.lows[at - 1] in self.grammar.time_noun:
            before = self.lows[at - 2]
            return self.capital(at) and self.capital(at - 1) and (before.isdigit() or before in self.grammar.quantifier)
        stamped = at > 3 and self.lows[0].endswith("ed") and self.time(1) and self.capital(at)
        return (self.words[at] in ("A", "An", "The") or (stamped and at < 6)) and self.lows[at - 1].isdigit()

    def _ends_phrase(self, first: int, at: int, end: int) -> bool:
        """Whether a word to the left of `end` cannot belong to the phrase: a joint of clauses, a verb."""
        low = self.lows[at]
        if low in ("since", "until", "before", "after") and (self.lows[at + 1][0].isdigit() or self.time(at + 1)):
            return False
        if low in ("after", "before", "during") and self._made_then(first, at, end):
            return False
        if low in self.grammar.subordinator:
            return not (low == "that" and (self.relative_that(at) or self._issued(first, at, at + 1, end)))
        if at > first and (self.lows[at - 1] == "to" or self.lows[at - 2 : at] == ["to", "be"]):
            return False  # figures to be released
        if low in self.grammar.conjunction:
            return True
        if not self.verb(at) or self._hangs(first, at):
            return False
        return at < end - 1 or not any(self._issued(first, k, k, end) for k in range(first + 1, at))

    def _made_then(self, first: int, at: int, end: int) -> bool:
        """Whether words of an occasion hang on a document: "a statement by Chad and Mali | after their talks"."""
        short = at + 2 < end <= at + 4
        made = any(low in self.grammar.document for low in self.lows[first + 1 : at]) and not self.clause(first, at)
        owned = self.lows[at + 1] in POSSESSIVES or self.lows[at + 1] in ("the", "a")
        return short and owned and made and not any(self.verb(k) for k in range(at + 1, end))

    def _issued(self, first: int, at: int, subject: int, end: int) -> bool:
        """Whether a clause with a subject of its own hangs on a document: "figures | that the ministry released",
        "papers | the union obtained"."""
        document, opens = self.lows[at - 1] in self.grammar.document, self.lows[subject] in self.grammar.determiner
        if at <= first or not document or not (opens or self.capital(subject)) or self.clause(first, at):
            return False
        return any(self.verb(k) for k in range(subject + 1, end))

    def _hangs(self, first: int, at: int) -> bool:
        """Whether a verb belongs to a relative clause, or to a participle beside its noun."""
        if self.reduced(at) or self._contact(first, at - 1):
            return True
        return any(
            self.lows[k] in self.grammar.relative or (self.lows[k] == "that" and self.relative_that(k))
            for k in range(first + 1, at)
        )

    def _contact(self, first: int, at: int) -> bool:
        """Whether a pronoun opens a clause that hangs on the noun before it: "the experts | I interviewed said"."""
        if at <= first or at + 1 >= len(self.lows) or self.lows[at] not in _CONTACT:
            return False
        if not self.verb(at + 1) or self.lows[at + 1] == "'s":
            return False
        noun, grammar = self.lows[at - 1], self.grammar
        joints = (grammar.conjunction, grammar.subordinator, grammar.preposition, grammar.relative, grammar.adverb)
        joined = any(noun in joint for joint in joints)  # a rally at which | he said
        return noun.isalpha() and not (joined or self.verb(at - 1) or self.time(at - 1))

    def _of_those(self, first: int, last: int) -> bool:
        """Whether a stretch between commas tells of some that were named before it: "two of them children"."""
        told = self.grammar.told_before
        return any(self.lows[k] == "of" and self.lows[k + 1] in told for k in range(first, last - 1))

    def _list_left(self, first: int) -> int:
        """Where a list begins whose last entries are "B and C": "A, B and C said"."""
        start = first
        for _ in range(_MOST_SEGMENTS):
            if start == 0 or self.lows[start - 1] != ",":
                break
            before = start - 1
            while before > 0 and not self.bound(before - 1) and self.lows[before - 1] != ",":
                before -= 1
            if (
                (start - 1 - before > 6 and not (self.capital(start) and self.capital(start - 2)))
                or self.clause(before, start - 1)
                or self.lows[before] in self.grammar.preposition
                or self.present_participle(before)
                or any(self.lows[k][0].isdigit() for k in range(before, start - 1))
                or self._of_those(before, start - 1)
            ):
                break  # killing at least 12 people, | police and medics said
            start = before
        return start
