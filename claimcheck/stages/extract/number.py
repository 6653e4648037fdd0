"""The record of a number, and what every reader of numbers does with it."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.records import Record
from claimcheck.stages.extract.grammar import Grammar, Word
from claimcheck.stages.extract.tokens import Tokens


class Number(Record, frozen=True):
    """A number in tokens[first:last]."""

    first: int
    last: int
    value: float
    grain: float  # the largest of 1, 5, 10, 50, … that divides it as written; 0: it is read as it stands
    scale: float = 1.0  # the million of "1.2 million"
    most: float = 0.0  # a vague word: how many times its value people still call so
    about: bool = False  # "a couple of"
    part: bool = False  # a share of a whole: two-thirds, one in three
    fold: bool = False  # doubled, threefold
    article: bool = False  # the article of "nearly a year", a number where something qualifies it
    rules: tuple[str, ...] = ()


def grain_of(value: float) -> float:
    """The largest of 1, 5, 10, 50, 100, … that divides the number; 1 for one that is no whole number."""
    whole = round(abs(value))
    if whole == 0 or whole != abs(value) or whole > 10**18:
        return 1.0
    power = 1
    while whole % (power * 10) == 0:
        power *= 10
    return float(power * 5 if whole % (power * 5) == 0 else power)


MULTIPLIERS = frozenset({"hundred", "scale", "dozen"})
MEASURED = frozenset({"duration", "length", "mass", "area", "volume"})  # half a mile, nearly a year
BELOW_HUNDRED = frozenset({"unit", "ten"})


def of_kind(t: Tokens, i: int, kinds: frozenset[str], g: Grammar) -> Word | None:
    """The number word at token i, where it is of one of these kinds."""
    known = g.words.get(t.words[i])
    return known if known is not None and known.kind in kinds else None


def times(number: Number, by: Word, last: int) -> Number:
    """The number as so many of a scale, a hundred or a dozen."""
    value = round(number.value * by.value, 6)
    rules = number.rules if by.rule.id in number.rules else (*number.rules, by.rule.id)
    # Dozens are rounded to dozens.
    grain = by.value if by.kind == "dozen" and value % by.value == 0 else grain_of(value)
    return replace(number, last=last, value=value, grain=grain, scale=number.scale * by.value, part=False, rules=rules)
