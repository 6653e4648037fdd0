"""Claims of one war in, its happenings out: which strikes that several stories tell are one. Reads days and places.

A story's lead tells what its main event is; but a war's news recalls yesterday's strike under today's, and a dozen
stories tell of one strike. What an article tells of one day and place is an episode; those of a story are put together
or kept apart first, then those of all stories of the war.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from claimcheck.records import Claim, Reading, Record
from claimcheck.rules import Rules
from claimcheck.slots import Book, Days, World, days, gap, known_of, length, story_of
from claimcheck.stages.match.asides import kinds_of
from claimcheck.stages.match.clusters import VETO, agglomerate
from claimcheck.stages.match.leads import lands
from claimcheck.stems import terms

_WEEK = 7  # days of a period that may still be one happening's
_CROWD = 300  # episodes beyond which only those with something in common are compared, by what few of them have
_TELLING = 10  # from which a number is not shared by chance


class Episode(Record, frozen=True):
    """What is told of one day and place of a war: by one article, or by the articles of a story."""

    days: Days | None
    places: frozenset[str]
    kinds: frozenset[str]
    names: frozenset[str]
    facts: frozenset[tuple[str, float]]


_Told = tuple[Episode, list[str]]  # with the ids of its claims


def episodes(events: Mapping[str, str], readings: Sequence[Reading], rules: Rules, world: World) -> dict[str, str]:
    """The event keys of all claims, those of a war's stories put together or taken apart by what they tell."""
    book, lands_ = rules.once(Book), rules.once(lands)
    by_story: dict[str, list[_Told]] = defaultdict(list)
    for reading in readings:
        for claims in _parts(reading.claims, events, book, world):
            told = _episode(reading, claims, book, lands_, world), [claim.id for claim in claims]
            by_story[events[claims[0].id]].append(told)
    by_war: dict[str, list[tuple[str, _Told]]] = defaultdict(list)
    for event, parts in sorted(by_story.items()):
        for part in _joined(parts, book.weight("episode", "story"), book, world):
            by_war[known_of(event)].append((story_of(event), _one([parts[n] for n in part])))
    found: dict[str, str] = dict(events)
    for war, happenings in by_war.items():
        found.update(_keys(war, happenings, book, world))
    return found


def _parts(claims: Sequence[Claim], events: Mapping[str, str], book: Book, world: World) -> Iterable[list[Claim]]:
    """An article's claims of a war by their story, and by the day and the place that their own sentences tell."""
    found: dict[tuple[str, Days | None, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        event = events[claim.id]
        if story_of(event) and book.in_war(event):
            found[event, _narrow(claim), _own_place(claim, world)].append(claim)
    return found.values()


def _own_place(claim: Claim, world: World) -> str | None:
    place = claim.description.place
    if place is None or place.span is None or world.is_land(place.value):
        return None
    return place.value if claim.sentence[0] <= place.span[0] < claim.sentence[1] else None


def _episode(reading: Reading, claims: Sequence[Claim], book: Book, lands_: frozenset[str], world: World) -> Episode:
    sentences = {claim.sentence for claim in claims}
    return Episode(
        days=_narrow(claims[0]),
        places=frozenset(filter(None, [_own_place(claims[0], world)])),
        kinds=frozenset().union(*map(kinds_of, claims)) - book.lasting - book.words("episode", "kind"),
        names=frozenset().union(*(terms(reading.article.text[slice(*sentence)])[0] for sentence in sentences)) - lands_,
        facts=frozenset(_facts(claims)),
    )


def _one(told: Sequence[_Told]) -> _Told:
    """Several episodes that are one: the day that most claims tell, and all else that any tells."""
    count: Counter[Days] = Counter()
    for episode, members in told:
        if episode.days:
            count[episode.days] += len(members)
    return Episode(
        days=min(count, key=lambda period: (-count[period], period)) if count else None,
        places=frozenset().union(*(episode.places for episode, _ in told)),
        kinds=frozenset().union(*(episode.kinds for episode, _ in told)),
        names=frozenset().union(*(episode.names for episode, _ in told)),
        facts=frozenset().union(*(episode.facts for episode, _ in told)),
    ), [member for _, members in told for member in members]


def _facts(claims: Iterable[Claim]) -> Iterable[tuple[str, float]]:
    for claim in claims:
        quantity, measure = claim.quantity, claim.description.measure
        if measure and quantity.dimension == "count" and quantity.qualifier != "vague" and quantity.value >= _TELLING:
            yield measure.value, quantity.value


def _narrow(claim: Claim) -> Days | None:
    period, told = days(claim), claim.description.period
    if told is not None and told.span is not None and not claim.sentence[0] <= told.span[0] < claim.sentence[1]:
        return None
    return period if period and period[0] and period[1] != "~" and length(period) < _WEEK else None


def _keys(war: str, told: Sequence[tuple[str, _Told]], book: Book, world: World) -> Iterable[tuple[str, str]]:
    """For each claim of a war its happening, called after the story that tells most of it."""
    taken: Counter[str] = Counter()
    for group in _joined([one for _, one in told], 0.0, book, world):
        count: Counter[str] = Counter()
        for n in group:
            count[told[n][0]] += len(told[n][1][1])
        story = min(count, key=lambda story: (-count[story], story))
        taken[story] += 1
        event = war + (story if taken[story] == 1 else f"{story}-episode-{taken[story]}")
        yield from ((claim, event) for n in group for claim in told[n][1][1])


def _joined(told: Sequence[_Told], bonus: float, book: Book, world: World) -> list[list[int]]:
    """The numbers of the episodes in groups, whatever order they come in."""
    order = sorted(range(len(told)), key=lambda n: _order(told[n][0]))
    items = [told[n][0] for n in order]
    bias = book.weight("episode", "bias") + bonus
    pairs = {(i, j): bias + _likeness(items[i], items[j], book, world) for i, j in _near(items, bonus > 0)}
    return [[order[n] for n in group] for group in agglomerate(len(items), pairs, missing=bias)]


def _order(episode: Episode) -> tuple[object, ...]:
    told = (episode.days or ("", ""), sorted(episode.places), sorted(episode.kinds))
    return (*told, sorted(episode.names), sorted(episode.facts))


def _near(items: Sequence[Episode], every: bool) -> Iterable[tuple[int, int]]:
    """Pairs of episodes that may be one: all of a story, or those with something in common."""
    if every and len(items) <= _CROWD:
        return combinations(range(len(items)), 2)
    blocks: dict[object, list[int]] = defaultdict(list)
    for n, episode in enumerate(items):
        for key in (*episode.places, *episode.facts, *episode.names):
            blocks[key].append(n)
    return sorted({pair for block in blocks.values() if len(block) <= _CROWD for pair in combinations(block, 2)})


def _likeness(a: Episode, b: Episode, book: Book, world: World) -> float:
    weight = 0.0
    if a.days and b.days:
        apart = gap(a.days, b.days)
        if apart > 1:
            return VETO
        weight += book.weight("episode", "next-day" if apart else "day" if a.days == b.days else "days")
    weight += _where(a, b, book, world)
    if a.kinds and b.kinds:
        weight += book.weight("episode", "kind" if a.kinds & b.kinds else "other-kind")
    weight += book.weight("episode", "facts") * min(2, len(a.facts & b.facts))
    return weight + book.weight("episode", "names") * min(3, len(a.names & b.names))


def _where(a: Episode, b: Episode, book: Book, world: World) -> float:
    """The best that two of their places say of each other."""
    labels = {world.compare(x, y) for x in a.places for y in b.places}
    best = next((label for label in ("same", "compatible", "unknown", "different") if label in labels), None)
    return book.weight("episode", f"place-{best}") if best else 0.0
