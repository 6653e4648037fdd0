"""Phrases and sentences in, their content words out, and how alike two phrases or names are; patterns of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from claimcheck.slots.records import Label
from claimcheck.stems import stem, terms

_ALIKE = 85
_NUMBER_WORDS = """
    two three four five six seven eight nine ten hundred hundreds thousand million millions billion billions trillion
    half dozen percent dollar dollars minute minutes hour hours week weeks month months decade decades
"""
_NUMBERS = frozenset(map(stem, _NUMBER_WORDS.split()))  # stems of words that a number is told with


def compare_wording(a: str, b: str) -> Label:
    """How alike two counted phrases are; for phrases that passed the gate."""
    if not a or not b:
        return "unknown"
    if a == b:
        return "same"
    alike = _ratio(a, b) if a <= b else _ratio(b, a)
    return "same" if alike >= _ALIKE else "different" if alike < 40 else "unknown"


@lru_cache(maxsize=65536)
def _ratio(a: str, b: str) -> float:
    return fuzz.token_set_ratio(a, b)


def one_name(a: str, b: str) -> bool:
    """Whether one of two names leaves out words of the other: "Choi Seong-beom", "Choi"."""
    x, y = set(a.split()), set(b.split())
    return x <= y or y <= x


def one_firm(a: str, b: str) -> bool:
    """The same of two firms, of which one may go by its letters: "berg-larkin mills", "blm", "b-l", "berg"."""
    return one_name(a, b) or _letters(a) == b.replace("-", "") or _letters(b) == a.replace("-", "")


def _letters(name: str) -> str:
    """The letters that stand for a name of two words and more: "bl" of "berg-larkin"."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words) if len(words) > 1 else name


@lru_cache(maxsize=16384)
def words_of(text: str) -> frozenset[str]:
    """The stems of the words of a sentence or phrase; kept, since a sentence's claims follow one another."""
    return terms(text).words


@lru_cache(maxsize=65536)
def told_beside_numbers(text: str) -> frozenset[str]:
    """The stems of the words of a sentence but those that numbers are told with: "five-day", "million"."""
    return frozenset(word for word in words_of(text) if word.partition("-")[0] not in _NUMBERS)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; for none of them one that nothing fits."""
    return "|".join(sorted(map(re.escape, phrases), key=lambda phrase: (-len(phrase), phrase))) or "(?!)"
