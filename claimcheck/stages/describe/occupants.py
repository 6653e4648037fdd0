"""Who is in a place, whatever became of them: "a town of 4,000", "120 soldiers in the base", "a bus with 45 people"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.names import PLACE_NAMES
from claimcheck.stages.describe.triggers import Asked, Found

PLACES = ("settlement", "region", "country")  # classes
_POPULATION = ("population", "M24")
_PRESENT = ("present", "M642")
_ABOARD = ("aboard", "M663")
_HANGING = frozenset(("NP", "VP", "P", "A", "t", "R"))  # chunks between a verb's subject and its "with"
_HUNDREDS = 3  # digits


def inhabitants(c: Context, token: int) -> Found | None:
    """That the counted live in a place: "a town of 4,000", "Yemen's 26 million people", "its 500 residents"."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    if c.dimensions[token] != "count" or not (_bare(c, phrase) or _lives_there(c, phrase)):
        return None
    first, last = chunks[phrase.first], phrase.last + 1
    of = phrase.first > 1 and c.parsed.tokens[chunks[phrase.first - 1].start].low == "of"
    of_place = of and (
        _place_at(c, chunks[phrase.first - 2].head) or _lived_in(c, chunks[phrase.first - 2].head, phrase)
    )
    owner = next((t for t in range(first.start, token) if c.parsed.tokens[t].tag == "'"), None)
    owned = owner is not None and owner > first.start and _place_at(c, owner - 1)
    owned = owned or c.parsed.tokens[first.start].low == "its"
    whole = any(other.whole == token for other in c.phrases.values())
    where = last + 1 < len(chunks) and chunks[last].kind == "P" and _place_at(c, chunks[last + 1].head)
    all_of_them = c.parsed.tokens[first.start].low == "the" and _many(c, phrase)
    if not (of_place or (phrase.head >= 0 and (owned or ((whole or all_of_them) and where)))):
        return None
    at = max(phrase.head, phrase.token)
    return Found(*_POPULATION, at, at + 1, weak=True, unit="person")


def _lived_in(c: Context, token: int, phrase: Counted) -> bool:
    """ "a camp of 40,000 people": where many live that is no town."""
    return c.parsed.tokens[token].lemma in c.lexicon.groups["camp"] and _many(c, phrase)


def _bare(c: Context, phrase: Counted) -> bool:
    """A number alone, of hundreds at least: "a town of 4,000"; of "a town of two halves" it is no population."""
    return phrase.head < 0 and not phrase.noun_class and not phrase.pronoun and _many(c, phrase)


def _many(c: Context, phrase: Counted) -> bool:
    low = c.parsed.tokens[phrase.token].low
    return sum(map(str.isdigit, low)) >= _HUNDREDS or low.endswith(("thousand", "million", "billion"))


def _lives_there(c: Context, phrase: Counted) -> bool:
    """Whether the counted noun is one for those who live somewhere."""
    if phrase.head < 0 or not c.lexicon.is_a(phrase.noun_class, "person"):
        return False
    head = c.parsed.tokens[phrase.head]
    people = head.tag == "M" and head.low in c.lexicon.people  # "the region's 120,000 ethnic Armenians"
    return people or head.lemma in c.lexicon.groups["inhabitant"]


def there_are(c: Context, token: int) -> Found | None:
    """ "There were 120 soldiers in the base": they were there, whatever became of them."""
    phrase, chunks, tokens = c.phrases[token], c.parsed.chunks, c.parsed.tokens
    first = phrase.first - (phrase.first > 2 and chunks[phrase.first - 1].kind == "A")  # "There were only 14"
    if first < 2 or phrase.last + 2 >= len(chunks) or not c.lexicon.is_a(phrase.noun_class, "person"):
        return None
    there = tokens[chunks[first - 2].start].low == "there" and tokens[chunks[first - 1].head].tag == "X"
    where = chunks[phrase.last + 1].kind == "P" and c.opens_with(chunks[phrase.last + 1], "being inside")
    if not there or not where or chunks[phrase.last + 2].kind != "NP":
        return None
    at = chunks[phrase.last + 2].head
    lives = _place_at(c, at) and phrase.head >= 0 and tokens[phrase.head].lemma in c.lexicon.groups["inhabitant"]
    built = c.lexicon.class_of(tokens[at].lemma)
    travels = phrase.head >= 0 and tokens[phrase.head].lemma in c.lexicon.groups["passenger"]
    if not (lives or travels) and not any(c.lexicon.is_a(built, name) for name in ("building", "target", "vehicle")):
        return None
    told = _POPULATION if lives else _ABOARD if travels or c.lexicon.is_a(built, "vehicle") else _PRESENT
    return Found(*told, phrase.token, phrase.token + 1, weak=True, unit="person")


def _place_at(c: Context, token: int) -> bool:
    """Whether a token is a noun or a name for a place."""
    word = c.parsed.tokens[token]
    named = any(name.kind in PLACE_NAMES for name in c.lexicon.single.get(word.low, ()))
    return named or any(c.lexicon.is_a(c.lexicon.class_of(word.lemma), name) for name in PLACES)


def in_vehicle(c: Context, at: int, ask: Asked) -> Found | None:
    """ "a bus with 45 people fell into a river", "a ferry sank on Monday with 45 people": the vehicle that a "with"
    behind a chunk goes on from."""
    if not c.lexicon.is_a(ask.noun_class, "person"):
        return None
    vehicle = next((k for k in _leftward(c, at) if _is_vehicle(c, k)), None)
    if vehicle is None or _look_on(c, at + 2) or (vehicle != at and _holds_people(c, at)):
        return None
    return Found(*_ABOARD, c.parsed.chunks[vehicle].head, c.parsed.chunks[vehicle].head + 1, weak=True)


def _look_on(c: Context, at: int) -> bool:
    """ "with 40 people looking on": whether a verb behind those who are counted tells that they saw it."""
    then = c.parsed.chunks[at + 1 : at + 2]
    return bool(then) and c.of_group(then[0], "looking on")


def _leftward(c: Context, at: int) -> Iterator[int]:
    """The chunk itself, and the subject of the verb before it, over what hangs on the verb, but over no object."""
    chunks, verbs = c.parsed.chunks, 0
    yield at
    for k in range(at, max(at - FAR, -1), -1):
        kind = chunks[k].kind
        if kind == "NP" and (k == 0 or chunks[k - 1].kind != "P"):
            if verbs:
                yield k
            return
        verbs += kind == "VP"
        if kind not in _HANGING or verbs > 1 or (kind == "VP" and c.parsed.passive(chunks[k])):
            return  # "the ship was greeted with 40 protesters"


def _holds_people(c: Context, at: int) -> bool:
    """ "A lorry crashed into a school (with 45 pupils)": whether a place without a name may have them in it itself."""
    head = c.parsed.tokens[c.parsed.chunks[at].head]
    camp = head.lemma in c.lexicon.groups["camp"]
    built = any(c.lexicon.is_a(c.lexicon.class_of(head.lemma), name) for name in ("building", *PLACES))
    passed = at > 0 and c.opens_with(c.parsed.chunks[at - 1], "passing a place")  # "plunged off a bridge"
    return c.parsed.chunks[at].kind == "NP" and head.tag != "M" and (camp or built) and not passed


def _is_vehicle(c: Context, at: int) -> bool:
    chunk = c.parsed.chunks[at]
    return chunk.kind == "NP" and c.lexicon.is_a(c.lexicon.class_of(c.parsed.tokens[chunk.head].lemma), "vehicle")
