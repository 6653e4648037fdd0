"""A pronoun in, whom it stands for out: "he", "who", "her son", "its figures"."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from claimcheck.records import Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import DASHES, Line, line
from claimcheck.stages.attribute.persons import Persons
from claimcheck.stages.attribute.phrases import Phrases

_NAME = 4  # words
_OWNS = re.compile(r"[\w-]{1,40}['’]s\s")
_SENDING = ("government", "agency", "igo", "ngo", "party")
_SUBJECT = {"him": "he", "her": "she", "them": "they", "me": "i"}  # according to him
_OWNER = {"his": "he", "her": "she", "its": "it", "their": "they"}


class Pronouns(Persons, ABC):
    """Looks back for whom pronouns stand for."""

    @abstractmethod
    def _named(self, span: Span, depth: int) -> Named:
        """The sources that the words at `span` stand for; `depth`: how often these may be named by others."""

    def _pronoun(self, words: Line, span: Span, depth: int) -> Named | None:
        low = words.lows[0]
        low = _SUBJECT.get(low, _OWNER.get(low, low)) if len(words.lows) == 1 else low
        grammar = self.story.grammar
        if len(words.lows) > 2 and words.lows[-2] == "of" and words.lows[-1] in grammar.relative:
            low, words = words.lows[-1], line(self.story.text, *words.span(len(words.lows) - 1, len(words.lows)))
        if len(words.lows) > 1 or not (low in grammar.pronoun or low in grammar.relative or low == "that"):
            if low in _OWNER and len(words.lows) > 1:
                return self._possessed(words, span, depth)
            return None
        if low in grammar.relative or low == "that":
            found = self._antecedent(span)
        else:
            found = self.memory.stands_for(low, span[0])
        if found is None or found == span:
            return Named(())
        return self._named(found, depth - 1)._replace(resolved=found)

    def _antecedent(self, span: Span) -> Span | None:
        """The noun before "who"."""
        tokens = self.story.line(self.story.sentence_at(span[0]))
        if span[0] not in tokens.starts:
            return None
        at = self._first_related(tokens, tokens.starts.index(span[0]))
        at -= 2 * (tokens.lows[max(0, at - 2) : at] == ["according", "to"])  # a paper | according to which
        end = at - 1 if at and (tokens.lows[at - 1] == "," or tokens.lows[at - 1] in DASHES) else at
        end -= end > 1 and tokens.lows[end - 1][0] == "("  # the Larkin Relief Union | (LRU), which said
        if end <= 0:
            return None
        phrases = Phrases(tokens, self.story.grammar)
        start = phrases.run_left(end)
        if start >= end and (accorded := self._accorded(tokens, end)):
            return tokens.span(accorded, end)
        if start >= end:  # with Peru, which said
            start = next((k + 1 for k in range(end - 1, -1, -1) if not tokens.words[k][0].isupper()), 0)
        start = self._stating(tokens, self._last_name(tokens, start, end), end)
        start = self._object(tokens, start, end)
        start = self._giver(tokens, start, end) if tokens.lows[at] == "who" else start
        if 0 < end - start <= _NAME and all(word[0].isupper() for word in tokens.words[start:end]):
            start = self.memory.office_before(tokens, phrases, start)
        return tokens.span(start, end) if start < end else None

    def _accorded(self, tokens: Line, end: int) -> int:
        """Where he begins to whom a count is ascribed before "which": "40 died, according to | the army, which said";
        0: nobody is."""
        begins = next((k + 1 for k in range(end - 1, -1, -1) if tokens.lows[k] in (",", ";")), 0)
        return next((k + 2 for k in range(begins, end - 2) if tokens.lows[k : k + 2] == ["according", "to"]), 0)

    def _first_related(self, tokens: Line, at: int) -> int:
        """The first of two relative words that stand for one noun: "the bank, | whose profit fell and which said"."""
        if at == 0 or tokens.lows[at - 1] != "and":
            return at
        related = (k for k in range(at - 2, 0, -1) if tokens.lows[k - 1] == ",")
        first = next(related, None)
        return first if first is not None and tokens.lows[first] in self.story.grammar.relative else at

    def _object(self, tokens: Line, start: int, end: int) -> int:
        """Where a verb's object begins behind the verb: "to contradict | his own minister, who said"."""
        grammar = self.story.grammar
        apart = (grammar.preposition, grammar.conjunction, grammar.quantifier, grammar.before_article)
        for at in range(end - 2, start, -1):
            before = tokens.lows[at - 1]
            opens = tokens.lows[at] in grammar.determiner and tokens.lows[at] not in grammar.pronoun_too
            if opens and before.isalpha() and not any(before in words for words in apart):
                start = at
                break
        by = (k + 1 for k in range(start + 1, end - 1) if tokens.lows[k] == "by" and tokens.words[k + 1][0].isupper())
        return next(by, start)

    def _stating(self, tokens: Line, start: int, end: int) -> int:
        """Where what states something begins: "he cited | a poll", "it grew out of | a probe"."""
        grammar = self.story.grammar
        while start + 1 < end and (tokens.lows[start] in grammar.preposition or tokens.lows[start] == "out"):
            start += 1
        if tokens.lows[end - 1] not in grammar.document:
            return start
        opens = (k for k in range(end - 2, start, -1) if tokens.lows[k] in grammar.determiner)
        return next((k for k in opens if tokens.lows[k - 1] in grammar.preposition), start)

    def _giver(self, tokens: Line, start: int, end: int) -> int:
        """Where somebody begins from whom a count comes: "an estimate from | the mayor of Osk, who said"."""
        stating = self.story.grammar.document | self.story.grammar.reckoned
        joints = (k for k in range(start + 1, end - 1) if tokens.lows[k] in ("from", "by", "of"))
        return next((k + 1 for k in joints if tokens.lows[k - 1] in stating), start)

    def _last_name(self, tokens: Line, start: int, end: int) -> int:
        """Where the name begins that "which" stands for, behind a thing: "a day of mourning in | Peru, which said"."""
        prepositions = (k for k in range(end - 2, start, -1) if tokens.lows[k] in self.story.grammar.preposition)
        at = next(prepositions, None)
        if at is None or "which" not in tokens.lows[end + 1 : end + 3] or not tokens.words[at + 1][0].isupper():
            return start
        head = next((k - 1 for k in range(start + 1, end) if tokens.lows[k] in self.story.grammar.preposition), end)
        low = tokens.lows[head]
        spoken = (
            low in self.story.lexicon.holders or low in self.story.grammar.document or tokens.words[head][0].isupper()
        )
        return start if spoken else at + 1

    def _possessed(self, words: Line, span: Span, depth: int) -> Named | None:
        """ "Her son": the one person of the family name who is no woman; "its figures": whose they are."""
        low = words.lows[0]
        if words.lows[1] in self.classes["kin"]:
            if any(word[0].isupper() for word in words.words[2:]):
                return None  # his brother, Tom Berg
            found = self._kin(low, words.lows[1], span)
            return self._named(found, depth - 1)._replace(resolved=found) if found else None
        stating = any(word in self.story.grammar.document for word in words.lows[1:])
        if stating or (len(words.lows) == 2 and words.lows[1] in self.classes["own-office"]):
            owner = self.memory.stands_for(_OWNER[low], span[0])
            if owner is not None:
                return self._named(owner, depth - 1)._replace(resolved=owner)
        if low != "its":
            return None
        return self._ministry_of_it(words, span, depth) or self._sent(words, span, depth)

    def _ministry_of_it(self, words: Line, span: Span, depth: int) -> Named | None:
        """ "Its Health Ministry": of the land that opens the sentence or alone owns something in it: "Peru's toll rose,
        its Health Ministry said"; else for which "it" stands."""
        institution = self._institution_at(words, 1, len(words.lows))
        if institution is None or words.words[1][0].islower() or institution.kind not in ("government", "forces"):
            return None
        land = self.memory.opening_state(span[0]) or self._owning_land(span[0])
        if land is not None:
            return self._of(land, institution)
        owner = self.memory.stands_for("it", span[0])
        named = self._named(owner, depth - 1) if owner is not None and owner != span else Named(())
        fits = len(named.sources) == 1 and named.sources[0].kind == "government"
        return named._replace(resolved=owner) if fits else None

    def _owning_land(self, offset: int) -> Country | None:
        """The one land that owns something in a sentence before an offset: "Peru's toll"."""
        text, start = self.story.text, self.story.sentences[self.story.sentence_at(offset)].start
        lands = {
            seen.place.country.id: seen.place.country
            for seen in self.memory.states_between(start, offset)
            if _OWNS.match(text, seen.start)
        }
        return next(iter(lands.values())) if len(lands) == 1 else None

    def _sent(self, words: Line, span: Span, depth: int) -> Named | None:
        """ "Its mission to Peru", "its spokesman Tom Roe": the body whose they are, and no state to which they went."""
        head = next((k for k in range(1, len(words.lows)) if words.lows[k] in self.classes["sent"]), None)
        if head is None or any(low in self.story.grammar.preposition for low in words.lows[1:head]):
            return None
        owner = self.memory.stands_for("it", span[0])
        named = self._named(owner, depth - 1) if owner is not None and owner != span else Named(())
        fits = len(named.sources) == 1 and named.sources[0].kind in _SENDING
        return named._replace(resolved=owner) if fits else None

    def _kin(self, whose: str, kin: str, span: Span) -> Span | None:
        """A member of a family: somebody of nearly the same surname whose gender fits."""
        owner = self._owner(_OWNER[whose], span)
        if owner is None:
            return None
        surname = line(self.story.text, *owner).words[-1]
        stem = surname.rstrip("a")
        female = kin in self.classes["female"]
        found = self.memory.first_full(stem) or self.memory.first_full(surname)
        if found is None or found == owner:
            return None
        lows = line(self.story.text, *found).lows
        return None if female and self.classes["female"].isdisjoint(lows) else found

    def _owner(self, pronoun: str, span: Span) -> Span | None:
        """Whose kin is meant: somebody named in the same sentence, else before."""
        number = self.story.sentence_at(span[0])
        for report in self.story.reports(number):
            if report.speaker is not None and report.speaker != span:
                lows = line(self.story.text, *report.speaker).lows
                if lows[0] in self.classes["honorific"]:
                    return report.speaker
        return self.memory.stands_for(pronoun, span[0])
