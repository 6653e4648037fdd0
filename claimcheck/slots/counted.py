"""How two claims compare in what they count: measure, direction, modality, noun, party, part or whole."""

from __future__ import annotations

from claimcheck.slots.book import Book
from claimcheck.slots.records import BOTH, FIGHTERS, MEET, Again, Label, Slots
from claimcheck.slots.wordings import one_name

_MEANT = frozenset(("actual", "planned", "hypothetical", "target"))
_TROOPS = frozenset(("soldier", "person", "combatant"))  # of a side's army: "200 personnel"
_NOT_MEASURED = frozenset(("count", "percent", "fraction", "points", "money"))  # dimensions whose units do not convert


def compare_units(a: Slots, b: Slots, value: Label, book: Book, again: Again) -> Label:
    """Whether two numbers are in one unit, or in units that convert; "$92" may be what was "$92 a month" before, and
    a wage of $15 is one of $15 an hour."""
    if (a.dimension, a.unit) == (b.dimension, b.unit):
        return "same"
    rate = value == "same" and a.measure == b.measure and a.measure in book.words("dimension", "unknown")
    one = (again != "" or rate) and a.dimension == b.dimension and once(a.unit) == once(b.unit)
    left_out = once(a.unit) == a.unit or once(b.unit) == b.unit
    return "unknown" if one and left_out else "different"


def once(unit: str | None) -> str | None:
    """The unit of a rate without what it is for each of."""
    return unit.partition(" per ")[0] if unit else unit


def compare_directions(a: Slots, b: Slots, value: Label, book: Book, again: Again) -> Label:
    """A level of 12 percent is no rise by 12 percent; "grew by 161,000 jobs" and "161,000 jobs added" are one thing.
    "The river rose to 45 feet" is none that it rose by.

    So is a rise that a story gives `again` in other words: "prices rose 5.4 percent", "inflation stood at 5.4 percent".
    """
    if a.direction == b.direction:
        return "same"
    if not book.words("direction", "different").isdisjoint((a.measure, b.measure)):
        return "different"
    told_once = a.direction is None or b.direction is None
    one = again != "" or (value == "same" and a.dimension not in ("percent", "points"))
    return "unknown" if told_once and one else "different"


def compare_modality(a: Slots, b: Slots, value: Label, book: Book, again: Again) -> Label:
    """What is planned and what is forecast may be one thing; neither is what was, unless to announce is to do, or
    one story gives one number `again`: "demanded $5.7 billion", "the $5.7 billion that he wanted". Nobody knows ahead
    how many will die."""
    if a.modality == b.modality:
        return "same"
    if again and not ("forecast" in (a.modality, b.modality) and a.measure in book.fates):
        return "unknown"
    if value == "same" and a.event == b.event and meant(a, book) and meant(b, book):
        return "unknown"  # "offered a three-year extension", "offers to extend it by three years"
    if value == "same" and {a.modality, b.modality} == {"feared", "actual"} and a.event == b.event is not None:
        return "unknown"  # "all 66 are presumed to have died", "killed all 66"
    if _estimated(a, book) and _estimated(b, book):
        return "unknown"
    one_deed = "actual" not in (a.modality, b.modality) or (book.announces(a) and book.announces(b))
    return "unknown" if one_deed and value in MEET else "different"


def _estimated(slots: Slots, book: Book) -> bool:
    """ "The damage could reach $5 billion": what is no less of an estimate where it is told as a fact."""
    supposed = slots.modality in ("actual", "hypothetical")
    return supposed and slots.dimension == "money" and slots.measure in book.words("modality", "estimated")


def meant(slots: Slots, book: Book) -> bool:
    """Whether a number is one that somebody means, or that was; who dies is nobody's plan."""
    return slots.modality in _MEANT and slots.measure not in book.fates


def compare_measures(a: Slots, b: Slots, value: Label, book: Book) -> Label:
    """What happened to the counted; "cost" is what money is where its sentence tells no more."""
    if a.measure == b.measure:
        in_one_word = a.word == b.word is not None and value in MEET
        return "same" if in_one_word else compare_known(a.measure, b.measure)
    if a.measure and b.measure and book.synonyms(a.measure, b.measure, _class_told(a), _class_told(b)):
        return "same"
    if _in_other_words(a, b):
        return "compatible"
    if a.measure in b.apart or b.measure in a.apart:
        return "different"
    if a.measure and b.measure and value in MEET:
        if book.alike(a.measure, b.measure, a.noun_class, b.noun_class, value == "same"):
            return "compatible"
        # "Commands 200 followers" is no word for 202 people dead, "540 were marooned" may be one for 540 dead.
        others = a.noun != b.noun and not book.fates.isdisjoint((a.measure, b.measure))
        if value == "same" and not others and (book.loose(a.measure) or book.loose(b.measure)):
            return "unknown"
    if a.dimension == "money" and "cost" in (a.measure, b.measure):
        return "unknown"
    if (a.measure is None) != (b.measure is None) and value not in MEET:
        return "different"
    return compare_known(a.measure, b.measure)


def _class_told(slots: Slots) -> str:
    """The class of what is counted; nothing where its noun is left out: "72,000 have arrived"."""
    return slots.noun_class if slots.noun else ""


def _in_other_words(a: Slots, b: Slots) -> bool:
    """Whether one count is told in two words, which no article of their event holds apart."""
    return a.measure in b.others and b.measure in a.others


def compare_parties(left: Slots, right: Slots, value: Label, book: Book) -> Label:
    """One side is not the other; and who counts both sides is met by a bare count only where the numbers meet."""
    a, b = left.party, right.party
    of_one = left.measure == right.measure and left.measure in book.of_candidates
    if of_one and a and b and one_name(a.casefold(), b.casefold()):
        return "same"  # "Maria Lopez", "Lopez"
    if BOTH in (a, b) and a != b and value not in MEET:
        return "different"
    if value == "same" and a and b and (left.open_side or right.open_side):
        return "unknown"  # "13 captured in the Malian-Chadian clashes" may be all of one side
    if a and b and a != b and "soldier" not in (left.noun_class, right.noun_class) and _of_one_land(a, b):
        return "unknown"
    return compare_known(a, b)


def _of_one_land(a: str, b: str) -> bool:
    """ "29 Syria rebels dead", "29 Syrian rebels were killed": a group of a land, and the land before its people."""
    land, group = sorted((a.casefold(), b.casefold()), key=len)
    return group.startswith(land) and " " in group


def compare_nouns(a: Slots, b: Slots, value: Label, close: bool, book: Book, one: bool) -> Label:
    """Whether two counted nouns can stand for the same people or things.

    `close`: the numbers are of one size; `one`: both are all that their articles count of one happening.
    """
    if not a.noun or not b.noun or a.dimension == "duration":
        return "unknown"
    if a.noun == b.noun or a.dimension == b.dimension not in _NOT_MEASURED:
        return "same"  # hectares and acres
    if value not in MEET and (_some_of(a.noun, b.noun, book) or _some_of(b.noun, a.noun, book)):
        return "different"
    if book.flees(a.measure or "", a.noun_class) and book.flees(b.measure or "", b.noun_class):
        return "same"  # "2,900 displaced persons arrived", "13,000 people fled", "19,000 refugees crossed the border"
    if a.noun_class == b.noun_class:
        return "same" if a.noun_class == "person" else "compatible"
    whole = not (book.is_part(a.noun_class) or book.is_part(b.noun_class))
    whom = book.whom(a.noun_class) if whole and _in_other_words(a, b) else ""
    if whom and whom == book.whom(b.noun_class) in (a.noun_class, b.noun_class):
        return "same"  # "14 people were killed", "17 bodies were found"; not 14 soldiers, nor 14 inmates
    if book.told_apart(a.noun_class, b.noun_class):
        return "different"
    if a.measure == b.measure in book.supplied:
        return "compatible"  # "cut power to 40,000 customers", "40,000 homes and businesses are without power"
    if book.holds(a.noun_class, b.noun_class) or book.holds(b.noun_class, a.noun_class):
        some = {n for n in (a.noun_class, b.noun_class) if book.is_part(n)}  # told because they are a part
        # "20 children" may be all 20 people, no 18 are; a clash's 19 soldiers may be its 20 dead; whole crowds meet.
        close = close and not some and _whichever(a, b, book)
        all_of_them = value == "same" or (value in MEET and some <= FIGHTERS) or close
        of_one = _of_one_side(a, b) or (one and bystanders(a, b, book))
        return "compatible" if all_of_them or of_one else "different"
    ends = a.measure is not None and b.measure is not None and a.measure != b.measure
    one_thing = _kin(a.noun_class, b.noun_class, book) or (
        ends and book.two_ends(a.measure or "", b.measure or "", a.noun_class, b.noun_class)
    )
    return "compatible" if value == "same" and one_thing else "different"


def _whichever(a: Slots, b: Slots, book: Book) -> bool:
    """Whether the wider of two words is one for all of a class: five vehicles may be four tanks, no five vans are."""
    wide = a if book.holds(a.noun_class, b.noun_class) else b
    return wide.noun == wide.noun_class or book.top(wide.noun_class) == "person"


def _some_of(noun: str, other: str, book: Book) -> bool:
    """Whether what one noun counts is some of what the other counts: homes among the buildings that burned."""
    return noun in book.words("noun", "different-some") and other in book.words("noun", "different-all")


def _of_one_side(a: Slots, b: Slots) -> bool:
    """ "50 dead on the Malian side", "36 Malian soldiers died": a side's dead of one event, with nobody told apart."""
    classes, sided = {a.noun_class, b.noun_class}, a.party == b.party and a.party not in (None, BOTH)
    return sided and classes <= _TROOPS and (a.event, a.portion) == (b.event, b.portion)


def bystanders(a: Slots, b: Slots, book: Book) -> bool:
    """ "A strike killed 24 people", "58 civilians died in the strike": in a war both words are for whoever was hit; not
    where two armies fought, most of whose dead are soldiers."""
    armies = book.fought_between_two(a.event or "") or book.fought_between_two(b.event or "")
    return not armies and not book.words("noun", "compatible-crowd").isdisjoint((a.noun_class, b.noun_class))


def _kin(a: str, b: str, book: Book) -> bool:
    """Whether two classes hang under one: twenty children and twenty pupils, seventy soldiers and seventy men."""
    return bool(book.parents.get(a)) and book.top(a) == book.top(b)


def compare_portions(a: Slots, b: Slots, value: Label, book: Book) -> Label:
    """A part is not the whole, though another article may give the part without saying of what.

    "58 dead, 11 of them children" and "27 children died" are two counts of the children.
    """
    if a.manner != b.manner:
        return "unknown" if value == "same" else "different"  # "six died in car crashes", of the storm's 19
    if a.portion == b.portion:
        return "same"
    one_class = a.noun_class == b.noun_class and book.is_part(a.noun_class)
    of_others = one_class and {a.portion, b.portion} == {None, "part"}
    return "unknown" if value == "same" or of_others else "different"


def compare_known(a: str | None, b: str | None) -> Label:
    """Same or different; unknown where one of them is not told."""
    if a is None or b is None:
        return "unknown"
    return "same" if a == b else "different"
