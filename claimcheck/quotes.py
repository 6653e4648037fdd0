"""An article and offsets in, short quotes and places out. Every quote is a slice of the article at its offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from claimcheck.records import Article, Claim, Reading, Record, Span

_LINE = re.compile(r"\r\n|\r|\n")
_QUOTE = 150  # characters of a short quote
_LONGEST = 1500  # characters on either side of a number: a thousand numbers in one endless line stay a small report


class Quoted(Record, frozen=True):
    """A slice of an article: `text` is exactly article.text[start:end]."""

    text: str
    start: int
    end: int
    cut_before: bool = False  # the sentence has begun earlier
    cut_after: bool = False  # the sentence goes on
    mark: Span = (0, 0)  # the number inside `text`


class Place(Record, frozen=True):
    """Where something stands: a path as the user gave it, and a line and column from 1."""

    path: str
    line: int | None  # None: the file has no lines that a reader could turn to
    column: int | None  # None: the text was drawn out of the file, and only the file or its line is known

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


class Texts:
    """Articles by name, with the beginnings of their lines."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.articles = {reading.article.name: reading.article for reading in readings}
        self._lines: dict[str, list[int]] = {}

    def place(self, name: str, offset: int) -> Place:
        """The place of an offset, for a person with an editor."""
        article = self.articles[name]
        if article.drawn is not None:
            return Place(path=shown_path(article), line=article.drawn or None, column=None)
        if name not in self._lines:
            self._lines[name] = line_starts(article.text)
        starts = self._lines[name]
        line = bisect_right(starts, offset)
        return Place(path=shown_path(article), line=line, column=offset - starts[line - 1] + 1)


def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of a text begin."""
    return [0, *(found.end() for found in _LINE.finditer(text))]


def shown_path(article: Article) -> str:
    """The path as the user gave it, or the name of a text without a file."""
    return article.path or article.name


def where(article: Article) -> str:
    """What a warning about an article begins with: its path, and its line in a file of several."""
    return f"{shown_path(article)}:{article.drawn}" if article.drawn else shown_path(article)


def quote(text: str, sentence: Span, number: Span) -> Quoted:
    """A short slice of the sentence around a number, whole words, exactly as the article has it."""
    start, end = sentence
    if end - start > _QUOTE:
        start = _word_start(text, max(start, min(number[0] - _QUOTE // 2, end - _QUOTE)), number[0], start)
        end = _word_end(text, min(end, max(start + _QUOTE, number[1])), number[1], end)
    while start < number[0] and text[start].isspace():
        start += 1
    while end > number[1] and text[end - 1].isspace():
        end -= 1
    return Quoted(
        text=text[start:end],
        start=start,
        end=end,
        cut_before=not text[sentence[0] : start].isspace() and start > sentence[0],
        cut_after=not text[end : sentence[1]].isspace() and end < sentence[1],
        mark=(number[0] - start, number[1] - start),
    )


def sentence_span(claim: Claim) -> Span:
    """The claim's sentence; of one longer than any sentence is (a page without a stop), what stands near the number."""
    start, end = claim.sentence
    return (max(start, claim.quantity.start - _LONGEST), min(end, claim.quantity.end + _LONGEST))


def spoken(text: str, claim: Claim) -> str | None:
    """Speaker and cue as the article has them: "According to the country’s defense ministry"."""
    who = claim.attribution
    if who is None or who.speaker is None:
        return None if who is None else text[who.cue[0] : who.cue[1]]
    first, last = sorted((who.speaker, who.cue))
    if last[0] - first[1] <= 2:
        return text[first[0] : max(first[1], last[1])]
    return f"{text[first[0] : first[1]]} … {text[last[0] : last[1]]}"


def _word_start(text: str, at: int, latest: int, earliest: int) -> int:
    """The first beginning of a word from `at` on; `at` itself where no word begins before `latest`."""
    if at == earliest:
        return at
    gap = next((index for index in range(at, latest) if text[index].isspace()), None)
    return at if gap is None else gap + 1


def _word_end(text: str, at: int, earliest: int, latest: int) -> int:
    if at == latest:
        return at
    return next((index for index in range(at, earliest, -1) if text[index].isspace()), at)
