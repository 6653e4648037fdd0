"""Counts that are no claims: the two sides, three reasons, one of the best."""

from __future__ import annotations

from claimcheck.records import Quantity, Rejected
from claimcheck.rules.descriptions import Refusal
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.measures import Found
from claimcheck.stages.describe.phrases import Counted, Parsed


def refuse(
    quantity: Quantity, phrase: Counted, parsed: Parsed, measure: Found | None, speaks: bool, lexicon: Lexicon
) -> Rejected | None:
    """Why the quantity is no claim, if it is none."""
    lemma = parsed.tokens[phrase.head].lemma if phrase.head >= 0 else ""
    for rule in lexicon.refusals:
        if _applies(rule, quantity, phrase, parsed, measure, lemma, speaks):
            return Rejected(start=quantity.start, end=quantity.end, why=rule.why, rule=rule.id)
    return None


def _applies(
    rule: Refusal, quantity: Quantity, phrase: Counted, parsed: Parsed, measure: Found | None, lemma: str, speaks: bool
) -> bool:
    if rule.units or quantity.dimension != "count":
        return quantity.unit in rule.units
    if rule.value is not None and quantity.value != rule.value:
        return False
    if rule.most and quantity.value > rule.most:
        return False
    if rule.any:
        return measure is None or measure.derived or measure.weak or phrase.noun_class in ("", "other")
    if rule.speakers:
        return speaks and measure is None
    if rule.bare:
        known = measure is not None and not measure.derived
        if known or phrase.noun_class or (phrase.words[0] < phrase.words[1] and not phrase.pronoun):
            return False
    elif lemma not in rule.nouns:
        return False
    before = parsed.tokens[phrase.token - 1] if phrase.token else None
    if rule.determiners:
        return before is not None and before.low in rule.determiners
    if rule.before:
        return before is not None and before.low in rule.before
    return True
