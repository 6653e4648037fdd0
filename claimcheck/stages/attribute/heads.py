"""The words for a speaker by their shape: where the head of the phrase ends, and how its words are written."""

from __future__ import annotations

import re
from functools import cached_property

from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.line import DASHES, Line, in_name
from claimcheck.stages.attribute.memory import Memory
from claimcheck.stages.attribute.story import Story

_WORD = re.compile(r"\w+")
_CHARGES = 4  # that a body is named for: "the Department of Food, Water, Roads and Energy"
OF = ("of", "for", "from", "at", "with", "by", "in")  # what joins a body to what it belongs to


_NO_MARKS = str.maketrans("", "", '"“”„«»')  # the “Dawn” newspaper


class Heads:
    """Reads the phrases of one article."""

    def __init__(self, story: Story, memory: Memory, atlas: Atlas) -> None:
        self.story = story
        self.memory = memory
        self.atlas = atlas
        self.classes = story.lexicon.classes

    def _plain(self, words: Line, first: int, last: int) -> str:
        """The words as written, without what opens them: "the", "a recent"; an apostrophe is straight."""
        grammar = self.story.grammar
        while (
            first < last - 1
            and words.lows[first + 1] != "of"  # some of the men
            and (words.lows[first] in grammar.determiner or words.lows[first] in grammar.adverb)
        ):
            first += 1
        person = (
            words.lows[last - 1] in self.classes["person-title"] or words.lows[last - 1] in self.classes["anonymous"]
        )
        if person and words.lows[first] in self.classes["realm"] and words.lows[first + 1 : first + 2] == ["'s"]:
            first += 2
        text = " ".join(self.story.text[words.starts[first] : words.ends[last - 1]].split()) if first < last else ""
        marked = text != (text := text.translate(_NO_MARKS))
        text = text.replace("’", "'")  # one who is written either way is one
        opens = self.story.sentences[self.story.sentence_at(words.starts[0])].start == words.starts[0]
        named = match(self.atlas.places, words.words, first) is not None if first < len(words.words) else False
        named = named or (first < len(words.lows) and words.lows[first] in self.classes["region"])
        kept = any(c.isupper() for c in text[1:]) or first > 0 or named or not opens or marked
        owned = words.lows[first + 1 : first + 2] == ["'s"] and last - first > 2  # Berg's lawyer
        name = words.words[first] if first < last and (owned or last - first == 1) else ""
        if opens and first == 0 and self._commonly(words, last):
            text = text[:1].lower() + text[1:]  # Activists in Varna
        return text if kept or (name and self._only_a_name(name)) else text.lower()

    def _commonly(self, words: Line, last: int) -> bool:
        """Whether a phrase opens with a noun for people or what is told of them, and goes on in small letters."""
        people = self.classes["collective"] | self.classes["anonymous"] | self.classes["speaker-modifier"]
        return last > 1 and words.lows[0] in people and words.words[0][1:].islower() and words.words[1].islower()

    def _only_a_name(self, word: str) -> bool:
        """Whether a word that opens a sentence is a name, by its never being written small: "Victoria", "Unilever"."""
        low, document = word.lower(), self.story.grammar.document
        common = low in self.story.lexicon.holders or low in document or low.removesuffix("s") in document
        return not common and not self._written.issuperset(_WORD.findall(low))

    @cached_property
    def _written(self) -> frozenset[str]:
        """The words of the article as they are written."""
        return frozenset(_WORD.findall(self.story.text))

    def _head(self, words: Line, core: int, begin: int = 0) -> int:
        """The last token of a phrase before anything that hangs on it."""
        hung = self.classes["hung-on-head"]
        for at in range(begin + 1, core):
            if (words.lows[at] in OF or words.lows[at] in hung) and words.words[at][0].islower():
                return at - 1
        return core - 1

    def _core_end(self, words: Line, first: int = 0) -> int:
        """Where the head of a phrase ends: before an apposition or a relative clause."""
        for at in range(first, len(words.lows)):
            low = words.lows[at]
            if (
                (low == "," and not self._inside_name(words, at))
                or low in self.story.grammar.relative
                or (low == "that" and at > first and words.lows[at - 1] in self.story.lexicon.holders)
                or (low[0] == "(" and words.lows[at + 1 : at + 2] != ["of"])  # the Rescue Service (RS)
                or (low in DASHES and (low != "-" or at > first))
                or (
                    at > first
                    and (
                        self._met(words, at)
                        or self._day(words, at)
                        or self._last_day(words, at)
                        or self._doing(words, at)
                    )
                )
                or (self.story.unpointed and self._unparted(words, first, at))
                or (at > first and low.endswith("ed") and words.lows[at + 1 : at + 2] == ["by"])
            ):
                return at
        return len(words.lows)

    def _met(self, words: Line, at: int) -> bool:
        """Whether a clause tells how somebody without a name was met: "residents | we reached by phone"."""
        nameless = self.classes["collective"] | self.classes["anonymous"]
        return words.lows[at] in ("we", "i") and words.lows[at - 1] in nameless and at + 1 < len(words.lows)

    def _day(self, words: Line, at: int) -> bool:
        """Whether words of time begin that are no part of a name: "the army | on Monday"."""
        after, grammar = words.lows[at + 1 : at + 2], self.story.grammar
        if words.lows[at] in ("on", "last") and after and (after[0] in grammar.weekday or after[0] in grammar.month):
            return True
        if words.lows[at] in ("between", "from") and after and after[0] in grammar.month:
            return True  # a poll by the centre | between May 26 and June 1
        there = after == ["the"] and words.lows[at] in self.classes["before-spell"]  # over | the weekend
        opens = there or (words.lows[at] in grammar.time_opener and words.lows[at] not in ("the", "that", "on"))
        closes = at + 2 + there == len(words.lows) and words.lows[-1] in grammar.time_noun
        return opens and closes and words.words[at - 1][0].islower()

    def _doing(self, words: Line, at: int) -> bool:
        """Whether a participle tells what one is about: "a researcher | leading the team"."""
        after = words.lows[at + 1 : at + 2]
        opens = not after or (after[0] in self.story.grammar.determiner or after[0] in self.story.grammar.preposition)
        return opens and words.lows[at].endswith("ing") and words.lows[at - 1] in self.classes["anonymous"]

    def _last_day(self, words: Line, at: int) -> bool:
        """Whether a day closes a phrase: "results released by the company | Monday"."""
        closes = at + 1 == len(words.lows) or words.lows[at + 1] == ","
        named = words.lows[at - 1] in self.story.grammar.determiner  # the | Sun
        return closes and words.lows[at] in self.story.grammar.weekday and words.words[at - 1].islower() and not named

    def _unparted(self, words: Line, first: int, at: int) -> bool:
        """Whether an apposition lost its comma: "Rami Nasser | head of the clinic", "Larkin Aid | another group"."""
        aged = at == first + 1 and words.lows[at] == "a" and words.lows[at + 1 : at + 2] != []
        if aged and words.words[first][0].isupper() and words.lows[at + 1][0].isdigit():
            return True  # Ana | a 28-year-old teacher
        named = (word for word in words.words[first:at] if word.lower() not in ("the", *OF, "and"))
        if at < first + 2 or not all(map(in_name, named)) or words.words[at - 1].islower():
            return False
        low, after = words.lows[at], words.lows[at + 1 : at + 2]
        alone = at < first + 4 and not any(lowered in OF for lowered in words.lows[first:at])  # Ana Roe | the dean
        leads = low == "the" and any(ahead in self.classes["leads"] for ahead in words.lows[at + 1 : at + 4])
        leads = leads or (words.words[at] == "the" and alone and words.lows[first] != "the")
        return (
            low in ("a", "an", "another")
            or leads
            or (low in self.story.grammar.apposed and after in (["of"], ["at"], ["for"]))
        )

    def _inside_name(self, words: Line, at: int) -> bool:
        """Whether a comma belongs to a name: "State Commission for Captured, Missing and Hostage Citizens"."""
        lows = words.lows
        if 0 < at < len(lows) - 1 and lows[at - 1].isdigit() and lows[at + 1].isdigit():
            return True  # a May 15, 2011 letter
        if self._charged_with(words, at):
            return True
        return (
            "and" in lows[at : at + 4]
            and at + 1 < len(lows)
            and words.words[at - 1][0].isupper()
            and any(low in ("for", "on") for low in lows[:at])
        )

    def _charged_with(self, words: Line, at: int) -> bool:
        """Whether a comma stands in what a body of a state is charged with: "the Ministry of Health, | Labour and
        Welfare"; not before other bodies: "the Ministry of Health, | UNICEF and Larkin Aid"."""
        of = next((k for k in range(1, at) if words.lows[k] == "of"), 0)
        body = of > 0 and words.lows[of - 1] in self.classes["state-body"] and words.words[of - 1][0].isupper()
        joint = next((k for k in range(at, min(at + 2 * _CHARGES, len(words.lows) - 1)) if words.lows[k] == "and"), at)
        row = words.words[of + 1 : joint + 2]
        return (
            body
            and joint > at
            and all(word.istitle() if k % 2 == 0 else word in (",", "and") for k, word in enumerate(row))
        )
