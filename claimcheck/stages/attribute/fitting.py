"""Whom a pronoun may stand for: a person by gender words, names and titles; a body by its head or as a known name."""

from __future__ import annotations

import re

from claimcheck.records import Span
from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.firms import Firms
from claimcheck.stages.attribute.line import Line, in_name, line
from claimcheck.stages.attribute.story import Story

_LONGEST_NAME = 5  # words
_LONG = 6  # letters: Ming, Sting and Flemming are names
_FIRST_NAME = 24  # characters before a surname that may be a first name


class Fitting:
    """Looks at the phrases of one article."""

    def __init__(self, story: Story, atlas: Atlas, firms: Firms) -> None:
        self.story = story
        self.atlas = atlas
        self.firms = firms
        self._sexes: dict[str, tuple[bool, bool]] = {}  # by surname: whether of a woman, whether of a man
        self._alone: dict[tuple[str, str], bool] = {}  # by the last two words of a name

    def person(self, span: Span, pronoun: str) -> bool:
        """Whether a phrase may be whom "he" or "she" stands for, by its words and by how the article calls him."""
        words = line(self.story.text, *span)
        lows = words.lows
        classes = self.story.lexicon.classes
        if lows[0] in self.story.grammar.pronoun or lows[0] in self.story.grammar.relative or lows[0] == "that":
            return False
        called = _called(lows)
        if self._counted(lows) or self._of_a_land(words):
            return False
        own = called[max((at + 1 for at, low in enumerate(called) if low == "'s"), default=0) :]  # his sister's | house
        female = any(low in classes["female"] or low in classes["female-name"] for low in own)
        male = any(low in classes["male"] or low in classes["male-name"] for low in own)
        if not female and not male:
            female, male = self._titled(words.words[len(called) - 1])
        if (pronoun == "he" and female and not male) or (pronoun == "she" and male and not female):
            return False
        if male or female:
            return True
        if any(match(self.atlas.places, words.words, k) for k in range(len(lows))) and not self._personal(words):
            return False
        return self._personal(words)

    def body(self, span: Span, pronoun: str) -> bool:
        """Whether a phrase may be what "it" or "they" stands for."""
        words = line(self.story.text, *span)
        first = words.lows[0]
        if first in self.story.grammar.pronoun or first in self.story.grammar.relative or self._counted(words.lows):
            return False
        known = self._known(words, len(words.words)) or self._firm(words)
        if pronoun == "they":
            several = words.lows[-1].endswith("s") or words.lows[-1] in self.story.grammar.plural
            return several or known or "and" in words.lows
        return known or (self._bodily(words) and not self._personal(words) and not self._several(words))

    def _several(self, words: Line) -> bool:
        """Whether a phrase names people who go by no name: "trusted sources", "witnesses"."""
        head, classes = (_called(words.lows) or [""])[-1], self.story.lexicon.classes
        return head.endswith("s") and (head[:-1] in classes["anonymous"] or head in classes["collective"])

    def _of_a_land(self, words: Line) -> bool:
        """Whether a lone word is a country's whose apostrophe is lost: "Syrias"."""
        return len(words.words) == 1 and match(self.atlas.places, [words.words[0].removesuffix("s")], 0) is not None

    def named_body(self, span: Span) -> bool:
        """Whether a name may be a body's: "Larkin Estates"; no first name, no title, none of his surname elsewhere."""
        words, classes = line(self.story.text, *span), self.story.lexicon.classes
        name = [word for word in words.words if word not in ("the", "The")]
        if not name or len(name) > _LONGEST_NAME or not all(word[0].isupper() for word in name):
            return False
        lows = [word.lower() for word in name]
        known = classes["female-name"] | classes["male-name"] | self.story.lexicon.titles | self.story.lexicon.function
        if not known.isdisjoint(lows):
            return False
        apart = len(name) > 1 and self._stands_alone(name[-2], name[-1])
        return not apart and self._titled(name[-1]) == (False, False)

    def _stands_alone(self, before: str, last: str) -> bool:
        """Whether the last word of a name stands without the one before it somewhere: a surname."""
        if (before, last) not in self._alone:
            text, at = self.story.text, self.story.text.find(last)
            while at >= 0 and not self._word_alone(at, before, last):
                at = text.find(last, at + 1)
            self._alone[before, last] = at >= 0
        return self._alone[before, last]

    def _word_alone(self, at: int, before: str, last: str) -> bool:
        text, end = self.story.text, at + len(last)
        whole = not (at and (text[at - 1].isalnum() or text[at - 1] in "_'’-"))
        closed = not (last[-1].isalnum() and text[end : end + 1].isalnum())
        return whole and closed and not text.endswith(f"{before} ", 0, at)

    def _counted(self, lows: list[str]) -> bool:
        """Whether a phrase counts something: "20 people", "dozens of them"; not by an age: "Ana Berg, 53"."""
        lows = lows[: lows.index(",")] if "," in lows else lows
        return any(low[0].isdigit() or low in self.story.grammar.quantifier for low in lows[:4])

    def _titled(self, surname: str) -> tuple[bool, bool]:
        """Whether the article calls somebody of a surname Ms. or Mr., or by first names that tell it."""
        if surname not in self._sexes:
            self._sexes[surname] = self._sex_of(surname)
        return self._sexes[surname]

    def _sex_of(self, surname: str) -> tuple[bool, bool]:
        text, classes = self.story.text, self.story.lexicon.classes
        female = any(f"{title} {surname}" in text for title in ("Ms.", "Mrs.", "Ms", "Mrs", "Miss"))
        male = not female and any(f"{title} {surname}" in text for title in ("Mr.", "Mr"))
        if female or male:
            return female, male
        places = (hit.start() for hit in re.finditer(rf" {re.escape(surname)}\b", text))
        given = {text[max(0, at - _FIRST_NAME) : at].split(" ")[-1].lower() for at in places}
        female, male = (not given.isdisjoint(classes[names]) for names in ("female-name", "male-name"))
        return (female, male) if female != male else (False, False)

    def _personal(self, words: Line) -> bool:
        """Whether a phrase names a person: two capital words, a title, or one person's trade."""
        classes = self.story.lexicon.classes
        core = words.lows[: words.lows.index(",")] if "," in words.lows else words.lows
        if any(low in classes["organisation"] or low in self.story.grammar.document for low in core[-1:]):
            return False
        if _lettered(words) or self._body_by_name(words, len(core)):
            return False
        called = _called(words.lows)
        titles = classes["anonymous"] | classes["person-title"]
        one = not called or in_name(words.words[len(called) - 1]) or called[-1] in titles - classes["portfolio"]
        if one and any(low in titles for low in core):
            return True
        if core[-1:] and core[-1] in classes["landform"] | classes["no-surname"]:
            return False  # Orumiyeh Lake, East Asia
        if len(core) > 1 and len(core[0]) > _LONG and core[0].endswith("ing"):
            return False  # Leaving Larkin
        if any("/" in word for word in words.words[: len(core)]):
            return False  # Ana Berg/AFP: who took the picture
        capitals = [w for w in words.words[: len(core)] if in_name(w)]
        named = bool(capitals) and len(capitals) == len(core) and 1 <= len(core) <= 4
        return named and not self._known(words, len(core)) and not self.firms.known(capitals)

    def _body_by_name(self, words: Line, size: int) -> bool:
        """Whether a phrase is no more than the name of a body of the packs, or of a creed: "Islamic State"."""
        found = match(self.atlas.actors, words.words, 0)
        creed = size > 1 and words.lows[size - 1].endswith("ism")
        return creed or (found is not None and found[0] == size > 1)

    def _firm(self, words: Line) -> bool:
        """Whether a phrase is a firm's name, whatever hangs on it."""
        size = next((k for k, word in enumerate(words.words) if not word[0].isupper()), len(words.words))
        return self.firms.known(words.words[:size])

    def _known(self, words: Line, size: int) -> bool:
        return any(
            match(self.atlas.actors, words.words, k) or match(self.atlas.places, words.words, k) for k in range(size)
        )

    def _bodily(self, words: Line) -> bool:
        """Whether a phrase names a body or a document, by its head or as a name: no bomb, no square."""
        called = _called(words.lows)
        head = called[-1] if called else ""
        named = _lettered(words) or any(word[0].isupper() for word in words.words[1 : len(called)])
        return named or head in self.story.lexicon.holders or head in self.story.grammar.document


def _lettered(words: Line) -> bool:
    """Whether a phrase is the letters of a body: "KDF"."""
    return len(words.words) == 1 and words.words[0].isupper() and len(words.words[0]) > 1


def _called(lows: list[str]) -> list[str]:
    """The words by which a phrase's head is called: those before a comma or a preposition."""
    for at, low in enumerate(lows):
        if low in (",", "of", "for", "who", "from"):
            return lows[:at]
    return lows
