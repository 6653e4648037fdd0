"""Noun phrases to the left of a verb: the speaker of "the mayor, a Democrat, has also said"."""

from __future__ import annotations

from claimcheck.stages.attribute.line import DASHES
from claimcheck.stages.attribute.wording import Piece, Wording

_MOST_SEGMENTS = 8


class Leftward(Wording):
    """Finds the phrases that end before a token."""

    def group_start(self, at: int) -> int:
        """The first token of the verb group that ends in `at`: "has also said", "on Monday said"."""
        start = at
        while start > 0:
            if self._helps(start - 1):
                start -= 1
                continue
            if start > 3 and self.lows[start - 1] == self.lows[start - 3] == "," and self._helps(start - 2):
                start -= 3  # has, however, said
                continue
            skipped = self._time_before(start)
            if skipped == start:
                break
            start = skipped
        return start

    def _time_before(self, at: int) -> int:
        """Where words of time that end before `at` begin: "on Monday", "last week", "in 2016", "in a statement"."""
        start = at - 1
        if start < 1:
            return at
        low = self.lows[start]
        if self.time(start) or low in self.grammar.time_noun or (len(low) == 4 and low.isdigit()):
            opener = start - 1
            while opener > 0 and (
                self.lows[opener] in self.grammar.time_opener or self.time(opener) or self.lows[opener].isdigit()
            ):
                opener -= 1
            if self.lows[opener] == "a" and self.lows[at] in ("later", "earlier", "ago"):
                return opener
            if self.lows[opener] in ("in", "on", "at", "by", "during", "since", "earlier"):
                return opener if opener > 0 else at
            return opener + 1 if self.time(start) or opener + 1 < start else at
        if low in self.grammar.medium and start >= 2:
            opener = start - 1
            while opener > 0 and start - opener < 4 and self.lows[opener] not in ("in", "on", "at", "via", "through"):
                opener -= 1
            if (
                self.lows[opener] in ("in", "on", "at", "via", "through")
                and opener > 0
                and self.lows[opener + 1]
                in (
                    "a",
                    "an",
                    "its",
                    "his",
                    "her",
                    "their",
                    "twitter",
                    "the",
                    "facebook",
                    "telegram",
                    "television",
                )
            ):
                return opener
        return at

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
        start = self._whole_left(self.run_left(end), end)
        if start < end - 1 and self.lows[end - 1] == "that" and self.relative_that(end - 1):
            start = end - 1  # after polls by X that | show
        if start < end < verb and self._dated(start, end):
            end = self._dated_end(end, verb)
        return (start, end) if start < end else None

    def _whole_left(self, start: int, end: int) -> int:
        """With what stands before a comma and belongs to it: "another friend, Y told", "the dry, long report"."""
        if start < 3 or start >= end or self.lows[start - 1] != ",":
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
            self.lows[first] in ("another", "a", "an", "one", "his", "her", "their", "its") and start - 1 - first <= 7
        )
        return first if titled and self.capital(start) and not self.clause(first, start - 1) else start

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
        while verb > end and self._helps(verb - 1):
            verb -= 1
        return verb

    def _helps(self, at: int) -> bool:
        """Whether a word stands between a speaker and his verb and belongs to the verb."""
        low = self.lows[at]
        if low == "'s" and at > 0:
            return self.lows[at - 1] in self.grammar.pronoun or self.lows[at - 1] in self.grammar.relative
        if low in self.grammar.auxiliary:
            return at == 0 or not self.capital(at)  # George Will said
        return (
            low in self.grammar.adverb
            or low in ("not", "each")
            or (low == "both" and at > 1 and self.capital(at - 1))  # Berg and Roe both said
            or (low.endswith("ly") and low not in self.grammar.ly_noun)
        ) and not self.capital(at)

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
            if low in grammar.pronoun and low not in ("both", "one"):
                joined = start < end and lows[start] == "and"  # he and Mr. Allen
                return at if start == end or joined else start
            if self._begins(start, end):
                return start
            if low == "and" and at > first and not self.clause(first, at):
                listed = True
            elif self._ends_phrase(first, at):
                break
            start -= 1
        if listed and start == first and first > 0 and lows[first - 1] == ",":
            start = self._list_left(first)
        return self._trim(start, end)

    def _begins(self, at: int, end: int) -> bool:
        """Whether a sentence begins inside the line, behind a date or a headline that lost its end.

        "Published April 19 2017 | A monitor said", "40 Killed in Three Days | Activists said"
        """
        if at >= end or at < 2:
            return False
        if self.lows[at - 1] in self.grammar.time_noun:
            before = self.lows[at - 2]
            return self.capital(at) and self.capital(at - 1) and (before.isdigit() or before in self.grammar.quantifier)
        return self.words[at] in ("A", "An", "The") and self.lows[at - 1].isdigit()

    def _ends_phrase(self, first: int, at: int) -> bool:
        """Whether a word to the left cannot belong to the phrase: a joint of clauses, a verb."""
        low = self.lows[at]
        if low in ("since", "until", "before", "after") and (self.lows[at + 1][0].isdigit() or self.time(at + 1)):
            return False
        if low in self.grammar.subordinator:
            return not (low == "that" and self.relative_that(at))
        if at > first and (self.lows[at - 1] == "to" or self.lows[at - 2 : at] == ["to", "be"]):
            return False  # figures to be released
        return low in self.grammar.conjunction or (self.verb(at) and not self._hangs(first, at))

    def _hangs(self, first: int, at: int) -> bool:
        """Whether a verb belongs to a relative clause, or to a participle beside its noun."""
        if self.reduced(at):
            return True
        return any(
            self.lows[k] in self.grammar.relative or (self.lows[k] == "that" and self.relative_that(k))
            for k in range(first + 1, at)
        )

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
            ):
                break
            start = before
        return start

    def _trim(self, start: int, end: int) -> int:
        """Behind what may open a clause before its subject: "But", "On Monday", "In a statement"."""
        grammar, lows = self.grammar, self.lows
        while start < end:
            low = lows[start]
            if low in grammar.relative and start + 1 < end and not self.verb(start + 1):
                start += 1
                continue
            if low == "according":
                return end
            if low in grammar.adverb or low in grammar.conjunction or low in grammar.subordinator or low == "'s":
                start += 1
            elif low in grammar.preposition:
                start = self._behind_prepositions(start, end)
                if start < end - 1 and lows[start] in grammar.relative:
                    start += 1  # in which organizers claimed
                break
            elif self.time(start) and start + 1 < end and "'s" not in lows[start + 1 : start + 3]:
                start += 1
            else:
                break
        return start

    def _behind_prepositions(self, start: int, end: int) -> int:
        lows, grammar = self.lows, self.grammar
        if lows[start] in ("with", "including"):
            return start + 1
        if start + 2 < end and lows[start + 1] in grammar.relative:
            return start + 2
        for at in range(end - 2, start, -1):
            if self.time(at) or (lows[at].isdigit() and len(lows[at]) == 4):
                return at + 1
        for at in range(end - 1, start, -1):
            if lows[at] in grammar.determiner and lows[at - 1] not in grammar.preposition:
                return at
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
            if number > 0 and self._may_lead(first):
                base = first
            if first == 0 or self.lows[first - 1] != ",":
                break
            if number > 0 and (self._named(first) or self.lows[first] == "as"):
                break
            start = first - 1
        if base is None:
            return None
        begin = self._trim(base, comma)
        end = self._hung_end(begin, comma)
        return (begin, end) if begin < end else None

    def _behind_joint(self, first: int, last: int) -> int | None:
        """Where a second clause begins that a stretch ends with: "it comes after | the Post, which"."""
        for at in range(last - 2, first, -1):
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
        low = self.lows[first]
        if low in self.grammar.relative:
            return True
        if low.endswith("ing") and not self.named_ing(first):
            return number == 0 or not self.clause(first + 1, last)
        if number == 0 and low in ("after", "before", "when", "while", "as"):
            return True
        if self.verb(first) and self.reduced(first):
            return not self.clause(first + 1, last)
        if low in ("but", "because", "although", "if", "when", "while", "after", "before", "that"):
            return False
        return not self.clause(first, last)

    def _may_lead(self, first: int) -> bool:
        low = self.lows[first]
        hangs = (low.endswith("ing") and not self.named_ing(first)) or (self.verb(first) and not self.capital(first))
        figure = low[0].isdigit() and "-" not in low  # an 81-year-old leads
        return low not in self.grammar.relative and not figure and not hangs

    def _named(self, first: int) -> bool:
        """Whether the stretch starts with a name that stands by itself, not with a state behind a town."""
        if not self.capital(first) or self.lows[first] in self.grammar.determiner:
            return False
        alone = self.lows[first + 1] == ","
        state = self.lows[first] in self.grammar.region or self.words[first].endswith(".") or "-" in self.words[first]
        return not (alone and state)
