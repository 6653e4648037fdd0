"""Claims in, percentages held against the counts that they are of: 504 of 1,200 workers, or 42 percent."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from claimcheck.records import Article, Range, Span, Sum
from claimcheck.slots import Amount, Subject, same_number
from claimcheck.stages.compare.adding import verdict_of, worded
from claimcheck.stages.compare.parts import links
from claimcheck.stages.compare.wording import Words

_APART = 80  # characters between a count and its share
# "turnout was 62 percent: 3.1 million of 5 million"
_COLON = re.compile(r"[^.;()]*: ?")


class _Between(NamedTuple):
    """What stands between a count and its share."""

    either: re.Pattern[str]  # "504 of 1,200 workers, or 42 percent", "300 homes (75%)"
    # "900 jobs, 12 percent of its 7,500 staff": a mere comma, so the one behind it must be told to be of the whole
    comma: re.Pattern[str]


class Share(NamedTuple):
    """A percentage, the count that it stands for, and the whole of both."""

    percent: Subject
    part: Subject
    whole: Subject


def shares(subjects: Sequence[Subject], articles: Mapping[str, Article], words: Words) -> Iterable[Sum]:
    """Every percentage whose count and whole are stated, and whether the count is that share of the whole."""
    wholes = _wholes(subjects)
    counts: dict[tuple[str, str | None], list[tuple[Subject, Subject]]] = defaultdict(list)
    for part, whole in wholes.values():
        if part.slots.dimension == "count":
            counts[_scene(part)].append((part, whole))
    sentences: dict[tuple[str, Span], list[Subject]] = defaultdict(list)
    for subject in subjects:
        sentences[subject.claim.article, subject.claim.sentence].append(subject)
    for percent in subjects:
        if percent.slots.dimension == "percent" and percent.slots.direction is None and not percent.denied:
            near = sentences[percent.claim.article, percent.claim.sentence]
            found = _beside(percent, near, wholes, articles, _between_them(words)) or _elsewhere(
                percent, counts, wholes, words
            )
            if found is not None:
                yield _sum(found, articles, words)


@lru_cache(maxsize=16)
def _between_them(words: Words) -> _Between:
    merely, as_much = words.any_of("share-merely"), words.any_of("share-is")
    return _Between(
        re.compile(rf"[^.;:()]*?(?:\bor |\()(?:{merely} )?"),
        re.compile(rf"[^.;:(),]*, (?:{as_much} )?"),
    )


def _scene(subject: Subject) -> tuple[str, str | None]:
    """What a count and a percentage that stands for it always have in common."""
    return (subject.slots.measure or "", subject.slots.event)


def _wholes(subjects: Sequence[Subject]) -> dict[str, tuple[Subject, Subject]]:
    """Each claim that the text makes a part, with its whole, by its id; a denied number is a part of nothing."""
    found = {}
    for part, whole, _ in links(subjects):
        if part.slots.dimension == "count" and not part.amount.value.is_integer():
            continue  # "3.1 of 5 million": the million is said once, nobody counts a tenth of a voter
        if whole.slots.dimension == "count" and not (part.denied or whole.denied):
            found[part.claim.id] = (part, whole)
    return found


def _beside(
    percent: Subject,
    near: Sequence[Subject],
    wholes: Mapping[str, tuple[Subject, Subject]],
    articles: Mapping[str, Article],
    forms: _Between,
) -> Share | None:
    """The count that a sentence sets beside a percentage, and their whole; `near`: all that the sentence tells."""
    text = articles[percent.claim.article].text
    for part in near:
        if part.slots.dimension != "count" or part.denied:
            continue
        whole = _shared_whole(percent, part, wholes)
        if whole is None or whole is part or whole.amount.value < part.amount.value:
            continue
        if _set_beside(part, percent, text, forms, percent.claim.id in wholes) and _fits(part, whole, near):
            return Share(percent, part, whole)
    return None


def _shared_whole(percent: Subject, part: Subject, wholes: Mapping[str, tuple[Subject, Subject]]) -> Subject | None:
    """What both are of; "73 percent of 223 votes, four of six delegates" are of two things."""
    own = {wholes[subject.claim.id][1].claim.id for subject in (percent, part) if subject.claim.id in wholes}
    linked = wholes.get(percent.claim.id) or wholes.get(part.claim.id)
    return linked[1] if linked and len(own) == 1 else None


def _set_beside(part: Subject, percent: Subject, text: str, forms: _Between, linked: bool) -> bool:
    """Whether nothing but an "or", a bracket, a colon or a comma stands between a count and its share."""
    first, second = sorted((part.claim.quantity, percent.claim.quantity), key=lambda quantity: quantity.start)
    between = text[first.end : second.start]
    if len(between) > _APART:
        return False
    colon = first is percent.claim.quantity and _COLON.fullmatch(between)
    comma = (linked or first is percent.claim.quantity) and forms.comma.fullmatch(between)
    return bool(forms.either.fullmatch(between) or colon or comma)


def _fits(part: Subject, whole: Subject, near: Sequence[Subject]) -> bool:
    """Whether no other count of the sentence, but the whole, stands where it could be the one that is meant."""
    return all(
        other in (part, whole) or other.slots.dimension != "count" or not _between(other, part, whole) for other in near
    )


def _between(other: Subject, part: Subject, whole: Subject) -> bool:
    first, last = sorted((part.claim.quantity.start, whole.claim.quantity.start))
    return first < other.claim.quantity.start < last


def _elsewhere(
    percent: Subject,
    counts: Mapping[tuple[str, str | None], Sequence[tuple[Subject, Subject]]],
    wholes: Mapping[str, tuple[Subject, Subject]],
    words: Words,
) -> Share | None:
    """The count of another sentence or article that a percentage stands for, where only one can be meant.

    "67 percent of the 2,512 infected died" here and "of 2,512 infected, 1,676 died" there; or a turnout, which is
    always of those who may vote: not of "the four cantons with the highest turnout".
    """
    own = wholes.get(percent.claim.id)
    measure = percent.slots.measure or ""
    fitting = [
        (part, whole)
        for part, whole in counts.get(_scene(percent), ())
        if _same_scene(percent, part)
        and (same_number(own[1].amount, whole.amount) if own else _goes_without_saying(measure, whole, words))
    ]
    amounts = {(part.amount.value, whole.amount.value) for part, whole in fitting}
    if len(amounts) != 1:
        return None
    near = [pair for pair in fitting if pair[0].claim.article == percent.claim.article] or fitting
    return Share(percent, *near[0])


def _goes_without_saying(measure: str, whole: Subject, words: Words) -> bool:
    return words.has("share", measure) and words.has("share", whole.slots.noun)


def _same_scene(percent: Subject, part: Subject) -> bool:
    a, b = percent.slots, part.slots
    told_apart = any(x and y and x != y for x, y in ((a.place, b.place), (a.party, b.party), (a.scope, b.scope)))
    periods = a.period is None or b.period is None or a.period == b.period
    return a.event == b.event is not None and a.modality == b.modality and periods and not told_apart


def _sum(share: Share, articles: Mapping[str, Article], words: Words) -> Sum:
    literal = _divided(share.part.amount.literal, share.whole.amount.literal)
    typical = _divided(share.part.amount.typical, share.whole.amount.typical)
    worked_out = Amount(100 * share.part.amount.value / share.whole.amount.value, literal, typical)
    filled = {
        "part": worded(share.part, articles),
        "whole": worded(share.whole, articles),
        "share": f"{worked_out.value:.3g} percent",
        "stated": worded(share.percent, articles),
    }
    return Sum(
        total=share.whole.claim.id,
        parts=tuple(
            subject.claim.id for subject in sorted((share.part, share.percent), key=lambda s: s.claim.quantity.start)
        ),
        verdict=verdict_of(share.percent, worked_out, (share.part, share.whole)),
        reasons=(words.says("share", filled),),
        rules=(words.id("share"),),
    )


def _divided(part: Range, whole: Range) -> Range:
    """The share in percent: the least of the least part in the largest whole, the most of the other two."""
    low = 0.0 if whole.high == inf else 100 * part.low / whole.high
    high = inf if part.high == inf or whole.low <= 0 else 100 * part.high / whole.low
    return Range(low=low, high=high, low_open=part.low_open or whole.high_open, high_open=part.high_open)
