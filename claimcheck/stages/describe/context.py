"""One sentence while its measures are looked for: its phrases, its words, and the measures found so far."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.stages.describe.clauses import has_object
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Chunk, Parsed
from claimcheck.stages.describe.triggers import Asked, Found, Triggers

_CHAIN = 8  # how many quantities may ask one another for their measure
_EACH = "respectively"
_BACK = 60  # tokens within which a list goes on from an earlier number


class Context:
    """What is asked again and again while the words around a quantity are read."""

    def __init__(
        self,
        parsed: Parsed,
        phrases: dict[int, Counted],
        dimensions: dict[int, str],
        words: Triggers,
        decide: Callable[[Context, int], Found | None],
    ) -> None:
        self.parsed = parsed
        self.phrases = phrases  # by token
        self.dimensions = dimensions
        self.words = words
        self.lexicon: Lexicon = words.lexicon
        self._decide = decide
        self._known: dict[int, Found | None] = {}
        self._open: set[int] = set()
        self.openly: dict[int, Found | None] = {}  # words that stand for measures, once each: a list asks on and on

    def measure(self, token: int) -> Found | None:
        """The measure of the quantity at a token; None while that is being asked already."""
        if token not in self._known:
            if token in self._open or len(self._open) > _CHAIN:
                return None
            self._open.add(token)
            self._known[token] = self._decide(self, token)
            self._open.discard(token)
        return self._known[token]

    def told_of(self, token: int, ask: Asked) -> Found | None:
        """The measure of another quantity, where it may be told of this: "arrested two men with 6 rifles".

        What befell fighters befell all people among them: "eliminated 40 fighters, including two doctors".
        """
        found = self.measure(token)
        if found is None or not ask.noun_class or ask.among(found.classes, self.lexicon):
            return found
        people = [self.lexicon.is_a(name, "person") for name in (self.phrases[token].noun_class, ask.noun_class)]
        return found if found.harm and all(people) else None

    def counted_before(self, token: int, noun_class: str = "", *, compared: bool = False) -> Found | None:
        """ "killed 208 people: 129 in the south, …": the measure of the number that the list takes apart.

        That is the last one; of people the last one of people: "killed 21 people on two buses: 12 students, …".
        """
        near = [t for t in range(token - 1, max(-1, token - _BACK), -1) if t in self.phrases]
        near = [t for t in near if self.phrases[t].noun_class != "time"]  # "17 times fewer than the 280"
        people = self.lexicon.is_a(noun_class, "person")
        same = [t for t in near if people and self.lexicon.is_a(self.phrases[t].noun_class, "person")]
        back = next(iter((*same, *near)), None)
        if back is None or not (self.dimensions[back] == "count" or self._held_against(back, token, compared)):
            return None
        return self.measure(back)

    def in_like_clause(self, token: int) -> int | None:
        """ "Here 30 died, and 20 were hurt; there (15), and (10)": the count in the same place of the clause before a
        semicolon, for one of as many in a clause without a verb, or with "respectively"."""
        marks = [-1, *(at for at, one in enumerate(self.parsed.tokens) if one.tag in ";."), len(self.parsed.tokens)]
        here = max(k for k, at in enumerate(marks) if at < token)
        if here == 0 or self.parsed.tokens[marks[here]].tag != ";":
            return None
        before, own = (
            [t for t in sorted(self.phrases) if marks[k] < t < marks[k + 1] and self.dimensions[t] == "count"]
            for k in (here - 1, here)
        )
        if not len(before) == len(own) > 1 or token not in own:
            return None
        words = range(marks[here] + 1, marks[here + 1])
        told = any(self.parsed.chunks[self.parsed.at[t]].kind == "VP" for t in words)
        each = any(self.parsed.tokens[t].low == _EACH for t in words)
        return before[own.index(token)] if each or not told else None

    def _held_against(self, back: int, token: int, compared: bool) -> bool:
        """ "fell to 4 percent, down from 5 percent": numbers of one kind, and no verb of its own before the second."""
        if compared or self.dimensions[back] != self.dimensions.get(token):
            return self.dimensions[back] == self.dimensions.get(token)
        first, last = self.parsed.at[back] + 1, self.parsed.at[token]
        verbs = (at for at in range(first, last) if self.parsed.chunks[at].kind == "VP")
        return not any(not self.parsed.bare(self.parsed.chunks[at]) or has_object(self.parsed, at) for at in verbs)

    def own_participle(self, last: int) -> int | None:
        """ "8 people killed 58 others injured": the chunk of the harm right behind a phrase, where it has no object."""
        at = last + 1
        if at >= len(self.parsed.chunks) or not self.parsed.bare(self.parsed.chunks[at]) or has_object(self.parsed, at):
            return None
        found = self.words.acts_on(self.parsed.chunks[at], Asked("person", "count"))
        return at if found is not None and found.harm else None

    def counted_in(self, chunk: Chunk) -> int | None:
        """The token of the first quantity in a chunk."""
        return next((t for t in range(chunk.start, chunk.end) if t in self.phrases), None)

    def of_group(self, chunk: Chunk, group: str) -> bool:
        """Whether the head of a chunk is a word of a group of the lexicon."""
        return self.parsed.tokens[chunk.head].lemma in self.lexicon.groups[group]

    def opens_with(self, chunk: Chunk, group: str) -> bool:
        """Whether the first word of a chunk is of a group of the lexicon: a preposition, an article."""
        return self.parsed.tokens[chunk.start].low in self.lexicon.groups[group]

    def multiplies(self, chunk: Chunk) -> bool:
        """ "(more than doubled) to 16 billion euros the provisions": a verb that is a quantity itself."""
        inside = self.counted_in(chunk)
        return inside is not None and self.dimensions[inside] == "factor"
