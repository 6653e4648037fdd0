"""Number spans in, who says them out. Leaves what they count to others."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import Article, Attribution, Mention, Segments, Span
from claimcheck.rules import Rules


def attribute(
    article: Article, segments: Segments, spans: Sequence[Span], rules: Rules
) -> tuple[Attribution | None, ...]:
    """For each span who says it; None: nobody is named, the outlet speaks in its own voice."""
    return tuple(None for _ in spans)


def mentions(article: Article, segments: Segments, rules: Rules) -> tuple[Mention, ...]:
    """Every source that the article names as one who reports or finds something, figures or not."""
    return ()
