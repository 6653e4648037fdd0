"""Relations inside a figure in, what there is to read of them out: alike ones together, nothing told twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TypeVar

from claimcheck import words
from claimcheck.records import DISPUTES, Record, Relation
from claimcheck.report.rows import Row, by_key

T = TypeVar("T")
Pair = tuple[Row, Row]
_SHOWN = 6  # pairs of a doubt that are named one by one


class Standing(Record, frozen=True):
    """How groups of claims with the same number stand to each other."""

    kind: str
    left: tuple[str, ...]  # keys of rows
    right: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]  # each pair that stands so, by keys
    words: str
    reasons: tuple[str, ...]  # without those that an earlier standing of the figure gave

    @property
    def who(self) -> str:
        """A, B and C (who agree); A with B and C; A against B and C."""
        if self.kind == "agree":
            return words.listed([*self.left, *self.right])
        how = {"compatible": "with", "update": "and"}.get(self.kind, "against")
        return f"{words.listed(list(self.left))} {how} {words.listed(list(self.right))}"


class Doubt(Record, frozen=True):
    """Why claims may differ without anybody being wrong, and which; empty: all that disagree."""

    text: str
    pairs: tuple[tuple[str, str], ...]


def standings_of(relations: Iterable[Relation], rows: Mapping[str, Row]) -> tuple[Standing, ...]:
    """Relations of claims with the same ranges as one: that A and B differ from C is one thing to read."""
    known: set[str] = set()
    found = []
    for members in _alike([(relation, _ends(relation, rows)) for relation in relations]):
        first = members[0][0]
        found.append(_standing(members, tuple(reason for reason in unique(first.reasons) if reason not in known)))
        known.update(first.reasons)
    return tuple(found)


def doubts_of(relations: Iterable[Relation], rows: Mapping[str, Row]) -> tuple[Doubt, ...]:
    """Every reason why claims that disagree may differ, once."""
    disputes = [(relation, _ends(relation, rows)) for relation in relations if relation.kind in DISPUTES]
    disputes.sort(key=lambda member: _by_keys(member[1]))
    pairs: dict[str, list[tuple[str, str]]] = {}
    for relation, (left, right) in disputes:
        for doubt in unique(relation.doubts):
            pairs.setdefault(doubt, []).append((left.key, right.key))
    return tuple(
        Doubt(text=text, pairs=() if len(where) == len(disputes) else tuple(where)) for text, where in pairs.items()
    )


def told(doubt: Doubt) -> str:
    """A doubt, and of which pairs it speaks where not of all; of very many the first."""
    shown = doubt.pairs[:_SHOWN] if len(doubt.pairs) > _SHOWN + 1 else doubt.pairs
    where = ", ".join(f"{left} against {right}" for left, right in shown)
    where += f", and {len(doubt.pairs) - len(shown)} more pairs" if len(shown) < len(doubt.pairs) else ""
    return f"{doubt.text} ({where})" if where else doubt.text


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """The items in their order, each once."""
    return tuple(dict.fromkeys(items))


def _ends(relation: Relation, rows: Mapping[str, Row]) -> Pair:
    left, right = sorted((rows[relation.a], rows[relation.b]), key=by_key)
    return left, right


def _by_keys(pair: Pair) -> tuple[tuple[int, str], tuple[int, str]]:
    return by_key(pair[0]), by_key(pair[1])


def _alike(members: list[tuple[Relation, Pair]]) -> Iterable[list[tuple[Relation, Pair]]]:
    """The relations in groups that are told as one, the gravest first."""

    def order(member: tuple[Relation, Pair]) -> tuple[int, tuple[float, ...], tuple[float, ...]]:
        relation, (left, right) = member
        return (words.SEVERITY.index(relation.kind), _bounds(left), _bounds(right))

    agreeing = [member for member in members if member[0].kind == "agree"]
    others = sorted(
        (member for member in members if member[0].kind != "agree"),
        key=lambda member: (order(member), _by_keys(member[1])),
    )
    yield from (list(group) for _, group in groupby(others, key=order))
    yield from _cliques(sorted(agreeing, key=lambda member: _by_keys(member[1])))


def _cliques(members: list[tuple[Relation, Pair]]) -> Iterable[list[tuple[Relation, Pair]]]:
    """Claims that all agree with one another as one; a claim that agrees with some of them only, by itself."""
    known = {(left.key, right.key): (relation, (left, right)) for relation, (left, right) in members}
    left_over = dict(known)
    while left_over:
        keys = list(next(iter(left_over)))
        for _, right in known:
            if right not in keys and all((key, right) in known for key in keys):
                keys.append(right)
        inside = [pair for pair in left_over if set(pair) <= set(keys)]
        yield [left_over.pop(pair) for pair in inside]


def _bounds(row: Row) -> tuple[float, ...]:
    return (row.low, row.high, row.typical_low, row.typical_high)


def _standing(members: list[tuple[Relation, Pair]], reasons: tuple[str, ...]) -> Standing:
    kind = members[0][0].kind
    left = sorted({pair[0] for _, pair in members}, key=by_key)
    right = sorted({pair[1] for _, pair in members} - set(left), key=by_key)
    return Standing(
        kind=kind,
        left=tuple(row.key for row in left),
        right=tuple(row.key for row in right),
        pairs=tuple((one.key, other.key) for _, (one, other) in members),
        words=words.RELATIONS[kind],
        reasons=reasons,
    )
