"""How two claims compare in how they are told: by whom, in which words, in what sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import inf

from claimcheck.records import Claim
from claimcheck.slots.amounts import FEW, near, same_number
from claimcheck.slots.book import Book, named
from claimcheck.slots.periods import of_one_week
from claimcheck.slots.records import MEET, Again, Days, Label, Subject
from claimcheck.slots.stretches import one_stretch
from claimcheck.slots.wordings import any_of, compare_wording, one_firm, one_name, words_of

_SOME = "some_of"  # scope
_TELLING = 10  # from which a number is not given twice by chance
_DIGITS = frozenset({"four", "five", "six", "seven", "eight", "nine"})  # numbers among the words of a sentence
_BRACKET = 5  # characters between a number and the same in another unit: " (", ", or "
_ROUNDED = 0.05  # part of a number by which it is missed in another unit, where words leave it open
_CUE = 40  # characters beside a verb of saying, and words there, that may tell that it was said before
_CUE_WORDS, _BEHIND = 4, 2
_STATED = 160  # characters behind a number in which "in an earlier statement" belongs to it
_RISING = 50  # characters from a count back to the verb that it has risen by
_HEADLINE = 40  # characters of a headline


def _need_none(a: Subject, b: Subject, book: Book) -> bool:
    """Whether what is counted tells the figure; a share that its measure tells is not any other of the same size."""
    shares = a.slots.dimension == "percent" or {a.slots.measure, b.slots.measure} <= book.held
    return _at_one_vote(a, b, book) and not (shares and (a.context is None) != (b.context is None))


def _at_one_vote(a: Subject, b: Subject, book: Book) -> bool:
    """Whether two counts of votes or seats are of one week: a candidate stands at many votes, one after the other."""
    held = a.slots.measure in book.held and b.slots.measure in book.held
    return not held or a.claim.article == b.claim.article or of_one_week(a.day, b.day)


def compare_contexts(a: Subject, b: Subject, value: Label, book: Book, again: Again) -> Label:
    """How much the sentences of two loosely told numbers have in common; "spent $6 million" alone is no figure.

    It is one where a story gives it `again`.
    """
    if a.context is None or b.context is None:
        return "same" if _need_none(a, b, book) else "unknown"
    if again:
        return "same"
    if value == "same" and a.told and b.told and a.amount.value >= FEW:
        return "same"  # "will lay off 10,000 workers", "10,000 jobs are to go"
    if one_stretch(a, b, value, book) or _one_way(a, b, book) or _one_price(a, b, book) or _restated(a, b, book):
        return "same"
    if a.claim.sentence == b.claim.sentence and a.claim.article == b.claim.article:
        two_voices = bool(a.voice and b.voice) and a.voice != b.voice
        return "same" if two_voices or a.earlier != b.earlier or converted(a, b) else "unknown"
    if _answers(a, b) and (a.slots.measure == b.slots.measure is not None or leaves_out(a, b)):
        return "same"
    if a.claim.article == b.claim.article and a.kind == b.kind and value not in MEET:
        return "unknown"  # "14 years on the line … a 13-year Carrier worker": one article tells of two things
    if value not in MEET and _of_two_polls(a, b):
        return "unknown"
    if (
        a.slots.noun
        and a.slots.noun == b.slots.noun
        and a.amount.value == b.amount.value < FEW
        and not share_more(a, b)
    ):
        return "unknown"  # "five men … five men"
    shared = len(a.context & b.context)
    share = shared / max(4, min(len(a.context), len(b.context)))
    if share >= 0.5:
        return "same"
    if share >= 0.3 and shared >= 2:
        return "compatible"
    return "unknown" if shared >= 2 or value in MEET else "different"


def _one_way(a: Subject, b: Subject, book: Book) -> bool:
    """ "150 miles north of Lima", "about 110 miles north of Lima": two articles on one happening's way to one town.

    Of a war each tells another spot.
    """
    x, y = a.slots, b.slots
    if not x.dimension == y.dimension == "length" or x.called is None or x.event is None:
        return False
    if (x.called, x.measure, x.event) != (y.called, y.measure, y.event) or book.in_war(x.event):
        return False
    return a.claim.article != b.claim.article and near(a.amount, b.amount)


def _one_price(a: Subject, b: Subject, book: Book) -> bool:
    """ "Ava's shares fell 43 percent", "Ava Corp fell as much as 44 percent": two articles of a week on one firm."""
    x, y = a.slots, b.slots
    if x.firm is None or y.firm is None or x.measure != y.measure or a.claim.article == b.claim.article:
        return False
    one = (x.dimension, x.unit, x.direction) == (y.dimension, y.unit, y.direction) and one_firm(x.firm, y.firm)
    one = one and x.measure in book.words("called", "firm-day") and of_one_week(a.day, b.day)
    days = {period for period in (x.period, y.period) if period is not None}
    return one and near(a.amount, b.amount) and len(days) < 2 and not any(map(_lasts, days))


def _restated(a: Subject, b: Subject, book: Book) -> bool:
    """ "A quake, at first put at magnitude 7.4", "the 7.8 quake": what is measured of one happening, and was before."""
    x, y = a.slots, b.slots
    one = x.event is not None and (x.event, x.measure) == (y.event, y.measure)
    return one and a.earlier != b.earlier and x.measure in book.words("context", "same-restated")


def _lasts(period: Days) -> bool:
    """Whether a period is longer than a day: "fell 43 percent this year"."""
    return period[0] != period[1]


def share_more(a: Subject, b: Subject) -> bool:
    """ "Five sites for the summit were looked at", "a summit at one of five sites": words beside what is counted.

    Of 99 such pairs of one story all were one figure; of seven with none in common two were not.
    """
    if a.context is None or b.context is None:
        return False
    counted = words_of(a.slots.wording) | words_of(b.slots.wording) | _DIGITS
    return not (a.context & b.context) <= counted


def _of_two_polls(a: Subject, b: Subject) -> bool:
    """Whether two shares are what polls found, told by no one source: no poll is wrong for what another one finds."""
    return a.slots.measure == b.slots.measure == "supported" and not set(a.voice) & set(b.voice)


def kind_of_pair(a: Subject, b: Subject, value: Label) -> str:
    """Where numbers do not meet, sentences must be alike; so must those of lengths of time that no named event has."""
    of_event = a.slots.event == b.slots.event and named(a.slots.event or "~")
    # "sentenced to 25 years", "jailed for 25 years": what is done for so long tells more than the length does.
    done = a.slots.measure == b.slots.measure not in (None, "duration")
    timeless = a.slots.dimension != "duration" or of_event or done
    return "" if value in MEET and timeless else "apart"


def said_before(claim: Claim, text: str, book: Book) -> bool:
    """Whether a number was told before: "the ministry had said that 12 died", "earlier reports of 12"."""
    before, cue, behind = _beside_cue(claim, text)
    words = book.words("statement", "same")
    return "had" in (*before[1:], *cue) or not words.isdisjoint((*before[1:], *cue, *behind))


def said_earlier(claim: Claim, text: str, book: Book) -> bool:
    """Whether words tell that a number is of an earlier statement: "had said earlier that 12 died", "previously put".

    Not "said earlier on Monday", of a number that stands.
    """
    if claim.attribution is None:
        return False
    before, _, behind = _beside_cue(claim, text)
    words, documents = book.words("statement", "same"), book.words("statement", "same-document")
    speaker = text[slice(*(claim.attribution.speaker or (0, 0)))].casefold().split() or before[-2:]
    if speaker[-1:] and speaker[-1] in documents and not words.isdisjoint(speaker[:-1]):
        return True  # "initial reports", "an earlier statement"
    told = before[-1:] + behind[:1] if "had" in before or behind[1:] == ["that"] else before[-1:]
    end = claim.quantity.end
    clause = text[end : min(claim.sentence[1], end + _STATED)].replace(";", ",").partition(",")[0].casefold().split()
    stated = {one for one, other in pairwise(clause) if other.strip(".") in documents}  # "in an earlier statement"
    return not words.isdisjoint((*told, *stated))


def risen(claim: Claim, text: str, book: Book) -> bool:
    """ "The toll had risen to at least 80": whether a count is told as what another one has grown to."""
    start = claim.quantity.start
    return _risen(book).search(text, max(0, start - _RISING), start) is not None


@lru_cache(maxsize=16)
def _risen(book: Book) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(book.words('statement', 'same-risen'))})\s(?:[a-z]+\s){{0,3}}\Z", re.I)


def opened_earlier(claim: Claim, text: str, book: Book) -> bool:
    """Whether a sentence opens with what tells that its source spoke before others: "Earlier, the mayor said 12 had
    died", "at first it was thought"; not "earlier, 12 people died in a fire"."""
    who, start = claim.attribution, claim.sentence[0]
    if who is None or not start <= who.cue[0] < claim.quantity.start:
        return False
    said = min(who.cue[0], who.speaker[0] if who.speaker and who.speaker[0] >= start else who.cue[0])
    opening = text[start:said].casefold().replace(",", " ").split()
    if opening[-1:] and opening[-1] in book.words("statement", "same-document"):
        return not book.words("statement", "same").isdisjoint(opening[:-1])  # "in an earlier statement the army said"
    impersonal = book.words("statement", "same-impersonal")
    while opening and opening[-1] in impersonal:
        opening.pop()
    return " ".join(opening) in book.words("statement", "same-opening")


def _beside_cue(claim: Claim, text: str) -> tuple[list[str], list[str], list[str]]:
    """The words before the cue of a claim, of it, and behind it; none where nobody is said to speak."""
    if claim.attribution is None:
        return [], [], []
    (first, last), (start, end) = claim.attribution.cue, claim.sentence
    before, cue, behind = text[max(start, first - _CUE) : first], text[first:last], text[last : min(end, last + _CUE)]
    found = [[word.strip(",;") for word in part.casefold().split()] for part in (before, cue, behind)]
    return found[0][-_CUE_WORDS:], found[1], found[2][:_BEHIND]


def compare_order(a: Subject, b: Subject, value: Label, book: Book) -> Label:
    """Whether two counts that do not meet are each the first that its article gives: of all of it, not of a part.

    "24 people died …", another paper's "27 dead …"; not "… seven of them in one village". Of a war each article tells
    its own strikes first.
    """
    if value != "unknown" or not (a.first and b.first):
        return "unknown"
    if a.slots.dimension != "count" or a.slots.measure is None or a.slots.measure != b.slots.measure:
        return "unknown"
    return "unknown" if book.in_war(a.slots.event or "") or book.in_war(b.slots.event or "") else "same"


def compare_statements(a: Subject, b: Subject, value: Label) -> Label:
    """Whether one voice gives both numbers of one article, and so means two things by them."""
    if a.claim.article != b.claim.article:
        return "same"
    if _links(a.claim, b.claim) or _links(b.claim, a.claim):
        return "different"
    if not same_voice(a.voice, b.voice) or any((a.revised, b.revised, a.earlier, b.earlier)):
        return "same"
    if a.said_before != b.said_before or a.entry != b.entry or of_two_days(a, b):
        return "same"
    if a.claim.sentence == b.claim.sentence:
        return "same" if converted(a, b) or bound_one(a, b) or said_again(a, b) else "different"
    if value in MEET:
        return "different" if _two_floors(a, b) else "same"
    if a.slots.scope == b.slots.scope == _SOME:
        return "different"  # "12 of the wounded were foreigners … six of the wounded were Malians"
    # "40 dead" over a text that counts 42 is one figure; so are two sentences that count the same thing in the same
    # words. Else an article that gives two numbers in its own voice means two things.
    one_spot = a.slots.own_place == b.slots.own_place
    reworded = compare_wording(a.slots.wording, b.slots.wording) == "same" and one_spot and _close(a, b)
    told_twice = a.kind != b.kind or reworded or vaguely_one(a, b)
    return "unknown" if told_twice else "different"


def _two_floors(a: Subject, b: Subject) -> bool:
    """ "At least 89 died in the hall … the attacks killed at least 130": one voice knows of no more than it tells.

    A headline may be behind its text.
    """
    floors = a.claim.quantity.qualifier == b.claim.quantity.qualifier == "at_least" and a.slots.dimension == "count"
    return floors and a.kind == b.kind and a.amount.value != b.amount.value


def of_two_days(a: Subject, b: Subject) -> bool:
    """Whether two counts of one thing run up to two days: "40 dead by Monday, 60 by Friday"."""
    one, other = a.claim.description.as_of, b.claim.description.as_of
    return one is not None and other is not None and one.value != other.value and a.slots.measure == b.slots.measure


def converted(a: Subject, b: Subject) -> bool:
    """ "55 kilometres (34 miles)": one number in two units, one right behind the other."""
    one, other = sorted((a.claim.quantity, b.claim.quantity), key=lambda quantity: quantity.start)
    if a.claim.article != b.claim.article or one.unit == other.unit or one.dimension != other.dimension:
        return False
    near = same_number(a.amount, b.amount) or _nearly(a.amount.value, b.amount.value)
    return 0 <= other.start - one.end <= _BRACKET and a.slots.unit == b.slots.unit and near


def _nearly(a: float, b: float) -> bool:
    """Whether one is the other, rounded on the way into another unit: "36,810 acres, or nearly 60 square miles"."""
    return abs(a - b) <= _ROUNDED * max(abs(a), abs(b))


def bound_one(a: Subject, b: Subject) -> bool:
    """ "At least 20, perhaps even up to 90, miners": the floor and the ceiling that a sentence gives one count."""
    floor, ceiling = sorted((a.amount.literal, b.amount.literal), key=lambda literal: literal.low, reverse=True)
    bounds = floor.high == inf and ceiling.low <= 0 and floor.meets(ceiling)
    return bounds and a.claim.sentence == b.claim.sentence and a.claim.article == b.claim.article


def vaguely_one(a: Subject, b: Subject) -> bool:
    """ "166 people are missing", "dozens of missing people": a vague number may be what the other one is."""
    vague = "vague" in (a.claim.quantity.qualifier, b.claim.quantity.qualifier)
    return vague and a.amount.literal.meets(b.amount.literal)


def said_again(a: Subject, b: Subject) -> bool:
    """A headline that ran into its text: "Shelling kills 31 in town AFP Saturday Shells on the town killed 31", or
    "Dozens dead in town AFP Saturday Shells on the town killed 31"."""
    one_number = a.amount.value == b.amount.value or vaguely_one(a, b)
    one_number = one_number and min(a.amount.value, b.amount.value) >= _TELLING and a.slots.measure == b.slots.measure
    one_spot = a.slots.place == b.slots.place or not (a.slots.own_place and b.slots.own_place)
    return one_number and one_spot and abs(a.claim.quantity.start - b.claim.quantity.start) > _HEADLINE


def same_voice(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two voices of one article are one: "Choi Seong-beom" is "Choi" further on."""
    return len(a) == len(b) and all(map(one_name, a, b))


def leaves_out(a: Subject, b: Subject) -> str:
    """ "Police counted 20,000 demonstrators. The unions spoke of 60,000": the second leaves out what it counts."""
    if a.claim.article != b.claim.article:
        return ""
    bare = any(s.slots.measure is None and not s.slots.noun for s in (a, b))
    return "elliptic" if bare and _answers(a, b) else ""


def _answers(a: Subject, b: Subject) -> bool:
    """Whether two named sources give numbers of one kind in one sentence or in two that follow one another."""
    if a.claim.article != b.claim.article or not a.voice or not b.voice or set(a.voice) & set(b.voice):
        return False
    first, second = sorted((a.claim.sentence, b.claim.sentence))
    return second[0] - first[1] <= 2 and a.slots.dimension == b.slots.dimension


def _links(part: Claim, whole: Claim) -> bool:
    """Whether a text makes one claim a part of another."""
    return any(link.whole in whole.starts for link in part.description.part_of)


def _close(a: Subject, b: Subject) -> bool:
    small, large = sorted((abs(a.amount.value), abs(b.amount.value)))
    return large <= 1.25 * small
