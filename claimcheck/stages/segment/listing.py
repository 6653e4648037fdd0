"""Paragraphs as spans in and out: what a line that ends in a colon introduces joins it, where each item is a count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.records import Span

_LEAD = 30  # characters of a line that introduces a list, at least: no "Read more:"
_ITEM = 1500  # and of an item, at most; wrapped lines may be several
_INTRODUCES = re.compile(r":[\"”’')\]*]*\Z")
_MARK = r"(?:[*•·▪●►‣✔✓+–—‒-]+\s*)?"
_HEDGE = r"(?:(?:about|around|some|over|nearly|almost|at least|up to|more than|approximately)\s+)?"
# "* 10,268 tanks", "tanks – 3,667 (+1),"; no sentence with a verb of its own.
_COUNT = re.compile(
    rf"{_MARK}{_HEDGE}(?:\d[\d.,]*+(?: \d{{3}})*+|one|two|three|four|five|six|seven|eight|nine|ten)\s[a-z]", re.I
)
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|will|to)\b")
_LABEL = re.compile(rf"{_MARK}[^\W\d_][^\d:–—‒.!?]{{1,60}}(?:\s[–—‒-]|:)\s?{_HEDGE}\d", re.I)
_PARTED = re.compile(r"[,;]\s*\n")
_OWN_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+[A-Z“\"]|\b(?:said|says|told)\b")


def with_lists(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The paragraphs in order, each list of counts in one with what introduces it."""
    lead: Span | None = None
    items: list[Span] = []
    for span in spans:
        if lead is not None and _item(text, span):
            items.append(span)
            continue
        yield from _flushed(lead, items)
        lead, items = span, []
        if not _introduces(text, span):
            yield span
            lead = None
    yield from _flushed(lead, items)


def _flushed(lead: Span | None, items: list[Span]) -> Iterator[Span]:
    if lead is not None and not items:
        yield lead
    elif lead is not None:
        yield lead[0], items[-1][1]


def _introduces(text: str, span: Span) -> bool:
    return span[1] - span[0] >= _LEAD and _INTRODUCES.search(text, max(span[0], span[1] - 8), span[1]) is not None


def _item(text: str, span: Span) -> bool:
    if span[1] - span[0] > _ITEM or _OWN_SENTENCE.search(text, *span):
        return False
    parted = not text[span[0]].isalnum() or text[span[1] - 1] in ",;" or _PARTED.search(text, *span) is not None
    counted = _COUNT.match(text, *span) is not None and _VERB.search(text, *span) is None
    return parted and (counted or _LABEL.match(text, *span) is not None)
