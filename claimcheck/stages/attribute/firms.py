"""The firms that an article names in, which of them "the airline" or "a company spokesman" is out.

A firm is told by what it is ("the airline Larkin", "Tui, the travel firm,"), by the end of its name ("Berg Ltd") or by
what it is traded under ("Larkin (LRK.N)").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.stages.attribute.atlas import Atlas, match
from claimcheck.stages.attribute.line import line
from claimcheck.stages.attribute.story import Story
from claimcheck.stages.attribute.wording import POSSESSIVES

_WORD = r"[^\W\d_a-z][\w&’'-]*+(?:\.[\w-]++)*+"
_NAME = rf"(?<![\w’'.-])({_WORD}(?:\s(?:&\s)?{_WORD}){{0,5}}+)"
_TRADED = r"\s[(\[](?:[A-Z]{1,6}\.[A-Z]{1,3}|[A-Z]{3,6}:\s?[A-Z]{1,5})[)\]]"  # Larkin (LRK.N), (NYSE: LRK)
_TOLD = r",\s(?:the|a|an|one\sof\sthe)\s([a-z0-9’'.\-\s]{0,60}?\b(?:%s))(?=[,.;]|\s(?:%s)\b)"
_NOT_THEIRS = r"(?<!\bat the )(?<!\bwith the )(?<!\bfrom the )(?<!\blaw )"  # a lawyer with the firm | Roe & Berg
_PAIR = re.compile(rf"(?<![\w’'.-])({_WORD})\s(?:and|&)\s({_WORD})")
_NOUN = 30  # characters before a name that are looked at
_MOST = 40  # mentions that are looked back over
_BACK = 8  # sentences to the firm that is called again


class Firm(NamedTuple):
    """A firm as the article names it: its words without "Inc", and what it is told as."""

    words: tuple[str, ...]
    nouns: frozenset[str]


class Firms:
    """Knows the firms of one article."""

    def __init__(self, story: Story, atlas: Atlas) -> None:
        self.story = story
        self.atlas = atlas
        self.classes = story.lexicon.classes
        self.nouns = self.classes["firm"]
        self._by_noun: dict[str, tuple[list[Span], bool]] = {}

    def known(self, words: list[str]) -> bool:
        """Whether some words are the name of a firm, or its short form."""
        bare = self._bare(words)
        return bool(bare) and any(bare == firm.words[: len(bare)] for firm in self._named.get(bare[0], ()))

    def joined(self, first: str, second: str) -> bool:
        """Whether two names are one firm's to the article: "the law firm Marks and Berg", "Marks & Berg", "Marks and
        Berg said it sold"; where neither is named alone and one firm is told of, "the firm" is theirs."""
        pair = (first, second)
        if first == second or pair in self._as_one:
            return True
        alone = all(self._pairs[pair] == self._words[name] for name in pair)
        return alone and len(self._pairs) == 1 and self._a_firm

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        """The pairs of names that an "and" joins."""
        return Counter((hit[1], hit[2]) for hit in _PAIR.finditer(self.story.text))

    @cached_property
    def _as_one(self) -> frozenset[tuple[str, str]]:
        """Those that are told with an ampersand, what a firm is, or "it" (but "it was late")."""
        text, nouns = self.story.text, "|".join(sorted(self.nouns))
        before = re.compile(rf"\b(?:{nouns}),?\s\Z")
        ending = "|".join(sorted(self.classes["firm-ending"] | self.classes["firm-form"]))
        behind = re.compile(
            rf"\s(?i:{ending})\b|\s\w+(?:\sthat)?\s(?:its|it\s(?!is\b|was\b|ha[sd]\b|(?:would|will|could|may)\sbe\b))|\s(?:is|was|has|says)\b"
            rf"|,\s(?:the|a|an)\s(?:[\w-]+\s){{0,4}}?(?:{nouns})\b"
        )
        found = _PAIR.finditer(text)
        return frozenset(
            (hit[1], hit[2])
            for hit in found
            if "&" in hit[0]
            or behind.match(text, hit.end())
            or before.search(text, max(0, hit.start() - _NOUN), hit.start())
        )

    @cached_property
    def _words(self) -> Counter[str]:
        """How often the text has each capital word."""
        return Counter(re.findall(rf"(?<![\w’'.-]){_WORD}", self.story.text))

    @cached_property
    def _a_firm(self) -> bool:
        """Whether the text tells of "the firm", without its name."""
        nouns = "|".join(sorted(self.nouns))
        return re.search(rf"\b[Tt]he\s(?:{nouns})\b(?!\s[A-Z])", self.story.text) is not None

    def begun(self, word: str) -> str | None:
        """The one firm whose name begins with a word that its people would be called by: "American | Airlines"."""
        names = {" ".join(firm.words) for firm in self._named.get(word, ()) if len(firm.words) > 1}
        return names.pop() if len(names) == 1 else None

    def called(self, noun: str, offset: int) -> Span | None:
        """The firm that a noun stands for at an offset: of those that may be called so the one told of last, first in
        a sentence or as who speaks; else the only one."""
        mentions, alone = self._so_called(noun)
        last = bisect_left(mentions, (offset, 0))
        number = self.story.sentence_at(offset)
        nearest: Span | None = None
        for span in reversed(mentions[max(0, last - _MOST) : last]):
            if number - self.story.sentence_at(span[0]) > _BACK:
                break
            if self._leads(span):
                return span
            nearest = nearest or span
        return nearest or (mentions[0] if mentions and alone else None)

    def _so_called(self, noun: str) -> tuple[list[Span], bool]:
        """Where those firms are named that a noun may stand for, and whether it is one alone."""
        if noun not in self._by_noun:
            fits = self._may_be(noun)
            self._by_noun[noun] = [span for span, firm in self._mentions if firm in fits], len(fits) == 1
        return self._by_noun[noun]

    def _may_be(self, noun: str) -> frozenset[Firm]:
        """The firms that a noun may stand for: those told so, those with it in their names, else any for "company", and
        for another noun the only one, where it is told as nothing else: no airline is "the bank"."""
        every = frozenset(firm for firms in self._named.values() for firm in firms)
        told = frozenset(firm for firm in every if noun in firm.nouns)
        named = frozenset(firm for firm in every if any(noun in word.lower() for word in firm.words))
        wide = self.classes["any-firm"]
        fits = noun in wide or (len(every) == 1 and all(firm.nouns <= wide for firm in every))
        return told or named or (every if fits else frozenset())

    def _leads(self, span: Span) -> bool:
        """Whether a firm opens its sentence, or speaks in it."""
        number = self.story.sentence_at(span[0])
        lead = self.story.text[self.story.sentences[number].start : span[0]]
        spoken = (report.speaker for report in self.story.reports(number))
        return lead.count(" ") < 2 or any(who is not None and who[0] <= span[0] < who[1] for who in spoken)

    @cached_property
    def _mentions(self) -> list[tuple[Span, Firm]]:
        """Where firms are named, in order."""
        if not self._named:
            return []
        first = "|".join(sorted(map(re.escape, self._named), key=lambda word: (-len(word), word)))
        found = []
        for hit in re.finditer(rf"(?<![\w’'.-])(?:{first})(?![\w-])", self.story.text):
            words = line(self.story.text, hit.start(), min(len(self.story.text), hit.start() + 80))
            size = next((k for k in range(1, len(words.words)) if not words.words[k][0].isupper()), len(words.words))
            bare = self._bare(words.words[:size])
            firm = next((one for one in self._named.get(words.words[0], ()) if one.words[: len(bare)] == bare), None)
            if firm is not None and bare:
                found.append((words.span(0, size), firm))
        return found

    @cached_property
    def _named(self) -> dict[str, tuple[Firm, ...]]:
        """The firms by the first word of their names."""
        nouns: dict[tuple[str, ...], set[str]] = {}
        for name, noun in self._told():
            bare = self._bare(name)
            if bare and not self._other(bare, noun):
                nouns.setdefault(bare, set()).update({noun} - {""})
        found: dict[str, list[Firm]] = {}
        for words, told in nouns.items():
            found.setdefault(words[0], []).append(Firm(words, frozenset(told)))
        return {word: tuple(firms) for word, firms in found.items()}

    def _told(self) -> list[tuple[list[str], str]]:
        """The names that are told as a firm's, and the noun that they are told with."""
        text = self.story.text
        nouns, behind = ("|".join(sorted(words)) for words in (self.nouns, self.classes["behind-firm"]))
        found = [(hit[2], hit[1]) for hit in re.finditer(rf"{_NOT_THEIRS}\b({nouns})\s{_NAME}(?!\s[a-z]+ed\b)", text)]
        told = re.finditer(_NAME + _TOLD % (nouns, behind), text)
        found += [(hit[1], hit[2].split()[-1]) for hit in told if self._plain(hit[2])]
        found += [(hit[1], "") for hit in re.finditer(_NAME + _TRADED, text)]
        found += [(hit[1], "") for hit in re.finditer(_NAME, text) if self._ends(hit[1])]
        found += [(name, "") for name in self._speaking()]
        dated = self.story.undashed
        town = text[slice(*dated)] if dated is not None else "\0"  # LIMA Berg Ltd said
        return [(line(name.removeprefix(town), 0, len(name.removeprefix(town))).words, noun) for name, noun in found]

    def _speaking(self) -> list[str]:
        """Lone names that speak and are nobody's surname: "Larkin said", in an article that tells of a firm."""
        text, story = self.story.text, self.story
        if not re.search(rf"\b(?:{'|'.join(sorted(self.nouns))})\b", text):
            return []
        reports = (story.reports(n) for n in range(len(story.sentences)) if story.may_report(n))
        spans = {report.speaker for found in reports for report in found if report.speaker is not None}
        names = {text[slice(*span)] for span in spans}
        lone = (name for name in sorted(names) if re.fullmatch(_WORD, name) and not self._somebody(name))
        return [name for name in lone if re.search(rf"\b{re.escape(name.lower())}\b", text) is None]

    def _somebody(self, name: str) -> bool:
        """Whether a lone name is a person's or a source of the packs: a first name or a title stands before it."""
        before, behind = self._beside
        given = any(word.lower() not in self.story.lexicon.function for word in before.get(name, ()))
        called = any(word.lower() not in self.classes["organisation"] for word in behind.get(name, ()))
        known = match(self.atlas.actors, [name], 0) is not None or name.lower() in self.story.lexicon.holders
        return given or called or known or self._behind_particle(name)

    def _behind_particle(self, name: str) -> bool:
        """Whether a name is told with the small word before it that family names have: "al-Masri", "van Dam"."""
        particles = "|".join(sorted(map(re.escape, self.classes["name-particle"])))
        return re.search(rf"\b(?:{particles})[ -]{re.escape(name)}\b", self.story.text) is not None

    @cached_property
    def _beside(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """By capital word, the capital words before it and behind it."""
        before, behind = dict[str, set[str]](), dict[str, set[str]]()
        for hit in re.finditer(rf"(?<![\w’'.-])({_WORD})\s(?=({_WORD}))", self.story.text):
            before.setdefault(hit[2], set()).add(hit[1])
            behind.setdefault(hit[1], set()).add(hit[2])
        return before, behind

    def _ends(self, name: str) -> bool:
        """Whether a name of two words and more ends as a firm's does: "Berg Ltd"."""
        words = name.split()
        return len(words) > 1 and words[-1].rstrip(".").lower() in self.classes["firm-ending"]

    def _plain(self, told: str) -> bool:
        """Whether the noun at the end is what the name is told as: no "founder of the company"."""
        grammar = self.story.grammar
        return not any(low in grammar.preposition or low in grammar.relative for low in told.split()[:-1])

    def _bare(self, words: list[str]) -> tuple[str, ...]:
        """The words of a name without whose it is or what opens a sentence before it, and without "Inc" behind it."""
        first, last = max((k + 1 for k, word in enumerate(words) if word in POSSESSIVES), default=0), len(words)
        while first < last and words[first].lower() in self.story.lexicon.function:
            first += 1
        while last - first > 1 and words[last - 1].rstrip(".").lower() in self.classes["firm-form"]:
            last -= 1
        return tuple(words[first:last])

    def _other(self, words: tuple[str, ...], noun: str) -> bool:
        """Whether a name is a person's, a country's or a day's: "the company Elon Berg founded"."""
        low = words[0].lower()
        grammar = self.story.grammar
        named = (
            low in self.classes["female-name"] or low in self.classes["male-name"] or low in self.classes["honorific"]
        )
        titled = noun != "" and low in self.story.lexicon.titles
        placed = len(words) == 1 and match(self.atlas.places, list(words), 0) is not None
        return named or titled or placed or low in grammar.weekday or low in grammar.month
