"""An analysis in, what a reader is shown out: the same content for every format, no markup and no escapes in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck import words
from claimcheck.quotes import Place, Quoted, Texts, quote
from claimcheck.records import Analysis, Mention, Reading, Record, Span
from claimcheck.report.figures import FigureView, figures_of
from claimcheck.report.rows import Row, rows_of
from claimcheck.report.sums import SumView, sums_of

# Whoever is named in passing; organisations come first, with their words.
_IN_PASSING = frozenset({"person", "collective", "anonymous"})


class Named(Record, frozen=True):
    """A source that is named but stands behind no claim."""

    name: str
    kind: str
    side: str | None
    in_passing: bool  # a person or a crowd: shown in short
    times: int
    quote: Quoted
    place: Place


class DecidedView(Record, frozen=True):
    """What a person decided, the claims that it is about, and why it no longer holds, if so."""

    note: str
    reopened: str | None
    rows: tuple[Row, ...]


class View(Record, frozen=True):
    """The whole report."""

    summary: str
    disputed: tuple[FigureView, ...]
    compared: tuple[FigureView, ...]  # more than one origin, no dispute
    singles: tuple[FigureView, ...]
    sums: tuple[SumView, ...]
    named: tuple[Named, ...]
    decided: tuple[DecidedView, ...]  # what no longer holds first


def view(analysis: Analysis) -> View:
    """What a reader is shown of an analysis, disputed figures first."""
    texts = Texts(analysis.readings)
    rows = rows_of(analysis, texts)
    figures = sorted(figures_of(analysis, rows), key=_order)
    sums = sums_of(analysis, rows)
    return View(
        summary=_summary(analysis, figures, sums),
        disputed=tuple(figure for figure in figures if figure.disputes),
        compared=tuple(figure for figure in figures if not figure.disputes and not figure.single),
        singles=tuple(sorted((figure for figure in figures if figure.single), key=_reading_order)),
        sums=sums,
        named=tuple(sorted(_named(analysis, texts), key=lambda named: named.in_passing)),
        decided=_decided(analysis, rows),
    )


def _order(figure: FigureView) -> tuple[int, int, int, str, str]:
    severity = words.SEVERITY.index(figure.worst) if figure.worst else len(words.SEVERITY)
    return (severity, -figure.origins, -len(figure.rows), figure.title, figure.id)


def _reading_order(figure: FigureView) -> tuple[str, int, int, str]:
    first = figure.rows[0]
    return (first.place.path, first.place.line or 0, first.quote.start + first.quote.mark[0], figure.id)


def _decided(analysis: Analysis, rows: Mapping[str, Row]) -> tuple[DecidedView, ...]:
    shown = (
        DecidedView(
            note=each.note,
            reopened=each.reopened,
            rows=tuple(rows[id_] for id_ in dict.fromkeys(id_ for case in each.cases for id_ in case) if id_ in rows),
        )
        for each in sorted(analysis.decided, key=lambda each: (each.reopened is None, each.finding))
    )
    return tuple(each for each in shown if each.rows)


def _named(analysis: Analysis, texts: Texts) -> Iterable[Named]:
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
            in_passing=mention.source.kind in _IN_PASSING,
            times=len(by_name[name]),
            quote=quote(reading.article.text, _sentence_of(reading, mention.span), mention.span),
            place=texts.place(article, mention.span[0]),
        )


def _sentence_of(reading: Reading, span: Span) -> Span:
    for sentence in reading.segments.sentences:
        if sentence.start <= span[0] < sentence.end:
            return (sentence.start, max(sentence.end, span[1]))
    return span


def _summary(analysis: Analysis, figures: Sequence[FigureView], sums: Sequence[SumView]) -> str:
    """Figures in dispute are told, not pairs of claims: one figure that four sources dispute has six such pairs."""
    disputed = sum(figure.disputes > 0 for figure in figures)
    open_sums = sum(found.verdict != "consistent" for found in sums)
    return ", ".join(
        (
            words.count(len(analysis.readings), "article"),
            words.count(len(analysis.claims), "claim"),
            f"{words.count(len(figures), 'figure')} ({disputed} disputed)",
            f"{words.count(open_sums, 'sum')} that {'does' if open_sums == 1 else 'do'} not add up",
        )
    )
