"""Names known beforehand, compiled from the packs: countries, their institutions, sources with names of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from claimcheck.records import Source
from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor, Institution
from claimcheck.rules.world import Country, listed
from claimcheck.spelling import spelt
from claimcheck.stages.attribute.line import line

T = TypeVar("T")
# From the first word of a name, as written, to the names that begin so, longest first, each with what it stands for.
Table: TypeAlias = dict[str, tuple[tuple[tuple[str, ...], T], ...]]
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
    """The tables of names, and what is looked up by one word."""

    places: Table[Place]
    actors: Table[Known]
    institutions: Table[Institution]
    recased: Table[tuple[str, ...]]  # actors of three words, in small letters
    long_names: tuple[str, ...]  # names of two words and more, for spelling variants
    long_names_of: tuple[Known, ...]
    heads: frozenset[str]  # every word that ends the name of an institution
    offices: Table[Country]  # bodies, in small letters, that one country has
    ruled: dict[str, Country]  # by the party that holds it, the land
    federated: dict[str, Country]  # by a state of a union, the union
    state_of_union: re.Pattern[str]  # such a state
    led: dict[str, tuple[tuple[frozenset[str], Country], ...]]  # by a leader's last name, his other names and the land
    national: dict[str, Country]  # by a name of a news agency of one land, that land
    by_agency: re.Pattern[str]  # such an agency that reports or was told


def atlas(rules: Rules) -> Atlas:
    """The tables of these rules."""
    countries = rules.pack("countries", Country)
    actors, institutions = _actors(rules), _institutions(rules)
    long = [(" ".join(words), entry) for entries in actors.values() for words, entry in entries if len(words) > 1]
    national = dict(_national(countries, rules.pack("media", Actor)))
    federated = {state: country for country in countries for state in listed(country.states)}
    return Atlas(
        places=_table((name.removeprefix("The "), place) for name, place in _places(countries)),
        actors=actors,
        institutions=institutions,
        recased=_recased(words for entries in actors.values() for words, _ in entries),
        long_names=tuple(name for name, _ in long),
        long_names_of=tuple(entry for _, entry in long),
        heads=frozenset(words[-1] for entries in institutions.values() for words, _ in entries),
        offices=_table((office, country) for country in countries for office in listed(country.offices)),
        ruled={ruler: country for country in countries for ruler in listed(country.rulers)},
        federated=federated,
        state_of_union=_states(federated),
        led=_led(countries),
        national=national,
        by_agency=_by_agency(national),
    )


def _places(countries: Iterable[Country]) -> Iterator[tuple[str, Place]]:
    for country in countries:
        yield from ((name, Place(country, role)) for name, role in _country_words(country))


def _national(countries: Iterable[Country], media: Iterable[Actor]) -> Iterator[tuple[str, Country]]:
    """The names of each land's own news agencies."""
    lands = {country.name: country for country in countries}
    for actor in media:
        names, land = (actor.name, *listed(actor.aliases)), lands.get(actor.side)
        if land is not None and (actor.name == land.agency or any("agency" in name.lower() for name in names)):
            yield from ((name, land) for name in names)


def _by_agency(names: Iterable[str]) -> re.Pattern[str]:
    """ "APA reports", "told APA", "APA's correspondent"."""
    named = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"\b({named})(?:['’]s|\s(?:reports?|reported|informs?|informed|says?|said|was told|has learn|correspondent))\b"
        rf"|\b(?:told|informed|to)\s(?:the\s)?({named})\b"
    )


def _actors(rules: Rules) -> Table[Known]:
    """The sources of the packs by every spelling of their names."""
    known = [
        (name, Known(Source(name=actor.name, kind=actor.kind, side=actor.side or None), actor.id, listed(actor.near)))
        for pack in _ACTOR_PACKS
        for actor in rules.pack(pack, Actor)
        for name in _spellings((actor.name, *listed(actor.aliases)))
    ]
    return _table(known)


def _institutions(rules: Rules) -> Table[Institution]:
    """What every country has, by the words for it."""
    rows = rules.pack("institutions", Institution)
    return _table((words, institution) for institution in rows for words in listed(institution.words))


def _led(countries: Iterable[Country]) -> dict[str, tuple[tuple[frozenset[str], Country], ...]]:
    """By a leader's last name, as it sounds, his other names and the land."""
    led: dict[str, list[tuple[frozenset[str], Country]]] = {}
    for country in countries:
        for leader in listed(country.leaders):
            *given, surname = leader.split()
            led.setdefault(spelt(surname), []).append((called(given), country))
    return {surname: tuple(entries) for surname, entries in led.items()}


def _states(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the names of states, the longest first; "Ohio County" is none, and without names nothing is."""
    longest = [re.escape(name).replace("\\ ", r"\s") for name in sorted(names, key=lambda name: (-len(name), name))]
    return re.compile(rf"\b(?:{'|'.join(longest) or '(?!)'})\b(?!\s(?:County|Parish)\b)")


def called(given: Sequence[str]) -> frozenset[str]:
    """How first names begin, in whichever spelling: "Mohammed", "Muhammad"."""
    return frozenset(spelt(name)[:_ALIKE] for name in given)


def _spellings(names: Sequence[str]) -> list[str]:
    """The names, those with accents without them too, "El País", "El Pais", and those with an apostrophe with either
    kind of it and with none: "Children's Fund", "Children’s Fund", "Childrens Fund"."""
    plain = ("".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)) for name in names)
    owned = (name.replace("'s ", lost) for name in names if "'s " in name for lost in ("’s ", "s "))
    return list(dict.fromkeys((*names, *plain, *owned)))


def _country_words(country: Country) -> list[tuple[str, str]]:
    found = [(name, "name") for name in country.names]
    found += [(name, "adjective") for name in listed(country.demonyms)]
    found += [(name, "people") for name in listed(country.people)]
    found += [(name, "capital") for name in listed(country.capital)]
    found += [(name, "metonym") for name in listed(country.metonyms)]
    return found + [(name, "city") for name in listed(country.cities)]


def _table(entries: Iterable[tuple[str, T]]) -> Table[T]:
    """The entries by the first words of their names, longest names first; without the "the" of long ones."""
    table: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for name, entry in entries:
        words = tuple(line(name, 0, len(name)).words)
        if words[0].lower() == "the" and len(words) > 2:
            words = words[1:]
        table.setdefault(words[0], []).append((words, entry))
    return _ordered(table)


def _recased(names: Iterable[tuple[str, ...]]) -> Table[tuple[str, ...]]:
    """Long names in small letters, with how they are written: pages put into English by machines have "the UN office
    for the coordination of humanitarian Affairs"."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for words in names:
        if len(words) >= _LONG:
            lows = tuple(word.lower() for word in words)
            table.setdefault(lows[0], []).append((lows, words))
    return _ordered(table)


def _ordered(table: dict[str, list[tuple[tuple[str, ...], T]]]) -> Table[T]:
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in table.items()}


def match(table: Table[T], words: list[str], at: int) -> tuple[int, T] | None:
    """The longest name of the table that stands in `words` from `at`: how many words it has, and its entry."""
    for name, entry in table.get(words[at], ()):
        if len(name) == 1 or tuple(words[at : at + len(name)]) == name:
            return len(name), entry
    return None
