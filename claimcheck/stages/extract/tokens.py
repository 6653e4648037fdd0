"""A sentence as parallel lists of words, numbers and signs, with room to look past both ends."""

from __future__ import annotations

import re

# Thousands commas only between groups of three, so "40, 50" stays two numbers; a thin or hard space does the same, a
# plain space only where it cannot stand between two numbers ("1 234 567", "30 000"). Indian groups are of two
# ("10,00,000").
TOKEN = re.compile(
    r"[^\W\d_]++(?:['’][^\W\d_]++)*+"
    r"|(?=[\d.])(?:"
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3},\d\d?(?=\s?(?:%|(?:[mb]illion|trillion|bn|mn|per ?cent)\b))"
    r"|\d{1,3}(?:['’]\d{3})+(?![\d'’])"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|(?<![\d.,])\d{1,3}(?: \d{3}){2,}(?![\d,])"
    r"|(?<![\d.,])\d{1,3} 0\d\d(?![\d,])"
    r"|\d+(?:\.\d+)*"
    r"|(?<!\w)\.\d+)"
    r"|\S"
)
_PAD = 6  # how far a rule may look past an end without asking


def words(text: str) -> frozenset[str]:
    """The words of a list that is written in one string."""
    return frozenset(text.split())


class Tokens:
    """words[i] is lower case; an index up to six past either end gives an empty word that touches nothing."""

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = [token.span() for token in TOKEN.finditer(text, start, end)]
        self.text = text
        self.size = len(spans)
        self.starts = [first for first, _ in spans] + [end + 2] * _PAD
        self.ends = [last for _, last in spans] + [-2] * _PAD
        self.words = [text[first:last].lower() for first, last in spans] + [""] * _PAD

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return self.starts[index] == self.ends[index - 1]

    def raw(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.size else ""

    def after(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the phrase starts at this token."""
        return self.words[index : index + len(phrase)] == [*phrase]
