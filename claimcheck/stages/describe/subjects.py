"""Which side the subject of a verb is, and which verb governs a counted phrase: "Mali's army, in clashes, lost 40"."""

from __future__ import annotations

from claimcheck.stages.describe.clauses import over_aside
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.phrases import THEIR, Chunk
from claimcheck.stages.describe.sides import Sides

_RUN = frozenset(("NP", "P", "'", "t", '"', "(", ")"))
_STEPS = 4  # verbs over which a subject is shared
_TWO = 2  # words of "the country"


def subject(sides: Sides, verb: int) -> Hit | None:
    """The party that the subject of a verb names; behind "and" that of the verb before, for "it" the speaker."""
    chunks, at = sides.parsed.chunks, sides.parsed.at[verb]
    for _ in range(_STEPS):
        end, relative = _over_adverbs(sides, at)
        if end < 0:
            return None
        if relative and chunks[end].kind == "," and end > 0:
            return _last_in(sides, chunks[end - 1])
        earlier = next((k for k in range(end - 1, -1, -1) if chunks[k].kind == "VP"), -1)
        if chunks[end].kind == "VP":  # "has so far lost"
            at = end
            continue
        if chunks[end].kind in "C," and earlier >= 0:
            at = earlier
            continue
        if chunks[end].kind == ",":  # "Mali's army, in clashes with Chad, lost"
            end = over_aside(sides.parsed, end)
        start = run_before(sides, end)
        if _stands_for_land(sides, start + 1, end):
            return sides.actor_before(sides.parsed.tokens[chunks[start + 1].start].start)
        pronoun = sides.parsed.tokens[chunks[end].head].tag == "N" or of_speaker(sides, start + 1, end)
        if not pronoun or earlier < 0:
            return _actor(sides, start + 1, end)
        at = earlier
    return None


def owner_before(sides: Sides, chunk: Chunk) -> Hit | None:
    """Whose "its" opens a phrase: the subject's of the verb before it."""
    before = reversed(sides.parsed.chunks[: sides.parsed.at[chunk.start]])
    verb = next((one for one in before if one.kind == "VP"), None)
    return subject(sides, verb.head) if verb is not None else None


def recorder(sides: Sides, phrase: Counted, told: int) -> Hit | None:
    """The land that counts: "Haiti reported 239 dead", "Haiti's relief committee listed 174 dead, 96 missing"."""
    at = governing(sides, phrase, told)
    if not (verb_is(sides, at, "recording") or verb_is(sides, at, "announcing")):
        return None
    return subject(sides, sides.parsed.chunks[at].head)


def host(sides: Sides, told: int) -> Hit | None:
    """The land that takes people in: "Chad, which has taken in 45 families", "Chad, already home to 45 families"."""
    chunks, at = sides.parsed.chunks, sides.parsed.at[told]
    if chunks[at].kind == "NP":  # "Chad, already | home to", "Chad is | home to"
        at = next((k for k in range(at - 1, -1, -1) if chunks[k].kind != "A"), 0)
    if chunks[at].kind == "," and at > 0:
        return _last_in(sides, chunks[at - 1])
    if chunks[at].kind != "VP" or sides.parsed.passive(chunks[at]):
        return None
    return subject(sides, chunks[at].head)


def governing(sides: Sides, phrase: Counted, verb: int) -> int:
    """The chunk of the verb that the phrase is an object of, alone or in a list; -1 where none is."""
    chunks, told = sides.parsed.chunks, sides.parsed.at[verb]
    if told > phrase.last:
        return -1  # "… and 146 civilians were wounded"
    at = phrase.first - 1
    while at >= 0 and (chunks[at].kind in "AtC," or _counts(sides, at) or _state_of_number(sides, at)):
        at -= 1
    if at >= 0 and chunks[at].kind == "VP":
        return at
    return told if told < phrase.first and chunks[told].kind == "VP" else -1


def verb_is(sides: Sides, at: int, group: str) -> bool:
    """Whether the verb of a chunk is active and of a group; no chunk has none."""
    if at < 0 or sides.parsed.passive(sides.parsed.chunks[at]):
        return False
    return sides.parsed.tokens[sides.parsed.chunks[at].head].lemma in sides.lexicon.groups[group]


def run_before(sides: Sides, end: int) -> int:
    """The chunk before the noun phrases that end at a chunk: "Fighters of Hamas in Gaza"."""
    chunks, at = sides.parsed.chunks, end
    while at >= 0 and chunks[at].kind in _RUN:
        at -= 1
    return at


def of_speaker(sides: Sides, first: int, last: int) -> bool:
    """ "its fighters": of who is the subject of the verb before."""
    opening = (sides.parsed.tokens[chunk.start].low for chunk in sides.parsed.chunks[first : last + 1])
    return any(low in THEIR for low in opening)


def _over_adverbs(sides: Sides, verb: int) -> tuple[int, bool]:
    """ "Mali, which on Monday (lost)": the chunk before a verb's adverbs and times, and whether a relative is among
    them."""
    chunks, end, relative = sides.parsed.chunks, verb - 1, False
    while end >= 0 and (chunks[end].kind in "AtR" or (chunks[end].kind == "P" and chunks[end + 1].kind == "t")):
        relative = relative or chunks[end].kind == "R"
        end -= 1
    return end, relative


def _last_in(sides: Sides, chunk: Chunk) -> Hit | None:
    """The party that a relative clause is told of: "Mali, which lost 40 men"."""
    end = sides.parsed.tokens[chunk.end - 1].end
    return next((hit for hit in reversed(sides.hits) if hit.end == end), None)


def _stands_for_land(sides: Sides, first: int, last: int) -> bool:
    """ "According to Mali's army, the country lost 40 men": a subject that is a land named before."""
    tokens, chunk = sides.parsed.tokens, sides.parsed.chunks[first] if first == last else None
    if chunk is None or tokens[chunk.start].low != "the" or chunk.end - chunk.start != _TWO:
        return False
    head = tokens[chunk.head]
    return head.low == head.lemma and sides.lexicon.class_of(head.lemma) == "country"


def _actor(sides: Sides, first: int, last: int) -> Hit | None:
    tokens, chunks = sides.parsed.tokens, sides.parsed.chunks
    if last < first:
        return None
    start, end = tokens[chunks[first].start].start, tokens[chunks[last].end - 1].end
    inside = [hit for hit in (*sides.hits, *sides.cities) if start <= hit.start and hit.end <= end]
    acting = [hit for hit in inside if hit.before not in sides.there and hit.before not in ("against", "from")]
    return min(acting, key=lambda hit: hit.start) if acting else None


def _counts(sides: Sides, at: int) -> bool:
    chunk = sides.parsed.chunks[at]
    return chunk.kind == "NP" and any(sides.parsed.tokens[t].tag == "Q" for t in range(chunk.start, chunk.end))


def _state_of_number(sides: Sides, at: int) -> bool:
    """ "lost 64 killed and 146 wounded": a participle right behind a number."""
    chunk = sides.parsed.chunks[at]
    return at > 0 and chunk.kind == "VP" and sides.parsed.bare(chunk) and _counts(sides, at - 1)
