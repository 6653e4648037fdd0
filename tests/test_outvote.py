"""Groups joined where the few pairs that are vetoed are outvoted by all others."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.stages.match.outvote import outvote

VETO = -5.0


def agreed(*groups: list[int], weight: float = 2.0) -> dict[tuple[int, int], float]:
    """All pairs of some numbers, each of one weight."""
    members = sorted(n for group in groups for n in group)
    return dict.fromkeys(combinations(members, 2), weight)


def test_a_vetoed_pair_is_outvoted() -> None:
    left, right = [0, 1, 2], [3, 4]
    pairs = agreed(left, right)
    del pairs[2, 3]
    assert outvote([left, right], pairs, VETO, lambda _i, _j: True) == [[0, 1, 2, 3, 4]]


def test_a_pair_that_is_vetoed_for_good_is_not() -> None:
    left, right = [0, 1, 2], [3, 4]
    pairs = agreed(left, right)
    del pairs[2, 3]
    assert outvote([left, right], pairs, VETO, lambda i, j: (i, j) != (2, 3)) == [left, right]


def test_many_vetoes_outvote_the_rest() -> None:
    left, right = [0, 1, 2], [3, 4]
    pairs = agreed(left, right)
    for pair in ((1, 3), (2, 3)):
        del pairs[pair]
    assert outvote([left, right], pairs, VETO, lambda _i, _j: True) == [left, right]


@given(st.lists(st.integers(-3, 3), min_size=15, max_size=15), st.permutations(range(6)))
def test_the_order_of_groups_and_pairs_changes_nothing(weights: list[int], order: list[int]) -> None:
    known = zip(combinations(range(6), 2), weights, strict=True)
    pairs = {pair: float(weight) for pair, weight in known if weight}
    groups = [[0, 1], [2, 3], [4], [5]]
    shuffled = [groups[n] for n in order if n < len(groups)]
    backwards = dict(reversed(pairs.items()))
    expected = outvote(groups, pairs, VETO, lambda _i, _j: True)
    assert outvote(shuffled, backwards, VETO, lambda _i, _j: True) == expected
    assert sorted(n for group in expected for n in group) == list(range(6))


def test_no_group_is_split() -> None:
    groups = [[0, 1], [2, 3], [4]]
    pairs = {pair: -1.0 for pair in product((0, 1), (2, 3, 4))}
    assert outvote(groups, pairs, VETO, lambda _i, _j: True) == groups
