"""As a linter prints: `file:line:column`, one line a finding, then what its claims say."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.check.outcome import Gone, Item, Outcome
from claimcheck.findings import Spot
from claimcheck.safe import one_line


def render(outcome: Outcome) -> str:
    """What is open, what is gone, the decisions that hang in the air, and a line that counts everything."""
    lines = [line for item in outcome.open for line in _item(item)]
    lines += [_gone(gone) for gone in outcome.gone]
    lines += [f"DECISION {one_line(note)}" for note in outcome.unmatched]
    return "\n".join([*lines, outcome.summary]) + "\n"


def _item(item: Item) -> Iterable[str]:
    finding, place = item.finding, item.finding.place
    note = f" [{one_line(item.note)}]" if item.note else ""
    yield (
        f"{one_line(place.path)}:{place.line}:{place.column}: {item.state.upper()} {finding.kind}: "
        f"{finding.sentence}{note} ({finding.id})"
    )
    yield from (f"    {quoted(spot)}" for spot in (place, *finding.others))


def quoted(spot: Spot) -> str:
    """file:line: who: “the words of the article”."""
    return one_line(f"{spot.path}:{spot.line}: {spot.who}: “{spot.quote}”")


def _gone(gone: Gone) -> str:
    return one_line(f"{gone.state.upper()} {gone.entry.kind}: {gone.entry.sentence} ({gone.entry.finding})")
