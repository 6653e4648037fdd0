"""Groups in, groups joined where the few pairs that are vetoed are outvoted by all others out.

A claim's place in a war or its scope may be misread; regroup leaves such a claim behind, and where several of a group
are told so, the whole group. Here a veto by a slot that is often misread is weighed like the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum

_ROUNDS = 4
_LARGE = 300  # nodes of two groups together, beyond which they stay as they are

_Pairs = Mapping[tuple[int, int], float]
_Open = Callable[[int, int], bool]


def outvote(groups: Sequence[Sequence[int]], pairs: _Pairs, veto: float, open_: _Open) -> list[list[int]]:
    """The groups, sorted, those joined whose mean weight is above zero with each vetoed pair weighed as `veto`.

    `pairs` holds weights for (i, j) with i < j; a pair without a weight is vetoed, and `open_` tells whether a vetoed
    pair may yet be of one group.
    """
    named = {min(group): sorted(group) for group in groups}
    for _ in range(_ROUNDS):
        if len(named) < 2 or not _round(named, pairs, veto, open_):
            break
    return sorted(named.values())


def _round(groups: dict[int, list[int]], pairs: _Pairs, veto: float, open_: _Open) -> bool:
    """Joins what pays, the best pairs of groups first, each group once; whether any did."""
    changed = set[int]()
    for a, b in _promising(groups, pairs, veto):
        if a in changed or b in changed:
            continue
        vetoed = (pair for pair in _across(groups[a], groups[b]) if pair not in pairs)
        if all(open_(i, j) for i, j in vetoed):
            changed |= {a, b}
            groups[min(a, b)] = sorted(groups[a] + groups[b])
            del groups[max(a, b)]
    return bool(changed)


def _promising(groups: Mapping[int, Sequence[int]], pairs: _Pairs, veto: float) -> list[tuple[int, int]]:
    """Pairs of groups whose mean weight is above zero, the highest first."""
    at = {member: name for name, group in groups.items() for member in group}
    between: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (i, j), weight in pairs.items():
        a, b = at[i], at[j]
        if a != b:
            between[(a, b) if a < b else (b, a)].append(weight)
    means = {}
    for (a, b), weights in between.items():
        size = len(groups[a]) * len(groups[b])
        mean = (fsum(weights) + veto * (size - len(weights))) / size
        if mean > 0 and len(groups[a]) + len(groups[b]) <= _LARGE:
            means[a, b] = mean
    return sorted(means, key=lambda pair: (-means[pair], pair))


def _across(a: Iterable[int], b: Sequence[int]) -> Iterable[tuple[int, int]]:
    return ((i, j) if i < j else (j, i) for i in a for j in b)
