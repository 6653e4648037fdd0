"""A number in, the report that holds it out: in its sentence, around its quotation, or carried on from before."""

from __future__ import annotations

from claimcheck.records import Quote, Span
from claimcheck.stages.attribute.backdrop import sets_scene
from claimcheck.stages.attribute.carried import broken_down, carried_on, closed_by, told_by_none, unmade
from claimcheck.stages.attribute.columns import told_in_column
from claimcheck.stages.attribute.countson import counts_on
from claimcheck.stages.attribute.entries import headed, in_block, listed, sourced
from claimcheck.stages.attribute.pointing import pointed_back
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told
from claimcheck.stages.attribute.transcript import in_full

_WEIGHT = {"quote": -1, "act": 1, "deny": 1, "survey": 2}
_STOPPED = ".?!:\"”’'"  # ends of a sentence, and of what leads to a list
_NEAR = 40  # characters between a cue and the colon that ends its sentence
_CAPTIONS = 12  # sentences of captions at most, between two paragraphs of a speech
_PARAGRAPHS = 6  # of a speech, back to who speaks it
_BARE = 3  # words of a speaker to whom nothing hangs
_SHORT = 18  # tokens of a sentence that only adds to a list


def find(story: Story, span: Span) -> Told | None:
    """Who is said to say the number at `span`."""
    number = story.sentence_at(span[0])
    sentence = story.sentences[number]
    if sentence.kind == "junk":
        return None
    if (told := told_in_column(story, span)) is not None:
        return told
    holding = [report for report in story.reports(number) if report.holds(*span)]
    if story.quote_at(span[0]) is None:
        holding = [report for report in holding if not sets_scene(story, span, report)]
    hedge = next((report.cue for report in holding if report.rule.frame == "hedge"), None)
    spoken = sorted((r for r in holding if r.rule.frame != "hedge"), key=_innermost)
    quoted = story.quote_at(span[0])
    if spoken:
        return _chosen(story, spoken, hedge)
    found = _in_turn(story, number, span)
    if found is not None:
        return found
    found = _in_quotation(story, quoted, number, span) if quoted is not None else None
    if found is None and quoted is None and not holding:
        found = closed_by(story, number) or carried_on(story, number) or broken_down(story, number)
        found = found or told_by_none(story, number) or in_block(story, number) or headed(story, number, span)
        found = found or listed(story, number) or _led_in(story, number)
    if found is None and quoted is None:
        found = sourced(story, number, hedge) or pointed_back(story, number) or counts_on(story, number)
    if found is None and hedge is not None:
        found = Told(next(r for r in holding if r.rule.frame == "hedge"), hedge=hedge)
    return found


def stance(story: Story, span: Span) -> Told | None:
    """Whose plan, wish or opinion the number at `span` belongs to."""
    number = story.sentence_at(span[0])
    if story.sentences[number].kind == "junk":
        return None
    holding = [held for held in story.stances(number) if held.holds(*span)]
    return Told(min(holding, key=_innermost)) if holding else None


def _in_turn(story: Story, number: int, span: Span) -> Told | None:
    """Who speaks a paragraph of a transcript: "BERG: We lost 40 homes."."""
    speaker = story.turns.get(story.sentences[number].paragraph)
    if speaker is None or span[0] < speaker[1]:
        return None
    colon = story.text.index(":", speaker[1])
    report = Report(story.label, in_full(story.text, speaker), (colon, colon + 1), ())
    opened = story.sentence_at(colon)
    return Told(report, carried=opened != number)


def _in_quotation(story: Story, quoted: int, number: int, span: Span) -> Told | None:
    """Who speaks the quotation around a number; for want of him, whom the quotation itself names."""
    found = Quotations(story).speaker(quoted)
    inner = _inner(story, quoted, number, span) if found is None else None
    return Told(inner) if inner is not None else found


def _led_in(story: Story, number: int) -> Told | None:
    """Who speaks a sentence that goes over into a speech: "In May, when 40 came, “we wept. It hurt,” Roe said"."""
    sentence = story.sentences[number]
    quoted = story.quote_at(sentence.end - 1)
    if quoted is None or story.reports(number):
        return None
    quote = story.quotes[quoted]
    leads = sentence.start < quote.start and sentence.end <= quote.end and story.text[quote.start].islower()
    return Quotations(story).speaker(quoted) if leads else None


def _chosen(story: Story, spoken: list[Report], hedge: Span | None) -> Told:
    """The innermost report; but "he expects" inside of what X said is X's, and so is what a poll's voters say."""
    first = next((r for r in spoken[1:] if _beside(story, spoken[0], r) or _within(spoken[0], r)), spoken[0])
    if _by_reporter(story, first) and (by := [r for r in spoken if r.rule.frame == "according" and _names(story, r)]):
        return Told(by[0], hedge=hedge, outer=first)
    around = [r for r in spoken if r is not first and _tells_of(r, first)]
    if around and not _names(story, first) and _nested(story, around[0], first):
        return Told(around[0], hedge=hedge)
    if around and _hands_on(story, around[0], first):
        return Told(around[0], hedge=hedge)
    if around and not around[0].before and around[0].rule.frame in ("show", "survey") and _common(story, first):
        return Told(around[0], hedge=hedge)
    if around and around[0].speaker is not None and _hearsay(story, first):
        return Told(around[0], hedge=hedge)
    outer = next((r for r in around if _one_clause(story, r, first)), None)
    return Told(first, hedge=hedge, outer=outer)


def _by_reporter(story: Story, report: Report) -> bool:
    """Whether an outlet's own reporter only hands on: "with reference to the ministry, | our correspondent informs"."""
    words = story.text[slice(*report.speaker)].lower().split() if report.speaker is not None else []
    return words[:1] == ["our"] and words[-1] in story.lexicon.classes["outlet-reporter"]


def _hearsay(story: Story, report: Report) -> bool:
    """Whether a report is nobody's: "initial reports said 40 had died, | the mayor said" is what the mayor tells."""
    words = story.text[slice(*report.speaker)].lower().split() if report.speaker is not None else []
    return 0 < len(words) < _BARE and words[-1] in story.lexicon.classes["hearsay"]


def _tells_of(outer: Report, inner: Report) -> bool:
    return any(first <= inner.cue[0] < last for first, last in outer.content)


def _within(outer: Report, inner: Report) -> bool:
    """Whether a report that runs on over a trailing one is inside it: "(She said 40 died), Reuters reported"."""
    saying = outer.before and not inner.before and outer.rule.frame == "say" and inner.rule.frame in ("say", "tell")
    return saying and _tells_of(outer, inner) and _tells_of(inner, outer)


def _beside(story: Story, first: Report, other: Report) -> bool:
    """Whether a report has a clause of its own behind a semicolon: "X said 60 fell; the army acknowledged 30 dead"."""
    return other.speaker is not None and ";" in story.text[first.cue[1] : other.speaker[0]]


def _nested(story: Story, outer: Report, inner: Report) -> bool:
    """Whether a pronoun's report is what the outer speaker tells of himself, in one clause.

    "She noted that 40 died, Reuters reported": what an outlet hands on, behind it, is no speech of its own.
    """
    if outer.before and outer.rule.manner == "reports":
        return False
    return _names(story, outer) and _one_clause(story, outer, inner)


def _one_clause(story: Story, outer: Report, inner: Report) -> bool:
    """Whether one report stands inside what the other tells, not in a clause beside it."""
    if inner.speaker is None:
        return False
    between = story.text[outer.cue[1] : max(inner.speaker[0], outer.cue[1])]
    return not any(joint in between for joint in (" and ", " but ", ";", " while "))


def _hands_on(story: Story, outer: Report, inner: Report) -> bool:
    """Whether somebody tells what documents say that are nobody's: "the mayor said early reports show 40 dead"."""
    if not (unmade(story, inner) and inner.speaker is not None and _one_clause(story, outer, inner)):
        return False
    beside = "," in story.text[outer.cue[1] : inner.speaker[0]]
    return not beside and not unmade(story, outer)


def _common(story: Story, report: Report) -> bool:
    """Whether the speaker is nobody in particular: "voters", "men"."""
    words = story.text[slice(*report.speaker)].split() if report.speaker else []
    if report.rule.frame not in ("say", "act", "speak") or any(word[0].isupper() for word in words[1:]):
        return False
    return words[-1:] != [] and words[-1].lower() in story.lexicon.classes["collective"]


def _innermost(report: Report) -> tuple[int, int, Span]:
    """Reports in the order in which they count: a survey that something stands in only for want of a better one."""
    return _WEIGHT.get(report.rule.frame, 0), report.size, report.cue


def _inner(story: Story, quoted: int, number: int, span: Span) -> Report | None:
    """A report inside the quotation, by somebody it names."""
    quote, sentence = story.quotes[quoted], story.sentences[number]
    start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
    holding = [
        report
        for report in story.inner_reports(start, end)
        if report.holds(*span) and report.rule.frame in ("according", "say", "show", "survey") and _names(story, report)
    ]
    return min(holding, key=lambda report: (report.size, report.cue), default=None)


def _names(story: Story, report: Report) -> bool:
    if report.speaker is None:
        return False
    words = story.text[slice(*report.speaker)].lower().split()
    return len(words) > 1 or words[0] not in story.lexicon.classes["inner-speaker"]


def _asides(story: Story, report: Report, number: int) -> bool:
    """Whether a sentence tells only who spoke, and when: "The senator said as he left."."""
    if report.speaker is None or report.speaker[0] != story.sentences[number].start:
        return False
    end = report.recipient[1] if report.recipient is not None else report.cue[1]
    after = story.text[end : end + 12].split()
    return (
        report.rule.frame in ("say", "ask", "tell") and after[:1] != [] and after[0] in story.lexicon.classes["aside"]
    )


def _caption(story: Story, number: int) -> bool:
    """Whether a sentence is a short line without a stop: what stands below a picture."""
    sentence = story.sentences[number]
    short = story.text.count(" ", sentence.start, sentence.end) < _SHORT
    return sentence.kind == "junk" or (short and story.text[sentence.end - 1] not in _STOPPED)


class Quotations:
    """Finds the speakers of quotations that no cue of their own sentence explains."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def speaker(self, quoted: int) -> Told | None:
        """Who speaks a quotation: by a cue beside it, or as the speaker of the quotation that it goes on from."""
        story = self.story
        if story.scare(story.quotes[quoted]):
            return None
        found = self._beside(quoted)
        if found is not None:
            return found
        for step in (-1, 1, -2):
            other = quoted + step
            if 0 <= other < len(story.quotes) and self._same_paragraph(quoted, other):
                found = self._beside(other) if not story.scare(story.quotes[other]) else None
                if found is not None:
                    return found
        return self._closed_before(quoted) or self._continued(quoted) or self._goes_on_below(quoted)

    def _goes_on_below(self, quoted: int) -> Told | None:
        """Who speaks a paragraph whose quotation is not closed, by whom the next paragraph of it names."""
        story = self.story
        for other in range(quoted + 1, min(len(story.quotes), quoted + _PARAGRAPHS)):
            if story.quotes[other - 1].closed or not self._follows(story.quotes[other - 1], story.quotes[other]):
                return None
            found = self._beside(other)
            if found is not None:
                return found
        return None

    def _paragraph(self, offset: int) -> int:
        return self.story.sentences[self.story.sentence_at(offset)].paragraph

    def _same_paragraph(self, one: int, other: int) -> bool:
        first, last = self.story.quotes[one], self.story.quotes[other]
        if first.start > last.start:
            first, last = last, first
        return self._paragraph(first.end - 1) == self._paragraph(last.start)

    def _beside(self, quoted: int) -> Told | None:
        """A cue in the sentence where the quotation ends or begins, or in a neighbour that has nothing else to tell."""
        story, quote = self.story, self.story.quotes[quoted]
        last, first = story.sentence_at(quote.end - 1), story.sentence_at(quote.start)
        for number, offset in ((last, quote.end - 1), (first, quote.start)):
            holding = [r for r in story.reports(number) if r.holds(offset, offset + 1) and r.speaker is not None]
            if holding:
                return Told(min(holding, key=lambda r: (r.size, r.cue)))
        return self._dangling(quoted, first, last)

    def _dangling(self, quoted: int, first: int, last: int) -> Told | None:
        story, quote = self.story, self.story.quotes[quoted]
        behind = story.text[story.marked(quote)[1] : story.sentences[last].end].strip(" .,")
        if not behind and last + 1 < len(story.sentences):
            after = last + 1
            for report in story.reports(after)[:1] if self._beneath(last, after) else ():
                if report.speaker is not None and (not report.content or _asides(story, report, after)):
                    return Told(report)
        if first > 0 and story.text[story.sentences[first].start : story.marked(quote)[0]].strip() == "":
            before = first - 1
            closes = story.text[story.sentences[before].start : story.sentences[before].end].rstrip()
            spoken = [r for r in story.reports(before) if r.speaker is not None and r.rule.frame != "hedge"]
            apart = story.sentences[first].paragraph - story.sentences[before].paragraph
            if spoken and apart <= 1 and (closes.endswith(":") or not spoken[-1].content):
                return Told(spoken[-1])
        return None

    def _closed_before(self, quoted: int) -> Told | None:
        """Who speaks a quotation behind a sentence of its paragraph that he closes: "It fell, Roe said. “It hurt.”"."""
        story, quote = self.story, self.story.quotes[quoted]
        first = story.sentence_at(quote.start)
        opens = story.sentences[first].start >= story.marked(quote)[0]
        if not opens or first == 0 or story.sentences[first - 1].paragraph != story.sentences[first].paragraph:
            return None
        spoken = [report for report in story.reports(first - 1) if self._closes(report, first - 1)]
        return Told(spoken[-1], carried=True) if spoken else None

    def _closes(self, report: Report, number: int) -> bool:
        """Whether a report closes a sentence: "They lost it, Roe said on Monday."."""
        if report.speaker is None:
            return False
        end = max(report.cue[1], report.speaker[1])
        spoke = report.before and report.content != () and report.rule.frame in ("say", "tell", "show")
        return spoke and self.story.sentences[number].end - end <= _NEAR

    def _beneath(self, last: int, after: int) -> bool:
        """Whether a sentence may tell who spoke right before it: in its paragraph, or as a signature below: "― Roe"."""
        sentences = self.story.sentences
        apart = sentences[after].paragraph - sentences[last].paragraph
        signed = [r for r in self.story.reports(after) if r.cue[0] == sentences[after].start]
        return apart == 0 or (apart == 1 and signed != [] and signed[0].rule.frame == "label")

    def _follows(self, before: Quote, quote: Quote) -> bool:
        """Whether a quotation stands in the paragraph after another, captions left out where that is open."""
        if before.closed:
            return self._paragraph(quote.start) - self._paragraph(before.end - 1) <= 1
        story = self.story
        last, first = story.sentence_at(before.end - 1), story.sentence_at(quote.start)
        beside = (story.sentences[last].paragraph, story.sentences[first].paragraph)
        return first - last <= _CAPTIONS and all(
            story.sentences[k].paragraph in beside or _caption(story, k) for k in range(last + 1, first)
        )

    def _continued(self, quoted: int, most: int = _PARAGRAPHS) -> Told | None:
        """A paragraph that is one quotation goes on with the speaker of the paragraph before."""
        story, quote = self.story, self.story.quotes[quoted]
        first = story.sentence_at(quote.start)
        if first == 0 or story.sentences[first].start < story.marked(quote)[0]:
            return None
        near = quoted > 0 and self._follows(story.quotes[quoted - 1], quote)
        if near and not story.scare(story.quotes[quoted - 1]):
            return self._beside(quoted - 1) or (self._continued(quoted - 1, most - 1) if most else None)
        before = first - 1
        if self._paragraph(quote.start) - story.sentences[before].paragraph != 1:
            return None
        spoken = [r for r in story.reports(before) if r.speaker is not None]
        said = [r for r in spoken if r.rule.id == "A01"] or [r for r in spoken[:1] if r.rule.frame == "according"]
        return Told(said[-1]) if said else None
