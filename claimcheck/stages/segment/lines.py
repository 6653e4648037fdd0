"""Paragraphs in, their kinds out: body, headline, question, caption, junk. Leaves sentences alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from claimcheck.records import SentenceKind, Span
from claimcheck.rules import Rules
from claimcheck.rules.reading import BreakRule, JunkRule
from claimcheck.stages.segment.listing import with_lists
from claimcheck.stages.segment.wrapping import paragraph_spans

_FINAL_STOP = re.compile(r"[.!?][\"”’'»)\]]*\Z")
_NO_HEADLINE = frozenset("\"“‘'«„([•·*-–—>#@")
_EDGE = " \t\"'“”‘’«»‹›<>|*_#•·→–—-:;.,!…()[]{}&=+©"
_LONGEST_WORD = 30
_SHORT = 200  # page furniture is short; so is a line that is looked up
_CAPTION = 500
_HEADLINE, _SUBHEAD = 160, 90
_PROSE, _FULL_PARAGRAPH = 60, 250
_QUESTION = 200
_TAIL = 8  # stops and what closes with them
_LATE = 0.6  # what begins behind this share of the text goes on to its end


class Paragraph(NamedTuple):
    """Lines of one text, and what they are."""

    start: int
    end: int
    kind: SentenceKind = "body"
    rule: str | None = None  # of the junk


class Furniture:
    """The junk rules in the form that a line is looked up in: by its first word, or by words that a pattern needs."""

    def __init__(self, rules: Rules) -> None:
        self.header: JunkRule | None = None
        breaks = rules.pack("breaks", BreakRule)
        self.answering = _any_of(words for rule in breaks if rule.role == "answering" for words in rule.words)
        self._whole: dict[str, JunkRule] = {}
        self._starts: dict[str, list[tuple[str, JunkRule]]] = {}
        self._parts, self._captions = _Parts(), _Parts()
        for rule in rules.pack("junk", JunkRule):
            self._add(rule)

    def _add(self, rule: JunkRule) -> None:
        if rule.reach == "header":
            self.header = rule
        for line in map(_plain, rule.lines):
            self._whole[line] = rule
            self._starts.setdefault(_first_word(line), [])
        for start in map(_without_marks, rule.starts):
            self._starts.setdefault(_first_word(start), []).append((start, rule))
        (self._captions if rule.reach == "caption" else self._parts).add(rule)

    def match(self, line: str) -> JunkRule | None:
        """The rule that knows a line as part of the page, not of the article; None: none does."""
        if len(line) > _CAPTION:
            return None
        straight = _straight(line)
        if len(line) > _SHORT:
            return self._captions.match(straight)
        return self._by_start(straight) or self._parts.match(straight) or self._captions.match(straight)

    def _by_start(self, line: str) -> JunkRule | None:
        first = _first_word(line)
        if first and first not in self._starts:
            return None
        plain = _without_marks(line)
        whole = self._whole.get(plain.rstrip(_EDGE))
        return whole or next(
            (rule for start, rule in self._starts.get(_first_word(plain), ()) if _opens(plain, start)), None
        )


def _any_of(openings: Iterable[str]) -> re.Pattern[str]:
    """What begins with one of some words, the longest first."""
    longest_first = sorted(openings, key=lambda words: (-len(words), words))
    each = (re.escape(words) + (r"\b" if words[-1:].isalnum() else "") for words in longest_first)
    return re.compile("|".join(each) or "(?!)", re.I)


class _Parts:
    """Words that may stand anywhere in a line, each with the expressions that the whole line is then tried with."""

    def __init__(self) -> None:
        self._uses: dict[str, list[tuple[re.Pattern[str] | None, JunkRule]]] = {}

    def add(self, rule: JunkRule) -> None:
        """Takes in the words and patterns of a rule."""
        for words in rule.contains:
            self._uses.setdefault(_straight(words), []).append((None, rule))
        for pattern in map(re.compile, rule.patterns):
            for hint in rule.hints:
                self._uses.setdefault(_straight(hint), []).append((pattern, rule))

    @cached_property
    def _gate(self) -> re.Pattern[str]:
        """One search for all the words of letters, at the start of a word only, the longest first."""
        words = sorted((w for w in self._uses if w[:1].isalpha()), key=lambda words: (-len(words), words))
        return re.compile(f"(?<![a-z])(?:{'|'.join(map(re.escape, words)) or '(?!)'})")

    @cached_property
    def _marked(self) -> tuple[str, ...]:
        return tuple(sorted(words for words in self._uses if not words[:1].isalpha()))

    def match(self, line: str) -> JunkRule | None:
        """The first rule whose words stand in a line, and whose pattern, if it has one, is all of it; or None."""
        found = [words for words in self._marked if words in line]
        found.extend(self._gate.findall(line))
        return next((rule for words in found for rule in self._matching(line, words)), None)

    def _matching(self, line: str, words: str) -> Iterator[JunkRule]:
        for pattern, rule in self._uses.get(words, ()):
            if pattern is None or pattern.fullmatch(line):
                yield rule


def paragraphs(text: str, body: int, rules: Rules, title: Span | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a text with their kinds; before `body` stands a header of the file, perhaps with a title."""
    furniture = rules.once(Furniture)
    found = [Paragraph(*span) for span in with_lists(text, paragraph_spans(text, body, rules), rules)]
    matched = [furniture.match(text[p.start : p.end]) for p in found]
    known = tuple(_with_kinds(text, found, matched, furniture.answering))
    return (*_header(text, body, title, furniture.header.id if furniture.header else None), *known)


def _header(text: str, body: int, title: Span | None, rule: str | None) -> Iterator[Paragraph]:
    """The header is no part of the article but for its title."""
    for start, end in ((0, body),) if title is None else ((0, title[0]), title, (title[1], body)):
        span = _trimmed(text, start, end)
        if span:
            yield Paragraph(*span, "headline") if (start, end) == title else Paragraph(*span, "junk", rule)


_PLAIN_FORM = str.maketrans(dict.fromkeys("\t\u00a0\u2007\u2009\u202f\u3000", " ") | {"’": "'"})


def _straight(line: str) -> str:
    """The line as rules are written: in small letters, with plain blanks and apostrophes."""
    low = line.lower()
    return low.replace("\t", " ") if low.isascii() else low.translate(_PLAIN_FORM)


def _plain(line: str) -> str:
    return _without_marks(line).rstrip(_EDGE)


def _without_marks(line: str) -> str:
    """The line with plain spaces and without what decorates its start; a colon in a rule's words counts."""
    return " ".join(_straight(line).split()).lstrip(_EDGE)


def _opens(line: str, start: str) -> bool:
    return line.startswith(start) and not (start[-1].isalnum() and line[len(start) : len(start) + 1].isalnum())


def _first_word(line: str) -> str:
    words = _straight(line[:_LONGEST_WORD]).split(None, 1)
    return words[0].strip(_EDGE) if words else ""


def _trimmed(text: str, start: int, end: int) -> Span | None:
    stripped = text[start:end].strip()
    if not stripped:
        return None
    first = text.index(stripped[0], start)
    return first, first + len(stripped)


# ── kinds ─────────────────────────────────────────────────────────────────────────────────────


def _with_kinds(
    text: str, found: list[Paragraph], matched: list[JunkRule | None], answering: re.Pattern[str]
) -> Iterator[Paragraph]:
    section: JunkRule | None = None  # the rule whose section has not ended yet
    seen_prose = False
    late = len(text) * _LATE
    for number, (paragraph, rule) in enumerate(zip(found, matched, strict=True)):
        line = text[paragraph.start : paragraph.end]
        answers = answering.match(line) is not None
        if section and _section_ends(line, section, early=paragraph.start <= late, answers=answers):
            section = None
        if section is None and rule and rule.reach != "caption":
            section = rule if _opens_section(rule, paragraph, late) else None
            yield paragraph._replace(kind="junk", rule=rule.id)
        elif section:
            yield paragraph._replace(kind="junk", rule=section.id)
        else:
            last = number + 1 == len(found)
            kind: SentenceKind = "caption" if rule else _kind(line, seen_prose, last, answers=answers)
            seen_prose = seen_prose or kind == "body"
            yield paragraph._replace(kind=kind)


def _opens_section(rule: JunkRule, paragraph: Paragraph, late: float) -> bool:
    return rule.reach == "section" or (rule.reach == "end" and paragraph.start > late)


def _section_ends(line: str, section: JunkRule, *, early: bool, answers: bool) -> bool:
    """A list of links ends where the article goes on: early in a page at any prose, late only at a full paragraph."""
    if section.reach == "end":
        return False
    prose = len(line) >= _PROSE and _stops(line) and early
    return prose or (len(line) >= _FULL_PARAGRAPH and line[-1] != "…") or answers


def _kind(line: str, seen_prose: bool, last: bool, *, answers: bool) -> SentenceKind:
    if line.endswith("?") and len(line) <= _QUESTION:
        return "question"
    if last or _stops(line) or line[-1] in ",;…" or line[0] in _NO_HEADLINE or line[0].islower():
        return "headline" if answers else "body"
    return "headline" if len(line) <= (_SUBHEAD if seen_prose else _HEADLINE) else "body"


def _stops(line: str) -> bool:
    return _FINAL_STOP.search(line, max(0, len(line) - _TAIL)) is not None
