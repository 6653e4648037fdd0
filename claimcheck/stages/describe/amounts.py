"""What an amount tells by its unit, or by how far it rose or fell: "a 40 km line", "six days", "fell 3 percent"."""

from __future__ import annotations

from claimcheck.records import Quantity
from claimcheck.stages.describe.changes import moved
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.triggers import Found

_BY_UNIT = {"duration": "M71", "temperature": "M195", "speed": "M730"}  # dimension whose unit tells it → rule
_WHATEVER = {"magnitude": "M2300"}  # the same, whatever word stands there
_OF_NOUN = {"length": ("length", "M645"), "mass": ("weight", "M819")}  # dimension → measure, rule
_PRICE = ("price", "M824")
_BY_HOW_MUCH = frozenset(("money", "mass", "volume"))
_RELATIVE = frozenset(("percent", "points", "fraction"))  # dimensions of how far something changed


def told_by_unit(c: Context, token: int, quantity: Quantity, found: Found | None) -> Found | None:
    """What an amount tells by its unit and by how far it rose or fell, where no word tells more."""
    dimension, weak = quantity.dimension, found is None or found.derived
    if dimension in _WHATEVER:
        return Found(dimension, _WHATEVER[dimension], token, token + 1, happens=True)
    if dimension in _BY_UNIT and weak:
        return Found(dimension, _BY_UNIT[dimension], token, token + 1, happens=True)
    if found is None and dimension in _BY_HOW_MUCH and (change := moved(quantity.direction, token)):
        return change  # "will fall by 40 euros"
    if found is None and dimension == "length" and quantity.direction:
        return Found("distance", "M649", token, token + 1)  # "fell 40 metres"
    untold = found is None or found.value == "cost"  # "the bill is $40 million more than the old one"
    if untold and dimension == "money" and (told := _of_sum(c, token, quantity)):
        return told
    if found is None and dimension == "money" and c.phrases[token].noun_class:
        return Found("cost", "M58", token, token + 1)
    if dimension in _OF_NOUN and (weak or _heavy(c, token)) and _before_noun(c, token):
        return Found(*_OF_NOUN[dimension], token, token + 1)  # a 1,000-km border, a 40-tonne truck
    if dimension not in _RELATIVE or not quantity.direction:
        return None
    if found is not None and _trades(c, found):
        return Found(*_PRICE, token, token + 1, happens=True)
    return moved(quantity.direction, token) if found is None or _marks(c, token, found) else None


def _of_sum(c: Context, token: int, quantity: Quantity) -> Found | None:
    """ "The bill is $40 million more than the old one", "oil at $40 a barrel": what a sum tells of itself."""
    tokens, groups = c.parsed.tokens, c.lexicon.groups
    behind = _behind_bracket(c, token)
    if [word.low for word in tokens[behind + 1 : behind + 2]] == ["than"]:
        for direction, group in (("up", "more of a sum"), ("down", "less of a sum")):
            if tokens[behind].low in groups[group]:
                return moved(direction, token + 1)
    each = quantity.per if quantity.dimension != "count" else None
    sold = each is not None and each not in groups["time noun"]
    return Found(*_PRICE, token, token + 1) if sold and token and tokens[token - 1].low == "at" else None


def _behind_bracket(c: Context, token: int) -> int:
    """The token behind an amount, over the same in another unit, from either: "$40 (€35) | more"."""
    tokens, inside = c.parsed.tokens, token > 0 and c.parsed.tokens[token - 1].low == "("
    end = token + 1
    if not inside and end < len(tokens) and tokens[end].low == "(":
        end += 1 + (tokens[min(end + 1, len(tokens) - 1)].tag == "Q")
        inside = True
    return end + 1 if inside and end < len(tokens) and tokens[end].low == ")" else end


def _heavy(c: Context, token: int) -> bool:
    """ "dropped a 400-kilogram bomb": whether it is what a thing of war or traffic weighs, whatever is done with it."""
    things = any(c.lexicon.is_a(c.phrases[token].noun_class, name) for name in ("weapon", "vehicle"))
    return things and c.dimensions[token] == "mass"


def _before_noun(c: Context, token: int) -> bool:
    """Whether a quantity tells of the noun behind it how long or heavy it is: "a 40 km line", "a two-mile trek"."""
    return "-" in c.parsed.tokens[token].low or token < c.parsed.chunks[c.parsed.at[token]].head


def _trades(c: Context, found: Found) -> bool:
    """ "The index ended 45 percent lower": what shares do, whatever their name."""
    return found.derived and c.parsed.tokens[found.start].lemma in c.lexicon.groups["trading"]


def _marks(c: Context, token: int, found: Found) -> bool:
    """ "saw a 45 percent annual spike in use", "marking a 45 percent rise": a verb that tells less than its object."""
    head = c.phrases[token].head
    return found.derived and head >= 0 and c.parsed.tokens[head].lemma in c.lexicon.groups["change"]
