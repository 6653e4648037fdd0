"""The JSON contract of docs/design.md: plain dictionaries, in an order that hangs on nothing but the articles."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

import msgspec

from claimcheck.findings import findings, plain
from claimcheck.quotes import Texts, sentence_span, shown_path, spoken
from claimcheck.records import DISPUTES, Analysis, Article, Claim, Fact, Figure, Mention, Reading, Rejected, Source, Sum
from claimcheck.safe import dumped


def contract(analysis: Analysis) -> dict[str, Any]:
    """The whole run as one object: claims, relations, sums, groups, rejected, and what stands behind them."""
    groups = {id_: figure.id for figure in analysis.figures for id_ in figure.claims}
    return {
        "version": 1,
        "articles": [_article(reading) for reading in analysis.readings],
        "claims": [row for reading in analysis.readings for row in _claims(reading, groups)],
        "relations": _relations(analysis),
        "sums": sorted(map(_sum, analysis.sums), key=_sum_key),
        "groups": _groups(analysis),
        "rejected": [_rejected(reading.article, row) for reading in analysis.readings for row in reading.rejected],
        "mentions": [_mention(reading.article, row) for reading in analysis.readings for row in reading.mentions],
        "decided": msgspec.to_builtins(analysis.decided),
        "findings": [plain(finding) for finding in findings(analysis)],
    }


def as_json(analysis: Analysis) -> str:
    """The contract as indented JSON: the same analysis gives the same bytes."""
    return dumped(contract(analysis), indent=1) + "\n"


def as_jsonl(analysis: Analysis) -> str:
    """The contract as one object a line, each with the kind of thing that it is as `row`."""
    parts = contract(analysis)
    kinds = {
        "articles": "article",
        "claims": "claim",
        "relations": "relation",
        "sums": "sum",
        "groups": "group",
        "rejected": "rejected",
        "mentions": "mention",
        "decided": "decided",
        "findings": "finding",
    }
    rows = ({"row": kind, **row} for name, kind in kinds.items() for row in parts[name])
    return "".join(dumped(row) + "\n" for row in rows)


def number(value: float) -> float | int | None:
    """Whole numbers without a point, an open end as null."""
    if math.isinf(value) or math.isnan(value):
        return None
    return int(value) if value == int(value) else value


def doc(article: Article) -> str:
    """The file name of an article."""
    return PurePath(shown_path(article)).name


def _article(reading: Reading) -> dict[str, Any]:
    article = reading.article
    return {
        "name": article.name,
        "doc": doc(article),
        "path": article.path,
        "outlet": article.outlet,
        "date": article.date,
        "title": article.title,
        "url": article.url,
        "claims": len(reading.claims),
        "warnings": [*article.warnings, *reading.segments.warnings],
    }


def _claims(reading: Reading, groups: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    texts = Texts([reading])
    for claim in reading.claims:
        start = claim.quantity.start
        yield {
            **_where(reading.article, claim),
            "line": texts.place(claim.article, start).line,
            **_quantity(claim),
            **_description(claim),
            **_attribution(reading.article, claim),
            "group": groups.get(claim.id),
        }


def _where(article: Article, claim: Claim) -> dict[str, Any]:
    start, end = claim.quantity.start, claim.quantity.end
    sentence = sentence_span(claim)
    return {
        "id": claim.id,
        "article": claim.article,
        "doc": doc(article),
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "sentence": article.text[slice(*sentence)],
        "sentence_start": sentence[0],
    }


def _quantity(claim: Claim) -> dict[str, Any]:
    quantity = claim.quantity
    return {
        "value": number(quantity.value),
        "qualifier": quantity.qualifier,
        "low": number(quantity.literal.low),
        "high": number(quantity.literal.high),
        "low_open": quantity.literal.low_open,
        "high_open": quantity.literal.high_open,
        "typical_low": number(quantity.typical.low),
        "typical_high": number(quantity.typical.high),
        "dimension": quantity.dimension,
        "direction": quantity.direction,
        "per": quantity.per,
    }


def _description(claim: Claim) -> dict[str, Any]:
    said = claim.description
    period = said.period
    return {
        "unit": said.unit,
        "object": said.object,
        "class": said.noun_class,
        "measure": _value(said.told),
        "party": _value(said.party),
        "event": _value(said.event),
        "place": _value(said.place),
        "period": {"start": period.start, "end": period.end} if period else None,
        "as_of": _value(said.as_of),
        "scope": _value(said.scope),
        "status": _value(said.status),
    }


def _attribution(article: Article, claim: Claim) -> dict[str, Any]:
    who = claim.attribution
    actors = [source for source in who.sources if source.kind != "hearsay"] if who else []
    return {
        "sources": [source.name for source in actors],
        "sides": [source.side for source in actors],
        "speaker": article.text[slice(*who.speaker)] if who and who.speaker else None,
        "conduit": who.conduit.name if who and who.conduit else None,
        "cue": article.text[slice(*who.cue)] if who else None,
        "spoken": spoken(article.text, claim),
        "manner": who.manner if who else None,
        "carried": bool(who and who.carried),
        "hedged": bool(who and who.hedge),
    }


def _relations(analysis: Analysis) -> list[dict[str, Any]]:
    rows = [
        {"a": each.a, "b": each.b, "relation": each.kind, "why": list(each.reasons), "doubts": list(each.doubts)}
        for each in analysis.relations
    ]
    place = _places(analysis)
    return sorted(rows, key=lambda row: (place[str(row["a"])], place[str(row["b"])], str(row["relation"])))


def _groups(analysis: Analysis) -> list[dict[str, Any]]:
    home = {id_: figure.id for figure in analysis.figures for id_ in figure.claims}
    disputes: dict[str, int] = {}
    for each in analysis.relations:
        for group in sorted({home.get(each.a, ""), home.get(each.b, "")}) if each.kind in DISPUTES else ():
            disputes[group] = disputes.get(group, 0) + 1
    return [_group(figure, disputes.get(figure.id, 0)) for figure in sorted(analysis.figures, key=lambda each: each.id)]


def _group(figure: Figure, disputes: int) -> dict[str, Any]:
    return {
        "id": figure.id,
        "figure": figure.title,
        "claims": list(figure.claims),
        "origins": [list(origin) for origin in figure.origins],
        "disputes": disputes,
    }


def _rejected(article: Article, row: Rejected) -> dict[str, Any]:
    return {
        "doc": doc(article),
        "article": article.name,
        "start": row.start,
        "end": row.end,
        "text": article.text[row.start : row.end],
        "why": row.why,
        "rule": row.rule,
    }


def _mention(article: Article, row: Mention) -> dict[str, Any]:
    return {
        "doc": doc(article),
        "article": article.name,
        **_source(row.source),
        "start": row.span[0],
        "end": row.span[1],
    }


def _source(source: Source) -> dict[str, Any]:
    return {"source": source.name, "source_kind": source.kind, "side": source.side}


def _sum(total: Sum) -> dict[str, Any]:
    return {"total": total.total, "parts": list(total.parts), "verdict": total.verdict, "why": list(total.reasons)}


def _sum_key(row: Mapping[str, Any]) -> tuple[str, list[str]]:
    return (row["total"], row["parts"])


def _places(analysis: Analysis) -> dict[str, tuple[str, int]]:
    return {claim.id: (claim.article, claim.quantity.start) for claim in analysis.claims}


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None
