"""The text of an article in; the countries that it names out: the last one, whose office it is, which one speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from claimcheck.dates import dateline
from claimcheck.records import Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Atlas, Place, match
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.ownside import own_side
from claimcheck.stages.attribute.story import Story

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][\w'’.-]*")
_BACK = 12  # sentences to look back for who spoke
_FAR_MORE = 3
_HEAD = 8  # sentences within which a dateline stands
_LONGEST_NAME = 80
_BODY_OF = re.compile(r"\b([^\W\d_a-zß-öø-ÿ]\w+)\s(?:of|for)\s(?:the\s)?\Z")
_PARTED = re.compile(r"[.,;:]|\b(?:has|have|had|is|are|was|were|the|that)\b")  # "Mali lost 9, the | ministry said"
_OF_COUNTRY = re.compile(r"(?:\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?)?\s(?:of|from|in|at|with)\s(?:the\s)?")
_MOST_MENTIONS = 60
_NEAR_BODY = 30  # characters before what a body is for, in which its land is named
_STRIKES = 4  # tokens from a country's word to what it strikes with: "Russian guided bombs"
_TWO_SIDES = 2
_SOVEREIGN = ("state", "disputed")


class Seen(NamedTuple):
    """A country named in the text."""

    start: int
    place: Place


_WORD = re.compile(r"[A-Za-z]+")
_COLON = re.compile(r"[^\W\d_][\w' -]{1,30}:\s")


class Countries:
    """Finds the countries of one article."""

    def __init__(self, story: Story, atlas: Atlas) -> None:
        self.story = story
        self.atlas = atlas
        self.function = story.lexicon.function
        self._there = story.lexicon.in_land

    @cached_property
    def countries(self) -> tuple[Seen, ...]:
        """Every country the text names, by whatever word, in order; Georgia is none where Ohio or a sheriff is told of
        beside it, and no Georgians nor Tbilisi."""
        found = self._every
        lands = {seen.place.country.id for seen in found if seen.place.role != "name"}
        return tuple(
            seen
            for seen in found
            if not (
                (union := self._as_state(seen)) is not None
                and seen.place.country.id not in lands
                and (union.id in self._unions or self._as_in_state)
            )
        )

    def _as_state(self, seen: Seen) -> Country | None:
        """The union of which a land's name is a state's too: Georgia."""
        hit = self.atlas.state_of_union.match(self.story.text, seen.start) if seen.place.role == "name" else None
        union = self.atlas.federated.get(" ".join(hit[0].split())) if hit is not None else None
        return union if union is not None and union.id != seen.place.country.id else None

    @cached_property
    def _as_in_state(self) -> bool:
        """Whether the text tells of what only a state of a union has: a sheriff, a county."""
        words = self.story.lexicon.classes["in-state"]
        return any(low in words for low in map(str.lower, _WORD.findall(self.story.text)))

    @cached_property
    def _unions(self) -> frozenset[str]:
        """The unions of whose states the text names one that is no land's or town's name."""
        named = map(" ".join, map(str.split, self.atlas.state_of_union.findall(self.story.text)))
        return frozenset(self.atlas.federated[name].id for name in named if name not in self.atlas.places)

    @cached_property
    def _every(self) -> tuple[Seen, ...]:
        """Every country's word, those that may be a union's state too."""
        found: list[Seen] = []
        text, places = self.story.text, self.atlas.places
        behind = 0
        for hit in _CAPITAL.finditer(text):
            if hit.start() < behind:
                continue
            word = self.owner(hit.group().rstrip(".").removesuffix("'s").removesuffix("’s"))
            entries = places.get(word) or places.get(hit.group())
            if entries is None or self.surname(hit.start()):
                continue
            words = line(text, hit.start(), min(len(text), hit.start() + _LONGEST_NAME))
            named = match(places, [self.owner(words.words[0]), *words.words[1:]], 0)
            if named is not None:
                behind = words.ends[named[0] - 1]  # Papua New Guinea is no Guinea
                found.append(Seen(hit.start(), named[1]))
        return tuple(found)

    def owner(self, word: str) -> str:
        """A word as it stands, or the country's whose apostrophe is lost with the commas: "Syrias army"."""
        places = self.atlas.places
        if not (word.endswith("s") and self.story.unpointed) or word in places:
            return word
        lands = places.get(word[:-1], ())
        return word[:-1] if any(place.role == "name" and len(name) == 1 for name, place in lands) else word

    def surname(self, start: int) -> bool:
        """Whether a country's word is somebody's surname: "Jack London", "Rep. Jim Jordan", "Ms. Paris"."""
        classes = self.story.lexicon.classes
        before = self.story.text[max(0, start - _LONGEST_NAME) : start].split()[-2:]
        if not before or not before[-1][0].isupper() or self.story.text[start - 1 : start] != " ":
            return False
        given = before[-1].lower()
        if given in classes["honorific"] or given in classes["female-name"] or given in classes["male-name"]:
            return True
        titled = len(before) > 1 and before[0].lower() in self.story.lexicon.titles and before[-1][-1].isalnum()
        return titled and given not in self.function and given not in self.story.lexicon.titles and not given.isupper()

    def person_called(self, word: str) -> bool:
        """Whether the text names somebody by a surname that is a country's word too."""
        hits = re.finditer(rf"\b{re.escape(word)}\b", self.story.text)
        return any(self.surname(hit.start()) for hit in islice(hits, _MOST_MENTIONS))

    @cached_property
    def states(self) -> tuple[Seen, ...]:
        """The countries named that can have a ministry of their own, those within a body's name left out."""
        return tuple(
            seen
            for seen in self.countries
            if seen.place.role != "city" and seen.place.country.status in _SOVEREIGN and not self._in_name(seen.start)
        )

    def _in_name(self, start: int) -> bool:
        """Whether a country's word is part of a body's name: "the Norwegian Aid Council", "Bank of Chile"."""
        text = self.story.text
        before = _BODY_OF.search(text, max(0, start - _LONGEST_NAME), start)
        bodies = self.story.lexicon.classes["organisation"] - self.atlas.heads
        if before is not None and before[1].lower() in bodies:
            return True
        words = line(text, start, min(len(text), start + _LONGEST_NAME))
        known = match(self.atlas.actors, words.words, 0)
        if known is not None and known[0] > 1:
            return known[1].source.kind == "ngo"
        return self._heads_body(words, (match(self.atlas.places, words.words, 0) or (1,))[0])

    def _heads_body(self, words: Line, at: int) -> bool:
        """Whether the capital words behind a country name a body that is no institution of the state."""
        while at < len(words.words) and (words.words[at][0].isupper() or words.lows[at] in ("of", "for")):
            found = match(self.atlas.institutions, words.lows, at)
            if found is not None:
                return found[1].kind == "ngo"
            if words.lows[at] in self.story.lexicon.classes["organisation"]:
                return True
            at += 1
        return False

    def last_country(self, offset: int) -> Country | None:
        """The country named last before an offset, else the first behind it."""
        states = self.states
        at = bisect_left(self._state_starts, offset)
        if at > 0:
            return states[at - 1].place.country
        return states[0].place.country if states else None

    def names(self, country: Country) -> bool:
        """Whether the text names a country, by whatever word."""
        return country.id in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(seen.place.country.id for seen in self.countries)

    def last_land(self, offset: int) -> Country | None:
        """The land that is no state of its own, and that the text named last before an offset: "Gaza"."""
        at = bisect_left(self._land_starts, offset)
        return self._lands[at - 1].place.country if at > 0 else None

    @cached_property
    def _lands(self) -> tuple[Seen, ...]:
        """Where the text names such lands; those of which others dispute whose they are only for want of another."""
        found = (
            tuple(seen for seen in self.countries if seen.place.country.status in statuses)
            for statuses in (("territory", "unrecognised"), ("disputed",))
        )
        return next(filter(None, found), ())

    @cached_property
    def _land_starts(self) -> list[int]:
        return [seen.start for seen in self._lands]

    @cached_property
    def home(self) -> Country | None:
        """The country that the article is told from: "KYIV, May 3 (Reuters) -"; two cities are of none, nor is one of a
        country of which the text goes on to tell nothing, where it tells of another: Iran's news is told from Dubai."""
        dated = self._dateline
        told = {place.country.id: place.country for place in self._places_in(dated)} if dated else {}
        found = next(iter(told.values())) if len(told) == 1 else None
        if found is None or dated is None:
            return None
        named = {seen.place.country.id for seen in self.countries if not dated[0] <= seen.start < dated[1]}
        return found if found.id in named or not named else None

    @cached_property
    def _dateline(self) -> Span | None:
        for sentence in islice(self.story.sentences, _HEAD):
            stop = self.story.text.find("\n", sentence.start)  # "KYIV." alone may be a sentence
            found = dateline(self.story.text, sentence.start, stop if stop > 0 else len(self.story.text))
            if found is not None:
                return found
        return self.story.undashed

    def _places_in(self, span: Span) -> list[Place]:
        """The places of a dateline, its city in capitals too."""
        words = [word.title() if word.isupper() else word for word in line(self.story.text, *span).words]
        found = (match(self.atlas.places, words, at) for at in range(len(words)))
        return [hit[1] for hit in found if hit is not None and hit[1].country.status in _SOVEREIGN]

    @cached_property
    def subject(self) -> Country | None:
        """The country that the article names most, the earliest of equals."""
        counts = self._counts
        if not counts:
            return None
        most = max(counts.values())
        return next(s.place.country for s in self.states if counts[s.place.country.id] == most)

    @cached_property
    def foremost(self) -> Country | None:
        """The country of the first sentence that names one, where the article names none more often."""
        first = next((seen.place.country for seen in self._at_home), None)
        return first if first is not None and self.subject is not None and first.id == self.subject.id else None

    @cached_property
    def only(self) -> Country | None:
        """The country that the article names far more often than any other."""
        if self.states:
            (acting, first), (_, second) = [*self._acting.most_common(2), ("", 0), ("", 0)][:2]
            alone = first >= _FAR_MORE * second and first > 1
            return next(s.place.country for s in self.states if s.place.country.id == acting) if alone else None
        towns = {seen.place.country.id: seen.place.country for seen in self.countries if seen.place.role == "city"}
        return next(iter(towns.values())) if len(towns) == 1 else None

    @cached_property
    def ground(self) -> Country | None:
        """The one state in which all takes place: early named, with its towns, and far more often than any other.

        Of two states that are named nearly as often neither is meant.
        """
        dated = self._dateline or (0, 0)
        undated = (seen for seen in self.countries if not dated[0] <= seen.start < dated[1])
        told = [seen for seen in undated if not self._of_body(seen.start)]
        counts = Counter(seen.place.country.id for seen in told)
        if not counts:
            return self.home or self._of_states
        counts.update(self._state_counts)  # off Florida, on its way from the Bahamas
        (foremost, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        found = next((seen for seen in told if seen.place.country.id == foremost), None)
        if found is None:
            return None
        clear = most >= _FAR_MORE * second or (self.home is not None and self.home.id == foremost and most > 2 * second)
        return found.place.country if clear and self.story.sentence_at(found.start) < _HEAD else None

    @cached_property
    def _of_states(self) -> Country | None:
        """The one union whose states the text names, again and again, where it names no country."""
        named = self._state_counts
        unions = {country.id: country for country in self.atlas.federated.values()}
        return unions[next(iter(named))] if len(named) == 1 and named.total() > 1 else None

    @cached_property
    def _state_counts(self) -> Counter[str]:
        """How often the text names states of unions, by the union; none whose name is a land's or somebody's too."""
        first = self.story.lexicon.classes["female-name"] | self.story.lexicon.classes["male-name"]
        return Counter(
            self.atlas.federated[name].id
            for name in map(" ".join, map(str.split, self.atlas.state_of_union.findall(self.story.text)))
            if name not in self.atlas.places and name.lower() not in first
        )

    def here(self, offset: int) -> Country | None:
        """The country in which the sentence up to an offset says that something happened, if it names one alone."""
        sentence = self.story.sentences[self.story.sentence_at(offset)]
        first, last = (bisect_left(self._all_starts, at) for at in (sentence.start, offset))
        text = self.story.text
        found = {
            seen.place.country.id: seen.place.country
            for seen in self.countries[first:last]
            if seen.place.role == "city" or self._there.search(text, max(0, seen.start - _LONGEST_NAME), seen.start)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def there(self, offset: int) -> Country | None:
        """The land in which the sentence before an offset, or the one before it, says last that something happened."""
        text, number = self.story.text, self.story.sentence_at(offset)
        start = self.story.sentences[max(0, number - 1)].start
        first, last = (bisect_left(self._all_starts, at) for at in (start, offset))
        found = (
            seen.place.country
            for seen in reversed(self.countries[first:last])
            if seen.place.role in ("name", "capital", "city")
            and self._there.search(text, max(0, seen.start - _LONGEST_NAME), seen.start)
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
        there = self._there.search(text, max(0, seen.start - _LONGEST_NAME), seen.start) is not None
        near = offset - seen.start < _LONGEST_NAME and text.endswith(", ", 0, offset)
        sovereign = seen.place.country.status in _SOVEREIGN and seen.place.role in ("name", "capital", "city")
        return seen.place.country if there and near and sovereign and len(told) == 1 else None

    @cached_property
    def breakaway(self) -> Country | None:
        """The one country named that others do not recognise."""
        found = {seen.place.country.id: seen.place.country for seen in self.countries}
        apart = [country for country in found.values() if country.status == "unrecognised"]
        return apart[0] if len(apart) == 1 else None

    def _of_body(self, start: int) -> bool:
        """Whether a country's word is part of a name of the packs or of a body: "U.S. Geological Survey"."""
        known = match(self.atlas.actors, line(self.story.text, start, start + _LONGEST_NAME).words, 0)
        return (known is not None and known[0] > 1) or self._in_name(start)

    @cached_property
    def own_side(self) -> Country | None:
        """The country whose side the article takes in a war, or whose own news agency reports of it: a bare "Ministry
        of Defence" is its."""
        text, words = self.story.text, self.story.lexicon.side
        named = [(seen.start, seen.place.country) for seen in self.states]
        states = {country.id: country for _, country in named}
        if len(states) < _TWO_SIDES:
            return None
        if (found := own_side(text, named, words)) is not None:
            return found
        if words.enemy.search(text) or words.ours.search(text):
            attacks = self.story.lexicon.classes["attack-of"]
            striking = {seen.place.country.id for seen in self.states if self._followed_by(seen, attacks, len(text))}
            own = [country for country in states.values() if country.id not in striking]
            if striking and len(own) == 1:
                return own[0]  # "the enemy", in an article of "Thai attacks" on Cambodia
        agencies = {self.atlas.national[hit[1] or hit[2]].id for hit in self.atlas.by_agency.finditer(text)}
        told = [country for country in states.values() if country.id in agencies]
        return told[0] if len(told) == 1 else None

    @cached_property
    def opponents(self) -> tuple[Country, ...]:
        """The two countries of which alone the article tells: named far more often than any third; else none."""
        first, second, third = (*self._acting.most_common(3), ("", 0), ("", 0), ("", 0))[:3]
        if second[1] < 2 or second[1] < _FAR_MORE * third[1]:
            return ()
        found = {seen.place.country.id: seen.place.country for seen in self.states}
        return found[first[0]], found[second[0]]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(seen.place.country.id for seen in self._at_home)

    @cached_property
    def _at_home(self) -> tuple[Seen, ...]:
        """The states named but as where people come from: "American | tourists" are abroad; all, where none is left."""
        visitors = self.story.lexicon.classes["visitor"]
        text, places = self.story.text, self.atlas.places

        def comes(seen: Seen) -> bool:
            words = line(text, seen.start, min(len(text), seen.start + _LONGEST_NAME))
            named = match(places, words.words, 0)
            behind = words.lows[named[0] : named[0] + 1] if named is not None else []
            return seen.place.role == "adjective" and not visitors.isdisjoint(behind)

        return tuple(seen for seen in self.states if not comes(seen)) or self.states

    @cached_property
    def _acting(self) -> Counter[str]:
        """How often each state is named, and not as a place: "in northern Iraq"."""
        text, there = self.story.text, self._there
        named = (
            seen for seen in self._at_home if not there.search(text, max(0, seen.start - _LONGEST_NAME), seen.start)
        )
        return Counter(seen.place.country.id for seen in named)

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
        words = line(self.story.text, seen.start, min(len(self.story.text), seen.start + _LONGEST_NAME))
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

    def _followed_by(self, seen: Seen, words: AbstractSet[str], offset: int) -> bool:
        """Whether a country's adjective stands before one of some words, up to an offset."""
        behind = line(self.story.text, seen.start, min(offset, seen.start + _LONGEST_NAME)).lows[1:_STRIKES]
        return seen.place.role == "adjective" and not words.isdisjoint(behind)

    def opening_state(self, offset: int) -> Country | None:
        """The country whose name the sentence at an offset begins with, before it."""
        start = self.story.sentences[self.story.sentence_at(offset)].start
        first = next(iter(self.states_between(start, offset)), None)
        return first.place.country if first is not None and first.start == start else None

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

    def states_between(self, start: int, end: int) -> list[Seen]:
        """The countries named between two offsets."""
        first, last = (bisect_left(self._state_starts, offset) for offset in (start, end))
        return list(self.states[first:last])

    def seen_between(self, start: int, end: int) -> list[Seen]:
        """The countries told of between two offsets, by whatever word, those within a body's name left out."""
        first, last = (bisect_left(self._all_starts, offset) for offset in (start, end))
        return [seen for seen in self.countries[first:last] if not self._of_body(seen.start)]

    @cached_property
    def _all_starts(self) -> list[int]:
        return [seen.start for seen in self.countries]

    @cached_property
    def _state_starts(self) -> list[int]:
        return [seen.start for seen in self.states]
