"""A quantity in, the running total that it is told as the last part of out: "16 died, bringing the toll to 45"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import PartOf
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.placed import Placed
from claimcheck.stages.describe.tokens import Token

_AHEAD = 3  # numbers from a part to the total
_FAR = 14  # words from the verb to the total
_THIS = ("this", "that", "it", "which")
_BODY, _FOUND = "body", "found"  # bodies that are found are counted among the dead
_OPENING = 3  # words that open a sentence: "in total,", "a total of"


def added(at: int, all_placed: Sequence[Placed | None], lexicon: Lexicon) -> tuple[PartOf, ...]:
    """The larger number of what happened to these that the words behind it raise or tell in all."""
    placed = all_placed[at]
    if placed is None or placed.quantity.dimension != "count" or _before(placed) == "from":
        return ()
    for total in all_placed[at + 1 : at + 1 + _AHEAD]:
        if total is None or not _goes_on(placed, total):
            continue
        tokens, first = total.parsed.tokens, _opening(total)
        if placed.parsed is total.parsed:
            raised = _raised(tokens, placed.phrase.token + 1, first, lexicon)
        elif total.quantity.sentence == placed.quantity.sentence + 1:
            raised = _opens(tokens, first, lexicon) if _is_more(placed) else None
            raised = raised or (_raised(tokens, 0, first, lexicon) if tokens[0].low in _THIS else None)
        else:
            return ()
        if raised is not None:
            return (PartOf(whole=total.quantity.start, rule="O3562", span=(raised.start, raised.end)),)
    return ()


def _goes_on(part: Placed, total: Placed) -> bool:
    """Whether a number may be that of all of whom the other one counts the last."""
    if total.quantity.dimension != "count" or total.quantity.value <= part.quantity.value:
        return False
    one, other = part.measure, total.measure
    if one is not None and other is not None and one.value == other.value:
        return True
    people = part.of_people or part.noun_class == _BODY
    return other is not None and other.harm and people and (one is None or one.value == _FOUND)


def _raised(tokens: Sequence[Token], start: int, total: int, lexicon: Lexicon) -> Token | None:
    """The verb that takes a count to a total, "bringing the number of dead to", over no other number."""
    words = tokens[max(start, total - _FAR) : total]
    if not words or words[-1].low != "to" or any(token.tag == "Q" for token in words):
        return None
    return next((token for token in words if token.lemma in lexicon.groups["adding up"] and token.tag in "VEI"), None)


def _opening(total: Placed) -> int:
    """The token at which a number begins with the words that qualify it: "to | at least 45"."""
    tokens, at = total.parsed.tokens, total.phrase.token
    while at and tokens[at - 1].start >= total.quantity.start:
        at -= 1
    return at


def _opens(tokens: Sequence[Token], total: int, lexicon: Lexicon) -> Token | None:
    """The word by which a sentence opens with all that there are."""
    return next((token for token in tokens[: min(_OPENING, total)] if token.low in lexicon.groups["in all"]), None)


def _before(placed: Placed) -> str:
    at = placed.phrase.token
    return placed.parsed.tokens[at - 1].low if at else ""


def _is_more(placed: Placed) -> bool:
    """Whether a number is of those that come on top: "25 more", "another 25"."""
    return placed.scope is not None and placed.scope.value == "additional"
