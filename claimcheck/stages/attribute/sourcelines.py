"""An article's sentences in, those out that name the source of what stands before them: "(Source: Eurostat)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.records import Sentence
from claimcheck.stages.attribute.lexicon import Lexicon
from claimcheck.stages.attribute.scope import Report

_BRACKETS = re.compile(r"\(([^()\n]{3,90})\)\s?:\s*(?:\n|\Z)")
_PARTS = re.compile(r"[^,;]+")


def source_lines(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> dict[int, Report]:
    """By the number of a sentence, whom it names: in a line of its own, or in brackets at its end.

    A line that names several ("Sources: …") does not say which number is whose.
    """
    rule, opens, pattern = lexicon.credit
    if opens.search(text) is None:
        return {}
    found: dict[int, Report] = {}
    for number, sentence in enumerate(sentences):
        bracket = max(text.rfind(mark, sentence.start, sentence.end) for mark in "([")
        for start in {sentence.start, max(bracket, sentence.start)}:
            line = pattern.fullmatch(text, start, sentence.end)
            if line is not None:
                found[number] = Report(rule, line.span(2), line.span(1), ())
    return found


def bracketed(text: str, start: int, end: int, lexicon: Lexicon) -> Report | None:
    """Whom the brackets name with which a heading closes, beside a date or alone: "(as of 4 April, Ministry of
    Health)"."""
    closing = _BRACKETS.search(text, start, end)
    if closing is None:
        return None
    for part in _PARTS.finditer(closing[1]):
        first = closing.start(1) + part.start() + len(part[0]) - len(part[0].lstrip())
        name = part[0].strip()
        if _body(name, lexicon):
            rows = (closing.end(), end)
            return Report(lexicon.credit[0], (first, first + len(name)), (first - 1, first), (rows,))
    return None


def _body(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of a body that counts: "Ministry of Health", "WHO"."""
    if name in lexicon.classes["body-name"]:
        return True
    bodies = lexicon.classes["counting"] | lexicon.classes["state-body"]
    plain = name[:1].isupper() and not any(char.isdigit() for char in name)
    return plain and not bodies.isdisjoint(name.lower().split())
