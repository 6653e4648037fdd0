"""Articles in, the same with names that tell them apart out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from claimcheck.records import Article


def named(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles sorted by name; where names meet, each gets the shortest end of its path that tells it apart."""
    names = [article.name for article in articles]
    for length in range(2, 2 + max((len(PurePath(a.path).parts) for a in articles), default=0)):
        taken = Counter(names)
        if max(taken.values(), default=1) == 1:
            break
        names = [
            _longer(article, length) if taken[name] > 1 else name for article, name in zip(articles, names, strict=True)
        ]
    renamed = (_renamed(article, name) for article, name in zip(articles, _numbered(names), strict=True))
    return tuple(sorted(renamed, key=lambda article: article.name))


def _longer(article: Article, length: int) -> str:
    """The last parts of the path: "monday/report.txt"; what a file of many articles calls them stays behind it."""
    path = PurePath(article.path)
    inner = article.name.rpartition("#")[2] if article.name.startswith(f"{path.name}#") else None
    tail = "/".join(path.parts[-length:]).removeprefix("//")
    return tail if inner is None else f"{tail}#{inner}"


def _numbered(names: Sequence[str]) -> list[str]:
    """Names that no path tells apart (two rows of a file with one name) are counted."""
    taken, seen = Counter(names), Counter[str]()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(f"{name} ({seen[name]})" if taken[name] > 1 else name)
    return numbered


def _renamed(article: Article, name: str) -> Article:
    import msgspec

    return article if name == article.name else msgspec.structs.replace(article, name=name)
