"""Figures of one event in, totals with their parts out: added up, low with low and high with high."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import ceil, floor, inf

from claimcheck.records import Article, Range, Span, Sum, Verdict
from claimcheck.rules.matching import Parts
from claimcheck.slots import BOTH, Amount, Book, Slots, Subject, World, compare_days, same_number, telling
from claimcheck.stages.compare.parts import Group, nesting, starts
from claimcheck.stages.compare.together import day_of
from claimcheck.stages.compare.wording import Words

_CROWD = 400  # groups of one event, above which nobody states parts and totals: a table, or noise
_MANY = 40  # claims of a figure beyond which no running counts are looked for
_LISTED = 12  # counts of one sentence, above which they are a table
_NEXT = 3  # characters from a sentence to the next one
_Kind = tuple[str | None, ...]  # what the parts and the total of a sum have in common
_LISTING = re.compile(r"[-–—:]|(?:\w+ of|comprising)\b")  # what opens a list of all parts: "made up of"


def sums_of(
    groups: Sequence[Group], articles: Mapping[str, Article], book: Book, world: World, words: Words
) -> Iterable[Sum]:
    """Every total of one event's figures whose parts are stated."""
    if len(groups) > _CROWD:
        return
    lists = Counter(_list_of(subject) for group in groups for subject in group.members)
    for whole in groups:
        if not _has_parts(whole.frame, book):
            continue
        inside = [part for part in groups if nesting(part.frame, whole.frame, book, world)]
        for parts in _partitions(whole.frame, inside, book):
            yield from _totals(whole, parts, lists, articles, words)


def listed_sums(subjects: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """Totals whose parts the text lists behind a dash or a colon: "nine people - six passengers and three crew"."""
    by_start = {(s.claim.article, start): s for s in subjects for start in starts(s.claim)}
    lists: dict[tuple[str, int], list[Subject]] = defaultdict(list)
    wholes: dict[str, Subject] = {}
    for part in subjects:
        for link in part.claim.description.part_of:
            whole = by_start.get((part.claim.article, link.whole))
            alike = whole is not None and part.slots.dimension == whole.slots.dimension in ("count", "money")
            if whole is not None and alike and not (part.denied or whole.denied):
                wholes[whole.claim.id] = whole
                lists[whole.claim.id, link.span[0]].append(part)
    for (key, cue), parts in lists.items():
        whole = wholes[key]
        listing = _LISTING.match(articles[whole.claim.article].text, cue) is not None
        all_told = listing or _of_all_places(whole, parts) or _comes_out(whole, parts)
        if len(parts) > 1 and not any(map(_vague, (whole, *parts))) and all_told:
            yield _sum(whole, parts, articles, words)


def _of_all_places(whole: Subject, parts: Sequence[Subject]) -> bool:
    """ "90 barns, 60 of them in Ord and 30 in Wick": places that need not be all there are, but add up to the whole."""
    places = {part.slots.place for part in parts}
    added = _added_up(parts)
    return len(places) == len(parts) and None not in places and whole.amount.typical.meets(added.typical)


def sums_by_place(groups: Sequence[Group], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """Totals that one sentence's counts of several places add up to: "120 in Nepal and 35 in India … in all 155".

    Nothing tells that the places are all there are, so that only sums that come out are sums.
    """
    by_sentence: dict[tuple[str, Span, str, str, str], list[Subject]] = defaultdict(list)
    by_article: dict[str, list[Subject]] = defaultdict(list)
    for subject in (s for group in groups for s in group.members):
        by_article[subject.claim.article].append(subject)
        slots = subject.slots
        if slots.own_place and slots.measure and not _vague(subject):
            key = (subject.claim.article, subject.claim.sentence, slots.measure, slots.noun_class, slots.modality)
            by_sentence[key].append(subject)
    for (article, sentence, measure, noun, mode), parts in by_sentence.items():
        if len({part.slots.place for part in parts}) != len(parts) or len(parts) < 2:
            continue
        for total in by_article[article]:
            same = (total.slots.measure, total.slots.noun_class, total.slots.modality) == (measure, noun, mode)
            if same and total not in parts and total.claim.sentence >= sentence and _comes_out(total, parts):
                yield _sum(total, parts, articles, words)


def sums_by_sentence(subjects: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """Totals that the other counts of one sentence add up to: "38 were rescued, 21 crew and 17 passengers".

    Nothing tells that the others are all there are, so that only sums that come out are sums.
    """
    by_sentence: dict[tuple[str, Span, str, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        slots = subject.slots
        if slots.dimension == "count" and slots.measure and not (_vague(subject) or subject.denied):
            key = (subject.claim.article, subject.claim.sentence, slots.measure, slots.modality)
            by_sentence[key].append(subject)
    starting = {(name, span[0], what, how): told for (name, span, what, how), told in by_sentence.items()}
    for (article, sentence, measure, modality), told in by_sentence.items():
        highest = max(told, key=lambda subject: subject.amount.value)
        parts = [subject for subject in told if subject is not highest]
        if len(parts) > 1 and _comes_out(highest, parts):
            yield _sum(highest, parts, articles, words)
        # "36 in the north, 18 in the south. Altogether 54 died"
        behind = (starting.get((article, sentence[1] + gap, measure, modality), ()) for gap in range(_NEXT + 1))
        for total in (subject for totals in behind for subject in totals if len(told) > 1):
            if _comes_out(total, told):
                yield _sum(total, told, articles, words)


def sums_across(groups: Sequence[Group], articles: Mapping[str, Article], book: Book, words: Words) -> Iterable[Sum]:
    """Totals of any text on the event that the counts of one sentence add up to: "417 in the north and 315 in the south
    died", "732 people were killed". Nothing tells that they are all there are, so that only what comes out is a sum."""
    totals: dict[tuple[_Kind, float], list[Subject]] = defaultdict(list)
    by_sentence: dict[tuple[str, Span, _Kind], list[Subject]] = defaultdict(list)
    for subject in (s for group in groups for s in group.members):
        slots = subject.slots
        if slots.measure is None or slots.dimension not in ("count", "money") or not _closed(subject):
            continue
        kind: _Kind = (slots.event, slots.measure, slots.dimension, slots.unit, slots.modality, slots.direction)
        totals[kind, subject.amount.value].append(subject)
        if slots.portion is None:
            by_sentence[subject.claim.article, subject.claim.sentence, kind].append(subject)
    for (article, sentence, kind), parts in by_sentence.items():
        differ = {(part.amount.value, part.slots.noun, part.slots.place) for part in parts}
        if not 1 < len(parts) == len(differ) <= _LISTED:
            continue  # "22 killed", told twice on one line
        for total in totals.get((kind, sum(part.amount.value for part in parts)), ()):
            elsewhere = (total.claim.article, total.claim.sentence) != (article, sentence)
            if elsewhere and all(_may_be_of(part.slots, total.slots, book) for part in parts):
                in_order = sorted(parts, key=lambda part: part.claim.quantity.start)
                yield _sum(total, in_order, articles, words)


def _may_be_of(part: Slots, whole: Slots, book: Book) -> bool:
    """Whether what one counts may be among what the other counts, at its time."""
    nouns = part.noun_class, whole.noun_class
    harmed = book.counted.get(part.measure or "") == "person"  # "26 sergeants died": people, though no rule knows them
    people = all(noun == "person" or book.holds("person", noun) or (harmed and noun == "other") for noun in nouns)
    among_all = (people and not book.is_part(whole.noun_class)) or book.holds(whole.noun_class, part.noun_class)
    alike = among_all or "" in nouns or nouns[0] == nouns[1]
    days = compare_days(part.period, whole.period)
    return alike and days != "different" and (days != "unknown" or not book.lasts(whole.event or ""))


def running_sums(groups: Sequence[Group], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """A running count that is the last day's and this day's dead: "112 killed on Wednesday … the toll reached 2,953".

    Bodies are found of the days before, and names struck off, so that only sums that come out are sums.
    """
    by_day: dict[tuple[str | None, str, str], list[Subject]] = defaultdict(list)
    for subject in (s for group in groups for s in group.members):
        period = subject.slots.period
        if period is not None and period[0] == period[1] and not _vague(subject):
            by_day[subject.slots.measure, subject.slots.noun_class, period[0]].append(subject)
    for old, new in (two for group in groups for two in _on_following_days(group.members[:_MANY], articles)):
        for day in by_day.get((new.slots.measure, new.slots.noun_class, day_of(new, articles) or ""), ()):
            told = day not in (old, new) and day.claim.article == new.claim.article
            if told and telling(new) is not None and _comes_out(new, (old, day)):
                yield _sum(new, (old, day), articles, words)


def _on_following_days(
    members: Sequence[Subject], articles: Mapping[str, Article]
) -> Iterable[tuple[Subject, Subject]]:
    """Pairs of claims of which the second is of the day after the first."""
    by_eve: dict[str, list[Subject]] = defaultdict(list)
    for new in members:
        if day := day_of(new, articles):
            by_eve[_day_before(day)].append(new)
    return ((old, new) for old in members for new in by_eve.get(day_of(old, articles) or "", ()))


@lru_cache(maxsize=4096)
def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _comes_out(total: Subject, parts: Sequence[Subject]) -> bool:
    return total.amount.value == sum(part.amount.value for part in parts)


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


def _totals(
    whole: Group,
    parts: tuple[Group, ...],
    lists: Mapping[tuple[object, ...], int],
    articles: Mapping[str, Article],
    words: Words,
) -> Iterable[Sum]:
    seen: set[tuple[object, ...]] = set()
    for total in whole.members:
        chosen = _chosen(total, parts)
        key = (total.amount, total.voice, total.claim.article, tuple(part.claim.id for part in chosen))
        listed = {_list_of(part) for part in chosen if part.slots.measure == total.slots.measure}
        if len(listed) == 1 and lists[next(iter(listed))] > len(chosen) + (_list_of(total) in listed):
            continue  # the list that they stand in goes on
        if key not in seen and not any(_vague(subject) for subject in (total, *chosen)):
            seen.add(key)
            yield _sum(total, chosen, articles, words)


def _chosen(total: Subject, parts: tuple[Group, ...]) -> list[Subject]:
    """A claim for each part: of the total's article or another one that has all parts, or else the first."""
    shared = set.intersection(*({s.claim.article for s in group.members} for group in parts))
    own = [total.claim.article]
    wanted = own + sorted(shared) if own[0] in shared else sorted(shared) + own
    return [min(group.members, key=lambda s: (_rank(s.claim.article, wanted), s.claim.article, s.claim.quantity.start))
            for group in parts]  # fmt: skip


def _rank(article: str, wanted: Sequence[str]) -> int:
    return wanted.index(article) if article in wanted else len(wanted)


def _vague(subject: Subject) -> bool:
    return subject.claim.quantity.qualifier == "vague"


def _closed(subject: Subject) -> bool:
    """Whether a number says how many, not below or above which number."""
    return subject.claim.quantity.qualifier in ("exact", "about", "at_least", "nearly")


def _sum(total: Subject, parts: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Sum:
    added = _added_up(parts)
    filled = {
        "parts": " + ".join(worded(part, articles) for part in parts),
        "sum": _range(added, total.slots.dimension == "count"),
        "total": worded(total, articles),
    }
    return Sum(
        total=total.claim.id,
        parts=tuple(part.claim.id for part in parts),
        verdict=verdict_of(total, added, parts),
        reasons=(words.says("sum", filled),),
        rules=(words.id("sum"),),
    )


def _added_up(parts: Sequence[Subject]) -> Amount:
    """The parts together, low with low and high with high."""
    literal = _added([part.amount.literal for part in parts])
    typical = _added([part.amount.typical for part in parts])
    return Amount(sum(part.amount.value for part in parts), literal, typical)


def _added(ranges: Sequence[Range]) -> Range:
    return Range(
        low=sum(r.low for r in ranges),
        high=sum(r.high for r in ranges),
        low_open=any(r.low_open for r in ranges),
        high_open=any(r.high_open for r in ranges),
    )


def verdict_of(total: Subject, added: Amount, parts: Sequence[Subject]) -> Verdict:
    """Whether what was worked out from the parts is what the text states; across days nothing contradicts."""
    if _to_the_unit(total, parts):
        return "consistent" if total.amount.literal.meets(added.literal) else "contradict"
    if total.amount.typical.meets(added.typical) or same_number(total.amount, added):
        return "consistent"
    if total.amount.literal.meets(added.literal):
        return "diverge"
    days = {subject.day for subject in (total, *parts)}
    one_text = all(part.claim.article == total.claim.article for part in parts)
    return "contradict" if one_text or (len(days) == 1 and None not in days) else "diverge"


def _to_the_unit(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether one sentence counts to the unit: "158 hurt: 80 men, 51 women, 20 children", where 80 is not rounded."""
    told = (total, *parts)
    one_sentence = len({(subject.claim.article, subject.claim.sentence) for subject in told}) == 1
    exact = all(s.slots.dimension == "count" and s.claim.quantity.qualifier == "exact" for s in told)
    return one_sentence and exact and not total.amount.rounded and len(parts) > 1


def worded(subject: Subject, articles: Mapping[str, Article]) -> str:
    """The words of a number, on one line."""
    quantity = subject.claim.quantity
    return " ".join(articles[subject.claim.article].text[quantity.start : quantity.end].split())


def _range(amount: Amount, counted: bool) -> str:
    low, high = amount.literal.low, amount.literal.high
    if counted:  # nobody counts half a soldier
        low, high = float(floor(low)), high if high == inf else float(ceil(high))
    shown = f"{low:,.10g}"
    if high == inf:
        return f"more than {shown}" if amount.literal.low_open else f"{shown} or more"
    return shown if low == high else f"{shown} to {high:,.10g}"
