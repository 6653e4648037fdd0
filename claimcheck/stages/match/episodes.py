"""Claims of wars in, their happenings out: which strikes that several stories tell are one. Leaves numbers to grouping.

A story's lead tells what its main event is; but a war's news recalls yesterday's strike under today's, and a dozen
stories tell of one strike. What an article tells of one day and place is an episode; episodes of all articles of a war
are put together where more speaks for it than against it, and again as what they tell together.
"""

from __future__ import annotations

from collections import ChainMap, Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, combinations
from math import log

from claimcheck.records import Reading
from claimcheck.rules import Rules
from claimcheck.slots import Book, World, gap, known_of, story_of
from claimcheck.spelling import spelt
from claimcheck.stages.match.clusters import VETO, agglomerate, weighted
from claimcheck.stages.match.theatres import Theatres
from claimcheck.stages.match.told import Episode, Names, far_beyond, one, tell
from claimcheck.workers import slices, spread

_CROWD = 300  # episodes beyond which only those with something in common are compared, by what few of them have
_WEEKS = 5  # apart, from which two episodes are not taken to be of one happening
_ROUNDS = 4
_FEW = 2  # days between two episodes from which they count against their being one
_MANY = 40  # episodes from which it shows how often a war's places are told
_NEAR_TOLL, _FAR_TOLL = 1.3, 4.0  # how many times as many, up to which and from which two tolls tell something
_TELLING = 10  # dead, from which two tolls are not alike by chance
_SHARE, _PAIRS = 100, 5000  # articles whose episodes, and pairs of episodes, that one process looks at at a time
_Told = tuple[dict[str, str], list[Episode]]  # claims of all of a war, and the episodes of the others


def episodes(events: Mapping[str, str], readings: Sequence[Reading], rules: Rules, world: World) -> dict[str, str]:
    """The event keys of all claims, those of a war's stories put together or taken apart by what they tell."""
    theatres = Theatres(events, readings, rules, world)
    found = dict(events) | theatres.events
    if not theatres:
        return found
    of_war = [reading for reading in readings if any(theatres.of(found[claim.id]) for claim in reading.claims)]

    def told_by(share: Sequence[Reading]) -> _Told:
        beyond = {claim: known_of(found[claim]) for one in share for claim in far_beyond(one, found, world)}
        events = ChainMap(beyond, found)
        return beyond, [episode for one in share for episode in tell(one, events, rules, world)]

    rules.once(Names)  # each process has it then
    by_theatre: dict[str, list[Episode]] = defaultdict(list)
    for beyond, told in spread(told_by, slices(of_war, _SHARE), _Told):
        found.update(beyond)
        for episode in told:
            if theatre := theatres.of(episode.event):
                by_theatre[theatre].append(episode)
    for _, told in sorted(by_theatre.items()):
        found.update(_keys(_happenings(told, Judge(rules, world, told)), theatres))
    return found


def _keys(happenings: Iterable[Episode], theatres: Theatres) -> Iterable[tuple[str, str]]:
    """For each claim its happening: one that the rules name, or it is called after the story that tells most of it."""
    taken: Counter[str] = Counter()
    for happening in happenings:
        if known := theatres.named(happening):
            yield from ((claim, known) for claim in happening.claims)
            continue
        taken[happening.event] += 1
        count = taken[happening.event]
        key = happening.event if count == 1 else f"{happening.event}-episode-{count}"
        yield from ((claim, key) for claim in happening.claims)


def _happenings(told: Sequence[Episode], judge: Judge) -> list[Episode]:
    """The episodes put together, whatever order they come in."""
    told = sorted(told, key=_order)
    pairs = _weighed(told, judge)
    groups = agglomerate(len(told), weighted(pairs), missing=judge.bias)
    for _ in range(_ROUNDS):
        wholes = [one([told[n] for n in group]) for group in groups]
        apart = _kept_apart(groups, told, pairs)
        between = {pair: weight + apart.get(pair, 0.0) for pair, weight in _weighed(wholes, judge.across).items()}
        joined = agglomerate(len(wholes), weighted(between), missing=judge.bias)
        if len(joined) == len(wholes):
            break
        groups = [sorted(n for member in group for n in groups[member]) for group in joined]
    return [one([told[n] for n in group]) for group in groups]


def _weighed(told: Sequence[Episode], judge: Callable[[Episode, Episode], float]) -> dict[tuple[int, int], float]:
    """How much speaks for every two that may be one."""
    pairs = list(_near(told))

    def weighed(share: Sequence[tuple[int, int]]) -> list[float]:
        return [judge(told[i], told[j]) for i, j in share]

    found = chain.from_iterable(spread(weighed, slices(pairs, _PAIRS), list[float]))
    return dict(zip(pairs, found, strict=True))


def _order(episode: Episode) -> tuple[object, ...]:
    told = (episode.days or ("", ""), episode.published or 0, sorted(episode.places), sorted(episode.kinds))
    return (*told, sorted(episode.around), sorted(episode.facts), episode.at, episode.event)


def _near(items: Sequence[Episode]) -> Iterable[tuple[int, int]]:
    """Pairs of episodes that may be one: all, or of very many those with something in common."""
    if len(items) <= _CROWD:
        return combinations(range(len(items)), 2)
    blocks: dict[object, list[int]] = defaultdict(list)
    for n, episode in enumerate(items):
        for key in (*episode.places, *episode.facts, *episode.names, *filter(None, [episode.article])):
            blocks[key].append(n)
    time = [_time(episode) for episode in items]
    return sorted({pair for block in blocks.values() if len(block) <= _CROWD for pair in _of_one_time(block, time)})


def _time(episode: Episode) -> int | None:
    return date.fromisoformat(episode.days[1]).toordinal() if episode.days else episode.published


def _told_on(episode: Episode) -> tuple[int, int] | None:
    """The days that an episode tells, or else that of its article and the one before."""
    if episode.days:
        first, last = (date.fromisoformat(day).toordinal() for day in episode.days)
        return first, last
    return (episode.published - 1, episode.published) if episode.published else None


def _of_one_time(block: Sequence[int], time: Sequence[int | None]) -> Iterable[tuple[int, int]]:
    """The pairs of a block that are not known to be weeks apart."""
    dated = sorted((day, n) for n in block if (day := time[n]) is not None)
    for place, (day, n) in enumerate(dated):
        for later, other in dated[place + 1 :]:
            if later - day > _WEEKS * 7:
                break
            yield (n, other) if n < other else (other, n)
    open_ = [n for n in block if time[n] is None]
    yield from combinations(open_, 2)
    yield from ((min(n, other), max(n, other)) for n in open_ for _, other in dated)


def _kept_apart(
    groups: Sequence[Sequence[int]], told: Sequence[Episode], pairs: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """For two groups that one article tells of, what it tells against their being one."""
    at = {n: number for number, group in enumerate(groups) for n in group}
    by_article: dict[str, list[int]] = defaultdict(list)
    for n, episode in enumerate(told):
        by_article[episode.article].append(n)
    against: dict[tuple[int, int], list[float]] = defaultdict(list)
    for members in by_article.values():
        for i, j in combinations(members, 2):
            if at[i] != at[j]:
                against[min(at[i], at[j]), max(at[i], at[j])].append(min(0.0, pairs.get((i, j), 0.0)))
    return {key: 2 * sum(weights) / len(weights) for key, weights in against.items()}


class Judge:
    """How much speaks for two episodes being of one happening; above zero: they are."""

    def __init__(self, rules: Rules, world: World, told: Sequence[Episode]) -> None:
        self._world, book = world, rules.once(Book)
        self._told = len(told)
        self._places = Counter(spelt(place) for episode in told for place in episode.places | episode.near)
        self._known = rules.once(Names).known
        self._common = book.words("episode", "kind-common")
        self._at = {
            label: VETO if rule.veto else rule.weight
            for (field, label), rule in book.weights.items()
            if field == "episode"
        }
        self.bias = self._at["bias"]

    def __call__(self, a: Episode, b: Episode) -> float:
        return self.within(a, b) if a.article == b.article else self.across(a, b)

    def across(self, a: Episode, b: Episode) -> float:
        """Of two articles, or of several."""
        found = ["story"] if story_of(a.event) == story_of(b.event) else []
        found += filter(None, [self._when(a, b), self._where(a, b), self._kind(a, b)])
        found += self._hit(a, b)
        found += ["other-ground"] if a.ground and b.ground and a.ground != b.ground else []
        if a.toll and b.toll:
            low, high = sorted((a.toll, b.toll))
            found += ["toll-far"] if high > _FAR_TOLL * low else []
            found += ["toll-near"] if low >= _TELLING and high <= _NEAR_TOLL * low else []
        return self.bias + sum(map(self._at.__getitem__, found)) + self._counted(a, b)

    def _when(self, a: Episode, b: Episode) -> str | None:
        if a.days and b.days:
            apart = gap(a.days, b.days)
            return "day" if not apart else "next-day" if apart == 1 else "other-day"
        return None

    def _where(self, a: Episode, b: Episode) -> str | None:
        """The best that their own places say of each other, or else those that are carried on."""
        field = "place" if a.places and b.places else "near"
        best = self._best(a.places, b.places) if field == "place" else self._best(a.near, b.near)
        return f"{field}-{best}" if best in ("compatible", "different") else None

    def _seldom(self, a: Episode, b: Episode) -> float:
        """How seldom the place of both is told in this war: a village says more than the town that all is about."""
        left, right = (episode.places or episode.near for episode in (a, b))
        shared = {spelt(place) for place in left} & {spelt(place) for place in right}
        return max((log((self._told + _MANY) / (self._places[place] + 1)) for place in shared), default=0.0)

    def _best(self, left: Iterable[str], right: Iterable[str]) -> str | None:
        labels = {self._world.compare(x, y) for x in left for y in right}
        return next((label for label in ("same", "compatible", "unknown", "different") if label in labels), None)

    def _kind(self, a: Episode, b: Episode) -> str | None:
        if not a.kinds or not b.kinds:
            return None
        shared = a.kinds & b.kinds
        return "other-kind" if not shared else "kind" if shared - self._common else "kind-common"

    def _hit(self, a: Episode, b: Episode) -> list[str]:
        """Whether one thing was hit: two schools, or a school and a wedding."""
        if a.hit_near & b.hit_near:
            return ["target", "target-own"] if a.hit & b.hit else ["target"]
        return ["other-target"] if a.hit_near and b.hit_near else []

    def _counted(self, a: Episode, b: Episode) -> float:
        """What hangs on how much they share."""
        left, right = self._shown(a), self._shown(b)
        weight = self._at["names"] * min(3, len(left & right)) + self._at["place-same"] * self._seldom(a, b)
        weight += self._at["other-names"] if left and right and not left & right else 0.0
        fewest = min(len(a.facts), len(b.facts))
        weight += self._at["facts"] * 2 * len(a.facts & b.facts) / max(2, fewest)
        return weight + (0.0 if a.days and b.days else self._dates(a, b))

    def _dates(self, a: Episode, b: Episode) -> float:
        """What the days between two episodes say, of which one has but that of its article: news is of that day."""
        left, right = _told_on(a), _told_on(b)
        if left is None or right is None:
            return self._at["undated"]
        apart = max(0, left[0] - right[1], right[0] - left[1])
        if apart <= _FEW:
            return self._at["same-dates"] if apart < _FEW else 0.0
        news = (a.days or a.lead) and (b.days or b.lead)
        return self._at["dates"] * min(4.0, (apart - _FEW) / 2) + (self._at["lead-dates"] if news else 0.0)

    def _shown(self, episode: Episode) -> frozenset[str]:
        """The names of an episode's sentences that tell something, or else those beside them."""
        return (episode.names - self._known) or (episode.around - self._known)

    def within(self, a: Episode, b: Episode) -> float:
        """Of one article."""
        told = [a.event != b.event, abs(a.at - b.at) == 1, a.lead and b.lead]
        found = [label for label, holds in zip(("own-event", "own-next", "own-lead"), told, strict=True) if holds]
        if a.days and b.days and gap(a.days, b.days):
            found.append("own-other-day")
        if a.ground and b.ground and a.ground != b.ground:
            found.append("own-other-ground")
        if (a.places or b.places) and self._best(a.places or a.near, b.places or b.near) == "same":
            found.append("own-place")
        left, right = a.names - self._known, b.names - self._known
        if left and right:
            found.append("own-names" if left & right else "own-other-names")
        if a.kinds and b.kinds:
            found.append("own-kind" if a.kinds & b.kinds else "own-other-kind")
        shared = min(2, len(a.facts & b.facts))
        return self._at["own-bias"] + sum(map(self._at.__getitem__, found)) + self._at["own-facts"] * shared
