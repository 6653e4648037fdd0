"""Two claims of one figure in, their relation out: update, agree, compatible, diverge or contradict, with reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from claimcheck.records import Article, Relation, RelationKind
from claimcheck.rules import Rules
from claimcheck.rules.matching import RelationRule
from claimcheck.slots import (
    Amount,
    Book,
    Label,
    Subject,
    World,
    compare_values,
    labels_of_slots,
    same_number,
    shown,
)
from claimcheck.stages.compare.together import Together, day_of

_LOOSE = frozenset({"about", "vague", "nearly"})
_UNSURE = frozenset({"estimated", "feared", "presumed", "unconfirmed"})
_FIGHTERS = frozenset({"soldier", "combatant"})
_TOLLS = frozenset({"count", "money"})
_SHORT = 3  # days: a period that only tells the day of the event
_OLD = 60  # days after which an event is over and its count no longer runs


class Pair(Struct, frozen=True, dict=True):
    """Two claims of one figure, with what tells how they stand to each other."""

    a: Subject
    b: Subject
    labels: Mapping[str, Label]  # by slot
    day_a: str | None
    day_b: str | None
    news: bool  # of one happening that does not last: not of a war
    grows: bool  # one article gives both, and its words tell that the count changed
    guess: bool  # one of them is an estimate, or feared, or presumed
    stays: bool  # the earlier number is given after the later one too
    two_wholes: bool  # nine of 72 and six of 19
    one_crowd: bool  # two words for one crowd: 52 workers, 52 people

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """The names of the doubts that hold for the pair, in the order of the slots."""
        return tuple(name for name, holds in _doubts(self) if holds)


class Words:
    """The sentences of rules/relations.toml, filled in."""

    def __init__(self, rules: Rules) -> None:
        self._rules = {rule.name: rule for rule in rules.pack("relations", RelationRule)}

    def limit(self, name: str) -> float:
        """The limit that a rule sets."""
        return self._rules[name].limit if name in self._rules else 0.0

    def cue(self, name: str, text: str) -> bool:
        """Whether a text has one of the words of a rule."""
        rule = self._rules.get(name)
        low = text.casefold()
        return rule is not None and any(re.search(rf"\b{re.escape(word)}\b", low) for word in rule.words)

    def has(self, name: str, word: str) -> bool:
        """Whether a word is one of a rule's."""
        return name in self._rules and word in self._rules[name].words

    def says(self, name: str, filled: Mapping[str, str]) -> str:
        """A rule's sentence with its names filled in."""
        known = self._rules.get(name)
        return known.says.format_map(filled if isinstance(filled, _Open) else _Open(filled)) if known else name

    def id(self, name: str) -> str:
        """The id of a rule."""
        return self._rules[name].id if name in self._rules else ""


class _Open(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "unsaid"


def relate(
    a: Subject,
    b: Subject,
    told: Together,
    articles: Mapping[str, Article],
    book: Book,
    world: World,
    words: Words,
) -> Relation | None:
    """How two claims of one figure stand to each other; None: nothing can be said (both are denied)."""
    pair = _pair(a, b, told, articles, book, world, words)
    decided = _decide(pair, words)
    if decided is None:
        return None
    kind, name = decided
    denier_last = pair.b.denied  # the sentence names who denies before who states
    filled = fill(*((pair.b, pair.a) if denier_last else (pair.a, pair.b)), articles)
    filled.update(when_a=pair.day_a or "an unknown day", when_b=pair.day_b or "an unknown day")
    doubts = pair.doubts if kind in ("diverge", "contradict") else ()
    return Relation(
        a=pair.a.claim.id,
        b=pair.b.claim.id,
        kind=kind,
        reasons=(words.says(name, filled), *_shared(pair)),
        rules=(words.id(name),),
        doubts=tuple(words.says(doubt, filled) for doubt in doubts),
    )


def _pair(
    a: Subject,
    b: Subject,
    told: Together,
    articles: Mapping[str, Article],
    book: Book,
    world: World,
    words: Words,
) -> Pair:
    """The pair in the order of time, then of article and offset, so that an update reads from old to new."""
    first, second = sorted((a, b), key=lambda s: (day_of(s, articles) or "", s.claim.article, s.claim.quantity.start))
    if second.earlier or first.revised:
        first, second = second, first  # "40, up from 38"
    grows = _grows(first, second, articles, words)
    if _stood_later(second, first):
        first, second = second, first
    elif grows and first.amount.value > second.amount.value and not (first.earlier or second.revised):
        first, second = second, first  # a live page tells the last count first
    days = day_of(first, articles), day_of(second, articles)
    value = compare_values(first.amount, second.amount)
    return Pair(
        a=first,
        b=second,
        labels={field: label for field, label, _ in labels_of_slots(first, second, value, book, world)},
        day_a=days[0],
        day_b=days[1],
        news=first.slots.event is not None and not book.lasts(first.slots.event),
        grows=grows,
        guess=any(_guessed(subject, articles, words) for subject in (first, second)),
        stays=told.still_given(first, days[0], second, days[1]),
        two_wholes=told.of_two_wholes(first, second),
        one_crowd=told.one_crowd(first, second) or _headlined(first, second),
    )


def _headlined(a: Subject, b: Subject) -> bool:
    """Whether a headline leaves out who they are that the text counts: "12 dead in mine", "killed 15 miners"."""
    return a.claim.article == b.claim.article and "headline" in (a.kind, b.kind) and a.kind != b.kind


def _grows(a: Subject, b: Subject, articles: Mapping[str, Article], words: Words) -> bool:
    """Whether one article gives two counts of people and a sentence of theirs tells of a new one: "49 are now dead"."""
    if a.claim.article != b.claim.article or a.slots.dimension != "count" or same_number(a.amount, b.amount):
        return False
    text = articles[a.claim.article].text
    return any(words.cue("revised", text[slice(*subject.claim.sentence)]) for subject in (a, b))


def _guessed(subject: Subject, articles: Mapping[str, Article], words: Words) -> bool:
    """Whether a number is an estimate, or feared: "put the toll at 40" is none, though it is told in the same way."""
    told, who = subject.claim.description.status, subject.claim.attribution
    if told is not None and told.value in _UNSURE:
        return True
    cue = articles[subject.claim.article].text[slice(*who.cue)] if who else ""
    return who is not None and who.manner == "estimates" and words.cue("doubt-estimate", cue)


def _decide(pair: Pair, words: Words) -> tuple[RelationKind, str] | None:
    """The first relation that holds, and the rule that says so."""
    a, b = pair.a, pair.b
    if a.denied or b.denied:
        return _denial(a, b)
    if (agrees := _agreement(a, b, words.limit("rounded"))) is not None:
        return ("agree", agrees)
    meet = a.amount.typical.meets(b.amount.typical)
    if (update := _update(pair, words, meet)) is not None:
        return ("update", update)
    if meet and _literal(a.amount, b.amount):
        return ("compatible", "ranges-meet")
    if _literal(a.amount, b.amount):
        return ("diverge", "read-apart")
    return ("diverge", "scope-open") if blocking(pair) else ("contradict", "cannot-both")


def _denial(a: Subject, b: Subject) -> tuple[RelationKind, str] | None:
    """A denial speaks of the number that somebody else states, or of none that is compared here.

    Who denies 600 and gives 250 does not gainsay itself, nor is the 250 the later count of the two.
    """
    if a.denied == b.denied or a.voice == b.voice:
        return None
    name = "denied" if (a if a.denied else b).voice else "called-untrue"
    return ("contradict", name) if a.amount.literal.meets(b.amount.literal) or _near(a, b) else None


def _near(a: Subject, b: Subject) -> bool:
    return same_number(a.amount, b.amount)


def _literal(a: Amount, b: Amount) -> bool:
    """Whether both can be true to the letter; a rounded number is not held to its last digit."""
    return a.literal.meets(b.literal) or a.typical.meets(b.literal) or b.typical.meets(a.literal)


def _agreement(a: Subject, b: Subject, near: float) -> str | None:
    """The rule by which two numbers are one, or None."""
    x, y = a.claim.quantity, b.claim.quantity
    if a.amount.value == b.amount.value:
        return None if {x.qualifier, y.qualifier} in _OPPOSED else "same-number"
    if "vague" in (x.qualifier, y.qualifier):
        return None
    return "rounded" if same_number(a.amount, b.amount) or _rounded_up(a, b, near) or _rounded_up(b, a, near) else None


def _rounded_up(fine: Subject, coarse: Subject, near: float) -> bool:
    """Whether a number is the one that another is nearly: 117,700 acres are nearly 48,000 hectares."""
    below = coarse.amount.value - fine.amount.value
    plain = fine.claim.quantity.qualifier in ("exact", "about")
    return plain and coarse.claim.quantity.qualifier == "nearly" and 0 <= below <= near * coarse.amount.value


_OPPOSED = ({"more_than", "less_than"}, {"at_least", "less_than"}, {"more_than", "at_most"})


def _update(pair: Pair, words: Words, meet: bool) -> str | None:
    """The rule by which the later number takes the place of the earlier one, or None."""
    a, b = pair.a, pair.b
    if pair.grows or _revision(a, b):
        return "revised"
    if a.slots.dimension not in _TOLLS:
        return None
    if _stood_later(a, b):
        return "stood-later"
    if meet and _LOOSE & {a.claim.quantity.qualifier, b.claim.quantity.qualifier}:
        return None
    if pair.day_a is None or pair.day_b is None or pair.day_a == pair.day_b:
        return None
    if a.claim.description.as_of and b.claim.description.as_of:
        return "as-of"
    if set(a.voice) & set(b.voice):
        return "same-source-later"
    runs = not pair.stays and _running(pair, words.limit("running-count"))
    falls = words.has("running-count", a.slots.measure or "")
    return "running-count" if runs and (falls or _rises(a.amount, b.amount)) else None


def _revision(old: Subject, new: Subject) -> bool:
    """Whether the text gives one as the other's successor: in one article, or by one source."""
    tied = old.claim.article == new.claim.article or bool(set(old.voice) & set(new.voice))
    return tied and (old.earlier != new.earlier or old.revised != new.revised)


def _stood_later(old: Subject, new: Subject) -> bool:
    """Whether one article gives the count of a day, and a higher running count of a later day."""
    scope, as_of, period = new.claim.description.scope, new.claim.description.as_of, old.slots.period
    if old.claim.article != new.claim.article or scope is None or scope.value != "cumulative":
        return False
    if as_of is None or period is None or new.slots.period not in (None, period):
        return False
    return period[1] < as_of.value[:10] and new.amount.value > old.amount.value


def _running(pair: Pair, limit: float) -> bool:
    """Whether both days are close to each other and to the event: the count was still being made."""
    if pair.day_a is None or pair.day_b is None or _apart(pair.day_a, pair.day_b) > limit:
        return False
    for subject, day in ((pair.a, pair.day_a), (pair.b, pair.day_b)):
        period = subject.slots.period
        if period is not None and period[1] != "~" and _apart(period[1], day) > limit:
            return False
    return pair.news or any(s.slots.period is not None for s in (pair.a, pair.b))


def _apart(a: str, b: str) -> int:
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)


def _rises(earlier: Amount, later: Amount) -> bool:
    return later.value > earlier.value or later.literal.high > earlier.literal.high


# ── what is left open ─────────────────────────────────────────────────────────────────────────


def blocking(pair: Pair) -> bool:
    """Whether the texts leave open that the two claims count the same thing, at the same time, in the same scope."""
    return not _HARMLESS.issuperset(pair.doubts)


_HARMLESS = frozenset({"doubt-rounding"})


def _doubts(pair: Pair) -> Iterable[tuple[str, bool]]:
    at = pair.labels
    yield "doubt-measure", at["measure"] == "unknown"
    yield "doubt-noun", at["noun"] in ("compatible", "unknown") and not pair.one_crowd
    yield "doubt-party", _one_sided(pair, "party") and not _of_no_side(pair)
    yield "doubt-event", at["event"] in ("compatible", "unknown")
    yield "doubt-place", _places_differ(pair)
    yield "doubt-period", _times_differ(pair)
    yield "doubt-scope", _one_sided(pair, "scope")
    yield "doubt-whole", pair.two_wholes
    yield "doubt-wording", at["wording"] == "different" and not (pair.one_crowd or at["noun"] == "same")
    yield "doubt-estimate", pair.guess
    yield from _time_doubts(pair)
    yield "doubt-one-voice", _one_text(pair)
    yield "doubt-one-source", _one_source(pair)
    yield "doubt-sum", pair.a.slots.dimension == "money" and pair.a.claim.article == pair.b.claim.article
    yield "doubt-rounding", any(_coarse(subject.amount) for subject in (pair.a, pair.b))


def _of_no_side(pair: Pair) -> bool:
    """Whether it goes without saying whose people died: in a fire in Dhaka, not in a fight of soldiers."""
    return pair.news and not any(subject.slots.noun_class in _FIGHTERS for subject in (pair.a, pair.b))


def _places_differ(pair: Pair) -> bool:
    """Whether the two may cover different places; of a happening in the news, what is carried on narrows no count."""
    label = pair.labels["place"]
    if label == "compatible" and pair.news:
        return pair.a.slots.own_place and pair.b.slots.own_place
    return label in ("compatible", "different") or _one_sided(pair, "place")


def _times_differ(pair: Pair) -> bool:
    """Whether the two may cover different times; of a happening in the news, one text need not tell its day."""
    periods = (pair.a.slots.period, pair.b.slots.period)
    if pair.news and None in periods:
        return any(period is not None and not _brief(period) for period in periods)
    return pair.labels["period"] == "compatible" or periods[0] != periods[1]


def _brief(period: tuple[str, str]) -> bool:
    first, last = period
    return bool(first) and last != "~" and _apart(first, last) < _SHORT


def _one_text(pair: Pair) -> bool:
    """One article's two numbers, neither in the headline, that are not given by two named sources."""
    a, b = pair.a, pair.b
    two_sources = bool(a.voice and b.voice) and not set(a.voice) & set(b.voice)
    return a.claim.article == b.claim.article and a.kind == b.kind and not two_sources


def _one_source(pair: Pair) -> bool:
    """One source that gives two numbers on one day rather means two things than contradicts itself."""
    shared = set(pair.a.voice) & set(pair.b.voice)
    return pair.a.claim.article != pair.b.claim.article and bool(shared)


def _time_doubts(pair: Pair) -> Iterable[tuple[str, bool]]:
    """A running count is another one on another day."""
    if pair.stays or pair.a.claim.article == pair.b.claim.article:
        return
    over = all(_over(subject, day) for subject, day in ((pair.a, pair.day_a), (pair.b, pair.day_b)))
    unknown = pair.day_a is None or pair.day_b is None
    yield "doubt-date", not over and unknown
    yield "doubt-days", not over and not unknown and pair.day_a != pair.day_b


def _over(subject: Subject, day: str | None) -> bool:
    """Whether the event was long over when the count was given."""
    period = subject.slots.period
    return bool(period and day and period[1] != "~" and day > period[1] and _apart(period[1], day) > _OLD)


def _one_sided(pair: Pair, field: str) -> bool:
    if pair.labels[field] != "unknown":
        return False
    return (shown(pair.a, field) is None) != (shown(pair.b, field) is None)


def _coarse(amount: Amount) -> bool:
    return amount.typical.low < amount.value < amount.typical.high


# ── reasons ───────────────────────────────────────────────────────────────────────────────────


def fill(a: Subject, b: Subject, articles: Mapping[str, Article]) -> Filled:
    """What the sentences of the rules may name."""
    return Filled(a, b, articles)


class Filled(_Open):
    """The names in a rule's sentence with what stands for them: {who_a} is who gives the first number."""

    def __init__(self, a: Subject, b: Subject, articles: Mapping[str, Article]) -> None:
        super().__init__(noun=a.slots.noun or "those")
        self._sides = {"a": a, "b": b}
        self._articles = articles

    def __missing__(self, key: str) -> str:
        field, _, letter = key.rpartition("_")
        subject = self._sides.get(letter)
        if subject is None:
            return super().__missing__(key)
        return _told(field, subject, self._articles[subject.claim.article])


def _told(field: str, subject: Subject, article: Article) -> str:
    """What a sentence says of one of two claims: "" is its number as worded."""
    claim, slots = subject.claim, subject.slots
    if field == "":
        return " ".join(article.text[claim.quantity.start : claim.quantity.end].split())
    if field == "who":
        return " and ".join(subject.voice) or article.outlet or article.name
    if field in ("object", "noun"):
        return " ".join(claim.description.object.split()) or "unsaid"
    if field == "period":
        return _days(slots.period)
    if field in ("measure", "party", "place", "scope"):
        told = shown(subject, field) or "unsaid"
        return told.replace("_", " ") if field in ("measure", "scope") else told
    return "unsaid"


def _days(period: tuple[str, str] | None) -> str:
    if period is None:
        return "unsaid"
    first, last = period[0], period[1].replace("~", "")
    return first if first == last else f"{first or '…'} to {last or '…'}"


def _shared(pair: Pair) -> list[str]:
    """The slots that the two claims share, in one sentence."""
    named_slots = ("measure", "noun", "party", "event", "place", "period", "scope")
    same = [
        f"{field} {told.lstrip('~')}"
        for field in named_slots
        if pair.labels[field] == "same" and (told := shown(pair.a, field))
    ]
    return [f"both have {', '.join(same)}"] if same else []
