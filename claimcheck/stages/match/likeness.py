"""Two leads in, how much speaks for their being of one happening out, by the weights of rules/match.toml."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from sys import maxsize

from claimcheck.rules.matching import Weight
from claimcheck.slots import Book
from claimcheck.stages.match.leads import Lead

_NAMED = 2  # names in common from which accidents of one kind are likely one
_UNDATED, _ONCE = 4, 3  # the same of articles that may be years apart, and where not all of a place's land is hit
_MOST_FACTS = 3.0
_MOST_RARE = 2  # numbers of many digits that count
_MOST_SPOTS = 10  # names that count, of those that no rule knows
_FEW = 3  # days between articles that may be of one happening, whatever days they tell


class Likeness:
    """How much speaks for two leads being of one event; above zero: they are."""

    def __init__(self, book: Book) -> None:
        self.bias = book.weight("lead", "bias")
        chosen = book.rule("lead", "chosen")
        self.many = chosen.fades[1] if chosen and chosen.fades else maxsize
        self._chosen = _among(chosen)
        self._least, self._most = book.weight("lead", "names-least"), book.weight("lead", "names-most")
        self._words, self._numbers = book.weight("lead", "words-share"), book.weight("lead", "numbers")
        self._no_land, self._no_name = book.weight("lead", "no-land"), book.weight("lead", "no-name")
        self._facts, self._lands = book.weight("lead", "facts"), book.weight("lead", "lands")
        self._near, self._far = book.weight("lead", "same-days"), book.weight("lead", "days-apart")
        self._other_days = book.weight("lead", "other-days")
        self._storm, self._disease = book.weight("lead", "storm"), book.weight("lead", "disease")
        self._over_land, self._wide = book.weight("lead", "happening-wide"), book.words("lead", "happening-wide")
        self._in_land = book.weight("lead", "happening-in-land")
        self._at_spot = book.weight("lead", "happening-at-spot")
        self._happening, self._undated = book.weight("lead", "happening"), book.weight("lead", "happening-undated")
        self._spots, self._weekday = _among(book.rule("lead", "spots")), _among(book.rule("lead", "weekday"))
        self._rare = book.weight("lead", "rare")
        self._recalled = book.weight("lead", "recalled")
        self._accident, self._accidents = book.weight("lead", "accident"), book.words("lead", "accident")
        self._once = book.words("lead", "accident-once")
        self._dated = _Dated(book)

    def __call__(self, a: Lead, b: Lead, around: int) -> float:
        """`around`: how many articles of their time share a name with one of them; from `many` on it says nothing."""
        if a.storms and b.storms and a.storms.isdisjoint(b.storms):
            return self.bias
        by_names = a.war or b.war or a.day is None or b.day is None
        weight = self._by_names(a, b) + self._beside(a, b, around) if by_names else self._dated(a, b)
        if around < self.many and not (a.kinds and b.kinds and a.kinds.isdisjoint(b.kinds)):
            weight += self._chosen(around)
        if not a.rare.isdisjoint(b.rare):
            weight += self._rare * min(len(a.rare & b.rare), _MOST_RARE)
        if not a.storms.isdisjoint(b.storms):
            weight += self._storm
        if not a.diseases.isdisjoint(b.diseases):
            weight += self._disease
        if a.kinds.isdisjoint(b.kinds):
            return weight
        if _recall_one_day(a, b):
            weight += self._recalled
        elif self._one_accident(a, b):
            weight += self._accident
        return weight

    def _one_accident(self, a: Lead, b: Lead) -> bool:
        """Whether both tell of what hardly happens twice within weeks where they name the same two spots or people."""
        if self._accidents.isdisjoint(a.kinds & b.kinds) or (a.told and b.told and _of_other_days(a.told, b.told)):
            return False
        shared = max(len(a.names & b.named), len(b.names & a.named))
        undated = _UNDATED if self._once.isdisjoint(a.kinds & b.kinds) else _ONCE
        return shared >= (_NAMED if a.day is not None and b.day is not None else undated)

    def _by_names(self, a: Lead, b: Lead) -> float:
        """Of articles without a date, or of the many happenings of a war, which are told in the same words."""
        numbers, words = len(a.numbers & b.numbers), len(a.words & b.words)
        one = 0.0 if a.kinds.isdisjoint(b.kinds) else self._one_happening(a, b)
        told = 0.0 if a.facts.isdisjoint(b.facts) else _told_by_both(a.facts & b.facts)
        # Which part of a lead's names the other article has too, wherever in its text.
        left, right = _share(a, b.named), _share(b, a.named)
        least, most = (left, right) if left < right else (right, left)
        weight = self.bias + self._least * least + self._most * most
        if a.lands and b.lands and a.lands.isdisjoint(b.lands):
            weight += self._no_land if most else self._no_land + self._no_name
        elif len(a.lands & b.lands) > 1:
            weight += self._lands
        weight += self._facts * told
        weight += self._words * words / (min(len(a.words), len(b.words)) or 1)
        weight += self._numbers * min(numbers, 3)
        if a.diseases.isdisjoint(b.diseases):
            weight += self._time(a.day, b.day)
        if a.told and b.told and _of_other_days(a.told, b.told):
            weight += self._other_days
        return weight + one

    def _beside(self, a: Lead, b: Lead, around: int) -> float:
        """What the rest of two texts says, and a weekday that both openings name: of many articles any two share it."""
        spots = self._spots(around) * min(len(a.spots & b.spots), _MOST_SPOTS)
        return spots if a.weekdays.isdisjoint(b.weekdays) else spots + self._weekday(around)

    def _one_happening(self, a: Lead, b: Lead) -> float:
        """What one kind says with one place or land, on one day, or in articles of a few days that tell none."""
        if any(day is not None for _, _, day in a.happenings & b.happenings):
            return self._happening
        if a.told and b.told:
            return 0.0 if a.told.isdisjoint(b.told) or a.around.isdisjoint(b.around) else self._in_land
        if not _few_days(a, b):
            return self._over_a_spot(a, b)
        if both := {one[:2] for one in a.happenings} & {one[:2] for one in b.happenings}:
            return self._undated if self._wide.isdisjoint(kind for kind, _ in both) else self._over_land
        return 0.0 if a.around.isdisjoint(b.around) else self._in_land

    def _over_a_spot(self, a: Lead, b: Lead) -> float:
        """What one kind that goes over many places says, of articles not both dated, with one land and a name in it."""
        dated = a.day is not None and b.day is not None
        if dated or self._wide.isdisjoint(a.kinds & b.kinds) or a.around.isdisjoint(b.around):
            return 0.0
        return self._at_spot if a.names & b.named and b.names & a.named else 0.0

    def _time(self, a: int | None, b: int | None) -> float:
        return 0.0 if a is None or b is None else _apart(abs(a - b), self._near, self._far)


def _among(rule: Weight | None) -> Callable[[int], float]:
    """What a level adds by how many things have it."""
    return cache(rule.among if rule else lambda _: 0.0)


class _Dated:
    """The same of dated articles outside wars: what was done and counted says more there than names, which recur."""

    def __init__(self, book: Book) -> None:
        self._bias, self._words = book.weight("lead", "dated"), book.weight("lead", "dated-words")
        self._measure, self._kind = book.weight("lead", "dated-measure"), book.weight("lead", "dated-kind")
        self._numbers, self._no_land = book.weight("lead", "dated-numbers"), book.weight("lead", "dated-no-land")
        self._lands = book.weight("lead", "dated-lands")
        self._near, self._far = book.weight("lead", "dated-same-days"), book.weight("lead", "dated-days-apart")
        self._other_days, self._no_name = book.weight("lead", "dated-other-days"), book.weight("lead", "dated-no-name")

    def __call__(self, a: Lead, b: Lead) -> float:
        weight = self._bias + self._words * len(a.words & b.words) / (min(len(a.words), len(b.words)) or 1)
        if a.diseases.isdisjoint(b.diseases):
            weight += _apart(abs((a.day or 0) - (b.day or 0)), self._near, self._far)
        weight += self._numbers * min(len(a.numbers & b.numbers), 3)
        if not a.measures.isdisjoint(b.measures):
            weight += self._measure
        if not a.kinds.isdisjoint(b.kinds):
            weight += self._kind
        if a.within and b.within:
            weight += self._of_lands(a, b)
        if a.told and b.told and _of_other_days(a.told, b.told):
            weight += self._other_days
        return weight

    def _of_lands(self, a: Lead, b: Lead) -> float:
        both = len(a.within & b.within)
        if not both:
            return self._no_name if a.names.isdisjoint(b.names) else self._no_land
        return self._lands if both > 1 else 0.0


def _recall_one_day(a: Lead, b: Lead) -> bool:
    """Whether two of one kind are told of one land, and name one day before their own: the protests began on May 3."""
    if not a.recalled or not b.recalled or a.around.isdisjoint(b.around):
        return False
    return any(x == y or x.endswith(f"-{y}") or y.endswith(f"-{x}") for x in a.recalled for y in b.recalled)


def _apart(days: int, near: float, far: float) -> float:
    """What so many days between two articles say."""
    return near if days <= 1 else far * min(4.0, (days - 1) / 2)


def _few_days(a: Lead, b: Lead) -> bool:
    return a.day is not None and b.day is not None and abs(a.day - b.day) <= _FEW


def _share(lead: Lead, named: frozenset[str]) -> float:
    """Which part of a lead's names is among others; a land, of which there is much news, counts half."""
    if not lead.lands:
        return len(lead.names & named) / (len(lead.names) or 1)
    return (len(lead.names & named) + len(lead.lands & named) / 2) / (len(lead.names) + len(lead.lands) / 2)


def _told_by_both(facts: frozenset[tuple[str, float]]) -> float:
    """How much shared numbers say: those of one digit half as much, and no more than three."""
    return min(_MOST_FACTS, sum(1.0 if value >= 10 else 0.5 for _, value in facts))


def _of_other_days(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether none of some days is within a day of others."""
    return a.isdisjoint(b) and min(abs(x - y) for x in a for y in b) > 1
