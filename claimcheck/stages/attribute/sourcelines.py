"""A sentence in, whom a line "Source: X" names out: behind it, or below its table or paragraph."""

from __future__ import annotations

from claimcheck.records import Span
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told

_MOST = 60  # lines of a table


def sourced(story: Story, number: int, hedge: Span | None) -> Told | None:
    """Who is credited with what a sentence counts: behind it, or below its table or paragraph.

    A line that ends an article of many paragraphs credits the article: it says of none of them whose it is.
    """
    closed = _bracketed(story, number)
    if closed is not None:
        return Told(closed, number, hedge=hedge)
    below = _below(story, number)
    if below >= len(story.sentences):
        return None
    report = _credit(story, below)
    apart = story.sentences[below].paragraph - story.sentences[number].paragraph
    prose = apart > 0 and not _row(story, number)
    closing = below + 1 == len(story.sentences) and story.sentences[number].paragraph > 0
    if report is None or apart > _MOST or (prose and (closing or apart > 1)):
        return None
    return Told(report, below, carried=True, hedge=hedge)


def _below(story: Story, number: int) -> int:
    """The first sentence behind one: behind all rows, where it is one of a table, and all of its paragraph."""
    below = number + 1
    rows = _row(story, number)
    while below < len(story.sentences) and below - number < _MOST and _goes_on(story, number, below, rows=rows):
        below += 1
    return below


def _goes_on(story: Story, number: int, below: int, *, rows: bool) -> bool:
    """Whether a sentence belongs to the table, or the paragraph, of the one asked about, and is no credit itself."""
    if _credit(story, below) is not None:
        return False
    return _row(story, below) if rows else story.sentences[below].paragraph == story.sentences[number].paragraph


def _row(story: Story, number: int) -> bool:
    """Whether a sentence is a line without a stop: a row of a table, its title, an entry of a list."""
    sentence = story.sentences[number]
    return sentence.kind != "junk" and story.text[sentence.end - 1] not in ".?!:\"”’'"


def _bracketed(story: Story, number: int) -> Report | None:
    """The report of brackets that end a sentence: "Homes fell by 40 (Source: Eurostat)."."""
    sentence = story.sentences[number]
    at = max(story.text.rfind(mark, sentence.start, sentence.end) for mark in "([")
    return _read(story, at, sentence.end) if at > sentence.start else None


def _credit(story: Story, number: int) -> Report | None:
    """The report of a line "Source: X"; one that names several says not which number is whose."""
    sentence = story.sentences[number]
    return _read(story, sentence.start, sentence.end)


def _read(story: Story, start: int, end: int) -> Report | None:
    rule, pattern = story.lexicon.credit
    found = pattern.fullmatch(story.text, start, end)
    return Report(rule, found.span(2), found.span(1), ()) if found is not None else None
