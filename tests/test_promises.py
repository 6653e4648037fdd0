"""The seven promises of docs/design.md, each held over the sample articles and every case, from text to report."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from benchmarks import cases
from claimcheck.records import Analysis, Claim, Reading
from claimcheck.report import FORMATS
from claimcheck.report.view import view

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.xdist_group("promises")
RUNS = {"seeds": claimcheck.read(ROOT / "seeds")} | {
    path.stem: tuple(cases.unmark(article)[0] for article in cases.load(path).article)
    for path in sorted((ROOT / "tests" / "cases").rglob("*.toml"))
}
BOUND = re.compile(r"(at least|no fewer than|no less than|more than|over|up to|at most|fewer than|less than|under)\b")
OF_TRUTH = re.compile(r"tru(th|e|st)|false|credib|reliab|confiden|score|right|wrong|fact", re.I)


@pytest.fixture(scope="module")
def runs() -> dict[str, Analysis]:
    return {name: claimcheck.analyse(articles) for name, articles in RUNS.items()}


def claims(runs: dict[str, Analysis]) -> Iterator[tuple[Reading, Claim]]:
    for analysis in runs.values():
        yield from ((reading, claim) for reading in analysis.readings for claim in reading.claims)


def test_1_every_quote_is_a_slice_at_the_offsets_shown(runs: dict[str, Analysis]) -> None:
    for analysis in runs.values():
        texts = {reading.article.name: reading.article.text for reading in analysis.readings}
        for row in claimcheck.contract(analysis)["claims"]:
            text, start = texts[row["article"]], row["sentence_start"]
            assert text[row["start"] : row["end"]] == row["text"]
            assert text[start : start + len(row["sentence"])] == row["sentence"]
        shown = view(analysis)
        for figure in (*shown.disputed, *shown.compared, *shown.singles):
            for each in figure.rows:
                quote = each.quote
                assert texts[each.article][quote.start : quote.end] == quote.text
                assert quote.text[slice(*quote.mark)] == each.worded


def test_2_whoever_is_named_has_a_cue_and_what_is_carried_says_so(runs: dict[str, Analysis]) -> None:
    for reading, claim in claims(runs):
        who = claim.attribution
        if who is None:
            continue
        assert reading.article.text[slice(*who.cue)].strip()
        inside = claim.sentence[0] <= who.cue[0] < claim.sentence[1]
        spoken = any(quote.start <= claim.quantity.number[0] <= quote.end for quote in reading.segments.quotes)
        assert inside or spoken or who.carried, reading.article.text[slice(*claim.sentence)]


def test_3_no_bound_is_lost(runs: dict[str, Analysis]) -> None:
    bounds = 0
    for reading, claim in claims(runs):
        quantity = claim.quantity
        if BOUND.match(reading.article.text[quantity.start : quantity.end].lower()):
            bounds += 1
            assert quantity.qualifier != "exact"
            assert quantity.literal.low < quantity.literal.high
    assert bounds > 20


def test_4_nothing_tells_who_is_right(runs: dict[str, Analysis]) -> None:
    for analysis in runs.values():
        assert [key for key in keys(claimcheck.contract(analysis)) if OF_TRUTH.search(key)] == []


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


@pytest.mark.parametrize("name", RUNS)
def test_5_every_number_has_a_fate(name: str, runs: dict[str, Analysis]) -> None:
    for reading in runs[name].readings:
        known = [(claim.quantity.start, claim.quantity.end) for claim in reading.claims]
        known += [(row.start, row.end) for row in (*reading.rejected, *reading.segments.junk)]
        known += [(0, reading.article.body)]
        for found in re.finditer(r"[0-9]+", reading.article.text):
            assert any(start < found.end() and found.start() < end for start, end in known), (
                found,
                reading.article.name,
            )


def test_6_no_network_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    page = "<html><body><article><p>Police said 40 people died in the flood on Monday.</p></article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    analysis = claimcheck.analyse((*claimcheck.read(tmp_path), *RUNS["seeds"]))
    assert all(claimcheck.render(analysis, format) for format in FORMATS)


def test_6_order_changes_no_byte(runs: dict[str, Analysis]) -> None:
    for name, articles in RUNS.items():
        again = claimcheck.analyse(reversed(articles))
        assert json.dumps(claimcheck.contract(again)) == json.dumps(claimcheck.contract(runs[name])), name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The war caused 600 casualties among Azerbaijani soldiers.", "The war killed 600 Azerbaijani soldiers."),
        ("The war killed 600 Azerbaijani soldiers.", "The war killed 600 soldiers on both sides."),
        ("In the war 600 soldiers went missing.", "After the war 600 soldiers are still missing."),
    ],
)
def test_7_what_differs_is_never_one_figure(one: str, other: str) -> None:
    said = (claimcheck.Article.from_text(text, name=name) for name, text in (("a", one), ("b", other)))
    analysis = claimcheck.analyse(said)
    assert [claim.quantity.value for claim in analysis.claims] == [600, 600]
    assert len(analysis.figures) == 2


def test_7_told_to_an_agency_is_not_said_by_it() -> None:
    text = "The toll had risen to 40, Interior Minister Olga Brandt told AFP on Monday."
    who = claimcheck.attribute(text, (text.index("40"), text.index("40") + 2))
    assert who is not None
    assert "AFP" not in [source.name for source in who.sources]
    assert who.conduit is not None
    assert who.conduit.name == "AFP"
