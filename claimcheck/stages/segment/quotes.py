"""Paragraphs in, what stands between quotation marks out. Leaves who is quoted to others.

Kept are outermost quotes only: none lies inside another, and they come in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.records import Quote, Span

_MARK = re.compile(r"[\"“”„‟«»‘’'`](?:(?<=['`])['`])?")
# What may close each mark that opens. Typists and content systems mix straight and curly, hence two for some.
_CLOSERS = {
    '"': ('"', "”"),
    "“": ("”", '"'),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "‟": ("”", "“", '"'),
    "«": ("»",),
    "»": ("«",),
    "``": ("''", '"'),
    "''": ("''",),
}
_SINGLE_CLOSERS = {"‘": ("’", "'"), "'": ("'",)}
_BEFORE_OPENING = frozenset("([{—–-/:,“\"‘'„«")
_FINAL = frozenset(",.!?;…—")
_INCHES = re.compile(r"\d['’]\s?\d{1,2}\Z")  # 6’2”
_AHEAD = 3  # paragraphs over which speech may go on without a mark
_LENGTH = 6  # characters of feet and inches before their mark
_NEAR = 40  # marks, apostrophes among them, up to the next one of speech
_FAR = 2000  # characters of a quotation
_ELISIONS = re.compile(r"['‘](?:\d0s\b|em\b|til\b|tis\b|twas\b|cause\b|n'|n’|bout\b|round\b)", re.I)


class Mark(NamedTuple):
    """A quotation mark, and whether one may open or close there."""

    at: int
    text: str
    opening: bool  # nothing before it, something behind it
    closing: bool  # something before it, nothing of a word behind it

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.at + len(self.text)


def quotes(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Quote, ...], tuple[int, ...]]:
    """The quotes of the paragraphs, and where each opens that is never closed."""
    finder = _Finder(text)
    for number, (start, end) in enumerate(paragraphs):
        finder.paragraph(start, end, paragraphs[number + 1 : number + 1 + _AHEAD])
    return tuple(finder.found), tuple(quote.start for quote in finder.found if not quote.closed)


class _Finder:
    """Goes through the marks; a quote may be open between two paragraphs."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quote] = []
        self.opened: Mark | None = None
        self.bounds: Span = (0, 0)  # of the paragraph
        self.following: Span | None = None

    def paragraph(self, start: int, end: int, ahead: Sequence[Span]) -> None:
        """Take in the marks of a paragraph; `ahead`: the next ones, over which its speech may go on."""
        marks = _marks(self.text, start, end)
        self.bounds, self.following = (start, end), ahead[0] if ahead else None
        index = int(self.opened is not None and self.text.startswith(self.opened.text, start))  # it opens with a mark
        while index < len(marks):
            index = self._step(marks, index)
        if self.opened and not self._continues(ahead):
            self._close(end, closed=False)

    def _step(self, marks: list[Mark], index: int) -> int:
        """Takes in one mark; gives the number of the next one to look at."""
        mark = marks[index]
        if self.opened is None:
            return self._open(marks, index)
        if mark.text not in _CLOSERS[self.opened.text]:
            if index + 1 == len(marks) and self._slips(mark):
                self._close(mark.at)
                return index + 1
            if self._nested(marks, index):
                return index + 2
            if mark.text == self.opened.text:  # “…“: a slip for ”, or else the first was never closed
                slip = (mark.closing and not mark.opening) or self._glued(marks, index)
                self._close(mark.at) if slip else self._reopen(mark)
            elif mark.text == "”" and self.opened.text == "«" and self._never_closed(mark):
                self._close(mark.at)  # «…”
        elif mark.text == '"' and mark.opening and not mark.closing and not self._glued(marks, index):
            self._reopen(mark)
        else:
            self._close(mark.at)
        return index + 1

    def _slips(self, mark: Mark) -> bool:
        """Whether the last mark of a paragraph is a slip for the one that would close it: "«They left,” she said",
        "“They left, “said the mayor", "“They left“Roe said"."""
        if self.opened is None or self.opened.at < self.bounds[0]:
            return False
        before, behind = self.text[max(0, mark.at - 2) : mark.at], self.text[mark.end : mark.end + 1]
        if mark.text != self.opened.text:
            return mark.closing and not mark.opening and mark.text in '”»"'
        return behind.isalpha() and (before[-1:].isalpha() or (before == ", " and behind.islower()))

    def _nested(self, marks: list[Mark], index: int) -> bool:
        """Whether a mark opens a quote inside of the one that is open, as two that close them come next."""
        following = marks[index + 1 : index + 3]
        closers = _CLOSERS[marks[index].text] if marks[index].text in "“„«" else ()
        return len(following) == 2 and all(mark.closing and mark.text in closers for mark in following)

    def _never_closed(self, mark: Mark) -> bool:
        """Whether no mark that closes «… stands near behind another."""
        return self.text.find("»", mark.end, min(self.bounds[1], mark.end + _FAR)) < 0

    def _glued(self, marks: list[Mark], index: int) -> bool:
        """Whether a mark that should close speech stands at the word behind it: “It fell, “said Roe. “We fled.”"""
        mark, near = marks[index], (marks[k] for k in range(index + 1, min(len(marks), index + _NEAR)))
        after = next((one for one in near if one.text in _CLOSERS), None)
        told = self.text[mark.end : mark.end + 1].islower() and self.text.endswith(", ", 0, mark.at)
        return told and (after is None or after.opening)

    def _open(self, marks: list[Mark], index: int) -> int:
        mark = marks[index]
        if mark.text in _SINGLE_CLOSERS and mark.opening and not _ELISIONS.match(self.text, mark.at):
            closing = _single_close(self.text, marks, index)
            if closing is not None:
                self._keep(mark.end, marks[closing].at, closed=True)
                return closing + 1
            if self._single_goes_on(mark):
                self._keep(mark.end, self.bounds[1], closed=False)
                return len(marks)
        elif mark.text in _CLOSERS and (mark.opening or mark.text in "“„"):
            self.opened = mark
        return index + 1

    def _single_goes_on(self, mark: Mark) -> bool:
        """Whether single marks, too, hold speech over paragraphs: the next one opens with such a mark, or the last
        one was not closed."""
        after = self.following is not None and self.text.startswith(mark.text, self.following[0])
        last = self.found[-1] if self.found else None
        open_before = last is not None and not last.closed and self.text[last.end : mark.at].isspace()
        return after or (open_before and mark.at == self.bounds[0])

    def _reopen(self, mark: Mark) -> None:
        self._close(mark.at, closed=False)
        self.opened = mark

    def _close(self, at: int, *, closed: bool = True) -> None:
        if self.opened is not None:
            self._keep(self.opened.end, at, closed=closed)
        self.opened = None

    def _keep(self, start: int, at: int, *, closed: bool) -> None:
        end = start + len(self.text[start:at].rstrip())
        if end > start:
            self.found.append(Quote(start=start, end=end, closed=closed))

    def _continues(self, ahead: Sequence[Span]) -> bool:
        """Speech over several paragraphs: each opens with a mark, only the last one closes; or none but the first opens
        with one, and the first mark of those that follow closes."""
        if self.opened is None or not ahead:
            return False
        if self.text.startswith(self.opened.text, ahead[0][0]):
            return True
        marks = (mark for start, end in ahead for mark in _marks(self.text, start, end))
        first = next((mark for mark in marks if mark.text in _CLOSERS), None)
        closes = first is not None and first.closing and not first.opening
        return closes and first is not None and first.text in _CLOSERS[self.opened.text]


def _marks(text: str, start: int, end: int) -> list[Mark]:
    found = []
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        behind = text[match.end()] if match.end() < end else " "
        if before.isalnum() and behind.isalnum() and match[0] in "'’":
            continue  # an apostrophe
        if match[0] in '"”' and _INCHES.search(text[max(start, match.start() - _LENGTH) : match.start()]):
            continue
        opening = not behind.isspace() and (before.isspace() or before in _BEFORE_OPENING)
        closing = not before.isspace() and not behind.isalnum()
        glued = match[0] == '"' and before in ".!?" and behind.isalnum()  # it burned."We fled," she said
        found.append(Mark(match.start(), match[0], opening or glued, closing or glued))
    return found


def _single_close(text: str, marks: list[Mark], index: int) -> int | None:
    """The mark that closes a single quote; a plural's apostrophe ("the soldiers’ wives") only for want of a better."""
    perhaps = None
    for number in range(index + 1, len(marks)):
        mark = marks[number]
        if mark.text == marks[index].text and mark.opening and not mark.closing:
            return perhaps
        if mark.text not in _SINGLE_CLOSERS[marks[index].text] or not mark.closing:
            continue
        if text[mark.at - 1] not in "sS" or text[mark.at - 1] in _FINAL or text[mark.end : mark.end + 1] in _FINAL:
            return number
        perhaps = number if perhaps is None else perhaps
    return perhaps
