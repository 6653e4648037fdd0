"""A claim of a reading in, the name that tells which one it is of out: of a fire, a storm, a town that is so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.records import Claim, Reading
from claimcheck.slots.book import Book

_BACK = 3  # sentences before a claim's own in which what it calls "that fire" may be named
# "miles (68 km) northeast of Osk": from where a distance is measured.
_FAR = re.compile(
    r"[ -]?(?:miles?|km|kilomet(?:er|re)s?)?\)?(?: ?\([^()]{1,30}\))?,?(?: due)?"
    r"(?: (?:[a-z-]{0,12}(?:north|south|east|west)[a-z-]{0,12}|away|off|inland)){0,4}"
    r" (?:of|from) (?:the )?((?:city |town |capital )?(?:of )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
_NAME = r"((?:[A-Z][\w'’-]+ ){1,3}?)"


def called(claim: Claim, reading: Reading, book: Book) -> str | None:
    """The name of what happened: "the Osk Fire has burned 5,000 acres", "That fire", "Hurricane Odo killed 40"."""
    sentences, at = reading.segments.sentences, claim.quantity.sentence
    if claim.quantity.dimension == "length" and (town := _FAR.match(reading.article.text, claim.quantity.end)):
        return town[1].casefold()
    if sentences[at].kind == "headline":
        return None  # In A Headline Of Capitals nothing is a name
    own = list(_names(reading, at, book))
    if own:
        before = [name for end, name in own if end <= claim.quantity.start]
        return before[-1] if before else own[0][1]
    behind, ahead = book.words("event", "named-behind"), book.words("event", "named-ahead")
    if not _again(tuple(sorted(behind | ahead))).search(reading.article.text, *claim.sentence):
        return None
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if sentences[back].kind != "headline" and (found := {name for _, name in _names(reading, back, book)}):
            return found.pop() if len(found) == 1 else None
    return None


def _names(reading: Reading, at: int, book: Book) -> Iterator[tuple[int, str]]:
    """The names in a sentence, each with where it ends."""
    sentence, text, none = reading.segments.sentences[at], reading.article.text, book.words("event", "named-none")
    behind, ahead = book.words("event", "named-behind"), book.words("event", "named-ahead")
    told = text[sentence.start : sentence.end].casefold()
    if not any(kind in told for kinds in (behind, ahead) for kind in kinds):
        return
    for name in _written(tuple(sorted(behind)), tuple(sorted(ahead))).finditer(text, sentence.start, sentence.end):
        words = [word for word in (name[1] or name[2] or name[3]).casefold().split() if word != "the"]
        if words and none.isdisjoint(words):
            yield name.end(), " ".join(words)


@lru_cache(maxsize=16)
def _written(behind: tuple[str, ...], ahead: tuple[str, ...]) -> re.Pattern[str]:
    """What a name stands before, and what behind: "the Dog Head Fire (has)", "the so-called Dog Head fire (has)",
    "Tropical Storm Odo (has)"."""
    fire, storm = "|".join(behind), "|".join(ahead)
    named = "|".join(map(str.capitalize, behind))
    return re.compile(
        rf"\b{_NAME}(?:{named})\b(?! [A-Z])"
        rf"|\b(?:so-called|dubbed|called|named|known as)(?: the)? {_NAME}(?:{fire})\b"
        rf"|\b(?i:{storm}) ([A-Z][a-z]+)\b(?! [A-Z])"
    )


@lru_cache(maxsize=16)
def _again(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """What is named before: "that fire", "the blaze", "it"; not "another fire", "the second storm"."""
    return re.compile(rf"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:{'|'.join(kinds)})\b|\bIt(?= (?:has|had|was|is|\w+ed)\b)")
