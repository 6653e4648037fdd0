"""A dateline that lost its dash: "LIMA Berg Ltd said", "PARIS/LYON, France The league said". Names begin behind it."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from claimcheck.records import Span

_TOWN = re.compile(r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,4}")  # at most so many words
_LAND = re.compile(r",\s([A-Z][a-z]+(?:\s[A-Z][a-z]+)?|[A-Z][a-z]{1,4}\.|[A-Z]\.\s?[A-Z]\.)(?:/[A-Z][A-Z ]+)?")
_LETTERS = 4  # of what may be letters of a body
_BEHIND = re.compile(r"\s+(?=[\"“‘']?(?:[A-Z]|\d))")


def undashed(text: str, start: int, towns: AbstractSet[str], lands: AbstractSet[str]) -> Span | None:
    """The dateline without a dash that opens a text at `start`: a town in capitals that is known, or whose land is
    told. Towns and lands are given in small letters."""
    hit = _TOWN.match(text, start)
    if hit is None:
        return None
    end = _known(text, start, hit.end(), towns)
    if end == start and len(hit[0]) > _LETTERS and f" {hit[0].title()}" in text:
        end = hit.end()  # a town that is named again
    land = _LAND.match(text, hit.end())
    if land is not None and (told := _told(land[1], lands)):
        end = land.end() if told == len(land[1]) else land.start(1) + told
    behind = _BEHIND.match(text, end) if end > start else None
    return (start, behind.end()) if behind is not None else None


def _known(text: str, start: int, end: int, towns: AbstractSet[str]) -> int:
    """Behind the longest row of known towns that begins at `start`: "BOSTON/NEW YORK | U.S. officials"."""
    best, at = start, start
    while at < end:
        ends = [hit.start() for hit in re.finditer(r"[ /]|\Z", text[at:end])]
        size = max((stop for stop in ends if text[at : at + stop].lower() in towns), default=0)
        if size == 0:
            break
        best = at + size
        if text[best : best + 1] != "/":
            break
        at = best + 1
    return best


def _told(land: str, lands: AbstractSet[str]) -> int:
    """How much of what follows a comma is a land: "France | European", "N.H."."""
    if land.endswith("."):
        return len(land)
    words = land.split(" ")
    return next((len(" ".join(words[:k])) for k in (2, 1) if " ".join(words[:k]).lower() in lands), 0)
