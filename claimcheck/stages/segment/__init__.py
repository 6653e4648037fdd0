"""An article in, its sentences, quotes and junk out. Leaves numbers and names to others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.records import Article, Junk, Segments, Sentence
from claimcheck.rules import Rules
from claimcheck.rules.reading import JunkRule
from claimcheck.stages.segment.lines import Furniture, Paragraph, paragraphs
from claimcheck.stages.segment.quotes import quotes
from claimcheck.stages.segment.repeated import repeated
from claimcheck.stages.segment.sentences import Splitter


def segment(article: Article, rules: Rules) -> Segments:
    """The sentences of an article in order, its outermost quotes, and what belongs to the page alone."""
    found = tuple(repeated(article.text, paragraphs(article.text, article.body, rules, article.headline), rules))
    quoted, unclosed = quotes(article.text, [(p.start, p.end) for p in found if p.kind != "junk"])
    return Segments(
        sentences=tuple(_sentences(article.text, found, rules.once(Splitter))),
        quotes=quoted,
        junk=tuple(Junk(start=p.start, end=p.end, rule=p.rule or "") for p in found if p.kind == "junk"),
        warnings=tuple(_warnings(article, unclosed)),
    )


def furniture(line: str, rules: Rules) -> JunkRule | None:
    """The rule that knows a line as part of the page, wherever on the page it stands."""
    return rules.once(Furniture).match(line)


def _sentences(text: str, found: Sequence[Paragraph], splitter: Splitter) -> Iterator[Sentence]:
    for number, paragraph in enumerate(found):
        if paragraph.kind == "junk":
            yield Sentence(start=paragraph.start, end=paragraph.end, paragraph=number, kind="junk")
            continue
        for start, end in splitter.spans(text, paragraph.start, paragraph.end):
            told = paragraph.kind == "body" and splitter.ends_caption(text, start, end)
            yield Sentence(start=start, end=end, paragraph=number, kind="caption" if told else paragraph.kind)


def _warnings(article: Article, unclosed: Sequence[int]) -> Iterator[str]:
    of = "" if article.drawn is None else " of its text"
    line, reached = 1, 0
    for start in unclosed:
        line, reached = line + article.text.count("\n", reached, start), start
        yield f"line {line}{of}: a quotation opens here and is not closed in its paragraph"
