"""A sentence in, who told it out where the next one says only that: "That's according to the mayor."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from claimcheck.stages.attribute.line import Line
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told

_POINTS = ("this", "that", "it")
_CLOCK = ("am", "pm", "a.m", "p.m", "o'clock")
_YEARS = range(1900, 2100)
_FEW = 4  # sentences from one to what points at it from the next paragraph
_SAYING = ("say", "tell")  # frames of what is said of "this"


def pointed_back(story: Story, number: int) -> Told | None:
    """Who tells a sentence that names nobody, by the next one of its paragraph, or the first of the next paragraph:
    "This was announced by the mayor", "it was", "It killed 40. The mayor wrote about this on Monday"."""
    if story.reports(number) or story.sentences[number].kind == "junk":
        return None
    for after in _behind(story, number):
        other, tokens = story.sentences[after], story.line(after)
        if other.kind == "junk" or _counts(story, tokens):
            continue
        about = tokens.lows[0] == "about" and tokens.lows[1:2] in (["this"], ["it"])
        points = tokens.lows[0] in _POINTS and (tokens.lows[0] != "it" or not story.headline(number))
        points = points or about
        found = _of_this(story, tokens, after) if points else _on_this(story, tokens, after)
        if found is not None:
            return Told(found, carried=True)
    return None


def _counts(story: Story, tokens: Line) -> bool:
    """Whether a sentence holds a number that is no date and no time of day."""
    lows, grammar = tokens.lows, story.grammar
    for at, low in enumerate(lows):
        if not (low[0].isdigit() or low in grammar.quantifier):
            continue
        beside = {low.strip(".") for low in (*lows[max(0, at - 1) : at], *lows[at + 1 : at + 2])}
        dated = not beside.isdisjoint(grammar.month) or not beside.isdisjoint(_CLOCK)
        if not (dated or (low.isdecimal() and int(low) in _YEARS)):
            return True
    return False


def _behind(story: Story, number: int) -> Iterator[int]:
    """The sentences that may point at one: the next, and what opens the paragraph behind a short one."""
    sentences = story.sentences
    paragraph = sentences[number].paragraph
    for at in range(number + 1, min(len(sentences), number + _FEW)):
        if sentences[at].paragraph != paragraph:
            if sentences[number].kind == sentences[at].kind == "body":
                yield at
            return
        if at == number + 1:
            yield at


def _of_this(story: Story, tokens: Line, number: int) -> Report | None:
    """ "This is according to X", "that was reported by X", "this is stated in a statement of X", "about this AFP
    reported in the press service of X"."""
    if tokens.lows[0] == "about":
        named = (r for r in story.reports(number) if r.before and r.speaker is not None and r.speaker[0] > r.cue[0])
        return next(named, None)
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
    """ "X announced this on Monday", "X wrote about it on Facebook", "X stated the above", "X made the comments on
    air": what is said is "this", no more."""
    for report in story.reports(number):
        if report.before or report.speaker is None or report.rule.frame not in _SAYING:
            continue
        at = next((k for k, start in enumerate(tokens.starts) if start >= report.cue[1]), len(tokens.lows))
        if just_said(story, report):
            return report
        behind = tokens.lows[at : at + 1] in (["about"], ["of"])
        at += behind
        about = behind or tokens.lows[at - 1] == "about"
        if about and story.text[report.cue[0] : report.cue[1]].lower().split()[0] not in story.grammar.told_about:
            continue  # joked about it
        at += tokens.lows[at : at + 1] == ["the"]
        named = at < len(tokens.lows) and tokens.lows[at] in story.grammar.pointing
        it = about and tokens.lows[at : at + 1] == ["it"]  # informs about it
        if (named or it) and _closes(story, tokens, at + 1):
            return report
    return None


def just_said(story: Story, report: Report) -> bool:
    """Whether a report tells only who has said what stands before: "Ana Berg, the mayor, made the comments on air"."""
    cue = story.text[slice(*report.cue)].lower().split()
    return len(cue) > 2 and cue[-1] in story.lexicon.classes["just-said"]


def _closes(story: Story, tokens: Line, at: int) -> bool:
    """Whether at a token a sentence ends, or goes on with when and where: no "this | plan", no "that | he left"."""
    low = tokens.lows[at] if at < len(tokens.lows) else "."
    owns = tokens.lows[at + 1 : at + 2] == ["'s"]  # "said that | Thursday's attack"
    if low in (".", ","):
        return low == "." or tokens.lows[at - 1] != "that"  # said that, like his brother, he would
    rest = takewhile(lambda word: word not in story.grammar.relative | {",", "."}, tokens.lows[at:])
    if any(word in story.lexicon.verbs for word in rest):
        return False  # said that | on Monday it would close
    return low in ("on", "in", "at", "to", "during") or (low in story.grammar.weekday and not owns)
