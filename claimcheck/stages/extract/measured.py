"""A number in, the amount it makes with its unit and with the second number of a range out."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from claimcheck.rules.quantities import Unit
from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.number import Number
from claimcheck.stages.extract.numbers import read_number
from claimcheck.stages.extract.ranged import ranged
from claimcheck.stages.extract.rates import rated
from claimcheck.stages.extract.tokens import Tokens, in_digits, words
from claimcheck.stages.extract.units import Amount, with_unit

_AND_A_HALF = ("and", "a", "half")
_INCHES = 12  # of a foot
_COMPOUND = frozenset({"duration", "length", "mass", "money"})
_AGAINST = frozenset({"to", "against", "versus"})
_SHARED = frozenset({"duration", "percent", "length", "mass"})  # "six and five years": one unit for two numbers
_BOTH_SIDES = (85, 101)  # percent that two sides of a vote have together, the undecided left out


def read_amount(t: Tokens, number: Number, g: Grammar) -> Amount:
    """The number with its currency, unit or percent sign, and with "to B" where that makes a range of it."""
    amount = _compound(t, with_unit(t, number, g), g)
    return rated(t, ranged(t, amount, g) or amount, g)


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
    more = with_unit(t, number, g)
    share = _share_of_unit(unit, more.unit, g) if more.first == k else 0.0
    if unit.unit == "foot" and more.unit is None and t.words[amount.last] == "-" and t.glued(k):
        share = 1 / _INCHES  # "a 5-foot-11 guard"
    if not 0 < share * number.value < 1:
        return amount  # "six weeks, 44 days": no part of the first
    return _with_more(amount, share * number.value, share * number.grain, more.last)


def _share_of_unit(unit: Unit, smaller: Unit | None, g: Grammar) -> float:
    """How much of a unit a smaller one is; 0 where amounts of the two make no one amount."""
    if smaller is None or smaller.dimension != unit.dimension:
        return 0.0
    if (unit.dimension == "money") != (smaller.unit in g.groups["hundredth"]):
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


def carried(t: Tokens, amount: Amount, money: Unit | None, g: Grammar) -> Amount:
    """ "612 million euros from 1.2 billion a year earlier": a bare sum is in the money spoken of before."""
    bare = amount.unit is None and amount.number.scale >= 1e6 and t.words[amount.last] in g.behind_sum
    if money is None or not bare:
        return amount
    return msgspec.structs.replace(amount, unit=money)


def shared(t: Tokens, amount: Amount, g: Grammar) -> Amount:
    """ "banned for six and five years", "rose 3 and 4 percent": a number without its unit shares that of the next."""
    k = amount.last
    bare = amount.unit is None and not (amount.number.most or amount.number.part or amount.number.scale > 1)
    goes_on = t.words[amount.first - 1] == "," and t.words[amount.first - 2][-1:].isdecimal()
    if bare and not amount.ranged and (goes_on or t.words[k] == ","):
        return _listed(t, amount, g)
    if bare and t.words[k] in g.groups["side by side"] and not amount.ranged:
        return _by_side(t, amount, g)
    if not bare or t.words[k] != "and" or t.words[amount.first - 1] not in g.before_shared:
        return amount
    number = read_number(t, k + 1, g) if t.words[k + 1] in g.words or t.words[k + 1][-1:].isdecimal() else None
    unit = with_unit(t, number, g).unit if number is not None else None
    if number is None or unit is None or number.first != k + 1 or unit.dimension not in _SHARED:
        return amount
    behind = with_unit(t, number, g).last
    timed = unit.dimension == "duration" and "respectively" not in (t.words[behind], t.words[behind + 1])
    return amount if timed or not t.words[behind - 1].endswith(("s", "cent", "%")) else replace(amount, unit=unit)


def _by_side(t: Tokens, amount: Amount, g: Grammar) -> Amount:
    """ "a cell 2 by 3 metres": two sides of one thing are in one unit."""
    k = amount.last + 1
    number = read_number(t, k, g) if t.words[k][-1:].isdecimal() or t.words[k] in g.words else None
    unit = with_unit(t, number, g).unit if number is not None else None
    return amount if unit is None or unit.dimension != "length" else replace(amount, unit=unit)


def _listed(t: Tokens, amount: Amount, g: Grammar) -> Amount:
    """ "ranges of 90, 140 and 750 kilometres", "fined 10, 20 and 30 million euros": numbers in a row have the scale and
    unit of the last, all of them or none."""
    head = _head(t, amount.first)
    k, figures = head, [t.words[head]]
    if not in_digits(figures[0]):
        return amount
    while t.words[k + 1] == "," and in_digits(t.words[k + 2]) and k - head < _LONGEST_LIST:
        k += 2
        figures.append(t.words[k])
    at = k + 2 + (t.words[k + 1] == ",")
    if t.words[at - 1] not in ("and", "or") or len(figures) < _FEWEST or not t.words[at][-1:].isdecimal():
        return amount
    number = read_number(t, at, g)
    if number is None or number.part or number.most:
        return amount
    last = with_unit(t, number, g)
    unit = last.unit if last.unit is not None and last.first == at and last.unit.dimension in _LISTED else None
    values = [float(figure.replace(",", "")) for figure in figures]
    if number.scale > 1 and max(*values, number.value / number.scale) >= _SCALED:
        return amount  # "2,500, 300 and 4 million": a number that has a scale of its own is larger
    if unit is not None and unit.dimension == "percent" and max(values) > _WHOLE:
        return amount
    if not (_governed(t, head, unit, g) and _closed(t, head, last.last, g)):
        return amount
    if number.scale > 1:
        value = amount.number.value * number.scale
        scaled = replace(amount.number, value=value, grain=amount.number.grain * number.scale, scale=number.scale)
        amount = replace(amount, number=scaled, high=value)
    ago = unit is not None and unit.dimension == "duration" and t.words[last.last] in g.groups["how old"]
    return amount if unit is None or ago else replace(amount, unit=unit)


def _head(t: Tokens, first: int) -> int:
    """Where the first number of a list stands."""
    head = first
    while t.words[head - 1] == "," and in_digits(t.words[head - 2]) and first - head < _LONGEST_LIST:
        head -= 2
    return head


def _governed(t: Tokens, head: int, unit: Unit | None, g: Grammar) -> bool:
    """Whether what leads in a list holds for all of it: a preposition or a qualifier, and for money and shares anything
    but a name ("On May 5, 12 and 30 percent")."""
    lead = t.words[head - 1]
    if lead in g.before_list:
        return True
    return unit is not None and unit.dimension in ("money", "percent") and not t.raw(head - 1)[:1].isupper()


def _closed(t: Tokens, head: int, behind: int, g: Grammar) -> bool:
    """Whether a list ends there, and its last number is not of the next clause: no "30 million fled", "3 miles away",
    "5 percent of them"."""
    word = t.words[behind]
    if word == "of":
        return t.words[behind + 1] not in _OF_THOSE
    if word in _BEEN:
        return t.words[head - 1] == "of" and t.words[head - 2].isalpha()  # "fines of 2, 3 and 4 million were paid"
    return not word.isalpha() or word in g.behind_sum or word in g.groups["behind a list"] or word.endswith("s")


_LONGEST_LIST = 16  # tokens
_FEWEST = 2  # numbers before the last
_SCALED, _WHOLE = 1000, 100
_LISTED = _SHARED | {"money", "area", "volume", "speed", "temperature", "power"}
_OF_THOSE = words("them whom these those us which")
_BEEN = words("was were is are has have had will would could may")


def _up_from(t: Tokens, amount: Amount) -> bool:
    return t.words[amount.first - 1] == "from" and t.words[amount.first - 2] in ("up", "down")


def set_against(t: Tokens, amount: Amount, before: Amount | None, g: Grammar) -> Amount:
    """ "by 55.3 percent to 44.7": the other side's share of a vote leaves its unit out, as does what a share came from:
    "12 percent in May, up from 9 in April"; and so does a quake's: "called a magnitude-7.4 quake, but upgraded to a
    7.8"."""
    if before is None or before.unit is None or amount.unit is not None:
        return amount
    if before.unit.dimension == "magnitude" and amount.number.value % 1 and t.words[amount.last] in g.behind_sum:
        return msgspec.structs.replace(amount, unit=before.unit)
    if before.unit.dimension != "percent":
        return amount
    if _up_from(t, amount) and amount.number.scale == 1 and t.words[amount.last] in g.behind_sum:
        return msgspec.structs.replace(amount, unit=before.unit)
    joined = before.last == amount.first - 1 and t.words[amount.first - 1] in _AGAINST
    together = before.number.value + amount.number.value
    if not joined or not _BOTH_SIDES[0] <= together <= _BOTH_SIDES[1] or t.words[amount.last] not in g.behind_sum:
        return amount
    return msgspec.structs.replace(amount, unit=before.unit)
