"""What the words beside a harm make of it: "fatally wounded", "beaten to death", "killed or wounded"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import BE, HAVE
from claimcheck.stages.describe.triggers import Asked, Found

_ROW = 8  # tokens of a row of verbs
_AIDS = 2  # helping verbs before another
_HELPING = BE | HAVE
_DEATH = "M01"  # the rule of those who died
_ENDING = frozenset("Pt.;:")  # tags behind a second participle: "injured in a blast"


def in_the_end(c: Context, token: int, found: Found) -> Found:
    """What words beside the one that tells the measure make of it."""
    phrase = c.phrases[token]
    people = c.dimensions[token] == "count" and (not phrase.noun_class or c.lexicon.is_a(phrase.noun_class, "person"))
    return _fatal(c, people, _to_death(c, _killed_at_last(c, _or_wounded(c, found))))


def _or_wounded(c: Context, found: Found) -> Found:
    """ "killed or wounded 45", "45 had died or been wounded", "45 killed, injured in": casualties, unsaid which."""
    tokens = c.parsed.tokens
    before = _over_aids(c, found.start - 1, -1)
    places = [(found.end, _over_aids(c, found.end + 1, 1)), (before, before - 1)]
    joined = [at for joint, at in places if 0 < joint < len(tokens) and tokens[joint].low in ("or", "and")]
    for at in (*joined, *_right_behind(c, found)):
        if not 0 <= at < len(tokens):
            continue
        other = c.words.at(at, ("done", "does", "state"), Asked("person", "count"))
        both = c.lexicon.either.get(frozenset((found.value, other.rule.name))) if other else None
        if both and not _each_its_own(c, min(at, found.start), max(at + 1, found.end)):
            return replace(found, value=both, start=min(at, found.start), end=max(at + 1, found.end))
    return found


def _right_behind(c: Context, found: Found) -> tuple[int, ...]:
    """ "Dozens killed, | injured | in a blast", "175 killed injured": a second participle without an "and", as in
    headlines, of which nothing is told but where and when."""
    tokens, end = c.parsed.tokens, found.end
    bare = end < len(tokens) and tokens[found.start].tag == tokens[end - 1].tag == "E"
    at = end + (bare and tokens[end].tag in ",/")
    if not bare or at >= len(tokens) or tokens[at].tag != "E":
        return ()
    return (at,) if at + 1 == len(tokens) or tokens[at + 1].tag in _ENDING else ()


def _over_aids(c: Context, at: int, step: int) -> int:
    """The token behind the helping verbs that stand at a place, or before them: "died or (had been) wounded"."""
    tokens = c.parsed.tokens
    for _ in range(_AIDS):
        if 0 <= at < len(tokens) and tokens[at].low in _HELPING:
            at += step
    return at


def _each_its_own(c: Context, first: int, end: int) -> bool:
    """ "left 50 dead and injured 400": each of two words has a number of its own."""
    tokens = c.parsed.tokens
    return first > 0 and end < len(tokens) and tokens[first - 1].tag in "Qn" and tokens[end].tag == "Q"


def _fatal(c: Context, people: bool, found: Found) -> Found:
    """ "were fatally wounded", "the fatal weekend shootings of", "fatally burying ten": the adverb tells more than the
    verb, whatever that does to people."""
    chunk = c.parsed.chunks[c.parsed.at[found.start]]
    hurt = found.value in c.lexicon.groups["may be fatal"]
    hurt = hurt or c.parsed.tokens[found.start].lemma in c.lexicon.groups["hitting"]
    if not hurt and not (people and chunk.kind == "VP"):
        return found
    near = c.parsed.tokens[max(0, min(found.start - 1, chunk.start)) : found.end + 1]
    dead = any(token.low in c.lexicon.groups["deadly"] and (hurt or token.tag == "A") for token in near)
    if not dead:
        return found
    if hurt:
        return replace(found, value="killed")
    return replace(found, value="killed", rule=_DEATH, unit="person", weak=False, derived=False, harm=True)


def _killed_at_last(c: Context, found: Found) -> Found:
    """ "were rounded up and killed": a row of participles that ends in death tells of deaths."""
    tokens, at = c.parsed.tokens, found.end
    if not found.object_told or tokens[found.start].tag != "E":
        return found
    while at < len(tokens) and tokens[at].tag in "PA" and at < found.end + 2:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].low != "and" or tokens[at + 1].tag != "E":
        return found
    last = c.words.at(at + 1, ("done",), Asked("person", "count"))
    if last is None or last.rule.name != "killed":
        return found
    return replace(found, value="killed", rule=last.rule.id, start=at + 1, end=at + 2)


def _to_death(c: Context, found: Found) -> Found:
    """ "were stabbed, strangled or beaten to death": what stands behind the last verb of a row is said of all."""
    tokens = c.parsed.tokens
    if (
        not found.object_told
        or tokens[found.start].tag != "E"
        or found.end >= len(tokens)
        or tokens[found.end].tag not in ",C"
    ):
        return found
    for at in range(found.end, min(len(tokens), found.end + _ROW)):
        if tokens[at].tag not in ",CEA":
            break
        last = c.words.at(at, ("done",), Asked("person", "count")) if tokens[at].tag == "E" else None
        if last and last.words[-1] == "death":
            return replace(found, value=last.rule.name, rule=last.rule.id, end=at + 1)
    return found


def killed_and_wounded(c: Context, token: int, found: Found) -> Found:
    """ "losses of 45 soldiers killed and wounded", by two participles of one number."""
    at, tokens = c.phrases[token].last + 1, c.parsed.tokens
    row = c.parsed.chunks[at : at + 3]
    if found.value != "killed" or [chunk.kind for chunk in row] != ["VP", "C", "VP"]:
        return found
    if not all(c.parsed.bare(chunk) and chunk.start == chunk.head for chunk in (row[0], row[2])):
        return found
    ask = Asked("person", "count")
    both = {trigger.rule.name for k in (0, 2) if (trigger := c.words.at(row[k].head, ("done",), ask)) is not None}
    behind = row[2].end < len(tokens) and tokens[row[2].end].tag == "Q"  # "45 killed and injured 400"
    return replace(found, value="casualties") if both == {"killed", "injured"} and not behind else found


def fatally_behind(c: Context, token: int, found: Found) -> Found:
    """ "40 people were stabbed, 12 of them fatally", "…, 12 fatally": the adverb behind a part is told of it alone."""
    phrase = c.phrases[token]
    end = c.parsed.chunks[phrase.last].end
    dead = end < len(c.parsed.tokens) and c.parsed.tokens[end].low in c.lexicon.groups["deadly"]
    part = phrase.pronoun or (phrase.head < 0 and not phrase.noun_class)
    hurt = found.value in c.lexicon.groups["may be fatal"]
    return replace(found, value="killed") if dead and part and hurt else found


def how_badly(c: Context, phrase: Counted) -> bool:
    """ "Two of them | critically": whether how badly people are hurt is told right behind a part, which is of those."""
    behind = c.parsed.tokens[c.parsed.chunks[phrase.last].end :]
    return phrase.pronoun and bool(behind) and behind[0].low in c.lexicon.groups["how badly"]
