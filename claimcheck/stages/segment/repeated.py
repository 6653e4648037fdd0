"""Paragraphs with their kinds in, the headline out that the body repeats, run together with its text: "12 die in Chad
Reuters The army said". It is a headline of its own, and the agency behind it a credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck import dates
from claimcheck.dates.lexicon import DAYS
from claimcheck.records import Span
from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor
from claimcheck.rules.reading import JunkRule
from claimcheck.rules.world import listed
from claimcheck.stages.segment.lines import Paragraph

_FEWEST_WORDS = 4  # of a headline that is known again
_EARLY = 70  # characters that may stand before it in the body: a date, who posted it
_BETWEEN = 240  # and between it and its next repetition: what a page links to
_STOPS = re.compile(r"[.!?]\s")
_ENDS = re.compile(r"\s*(?:[.:|–—-]+(?=\s)|\Z|[\"“‘']?(?:[^\W\d_a-zß-öø-ÿ]|\d)|-)")
_BEHIND = re.compile(r"\s*(?:[.:|–—-]+\s*)?")
_STAMP = 40  # characters of a day that stands behind the agency


class Credits:
    """Matches the name of an agency or an outlet where a text begins behind it."""

    def __init__(self, rules: Rules) -> None:
        outlets = (actor for actor in rules.pack("media", Actor) if actor.kind == "media")
        names = {name for actor in outlets for name in (actor.name, *listed(actor.aliases)) if name[0].isupper()}
        longest = "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))
        self.name = re.compile(rf"(?:{longest or '(?!)'})(?=\s+[\"“]?(?:[^\W\d_a-zß-öø-ÿ]|\d))")
        self.rule = next((rule.id for rule in rules.pack("junk", JunkRule) if rule.reach == "credit"), None)


def repeated(text: str, found: Sequence[Paragraph], rules: Rules) -> Iterator[Paragraph]:
    """The paragraphs, the first of the body parted from the headline that it repeats."""
    title = next((p for p in found if p.kind != "junk"), None)
    at = next((k for k, p in enumerate(found) if p.kind == "body"), None)
    heading = text[title.start : title.end] if title is not None and title.kind == "headline" else ""
    if at is None or heading.count(" ") < _FEWEST_WORDS - 1:
        yield from found
        return
    yield from found[:at]
    yield from _parted(text, found[at], heading, rules.once(Credits))
    yield from found[at + 1 :]


def _parted(text: str, body: Paragraph, heading: str, credits: Credits) -> Iterator[Paragraph]:
    begin, within = body.start, _EARLY
    for hit in _headings(text, body, heading):
        if hit[0] - begin > within or _STOPS.search(text, begin, hit[0]):
            break
        if before := text[begin : hit[0]].rstrip():
            yield Paragraph(begin, begin + len(before), "body" if within == _EARLY else "junk", credits.rule)
        yield Paragraph(*hit, "headline")
        begin, within = _behind(text, hit[1]), _BETWEEN
    if within == _EARLY:
        yield body
        return
    name = credits.name.match(text, begin, body.end)
    if name is not None:
        yield Paragraph(begin, name.end(), "junk", credits.rule)
        begin = _behind(text, name.end())
    told = dates.find(text, begin, min(begin + _STAMP, body.end))
    day = next((when.span for when in told if when.kind == "day" and not when.relative), None)
    if day is not None and text[begin : day[0]].strip(" ,").casefold() in ("", *DAYS):
        yield Paragraph(begin, day[1])
        begin = _behind(text, day[1])
    if begin < body.end:
        yield Paragraph(begin, body.end)


def _behind(text: str, at: int) -> int:
    hit = _BEHIND.match(text, at)
    return hit.end() if hit is not None else at


def _headings(text: str, body: Paragraph, heading: str) -> Iterator[Span]:
    """Where a paragraph repeats the headline, not as the beginning of a longer sentence."""
    at = text.find(heading, body.start, body.end)
    while at >= 0:
        end = at + len(heading)
        if not text[end : end + 1].isalnum() and _ENDS.match(text, end, body.end):
            yield at, end
        at = text.find(heading, end, body.end)
