"""Whether the later of two numbers takes the place of the earlier one, and by which rule."""

from __future__ import annotations

from claimcheck.records import Quantity
from claimcheck.slots import Amount, Slots
from claimcheck.stages.compare.pair import Pair, days_apart, stood_later
from claimcheck.stages.compare.telling import BOUNDED
from claimcheck.stages.compare.wording import Words

_LOOSE = frozenset({"about", "vague", "nearly"})
_TOLLS = frozenset({"count", "money", "area"})
_MANY, _CREEP = 100, 0.1  # of all who fell ill, from which, and by what part, a count runs on in days
_HARMED = frozenset({"killed", "injured", "casualties"})
_GROWING = frozenset({"count", "area"})  # people found, acres burned
_FAR_MORE = 4  # times as many, from which an outlet's count has grown, whatever two sources make of it


def update_rule(pair: Pair, words: Words, meet: bool) -> str | None:
    """The rule by which the later number takes the place of the earlier one, or None."""
    if _of_two_sides(pair):
        return None
    if pair.numbered and not meet and not pair.rivals and pair.a.slots.dimension in _TOLLS:
        return "numbered-days"
    return _rule(pair, words, meet)


def _rule(pair: Pair, words: Words, meet: bool) -> str | None:
    a, b = pair.a, pair.b
    if pair.grows or _revision(pair):
        return "revised"
    if pair.left and pair.news and not (pair.rivals and pair.day_a == pair.day_b):
        return "ran-down"
    falls = words.has("running-count", a.slots.measure or "")
    if a.slots.dimension not in _TOLLS and not falls:
        return None
    if stood_later(a, b):
        return "stood-later"
    if meet and _LOOSE & {a.claim.quantity.qualifier, b.claim.quantity.qualifier}:
        return None
    if pair.climbs and pair.news and a.claim.article != b.claim.article:
        return "ran-on"
    if (rule := _never_dated(pair, words, meet)) is not None or _of_one_day(pair):
        return rule
    if not set(a.voice) & set(b.voice) and False in (a.claim.of_own_side, b.claim.of_own_side):
        return None  # what one side says of the other's losses brings no count of theirs up to date
    if a.claim.description.as_of and b.claim.description.as_of:
        return "as-of"
    if set(a.voice) & set(b.voice):
        return "same-source-later"
    if words.bars("running-count", a.slots.measure or ""):
        return None
    bound = _beyond(a.claim.quantity, b.amount) and not _at_once(pair)
    runs = not pair.stays and not bound and _running(pair, words.limit("running-count"))
    return "running-count" if runs and (falls or _rises(a.amount, b.amount)) else None


def _of_one_day(pair: Pair) -> bool:
    """Whether nothing but what they count puts two numbers in order."""
    return pair.day_a is None or pair.day_b is None or pair.day_a == pair.day_b


def _never_dated(pair: Pair, words: Words, meet: bool) -> str | None:
    """The rule by which a toll has risen, whatever the days of its articles are."""
    if pair.tolled and not meet and _counted_on(pair):
        return "counted-on"
    return "still-rising" if _of_one_day(pair) and not meet and _still_rising(pair, words) else None


def _counted_on(pair: Pair) -> bool:
    """Whether a fight's dead were fewer in the article of an earlier day, or of one that is not known: bodies are found
    for years. Not as two sources count them who are no one's camp."""
    a, b = pair.a, pair.b
    one_day = pair.day_a == pair.day_b is not None
    apart = a.claim.article != b.claim.article and a.slots.measure in _HARMED and not one_day
    return apart and _rises(a.amount, b.amount) and (not pair.rivals or pair.one_camp) and not pair.guess


def _of_two_sides(pair: Pair) -> bool:
    """Whether two who count a war's dead each for himself give them, and the lower number last: what one of them counts
    takes back nothing of the other's."""
    falls = pair.b.amount.value < pair.a.amount.value
    return falls and pair.rivals and not pair.news and pair.a.slots.measure in _HARMED


def _revision(pair: Pair) -> bool:
    """Whether the text gives one as the other's successor: in one article, by one source, or on a later day."""
    old, new = pair.a, pair.b
    one_voice = bool(set(old.voice) & set(new.voice))
    if one_voice and old.claim.article == new.claim.article and old.said_before > new.said_before:
        return True
    tied = old.claim.article == new.claim.article or one_voice
    tied = tied or (pair.day_a is not None and pair.day_b is not None and pair.day_a < pair.day_b)
    tied = tied or (old.earlier and pair.day_a == pair.day_b)
    return tied and (old.earlier > new.earlier or new.revised > old.revised)


def _running(pair: Pair, limit: float) -> bool:
    """Whether both days are close to each other and to the event: the count was still being made."""
    if pair.day_a is None or pair.day_b is None or days_apart(pair.day_a, pair.day_b) > limit:
        return False
    for subject, day in ((pair.a, pair.day_a), (pair.b, pair.day_b)):
        period = subject.slots.period
        if period is not None and period[1] != "~" and days_apart(min(period[1], day), day) > limit:
            return False
    if pair.epidemic and pair.labels["scope"] != "different" and _crept(pair):
        return True
    return pair.news or any(s.slots.period is not None for s in (pair.a, pair.b))


def _crept(pair: Pair) -> bool:
    """Whether an epidemic's count is a little higher some days later: 41,486, then 41,552; not 57,167."""
    old, new = pair.a.amount.value, pair.b.amount.value
    return old >= _MANY and old < new <= old * (1 + _CREEP)


def _still_rising(pair: Pair, words: Words) -> bool:
    """Whether nothing tells which of two articles is the later one, but what they count was rising then."""
    a, b = pair.a, pair.b
    if pair.labels["measure"] != "same" or not words.has("still-rising", a.slots.measure or ""):
        return False
    one_voice = bool(set(a.voice) & set(b.voice))
    if (
        a.claim.article == b.claim.article
        or a.slots.dimension not in _GROWING
        or pair.rivals
        or (pair.stays and not one_voice)  # others may go on with what a source has left behind
        or pair.guess
    ):
        return False
    own = not pair.news and _of_one_side(pair)
    grown = one_voice or b.amount.value >= _FAR_MORE * a.amount.value
    if pair.contested and not (own or grown):
        return False  # an outlet that names nobody may side with either
    return (pair.news or own or one_voice) and not _beyond(a.claim.quantity, b.amount)


def _of_one_side(pair: Pair) -> bool:
    """Whether one side counts in both all whom a war harmed, and more in the second: "9,000 of ours", "10,000 to
    13,000"."""
    rises = pair.b.amount.literal.low > pair.a.amount.literal.low
    told = {(_narrowing(s.slots), s.slots.period) for s in (pair.a, pair.b)}
    return rises and pair.one_camp and len(told) == 1


def _narrowing(slots: Slots) -> str | None:
    """The place where alone a side counts its dead; its own land is none: "Chad's army chief said 900 had died"."""
    return slots.place if slots.own_place and slots.place != slots.party else None


def _beyond(earlier: Quantity, later: Amount) -> bool:
    """ "Up to 200 were killed", and 400 two days later: who sets an upper bound does not count on."""
    return earlier.qualifier in BOUNDED and later.literal.low > earlier.literal.high


def _at_once(pair: Pair) -> bool:
    """ "Up to ten were killed on Tuesday", told on that Tuesday, be it the later article that tells when it was: who
    counts on the day counts on."""
    period = pair.a.slots.period or pair.b.slots.period
    return pair.day_a is not None and period is not None and period[0] == period[1] == pair.day_a


def _rises(earlier: Amount, later: Amount) -> bool:
    return later.value > earlier.value or (later.value == earlier.value and later.literal.high > earlier.literal.high)
