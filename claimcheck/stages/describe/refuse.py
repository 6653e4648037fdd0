"""Counts that are no claims: the two sides, three reasons, one of the best."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.records import Quantity, Rejected
from claimcheck.rules.descriptions import Refusal
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Counted, Parsed
from claimcheck.stages.describe.triggers import Found


class _Case(NamedTuple):
    quantity: Quantity
    phrase: Counted
    measure: Found | None
    lemma: str  # of the counted noun
    before: str  # the word before the number
    speaks: bool


def refuse(
    quantity: Quantity, phrase: Counted, parsed: Parsed, measure: Found | None, speaks: bool, lexicon: Lexicon
) -> Rejected | None:
    """Why the quantity is no claim, if it is none."""
    tokens = parsed.tokens
    lemma = tokens[phrase.head].lemma if phrase.head >= 0 else ""
    before = tokens[phrase.token - 1].low if phrase.token else ""
    counted = _Case(quantity, phrase, measure, lemma, before, speaks)
    for rule in lexicon.refusals:
        if _applies(rule, counted):
            return Rejected(start=quantity.start, end=quantity.end, why=rule.why, rule=rule.id)
    return None


def _applies(rule: Refusal, counted: _Case) -> bool:
    quantity, phrase, measure = counted.quantity, counted.phrase, counted.measure
    if rule.units or quantity.dimension != "count":
        return quantity.unit in rule.units
    if (rule.value is not None and quantity.value != rule.value) or (rule.most and quantity.value > rule.most):
        return False
    if (rule.determiners and counted.before not in rule.determiners) or (
        rule.before and counted.before not in rule.before
    ):
        return False
    if rule.nouns and counted.lemma not in rule.nouns:
        return False
    told = measure is not None and not measure.derived
    if rule.speakers:
        return counted.speaks and measure is None
    if rule.any:
        vague = phrase.whole >= 0 or phrase.noun_class in ("", "other")  # "one of 26 people killed"
        return vague or measure is None or not told or measure.weak
    if rule.bare:
        return not told and not phrase.noun_class and (phrase.pronoun or phrase.words[0] >= phrase.words[1])
    return True
