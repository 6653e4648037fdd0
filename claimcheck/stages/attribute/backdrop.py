"""A number in, whether the narrator sets the scene with it out, whoever is told to speak in its sentence.

How far a place lies from another ("in Larkin, 40 km north of Varna, police said"), how long something known went on
("40 died in the three-month war, police said"), and what a long war has cost that a
speaker only brings up ("said he would end a war that has killed 40,000"); not what a body that counts tells.
"""

from __future__ import annotations

from claimcheck.records import Span
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story

_WINDOW = 160  # characters before a number, and behind it, that are looked at
_LEAD = 32  # characters before a number that lead to it
_MEANT = 200  # characters before a war in which it is told that somebody means to do something


def sets_scene(story: Story, span: Span, report: Report) -> bool:
    """Whether a report that would hold a number does not tell it."""
    return _lies_off(story, span) or _lasted(story, span) or _cost_of_strife(story, span, report)


def _lasted(story: Story, span: Span) -> bool:
    """Whether a number tells how long something went on that is known, and in which other things were: "40 died in the
    | three-month | war", "called during his | three | -hour siege"."""
    known = story.lexicon.known_spell.search(story.text, max(0, span[0] - _LEAD), span[0])
    return known is not None and story.lexicon.spelled.match(story.text, span[0]) is not None


def _lies_off(story: Story, span: Span) -> bool:
    """Whether a number tells how far a place with a name lies from another, where no quake is told of."""
    sentence = story.sentences[story.sentence_at(span[0])]
    start, end = max(sentence.start, span[0] - _WINDOW), min(sentence.end, span[1] + _WINDOW)
    found = (hit.span(1) for hit in story.lexicon.lies_off.finditer(story.text, start, end))
    held = any(first <= span[0] and span[1] <= last for first, last in found)
    measured = story.lexicon.classes["measured-place"]
    return held and measured.isdisjoint(story.line(story.sentence_at(span[0])).lows)


def _cost_of_strife(story: Story, span: Span, report: Report) -> bool:
    """Whether a number stands in a clause that hangs on a war of which somebody only says what he means to do, and who
    is no body that counts: "he vowed to end a war that has killed 40,000"."""
    if report.speaker is None or _counts(story, report.speaker):
        return False
    start = max(report.cue[0], span[0] - _WINDOW)
    hits = [*story.lexicon.strife_that.finditer(story.text, start, max(start, span[0]))]
    if not hits or any(mark in story.text[hits[-1].end() : span[0]] for mark in (", ", "; ", ": ", "\n")):
        return False
    before = story.text[max(report.cue[0], hits[-1].start() - _MEANT) : hits[-1].start()].lower().split()
    return not story.lexicon.classes["intent"].isdisjoint(before)


def _counts(story: Story, speaker: Span) -> bool:
    """Whether a speaker is a body, which may have counted: "the Larkin Observatory", "the UN"."""
    words = story.text[slice(*speaker)].removeprefix("The ").removeprefix("the ").split()
    classes = story.lexicon.classes
    short = len(words) == 1 and len(words[0]) > 1 and words[0].replace(".", "").isupper()
    return short or not (classes["organisation"] | classes["state-body"]).isdisjoint(map(str.lower, words))
