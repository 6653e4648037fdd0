"""A sentence in, the known event that it calls by name out: by an alias, by its place, or as "the massacre"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from claimcheck.dates.lexicon import MONTHS
from claimcheck.records import Fact, Period, Span
from claimcheck.rules.descriptions import Event
from claimcheck.stages.describe.names import Hit, Seen
from claimcheck.stages.describe.reading import Reading, nearest_to

_OF_WHAT = 8  # characters between a number and the kind of event that it is of
_FAR_BACK = 12  # sentences back to what "the massacre" is
_AFTER = frozenset(("after", "following"))
_PLACING = (" in ", " in the ", " over ", " on ")
_SENTENCE = 160  # characters before a name in which a superlative tells what it is held against
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_MOST = re.compile(r"\b(?:most|\w{2,}est|first|only)\b", re.I)


class Called:
    """What the sentences of one article call known events by."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.lexicon = reading, reading.lexicon
        self._again: dict[int, Fact | None] = {}
        self._places: dict[int, Hit | None] = {}

    def at(
        self, sentence: int, span: Span | None = None, period: Period | None = None, measure: str = ""
    ) -> Fact | None:
        """The event that a sentence calls by its name or its place, for a number of some time and measure."""
        return self.named(sentence, span, measure) or self._by_place(sentence, period, measure)

    def again(self, sentence: int) -> Fact | None:
        """The event that a sentence means by its kind, "in the massacre": the last one of that kind named before."""
        if sentence not in self._again:
            kinds = {hit.name.value for hit in self.reading.seen(sentence).of("kind") if self._meant(hit)}
            back = range(sentence - 1, max(-1, sentence - _FAR_BACK), -1) if kinds else ()
            named = filter(
                None,
                (self.named(at, measure="missing", recalled=True) or self.at(at, measure="missing") for at in back),
            )
            self._again[sentence] = next((f for f in named if self.lexicon.events[f.value].kind in kinds), None)
        return self._again[sentence]

    def named(
        self, sentence: int, span: Span | None = None, measure: str = "", *, recalled: bool = False
    ) -> Fact | None:
        """The event that a sentence names, or recalls on an anniversary; what is missing after a war is of it, what was
        bombed after it is not."""
        seen, apart = self.reading.seen(sentence), self._apart(measure)
        inside = recalled or (span is not None and seen.recalled(span[0]))
        kind = self._counted_kind(seen, span) if span else None
        hits = [
            hit
            for hit in seen.of("event")
            if hit.before not in apart
            and not self._compared(sentence, hit)
            and (inside or not seen.recalled(hit.start))
            and kind in (None, self.lexicon.events[hit.name.value].kind)
        ]
        if not hits:
            return None
        hit = hits[nearest_to([(hit.start, hit.end) for hit in hits], span) if span else 0]
        return hit.fact()

    def _by_place(self, sentence: int, period: Period | None, measure: str) -> Fact | None:
        """The war that a text calls by its place alone, "the Karabakh war": the last one there that had begun."""
        place = self._place_of_war(sentence)
        if place is None or place.before in self._apart(measure):
            return None
        day = (self.reading.article.date or "")[:10]
        there = self.lexicon.events_at.get(place.name.country or place.name.value, ())
        begun = [event for event in there if event.kind == "war" and event.start < (day or "~")]
        if period is not None and period.start is not None:
            begun = [event for event in begun if meets(event, period)]
        elif not day and len(begun) > 1:
            return None
        last = max(begun, key=lambda event: (event.start, event.name), default=None)
        return Fact(value=last.name, rule=last.id, span=(place.start, place.end)) if last else None

    def _apart(self, measure: str) -> frozenset[str]:
        """Words before an event that tell of another time, for what a number measures."""
        apart = self.lexicon.groups["of another time"]
        return apart - _AFTER if measure in self.lexicon.groups["lasting state"] else apart

    def _place_of_war(self, sentence: int) -> Hit | None:
        """The place in "the Gaza war" or "the war in Gaza", where a sentence calls one war so."""
        if sentence not in self._places:
            seen = self.reading.seen(sentence)
            wars = [hit for hit in seen.of("kind") if hit.name.value == "war" and self.is_all(hit)]
            places = seen.of("country", "demonym", "capital", "place") if wars else ()
            ends, starts = {hit.end: hit for hit in places}, {hit.start: hit for hit in places}
            found = [ends.get(war.start - 1) or self._behind(war, starts) for war in wars]
            named = {hit.name.value: hit for hit in found if hit is not None and not seen.recalled(hit.start)}
            self._places[sentence] = next(iter(named.values())) if len(named) == 1 else None
        return self._places[sentence]

    def _behind(self, war: Hit, starts: Mapping[int, Hit]) -> Hit | None:
        ends = (war.end + len(word) for word in _PLACING if self.reading.text.startswith(word, war.end))
        return next(filter(None, map(starts.get, ends)), None)

    def _meant(self, hit: Hit) -> bool:
        """Whether a kind is told as one that the text has told of: "in the massacre"."""
        told = hit.before in self.lexicon.groups["during"] and self.reading.text.endswith("the ", 0, hit.start)
        return told and hit.name.value in self.lexicon.kinds_that["lasting"]

    def _counted_kind(self, seen: Seen, span: Span) -> str | None:
        """ "44 days of fighting": the kind of event that the number itself is of."""
        for hit in seen.of("kind"):
            if span[1] < hit.start <= span[1] + _OF_WHAT and hit.before == "of":
                return hit.name.value
        return None

    def _compared(self, sentence: int, hit: Hit) -> bool:
        """Whether an event is only what another one is held against: "the worst crime since World War II"."""
        start = max(self.reading.sentences[sentence].start, hit.start - _SENTENCE)
        return hit.before == "since" and _MOST.search(self.reading.text, start, hit.start) is not None

    def in_time(self, event: Fact | None, period: Period | None) -> Fact | None:
        """The only war or clash of a conflict in the time told: "the Karabakh conflict in 2020"."""
        if event is None or period is None or not (period.start and period.end) or self.lexicon.events[event.value].end:
            return event
        known = [part for part in self.lexicon.events.values() if part.within == event.value]
        fighting = self.lexicon.kinds_that["fighting"]
        inside = [part for part in known if part.kind in fighting and meets(part, period)]
        return replace(event, value=inside[0].name, rule=inside[0].id) if len(inside) == 1 else event

    def is_all(self, hit: Hit) -> bool:
        """Whether a word stands for the whole of a war: "in the war", not "in fighting for the town"."""
        return self.reading.text[hit.start : hit.end].lower() in self.lexicon.groups["all of a war"]


def meets(event: Event, period: Period) -> bool:
    """Whether the period lies in the event's time; a long period ("in the 1990s") need only meet it."""
    start, end = period.start or "0000", period.end or "9999"
    return bool(event.start) and start <= (event.end or "9999") and end >= event.start


def same_day(written: str, iso: str) -> bool:
    """Whether "the 27th September" is the day and month of an ISO date."""
    day = _DAY.search(written)
    low = written.lower()
    month = next((number for name, number in MONTHS.items() if name in low), 0)
    return bool(day and month and iso[5:] == f"{month:02d}-{int(day[1]):02d}")
