"""Where a thing that somebody brings up ends and the narrator goes on: "blames rebels | after a blast killed 40"."""

from __future__ import annotations

from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.line import QUOTE
from claimcheck.stages.attribute.prepositional import Prepositional
from claimcheck.stages.attribute.wording import Piece

BRIEF = ("act", "speak")  # frames that bring up a thing, not a clause
_THING = 40  # tokens over which what is brought up goes, to what is taken for granted
_OCCASION = 12  # tokens over which the clause of an occasion has its verb


class Granted(Prepositional):
    """What one line takes for granted of the things that somebody brings up in it."""

    def until_granted(self, rule: Cue, told: list[Piece], first: int, told_from: int) -> list[Piece]:
        """What is told from `first` on, up to where the narrator tells when, why or with what the thing came."""
        opens = self.grammar.restricting | self.grammar.occasion
        behind = [at for at in range(first + 1, min(self.size, first + _THING)) if self.lows[at] in opens]
        if not behind or self._clausal(rule, first, told_from):
            return told
        end = next((at for at in behind if self._granted(rule, first, at)), self.size)
        return [(start, min(stop, end)) for start, stop in told if start < end]

    def _clausal(self, rule: Cue, first: int, told_from: int) -> bool:
        """Whether something is told that is so, no thing: "said | that", "claims | 40 fell", "denied | it fired"."""
        if not {"that", QUOTE}.isdisjoint(self.lows[first - 1 : first + 1]):
            return True
        if rule.frame == "deny":
            return self._clause_follows(first)
        stated = self.fitness.infinitive(told_from) or self.fitness.number_near(told_from)
        return _claims(rule) and (stated or self._clause_follows(told_from))

    def _granted(self, rule: Cue, first: int, at: int) -> bool:
        """Whether the narrator goes on at a token: "claimed the raid, | which killed 40", "denied using it | during the
        war", "blames rebels | after blast kills 40"."""
        low, contested = self.lows[at], rule.frame == "deny" or _claims(rule)
        if low in self.grammar.restricting:
            return contested  # what is demanded or spoken of is so by the speaker: "a truce that would free 40"
        if low not in self.grammar.occasion or not {"that", QUOTE}.isdisjoint(self.lows[first:at]):
            return False
        if low == "as":  # "accused the firm of fraud as it sold 40 homes": in a text it is the speaker's
            return self.headline and (contested or rule.frame in BRIEF) and self._goes_on(at + 1)
        thing = rule.frame in BRIEF or (not self._needs_clause(rule) and self._after_thing(first, at))
        return contested or (low == "after" and thing)

    def _needs_clause(self, rule: Cue) -> bool:
        """Whether nothing but a clause is told: "said | the number of those hurt after the blast rose to 40"."""
        return rule.frame == "show" or (rule.frame == "say" and rule.manner == "says" and not rule.clausal)

    def _after_thing(self, first: int, at: int) -> bool:
        """ "announced new rules | after a fire killed 40"; not so of "said a bus crashed after 40 got on"."""
        behind = range(at + 1, min(self.size, at + _OCCASION))
        return not any(map(self.phrases.verb, range(first, at))) and any(map(self.phrases.verb, behind))

    def _goes_on(self, at: int) -> bool:
        """Whether a headline tells from a token on what happens meanwhile: "as | 40 men held", "as | toll nears 40"."""
        return any(
            self.phrases.verb(k)
            or self.phrases.participle(k)
            or (self.lows[k].endswith("s") and self.fitness.number_soon(k + 1))
            for k in range(at + 1, self.size)
        )


def _claims(rule: Cue) -> bool:
    """Whether a verb makes a claim, which may be one to a thing: "claimed responsibility"."""
    return rule.frame == "say" and rule.manner == "claims"
