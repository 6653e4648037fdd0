"""The table beside the articles: what is known of each file that the file itself does not say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.stages.read.about import About
from claimcheck.stages.read.stamps import iso_day

_KEYS = ("outlet", "date", "url", "title")


class Known:
    """The side files of all folders, each read once."""

    def __init__(self) -> None:
        self._tables: dict[Path, Mapping[str, About]] = {}
        self._mistakes: list[str] = []

    def of(self, side_file: Path, name: str) -> About:
        """What the side file says of one article; nothing where there is no such file."""
        if side_file not in self._tables:
            self._tables[side_file] = self._read(side_file)
        return self._tables[side_file].get(name, About())

    def mistakes(self) -> tuple[str, ...]:
        """The mistakes found since the last call."""
        found, self._mistakes = tuple(self._mistakes), []
        return found

    def _read(self, path: Path) -> Mapping[str, About]:
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            self._mistakes.append(f"{path}: cannot be read ({error})")
            return {}
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self._mistakes.append(f"{path}: not valid TOML: {error}")
            return {}
        return {name: self._about(path, name, table) for name, table in tables.items()}

    def _about(self, path: Path, name: str, table: Any) -> About:
        if not isinstance(table, dict):
            self._mistakes.append(f"{path}: {name!r} is not a table; expected [{name!r}] with {', '.join(_KEYS)}")
            return About()
        for key in sorted(table.keys() - set(_KEYS)):
            self._mistakes.append(f"{path}: {name!r} has the unknown key {key!r}; expected {', '.join(_KEYS)}")
        return About(**{key: self._value(path, name, key, table[key]) for key in _KEYS if key in table})

    def _value(self, path: Path, name: str, key: str, value: Any) -> str | None:
        if key == "date":
            day = value.isoformat()[:10] if isinstance(value, date) else iso_day(str(value))
            if day is None:
                self._mistakes.append(f"{path}: {name!r} has the date {value!r}; expected a day such as 2023-11-17")
            return day
        if not isinstance(value, str):
            self._mistakes.append(f"{path}: {name!r} has {key} = {value!r}; expected a text")
            return None
        return value
