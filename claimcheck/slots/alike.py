"""Two claims in, whether sentences of two articles, of one story or of two, are so alike that one number is one out."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from claimcheck.dates import day_of
from claimcheck.slots.amounts import digits
from claimcheck.slots.periods import of_one_week
from claimcheck.slots.records import Subject
from claimcheck.slots.wordings import told_beside_numbers, words_of

_WEEK = 7  # days
_RARE = 3  # digits of a number that is rare, whatever it tells
_SOON, _EVER = 2, 4  # words that sentences share: of a rare number of one week, and of another or one told at any time
_FEW_SOON = 5  # … of a count below ten, which any two things have
_MANY = 1_000_000


def alike(a: Subject, b: Subject, kin: bool) -> bool:
    """Whether two articles give one number, to the digit, in sentences that share words beside it.

    "1,237 delegates are needed to win": of 12 rare numbers that articles of one week gave in sentences with two such
    words in common, whatever their stories, 11 were one figure, and so were 11 of 12 with four words at any time, and
    15 of 15 counts of one noun. The others were sums of two digits: "$2.5 million" of two campaigns. `kin`: their
    stories have something in common, so that fewer words tell as much; lengths and shares are told again only there.
    """
    if a.claim.article == b.claim.article or a.amount.value != b.amount.value:
        return False
    needed = _needed(a, b, kin)
    return needed != inf and shared_words(a, b) >= needed


def may_be_alike(a: Subject, b: Subject) -> bool:
    """Whether two claims of one of these keys may tell one number again: what hangs on no other claim."""
    return a.story == b.story or alike(a, b, kin=True)


def _needed(a: Subject, b: Subject, kin: bool) -> float:
    """How many words in common show that one number is of one thing."""
    if a.slots.dimension == "duration" or a.traits.common:
        return _SOON if kin and of_one_week(a.day, b.day) else inf
    if a.traits.rare:
        return (_SOON if of_one_week(a.day, b.day) else _EVER) + (digits(a.claim.quantity.value) < _RARE)
    counted = a.slots.noun == b.slots.noun and a.slots.dimension == "count"
    if (a.traits.few and not counted) or not of_one_week(a.day, b.day):
        return inf
    return _FEW_SOON if a.traits.few else _SOON if counted and not _round(a) else _EVER - kin


def alike_keys(subject: Subject) -> Iterable[tuple[object, ...]]:
    """What two subjects share, one key at least, that may be alike."""
    day, value = day_of(subject.day), subject.amount.value
    if subject.traits.rare and subject.slots.dimension != "duration":
        yield ("alike", value)
    elif day is not None:
        for n in range(2):
            yield ("alike", value, subject.slots.noun, n, (day.toordinal() + n * _WEEK) // (2 * _WEEK))


def _round(subject: Subject) -> bool:
    """A count that many things have: 100 members; not 34 delegates, and not a million of anything."""
    value = subject.claim.quantity.value
    return value < _MANY and digits(value) == 1


def shared_words(a: Subject, b: Subject) -> int:
    """How many words the sentences that give two claims' numbers share, beside those that numbers are told with."""
    return len(told_beside_numbers(a.told_in) & told_beside_numbers(b.told_in))


def mostly_alike(a: Subject, b: Subject, words: int, part: float) -> bool:
    """Whether they share so many words, and such a part of those of the shorter ones."""
    shorter = min(len(words_of(a.told_in)), len(words_of(b.told_in)))
    return shared_words(a, b) >= max(words, part * shorter)
