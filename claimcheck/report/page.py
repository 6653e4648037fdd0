"""The report as one HTML page: a figure a screen, on a number line. No script, nothing loaded, nothing that acts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib import resources

from claimcheck import words
from claimcheck.quotes import Place, Quoted
from claimcheck.report.figures import FigureView, Link, counts, wording
from claimcheck.report.numberline import Axis, axis_of
from claimcheck.report.rows import Row, beside, credited, notes
from claimcheck.report.standings import Standing
from claimcheck.report.sums import SumView
from claimcheck.report.view import DecidedView, Named, View
from claimcheck.safe import html as safe

_LEGEND = (
    "On the number lines the dot is the number as written, the band what people read it as, and the dashes all that "
    "the words allow. “A to C against D” means each of A, B and C against D. An origin is one statement, however many "
    "articles carry it."
)
_CLOSING = (
    "claimcheck shows who says which number and how the numbers stand to each other. It does not say who is right, "
    "and it rates nobody’s credibility. Every quote is a slice of the article named under it."
)


def as_html(view: View) -> str:
    """The page as text, to be stored as UTF-8."""
    style = resources.files("claimcheck.report").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = (
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        "<title>Who says how many</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *_body(view),
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


def _body(view: View) -> Iterable[str]:
    yield '<a class="skip" href="#figures">Skip to the figures</a>'
    yield f"<header><h1>Who says how many</h1><p>{safe(view.summary)}</p>"
    yield from _contents(view)
    yield '</header><main id="figures">'
    yield from _decided(view.decided)
    for figure in (*view.disputed, *view.compared):
        yield from _figure(figure)
    yield from _sums(view.sums)
    yield from _singles(view.singles)
    yield from _named(view.named)
    yield f"</main><footer><p>{safe(_LEGEND)}</p><p>{safe(_CLOSING)}</p></footer>"


def _contents(view: View) -> Iterable[str]:
    yield '<nav aria-label="Contents"><ol>'
    for figure in (*view.disputed, *view.compared):
        yield f'<li><a href="#{_anchor(figure)}">{safe(figure.title)}</a> {_badge(figure.worst or "no dispute")}</li>'
    for name, title, there in (
        ("decisions", "Decisions", view.decided),
        ("sums", "Sums", view.sums),
        ("singles", "Figures with a single origin", view.singles),
        ("named", "Named, but giving no figure", view.named),
    ):
        if there:
            yield f'<li><a href="#{name}">{title}</a> <span class="dim">{len(there)}</span></li>'
    yield "</ol></nav>"


def _decided(decided: tuple[DecidedView, ...]) -> Iterable[str]:
    if not decided:
        return
    yield '<section id="decisions"><h2>Decisions</h2><ul>'
    for each in decided:
        again = f'<span class="badge contradict">reopened</span> <b>{safe(each.reopened)}</b> ' if each.reopened else ""
        claims = "".join(f"<li>{safe(f'{row.worded} {row.object}')} {_place(row.place)}</li>" for row in each.rows)
        yield f"<li>{again}{safe(each.note)}<ul>{claims}</ul></li>"
    yield "</ul></section>"


def _anchor(figure: FigureView) -> str:
    return f"figure-{safe(figure.id)}"


def _badge(kind: str) -> str:
    return f'<span class="badge {kind.replace(" ", "-")}">{kind}</span>'


def _figure(figure: FigureView) -> Iterable[str]:
    yield f'<section id="{_anchor(figure)}" class="figure {(figure.worst or "calm")}">'
    yield f"<h2>{safe(figure.title)} {_badge(figure.worst or 'no dispute')}</h2>"
    yield f'<p class="dim">{safe(counts(figure))}</p>'
    yield from _table(figure)
    yield f'<p class="wording"><b>Wording that takes no side:</b> {safe(wording(figure))}</p>'
    if figure.standings or figure.links:
        yield '<ul class="standings">'
        yield from (_standing(standing) for standing in figure.standings)
        if figure.doubts:
            yield f"<li>They may differ because{_items(figure.doubts)}</li>"
        yield from (_link(link) for link in figure.links)
        yield "</ul>"
    yield '<dl class="quotes">'
    for row in figure.rows:
        published = f"{safe(row.published)}, " if row.published else ""
        where = f'<span class="dim">{published}</span>{_place(row.place)} <span class="dim">{safe(row.id)}</span>'
        yield f"<dt>{row.key}</dt><dd>{_quoted(row.quote)}<br>{where}</dd>"
    yield "</dl></section>"


def _table(figure: FigureView) -> Iterable[str]:
    axis = axis_of(figure.rows)
    yield '<table class="claims"><thead><tr><th scope="col" class="key"><span class="unseen">Claim</span></th>'
    yield '<th scope="col" class="worded">As worded</th>'
    yield f'<th scope="col" class="line"><span class="unseen">Number line</span>{_scale(axis)}</th>'
    yield '<th scope="col">Who says so</th></tr></thead><tbody>'
    for row in figure.rows:
        yield f'<tr><th scope="row">{row.key}</th><td>{_worded(row)}</td>'
        yield f'<td class="line">{_bar(axis, row)}</td><td>{_who(row)}</td></tr>'
    yield "</tbody></table>"


def _worded(row: Row) -> str:
    parts = [f"<b>{safe(row.worded)}</b>"]
    if row.literal != row.worded:
        parts.append(safe(row.literal if row.low == row.high else f"to the letter {row.literal}"))
    if row.typical:
        parts.append(f'<span class="dim">read as {safe(row.typical)}</span>')
    if row.as_of:
        parts.append(f"as of {safe(row.as_of)}")
    return "<br>".join(parts)


def _scale(axis: Axis) -> str:
    marks = "".join(
        f'<line x1="{at}%" x2="{at}%" y1="16" y2="22"/><text x="{at}%" y="12" text-anchor="{anchor}">{label}</text>'
        for at, anchor, label in axis.ticks
    )
    note = '<span class="dim">logarithmic scale</span>' if axis.logarithmic else ""
    return f'<svg class="scale" height="22" aria-hidden="true">{marks}</svg>{note}'


def _bar(axis: Axis, row: Row) -> str:
    label = f"{row.literal}{f', read as {row.typical}' if row.typical else ''}"
    grid = "".join(f'<line class="grid" x1="{at}%" x2="{at}%" y1="0" y2="26"/>' for at, _, _ in axis.ticks)
    low, high = axis.clipped(row.low), axis.clipped(row.high)
    read_low, read_high = axis.clipped(row.typical_low), axis.clipped(row.typical_high)
    return (
        f'<svg class="bar" height="26" role="img" aria-label="{safe(label)}">{grid}'
        f'<line class="allowed" x1="{low}%" x2="{high}%" y1="13" y2="13"/>'
        f'<rect class="read" x="{read_low}%" width="{round(read_high - read_low, 2)}%" y="8" height="10" rx="3"/>'
        f'<circle cx="{axis.clipped(row.value)}%" cy="13" r="5"/></svg>'
    )


def _who(row: Row) -> str:
    side = f'<br><span class="side">{safe(row.side)}</span>' if row.side else ""
    rest = "".join(f"<br><span class='dim'>{safe(note)}</span>" for note in notes(row))
    return f"{safe(row.voice)}{side}{rest}"


def _standing(standing: Standing) -> str:
    told = (standing.sides, *standing.reasons) if standing.sides else standing.reasons
    why = "" if standing.kind in ("agree", "compatible") else _items(told)
    return f"<li>{standing.who}: {_badge(standing.kind)} {safe(standing.words)}{why}</li>"


def _link(link: Link) -> str:
    part = link.kind == "part_of"
    how = safe(link.words) if part else f"{_badge(link.kind)} {safe(link.words)}:"
    doubts = (f"They may differ because {doubt}" for doubt in link.doubts)
    why = "" if part else _items((*link.reasons, *doubts))
    places = ", ".join(_place(each.place) for each in link.others)
    return f"<li>{link.who}: {how} {safe(link.numbers)} ({safe(beside(link.others[0]))}) {places}{why}</li>"


def _items(texts: Iterable[str]) -> str:
    inner = "".join(f"<li>{safe(text)}</li>" for text in texts)
    return f"<ul>{inner}</ul>" if inner else ""


def _quoted(quote: Quoted) -> str:
    before, after = "… " if quote.cut_before else "", " …" if quote.cut_after else ""
    start, end = quote.mark
    marked = f"{safe(quote.text[:start])}<mark>{safe(quote.text[start:end])}</mark>{safe(quote.text[end:])}"
    return f"{before}<q>{marked}</q>{after}"


def _place(place: Place) -> str:
    return f"<code>{safe(str(place))}</code>"


def _sums(sums: tuple[SumView, ...]) -> Iterable[str]:
    if not sums:
        return
    yield '<section id="sums"><h2>Sums</h2>'
    for found in sums:
        verdict = f"{_badge(found.verdict)} {safe(found.words)}"
        more = f" (the same in {words.count(found.again, 'other total')})" if found.again else ""
        yield f'<article class="sum"><p>{verdict}: <b>{safe(found.arithmetic)}</b>{more}</p><ul>'
        for label, row in (("total", found.total), *(("part", part) for part in found.parts)):
            told = f"<b>{safe(row.worded)}</b> {safe(beside(row))}, {safe(credited(row))}"
            yield f"<li>{label}: {told} {_place(row.place)}</li>"
        yield "</ul></article>"
    yield "</section>"


def _singles(figures: tuple[FigureView, ...]) -> Iterable[str]:
    if not figures:
        return
    yield '<section id="singles"><h2>Figures with a single origin</h2><table class="short"><thead><tr>'
    yield '<th scope="col">As worded</th><th scope="col">Figure</th><th scope="col">Who says so</th>'
    yield '<th scope="col">Where</th></tr></thead><tbody>'
    for figure in figures:
        row = figure.told_by
        where = "<br>".join(_place(each.place) for each in figure.rows)
        cells = (f"<b>{safe(row.worded)}</b>", safe(beside(row)), _who(row), where)
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</tbody></table></section>"


def _named(named: tuple[Named, ...]) -> Iterable[str]:
    if not named:
        return
    yield '<section id="named"><h2>Named, but giving no figure</h2><ul>'
    for source in named:
        name = f"<b>{safe(source.name)}</b> ({safe(source.kind)})"
        yield f"<li>{name}: {_quoted(source.quote)} {_place(source.place)}</li>"
    yield "</ul></section>"
