"""The jobs that docs/ci.md offers, run as scripts; what it shows of files is read by the program."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import analyse, read
from claimcheck.check import baseline, check, config, decisions

pytestmark = pytest.mark.once
ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
DISPUTE = (
    "The earthquake in Zenda on 9 June 2031 injured 1,213 people, police said.\n\n"
    "The mayor said 1,377 people were injured in the earthquake in Zenda on 9 June 2031.\n"
)


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def scripts(title: str, begin: str) -> list[str]:
    """The commands of a job, but for the one that installs."""
    lines = re.findall(rf"(?m)^ +- {begin}(\S+ .+)$", section(title))
    return [line for line in lines if not line.startswith("pip install")]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository of articles as a job finds it, with `claimcheck` on the path."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "claimcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from claimcheck.cli import main; main()" "$@"\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(DISPUTE.splitlines(keepends=True)[0])
    bash(tmp_path, "claimcheck check news --baseline reports/baseline.json --update-baseline")
    return tmp_path


def bash(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    world = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.run(["bash", "-ec", script], cwd=folder, env=world, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("title", "begin", "files"),
    [
        ("GitHub Actions", "run: ", ["claimcheck.sarif", "summary.md"]),
        ("GitLab", "", ["gl-code-quality-report.json", "junit.xml"]),
    ],
)
def test_a_job_is_silent_until_a_change_brings_a_dispute(desk: Path, title: str, begin: str, files: list[str]) -> None:
    job = "\n".join(scripts(title, begin))
    assert job.count("claimcheck check") >= 2

    silent = bash(desk, job)
    (desk / "news" / "b.txt").write_text(DISPUTE)
    loud = bash(desk, job)

    assert (silent.returncode, loud.returncode) == (0, 1), silent.stderr + loud.stderr
    assert "1 new" in loud.stdout
    assert all((desk / file).stat().st_size for file in files)


def test_the_artifacts_that_the_jobs_hand_on_are_those_that_they_write() -> None:
    for title in ("GitHub Actions", "GitLab"):
        written = set(re.findall(r" -o (\S+)", section(title)))

        assert written
        assert all(section(title).count(name) > 1 for name in written)


def test_the_settings_and_the_decision_that_are_shown_are_valid(tmp_path: Path) -> None:
    (settings,) = re.findall(r"(?s)```toml\n(.*?)```", section("Settings"))
    (decided,) = re.findall(r"(?s)```toml\n(.*?)```", section("Decisions"))
    (tmp_path / "claimcheck.toml").write_text(settings)
    (tmp_path / decisions.NAME).write_text(decided)

    assert config.load(tmp_path / "claimcheck.toml").paths == ("news",)
    assert [one.verdict for one in decisions.load([tmp_path / decisions.NAME])] == ["not the same figure"]


def test_the_lines_of_python_that_are_shown_run(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (lines,) = re.findall(r"(?s)```python\n(.*?)```", section("In Python"))
    monkeypatch.chdir(desk)
    (desk / "news" / "b.txt").write_text(DISPUTE)

    exec(lines, {})

    assert re.fullmatch(r"new 1-\w{12}-\w{8} people injured, Zenda earthquake: .+\n", capsys.readouterr().out)


def test_the_pre_commit_hook_runs_with_the_settings_of_a_repository(desk: Path) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text()
    (entry,) = re.findall(r"(?m)^  entry: (.+)$", hook)
    (desk / "claimcheck.toml").write_text('paths = ["news"]\nbaseline = "reports/baseline.json"\nformat = "json"\n')

    silent = bash(desk, entry)
    (desk / "news" / "b.txt").write_text(DISPUTE)
    loud = bash(desk, entry)

    assert (silent.returncode, loud.returncode) == (0, 1)
    assert json.loads(loud.stdout)["summary"]["new"] == 1


def test_the_baseline_of_the_sample_articles_holds_their_disputes_and_nothing_else() -> None:
    known = baseline.load(ROOT / "reports" / "baseline.json")

    outcome = check(analyse(read(ROOT / "seeds")), known)

    # A change that is right: claimcheck check seeds --baseline reports/baseline.json --update-baseline
    assert (outcome.open, outcome.gone) == ((), ())
    assert outcome.counts["known"] == len(known) > 0
