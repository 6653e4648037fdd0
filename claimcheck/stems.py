"""A text in, the stems of its names and content words out: what tells whether two texts speak of one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
# The first branch is no other word: plain letters before a space, as most are, are found in two thirds of the time.
WORD = re.compile(rf"[a-zA-Z]++(?=[\s,.])|{_LETTER}++(?:['’-]{_LETTER}++)*+|\d++(?:[.,]\d++)*+")
_CAPITAL = re.compile(rf"\b[^\W\d_a-z]{_LETTER}++(?:['’-]{_LETTER}++)*+")
_COMMON_WORDS = """
    a about after again all also am an and another any are as at be because been before being but by can could
    day days did do does down during each edt est few first for from gmt had has have he her here him his how
    htm html http https i if in including into is it its just last least less like made make many may mid more
    most mr mrs ms much net new news no not now of off on one only or org other our out over own part people
    percent pm published put said same say says she should since so some still such than that the their them
    then there these they this those three through time to told too two under until up updated us very was way
    we well were what when where which while who whose will with would www year years yet you your monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december almost around between dozens fewer hundreds nearly
    scores thousands official officials report reported reports com story article
"""
_COMMON = frozenset(_COMMON_WORDS.split())


class Terms(NamedTuple):
    """What a text may be known by."""

    names: frozenset[str]  # stems that have a capital wherever they stand
    words: frozenset[str]  # stems, names among them
    numbers: frozenset[str]  # of two digits and more, as written


def terms(text: str) -> Terms:
    """Names, words and longer numbers of a text."""
    capital: set[str] = set()
    plain: set[str] = set()
    compound: list[str] = []
    numbers: set[str] = set()
    for word in set(WORD.findall(text)):
        if word.isalpha():
            (capital if word[0].isupper() else plain).add(stem(word))
        elif not word[0].isdigit():
            compound.append(word)
        elif len(word) > 1:
            numbers.add(word)
    for word in compound:
        (capital if word[0].isupper() else plain).add(stem(word))
    names, words = capital - plain, capital | plain
    for found in (names, words):
        found.discard("")  # what every article has
    return Terms(frozenset(names), frozenset(words), frozenset(numbers))


def capitals(text: str) -> frozenset[str]:
    """Stems of all words with a capital: where a sentence starts, and behind a hyphen, too."""
    return frozenset(stem(word) for word in set(_CAPITAL.findall(text)) if word[0].isupper()) - {""}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, at most seven letters; empty for words that every article has."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in _COMMON or len(low) < 3:
        return ""
    if "-e-" in low:  # Mazar-e-Sharif, Mazar-i-Sharif
        low = low.replace("-e-", "-i-")
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            low = low[: -len(ending)]
            break
    return low[:7]


def common_names(texts: Iterable[str], limit: int = 3) -> list[str]:
    """The names, as written, that most of the texts have: what a story is called by."""
    count = Counter(name for text in texts for name in _capitals(text))
    return nsmallest(limit, count, key=lambda name: (-count[name], name))


def _capitals(text: str) -> set[str]:
    return {w for w in WORD.findall(text) if w[0].isupper() and len(w) > 3 and stem(w)}


def plural(noun: str) -> str:
    """A noun for several: dispute → disputes, body → bodies, church → churches, day → days; woman → women."""
    if noun.endswith("child"):
        return f"{noun}ren"
    if noun.endswith("man") and noun != "human":
        return f"{noun[:-2]}en"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
