"""Where the words of a verb begin: "has also said", "on Monday said", "a month later announced"."""

from __future__ import annotations

from claimcheck.stages.attribute.wording import Wording


class VerbGroups(Wording):
    """Finds what stands between a speaker and his verb."""

    def group_start(self, at: int) -> int:
        """The first token of the verb group that ends in `at`: "has also said", "on Monday said"."""
        start = at
        while start > 0:
            if start > 1 and " ".join(self.lows[start - 2 : start]) in self.grammar.adverb:
                start -= 2  # so far have confirmed, at first recognised
                continue
            if self.helps(start - 1):
                start -= 1
                continue
            if start > 3 and self.lows[start - 1] == self.lows[start - 3] == "," and self.helps(start - 2):
                start -= 3  # has, however, said
                continue
            skipped = self._time_before(start)
            if skipped == start:
                break
            start = skipped
        return start

    def _time_before(self, at: int) -> int:
        """Where words of time or medium that end before `at` begin: "on Monday", "last week", "in a statement"."""
        last = at - 1
        if last < 1:
            return at
        low = self.lows[last]
        if self.time(last) or low in self.grammar.time_noun or (len(low) == 4 and low.isdigit()):
            return self._dated_before(at)
        return self._medium_before(at) if low in self.grammar.medium else at

    def _dated_before(self, at: int) -> int:
        opener = at - 2
        while opener > 0 and (
            self.lows[opener] in self.grammar.time_opener or self.time(opener) or self.lows[opener].isdigit()
        ):
            opener -= 1
        if self.lows[opener] == "a" and self.lows[at] in ("later", "earlier", "ago"):
            return opener
        if self.lows[opener] in self.grammar.time_preposition:
            return opener if opener > 0 else at
        return opener + 1 if self.time(at - 1) or opener + 1 < at - 1 else at

    def _medium_before(self, at: int) -> int:
        opener = at - 2
        while opener > 0 and at - opener < 5 and self.lows[opener] not in self.grammar.medium_opener:
            opener -= 1
        after = self.lows[opener + 1]
        if self.lows[opener] == "at" and self.lows[at - 1] in self.grammar.seat:
            return at
        opens = opener > 0 and self.lows[opener] in self.grammar.medium_opener
        return opener if opens and (after in self.grammar.determiner or after in self.grammar.medium) else at

    def helps(self, at: int) -> bool:
        """Whether a word stands between a speaker and his verb and belongs to the verb."""
        low = self.lows[at]
        if low == "'s" and at > 0:
            return self.lows[at - 1] in self.grammar.pronoun or self.lows[at - 1] in self.grammar.relative
        if low in self.grammar.auxiliary:
            return at == 0 or not self.capital(at)  # George Will said
        return (
            low in self.grammar.adverb
            or low in self.grammar.verb_joint
            or (low == "both" and at > 1 and self.capital(at - 1))  # Berg and Roe both said
            or (low.endswith("ly") and low not in self.grammar.ly_noun)
        ) and not self.capital(at)
