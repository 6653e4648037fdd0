"""A sentence in, who told it out where the next one says only that: "That's according to the mayor."."""

from __future__ import annotations

from claimcheck.stages.attribute.line import Line
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told

_POINTS = ("this", "that", "it")
_SAYING = ("say", "tell")  # frames of what is said of "this"


def pointed_back(story: Story, number: int) -> Told | None:
    """Who tells a sentence that names nobody, by the next one: "This was announced by the mayor", be it a paragraph of
    its own; "It killed 40. The mayor wrote about this on Monday"."""
    after = number + 1
    if after >= len(story.sentences) or story.reports(number):
        return None
    one, other = story.sentences[number], story.sentences[after]
    if other.paragraph > one.paragraph + 1 or "junk" in (one.kind, other.kind) or story.counts(other.start, other.end):
        return None
    tokens = story.line(after)
    points = tokens.lows[0] in _POINTS and (tokens.lows[0] != "it" or not story.headline(number))
    if not points and other.paragraph > one.paragraph:
        return None
    found = _of_this(story, tokens, after) if points else _on_this(story, tokens, after)
    return Told(found, after, carried=True) if found is not None else None


def _of_this(story: Story, tokens: Line, number: int) -> Report | None:
    """ "This is according to X", "that was reported by X", "this is stated in a statement of X"."""
    at = 1
    while at < len(tokens.lows) and (
        tokens.lows[at] in story.grammar.be | {"has", "'s"} or tokens.lows[at] in story.grammar.adverb
    ):
        at += 1
    if at in (1, len(tokens.lows)):
        return None
    start = tokens.starts[at]
    told = [r for r in story.reports(number) if r.before and r.speaker is not None]
    found = next((r for r in told if r.cue[0] == start), None)
    return found and next((r for r in told if _passed_on(story, found, r)), found)


def _passed_on(story: Story, first: Report, other: Report) -> bool:
    """ "This is reported by X | with reference to Y", "… by X, | citing Y": whether one only hands on the other."""
    if first.speaker is None or other.cue[0] <= first.speaker[1]:
        return False
    return not story.text[first.speaker[1] : other.cue[0]].strip(" ,")


def _on_this(story: Story, tokens: Line, number: int) -> Report | None:
    """ "X announced this on Monday", "X wrote about this on Facebook": what is said is "this", and no more."""
    for report in story.reports(number):
        if report.before or report.speaker is None or report.rule.frame not in _SAYING:
            continue
        at = next((k for k, start in enumerate(tokens.starts) if start >= report.cue[1]), len(tokens.lows))
        at += tokens.lows[at : at + 1] in (["about"], ["of"])
        about = tokens.lows[at - 1] == "about" and tokens.lows[at : at + 1] == ["it"]  # informs about it
        if (about or tokens.lows[at : at + 1] in (["this"], ["that"])) and _closes(story, tokens, at + 1):
            return report
    return None


def _closes(story: Story, tokens: Line, at: int) -> bool:
    """Whether at a token a sentence ends, or goes on with when and where: no "this | plan", no "that | he left"."""
    low = tokens.lows[at] if at < len(tokens.lows) else "."
    return low in (".", ",") or low in ("on", "in", "at", "to", "during") or low in story.grammar.weekday
