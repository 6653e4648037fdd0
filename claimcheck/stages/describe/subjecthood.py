"""Whether a counted phrase may be the subject of the verb behind it, or hangs on another: "a bus with 40 people"."""

from __future__ import annotations

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted

_WITHOUT_OTHERS = frozenset(("none", "nobody", "one"))  # "nobody among the 45": what is told is told of all of them
_FINITE = frozenset(("is", "are", "was", "were", "has", "have", "had", "will", "would"))


def may_be_subject(c: Context, phrase: Counted, token: int) -> bool:
    """A bare percentage is the subject of the verb right behind it only: "70 percent said"; what hangs on a noun by a
    preposition is none: "a bus with 40 passengers was destroyed"."""
    if phrase.first > 1 and _hangs(c, phrase):
        return False
    if _before_subject(c, phrase):
        return False
    if c.dimensions[token] == "money":
        # "a $42 million ballroom decorated by …" costs that; but "$3 million of gems were stolen"
        return not phrase.noun_class or phrase.first < phrase.last
    if c.dimensions[token] != "percent" or phrase.noun_class:
        return True
    behind = c.parsed.chunks[phrase.last + 1 : phrase.last + 3]
    return bool(behind) and (behind[0].kind == "VP" or (behind[0].kind == "A" and behind[-1].kind == "VP"))


def _before_subject(c: Context, phrase: Counted) -> bool:
    """ "Besides the 12 killed soldiers, 30 were hurt", "In 14 towns, crowds were dispersed": another is the subject;
    but "along with 12 houses, a school burned" tells of both."""
    behind = c.parsed.chunks[phrase.last + 1 : phrase.last + 3]
    opens = c.parsed.chunks[phrase.first - 1] if phrase.first > 0 else None
    low = c.parsed.tokens[opens.start].low if opens is not None else ""
    joins = opens is not None and opens.kind == "C" and low == "in"  # in addition to
    led = joins or (opens is not None and opens.kind == "P" and low not in ("of", "as"))
    return led and len(behind) > 1 and behind[0].kind == "," and behind[1].kind == "NP"


def _hangs(c: Context, phrase: Counted) -> bool:
    """Whether a phrase is a part of the one before a preposition; "with 40 people held" is a clause of its own."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    low = tokens[chunks[phrase.first - 1].start].low
    if c.dimensions[phrase.token] == "area":
        return False  # "crops on 600 acres were damaged"
    if chunks[phrase.first - 1].kind != "P" or chunks[phrase.first - 2].kind not in ("NP", "VP", "t"):
        return False
    if (
        low in ("of", "ago")  # "two weeks ago 45 people were killed"
        or clauses.opens_clause(low)
        or c.parsed.tokens[chunks[phrase.first - 2].head].low in _WITHOUT_OTHERS
    ):
        return False
    if low not in c.lexicon.groups["containing"]:
        return True
    verb = next((chunk for chunk in chunks[phrase.last + 1 : phrase.last + 4] if chunk.kind == "VP"), None)
    if verb is None:
        return False
    return tokens[verb.start].tag == "V" or any(tokens[t].low in _FINITE for t in range(verb.start, verb.end))
