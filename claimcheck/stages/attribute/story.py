"""An article's sentences as lines, its quotes, and the reports in both; each is worked out when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from claimcheck.grids import Grid, grids
from claimcheck.records import Article, Quote, Segments, Sentence, Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.holders import stances
from claimcheck.stages.attribute.lexicon import Lexicon
from claimcheck.stages.attribute.line import DASHES, Grammar, Line, line
from claimcheck.stages.attribute.markednames import name_between
from claimcheck.stages.attribute.reports import Reader
from claimcheck.stages.attribute.scope import Report
from claimcheck.stages.attribute.sourcelines import bracketed, source_lines
from claimcheck.stages.attribute.transcript import turns
from claimcheck.stages.attribute.undashed import undashed
from claimcheck.stages.attribute.unpointed import surnames, unpointed

_TITLE = 18  # words a headline has at most
_LABEL = 5  # tokens before the colon of a headline
_BODY = 12  # sentences behind a headline in which who is its label speaks
_SMALL = 0.2  # how many of its longer words may have no capital
_STAMP = re.compile(
    r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}\b)?:?|\([^()\n]{0,20}\b\d{1,2}[:.]\d\d[^()\n]{0,8}\))\s"
    r"(?=[\"“'‘]?[A-Z])"
)
_LETTERS = re.compile(r"[a-z]+")
_DATED = 8  # sentences within which a dateline stands
_LONGEST = 2000  # characters
_ASIDE = 400  # characters from a speaker to his cue
_MOST_REPORTS = 60  # of a sentence that are looked back at
_SCARE = 4  # so few words between marks are a way of putting it, not a speech
_CAPITALS = re.compile(r"(?<![\w'’.-])[^\W\d_a-zß-öø-ÿ][\w-]*+(?: [^\W\d_a-zß-öø-ÿ][\w-]*+)*+")
_BEFORE_CAPITALS = re.compile(r"(?:\w|,) \Z")


class Told(NamedTuple):
    """A report that holds a number, and how it was come by."""

    report: Report
    carried: bool = False  # from another sentence, where the cue stands
    hedge: Span | None = None
    sign: str = ""  # the rule by which it was carried on
    outer: Report | None = None  # the report around it: "Reuters reported that officials said"


def _bounded(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those that no writer would write cut up: what follows looks over a sentence more than once."""
    if all(sentence.end - sentence.start <= _LONGEST for sentence in sentences):
        return tuple(sentences)
    return tuple(
        msgspec.structs.replace(sentence, start=start, end=min(sentence.end, start + _LONGEST))
        for sentence in sentences
        for start in range(sentence.start, sentence.end, _LONGEST)
    )


def _cue_start(report: Report) -> int:
    return report.cue[0]


class Story:
    """One article, read as far as it is asked about."""

    def __init__(self, article: Article, segments: Segments, lexicon: Lexicon, grammar: Grammar) -> None:
        self.article = article
        self.text = article.text
        self.sentences = _bounded(segments.sentences)
        self.quotes = segments.quotes
        self.lexicon = lexicon
        self.grammar = grammar
        self._paragraphs = [sentence.paragraph for sentence in self.sentences]
        self._starts = [sentence.start for sentence in self.sentences]
        self._quote_starts = [quote.start for quote in self.quotes]
        self._reports: dict[int, list[Report]] = {}
        self._stances: dict[int, list[Report]] = {}
        self._inner: dict[Span, list[Report]] = {}
        self._lines: dict[int, Line] = {}

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset, or the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def opening(self, number: int) -> int:
        """The number of the first sentence of a sentence's paragraph."""
        return bisect_left(self._paragraphs, self.sentences[number].paragraph)

    def quote_at(self, offset: int) -> int | None:
        """The number of the quote that holds an offset."""
        number = bisect_right(self._quote_starts, offset) - 1
        return number if number >= 0 and offset < self.quotes[number].end else None

    def line(self, number: int) -> Line:
        """The tokens of a sentence, each quote one token."""
        if number not in self._lines:
            start, end = self.behind_dateline(number), self.sentences[number].end
            titled = self.lexicon.classes["before-title"]
            quotes = self._quotes_in(start, end)
            named = {quote: name for quote in quotes if (name := name_between(self.text, quote, self.lexicon.classes))}
            self._lines[number] = line(self.text, start, end, quotes, titled, named)
        return self._lines[number]

    def behind_dateline(self, number: int) -> int:
        """Where a sentence begins, behind a dateline without a dash or the time of an entry: "09:25 | Police say"."""
        start, dated = self.sentences[number].start, self.undashed
        if dated is not None and dated[0] == start:
            return dated[1]
        stamp = _STAMP.match(self.text, start, self.sentences[number].end)
        return stamp.end() if stamp is not None else start

    @cached_property
    def undashed(self) -> Span | None:
        """The dateline that lost its dash and opens one of the first sentences."""
        classes = self.lexicon.classes
        lands = frozenset(name.lower() for name in classes["state-name"]) | classes["region"]
        told = (sentence for sentence in self.sentences[:_DATED] if sentence.kind != "junk")
        found = ((undashed(self.text, s.start, classes["town-name"], lands), s.end) for s in told)
        return next((dated for dated, end in found if dated is not None and dated[1] < end), None)

    def _quotes_in(self, start: int, end: int) -> list[Span]:
        first = max(0, bisect_right(self._quote_starts, start) - 1)
        found = []
        for number in range(first, len(self.quotes)):
            quote = self.quotes[number]
            if quote.start >= end:
                break
            if quote.end > start:
                found.append(self.marked(quote))
        return found

    def marked(self, quote: Quote) -> Span:
        """The quote with its marks."""
        text, end = self.text, quote.end
        before = 2 if text[max(0, quote.start - 2) : quote.start] in ("``", "''") else 1
        while quote.closed and text[end].isspace():  # 'it is gone,' " he said
            end += 1
        behind = 0 if not quote.closed else 2 if text[end : end + 2] == "''" else 1
        return max(0, quote.start - before), end + behind

    def speakers_before(self, offset: int, sentences: int) -> Iterator[Span]:
        """Who spoke before an offset, the last first, in its sentence and those before it, so many in all; of a
        sentence without end the last few."""
        number = self.sentence_at(offset)
        for back in range(number, max(-1, number - sentences), -1):
            told = self.reports(back)
            behind = bisect_right(told, offset + _ASIDE, key=_cue_start)
            for report in told[max(0, behind - _MOST_REPORTS) : behind][::-1]:
                if report.speaker is not None and report.speaker[1] <= offset:
                    yield report.speaker

    def reports(self, number: int) -> list[Report]:
        """The reports of a sentence, those inside its quotes left out."""
        if number not in self._reports:
            headline = self.headline(number)
            reader = Reader(
                self.line(number),
                self.lexicon,
                self.grammar,
                headline=headline,
                unpointed=self.unpointed,
                called=self._called,
            )
            found = [r for r in reader.reports() if not r.rule.outlets or self._of_outlet(r.speaker)]
            found = [report for report in found if not (headline and self._ends_on_outlet(report))]
            self._reports[number] = found or (self._labelled(number) if headline else [])
        return self._reports[number]

    def _of_outlet(self, speaker: Span | None) -> bool:
        """Whether a speaker is an outlet or works for one: "The Punch", "this newspaper", "our correspondent"."""
        if speaker is None:
            return False
        name = self.text[slice(*speaker)]
        classes = self.lexicon.classes
        low = name.lower().split()[-1]
        named = not classes["outlet-name"].isdisjoint((name, name.removeprefix("The "), name.removeprefix("the ")))
        return named or low in classes["outlet-word"] or low in classes["outlet-reporter"]

    def _ends_on_outlet(self, report: Report) -> bool:
        """ "12 dead in quake - The Osk Times": the outlet whose headline it is, unless the text tells what it reported;
        who is told something may be the outlet itself."""
        who = report.speaker
        if who is None or self.text[slice(*report.cue)].strip() not in DASHES or report.cue[0] > who[0]:
            return False
        return self._of_outlet(who) and not self._reported_by(self.text[slice(*who)], self.sentence_at(who[0]))

    def _reported_by(self, name: str, number: int) -> bool:
        """Whether a sentence behind another tells what an outlet has reported."""
        if self.text.find(name, self.sentences[number].end) < 0:
            return False
        behind = range(number + 1, min(number + _BODY, len(self.sentences)))
        told = (r.speaker for other in behind if not self.headline(other) for r in self.reports(other))
        called = (self.text[slice(*who)].removeprefix("The ").removeprefix("the ") for who in told if who is not None)
        return name.removeprefix("The ") in called

    def _labelled(self, number: int) -> list[Report]:
        """The report of a headline that a person opens: "Roe: 40 homes burned", where the article goes on with him."""
        line = self.line(number)
        colon = line.lows.index(":") if ":" in line.lows[:_LABEL] else 0
        if colon == 0 or colon + 1 == len(line.lows):
            return []
        name = line.words[colon - 1]
        if not (name[0].isupper() and self._speaks(number, name)):
            return []
        speaker, cue = line.span(0, colon), line.span(colon, colon + 1)
        return [Report(self.label, speaker, cue, (line.span(colon + 1, len(line.lows)),))]

    def _speaks(self, number: int, name: str) -> bool:
        """Whether a person of that surname, or whoever is so called, says something in the sentences behind."""
        behind = range(number + 1, min(number + _BODY, len(self.sentences)))
        if not behind:
            return False
        body = self.text[self.sentences[behind[0]].start : self.sentences[behind[-1]].end]
        person = re.search(rf"[^\W\d_a-zß-öø-ÿ]\w+\s{re.escape(name)}\b", body) is not None
        told = (report.speaker for other in behind if not self.headline(other) for report in self.reports(other))
        called = [self.text[slice(*span)].partition(",")[0] for span in told if span is not None]
        return any((person and who.endswith(name)) or self._so_called(who, name) for who in called)

    def _so_called(self, who: str, name: str) -> bool:
        """Whether a speaker goes by a name alone, or it is short for his: "Oxfam" of "Oxfam International"."""
        short = name in self.lexicon.classes["body-name"] and who.startswith(f"{name} ")
        return who.casefold() == name.casefold() or short

    def stances(self, number: int) -> list[Report]:
        """What somebody plans, wants or thinks of in a sentence."""
        if number not in self._stances:
            held = not self.lexicon.stances.keys().isdisjoint(self.line(number).lows)
            self._stances[number] = self._holders(number) if held else []
        return self._stances[number]

    def issued(self, number: int) -> list[Report]:
        """Who issues figures in a sentence, of which the next ones tell; one at most."""
        if self.lexicon.issues.keys().isdisjoint(self.line(number).lows):
            return []
        return Reader(self.line(number), self.lexicon, self.grammar).issued()

    def _holders(self, number: int) -> list[Report]:
        return stances(self.line(number), self.lexicon, self.grammar, headline=self.headline(number))

    @cached_property
    def unpointed(self) -> bool:
        """Whether the text lost its commas."""
        return unpointed(self.text)

    @cached_property
    def _called(self) -> frozenset[str]:
        """The surnames of a text that lost its commas."""
        return surnames(self.text, self.lexicon) if self.unpointed else frozenset()

    @cached_property
    def turns(self) -> dict[int, Span]:
        """By paragraph, the words for who speaks it in a transcript."""
        return turns(self.text, self.sentences, self.lexicon)

    @cached_property
    def source_lines(self) -> dict[int, Report]:
        """By sentence, whom it names as the source of what stands before."""
        return source_lines(self.text, self.sentences, self.lexicon)

    def bracketed(self, number: int) -> Report | None:
        """Whom the brackets name that close the heading of a list: "The losses (Ministry of Health, 4 April):"."""
        sentence = self.sentences[number]
        return bracketed(self.text, sentence.start, sentence.end, self.lexicon)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables of the text."""
        return grids(self.text)

    @cached_property
    def label(self) -> Cue:
        """The rule by which a name and a colon tell who speaks."""
        return next(form.rule for form in self.lexicon.cues[":"] if form.rule.frame == "label")

    def may_report(self, number: int) -> bool:
        """Whether a sentence holds a word that a cue begins with."""
        sentence = self.sentences[number]
        if number in self._reports:
            return bool(self._reports[number])
        words = _LETTERS.findall(self.text[sentence.start : sentence.end].lower())
        return sentence.kind != "junk" and not self.lexicon.openers.isdisjoint(words)

    def headline(self, number: int) -> bool:
        """Whether a sentence is a headline, by its kind or for want of a full stop."""
        sentence = self.sentences[number]
        ends = self.text[sentence.end - 1] in ".?!\"”’'"
        if self.title_case(number):
            return True
        return sentence.kind == "headline" or (not ends and self.text.count(" ", sentence.start, sentence.end) < _TITLE)

    def title_case(self, number: int) -> bool:
        """Whether nearly every longer word has a capital: "Mayor Says 40 Homes Burned in Fire."."""
        capitals = small = 0
        for word in self.line(number).words:
            if len(word) > 3 and word[0].isalpha():
                if word[0].isupper():
                    capitals += 1
                else:
                    small += 1
                    if small > _TITLE * _SMALL:
                        return False
        return 3 <= capitals + small <= _TITLE and small <= (capitals + small) * _SMALL

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that stand with a capital inside a sentence, where none is due but to a name."""
        told = (s for n, s in enumerate(self.sentences) if s.kind != "junk" and not self.title_case(n))
        runs = (hit for s in told for hit in _CAPITALS.finditer(self.text, s.start, s.end) if hit.start() > s.start)
        inner = (hit[0] for hit in runs if _BEFORE_CAPITALS.search(self.text, hit.start() - 2, hit.start()))
        return frozenset(word for run in inner for word in run.split())

    def inner_reports(self, start: int, end: int) -> list[Report]:
        """The reports between two offsets, quotes not heeded: what a speaker hands on."""
        if (start, end) not in self._inner:
            self._inner[start, end] = Reader(line(self.text, start, end), self.lexicon, self.grammar).reports()
        return self._inner[start, end]

    def pronoun(self, span: Span) -> bool:
        """Whether the words are a pronoun: nobody that was not named before."""
        word = self.text[slice(*span)].lower()
        return word in self.grammar.pronoun or word in self.grammar.relative

    def counts(self, start: int, end: int) -> bool:
        """Whether a number stands between two offsets."""
        words = self.text[start:end].lower().split()
        return any(word[0].isdigit() or word in self.grammar.quantifier for word in words)

    def scare(self, quote: Quote) -> bool:
        """Whether a quote is a few words of a sentence."""
        finished = self.text[quote.end - 1] in ",.?!"
        return not finished and self.text.count(" ", quote.start, quote.end) < _SCARE
