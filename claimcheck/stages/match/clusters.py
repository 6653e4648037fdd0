"""Weighted pairs in, groups out: average linkage that stops where joining no longer pays, and never over a veto."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import inf
from typing import NamedTuple

from claimcheck.workers import portions, spread

VETO = -inf
_SHARE = 20_000  # pairs and numbers grouped by one process at a time
Weighted = tuple[int, int, float]  # the lower number, the higher one, their weight


class Part(NamedTuple):
    """Numbers that weights above zero link together, with the weights between them: it is grouped by itself."""

    members: list[int]
    pairs: dict[tuple[int, int], float]


def agglomerate(count: int, pairs: Sequence[Weighted], missing: float = VETO) -> list[list[int]]:
    """Groups of the numbers below `count`, best join first, until no join has a mean weight above zero.

    `pairs` holds weights for i < j; `missing` is the weight of every other pair, VETO keeps two apart for good. A
    greedy answer to correlation clustering: ties go to the lower numbers, so the callers sort what they number.
    """

    def grouped(share: Sequence[Part]) -> list[list[int]]:
        return [group for part in share for group in groups_of(part, missing)]

    shares = portions(largest_first(count, pairs), size_of, _SHARE)
    return sorted(chain.from_iterable(spread(grouped, shares, list[list[int]])))


def weighted(pairs: Mapping[tuple[int, int], float]) -> list[Weighted]:
    """Pairs with their weights, each as one."""
    return [(i, j, weight) for (i, j), weight in pairs.items()]


def size_of(part: Part) -> int:
    """About how much work a part is."""
    return len(part.pairs) + len(part.members)


def groups_of(part: Part, missing: float = VETO) -> list[list[int]]:
    """The groups of one part, sorted."""
    size = len(part.members)
    # A mean of weights above zero is above zero: where all pairs pay, all joins do.
    whole = len(part.pairs) == size * (size - 1) // 2 and all(weight > 0 for weight in part.pairs.values())
    return [part.members] if whole else sorted(_best_first(part, missing))


def largest_first(count: int, pairs: Sequence[Weighted]) -> list[Part]:
    """All that weights above zero link together, each once: no mean of groups that none links is above zero.

    The largest come first, so that processes that share them do not wait for one in the end.
    """
    above = list(range(count))

    def top(i: int) -> int:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for i, j, weight in pairs:
        if weight > 0 and above[i] != above[j]:
            above[top(j)] = top(i)
    tops = [top(i) for i in range(count)]
    found = {i: Part([], {}) for i in tops}
    for i, one in enumerate(tops):
        found[one].members.append(i)
    for i, j, weight in pairs:
        if tops[i] == tops[j]:
            found[tops[i]].pairs[i, j] = weight
    return sorted(found.values(), key=size_of, reverse=True)


def _best_first(part: Part, missing: float) -> Iterable[list[int]]:
    """The groups of one part; for every two of them that are not kept apart it holds the sum of all weights between."""
    near: dict[int, dict[int, float]] = {i: {} for i in part.members}
    for (i, j), weight in part.pairs.items():
        if weight != VETO or missing != VETO:
            near[i][j] = near[j][i] = weight
    members = {i: [i] for i in part.members}
    heap = [(-weight, i, j) for (i, j), weight in part.pairs.items() if weight > 0]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members or (total := near[i].get(j)) is None:
            continue
        if total / (len(members[i]) * len(members[j])) == -negative:
            _join(near, members, missing, i, j, heap)
    return map(sorted, members.values())


def _join(
    near: dict[int, dict[int, float]],
    members: dict[int, list[int]],
    missing: float,
    i: int,
    j: int,
    heap: list[tuple[float, int, int]],
) -> None:
    """The group j becomes part of i; its neighbours get new weights, and stay such where no pair is vetoed."""
    kept, gone = near[i], near.pop(j)
    del kept[j], gone[i]
    for k in gone:
        del near[k][j]
    for k in kept.keys() - gone.keys():
        if missing == VETO:
            del near[k][i], kept[k]
        else:
            kept[k] += missing * len(members[j]) * len(members[k])
    for k, total in gone.items():
        if k in kept:
            kept[k] += total
        elif missing != VETO:
            kept[k] = total + missing * len(members[i]) * len(members[k])
    members[i] += members.pop(j)
    size = len(members[i])
    for k, total in kept.items():
        near[k][i] = total
        if total > 0:
            mean = total / (size * len(members[k]))
            heapq.heappush(heap, (-mean, i, k) if i < k else (-mean, k, i))
