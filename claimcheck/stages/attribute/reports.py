"""A line in, the reports in it out: who speaks, by which cue, and over which words the cue holds."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.lexicon import CueForm, Lexicon
from claimcheck.stages.attribute.line import DASHES, QUOTE, Grammar, Line
from claimcheck.stages.attribute.phrases import Phrases, Piece


class Report(NamedTuple):
    """One act of saying. `content` may be empty: "he said." behind a quotation of its own."""

    rule: Cue
    speaker: Span | None
    cue: Span
    content: tuple[Span, ...]
    before: bool = False  # the cue stands behind what it tells
    recipient: Span | None = None  # told AFP

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
        self.lexicon = lexicon
        self.grammar = grammar
        self.phrases = Phrases(line, grammar)
        self.size = len(line.lows)
        self.found: list[Report] = []

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
        for at in range(last - 1, first, -1):
            if self.lows[at] in ("and", "but", "while") and self.lows[at - 1] == ",":
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
        if form.form == "noun":
            return self._noun(form.rule, at, end)
        return self._verb(form, at, end)

    def _hedge(self, rule: Cue, at: int, end: int) -> Report:
        first, last = self._clause(at)
        return Report(rule, None, self.line.span(at, end), (self.line.span(first, last),))

    def _clause(self, at: int) -> Piece:
        """The stretch between commas, semicolons and dashes around a token."""
        first = at
        while first > 0 and self.lows[first - 1] not in (";", ":", ",", QUOTE) and self.lows[first - 1] not in DASHES:
            first -= 1
        last = at
        while last < self.size and self.lows[last] not in (";", ":", ",", QUOTE) and self.lows[last] not in DASHES:
            last += 1
        return first, last

    def _according(self, rule: Cue, at: int, end: int) -> Report | None:
        speaker = self.phrases.named_by(end)
        if speaker is None:
            return None
        if self.lows[at] == "per" and not (self.phrases.capital(end) or self.lows[end] == "the"):
            return None
        start = self._sentence_start(at)
        opens = start == at or (at > 0 and self.lows[at - 1] in ("but", "and", "while", "that", "because", "although"))
        if opens:
            speaker, begin = self._opening_speaker(speaker)
            content: list[Piece] = [(begin, self._sentence_end(begin))]
        else:
            content = [(start, at)]
            if speaker[1] + 1 < self.size and self.lows[speaker[1]] == "," and not self._turns(speaker[1] + 1):
                content.append((speaker[1] + 1, self._sentence_end(speaker[1] + 1)))
        return self._report(rule, speaker, (at, end), content, before=not opens)

    def _opening_speaker(self, speaker: Piece) -> tuple[Piece, int]:
        """The speaker after an opening "According to", and where the content begins: behind the closing comma."""
        speaker = self._first_part(speaker)
        first, last = speaker
        if last < self.size and self.lows[last] == ",":
            return speaker, last + 1
        # The apposition has swallowed the clause, or there is no comma at all.
        for at in range(first, last):
            if self.lows[at] == ",":
                return (first, at), at + 1
        return speaker, last

    def _first_part(self, speaker: Piece) -> Piece:
        """The phrase up to its first comma, unless what follows is plainly in apposition: "a professor", "who"."""
        first, last = speaker
        for at in range(first, last - 1):
            if self.lows[at] == ",":
                hung = (
                    self.lows[at + 1] in ("a", "an", "the", "who", "which") or self.lows[at + 1] in self.grammar.apposed
                )
                return speaker if hung else (first, at)
        return speaker

    def _survey(self, rule: Cue, at: int, end: int) -> Report | None:
        speaker = self.phrases.named_by(end)
        if speaker is None:
            return None
        first, last = speaker
        if first + 1 < self.size and self.lows[first] == "the" and self.lows[first + 1] in self.grammar.survey:
            return None
        heads = self.grammar.survey if self.lows[at] != "by" else self.grammar.reckoning
        head = next((k for k in range(first, min(last, first + 9)) if self.lows[k] in heads), None)
        if head is None or any(self.lows[k] in self.grammar.preposition for k in range(first, head)):
            return None
        if (
            self.lows[at] == "by"
            and self.lows[first] not in self.grammar.determiner
            and "'s" not in self._possessives(first, head)
        ):
            return None
        start = self._sentence_start(at)
        if at == start or (at > 0 and self.lows[at - 1] in ("and", "but", "while")):
            speaker, begin = self._opening_speaker(speaker)
            content = [(begin, self._sentence_end(begin))]
        else:
            content = [(start, at)]
        return self._report(rule, speaker, (at, end), content, before=at != start)

    def _possessives(self, first: int, last: int) -> list[str]:
        return ["'s" for k in range(first, last) if self.lows[k] == "'s"]

    def _noun(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "Their claim that 40 died": the possessor speaks."""
        if end >= self.size or self.lows[end] != "that" or at == 0:
            return None
        first = at
        while first > 0 and at - first < 8 and self.lows[first - 1] not in ("'s", "his", "her", "their", "its"):
            if self.phrases.bound(first - 1) or self.lows[first - 1] in (",", *self.grammar.preposition):
                return None
            first -= 1
        if first == 0 or at - first >= 8:
            return None
        mark = first - 1
        if self.lows[mark] == "'s":
            start = self.phrases._run_left(mark)
            speaker = (start, mark)
            if start >= mark:
                return None
        else:
            speaker = (mark, mark + 1)
        return self._report(rule, speaker, (at, end), [(end + 1, self._sentence_end(end + 1))])

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────

    def _verb(self, form: CueForm, at: int, end: int) -> Report | None:
        rule = form.rule
        if self.line.words[at][0].isupper() and at > 0 and not self.headline:
            return None
        if form.form == "third" and self._noun_after_all(at, end):
            return None
        if form.form == "ing":
            return self._participle(rule, at, end)
        if form.form == "base" and not self._base_may_speak(at):
            return None
        if form.form == "past" and self._passive(at):
            return None
        if rule.frame in ("say", "ask") and self._may_invert(at):
            speaker = self.phrases.right(end)
            if speaker is not None and self._inverted_fits(rule, at, speaker):
                start = self._sentence_start(at)
                return self._report(rule, speaker, (at, end), self._around(start, at, speaker[1]), before=True)
        speaker = self._left_speaker(at)
        if speaker is None or not self._speaks(rule, speaker, end, form):
            return None
        return self._from_left(rule, speaker, at, end)

    def _takes_clause(self, at: int) -> bool:
        """Whether an object or a clause of a verb begins here, not what follows a noun."""
        if at >= self.size:
            return False
        low = self.lows[at]
        return (
            low in ("that", ":", QUOTE)
            or low in self.grammar.determiner
            or low in self.grammar.pronoun
            or low[0].isdigit()
            or low in self.grammar.adverb
            or low in ("$", "€", "£", "more", "fewer", "nearly", "about", "over", "at")
            or self.phrases.capital(at)
            or (
                low[0].isalpha()
                and low not in self.grammar.preposition
                and not self.phrases.verb(at)
                and low not in self.grammar.conjunction
                and low not in self.grammar.subordinator
            )
        )

    def _noun_after_all(self, at: int, end: int) -> bool:
        """Whether an -s form is a plural noun: "reports of", "claims by", "estimates vary"."""
        if at > 0 and self.lows[at - 1] in ("'s", "his", "her", "their", "its"):
            return True
        if end >= self.size or self.lows[at] in ("says", "adds", "writes", "tells", "thinks", "believes"):
            return False
        after = self.lows[end]
        if self.lows[at] in self.grammar.noun_too and (
            at == 0 or self.lows[at - 1][0].isdigit() or not self._takes_clause(end) and after not in (",", ".")
        ):
            return True
        if after in ("of", "by", "from", "against", "on", "in", "and", "were", "are", "have", "about", "to"):
            return True
        return at > 0 and (
            self.lows[at - 1] in self.grammar.determiner
            or self.lows[at - 1] in self.grammar.preposition
            or self.lows[at - 1] in self.grammar.quantifier
        )

    def _base_may_speak(self, at: int) -> bool:
        if at == 0:
            return False
        start = self.phrases.group_start(at)
        if start == 0:
            return False
        before = self.lows[start - 1]
        if before == "to":
            return False
        helped = any(self.lows[k] in self.grammar.auxiliary for k in range(start, at))
        if helped or before in ("they", "we", "i", "you", "who", "which", "that"):
            return True
        if self.lows[at] in self.grammar.noun_too:
            plural = before.endswith("s") and not before.endswith("ss") and before not in ("'s", "its", "his", "this")
            closed = at + 1 >= self.size or self.lows[at + 1] in (",", ".")
            return (plural or before in self.grammar.plural) and (closed or self._takes_clause(at + 1))
        return before not in self.grammar.determiner and before not in self.grammar.preposition

    def _passive(self, at: int) -> bool:
        """Whether a past form is passive or stands before its noun: "was reported", "an estimated 40"."""
        if at == 0:
            return False
        k = at - 1
        while k > 0 and (self.lows[k] in self.grammar.adverb or self.lows[k].endswith("ly")):
            k -= 1
        low = self.lows[k]
        if low in ("is", "are", "was", "were", "be", "been", "being", "am", "get", "got"):
            return True
        return low in self.grammar.determiner and low not in ("that", "this", "both", "all", "some", "many", "several")

    def _may_invert(self, at: int) -> bool:
        if at == 0:
            return True
        before = self.lows[at - 1]
        return before in (",", QUOTE, "?", "!", "”", '"') or before in DASHES

    def _inverted_fits(self, rule: Cue, at: int, speaker: Piece) -> bool:
        """Whether the words after the verb speak: a quotation stands before, or a clause that needs a speaker."""
        if at > 0 and self.lows[at - 1] == QUOTE:
            return True
        if at > 1 and self.lows[at - 1] == "," and self.lows[at - 2] == QUOTE:
            return True
        if rule.frame == "ask":
            return False
        if at == 0:
            return rule.id == "A01"
        last = speaker[1]
        ends = last >= self.size or self.lows[last] in (".", ",", "?", "!", ";") or not self.lows[last][0].isdigit()
        start = self._sentence_start(at)
        return (
            ends
            and self.phrases.clause(start, at)
            and self._left_speaker(at) is None
            or (rule.id == "A01" and self.lows[at] in ("said", "says", "say") and self.phrases.clause(start, at))
        )

    def _left_speaker(self, at: int) -> Piece | None:
        start = self.phrases.group_start(at)
        if start > 0 and self.lows[start - 1] in ("and", "but", "then", "or"):
            return self._clause_subject(at)
        if start > 1 and self.lows[start - 1] == "," and self.lows[start - 2] == QUOTE:
            return None
        found = self.phrases.left(at)
        if found is None and start > 0 and self.lows[start - 1] == ",":
            return None
        return found

    def _clause_subject(self, at: int) -> Piece | None:
        """Who speaks where the verb has no subject of its own: the speaker before, or the subject of the clause."""
        for report in reversed(self.found):
            if report.speaker is not None and not report.before and report.rule.frame != "according":
                piece = self._piece(report.speaker)
                if piece is not None:
                    return piece
            break
        return self.phrases.subject(at)

    def _piece(self, span: Span) -> Piece | None:
        starts, ends = self.line.starts, self.line.ends
        if span[0] in starts and span[1] in ends:
            return starts.index(span[0]), ends.index(span[1]) + 1
        return None

    def _participle(self, rule: Cue, at: int, end: int) -> Report | None:
        """ "X left, saying that 40 died"; "X is saying that"."""
        if at == 0:
            return None
        start = self.phrases.group_start(at)
        if rule.frame == "show":
            speaker = self.phrases.left(at)
            fits = speaker is not None and self._documents(speaker)
            return self._report(rule, speaker, (at, end), [self._after(end)]) if speaker is not None and fits else None
        helped = any(self.lows[k] in self.grammar.auxiliary for k in range(start, at))
        if helped:
            speaker = self._left_speaker(at)
        elif (
            self.lows[start - 1] in (",", "and", QUOTE, "by", "after", "while", "in")
            or self.lows[start - 1] in DASHES
            or (rule.id == "A01" and self.lows[at] == "saying")
        ):
            speaker = self._last_speaker() or self._clause_subject(at)
        else:
            return None
        if speaker is None:
            return None
        return self._report(rule, speaker, (at, end), [self._after(end)])

    def _last_speaker(self) -> Piece | None:
        for report in reversed(self.found):
            if report.speaker is not None:
                return self._piece(report.speaker)
        return None

    def _speaks(self, rule: Cue, speaker: Piece, end: int, form: CueForm) -> bool:
        """Whether such a phrase can do what the verb says."""
        first, last = speaker
        head = self.lows[first]
        if last - first == 1 and (
            head in ("there", "this", "these", "those", "what", "all", "some") or head[0].isdigit()
        ):
            return False
        if head in ("what", "how", "why", "whatever") or self.phrases.time(first) and last - first == 1:
            return False
        if self._mute(speaker) or self._polled(speaker) or self._only_adverbs(speaker):
            return False
        if rule.frame == "show":
            return self._documents(speaker) or (
                end < self.size
                and self.lows[end] == "that"
                and form.words[0]
                not in (
                    "have",
                    "has",
                    "had",
                    "include",
                    "included",
                    "includes",
                )
            )
        if rule.frame == "count":
            return self._documents(speaker) and end < self.size
        if last < self.size and first > 0 and self.lows[first - 1] in ("as", "than"):
            return self.lows[first] not in ("many", "much", "more", "few")
        if self.lows[last - 1] in self.grammar.quantifier or self.lows[last - 1] in self.grammar.determiner:
            return last - first == 1
        if rule.frame == "act" and form.form == "past" and end < self.size and not form.words[1:]:
            return self.lows[end] == "to" or self.lows[end] not in self.grammar.preposition
        if rule.frame == "object":
            return self._at_number(end)
        return True

    def _at_number(self, end: int) -> bool:
        """Whether "at 40" follows: to put something at a figure."""
        for at in range(end, min(self.size - 1, end + 14)):
            if self.lows[at] == "at":
                ahead = self.lows[at + 1 : at + 5]
                return any(low[0].isdigit() or low in ("$", "€", "£", "million", "dozens", "hundreds") for low in ahead)
        return False

    def _polled(self, speaker: Piece) -> bool:
        """Whether the phrase is a share of those asked: "47 percent said", "a majority of voters"."""
        first, last = speaker
        for at in range(first, min(last, first + 5)):
            low = self.lows[at]
            if low in ("percent", "%", "majority", "plurality", "majorities") or low.endswith("%"):
                return True
            if low in ("half", "third", "thirds", "quarter", "quarters", "most", "10") and self.lows[
                at + 1 : at + 2
            ] == ["of"]:
                return True
            if low in self.grammar.preposition or low == ",":
                break
        head = first + (
            self.lows[first] in ("only", "just", "some", "about", "nearly", "a", "the", "almost", "another")
        )
        return head < last and self.lows[head][0].isdigit() and not (len(self.lows[head]) == 4 and head > first)

    def _mute(self, speaker: Piece) -> bool:
        """Whether the head of the phrase is a thing that says nothing: "the war claimed"."""
        first, last = speaker
        head = None
        for at in range(first, last):
            low = self.lows[at]
            if low in self.grammar.preposition or low == "," or low in self.grammar.relative:
                break
            head = at
        return head is not None and self.lows[head] in self.grammar.mute

    def _only_adverbs(self, speaker: Piece) -> bool:
        return all(
            low in self.grammar.adverb
            or (low.endswith("ly") and not self.phrases.capital(at) or at == 0 and low.endswith("ly"))
            for at, low in enumerate(self.lows[speaker[0] : speaker[1]], speaker[0])
        )

    def _documents(self, speaker: Piece) -> bool:
        """Whether the phrase's head is something that states: "a report by X", "fundraising documents"."""
        first, last = speaker
        for at in range(first, last):
            low = self.lows[at]
            if low in self.grammar.document:
                return True
            if low in self.grammar.preposition or low in (",", *self.grammar.relative):
                return False
        return False

    def _from_left(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report | None:
        first, last = speaker
        if rule.frame == "deny" and self.lows[at - 1] in ("which", "that"):
            return None
        recipient, begin = self._recipient(end) if rule.frame == "tell" else (None, end)
        if rule.frame == "tell" and recipient is None:
            return None
        start = self._sentence_start(first)
        behind = self._behind(speaker, start)
        tail = self._skip_adverbials(begin)
        closed = tail >= self.size or self.lows[tail] in (".", ";", ")", "?", "!") or self.lows[tail] in DASHES
        if rule.frame in ("say", "tell", "show", "ask") and behind:
            if closed:
                return self._report(rule, speaker, (at, end), [(start, first)], before=True, recipient=recipient)
            if self.lows[tail] == "," or self._adverbial(tail):
                content = self._around(start, first, tail) if self.lows[tail] == "," else [(start, first)]
                return self._report(rule, speaker, (at, end), content, before=True, recipient=recipient)
        if closed and tail >= self.size and rule.frame == "ask":
            return None
        if first > 0 and self.lows[first - 1] == "as" and (closed or self.lows[tail] == ","):
            return self._as_said(rule, speaker, at, end)
        if rule.frame == "ask" and QUOTE not in self.lows[end : end + 4]:
            return None
        if rule.clausal and not self._clause_follows(begin):
            return None
        after = self._after(begin)
        if self.lows[first] in self.grammar.relative:
            after = self._until_dash(after)
        return self._report(rule, speaker, (at, end), [after], recipient=recipient)

    def _until_dash(self, piece: Piece) -> Piece:
        """A relative clause ends at a dash: "voters who say they will -- 64 percent, according to Y"."""
        first, last = piece
        return first, next((k for k in range(first, last) if self.lows[k] in DASHES), last)

    def _clause_follows(self, at: int) -> bool:
        """Whether "that", a quotation, a colon or a clause of its own comes after the verb."""
        at = self._skip_adverbials(at)
        if at >= self.size:
            return True
        if self.lows[at] in ("that", ":", QUOTE, "how", "why", ","):
            return True
        end = at
        while end < self.size and not self.phrases.bound(end) and self.lows[end] != "," and end - at < 16:
            if self.lows[end] in ("who", "which", "to"):
                return QUOTE in self.lows[at : at + 12]
            end += 1
        return self.phrases.clause(at, end) or QUOTE in self.lows[at : at + 6]

    def _as_said(self, rule: Cue, speaker: Piece, at: int, end: int) -> Report:
        opening = speaker[0] - 1
        start = self._sentence_start(opening)
        content = [(start, opening)] if opening > start else []
        comma = next((k for k in range(end, self.size) if self.lows[k] == ","), None)
        if comma is not None:
            content.append((comma + 1, self._sentence_end(comma)))
        return self._report(rule, speaker, (at, end), content or [(end, self.size)], before=True)

    def _behind(self, speaker: Piece, start: int) -> bool:
        """Whether a clause or a quotation stands before the speaker, closed by a comma, a mark or a dash."""
        first = speaker[0]
        if first <= start:
            return False
        before = self.lows[first - 1]
        if before == QUOTE:
            return True
        if before not in (",", "?", "!", "”") and before not in DASHES:
            return False
        if first >= 2 and self.lows[first - 2] == QUOTE:
            return True
        head = self.lows[start]
        if head in ("as", "if", "when", "while", "after", "although", "though", "since", "because") and not any(
            self.lows[k] == "," for k in range(start, first - 1)
        ):
            return False
        return self.phrases.clause(start, first) or head in ("no", "not")

    def _adverbial(self, tail: int) -> bool:
        """Whether what follows the verb is no clause: "he said of the toll", "said in an interview with CNN"."""
        low = self.lows[tail]
        if low == "that":
            return False
        return (
            (low in self.grammar.preposition or low in self.grammar.subordinator)
            and not self.phrases.clause(tail, min(self.size, tail + 7))
            or low in ("when", "as", "after", "before", "while")
        )

    def _skip_adverbials(self, at: int) -> int:
        """Behind words of time and medium: "said Monday in a statement"."""
        for _ in range(5):
            if at >= self.size:
                return at
            low = self.lows[at]
            if self.phrases.time(at) or low in self.grammar.adverb:
                at += 1
            elif (
                low in ("last", "this", "late", "early", "earlier")
                and at + 1 < self.size
                and (self.lows[at + 1] in self.grammar.time_noun or self.phrases.time(at + 1))
            ):
                at += 2
            elif (
                low in ("on", "in", "by")
                and at + 1 < self.size
                and (self.phrases.time(at + 1) or (self.lows[at + 1].isdigit() and len(self.lows[at + 1]) == 4))
            ):
                at += 2
                if at < self.size and self.lows[at].isdigit():
                    at += 1
            elif self.phrases._medium(at):
                at = self._behind_medium(at)
            else:
                return at
        return at

    def _behind_medium(self, at: int) -> int:
        while at < self.size and self.lows[at] not in self.grammar.medium:
            at += 1
        at += 1
        while at < self.size and self.lows[at] in self.grammar.medium:
            at += 1
        return at

    def _recipient(self, at: int) -> tuple[Span | None, int]:
        """Whom something is told, and where what is told begins."""
        first = at
        lows, grammar = self.lows, self.grammar
        if at >= self.size or self.phrases.bound(at) or lows[at] in ("of", "that", ",", "a", "to"):
            return None, at
        if lows[at] in ("him", "her", "them", "me", "us", "you", "it"):
            return self.line.span(at, at + 1), at + 1
        if lows[at] in grammar.determiner:
            at += 1
            while (
                at < self.size
                and lows[at].isalpha()
                and lows[at] not in grammar.determiner
                and not (
                    lows[at] in grammar.subordinator
                    or lows[at] in grammar.pronoun
                    or self.phrases.verb(at)
                    or lows[at] in ("in", "on", "at", "about", "during", "by")
                )
            ):
                at += 1
        elif self.phrases.capital(at):
            while (
                at < self.size
                and (self.phrases.capital(at) or lows[at] in ("of", "'s", "the", "&"))
                and not (self.phrases.time(at))
            ):
                at += 1
        else:
            at += 1
            while (
                at < self.size and lows[at].isalpha() and lows[at].endswith("s") and lows[at] not in grammar.auxiliary
            ):
                at += 1
        return (self.line.span(first, at), at) if at > first else (None, at)

    # ── what a cue covers ─────────────────────────────────────────────────────────────────────

    def _sentence_start(self, at: int) -> int:
        start = at
        while start > 0 and self.lows[start - 1] != ";":
            start -= 1
        return start

    def _sentence_end(self, at: int) -> int:
        end = at
        while end < self.size and self.lows[end] != ";":
            end += 1
        return end

    def _after(self, at: int) -> Piece:
        end = self._sentence_end(at)
        bracket = 0
        for k in range(at, end):
            if self.lows[k] == "(":
                bracket += 1
            elif self.lows[k] == ")":
                bracket -= 1
                if bracket < 0:
                    return at, k
        return at, end

    def _around(self, start: int, last: int, tail: int) -> list[Piece]:
        content = [(start, last)]
        if tail < self.size and self.lows[tail] == "," and not self._turns(tail + 1):
            content.append((tail + 1, self._sentence_end(tail + 1)))
        return content

    def _turns(self, at: int) -> bool:
        """Whether the clause at `at` is no longer the speaker's."""
        return at >= self.size or self.lows[at] in ("but", "while", "although", "though", "and", "as", "who", "which")

    def _report(
        self,
        rule: Cue,
        speaker: Piece,
        cue: Piece,
        content: list[Piece],
        *,
        before: bool = False,
        recipient: Span | None = None,
    ) -> Report:
        spans = tuple(self.line.span(first, last) for first, last in content if first < last)
        return Report(rule, self._tidy(speaker), self.line.span(*cue), spans, before, recipient)

    def _tidy(self, speaker: Piece) -> Span:
        first, last = speaker
        while last > first + 1 and self.lows[last - 1] in (",", ".", "and"):
            last -= 1
        return self.line.span(first, last)


def reports(line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False) -> list[Report]:
    """Every report of a line."""
    return Reader(line, lexicon, grammar, headline=headline).reports()
