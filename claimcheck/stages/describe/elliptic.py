"""The phrases of a sentence in, the same out: a number that leaves out what it counts has the noun of the one before.

"Six counts of murder, two of assault and eight of using a firearm": all are counts. A number cannot count a lone
singular, nor what somebody does.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from msgspec.structs import replace

from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Parsed

_OF = "of"
_TWO = 2
_DETERMINED = "DQNR"  # tags that open a phrase which may be a whole: "two of the men", "two of them"


def with_noun_of_last(
    parsed: Parsed, phrases: Mapping[int, Counted], dimensions: Mapping[int, str], lexicon: Lexicon
) -> dict[int, Counted]:
    """The phrases by token, those of "two of assault" with the plural that is counted before them."""
    found: dict[int, Counted] = {}
    last: Counted | None = None
    for token in sorted(phrases):
        phrase = phrases[token]
        counts = dimensions.get(token) == "count"
        if counts and last is not None and _leaves_out(parsed, token, lexicon):
            chunk = parsed.at[token]
            phrase = replace(
                last, token=token, first=chunk, last=chunk + 2, head=-1, whole=-1, pronoun=False, labelled=False
            )
        elif counts and phrase.head >= 0 and phrase.noun_class:
            head = parsed.tokens[phrase.head]
            last = phrase if head.low != head.lemma or head.low in lexicon.people else None
        found[token] = phrase
    return _with_noun_of_next(parsed, found, lexicon)


def _with_noun_of_next(parsed: Parsed, phrases: dict[int, Counted], lexicon: Lexicon) -> dict[int, Counted]:
    """The phrases, those that only tell the kind of the next noun with it: "64 anti-personnel, nine anti-tank and 73
    other mines", "3,800 Peruvian and 2,900 Chilean lives"."""
    for behind, token in pairwise(sorted(phrases, reverse=True)):
        phrase, after = phrases[token], phrases[behind]
        between = [chunk.kind for chunk in parsed.chunks[phrase.last + 1 : after.first]]
        if phrase.head < 0 or after.head < 0 or between not in (["C"], [","], [",", "C"]):
            continue
        if parsed.tokens[phrase.head].low in lexicon.groups["kind of a noun to come"]:
            phrases[token] = replace(phrase, unit=after.unit, noun_class=after.noun_class, rule=after.rule)
        elif _of_lands(parsed, phrase, after, lexicon):
            phrases[token] = replace(
                phrase, head=after.head, unit=after.unit, noun_class=after.noun_class, rule=after.rule
            )
    return phrases


def _of_lands(parsed: Parsed, phrase: Counted, after: Counted, lexicon: Lexicon) -> bool:
    """Whether two numbers stand before the adjectives of two lands, only the second of which has a noun behind it."""
    lands = [
        at
        for one in (phrase, after)
        for at in range(one.token + 1, min(one.head + 1, parsed.chunks[parsed.at[one.token]].end))
        if not {parsed.tokens[at].low, f"{parsed.tokens[at].low}s"}.isdisjoint(lexicon.people)
    ]
    plural = parsed.tokens[phrase.head].low.endswith("s")  # 30 Chileans and 20 Peruvian soldiers
    return len(lands) == _TWO and lands[0] == phrase.head and not plural and lands[1] < after.head


def _leaves_out(parsed: Parsed, token: int, lexicon: Lexicon) -> bool:
    """Whether a bare number stands before "of" and a lone singular or what somebody does; not "dozens of staff"."""
    chunks, tokens, at = parsed.chunks, parsed.tokens, parsed.at[token]
    alone = chunks[at].end == token + 1 and not tokens[token].low.endswith("s")
    if not alone or at + 2 >= len(chunks) or tokens[chunks[at + 1].start].low != _OF:
        return False
    behind = chunks[at + 2]
    if behind.kind == "VP":
        return tokens[behind.start].tag == "I"
    head = tokens[behind.head]
    if behind.kind != "NP" or head.tag != "n" or tokens[behind.start].tag in _DETERMINED:
        return False
    several = head.low != head.lemma or head.low in lexicon.plurals or head.low in lexicon.people
    return not several and not lexicon.is_a(lexicon.class_of(head.lemma), "person")
