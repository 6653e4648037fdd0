"""The steps of an explanation in, indented text or JSON out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

import msgspec

from claimcheck import safe
from claimcheck.errors import UsageError
from claimcheck.explain.steps import Step
from claimcheck.safe import dumped

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render_steps(
    step: Step, format: str = "text", *, width: int | None = None, color: bool = False, encoding: str = "utf-8"
) -> str:
    """An explanation as text, each step two columns further in than what it supports, or as JSON.

    `width` (in columns; None: nothing is folded), `color` and `encoding` are for text alone. Raises UsageError for an
    unknown format.
    """
    if format == "json":
        return dumped(msgspec.to_builtins(step), indent=1) + "\n"
    if format != "text":
        raise UsageError(f"no format {format!r}; there are text, json")
    return "".join(line + "\n" for line in _lines(step, 0, width, color, encoding))


def _lines(step: Step, depth: int, width: int | None, color: bool, encoding: str) -> Iterable[str]:
    text = safe.encodable(safe.one_line(step.text), encoding)
    rule = f"  [{safe.encodable(safe.one_line(step.rule), encoding)}]" if step.rule else ""
    indent = "  " * depth
    folded = _folded(text + rule, indent, width)
    if color and depth <= 1:
        folded = [f"{_BOLD}{line}{_PLAIN}" for line in folded]
    elif color and rule and len(folded) == 1:
        folded = [f"{folded[0][: -len(rule)]}{_DIM}{rule}{_PLAIN}"]
    yield from folded
    for inner in step.steps:
        yield from _lines(inner, depth + 1, width, color, encoding)


def _folded(text: str, indent: str, width: int | None) -> list[str]:
    if width is None:
        return [indent + text]
    room = max(width, len(indent) + 24)
    # Words are kept whole: a path that is longer than the line stays one, for the terminal to wrap.
    return textwrap.wrap(
        text,
        room,
        initial_indent=indent,
        subsequent_indent=indent + "    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
