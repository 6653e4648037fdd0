"""The lines that reports for machines name are lines of the files themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck import analyse, read, render_claims
from claimcheck.check import check
from claimcheck.check.formats import FORMATS
from claimcheck.check.outcome import Outcome
from claimcheck.cli import main


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    path = tmp_path_factory.mktemp("lines") / "s.jsonl"
    told = "A fire in Athens killed {} people on Monday, {} said."
    counts = ((40, "police"), (75, "the Red Cross"))
    rows = [{"text": f"Hello.\n\n{told.format(*one)}", "date": "2024-03-05", "name": str(one[0])} for one in counts]
    path.write_text("\n\n".join(map(json.dumps, rows)))
    return check(analyse(read(path)))


def test_sarif_points_to_the_rows(outcome: Outcome) -> None:
    results = json.loads(FORMATS["sarif"](outcome))["runs"][0]["results"]
    places = [place for each in results for place in (*each["locations"], *each["relatedLocations"])]
    regions = [place["physicalLocation"]["region"] for place in places]
    assert sorted(regions, key=lambda region: region["startLine"]) == [{"startLine": 1}, {"startLine": 3}]


def test_gitlab_and_github_too(outcome: Outcome) -> None:
    (issue,) = json.loads(FORMATS["gitlab"](outcome))
    line = issue["location"]["lines"]["begin"]
    assert line in (1, 3)
    assert f",line={line},endLine={line},title=" in FORMATS["github"](outcome)


def test_claims_of_rows_are_listed_in_the_order_of_rows(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    texts = ["A long way into its text, the mayor said 40 people died.", "Police said 52 people died."]
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    lines = render_claims(analyse(read(path)).readings).splitlines()
    assert [line.split(" | ")[0] for line in lines] == [f"{path}:1: 40", f"{path}:2: 52"]


def test_what_review_asks_folds_at_words(tmp_path: Path) -> None:
    told = "A fire beside the harbour in Athens killed {} people on Monday, {} said in a letter to the newspapers."
    for name, count, who in (("a.txt", 40, "police"), ("b.txt", 75, "the Red Cross")):
        (tmp_path / name).write_text(f"Date: 2024-03-05\nTitle: Fire\n\n{told.format(count, who)}")
    asked = CliRunner().invoke(main, ["review", str(tmp_path), "--author", "A", "--no-cache"], input="q").stdout
    (first, *_) = check(analyse(read(tmp_path))).open
    quote = first.finding.place.quote
    assert len(quote) > 80
    assert quote in " ".join(asked.split())
    assert [line for line in asked.splitlines() if len(line) > 80 and " " in line.strip()] == []
