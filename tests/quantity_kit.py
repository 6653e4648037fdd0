"""Quantities of a text that is one sentence."""

from __future__ import annotations

from claimcheck.examples import quantity_shown
from claimcheck.pipeline import load_rules
from claimcheck.records import Article, Quantity, Rejected, Segments, Sentence
from claimcheck.rules import Rules
from claimcheck.stages.extract import extract


def rules_as_shipped() -> Rules:
    """The packs of this checkout."""
    return load_rules()


def fates(
    text: str, rules: Rules | None = None, *, kind: str = "body"
) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """What becomes of the numbers of a text that is one sentence."""
    sentence = Sentence(start=0, end=len(text), paragraph=0, kind=kind)
    segments = Segments(sentences=(sentence,), quotes=())
    found, refused = extract(Article.from_text(text), segments, rules or rules_as_shipped())
    doubted = (quantity.doubt for quantity in found if quantity.doubt)
    rejected = tuple(sorted((*refused, *doubted), key=lambda one: one.start))
    return tuple(quantity for quantity in found if quantity.doubt is None), rejected


def read(text: str) -> str:
    """All quantities of a sentence as examples write them, joined by "; "."""
    return "; ".join(quantity_shown(quantity) for quantity in fates(text)[0])
