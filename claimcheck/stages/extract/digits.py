"""Numbers that start with digits: groups, decimals, fractions."""

from __future__ import annotations

import re

from msgspec.structs import replace

from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.number import Number, grain_of, of_kind
from claimcheck.stages.extract.scales import and_a_half, and_rest, scaled
from claimcheck.stages.extract.shares import share_of
from claimcheck.stages.extract.tokens import Tokens


def in_digits(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The number in digits at token i, with what belongs to it behind; None for what only looks like a number."""
    written = t.words[i]
    grouped = _POINTED.fullmatch(written) and _points_thousands(t, i, g)
    read = read_digits(written.replace(".", "") if grouped else written)
    if read is None:
        return None
    plain = Number(first=i, last=i + 1, value=read[0], grain=read[1], rules=(g.digits,))
    fraction = _written_fraction(t, plain, g) or share_of(t, plain, g)
    return fraction or and_rest(t, scaled(t, and_a_half(t, plain, g), g), g)


_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _points_thousands(t: Tokens, i: int, g: Grammar) -> bool:
    """Whether the point parts thousands: "2.855 soldiers", as the continent writes it; no count has decimals."""
    following = t.words[i + 1]
    if not g.groups["mean"].isdisjoint(t.words[max(0, i - 3) : i]) or following in g.words:
        return False
    sums = [unit for phrase, unit in g.units.get(following, ()) if t.after(i + 1, phrase)]
    if sums or t.words[i - 1] in g.groups["currency"]:
        return t.words[i].endswith("00") and all(unit.dimension == "money" for unit in sums)
    return any(_is_plural(t.raw(k), g) for k in (i + 1, i + 2) if t.raw(i + 1).isalpha())


def _is_plural(word: str, g: Grammar) -> bool:
    return word.lower() in g.groups["counted without s"] or (
        len(word) > 3 and word.isalpha() and word.endswith("s") and word[-2] not in "su"
    )


_COMMA = re.compile(r"\d{1,3},\d{1,2}$")  # 1,5 million: as the continent writes it


def read_digits(written: str) -> tuple[float, float] | None:
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


_SIGN = frozenset({"glyph"})


def _written_fraction(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """2½, 2 1/2, 2-1/2, 1/2: a fraction ends the number."""
    last = number.last
    sign = of_kind(t, last, _SIGN, g)
    if sign is not None:
        rules = (*number.rules, sign.rule.id)
        return scaled(t, replace(number, last=last + 1, value=number.value + sign.value, grain=0.0, rules=rules), g)
    alone = _slashed(t, number.first)
    if alone is not None:
        return scaled(t, replace(number, last=last + 2, value=alone, grain=0.0, part=True), g)
    joined = t.words[last] == "-" and t.glued(last) and t.glued(last + 1)
    close = joined or t.starts[last] - t.ends[last - 1] == 1
    mixed = _slashed(t, last + joined) if close and number.value.is_integer() else None
    if mixed is None:
        return None
    return scaled(t, replace(number, last=last + joined + 3, value=number.value + mixed, grain=0.0), g)


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
