"""For GitHub Actions: a workflow command for each finding, and a step summary in Markdown.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.check.formats.text import quoted
from claimcheck.check.outcome import Item, Outcome
from claimcheck.findings import Finding
from claimcheck.safe import markdown, one_line, visible

SHOWN = 10  # GitHub shows no more annotations of one kind a step
_LEVELS = {"contradict": "error", "diverge": "warning"}


def render(outcome: Outcome) -> str:
    """The ten newest open findings as annotations, and one line that counts everything."""
    ordered = newest_first(outcome.open)
    lines = [_annotation(item) for item in ordered[:SHOWN]]
    if len(ordered) > SHOWN:
        lines.append(f"::notice::{len(ordered) - SHOWN} more findings are in the summary of this step")
    return "\n".join([*lines, _value(outcome.summary)]) + "\n"


def summary(outcome: Outcome) -> str:
    """What GITHUB_STEP_SUMMARY is for: every open finding with its quotes, and what is gone."""
    lines = ["## claimcheck", "", markdown(outcome.summary), ""]
    for item in newest_first(outcome.open):
        note = f" ({markdown(item.note)})" if item.note else ""
        lines.append(f"- **{item.state.upper()}** {markdown(item.finding.sentence)}{note}")
        lines += (f"  - {markdown(quoted(spot))}" for spot in (item.finding.place, *item.finding.others))
    lines += (f"- {gone.state.upper()} {markdown(gone.entry.sentence)}" for gone in outcome.gone)
    lines += (f"- decision {markdown(note)}" for note in outcome.unmatched)
    return "\n".join(lines) + "\n"


def newest_first(items: Iterable[Item]) -> list[Item]:
    """By the date of the article that brought a finding up; undated ones last."""
    return sorted(items, key=lambda item: item.finding.place.date, reverse=True)


def _annotation(item: Item) -> str:
    finding, place = item.finding, item.finding.place
    fields = {
        "file": place.path,
        "line": place.line,
        "endLine": place.end_line,
        **({} if place.drawn else {"col": place.column}),
        "title": f"claimcheck {item.state} {finding.kind}",
    }
    told = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items())
    return f"::{_LEVELS[finding.verdict]} {told}::{_message(item)}"


def _message(item: Item) -> str:
    finding: Finding = item.finding
    note = f" [{item.note}]" if item.note else ""
    quotes = (quoted(spot) for spot in (finding.place, *finding.others))
    return "%0A".join(_value(line) for line in (f"{finding.sentence}{note} ({finding.id})", *quotes))


def _value(text: str) -> str:
    # A line break would begin a new command: hostile words could then set outputs or hide others.
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    escapes = {"%": "%25", "\n": "%0A", ":": "%3A", ",": "%2C"}
    return "".join(escapes.get(char, char) for char in visible(text))
