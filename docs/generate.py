"""Writes what is made from code and rules: docs/rules.md, docs/cli.md, docs/report.svg and the samples in reports/.

Run `python docs/generate.py` in the project's folder; a test fails where a file is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import click

from claimcheck import Analysis, analyse, load_rules, read
from claimcheck.cli import main
from claimcheck.report import render
from claimcheck.report.picture import picture
from claimcheck.report.rulebook import rules_page
from claimcheck.report.selection import select

ROOT = Path(__file__).resolve().parent.parent
_TITLE = "claimcheck report seeds --only disputes: figures from low to high, with who stands behind each number"
_PICTURED = 60  # lines of the report that the picture shows, at most


def cli_page() -> str:
    """Every command with its help, as `claimcheck COMMAND --help` prints it."""
    lines = ["# Commands", "", "Generated from the commands' own help by `python docs/generate.py`."]
    with main.make_context("claimcheck", [], resilient_parsing=True) as ctx:
        for title, text in _helps(main, ctx):
            lines += ["", f"## {title}", "", "```", text, "```"]
    return "\n".join(lines) + "\n"


def _helps(command: click.Command, ctx: click.Context) -> Iterable[tuple[str, str]]:
    ctx.terminal_width = 100
    yield ctx.command_path, command.get_help(ctx)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            assert inner is not None
            yield from _helps(inner, click.Context(inner, info_name=name, parent=ctx))


@cache
def seeds() -> Analysis:
    """The run over the sample articles, with paths as a user in the project's folder gives them."""
    analysis = analyse(read(Path("seeds")))
    if not analysis.claims:
        raise SystemExit("no claim in seeds: nothing is written")
    return analysis


def shot() -> str:
    """What disagrees in the sample articles, as a terminal shows it."""
    text = render(select(seeds(), only="disputes"), width=88, color=True)
    lines = text.rstrip("\n").split("\n")
    end = max((at for at, line in enumerate(lines[: _PICTURED + 1]) if not line), default=_PICTURED)
    shown = lines if len(lines) <= _PICTURED else lines[:end]
    return picture("\n".join(("$ claimcheck report seeds --only disputes", *shown)), _TITLE)


FILES: dict[str, Callable[[], str]] = {
    "docs/rules.md": lambda: rules_page(load_rules()),
    "docs/cli.md": cli_page,
    "docs/report.svg": shot,
    "reports/seeds.txt": lambda: render(seeds()),
    "reports/seeds.json": lambda: render(seeds(), "json"),
    "reports/seeds.html": lambda: render(seeds(), "html"),
}


def write() -> list[str]:
    """Write every file that is stale; the names of those written."""
    stale = []
    for name, make in FILES.items():
        path, made = ROOT / name, make().encode()
        if not path.exists() or path.read_bytes() != made:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made)
            stale.append(name)
    return stale


if __name__ == "__main__":
    for name in write():
        sys.stdout.write(f"{name}\n")
