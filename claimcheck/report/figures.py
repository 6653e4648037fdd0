"""Figures and relations in, the parts of a report about one figure out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck import words
from claimcheck.records import DISPUTES, Analysis, Claim, Figure, Record, Relation
from claimcheck.report.rows import Row, by_key, worded_once
from claimcheck.report.sets import Keys, in_short
from claimcheck.report.standings import Standing, doubts_of, standings_of, unique


class Link(Record, frozen=True):
    """How claims of this figure stand, each alike, to claims of another figure."""

    kind: str
    keys: Keys
    words: str
    others: tuple[Row, ...]  # of one figure, from low to high
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def who(self) -> str:
        """A to C"""
        return words.listed(in_short(self.keys))

    @property
    def numbers(self) -> str:
        """“nine” and “17”: each once."""
        return worded_once(self.others)


class FigureView(Record, frozen=True):
    """A figure as every format shows it."""

    id: str
    title: str
    rows: tuple[Row, ...]  # from low to high
    standings: tuple[Standing, ...]
    links: tuple[Link, ...]
    doubts: tuple[str, ...]
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
    """The numbers of a figure in a sentence that takes no side, those that are credited alike together."""
    given: dict[str, list[Row]] = {}
    for row in figure.rows:
        given.setdefault(_credited(row), []).append(row)
    told = [f"{worded_once(rows)} ({credit})" for credit, rows in given.items()]
    return f"The numbers given are {words.listed(told)}."


def _credited(row: Row) -> str:
    """Who gives a number, for whom, and how it is held, as it stands in brackets."""
    who = f"{row.outlet or row.place.path}, in its own voice" if row.own_voice else row.voice
    of = "speaking of the other side" if row.side == words.OTHER_SIDE else ""
    held = "" if row.held == "denied" else row.held
    told = (
        f"denied by {who}" if row.held == "denied" else who,
        of,
        held,
        row.scope,
        f"as of {row.as_of}" if row.as_of else "",
    )
    return ", ".join(filter(None, told))


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
    """Relations to other figures, those of the same claims to claims of one figure as one."""
    own = set(figure.claims)
    of: dict[tuple[str, str, str], list[tuple[Row, Relation]]] = {}
    for relation in relations:
        mine, other = (relation.a, relation.b) if relation.a in own else (relation.b, relation.a)
        how = "includes" if relation.kind == "part_of" and mine == relation.b else words.RELATIONS[relation.kind]
        of.setdefault((relation.kind, how, other), []).append((rows[mine], relation))
    alike: dict[tuple[str, str, str, Keys], list[tuple[Row, list[Relation]]]] = {}
    for (kind, how, other), members in of.items():
        keys = tuple(row.key for row in sorted((row for row, _ in members), key=by_key))
        found = (rows[other], [relation for _, relation in members])
        alike.setdefault((kind, how, rows[other].title, keys), []).append(found)
    links = (_link(kind, how, keys, others) for (kind, how, _, keys), others in alike.items())
    return tuple(sorted(links, key=_link_order))


def _link(kind: str, how: str, keys: Keys, others: list[tuple[Row, list[Relation]]]) -> Link:
    others.sort(key=lambda other: (other[0].typical_low, other[0].value, other[0].article, other[0].quote.start))
    told = [relation for _, relations in others for relation in relations]
    return Link(
        kind=kind,
        keys=keys,
        words="include" if how == "includes" and len(keys) > 1 else how,
        others=tuple(row for row, _ in others),
        reasons=unique(reason for relation in told for reason in relation.reasons),
        doubts=unique(doubt for relation in told for doubt in relation.doubts),
    )


def _link_order(link: Link) -> tuple[int, str, tuple[str, ...], str]:
    return (words.SEVERITY.index(link.kind), link.words, link.keys, link.others[0].id)
