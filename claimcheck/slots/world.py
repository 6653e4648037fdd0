"""What a set of articles tells beyond its claims: which place lies in which, and which happenings may be one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from claimcheck.records import Reading, Span
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Place, Words
from claimcheck.rules.world import Country, listed
from claimcheck.slots.records import Label
from claimcheck.slots.wordings import any_of
from claimcheck.spelling import spelt

_NAME = r"(?P<outer>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
_OUTER = re.compile(
    rf"(?: (?!(?:and|or|but|while)\b)[a-z]+){{0,3}}(?:,| in| of| on| off)(?: the)?(?: [a-z-]+){{0,2}} {_NAME}"
)
_OPENING = re.compile(rf"In (?:[a-z]+ )?{_NAME}\b")
_OWNER = re.compile(rf"{_NAME}['’]s(?: [a-z]+){{0,3}} $")
_SPELT = 6  # letters from which a name may have a slip of the pen
_ALIKE, _ALIKE_BUT_VOWELS = 88, 85  # percent
_VOWEL = re.compile("[aiu]")
_STEPS = 4  # a street in a town in a district in a province in a land


class Kinds(NamedTuple):
    """Patterns of what a place is called."""

    before: re.Pattern[str]  # "the state of", right before it
    behind: re.Pattern[str]  # " province", right behind it
    of_land: re.Pattern[str]  # "the Syrian town of", right before it


class World:
    """What a set of articles tells beyond its claims: which place lies in which, which happenings may be one."""

    def __init__(
        self,
        told: Mapping[str, frozenset[str]],
        countries: Mapping[str, str],
        kin: Mapping[tuple[str, str], float] | None = None,
        kinds: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self._told = told
        self._kinds = kinds or {}
        self._countries = countries
        self._lands = frozenset(countries.values())
        self._spellings = {spelt(name): name for name in sorted(countries)}
        self._kin = kin or {}
        self._compared: dict[tuple[str, str], Label] = {}  # few places make all pairs of claims
        self._holders: dict[str, frozenset[str]] = {}
        self._around: dict[str, tuple[str, ...]] = {}
        self._ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in sorted(self._kin):
            for event in pair:
                self._ties[event].append(pair)

    def ties(self, event: str) -> Sequence[tuple[str, str]]:
        """The pairs of nearly one event that an event is in."""
        return self._ties.get(event, ())

    def likeness(self, a: str, b: str) -> float | None:
        """How much speaks for two unnamed events being one, where it was close; None: nothing much."""
        return self._kin.get((a, b) if a < b else (b, a))

    def around(self, place: str | None) -> tuple[str, ...]:
        """A place and what it lies in, one step up."""
        if place is None:
            return ()
        if place not in self._around:
            self._around[place] = tuple(self._above(place.casefold()))
        return self._around[place]

    def _above(self, low: str) -> Iterable[str]:
        lands = self._land(low)
        yield from (low, *sorted(self._told.get(low, ())), *lands)
        yield from (above for land in lands for above in self._land(land))

    def compare(self, a: str | None, b: str | None) -> Label:
        """Same, one in the other (compatible), unknown or different."""
        if a is None or b is None:
            return "unknown"
        if (a, b) not in self._compared:
            self._compared[a, b] = self._compare(a.casefold(), b.casefold())
        return self._compared[a, b]

    def _compare(self, x: str, y: str) -> Label:
        if x == y or _spelt_alike(x, y):
            return "same"
        if self._lies_in(x, y) or self._lies_in(y, x):
            return "compatible"
        # A town that no table knows may lie in any country; one of a land that is told does not lie in another one.
        return "unknown" if self._may_hold(x, y) or self._may_hold(y, x) else "different"

    def beside(self, a: str | None, b: str | None) -> bool:
        """Whether two places are of one kind, so that neither lies in the other: two states, villages or lands."""
        if a is not None and b is not None and self.is_land(a) and self.is_land(b):
            return self.compare(a, b) == "different"
        kinds = [self._kinds.get((place or "").casefold(), frozenset()) for place in (a, b)]
        return not kinds[0].isdisjoint(kinds[1])

    def inside(self, inner: str | None, outer: str | None) -> bool:
        """Whether a place lies in another one, by the tables or as the articles word it."""
        if inner is None or outer is None or self.compare(inner, outer) != "compatible":
            return False
        return self._lies_in(inner.casefold(), outer.casefold())

    def in_two_lands(self, a: str | None, b: str | None) -> bool:
        """Whether two places are two lands, or lie in two by the tables: a town of Peru, and Chad; not "Sulaimaniyeh in
        Aleppo", which is no town of Iraq."""
        if self.compare(a, b) != "different":
            return False
        lands = [{low, *self._land(low)} & self._lands for low in (place.casefold() for place in (a, b) if place)]
        return len(lands) == 2 and all(lands) and lands[0].isdisjoint(lands[1])

    def is_land(self, place: str) -> bool:
        """Whether a place is a country, or holds countries."""
        return place.casefold() in self._lands

    def in_a_land(self, place: str) -> bool:
        """Whether a place is no continent or sea, which has many lands."""
        return self._countries.get(place.casefold()) != ""

    def _may_hold(self, land: str, spot: str) -> bool:
        return land in self._lands and spot not in self._lands and self._lands.isdisjoint(self._all_around(spot))

    def _lies_in(self, inner: str, outer: str) -> bool:
        """Whether a place lies in another, by the tables or by a few steps of what the articles tell."""
        return outer in self._all_around(inner)

    def _all_around(self, inner: str) -> frozenset[str]:
        if inner not in self._holders:
            self._holders[inner] = frozenset(self._holding(inner))
        return self._holders[inner]

    def _holding(self, inner: str) -> Iterable[str]:
        """All that a place lies in: what its name says, its country, and a few steps up of what the articles tell."""
        seen, level = {inner}, {inner}
        for _ in range(_STEPS):
            for name in level:
                if name not in self._countries:  # "north Aleppo" is in Aleppo; West Virginia is not in Virginia
                    yield from name.split()
            level = {above for name in level for above in (*self._told.get(name, ()), *self._land(name))} - seen
            yield from level
            seen |= level

    def _land(self, name: str) -> tuple[str, ...]:
        """The country of a place; of a territory the country that it is in: Hasakah is in Rojava, and so in Syria; of
        a continent, which no country holds, an empty name."""
        land = self._countries.get(name) or self._countries.get(self._spellings.get(spelt(name), ""))
        return () if land is None else (land,)


@lru_cache(maxsize=65536)
def _spelt_alike(a: str, b: str) -> bool:
    """Whether two names are one by their sound (Daraa, Deraa), or by all but a slip of the pen."""
    x, y = spelt(a), spelt(b)
    if x == y or len(x) < _SPELT or len(y) < _SPELT or x[:2] != y[:2]:
        return x == y
    by_vowels = _VOWEL.sub("", x) == _VOWEL.sub("", y)  # Qamishli, Qameshli
    return fuzz.ratio(x, y) >= (_ALIKE_BUT_VOWELS if by_vowels else _ALIKE)


def world_of(readings: Sequence[Reading], rules: Rules, kin: Mapping[tuple[str, str], float] | None = None) -> World:
    """Which place lies in which: by the tables of places and countries, and as the articles word it."""
    lands, called = rules.once(_adjectives), rules.once(_kinds_of_place)
    within: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    known = rules.once(_known_places)
    countries = frozenset(known.values())
    for state, union in rules.once(_states).items():
        kinds[state].add(union)
    for reading in readings:
        for claim in reading.claims:
            place = claim.description.place
            if place is None or place.span is None:
                continue
            found = _OUTER.match(reading.article.text, place.span[1], place.span[1] + 80)
            before = _OWNER.search(reading.article.text[max(0, place.span[0] - 60) : place.span[0]])
            opening = _OPENING.match(reading.article.text, claim.sentence[0], place.span[0])
            low = place.value.casefold()
            of_land = _of_land(reading.article.text, place.span, called, lands)
            within[low].update(filter(None, [of_land, lands.get(low.partition(" ")[0])]))  # the Scottish Highlands
            told = {match["outer"].casefold() for match in (found, before) if match}
            if opening and (land := opening["outer"].casefold()) in countries and low not in known:
                told.add(land)  # "In France, two skiers died in Savoie"
            # "the quake in Chad and Niger": of two lands neither lies in the other
            within[low].update(outer for outer in told if not {low, outer} <= countries)
            kinds[low].update(_kinds(reading.article.text, place.span, called))
    return World(
        {inner: frozenset(outer - {inner}) for inner, outer in within.items()},
        known,
        kin,
        {name: frozenset(told) for name, told in kinds.items()},
    )


def _of_land(text: str, span: Span, called: Kinds, lands: Mapping[str, str]) -> str | None:
    """The country of "the Syrian town of Maaret" and of "the north Syrian village of Tell Warda"."""
    found = called.of_land.search(text[max(0, span[0] - 60) : span[0]])
    return lands.get(found["adjective"].casefold()) if found else None


def _kinds_of_place(rules: Rules) -> Kinds:
    """The patterns that the rules' nouns for places make."""
    nouns = (noun for rule in rules.pack("words", Words) if rule.name == "kind of place" for noun in rule.words)
    kind = rf"(?P<kind>{any_of(nouns)})"
    return Kinds(
        before=re.compile(rf"\b{kind} of (?:the )?\Z", re.I),
        behind=re.compile(rf" {kind}\b", re.I),
        of_land=re.compile(rf"\b(?P<adjective>[A-Z][\w-]+)(?: [a-z-]+){{0,2}} {kind} of (?:the )?\Z"),
    )


def _adjectives(rules: Rules) -> dict[str, str]:
    """Countries by their adjectives."""
    return {
        word.casefold(): country.name.casefold()
        for country in rules.pack("countries", Country)
        for word in listed(country.demonyms)
    }


def _kinds(text: str, span: Span, called: Kinds) -> Iterable[str]:
    """What the text calls a place: "the state of Kerala", "Aceh province"."""
    before, after = called.before.search(text[max(0, span[0] - 24) : span[0]]), called.behind.match(text, span[1])
    return [found["kind"].casefold() for found in (before, after) if found]


def _states(rules: Rules) -> dict[str, str]:
    """The union that a state is of: of two of its states neither lies in the other."""
    return {
        state.casefold(): f"state of {country.name}"
        for country in rules.pack("countries", Country)
        for state in listed(country.states)
    }


def _known_places(rules: Rules) -> dict[str, str]:
    """The country that a place lies in, by the places' names."""
    found = {name.casefold(): rule.country.casefold() for rule in rules.pack("places", Place) for name in rule.words}
    for country in rules.pack("countries", Country):
        for name in (*listed(country.cities), *listed(country.capital)):
            found.setdefault(name.casefold(), country.name.casefold())
        if country.within:
            found.setdefault(country.name.casefold(), country.within.casefold())
    return found
