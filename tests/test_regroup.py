"""One claim in the way keeps no two groups apart."""

from __future__ import annotations

from importlib import import_module
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.stages.match.clusters import agglomerate, weighted
from claimcheck.stages.match.regroup import regroup

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]),
    st.floats(-3, 3),
    max_size=30,
)


def total(groups: list[list[int]], pairs: dict[tuple[int, int], float]) -> float:
    """The sum of the weights inside groups; a pair without one is a veto."""
    return sum(pairs[pair] for group in groups for pair in combinations(group, 2))


def test_a_node_in_the_way_is_left_behind() -> None:
    one, other = (0, 1, 2), (3, 4, 5)
    pairs = {pair: 2.0 for group in (one, other) for pair in combinations(group, 2)}
    pairs |= {(i, j): 1.0 for i in one for j in other if i != 0}  # 0 is vetoed by all of the other group
    assert regroup([[0, 1, 2], [3, 4, 5]], pairs) == [[0], [1, 2, 3, 4, 5]]


def test_a_node_that_the_others_speak_against_is_left_behind() -> None:
    one, other = (0, 1, 2), (3, 4, 5)
    pairs = {pair: 2.0 for group in (one, other) for pair in combinations(group, 2)}
    pairs |= {(i, j): 1.0 if i else -5.0 for i in one for j in other}  # no veto, but the mean is below zero
    assert regroup([[0, 1, 2], [3, 4, 5]], pairs) == [[0], [1, 2, 3, 4, 5]]


def test_what_costs_more_than_it_wins_is_not_done() -> None:
    pairs = {(0, 1): 9.0, (1, 2): 1.0}
    assert regroup([[0, 1], [2]], pairs) == [[0, 1], [2]]


@given(WEIGHTS)
def test_no_step_loses_and_no_veto_is_broken(pairs: dict[tuple[int, int], float]) -> None:
    before = agglomerate(9, weighted(pairs))
    after = regroup(before, pairs)
    assert sorted(n for group in after for n in group) == list(range(9))
    assert all(pair in pairs for group in after for pair in combinations(group, 2))
    assert total(after, pairs) >= total(before, pairs) - 1e-9


@given(WEIGHTS, st.permutations(range(9)))
def test_the_order_of_groups_does_not_matter(pairs: dict[tuple[int, int], float], order: list[int]) -> None:
    groups = agglomerate(9, weighted(pairs))
    mixed = sorted(groups, key=lambda group: order[group[0]])
    assert regroup(mixed, pairs) == regroup(groups, pairs)


@given(WEIGHTS)
def test_what_is_not_tried_would_win_nothing(pairs: dict[tuple[int, int], float]) -> None:
    groups = agglomerate(9, weighted(pairs))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("claimcheck.stages.match.regroup"), "_vetoed", lambda *_: False)
        tried = regroup(groups, pairs)
    assert regroup(groups, pairs) == tried
