"""Which of several happenings a count is of, where an article tells of more than one: a second blast, another raid."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.clauses import joins_nouns, verb_of
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Found

_FRAMING = frozenset(("in", "during"))  # all that the sentence tells behind it is told of it
_TIMING = frozenset(("after", "before", "following"))  # it is but the time of what a clause of its own tells
_BY = "by"
_SEVERAL, _COUNTED, _ONE, _DAYS = "O770", "O2260", "O1902", "O3891"
_TIME = frozenset(("day", "week", "fortnight", "month", "year"))
_DOING = frozenset(("in", _BY, "during"))  # behind what it did
_NEAR = 12  # tokens behind a happening in which it is said how often such come
_STOPS = frozenset(",;:.")


def of_another(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """The happening that a count is of, where words tell that it is not the first of its kind: "in a second attack a
    bomb killed 45", "45 were killed by another blast", "elsewhere 45 drowned"."""
    if measure is None or not (measure.harm or measure.happens):
        return None
    chunks = c.parsed.chunks
    if (opening := _elsewhere(c, phrase)) is not None:
        return _fact(c, chunks[opening])
    found: int | None = None
    for at in range(phrase.first):
        told = _head(c, chunks[at]) is not None and _does(c, at, phrase)
        if told and _is_another(c, at):
            found = at
        elif told and found is not None and _before(c, found) not in _FRAMING:
            found = None  # "another attack killed 5 in Ava, a bomb killed 12 in Bor"
    found = _behind(c, phrase, measure) if found is None else found
    if found is not None:
        return _fact(c, chunks[found])
    before = _preceding(c, phrase)
    if before is not None:
        return _fact(c, chunks[before], "O752")
    one = next((at for at in range(phrase.first) if _is_one(c, at) and _does(c, at, phrase)), None)
    return None if one is None else _fact(c, chunks[one], _ONE)


def of_several(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """ "Two bombings killed 45", "45 died in both attacks": the several happenings that a count is of."""
    if measure is None or not measure.harm:
        return None
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    for at in range(len(chunks)):
        head = _head(c, chunks[at])
        lasted = head is not None and _lasted(c, at) and not phrase.first <= at <= phrase.last
        if lasted and (_does(c, at - 2, phrase) if at < phrase.first else _before(c, at - 2) in _DOING):
            return _fact(c, chunks[at], _DAYS)
        if head is None or tokens[head].low == tokens[head].lemma or not c.of_group(chunks[at], "repeated"):
            continue
        if at < phrase.first:
            told = _does(c, at, phrase) or _which_did(c, at, phrase)
        else:
            told = at > phrase.last and _before(c, at) in _DOING
        if told:
            both = tokens[chunks[at].start].low == "both"
            return _fact(c, chunks[at], _COUNTED if both or c.counted_in(chunks[at]) is not None else _SEVERAL)
    return None


def _lasted(c: Context, at: int) -> bool:
    """ "Seven days of | air strikes", "a week of | fighting"."""
    time = c.parsed.chunks[at - 2] if at > 1 and _before(c, at) == "of" else None
    if time is None or time.kind != "NP":
        return False
    return c.parsed.tokens[time.head].low.split()[-1].removesuffix("s") in _TIME  # "seven days" is one token


def _head(c: Context, chunk: Chunk) -> int | None:
    """The token of the happening that a phrase names: "a second blast", "a second blast hours (later)"."""
    tokens, at = c.parsed.tokens, chunk.head
    if tokens[at].lemma in c.lexicon.groups["time noun"]:
        at -= 1
    named = chunk.kind == "NP" and at >= chunk.start and tokens[at].lemma in c.lexicon.groups["happening"]
    return at if named else None


def _does(c: Context, at: int, phrase: Counted) -> bool:
    """Whether a happening before a number is what the number is told of: its subject, or what the sentence opens."""
    before = _before(c, at)
    if before in _FRAMING:
        return True
    verb = verb_of(c.parsed, at, c.phrases)
    if verb is None or verb > phrase.first or (before and before not in _TIMING) or _joined(c, at):
        return False
    return not before or not any(chunk.kind in _STOPS for chunk in c.parsed.chunks[at : phrase.first])


def _which_did(c: Context, at: int, phrase: Counted) -> bool:
    """ "The raids that killed 45", "attacks which have left 45 dead": told of in a clause of its own."""
    kinds = [chunk.kind for chunk in c.parsed.chunks[at + 1 : phrase.first] if chunk.kind != "A"]
    return kinds == ["R", "VP"]


def _joined(c: Context, at: int) -> bool:
    """ "Weeks of strikes and other attacks have killed 45": whether a happening is told in one breath with another."""
    chunks = c.parsed.chunks
    if not joins_nouns(c.parsed, at - 1):
        return False
    many = c.parsed.tokens[chunks[at].head].low != c.parsed.tokens[chunks[at].head].lemma
    return many or all(chunk.kind != "VP" for chunk in chunks[:at])


def _first(c: Context, at: int) -> int:
    """Where a phrase begins whose adverb stands apart: "an | earlier | strike"."""
    chunks = c.parsed.chunks
    apart = at > 1 and chunks[at - 1].kind == "A" and chunks[at - 2].end - chunks[at - 2].start == 1
    return at - 2 if apart and c.parsed.tokens[chunks[at - 2].head].tag == "D" else at


def _before(c: Context, at: int) -> str:
    """The preposition before a phrase, or nothing."""
    at = _first(c, at)
    return c.parsed.tokens[c.parsed.chunks[at - 1].start].low if at and c.parsed.chunks[at - 1].kind == "P" else ""


def _is_another(c: Context, number: int) -> bool:
    """ "Another attack", "a second such blast"; not "the second attack in a week", which is a happening of its own."""
    chunk, tokens = c.parsed.chunks[number], c.parsed.tokens
    at = _head(c, chunk)
    if at is None or c.counted_in(chunk) is not None:
        return False
    head, words = tokens[at], {token.low for token in tokens[c.parsed.chunks[_first(c, number)].start : at]}
    group = "another happening" if head.low == head.lemma else "other happenings"
    if words.isdisjoint(c.lexicon.groups[group]) or not words.isdisjoint(c.lexicon.groups["ranking"]):
        return False  # "the second deadliest attack"
    if not words.isdisjoint(c.lexicon.groups["time noun"]):
        return False  # "the previous day's attack"
    for token in tokens[chunk.end : chunk.end + _NEAR]:
        if token.tag in _STOPS or token.tag in "VEI":
            break
        if token.lemma in c.lexicon.groups["time noun"]:
            return False
    return True


def _is_one(c: Context, number: int) -> bool:
    """ "In the deadliest attack, …", "the first blast killed": one of several; not "the first in years"."""
    chunk, tokens = c.parsed.chunks[number], c.parsed.tokens
    at = _head(c, chunk)
    if at is None or at != chunk.head or tokens[at].low != tokens[at].lemma or tokens[chunk.start].low != "the":
        return False
    words = {token.low for token in tokens[chunk.start : at]}
    ranked = not words.isdisjoint(c.lexicon.groups["ranking"])
    behind = tokens[chunk.end].tag if chunk.end < len(tokens) else "."
    return ranked and (behind == "," if _before(c, number) else behind in "VXE")


def _elsewhere(c: Context, phrase: Counted) -> int | None:
    """The word that a sentence opens with, where it says that what follows is of another happening: "Elsewhere, 45"."""
    chunks = c.parsed.chunks
    first = 1 if chunks[0].kind == "C" else 0
    if first >= phrase.first or c.parsed.tokens[chunks[first].start].low not in c.lexicon.groups["elsewhere"]:
        return None
    return first


def _behind(c: Context, phrase: Counted, measure: Found) -> int | None:
    """ "45 died in another attack", "5 were killed and 45 hurt by a second blast", "45 died elsewhere in the city": the
    happening behind a number."""
    chunks, beside = c.parsed.chunks, False
    for at in range(phrase.last + 1, len(chunks)):
        if chunks[at].kind in _STOPS or chunks[at].kind in ("S", "R"):
            return None
        if c.parsed.tokens[chunks[at].start].low in c.lexicon.groups["away"]:
            alone = not beside and chunks[at - 1].kind != "C"  # not "in Ava and elsewhere", nor who fled elsewhere
            alone = alone and measure.value not in c.lexicon.groups["flight"]
            return at if alone else None
        beside = beside or c.counted_in(chunks[at]) is not None
        if _head(c, chunks[at]) is not None and _before(c, at) in _DOING:
            shared = not beside or _before(c, at) == _BY
            return at if shared and _is_another(c, at) else None
    return None


def _preceding(c: Context, phrase: Counted) -> int | None:
    """ "The strike came a day after a blast killed 45", "was followed by a raid that killed 45": the verb of what tells
    when another happening was."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    for at in range(phrase.first):
        if chunks[at].kind != "NP" or not c.of_group(chunks[at], "repeated") or _before(c, at):
            continue
        verb = verb_of(c.parsed, at, c.phrases)
        if verb is None or verb >= phrase.first or tokens[chunks[verb].head].lemma not in c.lexicon.groups["coming"]:
            continue
        between = tokens[chunks[verb].end : chunks[phrase.first].start]
        if _follows(c, chunks[verb]) or any(token.low == "after" for token in between):
            return verb
    return None


def _follows(c: Context, verb: Chunk) -> bool:
    return c.parsed.tokens[verb.head].lemma in c.lexicon.groups["following"]


def _fact(c: Context, chunk: Chunk, rule: str = "O751") -> Fact:
    tokens = c.parsed.tokens
    value = {_ONE: "one_happening"}.get(
        rule, "several_happenings" if rule in (_SEVERAL, _COUNTED, _DAYS) else "separate"
    )
    return Fact(value=value, rule=rule, span=(tokens[chunk.start].start, tokens[chunk.head].end))
