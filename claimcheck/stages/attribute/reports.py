"""A line in, the reports in it out: who speaks, by which cue, and over which words the cue holds."""

from __future__ import annotations

from claimcheck.records import Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.inverted import JOINTS, Inverted
from claimcheck.stages.attribute.lexicon import CueForm, Lexicon
from claimcheck.stages.attribute.line import DASHES, QUOTE, STOPS, Grammar, Line
from claimcheck.stages.attribute.scope import POSSESSIVES, Report
from claimcheck.stages.attribute.wording import Piece

_QUANTITIES = (
    "$",
    "€",
    "£",
    "more",
    "fewer",
    "nearly",
)
_LOOSE = ("about", "over", "at", "up", "as", "around", "between", "under")
_WHOSE = ("some", "one", "most", "several", "many", "all", "official", "other")  # by some estimates
_PLAIN_DETERMINERS = (
    "that",
    "this",
    "both",
    "all",
    "some",
    "many",
    "several",
    "those",
    "these",
    "most",
    "few",
    "another",
    "each",
)


class Reader(Inverted):
    """Finds the reports of one line."""

    def __init__(
        self, line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False, unpointed: bool = False
    ) -> None:
        super().__init__(line, lexicon, grammar, headline=headline)
        self.cues = lexicon.cues
        self.unpointed = unpointed  # the text lost its commas

    def reports(self) -> list[Report]:
        """Every report of the line, in the order of the cues."""
        behind = 0
        for at, low in enumerate(self.lows):
            if low in self.cues:
                if at >= behind:
                    behind = self._cue(at)
            elif "-" in low and at >= behind:
                self.found += self.compounded(at)
        return self._cut()

    def _cue(self, at: int) -> int:
        """Adds the report of the cue that begins at a token; where to go on."""
        for form in self.cues[self.lows[at]]:
            end = at + len(form.words)
            if end > at + 1 and tuple(self.lows[at:end]) != form.words:
                continue
            report = self._read(form, at, end)
            if report is not None:
                self.found.append(report)
                return end
        return at + 1

    def _cut(self) -> list[Report]:
        """What follows one cue ends where the next one's clause begins: "X speak of 3,000, and 150, according to Y"."""
        behind = [report for report in self.found if report.before and report.rule.frame == "according"]
        return [self._cut_one(report, behind) for report in self.found] if behind else self.found

    def _cut_one(self, report: Report, behind: list[Report]) -> Report:
        if report.before or not report.content:
            return report
        start, end = report.content[-1]
        later = [other for other in behind if start < other.cue[0] < end]
        if not later:
            return report
        last = self.line.starts.index(later[0].cue[0])
        first = self.line.starts.index(start)
        for at in range(last - 2, first, -1):
            if self.lows[at] == "," or self.lows[at] in DASHES:
                last = at
                break
        if last <= first:
            return report
        return report._replace(content=(*report.content[:-1], self.line.span(first, last)))

    def _read(self, form: CueForm, at: int, end: int) -> Report | None:
        frame = form.rule.frame
        if frame == "hedge":
            return self._hedge(form.rule, at, end)
        if frame == "according":
            return self._according(form.rule, at, end)
        if frame == "survey":
            return self._survey(form.rule, at, end)
        if frame == "label":
            return self.labelled(form.rule, at)
        if frame == "quote":
            return self.quoting(form, at, end)
        if form.form == "noun":
            return self.possessed(form.rule, at, end)
        if self.line.words[at][0].isupper() and at > 0 and not self.headline:
            return None
        if form.form == "ing":
            return self._participle(form, at, end)
        return self._finite(form, at, end)

    def _hedge(self, rule: Cue, at: int, end: int) -> Report | None:
        named = self.lows[end : end + 1] == ["in"] and end + 1 < self.size and self.phrases.capital(end + 1)
        if self.lows[end : end + 1] == ["by"] or named or self._set_by(end):
            return None  # it was reported by Izvestia
        first = last = at
        last += at == 0 and self.lows[end : end + 1] == [","]  # Reportedly, 40 died
        last += last > at
        while first > 0 and not self._parts(first - 1):
            first -= 1
        while last < self.size and not self._parts(last):
            last += 1
        return Report(rule, None, self.line.span(at, end), (self.line.span(first, last),))

    def _parts(self, at: int) -> bool:
        return self.lows[at] in (";", ":", ",", QUOTE) or self.lows[at] in DASHES

    def _according(self, rule: Cue, at: int, end: int) -> Report | None:
        speaker = self.phrases.named_by(end)
        if speaker is None or self.lows[end] in self.grammar.adverb:
            return None  # confirmed by now
        if self.lows[end - 1] == "in" and not self._prints(speaker, at):
            return None
        if self.lows[at] == "per" and not (self.phrases.capital(end) or self.lows[end] == "the"):
            return None
        through = self.quoted_by(speaker[1])
        if self._opens(at):
            return self._opening(rule, speaker, at, end, through)
        that = next((k for k in range(*speaker) if self.lows[k] == "that"), speaker[1])
        if at > 0 and self.lows[at - 1] in self.grammar.be and self.lows[that : that + 1] == ["that"]:
            return self.report(rule, (end, that), (at, end), [(that + 1, self.size)])
        content = [(self._since_last(at), at)]
        if speaker[1] < self.size and self.lows[speaker[1]] == "," and not self._turns(speaker[1] + 1):
            content.append((speaker[1] + 1, self.size))
        return self.report(rule, speaker, (at, end), content, before=True, through=through)

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

    def _opens(self, at: int) -> bool:
        """Whether nothing stands before a preposition but a joint: "But according to"."""
        if at > 1 and self.lows[at - 1] == "," and self.lows[at - 2] in self.grammar.conjunction:
            return True
        return at == 0 or self.lows[at - 1] in ("but", "and", "while", "that", "because", "although", "still")

    def _opening(self, rule: Cue, speaker: Piece, at: int, end: int, through: Piece | None = None) -> Report | None:
        """An opening "According to X,": the content begins behind the comma that closes the speaker."""
        first, last = self._first_part(speaker)
        behind = through[1] if through is not None else last
        begin = behind + 1 if behind < self.size and self.lows[behind] == "," else behind
        return self.report(rule, (first, last), (at, end), [(begin, self.size)], through=through)

    def _first_part(self, speaker: Piece) -> Piece:
        """The phrase up to its first comma, unless what follows is plainly in apposition: "a professor", "who"."""
        first, last = speaker
        for at in range(first, last - 1):
            if self.lows[at] == ",":
                after = self.lows[at + 1]
                hung = after in ("a", "an", "the", "who", "which") or after in self.grammar.apposed
                return speaker if hung and last < self.size and self.lows[last] == "," else (first, at)
        return speaker

    def _survey(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "In a national poll, 31 percent": the survey is the source; "by the ministry's count"."""
        by = self.lows[at] == "by"
        heads = self.grammar.reckoning if by else self.grammar.survey
        head = next((k for k in range(end, min(self.size, end + 9)) if self.lows[k] in heads), None)
        speaker = self.phrases.named_by(end) if head is not None else None
        if head is None or speaker is None:
            return None
        first, last = speaker
        if not first < head < last or any(self.lows[k] in self.grammar.preposition for k in range(first, head)):
            return None
        if by and not any(self.lows[k] in POSSESSIVES or self.lows[k] in _WHOSE for k in range(first, head)):
            return None
        if not by and self.lows[first] not in self.grammar.determiner and "'s" not in self.lows[first:head]:
            return None  # in Monday's poll
        if head == first + 1 and self.lows[first] == "the" and not by:
            return None
        if self._opens(at):
            return self._opening(rule, speaker, at, end)
        if by:
            return self.report(rule, speaker, (at, end), [(0, at)], before=True)
        return self._surveyed(rule, speaker, at, end)

    def _surveyed(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """ "X led by 9 points in a CNN poll, 42% to 33%": only shares and leads are a poll's."""
        if not any(low in self.grammar.lead or low.endswith("%") for low in self.lows):
            return None
        content = [(self._since_last(at), at)]
        parted = self.lows[speaker[1] : speaker[1] + 1] == [","] and not self._turns(speaker[1] + 1)
        if parted or (speaker[1] < self.size and self.phrases.verb(speaker[1])):
            content.append((speaker[1] + parted, self.size))  # his rating in a new poll stands at 53%
        return self.report(rule, speaker, (at, end), content, before=True)

    def _finite(self, form: CueForm, at: int, end: int) -> Report | None:
        rule = form.rule
        if self._noun_after_all(form, at, end) or self._denied(at):
            return None
        if form.form == "past" and self.lows[at] in self.grammar.participle and not self._perfect(at):
            return None
        reckons = rule.frame == "show" or rule.manner == "estimates"
        if form.form in ("past", "base") and reckons and self._set_by(end):
            return self.by_whom(form, at, end)
        if form.form == "past" and (self._passive(at) or self._done_by(at, end)):
            return self.by_whom(form, at, end)
        unparted = (self.trailing(rule, at, end) or self.trailed(rule, at, end)) if self.unpointed else None
        if unparted is not None:
            return unparted
        if rule.frame in ("say", "ask") and self._may_invert(at):
            speaker = self.phrases.right(end)
            if speaker is not None and self._inverted_fits(rule, at, speaker):
                return self._inverted(rule, speaker, at, end)
        speaker = self.phrases.subject(at) if self._leads_to(at) else self._left_speaker(at)
        named = self._named_behind(speaker, at, end)
        if named is not None:
            return self.report(rule, named, (at, end), [(0, at)], before=True)
        behind = self._skip_adverbials(end)
        ahead = behind if self.lows[behind : behind + 1] == ["that"] else end  # found in 2014 that
        if speaker is None or not self.fitness.speaks(form, speaker, ahead):
            return None
        return self._from_left(rule, speaker, at, end)

    def _denied(self, at: int) -> bool:
        """Whether the verb is said not to have happened: "did not say", "never mentioned", "to say"."""
        before = self.lows[max(0, at - 3) : at]
        return (
            "never" in before
            or "not" in before
            or (before[-1:] == ["to"] and not self._leads_to(at))
            or any(low.endswith("n't") for low in before)
        )

    def _leads_to(self, at: int) -> bool:
        """Whether an infinitive was carried out: "went so far as to say", "took to Twitter to say"."""
        return at > 2 and self.lows[at - 1] == "to" and self.lows[at - 2] in self.lexicon.classes["leads-to-say"]

    def _noun_after_all(self, form: CueForm, at: int, end: int) -> bool:
        """Whether a form that may be a noun is one: "reports of", "the state", "tax credits"."""
        if form.form == "past" or self.lows[at] not in self.grammar.noun_too:
            return False
        before = self.lows[at - 1] if at else ""
        if before in self.grammar.pronoun and before != "one":
            return False  # which he estimates will
        if not before or before in POSSESSIVES or (before[0].isdigit() and not self._dated(at)):
            return True
        if QUOTE in self.lows[max(0, at - 5) : at]:
            return False
        if (
            before in self.grammar.preposition
            or before in self.grammar.quantifier
            or (before in self.grammar.determiner and before not in _PLAIN_DETERMINERS)
        ):
            return True
        closed = end >= self.size or self.lows[end] in (",", ".", ";")
        if closed:
            return not (
                self.phrases.capital(at - 1)
                or before.rstrip("s") in self.grammar.document
                or before in self.grammar.document
            )
        return not self._takes_object(end)

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
        if low in _LOOSE:
            return self.fitness.number_soon(at + 1)
        if (
            low in ("that", "how", "why", "whether", ":", QUOTE)
            or low[0].isdigit()
            or low in _QUANTITIES
            or self.phrases.capital(at)
        ):
            return True
        if low in grammar.determiner or low in grammar.pronoun or low in grammar.adverb or low in grammar.quantifier:
            return True
        return low[0].isalpha() and not (
            low in grammar.preposition
            or low in grammar.conjunction
            or low in grammar.subordinator
            or low in grammar.auxiliary
            or self.phrases.verb(at)
        )

    def _passive(self, at: int) -> bool:
        """Whether a past form is passive or stands before its noun: "was reported", "an estimated 40"."""
        k = at - 1
        while (
            k > 0
            and not self.phrases.capital(k)
            and (self.lows[k] in self.grammar.adverb or self.lows[k].endswith("ly"))
        ):
            k -= 1
        if k < 0:
            return False
        low = self.lows[k]
        return (
            low in self.grammar.be
            or low in self.grammar.preposition
            or (low in self.grammar.determiner and low not in _PLAIN_DETERMINERS)
        )

    def _done_by(self, at: int, end: int) -> bool:
        """Whether a past form hangs on the noun before it, for what did it follows: "an average calculated by X"."""
        return (
            self._agent(end)
            if end < self.size and self.lows[at - 1] not in self.grammar.auxiliary and not self.phrases.medium(end)
            else False
        )

    def _perfect(self, at: int) -> bool:
        """Whether a past form that is no simple past stands behind "have": "polls have shown"."""
        if self.lows[at] not in ("shown", "written", "foreseen"):
            return True
        return any(low in ("has", "have", "had", "'ve", "having") for low in self.lows[max(0, at - 3) : at])

    def _participle(self, form: CueForm, at: int, end: int) -> Report | None:
        """ "X left, saying that 40 died"; "X is saying that"; "files showing that"."""
        rule = form.rule
        start = self.phrases.group_start(at)
        if start == 0:
            return None
        if rule.frame == "show":
            speaker = self.phrases.left(at)
            fits = speaker is not None and self.fitness.documents(speaker)
        elif any(self.lows[k] in self.grammar.auxiliary for k in range(start, at)):
            speaker = self._left_speaker(at)
            fits = speaker is not None and self.fitness.speaks(form, speaker, end) and self._brings(rule, end)
        else:
            speaker = self._hung_on(start, at)
            fits = speaker is not None and self._brings(rule, end) and self.fitness.suits(form, speaker, end)
        if speaker is None or not fits:
            return None
        return self.report(rule, speaker, (at, end), [self._after(end)])

    def _hung_on(self, start: int, at: int) -> Piece | None:
        """Who speaks where a participle hangs on his clause, or on his name behind "with": "with officials saying"."""
        if not self._hangs(start - 1, at):
            return None
        first = self.phrases.run_left(start)
        if first < start and self.fitness.polled(first, start):
            return None  # the share of farmers saying
        beside = 0 < first < start and self.lows[first - 1] == "with"
        return (first, start) if beside else self.last_speaker() or self._clause_subject(at)

    def _hangs(self, before: int, at: int) -> bool:
        low = self.lows[before]
        if self.unpointed and self.found and self.found[-1].cue[1] == self.line.ends[before]:
            return True  # the monitor said adding that
        return low in (",", "and", QUOTE, "by", "after", "while", "in") or low in DASHES or self.lows[at] == "saying"

    def _brings(self, rule: Cue, end: int) -> bool:
        """Whether a participle brings something told: a clause or a quotation, where its verb may do without."""
        if rule.frame in ("ask", "call"):
            return QUOTE in self.lows[end : end + 4]
        if rule.clausal or self.lows[end : end + 1] in (["and"], ["."], [","]):
            return self._clause_follows(end)
        return (rule.manner not in ("claims", "denies") or rule.frame == "act") or self._clause_follows(end)

    def _called(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """ "He called it "a rise of 40 per cent"": the words quoted; no book called "40 Years"."""
        mark = next((k for k in range(end, min(self.size, end + 4)) if self.lows[k] == QUOTE), None)
        if mark is None or not self.somebody(speaker):
            return None
        return self.report(rule, speaker, (at, end), [(mark, mark + 1)])

    def _from_left(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        if rule.frame == "call":
            return self._called(rule, speaker, at, end)
        recipient, begin = self._recipient(end) if rule.frame == "tell" else (None, end)
        if rule.frame == "tell" and (recipient is None or self.lows[begin - 1] in ("story", "stories", "joke", "lie")):
            return None
        tail = self._behind_aside(self._skip_adverbials(begin))
        if begin < tail < self.size and self.lows[tail] in self.grammar.auxiliary:
            return None  # a merger announced Monday would
        closed = tail >= self.size or self.lows[tail] in (".", ";", ")", "?", "!") or self.lows[tail] in DASHES
        in_front = self._told_in_front(rule, speaker, (at, end), tail, closed=closed, recipient=recipient)
        if in_front is not None:
            return in_front
        if rule.frame == "ask" and QUOTE not in self.lows[end : end + 4]:
            return None
        if closed or self._only_when(speaker[0], tail):
            return self.report(rule, speaker, (at, end), [], recipient=recipient)
        if rule.frame == "say" and self.lows[begin] == "to" and not self._to_have(begin):
            content = list[Piece]() if speaker[0] == 0 else None  # "We lost it!" Roe said to the station
        else:
            content = self._told_behind(rule, speaker[0], begin, tail)
        return self.report(rule, speaker, (at, end), content, recipient=recipient) if content is not None else None

    def _told_in_front(
        self, rule: Cue, speaker: Piece, cue: Piece, tail: int, *, closed: bool, recipient: Span | None
    ) -> Report | None:
        """ "40 homes burned, X said", "as X said, 40 homes burned"; None: what is told does not stand in front."""
        first = speaker[0]
        if rule.frame in ("say", "tell", "show", "ask"):
            joined = self.lows[self.phrases.group_start(cue[0]) - 1] in JOINTS
            content = self._told_before(speaker, tail, closed=closed, ask=rule.frame == "ask", joined=joined)
            if content is not None:
                return self.report(rule, speaker, cue, content, before=True, recipient=recipient)
        compared = "as" in self.lows[max(0, first - 5) : max(0, first - 2)]  # not as bad as many believe
        said_so = rule.frame != "ask" and first > 0 and self.lows[first - 1] == "as" and not compared
        return self._as_said(rule, speaker, *cue) if said_so and (closed or self.lows[tail] == ",") else None

    def _told_behind(self, rule: Cue, first: int, begin: int, tail: int) -> list[Piece] | None:
        """What is told behind the verb of a speaker who begins at `first`; None: nothing is."""
        setting = self._behind_setting(max(begin, tail))
        if rule.clausal and not self._clause_follows(begin if setting == tail else setting):
            # "We lost it!" She declared, a line that she likes
            lone = first == 0 and (self.lows[begin] == "," or self.lows[begin] in self.grammar.preposition)
            return [] if lone else None
        after = self._after(setting)
        related = self.lows[first] in self.grammar.relative
        if rule.frame == "act" or related:
            after = self._until_dash(after)
        if related or (first > 0 and self.lows[first - 1] in self.grammar.relative):
            after = self._until_resumed(after)  # the plan, which some have argued was bad, | was an insult
        return self._without_asides(after)

    def _only_when(self, first: int, tail: int) -> bool:
        """Whether a sentence tells only who spoke, and when: "The mayor said as he left the hall."."""
        if first > 0 or self.lows[tail] not in ("as", "when", "while") or "that" in self.lows[tail:]:
            return False
        return self.lows[tail + 1 : tail + 2] != [] and self.lows[tail + 1] in self.grammar.pronoun

    def _as_said(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report:
        opening = speaker[0] - 1
        first = self._contrast(opening)
        content = [(first, opening)] if opening > first else []
        comma = next((k for k in range(end, self.size) if self.lows[k] == ","), None)
        if comma is not None and not self._turns(comma + 1):
            content.append((comma + 1, self.size))
        return self.report(rule, speaker, (at, end), content, before=True)

    def _contrast(self, end: int) -> int:
        """Behind what the narrator sets against it: "212, | not 148 as X claimed"; 0: nothing is."""
        for at in range(end - 1, 0, -1):
            if self.lows[at] in STOPS:
                break
            led = self.lows[at - 1] in (",", "and", "but") or self.lows[at - 1] in DASHES
            if (self.lows[at] == "not" and led) or self.lows[at : at + 2] in (["rather", "than"], ["instead", "of"]):
                return at
        return 0


def reports(
    line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False, unpointed: bool = False
) -> list[Report]:
    """Every report of a line. `unpointed`: it is from a text that lost its commas."""
    return Reader(line, lexicon, grammar, headline=headline, unpointed=unpointed).reports()
