"""Whether a count is of what a happening is held against: "the worst attack since the bombing that killed 45"."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Found

_RULE = "O3890"
_RANKED = frozenset(("first", "only", "most", "least"))
_WITHIN = 12  # tokens from "the worst" to "since"
_FAR = 30  # chunks from "since" to the number
_STOPS = frozenset(",;:.")
_WHEN = frozenset(("when", "where"))
_TOLD = frozenset(("NP", "P", "t", "'", ",", "A"))  # chunks of what was last like it, up to the clause that tells of it


def of_last_like(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """ "The worst attack since one on Bor, when 45 people died", "the first since a bomb killed 45": the scope of those
    of a happening of before, to which another one is likened."""
    if c.dimensions.get(phrase.token) == "duration":
        return _of_no_like(c, phrase)
    if measure is None or not (measure.harm or measure.happens):
        return None
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    for at in range(phrase.first - 1, max(0, phrase.first - _FAR), -1):
        since = tokens[chunks[at].start]
        if since.low == "since":
            told = _ranked(c, chunks[at].start) and (_which_did(c, at, phrase) or _did(c, at, phrase))
            return Fact(value="last_like", rule=_RULE, span=(since.start, since.end)) if told else None
    return None


def _of_no_like(c: Context, phrase: Counted) -> Fact | None:
    """ "The first raid on Bor in two years": how long there was none like it; not "finished first in two hours", nor
    "the worst raid in two years of war"."""
    at, tokens = phrase.token - 1, c.parsed.tokens
    unit = c.lexicon.singular(tokens[phrase.token].low.split()[-1])
    of_what = phrase.token + 1 < len(tokens) and tokens[phrase.token + 1].low == "of"
    long = unit in c.lexicon.groups["long unit"] and not of_what
    if at < 1 or tokens[at].low != "in" or not long or not _ranked(c, at):
        return None
    return Fact(value="unmatched", rule="O4100", span=(tokens[at].start, tokens[phrase.token].end))


def _ranked(c: Context, since: int) -> bool:
    """Whether a superlative stands before a "since" or "in"."""
    for token in reversed(c.parsed.tokens[max(0, since - _WITHIN) : since]):
        if token.tag in _STOPS:
            return False
        if token.low in _RANKED or token.low.endswith("est") or token.low in c.lexicon.groups["ranking"]:
            return True
    return False


def _which_did(c: Context, since: int, phrase: Counted) -> bool:
    """ "(since) the raid on Bor that killed 45", "the blast in Bor, when 45 died": in a clause that tells of it."""
    chunks, happened = c.parsed.chunks, False
    for at in range(since + 1, phrase.first):
        opens = c.parsed.tokens[chunks[at].start].low
        if chunks[at].kind == "R" or opens in _WHEN:
            return happened and at > since + 1 and _one_verb(c, at + 1, phrase.first)
        happening = c.parsed.tokens[chunks[at].head].low in c.lexicon.groups["happening"]  # "the 2013 | bombing"
        happening = happening or c.of_group(chunks[at], "happening")
        if not happening and chunks[at].kind not in _TOLD:
            return False
        happened = happened or happening
    return False


def _did(c: Context, since: int, phrase: Counted) -> bool:
    """ "(since) a bomb in Bor killed 45": where a verb before tells of what is likened to it."""
    chunks = c.parsed.chunks
    if not any(chunk.kind == "VP" for chunk in chunks[:since]):
        return False  # "the worst attack since the raid on Bor killed 45"
    between = chunks[since + 1 : phrase.first]
    return all(chunk.kind in _TOLD - {","} or chunk.kind == "VP" for chunk in between) and _one_verb(
        c, since + 1, phrase.first
    )


def _one_verb(c: Context, start: int, end: int) -> bool:
    """Whether no more than one verb stands before a number in a clause."""
    return sum(chunk.kind == "VP" for chunk in c.parsed.chunks[start:end]) < 2
