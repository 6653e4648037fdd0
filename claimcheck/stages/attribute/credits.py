"""An article in, the agency it is credited to out: by its dateline, its byline or its last lines."""

from __future__ import annotations

import re

from claimcheck.bylines import byline
from claimcheck.records import Segments, Source, Span
from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.lexicon import Lexicon
from claimcheck.stages.attribute.line import line

_DATELINE = re.compile(r"[^\W\d_a-z][^()\n]{0,60}\(([^()\n]{2,30})\)\s*[-–—]")  # KYIV (Reuters) —
_HEAD, _TAIL = 4, 3  # paragraphs in which a credit may stand
_SIGNED = 4  # last lines of any kind: "(Reporting by X; Reuters)" is taken for page junk


def credit(text: str, segments: Segments, lexicon: Lexicon, atlas: Atlas) -> tuple[Source, Span] | None:
    """The agency named as the maker of the article, and where."""
    kept = [sentence for sentence in segments.sentences if sentence.kind != "junk"]
    for sentence in (one for one in segments.sentences[: _HEAD * 2] if one.kind == "junk"):
        named = _agency(text, (sentence.start, sentence.end), atlas)
        if named is not None and named[1] == (sentence.start, sentence.end):
            return named
    for sentence in kept[: _HEAD * 2]:
        found = _DATELINE.match(text, sentence.start, sentence.end)
        if found is not None:
            named = _agency(text, found.span(1), atlas)
            if named is not None:
                return named
        if byline(text, sentence.start, sentence.end):
            named = _agency(text, (sentence.start, sentence.end), atlas)
            if named is not None:
                return named
    signed = [sentence for sentence in segments.sentences[-_SIGNED:] if sentence.kind == "junk"]
    for sentence in (*kept[-_TAIL:], *signed):
        found = lexicon.credited.match(text, sentence.start, sentence.end)
        if found is not None:
            named = _agency(text, found.span(1), atlas)
            if named is not None:
                return named
    return None


def _agency(text: str, span: Span, atlas: Atlas) -> tuple[Source, Span] | None:
    words = line(text, *span)
    for at in range(len(words.words)):
        found = match(atlas.actors, words.words, at)
        if found is not None and found[1].source.kind == "media":
            return found[1].source, words.span(at, at + found[0])
    return None
