"""Two claims in, whether their number is one that a story gives twice out."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log

from claimcheck.slots.alike import alike, alike_keys, mostly_alike, shared_words
from claimcheck.slots.amounts import digits
from claimcheck.slots.book import Book
from claimcheck.slots.periods import of_one_week, weeks_apart
from claimcheck.slots.records import MEET, Again, Label, Slots, Subject
from claimcheck.slots.traits import YEARS
from claimcheck.slots.voices import share_more
from claimcheck.slots.wordings import compare_wording
from claimcheck.slots.world import World

_LIKE = -1.0  # likeness of two stories, from which a number that both give is of one
_ROUNDED = 0.03  # part of a number by which a rounded one misses it: $43,350, $43,000; not 45,000, 50,000
_WIDE = 0.1  # part of a number by which another may miss it: "over $10,000", "$10,977.74"
_STEP = 0.2  # of a logarithm: numbers so close fall into one step, or into one of those half a step on
_SHARED = 1  # words
_FLOORS, _CEILINGS = frozenset(("more_than", "at_least")), frozenset(("nearly", "less_than", "at_most"))
_POINTS = frozenset(("exact", "about"))
_ALIKE = 2  # words that sentences share, of a count and of what comes up to a bound
_CLOSELY = 4  # … of what is told vaguely
_MANY = 6  # … of counts below ten of what goes by two nouns, and of a few years


def may_retell(a: Subject, b: Subject) -> bool:
    """Whether two numbers are near enough for it: what is quickly told of a million pairs."""
    return a.story is not None and b.story is not None and (_near(a, b, _WIDE) or _vague(a, b))


def retold(a: Subject, b: Subject, value: Label, world: World) -> Again:
    """Whether one number is given twice in articles of one story, and so hardly of two things.

    Sums and lengths that two of 59 stories gave were one figure in 250 pairs of 251, whatever the verbs; so were counts
    of one thing, and 117 of 119 that count few in the same words. Shares of polls, round years and vague numbers are
    one by chance; other shares and a few days, in sentences of one week that share words, were one figure in 26 pairs
    of 26. A few years are one where most of a sentence is ("three-year terms, and a three-year ban").
    """
    if value not in MEET or not may_retell(a, b) or not _given_twice(a, b, value, world):
        return ""
    sure = a.traits.sure or (a.traits.few and _in_one_sentence(a, b))
    return "sure" if a.amount.value == b.amount.value and sure else "again"


def _given_twice(a: Subject, b: Subject, value: Label, world: World) -> bool:
    one_story, kin = _of_one_story(a.story, b.story, world), _kin(a.story, b.story, world)
    if _vague(a, b):
        return one_story and _in_like_sentences(a, b)
    if a.traits.few and b.traits.few:
        return (one_story and (_in_one_wording(a, b) or _in_one_sentence(a, b))) or alike(a, b, kin)
    if a.traits.common and b.traits.common:
        return _of_one_thing(a, b) and (one_story or alike(a, b, kin))
    if not (a.traits.telling and b.traits.telling) or (a.slots.unit != b.slots.unit and not a.traits.rare):
        return False  # "$100,000 a month", "a fee of $100,000"
    if a.slots.measure != b.slots.measure and _ranges(a) != _ranges(b):
        return False  # "damage of $2 billion to $3 billion", "a loan of $2 billion"
    if a.claim.article == b.claim.article and a.amount.value != b.amount.value:
        return False  # "a football for $5,000 and a hat for $4,600"
    hardly_two = a.traits.rare or of_one_week(a.day, b.day) or _of_one_noun(a, b)
    one_number = value == "same" and _near(a, b, _ROUNDED) and hardly_two
    if not one_number and not _bounded(a, b):
        return False
    return one_story or alike(a, b, kin)


def retold_keys(subject: Subject, world: World) -> Iterable[tuple[object, ...]]:
    """What two subjects share, one key at least, where the one may retell the other."""
    if subject.story is None:
        return
    yield from alike_keys(subject)
    if subject.traits.few:
        yield (subject.story, subject.amount.value)
    if not subject.traits.telling and not subject.traits.common:
        return
    for story in (subject.story, *(pair for pair in world.ties(subject.story) if _of_one_story(*pair, world))):
        size = log(max(1.0, abs(subject.amount.value))) / _STEP  # 32 degrees Fahrenheit are none
        yield (story, 0, floor(size))
        yield (story, 1, floor(size + 0.5))


def _of_one_thing(a: Subject, b: Subject) -> bool:
    """ "Tariffs of 25 percent on steel", "a 25 percent tariff": two articles of a week, or a headline and its text,
    whose sentences share words."""
    told_twice = a.claim.article != b.claim.article or a.kind != b.kind
    if a.context is None or b.context is None or a.amount.value != b.amount.value or not told_twice:
        return False
    if a.slots.direction != b.slots.direction and a.amount.value.is_integer():
        return False  # unemployment stands at 12 percent, and has fallen by 12 percent: by chance; not of 5.9 percent
    if not of_one_week(a.day, b.day):
        return False
    if a.slots.dimension == "duration" and a.claim.quantity.unit in YEARS:
        # Not "a three-year ban" and "a three-year term" of one story.
        return shared_words(a, b) >= _MANY or mostly_alike(a, b, _ALIKE, 1 / 2)
    return len(a.context & b.context) >= _SHARED


def _in_one_wording(a: Subject, b: Subject) -> bool:
    """ "Two African countries", "the two African countries", of one event; "two men" may be any two."""
    one = (a.slots.event, a.slots.noun, a.amount.value) == (b.slots.event, b.slots.noun, b.amount.value)
    if not one or compare_wording(a.slots.wording, b.slots.wording) != "same":
        return False
    if " " in a.slots.wording and " " in b.slots.wording:
        return True
    return share_more(a, b) and not weeks_apart(a.day, b.day)


def _vague(a: Subject, b: Subject) -> bool:
    return a.slots.dimension == "count" and "vague" in (a.claim.quantity.qualifier, b.claim.quantity.qualifier)


def _in_like_sentences(a: Subject, b: Subject) -> bool:
    """ "Dozens of Republicans joined the Democrats", "with 35 Republicans joining all Democrats", in one week."""
    if a.slots.noun != b.slots.noun or a.claim.article == b.claim.article or weeks_apart(a.day, b.day):
        return False
    return mostly_alike(a, b, _CLOSELY, 1 / 4)


def _in_one_sentence(a: Subject, b: Subject) -> bool:
    """ "The court ruled in two cases", "the court issued two opinions": sentences of a week that share many words."""
    if a.amount.value != b.amount.value or a.claim.article == b.claim.article:
        return False
    return of_one_week(a.day, b.day) and shared_words(a, b) >= _MANY


def _of_one_noun(a: Subject, b: Subject) -> bool:
    """Two counts of one noun and event, in articles that may be of one week."""
    counted = a.slots.dimension == "count" and (a.slots.noun, a.slots.event) == (b.slots.noun, b.slots.event)
    return counted and not weeks_apart(a.day, b.day)


def _near(a: Subject, b: Subject, part: float) -> bool:
    x, y = a.amount.value, b.amount.value
    return abs(x - y) <= part * max(abs(x), abs(y))


def in_other_words(a: Slots, b: Slots, measure: Label, noun: Label, again: Again, book: Book) -> tuple[Label, Label]:
    """How measures and nouns of a number told twice compare: one thing may go by two verbs, or by two nouns.

    "26 pirates were arrested", "26 crewmen were aboard"; but 12 dead and 12 hurt are 24. A number that is hardly of
    two things may go by any verb and noun at once: "188,829 crossers", "188,829 migrants were met".
    """
    if measure == "different" and book.accounts.issuperset((a.measure, b.measure)):
        return measure, noun  # "invests $40 million", "savings of $40 million"
    if measure == "different" and a.direction == b.direction is not None and _only_changed(a, b, book):
        return "unknown", _open(noun, "compatible")
    if again == "sure" and book.fates.isdisjoint((a.measure, b.measure)):
        apart = book.told_apart(a.noun_class, b.noun_class)
        return _open(measure, "unknown"), noun if apart else _open(noun, "compatible")
    if measure == "different" and noun != "different" and book.fates.isdisjoint((a.measure, b.measure)):
        return measure if _two_deeds(a, b, book) else "unknown", noun
    if noun == "different" and measure == "same" and not book.told_apart(a.noun_class, b.noun_class):
        one_kind = "other" in (a.noun_class, b.noun_class) or book.top(a.noun_class) == book.top(b.noun_class)
        return measure, "compatible" if one_kind else noun
    return measure, noun


def _two_deeds(a: Slots, b: Slots, book: Book) -> bool:
    """ "About 400 residents gathered", "nearly 400 rescuers arrived": two deeds that each tell a figure, of people who
    go by two words; not "500 people were trapped", "500 people were evacuated"."""
    told = a.dimension == "count" and a.measure in book.firm and b.measure in book.firm
    return told and compare_wording(a.wording, b.wording) == "different"


def _only_changed(a: Slots, b: Slots, book: Book) -> bool:
    """Whether one of them tells no more than that it rose or fell: "a rise of 37,000", "the toll rose by 37,000"."""
    return not book.words("direction", "unknown").isdisjoint((a.measure, b.measure))


def _open(label: Label, instead: Label) -> Label:
    return instead if label == "different" else label


def _bounded(a: Subject, b: Subject) -> bool:
    """ "More than $10,000" is said of $10,977.74, "nearly 190,000" of 188,829, in sentences that share words."""
    return _bounds(a, b) or _bounds(b, a)


def _bounds(bound: Subject, told: Subject) -> bool:
    qualifier, edge, value = bound.claim.quantity.qualifier, abs(bound.amount.value), abs(told.amount.value)
    if told.claim.quantity.qualifier not in _POINTS:
        return False
    if qualifier in _FLOORS and edge < value <= (1 + _WIDE) * edge:
        return bound.slots.dimension == "money" or shared_words(bound, told) >= _ALIKE
    if digits(abs(bound.claim.quantity.value)) >= digits(abs(told.claim.quantity.value)):
        return False  # a ceiling is the rounder of the two: "up to $15.3 billion" is not said of $14.7 billion
    if bound.slots.modality != told.slots.modality and bound.slots.dimension != "money":
        return False  # "up to 30 inches may fall", "28 inches fell"; not of a deal, which is announced to be done
    return qualifier in _CEILINGS and (1 - _WIDE) * edge <= value < edge and shared_words(bound, told) >= _ALIKE


def _ranges(subject: Subject) -> bool:
    return subject.claim.quantity.qualifier == "between"


def _kin(a: str | None, b: str | None, world: World) -> bool:
    """Whether two stories are one, or have something in common."""
    return a is not None and b is not None and (a == b or world.likeness(a, b) is not None)


def _of_one_story(a: str | None, b: str | None, world: World) -> bool:
    if a is None or b is None:
        return False
    likeness = 0.0 if a == b else world.likeness(a, b)
    return likeness is not None and likeness > _LIKE
