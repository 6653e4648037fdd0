"""Rule packs: TOML files in, one immutable `Rules` out.

Every file holds `[[rule]]` tables of one type. The types stand beside the stages' subjects in the modules of this
folder, each of which lists its own in PACKS. Examples inside the packs are run by claimcheck.examples, not here.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import msgspec

from claimcheck.errors import RulesError
from claimcheck.rules import attributions, descriptions, matching, quantities, reading, world
from claimcheck.rules.base import Rule
from claimcheck.rules.mistakes import mistakes

T = TypeVar("T")
R = TypeVar("R", bound=Rule)

PACKS: Mapping[str, type[Rule]] = (
    reading.PACKS | quantities.PACKS | descriptions.PACKS | attributions.PACKS | matching.PACKS | world.PACKS
)
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*rule[ \t]*\]\]", re.M)


class Rules:
    """All loaded packs. Equal files give an equal `digest`; compiled forms are kept with the rules they come from."""

    def __init__(
        self, packs: Mapping[str, tuple[Rule, ...]], digest: str, tables: Mapping[str, _Table] | None = None
    ) -> None:
        self._packs = packs
        self._tables = tables or {}
        self._built: dict[Callable[[Rules], Any], Any] = {}
        self.digest = digest

    def pack(self, name: str, kind: type[R]) -> tuple[R, ...]:
        """The rules of one file, in file order; `kind` is the type that PACKS gives for it."""
        rules = self._packs.get(name, ())
        if rules and not isinstance(rules[0], kind):
            raise TypeError(f"the pack {name} holds {type(rules[0]).__name__}, not {kind.__name__}")
        return cast(tuple[R, ...], rules)

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

    def place(self, rule_id: str, key: str) -> str:
        """File and line of a key of a rule; the rule's id where it came from no file."""
        return self._tables[rule_id].place(key) if rule_id in self._tables else rule_id


class _Table(NamedTuple):
    """Where a rule is written: the table of this number in a file."""

    path: Path
    text: str
    number: int

    def place(self, key: str | None) -> str:
        """File and line of a key, else of the table; counted only where it is to be told."""
        header, after = islice(chain(_HEADER.finditer(self.text), repeat(None)), self.number, self.number + 2)
        if header is None:
            return str(self.path)
        end = after.start() if after else len(self.text)
        keyed = re.compile(rf"^[ \t]*[\"']?{re.escape(key or '')}[\"']?[ \t]*[=.]", re.M)
        found = keyed.search(self.text, header.end(), end) if key else None
        return f"{self.path}:{self.text.count(chr(10), 0, (found or header).start()) + 1}"


def load(folder: Path | str | None = None) -> Rules:
    """The rules that ship with claimcheck, with those of `folder` added: a rule with a known id replaces that rule.

    Raises RulesError with every mistake in every file, each with its file and line.
    """
    loader = _Loader()
    loader.take(shipped())
    if folder is not None:
        loader.close_names()
        loader.take(Path(folder))
    return loader.rules()


def shipped() -> Path:
    """The folder of the rules of this installation: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "rules"


class _Loader:
    """Collects the packs of one folder after the other, and every mistake in them."""

    def __init__(self) -> None:
        self._packs: dict[str, dict[str, Rule]] = {}
        self._home: dict[str, str] = {}  # the pack that each id belongs to
        self._written: dict[str, _Table] = {}
        self._asked: dict[str, frozenset[str]] = {}  # of packs that are looked up by name: all that is asked for
        self._mistakes: list[str] = []
        self._digest = hashlib.sha256()

    def take(self, folder: Path) -> None:
        """Read every pack of a folder; an id that an earlier folder knows in the same pack is replaced."""
        if not folder.is_dir():
            self._mistakes.append(f"{folder}: no such folder of rules")
            return
        seen: dict[str, str] = {}  # ids of this folder, with their places
        for path in sorted(folder.glob("*.toml")):
            if path.stem not in PACKS:
                self._mistakes.append(f"{path}: no pack has this name; expected one of {', '.join(sorted(PACKS))}")
                continue
            self._pack(path, seen)

    def close_names(self) -> None:
        """No later folder may name a rule anew in the packs that are looked up by name: nothing would ask for it."""
        alone = ((name, rules) for name, rules in self._packs.items() if PACKS[name].ALONE)
        self._asked = {name: frozenset(rule.name for rule in rules.values()) for name, rules in alone}

    def rules(self) -> Rules:
        """All that was read; RulesError where anything was wrong."""
        self._mistakes.extend(mistake for name in self._packs for mistake in self._named_twice(name))
        self._mistakes.extend(self._lost())
        if self._mistakes:
            raise RulesError(tuple(self._mistakes))
        packs = {name: tuple(rules.values()) for name, rules in self._packs.items()}
        return Rules(packs, self._digest.hexdigest(), self._written)

    def _named_twice(self, pack: str) -> Iterable[str]:
        """The rules of a pack that is looked up by name of which the later would wipe out the earlier."""
        first: dict[str, str] = {}
        for rule in self._packs[pack].values() if PACKS[pack].ALONE else ():
            if (other := first.setdefault(rule.name, rule.id)) != rule.id:
                place = self._written[rule.id].place("name")
                yield f"{place}: rule {rule.id}: the name {rule.name!r} is already taken by rule {other}"

    def _lost(self) -> Iterable[str]:
        """Names of other rules that there are none of."""
        names = {pack: {rule.name for rule in rules.values()} for pack, rules in self._packs.items()}
        for rule in (rule for rules in self._packs.values() for rule in rules.values()):
            for key, pack, name in rule.refers():
                if name not in names.get(pack, ()):
                    place, hint = self._written[rule.id].place(key), _near(name, names.get(pack, ()))
                    yield f"{place}: rule {rule.id}: {key}: no rule of {pack}.toml has the name {name!r}; {hint}"

    def _pack(self, path: Path, seen: dict[str, str]) -> None:
        try:
            data = path.read_bytes()
            text = data.decode("utf-8")
            tables = tomllib.loads(text)
        except OSError as error:
            self._mistakes.append(f"{path}: cannot be read ({error.strerror})")
        except UnicodeDecodeError as error:
            self._mistakes.append(f"{path}: byte {error.start + 1} is no UTF-8; expected UTF-8 text")
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self._mistakes.append(f"{path}: not valid TOML: {error}")
        else:
            self._digest.update(path.name.encode() + b"\0" + data + b"\0")
            self._tables(path, text, tables, seen)

    def _tables(self, path: Path, text: str, tables: dict[str, Any], seen: dict[str, str]) -> None:
        for key in sorted(tables.keys() - {"rule"}):
            self._mistakes.append(f"{path}: unknown table {key!r}; expected only [[rule]]")
        rows = tables.get("rule", [])
        if not isinstance(rows, list):
            self._mistakes.append(f"{path}: [rule] is one table; expected [[rule]]")
            return
        pack = self._packs.setdefault(path.stem, {})
        for number, row in enumerate(rows):
            table = _Table(path, text, number)
            for rule in self._rule(table, row, seen):
                pack[rule.id] = rule
                self._written[rule.id] = table

    def _rule(self, table: _Table, row: Any, seen: dict[str, str]) -> Iterable[Rule]:
        """The rule of one table, if it is one; nothing and its mistakes if not."""
        kind = PACKS[table.path.stem]
        try:
            rule = msgspec.convert(row, kind)
        except msgspec.ValidationError as error:
            found = tuple(mistakes(row, kind)) or ((None, str(error)),)
        else:
            found = (*((None, problem) for problem in rule.problems()), *self._unasked(rule, table.path.stem))
        id_ = row.get("id") if isinstance(row, dict) else None
        if isinstance(id_, str):
            found += tuple(("id", problem) for problem in self._taken(id_, table, seen))
        named = f"rule {id_}: " if isinstance(id_, str) else ""
        self._mistakes.extend(f"{table.place(key)}: {named}{problem}" for key, problem in found)
        if not found:
            yield rule.spelled_out()

    def _unasked(self, rule: Rule, pack: str) -> Iterable[tuple[str, str]]:
        """That nothing asks for a name."""
        names = self._asked.get(pack)
        if names is not None and rule.name not in names:
            yield "name", f"nothing asks for the name {rule.name!r}; {_near(rule.name, names)}"

    def _taken(self, id_: str, table: _Table, seen: dict[str, str]) -> Iterable[str]:
        """That an id is not free, also where the rule that has it is itself no rule."""
        if id_ in seen:
            yield f"this id is already taken in {seen[id_]}"
        elif self._home.setdefault(id_, table.path.stem) != table.path.stem:
            yield f"this id is already taken in the pack {self._home[id_]}"
        seen[id_] = f"{table.path.name}, table {table.number + 1}"


def _near(name: str, names: Iterable[str]) -> str:
    """Which of some names may be meant by one that is none of them."""
    near = get_close_matches(name, sorted(names), n=1)
    return f"did you mean {near[0]!r}?" if near else "expected one that a shipped rule has"
