"""Noun phrases to the right of a cue: the speaker of "said the mayor, a Democrat" and of "according to the mayor"."""

from __future__ import annotations

from claimcheck.stages.attribute.line import QUOTE
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece, Wording

_CLAUSE = 10  # tokens up to the verb of a clause that hangs on a document
_REFERRING = ["with", "reference", "to"]  # "reports AFP | with reference to the ministry"


class Rightward(Wording):
    """Finds the phrases that begin at a token."""

    def right(self, first: int) -> Piece | None:
        """The speaker that follows its verb: "said the mayor, a Democrat". None where a clause follows."""
        lows, grammar = self.lows, self.grammar
        if first >= len(lows) or self.bound(first) or lows[first] == ",":
            return None
        low = lows[first]
        if low in grammar.pronoun and low != "one":  # said one owner of a shop
            return None if first + 1 < len(lows) and not self.closes(first + 1) else (first, first + 1)
        if (
            self.time(first)
            or self._dated_from(first)
            or low in grammar.preposition
            or low in grammar.subordinator
            or low in grammar.adverb
            or low in grammar.conjunction
            or low in grammar.auxiliary
            or low in grammar.no_speaker
            or low[0].isdigit()
            or not low[0].isalnum()
            or (self.verb(first) and not self.capital(first))
        ):
            return None
        last = self._run_right(first, strict=True)
        return (first, last) if last is not None and last > first else None

    def _dated_from(self, first: int) -> bool:
        """Whether words of time begin that are whole: "said | last week he would go"."""
        opens = self.lows[first] in self.grammar.time_opener and self.lows[first] not in self.grammar.determiner
        ahead = self.lows[first + 1 : first + 3]
        return opens and bool(ahead) and ahead[0] in self.grammar.time_noun and ahead[1:] != ["'s"]

    def _run_right(self, first: int, *, strict: bool) -> int | None:
        """Where the phrase from `first` ends. None, where strict, if it turns out to be the subject of a clause."""
        lows, grammar = self.lows, self.grammar
        at, related = first, False
        while at < len(lows):
            low = lows[at]
            if low == ",":
                hung = self.apposition(at + 1)
                if hung is None:
                    break
                at = hung
                continue
            if low in grammar.relative or (at > first and self._relates(at, strict=strict)):
                related = True
            elif at > first and self.verb(at) and not related and not self.reduced(at):
                return None if strict else at
            elif self._stops(first, at, strict=strict, related=related):
                break
            at += 1
        return at

    def _stops(self, first: int, at: int, *, strict: bool, related: bool) -> bool:
        """Whether a phrase that runs to the right is over before a token."""
        low = self.lows[at]
        if self.bound(at):
            return low != QUOTE or strict or at == first
        clausal = low == "as" and self.lows[at + 1 : at + 2] != [] and self.lows[at + 1] in self.grammar.pronoun
        if low in self.grammar.subordinator and (clausal or low not in ("as", "than")):
            return not related
        if low == "and":
            return not self._goes_on(at)
        if low == "but" or self.lows[at : at + 3] == _REFERRING:
            return True
        return at > first and ((strict and (self.medium(at) or self._when(at))) or self._next_phrase(at))

    def _next_phrase(self, at: int) -> bool:
        """Whether a new phrase begins without a comma: "international media | the events"."""
        low, before = self.lows[at], self.lows[at - 1]
        if low not in self.grammar.phrase_opener:
            return False
        grammar = self.grammar
        if low == "at" and self.lows[at + 1 : at + 2] != ["least"]:
            return False
        if low == "the" and self.capital(at - 1) and at + 1 < len(self.lows) and self.capital(at + 1):
            return False  # Save the Children
        return (before[0].isalnum() or before[0] == "(") and not (
            before in grammar.preposition
            or before in grammar.conjunction
            or before in grammar.determiner
            or before in self.grammar.before_article
            or before in grammar.adverb
            or before in grammar.subordinator
            or self.verb(at - 1)
        )

    def _relates(self, at: int, *, strict: bool) -> bool:
        """Whether a clause hangs on the noun before a token: "groups | that track it", "a report | the bank issued"."""
        return (self.lows[at] == "that" and self.relative_that(at)) or (not strict and self._published(at))

    def _published(self, at: int) -> bool:
        """Whether a clause hangs on a document of who made it: "a toll | that Oxfam issued"."""
        before, grammar = self.lows[at - 1], self.grammar
        if before not in grammar.document and before not in grammar.reckoned:
            return False
        opens = self.lows[at] == "that" or self.lows[at] in grammar.determiner or self.capital(at)
        ahead = range(at + 1, min(len(self.lows), at + _CLAUSE))
        stop = next((k for k in ahead if self.verb(k) and self.lows[k] not in grammar.auxiliary), None)
        return opens and stop is not None and self.lows[stop] in grammar.made and "," not in self.lows[at:stop]

    def _when(self, at: int) -> bool:
        low = self.lows[at]
        if self.time(at) or low in self.grammar.when:
            return True
        after = self.lows[at + 1] if at + 1 < len(self.lows) else ""
        if (
            low in self.grammar.time_preposition
            and at + 1 < len(self.lows)
            and (self.time(at + 1) or (after.isdigit() and len(after) == 4))
        ):
            return True
        return low in self.grammar.time_opener and (
            after in self.grammar.time_noun or (at + 1 < len(self.lows) and self.time(at + 1))
        )

    def medium(self, at: int) -> bool:
        """Whether "in a statement", "on Twitter", "at a news conference" begins here."""
        if self.lows[at] not in self.grammar.medium_leader:
            return False
        ahead = self.lows[at + 1 : at + 6]
        for step, low in enumerate(ahead):
            if low in self.grammar.medium:
                return True
            if not low[0].isalnum() or (step > 0 and low in self.grammar.preposition):
                return False
        return False

    def _goes_on(self, at: int) -> bool:
        """Whether "and" joins a second speaker, not a second clause."""
        behind = next((k for k in range(at + 1, len(self.lows)) if not self.number(k)), at)
        if behind > at + 1 and self.lows[behind] == "according":
            return False  # 90,000 according to the police and | 300,000 according to the unions
        for k in range(at + 1, min(len(self.lows), at + 9)):
            if self.closes(k) or (k > at + 1 and self._next_phrase(k)):
                break
            if self.verb(k) and not self.reduced(k):
                return False
        return at + 1 < len(self.lows) and not self.closes(at + 1)

    def apposition(self, first: int) -> int | None:
        """Where an apposition that begins at `first` ends, or None where none begins."""
        lows, grammar = self.lows, self.grammar
        if first >= len(lows) or self.bound(first) or not self._may_appose(first):
            return None
        related = lows[first] in grammar.relative
        at = first
        while at < len(lows) and not self.bound(at) and lows[at] != ",":
            if lows[at] in grammar.relative or lows[at] == "that":
                related = True
            elif self.verb(at) and not related and not self.reduced(at) and at > first:
                return None
            elif at > first and not related and (self.medium(at) and lows[at] in ("in", "on", "at", "during")):
                break
            at += 1
        return at

    def _may_appose(self, first: int) -> bool:
        """Whether an apposition may open with a word: a name, "the …", "who …"; of what is small only few others."""
        lows, grammar = self.lows, self.grammar
        low = lows[first]
        if (
            not low[0].isalnum()
            or low in grammar.conjunction
            or (low in grammar.subordinator and low != "once")
            or low in grammar.adverb
            or low in grammar.auxiliary
            or low in grammar.pronoun
            or (low.endswith("ing") and not self.capital(first))
            or (low in grammar.preposition and low not in ("of", "from"))
            or self.time(first)
            or low == ","
        ):
            return False
        if low[0].isdigit() and not (first + 1 >= len(lows) or self.closes(first + 1)):
            return False
        small = self.words[first][0].islower()
        return not small or low in grammar.determiner or low in grammar.apposed or low in grammar.relative

    def named_by(self, first: int) -> Piece | None:
        """The phrase after "according to": it may hold participles and dates."""
        if first >= len(self.lows) or (self.bound(first) and self.lows[first] != QUOTE):
            return None
        last = self._run_right(first, strict=False)
        return (first, self._before_count(first, last)) if last is not None and last > first else None

    def _before_count(self, first: int, last: int) -> int:
        """Where a phrase ends that ran into the clause told: "according to Reuters | over 40 strikes killed"."""
        if last >= len(self.lows) or not self.verb(last):
            return last
        for at in range(first + 1, last - 1):
            opens = at
            while opens > first + 1 and self.lows[opens - 1] in self.grammar.before_number | {"a"}:
                opens -= 1
            if self.number(at) and self._new_phrase(opens) and self.words[last - 1].islower():
                return opens
        return last

    def number(self, at: int) -> bool:
        """Whether a token is a number."""
        return self.lows[at][0].isdigit() or self.lows[at] in self.grammar.quantifier

    def _new_phrase(self, at: int) -> bool:
        """Whether nothing before a token draws it to what stands there."""
        before, grammar = self.lows[at - 1], self.grammar
        drawn = (
            before in grammar.preposition
            or before in grammar.conjunction
            or before in grammar.determiner
            or before in POSSESSIVES
            or before in grammar.adverb
            or before in grammar.subordinator
            or self.verb(at - 1)
        )
        return before[0].isalnum() and not drawn and not self.time(at - 1) and not self.number(at - 1)
