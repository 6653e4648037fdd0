"""The verb or noun that goes with a quantity of which no rule tells a measure, in the text's own words."""

from __future__ import annotations

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.behind import beyond_and
from claimcheck.stages.describe.beside import in_other_unit
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.occupants import PLACES
from claimcheck.stages.describe.phrases import BE, HAVE, Chunk
from claimcheck.stages.describe.subjecthood import may_be_subject
from claimcheck.stages.describe.triggers import Asked, Found
from claimcheck.stages.describe.wholes import hangs_on_another, hangs_on_verb, is_absolute, is_whole

_GOVERNING, _VERB, _NOUN = "M00", "M2600", "M2601"
_LIGHT = "saying little"  # verbs of which the noun behind tells more: "made a claim"
_EXTENTS = frozenset(("length", "area", "mass", "volume", "speed", "temperature"))  # of a noun that is so long or heavy
_SITES = (*PLACES, "building", "vehicle", "vessel", "target")
_FAR = 12  # chunks from where a change ends to its verb
_BACK = 8  # chunks from a place to the verb that tells what was done there
_AGED = "aged"
_LIST = 6  # how many members of a list may pass the question on


def says_little(c: Context, token: int, measure: Found | None) -> bool:
    """Whether no measure is known, or a verb only that tells less than the noun beside it: "have made asylum claims",
    "could see three feet of flooding"."""
    if measure is None or measure.rule != _GOVERNING:
        return measure is None
    verb = c.parsed.chunks[c.parsed.at[measure.start]]
    light = c.of_group(verb, _LIGHT) and not c.parsed.passive(verb)
    return light or (c.dimensions[token] in _EXTENTS and _measured_noun(c, c.phrases[token]) is not None)


def told_openly(c: Context, token: int) -> Found | None:
    """What goes with a quantity: the noun that is so long or wide, the verb of which it is subject or object, the
    noun that it hangs on, or at last the counted noun itself."""
    if token not in c.openly:
        c.openly[token] = None  # while it is being asked
        c.openly[token] = _told(c, c.phrases[token], token)
    return c.openly[token]


def _told(c: Context, phrase: Counted, token: int) -> Found | None:
    if (same := in_other_unit(c, token)) is not None:
        return c.measure(same) or told_openly(c, same)
    if c.dimensions[token] == "factor":
        return _grown(c, phrase)
    if c.dimensions[token] in _EXTENTS and (extent := _measured_noun(c, phrase)) is not None:
        return extent
    if is_whole(c, phrase, token):
        return _counted_noun(c, phrase)
    by_verb = _relative(c, phrase) or _as_subject(c, phrase, token) or _by_what_is_before(c, phrase, token)
    return by_verb or _counted_noun(c, phrase) or _of_last(c, phrase, token)


def _grown(c: Context, phrase: Counted) -> Found | None:
    """ "has doubled in size", "sales have doubled"."""
    behind = c.parsed.chunks[phrase.last + 1 : phrase.last + 3]
    if len(behind) > 1 and c.parsed.tokens[behind[0].start].low == "in" and behind[1].kind == "NP":
        return _noun(c, behind[1].head)
    return _subject_noun(c, _back_over(c, phrase.first - 1))


def _measured_noun(c: Context, phrase: Counted) -> Found | None:
    """ "10-foot waves", "three feet of flooding", "winds of 40 miles per hour", "winds up to 40 miles"."""
    if phrase.head >= 0:
        return _noun(c, phrase.head)
    chunks, at = c.parsed.chunks, phrase.first - 1
    behind = chunks[phrase.last + 1 : phrase.last + 5]
    if [chunk.kind for chunk in behind] == ["(", "NP", ")", "NP"]:
        return _noun(c, behind[-1].head)  # "10 foot (3 m) waves"
    if len(behind) > 1 and c.parsed.tokens[behind[0].start].low == "of" and c.parsed.tokens[behind[1].start].tag == "I":
        return _at(behind[1].start, c.parsed.tokens[behind[1].start].low, _NOUN)
    if at > 0 and c.parsed.tokens[chunks[at].start].low == "of":
        at -= 1
    before = chunks[at] if at >= 0 else None
    return _noun(c, before.head) if before is not None and before.kind == "NP" else None


def _relative(c: Context, phrase: Counted) -> Found | None:
    """ "There were two Syrians who had asked to go": the verb of the clause that says who they are."""
    behind = c.parsed.chunks[phrase.last + 1 : phrase.last + 3]
    if (
        [chunk.kind for chunk in behind] != ["R", "VP"]
        or phrase.first == 0
        or clauses.verb_follows(c.parsed, phrase.last + 2)
    ):
        return None
    before = c.parsed.chunks[phrase.first - 1]
    there = before.kind == "VP" and c.parsed.tokens[before.head].low in BE
    return _verb(c, behind[1], phrase) or _light(c, phrase.last + 2) if there else None


def _as_subject(c: Context, phrase: Counted, token: int) -> Found | None:
    """The verb of which a quantity is the subject: "two activists plunged into the water"."""
    hangs = hangs_on_another(c, phrase.first) or hangs_on_verb(c, phrase.first) or is_absolute(c, phrase)
    if hangs or _is_object(c, phrase) or not may_be_subject(c, phrase, token):
        return None
    at = clauses.verb_of(c.parsed, phrase.last, c.phrases)
    if at is None or beyond_and(c, phrase.first, phrase.last, at):
        return None
    chunk, before = c.parsed.chunks[at], c.parsed.chunks[at - 1]
    if before.kind == "P" and c.parsed.tokens[chunk.start].tag == "I":
        return None  # "two ways of earning money"
    return _done(c, _finite(c, at), phrase)


def _is_object(c: Context, phrase: Counted) -> bool:
    """ "saw two men and ran", "There are 60 homes there," said the mayor: what a verb right before it holds."""
    at = _back_over(c, phrase.first - 1)
    verb = c.parsed.chunks[at] if at >= 0 else None
    if verb is None or verb.kind != "VP":
        return False
    return not any(c.of_group(verb, name) for name in ("saying", "raising"))


def _finite(c: Context, at: int) -> int:
    """ "Two polls published on Saturday | showed": from a participle to the verb of the clause."""
    reduced = c.parsed.bare(c.parsed.chunks[at]) or c.parsed.tokens[c.parsed.chunks[at].start].tag == "I"
    further = clauses.verb_of(c.parsed, at, c.phrases) if reduced and clauses.verb_follows(c.parsed, at) else None
    return at if further is None else further


def _done(c: Context, at: int, phrase: Counted) -> Found | None:
    """What a verb says of a counted subject."""
    chunk = c.parsed.chunks[at]
    if c.parsed.tokens[chunk.head].tag == "X":
        return _there(c, phrase, at) or _of_copula(c, at)
    if c.of_group(chunk, "saying") and c.dimensions[phrase.token] != "count":
        return None
    return _verb(c, chunk, phrase) or _light(c, at)


def _of_those_from(c: Context, phrase: Counted, host: int) -> Found | None:
    """ "People from more than 10 towns were evacuated", "Polling stations for 382 areas opened": the verb of those who
    are of a number of places."""
    chunks = c.parsed.chunks
    while host > 1 and chunks[host].kind == "NP" and c.parsed.tokens[chunks[host - 1].start].low == "of":
        host -= 2
    opens = host == 0 or chunks[host - 1].kind in (",", "S", "-", ":", "t", "VP")
    held = host > 0 and chunks[host - 1].kind == "VP" and c.parsed.tokens[chunks[host - 1].start].tag != "I"
    behind = phrase.last + 1
    if not opens or held or behind >= len(chunks) or chunks[behind].kind != "VP":
        return None
    at = _finite(c, behind)
    return None if c.of_group(chunks[at], "saying") else _verb(c, chunks[at], phrase)


def _there(c: Context, phrase: Counted, at: int) -> Found | None:
    """ "More than 3,300 people are on the island": they are present."""
    tokens, end = c.parsed.tokens, c.parsed.chunks[at].end
    people = c.lexicon.is_a(phrase.noun_class, "person") and tokens[end - 1].low in BE
    where = people and at + 2 < len(c.parsed.chunks) and c.opens_with(c.parsed.chunks[at + 1], "being inside")
    place = where and c.parsed.chunks[at + 2].kind == "NP" and c.counted_in(c.parsed.chunks[at + 2]) is None
    head = tokens[c.parsed.chunks[at + 2].head] if place else None
    named = head is not None and (head.tag == "M" or c.lexicon.class_of(head.lemma) in _SITES)
    return _at(end, "present", _VERB) if named else None


def _of_copula(c: Context, at: int) -> Found | None:
    """ "were without power", "are ready": the noun or adjective behind a form of "be"; "have flu" tells of the flu."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    behind = at + 1
    while behind < len(chunks) and chunks[behind].kind in 'AP"':
        behind += 1
    if behind >= len(chunks) or c.counted_in(chunks[behind]) is not None or chunks[behind].kind not in ("NP", "J"):
        return None
    head = chunks[behind].head
    while head > chunks[behind].start and not (tokens[head].low.isalpha() and tokens[head].low != _AGED):
        head -= 1  # were conscripts | aged 18
    return _at(head, tokens[head].low, _NOUN) if tokens[head].tag in "nJE" else None


def _light(c: Context, at: int) -> Found | None:
    """ "made asylum claims": a verb that says next to nothing, and the noun that does."""
    chunks = c.parsed.chunks
    says_little = c.of_group(chunks[at], _LIGHT)
    follows = says_little and clauses.has_object(c.parsed, at) and c.counted_in(chunks[at + 1]) is None
    return _noun(c, chunks[at + 1].head) if follows else None


def _by_what_is_before(c: Context, phrase: Counted, token: int) -> Found | None:
    """The verb or noun before that a quantity hangs on: "accompanied by two vessels", "a probe into 45 cars"."""
    chunks = c.parsed.chunks
    at = _back_over(c, phrase.first - 1)
    if at < 0:
        return None
    if chunks[at].kind == "VP":
        says = c.of_group(chunks[at], "saying") and clauses.verb_of(c.parsed, phrase.last, c.phrases) is not None
        return None if says else _verb(c, chunks[at]) or _has(c, phrase, chunks[at])
    if chunks[at].kind in ("C", ","):
        return _of_list(c, phrase, token)
    if chunks[at].kind != "P" or c.opens_with(chunks[at], "telling nothing of a number"):
        return _living(c, phrase, at)
    back = _back_over(c, at - 1)
    if back < 0:
        return None
    by = chunks[back].kind == "NP" and c.opens_with(chunks[at], "moved by or to")
    if by and (moved := _moved(c, back)) is not None:
        return moved
    if chunks[back].kind == "VP":  # who "speaks of 45 residents" does nothing to them
        return None if c.of_group(chunks[back], "number talk") else _verb(c, chunks[back])
    if c.parsed.tokens[chunks[at].start].low != "of" and (theirs := _of_those_from(c, phrase, back)) is not None:
        return theirs
    where = phrase.head >= 0 and c.opens_with(chunks[at], "done in places")
    if where and (there := _done_there(c, back)) is not None:
        return there
    if chunks[back].kind != "NP" or c.counted_in(chunks[back]) is not None:
        return None
    return _noun(c, chunks[back].head)


def _living(c: Context, phrase: Counted, at: int) -> Found | None:
    """ "a city with 2 million people", "the largest city before the war with 2 million people"."""
    chunks = c.parsed.chunks
    people = phrase.head >= 0 and c.parsed.tokens[phrase.head].lemma in c.lexicon.groups["inhabitant"]
    if not people or c.parsed.tokens[chunks[at].start].low != "with":
        return None
    nouns = (chunk for chunk in chunks[max(0, at - 3) : at] if chunk.kind == "NP")
    place = any(c.lexicon.class_of(c.parsed.tokens[chunk.head].lemma) in PLACES for chunk in nouns)
    return _at(chunks[at].start, "population", _NOUN) if place else None


def _moved(c: Context, at: int) -> Found | None:
    """ "raised the price of a drug for infants to $40": the object of the verb, whatever stands between."""
    chunks = c.parsed.chunks
    for back in range(at, max(0, at - _FAR), -1):
        if chunks[back].kind == "VP" and c.of_group(chunks[back], "counting"):
            return _noun(c, chunks[back + 1].head) if clauses.has_object(c.parsed, back) else None
        if chunks[back].kind not in ("NP", "P", "A", "t", "'", "VP"):
            return None
    return None


def _back_over(c: Context, at: int) -> int:
    """From before a quantity over adverbs, quotes and times to what it hangs on."""
    chunks = c.parsed.chunks
    while at >= 0 and (
        chunks[at].kind in 'A"t' or (at + 1 < len(chunks) and chunks[at].kind == "P" and chunks[at + 1].kind == "t")
    ):
        at -= 1
    return at


def _done_there(c: Context, at: int) -> Found | None:
    """ "members of the family were shot in four homes": what was done in a number of places."""
    chunks = c.parsed.chunks
    for back in range(at, max(-1, at - _BACK), -1):
        if chunks[back].kind == "VP":
            return _verb(c, chunks[back])
        if chunks[back].kind not in ("NP", "P", "A", "t", "'"):
            return None
    return None


def _of_list(c: Context, phrase: Counted, token: int) -> Found | None:
    """ "went to Ava, another 34 to Osk", "owns 19 percent of the one and 22 percent of the other": what goes with the
    number before, of the same kind."""
    near = max((t for t in c.phrases if t < token), default=None)
    if near is None or c.dimensions[near] != c.dimensions[token]:
        return None
    between = c.parsed.chunks[c.phrases[near].last + 1 : phrase.first]
    verbs = [chunk.kind for chunk in between[:1]] == ["VP"]  # "32 went to Ava, 11 to Osk"
    listed = len(between) <= _LIST and all(chunk.kind in ("NP", "P", "C", ",", "A") for chunk in between[verbs:])
    return c.measure(near) or told_openly(c, near) if listed else None


def _of_last(c: Context, phrase: Counted, token: int) -> Found | None:
    """ "traded at 50 times earnings versus Ava's 29 times, Osk's 33": a bare number behind another, and no verb
    between."""
    near = max((t for t in c.phrases if t < token), default=None)
    if near is None or {c.dimensions[near], c.dimensions[token]} - {c.dimensions[near], "count"}:
        return None
    between = c.parsed.chunks[c.phrases[near].last + 1 : phrase.first]
    close = len(between) <= _BACK and all(chunk.kind not in ("VP", ".", ";", ":", "S", "R") for chunk in between)
    return c.measure(near) or told_openly(c, near) if close else None


def _has(c: Context, phrase: Counted, verb: Chunk) -> Found | None:
    """ "had eight speeding tickets": the counted noun tells more than "have"; "has at least a dozen" has no other."""
    if (own := _counted_noun(c, phrase)) is not None:
        return own
    low = c.parsed.tokens[verb.head].low
    if low in BE:
        return _subject_noun(c, c.parsed.at[verb.start])
    return _at(verb.head, "had", _VERB) if low in HAVE or low == "having" else None


def _subject_noun(c: Context, verb: int) -> Found | None:
    """ "The deepest total was 42 inches", "sales of oil have doubled": the noun before a verb."""
    chunks, at = c.parsed.chunks, verb
    at -= at > 0 and chunks[at].kind == "VP"
    at -= at > 0 and chunks[at].kind == "R"
    while at > 1 and c.parsed.tokens[chunks[at - 1].start].low == "of":
        at -= 2
    if at < 0 or chunks[at].kind != "NP":
        return None
    head = c.parsed.tokens[chunks[at].head]
    return _at(chunks[at].head, head.low, _NOUN) if head.tag in "nJ" and head.low.isalpha() else None


def _counted_noun(c: Context, phrase: Counted) -> Found | None:
    return _noun(c, phrase.head) if phrase.head >= 0 else None


def _verb(c: Context, chunk: Chunk, subject: Counted | None = None) -> Found | None:
    """The verb of what a quantity underwent, as a participle, or of what it did, as a past: carried; showed, went."""
    head = c.parsed.tokens[chunk.head]
    if head.tag not in "VEI" or head.lemma in c.lexicon.groups[_LIGHT]:
        return None
    passive = c.parsed.passive(chunk)
    if subject is None or passive:
        return _at(chunk.head, head.low if head.tag == "E" else c.lexicon.participle(head.lemma), _VERB)
    return None if _tells_of_others(c, chunk, subject) else _at(chunk.head, c.lexicon.past(head.lemma), _VERB)


def _tells_of_others(c: Context, chunk: Chunk, subject: Counted) -> bool:
    """Whether a verb tells something of what it is done to: those who kill are not killed."""
    ask = Asked.of(subject, c.dimensions[subject.token], c.parsed)
    known = c.lexicon.triggers.get(c.parsed.tokens[chunk.head].lemma, ())
    triggers = [trigger for trigger in known if ask.allows(trigger.rule, c.lexicon)]
    if any(trigger.rule.harm and trigger.role == "done" for trigger in triggers):
        return True
    roles = {trigger.role for trigger in triggers if len(trigger.words) == 1}
    return "done" in roles and "does" not in roles and not clauses.has_object(c.parsed, c.parsed.at[chunk.start])


def _noun(c: Context, token: int) -> Found | None:
    word = c.parsed.tokens[token]
    return _at(token, word.low, _NOUN) if word.tag == "n" and word.low.isalpha() else None


def _at(token: int, word: str, rule: str) -> Found:
    return Found(word, rule, token, token + 1, weak=True, derived=True)
