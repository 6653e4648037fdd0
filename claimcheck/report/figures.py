"""Figures and relations in, the parts of a report about one figure out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from claimcheck.records import DISPUTES, Analysis, Claim, Figure, Record, Relation
from claimcheck.report import words
from claimcheck.report.rows import Row, by_key


class Standing(Record, frozen=True):
    """How groups of claims with the same number stand to each other."""

    kind: str
    left: tuple[str, ...]  # keys of rows
    right: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]  # each pair that stands so, by keys
    words: str
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


class Link(Record, frozen=True):
    """How claims of this figure stand to one claim of another figure."""

    kind: str
    keys: tuple[str, ...]
    words: str
    other: Row
    other_title: str
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


class FigureView(Record, frozen=True):
    id: str
    title: str
    rows: tuple[Row, ...]  # from low to high
    standings: tuple[Standing, ...]
    links: tuple[Link, ...]
    sources: int
    articles: int
    origins: int
    disputes: int
    worst: str | None  # contradict, diverge, update, or None
    event: str | None

    @property
    def single(self) -> bool:
        """One origin and nothing to compare it with: shown in short."""
        return self.origins == 1 and self.worst is None


def figures_of(analysis: Analysis, rows: Mapping[str, Row]) -> Iterable[FigureView]:
    """Every figure as it is shown."""
    claims = {claim.id: claim for claim in analysis.claims}
    titles = {id_: figure.title for figure in analysis.figures for id_ in figure.claims}
    home = {id_: figure.id for figure in analysis.figures for id_ in figure.claims}
    inside: dict[str, list[Relation]] = {}
    across: dict[str, list[Relation]] = {}
    for relation in analysis.relations:
        ends = (home.get(relation.a), home.get(relation.b))
        for end in {*ends} - {None}:
            (inside if ends[0] == ends[1] else across).setdefault(str(end), []).append(relation)
    for figure in analysis.figures:
        links = _links(figure, across.get(figure.id, []), rows, titles)
        yield _figure(figure, [claims[id_] for id_ in figure.claims], inside.get(figure.id, []), links, rows)


def counts(figure: FigureView) -> str:
    """4 claims, 3 sources, 2 articles, 1 origin."""
    return ", ".join(
        (
            words.count(len(figure.rows), "claim"),
            words.count(figure.sources, "source"),
            words.count(figure.articles, "article"),
            words.count(figure.origins, "origin"),
        )
    )


def wording(figure: FigureView) -> str:
    """The numbers of a figure in a sentence that takes no side."""
    given = dict.fromkeys(f"“{row.worded}” ({_credited(row)})" for row in figure.rows)
    return f"The numbers given are {words.listed(list(given))}."


def _credited(row: Row) -> str:
    who = row.voice if row.sources or row.outlet else f"{row.place.path}, in its own voice"
    of = ", speaking of the other side" if row.side and "other" in row.side else ""
    return f"{who}{of}{f', as of {row.as_of}' if row.as_of else ''}"


def _figure(
    figure: Figure, claims: list[Claim], inside: list[Relation], links: tuple[Link, ...], rows: Mapping[str, Row]
) -> FigureView:
    kinds = {relation.kind for relation in inside} | {link.kind for link in links if link.kind in DISPUTES}
    disputed = sum(relation.kind in DISPUTES for relation in inside) + sum(link.kind in DISPUTES for link in links)
    events = sorted({claim.description.event.value for claim in claims if claim.description.event})
    return FigureView(
        id=figure.id,
        title=figure.title,
        rows=tuple(sorted((rows[id_] for id_ in figure.claims), key=by_key)),
        standings=_standings(inside, rows),
        links=links,
        sources=len({row.sources or (row.article,) for row in (rows[id_] for id_ in figure.claims)}),
        articles=len({claim.article for claim in claims}),
        origins=len(figure.origins),
        disputes=disputed,
        worst=next((kind for kind in ("contradict", "diverge", "update") if kind in kinds), None),
        event=events[0] if events else None,
    )


def _standings(relations: list[Relation], rows: Mapping[str, Row]) -> tuple[Standing, ...]:
    """Relations of claims with the same ranges as one: that A and B differ from C is one thing to read."""

    def ends(relation: Relation) -> tuple[Row, Row]:
        left, right = sorted((rows[relation.a], rows[relation.b]), key=by_key)
        return left, right

    def alike(relation: Relation) -> tuple[int, tuple[float, ...], tuple[float, ...]]:
        left, right = ends(relation)
        return (words.SEVERITY.index(relation.kind), _bounds(left), _bounds(right))

    ordered = sorted(relations, key=lambda relation: (alike(relation), *map(by_key, ends(relation))))
    if ordered and _all_agree(ordered):
        return (_standing(ordered, [ends(relation) for relation in ordered]),)
    groups = ([(relation, ends(relation)) for relation in group] for _, group in groupby(ordered, key=alike))
    return tuple(_standing([one for one, _ in group], [both for _, both in group]) for group in groups)


def _all_agree(relations: list[Relation]) -> bool:
    """Whether every pair of the claims agrees: one line says it."""
    claims = {end for relation in relations for end in (relation.a, relation.b)}
    pairs = len(claims) * (len(claims) - 1) // 2
    return len(relations) == pairs and all(relation.kind == "agree" for relation in relations)


def _bounds(row: Row) -> tuple[float, ...]:
    return (row.low, row.high, row.typical_low, row.typical_high)


def _standing(members: list[Relation], ends: list[tuple[Row, Row]]) -> Standing:
    left = sorted({row for row, _ in ends}, key=by_key)
    right = sorted({row for _, row in ends} - set(left), key=by_key)
    return Standing(
        kind=members[0].kind,
        left=tuple(row.key for row in left),
        right=tuple(row.key for row in right),
        pairs=tuple((one.key, other.key) for one, other in ends),
        words=words.RELATIONS[members[0].kind],
        reasons=_unique(reason for member in members for reason in member.reasons),
        doubts=_unique(doubt for member in members for doubt in member.doubts),
    )


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _links(
    figure: Figure, relations: list[Relation], rows: Mapping[str, Row], titles: Mapping[str, str]
) -> tuple[Link, ...]:
    own = set(figure.claims)
    found: dict[tuple[str, str, str], list[tuple[Row, Relation]]] = {}
    for relation in relations:
        mine, other = (relation.a, relation.b) if relation.a in own else (relation.b, relation.a)
        how = "of these" if relation.kind == "part_of" and mine == relation.b else words.RELATIONS[relation.kind]
        found.setdefault((relation.kind, how, other), []).append((rows[mine], relation))
    links = (
        Link(
            kind=kind,
            keys=tuple(row.key for row in sorted((row for row, _ in members), key=by_key)),
            words=how,
            other=rows[other],
            other_title=titles.get(other, rows[other].object),
            reasons=_unique(reason for _, relation in members for reason in relation.reasons),
            doubts=_unique(doubt for _, relation in members for doubt in relation.doubts),
        )
        for (kind, how, other), members in found.items()
    )
    return tuple(sorted(links, key=_link_order))


def _link_order(link: Link) -> tuple[int, str, tuple[str, ...], str]:
    return (words.SEVERITY.index(link.kind), link.words, link.keys, link.other.id)
