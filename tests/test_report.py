"""The report on records made by hand: whole output against the golden files, and what it promises."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from itertools import combinations

import goldens
import handmade
import msgspec
import pytest

from claimcheck.errors import UsageError
from claimcheck.explain import Step
from claimcheck.pipeline import analyse
from claimcheck.quotes import quote
from claimcheck.records import Analysis, Article, Decided, Figure, Range, Relation
from claimcheck.report import FORMATS, render, render_claims, select
from claimcheck.report.contract import contract
from claimcheck.report.derivation import render_steps
from claimcheck.report.figures import wording
from claimcheck.report.standings import Standing
from claimcheck.report.view import view
from claimcheck.words import number, span_of

ANALYSIS = handmade.analysis()


@pytest.mark.parametrize("name", goldens.GOLDENS)
def test_rendered_as_kept(name: str) -> None:
    """`python tests/goldens.py` writes the kept files anew."""
    expected = (goldens.FOLDER / name).read_bytes().decode()
    assert goldens.GOLDENS[name]() == expected


def test_no_other_golden_is_kept() -> None:
    assert {path.name for path in goldens.FOLDER.iterdir()} == set(goldens.GOLDENS)


@pytest.mark.parametrize("format", FORMATS)
def test_same_bytes_whatever_the_order(format: str) -> None:
    shuffled = random.Random(4)
    relations = list(ANALYSIS.relations)
    shuffled.shuffle(relations)
    figures = list(ANALYSIS.figures)
    shuffled.shuffle(figures)
    other = msgspec.structs.replace(ANALYSIS, relations=tuple(relations), figures=tuple(figures))
    assert render(other, format) == render(ANALYSIS, format)


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no format 'xml'; there are text, json, jsonl, csv, md, html"):
        render(ANALYSIS, "xml")
    with pytest.raises(UsageError, match=r"no format 'md'; there are text, json, jsonl, csv$"):
        render_claims(ANALYSIS.readings, "md")
    with pytest.raises(UsageError, match=r"no format 'md'; there are text, json$"):
        render_steps(Step(text="a step"), "md")


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_what_a_headline_has_from_its_text_is_told_by_whom_the_text_names(format: str) -> None:
    text = "Fire kills 31 in Zenda\n\nThe death toll from a fire in Zenda rose to 31, rescuers said.\n"
    shown = render(analyse([Article.from_text(text, outlet="The Zenda Post")]), format)
    assert "rescuers" in shown
    assert "own voice" not in shown


# ── quotes and places ─────────────────────────────────────────────────────────────────────────


def test_every_quote_is_a_slice_at_its_offsets() -> None:
    shown = view(ANALYSIS)
    texts = {reading.article.name: reading.article.text for reading in ANALYSIS.readings}
    for figure in (*shown.disputed, *shown.compared, *shown.singles):
        for row in figure.rows:
            assert row.quote.text == texts[row.article][row.quote.start : row.quote.end]
            assert row.quote.text[slice(*row.quote.mark)] == row.worded
            line = texts[row.article].splitlines()[row.place.line - 1]
            assert line[row.place.column - 1 :].startswith(row.worded)


@pytest.mark.parametrize("length", [1, 10, 149, 150, 151, 400, 5000])
@pytest.mark.parametrize("at", [0, 0.3, 0.5, 0.9, 1])
def test_short_quotes_hold_the_number_and_whole_words(length: int, at: float) -> None:
    words = ["word"] * length
    words[int((length - 1) * at)] = "1,234"
    text = " ".join(words)
    start = text.index("1,234")
    found = quote(text, (0, len(text)), (start, start + 5))
    assert "1,234" in found.text
    assert len(found.text) <= 160
    assert set(found.text.split()) <= {"word", "1,234"}
    assert found.cut_before == (found.start > 0)
    assert found.cut_after == (found.end < len(text))


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = "one\r\ntwo\rthree 12 people\n"
    of = handmade.article("x.txt", text)
    claim = handmade.claim(of, "xxxxxxxx", "12", 12)
    figure = Figure(id="f", title="people", claims=("xxxxxxxx",), origins=(("xxxxxxxx",),))
    found = view(Analysis(readings=(handmade.reading(of, claim),), figures=(figure,), relations=(), sums=()))
    assert str(found.singles[0].rows[0].place) == "desk/x.txt:3"


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_a_quote_names_the_outlet_and_the_day_where_they_are_known(format: str) -> None:
    shown = render(ANALYSIS, format)
    assert shown.count("The Morning, 2031-05-12") == 2, "of its two claims in the table"


# ── words ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (613, "613"),
        (6500, "6,500"),
        (12.5, "12.5"),
        (1 / 3, "0.33"),
        (0.0004, "0.0004"),
        (1.845e12, "1,845,000,000,000"),
    ],
)
def test_numbers(value: float, expected: str) -> None:
    assert number(value) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Range(low=613, high=613), "613 days"),
        (Range(low=3000, low_open=True), "more than 3,000 days"),
        (Range(low=286), "286 days or more"),
        (Range(high=120000), "120,000 days or less"),
        (Range(high=120000, high_open=True), "less than 120,000 days"),
        (Range(low=20, high=30), "20 to 30 days"),
        (Range(), "any number"),
    ],
)
def test_ranges(given: Range, expected: str) -> None:
    assert span_of(given, " days") == expected


def test_no_bound_is_lost() -> None:
    text = render(ANALYSIS)
    assert "more than 4,000  more than 4,000" in re.sub(r" {2,}", "  ", text)
    assert json.loads(render(ANALYSIS, "json"))["claims"][1]["high"] is None


def test_never_who_is_right() -> None:
    banned = re.compile(r"\b(true|false|wrong|correct|lie[sd]?|credible|reliable|misleading)\b", re.I)
    for format in FORMATS:
        found = {hit[0] for hit in banned.finditer(render(ANALYSIS, format))}
        # "cannot both be true" says of a pair, not of a claim; JSON has the word as a value.
        assert found <= {"true", "false"}, format
        told = re.sub(r"<[^>]*>", "", render(ANALYSIS, format)) if format in ("text", "md", "html") else ""
        assert all("both be true" in told[hit.start() - 12 : hit.end()] for hit in banned.finditer(told)), format


# ── filters ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, {"f-killed", "f-missing", "f-lost", "f-total", "f-weeks"}),
        ({"only": "disputes"}, {"f-killed"}),
        ({"source": "sudland"}, {"f-killed"}),
        ({"source": "Norland government"}, {"f-killed", "f-missing"}),
        ({"measure": "missing"}, {"f-missing"}),
        ({"measure": "killed", "source": "norland"}, {"f-killed"}),
        ({"event": "Coast War"}, {"f-killed", "f-missing", "f-lost", "f-total", "f-weeks"}),
    ],
)
def test_filters_keep_whole_figures(wanted: dict[str, str], expected: set[str]) -> None:
    kept = select(ANALYSIS, **wanted)
    assert {figure.id for figure in kept.figures} == expected
    for format in FORMATS:
        assert render(kept, format)


def test_a_figure_keeps_all_its_claims() -> None:
    kept = select(ANALYSIS, source="Sudland")
    assert {claim["id"] for claim in contract(kept)["claims"]} >= {"aaaaaaaa", "bbbbbbbb", "eeeeeeee"}


@pytest.mark.parametrize("wanted", [{"source": "Nobody"}, {"measure": "injured"}, {"event": "flood"}])
def test_a_filter_that_fits_nothing_tells_what_there_is(wanted: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="there are: "):
        select(ANALYSIS, **wanted)


# ── what is put together ──────────────────────────────────────────────────────────────────────


def test_one_statement_reprinted_is_one_origin() -> None:
    missing = next(figure for figure in view(ANALYSIS).singles if figure.id == "f-missing")
    assert (missing.articles, missing.origins, missing.disputes) == (2, 1, 0)
    assert "112  Norland soldiers missing - Norland government (2 claims, 1 origin)" in render(ANALYSIS)


def test_a_reprint_in_a_table_says_of_what() -> None:
    figures = list(ANALYSIS.figures)
    killed = figures[0]
    figures[0] = msgspec.structs.replace(killed, origins=(("aaaaaaaa", "eeeeeeee"), ("bbbbbbbb",)))
    rows = view(msgspec.structs.replace(ANALYSIS, figures=tuple(figures))).disputed[0].rows
    assert [row.same_origin for row in rows] == [None, "A", None]
    assert "the same origin as A" in render(msgspec.structs.replace(ANALYSIS, figures=tuple(figures)))


def test_dispute_between_figures_is_shown_with_both() -> None:
    across = Relation(a="gggggggg", b="bbbbbbbb", kind="diverge", reasons=("the scope is open",))
    shown = view(msgspec.structs.replace(ANALYSIS, relations=(across,)))
    assert [figure.id for figure in shown.disputed] == ["f-killed", "f-lost"]


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_why_figures_differ_is_told_in_every_format(format: str) -> None:
    across = Relation(
        a="gggggggg", b="bbbbbbbb", kind="diverge", reasons=("the scope is open",), doubts=("one may count deserters",)
    )
    shown = render(msgspec.structs.replace(ANALYSIS, relations=(across,)), format)
    assert "the scope is open" in shown
    assert "one may count deserters" in shown


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_what_a_count_covers_is_told_in_plain_words(format: str) -> None:
    one = "Rescuers said five people were severely injured. So far 31 people have been killed, they said."
    other = "The mayor put the death toll of the fire at 31. Five people were severely injured, he said."
    shown = render(analyse([Article.from_text(one, name="a"), Article.from_text(other, name="b")]), format)
    assert "in all so far" in shown
    assert "serious cases" in shown
    assert "cumulative" not in shown


@pytest.mark.parametrize(
    ("other_is_part", "expected"),
    [
        (False, "A and B: part of “112” and “3,500” (people) x.txt:2, x.txt:1"),
        (True, "A and B: include “112” and “3,500” (people) x.txt:2, x.txt:1"),
    ],
)
def test_claims_of_another_figure_that_stand_alike_are_one_line(other_is_part: bool, expected: str) -> None:
    of = handmade.article("x.txt", "3,500 there\n112 there\n40 here\n41 here")
    claims = {
        text: handmade.claim(of, f"c{text}", text, float(text.replace(",", "")))
        for text in ("3,500", "112", "40", "41")
    }
    figures = tuple(
        Figure(id=name, title=title, claims=ids, origins=tuple((id_,) for id_ in ids))
        for name, title, ids in (("f", "people", ("c3,500", "c112")), ("g", "soldiers", ("c40", "c41")))
    )
    relations = tuple(
        Relation(
            a=f"c{other if other_is_part else mine}",
            b=f"c{mine if other_is_part else other}",
            kind="part_of",
            reasons=(),
        )
        for mine in ("40", "41")
        for other in ("3,500", "112")
    )
    analysis = Analysis(
        readings=(handmade.reading(of, *claims.values()),), figures=figures, relations=relations, sums=()
    )
    shown = re.sub(r"</?code>|desk/", "", render(analysis, "md"))
    assert expected in shown


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_a_hedge_beside_a_speaker_is_shown(format: str) -> None:
    article = Article.from_text(
        "Police reportedly said 40 people died. The mayor said 52 people died.", date="2031-05-03"
    )
    assert "hedged: “reportedly”" in render(analyse([article]), format)


def test_many_claims_with_two_numbers_are_one_thing_to_read() -> None:
    of = handmade.article("x.txt", "\n".join(f"said {number} people {at}" for at, number in enumerate([40, 90] * 20)))
    ids = [f"c{at:07d}" for at in range(40)]
    claims = [
        handmade.claim(of, id_, f"{[40, 90][at % 2]} people {at}", [40, 90][at % 2]) for at, id_ in enumerate(ids)
    ]
    figure = Figure(id="f", title="people", claims=tuple(ids), origins=tuple((id_,) for id_ in ids))
    pairs = [(a, b) for at, a in enumerate(ids) for b in ids[at + 1 :]]
    relations = tuple(
        Relation(a=a, b=b, kind="agree" if (int(a[1:]) - int(b[1:])) % 2 == 0 else "contradict", reasons=("why",))
        for a, b in pairs
    )
    shown = view(Analysis(readings=(handmade.reading(of, *claims),), figures=(figure,), relations=relations, sums=()))
    assert [standing.kind for standing in shown.disputed[0].standings] == ["contradict", "agree", "agree"]
    assert shown.disputed[0].rows[-1].key == "AN"


CROWDED = (
    ("The Post", "Police said 40 people were killed in the Zenda fire on 3 May 2031."),
    ("The Mail", "The mayor said 52 people were killed in the Zenda fire on 3 May 2031."),
    ("The Sun", "The army said 61 people were killed in the Zenda fire on 3 May 2031."),
    ("The Globe", "Police said 40 people were killed in the Zenda fire on 3 May 2031."),
)


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_a_crowded_figure_tells_who_says_what_against_whom_in_one_line(format: str) -> None:
    articles = [Article.from_text(text, name=outlet, outlet=outlet, date="2031-08-20") for outlet, text in CROWDED]
    shown = re.sub(r"<[^>]*>|[*\\]", "", render(analyse(articles), format))
    assert "4 articles, 4 claims, 1 figure (1 disputed), 0 sums that do not add up" in shown
    assert shown.count("no two can both be true as worded") == 1
    assert "A and B against C against D: contradict" in shown
    assert "“40” (police) against “52” (mayor) against “61” (army)" in shown


def test_sides_are_told_where_a_table_has_more_than_two_claims() -> None:
    assert _standing("contradict", ("c0", "c1"), [4, 8]).sides == ""
    assert _standing("contradict", ("c0", "c1 c2"), [4, 8, 8]).sides != ""


def test_times_of_a_count_are_one_line() -> None:
    standing = _standing("update", ("c0", "c1 c2", "c3"), [4, 8, 8, 9])
    assert (standing.who, standing.words) == ("A; B and C; D", "the same count at several times")
    assert standing.reasons == ("c0, c1", "c1, c3")


def _standing(kind: str, sets: tuple[str, ...], numbers: list[int]) -> Standing:
    """The only standing of claims of these numbers, any two of two of these sets related."""
    of = handmade.article("x.txt", "\n".join(f"{number} people {at}" for at, number in enumerate(numbers)))
    claims = [handmade.claim(of, f"c{at}", f"{number} people {at}", number) for at, number in enumerate(numbers)]
    ids = tuple(claim.id for claim in claims)
    figure = Figure(id="f", title="people", claims=ids, origins=tuple((id_,) for id_ in ids))
    relations = tuple(
        Relation(a=a, b=b, kind=kind, reasons=(f"{a}, {b}",), rules=("R",))
        for one, other in combinations(sets, 2)
        for a in one.split()
        for b in other.split()
    )
    shown = view(Analysis(readings=(handmade.reading(of, *claims),), figures=(figure,), relations=relations, sums=()))
    (standing,) = (*shown.disputed, *shown.compared)[0].standings
    return standing


def test_a_wording_that_takes_no_side_tells_numbers_that_are_credited_alike_together() -> None:
    told = (
        ("The Post", "Police said at least 40 people were killed in the Zenda fire on 3 May 2031."),
        (
            "The Mail",
            "Police said 45 people were killed in the Zenda fire on 3 May 2031. So far 52 have died, the mayor said.",
        ),
        ("The Sun", "Officials estimated that 61 people were killed in the Zenda fire on 3 May 2031."),
    )
    articles = [Article.from_text(text, name=outlet, outlet=outlet, date="2031-08-20") for outlet, text in told]
    (figure,) = view(analyse(articles)).disputed
    assert wording(figure) == (
        "The numbers given are “at least 40” and “45” (police), “52” (mayor, in all so far, as of 2031-08-20) and "
        "“61” (officials, an estimate)."
    )


def test_decisions_are_shown_and_reopened_ones_loudly() -> None:
    decided = (
        Decided(finding="1-x", cases=(("aaaaaaaa", "bbbbbbbb"),), verdict="accept", note="accepted by A. Editor"),
        Decided(
            finding="1-y",
            cases=(("aaaaaaaa", "eeeeeeee"),),
            verdict="update",
            note="an update, says A. Editor",
            reopened="decided 2,855; now 2,906",
        ),
    )
    analysis = msgspec.structs.replace(ANALYSIS, decided=decided)
    text = render(analysis)
    assert text.index("REOPENED  decided 2,855; now 2,906") < text.index("accepted by A. Editor")
    assert "accepted by A. Editor" in render(analysis, "md")
    assert "accepted by A. Editor" in render(analysis, "html")
    assert [row["finding"] for row in json.loads(render(analysis, "json"))["decided"]] == ["1-x", "1-y"]


# ── widths ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 132, 300])
def test_nothing_is_cut_at_any_width(width: int) -> None:
    text = render(ANALYSIS, width=width)
    flat, whole = ("".join(given.split()) for given in (text, render(ANALYSIS)))
    for words in ("“The Norland defence ministry said”", "claims about the other side", "via Coast News Agency"):
        assert all(word in text for word in words.split()) if width > 30 else True
    for row in (row for figure in view(ANALYSIS).disputed for row in figure.rows):
        assert "".join(row.quote.text.split()) in flat
        assert str(row.place) in text  # paths are never folded
    assert "…" not in whole
    assert "…" not in flat


def test_lines_fit_the_terminal() -> None:
    for width in (40, 60, 80, 120):
        lines = render(ANALYSIS, width=width).splitlines()
        assert max(map(len, lines)) <= width


def test_a_pipe_gets_every_quote_in_one_line() -> None:
    long = "word " * 20 + "12 people died, " + "word " * 8
    of = handmade.article("a-very-long-name-" * 12 + ".txt", long)
    claim = handmade.claim(of, "xxxxxxxx", "12", 12)
    figure = Figure(id="f", title="people killed", claims=("xxxxxxxx",), origins=(("xxxxxxxx",),))
    both = Figure(id="f", title="people killed", claims=("xxxxxxxx",), origins=(("xxxxxxxx",), ()))
    reading = handmade.reading(of, claim)
    for each in (figure, both):
        text = render(Analysis(readings=(reading,), figures=(each,), relations=(), sums=()))
        assert f"desk/{of.name}:1" in text


# ── formats ───────────────────────────────────────────────────────────────────────────────────


def test_the_contract_has_its_fields() -> None:
    found = json.loads(render(ANALYSIS, "json"))
    claims = set(
        [
            "id",
            "article",
            "doc",
            "start",
            "end",
            "text",
            "sentence",
            "value",
            "qualifier",
            "low",
            "high",
            "typical_low",
            "typical_high",
            "unit",
            "object",
            "measure",
            "party",
            "event",
            "place",
            "period",
            "as_of",
            "sources",
            "speaker",
            "conduit",
            "cue",
            "carried",
            "group",
        ]
    )
    assert all(claims <= row.keys() for row in found["claims"])
    assert all({"a", "b", "relation", "why"} <= row.keys() for row in found["relations"])
    assert all({"total", "parts", "verdict", "why"} <= row.keys() for row in found["sums"])
    assert all({"id", "figure", "claims", "origins", "disputes"} <= row.keys() for row in found["groups"])
    assert all({"doc", "start", "end", "text", "why"} <= row.keys() for row in found["rejected"])
    assert found["claims"][0]["doc"] == "a-morning.txt"


def test_csv_reads_back() -> None:
    rows = list(csv.DictReader(io.StringIO(render(ANALYSIS, "csv"))))
    assert len(rows) == len(ANALYSIS.claims)
    assert rows[0]["relations"] == "contradict C; update B"
    assert (rows[0]["outlet"], rows[0]["date"], rows[0]["covers"]) == ("The Morning", "2031-05-12", "")


def test_the_page_is_whole_by_itself() -> None:
    page = render(ANALYSIS, "html")
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|link|img|iframe|object)\b|\son\w+=|\sstyle=|url\(|@import|https?://", page)


def test_doubts_are_told_once_with_the_pairs_they_are_about() -> None:
    relations = tuple(
        msgspec.structs.replace(each, doubts=("one may be rounded", "no date is given")[: at + 1])
        for at, each in enumerate(each for each in ANALYSIS.relations if each.kind == "contradict")
    )
    text = render(msgspec.structs.replace(ANALYSIS, relations=relations))
    assert "They may differ because\n   - one may be rounded\n   - no date is given (B against C)\n" in text


def test_a_doubt_with_another_detail_for_other_claims_is_one_line() -> None:
    days = ("they are of different days: 1 and 2", "they are of different days: 1 and 3", "one may be rounded")
    relations = tuple(
        msgspec.structs.replace(each, doubts=(days[at], days[2]))
        for at, each in enumerate(each for each in ANALYSIS.relations if each.kind == "contradict")
    )
    text = render(msgspec.structs.replace(ANALYSIS, relations=relations))
    assert (
        "   - they are of different days: 1 and 2 (A against C); 1 and 3 (B against C)\n   - one may be rounded\n"
        in text
    )


def test_nothing_to_show_is_said() -> None:
    agreed = msgspec.structs.replace(ANALYSIS, relations=(), sums=())
    assert render(select(agreed, only="disputes")).splitlines() == [
        "3 articles, 0 claims, 0 figures (0 disputed), 0 sums that do not add up",
        "Nothing of the kind that is asked for.",
    ]
