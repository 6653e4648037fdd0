"""A sentence in, the report of one beside it out by which it goes on, breaks its count down, or is closed."""

from __future__ import annotations

from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.story import Story, Told

_CARRYING = ("say", "tell", "show", "object", "count", "toll", "speak", "according", "label")
_NEAR = 40  # characters between a cue and the colon that ends its sentence
_PARTS = 8  # sentences that break a count down, at most
_BACK = 3  # sentences back to who issued what "it was noted" tells
_OPENING = 4  # tokens of "Out of the 80"
_STEM = 5  # letters by which "sailors" and "sailor" are one
_WAS = "AW4042"  # the rule by which a sentence tells how high the count before was
_WAS_AT = 7  # tokens before "it was"
_WAS_LONG = 6  # tokens of "that number is down from"
_PART = "AW3409"  # the rule by which a sentence is a part of the count before
_SHORT = 18  # tokens of a sentence that only adds to a list


def closed_by(story: Story, number: int) -> Told | None:
    """Who says a sentence whose attribution stands alone behind it: "40 died. The Ministry of Health reported."; what
    somebody complained or explained is another thing."""
    behind = number + 1
    if behind == len(story.sentences) or story.sentences[behind].paragraph != story.sentences[number].paragraph:
        return None
    told = story.reports(behind)[:1]
    return Told(told[0], carried=True) if told and _alone(story, told[0], behind) else None


def _alone(story: Story, report: Report, number: int) -> bool:
    """Whether a sentence tells no more than who said something, and when: no "Sad," the mayor said."""
    sentence, speaker = story.sentences[number], report.speaker
    if report.rule.frame != "say" or report.content or speaker is None:
        return False
    near = speaker[0] - sentence.start <= _NEAR and sentence.end - report.cue[1] <= _NEAR
    opening = story.text[sentence.start : speaker[0]].lower().split()
    opens = opening[:1] in ([], ["as"]) or opening[0] in story.grammar.time_preposition
    tells = story.text[slice(*report.cue)].lower() in story.grammar.said_of_that
    return near and opens and tells and story.text[slice(*speaker)].lower() not in story.grammar.pronoun


def carried_on(story: Story, number: int) -> Told | None:
    """The report of the sentence before, where this one plainly goes on with its count."""
    sentence = story.sentences[number]
    if number == 0 or story.reports(number) or story.sentences[number - 1].paragraph != sentence.paragraph:
        return None
    before = story.sentences[number - 1]
    told = [r for r in story.reports(number - 1) if r.rule.frame in _CARRYING and r.speaker and r.content]
    if not told or told[-1].rule.manner == "denies":
        return None
    counted = any(story.counts(first, last) for first, last in told[-1].content)
    to_the_end = told[-1].before or told[-1].content[-1][1] >= before.end - 2
    sign = _goes_on(story, number) if counted and to_the_end else None
    return Told(told[-1], carried=True, sign=sign) if sign is not None else None


def told_by_none(story: Story, number: int) -> Told | None:
    """Who tells a sentence that opens with words of nobody: the last who said something in the paragraphs before.

    "This is reported by the navy. / It was noted that 40 died".
    """
    opening = " ".join(story.line(number).lows[:_OPENING])
    if number == 0 or not any(opening.startswith(phrase) for phrase in story.lexicon.classes["told-by-none"]):
        return None
    for before in range(number - 1, max(-1, number - 1 - _BACK), -1):
        told = [r for r in story.reports(before) if r.rule.frame in (*_CARRYING, "label") and r.speaker is not None]
        if told:
            return Told(told[-1], carried=True) if told[-1].rule.manner != "denies" else None
    return None


def _goes_on(story: Story, number: int) -> str | None:
    """The rule by which a sentence goes on: how it opens, or a number first and a word of the list."""
    lows = story.line(number).lows
    if not story.lexicon.classes["own-sum"].isdisjoint(lows):
        return None  # the total therefore is 400
    if _was_so(story, number):
        return _WAS
    for form in story.lexicon.carry:
        size = len(form.words)
        if form.form == "word" and any(tuple(lows[at : at + size]) == form.words for at in _openings(form.words)):
            return form.rule.id
    if len(lows) > _SHORT or not any(low[0].isdigit() or low in story.grammar.quantifier for low in lows[:4]):
        return None
    adding = [low for at, low in enumerate(lows) if lows[at + 1 : at + 2] != ["than"]]  # more, not more than
    return next((f.rule.id for f in story.lexicon.carry if f.form == "noun" and f.words[0] in adding), None)


def _was_so(story: Story, number: int) -> bool:
    """Whether a sentence tells how high the count before was at another time: "It was | 40 on Monday", "On Friday it
    stood at | 40", "That is down from | about 40"; no "it was 40 degrees"."""
    tokens, grammar = story.line(number), story.grammar
    lows, words = tokens.lows, story.lexicon.classes["it-was"]
    for at in range(min(_WAS_AT, len(lows))):
        size = next((n for n in range(_WAS_LONG, 0, -1) if " ".join(lows[at : at + n]) in words), 0)
        if not size:
            timed = any(lows[at] in kinds for kinds in (grammar.preposition, grammar.time_opener, grammar.time_noun))
            known = timed or lows[at] in grammar.adverb | grammar.determiner | {","} or lows[at] in grammar.weekday
            if not (known or lows[at] in grammar.month or lows[at][0].isdigit()):
                return False
            continue
        first = at + size
        while first < len(lows) and lows[first] in grammar.before_number:
            first += 1
        behind = lows[first + 1] if first + 1 < len(lows) else "."
        bare = not behind[0].isalnum() or behind in grammar.preposition or behind in grammar.time_opener
        bare = bare or behind in grammar.day_part or behind in grammar.weekday
        return first < len(lows) and lows[first][0].isdigit() and bare
    return False


def _openings(words: tuple[str, ...]) -> range:
    """Where such words may stand: "of them" a few words in, the others at the very start."""
    return range(7) if words[0] == "of" else range(1)


def broken_down(story: Story, number: int) -> Told | None:
    """Who tells a whole whose parts the next sentences give: "X says 80 sailors died. 42 drowned. Of the 80"."""
    for before in range(number - 1, max(story.opening(number) - 1, number - 1 - _PARTS), -1):
        spoken = _counting(story, before)
        if spoken is None and story.reports(before):
            return None
        if spoken is None:
            continue
        whole = [piece for first, last in spoken.content for piece in _counted(story, before, first, last)]
        parts = all(_part_of(story, part, whole) for part in range(before + 1, number + 1))
        return Told(spoken, carried=True, sign=_PART) if parts else None
    return None


def _counting(story: Story, number: int) -> Report | None:
    """The report of a sentence that tells a count to its end."""
    told = [r for r in story.reports(number) if r.rule.frame in _CARRYING and r.speaker and r.content]
    if not told or told[-1].rule.manner == "denies" or unmade(story, told[-1]):
        return None
    end = story.sentences[number].end
    return told[-1] if told[-1].before or told[-1].content[-1][1] >= end - 2 else None


def _counted(story: Story, number: int, first: int, last: int) -> list[tuple[str, str]]:
    """The numbers in a stretch, each with what is counted: "80", "sailo" (five letters, as sailors are told of)."""
    line = story.line(number)
    within = [k for k in range(len(line.lows) - 1) if first <= line.starts[k] < last]
    vague = story.lexicon.classes["counted-anywhere"]
    numbered = (k for k in within if line.lows[k][0].isdigit() or line.lows[k] in story.grammar.quantifier)
    return [(line.lows[k], line.lows[k + 1][:_STEM]) for k in numbered if line.lows[k + 1][:_STEM] not in vague]


def _part_of(story: Story, number: int, whole: list[tuple[str, str]]) -> bool:
    """Whether a sentence opens with a number of what is counted in a whole, and no greater one."""
    line, leads = story.line(number), story.grammar.before_number | {"out", "of", "the", "these", "some"}
    first = next((k for k, low in enumerate(line.lows[:_OPENING]) if low not in leads), 0)
    opening = _counted(story, number, line.starts[first], line.starts[first] + 1) if line.lows else []
    if not opening or story.sentences[number].kind == "junk":
        return False
    (count, noun), told = opening[0], [count for count, noun in whole if noun == opening[0][1]]
    greater = count.isdecimal() and all(one.isdecimal() and int(one) < int(count) for one in told)
    return noun.isalpha() and told != [] and not greater


def unmade(story: Story, report: Report) -> bool:
    """Whether it is a document that nobody is said to have made: "the mayor said | early reports show 40 dead"."""
    words = story.text[slice(*report.speaker)].split() if report.speaker else []
    words = words[:-1] if words[-1:] in (["that"], ["which"]) else words  # they have documents which | show
    if report.rule.frame == "act" or not words or not " ".join(words).replace(" ", "").isalpha():
        return False
    grammar = story.grammar
    alone = words[0][0].islower() and not any(word[0].isupper() or word in grammar.whose_document for word in words)
    return alone and words[0] not in grammar.possessive and words[-1] in grammar.document
