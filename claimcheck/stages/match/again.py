"""An article's numbers in, those that it gives twice out with what either sentence tells of whom they count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from claimcheck.slots import Book, Days, Slots, Subject

_PEOPLE = "person"
_BARE = (_PEOPLE, "")
_AND = re.compile(r"\s(?:\w+\s)?and\s(?:\w+\s)?")  # 20 | casualties and | 15 wounded
_TWO = 2  # of one victim and one dead any two sentences tell
_FEW = 10  # so few any two sentences tell of; a headline tells what its article does


def told_again(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """The subjects, each count of people that the article gives elsewhere with the class and side told there.

    "Two dead in clash … two of Mali's soldiers were killed", "the toll rose to 135 soldiers … the dead numbered 135".
    Dozens of people are no dozens of soldiers, who may be some of them.
    """
    if not gives_twice(subjects):
        return [*_in_plain_words(subjects, book)]
    subjects = _in_wide_words(_in_plain_words(_in_one_event(subjects, book), book), book)
    subjects = _pointed_back(_not_as_their_parts(subjects), book)
    known: dict[tuple[object, ...], list[Subject]] = defaultdict(list)
    people: dict[tuple[object, ...], list[Subject]] = {}
    crowds: dict[tuple[object, ...], list[Subject]] = {}  # the same told with their noun
    for subject in subjects:
        if subject.slots.noun == _PEOPLE and subject.claim.description.object:
            crowds[_frame(subject)] = [subject]
        if subject.slots.noun == _PEOPLE:
            people[_frame(subject)] = [subject]  # bare people are all alike
        if book.holds(_PEOPLE, subject.slots.noun_class) and subject.slots.portion is None:
            known[_frame(subject)].append(subject)

    def of_whom(subject: Subject) -> Sequence[Subject]:
        frame = _frame(subject)
        if subject.claim.quantity.qualifier == "vague" and frame in crowds:
            return crowds[frame]
        return known.get(frame) or ([] if subject.slots.noun else people.get(frame, []))

    return _of_the_kinds(_on_the_day(_as_told(subject, of_whom(subject)) for subject in subjects))


def gives_twice(subjects: Sequence[Subject]) -> bool:
    """Whether an article gives any number twice, as most short ones do not."""
    return len({subject.amount.value for subject in subjects}) < len(subjects)


def _on_the_day(subjects: Iterable[Subject]) -> list[Subject]:
    """The subjects, each that tells no time with the one that its article tells of the same number of the same.

    "At least 3 dead in blast", says a headline; "killing at least three people on Thursday", says its text.
    """
    subjects, times = list(subjects), defaultdict[tuple[object, ...], set[Days]](set)
    for subject in subjects:
        if subject.slots.period is not None:
            times[_counted(subject)].add(subject.slots.period)

    def dated(subject: Subject) -> Subject:
        if subject.slots.period is not None or subject.slots.measure is None:
            return subject
        told = times.get(_counted(subject), set())
        if len(told) != 1:
            return subject
        return subject.with_slots(period=min(told))

    return [dated(subject) for subject in subjects]


def _of_the_kinds(subjects: Sequence[Subject]) -> list[Subject]:
    """The subjects, each with all kinds of happening that its article tells the same number of.

    "Strikes killed 26 civilians", and "the group, which monitors the war, said children were among the 26 killed".
    """
    kinds: dict[tuple[object, ...], frozenset[str]] = defaultdict(frozenset)
    for subject in subjects:
        if subject.amount.value >= _FEW:
            kinds[(*_number(subject), subject.slots.measure)] |= subject.kinds
    return [s._replace(kinds=kinds[(*_number(s), s.slots.measure)]) if s.amount.value >= _FEW else s for s in subjects]


def _counted(subject: Subject) -> tuple[object, ...]:
    slots = subject.slots
    return (*_frame(subject), slots.noun, slots.noun_class, slots.party, slots.portion)


def _in_one_event(subjects: Sequence[Subject], book: Book) -> Sequence[Subject]:
    """The subjects, each with the known event of the same number where that lies in the one that it is told of.

    "176 killed in the Karabakh conflict", over a text that tells of the clashes of that week.
    """
    told: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for subject in subjects:
        if subject.slots.event and subject.amount.value >= _FEW:
            told[_befallen(subject)].add(subject.slots.event)

    def within(subject: Subject) -> Subject:
        event = subject.slots.event or ""
        inner = [other for other in told.get(_befallen(subject), ()) if book.lies_in(other, event)]
        return subject if len(inner) != 1 else subject.with_slots(event=inner[0])

    return [within(subject) for subject in subjects]


def _befallen(subject: Subject) -> tuple[object, ...]:
    slots = subject.slots
    return (subject.amount.value, slots.measure, slots.dimension, slots.modality, slots.party)


def _losses(subjects: Sequence[Subject], book: Book) -> Sequence[Subject]:
    """The subjects, those lost that their article counts as casualties too, and more than it tells dead of their side:
    "444,000 casualties … lost 444,000 troops … 31,000 fatalities"; "71 casualties … lost 71 men" are the dead."""
    told = {_number(s): s.slots.measure for s in subjects if book.left_open(s.claim.description.measure)}
    lost = [s for s in subjects if book.may_be_hurt(s.claim.description.measure) and _number(s) in told] if told else []
    fewest: dict[tuple[str | None, str | None], float] = {}  # told by a plain word, by measure and side
    for s in subjects if lost else ():
        if s.slots.party is not None and not book.may_be_hurt(s.claim.description.measure):
            key = (s.slots.measure, s.slots.party)
            fewest[key] = min(s.amount.value, fewest.get(key, s.amount.value))
    wide = {s.claim.id for s in lost if fewest.get((s.slots.measure, s.slots.party), s.amount.value) < s.amount.value}
    return [s.with_slots(measure=told[_number(s)]) if s.claim.id in wide else s for s in subjects]


def _in_plain_words(subjects: Sequence[Subject], book: Book) -> Sequence[Subject]:
    """The subjects, with the fate that their article means by a word that leaves it open: it gives one number by both.

    "Azerbaijan reports 71 casualties. Seventy-one soldiers were killed": its casualties are the dead; not so "71 killed
    or wounded". So they are where it counts the wounded beside them.
    """
    subjects = _losses(subjects, book)
    if book.plainer.keys().isdisjoint(subject.slots.measure for subject in subjects):
        return subjects
    told: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for subject in subjects:
        vague = subject.claim.quantity.qualifier == "vague"  # 24 dead are not "dozens of casualties"
        open_ = subject.slots.measure not in book.plainer or book.left_open(subject.claim.description.measure)
        if subject.slots.measure and subject.amount.value >= _TWO and not vague and open_:
            told[_number(subject)].add(subject.slots.measure)
    twice = [both for both in told.values() if len(both) > 1]
    beside = _beside_the_wounded(subjects, book)
    plain = {
        vague: meant
        for vague, meant in book.plainer.items()
        if vague in beside or any({vague, meant} <= both for both in twice)
    }
    if not plain:
        return subjects
    return [
        subject.with_slots(measure=plain[subject.slots.measure])
        if subject.slots.measure in plain and book.left_open(subject.claim.description.measure)
        else subject
        for subject in subjects
    ]


def _beside_the_wounded(subjects: Sequence[Subject], book: Book) -> frozenset[str]:
    """The words for any fate beside which a sentence counts all others of it: "20 casualties and 72 wounded"; not
    "20 casualties, 15 of them wounded", nor "20 casualties: 5 dead and 15 wounded". And those of the number that one of
    the dead has taken the place of: "killed 170, up from an earlier estimate of 68 casualties"."""
    by_sentence: dict[tuple[int, int], list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.slots.dimension == "count":
            by_sentence[subject.claim.sentence].append(subject)
    found = set[str]()
    for told in by_sentence.values():
        fates = {s.slots.measure for s in told}
        for subject in told:
            word = subject.slots.measure or ""
            if subject.earlier and book.left_open(subject.claim.description.measure) and book.plainer[word] in fates:
                found.add(word)
            if book.left_open(subject.claim.description.measure) and book.plainer[word] not in fates:
                found |= {word for other in told if _apart_from(subject, other, book.others_of.get(word, frozenset()))}
    return frozenset(found)


def _apart_from(casualties: Subject, wounded: Subject, fates: frozenset[str]) -> bool:
    """Whether a count of other fates is none of some casualties: larger, or joined to them."""
    if wounded.slots.measure not in fates or wounded.slots.portion is not None:
        return False
    start = casualties.claim.sentence[0]
    between = casualties.told_in[casualties.claim.quantity.end - start : wounded.claim.quantity.start - start]
    return wounded.amount.value > casualties.amount.value or _AND.fullmatch(between) is not None


def _in_wide_words(subjects: Sequence[Subject], book: Book) -> Sequence[Subject]:
    """The subjects, with the wide noun where their article gives one number by it and by a narrow one.

    "Fire destroys 100 homes", over a text that tells of 100 structures, and that they are not all homes.
    """
    some, all_ = book.words("noun", "different-some"), book.words("noun", "different-all")
    wide = {_frame(s): s.slots.noun for s in subjects if s.slots.noun in all_ and s.amount.value >= _FEW}
    return [s.with_slots(noun=wide[_frame(s)]) if s.slots.noun in some and _frame(s) in wide else s for s in subjects]


def _not_as_their_parts(subjects: Sequence[Subject]) -> Sequence[Subject]:
    """The subjects, none of a class that its article counts as some of that number: it tells of them by the wide noun.

    "Over 130 civilians, children killed", over a text that tells of 130 people, and of 67 children among them.
    """
    at = {start: subject for subject in subjects for start in subject.claim.starts}
    wholes: dict[tuple[object, ...], Subject] = {}
    for part in subjects:
        for link in part.claim.description.part_of:
            whole = at.get(link.whole)
            if whole is not None and whole.slots.noun_class != part.slots.noun_class:
                wholes[(*_frame(whole), part.slots.noun_class)] = whole

    def widely(subject: Subject) -> Subject:
        whole = wholes.get((*_frame(subject), subject.slots.noun_class))
        if whole is None or subject.slots.portion is not None:
            return subject
        told = whole.slots
        return subject.with_slots(noun=told.noun, noun_class=told.noun_class)

    return [widely(subject) for subject in subjects] if wholes else subjects


def _pointed_back(subjects: Sequence[Subject], book: Book) -> Sequence[Subject]:
    """The subjects, those known already of whom no rule tells more with what was told of the last of their number.

    "Three singers died in the crash … the three artists were friends": they are the dead ones.
    """
    told: dict[tuple[object, ...], Subject] = {}
    found = list[Subject]()
    for subject in subjects:
        slots, key = subject.slots, (subject.amount.value, subject.slots.dimension, book.top(subject.slots.noun_class))
        open_ = slots.measure is None or book.loose(slots.measure)
        last = told.get(key)
        if last is not None and subject.known and open_ and slots.portion is None and _may_be(slots, last.slots, book):
            one = last.slots
            subject = subject.with_slots(
                measure=one.measure, noun=one.noun, noun_class=one.noun_class, wording=one.wording, party=one.party
            )
        elif slots.noun and not open_ and slots.portion is None and subject.claim.quantity.qualifier != "vague":
            told[key] = subject
        found.append(subject)
    return found


def _may_be(known: Slots, told: Slots, book: Book) -> bool:
    """Whether those who are known already may be those told of: aircraft are helicopters, nurses no artists."""
    wide = known.noun == known.noun_class and book.top(known.noun_class) != _PEOPLE
    wide = wide or told.noun == _PEOPLE or book.holds(known.noun_class, told.noun_class)
    return (wide or known.noun_class == told.noun_class) and known.event == told.event


def _number(subject: Subject) -> tuple[object, ...]:
    return (subject.amount.value, subject.slots.event, subject.slots.dimension, subject.slots.modality)


def _frame(subject: Subject) -> tuple[object, ...]:
    slots = subject.slots
    return (subject.amount.value, slots.measure, slots.event, slots.dimension, slots.modality, slots.scope)


def _as_told(subject: Subject, told: Sequence[Subject]) -> Subject:
    """A count of people, or of what is left out, with the class and side that all that tell the number agree on."""
    slots = subject.slots
    bare = slots.noun in _BARE and slots.measure is not None and slots.portion is None
    if not bare or not (subject.amount.value >= _FEW or subject.kind == "headline"):
        return subject
    fitting = [other.slots for other in told if _of_one_side(slots, other.slots)]
    if len({(other.noun_class, other.party) for other in fitting}) != 1:
        return subject
    party = slots.party or fitting[0].party
    named = msgspec.structs.replace(slots, noun=fitting[0].noun, noun_class=fitting[0].noun_class, party=party)
    return subject._replace(slots=named)


def _of_one_side(a: Slots, b: Slots) -> bool:
    return a.party is None or a.party == b.party
