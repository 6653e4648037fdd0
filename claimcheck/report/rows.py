"""Claims in, the lines of a report's tables out: one row a claim, with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from claimcheck import words
from claimcheck.quotes import Place, Quoted, Texts, quote, spoken
from claimcheck.records import Analysis, Article, Claim, Record
from claimcheck.report.sets import by_length


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
    own_voice: bool  # nobody is named: the outlet speaks
    side: str | None
    spoken: str | None  # speaker and cue as written
    resolved: str | None  # whom a pronoun or a short form stands for, as written elsewhere
    conduit: str | None
    manner: str
    carried: bool
    hedge: str | None  # reportedly, allegedly
    held: str | None  # denied, a forecast, hypothetical: what keeps the number from being plainly told
    as_of: str | None
    scope: str | None  # nationwide, in all so far
    object: str
    title: str  # of its figure; the object where that is not shown
    measure: str | None
    quote: Quoted
    place: Place
    article: str
    outlet: str | None
    date: str | None  # of the article
    origin: int  # claims of one origin share a number
    same_origin: str | None = None  # key of the first claim of the same origin; None for that one itself

    @property
    def published(self) -> str:
        """By whom and when, as far as it is known: "The Daily, 2023-11-17"."""
        return ", ".join(filter(None, (self.outlet, self.date)))


def rows_of(analysis: Analysis, texts: Texts) -> dict[str, Row]:
    """The row of every claim, by its id; keys run from low to high inside a figure."""
    claims = {claim.id: claim for claim in analysis.claims}
    rows: dict[str, Row] = {}
    for figure in analysis.figures:
        origin_of = {id_: number for number, ids in enumerate(figure.origins, 1) for id_ in ids}
        ordered = sorted((claims[id_] for id_ in figure.claims), key=_low_to_high)
        first: dict[int, str] = {}
        for number, claim in enumerate(ordered):
            row = _row(claim, _letters(number), origin_of.get(claim.id, 0), texts)
            before = first.setdefault(row.origin, row.key)
            same = before if row.origin and before != row.key else None
            rows[claim.id] = msgspec.structs.replace(row, title=figure.title, same_origin=same)
    # Claims whose figure is not shown, but which are part of a sum or of a relation that is.
    titles = {id_: figure.title for figure in analysis.aside for id_ in figure.claims}
    for id_, claim in claims.items():
        if id_ not in rows:
            row = _row(claim, "", 0, texts)
            rows[id_] = msgspec.structs.replace(row, title=titles.get(id_, row.title))
    return rows


def notes(row: Row) -> Iterable[str]:
    """What is to be said of who says it, beside the source: the words that show it, who passed it on, how it is put."""
    if row.spoken:
        meant = f", that is “{row.resolved}”" if row.resolved and row.resolved not in row.spoken else ""
        yield f"“{row.spoken}”{meant}{' (carried over from another sentence)' if row.carried else ''}"
    if row.conduit:
        yield f"via {row.conduit}"
    if row.held:
        yield row.held
    if row.hedge and row.hedge not in (row.spoken or ""):
        yield f"hedged: “{row.hedge}”"
    if row.same_origin:
        yield f"the same origin as {row.same_origin}"
    if row.scope:
        yield row.scope


def beside(row: Row) -> str:
    """The title of a row's figure, to stand beside its number: "$40 million pledged", "100 times violated"."""
    last = row.worded.split()[-1]
    return row.title.removeprefix(row.worded).lstrip(" ,").removeprefix(f"{last} ")


def credited(row: Row) -> str:
    """Who gives a number and how it is held, in one breath: "denied by the army", "the mayor (a forecast)"."""
    if row.held == "denied":
        return f"denied by {row.voice}"
    return f"{row.voice} ({row.held})" if row.held else row.voice


def voice(row: Row) -> str:
    """Who gives a number, as it stands in brackets."""
    return f"{row.outlet} itself" if row.own_voice and row.outlet else row.voice


def worded_once(rows: Iterable[Row]) -> str:
    """The numbers of rows as worded, each once: “nine” and “17”."""
    given: dict[str, str] = {}
    for row in rows:
        given.setdefault(row.worded.casefold(), f"“{row.worded}”")
    return words.listed(list(given.values()))


def by_key(row: Row) -> tuple[int, str]:
    """The order of rows in their figure: A … Z, then AA."""
    return by_length(row.key)


def _row(claim: Claim, key: str, origin: int, texts: Texts) -> Row:
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
        voice=words.listed(list(sources)) or _nobody(claim, article),
        own_voice=who is None,
        side=words.about_whom(claim),
        spoken=spoken(article.text, claim),
        resolved=article.text[slice(*who.resolved)] if who and who.resolved else None,
        conduit=who.conduit.name if who and who.conduit else None,
        manner=words.manner(claim),
        carried=bool(who and who.carried),
        hedge=article.text[slice(*who.hedge)] if who and who.hedge else None,
        held=words.held(claim),
        as_of=description.as_of.value if description.as_of else None,
        scope=words.covers(claim),
        object=description.object,
        title=description.object,
        measure=description.told.value if description.told else None,
        quote=quote(article.text, claim.sentence, (quantity.start, quantity.end)),
        place=texts.place(claim.article, quantity.start),
        article=claim.article,
        outlet=article.outlet,
        date=article.date,
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
