"""A claim in, its slots out: what is counted, of whom, where, when, how, in units that compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.records import HELD, Claim, Description, Fact, Quantity, Reading, Span
from claimcheck.slots.amounts import amount_of, telling
from claimcheck.slots.book import Book, known_of
from claimcheck.slots.called import called
from claimcheck.slots.entries import entry_at
from claimcheck.slots.firms import firm_of
from claimcheck.slots.flights import told_of_flight
from claimcheck.slots.happening import told_beside
from claimcheck.slots.illness import illness_of
from claimcheck.slots.manner import manner_of
from claimcheck.slots.records import BOTH, Days, Slots, Subject
from claimcheck.slots.scene import LANDS, SEVERAL
from claimcheck.slots.setfor import set_for
from claimcheck.slots.stretches import what_lasts
from claimcheck.slots.strikers import striker_of
from claimcheck.slots.traits import traits_of
from claimcheck.slots.voices import opened_earlier, said_before, said_earlier
from claimcheck.slots.wordings import any_of, words_of

_COUNTING = ("L93", "L95")  # rules by which a place is that of who counts
_KILLED, _FEARED, _BELIEVED = "killed", "feared", "G3483"
_UNREAL = frozenset({"forecast", "planned", "hypothetical", "target"})
_KNOWN_WITHIN = 8  # characters that it takes
# Dimensions of what something happens to: 40 houses, 600 acres, 12 km of advance.
_EXTENTS = frozenset({"count", "area", "length"})
_SHARES = frozenset({"percent", "fraction"})
_FATES = frozenset({"person", "position"})  # classes of whose members a measure tells enough
_OPEN = frozenset({"P600", "P2980"})  # rules by which those are of both sides of whom nobody tells whose they are
_SOLDIER = "soldier"  # class of those who fight for a state
_OTHERS = re.compile(r"(?:, \w+)? (?:and|or) other (\w+)")
_OF = 30  # characters of " out of the estimated "


def _unit_of(quantity: Quantity, book: Book) -> str | None:
    """The unit as far as it tells amounts apart: none for those that convert; a rate is no sum."""
    converts = quantity.dimension == "count" or book.converts(quantity.dimension, quantity.unit)
    unit = None if converts else book.in_larger.get(quantity.unit or "", quantity.unit)
    return f"{unit or quantity.dimension} per {quantity.per}" if quantity.per else unit


def _slots_of(claim: Claim, event: str | None, book: Book, reading: Reading) -> Slots:
    """The slots of a claim whose event is known (or None)."""
    quantity, told = claim.quantity, claim.description
    party = _whose(claim, event, book)
    name, manner = called(claim, reading, book), manner_of(claim, reading, book)
    scope = _scope(told.scope.value if told.scope else None, party) or _ground_of_whole(claim, reading)
    lasts = what_lasts(claim, book)
    of_war = bool(lasts and known_of(event or ""))
    return Slots(
        dimension="percent" if quantity.dimension == "fraction" else quantity.dimension,
        unit=_unit_of(quantity, book),
        direction=_direction(claim, book),
        modality=modality(claim),
        measure=told.measure.value if told.measure else None,
        word=told.word.value if told.word else None,
        noun=_noun_besides(claim, reading.article.text, book) or _noun(claim, book),
        noun_class=_noun_class(claim, book),
        party=party,
        event=event,
        place=told.place.value if told.place and not (of_war or scope == LANDS) else None,  # which is not of a spot
        own_place=_inside(told.place, claim.sentence) and not _of_speaker(told.place, claim),
        period=days(claim),
        scope=None if manner and scope == SEVERAL else scope,
        spot=told.spot.value if told.spot else None,
        portion=_portion(claim, reading, book),
        manner=manner,
        agent=striker_of(claim, reading, book) if book.has_strikes(event or "") else None,
        wording=lasts or wording(_counted(told), book.left_out),
        called=name.name or set_for(claim, reading, book) or illness_of(claim, reading, book),
        apart_from=name.apart,
        firm=firm_of(claim, reading, book),
        open_side=party == BOTH and told.party is not None and told.party.rule in _OPEN,
    )


def _whose(claim: Claim, event: str | None, book: Book) -> str | None:
    """The side whose people are counted. Who tells of soldiers killed or hurt, and names no other side, or of a toll of
    the fighting between itself and another, counts its own; so does each side of a known fight."""
    told, who = claim.description, claim.attribution
    sides = {source.side for source in who.sources} if who is not None else set()
    speaks = sides.pop() if len(sides) == 1 else None
    if speaks in told.foes:
        return speaks
    if told.party is not None:
        return told.party.value
    harmed = told.measure is not None and told.measure.value in book.fates
    hits = {fact.value for fact in told.event_terms} & book.words("party", "not-own")
    fought = not hits and book.top(told.noun_class) in _FATES and book.fights(speaks, event)
    own = told.noun_class == _SOLDIER or fought
    return speaks if harmed and own else None


def _scope(told: str | None, party: str | None) -> str | None:
    """A toll so far is what a bare toll is; of both sides is told what is told of the lands between which it was."""
    return None if told == "cumulative" or (told == LANDS and party == BOTH) else told


def _ground_of_whole(claim: Claim, reading: Reading) -> str | None:
    """ "Seven children were among 71 killed in rebel-held areas": some of whom one side's ground lost."""
    wholes = {link.whole for link in claim.description.part_of}
    if not wholes:
        return None
    scopes = (other.description.scope for other in reading.claims if not wholes.isdisjoint(other.starts))
    return next((scope.value for scope in scopes if scope is not None and scope.value in HELD), None)


def _direction(claim: Claim, book: Book) -> str | None:
    """A rise or a fall; what is a rise by its name is one without a word for it: growth of 2 percent."""
    measure = claim.description.measure
    rises = measure is not None and measure.value in book.words("direction", "same")
    return claim.quantity.direction or ("up" if rises else None)


def _noun(claim: Claim, book: Book) -> str:
    """The counted noun; of a share its unit, as the units of shares are compared."""
    unit = claim.description.unit
    return "" if unit == "thing" else _of_case(claim, book) or book.in_larger.get(unit, unit)


def _noun_besides(claim: Claim, text: str, book: Book) -> str:
    """ "100 homes and other structures": the wide noun of which the counted one is but the first."""
    span = claim.description.object_span
    found = _OTHERS.match(text, span[1]) if span else None
    noun = found[1].removesuffix("s") if found else ""
    return noun if noun in book.words("noun", "different-all") else ""


def _noun_class(claim: Claim, book: Book) -> str:
    told = claim.description
    case = _of_case(claim, book)
    return "" if told.unit == "thing" else book.class_of.get(case, case) or told.noun_class or told.unit


def _of_case(claim: Claim, book: Book) -> str:
    """Who the cases or bodies are that a measure tells of: "561 cases of measles" are people infected, "a toll of three
    bodies" are people killed."""
    told = claim.description
    if told.measure is None:
        return ""
    if told.noun_class == "case" or (told.measure.value, told.unit) in book.deeds:  # "72 arrests"
        return book.counted.get(told.measure.value, "")
    return book.victim(told.measure.value, told.noun_class)


def subject_of(
    claim: Claim,
    event: str | None,
    book: Book,
    reading: Reading,
    story: str | None = None,
    recalled: frozenset[str] = frozenset(),
) -> Subject:
    """A claim of a reading with its slots, its amount and its voice; `story`: the main event of its article;
    `recalled`: known events that the article tells of when they were over."""
    who, status, told = claim.attribution, claim.description.status, claim.description.measure
    article, value = reading.article, status.value if status else None
    slots, amount = told_of_flight(_slots_of(claim, event, book, reading), book), amount_of(claim, book)
    context = _context(claim, book, reading)
    polled = context is None or not book.polling.isdisjoint(context)
    return Subject(
        claim=claim,
        slots=slots,
        amount=amount,
        traits=traits_of(claim.quantity, slots, polled),
        voice=tuple(sorted(source.name for source in who.sources)) if who else (),
        context=context,
        number=telling(amount, slots, book),
        beside=told_beside(story, slots),
        series=_series(claim, book),
        campaign=_campaign(slots, book),
        day=article.date[:10] if article.date else None,
        kind=reading.segments.sentences[claim.quantity.sentence].kind,
        kinds=_kinds_told(claim),
        revised=value == "revised",
        earlier=value == "earlier" or _earlier(claim, event, book, article.text),
        said_before=said_before(claim, article.text, book),
        story=story,
        told_in=article.text[slice(*claim.sentence)],
        told=told is not None and told.value in book.measures and book.top(claim.description.noun_class) in _FATES,
        denied=claim.denied,
        known=_known(claim, article.text, book),
        recalled=recalled,
        entry=entry_at(article.text, claim.quantity.start),
    )


@lru_cache(maxsize=16)
def _before_known(book: Book) -> re.Pattern[str]:
    """What stands before a number of those who are known."""
    return re.compile(rf"\b(?:{any_of(book.words('noun', 'known'))})\s$", re.I)


@lru_cache(maxsize=16)
def _of_the(book: Book) -> re.Pattern[str]:
    """What stands between the number of some and that of all: " out of the estimated "."""
    return re.compile(rf"\s(?:out )?of (?:{any_of(book.words('portion', 'of-whole'))})\s(?:\w+\s)?")


def _known(claim: Claim, text: str, book: Book) -> bool:
    start = claim.quantity.start
    return _before_known(book).search(text, max(claim.sentence[0], start - _KNOWN_WITHIN), start) is not None


def _kinds_told(claim: Claim) -> frozenset[str]:
    return frozenset(term.value for term in claim.description.event_terms if term.span is not None)


def _portion(claim: Claim, reading: Reading, book: Book) -> str | None:
    """Whether the text counts a claim as a part of a number of its own measure, and whether that is of one class.

    "Shot three, killing two", "11 dead, hundreds more injured": these are all of the killed, and all of the injured.
    "100 soldiers, among them dozens of commandos": an article that counts the soldiers alone tells no other such part.
    """
    if not claim.description.part_of or _all_that_was(claim):
        return None
    wholes = {link.whole for link in claim.description.part_of}
    found = [other for other in reading.claims if not wholes.isdisjoint(other.starts)]
    alike = [other for other in found if _told_alike(claim, other)]
    if found and (not alike or _all_of_whom(claim, alike, reading, book)):
        return None
    parted = claim.description.noun_class
    if alike and all(_but_elsewhere(claim, other) for other in alike):
        return None
    return "inner" if any(other.description.noun_class == parted != "person" for other in alike) else "part"


def _but_elsewhere(part: Claim, whole: Claim) -> bool:
    """ "279 were killed, with 155 in rebel-held areas": on one side's ground, which tells enough of who these are."""
    one, all_ = part.description, whole.description
    ground = one.scope is not None and one.scope.value in HELD and (all_.scope is None or all_.scope.value not in HELD)
    return ground and one.noun_class in ("person", all_.noun_class)


def _earlier(claim: Claim, event: str | None, book: Book, text: str) -> bool:
    """Whether a number was told before others; "earlier, the source said" of a known war is of the strike before."""
    opened = not book.has_strikes(event or "") and opened_earlier(claim, text, book)
    return opened or said_earlier(claim, text, book)


def _all_of_whom(part: Claim, wholes: Sequence[Claim], reading: Reading, book: Book) -> bool:
    """ "88,780 of the 120,000 residents have fled": all who did, of those of whom nothing else is told."""
    if part.description.measure is None or any(whole.description.measure for whole in wholes):
        return False
    gaps = (reading.article.text[part.quantity.end : whole.quantity.number[0]][:_OF] for whole in wholes)
    return all(_of_the(book).fullmatch(gap) is not None for gap in gaps)


def _told_alike(part: Claim, whole: Claim) -> bool:
    """Whether what happened to a part happened to the whole too; a bare number is no whole of anybody."""
    left, right = part.description.measure, whole.description.measure
    if right is None:
        return whole.description.unit not in ("", "thing") and not _all_that_was(part)
    return left is None or left.value == right.value


def _context(claim: Claim, book: Book, reading: Reading) -> frozenset[str] | None:
    """None for what its measure tells: counts of people and things, shares of votes; else the words of the sentence."""
    measure = claim.description.measure
    if measure is not None and measure.value in book.held and claim.description.party is not None:
        return None
    if claim.quantity.dimension in _EXTENTS and measure is not None and measure.value in book.firm:
        return None
    if claim.quantity.dimension in _SHARES and measure is not None and measure.value in book.of_event:
        return None
    return words_of(reading.article.text[slice(*claim.sentence)])


def _series(claim: Claim, book: Book) -> tuple[str, str, tuple[str, ...], str] | None:
    """What makes counts of one source, of two days far apart, one running count: "its soldiers killed in the war"."""
    told, who = claim.description, claim.attribution
    if who is None or len(who.sources) != 1 or who.sources[0].kind in ("anonymous", "collective", "hearsay"):
        return None
    kinds = tuple(sorted({fact.value for fact in told.event_terms} & book.lasting))
    spot = told.party or told.place  # "Chad's cholera toll", "cholera has killed 45 people in Chad"
    if not kinds or told.measure is None or spot is None:
        return None
    return (who.sources[0].name, told.measure.value, kinds, spot.value)


def _campaign(slots: Slots, book: Book) -> tuple[str, str, str | None] | None:
    """What makes counts of a campaign one: the war, the place, and what is counted."""
    if (
        slots.place is None
        or not book.has_strikes(slots.event or "")
        or not book.of_campaign(slots.measure, slots.noun_class)
    ):
        return None
    return (known_of(slots.event or ""), slots.place.casefold(), book.widest(slots.measure))


def _inside(fact: Fact | None, sentence: Span) -> bool:
    return fact is not None and (fact.span is None or sentence[0] <= fact.span[0] < sentence[1])


def _all_that_was(claim: Claim) -> bool:
    """ "Won 34 of the 120 seats": what was done is told before the number, which is all that it was done to."""
    told = claim.description
    before = told.measure is not None and told.measure.span is not None and told.measure.span[0] < claim.quantity.start
    return before and all(link.rule == "O01" for link in told.part_of)


def _of_speaker(place: Fact | None, claim: Claim) -> bool:
    """ "A doctor at the hospital in Kochi said": where the speaker is, not where it happened."""
    who = claim.attribution
    if place is None or place.span is None or who is None or who.speaker is None or place.rule in _COUNTING:
        return False  # what the authorities of a land tell is of that land
    return who.speaker[0] <= place.span[0] < who.speaker[1]


def _counted(told: Description) -> str:
    """The counted phrase without the noun that tells what happened: the "deaths" of 45 deaths are people who died."""
    whole, happened = told.object_span, told.measure.span if told.measure else None
    if whole is None or happened is None or not whole[0] <= happened[0] < happened[1] <= whole[1]:
        return told.object
    return told.object[: happened[0] - whole[0]] + told.object[happened[1] - whole[0] :]


def modality(claim: Claim) -> str:
    """Whether a claim tells of what was, or of what is expected, planned or supposed."""
    status, measure = claim.description.status, claim.description.measure
    dead = measure is not None and measure.value == _KILLED
    if status is not None and dead and (status.rule == _BELIEVED or status.value == _FEARED):
        return _FEARED  # "20,000 are believed dead"; who is feared buried or believed to have fled is so
    return status.value if status and status.value in _UNREAL else "actual"


def days(claim: Claim) -> Days | None:
    """The days that a claim speaks of; None where both ends are unknown."""
    period, as_of = claim.description.period, claim.description.as_of
    if period is None or (period.start is None and period.end is None):
        return None
    if as_of is not None and period.start == period.end == as_of.value[:10]:
        return None  # "constitute today one million": the day of the count, not of what happened
    return (period.start or "", period.end or "~")


@lru_cache(maxsize=65536)
def wording(phrase: str, left_out: frozenset[str]) -> str:
    """The content words of a counted phrase, for comparing: without numbers, and without the words `left_out`."""
    return " ".join(word for word in phrase.casefold().split() if word not in left_out and not word[:1].isdigit())
