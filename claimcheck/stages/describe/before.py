"""The verb or noun that the phrase hangs on, by what stands before: "killed 45", "the killing of 45", "rose to 45"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.apposition import behind_colon, behind_dash, over_colon
from claimcheck.stages.describe.behind import predicate, told_behind
from claimcheck.stages.describe.clauses import AMONG, among_them, passed_over
from claimcheck.stages.describe.containment import contained
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.counting import (
    figure_before_aside,
    named_in_region,
    named_without_verb,
    toll_before,
)
from claimcheck.stages.describe.deeds import dealt_to, deed_before, deed_by, harm_to, harm_upon, with_preposition
from claimcheck.stages.describe.objects import as_object, in_set_phrase, over_noun
from claimcheck.stages.describe.obliques import against_before, agent_of, held_by, listed_as, towards
from claimcheck.stages.describe.occupants import in_vehicle
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_DEEP = 5  # how often a phrase may pass the question on to the one that it belongs to
_ELLIPSIS = 14  # words over which a number without its noun goes on from the one before
_KILLED, _BODY = "killed", "body"  # measure; class of nouns
_SUBJECT = 5  # chunks of the subject of a verb


def verb_before(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """What stands before; a number without its noun counts what the one before does: "killed 40 men, lost 12"."""
    if among_them(c.parsed, phrase.last) and c.parsed.chunks[phrase.first - 1].kind == ",":
        return contained(c, phrase.first, ask)  # "killed 45 people, nine children among them"
    found = told_before(c, phrase.first, ask, 0)
    if (found and found.strong) or ask.noun_class or phrase.first == 0:
        return found
    if found is None and (named := named_without_verb(c, phrase, ask)):
        return named
    back = max((t for t in c.phrases if phrase.token - _ELLIPSIS <= t < phrase.token), default=None)
    if back is None or not c.phrases[back].noun_class:
        return found
    other = told_before(c, phrase.first, replace(ask, noun_class=c.phrases[back].noun_class), 0)
    return other if other and other.strong else found


def told_before(c: Context, first: int, ask: Asked, depth: int) -> Found | None:
    """The verb or noun that the phrase hangs on, by what stands before it."""
    at = first - 1
    while at >= 0 and passed_over(c.parsed, c.parsed.chunks[at]):
        at -= 1
    at = _over_time(c, at)
    if at < 0 or depth > _DEEP:
        return None
    if (whole := in_set_phrase(c, first, ask)) is not None:
        return whole
    found = _told_by(c, at, first, ask, depth) or _told_before_colon(c, at, first, ask, depth)
    if ask.noun_class or ask.dimension != "count" or (found and not found.derived):
        return found
    return toll_before(c, at, ask) or found


def _told_before_colon(c: Context, at: int, first: int, ask: Asked, depth: int) -> Found | None:
    over = over_colon(c, at)
    inside = c.counted_in(c.parsed.chunks[first])
    if inside is not None and c.own_participle(c.phrases[inside].last) is not None:
        return None  # "The guns keep firing: 45 soldiers killed"
    return _told_by(c, over, first, ask, depth) if over < at else None


def _told_by(c: Context, at: int, first: int, ask: Asked, depth: int) -> Found | None:
    """What the chunk that a phrase hangs on tells of it."""
    chunk = c.parsed.chunks[at]
    if not ask.noun_class and (reckoned := _reckoned(c, at, ask)):
        return reckoned
    if chunk.kind == "VP":
        return None if _of_those(c, at, first, ask) else as_object(c, at, first, ask)
    if chunk.kind == "P":
        return _in_prepositional(c, at, ask, depth)
    if chunk.kind == ":" and at > 0:
        return behind_colon(c, at, ask)
    if chunk.kind == "-":
        return behind_dash(c, at, first, ask)
    if chunk.kind in ("NP", "R") and at > 0 and _behind_among(c, at):
        if chunk.kind == "R" or c.parsed.tokens[chunk.head].tag == "N":
            return contained(c, at - 1, ask)  # "among them seven children", "among which seven children"
        if harm := _harm_among(c, chunk, ask):
            return harm
    return over_noun(c, at, ask) if chunk.kind == "NP" and at > 0 else None


def _of_those(c: Context, at: int, first: int, ask: Asked) -> bool:
    """ "Besides those killed 160 were injured": whether a participle is of others, to whom no comma puts an end."""
    chunks = c.parsed.chunks
    those = at > 0 and c.parsed.bare(chunks[at]) and c.parsed.tokens[chunks[at - 1].head].low == "those"
    inside = c.counted_in(chunks[first]) if those else None
    told = None if inside is None else predicate(c, first, c.phrases[inside].last, ask)
    return told is not None and told.harm


def _over_time(c: Context, at: int) -> int:
    """ "was fined on Wednesday 497 million euros": from a time to the verb before it."""
    chunks, back = c.parsed.chunks, at
    while back > 0 and (chunks[back].kind in "tA" or (chunks[back].kind == "P" and chunks[back + 1].kind == "t")):
        back -= 1
    return back if back < at and chunks[back].kind == "VP" else at


def _reckoned(c: Context, at: int, ask: Asked) -> Found | None:
    """ "The death toll, estimated at 680": a quantity that opens with how it was come by, and the noun before it."""
    chunks = c.parsed.chunks
    low = c.parsed.tokens[chunks[at + 1].start].low if at + 1 < len(chunks) else ""
    if not any(low.startswith(words) for words in c.lexicon.groups["reckoned at"]):
        return None
    noun = chunks[at - 1] if chunks[at].kind == "," and at > 0 else chunks[at]
    return c.words.nouns(noun.start, noun.end, ask) if noun.kind == "NP" else None


def _behind_among(c: Context, at: int) -> bool:
    return c.parsed.tokens[c.parsed.chunks[at - 1].start].low in AMONG


def _harm_among(c: Context, chunk: Chunk, ask: Asked) -> Found | None:
    """ "among the wounded seven children"."""
    if c.counted_in(chunk) is not None:
        return None
    found = c.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
    return found if found and found.harm else None


def _in_prepositional(c: Context, at: int, ask: Asked, depth: int) -> Found | None:
    word = c.parsed.tokens[c.parsed.chunks[at].start].low
    if within := c.words.at(c.parsed.chunks[at].start, ("noun",), ask):
        return found_by(within, c.parsed.chunks[at].start)  # "within 45 kilometres of the town"
    if word == "of":
        return _of(c, at - 1, ask, depth) or held_by(c, at, ask)
    if found := held_by(c, at, ask) or against_before(c, at, ask):
        return found
    if word == "with" and at and (having := with_preposition(c, at - 1, ask) or in_vehicle(c, at - 1, ask)):
        return having  # "companies with 45 employees"
    if word in c.lexicon.groups["containing"]:
        return contained(c, at, ask)
    if at and (named := with_preposition(c, at - 1, ask)) is not None:
        return named  # "home to 45 families", "an attack on 45 villages"
    if harm := harm_upon(c, at, ask):
        return harm
    if dealt_to(c, at):
        return harm_to(c, at - 2, ask)  # "the damage inflicted upon three cars", "damage was reported to three cars"
    if word == "by" and (agent := agent_of(c, at - 1, ask) or deed_by(c, at - 1, ask)):
        return agent
    if word in ("as", "at") and (figure := figure_before_aside(c, at, ask)) is not None:
        return figure
    if word == "as":
        return listed_as(c, at, ask)
    return towards(c, at, ask)


def _of(c: Context, at: int, ask: Asked, depth: int) -> Found | None:
    """ "the killing of 45": the noun before "of", or what that noun belongs to."""
    chunks = c.parsed.chunks
    if at < 0 or chunks[at].kind != "NP":
        if at >= 0 and chunks[at].kind == "VP" and c.of_group(chunks[at], "containing"):
            return _consisting(c, at, ask)
        if at >= 0 and chunks[at].kind in (",", "t"):
            return deed_before(c, at, ask)
        if at >= 0 and c.parsed.bare(chunks[at]) and not ask.noun_class:
            return named_in_region(c, at, ask)  # "an estimate for the number of people killed of 45"
        return told_before(c, at + 1, ask, depth + 1) if at >= 0 and chunks[at].kind == "P" else None
    if (with_of := with_preposition(c, at, ask)) is not None:
        return with_of  # "a poll of 45 adults"
    noun = c.words.nouns(chunks[at].start, chunks[at].end, ask) or deed_before(c, at, ask)
    # "Handed over the dead bodies of 45" tells of the handing over.
    dead = noun is not None and noun.value == _KILLED and _class_at(c, at) == _BODY
    if noun and not noun.weak and not dead:
        return noun
    if not c.of_group(chunks[at], "transparent") or c.counted_in(chunks[at]) is not None:
        return noun  # "released the names of 45 donors" frees nobody
    ask = Asked(ask.noun_class, ask.dimension, c.parsed.tokens[chunks[at].head].lemma)
    found = _of_whole(c, at, ask, depth + 1)
    # "a town with a population of 40,000 is located there"
    return noun if noun and (found is None or found.weak or found.derived) else found


def _class_at(c: Context, at: int) -> str:
    return c.lexicon.class_of(c.parsed.tokens[c.parsed.chunks[at].head].lemma)


def _consisting(c: Context, verb: int, ask: Asked) -> Found | None:
    """ "The losses of Mali consisted of 45 tanks": the noun of the subject; no verb that tells of a team of ten."""
    for chunk in reversed(c.parsed.chunks[max(0, verb - _SUBJECT) : verb]):
        noun = c.words.nouns(chunk.start, chunk.end, ask) if chunk.kind == "NP" else None
        if noun or chunk.kind not in ("NP", "P", "A"):
            return noun
    return None


def _of_whole(c: Context, at: int, ask: Asked, depth: int) -> Found | None:
    """What happens to a noun phrase that holds the counted one."""
    inside = c.counted_in(c.parsed.chunks[at + 2]) if at + 2 < len(c.parsed.chunks) else None
    last = at + 2 if inside is None else c.phrases[inside].last
    behind = told_behind(c, last, ask)
    if behind and behind.value == _KILLED and c.lexicon.class_of(ask.lemma) == _BODY:
        return _done_to_bodies(c, at, behind, ask, depth) or behind
    if behind and not (behind.derived and not _of_all(c, at, last)):
        return behind
    before = _split(c, at, ask) or told_before(c, at, ask, depth)
    if before and not before.derived:
        return before
    after = predicate(c, at, at + 2, ask) if at + 2 < len(c.parsed.chunks) else None
    return after or before


def _done_to_bodies(c: Context, at: int, behind: Found, ask: Asked, depth: int) -> Found | None:
    """ "Handed over the bodies of 40 soldiers who died", "the bodies of 40 killed in a war were buried": what became of
    bodies tells more than how the dead died."""
    before = _split(c, at, ask) or told_before(c, at, ask, depth)
    told = (before, predicate(c, at, c.parsed.at[behind.start], ask))
    return next((one for one in told if one is not None and one.value in c.lexicon.groups["done to bodies"]), None)


def _of_all(c: Context, at: int, last: int) -> bool:
    """ "Most of the 40 villagers who (gathered) have left": a relative clause tells of all, the main verb of some."""
    chunks = c.parsed.chunks
    relative = last + 1 < len(chunks) and chunks[last + 1].kind == "R"
    return relative and c.parsed.tokens[chunks[at].head].low in c.lexicon.groups["some"]


def _split(c: Context, at: int, ask: Asked) -> Found | None:
    """ "hand (the bodies of 45 soldiers) over": a verb around what holds the counted."""
    chunks = c.parsed.chunks
    if at < 1 or chunks[at - 1].kind != "VP" or at + 2 >= len(chunks):
        return None
    return c.words.around(chunks[at - 1].head, chunks[at + 2].end, ask)
