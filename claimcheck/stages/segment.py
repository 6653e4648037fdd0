"""An article in, its sentences, quotes and junk out. Leaves numbers and names to others."""

from __future__ import annotations

import re

from claimcheck.records import Article, Segments, Sentence
from claimcheck.rules import Rules

_SENTENCE = re.compile(r"\S(?:[^\n]*?[.!?][\"”’)]*(?=\s+[A-Z\"“‘(])|[^\n]*)")


def segment(article: Article, rules: Rules) -> Segments:
    """The sentences of an article, in order."""
    found = [
        Sentence(start=m.start(), end=m.end(), paragraph=article.text.count("\n", 0, m.start()))
        for m in _SENTENCE.finditer(article.text)
    ]
    return Segments(sentences=tuple(found), quotes=())
