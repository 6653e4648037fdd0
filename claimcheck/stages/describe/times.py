"""When it was, and up to which day a number counts."""

from __future__ import annotations

import re

from claimcheck import dates
from claimcheck.records import Fact, Period, Span
from claimcheck.stages.describe.names import Hit, Seen
from claimcheck.stages.describe.reading import Reading, nearest_to
from claimcheck.stages.describe.tokens import MAY

_SINCE = re.compile(r"\b(?:since|the)\s+[(]?$")
_TELLING = 60  # characters before a date in which the verb that it tells the day of may stand
_THAT = re.compile(r",? that (?P<then>\w+)")
_WORD = re.compile(r"\s([a-z]+)\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to [^,.;:()]*$")
_CLAUSE = re.compile(r"[.;:()]")
_LOW = re.compile(r"\b[a-z]+\b")
_AFTER_DAYS = re.compile(r"\b(?:days|weeks|months|years|decades)\s+after\b", re.I)
_AFTER, _AGO = "after", "ago"
_BROUGHT = re.compile(r"\b(?:an?|another)\s(?:[\w.,-]+\s){0,5}$", re.I)
_AGAIN = re.compile(r"\b(?:the|that|this|those)\s(?:[\w-]+\s)?$", re.I)
_FAR = 200  # characters from a number to the day of what it is compared with
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b[^,;:]*$")  # what follows tells of the noun before it alone
_FOLLOWS = re.compile(r"(?:(?:\s[\w'’-]+){0,3},\s(?:which|who|when|where)|(?:\s[\w'’-]+){1,3}\sthat)\b[^,;:]*$")
_SINCE_FAR = 160  # characters from "since" to the day of what it tells
_FROM = re.compile(  # up from 12 on | Monday
    r"\b(?:from|than)\s(?:[a-z]+\s){0,2}[\w,.]+\s(?:[a-z]+\s)?(?:(?:late\s|early\s)?(?:on|as of)\s)?\Z"
)
_EARLIER = 60  # characters before a date in which an earlier count of it stands
_APART = re.compile(r"[,;:.()\d]")  # what stands between a number and the day of another one
_COMING = re.compile(r"\bfrom\s(?:[a-z]+\s){0,3}\Z")  # from | $8
_CHANGED = re.compile(r"(?:%|\bper\s?cent|\bpoints?)\s(?:over|on|from)\s\Z")  # 2.5% over | last year
_COME = re.compile(r"\bto\s(?:[a-z]+\s){0,3}\W?\d")  # to $10
_NOW = re.compile(
    r"\b(?:(?:the|an?|its|their)\scurrent|(?:is|are|currently|today)\s(?:now|currently|today|worth|valued))\s(?:[a-z-]+\s){0,4}\Z",
    re.I,
)
_DOING = re.compile(r"[^,;:()]*\b(?:by|in|during)\s(?:[\w.-]+\s){0,3}\Z")  # killed by two heavy | floods
_DUE = re.compile(rf"\b(?:to|{'|'.join(sorted(MAY))})\s(?:[a-z]+\s){{1,5}}by\s(?:[a-z]+\s){{0,3}}\Z")
_SECTION = 40  # sentences back to the heading of a section
_OPENED = 20  # sentences among which the text begins
_LOST = re.compile(r"[A-Z][a-z]+days\Z")  # "Tuesdays attack"
_PARTED = re.compile(r"[,;:.()]\s")  # what stands between "a day after" and a number of another clause
_BEFORE = re.compile(r"\b(?:before|until|till)\s[^,;:.]*$")  # what opens a clause of what was in the end
_NEAR = 80  # characters in which a relative clause that holds a date opens


class Times:
    """The dates that the sentences of one article tell of what happened."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.lexicon.scene_words
        self._found: dict[int, list[dates.When]] = {}

    def period(self, sentence: int, span: Span) -> Period | None:
        """When it was: a date of the sentence (T01), else one carried from the paragraph (T02)."""
        if (earlier := self._days_after(sentence, span)) is not None:
            return earlier
        own = [when for when in self.dates_in(sentence, span) if not dates.overlaps(when, span)]
        if own:
            own = [when for when in own if not self.reading.tells_of_speaking(sentence, when.span, span)]
            return self._own_period(sentence, [when for when in own if self._of_number(when, span)], span)
        for back in self.reading.before(sentence):
            if carried := self._carried_from(back):
                return self._period(carried[-1], "T02")
        return self._of_what_was(sentence) or self._of_section(sentence)

    def _of_section(self, sentence: int) -> Period | None:
        """ "The November attacks / The gunmen …": a time that is over and that the heading above tells (T3920)."""
        far = range(sentence, max(0, sentence - _SECTION), -1)
        heading = next((at for at in far if self.reading.sentences[at].kind == "headline"), 0)
        if heading in self.reading.numbers:
            return None  # a row of a table
        today = str(self.reading.article.date or "")[:10]
        if not today or all(told.kind != "body" for told in self.reading.sentences[: min(heading, _OPENED)]):
            return None
        over = [when for when in self.dates_in(heading) if when.end and str(when.end) < today]
        return self._period(over[0], "T3920") if len(over) == 1 else None

    def _carried_from(self, sentence: int) -> list[dates.When]:
        """The dates of a sentence that hold for those behind it."""
        return [when for when in self.dates_in(sentence) if not (self._in_relative(when) or self.last_like(when))]

    def _days_after(self, sentence: int, span: Span) -> Period | None:
        """ "Wednesday's raid comes a day after 45 died in Kolo": the day so many days before the one told there, else
        before that of the sentences before (T3970)."""
        seen = self.reading.seen(sentence).dates
        after = next((w for w in reversed(seen) if w.span[1] <= span[0] and dates.days_after(w.text)), None)
        if after is None or _PARTED.search(self.reading.text, after.span[1], span[0]):
            return None
        told = [when for when in seen if when.kind == "day" and when.start and when.span[1] <= after.span[0]]
        before = [when for back in self.reading.before(sentence) for when in self._carried_from(back)[-1:]]
        known = [when for when in before if when.kind == "day" and when.start]
        base = told[-1] if told else known[0] if known else None
        day = dates.moved(dates.day_of(base.start), -(dates.days_after(after.text) or 0)) if base else None
        iso = day.isoformat() if day else None
        return Period(start=iso, end=iso, rule="T3970", span=after.span) if iso else None

    def _of_what_was(self, sentence: int) -> Period | None:
        """ "In April last year a quake struck off Aceh. / Five people died in the quake": the time that the paragraph
        before opens with, where it brings in what this one goes on about (T05)."""
        if not sentence or self.reading.same_paragraph(sentence - 1, sentence):
            return None
        told = self.dates_in(sentence - 1)
        if not told or not self.words.opens.fullmatch(
            self.reading.text, self.reading.sentences[sentence - 1].start, told[0].span[0]
        ):
            return None
        brought = {hit.name.value for hit in self.reading.seen(sentence - 1).of("kind") if self._article(_BROUGHT, hit)}
        again = {hit.name.value for hit in self.reading.seen(sentence).of("kind") if self._article(_AGAIN, hit)}
        return self._period(told[0], "T05") if brought & again else None

    def _article(self, article: re.Pattern[str], hit: Hit) -> bool:
        """Whether a kind of happening stands behind such an article: "an 8.6-magnitude quake", "the quake"."""
        return article.search(self.reading.text_before(hit.start, _NEAR)) is not None

    def _in_relative(self, when: dates.When) -> bool:
        """ "the Opera House, which was opened in 2004", "a front until the army took it in May": no day of what
        happened there."""
        before = self.reading.text_before(when.span[0], _NEAR)
        later = when.kind != "day" and _BEFORE.search(before) is not None
        return later or _RELATIVE.search(before) is not None

    def _own_period(self, sentence: int, found: list[dates.When], span: Span) -> Period | None:
        if not found:
            return None
        found = [when for when in found if not self._in_another_clause(when, span)] or found
        found = [when for when in found if self._counted_since(when, span)] or found
        return self._period(found[self.reading.told_with(sentence, [when.span for when in found], span)], "T01", span)

    def _counted_since(self, when: dates.When, span: Span) -> bool:
        """ "On Friday the army said that 45 had died since fighting erupted in the north in May": the day since which
        a number itself is told to be counted, be another one nearer to it; not "in a fire that began on Thursday",
        "in floods that since June have killed"."""
        if when.span[0] < span[1] or _APART.search(self.reading.text, span[1], when.span[0]):
            return False
        before, since, _ = self.reading.text[span[1] : when.span[0]].partition(" since ")
        groups = self.reading.lexicon.groups
        parting = groups["relative"] | groups["subordinator"]
        return bool(since) and parting.isdisjoint(_LOW.findall(before)) and self._lasts_from(when, span)

    def _in_another_clause(self, when: dates.When, span: Span) -> bool:
        """ "Rose on Monday after rains killed 45 over the past week": whether a clause opens between them."""
        (_, start), (end, _) = sorted((when.span, span))
        return self.words.clause.search(self.reading.text, start, min(end, start + _FAR)) is not None

    def _of_number(self, when: dates.When, span: Span) -> bool:
        other = self._compared(when, span) or self._long_before(when, span) or self._left(when, span)
        return not other and not self._come_to(when, span) and not self._not_now(when, span)

    def _come_to(self, when: dates.When, span: Span) -> bool:
        """ "Raised it from $8 to $10 in 2016": the day of what a number has come to."""
        before = when.span[0] > span[1] and _COMING.search(self.reading.text_before(span[0], _NEAR))
        return bool(before) and _COME.search(self.reading.text, span[1], when.span[0]) is not None

    def _not_now(self, when: dates.When, span: Span) -> bool:
        """ "The current $40 million prize is larger than that of December 2015": a day of what was, or will be."""
        today = self.reading.article.date
        over = bool(today and when.start and when.end) and not str(when.start) <= str(today)[:10] <= str(when.end)
        return over and _NOW.search(self.reading.text_before(span[0], _NEAR)) is not None

    def _left(self, when: dates.When, span: Span) -> bool:
        """ "Resumed on Wednesday, days after a bombing killed 120": a day that is later than what the number tells."""
        return when.span[1] <= span[0] and _AFTER_DAYS.search(self.reading.text[when.span[1] : span[0]]) is not None

    def _long_before(self, when: dates.When, span: Span) -> bool:
        """Whether a number that another clause gives is told of a time so many days after, or before, a day."""
        if not self.words.apart.search(self.reading.text_before(when.span[0], _NEAR)):
            return False
        return span[0] < when.span[0] or "," in self.reading.text[when.span[1] : span[0]]

    def _compared(self, when: dates.When, span: Span) -> bool:
        """ "367,000 voted, a 30 percent decline from the last primary, in 2008": the day of what it is held against."""
        between = self.reading.text[span[1] : min(when.span[0], span[1] + _FAR)]
        if self.words.compared.search(between) or self._changed_from(when):
            return True
        first = self._first(when)
        inside = first is not None and when.span[0] - len(first[0]) < span[0] < when.span[0]
        return first is not None and not inside and not self._of_what_follows(when, span)

    def _changed_from(self, when: dates.When) -> bool:
        """ "Revenue grew 2.5% over last year": the time from which a share changed; not "fell 3% from May to June"."""
        stretch = when.kind == "day" or " to " in when.text
        return not stretch and _CHANGED.search(self.reading.text_before(when.span[0], _NEAR)) is not None

    def last_like(self, when: dates.When) -> bool:
        """ "The worst fighting since 1994": the day of what was last like it, not of what is told."""
        return self._first(when) is not None

    def _first(self, when: dates.When) -> re.Match[str] | None:
        return self.words.first.search(self.reading.text_before(when.span[0], _FAR))

    def _of_what_follows(self, when: dates.When, span: Span) -> bool:
        """ "Since the 2020 war, which left 40 dead": the number is of that time itself."""
        return _FOLLOWS.match(self.reading.text[when.span[1] : span[0]]) is not None

    def _period(self, when: dates.When, rule: str, span: Span | None = None) -> Period:
        """The period of a date; one that something began or has lasted since has no end."""
        if self._lasts_from(when, span):
            return Period(start=when.start, end=None, rule=rule, span=when.span)
        return period_of(when, rule)

    def _lasts_from(self, when: dates.When, span: Span | None = None) -> bool:
        """Whether something goes on from a date: "since Monday", "since the truce broke down in May"; what `span` tells
        does not, where it is itself what began then: "since a bomb killed 30 in May"."""
        if span is not None and self._of_what_follows(when, span):
            return False
        before = self.reading.text_before(when.span[0], _NEAR)
        if self.words.begins.search(before):
            return True
        since = self.words.since.search(self.reading.text_before(when.span[0], _SINCE_FAR))
        return since is not None and not (span and when.span[0] - len(since[0]) < span[0] < when.span[0])

    def as_written(self, sentence: int, period: Period) -> Period:
        """The days that the date of a period names; "since September" names September."""
        if period.end is not None or period.span is None:
            return period
        for at in (sentence, *self.reading.before(sentence)):
            for when in self.reading.seen(at).dates:
                if when.span == period.span:
                    return period_of(when, period.rule)
        return period

    def dates_in(self, sentence: int, span: Span | None = None) -> list[dates.When]:
        """The dates of what happened; not those of reports ("said on Monday"), counts or things only recalled."""
        if sentence not in self._found:
            self._found[sentence] = [
                when
                for when in self.reading.seen(sentence).dates
                if not self._in_dateline(when, sentence)
                and not self._of_report(when, sentence)
                and not self._of_count(when)
                and not self._deadline(when)
            ]
        seen = self.reading.seen(sentence)
        if not seen.background or (span is not None and seen.recalled(span[0])):
            return self._found[sentence]
        told = self._told_of(seen, span)
        return [when for when in self._found[sentence] if when.span[0] in told or not seen.recalled(when.span[0])]

    def _told_of(self, seen: Seen, span: Span | None) -> range:
        """Where the day stands of what a number is of: "45 were killed by floods that hit in April" recalls nothing."""
        if span is None:
            return range(0)
        happenings = {hit.end + 1: hit.start for hit in seen.of("kind")}
        for hit in seen.of("background"):
            start = happenings.get(hit.start, 0)
            if span[1] < start <= span[1] + _FAR and _DOING.match(self.reading.text, span[1], start):
                return range(hit.end, next(end for at, end in seen.background if at == hit.start))
        return range(0)

    def so_long_after(self, sentence: int) -> Period | None:
        """ "Five weeks after floods hit the north, villages are still cut off": the time of what was that long before
        the day of the article."""
        for when in self.reading.seen(sentence).dates:
            written = self.reading.text[slice(*when.span)]
            if when.start is None and written.lower().endswith(_AFTER) and self._happened_next(sentence, when):
                ago = dates.find(written[: -len(_AFTER)] + _AGO, anchor=self.reading.article.date)
                if ago and ago[0].start:
                    return Period(start=ago[0].start, end=ago[0].end, rule="T02", span=when.span)
        return None

    def _happened_next(self, sentence: int, when: dates.When) -> bool:
        """Whether the noun of a happening stands behind, before the verb of what is told."""
        kinds = (hit for hit in self.reading.seen(sentence).of("kind") if hit.start >= when.span[1])
        return any("," not in self.reading.text[when.span[1] : hit.start] for hit in kinds)

    def told(self, sentence: int, period: Period | None, counting: bool) -> Period | None:
        """The period, where the text tells it of what happened; `counting`: "the toll rose to 45 on Monday" tells when
        the dead were counted."""
        if period is None or period.span is None:
            return period
        if period.rule == "T02":
            return period if self._carries(sentence, period.span) else None
        if not counting:
            return period
        of_event = [when for when in self.dates_in(sentence, period.span) if self._of_event(when.span, sentence)]
        if not of_event:
            return None
        nearest = nearest_to([when.span for when in of_event], period.span)
        return self._period(of_event[nearest], "T01", period.span)

    def to_come(self, period: Period | None) -> bool:
        """Whether a period begins after the day of the article: nobody has been harmed in it."""
        today = self.reading.article.date
        return period is not None and bool(today and period.start) and str(period.start) > str(today)

    def _carries(self, sentence: int, span: Span) -> bool:
        """Whether the earlier sentence with a date tells of an event itself."""
        for back in self.reading.before(sentence):
            where = self.reading.sentences[back]
            if where.start <= span[0] < where.end:
                return bool(self.reading.seen(back).of("kind", "event"))
        return False

    def _of_event(self, span: Span, sentence: int) -> bool:
        """Whether a date stands on the event: "Tuesday's blast", "since Monday", "the attack on Thursday"."""
        if self._owning(span):
            return True
        if _SINCE.search(self.reading.text_before(span[0], 12)):
            return True
        event = max((hit.end for hit in self.reading.seen(sentence).of("kind") if hit.end <= span[0]), default=None)
        return event is not None and not self._verb_between(event, span[0])

    def _owning(self, span: Span) -> bool:
        lost = _LOST.search(self.reading.text, span[0], span[1]) is not None
        return lost or self.reading.text[span[1] : span[1] + 2] in ("'s", "’s")

    def _verb_between(self, start: int, end: int) -> bool:
        """Whether a verb or a comma stands between an event and a date: "the blast's toll rose on Monday"."""
        between = self.reading.text[start:end]
        forms = (self.reading.lexicon.forms.get(word, ()) for word in _LOW.findall(between))
        return any(mark in between for mark in ",;:") or any(form.kind != "base" for found in forms for form in found)

    def _in_dateline(self, when: dates.When, sentence: int) -> bool:
        """ "ROME, April 29 - 60 were aboard", "29 April 2017 A bomb killed 60": the day of the telling."""
        where = self.reading.sentences[sentence]
        first = where.start <= self.reading.article.body or self.reading.text[where.start - 1] == "\n"
        today = (self.reading.article.date or "")[:10]
        if first and when.start == when.end == today and not when.relative and self._stamps(when, where.start):
            return True
        found = dates.dateline(self.reading.text, where.start, where.end)
        return found is not None and when.span[0] < found[1]

    def _stamps(self, when: dates.When, start: int) -> bool:
        return when.span[0] - start < _NEAR and dates.stamps(self.reading.text, start, when)

    def _of_report(self, when: dates.When, sentence: int) -> bool:
        if self.words.figures.match(self.reading.text, when.span[1]):
            return True  # "Sunday's figures"
        opened = when.span[0] - self.reading.sentences[sentence].start  # "…, police said. On May 3 40 died"
        before = self.reading.text_before(when.span[0], min(_TELLING, opened))
        if when.kind == "day" and self._told_behind(when, before):
            return True
        told = _THAT.match(self.reading.text, when.span[1])
        if told and told["then"] not in self.reading.lexicon.forms:
            # "told the council on Monday that 40 died"; not "the blast on Monday that killed 40"
            return any(word in self.words.reporting for word in re.findall(r"\w+", _CLAUSE.split(before.lower())[-1]))
        if when.kind == "day" and _ACCORDING.search(before) and not self._of_event(when.span, sentence):
            return True  # "according to a statement by the ministry on Monday"
        tail = re.findall(r"\w+", before.lower())
        while tail and tail[-1] in self.words.between:
            tail.pop()
        # "told reporters on Monday"
        return bool(tail) and (tail[-1] in self.words.reporting or "told" in tail[-2:])

    def _told_behind(self, when: dates.When, before: str) -> bool:
        """ "Police on Tuesday said that 40 died", "a survey on Tuesday showed"; but "a blast on Tuesday showed"."""
        behind = _WORD.match(self.reading.text, when.span[1])
        if behind is None or behind[1] in self.words.saying:
            return behind is not None
        return behind[1] in self.words.showing and self.words.document.search(_CLAUSE.split(before)[-1]) is not None

    def _of_count(self, when: dates.When) -> bool:
        if self._owning(when.span):
            return False  # "shut by Wednesday's strike"
        before = self.reading.text_before(when.span[0], 12)
        return re.search(r"\b(?:as of|as at|up to|by)\s+\W?$", before, re.I) is not None

    def _deadline(self, when: dates.When) -> bool:
        """ "Extends the cut until the end of December", "could vote as soon as Friday": nothing happened then."""
        before = self.reading.text_before(when.span[0], 40)
        return self.words.until.search(before) is not None or (
            when.kind == "day" and self.words.earliest.search(before) is not None
        )

    def as_of(self, sentence: int, number: Span, now: Fact | None, counting: bool) -> Fact | None:
        """The day up to which a count runs: "as of Monday", "so far" (the article's own day), else of the report; that
        of an earlier count stands behind it: "up from 12 on Monday"."""
        whens = list[dates.When]()
        for when in self.reading.seen(sentence).dates[:20]:
            counted = _FROM.search(self.reading.text, max(0, when.span[0] - _EARLIER), when.span[0])
            if counted is None:
                whens.append(when)
            elif counted.start() < number[0] < counted.end() and when.end and when.kind == "day":
                return Fact(value=when.end, rule="T03", span=when.span)
        for when in whens:
            if when.end and self._of_count(when) and not self._due(when):
                return Fact(value=when.end, rule="T03", span=when.span)
        if now is not None and self.reading.article.date:
            return Fact(value=self.reading.article.date, rule=now.rule, span=now.span)
        for when in whens:
            of_report = (
                self._of_report(when, sentence)
                or self.reading.tells_of_speaking(sentence, when.span)
                or (counting and not self._of_event(when.span, sentence))
            )
            if when.end and when.kind == "day" and of_report:
                return Fact(value=when.end, rule="T04", span=when.span)
        return None

    def _due(self, when: dates.When) -> bool:
        """ "Burned 36,810 acres and is expected to be contained by Thursday": a day by which it is to be done."""
        return _DUE.search(self.reading.text_before(when.span[0], _NEAR)) is not None

    def runs(self, sentence: int) -> bool:
        """Whether a sentence counts since a day: "the number who have landed since Monday reached 6,800"."""
        return any(self._lasts_from(when) for when in self.dates_in(sentence))


def period_of(when: dates.When, rule: str) -> Period:
    """The period of a date, as the rule that found it."""
    return Period(start=when.start, end=when.end, rule=rule, span=when.span)
