"""Where what a cue tells ends: at a stop, where the narrator goes on, where the clause that it hangs in is over."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.stages.attribute.fitness import Fitness
from claimcheck.stages.attribute.line import DASHES, QUOTE
from claimcheck.stages.attribute.wording import Piece

_AS_WELL = ["as", "well", "as"]
_FRONT = 5  # tokens before the word that opens such a clause


class Reach:
    """Looks at what stands behind the cues of one line."""

    def __init__(self, fitness: Fitness) -> None:
        self.fitness = fitness
        self.phrases = fitness.phrases
        self.lows = fitness.lows
        self.size = len(fitness.lows)
        self.grammar = fitness.grammar

    def behind(self, begin: int, first: int, *, brief: bool = False) -> list[Piece]:
        """What a speaker who begins at `first` tells from `begin` on. `brief`: no clause, but a thing brought up."""
        told = self.closed(begin)
        related = self.lows[first] in self.grammar.relative
        if brief or related:
            told = self._until_dash(told)
        if related or (
            first > 0 and (self.lows[first - 1] in self.grammar.relative or self.lows[first - 1] == "where")
        ):
            told = self._until_resumed(told)  # the plan, which some have argued was bad, | was an insult
        if brief:  # demand an end to the siege, | which has starved 40
            told = self._until(told, lambda at: self.lows[at] in self.grammar.relative)
        if self.subordinate(first):
            told = self.until_main(told)
        return self._without_asides(self._until_narrator(self._until_place(self._until_when(told)), brief=brief))

    def closed(self, at: int) -> Piece:
        """From a token to the end of the line, or of the brackets in which it stands."""
        bracket = 0
        for k in range(at, self.size):
            bracket += (self.lows[k] == "(") - (self.lows[k] == ")")
            if bracket < 0:
                return at, k
        return at, self.size

    def finite_at(self, at: int) -> bool:
        """Whether a verb goes on with a clause: "“Family leave,” the paper states, | becomes available"."""
        return at < self.size and self.phrases.verb(at) and not self.phrases.reduced(at)

    def _until_dash(self, piece: Piece) -> Piece:
        """A relative clause ends at a dash: "voters who say they will -- 64 percent, according to Y"."""
        first, last = piece
        return first, next((k for k in range(first, last) if self.lows[k] in DASHES), last)

    def _until_narrator(self, piece: Piece, *, brief: bool) -> Piece:
        """Before a clause that the narrator adds: "said she stays, | but she left", "says it rains, | as they flee"."""
        first, last = piece
        for at in range(first + 1, last - 2):
            if self.lows[at] == "," and self.lows[at + 1] in ("and", "but") and self._adds(at + 2, brief=brief):
                return first, at
            joins = self.lows[at + 1 : at + 4] == _AS_WELL  # "said 29 died, | as well as 40 were hurt"
            if self.lows[at] == "," and self.lows[at + 1] == "as" and not joins and self.opens_clause(at + 2):
                return first, at
        return piece

    def _adds(self, at: int, *, brief: bool) -> bool:
        """Whether a clause is put beside what was told: of somebody named in it, or beside a mere thing."""
        if self.lows[at] == "when" and self.lows[at + 1] in self.grammar.made_to_answer:
            return True
        return (brief or self.lows[at] in ("he", "she", "they", "it")) and self.opens_clause(at)

    def _until_place(self, piece: Piece) -> Piece:
        """What the narrator tells of a place is his: "said it burned in Ava, | where 40 live"."""
        first, last = piece
        return first, next((k for k in range(first, last - 1) if self.lows[k : k + 2] == [",", "where"]), last)

    def _until_when(self, piece: Piece) -> Piece:
        """Before words that tell when a thing was done that is no clause: "expected such a crowd | 14 months ago"."""
        first, last = piece
        ago = next((at for at in range(first + 4, last) if self.lows[at] in self.grammar.since_when), None)
        if ago is None or self.lows[ago - 1] not in self.grammar.time_noun or self.phrases.clause(first, ago):
            return piece
        before = self.lows[ago - 3]
        thing = before.isalpha() and before not in self.grammar.preposition and before not in self.grammar.determiner
        return (first, ago - 2) if thing and self.fitness.number_soon(ago - 2) else piece

    def _until_resumed(self, piece: Piece) -> Piece:
        """A relative clause ends where the main clause goes on: "Berg, who said 40 fell, | left"."""
        return self._until(piece, self.finite_at)

    def subordinate(self, first: int) -> bool:
        """Whether a speaker stands in a clause with which its sentence opens: "While X says", "A day after X said"."""
        opens = int(self.lows[0] in self.grammar.conjunction)
        joint = next((at for at in range(opens, min(first, opens + _FRONT)) if self._joins(at)), None)
        if joint is None or any(self.lows[at] == "," or self.phrases.verb(at) for at in range(opens, joint)):
            return False
        return not any(self.lows[at] == "," and self.opens_clause(at + 1) for at in range(first))

    def behind_opening(self, first: int, last: int) -> int:
        """Where the main clause begins behind a subject that is of an opening one: "After a deal was made, | X left";
        0 where it is not."""
        if not self.subordinate(first):
            return 0
        commas = (at for at in range(first, last - 1) if self.lows[at] == ",")
        return next((at + 1 for at in commas if self.opens_clause(at + 1)), 0)

    def _joins(self, at: int) -> bool:
        """Whether a clause that hangs on another begins: "three weeks | after", "now that"."""
        return self.lows[at] in self.grammar.clause_joint or self.lows[at : at + 2] == ["now", "that"]

    def until_joined(self, piece: Piece) -> Piece:
        """What a noun tells ends where a verb beside its own goes on: "denied a claim that 40 fell, | and blamed Y"."""
        return self._until(piece, lambda at: self.lows[at] in ("and", "but") and self.phrases.verb(at + 1))

    def until_main(self, piece: Piece) -> Piece:
        """An opening clause ends where the main clause begins: "While the mayor says 40 fell, | doctors counted 60"."""
        return self._until(piece, self.opens_clause)

    def _until(self, piece: Piece, goes_on: Callable[[int], bool]) -> Piece:
        """A piece up to the comma behind which something else begins."""
        first, last = piece
        commas = (at for at in range(first + 1, last - 1) if self.lows[at] == ",")
        return first, next((at for at in commas if goes_on(at + 1)), last)

    def opens_clause(self, at: int) -> bool:
        """Whether a clause with a subject of its own begins at a token, and no apposition or list goes on."""
        low, grammar = self.lows[at], self.grammar
        joins = low in grammar.relative or low in grammar.conjunction or low in grammar.clause_joint
        if joins or low in grammar.preposition:
            return False
        stop = next((k for k in range(at, self.size) if self.phrases.closes(k)), self.size)
        return any(self.phrases.verb(k) and not self.phrases.reduced(k) for k in range(at + 1, stop))

    def _without_asides(self, piece: Piece) -> list[Piece]:
        """A clause of its own between dashes is the narrator's: "said they left - there are two from each town"."""
        first, last = piece
        dashes = [at for at in range(first, last) if self.lows[at] in DASHES]
        for opening, closing in zip(dashes[::2], [*dashes[1::2], last], strict=False):
            if self._narrates(opening + 1, closing):
                return [(first, opening), (closing + 1, last)]
        return [piece]

    def _narrates(self, at: int, closing: int) -> bool:
        """Whether a clause begins at a token that is no part of the one before it: no relative, no list, no number."""
        at += at < closing and self.lows[at] in self.grammar.conjunction
        if at >= closing or QUOTE in self.lows[at:closing] or self.fitness.number_soon(at):
            return False
        low, grammar = self.lows[at], self.grammar
        goes_on = low in grammar.relative or low in grammar.preposition or low in grammar.adverb or low == "that"
        return not (goes_on or self.phrases.verb(at)) and self.phrases.clause(at + 1, closing)
