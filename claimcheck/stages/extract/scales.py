"""What multiplies the number before it: a million, bn, dozen, and a half."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.extract.grammar import Grammar, Word
from claimcheck.stages.extract.number import MULTIPLIERS, Number, of_kind, times
from claimcheck.stages.extract.tokens import Tokens, words


def scaled(t: Tokens, number: Number, g: Grammar) -> Number:
    """The number with the million, bn or dozen that follows it."""
    written = number
    while number.scale < _LARGEST:
        last = number.last
        k = last + 1 if t.words[last] == "-" and t.glued(last) and t.glued(last + 1) else last
        known = of_kind(t, k, MULTIPLIERS, g) or (of_kind(t, k, _SUFFIX, g) if k == last else None)
        known = known or plural_scale(t, number, k, g)
        if known is None or (known.kind == "suffix" and not _is_suffix(t, number, k)):
            break
        number = times(number, known, k + 1)
    finest = written.grain * number.scale
    # "1.0 million" is written to a hundred thousand, "2.5 million" to a half.
    exact = "." in t.words[written.last - 1] and t.words[written.last - 1].endswith("0")
    return replace(number, grain=min(number.grain, finest)) if exact else number


_LARGEST = 1e15  # no news counts beyond; "million million million" ends
_SUFFIX = frozenset({"suffix"})


def plural_scale(t: Tokens, number: Number, k: int, g: Grammar) -> Word | None:
    """ "5 thousands", "two hundreds": as other languages have it, the plural of a scale multiplies."""
    word = t.words[k]
    singular = g.words.get(word[:-1]) if word in _SCALES and t.words[k + 1] not in ("-", "and") else None
    return singular if number.scale == 1 and 2 <= number.value < 1000 and not number.part else None


_SCALES = words("hundreds thousands millions billions dozens")


def _is_suffix(t: Tokens, number: Number, k: int) -> bool:
    """Whether the letters at token k are a scale: written onto the digits, or behind a sum of money."""
    if t.glued(k + 1) and (t.words[k + 1].isdecimal() or t.words[k + 1] in "²³/"):
        return False  # 32m2
    money = t.words[number.first - 1] in CURRENCY
    word = t.words[k]
    if not t.glued(k):
        return word != "mil" and (money or (word != "k" and t.words[k + 1] in _MILLIONS))
    if word == "m":
        return money or not _in_metres(t, number.first, k + 1) or not _MILLIONS.isdisjoint(t.words)
    return word != "b" or money or t.raw(k) == "B"


def _in_metres(t: Tokens, first: int, behind: int) -> bool:
    """Whether the m between the two tokens is that of metres: "200m sprint", "fell about 200m down a gully"."""
    if t.words[behind] in _METRES:
        return True
    moved = any(word in _MOVING for word in t.words[max(0, first - _HEDGES) : first])
    return moved and t.words[behind] in _ON_THE_WAY


CURRENCY = words("$ £ € ¥ ₹ ₽ ₺ ₪ ₩ ₦ ₱ usd eur gbp aud cad us rs rmb")
# What follows the m of metres, not that of millions.
_METRES = words(
    "tall high long wide deep away above below sprint race relay hurdles freestyle dash butterfly backstroke "
    "breaststroke from apart thick across underwater off behind ahead and by in to at x , . ; ) -"
) | {""}
# And behind a verb of moving: "slid about 300m into a ravine".
_MOVING = words(
    "fall falls falling fell fallen plunge plunges plunging plunged slide slides sliding slid slip slips slipping "
    "slipped tumble tumbles tumbling tumbled roll rolls rolling rolled drag drags dragging dragged throw throws "
    "throwing threw thrown fling flung hurl hurled climb climbs climbing climbed walk walks walking walked run runs "
    "running ran crawl crawls crawling crawled swim swims swimming swam swum drift drifts drifting drifted travel "
    "travels travelling traveled travelled abseil abseiled dive dives diving dived dove skid skidded drop dropped"
)
_ON_THE_WAY = words(
    "down up while when before after until within onto over through along inside outside towards toward beneath "
    "below offshore downstream upstream downhill uphill"
)
_HEDGES = 4  # words between a verb and its number: "fell more than an estimated 200m"
# Where one of these is spoken of, a bare m is a million: "Population of Lagos hits 15.4m".
_MILLIONS = words(
    "population people users viewers voters votes jobs passengers homes households doses refugees cases views sales "
    "sold copies subscribers customers members inhabitants citizens visitors tourists unemployed profit profits "
    "revenue revenues earnings turnover losses debt debts"
)


def and_a_half(t: Tokens, number: Number) -> Number:
    """Two and a half, nine-and-a-half."""
    for phrase in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half")):
        if t.after(number.last, phrase):
            return replace(number, last=number.last + len(phrase), value=number.value + 0.5, grain=0.5)
    return number
