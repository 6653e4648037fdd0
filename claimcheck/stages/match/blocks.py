"""Nodes of claims in, the pairs of them that are worth weighing out: blocks by what they share, each pair in few.

Two that nothing brings together are never compared: a block holds claims of one event, or of one place and time, that
may be of one measure; or a number that a story may give twice. Of these only the pairs are weighed that can pass the
gate: most by numbers that meet, found as ranges that overlap; any two numbers only of one deed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
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
from claimcheck.stages.match.weights import Counts, Gate, numbered
from claimcheck.workers import spread

_CROWD = 400  # nodes of a block that are all compared
_CLOSE = 40  # … of one that holds numbers of one size, which may be one number told again
_NEAR = 30  # neighbours in size that a number of a larger block is compared with, on either side
_MANY = 5000  # nodes whose blocks two processes make
_LITTLE = 30  # pairs of a block in which what happened keeps no kinds apart by itself
_TIED: Mapping[object, Callable[[Subject, Subject], bool]] = {"number": of_one_season, "alike": may_be_alike}
_Key = tuple[object, ...]
_Measured = dict[str | None, list[int]]  # nodes by their measure; None: those that may be of any
_Kind = tuple[str, str | None, bool]  # dimension, unit, whether it is told as a fact


class Block(NamedTuple):
    """Nodes that may join each other, and those that may join each of them.

    The others among themselves are a block of their own: else they would be paired anew for every measure.
    """

    nodes: list[int]
    others: list[int]
    crowd: int  # nodes beyond which a number is compared with its neighbours in size only
    home: int | None = None  # the event whose pairs are weighed here, of whichever blocks they are
    tied: str = ""  # what it is of, where that does not tie any two

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
        read = [(subject.amount.value, subject.amount.typical) for subject in firsts]
        self._lows = [min(value, typical.low) for value, typical in read]
        self._highs = [max(value, typical.high) for value, typical in read]
        self._measures = [book.block_measure(subject.slots) for subject in firsts]
        keys = _Keys(book, world)
        homes = [keys.home(subject.slots.event or "", _kind(subject)) for subject in firsts]
        parts = [partial(_by_share, firsts, self._measures, keys), partial(_by_number, firsts, world)]
        count = None if len(firsts) > _MANY else 1
        self.blocks = list(chain.from_iterable(spread(_of_several, parts, list[Block], count=count)))
        # In a crowd not all pairs are weighed: those of one may be found elsewhere.
        crowded = {block.home for block in self.blocks if block.crowded}
        self._homes = [None if home in crowded else home for home in homes]
        self._kinds = numbered(zip(self._homes, counts.kinds, strict=True))

    def of(self, block: Block) -> Iterable[tuple[int, int]]:
        """The pairs within a block and those with others, lower number first; of a crowd those near in size."""
        pairs, tied, firsts = self._passing(block), _TIED.get(block.tied), self._firsts
        return pairs if tied is None else ((i, j) for i, j in pairs if tied(firsts[i], firsts[j]))

    def _passing(self, block: Block) -> Iterable[tuple[int, int]]:
        crowded = block.crowded
        small = crowded or block.pairs <= _LITTLE
        for left, right in self._neighbours(block) if crowded else self._two_kinds(block):
            i, j = left[0], right[0]
            if self._meet_at_home(i, j, block.home):
                continue
            if len(left) > 1 or len(right) > 1:
                yield from self._of_kinds(left, right, small)
            elif i != j and self._may_join(i, j, small):
                yield (i, j) if i < j else (j, i)

    def _two_kinds(self, block: Block) -> Iterable[tuple[list[int], list[int]]]:
        """The nodes of every two kinds of a block."""
        kinds, others = self._by_kind(block.nodes), self._by_kind(block.others)
        for n, left in enumerate(kinds):
            for right in chain(kinds[n:], others):
                yield left, right

    def _by_kind(self, nodes: Sequence[int]) -> list[list[int]]:
        """Nodes by what is counted and their event."""
        if len(nodes) == 1:
            return [[*nodes]]
        kinds: dict[int, list[int]] = defaultdict(list)
        for n in nodes:
            kinds[self._kinds[n]].append(n)
        return list(kinds.values())

    def _of_kinds(self, left: list[int], right: list[int], small: bool) -> Iterable[tuple[int, int]]:
        """The pairs of two kinds that may join: all of one deed, else those whose numbers meet."""
        i, j = left[0], right[0]
        pairs = combinations(left, 2) if left is right else starmap(_sorted, product(left, right))
        if self._far(i, j, small):
            return pairs
        gate = self._counts.gate(i, j)
        return () if gate is Gate.NONE else self._meeting(pairs, gate)

    def _may_join(self, i: int, j: int, small: bool) -> bool:
        """Whether two nodes may join: what is counted is asked first, which few pairs of words tell."""
        if self._lows[i] <= self._highs[j] and self._lows[j] <= self._highs[i]:
            gate = self._counts.gate(i, j)
            if gate is Gate.ANY or (gate is Gate.RETOLD and may_retell(self._firsts[i], self._firsts[j])):
                return True
        return self._far(i, j, small)

    def _far(self, i: int, j: int, small: bool) -> bool:
        """Whether numbers of two kinds may join that do not meet."""
        return (small or self._counts.of_one_deed(i, j)) and self._counts.far(i, j)

    def _meeting(self, pairs: Iterable[tuple[int, int]], gate: Gate) -> Iterable[tuple[int, int]]:
        """The pairs whose numbers meet, as read, and may join by them."""
        lows, highs, firsts = self._lows, self._highs, self._firsts
        meeting = ((i, j) for i, j in pairs if lows[i] <= highs[j] and lows[j] <= highs[i])
        return meeting if gate is Gate.ANY else ((i, j) for i, j in meeting if may_retell(firsts[i], firsts[j]))

    def _neighbours(self, block: Block) -> Iterable[tuple[list[int], list[int]]]:
        """Those near in size of a crowd."""
        outside = set(block.others)
        by_size = sorted(block.nodes + block.others, key=lambda n: (self._firsts[n].amount.value, n))
        for place, i in enumerate(by_size):
            near = by_size[place + 1 : place + 1 + _NEAR]
            yield from (([i], [j]) for j in near if i not in outside or j not in outside)

    def _meet_at_home(self, i: int, j: int, here: int | None) -> bool:
        """Whether the pairs of two kinds are weighed in another block, that of their event."""
        home = self._homes[i]
        if home is None or home == here or home != self._homes[j]:
            return False
        one, other = self._measures[i], self._measures[j]
        return one == other or one is None or other is None


def _of_several(blocks: Callable[[], Iterable[Block]]) -> list[Block]:
    """Those that hold any pair."""
    return [block for block in blocks() if len(block.nodes) + len(block.others) > 1]


def _by_share(firsts: Sequence[Subject], measures: Sequence[str | None], keys: _Keys) -> Iterable[Block]:
    """Nodes of one event, or of one place and time, that may be of one measure."""
    wholes: dict[_Key, _Measured] = defaultdict(_measured)
    strikes: dict[_Key, _Measured] = defaultdict(_measured)
    for n, subject in enumerate(firsts):
        measure, event = measures[n], subject.slots.event or ""
        for kind in keys.kinds(subject):
            if keys.in_war(event):
                (strikes if story_of(event) else wholes)[known_of(event), *kind][measure].append(n)
            for share in chain(keys.of_event(event, kind), keys.of_claim(subject, kind)):
                share[measure].append(n)
    for key, share in keys.shares.items():
        open_ = share.get(None, [])
        for measure, nodes in share.items():
            others = [] if measure is None else open_
            yield Block(nodes, others, _CROWD, keys.homes.get(key), _tie(key))
    for key, whole in wholes.items():
        yield from _with_parts(whole, strikes.get(key, {}))


def _by_number(firsts: Sequence[Subject], world: World) -> Iterable[Block]:
    """Nodes of a number told again."""
    numbers: dict[_Key, list[int]] = defaultdict(list)
    for n, subject in enumerate(firsts):
        for key in retold_keys(subject, world):
            numbers[*key, subject.slots.dimension, once(subject.slots.unit)].append(n)
    return (Block(nodes, [], _CLOSE, tied=_tie(key)) for key, nodes in numbers.items())


def _tie(key: _Key) -> str:
    """What ties two of a block, where it does not tie any two."""
    return str(key[0]) if key[0] in _TIED else ""


def _with_parts(wholes: _Measured, strikes: _Measured) -> Iterable[Block]:
    """What counts all of a war, with what counts a strike of it, by their measures; two strikes share another key."""
    for measure, nodes in wholes.items():
        told = strikes.values() if measure is None else (strikes.get(measure, []), strikes.get(None, []))
        if others := list(chain.from_iterable(told)):
            yield Block(nodes, others, _CROWD)


class _Keys:
    """The blocks that subjects are in, by what they share; those that hang on the event alone are known by it."""

    def __init__(self, book: Book, world: World) -> None:
        self._book, self._world = book, world
        self.shares: dict[_Key, _Measured] = defaultdict(_measured)
        self.homes: dict[_Key, int] = {}
        self._of_event: dict[tuple[str, _Kind], list[_Measured]] = {}

    def kinds(self, subject: Subject) -> Sequence[_Kind]:
        """A plan is found with plans, and with what was: it may be as good as done, or told as what it is."""
        kind, slots = _kind(subject), subject.slots
        done = not kind[2] and (self._book.announces(slots) or meant(slots, self._book))
        return (kind, (*kind[:2], True)) if done else (kind,)

    def in_war(self, event: str) -> bool:
        """Whether an event is a known one that lasts, or a happening in a known one."""
        known = known_of(event)
        return known != "" and (story_of(event) != "" or self._book.lasts(known))

    def home(self, event: str, kind: _Kind) -> int:
        """The number of the block that the pairs of an event are weighed in."""
        return self.homes.setdefault(_event_key(event, kind), len(self.homes))

    def of_event(self, event: str, kind: _Kind) -> list[_Measured]:
        """The blocks that hang on a claim's event."""
        if (event, kind) not in self._of_event:
            self._of_event[event, kind] = self._made_of_event(event, kind)
        return self._of_event[event, kind]

    def _made_of_event(self, event: str, kind: _Kind) -> list[_Measured]:
        known, story = known_of(event), story_of(event)
        keys: list[_Key] = [_event_key(event, kind)]
        keys.extend(("tie", tie, *kind) for tie in self._world.ties(story))
        keys.extend(("event", around, *kind) for around in self._book.around.get(known, ()))
        return [self.shares[key] for key in keys]

    def of_claim(self, subject: Subject, kind: _Kind) -> Iterable[_Measured]:
        """The blocks that hang on a claim's own place, time, number and source."""
        return (self.shares[*key, *kind] for key in self._made_of_claim(subject))

    def _made_of_claim(self, subject: Subject) -> Iterable[_Key]:
        slots, book, world = subject.slots, self._book, self._world
        if subject.number is not None:
            yield "number", subject.number
        if subject.series is not None:
            yield "series", subject.series
        if subject.campaign is not None:
            yield "campaign", subject.campaign
        if slots.period and not named(slots.event or ""):
            for event in book.events_of(slots.party, *world.around(slots.place)):
                if fits(slots, event, book, world):
                    yield "event", event
        if slots.place and slots.period:
            yield "spot", slots.place.casefold(), slots.period
        yield from (("recalled", event) for event in subject.recalled)
        if subject.beside is not None:
            yield ("beside", *subject.beside)


def _measured() -> _Measured:
    return defaultdict(list)


def _kind(subject: Subject) -> _Kind:
    return (subject.slots.dimension, subject.slots.unit, subject.slots.modality == "actual")


def _event_key(event: str, kind: _Kind) -> _Key:
    return ("event", story_of(event) or known_of(event) or None, *kind)


def _sorted(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
