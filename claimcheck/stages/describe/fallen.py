"""An article's descriptions in; those of what fell from the sky out, where only their neighbours name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

import msgspec

from claimcheck.records import Article, Description, Fact, Quantity, Rejected
from claimcheck.stages.describe.lexicon import Lexicon

_DERIVED = "M00"
_FAR = 1500  # characters to the word that names it, behind the number where none stands before
_BEHIND, _AHEAD = 40, 40  # characters beside the number in which a verb tells that so much came down
_WORD = re.compile(r"[^\W\d_]+")

Result = Description | Rejected


def what_fell(
    article: Article, quantities: Sequence[Quantity], results: Sequence[Result], lexicon: Lexicon
) -> tuple[Result, ...]:
    """The descriptions, each height that a place got or a storm dumped with what is told beside to fall: rain or snow.

    "Three inches of rain are likely on the coast. Some areas could get up to eight inches."
    """
    return tuple(
        _as_fallen(article.text, quantity, result, lexicon) if isinstance(result, Description) else result
        for quantity, result in zip(quantities, results, strict=True)
    )


def _as_fallen(text: str, quantity: Quantity, told: Description, lexicon: Lexicon) -> Description:
    named = bool(told.object) or (told.measure is not None and told.measure.rule != _DERIVED)
    if named or quantity.unit not in lexicon.groups["height of a fall"]:
        return told
    beside = text[max(0, quantity.start - _BEHIND) : quantity.start] + text[quantity.end : quantity.end + _AHEAD]
    if lexicon.groups["coming down"].isdisjoint(_WORD.findall(beside.lower())):
        return told
    before = reversed(list(_WORD.finditer(text, max(0, quantity.start - _FAR), quantity.start)))
    words = chain(before, _WORD.finditer(text, quantity.end, quantity.end + _FAR))
    noun = next((word for word in words if word[0].lower() in lexicon.fallen), None)
    if noun is None:
        return told
    measure, rule = lexicon.fallen[noun[0].lower()]
    return msgspec.structs.replace(told, measure=Fact(value=measure, rule=rule, span=noun.span()))
