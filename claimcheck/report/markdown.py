"""The report as Markdown, for a pull request or a wiki. Text of articles is escaped: none of it is markup."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck import words
from claimcheck.quotes import Quoted
from claimcheck.report.figures import FigureView, Link
from claimcheck.report.rows import Row, beside, credited, notes
from claimcheck.report.standings import Standing
from claimcheck.report.sums import SumView
from claimcheck.report.view import DecidedView, View
from claimcheck.safe import markdown as safe


def as_markdown(view: View) -> str:
    """The same parts in the same order as the text report."""
    return "\n".join(_lines(view)) + "\n"


def _lines(view: View) -> Iterable[str]:
    yield from ("# Who says how many", "", safe(view.summary))
    yield from _decided(view.decided)
    for figure in (*view.disputed, *view.compared):
        yield from _figure(figure)
    if view.sums:
        yield from ("", "## Sums")
        for found in view.sums:
            yield from _sum(found)
    if view.singles:
        yield from ("", "## Figures with a single origin", "")
        yield from _table(("Figure", "As worded", "Who says so", "Where"), map(_short, view.singles))
    if view.named:
        yield from ("", "## Named, but giving no figure", "")
        for source in view.named:
            yield f"- {safe(source.name)} ({safe(source.kind)}): {_quoted(source.quote)} {_code(str(source.place))}"


def _decided(decided: tuple[DecidedView, ...]) -> Iterable[str]:
    if decided:
        yield from ("", "## Decisions", "")
    for each in decided:
        yield f"- {f'**REOPENED**: {safe(each.reopened)}. ' if each.reopened else ''}{safe(each.note)}"
        yield from (f"  - {safe(f'{row.worded} {row.object}')} {_code(str(row.place))}" for row in each.rows)


def _figure(figure: FigureView) -> Iterable[str]:
    yield from ("", f"## {(figure.worst or 'no dispute').capitalize()}: {safe(figure.title)}", "")
    dated = any(row.as_of for row in figure.rows)
    names = ("", "As worded", "Range", "Who says so", *(("As of",) if dated else ()), "Quote", "Where")
    yield from _table(names, (_row(row, dated) for row in figure.rows))
    if figure.standings or figure.links:
        yield ""
    for standing in figure.standings:
        yield from _standing(standing)
    yield from (f"- may differ because: {safe(doubt)}" for doubt in figure.doubts)
    for link in figure.links:
        yield from _link(link)


def _row(row: Row, dated: bool) -> Iterable[str]:
    read = f"<br>read as {safe(row.typical)}" if row.typical else ""
    as_of = (safe(row.as_of or "-"),) if dated else ()
    where = f"{safe(row.published)}<br>{_where(row)}" if row.published else _where(row)
    return (row.key, safe(row.worded), safe(row.literal) + read, _who(row), *as_of, _quoted(row.quote), where)


def _who(row: Row) -> str:
    return "<br>".join(safe(note) for note in (row.voice, row.side, *notes(row)) if note)


def _where(row: Row) -> str:
    return f"{_code(str(row.place))} {_code(row.id)}"


def _standing(standing: Standing) -> Iterable[str]:
    yield f"- {standing.who}: **{standing.kind}**, {standing.words}"
    if standing.kind not in ("agree", "compatible"):
        yield from (f"  - {safe(reason)}" for reason in (standing.sides, *standing.reasons) if reason)


def _link(link: Link) -> Iterable[str]:
    how = link.words if link.kind == "part_of" else f"{link.kind}, {link.words}:"
    places = ", ".join(_code(str(each.place)) for each in link.others)
    yield f"- {link.who}: {how} {safe(link.numbers)} ({safe(beside(link.others[0]))}) {places}"
    if link.kind != "part_of":
        yield from (f"  - {safe(reason)}" for reason in link.reasons)
        yield from (f"  - may differ because: {safe(doubt)}" for doubt in link.doubts)


def _sum(found: SumView) -> Iterable[str]:
    more = f" (the same in {words.count(found.again, 'other total')})" if found.again else ""
    yield from ("", f"- **{found.verdict}**: {found.words}: {safe(found.arithmetic)}{more}")
    for label, row in (("total", found.total), *(("part", part) for part in found.parts)):
        yield f"  - {label}: {safe(f'{row.worded} {beside(row)}')}, {safe(credited(row))} {_code(str(row.place))}"


def _short(figure: FigureView) -> Iterable[str]:
    row = figure.told_by
    where = "<br>".join(_where(each) for each in figure.rows)
    return (safe(beside(row)), safe(row.worded), _who(row), where)


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterable[str]:
    heads = list(names)
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _quoted(quote: Quoted) -> str:
    before, after = "… " if quote.cut_before else "", " …" if quote.cut_after else ""
    start, end = quote.mark
    parts = (safe(quote.text[:start]), f"**{safe(quote.text[start:end])}**", safe(quote.text[end:]))
    return f"{before}“{''.join(parts)}”{after}"


def _code(text: str) -> str:
    """A path as code; backquotes and bars in it cannot end it."""
    return f"<code>{safe(text)}</code>"
