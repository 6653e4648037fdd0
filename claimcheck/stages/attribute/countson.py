"""A sentence in that goes on counting those whom somebody counted right before it, whoever counted them out."""

from __future__ import annotations

from claimcheck.stages.attribute.carried import unmade
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told

COUNTS_ON = "AW4800"  # the rule by which a sentence goes on counting, where an office or a body counts
_CARRYING = ("say", "tell", "show", "object", "count", "toll", "speak", "according", "label", "bare", "roll")
_BACK = 5  # sentences of one count, at most
_YEARS = range(1900, 2100)


def counts_on(story: Story, number: int) -> Told | None:
    """Who counts on: "The ministry said 40 died. | Ninety are in hospital. | Two are missing."."""
    if not _counting(story, number):
        return None
    fates = _fates(story, number)
    for before in range(number - 1, max(story.opening(number) - 1, number - 1 - _BACK), -1):
        if issued := story.issued(before):
            return Told(issued[0], carried=True, sign=COUNTS_ON)
        told = story.reports(before)
        if told:
            report = _counted(story, before, told) if fates else None
            return Told(report, carried=True, sign=COUNTS_ON) if report is not None else None
        if not _counting(story, before):
            return None
        fates = fates and _fates(story, before)
    return None


def _counted(story: Story, number: int, told: list[Report]) -> Report | None:
    """The report by which a sentence counts people's fates to its end; None: it does not, or two speak in it."""
    spoken = [r for r in told if r.rule.frame in _CARRYING and r.speaker is not None]
    last = spoken[-1] if spoken else None
    if last is None or not last.content or last.rule.manner == "denies" or unmade(story, last):
        return None
    if len({r.speaker for r in spoken}) > 1 or story.quote_at(last.content[-1][1] - 1) is not None:
        return None
    if last.through is not None:
        return None
    end = story.sentences[number].end
    to_the_end = last.before or last.content[-1][1] >= end - 2
    counted = any(story.counts(first, stop) for first, stop in last.content)
    return last if counted and to_the_end and _fates(story, number) else None


def _counting(story: Story, number: int) -> bool:
    """Whether a sentence counts that names nobody, and looks back on nothing."""
    sentence, lows = story.sentences[number], story.line(number).lows
    if sentence.kind != "body" or story.reports(number) or story.headline(number):
        return False
    if not story.counts(sentence.start, sentence.end):
        return False
    classes = story.lexicon.classes
    elsewhere = classes["looks-back"] | classes["own-sum"] | story.grammar.month | {"by"}  # told of or by others
    return not any(low in elsewhere or (low.isdecimal() and int(low) in _YEARS) for low in lows)


def _fates(story: Story, number: int) -> bool:
    """Whether a sentence tells of the dead, the hurt, the lost, the held or the homeless."""
    return not story.lexicon.classes["fated"].isdisjoint(story.line(number).lows)
