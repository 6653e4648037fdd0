"""A number in, the amount that it makes with its sign, currency or unit out."""

from __future__ import annotations

from claimcheck.records import Record
from claimcheck.rules.quantities import Unit
from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.number import MEASURED, Number, grain_of
from claimcheck.stages.extract.tokens import Tokens


class Amount(Record, frozen=True):
    """A number with its unit in tokens[first:last]; `high` is above `number.value` in a range alone."""

    first: int
    last: int
    number: Number
    number_last: int  # where the digits or words end, those of a range's second number too
    high: float
    unit: Unit | None = None
    ranged: bool = False
    negative: bool = False
    per: str | None = None  # "a barrel": an amount of each


def with_unit(t: Tokens, number: Number, g: Grammar) -> Amount:
    """The number with the currency before it or the unit behind it."""
    first, money = prefix(t, number.first, g)
    last, unit = _suffix(t, number, g)
    if money is not None and unit is not None and (unit.dimension != "money" or money.dimension != "money"):
        last, unit = number.last, None  # "$5 a barrel", "£5m": the sign before the number is its unit
    negative = not number.most and _is_negative(t, first if money else number.first)
    return Amount(
        first=(first if money else number.first) - negative,
        last=max(last, number.last),
        number=number,
        number_last=number.last,
        high=number.value,
        unit=_national(money, unit) if money and unit else money or unit,
        negative=negative,
    )


def _national(sign: Unit, word: Unit) -> Unit:
    """ "$5 Australian dollars": the words know better whose dollars they are."""
    return word if sign.unit == "USD" and len(word.unit) == 3 else sign


_RANGED = ("to", "and")  # "40 to -50" is a slip
_BRACKETS = frozenset('([“"')
_MINUS = frozenset({"-", "−", "–", "minus"})


def _is_negative(t: Tokens, first: int) -> bool:
    """Whether a minus stands before: a sign on the number that joins it to nothing before, or the word."""
    sign = t.words[first - 1]
    if sign not in _MINUS:
        return False
    if sign == "minus":
        return t.words[first - 2] != "or"  # "plus or minus 3 points" is a margin
    if t.words[first - 2] == "minus":
        return True  # minus-130
    return (
        t.glued(first)
        and (not t.glued(first - 1) or t.words[first - 2] in _BRACKETS)
        and not t.words[first - 2][-1:].isdecimal()  # "scores of 2.5 -3.5" are a range
        and not (t.words[first - 2] in _RANGED and t.words[first - 3][-1:].isdecimal())
        and t.words[first][0].isdecimal()
    )


def prefix(t: Tokens, first: int, g: Grammar) -> tuple[int, Unit | None]:
    """Currency signs and the like before the number."""
    for phrase, unit in g.prefixes.get(t.raw(first - 1), ()):
        start = first - len(phrase)
        # "US $58" and "C $58" may stand apart, "A $58" is an article and a sum.
        close = _is_sum(t, first, g) if len(phrase[-1]) == 1 and phrase[-1].isalpha() else True
        close = close and (len(phrase) == 1 or phrase[0] != "A" or t.glued(first - 1))
        if start >= 0 and close and all(t.raw(start + k) == word for k, word in enumerate(phrase)):
            return start, unit
    return first, None


def _is_sum(t: Tokens, first: int, g: Grammar) -> bool:
    """Whether a letter is a currency's: "N5,000", "R1.2bn"; but "N95 masks" and "the N1 road"."""
    behind = g.words.get(t.words[first + 1])
    scaled = behind is not None and (behind.kind == "scale" or (behind.kind == "suffix" and t.glued(first + 1)))
    return t.glued(first) and (scaled or "," in t.words[first])


def _suffix(t: Tokens, number: Number, g: Grammar) -> tuple[int, Unit | None]:
    """The unit behind the number: a word, a word behind a hyphen, a sign."""
    k = number.last
    if number.fold:
        return k, g.multiple
    money = t.words[k + 1][:1].isdecimal() and not t.raw(k).isalpha()  # "nine $2,500 gifts": the next number's sign
    for phrase, unit in g.signs.get(t.raw(k), ()) if not money else ():
        if (t.glued(k) or _stands_apart(phrase[0])) and _signed(t, k, phrase) and _fits(unit, number):
            return k + len(phrase), unit
    if t.words[k] in ("-", "‐", "‑", "–") and ((t.glued(k) and t.glued(k + 1)) or _compounds(t, k, g)):
        k += 1
    if number.most and t.words[k] == "of":
        k += 1  # "thousands of dollars", "dozens of miles"
    if number.part and (parted := _part_of_one(t, k, g)):
        return parted
    if t.words[k] in g.groups["before a unit"]:
        k += 1
    for phrase, unit in g.units.get(t.words[k], ()):
        if t.after(k, phrase) and _fits(unit, number) and t.words[k + len(phrase)] not in unit.not_before:
            return k + len(phrase), unit
    return number.last, _told_by_noun(t, number, g)


def _told_by_noun(t: Tokens, number: Number, g: Grammar) -> Unit | None:
    """ "a 6.6 quake", "a 7.9 offshore temblor": the unit that a noun close behind a small decimal tells."""
    k = number.last
    if not 0 < number.value < _SMALL or "." not in t.words[k - 1]:
        return None
    noun = k + (t.words[k].isalpha() and t.words[k] not in g.told_by)
    unit = g.told_by.get(t.words[noun])
    counts = t.words[noun].endswith("s") and t.words[number.first - 1] not in _ONE_EACH
    return None if counts or (t.words[noun + 1] in _EACH and t.words[noun + 2] in _TIMES) else unit


_ONE_EACH = frozenset({"and", "magnitude"})  # "quakes of 5.1 and 6.2": a plural is of one each, else it is counted
_EACH = frozenset({"a", "an", "per", "each", "every"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_SMALL = 10


def _compounds(t: Tokens, k: int, g: Grammar) -> bool:
    """ "a 30 - year bond": a tokeniser's blanks around the hyphen of a compound."""
    apart = t.words[k] == "-" and not t.glued(k) and not t.glued(k + 1)
    return apart and t.words[k + 1] in g.groups["compound unit"] and (t.words[k + 2].isalpha() or t.words[k + 2] == "-")


def _stands_apart(sign: str) -> bool:
    """Whether a sign may be apart from its number: "64 GB" and "5 °C"; not "5 m" and "40 in Gaza"."""
    return not sign.isalpha() or (len(sign) > 1 and sign != "in")


def _signed(t: Tokens, k: int, phrase: tuple[str, ...]) -> bool:
    return all(t.raw(k + n) == sign and (n == 0 or t.glued(k + n)) for n, sign in enumerate(phrase)) and not (
        phrase[-1].isalpha() and t.glued(k + len(phrase)) and t.words[k + len(phrase)].isalnum()
    )


def _part_of_one(t: Tokens, k: int, g: Grammar) -> tuple[int, Unit] | None:
    """A quarter of a percentage point, half of one percent, over half a kilometre: the part is an amount, no share."""
    at = next((k + len(phrase) for phrase in _OF_ONE if t.after(k, phrase)), k)
    for phrase, unit in (*g.units.get(t.words[at], ()), *g.signs.get(t.raw(at), ())):
        of_one = unit.dimension in MEASURED and (at > k or t.words[k - 1] in _PART_ITSELF or t.words[k - 1] == "-")
        if (of_one or (unit.dimension == "percent" and (len(phrase) > 1 or at > k))) and t.after(at, phrase):
            return at + len(phrase), unit
    return None


_OF_ONE = (("of", "an"), ("of", "a"), ("of", "one"), ("of", "1"), ("an",), ("a",))
_PART_ITSELF = frozenset({"half", "quarter"})


def _fits(unit: Unit, number: Number) -> bool:
    return not unit.needs_scale or number.scale >= 1e3


def in_unit(amount: Amount) -> tuple[float, float, float, str | None]:
    """Low value, high value, grain and name of the unit that values are given in: six weeks are 42 days."""
    number, unit = amount.number, amount.unit
    sign = -1.0 if amount.negative else 1.0
    low, high, grain = sign * number.value, sign * amount.high, number.grain
    if amount.ranged:
        grain = min(grain, grain_of(amount.high))
    if unit is None:
        return low, high, grain, None
    if number.value >= unit.whole:
        return low / unit.per_larger, high / unit.per_larger, grain / unit.per_larger, unit.larger
    times = unit.times
    return _neat(low * times), _neat(high * times), grain * times, unit.unit


def _neat(value: float) -> float:
    """Without the dust of multiplying: 36 seconds are 0.01 hours."""
    return float(f"{value:.12g}")
