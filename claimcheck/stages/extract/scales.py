"""What multiplies the number before it: a million, bn, dozen, and a half."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.rules.quantities import Unit
from claimcheck.stages.extract.grammar import Grammar, Word
from claimcheck.stages.extract.number import MULTIPLIERS, Number, grain_of, of_kind, times
from claimcheck.stages.extract.tokens import Tokens, words
from claimcheck.stages.extract.units import prefix


def scaled(t: Tokens, number: Number, g: Grammar) -> Number:
    """The number with the million, bn or dozen that follows it."""
    written = number
    while number.scale < _LARGEST:
        last = number.last
        k = last + 1 if t.words[last] == "-" and t.glued(last) and t.glued(last + 1) else last
        known = of_kind(t, k, MULTIPLIERS, g) or (of_kind(t, k, _SUFFIX, g) if k == last else None)
        known = known or plural_scale(t, number, k, g)
        if known is None or (known.kind == "suffix" and not _is_suffix(t, number, k, g)):
            break
        number = times(number, known, _behind_stop(t, k, g))
    finest = written.grain * number.scale
    # "1.0 million" is written to a hundred thousand, "2.5 million" to a half.
    exact = "." in t.words[written.last - 1] and t.words[written.last - 1].endswith("0")
    return replace(number, grain=min(number.grain, finest)) if exact else number


_LARGEST = 1e18  # no news counts beyond; "million million million" ends
_SUFFIX = frozenset({"suffix"})


def _behind_stop(t: Tokens, k: int, g: Grammar) -> int:
    """Behind a scale, and behind the stop of a short one that the sentence goes on after: "26 thous. people"."""
    short = t.words[k + 1] == "." and t.words[k] in g.groups["shortened scale"]
    return k + 1 + (short and t.glued(k + 1) and t.raw(k + 2)[:1].islower())


def plural_scale(t: Tokens, number: Number, k: int, g: Grammar) -> Word | None:
    """ "5 thousands", "two hundreds": as other languages have it, the plural of a scale multiplies."""
    word = t.words[k]
    singular = g.words.get(word[:-1]) if word in _SCALES and t.words[k + 1] not in ("-", "and") else None
    return singular if number.scale == 1 and 2 <= number.value < 1000 and not number.part else None


_SCALES = words("hundreds thousands millions billions dozens")


def _is_suffix(t: Tokens, number: Number, k: int, g: Grammar) -> bool:
    """Whether the letters at token k are a scale: written onto the digits, or behind a sum of money."""
    if t.glued(k + 1) and (t.words[k + 1].isdecimal() or t.words[k + 1] in "²³/"):
        return False  # 32m2
    money = t.words[number.first - 1] in g.groups["currency"] or _is_money(prefix(t, number.first, g)[1])
    word, millions = t.words[k], g.groups["in millions"]
    if not t.glued(k):
        sums = any(t.after(k + 1, phrase) for phrase, unit in g.units.get(t.words[k + 1], ()) if _is_money(unit))
        apart = t.raw(k) in g.groups["scale set apart"] and t.raw(k + 1).islower() and t.raw(k + 1).isalpha()
        return apart or (word != "t" and (money or sums or (word not in ("k", "mil") and t.words[k + 1] in millions)))
    if word == "m":
        return money or not _in_metres(t, number.first, k + 1, g) or not millions.isdisjoint(t.words)
    return word not in ("b", "t") or money or t.raw(k) == "B"


def _is_money(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == "money"


def _in_metres(t: Tokens, first: int, behind: int, g: Grammar) -> bool:
    """Whether the m between the two tokens is that of metres: "200m sprint", "fell about 200m down a gully"."""
    following = t.words[behind]
    if following in g.groups["behind metres"] or not following:
        return True
    if following == "of":
        return t.words[behind + 1] in g.groups["matter in metres"]
    if following in "([" and t.words[behind + 1][-1:].isdecimal():
        return _in_feet(t, behind + 1, g)
    if t.words[first - 1] == "of" and t.words[first - 2] in g.groups["told in metres"]:
        return True
    moved = any(word in g.groups["moving"] for word in t.words[max(0, first - _HEDGES) : first])
    return moved and following in g.groups["on the way"]


def _in_feet(t: Tokens, k: int, g: Grammar) -> bool:
    """ "3m (9.8ft)": what the brackets give is a length, so what they stand behind is one."""
    while t.words[k][-1:].isdecimal() or (t.words[k] in (",", ".") and t.words[k + 1][-1:].isdecimal()):
        k += 1
    return any(unit.dimension == "length" and t.after(k, phrase) for phrase, unit in g.units.get(t.words[k], ()))


_HEDGES = 4  # words between a verb and its number: "fell more than an estimated 200m"


def and_rest(t: Tokens, number: Number, g: Grammar) -> Number:
    """ "2 thousand 783 soldiers", "1 million 200 thousand": what the scale leaves over, as Azerbaijan writes it."""
    rest, _, part = t.words[number.last].partition(".")
    if number.scale < 1e3 or number.value % number.scale or not rest.isdecimal() or not len(rest) <= 3:
        return number
    alone = Number(first=number.last, last=number.last + 1, value=float(f"{rest}.{part or 0}"), grain=1.0)
    behind = scaled(t, alone, g)
    whole = not part and len(rest) > 1
    if behind.value >= number.scale or not (whole or behind.scale > 1) or not t.raw(behind.last).isalpha():
        return number
    value = number.value + behind.value
    return replace(number, last=behind.last, value=value, grain=grain_of(value))


def and_a_half(t: Tokens, number: Number, g: Grammar) -> Number:
    """Two and a half, nine-and-a-half; "two and half years", as much of Asia and the Gulf writes it."""
    for phrase in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half"), _AND_HALF):
        k = number.last + len(phrase)
        if t.after(number.last, phrase) and (phrase is not _AND_HALF or _measures(t, k, g)):
            return replace(number, last=k, value=number.value + 0.5, grain=0.5)
    return number


_AND_HALF = ("and", "half")
_OF_THOUSANDS = frozenset({"scale"})


def _measures(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether a unit or a scale stands at token k."""
    unit = any(t.after(k, phrase) and unit.dimension != "points" for phrase, unit in g.units.get(t.words[k], ()))
    return unit or of_kind(t, k, _OF_THOUSANDS, g) is not None
