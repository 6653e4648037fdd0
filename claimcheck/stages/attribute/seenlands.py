"""The text of an article in; the countries that it names out, by whatever word, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Atlas, Place, match
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.story import Story


class Seen(NamedTuple):
    """A country named in the text."""

    start: int
    place: Place


_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][\w'’.-]*")
LONGEST_NAME = 80  # characters
_BODY_OF = re.compile(r"\b([^\W\d_a-zß-öø-ÿ]\w+)\s(?:of|for)\s(?:the\s)?\Z")
_MOST_MENTIONS = 60
_STRIKES = 4  # tokens from a country's word to what it strikes with: "Russian guided bombs"
SOVEREIGN = ("state", "disputed")  # statuses of what has a ministry of its own
_WORD = re.compile(r"[A-Za-z]+")


class SeenLands:
    """Finds where one article names a country."""

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
            words = line(text, hit.start(), min(len(text), hit.start() + LONGEST_NAME))
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
        before = self.story.text[max(0, start - LONGEST_NAME) : start].split()[-2:]
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
            if seen.place.role != "city" and seen.place.country.status in SOVEREIGN and not self._in_name(seen.start)
        )

    def _in_name(self, start: int) -> bool:
        """Whether a country's word is part of a body's name: "the Norwegian Aid Council", "Bank of Chile"."""
        text = self.story.text
        before = _BODY_OF.search(text, max(0, start - LONGEST_NAME), start)
        bodies = self.story.lexicon.classes["organisation"] - self.atlas.heads
        if before is not None and before[1].lower() in bodies:
            return True
        words = line(text, start, min(len(text), start + LONGEST_NAME))
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

    def _of_body(self, start: int) -> bool:
        """Whether a country's word is part of a name of the packs or of a body: "U.S. Geological Survey"."""
        known = match(self.atlas.actors, line(self.story.text, start, start + LONGEST_NAME).words, 0)
        return (known is not None and known[0] > 1) or self._in_name(start)

    def _followed_by(self, seen: Seen, words: AbstractSet[str], offset: int) -> bool:
        """Whether a country's adjective stands before one of some words, up to an offset."""
        behind = line(self.story.text, seen.start, min(offset, seen.start + LONGEST_NAME)).lows[1:_STRIKES]
        return seen.place.role == "adjective" and not words.isdisjoint(behind)

    def names(self, country: Country) -> bool:
        """Whether the text names a country, by whatever word."""
        return country.id in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(seen.place.country.id for seen in self.countries)

    def last_country(self, offset: int) -> Country | None:
        """The country named last before an offset, else the first behind it."""
        states = self.states
        at = bisect_left(self._state_starts, offset)
        if at > 0:
            return states[at - 1].place.country
        return states[0].place.country if states else None

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
    def breakaway(self) -> Country | None:
        """The one country named that others do not recognise."""
        found = {seen.place.country.id: seen.place.country for seen in self.countries}
        apart = [country for country in found.values() if country.status == "unrecognised"]
        return apart[0] if len(apart) == 1 else None

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
