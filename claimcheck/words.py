"""Numbers, ranges, relations and sides in words that take no side. The same words in every format."""

from __future__ import annotations

import math

import msgspec

from claimcheck.records import Claim, Quantity, Range
from claimcheck.stems import plural

# What a relation says, without saying who is right.
RELATIONS = {
    "contradict": "cannot both be true as worded",
    "diverge": "do not fit together as such words are read",
    "update": "the same count at two times",
    "compatible": "can both be true",
    "agree": "the same number",
    "part_of": "part of",
}
SEVERITY = ("contradict", "diverge", "update", "compatible", "agree", "part_of")
VERDICTS = {
    "consistent": "adds up",
    "diverge": "does not add up as such words are read",
    "contradict": "does not add up",
}


def number(value: float) -> str:
    """6500 → 6,500; 12.5 → 12.5; at most two figures behind the point."""
    if math.isinf(value):
        return "no limit"
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if 0.01 <= abs(value) < 1e15 else f"{value:.4g}"


def span_of(given: Range, unit: str = "") -> str:
    """A range as words, the unit behind the numbers: "613", "2,850 to 2,860", "more than 3,000", "30 years or less"."""
    low, high = number(given.low) + unit, number(given.high) + unit
    if given.low == given.high:
        return low
    if math.isinf(given.high):
        return "any number" if given.low <= 0 else f"more than {low}" if given.low_open else f"{low} or more"
    if given.low <= 0:
        return f"less than {high}" if given.high_open else f"{high} or less"
    return f"{number(given.low)} to {high}"


def literal(quantity: Quantity) -> str:
    """What the words allow, with the unit."""
    return span_of(whole(quantity, quantity.literal), unit_suffix(quantity))


def typical(quantity: Quantity) -> str | None:
    """How people read the words; None where that is nothing else than what they allow."""
    read = whole(quantity, quantity.typical)
    allowed = whole(quantity, quantity.literal)
    same = (read.low, read.high) == (allowed.low, allowed.high)
    return None if same else span_of(Range(low=read.low, high=read.high), unit_suffix(quantity))


def whole(quantity: Quantity, given: Range) -> Range:
    """The range in whole numbers where things are counted: nobody counts half a soldier."""
    if quantity.dimension != "count" or quantity.value != int(quantity.value) or given.low == given.high:
        return given
    low = float(math.floor(given.low) if given.low_open else math.ceil(given.low))
    high = given.high if math.isinf(given.high) else float((math.ceil if given.high_open else math.floor)(given.high))
    return msgspec.structs.replace(given, low=low, high=high) if low <= high else given


def unit_suffix(quantity: Quantity) -> str:
    """The unit behind a number: days, USD, %; nothing for what is only counted."""
    if quantity.unit is None:
        return ""
    if quantity.unit in ("%", "percent"):
        return "%"
    # Days, times and points are English words; USD, km and °C stay as they are.
    spelled = quantity.dimension in ("duration", "count", "factor", "percent", "points")
    several = spelled and not quantity.unit.endswith("s") and quantity.literal.high != 1
    return f" {quantity.unit}{'s' if several else ''}"


def manner(claim: Claim) -> str:
    """How it is put: says, claims, denies."""
    return claim.attribution.manner if claim.attribution else "writes"


# What a number is when it is not simply told: how the words hold it.
_HELD = {
    "negated": "said not to be so",
    "denied": "said not to be so",
    "forecast": "a forecast",
    "hypothetical": "hypothetical",
    "planned": "planned",
    "target": "a target or a limit",
    "estimated": "an estimate",
    "feared": "feared",
    "presumed": "presumed",
    "rumoured": "a rumour",
    "unconfirmed": "unconfirmed",
    "revised": "revised",
    "earlier": "an earlier count",
    "confirmed": "confirmed",
}


def held(claim: Claim) -> str | None:
    """Whether a number is denied, a forecast, a supposition and the like; None where it is plainly told."""
    if manner(claim) == "denies":
        return "denied"
    if claim.gainsaid:
        return "which others deny"
    status = claim.description.status
    return _HELD.get(status.value, status.value) if status else None


# What a count covers, where its name in the rules is no plain English.
_SCOPES = {
    "cumulative": "in all so far",
    "additional": "besides those counted before",
    "some_of": "some of all",
    "of_the_hurt": "some of the injured or missing",
    "still_held": "those still held",
    "severe": "serious cases",
    "slight": "slight cases",
    "one_place": "in one place",
    "one_family": "of one family",
    "shown": "of those whom pictures show",
    "government_held": "in government-held areas",
    "opposition_held": "in rebel-held areas",
    "one_happening": "of one of several happenings",
    "one_house": "in one hospital",
    "after_hours": "outside the day's trading",
    "throughout": "in all of that place",
    "several_places": "in several places",
    "several_lands": "in several countries",
    "several_happenings": "of several happenings",
    "separate": "of another happening",
    "last_like": "of the last happening like it",
    "unmatched": "without one like it",
    "average": "on average",
    "over_years": "over months or years",
}


def covers(claim: Claim) -> str | None:
    """What a count covers: nationwide, in all so far; None where that is not told."""
    scope = claim.description.scope
    return _SCOPES.get(scope.value, scope.value.replace("_", " ")) if scope else None


OWN_SIDE, OTHER_SIDE = "own side", "claims about the other side"


def about_whom(claim: Claim) -> str | None:
    """Whether a source speaks of its own side or of the other; None where either side is unknown."""
    return None if claim.of_own_side is None else OWN_SIDE if claim.of_own_side else OTHER_SIDE


def count(amount: int, word: str) -> str:
    """1 dispute, 2 disputes, 1 summary, 2 summaries."""
    return f"1 {word}" if amount == 1 else f"{amount:,} {plural(word)}"


def listed(items: list[str]) -> str:
    """a; a and b; a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
