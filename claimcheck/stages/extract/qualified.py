"""An amount in, the words that qualify it and its two ranges out; and whether the text calls it a rise or a fall."""

from __future__ import annotations

import math
from itertools import takewhile
from typing import NamedTuple

from claimcheck.records import Range
from claimcheck.rules.quantities import Change, Qualifying, Width
from claimcheck.stages.extract.grammar import Grammar
from claimcheck.stages.extract.tokens import Tokens
from claimcheck.stages.extract.units import Amount


class Qualified(NamedTuple):
    """tokens[first:last] hold the amount with the words that qualify it."""

    first: int
    last: int
    rule: Qualifying
    opens: int  # where the words before it start that are no part of it: "by | an extra 40"


def qualify(t: Tokens, amount: Amount, g: Grammar) -> Qualified:
    """How the amount is meant. Words before it count before words behind it, the outermost before the inner ones."""
    exact = g.by_qualifier["exact"]
    first, opens, rule = _before(t, amount, g, exact)
    last = amount.last
    if amount.ranged:
        return Qualified(first, last, rule if _bounds_range(t, amount, rule) else g.by_qualifier["between"], opens)
    if amount.number.most:
        return Qualified(first, last, g.by_qualifier["vague"], opens)
    if rule.qualifier in ("exact", "between"):
        last, behind = _behind(t, amount, g)
        rule = behind or (g.by_qualifier["about"] if amount.number.about else exact)
    elif t.words[last] in _ODD and (odd := _behind(t, amount, g))[1] is g.by_qualifier["about"]:
        last = odd[0]  # "some 40-odd people", "over 20 or so": the first words decide
    if t.words[last] == "more" and t.words[last + 1] != "than" and last == amount.last and amount.unit is None:
        last += 1  # "two more"
    return Qualified(first, last, rule, opens)


_ODD = frozenset({"-", "odd", "or"})
_ONE_BOUND = frozenset({"at_least", "more_than", "at_most", "less_than"})


def _bounds_range(t: Tokens, amount: Amount, rule: Qualifying) -> bool:
    """ "up to 40 or 50", "at least 5 to 7": one bound; "more than 40 but fewer than 60" has two."""
    return rule.qualifier in _ONE_BOUND and "but" not in t.words[amount.number.last : amount.last]


def bounded(amount: Amount, low: float, high: float, rule: Qualifying) -> float:
    """The number that is meant: of a range below a ceiling its end, else its start."""
    return high if amount.ranged and rule.qualifier in ("at_most", "less_than") else low


def converted(t: Tokens, amount: Amount, own: Qualified, before: tuple[Amount, Qualified] | None) -> Qualified:
    """ "more than 100 kilometres (60 miles)": the same amount in another unit is meant the same way."""
    if before is None or before[1].last != amount.first - 1:
        return own
    lead = t.words[amount.first - 1]
    # "€750 (£639; $856)": the brackets may give it in more units than one.
    if lead != "(" and not (lead in _NEXT_UNIT and t.words[before[1].first - 1] == "("):
        return own
    unit, other = amount.unit, before[0].unit
    same = unit is not None and other is not None and unit is not other and unit.dimension == other.dimension
    return own._replace(rule=before[1].rule) if same and own.rule.qualifier == "exact" and not amount.ranged else own


_NEXT_UNIT = frozenset({";", ",", "/", "or"})


def _before(t: Tokens, amount: Amount, g: Grammar, exact: Qualifying) -> tuple[int, int, Qualifying]:
    """The first of the words before an amount that qualify it, and of those in one phrase with it; how it is meant."""
    first = opens = at = amount.first
    rule, belonging, beside = exact, g.groups["one more"], g.groups["before any number"]
    for _ in range(4):
        found = _phrase_before(t, at, amount, g)
        if found is None or (t.words[at] == "all" and t.words[at - 1] in g.groups["before all"]):
            break  # "under all three of the parties": where, not how many
        behind, (at, outer) = at, found
        if rule.qualifier in ("exact", "about"):
            # "at least about 40": the outer words decide.
            first = at if outer.qualifier != "exact" or (rule is exact and t.words[at] in belonging) else first
            rule = rule if outer.qualifier == "exact" else outer
            opens = at if " ".join(t.words[at:behind]) in beside else opens
        elif outer.qualifier == "about":
            first = at  # "an estimated up to 40": they only hedge
        elif outer.qualifier != "exact":
            break  # "burns over more than 80 percent": a preposition
    return first, min(first, opens), rule


def _phrase_before(t: Tokens, at: int, amount: Amount, g: Grammar) -> tuple[int, Qualifying] | None:
    # "about a six-hour flight"; "over a 40-mile stretch" is a place.
    article = t.words[at - 1] in ("a", "an") and at == amount.first and t.words[at - 2] in g.before
    at -= article
    for phrase, rule in g.before.get(t.words[at - 1], ()):
        start = at - len(phrase)
        if article and (rule.qualifier == "exact" or phrase[-1] not in g.groups["hedging an article"]):
            continue
        if start < 0 or not t.after(start, phrase):
            continue
        lead = t.words[start - 1]
        if rule.qualifier == "between" and not amount.ranged:
            continue
        # "clear about one thing": prepositions; who counts one says "more than one".
        if amount.number.value == 1 and amount.unit is None and len(phrase) == 1 and rule.qualifier != "exact":
            continue
        if phrase in _WHITHER and amount.unit is None and 0 < amount.number.value < 20:
            continue  # "near two villages", "towards two prizes"
        if lead in rule.not_after and (len(phrase) == 1 or phrase[-1] == "of" or phrase == ("up", "to")):
            continue
        if rule.only_after and _over_auxiliaries(t, start - 1, g) not in rule.only_after:
            continue
        deep = amount.unit is not None and amount.unit.dimension == "length" and phrase == _UNDER
        if deep and not set(t.words[max(0, start - _BURIED) : start]).isdisjoint(rule.buries):
            continue
        timed = amount.unit is not None and amount.unit.dimension == "duration"
        if timed and phrase == _UNDER and lead in rule.endures and t.words[amount.last] == "of":
            continue
        if timed and rule.duration_after and phrase == ("over",) and _is_place(t, lead, amount, rule):
            continue
        return start, rule
    return None


def _over_auxiliaries(t: Tokens, at: int, g: Grammar) -> str:
    """The word before a verb with what stands between: "the toll | has already | crossed 3,000"."""
    beside = g.groups["between a count and its verb"]
    return next((t.words[k] for k in range(at, at - _AUXILIARIES, -1) if t.words[k] not in beside), "")


def _is_place(t: Tokens, lead: str, amount: Amount, rule: Qualifying) -> bool:
    """ "40 died over 3 days" tells when; "it took over 3 days" and "an over three hour interview" how long."""
    attribute = amount.number.value > 1 and not t.words[amount.last - 1].endswith("s")
    return lead not in rule.duration_after and not attribute


_AUXILIARIES = 4  # words in which the subject of a verb stands before it
_UNDER = ("under",)
_BURIED = 8  # words from such a verb over its object
_WHITHER = (("near",), ("towards",), ("beyond",))


def _behind(t: Tokens, amount: Amount, g: Grammar) -> tuple[int, Qualifying | None]:
    """ "40 or more", "40 people or more", "100-plus"."""
    for k in range(amount.last, amount.last + 3):
        for phrase, rule in g.after.get(t.words[k], ()):
            end = k + len(phrase)
            if len(phrase) == 1 and t.words[end] in g.groups["what rises"]:
                continue  # "a $15 minimum wage" is itself what is least
            if (
                t.after(k, phrase)
                and not _starts_another(t, end, g)
                and (k == amount.last or (len(phrase) > 1 and phrase[0] != "at"))
            ):
                return end, rule
        if not t.words[k].isalpha() or t.words[k] in ("and", "or", "in", "to", "of", "at"):
            break
    return amount.last, None


def _starts_another(t: Tokens, k: int, g: Grammar) -> bool:
    """ "killed 40, at least 10 of them children": the words belong to the number that follows."""
    word = t.words[k]
    return bool(word) and (word[0].isdecimal() or word in g.words or word in "$£€" or word in ("a", "than"))


# ── ranges ────────────────────────────────────────────────────────────────────────────────────


_FINE = 10  # grains, from which a number is told in two digits and more


def ranges(rule: Qualifying, low: float, high: float, grain: float, most: float, counted: bool) -> tuple[Range, Range]:
    """The literal and the typical range of a number by its qualifier's widths."""
    if rule.qualifier == "between":
        both = Range(low=min(low, high), high=max(low, high))
        return both, both
    if rule.qualifier == "vague":
        return Range(low=low), Range(low=low, high=low * most)
    # What is counted to the unit, or on the fingers, is not rounded: 613 and 5 are themselves. A share or a length is.
    step = 0.0 if counted and (grain <= 1 or abs(low) < 10) else grain
    return _range(rule.literal, low, step), _inhabited(_range(rule.typical, low, step))


def _inhabited(read: Range) -> Range:
    """Beyond a number that is not rounded comes the next one: "more than two" is read as three."""
    if read.low < read.high or not (read.low_open or read.high_open):
        return read
    if read.low_open:
        return Range(low=read.low, high=read.high + 1, low_open=True)
    return Range(low=read.low - 1, high=read.high, high_open=True) if read.high < 0 else read


def _range(width: Width, value: float, grain: float) -> Range:
    size = abs(value)
    low = width.low * size - _step(width, width.down, size, grain)
    up = width.fine if width.fine and size >= _FINE * grain else width.up
    high = width.high * size + _step(width, up, size, grain) if width.high < math.inf else math.inf
    if value < 0:  # more than minus five degrees of frost is colder: the ranges run away from zero
        low, high = -high, -low
        return Range(low=low, high=high, low_open=width.high_open, high_open=width.low_open)
    return Range(low=_clean(low), high=_clean(high), low_open=width.low_open, high_open=width.high_open)


def _step(width: Width, grains: float, size: float, grain: float) -> float:
    return min(max(grains * grain, width.least * size), width.most * size) if grains else 0.0


def _clean(value: float) -> float:
    return value if math.isinf(value) else float(f"{value:.12g}")


# ── rises and falls ───────────────────────────────────────────────────────────────────────────

_REACH = 7  # words between the verb and "by": "cut its emissions of methane by 12 percent"
_ROW = 10  # words between two of them: "by 12 percent in May and by 15 percent in June"
_PERCENT = (("percent",), ("%",), ("per", "cent"))
_PERCENT_ENDS = frozenset(phrase[-1] for phrase in _PERCENT)


def change_of(t: Tokens, first: int, amount: Amount, last: int, g: Grammar) -> Change | None:
    """The rule that makes the amount a rise or a fall, by the words around tokens[first:last]."""
    last_before = first - (t.words[first - 1] in g.groups["merely"])
    lead = t.words[last_before - 1]
    if not g.groups["level"].isdisjoint(t.words[first : amount.first]):
        return None  # "dropped below 50 percent" names where it is now
    relative = amount.number.part or (amount.unit is not None and amount.unit.dimension in ("percent", "points"))
    # "gave up 517 yards" and "make up 40 percent" are no rises; "is up 40" and "up 3 percent" are.
    if lead in g.adverbs and not t.glued(first) and _moves(t, last_before - 2, relative, g):
        return g.adverbs[lead]
    noun = g.nouns.get(t.words[last_before - 2]) if lead == "of" else None
    if noun is not None and (relative or not noun.relative_only):
        return noun
    if lead == "by":
        return _by(t, last_before - 1, relative, g)
    found = _verb(t, last_before - 1, g)
    thrown = amount.unit is None and _thrown(t, last, g)
    if found is not None and (relative or not (found.relative_only or thrown)):
        return found
    return _told_behind(t, first, last, relative, g)


def _thrown(t: Tokens, last: int, g: Grammar) -> bool:
    """ "Plunging 40,000 homes | into darkness": who is counted was thrown into something, nothing fell by so many."""
    behind = takewhile(lambda at: t.words[at][:1].isalpha(), range(last, min(t.size, last + _REACH)))
    return any(t.words[at] in g.groups["thrown into"] for at in behind)


def _told_behind(t: Tokens, first: int, last: int, relative: bool, g: Grammar) -> Change | None:
    """ "40 percent lower", "a 4 percent pay rise", "a 4 percent national increase", "3 percent and 4 percent rises"."""
    after = g.change_after.get(t.words[last])
    if not relative:
        return after if t.words[last] == "fewer" else None
    if after is None and t.words[last] in g.groups["what rises"]:
        return g.nouns.get(t.words[last + 1])
    if after is None and t.words[last] in g.groups["how it rises"]:
        return _changing(t.words[last + 1], g)
    return after or _told_of_each(t, first, last, g)


def _told_of_each(t: Tokens, first: int, last: int, g: Grammar) -> Change | None:
    """ "3 percent and 4 percent rises in price and weight", of either."""
    if t.words[first - 1] in ("and", "or") and t.words[first - 2] in _PERCENT_ENDS:
        return _changing(t.words[last].removesuffix("s"), g)
    if t.words[last] not in (",", "and", "or") or not t.words[last + 1][:1].isdecimal():
        return None
    unit = next((len(phrase) for phrase in _PERCENT if t.after(last + 2, phrase)), 0)
    end = last + 2 + unit
    if not unit or end >= t.size:
        return None
    if t.words[last] == ",":  # "3 percent | , 4 percent and 5 percent rises"
        return _told_of_each(t, first, end, g)
    return _changing(t.words[end], g) or _changing(t.words[end].removesuffix("s"), g)


def _changing(word: str, g: Grammar) -> Change | None:
    """The change that a noun tells: "rise", "cut"."""
    return g.nouns.get(word) or (g.change_after.get(word) if word not in g.adverbs else None)


def _by(t: Tokens, at: int, relative: bool, g: Grammar) -> Change | None:
    """The verb or adverb before a "by", of which "exploded in a street used | by 40 men" has none: the men used it."""
    if t.words[at - 1] in g.adverbs and _moves(t, at - 2, relative, g):
        return g.adverbs[t.words[at - 1]]  # "deaths are down | by 40 percent"
    if t.words[at - 1] == "and" and relative:  # "fell by 40 percent in May and | by 50 percent in June"
        first = next((k for k in range(at - 2, max(0, at - 2 - _ROW), -1) if t.words[k] == "by"), 0)
        return _by(t, first, relative, g) if first else None
    found = next((c for k in range(at - 1, max(-1, at - 1 - _REACH), -1) if (c := _verb(t, k, g))), None)
    done = t.words[at - 1].endswith("ed") and _verb(t, at - 1, g) is None
    return None if found is not None and found.relative_only and done and not relative else found


def _moves(t: Tokens, at: int, relative: bool, g: Grammar) -> bool:
    """Whether "up" behind a word is a rise, and no part of that verb."""
    return t.words[at] in g.groups["before up"] or (relative and t.words[at] not in g.groups["phrasal with up"])


def _verb(t: Tokens, at: int, g: Grammar) -> Change | None:
    if at < 0:
        return None
    for phrase, change in g.verbs.get(t.words[at], ()):
        start = at - len(phrase) + 1
        if start >= 0 and t.after(start, phrase):
            return change
    return None
