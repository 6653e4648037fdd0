"""A git revision in, the articles changed since it out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.records import Article

_TABLE = "articles.toml"  # outlet and date of the articles beside it: whoever changes it touches them all


def touched(articles: Iterable[Article], revision: str) -> frozenset[str]:
    """The paths, as the articles have them, of those added or edited since a revision; a mere rename is no edit.

    What is not committed yet counts too. Raises UsageError without a git repository or such a revision.
    """
    by_folder: dict[Path, list[Article]] = {}
    for article in articles:
        by_folder.setdefault(Path(article.path).resolve().parent, []).append(article)
    changed: set[Path] = set()
    for top in sorted({_top(folder) for folder in by_folder}):
        changed.update(_changed(top, revision))
    return frozenset(
        article.path
        for folder, beside in by_folder.items()
        for article in beside
        if Path(article.path).resolve() in changed or folder / _TABLE in changed
    )


def _top(folder: Path) -> Path:
    return Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))


def _changed(top: Path, revision: str) -> Iterator[Path]:
    """Files that differ from where this branch left the revision, and files that git does not know yet."""
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    fields = iter(_git(top, "diff", "--name-status", "-z", "-M", "--merge-base", commit, "--").split("\0"))
    for status in fields:
        if status[:1] in ("R", "C"):
            next(fields)  # the old name
        name = next(fields, "")
        if name and status != "R100":
            yield top / name
    for name in _git(top, "ls-files", "-z", "--others", "--exclude-standard").split("\0"):
        if name:
            yield top / name


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"--since needs git, which cannot be run: {error}") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip() or "no such revision"
        raise UsageError(f"--since: git {arguments[0]} in {folder}: {told} (a shallow clone may lack it)")
    return done.stdout.decode("utf-8", "surrogateescape")
