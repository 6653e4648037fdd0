"""What all of a reading tells, worked out once for all of its claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from claimcheck.records import Reading
from claimcheck.slots.book import Book

Told = TypeVar("Told")


def once_a_reading(make: Callable[[Reading, Book], Told]) -> Callable[[Reading, Book], Told]:
    """The same function, which keeps what it gave last: subjects are made article by article, so that one is enough.

    A reading is known again by being that very one: to compare all its text would take long.
    """
    last: tuple[Reading, Book, Told] | None = None

    def told(reading: Reading, book: Book) -> Told:
        nonlocal last
        if last is None or last[0] is not reading or last[1] is not book:
            last = (reading, book, make(reading, book))
        return last[2]

    return told
