"""A claim of a reading in, out the firm whose sales, profit or share price it tells: "Ava's revenue rose".

Where a sentence names none it is the one that its article names first in such words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.records import Claim, Reading
from claimcheck.slots.book import Book

_LEAD = 2_000  # characters in which an article names the firm that it is about
_NAME = r"(?P<name>[A-Z][\w&-]{1,20}(?: [A-Z][\w&.-]{1,20}){0,3})"


def firm_of(claim: Claim, reading: Reading, book: Book) -> str | None:
    """The firm's name in small letters; None where none is told, or the number is of no such measure."""
    told = claim.description.measure
    if told is None or told.value not in book.words("called", "firm"):
        return None
    form, text = _form(book.words("called", "firm-does"), book.words("called", "firm-none")), reading.article.text
    named = [match["name"] for match in form.finditer(text, claim.sentence[0], claim.quantity.start)]
    first = None if named else form.search(text, reading.article.body, reading.article.body + _LEAD)
    name = named[-1] if named else first["name"] if first else None
    return name and name.casefold()


@lru_cache(maxsize=16)
def _form(does: frozenset[str], none: frozenset[str]) -> re.Pattern[str]:
    """ "Ava Inc's", "Ava (AVA.N) reported", "Ava shares": no "Monday's"."""
    words, never = ("|".join(sorted(given, key=lambda word: (-len(word), word))) for given in (does, none))
    return re.compile(rf"(?<![\w’'-])(?!(?i:{never})\b){_NAME}(?: \([\w.]{{1,8}}\))?(?:['’]s?| (?:{words}))(?= )")
