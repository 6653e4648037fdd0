"""Relations inside a figure in, what there is to read of them out: alike ones together, nothing told twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import TypeVar

from claimcheck import words
from claimcheck.records import DISPUTES, Record, Relation
from claimcheck.report.rows import Row, by_key, voice, worded_once
from claimcheck.report.sets import Keys, in_short, opposed

T = TypeVar("T")
Pair = tuple[Row, Row]
Member = tuple[Relation, Pair]
_SHOWN = 6  # of a doubt: as many claims, and as many details, as are told
_BETWEEN = {"compatible": " with ", "update": " and "}
_AMONG = {
    "contradict": "no two can both be true as worded",
    "update": "the same count at several times",
    "compatible": "any two can both be true",
}


class Standing(Record, frozen=True):
    """How sets of claims stand to each other: any two claims of two of these sets alike."""

    kind: str
    sets: tuple[Keys, ...]  # keys of rows; who agree are one set
    pairs: tuple[tuple[str, str], ...]  # each pair that stands so, by keys
    words: str
    sides: str  # of a dispute among several claims: who says what against whom
    reasons: tuple[str, ...]  # without those that an earlier standing of the figure gave

    @property
    def who(self) -> str:
        """A to C (who agree); A with B and C; A against B against C to E; A; B and C; D (one count at three times)."""
        return _opposed(self.kind, self.sets)


def standings_of(relations: Iterable[Relation], rows: Mapping[str, Row]) -> tuple[Standing, ...]:
    """Relations as few things to read, the gravest first: that A, B and C each differ from D is one."""
    known: set[str] = set()
    found = []
    related = [(relation, _ends(relation, rows)) for relation in relations]
    several = len({row.key for _, pair in related for row in pair}) > 2  # of two claims the table has told all
    for members, sets in _alike(related):
        sides = _sides(members, sets) if several and members[0][0].kind in DISPUTES else ""
        reasons = unique(_reasons(members, sets))
        found.append(_standing(members, sets, sides, tuple(reason for reason in reasons if reason not in known)))
        known.update(reasons)
    return tuple(found)


def doubts_of(relations: Iterable[Relation], rows: Mapping[str, Row]) -> tuple[str, ...]:
    """Every reason why claims that disagree may differ without anybody being wrong, once, with whom it is about.

    Nobody is named where it is about all that disagree. What follows a colon may be another thing for other claims.
    """
    disputes = [(relation, _ends(relation, rows)) for relation in relations if relation.kind in DISPUTES]
    disputes.sort(key=lambda member: _by_keys(member[1]))
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for relation, pair in disputes:
        for doubt in unique(relation.doubts):
            text, _, detail = doubt.partition(": ")
            found.setdefault(text, {}).setdefault(detail, []).append(_keys(pair))
    return tuple(_doubt(text, details, len(disputes)) for text, details in found.items())


def _doubt(text: str, details: Mapping[str, list[tuple[str, str]]], disputes: int) -> str:
    about = [_first([_opposed("diverge", sets) for sets in opposed(pairs)], "; ") for pairs in details.values()]
    everybody = any(len(pairs) == disputes for pairs in details.values())
    told = [f"{detail} ({where})" if detail else f"({where})" for detail, where in zip(details, about, strict=True)]
    if everybody and len(details) == 1:
        told = [detail for detail in details if detail]
    return f"{text}{':' if any(details) else ''} {_first(told, '; ')}".rstrip()


def _first(told: list[str], between: str) -> str:
    """What is told; of very much the first."""
    shown = told[:_SHOWN] if len(told) > _SHOWN + 1 else told
    more = [f"and {len(told) - len(shown)} more"] if len(shown) < len(told) else []
    return between.join([*shown, *more])


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """The items in their order, each once."""
    return tuple(dict.fromkeys(items))


def _opposed(kind: str, sets: tuple[Keys, ...]) -> str:
    listed = [words.listed(in_short(keys)) for keys in sets]
    plain = len(sets) == 2 and all(len(keys) == 1 for keys in sets)
    return ("; " if kind == "update" and not plain else _BETWEEN.get(kind, " against ")).join(listed)


def _ends(relation: Relation, rows: Mapping[str, Row]) -> Pair:
    left, right = sorted((rows[relation.a], rows[relation.b]), key=by_key)
    return left, right


def _by_keys(pair: Pair) -> tuple[tuple[int, str], tuple[int, str]]:
    return by_key(pair[0]), by_key(pair[1])


def _keys(pair: Pair) -> tuple[str, str]:
    return pair[0].key, pair[1].key


def _alike(members: list[Member]) -> Iterator[tuple[list[Member], tuple[Keys, ...]]]:
    """The relations in lots that are told as one, the gravest first, each with its sets of claims."""
    for kind in words.SEVERITY:
        found = {_keys(pair): (relation, pair) for relation, pair in members if relation.kind == kind}
        if kind == "agree":
            yield from _cliques(
                {keys: found[keys] for keys in sorted(found, key=lambda keys: _by_keys(found[keys][1]))}
            )
            continue
        for sets in opposed(found):
            inside = {keys for one, other in combinations(sets, 2) for keys in _crossed(one, other)}
            yield [found[keys] for keys in sorted(inside, key=lambda keys: _by_keys(found[keys][1]))], sets


def _cliques(known: dict[tuple[str, str], Member]) -> Iterator[tuple[list[Member], tuple[Keys, ...]]]:
    """Claims that all agree with one another as one; a claim that agrees with some of them only, by itself."""
    left_over = dict(known)
    while left_over:
        keys = list(next(iter(left_over)))
        for _, right in known:
            if right not in keys and all((key, right) in known for key in keys):
                keys.append(right)
        inside = [pair for pair in left_over if set(pair) <= set(keys)]
        told = {key for pair in inside for key in pair}
        yield [left_over.pop(pair) for pair in inside], (tuple(key for key in keys if key in told),)


def _crossed(one: Keys, other: Keys) -> Iterator[tuple[str, str]]:
    """Each pair of two sets, as the rows of a table run."""
    return ((a, b) if (len(a), a) < (len(b), b) else (b, a) for a in one for b in other)


def _reasons(members: list[Member], sets: tuple[Keys, ...]) -> Iterator[str]:
    """Why the sets stand so: all that holds for their first pair; of a dispute the first reason by each other rule."""
    of = {_keys(pair): relation for relation, pair in members}
    for one, other in pairwise(sets) if len(sets) > 1 else [(sets[0], sets[0])]:
        rules: set[tuple[str, ...]] = set()
        for relation in filter(None, map(of.get, _crossed(one, other))):
            rule = relation.rules or relation.reasons
            if not rules or (relation.kind in DISPUTES and rule not in rules):
                yield from relation.reasons[: 1 if rules else None]
                rules.add(rule)


def _standing(members: list[Member], sets: tuple[Keys, ...], sides: str, reasons: tuple[str, ...]) -> Standing:
    kind = members[0][0].kind
    return Standing(
        kind=kind,
        sets=sets,
        pairs=tuple(_keys(pair) for _, pair in members),
        words=_AMONG.get(kind, words.RELATIONS[kind]) if len(sets) > 2 else words.RELATIONS[kind],
        sides=sides,
        reasons=reasons,
    )


def _sides(members: list[Member], sets: tuple[Keys, ...]) -> str:
    """Who says what against whom: “84” (the mayor) against “105” and “at least 110” (the army)."""
    rows = {row.key: row for _, pair in members for row in pair}
    return " against ".join(_said([rows[key] for key in keys]) for keys in sets)


def _said(rows: list[Row]) -> str:
    by_voice: dict[str, list[Row]] = {}
    for row in rows:
        by_voice.setdefault(voice(row), []).append(row)
    by_numbers: dict[str, list[str]] = {}
    for who, given in by_voice.items():
        by_numbers.setdefault(worded_once(given).casefold(), []).append(who)
    return words.listed([f"{worded_once(by_voice[who[0]])} ({words.listed(who)})" for who in by_numbers.values()])
