"""Whether a form of a cue is the verb of a clause: no noun, no passive, not denied."""

from __future__ import annotations

from claimcheck.stages.attribute.fitness import Fitness
from claimcheck.stages.attribute.lexicon import CueForm, Lexicon
from claimcheck.stages.attribute.line import QUOTE
from claimcheck.stages.attribute.wording import POSSESSIVES

_AS = 10  # tokens of "as the staff of the brigade reports"
_NEAR = 5  # tokens back to a "which"
_QUANTITIES = ("$", "€", "£", "more", "fewer", "nearly")


class Finite:
    """Looks at the verbs of one line."""

    def __init__(self, fitness: Fitness, lexicon: Lexicon) -> None:
        self.fitness = fitness
        self.phrases = fitness.phrases
        self.lows = fitness.lows
        self.grammar = fitness.grammar
        self.leading = lexicon.classes["leads-to-say"]
        self.classes = lexicon.classes
        self.holders = lexicon.holders
        self.moves = lexicon.classes["moves-forecast"]

    def denied(self, at: int) -> bool:
        """Whether the verb is said not to have happened: "did not say", "never mentioned", "to say"."""
        before = self.lows[max(0, at - 3) : at]
        return (
            "never" in before
            or "not" in before
            or (before[-1:] == ["to"] and not self.leads_to(at))
            or any(low.endswith("n't") for low in before)
        )

    def leads_to(self, at: int) -> bool:
        """Whether an infinitive was carried out: "went so far as to say", "took to Twitter to say"."""
        return at > 2 and self.lows[at - 1] == "to" and self.lows[at - 2] in self.leading

    def noun_after_all(self, form: CueForm, at: int, end: int) -> bool:
        """Whether a form that may be a noun is one: "reports of", "the state", "tax credits"."""
        forecast = self.lows[at] in self.grammar.forecast
        former = forecast and (self._governed(at) or self._former(at) or self._told_of(at))
        run = self.lows[at] == "state" and not self.classes["of-state"].isdisjoint(self.lows[end : end + 2])
        if former or run or (self.lows[at] in self.grammar.noun_too and self._adjectival(form, at)):
            return True  # six die in blast, | state TV
        named = self.lows[at] in self.grammar.forecast and self.lows[end : end + 1] == ["of"]
        if self.lows[at] not in self.grammar.noun_too or (form.form == "past" and not named):
            return False
        if named and form.form == "past":
            return True  # an average forecast of 40
        before = self.lows[at - 1] if at else ""
        if (before in self.grammar.pronoun and before != "one") or self._led_to(at, end):
            return False  # which he estimates will, continues to put its losses at 40
        if not before or before in POSSESSIVES or (before[0].isdigit() and not self._dated(at)):
            return True
        if QUOTE in self.lows[max(0, at - 5) : at]:
            return False
        if (
            before in self.grammar.preposition
            or before in self.grammar.quantifier
            or before in self.grammar.superlative
            or self.lows[max(0, at - 2) : at - 1] == ["most"]  # the most serious | report since
            or before in self.classes["of-a-count"]  # initial | reports indicate
            or self._of_a_land(at)
            or (before in self.grammar.determiner and before not in self.grammar.plain_determiner)
        ):
            return True
        base, third = form.form == "base", form.form == "third"
        if (base and self._second_of_two(at, end)) or (third and self._hung_with(at, end)):
            return True
        if before in self.grammar.sought and self.lows[at] == "claims":
            return True  # unemployment claims
        if end >= len(self.lows) or self.lows[end] in (",", ".", ";"):
            return self._closes_as_noun(form, at, before)
        gap = self._behind_which(at) and (self.phrases.verb(end) or self.lows[end] in self.grammar.auxiliary)
        claims = form.rule.frame == "say" and form.rule.manner == "claims"
        if claims and self.fitness.infinitive(end) and self._agrees(form, at):
            return False  # the rebels claim to hold 40 villages
        return self._compound(form, at) or not (gap or self._takes_object(end))

    def _of_a_land(self, at: int) -> bool:
        """Whether the letters of a land before a noun only tell whose: "several U.S. | states"; who says something is
        "the U.S."."""
        before, opens = self.lows[at - 1], self.lows[at - 2] if at > 1 else "the"
        return before.count(".") > 1 and opens.isalpha() and opens != "the"

    def _as_told(self, at: int) -> bool:
        """Whether a form closes what "as" opens behind a comma: "the enemy, as the army | reports, lost 40 men"."""
        opens = next((k for k in range(at - 1, max(0, at - _AS), -1) if self.lows[k] in ("as", ",")), 0)
        led = opens > 0 and self.lows[opens] == "as" and self.lows[opens - 1] == ","
        return led and self.lows[opens + 1] in ("the", "our", "its") and at - opens > 2

    def _closes_as_noun(self, form: CueForm, at: int, before: str) -> bool:
        """Whether a form that may be a noun is one right before a comma or the end: nobody before it can say."""
        if form.form == "third" and self._as_told(at):
            return False
        return not (
            self._behind_which(at)  # 40 died, which the army disputes
            or self.phrases.capital(at - 1)
            or before.rstrip("s") in self.grammar.document
            or before in self.grammar.document
            or self._of_document(at)
            or (form.form == "base" and self._several_say(at))
        )

    def _hung_with(self, at: int, end: int) -> bool:
        """Whether what follows hangs on a noun of things, and the word before is nobody: "aid | projects spanning 60
        towns", "fire | signals that help", "rail projects | such as the bridge"."""
        before, low = self.lows[at - 1], self.lows[end] if end < len(self.lows) else ""
        if not low or not before.isalpha() or self.phrases.capital(at - 1) or self._can_say(before):
            return False
        if self.lows[end : end + 2] == ["such", "as"]:
            return True
        doing = low.endswith("ing") and self.phrases.present_participle(end)
        return doing or (low == "that" and end + 1 < len(self.lows) and self.phrases.verb(end + 1))

    def _can_say(self, low: str) -> bool:
        """Whether a word is one for who or what can say something, or for who is meant."""
        grammar, classes = self.grammar, self.classes
        known = (grammar.pronoun, grammar.relative, grammar.document, grammar.organisation, grammar.counting)
        return low in self.holders or any(low in words for words in known) or low in classes["outlet-word"]

    def _former(self, at: int) -> bool:
        """Whether a forecast is told of that was made before: "down from the previous | forecast"."""
        opens = at > 1 and self.lows[at - 1] in self.grammar.time_opener
        before = self.lows[at - 2] if opens else ""
        return opens and (before in self.grammar.determiner or before == "own")

    def _told_of(self, at: int) -> bool:
        """Whether whose it is and what a forecast is like stand before it, and nobody: "a weak | forecast", "Larkin's
        gloomy | forecast"."""
        opens = at > 1 and self.lows[at - 2] in ("a", "an", *POSSESSIVES) and not self.phrases.capital(at - 1)
        return opens and self.lows[at - 1].isalpha() and not self._can_say(self.lows[at - 1])

    def _adjectival(self, form: CueForm, at: int) -> bool:
        """Whether a capital word before a noun only tells whose, behind an adjective: "lower Chinese | demand"."""
        if form.form != "base" or at < 2 or not self.phrases.capital(at - 1) or self.lows[at - 1].endswith("s"):
            return False
        low, grammar = self.lows[at - 2], self.grammar
        joints = (grammar.determiner, grammar.preposition, grammar.conjunction, grammar.subordinator, grammar.relative)
        common = low.isalpha() and not self.phrases.capital(at - 2) and not any(low in joint for joint in joints)
        return common and low not in self.holders and not self.phrases.verb(at - 2)

    def _led_to(self, at: int, end: int) -> bool:
        """Whether an infinitive that was carried out tells something: "continues to | claim 40", not "gave way to |
        fear"."""
        return self.leads_to(at) and end < len(self.lows) and self._takes_object(end)

    def _governed(self, at: int) -> bool:
        """Whether what stands before a noun hangs on a verb: "the mill cut its growth | forecast"."""
        start = self.phrases.run_left(at)
        owned = start < at and self.lows[start] in self.grammar.determiner
        return owned and start > 0 and self.lows[start - 1] in self.moves

    def _agrees(self, form: CueForm, at: int) -> bool:
        """Whether the word before a form may be its subject, one or several: "Chile | claims", "rebels | claim"."""
        before = self.lows[at - 1]
        if before in self.grammar.relative or self.phrases.capital(at - 1):
            return True
        several = before.endswith("s") or before in self.grammar.plural
        return before in self.holders and several == (form.form == "base")

    def _second_of_two(self, at: int, end: int) -> bool:
        """Whether a noun is the second that goes before another, of things that are counted: "nine work and | project
        teams"."""
        if (
            at < 2
            or self.lows[at - 1] not in ("and", "or")
            or not self.lows[end : end + 1]
            or self.phrases.verb(at - 2)
        ):
            return False
        counted = any(low.isdigit() or low in self.grammar.quantifier for low in self.lows[max(0, at - 4) : at - 2])
        behind, function = self.lows[end], (self.grammar.determiner, self.grammar.quantifier, self.grammar.pronoun)
        return counted and behind.isalpha() and behind.endswith("s") and not any(behind in words for words in function)

    def _behind_which(self, at: int) -> bool:
        """Whether a "which" stands a few words before: "which the army claims destroyed 40 tanks"."""
        return "which" in self.lows[max(0, at - _NEAR) : at]

    def _several_say(self, at: int) -> bool:
        """Whether several who can speak stand alone before a verb that closes: "40 died, local officials | report"."""
        start, before = self.phrases.run_left(at), self.lows[at - 1]
        several = before in self.holders and (before.endswith("s") or before in self.grammar.plural)
        return several and start > 0 and self.lows[start - 1] == "," and self.lows[start] not in self.grammar.determiner

    def _of_document(self, at: int) -> bool:
        """Whether what stands before a verb that closes is a document of somebody's: "figures from the bank | show"."""
        start = self.phrases.run_left(at)
        return (
            start + 1 < at and self.fitness.documents((start, at)) and self.lows[start] not in self.grammar.determiner
        )

    def _compound(self, form: CueForm, at: int) -> bool:
        """Whether a document stands behind a noun without an article: "produced visitor | records that he kept"."""
        if self.lows[at] not in self.grammar.document or form.form != "third" or self.phrases.capital(at - 1):
            return False
        noun = self.lows[at - 1]
        start = self.phrases.run_left(at)
        subject = 0 < start < at and self.phrases.verb(start - 1)
        return subject and noun.isalpha() and not noun.endswith("s") and noun not in self.grammar.plural

    def _dated(self, at: int) -> bool:
        """Whether a date stands before a verb, not a number before its noun: "taken in 2016 shows", "Oct. 12 shows"."""
        before = self.lows[at - 1]
        month = at > 1 and (
            self.phrases.time(at - 2) or (at > 2 and self.lows[at - 2] == "." and self.phrases.time(at - 3))
        )
        return month or (len(before) == 4 and before.isdigit() and at > 1 and self.lows[at - 2] in ("in", "since", ","))

    def _takes_object(self, at: int) -> bool:
        """Whether an object or a clause of a verb begins here, not what follows a noun."""
        low, grammar = self.lows[at], self.grammar
        if low in grammar.preposition and self.lows[at + 2 : at + 3] in (["that"], ["how"], ["why"], ["whether"]):
            return True  # shows | in detail how
        if low in grammar.loosely_counted:
            return self.fitness.number_soon(at + 1 + (self.lows[at : at + 2] == ["up", "to"]))
        if (
            low in ("that", "how", "why", "whether", ":", QUOTE)
            or low[0].isdigit()
            or low in _QUANTITIES
            or self.phrases.capital(at)
        ):
            return True
        if low in grammar.determiner or low in grammar.pronoun or low in grammar.adverb or low in grammar.quantifier:
            return True
        if low.endswith("ed") and low not in grammar.verb and not self.phrases.reduced(at):
            at, low = at + 1, self.lows[at + 1] if at + 1 < len(self.lows) else "."  # estimates insured losses
        return low[0].isalpha() and not (
            low in grammar.preposition
            or low in grammar.conjunction
            or low in grammar.subordinator
            or low in grammar.auxiliary
            or self.phrases.verb(at)
        )

    def passive(self, at: int) -> bool:
        """Whether a past form is passive or stands before its noun: "was reported", "an estimated 40"."""
        k = at - 1
        while k > 0 and not self.phrases.capital(k):
            if " ".join(self.lows[k - 1 : k + 1]) in self.grammar.adverb:
                k -= 2  # at first recognised
            elif self.lows[k] in self.grammar.adverb or self.lows[k].endswith("ly"):
                k -= 1
            else:
                break
        if k < 0:
            return False
        low = self.lows[k]
        return (
            low in self.grammar.be
            or low in self.grammar.preposition
            or low in self.grammar.superlative
            or (low in self.grammar.determiner and low not in self.grammar.plain_determiner)
        )

    def been(self, form: CueForm, at: int) -> bool:
        """Whether a base form that is a participle too is one, behind "be": "prices are | forecast to rise"."""
        return form.form == "base" and self.lows[at] in self.grammar.forecast and self.passive(at)

    def perfect(self, at: int) -> bool:
        """Whether a past form that is no simple past stands behind "have": "polls have shown"."""
        if self.lows[at] not in self.grammar.never_past:
            return True
        return any(low in ("has", "have", "had", "'ve", "having") for low in self.lows[max(0, at - 3) : at])
