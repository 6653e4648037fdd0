"""A number behind a label in, the noun that the label names out: "tanks – 3,667, guns – 2,837", "Field guns: 87"."""

from __future__ import annotations

from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Chunk, Parsed

_LABEL = frozenset(("NP", "P", "C", "A", "'", "VP", "(", ")", "t"))  # chunks of "mortars of various calibre"
_LONGEST = 12  # of them
_PARTED = frozenset(",;:")  # what a label with a dash stands behind
_MARKS = frozenset("-;")  # what an item stands behind
_MACHINES = ("vehicle", "weapon")
_ENDS = frozenset((*_PARTED, *_MARKS, "(", "C", "."))  # what stands behind its number


def label_of(parsed: Parsed, at: int, lexicon: Lexicon) -> tuple[int, Chunk] | None:
    """Where the label begins before the dash or colon that the number's chunk stands behind, and its noun: chunks.

    Where the line holds no mark of a list, only a noun of which something may be counted is one: "The toll: 87".
    """
    chunks, start = parsed.chunks, at - 1
    behind = chunks[at + 1].kind if at + 1 < len(chunks) else "."
    if at < 2 or chunks[start].kind not in "-:" or behind not in _ENDS:
        return None
    while start > 0 and at - start < _LONGEST and chunks[start - 1].kind in _LABEL:
        start -= 1
    dashed, mark = chunks[at - 1].kind == "-", chunks[start - 1].kind if start else ""
    marked = mark in _MARKS if not dashed else mark in _PARTED or (mark == "-" and behind in "-.")
    if start == at - 1 or not (marked or (start == 0 and not dashed)):
        return None
    over = chunks[start].kind == "VP" and parsed.bare(chunks[start])  # "armoured | vehicles"
    named = chunks[start + over]
    if named.kind != "NP" or parsed.tokens[named.head].tag not in "nM":
        return None
    return (start, named) if dashed or _counts(parsed, named, lexicon, marked=marked) else None


def _counts(parsed: Parsed, named: Chunk, lexicon: Lexicon, *, marked: bool) -> bool:
    """Whether something may be counted of a label, and it tells no measure itself: "Deaths: 40"."""
    head = parsed.tokens[named.head]
    tells = head.lemma in lexicon.named or head.low in lexicon.named
    noun_class = lexicon.class_of(head.lemma)
    several = head.low != head.lemma or any(lexicon.is_a(noun_class, name) for name in _MACHINES)  # "UAV: 252"
    known = marked or (several and noun_class not in ("", "other"))
    return known and not tells
