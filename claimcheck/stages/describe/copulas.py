"""What "be" and "have" tell of their subject by the words behind them: "were martyrs", "had minor injuries"."""

from __future__ import annotations

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.phrases import BE, HAVE
from claimcheck.stages.describe.triggers import Asked, Found


def over_adjective(c: Context, at: int) -> int | None:
    """ "are due to be closed", "are likely to have died": from a form of "be" to the verb behind what is to come."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    be = any(tokens[t].low in BE for t in range(chunks[at].start, chunks[at].end) if tokens[t].tag != "G")
    if at + 2 >= len(chunks) or not be or chunks[at + 2].kind != "VP":
        return None
    words = tokens[chunks[at + 1].start : chunks[at + 1].end]
    to_come = words[-1].low in c.lexicon.groups["to come"] and all(word.tag == "G" for word in words[:-1])
    return at + 2 if to_come and tokens[chunks[at + 2].start].tag == "T" else None


def over_ability(c: Context, at: int) -> int | None:
    """ "40 people | (not able) to go home", "45 residents (unable) to return": from what they can do to the verb."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at += all(token.tag == "G" for token in tokens[chunks[at].start : chunks[at].end])
    if at + 1 >= len(chunks) or chunks[at].kind != "NP" or chunks[at + 1].kind != "VP":
        return None
    words = tokens[chunks[at].start : chunks[at].end]
    able = words[-1].low in c.lexicon.groups["ability"] and all(word.tag == "G" for word in words[:-1])
    return at + 1 if able and tokens[chunks[at + 1].start].tag == "T" else None


def has_harm(c: Context, at: int, ask: Asked) -> Found | None:
    """The harm that a subject "had": "10 people had minor injuries"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if tokens[chunks[at].head].low not in HAVE or not clauses.has_object(c.parsed, at):
        return None
    behind = chunks[at + 1]
    found = c.words.nouns(behind.head, behind.end, ask) if c.counted_in(behind) is None else None
    return found if found and found.harm and found.value == "injured" else None


def had_done(c: Context, at: int) -> Found | None:
    """ "19,000 patients had operations (postponed)": what was done to something of theirs."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    end = at + 1
    while end < len(chunks) and chunks[end].kind in ("NP", "C"):
        end += 1
    has = tokens[chunks[at].head].low in HAVE and at + 1 < end < len(chunks)
    done = has and chunks[end].kind == "VP" and c.parsed.bare(chunks[end]) and chunks[end].start == chunks[end].head
    if not done or any(c.counted_in(chunk) is not None for chunk in chunks[at + 1 : end]):
        return None
    return Found(tokens[chunks[end].head].low, "M00", chunks[end].head, chunks[end].head + 1, derived=True)


def are(c: Context, at: int, ask: Asked) -> Found | None:
    """ "have been victims of landmines", "were martyrs": a noun for harm behind the copula."""
    chunks = c.parsed.chunks
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    people = c.lexicon.is_a(ask.noun_class, "person")
    if not people or behind is None or behind.kind != "NP" or behind.head != behind.start:
        return None
    found = c.words.nouns(behind.head, behind.end, ask)
    return found if found and found.victims and found.value != "missing" else None


def are_such(c: Context, at: int, ask: Asked) -> Found | None:
    """ "41 percent of children are eligible": the adjective behind the copula, where nothing else is told of people."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    people = ask.noun_class == "" or c.lexicon.is_a(ask.noun_class, "person")
    shares = people and ask.dimension in ("percent", "fraction") and tokens[chunks[at].end - 1].low in BE
    if behind is None or not shares or behind.kind not in ("NP", "J") or behind.start != behind.end - 1:
        return None
    word = tokens[behind.start]
    known = (word.lemma,) in c.lexicon.nouns or word.low in c.lexicon.plurals or word.low in c.lexicon.closed
    if word.tag not in "Jn" or word.low != word.lemma or known or not word.low.isalpha():
        return None
    return Found(word.low, "M00", behind.start, behind.end, derived=True)
