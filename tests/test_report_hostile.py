"""Text of articles is hostile: whatever it holds, nothing of it acts where it is shown."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from xml.etree import ElementTree

import handmade
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import safe
from claimcheck.graph import claim_graph, graph_text
from claimcheck.report import FORMATS, render, render_claims

HOSTILE = handmade.hostile()
ACTING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def acting(text: str) -> set[str]:
    return {char for char in text if char != "\n" and unicodedata.category(char) in ACTING}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("width", [None, 40, 80])
def test_nothing_acts_in_a_terminal(format: str, width: int | None) -> None:
    assert acting(render(HOSTILE, format, width=width)) == set()


@pytest.mark.parametrize("kind", ["graphml", "dot", "json"])
def test_nothing_acts_in_a_graph(kind: str) -> None:
    assert acting(graph_text(claim_graph(HOSTILE), kind)) == set()


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "csv"])
def test_nothing_acts_in_a_list_of_claims(format: str) -> None:
    assert acting(render_claims(HOSTILE.readings, format)) == set()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8", "no-such-encoding"])
def test_every_encoding_takes_the_report(encoding: str) -> None:
    for analysis in (HOSTILE, handmade.analysis()):
        text = render(analysis, width=80, encoding=encoding)
        text.encode("ascii" if encoding == "no-such-encoding" else encoding)
        assert "?" not in text


def test_markup_of_rich_is_shown_as_it_is() -> None:
    text = render(HOSTILE, color=True)
    assert "[bold]x[/bold]" in text
    assert "[31mred" in text
    assert set(re.findall(r"\x1b[^m]*m", text)) == set(re.findall(r"\x1b\[[0-9;]*m", text))


def test_json_gives_the_text_back() -> None:
    found = json.loads(render(HOSTILE, "json"))
    article = HOSTILE.readings[0].article
    assert found["claims"][0]["sentence"] == article.text
    assert found["claims"][0]["doc"] == "bad\x1b[2J[red]<b>.txt"


def test_no_cell_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(render(HOSTILE, "csv"))))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert "'@xxxxxxx" in cells


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]


def test_the_page_has_no_tag_of_an_article() -> None:
    tags, plain = Tags(), Tags()
    tags.feed(render(HOSTILE, "html"))
    plain.feed(render(handmade.analysis(), "html"))
    assert tags.found <= plain.found
    assert not tags.found & {"script", "img", "b "}


def test_markdown_has_no_markup_of_an_article() -> None:
    text = render(HOSTILE, "md")
    assert "<script" not in text
    assert "](" not in text.replace(r"\]\(", "")
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.replace(r"\|", "").count("|") for line in lines}) == 1


def test_graphml_is_xml() -> None:
    tree = ElementTree.fromstring(graph_text(claim_graph(HOSTILE), "graphml"))
    assert "<script>alert(1)</script>" in "".join(tree.itertext())


def test_dot_strings_end_where_they_should() -> None:
    text = graph_text(claim_graph(HOSTILE), "dot")
    assert all(re.fullmatch(r'(?:[^"]|"(?:[^"\\]|\\.)*")*', line) for line in text.splitlines())


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_is_harmless_everywhere(text: str) -> None:
    assert acting(safe.visible(text)) == set()
    assert "\n" not in safe.one_line(text)
    assert not re.search(r"[<>\"']", safe.html(text))
    assert not safe.csv_cell(text).lstrip().startswith(("=", "+", "-", "@", "\t"))
    assert re.fullmatch(r'"(?:[^"\\]|\\.)*"', safe.dot(text))
    assert not re.search(r"(?<!\\)[|`*_\[\]<>]", safe.markdown(text).replace("\\\\", ""))
    safe.encodable(safe.visible(text), "ascii").encode("ascii")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=60))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert safe.visible(text) == text
