"""Rules in, what tells names of a lead apart out: lands and their people, words that name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain, product

from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Event, Noun, Words
from claimcheck.rules.quantities import NumberWords
from claimcheck.rules.world import Country, listed
from claimcheck.stems import WORD, stem

_GRAMMAR = frozenset(
    (
        *("determiner", "preposition", "conjunction", "relative", "subordinator", "pronoun", "auxiliary", "negation"),
        *("adverb", "saying", "opener"),
    )
)


class LeadNames:
    """The stems that tell a name from another word with a capital, and those that stand for one land."""

    def __init__(self, rules: Rules) -> None:
        countries = rules.pack("countries", Country)
        self.countries = frozenset(country.name for country in countries)
        self.plain = frozenset(_plain(rules))  # sentences start with them too: "Residents", "Despite", "Four"
        self.land: Mapping[str, str] = _lands(countries, self.plain)  # "scottish" and "scotland" are one
        self._within: Mapping[str, str] = dict(_towns(countries, self.land, self.plain))
        self.peoples = frozenset(self.land)
        self.known = self.plain | self.peoples | self._within.keys()  # what says little of one happening
        self._wars = tuple(_wars(rules.pack("events", Event)))
        self._at_war = frozenset(chain.from_iterable(places for places, _, _ in self._wars))

    def around(self, names: Iterable[str]) -> frozenset[str]:
        """The lands that the towns among names lie in."""
        return frozenset(self._within[name] for name in names if name in self._within)

    def at_war(self, names: frozenset[str], day: int | None) -> bool:
        """Whether a known war went on then at a place among names."""
        if day is None or names.isdisjoint(self._at_war):
            return False
        return any(start <= day <= end and not names.isdisjoint(places) for places, start, end in self._wars)

    def all_lands(self, names: Iterable[str]) -> bool:
        """Whether every one of some names stands for a land."""
        return all(name in self.land for name in names)

    def lands(self, names: Iterable[str]) -> frozenset[str]:
        """The lands among names, each by one stem."""
        return frozenset(self.land[name] for name in names if name in self.land)


def _lands(countries: Iterable[Country], plain: frozenset[str]) -> dict[str, str]:
    """The stems of a country's names and people with the stem of its name: events of many lands share no town.

    "Iraq" is Iraq, and no word of "the Kurdistan Region of Iraq"; "Republic" is no land, though many names end so.
    """
    found, longer, parts = dict[str, str](), dict[str, str](), dict[str, str]()
    for country in countries:
        own = _own(country, plain)
        for text in (country.aliases, country.people, country.demonyms, country.name):
            for called in listed(text):
                *before, last = _stems(called) or [""]
                parts.update((one, one) for one in before)
                if last and own and not before:
                    found[last] = own[0]
                elif last and own and last not in plain:
                    longer[last] = own[0]
    return parts | longer | found  # "French Polynesia" makes no land of its own of "French"


def _wars(events: Iterable[Event]) -> Iterable[tuple[frozenset[str], int, int]]:
    """The stems of the places of each war, its first and last day."""
    for event in events:
        if event.kind == "war" and event.start:
            end = date.fromisoformat(event.end).toordinal() if event.end else date.max.toordinal()
            places = frozenset(stem for place in listed(event.places) for stem in _stems(place)[-1:])
            yield places, date.fromisoformat(event.start).toordinal(), end


def _own(country: Country, plain: frozenset[str]) -> list[str]:
    """The stem that a country's name is known by: of the Cook Islands "cook"."""
    stems = _stems(country.name)
    return [one for one in stems if one not in plain][-1:] or stems[-1:]


def _towns(countries: Iterable[Country], land: Mapping[str, str], plain: frozenset[str]) -> Iterable[tuple[str, str]]:
    for country in countries:
        above = _own(country, plain)
        for town in listed(f"{country.capital}; {country.cities}"):
            kept = _stems(town)
            if len(kept) == 1 and above and kept[0] not in land:
                yield kept[0], land.get(above[0], above[0])


def _plain(rules: Rules) -> Iterable[str]:
    nouns = (word for noun in rules.pack("nouns", Noun) for word in (noun.name, *noun.words, *noun.alike))
    grammar = (word for rule in rules.pack("words", Words) if rule.name in _GRAMMAR for word in rule.words)
    numbers = [word for rule in rules.pack("numbers", NumberWords) for word in rule.words]
    both = (f"{ten}-{one}" for ten, one in product(numbers, numbers) if ten.endswith("ty"))  # "Fifty-two"
    yield from filter(None, (stem(word) for word in (*nouns, *grammar, *numbers, *both) if WORD.fullmatch(word)))


def _stems(text: str) -> list[str]:
    return [kept for word in WORD.findall(text) if word[0].isupper() and (kept := stem(word))]
