"""The measure that the noun of a deed before a phrase tells: "the arrest by police of 40 men", "damage to 40 homes"."""

from __future__ import annotations

from claimcheck.stages.describe.clauses import passed_over
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_UPON = frozenset(("on", "upon", "among"))


def with_preposition(c: Context, at: int, ask: Asked) -> Found | None:
    """The measure of a noun whose rule names the preposition behind it: "home to 45 families"."""
    chunks = c.parsed.chunks
    trigger = c.words.at(chunks[at].head, ("noun",), ask)
    named = trigger is not None and trigger.words[-1] == c.parsed.tokens[chunks[at + 1].start].low
    return found_by(trigger, chunks[at].head) if trigger is not None and named else None


def deed_before(c: Context, at: int, ask: Asked) -> Found | None:
    """ "the shooting (by police) of two men", "the massacre, (in late May), of 45 pupils", "the arrest (in Oran) of
    12": the noun for a deed, over who did it, when and where."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at -= at > 0 and chunks[at].kind == ","
    back = at - 1 - (at > 1 and chunks[at].kind == "t" and passed_over(c.parsed, chunks[at - 1]))
    if back >= 0 and chunks[at].kind == "t" and chunks[back].kind == "NP" and c.counted_in(chunks[back]) is None:
        found = c.words.deed(chunks[back].head, ask)  # "the deaths last Friday of seven men"
        return found if found and (found.harm or found.happens) else None
    if back < 1 or chunks[back].kind != "P" or chunks[back - 1].kind not in ("NP", ","):
        return None
    head = tokens[chunks[at].head]
    named = chunks[at].kind == "t" or head.tag in "Mt" or head.low.isdigit()
    if tokens[chunks[back].start].low != "by" and not named:
        return None
    deed = chunks[back - 1 - (chunks[back - 1].kind == ",")]
    if deed.kind != "NP" or c.counted_in(deed) is not None:
        return None
    found = c.words.deed(deed.head, ask)
    return found if found and (found.harm or found.happens) else None


def deed_by(c: Context, at: int, ask: Asked) -> Found | None:
    """ "the walkout by 4,000 nurses": what those counted do, by its noun."""
    chunk = c.parsed.chunks[at]
    if at < 0 or chunk.kind != "NP" or not c.lexicon.is_a(ask.noun_class, "person") or c.counted_in(chunk) is not None:
        return None
    found = c.words.nouns(chunk.head, chunk.end, ask)
    return found if found and not (found.harm or found.happens) else None


def harm_upon(c: Context, at: int, ask: Asked) -> Found | None:
    """ "resulted in injuries to 45 people", "inflicted losses on 45 men": what the noun before the preposition says."""
    word = c.parsed.tokens[c.parsed.chunks[at].start].low
    upon = word == "to" or (word in _UPON and _inflicted(c, at - 2))
    return harm_to(c, at - 1, ask) if upon else None


def dealt_to(c: Context, at: int) -> bool:
    """Whether a verb stands between a noun and its preposition: "damage (inflicted) upon", "damage (was done) to"."""
    word = c.parsed.tokens[c.parsed.chunks[at].start].low
    return (word == "to" or word in _UPON) and at > 1 and _dealt(c, at - 1)


def harm_to(c: Context, at: int, ask: Asked) -> Found | None:
    """The harm that a noun names, to those behind its preposition: "damage to 40 houses"."""
    chunk = c.parsed.chunks[at]
    if at < 0 or chunk.kind != "NP" or not ask.noun_class or c.counted_in(chunk) is not None:
        return None
    found = c.words.nouns(chunk.head, chunk.end, ask)
    return found if found and found.harm else None


def _inflicted(c: Context, at: int) -> bool:
    """ "(inflicted) casualties on 45"."""
    return at >= 0 and c.parsed.chunks[at].kind == "VP" and c.of_group(c.parsed.chunks[at], "inflicting")


def _dealt(c: Context, at: int) -> bool:
    """ "(damage) inflicted upon", "(damage) was done to", "has been reported to": a participle or passive."""
    chunk = c.parsed.chunks[at]
    if chunk.kind != "VP" or c.parsed.tokens[chunk.head].tag != "E":
        return False
    passive = c.parsed.passive(chunk)
    told = passive and (c.of_group(chunk, "saying") or c.parsed.tokens[chunk.head].lemma == "do")
    return told or (c.of_group(chunk, "inflicting") and (passive or c.parsed.bare(chunk)))
