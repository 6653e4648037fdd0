"""Groups of claims in, readable ids and titles out, made of what the claims are about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from claimcheck.dates.lexicon import MONTHS
from claimcheck.records import Article
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Event, EventKind, Measure, Words
from claimcheck.rules.world import Country
from claimcheck.slots import Book, Subject, known_of, named
from claimcheck.stems import plural, stem

_MONTH = re.compile(r"-([12]\d{3})-(0[1-9]|1[0-2])(?:-\d+)?\Z")
_MONTHS = {number: name.capitalize() for name, number in MONTHS.items()}  # in full: the last one of each
_DIMENSIONS = {"count": "number", "money": "sum of money", "percent": "share", "fraction": "share", "factor": "ratio"}
_WORDS = r"[A-Z][^\W\d_]{2,30}(?: [A-Z][^\W\d_]{2,30}){0,2}"
_NAME = re.compile(rf"(?<=[a-z,] ){_WORDS}")  # inside a sentence, where a capital means a name
_PLACE = re.compile(rf"\b(?:in|at|near|outside|around) (?:the )?({_WORDS})")
_LEAD = 4000  # characters of an article that its names are looked for in
_ONE_SUM = 1.05  # how far apart sums may be that are told as one


class Titles:
    """Names figures: what is counted, what happened to it, and where it belongs."""

    def __init__(self, rules: Rules, subjects: Sequence[Subject], articles: Mapping[str, Article]) -> None:
        self._lexicon = rules.once(_Lexicon)
        self._articles = articles
        self._members: dict[str, list[Subject]] = defaultdict(list)
        for subject in subjects:
            self._members[subject.slots.event or ""].append(subject)
        self._events: dict[tuple[str, str], str] = {}
        self._book = rules.once(Book)

    def of(self, group: Sequence[Subject], event: str) -> str:
        """What a group is about, for a table: "Azerbaijani soldiers killed, Second Karabakh War"; `event`: that of most
        of its claims."""
        slots = [subject.slots for subject in group]
        head = self._head(group, _of_half([slot.measure for slot in slots if slot.measure]))
        party = _of_half([slot.party or "" for slot in slots])
        if party and party != "both" and _root(party) not in head.casefold():
            head += f" ({party})"
        elif party == "both":
            head += " (both sides)"
        place = _of_half([slot.place or "" for slot in slots])
        key = known_of(event) or event  # a happening in a war is told by the war, with its place and month
        return ", ".join(part for part in (head, *self._spot(key, place), *self._happening(group, key, place)) if part)

    def _head(self, group: Sequence[Subject], measure: str) -> str:
        """What is counted and what happened to it, each once: "12 arrests" are no "arrests arrested"."""
        what, plain = self._counted(group, measure), measure.replace("_", " ")
        if plain and plain not in what.casefold():
            kept = self._lexicon.kept(what.split(), measure) or self._harmed(group, measure)
            what = " ".join((*kept, plain))
        return what or _DIMENSIONS.get(group[0].slots.dimension, group[0].slots.dimension)

    def _harmed(self, group: Sequence[Subject], measure: str) -> list[str]:
        """Who came to harm, where nothing is left of the counted words: "12 dead" are people killed."""
        harmed = measure in self._lexicon.harms and any(subject.slots.noun == "person" for subject in group)
        return ["people"] if harmed else []

    def _counted(self, group: Sequence[Subject], measure: str) -> str:
        """What is counted, in the words of claims that tell the figure's measure: "bodies found" are people killed."""
        slots = group[0].slots
        what = _most([self._lexicon.phrase(subject) for subject in group if subject.slots.measure == measure])
        others = not measure or (slots.dimension == "count" and measure not in self._lexicon.harms)
        if not what and others:
            what = _most([self._lexicon.phrase(subject) for subject in group])
        if not what and measure not in self._lexicon.nouns and slots.dimension == "count":
            what = self._lexicon.plural(_most([subject.slots.noun for subject in group]))
        return self._sum(group) if not what and slots.dimension == "money" else what

    def _sum(self, group: Sequence[Subject]) -> str:
        """The sum that all of a group tell: "$5.7 billion"; nothing where they tell several."""
        values = [subject.amount.value for subject in group]
        if max(values) > _ONE_SUM * min(values):
            return ""
        found = ((subject.claim.quantity, self._articles[subject.claim.article].text) for subject in group)
        return _most([" ".join(text[quantity.start : quantity.end].split()) for quantity, text in found])

    def _happening(self, group: Sequence[Subject], key: str, place: str) -> Iterable[str]:
        """The event of a group; of one that lasts also the month in which the counted happened."""
        yield self._event(key, place)
        if key and named(key) and self._book.lasts(key):
            yield _month(_of_half([_within_month(subject) for subject in group]))

    def _spot(self, key: str, place: str) -> Iterable[str]:
        """Where a known event is not told enough by its name: the town of a war that most of a group's claims name."""
        if not key or not named(key) or not place or place in self._lexicon.lands:
            return
        if _root(place) not in self._event(key, "").casefold():
            yield place

    def _event(self, key: str, place: str) -> str:
        """The name of an event; one without a name is told by `place`, where there is one."""
        if (key, place) not in self._events:
            known = self._lexicon.events.get(key) or (_spaced(key) if named(key) else "")
            self._events[key, place] = known or self._unnamed(key, place)
        return self._events[key, place]

    def _unnamed(self, key: str, place: str) -> str:
        """An event by its kind, place and month as its claims tell them, else by the names that its articles share."""
        told = [subject.claim.description for subject in self._members[key]]
        place = place or _of_half([said.place.value if said.place else "" for said in told])
        kinds = [next((f.value for f in said.event_terms if f.value in self._lexicon.kinds), "") for said in told]
        kind = self._lexicon.kinds.get(_of_half(kinds), "")
        head = f"{place} {kind}".strip() if place or kind else self._names(key)
        month = _MONTH.search(key)
        return ", ".join(part for part in (head, _month(f"{month[1]}-{month[2]}" if month else "")) if part)

    def _names(self, key: str) -> str:
        names = sorted({subject.claim.article for subject in self._members[key]})
        return " and ".join(_telling([self._articles[name].text for name in names]))


class _Lexicon:
    """What the rules call events, and by which words they tell a measure."""

    def __init__(self, rules: Rules) -> None:
        self.events = {rule.name: _called(rule) for rule in rules.pack("events", Event)}
        # Not a war or an epidemic: the month of a report is not when it was.
        lasting = rules.once(Book).lasting
        self.lands = {country.name for country in rules.pack("countries", Country)}
        kinds = (rule for rule in rules.pack("kinds", EventKind) if rule.role == "kind" and rule.name not in lasting)
        self.kinds = {rule.name: rule.title or re.sub("[-_]", " ", rule.name) for rule in kinds}
        self._words: dict[str, set[str]] = defaultdict(set)
        self.nouns = set()  # measures that are themselves called by a noun: population, debt
        self.harms = set()  # measures of what happens to people: killed, missing
        for rule in rules.pack("measures", Measure):
            lost = rule.words if rule.harm else ()  # lives; whom troops are deployed as is no word for deploying them
            told = (*rule.done, *rule.does, *rule.states, *rule.nouns, *lost, rule.name)
            self._words[rule.name].update(_stem(part) for word in told for part in re.split("_", word))
            if rule.name in rule.nouns:
                self.nouns.add(rule.name)
            if rule.harm:
                self.harms.add(rule.name)
        grammar = {rule.name: rule.words for rule in rules.pack("words", Words)}
        self._singular = dict(pair.split() for pair in grammar.get("plural", ()))
        self._plural = {one: many for many, one in self._singular.items()} | {"person": "people"}
        self._determiners = frozenset(grammar.get("determiner", ()))
        self._empty = self._determiners | frozenset(grammar.get("remainder", ()))

    def kept(self, counted: list[str], measure: str) -> list[str]:
        """What is counted, without the words that say what the measure says: the dead of "dead killed"."""
        while counted and self._repeats(counted[-1], measure):
            counted = counted[:-1]
        return [] if self._empty.issuperset(word.casefold() for word in counted) else counted

    def phrase(self, subject: Subject) -> str:
        """What a claim counts as its text words it, without the word that points at it: its soldiers, the bodies."""
        counted = subject.claim.description.object.split()
        while counted and counted[0].casefold() in self._determiners:
            counted = counted[1:]
        return "people" if counted in (["person"], ["persons"]) else " ".join(counted)

    def plural(self, noun: str) -> str:
        """A noun for several; one that is one of several is left."""
        return noun if not noun or noun.endswith("s") else self._plural.get(noun) or plural(noun)

    def _repeats(self, word: str, measure: str) -> bool:
        low = word.casefold()
        single = self._singular.get(low) or (f"{low[:-3]}y" if low.endswith("ies") else low)
        return not self._words[measure].isdisjoint((_stem(low), _stem(single)))


def _called(event: Event) -> str:
    """The first name of an event as it is written in the rules."""
    return event.aliases.split(";")[0].strip() or _spaced(event.name)


def _spaced(name: str) -> str:
    return name if " " in name else name.replace("-", " ").capitalize()


def _stem(word: str) -> str:
    return stem(word) or word.casefold()


def _root(party: str) -> str:
    return party.casefold()[:5]


def _within_month(subject: Subject) -> str:
    """The month that all days of a claim lie in: "2017-04"."""
    first, last = subject.slots.period or ("", "~")
    return first[:7] if first[:7] == last[:7] else ""


def _month(month: str) -> str:
    """ "April 2017" for "2017-04"."""
    return f"{_MONTHS[int(month[5:])]} {month[:4]}" if month else ""


def _of_half(values: Sequence[str]) -> str:
    """The value that at least half of the claims have; what one of many tells in passing names no event."""
    value = _most(values)
    return value if 2 * sum(each == value for each in values) >= len(values) else ""


def _telling(texts: Sequence[str]) -> list[str]:
    """The place that most texts name, else the two names that most have, as written; no stem twice (Serb, Serbian)."""
    places = _most_told(_PLACE, texts)
    return places[:1] or _most_told(_NAME, texts)[:2]


def _most_told(pattern: re.Pattern[str], texts: Sequence[str]) -> list[str]:
    articles: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for text in texts:
        found = [name for name in pattern.findall(text[:_LEAD]) if stem(name.split()[0])]
        articles.update(set(found))
        times.update(found)
    chosen: dict[str, str] = {}
    for name in sorted(articles, key=lambda name: (-articles[name], -times[name], len(name), name)):
        chosen.setdefault(_stem(name), name)
    return list(chosen.values())


def _most(values: Iterable[str]) -> str:
    """The value that most have; of several the shortest, then the first in the alphabet."""
    told = [value for value in values if value]
    if not told or told.count(told[0]) == len(told):
        return told[0] if told else ""
    count = Counter(told)
    return min(count, key=lambda value: (-count[value], len(value), value))


def event_of(group: Sequence[Subject]) -> str:
    """The event that most of a group's claims are of."""
    return _most([subject.slots.event or "" for subject in group])


def slug(group: Sequence[Subject], event: str) -> str:
    """A key of a group's meaning: event, measure, what is counted, whose."""
    slots = [subject.slots for subject in group]
    parts = [
        _most([slot.party or "" for slot in slots]),
        _most([slot.noun for slot in slots]) or _most([slot.unit or slot.dimension for slot in slots]),
        _most([slot.measure or "" for slot in slots]),
        _most([slot.scope or "" for slot in slots]),
        "" if (modality := slots[0].modality) == "actual" else modality,
    ]
    return "/".join(
        part for part in (_slug(event.lstrip("~")), "-".join(_slug(part) for part in parts if part)) if part
    )


@lru_cache(maxsize=65536)
def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")
