"""Leads in, stories out: which articles tell of one happening, and which stories are nearly one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeVar

from claimcheck.slots import Book, digits
from claimcheck.stages.match.clusters import Weighted, agglomerate
from claimcheck.stages.match.leads import Lead
from claimcheck.stages.match.likeness import Likeness
from claimcheck.stages.match.weights import numbered
from claimcheck.workers import slices, spread

_SLIGHT = 1.0  # likeness above the least, up to which two leads count as strangers
_KIN = -2.5  # mean likeness of two stories from which their claims are compared
_WEEKS = 5  # apart, from which two dated articles are not taken to tell of one happening
_LASTS = 365  # days apart, up to which two articles may tell of one epidemic
_SHARE = 200  # leads compared by one process at a time
_MONTH_AND_DAY = 5  # characters of a day without its year
_TWO = 2  # counts in common
_CROWD = 60  # articles that share one name before it takes a second one to compare them

_Key = TypeVar("_Key")


def stories(leads: Mapping[str, Lead], book: Book) -> tuple[dict[str, int], dict[tuple[int, int], float]]:
    """For each article the number of its story (one main event, one number), and stories that are nearly one."""
    texts = numbered(map(_text, leads.values()))
    alike: dict[int, Lead] = {}
    for text, lead in zip(texts, leads.values(), strict=True):
        other = alike.get(text)
        alike[text] = lead if other is None or lead == other else max(lead, other, key=_order)
    order = _in_order(alike)
    distinct = [alike[text] for text in order]
    weigh = Likeness(book)
    telling = _telling(distinct, weigh)
    groups = agglomerate(len(distinct), telling, missing=weigh.bias)
    story = {n: number for number, group in enumerate(groups) for n in group}
    of_text = {text: story[n] for n, text in enumerate(order)}
    found = {name: of_text[text] for name, text in zip(leads, texts, strict=True)}
    return found, _kin(telling, story, groups, weigh.bias)


def _text(lead: Lead) -> tuple[object, ...]:
    """A lead by what its text says alone: two of one text are of one story, whatever else is known of their claims."""
    told = lead.day, lead.told, lead.recalled, lead.weekdays
    return *told, lead.names, lead.lands, lead.words, lead.numbers, lead.facts, lead.rare, lead.known, lead.named


def _telling(leads: Sequence[Lead], weigh: Likeness) -> list[Weighted]:
    """The likeness of every two leads that are no strangers."""
    near, least = _Near(leads), weigh.bias + _SLIGHT
    around = [near.around(n, weigh.many) for n in range(len(leads))]

    def told(part: Sequence[int]) -> list[Weighted]:
        found = list[Weighted]()
        for i in part:
            lead = leads[i]
            weights = ((j, weigh(lead, leads[j], max(around[i], around[j]))) for j in near.behind(i))
            found.extend((i, j, weight) for j, weight in weights if weight > least)
        return found

    return list(chain.from_iterable(spread(told, slices(range(len(leads)), _SHARE), list[Weighted])))


def _kin(
    telling: Sequence[Weighted], story: Mapping[int, int], groups: Sequence[Sequence[int]], bias: float
) -> dict[tuple[int, int], float]:
    """The mean likeness of stories, where it is not far below what makes one of them."""
    total: dict[tuple[int, int], list[float]] = defaultdict(list)
    for i, j, weight in telling:
        a, b = story[i], story[j]
        if a != b:
            total[(a, b) if a < b else (b, a)].append(weight)
    found = {}
    for (a, b), weights in total.items():
        pairs = len(groups[a]) * len(groups[b])
        mean = (sum(weights) + bias * (pairs - len(weights))) / pairs
        if mean > _KIN:
            found[a, b] = mean
    return found


def _in_order(leads: Mapping[int, Lead]) -> list[int]:
    """The keys of leads by what these tell, whatever order they come in; days and names tell nearly all apart."""
    alike: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    for key, lead in leads.items():
        alike[lead.day or 0, tuple(sorted(lead.names))].append(key)
    groups = (group for _, group in sorted(alike.items()))
    return [
        key
        for group in groups
        for key in (group if len(group) == 1 else sorted(group, key=lambda key: _order(leads[key])))
    ]


def _order(lead: Lead) -> tuple[object, ...]:
    return (
        lead.day or 0,
        sorted(lead.names),
        sorted(lead.lands),
        sorted(lead.within),
        sorted(lead.words),
        sorted(lead.numbers),
        sorted(lead.facts),
        sorted(lead.rare),
        sorted(lead.known),
        sorted(lead.told),
        sorted(lead.recalled),
        sorted(lead.weekdays),
        sorted(lead.named),
        sorted(map(str, lead.happenings)),
        sorted(lead.kinds),
        sorted(lead.around),
        sorted(lead.storms),
        sorted(lead.diseases),
        lead.war,
    )


def _known_by(lead: Lead) -> frozenset[str]:
    """What brings leads together: a name, or a kind of event in a land."""
    return (lead.names | lead.within).union(f"{kind} {land}" for kind in lead.kinds for land in lead.around)


def _beside_adrift(leads: Sequence[Lead]) -> dict[int, set[int]]:
    """By lead the ones behind it, where one of the two has neither day nor land, as that of a live blog: those that
    name anywhere what its opening names, if that is no word of many articles."""
    opened, anywhere = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for n, lead in enumerate(leads):
        for name in lead.names if lead.day is None and not lead.lands else ():
            opened[name].append(n)
    for n, lead in enumerate(leads if opened else ()):
        for name in lead.spots & opened.keys():
            anywhere[name].append(n)
    found = defaultdict[int, set[int]](set)
    for name, others in anywhere.items():
        for one in opened[name] if len(others) <= _CROWD else ():
            for other in others:
                if other != one:
                    found[min(one, other)].add(max(one, other))
    return found


def _counted(lead: Lead) -> Iterable[tuple[str, float]]:
    """The numbers of two digits and more that a lead counts something with."""
    return (fact for fact in lead.facts if digits(fact[1]) > 1)


def _having(keys: Iterable[Iterable[_Key]]) -> dict[_Key, list[int]]:
    """For each key the numbers of those that have it."""
    found = defaultdict[_Key, list[int]](list)
    for n, those in enumerate(keys):
        for key in those:
            found[key].append(n)
    return found


class _Near:
    """Which leads share a name and are of one time; a name of very many counts only with a second one.

    The leads come by day, those without one first, so that neighbours lie near each other in memory too.
    """

    def __init__(self, leads: Sequence[Lead]) -> None:
        self._leads, self._days = leads, [lead.day or 0 for lead in leads]
        self._names = [_known_by(lead) for lead in leads]
        self._by_name = _having(self._names)
        self._crowded = {name for name, having in self._by_name.items() if len(having) > _CROWD}
        self._by_day = _having({day[-_MONTH_AND_DAY:] for day in lead.recalled} for lead in leads)
        self._by_disease = _having(lead.diseases for lead in leads)
        self._by_number = _having(lead.rare for lead in leads)
        self._by_known = _having(lead.known for lead in leads)
        self._by_fact = _having(map(_counted, leads))
        self._adrift = _beside_adrift(leads)
        self._by_two = _having(combinations(sorted(names & self._crowded), 2) for names in self._names)

    def behind(self, n: int) -> list[int]:
        """The leads behind one that share a name or two counts with it and are not known to be more than five weeks
        apart from it, those of any time that name a day, a known event or a rare number which it names too, and those
        of a year that tell of its epidemic."""
        lead, day, found = self._leads[n], self._leads[n].day, set[int]()
        end = len(self._leads) if day is None else bisect_right(self._days, day + _WEEKS * 7)
        for block in self._blocks(n):
            if len(block) <= _CROWD * 8:
                found.update(block[bisect_right(block, n) : bisect_left(block, end)])
        found.update(self._counting_alike(n, end))
        for block, most in self._of_any_time(lead):
            if len(block) <= most:
                found.update(block[bisect_right(block, n) :])
        found |= self._adrift.get(n, set())
        last = 0 if day is None else bisect_right(self._days, day + _LASTS)
        for disease in lead.diseases:
            block = self._by_disease[disease]
            if len(block) <= _CROWD * 8:
                found.update(block[bisect_right(block, n) : bisect_left(block, last)])
        return sorted(found)

    def _counting_alike(self, n: int, end: int) -> Iterable[int]:
        """The leads behind one, before an end, that share two counts with it, of such as few have."""
        having = (self._by_fact[fact] for fact in _counted(self._leads[n]))
        cut = (block[bisect_right(block, n) : bisect_left(block, end)] for block in having if len(block) <= _CROWD)
        if len(blocks := list(filter(None, cut))) < _TWO:
            return ()
        shared = Counter(chain.from_iterable(blocks))
        return (other for other, count in shared.items() if count >= _TWO)

    def _of_any_time(self, lead: Lead) -> Iterable[tuple[list[int], int]]:
        """The leads that share what tells a happening at any time, and how many of them are too many to tell it."""
        yield from ((self._by_number[number], _CROWD) for number in lead.rare)
        yield from ((self._by_known[event], _CROWD * 8) for event in lead.known)
        yield from ((self._by_day[day[-_MONTH_AND_DAY:]], _CROWD * 8) for day in lead.recalled)

    def around(self, n: int, many: int) -> int:
        """How many leads share a name with one and may be of its time, itself among them; `many` at the most."""
        if not self._crowded.isdisjoint(self._names[n]):
            return many
        day, found = self._leads[n].day, {n}
        for block in self._blocks(n):
            found.update(block if day is None else self._of_time(block, day))
            if len(found) >= many:
                return many
        return len(found)

    def _of_time(self, block: Sequence[int], day: int) -> Iterable[int]:
        undated = bisect_right(self._days, 0)
        first, last = bisect_left(self._days, day - _WEEKS * 7, lo=undated), bisect_right(self._days, day + _WEEKS * 7)
        yield from block[: bisect_left(block, undated)]
        yield from block[bisect_left(block, first) : bisect_left(block, last)]

    def _blocks(self, n: int) -> Iterable[list[int]]:
        names = self._names[n]
        yield from (self._by_name[name] for name in names - self._crowded)
        yield from (self._by_two[two] for two in combinations(sorted(names & self._crowded), 2))
