"""What befell people by way of another noun: "the fate of 150 is unknown", "contact with 40 was lost"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.triggers import Asked, Found

_MISSING, _BEREAVED, _UNHEARD = ("missing", "M300"), ("bereaved", "M301"), ("missing", "M2980")
_FROM = frozenset(("from", "of"))
_NEAR = 5  # chunks from the counted to what is said of them


def told_of_fate(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """The measure that what was lost, or is unknown of the counted, tells."""
    people = not ask.noun_class or c.lexicon.is_a(ask.noun_class, "person") or ask.noun_class == "family"
    if not people or ask.dimension != "count":
        return None
    return _of_such(c, phrase, ask) or _fate_unknown(c, phrase) or _out_of_contact(c, phrase) or _bereaved(c, phrase)


def _of_such(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "Lost 450 in killed and 1,000 in wounded": the fate that a bare number of losses is told to be of."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    if phrase.noun_class or at + 1 >= len(chunks) or c.parsed.tokens[chunks[at].start].low != "in":
        return None
    word = chunks[at + 1]
    if word.end - word.start > 1:
        return None
    person = replace(ask, noun_class="person")
    found = c.words.nouns(word.start, word.end, person) or c.words.state(word.start, person)
    return replace(found, weak=False) if found and found.harm else None


def _fate_unknown(c: Context, phrase: Counted) -> Found | None:
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.first - 1
    if at < 1 or tokens[chunks[at].start].low != "of" or not c.of_group(chunks[at - 1], "fate"):
        return None
    behind = chunks[phrase.last + 1 : phrase.last + _NEAR]
    told = [t for chunk in behind for t in range(chunk.start, chunk.end)]
    unknown = any(tokens[t].low in c.lexicon.groups["unknown"] for t in told)
    untold = any(tokens[t].tag == "G" for t in told) and any(tokens[t].low == "known" for t in told)
    return _found(_MISSING, chunks[at - 1].head) if unknown or untold else None


def _out_of_contact(c: Context, phrase: Counted) -> Found | None:
    """ "Contact with 24 climbers was lost", "communication has been lost with 24", "there is no word from 24"."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.first - 1
    if at < 1 or chunks[at].kind != "P":
        return None
    noun, link = at - 1, tokens[chunks[at].start].low
    if link == "with" and _breaks(c, noun):  # "communication | has been lost | with"
        return _unheard(c, noun - 1, "contact") if noun else None
    none = tokens[chunks[noun].start].low == "no"
    if link in _FROM:
        return _unheard(c, noun, "news") if none else None
    lost = any(_breaks(c, k) for k in range(phrase.last + 1, min(len(chunks), phrase.last + _NEAR)))
    return _unheard(c, noun, "contact") if link == "with" and (none or lost) else None


def _unheard(c: Context, noun: int, group: str) -> Found | None:
    chunk = c.parsed.chunks[noun]
    return _found(_UNHEARD, chunk.head) if chunk.kind == "NP" and c.of_group(chunk, group) else None


def _breaks(c: Context, at: int) -> bool:
    """Whether a verb tells that a line of communication was lost or broken, by nobody who is told."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    chunk, then = chunks[at], chunks[at + 1 : at + 2]
    if then and tokens[then[0].start].low == "by":
        return False
    return chunk.kind == "VP" and c.parsed.passive(chunk) and c.of_group(chunk, "breaking contact")


def _bereaved(c: Context, phrase: Counted) -> Found | None:
    """ "130 children lost one of their parents", not "lost 130 children"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at = clauses.verb_of(c.parsed, phrase.last, ())
    if at is None or at != phrase.last + 1 or tokens[chunks[at].head].lemma != "lose" or c.parsed.passive(chunks[at]):
        return None
    end = at + 1
    while end + 2 < len(chunks) and tokens[chunks[end + 1].start].low == "of":  # one of their parents
        end += 2
    lost = end < len(chunks) and chunks[end].kind == "NP" and c.of_group(chunks[end], "bereaving")
    return _found(_BEREAVED, chunks[at].head) if lost else None


def _found(measure: tuple[str, str], token: int) -> Found:
    return Found(*measure, token, token + 1, unit="person", harm=True, happens=True, victims=True)
