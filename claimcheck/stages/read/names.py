"""Articles in, the same with names that tell them apart out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from claimcheck.records import Article


def named(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles sorted by name; where names meet, each gets the shortest end of its path that tells it apart."""
    names = [article.name for article in articles]
    for length in range(2, 2 + max((len(PurePath(a.path).parts) for a in articles), default=0)):
        meeting = _meeting(articles, names)
        if not meeting:
            break
        names = [_longer(a, length) if name in meeting else name for a, name in zip(articles, names, strict=True)]
    renamed = (_renamed(article, name) for article, name in zip(articles, _numbered(names), strict=True))
    return tuple(sorted(renamed, key=lambda article: article.name))


def _meeting(articles: Sequence[Article], names: Sequence[str]) -> set[str]:
    """The names that files with different paths share."""
    paths: dict[str, set[str]] = {}
    for article, name in zip(articles, names, strict=True):
        paths.setdefault(name, set()).add(article.path)
    return {name for name, found in paths.items() if len(found) > 1}


def _longer(article: Article, length: int) -> str:
    """The last parts of the path: "monday/report.txt", "monday/all.jsonl#3"."""
    path = PurePath(article.path)
    return "/".join(path.parts[-length:]).removeprefix("//") + article.name.removeprefix(path.name)


def _numbered(names: Sequence[str]) -> list[str]:
    """Names that no path tells apart (two rows of a file with one name) are counted."""
    taken, seen = Counter(names), Counter[str]()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(f"{name} ({seen[name]})" if taken[name] > 1 else name)
    return numbered


def _renamed(article: Article, name: str) -> Article:
    return article if name == article.name else msgspec.structs.replace(article, name=name)
