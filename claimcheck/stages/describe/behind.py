"""What stands behind the phrase tells: "45 dead", "soldiers killed in May", "who died", "45 people were killed"."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.copulas import are, are_such, had_done, has_harm, over_ability, over_adjective
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.inside import told_inside
from claimcheck.stages.describe.phrases import BE, Chunk
from claimcheck.stages.describe.postmodifiers import of_its_name, over_body, over_conversion, over_joined
from claimcheck.stages.describe.triggers import Asked, Found, found_by

_AWAY = 10  # chunks within which a verb of leaving has its state: "left 23 civilians, nine of them children, dead"
_SKIPPED = frozenset('A"(')
_DEFINITE = frozenset(("the", "those", "these"))  # before a number of those of whom a clause tells
_WHO = frozenset(("as", "by"))
_OF_NAMES = frozenset(("NP", ",", ";", "C", "P", '"', "(", ")"))  # of "Ann Roe, 62, of Ava; and Mary Doe, 74"
_NAMES = 50  # chunks of such a list
_WHERE = frozenset(("where", "when"))
_OF_SUBJECT = frozenset(("NP", "P", "A", "t", "'"))
_GERUNDS = frozenset(("being", "having"))  # "resulted in 45 people being killed"


def told_behind(c: Context, last: int, ask: Asked) -> Found | None:
    """A state, participle, relative clause or infinitive right behind: "45 dead", "soldiers killed", "who died"."""
    at, chunks = over_conversion(c, last) + 1 + 2 * of_its_name(c, last), c.parsed.chunks
    while at < len(chunks) and chunks[at].kind in _SKIPPED:
        if chunks[at].kind == "A" and (away := c.words.at(chunks[at].start, ("state",), ask)):
            return found_by(away, chunks[at].start)  # "45 kilometres away"
        at += 1
    # "the 154 people, 26 of them foreigners, who died"
    closing = clauses.aside_end(c.parsed, at)
    if closing is not None and closing + 1 < len(chunks) and chunks[closing + 1].kind == "R":
        at = closing + 1
    at = over_body(c, over_joined(c, at))
    if at >= len(chunks):
        return None
    chunk = chunks[at]
    first = c.parsed.tokens[chunk.start]
    if (inner := _told_within(c, at) or over_ability(c, at)) is not None:
        return _subject_of(c, inner, ask)
    if chunk.kind == "P" and first.low == "as":
        return _state(c, chunk.end, ask) or _as_such(c, at + 1, ask)
    in_kind = ask.dimension == "money" and not ask.lemma  # but "a $40 million gap in its budget"
    if chunk.kind == "P" and first.low == "in" and in_kind and at + 1 < len(chunks):
        return _in_kind(c, at + 1, ask)
    if chunk.kind == "VP":
        if _behind_who(c, at) is not None:
            return None
        reduced = c.parsed.bare(chunk) or first.tag in "TI" or first.low in _GERUNDS or _held_to(c, chunk)
        return _subject_of(c, at, ask) if reduced else None
    if chunk.kind == "NP" and (bought := _by_them(c, last, at, ask)) is not None:
        return bought
    if first.low == "against" and _not_of_votes(c, last, ask):
        return None
    return _told_elsewhere(c, last, at, ask)


def _told_elsewhere(c: Context, last: int, at: int, ask: Asked) -> Found | None:
    """What no verb right behind tells: by a relative clause, by what two peoples share, by a state."""
    if c.parsed.chunks[at].kind == "R":
        return _relative(c, at, ask)
    return _of_both_peoples(c, last, at, ask) or _state(c, c.parsed.chunks[at].start, ask)


def _of_both_peoples(c: Context, last: int, at: int, ask: Asked) -> Found | None:
    """ "20 Malian and 30 Chadian casualties", "20 Malian and 30 Chadian dead": what two peoples share."""
    chunks = c.parsed.chunks
    if at + 1 >= len(chunks) or chunks[at].kind != "C" or c.parsed.tokens[chunks[last].head].tag != "M":
        return None
    other = chunks[at + 1]
    if other.kind != "NP" or c.counted_in(other) is None:
        return None
    state = _state(c, chunks[at + 2].start, ask) if at + 2 < len(chunks) else None
    found = c.words.nouns(other.start, other.end, ask) or state
    return found if found and found.harm else None


def _behind_who(c: Context, at: int) -> int | None:
    """ "Four women identified as Ann Roe, 62, and Mary Doe, 74, | were shot": the verb of those of whom another tells
    only who they are."""
    chunks, chunk = c.parsed.chunks, c.parsed.chunks[at]
    named = c.parsed.bare(chunk) and c.of_group(chunk, "telling who") and at + 1 < len(chunks)
    if not named or c.parsed.tokens[chunks[at + 1].start].low not in _WHO:
        return None
    rest = range(at + 2, min(len(chunks), at + _NAMES))
    behind = next((n for n in rest if chunks[n].kind not in _OF_NAMES), None)
    return behind if behind is not None and chunks[behind].kind == "VP" else None


def _held_to(c: Context, chunk: Chunk) -> bool:
    """ "with thousands | believed to be held", "those known to have died": a participle of what is thought of them."""
    first, then = c.parsed.tokens[chunk.start], c.parsed.tokens[min(chunk.start + 1, chunk.end - 1)]
    return first.tag == "E" and then.tag == "T" and first.lemma in c.lexicon.groups["raising"]


def _not_of_votes(c: Context, last: int, ask: Asked) -> bool:
    """ "lost 0.3% | against the dollar", "90% protection | against flu": nobody is against it."""
    before = c.parsed.chunks[last - 1] if last else None
    moves = before is not None and before.kind == "VP"
    moved = before is not None and any(c.of_group(before, name) for name in ("trading", "falling", "rising"))
    thing = ask.noun_class != "" and not c.lexicon.is_a(ask.noun_class, "person")
    return ask.dimension != "count" and ((moves and moved) or thing)


def _by_them(c: Context, last: int, at: int, ask: Asked) -> Found | None:
    """ "of the 500 goats (she bought)", "the $40 million (the firm owes)": a relative clause without its pronoun."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    who, close = tokens[chunks[at].start], chunks[at - 1].kind in ("NP", ")")
    verb = chunks[at + 1] if at + 1 < len(chunks) and close else None
    if verb is None or verb.kind != "VP" or c.parsed.passive(verb):
        return None
    if clauses.has_object(c.parsed, at + 1) or c.of_group(verb, "saying") or c.of_group(verb, "copular"):
        return None
    found = c.words.acts_on(verb, ask)
    if c.opens_with(chunks[at], "whoever did it"):
        return found or c.words.governing(verb, of_object=True)
    theirs = tokens[chunks[last].start].low in _DEFINITE and who.tag == "D" and c.counted_in(chunks[at]) is None
    return found if theirs else None


def _in_kind(c: Context, at: int, ask: Asked) -> Found | None:
    """ "$40 million in loans"; "in aid pledged": what is done with it knows best."""
    found, chunks = c.words.nouns(c.parsed.chunks[at].start, c.parsed.chunks[at].end, ask), c.parsed.chunks
    done = at + 1 < len(chunks) and c.parsed.bare(chunks[at + 1]) and not clauses.has_object(c.parsed, at + 1)
    return (c.words.acts_on(chunks[at + 1], ask) if done and (found is None or found.weak) else None) or found


def _told_within(c: Context, at: int) -> int | None:
    """ "40 houses the mayor said | were destroyed": the verb of those counted, behind who says so."""
    chunks = c.parsed.chunks[at : at + 3]
    if [chunk.kind for chunk in chunks] != ["NP", "VP", "VP"] or not c.of_group(chunks[1], "saying"):
        return None
    return at + 2 if c.parsed.tokens[chunks[2].start].tag == "X" else None


def _relative(c: Context, at: int, ask: Asked) -> Found | None:
    """ "who died"; "that the Armenians captured": in the second the counted are the object."""
    chunks = c.parsed.chunks
    at += at + 1 < len(chunks) and chunks[at + 1].kind == '"'  # who "were killed in battle"
    if at + 1 < len(chunks) and chunks[at + 1].kind == "VP":
        return None if _only_meant(c, at + 1) else _subject_of(c, at + 1, ask)
    where = c.parsed.tokens[chunks[at].start].low in _WHERE  # "a house where gunmen fired at troops"
    if at + 2 < len(chunks) and not where and chunks[at + 1].kind == "NP" and chunks[at + 2].kind == "VP":
        return c.words.acts_on(chunks[at + 2], ask)
    return None


def _only_meant(c: Context, at: int) -> bool:
    """ "45 villagers who want to leave | gathered": what they mean to do, where another verb tells what they did."""
    chunk = c.parsed.chunks[at]
    tokens = c.parsed.tokens[chunk.start : chunk.end]
    mark = c.lexicon.mark_verbs.get(tokens[0].lemma)
    meant = mark is not None and mark.name == "planned" and any(token.tag == "T" for token in tokens)
    return meant and clauses.verb_follows(c.parsed, at)


def _state(c: Context, token: int, ask: Asked) -> Found | None:
    """A state at a token; "among the 26 people killed": that of the number there."""
    found, tokens = c.words.state(token, ask), c.parsed.tokens
    if found or token + 1 >= len(tokens) or tokens[token].low != "among":
        return found
    at = c.parsed.at[token + 1]
    inside = c.counted_in(c.parsed.chunks[at])
    return c.measure(inside) if inside is not None else told_behind(c, at, ask)


def done_to_them(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "pulled 21 people off two buses and shot them dead": harm of a later verb to a pronoun for the counted."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if phrase.first == 0 or chunks[phrase.first - 1].kind != "VP" or not c.lexicon.is_a(ask.noun_class, "person"):
        return None
    for at in range(phrase.last + 1, min(len(chunks) - 1, phrase.last + FAR)):
        if chunks[at].kind in ".;:":
            return None
        if chunks[at].kind == "VP" and tokens[chunks[at + 1].start].low == "them":
            found = c.words.around(chunks[at].head, chunks[at + 1].end, ask) or c.words.acts_on(chunks[at], ask)
            return found if found and found.harm else None
    return None


def left_as(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """The state that the counted are left in: "left 23 civilians - nine children - dead", "leaving 8 injured"."""
    chunks = c.parsed.chunks
    before = chunks[phrase.first - 1] if phrase.first else None
    if before is None or before.kind != "VP" or c.parsed.tokens[before.head].lemma not in c.lexicon.groups["resulting"]:
        return None
    for at in range(phrase.last + 1, min(len(chunks), phrase.last + _AWAY)):
        chunk = chunks[at]
        goes_on = chunk.kind == "C" and at + 1 < len(chunks) and chunks[at + 1].kind == "NP"  # "and 16 soldiers dead"
        if chunk.kind in ";:.RSC" and not goes_on:
            return None
        found = _state(c, chunk.start, ask)
        if found is None and c.parsed.tokens[chunk.start].low == "with":
            with_what = c.parsed.chunks[c.parsed.at[min(chunk.end, len(c.parsed.tokens) - 1)]]
            found = c.words.nouns(with_what.start, with_what.end, ask)  # "with serious injuries"
        if found is None and c.parsed.bare(chunk):
            found = c.words.acts_on(chunk, ask)
        if found:
            jobless = found.state and found.unit != "" and ask.dimension == "count"
            return replace(found, state=True) if found.harm or jobless else None
        if chunk.kind == "VP":
            return None
    return None


def made_to(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """ "caused two dams outside the town to burst": what those counted do by the verb before, over where, how and who
    they are: "forced 45,000 people, half of the town, to flee", "let 45 civilians trapped in the town leave"."""
    chunks, at = c.parsed.chunks, phrase.last + 1
    if phrase.first == 0 or not c.of_group(chunks[phrase.first - 1], "having others do"):
        return None
    if at < len(chunks) and chunks[at].kind == "VP" and (c.parsed.bare(chunks[at]) or _only_doing(c, at)):
        at += 1  # "trapped | in the town", "living | in tents"
    at = _over_where(c, at)
    if at < len(chunks) and chunks[at].kind == ",":
        behind = _over_where(c, at + 2) if at + 2 < len(chunks) and chunks[at + 1].kind == "NP" else at
        at = behind + 1 if behind < len(chunks) and chunks[behind].kind == "," else at
    does = at < len(chunks) and chunks[at].kind == "VP" and c.parsed.infinitive(chunks[at])
    return _subject_of(c, at, ask) if does else None


def _over_where(c: Context, at: int) -> int:
    """The chunk behind any prepositions with their nouns, from one on."""
    chunks = c.parsed.chunks
    while at + 1 < len(chunks) and chunks[at].kind == "P" and chunks[at + 1].kind == "NP":
        at += 2
    return at


def predicate(c: Context, first: int, last: int, ask: Asked) -> Found | None:
    """The measure that the verb behind a counted subject tells: "45 people in the bus were killed"."""
    at = clauses.verb_of(c.parsed, last, c.phrases)
    if at is None or beyond_and(c, first, last, at):
        return None
    if c.of_group(c.parsed.chunks[at], "saying") and clauses.another_speaks(c.parsed, last, at):
        return None
    at = _behind_who(c, at) or at
    at = _over_seen(c, _over_agent(c, at))
    found = _behind_doing(c, at, ask) or _subject_of(c, at, ask)
    # "Dozens of them affiliated with a union protested", "two of the men seized were freed": the first is no verb
    # of its own.
    chunk = c.parsed.chunks[at]
    partitive = first < last and at == last + 1
    reduced = found is None or (partitive and found.object_told)
    reduced = reduced and c.parsed.bare(chunk) and not c.of_group(chunk, "saying")
    if partitive and reduced and clauses.verb_behind_clause(c.parsed, at):
        return None
    # "Thousands of mourners buried those killed": with an object it is a verb of its own.
    reduced = (reduced and not clauses.has_object(c.parsed, at)) or (found is None and _only_doing(c, at))
    if reduced and clauses.verb_follows(c.parsed, at):
        further = clauses.verb_of(c.parsed, at, c.phrases)
        return _subject_of(c, further, ask) if further is not None else None
    return found


def _over_seen(c: Context, at: int) -> int:
    """ "were seen | being wheeled into an ambulance": to what befell those who were seen."""
    chunks = c.parsed.chunks
    seen = c.parsed.passive(chunks[at]) and at + 1 < len(chunks) and chunks[at + 1].kind == "VP"
    return at + 1 if seen and c.parsed.tokens[chunks[at + 1].start].low == "being" else at


def _only_doing(c: Context, at: int) -> bool:
    """ "dozens of trucks (carrying aid) | entered"."""
    chunk = c.parsed.chunks[at]
    return chunk.start == chunk.head and c.parsed.tokens[chunk.head].tag == "I" and not c.of_group(chunk, "saying")


def _over_agent(c: Context, at: int) -> int:
    """ "were said (by the army on Monday) | to have died": from who says it to what the subject did."""
    chunks = c.parsed.chunks
    if not (c.parsed.passive(chunks[at]) and c.of_group(chunks[at], "raising")):
        return at
    behind = at + 1
    while behind < len(chunks) and chunks[behind].kind in ("P", "NP", "A", "t", "'"):
        behind += 1
    agent = behind > at + 1 and behind < len(chunks) and chunks[behind].kind == "VP"
    return behind if agent and c.parsed.tokens[chunks[behind].start].tag == "T" else at


def _behind_doing(c: Context, at: int, ask: Asked) -> Found | None:
    """ "150 pilgrims attending a feast were killed": the verb behind what they were doing; who thinks says so."""
    doing = _only_doing(c, at)
    if not (doing or _only_put(c, at, ask)) or not clauses.verb_follows(c.parsed, at):
        return None
    further = clauses.verb_of(c.parsed, at, c.phrases)
    if further is not None and c.parsed.tokens[c.parsed.chunks[further].start].tag == "I":
        further = clauses.verb_of(c.parsed, further, c.phrases)  # "involved in (filming) a show were killed"
    found = _subject_of(c, further, ask) if further is not None else None
    return found if found and found.strong and (found.happens if doing else found.harm) else None


def _only_put(c: Context, at: int, ask: Asked) -> bool:
    """ "25 soldiers (deployed along the border) were wounded": a participle of where or what they were, and no harm."""
    chunks = c.parsed.chunks
    if not c.parsed.bare(chunks[at]) or c.of_group(chunks[at], "saying") or clauses.has_object(c.parsed, at):
        return False
    opens = next((chunk for chunk in reversed(chunks[:at]) if chunk.kind not in _OF_SUBJECT), None)
    told = said_of_subject(c, at, ask)
    return not (opens and opens.kind in "RS") and (told is None or not told.harm)  # "a mill where 12 worked was hit"


def told_of_put(c: Context, phrase: Counted, ask: Asked) -> Found | None:
    """What happened to those of whom a participle tells where or what they were."""
    at = phrase.last + 1
    return _behind_doing(c, at, ask) if _only_put(c, at, ask) else None


def beyond_and(c: Context, first: int, last: int, verb: int) -> bool:
    """ "pitched seven innings, and his side won": behind "and" an object is no subject."""
    chunks = c.parsed.chunks
    if first == 0 or chunks[first - 1].kind != "VP":
        return False
    if c.of_group(chunks[first - 1], "saying") or c.of_group(chunks[first - 1], "raising"):
        return False  # "officials fear 45 people and their guide died"
    return any(chunk.kind == "C" for chunk in chunks[last + 1 : verb])


def _subject_of(c: Context, at: int, ask: Asked) -> Found | None:
    """What the verb group says of its subject."""
    chunk = c.parsed.chunks[at]
    bare = c.parsed.bare(chunk)
    if (told := _told_as(c, at, ask)) is not None:
        return told
    if (to_come := over_adjective(c, at)) is not None:
        told = _subject_of(c, to_come, ask)
        unable = c.parsed.tokens[c.parsed.chunks[to_come].start - 1].low in c.lexicon.groups["unable"]
        return told if told is None or told.denied or not unable else None  # "were unable to vote" tells no vote
    verb = _held_back(c, chunk, ask) or said_of_subject(c, at, ask)
    if verb and verb.object_told and bare and _has_object(c, at, verb):
        verb = c.words.verb(chunk, ("does",), ask)
        if verb is None or verb.object_told:
            return c.words.governing(chunk) if chunk.start == chunk.head else None
    copular = c.parsed.tokens[chunk.end - 1].low in BE or c.parsed.tokens[chunk.head].tag == "X"
    copular = copular or c.of_group(chunk, "copular")  # "are said to be", "was", "remain"
    quoted = chunk.end < len(c.parsed.tokens) and c.parsed.tokens[chunk.end].tag == '"'  # were “beyond repair”
    swallowed = c.parsed.tokens[chunk.end - 1].tag == "P"  # "remain in | captivity"
    state = _state(c, chunk.end - swallowed + quoted, ask) if copular and (verb is None or verb.weak) else None
    if found := state or verb or has_harm(c, at, ask) or had_done(c, at) or (are(c, at, ask) if copular else None):
        return found
    if copular and (such := are_such(c, at, ask)) is not None:
        return such
    # "skipped meals to make ends meet": with an object of its own it is no participle.
    reduced = bare and not clauses.has_object(c.parsed, at) and clauses.verb_follows(c.parsed, at)
    under_way = c.parsed.tokens[chunk.start].tag == "X"  # "were walking"
    if (c.parsed.tokens[chunk.head].tag == "I" and not under_way) or reduced:
        return _waiting(c, at, ask)
    return c.words.governing(chunk)


def _waiting(c: Context, at: int, ask: Asked) -> Found | None:
    """ "856,600 people waiting for treatment": what people right before are doing, where no verb tells more."""
    chunk, before = c.parsed.chunks[at], c.parsed.chunks[at - 1]
    acts = any(c.lexicon.is_a(ask.noun_class, name) for name in ("person", "country", "organisation"))
    people = acts and before.kind == "NP" and before.end == chunk.start
    alone = _only_doing(c, at) and not clauses.verb_follows(c.parsed, at)
    return c.words.governing(chunk) if people and alone else None


def _told_as(c: Context, at: int, ask: Asked) -> Found | None:
    """ "were listed (by the Red Cross) as missing", "confirmed as dead": the state knows more than the verb."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    if not (c.parsed.bare(chunks[at]) or c.parsed.passive(chunks[at])):
        return None
    behind = at + 1
    while behind < len(chunks) and chunks[behind].kind in ("P", "NP", "A", "t"):
        if tokens[chunks[behind].start].low == "as":
            break
        behind += 1
    if behind >= len(chunks) - 1 or tokens[chunks[behind].start].low != "as":
        return None
    found = _state(c, chunks[behind].end, ask) or _as_such(c, behind + 1, ask)
    done = behind + 1
    while done < len(chunks) - 1 and chunks[done].kind in 'A"':
        done += 1
    if found is None and chunks[done].kind == "VP":
        if tokens[chunks[done].start].low in _GERUNDS:
            found = _subject_of(c, done, ask)  # "confirmed as having died"
        elif c.parsed.bare(chunks[done]):
            found = c.words.acts_on(chunks[done], ask)  # "classified as “partially damaged”"
    return found if found and found.harm else None


def _as_such(c: Context, at: int, ask: Asked) -> Found | None:
    """ "listed 45 as (missing passengers)", "registered as (wounded soldiers)": the state of whom a noun names."""
    chunk = c.parsed.chunks[at] if at < len(c.parsed.chunks) else None
    if chunk is None or chunk.kind != "NP":
        return None
    inside = c.counted_in(chunk)  # "as missing passengers three days after"
    end = chunk.end if inside is None else inside
    who = max((t for t in range(chunk.start, end) if _is_person(c, t)), default=chunk.start)
    found = c.words.nouns(chunk.start, who, ask, roles=("state", "done"))
    return found if found and found.harm else None


def _is_person(c: Context, token: int) -> bool:
    return c.lexicon.is_a(c.lexicon.class_of(c.parsed.tokens[token].lemma), "person")


def _has_object(c: Context, at: int, verb: Found) -> bool:
    """Whether a form in -ed has an object, and so is no participle; "made off with gems" has one behind "with"."""
    if clauses.has_object(c.parsed, at):
        own = c.parsed.chunks[at + 1].start < verb.end  # "taken hostage"
        return not own and not _tells_itself(c, at + 1)
    last, tokens = verb.end - 1, c.parsed.tokens
    behind = c.parsed.chunks[c.parsed.at[verb.end]] if verb.end < len(tokens) else None
    return last > verb.start and tokens[last].tag == "P" and behind is not None and behind.kind == "NP"


def _tells_itself(c: Context, at: int) -> bool:
    """ "Two killed three injured in blast": the second number is no object, its own words tell of it."""
    inside = c.counted_in(c.parsed.chunks[at])
    if inside is not None and c.own_participle(c.phrases[inside].last) is not None:
        return True
    if inside is None or not (c.phrases[inside].head < 0 or c.phrases[inside].noun_class == "casualty"):
        return False
    return told_inside(c, c.phrases[inside], Asked("person", "count")) is not None


def said_of_subject(c: Context, at: int, ask: Asked) -> Found | None:
    """The measure that a verb tells of its subject."""
    chunk = c.parsed.chunks[at]
    if c.parsed.undergone(chunk):
        return c.words.verb(chunk, ("done", "state"), ask)  # "45 bodies were recovered", but "45 patients recovered"
    suffers = c.parsed.passive(chunk) or c.parsed.bare(chunk)
    return c.words.verb(chunk, ("done", "does", "state") if suffers else ("does",), ask)


def _held_back(c: Context, chunk: Chunk, ask: Asked) -> Found | None:
    """ "were registered to vote": the passive, unless it passes its subject on ("were forced to flee")."""
    tokens = c.parsed.tokens
    to = next((t for t in range(chunk.start + 1, chunk.end) if tokens[t].tag == "T"), None)
    if to is None or tokens[to - 1].tag != "E" or tokens[to - 1].lemma in c.lexicon.groups["raising"]:
        return None
    if to - 1 == chunk.start:
        return None  # "a customer who tried to help" was not tried
    trigger = c.words.at(to - 1, ("done",), ask)
    return found_by(trigger, to - 1) if trigger else None
