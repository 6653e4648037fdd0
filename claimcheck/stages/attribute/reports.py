"""A line in, the reports in it out: who speaks, by which cue, and over which words the cue holds."""

from __future__ import annotations

from claimcheck.records import Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.granted import BRIEF
from claimcheck.stages.attribute.inverted import JOINTS
from claimcheck.stages.attribute.lexicon import CueForm, Lexicon
from claimcheck.stages.attribute.line import DASHES, QUOTE, Grammar, Line
from claimcheck.stages.attribute.owncounts import OwnCounts
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_ENDING = ("say", "tell", "according")  # frames whose cue closes what is told
_LISTS = ("show", "count", "object")  # frames of what is told in a document of one's own: names, lists, has
_OWN = 12  # tokens of such a document and who made it
_TWO = 2  # words of a verb and its preposition
_OF = ("of", "about")
_AT_TIME = (("at", "first"), ("at", "last"), ("at", "once"))
_SUBJECT = 12  # tokens of the subject of a clause


class Reader(OwnCounts):
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
        self._unfront()
        self._end_headline()
        self._part()
        self._fill_gaps()
        return self._cut()

    def _end_headline(self) -> None:
        """Adds whom a headline names at its end, in a text that lost its marks."""
        rule = next((form.rule for form in self.cues.get(":", ()) if form.rule.frame == "label"), None)
        if self.headline and self.unpointed and rule is not None and not self.found:
            self.found += filter(None, [self.lost_label(rule)])

    def _unfront(self) -> None:
        """Leaves to who closes the sentence what opens it: "Claiming that 40 fell, critics cried foul, | Roe said"."""
        first = self.found[0] if self.found else None
        fronted = first is not None and first.cue[0] == self.line.starts[0] and self.lows[0].endswith("ing")
        if not fronted or first is None or self.lows[1:2] != ["that"]:
            return
        if any(told.before and told.rule.frame == "say" and told.rule.manner != "reports" for told in self.found[1:]):
            del self.found[0]  # what an outlet reports it only hands on

    def _fill_gaps(self) -> None:
        """Adds who gives a number without a verb: what each report tells ends where the next one begins."""
        begins = [min(r.cue[0], r.speaker[0]) if r.speaker is not None else r.cue[0] for r in self.found[1:]]
        ends = zip(self.found, [*begins, self.line.ends[-1]], strict=True) if self.found else ()
        self.found = [told for report, until in ends for told in self.in_gaps(report, until)]

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
                end = self._parted_end(form, at)
            if not end:
                continue
            report = self._read(form, at, end)
            if report is not None:
                self.found.append(report)
                return end
        return at + 1

    def _parted_end(self, form: CueForm, at: int) -> int:
        """Where a verb and its preposition end that words for when part: "told | at first | of 40 dead"; 0: nowhere."""
        if len(form.words) != _TWO or form.form in ("word", "noun") or form.words[1] not in _OF:
            return 0
        behind = self.between.adverbials(at + 1)
        behind += 2 * (tuple(self.lows[behind : behind + 2]) in _AT_TIME)
        return behind + 1 if self.lows[behind : behind + 1] == [form.words[1]] and behind > at + 1 else 0

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
        if frame == "origin":
            return self.comes_from(form.rule, at, end)
        if frame == "survey":
            return self.survey(form.rule, at, end)
        if frame == "impersonal":
            return self.impersonal(form.rule, at, end)
        if frame == "label":
            return self.labelled(form.rule, at)
        if frame == "quote":
            return self.quoting(form, at, end)
        if frame in ("figure", "reckoned"):
            return self.own(form.rule, at)
        if form.form == "noun":
            return self.possessed(form.rule, at, end)
        if self.line.words[at][0].isupper() and at > 0 and not self.headline:
            return None
        if form.form == "ing":
            return self._participle(form, at, end)
        return self._told_in(form, at, end) or self._finite(form, at, end)

    def _told_in(self, form: CueForm, at: int, end: int) -> Report | None:
        """ "“40 died”, — stated in the message", "About this AFP reported in the press service of X"."""
        if form.form != "past":
            return None
        return self.of_this(form, at, end) if self.lows[0] == "about" else self.written_in(form.rule, at, end)

    def _finite(self, form: CueForm, at: int, end: int) -> Report | None:
        rule = form.rule
        if self.finite.noun_after_all(form, at, end) or self.finite.denied(at):
            return None
        if form.form == "past" and self.lows[at] in self.grammar.participle and not self.finite.perfect(at):
            return None
        informed = self._in_own_document(form, at, end) or (
            self.informed_by(form, at, end) if form.form == "past" else None
        )
        if informed is not None:
            return informed
        reckons = rule.frame == "show" or rule.manner == "estimates"
        if form.form in ("past", "base") and reckons and self._set_by(end):
            return self.by_whom(form, at, end)
        if self.finite.been(form, at) or (form.form == "past" and (self.finite.passive(at) or self._done_by(at, end))):
            return self.by_whom(form, at, end) or self.counted_by(rule, at, end)
        lost = self.said_in(rule, at, end) or (self._unparted(rule, at, end) if self.unpointed else None)
        if lost is not None:
            return lost
        reads = self.lows[at] in self.grammar.reading  # "We lost it," reads a letter
        if (rule.frame in ("say", "ask") or reads) and self._may_invert(at) and (at > 0 or form.form != "base"):
            speaker = self.phrases.right(self._behind_site(end))
            speaker = self.until_adding(*speaker) if self.unpointed and speaker is not None else speaker
            fits = speaker is not None and self._inverted_fits(rule, at, speaker)
            if speaker is not None and fits and (not reads or self.fitness.documents(speaker)):
                return self._inverted(rule, speaker, at, end)
        turned = self.told_whom(rule, at, end) if form.form == "past" else None
        if turned is not None:
            return turned
        speaker = self.phrases.subject(at) if self.finite.leads_to(at) else self._left_speaker(at)
        speaker = self.unfronted(speaker) if self.unpointed and speaker is not None else speaker
        named = self._named_behind(speaker, at, end)
        if named is not None:
            return self.report(rule, named, (at, end), [(0, at)], before=True)
        behind = self.between.adverbials(end)
        ahead = behind if self.lows[behind : behind + 1] == ["that"] else end  # found in 2014 that
        if speaker is None or not self.fitness.speaks(form, speaker, ahead) or self._honours(form, speaker, end):
            return None
        return self.from_left(rule, speaker, at, end)

    def _behind_site(self, end: int) -> int:
        """Behind the site where something is said, before who says it: "wrote on Facebook | the spokeswoman"."""
        site = self.lows[end : end + 1] in (["on"], ["in"]) and self.phrases.capital(end + 1)
        return end + 2 if site and self.lows[end + 2 : end + 3] == ["the"] else end

    def _honours(self, form: CueForm, speaker: Piece, end: int) -> bool:
        """Whether it is no loss of one's own that is recognised: "the award recognised the death of 40", "Chad
        recognised the deaths of 40 as a crime"; not "the Chadian side recognised the loss of 40"."""
        if form.words[0] not in self.grammar.recognising:
            return False
        owns = self.lexicon.holders | self.grammar.counting | self.grammar.organisation
        first, last = speaker
        bare = self.lows[first] not in self.grammar.determiner or last - first == 2  # the Taliban, no Larkin Memorial
        known = (bare and self.somebody(speaker)) or self.lows[self.fitness.head(first, last)] in owns
        stop = next((k for k in range(end, self.size) if self.phrases.closes(k)), self.size)
        return not known or not self.grammar.recognised_how.isdisjoint(self.lows[end:stop])

    def _in_own_document(self, form: CueForm, at: int, end: int) -> Report | None:
        """ "In its yearly report (,) Oxfam names 40 victims": who tells a number in a document of his own."""
        first = self.phrases.group_start(at)
        opens = (k for k in range(first - 2, max(-1, first - _OWN), -1) if self.lows[k] == "in")
        opened = next(opens, None)
        if form.rule.frame not in _LISTS or opened is None or self.lows[opened + 1] not in POSSESSIVES:
            return None
        stating = self.grammar.document | self.lexicon.classes["own-print"]
        made = (k for k in range(first - 1, opened + 1, -1) if self.lows[k] in stating)
        begin = next(made, first) + 1
        begin += self.lows[begin : begin + 1] == [","]
        speaker = begin, first
        told = begin < first and self.fitness.number_soon(end) and not self.phrases.clause(opened, first)
        fits = told and (self.somebody(speaker) or self.fitness.counts(speaker))
        return self.report(form.rule, speaker, (at, end), [(end, self.size)]) if fits else None

    def _unparted(self, rule: Cue, at: int, end: int) -> Report | None:
        """What a verb of saying closes in a text that lost its commas."""
        return self.trailing(rule, at, end) or self.trailed(rule, at, end)

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
            return self._fronted(form, end) if at == 0 else None
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
        if speaker is None or not fits or self._honours(form, speaker, end):
            return None
        if speaker[0] > 0 and self.lows[speaker[0] - 1] == "and":
            self._end_last(speaker[0] - 1)
        recipient, begin = self.between.recipient(end) if rule.frame == "tell" else (None, end)
        told = self.between.setting(self.between.adverbials(begin))
        content = self.reach.behind(told, at, brief=rule.frame in BRIEF)
        return self.report(rule, speaker, (at, end), content, recipient=recipient)

    def _fronted(self, form: CueForm, end: int) -> Report | None:
        """ "Announcing that 40 were missing, | the ministry shared a list": said by the subject of the main clause."""
        if self.lows[end : end + 1] != ["that"] or self.lows[0] in self.grammar.in_mind:
            return None
        for comma in (k for k in range(end + 2, self.size - 2) if self.lows[k] == ","):
            verb = next((k for k in range(comma + 2, min(comma + _SUBJECT, self.size)) if self.phrases.verb(k)), None)
            if verb is None:
                continue
            speaker = comma + 1, self.phrases.group_start(verb)
            if self.phrases.run_left(speaker[1]) != comma + 1:
                continue
            if self.somebody(speaker) and self.fitness.speaks(form, speaker, end):
                return self.report(form.rule, speaker, (0, end), [(end, comma)])
        return None

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


def _within(content: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The stretches of what is told between two offsets."""
    cut = ((max(first, start), min(last, end)) for first, last in content)
    return tuple((first, last) for first, last in cut if first < last)
