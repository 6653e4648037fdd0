"""Subjects in, their groups told out: slots block, weights join, and no pair inside a group is vetoed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

import msgspec

from claimcheck.records import Figure
from claimcheck.slots import Book, Subject, World, bound_one, converted, kind_of, said_again
from claimcheck.stages.match.blocks import Block, Candidates
from claimcheck.stages.match.clusters import VETO, Part, Weighted, groups_of, largest_first, size_of
from claimcheck.stages.match.outvote import outvote
from claimcheck.stages.match.regroup import regroup
from claimcheck.stages.match.weights import ASIDE, Counts, Weigher, numbered
from claimcheck.workers import portions, spread

_COUNTED = 8  # slots, the first ones, that tell what is counted
_SHARE = 20_000  # pairs weighed by one process at a time
_PART = 5000  # pairs and nodes grouped by one process at a time


def group(subjects: Sequence[Subject], book: Book, world: World, tell: Callable[[list[int]], Figure]) -> list[Figure]:
    """What is told of each group of the subjects' numbers, in the order of their first ones.

    The groups are the same whatever the order and the names of the files that the subjects come from.
    """
    kinds = numbered(kind_of(subject, book) for subject in subjects)
    amounts = numbered(subject.amount for subject in subjects)
    nodes = _in_order(_nodes(subjects, kinds, amounts), subjects)
    members = [[subjects[n] for n in node] for node in nodes]
    firsts = [node[0] for node in members]
    counts = Counts(firsts, book)
    candidates = Candidates(firsts, counts, book, world)
    kinds, amounts = ([numbers[node[0]] for node in nodes] for numbers in (kinds, amounts))
    weigh = Weigher(members, kinds, amounts, counts, book, world)
    spots = numbered(_spot(node, subjects) or n for n, node in enumerate(nodes))

    def two_numbers(i: int, j: int) -> bool:
        """Whether one voice gives two numbers in one sentence: such two never join."""
        beside = spots[i] == spots[j] and firsts[i].amount.value != firsts[j].amount.value
        return beside and not any(one(firsts[i], firsts[j]) for one in (converted, bound_one, said_again))

    def weighed(share: Sequence[Block]) -> list[Weighted]:
        """The pairs of nodes of some blocks, each once, that no slot parts, with their weights."""
        found = dict.fromkeys(pair for block in share for pair in candidates.of(block))
        weights = ((i, j, weigh(i, j)) for i, j in found if not two_numbers(i, j))
        return [pair for pair in weights if pair[2] != VETO]

    shares = spread(weighed, portions(candidates.blocks, _pairs_of, _SHARE), list[Weighted])
    parts = largest_first(len(nodes), list(chain.from_iterable(shares)))
    veto = book.weight("join", "outvoted")

    def open_(i: int, j: int) -> bool:
        """Whether a vetoed pair may yet be of one group that agrees in all else."""
        return not two_numbers(i, j) and weigh.open_(i, j)

    def grouped(part: Part) -> list[list[int]]:
        groups = groups_of(part)
        if len(groups) == 1:
            return groups
        return outvote(regroup(groups, part.pairs), part.pairs, veto, open_)

    def figures(share: Sequence[Part]) -> list[tuple[int, Figure]]:
        """The figures of all groups of some parts, each with its first number."""
        groups = (group for part in share for group in grouped(part))
        told = (sorted(member for n in group for member in nodes[n]) for group in groups)
        return [(numbers[0], tell(numbers)) for numbers in told]

    found = chain.from_iterable(spread(figures, portions(parts, size_of, _PART), list[tuple[int, Figure]]))
    return [figure for _, figure in sorted(found, key=itemgetter(0))]


def _pairs_of(block: Block) -> int:
    return block.pairs


def _in_order(nodes: Iterable[list[int]], subjects: Sequence[Subject]) -> list[list[int]]:
    """The nodes sorted by what their claims say, so that ties do not fall by the files' names.

    Nearly all share what they count with many: those are compared by the rest alone.
    """
    alike: dict[tuple[str, ...], list[tuple[tuple[str, ...], list[int]]]] = defaultdict(list)
    for node in nodes:
        counted, rest = _content(subjects[node[0]])
        alike[counted].append((rest, node))
    return [node for counted in sorted(alike) for _, node in sorted(alike[counted], key=itemgetter(0))]


def _content(subject: Subject) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a claim counts, and all else that it says."""
    slots = tuple(map(_text, msgspec.structs.astuple(subject.slots)))
    told = (str(subject.amount.value), str(subject.claim.quantity.qualifier), str(subject.day), str(subject.first))
    return slots[:_COUNTED], (*slots[_COUNTED:], *told)


@lru_cache(maxsize=65536)
def _text(slot: object) -> str:
    """A slot as text: few distinct ones are those of many claims."""
    return str(sorted(slot) if isinstance(slot, frozenset) else slot)


def _nodes(subjects: Sequence[Subject], kinds: Sequence[int], amounts: Sequence[int]) -> list[list[int]]:
    """Claims that nothing tells apart are one node: equal slots and numbers, but not side by side in a sentence."""
    nodes: dict[tuple[object, ...], list[int]] = {}
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for n, subject in enumerate(subjects):
        key = (kinds[n], amounts[n], subject.series, subject.first)
        spot = (*key, subject.claim.article, subject.claim.sentence, subject.voice)
        nodes.setdefault((*key, min(seen[spot], ASIDE)), []).append(n)
        seen[spot] += 1
    for node in nodes.values():  # the first stands for all, whatever the files are called
        node.sort(key=lambda n: (subjects[n].day or "", subjects[n].story or ""))
    return list(nodes.values())


def _spot(node: Sequence[int], subjects: Sequence[Subject]) -> tuple[object, ...] | None:
    """The sentence and voice of a node of one claim."""
    subject = subjects[node[0]]
    if len(node) > 1 or subject.revised or subject.earlier:
        return None
    return (subject.claim.article, subject.claim.sentence, subject.voice)
