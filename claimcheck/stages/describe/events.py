"""Which known event it is, and the kinds of those that have no name."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

from msgspec.structs import replace

from claimcheck.dates import day_of
from claimcheck.records import Fact, Period, Span
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.called import Called, meets, same_day
from claimcheck.stages.describe.flares import Flares
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.lookback import LookBack
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.places import locates
from claimcheck.stages.describe.reading import Reading, nearest_to
from claimcheck.stages.describe.times import Times, period_of

_NAMED_IN = 2  # sentences of the text whose named event is what the article is about
_DATELINE = 30  # characters of what stands before the first sentence: "Baku.", "19 February."
_FIRST_NAME = re.compile(r"[a-z] [A-Z][a-z]+ \Z")  # the leader | George | Sabra
_NAME = 30  # characters of it
_OPEN = 10**7  # more days than any event has


class Events:
    """The events that the sentences of one article tell of."""

    def __init__(self, reading: Reading, times: Times) -> None:
        self.reading, self.times, self.lexicon = reading, times, reading.lexicon
        self.called = Called(reading)
        self._flares, self._back = Flares(reading), LookBack(reading)
        self._terms: dict[int, tuple[Fact, ...]] = {}

    def at(self, sentence: int, span: Span, period: Period | None, measure: str, harm: bool) -> Fact | None:
        """The known event that the quantity belongs to; `harm`: it counts what events do to people and things."""
        found = self._told_of(sentence, span, period, measure, harm)
        return self._flares.of(found, sentence, period) if harm else found

    def _told_of(self, sentence: int, span: Span, period: Period | None, measure: str, harm: bool) -> Fact | None:
        if harm and self._only_told_then(span, period):
            period = None
        found = self.called.at(sentence, span, period, measure)
        found = self.called.in_time(found or self.called.again(sentence), period)
        if not found or self._told_of_another(found, span, period):
            placed = self._narrower(sentence, self._by_place(sentence, period, harm))
            found = _what_flight_does(placed, measure, self.lexicon)
        found = found or self._by_kind(sentence, period, measure) or self._by_time(sentence, period)
        if measure in self.lexicon.groups["told later"]:
            # Graves are found long after a war, bodies right after an earthquake.
            found = found or self.default_event
            return None if found and self._lasts(self.lexicon.events[found.value]) else found
        if found:
            return found
        if harm and (found := self._back.of(sentence)) is not None and self._lies_there(sentence, self._known(found)):
            return found if period is None or meets(self._known(found), period) else None
        if period is not None and period.rule == "T01" and not self._fits_default(period):
            return None
        for back in self.reading.before(sentence):
            carried = self.called.at(back)
            if carried:
                return self.called.in_time(carried, period)
        default = self._default(sentence) if harm and self._may_be_default(sentence) else None
        default = default or (self._outlasted if measure in self.lexicon.groups["lasting state"] else None)
        return _what_flight_does(self._wider(sentence, default), measure, self.lexicon)

    def _told_of_another(self, found: Fact, span: Span, period: Period | None) -> bool:
        """ "The Brussels bombings and the attacks in Paris last November, which killed | 130": whether a number stands
        nearer to a time before the event that its sentence names than to that name."""
        if found.span is None or period is None or period.rule != "T01" or period.span is None:
            return False
        near, event = nearest_to([found.span, period.span], span), self.lexicon.events[found.value]
        return near == 1 and (period.end or "9999") < event.start

    def _narrower(self, sentence: int, event: Fact | None) -> Fact | None:
        """The massacre of a war that the paragraph names, where the time fits all of the war."""
        around = event.value if event else ""
        for back in self.reading.before(sentence) if around else ():
            named = self.called.named(back)
            if named and self.lexicon.events[named.value].within == around:
                return named
        return event

    def _wider(self, sentence: int, event: Fact | None) -> Fact | None:
        """The war that a massacre was a part of, where a sentence tells what happened during the war."""
        known = self.lexicon.events[event.value] if event else None
        kinds = self.reading.seen(sentence).of("kind")
        if event is None or known is None or known.kind in ("war", *(hit.name.value for hit in kinds)):
            return event
        during = self.lexicon.groups["during"]
        war = next((hit for hit in kinds if hit.before in during and self.called.is_all(hit)), None)
        around = self.lexicon.events.get(known.within)
        while war is not None and around is not None and around.kind != "war":
            around = self.lexicon.events.get(around.within)
        return replace(war.fact(), value=around.name, rule=around.id) if war and around else event

    def _only_told_then(self, span: Span, period: Period | None) -> bool:
        """ "In April the premier told parliament that the dead numbered | 45", of a war that was over: the time of the
        telling, in an article that looks back."""
        back = self._back.event
        if back is None or period is None or period.rule != "T01" or period.span is None or period.start is None:
            return False
        between = self.reading.text[period.span[1] : span[0]].lower().split()
        told = not self.lexicon.groups["reporting"].isdisjoint(between)
        return told and (self._known(back).end or "9999") < period.start

    def _known(self, fact: Fact) -> Event:
        return self.lexicon.events[fact.value]

    def _default(self, sentence: int) -> Fact | None:
        """The event of the article, or else the fighting on which it looks back; not what came after that."""
        if self.default_event is not None or (back := self._back.event) is None or self._back.behind(sentence):
            return self.default_event
        if not self._lies_there(sentence, self._known(back)) or self._left_behind(sentence):
            return None
        own = {fact.value for fact in self._kinds_in(sentence)}
        other = not self._fights(own) if own else bool(self.kinds(sentence) & self.lexicon.kinds_that["misfortune"])
        if other:
            return None
        told_later = back.span is not None and back.span[0] >= self.reading.sentences[sentence].end
        return replace(back, span=None) if told_later else back

    def _left_behind(self, sentence: int) -> bool:
        """ "The truck hit a mine": whether a sentence, or what stands before it, tells of what kills
        when a war is over."""
        words = self.lexicon.groups["left by a war"]
        near = (sentence, *self.reading.before(sentence))
        return any(not words.isdisjoint(self.reading.words_of(at)) for at in near)

    def _may_be_default(self, sentence: int) -> bool:
        """Not where the sentence names places that all lie elsewhere, or tells of cholera in a land at war."""
        event = self.lexicon.events[self.default_event.value] if self.default_event else None
        if event is None:
            return True
        natural = self._lasts(event) and not self._same_kind(event, self.kinds(sentence))
        return not natural and self._lies_there(sentence, event)

    def _lies_there(self, sentence: int, event: Event) -> bool:
        """Whether a sentence names no places, or one of the event's, or in a land of it."""
        hits = [
            hit for hit in self.reading.seen(sentence).of("country", "capital", "place") if locates(hit, self.lexicon)
        ]
        if not hits or not event.places:
            return True
        known = {*listed(event.places), *listed(event.parties)}
        return any(hit.name.value in known or hit.name.country in known for hit in hits)

    def _fits_default(self, period: Period) -> bool:
        default = self.default_event or self._back.event
        return default is not None and meets(self._known(default), period)

    @cached_property
    def default_event(self) -> Fact | None:
        """The event of the headline and lead."""
        for sentence in self._opening:
            found = self.called.at(sentence)
            if found and (self.reading.sentences[sentence].kind == "headline" or self._not_long_ago(found)):
                dates = self.times.dates_in(sentence)
                return self.called.in_time(found, period_of(dates[0], "T02") if len(dates) == 1 else None)
        for sentence in self.reading.lead:
            when = [when for when in self.times.dates_in(sentence) if not self.times.last_like(when)]
            period = period_of(when[0], "T02") if when and when[0].start else self.times.so_long_after(sentence)
            placed = self._by_place(sentence, period or (period_of(when[0], "T02") if when else None), True)
            placed = placed or self._by_kind(sentence, None, "")
            if placed:
                return placed
        return self._by_parties()

    @cached_property
    def _opening(self) -> tuple[int, ...]:
        """The headlines and the first sentences that are more than a dateline."""
        sentences = [(at, self.reading.sentences[at]) for at in self.reading.lead]
        body = [at for at, told in sentences if told.kind == "body" and told.end - told.start > _DATELINE]
        return (*(at for at, told in sentences if told.kind == "headline"), *body[:_NAMED_IN])

    @cached_property
    def _outlasted(self) -> Fact | None:
        """The event that the opening names as over: "hundreds still unaccounted for after the Gaza war"."""
        told = (self.called.at(at, measure="missing") for at in self._opening)
        return next(filter(None, told), None)

    def _by_parties(self) -> Fact | None:
        """The war that was on between lands of the lead, where that tells of fighting: of a town behind the front."""
        day = (self.reading.article.date or "")[:10]
        kinds = {hit.name.value for at in self.reading.lead for hit in self.reading.seen(at).of("kind")}
        fighting = day and self._fights(kinds) and kinds.isdisjoint(self.lexicon.kinds_that["misfortune"])
        return self._between(Period(start=day, end=day, rule=""), frozenset(("war",))) if fighting else None

    def _by_time(self, sentence: int, period: Period | None) -> Fact | None:
        """Earlier fighting between lands of the lead, by its time: "6,500 died in six weeks of fighting in 2020"."""
        if period is None or period.rule != "T01" or period.start is None:
            return None
        period = self.times.as_written(sentence, period)
        kinds = {hit.name.value for hit in self.reading.seen(sentence).of("kind")}
        own = (self.reading.article.date or "9999")[:10]
        if not self._fights(kinds) or (period.end or "9999") >= own:
            return None
        found = self._between(period, frozenset(("war", "clash")))
        return found if found and self._lies_there(sentence, self.lexicon.events[found.value]) else None

    def _between(self, period: Period, kinds: frozenset[str]) -> Fact | None:
        """The fighting of a time between lands that the lead names."""
        hits = (hit for at in self.reading.lead for hit in self.reading.seen(at).of("country", "demonym"))
        named: dict[str, Hit] = {}
        for hit in hits:
            named.setdefault(hit.name.country or hit.name.value, hit)
        events = self.lexicon.events.values()
        wars = [event for event in events if event.kind in kinds and _between(event, named) and meets(event, period)]
        if not wars:
            return None
        war = min(wars, key=lambda event: (_length(event), event.name))
        return self._partfact(war.name, named[listed(war.parties)[0]])

    def _not_long_ago(self, event: Fact) -> bool:
        """A sudden event of years ago is background where the article has a day: "the worst since the 2004 tsunami"."""
        known = self.lexicon.events[event.value]
        day = self.reading.article.date
        return self._lasts(known) or bool(day and known.end and known.end[:4] >= day[:4])

    def _by_place(self, sentence: int, period: Period | None, harm: bool) -> Fact | None:
        """An event at a place of the sentence, paragraph or lead whose time holds the period."""
        if period is None:
            return None
        period = self.times.as_written(sentence, period)
        kinds = self.kinds(sentence)
        for at in (sentence, *self.reading.before(sentence), *self.reading.lead):
            found = []
            for hit in self.reading.seen(at).of("country", "capital", "place"):
                for event in self.lexicon.events_at.get(hit.name.value, ()):
                    fits = self._same_time(event, period)
                    if fits and (harm or event.kind in kinds) and self._same_kind(event, kinds):
                        found.append((-fits, _length(event), event.name, hit))
            if found:
                _, _, name, hit = min(found, key=lambda entry: entry[:3])
                return self._partfact(name, hit)
        return None

    def _by_kind(self, sentence: int, period: Period | None, measure: str) -> Fact | None:
        """The only event of its kind at a place, where the sentence names the kind: the exodus from the region."""
        if period is not None and period.start is not None:
            return None
        kinds = {hit.name.value for hit in self.reading.seen(sentence).of("kind")}
        kinds &= self.lexicon.kinds_that["one a place"]
        kinds |= {"exodus"} if measure in self.lexicon.groups["flight"] else set()
        where = (sentence, *self.reading.before(sentence)) if kinds else ()
        for hit in (hit for at in where for hit in self.reading.seen(at).of("country", "capital", "place")):
            fits = [event for event in self.lexicon.events_at.get(hit.name.value, ()) if event.kind in kinds]
            if len(fits) == 1 and not self._surname(hit) and self._may_be_told(fits[0]):
                return self._partfact(fits[0].name, hit)
        return None

    def _may_be_told(self, event: Event) -> bool:
        """Whether an event is of its article's year, or lasts; of an article without a date nothing tells otherwise."""
        day = self.reading.article.date or ""
        return self._lasts(event) or not day or day[:4] in (event.start[:4], event.end[:4])

    def _surname(self, hit: Hit) -> bool:
        """ "The opposition's leader George Sabra": of a person rather than a place, behind another name."""
        return hit.name.kind == "place" and _FIRST_NAME.search(self.reading.text_before(hit.start, _NAME)) is not None

    def _partfact(self, name: str, hit: Hit) -> Fact:
        return Fact(value=name, rule=self.lexicon.events[name].id, span=(hit.start, hit.end))

    def _same_time(self, event: Event, period: Period) -> int:
        """2: the same first day, even where the year is not told; 1: within it; 0: not."""
        if period.start is None and period.end is None:
            return 2 if period.span and same_day(self.reading.text[slice(*period.span)], event.start) else 0
        return 1 if meets(event, period) else 0

    def _same_kind(self, event: Event, kinds: frozenset[str]) -> bool:
        """A war may hold any kind of harm but that of nature; an earthquake needs its word."""
        if event.kind in self.lexicon.kinds_that["any harm"]:
            return kinds.isdisjoint(self.lexicon.kinds_that["misfortune"])
        return event.kind in kinds

    def _lasts(self, event: Event) -> bool:
        return event.kind in self.lexicon.kinds_that["lasting"]

    def _fights(self, kinds: frozenset[str] | set[str]) -> bool:
        """Whether one of some kinds is of those that a war is told by."""
        return not kinds.isdisjoint(self.lexicon.kinds_that["fighting"])

    def kinds(self, sentence: int) -> frozenset[str]:
        """The kinds of event that a sentence names, else those of its paragraph, else of the lead."""
        return frozenset(term.value for term in self.terms(sentence))

    def kinds_around(self, sentence: int) -> frozenset[str]:
        """All kinds of event that a sentence and its paragraph before it name, else those of the lead."""
        near = (sentence, *self.reading.before(sentence))
        named = frozenset(fact.value for at in near for fact in self._kinds_in(at))
        named = named or self.kinds(sentence)
        # "The army's last list has 80 names", of a war that no word for fighting tells of
        return named or (frozenset((self._known(back).kind,)) if (back := self._back.event) else named)

    @cached_property
    def kinds_opened_on(self) -> frozenset[str]:
        """All kinds of event that the lead names."""
        return frozenset(fact.value for at in self.reading.lead for fact in self._kinds_in(at))

    def terms(self, sentence: int) -> tuple[Fact, ...]:
        """What tells an unnamed event: its kind, by the words of the sentence, else of the paragraph or lead."""
        if sentence not in self._terms:
            where = (sentence, *self.reading.before(sentence), *self.reading.lead)
            self._terms[sentence] = next((found for at in where if (found := self._kinds_in(at))), ())
        return self._terms[sentence]

    def _kinds_in(self, sentence: int) -> tuple[Fact, ...]:
        found: dict[str, Fact] = {}
        seen = self.reading.seen(sentence)
        for hit in seen.of("kind"):
            found.setdefault(hit.name.value, hit.fact())
        if not found:  # "Covid-19 cases": a name tells the kind as well
            for hit in seen.of("event"):
                kind = self.lexicon.events[hit.name.value].kind
                found.setdefault(kind, replace(hit.fact(), value=kind))
        return tuple(found.values())


def _what_flight_does(event: Fact | None, measure: str, lexicon: Lexicon) -> Fact | None:
    """Not an exodus for what it does not do: a blast of those days kills, the flight does not."""
    exodus = event is not None and lexicon.events[event.value].kind == "exodus"
    return None if exodus and measure not in lexicon.groups["flight"] else event


def _between(event: Event, lands: Container[str]) -> bool:
    """Whether it was between such lands, two at least, and at places that the rules give."""
    parties = listed(event.parties)
    return bool(event.places) and len(parties) > 1 and all(party in lands for party in parties)


def _length(event: Event) -> int:
    """Sorts events at one place and time: the shortest first, the open ones last, the newer of them first."""
    start, end = day_of(event.start), day_of(event.end)
    if start is None or end is None:
        return _OPEN - int(event.start[:4] or 0)
    return (end - start).days
