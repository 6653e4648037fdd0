"""Subjects in, groups out: slots block, weights join, and no pair inside a group is vetoed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product, starmap
from typing import NamedTuple

import msgspec

from claimcheck.records import HELD
from claimcheck.slots import (
    Book,
    Label,
    Slots,
    Subject,
    World,
    chance,
    compare_contexts,
    compare_statements,
    compare_values,
    converted,
    fits,
    kind_of,
    kind_of_pair,
    known_of,
    labels_of_counted,
    labels_of_scene,
    leaves_out,
    may_retell,
    named,
    one_happening,
    one_size,
    retold,
    retold_keys,
    sizes,
    story_of,
    telling,
    tied,
    told_beside,
)
from claimcheck.stages.match.clusters import VETO, Part, groups_of, parts
from claimcheck.stages.match.regroup import regroup
from claimcheck.workers import portions, spread

_ASIDE = 8  # equal numbers of one sentence that are kept apart; what has more is a list, or made to be slow
_CROWD = 400  # nodes of a block that are all compared
_CLOSE = 40  # … of one that holds numbers of one size, which may be one number told again
_SHARE = 20_000  # pairs weighed by one process at a time
_NEAR = 30  # … with so many on either side


class _Block(NamedTuple):
    """Nodes that may join each other, and those that may join each of them.

    The others among themselves are a block of their own: else they would be paired anew for every measure.
    """

    nodes: list[int]
    others: list[int]
    crowd: int  # nodes beyond which a number is compared with its neighbours in size only


def group(subjects: Sequence[Subject], book: Book, world: World) -> list[list[int]]:
    """The subjects' numbers in groups, whatever the order and the names of the files that they come from."""
    kinds = _numbered(kind_of(subject, book) for subject in subjects)
    amounts = _numbered(subject.amount for subject in subjects)
    nodes = sorted(_nodes(subjects, kinds, amounts), key=lambda node: _content(subjects[node[0]]))
    counts = _Counts(subjects, book)
    weigh = _Weigher(subjects, kinds, amounts, counts, book, world)
    spots = [_spot(node, subjects) for node in nodes]

    def two_numbers(i: int, j: int) -> bool:
        """Whether one voice gives two numbers in one sentence: such two never join."""
        one, other = (subjects[nodes[n][0]] for n in (i, j))
        beside = spots[i] is not None and spots[i] == spots[j] and one.amount.value != other.amount.value
        return beside and not converted(one, other)

    def weighed(share: Sequence[_Block]) -> list[tuple[int, int, float]]:
        """The pairs of nodes of some blocks, each once, that no slot parts, with their weights."""
        found = dict.fromkeys(pair for block in share for pair in _neighbours(block, nodes, subjects))
        pairs = ((i, j) for i, j in found if not counts.apart(nodes[i][0], nodes[j][0]))
        weights = ((i, j, weigh(nodes[i], nodes[j])) for i, j in pairs if not two_numbers(i, j))
        return [pair for pair in weights if pair[2] != VETO]

    blocks = portions(_blocks(nodes, subjects, book, world), _pairs_of, _SHARE)
    told = spread(weighed, blocks, list[tuple[int, int, float]])
    pairs = {(i, j): weight for share in told for i, j, weight in share}
    largest_first = sorted(parts(len(nodes), pairs), key=_pairs_in, reverse=True)  # nobody waits for it in the end
    joined = spread(_all_joined, portions(largest_first, _pairs_in, _SHARE), list[list[int]])
    return sorted(sorted(member for n in group for member in nodes[n]) for groups in joined for group in groups)


def _pairs_in(part: Part) -> int:
    return len(part.pairs)


def _all_joined(share: Sequence[Part]) -> list[list[int]]:
    return [group for part in share for group in _joined(part)]


def _joined(part: Part) -> list[list[int]]:
    """The groups of nodes that weights above zero link together."""
    groups = groups_of(part)
    return regroup(groups, {(i, j): weight for i, j, weight in part.pairs}) if len(groups) > 1 else groups


def _counted(slots: Slots) -> tuple[object, ...]:
    """The slots that tell what is counted."""
    what = (slots.dimension, slots.unit, slots.direction, slots.modality, slots.measure)
    return (*what, slots.noun, slots.noun_class, slots.party)


def _content(subject: Subject) -> tuple[str, ...]:
    """What sorts nodes, so that ties fall by what claims say and not by the files' names."""
    slots = msgspec.structs.astuple(subject.slots)
    return (*map(str, slots), str(subject.amount.value), str(subject.claim.quantity.qualifier), str(subject.day))


def _nodes(subjects: Sequence[Subject], kinds: Sequence[int], amounts: Sequence[int]) -> list[list[int]]:
    """Claims that nothing tells apart are one node: equal slots and numbers, but not side by side in a sentence."""
    nodes: dict[tuple[object, ...], list[int]] = {}
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for n, subject in enumerate(subjects):
        key = (kinds[n], amounts[n], subject.series)
        spot = (*key, subject.claim.article, subject.claim.sentence, subject.voice)
        nodes.setdefault((*key, min(seen[spot], _ASIDE)), []).append(n)
        seen[spot] += 1
    for node in nodes.values():  # the first stands for all, whatever the files are called
        node.sort(key=lambda n: (subjects[n].day or "", subjects[n].story or ""))
    return list(nodes.values())


def _blocks(nodes: Sequence[list[int]], subjects: Sequence[Subject], book: Book, world: World) -> Iterable[_Block]:
    """Nodes of one event, or of one place and time, that may be of one measure."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    open_: dict[tuple[object, ...], list[int]] = defaultdict(list)
    numbers: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, node in enumerate(nodes):
        measure = book.block_measure(subjects[node[0]].slots)
        for key in _keys(subjects[node[0]], book, world):
            (blocks if measure else open_)[(*key, measure)].append(n)
        for key in _keys_of_number(subjects[node[0]], world):
            numbers[key].append(n)
    yield from (_Block(block, open_.get((*key[:-1], None), []), _CROWD) for key, block in blocks.items())
    yield from (_Block(block, [], _CROWD) for block in open_.values() if len(block) > 1)
    yield from (_Block(block, [], _CLOSE) for block in numbers.values() if len(block) > 1)


def _pairs_of(block: _Block) -> int:
    size = len(block.nodes) + len(block.others)
    return len(block.nodes) * (size if size <= block.crowd else 2 * _NEAR)


def _neighbours(block: _Block, nodes: Sequence[list[int]], subjects: Sequence[Subject]) -> Iterable[tuple[int, int]]:
    """The pairs within a block and those with others, lower number first; of a crowd those near each other in size."""
    if len(block.nodes) + len(block.others) <= block.crowd:
        yield from combinations(sorted(block.nodes), 2)
        yield from starmap(_sorted, product(block.nodes, block.others))
        return
    outside = set(block.others)
    by_size = sorted(block.nodes + block.others, key=lambda n: (subjects[nodes[n][0]].amount.value, n))
    for place, i in enumerate(by_size):
        near = by_size[place + 1 : place + 1 + _NEAR]
        yield from (_sorted(i, j) for j in near if i not in outside or j not in outside)


def _spot(node: Sequence[int], subjects: Sequence[Subject]) -> tuple[object, ...] | None:
    """The sentence and voice of a node of one claim."""
    subject = subjects[node[0]]
    if len(node) > 1 or subject.revised or subject.earlier:
        return None
    return (subject.claim.article, subject.claim.sentence, subject.voice)


def _sorted(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _keys(subject: Subject, book: Book, world: World) -> Iterable[tuple[object, ...]]:
    actual = subject.slots.modality == "actual"
    for mode in {
        actual,
        actual or book.announces(subject.slots),
    }:  # a plan is found with plans, and where it is as good
        yield from _keys_of(subject, (subject.slots.dimension, subject.slots.unit, mode), book, world)


def _keys_of(subject: Subject, kind: tuple[object, ...], book: Book, world: World) -> Iterable[tuple[object, ...]]:
    slots = subject.slots
    known, story = known_of(slots.event or ""), story_of(slots.event or "")
    yield ("event", story or known or None, *kind)
    for tie in world.ties(story):
        yield ("tie", tie, *kind)
    for event in book.around.get(known, ()):
        yield ("event", event, *kind)
    if known and (story or book.lasts(known)):
        yield ("within", known, *kind)
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


def _keys_of_number(subject: Subject, world: World) -> Iterable[tuple[object, ...]]:
    """The keys under which a number is found again, whatever is said to have happened to what it counts."""
    for key in retold_keys(subject, world):
        yield ("retold", *key, subject.slots.dimension, subject.slots.unit)


class _Counts:
    """What measure, noun and party add to a pair; few pairs of words make all pairs of claims."""

    def __init__(self, subjects: Sequence[Subject], book: Book) -> None:
        self._subjects, self._book = subjects, book
        self._numbers = _numbered(_counted(subject.slots) for subject in subjects)
        self._known: dict[tuple[int, int, Label, bool, str, bool, bool], float] = {}
        self._apart: dict[tuple[int, int, bool], bool] = {}

    def weight(
        self, i: int, j: int, value: Label, close: bool, elliptic: str = "", one: bool = False, again: bool = False
    ) -> float:
        """What they add where the numbers compare so; VETO where they keep the two claims apart."""
        key = (self._numbers[i], self._numbers[j], value, close, elliptic, one, again)
        if (known := self._known.get(key)) is None:
            left, right = self._subjects[i].slots, self._subjects[j].slots
            levels = labels_of_counted(left, right, value, close, self._book, elliptic, one, again)
            known = self._known[key] = self._book.sum(levels, -self._book.weight("join", "level"))
        return known

    def apart(self, i: int, j: int) -> bool:
        """Whether they keep two claims apart though the numbers were one: the dead and the injured."""
        again = may_retell(self._subjects[i], self._subjects[j])
        key = (self._numbers[i], self._numbers[j], again)
        if (known := self._apart.get(key)) is None:
            left, right = self._subjects[i].slots, self._subjects[j].slots
            # Who leaves out what is counted may mean what was counted before.
            told = all(slots.measure or slots.noun for slots in (left, right))
            known = self._apart[key] = told and self.weight(i, j, "same", True, again=again) == VETO
        return known


class _Weigher:
    """Scores of node pairs; what few pairs of numbers, words and slots tell is worked out once."""

    def __init__(
        self,
        subjects: Sequence[Subject],
        kinds: Sequence[int],
        amounts: Sequence[int],
        counts: _Counts,
        book: Book,
        world: World,
    ) -> None:
        self._subjects, self._kinds, self._amounts = subjects, kinds, amounts
        self._counts, self._book, self._world = counts, book, world
        self._compared: dict[tuple[int, int], tuple[Label, bool]] = {}
        self._known: dict[tuple[object, ...], float] = {}
        self._articles: dict[int, dict[str, list[Subject]]] = {}
        self._unknown = book.weight("statement", "unknown")

    def __call__(self, a: Sequence[int], b: Sequence[int]) -> float:
        i, j = a[0], b[0]
        value, close = self._values(i, j)
        shared = self._of_one_article(a, b)
        left, right = shared[0] if shared else (self._subjects[i], self._subjects[j])
        one = one_happening(left, right, self._book)
        again = retold(left, right, value, self._world)
        counted = self._counts.weight(i, j, value, close, leaves_out(left, right) if shared else "", one, again)
        if counted == VETO:
            return VETO
        tie = tied(left, right, again, self._book, self._world)
        often = chance(left.amount, right.amount, left.slots.dimension, value, again)
        key = (self._kinds[i], self._kinds[j], often, sizes(left.amount, right.amount, value), tie)
        weight = None if shared else self._known.get(key)
        if weight is None:
            scene = labels_of_scene(left, right, value, tie, self._book, self._world)
            weight = self._book.sum(scene, counted) + self._book.worth("value", value, often)
            if not shared:
                self._known[key] = weight
        if weight == VETO:
            return VETO
        weight += self._context(a, b, value, again)
        labels = {compare_statements(x, y, value) for x, y in shared}
        return VETO if "different" in labels else weight + (self._unknown if "unknown" in labels else 0.0)

    def _values(self, i: int, j: int) -> tuple[Label, bool]:
        """How two claims' numbers compare, and whether they are of one size."""
        key = (self._amounts[i], self._amounts[j])
        if (known := self._compared.get(key)) is None:
            a, b = self._subjects[i].amount, self._subjects[j].amount
            known = self._compared[key] = (compare_values(a, b), one_size(a, b))
        return known

    def _context(self, a: Sequence[int], b: Sequence[int], value: Label, again: bool) -> float:
        """The mean over the pairs of claims of what their sentences have in common."""
        left, right = self._subjects[a[0]], self._subjects[b[0]]
        if None in (left.context, right.context) and {left.slots.measure, right.slots.measure}.isdisjoint(HELD):
            return 0.0
        kind = kind_of_pair(self._subjects[a[0]], self._subjects[b[0]], value)
        pairs = ((self._subjects[i], self._subjects[j]) for i in a[:_NEAR] for j in b[:_NEAR])
        weights = [self._book.worth("context", compare_contexts(x, y, value, again), kind) for x, y in pairs]
        return sum(weights) / len(weights)

    def _of_one_article(self, a: Sequence[int], b: Sequence[int]) -> list[tuple[Subject, Subject]]:
        """The pairs of claims that one article gives: where the gate is narrower."""
        if len(a) == len(b) == 1:
            left, right = self._subjects[a[0]], self._subjects[b[0]]
            return [(left, right)] if left.claim.article == right.claim.article else []
        lefts, rights = self._by_article(a), self._by_article(b)
        return [(left, right) for name in lefts for left in lefts[name] for right in rights.get(name, ())]

    def _by_article(self, node: Sequence[int]) -> dict[str, list[Subject]]:
        """The first few claims of each article: more of them, with equal slots and numbers, tell no more."""
        if (known := self._articles.get(node[0])) is None:
            known = self._articles[node[0]] = {}
            for subject in (self._subjects[n] for n in node):
                of_article = known.setdefault(subject.claim.article, [])
                if len(of_article) < _ASIDE:
                    of_article.append(subject)
        return known


def _numbered(keys: Iterable[object]) -> list[int]:
    """Equal keys as equal numbers: pairs of numbers are quick to look up."""
    numbers: dict[object, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]
