"""A line in, the stances in it out: what somebody plans, wants, expects, decides or thinks of, without stating it."""

from __future__ import annotations

from claimcheck.stages.attribute.lexicon import CueForm, Lexicon
from claimcheck.stages.attribute.line import STOPS, Grammar, Line
from claimcheck.stages.attribute.reports import Reader
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece


class Holders(Reader):
    """Finds the stances of one line and who holds them."""

    def __init__(self, line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False) -> None:
        super().__init__(line, lexicon, grammar, headline=headline)
        self.cues = lexicon.stances

    def _read(self, form: CueForm, at: int, end: int) -> Report | None:
        if not self._opened(form.rule.opens, end):
            return None
        if form.form == "noun":
            holder = self._owner(at) or self._bringing(at)
        elif form.form == "ing":
            holder = self._of_participle(form, at, end)
        else:
            holder = self._of_verb(form, at, end)
        if holder is None or not self.somebody(holder):
            return None
        return self.report(form.rule, holder, (at, end), [(end, self._reach(end))])

    def _opened(self, opens: tuple[str, ...], end: int) -> bool:
        """Whether what must follow a cue does: "to" behind "plans", "that" behind "hopes"."""
        if not opens:
            return end < self.size and not self.phrases.closes(end)
        after = self.lows[end] if end < self.size else ""
        if "that" in opens and self.lows[self.between.adverbials(end) :][:1] == ["that"]:
            return True  # have heard by now that
        if "to do" in opens and after == "to":
            return self._infinitive(end + 1)
        return after in opens

    def _infinitive(self, at: int) -> bool:
        """Whether what follows "to" is a verb, not a thing: "his commitment to | the group"."""
        low = self.lows[at] if at < self.size else ""
        named = at < self.size and self.phrases.capital(at) and not self.headline
        return low[:1].isalpha() and low not in self.grammar.determiner and not named

    def _of_verb(self, form: CueForm, at: int, end: int) -> Piece | None:
        if self._infinite(form, at) or (form.form in ("base", "third") and self._nominal(at)):
            return None
        holder = self._left_speaker(at)
        return holder if holder is not None and self.fitness.speaks(form, holder, end) else None

    def _infinite(self, form: CueForm, at: int) -> bool:
        """Whether a form has no subject of its own: "to plan", "is planned", "an expected 40"."""
        return self.lows[at - 1 : at] == ["to"] or (form.form == "past" and self.finite.passive(at))

    def _nominal(self, at: int) -> bool:
        """Whether a form that may be a noun stands where nouns do: "the plans", "his hopes", "in offers"."""
        before = self.lows[at - 1] if at else ""
        grammar = self.grammar
        return (
            not before
            or before in POSSESSIVES
            or before in grammar.preposition
            or before in grammar.quantifier
            or before in grammar.determiner
            or before[0].isdigit()
        )

    def _of_participle(self, form: CueForm, at: int, end: int) -> Piece | None:
        """ "Is planning to", or what hangs on the subject of its clause: "X left, hoping to"."""
        start = self.phrases.group_start(at)
        if start == 0:
            return None
        if any(self.lows[k] in self.grammar.be for k in range(start, at)):
            holder = self._left_speaker(at)
            return holder if holder is not None and self.fitness.speaks(form, holder, end) else None
        hangs = self.lows[start - 1] == ","
        return self._clause_subject(at) if hangs else None

    def _owner(self, at: int) -> Piece | None:
        """ "The government's plan to", "its offer of": the possessor."""
        mark = at - 1
        while mark >= 0 and at - mark < 5 and self.lows[mark] not in POSSESSIVES:
            if self.phrases.closes(mark) or self.lows[mark] in self.grammar.preposition:
                return None
            mark -= 1
        if mark < 0 or at - mark >= 5:
            return None
        holder = (self._possessor(mark), mark) if self.lows[mark] == "'s" else (mark, mark + 1)
        return holder if holder[0] < holder[1] else None

    def _bringing(self, at: int) -> Piece | None:
        """ "X left | with plans to", "in hopes of", "in a bid to": the subject of the clause."""
        first = at - (self.lows[at - 1] in self.grammar.determiner) if at > 1 else 0
        return self._clause_subject(first - 1) if first > 1 and self.lows[first - 1] in ("with", "in") else None

    def _reach(self, at: int) -> int:
        """Where what is planned or wanted ends: at a stop, or where another clause begins."""
        for k in range(at, self.size):
            if self.lows[k] in STOPS or (k > at and self.lows[k] == "," and self._elsewhere(k + 1)):
                return k
        return self.size

    def _elsewhere(self, at: int) -> bool:
        """Whether another clause begins at a token: "but", "which", "and he put"."""
        low = self.lows[at] if at < self.size else ""
        if low in self.grammar.relative or low in self.grammar.subordinator or low in ("but", "even", "or"):
            return True
        first = at + (low == "and")
        for k in range(first, min(self.size, first + 9)):
            if self.phrases.closes(k) or self.lows[k] in self.grammar.relative:
                return False
            if k > first and self.phrases.verb(k) and not self.phrases.reduced(k):
                return True
        return False


def stances(line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False) -> list[Report]:
    """Every stance of a line."""
    return Holders(line, lexicon, grammar, headline=headline).reports()
