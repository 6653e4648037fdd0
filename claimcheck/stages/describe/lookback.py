"""An article that calls no fighting by its name in; out the known war or clash that it means by "the war".

Which one follows from who fought it, how long it took, the season and the days that the text tells, and from the day of
the article: the last one that had begun by then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from math import inf

from claimcheck.dates import day_of
from claimcheck.dates.lexicon import AMOUNTS, MONTHS, SEASONS, UNIT_DAYS
from claimcheck.records import Fact, Span
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.reading import Reading

_FAR = 60  # sentences in which it is looked for who fought, and for days
_WAR, _CLASH, _TRUCE = "war", "clash", "ceasefire"
_YEARS, _WEEKS = 3 * 365, 60  # days behind a war, and behind fighting, in which they are "the war" and "the fighting"
_WEEK = 7  # days behind a fight, in which news of soldiers is of it
_SHORT = 100  # days of a war that a day without its year can tell
_BEFORE = 40  # characters before "war" that tell which one
_TWO = 2
_N = rf"(?P<n>\d+|{'|'.join(AMOUNTS)})"
_LONG = re.compile(rf"\b{_N}[ -](?P<u>day|week|month)s?(?:\sof)?\s(?:[a-z]+\s)?\Z", re.I)
_LAST = re.compile(rf"\blast (?P<season>{'|'.join(SEASONS)})(?:['’]s)?\s(?:[a-z]+\s)?\Z", re.I)
_AS_KNOWN = re.compile(r"\b(?:the|this|that|last (?:year|month|week)['’]s)\s(?:(?P<how>[a-z]+)\s)?\Z", re.I)
_IN_NAME = re.compile(rf"\b[Tt]he (?:{_N}-(?P<u>day|week|month)|(?P<how>[A-Z][a-z]+)) War\b", re.I)
_THOSE_DAYS = re.compile(
    rf"\b(?:in|during|of) (?:the|those) {_N} (?P<u>day|week|month)s\b(?! (?:to|before|since|after))"
)
_DAY = re.compile(r"\d{1,2}")
_Fits = Callable[[Event], bool]


class LookBack:
    """The fighting that one article speaks of as known to its readers."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.lexicon = reading, reading.lexicon

    def of(self, sentence: int) -> Fact | None:
        """The fighting that a sentence means by "in the war", "the six-week war", "in the two days"; not what came
        "since the war"."""
        return None if self.behind(sentence) else self._named(sentence)

    def behind(self, sentence: int) -> bool:
        """Whether a sentence tells what has been since a war, or since the truce that ended it."""
        later = self.lexicon.groups["since an event"]
        return any(hit.name.value in (_WAR, _CLASH, _TRUCE) and hit.before in later for hit in self._kinds(sentence))

    @cached_property
    def event(self) -> Fact | None:
        """The fighting that an article first speaks of so, or which some day without its year lies in."""
        sentences = range(min(_FAR, len(self.reading.sentences)) if self._fought else 0)
        named = next(filter(None, map(self._named, sentences)), None)
        return self._under_way(sentences) or named or self._of_a_day(sentences)

    def _named(self, sentence: int) -> Fact | None:
        for span, fits in self._told(sentence) if self._fought else ():
            if found := [event for event in self._fought if fits(event)]:
                return Fact(value=found[-1].name, rule=found[-1].id, span=span)
        return None

    def _told(self, sentence: int) -> Iterator[tuple[Span, _Fits]]:
        """What tells of a fight in a sentence, and which ones it may be."""
        for hit in self._kinds(sentence):
            fits = self._meant(hit) if hit.name.value in (_WAR, _CLASH) else None
            if fits is not None:
                yield (hit.start, hit.end), fits
        where = self.reading.sentences[sentence]
        for name in _IN_NAME.finditer(self.reading.text, where.start, where.end):
            if name["u"]:
                yield name.span(), partial(_lasted, told=name)
            elif self._which(name["how"]):
                yield name.span(), partial(self._within_years, war=True)
        for days in _THOSE_DAYS.finditer(self.reading.text, where.start, where.end):
            yield days.span(), partial(self._within_years, told=days)

    def _meant(self, hit: Hit) -> _Fits | None:
        """Which fights a word for fighting may mean, by what stands before it; None: no known one."""
        before = self.reading.text_before(hit.start, _BEFORE)
        if long := _LONG.search(before):
            return partial(_lasted, told=long)
        if last := _LAST.search(before):
            return partial(self._of_season, hit=hit, season=last["season"].lower())
        known = _AS_KNOWN.search(before)
        named = known is not None and (not known["how"] or self._which(known["how"]))
        return partial(self._recent, hit=hit) if named else None

    def _within_years(self, event: Event, *, war: bool = False, told: re.Match[str] | None = None) -> bool:
        fits = event.kind == _WAR if war else told is None or _lasted(event, told)
        return fits and self._since(event) <= _YEARS

    def _of_season(self, event: Event, *, hit: Hit, season: str) -> bool:
        return self._is(event, hit) and _in_season(event, season)

    def _kinds(self, sentence: int) -> tuple[Hit, ...]:
        return self.reading.seen(sentence).of("kind")

    def _which(self, word: str) -> bool:
        return word.lower() in self.lexicon.groups["which war"]

    def _recent(self, event: Event, *, hit: Hit) -> bool:
        """Whether "the war" is one that ended in the years before an article, or "the fighting" that of its weeks."""
        return self._is(event, hit) and self._since(event) <= (_YEARS if self._is_all(hit) else _WEEKS)

    def _is(self, event: Event, hit: Hit) -> bool:
        return event.kind == _WAR or not self._is_all(hit)

    def _is_all(self, hit: Hit) -> bool:
        return self.reading.text[hit.start : hit.end].lower() in self.lexicon.groups["all of a war"]

    def _since(self, event: Event) -> float:
        """The days from the end of a fight to an article; without end where its day is not known."""
        day, end = day_of(self._day), day_of(event.end)
        return (day - end).days if day is not None and end is not None else inf

    def _under_way(self, sentences: range) -> Fact | None:
        """The war that is on, or was a week before, between those whose soldiers or truce an article tells of."""
        on = [event for event in self._fought if self._since(event) <= _WEEK]
        telling = self.lexicon.groups["told in a war"]
        for at in sentences if on else ():
            if not telling.isdisjoint(self.reading.words_of(at)):
                where = self.reading.sentences[at]
                return Fact(value=on[-1].name, rule=on[-1].id, span=(where.start, where.end))
        return None

    def _of_a_day(self, sentences: range) -> Fact | None:
        """The only fight that holds a day without its year, of an article that has no date."""
        if self._day:
            return None
        for at in sentences:
            for when in self.reading.seen(at).dates:
                fits = [event for event in self._fought if when.start is None and _holds(event, when.text)]
                if len(fits) == 1:
                    return Fact(value=fits[0].name, rule=fits[0].id, span=when.span)
        return None

    @cached_property
    def _day(self) -> str:
        """The article's day, or else the last day or month that its text tells."""
        if self.reading.article.date:
            return self.reading.article.date[:10]
        told = (when for at in range(min(_FAR, len(self.reading.sentences))) for when in self.reading.seen(at).dates)
        return max((when.end for when in told if when.end and when.kind in ("day", "month")), default="")

    @cached_property
    def _fought(self) -> tuple[Event, ...]:
        """The known fights of the past between lands that the article names, the last one last."""
        events = (e for e in self.lexicon.events.values() if e.kind in (_WAR, _CLASH) and e.end)
        begun = (e for e in events if not self._day or e.start <= self._day)
        return tuple(sorted(filter(self._concerns, begun), key=lambda event: (event.start, event.name)))

    def _concerns(self, event: Event) -> bool:
        parties = listed(event.parties)
        return len(parties) >= _TWO and self._lands.issuperset(parties)

    @cached_property
    def _lands(self) -> frozenset[str]:
        sentences = range(min(_FAR, len(self.reading.sentences)))
        hits = (hit for at in sentences for hit in self.reading.seen(at).of("country", "demonym", "capital"))
        return frozenset(hit.name.country or hit.name.value for hit in hits)


def _lasted(event: Event, told: re.Match[str]) -> bool:
    """Whether a fight took about as long as is told: six weeks are 44 days, and two days the 12th to the 14th."""
    start, end = day_of(event.start), day_of(event.end)
    if start is None or end is None:
        return False
    unit = UNIT_DAYS[told["u"].lower()]
    count = int(told["n"]) if told["n"].isdecimal() else AMOUNTS[told["n"].lower()]
    return abs((end - start).days + 1 - count * unit) <= max(1, unit / 2)


def _in_season(event: Event, season: str) -> bool:
    months = {(SEASONS[season] + n - 1) % 12 + 1 for n in range(3)}
    return _short(event) and int(event.start[5:7]) in months


def _holds(event: Event, written: str) -> bool:
    """Whether a day and month lie in a fight of days or weeks."""
    day = _DAY.search(written)
    month = next((number for name, number in MONTHS.items() if name in written.lower()), 0)
    if day is None or not month or not _short(event):
        return False
    return event.start[5:] <= f"{month:02d}-{int(day[0]):02d}" <= event.end[5:]


def _short(event: Event) -> bool:
    start, end = day_of(event.start), day_of(event.end)
    return start is not None and end is not None and (end - start).days <= _SHORT and start.year == end.year
