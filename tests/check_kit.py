"""Analyses made by hand, for tests of what stands behind the stages."""

from __future__ import annotations

import math
from itertools import combinations
from typing import NamedTuple

from claimcheck.records import (
    Analysis,
    Article,
    Attribution,
    Claim,
    Description,
    Fact,
    Figure,
    Qualifier,
    Quantity,
    Range,
    Reading,
    Relation,
    Segments,
    Source,
    Sum,
)


class Said(NamedTuple):
    """One claim to be made."""

    number: str
    value: float
    who: str | None = None
    qualifier: Qualifier = "exact"
    noun: str = "person"
    measure: str = "killed"
    party: str | None = None
    event: str | None = "flood-2031"
    rule: str = "X01"


class Text(NamedTuple):
    """One article to be made."""

    name: str
    said: tuple[Said, ...]
    lead: str = ""
    break_: str = " "
    quotes: str = "“”"
    path: str = ""
    outlet: str | None = None
    date: str | None = None


def analysis(*texts: Text, sums: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Analysis:
    """Claims of one figure that say different numbers contradict each other, or diverge if both can be true.

    A sum that does not add up is named by its claims, as "a.txt:0".
    """
    readings = tuple(_reading(text) for text in sorted(texts, key=lambda text: text.name))
    claims = [claim for reading in readings for claim in reading.claims]
    figures: dict[object, list[Claim]] = {}
    for claim in claims:
        figures.setdefault(_figure(claim), []).append(claim)
    return Analysis(
        readings=readings,
        figures=tuple(_as_figure(number, group) for number, group in enumerate(figures.values())),
        relations=tuple(_relation(a, b) for group in figures.values() for a, b in combinations(group, 2)),
        sums=tuple(Sum(total=total, parts=parts, verdict="contradict", reasons=("made",)) for total, parts in sums),
    )


def _reading(text: Text) -> Reading:
    written = text.lead
    claims = []
    for number, said in enumerate(text.said):
        start = len(written)
        written += f"{said.who or 'It'} wrote {text.quotes[0]}that{text.break_}"
        at = len(written)
        written += f"{said.number} {said.noun}s were {said.measure}.{text.quotes[1]}\n"
        claims.append(
            _claim(f"{text.name}:{number}", text.name, said, (at, at + len(said.number)), (start, len(written)))
        )
    path = text.path or f"news/{text.name}"
    return Reading(
        article=Article(name=text.name, text=written, path=path, outlet=text.outlet, date=text.date),
        segments=Segments(sentences=(), quotes=()),
        claims=tuple(claims),
        rejected=(),
        mentions=(),
    )


def _claim(id_: str, article: str, said: Said, span: tuple[int, int], sentence: tuple[int, int]) -> Claim:
    def fact(value: str | None) -> Fact | None:
        return Fact(value=value, rule=said.rule) if value else None

    literal = {
        "exact": Range(low=said.value, high=said.value),
        "at_least": Range(low=said.value, high=math.inf),
        "nearly": Range(low=0, high=said.value),
    }[said.qualifier]
    return Claim(
        id=id_,
        article=article,
        quantity=Quantity(
            start=span[0],
            end=span[1],
            number=span,
            sentence=0,
            value=said.value,
            qualifier=said.qualifier,
            literal=literal,
            typical=literal,
            rules=(said.rule,),
        ),
        description=Description(
            object=said.noun,
            object_span=None,
            unit=said.noun,
            noun_class=said.noun,
            measure=fact(said.measure),
            party=fact(said.party),
            event=fact(said.event),
        ),
        attribution=_attribution(said, sentence) if said.who else None,
        sentence=sentence,
    )


def _attribution(said: Said, sentence: tuple[int, int]) -> Attribution:
    span = (sentence[0], sentence[0] + len(said.who or ""))
    return Attribution(
        sources=(Source(name=said.who or "", kind="government"),), speaker=span, cue=span, rules=(said.rule,)
    )


def _figure(claim: Claim) -> tuple[object, ...]:
    described = claim.description
    facts = (described.measure, described.party, described.event)
    return (described.unit, *(fact and fact.value for fact in facts))


def _as_figure(number: int, group: list[Claim]) -> Figure:
    ids = tuple(claim.id for claim in group)
    told = group[0].description
    title = (
        f"{told.unit}s {told.measure.value if told.measure else 'counted'}, {told.event.value if told.event else ''}"
    )
    return Figure(id=f"f{number}", title=title, claims=ids, origins=tuple((id_,) for id_ in ids))


def _relation(a: Claim, b: Claim) -> Relation:
    left, right = a.quantity, b.quantity
    if left.value == right.value:
        return Relation(a=a.id, b=b.id, kind="agree", reasons=("the same number",))
    kind = "diverge" if left.literal.meets(right.literal) else "contradict"
    return Relation(a=a.id, b=b.id, kind=kind, reasons=("other numbers",), rules=(a.quantity.rules[0],))
