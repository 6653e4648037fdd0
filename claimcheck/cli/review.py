"""`claimcheck review`."""

from __future__ import annotations

import contextlib
import datetime
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli import common, options
from claimcheck.cli.check import analysed_with_cache
from claimcheck.errors import UsageError
from claimcheck.safe import encodable

if TYPE_CHECKING:
    from claimcheck.check.review import Review

_WIDTH = 80


@click.command("review")
@options.paths_or_settings_argument
@options.baseline_option
@options.decisions_option
@click.option("--author", metavar="NAME", help="Who decides; default: git's user.name.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The date to write; default: today.")
@options.rules_option
@options.cache_option
@options.config_option
@common.guarded
def command(
    paths: tuple[Path, ...],
    baseline: Path | None,
    decisions: Path | None,
    author: str | None,
    today: datetime.datetime | None,
    rules_folder: Path | None,
    cache: bool,
    config_file: Path | None,
) -> None:
    """Go through the open disputes, one key a verdict, and write claimcheck-decisions.toml.

    With --baseline only those that are not in it. Stop at any time: what is decided is written already.
    """
    del config_file
    from claimcheck.check import check
    from claimcheck.check.baseline import load
    from claimcheck.check.decisions import NAME
    from claimcheck.check.review import Review

    # The one place that asks the clock: the day is written into a file for people, and nothing is found by it.
    day = (today or datetime.datetime.now()).date()
    decided = () if decisions and not decisions.exists() else common.load_decisions(decisions, paths)  # it is made here
    analysis, _ = analysed_with_cache(paths, rules_folder, cache)
    outcome = check(analysis, load(baseline) if baseline else (), decided, today=day)
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    review = Review(outcome.open, decisions or folder / NAME, author or _author(), day)
    _walk(review)
    left = len(outcome.open) - review.decided
    _say(f"{review.decided} decided, {left} left open\n")


def _walk(review: Review) -> None:
    while review.waiting:
        _say(f"\n{_folded(review.question())}\n[a n u e s, space later, z undo, r reason, t until, q stop, ? help] ")
        key = _key()
        _say(f"{key if key.isprintable() else ''}\n")
        if key in ("q", ""):
            break
        if key == "r":
            review.reason = _line("reason: ")
        elif key == "t":
            review.until = _day(_line("holds until (YYYY-MM-DD): "))
        else:
            _say(f"{review.press(key)}\n")


def _folded(text: str) -> str:
    """Lines folded at words, the rest of each indented a little further than its beginning."""
    room = min(common.width() or _WIDTH, _WIDTH)
    lines = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")) + 2)
        folded = textwrap.wrap(line, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        lines += folded or [line]
    return "\n".join(lines)


def _say(text: str) -> None:
    common.show(encodable(text, common.stdout_encoding()))


def _key() -> str:
    """One key of a terminal, or one character of a script; empty at the end."""
    if not sys.stdin.isatty():
        return sys.stdin.read(1)
    try:
        return click.getchar()
    except (EOFError, KeyboardInterrupt):
        return ""


def _line(prompt: str) -> str:
    _say(prompt)
    return sys.stdin.readline().strip()


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        common.tell(f"{text!r} is no date")
        return None


def _author() -> str:
    with contextlib.suppress(OSError):  # a machine without git
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
        if name := done.stdout.strip():
            return name
    raise UsageError("who decides? Give --author NAME, or set git's user.name")
