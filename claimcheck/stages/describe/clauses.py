"""How the phrases of a sentence hang together: which verb belongs to a noun, what an aside is, where a list goes on."""

from __future__ import annotations

from collections.abc import Container, Sequence

from claimcheck.stages.describe.phrases import Chunk, Parsed
from claimcheck.stages.describe.tokens import CLAUSE_OPENING, Token

FAR = 40  # chunks over which a word is looked for
_PASSED = frozenset('A"(')  # kinds of chunks that part nothing
_PAIR = 2  # words
_YEAR = 4  # digits
_ASIDE = 14  # chunks of an aside
AMONG = frozenset(("among", "amongst"))
_CONTAINING = AMONG | {"including"}
_THEM = frozenset(("them", "whom"))
_APART = frozenset(("earlier", "later", "ago", "before"))
_LISTED = frozenset(("most", "many", "some", "all", "both", "aged", "ages", "age", "none"))


def verb_of(parsed: Parsed, last: int, phrases: Container[int]) -> int | None:
    """The chunk of the verb whose subject ends with a chunk, over asides, lists and relative clauses."""
    chunks, tokens = parsed.chunks, parsed.tokens
    at, pending, aside = last + 1, 0, False
    while at < min(len(chunks), last + FAR):
        chunk = chunks[at]
        if chunk.kind == "VP" and not parsed.infinitive(chunk):
            if pending == 0 and not (aside and parsed.bare(chunk)):
                return at
            pending = max(0, pending - 1)
        elif chunk.kind == "R" or tokens[chunk.start].low == "whose":
            pending += 1  # "those whose homes were destroyed"
        elif chunk.kind == ",":
            if aside and _aside_goes_on(parsed, at):
                at += 1
                continue
            opens = not aside and (opens_aside(parsed, at) or _left_open(parsed, at))
            if not (aside or opens or list_goes_on(parsed, at, phrases)):
                return None
            aside = opens
        elif chunk.kind == "-" and (closing := _closing(parsed, at + 1, "-")) is not None:
            at = closing
        elif chunk.kind == ";" and not aside and _row_goes_on(parsed, last, at, phrases):
            pass  # "about 130 tanks, 200 guns; five depots, and 55 lorries were destroyed"
        elif chunk.kind in ";:.S-" or (chunk.kind == "C" and _clause_follows(parsed, at)) or _subordinate(parsed, at):
            return None
        at += 1
    return None


def _row_goes_on(parsed: Parsed, last: int, at: int, phrases: Container[int]) -> bool:
    """Whether a semicolon parts members of a row: a number opens what stands behind it, and what it closes has no verb;
    not "rescuers found two bodies; | 25 people are missing"."""
    chunks = parsed.chunks
    behind = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind == "C")
    member = chunks[behind] if behind < len(chunks) else None
    if member is None or member.kind != "NP" or all(t not in phrases for t in range(member.start, member.end)):
        return False
    for chunk in reversed(chunks[max(0, last - FAR) : last]):
        if chunk.kind in ";:" or chunk.kind == "VP":
            return chunk.kind != "VP"
    return True


def another_speaks(parsed: Parsed, last: int, verb: int) -> bool:
    """ "60 partners, including 43 clubs, | the agency stresses": whether a verb of saying over an aside has a subject
    of its own, and is none of what stands before the aside."""
    chunks = parsed.chunks
    before = chunks[verb - 2 : verb] if verb > last + 2 and chunks[last + 1].kind == "," else ()
    return [chunk.kind for chunk in before] == [",", "NP"] and opens_aside(parsed, last + 1)


def _left_open(parsed: Parsed, comma: int) -> bool:
    """ "45 people, including six women were injured": an aside that a finite verb ends, and no comma."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if comma + 3 >= len(chunks) or tokens[chunks[comma + 1].start].low not in _CONTAINING:
        return False
    verb = comma + 2
    while verb < len(chunks) and chunks[verb].kind in ("NP", "C", "A"):
        verb += 1
    finite = verb < len(chunks) and chunks[verb].kind == "VP" and tokens[chunks[verb].start].tag == "X"
    return finite and chunks[verb - 1].kind == "NP"


def _aside_goes_on(parsed: Parsed, comma: int) -> bool:
    """ "40 people, including the mayor, women and boys, were hurt": a comma within a list that another comma ends."""
    closing = _closing(parsed, comma + 1, ",")
    if closing is None:
        return False
    return all(chunk.kind in ("NP", "P", "A", "C", "'") for chunk in parsed.chunks[comma + 1 : closing])


def passed_over(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a chunk stands between a phrase and what the phrase hangs on, and parts nothing: "killed (only) 40",
    "rose to (a staggering) 40"."""
    first, last = parsed.tokens[chunk.start], parsed.tokens[chunk.end - 1]
    alone = chunk.kind == "NP" and chunk.start == chunk.head and first.tag in "DJ"
    so_many = chunk.kind == "NP" and chunk.end - chunk.start == _PAIR and first.low in ("a", "an")
    return alone or (so_many and last.low.endswith("ing") and last.tag != "Q") or chunk.kind in _PASSED


def opens_clause(low: str) -> bool:
    """Whether a preposition may open a clause: "after 40 people were killed"."""
    return low in CLAUSE_OPENING


def _subordinate(parsed: Parsed, at: int) -> bool:
    """ "until a ceasefire was signed", "after crews finally reached it": a preposition that opens a clause."""
    if parsed.chunks[at].kind == "C" or parsed.tokens[parsed.chunks[at].start].low not in CLAUSE_OPENING:
        return False
    behind = [chunk.kind for chunk in parsed.chunks[at + 1 : at + 4]]
    return behind[:2] == ["NP", "VP"] or behind == ["NP", "A", "VP"]


def _clause_follows(parsed: Parsed, conjunction: int) -> bool:
    """Whether "and" joins more than noun phrases."""
    chunks = parsed.chunks
    behind = conjunction + 1
    while behind < len(chunks) and chunks[behind].kind == '"':
        behind += 1
    if parsed.tokens[chunks[conjunction].start].low == "but" or behind >= len(chunks):
        return True
    if chunks[conjunction - 1].kind == chunks[behind].kind == "A":
        return False  # "partially or totally destroyed"
    that = chunks[behind].end - chunks[behind].start == 1 and parsed.tokens[chunks[behind].start].low == "that"
    return that or chunks[behind].kind not in ("NP", "P")  # "says that 45 were hurt and | that a road is closed"


def list_goes_on(parsed: Parsed, comma: int, phrases: Container[int]) -> bool:
    """ ", 12 soldiers and …": whether the comma parts the members of a list."""
    chunks = parsed.chunks
    if comma + 2 >= len(chunks) or chunks[comma + 1].kind not in ("NP", "C"):
        return False
    member = chunks[comma + 1]
    if member.kind == "C" or any(t in phrases for t in range(member.start, member.end)):
        return True
    behind = comma + 2  # ", a large amount of cash and …"
    while parsed.tokens[chunks[behind].start].low == "of" and behind + 2 < len(chunks):
        behind += 2
    return chunks[behind].kind in (",", "C")


def opens_aside(parsed: Parsed, comma: int) -> bool:
    """Whether the comma opens an aside that another comma closes."""
    chunks, tokens = parsed.chunks, parsed.tokens
    closing = _closing(parsed, comma + 2, ",")
    if closing is None:
        return False
    first = tokens[chunks[comma + 1].start]
    if restated(parsed, comma + 1) or tells_share(parsed, comma):
        return True
    if first.tag in "PARG" or first.low in _LISTED or _of_them(parsed, comma + 1) or among_them(parsed, comma + 1):
        return True
    # "Thousands of villagers, victims of the war, have been deprived …"
    after = chunks[closing + 1] if closing + 1 < len(chunks) else None
    if after is None or after.kind != "VP":
        return False
    # "More than 500 people, the whole village, fled": a form in -ed is the verb where no other one follows.
    alone = comma == 1 and first.tag == "D" and not verb_follows(parsed, closing + 1)
    return alone or not parsed.bare(after)


def restated(parsed: Parsed, at: int) -> bool:
    """ ", or 30 percent of the population,": whether an "or" tells a number again."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if not 0 < at < len(chunks) - 1 or chunks[at - 1].kind != "," or tokens[chunks[at].start].low != "or":
        return False
    return any(token.tag == "Q" for token in tokens[chunks[at + 1].start : chunks[at + 1].end])


def tells_share(parsed: Parsed, comma: int) -> bool:
    """ "90,000 people, about 60 percent of the population, fled": whether commas part what share it is of a whole."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if not 0 < comma < len(chunks) - 2 or chunks[comma].kind != "," or _closing(parsed, comma + 2, ",") is None:
        return False
    share = any(token.tag == "Q" for token in tokens[chunks[comma + 1].start : chunks[comma + 1].end])
    return share and tokens[chunks[comma + 2].start].low == "of" and not _of_them(parsed, comma + 1)


def _of_them(parsed: Parsed, at: int) -> bool:
    """ "9 of them children": a part of what stands before."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if at + 2 >= len(chunks) or tokens[chunks[at].end - 1].tag != "Q":
        return False
    return tokens[chunks[at + 1].start].low == "of" and tokens[chunks[at + 2].head].tag in "NR"


def among_them(parsed: Parsed, at: int) -> bool:
    """ "9 children among them": the same, with "among them" behind the noun; not "45 people among them 9 children"."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if at + 2 >= len(chunks) or (at + 3 < len(chunks) and chunks[at + 3].kind in ("NP", "A")):
        return False
    if all(token.tag != "Q" for token in tokens[chunks[at].start : chunks[at].end]):
        return False
    return tokens[chunks[at + 1].start].low in AMONG and tokens[chunks[at + 2].head].low in _THEM


def fronts(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "of" or "out of" opens a clause: "of the injured, 79 are at home", "said that of the injured 79"."""
    first = at - (at > 0 and tokens[at - 1].low == "out")
    return tokens[at].low == "of" and (first == 0 or tokens[first - 1].tag in ",.;:(R")


def aside_end(parsed: Parsed, at: int) -> int | None:
    """The comma that ends an aside, where a chunk is the comma that opens it and a number stands in it."""
    if at >= len(parsed.chunks) or parsed.chunks[at].kind != ",":
        return None
    closing = _closing(parsed, at + 2, ",")
    if closing is None:
        return None
    inside = parsed.tokens[parsed.chunks[at].end : parsed.chunks[closing].start]
    return closing if any(token.tag == "Q" for token in inside) else None


def _closing(parsed: Parsed, start: int, mark: str) -> int | None:
    stop = min(len(parsed.chunks), start + _ASIDE)
    return next((k for k in range(start, stop) if parsed.chunks[k].kind == mark), None)


def over_aside(parsed: Parsed, at: int) -> int:
    """ "the toll, which stood at 40, had risen to": from before a verb to the noun that it says something of."""
    chunks = parsed.chunks
    if at >= 1 and chunks[at].kind == "R":
        return at - 2 if chunks[at - 1].kind in (",", "-") else at - 1
    if at >= 0 and chunks[at].kind in (",", "-"):
        mark = chunks[at].kind
        opening = next((k for k in range(at - 1, max(-1, at - _ASIDE), -1) if chunks[k].kind == mark), -1)
        return opening - 1 if opening > 0 else at
    return at


def has_object(parsed: Parsed, at: int) -> bool:
    """Whether a noun phrase stands right behind a verb group; "killed two days earlier" has no object."""
    chunks = parsed.chunks
    if at + 1 >= len(chunks) or chunks[at + 1].kind != "NP":
        return False
    behind = parsed.tokens[chunks[at + 1].end].low if chunks[at + 1].end < len(parsed.tokens) else "."
    return not (behind in _APART and parsed.tokens[chunks[at + 1].end - 1].tag == "Q")


def verb_follows(parsed: Parsed, at: int) -> bool:
    """Whether a finite verb follows in the clause: "28 pages related to the case were …"."""
    return next_verb(parsed, at) is not None


def next_verb(parsed: Parsed, at: int) -> int | None:
    """The chunk of the finite verb that follows in the clause, over those of relative clauses: "taken by a group that
    had threatened them | were …"."""
    relative = 0
    for behind, chunk in enumerate(parsed.chunks[at + 1 : at + FAR], at + 1):
        if chunk.kind == "R":
            relative += 1
        elif chunk.kind in ",;:.CS" and not _joins_names(parsed, behind):
            return None
        elif chunk.kind == "VP" and parsed.tokens[chunk.start].tag != "I" and not parsed.infinitive(chunk):
            if not relative:
                return behind
            relative -= 1
    return None


def _joins_names(parsed: Parsed, at: int) -> bool:
    """ "operating in Iraq and Syria were killed": whether a conjunction stands between two names."""
    beside = (*parsed.chunks[at - 1 : at], *parsed.chunks[at + 1 : at + 2])
    named = [chunk for chunk in beside if chunk.kind == "NP" and parsed.tokens[chunk.head].tag == "M"]
    return parsed.chunks[at].kind == "C" and len(named) == 2


def joins_nouns(parsed: Parsed, at: int) -> bool:
    """Whether an "and" or comma stands between two noun phrases: "the securities | and | investment industry"."""
    around = parsed.chunks[at - 1 : at + 2] if at else ()
    return len(around) == 3 and around[1].kind in "C," and around[0].kind == around[2].kind == "NP"


def verb_behind_clause(parsed: Parsed, at: int) -> bool:
    """ "12 of the people killed when a stand gave way were children": the second verb is none of the clause's."""
    behind = parsed.chunks[at + 1 : at + FAR]
    if not behind or behind[0].kind != "S":
        return False
    verbs = 0
    for chunk in behind[1:]:
        if chunk.kind in ",;:.S":
            return False
        verbs += chunk.kind == "VP" and parsed.tokens[chunk.start].tag not in "TI"
        if verbs == 2:
            return True
    return False


def in_date(parsed: Parsed, comma: int) -> bool:
    """Whether a comma stands before the year of a day: "from May 24, 2022 to June 3"."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if not 1 < comma < len(chunks) - 1:
        return False
    year = tokens[chunks[comma + 1].start].low
    return len(year) == _YEAR and year.isdecimal() and "t" in (chunks[comma - 1].kind, chunks[comma - 2].kind)


def before_joint(parsed: Parsed, first: int) -> int | None:
    """The last chunk of what a phrase is joined to by "and" or a comma."""
    chunks = parsed.chunks
    at = first - 1
    while at >= 0 and chunks[at].kind in 'C,A("':
        at -= 1
    if at < 0 or at == first - 1:
        return None
    if chunks[at].kind == ")":  # "2 women (a nurse and a cook) as well as 2 soldiers"
        opening = next((k for k in range(at - 1, max(-1, at - _ASIDE), -1) if chunks[k].kind == "("), 0)
        return opening - 1 if opening > 0 else None
    if chunks[at].kind == "-":  # "took the town – a stronghold – and seven villages"
        opening = next((k for k in range(at - 1, max(-1, at - _ASIDE), -1) if chunks[k].kind == "-"), 0)
        return opening - 1 if opening > 0 else None
    return at
