"""Counts that a text tells in a row in, the totals that they add up to out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.records import Article, Span, Sum
from claimcheck.slots import Book, Slots, Subject, compare_days
from claimcheck.stages.compare.adding import LISTED, added_up, closed, comes_out, sum_of, vague
from claimcheck.stages.compare.nearby import of_its_class
from claimcheck.stages.compare.parts import Group, links
from claimcheck.stages.compare.wording import Words

_Kind = tuple[str | None, ...]  # what the parts and the total of a sum have in common
_CUE = 20  # characters before a colon
_LISTING = re.compile(r"[-–—:]|\w+ of\b")  # what opens a list of all parts: "made up of"


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
        opens = _LISTING.match(text, cue) is not None or words.opens("list-of-all", text[cue : cue + _CUE])
        listing = opens and not words.closes("list-of-some", text[max(0, cue - _CUE) : cue])
        all_told = listing or _of_all_places(whole, parts) or comes_out(whole, parts)
        if len(parts) > 1 and not any(map(vague, (whole, *parts))) and all_told:
            yield sum_of(whole, parts, articles, words)


def _of_all_places(whole: Subject, parts: Sequence[Subject]) -> bool:
    """ "90 barns, 60 of them in Ord and 30 in Wick": places that need not be all there are, but add up to the whole."""
    places = {part.slots.place for part in parts}
    added = added_up(parts)
    return len(places) == len(parts) and None not in places and whole.amount.typical.meets(added.typical)


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
        if not 1 < len(parts) == len(differ) <= LISTED:
            continue  # "22 killed", told twice on one line
        for total in totals.get((kind, sum(part.amount.value for part in parts)), ()):
            elsewhere = (total.claim.article, total.claim.sentence) != (article, sentence)
            if elsewhere and all(_may_be_of(part.slots, total.slots, book) for part in parts):
                in_order = sorted(parts, key=lambda part: part.claim.quantity.start)
                yield sum_of(total, in_order, articles, words)


def _may_be_of(part: Slots, whole: Slots, book: Book) -> bool:
    """Whether what one counts may be among what the other counts, at its time."""
    days = compare_days(part.period, whole.period)
    told = days != "different" and (days != "unknown" or not book.lasts(whole.event or ""))
    return told and of_its_class(part, whole, book)
