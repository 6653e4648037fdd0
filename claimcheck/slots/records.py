"""What a claim is about, as match and compare hold it: slots, amounts, subjects, and how two slots compare."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from msgspec.structs import replace

from claimcheck.records import Claim, Range, Record

Label = Literal["same", "compatible", "unknown", "different"]
Days = tuple[str, str]  # first and last ISO day; "" before all days, "~" after them
Again = Literal["", "again", "sure"]  # whether a number is given twice, and whether whatever it is said to count
BOTH = "both"
MEET = frozenset(("same", "compatible"))  # labels of numbers that may be one: the others do not meet
FIGHTERS = frozenset(("soldier", "combatant"))  # classes


class Slots(Record, frozen=True, omit_defaults=True):
    """What a claim is about; equal slots are about the same thing as far as the texts tell."""

    dimension: str
    unit: str | None
    direction: str | None
    modality: str
    measure: str | None
    noun: str
    noun_class: str
    party: str | None
    event: str | None
    place: str | None
    own_place: bool  # the claim's own sentence names it; else it is carried from before
    period: Days | None
    scope: str | None
    spot: str | None  # the kind of spot that it is of, where its article tells of more elsewhere: "restaurant"
    portion: str | None  # "part": the text itself says that it counts a part of another number; "inner": of one class
    wording: str
    word: str | None = None  # the text's own word for what happened, where no rule tells a measure
    manner: str | None = None  # how those came to harm whom it counts, of all whom a storm harmed: "crash"
    agent: str | None = None  # whose strike hit whom it counts, of a war: "opposition", "Russia, government"
    called: str | None = None  # the name of the fire or storm that it is of, as its own text calls it: "Dog Head"
    apart_from: frozenset[str] = frozenset()  # … and of those that it is not
    firm: str | None = None  # whose sales, profit or share price it is, by the sentence's words
    others: frozenset[str] = frozenset()  # measures that are other words for its own, as its event is told
    spots: frozenset[str] = frozenset()  # where it is of a spot: all that its article tells of one fate
    open_side: bool = False  # it is of both sides for want of a word on whose: killed in fighting between them
    as_late: bool = False  # first of its article, which is no older than one whose happening came after others' news
    apart: frozenset[str] = frozenset()  # measures that an article of its event tells apart from its own, in numbers


class Amount(NamedTuple):
    """A claim's number and ranges in the base unit of its dimension."""

    value: float
    literal: Range
    typical: Range
    rounded: bool = False  # it may be a rounded number: 600, 1.8 trillion, six weeks, about 25; not 25 dead


class Traits(NamedTuple):
    """What a number tells by itself of being one with what another text gives."""

    few: bool  # so small a count, with a noun, as any two things have
    common: bool  # a share of no poll, a few days, round years: many things are so large or so long
    telling: bool  # known again: neither small nor vague, and of something named, or of two digits; not any 30 years
    rare: bool  # of so many digits that a story hardly gives it of two things within months
    sure: bool  # a count that is hardly given of two things at all: rare, or of millions, or two digits in thousands


class Telling(NamedTuple):
    """A number with what it counts, where that is hardly shared by chance."""

    value: float
    measure: str | None
    dimension: str
    day: Days | None = None  # of the deed, where the number alone does not tell enough


class Subject(NamedTuple):
    """A claim with what comparing it needs."""

    claim: Claim
    slots: Slots
    amount: Amount
    traits: Traits
    voice: tuple[str, ...]  # who says it; empty: the outlet
    context: frozenset[str] | None = None  # the sentence's words, where the slots alone do not tell what is counted
    # Who counts what of whom, where an event lasts: a war, an epidemic; what a war's campaign brings at a place.
    series: tuple[str, str, tuple[str, ...], str] | None = None
    campaign: tuple[str, str, str | None] | None = None
    day: str | None = None  # of its article
    kind: str = "body"  # of the sentence: headline, caption, …
    kinds: frozenset[str] = frozenset()  # of event, that the sentence tells, else its paragraph or the lead
    revised: bool = False  # the text says that this number takes the place of another
    earlier: bool = False  # … or that another takes its place
    said_before: bool = False  # its source had told it before what else the article tells
    denied: bool = False
    known: bool = False  # it is told of those who are known: "the 21 girls"
    story: str | None = None  # the main event of its article
    number: Telling | None = None
    beside: tuple[str, Days] | None = None  # the story and the time of what is told beside the article's own event
    told_in: str = ""  # the sentence; of a number of its article's all sentences that give it
    told: bool = False  # a rule tells what happens to people or jobs: where the numbers meet no words are asked for
    recalled: frozenset[str] = frozenset()  # known events that its article tells of when they were over
    entry: int = 0  # of its article, where that is a live page: how many times of day stand above it
    first: bool = False  # its article gives no other number before it for what happened

    def with_slots(self, **changed: Any) -> Subject:
        """The same claim, some of its slots changed."""
        return Subject._make((self.claim, replace(self.slots, **changed), *self[2:]))
