"""Counts that are no claims: the two sides, three reasons, one of the best."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.records import Quantity, Rejected
from claimcheck.rules.descriptions import Refusal
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Parsed
from claimcheck.stages.describe.tokens import PLURAL, Token
from claimcheck.stages.describe.triggers import Found


class _Case(NamedTuple):
    quantity: Quantity
    phrase: Counted
    measure: Found | None
    lemma: str  # of the counted noun
    before: str  # the word before the number
    speaks: bool
    single: bool  # digits above one before a noun in the singular: "the Vega 820 chip"


def refuse(
    quantity: Quantity, phrase: Counted, parsed: Parsed, measure: Found | None, speaks: bool, lexicon: Lexicon
) -> Rejected | None:
    """Why the quantity is no claim, if it is none."""
    tokens = parsed.tokens
    lemma = tokens[phrase.head].lemma if phrase.head >= 0 else ""
    before = tokens[phrase.token - 1].low if phrase.token else ""
    counted = _Case(quantity, phrase, measure, lemma, before, speaks, _names_one(quantity, phrase, parsed, lexicon))
    victims = _counts_victims(counted, parsed, lexicon)
    if quantity.doubt and not victims:
        return quantity.doubt
    kept = victims or _listed(phrase, parsed)
    for rule in lexicon.refusals:
        if _applies(rule, counted) and not (kept and rule.unless_victims):
            return Rejected(start=quantity.start, end=quantity.end, why=rule.why, rule=rule.id)
    return None


def _applies(rule: Refusal, counted: _Case) -> bool:
    quantity, phrase, measure = counted.quantity, counted.phrase, counted.measure
    if quantity.dimension != "count":
        return False
    if rule.single:
        return counted.single
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
        if measure is None or not counted.speaks:
            return counted.speaks
        # "two survivors told the court", "citing four officials"
        return measure.derived or (measure.start == phrase.head and not measure.victims)
    if rule.any and phrase.noun_class == "body" and measure is not None and measure.victims:
        # "at least one dead body could be seen"; not "one heart, one body in the fight"
        return not phrase.token < measure.start < phrase.head
    if rule.any:
        vague = phrase.whole >= 0 or phrase.noun_class in ("", "other")  # "one of 26 houses burned"
        return vague or measure is None or not told or measure.weak
    if rule.bare:
        return not told and not phrase.noun_class and (phrase.pronoun or phrase.words[0] >= phrase.words[1])
    return True


def _names_one(quantity: Quantity, phrase: Counted, parsed: Parsed, lexicon: Lexicon) -> bool:
    """ "the 787 conundrum", "the Vega 820 chip", "a 1969 raid": behind a number that counts stands no singular."""
    tokens, head = parsed.tokens, phrase.head
    number = tokens[phrase.token]
    if head < 0 or not phrase.token or phrase.first != phrase.last or phrase.whole >= 0 or quantity.value <= 1:
        return False
    if not number.low.isdecimal() or len(number.low) > _LONGEST_NAME or quantity.qualifier != "exact":
        return False
    if tokens[head].lemma in lexicon.groups["figure"] or tokens[head].lemma in lexicon.groups["count noun"]:
        return False  # "the 670 figure"
    before = tokens[phrase.token - 1]
    led = before.low in _DETERMINERS or (before.tag == "M" and phrase.token > 1 and before.low not in lexicon.people)
    end = parsed.chunks[phrase.first].end
    inside = tokens[phrase.token + 1 : end]
    if end < len(tokens) and tokens[end].tag in _GOES_ON:
        return False  # "11 Super | Tuesday states", "24 F | /A-18 jets"
    if [token.tag for token in tokens[end : end + 2]] == ["C", "Q"]:
        return False  # "20 Malian | and 30 Chadian dead"
    if before.low in _DETERMINERS and len(inside) > 1 and (inside[0].lemma,) in lexicon.nouns:
        return False  # "a 30 seat majority", "the 50 member panel"
    led = led or all(token.tag == "M" for token in inside)  # "by 38 North"
    return led and inside[-1] is tokens[head] and all(_one_thing(token, lexicon) for token in inside)


_LONGEST_NAME = 4  # digits
_GOES_ON = frozenset("tnMJQ/")
_SHORTEST_WORD = 1  # letter: no "F", no "C"
_DETERMINERS = frozenset(("the", "a", "an"))


def _one_thing(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is no plural and no people: "conundrum", "slow", "Premium"."""
    low = token.low
    if token.tag not in "JnM" or low != token.lemma or not low.isalpha() or low in lexicon.people:
        return False
    several = low.endswith(PLURAL) or low in lexicon.plurals or low in lexicon.groups["unchanged plural"]
    counting = low in lexicon.groups["figure"]  # "the 670 figure"
    return len(low) > _SHORTEST_WORD and not (several or counting) and (low,) not in lexicon.states


def _counts_victims(counted: _Case, parsed: Parsed, lexicon: Lexicon) -> bool:
    """ "killing one", "one dead", "one of them was wounded": harm to people that the number itself is told of."""
    phrase, measure = counted.phrase, counted.measure
    if measure is None or not measure.victims or not measure.strong:
        return False
    generic = lexicon.groups["in general"]
    if phrase.head < 0 and any(parsed.tokens[t].low in generic for t in range(phrase.token, measure.start)):
        return False  # "one can be killed by a mosquito"
    of_whole = phrase.last > phrase.first or phrase.whole >= 0
    if not phrase.noun_class and not phrase.pronoun:
        return not of_whole and parsed.chunks[phrase.first].start == phrase.token  # but "an armoured one"
    people = phrase.pronoun or phrase.noun_class == "casualty" or lexicon.is_a(phrase.noun_class, "person")
    if not of_whole:
        return people
    return people and not _apposed(phrase, parsed) and not _within(phrase, measure, parsed)


def _listed(phrase: Counted, parsed: Parsed) -> bool:
    """ "One girl, seven women and 12 men": a number that others of a list follow is one, too."""
    behind = parsed.tokens[phrase.words[1] : phrase.words[1] + 2]
    named = phrase.noun_class not in ("", "other") and phrase.whole < 0
    return named and len(behind) == 2 and behind[0].low in (",", "and") and behind[1].tag == "Q"


def _apposed(phrase: Counted, parsed: Parsed) -> bool:
    """ "Smith, one of its leaders, was killed": that says who he is."""
    return not phrase.pronoun and phrase.first > 0 and parsed.chunks[phrase.first - 1].kind in (",", "NP", "-", "(")


def _within(phrase: Counted, measure: Found, parsed: Parsed) -> bool:
    """ "one of the 26 people killed", "one of those who died": the words tell of all of them."""
    at = parsed.at[measure.start]
    if at <= phrase.last:
        return at >= phrase.first
    behind = parsed.chunks[phrase.last + 1]
    return behind.kind == "R" or (at == phrase.last + 1 and measure.object_told and parsed.bare(behind))
