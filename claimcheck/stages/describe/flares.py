"""A conflict of years that a text names in; out which fighting of it the text is news of: the war that broke out."""

from __future__ import annotations

import re
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
_DOES = re.compile(  # "The Kashmir conflict, now an old one, has killed", "the conflict, which killed"
    r"(?:,(?!\swhich)[^.,;:]{1,60},)?(?:,\swhich)?\s(?:(?:has|have|had)\s)?(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b"
)


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
        if period is None and self._has_brought(event, sentence):
            return event
        return replace(event, value=flare.name, rule=flare.id)

    def _for_long(self, sentence: int) -> bool:
        """ "The decades-long conflict has killed": whether a sentence tells of all that a conflict has brought."""
        where, words = self.reading.sentences[sentence], self.lexicon.groups["for long"]
        told = self.reading.text[where.start : where.end].lower()
        return any(word in told for word in words)

    def _has_brought(self, event: Fact, sentence: int) -> bool:
        """ "The Kashmir conflict has claimed 40,000 lives": whether a conflict by its name does the harm itself; not
        "has killed 20 so far", which is what its fighting has done."""
        seen = self.reading.seen(sentence)
        end = next((hit.end for hit in seen.of("event") if event.span == (hit.start, hit.end)), None)
        does = _DOES.match(self.reading.text, end) if end is not None else None
        return self._harms(does["verb"] if does else "") and all(
            hit.name.payload is None or hit.name.payload.field != "as_of" for hit in seen.of("mark")
        )

    def _harms(self, verb: str) -> bool:
        """ "Killed 40", "left 40 dead"."""
        left = any(form.lemma in self.lexicon.groups["resulting"] for form in self.lexicon.forms.get(verb, ()))
        return left or verb in self.lexicon.harming

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
