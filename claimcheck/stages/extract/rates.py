"""An amount in; out whether it is one of each barrel, year or head, which is no sum."""

from __future__ import annotations

import msgspec

from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.tokens import Tokens
from claimcheck.stages.extract.units import Amount


def rated(t: Tokens, amount: Amount, g: Grammar) -> Amount:
    """ "$52 a barrel", "325,000 barrels per day", "10 kV/cm": so much of each, which is no sum."""
    if amount.unit is None or amount.unit.dimension in ("duration", "factor"):
        return amount
    if amount.unit.per:
        return msgspec.structs.replace(amount, per=amount.unit.per)
    k = amount.last
    at = k + 1 if t.words[k] == "-" else k
    each = at + 1 + (t.words[at + 1] == "-")
    word = t.words[each]
    if not word.isalpha() or not _is_per(t, at, each, g):
        return amount
    unit = next((unit for phrase, unit in g.signs.get(t.raw(each), ()) if len(phrase) == 1), None)
    return msgspec.structs.replace(amount, per=g.rates_in_full.get(word) or (unit.name if unit else word))


def _is_per(t: Tokens, at: int, each: int, g: Grammar) -> bool:
    """Whether the tokens join an amount to what it is an amount of."""
    link, word = t.words[at], t.words[each]
    if link == "/":
        return t.glued(at) and t.glued(each)
    if link == "per":
        return True
    known = link in ("a", "an", "each", "every") and word in g.groups["each of"]
    return known and t.words[each + 1] not in g.groups["no rate"]
