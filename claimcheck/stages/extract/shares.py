"""Shares of a whole: two-thirds, half of, one in three; and those of a scale: half a million."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.extract.grammar import Grammar, Word
from claimcheck.stages.extract.number import BELOW_HUNDRED, MEASURED, MULTIPLIERS, Number, of_kind, times
from claimcheck.stages.extract.scales import scaled
from claimcheck.stages.extract.tokens import Tokens, words


def share_at(first: int, last: int, known: Word, value: float) -> Number:
    """The share that a word names in tokens[first:last]."""
    return Number(first=first, last=last, value=value, grain=0.0, part=True, rules=(known.rule.id,))


def parted(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """Two-thirds, one quarter of, a half-million."""
    k = number.last
    dash = k + 1 if t.words[k] == "-" and t.glued(k) == t.glued(k + 1) else k
    part = of_kind(t, dash, _PART, g)
    if part is not None and 0 < number.value < part.value <= 10 and _is_part(t, dash, number.value):
        rules = (*number.rules, part.rule.id)
        share = replace(number, last=dash + 1, value=number.value / part.value, grain=0.0, part=True, rules=rules)
        return _of_scale(t, share, g)
    half = of_kind(t, dash, _HALF, g) if dash > k and t.glued(dash) and number.value == 1 else None
    if half is not None:
        rules = (*number.rules, half.rule.id)
        return scaled(t, replace(number, last=dash + 1, value=0.5, grain=0.0, part=True, rules=rules), g)
    return None


_PART = frozenset({"part"})
_HALF = frozenset({"half"})


def _of_scale(t: Tokens, share: Number, g: Grammar) -> Number:
    """Three-quarters of a million, a quarter-million: no share but a number."""
    k = share.last + (t.words[share.last] == "-" and t.glued(share.last))
    at = next((k + n for n, phrase in enumerate((("million",), ("a",), ("of", "a"))) if t.after(k, phrase)), k)
    scale = of_kind(t, at, MULTIPLIERS, g)
    return times(share, scale, at + 1) if scale else share


def _is_part(t: Tokens, at: int, top: float) -> bool:
    """A plural is a part ("two thirds"); "one third" is one only before "of" or after a hyphen."""
    word = t.words[at]
    return word.endswith("s") or t.words[at + 1] == "of" or t.words[at - 1] == "-" or (top > 1 and word == "quarter")


def share_of(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """One in three, nine out of 10: a share, unless the second number is a time ("two in five days")."""
    if number.scale > 1 or not 0 < number.value < 10 or number.grain < 1:
        return None
    for phrase in _OF_WHOLE:
        k = number.last + len(phrase)
        if not t.after(number.last, phrase):
            continue
        word = t.words[k]
        known = of_kind(t, k, BELOW_HUNDRED, g)
        whole = float(word) if word.isdecimal() else known.value if known else 0.0
        timed = any(unit.dimension == "duration" for _, unit in g.units.get(t.words[k + 1], ()))
        counted = phrase == ("out", "of") and number.value > 1 and whole not in _OF_SHARES
        counted = counted or of_kind(t, k + 1, MULTIPLIERS, g) is not None  # "one in 45 million"
        if number.value < whole <= 100 and not (timed or counted) and not (t.words[k + 1] == "-" and t.glued(k + 1)):
            return replace(
                number, last=k + 1, value=number.value / whole, grain=0.0, part=True, rules=(*number.rules, g.share)
            )
    return None


_OF_SHARES = frozenset((2, 3, 4, 5, 10, 20, 100))  # of which shares are told; "five out of seven states" are counts
_OF_WHOLE = (("out", "of", "every"), ("out", "of"), ("in", "every"), ("in",))


def half(t: Tokens, i: int, known: Word, g: Grammar) -> Number | None:
    """Half a million, half of the houses, nearly half."""
    k = i + 2 if t.words[i + 1] == "-" and of_kind(t, i + 2, MULTIPLIERS, g) else i + 1
    if t.words[i - 1] in g.groups["no half"]:
        return None
    if _of_unit(t, k, g) and t.words[k + 1] != "-" and t.words[i - 1] in g.bounding:
        return share_at(i, k, known, known.value)  # nearly half-hour waits; not "more than half second-time voters"
    if t.words[k] in ("a", "an") and _of_unit(t, k + 1, g):
        return share_at(i, k, known, known.value)  # half an hour
    if t.words[k] == "-":
        return None
    share = share_at(i, k, known, known.value)
    at = k + 1 if t.words[k] in ("a", "an") else k
    scale = of_kind(t, at, MULTIPLIERS, g)
    if scale is not None:
        return times(share, scale, at + 1)
    return share if t.words[k] in _WHOLES or (t.words[i - 1] in g.hedged_share and t.words[k] not in g.words) else None


_WHOLES = words("of the its their his her our those these all")


def share_behind_article(t: Tokens, i: int, known: Word, g: Grammar) -> Number | None:
    """A third of, a quarter of a million, a half million."""
    if known.kind == "part" and t.words[i + 1] + "s" in g.words and _names_share(t, i, g):
        return _of_scale(t, share_at(i, i + 2, known, 1 / known.value), g)
    if t.words[i + 1] in _HALVES and _of_unit(t, i + 2, g):
        return share_at(i, i + 2, known, known.value if known.kind == "half" else 1 / known.value)
    if known.kind != "half":
        return None
    k = i + 3 if t.words[i + 2] == "-" else i + 2
    scale = of_kind(t, k, MULTIPLIERS, g)
    return times(share_at(i, i + 2, known, known.value), scale, k + 1) if scale else None


def _of_unit(t: Tokens, k: int, g: Grammar) -> bool:
    """Whether a unit makes an amount of the part before it: a half-hour, a quarter mile, half inch."""
    at = k + 1 if t.words[k] == "-" and t.glued(k) and t.glued(k + 1) else k
    return any(unit.dimension in _PARTED for phrase, unit in g.units.get(t.words[at], ()) if len(phrase) == 1)


_HALVES = frozenset({"half", "quarter"})
_PARTED = MEASURED | {"percent"}


def _names_share(t: Tokens, i: int, g: Grammar) -> bool:
    """ "a third of", "by a fifth since May"; not "by a third party"."""
    following = t.words[i + 3] if t.words[i + 2] == "-" else t.words[i + 2]
    if following in g.groups["told of a share"]:
        return True  # "a third were children"
    ends = following in g.groups["behind a share"] or following.endswith("ed") or not following[:1].isalnum()
    return following in ("of", "million", "billion", "trillion") or (ends and t.words[i - 1] in g.hedged_share)
