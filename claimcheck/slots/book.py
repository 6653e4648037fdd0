"""The rules of matching in, looked up by slot and label: weights, the noun tree, known events, wholes and parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from math import inf

from claimcheck.records import Fact, Level
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Event, EventKind, Group, Measure, Noun, Place, Words
from claimcheck.rules.matching import Parts, Weight
from claimcheck.rules.quantities import Unit
from claimcheck.rules.world import Country, listed
from claimcheck.slots.records import Slots
from claimcheck.stems import stem

_SPANS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "year": 31557600.0}
_ANNOUNCED = frozenset(("actual", "planned", "forecast"))
FEDERAL = "federal"  # how what is of all of a union of states is called
_TWO_SIDES = 2
_LONG = 14  # days of an event, above which it holds many happenings
_WHO_FLEE = frozenset(("person", "displaced"))


class Book:
    """The compiled rules of matching: weights by slot and label, the noun tree, wholes and parts.

    What is asked for each of a million pairs, about few distinct things, is kept.
    """

    def __init__(self, rules: Rules) -> None:
        self.worth = lru_cache(maxsize=4096)(self._worth)
        self.words = lru_cache(maxsize=4096)(self._words)
        self.lasts = lru_cache(maxsize=65536)(self._lasts)
        self.told_apart = lru_cache(maxsize=65536)(self._told_apart)
        self.holds = lru_cache(maxsize=65536)(self._holds)
        self.alike = lru_cache(maxsize=65536)(self._alike)
        self.synonyms = lru_cache(maxsize=65536)(self._synonyms)
        self.events_of = lru_cache(maxsize=65536)(self._events_of)
        self.other_words = lru_cache(maxsize=65536)(self._other_words)
        self.two_ends = lru_cache(maxsize=65536)(self._two_ends)
        self.victim = lru_cache(maxsize=65536)(self._victim)
        self.whom = lru_cache(maxsize=65536)(self._whom)
        self.flees = lru_cache(maxsize=65536)(self._flees)
        self.in_war = lru_cache(maxsize=65536)(self._in_war)
        self.is_epidemic = lru_cache(maxsize=65536)(self._is_epidemic)
        self.happens_in_war = lru_cache(maxsize=65536)(self._happens_in_war)
        self.weights = {(rule.field, rule.label): rule for rule in rules.pack("match", Weight)}
        self.parents = {rule.name: rule.parent for rule in rules.pack("nouns", Noun)}
        self.class_of = {word: rule.name for rule in rules.pack("nouns", Noun) for word in rule.words}
        self.parts = rules.pack("parts", Parts)
        self.measures = frozenset(rule.name for rule in rules.pack("measures", Measure))
        self._parts_of: dict[str, list[Parts]] = defaultdict(list)
        for rule in self.parts:
            for value in {rule.whole, *rule.parts}:
                self._parts_of[value].append(rule)
        self.some = {(rule.whole, part) for rule in self.parts if rule.some for part in rule.parts}
        self.plainer = {rule.whole: rule.parts[0] for rule in self.parts if rule.plain}
        self.others_of = {
            rule.whole: frozenset(rule.parts) - {self.plainer[rule.whole]}
            for rule in self.parts
            if rule.complete and rule.slot == "measure" and rule.whole in self.plainer
        }
        self._losing = frozenset(rule.id for rule in rules.pack("measures", Measure) if rule.loose)
        self._told_by = {rule.id: rule.name for rule in rules.pack("measures", Measure)}
        self._kin = _kin_of(rule for rule in self.parts if rule.alike)
        self.sizes = {(rule.dimension, rule.unit): rule.size for rule in rules.pack("units", Unit)}
        self.sizes |= {("duration", unit): size for unit, size in _SPANS.items()}
        # Shares are no lengths: of their units only those that say so convert, basis points into percentage points.
        self.in_larger = {
            rule.unit: rule.larger for rule in rules.pack("units", Unit) if rule.dimension == "percent" and rule.larger
        }
        self.zeros = {(rule.dimension, rule.unit): rule.zero for rule in rules.pack("units", Unit) if rule.zero}
        self.events = {rule.name: rule for rule in rules.pack("events", Event)}
        self._lands = frozenset(rule.name for rule in rules.pack("countries", Country))
        self._broken_from = {
            rule.name: rule.within for rule in rules.pack("countries", Country) if rule.status == "unrecognised"
        }
        self._of_one_toll = frozenset(rule.name for rule in rules.pack("kinds", EventKind) if "one toll" in rule.traits)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for event in self.events.values():
            for name in (*listed(event.parties), *listed(event.places)):
                self._by_name[name.casefold()].append(event.name)
        self.around = _around(self.events.values())
        self._vetoing = frozenset(rule.id for rule in rules.pack("match", Weight) if rule.veto)
        self.lasting = self.words("event", "compatible-series")
        self._fought = self.words("noun", "fought")
        self.of_weeks = self.lasting | self.words("event", "weeks")
        self.fates = self.words("measure", "unknown")
        self.turnouts = self.words("scope", "turnout")
        self.firm = self.words("measure", "same")
        self.accounts = self.words("measure", "different-accounts")
        self.unrounded = self.words("value", "same")
        self.polling = frozenset(filter(None, map(stem, self.words("value", "same-again"))))
        self.of_event = self.words("context", "of-event")
        self.struck = self.words("noun", "struck")
        self.supplied = self.words("noun", "compatible-supplied")
        self.left_out = self.words("wording", "left-out")
        self._announced = self.words("modality", "unknown")
        words = {rule.name: frozenset(rule.words) for rule in rules.pack("words", Words)}
        self.held = words.get("held by a candidate", frozenset())
        self.headings = words.get("heading", frozenset())
        self.flight = words.get("flight", frozenset())
        self.of_candidates = self.held | words.get("told of a candidate", frozenset())
        self.done_by_events = frozenset(
            rule.name for rule in rules.pack("measures", Measure) if rule.harm or rule.happens
        )
        self.places = frozenset(word.casefold() for rule in rules.pack("places", Place) for word in rule.words)
        self.named_places = _named_places(rules)
        self.armed = frozenset(rule.name for rule in rules.pack("groups", Group))
        self.strikers = _strikers(rules) | {
            word: side for side in ("opposition", "government") for word in self.words("agent", side)
        }
        self.counted = {rule.name: rule.unit for rule in rules.pack("measures", Measure) if rule.unit}
        self.deeds = {
            (rule.name, noun.removeprefix(f"{rule.unit} "))  # "72 arrests", "900 job | cuts"
            for rule in rules.pack("measures", Measure)
            if rule.unit
            for noun in rule.nouns
        }
        self._parted = frozenset(part for rule in self.parts if rule.slot == "noun" for part in rule.parts)
        self.apart = frozenset(
            frozenset((a, b))
            for rule in self.parts
            if rule.slot == "noun" and rule.complete
            for a in rule.parts
            for b in rule.parts
            if a != b
        )

    def rule(self, field: str, label: str, kind: str = "") -> Weight | None:
        """The rule that weighs a level: that of its kind, or else that of its label."""
        return (self.weights.get((field, f"{label}-{kind}")) if kind else None) or self.weights.get((field, label))

    def _worth(self, field: str, label: str, kind: str = "") -> float:
        """What a level adds, or minus infinity where it vetoes."""
        rule = self.rule(field, label, kind)
        return 0.0 if rule is None else -inf if rule.veto else rule.weight

    def sum(self, levels: Iterable[tuple[str, str, str]], start: float = 0.0) -> float:
        """What levels add to a start; minus infinity as soon as one vetoes."""
        for level in levels:
            start += self.worth(*level)
            if start == -inf:
                break
        return start

    def _events_of(self, *names: str | None) -> list[str]:
        """The known events of these parties and places."""
        return sorted({event for name in names if name for event in self._by_name.get(name.casefold(), ())})

    def _lasts(self, event: str) -> bool:
        """Whether a known event went on for so long that many happenings lie in it: a war, not an earthquake."""
        known = self.events.get(event)
        if known is None or not known.start:
            return named(event) and not story_of(event)
        if self.over_lands(event):
            return False
        return not known.end or (date.fromisoformat(known.end) - date.fromisoformat(known.start)).days > _LONG

    def over_lands(self, event: str) -> bool:
        """Whether a known event is a flood, a quake or the like: one happening, be it of months, whose toll rises."""
        known = self.events.get(event)
        return known is not None and known.kind in self.words("place", "different-lands")

    def _in_war(self, event: str) -> bool:
        """Whether an event is one that lasts, or a happening in one."""
        known = known_of(event)
        return bool(known) and self.lasts(known)

    def has_strikes(self, event: str) -> bool:
        """Whether an event is a war, or a happening in one: an epidemic has no strikes."""
        known = self.events.get(known_of(event))
        return known is not None and known.kind in self.words("episode", "violence")

    def is_flight(self, event: str) -> bool:
        """Whether a known event is the flight of many, which kills nobody itself."""
        known = self.events.get(event)
        return known is not None and known.kind in self.words("event", "flight")

    def _flees(self, measure: str, noun_class: str) -> bool:
        """Whether a measure is a word for what people do who flee: they are displaced, they arrive. The children or
        civilians among them are told because they are a part."""
        words = self.flight if noun_class in _WHO_FLEE else ()
        return any(self.synonyms(measure, word, noun_class, noun_class) for word in words)

    def _is_epidemic(self, event: str) -> bool:
        """Whether an event is all of a known epidemic: it has one toll in each land, and no happenings in it."""
        known = self.events.get(event)
        return known is not None and known.kind in self._of_one_toll

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether one known event is told to lie in another: the clashes of a week in a conflict of years."""
        known = self.events.get(inner)
        return known is not None and outer in (known.within, *self.around.get(inner, ()))

    def ally(self, party: str, event: str) -> str:
        """The state beside which an unrecognised one fights in a known war, against the one that it broke away from."""
        known, from_whom = self.events.get(event), self._broken_from.get(party)
        sides = listed(known.parties) if known and from_whom else ()
        others = [side for side in sides if side not in (from_whom, party)]
        return others[0] if len(others) == 1 and from_whom in sides else ""

    def fights(self, party: str | None, event: str | None) -> bool:
        """Whether a party is one of the two lands of a known fight, or has broken away from one of them."""
        known = self.events.get(known_of(event or ""))
        sides = listed(known.parties) if known is not None and known.kind in self.words("episode", "violence") else ()
        lands = len(sides) == _TWO_SIDES and self._lands.issuperset(sides)
        return lands and party is not None and bool({party, self._broken_from.get(party)} & {*sides})

    def left_open(self, measure: Fact | None) -> bool:
        """Whether a word leaves open which fate it means: "victims"; "killed or injured" are two fates, told so."""
        return (
            measure is not None
            and measure.value in self.plainer
            and self._told_by.get(measure.rule, measure.value) == measure.value
        )

    def may_be_hurt(self, measure: Fact | None) -> bool:
        """Whether a word may mean more fates than the one that its rule reads: "lost 444,000 troops"."""
        return measure is not None and measure.rule in self._losing

    def of_campaign(self, measure: str | None, noun_class: str) -> bool:
        """Whether a war's campaign of weeks brings what is counted, and no one strike: land, flight, troops."""
        return not self.words("event", "compatible-campaign").isdisjoint((measure or "", f"{measure} {noun_class}"))

    def fought_between_two(self, event: str) -> bool:
        """Whether an event is a known fight of two, and no one strike in it."""
        known = self.events.get(event)
        fought = known is not None and known.kind in self._fought
        return fought and known is not None and len(listed(known.parties)) == _TWO_SIDES

    def _happens_in_war(self, event: str) -> bool:
        """Whether an event is one happening of a war: a story of it, or a named attack of a day."""
        known = known_of(event)
        if story_of(event):
            return known != ""
        return known in self.events and self.events[known].within != "" and not self.lasts(known)

    def blocks(self, level: Level) -> bool:
        """Whether a level keeps two claims apart whatever else they share."""
        return level.rule in self._vetoing

    def _words(self, field: str, label: str) -> frozenset[str]:
        """The words that a level is for."""
        rule = self.weights.get((field, label))
        return frozenset(rule.words) if rule else frozenset()

    def weight(self, field: str, label: str) -> float:
        """What this level adds; nothing where no rule tells."""
        rule = self.weights.get((field, label))
        return rule.weight if rule else 0.0

    def converts(self, dimension: str, unit: str | None) -> bool:
        """Whether a unit can be told in another one; money cannot, without the day's rate."""
        return dimension not in ("money", "percent", "points") and (dimension, unit or "") in self.sizes

    def _holds(self, whole: str, part: str) -> bool:
        """Whether a class of nouns holds another: people hold soldiers. Fighters hold none: they fight them."""
        return whole != part and not self.parents.get(whole) and whole in self._line(part)

    def block_measure(self, slots: Slots) -> str | None:
        """The measure by which claims are brought together to be compared; None: with every measure."""
        if (slots.dimension == "money" and slots.measure == "cost") or self.loose(slots.measure):
            return None
        return self.widest(slots.measure)

    def widest(self, measure: str | None) -> str | None:
        """The measure under which those of one happening are brought together: killed and died."""
        return self._kin.get(measure or "", measure)

    def loose(self, measure: str | None) -> bool:
        """Whether a measure is a verb that no rule holds, by its own name: it may tell what a rule's measure tells."""
        return measure is not None and measure not in self.measures

    def _alike(self, a: str, b: str, noun_a: str, noun_b: str, equal: bool) -> bool:
        """Whether two measures may be one happening told from its ends, which count these classes, by an equal number
        or one that meets."""
        told = (rule for rule in self._linking(a, b) if rule.alike and (equal or not rule.equal))
        return any(not rule.counted or self._at_ends(rule, a, noun_a, noun_b) for rule in told)

    def _synonyms(self, a: str, b: str, noun_a: str, noun_b: str) -> bool:
        """Whether two measures are one thing in two words, whatever the numbers: attended, demonstrated; of refugees,
        fled and arrived. One of two nouns may be left out."""
        told, nouns = (rule for rule in self._linking(a, b) if rule.synonyms), {noun_a, noun_b} - {""}
        return any(not rule.among or (nouns and nouns <= {*rule.among}) for rule in told)

    def _other_words(self, measure: str, noun: str) -> frozenset[str]:
        """The measures that may be other words for one, of what is counted, where no article tells them apart."""
        told = [rule for rule in self._linking(measure, measure) if rule.one_count]
        fit = [rule for rule in told if self._counts(rule, measure, {*self._line(noun)})]
        return frozenset(word for rule in fit for word in (rule.whole, *rule.parts)) - {measure}

    def _linking(self, a: str, b: str) -> Iterable[Parts]:
        """The rules that hold two values of a slot, as whole or part."""
        return (rule for rule in self._parts_of.get(a, ()) if b == rule.whole or b in rule.parts)

    def _counts(self, rule: Parts, measure: str, classes: set[str]) -> bool:
        """Whether a rule is for these classes: bodies that were found, people who were killed."""
        end = rule.counted[measure != rule.whole] if rule.counted else ""
        return (not rule.among or not classes.isdisjoint(rule.among)) and (not end or end in classes)

    def _victim(self, measure: str, noun: str) -> str:
        """The class of those whose bodies a measure is told of that befell themselves: the dead; or none."""
        line = self._line(noun)
        told = (rule for rule in self.parts if rule.one_count and rule.counted and measure == rule.whole)
        return next((rule.counted[0] for rule in told if rule.counted[1] in line), "")

    def _whom(self, noun: str) -> str:
        """The class that one is counted as where a measure is told in other words: bodies as people."""
        line = self._line(noun)
        found = (rule.counted[0] for rule in self.parts if rule.one_count and rule.counted and rule.counted[1] in line)
        return next(found, line[-1])

    def _two_ends(self, a: str, b: str, noun_a: str, noun_b: str) -> bool:
        """Whether they are ends that count two things: workers laid off, jobs cut."""
        told = (rule for rule in self._linking(a, b) if rule.counted)
        return any(self._at_ends(rule, a, noun_a, noun_b) for rule in told)

    def _at_ends(self, rule: Parts, a: str, noun_a: str, noun_b: str) -> bool:
        """Whether two classes are those that are counted at the ends; one that is left out fits."""
        nouns = (noun_a, noun_b) if a == rule.whole else (noun_b, noun_a)
        return all(not noun or end in self._line(noun) for noun, end in zip(nouns, rule.counted, strict=True))

    def announces(self, slots: Slots) -> bool:
        """Whether to announce is as good as done: "slashes 4,500 jobs", "will cut 4,500 jobs"."""
        told = slots.measure is None or slots.measure in self._announced
        return slots.modality in _ANNOUNCED and told

    def is_part(self, noun_class: str) -> bool:
        """Whether a class is one of those that people are told apart by: soldiers and civilians, men and children."""
        return noun_class in self._parted

    def _told_apart(self, a: str, b: str) -> bool:
        """Whether two classes never share a member: soldiers and civilians, and what they hold."""
        return any(frozenset((x, y)) in self.apart for x in self._line(a) for y in self._line(b))

    def top(self, name: str) -> str:
        """The widest class that a class hangs under."""
        return self._line(name)[-1]

    def _line(self, name: str) -> list[str]:
        line = [name]
        while (above := self.parents.get(line[-1])) and len(line) < 9:
            line.append(above)
        return line


def _named_places(rules: Rules) -> dict[str, str]:
    """Known places in small letters, each with the name that it goes by: of a country's names and its adjectives the
    first name; a union of states is "federal". One that is a state and the capital too is either: Washington."""
    found = {word.casefold(): word.casefold() for rule in rules.pack("places", Place) for word in rule.words}
    countries = rules.pack("countries", Country)
    for country in countries:
        for name in (*listed(country.cities), *listed(country.states), *listed(country.capital)):
            found.setdefault(name.casefold(), name.casefold())
    for country in countries:
        for name in (*country.names, *listed(country.demonyms)):
            found.setdefault(name.casefold(), FEDERAL if country.union else country.name.casefold())
    either = (name for country in countries for name in {*listed(country.states)} & {*listed(country.capital)})
    for name in either:
        found.pop(name.casefold(), None)
    return found


def _strikers(rules: Rules) -> dict[str, str]:
    """The names of lands and armed groups, with their adjectives, and whom each means."""
    lands = {
        word: country.name
        for country in rules.pack("countries", Country)
        for word in (*country.names, *listed(country.demonyms))
    }
    return lands | {word: group.name for group in rules.pack("groups", Group) for word in (group.name, *group.words)}


def _kin_of(rules: Iterable[Parts]) -> dict[str, str]:
    """For each measure the first of all those that rules link with it, over one or more of them."""
    above: dict[str, str] = {}

    def top(measure: str) -> str:
        while above.setdefault(measure, measure) != measure:
            measure = above[measure]
        return measure

    for rule in rules:
        for part in rule.parts:
            above[top(part)] = top(rule.whole)
    return {measure: top(measure) for measure in list(above)}


def _around(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """For each known event the known events of the same parties and kind that it lies in."""
    listed_ = [event for event in events if event.start]
    return {
        inner.name: tuple(
            outer.name
            for outer in listed_
            if outer is not inner
            and (outer.kind, sorted(listed(outer.parties))) == (inner.kind, sorted(listed(inner.parties)))
            and outer.start <= inner.start
            and (inner.end or "~") <= (outer.end or "~")
        )
        for inner in listed_
    }


def named(event: str) -> bool:
    """Whether an event key is that of an event that the rules name, or of a happening in it."""
    return not event.startswith("~")


@lru_cache(maxsize=65536)
def known_of(event: str) -> str:
    """The event that the rules name, of an event key: itself, or the war that a happening lies in; or nothing."""
    return event.partition("~")[0]


@lru_cache(maxsize=65536)
def story_of(event: str) -> str:
    """The happening that no rule names, of an event key, with its leading "~": "~idlib-2017-04"; or nothing."""
    return event[len(known_of(event)) :]
