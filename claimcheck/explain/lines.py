"""A line of an article in, the fate of every number on it out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from claimcheck import words
from claimcheck.errors import UsageError
from claimcheck.explain.claims import explain_claims
from claimcheck.explain.steps import Step, named_rules
from claimcheck.quotes import line_starts
from claimcheck.records import Analysis, Article, Reading, Span
from claimcheck.rules import Rules
from claimcheck.safe import calm

_FILE = re.compile(r"(?s).+\.[A-Za-z]{2,9}(?::[^/\\]+)?|.*/.*")
_PLACE = re.compile(r"(?s)(.+?):([0-9]{1,9})(?::[0-9]{1,9})?")
_NAMED = 5
_DIGITS = re.compile(r"[0-9][0-9.,]*")


def place_of(what: str) -> tuple[Path, int] | None:
    """The file and line of FILE:LINE; None for anything else."""
    found = _PLACE.fullmatch(what)
    if found is None and _FILE.fullmatch(what):
        raise UsageError(f"{what}: which line? Expected FILE:LINE with a number, such as report.txt:4")
    return (Path(found[1]), int(found[2])) if found else None


def explain_line(analysis: Analysis, path: Path | str, line: int, rules: Rules) -> Step:
    """What became of every number on a line, from left to right. Raises UsageError for a line that is not there."""
    reading = _reading_at(analysis, Path(path), line)
    span = _span_of(reading.article, path, line)
    fates = [*_claims(analysis, reading, span, rules), *_refused(reading, span, rules), *_left(reading, span, rules)]
    steps = tuple(step for _, step in sorted(fates, key=lambda fate: fate[0])) or (
        Step(text="no number stands on this line"),
    )
    return Step(text=f"{path}:{line}", steps=steps)


def _span_of(article: Article, path: Path | str, line: int) -> Span:
    """Where a line of the file stands in the text; a text that was drawn out of the file stands on it whole."""
    text = article.text
    if article.drawn is not None:
        if line != (article.drawn or 1):
            raise UsageError(f"{path}:{line}: this file has no lines to ask for; ask for {path}:1, its whole text")
        return (0, len(text))
    starts = line_starts(text)
    if len(starts) > 1 and starts[-1] == len(text):
        starts.pop()  # behind the last line end there is no line
    if not 1 <= line <= len(starts):
        raise UsageError(f"{path}:{line}: no such line; the article has {words.count(len(starts), 'line')}")
    return (starts[line - 1], starts[line] if line < len(starts) else len(text))


def _reading_at(analysis: Analysis, path: Path, line: int) -> Reading:
    readings = _readings_of(analysis, path)
    rows = [reading for reading in readings if reading.article.drawn]
    found = [reading for reading in rows if reading.article.drawn == line] if rows else readings
    if rows and not found:
        lines = words.listed([str(reading.article.drawn) for reading in rows[:_NAMED]])
        raise UsageError(f"{path}:{line}: no article stands on this line; there are some on {lines}")
    if len(found) != 1:
        raise UsageError(f"{path}: {'no such article' if not found else 'more than one article has this name'}")
    return found[0]


def _readings_of(analysis: Analysis, path: Path) -> list[Reading]:
    same = [r for r in analysis.readings if r.article.path and Path(r.article.path) == path]
    if same:
        return same
    names = [(Path(reading.article.path).name, reading.article.name) for reading in analysis.readings]
    return [reading for reading, known in zip(analysis.readings, names, strict=True) if path.name in known]


Fate = tuple[int, Step]  # where the number begins


def _claims(analysis: Analysis, reading: Reading, span: Span, rules: Rules) -> Iterable[Fate]:
    claims = [claim for claim in reading.claims if span[0] <= claim.quantity.start < span[1]]
    for claim, step in zip(claims, explain_claims(analysis, claims, rules), strict=True):
        yield claim.quantity.start, step


def _refused(reading: Reading, span: Span, rules: Rules) -> Iterable[Fate]:
    for row in reading.rejected:
        if span[0] <= row.start < span[1]:
            shown = reading.article.text[row.start : row.end]
            text = f"refused “{shown}”: {row.why}"
            yield row.start, Step(text=text, rule=named_rules([row.rule], rules))


def _left(reading: Reading, span: Span, rules: Rules) -> Iterable[Fate]:
    """Digits that neither a claim nor a refusal covers: those in page furniture, and those behind the last sentence."""
    covered = [(claim.quantity.start, claim.quantity.end) for claim in reading.claims]
    covered += [claim.quantity.number for claim in reading.claims]
    covered += [(row.start, row.end) for row in reading.rejected]
    for found in _DIGITS.finditer(reading.article.text, *span):
        if not any(start < found.end() and found.start() < end for start, end in covered):
            yield found.start(), _unread(reading, found, rules)


def _unread(reading: Reading, found: re.Match[str], rules: Rules) -> Step:
    junk = next((row for row in reading.segments.junk if row.start <= found.start() < row.end), None)
    shown = found[0].rstrip(".,")
    if calm(reading.article.text)[found.start()] == " ":
        return Step(text=f"not read “{shown}”: part of a control sequence for terminals")
    if junk:
        return Step(text=f"not read “{shown}”: page furniture", rule=named_rules([junk.rule], rules))
    if found.start() < reading.article.body:
        return Step(text=f"not read “{shown}”: stands in the header of the file")
    return Step(text=f"not read “{shown}”: no rule takes it for a number")
