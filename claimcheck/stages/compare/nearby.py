"""The counts of an article in, the sums of those told together that come out at another number of it out.

Nothing tells that such counts are all there are, so that only sums that come out are sums.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from claimcheck.records import Article, Sum
from claimcheck.slots import BOTH, Book, Slots, Subject, World, compare_days
from claimcheck.stages.compare.adding import LISTED, closed, sum_of, vague
from claimcheck.stages.compare.parts import links
from claimcheck.stages.compare.wording import Words

_TELLING = 10  # from which a number is not a sum by chance
_PAIR_REACH = 2  # sentences from a count to one that goes with it
_ROW = 6  # counts that are told in a row
_TOTAL_REACH = 3  # sentences from counts to the total of them that is told in other words
_NEAR = frozenset({"more_than", "about", "nearly"})
_LARGE = 100  # from which a total that is rounded is not met by chance
_OF_ARTICLE = 40  # counts of one measure in an article, above which it is a table


def sums_nearby(
    subjects: Sequence[Subject], articles: Mapping[str, Article], book: Book, world: World, words: Words
) -> Iterable[Sum]:
    """Totals of an article that other counts of it add up to: all of a sentence ("38 were rescued, 21 crew and 17
    passengers"), two of what follows one another ("A bomb killed 18 … a second one killed five"), or of two sides."""
    wholes = {part.claim.id: whole.claim.id for part, whole, _ in links(subjects)}
    told: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.slots.dimension == "count" and not (vague(subject) or subject.denied):
            told[subject.claim.article].append(subject)
    for counts in told.values():
        counts.sort(key=lambda subject: subject.claim.quantity.start)
        totals: dict[float, list[Subject]] = defaultdict(list)
        for subject in counts:
            totals[subject.amount.value].append(subject)
        rounded = [subject for subject in counts if _is_rounded(subject)]
        seen = set[tuple[frozenset[tuple[float, str | None]], float]]()
        for parts in _told_together([subject for subject in counts if closed(subject)], book):
            value = sum(part.amount.value for part in parts)
            key = (frozenset((part.amount.value, part.slots.measure) for part in parts), value)
            told_so = [] if key in seen else totals.get(value) or [t for t in rounded if _makes_about(parts, t)]
            if fit := [total for total in told_so if _is_total(total, parts, wholes, totals, book, world)]:
                seen.add(key)
                yield sum_of(min(fit, key=lambda total: far(total, parts)), parts, articles, words)


def _told_together(counts: Sequence[Subject], book: Book) -> Iterator[Sequence[Subject]]:
    """Counts that may be the parts of one: first those of one sentence, then two that are told one after the other."""
    sentences: dict[tuple[int, object], list[Subject]] = defaultdict(list)
    for subject in counts:
        for kind in ("people" if _of_people(subject.slots, book) else subject.slots.noun_class, subject.slots.measure):
            sentences[subject.claim.quantity.sentence, kind].append(subject)
    for told in sentences.values():
        highest = max(told, key=lambda subject: subject.amount.value)
        rest = [subject for subject in told if subject is not highest]
        yield from (parts for parts in (rest, told) if 1 < len(parts) <= LISTED)
    by_measure: dict[str, list[Subject]] = defaultdict(list)
    for subject in counts:
        if subject.slots.measure and subject.slots.portion is None:
            by_measure[subject.slots.measure].append(subject)
    for told in by_measure.values():
        yield from (pair for pair in combinations(told[:_OF_ARTICLE], 2) if _go_together(*pair))
        yield from _in_a_row(told[:_OF_ARTICLE])


def _in_a_row(told: Sequence[Subject]) -> Iterator[Sequence[Subject]]:
    """Three or more counts of one measure that follow one another, as of what each of some strikes did."""
    for first in range(len(told)):
        for end in range(first + 3, min(first + _ROW, len(told)) + 1):
            row = told[first:end]
            if any(b.claim.quantity.sentence - a.claim.quantity.sentence > _PAIR_REACH for a, b in pairwise(row)):
                break
            yield row


def _go_together(a: Subject, b: Subject) -> bool:
    """Whether two counts of one thing are told one after the other, or are those of two sides."""
    sides = {a.slots.party, b.slots.party} - {None, BOTH}
    apart = b.claim.quantity.sentence - a.claim.quantity.sentence
    return a.amount.value != b.amount.value and (len(sides) == 2 or 0 < apart <= _PAIR_REACH)


def _is_total(
    total: Subject,
    parts: Sequence[Subject],
    wholes: Mapping[str, str],
    told: Container[float],
    book: Book,
    world: World,
) -> bool:
    """Whether a number may be that of the parts together, and is not by chance; `told`: all numbers of the article."""
    if total in parts or total.amount.value < _TELLING or _amid(total, parts):
        return False
    if any(part.slots.modality != total.slots.modality for part in parts):
        return False
    if any(part.earlier != total.earlier for part in parts) and not _grown(parts):
        return False
    if not _all_of_it(total, parts, wholes, told):
        return False
    differ = {(part.amount.value, part.slots.noun, part.slots.place) for part in parts}
    if len(differ) < len(parts) or not all(_may_be_of(part.slots, total.slots, book) for part in parts):
        return False
    one_measure = all(_of_one_measure(part.slots, total.slots, book) for part in parts)
    if len({part.claim.quantity.sentence for part in parts}) == 1:
        return one_measure or (far(total, parts)[1] <= _TOTAL_REACH and not _two_fates(total, parts, book))
    return one_measure and not all(_elsewhere(part.slots, total.slots, world) for part in parts)


def _is_rounded(subject: Subject) -> bool:
    """Whether a number is told for one near it: "more than 400", "about 600"."""
    return subject.claim.quantity.qualifier in _NEAR and subject.amount.value >= _LARGE


def _makes_about(parts: Sequence[Subject], total: Subject) -> bool:
    """Whether the counts of several sides or places are what a rounded total stands for, and none of them may be left
    out: 192 of the one and 213 of the other, "more than 400" in all."""
    parties = {part.slots.party for part in parts} - {None, BOTH}
    places = {part.slots.place for part in parts if part.slots.own_place}
    if (len(parties) < 2 and len(places) < 2) or any(part.slots.measure != total.slots.measure for part in parts):
        return False
    read, sizes = total.amount.typical, [part.amount.value for part in parts]
    return sum(sizes) - min(sizes) < read.low <= sum(sizes) <= read.high


def _amid(total: Subject, parts: Sequence[Subject]) -> bool:
    """Whether a number stands among the parts in their sentence, as one more of them: "five Danes, with 14 Swedes,
    six Finns and three Poles"."""
    sentence, start = total.claim.quantity.sentence, total.claim.quantity.start
    starts = [part.claim.quantity.start for part in parts if part.claim.quantity.sentence == sentence]
    return bool(starts) and min(starts) < start < max(starts)


def _elsewhere(part: Slots, total: Slots, world: World) -> bool:
    return part.own_place and total.own_place and world.compare(part.place, total.place) == "different"


def _all_of_it(total: Subject, parts: Sequence[Subject], wholes: Mapping[str, str], told: Container[float]) -> bool:
    """Whether the text makes no part one of another number, nor adds some of them to the total itself.

    "Eleven, four of them children, died in the north and seven in the south": of 18, and not of the eleven.
    """
    held = {wholes.get(part.claim.id) for part in parts}
    if not held - {None, total.claim.id} <= {wholes.get(total.claim.id)}:
        return False
    beside = [part for part in parts if part.claim.id not in wholes]
    if total.claim.id not in held or not beside or far(total, parts)[1]:
        return True
    on_top = any(part.slots.scope == "additional" for part in beside)
    return not on_top and total.amount.value + sum(part.amount.value for part in beside) not in told


def _grown(parts: Sequence[Subject]) -> bool:
    """Whether one of two counts is told as coming on top: "after six more bodies were found", to the earlier 54."""
    return len(parts) == 2 and sum(part.slots.scope == "additional" for part in parts) == 1


def _of_one_measure(part: Slots, total: Slots, book: Book) -> bool:
    """Whether a measure is the total's, in its words or others: of casualties also the dead, of killed also bodies."""
    if part.measure is None or total.measure is None:
        return False
    held = any(rule.whole == total.measure and part.measure in rule.parts for rule in book.parts if not rule.complete)
    return part.measure == total.measure or held or total.measure in book.other_words(part.measure, part.noun_class)


def _two_fates(total: Subject, parts: Sequence[Subject], book: Book) -> bool:
    """Whether a part is of those who are never the total's: injured, where the total died."""
    fates = [rule.parts for rule in book.parts if rule.complete and rule.slot == "measure"]
    measures = {part.slots.measure for part in parts} - {total.slots.measure}
    return any(total.slots.measure in fate and not measures.isdisjoint(fate) for fate in fates)


def far(total: Subject, parts: Sequence[Subject]) -> tuple[bool, int]:
    """How far a total stands from the parts, in sentences; a headline is further than all of the text."""
    apart = min(abs(part.claim.quantity.sentence - total.claim.quantity.sentence) for part in parts)
    return total.kind == "headline", apart


def _may_be_of(part: Slots, whole: Slots, book: Book) -> bool:
    return of_its_class(part, whole, book) and compare_days(part.period, whole.period) != "different"


def of_its_class(part: Slots, whole: Slots, book: Book) -> bool:
    """Whether whom or what one counts may be among what the other counts."""
    nouns = part.noun_class, whole.noun_class
    people = _of_people(part, book) and _of_people(whole, book)
    return (people and not book.told_apart(*nouns)) or book.holds(*nouns[::-1]) or "" in nouns or nouns[0] == nouns[1]


def _of_people(slots: Slots, book: Book) -> bool:
    """Whether people are counted: "26 sergeants died" too, though no rule knows them."""
    harmed = slots.noun_class == "other" and book.counted.get(slots.measure or "") == "person"
    return harmed or book.top(book.whom(slots.noun_class)) == "person"
