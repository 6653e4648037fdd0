"""Paragraphs as spans in and out: what a line that ends in a colon introduces joins it, where each item is a count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.records import Span
from claimcheck.rules import Rules
from claimcheck.rules.reading import BreakRule

_LEAD = 30  # characters of a line that introduces a list, at least: no "Read more:"
_ITEM = 1500  # and of an item, at most; wrapped lines may be several
_INTRODUCES = re.compile(r":[\"”’')\]*]*\Z")
_MARK = r"(?:[*•·▪●►‣✔✓+–—‒-]+\s*)?"
_NUMBER = r"(?:\d[\d.,]*+(?: \d{3})*+|one|two|three|four|five|six|seven|eight|nine|ten)"
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|will|to)\b")
_PARTED = re.compile(r"[,;]\s*\n")


class Items:
    """How the items of a list of counts look."""

    def __init__(self, rules: Rules) -> None:
        roles = {rule.role: rule.words for rule in rules.pack("breaks", BreakRule)}
        hedge = rf"(?:(?:{_any_of(roles.get('hedge', ()))})\s+)?"
        # "* 10,268 tanks", "tanks – 3,667 (+1),"; no sentence with a verb of its own.
        self.count = re.compile(rf"{_MARK}{hedge}{_NUMBER}\s[a-z]", re.I)
        self.label = re.compile(rf"{_MARK}[^\W\d_][^\d:–—‒.!?]{{1,60}}(?:\s[–—‒-]|:)\s?{hedge}\d", re.I)
        telling = _any_of(roles.get("telling", ()))
        self.own_sentence = re.compile(rf"[.!?][\"”’')]*\s+[A-Z“\"]|\b(?:{telling})\b")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


def with_lists(text: str, spans: Iterable[Span], rules: Rules) -> Iterator[Span]:
    """The paragraphs in order, each list of counts in one with what introduces it."""
    looks = rules.once(Items)
    lead: Span | None = None
    items: list[Span] = []
    for span in spans:
        if lead is not None and _item(text, span, looks):
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


def _item(text: str, span: Span, looks: Items) -> bool:
    if span[1] - span[0] > _ITEM or looks.own_sentence.search(text, *span):
        return False
    parted = not text[span[0]].isalnum() or text[span[1] - 1] in ",;" or _PARTED.search(text, *span) is not None
    counted = looks.count.match(text, *span) is not None and _VERB.search(text, *span) is None
    return parted and (counted or looks.label.match(text, *span) is not None)
