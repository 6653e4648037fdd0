"""A number in; what it counts out, by its own sentence, or by the number or the line before that it goes on from."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from msgspec.structs import replace

from claimcheck.records import Quantity, Span
from claimcheck.stages.describe.amounts import told_by_unit
from claimcheck.stages.describe.changes import moved
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.itemised import told_by_heading
from claimcheck.stages.describe.measures import measures_of
from claimcheck.stages.describe.parsed import ParsedSentence
from claimcheck.stages.describe.phrases import parse
from claimcheck.stages.describe.placed import Placed
from claimcheck.stages.describe.recounted import of_sentence_before
from claimcheck.stages.describe.references import (
    answers,
    are_included,
    are_some,
    comes_from,
    compared_figure,
    gives_figure,
    have_gone,
    in_brackets,
    is_figure,
    is_land,
    names_figure,
    of_a_place,
    of_them,
    refers_back,
    runs_on,
    up_from,
)
from claimcheck.stages.describe.running import gives_another, is_count
from claimcheck.stages.describe.tokenise import tokenise
from claimcheck.stages.describe.triggers import Asked, Found

_FIRST = 4  # tokens of an item before its number: "- some 5,000 blankets"
_FAR = 500  # characters over which "the figure" is the number told before
_AS_MANY, _ALIKE = 30, 2  # times that one count of the same is as large as another of its paragraph, or article
_FAR_SIZE, _NEAR_SIZE = 3, 1.5  # times as large, from which two counts are hardly of the same, and up to which they are
_NO_COUNTS = frozenset(("percent", "fraction", "duration", "length"))  # dimensions
_TIMES = "time"  # class of "seven times fewer"


class Measuring(ParsedSentence):
    """Finds the measure of a number."""

    def _measure(
        self, token: int, quantity: Quantity, last: Placed | None, earlier: Sequence[Placed | None]
    ) -> Found | None:
        found = self._of_like_clause(token, earlier) or self.context.measure(token)
        if found is None and last is not None and last.measure and self._converts(token, quantity, last):
            return last.measure
        if (own := told_by_unit(self.context, token, quantity, found)) is not None:
            return own
        vague = found is None or ((found.weak or found.derived) and not found.harm)  # "gave the figure of 45"
        if vague and names_figure(self.context, token) and (told := _told(quantity, earlier)):
            return replace(told, rule="M90", start=token, end=token + 1)
        if vague and (told := self._of_sentence_before(token, last)) is not None:
            return replace(told, rule="M90", start=token, end=token + 1)
        last = _counted_last(quantity, last, earlier)
        last = self._held_against(token, quantity, earlier) or self._first_fate(token, last, earlier) or last
        last = self._of_one_size(quantity, last, earlier) or last
        if vague and last is not None and last.measure and self._goes_back(token, quantity, last):
            return replace(last.measure, rule="M90", start=token, end=token + 1, unit=last.unit)
        if found is None and (told := self._of_heading(token)) is not None:
            return told
        if vague and gives_another(self.context, token) and (told := self._counted_before(token, quantity, earlier)):
            return replace(told, rule="M90", start=token, end=token + 1)
        if found is None and (came := self._came_from(token, earlier)) is not None:
            return came
        counts = quantity.dimension == "count" and self.phrases[token].noun_class != "time"
        return moved(quantity.direction, token) if found is None and counts else found

    def _of_like_clause(self, token: int, earlier: Sequence[Placed | None]) -> Found | None:
        """What the number of a like clause counts: "here 30 died, and 20 were hurt; there 15, and 10"."""
        like = self.context.in_like_clause(token)
        there = (p for p in reversed(earlier) if like is not None and p is not None and p.parsed is self.parsed)
        first = next((p for p in there if p.phrase.token == like), None)
        alike = first is not None and self.phrases[token].noun_class in ("", first.phrase.noun_class)
        if first is None or first.measure is None or not alike:
            return None
        return replace(first.measure, rule="M90", start=token, end=token + 1, unit=first.unit)

    def _of_sentence_before(self, token: int, last: Placed | None) -> Found | None:
        """ "The number of dead is not known. Reports put it at 45": what a sentence tells that gives no number of its
        own of those whose number this one gives."""
        before = self.sentence - 1
        numbered = last is not None and last.quantity.sentence >= before
        if numbered or before < 0 or not self._of_before(token):
            return None
        if not self.scene.reading.same_paragraph(self.sentence, before):
            return None
        where = self.scene.reading.sentences[before]
        return of_sentence_before(self._context_of((where.start, min(where.end, where.start + _FAR))))

    def _counted_before(self, token: int, quantity: Quantity, earlier: Sequence[Placed | None]) -> Found | None:
        """What befell those whom the paragraph counted last, where their number is not of another size; "the evening
        count: 45" is of those whom the article did, where it is of the same."""
        same, counts = self.scene.reading.same_paragraph, is_count(self.context, token)
        for placed in reversed(earlier):
            if placed is None or placed.measure is None or not placed.of_people or not _is_count(placed):
                continue
            here = same(placed.quantity.sentence, self.sentence)
            low, high = sorted((placed.quantity.value, quantity.value))
            told = not placed.measure.derived and high <= (_AS_MANY if here else _ALIKE) * max(1.0, low)
            if told and (here or (counts and placed.measure.happens)):
                return replace(placed.measure, unit=placed.unit)
            if here or not counts:
                return None
        return None

    def _of_heading(self, token: int) -> Found | None:
        """What the line that introduces a list tells of a number that is an item of it, in a line of its own."""
        if token >= _FIRST and not self.phrases[token].labelled:
            return None
        at = self.scene.reading.heading(self.sentence)
        if at is None:
            return None
        where = self.scene.reading.sentences[at]
        heading = self._context_of((max(where.start, where.end - _FAR), where.end))
        colons = [k for k, chunk in enumerate(heading.parsed.chunks) if chunk.kind == ":"]
        ask = Asked.of(self.phrases[token], self.context.dimensions[token], self.parsed)
        found = told_by_heading(heading, colons[-1], ask) if colons else None
        return replace(found, start=token, end=token + 1) if found is not None else None

    def _context_of(self, window: Span) -> Context:
        """Another sentence, without its numbers, for what it tells."""
        parsed = parse(tokenise(self.scene.article.text, *window, [], self.lexicon), self.lexicon)
        return measures_of(parsed, {}, {}, self.context.words.kinds, self.lexicon)

    def _of_before(self, token: int) -> bool:
        """Whether a bare number is of those whom the sentence before speaks of."""
        return any(asked(self.context, token) for asked in (refers_back, answers, gives_figure, gives_another))

    def _came_from(self, token: int, earlier: Sequence[Placed | None]) -> Found | None:
        """The measure of the number from which something came to this one, which counts the same."""
        first = comes_from(self.context, token)
        told = (p for p in reversed(earlier) if first is not None and p is not None and p.parsed is self.parsed)
        start = next((p for p in told if p.phrase.token == first), None)
        if start is None or start.measure is None:
            return None
        return replace(start.measure, rule="M90", start=token, end=token + 1)

    def _goes_back(self, token: int, quantity: Quantity, last: Placed) -> bool:
        """Whether a number is of what the last one counted; who only "speaks of" it does so in the next sentence."""
        tolled = last.measure is not None and (last.measure.harm or last.measure.counting)
        if refers_back(self.context, token) or (tolled and runs_on(self.context, token)):
            return quantity.start - last.quantity.end < _FAR
        if quantity.sentence - last.quantity.sentence > 1:
            return False
        again = answers(self.context, token) or gives_figure(self.context, token)
        again = again or (last.of_people and runs_on(self.context, token, is_it=True))
        again = again or in_brackets(self.context, token) or self._another(token, last)
        again = again or (last.of_people and of_a_place(self.context, token))
        fled = last.measure is not None and last.measure.value in self.lexicon.groups["flight"]
        again = again or (fled and have_gone(self.context, token))
        again = again or (last.parsed is self.parsed and up_from(self.context, token))
        again = again or (last.of_people and (are_some(self.context, token) or are_included(self.context, token)))
        fewer = quantity.dimension != "count" or quantity.value <= last.quantity.high
        return again or (last.of_people and fewer and of_them(self.context, token))

    def _held_against(self, token: int, quantity: Quantity, earlier: Sequence[Placed | None]) -> Placed | None:
        """Whose number a lower or higher one is given against: "192 homes and two hotels … a lower number, 156"."""
        way = compared_figure(self.context, token)
        near = (p for p in reversed(earlier) if p is not None and quantity.sentence - p.quantity.sentence <= 1)
        held = (p for p in near if _is_count(p) and p.measure is not None)
        return next((p for p in held if (p.quantity.value - quantity.value) * way > 0), None) if way else None

    def _first_fate(self, token: int, last: Placed | None, earlier: Sequence[Placed | None]) -> Placed | None:
        """What a land's bare count is of, where the sentence before counts two fates: "202 dead and two missing. Chad
        stopped at 80"."""
        at = self.phrases[token].first - 1
        at -= at > 0 and self.parsed.chunks[at].kind == "P"
        land = at > 0 and self.parsed.chunks[at].kind == "VP" and is_land(self.context, self.parsed.chunks[at - 1])
        if not land or last is None or last.parsed is self.parsed:
            return None
        there = (p for p in earlier if p is not None and p.parsed is last.parsed)
        return next((p for p in there if p.measure is not None and p.measure.harm and p.of_people), None)

    def _of_one_size(self, quantity: Quantity, last: Placed | None, earlier: Sequence[Placed | None]) -> Placed | None:
        """What a bare count goes on from, where the last one is of another size: "it lists 2,823 dead, 30 missing. A
        week before it gave 2,802"."""
        if last is None or last.parsed is self.parsed or _times(last, quantity) <= _FAR_SIZE:
            return None
        told = (p for p in reversed(earlier) if p is not None and p.measure is not None and p.measure.harm)
        here = (p for p in told if p.of_people and _is_count(p))
        paragraph = [p for p in here if self.scene.reading.same_paragraph(p.quantity.sentence, self.sentence)]
        nearest = min(paragraph, key=lambda p: _times(p, quantity), default=None)
        return nearest if nearest is not None and _times(nearest, quantity) <= _NEAR_SIZE else None

    def _another(self, token: int, last: Placed) -> bool:
        """ "The previous estimate had been 60 homes": another number for the homes that were counted before."""
        phrase = self.phrases[token]
        return is_figure(self.context, token) and phrase.noun_class in ("", last.noun_class)


def _told(quantity: Quantity, earlier: Sequence[Placed | None]) -> Found | None:
    """The measure of the same number, told before: "the 340 figure"."""
    same = (p.measure for p in reversed(earlier) if p is not None and p.quantity.value == quantity.value)
    return next((found for found in same if found is not None and not found.derived), None)


def _counted_last(quantity: Quantity, last: Placed | None, earlier: Sequence[Placed | None]) -> Placed | None:
    """What was counted last: a share told since then is no figure that a count stands at: "2 million people, half of
    the land, fled. The last estimate stood at 1 million"; nor is a factor: "40, seven times less than the 280"."""
    if quantity.dimension != "count" or last is None or _is_count(last):
        return last
    return next((p for p in reversed(earlier) if p is not None and _is_count(p)), last)


def _times(placed: Placed, quantity: Quantity) -> float:
    """How many times as large as the other the larger of two numbers is."""
    low, high = sorted((placed.quantity.value, quantity.value))
    return high / low if low > 0 else inf


def _is_count(placed: Placed) -> bool:
    return placed.quantity.dimension not in _NO_COUNTS and placed.noun_class != _TIMES
