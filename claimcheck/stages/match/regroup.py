"""Groups in, groups of more agreement out: one wrong claim in a group keeps no others apart.

Joining the best pairs first lets one node that a second group vetoes, or that most of its members speak against, keep
two groups apart that agree in all else. Here such nodes are left behind where joining the rest wins more than is lost:
a local search on the same aim, the greatest sum of weights inside groups (correlation clustering; Bansal, Blum and
Chawla 2004).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from itertools import combinations, repeat
from math import inf
from typing import NamedTuple

_ROUNDS = 4
_LARGE = 300  # nodes of two groups together, beyond which they stay as they are


class _Step(NamedTuple):
    """Two groups made one, but for those that either leaves behind."""

    gain: float
    joined: list[int]
    left: list[list[int]]


def regroup(groups: Sequence[Sequence[int]], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The groups, sorted, after every step that makes the sum of the weights inside them greater.

    `pairs` holds weights for (i, j) with i < j; a pair without a weight is vetoed.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), weight in pairs.items():
        near[i][j] = near[j][i] = weight
    groups_by_name = {min(group): sorted(group) for group in groups}
    fresh: Iterable[int] = list(groups_by_name)
    for _ in range(_ROUNDS):
        if not (fresh := _round(groups_by_name, near, fresh)):
            break
    return sorted(groups_by_name.values())


def _round(groups: dict[int, list[int]], near: Mapping[int, Mapping[int, float]], fresh: Iterable[int]) -> set[int]:
    """Takes each step that pays, the most promising pair of groups first; the names of the groups that it made.

    `fresh`: the groups that the round before made; what did not pay between two others does not pay now.
    """
    changed, made = set[int](), set[int]()
    for a, b in _promising(groups, near, fresh):
        if a in changed or b in changed:
            continue
        step = _step(groups[a], groups[b], near)
        if step.gain > 0:
            changed |= {a, b}
            del groups[a], groups[b]
            parts = {min(part): part for part in (step.joined, *step.left)}
            groups.update(parts)
            made.update(parts)
    return made


def _promising(
    groups: Mapping[int, Sequence[int]], near: Mapping[int, Mapping[int, float]], fresh: Iterable[int]
) -> list[tuple[int, int]]:
    """Pairs of groups, one of them fresh, that anything speaks for, most of it first; but those joined in vain."""
    at = {member: name for name, group in groups.items() for member in group}
    between: dict[tuple[int, int], float] = defaultdict(float)
    seen = set[int]()
    for name in fresh:
        seen.add(name)
        for i in groups[name]:
            for j, weight in near[i].items():
                if weight > 0 and (other := at[j]) not in seen:
                    between[(name, other) if name < other else (other, name)] += weight
    small = [(a, b) for a, b in between if len(groups[a]) + len(groups[b]) <= _LARGE]
    costs = cache(lambda name: _least_cost(groups[name], near))
    paying = [
        (a, b) for a, b in small if between[a, b] > min(costs(a), costs(b)) or not _vetoed(groups[a], groups[b], near)
    ]
    return sorted(paying, key=lambda pair: (-between[pair], pair))


def _least_cost(group: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> float:
    """What leaving any of a group behind costs at least: each one kept has a weight for each one gone, and of n there
    are n - 1 such pairs or more. One alone cannot be parted."""
    if len(group) == 1:
        return inf
    return (len(group) - 1) * min(near[i].get(j, -inf) for i, j in combinations(group, 2))


def _vetoed(a: Sequence[int], b: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> bool:
    """Whether any two are kept apart, so that joining the groups leaves one behind."""
    return any(j not in near[i] for i in a for j in b)


def _step(a: Sequence[int], b: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> _Step:
    """What joining two groups wins, without those in the way, and if need be without those it would not pay for."""
    left = _in_the_way(a, b, near)
    step = _joined(a, b, left, near)
    if step.gain > 0:
        return step
    against = _against([n for n in (*a, *b) if n not in left], near)
    return _joined(a, b, left | against, near) if against else step


def _joined(a: Sequence[int], b: Sequence[int], left: Set[int], near: Mapping[int, Mapping[int, float]]) -> _Step:
    """Two groups made one without those that are left, who stay with their own."""
    kept_a, kept_b = [n for n in a if n not in left], [n for n in b if n not in left]
    gone_a, gone_b = [n for n in a if n in left], [n for n in b if n in left]
    if not kept_a or not kept_b:
        return _Step(0.0, [], [])
    won = _sum(kept_a, kept_b, near) - _sum(kept_a, gone_a, near) - _sum(kept_b, gone_b, near)
    return _Step(won, sorted([*kept_a, *kept_b]), [part for part in (gone_a, gone_b) if part])


def _in_the_way(a: Sequence[int], b: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> set[int]:
    """Those without which no pair across is vetoed: the most vetoed first, of several the least tied to its own."""
    across = [(n, others.difference(near[n])) for group, others in ((a, set(b)), (b, set(a))) for n in group]
    vetoes = {n: vetoed for n, vetoed in across if vetoed}
    left, inside = set[int](), set(a)

    @cache
    def tied(n: int) -> tuple[float, int]:
        return _sum([n], a if n in inside else b, near), n

    while most := max(map(len, vetoes.values()), default=0):
        worst = [n for n, vetoed in vetoes.items() if len(vetoed) == most]
        gone = worst[0] if len(worst) == 1 else min(worst, key=tied)
        for other in vetoes.pop(gone):
            vetoes[other].discard(gone)
        left.add(gone)
    return left


def _against(members: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> set[int]:
    """Those that the others speak against, all taken together, the worst first."""
    score = {n: _sum([n], members, near) for n in members}
    left = set[int]()
    while score:
        worst = min(score, key=lambda n: (score[n], n))
        if score.pop(worst) >= 0:
            break
        left.add(worst)
        for n in score:
            score[n] -= near[worst].get(n, 0.0)
    return left


def _sum(a: Iterable[int], b: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> float:
    return sum(weight for i in a for weight in map(near[i].get, b, repeat(0.0)))
