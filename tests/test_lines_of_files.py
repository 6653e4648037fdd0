"""The lines that reports for machines name are lines of the files themselves."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from claimcheck import analyse, read, render_claims
from claimcheck.check import check
from claimcheck.check.formats import FORMATS
from claimcheck.check.outcome import Outcome
from claimcheck.cli.review import _folded


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


def test_what_review_asks_folds_at_words() -> None:
    line = "  why: " + "words and more " * 12
    assert max(map(len, _folded(line).splitlines())) <= 80
    assert textwrap.dedent(_folded(line)).split() == line.split()
