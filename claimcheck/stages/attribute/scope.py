"""What a cue covers: the words before its speaker, behind its verb, or on both sides of it."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.records import Span
from claimcheck.rules.attributions import Cue
from claimcheck.stages.attribute.between import Between
from claimcheck.stages.attribute.finite import Finite
from claimcheck.stages.attribute.fitness import Fitness
from claimcheck.stages.attribute.lexicon import Lexicon
from claimcheck.stages.attribute.line import DASHES, QUOTE, Grammar, Line
from claimcheck.stages.attribute.phrases import Phrases
from claimcheck.stages.attribute.reach import Reach
from claimcheck.stages.attribute.wording import POSSESSIVES, Piece

_OPEN = (",", "?", "!")  # ends of a speech that goes on with its speaker
_SHORTEST = 4  # tokens of a clause before its speaker, from which on it needs no verb that is known


class Report(NamedTuple):
    """One act of saying. `content` may be empty: "he said." behind a quotation of its own."""

    rule: Cue
    speaker: Span | None
    cue: Span
    content: tuple[Span, ...]
    before: bool = False  # the cue stands behind what it tells
    recipient: Span | None = None  # told AFP
    through: Span | None = None  # "state television quoted the minister": who hands it on

    def holds(self, start: int, end: int) -> bool:
        """Whether the span lies in the content, and not in the words for the speaker."""
        if self.speaker is not None and self.speaker[0] < end and start < self.speaker[1]:
            return False
        return any(first <= start and end <= last for first, last in self.content)

    @property
    def size(self) -> int:
        """How much it covers: of two reports over one number the smaller is the inner one."""
        return sum(last - first for first, last in self.content)


class Scope:
    """One line, with what any way of telling asks of it."""

    def __init__(self, line: Line, lexicon: Lexicon, grammar: Grammar, *, headline: bool = False) -> None:
        self.headline = headline
        self.line = line
        self.lows = line.lows
        self.size = len(line.lows)
        self.lexicon = lexicon
        self.grammar = grammar
        self.phrases = Phrases(line, grammar)
        self.fitness = Fitness(self.phrases, lexicon.holders if headline else frozenset())
        self.finite = Finite(self.fitness, lexicon)
        self.between = Between(self.fitness, lexicon)
        self.reach = Reach(self.fitness)
        self.found: list[Report] = []

    @property
    def shouts(self) -> bool:
        """Whether the line is all in capitals."""
        return "".join(self.line.words).isupper()

    def last_speaker(self) -> Piece | None:
        """The speaker of the last report of the line that has one."""
        for report in reversed(self.found):
            if report.speaker is not None:
                return self._piece(report.speaker)
        return None

    def _piece(self, span: Span | None) -> Piece | None:
        starts, ends = self.line.starts, self.line.ends
        if span is not None and span[0] in starts and span[1] in ends:
            return starts.index(span[0]), ends.index(span[1]) + 1
        return None

    def _quoted_before(self, at: int) -> bool:
        """Whether a quotation ends right before a token."""
        return self.lows[at - 1] == QUOTE or (at > 1 and self.lows[at - 1] == "," and self.lows[at - 2] == QUOTE)

    def _to_have(self, at: int) -> bool:
        """Whether "to" opens an infinitive of what is told, or leads to "that": "claimed to have killed 40"."""
        return self.lows[at + 1 : at + 2] in (["have"], ["be"]) or "that" in self.lows[at : at + 12]

    def _told_before(
        self, speaker: Piece, tail: int, *, closed: bool, ask: bool, joined: bool = False
    ) -> list[Piece] | None:
        """What is told where it stands before its speaker; None: it does not.

        `joined`: the speaker does something else first, "Eight years ago, he backed X and said".
        """
        first = speaker[0]
        if first == 0 or self.lows[first] in self.grammar.relative:
            return None
        before = self.lows[first - 1]
        quoted = self._quoted_before(first)
        apart = before in (",", "?", "!") or before in DASHES
        if not (quoted or (apart and not ask)) or (joined and not quoted):
            return None
        if closed:  # "The state plans to move 40 families, officials said."
            told = quoted or first > _SHORTEST or self._stands_alone(first)
            return [(0, first), *self._behind_semicolon(tail)] if told else None
        if self.lows[tail] == ",":
            return self._parted(first, tail, quoted=quoted)
        if not (quoted or self._stands_alone(first)):
            return None
        if self.lows[tail] == ":":  # "X killed 208, police said on Sunday: 129 in Cebu and 79 in Bohol"
            return [(0, first), (tail + 1, self.size)]
        adverbial = self._adverbial(tail) or (quoted and self._spoken_before(first, tail))
        adverbial = adverbial or self.phrases.reduced(tail)  # told a meeting | held on Friday
        return [(0, first)] if adverbial else None

    def _behind_semicolon(self, tail: int) -> list[Piece]:
        """ "They fled, the mayor said; | 40 stayed": what goes on behind a semicolon."""
        return [(tail + 1, self.size)] if self.lows[tail : tail + 1] == [";"] else []

    def _parted(self, first: int, tail: int, *, quoted: bool) -> list[Piece] | None:
        """What is told where a comma stands behind "X said", too: on both sides of it, if it goes on.

        None: a speech begins behind it, and what stands in front is the narrator's: "As they fled, he said, “Wait.”".
        """
        if quoted:
            return self._around(first, tail, whole=self.reach.finite_at(tail + 1))
        if self.lows[tail + 1 : tail + 2] == [QUOTE]:
            if self._goes_on_quoted(tail + 1):
                return [(0, first), (tail + 1, self.size)]  # The plan, she said, "is an example"
            return None  # "Two hours later, he wrote, "I am here"
        return self._around(first, tail, whole=True)

    def _spoken_before(self, first: int, tail: int) -> bool:
        """Whether a speech stands before its speaker and none behind: "“We lost it,” X says directly to the camera"."""
        if self.lows[tail] in self.grammar.preposition or self._speech_before(first):
            return True
        if self._clause_follows(tail):
            return False
        return self.lows[first - 1] == "," or self.line.ending(first - 1) in (",", ".", "?", "!")

    def _speech_before(self, first: int) -> bool:
        """Whether a quotation that its comma leaves open stands before a speaker: "“We lost it,” X told “Today”"."""
        if self.lows[first - 1] != QUOTE or self.line.ending(first - 1) not in _OPEN:
            return False
        return first == 1 or self.line.written(first - 1).count(" ") >= _SHORTEST

    def _goes_on_quoted(self, at: int) -> bool:
        """Whether a quotation goes on with a sentence that began before it: it opens with a small letter."""
        return self.line.written(at).lstrip("\"“”'‘`«[ ")[:1].islower()

    def _stands_alone(self, first: int) -> bool:
        """Whether the words before the speaker are a clause that he may have said."""
        opening = self.lows[0] in ("as", "if", "when", "while", "after", "although", "though", "since", "because")
        if opening and "," not in self.lows[: first - 1]:
            return sum(self.phrases.verb(at) for at in range(first)) > 2
        return (
            self.phrases.tells(0, first) or QUOTE in self.lows[:first] or self.headline or self.lows[0] in ("no", "not")
        )

    def _clause_follows(self, at: int) -> bool:
        """Whether "that", a quotation, a colon or a clause of its own comes after the verb."""
        at = self.between.adverbials(at)
        if at >= self.size or self.lows[at] in ("that", ":", QUOTE, "how", "why", "what", "whether"):
            return True
        if self.lows[at] == ",":
            return QUOTE in self.lows[at : at + 3] or self.lows[at + 1 : at + 2] == ["that"]
        if self.lows[at] in self.grammar.subordinator and "," in self.lows[at : at + 12]:
            comma = self.lows.index(",", at)
            return self.phrases.clause(comma + 1, min(self.size, comma + 10))
        end = at
        counted = self.fitness.number_soon(at)
        while end < self.size and not self.phrases.bound(end) and end - at < 30:
            if counted and (self.lows[end] in self.grammar.conjunction or self.lows[end] in self.grammar.subordinator):
                return self.phrases.clause(at, end)  # added 40 jobs as the storm passed
            if self.lows[end] == ",":
                if self.lows[end + 1 : end + 2] == [QUOTE]:
                    return True
                if self.lows[end + 1 : end + 2] not in (["which"], ["who"]):
                    break
                closing = self.lows.index(",", end + 1) if "," in self.lows[end + 1 :] else self.size
                quoted = QUOTE in self.lows[closing : closing + 5]
                return quoted or self.phrases.clause(at, end) or self.phrases.clause(closing, closing + 8)
            if self.lows[end] in ("who", "which", "to"):
                return self.phrases.clause(at, end) or QUOTE in self.lows[at : at + 12]
            end += 1
        mark = next((k for k in range(at, min(self.size, at + 6)) if self.lows[k] == QUOTE), at)
        titled = self.lows[at] in self.grammar.determiner and self.lows[mark - 1] == "("  # wrote a book (“Forty Days”)
        return self.phrases.clause(at, end) or (self.lows[mark] == QUOTE and not titled)

    def _adverbial(self, tail: int) -> bool:
        """Whether what follows the verb is no clause: "he said of the toll", "said in an interview with CNN"."""
        low = self.lows[tail]
        if low in ("when", "as", "after", "before", "while", "during"):
            return True
        if low == "that" or not (low in self.grammar.preposition or low in self.grammar.subordinator):
            return False
        doing = low in self.grammar.preposition and self.lows[tail + 1 : tail + 2] != []
        if doing and self.lows[tail + 1].endswith("ing") and low not in ("of", "for", "to"):
            return True  # said without giving details
        return not self.phrases.clause(tail, min(self.size, tail + 7))

    def _around(self, last: int, tail: int, *, whole: bool = False) -> list[Piece]:
        """What stands before the speaker, and behind the comma after the cue: a quotation that goes on, or the
        second half of a clause that the cue stands in ("The toll, X said, had reached 40")."""
        content = [(0, last)]
        if tail < self.size and self.lows[tail] == ",":
            goes_on = self.lows[tail + 1 : tail + 2] == [QUOTE]
            if goes_on or (whole and not self._turns(tail + 1)):
                content.append((tail + 1, self.size))
        return content

    def _turns(self, at: int) -> bool:
        """Whether the clause at `at` is no longer the speaker's."""
        goes_on = at < self.size - 1 and self.lows[at] in ("and", "but")
        if goes_on and (self.lows[at + 1] == QUOTE or self.reach.opens_clause(at + 1)):
            return False  # "he said, and the village was home to 40"
        if goes_on and (self.lows[at + 1] in self.grammar.pronoun or self.lows[at + 1] == "there"):
            return False  # "he said, and it has"
        if goes_on and (self.fitness.number_soon(at + 1) or self.fitness.number_near(at + 1)):
            return False  # "the fire service said, and 30 were injured", "and the poorest 10 percent left"
        if goes_on and self.lows[at + 1] in ("those", "others"):
            return False
        return (
            at >= self.size
            or self.lows[at] in self.lexicon.classes["turn"]
            or self.lows[at] in self.lexicon.classes["gesture"]
        )

    def somebody(self, holder: Piece) -> bool:
        """Whether a phrase is a person or a body that can want something, by its head: no price, no bridge."""
        first, last = self.phrases.antecedent(holder)
        if first >= last:
            return False
        if self.lows[first] in self.grammar.pronoun or self.lows[first] in POSSESSIVES:
            return last == first + 1
        if "," in self.lows[first:last]:
            last = first + self.lows[first:last].index(",")
        head = self.fitness.head(first, last)
        return self.phrases.capital(head) or self.lows[head] in self.lexicon.holders

    def report(
        self,
        rule: Cue,
        speaker: Piece,
        cue: Piece,
        content: list[Piece],
        *,
        before: bool = False,
        recipient: Span | None = None,
        through: Piece | None = None,
    ) -> Report:
        """The report of these pieces of the line, in offsets of the text; of a speaker without commas around him."""
        spans = tuple(self.line.span(first, last) for first, last in content if first < last)
        handed = self._tidy(through) if through is not None else None
        return Report(rule, self._tidy(speaker), self.line.span(*cue), spans, before, recipient, handed)

    def _tidy(self, speaker: Piece) -> Span:
        first, last = speaker
        while last > first + 1 and self.lows[last - 1] in (",", ".", "and"):
            last -= 1
        return self.line.span(first, last)
