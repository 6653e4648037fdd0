"""Rule types for numbers, qualifiers, units, changes and what is no claim."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Literal

from msgspec import field

from claimcheck.records import Qualifier, Record
from claimcheck.rules.base import Rule

NumberKind = Literal[
    "unit",  # one … nineteen
    "ten",  # twenty … ninety
    "hundred",  # multiplies what stands before it, within a thousand
    "scale",  # thousand, million: multiplies what stands before it
    "suffix",  # the same, written onto the digits: 533K, 1.8tn
    "dozen",  # multiplies, and ends the number
    "vague",  # hundreds, dozens: at least that much
    "many",  # several, a few, a couple: multiplies a scale or a dozen
    "part",  # third, quarter: divides
    "half",
    "ordinal",
    "fold",  # doubled, threefold
    "adverb",  # once, twice
    "glyph",  # ½
]


class NumberWords(Rule, frozen=True):
    """Words of one kind with their values."""

    kind: NumberKind
    words: dict[str, float]
    most: float = 10.0  # vague words: how many times their value people still call so

    def problems(self) -> Iterable[str]:
        """Words that are not in lower case."""
        for word in self.words:
            if word != word.lower():
                yield f"word {word!r} is not in lower case"


class Width(Record, frozen=True, forbid_unknown_fields=True):
    """How far a range reaches from the number N, whose grain as written is g."""

    low: float = 1.0  # times N
    high: float = 1.0  # times N
    down: float = 0.0  # grains below that
    up: float = 0.0  # grains above that
    fine: float = 0.0  # the same of ten grains and more: 2,700, of which the last digits may be cut off
    least: float = 0.0  # but no less than this share of N
    most: float = math.inf  # and no more than this share of N
    low_open: bool = False
    high_open: bool = False


class Qualifying(Rule, frozen=True):
    """Words beside a number that say how it is meant, and the two ranges that they give it."""

    qualifier: Qualifier
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()  # words that make the one before the number a preposition ("talked about 3 issues")
    only_after: tuple[str, ...] = ()  # words of which one must stand before them ("climbed past 300")
    duration_after: tuple[str, ...] = ()  # before a duration only behind one of these ("lasted over 3 days")
    endures: tuple[str, ...] = ()  # such verbs: "lived under nine months of siege"
    buries: tuple[str, ...] = ()  # verbs whose object lies under a length ("buried it under 28 inches of snow")
    literal: Width = Width()
    typical: Width = Width()
    because: str = ""  # why the widths are what they are


class Unit(Rule, frozen=True):
    """Words and signs of one unit. `times`: one such word is so many of the unit that a value is given in."""

    dimension: str
    unit: str
    words: tuple[str, ...] = ()  # after the number, in any case
    signs: tuple[str, ...] = ()  # after the number, in exactly this case
    before: tuple[str, ...] = ()  # before the number, in exactly this case
    told_by: tuple[str, ...] = ()  # nouns that tell a decimal below ten to be of the unit: "a 6.6 quake"
    times: float = 1.0
    whole: float = math.inf  # from so many on the value is given in the larger unit …
    larger: str = ""  # … of this name …
    per_larger: float = 1.0  # … of which one such word is 1 / so many
    size: float = 1.0  # one `unit` in the base unit of the dimension
    zero: float = 0.0  # what none of it is in the base unit: 32 degrees Fahrenheit are none of Celsius
    per: str = ""  # of each of these, as the word says without more: bpd
    not_before: tuple[str, ...] = ()  # words that make it a part of their name ("20 barrel bombs")
    needs_scale: bool = False  # only after million, billion, … ("two million won")


class Change(Rule, frozen=True):
    """Words for a rise or a fall by a number."""

    direction: Literal["up", "down"]
    verbs: tuple[str, ...] = ()  # before the number, with or without "by"
    nouns: tuple[str, ...] = ()  # before the number with "of"
    adverbs: tuple[str, ...] = ()  # right before the number
    after: tuple[str, ...] = ()  # right after the number
    steps: tuple[str, ...] = ()  # before "from", where a "to" follows: from one state to another
    carries: tuple[str, ...] = ()  # what something is brought by "from" one state "to" another
    relative_only: bool = False  # only for percentages and points ("gained 3 percent", not "gained 3 seats")


class NonClaim(Rule, frozen=True):
    """Numbers that claim nothing. All conditions that are given must hold; `reader` names one that needs code."""

    why: str  # plain words
    reader: str = ""
    before: tuple[str, ...] = ()  # words right before the number
    after: tuple[str, ...] = ()  # words right after the number with its unit
    behind: str = ""  # pattern that must end right before the number
    at: str = ""  # pattern that must start at the number
    ahead: str = ""  # pattern that must start right after the number with its unit
    words: tuple[str, ...] = ()  # the number as written
    pieces: dict[str, str] = field(default_factory=dict)  # that patterns of any rule hold: "{kin}" stands for one
    dimensions: tuple[str, ...] = ()
    qualified: bool = False  # whether it holds for a number with a qualifier too
    unless_victims: bool = False  # it is a claim after all where it counts victims: describe decides

    def problems(self) -> Iterable[str]:
        """Patterns that are none."""
        for key, pattern in {"behind": self.behind, "at": self.at, "ahead": self.ahead, **self.pieces}.items():
            try:
                re.compile(pattern)
            except re.error as error:
                yield f"{key}: not a pattern: {error}"


PACKS: dict[str, type[Rule]] = {
    "numbers": NumberWords,
    "qualifiers": Qualifying,
    "units": Unit,
    "changes": Change,
    "nonclaims": NonClaim,
}
