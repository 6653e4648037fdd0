"""An article's sentences in, those out that name the source of what stands before them: "(Source: Eurostat)"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import Sentence
from claimcheck.stages.attribute.lexicon import Lexicon
from claimcheck.stages.attribute.scope import Report


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
