"""A claim in, all that it tells by itself out: what comparing it with others looks at, read from its text once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from claimcheck.records import Article
from claimcheck.slots import Subject
from claimcheck.stages.compare.together import day_of
from claimcheck.stages.compare.wording import Said, Words

_RISE = 24  # characters before a number in which "has risen to" may stand
_LEFT = (16, 48)  # characters before and behind a number in which "still", "remaining" may stand
_CUT = re.compile(r"[,;:.()]| and | but | after | while ")  # behind which another thing is told
BOUNDED = frozenset({"at_most", "less_than"})  # qualifiers of an upper bound
_HEAD = 1000  # characters of an article in which it tells the day's number
_UNSURE = frozenset({"estimated", "feared", "presumed", "unconfirmed"})


class Telling(Struct, frozen=True):
    """One claim, and what it tells whatever it is compared with."""

    subject: Subject
    kind: int  # equal for claims that compare alike with those of other articles
    day: str | None  # that its count stands for
    order: tuple[str, str, int]  # of time, then of article and offset
    guess: bool  # it is an estimate, or feared, or presumed
    climbs: bool  # the text tells that the count has risen to it
    left: bool  # the text tells that it is what is left: "40 are still stranded"
    possible: bool  # it is an upper bound that is only held possible: "possibly up to 100"
    nth: tuple[str, int] | None  # what its article numbers its day of: "the 38th day of the siege"
    anew: bool  # its sentence tells of a new count
    said: Said


def telling_of(subject: Subject, kind: int, articles: Mapping[str, Article], words: Words) -> Telling:
    """What a claim tells by itself."""
    claim, article = subject.claim, articles[subject.claim.article]
    day, start = day_of(subject, articles), claim.quantity.start
    before = article.text[max(claim.sentence[0], start - _RISE) : start]
    return Telling(
        subject=subject,
        kind=kind,
        day=day,
        order=(day or "", claim.article, start),
        guess=_guessed(subject, article, words),
        climbs=words.cue("ran-on", before),
        left=_left(subject, article.text, words),
        possible=claim.quantity.qualifier in BOUNDED and words.closes("only-possible", before),
        nth=_numbered_day(article.text[:_HEAD], words),
        anew=words.cue("revised", article.text[slice(*claim.sentence)]),
        said=Said(subject, article),
    )


def _left(subject: Subject, text: str, words: Words) -> bool:
    """Whether what stands right before and behind a number, in its part of the sentence, tells that it is left."""
    if words.bars("ran-down", subject.slots.measure or ""):
        return False
    (first, last), (start, end) = subject.claim.sentence, subject.claim.quantity.number
    before, behind = text[max(first, start - _LEFT[0]) : start], text[end : min(last, end + _LEFT[1])]
    return words.cue("ran-down", f"{_CUT.split(before)[-1]} {_CUT.split(behind)[0]}")


def _guessed(subject: Subject, article: Article, words: Words) -> bool:
    """Whether a number is an estimate, or feared: "put the toll at 40" is none, though it is told in the same way."""
    told, who = subject.claim.description.status, subject.claim.attribution
    if told is not None and told.value in _UNSURE:
        return True
    return who is not None and who.manner == "estimates" and words.cue("doubt-estimate", article.text[slice(*who.cue)])


def _numbered_day(head: str, words: Words) -> tuple[str, int] | None:
    """What lasts, and for how many days, where the head of an article numbers its day: "on the 38th day of the war"."""
    found = words.numbered_day.search(head) if "day" in head.lower() else None
    return None if found is None else (found["what"].casefold(), int(found["nth"] or found["day"]))
