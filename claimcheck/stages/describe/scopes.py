"""What a count covers: some of those it is told of, the badly hurt, others than those before, several lands."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.records import Fact
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Found

_OTHERS = frozenset(("other", "others", "more"))
_OVER = frozenset(("in", "across", "over", "from", "throughout"))
_ENDS = frozenset(",;:.")  # tags behind which another thing is told


def of_some(c: Context, measure: Found | None) -> Fact | None:
    """ "A hundred of the pupils seized were girls": what is told of all of them, of whom some are counted."""
    if measure is None or not measure.partial:
        return None
    return Fact(value="some_of", rule="O04", span=measure.fact(c.parsed).span)


def of_others(c: Context, phrase: Counted, measure: Found | None, last: Found | None, here: bool) -> Fact | None:
    """ "Killed 170,000 in the province and tens of thousands more", "A man was shot. Four other people died".

    `last`: the measure of the number before; `here`: whether that stands in the same sentence. "12 died. Two others
    were wounded", "left hundreds more injured": who goes on from the dead is no more of the wounded, but all of them.
    """
    if measure is None or not measure.harm:
        return None
    tokens = c.parsed.tokens
    more = here and last is not None and last.value == measure.value
    others = not here and phrase.first == 0 and (last is None or last.value == measure.value)
    words = (_OTHERS if more else frozenset()) | ({"other"} if others else frozenset())
    found = next((t for t in range(*phrase.words) if tokens[t].low in words), None)
    return (
        None if found is None else Fact(value="additional", rule="O05", span=(tokens[found].start, tokens[found].end))
    )


def of_lands(c: Context, phrase: Counted) -> Fact | None:
    """ "230,000 people dead in 14 countries": more than one land is counted; `Places.lands` reads those named."""
    tokens = c.parsed.tokens
    for at, (token, behind) in enumerate(pairwise(tokens)):
        if at < phrase.token:
            continue
        if token.tag in _ENDS or (token.tag == "Q" and at > phrase.token):
            return None
        if token.low in _OVER and (end := _lands_end(c, at + 1)):
            return Fact(value="several_lands", rule="L94", span=(behind.start, tokens[end - 1].end))
    return None


def _lands_end(c: Context, start: int) -> int:
    """The token behind a phrase for several lands; 0: no such phrase stands there."""
    chunk = c.parsed.chunks[c.parsed.at[start]]
    lemma = c.parsed.tokens[chunk.head].lemma
    plural = c.parsed.tokens[chunk.head].low != lemma
    if chunk.kind == "NP" and plural and c.lexicon.nouns.get((lemma,), ("", "", ""))[1] == "country":
        return chunk.end
    return 0
