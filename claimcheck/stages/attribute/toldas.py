"""An article in, who speaks in it by a name beside what he is out: "Larkin Relief, a local charity, said"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.stages.attribute.line import Line, in_name, line
from claimcheck.stages.attribute.story import Story

_LONGEST = 12  # tokens of a speaker with what he is
_MOST = 5  # words that tell what he is


class Told(NamedTuple):
    """A body by its name, and the words that tell what it is: "a local charity"."""

    name: str
    span: Span
    words: tuple[str, ...]


def told_as(story: Story) -> tuple[Told, ...]:
    """Every body with a name that speaks, each time with what it is said to be."""
    spans = (
        report.speaker
        for number in range(len(story.sentences))
        for report in (story.reports(number) if story.may_report(number) else ())
        if report.speaker is not None
    )
    return tuple(told for span in spans for told in _told(story, span))


def _told(story: Story, span: Span) -> Iterator[Told]:
    words = line(story.text, *span)
    first = next((k for k, word in enumerate(words.words) if in_name(word) and _names(story, words, k)), None)
    if first is None or len(words.words) > _LONGEST:
        return
    last = next((k for k in range(first, len(words.words)) if not _of_name(words, k)), len(words.words))
    before = tuple(low for low in words.lows[:first] if low not in story.grammar.determiner)
    for told in (before, _behind(story, words, last)):
        if 0 < len(told) <= _MOST:
            yield Told(" ".join(words.words[first:last]), words.span(first, last), told)


def _names(story: Story, words: Line, at: int) -> bool:
    """Whether a capital is that of a name, not of a sentence's first word: "Local | charity Larkin Relief"."""
    classes = story.lexicon.classes
    kinds = classes["speaker-modifier"] | classes["stand-in"] | story.grammar.determiner
    return at > 0 or words.lows[at] not in kinds


def _of_name(words: Line, at: int) -> bool:
    inside = words.lows[at] in ("of", "for", "the") and at + 1 < len(words.words) and in_name(words.words[at + 1])
    return in_name(words.words[at]) or inside


def _behind(story: Story, words: Line, last: int) -> tuple[str, ...]:
    """What a name is said to be behind it: ", a British-based war monitor, which"."""
    at = last + (words.lows[last : last + 1] == [","])
    if words.lows[at : at + 1] not in (["a"], ["an"], ["another"]):
        return ()
    grammar = story.grammar
    ends = grammar.preposition | grammar.relative | {",", "that", "("}
    return tuple(takewhile(lambda low: low not in ends, words.lows[at + 1 :]))
