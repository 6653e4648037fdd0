"""The verb or noun that the phrase hangs on, by what stands before: "killed 45", "the killing of 45", "rose to 45"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe.behind import predicate, told_behind
from claimcheck.stages.describe.clauses import FAR, among_them, has_object, joins_nouns, opens_clause
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.counting import in_region, named_in_region, named_without_verb, toll_before
from claimcheck.stages.describe.occupants import in_vehicle
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_DEEP = 5  # how often a phrase may pass the question on to the one that it belongs to
_ELLIPSIS = 14  # words over which a number without its noun goes on from the one before
_SKIPPED = frozenset('A"(')
_AMONG = frozenset(("among", "amongst"))
_PRICE = "price"
_HELD = 8  # chunks from a verb to the preposition that its rule names
_UPON = frozenset(("on", "upon", "among"))
_ENDS = frozenset(("to", "from"))
_TOWARDS = frozenset(("to", "at", "by", "from", "above", "over", "below", "under", "past", "for", "up", "down"))


def verb_before(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """What stands before; a number without its noun counts what the one before does: "killed 40 men, lost 12"."""
    if among_them(c.parsed, phrase.last) and c.parsed.chunks[phrase.first - 1].kind == ",":
        return _contained(c, phrase.first, ask)  # "killed 45 people, nine children among them"
    found = told_before(c, phrase.first, ask, 0)
    if (found and found.strong) or ask.noun_class or phrase.first == 0:
        return found
    if found is None and (named := named_without_verb(c, phrase, ask)):
        return named
    back = max((t for t in c.phrases if phrase.token - _ELLIPSIS <= t < phrase.token), default=None)
    if back is None or not c.phrases[back].noun_class:
        return found
    other = told_before(c, phrase.first, replace(ask, noun_class=c.phrases[back].noun_class), 0)
    return other if other and other.strong else found


def told_before(c: Context, first: int, ask: Asked, depth: int) -> Found | None:
    """The verb or noun that the phrase hangs on, by what stands before it."""
    at = first - 1
    while at >= 0 and _passed_over(c, c.parsed.chunks[at]):
        at -= 1
    at = _over_time(c, at)
    if at < 0 or depth > _DEEP:
        return None
    if (whole := _by_set_phrase(c, first, ask)) is not None:
        return whole
    found = _told_by(c, at, first, ask, depth) or _told_before_colon(c, at, first, ask, depth)
    if ask.noun_class or ask.dimension != "count" or (found and not found.derived):
        return found
    return toll_before(c, at, ask) or found


def _by_set_phrase(c: Context, first: int, ask: Asked) -> Found | None:
    """ "hacked to death 45 farmers": a verb whose other words stand before its object."""
    chunks, verb = c.parsed.chunks, first - 3
    if verb < 0 or [chunk.kind for chunk in chunks[verb:first]] != ["VP", "P", "NP"]:
        return None
    return c.words.up_to(chunks[verb].head, chunks[first].start, ask) or _shifted(c, verb, first, ask)


def _shifted(c: Context, verb: int, first: int, ask: Asked) -> Found | None:
    """ "handed over to Mali 45 men": an object behind to whom or where; but "killed in the attack, others injured"."""
    chunks = c.parsed.chunks
    inside, whom = c.counted_in(chunks[first]), chunks[first - 1]
    own = inside is not None and c.own_participle(c.phrases[inside].last) is not None
    named = ask.noun_class and c.counted_in(whom) is None and c.parsed.tokens[whom.head].tag in "nM"
    return c.words.acts_on(chunks[verb], ask) if named and not own and not c.parsed.passive(chunks[verb]) else None


def _told_by(c: Context, at: int, first: int, ask: Asked, depth: int) -> Found | None:
    """What the chunk that a phrase hangs on tells of it."""
    chunk = c.parsed.chunks[at]
    if not ask.noun_class and (reckoned := _reckoned(c, at, ask)):
        return reckoned
    if chunk.kind == "VP" and _finds_that(c, at, first):
        return None
    if chunk.kind == "VP":
        return None if _of_number_before(c, at, first) else _object_of(c, at, ask)
    if chunk.kind == "P":
        return _in_prepositional(c, at, ask, depth)
    if chunk.kind == ":" and at > 0:
        # "340 casualties: 90 killed": what stands beside the number itself goes first.
        named = named_in_region(c, at - 1, ask)
        return replace(named, weak=True) if named else _taken_apart(c, chunk.start, ask)
    if chunk.kind == "-":
        # "21 people - 19 children and two teachers - died"
        return c.counted_before(chunk.start, ask.noun_class) or _set_off(c, at, first, ask)
    if chunk.kind in ("NP", "R") and at > 0 and _behind_among(c, at):
        if chunk.kind == "R" or c.parsed.tokens[chunk.head].tag == "N":
            return _contained(c, at - 1, ask)  # "among them seven children", "among which seven children"
        if harm := _harm_among(c, chunk, ask):
            return harm
    return _behind_noun(c, at, ask) if chunk.kind == "NP" and at > 0 else None


def _finds_that(c: Context, at: int, first: int) -> bool:
    """ "research found (that) 45 percent of them were worried": who is told of by a clause of its own is not found."""
    chunks = c.parsed.chunks
    inside = c.counted_in(chunks[first])
    finds = c.of_group(chunks[at], "finding out") and inside is not None and not c.parsed.passive(chunks[at])
    last = c.phrases[inside].last if inside is not None else first
    verb = chunks[last + 1] if finds and last + 1 < len(chunks) else None
    finite = verb is not None and c.parsed.tokens[verb.start].low not in ("having", "being")
    return verb is not None and finite and verb.kind == "VP" and c.parsed.tokens[verb.start].tag in "XV"


def _set_off(c: Context, at: int, first: int, ask: Asked) -> Found | None:
    """ "the number of deaths - 18 - is high": a bare number between dashes."""
    closed = first + 1 < len(c.parsed.chunks) and c.parsed.chunks[first + 1].kind == "-"
    found = named_in_region(c, at - 1, ask) if closed and not ask.noun_class else None
    return found if found and found.harm else None


def _told_before_colon(c: Context, at: int, first: int, ask: Asked, depth: int) -> Found | None:
    over = _over_colon(c, at)
    inside = c.counted_in(c.parsed.chunks[first])
    if inside is not None and c.own_participle(c.phrases[inside].last) is not None:
        return None  # "The guns keep firing: 45 soldiers killed"
    return _told_by(c, over, first, ask, depth) if over < at else None


def _reckoned(c: Context, at: int, ask: Asked) -> Found | None:
    """ "The death toll, estimated at 680": a quantity that opens with how it was come by, and the noun before it."""
    chunks = c.parsed.chunks
    low = c.parsed.tokens[chunks[at + 1].start].low if at + 1 < len(chunks) else ""
    if not any(low.startswith(words) for words in c.lexicon.groups["reckoned at"]):
        return None
    noun = chunks[at - 1] if chunks[at].kind == "," and at > 0 else chunks[at]
    return c.words.nouns(noun.start, noun.end, ask) if noun.kind == "NP" else None


def _over_colon(c: Context, at: int) -> int:
    """ "the losses amounted to: 40 tanks", "lost equipment, including: * 40 tanks": over a colon that a clause still
    wants its end behind, and over the mark of a list's first item."""
    chunks, back = c.parsed.chunks, at
    while back > 0 and chunks[back].kind in ",-" and chunks[back - 1].kind in ":,-":
        back -= 1
    while back > 1 and chunks[back].kind == ":" and chunks[back - 1].kind == "A":
        back -= 1
    open_ended = back > 0 and (chunks[back].kind == ":" or back < at) and chunks[back - 1].kind in ("P", "VP")
    return back - 1 if open_ended and any(chunk.kind == ":" for chunk in chunks[back : at + 1]) else at


def _over_time(c: Context, at: int) -> int:
    """ "was fined on Wednesday 497 million euros": from a time to the verb before it."""
    chunks, back = c.parsed.chunks, at
    while back > 0 and (chunks[back].kind in "tA" or (chunks[back].kind == "P" and chunks[back + 1].kind == "t")):
        back -= 1
    return back if back < at and chunks[back].kind == "VP" else at


def _taken_apart(c: Context, colon: int, ask: Asked) -> Found | None:
    """ "Killed 13 people: eight civilians and five soldiers": items of a list that leave out what befell them."""
    found = c.counted_before(colon, ask.noun_class)
    if not ask.noun_class:
        return found
    people = c.lexicon.is_a(ask.noun_class, "person")
    return replace(found, weak=True) if found and found.harm and people else None


def _of_number_before(c: Context, at: int, first: int) -> bool:
    """ "8 people killed 58 others injured", "Child killed 9 civilians injured": the verb tells of whom stands before
    it, a participle of this number."""
    inside = c.counted_in(c.parsed.chunks[first])
    if at == 0 or inside is None or not c.parsed.bare(c.parsed.chunks[at]):
        return False
    own = c.own_participle(c.phrases[inside].last)
    if own is None or c.counted_in(c.parsed.chunks[at - 1]) is not None:
        return own is not None
    subject = c.parsed.tokens[c.parsed.chunks[at - 1].head]
    if c.parsed.tokens[c.parsed.chunks[at - 1].start].tag == "D" or subject.low != subject.lemma:
        return False  # "the gunman", "gunmen killed two men wounded in May": no headline of one killed
    told = [c.words.acts_on(c.parsed.chunks[k], Asked("person", "count")) for k in (at, own)]
    return [found.value if found else "" for found in told] == ["killed", "injured"]


def _behind_noun(c: Context, at: int, ask: Asked) -> Found | None:
    """ "pushing the death toll above 680", "is now worth $18 million", "cost the company 45 jobs"."""
    chunk, before = c.parsed.chunks[at], at - 1
    while before > 0 and c.parsed.chunks[before].kind == "A":
        before -= 1
    if c.parsed.chunks[before].kind != "VP":
        return None
    named = c.words.nouns(chunk.start, chunk.end, ask) if not ask.noun_class else None
    if named and not named.weak:
        return named
    done = _object_of(c, before, ask)  # "took an area as large as 10 square kilometres"
    return named if done is None or done.derived else done


def _behind_among(c: Context, at: int) -> bool:
    return c.parsed.tokens[c.parsed.chunks[at - 1].start].low in _AMONG


def _harm_among(c: Context, chunk: Chunk, ask: Asked) -> Found | None:
    """ "among the wounded seven children"."""
    if c.counted_in(chunk) is not None:
        return None
    found = c.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
    return found if found and found.harm else None


def _passed_over(c: Context, chunk: Chunk) -> bool:
    alone = chunk.kind == "NP" and chunk.start == chunk.head and c.parsed.tokens[chunk.start].tag in "DJ"
    return alone or chunk.kind in _SKIPPED


def _in_prepositional(c: Context, at: int, ask: Asked, depth: int) -> Found | None:
    word = c.parsed.tokens[c.parsed.chunks[at].start].low
    if within := c.words.at(c.parsed.chunks[at].start, ("noun",), ask):
        return found_by(within, c.parsed.chunks[at].start)  # "within 45 kilometres of the town"
    if word == "of":
        return _of(c, at - 1, ask, depth) or _held_by(c, at, ask)
    if found := _held_by(c, at, ask) or _against_before(c, at, ask):
        return found
    if word == "with" and at and (having := _with_preposition(c, at - 1, ask) or in_vehicle(c, at - 1, ask)):
        return having  # "companies with 45 employees"
    if word in c.lexicon.groups["containing"]:
        return _contained(c, at, ask)
    if at and (named := _with_preposition(c, at - 1, ask)) is not None:
        return named  # "home to 45 families", "an attack on 45 villages"
    if (word == "to" or (word in _UPON and _inflicted(c, at - 2))) and (harm := _harm_to(c, at - 1, ask)):
        return harm
    if word in ("to", *_UPON) and at > 1 and _dealt(c, at - 1):
        return _harm_to(c, at - 2, ask)  # "the damage inflicted upon three cars", "damage was reported to three cars"
    if word == "by" and (agent := _agent_of(c, at - 1, ask) or _deed_by(c, at - 1, ask)):
        return agent
    if word == "as":
        return _listed_as(c, at, ask)
    return _towards(c, at, ask) if word in _TOWARDS or _by_the_hundred(c, at, word) else None


def _takes_toll(c: Context, verb: int, at: int) -> bool:
    """ "taking the total of those killed | to 45": a verb that elsewhere counts nothing."""
    chunks = c.parsed.chunks
    raises = c.of_group(chunks[verb], "raising toll") and has_object(c.parsed, verb)
    return raises and c.of_group(chunks[verb + 1], "figure") and c.parsed.tokens[chunks[at].start].low == "to"


def _listed_as(c: Context, at: int, ask: Asked) -> Found | None:
    """ "listed its losses as 45 tanks", "gave its dead as 45"."""
    chunks, back = c.parsed.chunks, at - 1
    while back > 0 and chunks[back].kind in ("NP", "P", "'"):
        back -= 1
    lists = back >= 0 and chunks[back].kind == "VP" and c.of_group(chunks[back], "recording")
    lists = lists and (back < at - 1 or c.parsed.passive(chunks[back]))  # "the toll was given as 45"
    found = named_in_region(c, at, ask) if lists else None
    return found if found and found.harm else None


def _by_the_hundred(c: Context, at: int, word: str) -> bool:
    """ "The dead number in the hundreds": a vague number behind an article."""
    number = c.parsed.chunks[at + 1]
    alone = number.head == number.end - 1 and c.parsed.tokens[number.head].tag == "Q"
    return word in ("in", "into") and alone and c.parsed.tokens[number.start].tag == "D"


def _held_by(c: Context, at: int, ask: Asked) -> Found | None:
    """ "tore through 600 acres", "cut off power to 45 homes": a verb whose rule names the preposition."""
    by = c.parsed.tokens[c.parsed.chunks[at].start].low == "by"
    if by and ask.dimension in ("percent", "fraction") and not _against(c, at + 2):
        ask = replace(ask, dimension="points")  # "won by 5 percent" is a lead
    for back in range(at - 1, max(-1, at - _HELD), -1):
        chunk = c.parsed.chunks[back]
        if chunk.kind == "VP":
            return c.words.up_to(chunk.head, c.parsed.chunks[at].end, ask)
        listed = chunk.kind in (",", "C") and joins_nouns(c.parsed, back)
        if chunk.kind not in ("NP", "P", "A", "t", "'") and not listed:
            return None
    return None


def _against_before(c: Context, at: int, ask: Asked) -> Found | None:
    """ "won by 55 percent (to) 45", "with 55, against 39 for Diaz": the measure of what this one stands against."""
    chunks, low = c.parsed.chunks, c.parsed.tokens[c.parsed.chunks[at].start].low
    back = at - 1 - (at > 1 and chunks[at - 1].kind == "," and low == "against")
    other = c.counted_in(chunks[back]) if at and not ask.noun_class and _against(c, at) else None
    if other is None or c.dimensions[other] != ask.dimension or ask.dimension not in ("percent", "count"):
        return None
    return c.measure(other)


def _inflicted(c: Context, at: int) -> bool:
    """ "(inflicted) casualties on 45"."""
    return at >= 0 and c.parsed.chunks[at].kind == "VP" and c.of_group(c.parsed.chunks[at], "inflicting")


def _dealt(c: Context, at: int) -> bool:
    """ "(damage) inflicted upon", "(damage) was done to", "has been reported to": a participle or passive."""
    chunk = c.parsed.chunks[at]
    if chunk.kind != "VP" or c.parsed.tokens[chunk.head].tag != "E":
        return False
    passive = c.parsed.passive(chunk)
    told = passive and (c.of_group(chunk, "saying") or c.parsed.tokens[chunk.head].lemma == "do")
    return told or (c.of_group(chunk, "inflicting") and (passive or c.parsed.bare(chunk)))


def _harm_to(c: Context, at: int, ask: Asked) -> Found | None:
    """ "resulted in injuries to 45 people", "damage to 40 houses", "inflicted losses on 45 men"."""
    chunk = c.parsed.chunks[at]
    if at < 0 or chunk.kind != "NP" or not ask.noun_class or c.counted_in(chunk) is not None:
        return None
    found = c.words.nouns(chunk.head, chunk.end, ask)
    return found if found and found.harm else None


def _against(c: Context, at: int) -> bool:
    """ "by 55 percent (to 45)": whether a chunk opens the number that stands against the one before it."""
    chunks = c.parsed.chunks
    if at + 1 >= len(chunks) or c.parsed.tokens[chunks[at].start].low not in ("to", "against"):
        return False
    return c.counted_in(chunks[at + 1]) is not None


def _agent_of(c: Context, at: int, ask: Asked) -> Found | None:
    """ "was watched by 6 million people": a passive that no rule holds tells of who does it, too."""
    chunk = c.parsed.chunks[at]
    hits = c.lexicon.is_a(ask.noun_class, "weapon")  # "was hit by four missiles"
    counts = c.of_group(chunk, "counting") and not hits
    if at < 0 or chunk.kind != "VP" or not c.parsed.passive(chunk) or counts:
        return None
    does = c.words.at(chunk.head, ("does",), ask)
    if does and len(does.words) == 1:
        return found_by(does, chunk.head)  # "backed by 34 percent of voters"
    known = c.lexicon.triggers.get(c.parsed.tokens[chunk.head].lemma, ())
    alone = any(len(trigger.words) == 1 for trigger in known)  # "used by 70 guards"; "used as a shelter" is known
    return None if alone and not hits else c.words.governing(chunk)


def _deed_by(c: Context, at: int, ask: Asked) -> Found | None:
    """ "the walkout by 4,000 nurses": what those counted do, by its noun."""
    chunk = c.parsed.chunks[at]
    if at < 0 or chunk.kind != "NP" or not c.lexicon.is_a(ask.noun_class, "person") or c.counted_in(chunk) is not None:
        return None
    found = c.words.nouns(chunk.head, chunk.end, ask)
    return found if found and not (found.harm or found.happens) else None


def _object_of(c: Context, at: int, ask: Asked) -> Found | None:
    chunk = c.parsed.chunks[at]
    verb = c.words.acts_on(chunk, ask)
    if verb and not verb.weak:
        return verb
    if c.of_group(chunk, "making up") and ask.dimension == "money" and (sum_of := _summed(c, at, ask)) is not None:
        return sum_of
    if c.of_group(chunk, "counting") or c.parsed.tokens[chunk.head].tag == "X":
        region = named_in_region(c, at, ask)
        if region:
            return region
    if c.of_group(chunk, "trading") and ask.dimension != "count":
        region = named_in_region(c, at - 1, ask)  # "The shares closed 45 percent lower"
        if region and region.value == _PRICE:
            return region
    if c.of_group(chunk, "containing"):
        return _contained(c, at, ask) or verb
    return _shared_object(c, at, ask) or verb or c.words.governing(chunk, of_object=True)


def _summed(c: Context, at: int, ask: Asked) -> Found | None:
    """ "24 donations totalling $45,000": of what is added up."""
    before = c.parsed.chunks[at - 1] if at else None
    return c.words.nouns(before.head, before.end, ask) if before is not None and before.kind == "NP" else None


def _shared_object(c: Context, at: int, ask: Asked) -> Found | None:
    """ "found and defused 45": where the verb beside the object tells little, the verb that it is joined to."""
    chunks = c.parsed.chunks
    joined = at > 1 and chunks[at - 1].kind == "C" and chunks[at - 2].kind == "VP"
    return c.words.acts_on(chunks[at - 2], ask) if joined else None


def _of(c: Context, at: int, ask: Asked, depth: int) -> Found | None:
    """ "the killing of 45": the noun before "of", or what that noun belongs to."""
    chunks = c.parsed.chunks
    if at < 0 or chunks[at].kind != "NP":
        if at >= 0 and chunks[at].kind in (",", "t"):
            return _deed_before(c, at, ask)
        return told_before(c, at + 1, ask, depth + 1) if at >= 0 and chunks[at].kind == "P" else None
    if (with_of := _with_preposition(c, at, ask)) is not None:
        return with_of  # "a poll of 45 adults"
    noun = c.words.nouns(chunks[at].start, chunks[at].end, ask) or _deed_before(c, at, ask)
    if noun and not noun.weak:
        return noun
    if not c.of_group(chunks[at], "transparent") or c.counted_in(chunks[at]) is not None:
        return noun  # "released the names of 45 donors" frees nobody
    ask = Asked(ask.noun_class, ask.dimension, c.parsed.tokens[chunks[at].head].lemma)
    found = _of_whole(c, at, ask, depth + 1)
    # "a town with a population of 40,000 is located there"
    return noun if noun and (found is None or found.weak or found.derived) else found


def _deed_before(c: Context, at: int, ask: Asked) -> Found | None:
    """ "the shooting (by police) of two men", "the massacre, (in late May), of 45 pupils", "the arrest (in Oran) of
    12": the noun for a deed, over who did it, when and where."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at -= at > 0 and chunks[at].kind == ","
    back = at - 1 - (at > 1 and chunks[at].kind == "t" and _passed_over(c, chunks[at - 1]))
    if back >= 0 and chunks[at].kind == "t" and chunks[back].kind == "NP" and c.counted_in(chunks[back]) is None:
        found = c.words.deed(chunks[back].head, ask)  # "the deaths last Friday of seven men"
        return found if found and (found.harm or found.happens) else None
    if back < 1 or chunks[back].kind != "P" or chunks[back - 1].kind not in ("NP", ","):
        return None
    head = tokens[chunks[at].head]
    named = chunks[at].kind == "t" or head.tag in "Mt" or head.low.isdigit()
    if tokens[chunks[back].start].low != "by" and not named:
        return None
    deed = chunks[back - 1 - (chunks[back - 1].kind == ",")]
    if deed.kind != "NP" or c.counted_in(deed) is not None:
        return None
    found = c.words.deed(deed.head, ask)
    return found if found and (found.harm or found.happens) else None


def _with_preposition(c: Context, at: int, ask: Asked) -> Found | None:
    """The measure of a noun whose rule names the preposition behind it: "home to 45 families"."""
    chunks = c.parsed.chunks
    trigger = c.words.at(chunks[at].head, ("noun",), ask)
    named = trigger is not None and trigger.words[-1] == c.parsed.tokens[chunks[at + 1].start].low
    return found_by(trigger, chunks[at].head) if trigger is not None and named else None


def _of_whole(c: Context, at: int, ask: Asked, depth: int) -> Found | None:
    """What happens to a noun phrase that holds the counted one."""
    behind = told_behind(c, at + 2, ask)
    if behind and not behind.derived:
        return behind
    before = _split(c, at, ask) or told_before(c, at, ask, depth)
    if before and not before.derived:
        return before
    after = predicate(c, at, at + 2, ask) if at + 2 < len(c.parsed.chunks) else None
    return after or before


def _split(c: Context, at: int, ask: Asked) -> Found | None:
    """ "hand (the bodies of 45 soldiers) over": a verb around what holds the counted."""
    chunks = c.parsed.chunks
    if at < 1 or chunks[at - 1].kind != "VP" or at + 2 >= len(chunks):
        return None
    return c.words.around(chunks[at - 1].head, chunks[at + 2].end, ask)


def _contained(c: Context, at: int, ask: Asked) -> Found | None:
    """ "including 169 women", "a grave containing 5 bodies": what is told of the whole."""
    subject = _of_subject(c, at, ask)
    return subject if subject and subject.harm else _of_container(c, at, ask) or subject


def _of_subject(c: Context, at: int, ask: Asked) -> Found | None:
    """ "Villagers, including 40 children, fled": of a whole that no number counts, the verb behind the aside."""
    chunks = c.parsed.chunks
    aside = at > 1 and chunks[at - 1].kind == "," and chunks[at - 2].kind == "NP"
    if not aside or c.counted_in(chunks[at - 2]) is not None or any(chunk.kind == "VP" for chunk in chunks[: at - 2]):
        return None
    return predicate(c, at - 2, at - 2, ask)


def _of_container(c: Context, at: int, ask: Asked) -> Found | None:
    """What stands before a part tells of the whole: the number, noun or verb."""
    chunks = c.parsed.chunks
    listing = c.parsed.tokens[chunks[at].start].low != "with"
    of_subject = chunks[at].kind == "VP"  # a verb of containing tells of its subject, which may stand far before
    for back in range(at - 1, max(-1, at - FAR), -1):
        chunk = chunks[back]
        if chunk.kind in ";." or (not listing and (chunk.kind in ",S" or _opens_clause(c, back))):
            return None  # "died after a ferry with 45 people overturned": who died need not be with the ferry
        inside = c.counted_in(chunk) if chunk.kind == "NP" else None
        if inside is not None and ((found := c.told_of(inside, ask)) or not of_subject):
            return None if not listing and found and found.victims and _is_thing(c, ask) else found
        if chunk.kind == "NP":
            noun = c.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
            if noun:
                return noun
        if chunk.kind == "VP" and not c.of_group(chunk, "containing"):
            if _put_in(c, back):
                continue  # "45 people were killed, the ministry said, including 20 children"
            if of_subject and c.parsed.tokens[chunk.head].tag == "X":
                continue  # "the victims were civilians and included 20 children"
            return c.words.verb(chunk, ("done", "does"), ask)
    return None


def _opens_clause(c: Context, at: int) -> bool:
    return c.parsed.chunks[at].kind == "P" and opens_clause(c.parsed.tokens[c.parsed.chunks[at].start].low)


def _put_in(c: Context, at: int) -> bool:
    """Whether a verb of saying stands in a clause of its own behind a comma: ", the ministry said,"."""
    chunks = c.parsed.chunks
    if not c.of_group(chunks[at], "saying"):
        return False
    before = at - 1
    while before > 0 and chunks[before].kind in ("NP", "P", "A", "t", "'"):
        before -= 1
    return before < at - 1 and chunks[before].kind == ","


def _is_thing(c: Context, ask: Asked) -> bool:
    """ "Arrested two men with 6 rifles": what people have about them is no part of them."""
    named = ask.noun_class != "" and not c.lexicon.is_a(ask.noun_class, "person")
    return named or ask.dimension not in ("count", "percent", "fraction")


def _towards(c: Context, at: int, ask: Asked) -> Found | None:
    """ "rose to 45", "put the number of dead at 45", "sentenced to 15 years", "are up 3 percent"."""
    low = c.parsed.tokens[c.parsed.chunks[at].start].low
    for back in range(at - 1, max(-1, at - FAR), -1):
        chunk = c.parsed.chunks[back]
        if chunk.kind in ";.S:":
            return None
        if c.multiplies(chunk):
            return named_in_region(c, back - 1, ask)  # "has more than doubled to 45"
        if chunk.kind == "NP" and c.of_group(chunk, "change") and low == "to":
            return named_in_region(c, at, ask)  # "reported a rise in profit to $45 million"
        counting = chunk.kind == "VP" and (c.of_group(chunk, "counting") or _takes_toll(c, back, at))
        if in_region(c, back) and chunk.kind == "VP" and not counting:
            continue  # "put the number of civilians killed at 22"
        if chunk.kind == "VP":
            verb = c.words.acts_on(chunk, ask) if ask.dimension != "count" else None
            counts = counting or c.parsed.tokens[chunk.head].tag == "X"
            if counting and low in _ENDS:
                return named_in_region(c, at, ask) or verb  # "spending was cut from $45 million to $40 million"
            return named_in_region(c, at, ask) if counts and (verb is None or verb.weak) else verb
    return None
