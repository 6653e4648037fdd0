"""Two lengths of time in, whether both are of one thing that takes so long out."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.records import Claim
from claimcheck.slots.alike import shared_words
from claimcheck.slots.book import Book, known_of
from claimcheck.slots.records import MEET, Label, Subject
from claimcheck.slots.wordings import compare_wording
from claimcheck.stems import terms

_SHARED = 2  # words beside the number, where one of two lengths tells no more than that it is one
_YEARS = ("19", "20")


def one_stretch(a: Subject, b: Subject, value: Label, book: Book) -> bool:
    """ "A five-year drought", "California's five-year drought": what lasts so long goes by one noun, in two articles or
    in one; or by a noun that tells no more than a length of time, in sentences that share words: "a two-year countdown
    to its exit", "the two-year process of its exit"; or the sentences share another number.

    Not any two of what is named by its length in one article: "30-year bonds", "a one-month low".
    """
    x, y = a.slots, b.slots
    if not x.dimension == y.dimension == "duration" or x.measure != y.measure or value not in MEET:
        return False
    if known_of(x.event or "") != known_of(y.event or "") or a.amount.value != b.amount.value:
        return False
    if a.claim.article == b.claim.article and (x.measure != "duration" or _by_length(a, b, book)):
        return False
    if compare_wording(x.wording, y.wording) == "same":
        return True
    return (_only_long(a, b, book) and shared_words(a, b) >= _SHARED) or _of_one_sum(a, b)


def what_lasts(claim: Claim, book: Book) -> str:
    """The kind of event that goes on for so long: "a five-year insurgency", "five years of war" are of one war."""
    told, whole = claim.description, claim.description.object_span
    if claim.quantity.dimension != "duration" or whole is None:
        return ""
    inside = (fact.value for fact in told.event_terms if fact.span and whole[0] <= fact.span[0] < whole[1])
    return next((kind for kind in inside if kind in book.lasting), "")


def _by_length(a: Subject, b: Subject, book: Book) -> bool:
    """Whether either is of what is named by its length, so that many are of one: bonds, terms of office, highs."""
    return not book.words("context", "same-by-length").isdisjoint((_head(a), _head(b)))


def _only_long(a: Subject, b: Subject, book: Book) -> bool:
    """Whether a noun tells no more than that something takes so long: "a two-day period of mourning"."""
    return not book.words("context", "same-stretch").isdisjoint((_head(a), _head(b)))


def _head(subject: Subject) -> str:
    return subject.slots.wording.rpartition(" ")[2]


def _of_one_sum(a: Subject, b: Subject) -> bool:
    """ "$2.7 billion over three years", "three years in which to pay the $2.7 billion"."""
    return bool(_other_numbers(a.told_in) & _other_numbers(b.told_in))


@lru_cache(maxsize=16384)
def _other_numbers(text: str) -> frozenset[str]:
    """The numbers of a sentence that many things hardly have: of three digits or with a point, and no year."""
    return frozenset(n for n in terms(text).numbers if len(n) > 2 and not (n.isdecimal() and n.startswith(_YEARS)))
