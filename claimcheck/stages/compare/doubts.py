"""What two texts leave open: whether they count the same thing, at the same time, in the same scope."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.records import Range
from claimcheck.slots import FIGHTERS, Amount, Subject
from claimcheck.stages.compare.pair import Pair, days_apart, two_voices

_SHORT = 3  # days: a period that only tells the day of the event
_RIVALS = 1200  # characters over which an article sets one source's count against another's
_NOBODY = frozenset({"source", "sources", "unnamed speaker"})  # voices that may be anybody's
_OLD = 60  # days after which an event is over and its count no longer runs
_HARMLESS = frozenset({"doubt-rounding"})


def doubts_of(pair: Pair) -> tuple[str, ...]:
    """The names of the doubts that hold for a pair, in the order of the slots."""
    return tuple(name for name, holds in _doubts(pair) if holds)


def blocking(doubts: Iterable[str]) -> bool:
    """Whether the texts leave open that the two claims count the same thing, at the same time, in the same scope."""
    return not _HARMLESS.issuperset(doubts)


def _doubts(pair: Pair) -> Iterable[tuple[str, bool]]:
    at = pair.labels
    named = (pair.a.claim.description.object.strip(), pair.b.claim.description.object.strip())
    yield "doubt-measure", at["measure"] == "unknown"
    yield _one("doubt-noun", "doubt-noun-one", *named), at["noun"] in ("compatible", "unknown") and not pair.one_crowd
    yield "doubt-party", _whose_open(pair)
    yield "doubt-event", at["event"] in ("compatible", "unknown")
    yield _one("doubt-place", "doubt-place-one", pair.a.slots.place, pair.b.slots.place), _places_differ(pair)
    yield _one("doubt-period", "doubt-period-one", pair.a.slots.period, pair.b.slots.period), _times_differ(pair)
    yield "doubt-scope", _one_sided(pair, "scope")
    yield "doubt-whole", pair.two_wholes
    yield "doubt-wording", at["wording"] == "different" and at["noun"] == "different" and not pair.one_crowd
    yield "doubt-estimate", pair.guess
    yield from _time_doubts(pair)
    yield "doubt-one-voice", _one_text(pair)
    yield "doubt-one-source", _one_source(pair)
    yield "doubt-sum", pair.a.slots.dimension == "money" and pair.a.claim.article == pair.b.claim.article
    yield "doubt-rounding", _by_rounding(pair.a.amount, pair.b.amount)


def _one(both: str, one: str, *told: object) -> str:
    """The name of a doubt about a slot: another one where only one of the claims has something there."""
    return one if bool(told[0]) != bool(told[1]) else both


def _whose_open(pair: Pair) -> bool:
    """Whether the texts leave open whose people are counted: each of two states tells of its own."""
    if None not in (pair.a.slots.party, pair.b.slots.party):
        return False
    return _of_two_states(pair) or (_one_sided(pair, "party") and not _of_no_side(pair))


def _of_two_states(pair: Pair) -> bool:
    one, other = pair.a.claim.sides, pair.b.claim.sides
    return bool(one and other) and one.isdisjoint(other)


def _of_no_side(pair: Pair) -> bool:
    """Whether it goes without saying whose people died: in a fire in Dhaka, not in a fight of soldiers."""
    return pair.news and not any(subject.slots.noun_class in FIGHTERS for subject in (pair.a, pair.b))


def _places_differ(pair: Pair) -> bool:
    """Whether the two may cover different places; of a happening in the news, what is carried on narrows no count."""
    label = pair.labels["place"]
    if label == "compatible" and pair.news:
        return pair.a.slots.own_place and pair.b.slots.own_place
    two = pair.a.slots.own_place and pair.b.slots.own_place and None not in (pair.a.slots.place, pair.b.slots.place)
    return label in ("compatible", "different") or (label == "unknown" and two) or _one_sided(pair, "place")


def _times_differ(pair: Pair) -> bool:
    """Whether the two may cover different times; of a happening in the news, one text need not tell its day."""
    periods = (pair.a.slots.period, pair.b.slots.period)
    if pair.news and None in periods:
        return any(period is not None and not _brief(period) for period in periods)
    return pair.labels["period"] == "compatible" or periods[0] != periods[1]


def _brief(period: tuple[str, str]) -> bool:
    first, last = period
    return bool(first) and last != "~" and days_apart(first, last) < _SHORT


def _one_text(pair: Pair) -> bool:
    """One article's two numbers that are neither headline and text nor given by two named sources.

    A headline whose number the text repeats stands for that text: "5 killed … five were killed … three died in a town".
    """
    a, b = pair.a, pair.b
    headed = a.kind != b.kind and not pair.taken_up
    return a.claim.article == b.claim.article and not (headed or _two_sources(a, b))


def _two_sources(a: Subject, b: Subject) -> bool:
    """Whether two named sources give them, near enough to each other to be set against each other."""
    near = abs(a.claim.sentence[0] - b.claim.sentence[0]) <= _RIVALS
    return near and _NOBODY.isdisjoint((*a.voice, *b.voice)) and two_voices(a, b)


def _one_source(pair: Pair) -> bool:
    """One source that gives two numbers on one day rather means two things than contradicts itself."""
    shared = set(pair.a.voice) & set(pair.b.voice)
    return pair.a.claim.article != pair.b.claim.article and bool(shared)


def _time_doubts(pair: Pair) -> Iterable[tuple[str, bool]]:
    """A running count is another one on another day."""
    if pair.stays or pair.a.claim.article == pair.b.claim.article:
        return
    over = all(_over(subject, day) for subject, day in ((pair.a, pair.day_a), (pair.b, pair.day_b)))
    unknown = pair.day_a is None or pair.day_b is None
    yield "doubt-date", not over and unknown
    yield "doubt-hours", not unknown and pair.day_a == pair.day_b and _first_hours(pair)
    yield "doubt-days", not over and not unknown and pair.day_a != pair.day_b


def _first_hours(pair: Pair) -> bool:
    """Whether two articles count, one of them in its own voice, what befell people that day or the night before.

    Such a toll changes by the hour, and nothing tells which of them was written first.
    """
    if not pair.news or pair.labels["measure"] != "same" or (pair.a.voice and pair.b.voice):
        return False
    return any(_just_now(subject, pair.day_a) for subject in (pair.a, pair.b))


def _just_now(subject: Subject, day: str | None) -> bool:
    period = subject.slots.period
    return day is not None and period is not None and period[0] == period[1] and days_apart(period[0], day) <= 1


def _over(subject: Subject, day: str | None) -> bool:
    """Whether the event was long over when the count was given."""
    period = subject.slots.period
    return bool(period and day and period[1] != "~" and day > period[1] and days_apart(period[1], day) > _OLD)


def _one_sided(pair: Pair, field: str) -> bool:
    return pair.labels[field] == "unknown" and bool(getattr(pair.a.slots, field)) != bool(getattr(pair.b.slots, field))


def _by_rounding(a: Amount, b: Amount) -> bool:
    """Whether one of two numbers may be rounded, and rounded twice as far is the other: 40 and 47, not 40 and 70."""
    return any(_coarse(one) and _twice_as_wide(one).meets(other.typical) for one, other in ((a, b), (b, a)))


def _coarse(amount: Amount) -> bool:
    return amount.typical.low < amount.value < amount.typical.high


def _twice_as_wide(amount: Amount) -> Range:
    return Range(low=2 * amount.typical.low - amount.value, high=2 * amount.typical.high - amount.value)
