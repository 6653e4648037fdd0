"""Whether those counted speak themselves, and whether a number is another word on one told before."""

from __future__ import annotations

from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import Chunk

_NEAR = 6  # chunks from a number to the word for the number that it takes the place of
_IT = frozenset(("it", "this", "that"))
_OF = frozenset(("of", "among"))
_WHICH = frozenset(("which", "that"))
_THEM = frozenset(("them", "those", "these"))
_ARE = frozenset(("is", "are", "was", "were"))
_TWO = 2
_JOINT = 3  # chunks from the number of one who says his to the next one: ", and | the unions 60"


def speaks(c: Context, token: int) -> bool:
    """Whether the counted are those who speak: "Two officials said"."""
    phrase = c.phrases[token]
    if _may_speak(c, phrase) and (_according_to(c, phrase) or cited(c, phrase) or says_before(c, phrase)):
        return True
    if not _may_speak(c, phrase):
        return False
    if _speaking(c, phrase):
        return True
    at = clauses.verb_of(c.parsed, phrase.last, c.phrases)
    if at is None or clauses.another_speaks(c.parsed, phrase.last, at):
        return False
    chunk = c.parsed.chunks[at]
    if not c.of_group(chunk, "saying") and c.parsed.bare(chunk) and clauses.verb_follows(c.parsed, at):
        further = clauses.verb_of(c.parsed, at, c.phrases)  # "two men interviewed said"
        chunk = c.parsed.chunks[further] if further is not None else chunk
    told_of = c.parsed.passive(chunk) or (c.of_group(chunk, "raising") and _told_as(c, chunk))  # "believed to be"
    return c.of_group(chunk, "saying") and not told_of


def says_before(c: Context, phrase: Counted) -> bool:
    """ "Troops killed 45 rebels, (two officers) said": those right before a verb of saying, who open a clause of their
    own; but "two officers reported missing"."""
    at = phrase.last + 1
    verb = c.parsed.chunks[at] if at < len(c.parsed.chunks) else None
    if verb is None or verb.kind != "VP" or not c.of_group(verb, "saying") or c.parsed.passive(verb):
        return False
    told_of = c.of_group(verb, "copular") or _told_as(c, verb)
    return not (told_of and c.parsed.bare(verb)) and _may_speak(c, phrase)


def _told_as(c: Context, verb: Chunk) -> bool:
    """ "12 officers | said to be | rebels": whether a verb of saying goes on as what it tells of those before it."""
    return any(token.low == "to" for token in c.parsed.tokens[verb.start : verb.end])


def cited(c: Context, phrase: Counted) -> bool:
    """Whether the counted are cited as those who speak: "The paper, citing | four officials, said"."""
    before = c.parsed.chunks[phrase.first - 1] if phrase.first else None
    return before is not None and before.kind == "VP" and c.of_group(before, "citing") and _may_speak(c, phrase)


def _may_speak(c: Context, phrase: Counted) -> bool:
    """Whether people are counted, or what tells news: "two sources said"."""
    telling = phrase.head >= 0 and c.parsed.tokens[phrase.head].lemma in c.lexicon.groups["telling source"]
    return telling or c.lexicon.is_a(phrase.noun_class, "person")


def _according_to(c: Context, phrase: Counted) -> bool:
    """ "according to | two witnesses"."""
    at = c.parsed.chunks[phrase.first].start
    return [token.low for token in c.parsed.tokens[max(0, at - _TWO) : at]] == ["according", "to"]


def _speaking(c: Context, phrase: Counted) -> bool:
    """ "Two officials, | speaking on condition of anonymity, said"; but "three, talking to friends, were shot"."""
    behind = c.parsed.chunks[phrase.last + 1 : phrase.last + 1 + _TWO]
    aside = [chunk.kind for chunk in behind] == [",", "VP"]
    if not aside or c.parsed.tokens[behind[1].head].low not in c.lexicon.groups["speaking"]:
        return False
    main = next((chunk for chunk in c.parsed.chunks[phrase.last + 1 + _TWO :] if chunk.kind == "VP"), None)
    return main is not None and c.of_group(main, "saying") and not c.parsed.passive(main)


def refers_back(c: Context, token: int) -> bool:
    """Whether the number is said to be a figure told before: "put the figure at 29", "brought the total to 45"."""
    phrase = c.phrases[token]
    if not _leaves_out(c, token):
        return _counts_that(c, phrase)
    return _against_that(c, phrase) or _counts_again(c, phrase) or _counts_it(c, phrase) or stands_by(c, token)


def stands_by(c: Context, token: int) -> bool:
    """ "The only figure the mayor stands by, he says, is 45": a number whose noun has a clause without its pronoun."""
    chunks, verb = c.parsed.chunks, c.phrases[token].first - 1
    if verb < 1 or c.parsed.tokens[chunks[verb].start].low not in _ARE or not _leaves_out(c, token):
        return False
    at = clauses.over_aside(c.parsed, verb - 1)
    while at > 1 and chunks[at].kind in ("P", "A", "VP"):
        at -= 1
    whose = at > 0 and at < verb - 1 and chunks[at].kind == chunks[at - 1].kind == "NP"
    return whose and c.of_group(chunks[at - 1], "figure")


def puts_figure(c: Context, token: int) -> bool:
    """Whether somebody gives another number for the toll told before: "the police put the toll at 20"."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    while at > 0 and chunks[at].kind in "PA":
        at -= 1
    given = at > 0 and chunks[at].kind == "NP" and c.of_group(chunks[at], "figure") and _leaves_out(c, token)
    return given and chunks[at - 1].kind == "VP" and c.of_group(chunks[at - 1], "number giving")


def comes_from(c: Context, token: int) -> int | None:
    """The number from which something came to this one: "jumped from 45 acres (18 hectares) to 90 acres"."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, c.phrases[token].first - 1
    if at < 1 or tokens[chunks[at].start].low != "to":
        return None
    for back in range(at - 1, max(0, at - 1 - clauses.FAR), -1):
        if chunks[back].kind in ("VP", ".", ";"):
            return None
        first = c.counted_in(chunks[back])
        if first is not None and tokens[chunks[back - 1].start].low == "from":
            return first if c.dimensions[first] == c.dimensions[token] else None
    return None


def answers(c: Context, token: int) -> bool:
    """Whether a bare number is another word on the last one: "Police counted 20, the unions spoke of 60", "the police
    say 20, the unions 60"."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    if not _leaves_out(c, token) or phrase.first < 1:
        return False
    at = phrase.first - 1
    if chunks[at].kind == "P":
        return at > 0 and chunks[at - 1].kind == "VP" and c.of_group(chunks[at - 1], "number talk")
    return _says_it(c, phrase) or _says_it_too(c, phrase) or _there_are(c, phrase)


def is_given(c: Context, token: int) -> bool:
    """Whether a number is what somebody speaks of or admits: on the day that is told, "spoke of 40 dead on Monday"."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    while at > 0 and chunks[at].kind == "A":
        at -= 1
    of = at > 0 and chunks[at].kind == "P" and chunks[at - 1].kind == "VP" and c.of_group(chunks[at - 1], "number talk")
    return of or (at > 0 and chunks[at].kind == "VP" and c.of_group(chunks[at], "giving a count"))


def _says_it(c: Context, phrase: Counted) -> bool:
    """ "The police say 20", and no more: who gives nothing but a number gives it for what was counted."""
    chunks, at = c.parsed.chunks, phrase.first - 1
    verb = chunks[at]
    said = at > 0 and verb.kind == "VP" and chunks[at - 1].kind == "NP" and c.of_group(verb, "number saying")
    return said and _ends(c, phrase) and not c.parsed.passive(verb)


def _there_are(c: Context, phrase: Counted) -> bool:
    """ "The police say there were 20", and no more."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.first - 1
    are = at > 1 and tokens[chunks[at].end - 1].low in _ARE and tokens[chunks[at - 1].head].low == "there"
    return are and c.of_group(chunks[at - 2], "number saying") and _ends(c, phrase)


def _ends(c: Context, phrase: Counted) -> bool:
    """Whether nothing goes on behind a number."""
    behind = phrase.last + 1
    return behind == len(c.parsed.chunks) or c.parsed.chunks[behind].kind in ',;.:C-)"?!'


def _says_it_too(c: Context, phrase: Counted) -> bool:
    """ "The police say 20, the unions 60": the subject alone, behind another who says his."""
    chunks, at = c.parsed.chunks, phrase.first - 1
    if at < 1 or chunks[at].kind != "NP" or chunks[at - 1].kind not in ",;C":
        return False
    last = max((t for t in c.phrases if t < phrase.token), default=-1)
    return last >= 0 and c.phrases[last].last >= at - _JOINT and _says_it(c, c.phrases[last])


def runs_on(c: Context, token: int, *, is_it: bool = False) -> bool:
    """Whether "it" is the number told before, at another time: "gave a toll of 47; it was later revised to 82".

    With `is_it` also where it is that number: "the union said it was 60".
    """
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    if not _leaves_out(c, token) or at < 1:
        return False
    at -= chunks[at].kind == "P" and c.parsed.tokens[chunks[at].start].low in ("to", "at")
    if at > 1 and _stands_for(c, at) and chunks[at - 1].kind == "VP":  # "the union put it at 60"
        return c.of_group(chunks[at - 1], "counting")
    verb = chunks[at] if at > 0 else None
    is_one = verb is not None and c.parsed.tokens[verb.head].low in _ARE and is_it
    if verb is None or verb.kind != "VP" or not (is_one or c.of_group(verb, "counting") or c.of_group(verb, "halting")):
        return False
    at -= chunks[at - 1].kind == "A"  # "it then passed 200"
    they = is_one and at > 0 and c.parsed.tokens[chunks[at - 1].end - 1].low == "they"
    return at > 0 and (they or _stands_for(c, at - 1) or (not is_one and is_land(c, chunks[at - 1])))


def is_land(c: Context, chunk: Chunk) -> bool:
    """Whether a noun phrase is the bare name of a land or its capital."""
    tokens = c.parsed.tokens[chunk.start : chunk.end]
    names = c.lexicon.single.get(tokens[0].low, ()) if len(tokens) == 1 else ()
    return chunk.kind == "NP" and any(name.kind in ("country", "capital") for name in names)


def gives_figure(c: Context, token: int) -> bool:
    """Whether a number stands behind a noun for it, told of what was counted before: "has given a lower figure, 20",
    "the first day's figures, 20 in Ava and 30 in Osk"."""
    phrase, chunks = c.phrases[token], c.parsed.chunks
    at = phrase.first - 1
    if at < 1 or not _leaves_out(c, token):
        return False
    if chunks[at].kind == "C":
        last = max((t for t in c.phrases if t < token), default=-1)
        return last >= 0 and c.phrases[last].last >= at - _JOINT and gives_figure(c, last)
    behind = c.parsed.chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    ends = behind is None or behind.kind in ',;.:C-)"P'
    return (
        ends
        and chunks[at].kind in (",", ":", "-")
        and chunks[at - 1].kind == "NP"
        and c.of_group(chunks[at - 1], "figure")
    )


def compared_figure(c: Context, token: int) -> int:
    """Whether the figure that a number is given as is lower (1) or higher (-1) than one told before; 0: unsaid."""
    if not gives_figure(c, token) or c.parsed.chunks[c.phrases[token].first - 1].kind == "C":
        return 0
    chunk = c.parsed.chunks[c.phrases[token].first - 2]
    words = {t.low for t in c.parsed.tokens[chunk.start : chunk.end]}
    lower, higher = words & c.lexicon.groups["lower figure"], words & c.lexicon.groups["higher figure"]
    return bool(lower) - bool(higher)


def of_them(c: Context, token: int) -> bool:
    """Whether a number is of those told in the sentence before: "Half of them were women", "Of those, 20 were boys"."""
    phrase, tokens = c.phrases[token], c.parsed.tokens
    if phrase.noun_class and not c.lexicon.is_a(phrase.noun_class, "person"):
        return False
    opens = len(tokens) > _TWO and tokens[0].low in _OF and tokens[1].low in _THEM
    opens = opens and c.parsed.at[1] != c.parsed.at[2]  # "of those days"
    return opens or (phrase.pronoun and not any(other < token for other in c.phrases))


def in_brackets(c: Context, token: int) -> bool:
    """Whether a bare number in brackets stands behind another: "800,000 (81,000 according to the police)"."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    if not _leaves_out(c, token) or at < 1 or chunks[at].kind != "(" or c.phrases[token].last + 1 >= len(chunks):
        return False
    told = chunks[c.phrases[token].last + 1].kind in ("P", ",", "VP")
    return told and c.counted_in(chunks[at - 1]) is not None


def is_figure(c: Context, token: int) -> bool:
    """Whether a number is said to be an estimate or a record of what was counted before: "the last estimate was 60"."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 2
    if at < 0 or c.dimensions[token] != "count" or c.parsed.tokens[chunks[at + 1].head].tag != "X":
        return False
    word = c.parsed.tokens[chunks[at].head]
    named = chunks[at].kind == "NP" and (c.of_group(chunks[at], "figure") or word.lemma == "record")
    return named and (at == 0 or chunks[at - 1].kind in ",;:C-" or c.parsed.tokens[chunks[at - 1].start].low == "that")


def are_some(c: Context, token: int) -> bool:
    """Whether a number says what some of those told before are: "Among the dead, 20 are women and 12 are minors"."""
    chunks, at = c.parsed.chunks, c.phrases[token].last + 1
    if not _leaves_out(c, token) or at + 1 >= len(chunks) or c.parsed.tokens[chunks[at].end - 1].low not in _ARE:
        return False
    first, behind = c.phrases[token].first, c.parsed.tokens[chunks[at + 1].head]
    opens = first == 0 or chunks[first - 1].kind in ",;:C-"
    people = c.lexicon.is_a(c.lexicon.class_of(behind.lemma), "person")
    return opens and chunks[at + 1].kind == "NP" and (people or behind.tag == "J")


def are_included(c: Context, token: int) -> bool:
    """Whether a number is said to be among what was told before: "in which 12 children are included"."""
    at = clauses.verb_of(c.parsed, c.phrases[token].last, c.phrases)
    chunk = c.parsed.chunks[at] if at is not None else None
    return chunk is not None and c.parsed.passive(chunk) and c.parsed.tokens[chunk.head].lemma == "include"


def up_from(c: Context, token: int) -> bool:
    """Whether a bare number is what the one before it has come from: "53,629, up from 50,243 in the afternoon"."""
    first = c.parsed.chunks[c.phrases[token].first].start
    before = [one.low for one in c.parsed.tokens[max(0, first - _TWO) : first]]
    return _leaves_out(c, token) and before in (["up", "from"], ["down", "from"])


def have_gone(c: Context, token: int) -> bool:
    """Whether a bare number tells who went: "officials said that no more than 5,000 had left"; not what they left."""
    at = c.phrases[token].last + 1
    if not _leaves_out(c, token) or at >= len(c.parsed.chunks) or clauses.has_object(c.parsed, at):
        return False
    verb = c.parsed.chunks[at]
    return verb.kind == "VP" and not c.parsed.passive(verb) and c.of_group(verb, "going somewhere")


def names_figure(c: Context, token: int) -> bool:
    """Whether a number is that of a figure, which is told elsewhere: "the 340 figure", "the figure of 340"."""
    phrase, chunks, tokens = c.phrases[token], c.parsed.chunks, c.parsed.tokens
    head = tokens[phrase.head] if phrase.head >= 0 else None
    if head is not None:
        return head.low == head.lemma and head.lemma in c.lexicon.groups["figure"]
    of = phrase.first > 1 and tokens[chunks[phrase.first - 1].start].low == "of"
    return of and c.of_group(chunks[phrase.first - 2], "figure")


def of_a_place(c: Context, token: int) -> bool:
    """Whether a number in brackets stands behind the name of a place: "also in Kano (22,000) and Lagos (20,000)"."""
    chunks, at = c.parsed.chunks, c.phrases[token].first - 1
    if not _leaves_out(c, token) or at < 2 or c.phrases[token].last + 1 >= len(chunks):
        return False
    around = (chunks[at - 1].kind, chunks[at].kind, chunks[c.phrases[token].last + 1].kind)
    named = c.parsed.tokens[chunks[at - 1].head].tag == "M"
    return named and around == ("NP", "(", ")") and chunks[at - 2].kind in ("P", "C", ",")


def _stands_for(c: Context, at: int) -> bool:
    chunk = c.parsed.chunks[at]
    return chunk.kind == "NP" and c.parsed.tokens[chunk.end - 1].low in _IT


def _leaves_out(c: Context, token: int) -> bool:
    return not c.phrases[token].noun_class and c.dimensions[token] == "count"


def _counts_again(c: Context, phrase: Counted) -> bool:
    chunks = c.parsed.chunks
    for back in range(phrase.first - 1, max(-1, phrase.first - _NEAR), -1):
        if chunks[back].kind == "NP" and not _tells_more(c, back):
            return c.of_group(chunks[back], "figure")
        if c.of_group(chunks[back], "figure") and back > 0 and chunks[back - 1].kind == "R":
            return True  # "put | that | number higher": no verb
        between = chunks[back].kind in ("P", "A", "VP", "t", "NP") or _tells_more(c, back - 1)
        if not between and not _opens_which(c, back):
            return False
    return False


def _tells_more(c: Context, at: int) -> bool:
    """ "put that number (higher), at 45"."""
    return at > 0 and c.parsed.tokens[c.parsed.chunks[at].head].low in c.lexicon.groups["comparative"]


def _against_that(c: Context, phrase: Counted) -> bool:
    """ "40 are missing, fewer than | the 60 whom the mayor gave": a number that the last one is held against."""
    tokens, at = c.parsed.tokens, phrase.token
    than = at > _TWO and [token.low for token in tokens[at - _TWO : at]] == ["than", "the"]
    return than and tokens[at - _TWO - 1].low in c.lexicon.groups["comparative"]


def _opens_which(c: Context, at: int) -> bool:
    """Whether a relative clause of a figure begins: "the official estimate, | which stood at 45"."""
    which = at + (c.parsed.chunks[at].kind == ",")
    return c.parsed.chunks[which].kind == "R" and c.parsed.tokens[c.parsed.chunks[which].start].low in _WHICH


def _counts_that(c: Context, phrase: Counted) -> bool:
    """ "That number was down from a high of 45 homes": a figure told before by a word that points at it."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    for back in range(phrase.first - 1, max(-1, phrase.first - 1 - _NEAR), -1):
        chunk = chunks[back]
        if chunk.kind == "NP" and not c.of_group(chunk, "extreme"):
            return tokens[chunk.start].low in _IT and c.of_group(chunk, "figure")
        if chunk.kind not in ("NP", "P", "A", "VP"):
            return False
    return False


def _counts_it(c: Context, phrase: Counted) -> bool:
    """ "It now stands at 45", "this was later updated to 45", "others put it at 45", "police put those in the north at
    45": a pronoun for the last number."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.first - 1
    if at < 1 or tokens[chunks[at].start].low not in ("to", "at"):
        return False
    if _of_those_put(c, at):
        return True
    around = [chunk for chunk in chunks[max(0, at - _NEAR) : at] if chunk.kind != "A"]
    counts = any(chunk.kind == "VP" and c.of_group(chunk, "counting") for chunk in around[-2:])
    it = [chunk for chunk in around[-2:] if chunk.kind in ("NP", "R") and tokens[chunk.start].low in _IT]
    return counts and bool(it) and all(chunk.end - chunk.start == 1 for chunk in it)


def _of_those_put(c: Context, at: int) -> bool:
    """ "put | those | in | the north | at": whether a verb gives the number of some of those counted before."""
    chunks, tokens, those = c.parsed.chunks, c.parsed.tokens, at - 3
    if those < 1 or [chunk.kind for chunk in chunks[those:at]] != ["NP", "P", "NP"]:
        return False
    alone = chunks[those].end - chunks[those].start == 1 and tokens[chunks[those].start].low in _THEM
    return alone and chunks[those - 1].kind == "VP" and c.of_group(chunks[those - 1], "number giving")
