"""Paths in, articles out. Knows file formats and headers; leaves the text as it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimcheck.errors import ArticleError, NoArticles
from claimcheck.records import Article
from claimcheck.stages.read.about import About, no_day
from claimcheck.stages.read.beside import Known
from claimcheck.stages.read.formats import FORMATS, Draft
from claimcheck.stages.read.names import named

_SIDE_FILE = "articles.toml"
_TOLD = 5  # mistakes of one file that are told one by one: a file of other things than articles has one on every line


def read(
    paths: str | Path | Iterable[str | Path], *, failed: Callable[[ArticleError], None] | None = None
) -> tuple[Article, ...]:
    """The articles of files and folders, sorted by name; the same files give the same articles in any order.

    A folder is searched with its subfolders, without what is hidden or of another kind. Without `failed` the first
    article that cannot be read raises ArticleError (NoArticles for a folder that holds none); with it each such
    error is handed over (of one file the first few, and how many more), and the other articles are read.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    reader = _Reader(failed)
    for path in map(Path, given):
        reader.take(path)
    return named(reader.found)


class _Reader:
    """Collects articles; each file once, however often it was given."""

    def __init__(self, failed: Callable[[ArticleError], None] | None) -> None:
        self.found: list[Article] = []
        self._failed = failed
        self._seen: set[str] = set()
        self._known = Known()

    def take(self, path: Path) -> None:
        """Reads a file, or every file below a folder."""
        if not path.is_dir():
            self._file(path)
            return
        files = list(_files(path))
        if not files:
            expected = ", ".join(sorted(FORMATS))
            self._fail(NoArticles(f"{path}: no articles in this folder; expected files that end in {expected}"))
        for file in files:
            self._file(file)

    def _file(self, path: Path) -> None:
        real = os.path.realpath(path)
        if real in self._seen:
            return
        self._seen.add(real)
        wrong = 0
        for draft in _drafts(path):
            if not isinstance(draft, ArticleError):
                self.found.append(_article(path, draft, self._known))
            elif (wrong := wrong + 1) <= _TOLD:
                self._fail(draft)
        if (more := wrong - _TOLD) > 0:
            self._fail(ArticleError(f"{path}: {more} more {'line' if more == 1 else 'lines'} of it cannot be read"))
        for mistake in self._known.mistakes():
            self._fail(ArticleError(mistake))

    def _fail(self, error: ArticleError) -> None:
        if self._failed is None:
            raise error
        self._failed(error)


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in FORMATS:
                yield Path(where, name)


def _drafts(path: Path) -> Iterator[Draft | ArticleError]:
    """The articles of one file; what cannot be read comes as the error that says so."""
    form = FORMATS.get(path.suffix.lower())
    if form is None or not path.is_file():
        yield ArticleError(f"{path}: {_wrong(path, known=form is not None)}")
        return
    empty = True
    try:
        for draft in form(path):
            empty = False
            yield draft
    except ArticleError as error:
        yield error
        return
    if empty:
        yield ArticleError(f"{path}: the file is empty")


def _wrong(path: Path, *, known: bool) -> str:
    """Why there is nothing to read here; a pipe or a device is never opened, since it might not end."""
    if not path.exists():
        address = path.parts[:1] in (("http:",), ("https:",))
        return "nothing is fetched; save the page and name its file" if address else "no such file or folder"
    return "no regular file" if known else f"of no known format; expected one of {', '.join(sorted(FORMATS))}"


def _article(path: Path, draft: Draft, known: Known) -> Article:
    """What the text says of itself comes first, then the table beside it."""
    beside = known.of(path.parent / _SIDE_FILE, path.name)
    return Article(
        name=_as_text(draft.name or path.name),
        text=draft.text,
        path=_as_text(str(path)),
        outlet=draft.about.outlet or beside.outlet,
        date=draft.about.date or beside.date,
        url=draft.about.url or beside.url,
        title=draft.about.title or beside.title,
        body=draft.body,
        warnings=(*draft.warnings, *_no_date(draft.about)),
        drawn=draft.drawn,
    )


def _no_date(about: About) -> Iterator[str]:
    if about.no_date is not None:
        yield no_day(about.no_date)


def _as_text(name: str) -> str:
    """A file's name as text that every encoding has a form for: names on disk are bytes, and need not be UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
