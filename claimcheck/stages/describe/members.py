"""What those are who are counted as members of a body, or as deaths among people: soldiers of an army."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Chunk, Parsed
from claimcheck.stages.describe.tokens import Token

_AMONG = frozenset(("among", "amongst", "of"))
_NAMING = "nMJEIDQA'"  # tags of what may stand in the name of a body
_ARMED = ("combatant", "police")

NounFound = tuple[str, str, str]  # unit, class, rule


def member_of(tokens: Sequence[Token], head: int, lexicon: Lexicon) -> NounFound | None:
    """Unit, class and rule of the members of a body behind "of": "members of the Malian armed forces" are soldiers."""
    if tokens[head].lemma not in lexicon.groups["belonging"] or tokens[head + 1].low != "of":
        return None
    end = head + 2
    while end < len(tokens) and tokens[end].tag in _NAMING:
        end += 1
    of_group = False
    for at in range(end - 1, head + 1, -1):
        if found := _body(tokens, at, lexicon) or (_armed(tokens[at].lemma, lexicon) if of_group else None):
            return found
        of_group = of_group or lexicon.class_of(tokens[at].lemma) == "organisation"
        if tokens[at].tag == "n" and not of_group:
            return None
    return None


def parcel_of(tokens: Sequence[Token], head: int, lexicon: Lexicon) -> NounFound | None:
    """Unit, class and rule of things that are counted by the unit or piece: "40 units of military equipment".

    None for units of people and of bodies, which are bodies: "two units of the army", "of Marines".
    """
    if tokens[head].lemma not in lexicon.groups["parcel"] or tokens[head + 2].tag not in "nMJEI":
        return None
    matter = _matter(tokens, head + 2)
    word = tokens[matter]
    if word.tag != "n":
        return None
    pair = lexicon.nouns.get((tokens[matter - 1].low, word.lemma))
    _, noun_class, rule = pair or lexicon.nouns.get((word.lemma,), ("", "goods", ""))
    people = noun_class == "organisation" or lexicon.is_a(noun_class, "person") or _body(tokens, matter, lexicon)
    return None if people else (word.lemma, noun_class, rule)


def _matter(tokens: Sequence[Token], start: int) -> int:
    """The token of the noun that a phrase from `start` ends with."""
    at = start
    while at + 1 < len(tokens) and (
        tokens[at + 1].tag in "nM'" or (tokens[at].tag != "n" and tokens[at + 1].tag in "JEI")
    ):
        at += 1
    return at


def _body(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> NounFound | None:
    """The people of a body whose name ends with a word: "armed forces"; a "force" alone may be a task force."""
    low, word = tokens[at].low, tokens[at].lemma
    named = ((tokens[at - 1].low, word), (word,), (low,))
    return next((lexicon.bodies[key] for key in named if key in lexicon.bodies), None)


def _armed(word: str, lexicon: Lexicon) -> NounFound | None:
    """The same of the people that a group is of: "a commando unit", "a rebel group"."""
    unit, noun_class, rule = lexicon.nouns.get((word,), ("", "", ""))
    return (noun_class, noun_class, rule) if unit and any(lexicon.is_a(noun_class, name) for name in _ARMED) else None


def among_whom(parsed: Parsed, last: int, noun_class: str) -> Chunk | None:
    """Whom deaths, losses or the wounded are counted among, behind the phrase that ends with a chunk: "71 deaths
    among its troops"."""
    at = last + 1
    if noun_class != "casualty" or at + 1 >= len(parsed.chunks) or parsed.chunks[at + 1].kind != "NP":
        return None
    behind, token = parsed.chunks[at + 1], parsed.tokens[parsed.chunks[at].start]
    counts = any(parsed.tokens[t].tag == "Q" for t in range(behind.start, behind.end))
    return behind if token.low in _AMONG and not counts else None
