"""An office told without a name in, its holder's name out: "the governor of Osk", who is "Osk governor Ana Berg"."""

from __future__ import annotations

import re
from abc import ABC
from collections.abc import Iterator
from functools import cached_property

from claimcheck.records import Span
from claimcheck.stages.attribute.documents import Documents
from claimcheck.stages.attribute.knownnames import Named
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.pointing import just_said
from claimcheck.stages.attribute.wording import POSSESSIVES

_OPENING = 3  # sentences with which an article begins
_FORETOLD = 10  # sentences in which he is named
_PARAGRAPH = 6  # sentences of one that are looked through
_ANYBODY = ("official", "officials")
_FIGURE = re.compile(r"\d[\d,.]*\d")
_MOST = 4  # words of a place's or body's name
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*+"
_NOW = r"(?<!ormer )(?<!eputy )(?<!hen )(?<!ice )(?<!cting )(?<!nterim )(?<!ieutenant )(?<![\w'’-])"
_STILL = r"(?!['’]s\b|\s(?:until|till)\s|\s(?:from|in)\s\d)"


class OfficeHolders(Documents, ABC):
    """Names those who hold an office of a place or a body, by how the article names them elsewhere."""

    def _of_holder(self, words: Line, core: int, depth: int) -> Named | None:
        """ "The governor of Osk", "the Osk governor": the one holder of this office whom the article names."""
        office = self._office_told(words, core) if depth > 1 else None
        holders = self._holders(*office) if office is not None else []
        if len({self.story.text[slice(*name)].split()[-1] for name in holders}) != 1:
            return None
        return self._named(holders[0], depth - 1)._replace(resolved=holders[0])

    def _of_same_figure(self, words: Line, core: int, span: Span, depth: int) -> Named | None:
        """ "An official says", "Roe aide: 40 died", where an article begins: whom it names with its figure."""
        number, noun = self.story.sentence_at(span[0]), words.lows[core - 1]
        unnamed = number < _OPENING and core == len(words.lows) and noun in self.classes["unnamed-office"]
        if not unnamed or depth < 2 or self._place(words, 0, core) is not None:
            return None
        of = [word for word in words.words[:-1] if word[0].isupper() and word.lower() not in self.memory.function]
        told = (who for who in self._telling(number) if self._is_one(line(self.story.text, *who), noun, of))
        found = next(told, None) or self._told_next(words, number, of)
        named = self._named(found, depth - 1) if found is not None else Named(())
        fits = len(named.sources) == 1 and named.sources[0].kind in ("person", "government", "forces")
        return named._replace(resolved=found) if fits else None

    def _telling(self, number: int) -> Iterator[Span]:
        """Who speaks in the paragraphs below a sentence that tell one of its figures."""
        sentences, text = self.story.sentences, self.story.text
        figures = set(_FIGURE.findall(text, sentences[number].start, sentences[number].end))
        for below in range(number + 1, min(number + _FORETOLD, len(sentences)) if figures else 0):
            last = next(
                (k for k in range(below, len(sentences)) if sentences[k].paragraph != sentences[below].paragraph),
                len(sentences),
            )
            end = sentences[min(last, below + _PARAGRAPH) - 1].end
            if self.story.headline(below):
                continue
            again = not figures.isdisjoint(_FIGURE.findall(text, sentences[below].start, end))
            for report in self.story.reports(below):
                if report.speaker is not None and (again or just_said(self.story, report)):
                    yield report.speaker

    def _told_next(self, words: Line, number: int, of: list[str]) -> Span | None:
        """ "A top bank official said. | Le Manh Hung, head of the State Bank's department, told": whom the paragraph
        behind a lead opens with, by a name and his office."""
        paragraph = self.story.sentences[number].paragraph
        below = next((k for k, s in enumerate(self.story.sentences) if s.paragraph > paragraph), None)
        if below is None or of or words.lows[0] not in ("a", "an"):
            return None
        for report in self.story.reports(below)[:1]:
            who = line(self.story.text, *report.speaker) if report.speaker is not None else None
            if who is None or report.speaker is None or report.speaker[0] != self.story.sentences[below].start:
                continue
            name = next((k for k, low in enumerate(who.lows) if low == ","), 0)
            named = 1 < name <= _MOST and all(word[0].isupper() for word in who.words[:name])
            offices = self.classes["government-office"] | self.classes["leads"]
            if named and not offices.isdisjoint(who.lows[name + 1 : name + 1 + _MOST]):
                return report.speaker
        return None

    def _is_one(self, who: Line, noun: str, of: list[str]) -> bool:
        """Whether a speaker has a name and what he is told to be, or whose: "Tom Berg, an adviser to Ana | Roe"."""
        name = sum(word[0].isupper() for word in who.words[:_MOST])
        same = noun in who.lows or (bool(of) and all(word in who.words for word in of))
        return name > 1 and len(who.words) > _MOST // 2 and (same or (noun in _ANYBODY and not of))

    def _office_told(self, words: Line, core: int) -> tuple[str, str] | None:
        """The office, and of what it is: "governor" and "Osk"; None where a name or more is told with it."""
        first, offices = int(words.lows[0] in self.story.grammar.determiner), self.classes["sole-office"]
        last = core - 1
        if last > first and words.lows[last] in offices:
            of = range(first, last - (words.lows[last - 1] in POSSESSIVES))
        elif words.lows[first] in offices and words.lows[first + 1 : first + 2] == ["of"]:
            of = range(first + 2 + (words.lows[first + 2 : first + 3] == ["the"]), core)
            last = first
        else:
            return None
        capital = 0 < len(of) <= _MOST and all(words.words[k][0].isupper() for k in of)
        whole = len(words.lows) == core and capital
        return (words.lows[last], self.story.text[words.starts[of[0]] : words.ends[of[-1]]]) if whole else None

    def _holders(self, noun: str, of: str) -> list[Span]:
        """The names of all whom the article tells to hold an office of something."""
        if (noun, of) not in self._holding:
            office, owner, name = rf"(?i:{re.escape(noun)})", re.escape(of), self._name_of_person
            told = (
                rf"{_NOW}{owner}(?:['’]s)?\s{office},?\s{name}",
                rf"{_NOW}{office}\sof\s(?:the\s)?{owner},?\s{name}",
                rf"(?<![\w'’-]){name},\s(?:the\s)?{office}\sof\s(?:the\s)?{owner}\b{_STILL}",
                rf"(?<![\w'’-]){name},\s(?:the\s)?{owner}(?:['’]s)?\s{office}\b{_STILL}",
            )
            found = (
                hit.span(1) for form in told for hit in re.finditer(form, self.story.text) if of in self.story.text
            )
            self._holding[noun, of] = sorted(found)
        return self._holding[noun, of]

    def _sole_holder(self, noun: str) -> list[Span]:
        """The names of who is told with an office and a place before it, where that is one: "Osk governor Ana Berg"."""
        if noun not in self.classes["sole-office"]:
            return []
        if (noun, "") not in self._holding:
            office = rf"(?i:{re.escape(noun)})"
            named = rf"{_NOW}(?!The\s|An?\s){_WORD}(?:['’]s)?\s{office},?\s{self._name_of_person}"
            self._holding[noun, ""] = [hit.span(1) for hit in re.finditer(named, self.story.text)]
        found = self._holding[noun, ""]
        return found if len({self.story.text[slice(*name)].split()[-1] for name in found}) == 1 else []

    @cached_property
    def _name_of_person(self) -> str:
        """A pattern for two to four words of a name: "Ana van der Berg"."""
        particles = "|".join(sorted(self.classes["name-particle"]))
        return rf"({_WORD}(?:\s(?:(?:{particles})\s)?{_WORD}){{1,3}})"

    @cached_property
    def _holding(self) -> dict[tuple[str, str], list[Span]]:
        return {}
