"""Readings in, the event of every claim out: one that the rules name, the article's own, or one told beside it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from claimcheck.records import Claim, Fact, Reading
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.slots import ALL_OF, HELD, Book, Days, compare_days, days, length, named
from claimcheck.spelling import spelt
from claimcheck.stages.match.asides import Aside, Main, aside_of, place_asides
from claimcheck.stages.match.leads import LENGTH, Lead, kinds_of, lead_of, over
from claimcheck.stages.match.names import LeadNames
from claimcheck.stages.match.stories import stories
from claimcheck.stems import common_names
from claimcheck.workers import slices, spread

YEAR = 365  # days after an event that its place is no sign of it any more
_SHARE = 250  # articles whose leads one process reads at a time
_WEEKS = 100  # days that a war takes of which all the dead are counted each day
_WAR = 2000  # dead, hurt or missing of a side, that are rather those of a war than of one strike or battle
_WAR_OF_ALL = 5000  # … and of whomever
_SOME = 0.25  # of a happening's claims, that tell the war which all of them are of
_ASIDE = re.compile(r",\s(?!including\b)[a-z]+ing\s")  # where another thing is told behind a number
_WORD = re.compile(r"[\w'’]+")
_HEADLINES = 9  # sentences among which an article's headlines are
_CLAUSE = 100  # characters before a number in which what did it is told
_FIRST = 3  # of the harmed that an article tells of, those whom it opens with
_STRETCH = 3  # days from the first to the last of a time that is no one happening's
_OF_MANY = HELD | {"several_happenings"}  # scopes
_SO_FAR = ALL_OF | {"cumulative"}
_SINCE = "G2961"  # the rule of what a war has brought since it began
_LONG_OVER = 365  # days behind a war after which what is news may lie in it no more
_AGAIN = 3  # claims of an event that one who looks back on it tells
_AFTERMATH = 35  # days behind an event, of which one who looks back on it still tells
NEWS = 10  # days before its date that an article's own event may lie


class Told(NamedTuple):
    """What the articles tell of events."""

    keys: dict[str, str]  # of each claim's event by its id: one of the rules', or one with a leading "~"
    stories: dict[str, str]  # the key of the main event of each article
    near: dict[tuple[str, str], float]  # keys of stories that are nearly one, with their likeness
    recalled: dict[str, frozenset[str]]  # known events that each article tells of when they were over


def events(readings: Sequence[Reading], book: Book, rules: Rules) -> Told:
    """The events of all claims, the stories of all articles, and which stories are nearly one."""
    telling = [reading for reading in readings if reading.claims]
    names = rules.once(LeadNames)
    opened = spread(partial(_leads, names=names, book=book), slices(telling, _SHARE), list[Lead])
    leads = {reading.article.name: lead for reading, lead in zip(telling, chain.from_iterable(opened), strict=True)}
    story, kin = stories(leads, book)
    mains = _mains(telling, story, leads, book)
    wars_on = _wars_on(telling, story, book)
    openings = _days_told(story, leads)
    known: dict[str, str] = {}  # what the rules name
    found: dict[str, str] = {}  # the happening in it, or "" for all of it
    asides: dict[str, Aside] = {}
    around: dict[str, Counter[str]] = defaultdict(Counter)  # by main event, what claims of it tell to have lasted
    written: dict[str, str] = {}  # by main event the last day on which it is told of
    # A copy has no voice of its own; of copies of several days the first has it, whatever they are called.
    latest_first = sorted(telling, key=lambda reading: reading.article.date or "", reverse=True)
    once = {reading.article.text: reading.article.name for reading in latest_first}
    for reading in telling:
        main = mains[story[reading.article.name]]
        own, epidemic = _looked_back_to(main.key, _own_days(reading), book), _epidemic(reading, book)
        around_it = wars_on[story[reading.article.name]]
        today = (reading.article.date or around_it.day)[:10]
        written[main.key] = max(today, written.get(main.key, ""))
        for claim in reading.claims:
            event = claim.description.event or _of_its_war(claim, reading, around_it.war, book, names.countries)
            if epidemic is not None and _befell(claim, epidemic, book):
                known[claim.id], found[claim.id] = epidemic.name, ""
                continue
            if event and not _past(event, claim, reading, book):
                known[claim.id] = event.value
                one = _happens_in(event, claim, reading, today, book, names.countries)
                if not one and not _beside(event, epidemic):
                    found[claim.id] = ""
                    told = _war_has_done(claim, reading, book) or _as_many_as_a_war(claim, book)
                    told = told or book.over_lands(event.value)
                    if told and once[reading.article.text] == reading.article.name:
                        around[main.key][event.value] += 1
                    continue
            aside = aside_of(claim, own, reading, main.key)
            on_its_days = openings[story[reading.article.name]]
            if aside is not None and not (
                _of_the_story(aside, reading.article.name, on_its_days) or _looks_back(aside, reading, main, book)
            ):
                asides[claim.id] = aside
            else:
                found[claim.id] = main.key
    _join_flights(telling, known, found, {name: mains[number].key for name, number in story.items()}, book)
    near = {_sorted(mains[a].key, mains[b].key): weight for (a, b), weight in kin.items()}
    found |= place_asides(asides, tuple(mains.values()), book)
    voices = frozenset(c.id for r in telling if once[r.article.text] == r.article.name for c in r.claims)
    wars = _wars({claim: key for claim, key in found.items() if claim in voices}, known, around, written, book)
    of_all = _of_all_claims(telling, book)
    # All that a story of a flood tells is of the flood; a strike of a war is one of many.
    whole = {key for key, war in wars.items() if book.over_lands(war)}
    keys = {
        claim: wars[key]
        if key in whole or (claim in of_all and wars.get(key))
        else wars.get(key, known.get(claim, "")) + key
        for claim, key in found.items()
    }
    recalled = {reading.article.name: _recalled(reading, book) for reading in telling}
    return Told(keys, {name: mains[number].key for name, number in story.items()}, near, recalled)


def _join_flights(
    readings: Sequence[Reading], known: dict[str, str], found: dict[str, str], own: Mapping[str, str], book: Book
) -> None:
    """All who flee are of the one known exodus that other claims of their story are of: "28,000 fled", "19,000 refugees
    have entered the land". `known` and `found` are told so; `own` is each article's main event."""
    fled = [(c, own[r.article.name]) for r in readings for c in r.claims if _flees(c, book)]
    exoduses: dict[str, set[str]] = defaultdict(set)
    for claim, main in fled:
        if found.get(claim.id) == "" and book.is_flight(known[claim.id]):
            exoduses[main].add(known[claim.id])
    for claim, main in fled:
        if found.get(claim.id) == main and claim.id not in known and len(exoduses[main]) == 1:
            (known[claim.id],), found[claim.id] = exoduses[main], ""


def _flees(claim: Claim, book: Book) -> bool:
    measure = claim.description.measure
    return measure is not None and book.flees(measure.value, claim.description.noun_class)


class _Time(NamedTuple):
    """When the articles of a story are of, going by those that have a date."""

    day: str  # the last one; or nothing
    war: str  # that goes on then, of which they tell; or nothing


def _wars_on(readings: Sequence[Reading], story: Mapping[str, int], book: Book) -> dict[int, _Time]:
    """By story the time that its articles without a date are of, too."""
    dated: dict[int, list[Reading]] = {number: [] for number in story.values()}
    for reading in readings:
        if reading.article.date:
            dated[story[reading.article.name]].append(reading)
    return {number: _Time(day=_last_day(group), war=_war_of(group, book)) for number, group in dated.items()}


def _last_day(readings: Sequence[Reading]) -> str:
    return max((reading.article.date or "" for reading in readings), default="")[:10]


def _war_of(readings: Sequence[Reading], book: Book) -> str:
    """The war that most claims of some articles are of, where that is a good part of them."""
    claims = [claim for reading in readings for claim in reading.claims]
    told = Counter(claim.description.event.value for claim in claims if claim.description.event)
    wars = {event: count for event, count in told.items() if book.lasts(event) and book.has_strikes(event)}
    war = min(wars, key=lambda event: (-wars[event], event), default="")
    return war if war and wars[war] >= _SOME * len(claims) else ""


def _of_its_war(claim: Claim, reading: Reading, war: str, book: Book, lands: frozenset[str]) -> Fact | None:
    """The war that an article without a date is of, as those of its story that have one are; for whom it harmed.

    "The fighting in Sudan has killed 413" tells by its day alone which fighting that was.
    """
    told, known, period = claim.description, book.events.get(war), days(claim)
    if known is None or reading.article.date or told.measure is None or told.measure.value not in book.done_by_events:
        return None
    if period is not None and compare_days(period, (known.start, known.end or "~")) == "different":
        return None
    elsewhere = told.place is not None and told.place.value in lands and told.place.value not in _spots(known)
    if elsewhere or kinds_of(claim).isdisjoint(book.words("episode", "violence")):
        return None
    return Fact(value=war, rule=known.id)


def _of_all_claims(readings: Sequence[Reading], book: Book) -> frozenset[str]:
    """The claims of what all of a war has brought, whatever its article tells of it: the refugees in a land, those whom
    "the conflict has killed"."""
    measures = book.words("event", "stock")

    def of_all(claim: Claim, reading: Reading) -> bool:
        measure = claim.description.measure
        if measure is None:
            return False
        befell = measure.value in book.done_by_events and counts_all(claim, reading, book)
        return measure.value in measures or befell or _as_many_as_a_war(claim, book)

    return frozenset(claim.id for reading in readings for claim in reading.claims if of_all(claim, reading))


def _epidemic(reading: Reading, book: Book) -> Event | None:
    """The known epidemic that an article is of, going by its claims."""
    told = Counter(claim.description.event.value for claim in reading.claims if claim.description.event)
    most = min(filter(book.is_epidemic, told), key=lambda event: (-told[event], event), default="")
    return book.events[most] if most and told[most] >= _SOME * len(reading.claims) else None


def _befell(claim: Claim, epidemic: Event, book: Book) -> bool:
    """Whether a claim of such an article counts whom the epidemic befell, then and not in another one."""
    told, period = claim.description, days(claim)
    if told.event is not None and told.event.value != epidemic.name:
        return False
    befell = told.measure is not None and told.measure.value in book.words("event", "same-epidemic")
    if not befell or claim.quantity.dimension != "count":
        return False
    return period is None or compare_days(period, (epidemic.start, epidemic.end or "~")) != "different"


def _beside(event: Fact, epidemic: Event | None) -> bool:
    """Whether a number told of its article's epidemic counts nobody whom that befell: flights, signatures."""
    return epidemic is not None and event.value == epidemic.name


def _days_told(story: Mapping[str, int], leads: Mapping[str, Lead]) -> dict[int, dict[str, set[str]]]:
    """By story the days that the openings of its articles tell, and the articles that tell each."""
    found: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, number in story.items():
        for day in leads[name].told:
            found[number][date.fromordinal(day).isoformat()].add(name)
    return found


def _of_the_story(aside: Aside, article: str, told: Mapping[str, set[str]]) -> bool:
    """Whether another time is the day that other articles of the story open with: a ferry sank two weeks ago."""
    first, last = aside.period
    return first == last and bool(told.get(first, set()) - {article})


def _looks_back(aside: Aside, reading: Reading, main: Main, book: Book) -> bool:
    """Whether an article of weeks or years after a known event, which it is about, goes on telling of it: of those days
    and the weeks behind them, and of nothing of another kind. "It spoke of 207 dead on September 22", in a look back.
    """
    known = book.events.get(main.key)
    if known is None or not known.end or not reading.article.date:
        return False
    if reading.article.date[:10] <= _back(known.end, -NEWS) or not aside.kinds <= book.lasting | {known.kind}:
        return False
    return known.start <= aside.period[0] and aside.period[1] <= _back(known.end, -_AFTERMATH)


def _recalled(reading: Reading, book: Book) -> frozenset[str]:
    """The known events that an article's claims are told of and that were over before its news."""
    events = {claim.description.event.value for claim in reading.claims if claim.description.event}
    own = _own_days(reading) if reading.article.date else None
    first = own[0] if own else ""
    return frozenset(event for event in events if over(book.events.get(event), first))


def _leads(share: Sequence[Reading], names: LeadNames, book: Book) -> list[Lead]:
    return [lead_of(reading, names, book) for reading in share]


def _wars(
    happenings: Mapping[str, str],
    known: Mapping[str, str],
    around: Mapping[str, Counter[str]],
    written: Mapping[str, str],
    book: Book,
) -> dict[str, str]:
    """For each unnamed happening the known event that it lies in, where some claims are of one, or of all of it; not
    one that was over a year before, where a later one is told of too."""
    votes: dict[str, Counter[str]] = defaultdict(Counter, around)
    for claim, key in happenings.items():
        if key:
            votes[key][known.get(claim, "")] += 1
    found = {}
    for key, count in votes.items():
        war = min(count, key=lambda war: (not war, -count[war], war))
        over = _over_before(written.get(key, ""), war, book) and any(_ends(war, book) < _ends(w, book) for w in count)
        found[key] = war if count[war] >= _SOME * count.total() and not over and not named(key) else ""
    return found


def _over_before(day: str, war: str, book: Book) -> bool:
    """Whether a war was over a year before a day."""
    return bool(day) and "" < _ends(war, book) < _back(day, _LONG_OVER)


def _ends(war: str, book: Book) -> str:
    known = book.events.get(war)
    return (known.end or "") if known is not None else ""


def _as_many_as_a_war(claim: Claim, book: Book) -> bool:
    """Whether a claim counts so many dead, hurt or missing that one strike or battle hardly had them."""
    measure, quantity = claim.description.measure, claim.quantity
    harmed = measure is not None and measure.value in book.fates and quantity.dimension == "count"
    return harmed and quantity.value >= (_WAR if claim.description.party is not None else _WAR_OF_ALL)


def _past(event: Fact, claim: Claim, reading: Reading, book: Book) -> bool:
    """Whether a known event was over before its article's news, and is told beside the claim, not of it.

    "A fire killed 52 … In 2013 the Rana Plaza collapsed": the 52 did not die there. "A quake left hundreds hurt as it
    rocked a region devastated by the tsunami of 2004": nor were these; nor is all the news of Dhaka of that collapse.
    """
    known, own = book.events.get(event.value), _own_days(reading) if reading.article.date else None
    if known is None or not known.start or own is None or event.span is None or (known.end or "~") >= own[0]:
        return False
    if event.span[0] >= claim.sentence[1] and not (known.kind in kinds_of(claim) and _in_headline(claim, reading)):
        return True
    if _placed(event, claim, reading, known, book) and (known.end or "~") < _back(own[0], YEAR):
        when = days(claim)
        return when is None or compare_days(when, (known.start, known.end or "~")) == "different"
    before = reading.article.text[max(0, event.span[0] - 40) : event.span[0]].casefold().split()[-4:]
    return "by" in before and bool(book.words("event", "different").intersection(before))


def _in_headline(claim: Claim, reading: Reading) -> bool:
    return any(s.start == claim.sentence[0] and s.kind == "headline" for s in reading.segments.sentences[:_HEADLINES])


def _happens_in(event: Fact, claim: Claim, reading: Reading, today: str, book: Book, lands: frozenset[str]) -> bool:
    """Whether a claim is of one happening in an event that lasts, a strike of a war, and not of the whole of it.

    "A strike killed 15 on Saturday", in a war of years; not "210,000 have been killed since 2011".
    """
    known, period = book.events.get(event.value), days(claim)
    if known is None or not book.lasts(event.value) or counts_all(claim, reading, book) or _over_days(claim):
        return False
    if period is not None and period[0]:
        end = (reading.article.date or "")[:10] if period[1] == "~" else period[1]
        return bool(end) and max(known.start, _back(end, NEWS)) < period[0]
    if _as_many_as_a_war(claim, book):
        return False
    # "The Ukraine war" is all of it; "Ukraine" only tells which war a strike is of.
    whole = _called(event, known, reading) and _name(event, reading) not in _spots(known)
    if whole:
        return False
    scope, weeks = claim.description.scope, _of_weeks(known, today)
    if weeks and scope is not None and scope.rule == _SINCE:
        return False
    if weeks and kinds_of(claim) <= book.of_weeks and not _in_a_town(claim, known, lands):
        return scope is not None and scope.value not in _SO_FAR
    return bool(kinds_of(claim) - book.lasting) or _in_a_fight(claim, event, known, reading, book, lands)


def counts_weeks(claim: Claim, reading: Reading, war: str, book: Book, lands: frozenset[str]) -> bool:
    """Whether a claim counts what a war of weeks has brought by the day of its article."""
    known, today = book.events[war], (reading.article.date or "")[:10]
    event = Fact(value=war, rule=known.id)
    return _of_weeks(known, today) and not _happens_in(event, claim, reading, today, book, lands)


def _over_days(claim: Claim) -> bool:
    """ "Air strikes have killed 91 in rebel-held areas in the past six days": many strikes of some days did."""
    scope, period = claim.description.scope, days(claim)
    many = scope is not None and scope.value in _OF_MANY
    return many and period is not None and length(period) >= _STRETCH


def _of_weeks(known: Event, today: str) -> bool:
    """Whether a war was over within weeks, or is no older yet: all its dead are counted then from day to day."""
    last = known.end or today
    return bool(known.start and last) and _back(last, _WEEKS) <= known.start <= last


def _in_a_fight(claim: Claim, event: Fact, known: Event, reading: Reading, book: Book, lands: frozenset[str]) -> bool:
    """ "29 rebels dead in fighting for a road" died on one day, those "the conflict has killed" in all of it."""
    measure, own = claim.description.measure, _own_days(reading)
    if event.span is None or kinds_of(claim) - {known.kind} or measure is None or measure.value not in book.firm:
        return False
    if own is None or compare_days(own, (known.start, known.end or "~")) == "different":
        return False  # told when the war was over
    return not _of_all(claim, reading, book) or _in_a_town(claim, known, lands)


def _in_a_town(claim: Claim, known: Event, lands: frozenset[str]) -> bool:
    """ "The conflict escalated after 12 people were killed in Ganja": at a spot that its own sentence names."""
    place, scope = claim.description.place, claim.description.scope
    if place is None or place.span is None or scope is not None or place.value in lands or place.value in _spots(known):
        return False
    return claim.sentence[0] <= place.span[0] < claim.sentence[1]


def counts_all(claim: Claim, reading: Reading, book: Book) -> bool:
    """Whether a sentence behind the first counts all of a war: "the conflict has killed 280,000", "since 2011"."""
    done = _war_has_done(claim, reading, book)
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


def _war_has_done(claim: Claim, reading: Reading, book: Book) -> bool:
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


def _spots(known: Event) -> tuple[str, ...]:
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


def _sorted(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _mains(
    readings: Sequence[Reading], story: Mapping[str, int], leads: Mapping[str, Lead], book: Book
) -> dict[int, Main]:
    by_story: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_story[story[reading.article.name]].append(reading)
    taken, found = Counter[str](), dict[int, Main]()
    for number, group in sorted(by_story.items()):
        main = _main(group, leads, book)
        taken[main.key] += 1
        count = taken[main.key]
        found[number] = main if count == 1 or named(main.key) else main._replace(key=f"{main.key}-{count}")
    return found


def _main(group: Sequence[Reading], leads: Mapping[str, Lead], book: Book) -> Main:
    """The main event of a story, called as the rules name it, or by what its leads have in common."""
    told = [leads[reading.article.name] for reading in group]
    key = _known(group, book) or _flight(group, book) or _story_key(group)
    return Main(
        key=key,
        period=_looked_back_to(key, _news_days(group), book),
        kinds=frozenset().union(*(kinds_of(claim) for reading in group for claim in reading.claims)),
        names=frozenset().union(*(lead.names.union(map(spelt, lead.lands)) for lead in told)),
    )


def _known(group: Sequence[Reading], book: Book) -> str | None:
    """The known event that a story is about: one that some of its claims name, and that was news then, or else one that
    its articles look back on."""
    news = _news_days(group)
    if news is None:
        return _opened_with(group, book)
    events = {c.description.event.value for r in group for c in r.claims if c.description.event}
    found = [e for e in sorted(events) if not book.lasts(e) and e in book.events
             and news[0] <= book.events[e].start <= news[1]]  # fmt: skip
    if found:
        return found[0] if len(found) == 1 else None
    return _looked_back_on(group, book) or _past_event(group, news[0], book)


def _looked_back_on(group: Sequence[Reading], book: Book) -> str | None:
    """The known event that articles tell of long after it: the one that most of those harmed were harmed by, and first
    of them those whom an article opens with."""
    harmed = [[c for c in r.claims if c.description.measure and c.description.measure.value in book.done_by_events]
              for r in group]  # fmt: skip
    first = [claims[:_FIRST] for claims in harmed]
    both = [_most_told(list(chain.from_iterable(claims))) for claims in (harmed, first)]
    event = both[0]
    return event if event and event == both[1] and event in book.events and not book.lasts(event) else None


def _most_told(claims: Sequence[Claim]) -> str:
    """The event that more than half of some claims are told of; or nothing."""
    told = Counter(claim.description.event.value for claim in claims if claim.description.event)
    return next((event for event, count in told.items() if 2 * count > len(claims)), "")


def _past_event(group: Sequence[Reading], first: str, book: Book) -> str | None:
    """The known event, over before some day, that articles look back on: they open with it, tell of it again and again,
    and of no other one but wars. "He made the bombs of last year's attack, in which 130 died" tells of it but once."""
    told = Counter(c.description.event.value for r in group for c in r.claims if c.description.event)
    known = [event for event in told if event in book.events and not book.lasts(event)]
    past = _opened_with(group, book)
    if past is None or len(known) > 1 or told[past] < _AGAIN:
        return None
    return past if over(book.events[past], first) else None


def _flight(group: Sequence[Reading], book: Book) -> str | None:
    """The known exodus whose people the articles open with, told from where they came to: "100,000 refugees arrived",
    in its days or those behind, over texts that name the place which they left."""
    news = _news_days(group)
    if news is None or not any(_flees(claim, book) for reading in group for claim in _opening(reading)):
        return None
    ended = _back(news[0], NEWS)
    found = [
        known.name
        for known in book.events.values()
        if book.is_flight(known.name) and known.start <= news[1] and not over(known, ended)
        and not book.lasts(known.name) and all(_names_one(reading, known.places) for reading in group)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _names_one(reading: Reading, places: str) -> bool:
    return any(re.search(rf"\b{re.escape(place)}\b", reading.article.text) for place in listed(places))


def _opening(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.sentence[0] < reading.article.body + LENGTH]


def _opened_with(group: Sequence[Reading], book: Book) -> str | None:
    """The known event that an article's headline, or else most of what it opens with, is told of: all that tells of
    what news without a date is, and what a look back is of."""
    found = set[str]()
    for reading in group:
        first = _opening(reading)
        first = [claim for claim in first if _in_headline(claim, reading)] or first
        count = Counter(claim.description.event.value for claim in first if claim.description.event)
        found |= {event for event, number in count.items() if 2 * number > len(first)}
    known = [event for event in sorted(found) if event in book.events and not book.lasts(event)]
    return known[0] if len(known) == len(found) == 1 else None


def _story_key(group: Sequence[Reading]) -> str:
    """A readable key that hangs on what the story's leads share, not on file names."""
    texts = [(reading.article.title or "") + " " + reading.article.text[:LENGTH] for reading in group]
    dates = sorted(reading.article.date[:7] for reading in group if reading.article.date)
    words = [re.sub(r"[^\w]+", "-", name.casefold()) for name in common_names(set(texts))]
    return "~" + "-".join([*words, *dates[:1]])


def _news_days(group: Sequence[Reading]) -> Days | None:
    """The days that a story's own event may lie in; None where no article is dated."""
    dates = sorted(reading.article.date[:10] for reading in group if reading.article.date)
    return (_back(dates[0], NEWS), dates[-1]) if dates else None


@lru_cache(maxsize=4096)
def _back(day: str, count: int) -> str:
    ordinal = date.fromisoformat(day).toordinal() - count
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()  # 9999-12-31 is a day, too


def _looked_back_to(main: str, own: Days | None, book: Book) -> Days | None:
    """The days of articles' own event: of a known one that was over before their news, its own."""
    known = book.events.get(main)
    if own is None or known is None or not (known.start and known.end) or known.end >= own[0]:
        return own
    return known.start, known.end


def _own_days(reading: Reading) -> Days | None:
    """The days of an article's own event: around its date, or else what its lead speaks of."""
    if reading.article.date:
        return (_back(reading.article.date[:10], NEWS), _back(reading.article.date[:10], -2))
    told = [days(claim) for claim in reading.claims if claim.sentence[0] < reading.article.body + LENGTH]
    known = [period for period in told if period is not None]
    return known[0] if known else None
