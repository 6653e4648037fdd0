"""A number in, the amount it makes with its unit and with the second number of a range out."""

from __future__ import annotations

import msgspec

from claimcheck.records import Record
from claimcheck.rules.quantities import Unit
from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.number import Number, grain_of
from claimcheck.stages.extract.numbers import read_number
from claimcheck.stages.extract.tokens import Tokens, words


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


def read_amount(t: Tokens, number: Number, g: Grammar) -> Amount:
    """The number with its currency, unit or percent sign, and with "to B" where that makes a range of it."""
    amount = _compound(t, _with_unit(t, number, g), g)
    return _rated(t, _ranged(t, amount, g) or amount, g)


def _compound(t: Tokens, amount: Amount, g: Grammar) -> Amount:
    """2 hours 41 minutes, five feet ten inches: one amount, in the unit of its first part."""
    unit = amount.unit
    if unit is None or unit.dimension not in _COMPOUND or amount.number.most or amount.number.part:
        return amount
    if t.after(amount.last, _AND_A_HALF):  # "a year and a half"
        return _with_more(amount, 0.5, 0.5, amount.last + len(_AND_A_HALF))
    k = amount.last + (t.words[amount.last] in ("and", ",", "-"))
    number = read_number(t, k, g) if t.words[k] in g.words or t.words[k].isdecimal() else None
    if number is None or number.most or number.part:
        return amount
    more = _with_unit(t, number, g)
    share = _share_of_unit(unit, more.unit) if more.first == k else 0.0
    if unit.unit == "foot" and more.unit is None and t.words[amount.last] == "-" and t.glued(k):
        share = 1 / _INCHES  # "a 5-foot-11 guard"
    if not 0 < share * number.value < 1:
        return amount  # "six weeks, 44 days": no part of the first
    return _with_more(amount, share * number.value, share * number.grain, more.last)


def _share_of_unit(unit: Unit, smaller: Unit | None) -> float:
    """How much of a unit a smaller one is; 0 where amounts of the two make no one amount."""
    if smaller is None or smaller.dimension != unit.dimension:
        return 0.0
    if (unit.dimension == "money") != (smaller.unit in _HUNDREDTHS):
        return 0.0
    return (
        1 / smaller.per_larger
        if smaller.larger == unit.unit
        else smaller.times * smaller.size / (unit.times * unit.size)
    )


def _with_more(amount: Amount, more: float, grain: float, last: int) -> Amount:
    """The amount with more of its own unit, which ends there."""
    whole = msgspec.structs.replace(amount.number, value=amount.number.value + more, grain=grain)
    return msgspec.structs.replace(amount, number=whole, number_last=last, last=last, high=whole.value)


_AND_A_HALF = ("and", "a", "half")
_INCHES = 12  # of a foot
_COMPOUND = frozenset({"duration", "length", "mass", "money"})
_HUNDREDTHS = frozenset({"cent", "pence"})


def _with_unit(t: Tokens, number: Number, g: Grammar) -> Amount:
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
        and not t.glued(first - 1)
        and t.words[first - 2] not in ("to", "and")
        and t.words[first].isdecimal()
    )


def prefix(t: Tokens, first: int, g: Grammar) -> tuple[int, Unit | None]:
    """Currency signs and the like before the number."""
    for phrase, unit in g.prefixes.get(t.raw(first - 1), ()):
        start = first - len(phrase)
        # "US $58" and "C $58" may stand apart, "A $58" is an article and a sum.
        close = len(phrase) == 1 or phrase[0] != "A" or t.glued(first - 1)
        if start >= 0 and close and all(t.raw(start + k) == word for k, word in enumerate(phrase)):
            return start, unit
    return first, None


def _suffix(t: Tokens, number: Number, g: Grammar) -> tuple[int, Unit | None]:
    """The unit behind the number: a word, a word behind a hyphen, a sign."""
    k = number.last
    if number.fold:
        return k, g.multiple
    money = t.words[k + 1][:1].isdecimal() and not t.raw(k).isalpha()  # "nine $2,500 gifts": the next number's sign
    for phrase, unit in g.signs.get(t.raw(k), ()) if not money else ():
        if (t.glued(k) or _stands_apart(phrase[0])) and _signed(t, k, phrase) and _fits(unit, number):
            return k + len(phrase), unit
    if t.words[k] in ("-", "‐", "‑", "–") and ((t.glued(k) and t.glued(k + 1)) or _compounds(t, k)):
        k += 1
    if number.most and t.words[k] == "of":
        k += 1  # "thousands of dollars", "dozens of miles"
    if number.part and (parted := _part_of_one(t, k, g)):
        return parted
    if t.words[k] in _WHOLE:
        k += 1
    for phrase, unit in g.units.get(t.words[k], ()):
        if t.after(k, phrase) and _fits(unit, number) and t.words[k + len(phrase)] not in unit.not_before:
            return k + len(phrase), unit
    return number.last, None


# "Three more years", "two full days", "another five straight weeks"
_WHOLE = words("more additional extra further full whole straight consecutive successive long solid")
_SINGULAR = words(
    "second minute hour day week month year decade mile foot inch yard metre meter kilometre kilometer acre"
)


def _compounds(t: Tokens, k: int) -> bool:
    """ "a 30 - year bond": a tokeniser's blanks around the hyphen of a compound."""
    apart = t.words[k] == "-" and not t.glued(k) and not t.glued(k + 1)
    return apart and t.words[k + 1] in _SINGULAR and (t.words[k + 2].isalpha() or t.words[k + 2] == "-")


def _stands_apart(sign: str) -> bool:
    """Whether a sign may be apart from its number: "64 GB" and "5 °C"; not "5 m" and "40 in Gaza"."""
    return not sign.isalpha() or (len(sign) > 1 and sign != "in")


def _signed(t: Tokens, k: int, phrase: tuple[str, ...]) -> bool:
    return all(t.raw(k + n) == sign and (n == 0 or t.glued(k + n)) for n, sign in enumerate(phrase)) and not (
        phrase[-1].isalpha() and t.glued(k + len(phrase)) and t.words[k + len(phrase)].isalnum()
    )


def _part_of_one(t: Tokens, k: int, g: Grammar) -> tuple[int, Unit] | None:
    """A quarter of a percentage point, half a percentage point: the part is no share but an amount."""
    at = next((k + len(phrase) for phrase in (("of", "a"), ("a",)) if t.after(k, phrase)), k)
    for phrase, unit in g.units.get(t.words[at], ()):
        if unit.dimension == "percent" and len(phrase) > 1 and t.after(at, phrase):
            return at + len(phrase), unit
    return None


def _fits(unit: Unit, number: Number) -> bool:
    return not unit.needs_scale or number.scale >= 1e3


# ── ranges ────────────────────────────────────────────────────────────────────────────────────


def _ranged(t: Tokens, left: Amount, g: Grammar) -> Amount | None:
    """Between A and B, A to B, A-B, three or four; None: no range."""
    at = _link(t, left)
    if at < 0 or left.number.most or left.number.fold or left.number.about:
        return None
    right = _right_of(t, at + 1, g)
    if right is None or right.number.most or right.number.part != left.number.part or right.negative:
        return None
    low = _shared(left, right)
    if not 0 <= low.number.value < right.number.value or not _same_unit(left, right):
        return None
    link, lead = t.words[at], t.words[left.first - 1]
    if link == "to" and _changes(t, left, right, g):
        # "rose from 24 to 35 billion euros": both are in euros.
        return msgspec.structs.replace(low, unit=left.unit or right.unit) if lead == "from" else None
    if (link == "or" and right.number.value > 2 * low.number.value + 1) or (
        link == "to" and _versus(left, right, lead)
    ):
        return None
    return Amount(
        first=left.first - (lead in ("between", "from") and link != "or"),
        last=right.last,
        number=low.number,
        number_last=right.number_last,
        high=right.number.value,
        unit=right.unit or left.unit,
        ranged=True,
    )


_FLOORS = frozenset({"than", "over", "above", "least"})
_CEILINGS = (("fewer", "than"), ("less", "than"), ("under",), ("below",))
_DASHES = frozenset("-–—‑~～")


def _link(t: Tokens, left: Amount) -> int:
    """The token that may join the amount to a second one; -1: none."""
    at = left.last
    if t.words[at] in _DASHES:
        # "two- or three-week" shares the unit of the second.
        if t.glued(at) and not t.glued(at + 1) and t.words[at + 1] in ("or", "to", "and"):
            return at + 1
        return at if _dash_joins(t, at) else -1
    if t.words[at] == "and":
        # "between 18 and 29", "between the ages of 18 and 29"
        k = left.first - (4 if t.words[left.first - 1] == "of" and t.words[left.first - 2] == "ages" else 1)
        return at if k >= 0 and t.words[k] == "between" else -1
    if t.words[at] == "but" and t.words[left.first - 1] in _FLOORS:
        # "more than 40 but fewer than 60"
        return next((at + len(phrase) for phrase in _CEILINGS if t.after(at + 1, phrase)), -1)
    return at if t.words[at] in ("to", "or", "through") else -1


def _versus(left: Amount, right: Amount, lead: str) -> bool:
    """ "(30 percent to 60 percent)": two shares set against each other, not one share."""
    return lead == "(" and left.unit is not None and right.unit is not None and left.unit.dimension == "percent"


def _right_of(t: Tokens, k: int, g: Grammar) -> Amount | None:
    """The amount that starts at token k, behind its currency sign or a word of hedging."""
    for skip in range(5):
        at = k + skip
        word = t.words[at]
        if word and (word[0].isdecimal() or word in g.words or word in ("a", "an")):
            number = read_number(t, at, g)
            if number is None:
                return None
            amount = _with_unit(t, number, g)
            return amount if amount.first <= at else None
        if not (word in _HEDGES or t.raw(at) in g.prefix_parts):
            return None
    return None


_HEDGES = words("even perhaps possibly maybe about around nearly almost roughly as many much some")


def _dash_joins(t: Tokens, at: int) -> bool:
    """5-7 and 2000 - 2500, not "the toll reached 40 - 30 of them children"."""
    close = t.glued(at) and t.glued(at + 1)
    spaced = not t.glued(at) and not t.glued(at + 1) and t.words[at - 1].isdecimal() and t.words[at + 1].isdecimal()
    return close or spaced


def _shared(left: Amount, right: Amount) -> Amount:
    """ "10-15 million", "two to three hundred": the left number has the right one's scale."""
    scale = right.number.scale if right.number.scale > 1 else _hundreds(right.number)
    small = left.number.scale == 1 and left.number.value < right.number.value / scale
    # "6 inches to 7 million" has its unit behind, "$1-2 million" before.
    if scale == 1 or not small or (left.last > left.number_last and right.unit is None):
        return left
    number = msgspec.structs.replace(
        left.number, value=left.number.value * scale, grain=max(left.number.grain * scale, 1.0), scale=scale
    )
    return msgspec.structs.replace(left, number=number)


def _hundreds(number: Number) -> float:
    in_words = number.last - number.first == 2 and number.value % 100 == 0 and 100 < number.value < 1000
    return 100.0 if in_words else 1.0


def _same_unit(left: Amount, right: Amount) -> bool:
    """ "6 to 7 inches" and "$5 to 7" share a unit that is written once."""
    return left.unit is None or right.unit is None or left.unit.dimension == right.unit.dimension


_REACH = 6  # words back from "from" to the verb


def _changes(t: Tokens, left: Amount, right: Amount, g: Grammar) -> bool:
    """ "rose from 40 to 50", "rose 3 points to 50": two states, or a step and a state, are no range."""
    lead = t.words[left.first - 1]
    if lead == "from":
        return any(_is_verb(t, k, g, False) for k in range(max(0, left.first - 1 - _REACH), left.first - 1)) or (
            t.words[left.first - 2] in g.nouns
        )
    # "rose 3 to 5 percent" shares a unit, so it is one step.
    if left.unit is None and right.unit is not None:
        return False
    if lead == "by":
        return any(_is_verb(t, k, g) for k in range(max(0, left.first - 1 - _REACH), left.first - 1))
    return _is_verb(t, left.first - 1, g, left.unit is None) or lead in g.adverbs


def _is_verb(t: Tokens, at: int, g: Grammar, counted: bool = True) -> bool:
    return any(
        len(phrase) == 1 and not (counted and change.relative_only) for phrase, change in g.verbs.get(t.words[at], ())
    )


_GOES_ON = words(
    "a from to than or and in last by at for this compared on with over per after before between previously earlier "
    "when while during since because under as . , ; ) :"
) | {""}


def carried(t: Tokens, amount: Amount, money: Unit | None) -> Amount:
    """ "612 million euros from 1.2 billion a year earlier": a bare sum is in the money spoken of before."""
    if money is None or amount.unit is not None or amount.number.scale < 1e6 or t.words[amount.last] not in _GOES_ON:
        return amount
    return msgspec.structs.replace(amount, unit=money)


_AGAINST = frozenset({"to", "against", "versus"})
_BOTH_SIDES = (85, 101)  # percent that two sides of a vote have together, the undecided left out


def set_against(t: Tokens, amount: Amount, before: Amount | None) -> Amount:
    """ "by 55.3 percent to 44.7": the other side's share of a vote leaves its unit out."""
    if before is None or before.unit is None or before.unit.dimension != "percent" or amount.unit is not None:
        return amount
    joined = before.last == amount.first - 1 and t.words[amount.first - 1] in _AGAINST
    together = before.number.value + amount.number.value
    if not joined or not _BOTH_SIDES[0] <= together <= _BOTH_SIDES[1] or t.words[amount.last] not in _GOES_ON:
        return amount
    return msgspec.structs.replace(amount, unit=before.unit)


# ── rates ─────────────────────────────────────────────────────────────────────────────────────

_EACH = words(
    "second minute hour day night week month year quarter share barrel gallon litre liter pound ounce ton tonne gram "
    "kilogram kilo kg mile kilometre kilometer km acre hectare bushel dozen head person piece household family "
    "student pupil passenger ticket seat vote word"
)
_IN_FULL = {"annum": "year", "h": "hour", "hr": "hour", "s": "second", "min": "minute", "yr": "year", "capita": "head"}
_NO_RATE = words("ago later earlier before after prior since on old - when")  # "paid $5 a year ago"


def _rated(t: Tokens, amount: Amount, g: Grammar) -> Amount:
    """ "$52 a barrel", "325,000 barrels per day", "10 kV/cm": so much of each, which is no sum."""
    if amount.unit is None or amount.unit.dimension in ("duration", "factor"):
        return amount
    if amount.unit.per:
        return msgspec.structs.replace(amount, per=amount.unit.per)
    k = amount.last
    at = k + 1 if t.words[k] == "-" else k
    each = at + 1 + (t.words[at + 1] == "-")
    word = t.words[each]
    if not word.isalpha() or not _is_per(t, at, each):
        return amount
    unit = next((unit for phrase, unit in g.signs.get(t.raw(each), ()) if len(phrase) == 1), None)
    return msgspec.structs.replace(amount, per=_IN_FULL.get(word) or (unit.name if unit else word))


def _is_per(t: Tokens, at: int, each: int) -> bool:
    """Whether the tokens join an amount to what it is an amount of."""
    link, word = t.words[at], t.words[each]
    if link == "/":
        return t.glued(at) and t.glued(each)
    if link == "per":
        return True
    return link in ("a", "an", "each", "every") and word in _EACH and t.words[each + 1] not in _NO_RATE


# ── values ────────────────────────────────────────────────────────────────────────────────────


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
