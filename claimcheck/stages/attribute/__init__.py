"""Number spans in, who says them out. Leaves what they count to others.

The way of a number: its sentence as tokens (`story`, `line`), the reports in it (`reports` by verbs, `prepositional`;
what a cue covers in `scope`, what is a verb in `finite`, what stands before the words told in `between`, who can speak
in `phrases` and `fitness`), the one report that holds the number (`finding`; `carried` on from a sentence beside it;
`entries` of lists and bulletins), and the sources that its speaker stands for (`naming`, with `memory` of what the
article told before and the `atlas` of the packs).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from claimcheck.records import Article, Attribution, Mention, Segments, Source, Span
from claimcheck.rules import Rules
from claimcheck.stages.attribute.atlas import atlas
from claimcheck.stages.attribute.countson import COUNTS_ON
from claimcheck.stages.attribute.credits import credit
from claimcheck.stages.attribute.finding import find, stance
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.lexicon import lexicon
from claimcheck.stages.attribute.line import Grammar, grammar
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.naming import Naming
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told


def attribute(
    article: Article, segments: Segments, spans: Sequence[Span], rules: Rules
) -> tuple[Attribution | None, ...]:
    """For each span who says it; None: nobody is named, the outlet speaks in its own voice."""
    desk = _desk(article, segments, rules)
    return tuple(_attribution(desk, find(desk.story, span)) for span in spans)


def stances(
    article: Article, segments: Segments, spans: Sequence[Span], rules: Rules
) -> tuple[Attribution | None, ...]:
    """For each span whose plan, wish, decision or opinion it belongs to. He states nothing by it: no source."""
    desk = _desk(article, segments, rules)
    return tuple(_attribution(desk, stance(desk.story, span)) for span in spans)


def mentions(article: Article, segments: Segments, rules: Rules) -> tuple[Mention, ...]:
    """Every source that the article names as one who reports or finds something, at its first mention."""
    desk = _desk(article, segments, rules)
    found: dict[str, Mention] = {}
    for number in range(len(desk.story.sentences)):
        for report in desk.story.reports(number) if desk.story.may_report(number) else ():
            if report.speaker is None or report.rule.frame in ("ask", "call") or desk.story.pronoun(report.speaker):
                continue
            for source in desk.naming.named(report.speaker).sources:
                if source.kind in _NAMED and (source.kind != "person" or " " in source.name):
                    found.setdefault(source.name, Mention(source=source, span=report.speaker, rule=report.rule.id))
    return tuple(sorted(found.values(), key=lambda mention: (mention.span, mention.source.name)))


_UNNAMED = Source(name="unnamed speaker", kind="anonymous")  # a pronoun that nobody in the text stands behind
_COUNTING = ("government", "forces", "court", "agency", "igo", "ngo", "party")  # who goes on with a count
_SPOKEN = ("say", "tell", "speak", "object", "act")  # frames of what one can tell an outlet
_NAMED = ("government", "forces", "court", "agency", "media", "igo", "ngo", "party", "person")  # who can be looked up


class _Desk:
    """What is read of one article, each part when first asked for."""

    def __init__(self, article: Article, segments: Segments, rules: Rules) -> None:
        self.article = article
        self.segments = segments
        self.story = Story(article, segments, rules.once(lexicon), rules.once(_grammar))
        self._atlas = rules.once(atlas)
        self.naming = Naming(self.story, Memory(self.story, self._atlas), self._atlas)

    @cached_property
    def credited(self) -> tuple[Source, Span] | None:
        """The agency that the article is credited to."""
        return credit(self.article.text, self.segments, self.story.lexicon, self._atlas)


class _Latest:
    """The article worked on last: what was read for its numbers serves for its mentions too.

    It is put in place at once, so that threads which work on different articles only lose time.
    """

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.desk: _Desk | None = None

    def open(self, article: Article, segments: Segments) -> _Desk:
        """The desk of an article; that of the last article is kept."""
        desk = self.desk
        if desk is None or desk.article is not article or desk.segments is not segments:
            self.desk = desk = _Desk(article, segments, self.rules)
        return desk


def _desk(article: Article, segments: Segments, rules: Rules) -> _Desk:
    return rules.once(_Latest).open(article, segments)


def _grammar(rules: Rules) -> Grammar:
    return grammar(rules.once(lexicon))


def _attribution(desk: _Desk, told: Told | None) -> Attribution | None:
    if told is None:
        return None
    report = told.report
    named = desk.naming.named(report.speaker) if report.speaker else Named(())
    if told.sign == COUNTS_ON and not any(source.kind in _COUNTING for source in named.sources):
        return None
    if (teller := _of_document(desk, told, named)) is not None:
        report, named = teller
    conduit, conduit_span = _conduit(desk, told) or desk.credited or (None, None)
    if conduit is not None and conduit in named.sources:
        conduit, conduit_span = None, None
    unnamed = (_UNNAMED,) if report.speaker is not None and not named.sources else ()
    return Attribution(
        sources=tuple(_unmade(desk.story, source) for source in named.sources) or unnamed,
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


def _unmade(story: Story, source: Source) -> Source:
    """A source, as hearsay where it is what nobody in particular reckons or tells: "latest estimates"."""
    words, classes = source.name.lower().split(), story.lexicon.classes
    vague = (
        words[-1:] != []
        and words[-1] in classes["nobodys-figures"]
        and classes["of-nobodys-figures"].issuperset(words[:-1])
    )
    return Source(name=source.name, kind="hearsay") if vague and source.kind == "document" else source


def _of_document(desk: _Desk, told: Told, named: Named) -> tuple[Report, Named] | None:
    """Who tells what a document shows that is nobody's: "new data show 40 died, according to the health agency"."""
    outer = told.outer
    shown = {source.kind for source in named.sources} == {"document"}
    if not shown or outer is None or outer.speaker is None or outer.cue[0] < told.report.cue[0]:
        return None
    teller = desk.naming.named(outer.speaker)
    nobody = any(source.kind in ("document", "media", "anonymous") for source in teller.sources)
    return (outer, teller) if teller.sources and not nobody else None


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
    return desk.naming.outlet_told(told.report) if told.report.rule.frame in _SPOKEN else None
