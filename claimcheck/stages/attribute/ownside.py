"""An article's text and the countries named in it in, the country whose side it tells a war from out.

"The enemy" is whom its forces fight, and "our positions" are what the other's fire at. Where these signs show two
countries neither is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.rules.world import Country

_NEAR = 200  # characters between who fights and whom
_MOST = 40  # mentions of an enemy that are looked at
_CLAUSE_ENDS = re.compile(r"[.!?;]\s|\n")


class SideWords(NamedTuple):
    """The patterns of what shows a side."""

    enemy: re.Pattern[str]  # "the enemy"
    ours: re.Pattern[str]  # "our positions"
    fights: re.Pattern[str]  # what a side does to another: "destroyed"


def own_side(text: str, named: Sequence[tuple[int, Country]], words: SideWords) -> Country | None:
    """The country whose side a text takes; `named`: the countries that it tells of, by where."""
    own = {country.id: country for country in _who_fights(text, named, words.enemy, words)}
    foes = {country.id: country for country in _who_fights(text, named, words.ours, words)}
    found = [country for country in own.values() if country.id not in foes]
    if found or not foes:
        return found[0] if len(found) == 1 else None
    others = {country.id: country for _, country in named if country.id not in foes}
    return next(iter(others.values())) if len(others) == 1 else None


def _who_fights(
    text: str, named: Sequence[tuple[int, Country]], whom: re.Pattern[str], words: SideWords
) -> Iterable[Country]:
    """The countries whose forces do something to whom a pattern tells of: "Mali's army destroyed 12 tanks of | the
    enemy"."""
    for hit in islice(whom.finditer(text), _MOST):
        before = [seen for seen in named if hit.start() - _NEAR < seen[0] < hit.start()]
        if before and _CLAUSE_ENDS.search(text, before[-1][0], hit.start()) is None:
            start, country = before[-1]
            if words.fights.search(text, start, hit.start()):
                yield country
