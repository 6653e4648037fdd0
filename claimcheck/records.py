"""The records that pass from stage to stage: frozen, compared by value, tuples inside, ids between them.

Every offset is a character offset into the article's text, every span is [start, end).
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from typing import Literal, get_args

import msgspec

Span = tuple[int, int]

Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "at_most", "less_than", "between", "vague"]
RelationKind = Literal["update", "agree", "compatible", "diverge", "contradict", "part_of"]
Verdict = Literal["consistent", "diverge", "contradict"]

DISPUTES: frozenset[str] = frozenset({"contradict", "diverge"})


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of every record. Frozen records form no cycles, so the garbage collector need not look at them."""


class Fact(Record, frozen=True):
    """One thing the text tells, with the words that tell it and the rule that read them."""

    value: str
    rule: str
    span: Span | None = None  # None: no words of its own (a default, or carried over)


# ── read ──────────────────────────────────────────────────────────────────────────────────────


class Junk(Record, frozen=True):
    """A stretch of page furniture (menu, related posts, copyright line): kept, but never read for claims."""

    start: int
    end: int
    rule: str


class Article(Record, frozen=True):
    """One article as read. `text` is never altered, so that every offset stays true."""

    name: str  # file name, or what the caller calls it
    text: str
    path: str = ""  # as the user gave it; "" for text that came from no file
    outlet: str | None = None
    date: str | None = None  # ISO date of publication
    url: str | None = None
    title: str | None = None
    body: int = 0  # where the text proper starts (behind a front matter)
    headline: Span | None = None  # the title as it stands in the head before the body, and nowhere below
    warnings: tuple[str, ...] = ()
    # Of a text that was drawn out of its file: the line of the file that holds it, 0 where the file has no lines (PDF).
    # None: the text is the file, and its lines are the file's lines.
    drawn: int | None = None

    @classmethod
    def from_text(
        cls, text: str, *, name: str = "text", outlet: str | None = None, date: str | datetime.date | None = None
    ) -> Article:
        """The article of a text that stands in no file; what its own head tells is read when it is analysed.

        A date in words is read then too, and one that names no day is dropped with a warning.
        """
        return cls(name=name, text=text, outlet=outlet, date=str(date) if date else None)


# ── segment ───────────────────────────────────────────────────────────────────────────────────

SentenceKind = Literal["body", "headline", "question", "caption", "junk"]


class Sentence(Record, frozen=True):
    """A stretch of text that is read as one, and what kind of line it is."""

    start: int
    end: int
    paragraph: int
    kind: SentenceKind = "body"


class Quote(Record, frozen=True):
    """A stretch between quotation marks, marks not included; it may run over sentences and paragraphs."""

    start: int
    end: int
    closed: bool = True


class Segments(Record, frozen=True):
    """An article cut up: its sentences, its quotations, and what is no part of it."""

    sentences: tuple[Sentence, ...]  # in order; together they cover every word of the text
    quotes: tuple[Quote, ...]
    junk: tuple[Junk, ...] = ()
    warnings: tuple[str, ...] = ()


# ── extract ───────────────────────────────────────────────────────────────────────────────────


class Range(Record, frozen=True):
    """Numbers from low to high; an open end is not itself in the range."""

    low: float = 0.0
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def added(cls, ranges: Sequence[Range]) -> Range:
        """The sum of numbers of each: low with low and high with high."""
        return cls(
            low=sum(one.low for one in ranges),
            high=sum(one.high for one in ranges),
            low_open=any(one.low_open for one in ranges),
            high_open=any(one.high_open for one in ranges),
        )

    def meets(self, other: Range) -> bool:
        """Whether at least one number lies in both."""
        return self._starts_before_end_of(other) and other._starts_before_end_of(self)

    def contains(self, other: Range) -> bool:
        """Whether every number of the other lies in this one."""
        low = self.low < other.low or (self.low == other.low and (other.low_open or not self.low_open))
        high = self.high > other.high or (self.high == other.high and (other.high_open or not self.high_open))
        return low and high

    def _starts_before_end_of(self, other: Range) -> bool:
        return self.low < other.high or (self.low == other.high and not (self.low_open or other.high_open))


class Rejected(Record, frozen=True):
    """A number that is no claim, and the rule that says so."""

    start: int
    end: int
    why: str
    rule: str


class Quantity(Record, frozen=True):
    """A number with its qualifier and unit, as the sentence words it."""

    start: int  # with qualifier and unit: "more than 100 times", "nearly three decades", "two-hour"
    end: int
    number: Span  # the number alone
    sentence: int  # index into Segments.sentences
    value: float  # as written: nearly 120,000 → 120000; hundreds → 200; six weeks → 42; half → 50, of percent
    qualifier: Qualifier
    literal: Range  # what the words allow
    typical: Range  # how people read them
    dimension: str = "count"  # count, duration, money, percent, length, area, mass, temperature, ...
    unit: str | None = None  # day, hour, year; USD; %; km2 …; None for what is only counted
    direction: Literal["up", "down"] | None = None  # "rose by 12 percent"
    rules: tuple[str, ...] = ()
    per: str | None = None  # "$52 a barrel": an amount of each, no sum
    text: str = ""  # as worded; only where there is no article to look it up in
    doubt: Rejected | None = None  # what it is refused as unless it counts victims ("killing one", "one can say so")

    @property
    def low(self) -> float:
        """The least that the words allow."""
        return self.literal.low

    @property
    def high(self) -> float:
        """The most that the words allow; infinite where they set no limit."""
        return self.literal.high


# ── describe ──────────────────────────────────────────────────────────────────────────────────


class Period(Record, frozen=True):
    """A stretch of days the text speaks of; both ends included, ISO dates; None: open or unknown."""

    start: str | None
    end: str | None
    rule: str
    span: Span | None = None


HELD: frozenset[str] = frozenset({"government_held", "opposition_held"})  # scopes: of the ground of one side


class PartOf(Record, frozen=True):
    """The text itself says that this number is part of another ("150 of the 1,275", "including 169")."""

    whole: int  # start of the quantity that is the whole
    rule: str
    span: Span


class Description(Record, frozen=True):
    """What is counted, and what happened to it."""

    object: str  # the counted phrase as written: "Azerbaijani soldiers"
    object_span: Span | None
    unit: str  # lemma of the counted noun: soldier, person, remains; day for a duration
    noun_class: str  # class of that noun in rules/nouns.toml: soldier, civilian, child, body, building, …
    measure: Fact | None = None  # killed, missing, displaced, …
    word: Fact | None = None  # the verb or noun that goes with the number, where the measure is unknown or says less
    party: Fact | None = None  # whose people or things: "Azerbaijan", "both", a group's name
    foes: tuple[str, ...] = ()  # two that fight, of one of whom the harmed are: who of them tells it counts its own
    event: Fact | None = None  # id of an event in rules/events.toml
    event_terms: tuple[Fact, ...] = ()  # what tells an unnamed event: kind ("earthquake"), weapon, names
    place: Fact | None = None
    period: Period | None = None  # when it happened
    as_of: Fact | None = None  # ISO date up to which the count runs
    scope: Fact | None = None  # daily, cumulative, one_place, ...
    spot: Fact | None = None  # the kind of spot that people were hit at: "restaurant"
    status: Fact | None = None  # estimated, feared, forecast, planned, hypothetical, negated, denied, revised
    part_of: tuple[PartOf, ...] = ()

    @property
    def told(self) -> Fact | None:
        """What happened to the counted: the text's own word for it where no rule tells more, or the measure."""
        return self.word or self.measure


# ── attribute ─────────────────────────────────────────────────────────────────────────────────

Stance = Literal["plans", "wants", "expects", "decides", "judges"]  # of a holder, who states nothing by it
Manner = Literal["says", "reports", "claims", "estimates", "confirms", "denies", "finds"] | Stance
STANCES: frozenset[str] = frozenset(get_args(Stance))


class Source(Record, frozen=True):
    """A canonical actor: "Azerbaijani government", "AFP", "Amnesty International"."""

    name: str
    # government, forces, court, agency, media, igo, ngo, party, person, document, anonymous, collective, or hearsay:
    # "latest estimates", which are no actor's
    kind: str
    side: str | None = None  # the country or conflict party that it speaks for


class Attribution(Record, frozen=True):
    """Who says a number, with the words that show it. No cue, no attribution."""

    sources: tuple[Source, ...]  # empty: a hedge without anybody ("reportedly")
    speaker: Span | None  # as written: "the country’s defense ministry", "He"
    cue: Span  # "According to", "said"
    manner: Manner = "says"
    conduit: Source | None = None  # told AFP; quoted by state television
    conduit_span: Span | None = None
    resolved: Span | None = None  # the mention that a pronoun or a short form was resolved to
    carried: bool = False  # the cue stands in another sentence and no quotation mark holds it
    hedge: Span | None = None  # reportedly, allegedly
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # fuzzy hits and other things that `explain` tells

    @property
    def stated(self) -> bool:
        """Whether somebody says the number; False: it belongs to what he plans, wants or thinks of."""
        return self.manner not in STANCES


class Mention(Record, frozen=True):
    """A source that an article names, whether or not it gives a figure."""

    source: Source
    span: Span
    rule: str


# ── the claim ─────────────────────────────────────────────────────────────────────────────────


class Claim(Record, frozen=True):
    """A numeric claim: a quantity, what it counts, and who says it (None: the outlet in its own voice)."""

    id: str
    article: str  # Article.name
    quantity: Quantity
    description: Description
    attribution: Attribution | None
    sentence: Span
    stance: Attribution | None = None  # whose plan or wish it is, where nobody says it: no source

    @property
    def starts(self) -> tuple[int, int]:
        """Where it may be said to start: with its qualifier, or with its number."""
        return self.quantity.start, self.quantity.number[0]

    @property
    def gainsaid(self) -> bool:
        """Whether the text says that another denies what the source claims: "denied Chad's claim that 40 fell"."""
        who, status = self.attribution, self.description.status
        if who is None or who.speaker is None or not who.stated or status is None or status.span is None:
            return False
        claimed = who.manner != "denies" and status.span[1] <= min(who.cue[0], who.speaker[0])
        return status.value == "denied" and claimed and who.cue[1] <= self.quantity.start

    @property
    def denied(self) -> bool:
        """Whether who gives the number says that it is not so."""
        status, who = self.description.status, self.attribution
        if who is not None and who.manner == "denies":
            return True
        return status is not None and status.value in ("negated", "denied") and not self.gainsaid

    @property
    def of_own_side(self) -> bool | None:
        """Whether who says it speaks of his own side, not of the other; None where either side is unknown."""
        party = self.description.party.value if self.description.party else ""
        return party in self.sides if party not in ("", "both") and len(self.sides) == 1 else None

    @property
    def sides(self) -> frozenset[str]:
        """For whom those speak who say it: countries, and parties to a conflict."""
        sources = self.attribution.sources if self.attribution else ()
        return frozenset(source.side for source in sources if source.side)


# ── match and compare ─────────────────────────────────────────────────────────────────────────


class Level(Record, frozen=True):
    """How one slot of two claims compares. Missing on either side is a label of its own."""

    field: str
    label: Literal["same", "compatible", "unknown", "different"]
    left: str | None
    right: str | None
    weight: float
    rule: str


class Comparison(Record, frozen=True):
    """Why two claims were, or were not, put together."""

    left: str
    right: str
    levels: tuple[Level, ...]
    blocked_by: str | None = None  # the gated field that differs; None: nothing stands against it
    needed: float = 0.0  # the score above which a pair speaks for being one figure

    @property
    def score(self) -> float:
        """The sum of the levels' weights."""
        return sum(level.weight for level in self.levels)


class Figure(Record, frozen=True):
    """Claims about the same quantity."""

    id: str
    title: str
    claims: tuple[str, ...]  # ids, in the order of article name and offset
    origins: tuple[tuple[str, ...], ...]  # the same ids by origin: one statement, however many reprint it
    event: str = ""  # id of a named event, or "~" and a key made of what the articles of one happening share
    loose: tuple[str, ...] = ()  # claims of articles that are tied to that event by place, time and number alone


class Relation(Record, frozen=True):
    """How two claims stand to each other. `part_of`: a is part of b; the others have no direction."""

    a: str
    b: str
    kind: RelationKind
    reasons: tuple[str, ...]  # plain sentences: slots that matched, ranges, dates
    rules: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()  # why they may differ: slots unknown or loosely matched


class Sum(Record, frozen=True):
    """A total, the parts stated for it, and whether they add up."""

    total: str
    parts: tuple[str, ...]
    verdict: Verdict
    reasons: tuple[str, ...]
    rules: tuple[str, ...] = ()


# ── the whole run ─────────────────────────────────────────────────────────────────────────────


class Reading(Record, frozen=True):
    """All that one article gives by itself: the way from read to attribute."""

    article: Article
    segments: Segments
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    mentions: tuple[Mention, ...]


class Decided(Record, frozen=True):
    """What a person decided about a dispute or a sum, and whether it still holds."""

    finding: str  # fingerprint
    cases: tuple[tuple[str, ...], ...]  # ids of the claims: two of a dispute, the total and its parts of a sum
    verdict: str  # accept, not the same figure, update, wrong extraction, wrong source
    note: str  # verdict, reason, author and date, as a sentence to show
    reopened: str | None = None  # why it no longer holds: "accepted 2,855 against 2,906; now 3,100"


class Analysis(Record, frozen=True):
    """A run over a set of articles."""

    readings: tuple[Reading, ...]  # sorted by article name
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    sums: tuple[Sum, ...]
    decided: tuple[Decided, ...] = ()
    aside: tuple[Figure, ...] = ()  # left out by a selection, but a claim of theirs stands in a sum or relation of it

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every article, in the order of article and offset."""
        return tuple(claim for reading in self.readings for claim in reading.claims)
