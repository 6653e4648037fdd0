"""Speakers behind a preposition: "according to X", "in a poll by X", "by X's count"; and hedges, which name nobody."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.inverted import Inverted
from claimcheck.stages.attribute.line import DASHES, QUOTE
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_ISSUED = 16  # tokens of "in the report of X" before its verb
_FIGURE = 6  # tokens of a clause up to the word for its figure
_BRIEF = 12  # tokens of an apposition behind "according to X,"
_OBJECTS = ("him", "her", "them", "me", "us")


class Prepositional(Inverted):
    """Reads the cues that are no verbs."""

    def hedge(self, rule: Cue, at: int, end: int) -> Report | None:
        """What a hedge without a speaker tells: "reportedly", "it was reported that"."""
        named = self.lows[end : end + 1] == ["in"] and end + 1 < self.size and self.phrases.capital(end + 1)
        if self.lows[end : end + 1] == ["by"] or named or self._set_by(end) or self._speech_in(at, end) is not None:
            return None  # it was reported by Izvestia
        first = last = at
        last += at == 0 and self.lows[end : end + 1] == [","]  # Reportedly, 40 died
        last += last > at
        while first > 0 and not self._parts(first - 1):
            first -= 1
        while last < self.size and not self._parts(last):
            last += 1
        return Report(rule, None, self.line.span(at, end), (self.line.span(first, last),))

    def impersonal(self, rule: Cue, at: int, end: int) -> Report | None:
        """The report of who issued a statement: "in a statement made by X, it was stated that 40 died"."""
        head = next((k for k in range(1, at) if self.lows[k] in self.grammar.document), None)
        opens = max((k + 1 for k in range(head or 0) if self.lows[k] in DASHES), default=0)  # behind a dateline
        if head is None or self.lows[opens] != "in" or self.lows[at - 1] != ",":
            return None
        by = next((k for k in range(head, at - 1) if self.lows[k] in ("by", "from", "of")), None)
        owner = head - 1 if self.lows[head - 1] == "'s" else head  # in the ministry | 's statement
        speaker = (by + 1, at - 1) if by is not None else (opens + 1, owner)
        speaks = self.somebody(speaker) and (by is not None or owner < head)
        return self.report(rule, speaker, (at, end), [(end, self.size)]) if speaks else None

    def said_in(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "Earlier in Lima announced 40 dead", "In the report of the navy reported that 40 died": in pages that
        machines put into English a place or the issuer of a document speaks, and is no subject."""
        first = next((k for k in range(at) if self.lows[k] not in self.grammar.adverb and self.lows[k] != ","), at)
        told = self.lows[end : end + 1] == ["that"] or self.fitness.number_soon(end)
        if rule.frame != "say" or first + 1 >= at or at - first > _ISSUED or self.lows[first] != "in" or not told:
            return None
        head = next((k for k in range(first + 1, at) if self.lows[k] in self.grammar.document), None)
        of = next((k for k in range(head or at, at - 1) if self.lows[k] in ("by", "from", "of")), None)
        speaker = (of + 1, at) if of is not None else (first + 1, at)
        named = head is None and first + 2 == at and self.phrases.capital(first + 1)  # not in Lima Berg said
        words = self.lows[speaker[0] : at]
        timed = any(low in self.grammar.month or low in self.grammar.weekday for low in words)
        hung = self.grammar.preposition
        another = any(low in self.grammar.determiner and before not in hung for before, low in pairwise(words))
        fits = (named or of is not None) and not timed and not another  # in the report of May the navy said
        plain = not any(self._parts(k) for k in range(first, at)) and self.somebody(speaker)
        return self.report(rule, speaker, (at, end), [(end, self.size)]) if fits and plain else None

    def written_in(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "“40 died”, — stated in the message", "“40 died”, it is written in the report of the navy": a document that
        a speech is closed with speaks for who made it."""
        document = self._speech_in(at, end) if rule.frame in ("say", "tell") else None
        return self.report(rule, document, (at, end), [(0, at)], before=True) if document is not None else None

    def _speech_in(self, at: int, end: int) -> Piece | None:
        """The document behind "in" with which a sentence closes that a speech opens, with no more than "it is" before
        a verb."""
        first = at
        while first > 0 and (self.lows[first - 1] in self.grammar.be or self.lows[first - 1] in self.grammar.adverb):
            first -= 1
        first -= first in range(1, at) and self.lows[first - 1] == "it"  # no “40 died,” | it said in a statement
        while first > 0 and (self.lows[first - 1] == "," or self.lows[first - 1] in DASHES):
            first -= 1
        if first == 0 or self.lows[first - 1] != QUOTE or self.lows[end : end + 1] != ["in"]:
            return None
        document = self.phrases.right(end + 1)
        if document is None or self.lows[end + 1] not in self.grammar.determiner:
            return None
        closed = document[1] >= self.size or self.phrases.closes(document[1])
        return document if closed and self.fitness.documents(document) else None

    def _parts(self, at: int) -> bool:
        return self.lows[at] in (";", ":", ",", QUOTE) or self.lows[at] in DASHES

    def according(self, rule: Cue, at: int, end: int) -> Report | None:
        """What "according to" and its like tell, with whom they name behind them."""
        if end < self.size and self.lows[end] in self.grammar.relative:  # a paper according to which 40 died
            return self.report(rule, (end, end + 1), (at, end), [(end + 1, self.size)])
        if self.lows[at] in self.lexicon.classes["tells-toll"]:
            return self._toll_told(rule, at, end)
        if self.lows[at] in ("by", "on", "following"):
            return self._by_the_words(rule, at, end)
        return self._according(rule, at, end)

    def comes_from(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "The figure used then, “at least 40”, came from the mayor": who told a number that its clause calls so."""
        speaker = self.phrases.named_by(end)
        first = next((k + 1 for k in range(at - 1, -1, -1) if self.lows[k] in (";", ":")), 0)
        figure = next((k for k in range(first, min(at, first + _FIGURE)) if self.lows[k] in self.grammar.toll), None)
        if speaker is None or figure is None or any(map(self.phrases.verb, range(first, figure))):
            return None
        fits = self.somebody(speaker) or self.fitness.counts(speaker)
        return self.report(rule, speaker, (at, end), [(first, at)], before=True) if fits else None

    def _by_the_words(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "By the data of Oxfam, 40 have died", "40 have died, by the words of the mayor": only of who can tell."""
        parted = at > 0 and self.lows[at - 1] == ","
        speaker = self.phrases.named_by(end) if parted or self._opens(at) else None
        if speaker is None or not (self.somebody(speaker) or self.fitness.counts(speaker)):
            return None
        last = next((k for k in range(*speaker) if self.lows[k] == ","), speaker[1])
        closed = last >= self.size or self.phrases.closes(last)
        return self._according(rule, at, end) if closed else None

    def _according(self, rule: Cue, at: int, end: int) -> Report | None:
        speaker = self.phrases.named_by(end)
        if speaker is None or self.lows[end] in self.grammar.adverb:
            return None  # confirmed by now
        if self.lows[end - 1] == "in" and not self._prints(speaker, at):
            return None
        if self.lows[at] == "per" and not (self.phrases.capital(end) or self.lows[end] == "the"):
            return None
        if self._of_each(at) or self._as_a_rule(speaker):
            return None
        through = self.quoted_by(speaker[1])
        if self._hands_on(speaker, at):
            return None
        if self._opens(at):
            return self._opening(rule, speaker, at, end, through)
        that = next((k for k in range(*speaker) if self.lows[k] == "that"), speaker[1])
        if at > 0 and self.lows[at - 1] in self.grammar.be and self.lows[that : that + 1] == ["that"]:
            return self.report(rule, (end, that), (at, end), [(that + 1, self.size)])
        hangs = self.lows[end - 1] == "by" and self.lows[at] != "as"  # the facts reported by X
        if hangs and self.phrases.medium(end - 1):
            return None  # said by telephone
        infinitive = self._goes_on_passive(speaker) if hangs else speaker[1]
        speaker = speaker[0], infinitive
        content = [
            (self._described(at) if hangs else max(self._since_last(at), self._related(at), self._in_brackets(at)), at)
        ]
        if speaker[1] < self.size and self._goes_on_behind(speaker[1]):
            content.append((speaker[1] + 1, self.size))
        if self.lows[infinitive : infinitive + 1] == ["to"]:
            content.append((infinitive, self.size))
        elif self.reach.finite_at(speaker[1]) and self._count_of(content[0][0], at):
            content.append((speaker[1], self._height_end(speaker[1])))
        return self.report(rule, speaker, (at, end), content, before=True, through=through)

    def _goes_on_behind(self, mark: int) -> bool:
        """Whether what is told goes on behind a mark: "as of June, per the board: | 40 dams are full"."""
        if self.lows[mark] == ":":
            return self.fitness.number_soon(mark + 1)
        return self.lows[mark] == "," and not self._turns(mark + 1)

    def _toll_told(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "The toll released by the ministry was 40": how high it is, and nothing else that is given or released."""
        speaker = self.phrases.named_by(end)
        if speaker is None or not self.reach.finite_at(speaker[1]) or not self._count_of(self._described(at), at):
            return None
        return self.report(rule, speaker, (at, end), [(speaker[1], self._height_end(speaker[1]))])

    def _height_end(self, first: int) -> int:
        """Where it ends how high a count is: with the clause, and before another count that it is told by: "the toll
        given by the mayor was | twice an earlier estimate of 40", "was 40, | up from 12"."""
        told_by = self.lexicon.classes["told-by-another"]
        ends = (k for k in range(first, self.size) if self.phrases.closes(k) or self.lows[k] in told_by)
        return next(ends, self.size)

    def _of_each(self, at: int) -> bool:
        """Whether "per" tells of what a number is each: "$5.10 per | Class A share", "70 yuan per | ADS"; not "in 2015
        per the ministry"."""
        amount = at > 0 and (self.lows[at - 1][0].isdigit() or self.lows[at - 1] in self.grammar.amount_unit)
        return self.lows[at] == "per" and amount and self.lows[at + 1 : at + 2] != ["the"]

    def _as_a_rule(self, speaker: Piece) -> bool:
        """Whether a bare noun is nobody and nothing that states: "according to | plan", "according to law"; or it is
        told by what something is done: "according to the latest | standards"."""
        first, last = speaker
        low = self.lows[first]
        head = self.fitness.head(first, last)
        if self.lows[head] in self.grammar.by_which and not self.phrases.capital(head):
            return True
        bare = last - first == 1 and self.line.words[first].islower() and low.isalpha() and not low.endswith("s")
        known = low in self.lexicon.holders or low in self.grammar.document or low in self.grammar.pronoun
        return (
            bare
            and not known
            and low not in _OBJECTS
            and low not in self.lexicon.classes["small-name"]
            and low not in self.grammar.plural
        )

    def _hands_on(self, speaker: Piece, at: int) -> bool:
        """Whether somebody only passes on what another has just said: "40 died, a doctor said, | according to AFP"."""
        last = self.found[-1] if self.found else None
        if last is None or not last.before or last.rule.frame not in ("say", "tell") or self.lows[at - 1] != ",":
            return False
        begin = next((k for k, start in enumerate(self.line.starts) if start >= last.cue[1]), at)
        if not self.capital_name(speaker) or self.between.adverbials(begin) != at - 1:
            return False
        self.found[-1] = last._replace(content=last.content[:1], through=self._tidy(speaker))
        return True

    def capital_name(self, speaker: Piece) -> bool:
        """Whether a phrase is a name, be it behind an article."""
        first = speaker[0] + (self.lows[speaker[0]] == "the")
        return first < speaker[1] and all(self.phrases.capital(k) for k in range(first, speaker[1]))

    def _goes_on_passive(self, speaker: Piece) -> int:
        """Where a passive goes on behind who is named: "40 were said by the army | to have died"; else his end."""
        first, last = speaker
        return next((k for k in range(first, last) if self.lows[k] == "to" and self._to_have(k)), last)

    def _count_of(self, first: int, at: int) -> bool:
        """Whether a count opens a stretch, whose height its verb tells: "the number of deaths | reported by X", "the
        toll | according to X"."""
        opening = self.lows[first:at]
        head = opening[: opening.index("of")] if "of" in opening else opening[-1:]
        alone = first == 0 and not any(self.phrases.verb(k) for k in range(first, at))
        return any(low in self.grammar.toll for low in head) and ("of" in opening or alone)

    def _prints(self, speaker: Piece, at: int) -> bool:
        """Whether one reports in it, not only there: a paper, The Varna Times, "it was reported in X that"."""
        told = at > 0 and self.lows[at - 1] in self.grammar.be and "that" in self.lows[speaker[0] : speaker[1] + 1]
        return told or self.line.words[speaker[0]] == "The" or self.fitness.documents(speaker)

    def _since_last(self, at: int) -> int:
        """Behind an earlier "according to X" of the line, if a comma parts the two; else the start."""
        last = self.found[-1] if self.found else None
        if last is None or not last.before or last.rule.frame != "according":
            return 0
        piece = self._piece(last.speaker)
        if piece is None or piece[1] >= at or self.lows[piece[1]] not in (",", ";"):
            return 0
        self.found[-1] = last._replace(content=last.content[:1])
        return piece[1]

    def _related(self, at: int) -> int:
        """Where a relative clause begins that a cue ends: "Roe weighs 40 kilos, | which is little according to X"."""
        comma = next((k for k in range(at - 1, 0, -1) if self.lows[k] == "," or self.phrases.bound(k)), 0)
        return comma + 1 if comma and self.lows[comma] == "," and self.lows[comma + 1] == "which" else 0

    def _in_brackets(self, at: int) -> int:
        """Behind the bracket in which something and its source stand: "700,000 (| 81,000, according to X)"."""
        opened = next((k for k in range(at - 1, -1, -1) if self.lows[k] in ("(", ")")), 0)
        return opened + 1 if self.lows[opened] == "(" and opened + 1 < at else 0

    def _described(self, at: int) -> int:
        """Where what a participle tells of begins: "one listing | the facts reported by X"."""
        first = at
        while first > 0 and self.lows[first - 1] in self.grammar.adverb:
            first -= 1
        if first > 0 and (self.lows[first - 1] in self.grammar.be or self.lows[first - 1] == ","):
            return self._since_last(at)
        return next((k + 1 for k in range(at - 1, -1, -1) if self.lows[k] == "," or self.lows[k] in DASHES), 0)

    def _opens(self, at: int) -> bool:
        """Whether nothing stands before a preposition but a joint: "But according to"."""
        if at > 1 and self.lows[at - 1] == ",":
            return self.lows[at - 2] in self.grammar.conjunction or self.lows[at - 2] in self.grammar.subordinator
        return at == 0 or self.lows[at - 1] in (";", ":", "but", "and", "while", "that", "because", "although", "still")

    def _opening(self, rule: Cue, speaker: Piece, at: int, end: int, through: Piece | None = None) -> Report | None:
        """An opening "According to X,": the content begins behind the comma that closes the speaker."""
        first, last = self._first_part(speaker)
        last = self._before_count(first, last)
        last = self._before_verb(first, last) if at > 0 else last
        last = self._before_subject(first, last) if self.unpointed else last
        behind = through[1] if through is not None else last
        begin = behind + 1 if behind < self.size and self.lows[behind] == "," else behind
        return self.report(rule, (first, last), (at, end), [(begin, self.size)], through=through)

    def _before_count(self, first: int, last: int) -> int:
        """Where a name ends that no comma parts from a clause: "According to the WHO | 7.6 million people fled"."""
        for at in range(first + 1, last):
            if self.lows[at][0].isdigit() and self.phrases.capital(at - 1) and not self.phrases.time(at - 1):
                return at if self._count_opens(at, last) else last
        return last

    def _before_verb(self, first: int, last: int) -> int:
        """Where those end whom a joint leads to, before a verb of whom was told: "it flooded and according to officials
        | damaged 40 homes"."""
        for at in range(first + 1, last):
            told = self.phrases.verb(at) and self.fitness.number_soon(at + 1)
            if told and self.lows[at - 1] in self.lexicon.holders:
                return at
        return last

    def _before_subject(self, first: int, last: int) -> int:
        """Where those end whom no comma parts from the subject of the clause they tell: "According to a source in the
        Larkin district | the army lost 40 men", "according to residents | Peruvian police shot two"."""
        if last >= self.size or not self.phrases.verb(last):
            return last
        several, drawn = self.lexicon.classes["collective"] | self.grammar.document, self.grammar.document
        for at in range(first + 1, last):
            before = self.lows[at - 1]
            named = self.phrases.capital(at) and not self.phrases.capital(at - 1) and before in several
            opens = (
                at > first + 1 and self.lows[at] in ("the", "a", "an") and before not in drawn and self._apart_from(at)
            )
            if named or opens:
                return at
        return last

    def _count_opens(self, at: int, last: int) -> bool:
        """Whether a clause opens with a count: "7.6 million people fled", "40 men fled"; no year, no channel."""
        if not self.lows[at].isdigit():
            return self.fitness.number_soon(at) and "-" not in self.lows[at]
        after = self.lows[at + 1 : at + 2]
        things = bool(after) and (after[0].endswith("s") or after[0] in self.grammar.plural)
        return things and len(self.lows[at]) in (2, 3) and self.phrases.clause(at, last)

    def _first_part(self, speaker: Piece) -> Piece:
        """The phrase up to its first comma, unless what follows is plainly in apposition: "a professor", "who"."""
        first, last = speaker
        for at in range(first, last - 1):
            if self.lows[at] == ",":
                after = self.lows[at + 1]
                brief = after in ("a", "an", "the") and last - at <= _BRIEF
                hung = brief or after in ("who", "which") or after in self.grammar.apposed
                return speaker if hung and last < self.size and self.lows[last] == "," else (first, at)
        return speaker

    def survey(self, rule: Cue, at: int, end: int) -> Report | None:
        """The report whose source is a survey or count: "in a national poll, 31 percent", "by the ministry's count"."""
        by = self.lows[at] == "by"
        heads = self.grammar.reckoning if by else self.grammar.survey
        head = next((k for k in range(end, min(self.size, end + 9)) if self.lows[k] in heads), None)
        speaker = self.phrases.named_by(end) if head is not None else None
        if head is None or speaker is None:
            return None
        first = speaker[0]
        last = next((k for k in range(head, speaker[1]) if self.lows[k] == "to"), speaker[1])  # to 55 percent now
        last = head + 1 if by and self.lows[head + 1 : head + 2] == ["and"] else last
        speaker = first, last
        if not first < head < last or any(self.lows[k] in self.grammar.preposition for k in range(first, head)):
            return None
        if by and not self._owned_count(first, head):
            return None
        owned = self.lows[first] in self.grammar.determiner or "'s" in self.lows[first:head]  # in Monday's poll
        made = self.lows[head + 1 : head + 2] in (["from"], ["by"])  # in recent polls by X
        if not (by or owned or made):
            return None
        if head == first + 1 and self.lows[first] == "the" and not (by or self._opens(at)):
            return None
        if self._opens(at):
            return self._opening(rule, speaker, at, end)
        if by:
            goes_on = last < self.size and self.phrases.verb(last)  # which by UN estimates | has lost 40
            content = [(0, at), (last, self.size)] if goes_on else [(0, at)]
            return self.report(rule, speaker, (at, end), content, before=True)
        return self._surveyed(rule, speaker, at, end)

    def _owned_count(self, first: int, head: int) -> bool:
        """Whether it is told whose a count is: "by the ministry's | count", "by many | estimates", "by UN | counts"."""
        owner = any(low in POSSESSIVES or low in ("'", "’") for low in self.lows[first:head])
        many = any(low in self.grammar.of_many for low in self.lows[first:head])
        named = head - first == 1 and self.phrases.capital(first) and not self.phrases.time(first)
        return owner or many or named

    def _surveyed(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """ "X led by 9 points in a CNN poll, 42% to 33%": only shares and leads are a poll's."""
        if not any(low in self.grammar.lead or low.endswith("%") for low in self.lows):
            return None
        content = [(self._since_last(at), at)]
        parted = self.lows[speaker[1] : speaker[1] + 1] == [","] and not self._turns(speaker[1] + 1)
        if parted or (speaker[1] < self.size and self.phrases.verb(speaker[1])):
            content.append((speaker[1] + parted, self.size))  # his rating in a new poll stands at 53%
        return self.report(rule, speaker, (at, end), content, before=True)
