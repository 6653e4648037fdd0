"""A sentence as tokens with the classes of their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.stages.attribute.lexicon import Lexicon

# Words keep inner stops, hyphens and apostrophes ("U.S.", "Al-Shabaab", "N'Djamena"), the possessive s stands alone.
_TOKEN = re.compile(
    r"[A-Za-z]++(?= )"  # most words, and twice as fast
    r"|\w++(?<=[^\W\d])(?:[-&/.]\w++|['’](?!(?:s|ve|re|ll|d|m)\b)\w++)*+"
    r"(?:\.(?:(?=,)"  # Ava, Mo., said
    r"|(?<=\b[^\W\d_]\.)"  # Paul H. Chipok
    r"|(?<=\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr|No|vs|Co)\.)"
    r"|(?<=\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Sgt|Maj|Rev|Hon|Inc)\.)"
    r"|(?<=\b(?:Jan|Feb|Aug|Sep|Oct|Nov|Dec)\.)(?=\s\d)"
    r"|(?<=\bSept\.)(?=\s\d)"
    r"|(?<=\b(?:Sens|Reps|Capt|Cmdr|Prof|Corp)\.)))?"
    r"(?:(?<=\.)-[^\W\d]\w*+)?"  # U.S.-led
    r"|['’](?:s|ve|re|ll|d|m)\b"
    r"|\d++(?:-[^\W\d]\w*+)++"  # 81-year-old
    r"|\d++-\d++(?=\s[a-z])"  # a 2-1 decision
    r"|\d++(?:[.,:]\d++)*+%?"
    r"|\w++"
    r"|\((?![^()\n]*(?:ccording|said|says|eported))[^()\n]{1,40}\)"  # (D-Md.)
    r"|--++|``|''|\S"
)
_IN_NAMES = frozenset(("Against", "Between", "Beyond", "Without", "Within", "Before", "Behind", "Under", "Over"))
_ACRONYMS = frozenset(("WHO", "IS", "US", "AU", "CARE"))  # in lower case they would be other words
_TITLE = re.compile(r"[\"“'‘`]{1,2}[^\W\d_a-z][^\s,.]*+(?:\s[^\s,.]++){0,4}+,[\"”'’]{1,2}")  # host of “Morning Joe,”
TITLE = "T\0itle"  # stands for the title of a programme or a nickname between marks
NOBODY: Mapping[Span, str] = MappingProxyType({})
QUOTE = "\0quote"  # stands for everything between two quotation marks
_CLOSING = "\"”’'» "
DASHES = frozenset(("-", "–", "—", "―", "--", "---"))
STOPS = frozenset((";", ":", "*", "(", ")", "[", "]", "【", "】", "…", "?", "!", "|", "•", "\u2022")) | DASHES


_ARTICLES = ("al-", "el-", "as-", "ash-", "an-", "ad-", "ar-", "at-")


def in_name(word: str) -> bool:
    """Whether a word may be part of a name by how it is written: "Ghaithi", "al-Ghaithi"."""
    return word[0].isupper() or (word.startswith(_ARTICLES) and word[word.index("-") + 1 :][:1].isupper())


class Line:
    """The tokens of one stretch of text; spans are offsets into the article, worked out when first asked for."""

    def __init__(self, words: list[str], text: str, start: int, cut: list[str], marked: Mapping[int, int]) -> None:
        self.words = words
        self.lows = [low(word) for word in words] if _ACRONYMS.intersection(words) else [*map(str.lower, words)]
        if _IN_NAMES.intersection(words):
            self._keep_names()
        self._text, self._start = text, start
        self._cut = cut  # the tokens as they are written
        self._marked = marked  # number of a quote's token → where it starts

    def _keep_names(self) -> None:
        """Prepositions that are part of a name stay as they are written: "the Campaign Against Mines"."""
        for at, word in enumerate(self.words[1:-1], 1):
            if word in _IN_NAMES and self.words[at - 1][0].isupper() and self.words[at + 1][0].isupper():
                self.lows[at] = word

    def small(self) -> Line:
        """The same tokens, as if no word had a capital."""
        return Line(self.lows, self._text, self._start, self._cut, self._marked)

    def kept(self, first: int, last: int) -> bool:
        """Whether a preposition that is part of a name stands among some tokens."""
        return not _IN_NAMES.isdisjoint(self.lows[first:last])

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts. Nothing but blanks stands between two tokens."""
        found, at = list[int](), self._start
        for number, word in enumerate(self._cut):
            start = self._marked[number] if number in self._marked else self._text.index(word, at)
            found.append(start)
            at = max(at, start + len(word))
        return found

    @cached_property
    def ends(self) -> list[int]:
        """Behind each token."""
        return [start + len(word) for start, word in zip(self.starts, self._cut, strict=True)]

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to before token `last`."""
        closed = self.words[last - 1] == TITLE and last < len(self.words)  # “Morning Joe,”
        return self.starts[first], self.ends[last - 1 + closed]

    def written(self, at: int) -> str:
        """A token as the article has it; of a quotation all of it, marks included."""
        return self._cut[at]

    def ending(self, at: int) -> str:
        """The last character of a quotation, before the marks that close it."""
        return self._cut[at].rstrip(_CLOSING)[-1:]

    def text(self, first: int, last: int) -> str:
        """The tokens from `first` to before `last` in lower case, parted by spaces."""
        return " ".join(self.lows[first:last])


def low(word: str) -> str:
    """The word in lower case, an acronym that would be another word as it is."""
    return word if word in _ACRONYMS else word.lower()


def line(
    text: str,
    start: int,
    end: int,
    quotes: Sequence[Span] = (),
    before_title: frozenset[str] = frozenset(),
    named: Mapping[Span, str] = NOBODY,
) -> Line:
    """The tokens of `text` from `start` to `end`; each of the quotes, marks included, is one token.

    Those that are `named` stand for the names between their marks. Of a title that ends in a comma ("host of “Morning
    Joe,” said") the name is a token, and the comma with its mark: so is a quote behind one of the words `before_title`.
    """
    cut: list[str] = []
    marked: dict[int, int] = {}
    stand_in: dict[int, str] = {}
    at = start
    for first, last in quotes:
        cut += _TOKEN.findall(text, at, max(at, min(first, end)))
        if first < end:
            marked[len(cut)] = max(first, start)
            inside = start <= first and last <= end
            if inside and (first, last) in named:
                stand_in[len(cut)] = named[first, last]
                cut.append(text[first:last])
            elif inside and cut and cut[-1] in before_title and _TITLE.fullmatch(text, first, last):
                comma = text.rindex(",", first, last)
                stand_in |= {len(cut): TITLE, len(cut) + 1: ","}
                cut += (text[first:comma], text[comma:last])
            else:
                stand_in[len(cut)] = QUOTE
                cut.append(text[max(first, start) : min(last, end)])
        at = max(at, last)
    cut += _TOKEN.findall(text, at, max(at, end))
    words = [word.replace("’", "'") for word in cut] if text.find("’", start, end) >= 0 else cut.copy()
    for number, word in stand_in.items():
        words[number] = word
    return Line(words, text, start, cut, marked)


class Grammar(NamedTuple):
    """The word classes that the grammar of speakers asks for."""

    determiner: frozenset[str]
    pronoun: frozenset[str]
    preposition: frozenset[str]
    conjunction: frozenset[str]
    subordinator: frozenset[str]
    relative: frozenset[str]
    restricting: frozenset[str]
    occasion: frozenset[str]
    auxiliary: frozenset[str]
    may: frozenset[str]
    adverb: frozenset[str]
    weekday: frozenset[str]
    month: frozenset[str]
    month_name: frozenset[str]
    time_noun: frozenset[str]
    time_opener: frozenset[str]
    spell_end: frozenset[str]
    document: frozenset[str]
    survey: frozenset[str]
    reckoning: frozenset[str]
    reading: frozenset[str]
    medium: frozenset[str]
    not_past: frozenset[str]
    never_passive: frozenset[str]
    plan_does: frozenset[str]
    plural: frozenset[str]
    mute: frozenset[str]
    taken: frozenset[str]
    befallen: frozenset[str]
    by_which: frozenset[str]
    answering: frozenset[str]
    noun_too: frozenset[str]
    apposed: frozenset[str]
    quantifier: frozenset[str]
    several: frozenset[str]
    before_share: frozenset[str]
    participle: frozenset[str]
    organisation: frozenset[str]
    ly_noun: frozenset[str]
    counting: frozenset[str]
    day_part: frozenset[str]
    registering: frozenset[str]
    before_day_part: frozenset[str]
    rival_counting: frozenset[str]
    toll: frozenset[str]
    forecast: frozenset[str]
    time_preposition: frozenset[str]
    medium_opener: frozenset[str]
    medium_leader: frozenset[str]
    phrase_opener: frozenset[str]
    when: frozenset[str]
    no_speaker: frozenset[str]
    not_alone: frozenset[str]
    question: frozenset[str]
    cut_short: frozenset[str]
    verb_joint: frozenset[str]
    be: frozenset[str]
    stands: frozenset[str]
    reckoned: frozenset[str]
    standing: frozenset[str]
    share: frozenset[str]
    amount_unit: frozenset[str]
    page_count: frozenset[str]
    lead: frozenset[str]
    seat: frozenset[str]
    before_article: frozenset[str]
    superlative: frozenset[str]
    plain_determiner: frozenset[str]
    pronoun_too: frozenset[str]
    behind_participle: frozenset[str]
    naming: frozenset[str]
    toll_giver: frozenset[str]
    part: frozenset[str]
    told_before: frozenset[str]
    storm: frozenset[str]
    region: frozenset[str]
    part_of_land: frozenset[str]
    stretch: frozenset[str]
    replaced: frozenset[str]
    footage: frozenset[str]
    made: frozenset[str]
    roll: frozenset[str]
    sought: frozenset[str]
    verb_in_noun: frozenset[str]
    possessive: frozenset[str]
    whose_document: frozenset[str]
    upon_which: frozenset[str]
    loosely_counted: frozenset[str]
    since_when: frozenset[str]
    clause_joint: frozenset[str]
    speaker_start: frozenset[str]
    never_past: frozenset[str]
    anecdote: frozenset[str]
    made_to_answer: frozenset[str]
    as_saying: frozenset[str]
    plainly_said: frozenset[str]
    pointing: frozenset[str]
    made_known: frozenset[str]
    told_about: frozenset[str]
    lives: frozenset[str]
    in_mind: frozenset[str]
    recognising: frozenset[str]
    recognised_how: frozenset[str]
    said_of_that: frozenset[str]
    of_many: frozenset[str]
    before_number: frozenset[str]
    body_name: frozenset[str]
    outlet_name: frozenset[str]
    befalling: frozenset[str]
    state_name: frozenset[str]
    seat_name: frozenset[str]
    verb: frozenset[str]


def grammar(lexicon: Lexicon) -> Grammar:
    """The word classes by name."""
    named = {field: lexicon.classes[field.replace("_", "-")] for field in Grammar._fields}
    return Grammar(**named | {"verb": lexicon.verbs})
