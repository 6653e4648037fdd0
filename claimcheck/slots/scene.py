"""How two claims compare in where and when: place, period, and how far they reach."""

from __future__ import annotations

from claimcheck.records import HELD
from claimcheck.rules.world import listed
from claimcheck.slots.amounts import digits, near
from claimcheck.slots.book import Book
from claimcheck.slots.periods import brief_gap, compare_days, gap, length
from claimcheck.slots.records import FIGHTERS, MEET, Days, Label, Slots, Subject
from claimcheck.slots.world import World

_MONTH = 31
_WEEK = 7
_OF_A_SIDE = ("P06", "P12", "P23", "P25", "P601", "P602")  # rules of those of a side, by whose loss they are
_FEW = 10  # so few that two happenings have them by chance
_FEW_DAYS = 3  # between articles that tell of one march
_AUTHORITY, _PARAGRAPH = "L93", "L90"
ALL_OF = frozenset({"nationwide", "throughout"})
_ALONE = "one_place"
_ONE, _ANOTHER = "one_happening", "separate"
_HOUSE = "one_house"  # in one hospital, of which each has its own
LATER = "later_happening"
_LAST_LIKE = "last_like"
_UNMATCHED = "unmatched"  # a length of time in which nothing was like what came then
_WORLD = "worldwide"
_WIDEST = ALL_OF | {_WORLD}
LANDS, _PLACES, SEVERAL = "several_lands", "several_places", "several_happenings"
_ABROAD = "abroad"
# Scopes as wide as that of what tells none may be.
_EXTENT = frozenset({_ABROAD, "statewide", "nationwide", "worldwide", "throughout", LANDS, _PLACES, *HELD})


def compare_places(a: Subject, b: Subject, value: Label, book: Book, world: World) -> Label:
    """How two places compare; in a known war they count more than in news, where each article names another spot."""
    label = world.compare(a.slots.place, b.slots.place)
    own = a.slots.own_place and b.slots.own_place
    if label == "different" and not own:
        one_known = a.slots.own_place or b.slots.own_place
        beside = world.beside(a.slots.place, b.slots.place) or _in_two_lands(a, b, value, book, world)
        beside = beside or (value not in MEET and _of_many_towns(a, b, book))
        return "different" if (one_known and beside) or _in_two_towns(a, b, value, book) else "unknown"
    if label == "compatible" and value not in MEET and _one_area(a, b, book, world):
        return "different"
    if label != "same" and _each_its_own(a, b, value, label, book):
        return "different"
    event = a.slots.event
    if event is not None and book.lasts(event):  # a town's count is a part of the land's, unless the numbers meet
        part = label == "compatible" and value not in MEET and not near(a.amount, b.amount)
        return "different" if part else label
    if label in ("unknown", "different") and value not in MEET and _at_a_spot(a, b, book):
        return "different"
    named = label == "same" and _PLACES not in (a.slots.scope, b.slots.scope)
    if not named and value not in MEET and _small_part(a, b, book, world):
        return "different"
    one_story = event == b.slots.event and a.claim.article != b.claim.article
    meet = value in MEET
    if label == "unknown" and one_story and (meet or book.in_war(event or "")) and a.slots.place and b.slots.place:
        return "compatible"  # a land, and a town that no table knows
    if label != "different" or not one_story:
        return label
    # "231 died in the state of Kerala", "17 in the state of Karnataka": one flood, but two counts. Two towns of a war
    # are two strikes.
    two = world.beside(a.slots.place, b.slots.place)
    return "different" if two and not meet else "unknown"


def of_two_lands(a: Subject, b: Subject, book: Book, world: World) -> bool:
    """ "A strike in Chad killed 13 … a gunman killed 13 in Lima": whether two sentences of an article tell of people
    harmed in two lands, be the numbers one."""
    one_text = a.claim.article == b.claim.article and a.slots.own_place and b.slots.own_place
    harmed = a.slots.measure == b.slots.measure in book.fates
    return one_text and harmed and world.in_two_lands(a.slots.place, b.slots.place)


def _in_two_towns(a: Subject, b: Subject, value: Label, book: Book) -> bool:
    """ "Three died in fights in Ava. / Strikes on Osk killed 45": what one text tells of two places; of a war, of which
    two voices may name the quarter and the town, by one of them."""
    one_text, event = a.claim.article == b.claim.article and a.kind == b.kind, a.slots.event or ""
    told = placed_in_text(a) and placed_in_text(b)
    rivals = a.voice and b.voice and a.voice != b.voice and book.in_war(event)
    return one_text and told and value not in MEET and not rivals


def _in_two_lands(a: Subject, b: Subject, value: Label, book: Book, world: World) -> bool:
    """ "In Chad 45 died. … In Niger rebels count 30": of a quake each land counts its own, wherever one text has named
    it; in news each article may name another spot of one thing."""
    one, other = its_own_land(a, book, world), its_own_land(b, book, world)
    return value not in MEET and one is not None and other is not None and one != other


def its_own_land(subject: Subject, book: Book, world: World) -> str | None:
    """The land that a claim's sentence or paragraph names, of what goes over lands."""
    place = subject.slots.place
    told = place is not None and placed_in_text(subject) and world.is_land(place)
    return place if told and _over_lands(subject, book) else None


def _of_many_towns(a: Subject, b: Subject, book: Book) -> bool:
    """ "A dozen were arrested in Ava", "102 in Osk": whether both count who took part, in many towns at once."""
    taking_part = a.slots.measure == b.slots.measure in book.words("place", "different-several")
    return taking_part and placed_in_text(a) and placed_in_text(b) and (of_an_area(a, book) or of_an_area(b, book))


def of_an_area(subject: Subject, book: Book) -> bool:
    """Whether a claim's event goes over many places, as a storm does; a bomb goes off in one."""
    kinds = book.words("place", "compatible")
    return any(fact.value in kinds for fact in subject.claim.description.event_terms)


def _over_lands(subject: Subject, book: Book) -> bool:
    """Whether a claim's event goes over lands, as a quake does; each of them counts its own, and so does each side."""
    kinds = book.words("place", "different-lands")
    return any(fact.value in kinds for fact in subject.claim.description.event_terms)


def _one_area(a: Subject, b: Subject, book: Book, world: World) -> bool:
    """ "55 died in Mulanje district", "326 in Malawi": of a storm the one is a part of the other."""
    if not (a.slots.own_place and b.slots.own_place) or not (of_an_area(a, book) or of_an_area(b, book)):
        return False
    inner, outer = (a, b) if world.inside(a.slots.place, b.slots.place) else (b, a)
    return inner.amount.value < outer.amount.value and world.inside(inner.slots.place, outer.slots.place)


def _each_its_own(a: Subject, b: Subject, value: Label, label: Label, book: Book) -> bool:
    """Whether each of two places has its own number: of its people, of a rate, of what fell on it, of so many a day.

    "75 cases per 100,000 in Durham" is no rival of "more than 100 across the area", nor "seven deaths a day in the
    North West" of "three a day"; what an article tells of its two rates is of two places though it names but one.
    """
    if a.slots.measure == b.slots.measure in book.words("place", "different"):  # "9 inches of rain fell on Ava"
        return label == "different" and a.slots.own_place and b.slots.own_place
    if value in MEET:
        return False
    if a.slots.measure == b.slots.measure in book.words("place", "different-unknown"):  # "a city of six million"
        return True
    told = [subject.slots.place for subject in (a, b) if subject.slots.place is not None]
    if a.slots.unit is not None and a.slots.unit == b.slots.unit and a.slots.unit.startswith("count per "):
        return bool(told) or a.claim.article == b.claim.article
    return a.slots.scope == b.slots.scope == "daily" and len(told) == 2


def _small_part(a: Subject, b: Subject, book: Book, world: World) -> bool:
    """Whether a claim counts what one or a few places have of all of a land's, of what goes over many.

    "Five drowned in Kogi district", "eight in three districts", "38 have died in the floods".
    """
    inner, outer = (a, b) if a.amount.value < b.amount.value else (b, a)
    place = inner.slots.place
    spot = place is not None and inner.slots.own_place and not world.is_land(place)
    if not (spot or inner.slots.scope == _PLACES) or outer.slots.scope == _PLACES:
        return False
    if not of_an_area(inner, book) or book.in_war(inner.slots.event or ""):
        return False
    land = outer.slots.place
    wide = land is not None and not placed_by_voice(outer) and world.is_land(land)
    return wide and not near(inner.amount, outer.amount)


def placed_in_text(subject: Subject) -> bool:
    """Whether its own sentence tells its place, or its paragraph; not that of its speaker, nor of the whole article."""
    place = subject.claim.description.place
    return subject.slots.own_place or (place is not None and place.rule == _PARAGRAPH)


def placed_by_voice(subject: Subject) -> bool:
    """Whether a claim's place is but the land of the authorities who tell it, of a flood at any of its towns."""
    place = subject.claim.description.place
    return place is not None and place.rule == _AUTHORITY


def _at_a_spot(a: Subject, b: Subject, book: Book) -> bool:
    """ "89 died at the Bataclan", "129 in Paris", in attacks that the rules name: a spot's count is a part of all."""
    known = book.events.get(a.slots.event or "")
    if known is None or a.slots.event != b.slots.event or not (a.slots.own_place and b.slots.own_place):
        return False
    inner, outer = (a, b) if a.amount.value < b.amount.value else (b, a)
    return outer.slots.place in listed(known.places) and inner.slots.place not in listed(known.places)


def compare_periods(a: Subject, b: Subject, value: Label, book: Book, again: bool) -> Label:
    """How two periods compare; of one story, two days close to each other may be the event's and the count's.

    So may any two, where the number is given `again`.

    "112 were killed on Wednesday" is no rival of "3,600 since October 7", unless the numbers meet.
    """
    if value not in MEET and _of_two_moments(a, b, book):
        return "different"
    if a.slots.period is None or b.slots.period is None:
        return "unknown"
    label = compare_days(a.slots.period, b.slots.period)
    if again and label == "different":
        return "unknown"
    event = a.slots.event or ""
    one_strike = event == b.slots.event and book.happens_in_war(event)  # on one day of "earlier this week"
    if value not in MEET and not one_strike and (_day_of(a, b) or _day_of(b, a)):
        return "different"
    told_twice = a.claim.article != b.claim.article or value == "same"
    if label != "different" or event != b.slots.event or book.lasts(event) or not told_twice:
        return label
    counted = told_on_the_day(a) or told_on_the_day(b)
    return "unknown" if brief_gap(a.slots.period, b.slots.period) <= (_WEEK if counted else 1) else label


def _of_two_moments(a: Subject, b: Subject, book: Book) -> bool:
    """ "It was expected to fall to -7 degrees", "it would rise to 29 on Monday": what changes by the hour is of the
    article's day, where no other is told."""
    if a.slots.measure != b.slots.measure or a.slots.measure not in book.words("period", "different"):
        return False
    one, other = (s.slots.period or (s.day and (s.day, s.day)) for s in (a, b))
    return compare_days(one or None, other or None) == "different"


def _day_of(part: Subject, whole: Subject) -> bool:
    """Whether one counts a day of the time that the other one counts, and is no toll told on that day; in one article
    also a month of a far longer time: "256 in November" beside "10,456 from March 2020 to November"."""
    day, time = part.slots.period, whole.slots.period
    if day is None or time is None or told_on_the_day(part):
        return False
    if day[0] != day[1] and not (part.claim.article == whole.claim.article and _month_of(day, time)):
        return False
    return time[0] < day[0] and day[1] <= time[1]


def _month_of(part: Days, time: Days) -> bool:
    """Whether a period of a month at most lies in one that is at least three times as long, or open."""
    if "" in (*part, time[0]) or part[1] == "~" or length(part) > _MONTH:
        return False
    return time[1] == "~" or length(time) >= 3 * length(part)


def told_on_the_day(subject: Subject) -> bool:
    """A toll whose day is that of its article: "the death toll climbed to 137 on Thursday"."""
    scope, period = subject.claim.description.scope, subject.slots.period
    return scope is not None and scope.value == "cumulative" and period is not None and period == (subject.day,) * 2


def compare_reach(a: Subject, b: Subject, value: Label, book: Book, world: World) -> Label:
    """How two claims compare in scope, with the days and the regions that they count over."""
    if _two_crowds(a, b, value, book):
        return "different"
    if value not in MEET and _two_spots(a, b):
        return "different"
    sided = value != "same" and (a.slots.party is not None or b.slots.party is not None)
    if sided and (_foreigners(a, b, book, world) or _foreigners(b, a, book, world)):
        return "different"
    if a.slots.scope is b.slots.scope is None:
        return "unknown"
    if (
        _others_too(a, b)
        or (a.slots.scope == _UNMATCHED) != (b.slots.scope == _UNMATCHED)
        or (value != "same" and _last_alone(a, b))
    ):
        return "different"
    if value != "same" and _held_alone(a.slots, b.slots, book):
        return "different"
    if value not in MEET and (_held_in_a_quake(a, b, book) or _exiles(a, b, book)):
        return "different"
    if _two_days(a, b, value) or _regional(a, b, value, world) or _of_one_land(a, b, value, world):
        return "different"
    each = a.slots.scope == b.slots.scope and a.slots.scope in (_ONE, _ANOTHER, _HOUSE)
    if each and value not in MEET and a.claim.article == b.claim.article:
        return "different"  # "the first blast killed 18, the deadliest one 30"
    if _few_of_two(a, b):
        return "different"
    if (
        _of_one_spot(a.slots, b.slots, world)
        or _beyond(a, b, book, world)
        or _beyond(b, a, book, world)
        or _as_late(a.slots, b.slots)
        or _as_late(b.slots, a.slots)
    ):
        return "unknown"
    return compare_scopes(a.slots.scope, b.slots.scope, value)


def _last_alone(a: Subject, b: Subject) -> bool:
    """ "The worst attack since the one that killed at least 30": no at least 40 of this one."""
    return (a.slots.scope == _LAST_LIKE) != (b.slots.scope == _LAST_LIKE)


def _exiles(a: Subject, b: Subject, book: Book) -> bool:
    """ "56,000 crossed into Chad" are some of the "2 million displaced"; who "fled" may have fled there."""
    if {a.slots.scope, b.slots.scope} != {_ABROAD, None}:
        return False
    all_ = a if a.slots.scope is None else b
    fact, start = all_.claim.description.measure, all_.claim.sentence[0]
    if fact is None or fact.span is None or fact.span[0] < start:
        return False
    word = all_.told_in[fact.span[0] - start : fact.span[1] - start].lower()
    return any(word.startswith(stem) for stem in book.words("scope", "exiles"))


def _two_spots(a: Subject, b: Subject) -> bool:
    """ "Two were shot at a dealership", "six were shot"; but what one article calls a restaurant may be another one's
    cafe, unless one of them tells of both."""
    one, other = a.slots.spot, b.slots.spot
    if one is None or other is None or a.claim.article == b.claim.article:
        return one != other
    return one != other and (other in a.slots.spots or one in b.slots.spots)


def _few_of_two(a: Subject, b: Subject) -> bool:
    """ "The attack, in which two officers died, came a week after another one that killed two": so few by chance."""
    one_article = a.claim.article == b.claim.article and {a.slots.scope, b.slots.scope} == {None, LATER}
    return one_article and max(a.amount.value, b.amount.value) < _FEW


def _held_alone(a: Slots, b: Slots, book: Book) -> bool:
    """ "The rebel-held areas of the city are home to 350,000", "the city has 900,000 people"."""
    peopled = a.measure == b.measure in book.words("place", "different-unknown")
    return peopled and a.scope != b.scope and not HELD.isdisjoint((a.scope, b.scope))


def _held_in_a_quake(a: Subject, b: Subject, book: Book) -> bool:
    """ "In rebel-held areas 45 died", "100 died in the land": of what goes over lands each side's ground has a part;
    who died in a strike on a town died on the ground of one side."""
    one_held = a.slots.scope != b.slots.scope and not HELD.isdisjoint((a.slots.scope, b.slots.scope))
    return one_held and _over_lands(a, book) and _over_lands(b, book)


def _others_too(a: Subject, b: Subject) -> bool:
    """ "7,100 flights were cancelled. An additional 7,000 were delayed": who counts more of them by another word."""
    if {a.slots.scope, b.slots.scope} != {None, "additional"} or a.amount.value == b.amount.value:
        return False
    counted = a.slots.dimension == b.slots.dimension == "count"
    return counted and a.slots.measure != b.slots.measure and None not in (a.slots.measure, b.slots.measure)


def _of_one_spot(a: Slots, b: Slots, world: World) -> bool:
    """ "In Paris alone 800,000 marched", "119,000 marched in Paris": both count what one place saw, but no land, in
    which a place that is not known may be meant."""
    one = {a.scope, b.scope} == {None, _ALONE} and a.place == b.place and a.own_place and b.own_place
    return one and a.place is not None and not world.is_land(a.place)


def _beyond(alone: Subject, all_: Subject, book: Book, world: World) -> bool:
    """ "In Ava alone 160 died", "85 died in the raids on the villages": no part of all is more than they are; those of
    a flood or an epidemic may have grown since."""
    if alone.slots.measure not in book.fates or of_an_area(alone, book):
        return False
    if alone.slots.scope != _ALONE or all_.slots.scope is not None or alone.claim.article == all_.claim.article:
        return False
    there = world.compare(alone.slots.place, all_.slots.place) in ("same", "compatible")
    return there and alone.amount.value > all_.amount.value


def _as_late(news: Slots, other: Slots) -> bool:
    """Whether one is of a later happening than other articles' news, and one of the news of a day no earlier."""
    return news.scope == LATER and other.as_late


def compare_scopes(a: str | None, b: str | None, value: Label) -> Label:
    """A day's or a village's count is not what a bare count is, unless the numbers meet."""
    if a == b:
        return "same" if a else "unknown"
    if a and b:
        return "same" if {a, b} <= ALL_OF else "different"
    return "unknown" if (a or b) in _EXTENT or value in MEET else "different"


def _two_days(a: Subject, b: Subject, value: Label) -> bool:
    """A day's count of Monday is no day's count of Tuesday, nor are "eight more" those three of the day before.

    Two day's counts that do not meet, in two articles of which one has no date, are of two days too.
    """
    if a.slots.scope != b.slots.scope or not of_its_day(a) or a.claim.article == b.claim.article:
        return False
    if None in (a.day, b.day):
        return a.slots.scope == "daily" and value not in MEET
    if a.day == b.day:
        return False
    return a.slots.scope == "daily" or value not in MEET


def _two_crowds(a: Subject, b: Subject, value: Label, book: Book) -> bool:
    """Who marched as two articles of different weeks tell it marched twice, unless one number is told again, which is
    more than a round one."""
    if (x := crowd_of(a, book)) is None or (y := crowd_of(b, book)) is None:
        return False
    if gap((x[0], x[0]), (y[0], y[0])) <= _FEW_DAYS:
        return False
    return value != "same" or x[1] or y[1]


def crowd_of(subject: Subject, book: Book) -> tuple[str, bool] | None:
    """The day of a turnout, that which is told, else that of its article, and whether its number is but round; None of
    what is no turnout, or of a longer time."""
    slots = subject.slots
    if slots.measure not in book.turnouts or slots.dimension != "count":
        return None
    first, last = slots.period or (subject.day, subject.day)
    if first is None or last != first:
        return None
    quantity = subject.claim.quantity
    return first, quantity.qualifier == "vague" or digits(quantity.value) == 1


def _foreigners(some: Subject, others: Subject, book: Book, world: World) -> bool:
    """ "At least 23 Kenyans died", "at least 30 people", in Egypt: people of another land are a part of all; so are
    "six of its citizens" that Peru has lost, unless it was in Peru."""
    people, own, told = some.slots.party, some.slots.place, some.claim.description.party
    if own is not None and not world.in_a_land(own):
        own = None  # "Peru's death toll", of an article whose line of topics names Latin America
    place = own or _own_place(others)
    if people is None or others.slots.party is not None or not world.is_land(people):
        return False
    own_people = some.slots.noun in book.words("scope", "own-people")
    if place is None and not own_people:
        return False
    if (told is not None and told.rule in _OF_A_SIDE) or some.amount.value > others.amount.value:
        return False  # "45 died, Peru's ministry said": no part of the 40 is more than they are
    civil = some.slots.noun_class not in FIGHTERS and others.slots.noun_class == "person"
    where = world.compare(people, place)
    return civil and (where == "different" or (own_people and where == "unknown"))


def _own_place(subject: Subject) -> str | None:
    """The place that a claim's own sentence names."""
    return subject.slots.place if subject.slots.own_place else None


def of_its_day(subject: Subject) -> bool:
    """Whether a count is of what its article's day has brought."""
    return subject.slots.scope in ("daily", "additional")


def _of_one_land(a: Subject, b: Subject, value: Label, world: World) -> bool:
    """ "168,000 died in Sumatra", "230,000 in 14 countries": one land is not several, unless the number is the same."""
    wide, other = (a, b) if a.slots.scope == LANDS else (b, a)
    if wide.slots.scope != LANDS or other.slots.scope is not None or value == "same":
        return False
    party = other.slots.party
    return (other.slots.own_place and other.slots.place is not None) or (party is not None and world.is_land(party))


def _regional(a: Subject, b: Subject, value: Label, world: World) -> bool:
    """ "231 died in the state of Kerala", "nationwide 993": a region's count is not the country's, nor a
    land's the world's, unless they meet."""
    wide, other = (a, b) if a.slots.scope in _WIDEST else (b, a)
    if wide.slots.scope == _WORLD and other.slots.scope is None and value not in MEET:
        return other.slots.place is not None and wide.slots.dimension == "count"
    if wide.slots.scope == "throughout" and not world.inside(other.slots.place, wide.slots.place):
        return False
    if wide.slots.scope not in ALL_OF or other.slots.scope is not None or value in MEET:
        return False
    return other.slots.own_place and other.slots.place is not None and not world.is_land(other.slots.place)
