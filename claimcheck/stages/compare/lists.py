"""Counts that a text tells in a row in, the totals that they add up to out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from claimcheck.records import Article, Span, Sum
from claimcheck.slots import BOTH, Book, Slots, Subject, compare_days
from claimcheck.stages.compare.adding import added_up, closed, comes_out, sum_of, vague
from claimcheck.stages.compare.parts import Group, links
from claimcheck.stages.compare.wording import Words

_LISTED = 12  # counts of one sentence, above which they are a table
_OF_ARTICLE = 40  # counts of one measure in an article, above which it is a table
_TELLING = 10  # from which a number is not a sum by chance
_NEXT = 3  # characters from a sentence to the next one
_Kind = tuple[str | None, ...]  # what the parts and the total of a sum have in common
_CUE = 20  # characters before a colon
_SOME_OF = re.compile(r"\b(?:including|includes?|among (?:them|these|those))\s*$", re.I)  # not all: "including:"
_LISTING = re.compile(r"[-–—:]|(?:\w+ of|comprising)\b")  # what opens a list of all parts: "made up of"


def listed_sums(subjects: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """Totals whose parts the text lists behind a dash or a colon: "nine people - six passengers and three crew"."""
    lists: dict[tuple[str, int], list[Subject]] = defaultdict(list)
    wholes: dict[str, Subject] = {}
    for part, whole, link in links(subjects):
        alike = part.slots.dimension == whole.slots.dimension in ("count", "money")
        if alike and not (part.denied or whole.denied):
            wholes[whole.claim.id] = whole
            lists[whole.claim.id, link.span[0]].append(part)
    for (key, cue), parts in lists.items():
        whole = wholes[key]
        text = articles[whole.claim.article].text
        listing = _LISTING.match(text, cue) is not None and not _SOME_OF.search(text, max(0, cue - _CUE), cue)
        all_told = listing or _of_all_places(whole, parts) or comes_out(whole, parts)
        if len(parts) > 1 and not any(map(vague, (whole, *parts))) and all_told:
            yield sum_of(whole, parts, articles, words)


def _of_all_places(whole: Subject, parts: Sequence[Subject]) -> bool:
    """ "90 barns, 60 of them in Ord and 30 in Wick": places that need not be all there are, but add up to the whole."""
    places = {part.slots.place for part in parts}
    added = added_up(parts)
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
        if slots.own_place and slots.measure and not vague(subject):
            key = (subject.claim.article, subject.claim.sentence, slots.measure, slots.noun_class, slots.modality)
            by_sentence[key].append(subject)
    for (article, sentence, measure, noun, mode), parts in by_sentence.items():
        if len({part.slots.place for part in parts}) != len(parts) or len(parts) < 2:
            continue
        for total in by_article[article]:
            same = (total.slots.measure, total.slots.noun_class, total.slots.modality) == (measure, noun, mode)
            if same and total not in parts and total.claim.sentence >= sentence and comes_out(total, parts):
                yield sum_of(total, parts, articles, words)


def sums_by_sentence(subjects: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """Totals that the other counts of one sentence add up to: "38 were rescued, 21 crew and 17 passengers".

    Nothing tells that the others are all there are, so that only sums that come out are sums.
    """
    by_sentence: dict[tuple[str, Span, str, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        slots = subject.slots
        if slots.dimension == "count" and slots.measure and not (vague(subject) or subject.denied):
            key = (subject.claim.article, subject.claim.sentence, slots.measure, slots.modality)
            by_sentence[key].append(subject)
    starting = {(name, span[0], what, how): told for (name, span, what, how), told in by_sentence.items()}
    for (article, sentence, measure, modality), told in by_sentence.items():
        highest = max(told, key=lambda subject: subject.amount.value)
        parts = [subject for subject in told if subject is not highest]
        if len(parts) > 1 and comes_out(highest, parts):
            yield sum_of(highest, parts, articles, words)
        # "36 in the north, 18 in the south. Altogether 54 died"
        behind = (starting.get((article, sentence[1] + gap, measure, modality), ()) for gap in range(_NEXT + 1))
        for total in (subject for totals in behind for subject in totals if len(told) > 1):
            if comes_out(total, told):
                yield sum_of(total, told, articles, words)


def sums_by_side(
    subjects: Sequence[Subject], articles: Mapping[str, Article], book: Book, words: Words
) -> Iterable[Sum]:
    """Totals of an article that two sides' counts in it add up to: "Chad buried 59 … Niger said 35 had died … 94 dead".

    Nothing tells that the two are all there are, so that only sums that come out are sums.
    """
    told: dict[tuple[str, str, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        slots = subject.slots
        if slots.dimension == "count" and slots.measure and slots.portion is None and closed(subject):
            told[subject.claim.article, slots.measure, slots.modality].append(subject)
    for counts in told.values():
        totals: dict[float, list[Subject]] = defaultdict(list)
        sided = list[Subject]()
        for subject in counts[:_OF_ARTICLE]:
            (totals[subject.amount.value] if _of_all(subject) else sided).append(subject)
        for one, other in combinations(sided, 2):
            if one.slots.party == other.slots.party:
                continue
            for total in totals.get(one.amount.value + other.amount.value, ()):
                if total.amount.value >= _TELLING and all(_may_be_of(p.slots, total.slots, book) for p in (one, other)):
                    yield sum_of(total, (one, other), articles, words)


def _of_all(subject: Subject) -> bool:
    return subject.slots.party in (None, BOTH)


def sums_across(groups: Sequence[Group], articles: Mapping[str, Article], book: Book, words: Words) -> Iterable[Sum]:
    """Totals of any text on the event that the counts of one sentence add up to: "417 in the north and 315 in the south
    died", "732 people were killed". Nothing tells that they are all there are, so that only what comes out is a sum."""
    totals: dict[tuple[_Kind, float], list[Subject]] = defaultdict(list)
    by_sentence: dict[tuple[str, Span, _Kind], list[Subject]] = defaultdict(list)
    for subject in (s for group in groups for s in group.members):
        slots = subject.slots
        if slots.measure is None or slots.dimension not in ("count", "money") or not closed(subject):
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
                yield sum_of(total, in_order, articles, words)


def _may_be_of(part: Slots, whole: Slots, book: Book) -> bool:
    """Whether what one counts may be among what the other counts, at its time."""
    nouns = part.noun_class, whole.noun_class
    harmed = book.counted.get(part.measure or "") == "person"  # "26 sergeants died": people, though no rule knows them
    people = all(noun == "person" or book.holds("person", noun) or (harmed and noun == "other") for noun in nouns)
    among_all = (people and not book.is_part(whole.noun_class)) or book.holds(whole.noun_class, part.noun_class)
    alike = among_all or "" in nouns or nouns[0] == nouns[1]
    days = compare_days(part.period, whole.period)
    return alike and days != "different" and (days != "unknown" or not book.lasts(whole.event or ""))
