"""Nodes of claims in, the pairs of them that are worth weighing out: blocks by what they share, each pair in few.

Two that nothing brings together are never compared: a block holds claims of one event, or of one place and time, that
may be of one measure; or a number that a story may give twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, product, starmap
from typing import NamedTuple

from claimcheck.slots import (
    Book,
    Subject,
    World,
    fits,
    known_of,
    may_retell,
    meant,
    named,
    once,
    retold_keys,
    story_of,
    telling,
    told_beside,
)
from claimcheck.stages.match.weights import Counts

_CROWD = 400  # nodes of a block that are all compared
_CLOSE = 40  # … of one that holds numbers of one size, which may be one number told again
_NEAR = 30  # neighbours in size that a number of a larger block is compared with, on either side
_Key = tuple[object, ...]
_Kind = tuple[str, str | None, bool]  # dimension, unit, whether it is told as a fact


class Block(NamedTuple):
    """Nodes that may join each other, and those that may join each of them.

    The others among themselves are a block of their own: else they would be paired anew for every measure.
    """

    nodes: list[int]
    others: list[int]
    crowd: int  # nodes beyond which a number is compared with its neighbours in size only
    home: int | None = None  # the event whose pairs are weighed here, of whichever blocks they are

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
    its home. And whole kinds of nodes are passed over at once where what is counted keeps them apart.
    """

    def __init__(self, firsts: Sequence[Subject], counts: Counts, book: Book, world: World) -> None:
        self._firsts, self._counts = firsts, counts
        self._measures = [book.block_measure(subject.slots) for subject in firsts]
        numbers: dict[_Key, int] = {}
        events = [_event_key(subject.slots.event or "", _kind(subject)) for subject in firsts]
        homes = [numbers.setdefault(event, len(numbers)) for event in events]
        self.blocks = list(_blocks(firsts, self._measures, numbers, book, world))
        # In a crowd not all pairs are weighed: those of one may be found elsewhere.
        crowded = {block.home for block in self.blocks if block.crowded}
        self._homes = [None if home in crowded else home for home in homes]
        self._kinds = list(zip(self._homes, counts.numbers, strict=True))

    def of(self, block: Block) -> Iterable[tuple[int, int]]:
        """The pairs within a block and those with others, lower number first; of a crowd those near in size."""
        if block.crowded:
            for i, j in self._neighbours(block):
                yield from self._unparted([i], [j], block)
            return
        kinds, others = self._by_kind(block.nodes), self._by_kind(block.others)
        for n, kind in enumerate(kinds):
            yield from self._unparted(kind, kind, block)
            for other in (*kinds[n + 1 :], *others):
                yield from self._unparted(kind, other, block)

    def _neighbours(self, block: Block) -> Iterable[tuple[int, int]]:
        outside = set(block.others)
        by_size = sorted(block.nodes + block.others, key=lambda n: (self._firsts[n].amount.value, n))
        for place, i in enumerate(by_size):
            near = by_size[place + 1 : place + 1 + _NEAR]
            yield from (_sorted(i, j) for j in near if i not in outside or j not in outside)

    def _by_kind(self, nodes: Iterable[int]) -> list[list[int]]:
        kinds: dict[tuple[int | None, int], list[int]] = defaultdict(list)
        for n in nodes:
            kinds[self._kinds[n]].append(n)
        return list(kinds.values())

    def _unparted(self, left: Sequence[int], right: Sequence[int], block: Block) -> Iterable[tuple[int, int]]:
        """The pairs of nodes of two kinds, or of one, but those weighed elsewhere and those that cannot join."""
        i, j = left[0], right[0]
        if self._meet_at_home(i, j, block):
            return ()
        pairs = combinations(left, 2) if left is right else starmap(_sorted, product(left, right))
        if not self._counts.apart(i, j):
            return pairs
        if self._counts.apart(i, j, again="sure"):
            return ()
        return ((a, b) for a, b in pairs if may_retell(self._firsts[a], self._firsts[b]))

    def _meet_at_home(self, i: int, j: int, block: Block) -> bool:
        """Whether the pairs of two kinds are weighed in another block, that of their event."""
        home, one, other = self._homes[i], self._measures[i], self._measures[j]
        return home is not None and home == self._homes[j] != block.home and (one == other or None in (one, other))


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
    for n, subject in enumerate(firsts):
        measure = measures[n]
        for key in keys.of(subject):
            if measure is None:
                open_[key].append(n)
            else:
                blocks[(*key, measure)].append(n)
        for key in _keys_of_number(subject, world):
            numbers[key].append(n)
    for key, block in blocks.items():
        yield Block(block, open_.get(key[:-1], []), _CROWD, homes.get(key[:-1]))
    yield from (Block(block, [], _CROWD, homes.get(key)) for key, block in open_.items() if len(block) > 1)
    yield from (Block(block, [], _CLOSE) for block in numbers.values() if len(block) > 1)


class _Keys:
    """The keys of the blocks that subjects are in; those that hang on the event alone are made once an event."""

    def __init__(self, book: Book, world: World) -> None:
        self._book, self._world = book, world
        self._of_event = cache(self._made_of_event)

    def of(self, subject: Subject) -> Iterable[_Key]:
        dimension, unit, actual = _kind(subject)
        # A plan is found with plans, and with what was: it may be as good as done, or told as what it is.
        for mode in {actual, actual or self._book.announces(subject.slots) or meant(subject.slots, self._book)}:
            kind = (dimension, unit, mode)
            yield from self._of_event(subject.slots.event or "", kind)
            yield from self._of_claim(subject, kind)

    def _made_of_event(self, event: str, kind: _Kind) -> list[_Key]:
        known, story = known_of(event), story_of(event)
        keys: list[_Key] = [_event_key(event, kind)]
        keys.extend(("tie", tie, *kind) for tie in self._world.ties(story))
        keys.extend(("event", around, *kind) for around in self._book.around.get(known, ()))
        if known and (story or self._book.lasts(known)):
            keys.append(("within", known, *kind))
        return keys

    def _of_claim(self, subject: Subject, kind: _Kind) -> Iterable[_Key]:
        slots, book, world = subject.slots, self._book, self._world
        if (number := telling(subject, book)) is not None:
            yield ("number", number, *kind)
        if subject.series is not None:
            yield ("series", subject.series, *kind)
        if slots.period and not named(slots.event or ""):
            for event in book.events_of(slots.party, *world.around(slots.place)):
                if fits(slots, event, book, world):
                    yield ("event", event, *kind)
        if slots.place and slots.period:
            yield ("spot", slots.place.casefold(), slots.period, *kind)
        if (beside := told_beside(subject)) is not None:
            yield ("beside", *beside, *kind)


def _kind(subject: Subject) -> _Kind:
    return (subject.slots.dimension, subject.slots.unit, subject.slots.modality == "actual")


def _event_key(event: str, kind: _Kind) -> _Key:
    return ("event", story_of(event) or known_of(event) or None, *kind)


def _keys_of_number(subject: Subject, world: World) -> Iterable[_Key]:
    """The keys under which a number is found again, whatever is said to have happened to what it counts."""
    for key in retold_keys(subject, world):
        yield ("retold", *key, subject.slots.dimension, once(subject.slots.unit))


def _sorted(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
