"""Claims in, each with the measures that are other words for its own out, where its event's articles hold none apart.

"50 were arrested", "more than 60 detainees are held": one count by two articles, unless one of those that tell of the
event gives both, with numbers that do not meet. Where no such number is vague, another article's "50 hurt" are not the
"50 taken to hospital" either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import product, starmap

from claimcheck.slots import MEET, Book, Slots, Subject, compare_values

_SOME = 40  # claims of an article for one measure that are held against those for another
_TELLING = 10  # from which a number is not given twice by chance
_PERSON = "person"
_ROUGHLY, _PLAINLY = "roughly", "plainly"  # apart: by a vague word, "dozens"; by two numbers

_Deed = tuple[str, str, str]
_Told = dict[str, list[Subject]]  # by article


def in_other_words(subjects: Sequence[Subject], book: Book) -> list[Subject]:
    """The subjects, each with the other words for its measure."""
    told: dict[tuple[str, ...], _Told] = defaultdict(lambda: defaultdict(list))
    deeds = [_deed(subject.slots, book) for subject in subjects]
    for deed, subject in zip(deeds, subjects, strict=True):
        if deed and _tells_all(subject):
            told[deed][subject.claim.article].append(subject)
    known: dict[tuple[str, ...], str] = {}

    def are_apart(event: str, kind: str, one: str, other: str) -> str:
        key = (event, kind, *sorted((one, other)))
        if key not in known:
            known[key] = _told_apart(told[event, kind, one], told[event, kind, other])
        return known[key]

    @cache
    def words(deed: _Deed, noun_class: str) -> tuple[frozenset[str], frozenset[str]]:
        """The other words for a deed, and those that its event's articles tell plainly apart from it."""
        event, kind, measure = deed
        how = {word: are_apart(event, kind, measure, word) for word in book.other_words(measure, noun_class)}
        others = frozenset(word for word, apart in how.items() if not apart)
        return others, frozenset(word for word, told in how.items() if told == _PLAINLY)

    def with_words(subject: Subject, deed: _Deed | None) -> Subject:
        others, apart = words(deed, subject.slots.noun_class) if deed else (None, None)
        return subject.with_slots(others=others, apart=apart) if others or apart else subject

    return list(map(with_words, subjects, deeds))


def _deed(slots: Slots, book: Book) -> _Deed | None:
    """In what event which kind of thing is counted, and what befell it; who leaves it out counts people. None: a claim
    counts not what one happening did, for which there are other words; a war holds many."""
    if slots.dimension != "count" or slots.event is None or not slots.measure or book.lasts(slots.event):
        return None
    if not book.other_words(slots.measure, slots.noun_class):
        return None
    return slots.event, book.whom(slots.noun_class) or _PERSON, slots.measure


def _tells_all(subject: Subject) -> bool:
    changed = subject.earlier or subject.revised or subject.denied
    return not changed and subject.slots.portion is None and subject.slots.modality == "actual"


def _told_apart(one: _Told, other: _Told) -> str:
    """Whether one article gives both, with numbers that do not meet; nothing: none does, or it gives one by both."""
    pairs = [[*product(claims[:_SOME], other[article][:_SOME])] for article, claims in one.items() if article in other]
    told = [_vague(a) or _vague(b) for both in pairs if not any(starmap(_one, both)) for a, b in both if _two(a, b)]
    return "" if not told else _ROUGHLY if all(told) else _PLAINLY


def _vague(subject: Subject) -> bool:
    return subject.claim.quantity.qualifier == "vague"


def _one(a: Subject, b: Subject) -> bool:
    """ "Killed 12 people, three of them guests … all 12 bodies were found": a number that an article gives by both."""
    return a.amount.value == b.amount.value >= _TELLING and not (_vague(a) or _vague(b))


def _two(a: Subject, b: Subject) -> bool:
    of_one_side = a.slots.party is None or b.slots.party is None or a.slots.party == b.slots.party
    return of_one_side and a.slots.scope == b.slots.scope and compare_values(a.amount, b.amount) not in MEET
