"""Pairs of rows in, what can be told of them in few words out: sets of which every two, or none, are told together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

Keys = tuple[str, ...]
Pairs = Iterable[tuple[str, str]]
_LEAST = 3  # keys in a row that are told by the first and the last of them


def opposed(pairs: Pairs) -> tuple[tuple[Keys, ...], ...]:
    """Sets of keys against one another that hold each pair once: every two keys of two sets of a lot are a pair.

    A against D, B against D and C against D are one lot of two sets: A, B and C against D. Whoever stands against the
    same keys is in one set; then lots are taken out, the one of the set with most pairs first, either with all that it
    stands against as one set, or with sets that all stand against each other, whichever holds more.
    """
    against = _against(pairs)
    sets = _alike(against)
    of = {key: members for members in sets for key in members}
    left = {members: {of[other] for other in against[members[0]]} for members in sets}
    lots = []
    while centre := max((each for each in sets if left[each]), key=lambda each: _size(each, left), default=None):
        lot = _lot(centre, left)
        lots.append(tuple(sorted(lot, key=_first)))
        for one, other in combinations(lot, 2):
            for mine, its in _crossed(one, other, of):
                left[mine].discard(its)
                left[its].discard(mine)
    return tuple(sorted(lots, key=lambda lot: [[by_length(key) for key in members] for members in lot]))


def in_short(keys: Iterable[str]) -> list[str]:
    """Keys in their order, three and more in a row by the first and the last of them: A to D, F, G."""
    runs: list[list[str]] = []
    for key in keys:
        if runs and _place(key) == _place(runs[-1][-1]) + 1:
            runs[-1].append(key)
        else:
            runs.append([key])
    return [part for run in runs for part in ([f"{run[0]} to {run[-1]}"] if len(run) >= _LEAST else run)]


def by_length(key: str) -> tuple[int, str]:
    """A … Z, then AA."""
    return (len(key), key)


def _place(key: str) -> int:
    """A is 1, Z 26, AA 27."""
    place = 0
    for letter in key:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place


def _against(pairs: Pairs) -> Mapping[str, set[str]]:
    against: dict[str, set[str]] = {}
    for one, other in pairs:
        against.setdefault(one, set()).add(other)
        against.setdefault(other, set()).add(one)
    return {key: against[key] for key in sorted(against, key=by_length)}


def _alike(against: Mapping[str, set[str]]) -> list[Keys]:
    """The keys in sets that stand against the same keys."""
    found: dict[frozenset[str], list[str]] = {}
    for key, others in against.items():
        found.setdefault(frozenset(others), []).append(key)
    return [tuple(keys) for keys in found.values()]


def _size(members: Keys, left: Mapping[Keys, set[Keys]]) -> int:
    return len(members) * sum(map(len, left[members]))


def _lot(centre: Keys, left: Mapping[Keys, set[Keys]]) -> list[Keys]:
    like = tuple(
        sorted((key for each, others in left.items() if others == left[centre] for key in each), key=by_length)
    )
    around = sorted((key for each in left[centre] for key in each), key=by_length)
    star = [like, tuple(around)]
    clique = [centre]
    for each in sorted(left[centre], key=_first):
        if all(one in left[each] for one in clique):
            clique.append(each)
    return max((star, clique), key=lambda lot: sum(len(one) * len(other) for one, other in combinations(lot, 2)))


def _crossed(one: Keys, other: Keys, of: Mapping[str, Keys]) -> Iterable[tuple[Keys, Keys]]:
    mine, its = ({of[key]: None for key in keys} for keys in (one, other))
    return ((a, b) for a in mine for b in its)


def _first(keys: Keys) -> tuple[int, str]:
    return by_length(keys[0])
