"""Open findings and key strokes in, decisions out: a person goes through what is open, one key a verdict.

Each verdict is written at once, so that who stops halfway goes on there. Articles are never touched.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from claimcheck.check import decisions
from claimcheck.check.decisions import Decision, Verdict
from claimcheck.check.files import replace_file
from claimcheck.check.formats.text import quoted
from claimcheck.check.outcome import Item
from claimcheck.errors import UsageError
from claimcheck.findings import Finding
from claimcheck.records import Record
from claimcheck.safe import one_line

VERDICTS: dict[str, Verdict] = {
    "a": "accept",
    "n": "not the same figure",
    "u": "update",
    "e": "wrong extraction",
    "s": "wrong source",
}
HELP = """\
  a  accept: the sources differ, and that is known
  n  not the same figure: they count different things
  u  update: one count at two times
  e  wrong extraction: a number or what it counts was misread
  s  wrong source: somebody else says it
  space  later    z  undo    r  reason for this one    t  holds until a day    q  stop    ?  these keys"""


class _Step(Record, frozen=True):
    """What undoing a verdict needs."""

    index: int
    before: str | None  # the file as it was; None: there was none
    after: str


class Review:
    """A walk through open findings."""

    def __init__(self, items: Sequence[Item], path: Path, author: str, today: datetime.date) -> None:
        self._items = items
        self._path = path
        self._author = author
        self._today = today
        self._index = 0
        self._done: list[_Step] = []
        self.reason = ""
        self.until: datetime.date | None = None

    @property
    def current(self) -> Item | None:
        """The finding that waits for a verdict; None: all are through."""
        return self._items[self._index] if self._index < len(self._items) else None

    @property
    def waiting(self) -> bool:
        """Whether there is still something to press a key for: a finding, or a verdict that may be taken back."""
        return self.current is not None or bool(self._done)

    @property
    def decided(self) -> int:
        """How many verdicts this walk has written."""
        return len(self._done)

    def question(self) -> str:
        """The finding that waits, with its quotes and reasons."""
        if self.current is None:
            return "That was the last one. z takes it back, q ends."
        item, finding = self.current, self.current.finding
        lines = [f"{self._index + 1}/{len(self._items)}  {item.state.upper()}  {finding.sentence}"]
        lines += [item.note] * bool(item.note)
        lines += [f"  {quoted(spot)}" for spot in (finding.place, *finding.others)]
        lines += [f"  why: {reason}" for reason in finding.reasons]
        lines += [f"  your reason: {self.reason}"] * bool(self.reason)
        lines += [f"  until: {self.until}"] * bool(self.until)
        return "\n".join(map(one_line, lines))

    def press(self, key: str) -> str:
        """Do what a key stands for; a line that tells what was done.

        Raises UsageError where the file cannot be written, or was changed by somebody else before a verdict is undone.
        """
        if key in VERDICTS and self.current:
            return self._decide(self.current.finding, VERDICTS[key])
        if key == " " and self.current:
            return self._go(1, "left open")
        return self._undo() if key == "z" else HELP

    def _decide(self, finding: Finding, verdict: Verdict) -> str:
        decision = Decision(
            finding=finding.id,
            verdict=verdict,
            reason=one_line(self.reason) or "no reason given",
            author=self._author,
            date=self._today,
            until=self.until,
            about=finding.sentence,
            numbers=one_line(finding.numbers),
        )
        before = self._path.read_text(encoding="utf-8") if self._path.exists() else None
        decisions.append(self._path, decision)
        self._done.append(_Step(index=self._index, before=before, after=self._path.read_text(encoding="utf-8")))
        return self._go(1, decision.sentence)

    def _undo(self) -> str:
        if not self._done:
            return "nothing to undo"
        step = self._done.pop()
        if self._path.read_text(encoding="utf-8") != step.after:
            raise UsageError(f"{self._path}: was changed by somebody else; undo the last decision there by hand")
        if step.before is None:
            self._path.unlink()
        else:
            replace_file(self._path, step.before)
        return self._go(step.index - self._index, "undone")

    def _go(self, steps: int, told: str) -> str:
        self._index += steps
        self.reason, self.until = "", None
        return told
