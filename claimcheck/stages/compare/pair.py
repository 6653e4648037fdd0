"""Two claims of one figure in the order of time, with what tells how they stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from claimcheck.records import Article
from claimcheck.slots import Book, Label, Subject, World, compare_values, labels_of_slots, same_number
from claimcheck.stages.compare.together import Together, day_of
from claimcheck.stages.compare.wording import Words

_RISE = 24  # characters before a number in which "has risen to" may stand
_UNSURE = frozenset({"estimated", "feared", "presumed", "unconfirmed"})


class Pair(Struct, frozen=True):
    """Two claims of one figure, with what tells how they stand to each other."""

    a: Subject
    b: Subject
    labels: Mapping[str, Label]  # by slot
    day_a: str | None
    day_b: str | None
    news: bool  # of one happening that does not last: not of a war
    grows: bool  # one article gives both, and its words tell that the count changed
    climbs: bool  # the text tells that the count has risen to the second one
    guess: bool  # one of them is an estimate, or feared, or presumed
    stays: bool  # the earlier number is given after the later one too
    two_wholes: bool  # nine of 72 and six of 19
    one_crowd: bool  # two words for one crowd: 52 workers, 52 people


def pair_of(
    a: Subject,
    b: Subject,
    told: Together,
    articles: Mapping[str, Article],
    book: Book,
    world: World,
    words: Words,
) -> Pair:
    """The pair in the order of time, then of article and offset, so that an update reads from old to new."""
    day = {a.claim.id: day_of(a, articles), b.claim.id: day_of(b, articles)}
    first, second = sorted((a, b), key=lambda s: (day[s.claim.id] or "", s.claim.article, s.claim.quantity.start))
    if (second.earlier or first.revised) and not _of_two_days(first, second, day):
        first, second = second, first  # "40, up from 38"
    grows = _grows(first, second, articles, words)
    if stood_later(second, first) or (len(set(day.values())) == 1 and _climbs(second, first, articles, words)):
        first, second = second, first
    elif grows and first.amount.value > second.amount.value and not (first.earlier or second.revised):
        first, second = second, first  # a live page tells the last count first
    days = day[first.claim.id], day[second.claim.id]
    value = compare_values(first.amount, second.amount)
    return Pair(
        a=first,
        b=second,
        labels={field: label for field, label, _ in labels_of_slots(first, second, value, book, world)},
        day_a=days[0],
        day_b=days[1],
        news=first.slots.event is not None and not book.lasts(first.slots.event),
        grows=grows,
        climbs=_climbs(first, second, articles, words),
        guess=any(_guessed(subject, articles, words) for subject in (first, second)),
        stays=told.still_given(first, days[0], second, days[1]),
        two_wholes=told.of_two_wholes(first, second),
        one_crowd=told.one_crowd(first, second) or _headlined(first, second),
    )


def _of_two_days(first: Subject, second: Subject, day: Mapping[str, str | None]) -> bool:
    """Two articles of two days: what the later one calls the previous toll stood after the earlier one was written."""
    days = day[first.claim.id], day[second.claim.id]
    return first.claim.article != second.claim.article and None not in days and days[0] != days[1]


def _headlined(a: Subject, b: Subject) -> bool:
    """Whether a headline leaves out who they are that the text counts: "12 dead in mine", "killed 15 miners"."""
    return a.claim.article == b.claim.article and "headline" in (a.kind, b.kind) and a.kind != b.kind


def _grows(a: Subject, b: Subject, articles: Mapping[str, Article], words: Words) -> bool:
    """Whether one article gives two counts of people and a sentence of theirs tells of a new one: "49 are now dead"."""
    if a.claim.article != b.claim.article or a.slots.dimension != "count" or same_number(a.amount, b.amount):
        return False
    text = articles[a.claim.article].text
    return any(words.cue("revised", text[slice(*subject.claim.sentence)]) for subject in (a, b))


def _climbs(low: Subject, high: Subject, articles: Mapping[str, Article], words: Words) -> bool:
    """Whether the higher number is one that its text says the count has risen to: somebody had a lower one before."""
    start = high.claim.quantity.start
    before = articles[high.claim.article].text[max(high.claim.sentence[0], start - _RISE) : start]
    return high.amount.value > low.amount.value and words.cue("ran-on", before)


def _guessed(subject: Subject, articles: Mapping[str, Article], words: Words) -> bool:
    """Whether a number is an estimate, or feared: "put the toll at 40" is none, though it is told in the same way."""
    told, who = subject.claim.description.status, subject.claim.attribution
    if told is not None and told.value in _UNSURE:
        return True
    cue = articles[subject.claim.article].text[slice(*who.cue)] if who else ""
    return who is not None and who.manner == "estimates" and words.cue("doubt-estimate", cue)


def stood_later(old: Subject, new: Subject) -> bool:
    """Whether one article gives the count of a day, and a higher running count of a later day."""
    scope, as_of, period = new.claim.description.scope, new.claim.description.as_of, old.slots.period
    if old.claim.article != new.claim.article or scope is None or scope.value != "cumulative":
        return False
    if as_of is None or period is None or new.slots.period not in (None, period):
        return False
    return period[1] < as_of.value[:10] and new.amount.value > old.amount.value


def days_apart(a: str, b: str) -> int:
    """The days between two ISO days."""
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
