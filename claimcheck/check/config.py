"""The settings of a repository of articles: `claimcheck.toml`, or the section [claimcheck] of `setup.cfg`."""

from __future__ import annotations

import configparser
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.check.outcome import FailOn
from claimcheck.errors import UsageError
from claimcheck.records import Record

NAMES = ("claimcheck.toml", "setup.cfg")
_SECTION = "claimcheck"


class Config(Record, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What `check` can be told in a file, under the names of its options."""

    paths: tuple[str, ...] = ()
    rules: str | None = None
    baseline: str | None = None
    decisions: str | None = None
    format: str = "text"
    fail_on: tuple[FailOn, ...] = ("any",)
    max_new: int = 0
    exit_zero: bool = False
    cache: bool = True


def find(folder: Path) -> Path | None:
    """The file with the settings in a folder. Raises UsageError where two files have some: one must rule."""
    found = [path for name in NAMES if (path := folder / name).is_file() and _has_settings(path)]
    if len(found) > 1:
        raise UsageError(f"{found[0]} and [{_SECTION}] in {found[1]} both have settings; keep one of them")
    return found[0] if found else None


def load(path: Path) -> Config:
    """The settings of a file. Raises UsageError with what is wrong and where."""
    settings = _read_toml(path) if path.suffix == ".toml" else _read_ini(path)
    try:
        return msgspec.convert(settings, Config, strict=path.suffix == ".toml")
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {error}; known settings: {', '.join(_names())}") from None


def dump(config: Config) -> str:
    """The settings as a claimcheck.toml; what is not set stands there as a comment."""
    return "".join(
        f"# {name} is not set\n" if value is None else f"{name} = {msgspec.json.encode(value).decode()}\n"
        for name, value in msgspec.to_builtins(config).items()
    )


def _names() -> tuple[str, ...]:
    return tuple(field.encode_name for field in msgspec.structs.fields(Config))


def _has_settings(path: Path) -> bool:
    return path.suffix == ".toml" or _ini(path).has_section(_SECTION)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: cannot be read as TOML: {error}") from None


def _read_ini(path: Path) -> dict[str, Any]:
    """All values as text; lists stand a line or a comma apart, and an underscore is as good as a dash."""
    parser = _ini(path)
    if not parser.has_section(_SECTION):
        raise UsageError(f"{path}: has no section [{_SECTION}]")
    values: dict[str, Any] = {name.replace("_", "-"): value for name, value in parser.items(_SECTION)}
    lists = {name: values[name].replace(",", "\n").split("\n") for name in ("paths", "fail-on") if name in values}
    return values | {name: [item.strip() for item in items if item.strip()] for name, items in lists.items()}


def _ini(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(path.read_text(encoding="utf-8"), source=str(path))
    except (OSError, UnicodeDecodeError, configparser.Error) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None
    return parser
