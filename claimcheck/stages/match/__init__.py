"""Claims in, figures out: which claims are about the same quantity. Leaves who is right to nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, get_type_hints

import msgspec

from claimcheck.memory import uncollected
from claimcheck.records import Article, Claim, Comparison, Figure, Reading
from claimcheck.rules import Rules
from claimcheck.slots import (
    BOTH,
    FIGHTERS,
    MEET,
    Book,
    Slots,
    Subject,
    World,
    bound_one,
    compare_days,
    compare_values,
    digits,
    its_own_land,
    levels,
    same_voice,
    subject_of,
    vaguely_one,
    world_of,
)
from claimcheck.stages.match.again import gives_twice, told_again
from claimcheck.stages.match.allies import as_one_side
from claimcheck.stages.match.episodes import episodes
from claimcheck.stages.match.events import Told, events
from claimcheck.stages.match.grouping import group
from claimcheck.stages.match.origins import origins
from claimcheck.stages.match.otherwords import in_other_words
from claimcheck.stages.match.separate import of_its_news, of_several, on_spots, opened_on
from claimcheck.stages.match.titles import Titles, event_of, slug
from claimcheck.workers import slices, spread

_SHARE = 250  # whose claims' slots one process reads at a time
_RARE, _MANY = 3, 1000  # digits of a count, and how many, that no two happenings of a war share
_PEOPLE = "person"
_UNSIDED = (None, BOTH)
_FIGURE_BEFORE = "M90"  # the rule by which a number is one for the figure told before
_FAR_BELOW = 4  # times that a toll is larger than another one of its article, which is a part of it
_TELLING = 10  # from which a number is not shared by chance
_FIRSTS = 20  # numbers of one article for one thing that a later one is held against; sentences that give a number

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
        id=slug(members),
        title=titles.of(members),
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
        return [subject[1:] for reading in share for subject in _subjects(reading, told, book, world, opened)]

    shares = spread(told_by, slices(readings, _SHARE), list[_UNCLAIMED])
    claims = (claim for reading in readings for claim in reading.claims)
    unclaimed = _sharing(chain.from_iterable(shares))
    found = [Subject(claim, *told) for claim, told in zip(claims, unclaimed, strict=True)]
    return in_other_words(as_one_side(_as_others_count(found, book), book), book)


def _as_others_count(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """The subjects, an article's second number no part of its first where another article gives it as all there is.

    "Two days of attacks killed 25: four on Tuesday, and 21 on Wednesday", and "a strike on Wednesday killed 21".
    """
    crowd = book.words("noun", "compatible-crowd")

    def counted(subject: Subject) -> tuple[object, ...]:
        slots = subject.slots
        told = (slots.event, slots.measure, slots.dimension, slots.unit, slots.modality, slots.scope)
        return (*told, _PEOPLE if slots.noun_class in crowd else slots.noun_class, subject.amount.value)

    by_whom: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for subject in subjects:
        if subject.slots.portion is None and subject.amount.value >= _TELLING:
            by_whom[counted(subject)].add(subject.claim.article)

    def told_alone(subject: Subject) -> bool:
        return subject.slots.portion == "other" and bool(by_whom.get(counted(subject), set()) - {subject.claim.article})

    return [
        subject._replace(slots=msgspec.structs.replace(subject.slots, portion=None)) if told_alone(subject) else subject
        for subject in subjects
    ]


def _sharing(subjects: Iterable[_Unclaimed]) -> Iterator[Sequence[Any]]:
    """The subjects, those with equal amounts and the like with the same ones: another process sends each its own."""
    kept: dict[object, Any] = {}
    for subject in subjects:
        fields = [*subject]
        for n in _ALIKE:
            fields[n] = kept.setdefault(fields[n], fields[n])
        yield fields


def _subjects(reading: Reading, told: Told, book: Book, world: World, opened: Mapping[str, str]) -> list[Subject]:
    """An article's claims with their slots; a second number for what it has counted already is of something else.

    "Killing 24 and injuring 200 … 14 were injured in one village": the 14 are no rival of other articles' 200.
    """
    first: dict[Slots, list[Subject]] = defaultdict(list)
    found: list[Subject] = []
    own = of_its_news([_subject(claim, reading, told, book) for claim in reading.claims], opened)
    for subject in told_again(on_spots(of_several(own, book)), book):
        frame = msgspec.structs.replace(subject.slots, wording="", period=None, own_place=False, noun="", place=None)
        if book.top(frame.noun_class) != _PEOPLE:
            frame = msgspec.structs.replace(frame, noun=subject.slots.noun)
        if (land := its_own_land(subject, book, world)) is not None:
            frame = msgspec.structs.replace(frame, place=land)
        toll = frame.measure in book.firm
        if frame.portion is None and _rivals(subject, first[frame], toll=toll):
            subject = subject._replace(slots=msgspec.structs.replace(subject.slots, portion="other"))
        elif len(first[frame]) < _FIRSTS:
            first[frame].append(subject)
        found.append(subject)
    return [_beside_others(subject, found, book) for subject in _told_first(_told_together(found))]


def _subject(claim: Claim, reading: Reading, told: Told, book: Book) -> Subject:
    event = told.keys[claim.id]
    story = None if _of_war(claim, event, book) else told.stories.get(reading.article.name)
    subject, recalled = subject_of(claim, event, book, reading, story), told.recalled.get(reading.article.name)
    return subject._replace(recalled=recalled) if recalled else subject


def _told_together(subjects: Sequence[Subject]) -> Sequence[Subject]:
    """Each number of an article with all the sentences that give it: a headline alone has few words to be known by.

    Not so few years: "a three-year term", "a three-year ban".
    """
    if not gives_twice(subjects):
        return subjects
    sentences: dict[tuple[object, ...], dict[str, None]] = defaultdict(dict)
    keys = [
        None if _few_years(s) else (s.slots.dimension, s.slots.unit, s.slots.noun, s.amount.value) for s in subjects
    ]
    for key, subject in zip(keys, subjects, strict=True):
        if key is not None:
            sentences[key][subject.told_in] = None
    together = {key: "\n".join(islice(told, _FIRSTS)) for key, told in sentences.items() if len(told) > 1}
    return [
        subject._replace(told_in=together[key]) if key in together else subject
        for key, subject in zip(keys, subjects, strict=True)
    ]


def _told_first(subjects: Sequence[Subject]) -> list[Subject]:
    """An article's claims, those marked that give the first number that it tells for what happened."""
    firsts: dict[tuple[object, ...], float] = {}
    keys = [(s.slots.measure, s.slots.dimension, s.slots.unit) for s in subjects]
    for key, subject in zip(keys, subjects, strict=True):
        firsts.setdefault(key, subject.amount.value)
    return [
        subject._replace(first=subject.amount.value == firsts[key]) for key, subject in zip(keys, subjects, strict=True)
    ]


def _few_years(subject: Subject) -> bool:
    return subject.traits.common and subject.slots.dimension == "duration"


def _of_war(claim: Claim, event: str, book: Book) -> bool:
    """Whether a claim counts what happens often in a war: two strikes kill twelve each; 28,500 are hardly of two.

    Of an epidemic that is how many fall ill or die, not how few sign a letter on it.
    """
    measure, quantity = claim.description.measure, claim.quantity
    if not book.in_war(event) or quantity.dimension != "count":
        return False
    often = quantity.value < _MANY and digits(quantity.value) < _RARE and book.has_strikes(event)
    return often or (measure is not None and measure.value in book.firm)


def _beside_others(subject: Subject, told: Sequence[Subject], book: Book) -> Subject:
    """Civilians of whom others are told apart are a part of all who died: "killed 4 soldiers and 5 civilians".

    So are soldiers beside them, where nobody tells whose they are: the dead of a side are rather its soldiers.
    """
    slots = subject.slots
    crowd = slots.noun_class in book.words("noun", "compatible-crowd")
    unsided = slots.noun_class in FIGHTERS and slots.party in _UNSIDED
    if slots.portion is not None or not (crowd or unsided):
        return subject
    is_beside = _wider if crowd else _told_apart_beside
    if not any(is_beside(subject, other, book) for other in told if _of_one_happening(slots, other.slots)):
        return subject
    return subject._replace(slots=msgspec.structs.replace(slots, portion="part"))


def _of_one_happening(a: Slots, b: Slots) -> bool:
    return (a.event, a.measure, a.dimension, a.modality) == (b.event, b.measure, b.dimension, b.modality)


def _told_apart_beside(some: Subject, other: Subject, book: Book) -> bool:
    """Whether one sentence counts others beside a class of people, whose side it does not tell either."""
    apart = book.told_apart(some.slots.noun_class, other.slots.noun_class)
    return apart and other.slots.party in _UNSIDED and some.claim.sentence == other.claim.sentence


def _wider(part: Subject, other: Subject, book: Book) -> bool:
    """Whether an article counts others beside a class of people, or the same sentence more people in all."""
    if book.told_apart(part.slots.noun_class, other.slots.noun_class):
        return True
    more = other.amount.value > part.amount.value and compare_values(part.amount, other.amount) == "unknown"
    one_sentence = part.claim.sentence == other.claim.sentence
    return more and one_sentence and book.holds(other.slots.noun_class, part.slots.noun_class)


def _rivals(subject: Subject, before: Sequence[Subject], *, toll: bool) -> bool:
    """Whether a number stands beside those that its article has given before, and repeats none of them."""
    repeated = any(compare_values(subject.amount, earlier.amount) == "same" for earlier in before)
    return not repeated and any(_besides(subject, earlier, toll=toll) for earlier in before)


def _besides(subject: Subject, earlier: Subject, *, toll: bool) -> bool:
    """Whether one voice, or a sentence on a spot of its own, gives another number and does not revise the first; or
    a far smaller toll is given where not two name theirs: of 40 such pairs of annotated articles 38 were of two things.
    """
    revising = subject.revised or subject.earlier or earlier.revised or earlier.earlier
    revising = revising or subject.said_before != earlier.said_before or subject.entry != earlier.entry
    revising = revising or _of_that_figure(subject)
    apart = compare_values(subject.amount, earlier.amount) not in MEET
    if compare_days(subject.slots.period, earlier.slots.period) in ("compatible", "different"):
        return False  # "61 were killed on Tuesday, bringing the toll since October 7 to 2,841"
    if bound_one(subject, earlier) or vaguely_one(subject, earlier):
        return False
    elsewhere = subject.slots.own_place and subject.slots.place != earlier.slots.place
    one = same_voice(subject.voice, earlier.voice) or not (subject.voice and earlier.voice)
    far = one and toll and _FAR_BELOW * subject.amount.value <= earlier.amount.value
    return apart and not revising and (elsewhere or far or same_voice(subject.voice, earlier.voice))


def _of_that_figure(subject: Subject) -> bool:
    """Whether a number is told as another one for what was counted before: "the first estimate stood at 45,000"."""
    measure = subject.claim.description.measure
    return measure is not None and measure.rule == _FIGURE_BEFORE


def _order(claim: Claim) -> tuple[str, int, int]:
    return (claim.article, claim.quantity.start, claim.quantity.end)
