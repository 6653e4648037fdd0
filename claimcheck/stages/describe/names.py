"""A sentence in; the names, set phrases and dates of the packs that stand in it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claimcheck import dates
from claimcheck.records import Span
from claimcheck.stages.describe.lexicon import Lexicon, Name

_WORD = re.compile(r"[^\W_]+(?:[-.'’&](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*|[,;:()\"“”]")
_PART = re.compile(r"[^\W_]+")
_BREAK = frozenset(',;:()"“”')
_SKIPPED = frozenset(
    (
        *("the", "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west"),
        *("northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "nearby"),
    )
)
_PLACE_NOUNS = frozenset(
    (
        *("city", "town", "village", "state", "province", "region", "district", "county", "island", "port"),
        *("department", "capital", "suburb"),
    )
)
_WITHIN = frozenset(("in", "near", "outside", "inside", "across"))
_PLACING = frozenset((*_WITHIN, *_SKIPPED, "at", "of"))  # words that a place may stand right behind
_LONGEST_PLACE = 3  # words of a place that no pack knows
_UNNAMED_KINDS = frozenset(("poll", "election", "trial", "acquisition", "protest", "war"))
_FREE = frozenset(("mark", "kind", "background"))  # not names: they need no capital and may overlap

Word = tuple[str, int, int]  # in lower case, with its place in the text


class Hit(NamedTuple):
    """A name of the packs in the text."""

    name: Name
    start: int
    end: int
    before: str  # the word before it, in lower case, over "the" and "northern"
    earlier: str  # and the one before that
    after: str  # the word behind it


@dataclass(frozen=True)
class Seen:
    """The names and dates of one sentence, in order."""

    hits: tuple[Hit, ...] = ()
    dates: tuple[dates.When, ...] = ()
    unknown: tuple[tuple[str, int, int], ...] = ()  # places that no pack knows, behind "in"
    background: tuple[Span, ...] = ()  # what is only recalled: "in a region devastated by …"

    kept: dict[tuple[str, ...], tuple[Hit, ...]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, *kinds: str) -> tuple[Hit, ...]:
        """The hits of some kinds."""
        found = self.kept.get(kinds)
        if found is None:
            found = self.kept[kinds] = tuple(hit for hit in self.hits if hit.name.kind in kinds)
        return found

    def within(self, span: Span) -> Seen:
        """Only what stands in a stretch of the sentence."""
        if not self.hits or (span[0] <= self.hits[0].start and self.hits[-1].end <= span[1]):
            return self
        return Seen(tuple(hit for hit in self.hits if span[0] <= hit.start and hit.end <= span[1]), self.dates)

    def recalled(self, at: int) -> bool:
        """Whether a place in the text lies in what is only recalled."""
        return any(start <= at < end for start, end in self.background)


def scan(text: str, start: int, end: int, anchor: str | None, lexicon: Lexicon) -> Seen:
    """The names and dates of text[start:end]; `anchor` is the article's day."""
    words = [(match[0].lower(), *match.span()) for match in _WORD.finditer(text, start, end)]
    hits: list[Hit] = []
    unknown: list[tuple[str, int, int]] = []
    opens, reached, before = lexicon.opens, 0, ""
    titled: bool | None = None  # A Line Written Like This
    for i, (low, at, _) in enumerate(words):
        size = 0
        if i >= reached:
            if low in opens:
                size = _names_at(words, i, text, lexicon, hits)
            if not size and before in _PLACING and text[at].isupper():
                if titled is None:
                    titled = sum(text[start].isupper() for _, start, _ in words) > 0.6 * len(words)
                size = 0 if titled else _unknown_place(words, i, text, lexicon)
                if size:
                    unknown.append((text[at : words[i + size - 1][2]], at, words[i + size - 1][2]))
            reached = i + size
        before = low
    found = dates.find_at(text, _date_starts(text, words), end, anchor)
    places = tuple(place for place in unknown if not any(dates.overlaps(when, place[1:]) for when in found))
    return Seen(tuple(hits), found, places, _background(hits, words, end))


def _date_starts(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Where a date may start: at a word that opens one, or at such a part of one ("mid-May", "pre-1919")."""
    for low, start, end in words:
        if low.isalpha():
            if low in dates.OPENERS:
                yield start
        elif low not in _BREAK:
            yield from (part.start() for part in _PART.finditer(text, start, end) if dates.opens(part[0].lower()))


def _names_at(words: Sequence[Word], i: int, text: str, lexicon: Lexicon, hits: list[Hit]) -> int:
    """Adds what starts at a word; how many words the name there has, 0 where there is none."""
    low = words[i][0]
    candidates = lexicon.single.get(low)
    if i + 1 < len(words) and (longer := lexicon.pairs.get((low, words[i + 1][0]))):
        candidates = (*longer, *candidates) if candidates else longer
    for name in candidates or ():
        if not _stands(name, words, i, text):
            continue
        last = i + len(name.words) - 1
        before, earlier = _before(words, i)
        after = words[last + 1][0] if last + 1 < len(words) else ""
        hits.append(Hit(name, words[i][1], words[last][2], before, earlier, after))
        if name.kind not in _FREE:
            return len(name.words)
    return 0


def _stands(name: Name, words: Sequence[Word], at: int, text: str) -> bool:
    size = len(name.words)
    if at + size > len(words) or any(words[at + k][0] != name.words[k] for k in range(2, size)):
        return False
    if name.kind == "kind":
        # "US Geological Survey" is no poll: a capital inside the sentence makes a name of it.
        capital = text[words[at][1]].isupper() and at > 0 and text[words[at - 1][1]].isupper()
        return not (capital and name.value in _UNNAMED_KINDS)
    if name.kind == "mark":
        return not (at > 0 and text[words[at][1]].isupper() and text[words[at - 1][1]].islower())  # "the Daily News"
    if name.kind in _FREE:
        return True
    # "us", "turkey", "nice": names have a capital ("al-Qaeda").
    if name.kind == "event" and size > 1:
        return True
    written = text[words[at][1] : words[at + size - 1][2]]
    return written != written.lower() or not name.words[0][0].isalpha()


def _before(words: Sequence[Word], i: int) -> tuple[str, str]:
    """The two words before a name; "state of" before a place is "in"."""
    back = i - 1
    while back > 0 and words[back][0] in _SKIPPED:
        back -= 1
    before = words[back][0] if i else ""
    earlier = words[back - 1][0] if back > 0 else ""
    return ("in" if before == "of" and earlier in _PLACE_NOUNS else before), earlier


def _unknown_place(words: Sequence[Word], i: int, text: str, lexicon: Lexicon) -> int:
    """How many words a place has that no pack knows: capitals behind "in"; 0 where none stands."""
    low, at, _ = words[i]
    if not text[at + 1 : at + 2].islower() or low in lexicon.groups["no place"]:
        return 0
    before = _before(words, i)[0]
    if before not in _WITHIN and before != "at":
        return 0
    size = 1
    while (
        i + size < len(words)
        and text[words[i + size][1]].isupper()
        and text[words[i + size - 1][2] : words[i + size][1]] == " "
    ):
        size += 1
    behind = text[words[i + size - 1][2] : words[i + size - 1][2] + 2]
    at_least = 2 if before == "at" else 1  # "at Fort Hood", but "at Trump"
    return size if at_least <= size <= _LONGEST_PLACE and not behind[1:].isdigit() else 0


def _background(hits: Sequence[Hit], words: Sequence[Word], end: int) -> tuple[Span, ...]:
    """From each cue of something recalled to the end of its clause."""
    spans = []
    for hit in hits:
        if hit.name.kind == "background":
            stop = next((at for low, at, _ in words if at > hit.end and low in _BREAK), end)
            spans.append((hit.start, stop))
    return tuple(spans)
