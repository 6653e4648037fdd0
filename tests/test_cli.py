"""The commands: exit codes, streams, terminals and pipes. What the reports hold is tested elsewhere."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from claimcheck import report
from claimcheck.check import formats
from claimcheck.cli import COMMANDS, main
from claimcheck.report import claimlist

ROOT = Path(__file__).parent.parent
FIRE = "Police said 12 people were killed in the fire in Harbourtown on Monday.\n"
LATER = "Police said on Tuesday that 19 people were killed in the fire in Harbourtown.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(FIRE)
    (tmp_path / "b.txt").write_text(LATER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def process(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *args],
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")


def test_the_lines_of_help_are_those_of_the_commands() -> None:
    with click.Context(main) as ctx:
        for name, (_, line) in COMMANDS.items():
            command = main.get_command(ctx, name)
            assert command is not None
            assert (command.help or "").splitlines()[0].startswith(line.rstrip("."))


@pytest.mark.parametrize(
    "args", [["report"], ["extract"], ["report", "--format", "csv"], ["extract", "--format", "json"]]
)
def test_results_on_stdout(desk: Path, args: list[str]) -> None:
    result = run(args[0], str(desk), *args[1:])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "12" in result.stdout
    assert "19" in result.stdout


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(desk: Path) -> None:
    (desk / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (desk / "empty.txt").write_bytes(b"")
    result = run("report", str(desk), str(desk / "missing.txt"))
    assert result.exit_code == 0
    assert result.stdout.startswith("2 articles")
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert all(str(desk) in line for line in lines)


@pytest.mark.parametrize(
    ("command", "written"),
    [("report", report.FORMATS), ("extract", claimlist.FORMATS), ("check", tuple(formats.FORMATS))],
)
def test_the_formats_that_the_help_lists_are_those_that_are_written(command: str, written: tuple[str, ...]) -> None:
    assert f"--format [{'|'.join(written)}]" in run(command, "--help").stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["report", "missing.txt"], "missing.txt: "),
        (["report", "empty"], "empty: "),
        (["report", "https://daily.example/flood.html"], "nothing is fetched; save the page"),
        (["repotr", "a.txt"], "No such command 'repotr'. Did you mean 'report'?"),
        (["extract", "missing.txt"], "missing.txt: "),
        (["graph", "a.txt", "-o", "graph.png"], "graph.png: a graph is written as .graphml, .dot, .json"),
        (["graph", "a.txt", "-o", "no/such/folder/g.dot"], "cannot be written"),
        (["report", "a.txt", "--rules", "nowhere"], "nowhere: no such folder of rules"),
        (["report", "a.txt", "--source", "Nobody"], "no claim has the source 'Nobody'; there are: "),
        (["explain", "a.txt:99"], "no such line"),
        (["explain", "missing.txt:1"], "missing.txt: no such file"),
        (["explain", "nosuchid", "--in", "a.txt"], "nosuchid: no such claim in these articles"),
        (["explain", "a", "b", "c", "--in", "a.txt"], "explain what?"),
        (["rules", "show", "XX99"], "no rule 'XX99'"),
        (["rules", "list", "nowhere"], "no pack 'nowhere'"),
    ],
)
def test_bad_use_is_one_clear_line(desk: Path, args: list[str], told: str) -> None:
    (desk / "empty").mkdir()
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_explain_reads_the_files_beside_one_but_no_archive(desk: Path) -> None:
    (desk / "below").mkdir()
    (desk / "below" / "c.txt").write_text(FIRE)
    beside = run("explain", "a.txt:1")
    assert beside.exit_code == 0
    assert "b.txt" in beside.stdout
    assert "c.txt" not in beside.stdout
    for number in range(200):
        (desk / f"d{number}.txt").write_text(FIRE)
    alone = run("explain", "a.txt:1")
    assert alone.exit_code == 0
    assert "b.txt" not in alone.stdout
    assert "202 files, too many to compare with unasked; name some with --in" in alone.stderr


@pytest.mark.parametrize("command", ["report", "extract"])
def test_nothing_to_compare(desk: Path, command: str) -> None:
    (desk / "c.txt").write_text("The mayor said nothing of it.\n")
    result = run(command, "c.txt")
    assert result.exit_code == 3
    assert "no numeric claim" in result.stderr


def test_a_fault_of_the_program_is_no_finding(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("in \x1b[2J")

    monkeypatch.setattr("claimcheck.pipeline.analyse", broken)
    result = run("report", str(desk))
    assert result.exit_code == 2
    assert "fault of claimcheck itself" in result.stderr
    assert "ZeroDivisionError" in result.stderr
    assert "\x1b" not in result.stderr


def test_mistakes_in_rules_are_told_all_at_once(desk: Path) -> None:
    rules = desk / "rules"
    rules.mkdir()
    (rules / "qualifiers.toml").write_text('[[rule]]\nid = 3\n\n[[rule]]\nid = "X1"\nname = "x"\nnowhere = 1\n')
    (rules / "nopack.toml").write_text("")
    result = run("rules", "check", str(rules))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 6
    assert "qualifiers.toml:1:" in result.stderr
    assert "qualifiers.toml:4:" in result.stderr


def test_rules() -> None:
    assert "no mistakes" in run("rules", "check").stdout
    listed = run("rules", "list", "qualifiers").stdout.splitlines()
    id_ = listed[0].split()[0]
    assert run("rules", "show", id_).stdout.startswith(id_)
    assert len(run("rules", "list").stdout.splitlines()) > len(listed)


def test_explain_a_line_a_claim_and_a_pair(desk: Path) -> None:
    ids = [row["id"] for row in json.loads(run("report", str(desk), "--format", "json").stdout)["claims"]]
    line = run("explain", "a.txt:1")
    assert line.exit_code == 0
    assert f"claim [{ids[0]}] “12”" in line.stdout
    assert run("explain", ids[0], "--in", str(desk)).stdout.startswith(f"claim [{ids[0]}]")
    assert "weights added up" in run("explain", *ids, "--in", str(desk)).stdout
    assert json.loads(run("explain", "a.txt:1", "--format", "json").stdout)["text"] == "a.txt:1"


def test_graph_is_written(desk: Path) -> None:
    for kind in ("graphml", "dot", "json"):
        target = desk / f"graph.{kind}"
        result = run("graph", str(desk / "a.txt"), "-o", str(target))
        assert (result.exit_code, result.stdout) == (0, "")
        assert "harbourtown" in target.read_text()


def test_output_to_a_file(desk: Path) -> None:
    result = run("report", "a.txt", "b.txt", "--format", "html", "-o", "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (desk / "page.html").read_text().startswith("<!doctype html>")


def test_progress_of_long_work_is_told_on_stderr(desk: Path) -> None:
    for at in range(210):
        (desk / f"n{at:03d}.txt").write_text("Nothing here.\n")
    result = run("report", str(desk))
    assert "200 of 212 articles read" in result.stderr
    assert "articles read" not in result.stdout


# ── real processes ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"NO_COLOR": "1"},
        {"TERM": "dumb"},
        {"COLUMNS": "20"},
        {"FORCE_COLOR": "1"},
    ],
)
def test_piped_output_has_no_colour_and_cuts_nothing(desk: Path, env: dict[str, str]) -> None:
    (desk / "c.txt").write_text(
        "The “Harbour” ministry’s spokesman said 14 people – “all” – were killed, Łukasz said…\n"
    )
    result = process("report", str(desk), **env)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b" not in result.stdout
    assert f"{desk}/c.txt:1".encode() in result.stdout
    if "ascii" in env.values():
        result.stdout.decode("ascii")


@pytest.mark.usefixtures("desk")
def test_same_bytes_in_any_locale_and_order() -> None:
    one = process("report", "a.txt", "b.txt", "--format", "json", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    other = process("report", "b.txt", "a.txt", "--format", "json", PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert one.stdout == other.stdout
    assert one.stdout


def test_a_closed_pipe_is_no_error(desk: Path) -> None:
    (desk / "long.txt").write_text(FIRE * 1000)
    command = f"{sys.executable} -m claimcheck extract {desk} | head -1; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


def on_a_terminal(*args: str, **env: str) -> bytes:
    """What a command writes to a terminal of 80 columns."""
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm", "COLUMNS": "80", "LINES": "24", **env})
        os.execv(sys.executable, [sys.executable, "-m", "claimcheck", *args])
    written = b""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and select.select([fd], [], [], 30)[0]:
        try:
            chunk = os.read(fd, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not chunk:
            break
        written += chunk
    os.waitpid(pid, 0)
    return written


def test_colours_on_a_terminal_alone(desk: Path) -> None:
    assert b"\x1b[1m" in on_a_terminal("report", str(desk))
    plain = on_a_terminal("report", str(desk), NO_COLOR="1")
    shown = plain.rpartition(b"\x1b[K")[2]  # behind the progress
    assert b"2 articles" in shown
    assert b"\x1b" not in shown


def test_imports_are_lazy() -> None:
    code = "import sys, claimcheck.cli; print(sorted(m for m in sys.modules if m.split('.')[0] in sys.argv[1:]))"
    heavy = ("rich", "networkx", "rapidfuzz", "trafilatura", "msgspec")
    result = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
