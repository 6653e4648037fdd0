"""Figures and relations in, the parts of a report about one figure out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from claimcheck import words
from claimcheck.records import DISPUTES, Analysis, Claim, Figure, Record, Relation
from claimcheck.report.rows import Row, by_key, credited
from claimcheck.report.standings import Doubt, Standing, doubts_of, standings_of, unique


class Link(Record, frozen=True):
    """How claims of this figure stand to one claim of another figure."""

    kind: str
    keys: tuple[str, ...]
    words: str
    other: Row
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


class FigureView(Record, frozen=True):
    """A figure as every format shows it."""

    id: str
    title: str
    rows: tuple[Row, ...]  # from low to high
    standings: tuple[Standing, ...]
    links: tuple[Link, ...]
    doubts: tuple[Doubt, ...]
    sources: int
    articles: int
    origins: int
    disputes: int
    worst: str | None  # contradict, diverge, update, or None
    event: str | None

    @property
    def told_by(self) -> Row:
        """The claim that stands for all where one is shown: a headline's number is told by whom the text names."""
        return next((row for row in self.rows if not row.own_voice), self.rows[0])

    @property
    def single(self) -> bool:
        """One origin and nothing to compare it with: shown in short."""
        return self.origins == 1 and self.worst is None


def figures_of(analysis: Analysis, rows: Mapping[str, Row]) -> Iterable[FigureView]:
    """Every figure as it is shown."""
    claims = {claim.id: claim for claim in analysis.claims}
    home = {id_: figure.id for figure in analysis.figures for id_ in figure.claims}
    inside: dict[str, list[Relation]] = {}
    across: dict[str, list[Relation]] = {}
    for relation in analysis.relations:
        ends = (home.get(relation.a), home.get(relation.b))
        for end in {*ends} - {None}:
            (inside if ends[0] == ends[1] else across).setdefault(str(end), []).append(relation)
    for figure in analysis.figures:
        links = _links(figure, across.get(figure.id, []), rows)
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
    voice = f"{row.outlet or row.place.path}, in its own voice"
    who = credited(msgspec.structs.replace(row, voice=voice) if row.own_voice else row)
    of = ", speaking of the other side" if row.side == words.OTHER_SIDE else ""
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
        standings=standings_of(inside, rows),
        links=links,
        doubts=doubts_of(inside, rows),
        sources=len({row.sources or (row.article,) for row in (rows[id_] for id_ in figure.claims)}),
        articles=len({claim.article for claim in claims}),
        origins=len(figure.origins),
        disputes=disputed,
        worst=next((kind for kind in ("contradict", "diverge", "update") if kind in kinds), None),
        event=events[0] if events else None,
    )


def _links(figure: Figure, relations: list[Relation], rows: Mapping[str, Row]) -> tuple[Link, ...]:
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
            reasons=unique(reason for _, relation in members for reason in relation.reasons),
            doubts=unique(doubt for _, relation in members for doubt in relation.doubts),
        )
        for (kind, how, other), members in found.items()
    )
    return tuple(sorted(links, key=_link_order))


def _link_order(link: Link) -> tuple[int, str, tuple[str, ...], str]:
    return (words.SEVERITY.index(link.kind), link.words, link.keys, link.other.id)
