"""Two runs as JSON in, the findings that came, changed and went out: by meaning, not by lines."""

from __future__ import annotations

from pathlib import Path

import msgspec

from claimcheck.check.baseline import before, entry
from claimcheck.errors import UsageError
from claimcheck.findings import Finding
from claimcheck.records import Record
from claimcheck.safe import one_line
from claimcheck.words import count


class _Run(Record, frozen=True):
    findings: tuple[Finding, ...]


def diff(old: Path, new: Path) -> str:
    """What is new, updated and resolved between two files of `report` or `check` with --format json, a line each.

    Raises UsageError for a file that cannot be read or is none of these.
    """
    earlier = {line.finding: line for line in map(entry, _read(old))}
    found = _read(new)
    known = before(found, earlier)
    left = {line.finding for line in known.values()}
    came = [finding for finding in found if finding.id not in known]
    changed = [(finding, known[finding.id]) for finding in found if finding.id in known and finding.id not in earlier]
    gone = [line for id_, line in sorted(earlier.items()) if id_ not in left]
    lines = [
        *(f"NEW {finding.kind}: {finding.sentence} ({finding.id})" for finding in came),
        *(f"UPDATED {one.kind}: {one.sentence} [was {was.numbers}] ({one.id})" for one, was in changed),
        *(f"RESOLVED {line.kind}: {line.sentence} ({line.finding})" for line in gone),
        f"{len(came)} new, {len(changed)} updated, {len(gone)} resolved; {count(len(found), 'finding')}",
    ]
    return "\n".join(map(one_line, lines)) + "\n"


def _read(path: Path) -> tuple[Finding, ...]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Run).findings
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not a run of `report` or `check` with --format json: {error}") from None
