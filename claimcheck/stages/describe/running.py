"""A bare number that gives one count after another in: "On Monday, 6,650. Tuesday 28,120", "the census had 145,000"."""

from __future__ import annotations

from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.phrases import BE, HAVE, Chunk
from claimcheck.stages.describe.references import stands_by

_ENDS = frozenset(("P", "t", ",", ".", ";", "C", "S", "A", "-", "("))  # what may follow such a number
_OPENS = frozenset((",", ".", ";", "C", ":"))  # what a clause may begin behind
_SUBJECT = 6  # chunks
_OF_TIME = frozenset(("t", "P", ",", "A"))
_GIVING = ("saying", "recording", "number talk", "number giving")  # groups of verbs
_IT = frozenset(("it", "this", "that"))


def gives_another(c: Context, token: int) -> bool:
    """Whether nothing but who counts, or when, is told of a number: what it counts was told before."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    if phrase.noun_class or phrase.head >= 0 or phrase.pronoun or c.dimensions[token] != "count":
        return False
    behind = chunks[phrase.last + 1].kind if phrase.last + 1 < len(chunks) else "."
    at = phrase.first - 1
    while at >= 0 and (chunks[at].kind == "A" or (chunks[at].kind == "P" and _of_verb(c, at - 1))):
        at -= 1
    if behind not in _ENDS or at < 0:
        return False
    if is_count(c, token):
        return True
    if chunks[at].kind == "VP":
        return _gives(c, chunks[at]) or _is_it(c, at) or _keeps(c, at)
    if chunks[at].kind == "C":
        return _joined(c, token, at)
    return _behind_time(c, at)


def is_count(c: Context, token: int) -> bool:
    """ "The evening count: 53,629", "the figure the mayor gives is 53,629"."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    if stands_by(c, token):
        return True
    return at > 0 and chunks[at].kind == ":" and chunks[at - 1].kind == "NP" and c.of_group(chunks[at - 1], "figure")


def _of_verb(c: Context, at: int) -> bool:
    """ "It was | at 42,500", "the UN spoke | of 60"."""
    return at >= 0 and c.parsed.chunks[at].kind == "VP" and (_gives(c, c.parsed.chunks[at]) or _is_it(c, at))


def _gives(c: Context, verb: Chunk) -> bool:
    """Whether a verb gives no more than a number: "names 205", "was told 50"."""
    return any(c.of_group(verb, name) for name in _GIVING)


def _is_it(c: Context, verb: int) -> bool:
    """ "It was 6,650", "it became 68": whether a pronoun is or comes to a number."""
    chunks, at = c.parsed.chunks, verb - 1
    while at > 0 and chunks[at].kind == "A":
        at -= 1
    is_it = at >= 0 and chunks[at].kind == "NP" and c.parsed.tokens[chunks[at].head].low in _IT
    return is_it and (c.parsed.tokens[chunks[verb].head].low in BE or c.of_group(chunks[verb], "counting"))


def _keeps(c: Context, verb: int) -> bool:
    """ "The last census had 145,000", "the agency had 37,000 this morning": who keeps count has a number; a club has
    300."""
    chunks = c.parsed.chunks
    if c.parsed.tokens[chunks[verb].head].low not in HAVE or verb < 1:
        return False
    start = max(0, verb - _SUBJECT)
    counts = any(chunk.kind == "NP" and c.of_group(chunk, "number keeping") for chunk in chunks[start:verb])
    return counts or [chunk.kind for chunk in chunks[verb + 2 : verb + 3]] == ["t"]


def _joined(c: Context, token: int, at: int) -> bool:
    """ "It became 68 within a day and (170) by the end of the week": another one of a later time."""
    chunks = c.parsed.chunks
    earlier = max((other for other in c.phrases if other < token), default=None)
    if earlier is None or not gives_another(c, earlier):
        return False
    between = chunks[c.phrases[earlier].last + 1 : at]
    of_time = all(chunk.kind in _OF_TIME or c.of_group(chunk, "time noun") for chunk in between)
    behind = chunks[c.phrases[token].last + 1 : c.phrases[token].last + 2]
    return of_time and bool(between) and [chunk.kind for chunk in behind] in (["P"], ["t"])


def _behind_time(c: Context, at: int) -> bool:
    """ "On Monday, (6,650)", "Tuesday (28,120)": whether a clause holds nothing but a time before its number."""
    chunks, timed = c.parsed.chunks, False
    for back in range(at, max(-1, at - FAR), -1):
        if timed and chunks[back].kind in _OPENS:
            return True
        if chunks[back].kind not in _OF_TIME:
            return False
        timed = timed or chunks[back].kind == "t"
    return timed
