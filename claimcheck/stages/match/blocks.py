"""Nodes of claims in, the pairs of them that are worth weighing out: blocks by what they share, each pair in few.

Two that nothing brings together are never compared: a block holds claims of one event, or of one place and time, that
may be of one measure; or a number that a story may give twice. Of these only the pairs are weighed that can pass the
gate: most by numbers that meet, found as ranges that overlap; any two numbers only of one deed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, combinations, product, starmap
from typing import NamedTuple

from claimcheck.slots import (
    Book,
    Subject,
    World,
    fits,
    known_of,
    may_be_alike,
    may_retell,
    meant,
    named,
    of_one_season,
    once,
    retold_keys,
    story_of,
)
from claimcheck.stages.match.weights import Counts, Gate

_CROWD = 400  # nodes of a block that are all compared
_CLOSE = 40  # … of one that holds numbers of one size, which may be one number told again
_NEAR = 30  # neighbours in size that a number of a larger block is compared with, on either side
_LITTLE = 30  # pairs of a block that are looked at one by one
_TIED: Mapping[object, Callable[[Subject, Subject], bool]] = {"number": of_one_season, "alike": may_be_alike}
_Key = tuple[object, ...]
_Deed = Sequence[list[int]]  # nodes of one deed, those of each kind together
_Kind = tuple[str, str | None, bool]  # dimension, unit, whether it is told as a fact


class Block(NamedTuple):
    """Nodes that may join each other, and those that may join each of them.

    The others among themselves are a block of their own: else they would be paired anew for every measure.
    """

    nodes: list[int]
    others: list[int]
    crowd: int  # nodes beyond which a number is compared with its neighbours in size only
    home: int | None = None  # the event whose pairs are weighed here, of whichever blocks they are
    tied: Callable[[Subject, Subject], bool] | None = None  # whether what the block is of ties two; None: any two

    @property
    def crowded(self) -> bool:
        return len(self.nodes) + len(self.others) > self.crowd

    @property
    def pairs(self) -> int:
        """About how many pairs it holds."""
        return len(self.nodes) * (2 * _NEAR if self.crowded else len(self.nodes) + len(self.others))


class Candidates:
    """The pairs that are worth weighing, by blocks.

    Most nodes that share a place, a number or a story's kin share an event too: such a pair is weighed with its event,
    its home. And whole deeds and kinds of nodes are passed over at once where what is counted keeps them apart.
    """

    def __init__(self, firsts: Sequence[Subject], counts: Counts, book: Book, world: World) -> None:
        self._firsts, self._counts = firsts, counts
        read = [(subject.amount.value, subject.amount.typical) for subject in firsts]
        self._lows = [min(value, typical.low) for value, typical in read]
        self._highs = [max(value, typical.high) for value, typical in read]
        self._measures = [book.block_measure(subject.slots) for subject in firsts]
        numbers: dict[_Key, int] = {}
        events = [_event_key(subject.slots.event or "", _kind(subject)) for subject in firsts]
        homes = [numbers.setdefault(event, len(numbers)) for event in events]
        blocks = _blocks(firsts, self._measures, numbers, book, world)
        self.blocks = [block for block in blocks if len(block.nodes) + len(block.others) > 1]
        # In a crowd not all pairs are weighed: those of one may be found elsewhere.
        crowded = {block.home for block in self.blocks if block.crowded}
        self._homes = [None if home in crowded else home for home in homes]
        self._kinds = list(zip(self._homes, counts.numbers, counts.parties, strict=True))

    def of(self, block: Block) -> Iterable[tuple[int, int]]:
        """The pairs within a block and those with others, lower number first; of a crowd those near in size."""
        pairs, tied, firsts = self._passing(block), block.tied, self._firsts
        return pairs if tied is None else ((i, j) for i, j in pairs if tied(firsts[i], firsts[j]))

    def _passing(self, block: Block) -> Iterable[tuple[int, int]]:
        if block.crowded or block.pairs <= _LITTLE:
            pairs = self._neighbours(block) if block.crowded else _all(block)
            found = (pair for pair in pairs if self._counts.far(*pair) or self._pass(*pair))
            return (pair for pair in found if not self._meet_at_home(*pair, block))
        meeting = (pair for pair in self._meeting(block) if self._pass(*pair))
        return chain(self._far(block), (pair for pair in meeting if not self._meet_at_home(*pair, block)))

    def _pass(self, i: int, j: int) -> bool:
        """Whether two nodes have numbers that meet, and may join by them."""
        if self._lows[i] > self._highs[j] or self._lows[j] > self._highs[i]:
            return False
        gate = self._counts.gate(i, j)
        return gate is Gate.ANY or (gate is Gate.RETOLD and may_retell(self._firsts[i], self._firsts[j]))

    def _neighbours(self, block: Block) -> Iterable[tuple[int, int]]:
        outside = set(block.others)
        by_size = sorted(block.nodes + block.others, key=lambda n: (self._firsts[n].amount.value, n))
        for place, i in enumerate(by_size):
            near = by_size[place + 1 : place + 1 + _NEAR]
            yield from (_sorted(i, j) for j in near if i not in outside or j not in outside)

    def _far(self, block: Block) -> Iterable[tuple[int, int]]:
        """The pairs that may join whether or not their numbers meet: of one deed, of what may be one thing."""
        deeds, others = self._by_deed(block.nodes), self._by_deed(block.others)
        for n, left in enumerate(deeds):
            for right in chain(deeds[n:], others):
                if self._counts.of_one_deed(left[0][0], right[0][0]):
                    yield from self._of_kinds(left, right, block)

    def _of_kinds(self, left: _Deed, right: _Deed, block: Block) -> Iterable[tuple[int, int]]:
        for n, one in enumerate(left):
            for other in left[n:] if left is right else right:
                if self._counts.far(one[0], other[0]) and not self._meet_at_home(one[0], other[0], block):
                    yield from combinations(one, 2) if one is other else starmap(_sorted, product(one, other))

    def _by_deed(self, nodes: Iterable[int]) -> list[_Deed]:
        """Nodes by what happened."""
        deeds: dict[int, dict[tuple[int | None, int, str | None], list[int]]] = defaultdict(lambda: defaultdict(list))
        for n in nodes:
            deeds[self._counts.deeds[n]][self._kinds[n]].append(n)
        return [list(kinds.values()) for kinds in deeds.values()]

    def _meeting(self, block: Block) -> Iterable[tuple[int, int]]:
        """The pairs whose numbers meet, as read."""
        outside, lows, highs = set(block.others), self._lows, self._highs
        open_: list[int] = []
        for n in sorted(block.nodes + block.others, key=lows.__getitem__):
            open_ = [m for m in open_ if highs[m] >= lows[n]]
            yield from (_sorted(m, n) for m in open_ if m not in outside or n not in outside)
            open_.append(n)

    def _meet_at_home(self, i: int, j: int, block: Block) -> bool:
        """Whether the pairs of two kinds are weighed in another block, that of their event."""
        home, one, other = self._homes[i], self._measures[i], self._measures[j]
        return home is not None and home == self._homes[j] != block.home and (one == other or None in (one, other))


def _all(block: Block) -> Iterable[tuple[int, int]]:
    return starmap(_sorted, chain(combinations(block.nodes, 2), product(block.nodes, block.others)))


def _blocks(
    firsts: Sequence[Subject],
    measures: Sequence[str | None],
    homes: Mapping[_Key, int],
    book: Book,
    world: World,
) -> Iterable[Block]:
    """Nodes of one event, or of one place and time, that may be of one measure; and those of a number told again."""
    blocks: dict[_Key, list[int]] = defaultdict(list)
    open_: dict[_Key, list[int]] = defaultdict(list)
    numbers: dict[_Key, list[int]] = defaultdict(list)
    keys = _Keys(book, world)
    wholes: dict[_Key, dict[str | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    strikes: dict[_Key, dict[str | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, subject in enumerate(firsts):
        measure, event = measures[n], subject.slots.event or ""
        for kind in keys.kinds(subject):
            if keys.in_war(event):
                (strikes if story_of(event) else wholes)[known_of(event), *kind][measure].append(n)
            for key in chain(keys.of_event(event, kind), keys.of_claim(subject, kind)):
                if measure is None:
                    open_[key].append(n)
                else:
                    blocks[*key, measure].append(n)
        for key in retold_keys(subject, world):
            numbers[*key, subject.slots.dimension, once(subject.slots.unit)].append(n)
    for key, block in blocks.items():
        yield Block(block, open_.get(key[:-1], []), _CROWD, homes.get(key[:-1]), _TIED.get(key[0]))
    for key, whole in wholes.items():
        yield from _with_parts(whole, strikes.get(key, {}))
    for key, block in open_.items():
        yield Block(block, [], _CROWD, homes.get(key), _TIED.get(key[0]))
    yield from (Block(block, [], _CLOSE, tied=_TIED.get(key[0])) for key, block in numbers.items())


def _with_parts(wholes: Mapping[str | None, list[int]], strikes: Mapping[str | None, list[int]]) -> Iterable[Block]:
    """What counts all of a war, with what counts a strike of it, by their measures; two strikes share another key."""
    for measure, nodes in wholes.items():
        told = strikes.values() if measure is None else (strikes.get(measure, []), strikes.get(None, []))
        if others := list(chain.from_iterable(told)):
            yield Block(nodes, others, _CROWD)


class _Keys:
    """The keys of the blocks that subjects are in; those that hang on the event alone are made once an event."""

    def __init__(self, book: Book, world: World) -> None:
        self._book, self._world = book, world
        self.of_event = cache(self._made_of_event)
        self.in_war = cache(self._told_of_war)

    def kinds(self, subject: Subject) -> Sequence[_Kind]:
        """A plan is found with plans, and with what was: it may be as good as done, or told as what it is."""
        kind, slots = _kind(subject), subject.slots
        done = not kind[2] and (self._book.announces(slots) or meant(slots, self._book))
        return (kind, (*kind[:2], True)) if done else (kind,)

    def _told_of_war(self, event: str) -> bool:
        """Whether an event is a known one that lasts, or a happening in a known one."""
        known = known_of(event)
        return known != "" and (story_of(event) != "" or self._book.lasts(known))

    def _made_of_event(self, event: str, kind: _Kind) -> list[_Key]:
        known, story = known_of(event), story_of(event)
        keys: list[_Key] = [_event_key(event, kind)]
        keys.extend(("tie", tie, *kind) for tie in self._world.ties(story))
        keys.extend(("event", around, *kind) for around in self._book.around.get(known, ()))
        return keys

    def of_claim(self, subject: Subject, kind: _Kind) -> Iterable[_Key]:
        """The keys that hang on a claim's own place, time, number and source."""
        slots, book, world = subject.slots, self._book, self._world
        if subject.number is not None:
            yield ("number", subject.number, *kind)
        if subject.series is not None:
            yield ("series", subject.series, *kind)
        if slots.period and not named(slots.event or ""):
            for event in book.events_of(slots.party, *world.around(slots.place)):
                if fits(slots, event, book, world):
                    yield ("event", event, *kind)
        if slots.place and slots.period:
            yield ("spot", slots.place.casefold(), slots.period, *kind)
        yield from (("recalled", event, *kind) for event in subject.recalled)
        if subject.beside is not None:
            yield ("beside", *subject.beside, *kind)


def _kind(subject: Subject) -> _Kind:
    return (subject.slots.dimension, subject.slots.unit, subject.slots.modality == "actual")


def _event_key(event: str, kind: _Kind) -> _Key:
    return ("event", story_of(event) or known_of(event) or None, *kind)


def _sorted(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
