"""What is told of a whole is told of what it contains: "killed 45, including 20 children", "a grave with 5 bodies"."""

from __future__ import annotations

from claimcheck.stages.describe.behind import predicate
from claimcheck.stages.describe.clauses import AMONG, FAR, opens_clause
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import BE
from claimcheck.stages.describe.triggers import Asked, Found

_THEM = frozenset(("them", "whom"))
_THE = frozenset(("the", "its", "their"))
_LIST = 8  # chunks from a number to the word that opens its list
_LATER = 2  # chunks from that word to a number that is no first one


def contained(c: Context, at: int, ask: Asked) -> Found | None:
    """What is told of the whole that contains them: "including 169 women", "a grave containing 5 bodies"."""
    subject = _of_subject(c, at, ask)
    return subject if subject and subject.harm else _of_container(c, at, ask) or subject


def in_list_of_some(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "Seven were killed, including a child and (two women), and nine others were hurt": a later one of those whom a
    whole contains, where the verb behind is of another number."""
    chunks, at, behind = c.parsed.chunks, phrase.first - 1, phrase.last + 1
    while at > 0 and phrase.first - at < _LIST and chunks[at].kind in ("NP", ",", "C") and not _is_them(c, at):
        at -= 1
    at -= _is_them(c, at)
    opens = c.of_group(chunks[at], "containing") if chunks[at].kind == "VP" else c.opens_with(chunks[at], "containing")
    while behind < len(chunks) and chunks[behind].kind in (",", "C"):
        behind += 1
    of_other = phrase.last + 1 < behind < len(chunks) and c.counted_in(chunks[behind]) is not None
    if not (of_other and opens and phrase.first - at > _LATER):
        return None
    found = contained(c, at, ask)
    return found if found and found.harm else None


def _is_them(c: Context, at: int) -> bool:
    """Whether a chunk is the pronoun of "among them"."""
    them = at > 0 and c.parsed.tokens[c.parsed.chunks[at].start].low in _THEM
    return them and c.parsed.tokens[c.parsed.chunks[at - 1].start].low in AMONG


def _of_subject(c: Context, at: int, ask: Asked) -> Found | None:
    """ "Villagers, including 40 children, fled": of a whole that no number counts, the verb behind the aside."""
    chunks = c.parsed.chunks
    aside = at > 1 and chunks[at - 1].kind == "," and chunks[at - 2].kind == "NP"
    if not aside or c.counted_in(chunks[at - 2]) is not None or any(chunk.kind == "VP" for chunk in chunks[: at - 2]):
        return None
    return predicate(c, at - 2, at - 2, ask)


def _of_container(c: Context, at: int, ask: Asked) -> Found | None:
    """What stands before a part tells of the whole: the number, noun or verb."""
    chunks = c.parsed.chunks
    listing = c.parsed.tokens[chunks[at].start].low != "with"
    if _is_some_of(c, at):
        return None
    of_subject = chunks[at].kind == "VP"  # a verb of containing tells of its subject, which may stand far before
    for back in range(at - 1, max(-1, at - FAR), -1):
        chunk = chunks[back]
        if chunk.kind in ";." or (not listing and (chunk.kind in ",S" or _opens_clause(c, back))):
            return None  # "died after a ferry with 45 people overturned": who died need not be with the ferry
        inside = c.counted_in(chunk) if chunk.kind == "NP" else None
        if inside is not None and c.dimensions.get(inside) == "duration":
            continue  # "lost many men in 24 hours, including 40 officers"
        if inside is not None and ((found := c.told_of(inside, ask)) or not of_subject):
            return None if not listing and found and found.victims and _is_thing(c, ask) else found
        if chunk.kind == "NP":
            noun = c.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
            if noun:
                return noun
        if chunk.kind == "VP" and not c.of_group(chunk, "containing"):
            if _put_in(c, back):
                continue  # "45 people were killed, the ministry said, including 20 children"
            if c.parsed.tokens[chunk.head].tag == "X":
                continue  # "the victims were civilians and included 20 children", "losses were heavy, including 40 men"
            return c.words.verb(chunk, ("done", "does"), ask)
    return None


def _is_some_of(c: Context, at: int) -> bool:
    """ "Singers on tour were among | 10 people killed", "the victims among | the 43 passengers": whether what stands
    before "among" is but a part of the number behind, and tells nothing of it."""
    if at == 0 or c.parsed.tokens[c.parsed.chunks[at].start].low not in AMONG:
        return False
    before, behind = c.parsed.chunks[at - 1], c.parsed.chunks[min(at + 1, len(c.parsed.chunks) - 1)]
    of_all = before.kind == "NP" and c.counted_in(before) is None and c.parsed.tokens[behind.start].low in _THE
    return of_all or (before.kind == "VP" and c.parsed.tokens[before.end - 1].low in BE)


def _opens_clause(c: Context, at: int) -> bool:
    return c.parsed.chunks[at].kind == "P" and opens_clause(c.parsed.tokens[c.parsed.chunks[at].start].low)


def _put_in(c: Context, at: int) -> bool:
    """Whether a verb of saying stands in a clause of its own behind a comma: ", the ministry said,"."""
    chunks = c.parsed.chunks
    if not c.of_group(chunks[at], "saying"):
        return False
    before = at - 1
    while before > 0 and chunks[before].kind in ("NP", "P", "A", "t", "'"):
        before -= 1
    return before < at - 1 and chunks[before].kind == ","


def _is_thing(c: Context, ask: Asked) -> bool:
    """ "Arrested two men with 6 rifles": what people have about them is no part of them."""
    named = ask.noun_class != "" and not c.lexicon.is_a(ask.noun_class, "person")
    return named or ask.dimension not in ("count", "percent", "fraction")
