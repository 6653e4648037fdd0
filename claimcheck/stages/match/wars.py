"""A claim of a known event that lasts in, whether it counts all of it or one happening in it, out."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.records import Claim, Fact, Reading
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.slots import ALL_OF, HELD, Book, compare_days, days, length
from claimcheck.stages.match.leads import kinds_of
from claimcheck.stages.match.mains import NEWS, back, in_headline, own_days

YEAR = 365  # days after an event that its place is no sign of it any more
_WEEKS = 100  # days that a war takes of which all the dead are counted each day
_WAR = 2000  # dead, hurt or missing of a side, that are rather those of a war than of one strike or battle
_WAR_OF_ALL = 5000  # … and of whomever
_ASIDE = re.compile(r",\s(?!including\b)[a-z]+ing\s")  # where another thing is told behind a number
_WORD = re.compile(r"[\w'’]+")
_CLAUSE = 100  # characters before a number in which what did it is told
_STRETCH = 3  # days from the first to the last of a time that is no one happening's
_OF_MANY = HELD | {"several_happenings"}  # scopes
_SO_FAR = ALL_OF | {"cumulative"}
_SINCE = "G2961"  # the rule of what a war has brought since it began


def as_many_as_a_war(claim: Claim, book: Book) -> bool:
    """Whether a claim counts so many dead, hurt or missing that one strike or battle hardly had them."""
    measure, quantity = claim.description.measure, claim.quantity
    harmed = measure is not None and measure.value in book.fates and quantity.dimension == "count"
    return harmed and quantity.value >= (_WAR if claim.description.party is not None else _WAR_OF_ALL)


def past(event: Fact, claim: Claim, reading: Reading, book: Book) -> bool:
    """Whether a known event was over before its article's news, and is told beside the claim, not of it.

    "A fire killed 52 … In 2013 the Rana Plaza collapsed": the 52 did not die there. "A quake left hundreds hurt as it
    rocked a region devastated by the tsunami of 2004": nor were these; nor is all the news of Dhaka of that collapse.
    """
    known, own = book.events.get(event.value), own_days(reading) if reading.article.date else None
    if known is None or not known.start or own is None or event.span is None or (known.end or "~") >= own[0]:
        return False
    if event.span[0] >= claim.sentence[1] and not (known.kind in kinds_of(claim) and in_headline(claim, reading)):
        return True
    if _placed(event, claim, reading, known, book) and (known.end or "~") < back(own[0], YEAR):
        when = days(claim)
        return when is None or compare_days(when, (known.start, known.end or "~")) == "different"
    before = reading.article.text[max(0, event.span[0] - 40) : event.span[0]].casefold().split()[-4:]
    return "by" in before and bool(book.words("event", "different").intersection(before))


def happens_in(event: Fact, claim: Claim, reading: Reading, today: str, book: Book, lands: frozenset[str]) -> bool:
    """Whether a claim is of one happening in an event that lasts, a strike of a war, and not of the whole of it.

    "A strike killed 15 on Saturday", in a war of years; not "210,000 have been killed since 2011".
    """
    known, period = book.events.get(event.value), days(claim)
    if known is None or not book.lasts(event.value) or counts_all(claim, reading, book) or _over_days(claim):
        return False
    if period is not None and period[0]:
        end = (reading.article.date or "")[:10] if period[1] == "~" else period[1]
        return bool(end) and max(known.start, back(end, NEWS)) < period[0]
    if as_many_as_a_war(claim, book):
        return False
    # "The Ukraine war" is all of it; "Ukraine" only tells which war a strike is of.
    whole = _called(event, known, reading) and _name(event, reading) not in spots(known)
    if whole:
        return False
    scope, weeks = claim.description.scope, _of_weeks(known, today)
    if _of_weeks(known, known.end or "") and _over(known, reading) and not _in_a_town(claim, known, lands):
        return scope is not None and scope.value not in _SO_FAR | {"additional"}  # "rocket fire has killed 93"
    if weeks and scope is not None and scope.rule == _SINCE:
        return False
    if weeks and kinds_of(claim) <= book.of_weeks and not _in_a_town(claim, known, lands):
        return scope is not None and scope.value not in _SO_FAR
    one = bool(kinds_of(claim) - book.lasting) or _in_a_fight(claim, event, known, reading, book, lands)
    return one or (event.span is None and not weeks and _at_a_town(claim, reading, known, book, lands))


def counts_weeks(claim: Claim, reading: Reading, war: str, book: Book, lands: frozenset[str]) -> bool:
    """Whether a claim counts what a war of weeks has brought by the day of its article."""
    known, today = book.events[war], (reading.article.date or "")[:10]
    event = Fact(value=war, rule=known.id)
    return _of_weeks(known, today) and not happens_in(event, claim, reading, today, book, lands)


def _over_days(claim: Claim) -> bool:
    """ "Air strikes have killed 91 in rebel-held areas in the past six days": many strikes of some days did."""
    scope, period = claim.description.scope, days(claim)
    many = scope is not None and scope.value in _OF_MANY
    return many and period is not None and length(period) >= _STRETCH


def _of_weeks(known: Event, today: str) -> bool:
    """Whether a war was over within weeks, or is no older yet: all its dead are counted then from day to day."""
    last = known.end or today
    return bool(known.start and last) and back(last, _WEEKS) <= known.start <= last


def _over(known: Event, reading: Reading) -> bool:
    """Whether an article was written when a war was over."""
    return bool(reading.article.date and known.end) and (known.end or "") < str(reading.article.date)[:10]


def _in_a_fight(claim: Claim, event: Fact, known: Event, reading: Reading, book: Book, lands: frozenset[str]) -> bool:
    """ "29 rebels dead in fighting for a road" died on one day, those "the conflict has killed" in all of it."""
    measure, own = claim.description.measure, own_days(reading)
    if event.span is None or kinds_of(claim) - {known.kind} or measure is None or measure.value not in book.firm:
        return False
    if own is None or compare_days(own, (known.start, known.end or "~")) == "different":
        return False  # told when the war was over
    return not _of_all(claim, reading, book) or _in_a_town(claim, known, lands)


def _at_a_town(claim: Claim, reading: Reading, known: Event, book: Book, lands: frozenset[str]) -> bool:
    """ "30 rebels were killed in an offensive on a road to Ava": of a spot, and of no word for all of a war."""
    return _in_a_town(claim, known, lands) and not _of_all(claim, reading, book)


def _in_a_town(claim: Claim, known: Event, lands: frozenset[str]) -> bool:
    """ "The conflict escalated after 12 people were killed in Ganja": at a spot that its own sentence names."""
    place, scope = claim.description.place, claim.description.scope
    if place is None or place.span is None or scope is not None or place.value in lands or place.value in spots(known):
        return False
    return claim.sentence[0] <= place.span[0] < claim.sentence[1]


def counts_all(claim: Claim, reading: Reading, book: Book) -> bool:
    """Whether a sentence behind the first counts all of a war: "the conflict has killed 280,000", "since 2011"."""
    done = war_has_done(claim, reading, book)
    worded = bool(kinds_of(claim)) and kinds_of(claim) <= book.lasting and _of_all(claim, reading, book)
    if not done and not (worded and _open(claim)):
        return False
    return claim.sentence[0] > min(s.start for s in reading.segments.sentences if s.kind == "body")


def _open(claim: Claim) -> bool:
    """Whether a claim's own sentence tells no day, or none up to which it counts."""
    period = claim.description.period
    if period is None or period.span is None or not claim.sentence[0] <= period.span[0] < claim.sentence[1]:
        return True
    return period.end is None


def war_has_done(claim: Claim, reading: Reading, book: Book) -> bool:
    """ "They agreed on Monday to a truce in a war that has killed 250,000": whatever else it tells."""
    before = reading.article.text[max(claim.sentence[0], claim.quantity.start - _CLAUSE) : claim.quantity.start]
    return _done_by(book.words("event", "compatible-within")).search(before) is not None


@lru_cache(maxsize=16)
def _done_by(words: frozenset[str]) -> re.Pattern[str]:
    """What has done what is told behind it: "a war that has killed"."""
    named = "|".join(sorted(map(re.escape, words)))
    return re.compile(rf"\b(?:{named})\b(?: that| which)? (?:has|have)\b[^.;:]*$", re.I)


def _of_all(claim: Claim, reading: Reading, book: Book) -> bool:
    """Whether words tell that a claim counts all of it: not "43 died, pushing the toll since Monday above 680"."""
    text, end = reading.article.text, claim.quantity.end
    sentence = (text[claim.sentence[0] : end] + _ASIDE.split(text[end : claim.sentence[1]], 1)[0]).casefold()
    return any(re.search(rf"\b{word}\b", sentence) for word in book.words("event", "compatible-within"))


def spots(known: Event) -> tuple[str, ...]:
    """The places and the parties of a known event."""
    return (*listed(known.places), *listed(known.parties))


def _placed(event: Fact, claim: Claim, reading: Reading, known: Event, book: Book) -> bool:
    """Whether nothing but a place that is carried on, or a dateline, ties a claim to an event, of another kind."""
    kinds = {fact.value for fact in claim.description.event_terms}
    if book.lasts(event.value) or not kinds or known.kind in kinds or event.span is None:
        return False
    before = event.span[0] < claim.sentence[0] or _name(event, reading).isupper()
    return before and not _called(event, known, reading)


def _called(event: Fact, known: Event, reading: Reading) -> bool:
    """Whether a known event was found by a name of its own, or the place in it, and not by a place and a time."""
    name = _words(_name(event, reading))
    return name != "" and any(name in _words(alias) for alias in listed(known.aliases))


def _words(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def _name(event: Fact, reading: Reading) -> str:
    return reading.article.text[slice(*event.span)] if event.span else ""
