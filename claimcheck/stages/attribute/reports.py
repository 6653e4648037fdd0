"""A line in, the reports in it out: who speaks, by which cue, and over which words the cue holds."""

from __future__ import annotations

from claimcheck.records import Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.granted import BRIEF, Granted
from claimcheck.stages.attribute.inverted import JOINTS
from claimcheck.stages.attribute.lexicon import CueForm, Lexicon
from claimcheck.stages.attribute.line import DASHES, QUOTE, STOPS, Grammar, Line
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_COUNTED = 6  # tokens from a number to the clause that tells of those it counts
_ENDING = ("say", "tell", "according")  # frames whose cue closes what is told


class Reader(Granted):
    """Finds the reports of one line. `unpointed`: it is from a text that lost its commas, and names those `called` in
    full."""

    def __init__(
        self,
        line: Line,
        lexicon: Lexicon,
        grammar: Grammar,
        *,
        headline: bool = False,
        unpointed: bool = False,
        called: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(line, lexicon, grammar, headline=headline)
        self.cues = lexicon.cues
        self.unpointed = unpointed
        self.called = called

    def reports(self) -> list[Report]:
        """Every report of the line, in the order of the cues."""
        behind = 0
        for at, low in enumerate(self.lows):
            if low in self.cues:
                if at >= behind:
                    behind = self._cue(at)
            elif "-" in low and at >= behind:
                self.found += self.compounded(at)
        self._part()
        return self._cut()

    def _part(self) -> None:
        """Ends what a cue tells where the last ends: "40 died, police say, and | 60, rebels say"."""
        for number in range(1, len(self.found)):
            one, other = self.found[number - 1 : number + 1]
            ends = all(told.before and told.content and told.rule.frame in _ENDING for told in (one, other))
            if not ends or one.speaker is None or other.speaker is None:
                continue
            end = max(one.cue[1], one.speaker[1])
            begin = next((k for k, start in enumerate(self.line.starts) if start >= end), self.size)
            while begin < self.size and (self.lows[begin] in (",", ";") or self.lows[begin] in JOINTS):
                begin += 1
            first = min(other.cue[0], other.speaker[0])
            if begin < self.size and self.line.starts[begin] < first and self.fitness.number_soon(begin):
                self.found[number - 1] = one._replace(content=_within(one.content, 0, end))
                content = _within(other.content, self.line.starts[begin], self.line.ends[-1])
                self.found[number] = other._replace(content=content)

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
            return self.hedge(form.rule, at, end)
        if frame == "according":
            return self.according(form.rule, at, end)
        if frame == "survey":
            return self.survey(form.rule, at, end)
        if frame == "impersonal":
            return self.impersonal(form.rule, at, end)
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

    def _finite(self, form: CueForm, at: int, end: int) -> Report | None:
        rule = form.rule
        if self.finite.noun_after_all(form, at, end) or self.finite.denied(at):
            return None
        if form.form == "past" and self.lows[at] in self.grammar.participle and not self.finite.perfect(at):
            return None
        informed = self.informed_by(form, at, end) if form.form == "past" else None
        if informed is not None:
            return informed
        reckons = rule.frame == "show" or rule.manner == "estimates"
        if form.form in ("past", "base") and reckons and self._set_by(end):
            return self.by_whom(form, at, end)
        if self.finite.been(form, at) or (form.form == "past" and (self.finite.passive(at) or self._done_by(at, end))):
            return self.by_whom(form, at, end)
        unparted = (self.trailing(rule, at, end) or self.trailed(rule, at, end)) if self.unpointed else None
        if unparted is not None:
            return unparted
        reads = self.lows[at] in self.grammar.reading  # "We lost it," reads a letter
        if (rule.frame in ("say", "ask") or reads) and self._may_invert(at):
            speaker = self.phrases.right(end)
            fits = speaker is not None and self._inverted_fits(rule, at, speaker)
            if speaker is not None and fits and (not reads or self.fitness.documents(speaker)):
                return self._inverted(rule, speaker, at, end)
        turned = self.told_whom(rule, at, end) if form.form == "past" else None
        if turned is not None:
            return turned
        speaker = self.phrases.subject(at) if self.finite.leads_to(at) else self._left_speaker(at)
        named = self._named_behind(speaker, at, end)
        if named is not None:
            return self.report(rule, named, (at, end), [(0, at)], before=True)
        behind = self.between.adverbials(end)
        ahead = behind if self.lows[behind : behind + 1] == ["that"] else end  # found in 2014 that
        if speaker is None or not self.fitness.speaks(form, speaker, ahead):
            return None
        return self._from_left(rule, speaker, at, end)

    def _done_by(self, at: int, end: int) -> bool:
        """Whether a past form hangs on the noun before it, for what did it follows: "an average calculated by X"."""
        return (
            self._agent(end)
            if end < self.size and self.lows[at - 1] not in self.grammar.auxiliary and not self.phrases.medium(end)
            else False
        )

    def _participle(self, form: CueForm, at: int, end: int) -> Report | None:
        """ "X left, saying that 40 died"; "X is saying that"; "files showing that"."""
        rule = form.rule
        start = self.phrases.group_start(at)
        if start == 0:
            return None
        if rule.frame == "show":
            speaker = self.phrases.left(at) if self.lows[start - 1] not in self.grammar.preposition else None
            alone = speaker is not None and speaker[1] - speaker[0] == 1
            fits = (
                speaker is not None
                and self.fitness.documents(speaker)
                and not self.fitness.goes_on(speaker[0])
                and not (alone and self.lows[at - 1] == "that")
            )
        elif any(self.lows[k] in self.grammar.auxiliary for k in range(start, at)):
            speaker = self._left_speaker(at)
            fits = speaker is not None and self.fitness.speaks(form, speaker, end) and self._brings(rule, end)
        else:
            beside = self._beside_with(start)
            speaker = beside or self._hung_on(start, at)
            brings = self._brings(rule, end) or (rule.manner == "claims" and beside is not None)
            brings = brings or (rule.clausal and self._adds(start, end))
            fits = speaker is not None and brings and self.fitness.suits(form, speaker, end)
        if speaker is None or not fits:
            return None
        if speaker[0] > 0 and self.lows[speaker[0] - 1] == "and":
            self._end_last(speaker[0] - 1)
        recipient, begin = self.between.recipient(end) if rule.frame == "tell" else (None, end)
        told = self.between.setting(self.between.adverbials(begin))
        content = self.reach.behind(told, at, brief=rule.frame in BRIEF)
        return self.report(rule, speaker, (at, end), content, recipient=recipient)

    def _hung_on(self, start: int, at: int) -> Piece | None:
        """Who speaks where a participle hangs on his clause: "X left, saying that 40 died"."""
        first = self.phrases.run_left(start)
        if not self._hangs(start - 1, at) or (first < start and self.fitness.polled(first, start)):
            return None  # the share of farmers saying
        return self.last_speaker() or self._clause_subject(at)

    def _beside_with(self, start: int) -> Piece | None:
        """Who speaks behind "with", or joined to one who does: "with X saying 40 fell, and | Y saying 60"."""
        first = self.phrases.run_left(start)
        joint = next((k for k in range(start - 1, first - 2, -1) if k > 0 and self.lows[k] == "and"), 0)
        opens = next((k for k in range(joint, -1, -1) if self.lows[k] == "with"), joint)
        if any(self.phrases.present_participle(k) for k in range(opens + 2, joint)):
            joined = joint + 1, start
            return joined if joint + 1 < start and self.somebody(joined) else None
        led = 0 < first < start and self.lows[first - 1] == "with" and not self.fitness.polled(first, start)
        return (first, start) if led else None

    def _end_last(self, at: int) -> None:
        """Ends what the last report tells before a token."""
        end = self.line.ends[at - 1]
        for last in self.found[-1:]:
            content = tuple((first, min(behind, end)) for first, behind in last.content if first < end)
            self.found[-1] = last._replace(content=content)

    def _hangs(self, before: int, at: int) -> bool:
        low = self.lows[before]
        if self.unpointed and self.found:
            last = self.found[-1]  # the monitor said adding that, said the monitor adding that
            if self.line.ends[before] in (last.cue[1], last.speaker[1] if last.speaker is not None else -1):
                return True
        apart = low in (",", "and", QUOTE, "by", "after", "while", "in") or low in DASHES
        return apart or self.lows[at] == "saying" or low in self.grammar.document  # issued a statement | warning

    def _brings(self, rule: Cue, end: int) -> bool:
        """Whether a participle brings something told: a clause or a quotation, where its verb may do without."""
        if rule.frame in ("ask", "call"):
            return QUOTE in self.lows[end : end + 4]
        if rule.clausal or self.lows[end : end + 1] in (["and"], ["."], [","]):
            return self._clause_follows(end)
        return (rule.manner not in ("claims", "denies") or rule.frame == "act") or self._clause_follows(end)

    def _adds(self, start: int, end: int) -> bool:
        """Whether a participle goes on with what was just said: ""We lost it," Roe said, adding | the town has 40"."""
        said = self.found[-1].cue[1] if self.found else 0
        behind = self.lows[start - 1] == "," and start > 1 and self.line.ends[start - 2] == said
        opens = end < self.size and (
            self.lows[end] in self.grammar.determiner or self.lows[end] in self.grammar.pronoun
        )
        return behind and opens

    def _called(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """ "He called it "a rise of 40 per cent"": the words quoted; no book called "40 Years"."""
        mark = next((k for k in range(end, min(self.size, end + 4)) if self.lows[k] == QUOTE), None)
        if mark is None or not self.somebody(speaker):
            return None
        return self.report(rule, speaker, (at, end), [(mark, mark + 1)])

    def _from_left(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        if rule.frame == "call":
            return self._called(rule, speaker, at, end)
        recipient, begin = self.between.recipient(end) if rule.frame == "tell" else (None, end)
        if rule.frame == "tell" and (recipient is None or self.lows[begin - 1] in self.grammar.anecdote):
            return None
        tail = self.between.aside(self.between.adverbials(begin))
        if begin < tail < self.size and self._dated_thing(speaker, tail):
            return None
        closed = tail >= self.size or self.lows[tail] in (".", ";", ")", "?", "!") or self.lows[tail] in DASHES
        in_front = self._told_in_front(rule, speaker, (at, end), tail, closed=closed, recipient=recipient)
        if in_front is not None:
            return in_front
        if rule.frame == "ask" and (QUOTE not in self.lows[end : end + 4] or self.lows[end] in POSSESSIVES):
            return None  # continue its path into "deep space"
        if closed or self._only_when(speaker[0], tail):
            return self.report(rule, speaker, (at, end), self._counted_by(rule, speaker), recipient=recipient)
        done = rule.manner == "claims" and self.fitness.infinitive(begin)  # claims to hold 40 villages
        if rule.frame == "say" and self.lows[begin] == "to" and not (done or self._to_have(begin)):
            content = list[Piece]() if speaker[0] == 0 else None  # "We lost it!" Roe said to the station
        else:
            content = self._told_behind(rule, speaker[0], begin, tail)
        if content and self.fitness.number_near(begin) and self._named(speaker):
            content = self._in_turn(rule, (at, end), content)
        if content and rule.frame == "say" and rule.manner != "estimates":
            content = [*self._told_of_them(speaker), *content]
        if content and rule.frame == "say":
            content = [*self._told_of_those(speaker), *content]
        return self.report(rule, speaker, (at, end), content, recipient=recipient) if content is not None else None

    def _counted_by(self, rule: Cue, speaker: Piece) -> list[Piece]:
        """What a relative clause says that somebody reported: "below the | 51 deaths that the army reported"."""
        first = speaker[0]
        if rule.frame != "say" or first < 3 or self.lows[first - 1] not in ("that", "which"):
            return []
        opens = next((k + 1 for k in range(first - 2, -1, -1) if self.phrases.closes(k) or self.phrases.verb(k)), 0)
        number = next((k for k in range(max(opens, first - _COUNTED), first) if self.fitness.number_soon(k)), None)
        return [(number, first - 1)] if number is not None and self.fitness.counts(speaker) else []

    def _told_of_them(self, speaker: Piece) -> list[Piece]:
        """Those of whom a clause without a comma tells: "the bodies of | 100 men that it said fell"."""
        first, last = speaker
        pronoun = last - first == 1 and self.lows[first] in self.grammar.pronoun
        if not pronoun or first < 2 or self.lows[first - 1] not in ("that", "which", "who", "whom"):
            return []
        if self.lows[first - 2] in self.grammar.conjunction:
            return []
        opens = next((k + 1 for k in range(first - 2, -1, -1) if self.phrases.closes(k) or self.phrases.verb(k)), 0)
        number = next((k for k in range(max(opens, first - _COUNTED), first) if self.fitness.number_soon(k)), None)
        return [(number, first - 1)] if number is not None else []

    def _told_of_those(self, speaker: Piece) -> list[Piece]:
        """A number that alone stands for those of whom a clause tells: "five | of whom police say are armed", "39 | who
        the army says fell"."""
        first = speaker[0]
        if first < 2 or self.lows[first - 1] not in ("who", "whom", "which"):
            return []
        at = first - 2 - (self.lows[first - 2] == "of")
        number = at >= 0 and (self.lows[at][0].isdigit() or self.lows[at] in self.grammar.quantifier)
        return [(at, first - 1)] if number else []

    def _named(self, speaker: Piece) -> bool:
        """Whether who speaks goes by a bare name, as those do who follow with a number each: no ministry, no agency."""
        return self.phrases.capital(self.fitness.head(*speaker)) and not self.fitness.counts(speaker)

    def _in_turn(self, rule: Cue, cue: Piece, content: list[Piece]) -> list[Piece]:
        """ "Kenya confirmed 40 deaths, | Uganda 12 and Chad nine": each number is that of the name before it."""
        last = content[-1][1]
        found = (self._name_and_number(at, last) for at in range(content[0][0], last - 1))
        names = sorted({piece for piece in found if piece})
        if not names:
            return content
        stops = [*(name[0] - 1 for name in names[1:]), last]
        for (start, end), stop in zip(names, stops, strict=True):
            self.found.append(self.report(rule, (start, end), cue, [(end, stop)]))
        first = names[0][0] - 1
        return [(start, min(stop, first)) for start, stop in content if start < first]

    def _name_and_number(self, at: int, last: int) -> Piece | None:
        """The name behind a comma or an "and" that a number follows at once."""
        if self.lows[at] not in (",", "and"):
            return None
        first = at + 1
        while first < last and self.lows[first] in ("and", "the"):
            first += 1
        end = first
        while end < last and self.phrases.capital(end):
            end += 1
        said = end + (end < last and end > first and self._says(end))  # Armenia | declares 105
        number = said < last and (self.lows[said][0].isdigit() or self.lows[said] in self.grammar.quantifier)
        return (first, end) if number and end > first and not self.phrases.time(first) else None

    def _says(self, at: int) -> bool:
        """Whether a token is a finite form of a verb of saying."""
        return any(
            form.rule.frame == "say" and form.form in ("third", "past") for form in self.cues.get(self.lows[at], ())
        )

    def _dated_thing(self, speaker: Piece, tail: int) -> bool:
        """Whether the verb told when a thing was announced, and another tells what it does: "a merger announced Monday
        would", "the cuts announced on Tuesday include 40 posts"."""
        low = self.lows[tail]
        does = (self.phrases.verb(tail) or low in self.grammar.plan_does) and low not in self.grammar.noun_too
        return low in self.grammar.auxiliary or (does and not self.somebody(speaker))

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
        if rule.frame == "deny" and self.lows[first - 1] == "which" and first > 1:
            return self.report(rule, speaker, cue, [(0, first - 2)], before=True) if closed else None
        compared = "as" in self.lows[max(0, first - 5) : max(0, first - 2)]  # not as bad as many believe
        said_so = (
            (rule.frame != "ask" or self.lows[tail : tail + 1] == [":"])
            and first > 0
            and self.lows[first - 1] == "as"
            and not compared
            and (not rule.clausal or self.somebody(speaker) or self.fitness.documents(speaker))  # as talks continued
        )
        if said_so and not closed and self.lows[tail] == ":" and self.lows[tail + 1 : tail + 2] == [QUOTE]:
            return self.report(rule, speaker, cue, [(tail + 1, self.size)])  # as Roe put it: "We lost it"
        return self._as_said(rule, speaker, *cue) if said_so and (closed or self.lows[tail] == ",") else None

    def _told_behind(self, rule: Cue, first: int, begin: int, tail: int) -> list[Piece] | None:
        """What is told behind the verb of a speaker who begins at `first`; None: nothing is."""
        setting = self.between.setting(max(begin, tail))
        told_from = begin if setting == tail and self.lows[tail] != "that" else setting
        if rule.clausal and not (self._clause_follows(told_from) or self._gap(first, told_from)):
            # "We lost it!" She declared, a line that she likes
            lone = first == 0 and (self.lows[begin] == "," or self.lows[begin] in self.grammar.preposition)
            return [] if lone else None
        told = self.reach.behind(setting, first, brief=rule.frame in BRIEF)
        if first > 0 and self.lows[first - 1] == "what" and self.lows[begin] in self.grammar.be:
            told = self._until_comma(told)  # for what some say is a failure to end the war, | which has cost 40
        return self.until_granted(rule, told, setting, told_from)

    def _until_comma(self, told: list[Piece]) -> list[Piece]:
        """What is told, up to its first comma."""
        end = next((k for start, stop in told for k in range(start, stop) if self.lows[k] == ","), self.size)
        return [(start, min(stop, end)) for start, stop in told if start < end]

    def _gap(self, first: int, at: int) -> bool:
        """Whether a verb follows whose subject stands before the speaker: "40 homes, which X claims | were empty"."""
        relative = first > 0 and (
            self.lows[first - 1] in self.grammar.relative or self.phrases.relative_that(first - 1)
        )
        return relative and at < self.size and (self.phrases.verb(at) or self.lows[at] in self.grammar.auxiliary)

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


def _within(content: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The stretches of what is told between two offsets."""
    cut = ((max(first, start), min(last, end)) for first, last in content)
    return tuple((first, last) for first, last in cut if first < last)
