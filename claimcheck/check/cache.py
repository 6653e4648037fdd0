"""What a run has worked out before, kept in the platform's cache folder: a file a key, and each may vanish any time.

The key of a result is everything that it follows from: the input, the rules and the program. So what is found is right,
and there is nothing to invalidate. What cannot be read, is broken or was cut short counts as not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from claimcheck import pipeline
from claimcheck.check.files import replace_file
from claimcheck.errors import UsageError
from claimcheck.records import Analysis, Article, Reading
from claimcheck.rules import Rules

T = TypeVar("T")

_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY  # what was not used for so long is thrown away
_SEAL = 32  # bytes of the digest that stands before each content


class Cache:
    """Results by key. Every failure of the disk is a miss, never an error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str, kind: type[T]) -> T | None:
        """What was put under a key; None if it is not there, not whole, or of another shape."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            self._keep(path)
        except OSError:
            return None
        if _digest(data[_SEAL:]) != data[:_SEAL]:
            return None
        try:
            return msgspec.msgpack.decode(data[_SEAL:], type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None

    def put(self, key: str, value: object) -> None:
        """Keep a value, if the disk lets us; and clear out what lies beside it unused."""
        data = msgspec.msgpack.encode(value)
        path = self._path(key)
        with contextlib.suppress(OSError, UsageError):
            replace_file(path, _digest(data) + data, mode=0o600)
            self._clear(path.parent)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _keep(self, path: Path) -> None:
        if time.time() - path.stat().st_mtime > _DAY:
            os.utime(path)

    def _clear(self, folder: Path) -> None:
        for path in folder.iterdir():
            if time.time() - path.stat().st_mtime > _KEPT:
                path.unlink()


def default() -> Cache:
    """The cache in this platform's folder for such things."""
    return Cache(platformdirs.user_cache_path("claimcheck"))


def analyse(
    articles: Sequence[Article],
    rules: Rules,
    cache: Cache | None,
    *,
    progress: Callable[[str], None] | None = None,
) -> Analysis:
    """The same as `claimcheck.analyse`, with what is in the cache taken from there."""
    if cache is None:
        return pipeline.analyse(articles, rules, progress=progress)
    ordered = sorted(articles, key=lambda article: article.name)
    keys = [_key(rules, article) for article in ordered]
    readings = _read(ordered, keys, rules, cache, progress or (lambda _: None))
    return _relate(readings, _key(rules, keys), rules, cache)


def _read(
    articles: Sequence[Article], keys: Sequence[str], rules: Rules, cache: Cache, progress: Callable[[str], None]
) -> list[Reading]:
    """The articles' readings. They are kept without the articles, which the caller has; so they also outlive a move."""
    known = [cache.get(key, Reading) for key in keys]
    fresh = pipeline.read_each([article for article, told in zip(articles, known, strict=True) if not told], rules)
    readings = []
    for article, key, told in zip(articles, keys, known, strict=True):
        reading = msgspec.structs.replace(told, article=article) if told else next(fresh)
        if not told:
            cache.put(key, msgspec.structs.replace(reading, article=_NO_ARTICLE))
        readings.append(reading)
        progress(article.name)
    return readings


def _relate(readings: Sequence[Reading], key: str, rules: Rules, cache: Cache) -> Analysis:
    """What the readings say of each other, kept without the readings: each of these has a file of its own."""
    if known := cache.get(key, Analysis):
        return msgspec.structs.replace(known, readings=tuple(readings))
    analysis = pipeline.relate(readings, rules)
    cache.put(key, msgspec.structs.replace(analysis, readings=()))
    return analysis


_NO_ARTICLE = Article(name="", text="")


def _key(rules: Rules, content: Article | Sequence[str]) -> str:
    """A digest of the program, the rules and the content; where an article stands is no part of what it says."""
    if isinstance(content, Article):
        content = msgspec.structs.replace(content, path="")
    parts = (_program(), rules.digest.encode(), msgspec.msgpack.encode(content))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """A digest of claimcheck's own code and of what scores likeness for it: other code, other results."""
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256(f"{sys.version} {metadata.version('rapidfuzz')}".encode())
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
