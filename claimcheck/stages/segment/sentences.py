"""A paragraph in, the ends of its sentences out. Leaves quotes and junk to its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.records import Span
from claimcheck.rules import Rules
from claimcheck.rules.reading import BreakRule

# A run of stops, what closes with them, and the space behind. Without a space only an opening mark or a capital
# may follow ("was over.The army", "is over.”The army"): scraped pages lose spaces. A run is looked at from its start
# only, and each part starts with characters that the part before cannot hold, so that time grows with length alone.
_STOP = re.compile(r"(?<![.!?…])([.!?…]++)([\"”’'»«)\]]*+(?:\[\d{1,3}\])*+)(?:(\s+)|(?=[“‘A-Z])|(?<=\")(?=\d))")
_NEXT = re.compile(r"[\"“”‘’'`«»„(\[•*¡¿]*(?:([—–-])\s*|([^\W\d_][\w’'-]*)|(\d))?")
_BEFORE = re.compile(r"[\s(\[\"“”‘’'«»—–/]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*(?:&?[^\W\d_])")  # U.S.A, S.&P, J
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_WORD = re.compile(r"\S")
_SCALED = re.compile(r"\d{1,2} ?-? ?(?:%|magnitude|percent|per ?cent|million|billion|trillion|points?|degrees?)")
_SUM = re.compile(r"[$£€¥₹] ?\d{1,3} \Z")
_CAPTION = 24  # characters of a caption that a credit ends; a dateline is shorter
_LONGEST_WORD = 24
_LEAST_WORD, _LEAST_NAME = 4, 3  # letters on either side of a stop that lost its space
_LONGEST = 2_000  # characters; the longest sentence of a million in newspapers is shorter


class Splitter:
    """The break rules in the form that the splitting needs."""

    def __init__(self, rules: Rules) -> None:
        roles: dict[str, set[str]] = {}
        for rule in rules.pack("breaks", BreakRule):
            roles.setdefault(rule.role, set()).update(rule.words)
        self.titles = frozenset(roles.get("title", ()))
        self.months = frozenset(roles.get("month", ()))
        self.numbered = frozenset(roles.get("numbered", ()))
        self.either = frozenset(roles.get("either", ()))
        self.openers = frozenset(roles.get("opener", ()))
        self._credit = _in_brackets(roles.get("credit", ()))

    def spans(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The sentences of the paragraph `[start, end)`, in order; only white space lies between them."""
        begin = start
        for match in _STOP.finditer(text, start, end):
            if match.end() < end and self._ends(text, match, begin, end):
                yield from self._captions(text, begin, match.end(2), start)
                begin = match.end()
        yield from self._captions(text, begin, end, start)

    def ends_caption(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence ends with a credit, behind which the line goes on."""
        at = max(text.rfind("(", start, end), text.rfind("[", start, end))
        match = self._credit.match(text, at) if at >= 0 else None
        return match is not None and match.end() == end

    def _captions(self, text: str, begin: int, end: int, start: int) -> Iterator[Span]:
        """A sentence, or the captions that ran into it, each with its credit, and what is left."""
        for match in self._credit.finditer(text, begin, end):
            opens = match.start() == begin > start
            if opens or (match.start() - begin >= _CAPTION and not _spelled(text[begin : match.start()], match[1])):
                yield from _bounded(text, begin, match.end())
                begin = match.end() + len(match[2])
        yield from _bounded(text, begin, end)

    def _ends(self, text: str, match: re.Match[str], begin: int, end: int) -> bool:
        following = _NEXT.match(text, match.end(), end)
        dash, word, digit = following.groups() if following else (None, None, None)
        if word is not None and word[0].islower():
            return False
        if text[match.end()] in ".…":
            return False  # ". . .", an ellipsis with spaces
        if match[3] is None:
            return self._ends_without_space(text, match, word) or _runs_into(text, match, begin, word)
        if match[1] != "." or _is_point(text, match):
            return match[1] != "."
        before = _word_before(text, match.start(), begin)
        if before.isdigit() and match.start() - len(before) == begin:
            return False  # the number of an item in a list: "1. The army"
        return self._stop_ends(before, dash or word, digit)

    def _ends_without_space(self, text: str, match: re.Match[str], word: str | None) -> bool:
        """A lost space: only behind a word in small letters, and before a mark or a word that opens sentences."""
        before = text[match.start() - 1 : match.start()]
        if not (before.islower() or before in ")%" or before.isdigit()):
            return False
        return text[match.end()] in "“‘" or bool(match[2]) or (word in self.openers and not before.isdigit())

    def _stop_ends(self, before: str, word: str | None, digit: str | None) -> bool:
        if before in self.titles or (before.isupper() and before.capitalize() in self.titles):
            return word is None and digit is None
        if digit is not None and (before in self.numbered or (before.isdigit() and len(before) < 3)):
            return False
        if before in self.either or _DOTTED.fullmatch(before):
            return word in self.openers
        return not (word in self.months and _DAY.fullmatch(before))


def _in_brackets(names: Iterable[str]) -> re.Pattern[str]:
    """A credit, and the space behind it: "(AFP) ", "(Photo AFP) ", "(AP Photo/Ann Ruiz) ", "[Getty Images] "."""
    name = "|".join(sorted(map(re.escape, names)))
    more = r"(?:[Pp]hotos?|[Ii]mages?|[Ff]ile|via|and|/)"
    return re.compile(rf"[(\[](?:{more} )?({name})(?: ?{more}[^()\[\]]{{0,40}})?[)\]](?=(\s+)[“\"A-Z\d])")


def _spelled(before: str, name: str) -> bool:
    """ "The Agence France-Presse (AFP)": whether a credit is but the letters of the name before it."""
    return re.split(r"[\s-]", before.strip())[-1].startswith(name[-1])


def _runs_into(text: str, match: re.Match[str], begin: int, word: str | None) -> bool:
    """A space lost between a word in small letters and a name: "won the election.Harris has"; not "day.Az"."""
    before = _word_before(text, match.start(), begin)
    if word is None or match[1] != "." or len(before) < _LEAST_WORD or not (before.isalpha() and before.islower()):
        return False
    named = len(word) >= _LEAST_NAME and word.istitle() and word.isalpha()
    return named and text[match.end() + len(word) : match.end() + len(word) + 1] in (" ", ",", "\n")


def _is_point(text: str, match: re.Match[str]) -> bool:
    """The decimal point of a number in pieces: "up 6 . 1 percent", "$ 1 . 5 million"."""
    start = match.start()
    return (
        text[start - 1 : start] == " "
        and text[start - 2 : start - 1].isdecimal()
        and bool(
            _SCALED.match(text, match.end())
            or (_SUM.search(text, max(0, start - 8), start) and text[match.end()].isdecimal())
        )
    )


def _bounded(text: str, begin: int, end: int) -> Iterator[Span]:
    """The sentence, or pieces of it where it is no sentence any more: a page without a single stop."""
    while end - begin > _LONGEST:
        cut = max(text.rfind(" ", begin + 1, begin + _LONGEST), text.rfind("\n", begin + 1, begin + _LONGEST))
        cut = cut if cut > begin else begin + _LONGEST
        yield begin, begin + len(text[begin:cut].rstrip())
        word = _WORD.search(text, cut, end)
        begin = word.start() if word else end
    yield begin, end


def _word_before(text: str, stop: int, begin: int) -> str:
    """The word that the stop stands behind; of "post-Sept." and "non-U.S." what follows the hyphen."""
    window = text[max(begin, stop - _LONGEST_WORD) : stop]
    word = _BEFORE.split(window)[-1]
    behind = word.rpartition("-")[2]
    return behind if behind[:1].isalpha() else word
