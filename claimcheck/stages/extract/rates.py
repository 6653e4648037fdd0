"""An amount in; out whether it is one of each barrel, year or head, which is no sum."""

from __future__ import annotations

import re

import msgspec

from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.tokens import Tokens
from claimcheck.stages.extract.units import Amount

# Between a count and what it is a rate of: the words of the counted noun, no number and no other clause.
_OF_SO_MANY = re.compile(
    r"(?:[ -][^\W\d_][\w’']{0,40}){0,6}?[ ](?:per|(?:for|in|out of) (?:every|each)) (?:(?:1|one|a) )?"
    r"(?P<of>10{0,2}(?:k|,000(?:,000)?)|10{2,6}|thousand|million|1m)(?!,?\w)"
)
_IN_DIGITS = {"thousand": "1000", "million": "1000000", "1m": "1000000"}


def rated(t: Tokens, amount: Amount, g: Grammar) -> Amount:
    """ "$52 a barrel", "325,000 barrels per day", "10 kV/cm": so much of each, which is no sum."""
    if amount.unit is None:
        return _of_so_many(t, amount)
    if amount.unit.dimension in ("duration", "factor"):
        return amount
    if amount.unit.per:
        return msgspec.structs.replace(amount, per=amount.unit.per)
    k = _behind_conversion(t, amount.last)
    at = k + 1 if t.words[k] == "-" else k
    each = at + 1 + (t.words[at + 1] == "-")
    word = t.words[each]
    if not word.isalpha() or not _is_per(t, at, each, g):
        return amount
    unit = next((unit for phrase, unit in g.signs.get(t.raw(each), ()) if len(phrase) == 1), None)
    per = g.rates_in_full.get(word) or (unit.name if unit else word)
    whole = g.compounds.get((amount.unit.unit, per)) if amount.unit.times == 1 else None
    if whole is None:
        return msgspec.structs.replace(amount, per=per)
    return msgspec.structs.replace(amount, unit=whole, last=each + 1 if k == amount.last else amount.last)


def _behind_conversion(t: Tokens, k: int) -> int:
    """ "55 miles (90 km) per hour": where an amount and the same one in another unit, in brackets, go on alike."""
    if t.words[k] == ")":
        return k + 1
    if t.words[k] != "(":
        return k
    return next((at + 1 for at in range(k + 2, min(k + _CONVERSION, t.size)) if t.words[at] == ")"), k)


_CONVERSION = 8  # tokens of an amount in brackets, with them


def _of_so_many(t: Tokens, amount: Amount) -> Amount:
    """ "75 cases per 100,000 people": a count of each so many is no count of all of them."""
    found = None if amount.number.part or amount.number.fold else _OF_SO_MANY.match(t.text, t.ends[amount.last - 1])
    if found is None or found.end() > t.ends[t.size - 1]:
        return amount
    digits = _IN_DIGITS.get(found["of"]) or found["of"].replace(",", "").replace("k", "000")
    return msgspec.structs.replace(amount, per=f"{int(digits):,}")


def _is_per(t: Tokens, at: int, each: int, g: Grammar) -> bool:
    """Whether the tokens join an amount to what it is an amount of."""
    link, word = t.words[at], t.words[each]
    if link == "/":
        return t.glued(at) and t.glued(each)
    if link == "per":
        return True
    known = link in ("a", "an", "each", "every") and word in g.groups["each of"]
    return known and t.words[each + 1] not in g.groups["no rate"]
