"""An analysis in, the claim graph out: a networkx.MultiDiGraph, and its forms as files.

Nodes have a `type`: article, source, claim, figure. Edges have one too: an article `states` a claim, a source `says`
it, it came `via` a conduit, it is `about` a figure, it `adds_to` a total; and the relations between claims, with their
reasons. Node names carry their type ("claim:abcdefgh"), so that a source called like a file stays itself.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any

import networkx as nx

from claimcheck import safe
from claimcheck.errors import UsageError
from claimcheck.quotes import sentence_span
from claimcheck.records import Analysis, Claim, Reading, Source

_SHAPES = {"article": "note", "source": "ellipse", "claim": "box", "figure": "hexagon"}


def claim_graph(analysis: Analysis) -> nx.MultiDiGraph[str]:
    """The graph of a whole run. Nodes and edges come in the order of articles and offsets; open ends are left out."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for reading in analysis.readings:
        _add_article(graph, reading)
    for figure in analysis.figures:
        graph.add_node(f"figure:{figure.id}", type="figure", label=figure.title, origins=len(figure.origins))
        for id_ in figure.claims:
            graph.add_edge(f"claim:{id_}", f"figure:{figure.id}", type="about")
    for each in analysis.relations:
        why, doubts = "; ".join(each.reasons), "; ".join(each.doubts)
        graph.add_edge(f"claim:{each.a}", f"claim:{each.b}", type=each.kind, why=why, doubts=doubts)
    for total in analysis.sums:
        for part in total.parts:
            why = "; ".join(total.reasons)
            graph.add_edge(f"claim:{part}", f"claim:{total.total}", type="adds_to", verdict=total.verdict, why=why)
    return graph


def graph_format(target: PurePath | str) -> str:
    """The format that a file name asks for. Raises UsageError for any but .graphml, .dot and .json."""
    kind = PurePath(target).suffix.removeprefix(".").lower()
    if kind not in _WRITERS:
        raise UsageError(f"{target}: a graph is written as {', '.join('.' + name for name in _WRITERS)}")
    return kind


def graph_text(graph: nx.MultiDiGraph[str], kind: str) -> str:
    """The graph as GraphML (http://graphml.graphdrawing.org), DOT or node-link JSON: always the same text for it.

    Raises UsageError for any other kind.
    """
    if kind not in _WRITERS:
        raise UsageError(f"no graph format {kind!r}; there are {', '.join(_WRITERS)}")
    return _WRITERS[kind](graph)


def _add_article(graph: nx.MultiDiGraph[str], reading: Reading) -> None:
    article = reading.article
    node = f"article:{article.name}"
    known = {"outlet": article.outlet, "date": article.date, "title": article.title, "url": article.url}
    graph.add_node(node, type="article", label=article.name, **_there(known))
    for mention in reading.mentions:
        _add_source(graph, mention.source)
    for claim in reading.claims:
        graph.add_node(f"claim:{claim.id}", type="claim", **_claim(reading, claim))
        graph.add_edge(node, f"claim:{claim.id}", type="states")
        _add_attribution(graph, reading, claim)


def _add_attribution(graph: nx.MultiDiGraph[str], reading: Reading, claim: Claim) -> None:
    who = claim.attribution
    if who is None:
        return
    cue = reading.article.text[slice(*who.cue)]
    for source in who.sources:
        said = {"manner": who.manner, "cue": cue, "carried": who.carried}
        graph.add_edge(_add_source(graph, source), f"claim:{claim.id}", type="says", **said)
    if who.conduit:
        graph.add_edge(f"claim:{claim.id}", _add_source(graph, who.conduit), type="via")


def _add_source(graph: nx.MultiDiGraph[str], source: Source) -> str:
    node = f"source:{source.name}"
    if node not in graph:
        graph.add_node(node, type="source", label=source.name, kind=source.kind, **_there({"side": source.side}))
    return node


def _claim(reading: Reading, claim: Claim) -> Mapping[str, Any]:
    quantity, said = claim.quantity, claim.description
    facts = {name: getattr(said, name) for name in ("measure", "party", "event", "place", "as_of")}
    return _there(
        {
            "label": reading.article.text[quantity.start : quantity.end],
            "start": quantity.start,
            "end": quantity.end,
            "value": quantity.value,
            "qualifier": quantity.qualifier,
            "low": quantity.literal.low,
            "high": quantity.literal.high,
            "typical_low": quantity.typical.low,
            "typical_high": quantity.typical.high,
            "unit": said.unit,
            "object": said.object,
            "sentence": reading.article.text[slice(*sentence_span(claim))],
            **{name: fact.value if fact else None for name, fact in facts.items()},
        }
    )


def _there(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without what is unknown, and without open ends: no format can hold them all."""
    return {
        name: value
        for name, value in values.items()
        if value is not None and not (isinstance(value, float) and math.isinf(value))
    }


def _graphml(graph: nx.MultiDiGraph[str]) -> str:
    # XML cannot hold control characters in any form, so they are written out.
    written = io.BytesIO()
    nx.write_graphml_xml(_with_texts(graph, safe.visible), written, prettyprint=True)
    return written.getvalue().decode() + "\n"


def _with_texts(graph: nx.MultiDiGraph[str], change: Callable[[str], str]) -> nx.MultiDiGraph[str]:
    changed: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def each(values: Mapping[str, Any]) -> dict[str, Any]:
        return {name: change(value) if isinstance(value, str) else value for name, value in values.items()}

    changed.add_nodes_from((change(node), each(values)) for node, values in graph.nodes(data=True))
    changed.add_edges_from((change(a), change(b), each(values)) for a, b, values in graph.edges(data=True))
    return changed


def _dot(graph: nx.MultiDiGraph[str]) -> str:
    return "\n".join(("digraph claims {", "  rankdir=LR;", *_dot_lines(graph), "}")) + "\n"


def _dot_lines(graph: nx.MultiDiGraph[str]) -> Iterable[str]:
    for node, values in graph.nodes(data=True):
        label, kind = safe.dot(values["label"]), values["type"]
        yield f"  {safe.dot(node)} [label={label}, shape={_SHAPES[kind]}, class={safe.dot(kind)}];"
    for a, b, values in graph.edges(data=True):
        tip = f", tooltip={safe.dot(values['why'])}" if values.get("why") else ""
        yield f"  {safe.dot(a)} -> {safe.dot(b)} [label={safe.dot(values['type'])}{tip}];"


def _json(graph: nx.MultiDiGraph[str]) -> str:
    # The node-link form by hand: networkx has changed the names in it, and what is written here is to stay.
    written = {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{**values, "id": node} for node, values in graph.nodes(data=True)],
        "edges": [
            {**values, "source": a, "target": b, "key": key} for a, b, key, values in graph.edges(keys=True, data=True)
        ],
    }
    return safe.dumped(written, indent=1) + "\n"


_WRITERS: dict[str, Callable[[nx.MultiDiGraph[str]], str]] = {"graphml": _graphml, "dot": _dot, "json": _json}
