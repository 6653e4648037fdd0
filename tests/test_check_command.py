"""`check`, `review` and `diff` as people and jobs run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from claimcheck.cli import main

POLICE = "Police said 14 people were killed in the flood in Strelsau on 3 May 2031.\n"
MAYOR = "The flood in Strelsau on 3 May 2031 killed 19 people, the mayor said.\n"
MAYOR_LATER = MAYOR.replace("19", "23")
QUAKE = (
    "The earthquake in Zenda on 9 June 2031 injured 1,213 people, police said.\n\n"
    "The mayor said 1,377 people were injured in the earthquake in Zenda on 9 June 2031.\n"
)


class Done(NamedTuple):
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str, stdin: str = "", **env: str) -> Done:
    """claimcheck in a folder, with a cache of its own and nothing of this user's git."""
    world = {"XDG_CACHE_HOME": str(folder / ".cache"), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = CliRunner().invoke(main, arguments, input=stdin, env={**world, **env})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one dispute in its articles; it is the current one."""
    monkeypatch.chdir(tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(POLICE)
    (news / "b.txt").write_text(MAYOR)
    return tmp_path


def test_the_life_of_a_dispute(desk: Path) -> None:
    check = ("check", "news", "--baseline", "reports/baseline.json")

    missing = run(desk, *check)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "--update-baseline" in missing.stderr

    assert run(desk, *check, "--update-baseline").returncode == 0
    silent = run(desk, *check)
    assert (silent.returncode, silent.stdout, silent.stderr) == (0, "0 new, 1 known; 2 articles, 2 claims\n", "")

    (desk / "news" / "b.txt").write_text(MAYOR_LATER)
    updated = run(desk, *check)
    assert updated.returncode == 1
    assert updated.stdout.startswith("news/b.txt:1:44: UPDATED ")
    assert "[was 19 against 14 (" in updated.stdout

    (desk / "news" / "c.txt").write_text(QUAKE)
    new = run(desk, *check)
    assert new.returncode == 1
    assert new.stdout.splitlines()[-1] == "1 new, 1 updated; 3 articles, 4 claims"
    assert run(desk, *check, "--max-new", "2").returncode == 0
    assert run(desk, *check, "--exit-zero").returncode == 0
    assert run(desk, *check, "--fail-on", "sum").returncode == 0

    (desk / "news" / "b.txt").unlink()
    assert run(desk, *check, "--update-baseline", "--no-prune").returncode == 0
    assert run(desk, *check).stdout.splitlines()[-1] == "0 new, 1 known, 1 stale; 2 articles, 3 claims"
    assert run(desk, *check, "--update-baseline").returncode == 0
    assert run(desk, *check).stdout == "0 new, 1 known; 2 articles, 3 claims\n"


def test_nothing_to_compare_is_3_and_what_cannot_be_read_is_2(desk: Path) -> None:
    (desk / "empty").mkdir()
    (desk / "quiet.txt").write_text("Nobody counts anything here.\n")

    codes = [run(desk, "check", *paths).returncode for paths in (["empty"], ["quiet.txt"], ["none.txt"], [])]
    some = run(desk, "check", "news/a.txt", "none.txt")

    assert codes == [3, 3, 2, 2]
    assert (some.returncode, some.stdout) == (2, "0 new; 1 article, 1 claim\n")
    assert "none.txt" in some.stderr


def test_nothing_to_compare_writes_no_baseline(desk: Path) -> None:
    (desk / "empty").mkdir()

    done = run(desk, "check", "empty", "--baseline", "baseline.json", "--update-baseline")

    assert done.returncode == 3
    assert not (desk / "baseline.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--update-baseline"],
        ["--baseline", "b.json", "--update-baseline", "--since", "HEAD"],
        ["--since", "HEAD"],
        ["--format", "morse"],
        ["--fail-on", "never"],
        ["--today", "tomorrow"],
        ["--decisions", "none.toml"],
        ["--rules", "none"],
        ["--config", "none.toml"],
        ["--baseline", "deep.json"],
        ["--decisions", "deep.toml"],
        ["--config", "deep.toml"],
    ],
)
def test_bad_usage_is_2(desk: Path, arguments: list[str]) -> None:
    (desk / "deep.json").write_text("[{" + '"a":[' * 100_000)
    (desk / "deep.toml").write_text("a = " + "[" * 100_000)

    done = run(desk, "check", "news", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_written_is_told_in_a_line(desk: Path) -> None:
    (desk / "file").write_text("")
    updated = run(desk, "check", "news", "--baseline", "file/b.json", "--update-baseline")
    decided = run(desk, "review", "news", "--author", "R. Eader", "--decisions", "file/d.toml", stdin="a")
    annotated = run(desk, "check", "news", "--format", "github", GITHUB_STEP_SUMMARY="file/summary.md")

    assert (updated.returncode, decided.returncode, annotated.returncode) == (2, 2, 1)
    assert updated.stderr == "file/b.json: cannot be written (File exists)\n"
    assert decided.stderr.startswith("file/d.toml: ")
    assert annotated.stderr == "file/summary.md: the summary of the step cannot be written (Not a directory)\n"


def test_reviewed_disputes_are_silent_until_the_numbers_change(desk: Path) -> None:
    walked = run(desk, "review", "news", "--author", "R. Eader", "--today", "2031-06-01", stdin="a")
    assert walked.stdout.endswith("1 decided, 0 left open\n")
    assert (desk / "news" / "claimcheck-decisions.toml").read_text().count("[[decision]]") == 1

    decided = run(desk, "check", "news")
    assert (decided.returncode, decided.stdout) == (0, "0 new, 1 decided; 2 articles, 2 claims\n")

    (desk / "news" / "b.txt").write_text(MAYOR_LATER)
    reopened = run(desk, "check", "news")
    assert reopened.returncode == 1
    assert "REOPENED" in reopened.stdout
    assert "decided 19 against 14 (accept); now 23 against 14" in reopened.stdout

    (desk / "news" / "b.txt").unlink()
    unmatched = run(desk, "check", "news")
    assert unmatched.returncode == 0
    assert "claimcheck-decisions.toml:4: matches nothing: " in unmatched.stdout


@pytest.mark.parametrize(("key", "disputes"), [("a", 1), ("n", 0), ("u", 0), ("e", 0), ("s", 0)])
def test_a_decision_changes_the_report_and_is_shown_in_it(desk: Path, key: str, disputes: int) -> None:
    run(desk, "review", "news", "--author", "R. Eader", "--today", "2031-06-01", stdin=f"rThey differ.\n{key}")

    shown = run(desk, "report", "news").stdout
    written = json.loads(run(desk, "report", "news", "--format", "json").stdout)

    assert "They differ. (R. Eader, 2031-06-01)" in " ".join(shown.split())
    assert [one["note"].partition(":")[2] for one in written["decided"]] == [" They differ. (R. Eader, 2031-06-01)"]
    assert len([one for one in written["relations"] if one["relation"] in ("contradict", "diverge")]) == disputes


def test_a_review_takes_a_reason_and_a_last_day_and_holds_it(desk: Path) -> None:
    keys = "rThe mayor counts the missing.\nt2031-12-31\na"
    run(desk, "review", "news", "--author", "R. Eader", "--today", "2031-06-01", stdin=keys)

    unsaid, before, after = (
        run(desk, "check", "news", *day) for day in ([], ["--today", "2031-12-31"], ["--today", "2032-01-01"])
    )

    assert (unsaid.returncode, before.returncode, after.returncode) == (2, 0, 1)
    assert "--today" in unsaid.stderr
    assert "until 2031-12-31, which has passed" in after.stdout


def test_a_review_begins_a_file_of_decisions_wherever_it_is_to_be(desk: Path) -> None:
    given = ("--decisions", "ours.toml")
    before = run(desk, "check", "news", *given)
    assert (before.returncode, before.stderr) == (
        2,
        "ours.toml: there is no such file of decisions; `claimcheck review` writes one\n",
    )

    run(desk, "review", "news", *given, "--author", "R. Eader", stdin="a")

    assert run(desk, "check", "news", *given).returncode == 0


def test_a_review_in_a_terminal_takes_single_keys(desk: Path) -> None:
    termios = pytest.importorskip("termios")
    (desk / "news" / "c.txt").write_text(QUAKE)
    ours, theirs = os.openpty()
    command = [
        sys.executable,
        "-c",
        "from claimcheck.cli import main; main()",
        "review",
        "news",
        "--author",
        "R. Eader",
    ]
    world = {**os.environ, "XDG_CACHE_HOME": str(desk / ".cache")}
    with subprocess.Popen(command, cwd=desk, stdin=theirs, stdout=subprocess.PIPE, env=world, text=True) as walk:
        asked = iter(lambda: walk.stdout and walk.stdout.read(1), "")
        for keys in ("a", "z", "r", "Both were asked.\n", "u", "n", "z", "q"):
            end = "reason: " if keys.endswith("\n") else "help] "
            prompt = ""
            while not prompt.endswith(end):
                prompt += next(asked) or ""
            # A key is only for the program once it has taken the terminal out of its line mode.
            while end == "help] " and termios.tcgetattr(theirs)[3] & termios.ICANON:
                time.sleep(0.01)
            os.write(ours, keys.encode())
    os.close(ours)
    os.close(theirs)

    decided = (desk / "news" / "claimcheck-decisions.toml").read_text()
    assert decided.count("[[decision]]") == 1
    assert 'verdict = "update"\nreason = "Both were asked."' in decided


def test_review_never_touches_an_article_and_needs_an_author(desk: Path) -> None:
    before = {path: path.read_bytes() for path in (desk / "news").iterdir()}

    nobody = run(desk, "review", "news", stdin="a", HOME=str(desk))
    run(desk, "review", "news", "--author", "R. Eader", stdin="?x zq")

    assert nobody.returncode == 2
    assert "--author" in nobody.stderr
    assert {path: path.read_bytes() for path in (desk / "news").iterdir()} == before


def test_settings_stand_in_for_options(desk: Path) -> None:
    (desk / "setup.cfg").write_text("[claimcheck]\npaths =\n    news\nfail_on = sum\nmax-new = 3\n")

    assert run(desk, "check").returncode == 0
    assert run(desk, "check", "--fail-on", "any", "--max-new", "0").returncode == 1
    printed = run(desk, "check", "--print-config", "--format", "json").stdout
    (desk / "setup.cfg").unlink()
    (desk / "claimcheck.toml").write_text(printed)
    assert 'paths = ["news"]' in printed
    assert run(desk, "check", "--print-config").stdout == printed
    assert json.loads(run(desk, "check").stdout)["summary"]["new"] == 1


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("claimcheck.toml", 'paths = "news"', "claimcheck.toml: "),
        ("claimcheck.toml", "fail-on = ['never']", "claimcheck.toml: "),
        ("claimcheck.toml", "color = true", "known settings: paths, rules, "),
        ("claimcheck.toml", "=", "cannot be read as TOML"),
        ("setup.cfg", "[claimcheck]\nmax-new = many\n", "setup.cfg: "),
        ("setup.cfg", "[claimcheck\n", "setup.cfg: "),
    ],
)
def test_wrong_settings_are_told(desk: Path, name: str, text: str, expected: str) -> None:
    (desk / name).write_text(text)

    done = run(desk, "check", "news")

    assert done.returncode == 2
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_two_files_of_settings_are_one_too_many(desk: Path) -> None:
    (desk / "setup.cfg").write_text("[claimcheck]\nmax-new = 1\n")
    (desk / "claimcheck.toml").write_text("max-new = 1\n")

    assert "keep one of them" in run(desk, "check", "news").stderr


def test_github_gets_its_step_summary(desk: Path) -> None:
    done = run(desk, "check", "news", "--format", "github", GITHUB_STEP_SUMMARY=str(desk / "summary.md"))

    assert done.stdout.startswith("::")
    assert (desk / "summary.md").read_text().startswith("## claimcheck\n\n1 new")


@pytest.mark.parametrize("command", ["check", "report"])
def test_diff_tells_what_came_and_went_by_meaning(desk: Path, command: str) -> None:
    def save(name: str) -> None:
        (desk / name).write_text(run(desk, command, "news", "--format", "json").stdout)

    save("old.json")
    (desk / "news" / "a.txt").rename(desk / "news" / "z.txt")
    save("moved.json")
    (desk / "news" / "b.txt").write_text("\n\n" + MAYOR_LATER)
    (desk / "news" / "c.txt").write_text(QUAKE)
    save("new.json")

    assert run(desk, "diff", "old.json", "moved.json").stdout == "0 new, 0 updated, 0 resolved; 1 finding\n"
    told = run(desk, "diff", "old.json", "new.json").stdout.splitlines()
    assert [line.split()[0] for line in told] == ["NEW", "UPDATED", "1"]
    back = run(desk, "diff", "new.json", "old.json").stdout.splitlines()
    assert [line.split()[0] for line in back] == ["UPDATED", "RESOLVED", "0"]
    assert run(desk, "diff", "old.json", "none.json").returncode == 2
    assert run(desk, "diff", "old.json", "news/z.txt").returncode == 2


_FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")
_SCRIPT = r"""
import contextlib, sys
from claimcheck.cli import main
for format in sys.argv[1].split():
    with contextlib.suppress(SystemExit):
        main(["check", *sys.argv[2:], "--format", format])
    print("\f", flush=True)
"""


def in_every_format(folder: Path, *arguments: str, **env: str) -> tuple[str, ...]:
    """What a check prints in a process of its own, in another world."""
    command = [sys.executable, "-c", _SCRIPT, " ".join(_FORMATS), *arguments]
    world = {**os.environ, "XDG_CACHE_HOME": str(folder / ".cache"), **env}
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env=world, check=False)
    return tuple(done.stdout.split("\f\n"))


def test_the_same_bytes_on_any_day_in_any_place(desk: Path) -> None:
    (desk / "news" / "c.txt").write_text(QUAKE)
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    ]
    orders = [["news"], ["news/c.txt", "news/a.txt", "news/b.txt"]]

    told = {
        in_every_format(desk, *paths, *cached, **world)
        for world in worlds
        for paths, cached in zip(orders, ([], ["--no-cache"]), strict=True)
    }

    (every,) = told
    assert ["Zenda" in one for one in every] == [True] * len(_FORMATS) + [False]
