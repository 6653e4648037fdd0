"""A text in, its paragraphs as spans out: which lines belong together. Leaves what they are to its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.records import Span
from claimcheck.rules import Rules
from claimcheck.rules.reading import BreakRule

_LINE = re.compile(r"[^\s\ufeff\u200b][^\n\r\f\v\u2028\u2029\x85]*")
_FINAL_STOP = re.compile(r"[.!?:;][\"”’'»)\]]*\Z")
_TAIL = 8  # stops and what closes with them
_FILLED = 0.7  # a wrapped line is at least this full, unless it ends its paragraph
_NARROWEST, _WIDEST = 30, 160
_STUB = 15  # shorter lines are items of a list, whatever follows
_PROSE = 50  # headlines of this length with a comma or a stop inside are rare where no empty line follows
_LEFT_OPEN = re.compile(r"\b(?:has|have|had|was|were|been|being|be) [a-z]+\Z")
_LONGEST_WORD = 24


class Hanging:
    """Words that a line does not end with, unless its sentence goes on in the next."""

    def __init__(self, rules: Rules) -> None:
        roles = {rule.role: frozenset(rule.words) for rule in rules.pack("breaks", BreakRule)}
        self.words = roles.get("hanging", frozenset())
        self.months = roles.get("month", frozenset())
        self.openers = roles.get("opener", frozenset())
        # What headlines leave out: commas, a day beside the verb of saying, an auxiliary before the last verb.
        dated = "|".join(map(re.escape, sorted(roles.get("dated", ()))))
        self.in_prose = re.compile(
            r"[a-z][,.;][\"”’']? "
            rf"|\b(?:{dated or '(?!)'})\s(?:[\w’']+\s){{0,2}}?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
        )


def paragraph_spans(text: str, body: int, rules: Rules) -> Iterator[Span]:
    """The paragraphs from `body` on: each line is one, unless it was wrapped at a width, as in mails and PDF pages."""
    hanging = rules.once(Hanging)
    lines = [(m.start(), m.start() + len(m[0].rstrip())) for m in _LINE.finditer(text, body)]
    everywhere = _width(text, lines, least=3)
    for block in _blocks(text, lines):
        yield from _joined(text, block, everywhere or _width(text, block, least=2), hanging)


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Lines without an empty one between them."""
    block: list[Span] = []
    for line in lines:
        if block and not _adjacent(text, block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _adjacent(text: str, line: Span, following: Span) -> bool:
    return text.count("\n", line[1], following[0]) < 2


def _width(text: str, lines: Sequence[Span], least: int) -> int:
    """The width that the lines were wrapped at: most run on, near to it, and often into a small letter; 0: none."""
    breaks = [pair for pair in pairwise(lines) if _adjacent(text, *pair)]
    if len(breaks) < least:
        return 0
    lengths = sorted(end - start for start, end in lines)
    width = lengths[len(lengths) * 9 // 10]
    inside = [b for a, b in breaks if a[1] - a[0] >= width * _FILLED and not _stops(text, a)]
    small = sum(1 for following in inside if not text[following[0]].isupper())
    if not inside or not _NARROWEST <= width <= _WIDEST:
        return 0
    usual = len(inside) * 2 > len(breaks) and small * 2 >= len(inside)
    return width if usual or (_full(text, breaks, lengths[-1]) and _stops(text, lines[-1])) else 0


def _full(text: str, breaks: Sequence[tuple[Span, Span]], longest: int) -> bool:
    """Whether no line had room for the first word of the next, as where a program broke them."""
    return all(a[1] - a[0] + 1 + len(_word_at(text, b)) > longest for a, b in breaks)


def _joined(text: str, block: Sequence[Span], width: int, hanging: Hanging) -> Iterator[Span]:
    start = block[0][0]
    for line, following in pairwise(block):
        if not _goes_on(text, line, following, width, hanging):
            yield start, line[1]
            start = following[0]
    yield start, block[-1][1]


def _goes_on(text: str, line: Span, following: Span, width: int, hanging: Hanging) -> bool:
    length = line[1] - line[0]
    if width and length >= width * _FILLED:
        return True
    if _stops(text, line):
        return False
    # A lone break inside a sentence: "the flood in\nZenda", "on 3\nMay", "the ministry\nsaid".
    last = text[max(line[0], line[1] - _LONGEST_WORD) : line[1]].rsplit(None, 1)[-1]
    if last in hanging.words or (last.isdigit() and _first_word(text, following) in hanging.months):
        return True
    return length >= _STUB and (
        text[following[0]].islower() or last[-1] == "," or _runs_on(text, line, following, hanging)
    )


def _runs_on(text: str, line: Span, following: Span, hanging: Hanging) -> bool:
    """A full line of prose before one of its width that ends it: "near Athens, the Hellenic / Red Cross said."."""
    like = following[1] - following[0] <= line[1] - line[0] + _LONGEST_WORD and _stops(text, following)
    if not like or line[1] - line[0] < _PROSE or _word_at(text, following) in hanging.openers:
        return False
    tail = max(line[0], line[1] - 2 * _LONGEST_WORD)
    return bool(hanging.in_prose.search(text, *line)) or bool(_LEFT_OPEN.search(text, tail, line[1]))


def _stops(text: str, line: Span) -> bool:
    return _FINAL_STOP.search(text, max(line[0], line[1] - _TAIL), line[1]) is not None


def _first_word(text: str, line: Span) -> str:
    return _word_at(text, line).rstrip(".,;:")


def _word_at(text: str, line: Span) -> str:
    return text[line[0] : min(line[1], line[0] + _LONGEST_WORD)].split(None, 1)[0]
