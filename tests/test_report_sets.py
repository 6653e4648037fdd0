"""Pairs of claims told in few words: no pair is lost, none is told twice, and none that there is not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.sets import by_length, in_short, opposed

KEYS = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC"]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ("", ()),
        ("AB", ((("A",), ("B",)),)),
        ("AD BD CD", ((("A", "B", "C"), ("D",)),)),
        ("AB AC BC", ((("A",), ("B",), ("C",)),)),
        ("AC AD BC BD", ((("A", "B"), ("C", "D")),)),
        ("AC AD AE BC BD BE CE DE", ((("A", "B"), ("C", "D"), ("E",)),)),
        ("AB CD", ((("A",), ("B",)), (("C",), ("D",)))),
        ("AB AC BD", ((("A",), ("B", "C")), (("B",), ("D",)))),
    ],
)
def test_opposed(pairs: str, expected: tuple[object, ...]) -> None:
    assert opposed(tuple(pair) for pair in pairs.split()) == expected


@given(st.sets(st.sampled_from([*combinations(KEYS, 2)])), st.randoms(use_true_random=False))
def test_each_pair_is_told_once_whatever_the_order(pairs: set[tuple[str, str]], shuffled) -> None:
    lots = opposed(pairs)
    told = [
        tuple(sorted((a, b), key=by_length))
        for lot in lots
        for one, other in combinations(lot, 2)
        for a in one
        for b in other
    ]
    assert sorted(told) == sorted(pairs)
    turned = [pair if shuffled.random() < 0.5 else pair[::-1] for pair in pairs]
    shuffled.shuffle(turned)
    assert opposed(turned) == lots


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("A", ["A"]),
        ("A B", ["A", "B"]),
        ("A B C", ["A to C"]),
        ("A C D E G", ["A", "C to E", "G"]),
        ("Y Z AA AB", ["Y to AB"]),
    ],
)
def test_keys_in_a_row_are_told_by_the_first_and_the_last(keys: str, expected: list[str]) -> None:
    assert in_short(keys.split()) == expected
