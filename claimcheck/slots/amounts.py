"""Numbers in base units with their two ranges, and how two of them compare."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from claimcheck.records import Claim, Quantity, Range
from claimcheck.slots.book import Book
from claimcheck.slots.records import MEET, Again, Amount, Label, Slots, Telling

_FAR = 50.0
_APART = 20.0
_CLOSE = 1.5
FEW = 10
_RARE = 4  # digits that count, of a number that two texts hardly share by chance; of rates and sums one less
_COUNTED = frozenset(("count", "money", "duration", "percent", "points", "fraction", "factor"))  # nobody measures them
_LOGARITHM = "magnitude"
_STRONGER, _STRONGEST = 1000.0, 20.0  # so many times is one more of it, so that 0.6 more is far apart
_TINY = 1e-9  # by which ends of ranges may miss their number in a conversion
_SHARE = 2.5  # points on either side for which people say "one in three" …
_ROUGH = 7.5  # … and up to or down from which "more than a third", "nearly half"


def amount_of(claim: Claim, book: Book) -> Amount:
    """A claim's number and ranges in the base unit of its dimension: days are hours, acres are square metres."""
    quantity = claim.quantity
    factor = book.sizes.get((quantity.dimension, quantity.unit or ""), 1.0)
    if quantity.dimension in ("percent", "points", "fraction") and quantity.qualifier == "exact":
        value, step = quantity.value * factor, _step(quantity) * factor
        near = Range(low=value - step, high=value + step, high_open=True)
        return Amount(value, _times(quantity.literal, factor), near, rounded=True)
    if quantity.dimension == "fraction":
        return _rough_share(quantity)
    if quantity.qualifier == "exact" and quantity.dimension not in _COUNTED:
        quantity = replace(quantity, typical=_to_the_digit(quantity))
    if zero := book.zeros.get((quantity.dimension, quantity.unit or ""), 0.0):
        return _moved(quantity, zero, factor)
    if quantity.dimension == _LOGARITHM:
        return _raised(quantity)
    rounded = quantity.dimension != "count" or quantity.qualifier != "exact" or _round(quantity.value)
    measure = claim.description.measure
    if quantity.qualifier == "exact" and measure is not None and measure.value in book.unrounded:
        quantity = replace(quantity, typical=_to_the_unit(quantity))
    if factor == 1.0:
        return Amount(quantity.value, quantity.literal, quantity.typical, rounded)
    literal, typical = _times(quantity.literal, factor), _times(quantity.typical, factor)
    return Amount(quantity.value * factor, literal, typical, rounded)


def _to_the_unit(quantity: Quantity) -> Range:
    """How a number is read that nobody rounds: 20 seats, 20 years in prison."""
    low, high = max(quantity.typical.low, quantity.value - 0.5), min(quantity.typical.high, quantity.value + 0.5)
    return Range(low=low, high=high)


def _to_the_digit(quantity: Quantity) -> Range:
    """How what is measured is read: six miles are told for ten kilometres, which are 6.2."""
    step, read = _step(quantity), quantity.typical
    return Range(low=min(read.low, quantity.value - step), high=max(read.high, quantity.value + step))


def _rough_share(quantity: Quantity) -> Amount:
    """ "More than two thirds" is said of 72 percent: shares in words are told in coarse steps."""
    literal, typical = quantity.literal, quantity.typical
    low = typical.low if literal.low >= typical.low else max(typical.low - _ROUGH, literal.low)
    high = typical.high if literal.high <= typical.high else min(typical.high + _ROUGH, literal.high)
    wide = Range(low=low, high=high, low_open=typical.low_open, high_open=typical.high_open)
    return Amount(quantity.value, literal, wide, rounded=True)


def _moved(quantity: Quantity, zero: float, factor: float) -> Amount:
    """A number of a scale that begins elsewhere: 50 degrees Fahrenheit are 10 of Celsius. A rise of so many is told by
    its direction, and has no beginning."""
    zero = 0.0 if quantity.direction else zero
    literal, typical = (_times(_minus(given, zero), factor) for given in (quantity.literal, quantity.typical))
    return Amount((quantity.value - zero) * factor, literal, typical, rounded=True)


def _raised(quantity: Quantity) -> Amount:
    """A quake's magnitude is a logarithm: 7.8 and 7.7 are near, 7.8 and 7 are of two quakes."""
    literal, typical = (
        Range(low=_power(given.low), high=_power(given.high), low_open=given.low_open, high_open=given.high_open)
        for given in (quantity.literal, quantity.typical)
    )
    return Amount(_power(quantity.value), literal, typical, rounded=True)


def _power(magnitude: float) -> float:
    return float(_STRONGER ** min(magnitude, _STRONGEST))


def _minus(range_: Range, size: float) -> Range:
    return Range(low=range_.low - size, high=range_.high - size, low_open=range_.low_open, high_open=range_.high_open)


def _step(quantity: Quantity) -> float:
    """How far from a share as written the true one may lie: 50 percent is not said for 45, a half may be."""
    if quantity.dimension == "fraction":
        return _SHARE
    return 0.5 if quantity.value == int(quantity.value) else 0.05


def _round(value: float) -> bool:
    """Whether a bare count may be a rounded one: 600 and 2,900, but not 25 and 2,855."""
    return value >= 100 and value % (10 if value < 1000 else 100) == 0


def _times(range_: Range, factor: float) -> Range:
    return Range(
        low=range_.low * factor, high=range_.high * factor, low_open=range_.low_open, high_open=range_.high_open
    )


def compare_values(a: Amount, b: Amount) -> Label:
    """Same up to rounding, meeting as read (compatible), of one size (unknown) or far apart (different)."""
    if same_number(a, b):
        return "same"
    if a.typical.meets(b.typical):
        return "compatible"
    x, y = abs(a.value), abs(b.value)
    return "different" if x > _FAR * y or y > _FAR * x else "unknown"


def same_number(a: Amount, b: Amount) -> bool:
    """The same number, or one is the other rounded: 44 days are six weeks, 1.845 trillion are 1.8."""
    if a.value == b.value:
        return True
    return _rounds_to(a, b) or _rounds_to(b, a)


def _rounds_to(fine: Amount, coarse: Amount) -> bool:
    """Whether the coarse number is read as a range around it, and the fine one lies in it."""
    read = coarse.typical
    if not coarse.rounded or not read.low <= fine.value <= read.high:
        return False
    return read.low + _TINY < coarse.value < read.high - _TINY  # not an end of it: "more than 40"


def telling(amount: Amount, slots: Slots, book: Book) -> Telling | None:
    """What is hardly shared by chance: a measure with a number of three digits that count (613; not 600).

    Of rates and sums two digits do: two articles on an unemployment of 4.9 percent speak of one rate. So do those of a
    deed whose day is told: 17 dead on Monday.
    """
    value, count = amount.value, digits(amount.value)
    rate = slots.measure is not None and slots.dimension in ("percent", "points", "money")
    if count >= (2 if rate else 3):
        return Telling(value, book.widest(slots.measure), slots.dimension)
    day = slots.period if slots.period and slots.period[0] == slots.period[1] else None
    done = count == 2 and day is not None and slots.measure in book.firm
    return Telling(value, slots.measure, slots.dimension, day) if done else None


@lru_cache(maxsize=65536)
def digits(value: float) -> int:
    """How many digits of a number count: 2 of 1,200 and of 0.12, at most six."""
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0"))


def chance(a: Amount, b: Amount, dimension: str, value: Label, again: Again = "") -> str:
    """How often two numbers are one by chance: a few, one dead and one dead, often; 85,512 and 85,512 hardly ever.

    So it is with a number that one story gives `again`. Of two that do not meet: how near they are to each other.
    """
    if again:
        return "again"
    if value == "unknown":
        return distance(a, b)
    if value != "same":
        return "strength" if value == "different" and dimension == _LOGARITHM else ""
    if a.value < FEW:
        return "few"
    return "rare" if min(digits(a.value), digits(b.value)) >= _RARE - (dimension != "count") else ""


def distance(a: Amount, b: Amount) -> str:
    """Whether two numbers are near each other, as tolls of two days are, or far, as a strike's and a war's are."""
    x, y = abs(a.value), abs(b.value)
    if x <= _CLOSE * y and y <= _CLOSE * x:
        return "near"
    return "far" if x > _APART * y or y > _APART * x else ""


class Sizes(NamedTuple):
    """All that comparing slots looks at of two numbers."""

    value: Label
    meet: bool
    close: bool  # of one size
    distance: str  # near, far or neither
    near: bool
    less: bool


def sizes(a: Amount, b: Amount) -> Sizes:
    """How two numbers compare."""
    value, apart = compare_values(a, b), distance(a, b)
    of_one_crowd = apart == "near"
    close = of_one_crowd or a.literal.meets(b.literal)
    return Sizes(value, value in MEET, close, apart, of_one_crowd, a.value < b.value)


def near(a: Amount, b: Amount) -> bool:
    """Whether two numbers are near enough to be of one crowd, whatever bounds they have."""
    return distance(a, b) == "near"


def one_size(a: Amount, b: Amount) -> bool:
    """Whether two numbers are near enough to be of one crowd under two names, or open enough: at least 5, dozens."""
    return near(a, b) or a.literal.meets(b.literal)
