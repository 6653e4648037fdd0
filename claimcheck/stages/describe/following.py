"""The words of a trigger in, where they end in the sentence out, whatever stands between them."""

from __future__ import annotations

from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Parsed

_OBJECT = "something"  # in the words of a trigger: any noun phrase
_NAMED = "somewhere"  # among the words that may follow one: the name of a place
_TIMES = "At"  # tags that tell when and how


class Following:
    """Looks in one sentence whether the words of a trigger follow its first one."""

    def __init__(self, parsed: Parsed, lexicon: Lexicon) -> None:
        self.parsed = parsed
        self.lexicon = lexicon

    def reach(self, token: int, words: tuple[str, ...], within: int | None = None) -> int:
        """Behind which token the words of a trigger that starts at a token end; -1 where they do not follow."""
        tokens = self.parsed.tokens
        at, stop = token + 1, len(tokens) if within is None else within
        for word in words[1:]:
            while at < stop and not self._is(at, word) and (skipped := self._skipped(at, word)):
                at += skipped
            if at >= stop or not self._is(at, word):
                return -1
            at = self._end_of_list(at) if word == _OBJECT else at + 1
        return at

    def leads_to(self, token: int, then: tuple[str, ...], *, over_object: bool) -> bool:
        """Whether one of some words opens or heads what a token opens behind a verb, or nothing follows that verb."""
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        if over_object and token < len(tokens) and chunks[self.parsed.at[token]].kind == "NP":
            token = chunks[self.parsed.at[token]].end
        while token < len(tokens) and (tokens[token].tag in _TIMES or self._at_time(token)):
            token += 1
        if token >= len(tokens) or tokens[token].low in then:
            return True
        at = self.parsed.at[token]
        if chunks[at].kind not in ("NP", "P", "S"):
            return True
        noun = chunks[min(at + (chunks[at].kind == "P"), len(chunks) - 1)]
        head = tokens[noun.head]
        named = (
            _NAMED in then and head.tag == "M" and tokens[token].low in self.lexicon.groups["leading to a named place"]
        )
        return noun.kind == "NP" and (head.lemma in then or head.low in then or named)

    def _at_time(self, token: int) -> bool:
        """ "(on) Monday", "(late) Friday"."""
        tokens = self.parsed.tokens
        return tokens[token].tag in "PJ" and token + 1 < len(tokens) and tokens[token + 1].tag == "t"

    def _end_of_list(self, token: int) -> int:
        """Behind which token the noun phrases end that a token opens: "handed out (rice, fish and oil) to"."""
        chunks, at = self.parsed.chunks, self.parsed.at[token]
        if at + 2 < len(chunks) and self.parsed.tokens[chunks[at].end].low == "of" and chunks[at + 2].kind == "NP":
            at += 2  # "led (Senator Okoro of Lagos) by"
        while at + 2 < len(chunks) and chunks[at + 1].kind in (",", "C"):
            behind = at + 2 + (chunks[at + 1].kind == "," and chunks[at + 2].kind == "C")
            if behind >= len(chunks) or chunks[behind].kind != "NP":
                break
            at = behind
        return chunks[at].end

    def _is(self, token: int, word: str) -> bool:
        """Whether a token is a word of a trigger; "something" stands for any noun phrase."""
        if word == _OBJECT:
            return self.parsed.chunks[self.parsed.at[token]].kind == "NP"
        return word in (self.parsed.tokens[token].low, self.parsed.tokens[token].lemma)

    def _skipped(self, token: int, word: str) -> int:
        """How many tokens may stand between words of a trigger: "suffered minor burns", "ordered on Monday to pay"."""
        tokens = self.parsed.tokens
        several = tokens[token].tag == "Q" and tokens[token - 1].tag == "P"  # "taken to two hospitals"
        # "on heightened alert"
        done = tokens[token].tag == "E" and token + 1 < len(tokens) and self._is(token + 1, word)
        if tokens[token].tag in 'AJDt"' or several or done or self._modifies(token) or self._grades(token, word):
            return 1
        if self._degree(token):
            return 2
        return 2 * (tokens[token].tag == "P" and token + 1 < len(tokens) and tokens[token + 1].tag == "t")

    def _degree(self, token: int) -> bool:
        """ "sustained varying (degrees of) injuries", "suffered a (number of) burns"."""
        tokens, degrees = self.parsed.tokens, self.lexicon.groups["degree"]
        return tokens[token].lemma in degrees and token + 2 < len(tokens) and tokens[token + 1].low == "of"

    def _grades(self, token: int, word: str) -> bool:
        """ "minor (to) moderate injuries", "serious (but not) lasting wounds"; "suffered (second-degree) burns"."""
        tokens = self.parsed.tokens
        if token + 2 >= len(tokens):
            return False
        if tokens[token].tag == "n" and "-" in tokens[token].low:
            return self._is(token + 1, word)
        if tokens[token].tag == "G":
            return tokens[token - 1].tag == "C" and tokens[token + 1].tag == "J"
        between = tokens[token].low == "to" or tokens[token].tag == "C"
        return between and tokens[token - 1].tag == "J" and tokens[token + 1].tag in "JnG"

    def _modifies(self, token: int) -> bool:
        """Whether a name, noun or participle stands before the noun of its phrase: "joined the banned Minsk rally",
        "received shrapnel wounds"."""
        chunk = self.parsed.chunks[self.parsed.at[token]]
        return self.parsed.tokens[token].tag in "EIMn" and chunk.kind == "NP" and token < chunk.head
