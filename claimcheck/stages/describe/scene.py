"""Where and when: the names and dates of sentences, what carries over from the paragraph and the lead, known events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import msgspec

from claimcheck import dates
from claimcheck.records import Article, Fact, Period, Segments, Span
from claimcheck.rules.descriptions import Event
from claimcheck.stages.describe.lexicon import Lexicon, Name
from claimcheck.rules.world import listed

_WORD = re.compile(r"[^\W_]+(?:[-.'’&](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*|[,;:()\"“”]")
_LEAD_SENTENCES = 4
_NAMED_IN = 2  # sentences of the text whose named event is what the article is about
_LOCATIVE = frozenset("in at near outside inside across around of from to over on off".split())
_HERE = frozenset("in at near outside inside across around".split())
_SKIPPED = frozenset(
    "the central northern southern eastern western north south east west northeastern northwestern southeastern "
    "southwestern upper lower nearby neighbouring neighboring".split()
)
_PLACE_NOUNS = frozenset(
    "city town village state province region district county island port department capital suburb".split()
)
_WITHIN = frozenset("in near outside inside across".split())
_NOT_DURING = frozenset("after following before like than despite unlike until".split())
_REPORTING = frozenset(
    "said says told announced reported stated tweeted wrote added confirmed declared posted published released".split()
)


class Hit(NamedTuple):
    """A name of the packs in the text."""

    name: Name
    start: int
    end: int
    before: str  # the word before it, in lower case
    earlier: str  # and the one before that
    after: str = ""  # the word behind it


@dataclass(frozen=True, slots=True)
class Seen:
    """The names and dates of one sentence."""

    hits: tuple[Hit, ...]
    dates: tuple[dates.When, ...]
    unknown: tuple[tuple[str, int, int], ...]  # places that no pack knows, behind "in"

    def of(self, *kinds: str) -> tuple[Hit, ...]:
        """The hits of some kinds."""
        return tuple(hit for hit in self.hits if hit.name.kind in kinds)


class Scene:
    """What one article tells about place, time and event, read sentence by sentence where it is asked for."""

    def __init__(self, article: Article, segments: Segments, lexicon: Lexicon) -> None:
        self.article = article
        self.sentences = segments.sentences
        self.lexicon = lexicon
        self._seen: dict[int, Seen] = {}

    def seen(self, sentence: int) -> Seen:
        """The names and dates of a sentence."""
        if sentence not in self._seen:
            where = self.sentences[sentence]
            self._seen[sentence] = self._scan(where.start, where.end)
        return self._seen[sentence]

    def _scan(self, start: int, end: int) -> Seen:
        text = self.article.text
        words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
        titled = sum(text[at].isupper() for _, at, _ in words) > 0.6 * len(words)
        hits: list[Hit] = []
        unknown: list[tuple[str, int, int]] = []
        i = 0
        while i < len(words):
            low, at, stop = words[i]
            back = i - 1
            while back > 0 and words[back][0] in _SKIPPED:
                back -= 1
            before = words[back][0] if i else ""
            earlier = words[back - 1][0] if back > 0 else ""
            if before == "of" and earlier in _PLACE_NOUNS:
                before = "in"
            size = 0
            for name in self.lexicon.names.get(low, ()):
                if _here(name, words, i, text):
                    if name.kind not in ("mark", "kind"):
                        size = size or len(name.words)
                    last = i + len(name.words) - 1
                    after = words[last + 1][0] if last + 1 < len(words) else ""
                    hits.append(Hit(name, at, words[last][2], before, earlier, after))
                    if name.kind not in ("mark", "kind"):
                        break
            if not size and before in _WITHIN and text[at].isupper() and not titled:
                size = _run(words, i, text)
                behind = text[words[i + size - 1][2] : words[i + size - 1][2] + 2]
                if (
                    size <= 3
                    and text[at + 1 : at + 2].islower()
                    and not behind[1:].isdigit()
                    and low not in self.lexicon.groups["no place"]
                ):
                    unknown.append((text[at : words[i + size - 1][2]], at, words[i + size - 1][2]))
            i += size or 1
        found = dates.find(text, start, end, self.article.date)
        spans = [when.span for when in found]
        places = tuple(place for place in unknown if not any(s < place[2] and place[1] < e for s, e in spans))
        return Seen(tuple(hits), found, places)

    def before(self, sentence: int) -> Iterable[int]:
        """The earlier sentences of the same paragraph, the nearest first."""
        paragraph = self.sentences[sentence].paragraph
        for at in range(sentence - 1, -1, -1):
            if self.sentences[at].paragraph != paragraph:
                return
            yield at

    @cached_property
    def lead(self) -> tuple[int, ...]:
        """The headline and the first sentences of the text."""
        headlines = [i for i, s in enumerate(self.sentences[:6]) if s.kind == "headline"]
        body = [i for i, s in enumerate(self.sentences) if s.kind == "body"][:_LEAD_SENTENCES]
        return tuple(sorted({*headlines, *body}))

    # ── place ─────────────────────────────────────────────────────────────────────────────────

    def place(self, sentence: int, span: Span) -> Fact | None:
        """Where it was: the nearest place of the sentence, else of the paragraph, else of the lead."""
        own = self._places(sentence)
        if own:
            return min(own, key=lambda place: _distance(place[2], span))[1]
        for back in self.before(sentence):
            carried = self._places(back)
            if carried:
                return msgspec.structs.replace(carried[-1][1], rule="L90")
        return self.default_place

    @cached_property
    def default_place(self) -> Fact | None:
        """The first place of the lead."""
        for sentence in self.lead:
            found = self._places(sentence)
            if found:
                return msgspec.structs.replace(max(found, key=lambda place: place[0])[1], rule="L91")
        return None

    def _places(self, sentence: int) -> list[tuple[int, Fact, Span]]:
        """Places that something happens in: (rank, fact, span); a place below a country outranks it."""
        seen = self.seen(sentence)
        out = []
        for hit in seen.of("country", "capital", "place", "group"):
            if hit.name.kind == "group" or hit.before not in _LOCATIVE and hit.earlier not in _LOCATIVE and hit.before:
                continue
            if hit.name.kind == "capital" and hit.before not in _HERE:
                continue
            if hit.name.kind == "country" and hit.before not in _HERE and hit.earlier not in _HERE:
                continue
            rank = 1 if hit.name.kind == "country" else 2
            fact = Fact(value=hit.name.value, rule=hit.name.rule, span=(hit.start, hit.end))
            out.append((rank, fact, (hit.start, hit.end)))
        for name, start, end in seen.unknown:
            out.append((2, Fact(value=name, rule="L00", span=(start, end)), (start, end)))
        return sorted(out, key=lambda place: place[2])

    # ── time ──────────────────────────────────────────────────────────────────────────────────

    def period(self, sentence: int, span: Span) -> Period | None:
        """When it was: a date of the sentence, else one carried from the paragraph."""
        own = self._own_period(sentence, span)
        if own is not None:
            return own
        for back in self.before(sentence):
            carried = self._dates(back)
            if carried:
                return _period(carried[-1], "T02")
        return None

    def _own_period(self, sentence: int, span: Span) -> Period | None:
        found = [when for when in self._dates(sentence) if not dates.overlaps(when, span)]
        if not found:
            return None
        when = min(found, key=lambda when: _distance(when.span, span))
        if self._word_before(when.span[0]) == "since":
            return Period(start=when.start, end=None, rule="T01", span=when.span)
        return _period(when, "T01")

    def _dates(self, sentence: int) -> list[dates.When]:
        """The dates of what happened; not those of reports ("said on Monday") or of counts ("as of Monday")."""
        return [when for when in self.seen(sentence).dates if not self._of_report(when) and not self._of_count(when)]

    def _of_report(self, when: dates.When) -> bool:
        words = [
            word.lower() for word in re.findall(r"\w+", self.article.text[max(0, when.span[0] - 40) : when.span[0]])
        ]
        tail = [word for word in words[-3:] if word not in ("on", "in", "late", "early", "earlier", "a", "statement")]
        return bool(tail) and tail[-1] in _REPORTING

    def _of_count(self, when: dates.When) -> bool:
        return (
            re.search(
                r"\b(?:as of|as at|up to|by)\s+\W?$", self.article.text[max(0, when.span[0] - 12) : when.span[0]], re.I
            )
            is not None
        )

    def _word_before(self, at: int) -> str:
        match = re.search(r"(\w+)\W*$", self.article.text[max(0, at - 20) : at])
        return match[1].lower() if match else ""

    def as_of(self, sentence: int, span: Span, now: Fact | None) -> Fact | None:
        """The day up to which a count runs: "as of Monday", "so far" (the article's own day)."""
        for when in self.seen(sentence).dates:
            if self._of_count(when) and when.end:
                return Fact(value=when.end, rule="T03", span=when.span)
        if now is not None and self.article.date:
            return Fact(value=self.article.date, rule=now.rule, span=now.span)
        for when in self.seen(sentence).dates:
            if self._of_report(when) and when.end and when.kind == "day":
                return Fact(value=when.end, rule="T04", span=when.span)
        return None

    # ── event ─────────────────────────────────────────────────────────────────────────────────

    def event(self, sentence: int, span: Span, period: Period | None, harm: bool) -> Fact | None:
        """The known event that the quantity belongs to."""
        named = self._named(sentence, span)
        if named:
            return named
        placed = self._by_place(sentence, period, harm)
        if placed:
            return placed
        if period is not None and period.rule == "T01" and not self._fits_default(period):
            return None
        for back in self.before(sentence):
            carried = self._named(back, span)
            if carried:
                return carried
        return self.default_event if harm else None

    def _named(self, sentence: int, span: Span) -> Fact | None:
        hits = [
            hit
            for hit in self.seen(sentence).of("event")
            if hit.before not in _NOT_DURING and not (hit.before in ("the", "a") and hit.earlier in _NOT_DURING)
        ]
        if not hits:
            return None
        hit = min(hits, key=lambda hit: _distance((hit.start, hit.end), span))
        return Fact(value=hit.name.value, rule=hit.name.rule, span=(hit.start, hit.end))

    def _fits_default(self, period: Period) -> bool:
        event = self.lexicon.events.get(self.default_event.value) if self.default_event else None
        return event is not None and _meets(event, period)

    @cached_property
    def default_event(self) -> Fact | None:
        """The event of the headline and lead."""
        headlines = [i for i in self.lead if self.sentences[i].kind == "headline"]
        body = [i for i in self.lead if self.sentences[i].kind == "body"]
        for sentence in (*headlines, *body[:_NAMED_IN]):
            found = self._named(sentence, (0, 0))
            if found and (sentence in headlines or self._not_long_ago(found)):
                return found
        for sentence in self.lead:
            when = self._dates(sentence)
            placed = self._by_place(sentence, _period(when[0], "T02") if when else None, True)
            if placed:
                return placed
        return None

    def _not_long_ago(self, event: Fact) -> bool:
        """A sudden event of years ago is background where the article has a day: "the worst since the 2004 tsunami"."""
        known = self.lexicon.events[event.value]
        sudden = known.kind not in ("war", "massacre", "epidemic", "exodus")
        day = self.article.date
        return not sudden or bool(day and known.end and known.end[:4] >= day[:4])

    def _by_place(self, sentence: int, period: Period | None, harm: bool) -> Fact | None:
        """An event at a place of the sentence, paragraph or lead whose time holds the period."""
        if period is None:
            return None
        kinds = self.kinds(sentence)
        for at in (sentence, *self.before(sentence), *self.lead):
            found = []
            for hit in self.seen(at).of("country", "capital", "place"):
                for event in self.lexicon.events_at.get(hit.name.value, ()):
                    fits = self._same_time(event, period)
                    if fits and (harm or event.kind in kinds) and self._same_kind(event, kinds):
                        found.append((-fits, _length(event), event.name, hit))
            if found:
                _, _, name, hit = min(found, key=lambda entry: entry[:3])
                return Fact(value=name, rule=self.lexicon.events[name].id, span=(hit.start, hit.end))
        return None

    def _same_kind(self, event: Event, kinds: tuple[str, ...]) -> bool:
        """A war may hold any kind of harm; an earthquake needs its word."""
        if event.kind in ("war", "clash", "massacre", "exodus"):
            return not {"earthquake", "flood", "storm", "epidemic", "crash", "fire"} & set(kinds)
        return event.kind in kinds

    def _same_time(self, event: Event, period: Period) -> int:
        """2: the same first day, even where the year is not told; 1: within it; 0: not."""
        if period.start is None and period.end is None:
            return 2 if period.span and _same_day(self.article.text[slice(*period.span)], event.start) else 0
        return 1 if _meets(event, period) else 0

    def kinds(self, sentence: int) -> tuple[str, ...]:
        """The kinds of event that a sentence names, else those of its paragraph, else of the lead."""
        for at in (sentence, *self.before(sentence)):
            found = self.seen(at).of("kind")
            if found:
                return tuple(dict.fromkeys(hit.name.value for hit in found))
        return tuple(dict.fromkeys(hit.name.value for at in self.lead for hit in self.seen(at).of("kind")))

    def terms(self, sentence: int) -> tuple[Fact, ...]:
        """What tells an unnamed event: its kind, by the words of the sentence, else of the paragraph or lead."""
        for at in (sentence, *self.before(sentence), *self.lead):
            found: dict[str, Fact] = {}
            for hit in self.seen(at).of("kind"):
                found.setdefault(
                    hit.name.value, Fact(value=hit.name.value, rule=hit.name.rule, span=(hit.start, hit.end))
                )
            if found:
                return tuple(found.values())
        return ()


def _here(name: Name, words: Sequence[tuple[str, int, int]], at: int, text: str) -> bool:
    size = len(name.words)
    if at + size > len(words) or any(words[at + k][0] != name.words[k] for k in range(1, size)):
        return False
    if name.kind == "kind":
        # "US Geological Survey" is no poll: a capital inside the sentence makes a name of it.
        capital = text[words[at][1]].isupper() and at > 0 and text[words[at - 1][1]].isupper()
        return not (capital and name.value in ("poll", "election", "trial", "acquisition", "protest", "war"))
    if name.kind == "mark":
        return True
    # "us", "turkey", "nice": names start with a capital.
    return text[words[at][1]].isupper() or (name.kind == "event" and size > 1) or not name.words[0][0].isalpha()


def _run(words: Sequence[tuple[str, int, int]], at: int, text: str) -> int:
    """How many capitalised words follow one another."""
    size = 1
    while (
        at + size < len(words)
        and text[words[at + size][1]].isupper()
        and text[words[at + size - 1][2] : words[at + size][1]] == " "
    ):
        size += 1
    return size


def _distance(one: Span, other: Span) -> int:
    """How far two spans are apart; what stands behind is a little nearer."""
    return other[0] - one[1] + 20 if one[1] <= other[0] else max(0, one[0] - other[1])


def _period(when: dates.When, rule: str) -> Period:
    return Period(start=when.start, end=when.end, rule=rule, span=when.span)


def _meets(event: Event, period: Period) -> bool:
    """Whether the period lies in the event's time; a long period ("in the 1990s") need only meet it."""
    start, end = period.start or "0000", period.end or period.start or "9999"
    return bool(event.start) and start <= (event.end or "9999") and end >= event.start


def _length(event: Event) -> str:
    return f"{9999 - int(event.start[:4] or 0)}" if not event.end else "" if event.start == event.end else "5"


_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _same_day(written: str, iso: str) -> bool:
    """Whether "the 27th September" is the day and month of an ISO date."""
    day = _DAY.search(written)
    month = next((n for n, name in enumerate(_MONTH_NAMES, 1) if re.search(rf"\b{name}", written, re.I)), 0)
    return bool(day and month and iso[5:] == f"{month:02d}-{int(day[1]):02d}")


def parties_of(event: Event) -> tuple[str, ...]:
    """The parties of an event."""
    return listed(event.parties)
