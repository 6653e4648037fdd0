"""Weighted pairs in, groups out: average linkage that stops where joining no longer pays, and never over a veto."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from math import inf

VETO = -inf


def agglomerate(count: int, pairs: Mapping[tuple[int, int], float], missing: float = VETO) -> list[list[int]]:
    """Groups of the numbers below `count`, best join first, until no join has a mean weight above zero.

    `pairs` holds weights for (i, j) with i < j; `missing` is the weight of every other pair, VETO keeps two apart for
    good. A greedy answer to correlation clustering: ties go to the lower numbers, so the callers sort what they number.
    """
    near: list[dict[int, tuple[float, int]]] = [{} for _ in range(count)]
    part = _parts(count, pairs)
    for (i, j), weight in pairs.items():
        # No mean of groups that no pair above zero links is ever above zero.
        if part[i] == part[j] and (weight != VETO or missing != VETO):
            near[i][j] = near[j][i] = (weight, 1)
    members: list[list[int]] = [[i] for i in range(count)]
    heap = [(-weight, i, j) for (i, j), weight in pairs.items() if weight > 0]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if members[i] and members[j] and _mean(near[i].get(j), members, missing, i, j) == -negative:
            _join(near, members, missing, i, j, heap)
    return sorted(sorted(group) for group in members if group)


def _parts(count: int, pairs: Mapping[tuple[int, int], float]) -> list[int]:
    """For each number one that stands for all that pairs above zero link it to."""
    above = list(range(count))

    def top(i: int) -> int:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for (i, j), weight in pairs.items():
        if weight > 0:
            above[top(j)] = top(i)
    return [top(i) for i in range(count)]


def _mean(seen: tuple[float, int] | None, members: list[list[int]], missing: float, i: int, j: int) -> float:
    """The mean weight between two groups, of what was seen of it; VETO where one pair is vetoed."""
    weight, number = seen or (0.0, 0)
    pairs = len(members[i]) * len(members[j])
    return (weight + missing * (pairs - number) if pairs > number else weight) / pairs


def _join(
    near: list[dict[int, tuple[float, int]]],
    members: list[list[int]],
    missing: float,
    i: int,
    j: int,
    heap: list[tuple[float, int, int]],
) -> None:
    """The group j becomes part of i; its neighbours get new weights."""
    kept, gone = near[i], near[j]
    del kept[j], gone[i]
    near[j] = {}
    members[i], members[j] = members[i] + members[j], []
    for k in gone:
        del near[k][j]
    if missing == VETO:
        for k in kept.keys() - gone.keys():
            del near[k][i], kept[k]
    for k, (weight, seen) in gone.items():
        if k in kept:
            kept[k] = (kept[k][0] + weight, kept[k][1] + seen)
        elif missing != VETO:
            kept[k] = (weight, seen)
    size = len(members[i])
    for k, value in kept.items():
        near[k][i] = value
        weight, seen = value
        pairs = size * len(members[k])
        if pairs > seen:
            weight += missing * (pairs - seen)
        if weight > 0:
            heapq.heappush(heap, (-weight / pairs, i, k) if i < k else (-weight / pairs, k, i))
