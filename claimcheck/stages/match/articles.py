"""An article's claims in, the same with their slots out, and with what they tell of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

import msgspec

from claimcheck.records import Claim, Reading
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
    its_own_land,
    of_two_days,
    risen,
    same_voice,
    subject_of,
    vaguely_one,
)
from claimcheck.stages.match.again import gives_twice, told_again
from claimcheck.stages.match.events import Told
from claimcheck.stages.match.separate import of_its_news, of_several, on_spots

_PEOPLE = "person"
_UNSIDED = (None, BOTH)
_TOTAL_AND_PARTS, _RARE_SUM = 3, 10  # numbers of a total and its two parts; how large a total is that these make up
_FEW_TOLLS = 5  # numbers of one fate, of which two make up the largest by more than chance
_PORTIONS = ("first_part", "second_part")  # of two parts, which are neither one nor an article's other parts
_SECOND = (None, "other")  # portions of a whole, and of an article's second number
_WHOLE = (None, "several_happenings")  # scopes of a total, and of what several attacks did
_SO_FAR = (None, "cumulative")  # scopes
_LATER = 300  # characters from a count to what it has risen to
_FAR_BELOW = 4  # times that a toll is larger than another one of its article, which is a part of it
_FIGURE_BEFORE = "M90"  # the rule by which a number is one for the figure told before
_FIRSTS = 20  # numbers of one article for one thing that a later one is held against; sentences that give a number


def subjects_of_article(
    reading: Reading, told: Told, book: Book, world: World, opened: Mapping[str, str]
) -> list[Subject]:
    """An article's claims with their slots; a second number for what it has counted already is of something else.

    "Killing 24 and injuring 200 … 14 were injured in one village": the 14 are no rival of other articles' 200.
    """
    first: dict[Slots, list[Subject]] = defaultdict(list)
    found: list[Subject] = []
    claims = _outgrown([_subject(claim, reading, told, book) for claim in reading.claims], reading.article.text, book)
    own = of_its_news(claims, opened)
    for subject in told_again(on_spots(of_several(own, book, world), book), book):
        frame = msgspec.structs.replace(subject.slots, wording="", period=None, own_place=False, noun="", place=None)
        if book.top(frame.noun_class) != _PEOPLE:
            frame = msgspec.structs.replace(frame, noun=subject.slots.noun)
        if (land := its_own_land(subject, book, world)) is not None:
            frame = msgspec.structs.replace(frame, place=land)
        toll = frame.measure in book.firm
        if frame.portion is None and _rivals(subject, first[frame], toll=toll):
            subject = subject.with_slots(portion="other")
        elif len(first[frame]) < _FIRSTS:
            first[frame].append(subject)
        found.append(subject)
    return [_beside_others(subject, found, book) for subject in _told_first(_told_together(_adding_up(found, book)))]


def _outgrown(subjects: Sequence[Subject], text: str, book: Book) -> list[Subject]:
    """An article's claims, those an earlier count that the next one is told to have risen from.

    "At that hour 77 were confirmed dead. Later the mayor said the toll had risen to 80".
    """
    last: dict[tuple[object, ...], Subject] = {}
    earlier = set[str]()
    for subject in subjects:
        told = subject.slots.measure, subject.slots.event, subject.slots.dimension
        before = last.get(told)
        if before is not None and _may_outgrow(before, subject, book) and risen(subject.claim, text, book):
            earlier.add(before.claim.id)
        last[told] = subject
    return [s._replace(earlier=True) if s.claim.id in earlier else s for s in subjects]


def _may_outgrow(before: Subject, after: Subject, book: Book) -> bool:
    """Whether a larger number of one fate, and of no other side or scope, stands near behind another."""
    sides = {before.slots.party, after.slots.party} - {None}
    near = before.claim.quantity.end > after.claim.quantity.start - _LATER and len(sides) <= 1
    more = before.amount.value < after.amount.value and after.slots.measure in book.fates
    return more and near and after.slots.scope in (before.slots.scope, *_SO_FAR)


def _adding_up(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """An article's claims, those a part that make up the largest toll that it tells of one fate.

    "The toll of the attacks rose to 13. Shells killed six people on Friday, and seven in the attack before". What is
    told in the sentences of such parts of another fate, of which the article counts more, is a part, too.
    """
    tolls: dict[tuple[object, ...], dict[float, list[Subject]]] = defaultdict(lambda: defaultdict(list))
    for s in subjects:
        if s.slots.portion in _SECOND and s.slots.scope in _WHOLE and s.claim.quantity.qualifier == "exact":
            tolls[_fate(s)][s.amount.value].append(s)
    parts: dict[str, str] = {}
    for fate, told in tolls.items():
        if _TOTAL_AND_PARTS <= len(told) <= _FEW_TOLLS and fate[0] in book.fates:
            parts.update(_parts_of_total(told))
    parts |= _beside_parts(subjects, parts, book)
    return [s.with_slots(portion=parts[s.claim.id]) if s.claim.id in parts else s for s in subjects]


def _parts_of_total(told: Mapping[float, Sequence[Subject]]) -> dict[str, str]:
    """The claims of the two numbers that make up the largest one, where just two do and other sentences give them."""
    *some, total = sorted(told)
    pairs = [(value, total - value) for value in some if 2 * value < total and total - value in told]
    if total < _RARE_SUM or len(pairs) != 1:
        return {}
    sentences = {s.claim.sentence for s in told[total]}
    added = [(s, portion) for value, portion in zip(pairs[0], _PORTIONS, strict=True) for s in told[value]]
    apart = all(s.claim.sentence not in sentences and s.slots.scope is None for s, _ in added)
    return {s.claim.id: portion for s, portion in added} if apart else {}


def _beside_parts(subjects: Sequence[Subject], parts: Mapping[str, str], book: Book) -> dict[str, str]:
    """What the sentences of parts count of other fates, where the article gives a larger number for these."""
    at = {s.claim.sentence: parts[s.claim.id] for s in subjects if s.claim.id in parts}
    most: dict[tuple[object, ...], float] = defaultdict(float)
    for s in subjects if at else ():
        if s.claim.sentence not in at:
            most[_harm(s)] = max(most[_harm(s)], s.amount.value)
    return {
        s.claim.id: at[s.claim.sentence]
        for s in subjects
        if s.claim.sentence in at
        and s.claim.id not in parts
        and s.slots.measure in book.fates
        and s.slots.portion in _SECOND
        and s.amount.value < most[_harm(s)]
    }


def _harm(subject: Subject) -> tuple[object, ...]:
    return subject.slots.measure, subject.slots.event, subject.slots.dimension


def _fate(subject: Subject) -> tuple[object, ...]:
    slots = subject.slots
    return slots.measure, slots.event, slots.dimension, slots.unit, slots.modality, slots.party, slots.noun_class


def _subject(claim: Claim, reading: Reading, told: Told, book: Book) -> Subject:
    name = reading.article.name
    recalled = told.recalled.get(name, frozenset())
    return subject_of(claim, told.keys[claim.id], book, reading, told.stories.get(name), recalled)


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


def _few_years(subject: Subject) -> bool:
    return subject.traits.common and subject.slots.dimension == "duration"


def _told_first(subjects: Sequence[Subject]) -> list[Subject]:
    """An article's claims, those marked that give the first number that it tells for what happened."""
    firsts: dict[tuple[object, ...], float] = {}
    keys = [(s.slots.measure, s.slots.dimension, s.slots.unit) for s in subjects]
    for key, subject in zip(keys, subjects, strict=True):
        firsts.setdefault(key, subject.amount.value)
    return [
        subject._replace(first=True) if subject.amount.value == firsts[key] else subject
        for key, subject in zip(keys, subjects, strict=True)
    ]


def _beside_others(subject: Subject, told: Sequence[Subject], book: Book) -> Subject:
    """Civilians of whom others are told apart are a part of all who died: "killed 4 soldiers and 5 civilians".

    So are passengers, and soldiers beside them where nobody tells whose they are: the dead of a side are rather its
    soldiers.
    """
    slots = subject.slots
    crowd = slots.noun_class in book.words("noun", "compatible-crowd")
    unsided = slots.noun_class in FIGHTERS and slots.party in _UNSIDED
    named = slots.noun_class == _PEOPLE and slots.noun != _PEOPLE  # passengers, villagers
    if slots.portion is not None or not (crowd or unsided or named):
        return subject
    is_beside = _wider if crowd else _told_apart_beside if unsided else _of_a_kind_beside
    if not any(is_beside(subject, other, book) for other in told if _of_one_happening(slots, other.slots)):
        return subject
    return subject.with_slots(portion="part")


def _of_one_happening(a: Slots, b: Slots) -> bool:
    return (a.event, a.measure, a.dimension, a.modality) == (b.event, b.measure, b.dimension, b.modality)


def _told_apart_beside(some: Subject, other: Subject, book: Book) -> bool:
    """Whether one sentence counts others beside a class of people, whose side it does not tell either."""
    apart = book.told_apart(some.slots.noun_class, other.slots.noun_class)
    return apart and other.slots.party in _UNSIDED and some.claim.sentence == other.claim.sentence


def _of_a_kind_beside(some: Subject, other: Subject, book: Book) -> bool:
    """Whether one sentence counts people of another kind beside some: "20 guards as well as dozens of passengers"."""
    apart = other.slots.noun_class != _PEOPLE and book.holds(_PEOPLE, other.slots.noun_class)
    return apart and other.slots.portion is None and some.claim.sentence == other.claim.sentence


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
    revising = revising or _of_that_figure(subject) or of_two_days(subject, earlier)
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
