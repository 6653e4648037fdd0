"""Two claims of one figure in, their relation out: update, agree, compatible, diverge or contradict, with reasons."""

from __future__ import annotations

import re

from claimcheck.records import DISPUTES, Relation, RelationKind
from claimcheck.slots import Amount, Book, Subject, converted, same_number
from claimcheck.stages.compare.alike import Alike
from claimcheck.stages.compare.doubts import blocking, doubts_of
from claimcheck.stages.compare.pair import Pair, pair_of, two_voices
from claimcheck.stages.compare.telling import Telling
from claimcheck.stages.compare.together import Together
from claimcheck.stages.compare.updates import update_rule
from claimcheck.stages.compare.wording import Filled, Words

_NOT = "G11"
_SUPPOSED = "hypothetical"
_BESIDE = 12  # characters from a "not" to the verb that it denies: "not yet been | found"
_SOME = "some_of"
_LONGER = re.compile(r"[a-z]{5,}")
_FEW_SHARED = 2  # words of two sentences, by which they hardly tell of one thing
_WEIGHING = ("noun", "portion", "place", "period")  # slots that may differ within a figure


def relate(a: Telling, b: Telling, told: Together, alike: Alike, book: Book, words: Words) -> Relation | None:
    """How two claims of one figure stand to each other; None: nothing can be said, as where both are denied."""
    pair = pair_of(a, b, told, alike, book)
    decided = _decide(pair, words)
    if decided is None:
        return None
    kind, name = decided
    doubts = doubts_of(pair) if kind in DISPUTES else ()
    if name == "cannot-both" and blocking(doubts):
        kind, name = "diverge", "scope-open"
    said = (a.said, b.said) if a.subject is pair.a else (b.said, a.said)
    filled = Filled(*(reversed(said) if pair.b.denied else said))  # the sentence names who denies before who states
    filled.update(when_a=pair.day_a or "an unknown day", when_b=pair.day_b or "an unknown day")
    return Relation(
        a=pair.a.claim.id,
        b=pair.b.claim.id,
        kind=kind,
        reasons=(words.says(name, filled), *pair.shared),
        rules=(words.id(name),),
        doubts=tuple(words.says(doubt, filled) for doubt in doubts),
    )


def _decide(pair: Pair, words: Words) -> tuple[RelationKind, str] | None:
    """The first relation that holds, and the rule that says so; what cannot both be true may yet be left open."""
    a, b = pair.a, pair.b
    if a.denied or b.denied:
        return _denial(pair)
    if (agrees := _agreement(a, b, words.limit("rounded"))) is not None:
        return ("agree", agrees)
    meet = a.amount.typical.meets(b.amount.typical) and not _set_against(a, b)
    if (update := update_rule(pair, words, meet)) is not None:
        return ("update", update)
    if meet and _literal(a.amount, b.amount):
        return ("compatible", "ranges-meet")
    if any(pair.labels[slot] == "different" and not (slot == "noun" and pair.one_crowd) for slot in _WEIGHING):
        return None  # one figure by what the others of it tell, but of another part, class, place or time: no dispute
    if pair.beside_all or _one_tells_both(a, b):
        loose = "vague" in (a.claim.quantity.qualifier, b.claim.quantity.qualifier)
        return ("compatible", "told-loosely") if loose and _literal(a.amount, b.amount) else None
    if pair.only_some or _two_parts(a, b):
        return None
    if _literal(a.amount, b.amount) and not _set_against(a, b):
        return ("compatible", "only-possible") if pair.possible else ("diverge", "read-apart")
    return ("contradict", "cannot-both")


def _one_tells_both(a: Subject, b: Subject) -> bool:
    """Whether one voice gives both numbers in one text, of two things: an air strike's dead, and a shelling's."""
    one_text = a.claim.article == b.claim.article and a.kind == b.kind
    return one_text and (a.voice == b.voice or not set(a.voice).isdisjoint(b.voice))


def _two_parts(a: Subject, b: Subject) -> bool:
    """ "Twelve of the wounded were foreigners", "six of the wounded were miners": some of all, told in other words."""
    return a.slots.scope == b.slots.scope == _SOME and _told_behind(a).isdisjoint(_told_behind(b))


def _told_behind(subject: Subject) -> set[str]:
    """The longer words that a sentence has behind a number, but those of what is counted."""
    behind = subject.told_in[subject.claim.quantity.end - subject.claim.sentence[0] :].casefold()
    counted = set(_LONGER.findall(subject.claim.description.object.casefold()))
    return set(_LONGER.findall(behind)) - counted


def _denial(pair: Pair) -> tuple[RelationKind, str] | None:
    """A denial speaks of the number that somebody else states, or of none that is compared here.

    Who denies 600 and gives 250 does not gainsay itself, nor is the 250 the later count of the two.
    """
    a, b = pair.a, pair.b
    one_voice = a.voice == b.voice
    if a.denied == b.denied or (one_voice and (a.claim.article == b.claim.article or not a.voice)):
        return None
    denier, stated = (a, b) if a.denied else (b, a)
    if (denier.known or _negates_verb(denier)) and a.slots.measure != b.slots.measure:
        return None  # "without the 1,237 delegates", "denied that the 21 girls were exchanged": not how many they are
    if _negates_verb(denier) and not (_negates_deed(denier) and stated.slots.modality != _SUPPOSED):
        return None
    if _of_another_deed(pair):
        return None
    name = "rejected" if one_voice else "denied" if denier.voice else "called-untrue"
    return ("contradict", name) if a.amount.literal.meets(b.amount.literal) or same_number(a.amount, b.amount) else None


def _of_another_deed(pair: Pair) -> bool:
    """ "Denied a $25 million bid for one player", "another signed for $25 million": whether a story gives the number of
    something else, in other words; not where most of a sentence is told again."""
    a, b = pair.a, pair.b
    deeds = pair.labels["measure"] in ("unknown", "different") and None not in (a.slots.measure, b.slots.measure)
    shared = (a.context or frozenset()) & (b.context or frozenset())
    return deeds and pair.labels["wording"] != "same" and len(shared) <= _FEW_SHARED


def _negates_verb(denier: Subject) -> bool:
    """Whether nobody calls a number untrue, but a "not" says that what a verb tells did not happen."""
    status, who = denier.claim.description.status, denier.claim.attribution
    return status is not None and status.rule == _NOT and not (who is not None and who.manner == "denies")


def _negates_deed(denier: Subject) -> bool:
    """Whether a "not" stands with the verb that tells the measure, or with the number: "did not find the 45", "not 45".

    "Police have not named the two people killed" and "need no letter to begin the two-year term" take them for granted.
    """
    told = denier.claim.description
    if told.status is None or told.status.span is None:
        return True
    end = told.status.span[1]
    verb = told.measure.span[0] - end if told.measure and told.measure.span else -1
    return 0 <= verb <= _BESIDE or (not denier.known and 0 <= denier.claim.quantity.start - end <= 1)


def _literal(a: Amount, b: Amount) -> bool:
    """Whether both can be true to the letter; a rounded number is not held to its last digit."""
    return a.literal.meets(b.literal) or a.typical.meets(b.literal) or b.typical.meets(a.literal)


def _agreement(a: Subject, b: Subject, near: float) -> str | None:
    """The rule by which two numbers are one, or None."""
    x, y = a.claim.quantity, b.claim.quantity
    if "between" in (x.qualifier, y.qualifier) and a.amount.literal != b.amount.literal:
        return None  # "at least 30", "30 to 50": only the lower ends are the same
    if a.amount.value == b.amount.value:
        return None if {x.qualifier, y.qualifier} in _OPPOSED else "same-number"
    if "vague" in (x.qualifier, y.qualifier) or _set_against(a, b):
        return None
    one = same_number(a.amount, b.amount) or converted(a, b)
    return "rounded" if one or _rounded_up(a, b, near) or _rounded_up(b, a, near) else None


def _set_against(a: Subject, b: Subject) -> bool:
    """ "The owner said 155 were aboard. Police said it was 160": an article that gives both does not round."""
    exact = a.claim.quantity.qualifier == b.claim.quantity.qualifier == "exact" and a.slots.dimension == "count"
    return exact and a.claim.article == b.claim.article and two_voices(a, b)


def _rounded_up(fine: Subject, coarse: Subject, near: float) -> bool:
    """Whether a number is the one that another is nearly: 117,700 acres are nearly 48,000 hectares."""
    below = coarse.amount.value - fine.amount.value
    plain = fine.claim.quantity.qualifier in ("exact", "about")
    return plain and coarse.claim.quantity.qualifier == "nearly" and 0 <= below <= near * coarse.amount.value


_OPPOSED = ({"more_than", "less_than"}, {"at_least", "less_than"}, {"more_than", "at_most"})
