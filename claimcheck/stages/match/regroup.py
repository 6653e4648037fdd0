"""Groups in, groups of more agreement out: one wrong claim in a group keeps no others apart.

Joining the best pairs first lets one node that a second group vetoes keep two groups apart that agree in all else. Here
such nodes are left behind where joining the rest wins more than is lost: a local search on the same aim, the greatest
sum of weights inside groups (correlation clustering; Bansal, Blum and Chawla 2004).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    found = {min(group): sorted(group) for group in groups}
    for _ in range(_ROUNDS):
        if not _round(found, near):
            break
    return sorted(found.values())


def _round(groups: dict[int, list[int]], near: Mapping[int, Mapping[int, float]]) -> bool:
    """Takes each step that pays, the most promising pair of groups first; whether there was one."""
    changed = set[int]()
    for a, b in _promising(groups, near):
        if a in changed or b in changed:
            continue
        step = _step(groups[a], groups[b], near)
        if step.gain > 0:
            changed |= {a, b}
            del groups[a], groups[b]
            groups.update((min(part), part) for part in (step.joined, *step.left))
    return bool(changed)


def _promising(groups: Mapping[int, Sequence[int]], near: Mapping[int, Mapping[int, float]]) -> list[tuple[int, int]]:
    """Pairs of groups whose known weights sum up to more than nothing."""
    at = {member: name for name, group in groups.items() for member in group}
    between: dict[tuple[int, int], float] = defaultdict(float)
    for i, others in near.items():
        for j, weight in others.items():
            if i < j and at[i] != at[j]:
                between[(at[i], at[j]) if at[i] < at[j] else (at[j], at[i])] += weight
    paying = [pair for pair, weight in between.items() if weight > 0]
    small = [(a, b) for a, b in paying if len(groups[a]) + len(groups[b]) <= _LARGE]
    return sorted(small, key=lambda pair: (-between[pair], pair))


def _step(a: Sequence[int], b: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> _Step:
    """What joining two groups wins, without those in the way."""
    left = _in_the_way(a, b, near)
    kept_a, kept_b = [n for n in a if n not in left], [n for n in b if n not in left]
    gone_a, gone_b = [n for n in a if n in left], [n for n in b if n in left]
    if not kept_a or not kept_b:
        return _Step(0.0, [], [])
    won = _sum(kept_a, kept_b, near) - _sum(kept_a, gone_a, near) - _sum(kept_b, gone_b, near)
    return _Step(won, sorted([*kept_a, *kept_b]), [part for part in (gone_a, gone_b) if part])


def _in_the_way(a: Sequence[int], b: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> set[int]:
    """Those without which no pair across is vetoed: the most vetoed first, of several the least tied to its own."""
    vetoes = {i: {j for j in b if j not in near[i]} for i in a}
    vetoes |= {j: {i for i in a if j not in near[i]} for j in b}
    own = {n: _sum([n], group, near) for group in (a, b) for n in group}
    left = set[int]()
    while any(vetoes.values()):
        worst = max(vetoes, key=lambda n: (len(vetoes[n]), -own[n], -n))
        for other in vetoes.pop(worst):
            vetoes[other].discard(worst)
        left.add(worst)
    return left


def _sum(a: Iterable[int], b: Sequence[int], near: Mapping[int, Mapping[int, float]]) -> float:
    return sum(near[i].get(j, 0.0) for i in a for j in b)
