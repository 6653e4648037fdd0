"""Articles in, the happenings they tell of out: which articles have one main event. Reads leads, not numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

from claimcheck.records import Claim, Reading, Record
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Noun
from claimcheck.rules.world import Country
from claimcheck.slots import Book, days
from claimcheck.stages.match.clusters import agglomerate
from claimcheck.stems import WORD, named_in, stem, terms
from claimcheck.workers import slices, spread

_YEAR = re.compile(r"(?:19|20)\d\d")
LENGTH = 500  # of a lead, in characters: with 300 and with 1,200 fewer pairs of articles were told rightly
_SLIGHT = 1.0  # likeness above the least, up to which two leads count as strangers
_KIN = -2.5  # mean likeness of two stories from which their claims are compared
_WEEKS = 5  # apart, from which two dated articles are not taken to tell of one happening
_SHARE = 2000  # leads compared by one process at a time
_CROWD = 60  # articles that share one name before it takes a second one to compare them


class Lead(Record, frozen=True):
    """What the opening of an article gives to know its event by."""

    names: frozenset[str]  # but those of countries and their people
    lands: frozenset[str]
    spots: frozenset[str]  # names and lands
    words: frozenset[str]  # the names are among them
    numbers: frozenset[str]
    named: frozenset[str]  # in the whole article
    facts: frozenset[tuple[str, float]]  # what its claims count, with the number
    day: int | None  # of its article, as an ordinal
    told: frozenset[int]  # days that its first claims are of


def lead_of(reading: Reading, lands: frozenset[str], nouns: frozenset[str] = frozenset()) -> Lead:
    """The names, content words and numbers of an article's headline and first sentences.

    `nouns`: stems that a capital makes no names, since sentences start with them too: "Residents", "Police".
    """
    names, words, numbers = terms(_opening(reading))
    names -= nouns
    return Lead(
        names=names - lands,
        lands=names & lands,
        spots=names,
        words=words - lands,
        numbers=frozenset(number for number in numbers if not _YEAR.fullmatch(number)),
        named=names | named_in(reading.article.text[reading.article.body :]),
        facts=frozenset(_facts(reading.claims)),
        day=_day(reading.article.date),
        told=frozenset(_told_days(reading)),
    )


def _told_days(reading: Reading) -> Iterable[int]:
    """The single days that the opening's claims are of: "killed at least 16 civilians on Wednesday"."""
    for claim in reading.claims:
        period = days(claim) if claim.sentence[0] < reading.article.body + LENGTH else None
        if period is not None and period[0] == period[1] and (day := _day(period[0])) is not None:
            yield day


def _facts(claims: Iterable[Claim]) -> Iterable[tuple[str, float]]:
    """Numbers that two articles hardly share by chance, with what they measure."""
    for claim in claims:
        quantity, measure = claim.quantity, claim.description.measure
        if quantity.dimension == "count" and measure and quantity.qualifier != "vague" and quantity.value >= 2:
            yield (measure.value, quantity.value)
        elif quantity.dimension not in ("count", "duration") and quantity.value > 2:
            yield (quantity.unit or quantity.dimension, quantity.value)


def plain_nouns(rules: Rules) -> frozenset[str]:
    """The stems of the nouns that count people and things."""
    words = (word for noun in rules.pack("nouns", Noun) for word in (noun.name, *noun.words, *noun.alike))
    return frozenset(kept for word in words if (kept := stem(word)) is not None)


def lands(rules: Rules) -> frozenset[str]:
    """The stems of names of countries and their people: many events share them; a capital is a city."""
    fields = (text for c in rules.pack("countries", Country) for text in (c.aliases, c.demonyms, c.people))
    texts = [*fields, *(country.name for country in rules.pack("countries", Country))]
    return frozenset(
        kept for text in texts for word in WORD.findall(text) if word[0].isupper() and (kept := stem(word))
    )


@lru_cache(maxsize=4096)
def _day(text: str | None) -> int | None:
    try:
        return date.fromisoformat((text or "")[:10]).toordinal()
    except ValueError:  # no date, or one that a caller made up
        return None


def _opening(reading: Reading) -> str:
    article, parts, left = reading.article, [reading.article.title or ""], LENGTH
    for sentence in reading.segments.sentences:
        if left <= 0:
            break
        if sentence.kind in ("body", "headline") and sentence.start >= article.body:
            parts.append(article.text[sentence.start : min(sentence.end, sentence.start + left)])
            left -= sentence.end - sentence.start
    return "\n".join(parts)


def stories(leads: Mapping[str, Lead], book: Book) -> tuple[dict[str, int], dict[tuple[int, int], float]]:
    """For each article the number of its story (one main event, one number), and stories that are nearly one."""
    distinct = sorted(set(leads.values()), key=_order)
    index = {lead: n for n, lead in enumerate(distinct)}
    weigh = Likeness(book)
    telling = _telling(distinct, weigh)
    groups = agglomerate(len(distinct), telling, missing=weigh.bias)
    story = {n: number for number, group in enumerate(groups) for n in group}
    return {name: story[index[lead]] for name, lead in leads.items()}, _kin(telling, story, groups, weigh.bias)


def _telling(leads: Sequence[Lead], weigh: Likeness) -> dict[tuple[int, int], float]:
    """The likeness of every two leads that are no strangers."""
    later, least = _later(leads), weigh.bias + _SLIGHT

    def told(part: range) -> list[tuple[int, int, float]]:
        pairs = ((i, j, weigh(leads[i], leads[j])) for i in part for j in sorted(later[i]))
        return [pair for pair in pairs if pair[2] > least]

    found = spread(told, slices(len(leads), _SHARE), list[tuple[int, int, float]])
    return {(i, j): weight for pairs in found for i, j, weight in pairs}


def _kin(
    telling: Mapping[tuple[int, int], float], story: Mapping[int, int], groups: Sequence[Sequence[int]], bias: float
) -> dict[tuple[int, int], float]:
    """The mean likeness of stories, where it is not far below what makes one of them."""
    total: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (i, j), weight in telling.items():
        a, b = sorted((story[i], story[j]))
        if a != b:
            total[a, b].append(weight)
    found = {}
    for (a, b), weights in total.items():
        pairs = len(groups[a]) * len(groups[b])
        mean = (sum(weights) + bias * (pairs - len(weights))) / pairs
        if mean > _KIN:
            found[a, b] = mean
    return found


class Likeness:
    """How much speaks for two leads being of one event; above zero: they are."""

    def __init__(self, book: Book) -> None:
        self.bias = book.weight("lead", "bias")
        self._least, self._most = book.weight("lead", "names-least"), book.weight("lead", "names-most")
        self._words, self._numbers = book.weight("lead", "words-share"), book.weight("lead", "numbers")
        self._no_land, self._facts = book.weight("lead", "no-land"), book.weight("lead", "facts")
        self._near, self._far = book.weight("lead", "same-days"), book.weight("lead", "days-apart")
        self._other_days = book.weight("lead", "other-days")

    def __call__(self, a: Lead, b: Lead) -> float:
        numbers, words = len(a.numbers & b.numbers), len(a.words & b.words)
        if words < 6 and not numbers and len(a.names & b.names) < 2 and min(len(a.names), len(b.names)) > 3:
            return self.bias  # one name alone says little: a country, an agency
        # Which part of a lead's names the other article has too, wherever in its text.
        share = len(a.spots & b.named) / (len(a.spots) or 1)
        other = len(b.spots & a.named) / (len(b.spots) or 1)
        return (
            self.bias
            + self._least * min(share, other)
            + self._most * max(share, other)
            + self._no_land * bool(a.lands and b.lands and a.lands.isdisjoint(b.lands))
            + self._facts * _told_by_both(a.facts & b.facts)
            + self._words * words / max(1, min(len(a.words), len(b.words)))
            + self._numbers * min(numbers, 3)
            + self._time(a.day, b.day)
            + self._other_days * _of_other_days(a.told, b.told)
        )

    def _time(self, a: int | None, b: int | None) -> float:
        if a is None or b is None:
            return 0.0
        apart = abs(a - b)
        return self._near if apart <= 1 else self._far * min(4.0, (apart - 1) / 2)


def _told_by_both(facts: Iterable[tuple[str, float]]) -> float:
    """How much shared numbers say: those of one digit half as much, and no more than two."""
    return min(2.0, sum(1.0 if value >= 10 else 0.5 for _, value in facts)) if facts else 0.0


def _of_other_days(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether both tell days, and none within a day of the other's."""
    return bool(a and b) and a.isdisjoint(b) and min(abs(x - y) for x in a for y in b) > 1


def _order(lead: Lead) -> tuple[object, ...]:
    return (
        lead.day or 0,
        sorted(lead.names),
        sorted(lead.lands),
        sorted(lead.words),
        sorted(lead.numbers),
        sorted(lead.facts),
        sorted(lead.told),
        sorted(lead.named),
    )


def _later(leads: Sequence[Lead]) -> list[set[int]]:
    """For each lead those behind it that share a name with it and are of one time; a name of very many counts only
    with a second one."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, lead in enumerate(leads):
        for name in lead.spots:
            by_name[name].append(n)
    crowded = {name for name, having in by_name.items() if len(having) > _CROWD}
    by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, lead in enumerate(leads):
        for two in combinations(sorted(lead.spots & crowded), 2):
            by_two[two].append(n)
    later: list[set[int]] = [set() for _ in leads]
    for block in (*(having for name, having in by_name.items() if name not in crowded), *by_two.values()):
        if len(block) <= _CROWD * 8:
            _add_later(later, block, leads)
    return later


def _add_later(later: Sequence[set[int]], block: Sequence[int], leads: Sequence[Lead]) -> None:
    """To each lead of a block adds those behind it that are not known to be more than five weeks apart from it.

    The leads come by day, those without one first, so that neighbours lie near each other in memory too.
    """
    days = [leads[n].day for n in block]
    order = [day or 0 for day in days]
    for place, (i, day) in enumerate(zip(block, days, strict=True), 1):
        end = len(block) if day is None else bisect_right(order, day + _WEEKS * 7)
        later[i].update(block[place:end])
