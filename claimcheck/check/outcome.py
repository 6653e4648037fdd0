"""Findings, a baseline and decisions in; what is new, updated, reopened, known, decided, resolved and stale out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Literal

from claimcheck.check import decisions as deciding
from claimcheck.check.baseline import Entry, before, entry
from claimcheck.check.decisions import Decision, Standing
from claimcheck.findings import Finding, findings, order, stated
from claimcheck.records import Analysis, Record
from claimcheck.words import count

State = Literal["new", "updated", "reopened", "known", "decided"]
STATES: tuple[State, ...] = ("reopened", "new", "updated", "known", "decided")
OPEN: frozenset[State] = frozenset({"reopened", "new", "updated"})

FailOn = Literal["contradict", "diverge", "sum", "any"]
_FAILING: Mapping[FailOn, frozenset[str]] = {
    "contradict": frozenset({"contradict"}),
    "diverge": frozenset({"contradict", "diverge"}),  # the lesser includes the graver
    "sum": frozenset({"sum"}),
    "any": frozenset({"contradict", "diverge", "sum"}),
}


class Item(Record, frozen=True):
    """A finding of today."""

    finding: Finding
    state: State
    note: str = ""  # what it was before, or who decided what
    replaces: str | None = None  # fingerprint of its line in the baseline
    fails: bool = False  # counts against the job


class Gone(Record, frozen=True):
    """A line of the baseline that is found no more."""

    entry: Entry
    state: Literal["resolved", "stale"]  # both claimants still speak of it; or one no longer does


class Outcome(Record, frozen=True):
    """All that a check has to say, in the order in which it is shown."""

    items: tuple[Item, ...]
    gone: tuple[Gone, ...]
    unmatched: tuple[str, ...]  # decisions that decide nothing
    articles: int
    claims: int

    @property
    def open(self) -> tuple[Item, ...]:
        """What nobody has looked at yet."""
        return tuple(item for item in self.items if item.state in OPEN)

    @property
    def counts(self) -> dict[str, int]:
        """How many of each state, in the order of urgency."""
        states = Counter[str]([item.state for item in self.items] + [gone.state for gone in self.gone])
        return {state: states[state] for state in (*STATES, "resolved", "stale")}

    @property
    def summary(self) -> str:
        """One line: 6 new of 2 figures, 2 known; 5 articles, 54 claims."""
        of = {"new": self._figures("new")}
        told = [
            f"{number} {state}{of.get(state, '')}" for state, number in self.counts.items() if number or state in of
        ]
        return f"{', '.join(told)}; {count(self.articles, 'article')}, {count(self.claims, 'claim')}"

    def _figures(self, state: State) -> str:
        """How many figures the findings of a state are about, where that is fewer: one has many pairs of claims."""
        found = [{spot.about for spot in item.finding.cases[0]} for item in self.items if item.state == state]
        figures = len(set().union(*found) - {""})
        return f" of {count(figures, 'figure')}" if 0 < figures < len(found) else ""

    def exit_code(self, max_new: int = 0) -> int:
        """0 fine, 1 more that fails than `max_new`, 3 nothing to compare."""
        if not self.claims:
            return 3
        return int(sum(item.fails for item in self.items) > max_new)


def check(
    analysis: Analysis,
    baseline: Iterable[Entry] = (),
    decisions: Sequence[Decision] = (),
    *,
    today: datetime.date | None = None,
    fail_on: Iterable[FailOn] = ("any",),
    touched: Set[str] | None = None,
) -> Outcome:
    """What is new in an analysis. With `touched` (paths of articles), only findings that involve one of these.

    Without a baseline every finding is new. Raises UsageError where a decision has an end date and no day is given.
    """
    found = findings(analysis)
    entries = {entry.finding: entry for entry in baseline}
    known = before(found, entries)
    standings = deciding.judge(found, decisions, today)
    failing = frozenset[str]().union(*(_FAILING[kind] for kind in fail_on))
    items = [
        _item(finding, known.get(finding.id), standings.get(finding.id), failing)
        for finding in found
        if touched is None or _involves(finding, touched)
    ]
    matched = {entry.finding for entry in known.values()}
    return Outcome(
        items=tuple(sorted(items, key=lambda item: (STATES.index(item.state), order(item.finding)))),
        gone=_gone([entry for id_, entry in sorted(entries.items()) if id_ not in matched], analysis),
        unmatched=deciding.unmatched(found, decisions),
        articles=len(analysis.readings),
        claims=len(analysis.claims),
    )


def renewed(outcome: Outcome, baseline: Iterable[Entry], *, prune: bool) -> tuple[Entry, ...]:
    """The baseline that makes what is found today known. Decided findings are left to the decisions file."""
    today = [entry(item.finding) for item in outcome.items if item.state in ("new", "updated", "known")]
    replaced = {item.replaces for item in outcome.items}
    kept = [old for old in baseline if not prune and old.finding not in replaced]
    return (*today, *kept)


def _item(finding: Finding, was: Entry | None, standing: Standing | None, failing: frozenset[str]) -> Item:
    state, note = _state(finding, was, standing)
    return Item(
        finding=finding,
        state=state,
        note=note,
        replaces=was.finding if was else None,
        fails=state in OPEN and finding.kind in failing,
    )


def _state(finding: Finding, was: Entry | None, standing: Standing | None) -> tuple[State, str]:
    # A decision goes before the baseline: what a person closed, only a person closes again.
    if standing:
        return ("reopened", standing.reopened) if standing.reopened else ("decided", standing.decision.sentence)
    if was is None:
        return "new", ""
    if was.finding in finding.ids:
        return "known", ""
    return "updated", f"was {was.numbers} ({was.kind})"


def _involves(finding: Finding, touched: Set[str]) -> bool:
    return any(spot.path in touched for case in finding.cases for spot in case)


def _gone(entries: Sequence[Entry], analysis: Analysis) -> tuple[Gone, ...]:
    left = stated(analysis.claims) if entries else frozenset()
    still = (all((side.who, side.of) in left for side in entry.sides) for entry in entries)
    return tuple(
        Gone(entry=entry, state="resolved" if speaks else "stale") for entry, speaks in zip(entries, still, strict=True)
    )
