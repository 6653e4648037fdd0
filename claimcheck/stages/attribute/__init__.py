"""Number spans in, who says them out. Leaves what they count to others.

The way of a number: its sentence as tokens (`line`), the reports in it (`reports`, which asks `phrases` for speakers),
the one report that holds the number (`finding`), and the sources its speaker stands for (`naming`, with `memory`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.records import Article, Attribution, Mention, Segments, Source, Span
from claimcheck.rules import Rules
from claimcheck.stages.attribute.atlas import Atlas, atlas
from claimcheck.stages.attribute.credits import credit
from claimcheck.stages.attribute.finding import find
from claimcheck.stages.attribute.lexicon import lexicon
from claimcheck.stages.attribute.line import Grammar, grammar
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.naming import Named, Naming
from claimcheck.stages.attribute.story import Story, Told


def attribute(
    article: Article, segments: Segments, spans: Sequence[Span], rules: Rules
) -> tuple[Attribution | None, ...]:
    """For each span who says it; None: nobody is named, the outlet speaks in its own voice."""
    desk = _desk(article, segments, rules)
    told = [find(desk.story, span) for span in spans]
    credited = credit(article.text, segments, desk.atlas) if any(one is not None for one in told) else None
    return tuple(_attribution(desk, one, credited) for one in told)


def mentions(article: Article, segments: Segments, rules: Rules) -> tuple[Mention, ...]:
    """Every source that the article names as one who reports or finds something, at its first mention."""
    desk = _desk(article, segments, rules)
    found: dict[str, Mention] = {}
    for number, sentence in enumerate(segments.sentences):
        if sentence.kind == "junk":
            continue
        for report in desk.story.reports(number):
            if report.speaker is None:
                continue
            for source in desk.naming.named(report.speaker).sources:
                if source.kind not in ("anonymous", "document"):
                    found.setdefault(source.name, Mention(source=source, span=report.speaker, rule=report.rule.id))
    return tuple(sorted(found.values(), key=lambda mention: mention.span))


class _Desk(NamedTuple):
    story: Story
    naming: Naming
    atlas: Atlas


def _desk(article: Article, segments: Segments, rules: Rules) -> _Desk:
    story = Story(article, segments, rules.once(lexicon), rules.once(_grammar))
    known = rules.once(atlas)
    return _Desk(story, Naming(story, Memory(story, known), known), known)


def _grammar(rules: Rules) -> Grammar:
    return grammar(rules.once(lexicon))


def _attribution(desk: _Desk, told: Told | None, credited: tuple[Source, Span] | None) -> Attribution | None:
    if told is None:
        return None
    report = told.report
    named = desk.naming.named(report.speaker) if report.speaker else Named(())
    conduit, conduit_span = _conduit(desk, told) or credited or (None, None)
    if conduit is not None and conduit in named.sources:
        conduit, conduit_span = None, None
    return Attribution(
        sources=named.sources,
        speaker=report.speaker,
        cue=report.cue,
        manner=report.rule.manner,
        conduit=conduit,
        conduit_span=conduit_span,
        resolved=named.resolved,
        carried=told.carried,
        hedge=told.hedge,
        rules=(report.rule.id, *filter(None, [told.sign]), *named.rules),
        notes=named.notes,
    )


def _conduit(desk: _Desk, told: Told) -> tuple[Source, Span] | None:
    """Through whom it came: "told AFP", "quoted by", or the agency that reports what officials said."""
    through = told.report.through
    if through is not None:
        sources = desk.naming.named(through).sources
        return (sources[0], through) if sources else None
    for span in (told.report.recipient, told.outer.speaker if told.outer is not None else None):
        if span is not None:
            sources = desk.naming.named(span).sources
            if sources and sources[0].kind == "media":
                return sources[0], span
    return None
