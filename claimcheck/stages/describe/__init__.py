"""Quantities in; what they count, what happened, where and when out. Leaves who says so to others."""

from __future__ import annotations

from itertools import groupby

from claimcheck.records import Article, Description, Quantity, Rejected, Segments
from claimcheck.rules import Rules
from claimcheck.stages.describe.lexicon import Lexicon, build
from claimcheck.stages.describe.measures import Found, Measurer
from claimcheck.stages.describe.phrases import Counted, Parsed, counted, parse
from claimcheck.stages.describe.refuse import refuse
from claimcheck.stages.describe.tokens import tokenise


def describe(
    article: Article, segments: Segments, quantities: tuple[Quantity, ...], rules: Rules
) -> tuple[Description | Rejected, ...]:
    """For each quantity its description, or why it is no claim after all ("the two sides")."""
    lexicon = rules.once(build)
    out: list[Description | Rejected] = []
    for sentence, group in groupby(enumerate(quantities), key=lambda pair: pair[1].sentence):
        found = list(group)
        where = segments.sentences[sentence]
        tokens = tokenise(article.text, where.start, where.end, found, lexicon)
        out += _sentence(article, parse(tokens), dict(found), lexicon)
    return tuple(out)


def _sentence(
    article: Article, parsed: Parsed, found: dict[int, Quantity], lexicon: Lexicon
) -> list[Description | Rejected]:
    at = {token.quantity: index for index, token in enumerate(parsed.tokens) if token.quantity >= 0}
    phrases = {index: counted(parsed, index, lexicon) for index in at.values()}
    dimensions = {at[number]: quantity.dimension for number, quantity in found.items() if number in at}
    measurer = Measurer(parsed, phrases, dimensions, lexicon)
    out: list[Description | Rejected] = []
    for number, quantity in found.items():
        token = at.get(number)
        if token is None:
            out.append(Rejected(start=quantity.start, end=quantity.end, why="inside another number", rule="K00"))
            continue
        measure = _measure(measurer, token, quantity)
        refused = refuse(quantity, phrases[token], parsed, measure, lexicon)
        out.append(refused or _description(article, quantity, phrases[token], parsed, measure))
    return out


def _measure(measurer: Measurer, token: int, quantity: Quantity) -> Found | None:
    found = measurer.measure(token)
    if quantity.dimension == "duration" and (found is None or found.derived):
        return Found("duration", "M71", token, token + 1)
    if quantity.dimension == "money" and (found is None or found.derived):
        return Found("cost", "M58", token, token + 1) if found is None else found
    return found


def _description(
    article: Article, quantity: Quantity, phrase: Counted, parsed: Parsed, measure: Found | None
) -> Description:
    start, end = phrase.words
    span = (parsed.tokens[start].start, parsed.tokens[end - 1].end) if start < end else None
    unit, noun_class = phrase.unit, phrase.noun_class
    if quantity.unit and quantity.dimension != "count":
        unit = quantity.unit
    elif measure and measure.unit and (not unit or noun_class == "casualty"):
        unit, noun_class = measure.unit, noun_class or measure.unit
    return Description(
        object=article.text[slice(*span)] if span else "",
        object_span=span,
        unit=unit or "thing",
        noun_class=noun_class or "other",
        measure=measure.fact(parsed) if measure else None,
    )
