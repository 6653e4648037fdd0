"""What stands between a verb of saying and what is said: whom one told, when, where and by what means."""

from __future__ import annotations

from claimcheck.records import Span
from claimcheck.stages.attribute.fitness import Fitness
from claimcheck.stages.attribute.lexicon import Lexicon
from claimcheck.stages.attribute.line import DASHES, QUOTE

_OF_MEDIUM = 3  # words from one word for a medium to the next
_OF_OUTLET = 3  # words before the one for an outlet: "state-run news | agency"
_SETTING = 14  # tokens that tell where and when something was said


class Between:
    """Finds where what is told begins, behind the verbs of one line."""

    def __init__(self, fitness: Fitness, lexicon: Lexicon) -> None:
        self.fitness = fitness
        self.phrases = fitness.phrases
        self.line = fitness.phrases.line
        self.lows = fitness.lows
        self.size = len(fitness.lows)
        self.grammar = fitness.grammar
        self.outlets = lexicon.classes["outlet-word"]
        self.media = self.outlets | lexicon.classes["outlet-kind"]
        self.particles = lexicon.classes["name-particle"]

    def recipient(self, at: int) -> tuple[Span | None, int]:
        """Whom something is told, and where what is told begins: behind letters in brackets, "told the Associated
        Press (AP)"."""
        told, end = self._recipient(at)
        return told, end + (told is not None and end < self.size and self.lows[end][0] == "(" != self.lows[end])

    def _recipient(self, at: int) -> tuple[Span | None, int]:
        lows, grammar = self.lows, self.grammar
        first = at
        if at >= self.size or self.phrases.bound(at) or lows[at] in ("of", "that", ",", "to"):
            return None, at
        owned = lows[at] == "her" and at + 2 < self.size and lows[at + 2] in (",", ".", "that", "of", "and", "in")
        if lows[at] in ("him", "her", "them", "me", "us", "you", "it") and not owned:
            return self.line.span(at, at + 1), at + 1
        if lows[at] in grammar.determiner:
            at += 1
            while at < self.size and (self._in_recipient(at) or self._of_whom(at)):
                at += 1
        elif self.phrases.capital(at):
            while (
                at < self.size
                and (self.phrases.capital(at) or lows[at] in ("of", "'s", "the", "&"))
                and (at == first or not self.phrases.time(at))  # told Today, a programme
            ):
                at += 1
            while at < self.size and (self._outlet(at) or (self._outlet(at - 1) and self.phrases.capital(at))):
                at += 1  # told CNN affiliate WXYZ
            at = self._outlet_named(at)
        elif self._outlet_named(at) > at:
            at = self._outlet_named(at)
        else:
            at += 1
            while (
                at < self.size and lows[at].isalpha() and lows[at].endswith("s") and lows[at] not in grammar.auxiliary
            ):
                at += 1
        return self.line.span(first, at), self._over_letters(at)

    def _over_letters(self, at: int) -> int:
        """Behind the letters for a name: "told the Associated Press | (AP)"."""
        word = self.line.words[at] if at < self.size else ""
        return at + (word[:1] == "(" and word.isupper())

    def _outlet_named(self, at: int) -> int:
        """Behind what an outlet is and its name: "told | state broadcaster NHK", "told Peru | state media the X"."""
        k = at
        while k < min(self.size, at + _OF_OUTLET) and self._of_outlet(k):
            k += 1
        if k >= self.size or self.lows[k] not in self.media or not self._small(k):
            return at
        while k < self.size and self.lows[k] in self.media and self._small(k):
            k += 1
        k += self.lows[k : k + 1] == ["the"] and k + 1 < self.size and self.phrases.capital(k + 1)
        while k < self.size and self.phrases.capital(k) and not self.phrases.time(k):
            k += 2 if not self.particles.isdisjoint(self.lows[k + 1 : k + 2]) else 1
        while k < self.size and self.lows[k].isalpha() and self.lows[k].endswith("s") and self._in_recipient(k):
            k += 1  # told television viewers
        return k

    def _of_outlet(self, k: int) -> bool:
        """Whether a word may go before that for an outlet: state, public, local news."""
        low = self.lows[k]
        plural = low.endswith("s") and low != "news"
        return low not in self.media and self._small(k) and self._in_recipient(k) and not plural

    def _small(self, k: int) -> bool:
        return not self.phrases.capital(k)

    def _outlet(self, at: int) -> bool:
        """Whether a word goes on with the name of an outlet: "told the Varna News agency"."""
        low = self.lows[at]
        return low in self.grammar.organisation or low in self.outlets or self._channel(at)

    def _channel(self, at: int) -> bool:
        """Whether a number belongs to a station's name: "told Fox 35 in Orlando"."""
        after = self.lows[at + 1 : at + 2]
        return self.lows[at].isdigit() and (not after or after[0] in ("in", "that", ".", ",", "on"))

    def _in_recipient(self, at: int) -> bool:
        low, grammar = self.lows[at], self.grammar
        return low.replace("-", "").isalpha() and not (
            low in grammar.determiner
            or low in grammar.subordinator
            or low in grammar.pronoun
            or low in ("in", "on", "at", "about", "during", "by")
            or self.phrases.verb(at)
        )

    def _of_whom(self, at: int) -> bool:
        """Whether an article goes on with whom one told: "told a meeting of | the council"."""
        return self.lows[at - 1] == "of" and self.lows[at] in self.grammar.determiner

    def adverbials(self, at: int) -> int:
        """Behind words of time and medium: "said Monday in a statement"."""
        for _ in range(5):
            ahead = self._adverbial(at)
            if ahead == at:
                break
            at = ahead
        return at

    def _adverbial(self, at: int) -> int:
        if at >= self.size:
            return at
        low = self.lows[at]
        after = self.lows[at + 1] if at + 1 < self.size else ""
        if low in ("late", "early", "later", "earlier") and after == "in" and self.lows[at + 2 : at + 3] == ["the"]:
            return at + 4 if self.lows[at + 3 : at + 4] and self.lows[at + 3] in self.grammar.time_noun else at
        if self.phrases.time(at):
            return at + 1 + (after in self.grammar.time_noun)
        manner = low.endswith("ly") and low not in self.grammar.ly_noun and not self.phrases.capital(at)
        if low in self.grammar.adverb or (manner and not self.fitness.number_near(at + 1)):
            return at + 1
        dated = bool(after) and (
            after in ("now", "then")
            or after in self.grammar.time_noun
            or self.phrases.time(at + 1)
            or (after.isdigit() and len(after) == 4)
        )
        if low in self.grammar.time_noun and low.endswith("s") and after in ("later", "earlier"):
            return at + 2  # said | hours later
        if low in ("late", "early") and after in self.grammar.time_preposition:
            ahead = self._adverbial(at + 1)  # late on Sunday
            return ahead if ahead > at + 1 else at
        if low in ("last", "this", "late", "early", "earlier", "on", "in", "by", "that") and dated:
            skipped = at + 2
            while skipped < self.size and (
                self.lows[skipped].isdigit() or self.lows[skipped] in self.grammar.time_noun
            ):
                skipped += 1
            return skipped
        if low == "the" and after in self.grammar.time_opener and self.lows[at + 2 : at + 3] != []:
            return at + 3 if self.lows[at + 2] in self.grammar.time_noun else at  # the same year
        if after in self.grammar.time_noun and (
            low[0].isdigit() or low in self.grammar.quantifier or low in ("a", "the")
        ):
            return self._span(at + 2)
        return self._medium(at) if self.phrases.medium(at) else at

    def _span(self, at: int) -> int:
        """Behind "two days | later", "30 days | into his term, "; where no such word follows, before the number."""
        low = self.lows[at] if at < self.size else ""
        if low in ("later", "ago", "earlier", "before") and self.lows[at + 1 : at + 2] != ["the"]:
            return at + 1
        if low in ("into", "after", "before", "since"):
            return next((k for k in range(at, self.size) if self.lows[k] == ","), self.size)
        return at - 2

    def _medium(self, at: int) -> int:
        while at < self.size and self.lows[at] not in self.grammar.medium:
            at += 1
        while at < self.size and self.lows[at] in self.grammar.medium:
            at = self._next_medium(at + 1)
        return self._issued(at)

    def _next_medium(self, at: int) -> int:
        """The next word for a medium behind small ones that go before it, "on its Weibo | social media account", or
        joined to the last: "on its Twitter | and Facebook pages"."""
        if self.lows[at : at + 1] == ["and"]:
            if at + 1 < self.size and self.lows[at + 1] in self.grammar.preposition and self.phrases.medium(at + 1):
                return at + 1  # in a statement and | on its website
            last = self._second_medium(at + 1)
            told = self.lows[last : last + 1] == ["that"] or self._closes_medium(last)
            return last if last > at + 1 and told else at
        for k in range(at, min(self.size, at + _OF_MEDIUM)):
            if self.lows[k] in self.grammar.medium:
                return k if k == at or self._closes_medium(k + 1) else at
            if not self.line.words[k].islower() or self._no_noun(k):
                break
        return at

    def _second_medium(self, at: int) -> int:
        """Behind another word for a medium that begins at a token, with its article: "Facebook pages", "a tweet"."""
        at += self.lows[at : at + 1] != [] and self.lows[at] in self.grammar.determiner
        while at < self.size and self.lows[at] in self.grammar.medium:
            at += 1
        return at

    def _closes_medium(self, at: int) -> bool:
        """Whether a word for a medium is followed by no verb of its own: another such word, a stop, a day."""
        if at >= self.size or self.phrases.closes(at) or self.phrases.time(at):
            return True
        return self.lows[at] in self.grammar.medium or self.lows[at] in self.grammar.preposition

    def _no_noun(self, at: int) -> bool:
        """Whether a word parts two nouns: an article, a pronoun, a preposition, a verb."""
        low, grammar = self.lows[at], self.grammar
        apart = (grammar.preposition, grammar.determiner, grammar.pronoun, grammar.quantifier, grammar.conjunction)
        return any(low in words for words in apart) or self.phrases.verb(at) or self.phrases.participle(at)

    def _issued(self, at: int) -> int:
        """Behind words that tell how a statement came out: "said in a statement | posted on its website"."""
        if at >= self.size or self.lows[at - 1] not in self.grammar.medium or not self.phrases.participle(at):
            return at
        stop = at + 1
        while stop < self.size and not self._parts(stop):
            stop += 1
        clause = stop < self.size and self.phrases.verb(stop)
        return self.adverbials(at + 1) if clause else stop

    def _parts(self, at: int) -> bool:
        return self.phrases.closes(at) or self.lows[at] == "that" or self.phrases.verb(at)

    def aside(self, at: int) -> int:
        """Behind an aside that parts a verb from its "that": "said — on Twitter — that", "said, for one, that"."""
        if at < self.size and (self.lows[at] in DASHES or self.lows[at] == ","):
            marks = DASHES if self.lows[at] in DASHES else (",",)
            closing = next((k for k in range(at + 1, min(self.size, at + 14)) if self.lows[k] in marks), None)
            if closing is not None and self.lows[closing + 1 : closing + 2] == ["that"]:
                return closing + 1
        return at

    def setting(self, at: int) -> int:
        """Before a "that" which follows words for where and when: "said following a vote in 2001 | that"."""
        if at < self.size and (self.lows[at] in self.grammar.preposition or self.lows[at] == "following"):
            for k in range(at + 1, min(self.size, at + _SETTING)):
                if self.lows[k] == "that" and not self.phrases.relative_that(k):
                    return k
                if (self.phrases.closes(k) and self.lows[k] != QUOTE) or self.phrases.verb(k):
                    break
        return at
