"""A line in, the reports in it out: who speaks, by which cue, and over which words the cue holds."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.fitness import Fitness
from claimcheck.stages.attribute.lexicon import CueForm, Lexicon
from claimcheck.stages.attribute.line import DASHES, QUOTE, Grammar, Line
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.wording import Piece

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "'re", "'s"))
_POSSESSIVES = ("'s", "his", "her", "their", "its")
_TURNS = frozenset(("but", "while", "although", "though", "and", "as", "who", "which", "citing", "adding", "or"))
_QUANTITIES = (
    "$",
    "€",
    "£",
    "more",
    "fewer",
    "nearly",
)
_LOOSE = ("about", "over", "at", "up", "as", "around", "between", "under")
_PLAIN_DETERMINERS = ("that", "this", "both", "all", "some", "many", "several", "those", "these", "most", "few")


class Report(NamedTuple):
    """One act of saying. `content` may be empty: "he said." behind a quotation of its own."""

    rule: Cue
    speaker: Span | None
    cue: Span
    content: tuple[Span, ...]
    before: bool = False  # the cue stands behind what it tells
    recipient: Span | None = None  # told AFP
    through: Span | None = None  # "state television quoted the minister": who hands it on

    def holds(self, start: int, end: int) -> bool:
        """Whether the span lies in the content, and not in the words for the speaker."""
        if self.speaker is not None and self.speaker[0] < end and start < self.speaker[1]:
            return False
        return any(first <= start and end <= last for first, last in self.content)

    @property
    def size(self) -> int:
        """How much it covers: of two reports over one number the smaller is the inner one."""
        return sum(last - first for first, last in self.content)


class Reader:
    """Finds the reports of one line."""

    def __init__(self, line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False) -> None:
        self.headline = headline
        self.line = line
        self.lows = line.lows
        self.size = len(line.lows)
        self.lexicon = lexicon
        self.grammar = grammar
        self.phrases = Phrases(line, grammar)
        self.fitness = Fitness(self.phrases)
        self.found: list[Report] = []

    @property
    def shouts(self) -> bool:
        """Whether the line is all in capitals."""
        return not any(word.islower() for word in self.line.words)

    def reports(self) -> list[Report]:
        """Every report of the line, in the order of the cues."""
        cues = self.lexicon.cues
        at = 0
        while at < self.size:
            forms = cues.get(self.lows[at])
            step = 1
            for form in forms or ():
                length = len(form.words)
                if length > 1 and tuple(self.lows[at : at + length]) != form.words:
                    continue
                report = self._read(form, at, at + length)
                if report is not None:
                    self.found.append(report)
                    step = length
                    break
            at += step
        return self._cut()

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

    # ── one cue ───────────────────────────────────────────────────────────────────────────────

    def _read(self, form: CueForm, at: int, end: int) -> Report | None:
        frame = form.rule.frame
        if frame == "hedge":
            return self._hedge(form.rule, at, end)
        if frame == "according":
            return self._according(form.rule, at, end)
        if frame == "survey":
            return self._survey(form.rule, at, end)
        if frame == "label":
            return labelled(self, form.rule, at)
        if frame == "quote":
            return quoting(self, form, at, end)
        if form.form == "noun":
            return self._noun(form.rule, at, end)
        if self.line.words[at][0].isupper() and at > 0 and not self.headline:
            return None
        if form.form == "ing":
            return self._participle(form, at, end)
        return self._finite(form, at, end)

    def _hedge(self, rule: Cue, at: int, end: int) -> Report:
        first = last = at
        while first > 0 and not self._parts(first - 1):
            first -= 1
        while last < self.size and not self._parts(last):
            last += 1
        return Report(rule, None, self.line.span(at, end), (self.line.span(first, last),))

    def _parts(self, at: int) -> bool:
        return self.lows[at] in (";", ":", ",", QUOTE) or self.lows[at] in DASHES

    def _according(self, rule: Cue, at: int, end: int) -> Report | None:
        speaker = self.phrases.named_by(end)
        if speaker is None:
            return None
        if self.lows[at] == "per" and not (self.phrases.capital(end) or self.lows[end] == "the"):
            return None
        if self._opens(at):
            return self._opening(rule, speaker, at, end)
        content = [(self._since_last(at), at)]
        if speaker[1] < self.size and self.lows[speaker[1]] == "," and not self._turns(speaker[1] + 1):
            content.append((speaker[1] + 1, self.size))
        return self.report(rule, speaker, (at, end), content, before=True)

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

    def _opening(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        """An opening "According to X,": the content begins behind the comma that closes the speaker."""
        first, last = self._first_part(speaker)
        begin = last + 1 if last < self.size and self.lows[last] == "," else last
        return self.report(rule, (first, last), (at, end), [(begin, self.size)])

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
        speaker = self.phrases.named_by(end)
        if speaker is None:
            return None
        first, last = speaker
        by = self.lows[at] == "by"
        heads = self.grammar.reckoning if by else self.grammar.survey
        head = next((k for k in range(first, min(last, first + 9)) if self.lows[k] in heads), None)
        if head is None or head == first or any(self.lows[k] in self.grammar.preposition for k in range(first, head)):
            return None
        if by and not any(self.lows[k] in _POSSESSIVES for k in range(first, head)):
            return None
        if not by and self.lows[first] not in self.grammar.determiner:
            return None
        if head == first + 1 and self.lows[first] == "the" and not by:
            return None
        if self._opens(at):
            return self._opening(rule, speaker, at, end)
        return self.report(rule, speaker, (at, end), [(0, at)], before=True) if by else None

    def _noun(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "Their claim that 40 died", "the UN's estimate of 40": the possessor speaks."""
        counted = (
            self.lows[at : at + 1] != [] and self.lows[at] in self.grammar.toll and self.lows[end : end + 1] == ["of"]
        )
        if end >= self.size or not (self.lows[end] == "that" or (counted and self._number_ahead(end + 1))):
            return None
        mark = at - 1
        while mark >= 0 and at - mark < 8 and self.lows[mark] not in _POSSESSIVES:
            if self.phrases.bound(mark) or self.lows[mark] == "," or self.lows[mark] in self.grammar.preposition:
                return None
            mark -= 1
        if mark < 0 or at - mark >= 8:
            return None
        speaker = (mark, mark + 1)
        if self.lows[mark] == "'s":
            speaker = (self._possessor(mark), mark)
        if speaker[0] >= speaker[1]:
            return None
        return self.report(rule, speaker, (at, end), [(end + 1, self.size)])

    def _possessor(self, mark: int) -> int:
        """Where the phrase begins that a possessive s ends, be it behind a preposition: "despite X's claim"."""
        start = mark
        while start > 0 and not self.phrases.bound(start - 1) and self.lows[start - 1] != ",":
            low = self.lows[start - 1]
            if low in self.grammar.preposition or low in self.grammar.conjunction or low in self.grammar.subordinator:
                break
            if self.phrases.verb(start - 1):
                break
            start -= 1
            if low in self.grammar.determiner:
                break
        return start

    # ── finite verbs ──────────────────────────────────────────────────────────────────────────

    def _finite(self, form: CueForm, at: int, end: int) -> Report | None:
        rule = form.rule
        if self._noun_after_all(form, at, end) or self._denied(at) or (form.form == "past" and self._passive(at)):
            return None
        if rule.frame in ("say", "ask") and self._may_invert(at):
            speaker = self.phrases.right(end)
            if speaker is not None and self._inverted_fits(rule, at, speaker):
                return self._inverted(rule, speaker, at, end)
        speaker = self._left_speaker(at)
        if speaker is None or not self.fitness.speaks(form, speaker, end):
            return None
        return self._from_left(rule, speaker, at, end)

    def _inverted(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report:
        last = speaker[1]
        if at == 0 and self.lows[last : last + 1] == [":"]:
            return self.report(rule, speaker, (at, end), [(last, self.size)])
        return self.report(rule, speaker, (at, end), self._around(at, last), before=True)

    def _denied(self, at: int) -> bool:
        """Whether the verb is said not to have happened: "did not say", "never mentioned", "to say"."""
        before = self.lows[max(0, at - 3) : at]
        return (
            "never" in before or "not" in before or before[-1:] == ["to"] or any(low.endswith("n't") for low in before)
        )

    def _noun_after_all(self, form: CueForm, at: int, end: int) -> bool:
        """Whether a form that may be a noun is one: "reports of", "the state", "tax credits"."""
        if form.form == "past" or self.lows[at] not in self.grammar.noun_too:
            return False
        before = self.lows[at - 1] if at else ""
        if not before or before in _POSSESSIVES or before[0].isdigit():
            return True
        if QUOTE in self.lows[max(0, at - 5) : at]:
            return False
        if (
            before in self.grammar.preposition
            or before in self.grammar.quantifier
            or (before in self.grammar.determiner and before != "that")
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

    def _takes_object(self, at: int) -> bool:
        """Whether an object or a clause of a verb begins here, not what follows a noun."""
        low, grammar = self.lows[at], self.grammar
        if low in _LOOSE:
            return self._number_ahead(at + 1)
        if low in ("that", ":", QUOTE) or low[0].isdigit() or low in _QUANTITIES or self.phrases.capital(at):
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

    def _number_ahead(self, at: int) -> bool:
        """Whether a number stands within the next few words: "at least 40", "as many as 30"."""
        return any(low[0].isdigit() or low in self.grammar.quantifier for low in self.lows[at : at + 4])

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
            low in _BE
            or low in self.grammar.preposition
            or (low in self.grammar.determiner and low not in _PLAIN_DETERMINERS)
        )

    def _may_invert(self, at: int) -> bool:
        if at == 0:
            return True
        before = self.lows[at - 1]
        return before in (",", QUOTE, "?", "!") or before in DASHES

    def _inverted_fits(self, rule: Cue, at: int, speaker: Piece) -> bool:
        """Whether the words after the verb speak: a quotation stands before, or a clause that needs a speaker."""
        if at == 0:
            return rule.id == "A01" or self.lows[speaker[1] : speaker[1] + 1] == [":"]
        if self._quoted_before(at):
            return True
        told = self.phrases.tells(0, at) or (self.headline and at > 2) or QUOTE in self.lows[:at]
        if rule.frame == "ask" or rule.clausal or not told:
            return False
        if self.lows[at] in ("said", "says", "say"):
            return True
        return self.lows[at - 1] == "," and self._left_speaker(at) is None

    def _quoted_before(self, at: int) -> bool:
        """Whether a quotation ends right before a token."""
        return self.lows[at - 1] == QUOTE or (at > 1 and self.lows[at - 1] == "," and self.lows[at - 2] == QUOTE)

    def _left_speaker(self, at: int) -> Piece | None:
        start = self.phrases.group_start(at)
        if start > 0 and self.lows[start - 1] in ("and", "but", "then", "or"):
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
        return self.phrases.subject(at)

    def last_speaker(self) -> Piece | None:
        for report in reversed(self.found):
            if report.speaker is not None:
                return self._piece(report.speaker)
        return None

    def _piece(self, span: Span | None) -> Piece | None:
        starts, ends = self.line.starts, self.line.ends
        if span is not None and span[0] in starts and span[1] in ends:
            return starts.index(span[0]), ends.index(span[1]) + 1
        return None

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
            speaker = self.last_speaker() or self._clause_subject(at) if self._hangs(start - 1, at) else None
            fits = speaker is not None and self._brings(rule, end) and self.fitness.suits(form, speaker, end)
        if speaker is None or not fits:
            return None
        return self.report(rule, speaker, (at, end), [self._after(end)])

    def _hangs(self, before: int, at: int) -> bool:
        low = self.lows[before]
        return low in (",", "and", QUOTE, "by", "after", "while", "in") or low in DASHES or self.lows[at] == "saying"

    def _brings(self, rule: Cue, end: int) -> bool:
        """Whether a participle brings something told: a clause or a quotation, where its verb may do without."""
        if rule.frame in ("ask", "call"):
            return QUOTE in self.lows[end : end + 4]
        if rule.clausal or self.lows[end : end + 1] in (["and"], ["."], [","]):
            return self._clause_follows(end)
        return (rule.manner not in ("claims", "denies") or rule.frame == "act") or self._clause_follows(end)

    # ── what a verb with its speaker before it covers ─────────────────────────────────────────

    def _from_left(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        first = speaker[0]
        recipient, begin = self._recipient(end) if rule.frame == "tell" else (None, end)
        if rule.frame == "tell" and (recipient is None or self.lows[begin - 1] in ("story", "stories", "joke", "lie")):
            return None
        tail = self._skip_adverbials(begin)
        closed = tail >= self.size or self.lows[tail] in (".", ";", ")", "?", "!") or self.lows[tail] in DASHES
        if rule.frame in ("say", "tell", "show", "ask"):
            content = self._told_before(speaker, tail, closed=closed, ask=rule.frame == "ask")
            if content is not None:
                return self.report(rule, speaker, (at, end), content, before=True, recipient=recipient)
        said_so = rule.frame != "ask" and first > 0 and self.lows[first - 1] == "as"
        if said_so and (closed or self.lows[tail] == ","):
            return self._as_said(rule, speaker, at, end)
        marks = [at for at in range(end, min(self.size, end + 4)) if self.lows[at] == QUOTE]
        if rule.frame in ("ask", "call") and not marks:
            return None
        if rule.frame == "call":
            return self.report(rule, speaker, (at, end), [(marks[0], marks[0] + 1)])
        if closed:
            return self.report(rule, speaker, (at, end), [], recipient=recipient)
        if rule.frame == "say" and self.lows[begin] == "to" and not self._to_have(begin):
            return None
        if rule.clausal and not self._clause_follows(begin):
            return None
        after = self._after(begin)
        if self.lows[first] in self.grammar.relative:
            after = self._until_dash(after)
        return self.report(rule, speaker, (at, end), [after], recipient=recipient)

    def _to_have(self, at: int) -> bool:
        """Whether "to" opens an infinitive of what is told, or leads to "that": "claimed to have killed 40"."""
        return self.lows[at + 1 : at + 2] in (["have"], ["be"]) or "that" in self.lows[at : at + 12]

    def _told_before(self, speaker: Piece, tail: int, *, closed: bool, ask: bool) -> list[Piece] | None:
        """What is told where it stands before its speaker; None: it does not."""
        first = speaker[0]
        if first == 0 or self.lows[first] in self.grammar.relative:
            return None
        before = self.lows[first - 1]
        quoted = self._quoted_before(first)
        apart = before in (",", "?", "!") or before in DASHES
        if not (quoted or (apart and not ask)):
            return None
        comma = not closed and self.lows[tail] == ","
        if comma and not quoted and apart:
            return self._around(first, tail, whole=True)
        if not (quoted or self._stands_alone(first)):
            return None
        if closed:
            return [(0, first)]
        if comma:
            return self._around(first, tail)
        adverbial = self._adverbial(tail) or (quoted and self.lows[tail] in self.grammar.preposition)
        return [(0, first)] if adverbial else None

    def _stands_alone(self, first: int) -> bool:
        """Whether the words before the speaker are a clause that he may have said."""
        opening = self.lows[0] in ("as", "if", "when", "while", "after", "although", "though", "since", "because")
        if opening and "," not in self.lows[: first - 1]:
            return sum(self.phrases.verb(at) for at in range(first)) > 2
        return (
            self.phrases.tells(0, first) or QUOTE in self.lows[:first] or self.headline or self.lows[0] in ("no", "not")
        )

    def _until_dash(self, piece: Piece) -> Piece:
        """A relative clause ends at a dash: "voters who say they will -- 64 percent, according to Y"."""
        first, last = piece
        return first, next((k for k in range(first, last) if self.lows[k] in DASHES), last)

    def _clause_follows(self, at: int) -> bool:
        """Whether "that", a quotation, a colon or a clause of its own comes after the verb."""
        at = self._skip_adverbials(at)
        if at >= self.size or self.lows[at] in ("that", ":", QUOTE, "how", "why"):
            return True
        if self.lows[at] == ",":
            return QUOTE in self.lows[at : at + 3]
        end = at
        while end < self.size and not self.phrases.bound(end) and end - at < 30:
            if self.lows[end] == ",":
                if self.lows[end + 1 : end + 2] not in (["which"], ["who"]):
                    break
                closing = self.lows.index(",", end + 1) if "," in self.lows[end + 1 :] else self.size
                quoted = QUOTE in self.lows[closing : closing + 5]
                return quoted or self.phrases.clause(at, end) or self.phrases.clause(closing, closing + 8)
            if self.lows[end] in ("who", "which", "to"):
                return self.phrases.clause(at, end) or QUOTE in self.lows[at : at + 12]
            end += 1
        return self.phrases.clause(at, end) or QUOTE in self.lows[at : at + 6]

    def _as_said(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report:
        opening = speaker[0] - 1
        content = [(0, opening)] if opening > 0 else []
        comma = next((k for k in range(end, self.size) if self.lows[k] == ","), None)
        if comma is not None and not self._turns(comma + 1):
            content.append((comma + 1, self.size))
        return self.report(rule, speaker, (at, end), content, before=True)

    def _adverbial(self, tail: int) -> bool:
        """Whether what follows the verb is no clause: "he said of the toll", "said in an interview with CNN"."""
        low = self.lows[tail]
        if low in ("when", "as", "after", "before", "while", "during"):
            return True
        if low == "that" or not (low in self.grammar.preposition or low in self.grammar.subordinator):
            return False
        return not self.phrases.clause(tail, min(self.size, tail + 7))

    def _skip_adverbials(self, at: int) -> int:
        """Behind words of time and medium: "said Monday in a statement"."""
        for _ in range(5):
            ahead = self._behind_adverbial(at)
            if ahead == at:
                break
            at = ahead
        return at

    def _behind_adverbial(self, at: int) -> int:
        if at >= self.size:
            return at
        low = self.lows[at]
        after = self.lows[at + 1] if at + 1 < self.size else ""
        if self.phrases.time(at):
            return at + 1 + (after in self.grammar.time_noun)
        if low in self.grammar.adverb:
            return at + 1
        dated = bool(after) and (
            after in self.grammar.time_noun or self.phrases.time(at + 1) or (after.isdigit() and len(after) == 4)
        )
        if low in ("last", "this", "late", "early", "earlier", "on", "in", "by", "that") and dated:
            skipped = at + 2
            while skipped < self.size and (
                self.lows[skipped].isdigit() or self.lows[skipped] in self.grammar.time_noun
            ):
                skipped += 1
            return skipped
        if (
            low[0].isdigit()
            and after in self.grammar.time_noun
            and self.lows[at + 2 : at + 3] in (["into"], ["later"], ["ago"])
        ):
            return self.size
        return self._behind_medium(at) if self.phrases.medium(at) else at

    def _behind_medium(self, at: int) -> int:
        while at < self.size and self.lows[at] not in self.grammar.medium:
            at += 1
        while at < self.size and self.lows[at] in self.grammar.medium:
            at += 1
        return at

    def _recipient(self, at: int) -> tuple[Span | None, int]:
        """Whom something is told, and where what is told begins."""
        lows, grammar = self.lows, self.grammar
        first = at
        if at >= self.size or self.phrases.bound(at) or lows[at] in ("of", "that", ",", "to"):
            return None, at
        if lows[at] in ("him", "her", "them", "me", "us", "you", "it"):
            return self.line.span(at, at + 1), at + 1
        if lows[at] in grammar.determiner:
            at += 1
            while at < self.size and self._in_recipient(at):
                at += 1
        elif self.phrases.capital(at):
            while (
                at < self.size
                and (self.phrases.capital(at) or lows[at] in ("of", "'s", "the", "&"))
                and not (self.phrases.time(at))
            ):
                at += 1
            while at < self.size and lows[at] in grammar.organisation:
                at += 1
        else:
            at += 1
            while (
                at < self.size and lows[at].isalpha() and lows[at].endswith("s") and lows[at] not in grammar.auxiliary
            ):
                at += 1
        return self.line.span(first, at), at

    def _in_recipient(self, at: int) -> bool:
        low, grammar = self.lows[at], self.grammar
        return low.isalpha() and not (
            low in grammar.determiner
            or low in grammar.subordinator
            or low in grammar.pronoun
            or low in ("in", "on", "at", "about", "during", "by")
            or self.phrases.verb(at)
        )

    # ── what a cue covers ─────────────────────────────────────────────────────────────────────

    def _after(self, at: int) -> Piece:
        """From a token to the end of the line, or of the brackets in which it stands."""
        bracket = 0
        for k in range(at, self.size):
            bracket += (self.lows[k] == "(") - (self.lows[k] == ")")
            if bracket < 0:
                return at, k
        return at, self.size

    def _around(self, last: int, tail: int, *, whole: bool = False) -> list[Piece]:
        """What stands before the speaker, and behind the comma after the cue: a quotation that goes on, or the
        second half of a clause that the cue stands in ("The toll, X said, had reached 40")."""
        content = [(0, last)]
        if tail < self.size and self.lows[tail] == ",":
            goes_on = self.lows[tail + 1 : tail + 2] == [QUOTE]
            if goes_on or (whole and not self._turns(tail + 1)):
                content.append((tail + 1, self.size))
        return content

    def _turns(self, at: int) -> bool:
        """Whether the clause at `at` is no longer the speaker's."""
        goes_on = at < self.size - 1 and self.lows[at] == "and"
        if goes_on and (self.lows[at + 1] in self.grammar.pronoun or self.lows[at + 1] == "there"):
            return False  # "he said, and it has"
        return at >= self.size or self.lows[at] in _TURNS

    def report(
        self,
        rule: Cue,
        speaker: Piece,
        cue: Piece,
        content: list[Piece],
        *,
        before: bool = False,
        recipient: Span | None = None,
        through: Piece | None = None,
    ) -> Report:
        spans = tuple(self.line.span(first, last) for first, last in content if first < last)
        handed = self._tidy(through) if through is not None else None
        return Report(rule, self._tidy(speaker), self.line.span(*cue), spans, before, recipient, handed)

    def _tidy(self, speaker: Piece) -> Span:
        first, last = speaker
        while last > first + 1 and self.lows[last - 1] in (",", ".", "and"):
            last -= 1
        return self.line.span(first, last)


def labelled(reader: Reader, rule: Cue, at: int) -> Report | None:
    """ "Police: 20 killed", "20 killed in blast: police", and a name before a quotation."""
    lows, size = reader.lows, reader.size
    colon = lows[at] == ":"
    if reader.headline and size - at <= 5 and _role(reader, at + 1, size):
        return reader.report(rule, (at + 1, size), (at, at + 1), [(0, at)], before=True)
    if not colon or not 0 < at <= 6 or at + 1 >= size or reader.phrases.clause(0, at):
        return None
    titles = reader.lexicon.classes["person-title"]
    named = all(reader.phrases.capital(k) or lows[k] in (".", ",") or lows[k] in titles for k in range(at))
    if (reader.headline and _role(reader, 0, at)) or (named and lows[at + 1] == QUOTE):
        return reader.report(rule, (0, at), (at, at + 1), [(at + 1, size)])
    return None


def _role(reader: Reader, first: int, last: int) -> bool:
    """Whether the words are those of a speaker, not of a topic: "police", "health ministry", "UN report"."""
    while last > first and not reader.lows[last - 1][-1].isalnum():
        last -= 1
    if last <= first or any(not word[0].isalpha() for word in reader.lows[first:last]):
        return False
    classes = reader.lexicon.classes
    head = reader.lows[last - 1]
    roles = (classes["collective"], classes["anonymous"], classes["organisation"], classes["document"], classes["role"])
    letters = reader.line.words[last - 1]
    return any(head in words for words in roles) or (len(letters) > 2 and letters.isupper() and not reader.shouts)


def quoting(reader: Reader, form: CueForm, at: int, end: int) -> Report | None:
    """ "Y quoted X as saying", "X was quoted by Y as saying", "Y reported, citing X": X speaks, through Y."""
    lows, phrases = reader.lows, reader.phrases
    passive = at > 0 and lows[at - 1] in _BE
    if passive:
        return _quoted(reader, form.rule, at, end)
    speaker = phrases.named_by(end)
    if speaker is None:
        return None
    saying = next((k for k in range(end, min(reader.size, end + 25)) if lows[k] == "as"), None)
    if form.form == "ing":
        through = reader.last_speaker() or _before(reader, at)
        content = _apart(reader, at, speaker)
        return reader.report(form.rule, speaker, (at, end), content, through=through, before=True) if through else None
    left = phrases.left(at)
    if left is None or saying is None or lows[saying + 1 : saying + 2] not in (["saying"], ["telling"]):
        return None
    return reader.report(form.rule, (end, saying), (at, end), [(saying + 2, reader.size)], through=left)


def _quoted(reader: Reader, rule: Cue, at: int, end: int) -> Report | None:
    """ "X was quoted as saying by Y that"."""
    speaker = reader.phrases.left(at)
    if speaker is None or not any(low in ("saying", "telling") for low in reader.lows[end : end + 12]):
        return None
    by = next((k for k in range(end, min(reader.size, end + 4)) if reader.lows[k] == "by"), None)
    through = reader.phrases.named_by(by + 1) if by is not None else None
    if through is not None:
        stop = next((k for k in range(through[0], through[1]) if reader.lows[k] in ("as", "that")), through[1])
        through = (through[0], stop)
    begin = max(end, through[1] if through is not None else end)
    return reader.report(rule, speaker, (at, end), [(begin, reader.size)], through=through)


def _before(reader: Reader, at: int) -> Piece | None:
    """Who cites, where his verb comes later: "the Observatory, citing hospital sources, said"."""
    if at < 2 or reader.lows[at - 1] != ",":
        return None
    start = reader.phrases.run_left(at - 1)
    return (start, at - 1) if start < at - 1 else None


def _apart(reader: Reader, at: int, speaker: Piece) -> list[Piece]:
    """All of the sentence but "citing X"."""
    return [(0, at), (speaker[1], reader.size)]


def reports(line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False) -> list[Report]:
    """Every report of a line."""
    return Reader(line, lexicon, grammar, headline=headline).reports()
