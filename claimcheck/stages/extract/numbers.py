"""Tokens in, the number that starts at one of them out: its value, and the grain it is written in."""

from __future__ import annotations

import math

from claimcheck.records import Record
from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.tokens import Tokens


class Number(Record, frozen=True):
    """A number in tokens[first:last]."""

    first: int
    last: int
    value: float
    grain: float  # the largest of 1, 5, 10, 50, … that divides it as written
    scale: float = 1.0  # the million of "1.2 million"
    most: float = 0.0  # a vague word: how many times its value people still call so
    about: bool = False  # "a couple of"
    part: bool = False  # a share of a whole: two-thirds, one in three
    fold: bool = False  # doubled, threefold
    rule: str = ""


def grain_of(value: float) -> float:
    """The largest of 1, 5, 10, 50, 100, … that divides the number; 1 for one that is no whole number."""
    whole = round(abs(value))
    if whole == 0 or whole != abs(value) or whole > 10**18:
        return 1.0
    power = 1
    while whole % (power * 10) == 0:
        power *= 10
    return float(power * 5 if whole % (power * 5) == 0 else power)


def read_number(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The number that starts at token i, as long as it goes; None: none starts there."""
    word = t.words[i]
    if word[0].isdigit() or word[0] == ".":
        return _in_digits(t, i, g) if word[-1].isdigit() else None
    if word in ("a", "an"):
        return _after_article(t, i, g)
    known = g.words.get(word)
    if known is None:
        return None
    kind = known.kind
    if kind in ("unit", "ten", "hundred", "scale", "dozen"):
        return _in_words(t, i, g)
    if kind == "vague":
        return _vague(t, i, g)
    if kind == "many":
        return _many(t, i, i + 1, g)
    if kind == "half":
        return _half(t, i, g)
    if kind == "glyph":
        return _number(i, i + 1, known.value, 0.0, known.rule.id, part=True)
    if kind == "fold":
        return Number(first=i, last=i + 1, value=known.value, grain=0.0, fold=True, rule=known.rule.id)
    return None


def _number(first: int, last: int, value: float, grain: float, rule: str, *, part: bool = False) -> Number:
    return Number(first=first, last=last, value=value, grain=grain, rule=rule, part=part)


# ── digits ────────────────────────────────────────────────────────────────────────────────────


def _in_digits(t: Tokens, i: int, g: Grammar) -> Number | None:
    read = _digits(t.words[i])
    if read is None:
        return None
    value, grain = read
    last = i + 1
    rule = g.digits
    # "2½", "2 1/2", "1/2": a fraction ends the number.
    glyph = g.words.get(t.words[last])
    if glyph and glyph.kind == "glyph":
        return _number(i, last + 1, value + glyph.value, 0.0, rule)
    fraction = _slashed(t, i)
    if fraction is not None:
        return _number(i, i + 3, fraction, 0.0, rule, part=True)
    mixed = _slashed(t, last) if t.starts[last] - t.ends[i] == 1 else None
    if mixed is not None and mixed < 1 and value == int(value):
        return _number(i, last + 3, value + mixed, 0.0, rule)
    if t.after(last, ("and", "a", "half")):
        last, value, grain = last + 3, value + 0.5, 0.5
    return _scaled(t, Number(first=i, last=last, value=value, grain=grain, rule=rule), g)


def _digits(written: str) -> tuple[float, float] | None:
    """Value and grain of digits; None for what only looks like a number (1.2.3)."""
    plain = "".join(c for c in written if c.isdigit() or c == ".")
    dots = plain.count(".")
    if dots > 1:
        groups = plain.split(".")
        # "1.234.567" has its thousands in dots; "1.2.3" is a version, "192.168.0.1" an address.
        if len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]) or groups[0] == "0":
            return None
        plain, dots = "".join(groups), 0
    if len(plain) > 300:
        return None
    if not dots:
        return float(plain), grain_of(float(plain))
    decimals = len(plain) - plain.index(".") - 1
    mantissa = int(plain.replace(".", ""))
    # "1.0 million" is written to a tenth, though a whole million divides it.
    step = 1.0 if mantissa % 10 == 0 else grain_of(mantissa)
    return float(plain), step / 10**decimals


def _slashed(t: Tokens, i: int) -> float | None:
    """The fraction 1/2 at token i."""
    top, slash, bottom = t.words[i : i + 3]
    if slash not in ("/", "⁄") or not (t.glued(i + 1) and t.glued(i + 2)) or not (top.isdigit() and bottom.isdigit()):
        return None
    if len(top) > 2 or int(bottom) not in (2, 3, 4, 5, 6, 8, 10, 12, 16) or not 0 < int(top) < int(bottom):
        return None
    return int(top) / int(bottom)


def _scaled(t: Tokens, number: Number, g: Grammar) -> Number:
    """The number with the million, bn or dozen that follows it."""
    last, scale = number.last, 1.0
    while True:
        k = last + 1 if t.words[last] == "-" and t.glued(last) and t.glued(last + 1) else last
        known = g.words.get(t.words[k])
        if known is None or known.kind not in ("hundred", "scale", "suffix", "dozen"):
            break
        if known.kind == "suffix" and not _is_suffix(t, number, k, last):
            break
        last, scale = k + 1, scale * known.value
    if scale == 1.0:
        return number
    # "2 1/2 million": what the fraction leaves open is small beside the scale.
    value = number.value * scale
    whole = grain_of(value)
    grain = min(number.grain * scale, whole) if _has_point(t, number) else max(number.grain * scale, whole)
    return Number(first=number.first, last=last, value=round(value, 6), grain=grain, scale=scale, rule=number.rule)


def _has_point(t: Tokens, number: Number) -> bool:
    return t.words[number.last - 1].endswith("0") and "." in t.words[number.last - 1]


# What follows the m of metres, not that of millions.
_METRES = frozenset({"tall", "high", "long", "wide", "deep", "away", "above", "below", "sprint", "race", "relay", "hurdles",
                     "freestyle", "dash", "butterfly", "backstroke", "from", "apart", "thick", "across", "underwater", "off",
                     "behind", "ahead", "and", ",", ".", ")", "", "-", "by", "in", "to", "at", "x", ";", "breaststroke"})  # fmt: skip


def _is_suffix(t: Tokens, number: Number, k: int, last: int) -> bool:
    """Whether the letters at token k are a scale: written onto the digits, or behind a sum of money."""
    if k != last:
        return False
    money = number.first > 0 and not t.words[number.first - 1].isalnum() and t.words[number.first - 1] in "$£€¥₹₽₺₪₩₦₱"
    word, raw = t.words[k], t.raw(k)
    if not t.glued(k):
        return money and word in ("m", "mn", "mln", "bn", "bln", "tn", "trn", "b", "k")
    if word == "m":
        return money or _words_before(t, number.first) or t.words[k + 1] not in _METRES
    if word == "b":
        return money or raw == "B"
    return True


def _words_before(t: Tokens, i: int) -> bool:
    return t.words[i - 1] in ("usd", "eur", "gbp", "rs", "aud", "cad", "a$")


# ── words ─────────────────────────────────────────────────────────────────────────────────────


def _in_words(t: Tokens, i: int, g: Grammar) -> Number | None:
    total, current, floor, k = 0.0, 0.0, math.inf, i
    started, ten_before, rule, scale = False, False, "", 1.0
    # "between one hundred and two hundred": this "and" joins two numbers, not the parts of one.
    joins = t.words[i - 1] != "between"
    while True:
        step = _next_part(t, k, started, joins and (current % 100 == 0 or floor < math.inf), g)
        known = g.words.get(t.words[step]) if step >= 0 else None
        if known is None:
            break
        kind, value = known.kind, known.value
        if kind == "unit":
            fits = (
                not started
                or (current % 100 == 0 and value > 0 and (current or total))
                or (ten_before and 0 < value < 10)
            )
            if not fits:
                break
            current, ten_before = current + value, False
        elif kind == "ten":
            if started and not (current % 100 == 0 and (current or total)):
                break
            current, ten_before = current + value, True
        elif kind == "hundred":
            if not 0 <= current < 100 or (started and current == 0):
                break
            current, ten_before = (current or 1) * value, False
        elif kind == "scale":
            if started and current == 0:
                if total == 0 or floor != 1e3:
                    break
                total, floor = total * value, value  # "one hundred thousand million"
            elif value < floor:
                total, current, floor = total + (current or 1) * value, 0.0, value
            else:
                break
            scale, ten_before = value, False
        elif kind == "dozen":
            current = (current or 1) * value
            k, started, rule = step + 1, True, rule or known.rule.id
            break
        else:
            break
        k, started, rule = step + 1, True, rule or known.rule.id
    if not started:
        return None
    value = total + current
    number = Number(first=i, last=k, value=value, grain=grain_of(value), scale=scale, rule=rule)
    return _with_fraction(t, number, g)


def _next_part(t: Tokens, k: int, started: bool, joins: bool, g: Grammar) -> int:
    """The token that may go on with a number in words: this one, or the one behind a hyphen or "and"; -1: none."""
    word = t.words[k]
    if not started or word in g.words:
        return k
    if word == "-" and t.glued(k) and t.glued(k + 1):
        return k + 1
    if word == "and" and joins:
        following = g.words.get(t.words[k + 1])
        if following and following.kind in ("unit", "ten"):
            return k + 1
    return -1


def _with_fraction(t: Tokens, number: Number, g: Grammar) -> Number:
    """Two-thirds, one and a half million, nine-and-a-half, two point five, one in three."""
    k = number.last
    dash = k + 1 if t.words[k] == "-" and t.glued(k) else k
    part = g.words.get(t.words[dash])
    if part and part.kind == "part" and 0 < number.value < part.value <= 10 and _is_part(t, dash, number.value):
        return _number(number.first, dash + 1, number.value / part.value, 0.0, part.rule.id, part=True)
    if part and part.kind == "half" and number.value == 1 and dash > k:
        return _scaled(t, _number(number.first, dash + 1, 0.5, 0.5, part.rule.id, part=True), g)
    for phrase in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half")):
        if t.after(k, phrase):
            value = number.value + 0.5
            return _scaled(t, _number(number.first, k + len(phrase), value, 0.5, number.rule), g)
    if t.words[k] == "point":
        decimals, last = "", k + 1
        while (digit := g.words.get(t.words[last])) and digit.kind == "unit" and digit.value < 10:
            decimals, last = decimals + str(int(digit.value)), last + 1
        if decimals:
            value = float(f"{int(number.value)}.{decimals}")
            return _scaled(t, _number(number.first, last, value, 10.0 ** -len(decimals), number.rule), g)
    return number


def _is_part(t: Tokens, at: int, top: float) -> bool:
    """A plural is a part ("two thirds"); "one third" is one only before "of" or after a hyphen."""
    word = t.words[at]
    return word.endswith("s") or t.words[at + 1] == "of" or t.words[at - 1] == "-" or (top > 1 and word == "quarter")


def _after_article(t: Tokens, i: int, g: Grammar) -> Number | None:
    """A million, a dozen, a third of, a few hundred, a couple of."""
    known = g.words.get(t.words[i + 1])
    if known is None:
        return None
    if known.kind in ("hundred", "scale", "dozen"):
        number = _in_words(t, i + 1, g)
        return (
            Number(
                first=i, last=number.last, value=number.value, grain=number.grain, scale=number.scale, rule=number.rule
            )
            if number
            else None
        )
    if known.kind == "many":
        return _many(t, i, i + 2, g)
    if known.kind == "part" and t.words[i + 2] == "of" and not known.rule.words.get(t.words[i + 1] + "s") is None:
        whole = _after_article(t, i + 3, g) if t.words[i + 3] in ("a", "an") else None
        if whole is not None:  # a quarter of a million
            value = whole.value / known.value
            return Number(
                first=i, last=whole.last, value=value, grain=grain_of(value), scale=whole.scale, rule=known.rule.id
            )
        return _number(i, i + 2, 1 / known.value, 0.0, known.rule.id, part=True)
    if known.kind == "half":
        k = i + 3 if t.words[i + 2] == "-" else i + 2
        scale = g.words.get(t.words[k])
        if scale and scale.kind in ("scale", "dozen", "hundred"):
            value = known.value * scale.value
            return Number(
                first=i, last=k + 1, value=value, grain=grain_of(value), scale=scale.value, rule=known.rule.id
            )
    return None


def _half(t: Tokens, i: int, g: Grammar) -> Number | None:
    """Half a million, half of the houses, nearly half."""
    rule = g.words[t.words[i]].rule.id
    k = i + 1
    if t.words[k] == "-" or t.words[i - 1] in ("-", "first", "second", "other", "better", "last", "top", "bottom"):
        return None
    known = g.words.get(t.words[k + 1]) if t.words[k] in ("a", "an") else None
    if known and known.kind in ("scale", "dozen", "hundred"):
        value = known.value / 2
        return Number(first=i, last=k + 2, value=value, grain=grain_of(value), scale=known.value, rule=rule)
    if t.words[k] in ("of", "the", "its", "their", "his", "her", "our", "those", "these", "all") or t.words[i - 1] in (
        "nearly", "almost", "than", "about", "over", "roughly", "least", "around", "under", "just", "approximately", "some",
    ):  # fmt: skip
        return _number(i, k, 0.5, 0.0, rule, part=True)
    return None


def _many(t: Tokens, first: int, k: int, g: Grammar) -> Number | None:
    """Several hundred, a few dozen, a couple of hundred; a couple of people."""
    many = g.words[t.words[k - 1]]
    of = k + 1 if t.words[k] == "of" else k
    scale = g.words.get(t.words[of])
    if scale and scale.kind in ("hundred", "scale", "dozen"):
        last, size = of + 1, scale.value
        more = g.words.get(t.words[last])
        if scale.kind == "hundred" and more and more.kind == "scale":  # several hundred thousand
            last, size = last + 1, size * more.value
        value = many.value * size
        return Number(
            first=first,
            last=last,
            value=value,
            grain=value,
            scale=size,
            most=many.rule.most / many.value,
            rule=many.rule.id,
        )
    if many.value == 2 and of > k and first < k - 1:
        return Number(first=first, last=of, value=2.0, grain=1.0, about=True, rule=many.rule.id)
    return None


def _vague(t: Tokens, i: int, g: Grammar) -> Number | None:
    """Hundreds, dozens of, tens of thousands, hundreds of thousands."""
    known = g.words[t.words[i]]
    value, most, k = known.value, known.rule.most, i + 1
    if (
        t.words[k] in ("of", "-")
        and (scale := g.words.get(t.words[k + 1]))
        and scale.kind == "vague"
        and scale.value >= 2e3
    ):
        value, k = value * scale.value / 2, k + 2
    elif t.words[i] in ("scores", "tens") and t.words[k] != "of":
        return None  # "he scores", "the scores"
    return Number(first=i, last=k, value=value, grain=value, most=most, rule=known.rule.id)
