"""The findings of the five articles keep their fingerprints through all that changes no meaning, end to end."""

from __future__ import annotations

import itertools
import re
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck import analyse, load_rules, read
from claimcheck.findings import findings
from claimcheck.rules import load, shipped

pytestmark = pytest.mark.once
SEEDS = Path(__file__).parent.parent / "seeds"


def ids(folder: Path, rules: Path | None = None) -> set[str]:
    return {finding.id for finding in findings(analyse(read(folder), load(rules) if rules else load_rules()))}


@pytest.fixture(scope="module")
def expected() -> set[str]:
    """What is found in the articles as they are."""
    found = ids(SEEDS)
    assert found
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "news"))


def articles(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.txt"))


def reversed_names(folder: Path) -> None:
    for number, path in enumerate(reversed(articles(folder))):
        path.rename(folder / f"report {number}.txt")


def into_folders(folder: Path) -> None:
    for number, path in enumerate(articles(folder)):
        (folder / f"{number % 2}" / "deep").mkdir(parents=True, exist_ok=True)
        path.rename(folder / f"{number % 2}" / "deep" / path.name)


def rewritten(change: Callable[[str], str]) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        for path in articles(folder):
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    return do


def wrapped(width: int) -> Callable[[str], str]:
    return lambda text: "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def other_quotes(marks: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        sides = itertools.cycle(marks)
        return re.sub(
            '[“”"]', lambda found: marks[0] if found[0] == "“" else marks[-1] if found[0] == "”" else next(sides), text
        )

    return change


def another_article(folder: Path) -> None:
    (folder / "another.txt").write_text(
        "The earthquake in Zenda on 9 June 2031 injured 1,213 people, police said.\n\n"
        "The mayor said 1,377 people were injured in the earthquake in Zenda on 9 June 2031.\n"
    )


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(reversed_names, id="renamed, in another order"),
        pytest.param(into_folders, id="moved"),
        pytest.param(rewritten(wrapped(72)), id="wrapped at 72"),
        pytest.param(rewritten(wrapped(100)), id="wrapped at 100"),
        pytest.param(rewritten(lambda text: "A quiet line here.\n" * 100 + "\n" + text), id="a hundred lines before"),
        pytest.param(rewritten(lambda text: "\n" * 100 + text), id="a hundred empty lines before"),
        pytest.param(rewritten(lambda text: text.replace("\n", "\r\n")), id="other line ends"),
        pytest.param(rewritten(other_quotes('""')), id="straight quotation marks"),
        pytest.param(rewritten(other_quotes("«»")), id="French quotation marks"),
        pytest.param(rewritten(lambda text: text.replace("’", "'")), id="straight apostrophes"),
        pytest.param(lambda folder: (folder / "articles.toml").unlink(), id="without the table of outlets"),
        pytest.param(
            lambda folder: [shutil.copy(p, p.with_stem(f"copy of {p.stem}")) for p in articles(folder)], id="copied"
        ),
    ],
)
def test_what_changes_no_meaning_changes_no_fingerprint(
    desk: Path, expected: set[str], change: Callable[[Path], object]
) -> None:
    change(desk)

    assert ids(desk) == expected


def test_another_article_adds_its_own_findings_and_no_others(desk: Path, expected: set[str]) -> None:
    another_article(desk)

    assert len(ids(desk) - expected) == 1
    assert ids(desk) >= expected


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        pytest.param(r'(?m)^doc = "', 'doc = "In other words: ', id="reworded rules"),
        pytest.param(r'(?m)^aliases = "(?=[^"])', 'aliases = "Alias {}; ', id="an alias added to every source"),
    ],
)
def test_other_words_in_the_rules_change_no_fingerprint(
    tmp_path: Path, expected: set[str], pattern: str, replacement: str
) -> None:
    numbers = itertools.count()
    for path in sorted(shipped().glob("*.toml")):
        changed = re.sub(pattern, lambda _: replacement.format(f"Nr{next(numbers)}"), path.read_text(encoding="utf-8"))
        (tmp_path / path.name).write_text(changed, encoding="utf-8")

    assert ids(SEEDS, tmp_path) == expected
    assert load(tmp_path).digest != load_rules().digest
