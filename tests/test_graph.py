"""The claim graph: its types, and that every file form reads back."""

from __future__ import annotations

import json
from pathlib import Path

import handmade
import networkx as nx
import pytest

from claimcheck.errors import UsageError
from claimcheck.graph import claim_graph, graph_format, graph_text

GRAPH = claim_graph(handmade.analysis())


def edges(kind: str) -> set[tuple[str, str]]:
    return {(a, b) for a, b, values in GRAPH.edges(data=True) if values["type"] == kind}


def test_nodes_and_edges_are_typed() -> None:
    assert isinstance(GRAPH, nx.MultiDiGraph)
    assert {values["type"] for _, values in GRAPH.nodes(data=True)} == {"article", "source", "claim", "figure"}
    kinds = {"states", "says", "via", "about", "update", "agree", "contradict", "part_of", "adds_to"}
    assert {values["type"] for _, _, values in GRAPH.edges(data=True)} == kinds


def test_who_says_a_claim_and_who_passes_it_on() -> None:
    assert ("article:a-morning.txt", "claim:bbbbbbbb") in edges("states")
    assert ("source:Sudland government", "claim:bbbbbbbb") in edges("says")
    assert ("claim:bbbbbbbb", "source:Coast News Agency") in edges("via")
    assert ("claim:bbbbbbbb", "figure:f-killed") in edges("about")


def test_an_outlet_in_its_own_voice_is_no_source() -> None:
    assert not [a for a, b in edges("says") if b == "claim:cccccccc"]


def test_a_source_without_a_figure_is_there() -> None:
    assert GRAPH.nodes["source:Harbour Watch"]["kind"] == "ngo"
    assert GRAPH.degree("source:Harbour Watch") == 0


def test_relations_carry_their_reasons() -> None:
    found = GRAPH.get_edge_data("claim:aaaaaaaa", "claim:bbbbbbbb")
    assert [(edge["type"], edge["why"]) for edge in found.values()] == [
        ("contradict", "2,712 to 2,998 and more than 4,000 do not meet")
    ]


def test_open_ends_are_left_out() -> None:
    assert "high" not in GRAPH.nodes["claim:bbbbbbbb"]
    assert GRAPH.nodes["claim:bbbbbbbb"]["low"] == 4000


def test_graphml_reads_back(tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_text(graph_text(GRAPH, "graphml"), encoding="utf-8")
    back = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(GRAPH.nodes(data=True))
    assert sorted(map(str, back.edges(data=True))) == sorted(map(str, GRAPH.edges(data=True)))


def test_json_reads_back() -> None:
    back = nx.node_link_graph(json.loads(graph_text(GRAPH, "json")), edges="edges")
    assert nx.utils.graphs_equal(back, GRAPH)


@pytest.mark.parametrize(("name", "expected"), [("a.graphml", "graphml"), ("x/b.DOT", "dot"), ("c.d.json", "json")])
def test_the_ending_says_the_format(name: str, expected: str) -> None:
    assert graph_format(name) == expected


@pytest.mark.parametrize("name", ["graph", "graph.png", ".dot/graph"])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"\.graphml, \.dot, \.json"):
        graph_format(name)


def test_unknown_format() -> None:
    with pytest.raises(UsageError, match="no graph format 'png'"):
        graph_text(GRAPH, "png")
