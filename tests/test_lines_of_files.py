"""The lines that reports for machines name are lines of the files themselves."""

from __future__ import annotations

import json
import textwrap

import pytest

from claimcheck import analyse, read
from claimcheck.check import check
from claimcheck.check.formats import FORMATS
from claimcheck.check.outcome import Outcome
from claimcheck.cli.review import _folded


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    path = tmp_path_factory.mktemp("lines") / "s.jsonl"
    told = "A fire in Athens killed {} people on Monday, police said."
    rows = [{"text": f"Hello.\n\n{told.format(n)}", "date": "2024-03-05", "name": str(n)} for n in (40, 75)]
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


def test_what_review_asks_folds_at_words() -> None:
    line = "  why: " + "words and more " * 12
    assert max(map(len, _folded(line).splitlines())) <= 80
    assert textwrap.dedent(_folded(line)).split() == line.split()
