"""Figures of one event in, totals of which rules know the parts out, and running tolls with their days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import product

from claimcheck.records import Article, Relation, Sum
from claimcheck.rules.matching import Parts
from claimcheck.slots import BOTH, Book, Slots, Subject, World
from claimcheck.stages.compare.adding import added_up, comes_out, sum_of, vague
from claimcheck.stages.compare.parts import Group, later, nesting, relation_of
from claimcheck.stages.compare.together import day_of
from claimcheck.stages.compare.wording import Words

_CROWD = 400  # groups of one event, above which nobody states parts and totals: a table, or noise
_MANY = 40  # claims of a figure beyond which no running counts are looked for


def sums_of(
    groups: Sequence[Group], articles: Mapping[str, Article], book: Book, world: World, words: Words
) -> Iterable[Sum]:
    """Every total of one event's figures whose parts are stated."""
    if len(groups) > _CROWD:
        return
    members = [subject for group in groups for subject in group.members]
    lists = Counter(map(_list_of, members))
    going_on = {_sentence_of(subject) for subject in members if subject.slots.scope == "additional"}
    for whole in groups:
        if not _has_parts(whole.frame, book):
            continue
        inside = [part for part in groups if nesting(part.frame, whole.frame, book, world)]
        for parts in _partitions(whole.frame, inside, book):
            yield from _totals(whole, parts, lists, going_on, articles, words)


def running_sums(groups: Sequence[Group], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """A running count that is the last day's and this day's dead: "112 killed on Wednesday … the toll reached 2,953".

    Bodies are found of the days before, and names struck off, so that only sums that come out are sums.
    """
    by_day: dict[tuple[str | None, str, str], list[Subject]] = defaultdict(list)
    for subject in (s for group in groups for s in group.members):
        period = subject.slots.period
        if period is not None and period[0] == period[1] and not vague(subject):
            by_day[subject.slots.measure, subject.slots.noun_class, period[0]].append(subject)
    for old, new in (two for group in groups for two in _on_following_days(group.members[:_MANY], articles)):
        for day in by_day.get((new.slots.measure, new.slots.noun_class, day_of(new, articles) or ""), ()):
            told = day not in (old, new) and day.claim.article == new.claim.article
            if told and new.number is not None and comes_out(new, (old, day)):
                yield sum_of(new, (old, day), articles, words)


def parts_of_sums(
    sums: Iterable[Sum], groups: Sequence[Sequence[Subject]], articles: Mapping[str, Article], words: Words
) -> Iterable[Relation]:
    """What adds up in one article to a total that it tells is part of it, wherever the article gives the total again.

    "Sixteen died: ten in the market, six on the bridge"; what several articles tell may add up by chance.
    """
    given: dict[tuple[int, str, float], list[Subject]] = defaultdict(list)
    at: dict[str, tuple[Subject, tuple[int, str, float]]] = {}
    for n, group in enumerate(groups):
        for subject in group:
            key = (n, subject.claim.article, subject.amount.value)
            given[key].append(subject)
            at[subject.claim.id] = (subject, key)
    for one in (one for one in sums if one.verdict == "consistent"):
        total, key = at[one.total]
        parts = [at[part][0] for part in one.parts]
        kind = (total.claim.article, total.slots.dimension)  # of a share no count is added up
        if any((part.claim.article, part.slots.dimension) != kind for part in parts):
            continue
        for part, whole in product(parts, given[key]):
            if part is not whole:
                yield relation_of(part, whole, "sum-of", articles, words)


def _on_following_days(
    members: Sequence[Subject], articles: Mapping[str, Article]
) -> Iterable[tuple[Subject, Subject]]:
    """Pairs of claims of which the second is of the day after the first."""
    by_eve: dict[str, list[Subject]] = defaultdict(list)
    for new in members:
        if (day := day_of(new, articles)) and (eve := _day_before(day)):
            by_eve[eve].append(new)
    return ((old, new) for old in members for new in by_eve.get(day_of(old, articles) or "", ()))


@lru_cache(maxsize=4096)
def _day_before(day: str) -> str:
    """The day before; nothing where the calendar begins."""
    ordinal = date.fromisoformat(day).toordinal() - 1
    return date.fromordinal(ordinal).isoformat() if ordinal else ""


def _has_parts(whole: Slots, book: Book) -> bool:
    """Whether anything makes up a whole: the two sides, or what a rule lists in full."""
    return whole.party == BOTH or any(_makes_up(rule, whole) for rule in book.parts)


def _makes_up(rule: Parts, whole: Slots) -> bool:
    return rule.complete and rule.slot != "party" and _slot(whole, rule.slot) == rule.whole


def _partitions(whole: Slots, inside: Sequence[Group], book: Book) -> Iterable[tuple[Group, ...]]:
    """Figures that make up the whole and do not overlap."""
    if whole.party == BOTH:
        sides = [group for group in inside if group.frame.party not in (None, BOTH)]
        found = sorted({str(group.frame.party) for group in sides})
        if len(found) == 2:
            yield from _choices([[g for g in sides if g.frame.party == party] for party in found])
    for rule in book.parts:
        if not _makes_up(rule, whole):
            continue
        by_part = [[g for g in inside if _slot(g.frame, rule.slot) == part] for part in rule.parts]
        if all(by_part):
            yield from _choices(by_part)


def _choices(by_part: Sequence[Sequence[Group]]) -> Iterable[tuple[Group, ...]]:
    """One figure for each part; two that could stand for one part leave the sum open."""
    if all(len(groups) == 1 for groups in by_part):
        yield tuple(groups[0] for groups in by_part)


def _slot(slots: Slots, name: str) -> str | None:
    return slots.measure if name == "measure" else slots.noun_class


def _list_of(subject: Subject) -> tuple[object, ...]:
    """The sentence and what it tells: "94 soldiers, ten officers and five civilians died" is one list."""
    slots = subject.slots
    return (subject.claim.article, subject.claim.sentence, slots.measure, slots.dimension, slots.portion)


def _sentence_of(subject: Subject) -> tuple[object, ...]:
    return subject.claim.article, subject.claim.sentence


def _totals(
    whole: Group,
    parts: tuple[Group, ...],
    lists: Mapping[tuple[object, ...], int],
    going_on: Collection[tuple[object, ...]],
    articles: Mapping[str, Article],
    words: Words,
) -> Iterable[Sum]:
    seen: set[tuple[object, ...]] = set()
    told = [(total, _chosen(total, parts)) for total in whole.members]
    of_one = any(comes_out(total, chosen) for total, chosen in told)  # "12 women, 15 men": of the 27, not of the 131
    for total, chosen in told:
        if not (comes_out(total, chosen) or (not of_one and _may_be_all(total, chosen))):
            continue
        key = (total.amount, total.voice, total.claim.article, tuple(part.claim.id for part in chosen))
        listed = {_list_of(part) for part in chosen if part.slots.measure == total.slots.measure}
        if len(listed) == 1 and lists[next(iter(listed))] > len(chosen) + (_list_of(total) in listed):
            continue  # the list that they stand in goes on
        if key not in seen and not any(vague(subject) for subject in (total, *chosen)):
            seen.add(key)
            found = sum_of(total, chosen, articles, words)
            if found.verdict == "consistent" or _all_there_are(whole, chosen, going_on):
                yield found


def _all_there_are(whole: Group, parts: Sequence[Subject], going_on: Collection[tuple[object, ...]]) -> bool:
    """Whether parts may be held against a total that they do not make: not soldiers of one sentence and civilians of
    another, nor "15 civilians, 27 fighters and another ten bodies"."""
    sentences = {_sentence_of(part) for part in parts}
    by_class = len({part.slots.measure for part in parts}) == 1 and whole.frame.party != BOTH
    return not by_class or (len(sentences) == 1 and sentences.isdisjoint(going_on))


def _may_be_all(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether parts that do not come out as the total should: they are of its people and time, and the text does not
    tell them as some of the total ("eight people, including a guard and two soldiers") or as parts of another one."""
    if any(later(part, total) for part in parts) or not _of_one_side(total, parts):
        return False
    linked = [part for part in parts if part.claim.description.part_of]
    own = [part for part in linked if part.claim.article == total.claim.article]
    of_total = all(part.claim.description.part_of[0].whole in total.claim.starts for part in own)
    added = added_up(parts)
    some = bool(linked) and added.value < total.amount.value and not total.amount.typical.meets(added.typical)
    return of_total and not some


def _of_one_side(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether the parts may be the total's people: no other side's dead, nor what the other side tells."""
    if total.slots.party != BOTH and not {part.slots.party for part in parts} <= {total.slots.party, None}:
        return False
    return all(not (total.claim.sides and part.claim.sides) or total.claim.sides & part.claim.sides for part in parts)


def _chosen(total: Subject, parts: tuple[Group, ...]) -> list[Subject]:
    """A claim for each part: of the total's article or another one that has all parts, or else the first."""
    shared = set.intersection(*({s.claim.article for s in group.members} for group in parts))
    own = [total.claim.article]
    wanted = own + sorted(shared) if own[0] in shared else sorted(shared) + own

    def first(subject: Subject) -> tuple[int, str, int]:
        article = subject.claim.article
        return wanted.index(article) if article in wanted else len(wanted), article, subject.claim.quantity.start

    return [min(group.members, key=first) for group in parts]
