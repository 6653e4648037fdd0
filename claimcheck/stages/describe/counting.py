"""What a verb of counting says something of: "The number of people killed has risen to 45"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.triggers import Asked, Found

_CHANGED_IN = frozenset(("in", "of", "for", "to"))
_UP_TO = frozenset(("to", "at"))
_ASIDE = 6  # chunks of a bracket
_JOINT = 5  # chunks from a verb to the "and" behind it: "rose by nine on the second day (and)"
_OVER = frozenset("PAt:-")  # chunks between a noun for a number and the number
_HEADLINE = frozenset(("NP", "P", "A", "t", "'"))
_OPENS = frozenset(".:-;")
_PEOPLE = "person"
_SAID_OF = frozenset(("VP", "NP", "P", "A", "t"))  # chunks between "which" and the verb that counts
_OF_THOSE = frozenset(("NP", "P", "A", "t", "'", "R", "VP"))  # chunks of what is told of those counted
_THINGS = (_PEOPLE, "weapon", "vehicle", "building", "animal")  # classes that "the number of …" may count


def named_in_region(c: Context, at: int, ask: Asked) -> Found | None:
    """The first word for a measure in the noun phrases that end at a chunk: "The number of people killed"."""
    found = (_brought(c, end, ask) or _named_between(c, start, end, ask) for start, end in _regions(c, at))
    first = next((one for one in found if one), None) or _of_which(c, at, ask) or _of_main_verb(c, at, ask)
    return _done_to_area(c, first, ask) or first


def _done_to_area(c: Context, found: Found | None, ask: Asked) -> Found | None:
    """ "The area (burned) was 45 acres", "the area (affected by the fire) is put at 45 acres": what befell an area."""
    chunks = c.parsed.chunks
    at = c.parsed.at[found.start] + 1 if found is not None and found.weak and ask.dimension == "area" else len(chunks)
    if at >= len(chunks) or not c.parsed.bare(chunks[at]):
        return None
    by = at + 2 < len(chunks) and c.parsed.tokens[chunks[at].end].low == "by" and chunks[at + 2].kind == "NP"
    told = c.words.nouns(chunks[at + 2].start, chunks[at + 2].end, ask) if by else None
    return told or c.words.acts_on(chunks[at], ask)


def _of_which(c: Context, at: int, ask: Asked) -> Found | None:
    """ "The number of dead, which officials say | is 45", "the toll, which police put | at 45": what "which" is for."""
    chunks, which = c.parsed.chunks, at
    while which > max(1, at - _ASIDE) and chunks[which].kind in _SAID_OF:
        which -= 1
    relative = chunks[which].kind == "R" and c.parsed.tokens[chunks[which].start].low == "which"
    if not relative or chunks[which - 1].kind != ",":
        return None
    found = (_named_between(c, start, end, ask) for start, end in _regions(c, which - 2))
    return next((one for one in found if one), None)


def _of_main_verb(c: Context, at: int, ask: Asked) -> Found | None:
    """ "The toll rose again on Monday, | reaching 45": of the verb before the comma, where it counts too."""
    chunks, verb = c.parsed.chunks, at
    while verb >= 0 and chunks[verb].kind in ("P", "A"):
        verb -= 1
    participle = verb > 1 and chunks[verb].kind == "VP" and c.parsed.tokens[chunks[verb].start].tag == "I"
    if not participle or chunks[verb - 1].kind != ",":
        return None
    main = next((k for k in range(verb - 2, -1, -1) if chunks[k].kind not in ("NP", "P", "A", "t", "'")), -1)
    counts = main > 0 and chunks[main].kind == "VP" and c.of_group(chunks[main], "counting")
    return named_in_region(c, main, ask) if counts else None


def _brought(c: Context, end: int, ask: Asked) -> Found | None:
    """ "the discovery of more bodies bringing the death toll | to": the object of the verb of counting itself."""
    chunks = c.parsed.chunks
    if (
        end < 2
        or chunks[end - 1].kind != "NP"
        or chunks[end - 2].kind != "VP"
        or not c.of_group(chunks[end - 2], "counting")
    ):
        return None
    return _named_between(c, end - 1, end, ask)


def figure_before_aside(c: Context, at: int, ask: Asked) -> Found | None:
    """What a figure is of that an aside tells again: "The death toll, earlier put | at 40, rose"."""
    chunks, verb = c.parsed.chunks, at - 1
    whom = not ask.noun_class or c.lexicon.is_a(ask.noun_class, "person")  # not "counted at 12 hospitals"
    if not whom or verb < 2 or chunks[verb].kind != "VP" or not c.parsed.bare(chunks[verb]):
        return None
    comma = verb - 1
    while comma > 0 and chunks[comma].kind in ("A", "t"):
        comma -= 1
    return named_in_region(c, comma - 1, ask) if comma > 0 and chunks[comma].kind == "," else None


def toll_before(c: Context, at: int, ask: Asked) -> Found | None:
    """ "Death toll now 45", "police lower the toll to 45", "the number of dead is confirmed at 45": the noun for a
    number that ends at a chunk, where it counts harm, over one verb whatever it is."""
    chunks, verbs, end = c.parsed.chunks, 0, at
    while end >= 0 and (chunks[end].kind in _OVER or (chunks[end].kind == "VP" and not verbs)):
        verbs += chunks[end].kind == "VP"
        end -= 1
    start = end
    while start >= 0 and end - start < FAR and in_region(c, start) and not _own_count(c, start):
        start -= 1
    told = range(start + 1, end + 1)
    first = next((k for k in told if _is_figure(c, k)), None)
    found = _named_between(c, first, end + 1, ask) if first is not None else None
    return found if found and found.harm else None


def _own_count(c: Context, at: int) -> bool:
    """Whether a noun phrase has a number of its own, which what stands behind may be told of."""
    return c.counted_in(c.parsed.chunks[at]) is not None


def _is_figure(c: Context, at: int) -> bool:
    """Whether a noun phrase is one for a number: "the death toll", "the number of …"."""
    return c.parsed.chunks[at].kind == "NP" and c.of_group(c.parsed.chunks[at], "figure")


def named_without_verb(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """What a headline names that leaves its verb out: "Death toll from quake at 300", "Flood deaths now 45"."""
    chunks, at = c.parsed.chunks, phrase.first - 1
    at -= at > 0 and chunks[at].kind == "P" and c.parsed.tokens[chunks[at].start].low in _UP_TO
    start = at
    while start >= 0 and chunks[start].kind in _HEADLINE:
        start -= 1
    if ask.dimension != "count" or at < 0 or (start >= 0 and chunks[start].kind not in _OPENS):
        return None
    first = next((chunk for chunk in chunks[start + 1 : at + 1] if chunk.kind == "NP"), None)
    found = c.words.nouns(first.start, first.end, ask) if first is not None else None
    return replace(found, weak=True, counting=True) if found and found.harm else None


def number_of(c: Context, phrase: Counted) -> Chunk | None:
    """The noun that a bare number counts by the subject of its verb: "The number of passengers rose to 45"."""
    chunks, at = c.parsed.chunks, phrase.first - 1
    if not phrase.noun_class and at > 1 and chunks[at].kind in ",CA" and (whole := opening_whole(c)) is not None:
        return whole if any(chunk.kind == "," for chunk in chunks[: phrase.first]) else None
    if phrase.noun_class or at < 0 or not (chunks[at].kind in ("P", "A") or c.of_group(chunks[at], "counting")):
        return None
    for start, end in _regions(c, at):
        for inner in range(start + 2, end):
            head = c.parsed.tokens[chunks[inner].head]
            if number_of_ends(c, inner) and (head.tag == "n" or head.low in c.lexicon.people):
                joined = inner + 1 < end and _joins_counted(c, inner + 1)
                return chunks[inner] if c.counted_in(chunks[inner]) is None and not joined else None
    return None


def opening_whole(c: Context) -> Chunk | None:
    """The noun of what opens a sentence: "Of the jobs to be cut, 3,000 are abroad"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if len(chunks) < 4 or tokens[0].low not in ("of", "among") or chunks[1].kind != "NP":
        return None
    return chunks[1] if tokens[chunks[1].head].tag == "n" and c.counted_in(chunks[1]) is None else None


def those_before(c: Context, phrase: Counted, of_people: bool) -> Chunk | None:
    """Who "them" are where no number tells: "fired on a building used by troops, killing four of them".

    That is the nearest plural before, of people the nearest of a kind of people.
    """
    if not phrase.pronoun or phrase.noun_class:
        return None
    tokens = c.parsed.tokens
    for chunk in reversed(c.parsed.chunks[: phrase.first]):
        head = tokens[chunk.head]
        if chunk.kind != "NP" or head.tag != "n" or head.low == head.lemma or _shows(c, chunk):
            continue
        noun_class = c.lexicon.class_of(head.lemma)
        if not of_people or c.lexicon.is_a(noun_class, "person"):
            return chunk if c.counted_in(chunk) is None else None
    return None


def _shows(c: Context, chunk: Chunk) -> bool:
    """Whether a noun is what tells the number: "45 died, figures show, two of them at sea"."""
    at = c.parsed.at[chunk.end - 1] + 1
    return at < len(c.parsed.chunks) and c.of_group(c.parsed.chunks[at], "saying")


def number_of_ends(c: Context, at: int) -> bool:
    """Whether a chunk is the noun of "the number of …"."""
    chunks = c.parsed.chunks
    of = chunks[at].kind == "NP" and c.parsed.tokens[chunks[at - 1].start].low == "of"
    return of and chunks[at - 2].kind == "NP" and c.of_group(chunks[at - 2], "count noun")


def _regions(c: Context, at: int) -> Iterator[tuple[int, int]]:
    """The noun phrases that end at a chunk, and those before further verbs of counting: [first, end) in chunks."""
    while at >= 0:
        while at >= 0 and _counts(c, at) and not _theirs(c, at):
            at -= 1
        at = clauses.over_aside(c.parsed, at) if not _compared(c, at) else at - 1
        if (verb := _over_joint(c, _over_agent(c, at))) < at:
            at = verb
            continue
        start = at
        while start >= 0 and at - start < FAR and in_region(c, start):
            start -= 1
        yield start + 1, at + 1
        crossed = start >= 0 and start != at and c.parsed.chunks[start].kind == "VP"
        if not crossed or not c.of_group(c.parsed.chunks[start], "counting"):
            return
        at = start


def _over_agent(c: Context, at: int) -> int:
    """ "The number of dead is estimated (by the army) to be": from who reckons to the verb of reckoning."""
    chunks = c.parsed.chunks
    by = at > 1 and chunks[at].kind == "NP" and c.parsed.tokens[chunks[at - 1].start].low == "by"
    reckoned = by and chunks[at - 2].kind == "VP" and c.of_group(chunks[at - 2], "counting")
    return at - 2 if reckoned and c.parsed.tokens[chunks[at - 2].head].tag == "E" else at


def _over_joint(c: Context, at: int) -> int:
    """ "is not known (but) is put at", "rose on Monday (and) stood at": to the verb before, whose subject is the same;
    to that one where "doubled" is the verb."""
    chunks = c.parsed.chunks
    if at < 2 or chunks[at].kind != "C":
        return at
    if chunks[at - 1].kind == "VP":
        return at - 2
    for back in range(at - 1, max(0, at - 1 - _JOINT), -1):
        grown = c.counted_in(chunks[back])
        if grown is not None and c.dimensions.get(grown) == "factor" and chunks[back - 1].kind == "NP":
            return back - 1
        if chunks[back].kind == "VP":
            return back - 1 if c.of_group(chunks[back], "counting") else at
        if chunks[back].kind not in ("NP", "P", "A", "t"):
            return at
    return at


def _compared(c: Context, at: int) -> bool:
    """Whether a comma stands behind how a number compares: "put the toll higher, at 45"."""
    chunks = c.parsed.chunks
    higher = at > 0 and c.parsed.tokens[chunks[at - 1].head].low in c.lexicon.groups["comparative"]
    return higher and chunks[at].kind == ","


def named_behind(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """The same of a noun phrase behind a bare number: "raising to 45 the number of people killed"; "the provisions"."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    if (said := _is_number_of(c, phrase)) is not None:
        return named_after(c, said, ask)
    if phrase.noun_class or phrase.first < 2 or at >= len(chunks) or chunks[at].kind != "NP":
        return None
    to, verb = chunks[phrase.first - 1], chunks[phrase.first - 2]
    counts = c.of_group(verb, "counting") or c.multiplies(verb)
    if not counts or to.kind != "P" or c.parsed.tokens[to.start].low not in _UP_TO:
        return None
    if c.parsed.tokens[chunks[at].head].lemma not in c.lexicon.groups["figure"]:
        return c.words.nouns(chunks[at].start, chunks[at].end, ask)
    return named_after(c, at, ask)


def told_of_change(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """What is told of what changed by so much: "a 45 percent rise in exports", "a fall of 45 percent in exports"."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    own, at = chunks[phrase.first], phrase.last + 1
    inside = ask.dimension != "count" and tokens[own.head].tag == "n" and c.of_group(own, "change")
    of = phrase.first > 1 and tokens[chunks[phrase.first - 1].start].low == "of"
    if inside and ask.dimension == "money" and (cut := c.words.nouns(own.head, own.end, ask)) is not None:
        return cut  # "a $45 million cut to the budget"
    if not (inside or (of and c.of_group(chunks[phrase.first - 2], "change"))) or at + 1 >= len(chunks):
        return None
    return named_after(c, at + 1, ask) if tokens[chunks[at].start].low in _CHANGED_IN else None


def _is_number_of(c: Context, phrase: Counted) -> int | None:
    """ "45 was the number of people killed": the chunk with the number that a bare count is said to be."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    if phrase.noun_class or at + 2 >= len(chunks) or chunks[at].kind != "VP" or chunks[at + 1].kind != "NP":
        return None
    is_one = c.parsed.tokens[chunks[at].head].low in ("is", "was")
    of = c.parsed.tokens[chunks[at + 2].start].low == "of"
    figure = c.parsed.tokens[chunks[at + 1].head].lemma in c.lexicon.groups["figure"]
    return at + 1 if is_one and of and figure else None


def named_after(c: Context, at: int, ask: Asked) -> Found | None:
    """What is told behind a word for a number."""
    end = at + 1
    while end < len(c.parsed.chunks) and end - at < FAR and in_region(c, end):
        end += 1
    return _named_between(c, at, end, ask)


def _counts(c: Context, at: int) -> bool:
    """Prepositions, adverbs and the verb that says how large: "has risen to", "now stands at", "remained steady at"."""
    chunk = c.parsed.chunks[at]
    if chunk.kind != "VP":
        said = at > 0 and c.of_group(c.parsed.chunks[at - 1], "counting")
        steady = said and chunk.end - chunk.start == 1 and c.parsed.tokens[chunk.head].tag == "J"  # no "its own dead"
        return chunk.kind in ("P", "A") or steady
    return c.of_group(chunk, "counting") or not c.parsed.bare(chunk)


def in_region(c: Context, at: int) -> bool:
    """Whether a chunk goes on with the noun phrases that a verb of counting says something of."""
    chunks = c.parsed.chunks
    chunk = chunks[at]
    if chunk.kind == "VP":
        relative = at > 0 and chunks[at - 1].kind == "R"  # "the number of migrants who have landed"
        if c.parsed.tokens[chunk.start].tag == "I":  # "the number of people using the port", "killed by flooding"
            return True
        # "the police chief said on Sunday that the number …", but "the number of cases confirmed in the north"
        told = c.of_group(chunk, "saying") and not (at > 2 and number_of_ends(c, at - 1))
        if _tells_when(c, at) or c.parsed.tokens[chunk.start].low in c.lexicon.groups["held to be"]:
            return True  # "the number of soldiers known to have died"
        relative = relative or _theirs(c, at) or _what_for(c, at)
        return relative or (c.parsed.bare(chunk) and not told and not clauses.has_object(c.parsed, at))
    if chunk.kind == "C":  # "the collision between a bus and a tanker", "the number of hurt civilians and soldiers"
        between = at > 1 and c.parsed.tokens[chunks[at - 2].start].low == "between"
        return between or _joins_counted(c, at) or (at > 1 and _joins_places(c, at))
    if c.parsed.tokens[chunk.start].low == "as" and chunk.kind != "NP":
        # "the death toll as of Monday", "as collated from", but "Rescuers dug on as the death toll climbed to 420"
        after = chunks[at + 1] if at + 1 < len(chunks) else chunk
        result = c.parsed.tokens[after.end - 1].low in c.lexicon.groups["outcome"]  # as a result of hostilities
        return result or after.kind == "P" or (after.kind == "VP" and c.parsed.bare(after))
    if chunk.kind == ",":  # "the losses from May 24, 2022 to June 3", "the toll in Mali, Chad and Niger"
        return clauses.in_date(c.parsed, at) or (at > 1 and _joins_places(c, at))
    if chunk.kind == "S":
        return _opens_when(c, at)
    if chunk.kind in "()":
        return _in_brackets(c, at)
    if chunk.kind == "R":
        return at + 1 < len(chunks) and chunks[at + 1].kind == "VP"
    return chunk.kind in ("NP", "P", "A", "t", "'")


def _joins_counted(c: Context, at: int) -> bool:
    """ "The number of injured civilians and troops": whether "and" joins two kinds of people that one number counts."""
    chunks = c.parsed.chunks
    kinds = [chunk.kind for chunk in chunks[at : at + 2]]
    if at < 3 or kinds != ["C", "NP"] or not number_of_ends(c, at - 1):
        return False
    both = [c.parsed.tokens[chunks[k].head] for k in (at - 1, at + 1)]
    people = all(c.lexicon.is_a(c.lexicon.class_of(head.lemma), _PEOPLE) for head in both)
    return people and chunks[at + 1].start == chunks[at + 1].head and c.counted_in(chunks[at + 1]) is None


def _joins_places(c: Context, at: int) -> bool:
    """Whether "and", or a comma of a row with it, joins where it was: "the toll in Mali, Chad and Niger", "the toll of
    the quake that hit Mali and Niger"."""
    chunks, first, last = c.parsed.chunks, at - 1, at + 1
    while first > 1 and chunks[first - 1].kind == "," and _is_place(c, first - 2) and at - first < FAR:
        first -= 2
    while last + 1 < len(chunks) and chunks[last].kind == "NP" and chunks[at].kind == "," and last - at < FAR:
        if chunks[last + 1].kind == "C":
            break
        last += 2
    row = chunks[at].kind == "C" or (last + 1 < len(chunks) and chunks[last + 1].kind == "C")
    if first < 1 or not row or at + 1 >= len(chunks) or not (_is_place(c, at - 1) and _is_place(c, at + 1)):
        return False
    verb = chunks[first - 1]
    befell = verb.kind == "VP" and first > 1 and chunks[first - 2].kind == "R"
    return befell or c.parsed.tokens[verb.start].low in ("in", "across", "from")


def _is_place(c: Context, at: int) -> bool:
    """Whether a noun phrase is a name, or a part of a land: "Mali and the rebel-held areas of Niger"."""
    chunk = c.parsed.chunks[at]
    head = c.parsed.tokens[chunk.head]
    return chunk.kind == "NP" and (head.tag == "M" or c.lexicon.class_of(head.lemma) in ("region", "settlement"))


def _opens_when(c: Context, at: int) -> bool:
    """Whether a "when" tells when a participle was done to those counted: "the number of people killed when"."""
    chunks = c.parsed.chunks
    done = at > 0 and chunks[at - 1].kind == "VP" and c.parsed.bare(chunks[at - 1])
    return done and c.parsed.tokens[chunks[at].start].low == "when"


def _theirs(c: Context, at: int) -> bool:
    """ "The number of people the gang | has killed": a relative clause without its pronoun, of those counted."""
    chunks = c.parsed.chunks
    if at < 4 or chunks[at - 1].kind != "NP" or not number_of_ends(c, at - 2) or c.of_group(chunks[at], "saying"):
        return False
    alone = c.counted_in(chunks[at - 1]) is None and c.counted_in(chunks[at - 2]) is None
    return alone and not c.parsed.passive(chunks[at]) and not clauses.has_object(c.parsed, at)


def _what_for(c: Context, at: int) -> bool:
    """Whether a verb tells what those counted did something for: "the number of people who fled (to find) work"."""
    chunks, back = c.parsed.chunks, at - 1
    if not c.parsed.infinitive(chunks[at]):
        return False
    while back > 1 and at - back < FAR and chunks[back].kind in _OF_THOSE and not number_of_ends(c, back):
        back -= 1
    return back > 1 and number_of_ends(c, back)


def _tells_when(c: Context, at: int) -> bool:
    """Whether a verb is that of such a clause: "the number of people killed when the bridge | fell"."""
    chunks, back = c.parsed.chunks, at - 1
    while back > 0 and at - back < FAR and chunks[back].kind in ("NP", "P", "A", "t", "'"):
        back -= 1
    return back > 0 and chunks[back].kind == "S" and _opens_when(c, back)


def _in_brackets(c: Context, at: int) -> bool:
    """Whether a bracket is of words that explain, and has no number: "the losses in this [Gao] direction", "the toll of
    the Boko Haram (banned in Niger) attack"."""
    chunks = c.parsed.chunks
    opens = (
        at
        if chunks[at].kind == "("
        else next((k for k in range(at - 1, max(-1, at - _ASIDE), -1) if chunks[k].kind == "("), -1)
    )
    closes = next((k for k in range(opens + 1, min(len(chunks), opens + _ASIDE)) if chunks[k].kind == ")"), -1)
    inside = chunks[opens + 1 : closes] if 0 <= opens < closes else ()
    return bool(inside) and all(
        chunk.kind in ("NP", "P", "VP", "A", "t") and c.counted_in(chunk) is None for chunk in inside
    )


def _named_between(c: Context, start: int, end: int, ask: Asked) -> Found | None:
    unit, noun_class, least = "", "", None
    for at, chunk in enumerate(c.parsed.chunks[start:end], start):
        found = None
        if chunk.kind == "NP":
            found = c.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "changed", "state", "done"))
            if not unit and not _tells_where(c, at):
                unit, noun_class = _thing_in(c, chunk)
                if at + 1 < end and _joins_counted(c, at + 1):
                    unit, noun_class = _PEOPLE, _PEOPLE
        else:
            of_those = replace(ask, noun_class=ask.noun_class or noun_class, lemma=ask.lemma or unit)
            found = _said_of_those(c, start, at, of_those)
        if found and chunk.kind == "VP" and not found.strong:
            # "the number of people living in camps", where nothing worse befell them
            least = least or (replace(found, counted=unit, counting=True) if number_of_ends(c, at - 1) else None)
        elif found:
            by_thing = chunk.kind == "NP" and _thing_in(c, chunk)[0] == unit and _of_others(c, found, noun_class)
            return replace(found, counted="" if by_thing else unit, counting=True)
    return least


def _said_of_those(c: Context, start: int, at: int, ask: Asked) -> Found | None:
    """What a verb tells of those counted, or a state right behind them: "the number of people in need of aid"."""
    chunk = c.parsed.chunks[at]
    if chunk.kind == "VP" and not c.of_group(chunk, "counting") and not _what_for(c, at):
        return c.words.verb(chunk, ("done", "does"), ask) or _what_they_do(c, at)
    behind = chunk.kind == "P" and at > start and number_of_ends(c, at - 1)
    return c.words.state(chunk.start, ask) if behind else None


def _what_they_do(c: Context, at: int) -> Found | None:
    """ "The number of people (queueing) at the border": by a verb that no rule holds, right behind those counted."""
    doing = at > 1 and number_of_ends(c, at - 1) and c.parsed.tokens[c.parsed.chunks[at].start].tag == "I"
    return c.words.governing(c.parsed.chunks[at]) if doing else None


def _of_others(c: Context, found: Found, noun_class: str) -> bool:
    """ "Mine fire toll", "car deaths": whether what stands before a noun for the harm of people is a thing."""
    mortal = c.lexicon.is_a(noun_class, "person") or c.lexicon.is_a(noun_class, "animal")
    return found.harm and found.unit == "person" and not mortal


def _tells_where(c: Context, at: int) -> bool:
    """Whether a noun phrase hangs on a preposition of place: "after the strike on a car the number of dead rose"."""
    before = c.parsed.chunks[at - 1] if at > 0 else None
    return before is not None and before.kind == "P" and c.opens_with(before, "where a toll is of")


def _thing_in(c: Context, chunk: Chunk) -> tuple[str, str]:
    """Unit and class of the first noun for people or things: "civilian casualties", "rockets fired"."""
    if c.parsed.tokens[chunk.head].low == "those":
        return "person", "person"  # "the number of those hurt"
    for t in range(chunk.start, chunk.end):
        token = c.parsed.tokens[t]
        if token.tag == "M" and token.low in c.lexicon.people:
            return "person", "person"  # "the number of Kenyans who fled"
        if token.lemma in c.lexicon.groups["figure"] or _governs(c, t + 1, chunk.end):
            continue
        if t < chunk.head and token.low in c.lexicon.groups["telling a toll"]:
            continue
        unit, noun_class, _ = c.lexicon.nouns.get((token.lemma,), ("", "", ""))
        if noun_class not in ("", "casualty") and any(c.lexicon.is_a(noun_class, name) for name in _THINGS):
            return unit, noun_class
    return "", ""


def _governs(c: Context, at: int, end: int) -> bool:
    """ "Police (lower) death toll": whether the next word is a verb that is also an adjective of comparing."""
    return at < end and c.parsed.tokens[at].low in c.lexicon.groups["comparative"]
