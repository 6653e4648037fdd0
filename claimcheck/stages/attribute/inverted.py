"""Speakers behind their verb: "40 homes burned, said the mayor", "by chlorine said Rami Nasser"."""

from __future__ import annotations

from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.line import DASHES, QUOTE
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.unpointed import Unpointed
from claimcheck.stages.attribute.wording import Piece

_SHORTEST = 4  # tokens of what may be told without a verb that is known
JOINTS = ("and", "but", "then", "or")


class Inverted(Unpointed):
    """Reads verbs with their speaker on either side."""

    def _may_invert(self, at: int) -> bool:
        if at == 0:
            return True
        before = self.lows[at - 1]
        return before in (",", QUOTE, "?", "!") or before in DASHES

    def _inverted_fits(self, rule: Cue, at: int, speaker: Piece) -> bool:
        """Whether the words after the verb speak: a quotation stands before, or a clause that needs a speaker."""
        if at == 0:
            return rule.id == "A01" or self.lows[speaker[1] : speaker[1] + 1] == [":"]
        behind = self.lows[speaker[1]] if speaker[1] < self.size else "."
        goes_on = behind == QUOTE or not (behind == "." or self.phrases.closes(speaker[1]))
        silent = self.fitness.mute(*speaker) or not (self.somebody(speaker) or self.fitness.documents(speaker))
        if goes_on and silent and self.lows[at - 1] != QUOTE:
            return False  # the army – which counted 40 – said the attack would have
        if self._quoted_before(at):
            return True
        told = self.phrases.tells(0, at) or (self.headline and at > 2) or QUOTE in self.lows[:at]
        if rule.frame == "ask" or rule.clausal:
            last = self.between.adverbials(speaker[1])
            last += self.lows[last : last + 1] == ["."]
            closes = rule.clausal and told and last >= self.size  # 40 fell, noted the ministry.
            return closes and self.lows[at - 1] == "," and self.somebody(speaker)
        if not told:
            if self.lows[speaker[1] : speaker[1] + 2] == [",", QUOTE] or self._parts_clause(at, speaker[1]):
                return True  # But, said Berg, "we lost it"
            if self._opens_clause(at, speaker):
                return True
            said = self.lows[at] in self.grammar.plainly_said and at > _SHORTEST and self.somebody(speaker)
            return said and self._left_speaker(at) is None
        if self.lows[at] in self.grammar.plainly_said:
            return True
        written = self.fitness.documents(speaker)
        if written and self.lows[at] in self.grammar.reading and self.phrases.closes(speaker[1]):
            return True  # "They documented attacks in three towns, read the report."
        fits = self.somebody(speaker) or written
        return self.lows[at - 1] == "," and self._left_speaker(at) is None and fits

    def _inverted(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report:
        last = speaker[1]
        if at == 0 and self.lows[last : last + 1] == [":"]:
            return self.report(rule, speaker, (at, end), [(last, self.size)])
        if self._opens_clause(at, speaker):
            return self.report(rule, speaker, (at, end), [(last + 1, self.size)])
        whole = self._parts_clause(at, last) or self._counts_on(last)
        return self.report(rule, speaker, (at, end), self._around(at, last, whole=whole), before=True)

    def _counts_on(self, behind: int) -> bool:
        """Whether a count goes on behind "said X": "40 died, said the mayor, | and 12 were hurt"."""
        joined = self.lows[behind : behind + 2] == [",", "and"]
        return joined and self.fitness.number_soon(behind + 2) and self.reach.opens_clause(behind + 2)

    def told_whom(self, rule: Cue, at: int, end: int) -> Report | None:
        """The report of who stands last: "40 homes burned, told AFP the mayor", "stated to journalists Consul X"."""
        to = self.lows[end : end + 1] == ["to"]
        if at < _SHORTEST or self.lows[at - 1] != "," or rule.frame not in (("say", "tell") if to else ("tell",)):
            return None
        recipient, begin = self.between.recipient(end + to)
        begin -= recipient is not None and self.lows[begin - 1] == "the"
        begin += begin + 1 < self.size and self.lows[begin] in self.grammar.adverb and self.phrases.capital(begin + 1)
        speaker = self.phrases.right(begin) if recipient is not None else None
        if speaker is None or not self.phrases.tells(0, at) or not self.somebody(speaker):
            return None
        closed = speaker[1] >= self.size or self.phrases.closes(speaker[1])
        return self.report(rule, speaker, (at, end), [(0, at)], before=True, recipient=recipient) if closed else None

    def _opens_clause(self, at: int, speaker: Piece) -> bool:
        """Whether "said X" stands behind words that open a clause: "Last year, said the ministry, 40 came"."""
        low, last = self.lows[0], speaker[1]
        timed = low in self.grammar.time_opener and self.lows[1] in self.grammar.time_noun
        opens = timed or low in self.grammar.preposition or low in self.grammar.adverb
        opens = opens or " ".join(self.lows[:2]) in self.grammar.adverb  # So far, says the ministry, 40 came
        alone = opens and not self.phrases.tells(0, at) and "," not in self.lows[: at - 1]
        return alone and self.lows[last : last + 1] == [","] and self.phrases.tells(last + 1, self.size)

    def _parts_clause(self, at: int, behind: int) -> bool:
        """Whether "said X" stands between a subject and its verb: "The toll, said the ministry, has reached 40"."""
        verb = behind + 1
        if self.lows[behind:verb] != [","] or self._quoted_before(at) or self.phrases.tells(0, at):
            return False
        return verb < self.size and self.phrases.verb(verb) and not self.phrases.reduced(verb)

    def _named_behind(self, left: Piece | None, at: int, end: int) -> Piece | None:
        """Who is named behind "said" where no comma parts it from what is told: "by chlorine said Rami Nasser"."""
        if self.lows[at] != "said" or self.lows[at - 1] in self.grammar.relative or not self.phrases.tells(0, at):
            return None
        if left is not None and (self.somebody(left) or self.fitness.documents(left)):
            return None
        speaker = self.phrases.right(end)
        if speaker is None:
            return None
        last = next((k for k in range(*speaker) if self.lows[k] == ","), speaker[1])
        return speaker if last > end + 1 and all(self.phrases.capital(k) for k in range(end, last)) else None

    def _left_speaker(self, at: int) -> Piece | None:
        start = self.phrases.group_start(at)
        if start > 0 and (self.lows[start - 1] in JOINTS or self.lows[start - 1 : start + 1] == [",", "then"]):
            return self._clause_subject(at)
        if start > 1 and self.lows[start - 1] == "," and self.lows[start - 2] == QUOTE:
            return None
        return self.phrases.left(at)

    def _clause_subject(self, at: int) -> Piece | None:
        """Who speaks where the verb has no subject of its own: the speaker before, or the subject of the clause."""
        if self.found and self.found[-1].speaker is not None:
            last = self.found[-1]
            if not last.before and last.rule.frame != "according":
                return self._piece(self.found[-1].speaker)
        subject = self.phrases.subject(at)
        main = self.reach.behind_opening(subject[0], at) if subject is not None else 0
        return (self.phrases.subject(at, main) or subject) if main else subject
