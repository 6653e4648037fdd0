"""A number in, who tells the list, table, bulletin or block that it stands in out, or whom a line credits."""

from __future__ import annotations

import re

from claimcheck.records import Span
from claimcheck.stages.attribute.story import Story, Told

_MARKS = frozenset(">-–—•*·")  # what a line of a block quotation or a list begins with
_STOPPED = ".?!:\"”’'"  # ends of a sentence, and of what leads to a list
_LISTING = ("say", "tell", "show", "according", "count", "act", "survey")  # frames of what opens a list
_BLOCK = ("say", "tell", "show", "according")  # frames of what opens one, or a bulletin
_ENTRY = 2  # sentences of a bulletin's entry, at most
_DATED = re.compile(r"\b\d+(?:st|nd|rd|th)\b|\b[12]\d{3}\b|\b\d{1,2}(?::\d\d| [A-Z][a-z]+)|\b[A-Z][a-z]+ \d{1,2}\b")
_SPACES = 5  # of a row of a table, at most
_LINES = 40  # of a list, back to what it is introduced by
_NEAR = 40  # characters between a cue and the colon that ends its sentence
_SHORT = 18  # tokens of a sentence that only adds to a list


def in_block(story: Story, number: int) -> Told | None:
    """Who speaks a block quotation, a list or a bulletin: paragraphs of their own, behind "The mayor said:"."""
    first = story.opening(number)
    marked = story.text[story.sentences[first].start] in _MARKS
    for _ in range(_LINES):
        above = story.opening(first - 1) if marked and first > 0 else first
        if above == first or story.text[story.sentences[above].start] not in _MARKS:
            break
        first = above
    stopped = _stopped(story, number)
    for _ in range(0 if marked or not _item(story, first, stopped) else _LINES):
        if first == 0 or _leads(story, first - 1):
            break
        first = story.opening(first - 1)
        if not _item(story, first, stopped):
            return None
    if first == 0 or not _leads(story, first - 1):
        return None
    end = story.sentences[first - 1].end
    spoken = [r for r in story.reports(first - 1) if r.rule.frame in _BLOCK and not r.before and r.speaker is not None]
    if not spoken:
        return None
    to_the_end = spoken[-1].rule.frame == "according" and any(piece[1] >= end - 2 for piece in spoken[-1].content)
    return Told(spoken[-1], carried=not marked) if to_the_end or end - spoken[-1].cue[1] <= _NEAR else None


def _leads(story: Story, number: int) -> bool:
    """Whether a sentence ends in a colon, and counts nothing itself: "on the 38th day, 9 July 2023, it notes:"."""
    text = story.text[story.sentences[number].start : story.sentences[number].end].rstrip()
    if not text.endswith(":"):
        return False
    told = _DATED.sub("", text).lower().split()
    return not any(word[0].isdigit() or word in story.grammar.quantifier for word in told)


def _item(story: Story, first: int, stopped: bool) -> bool:
    """Whether a paragraph is an entry of a bulletin: a sentence or two that count, and that nobody else tells; a
    sentence that is `stopped` goes on with no rows of a table: "40 boats", "12 nets", "The storm goes on."."""
    paragraph, last = story.sentences[first].paragraph, min(len(story.sentences), first + _ENTRY + 1)
    inside = [k for k in range(first, last) if story.sentences[k].paragraph == paragraph]
    texts = [story.text[story.sentences[k].start : story.sentences[k].end] for k in inside]
    if all(_MARKS.issuperset(text) for text in texts):
        return True
    if len(inside) > _ENTRY or any(story.sentences[k].kind == "junk" or story.reports(k) for k in inside):
        return False
    if story.quote_at(story.sentences[first].start + 1) is not None:  # behind its mark
        return False  # "The mayor said: “We lost 40 homes.”", and the narrator goes on
    if stopped and not _stopped(story, inside[-1]) and texts[-1].count(" ") < _SPACES:
        return False
    return any(story.counts(story.sentences[k].start, story.sentences[k].end) for k in inside)


def _stopped(story: Story, number: int) -> bool:
    return story.text[story.sentences[number].end - 1] in _STOPPED


def listed(story: Story, number: int) -> Told | None:
    """Who tells the rows of a list or a table: whoever its opening names, "The losses, according to X, were:"."""
    first = number
    while first > 0 and number - first < _LINES and _entry(story, first):
        first -= 1
        if _opens_list(story, first):
            break
    if first == number or not _opens_list(story, first):
        return None
    spoken = [r for r in story.reports(first) if r.speaker is not None and r.rule.frame in _LISTING]
    spoken = spoken or list(filter(None, [story.bracketed(first)]))
    if not spoken and first > 0 and story.sentences[first - 1].paragraph == story.sentences[first].paragraph:
        first -= 1
        spoken = [r for r in story.reports(first) if r.speaker is not None and r.rule.frame in _LISTING]
    denied = not spoken or spoken[-1].rule.manner == "denies"
    return None if denied else Told(spoken[-1], carried=True)


def headed(story: Story, number: int, span: Span) -> Told | None:
    """Who tells a row that was taken for the end of its heading: "The losses (Ministry of Health):\n- homes: 40"."""
    if "\n" not in story.text[story.sentences[number].start : span[0]]:
        return None
    report = story.bracketed(number)
    return Told(report) if report is not None and report.holds(*span) else None


def _entry(story: Story, number: int) -> bool:
    """Whether a sentence is a line of a list: short and without a stop, or one that closes what a semicolon parts."""
    sentence = story.sentences[number]
    text = story.text[sentence.start : sentence.end]
    if text.count(" ") > _SHORT or sentence.kind == "junk" or number == 0:
        return False
    above = story.sentences[number - 1]
    closes = text[-1] == "." and story.text[above.end - 1] in ";,"
    return above.paragraph < sentence.paragraph and (text[-1] not in _STOPPED or closes)


def _opens_list(story: Story, number: int) -> bool:
    """Whether a sentence leads to a list: it ends in a colon, or has taken the first entry in."""
    sentence = story.sentences[number]
    text = story.text[sentence.start : sentence.end].rstrip()
    return text.endswith(":") or (":\n" in text and text[-1] in ";,")


def sourced(story: Story, number: int, hedge: Span | None) -> Told | None:
    """Who is credited with what a sentence counts: "(Source: X)" in it, behind it, below its table or paragraph.

    A line that ends an article of many paragraphs credits the article: it says of none of them whose it is.
    """
    if not story.source_lines:
        return None
    if number in story.source_lines:
        return Told(story.source_lines[number], hedge=hedge)
    sentence, below = story.sentences[number], number + 1
    rows = _row(story, number)
    while below < len(story.sentences) and below not in story.source_lines:
        if not (_row(story, below) if rows else story.sentences[below].paragraph == sentence.paragraph):
            return None
        below += 1
    if below == len(story.sentences):
        return None
    inside = story.sentences[below].paragraph == sentence.paragraph
    closing = below + 1 == len(story.sentences) and sentence.paragraph > 0
    if not rows and (below > number + 1 if inside else closing):
        return None
    return Told(story.source_lines[below], carried=True, hedge=hedge)


def _row(story: Story, number: int) -> bool:
    """Whether a sentence is a line without a stop: a row of a table, its title, an entry of a list."""
    sentence = story.sentences[number]
    return sentence.kind != "junk" and story.text[sentence.end - 1] not in _STOPPED
