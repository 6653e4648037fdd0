"""Which numbers a sentence denies: what stands in the complement of "denied", or in a report that it calls false."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.records import Fact
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Chunk, Parsed

_FAR = 30  # chunks over which a denial reaches
_ENDS = frozenset(";:.S")
_PLACED = frozenset(("on", "in", "at", "late", "early", "last"))  # "denied on Monday that"
_BY = frozenset(("by", "from", "of"))


class Denials:
    """Tells what one sentence denies."""

    def __init__(self, parsed: Parsed, lexicon: Lexicon) -> None:
        self.parsed, self.lexicon = parsed, lexicon
        lows = {token.low for token in parsed.tokens}
        self.words = {word: rule for word, rule in lexicon.untrue.items() if word in lows}
        self.any = bool(self.words) or any(token.lemma in lexicon.denying for token in parsed.tokens)

    def of(self, phrase: Counted) -> Fact | None:
        """The words that deny the quantity of a phrase."""
        if not self.any:
            return None
        return self._by_verb(phrase) or self._by_predicate(phrase) or self._called_untrue(phrase)

    # ── "denied that 45 had died" ─────────────────────────────────────────────────────────────

    def _by_verb(self, phrase: Counted) -> Fact | None:
        for at in self._back_from(phrase.first):
            chunk = self.parsed.chunks[at]
            verb = self._denies(chunk)
            if verb is not None and not self.parsed.passive(chunk):
                held = self._holds(at, verb, phrase) and not self._closed(at, phrase)
                return self._fact(verb) if held else None
        return None

    def _closed(self, at: int, phrase: Counted) -> bool:
        """ "Denying claims of fraud, he named 45": what is said beside the sentence ends at its comma."""
        chunks = self.parsed.chunks
        beside = self.parsed.tokens[chunks[at].head].tag == "I" and chunks[at].start == chunks[at].head
        return beside and any(chunk.kind == "," for chunk in chunks[at + 1 : phrase.first])

    def _back_from(self, first: int) -> Iterator[int]:
        """The chunks before one, up to where somebody says something else."""
        chunks, aside = self.parsed.chunks, self.lexicon.groups["ending a denial"]
        for at in range(first - 1, max(-1, first - _FAR), -1):
            if chunks[at].kind in _ENDS or self.parsed.tokens[chunks[at].start].low in aside or self._relative(at):
                return
            yield at
            if chunks[at].kind == "VP" and self._resumes(at):
                return

    def _relative(self, at: int) -> bool:
        """ "the attack that killed 45", but "the report that 45 had died"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if chunks[at].kind != "R" or not at:
            return False
        before = at - 1
        if before > 1 and tokens[chunks[before - 1].start].low in _BY:
            before -= 2  # "the report by Amnesty that 45 had died"
        claimed = any(
            chunks[k].kind == "NP" and tokens[chunks[k].head].lemma in self.lexicon.groups["claim noun"]
            for k in (before, at - 1)
        )
        return chunks[at - 1].kind in ("NP", ",") and not claimed and tokens[chunks[at - 1].head].tag != "t"

    def _resumes(self, at: int) -> bool:
        """ "and said 12 were wounded", "…, agreed to pay 12 million": no part of what was denied before."""
        chunks, before = self.parsed.chunks, at - 1
        while before > 0 and chunks[before].kind == "A":
            before -= 1
        said = self._is(chunks[at], "saying") and chunks[before].kind in ("C", "R")
        return said or (before > 0 and chunks[before].kind == ",")

    def _denies(self, chunk: Chunk) -> int | None:
        if chunk.kind != "VP":
            return None
        verbs = (t for t in range(chunk.start, chunk.end) if self.parsed.tokens[t].tag in "VEI")
        return next((t for t in verbs if self._denying(t) or self._leaves_open(chunk, t)), None)

    def _denying(self, token: int) -> bool:
        lemma = self.parsed.tokens[token].lemma
        return lemma in self.lexicon.denying and lemma not in self.lexicon.doubting

    def _leaves_open(self, chunk: Chunk, token: int) -> bool:
        """ "did not confirm", "could not verify", "refused to confirm", "was unable to confirm"."""
        tokens = self.parsed.tokens
        if tokens[token].lemma not in self.lexicon.doubting:
            return False
        lead, unable = tokens[max(0, chunk.start - 1) : token], self.lexicon.groups["unable"]
        return any(word.tag == "G" or not unable.isdisjoint((word.lemma, word.low)) for word in lead)

    def _holds(self, at: int, verb: int, phrase: Counted) -> bool:
        """Whether what a verb of denial denies is the number, and not a deed that the number is told of."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if verb < chunks[at].head:
            return True  # "denied losing 45"
        behind = self._over_adverbials(at + 1)
        people = any(self.lexicon.is_a(phrase.noun_class, name) for name in ("person", "casualty"))
        turned_down = tokens[verb].lemma in self.lexicon.groups["turned down"] and not people
        if behind >= phrase.first:
            return not turned_down  # "rejected a bid of $45 million"
        chunk = chunks[behind]
        if chunk.kind != "NP" or tokens[chunk.head].low == "that":
            return chunk.kind in ("R", "VP", "NP")
        if tokens[chunk.head].lemma in self.lexicon.groups["claim noun"]:
            return True
        if turned_down:
            return False
        between = {chunks[k].kind for k in range(behind + 1, phrase.first)}
        if chunks[behind + 1].kind == "VP" and not self.parsed.bare(chunks[behind + 1]):
            return True  # "denied it had lost 45"
        # "denied the deaths of 45", but "denied the attack, which killed 45"
        return between <= {"P"} and tokens[chunk.head].lemma in self.lexicon.named

    def _over_adverbials(self, at: int) -> int:
        """ "denied on Monday that", "dismissed as false a claim that"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        while at + 1 < len(chunks):
            low, behind = tokens[chunks[at].start].low, tokens[chunks[at + 1].start]
            if chunks[at].kind in "At":
                at += 1
            elif (low in _PLACED and behind.tag == "t") or (low == "as" and behind.low in self.lexicon.untrue):
                at += 2
            else:
                return at
        return at

    # ── "the report that 45 had died was false" ───────────────────────────────────────────────

    def _by_predicate(self, phrase: Counted) -> Fact | None:
        if not any(self._holds_content(at) for at in (*self._back_from(phrase.first), phrase.first)):
            return None
        chunks = self.parsed.chunks
        for at in range(phrase.last + 1, min(len(chunks), phrase.last + _FAR)):
            if chunks[at].kind in _ENDS or (
                chunks[at].kind == "," and at + 1 < len(chunks) and chunks[at + 1].kind == "C"
            ):
                return None
            if chunks[at].kind == "VP" and (token := self._untrue(at)) is not None:
                return self._fact(token)
        return None

    def _holds_content(self, at: int) -> bool:
        """ "the report that", "Kyiv's claim of"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if chunks[at].kind != "NP" or at + 1 >= len(chunks):
            return False
        noun = tokens[chunks[at].head].lemma in self.lexicon.groups["claim noun"]
        return noun and tokens[chunks[at + 1].start].low in self.lexicon.groups["before what is claimed"]

    def _untrue(self, at: int) -> int | None:
        """The word by which a verb group calls its subject untrue: "was dismissed", "are untrue", "is not true"."""
        chunk, tokens = self.parsed.chunks[at], self.parsed.tokens
        denied = self._denies(chunk)
        if denied is not None and self.parsed.passive(chunk):
            return denied
        copular = tokens[chunk.head].tag in "XG" or self._is(chunk, "copular")
        if not copular and tokens[chunk.head].low not in self.words:
            return None
        behind = range(chunk.head, min(len(tokens), chunk.end + 2))
        found = next((t for t in behind if tokens[t].low in self.words), None)
        negated = any(tokens[t].tag == "G" for t in range(chunk.start, chunk.end))
        return found if found is not None and (tokens[found].low in self.lexicon.groups["true"]) == negated else None

    # ── "it is not true that 45 died" ─────────────────────────────────────────────────────────

    def _called_untrue(self, phrase: Counted) -> Fact | None:
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        for at in (phrase.first, *self._back_from(phrase.first)):
            start = chunks[at].start
            if tokens[start].low == "that" and start > 1 and tokens[start - 1].low in self.words:
                negated = any(tokens[t].low in ("not", "n't") for t in range(max(0, start - 3), start - 1))
                return (
                    self._fact(start - 1) if (tokens[start - 1].low in self.lexicon.groups["true"]) == negated else None
                )
        return None

    def _is(self, chunk: Chunk, group: str) -> bool:
        return chunk.kind == "VP" and self.parsed.tokens[chunk.head].lemma in self.lexicon.groups[group]

    def _fact(self, token: int) -> Fact:
        word = self.parsed.tokens[token]
        doubt = self.lexicon.doubting.get(word.lemma) or self._or_denied(token)
        if doubt:
            return Fact(value="unconfirmed", rule=doubt, span=(word.start, word.end))
        mark = self.lexicon.mark_verbs.get(word.lemma)
        value, rule = (mark.name, mark.id) if mark else ("negated", "")
        if untrue := self.words.get(word.low):
            value, rule = "negated", untrue
        return Fact(value=value, rule=rule, span=(word.start, word.end))

    def _or_denied(self, token: int) -> str:
        """ "would neither confirm nor deny that 45 had died": the rule of the verb that leaves it open."""
        tokens = self.parsed.tokens
        joined = token > 1 and tokens[token - 1].low in ("or", "nor")
        return self.lexicon.doubting.get(tokens[token - 2].lemma, "") if joined else ""
