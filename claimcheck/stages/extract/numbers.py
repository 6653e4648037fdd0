"""Tokens in, the number that starts at one of them out: its value, and the grain it is written in."""

from __future__ import annotations

import math
import re

from msgspec.structs import replace

from claimcheck.records import Record
from claimcheck.stages.extract.grammar import Grammar, Word
from claimcheck.stages.extract.tokens import Tokens, words


class Number(Record, frozen=True):
    """A number in tokens[first:last]."""

    first: int
    last: int
    value: float
    grain: float  # the largest of 1, 5, 10, 50, … that divides it as written; 0: it is read as it stands
    scale: float = 1.0  # the million of "1.2 million"
    most: float = 0.0  # a vague word: how many times its value people still call so
    about: bool = False  # "a couple of"
    part: bool = False  # a share of a whole: two-thirds, one in three
    fold: bool = False  # doubled, threefold
    rules: tuple[str, ...] = ()


def read_number(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The number that starts at token i, as long as it goes; None: none starts there."""
    word = t.words[i]
    if word[-1].isdecimal():
        return _in_digits(t, i, g)
    if word in ("a", "an"):
        return _after_article(t, i, g)
    known = g.words.get(word)
    if known is None:
        return None
    if known.kind in _CARDINAL:
        return _in_words(t, i, g)
    if known.kind == "vague":
        return _vague(t, i, known, g)
    if known.kind == "many":
        return _many(t, i, i + 1, g)
    if known.kind == "half":
        return _half(t, i, known, g)
    if known.kind in ("glyph", "fold"):
        fold = known.kind == "fold"
        return Number(
            first=i, last=i + 1, value=known.value, grain=0.0, part=not fold, fold=fold, rules=(known.rule.id,)
        )
    return None


_CARDINAL = frozenset({"unit", "ten", "hundred", "scale", "dozen"})
_MULTIPLIERS = frozenset({"hundred", "scale", "dozen"})


def grain_of(value: float) -> float:
    """The largest of 1, 5, 10, 50, 100, … that divides the number; 1 for one that is no whole number."""
    whole = round(abs(value))
    if whole == 0 or whole != abs(value) or whole > 10**18:
        return 1.0
    power = 1
    while whole % (power * 10) == 0:
        power *= 10
    return float(power * 5 if whole % (power * 5) == 0 else power)


def _of_kind(t: Tokens, i: int, kinds: frozenset[str], g: Grammar) -> Word | None:
    known = g.words.get(t.words[i])
    return known if known is not None and known.kind in kinds else None


def _times(number: Number, by: Word, last: int) -> Number:
    """The number as so many of a scale, a hundred or a dozen."""
    value = round(number.value * by.value, 6)
    rules = number.rules if by.rule.id in number.rules else (*number.rules, by.rule.id)
    # Dozens are rounded to dozens.
    grain = by.value if by.kind == "dozen" and value % by.value == 0 else grain_of(value)
    return replace(number, last=last, value=value, grain=grain, scale=number.scale * by.value, part=False, rules=rules)


# ── digits ────────────────────────────────────────────────────────────────────────────────────


_COMMA = re.compile(r"\d{1,3},\d{1,2}$")  # 1,5 million: as the continent writes it


def digits(written: str) -> tuple[float, float] | None:
    """Value and grain of digits; None for what only looks like a number (1.2.3)."""
    if _COMMA.match(written) or "٫" in written:
        written = written.replace(",", ".").replace("٫", ".")
    plain = "".join(c for c in written if c.isdecimal() or c == ".")
    dots = plain.count(".")
    if dots > 1:
        groups = plain.split(".")
        # "1.234.567" has its thousands in dots; "1.2.3" is a version, "192.168.0.1" an address.
        if len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]) or groups[0] == "0":
            return None
        plain, dots = "".join(groups), 0
    if len(plain) > 30:
        return None
    if not dots:
        return float(plain), grain_of(float(plain))
    decimals = len(plain) - plain.index(".") - 1
    mantissa = int(plain.replace(".", ""))
    # "1.0 million" is written to a tenth, though a whole million divides it.
    step = 1.0 if mantissa % 10 == 0 else grain_of(mantissa)
    return float(plain), step / 10**decimals


def _in_digits(t: Tokens, i: int, g: Grammar) -> Number | None:
    written = t.words[i]
    read = digits(written.replace(".", "") if _POINTED.fullmatch(written) and _points_thousands(t, i, g) else written)
    if read is None:
        return None
    plain = Number(first=i, last=i + 1, value=read[0], grain=read[1], rules=(g.digits,))
    return _written_fraction(t, plain, g) or _share(t, plain, g) or _scaled(t, _and_a_half(t, plain), g)


_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MEANS = words("average averages averaged averaging mean rate ratio index gpa era")
_PLURALS = words("people men women children troops civilians personnel dead injured wounded")


def _points_thousands(t: Tokens, i: int, g: Grammar) -> bool:
    """Whether the point parts thousands: "2.855 soldiers", as the continent writes it; no count has decimals."""
    following = t.words[i + 1]
    if not _MEANS.isdisjoint(t.words[max(0, i - 3) : i]) or following in g.words:
        return False
    sums = [unit for phrase, unit in g.units.get(following, ()) if t.after(i + 1, phrase)]
    if sums or t.words[i - 1] in _CURRENCY:
        return t.words[i].endswith("00") and all(unit.dimension == "money" for unit in sums)
    return any(_is_plural(t.raw(k)) for k in (i + 1, i + 2) if t.raw(i + 1).isalpha())


def _is_plural(word: str) -> bool:
    return word.lower() in _PLURALS or (
        len(word) > 3 and word.isalpha() and word.endswith("s") and word[-2] not in "su"
    )


_SIGN = frozenset({"glyph"})


def _written_fraction(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """2½, 2 1/2, 1/2: a fraction ends the number."""
    last = number.last
    sign = _of_kind(t, last, _SIGN, g)
    if sign is not None:
        rules = (*number.rules, sign.rule.id)
        return _scaled(t, replace(number, last=last + 1, value=number.value + sign.value, grain=0.0, rules=rules), g)
    alone = _slashed(t, number.first)
    if alone is not None:
        return _scaled(t, replace(number, last=last + 2, value=alone, grain=0.0, part=True), g)
    mixed = _slashed(t, last) if t.starts[last] - t.ends[last - 1] == 1 and number.value.is_integer() else None
    if mixed is None:
        return None
    return _scaled(t, replace(number, last=last + 3, value=number.value + mixed, grain=0.0), g)


def _slashed(t: Tokens, i: int) -> float | None:
    """The fraction 1/2 at token i."""
    top, slash, bottom = t.words[i : i + 3]
    if (
        slash not in ("/", "⁄")
        or not (t.glued(i + 1) and t.glued(i + 2))
        or not (top.isdecimal() and bottom.isdecimal())
    ):
        return None
    if len(top) > 2 or len(bottom) > 2 or int(bottom) not in _DENOMINATORS or not 0 < int(top) < int(bottom):
        return None
    return int(top) / int(bottom)


_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16})


def _and_a_half(t: Tokens, number: Number) -> Number:
    """Two and a half, nine-and-a-half."""
    for phrase in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half")):
        if t.after(number.last, phrase):
            return replace(number, last=number.last + len(phrase), value=number.value + 0.5, grain=0.5)
    return number


def _scaled(t: Tokens, number: Number, g: Grammar) -> Number:
    """The number with the million, bn or dozen that follows it."""
    written = number
    while number.scale < _LARGEST:
        last = number.last
        k = last + 1 if t.words[last] == "-" and t.glued(last) and t.glued(last + 1) else last
        known = _of_kind(t, k, _MULTIPLIERS, g) or (_of_kind(t, k, _SUFFIX, g) if k == last else None)
        known = known or _plural_scale(t, number, k, g)
        if known is None or (known.kind == "suffix" and not _is_suffix(t, number, k)):
            break
        number = _times(number, known, k + 1)
    finest = written.grain * number.scale
    # "1.0 million" is written to a hundred thousand, "2.5 million" to a half.
    exact = "." in t.words[written.last - 1] and t.words[written.last - 1].endswith("0")
    return replace(number, grain=min(number.grain, finest)) if exact else number


def _plural_scale(t: Tokens, number: Number, k: int, g: Grammar) -> Word | None:
    """ "5 thousands", "two hundreds": as other languages have it, the plural of a scale multiplies."""
    word = t.words[k]
    singular = g.words.get(word[:-1]) if word in _SCALES and t.words[k + 1] not in ("-", "and") else None
    return singular if number.scale == 1 and 2 <= number.value < 1000 and not number.part else None


_SCALES = words("hundreds thousands millions billions dozens")
_LARGEST = 1e15  # no news counts beyond; "million million million" ends
_SUFFIX = frozenset({"suffix"})

# What follows the m of metres, not that of millions.
_METRES = words(
    "tall high long wide deep away above below sprint race relay hurdles freestyle dash butterfly backstroke "
    "breaststroke from apart thick across underwater off behind ahead and by in to at x , . ; ) -"
) | {""}


# Where one of these is spoken of, a bare m is a million: "Population of Lagos hits 15.4m".
_MILLIONS = words(
    "population people users viewers voters votes jobs passengers homes households doses refugees cases views sales "
    "sold copies subscribers customers members inhabitants citizens visitors tourists unemployed"
)


def _is_suffix(t: Tokens, number: Number, k: int) -> bool:
    """Whether the letters at token k are a scale: written onto the digits, or behind a sum of money."""
    if t.glued(k + 1) and (t.words[k + 1].isdecimal() or t.words[k + 1] in "²³/"):
        return False  # 32m2
    money = t.words[number.first - 1] in _CURRENCY
    word = t.words[k]
    if not t.glued(k):
        return word != "mil" and (money or (word != "k" and t.words[k + 1] in _MILLIONS))
    if word == "m":
        return money or t.words[k + 1] not in _METRES or not _MILLIONS.isdisjoint(t.words)
    return word != "b" or money or t.raw(k) == "B"


_CURRENCY = words("$ £ € ¥ ₹ ₽ ₺ ₪ ₩ ₦ ₱ usd eur gbp aud cad us rs rmb")


# ── words ─────────────────────────────────────────────────────────────────────────────────────


class _Sum:
    """A number in words as it grows: "two hundred" and "thirty" and "thousand"."""

    def __init__(self) -> None:
        self.total = 0.0  # what the scales so far have closed
        self.current = 0.0  # below the next scale
        self.floor = math.inf  # scales must fall
        self.scale = 1.0
        self.after_ten = False
        self.started = False

    def add(self, kind: str, value: float) -> bool:
        """Whether a word of this kind goes on with the number; if so it is added."""
        step = {"unit": self._unit, "ten": self._ten, "hundred": self._hundred, "scale": self._scale}.get(kind)
        if step is None or not step(value):
            return False
        self.after_ten = kind == "ten"
        self.started = True
        return True

    def _unit(self, value: float) -> bool:
        joins = self.after_ten and 0 < value < 10
        if self.started and not joins and not self._open_below_hundred(value):
            return False
        self.current += value
        return True

    def _ten(self, value: float) -> bool:
        if self.started and not self._open_below_hundred(value):
            return False
        self.current += value
        return True

    def _hundred(self, value: float) -> bool:
        if self.current >= 100 or (self.started and self.current == 0):
            return False
        self.current = (self.current or 1) * value
        return True

    def _scale(self, value: float) -> bool:
        if self.started and self.current == 0:
            if self.floor != 1e3:  # "one hundred thousand million"
                return False
            self.total *= value
        elif value < self.floor:
            self.total += (self.current or 1) * value
        else:
            return False
        self.current, self.floor, self.scale = 0.0, value, value
        return True

    def _open_below_hundred(self, value: float) -> bool:
        return value > 0 and self.current % 100 == 0 and self.current + self.total > 0


def _in_words(t: Tokens, i: int, g: Grammar) -> Number | None:
    number, last = _Sum(), i
    rules: list[str] = []
    # "between one hundred and two hundred": this "and" joins two numbers, not the parts of one.
    joins = t.words[i - 1] != "between"
    while (step := _next_part(t, last, number.started, joins and number.current % 100 == 0, g)) >= 0:
        known = g.words.get(t.words[step])
        if known is None:
            break
        if known.kind == "dozen" and number.total == 0:
            one = Number(first=i, last=step, value=number.current or 1.0, grain=1.0, rules=tuple(rules))
            return _times(one, known, step + 1)
        if not number.add(known.kind, known.value):
            break
        last = step + 1
        if known.rule.id not in rules:
            rules.append(known.rule.id)
    if last == i:
        return None
    value = number.total + number.current
    read = Number(first=i, last=last, value=value, grain=grain_of(value), scale=number.scale, rules=tuple(rules))
    if _plural_scale(t, read, last, g):
        return _scaled(t, read, g)
    return _parted(t, read, g) or _share(t, read, g) or _pointed(t, read, g) or _halved(t, read, g)


def _next_part(t: Tokens, k: int, started: bool, joins: bool, g: Grammar) -> int:
    """The token that may go on with a number in words: this one, or the one behind a hyphen or "and"; -1: none."""
    word = t.words[k]
    if not started or word in g.words:
        return k
    if word == "-" and t.glued(k) and t.glued(k + 1):
        return k + 1
    if word == "and" and joins and _of_kind(t, k + 1, _BELOW_HUNDRED, g):
        return k + 1
    return -1


_BELOW_HUNDRED = frozenset({"unit", "ten"})
_PART = frozenset({"part"})
_HALF = frozenset({"half"})


def _parted(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """Two-thirds, one quarter of, a half-million."""
    k = number.last
    dash = k + 1 if t.words[k] == "-" and t.glued(k) == t.glued(k + 1) else k
    part = _of_kind(t, dash, _PART, g)
    if part is not None and 0 < number.value < part.value <= 10 and _is_part(t, dash, number.value):
        rules = (*number.rules, part.rule.id)
        share = replace(number, last=dash + 1, value=number.value / part.value, grain=0.0, part=True, rules=rules)
        return _of_scale(t, share, g)
    half = _of_kind(t, dash, _HALF, g) if dash > k and t.glued(dash) and number.value == 1 else None
    if half is not None:
        rules = (*number.rules, half.rule.id)
        return _scaled(t, replace(number, last=dash + 1, value=0.5, grain=0.0, part=True, rules=rules), g)
    return None


def _of_scale(t: Tokens, share: Number, g: Grammar) -> Number:
    """Three-quarters of a million, a quarter of a billion: no share but a number."""
    k = share.last
    at = next((k + n for n, phrase in enumerate((("million",), ("a",), ("of", "a"))) if t.after(k, phrase)), k)
    scale = _of_kind(t, at, _MULTIPLIERS, g)
    return _times(share, scale, at + 1) if scale else share


def _is_part(t: Tokens, at: int, top: float) -> bool:
    """A plural is a part ("two thirds"); "one third" is one only before "of" or after a hyphen."""
    word = t.words[at]
    return word.endswith("s") or t.words[at + 1] == "of" or t.words[at - 1] == "-" or (top > 1 and word == "quarter")


_OF_WHOLE = (("out", "of", "every"), ("out", "of"), ("in", "every"), ("in",))


def _share(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """One in three, nine out of 10: a share, unless the second number is a time ("two in five days")."""
    if number.scale > 1 or not 0 < number.value < 10 or number.grain < 1:
        return None
    for phrase in _OF_WHOLE:
        k = number.last + len(phrase)
        if not t.after(number.last, phrase):
            continue
        word = t.words[k]
        known = _of_kind(t, k, _BELOW_HUNDRED, g)
        whole = float(word) if word.isdecimal() else known.value if known else 0.0
        timed = any(unit.dimension == "duration" for _, unit in g.units.get(t.words[k + 1], ()))
        if number.value < whole <= 100 and not timed and t.words[k + 1] != "-":
            return replace(
                number, last=k + 1, value=number.value / whole, grain=0.0, part=True, rules=(*number.rules, g.share)
            )
    return None


def _pointed(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """Two point five."""
    if t.words[number.last] != "point":
        return None
    decimals, last = "", number.last + 1
    while (digit := _of_kind(t, last, _BELOW_HUNDRED, g)) is not None and digit.value < 10:
        decimals, last = decimals + str(int(digit.value)), last + 1
    if not decimals:
        return None
    value = float(f"{int(number.value)}.{decimals}")
    return _scaled(t, replace(number, last=last, value=value, grain=10.0 ** -len(decimals)), g)


def _halved(t: Tokens, number: Number, g: Grammar) -> Number:
    """One and a half million; the number itself where no half follows."""
    more = _and_a_half(t, number)
    return number if more is number else _scaled(t, more, g)


def _after_article(t: Tokens, i: int, g: Grammar) -> Number | None:
    """A million, a dozen, a third of, a few hundred, a couple of."""
    known = g.words.get(t.words[i + 1])
    if known is None:
        return None
    if known.kind in _MULTIPLIERS:
        number = _in_words(t, i + 1, g)
        return replace(number, first=i) if number else None
    if known.kind == "many":
        return _many(t, i, i + 2, g)
    if known.kind == "part" and t.words[i + 1] + "s" in g.words and _names_share(t, i):
        part = Number(first=i, last=i + 2, value=1 / known.value, grain=0.0, part=True, rules=(known.rule.id,))
        return _of_scale(t, part, g)
    if known.kind == "half":
        k = i + 3 if t.words[i + 2] == "-" else i + 2
        half = Number(first=i, last=i + 2, value=known.value, grain=0.0, part=True, rules=(known.rule.id,))
        scale = _of_kind(t, k, _MULTIPLIERS, g)
        return _times(half, scale, k + 1) if scale else None
    return None


def _names_share(t: Tokens, i: int) -> bool:
    """ "a third of", "by a fifth since May"; not "by a third party"."""
    following = t.words[i + 2]
    if following in _THEY:
        return True  # "a third were children"
    ends = following in _ENDS or following.endswith("ed") or not following[:1].isalnum()
    return following in ("of", "million", "billion", "trillion") or (ends and t.words[i - 1] in _HEDGED)


_THEY = words("were are have live lived")
_ENDS = words(
    "since in to on from over and this last compared after during between as by at than or more less were are "
    "was is have had has said say would"
)
_NO_SHARE = words("- first second other better last top bottom")
_WHOLES = words("of the its their his her our those these all")
_HEDGED = words("nearly almost than about over roughly least around under just approximately some by only")


def _half(t: Tokens, i: int, known: Word, g: Grammar) -> Number | None:
    """Half a million, half of the houses, nearly half."""
    k = i + 2 if t.words[i + 1] == "-" and _of_kind(t, i + 2, _MULTIPLIERS, g) else i + 1
    if t.words[k] == "-" or t.words[i - 1] in _NO_SHARE:
        return None
    half = Number(first=i, last=k, value=known.value, grain=0.0, part=True, rules=(known.rule.id,))
    at = k + 1 if t.words[k] in ("a", "an") else k
    scale = _of_kind(t, at, _MULTIPLIERS, g)
    if scale is not None:
        return _times(half, scale, at + 1)
    return half if t.words[k] in _WHOLES or (t.words[i - 1] in _HEDGED and t.words[k] not in g.words) else None


def _many(t: Tokens, first: int, k: int, g: Grammar) -> Number | None:
    """Several hundred, a few dozen, a couple of hundred; a couple of people."""
    many = g.words[t.words[k - 1]]
    number = Number(first=first, last=k, value=many.value, grain=1.0, rules=(many.rule.id,))
    of = k + 1 if t.words[k] == "of" else k
    scale = _of_kind(t, of, _MULTIPLIERS, g)
    if scale is None:
        # "several people" and "a few people" name no number, "a couple of people" does.
        return replace(number, last=of, about=True) if many.value == 2 and of > k and first < k - 1 else None
    number = _times(number, scale, of + 1)
    more = _of_kind(t, of + 1, _MULTIPLIERS, g) if scale.kind == "hundred" else None
    number = _times(number, more, of + 2) if more else number  # several hundred thousand
    return replace(number, grain=number.value, most=many.rule.most / many.value)


def _vague(t: Tokens, i: int, known: Word, g: Grammar) -> Number | None:
    """Hundreds, dozens of, tens of thousands; hundreds if not thousands."""
    number = _one_vague(t, i, known, g)
    while number is not None and (more := _or_more(t, number, g)) is not None:
        number = more
    return number


def _one_vague(t: Tokens, i: int, known: Word, g: Grammar) -> Number | None:
    number = Number(
        first=i, last=i + 1, value=known.value, grain=known.value, most=known.rule.most, rules=(known.rule.id,)
    )
    scale = g.words.get(t.words[i + 2]) if t.words[i + 1] in ("of", "-") else None
    if scale is not None and scale.kind == "vague" and scale.value >= 2e3:
        value = known.value * scale.value / 2
        return replace(number, last=i + 3, value=value, grain=value)
    # "he scores", "test scores", "the tens": these two count nothing by themselves, unless something befell them.
    return None if t.words[i] in ("scores", "tens") and not _befallen(t, i) else number


# What joins a vague number to a larger one that may be the true one, and to itself.
_OR_EVEN = (("if", "not"), ("or", "even"), ("or", "perhaps"), ("or", "maybe"), ("and", "even"), ("or",), ("to",))
_AND = (("upon",), ("and",), ("on",), ("after",))


def _or_more(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """Hundreds if not thousands, dozens upon dozens: at least the first, up to what the second allows."""
    k = number.last + (t.words[number.last] == ",")
    for phrase in (*_OR_EVEN, *_AND):
        at = k + len(phrase)
        known = _of_kind(t, at, _VAGUE, g) if t.after(k, phrase) else None
        more = _one_vague(t, at, known, g) if known else None
        if more is not None and (more.value == number.value if phrase in _AND else more.value > number.value):
            most = max(number.most, more.value * more.most / number.value)
            return replace(number, last=more.last, most=most, rules=tuple(dict.fromkeys((*number.rules, *more.rules))))
    return None


_VAGUE = frozenset({"vague"})
_FATES = words("were are dead injured wounded killed missing hurt arrested detained displaced more others . , ;")


def _befallen(t: Tokens, i: int) -> bool:
    """Scores of people; killing 14 and injuring scores."""
    before = t.words[i - 1]
    return t.words[i + 1] == "of" or (
        t.words[i + 1] in _FATES and (before.endswith(("ing", "ed")) or before in ("", "and"))
    )
