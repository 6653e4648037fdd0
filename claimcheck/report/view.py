"""An analysis in, what a reader is shown out: the same content for every format, no markup and no escapes in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import PurePath

from claimcheck.records import (
    DISPUTES,
    Analysis,
    Article,
    Claim,
    Figure,
    Mention,
    Range,
    Reading,
    Record,
    Relation,
    Span,
    Sum,
)
from claimcheck.report import words

_LINE = re.compile(r"\r\n|\r|\n")
_QUOTE = 150  # characters of a short quote


class Quoted(Record, frozen=True):
    """A slice of an article: `text` is exactly article.text[start:end]."""

    text: str
    start: int
    end: int
    cut_before: bool = False  # the sentence has begun earlier
    cut_after: bool = False  # the sentence goes on
    mark: Span = (0, 0)  # the number inside `text`


class Place(Record, frozen=True):
    """Where something stands: a path as the user gave it, and a line and column from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Row(Record, frozen=True):
    """One claim as a line of a table."""

    key: str  # A, B, … inside its figure
    id: str
    worded: str
    literal: str
    typical: str | None
    low: float
    high: float
    typical_low: float
    typical_high: float
    value: float
    sources: tuple[str, ...]  # empty: the outlet in its own voice
    voice: str  # the sources, or the outlet that speaks
    side: str | None
    spoken: str | None  # speaker and cue as written
    conduit: str | None
    manner: str
    carried: bool
    hedged: bool
    as_of: str | None
    scope: tuple[str, ...]
    object: str
    measure: str | None
    quote: Quoted
    place: Place
    article: str
    outlet: str | None
    origin: int  # claims of one origin share a number


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


class SumView(Record, frozen=True):
    total: Row
    parts: tuple[Row, ...]
    verdict: str
    words: str
    arithmetic: str
    reasons: tuple[str, ...]


class Named(Record, frozen=True):
    """A source that is named but stands behind no claim."""

    name: str
    kind: str
    side: str | None
    times: int
    quote: Quoted
    place: Place


class View(Record, frozen=True):
    """The whole report."""

    summary: str
    articles: tuple[str, ...]
    disputed: tuple[FigureView, ...]
    compared: tuple[FigureView, ...]  # more than one origin, no dispute
    singles: tuple[FigureView, ...]
    sums: tuple[SumView, ...]
    named: tuple[Named, ...]
    warnings: tuple[str, ...]


class _Texts:
    """Articles by name, with the beginnings of their lines."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.articles = {reading.article.name: reading.article for reading in readings}
        self._lines: dict[str, list[int]] = {}

    def place(self, name: str, offset: int) -> Place:
        """The place of an offset, for a person with an editor."""
        article = self.articles[name]
        if name not in self._lines:
            self._lines[name] = line_starts(article.text)
        starts = self._lines[name]
        line = bisect_right(starts, offset)
        return Place(path=shown_path(article), line=line, column=offset - starts[line - 1] + 1)


def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of a text begin."""
    return [0, *(found.end() for found in _LINE.finditer(text))]


def shown_path(article: Article) -> str:
    """The path as the user gave it, or the name of a text without a file."""
    return article.path or article.name


def view(analysis: Analysis) -> View:
    """What a reader is shown of an analysis, disputed figures first."""
    texts = _Texts(analysis.readings)
    rows = _rows(analysis, texts)
    figures = sorted(_figures(analysis, rows), key=_order)
    sums = tuple(sorted((_sum(total, analysis, rows) for total in analysis.sums), key=_sum_order))
    return View(
        summary=_summary(analysis, sums),
        articles=tuple(shown_path(reading.article) for reading in analysis.readings),
        disputed=tuple(figure for figure in figures if figure.disputes),
        compared=tuple(figure for figure in figures if not figure.disputes and not figure.single),
        singles=tuple(sorted((figure for figure in figures if figure.single), key=_reading_order)),
        sums=sums,
        named=tuple(_named(analysis, texts)),
        warnings=tuple(_warnings(analysis.readings)),
    )


def quote(text: str, sentence: Span, number: Span) -> Quoted:
    """A short slice of the sentence around a number, whole words, exactly as the article has it."""
    start, end = sentence
    if end - start > _QUOTE:
        start = _word_start(text, max(start, min(number[0] - _QUOTE // 2, end - _QUOTE)), number[0], start)
        end = _word_end(text, min(end, max(start + _QUOTE, number[1])), number[1], end)
    while start < number[0] and text[start].isspace():
        start += 1
    while end > number[1] and text[end - 1].isspace():
        end -= 1
    cut = (start > sentence[0], end < len(text[: sentence[1]].rstrip()))
    mark = (number[0] - start, number[1] - start)
    return Quoted(text=text[start:end], start=start, end=end, cut_before=cut[0], cut_after=cut[1], mark=mark)


def spoken(text: str, claim: Claim) -> str | None:
    """Speaker and cue as the article has them: "According to the country’s defense ministry"."""
    who = claim.attribution
    if who is None or who.speaker is None:
        return None if who is None else text[who.cue[0] : who.cue[1]]
    first, last = sorted((who.speaker, who.cue))
    if last[0] - first[1] <= 2:
        return text[first[0] : max(first[1], last[1])]
    return f"{text[first[0] : first[1]]} … {text[last[0] : last[1]]}"


def notes(row: Row) -> Iterable[str]:
    """What is to be said of who says it, beside the source: the words that show it, who passed it on, how it is put."""
    if row.spoken:
        yield f"“{row.spoken}”{' (carried over from another sentence)' if row.carried else ''}"
    if row.conduit:
        yield f"via {row.conduit}"
    if row.manner not in ("says", "writes"):
        yield f"put as: {row.manner}"
    if row.scope:
        yield ", ".join(row.scope)


def _rows(analysis: Analysis, texts: _Texts) -> dict[str, Row]:
    claims = {claim.id: claim for claim in analysis.claims}
    rows: dict[str, Row] = {}
    for figure in analysis.figures:
        origin_of = {id_: number for number, ids in enumerate(figure.origins, 1) for id_ in ids}
        ordered = sorted((claims[id_] for id_ in figure.claims), key=_low_to_high)
        for number, claim in enumerate(ordered):
            rows[claim.id] = _row(claim, _letters(number), origin_of.get(claim.id, 0), texts)
    # Claims whose figure is not shown, but which are part of a sum or of a relation that is.
    rows.update((id_, _row(claim, "", 0, texts)) for id_, claim in claims.items() if id_ not in rows)
    return rows


def _row(claim: Claim, key: str, origin: int, texts: _Texts) -> Row:
    article = texts.articles[claim.article]
    quantity, who = claim.quantity, claim.attribution
    sources = tuple(source.name for source in who.sources) if who else ()
    description = claim.description
    return Row(
        key=key,
        id=claim.id,
        worded=article.text[quantity.start : quantity.end],
        literal=words.literal(quantity),
        typical=words.typical(quantity),
        low=quantity.literal.low,
        high=quantity.literal.high,
        typical_low=quantity.typical.low,
        typical_high=quantity.typical.high,
        value=quantity.value,
        sources=sources,
        voice=words.listed(list(sources)) or (_nobody(claim, article)),
        side=words.about_whom(claim),
        spoken=spoken(article.text, claim),
        conduit=who.conduit.name if who and who.conduit else None,
        manner=words.manner(claim),
        carried=bool(who and who.carried),
        hedged=bool(who and who.hedge),
        as_of=description.as_of.value if description.as_of else None,
        scope=tuple(fact.value for fact in (description.scope, description.status) if fact),
        object=description.object,
        measure=description.measure.value if description.measure else None,
        quote=quote(article.text, claim.sentence, (quantity.start, quantity.end)),
        place=texts.place(claim.article, quantity.start),
        article=claim.article,
        outlet=article.outlet,
        origin=origin,
    )


def _nobody(claim: Claim, article: Article) -> str:
    if claim.attribution is not None:
        return "unnamed source"
    return f"{article.outlet} (own voice)" if article.outlet else "the article itself"


def _low_to_high(claim: Claim) -> tuple[float, float, float, str, int]:
    quantity = claim.quantity
    return (quantity.typical.low, quantity.value, quantity.typical.high, claim.article, quantity.start)


def _letters(number: int) -> str:
    """A … Z, AA, AB …"""
    head, last = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + last)


def _figures(analysis: Analysis, rows: Mapping[str, Row]) -> Iterable[FigureView]:
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


def _figure(
    figure: Figure, claims: list[Claim], inside: list[Relation], links: tuple[Link, ...], rows: Mapping[str, Row]
) -> FigureView:
    kinds = {relation.kind for relation in inside} | {link.kind for link in links if link.kind in DISPUTES}
    disputed = sum(relation.kind in DISPUTES for relation in inside) + sum(link.kind in DISPUTES for link in links)
    events = sorted({claim.description.event.value for claim in claims if claim.description.event})
    return FigureView(
        id=figure.id,
        title=figure.title,
        rows=tuple(sorted((rows[id_] for id_ in figure.claims), key=_by_key)),
        standings=_standings(inside, rows),
        links=links,
        sources=len({row.sources or (row.article,) for row in (rows[id_] for id_ in figure.claims)}),
        articles=len({claim.article for claim in claims}),
        origins=len(figure.origins),
        disputes=disputed,
        worst=next((kind for kind in ("contradict", "diverge", "update") if kind in kinds), None),
        event=events[0] if events else None,
    )


def _by_key(row: Row) -> tuple[int, str]:
    return (len(row.key), row.key)


def _standings(relations: list[Relation], rows: Mapping[str, Row]) -> tuple[Standing, ...]:
    """Relations of claims with the same ranges as one: that A and B differ from C is one thing to read."""

    def ends(relation: Relation) -> tuple[Row, Row]:
        left, right = sorted((rows[relation.a], rows[relation.b]), key=_by_key)
        return left, right

    def alike(relation: Relation) -> tuple[int, tuple[float, ...], tuple[float, ...]]:
        left, right = ends(relation)
        return (words.SEVERITY.index(relation.kind), _bounds(left), _bounds(right))

    ordered = sorted(relations, key=lambda relation: (alike(relation), *map(_by_key, ends(relation))))
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
    left = sorted({row for row, _ in ends}, key=_by_key)
    right = sorted({row for _, row in ends} - set(left), key=_by_key)
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
        how = "whole of" if relation.kind == "part_of" and mine == relation.b else words.RELATIONS[relation.kind]
        found.setdefault((relation.kind, how, other), []).append((rows[mine], relation))
    links = (
        Link(
            kind=kind,
            keys=tuple(row.key for row in sorted((row for row, _ in members), key=_by_key)),
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


def _order(figure: FigureView) -> tuple[int, int, int, str, str]:
    severity = words.SEVERITY.index(figure.worst) if figure.worst else len(words.SEVERITY)
    return (severity, -figure.origins, -len(figure.rows), figure.title, figure.id)


def _reading_order(figure: FigureView) -> tuple[str, int, str]:
    first = figure.rows[0]
    return (first.place.path, first.quote.start + first.quote.mark[0], figure.id)


def _sum(total: Sum, analysis: Analysis, rows: Mapping[str, Row]) -> SumView:
    claims = {claim.id: claim for claim in analysis.claims}
    parts = tuple(rows[part] for part in total.parts)
    return SumView(
        total=rows[total.total],
        parts=parts,
        verdict=total.verdict,
        words=words.VERDICTS[total.verdict],
        arithmetic=_arithmetic(claims[total.total], [claims[part] for part in total.parts], rows),
        reasons=total.reasons,
    )


def _arithmetic(total: Claim, parts: list[Claim], worded: Mapping[str, Row]) -> str:
    """The parts and what they come to: as bare numbers, to the letter and as read, low with low and high with high."""
    quantities = [part.quantity for part in parts]
    bare = sum(quantity.value for quantity in quantities)
    steps = [f"{' + '.join(worded[part.id].worded for part in parts)} = {_with_unit(total, bare)}"]
    allowed, read = (_added([getattr(quantity, name) for quantity in quantities]) for name in ("literal", "typical"))
    if (allowed.low, allowed.high) != (bare, bare):
        steps.append(f"to the letter {words.span_of(words.whole(total.quantity, allowed))}")
    if (read.low, read.high) not in ((bare, bare), (allowed.low, allowed.high)):
        steps.append(f"as read {words.span_of(words.whole(total.quantity, read))}")
    return "; ".join((*steps, f"stated: {worded[total.id].worded}"))


def _with_unit(total: Claim, value: float) -> str:
    return words.number(value) + words.unit_suffix(total.quantity)


def _added(ranges: list[Range]) -> Range:
    return Range(
        low=sum(given.low for given in ranges),
        high=sum(given.high for given in ranges),
        low_open=any(given.low_open for given in ranges),
        high_open=any(given.high_open for given in ranges),
    )


def _sum_order(found: SumView) -> tuple[int, str, int, tuple[str, ...]]:
    verdicts = ("contradict", "diverge", "consistent")
    parts = tuple(part.id for part in found.parts)
    return (verdicts.index(found.verdict), found.total.place.path, found.total.quote.start, parts)


def _named(analysis: Analysis, texts: _Texts) -> Iterable[Named]:
    speaking = {source.name for claim in analysis.claims if claim.attribution for source in claim.attribution.sources}
    by_name: dict[str, list[tuple[str, Mention, Reading]]] = {}
    for reading in analysis.readings:
        for mention in reading.mentions:
            if mention.source.name not in speaking:
                by_name.setdefault(mention.source.name, []).append((reading.article.name, mention, reading))
    for name in sorted(by_name):
        article, mention, reading = by_name[name][0]
        yield Named(
            name=name,
            kind=mention.source.kind,
            side=mention.source.side,
            times=len(by_name[name]),
            quote=quote(reading.article.text, _sentence_of(reading, mention.span), mention.span),
            place=texts.place(article, mention.span[0]),
        )


def _sentence_of(reading: Reading, span: Span) -> Span:
    for sentence in reading.segments.sentences:
        if sentence.start <= span[0] < sentence.end:
            return (sentence.start, max(sentence.end, span[1]))
    return span


def _word_start(text: str, at: int, latest: int, earliest: int) -> int:
    """The first beginning of a word from `at` on; `at` itself where no word begins before `latest`."""
    if at == earliest:
        return at
    gap = next((index for index in range(at, latest) if text[index].isspace()), None)
    return at if gap is None else gap + 1


def _word_end(text: str, at: int, earliest: int, latest: int) -> int:
    if at == latest:
        return at
    return next((index for index in range(at, earliest, -1) if text[index].isspace()), at)


def _summary(analysis: Analysis, sums: tuple[SumView, ...]) -> str:
    disputes = sum(relation.kind in DISPUTES for relation in analysis.relations)
    open_sums = sum(found.verdict != "consistent" for found in sums)
    return ", ".join(
        (
            words.count(len(analysis.readings), "article"),
            words.count(len(analysis.claims), "claim"),
            words.count(len(analysis.figures), "figure"),
            words.count(disputes, "dispute"),
            f"{words.count(open_sums, 'sum')} that {'does' if open_sums == 1 else 'do'} not add up",
        )
    )


def _warnings(readings: Iterable[Reading]) -> Iterable[str]:
    for reading in readings:
        for warning in (*reading.article.warnings, *reading.segments.warnings):
            yield f"{PurePath(shown_path(reading.article))}: {warning}"


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
    return row.voice if row.sources or row.outlet else f"{row.place.path}, in its own voice"
