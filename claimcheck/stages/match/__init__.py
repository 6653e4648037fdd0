"""Claims in, figures out: which claims are about the same quantity. Leaves who is right to nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, get_type_hints

import msgspec

from claimcheck.memory import uncollected
from claimcheck.records import Article, Claim, Comparison, Figure, Reading
from claimcheck.rules import Rules
from claimcheck.slots import (
    Book,
    Subject,
    World,
    in_one_unit,
    levels,
    world_of,
)
from claimcheck.stages.match.allies import as_one_side, as_their_side
from claimcheck.stages.match.articles import subjects_of_article
from claimcheck.stages.match.episodes import episodes
from claimcheck.stages.match.events import Told, events
from claimcheck.stages.match.grouping import group
from claimcheck.stages.match.origins import origins
from claimcheck.stages.match.otherwords import in_other_words
from claimcheck.stages.match.separate import as_late, opened_on
from claimcheck.stages.match.titles import Titles, event_of, slug
from claimcheck.workers import slices, spread

_SHARE = 250  # whose claims' slots one process reads at a time
_PEOPLE = "person"
_TELLING = 10  # from which a number is not shared by chance
_Unclaimed = tuple[Any, ...]  # a subject without its claim
_UNCLAIMED: Any = tuple.__class_getitem__(tuple(get_type_hints(Subject).values())[1:])  # the same, field by field
_ALIKE = [Subject._fields.index(name) - 1 for name in "amount traits kinds day recalled story number".split()]


@uncollected()
def match(readings: Sequence[Reading], rules: Rules) -> tuple[Figure, ...]:
    """The figures that the claims of all articles are about; every claim is in exactly one."""
    book = rules.once(Book)
    told, world = _events(readings, book, rules)
    subjects = sorted(_all_subjects(readings, told, book, world), key=lambda s: _order(s.claim))
    articles = {reading.article.name: reading.article for reading in readings}
    titles = Titles(rules, subjects, articles)

    def tell(numbers: Sequence[int]) -> Figure:
        return _figure([subjects[n] for n in numbers], titles, articles)

    return tuple(sorted(_told_apart(group(subjects, book, world, tell)), key=lambda figure: figure.id))


def _figure(members: Sequence[Subject], titles: Titles, articles: Mapping[str, Article]) -> Figure:
    event = event_of(members)
    return Figure(
        id=slug(members, event),
        title=titles.of(members, event),
        claims=tuple(subject.claim.id for subject in members),
        origins=origins(members, articles),
        event=event,
        loose=tuple(s.claim.id for s in members if s.slots.event != event),
    )


def _told_apart(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, those of one meaning numbered."""
    taken: Counter[str] = Counter()
    for figure in figures:
        taken[figure.id] += 1
        n = taken[figure.id]
        yield figure if n == 1 else msgspec.structs.replace(figure, id=f"{figure.id}-{n}")


def explain(left: Claim, right: Claim, readings: Sequence[Reading], rules: Rules) -> Comparison:
    """How two claims compare, slot by slot, whether or not they were put together."""
    return explainer(readings, rules)(left, right)


def explainer(readings: Sequence[Reading], rules: Rules) -> Callable[[Claim, Claim], Comparison]:
    """A function that explains pairs of these readings' claims; for many pairs at once."""
    book = rules.once(Book)
    told, world = _events(readings, book, rules)
    subjects = {subject.claim.id: subject for subject in _all_subjects(readings, told, book, world)}

    needed = book.weight("join", "level")

    def compared(left: Claim, right: Claim) -> Comparison:
        found = levels(subjects[left.id], subjects[right.id], book, world)
        blocked = next((level.field for level in found if book.blocks(level)), None)
        return Comparison(left=left.id, right=right.id, levels=found, blocked_by=blocked, needed=needed)

    return compared


def _events(readings: Sequence[Reading], book: Book, rules: Rules) -> tuple[Told, World]:
    """The events of the claims, and what the articles tell of places and of events that may be one."""
    told = events(readings, book, rules)
    world = world_of(readings, rules, told.near)
    return told._replace(keys=episodes(told.keys, readings, rules, world)), world


def _all_subjects(readings: Sequence[Reading], told: Told, book: Book, world: World) -> list[Subject]:
    """The claims of all articles with their slots, and with what these tell of each other's words."""
    opened = opened_on(readings, told.keys)

    def told_by(share: Sequence[Reading]) -> list[_Unclaimed]:
        """What a share of articles tells, without its claims: all processes have those."""
        return [subject[1:] for reading in share for subject in subjects_of_article(reading, told, book, world, opened)]

    shares = spread(told_by, slices(readings, _SHARE), list[_UNCLAIMED])
    claims = (claim for reading in readings for claim in reading.claims)
    unclaimed = _sharing(chain.from_iterable(shares))
    subjects = [Subject(claim, *told) for claim, told in zip(claims, unclaimed, strict=True)]
    texts = {reading.article.name: reading.article.text for reading in readings}
    found = in_one_unit(subjects, texts, lambda subject: subject.story or subject.claim.article, book)
    return in_other_words(as_their_side(as_one_side(_as_others_count(as_late(found), book), book), book), book)


def _as_others_count(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """The subjects, an article's second number no part of its first where another article gives it as all there is.

    "Two days of attacks killed 25: four on Tuesday, and 21 on Wednesday", and "a strike on Wednesday killed 21".
    """
    crowd = book.words("noun", "compatible-crowd")

    def counted(subject: Subject) -> tuple[object, ...]:
        slots = subject.slots
        told = (slots.event, slots.measure, slots.dimension, slots.unit, slots.modality, slots.scope)
        return (*told, _PEOPLE if slots.noun_class in crowd else slots.noun_class, subject.amount.value)

    others = {subject.amount.value for subject in subjects if subject.slots.portion == "other"}
    asked = {value for value in others if value >= _TELLING}
    by_whom: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for subject in subjects:
        if subject.slots.portion is None and subject.amount.value in asked:
            by_whom[counted(subject)].add(subject.claim.article)

    def told_alone(subject: Subject) -> bool:
        return subject.slots.portion == "other" and bool(by_whom.get(counted(subject), set()) - {subject.claim.article})

    return [subject.with_slots(portion=None) if told_alone(subject) else subject for subject in subjects]


def _sharing(subjects: Iterable[_Unclaimed]) -> Iterator[Sequence[Any]]:
    """The subjects, those with equal amounts and the like with the same ones: another process sends each its own."""
    kept: dict[object, Any] = {}
    for subject in subjects:
        fields = [*subject]
        for n in _ALIKE:
            fields[n] = kept.setdefault(fields[n], fields[n])
        yield fields


def _order(claim: Claim) -> tuple[str, int, int]:
    return (claim.article, claim.quantity.start, claim.quantity.end)
