"""Tokens in, the number that starts at one of them out: its value, and the grain it is written in."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.rules.quantities import Unit
from claimcheck.stages.extract.digits import in_digits
from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.number import MEASURED, MULTIPLIERS, Number
from claimcheck.stages.extract.shares import half, share_at, share_behind_article
from claimcheck.stages.extract.spelled import in_words
from claimcheck.stages.extract.tokens import DETERMINERS, Tokens
from claimcheck.stages.extract.vague import dozens, of_thousands, several


def read_number(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The number that starts at token i, as long as it goes; None: none starts there."""
    word = t.words[i]
    if word[-1].isdecimal():
        return in_digits(t, i, g)
    if word in ("a", "an"):
        return _after_article(t, i, g)
    known = g.words.get(word)
    if known is None:
        return None
    if known.kind in _CARDINAL:
        return of_thousands(t, i, g) or in_words(t, i, g)
    if known.kind == "vague":
        return dozens(t, i, known, g)
    if known.kind == "many":
        return several(t, i, i + 1, g)
    if known.kind == "half":
        return half(t, i, known, g)
    if known.kind in ("glyph", "fold"):
        number = share_at(i, i + 1, known, known.value)
        return replace(number, part=False, fold=True) if known.kind == "fold" else number
    return None


_CARDINAL = frozenset({"unit", "ten", "hundred", "scale", "dozen"})


def _after_article(t: Tokens, i: int, g: Grammar) -> Number | None:
    """A million, a dozen, a third of, a few hundred, a couple of."""
    known = g.words.get(t.words[i + 1])
    if known is None:
        return _one_of_unit(t, i, g)
    if known.kind in MULTIPLIERS:
        number = in_words(t, i + 1, g)
        return replace(number, first=i) if number else None
    if known.kind == "many":
        return several(t, i, i + 2, g)
    return share_behind_article(t, i, known, g)


def _one_of_unit(t: Tokens, i: int, g: Grammar) -> Number | None:
    """The article of "a year and a half", "an hour and 20 minutes", "a day or two": a number that another goes on; and
    that of "nearly a year", which counts where something qualifies it."""
    unit = next((u for phrase, u in g.units.get(t.words[i + 1], ()) if len(phrase) == 1), None)
    if unit is None or unit.dimension not in MEASURED:
        return None
    goes_on = any(t.after(i + 2, more) for more in _GOES_ON) or _and_smaller(t, i + 2, unit, g)
    if not goes_on and (t.words[i - 1] not in g.bounding or not _measures(t, i, g)):
        return None
    rule = g.words["one"].rule.id if goes_on else g.article
    return Number(first=i, last=i + 1, value=1.0, grain=1.0, article=not goes_on, rules=(rule,))


def _measures(t: Tokens, i: int, g: Grammar) -> bool:
    """Whether the word before the article of a unit bounds an amount: "after about a day", "over a mile away"; but "a
    film about a day in a life", "up in arms over a tonne of waste"."""
    if t.words[i - 1] not in g.groups["bounding or not"] or t.words[i - 2] in g.groups["before an amount"]:
        return True
    behind = i + 2 + (t.words[i + 2] == "-")
    if t.words[behind] == "of":
        known = t.words[behind + 1] not in DETERMINERS
        return known and t.words[i - 2] not in g.groups["about what it is"]
    return t.words[behind] in g.groups["behind an amount"]


def _and_smaller(t: Tokens, k: int, unit: Unit, g: Grammar) -> bool:
    """Whether "and" and a time of smaller units go on with a time: "a year and two months"."""
    number = read_number(t, k + 1, g) if t.words[k] == "and" and unit.dimension == "duration" else None
    if number is None or number.most or number.part:
        return False
    return any(
        u.dimension == "duration" and u.times * u.size * number.value < unit.times * unit.size
        for phrase, u in g.units.get(t.words[number.last], ())
        if t.after(number.last, phrase)
    )


_GOES_ON = (("and", "a", "half"), ("or", "two"))
