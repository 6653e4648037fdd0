"""The measure of a phrase that is the object of a verb before it: "killed 45", "hacked to death 45 farmers"."""

from __future__ import annotations

from claimcheck.stages.describe.containment import contained
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counting import named_in_region
from claimcheck.stages.describe.triggers import Asked, Found

_PRICE = "price"


def as_object(c: Context, at: int, first: int, ask: Asked) -> Found | None:
    """What a verb before a phrase tells of it, unless the phrase opens a clause of its own."""
    return None if _finds_that(c, at, first) or _of_number_before(c, at, first) else _object_of(c, at, ask)


def over_noun(c: Context, at: int, ask: Asked) -> Found | None:
    """What a noun or the verb before it tells of a number: "pushing the toll above 680", "cost the firm 45 jobs"."""
    chunk, before = c.parsed.chunks[at], at - 1
    while before > 0 and c.parsed.chunks[before].kind == "A":
        before -= 1
    if c.parsed.chunks[before].kind != "VP":
        return None
    named = c.words.nouns(chunk.start, chunk.end, ask) if not ask.noun_class else None
    if named and not named.weak:
        return named
    done = _object_of(c, before, ask)  # "took an area as large as 10 square kilometres"
    return named if done is None or done.derived else done


def _finds_that(c: Context, at: int, first: int) -> bool:
    """ "research found (that) 45 percent of them were worried": who is told of by a clause of its own is not found."""
    chunks = c.parsed.chunks
    inside = c.counted_in(chunks[first])
    finds = c.of_group(chunks[at], "finding out") and inside is not None and not c.parsed.passive(chunks[at])
    last = c.phrases[inside].last if inside is not None else first
    verb = chunks[last + 1] if finds and last + 1 < len(chunks) else None
    finite = verb is not None and c.parsed.tokens[verb.start].low not in ("having", "being")
    return verb is not None and finite and verb.kind == "VP" and c.parsed.tokens[verb.start].tag in "XV"


def _of_number_before(c: Context, at: int, first: int) -> bool:
    """ "8 people killed 58 others injured", "Child killed 9 civilians injured": the verb tells of whom stands before
    it, a participle of this number."""
    inside = c.counted_in(c.parsed.chunks[first])
    if at == 0 or inside is None or not c.parsed.bare(c.parsed.chunks[at]):
        return False
    own = c.own_participle(c.phrases[inside].last)
    if own is None or c.counted_in(c.parsed.chunks[at - 1]) is not None:
        return own is not None
    subject = c.parsed.tokens[c.parsed.chunks[at - 1].head]
    if c.parsed.tokens[c.parsed.chunks[at - 1].start].tag == "D" or subject.low != subject.lemma:
        return False  # "the gunman", "gunmen killed two men wounded in May": no headline of one killed
    told = [c.words.acts_on(c.parsed.chunks[k], Asked("person", "count")) for k in (at, own)]
    return [found.value if found else "" for found in told] == ["killed", "injured"]


def _object_of(c: Context, at: int, ask: Asked) -> Found | None:
    chunk = c.parsed.chunks[at]
    if (toll := _toll_made_up(c, at, ask)) is not None:
        return toll
    verb = c.words.acts_on(chunk, ask)
    if verb and not verb.weak:
        return verb
    if c.of_group(chunk, "making up") and ask.dimension == "money" and (sum_of := _summed(c, at, ask)) is not None:
        return sum_of
    is_number = all(token.tag in "XAG" for token in c.parsed.tokens[chunk.start : chunk.end])  # "are surely not 45"
    if c.of_group(chunk, "counting") or is_number:
        region = named_in_region(c, at, ask)
        if region:
            return region
    if c.of_group(chunk, "trading") and ask.dimension != "count":
        region = named_in_region(c, at - 1, ask)  # "The shares closed 45 percent lower"
        if region and region.value == _PRICE:
            return region
    if c.of_group(chunk, "containing"):
        return contained(c, at, ask) or verb
    return _shared_object(c, at, ask) or verb or c.words.governing(chunk, of_object=True)


def _toll_made_up(c: Context, at: int, ask: Asked) -> Found | None:
    """ "The losses of the army | made up 45 men", "The damage | makes $45 million": a toll, and how large it is."""
    counts = c.lexicon.is_a(ask.noun_class, "person") if ask.dimension == "count" else ask.dimension == "money"
    if not counts or not c.of_group(c.parsed.chunks[at], "making a number"):
        return None
    region = named_in_region(c, at - 1, ask)
    return region if region and region.harm else None


def _summed(c: Context, at: int, ask: Asked) -> Found | None:
    """ "24 donations totalling $45,000": of what is added up."""
    before = c.parsed.chunks[at - 1] if at else None
    return c.words.nouns(before.head, before.end, ask) if before is not None and before.kind == "NP" else None


def _shared_object(c: Context, at: int, ask: Asked) -> Found | None:
    """ "found and defused 45": where the verb beside the object tells little, the verb that it is joined to."""
    chunks = c.parsed.chunks
    joined = at > 1 and chunks[at - 1].kind == "C" and chunks[at - 2].kind == "VP"
    return c.words.acts_on(chunks[at - 2], ask) if joined else None


def in_set_phrase(c: Context, first: int, ask: Asked) -> Found | None:
    """ "hacked to death 45 farmers": a verb whose other words stand before its object."""
    chunks, verb = c.parsed.chunks, first - 3
    if verb < 0 or [chunk.kind for chunk in chunks[verb:first]] != ["VP", "P", "NP"]:
        return None
    return c.words.up_to(chunks[verb].head, chunks[first].start, ask) or _shifted(c, verb, first, ask)


def _shifted(c: Context, verb: int, first: int, ask: Asked) -> Found | None:
    """ "handed over to Mali 45 men": an object behind to whom or where; but "killed in the attack, others injured"."""
    chunks = c.parsed.chunks
    inside, whom = c.counted_in(chunks[first]), chunks[first - 1]
    own = inside is not None and c.own_participle(c.phrases[inside].last) is not None
    named = ask.noun_class and c.counted_in(whom) is None and c.parsed.tokens[whom.head].tag in "nM"
    return c.words.acts_on(chunks[verb], ask) if named and not own and not c.parsed.passive(chunks[verb]) else None
