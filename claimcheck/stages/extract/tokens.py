"""A sentence as parallel lists of words, numbers and signs, with room to look past both ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcheck.records import Span

# Thousands commas only between groups of three, so "40, 50" stays two numbers; a thin or hard space does the same, a
# plain space only where it cannot stand between two numbers ("1 234 567", "30 000"). Indian groups are of two
# ("10,00,000"). A group that starts with a nought is no number by itself ("80, 000", "80 , 000").
TOKEN = re.compile(
    r"[^\W\d_]++(?:['’][^\W\d_]++)*+"
    r"|(?=[\d.])(?:"
    r"\d{1,3}(?:[,，٬]\d{3})+(?!\d)(?:[.٫]\d+)?"
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"
    r"|(?<![\d.,])\d{1,3} ?, 0\d\d(?: ?, \d{3})*(?![\d,])"
    r"|\d{1,3},\d\d?(?=\s?(?:%|(?:[mb]illion|trillion|bn|mn|per ?cent)\b))"
    r"|\d{1,3}(?:['’]\d{3})+(?![\d'’])"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|(?<![\d.,])\d{1,3}(?: \d{3}){2,}(?![\d,])"
    r"|(?<![\d.,])\d{1,3} 0\d\d(?![\d,])"
    r"|\d+(?:[.٫]\d+)*"
    r"|(?<!\w)\.\d+)"
    r"|\S"
)
_PAD = 6  # how far a rule may look past an end without asking


def words(text: str) -> frozenset[str]:
    """The words of a list that is written in one string."""
    return frozenset(text.split())


def in_digits(word: str) -> bool:
    """Whether a word is a number in digits, with its commas and its point."""
    return word.replace(",", "").replace(".", "", 1).isdecimal()


DETERMINERS = words("the a an his her its their this that our my your")


class Pieces(NamedTuple):
    """Words that tell whether what was taken apart belongs together."""

    compounds: frozenset[str]  # behind a hyphen that a translator set apart: "a three -day visit"
    leads: frozenset[str]  # to a number in pieces: "about 1 200 people"
    numbered: frozenset[str]  # what has the number behind it to itself: "day 12"
    closed: frozenset[str]  # a comma behind what these lead to closes a clause: "on May 3 , 200 people"


class Tokens:
    """words[i] is lower case; an index up to six past either end gives an empty word that touches nothing."""

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int, pieces: Pieces) -> None:
        spans = [token.span() for token in TOKEN.finditer(text, start, end)]
        if _APART.search(text, start, end):
            spans = list(_put_together(text, spans, pieces))
        self.text = text
        self.size = len(spans)
        self.starts = [first for first, _ in spans] + [end + 2] * _PAD
        self.ends = [last for _, last in spans] + [-2] * _PAD
        self.words = [text[first:last].lower() for first, last in spans] + [""] * _PAD
        if text.find(" -", start, end) >= 0 or text.find("- ", start, end) >= 0:
            self._join(pieces.compounds)

    def _join(self, compounds: frozenset[str]) -> None:
        """ "a three -day visit", "a 15- year-old boy": a hyphen that a translator set apart belongs to its compound."""
        for k in range(1, self.size - 1):
            if self.words[k] != "-" or self.words[k + 1] not in compounds or not self.words[k - 1].isalnum():
                continue
            before, behind = self.starts[k] - self.ends[k - 1], self.starts[k + 1] - self.ends[k]
            if before + behind == 1:
                self.starts[k] -= before
                self.ends[k] += behind

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return self.starts[index] == self.ends[index - 1]

    def raw(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.size else ""

    def after(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the phrase starts at this token."""
        return self.words[index : index + len(phrase)] == [*phrase]


# ── numbers that a tokeniser or a translator took apart ───────────────────────────────────────

_APART = re.compile(r"\d (?:[.,] )?\d|\d\. \d|\d, \d{3} ")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?: , \d{3})+(?! ?[\d,.])")  # 1 , 200 people
_LISTED = re.compile(r"[1-9]\d{0,2}(?:, \d{3})+(?= (?:people|(?!others|was|has)[a-z]{3,}s)\b)")  # about 1, 200 people
_SPACED = re.compile(r"[1-9]\d{0,2} \d{3}(?= [A-Za-z])")  # over 1 200 people, 2 900 Azerbaijani soldiers
_LABELLED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?=[ \t]*(?:$|[\n.;)]))")  # small arms: 1 486
_DECIMAL = re.compile(r"\d{1,3} ?\. \d{1,2}(?!\d)")  # 6 . 1 percent, 6. 1 percent
_SCALED = re.compile(r" ?(?:-? ?magnitude|%|per ?cent|percent|million|billion|trillion|points?|degrees?)\b|%")
_SIGNS = words("$ £ € ¥ ₹")


def _put_together(text: str, spans: list[Span], pieces: Pieces) -> Iterator[Span]:
    """The tokens with those made one that are the pieces of a number."""
    reached, lead = 0, ""
    spaced = _parts_thousands(text)
    for start, end in spans:
        if start < reached:
            continue
        reached = _end_of_apart(text, start, lead, pieces, spaced=spaced) if text[start].isdecimal() else 0
        end = max(end, reached)
        yield start, end
        lead = text[start:end]


@lru_cache(maxsize=8)
def _parts_thousands(text: str) -> bool:
    """Whether an article parts its thousands with blanks, as one number shows that can be read in no other way."""
    return _SHOWS_BLANKS.search(text) is not None


_SHOWS_BLANKS = re.compile(
    r"\b(?i:than|about|around|nearly|almost|roughly|some|over|least|approximately) [1-9]\d{0,2} \d{3} [A-Za-z]"
    r"|(?<![\d.,])\b[1-9]\d{0,2} \d{3} \d{3}\b(?! ?\d)"
    r"|[^\W\d]: [1-9]\d{0,2} \d{3}[ \t]*(?:$|\n)"
)


def _end_of_apart(text: str, start: int, lead: str, pieces: Pieces, *, spaced: bool) -> int:
    """Where the number ends that is written in pieces from `start` on; 0: none is."""
    decimal = _DECIMAL.match(text, start)
    if decimal and (lead in _SIGNS or lead.lower() == "magnitude" or _SCALED.match(text, decimal.end())):
        return decimal.end()
    hedged = lead.lower() in pieces.leads or lead in _SIGNS
    grouped = _GROUPS.match(text, start) if hedged or _opens_count(lead, pieces) else None
    found = grouped or (_SPACED.match(text, start) or _LISTED.match(text, start) if hedged else None)
    if found is None and lead == ":":
        found = _LABELLED.match(text, start)
    if found is None and spaced and lead.lower() not in pieces.numbered:
        found = _SPACED.match(text, start)
    return found.end() if found else 0


def _opens_count(lead: str, pieces: Pieces) -> bool:
    """Whether a number behind this word may be a count that goes on behind a comma."""
    return not lead or (lead.islower() and lead not in pieces.closed)
