"""A claim's number in, what it tells by itself out: whether one that is told elsewhere is hardly of another thing."""

from __future__ import annotations

from claimcheck.records import Quantity
from claimcheck.slots.amounts import FEW, digits
from claimcheck.slots.records import Slots, Traits

_RARE = 3  # digits of a count; of sums and lengths one less
_SOME, _MANY = 1000, 1_000_000
_BY_CHANCE = frozenset(("percent", "fraction", "points", "factor"))
YEARS = frozenset(("year", "decade"))
_ROUND = 5  # years, of which people tell any length


def traits_of(quantity: Quantity, slots: Slots, polled: bool) -> Traits:
    """The traits of a claim's number; `polled`: its sentence tells of polls and votes."""
    value, counted = quantity.value, slots.dimension == "count"
    rare = digits(value) >= (_RARE if counted else _RARE - 1)
    sure = counted and (rare or value >= _MANY or (value >= _SOME and digits(value) > 1))
    return Traits(
        few=counted and bool(slots.noun and slots.wording) and 1 < value < FEW,
        common=_is_common(quantity, slots, polled),
        telling=_is_telling(quantity, slots, rare, sure),
        rare=rare,
        sure=sure,
    )


def _is_common(quantity: Quantity, slots: Slots, polled: bool) -> bool:
    if slots.dimension == "duration":
        return quantity.value < FEW or _round_years(quantity)
    return quantity.dimension == "percent" and not polled


def _round_years(quantity: Quantity) -> bool:
    return quantity.unit in YEARS and quantity.value % _ROUND == 0


def _is_telling(quantity: Quantity, slots: Slots, rare: bool, sure: bool) -> bool:
    known = slots.dimension not in _BY_CHANCE
    if slots.dimension == "count":
        known = slots.noun != "" or rare or sure
    elif slots.dimension == "duration":
        known = not _round_years(quantity)
    return known and quantity.value >= FEW and quantity.qualifier != "vague"
