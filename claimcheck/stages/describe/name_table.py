"""The packs of countries, places, groups, events and marks in, the names and set phrases of running text out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor
from claimcheck.rules.descriptions import Event, EventKind, Group, Mark, Place
from claimcheck.rules.world import Country, listed
from claimcheck.stages.describe.lexicon import WATCHED, Lexicon, Name, words_of

_ALTERNATIVES = re.compile(r"\(([^)]*)\)")
_DEEDS = {  # what happens to somebody or something, and the words that lead to whom it happens
    "attack": ("on", "on the", "at the"),
    "bombing": ("of", "of the", "at the"),
    "shooting": ("at", "at the"),
    "massacre": ("of", "of the", "at", "at the"),
    "explosion": ("at", "at the"),
    "fire": ("at", "at the"),
}
_INITIALS = 4  # letters: a name of so few that is written in capitals is none in small ones


def add_names(lexicon: Lexicon, rules: Rules) -> None:
    """Adds all names and marks to the tables."""
    # Groups stand before countries: "Kurdish" is first of all of the Kurds.
    names = [*_groups(lexicon, rules), *_countries(lexicon, rules), *_places(rules)]
    names += [*_events(lexicon, rules), *_kinds(rules)]
    names += [
        Name(words_of(word), "mark", mark.name, mark.id, payload=mark)
        for mark in rules.pack("marks", Mark)
        for words in mark.words
        for word in spelt_out(words)
        if mark.where != "denial"
    ]
    names += [Name(words_of(cue), "background", "", "W22") for cue in lexicon.groups["background"]]
    names += [
        Name(words_of(cue), WATCHED, group, "W4100")
        for group in ("watching", "watcher")
        for cues in lexicon.groups[group]
        for cue in spelt_out(cues)
    ]
    for name in sorted(names, key=lambda name: -len(name.words)):
        lexicon.opens.update(name.words[:1])
        if len(name.words) == 1:
            lexicon.single[name.words[0]] = (*lexicon.single.get(name.words[0], ()), name)
        elif name.words:
            pair = name.words[0], name.words[1]
            lexicon.pairs[pair] = (*lexicon.pairs.get(pair, ()), name)
    for mark in rules.pack("marks", Mark):
        if mark.where in ("denial", "doubt"):
            lexicon.denying.update(mark.verbs)
        if mark.where == "doubt":
            lexicon.doubting.update(dict.fromkeys(mark.verbs, mark.id))
            continue
        lexicon.mark_verbs.update(dict.fromkeys(mark.verbs, mark))
        lexicon.perfects.update(dict.fromkeys(mark.perfect, mark))
        if mark.where == "denial":
            lexicon.untrue.update(dict.fromkeys(mark.words, mark.id))


def spelt_out(words: str) -> Iterable[str]:
    """The phrases that alternatives in brackets are short for: "(earlier|first) toll of"."""
    return map("".join, product(*(part.split("|") for part in _ALTERNATIVES.split(words))))


def _countries(lexicon: Lexicon, rules: Rules) -> Iterable[Name]:
    people: set[str] = set()
    for country in rules.pack("countries", Country):
        for name in country.names:
            yield Name(words_of(name), "country", country.name, country.id, country.name, exact=_exact(name))
        singulars = [word[:-1] for word in country.peoples if word.endswith("s")]
        for name in {*listed(country.demonyms), *country.peoples, *singulars} - set(country.names):
            yield Name(words_of(name), "demonym", country.name, country.id, country.name)
        for name in listed(country.capital):
            yield Name(words_of(name), "capital", name, country.id, country.name)
        for seat in listed(country.capital)[:1]:
            for words in _called_capital(country):
                yield Name(words, "capital", seat, country.id, country.name)
        for name in listed(country.cities):
            yield Name(words_of(name), "place", name, country.id, country.name)
        people |= {word.lower() for word in country.peoples}
    lexicon.people |= people
    lexicon.territories = frozenset(
        (country.name, country.within)
        for country in rules.pack("countries", Country)
        if country.status == "territory" and country.within
    )
    lexicon.broken_from = {
        country.name: country.within
        for country in rules.pack("countries", Country)
        if country.status == "unrecognised" and country.within
    }
    lexicon.unrecognised = {
        name: Name(words_of(name), "country", country.name, country.id, country.name)
        for country in rules.pack("countries", Country)
        if country.status == "unrecognised" and country.within
        for name in country.names
    }
    lexicon.in_union = frozenset(
        state.casefold() for country in rules.pack("countries", Country) for state in listed(country.states)
    )


def _called_capital(country: Country) -> Iterable[tuple[str, ...]]:
    """ "The Nigerian capital", "Nigeria's capital", "the capital of Nigeria"."""
    for name in (*listed(country.demonyms), *country.names):
        yield (*words_of(name), "capital")
    for name in country.names:
        yield (*words_of(name), "s", "capital")
        yield ("capital", "of", *words_of(name))


def _places(rules: Rules) -> Iterable[Name]:
    for place in rules.pack("places", Place):
        for name in place.words:
            yield Name(words_of(name), "place", name, place.id, place.country)


def _groups(lexicon: Lexicon, rules: Rules) -> Iterable[Name]:
    """Armed groups and peoples; parties to conflicts under the name of the side that they fight for."""
    found: dict[tuple[str, ...], Name] = {}
    for group in rules.pack("groups", Group):
        for name in (group.name, *group.words):
            found.setdefault(words_of(name), Name(words_of(name), "group", group.name, group.id, group.name))
    lexicon.people = frozenset(" ".join(words) for words in found)
    for actor in (*rules.pack("parties", Actor), *rules.pack("sources", Actor)):
        for name in _fighting(actor):
            words, side = words_of(name), actor.side
            found.setdefault(words, Name(words, "group", side, actor.id, side, exact=_exact(name)))
    return found.values()


def _fighting(actor: Actor) -> tuple[str, ...]:
    """The names of a party to a conflict, and those of a state's forces that its adjective does not tell: "IDF"."""
    aliases = tuple(listed(actor.aliases))
    if not actor.side or actor.kind not in ("party", "forces"):
        return ()
    return (actor.name, *aliases) if actor.kind == "party" else aliases


def _exact(name: str) -> str:
    """The name as its words stand in a text, where only its capitals make a name of it: "IS", "U.S"."""
    return name.rstrip(".") if name.isupper() and len(name) <= _INITIALS else ""


def _events(lexicon: Lexicon, rules: Rules) -> Iterable[Name]:
    for event in rules.pack("events", Event):
        lexicon.events[event.name] = event
        for place in listed(event.places):
            lexicon.events_at.setdefault(place, []).append(event)
        for alias in listed(event.aliases):
            for name in (alias, *_turned_round(alias, event)):
                yield Name(words_of(name), "event", event.name, event.id, small=alias.islower())


def _turned_round(alias: str, event: Event) -> Iterable[str]:
    """ "Attack on the Larkin theatre" of the "Larkin theatre attack"; of no town, which may see another attack."""
    target, _, deed = alias.rpartition(" ")
    if deed.removesuffix("s") in _DEEDS and target not in listed(event.places):
        yield from (f"{deed} {joint} {target}" for joint in _DEEDS[deed.removesuffix("s")])


def _kinds(rules: Rules) -> Iterable[Name]:
    for kind in rules.pack("kinds", EventKind):
        for word in (kind.name, *kind.words):
            yield Name(words_of(word), "kind", kind.name, kind.id, named="in names" in kind.traits)
