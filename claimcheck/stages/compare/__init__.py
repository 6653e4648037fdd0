"""Figures in, relations and sums out. Says how claims stand to each other, never who is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, permutations, product

import msgspec

from claimcheck.memory import uncollected
from claimcheck.records import DISPUTES, Article, Claim, Figure, Reading, Relation, Sum
from claimcheck.rules import Rules
from claimcheck.slots import Amount, Book, Slots, Subject, World, in_one_unit, known_of, subject_of, world_of
from claimcheck.stages.compare.alike import Alike
from claimcheck.stages.compare.lists import listed_sums, sums_across
from claimcheck.stages.compare.narrower import narrower, told_again
from claimcheck.stages.compare.nearby import far, sums_nearby
from claimcheck.stages.compare.pairs import relate
from claimcheck.stages.compare.parts import Group, counted, counted_in, group_of, lies_in, linked, nested, wholes_of
from claimcheck.stages.compare.shares import shares
from claimcheck.stages.compare.sums import parts_of_sums, running_sums, sums_of
from claimcheck.stages.compare.telling import telling_of
from claimcheck.stages.compare.together import together
from claimcheck.stages.compare.wording import Words
from claimcheck.workers import portions, spread

_ALIKE = 20  # groups of an event that have the same slots, of which wholes and parts are looked for
_SHARE = 5000  # pairs compared by one process at a time
_MANY = 60  # claims of one figure beyond which only one claim of each statement is compared with the others


@uncollected()
def compare(
    readings: Sequence[Reading], figures: Sequence[Figure], rules: Rules
) -> tuple[tuple[Relation, ...], tuple[Sum, ...]]:
    """Relations within and between figures, and totals with their parts."""
    book, words, world = rules.once(Book), rules.once(Words), world_of(readings, rules)
    articles = {reading.article.name: reading.article for reading in readings}
    groups = _subjects(readings, figures, book)
    everybody = [s for group in groups for s in group]
    events = list(_by_event(groups))
    found: dict[tuple[str, str], Relation] = {}
    for relation in _related(groups, events, figures, articles, book, words, world):
        _keep(found, relation)
    sums = _summed(everybody, events, articles, book, words, world)
    _settle(found, sums, everybody)
    order = {s.claim.id: n for n, s in enumerate(sorted(everybody, key=_order))}

    def rank(one: Sum) -> tuple[int, list[int]]:
        return order[one.total], [order[part] for part in one.parts]

    kept = sorted(_of_numbers(sorted(_once(sums), key=rank), groups), key=rank)
    for relation in parts_of_sums(kept, groups, articles, words):
        _relate_part(found, relation)
    return tuple(sorted(found.values(), key=lambda r: (order[r.a], order[r.b]))), tuple(kept)


def _related(
    groups: Sequence[list[Subject]],
    events: Sequence[Sequence[Group]],
    figures: Sequence[Figure],
    articles: Mapping[str, Article],
    book: Book,
    words: Words,
    world: World,
) -> Iterator[Relation]:
    """All relations but those that sums tell: within figures, then what the texts say is a part, then by the rules."""
    everybody = [s for group in groups for s in group]
    wholes = wholes_of(everybody)
    within = partial(_within, wholes=wholes, articles=articles, alike=Alike(book, world), book=book, words=words)
    several = [(group, figure) for group, figure in zip(groups, figures, strict=True) if len(group) > 1]
    for relations in spread(within, portions(several, _pairs_in, _SHARE), list[Relation]):
        yield from relations
    of_figure = {s.claim.id: n for n, group in enumerate(groups) for s in group}
    yield from linked(everybody, articles, words)
    yield from told_again(everybody, of_figure, articles, book, words)
    yield from narrower(everybody, articles, book, world, words)
    for event in events:
        for part, whole, name in _nested(event, book, world):
            yield from nested(part, whole, name, wholes, articles, book, words)


def _summed(
    everybody: Sequence[Subject],
    events: Iterable[Sequence[Group]],
    articles: Mapping[str, Article],
    book: Book,
    words: Words,
    world: World,
) -> list[Sum]:
    """The sums that texts tell, then those of what is counted of one event; a total may come more than once."""
    sums = [
        *listed_sums(everybody, articles, words),
        *sums_nearby(everybody, articles, book, world, words),
        *shares(everybody, articles, words),
    ]
    for event in events:
        sums.extend(sums_of(event, articles, book, world, words))
        sums.extend(sums_across(event, articles, book, words))
        sums.extend(running_sums(event, articles, words))
    return sums


def _pairs_in(told: tuple[list[Subject], Figure]) -> int:
    return min(len(told[0]), _MANY) ** 2 // 2


def _within(
    share: Iterable[tuple[list[Subject], Figure]],
    wholes: Mapping[str, Amount],
    articles: Mapping[str, Article],
    alike: Alike,
    book: Book,
    words: Words,
) -> list[Relation]:
    """The relations between the claims of each figure of a share."""
    found = list[Relation | None]()
    for group, figure in share:
        told = together(group, articles, wholes, words)
        tellings = [telling_of(s, alike.kind(s), articles, words) for s in _compared(group, figure)]
        found.extend(relate(a, b, told, alike, book, words) for a, b in combinations(tellings, 2))
    return [relation for relation in found if relation is not None]


def _subjects(readings: Sequence[Reading], figures: Sequence[Figure], book: Book) -> list[list[Subject]]:
    """The subjects of each figure, made article by article: what all of an article tells is worked out once."""
    of = {claim: figure for figure in figures for claim in figure.claims}
    claims = ((claim, reading) for reading in readings for claim in reading.claims if claim.id in of)
    texts = {reading.article.name: reading.article.text for reading in readings}
    told = [_subject(claim, reading, of[claim.id], book) for claim, reading in claims]
    told = in_one_unit(told, texts, lambda subject: of[subject.claim.id].id, book)
    subjects = {subject.claim.id: subject for subject in told}
    return [[subjects[i] for i in figure.claims] for figure in figures]


def _subject(claim: Claim, reading: Reading, figure: Figure, book: Book) -> Subject:
    return subject_of(claim, None if claim.id in figure.loose else figure.event or None, book, reading)


def _order(subject: Subject) -> tuple[str, int, int]:
    return (subject.claim.article, subject.claim.quantity.start, subject.claim.quantity.end)


def _settle(found: dict[tuple[str, str], Relation], sums: Iterable[Sum], everybody: Sequence[Subject]) -> None:
    """A total and a part that add up with the others have nothing to dispute, nor have two parts.

    Nor have the sentences of their article that tell them: "11 died, 44 were hurt", where the eight and the three that
    died at two places add up to the eleven, and of the hurt only the 34 at one of them are told.
    """
    subjects = {s.claim.id: s for s in everybody}
    of_parts: dict[Sentence, set[Number]] = defaultdict(set)
    for one in (one for one in sums if one.verdict == "consistent"):
        for part in one.parts:
            of_parts[_sentence(subjects[part])].add(_number(subjects[one.total]))
        for pair in permutations((one.total, *one.parts), 2):
            if pair in found and found[pair].kind in DISPUTES:
                del found[pair]
    totals = set[Number]().union(*of_parts.values())
    told: dict[Sentence, set[Number]] = defaultdict(set, {at: set(numbers) for at, numbers in of_parts.items()})
    for s in everybody:
        if (number := _number(s)) in totals:
            told[_sentence(s)].add(number)
    for (a, b), relation in list(found.items()):
        x, y = _sentence(subjects[a]), _sentence(subjects[b])
        of_one = relation.kind in DISPUTES and x[0] == y[0] and x != y and x in told and y in told
        if of_one and not told[x].isdisjoint(told[y]):
            del found[a, b]


Sentence = tuple[str, int]  # an article, and a sentence of it
Number = tuple[str, str | None, float]  # what an article gives again: so many of one fate


def _sentence(subject: Subject) -> Sentence:
    return subject.claim.article, subject.claim.quantity.sentence


def _number(subject: Subject) -> Number:
    return subject.claim.article, subject.slots.measure, subject.amount.value


def _once(sums: Iterable[Sum]) -> list[Sum]:
    """Each total with the same parts once."""
    return list({(found.total, frozenset(found.parts)): found for found in reversed(list(sums))}.values())


def _of_numbers(sums: Sequence[Sum], groups: Sequence[Sequence[Subject]]) -> Iterable[Sum]:
    """The sums, those of the same figures and numbers once an article, by the total that stands nearest to the parts;
    once for all where no article tells it whole: ten that give a total and ten that give its parts tell one sum."""
    figure = {s.claim.id: n for n, group in enumerate(groups) for s in group}
    subjects = {s.claim.id: s for group in groups for s in group}

    def number(i: str) -> tuple[int, float]:
        return figure[i], subjects[i].amount.value

    found: dict[tuple[object, ...], dict[str, Sum]] = defaultdict(dict)
    for one in sums:
        total, parts = subjects[one.total], [subjects[part] for part in one.parts]
        whole = all(part.claim.article == total.claim.article for part in parts)
        name = total.claim.article if whole else ""
        told = found[number(one.total), frozenset(map(number, one.parts))]
        old = told.get(name)
        nearer = whole and old is not None and far(total, parts) < far(subjects[old.total], parts)
        if old is None or nearer:
            told[name] = one
    for told in found.values():
        yield from [one for name, one in told.items() if name] or told.values()


def _keep(found: dict[tuple[str, str], Relation], relation: Relation) -> None:
    """The first relation of a pair stands: within a figure before between figures, the text before the rules."""
    if (relation.b, relation.a) not in found:
        found.setdefault((relation.a, relation.b), relation)


def _relate_part(found: dict[tuple[str, str], Relation], relation: Relation) -> None:
    """What adds up to a total is a part of it, though its words would have it stand beside it as another count."""
    found.pop((relation.b, relation.a), None)
    if (relation.a, relation.b) not in found or found[relation.a, relation.b].kind != "part_of":
        found[relation.a, relation.b] = relation


def _compared(group: Sequence[Subject], figure: Figure) -> Sequence[Subject]:
    """All claims of a figure, or of a crowded one the first of each statement."""
    if len(group) <= _MANY:
        return group
    firsts = {origin[0] for origin in figure.origins}
    kept: dict[tuple[object, ...], Subject] = {}
    for subject in group:
        if subject.claim.id in firsts:
            kept.setdefault((subject.amount, subject.voice), subject)
    return list(kept.values())[: _MANY * 2]


def _by_event(groups: Iterable[list[Subject]]) -> Iterable[list[Group]]:
    found: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        tied = [subject for subject in group if subject.slots.event and not subject.denied]
        if tied:
            event = tied[0].slots.event or ""
            found[known_of(event) or event].append(group_of(tied))
    return found.values()


def _nested(event: Sequence[Group], book: Book, world: World) -> Iterable[tuple[Group, Group, str]]:
    """Pairs of groups of which the first lies in the second, and by which rule; of very many alike only the first."""
    kinds: dict[tuple[object, ...], dict[Slots, list[Group]]] = defaultdict(lambda: defaultdict(list))
    for group in event:
        kinds[counted(group.frame)][msgspec.structs.replace(group.frame, wording="")].append(group)
    for parts, wholes in product(kinds.values(), repeat=2):
        if not counted_in(next(iter(parts)), next(iter(wholes)), book):
            continue
        for part, whole in product(parts, wholes):
            if part is not whole and (name := lies_in(part, whole, book, world)):
                yield from ((a, b, name) for a, b in product(parts[part][:_ALIKE], wholes[whole][:_ALIKE]))
