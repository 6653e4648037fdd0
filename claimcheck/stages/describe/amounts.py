"""What an amount tells by its unit, or by how far it rose or fell: "a 40 km line", "six days", "fell 3 percent"."""

from __future__ import annotations

from claimcheck.records import Quantity
from claimcheck.stages.describe.changes import PRICE, moved
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.prices import of_shares
from claimcheck.stages.describe.triggers import Asked, Found

_BY_UNIT = {"duration": "M71", "temperature": "M195", "speed": "M730"}  # dimension whose unit tells it → rule
_WHATEVER = {"magnitude": "M2300"}  # the same, whatever word stands there
_OF_NOUN = {"length": ("length", "M645"), "mass": ("weight", "M819")}  # dimension → measure, rule
_BY_HOW_MUCH = frozenset(("money", "mass", "volume"))
_UP_OR_DOWN = frozenset(("up", "down"))
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
        return Found(*PRICE, token, token + 1, happens=True)
    brought = _brought(c, token, quantity) if found is None or _by_verb(c, found) else None
    if found is not None and brought is None and not _marks(c, token, found):
        return None
    if of_shares(c, token) or (found is None and _traded_at_end(c, token)):
        return Found(*PRICE, token, token + 1, happens=True)
    return brought or moved(quantity.direction, token)


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
    return Found(*PRICE, token, token + 1) if sold and token and tokens[token - 1].low == "at" else None


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


def _traded_at_end(c: Context, token: int) -> bool:
    """ "Its shares ended up 4 percent", "ended the day up 4 percent"."""
    chunks, back = c.parsed.chunks, c.phrases[token].first - 1
    while back > 0 and (chunks[back].kind in "At" or c.parsed.tokens[chunks[back].start].low in _UP_OR_DOWN):
        back -= 1
    back -= back > 1 and chunks[back].kind == "NP" and c.counted_in(chunks[back]) is None
    return back > 0 and chunks[back].kind == "VP" and c.of_group(chunks[back], "trading")


def _brought(c: Context, token: int, quantity: Quantity) -> Found | None:
    """ "The news sent the Nikkei down 4 percent", "with sales up 4 percent", "Ava shares slump 4 percent": what the
    words before tell of it."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    if at < 0:
        return None
    end, verb = chunks[at].end, chunks[at].kind == "NP" and c.of_group(chunks[at], "change")
    if at > 0 and c.parsed.tokens[chunks[at].start].low in _UP_OR_DOWN:
        at, end = at - 1, chunks[at - 1].end
    elif not verb:
        return None
    told = chunks[at].kind == "NP" and c.counted_in(chunks[at]) is None
    ask, roles = Asked("", quantity.dimension), ("noun", "changed")
    return c.words.nouns(chunks[at].start, end - verb, ask, roles) if told else None


def _marks(c: Context, token: int, found: Found) -> bool:
    """ "saw a 45 percent annual spike in use", "found a 45 percent rise": a verb that tells less than its object; but
    "sold 70 cars, a 45 percent rise" tells of what it is."""
    head, before = c.phrases[token].head, c.parsed.chunks[max(0, c.phrases[token].first - 1)]
    less = found.derived or (_by_verb(c, found) and before.kind != ",")
    return less and head >= 0 and c.parsed.tokens[head].lemma in c.lexicon.groups["change"]


def _by_verb(c: Context, found: Found) -> bool:
    return c.parsed.chunks[c.parsed.at[found.start]].kind == "VP"
