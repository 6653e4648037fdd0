"""Noun phrases beside a verb: where the words for a speaker begin and end. Positions are token numbers of a line."""

from __future__ import annotations

from claimcheck.stages.attribute.line import QUOTE, STOPS, Grammar, Line

Piece = tuple[int, int]  # from a token to before a token

_NAMES_STATE = 1  # "Ava, Mo., said": a lone capital word behind a comma goes on with the place before it
_MOST_SEGMENTS = 8
_PRONOUNS_TOO = (
    "that",
    "this",
    "these",
    "those",
    "all",
    "both",
    "some",
    "many",
    "each",
    "any",
    "most",
    "few",
    "either",
)


class Phrases:
    """Finds noun phrases in one line."""

    def __init__(self, line: Line, grammar: Grammar) -> None:
        self.line = line
        self.grammar = grammar
        self.lows = line.lows
        self.words = line.words

    # ── classes of a token ────────────────────────────────────────────────────────────────────

    def capital(self, at: int) -> bool:
        """Whether the word starts with a capital, or is made of capitals and digits."""
        return self.words[at][0].isupper()

    def bound(self, at: int) -> bool:
        """Whether no noun phrase goes over this token."""
        low = self.lows[at]
        return low in STOPS or low == QUOTE or low == "." or low in ('"', "“", "”")

    def verb(self, at: int) -> bool:
        """Whether the word looks like a verb that is finite, or a participle."""
        low = self.lows[at]
        if low in self.grammar.verb:
            return not (self.capital(at) and at > 0) and not self._attributive(at)
        if low == "'s":
            return at > 0 and self.lows[at - 1] in self.grammar.pronoun
        if not low.endswith("ed") or len(low) < 4 or low in self.grammar.not_past or self.capital(at) or "-" in low:
            return False
        return not self._attributive(at)

    def _attributive(self, at: int) -> bool:
        """Whether a past form stands before its noun: "of registered nurses", "the packed hall"."""
        if at == 0 or not self.lows[at].endswith("ed"):
            return False
        before = self.lows[at - 1]
        return (
            before in self.grammar.quantifier
            or before in self.grammar.preposition
            or (before in self.grammar.determiner and before not in _PRONOUNS_TOO)
        )

    def time(self, at: int) -> bool:
        """Whether the word names a day or a month."""
        low = self.lows[at].rstrip(".")
        if low in self.grammar.weekday:
            return not self.words[at].isupper()  # USA TODAY
        return low in self.grammar.month and self.capital(at)

    def reduced(self, at: int) -> bool:
        """Whether a participle may hang on the noun before it: "a poll released Monday", "the man identified as"."""
        low = self.lows[at]
        if not (low.endswith("ed") or low in self.grammar.participle) or at == 0 or at + 1 >= len(self.lows):
            return False
        before, after = self.lows[at - 1], self.lows[at + 1]
        if low in self.grammar.not_past or before in self.grammar.pronoun or before in self.grammar.auxiliary:
            return False
        if not (before[-1].isalnum() or before == ","):
            return False
        return (
            after in self.grammar.preposition
            or self.time(at + 1)
            or after
            in (
                "last",
                "this",
                "earlier",
                "late",
                "early",
                "as",
                "recently",
                "jointly",
            )
        )

    def tells(self, first: int, last: int) -> bool:
        """Whether two tokens hold between them a verb that may be finite: "20 people died in the blast"."""
        return self.clause(first, last) or any(
            self.verb(at) and at > first and self.lows[at - 1] != "," for at in range(first, last)
        )

    def clause(self, first: int, last: int) -> bool:
        """Whether a finite verb stands between two tokens, outside of a relative clause."""
        related = False
        for at in range(first, last):
            low = self.lows[at]
            if low in self.grammar.relative or (low == "that" and at > first and self.relative_that(at)):
                related = True
            elif low == ",":
                related = False
            elif not related and self.verb(at) and not self.reduced(at):
                return True
        return False

    def relative_that(self, at: int) -> bool:
        """Whether "that" hangs on a noun: "groups that track the war"."""
        if at == 0 or at + 1 >= len(self.lows):
            return False
        before, after = self.lows[at - 1], self.lows[at + 1]
        if self.verb(at - 1) or not before[-1].isalnum() or before in self.grammar.preposition:
            return False
        return (
            self.verb(at + 1)
            or after in self.grammar.adverb
            or (
                after not in self.grammar.determiner
                and after not in self.grammar.pronoun
                and not self.capital(at + 1)
                and not after[0].isdigit()
                and not after.endswith("s")
            )
        )

    # ── to the left of a verb ─────────────────────────────────────────────────────────────────

    def group_start(self, at: int) -> int:
        """The first token of the verb group that ends in `at`: "has also said", "on Monday said"."""
        start = at
        while start > 0:
            if self._helps(start - 1):
                start -= 1
                continue
            skipped = self._time_before(start)
            if skipped == start:
                break
            start = skipped
        return start

    def _time_before(self, at: int) -> int:
        """Where words of time that end before `at` begin: "on Monday", "last week", "in 2016", "in a statement"."""
        start = at - 1
        if start < 1:
            return at
        low = self.lows[start]
        if self.time(start) or low in self.grammar.time_noun or (len(low) == 4 and low.isdigit()):
            opener = start - 1
            while opener > 0 and (
                self.lows[opener] in self.grammar.time_opener or self.time(opener) or self.lows[opener].isdigit()
            ):
                opener -= 1
            if self.lows[opener] in ("in", "on", "at", "by", "during", "since", "earlier"):
                return opener if opener > 0 else at
            return opener + 1 if self.time(start) or opener + 1 < start else at
        if low in self.grammar.medium and start >= 2:
            opener = start - 1
            while opener > 0 and start - opener < 4 and self.lows[opener] not in ("in", "on", "at", "via", "through"):
                opener -= 1
            if (
                self.lows[opener] in ("in", "on", "at", "via", "through")
                and opener > 0
                and self.lows[opener + 1]
                in (
                    "a",
                    "an",
                    "its",
                    "his",
                    "her",
                    "their",
                    "twitter",
                    "the",
                    "facebook",
                    "telegram",
                    "television",
                )
            ):
                return opener
        return at

    def left(self, verb: int) -> Piece | None:
        """The phrase of which the verb at `verb` is said, apposition and relative clause included."""
        end = self.group_start(verb)
        if end == 0:
            return None
        if self.lows[end - 1] == ",":
            return self._before_comma(end - 1)
        if self.lows[end - 1] == ")":
            opened = self._opening(end - 1)
            return self._before_bracket(opened, end) if opened else None
        start = self._whole_left(self.run_left(end), end)
        if start < end < verb and self._dated(start, end):
            end = self._dated_end(end, verb)
        return (start, end) if start < end else None

    def _whole_left(self, start: int, end: int) -> int:
        """With what stands before a comma and belongs to the phrase: "another friend, Y told", "the snarky, long report"."""
        if start < 3 or start >= end or self.lows[start - 1] != ",":
            return start
        if (
            self.lows[start - 3] in ("the", "a", "an")
            and (start == 3 or self.bound(start - 4))
            and self._describes(start)
        ):
            return start - 3
        first = start - 1
        while first > 0 and not self.bound(first - 1) and self.lows[first - 1] != ",":
            first -= 1
        titled = (
            self.lows[first] in ("another", "a", "an", "one", "his", "her", "their", "its") and start - 1 - first <= 7
        )
        return first if titled and self.capital(start) and not self.clause(first, start - 1) else start

    def _describes(self, at: int) -> bool:
        """Whether a word goes on with a description, and opens no clause: "the snarky, | anti-X headline"."""
        low = self.lows[at]
        return (
            low not in self.grammar.pronoun
            and low not in self.grammar.determiner
            and not self.capital(at)
            and not (low.endswith("ing") or low in self.grammar.quantifier or low[0].isdigit())
        )

    def _dated(self, start: int, end: int) -> bool:
        """Whether words of time behind the phrase are its own: "a poll released Saturday found"."""
        return self.lows[end - 1].endswith("ed") or any(low in self.grammar.document for low in self.lows[start:end])

    def _dated_end(self, end: int, verb: int) -> int:
        while verb > end and self._helps(verb - 1):
            verb -= 1
        return verb

    def _helps(self, at: int) -> bool:
        """Whether a word stands between a speaker and his verb and belongs to the verb."""
        low = self.lows[at]
        return low in self.grammar.auxiliary or (
            (low in self.grammar.adverb or low == "not" or low.endswith("ly")) and not self.capital(at)
        )

    def _opening(self, at: int) -> int:
        for opened in range(at - 1, max(-1, at - 12), -1):
            if self.lows[opened] == "(":
                return opened
        return 0

    def _before_bracket(self, opened: int, end: int) -> Piece | None:
        start = self.run_left(opened)
        return (start, end) if start < opened else None

    def run_left(self, end: int) -> int:
        """Where the noun phrase that ends before `end` begins, within its stretch between commas."""
        grammar, lows = self.grammar, self.lows
        first = end
        while first > 0 and not self.bound(first - 1) and lows[first - 1] != ",":
            first -= 1
        start, listed = end, False
        while start > first:
            at = start - 1
            low = lows[at]
            if low in grammar.pronoun and not (low in ("both", "one")):
                return at if start == end else start
            if low in grammar.subordinator and not (low == "that" and self.relative_that(at)):
                if low == "as" and lows[at - 1 : at] and at > first and lows[at + 1 : at + 2] == ["as"]:
                    start -= 1
                    continue
                break
            if low == "and":
                if self.clause(first, at) or at == first:
                    break
                listed = True
            elif low in grammar.conjunction:
                break
            elif self.verb(at) and not self._hangs(first, at):
                break
            start -= 1
        if listed and start == first and first > 0 and lows[first - 1] == ",":
            start = self._list_left(first)
        return self._trim(start, end)

    def _hangs(self, first: int, at: int) -> bool:
        """Whether a verb belongs to a relative clause, or to a participle beside its noun."""
        if self.reduced(at):
            return True
        return any(
            self.lows[k] in self.grammar.relative or (self.lows[k] == "that" and self.relative_that(k))
            for k in range(first + 1, at)
        )

    def _list_left(self, first: int) -> int:
        """Where a list begins whose last entries are "B and C": "A, B and C said"."""
        start = first
        for _ in range(_MOST_SEGMENTS):
            if start == 0 or self.lows[start - 1] != ",":
                break
            before = start - 1
            while before > 0 and not self.bound(before - 1) and self.lows[before - 1] != ",":
                before -= 1
            if (
                (start - 1 - before > 6 and not (self.capital(start) and self.capital(start - 2)))
                or self.clause(before, start - 1)
                or self.lows[before] in self.grammar.preposition
            ):
                break
            start = before
        return start

    def _trim(self, start: int, end: int) -> int:
        """Behind what may open a clause before its subject: "But", "On Monday", "In a statement"."""
        grammar, lows = self.grammar, self.lows
        while start < end:
            low = lows[start]
            if low in grammar.relative and start + 1 < end and not self.verb(start + 1):
                start += 1
                continue
            if low == "according":
                return end
            if low in grammar.adverb or low in grammar.conjunction or low in grammar.subordinator or low == "'s":
                start += 1
            elif low in grammar.preposition and not (low == "like" and False):
                start = self._behind_prepositions(start, end)
                if start < end - 1 and lows[start] in grammar.relative:
                    start += 1  # in which organizers claimed
                break
            elif self.time(start) and start + 1 < end:
                start += 1
            else:
                break
        return start

    def _behind_prepositions(self, start: int, end: int) -> int:
        lows, grammar = self.lows, self.grammar
        if lows[start] in ("with", "including"):
            return start + 1
        if start + 2 < end and lows[start + 1] in grammar.relative:
            return start + 2
        for at in range(end - 2, start, -1):
            if self.time(at) or (lows[at].isdigit() and len(lows[at]) == 4):
                return at + 1
        for at in range(end - 1, start, -1):
            if lows[at] in grammar.determiner and lows[at - 1] not in grammar.preposition:
                return at
        at = end - 1
        capital = self.capital(at)
        while (
            at - 1 > start
            and lows[at - 1] not in grammar.preposition
            and lows[at - 1] not in grammar.determiner
            and (self.capital(at - 1) == capital)
        ):
            at -= 1
        return at if lows[at - 1] not in grammar.preposition else end

    def _before_comma(self, comma: int) -> Piece | None:
        """The phrase that ends in a comma before the verb: "X, who runs the camps, said"."""
        start, base = comma, None
        for number in range(_MOST_SEGMENTS):
            first = start
            while first > 0 and not self.bound(first - 1) and self.lows[first - 1] != ",":
                first -= 1
            if first == start or not self._may_hang(first, start, number):
                break
            start = first
            if number > 0 and self._may_lead(first):
                base = first
            if first == 0 or self.lows[first - 1] != ",":
                break
            if number > 0 and self._named(first, comma):
                break
            start = first - 1
        if base is None:
            return None
        begin = self._trim(base, comma)
        end = self._hung_end(begin, comma)
        return (begin, end) if begin < end else None

    def _hung_end(self, first: int, last: int) -> int:
        """Before what is no apposition: "X, for instance, said", "X, in a brief interview, said"."""
        for at in range(first, last - 1):
            if self.lows[at] == ",":
                after = self.lows[at + 1]
                if (after in self.grammar.preposition and after not in ("of", "from", "along")) or self._aside(after):
                    return at
        return last

    def _aside(self, low: str) -> bool:
        return low in self.grammar.adverb or low.endswith("ing")

    def _may_hang(self, first: int, last: int, number: int) -> bool:
        """Whether the tokens may be a speaker or an apposition to one."""
        low = self.lows[first]
        if low in self.grammar.relative or low.endswith("ing"):
            return number == 0 or not self.clause(first + 1, last)
        if self.verb(first) and self.reduced(first):
            return not self.clause(first + 1, last)
        if low in ("but", "because", "although", "if", "when", "while", "after", "before", "that"):
            return False
        return not self.clause(first, last)

    def _may_lead(self, first: int) -> bool:
        low = self.lows[first]
        hangs = low.endswith("ing") or (self.verb(first) and not self.capital(first))
        return low not in self.grammar.relative and not low[0].isdigit() and not hangs

    def _named(self, first: int, last: int) -> bool:
        """Whether the stretch starts with a name that stands by itself, not with a state behind a town."""
        if not self.capital(first) or self.lows[first] in self.grammar.determiner:
            return False
        alone = self.lows[first + 1] == ","
        return not (alone and (self.words[first].endswith(".") or "-" in self.words[first]))

    # ── to the right of a verb ────────────────────────────────────────────────────────────────

    def right(self, first: int) -> Piece | None:
        """The speaker that follows its verb: "said the mayor, a Democrat". None where a clause follows."""
        lows, grammar = self.lows, self.grammar
        if first >= len(lows) or self.bound(first) or lows[first] == ",":
            return None
        low = lows[first]
        if low in grammar.pronoun:
            return None if first + 1 < len(lows) and not self._closes(first + 1) else (first, first + 1)
        if (
            self.time(first)
            or low in grammar.preposition
            or low in grammar.subordinator
            or low in grammar.adverb
            or low in grammar.conjunction
            or low in grammar.auxiliary
            or low in ("there", "that", "no", "not")
            or low[0].isdigit()
            or not low[0].isalnum()
            or (self.verb(first) and not self.capital(first))
        ):
            return None
        last = self._run_right(first, strict=True)
        return (first, last) if last is not None and last > first else None

    def _closes(self, at: int) -> bool:
        return self.bound(at) or self.lows[at] == ","

    def _run_right(self, first: int, *, strict: bool) -> int | None:
        """Where the phrase from `first` ends. None, where strict, if it turns out to be the subject of a clause."""
        lows, grammar, size = self.lows, self.grammar, len(self.lows)
        at, related = first, False
        while at < size:
            low = lows[at]
            if self.bound(at):
                if low == QUOTE and not strict and at > first:
                    at += 1
                    continue
                break
            if low == ",":
                hung = self.apposition(at + 1)
                if hung is None:
                    break
                at = hung
                continue
            if low in grammar.relative or (low == "that" and at > first and self.relative_that(at)):
                related = True
            elif low in grammar.subordinator and low != "as" and not related:
                break
            elif strict and at > first and (self.medium(at) or self._when(at)):
                break
            elif self.verb(at) and not related and not self.reduced(at) and at > first:
                return None if strict else at
            elif low == "and" and not self._goes_on(at):
                break
            elif at > first and self._next_phrase(at):
                break
            elif low == "but":
                break
            at += 1
        return at

    def _next_phrase(self, at: int) -> bool:
        """Whether a new phrase begins without a comma: "international media | the events"."""
        low, before = self.lows[at], self.lows[at - 1]
        if low not in (
            "the",
            "a",
            "an",
            "its",
            "his",
            "her",
            "their",
            "these",
            "he",
            "she",
            "they",
            "there",
            "at",
            "some",
        ):
            return False
        grammar = self.grammar
        if low == "at" and self.lows[at + 1 : at + 2] != ["least"]:
            return False
        return before[0].isalnum() and not (
            before in grammar.preposition
            or before in grammar.conjunction
            or before in grammar.determiner
            or before in grammar.adverb
            or before in grammar.subordinator
            or self.verb(at - 1)
        )

    def _when(self, at: int) -> bool:
        low = self.lows[at]
        if self.time(at) or low in ("yesterday", "during", "recently", "earlier", "ahead"):
            return True
        after = self.lows[at + 1] if at + 1 < len(self.lows) else ""
        if (
            low in ("in", "on", "at")
            and at + 1 < len(self.lows)
            and (self.time(at + 1) or (after.isdigit() and len(after) == 4))
        ):
            return True
        return low in ("last", "this", "late", "early", "that", "earlier") and (
            after in self.grammar.time_noun or (at + 1 < len(self.lows) and self.time(at + 1))
        )

    def medium(self, at: int) -> bool:
        """Whether "in a statement", "on Twitter", "at a news conference" begins here."""
        if self.lows[at] not in (
            "in",
            "on",
            "at",
            "to",
            "via",
            "through",
            "during",
            "before",
            "after",
            "by",
            "as",
            "with",
        ):
            return False
        ahead = self.lows[at + 1 : at + 6]
        for step, low in enumerate(ahead):
            if low in self.grammar.medium:
                return True
            if not low[0].isalnum() or (step > 0 and low in self.grammar.preposition):
                return False
        return False

    def _goes_on(self, at: int) -> bool:
        """Whether "and" joins a second speaker, not a second clause."""
        for k in range(at + 1, min(len(self.lows), at + 9)):
            if self._closes(k) or (k > at + 1 and self._next_phrase(k)):
                break
            if self.verb(k) and not self.reduced(k):
                return False
        return at + 1 < len(self.lows) and not self._closes(at + 1)

    def apposition(self, first: int) -> int | None:
        """Where an apposition that begins at `first` ends, or None where none begins."""
        lows, grammar = self.lows, self.grammar
        if first >= len(lows) or self.bound(first):
            return None
        low = lows[first]
        if (
            low in grammar.conjunction
            or (low in grammar.subordinator and low != "once")
            or low in grammar.adverb
            or low in grammar.auxiliary
            or low in grammar.pronoun
            or (low.endswith("ing") and not self.capital(first))
            or (low in grammar.preposition and low not in ("of", "from"))
            or self.time(first)
            or low == ","
        ):
            return None
        if low[0].isdigit() and not (first + 1 >= len(lows) or self._closes(first + 1)):
            return None
        if (
            self.words[first][0].islower()
            and low not in grammar.determiner
            and low not in grammar.apposed
            and low not in grammar.relative
        ):
            return None
        related = low in grammar.relative
        at = first
        while at < len(lows) and not self.bound(at) and lows[at] != ",":
            if lows[at] in grammar.relative or lows[at] == "that":
                related = True
            elif self.verb(at) and not related and not self.reduced(at) and at > first:
                return None
            elif at > first and not related and (self.medium(at) and lows[at] in ("in", "on", "at", "during")):
                break
            at += 1
        return at

    def named_by(self, first: int) -> Piece | None:
        """The phrase after "according to": it may hold participles and dates."""
        if first >= len(self.lows) or (self.bound(first) and self.lows[first] != QUOTE):
            return None
        last = self._run_right(first, strict=False)
        return (first, last) if last is not None and last > first else None

    # ── the subject of a clause ───────────────────────────────────────────────────────────────

    def subject(self, verb: int) -> Piece | None:
        """The subject of the clause in which a second verb stands: "X met Y and said", "X left, saying"."""
        first = verb
        while first > 0 and self.lows[first - 1] not in STOPS and self.lows[first - 1] != QUOTE:
            first -= 1
        verbs = [at for at in range(first + 1, verb) if self.verb(at)]
        for at in sorted(verbs, key=lambda at: (self.reduced(at), at)):
            found = self.left(at)
            if found is not None and self.lows[found[0]] not in self.grammar.relative:
                return found
        return None
