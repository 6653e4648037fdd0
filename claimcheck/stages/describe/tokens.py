"""The words of a sentence as they are looked at: with its tag, and among its neighbours."""

from __future__ import annotations

from msgspec import Struct

MAY = frozenset(("could", "may", "might", "would", "will", "can", "should", "must"))
CLAUSE_OPENING = frozenset(("until", "till", "after", "before", "since", "as"))  # prepositions that open a clause too
PLURAL = ("s", "people", "men", "women", "children", "police")  # ends of words for several
WANTING_OF = ("dozens", "scores", "hundreds", "thousands", "millions")  # that want an "of" before a noun


class Token(Struct, frozen=True, gc=False):
    """One word, mark, or quantity."""

    start: int
    end: int
    low: str  # in lower case
    tag: str
    lemma: str
    quantity: int = -1  # index of the quantity, of a quantity


class Spot(Struct, frozen=True, gc=False):
    """A word among its neighbours."""

    low: str
    capital: bool  # one that makes a name of the word
    tokens: list[Token]  # those before it
    before: str  # tag of the word before
    after: str  # the word behind
    number_follows: bool

    @property
    def word_before(self) -> str:
        """The word before; at the start of a sentence a stop."""
        return self.tokens[-1].low if self.tokens else "."

    @property
    def tag_before_that(self) -> str:
        """The tag of the second word before; at the start of a sentence that of a stop."""
        return self.tokens[-2].tag if len(self.tokens) > 1 else "."

    @property
    def noun_wanted(self) -> bool:
        """Whether a number is still without its noun: "two campaign stops", "46,000 Twitter accounts"."""
        tokens = self.tokens
        for back in range(len(tokens) - 1, max(-1, len(tokens) - 5), -1):
            tag = tokens[back].tag
            if tag == "Q":
                return back < len(tokens) - 1 and not tokens[-1].low.endswith(PLURAL[:4])
            if tag not in "nMJ":
                return False
        return False
