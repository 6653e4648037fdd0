"""A claim in, out whose shelling or air strike it counts the victims of, as its sentence tells: "Rebel rockets killed".

Where its own sentence tells nobody one beside it may, which counts nobody: "Rebels shelled the town. Five died."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimcheck.records import Claim, Reading
from claimcheck.slots.book import Book, known_of
from claimcheck.slots.kept import once_a_reading
from claimcheck.slots.records import MEET, Label, Slots

_CLAUSE = re.compile(r"; |, (?:(?:and|but) )?(?!\w+ing\b|which\b|that\b|and\b|leaving\b)\w|\b(?:while|whereas|but)\b")
_WORD = re.compile(r"[^\W_](?:[\w.-]*\w)?")
_LETTERS = 3  # of a name in capitals that is rather one of letters: CAR, US
_NAME = 3  # words of the longest name that is looked for
_AWAY, _NEAR = 7, 3  # words from a strike to "by", and from there to who did it
_AND = frozenset(("and", "or"))
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are"))
_BEHIND = frozenset(("by", "in"))  # behind a participle: "forces hit by"
_HAS = frozenset(("have", "has", "had"))
REBELS, _STATE = "opposition", "government"
_GROUNDS = {"government_held": REBELS, "opposition_held": _STATE}  # whose strikes hit what one side holds


class _Strike(NamedTuple):
    """Where a text tells of a strike, and whose it is."""

    start: int
    end: int
    sides: frozenset[str]


def striker_of(claim: Claim, reading: Reading, book: Book) -> str | None:
    """Whose strike it was: an armed group, a state, or but "opposition" and "government"; None where nobody is told, or
    where nothing is counted that a strike brings."""
    told = claim.description.measure
    if claim.quantity.dimension != "count" or told is None or told.value not in book.words("agent", "measure"):
        return None
    text, (start, end) = reading.article.text, claim.sentence
    own = _strikes(text[start:end], book)
    if own:
        return _named(_nearest(own, claim.quantity.start - start, text[start:end]))
    for beside in _beside(claim, reading, book):
        sides = {strike.sides for strike in _strikes(beside, book)}
        if len(sides) == 1:
            return _named(sides.pop())
    return None


def camp_of(agent: str | None, scope: str | None, book: Book) -> str | None:
    """Whether those who fight a government did it or a state did, as told, or as those tell on whose ground it was."""
    if agent is not None:
        return REBELS if _rebels(agent, book) else _STATE
    return _GROUNDS.get(scope or "")


def compare_agents(a: Slots, b: Slots, value: Label, book: Book) -> Label:
    """Whether one hand did both: rebels' shelling is no state's air strike, nor are rebels among whom rebels hit."""
    if _hit_by_own(a, b, book) or _hit_by_own(b, a, book):
        return "different"
    x, y = camp_of(a.agent, a.scope, book), camp_of(b.agent, b.scope, book)
    if (a.agent is b.agent is None) or x is None or y is None:
        return "unknown"
    if a.agent and b.agent and not _split(a.agent).isdisjoint(_split(b.agent)):
        return "same"
    if value in MEET:
        return "unknown"  # two sides may each blame the other for it
    left, right = _lands(a, book), _lands(b, book)
    foes = left and right and left.isdisjoint(right)
    return "different" if x != y or foes else "compatible"


def _hit_by_own(hit: Slots, other: Slots, book: Book) -> bool:
    return other.agent == REBELS and hit.agent is None and hit.noun in book.words("agent", "victims")


def _lands(slots: Slots, book: Book) -> frozenset[str]:
    """The lands of a known fight of two that made a strike, each with those who fight beside it."""
    event, sides = known_of(slots.event or ""), _split(slots.agent or "")
    return frozenset(book.ally(side, event) or side for side in sides if book.fights(side, event))


def _rebels(agent: str, book: Book) -> bool:
    return any(side == REBELS or side in book.armed for side in _split(agent))


def _split(agent: str) -> frozenset[str]:
    return frozenset(agent.split(", "))


def _named(sides: frozenset[str]) -> str:
    return ", ".join(sorted(sides))


@once_a_reading
def _counting(reading: Reading, _: Book) -> frozenset[int]:
    """The sentences of an article that count something."""
    return frozenset(claim.quantity.sentence for claim in reading.claims)


def _beside(claim: Claim, reading: Reading, book: Book) -> Iterator[str]:
    """The sentence before that counts nothing, or of whose strike a claim's own goes on: "The attack left 20 wounded";
    and the one behind that counts nothing, and tells of what the claim's own tells: of rockets."""
    text, sentences, at = reading.article.text, reading.segments.sentences, claim.quantity.sentence
    told = _read(text[slice(*claim.sentence)], book)
    goes_on = told.low[:1] in (["the"], ["this"]) and told.low[1:2] and told.low[1] in told.strikes
    for other in (at - 1, at + 1):
        if not 0 <= other < len(sentences) or sentences[other].paragraph != sentences[at].paragraph:
            continue
        beside = text[sentences[other].start : sentences[other].end]
        silent = other not in _counting(reading, book)
        alike = not told.strikes.intersection(told.low).isdisjoint(_read(beside, book).low)
        if (silent or goes_on) if other < at else (silent and alike):
            yield beside


def _nearest(strikes: Sequence[_Strike], at: int, text: str) -> frozenset[str]:
    """Who did what is told last before a number, unless a clause ends between them; or else first behind it."""
    before = [strike for strike in strikes if strike.start < at]
    behind = [strike for strike in strikes if strike.start >= at]
    if before and behind and _CLAUSE.search(text, before[-1].end, at + 1):
        return behind[0].sides
    return before[-1].sides if before else behind[0].sides


class _Text:
    """The words of a text, and the sides among them."""

    def __init__(self, text: str, book: Book) -> None:
        found = list(_WORD.finditer(text))
        self.spans = [word.span() for word in found]
        self.words = [word[0].removesuffix("-led") for word in found]
        self.low = [word.lower() for word in self.words]
        gaps = pairwise(found)
        self.joined = [not text[one.end() : other.start()].strip("'’ s") for one, other in gaps]
        self.strikes = book.words("agent", "strikes")
        self.fillers = self.strikes | book.words("agent", "forces") | book.words("agent", "manner")
        self.book = book

    def side_to(self, last: int) -> tuple[str, int] | None:
        """The side whose name ends with a word, and how many words it takes."""
        for count in range(min(_NAME, last + 1), 0, -1):
            first = last + 1 - count
            name = " ".join(self.words[first : last + 1])
            shouted = name.isupper() and len(name) > _LETTERS
            side = self.book.strikers.get(name.title() if shouted else name) or self.book.strikers.get(name.lower())
            if side is not None and all(self.joined[first:last]):
                return side, count
        return None

    def before(self, at: int) -> frozenset[str]:
        """Whose what a word names is: "Russian and Syrian government | air raids"."""
        if " ".join(self.low[max(0, at - 1) : at + 1]) in self.book.words("agent", "anybody"):
            return frozenset()
        found, at = set[str](), at - 1
        while at >= 0 and self.joined[at]:
            if (side := self.side_to(at)) is not None:
                found.add(side[0])
                at -= side[1]
            elif self.low[at] in self.fillers or (found and self.low[at] in _AND):
                at -= 1
            else:
                break
        return self._sides(found)

    def by(self, at: int) -> frozenset[str]:
        """Who did it, told behind: "air raids | by regime forces", "shells | fired at the town by the rebels"."""
        doing = self.book.words("agent", "doing")
        for by in range(at + 1, min(len(self.low), at + _AWAY)):
            if not self.joined[by - 1]:
                break
            if self.low[by] == "by" or self.low[by - 1 : by + 1] == ["belonging", "to"]:
                done = by == at + 1 or self.low[by] == "to" or not self.low[by - 1].endswith("ed")
                return self._behind(by) if done or self.low[by - 1] in doing else frozenset()
        return frozenset()

    def doing(self, at: int) -> frozenset[str]:
        """Who does what a verb tells: "Rebel groups have | shelled"."""
        if self.low[at + 1 : at + 2] and self.low[at + 1] in _BEHIND and self.joined[at]:
            return frozenset()
        while at > 0 and self.low[at - 1] in _HAS:
            at -= 1
        passive = at > 0 and self.low[at - 1] in _PASSIVE
        return frozenset() if passive else self.before(at)

    def _behind(self, by: int) -> frozenset[str]:
        for last in range(by + 1, min(len(self.low), by + 1 + _NEAR + _NAME)):
            if not self.joined[last - 1]:
                break
            if (side := self.side_to(last)) is not None:
                more = self.side_to(last + 2) if self.low[last + 1 : last + 2] and self.low[last + 1] in _AND else None
                return self._sides({side[0], *([more[0]] if more else [])})
        return frozenset()

    def _sides(self, found: set[str]) -> frozenset[str]:
        """ "Syrian rebels" are none of Syria's; of a group nothing more is told by "militants"."""
        groups = found & self.book.armed
        return frozenset(groups or ({REBELS} if REBELS in found else found))


@lru_cache(maxsize=16)  # a sentence's claims follow one another
def _read(text: str, book: Book) -> _Text:
    return _Text(text, book)


@lru_cache(maxsize=4096)
def _strikes(text: str, book: Book) -> tuple[_Strike, ...]:
    """The strikes that a sentence tells of, with whose they are."""
    words, found = _read(text, book), list[_Strike]()
    nouns, verbs = book.words("agent", "strikes"), book.words("agent", "verbs")
    for at, low in enumerate(words.low):
        sides = (words.before(at) or words.by(at)) if low in nouns else frozenset[str]()
        sides = sides or (words.doing(at) if low in verbs else frozenset())
        if sides:
            found.append(_Strike(*words.spans[at], sides))
    return tuple(found)
