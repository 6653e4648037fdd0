"""The baseline: the findings that are known already, in a file that people read and git merges.

A line a finding, sorted, with nothing in it that changes without a change of meaning. Every line of a finding ends in
a comma, since a fixed line ends the list: what two branches add never touches a line that was there before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from claimcheck.check.files import replace_file
from claimcheck.errors import UsageError
from claimcheck.findings import SCHEMES, Finding, Kind, Side, subject
from claimcheck.records import Record

_END = {"end": "of the claimcheck baseline"}


class Entry(Record, frozen=True):
    """A finding as the baseline keeps it."""

    finding: str  # the fingerprint, under the scheme that its first number names
    kind: Kind
    sides: tuple[Side, ...]

    @property
    def numbers(self) -> str:
        """2855 against 2906."""
        first, *rest = (side.says for side in self.sides)
        return f"{first} against {' + '.join(rest)}"

    @property
    def sentence(self) -> str:
        """What was found, in one line."""
        return "; ".join(f"{side.who}: {side.says} ({side.of})" for side in self.sides)


def entry(finding: Finding) -> Entry:
    """A finding as a line of the baseline, under the newest scheme."""
    return Entry(finding=finding.id, kind=finding.kind, sides=finding.sides)


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline, each once. Raises UsageError if it is missing, broken or from a newer claimcheck."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(
            f"{path}: there is no such baseline. To accept what is found today, run the same command "
            "with --update-baseline; without --baseline every dispute counts as new."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the baseline cannot be read ({error})") from None
    return tuple({entry.finding: entry for entry in _entries(path, text)}.values())


def save(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline; equal entries give equal bytes. Raises UsageError where the disk says no."""
    replace_file(path, dump(entries))


def dump(entries: Iterable[Entry]) -> str:
    """The text of a baseline."""
    lines = {entry.finding: json.dumps(msgspec.to_builtins(entry), ensure_ascii=False) for entry in _ordered(entries)}
    return "[\n" + "".join(f"{line},\n" for line in lines.values()) + json.dumps(_END) + "\n]\n"


def _ordered(entries: Iterable[Entry]) -> Sequence[Entry]:
    return sorted(entries, key=lambda entry: ([(side.of, side.who, side.says) for side in entry.sides], entry.finding))


def _entries(path: Path, text: str) -> Iterable[Entry]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            raise UsageError(
                f"{path}:{number}: an unfinished merge. Keep the lines of both sides and delete the markers; "
                f"`{path.name} merge=union` in .gitattributes makes git do that."
            )
    try:
        rows = msgspec.json.decode(text, type=list[dict[str, object]])
        entries = msgspec.convert([row for row in rows if row != _END], list[Entry])
    except (msgspec.DecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not a baseline of claimcheck: {error}") from None
    for entry in entries:
        check_scheme(entry.finding, str(path))
    return entries


def before(found: Sequence[Finding], entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The line of the baseline for each finding: the very same, or one on the same figure that is found no more."""
    earlier: dict[str, Entry] = {}
    for finding in found:
        if known := next((entries[id_] for id_ in finding.ids if id_ in entries), None):
            earlier[finding.id] = known
    used = {entry.finding for entry in earlier.values()}
    vanished: dict[str, list[Entry]] = {}
    for id_ in sorted(entries.keys() - used):
        vanished.setdefault(subject(id_), []).append(entries[id_])
    for finding in found:
        same = next((vanished[key] for key in map(subject, finding.ids) if vanished.get(key)), [])
        if finding.id not in earlier and same:
            earlier[finding.id] = max(same, key=lambda entry: len({*entry.sides} & {*finding.sides}))
            same.remove(earlier[finding.id])
    return earlier


def check_scheme(id_: str, where: str) -> None:
    """Raises UsageError for a fingerprint that this claimcheck does not know how to make."""
    scheme, _, rest = id_.partition("-")
    if not (scheme.isascii() and scheme.isdigit() and rest.count("-") == 1):
        raise UsageError(f"{where}: {id_!r} is not the fingerprint of a finding; expected {max(SCHEMES)}-…-…")
    if int(scheme) not in SCHEMES:
        raise UsageError(f"{where}: {id_} was made by a newer claimcheck (scheme {scheme}); update claimcheck")
