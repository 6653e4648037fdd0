"""The cache: the same result, sooner, whatever happens to its files."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck import Analysis, Article, analyse, load_rules, pipeline
from claimcheck.check import cache
from claimcheck.check.cache import Cache
from claimcheck.rules import load

ARTICLES = (
    Article.from_text("Police said 14 people were killed in the flood in Strelsau on 3 May 2031.", name="a"),
    Article.from_text("The flood in Strelsau on 3 May 2031 killed 19 people, the mayor said.", name="b"),
)


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are read anew, and "all" when they are related anew."""
    calls: list[str] = []
    read_one, relate = pipeline.read_one, pipeline.relate
    monkeypatch.setattr(pipeline, "read_one", lambda a, rules: (calls.append(a.name), read_one(a, rules))[1])
    monkeypatch.setattr(pipeline, "relate", lambda rs, rules: (calls.append("all"), relate(rs, rules))[1])
    return calls


def run(folder: Path, *articles: Article, rules: Path | None = None) -> Analysis:
    return cache.analyse(articles or ARTICLES, load(rules) if rules else load_rules(), Cache(folder))


def test_a_second_run_works_out_nothing_and_finds_the_same(tmp_path: Path, worked: list[str]) -> None:
    first, second = run(tmp_path), run(tmp_path)

    assert worked == ["a", "b", "all"]
    assert first == second == analyse(ARTICLES)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (Article.from_text(ARTICLES[0].text + " ", name="a"), ["a", "all"]),
        (Article.from_text(ARTICLES[0].text, name="c"), ["c", "all"]),
        (Article.from_text(ARTICLES[0].text, name="a", outlet="The Paper"), ["a", "all"]),
        (Article(name="a", text=ARTICLES[0].text, path="moved/a"), []),
    ],
)
def test_only_what_changed_is_read_anew(
    tmp_path: Path, worked: list[str], changed: Article, expected: list[str]
) -> None:
    run(tmp_path)
    worked.clear()

    found = run(tmp_path, changed, ARTICLES[1])

    assert worked == expected
    assert found == analyse((changed, ARTICLES[1]))


def test_other_rules_and_another_program_are_other_results(
    tmp_path: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "junk.toml").write_text("# nothing yet\n")
    run(tmp_path / "cache")
    worked.clear()

    run(tmp_path / "cache", rules=rules)
    monkeypatch.setattr(cache, "_program", lambda: b"another")
    run(tmp_path / "cache")

    assert worked == ["a", "b", "all"] * 2


@pytest.mark.parametrize("harm", ["cut short", "emptied", "one bit", "another shape", "a folder"])
def test_a_broken_cache_is_rebuilt(tmp_path: Path, worked: list[str], harm: str) -> None:
    first = run(tmp_path)
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        data = bytearray(path.read_bytes())
        data[-3] ^= 4
        path.unlink()
        if harm == "a folder":
            path.mkdir()
        elif harm == "another shape":
            Cache(tmp_path).put(path.parent.name + path.name, ["what?"])
        else:
            path.write_bytes({"cut short": data[:-9], "emptied": b"", "one bit": data}[harm])
    worked.clear()

    assert run(tmp_path) == first
    assert worked == ["a", "b", "all"]
    assert run(tmp_path) == first
    assert worked[3:] == (["a", "b", "all"] if harm == "a folder" else [])


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert run(tmp_path / "file") == analyse(ARTICLES)


def test_what_was_long_unused_is_cleared_out(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    for key in ("aa1", "aa2", "bb1"):
        kept.put(key, key)
    for path in tmp_path.glob("*/*"):
        os.utime(path, (time.time() - 90 * 86400,) * 2)

    assert kept.get("aa1", str) == "aa1"
    kept.put("aa3", "aa3")

    assert [kept.get(key, str) for key in ("aa1", "aa2", "aa3", "bb1")] == ["aa1", None, "aa3", "bb1"]


_SCRIPT = """
import sys
from pathlib import Path
from claimcheck import Article, load_rules
from claimcheck.check import cache
texts = [Article.from_text(f"Police said {n} people were killed in Strelsau.", name=str(n)) for n in range(40)]
found = cache.analyse(texts, load_rules(), cache.Cache(Path(sys.argv[1])))
print([(claim.id, claim.quantity.value) for claim in found.claims])
"""


def test_two_processes_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", _SCRIPT, str(tmp_path)], stdout=subprocess.PIPE) for _ in range(3)
    ]
    told = {process.communicate()[0] for process in running}

    assert len(told) == 1
    assert b"39.0" in told.pop()
    assert not list(tmp_path.rglob(".*"))
