"""Rule packs: TOML files in, one immutable `Rules` out.

Every file holds `[[rule]]` tables of one type. The types stand beside the stages' subjects in the modules of this
folder, each of which lists its own in PACKS. Examples inside the packs are run by the tests, not here.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from claimcheck.errors import RulesError
from claimcheck.rules import attributions, descriptions, matching, quantities, reading, world
from claimcheck.rules.base import Rule

T = TypeVar("T")
R = TypeVar("R", bound=Rule)

PACKS: Mapping[str, type[Rule]] = (
    reading.PACKS | quantities.PACKS | descriptions.PACKS | attributions.PACKS | matching.PACKS | world.PACKS
)
_HEADER = re.compile(r"^\s*\[\[\s*rule\s*\]\]", re.M)


class Rules:
    """All loaded packs. Equal files give an equal `digest`; compiled forms are kept with the rules they come from."""

    def __init__(self, packs: Mapping[str, tuple[Rule, ...]], digest: str) -> None:
        self._packs = packs
        self._built: dict[Callable[[Rules], Any], Any] = {}
        self.digest = digest

    def pack(self, name: str, kind: type[R]) -> tuple[R, ...]:
        """The rules of one file, in file order; `kind` is the type that PACKS gives for it."""
        return cast(tuple[R, ...], self._packs.get(name, ()))

    def names(self) -> tuple[str, ...]:
        """The loaded packs' names, sorted."""
        return tuple(sorted(self._packs))

    def once(self, build: Callable[[Rules], T]) -> T:
        """What `build` makes of these rules, made at the first call only."""
        if build not in self._built:
            self._built[build] = build(self)
        return cast(T, self._built[build])

    def by_id(self) -> dict[str, tuple[str, Rule]]:
        """Every rule under its id, with the name of its pack."""
        return {rule.id: (name, rule) for name in self.names() for rule in self._packs[name]}


def load(folder: Path | str | None = None) -> Rules:
    """The rules that ship with claimcheck, with those of `folder` added: a rule with a known id replaces that rule.

    Raises RulesError with every mistake in every file, each with its file and line.
    """
    folders = [shipped(), *([Path(folder)] if folder is not None else [])]
    mistakes: list[str] = []
    packs: dict[str, dict[str, Rule]] = {}
    digest = hashlib.sha256()
    for where in folders:
        for path in _files(where, mistakes):
            digest.update(path.name.encode() + b"\0" + _bytes(path, mistakes) + b"\0")
            for rule in _read(path, mistakes):
                packs.setdefault(path.stem, {})[rule.id] = rule
    if mistakes:
        raise RulesError(tuple(mistakes))
    return Rules({name: tuple(rules.values()) for name, rules in packs.items()}, digest.hexdigest())


def shipped() -> Path:
    """The folder of the rules that come with this installation: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "rules"


def _files(folder: Path, mistakes: list[str]) -> list[Path]:
    if not folder.is_dir():
        mistakes.append(f"{folder}: no such folder of rules")
        return []
    found = sorted(folder.glob("*.toml"))
    for path in found:
        if path.stem not in PACKS:
            mistakes.append(f"{path}: no pack has this name; expected one of {', '.join(sorted(PACKS))}")
    return [path for path in found if path.stem in PACKS]


def _bytes(path: Path, mistakes: list[str]) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        mistakes.append(f"{path}: cannot be read ({error.strerror})")
        return b""


def _read(path: Path, mistakes: list[str]) -> Iterable[Rule]:
    text = _bytes(path, mistakes).decode("utf-8", "replace")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        mistakes.append(f"{path}: not valid TOML: {error}")
        return []
    for key in sorted(tables.keys() - {"rule"}):
        mistakes.append(f"{path}: unknown table {key!r}; expected only [[rule]]")
    lines = [text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)]
    return list(_convert(path, tables.get("rule", []), lines, mistakes))


def _convert(path: Path, rows: list[Any], lines: list[int], mistakes: list[str]) -> Iterable[Rule]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows):
        line = lines[number] if number < len(lines) else 0
        try:
            rule = msgspec.convert(row, PACKS[path.stem])
        except msgspec.ValidationError as error:
            mistakes.append(f"{path}:{line}: {_named(row)}{error}")
            continue
        if rule.id in seen:
            mistakes.append(f"{path}:{line}: rule {rule.id}: this id is already taken in line {seen[rule.id]}")
        seen[rule.id] = line
        mistakes.extend(f"{path}:{line}: rule {rule.id}: {problem}" for problem in rule.problems())
        yield rule


def _named(row: Any) -> str:
    return f"rule {row['id']}: " if isinstance(row, dict) and isinstance(row.get("id"), str) else ""
