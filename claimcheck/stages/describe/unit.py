"""Unit, class and words of what is counted, whose noun may stand before the verb, behind it, or be left out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimcheck.records import Quantity, Span
from claimcheck.stages.describe.clauses import among_them
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted, noun
from claimcheck.stages.describe.counting import number_of, those_before
from claimcheck.stages.describe.harm import how_badly
from claimcheck.stages.describe.members import among_whom
from claimcheck.stages.describe.triggers import Found
from claimcheck.stages.describe.wholes import is_whole

_PARTS = frozenset(("among", "including"))
_THINGS = ("building", "settlement", "vehicle", "weapon")
_FLED = "displaced"  # class of refugees
_ELLIPSIS = 14  # words over which a number without its noun still counts the noun before
_TALLY = 20  # and over which "the number of wounded" is of those whose dead were counted


def with_noun_before(c: Context, phrase: Counted, quantity: Quantity, measure: Found | None) -> Counted:
    """ "The number of passengers rose to 45": the phrase of a bare count, with the noun that stands far before."""
    if quantity.dimension != "count":
        return phrase
    of_people = measure is not None and measure.unit == "person"
    chunk = number_of(c, phrase) or those_before(c, phrase, of_people)
    if chunk is None or _said_to_be(c, phrase)[0]:  # "of the migrants, 40 were children"
        return phrase
    unit, noun_class, rule = noun(c.parsed.tokens, chunk.start, chunk.head, c.lexicon)
    if noun_class == "other" and measure is not None and measure.start == chunk.head:
        unit, noun_class = "", ""  # "the number of unemployed": the noun tells the measure
    return replace(phrase, words=(chunk.start, chunk.end), unit=unit, noun_class=noun_class, rule=rule)


def words_of(c: Context, phrase: Counted, quantity: Quantity) -> Span | None:
    """The counted phrase; of a duration without one, the verb that lasts: "controlled … for three decades"."""
    tokens = c.parsed.tokens
    start, end = phrase.words
    if start < end:
        return tokens[start].start, tokens[_with_whose(c, phrase, end) - 1].end
    if quantity.dimension != "duration" or not phrase.first:
        return None
    chunks = c.parsed.chunks
    if tokens[chunks[phrase.first - 1].start].low != "for":
        return None
    ahead = range(phrase.first - 2, max(-1, phrase.first - 9), -1)
    verb = next((at for at in (*ahead, *range(phrase.last + 1, len(chunks))) if chunks[at].kind == "VP"), None)
    if verb is None:
        return None
    last = phrase.first - 2 if verb < phrase.first else verb
    return tokens[chunks[verb].head].start, tokens[chunks[last].end - 1].end


def _with_whose(c: Context, phrase: Counted, end: int) -> int:
    """Where the counted phrase ends with what it is "of": "170 members of the army", "71 deaths among its men"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at = phrase.last + 1
    if phrase.head < 0 or at + 1 >= len(chunks) or chunks[phrase.last].end != end:
        return end
    behind = chunks[at + 1]
    named = tokens[behind.head].tag in "nM" and all(
        token.tag not in "Qt" for token in tokens[behind.start : behind.end]
    )
    whose = tokens[chunks[at].start].low == "of" or among_whom(c.parsed, phrase.last, phrase.noun_class) is not None
    of_noun = whose and behind.kind == "NP" and named
    return behind.end if of_noun else end


def unit_of(c: Context, phrase: Counted, quantity: Quantity, measure: Found | None) -> tuple[str, str]:
    """Unit and class of what is counted, by its noun, its measure, or the phrase that it goes on from."""
    if quantity.dimension != "count" and quantity.unit:
        return quantity.unit, phrase.noun_class or "other"
    unit, noun_class = phrase.unit, phrase.noun_class
    if measure and measure.alone and measure.unit and not of_bodies(c, phrase):
        return measure.unit, _class_of(c, measure.unit)  # of the dead, who are bodies: "some 45 bodies"
    if measure and measure.counted and not unit:
        return measure.counted, _class_of(c, measure.counted)
    if of_bodies(c, phrase):
        return (unit, noun_class) if measure and measure.alone else ("body", "body")
    if (whom := among_whom(c.parsed, phrase.last, noun_class)) is not None:
        told = noun(c.parsed.tokens, whom.start, whom.head, c.lexicon)
        mortal = c.lexicon.is_a(told[1], "person") or told[1] == "animal"  # no deaths "of the virus"
        unit, noun_class = told[:2] if mortal else (unit, noun_class)
    harmed = noun_class == "casualty" or unit in c.lexicon.groups["the harmed"]  # "12 of the wounded were guests"
    if not unit or (harmed and not is_whole(c, phrase, phrase.token)):
        said = _said_to_be(c, phrase)
        unit, noun_class = said if said[1] else (unit, noun_class)
    bare = not unit or (noun_class == "casualty" and (unit,) in c.lexicon.states)  # "78 wounded"
    if bare and (before := _joined_to(c, phrase, measure)):
        return before
    # "six of those killed"; "injured seven Governor …", a name that began the next sentence
    nominal = noun_class == "casualty" or (
        noun_class == "other" and (unit in c.lexicon.harming or _single(c, quantity, phrase, measure))
    )
    if measure and measure.unit and (not unit or nominal):
        return measure.unit, _class_of(c, measure.unit)
    if phrase.whole in c.phrases and not unit:
        unit, noun_class = c.phrases[phrase.whole].unit, c.phrases[phrase.whole].noun_class
    return unit or "thing", noun_class or "other"


def _single(c: Context, quantity: Quantity, phrase: Counted, measure: Found | None) -> bool:
    """Whether a number of the harmed stands before one thing that is no person: "kills 20 Moscow"."""
    if measure is None or not measure.harm or quantity.value < 2 or phrase.head < 0:
        return False
    head = c.parsed.tokens[phrase.head]
    says = head.lemma in c.lexicon.groups["saying"]  # "wounding 20 says the mayor", a text that lost its commas
    return says or (head.low == head.lemma and head.low.isalpha())


def of_bodies(c: Context, phrase: Counted) -> bool:
    """Whether those counted are told by their bodies: "the bodies of (only) 41 people"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at = phrase.first - 1
    if at >= 0 and chunks[at].kind == "A":
        at -= 1
    if at < 1 or tokens[chunks[at].start].low != "of":
        return False
    return _class_of(c, tokens[chunks[at - 1].head].lemma) == "body"


def _class_of(c: Context, unit: str) -> str:
    return c.lexicon.class_of(unit) or "other"


def _said_to_be(c: Context, phrase: Counted) -> tuple[str, str]:
    """ "487 were children", "12 of those killed were children": unit and class of the noun behind the copula."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at = phrase.last + 1
    at += at + 1 < len(chunks) and chunks[at].kind == chunks[at + 1].kind == "VP" and c.parsed.bare(chunks[at])
    if at + 1 >= len(chunks) or chunks[at].kind != "VP" or tokens[chunks[at].head].low not in ("were", "are"):
        return "", ""
    behind = chunks[at + 1]
    if behind.kind != "NP" or tokens[behind.head].tag != "n":
        return "", ""
    unit, noun_class, _ = noun(tokens, behind.start, behind.head, c.lexicon)
    return (unit, noun_class) if noun_class not in ("other", "casualty") else ("", "")


def _joined_to(c: Context, phrase: Counted, measure: Found | None) -> tuple[str, str] | None:
    """Unit and class of the phrase before, which an ellipsis counts: "1,140 soldiers were wounded and 880 killed"."""
    near = range(max(0, _chained(c, phrase.token) - _ELLIPSIS), phrase.token)
    near = near if any(t in c.phrases for t in near) else _to_tally(c, phrase, measure)
    # "killed 137 people, among them three children, and wounded 182": the 182 are people.
    told = [t for t in near if t in c.phrases and not _listed(c, t)]
    token = max((t for t in told if c.phrases[t].noun_class), default=max(told, default=None))
    if token is None:
        return None
    last = c.phrases[token]
    between = c.parsed.tokens[last.words[1] : phrase.token]
    if not any(mark.tag in "C,:;-S" for mark in between):
        return None
    if last.noun_class in ("", "casualty"):
        return _of_tally(c, token, measure)
    joined = _goes_on_from(c, last, told, phrase, measure)
    return (joined.unit, joined.noun_class) if joined else None


def _to_tally(c: Context, phrase: Counted, measure: Found | None) -> range:
    """The words from the count of another fate: "a toll of 40 soldiers …, and the number of | wounded is now 92"."""
    start = max(0, measure.start - _TALLY) if measure is not None and measure.harm else phrase.token
    last = max((t for t in range(start, phrase.token) if t in c.phrases), default=phrase.token)
    before = c.measure(last) if last < phrase.token else None
    other = before is not None and before.harm and measure is not None and before.value != measure.value
    return range(last if other else phrase.token, phrase.token)


def _of_tally(c: Context, token: int, measure: Found | None) -> tuple[str, str] | None:
    """ "The number of soldiers killed rose to 36, that of the wounded to 92": of whom the number before tells."""
    before = c.measure(token)
    if before is None or measure is None or not (before.harm and measure.harm and before.counted):
        return None
    noun_class = _class_of(c, before.counted)
    return (before.counted, noun_class) if c.lexicon.is_a(noun_class, "person") else None


def _goes_on_from(
    c: Context, last: Counted, told: Sequence[int], phrase: Counted, measure: Found | None
) -> Counted | None:
    if phrase.pronoun and how_badly(c, phrase):
        people = [t for t in told if c.lexicon.is_a(c.phrases[t].noun_class, "person")]
        return c.phrases[max(people)] if people else last  # "14 people in two cars, two of them critically"
    if phrase.pronoun:
        return last  # "seven bridges, two of which collapsed"
    # "destroyed 300 homes and injured 50" counts no homes the second time.
    before = c.measure(last.token)
    fled = last.noun_class == _FLED and (before is None or before.value in c.lexicon.groups["flight"])
    if fled and measure is not None and measure.harm and measure.value not in c.lexicon.groups["flight"]:
        return None  # "13,000 refugees, 20 dead in explosion"
    same = measure is not None and before is not None and before.value == measure.value
    same = same or _same_verb(c, last, phrase) or _of_such_things(c, last, measure)
    return last if same or c.lexicon.is_a(last.noun_class, "person") else None


def _listed(c: Context, token: int) -> bool:
    """Whether a quantity stands in a list of parts: "among them three children", "three children among them"."""
    return among_them(c.parsed, c.phrases[token].last) or any(
        word.low in _PARTS for word in c.parsed.tokens[max(0, token - 2) : token]
    )


def _chained(c: Context, token: int) -> int:
    """The first of the numbers without a noun that lead to this one: "165 in the north, 107 in the south, 65 …"."""
    bare = [t for t in range(token) if t in c.phrases and not c.phrases[t].noun_class]
    for earlier in reversed(bare):
        if token - earlier > _ELLIPSIS:
            break
        token = earlier
    return token


def _same_verb(c: Context, one: Counted, other: Counted) -> bool:
    """ "Smith has 163 delegates and Jones has 63"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if not (one.first and other.first):
        return False
    verbs = [chunk for chunk in (chunks[one.first - 1], chunks[other.first - 1]) if chunk.kind == "VP"]
    return len(verbs) == 2 and tokens[verbs[0].head].lemma == tokens[verbs[1].head].lemma


def _of_such_things(c: Context, last: Counted, measure: Found | None) -> bool:
    """ "160 homes were hit while 117 were destroyed": whether a harm is one that befalls what was counted."""
    if measure is None or not measure.harm or measure.victims:
        return False
    return any(c.lexicon.is_a(last.noun_class, name) for name in measure.classes or _THINGS)
