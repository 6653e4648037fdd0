"""Where and when: what a sentence tells, what carries over from its paragraph and the lead, which known event it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from claimcheck import dates
from claimcheck.records import Article, Fact, Period, Segments, Span
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.names import Hit, Seen, scan

_BRACKETS = 120  # characters before a name in which a bracket that holds it may open
_OF_WHAT = 8  # characters between a number and the kind of event that it is of
_OPENING = 300  # sentences among which the lead is looked for
_LEAD_SENTENCES = 4
_NAMED_IN = 2  # sentences of the text whose named event is what the article is about
_LOCATIVE = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "of", "from", "to", "over", "off"))
_HERE = frozenset(("in", "at", "near", "outside", "inside", "across", "around"))
_NOT_DURING = frozenset(("after", "following", "before", "like", "than", "despite", "unlike", "until"))
_REPORTING = frozenset(
    (
        *("said", "says", "told", "announced", "reported", "stated", "tweeted", "wrote", "added", "confirmed"),
        *("declared", "posted", "published", "released", "mourned", "mourning", "commemorated", "marked", "visited"),
    )
)
_SINCE = re.compile(r"\b(?:since|the)\s+$")
_FIGURES = re.compile(r"['’]s\s+(?:figures?|data|report|statement|tolls?|counts?|update|announcement|numbers?)\b")
_BEGINS = re.compile(r"\b(?:since|(?:beg[au]n|started|erupted)(?:\s+(?:on|in))?)\s+(?:the\s+)?$", re.I)
_BETWEEN = frozenset(("on", "in", "late", "early", "earlier", "a", "statement"))  # "said in a statement on Monday"
_SUDDEN = frozenset(("earthquake", "flood", "storm", "epidemic", "crash", "fire", "tsunami", "sinking"))
_LONG = frozenset(("war", "massacre", "epidemic", "exodus", "clash", "occupation"))
# Events of these kinds are told apart by their place alone, where the text names the kind and no day.
_ONE_A_PLACE = frozenset(("exodus", "occupation", "massacre"))
_LATER = frozenset(("found", "identified"))
_FLIGHT = frozenset(("displaced", "returned"))


_Located = tuple[int, Fact, Span]  # rank (a town outranks its country), the place, where it stands


class Scene:
    """What one article tells about place, time and event, read sentence by sentence where it is asked for."""

    def __init__(self, article: Article, segments: Segments, lexicon: Lexicon) -> None:
        self.article = article
        self.sentences = segments.sentences
        self.lexicon = lexicon
        self._seen: dict[int, Seen] = {}
        self._where: dict[int, list[_Located]] = {}
        self._when: dict[int, list[dates.When]] = {}
        self._terms: dict[int, tuple[Fact, ...]] = {}

    def seen(self, sentence: int) -> Seen:
        """The names and dates of a sentence."""
        if sentence not in self._seen:
            where = self.sentences[sentence]
            self._seen[sentence] = scan(self.article.text, where.start, where.end, self.article.date, self.lexicon)
        return self._seen[sentence]

    def before(self, sentence: int) -> Iterable[int]:
        """The earlier sentences of the same paragraph, the nearest first."""
        paragraph = self.sentences[sentence].paragraph
        for at in range(sentence - 1, max(-1, sentence - 8), -1):
            if self.sentences[at].paragraph != paragraph:
                return
            yield at

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        return self.sentences[one].paragraph == self.sentences[other].paragraph

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

    def _tells(self, sentence: int) -> bool:
        seen, where = self.seen(sentence), self.sentences[sentence]
        if any(hit.name.kind not in ("mark", "background") for hit in seen.hits):
            return True
        return any(map(str.isdigit, self.article.text[where.start : where.end])) or bool(seen.dates)

    # ── place ─────────────────────────────────────────────────────────────────────────────────

    def place(self, sentence: int, span: Span) -> Fact | None:
        """Where it was: the nearest place of the sentence, else of the paragraph (L90), else of the lead (L91)."""
        own = self._outside_brackets(self._places(sentence), span)
        if own:
            return self._narrowed(_nearest(own, span), own, span)[1]
        for back in self.before(sentence):
            carried = self._places(back)
            if carried:
                return msgspec.structs.replace(carried[-1][1], rule="L90")
        return self.default_place

    def _outside_brackets(self, places: list[_Located], span: Span) -> list[_Located]:
        """Without those in brackets that do not hold the number: "40 militants (banned in Russia) in Daraa"."""
        return [place for place in places if not self._bracketed(place[2]) or self._bracketed(span)]

    def _bracketed(self, span: Span) -> bool:
        before = self.article.text[max(0, span[0] - _BRACKETS) : span[0]]
        return before.rfind("(") > before.rfind(")")

    def _narrowed(self, nearest: _Located, places: list[_Located], span: Span) -> _Located:
        """A town of the same country behind the number, where the nearest is but the country before it."""
        if nearest[0] > 1 or nearest[2][0] > span[0]:
            return nearest
        behind = [place for place in places if place[0] > 1 and place[2][0] > span[1]]
        inside = [place for place in behind if self._country(place[1]) == nearest[1].value]
        return inside[0] if inside else nearest

    def _country(self, place: Fact) -> str:
        if place.span is None:
            return ""
        low = tuple(re.findall(r"[^\W_]+", self.article.text[slice(*place.span)].lower()))
        names = self.lexicon.single.get(low[0], ()) if len(low) == 1 else self.lexicon.pairs.get((low[0], low[1]), ())
        return next((name.country for name in names if name.words == low), "")

    @cached_property
    def default_place(self) -> Fact | None:
        """The place of the first sentence of the lead that has one, the narrower the better."""
        for sentence in self.lead:
            found = self._places(sentence)
            if found:
                return msgspec.structs.replace(max(found, key=lambda place: place[0])[1], rule="L91")
        return None

    def _places(self, sentence: int) -> list[_Located]:
        """Places that something happens in: (rank, fact, span); a place below a country outranks it."""
        if sentence not in self._where:
            seen = self.seen(sentence)
            hits = (hit for hit in seen.of("country", "capital", "place") if _locates(hit))
            found = [_placed(hit) for hit in hits if not self._modifies(hit)]
            found += [
                (2, Fact(value=name, rule="L00", span=(start, end)), (start, end)) for name, start, end in seen.unknown
            ]
            self._where[sentence] = sorted(found, key=lambda place: place[2])
        return self._where[sentence]

    def _modifies(self, hit: Hit) -> bool:
        """ "killed in US air strikes": initials before a noun say whose, not where."""
        written = self.article.text[hit.start : hit.end]
        if not written.replace(".", "").isupper() or not hit.after.isalpha():
            return False
        return hit.after not in self.lexicon.tags and hit.after not in self.lexicon.forms

    # ── time ──────────────────────────────────────────────────────────────────────────────────

    def period(self, sentence: int, span: Span) -> Period | None:
        """When it was: a date of the sentence (T01), else one carried from the paragraph (T02)."""
        own = self._own_period(sentence, span)
        if own is not None:
            return own
        for back in self.before(sentence):
            carried = self._dates(back)
            if carried:
                return self._period(carried[-1], "T02")
        return None

    def _own_period(self, sentence: int, span: Span) -> Period | None:
        found = [when for when in self._dates(sentence, span) if not dates.overlaps(when, span)]
        if not found:
            return None
        when = found[_nearest_at([when.span for when in found], span)]
        return self._period(when, "T01")

    def _period(self, when: dates.When, rule: str) -> Period:
        """The period of a date; one that something began or has lasted since has no end."""
        if _BEGINS.search(self.article.text[max(0, when.span[0] - 24) : when.span[0]]):
            return Period(start=when.start, end=None, rule=rule, span=when.span)
        return _period(when, rule)

    def _dates(self, sentence: int, span: Span | None = None) -> list[dates.When]:
        """The dates of what happened; not those of reports ("said on Monday"), counts or things only recalled."""
        if sentence not in self._when:
            self._when[sentence] = [
                when for when in self.seen(sentence).dates if not self._of_report(when) and not self._of_count(when)
            ]
        seen = self.seen(sentence)
        if not seen.background or (span is not None and seen.recalled(span[0])):
            return self._when[sentence]
        return [when for when in self._when[sentence] if not seen.recalled(when.span[0])]

    def told(self, sentence: int, period: Period | None, counting: bool) -> Period | None:
        """The period, where the text tells it of what happened; `counting`: "the toll rose to 45 on Monday" tells when
        the dead were counted."""
        if period is None or period.span is None:
            return period
        if period.rule == "T02":
            return period if self._carries(sentence, period.span) else None
        if not counting:
            return period
        of_event = (when for when in self._dates(sentence, period.span) if self._of_event(when.span))
        return next((self._period(when, "T01") for when in of_event), None)

    def _carries(self, sentence: int, span: Span) -> bool:
        """Whether the earlier sentence with a date tells of an event itself."""
        for back in self.before(sentence):
            where = self.sentences[back]
            if where.start <= span[0] < where.end:
                return bool(self.seen(back).of("kind", "event"))
        return False

    def _of_event(self, span: Span) -> bool:
        """Whether a date stands on the event: "Tuesday's blast", "since Monday", "the July 2005 bombing"."""
        if self.article.text[span[1] : span[1] + 2] in ("'s", "’s"):
            return True
        return bool(_SINCE.search(self.article.text[max(0, span[0] - 12) : span[0]]))

    def _of_report(self, when: dates.When) -> bool:
        if _FIGURES.match(self.article.text, when.span[1]):
            return True  # "Sunday's figures"
        before = self.article.text[max(0, when.span[0] - 40) : when.span[0]]
        tail = [word for word in re.findall(r"\w+", before.lower())[-3:] if word not in _BETWEEN]
        return bool(tail) and tail[-1] in _REPORTING

    def _of_count(self, when: dates.When) -> bool:
        before = self.article.text[max(0, when.span[0] - 12) : when.span[0]]
        return re.search(r"\b(?:as of|as at|up to|by)\s+\W?$", before, re.I) is not None

    def as_of(self, sentence: int, now: Fact | None, counting: bool) -> Fact | None:
        """The day up to which a count runs: "as of Monday", "so far" (the article's own day), else of the report."""
        whens = self.seen(sentence).dates[:20]
        for when in whens:
            if when.end and self._of_count(when):
                return Fact(value=when.end, rule="T03", span=when.span)
        if now is not None and self.article.date:
            return Fact(value=self.article.date, rule=now.rule, span=now.span)
        for when in whens:
            if (
                when.end
                and when.kind == "day"
                and (self._of_report(when) or (counting and not self._of_event(when.span)))
            ):
                return Fact(value=when.end, rule="T04", span=when.span)
        return None

    # ── event ─────────────────────────────────────────────────────────────────────────────────

    def event(self, sentence: int, span: Span, period: Period | None, measure: str, harm: bool) -> Fact | None:
        """The known event that the quantity belongs to; `harm`: it counts what events do to people and things."""
        found = self._named(sentence, span) or self._by_place(sentence, period, harm)
        found = found or self._by_kind(sentence, period, measure)
        if measure in _LATER:
            # Graves are found long after a war, bodies right after an earthquake.
            found = found or self.default_event
            return found if found and self.lexicon.events[found.value].kind not in _LONG else None
        if found:
            return found
        if period is not None and period.rule == "T01" and not self._fits_default(period):
            return None
        for back in self.before(sentence):
            carried = self._named(back, None)
            if carried:
                return carried
        return self.default_event if harm and self._may_be_default(sentence) else None

    def _may_be_default(self, sentence: int) -> bool:
        """Not where the sentence names places that all lie elsewhere."""
        event = self.lexicon.events[self.default_event.value] if self.default_event else None
        hits = [hit for hit in self.seen(sentence).of("country", "capital", "place") if _locates(hit)]
        if event is None or not hits or not event.places:
            return True
        known = {*listed(event.places), *listed(event.parties)}
        return any(hit.name.value in known or hit.name.country in known for hit in hits)

    def _named(self, sentence: int, span: Span | None) -> Fact | None:
        seen = self.seen(sentence)
        inside = span is not None and seen.recalled(span[0])
        kind = self._counted_kind(seen, span) if span else None
        hits = [
            hit
            for hit in seen.of("event")
            if hit.before not in _NOT_DURING
            and (inside or not seen.recalled(hit.start))
            and kind in (None, self.lexicon.events[hit.name.value].kind)
        ]
        if not hits:
            return None
        hit = hits[_nearest_at([(hit.start, hit.end) for hit in hits], span) if span else 0]
        return Fact(value=hit.name.value, rule=hit.name.rule, span=(hit.start, hit.end))

    def _counted_kind(self, seen: Seen, span: Span) -> str | None:
        """ "44 days of fighting": the kind of event that the number itself is of."""
        for hit in seen.of("kind"):
            if span[1] < hit.start <= span[1] + _OF_WHAT and hit.before == "of":
                return hit.name.value
        return None

    def _fits_default(self, period: Period) -> bool:
        event = self.lexicon.events.get(self.default_event.value) if self.default_event else None
        return event is not None and _meets(event, period)

    @cached_property
    def default_event(self) -> Fact | None:
        """The event of the headline and lead."""
        headlines = [i for i in self.lead if self.sentences[i].kind == "headline"]
        body = [i for i in self.lead if self.sentences[i].kind == "body"]
        for sentence in (*headlines, *body[:_NAMED_IN]):
            found = self._named(sentence, None)
            if found and (sentence in headlines or self._not_long_ago(found)):
                return found
        for sentence in self.lead:
            when = self._dates(sentence)
            placed = self._by_place(sentence, _period(when[0], "T02") if when else None, True)
            placed = placed or self._by_kind(sentence, None, "")
            if placed:
                return placed
        return None

    def _not_long_ago(self, event: Fact) -> bool:
        """A sudden event of years ago is background where the article has a day: "the worst since the 2004 tsunami"."""
        known = self.lexicon.events[event.value]
        day = self.article.date
        return known.kind in _LONG or bool(day and known.end and known.end[:4] >= day[:4])

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
                    if fits and (harm or event.kind in kinds) and _same_kind(event, kinds):
                        found.append((-fits, _length(event), event.name, hit))
            if found:
                _, _, name, hit = min(found, key=lambda entry: entry[:3])
                return self._event_fact(name, hit)
        return None

    def _by_kind(self, sentence: int, period: Period | None, measure: str) -> Fact | None:
        """The only event of its kind at a place, where the sentence names the kind: the exodus from the region."""
        if period is not None and period.start is not None:
            return None
        kinds = {hit.name.value for hit in self.seen(sentence).of("kind")} & _ONE_A_PLACE
        kinds |= {"exodus"} if measure in _FLIGHT else set()
        where = (sentence, *self.before(sentence)) if kinds else ()
        for hit in (hit for at in where for hit in self.seen(at).of("country", "capital", "place")):
            fits = [event for event in self.lexicon.events_at.get(hit.name.value, ()) if event.kind in kinds]
            if len(fits) == 1:
                return self._event_fact(fits[0].name, hit)
        return None

    def _event_fact(self, name: str, hit: Hit) -> Fact:
        return Fact(value=name, rule=self.lexicon.events[name].id, span=(hit.start, hit.end))

    def _same_time(self, event: Event, period: Period) -> int:
        """2: the same first day, even where the year is not told; 1: within it; 0: not."""
        if period.start is None and period.end is None:
            return 2 if period.span and _same_day(self.article.text[slice(*period.span)], event.start) else 0
        return 1 if _meets(event, period) else 0

    def kinds(self, sentence: int) -> frozenset[str]:
        """The kinds of event that a sentence names, else those of its paragraph, else of the lead."""
        return frozenset(term.value for term in self.terms(sentence))

    def terms(self, sentence: int) -> tuple[Fact, ...]:
        """What tells an unnamed event: its kind, by the words of the sentence, else of the paragraph or lead."""
        if sentence not in self._terms:
            where = (sentence, *self.before(sentence), *self.lead)
            self._terms[sentence] = next((found for at in where if (found := self._kinds_in(at))), ())
        return self._terms[sentence]

    def _kinds_in(self, sentence: int) -> tuple[Fact, ...]:
        found: dict[str, Fact] = {}
        for hit in self.seen(sentence).of("kind"):
            fact = Fact(value=hit.name.value, rule=hit.name.rule, span=(hit.start, hit.end))
            found.setdefault(hit.name.value, fact)
        return tuple(found.values())


def _placed(hit: Hit) -> _Located:
    rank = 1 if hit.name.kind == "country" else 2
    span = (hit.start, hit.end)
    return rank, Fact(value=hit.name.value, rule=hit.name.rule, span=span), span


def _locates(hit: Hit) -> bool:
    """Whether the words before a place say that something is there; a bare country is an actor more often."""
    if hit.name.kind == "place":
        return not hit.before or hit.before in _LOCATIVE or hit.earlier in _LOCATIVE
    return hit.before in _HERE or (hit.name.kind == "country" and hit.earlier in _HERE)


def _nearest(places: Sequence[_Located], span: Span) -> _Located:
    return places[_nearest_at([place[2] for place in places], span)]


def _nearest_at(spans: Sequence[Span], span: Span) -> int:
    """The index of the span nearest to another; one that stands behind is a little nearer."""
    at = bisect_left(spans, span)
    near = range(max(0, at - 2), min(len(spans), at + 2))
    return min(near, key=lambda k: _distance(spans[k], span))


def _distance(one: Span, other: Span) -> int:
    return other[0] - one[1] + 20 if one[1] <= other[0] else max(0, one[0] - other[1])


def _period(when: dates.When, rule: str) -> Period:
    return Period(start=when.start, end=when.end, rule=rule, span=when.span)


def _same_kind(event: Event, kinds: frozenset[str]) -> bool:
    """A war may hold any kind of harm but that of nature; an earthquake needs its word."""
    if event.kind in _LONG - {"epidemic", "occupation"}:
        return not _SUDDEN & kinds
    return event.kind in kinds


def _meets(event: Event, period: Period) -> bool:
    """Whether the period lies in the event's time; a long period ("in the 1990s") need only meet it."""
    start, end = period.start or "0000", period.end or period.start or "9999"
    return bool(event.start) and start <= (event.end or "9999") and end >= event.start


def _length(event: Event) -> str:
    """Sorts events at one place and time: those of a day first, the open ones last, the newer of them first."""
    if not event.end:
        return f"{99999 - int(event.start[:4] or 0)}"
    return "" if event.start == event.end else "5"


_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _same_day(written: str, iso: str) -> bool:
    """Whether "the 27th September" is the day and month of an ISO date."""
    day = _DAY.search(written)
    low = written.lower()
    month = next((number for number, name in enumerate(_MONTH_NAMES, 1) if name in low), 0)
    return bool(day and month and iso[5:] == f"{month:02d}-{int(day[1]):02d}")
