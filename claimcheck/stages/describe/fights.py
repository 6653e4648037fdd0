"""Which two sides fight one another: "clashes between Malian and Chadian forces", "its clashes with Chad"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.names import MANY, SIDES, Hit, Seen

_BETWEEN = 40  # characters from the word for fighting to the first of the two: "clashes | at the border between"
_BEHIND = 12  # … from the second of two that a hyphen joins to that word: "Kenyan-Somali | border | clashes"
_JOINT = ("-", "–", "—")
_IN_WHICH = re.compile(r"[^.;:]{0,60}?\s(?:which|when|where)\s")
_TWO = 2


def joined_in_fight(text: str, seen: Seen, lexicon: Lexicon, *, fought: bool = True) -> tuple[Hit, Hit] | None:
    """Two sides that a sentence joins where it tells of fighting; without `fought` of all between whom anything is."""
    hits = seen.of(*SIDES)[:MANY]
    fighting = _fighting(seen, lexicon.kinds_that["fighting"])
    for one, other in pairwise(hits):
        joint = text[one.end : other.start].strip()
        between = joint == "and" and one.before == "between"
        fight = joint == "and" and lexicon.scene_words.fight.match(text, other.end) is not None
        joined = between or fight or joint in _JOINT or _two_lands(joint, one, other)
        if one.name.country == other.name.country or not joined:
            continue
        near = any(0 < one.start - hit.end <= _BETWEEN or 0 < hit.start - other.end <= _BEHIND for hit in fighting)
        if near or fight or (between and not fought):
            return one, other
    return None


def foes_in(text: str, seen: Seen, lexicon: Lexicon) -> frozenset[str]:
    """The two that a sentence says are at war or clash with one another; none where it names but one."""
    fighting = _fighting(seen, lexicon.kinds_that["fighting"] & lexicon.kinds_that["lasting"])
    if not fighting or len(seen.of(*SIDES)) < _TWO:
        return frozenset()
    pair = joined_in_fight(text, seen, lexicon)
    if pair is not None:
        return frozenset(hit.name.country for hit in pair)
    return next(_with_another(text, seen.of("country", "demonym")[:MANY], fighting, lexicon), frozenset())


def is_recalled(text: str, seen: Seen, lexicon: Lexicon, number: int) -> bool:
    """ "Chad said it had learned from the war in which 7,000 died": whether a number but tells what a fight was."""
    kinds = (hit.end for hit in _fighting(seen, lexicon.kinds_that["fighting"]) if hit.end < number)
    return any(_IN_WHICH.match(text, end, number) is not None for end in kinds)


def _with_another(
    text: str, lands: Sequence[Hit], fighting: Sequence[Hit], lexicon: Lexicon
) -> Iterator[frozenset[str]]:
    """ "Chad said 12 had died in its border clashes with Mali": the other side, where one other is named before."""
    foe_next = lexicon.scene_words.foe_next
    for kind in fighting:
        foe = next((hit for hit in lands if kind.end < hit.start <= kind.end + _BETWEEN), None)
        others = {hit.name.country for hit in lands if hit.end < kind.end} - {foe.name.country if foe else ""}
        if foe is not None and len(others) == 1 and foe_next.search(text, kind.end, foe.start):
            yield frozenset({foe.name.country, *others})


def _fighting(seen: Seen, kinds: frozenset[str]) -> list[Hit]:
    return [hit for hit in seen.of("kind") if hit.name.value in kinds]


def _two_lands(joint: str, one: Hit, other: Hit) -> bool:
    """ "Mali Chad border clashes": a headline's two lands side by side."""
    return not joint and one.name.kind == other.name.kind == "country"
