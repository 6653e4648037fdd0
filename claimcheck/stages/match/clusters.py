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
    for (i, j), weight in pairs.items():
        if weight != VETO:
            near[i][j] = near[j][i] = (weight, 1)
        elif missing != VETO:
            near[i][j] = near[j][i] = (VETO, 1)
    members: list[list[int]] = [[i] for i in range(count)]
    heap = [(-weight, i, j) for (i, j), weight in pairs.items() if weight > 0]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if members[i] and members[j] and _mean(near, members, missing, i, j) == -negative:
            _join(near, members, missing, i, j, heap)
    return sorted(sorted(group) for group in members if group)


def _mean(near: list[dict[int, tuple[float, int]]], members: list[list[int]], missing: float, i: int, j: int) -> float:
    """The mean weight between two groups; VETO where one pair is vetoed."""
    weight, seen = near[i].get(j, (0.0, 0))
    pairs = len(members[i]) * len(members[j])
    return (weight + _rest(missing, pairs - seen)) / pairs


def _rest(missing: float, pairs: int) -> float:
    return missing * pairs if pairs else 0.0


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
    near[j], near[i] = {}, _merged(kept, gone, missing, i, j)
    members[i], members[j] = members[i] + members[j], []
    for k in kept.keys() | gone.keys():
        near[k].pop(j, None)
        near[k].pop(i, None)
    for k, value in near[i].items():
        near[k][i] = value
        mean = _mean(near, members, missing, i, k)
        if mean > 0:
            heapq.heappush(heap, (-mean, min(i, k), max(i, k)))


def _merged(
    a: dict[int, tuple[float, int]], b: dict[int, tuple[float, int]], missing: float, i: int, j: int
) -> dict[int, tuple[float, int]]:
    keys = a.keys() & b.keys() if missing == VETO else a.keys() | b.keys()
    found = {}
    for k in keys - {i, j}:
        (x, n), (y, m) = a.get(k, (0.0, 0)), b.get(k, (0.0, 0))
        found[k] = (x + y, n + m)
    return found
