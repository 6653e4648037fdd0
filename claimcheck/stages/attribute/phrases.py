"""Noun phrases beside a verb: where the words for a speaker begin and end. Positions are token numbers of a line."""

from __future__ import annotations

from claimcheck.stages.attribute.leftward import Leftward
from claimcheck.stages.attribute.line import QUOTE, STOPS
from claimcheck.stages.attribute.rightward import Rightward
from claimcheck.stages.attribute.wording import Piece

_FEW = 3  # words of a quotation that may be a name


class Phrases(Leftward, Rightward):
    """Finds the noun phrases of one line."""

    def antecedent(self, phrase: Piece) -> Piece:
        """What a relative word stands for: the phrase before it. Any other phrase stands for itself."""
        first, last = phrase
        if (
            last - first > 1
            or first == 0
            or not (self.lows[first] in self.grammar.relative or self.lows[first] == "that")
        ):
            return phrase
        end = first - (self.lows[first - 1] == ",")
        return self.run_left(end), end

    def _speech(self, at: int) -> bool:
        """Whether a token is a quotation that ends as speech does, no few words of the sentence."""
        if self.lows[at] != QUOTE or self.line.ending(at) not in (",", ".", "?", "!"):
            return False
        return at == 0 or self.line.written(at).count(" ") >= _FEW

    def _within(self, first: int, at: int) -> bool:
        """Whether a verb hangs in a phrase: an infinitive, the clause of "the deal | he outlined"."""
        return self.lows[at - 1] == "to" or self._contact(first, at - 1)

    def subject(self, verb: int, start: int = 0) -> Piece | None:
        """The subject of the clause in which a second verb stands: "X met Y and said", "X left, saying"; behind
        `start`, where another clause stands before it."""
        first = verb
        while first > start and self.lows[first - 1] not in STOPS and not self._speech(first - 1):
            first -= 1
        verbs = [at for at in range(first + 1, verb) if self.verb(at) and not self._within(first, at)]
        for at in sorted(verbs, key=lambda at: (self.reduced(at), at)):
            found = self.left(at)
            whose = found is not None and found[0] > 0 and self.lows[found[0] - 1] == "whose"
            hung = found == (found[0], found[0] + 1) and self.lows[found[0]] == "that" if found is not None else False
            if found is not None and self.lows[found[0]] not in self.grammar.relative and not whose and not hung:
                return found
        return None
