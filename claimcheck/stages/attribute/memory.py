"""What an article has told so far: its countries, its people with their offices, and whom a pronoun stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.rules.world import Country
from claimcheck.stages.attribute.atlas import Atlas, Place, match
from claimcheck.stages.attribute.fitting import Fitting
from claimcheck.stages.attribute.line import Line, line
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.story import Story
from claimcheck.stages.attribute.wording import Piece

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][\w'’.-]*")
_BACK = 12  # sentences to look back for whom a pronoun stands for
_LONGEST_NAME = 80
_NAME_BEFORE = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*\s\Z")
_GIVEN_BEHIND = re.compile(r"\s[^\W\d_a-zß-öø-ÿ]\w+-[a-z]\w+")
_BODY_OF = re.compile(r"\b([^\W\d_a-zß-öø-ÿ]\w+)\s(?:of|for)\s(?:the\s)?\Z")
_PARTED = re.compile(r"[.,;:]|\b(?:has|have|had|is|are|was|were|the|that)\b")  # "Mali lost 9, the | ministry said"
_OF_COUNTRY = re.compile(r"\s(?:of|from|in|at|with)\s(?:the\s)?")
_OF_THINGS = ("the", "a", "an", "in", "at", "near", "across", "into", "inside", "outside")  # before what is no person
_MOST_MENTIONS = 60
_SOVEREIGN = ("state", "disputed")


class Seen(NamedTuple):
    """A country named in the text."""

    start: int
    place: Place


class Memory:
    """Looks back in one article."""

    def __init__(self, story: Story, atlas: Atlas) -> None:
        self.story = story
        self.atlas = atlas
        self.function = story.lexicon.function
        self.fitting = Fitting(story, atlas)
        self._full: dict[str, Span | None] = {}

    # ── countries ─────────────────────────────────────────────────────────────────────────────

    @cached_property
    def countries(self) -> tuple[Seen, ...]:
        """Every country the text names, by whatever word, in order."""
        found: list[Seen] = []
        text, places = self.story.text, self.atlas.places
        behind = 0
        for hit in _CAPITAL.finditer(text):
            if hit.start() < behind:
                continue
            word = hit.group().rstrip(".").removesuffix("'s").removesuffix("’s")
            entries = places.get(word) or places.get(hit.group())
            if entries is None or self.surname(hit.start()):
                continue
            words = line(text, hit.start(), min(len(text), hit.start() + _LONGEST_NAME)).words
            named = match(places, words, 0)
            if named is not None:
                behind = hit.end()
                found.append(Seen(hit.start(), named[1]))
        return tuple(found)

    def surname(self, start: int) -> bool:
        """Whether a country's word is somebody's surname: "Jack London", "Rep. Jim Jordan", "Ms. Paris"."""
        classes = self.story.lexicon.classes
        before = self.story.text[max(0, start - _LONGEST_NAME) : start].split()[-2:]
        if not before or not before[-1][0].isupper() or self.story.text[start - 1 : start] != " ":
            return False
        given = before[-1].lower()
        if given in classes["honorific"] or given in classes["female-name"] or given in classes["male-name"]:
            return True
        titled = len(before) > 1 and before[0].lower() in self.story.lexicon.titles and before[-1][-1].isalnum()
        return titled and given not in self.function and given not in self.story.lexicon.titles and not given.isupper()

    def person_called(self, word: str) -> bool:
        """Whether the text names somebody by a surname that is a country's word too."""
        hits = re.finditer(rf"\b{re.escape(word)}\b", self.story.text)
        return any(self.surname(hit.start()) for hit in islice(hits, _MOST_MENTIONS))

    @cached_property
    def states(self) -> tuple[Seen, ...]:
        """The countries named that can have a ministry of their own, those within a body's name left out."""
        return tuple(
            seen
            for seen in self.countries
            if seen.place.role != "city" and seen.place.country.status in _SOVEREIGN and not self._in_name(seen.start)
        )

    def _in_name(self, start: int) -> bool:
        """Whether a country's word is part of a body's name: "the Norwegian Aid Council", "Bank of Chile"."""
        text = self.story.text
        before = _BODY_OF.search(text, max(0, start - _LONGEST_NAME), start)
        bodies = self.story.lexicon.classes["organisation"] - self.atlas.heads
        if before is not None and before[1].lower() in bodies:
            return True
        words = line(text, start, min(len(text), start + _LONGEST_NAME))
        known = match(self.atlas.actors, words.words, 0)
        if known is not None and known[0] > 1:
            return known[1].source.kind == "ngo"
        return self._heads_body(words, (match(self.atlas.places, words.words, 0) or (1,))[0])

    def _heads_body(self, words: Line, at: int) -> bool:
        """Whether the capital words behind a country name a body that is no institution of the state."""
        while at < len(words.words) and (words.words[at][0].isupper() or words.lows[at] in ("of", "for")):
            found = match(self.atlas.institutions, words.lows, at)
            if found is not None:
                return found[1].kind == "ngo"
            if words.lows[at] in self.story.lexicon.classes["organisation"]:
                return True
            at += 1
        return False

    def last_country(self, offset: int) -> Country | None:
        """The country named last before an offset, else the first behind it."""
        states = self.states
        at = bisect_left(self._state_starts, offset)
        if at > 0:
            return states[at - 1].place.country
        return states[0].place.country if states else None

    @cached_property
    def subject(self) -> Country | None:
        """The country that the article names most, the earliest of equals."""
        counts: dict[str, int] = {}
        for seen in self.states:
            counts[seen.place.country.id] = counts.get(seen.place.country.id, 0) + 1
        if not counts:
            return None
        most = max(counts.values())
        return next(s.place.country for s in self.states if counts[s.place.country.id] == most)

    def country_of_office(self, head: str, offset: int) -> Country | None:
        """The country of the last "<country> … <head>" before an offset: "the Azerbaijani State Commission", or of
        "<head> of the <country>": "an official of the Kenyan health ministry"."""
        text = self.story.text
        at = offset
        for _ in range(20):
            at = max(text.rfind(head, 0, at), text.rfind(head.capitalize(), 0, at))
            if at < 0:
                return None
            first, last = (bisect_left(self._all_starts, offset) for offset in (at - 60, at))
            window = self.countries[first:last]
            if window and not _PARTED.search(text[window[-1].start : at].replace("U.S.", "")):
                return window[-1].place.country
            of = _OF_COUNTRY.match(text, at + len(head))
            behind = bisect_left(self._all_starts, of.end()) if of is not None else 0
            if of is not None and behind < len(self.countries) and self.countries[behind].start == of.end():
                return self.countries[behind].place.country
        return None

    def speaking_country(self, offset: int) -> Country | None:
        """The country for which somebody spoke last before an offset, in words that name it."""
        number = self.story.sentence_at(offset)
        for back in range(min(_BACK, number) + 1):
            for report in reversed(self.story.reports(number - back)):
                if report.speaker is not None and report.speaker[1] <= offset:
                    named = self.states_between(*report.speaker)
                    if named:
                        return named[-1].place.country
        return None

    def states_between(self, start: int, end: int) -> list[Seen]:
        """The countries named between two offsets."""
        first, last = (bisect_left(self._state_starts, offset) for offset in (start, end))
        return list(self.states[first:last])

    @cached_property
    def _all_starts(self) -> list[int]:
        return [seen.start for seen in self.countries]

    @cached_property
    def _state_starts(self) -> list[int]:
        return [seen.start for seen in self.states]

    # ── people ────────────────────────────────────────────────────────────────────────────────

    def first_full(self, surname: str) -> Span | None:
        """The first phrase of the text that gives a surname behind another capital word."""
        if surname not in self._full:
            self._full[surname] = self._search_full(surname)
        return self._full[surname]

    def _search_full(self, surname: str) -> Span | None:
        """Its first full mention in the text; for want of one in a headline: "Sheriff Endorses Roe" names nobody."""
        headed: Span | None = None
        for number, found in self._full_mentions(surname):
            if not self.story.title_case(number):
                return found
            headed = headed or found
        return headed

    def _full_mentions(self, surname: str) -> Iterator[tuple[int, Span]]:
        text, at = self.story.text, -1
        for _ in range(_MOST_MENTIONS):
            at = text.find(surname, at + 1)
            if at < 0:
                return
            end = at + len(surname)
            number = self.story.sentence_at(at)
            given = _GIVEN_BEHIND.match(text, end)
            if given is not None:  # Choi Seong-beom
                yield number, (at, given.end())
            if text[end : end + 1].isalnum() or not _NAME_BEFORE.search(text, max(0, at - 40), at):
                continue
            sentence = self.story.sentences[number]
            tokens = line(text, sentence.start, sentence.end)
            piece = self._around(tokens, at, end)
            if piece is not None:
                yield number, tokens.span(*piece)

    def _around(self, tokens: Line, start: int, end: int) -> Piece | None:
        """The name that ends in the token at `start`, with a first name before it, and what it is called with."""
        if start not in tokens.starts:
            return None
        last = tokens.starts.index(start)
        grammar = self.story.grammar
        before = tokens.words[last - 1] if last else ""
        titles = self.story.lexicon.titles
        if not before[:1].isupper() or before.lower() in titles or before.lower() in grammar.preposition:
            return None
        if last == 1 and before.lower() in grammar.verb:
            return None  # Added Berg:
        if tokens.ends[last] != end:
            return None
        phrases = Phrases(tokens, grammar)
        first = last - 1
        while (
            first > 0
            and (tokens.words[first - 1][0].isupper() or tokens.lows[first - 1] in titles)
            and (tokens.lows[first - 1] not in self.function)
        ):
            first -= 1
        behind = last + 1
        if behind < len(tokens.lows) and tokens.lows[behind] == ",":
            behind = phrases.apposition(behind + 1) or last + 1
        return first, behind

    # ── pronouns ──────────────────────────────────────────────────────────────────────────────

    def stands_for(self, pronoun: str, offset: int) -> Span | None:
        """The mention that a pronoun at `offset` is most likely about."""
        story = self.story
        number = story.sentence_at(offset)
        for back in range(min(_BACK, number) + 1):
            found = self._in_sentence(number - back, pronoun, offset)
            if found is not None:
                return found
        return None

    def _in_sentence(self, number: int, pronoun: str, offset: int) -> Span | None:
        story = self.story
        if story.sentences[number].kind == "junk":
            return None
        fitting = self.fitting.person if pronoun in ("he", "she", "i") else self.fitting.body
        spoken = [r.speaker for r in story.reports(number) if r.speaker is not None and r.speaker[1] <= offset]
        for span in reversed(spoken):
            if fitting(span, pronoun):
                return span
        tokens = story.line(number)
        subject = Phrases(tokens, story.grammar).subject(len(tokens.lows))
        if subject is not None:
            span = tokens.span(*subject)
            lone = subject[1] - subject[0] == 1 and not self._vouched(tokens, subject, pronoun)
            if (
                span[1] <= offset
                and not lone
                and fitting(span, pronoun)
                and tokens.lows[subject[0]] not in ("his", "her")
            ):
                return span
        for piece in self._nouns(tokens):
            span = tokens.span(*piece)
            if span[1] <= offset and fitting(span, pronoun) and self._vouched(tokens, piece, pronoun):
                return span
        return None

    def _to_head(self, tokens: Line, at: int) -> int:
        """Behind the head of a phrase that begins with a name: "the French | health ministry"."""
        for ahead in range(at, min(at + 3, len(tokens.lows))):
            if not tokens.lows[ahead].isalpha() or tokens.lows[ahead] in self.function:
                break
            if tokens.lows[ahead] in self.atlas.heads:
                ahead += 1
                while ahead < len(tokens.words) and tokens.words[ahead][0].isupper():
                    ahead += 1
                return ahead
        return at

    def _vouched(self, tokens: Line, piece: Piece, pronoun: str) -> bool:
        """Whether capital words may be somebody's name; a lone one stands behind a first name or a title elsewhere."""
        first, last = piece
        if pronoun not in ("he", "she", "i"):
            return True
        if last - first > 1:
            return not self._place_like(tokens, piece)
        titled = first > 0 and tokens.lows[first - 1] in self.story.lexicon.classes["honorific"]
        return titled or self.first_full(tokens.words[first]) is not None

    def _place_like(self, tokens: Line, piece: Piece) -> bool:
        """Whether a name without a title stands as a thing's does: "the Red Sea", "in Larkin Square"."""
        first, last = piece
        before = tokens.lows[first - 1] if first else ""
        titled = any(low in self.story.lexicon.titles for low in tokens.lows[first:last])
        return before in _OF_THINGS and not titled

    def _nouns(self, tokens: Line) -> list[Piece]:
        """Names, and kin with whose kin they are: what a pronoun may go back to."""
        kin = self.story.lexicon.classes["kin"]
        found: list[Piece] = []
        at = 0
        while at < len(tokens.words):
            start = at
            while at < len(tokens.words) and tokens.words[at][0].isupper() and tokens.lows[at] not in self.function:
                at += 1
            if at > start:
                inside = start > 1 and tokens.lows[start - 1] in ("for", "of") and tokens.words[start - 2][0].isupper()
                at = self._to_head(tokens, at)
                if not inside:
                    found.append((start, at))
            elif tokens.lows[at] in kin and at > 0 and tokens.lows[at - 1] in ("his", "her", "their"):
                found.append((at - 1, at + 1))
                at += 1
            else:
                at += 1
        return found
