"""An analysis in, the part of it that is asked for out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from claimcheck.errors import UsageError
from claimcheck.records import DISPUTES, Analysis, Claim, Figure


def select(
    analysis: Analysis,
    *,
    only: str | None = None,
    source: str | None = None,
    measure: str | None = None,
    event: str | None = None,
) -> Analysis:
    """The figures that fit every filter, whole, with their relations and sums; all of it without a filter.

    `only="disputes"` keeps disputed figures and sums that do not add up. `source`, `measure` and `event` keep a figure
    where one of its claims fits: the words of `source` and `event` stand in the name, in any case; `measure` is the
    whole name. Raises UsageError where no claim at all has such a source, measure or event.
    """
    if only not in (None, "disputes"):
        raise UsageError(f"only what? {only!r} is not known; there is 'disputes'")
    if not any((only, source, measure, event)):
        return analysis
    fits = {claim.id for claim in analysis.claims}
    for asked, name, has in ((source, "source", _sources), (measure, "measure", _measure), (event, "event", _event)):
        if asked:
            fits &= _fitting(analysis, asked, name, has)
    kept = [figure for figure in analysis.figures if fits & set(figure.claims)]
    if only:
        disputed = {end for each in analysis.relations if each.kind in DISPUTES for end in (each.a, each.b)}
        kept = [figure for figure in kept if disputed & set(figure.claims)]
    return _narrowed(analysis, kept, fits, open_sums=bool(only))


def _sources(claim: Claim) -> Iterable[str]:
    who = claim.attribution
    return [source.name for source in who.sources] if who else []


def _measure(claim: Claim) -> Iterable[str]:
    return [claim.description.told.value] if claim.description.told else []


def _event(claim: Claim) -> Iterable[str]:
    return [claim.description.event.value] if claim.description.event else []


def _fitting(analysis: Analysis, asked: str, name: str, has: Callable[[Claim], Iterable[str]]) -> set[str]:
    wanted = _folded(asked)
    known = sorted({value for claim in analysis.claims for value in has(claim)})
    exact = name == "measure"
    fit = {value for value in known if (_folded(value) == wanted if exact else wanted in _folded(value))}
    if not fit:
        raise UsageError(f"no claim has the {name} {asked!r}; there are: {', '.join(known) or 'none'}")
    return {claim.id for claim in analysis.claims if fit & set(has(claim))}


def _folded(text: str) -> str:
    """Ids and names compare alike: second-karabakh-war, Second Karabakh War."""
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def _narrowed(analysis: Analysis, figures: list[Figure], fits: set[str], *, open_sums: bool) -> Analysis:
    """The analysis with these figures alone, and what hangs on them: relations, sums, and the claims of both."""
    sums = [
        total
        for total in analysis.sums
        if fits & {total.total, *total.parts} and not (open_sums and total.verdict == "consistent")
    ]
    kept = {id_ for figure in figures for id_ in figure.claims}
    needed = {id_ for total in sums for id_ in (total.total, *total.parts)}
    needed |= {end for each in analysis.relations for end in (each.a, each.b) if kept & {each.a, each.b}} | kept
    return msgspec.structs.replace(
        analysis,
        readings=tuple(
            msgspec.structs.replace(
                reading, claims=tuple(claim for claim in reading.claims if claim.id in needed), rejected=(), mentions=()
            )
            for reading in analysis.readings
        ),
        figures=tuple(figures),
        aside=tuple(one for one in analysis.figures if not kept & set(one.claims) and needed & set(one.claims)),
        relations=tuple(each for each in analysis.relations if kept & {each.a, each.b}),
        sums=tuple(sums),
    )
