"""Counts that are somebody's own: "the army's tally of its dead is 40", "by its reckoning", "documented by Oxfam"."""

from __future__ import annotations

from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.gapped import Gapped
from claimcheck.stages.attribute.lexicon import CueForm
from claimcheck.stages.attribute.line import QUOTE, STOPS
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_TOLD_OF = 10  # tokens from a figure over what it is of to its verb
_ASIDE = 8  # tokens of what stands beside a figure between commas
_MODIFIED = 5  # tokens between an owner and his figure
_RECKONED = 8  # tokens from "by" to "reckoning"
_OTHERS = ("my", "your", "our")  # possessives that name no speaker
_ISSUED = 6  # tokens from "published" to "data"
_LEADS = ("at", "to", "on", "now", "still", "then", "had", "been")  # between a verb and how high a figure is


class OwnCounts(Gapped):
    """Reads figures and reckonings by their owners."""

    def own(self, rule: Cue, at: int) -> Report | None:
        """The report of whose figure or reckoning begins at a token."""
        return self.own_figure(rule, at) if rule.frame == "figure" else self.own_reckoning(rule, at)

    def own_figure(self, rule: Cue, at: int) -> Report | None:
        """ "The ministry's tally for the coast is | 40 homes", "Peru's own figure for its dead stands at | 40"."""
        verb = self._height(at + 1, frozenset(rule.opens))
        speaker = self._figure_owner(at) if verb else None
        if speaker is None:
            return None
        return self.report(rule, speaker, (at, at + 1), [(verb, self._clause_end(verb))])

    def _clause_end(self, first: int) -> int:
        """Where a clause ends that a token is in: before a semicolon, or a clause that is joined to it."""
        for at in range(first, self.size - 2):
            joint = self.lows[at] == "," and self.lows[at + 1] in ("and", "but")
            if self.lows[at] == ";" or (joint and self.reach.opens_clause(at + 2)):
                return at
        return self.size

    def _height(self, first: int, verbs: frozenset[str]) -> int:
        """Where it is told how high a figure is, behind what it is of and an aside; 0: nowhere."""
        at = first
        while at < min(self.size - 1, first + _TOLD_OF):
            low = self.lows[at]
            if low in verbs:
                number = at + 1
                while number < self.size and self.lows[number] in _LEADS:
                    number += 1
                to = low not in self.lexicon.classes["come-to"] or self.lows[at + 1] == "to"
                return at if to and self.fitness.number_soon(number) and not self._multiple(number) else 0
            if low == ",":
                closing = next((k for k in range(at + 1, min(self.size, at + _ASIDE)) if self.lows[k] == ","), None)
                if closing is None:
                    return 0
                at = closing
            elif low in STOPS or low == QUOTE or self.phrases.verb(at):
                return 0
            at += 1
        return 0

    def _multiple(self, number: int) -> bool:
        """Whether a number tells how many times another is meant: "about five | times what they admit"."""
        return not {"times", "fold"}.isdisjoint(self.lows[number : number + 5])

    def _figure_owner(self, at: int) -> Piece | None:
        """Whose a figure is, by a possessive before what tells how new or how sure it is; a land has its own only where
        that is said: the toll of a land is no count of its government."""
        first = at - 1
        while first >= 0 and at - first <= _MODIFIED and not self._possesses(first):
            if not self.lows[first].isalpha() or self.lows[first] in self.grammar.preposition:
                return None
            first -= 1
        if first < 0 or not self._possesses(first):
            return None
        own = not self.lexicon.classes["own-figure"].isdisjoint(self.lows[first + 1 : at + 1])
        if self.lows[first] in POSSESSIVES and self.lows[first] != "'s":
            return (first, first + 1) if own and self.lows[first] not in _OTHERS else None
        speaker = self._possessor(first), first
        if speaker[0] >= first or self.fitness.mute(*speaker):
            return None
        land = self.fitness.known(speaker) and not self.fitness.counts(speaker)
        speaks = self.fitness.counts(speaker) or self.somebody(speaker)
        return speaker if (own if land else speaks) else None

    def own_reckoning(self, rule: Cue, at: int) -> Report | None:
        """ "By its reckoning | 40 are held", "| 40 are held, in the opinion of the ministry"."""
        heads = self.lexicon.classes["by-reckoning" if self.lows[at] != "in" else "in-reckoning"]
        stop = min(self.size, at + _RECKONED)
        head = next((k for k in range(at + 1, stop) if self.lows[k] in heads), None)
        if head is None or any(self._breaks(k) for k in range(at + 1, head)):
            return None
        owned = next((k for k in range(at + 1, head) if self._possesses(k)), None)
        speaker = self._reckoner(at, head, owned)
        if speaker is None:
            return None
        tail = max(head + 1, speaker[1])
        if QUOTE in self.lows[tail : tail + 2]:  # in his words, “we lost 40 homes”
            quoted = self.lows.index(QUOTE, tail)
            return self.report(rule, speaker, (at, head + 1), [(quoted, quoted + 1)])
        content = self._reckoned_behind(at, tail) or self._reckoned_before(at, tail)
        return self.report(rule, speaker, (at, head + 1), content, before=content[0][0] < at) if content else None

    def _breaks(self, at: int) -> bool:
        """Whether a token cannot stand between a preposition and a reckoning."""
        low = self.lows[at]
        word = low.replace("-", "").isalpha() or self._possesses(at)
        return not word or low in self.grammar.preposition or (self.phrases.verb(at) and not self._possesses(at))

    def _reckoner(self, at: int, head: int, owned: int | None) -> Piece | None:
        """Whose a reckoning is: "| its reckoning", "| the navy's reckoning", "the reckoning of | the navy"."""
        told = self.lexicon.classes["of-a-count"] | self.lexicon.classes["own-figure"]
        if owned is not None and not (told.issuperset(self.lows[owned + 1 : head]) and self._ends_phrase(head + 1)):
            return None  # in his campaign account
        if owned is not None and self.lows[owned] in POSSESSIVES and self.lows[owned] != "'s":
            return (owned, owned + 1) if self.lows[owned] not in _OTHERS else None
        if owned is not None:
            speaker: Piece | None = (at + 1, owned)
        elif self.lows[head + 1 : head + 2] in (["of"], ["from"]):
            speaker = self._until_subject(self.phrases.named_by(head + 2))
        else:
            return None
        fits = speaker is not None and (self.fitness.counts(speaker) or self.somebody(speaker))
        return speaker if fits else None

    def _ends_phrase(self, at: int) -> bool:
        """Whether no noun goes on with a phrase that ends before a token: no "in the town's opinion | page"."""
        low = self.lows[at] if at < self.size else "."
        small = low.isalpha() and not self.phrases.capital(at) and low not in self.grammar.before_number
        opens = low in self.grammar.determiner or low in self.grammar.pronoun or low in self.grammar.quantifier
        joins = low in self.grammar.preposition or low in self.grammar.conjunction or low.endswith("s")
        return not small or opens or joins or self.phrases.verb(at)

    def _until_subject(self, speaker: Piece | None) -> Piece | None:
        """A name up to the subject of the clause that no comma parts from it: "the Roads Ministry | about 40 homes"."""
        if speaker is None:
            return None
        first, last = speaker
        opens = self.grammar.before_number | self.grammar.quantifier | {"the", "a", ","}
        end = next((k for k in range(first + 1, last) if self.lows[k] in opens or self.lows[k][0].isdigit()), last)
        return first, end

    def _reckoned_behind(self, at: int, tail: int) -> list[Piece]:
        """What is reckoned behind words that open a clause."""
        before = self.lows[at - 1] if at else ";"
        opens = before in STOPS or before in self.grammar.relative or before in ("that", "where")
        if not opens or tail >= self.size:
            return []
        begin = tail + (self.lows[tail] == ",")
        stop = next((k for k in range(begin, self.size) if self.lows[k] == ";"), self.size)
        return [(begin, stop)] if begin < stop else []

    def _reckoned_before(self, at: int, tail: int) -> list[Piece]:
        """What is reckoned before words that close a clause, from the last comma where a number stands behind it."""
        first = next((k + 1 for k in range(at - 1, -1, -1) if self.lows[k] in STOPS), 0)
        end = at - (at > 0 and self.lows[at - 1] == ",")
        comma = next((k for k in range(end - 1, first, -1) if self.lows[k] == ","), None)
        if comma is not None and self.fitness.number_soon(comma + 1):
            first = comma + 1
        told = [(first, end)] if first < end and any(map(self.phrases.number, range(first, end))) else []
        goes_on = self.lows[tail : tail + 1] == [","] and self.fitness.number_soon(tail + 1)
        return [*told, (tail + 1, self.size)] if told and goes_on else told

    def issued(self) -> list[Report]:
        """Who issues figures of which the next sentences tell: "The council has published new data."."""
        for at, low in enumerate(self.lows):
            for form in self.lexicon.issues.get(low, ()):
                found = self._issues(form, at) if at > 0 and form.form in ("past", "third") else None
                if found is not None:
                    return [found]
        return []

    def _issues(self, form: CueForm, at: int) -> Report | None:
        """Who issues figures, before his verb or behind "by"."""
        end = at + 1
        figures = self.lexicon.classes["issued-figures"]
        if form.form == "past" and self.lows[at - 1] in self.grammar.be:
            speaker = self.phrases.named_by(end + 1) if self._agent(end) else None
            told = not figures.isdisjoint(self.lows[:at])
        else:
            speaker = self._left_speaker(at) if not self.finite.noun_after_all(form, at, end) else None
            told = not figures.isdisjoint(self.lows[end : end + _ISSUED])
        if speaker is None or not told or self.finite.denied(at):
            return None
        gives = self.fitness.counts(speaker) or self.fitness.known(speaker) or self.somebody(speaker)
        return self.report(form.rule, speaker, (at, end), []) if gives else None

    def counted_by(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "40 deaths were documented by the board's researchers", "it was announced by the mayor that | 40 fell"."""
        if self.lows[at - 1] not in self.grammar.be or not self._agent(end):
            return None
        speaker = self.phrases.named_by(end + 1)
        if speaker is None:
            return None
        that = next((k for k in range(*speaker) if self.lows[k] == "that"), speaker[1])
        speaker = speaker[0], that
        if not (self.fitness.counts(speaker) or self.somebody(speaker)):
            return None
        if self.lows[that : that + 1] == ["that"]:
            it = at > 1 and self.lows[at - 2] == "it"
            return self.report(rule, speaker, (at, end), [(that + 1, self.size)]) if it else None
        if rule.frame != "count":
            return None
        first = next((k + 1 for k in range(at - 1, -1, -1) if self.lows[k] in STOPS), 0)
        if not any(map(self.phrases.number, range(first, at))):
            return None
        goes_on = [(that + 1, self.size)] if self.lows[that : that + 1] == [","] else []
        return self.report(rule, speaker, (at, end), [(first, at), *goes_on], before=True)
