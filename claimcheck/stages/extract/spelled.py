"""Cardinal numbers in words: one hundred and twenty thousand, two point five."""

from __future__ import annotations

import math

from msgspec.structs import replace

from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.number import BELOW_HUNDRED, Number, grain_of, of_kind, times
from claimcheck.stages.extract.scales import and_a_half, plural_scale, scaled
from claimcheck.stages.extract.shares import parted, share_of
from claimcheck.stages.extract.tokens import Tokens


def in_words(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The number in words at token i, with the scale, share or decimals behind it."""
    number = _cardinal(t, i, g)
    if number is None or of_kind(t, number.last - 1, _DOZEN, g):
        return number
    if plural_scale(t, number, number.last, g):
        return scaled(t, number, g)
    return parted(t, number, g) or share_of(t, number, g) or _pointed(t, number, g) or _halved(t, number, g)


_DOZEN = frozenset({"dozen"})


def _cardinal(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The words that add up to one number; a dozen ends it."""
    number, last = _Sum(), i
    rules: dict[str, None] = {}
    # "between one hundred and two hundred": this "and" joins two numbers, not the parts of one.
    joins = t.words[i - 1] != "between"
    while (step := _next_part(t, last, number.started, joins and number.current % 100 == 0, g)) >= 0:
        known = g.words.get(t.words[step])
        if known is None:
            break
        if known.kind == "dozen" and number.total == 0:
            one = Number(first=i, last=step, value=number.current or 1.0, grain=1.0, rules=tuple(rules))
            return times(one, known, step + 1)
        if not number.add(known.kind, known.value):
            break
        last = step + 1
        rules[known.rule.id] = None
    value = number.total + number.current
    read = Number(first=i, last=last, value=value, grain=grain_of(value), scale=number.scale, rules=tuple(rules))
    return read if last > i else None


def _next_part(t: Tokens, k: int, started: bool, joins: bool, g: Grammar) -> int:
    """The token that may go on with a number in words: this one, or the one behind a hyphen or "and"; -1: none."""
    word = t.words[k]
    if not started or word in g.words:
        return k
    if word == "-" and t.glued(k) and t.glued(k + 1):
        return k + 3 if t.after(k + 1, ("and", "-")) and joins else k + 1  # one-hundred-and-nine
    if word == "and" and joins and of_kind(t, k + 1, BELOW_HUNDRED, g):
        return k + 1
    return -1


def _pointed(t: Tokens, number: Number, g: Grammar) -> Number | None:
    """Two point five."""
    if t.words[number.last] != "point":
        return None
    decimals, last = "", number.last + 1
    while (digit := of_kind(t, last, BELOW_HUNDRED, g)) is not None and digit.value < 10:
        decimals, last = decimals + str(int(digit.value)), last + 1
    if not decimals:
        return None
    value = float(f"{int(number.value)}.{decimals}")
    return scaled(t, replace(number, last=last, value=value, grain=10.0 ** -len(decimals)), g)


def _halved(t: Tokens, number: Number, g: Grammar) -> Number:
    """One and a half million; the number itself where no half follows."""
    more = and_a_half(t, number, g)
    return number if more is number else scaled(t, more, g)


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
