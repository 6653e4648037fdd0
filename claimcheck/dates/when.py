"""The record of a date or period in a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from claimcheck.records import Record, Span

Kind = Literal["day", "week", "month", "season", "year", "decade", "period"]


class When(Record, frozen=True):
    """A date or period as the text words it; both ends are ISO days and included, None where they are not known."""

    span: Span
    text: str
    kind: Kind
    start: str | None = None
    end: str | None = None
    relative: bool = False  # counted from the article's day: "on Thursday", "last month"


def overlaps(when: When, span: Span) -> bool:
    """Whether the mention and the span share a character."""
    return when.span[0] < span[1] and span[0] < when.span[1]


def mention(
    match: re.Match[str], kind: Kind, start: date | None, end: date | None = None, *, relative: bool = False
) -> When:
    """What an expression has matched as a mention of these days; one day stands for both ends."""
    last = end or start
    return When(
        span=match.span(),
        text=match[0],
        kind=kind,
        start=start.isoformat() if start else None,
        end=last.isoformat() if last else None,
        relative=relative,
    )


Reader = Callable[[re.Match[str], date | None], When | None]  # what a form has matched and the article's day
