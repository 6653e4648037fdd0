"""Articles in, the happenings they tell of out: which articles have one main event. Reads leads, not numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise, product

from claimcheck.bylines import byline
from claimcheck.dates import dateline, day_of
from claimcheck.records import Claim, Reading, Record
from claimcheck.slots import Book, days
from claimcheck.stages.match.clusters import agglomerate
from claimcheck.stages.match.names import LeadNames
from claimcheck.stems import WORD, capitals, stem, terms
from claimcheck.workers import slices, spread

_YEAR = re.compile(r"(?:19|20)\d\d")
LENGTH = 500  # of a lead, in characters: with 300 and with 1,200 fewer pairs of articles were told rightly
_SLIGHT = 1.0  # likeness above the least, up to which two leads count as strangers
_KIN = -2.5  # mean likeness of two stories from which their claims are compared
_WEEKS = 5  # apart, from which two dated articles are not taken to tell of one happening
_FEW = 3  # days between articles that may be of one happening, whatever days they tell
_SHARE = 2000  # leads compared by one process at a time
_TITLED = 0.6  # of a line's words with a capital, from which it is a headline that capitals tell nothing in
_CROWD = 60  # articles that share one name before it takes a second one to compare them


class Lead(Record, frozen=True):
    """What the opening of an article gives to know its event by."""

    names: frozenset[str]  # but those of countries and their people
    lands: frozenset[str]
    within: frozenset[str]  # lands, and those that its towns lie in
    words: frozenset[str]  # the names are among them
    numbers: frozenset[str]
    named: frozenset[str]  # in the whole article
    facts: frozenset[tuple[str, float]]  # what its claims count, with the number
    measures: frozenset[str]  # what they count
    day: int | None  # of its article, as an ordinal
    told: frozenset[int]  # days that its first claims are of
    happenings: frozenset[tuple[str, str, int | None]]  # kind, place and, where it is told, day of these claims
    kinds: frozenset[str]  # of event, that these claims tell
    around: frozenset[str]  # lands, and those that the towns of the whole article lie in, where a kind is told
    storms: frozenset[str]  # that have a name: Hurricane Odo
    diseases: frozenset[tuple[str, str]]  # each in a land: cholera in Haiti
    war: bool  # whether a claim of the article is of an event that lasts, or its news of a land at war


def lead_of(reading: Reading, known: LeadNames, book: Book) -> Lead:
    """The names, content words and numbers of an article's headline and first sentences."""
    opening = _opening(reading)
    told, words, numbers = terms(opening)
    named = told | capitals(reading.article.text[reading.article.body :])
    day, first, facts = _day(reading.article.date), _first(reading), frozenset(_facts(reading.claims))
    war = _of_war(reading, book)
    happening = () if war else first  # in news of a war many happenings are of one kind and place
    kinds = frozenset(kind for claim in happening for kind in kinds_of(claim) - book.lasting)
    names, lands = told - known.plain - known.peoples, known.lands(told)
    storms, diseases = book.words("lead", "storm"), book.words("lead", "disease")
    return Lead(
        names=names,
        lands=lands,
        within=lands | known.around(told),
        words=words - known.peoples,
        numbers=frozenset(number for number in numbers if not _YEAR.fullmatch(number)),
        named=named | lands | known.lands(named),
        facts=facts,
        measures=frozenset(measure for measure, _ in facts),
        day=day,
        told=frozenset(filter(None, map(_told_day, first))),  # "killed at least 16 civilians on Wednesday"
        happenings=frozenset(_happenings(happening, known, book)),
        kinds=kinds,
        around=lands | known.around(named) if kinds else frozenset(),
        storms=frozenset(_storms(opening, storms)) if _tells(words, storms) else frozenset(),
        diseases=frozenset(product(_words(opening) & diseases, lands)) if _tells(words, diseases) else frozenset(),
        war=war or known.at_war(told, day),
    )


def _tells(words: frozenset[str], any_of: frozenset[str]) -> bool:
    """Whether one of some words may be among stems."""
    return not _stems(any_of).isdisjoint(words)


@lru_cache(maxsize=16)
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def _words(text: str) -> frozenset[str]:
    return frozenset(map(str.casefold, WORD.findall(text)))


def _storms(opening: str, kinds: frozenset[str]) -> Iterable[str]:
    """Stems of the names of storms, as in "hurricane Odo"; in a Headline Of Capitals nothing is a name."""
    for line in opening.splitlines():
        written = WORD.findall(line)
        if sum(word[0].isupper() for word in written) > _TITLED * len(written):
            continue
        for kind, name in pairwise(written):
            if kind.casefold() in kinds and name[0].isupper() and (kept := stem(name)):
                yield kept


def _happenings(claims: Iterable[Claim], known: LeadNames, book: Book) -> Iterable[tuple[str, str, int | None]]:
    """Kind, place and day of what claims tell: a shooting in Christchurch, of a day that is not told.

    A land is no place of a bombing; of a flood, which goes over many places, it is one.
    """
    for claim in claims:
        place = claim.description.place
        wide = book.words("place", "compatible") if place and place.value in known.countries else None
        for kind in kinds_of(claim) - book.lasting if place else ():
            if place and (wide is None or kind in wide):
                yield kind, place.value, _told_day(claim)


def _of_war(reading: Reading, book: Book) -> bool:
    events = (claim.description.event for claim in reading.claims)
    return any(event is not None and book.lasts(event.value) for event in events)


def _first(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.sentence[0] < reading.article.body + LENGTH]


def _told_day(claim: Claim) -> int | None:
    period = days(claim)
    return _day(period[0]) if period is not None and period[0] == period[1] else None


def kinds_of(claim: Claim) -> frozenset[str]:
    """The kinds of event that a claim's text tells: airstrike, flood."""
    return frozenset(fact.value.casefold() for fact in claim.description.event_terms)


def _facts(claims: Iterable[Claim]) -> Iterable[tuple[str, float]]:
    """Numbers that two articles hardly share by chance, with what they measure."""
    for claim in claims:
        quantity, measure = claim.quantity, claim.description.measure
        if quantity.dimension == "count" and measure and quantity.qualifier != "vague" and quantity.value >= 2:
            yield (measure.value, quantity.value)
        elif quantity.dimension not in ("count", "duration") and quantity.value > 2:
            yield (quantity.unit or quantity.dimension, quantity.value)


@lru_cache(maxsize=4096)
def _day(text: str | None) -> int | None:
    day = day_of(text)
    return day.toordinal() if day is not None else None


def _opening(reading: Reading) -> str:
    article, parts, left = reading.article, [reading.article.title or ""], LENGTH
    for sentence in reading.segments.sentences:
        if left <= 0:
            break
        if byline(article.text, sentence.start, sentence.end):
            continue
        if sentence.kind in ("body", "headline") and sentence.start >= article.body:
            told_from = dateline(article.text, sentence.start, sentence.end)
            start = told_from[1] if told_from else sentence.start
            parts.append(article.text[start : min(sentence.end, sentence.start + left)])
            left -= sentence.end - sentence.start
    return "\n".join(parts)


def stories(leads: Mapping[str, Lead], book: Book) -> tuple[dict[str, int], dict[tuple[int, int], float]]:
    """For each article the number of its story (one main event, one number), and stories that are nearly one."""
    texts = {name: _text(lead) for name, lead in leads.items()}
    alike: dict[tuple[object, ...], Lead] = {}
    for name, text in texts.items():
        lead, other = leads[name], alike.get(text)
        alike[text] = lead if other is None or lead == other else max(lead, other, key=_order)
    distinct = list(_in_order(alike.values()))
    weigh = Likeness(book)
    telling = _telling(distinct, weigh)
    groups = agglomerate(len(distinct), telling, missing=weigh.bias)
    story = {n: number for number, group in enumerate(groups) for n in group}
    of_text = {_text(lead): story[n] for n, lead in enumerate(distinct)}
    return {name: of_text[text] for name, text in texts.items()}, _kin(telling, story, groups, weigh.bias)


def _text(lead: Lead) -> tuple[object, ...]:
    """A lead by what its text says alone: two of one text are of one story, whatever else is known of their claims."""
    return lead.day, lead.names, lead.lands, lead.words, lead.numbers, lead.facts, lead.told, lead.named


def _telling(leads: Sequence[Lead], weigh: Likeness) -> dict[tuple[int, int], float]:
    """The likeness of every two leads that are no strangers."""
    near, least = _Near(leads), weigh.bias + _SLIGHT

    def told(part: Sequence[int]) -> list[tuple[int, int, float]]:
        found = list[tuple[int, int, float]]()
        for i in part:
            lead = leads[i]
            weights = ((j, weigh(lead, leads[j])) for j in near.behind(i))
            found.extend((i, j, weight) for j, weight in weights if weight > least)
        return found

    found = spread(told, slices(range(len(leads)), _SHARE), list[tuple[int, int, float]])
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
        self._no_land, self._no_name = book.weight("lead", "no-land"), book.weight("lead", "no-name")
        self._facts = book.weight("lead", "facts")
        self._near, self._far = book.weight("lead", "same-days"), book.weight("lead", "days-apart")
        self._other_days = book.weight("lead", "other-days")
        self._storm, self._disease = book.weight("lead", "storm"), book.weight("lead", "disease")
        self._over_land, self._wide = book.weight("lead", "happening-wide"), book.words("lead", "happening-wide")
        self._in_land = book.weight("lead", "happening-in-land")
        self._happening, self._undated = book.weight("lead", "happening"), book.weight("lead", "happening-undated")
        self._dated = _Dated(book)

    def __call__(self, a: Lead, b: Lead) -> float:
        if a.storms and b.storms and a.storms.isdisjoint(b.storms):
            return self.bias
        weight = self._by_names(a, b) if a.war or b.war or a.day is None or b.day is None else self._dated(a, b)
        if not a.storms.isdisjoint(b.storms):
            weight += self._storm
        if not a.diseases.isdisjoint(b.diseases):
            weight += self._disease
        return weight

    def _by_names(self, a: Lead, b: Lead) -> float:
        """Of articles without a date, or of the many happenings of a war, which are told in the same words."""
        numbers, words = len(a.numbers & b.numbers), len(a.words & b.words)
        one = 0.0 if a.kinds.isdisjoint(b.kinds) else self._one_happening(a, b)
        if words < 6 and not one and not numbers and min(len(a.names), len(b.names)) > 3 and len(a.names & b.names) < 2:
            return self.bias  # one name alone says little: a country, an agency
        # Which part of a lead's names the other article has too, wherever in its text.
        least, most = sorted((_share(a, b.named), _share(b, a.named)))
        weight = self.bias + self._least * least + self._most * most
        if a.lands and b.lands and a.lands.isdisjoint(b.lands):
            weight += self._no_land if most else self._no_land + self._no_name
        if not a.facts.isdisjoint(b.facts):
            weight += self._facts * _told_by_both(a.facts & b.facts)
        weight += self._words * words / (min(len(a.words), len(b.words)) or 1)
        weight += self._numbers * min(numbers, 3)
        weight += self._time(a.day, b.day)
        if a.told and b.told and _of_other_days(a.told, b.told):
            weight += self._other_days
        return weight + one

    def _one_happening(self, a: Lead, b: Lead) -> float:
        """What one kind says with one place or land, on one day, or in articles of a few days that tell none."""
        if any(day is not None for _, _, day in a.happenings & b.happenings):
            return self._happening
        if a.told and b.told:
            return 0.0 if a.told.isdisjoint(b.told) or a.around.isdisjoint(b.around) else self._in_land
        if not _few_days(a, b):
            return 0.0
        if both := {one[:2] for one in a.happenings} & {one[:2] for one in b.happenings}:
            return self._undated if self._wide.isdisjoint(kind for kind, _ in both) else self._over_land
        return 0.0 if a.around.isdisjoint(b.around) else self._in_land

    def _time(self, a: int | None, b: int | None) -> float:
        return 0.0 if a is None or b is None else _apart(abs(a - b), self._near, self._far)


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


def _told_by_both(facts: Iterable[tuple[str, float]]) -> float:
    """How much shared numbers say: those of one digit half as much, and no more than two."""
    return min(2.0, sum(1.0 if value >= 10 else 0.5 for _, value in facts))


def _of_other_days(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether none of some days is within a day of others."""
    return a.isdisjoint(b) and min(abs(x - y) for x in a for y in b) > 1


def _in_order(leads: Iterable[Lead]) -> Iterable[Lead]:
    """The leads by what they tell, whatever order they come in; nearly all are told apart by their days and names."""
    alike: dict[tuple[int, tuple[str, ...]], list[Lead]] = defaultdict(list)
    for lead in leads:
        alike[lead.day or 0, tuple(sorted(lead.names))].append(lead)
    for _, group in sorted(alike.items()):
        yield from group if len(group) == 1 else sorted(group, key=_order)


def _order(lead: Lead) -> tuple[object, ...]:
    return (
        lead.day or 0,
        sorted(lead.names),
        sorted(lead.lands),
        sorted(lead.within),
        sorted(lead.words),
        sorted(lead.numbers),
        sorted(lead.facts),
        sorted(lead.told),
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


class _Near:
    """Which leads share a name and are of one time; a name of very many counts only with a second one.

    The leads come by day, those without one first, so that neighbours lie near each other in memory too.
    """

    def __init__(self, leads: Sequence[Lead]) -> None:
        self._leads, self._days = leads, [lead.day or 0 for lead in leads]
        self._names = [_known_by(lead) for lead in leads]
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for n, names in enumerate(self._names):
            for name in names:
                self._by_name[name].append(n)
        self._crowded = {name for name, having in self._by_name.items() if len(having) > _CROWD}
        self._by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
        for n, names in enumerate(self._names):
            for two in combinations(sorted(names & self._crowded), 2):
                self._by_two[two].append(n)

    def behind(self, n: int) -> list[int]:
        """The leads behind one that share a name with it and are not known to be more than five weeks apart from it."""
        day, found = self._leads[n].day, set[int]()
        end = len(self._leads) if day is None else bisect_right(self._days, day + _WEEKS * 7)
        for block in self._blocks(n):
            if len(block) <= _CROWD * 8:
                found.update(block[bisect_right(block, n) : bisect_left(block, end)])
        return sorted(found)

    def _blocks(self, n: int) -> Iterable[list[int]]:
        names = self._names[n]
        yield from (self._by_name[name] for name in names - self._crowded)
        yield from (self._by_two[two] for two in combinations(sorted(names & self._crowded), 2))
