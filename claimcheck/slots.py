"""A claim in, its slots out: what is counted, of whom, where, when, how, in units that compare. A shared leaf.

match puts claims together by these slots, compare reads from them what two claims leave open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import inf
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from claimcheck.records import Claim, Fact, Level, Range, Reading, Record, Span
from claimcheck.rules import Rules
from claimcheck.rules.descriptions import Event, Noun, Place
from claimcheck.rules.matching import Parts, Weight
from claimcheck.rules.quantities import Unit
from claimcheck.rules.world import Country, listed
from claimcheck.stems import terms

Label = Literal["same", "compatible", "unknown", "different"]
Days = tuple[str, str]  # first and last ISO day; "" before all days, "~" after them

BOTH = "both"
_UNREAL = frozenset({"forecast", "planned", "hypothetical", "target"})
_EXTENT = frozenset({"statewide", "nationwide", "worldwide"})  # as wide as what says nothing may be
_NOT_TOTAL = frozenset({"more", "another", "other", "others", "additional", "further"})
_ALIKE = 85
_FAR = 50.0
_FEW = 10
_LONG = 14  # days of an event, above which it holds many happenings
_NEAR = -0.75  # likeness of two stories, above which their claims may differ in number and still be of one happening


class Slots(Record, frozen=True):
    """What a claim is about; equal slots are about the same thing as far as the texts tell."""

    dimension: str
    unit: str | None
    direction: str | None
    modality: str
    measure: str | None
    noun: str
    noun_class: str
    party: str | None
    event: str | None
    place: str | None
    own_place: bool  # the claim's own sentence names it; else it is carried from before
    period: Days | None
    scope: str | None
    portion: str | None  # "part": the text itself says that it counts a part of another number
    wording: str


class Amount(NamedTuple):
    """A claim's number and ranges in the base unit of its dimension."""

    value: float
    literal: Range
    typical: Range
    rounded: bool = False  # it may be a rounded number: 600, 1.8 trillion, six weeks, about 25; not 25 dead


class Subject(NamedTuple):
    """A claim with what comparing it needs."""

    claim: Claim
    slots: Slots
    amount: Amount
    voice: tuple[str, ...]  # who says it; empty: the outlet
    context: frozenset[str] | None = None  # the sentence's words, where the slots alone do not tell what is counted
    series: tuple[object, ...] | None = None  # who counts what of whom, where an event lasts: a war, an epidemic
    day: str | None = None  # of its article
    kind: str = "body"  # of the sentence: headline, caption, …
    revised: bool = False  # the text says that this number takes the place of another
    earlier: bool = False  # … or that another takes its place
    denied: bool = False


_SPANS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "year": 31557600.0}


class Book:
    """The compiled rules of matching: weights by slot and label, the noun tree, wholes and parts."""

    def __init__(self, rules: Rules) -> None:
        self.weights = {(rule.field, rule.label): rule for rule in rules.pack("match", Weight)}
        self.parents = {rule.name: rule.parent for rule in rules.pack("nouns", Noun)}
        self.parts = rules.pack("parts", Parts)
        self.sizes = {(rule.dimension, rule.unit): rule.size for rule in rules.pack("units", Unit)}
        self.sizes |= {("duration", unit): size for unit, size in _SPANS.items()}
        self.events = {rule.name: rule for rule in rules.pack("events", Event)}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for event in self.events.values():
            for name in (*listed(event.parties), *listed(event.places)):
                self._by_name[name.casefold()].append(event.name)
        self.around = _around(self.events.values())
        self._vetoing = frozenset(rule.id for rule in rules.pack("match", Weight) if rule.veto)
        self.lasting = self.words("event", "compatible-series")
        self.firm = self.words("measure", "same")
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

    def worth(self, field: str, label: str, kind: str = "") -> float:
        """What a level adds, or minus infinity where it vetoes."""
        rule = self.rule(field, label, kind)
        return 0.0 if rule is None else -inf if rule.veto else rule.weight

    def events_of(self, *names: str | None) -> list[str]:
        """The known events of these parties and places."""
        return sorted({event for name in names if name for event in self._by_name.get(name.casefold(), ())})

    def lasts(self, event: str) -> bool:
        """Whether a known event went on for so long that many happenings lie in it: a war, not an earthquake."""
        known = self.events.get(event)
        if known is None or not known.start:
            return named(event)
        return not known.end or (date.fromisoformat(known.end) - date.fromisoformat(known.start)).days > _LONG

    def blocks(self, level: Level) -> bool:
        """Whether a level keeps two claims apart whatever else they share."""
        return level.rule in self._vetoing

    def words(self, field: str, label: str) -> frozenset[str]:
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

    def holds(self, whole: str, part: str) -> bool:
        """Whether a class of nouns holds another: people hold soldiers. Fighters hold none: they fight them."""
        return whole != part and not self.parents.get(whole) and whole in self._line(part)

    def block_measure(self, slots: Slots) -> str | None:
        """The measure by which claims are brought together to be compared; None: with every measure."""
        if slots.dimension == "money" and slots.measure == "cost":
            return None
        return next((rule.whole for rule in self.parts if rule.alike and slots.measure in rule.parts), slots.measure)

    def alike(self, a: str, b: str) -> bool:
        """Whether two measures may be one happening told from its two ends."""
        return any(rule.alike and {a, b} <= {rule.whole, *rule.parts} for rule in self.parts)

    def told_apart(self, a: str, b: str) -> bool:
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


class World:
    """What a set of articles tells beyond its claims: which place lies in which, which happenings may be one."""

    def __init__(
        self,
        told: Mapping[str, frozenset[str]],
        countries: Mapping[str, str],
        kin: Mapping[tuple[str, str], float] | None = None,
    ) -> None:
        self._told = told
        self._countries = countries
        self._lands = frozenset(countries.values())
        self._kin = kin or {}
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
        low = place.casefold()
        return (low, *sorted(self._told.get(low, ())), *filter(None, (self._countries.get(low),)))

    def compare(self, a: str | None, b: str | None) -> Label:
        """Same, one in the other (compatible), unknown or different."""
        if a is None or b is None:
            return "unknown"
        x, y = a.casefold(), b.casefold()
        if x == y or _spelt_alike(x, y):
            return "same"
        if self._lies_in(x, y) or self._lies_in(y, x):
            return "compatible"
        # A town that no table knows may lie in any country; a known one does not lie in another one.
        return "unknown" if self._may_hold(x, y) or self._may_hold(y, x) else "different"

    def is_land(self, place: str) -> bool:
        """Whether a place is a country, or holds countries."""
        return place.casefold() in self._lands

    def _may_hold(self, land: str, spot: str) -> bool:
        return land in self._lands and spot not in self._lands and spot not in self._countries

    def _lies_in(self, inner: str, outer: str, depth: int = 3) -> bool:
        if self._countries.get(inner) == outer or outer in inner.split():
            return True
        above = self._told.get(inner, frozenset())
        return outer in above or (depth > 0 and any(self._lies_in(name, outer, depth - 1) for name in above))


def world_of(readings: Sequence[Reading], rules: Rules, kin: Mapping[tuple[str, str], float] | None = None) -> World:
    """Which place lies in which: by the tables of places and countries, and as the articles word it."""
    within: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for claim in reading.claims:
            place = claim.description.place
            if place is None or place.span is None:
                continue
            found = _OUTER.match(reading.article.text, place.span[1], place.span[1] + 80)
            before = _OWNER.search(reading.article.text[max(0, place.span[0] - 60) : place.span[0]])
            within[place.value.casefold()].update(match["outer"].casefold() for match in (found, before) if match)
    return World({inner: frozenset(outer - {inner}) for inner, outer in within.items()}, rules.once(_known_places), kin)


def _known_places(rules: Rules) -> dict[str, str]:
    """The country that a place lies in, by the places' names."""
    found = {name.casefold(): rule.country.casefold() for rule in rules.pack("places", Place) for name in rule.words}
    for country in rules.pack("countries", Country):
        for name in (*listed(country.cities), *listed(country.capital)):
            found.setdefault(name.casefold(), country.name.casefold())
        if country.within:
            found.setdefault(country.name.casefold(), country.within.casefold())
    return found


_NAME = r"(?P<outer>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
_OUTER = re.compile(rf"(?: [a-z]+){{0,3}}(?:,| in| of| on| off)(?: the)?(?: [a-z]+){{0,2}} {_NAME}")
_OWNER = re.compile(rf"{_NAME}['’]s(?: [a-z]+){{0,3}} $")


def slots_of(claim: Claim, event: str | None, book: Book) -> Slots:
    """The slots of a claim whose event is known (or None)."""
    quantity, told = claim.quantity, claim.description
    scope = told.scope.value if told.scope else None
    return Slots(
        dimension=quantity.dimension,
        unit=None
        if quantity.dimension == "count" or book.converts(quantity.dimension, quantity.unit)
        else quantity.unit,
        direction=quantity.direction,
        modality=modality(claim),
        measure=told.measure.value if told.measure else None,
        noun="" if told.unit == "thing" else told.unit,
        noun_class="" if told.unit == "thing" else told.noun_class or told.unit,
        party=told.party.value if told.party else None,
        event=event,
        place=told.place.value if told.place else None,
        own_place=_inside(told.place, claim.sentence),
        period=days(claim),
        scope=None if scope == "cumulative" else scope,  # a toll so far is what a bare toll is too
        portion="part" if told.part_of else None,
        wording=wording(told.object),
    )


def subject_of(claim: Claim, event: str | None, book: Book, reading: Reading | None = None) -> Subject:
    """A claim with its slots, its amount and its voice."""
    who, status = claim.attribution, claim.description.status
    return Subject(
        claim=claim,
        slots=slots_of(claim, event, book),
        amount=amount_of(claim, book),
        voice=tuple(sorted(source.name for source in who.sources)) if who else (),
        context=_context(claim, book, reading),
        series=_series(claim, book),
        day=reading.article.date[:10] if reading and reading.article.date else None,
        kind=reading.segments.sentences[claim.quantity.sentence].kind if reading else "body",
        revised=bool(status and status.value == "revised"),
        earlier=bool(status and status.value == "earlier"),
        denied=bool((who and who.manner == "denies") or (status and status.value in ("negated", "denied"))),
    )


def _context(claim: Claim, book: Book, reading: Reading | None) -> frozenset[str] | None:
    """None for counts of people and things that something happens to; of money, shares and years the sentence tells."""
    measure = claim.description.measure
    if claim.quantity.dimension == "count" and measure is not None and measure.value in book.firm:
        return None
    if reading is None:
        return frozenset()
    return terms(reading.article.text[slice(*claim.sentence)])[1]


def _series(claim: Claim, book: Book) -> tuple[object, ...] | None:
    """What makes counts of one source, of two days far apart, one running count: "its soldiers killed in the war"."""
    told, who = claim.description, claim.attribution
    firm = who is not None and len(who.sources) == 1 and who.sources[0].kind not in ("anonymous", "collective")
    kinds = tuple(sorted({fact.value for fact in told.event_terms} & book.lasting))
    spot = (told.party.value if told.party else None, told.place.value if told.place else None)
    if not firm or who is None or not kinds or told.measure is None or spot == (None, None):
        return None
    return (who.sources[0].name, told.measure.value, kinds, *spot)


def _inside(fact: Fact | None, sentence: Span) -> bool:
    return fact is not None and (fact.span is None or sentence[0] <= fact.span[0] < sentence[1])


def modality(claim: Claim) -> str:
    """Whether a claim tells of what was, or of what is expected, planned or supposed."""
    status = claim.description.status
    return status.value if status and status.value in _UNREAL else "actual"


def days(claim: Claim) -> Days | None:
    """The days that a claim speaks of; None where both ends are unknown."""
    period, as_of = claim.description.period, claim.description.as_of
    if period is None or (period.start is None and period.end is None):
        return None
    if as_of is not None and period.start == period.end == as_of.value[:10]:
        return None  # "constitute today one million": the day of the count, not of what happened
    return (period.start or "", period.end or "~")


def amount_of(claim: Claim, book: Book) -> Amount:
    """A claim's number and ranges in the base unit of its dimension: days are hours, acres are square metres."""
    quantity = claim.quantity
    if quantity.dimension in ("percent", "points") and quantity.qualifier == "exact":
        step = 0.5 if quantity.value == int(quantity.value) else 0.05  # 50 percent is not said for 45
        near = Range(low=quantity.value - step, high=quantity.value + step, high_open=True)
        return Amount(quantity.value, quantity.literal, near, rounded=True)
    factor = book.sizes.get((quantity.dimension, quantity.unit or ""), 1.0)
    rounded = quantity.dimension != "count" or quantity.qualifier != "exact" or _round(quantity.value)
    if factor == 1.0:
        return Amount(quantity.value, quantity.literal, quantity.typical, rounded)
    literal, typical = _times(quantity.literal, factor), _times(quantity.typical, factor)
    return Amount(quantity.value * factor, literal, typical, rounded)


def _round(value: float) -> bool:
    """Whether a bare count may be a rounded one: 600 and 2,900, but not 25 and 2,855."""
    return value >= 100 and value % (10 if value < 1000 else 100) == 0


def _times(range_: Range, factor: float) -> Range:
    return Range(
        low=range_.low * factor, high=range_.high * factor, low_open=range_.low_open, high_open=range_.high_open
    )


@lru_cache(maxsize=65536)
def wording(phrase: str) -> str:
    """The content words of a counted phrase, for comparing."""
    return " ".join(word for word in phrase.casefold().split() if word not in _NOT_TOTAL and not word[:1].isdigit())


# ── levels ────────────────────────────────────────────────────────────────────────────────────


def levels(a: Subject, b: Subject, book: Book, world: World) -> tuple[Level, ...]:
    """How two claims compare in every slot, with the weight of each level."""
    shown = _shown(a, b)
    return tuple(
        _level(field, label, kind, *shown.get(field, (None, None)), book)
        for field, label, kind in labels(a, b, book, world)
    )


def labels(a: Subject, b: Subject, book: Book, world: World) -> Iterator[tuple[str, Label, str]]:
    """Slot after slot how two claims compare; a kind tells apart what the rules weigh differently under one label."""
    left, right = a.slots, b.slots
    value = compare_values(a.amount, b.amount)
    yield "dimension", _equal((left.dimension, left.unit), (right.dimension, right.unit)), ""
    yield "direction", compare_directions(left, right, value), ""
    yield "modality", compare_modality(left.modality, right.modality, value), ""
    elliptic = _elliptic(a, b)
    yield "measure", "unknown" if elliptic else compare_measures(left, right, value, book), elliptic
    yield "noun", compare_nouns(left, right, value, book), ""
    yield "party", compare_parties(left.party, right.party, value), _one_sided(left.party, right.party)
    yield "event", *compare_events(a, b, book, world)
    yield "place", compare_places(a, b, value, book, world), _apart(left, right)
    yield "period", compare_periods(a, b, book), _apart_days(left, right)
    yield (
        "scope",
        "different"
        if _two_days(a, b) or _regional(a, b, value, world)
        else compare_scopes(left.scope, right.scope, value),
        "",
    )
    yield "portion", compare_portions(left.portion, right.portion, value), _second(left, right)
    yield "wording", compare_wording(left.wording, right.wording), "loose" if a.context else ""
    yield "context", compare_contexts(a, b, value), kind_of_pair(a, b, value)
    yield "value", value, few(a.amount, value)
    yield "statement", compare_statements(a, b, value), ""


def _shown(a: Subject, b: Subject) -> dict[str, tuple[str | None, str | None]]:
    """The two sides of each slot as an explanation shows them."""
    fields = ("direction", "modality", "measure", "noun", "party", "event", "place", "scope", "portion", "wording")
    found = {field: (getattr(a.slots, field) or None, getattr(b.slots, field) or None) for field in fields}
    found["dimension"] = (a.slots.unit or a.slots.dimension, b.slots.unit or b.slots.dimension)
    found["period"] = (_period(a.slots.period), _period(b.slots.period))
    found["value"] = (_number(a), _number(b))
    return found


def _level(field: str, label: Label, kind: str, left: str | None, right: str | None, book: Book) -> Level:
    rule = book.rule(field, label, kind)
    return Level(
        field=field,
        label=label,
        left=left,
        right=right,
        weight=rule.weight if rule else 0.0,
        rule=rule.id if rule else "",
    )


def _one_sided(a: str | None, b: str | None) -> str:
    return "one-sided" if (a is None) != (b is None) else ""


def _apart(a: Slots, b: Slots) -> str:
    """Two places that are told, each in its claim's own sentence."""
    return "apart" if a.own_place and b.own_place and a.place and b.place else ""


def telling(subject: Subject) -> tuple[object, ...] | None:
    """What is hardly shared by chance: a measure with a number of three digits that count (613; not 600).

    Of rates and sums two digits do: two articles on an unemployment of 4.9 percent speak of one rate.
    """
    value, slots = subject.amount.value, subject.slots
    digits = len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0"))
    rate = slots.measure is not None and slots.dimension in ("percent", "points", "money")
    return (value, slots.measure, slots.dimension) if digits >= (2 if rate else 3) else None


def few(amount: Amount, value: Label) -> str:
    """The same small number is often shared by chance: one dead, two injured."""
    return "few" if value == "same" and amount.value < _FEW else ""


def _equal(a: object, b: object) -> Label:
    return "same" if a == b else "different"


def _known(a: str | None, b: str | None) -> Label:
    if a is None or b is None:
        return "unknown"
    return "same" if a == b else "different"


def compare_directions(a: Slots, b: Slots, value: Label) -> Label:
    """A level of 12 percent is no rise by 12 percent; "grew by 161,000 jobs" and "161,000 jobs added" are one thing."""
    if a.direction == b.direction:
        return "same"
    told_once = a.direction is None or b.direction is None
    return "unknown" if told_once and value == "same" and a.dimension not in ("percent", "points") else "different"


def compare_modality(a: str, b: str, value: Label) -> Label:
    """What is planned and what is forecast may be one thing; neither is what was."""
    if a == b:
        return "same"
    return "unknown" if "actual" not in (a, b) and value in ("same", "compatible") else "different"


def compare_measures(a: Slots, b: Slots, value: Label, book: Book) -> Label:
    """What happened to the counted; "cost" is what money is where its sentence tells no more."""
    if a.measure and b.measure and value in ("same", "compatible") and book.alike(a.measure, b.measure):
        return "compatible" if a.measure != b.measure else "same"
    if a.dimension == "money" and a.measure != b.measure and "cost" in (a.measure, b.measure):
        return "unknown"
    if (a.measure is None) != (b.measure is None) and value in ("unknown", "different"):
        return "different"
    return _known(a.measure, b.measure)


def _elliptic(a: Subject, b: Subject) -> str:
    """ "Police counted 20,000 demonstrators. The unions spoke of 60,000": the second leaves out what it counts."""
    bare = any(s.slots.measure is None and not s.slots.noun for s in (a, b))
    return "elliptic" if bare and _answers(a, b) else ""


def _answers(a: Subject, b: Subject) -> bool:
    """Whether two named sources give numbers of one kind in one sentence or in two that follow one another."""
    if a.claim.article != b.claim.article or not a.voice or not b.voice or set(a.voice) & set(b.voice):
        return False
    first, second = sorted((a.claim.sentence, b.claim.sentence))
    return second[0] - first[1] <= 2 and a.slots.dimension == b.slots.dimension


def compare_parties(a: str | None, b: str | None, value: Label) -> Label:
    """One side is not the other; and who counts both sides is met by a bare count only where the numbers meet."""
    if BOTH in (a, b) and a != b and value in ("unknown", "different"):
        return "different"
    return _known(a, b)


def compare_values(a: Amount, b: Amount) -> Label:
    """Same up to rounding, meeting as read (compatible), of one size (unknown) or far apart (different)."""
    if same_number(a, b):
        return "same"
    if a.typical.meets(b.typical):
        return "compatible"
    small, large = sorted((abs(a.value), abs(b.value)))
    return "different" if large > _FAR * max(small, 1e-9) else "unknown"


def same_number(a: Amount, b: Amount) -> bool:
    """The same number, or one is the other rounded: 44 days are six weeks, 1.845 trillion are 1.8."""
    if a.value == b.value:
        return True
    return _rounds_to(a, b) or _rounds_to(b, a)


def _rounds_to(fine: Amount, coarse: Amount) -> bool:
    """Whether the coarse number is read as a range around it, and the fine one lies in it."""
    read = coarse.typical
    return coarse.rounded and read.low < coarse.value < read.high and read.low <= fine.value <= read.high


def compare_nouns(a: Slots, b: Slots, value: Label, book: Book) -> Label:
    """Whether two counted nouns can stand for the same people or things."""
    if not a.noun or not b.noun or a.dimension == "duration":
        return "unknown"
    if a.noun == b.noun:
        return "same"
    if a.noun_class == b.noun_class:
        return "same" if a.noun_class == "person" else "compatible"
    if book.told_apart(a.noun_class, b.noun_class):
        return "different"
    if book.holds(a.noun_class, b.noun_class) or book.holds(b.noun_class, a.noun_class):
        return "compatible" if value in ("same", "compatible") else "different"
    return "compatible" if value == "same" and _kin(a.noun_class, b.noun_class, book) else "different"


def _kin(a: str, b: str, book: Book) -> bool:
    """Whether two classes hang under one: twenty children and twenty pupils, seventy soldiers and seventy men."""
    return bool(book.parents.get(a)) and book.top(a) == book.top(b)


def compare_events(a: Subject, b: Subject, book: Book, world: World) -> tuple[Label, str]:
    """The same event, perhaps the same one (compatible, and by what), unknown or different."""
    left, right = a.slots, b.slots
    if left.event is None or right.event is None:
        return "unknown", ""
    if left.event == right.event:
        return "same", ""
    if named(left.event) and named(right.event):
        return ("compatible", "nested") if nested(a, b, book) else ("different", "")
    if fits(left, right.event, book, world) or fits(right, left.event, book, world):
        return "compatible", "known"
    if world.compare(left.place, right.place) == "same" and compare_days(left.period, right.period) == "same":
        return "compatible", "spot"
    if a.series is not None and a.series == b.series:
        return "compatible", "series"
    if telling(a) is not None and telling(a) == telling(b):
        return "compatible", "number"
    likeness = world.likeness(left.event, right.event)
    return ("different", "") if likeness is None else ("compatible", "near" if likeness > _NEAR else "far")


def nested(a: Subject, b: Subject, book: Book) -> bool:
    """Whether one known event lies in the other, between the same parties, and the numbers are of one size.

    "750,000 displaced by the war", "one million by the conflict": the texts leave open whether they mean one count.
    """
    x, y = a.slots.event or "", b.slots.event or ""
    small, large = sorted((abs(a.amount.value), abs(b.amount.value)))
    return (x in book.around.get(y, ()) or y in book.around.get(x, ())) and large <= 2 * small


def fits(slots: Slots, event: str, book: Book, world: World) -> bool:
    """Whether a claim without a named event is of the time of a known one, and of its parties or places."""
    known = book.events.get(event)
    if known is None or slots.period is None or slots.event is None or named(slots.event):
        return False
    if not known.start or compare_days(slots.period, (known.start, known.end or "~")) == "different":
        return False
    where = any(world.compare(slots.place, place) in ("same", "compatible") for place in listed(known.places))
    return where or slots.party in listed(known.parties)


def named(event: str) -> bool:
    """Whether an event key is that of an event that the rules name."""
    return not event.startswith("~")


def compare_places(a: Subject, b: Subject, value: Label, book: Book, world: World) -> Label:
    """How two places compare; in a known war they count more than in news, where each article names another spot."""
    label = world.compare(a.slots.place, b.slots.place)
    if label == "different" and not (a.slots.own_place and b.slots.own_place):
        return "unknown"
    event = a.slots.event
    if event is not None and book.lasts(event):  # a town's count is a part of the land's, unless the numbers meet
        return "different" if label == "compatible" and value in ("unknown", "different") else label
    one_story = event == b.slots.event and a.claim.article != b.claim.article
    return "unknown" if label == "different" and one_story else label


def compare_days(a: Days | None, b: Days | None) -> Label:
    """The same days, overlapping ones (compatible), unknown or different."""
    if a is None or b is None:
        return "unknown"
    if a == b:
        return "same"
    return "compatible" if a[0] <= b[1] and b[0] <= a[1] else "different"


def compare_periods(a: Subject, b: Subject, book: Book) -> Label:
    """How two periods compare; of one story, two days close to each other may be the event's and the count's."""
    label = compare_days(a.slots.period, b.slots.period)
    story = a.slots.event == b.slots.event and not book.lasts(a.slots.event or "")
    if label != "different" or not story or a.claim.article == b.claim.article:
        return label
    counted = told_on_the_day(a) or told_on_the_day(b)
    return "unknown" if _days_apart(a.slots, b.slots) <= (7 if counted else 1) else label


def told_on_the_day(subject: Subject) -> bool:
    """A toll whose day is that of its article: "the death toll climbed to 137 on Thursday"."""
    scope, period = subject.claim.description.scope, subject.slots.period
    return scope is not None and scope.value == "cumulative" and period is not None and period == (subject.day,) * 2


def _days_apart(a: Slots, b: Slots) -> float:
    """Days between two periods of one day each."""
    if a.period is None or b.period is None or a.period[0] != a.period[1] or b.period[0] != b.period[1]:
        return inf
    return abs((date.fromisoformat(a.period[0]) - date.fromisoformat(b.period[0])).days)


def _apart_days(a: Slots, b: Slots) -> str:
    return "apart" if a.period and b.period else ""


def compare_scopes(a: str | None, b: str | None, value: Label) -> Label:
    """A day's or a village's count is not what a bare count is, unless the numbers meet."""
    if a == b:
        return "same" if a else "unknown"
    if a and b:
        return "different"
    return "unknown" if (a or b) in _EXTENT or value in ("same", "compatible") else "different"


def _two_days(a: Subject, b: Subject) -> bool:
    """A day's count of Monday is no day's count of Tuesday."""
    return a.slots.scope == b.slots.scope == "daily" and a.day is not None and b.day is not None and a.day != b.day


def _regional(a: Subject, b: Subject, value: Label, world: World) -> bool:
    """ "231 died in the state of Kerala", "nationwide 993": a region's count is not the country's, unless they meet."""
    wide, other = (a, b) if a.slots.scope == "nationwide" else (b, a)
    if wide.slots.scope != "nationwide" or other.slots.scope is not None or value in ("same", "compatible"):
        return False
    return other.slots.own_place and other.slots.place is not None and not world.is_land(other.slots.place)


def compare_portions(a: str | None, b: str | None, value: Label) -> Label:
    """A part is not the whole, though another article may give the part without saying of what."""
    if a == b:
        return "same"
    return "unknown" if value == "same" else "different"


def _second(a: Slots, b: Slots) -> str:
    """One of them is an article's second number: its first one is rather what the other article's number is."""
    return "second" if (a.portion == "other") != (b.portion == "other") else ""


def compare_wording(a: str, b: str) -> Label:
    """How alike two counted phrases are; for phrases that passed the gate."""
    if not a or not b:
        return "unknown"
    alike = _ratio(a, b) if a <= b else _ratio(b, a)
    return "same" if alike >= _ALIKE else "different" if alike < 40 else "unknown"


@lru_cache(maxsize=65536)
def _ratio(a: str, b: str) -> float:
    return fuzz.token_set_ratio(a, b)


def compare_contexts(a: Subject, b: Subject, value: Label) -> Label:
    """How much the sentences of two loosely told numbers have in common; "spent $6 million" alone is no figure."""
    if a.context is None or b.context is None:
        return "same"
    if a.claim.sentence == b.claim.sentence and a.claim.article == b.claim.article:
        return "same" if a.voice and b.voice and a.voice != b.voice else "unknown"
    if _answers(a, b) and (a.slots.measure == b.slots.measure is not None or _elliptic(a, b)):
        return "same"
    if a.claim.article == b.claim.article and a.kind == b.kind and value not in ("same", "compatible"):
        return "unknown"  # "14 years on the line … a 13-year Carrier worker": one article tells of two things
    shared = len(a.context & b.context)
    share = shared / max(4, min(len(a.context), len(b.context)))
    if share >= 0.5:
        return "same"
    if share >= 0.3 and shared >= 2:
        return "compatible"
    return "unknown" if shared >= 2 or value in ("same", "compatible") else "different"


def kind_of_pair(a: Subject, b: Subject, value: Label) -> str:
    """Where numbers do not meet, sentences must be alike; so must those of lengths of time that no named event has."""
    timeless = a.slots.dimension != "duration" or (a.slots.event == b.slots.event and named(a.slots.event or "~"))
    return "" if value in ("same", "compatible") and timeless else "apart"


def compare_statements(a: Subject, b: Subject, value: Label) -> Label:
    """Whether one voice gives both numbers of one article, and so means two things by them."""
    if a.claim.article != b.claim.article:
        return "same"
    if _links(a.claim, b.claim) or _links(b.claim, a.claim):
        return "different"
    if not same_voice(a.voice, b.voice) or any((a.revised, b.revised, a.earlier, b.earlier)):
        return "same"
    if a.claim.sentence == b.claim.sentence:
        return "different"
    if value in ("same", "compatible"):
        return "same"
    # "40 dead" over a text that counts 42 is one figure; so are two sentences that count the same thing in the same
    # words. Else an article that gives two numbers in its own voice means two things.
    one_spot = a.slots.own_place == b.slots.own_place
    reworded = compare_wording(a.slots.wording, b.slots.wording) == "same" and one_spot and _close(a, b)
    told_twice = a.kind != b.kind or reworded
    return "unknown" if told_twice else "different"


def same_voice(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two voices of one article are one: "Choi Seong-beom" is "Choi" further on."""
    if len(a) != len(b):
        return False
    return all(
        x == y or set(x.split()) <= set(y.split()) or set(y.split()) <= set(x.split())
        for x, y in zip(a, b, strict=True)
    )


def _links(part: Claim, whole: Claim) -> bool:
    starts = (whole.quantity.start, whole.quantity.number[0])
    return any(link.whole in starts for link in part.description.part_of)


def _close(a: Subject, b: Subject) -> bool:
    small, large = sorted((abs(a.amount.value), abs(b.amount.value)))
    return large <= 1.25 * small


@lru_cache(maxsize=65536)
def _spelt_alike(a: str, b: str) -> bool:
    return len(a) > 5 and len(b) > 5 and a[:2] == b[:2] and fuzz.ratio(a, b) >= 88


def _period(period: Days | None) -> str | None:
    return None if period is None else f"{period[0]}..{period[1].replace('~', '')}"


def _number(subject: Subject) -> str:
    quantity = subject.claim.quantity
    return f"{quantity.qualifier} {quantity.value:,.10g}" + (f" {quantity.unit}" if quantity.unit else "")
