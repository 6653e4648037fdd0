"""The decisions file: what a person said of a finding, in `claimcheck-decisions.toml`.

A decision names a finding by its fingerprint. It holds as long as the evidence is the same and its end date has not
passed; then the finding is open again. Nothing here looks at a clock: the day is given.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from claimcheck.check.baseline import check_scheme
from claimcheck.check.files import replace_file
from claimcheck.errors import UsageError
from claimcheck.findings import Finding, findings, subject
from claimcheck.records import Analysis, Decided, Record, Relation, Sum

NAME = "claimcheck-decisions.toml"

Verdict = Literal["accept", "not the same figure", "update", "wrong extraction", "wrong source"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

_HEADER = re.compile(r"^[ \t]*\[\[\s*decision\s*\]\]", re.M)


class Decision(Record, frozen=True, forbid_unknown_fields=True):
    """What somebody decided about a finding."""

    finding: str  # fingerprint, as `check` shows it
    verdict: Verdict
    reason: str
    author: str
    date: datetime.date
    until: datetime.date | None = None  # the last day on which it holds
    about: str = ""  # the finding in words, for those who read the file
    numbers: str = ""  # "2,855 against 2,906": told when other numbers reopen the finding
    where: str = ""  # file and line; never in the file itself

    @property
    def sentence(self) -> str:
        """Who decided what, when and why."""
        end = f", until {self.until}" if self.until else ""
        return f"{self.verdict}: {self.reason} ({self.author}, {self.date}{end})"


class Standing(Record, frozen=True):
    """How a finding stands to the decisions."""

    decision: Decision
    reopened: str | None = None  # why the decision no longer holds


# ── judging ───────────────────────────────────────────────────────────────────────────────────


def judge(found: Sequence[Finding], decisions: Sequence[Decision], today: datetime.date | None) -> dict[str, Standing]:
    """The standing of every finding that a decision speaks of, by fingerprint. Raises UsageError if a day is needed.

    Of several decisions on one finding the last counts, so that a decision is renewed by writing another below it.
    """
    if today is None and (ending := [d for d in decisions if d.until]):
        raise UsageError(
            f"{ending[0].where}: decisions with an end date need to know the day: give it, as in --today 2030-12-31 "
            '(or --today "$(date +%F)"). claimcheck never looks at the clock by itself.'
        )
    standings = {}
    exact, loose = _by_finding(found, decisions)
    for finding in found:
        if decision := _first(exact, finding.ids):
            standings[finding.id] = _in_time(decision, today)
        elif decision := _first(loose, map(subject, finding.ids)):
            standings[finding.id] = Standing(decision=decision, reopened=_changed(decision, finding))
    return standings


def unmatched(found: Sequence[Finding], decisions: Sequence[Decision]) -> tuple[str, ...]:
    """A sentence for every decision that decides nothing (any more)."""
    exact, loose = _by_finding(found, decisions)
    subjects = {subject(id_) for finding in found for id_ in finding.ids}
    speaking = {id(d) for d in exact.values()} | {id(d) for key, d in loose.items() if key in subjects}
    last = {decision.finding: decision for decision in decisions}
    notes = []
    for decision in decisions:
        if last[decision.finding] is not decision:
            notes.append(f"{decision.where}: replaced by the decision in {last[decision.finding].where}")
        elif id(decision) not in speaking:
            notes.append(f"{decision.where}: matches nothing: {decision.about or decision.finding}")
    return tuple(notes)


def _by_finding(
    found: Sequence[Finding], decisions: Sequence[Decision]
) -> tuple[dict[str, Decision], dict[str, Decision]]:
    """Decisions on findings that are there, by fingerprint; on others by subject. Of several the last counts."""
    ids = {id_ for finding in found for id_ in finding.ids}
    exact = {decision.finding: decision for decision in decisions if decision.finding in ids}
    loose = {subject(decision.finding): decision for decision in decisions if decision.finding not in ids}
    return exact, loose


def _first(decisions: Mapping[str, Decision], keys: Iterable[str]) -> Decision | None:
    return next((decisions[key] for key in keys if key in decisions), None)


def _in_time(decision: Decision, today: datetime.date | None) -> Standing:
    if decision.until and today and today > decision.until:
        return Standing(decision=decision, reopened=f"{decision.verdict} until {decision.until}, which has passed")
    return Standing(decision=decision)


def _changed(decision: Decision, finding: Finding) -> str:
    before = f" {decision.numbers}" if decision.numbers else ""
    return f"decided{before} ({decision.verdict}); now {finding.numbers}"


# ── what a decision changes in a report ───────────────────────────────────────────────────────


def apply(analysis: Analysis, decisions: Sequence[Decision], today: datetime.date | None) -> Analysis:
    """The analysis as the decisions leave it, with each decision that holds, and those that no longer do.

    Accepted disputes stay as they are. An update becomes one. What a person calls another figure or misread is
    taken out of the relations and sums, and told among the decisions instead. Raises UsageError as `judge` does.
    """
    found = findings(analysis)
    standings = judge(found, decisions, today)
    decided = tuple(
        Decided(
            finding=finding.id,
            cases=tuple(tuple(spot.claim for spot in case) for case in finding.cases),
            verdict=standings[finding.id].decision.verdict,
            note=standings[finding.id].decision.sentence,
            reopened=standings[finding.id].reopened,
        )
        for finding in found
        if finding.id in standings
    )
    holding = {frozenset(case): one for one in decided if not one.reopened for case in one.cases}
    relations = (_related(relation, holding) for relation in analysis.relations)
    sums = (_summed(total, holding) for total in analysis.sums)
    return msgspec.structs.replace(
        analysis,
        relations=tuple(relation for relation in relations if relation),
        sums=tuple(total for total in sums if total),
        decided=decided,
    )


def _related(relation: Relation, holding: Mapping[frozenset[str], Decided]) -> Relation | None:
    decided = holding.get(frozenset((relation.a, relation.b)))
    if decided is None or decided.verdict == "accept":
        return relation
    if decided.verdict == "update":
        return msgspec.structs.replace(relation, kind="update", reasons=(decided.note, *relation.reasons))
    return None


def _summed(total: Sum, holding: Mapping[frozenset[str], Decided]) -> Sum | None:
    decided = holding.get(frozenset((total.total, *total.parts)))
    return total if decided is None or decided.verdict == "accept" else None


# ── the file ──────────────────────────────────────────────────────────────────────────────────


def beside(paths: Iterable[str]) -> tuple[Path, ...]:
    """The decisions files that stand beside the given articles, each once."""
    folders = {(path if path.is_dir() else path.parent) / NAME for path in map(Path, paths)}
    return tuple(sorted(path for path in folders if path.is_file()))


def load(paths: Iterable[Path]) -> tuple[Decision, ...]:
    """The decisions of some files, in their order. Raises UsageError with every mistake, each with its line."""
    mistakes: list[str] = []
    decisions = [decision for path in paths for decision in _read(path, mistakes)]
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return tuple(decisions)


def append(path: Path, decision: Decision) -> None:
    """Write a decision below those that are there; not a byte of theirs changes. Raises UsageError if it cannot."""
    before = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    replace_file(path, before.rstrip("\n") + "\n\n" + dump(decision))


def dump(decision: Decision) -> str:
    """A decision as a table of TOML."""
    fields: dict[str, str | datetime.date | None] = {
        "finding": decision.finding,
        "about": decision.about,
        "numbers": decision.numbers,
        "verdict": decision.verdict,
        "reason": decision.reason,
        "author": decision.author,
        "date": decision.date,
        "until": decision.until,
    }
    return "[[decision]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in fields.items() if value)


_HEAD = """\
# What people decided about findings of claimcheck. Each holds until its evidence changes or its `until` has passed.
# verdict: accept, not the same figure, update, wrong extraction, wrong source.
"""


def _toml(value: str | datetime.date) -> str:
    # A basic string of TOML is one of JSON, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)


def _read(path: Path, mistakes: list[str]) -> Iterable[Decision]:
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        mistakes.append(f"{path}: there is no such file of decisions; `claimcheck review` writes one")
        return
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        mistakes.append(f"{path}: cannot be read as TOML: {error}")
        return
    unknown = sorted(tables.keys() - {"decision"})
    mistakes.extend(f"{path}: unknown table {key!r}; expected only [[decision]]" for key in unknown)
    lines = [text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)]
    rows = tables.get("decision", [])
    for number, row in enumerate(rows if isinstance(rows, list) else [rows]):
        where = f"{path}:{lines[number] if number < len(lines) else 1}"
        try:
            decision = msgspec.convert(row, Decision)
            check_scheme(decision.finding, where)
        except msgspec.ValidationError as error:
            mistakes.append(f"{where}: {error}")
        except UsageError as error:
            mistakes.append(str(error))
        else:
            yield msgspec.structs.replace(decision, where=where)
