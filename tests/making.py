"""Claims made by hand, for tests of the stages that come after reading: one sentence a claim, slots as given."""

from __future__ import annotations

import hashlib
import math
from typing import Any

from claimcheck.records import (
    Article,
    Attribution,
    Claim,
    Description,
    Fact,
    PartOf,
    Period,
    Quantity,
    Range,
    Reading,
    Segments,
    Sentence,
    Source,
)


def told(value: float, noun: str = "person", measure: str | None = "killed", **slots: Any) -> dict[str, Any]:
    """What one sentence tells: a number, what is counted, and any slot by its name."""
    return {"value": value, "noun": noun, "measure": measure, **slots}


def reading(name: str, *claims: dict[str, Any], lead: str = "", date: str | None = None) -> Reading:
    """An article whose sentences are the claims, in order, behind a lead."""
    text, sentences, made = lead + "\n", [Sentence(start=0, end=max(1, len(lead)), paragraph=0)], []
    last: dict[str, Any] = {}
    for claim in claims:
        if not claim.get("joined"):  # joined: in one sentence with the claim before
            start = len(text)
            text += _sentence(claim) + "\n"
            sentences.append(Sentence(start=start, end=len(text) - 1, paragraph=len(sentences)))
        last = claim
        made.append(_claim(name, claim, len(sentences) - 1, sentences[-1], len(made)))
    article = Article(name=name, text=text, outlet=last.get("outlet"), date=date)
    return Reading(
        article=article,
        segments=Segments(sentences=tuple(sentences), quotes=()),
        claims=tuple(made),
        rejected=(),
        mentions=(),
    )


def _sentence(claim: dict[str, Any]) -> str:
    return claim.get("text") or f"{claim['value']:g} {claim.get('object', claim['noun'])} {claim['measure']}."


def _claim(name: str, told: dict[str, Any], index: int, sentence: Sentence, number: int) -> Claim:
    start, end = sentence.start + number % 3, sentence.start + number % 3 + 4
    return Claim(
        id=hashlib.sha256(f"{name}/{number}".encode()).hexdigest()[:8],
        article=name,
        quantity=_quantity(told, start, end, index),
        description=_description(told, start),
        attribution=_attribution(told, start, end),
        sentence=(sentence.start, sentence.end),
    )


def _quantity(told: dict[str, Any], start: int, end: int, index: int) -> Quantity:
    value, qualifier = float(told["value"]), told.get("qualifier", "exact")
    literal, typical = _ranges(value, qualifier)
    return Quantity(
        start=start, end=end, number=(start, end), sentence=index, value=value, qualifier=qualifier, literal=literal,
        typical=typical, dimension=told.get("dimension", "count"), unit=told.get("unit"),
        direction=told.get("direction"),
    )  # fmt: skip


def _ranges(value: float, qualifier: str) -> tuple[Range, Range]:
    exact = Range(low=value, high=value)
    ranges = {
        "at_least": (Range(low=value), Range(low=value, high=1.5 * value)),
        "more_than": (Range(low=value, low_open=True), Range(low=value, high=1.2 * value, low_open=True)),
        "at_most": (Range(high=value), Range(low=0.5 * value, high=value)),
        "about": (Range(low=0, high=math.inf), Range(low=0.9 * value, high=1.1 * value)),
        "vague": (Range(low=value), Range(low=value, high=10 * value)),
    }
    return ranges.get(qualifier, (exact, exact))


def _description(told: dict[str, Any], start: int) -> Description:
    def fact(name: str) -> Fact | None:
        return Fact(value=told[name], rule="T") if told.get(name) else None

    period, part = told.get("period"), told.get("part_of")
    return Description(
        object=told.get("object", told["noun"]),
        object_span=None,
        unit=told["noun"],
        noun_class=told.get("noun_class", told["noun"]),
        measure=fact("measure"),
        word=fact("word"),
        party=fact("party"),
        event=fact("event"),
        event_terms=tuple(Fact(value=kind, rule="T") for kind in told.get("kinds", ())),
        place=fact("place"),
        as_of=fact("as_of"),
        scope=fact("scope"),
        status=fact("status"),
        period=Period(start=period[0], end=period[1], rule="T") if period else None,
        part_of=() if part is None else (PartOf(whole=part, rule="T", span=(start, start)),),
    )


def _attribution(told: dict[str, Any], start: int, end: int) -> Attribution | None:
    names = told.get("by")
    if not names:
        return None
    sources = tuple(Source(name=name, kind=told.get("by_kind", "government")) for name in names.split(" and "))
    return Attribution(sources=sources, speaker=(start, end), cue=(start, end), manner=told.get("manner", "says"))
