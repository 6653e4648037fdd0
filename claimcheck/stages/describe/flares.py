"""A conflict of years that a text names in; out which fighting of it the text is news of: the war that broke out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec.structs import replace

from claimcheck.dates import day_of
from claimcheck.records import Fact, Period
from claimcheck.rules.descriptions import Event
from claimcheck.stages.describe.called import meets, same_day
from claimcheck.stages.describe.reading import Reading

_OLD = 365  # days after which fighting in a conflict is that conflict flaring up again, and no part of its outbreak
_NEWS = 60  # days after its end that news of a conflict is of the fighting
_READ = 300  # sentences of a text that are looked at for its time


class Flares:
    """The fighting that one article is news of, by the conflict that it lies in."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.lexicon = reading, reading.lexicon
        self._found: dict[str, Event | None] = {}

    def of(self, event: Fact | None, sentence: int, period: Period | None) -> Fact | None:
        """The event, or the fighting within it that a number without another time is of: "20 were killed in the Kashmir
        conflict", while a war was on there; not "in decades of conflict"."""
        known = self.lexicon.events[event.value] if event else None
        if event is None or known is None or known.end:
            return event
        flare = self._flare(known)
        if flare is None or (period is not None and not meets(flare, period)) or self._for_long(sentence):
            return event
        if period is not None and period.start is not None and period.start < flare.start:
            return event
        return replace(event, value=flare.name, rule=flare.id)

    def _for_long(self, sentence: int) -> bool:
        """ "The decades-long conflict has killed": whether a sentence tells of all that a conflict has brought."""
        where, words = self.reading.sentences[sentence], self.lexicon.groups["for long"]
        told = self.reading.text[where.start : where.end].lower()
        return any(word in told for word in words)

    def _flare(self, conflict: Event) -> Event | None:
        if conflict.name not in self._found:
            fighting = self.lexicon.kinds_that["fighting"]
            parts = (part for part in self.lexicon.events.values() if part.within == conflict.name)
            again = [part for part in parts if part.kind in fighting and _later(part.start, conflict.start) > _OLD]
            now = [part for part in again if self._is_news(part)]
            self._found[conflict.name] = now[0] if len(now) == 1 else None
        return self._found[conflict.name]

    def _is_news(self, flare: Event) -> bool:
        """Whether the article, or else the last day that its text tells, is of the time of some fighting; a day without
        its year tells when it broke out, too."""
        day = (self.reading.article.date or self._last_day)[:10]
        if day and flare.start <= day and _later(day, flare.end or day) <= _NEWS:
            return True
        return not self.reading.article.date and any(same_day(text, flare.start) for text in self._days_of_no_year)

    @cached_property
    def _last_day(self) -> str:
        return max((day for day, _ in self._days if day), default="")

    @cached_property
    def _days_of_no_year(self) -> tuple[str, ...]:
        return tuple(text for day, text in self._days if not day)

    @cached_property
    def _days(self) -> tuple[tuple[str, str], ...]:
        """The single days that the text tells, with their words."""
        return tuple(self._told())

    def _told(self) -> Iterable[tuple[str, str]]:
        for at in range(min(_READ, len(self.reading.sentences))):
            for when in self.reading.seen(at).dates:
                if when.start == when.end:
                    yield when.start or "", when.text


def _later(day: str, other: str) -> int:
    """By how many days one day is later than another; none where either is not told."""
    one, two = day_of(day), day_of(other)
    return (one - two).days if one and two else 0
