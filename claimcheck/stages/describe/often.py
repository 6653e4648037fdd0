"""How often something was done, and how much likelier it is: "shot him five times", "five times more likely"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Asked, Found

_CHANCE = ("chance", "M822")
_ODDS, _ONE = ("odds", "M4200"), frozenset(("1", "one"))
_MORE = frozenset(("more", "less", "as"))


def likelier(c: Context, phrase: Counted) -> Found | None:
    """That a number tells how much likelier something is: "70 percent more likely to die" are no deaths."""
    behind = [word.low for word in c.parsed.tokens[phrase.token + 1 : phrase.token + 3]]
    likely = len(behind) > 1 and behind[0] in _MORE and behind[1] in c.lexicon.groups["likely"]
    times = c.dimensions[phrase.token] != "count" or phrase.noun_class == "time"
    return Found(*_CHANCE, phrase.token + 2, phrase.token + 3) if likely and times else None


def odds(c: Context, phrase: Counted) -> Found | None:
    """That a number tells how unlikely something is: "1 in 292 million", of nobody whom it counts."""
    at, tokens = phrase.token, c.parsed.tokens
    one_in = at > 1 and tokens[at - 1].low == "in" and tokens[at - 2].low in _ONE
    return Found(*_ODDS, at - 2, at) if one_in and phrase.head < 0 and c.dimensions[at] == "count" else None


def how_often(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """What the verb before tells to have been done so often: "violated the truce 100 times"."""
    for at in range(phrase.first - 1, max(-1, phrase.first - FAR), -1):
        chunk = c.parsed.chunks[at]
        if chunk.kind == "VP":
            return c.words.verb(chunk, ("done", "does"), ask) or _done_again(c, at, phrase) or c.words.governing(chunk)
    return None


def _done_again(c: Context, at: int, phrase: Counted) -> Found | None:
    """ "was hit by rockets 70 times", "shot him five times": what the verb tells of its subject or object."""
    chunks = c.parsed.chunks
    near = chunks[at - 1 : at] if c.parsed.passive(chunks[at]) else chunks[at + 1 : at + 2]
    if not near or near[0].kind != "NP":
        return None
    head = c.parsed.tokens[near[0].head]
    her = c.parsed.tokens[near[0].start].low == "her"  # "shot her five times", one phrase
    if phrase.token in range(near[0].start, near[0].end) and not her:
        return None
    known = "person" if head.tag == "N" or her else c.lexicon.class_of(head.lemma)
    classes = (known,) if known else ("settlement", "person")  # a name
    asked = (Asked(name, "count", head.lemma) for name in classes)
    found = next((one for ask in asked if (one := c.words.verb(chunks[at], ("done",), ask))), None)
    return replace(found, harm=False, victims=False, derived=True, unit="") if found else None
