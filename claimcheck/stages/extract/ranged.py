"""An amount in, the range that it makes with the amount behind it out: between A and B, A to B, A-B."""

from __future__ import annotations

import msgspec

from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.number import Number
from claimcheck.stages.extract.numbers import read_number
from claimcheck.stages.extract.tokens import DETERMINERS, Tokens, in_digits
from claimcheck.stages.extract.units import Amount, with_unit


def ranged(t: Tokens, left: Amount, g: Grammar) -> Amount | None:
    """Between A and B, A to B, A-B, three or four; None: no range."""
    at = _link(t, left)
    if at < 0 or left.number.most or left.number.fold or left.number.about:
        return None
    right = _farthest(t, at, _right_of(t, at + 1, g), g)
    if right is None or right.number.most or right.number.part != left.number.part or right.negative:
        return None
    if _until_year(left, right):
        return None
    link, lead = t.words[at], t.words[left.first - 1]
    left_behind = link == "to" and _left_behind(t, left, right, g)
    low = _shared(left, right, left_behind)
    if not _same_unit(left, right):
        return None
    if left_behind:
        # "rose from 24 to 35 billion euros", "fell from 12 to 8 percent": both are in billions, euros, percent.
        return msgspec.structs.replace(low, unit=left.unit or right.unit)
    if not 0 <= low.number.value < right.number.value or (link == "to" and _changes(t, low, right, g)):
        return None
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


def _until_year(left: Amount, right: Amount) -> bool:
    """ "dated back nine years to 1954": a time and the year that it runs to."""
    timed = left.unit is not None and left.unit.dimension == "duration" and left.last > left.number_last
    return timed and right.unit is None and right.number.scale == 1 and right.number.value in _YEARS


_YEARS = range(1400, 2100)


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
            amount = with_unit(t, number, g)
            return amount if amount.first <= at else None
        if not (word in g.hedged_second or t.raw(at) in g.prefix_parts):
            return None
    return None


def _farthest(t: Tokens, link: int, right: Amount | None, g: Grammar) -> Amount | None:
    """The upper end of a range that ends in one: "from 10 to 12-13 thousand", "10,000 to 12,500-13,000"."""
    if right is None or t.words[link] not in ("to", "and") or t.words[right.last] not in _DASHES:
        return right
    at = right.last
    last = _right_of(t, at + 1, g) if t.glued(at) and t.glued(at + 1) else None
    if last is None or not _same_unit(right, last) or t.after(last.last, _OF_THEM):
        return right
    upper = _shared(right, last, False).number.value
    return last if upper < last.number.value <= 2 * upper else right


_OF_THEM = ("of", "them")


def _dash_joins(t: Tokens, at: int) -> bool:
    """5-7, 2000 - 2500 and 100,000 – 150,000, not "the toll reached 40 - 30 of them children"."""
    close = t.glued(at) and t.glued(at + 1)
    spaced = not t.glued(at) and not t.glued(at + 1) and in_digits(t.words[at - 1]) and in_digits(t.words[at + 1])
    return close or spaced


def _shared(left: Amount, right: Amount, left_behind: bool) -> Amount:
    """ "10-15 million", "two to three hundred", "from 35 to 24 million": the left number has the right one's scale."""
    scale = right.number.scale if right.number.scale > 1 else _hundreds(right.number)
    most = right.number.value / scale * (_STATES if left_behind else 1)
    small = left.number.scale == 1 and left.number.value < most
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


_APART = 5  # times the first number, from which a second one is no other end of a range
_STATES = 20  # times the second state, below which the first one is in its scale: "from 35 to 24 billion"
_REACH = 6  # words back from "from" to the verb
_COUNT_OF = 6  # words back from a number to the article of what it is said to be: "an earlier count of"
_FAR = 13  # … where it cannot be a range of ages
_MARKS = frozenset(",;:()–—")


def _changes(t: Tokens, left: Amount, right: Amount, g: Grammar) -> bool:
    """ "rose from 40 to 50", "rose 3 points to 50": two states, or a step and a state, are no range."""
    lead = t.words[left.first - 1]
    # "rose 3 to 5 percent" shares a unit, so it is one step.
    if left.unit is None and right.unit is not None:
        return False
    if lead == "by":
        # "Slashed its forecast for the year by one point to 6 percent".
        two_units = left.unit is not None and right.unit is not None and left.unit != right.unit
        return two_units or any(_is_verb(t, k, g) for k in range(max(0, left.first - 1 - _REACH), left.first - 1))
    # "Planes dropped 40 to 50 bombs", but "filings dropped 29,000 to 348,000".
    of_one_size = right.number.value <= _APART * left.number.value
    return _is_verb(t, left.first - 1, g, left.unit is None and of_one_size) or lead in g.adverbs


def _from(t: Tokens, first: int) -> int | None:
    """The "from" before a number, be it with words of its own: "from 40", "from an initial count of 40"."""
    if t.words[first - 1] == "from":
        return first - 1
    leads = (k for k in range(first - 2, max(0, first - _COUNT_OF), -1) if t.words[k] in DETERMINERS)
    at = next(leads, 0)
    plain = at > 0 and t.words[at - 1] == "from" and all(word.isalpha() for word in t.words[at:first])
    return at - 1 if plain else None


def _before_qualifier(t: Tokens, first: int, g: Grammar) -> int:
    """Where a number starts with what qualifies it: from "at least 18", from "more than 200"."""
    for phrase, _ in g.before.get(t.words[first - 1], ()):
        at = first - len(phrase)
        if at > 0 and t.words[at - 1] == "from" and t.after(at, phrase):
            return at
    return first


def _left_behind(t: Tokens, left: Amount, right: Amount, g: Grammar) -> bool:
    """ "Rose from 40 to 50", "a rise from an initial 40 to 50", "went from 40 to 50", "up from 40 to 50": what a change
    comes from is no end of a range."""
    lead = _from(t, _before_qualifier(t, left.first, g))
    if lead is None:
        return False
    verbs = range(max(0, lead - _reach(t, left, lead)), lead)
    # "The army lost from 10,000 to 13,000 men": no fall ends higher than it began.
    rises = _shared(left, right, True).number.value < right.number.value
    moved = (_is_verb(t, k, g, False) and not (rises and k == lead - 1 and _only_falls(t, k, g)) for k in verbs)
    if t.words[lead - 1] in g.steps or any(moved):
        return True
    # "would take the fee from $10 to $15"; not "takes from 10 to 15 minutes"
    unit = left.unit or right.unit
    told = unit is not None and unit.dimension in ("money", "percent")
    return told and any(t.words[k] in g.carries for k in verbs if k < lead - 1)


def _reach(t: Tokens, left: Amount, lead: int) -> int:
    """How many words back from "from" the verb may stand: more where money, a share or a number of things is told,
    "raised the price of the two kinds of tablets from £3 to £87"."""
    back = t.words[max(0, lead - _FAR) : lead]
    told = left.unit is not None and left.unit.dimension in ("money", "percent")
    return _FAR if (told or "number" in back) and not _MARKS.intersection(back) else _REACH


def _only_falls(t: Tokens, at: int, g: Grammar) -> bool:
    """Whether a word is a verb of falling, which may have what is lost for its object."""
    told = [change for phrase, change in g.verbs.get(t.words[at], ()) if len(phrase) == 1]
    return bool(told) and all(change.relative_only and change.direction == "down" for change in told)


def _is_verb(t: Tokens, at: int, g: Grammar, counted: bool = True) -> bool:
    return any(
        len(phrase) == 1 and not (counted and change.relative_only) for phrase, change in g.verbs.get(t.words[at], ())
    )
