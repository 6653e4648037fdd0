"""Paths in, articles out. Knows file formats and headers; leaves the text as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimcheck.records import Article


def read(paths: str | Path | Iterable[str | Path]) -> tuple[Article, ...]:
    """The articles of files and folders, sorted by name."""
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    files = [f for p in map(Path, given) for f in (sorted(p.glob("*.txt")) if p.is_dir() else [p])]
    return tuple(Article(name=f.name, text=f.read_bytes().decode("utf-8"), path=str(f)) for f in sorted(files))
