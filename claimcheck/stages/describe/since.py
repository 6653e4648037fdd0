"""What became of the counted since: "40 men kidnapped in May were freed", "the 45 dead have been identified"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.behind import predicate, said_of_subject, told_of_put
from claimcheck.stages.describe.clauses import next_verb, verb_follows
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.subjecthood import may_be_subject
from claimcheck.stages.describe.triggers import Asked, Found
from claimcheck.stages.describe.wholes import is_whole

_HAVE = frozenset(("have", "has"))
_MISSING = "M07"  # missing to this day


def until_told(c: Context, phrase: Counted, token: int, ask: Asked, own: Found | None) -> Found | None:
    """ "The 45 dead have been identified": what became of the dead is told by the verb."""
    dead = own is not None and own.value == "killed" and ask.noun_class == "casualty"
    if own is None or not dead or not _who(c, phrase) or not may_be_subject(c, phrase, token):
        return own
    since = predicate(c, phrase.first, phrase.last, ask)
    became = since is not None and since.happens and not since.harm and since.object_told
    return replace(own, weak=True) if became else own


def _who(c: Context, phrase: Counted) -> bool:
    """Whether a word for the dead is one for people: the dead, the fallen, martyrs; no deaths."""
    lemma = c.parsed.tokens[phrase.head].lemma
    return (lemma,) in c.lexicon.states or lemma in c.lexicon.groups["dead people"]


def beside_predicate(c: Context, phrase: Counted, behind: Found | None, ask: Asked) -> Found | None:
    """ "150 pilgrims attending a feast were killed": what they were doing, or where they were put, yields to what
    happened to them; so does what had befallen those to whom more happened since: "40 men who were hurt have died"."""
    at = phrase.last + 1
    if behind is None or at >= len(c.parsed.chunks):
        return behind
    if (since := _became(c, phrase, behind, ask)) is not None:
        return since
    doing = c.parsed.tokens[c.parsed.chunks[at].start].tag == "I"
    if doing and not c.of_group(c.parsed.chunks[at], "saying") and verb_follows(c.parsed, at):
        return replace(behind, weak=True)
    if told_of_put(c, phrase, ask) is not None:
        return replace(behind, weak=True)
    if c.parsed.chunks[at].kind != "R" or behind.value == "killed":
        return behind
    since = predicate(c, phrase.first, phrase.last, ask)
    return replace(behind, weak=True) if since and since.strong and (since.harm or since.happens) else behind


def _became(c: Context, phrase: Counted, behind: Found, ask: Asked) -> Found | None:
    """ "40 people injured on Monday have died", "40 men kidnapped in May were freed": what became of them since."""
    at, chunks = phrase.last + 1, c.parsed.chunks
    befell = behind.harm and behind.value != "killed" and c.parsed.bare(chunks[at])
    befell = befell and not is_whole(c, phrase, phrase.token)  # "67 percent of the 2,512 people infected have died"
    verb = next_verb(c.parsed, at) if befell else None
    if verb is None or any(token.tag == "G" for token in c.parsed.tokens[chunks[verb].start : chunks[verb].end]):
        return None
    since = said_of_subject(c, verb, ask)
    return since if since is not None and since.value in c.lexicon.groups["end of a harm"] else None


def of_missing(phrase: Counted, behind: Found, before: Found | None) -> bool:
    """ "identified 45 people missing since May": what became of the missing is told by the verb."""
    done = before is not None and before.strong and before.happens and (before.object_told or not before.harm)
    return done and behind.value == "missing" and phrase.head >= 0


def still_missing(c: Context, found: Found) -> Found:
    """ "40 men have gone missing": who has done so by now is missing, who "went missing" may have been found since."""
    chunk = c.parsed.chunks[c.parsed.at[found.start]]
    perfect = found.value == "went_missing" and chunk.kind == "VP" and c.parsed.tokens[chunk.start].low in _HAVE
    missing = _MISSING if perfect and c.parsed.tokens[chunk.head].low == "gone" else None
    return replace(found, value="missing", rule=missing) if missing else found
