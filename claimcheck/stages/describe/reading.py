"""An article read sentence by sentence: the names and dates of each, and the sentences that open it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from claimcheck.records import Article, Segments, Span
from claimcheck.stages.describe.fights import foes_in
from claimcheck.stages.describe.lexicon import WATCHED, Lexicon
from claimcheck.stages.describe.names import Hit, Seen, scan, short_names

_OPENING = 300  # sentences among which the lead is looked for
_LEAD_SENTENCES = 4
_LONGEST_LIST, _LINE = 30, 120  # lines of a list, characters of one
_TELLING = 60  # sentences among which it is looked for who fights


class Reading:
    """An article's sentences with the names and dates in them, read where they are asked for."""

    def __init__(
        self, article: Article, segments: Segments, lexicon: Lexicon, numbers: Mapping[int, Sequence[Span]]
    ) -> None:
        self.article = article
        self.numbers = numbers  # those of each sentence that has any
        self.text = article.text
        self.sentences = segments.sentences
        self.lexicon = lexicon
        self._quotes = segments.quotes
        self._seen: dict[int, Seen] = {}
        self._short = short_names(self.text, lexicon)

    def seen(self, sentence: int) -> Seen:
        """The names and dates of a sentence."""
        if sentence not in self._seen:
            where = self.sentences[sentence]
            self._seen[sentence] = scan(self.text, where.start, where.end, self.article.date, self.lexicon, self._short)
        return self._seen[sentence]

    def words_of(self, sentence: int) -> list[str]:
        """The words of a sentence, in lower case."""
        where = self.sentences[sentence]
        return _LETTERS.findall(self.text[where.start : where.end].lower())

    def quoted(self, offset: int) -> bool:
        """Whether somebody is quoted at an offset."""
        at = bisect_right(self._quotes, offset, key=lambda quote: quote.start) - 1
        return at >= 0 and offset < self._quotes[at].end

    def before(self, sentence: int) -> Iterable[int]:
        """The earlier sentences of the same paragraph, the nearest first, over captions that ran into it."""
        own = self.sentences[sentence]
        for at in range(sentence - 1, max(-1, sentence - 8), -1):
            if self.sentences[at].paragraph != own.paragraph:
                return
            if self.sentences[at].kind == own.kind:
                yield at

    def heading(self, sentence: int) -> int | None:
        """The line that introduces the list in which a sentence is a line with a number; None: there is none."""
        for at in range(sentence, max(-1, sentence - _LONGEST_LIST), -1):
            line = self.text[self.sentences[at].start : self.sentences[at].end]
            if at < sentence and line.endswith(":"):
                return at
            if at not in self.numbers or len(line) > _LINE or line[-1] in ".!?" or self.same_paragraph(at, at - 1):
                return None
        return None

    def text_before(self, offset: int, characters: int) -> str:
        """So many characters of the text before an offset."""
        return self.text[max(0, offset - characters) : offset]

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        return self.sentences[one].paragraph == self.sentences[other].paragraph

    def tells_of_speaking(self, sentence: int, span: Span, number: Span | None = None) -> bool:
        """Whether a place or date only tells where and when somebody spoke who gives the number behind it:
        "In an address in Geneva on Monday, the minister said 40 had died"."""
        where = self.sentences[sentence]
        found = self.lexicon.scene_words.speaking.match(self.text, where.start, where.end)
        return found is not None and span[1] <= found.end() and (number is None or found.end() <= number[0])

    def told_with(self, sentence: int, spans: Sequence[Span], span: Span) -> int:
        """The index of the span that is told with a number: its own in a list of pairs, else the nearest."""
        at = paired(self.text, spans, self.numbers.get(sentence, ()), span)
        return nearest_to(spans, span) if at is None else at

    @cached_property
    def lead(self) -> tuple[int, ...]:
        """The headlines and first sentences that tell anything: a name, a date or a number; others do not count."""
        found: list[int] = []
        for at, sentence in enumerate(self.sentences[:_OPENING]):
            body = sum(self.sentences[i].kind == "body" for i in found)
            if body == _LEAD_SENTENCES:
                break
            if sentence.kind in ("headline", "body") and self._tells(at):
                found.append(at)
        return tuple(found)

    @cached_property
    def foes(self) -> frozenset[str]:
        """The two whose fighting the article tells of; none where it tells of more."""
        found = (foes_in(self.text, self.seen(at), self.lexicon) for at in range(len(self.sentences[:_TELLING])))
        pairs = {pair for pair in found if pair}
        return pairs.pop() if len(pairs) == 1 else frozenset() if pairs else self._in_arms

    @cached_property
    def _in_arms(self) -> frozenset[str]:
        """The two lands whose armies or ministries of defence are named in what opens on fighting, and nobody else who
        fights: "Chad's army opened fire … The Malian ministry of defence says"."""
        fighting = self.lexicon.kinds_that["fighting"] | {_TRUCE}
        if not any(hit.name.value in fighting for at in self.lead for hit in self.seen(at).of("kind")):
            return frozenset()
        named = [(hit, at) for at in range(len(self.sentences[:_TELLING])) for hit in self.seen(at).of(*_FIGHTERS)]
        if any(hit.name.kind == "group" for hit, _ in named) or self._of_rebels():
            return frozenset()
        armed = {hit.name.country for hit, at in named if self._has_arms(hit, self.sentences[at].end)}
        armed -= self.lexicon.broken_from.keys()
        return frozenset(armed) if len(armed) == _TWO else frozenset()

    def _has_arms(self, hit: Hit, end: int) -> bool:
        behind = _LETTERS.findall(self.text[hit.end : min(end, hit.end + _BODY)].lower())[:_BODY_WORDS]
        return not self.lexicon.groups["armed body"].isdisjoint(behind)

    def _of_rebels(self) -> bool:
        words = (self.words_of(at) for at in range(len(self.sentences[:_TELLING])))
        insurgents = self.lexicon.groups["insurgent"] - {"opposition"}
        return any(self.lexicon.singular(word) in insurgents for found in words for word in found)

    def _tells(self, sentence: int) -> bool:
        seen, where = self.seen(sentence), self.sentences[sentence]
        if any(hit.name.kind not in ("mark", "background", WATCHED) for hit in seen.hits):
            return True
        return any(map(str.isdigit, self.text[where.start : where.end])) or bool(seen.dates)


_FIGHTERS = ("country", "demonym", "group")
_TWO = 2
_TRUCE = "ceasefire"  # kind of what ends a fight
_BODY, _BODY_WORDS = 40, 4  # characters and words behind a land's name: "Mali's Ministry of | Defence"
_LETTERS = re.compile(r"[a-z]+")
_LIST = 12  # numbers of a sentence that may be a list of pairs
_BETWEEN_PAIRS = re.compile(r"[,;]|\b(?:and|while|but|or)\b")


def paired(text: str, spans: Sequence[Span], numbers: Sequence[Span], span: Span) -> int | None:
    """The index of the span that is told with a number in a list: "20 in Ava, 30 in Bor", "in May - 7, in June - 9".

    None where numbers and spans do not take turns, each pair set off from the next.
    """
    if len(numbers) > _LIST:
        return None
    marks = sorted([(place, 0) for place in spans] + [(number, 1) for number in numbers])
    first = 1 if len(marks) % 2 else 0  # "In Mali 20 died in Ava and 30 in Bor"
    marks = marks[first:]
    if len(marks) < 4 or any(one[1] == other[1] for one, other in pairwise(marks)):
        return None
    pairs = [(marks[at], marks[at + 1]) for at in range(0, len(marks), 2)]
    gaps = (text[one[1][0][1] : other[0][0][0]] for one, other in pairwise(pairs))
    if not all(map(_BETWEEN_PAIRS.search, gaps)):
        return None
    for one, other in pairs:
        place, number = (other, one) if one[1] else (one, other)
        if number[0] == span:
            return list(spans).index(place[0])
    return None


def nearest_to(spans: Sequence[Span], span: Span) -> int:
    """The index of the span nearest to another; one that stands behind is a little nearer."""
    at = bisect_left(spans, span)
    near = range(max(0, at - 2), min(len(spans), at + 2))
    return min(near, key=lambda k: _distance(spans[k], span))


def _distance(one: Span, other: Span) -> int:
    return other[0] - one[1] + 20 if one[1] <= other[0] else max(0, one[0] - other[1])
