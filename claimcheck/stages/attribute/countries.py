"""A place in the text of an article in; the country out that is meant there: whose office it is, which one speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import islice

from claimcheck.records import Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import match
from claimcheck.stages.attribute.line import line
from claimcheck.stages.attribute.mainlands import Mainlands
from claimcheck.stages.attribute.seenlands import LONGEST_NAME, SOVEREIGN, Seen

_BACK = 12  # sentences to look back for who spoke
_PARTED = re.compile(r"[.,;:]|\b(?:has|have|had|is|are|was|were|the|that)\b")  # "Mali lost 9, the | ministry said"
_OF_COUNTRY = re.compile(r"(?:\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?)?\s(?:of|from|in|at|with)\s(?:the\s)?")
_SEATED = ("In ", "in ", "But in ", "And in ")  # what leads to a capital where somebody sits
_BESIDE = 4  # tokens from a capital to a body that sits there
_MOST_MENTIONS = 60
_NEAR_BODY = 30  # characters before what a body is for, in which its land is named
_COLON = re.compile(r"[^\W\d_][\w' -]{1,30}:\s")


class Countries(Mainlands):
    """Finds which of the countries that one article names is meant at a place of its text."""

    def here(self, offset: int) -> Country | None:
        """The country in which the sentence up to an offset says that something happened, if it names one alone."""
        sentence = self.story.sentences[self.story.sentence_at(offset)]
        first, last = (bisect_left(self._all_starts, at) for at in (sentence.start, offset))
        text = self.story.text
        found = {
            seen.place.country.id: seen.place.country
            for seen in self.countries[first:last]
            if seen.place.role == "city" or self._there.search(text, max(0, seen.start - LONGEST_NAME), seen.start)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def seated(self, offset: int) -> Country | None:
        """The state in whose capital a body sits that begins at an offset: "In Lima | the Health Ministry said so"."""
        start = self.story.sentences[self.story.sentence_at(offset)].start
        seen = next(iter(self.seen_between(start, offset)), None)
        if seen is None or seen.place.role != "capital" or self.story.text[start : seen.start] not in _SEATED:
            return None
        between = line(self.story.text, seen.start, offset).lows
        return (
            seen.place.country
            if len(between) <= _BESIDE and between[1:] in ([], [","], ["the"], [",", "the"])
            else None
        )

    def there(self, offset: int) -> Country | None:
        """The land in which the sentence before an offset, or the one before it, says last that something happened."""
        text, number = self.story.text, self.story.sentence_at(offset)
        start = self.story.sentences[max(0, number - 1)].start
        first, last = (bisect_left(self._all_starts, at) for at in (start, offset))
        found = (
            seen.place.country
            for seen in reversed(self.countries[first:last])
            if seen.place.role in ("name", "capital", "city")
            and self._there.search(text, max(0, seen.start - LONGEST_NAME), seen.start)
        )
        return next(found, None)

    def happened_in(self, offset: int) -> Country | None:
        """The country that the clause up to an offset says something happened in, where it tells of no other: "40 died
        in Kenya, | authorities said"; not "two Kenyans died in Mali"."""
        text, start = self.story.text, self.story.sentences[self.story.sentence_at(offset)].start
        at = bisect_left(self._all_starts, offset) - 1
        if at < 0 or self.countries[at].start < start:
            return None
        seen = self.countries[at]
        clause = max(start, text.rfind(",", start, seen.start), text.rfind(";", start, seen.start))
        inside = self.countries[bisect_left(self._all_starts, clause) : at + 1]
        told = {one.place.country.id for one in inside if not self._strikes(one, offset)}
        there = self._there.search(text, max(0, seen.start - LONGEST_NAME), seen.start) is not None
        near = offset - seen.start < LONGEST_NAME and text.endswith(", ", 0, offset)
        sovereign = seen.place.country.status in SOVEREIGN and seen.place.role in ("name", "capital", "city")
        return seen.place.country if there and near and sovereign and len(told) == 1 else None

    def country_of_office(self, head: str, offset: int) -> Country | None:
        """The country of the last "<country> … <head>" before an offset: "the Azerbaijani State Commission", or of
        "<head> of the <country>": "an official of the Kenyan health ministry"."""
        text = self.story.text
        at = offset
        for _ in range(20):
            at = max(text.rfind(head, 0, at), text.rfind(head.capitalize(), 0, at))
            if at < 0:
                return None
            first, last = (bisect_left(self._all_starts, offset) for offset in (at - 60, at))
            window = self.countries[first:last]
            if window and not _PARTED.search(text[window[-1].start : at].replace("U.S.", "")):
                return window[-1].place.country
            of = _OF_COUNTRY.match(text, at + len(head))
            behind = bisect_left(self._all_starts, of.end()) if of is not None else 0
            if of is not None and behind < len(self.countries) and self.countries[behind].start == of.end():
                return self.countries[behind].place.country
        return None

    def lands_of(self, called: str) -> tuple[Country, ...]:
        """The countries that the article names right beside what their bodies are for: "Chad's health minister", "the
        ministry of health in Chad"; of "the Hamas-run health ministry" the land that is Hamas's."""
        if called not in self._beside_body:
            hits = re.finditer(rf"(?i:\b{re.escape(called)}\b)(?:\s\w+)?", self.story.text)
            found = (land for hit in islice(hits, _MOST_MENTIONS) for land in self._lands_beside(hit.span()))
            self._beside_body[called] = tuple({land.id: land for land in found}.values())
        return self._beside_body[called]

    @cached_property
    def _beside_body(self) -> dict[str, tuple[Country, ...]]:
        return {}

    def _lands_beside(self, span: Span) -> list[Country]:
        text = self.story.text
        held = self.story.lexicon.held_by.search(text, max(0, span[0] - _NEAR_BODY), span[0])
        if held is not None and held[1] in self.atlas.ruled:
            return [self.atlas.ruled[held[1]]]
        first, last = (bisect_left(self._all_starts, offset) for offset in (span[0] - _NEAR_BODY, span[0]))
        window = self.countries[first:last]
        if window and not _PARTED.search(text[window[-1].start : span[0]].replace("U.S.", "")):
            joined = len(window) > 1 and " and " in text[window[-2].start : window[-1].start]
            return [seen.place.country for seen in window[-1 - joined :]]
        of = _OF_COUNTRY.match(text, span[1])
        behind = bisect_left(self._all_starts, of.end()) if of is not None else 0
        told = of is not None and behind < len(self.countries) and self.countries[behind].start == of.end()
        there = line(text, span[1], min(len(text), span[1] + _NEAR_BODY)).lows[:3]
        if there[:2] == ["in", "the"] and not self.story.lexicon.classes["held-land"].isdisjoint(there):
            land = self.last_land(span[0])  # the health ministry | in the enclave
            return [land] if land is not None else []
        return [self.countries[behind].place.country] if told else []

    def speaking_country(self, offset: int, back_to: int = _BACK) -> Country | None:
        """The country for which somebody spoke last before an offset, in words that name it, so many sentences back."""
        number = self.story.sentence_at(offset)
        for back in range(min(back_to, number) + 1):
            for report in reversed(self.story.reports(number - back)):
                if report.speaker is not None and report.speaker[1] <= offset:
                    named = self.states_between(*report.speaker)
                    if named:
                        return None if self._in_agency(named[-1]) else named[-1].place.country
        return None

    def _in_agency(self, seen: Seen) -> bool:
        """ "The | US Geological Survey": whether a country's word is of an agency's name, that tells of all lands."""
        words = line(self.story.text, seen.start, min(len(self.story.text), seen.start + LONGEST_NAME))
        known = match(self.atlas.actors, words.words, 0)
        return known is not None and known[0] > 1 and known[1].source.kind == "agency"

    def own_losses(self, offset: int) -> Country | None:
        """Whose soldiers the sentence up to an offset says were lost: their own ministry tells it."""
        sentence = self.story.sentences[self.story.sentence_at(offset)]
        for seen in self.states_between(sentence.start, offset):
            if self.story.lexicon.lost.match(self.story.text, seen.start, offset):
                return seen.place.country
        return None

    def only_strikes(self, country: Country, offset: int) -> bool:
        """Whether the sentence up to an offset tells of a country only as one that strikes: "Russian shelling"."""
        start = self.story.sentences[self.story.sentence_at(offset)].start
        told = [seen for seen in self.seen_between(start, offset) if seen.place.country.id == country.id]
        return bool(told) and all(self._strikes(seen, offset) for seen in told)

    def _strikes(self, seen: Seen, offset: int) -> bool:
        """Whether a country's word tells whose what strikes another is, or who is abroad: "Russian | guided bombs"."""
        classes = self.story.lexicon.classes
        return self._followed_by(seen, classes["striking"] | classes["visitor"], offset)

    def opening_state(self, offset: int) -> Country | None:
        """The country whose name the sentence at an offset begins with, before it."""
        start = self.story.sentences[self.story.sentence_at(offset)].start
        first = next(iter(self.states_between(start, offset)), None)
        return first.place.country if first is not None and first.start == start else None

    def not_another(self, guessed: Country | None, offset: int) -> Country | None:
        """The country, where the sentence does not open with another: "Mali got 40 men back, the ministry said"."""
        opening = self.opening_state(offset)
        return None if guessed is None or (opening is not None and opening.id != guessed.id) else guessed

    def opening_land(self, offset: int) -> Country | None:
        """The same of a land that is no state of its own: "Gaza said so, and | its ministry put the toll at 40"."""
        start = self.story.sentences[self.story.sentence_at(offset)].start
        at = bisect_left(self._land_starts, start)
        opens = at < len(self._lands) and self._lands[at].start == start < offset
        return self._lands[at].place.country if opens and self._lands[at].place.role == "name" else None

    def heading_land(self, offset: int) -> Country | None:
        """The land with which a headline opens that an offset lies in: "Kenya: 40 killed, | police say"."""
        start = self.story.sentences[self.story.sentence_at(offset)].start
        opening = self.opening_state(offset)
        return opening if opening is not None and _COLON.match(self.story.text, start) else None
