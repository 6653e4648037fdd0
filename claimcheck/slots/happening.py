"""How two claims compare in what happened: the event of each, the story, and what ties two of them."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.records import HELD
from claimcheck.rules.world import listed
from claimcheck.slots.amounts import chance, compare_values, near
from claimcheck.slots.book import Book, known_of, named, story_of
from claimcheck.slots.periods import compare_days, days_apart, gap
from claimcheck.slots.records import MEET, Days, Label, Slots, Subject
from claimcheck.slots.wordings import one_firm, one_name
from claimcheck.slots.world import World

_SEASON = 35  # days within which a number of three digits is hardly given by chance by two stories
_NEAR = -0.6  # likeness of two stories, above which their claims may differ in number and still be of one happening


def compare_events(a: Subject, b: Subject, book: Book, world: World) -> tuple[Label, str]:
    """The same event, perhaps the same one (compatible, and by what), unknown or different."""
    left, right = a.slots, b.slots
    if left.event is None or right.event is None:
        return "unknown", ""
    if left.event == right.event:
        return ("different", "") if _of_two_kinds(a, b, book) else ("same", _kind_of_one(a, b, book))
    if named(left.event) and named(right.event) and not one_war(left.event, right.event):
        return ("compatible", "nested") if nested(a, b, book) else ("different", "")
    if _of_one_campaign(a, b):
        return "compatible", "campaign"
    if one_war(left.event, right.event) and not (story_of(left.event) and story_of(right.event)):
        return ("compatible", "within") if _meet(a, b) else ("different", "")
    if _around_story(a, b, book) or _around_story(b, a, book):
        return "compatible", "within"
    if fits(left, right.event, book, world) or fits(right, left.event, book, world):
        return "compatible", "known"
    if world.compare(left.place, right.place) == "same" and compare_days(left.period, right.period) == "same":
        return "compatible", "spot"
    if kind := _told_of_both(a, b):
        return "compatible", kind
    likeness = world.likeness(story_of(left.event), story_of(right.event))
    return ("different", "") if likeness is None else ("compatible", "near" if likeness > _NEAR else "far")


def _kind_of_one(a: Subject, b: Subject, book: Book) -> str:
    """What weighs otherwise than another event of two claims: an epidemic, a strike."""
    if book.is_epidemic(a.slots.event or ""):
        return "epidemic"
    return "strike" if of_strike(a, book) and of_strike(b, book) else ""


def compare_names(a: Subject, b: Subject, value: Label) -> Label:
    """How two fires or storms compare by name: "the Osk Fire has burned 7,811 acres", "the Dog Hill Fire 17,600";
    and two firms of one article, or whose numbers differ.

    One without a name, which its article tells apart from others, is one that has a name by its number alone.
    """
    left, right = a.slots, b.slots
    rivals = value != "same" or a.claim.article == b.claim.article
    if left.firm and right.firm and rivals and not one_firm(left.firm, right.firm):
        return "different"
    if left.called and right.called:
        return "same" if one_name(left.called, right.called) else "different"
    unnamed, name = (left, right.called) if right.called else (right, left.called)
    if not name or not unnamed.apart_from:
        return "unknown"
    other = value not in MEET or any(one_name(name, apart) for apart in unnamed.apart_from)
    return "different" if other else "unknown"


def _of_one_campaign(a: Subject, b: Subject) -> bool:
    """Whether two counts of a campaign at one place are told within weeks."""
    if a.campaign is None or a.campaign != b.campaign or a.day is None or b.day is None:
        return False
    return gap((a.day, a.day), (b.day, b.day)) <= _SEASON


def _told_of_both(a: Subject, b: Subject) -> str:
    """What else ties claims of two stories: a background, a series, a number, a known event recalled; or nothing."""
    if _beside_one_story(a, b):
        return "beside"
    if a.series is not None and a.series == b.series:
        return "series"
    if a.number is not None and a.number == b.number and of_one_season(a, b):
        return "number"
    return "recalled" if not a.recalled.isdisjoint(b.recalled) and _meet(a, b) else ""


def _of_two_kinds(a: Subject, b: Subject, book: Book) -> bool:
    """Whether the sentences of two numbers of one story tell two things: 39 died in a bombing, 45 in clashes."""
    if not (a.kinds and b.kinds) or not a.kinds.isdisjoint(b.kinds):
        return False
    if any(one.measure in book.flight or book.of_campaign(one.measure, one.noun_class) for one in (a.slots, b.slots)):
        return False
    apart = book.words("event", "kinds")
    if named(a.slots.event or ""):
        apart |= book.words("event", "kinds-known")
    if book.is_flight(a.slots.event or ""):
        apart |= book.words("event", "kinds-beside")
    told = [f"{x} {y}" for x in a.kinds for y in b.kinds]
    if a.claim.article == b.claim.article and not book.words("event", "kinds-strikes").isdisjoint(told):
        return compare_values(a.amount, b.amount) not in MEET
    pairs = [(x, y) for x in a.kinds for y in b.kinds if f"{x} {y}" in apart]
    if not pairs or book.in_war(a.slots.event or "") or compare_values(a.amount, b.amount) == "same":
        return False
    behind = all(not book.lasting.isdisjoint(pair) for pair in pairs)
    return not (behind and _counted_alike(a, b))


def _counted_alike(a: Subject, b: Subject) -> bool:
    """ "A bomb killed 39", "at least 40 died, in a land at war": near numbers, where one sentence tells but the war."""
    return near(a.amount, b.amount) and "vague" not in (a.claim.quantity.qualifier, b.claim.quantity.qualifier)


def _around_story(a: Subject, b: Subject, book: Book) -> bool:
    """Whether one claim is of the main event of its story, and one of an article of that story of what lasts around it.

    "Leaders pledged a billion doses at the summit", "a billion doses against the epidemic".
    """
    if a.story is None or a.story != b.story or a.slots.event != a.story or not book.lasts(b.slots.event or ""):
        return False
    return _meet(a, b)


def _beside_one_story(a: Subject, b: Subject) -> bool:
    """Whether articles of one story tell a number, the same one, of one other time: a background that they share."""
    return a.beside is not None and a.beside == b.beside and _meet(a, b)


def _meet(a: Subject, b: Subject) -> bool:
    return compare_values(a.amount, b.amount) in MEET


def of_one_season(a: Subject, b: Subject) -> bool:
    """Whether one number that two stories give may be of one time, where it has so few digits that others have it too.

    "214 were killed" is of another 214 half a year later, unless it is told of the days of the first.
    """
    if a.day is None or b.day is None or chance(a.amount, b.amount, a.slots.dimension, "same") == "rare":
        return True
    apart = days_apart(a.day, b.day)
    if apart is not None and apart <= _SEASON:
        return True
    if a.slots.period is b.slots.period is None:
        return False
    return any(gap(x, y) <= _SEASON for x in _times(a, a.day) for y in _times(b, b.day))


def _times(subject: Subject, day: str) -> Iterable[Days]:
    """The day of a claim's article, and the days that the claim tells."""
    yield day, day
    if subject.slots.period is not None:
        yield subject.slots.period


def told_beside(story: str | None, slots: Slots) -> tuple[str, Days] | None:
    """The story and the time that a claim is of, where it is told beside its article's own event."""
    if story is None or slots.period is None or slots.event == story or named(slots.event or ""):
        return None
    return story, slots.period


def one_war(a: str, b: str) -> bool:
    """Whether two events are of one known event: a war and a strike of it, or two strikes."""
    return known_of(a) == known_of(b) != ""


def one_happening(a: Subject, b: Subject, book: Book) -> bool:
    """Whether two articles, or two voices, tell of one happening of a war, or of all that befell one side's ground, and
    neither number is a part of another."""
    if a.slots.event != b.slots.event or a.slots.portion is not None or b.slots.portion is not None:
        return False
    small, large = sorted((a.amount.value, b.amount.value))
    two_told = a.claim.article != b.claim.article or (a.voice != b.voice and large <= 2 * small)
    on_one_ground = a.slots.scope == b.slots.scope and of_all_on_a_ground(a.slots, book)
    return two_told and (on_one_ground or (of_strike(a, book) and of_strike(b, book)))


def of_strike(subject: Subject, book: Book) -> bool:
    """Whether a claim is of one happening of a war: known as such, or told as the strike that its article is about."""
    event = subject.slots.event or ""
    return (event == subject.story and not book.struck.isdisjoint(subject.kinds)) or book.happens_in_war(event)


def of_all_on_a_ground(slots: Slots, book: Book) -> bool:
    """Whether a claim counts what a war, and no one happening in it, has brought to the ground of one side."""
    return slots.scope in HELD and book.lasts(slots.event or "")


def nested(a: Subject, b: Subject, book: Book) -> bool:
    """Whether one known event lies in the other, between the same parties, and the numbers are of one size.

    "750,000 displaced by the war", "one million by the conflict": the texts leave open whether they mean one count.
    """
    x, y = known_of(a.slots.event or ""), known_of(b.slots.event or "")
    small, large = sorted((abs(a.amount.value), abs(b.amount.value)))
    return (x in book.around.get(y, ()) or y in book.around.get(x, ())) and large <= 2 * small


def fits(slots: Slots, event: str, book: Book, world: World) -> bool:
    """Whether a claim without a named event is of the time of a known one, and of its parties or places."""
    known = book.events.get(event)
    if known is None or slots.period is None or slots.event is None or named(slots.event):
        return False
    if not known.start or compare_days(slots.period, (known.start, known.end or "~")) == "different":
        return False
    where = any(world.compare(slots.place, place) in ("same", "compatible") for place in listed(known.places))
    return where or slots.party in listed(known.parties)
