"""What the commands share: reading articles, progress, warnings, output and exit codes."""

from __future__ import annotations

import functools
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, ParamSpec, TypeVar

import click

from claimcheck.errors import ClaimcheckError
from claimcheck.safe import encodable, one_line

if TYPE_CHECKING:
    from claimcheck.check.decisions import Decision
    from claimcheck.records import Analysis, Article, Reading
    from claimcheck.rules import Rules

BAD = 2
NOTHING = 3
_MANY = 200  # from so many articles on, progress is told even where nobody may be watching

P = ParamSpec("P")
T = TypeVar("T")


def guarded(command: Callable[P, T]) -> Callable[P, T]:
    """A command whose errors are one clear line on stderr and an exit code."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except ClaimcheckError as error:
            fail(str(error))
        except BrokenPipeError:
            # The reader has seen enough (`| head`): no complaint, also not from Python's own flush at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception:
            # Python would exit with 1, which for `check` means that something new was found.
            fail(f"this is a fault of claimcheck itself; please report it:\n{traceback.format_exc()}")

    return run


def fail(message: str, code: int = BAD) -> NoReturn:
    """End with one message on stderr."""
    for line in message.splitlines():
        tell(line)
    sys.exit(code)


def tell(message: str) -> None:
    """One line on stderr, made safe for its encoding."""
    click.echo(encodable(one_line(message), getattr(sys.stderr, "encoding", None) or "utf-8"), err=True)


def load_rules(folder: Path | None) -> Rules:
    """The shipped rules, and those of a folder."""
    from claimcheck.pipeline import load_rules

    return load_rules(str(folder) if folder else None)


def load_decisions(file: Path | None, paths: Sequence[Path]) -> tuple[Decision, ...]:
    """The decisions of a given file, or of those beside the articles."""
    from claimcheck.check import decisions

    return decisions.load([file] if file else decisions.beside(map(str, paths)))


def read_articles(paths: Sequence[Path], *, about: str | None = None) -> tuple[Article, ...]:
    """The articles that can be read; a line on stderr for each that cannot, exit 2 where none can.

    With `about` only of the files whose path begins so, since nobody asked for the others ("": of none).
    """
    from claimcheck.stages.read import read

    failed: list[ClaimcheckError] = []
    articles = read(paths, failed=failed.append)
    for error in failed:
        if not articles or _asked(str(error), about):
            tell(str(error))
    if not articles:
        fail("no article could be read" if failed else "no articles there")
    return articles


def _asked(message: str, about: str | None) -> bool:
    return about is None or (about != "" and message.startswith(about))


def analysed(paths: Sequence[Path], rules_folder: Path | None, *, about: str | None = None) -> tuple[Analysis, Rules]:
    """Articles read and analysed, with progress; and the rules by which."""
    from claimcheck.pipeline import analyse
    from claimcheck.quotes import where

    rules = load_rules(rules_folder)
    articles = read_articles(paths, about=about)
    with Progress(len(articles)) as progress:
        analysis = analyse(articles, rules, progress=progress.step)
    warn([reading for reading in analysis.readings if _asked(where(reading.article), about)])
    return analysis, rules


def warn(readings: Sequence[Reading]) -> None:
    """What was odd about articles that were read all the same."""
    from claimcheck.quotes import where

    for reading in readings:
        for warning in (*reading.article.warnings, *reading.segments.warnings):
            tell(f"{where(reading.article)}: {warning}")


class Progress:
    """A counter on stderr: on a terminal a line that is written over, else a line now and then for long work."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and total > 1

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.live:
            click.echo("\r\x1b[K", err=True, nl=False)

    def step(self, name: str) -> None:
        """One article more is done."""
        self.done += 1
        if self.live:
            room = shutil.get_terminal_size().columns - 20
            click.echo(f"\r\x1b[K{self.done}/{self.total} {one_line(name)[:room]}", err=True, nl=False)
        elif self.total >= _MANY and self.done % _MANY == 0:
            tell(f"{self.done} of {self.total} articles read")


def write(text: str, target: Path | None = None) -> None:
    """A result as UTF-8 bytes, the same on every platform and in every locale; to a file where one is given."""
    if target is not None:
        try:
            target.write_bytes(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            fail(f"{target}: cannot be written ({error.strerror})")
        return
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def show(text: str) -> None:
    """Text for people, in the encoding of stdout; what that lacks was written out before."""
    encoding = stdout_encoding()
    sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
    sys.stdout.buffer.flush()


def stdout_encoding() -> str:
    """What stdout can write."""
    return getattr(sys.stdout, "encoding", None) or "ascii"


def width() -> int | None:
    """The columns of the terminal; None where there is none, and nothing is to be folded."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def color() -> bool:
    """Whether stdout takes colours: a terminal, and nobody said no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
