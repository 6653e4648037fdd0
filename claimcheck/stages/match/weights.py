"""Two nodes of claims in, the weight of their being one figure out; what many pairs share is worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import product
from typing import NamedTuple

from msgspec.structs import replace

from claimcheck.slots import (
    BOTH,
    Again,
    Book,
    Label,
    Sizes,
    Slots,
    Subject,
    World,
    as_counted,
    chance,
    compare_contexts,
    compare_order,
    compare_statements,
    kind_of_pair,
    labels,
    labels_of_counted,
    labels_of_scene,
    leaves_out,
    of_all_on_a_ground,
    of_strike,
    one_happening,
    or_grown,
    party_of_pair,
    retold,
    sizes,
    tied,
)
from claimcheck.stages.match.clusters import VETO


class Gate(Enum):
    """Which numbers that meet may be one figure: none, those that one story gives twice, or any two."""

    NONE = "none"
    RETOLD = "retold"
    ANY = "any"


ASIDE = 8  # equal numbers of one sentence that are kept apart; what has more is a list, or made to be slow
_NOTHING = {"noun": "", "noun_class": "", "party": None, "portion": None, "manner": None}
_WHO_FLEE = "displaced"  # of whom "fled" and "arrived" are one deed
_SOME = 30  # claims of a node whose sentences are compared


class Counts:
    """What measure, noun and party add to a pair; few pairs of words make all pairs of claims.

    Parties are compared pair by pair: each of many wars has its own, and knows the same few verbs and nouns.
    """

    def __init__(self, firsts: Sequence[Subject], book: Book) -> None:
        self._firsts, self._book = firsts, book
        self.numbers = numbered(_counted(subject.slots) for subject in firsts)
        self.parties = [subject.slots.party for subject in firsts]
        self._sides = [None if party == BOTH else party for party in self.parties]
        self.kinds = numbered(zip(self.numbers, self.parties, strict=True))
        self._known: dict[tuple[object, ...], float] = {}
        self._gates: dict[tuple[int, int], Gate] = {}
        self._far: dict[tuple[int, int], bool] = {}
        self.deeds = numbered(_deed(subject.slots) for subject in firsts)
        self._of_one_deed: dict[tuple[int, int], bool] = {}
        self._no_party = book.worth("party", "unknown")

    def weight(
        self,
        i: int,
        j: int,
        value: Label,
        close: bool,
        elliptic: str = "",
        one: bool = False,
        again: Again = "",
        of_one: bool = True,
    ) -> float:
        """What they add where the numbers compare so, of one event (`of_one`) or of two; VETO where they keep the two
        claims apart."""
        one_side = self._sides[i] == self._sides[j] is not None  # "50 dead on the Malian side", "36 Malian soldiers"
        key = (self.numbers[i], self.numbers[j], value, close, elliptic, one, again, of_one, one_side)
        if (known := self._known.get(key)) is None:
            left, right = self._firsts[i].slots, self._firsts[j].slots
            right = replace(right, event=left.event) if of_one else right
            found = labels_of_counted(left, right, value, close, self._book, elliptic, one, again)
            levels = (level for level in found if level[0] != "party")
            known = self._known[key] = self._book.sum(levels, -self._book.weight("join", "level"))
        return known + self._party(i, j, value)

    def _party(self, i: int, j: int, value: Label) -> float:
        if self.parties[i] is None and self.parties[j] is None:
            return self._no_party
        left, right = self._firsts[i].slots, self._firsts[j].slots
        return self._book.worth(*party_of_pair(left, right, value, self._book))

    def gate(self, i: int, j: int) -> Gate:
        """Which numbers that meet may join, as far as what is counted tells: not the dead and the injured."""
        key = (self.kinds[i], self.kinds[j])
        if (known := self._gates.get(key)) is None:
            known = self._gates[key] = self._gate(i, j)
        return known

    def _gate(self, i: int, j: int) -> Gate:
        if self._party(i, j, "same") == VETO:
            return Gate.NONE
        if self.weight(i, j, "same", True, self._elliptic(i, j)) != VETO:
            return Gate.ANY
        return Gate.RETOLD if self.weight(i, j, "same", True, again="sure") != VETO else Gate.NONE

    def far(self, i: int, j: int) -> bool:
        """Whether what is counted lets numbers join that do not meet."""
        key = (self.kinds[i], self.kinds[j])
        if (known := self._far.get(key)) is None:
            known = self._far[key] = self._may_be_far(i, j)
        return known

    def _may_be_far(self, i: int, j: int) -> bool:
        if self._party(i, j, "unknown") == VETO:
            return False
        return self.weight(i, j, "unknown", True, self._elliptic(i, j), one=True) != VETO

    def of_one_deed(self, i: int, j: int) -> bool:
        """Whether what happened does, whatever it happened to: what is quickly told of whole kinds."""
        key = (self.deeds[i], self.deeds[j])
        if (known := self._of_one_deed.get(key)) is None:
            left, right = (replace(self._firsts[n].slots, **_NOTHING) for n in (i, j))
            if all(self._book.flees(slots.measure or "", _WHO_FLEE) for slots in (left, right)):
                right = replace(right, measure=left.measure)
            levels = labels_of_counted(left, right, "unknown", True, self._book, self._elliptic(i, j))
            known = self._of_one_deed[key] = self._book.sum(levels) != VETO
        return known

    def _elliptic(self, i: int, j: int) -> str:
        """Who leaves out what is counted may mean what was counted before."""
        told = (slots.measure or slots.noun for slots in (self._firsts[i].slots, self._firsts[j].slots))
        return "" if all(told) else "elliptic"


class _Node(NamedTuple):
    """A node with what each of its pairs asks for."""

    claims: Sequence[Subject]
    first: Subject
    kind: int
    amount: int
    articles: Mapping[str, Sequence[Subject]]
    worded: bool  # the slots alone do not tell what is counted
    held: bool  # of votes or seats, whose sentences are compared where only one has words
    strike: bool  # of one happening of a war, or of all on the ground of one side


class Weigher:
    """Scores of pairs of nodes; what few pairs of numbers, words and slots tell is worked out once."""

    def __init__(
        self,
        nodes: Sequence[Sequence[Subject]],
        kinds: Sequence[int],
        amounts: Sequence[int],
        counts: Counts,
        book: Book,
        world: World,
    ) -> None:
        self._node = cache(
            lambda n: _node(nodes[n], kinds[n], amounts[n], book)
        )  # most have no pair, or in one process
        self._counts, self._book, self._world = counts, book, world
        self._sizes: dict[tuple[int, int], Sizes] = {}
        self._known: dict[tuple[object, ...], float] = {}
        self._unknown = book.weight("statement", "unknown")
        self._misread = book.words("join", "outvoted")

    def __call__(self, i: int, j: int) -> float:
        a, b = self._node(i), self._node(j)
        left, right, size, shared = a.first, b.first, self._size(a, b), _of_one_article(a, b)
        if shared:
            left, right = shared[0]
        again = retold(left, right, size.value, self._world) if size.meet else ""
        worded = (a.worded and b.worded) or a.held or b.held
        context = self._context(a, b, size.value, again) if worded else 0.0
        if context == VETO:
            return VETO
        one = a.strike and one_happening(left, right, self._book)
        elliptic = leaves_out(left, right) if shared else ""
        of_one = left.slots.event == right.slots.event
        counted = self._counts.weight(
            i, j, as_counted(left, right, size.value), size.close, elliptic, one, again, of_one
        )
        if counted == VETO:
            return VETO
        tie = tied(left, right, again, self._book, self._world)
        weight = self._told(left, right, size, tie, counted) if shared else self._scene(a, b, size, tie, counted)
        if weight == VETO:
            return VETO
        often = size.distance
        if again or size.value != "unknown":
            often = chance(left.amount, right.amount, left.slots.dimension, size.value, again)
        often = or_grown(left, right, size.value, often, self._book)
        weight += self._book.worth("value", size.value, often) + context
        weight += self._book.worth("order", compare_order(left, right, size.value, self._book))
        if not shared:
            return weight
        labels = {compare_statements(x, y, size.value) for x, y in shared}
        return VETO if "different" in labels else weight + (self._unknown if "unknown" in labels else 0.0)

    def open_(self, i: int, j: int) -> bool:
        """Whether nothing vetoes a pair but slots that may be misread; nothing at all, where no block holds it."""
        a, b = self._node(i), self._node(j)
        pairs = _of_one_article(a, b) or [(a.first, b.first)]
        found = (level for left, right in pairs for level in labels(left, right, self._book, self._world))
        return all(level[0] in self._misread or self._book.worth(*level) != VETO for level in found)

    def _scene(self, a: _Node, b: _Node, size: Sizes, tie: tuple[Label, str], counted: float) -> float:
        """What is added by where, when and how far, of two nodes of no one article: many have the same slots."""
        left, right = a.first, b.first
        value = size.value if size.meet else ""
        placed = left.slots.place is not None and right.slots.place is not None  # the size tells which is a part
        key = (a.kind, b.kind, tie, value, size.near if placed else None, size.less if placed else None, counted)
        if (known := self._known.get(key)) is None:
            known = self._known[key] = self._told(left, right, size, tie, counted)
        return known

    def _told(self, left: Subject, right: Subject, size: Sizes, tie: tuple[Label, str], counted: float) -> float:
        return self._book.sum(labels_of_scene(left, right, size.value, tie, self._book, self._world), counted)

    def _size(self, a: _Node, b: _Node) -> Sizes:
        """How two nodes' numbers compare."""
        key = (a.amount, b.amount)
        if (known := self._sizes.get(key)) is None:
            known = self._sizes[key] = sizes(a.first.amount, b.first.amount)
        return known

    def _context(self, a: _Node, b: _Node, value: Label, again: Again) -> float:
        """The mean over the pairs of claims of what their sentences have in common."""
        book, kind = self._book, kind_of_pair(a.first, b.first, value)
        pairs = product(a.claims[:_SOME], b.claims[:_SOME])
        weights = [book.worth("context", compare_contexts(x, y, value, book, again), kind) for x, y in pairs]
        return sum(weights) / len(weights)


def _node(claims: Sequence[Subject], kind: int, amount: int, book: Book) -> _Node:
    slots = claims[0].slots
    held = slots.measure in book.held
    strike = of_all_on_a_ground(slots, book) or of_strike(claims[0], book)
    return _Node(claims, claims[0], kind, amount, _by_article(claims), claims[0].context is not None, held, strike)


def _of_one_article(a: _Node, b: _Node) -> list[tuple[Subject, Subject]]:
    """The pairs of claims that one article gives: where the gate is narrower."""
    if a.articles.keys().isdisjoint(b.articles):
        return []
    return [(left, right) for name, lefts in a.articles.items() for left in lefts for right in b.articles.get(name, ())]


def _by_article(node: Sequence[Subject]) -> dict[str, list[Subject]]:
    """The first few claims of each article: more of them, with equal slots and numbers, tell no more."""
    found: dict[str, list[Subject]] = {}
    for subject in node:
        of_article = found.setdefault(subject.claim.article, [])
        if len(of_article) < ASIDE:
            of_article.append(subject)
    return found


def _deed(slots: Slots) -> tuple[object, ...]:
    """The slots that tell what happened, or that nothing is told."""
    told = (slots.dimension, slots.unit, slots.direction, slots.modality, slots.measure, slots.others)
    return (*told, bool(slots.measure or slots.noun))


def _counted(slots: Slots) -> tuple[object, ...]:
    """The slots that tell what is counted, but whose."""
    what = (slots.dimension, slots.unit, slots.direction, slots.modality, slots.measure)
    return (*what, slots.noun, slots.noun_class, slots.portion, slots.manner, slots.others)


def numbered(keys: Iterable[object]) -> list[int]:
    """Equal keys as equal numbers: pairs of numbers are quick to look up."""
    numbers: dict[object, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]
