"""What a token can be: a capital word, a verb, a word of time; and whether a stretch of tokens is a clause."""

from __future__ import annotations

import re

from claimcheck.stages.attribute.line import DASHES, QUOTE, STOPS, Grammar, Line

Piece = tuple[int, int]  # from a token to before a token
POSSESSIVES = ("'s", "his", "her", "their", "its")
_ARTICLES = ("the", "a", "an")  # the met office
_OBJECT_OPENS = ("the", "a", "an", "its", "their")
_TWO = 2  # tokens
_NO_VOWEL = re.compile(r"y?[^aeiouy]*ing")  # no verb has such a stem: Ling, Ying, king, spring


class Wording:
    """The tokens of one line by what they can be."""

    def __init__(self, line: Line, grammar: Grammar) -> None:
        self.line = line
        self.grammar = grammar
        self.lows = line.lows
        self.words = line.words

    def capital(self, at: int) -> bool:
        """Whether the word starts with a capital, or is made of capitals and digits."""
        return self.words[at][0].isupper()

    def bound(self, at: int) -> bool:
        """Whether no noun phrase goes over this token."""
        low = self.lows[at]
        return low in STOPS or low == QUOTE or low == "." or low in ('"', "“", "”")

    def verb(self, at: int) -> bool:
        """Whether the word looks like a verb that is finite, or a participle."""
        low = self.lows[at]
        if " ".join(self.lows[at : at + 2]) in self.grammar.verb_in_noun:
            return False  # a think tank
        if low in self.grammar.verb:
            noun = low not in self.grammar.auxiliary and (
                self._nominal_form(at) if low.endswith("s") else at > 0 and self.lows[at - 1] in _ARTICLES
            )
            return not (self.capital(at) and at > 0) and not noun and not self._attributive(at)
        if low == "'s":
            return at > 0 and self.lows[at - 1] in self.grammar.pronoun
        if not low.endswith("ed") or len(low) < 4 or low in self.grammar.not_past or self.capital(at) or "-" in low:
            return False
        return not self._attributive(at)

    def _nominal_form(self, at: int) -> bool:
        """Whether a form in -s is a noun: "of the talks", "two states", "polls show"."""
        before = self.lows[at - 1] if at else ""
        if self._governed(at) or before in self.grammar.quantifier or before.isdigit() or self._several(at):
            return True  # the index added 40 points
        after = self.lows[at + 1] if at + 1 < len(self.lows) else ""
        return self.lows[at] in self.grammar.noun_too and after in self.grammar.verb

    def _several(self, at: int) -> bool:
        """Whether a number counts a noun over the word between: "three runner-up | finishes"."""
        if at < 2 or not self.words[at - 1][0].islower() or self.lows[at - 1].endswith("s"):
            return False
        between, counted, grammar = self.lows[at - 1], self.lows[at - 2], self.grammar
        joints = (grammar.preposition, grammar.conjunction, grammar.subordinator, grammar.relative, grammar.adverb)
        small = (grammar.pronoun, grammar.auxiliary, grammar.determiner, grammar.amount_unit, grammar.time_noun)
        plain = between.replace("-", "").isalpha() and not any(between in words for words in (*joints, *small))
        several = counted in grammar.quantifier and counted not in ("one", "a", "an", "every", "each")
        return plain and (several or (counted.isdigit() and len(counted) < 4))

    def _attributive(self, at: int) -> bool:
        """Whether a past form stands before its noun: "of registered nurses", "the packed hall"."""
        if at == 0 or not self.lows[at].endswith("ed"):
            return False
        while at > 1 and self.lows[at - 1].endswith("ly"):  # of newly filed reports
            at -= 1
        return self.lows[at - 1] in self.grammar.quantifier or self._governed(at)

    def _governed(self, at: int) -> bool:
        """Whether a preposition or an article before a word makes it a noun or an adjective: "of the talks"."""
        before = self.lows[at - 1] if at else ""
        return before in self.grammar.preposition or (
            before in self.grammar.determiner and before not in self.grammar.pronoun_too
        )

    def time(self, at: int) -> bool:
        """Whether the word names a day or a month."""
        low = self.lows[at].rstrip(".")
        if low in self.grammar.weekday:
            return not self.words[at].isupper() and not self._paper(at)  # USA TODAY
        return low in self.grammar.month and self.capital(at) and not self._called(at)

    def _called(self, at: int) -> bool:
        """Whether a month is part of a name: "Sheriff | Jan Berg", "Theresa | May"; not "in May Tesla said"."""
        before, after = (self.lows[k] if 0 <= k < len(self.lows) else "" for k in (at - 1, at + 1))
        if self.lows[at] not in self.grammar.month_name or before[:1].isdigit() or after[:1].isdigit():
            return False
        opens = at == 0 or before in self.grammar.time_opener or before in self.grammar.time_preposition
        given = not opens and before.isalpha() and self.capital(at - 1) and not self._timed(before)
        led = at == 0 or given or before in self.grammar.apposed
        return given or (led and after.isalpha() and self.capital(at + 1) and not self._timed(after))

    def _timed(self, low: str) -> bool:
        apart = (self.grammar.preposition, self.grammar.determiner, self.grammar.conjunction, self.grammar.subordinator)
        return low in self.grammar.month or low in self.grammar.weekday or any(low in words for words in apart)

    def _paper(self, at: int) -> bool:
        """Whether the short form of a day ends a name: "The Varna Sun"."""
        before = self.lows[at - 1] if at else ""
        small = before in self.grammar.preposition or not (before == "the" or self.capital(at - 1))
        named = len(self.lows[at]) < 4 and before.isalpha() and not small
        dated = at + 1 < len(self.lows) and (self.lows[at + 1][0].isdigit() or self.lows[at + 1] in (",", "."))
        return named and not dated and not self.time(at - 1)

    def reduced(self, at: int) -> bool:
        """Whether a participle may hang on the noun before it: "a poll released Monday", "the man identified as"."""
        low = self.lows[at]
        if low == "being":  # a study being released on Monday
            return self.participle(at + 1)
        if not self.participle(at) or at == 0 or at + 1 >= len(self.lows):
            return False
        before, after = self.lows[at - 1], self.lows[at + 1]
        if before == "being":
            before = self.lows[at - 2]
        if (
            low in self.grammar.not_past
            or low in self.grammar.never_passive
            or before in self.grammar.pronoun
            or before in self.grammar.auxiliary
        ):
            return False
        if not (before[-1].isalnum() or before == "," or before in DASHES):
            return False
        return (
            after in self.grammar.preposition
            or self.time(at + 1)
            or after.endswith("ly")
            or after in self.grammar.behind_participle
            or (low in self.grammar.naming and self.capital(at + 1) and (before == "," or before.endswith("ly")))
        )

    def participle(self, at: int) -> bool:
        """Whether the word has the form of a past participle."""
        return at < len(self.lows) and (self.lows[at].endswith("ed") or self.lows[at] in self.grammar.participle)

    def tells(self, first: int, last: int) -> bool:
        """Whether two tokens hold between them a verb that may be finite: "20 people died in the blast"."""
        return self.clause(first, last) or any(
            self.verb(at) and at > first and self.lows[at - 1] != "," for at in range(first, last)
        )

    def clause(self, first: int, last: int) -> bool:
        """Whether a finite verb stands between two tokens, outside of a relative clause."""
        related = False
        for at in range(first, min(last, len(self.lows))):
            low = self.lows[at]
            if low in self.grammar.relative or (low == "that" and at > first and self.relative_that(at)):
                related = True
            elif low == ",":
                related = False
            elif not related and self.verb(at) and not self.reduced(at):
                return True
        return False

    def relative_that(self, at: int) -> bool:
        """Whether "that" hangs on a noun: "groups that track the war"."""
        if at == 0 or at + 1 >= len(self.lows):
            return False
        before, after = self.lows[at - 1], self.lows[at + 1]
        if self._does_what(at) or self._does_to(at):
            return True
        if self.verb(at - 1) or not before[-1].isalnum() or before in self.grammar.preposition:
            return False
        return (
            self.verb(at + 1)
            or after in self.grammar.adverb
            or (
                after not in self.grammar.determiner
                and after not in self.grammar.pronoun
                and not self.capital(at + 1)
                and not after[0].isdigit()
                and not after.endswith("s")
            )
        )

    def _does_to(self, at: int) -> bool:
        """ "The administration that | controls the east": a form in -s with an object of its own is the verb."""
        low, behind = self.lows[at + 1], self.lows[at + 2 : at + 4]
        does = low.endswith("s") and low not in self.grammar.plural and low.isalpha() and low != "this"
        if not does or self.verb(at - 1) or len(behind) < _TWO or behind[0] not in _OBJECT_OPENS:
            return False
        return behind[1] not in self.grammar.time_noun  # "said that rebels a week ago fled"

    def _does_what(self, at: int) -> bool:
        """Whether "that" tells what one body does, by a verb in -s that is in no list: "a Lima group that | audits the
        police said". One whom something is told is no such: "told a group that audits failed"."""
        low, grammar = self.lows[at + 1], self.grammar
        if self.lows[at - 1] not in grammar.organisation or not low.endswith("s") or low.endswith("ss"):
            return False
        opens = next((k for k in range(at - 2, max(-1, at - 7), -1) if self.lows[k] in ("a", "an")), None)
        told = opens is None or (opens > 0 and (self.verb(opens - 1) or self.lows[opens - 1] in grammar.preposition))
        behind = at + 2 < len(self.lows) and self.lows[at + 2][0].isalpha() and not self.verb(at + 2)
        return not told and behind and self.lows[at + 2] not in grammar.preposition

    def present_participle(self, at: int) -> bool:
        """Whether a word is a participle in -ing: "Speaking on Monday", not "Ling Wu", "Playing Field Promotions"."""
        low = self.lows[at]
        if not low.endswith("ing") or _NO_VOWEL.fullmatch(low):
            return False
        named = at + 2 < len(self.lows) and all(self.capital(k) and not self.time(k) for k in (at + 1, at + 2))
        return not (self.capital(at) and named)

    def closes(self, at: int) -> bool:
        """Whether a stretch between commas ends at a token."""
        return self.bound(at) or self.lows[at] == ","
