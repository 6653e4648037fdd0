"""A quantity in, the number that a definite phrase takes up out: "two of the dead", "the wounded included six"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import PartOf
from claimcheck.stages.describe.clauses import AMONG, fronts
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import BE, Parsed
from claimcheck.stages.describe.placed import Placed

_POINTING, _THEIRS = ("these", "those"), ("their", "its", "his", "her")
_DEFINITE = frozenset(("the", *_POINTING, *_THEIRS))
_TELLING, _DONE = ("R", "P"), "done"  # kinds of what tells who is meant: a clause, a preposition; a participle
_OWNED = frozenset(("'s", "’s", "'", "’"))
_KILLED = "killed"
_BEFORE = 3  # chunks from a phrase that opens a clause to the number: "among the dead, reports say, were five"
_NUMBERS = 12  # how many numbers further back a whole is looked for …
_FAR, _FATE_FAR = 500, 1500  # … and how many characters; what happened to them is told of the same ones for longer


def taken_up(
    at: int, all_placed: Sequence[Placed | None], links: Sequence[tuple[PartOf, ...]], lexicon: Lexicon
) -> tuple[PartOf, ...]:
    """The number whose people or things a definite phrase takes up: the nearest one that is larger and no part itself.

    `links` are those of the quantities before.
    """
    placed = all_placed[at]
    named = None if placed is None else _named(placed.parsed, placed.phrase.first, lexicon)
    if placed is None or named is None:
        return ()
    chunk = placed.parsed.chunks[named]
    span = (placed.parsed.tokens[chunk.start].start, placed.parsed.tokens[chunk.end - 1].end)
    harmed = placed.parsed.tokens[chunk.head].lemma in lexicon.groups["the harmed"]
    found: Placed | None = None
    for back in range(at - 1, max(-1, at - 1 - _NUMBERS), -1):
        other = all_placed[back]
        if other is None or links[back] or not _larger(other, placed) or _is_some(other):
            continue
        gap = placed.quantity.start - other.quantity.end
        if gap > _FATE_FAR:
            break
        if _of_one_fate(other, placed, named, lexicon) or (gap <= _FAR and _of_one_noun(other, placed, named, lexicon)):
            # "The victims" are the dead rather than the hurt who were told behind them.
            dead = other.measure is not None and other.measure.value == _KILLED
            found = other if found is None or dead else found
            if dead or not harmed:
                break
    return (PartOf(whole=found.quantity.start, rule="O3560", span=span),) if found else ()


def _named(parsed: Parsed, first: int, lexicon: Lexicon) -> int | None:
    """The chunk of the definite phrase that the number in chunk `first` is counted among."""
    chunks, tokens = parsed.chunks, parsed.tokens

    def word(k: int) -> str:
        return tokens[chunks[k].start].low if 0 <= k < len(chunks) else ""

    if word(first + 1) == "of" and _definite(parsed, first + 2):
        return first + 2  # "two of the dead"
    if word(first + 1) in BE and word(first + 2) in AMONG and _definite(parsed, first + 3):
        return first + 3  # "nine children were among the dead"
    if word(first - 1) in lexicon.groups["including"] and _definite(parsed, first - 2):
        return first - 2  # "the casualties included five"
    for k in range(first - 1, max(0, first - 1 - _BEFORE), -1):
        if chunks[k].kind not in ("NP", "VP", ",", "A"):
            return None
        if _definite(parsed, k) and (word(k - 1) in AMONG or fronts(tokens, chunks[k - 1].start)):
            return k  # "among the dead were five", "of the injured, 79 are at home"
    return None


def _definite(parsed: Parsed, at: int) -> bool:
    """Whether a chunk names those told before: "the dead", no "the city's hospitals" and no "the 45 dead"."""
    if not 0 <= at < len(parsed.chunks) or parsed.chunks[at].kind != "NP":
        return False
    tokens = parsed.tokens[parsed.chunks[at].start : parsed.chunks[at].end]
    owned = any(token.tag == "Q" or token.low in _OWNED or token.low.endswith(("'s", "’s")) for token in tokens)
    return tokens[0].low in _DEFINITE and not owned


def _larger(other: Placed, placed: Placed) -> bool:
    share = placed.quantity.dimension == "percent"
    return other.quantity.dimension == "count" and (share or other.quantity.value > placed.quantity.value)


def _is_some(other: Placed) -> bool:
    """ "Six of its citizens were killed. Two of the dead": whether a number counts but some; "dozens of" counts all."""
    behind = other.parsed.tokens[other.phrase.token + 1 : other.phrase.token + 2]
    return other.quantity.qualifier != "vague" and any(token.low == "of" for token in behind)


def _of_one_fate(other: Placed, placed: Placed, named: int, lexicon: Lexicon) -> bool:
    """Whether the phrase names those whom the other number counts by what happened to them: the dead, those killed."""
    if other.measure is None or not other.measure.harm:
        return False
    chunks, tokens = placed.parsed.chunks, placed.parsed.tokens
    chunk = chunks[named]
    if other.of_people and tokens[chunk.head].lemma in lexicon.groups["the harmed"]:
        return True
    bare = chunk.end - chunk.start == 1 and named + 1 < len(chunks) and chunks[named + 1].kind == "VP"
    words = tokens[chunk.start : chunks[named + 1].end if bare else chunk.end]
    found = (
        trigger for token in words for key in {token.low, token.lemma} for trigger in lexicon.triggers.get(key, ())
    )
    return any(trigger.rule.name == other.measure.value and len(trigger.words) == 1 for trigger in found)


def _of_one_noun(other: Placed, placed: Placed, named: int, lexicon: Lexicon) -> bool:
    """Whether the phrase has the other number's noun, or points at it: "the men", "those", not "those who slid"."""
    chunk, tokens = placed.parsed.chunks[named], placed.parsed.tokens
    first, token = tokens[chunk.start].low, tokens[chunk.head]
    behind = _behind(placed.parsed, named + 1)
    if token.tag == "D":
        asked = placed.quantity.dimension == "percent" and behind == _DONE  # 40 percent of those surveyed
        return first in _POINTING and (asked or behind not in (*_TELLING, "A", _DONE))
    if token.tag != "n" or first in _THEIRS or (first == "the" and behind in _TELLING):
        return False
    noun = other.parsed.tokens[other.phrase.head] if other.phrase.head >= 0 else None
    people = other.of_people and lexicon.is_a(lexicon.class_of(token.lemma), "person")  # "seven of those people"
    same = noun is not None and token.low == noun.low  # of 126 votes, no share of "the vote"
    return same or (first in _POINTING and people) or token.low != token.lemma == other.unit


def _behind(parsed: Parsed, at: int) -> str:
    """The kind of the chunk behind a phrase, which may tell who is meant: "those who died", "those hurt by it"."""
    if at >= len(parsed.chunks):
        return ""
    chunk = parsed.chunks[at]
    return _DONE if chunk.kind == "VP" and parsed.bare(chunk) else chunk.kind
