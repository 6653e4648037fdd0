"""Which quantity of the same article a quantity is part of, where the text says so."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import PartOf, Span
from claimcheck.stages.describe.sentence import Placed

_INCLUDING = frozenset(("including", "includes", "include", "included", "among", "comprising", "of"))
_PRONOUNS = frozenset(("them", "whom", "which", "those", "these"))
_FAR = 400  # characters: further back than the sentences before, no whole is looked for


def part_of(at: int, all_placed: Sequence[Placed | None]) -> tuple[PartOf, ...]:
    """The wholes of one quantity, among those before it in the article (and behind "of the")."""
    placed = all_placed[at]
    if placed is None or placed.quantity.dimension not in ("count", "percent"):
        return ()
    whole = placed.phrase.whole
    if whole >= 0:
        other = placed.parsed.tokens[whole]
        near = all_placed[max(0, at - 2) : at + 3]
        start = next(
            (p.quantity.start for p in near if p and p.parsed is placed.parsed and p.phrase.token == whole), None
        )
        if start is not None:
            return (PartOf(whole=start, rule="O01", span=(placed.parsed.tokens[placed.phrase.token].end, other.start)),)
    cue = _cue(placed)
    if cue is None:
        return ()
    found = _antecedent(at, all_placed)
    return (PartOf(whole=found.quantity.start, rule="O02", span=cue),) if found else ()


def _cue(placed: Placed) -> Span | None:
    """The words that make the quantity a part: "including", "among them", "of whom", "two of them"."""
    tokens, phrase, chunks = placed.parsed.tokens, placed.phrase, placed.parsed.chunks
    if phrase.pronoun:
        return tokens[phrase.token + 1].start, tokens[min(phrase.token + 2, len(tokens) - 1)].end
    first = chunks[phrase.first].start
    for back in range(first - 1, max(-1, first - 14), -1):
        token = tokens[back]
        if token.tag == "-" and any(t.tag == "Q" for t in tokens[max(0, back - 6) : back]):
            return token.start, token.end  # "21 people - 19 children and two teachers - were killed"
        if token.tag == ":" and phrase.head < 0 and any(t.tag == "Q" for t in tokens[max(0, back - 40) : back]):
            return token.start, token.end  # "killed 208 people: 129 in the south, 69 in the north"
        if token.low in _INCLUDING:
            if token.low in ("of", "among"):
                behind = tokens[back + 1] if back + 1 < len(tokens) else token
                if behind.low not in _PRONOUNS:
                    return None
            return token.start, token.end
        # "including 169 women and 20 children": the list goes on over other quantities, commas and "and".
        if token.tag not in "QCnMJDP,A(EIN'tX":
            return None
    return None


def _antecedent(at: int, all_placed: Sequence[Placed | None]) -> Placed | None:
    """The nearest earlier quantity that can hold this one: as large, of the same measure and kind."""
    placed = all_placed[at]
    if placed is None:
        return None
    measure = placed.measure.value if placed.measure else None
    for back in range(at - 1, -1, -1):
        other = all_placed[back]
        if other is None:
            continue
        if placed.quantity.start - other.quantity.end > _FAR:
            return None
        told = other.measure.value if other.measure else None
        holds = other.quantity.dimension == "count" and other.quantity.value >= placed.quantity.value
        same = placed.phrase.pronoun or measure is None or told in (measure, None)
        if holds and same and _cue_free(other, placed):
            return other
    return None


def _cue_free(other: Placed, placed: Placed) -> bool:
    """Not a fellow part of the same list."""
    return other.parsed is not placed.parsed or _cue(other) != _cue(placed)
