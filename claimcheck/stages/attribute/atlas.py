"""Names known beforehand, compiled from the packs: countries, their institutions, sources with names of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from claimcheck.records import Source
from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor, Institution
from claimcheck.rules.world import Country, listed
from claimcheck.spelling import spelt
from claimcheck.stages.attribute.line import line

T = TypeVar("T")
_ACTOR_PACKS = ("sources", "parties", "media")
_LONG = 3  # words of a name that is known however its letters are written
_ALIKE = 3  # letters in which the spellings of a first name agree


class Place(NamedTuple):
    """What a word says of a country."""

    country: Country
    role: str  # name, adjective, people, capital, metonym, city


class Known(NamedTuple):
    """A source of the packs, its rule, and words of an article by which a shared alias is its own."""

    source: Source
    rule: str
    near: tuple[str, ...] = ()


class Atlas(NamedTuple):
    """Each table goes from the first word of a name, as written, to the names that begin so, longest first."""

    places: dict[str, tuple[tuple[tuple[str, ...], Place], ...]]
    actors: dict[str, tuple[tuple[tuple[str, ...], Known], ...]]
    institutions: dict[str, tuple[tuple[tuple[str, ...], Institution], ...]]
    recased: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]  # actors of three words, in small letters
    long_names: tuple[str, ...]  # names of two words and more, for spelling variants
    long_names_of: tuple[Known, ...]
    heads: frozenset[str]  # every word that ends the name of an institution
    offices: dict[str, tuple[tuple[tuple[str, ...], Country], ...]]  # bodies, in small letters, that one country has
    ruled: dict[str, Country]  # by the party that holds it, the land
    federated: dict[str, Country]  # by a state of a union, the union
    state_of_union: re.Pattern[str]  # such a state
    led: dict[str, tuple[tuple[frozenset[str], Country], ...]]  # by a leader's last name, his other names and the land


def atlas(rules: Rules) -> Atlas:
    """The tables of these rules."""
    places: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    offices: dict[str, list[tuple[tuple[str, ...], Country]]] = {}
    ruled: dict[str, Country] = {}
    led: dict[str, list[tuple[frozenset[str], Country]]] = {}
    for country in rules.pack("countries", Country):
        for office in listed(country.offices):
            _add(offices, office, country)
        ruled.update((ruler, country) for ruler in listed(country.rulers))
        for leader in listed(country.leaders):
            *given, surname = leader.split()
            led.setdefault(spelt(surname), []).append((called(given), country))
        for name, role in _country_words(country):
            _add(places, name.removeprefix("The "), Place(country, role))
    actors: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for pack in _ACTOR_PACKS:
        for actor in rules.pack(pack, Actor):
            source = Source(name=actor.name, kind=actor.kind, side=actor.side or None)
            for name in _spellings((actor.name, *listed(actor.aliases))):
                _add(actors, name, Known(source, actor.id, listed(actor.near)))
    institutions: dict[str, list[tuple[tuple[str, ...], Institution]]] = {}
    for institution in rules.pack("institutions", Institution):
        for words in listed(institution.words):
            _add(institutions, words, institution)
    heads = frozenset(words[-1] for entries in institutions.values() for words, _ in entries)
    long = [(" ".join(words), entry) for entries in actors.values() for words, entry in entries if len(words) > 1]
    federated = {state: country for country in rules.pack("countries", Country) for state in listed(country.states)}
    return Atlas(
        places=_ordered(places),
        actors=_ordered(actors),
        institutions=_ordered(institutions),
        recased=_recased(words for entries in actors.values() for words, _ in entries),
        long_names=tuple(name for name, _ in long),
        long_names_of=tuple(entry for _, entry in long),
        heads=heads,
        offices=_ordered(offices),
        ruled=ruled,
        federated=federated,
        state_of_union=_states(federated),
        led={surname: tuple(entries) for surname, entries in led.items()},
    )


def _states(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the names of states, the longest first; "Ohio County" is none, and without names nothing is."""
    longest = [re.escape(name).replace("\\ ", r"\s") for name in sorted(names, key=lambda name: (-len(name), name))]
    return re.compile(rf"\b(?:{'|'.join(longest) or '(?!)'})\b(?!\s(?:County|Parish)\b)")


def called(given: Sequence[str]) -> frozenset[str]:
    """How first names begin, in whichever spelling: "Mohammed", "Muhammad"."""
    return frozenset(spelt(name)[:_ALIKE] for name in given)


def _spellings(names: Sequence[str]) -> list[str]:
    """The names, and those with accents without them too: "El País", "El Pais"."""
    plain = ("".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)) for name in names)
    return list(dict.fromkeys((*names, *plain)))


def _country_words(country: Country) -> list[tuple[str, str]]:
    found = [(name, "name") for name in country.names]
    found += [(name, "adjective") for name in listed(country.demonyms)]
    found += [(name, "people") for name in listed(country.people)]
    found += [(name, "capital") for name in listed(country.capital)]
    found += [(name, "metonym") for name in listed(country.metonyms)]
    return found + [(name, "city") for name in listed(country.cities)]


def _add(table: dict[str, list[tuple[tuple[str, ...], T]]], name: str, entry: T) -> None:
    words = tuple(line(name, 0, len(name)).words)
    if words[0].lower() == "the" and len(words) > 2:
        words = words[1:]
    table.setdefault(words[0], []).append((words, entry))


def _recased(names: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Long names in small letters, with how they are written: pages put into English by machines have "the UN office
    for the coordination of humanitarian Affairs"."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for words in names:
        if len(words) >= _LONG:
            lows = tuple(word.lower() for word in words)
            table.setdefault(lows[0], []).append((lows, words))
    return _ordered(table)


def _ordered(table: dict[str, list[tuple[tuple[str, ...], T]]]) -> dict[str, tuple[tuple[tuple[str, ...], T], ...]]:
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in table.items()}


def match(table: dict[str, tuple[tuple[tuple[str, ...], T], ...]], words: list[str], at: int) -> tuple[int, T] | None:
    """The longest name of the table that stands in `words` from `at`: how many words it has, and its entry."""
    for name, entry in table.get(words[at], ()):
        if len(name) == 1 or tuple(words[at : at + len(name)]) == name:
            return len(name), entry
    return None
