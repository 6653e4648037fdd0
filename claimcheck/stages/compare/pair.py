"""Two claims of one figure in the order of time, with what tells how they stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from claimcheck.slots import BOTH, Book, Label, Subject, is_part_of, known_of, same_number
from claimcheck.stages.compare.alike import Alike
from claimcheck.stages.compare.telling import Telling
from claimcheck.stages.compare.together import Together


class Pair(Struct, frozen=True):
    """Two claims of one figure, with what tells how they stand to each other."""

    a: Subject
    b: Subject
    labels: Mapping[str, Label]  # by slot
    shared: tuple[str, ...]  # the sentence that tells in which slots they are the same
    day_a: str | None
    day_b: str | None
    tolled: bool  # of all whom one side lost of a known fight of two that is over, or both of them
    news: bool  # of one happening that does not last: not of a war
    epidemic: bool  # of all of a known epidemic, whose tolls rise as long as it lasts
    numbered: bool  # their articles are of two days of one siege, war or the like, by their numbers
    grows: bool  # one article gives both, and its words tell that the count changed
    climbs: bool  # the text tells that the count has risen to the second one
    left: bool  # the text tells that the second one is what is left
    guess: bool  # one of them is an estimate, or feared, or presumed
    possible: bool  # one of them is an upper bound that is only held possible
    rivals: bool  # two sources give them
    one_camp: bool  # two of one camp give them
    contested: bool  # two sources give numbers of their figure that do not meet
    stays: bool  # the earlier number is given after the later one too
    two_wholes: bool  # nine of 72 and six of 19
    one_crowd: bool  # two words for one crowd: 52 workers, 52 people
    only_some: bool  # the smaller one may be but some of the other: 27 treated, 53 hurt
    beside_all: bool  # the article of the far smaller one gives the other as well
    taken_up: bool  # one is a headline's number that the text below gives as well


def pair_of(a: Telling, b: Telling, told: Together, alike: Alike, book: Book) -> Pair:
    """The pair in the order of time, then of article and offset, so that an update reads from old to new."""
    old, new = _ordered(a, b)
    first, second = old.subject, new.subject
    labels = alike.labels(old, new)
    return Pair(
        a=first,
        b=second,
        labels=labels.by_slot,
        shared=labels.shared,
        day_a=old.day,
        day_b=new.day,
        tolled=_is_toll(first, book) and _is_toll(second, book),
        news=first.slots.event is not None and not book.lasts(first.slots.event),
        epidemic=book.is_epidemic(first.slots.event or ""),
        numbered=_days_numbered(old, new) != 0,
        grows=_grows(old, new),
        climbs=_climbs(old, new),
        left=_is_left(old, new),
        guess=old.guess or new.guess,
        possible=old.possible or new.possible,
        rivals=told.rivals(first, second),
        one_camp=told.one_camp(first, second),
        contested=told.contested,
        stays=told.still_given(first, old.day, second, new.day),
        two_wholes=told.of_two_wholes(first, second),
        one_crowd=told.one_crowd(first, second) or _headlined(first, second),
        only_some=_only_some(first, second, book),
        beside_all=told.beside_all(first, second) and not _of_a_crowd(first, second, book),
        taken_up=told.taken_up(first) or told.taken_up(second),
    )


def _only_some(a: Subject, b: Subject, book: Book) -> bool:
    """Whether the smaller number may be of some of those whom the other counts, as the verbs tell: treated, of hurt; or
    of a part of its time: jobs of December, of the past five years. What befell people is dated by its event."""
    part, whole = (a, b) if a.amount.value < b.amount.value else (b, a)
    within = part.slots.measure not in book.fates and is_part_of(part.slots.period, whole.slots.period)
    return within or (whole.slots.measure or "", part.slots.measure or "") in book.some


def _is_toll(subject: Subject, book: Book) -> bool:
    """Whether a claim counts all whom one side lost of a known fight of two that is over, or both; not as the other
    side tells it."""
    slots, known = subject.slots, book.events.get(known_of(subject.slots.event or ""))
    if known is None or not known.end:
        return False
    sided = slots.party == BOTH or book.fights(slots.party, slots.event)
    return sided and book.fought_between_two(slots.event or "") and subject.claim.of_own_side is not False


def _of_a_crowd(a: Subject, b: Subject, book: Book) -> bool:
    """ "Several thousand marched", "the organisers spoke of 50,000": its friends tell more of a crowd, others less."""
    return bool(a.voice or b.voice) and {a.slots.measure, b.slots.measure} <= book.turnouts


def _ordered(a: Telling, b: Telling) -> tuple[Telling, Telling]:
    """The older of two claims first: by their days, unless the texts tell which came first."""
    if days := _days_numbered(a, b):
        return (a, b) if days > 0 else (b, a)
    old, new = (a, b) if a.order <= b.order else (b, a)
    before = new.subject.said_before > old.subject.said_before and _one_text(old, new)
    if before or ((new.subject.earlier or old.subject.revised) and not _of_two_days(old, new)):
        old, new = new, old  # "40, up from 38"
    if stood_later(new.subject, old.subject) or (old.day == new.day and _climbs(new, old)):
        return new, old
    if _is_left(old, new) or _is_left(new, old):
        return (old, new) if _is_left(old, new) else (new, old)
    falls = old.subject.amount.value > new.subject.amount.value
    told_order = old.subject.earlier or new.subject.revised
    if falls and not told_order and _grows(old, new):
        return new, old  # a live page tells the last count first
    counts = old.subject.slots.dimension == new.subject.slots.dimension == "count"
    if falls and counts and not (told_order or _of_two_days(old, new) or _one_text(old, new)):
        return new, old  # of two counts that nothing puts in order the lower one is the older
    return old, new


def _days_numbered(a: Telling, b: Telling) -> int:
    """The days from one article to another, where both number theirs: "on the 37th day of the siege", and its 60th."""
    if a.nth is None or b.nth is None or a.nth[0] != b.nth[0] or _one_text(a, b):
        return 0
    return b.nth[1] - a.nth[1]


def _of_two_days(a: Telling, b: Telling) -> bool:
    """Two articles of two days: what the later one calls the previous toll stood after the earlier one was written."""
    return not _one_text(a, b) and a.day is not None and b.day is not None and a.day != b.day


def _one_text(a: Telling, b: Telling) -> bool:
    return a.subject.claim.article == b.subject.claim.article


def _headlined(a: Subject, b: Subject) -> bool:
    """Whether a headline leaves out who they are that the text counts: "12 dead in mine", "killed 15 miners"."""
    return a.claim.article == b.claim.article and "headline" in (a.kind, b.kind) and a.kind != b.kind


def _grows(a: Telling, b: Telling) -> bool:
    """Whether one article gives two counts and tells of a new one, "49 are now dead", "raising the toll to 49", or
    gives them in two entries of a live page."""
    old, new = a.subject.amount, b.subject.amount
    if not _one_text(a, b) or a.subject.slots.dimension != "count" or same_number(old, new):
        return False
    risen = (a.climbs or b.climbs or a.subject.entry != b.subject.entry) and not old.typical.meets(new.typical)
    return a.anew or b.anew or risen


def _climbs(low: Telling, high: Telling) -> bool:
    """Whether the higher number is one that its text says the count has risen to: somebody had a lower one before."""
    return high.climbs and high.subject.amount.value > low.subject.amount.value


def _is_left(all_of_them: Telling, new: Telling) -> bool:
    """ "270 whales are stranded", "40 are still stranded": whether a lower number is told as what is left."""
    old, left = all_of_them.subject, new.subject
    if not new.left or all_of_them.left or left.slots.dimension != "count":
        return False
    return left.amount.value < old.amount.value and not old.amount.typical.meets(left.amount.typical)


def stood_later(old: Subject, new: Subject) -> bool:
    """Whether one article gives the count of a day, and a higher running count of a later day."""
    scope, as_of, period = new.claim.description.scope, new.claim.description.as_of, old.slots.period
    if old.claim.article != new.claim.article or scope is None or scope.value != "cumulative":
        return False
    if as_of is None or period is None or new.slots.period not in (None, period):
        return False
    return period[1] < as_of.value[:10] and new.amount.value > old.amount.value


def two_voices(a: Subject, b: Subject) -> bool:
    """Whether two named sources give them."""
    return bool(a.voice) and bool(b.voice) and set(a.voice).isdisjoint(b.voice)


def days_apart(a: str, b: str) -> int:
    """The days between two ISO days."""
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
