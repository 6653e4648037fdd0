"""What a count covers: some of those it is told of, others than those before, several lands, several happenings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from claimcheck.records import Fact
from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.context import Context
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.phrases import BE, THEIR
from claimcheck.stages.describe.placed import Placed
from claimcheck.stages.describe.tokens import Token
from claimcheck.stages.describe.triggers import Found

_ROW = re.compile(r",? (?:and )?")  # between countries of one row
_SUBJECT = ("NP", "P", "t", "A", "'")  # chunks of a subject with what hangs on it
_BESIDE = frozenset((",", "C", "VP", "A"))  # chunks between a number and its share: ", meaning around"
_OF_ALL = (["of", "the"], ["of", "those"])
_ROW_CHUNKS = frozenset((",", "C"))
_ROW_OF = _ROW_CHUNKS | {"P", "NP"}  # "400 new cases of cholera and 12 deaths"
_OTHER = frozenset(("other",))
_OTHERS = _OTHER | {"others"}
_OF_THEM = frozenset(("whom", "them", "including"))
_FROM = frozenset(("of", "from"))
_FROM_ONE = ("P", "NP")  # behind a number: "from one family"
_AT = frozenset(("in", "at", "inside"))
_SINGLE = frozenset(("one", "single"))
_SPOTS = frozenset(("building", "grave", "region", "settlement", "vehicle"))
_THOSE = frozenset(("the", "those"))
_AMONG = 6  # tokens from what befell them back to "the"
_ATTRIBUTES = frozenset("DNnJEM")  # tags of what stands between "among" and what befell all of them
_ENDS = frozenset(",;:.")  # tags behind which another thing is told


def of_some(c: Context, phrase: Counted, measure: Found | None, noun_class: str) -> Fact | None:
    """ "A hundred of the pupils seized were girls", "seven Americans were among those killed": what is told of all of
    them, of whom some are counted. "Seven children were among the dead": no more children died."""
    if measure is None or not (
        measure.partial or _of_the(c, measure) or (noun_class == "person" and _among(c, phrase, measure))
    ):
        return None
    return Fact(value="some_of", rule="O04", span=measure.fact(c.parsed).span)


def were_there(c: Context, phrase: Counted) -> bool:
    """ "Of the dead, 12 were in Mali": who are some of all by where they were, which their place tells."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.last + 1
    if at + 2 >= len(chunks) or tokens[chunks[at].end - 1].low not in BE or tokens[chunks[at + 1].start].low not in _AT:
        return False
    return chunks[at + 2].kind == "NP" and tokens[chunks[at + 2].head].tag == "M"


def of_its_people(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """ "The island confirmed the deaths of 12 of its people": some of all whom it befell, and of one home; not where
    the island "lost 12 of its people"."""
    tokens, at = c.parsed.tokens, phrase.token
    of = [token.low for token in tokens[at + 1 : at + 2]] == ["of"]
    theirs = next((t for t in range(at + 2, phrase.words[1]) if tokens[t].low in THEIR), None) if of else None
    if theirs is None or measure is None or not measure.harm or phrase.head < 0:
        return None
    people = tokens[phrase.head].lemma in c.lexicon.groups["inhabitant"]
    lost = measure.start < at and tokens[measure.start].lemma in c.lexicon.groups["suffering"]
    span = (tokens[theirs].start, tokens[phrase.head].end)
    return Fact(value="some_of", rule="O4900", span=span) if people and not lost else None


def of_share(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """ "40 people, or 20 percent of those killed, were children": a share of all of whom the same is told."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    near = range(phrase.last + 1, min(len(chunks), phrase.last + 4))
    at = next((k for k in near if chunks[k].kind not in _BESIDE), 0)
    inside = c.counted_in(chunks[at]) if at > phrase.last + 1 and chunks[phrase.last + 1].kind == "," else None
    if measure is None or not measure.harm or inside is None or c.dimensions[inside] not in ("percent", "fraction"):
        return None
    if at + 2 >= len(chunks) or tokens[chunks[at + 1].start].low != "of":
        return None
    whole = tokens[chunks[at + 2].head]
    if whole.low != "those" and c.lexicon.class_of(whole.lemma) != "casualty":
        return None
    return Fact(value="some_of", rule="O07", span=(tokens[chunks[at].start].start, whole.end))


def _of_the(c: Context, measure: Found) -> bool:
    """ "Seven of the injured", "three of those hurt": whether a number and "of" stand before who all of them are."""
    before = c.parsed.tokens[max(0, measure.start - 3) : measure.start]
    return len(before) == 3 and before[0].tag == "Q" and [token.low for token in before[1:]] in _OF_ALL


def _among(c: Context, phrase: Counted, measure: Found) -> bool:
    """Whether a measure is told of those among whom the counted are: "were among the dead", "counted among the Chadians
    confirmed injured were three nurses"."""
    tokens = c.parsed.tokens
    if phrase.token > measure.start and all(token.low not in BE for token in tokens[measure.end : phrase.token]):
        return False  # "clashes among the rebels killed five"
    back = range(measure.start - 1, max(0, measure.start - _AMONG), -1)
    before = takewhile(lambda at: tokens[at].tag in _ATTRIBUTES, back)
    return any(tokens[at].low in _THOSE and tokens[at - 1].low == "among" for at in before)


def of_family(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """The scope of those of one family, who are some of all: "a family of 5 died", "five members of one family"."""
    if measure is None or not (measure.harm or measure.happens):
        return None
    tokens, chunks, number = c.parsed.tokens, c.parsed.chunks, phrase.token
    before = number > 1 and tokens[number - 1].low == "of" and _is_family(c, tokens[number - 2])
    behind = chunks[phrase.last + 1 : phrase.last + 3]
    if before:
        return Fact(value="one_family", rule="O2000", span=(tokens[number - 2].start, tokens[number].end))
    if len(behind) == len(_FROM_ONE) and tokens[behind[0].start].low in _FROM and _is_family(c, tokens[behind[1].head]):
        return Fact(value="one_family", rule="O2000", span=(tokens[behind[0].start].start, tokens[behind[1].head].end))
    return None


def _is_family(c: Context, token: Token) -> bool:
    return token.low == token.lemma and c.lexicon.class_of(token.lemma) == "family"


def in_one(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """The scope of what is at one of several spots: "100 bodies in one grave", "in a single village 45 houses"."""
    if measure is None or not (measure.harm or measure.happens):
        return None
    tokens, chunks = c.parsed.tokens, c.parsed.chunks
    behind = takewhile(lambda at: chunks[at].kind not in _ENDS, range(phrase.last + 1, len(chunks) - 1))
    for at in (0, *behind) if phrase.first > 1 else behind:
        place = chunks[at + 1]
        if place.kind != "NP" or tokens[chunks[at].start].low not in _AT:
            continue
        alone = any(token.low in _SINGLE for token in tokens[place.start : place.head])
        if tokens[place.head].low in _SINGLE and at + 3 < len(chunks) and tokens[place.end].low == "of":
            alone, place = True, chunks[at + 3]  # "in one | of | the houses"
        if alone and c.lexicon.class_of(tokens[place.head].lemma) in _SPOTS:
            return Fact(value="one_place", rule="O2001", span=(tokens[place.start].start, tokens[place.head].end))
    return None


def toll_raised(c: Context, phrase: Counted) -> int | None:
    """Where ", bringing the toll to seven" begins: what is told before raised a toll that is not of its place alone."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.first - 1
    if at < 1 or tokens[chunks[at].start].low != "to":
        return None
    tolled = False
    for back in range(at - 1, max(-1, at - 1 - FAR), -1):
        chunk = chunks[back]
        tolled = tolled or (chunk.kind == "NP" and c.of_group(chunk, "figure"))
        if chunk.kind == "VP":
            raises = tolled and c.of_group(chunk, "raising toll") and tokens[chunk.head].low.endswith("ing")
            return tokens[chunk.start].start if raises else None
    return None


def of_others(c: Context, phrase: Counted, measure: Found | None, before: Placed | None) -> Fact | None:
    """ "Killed 170,000 in the province and tens of thousands more", "A man was shot. Four other people died".

    `before`: the number before. "12 died. Two others were wounded", "left hundreds more injured": who goes on from the
    dead is no more of the wounded, but all of them. Of other people who died a count of the dead may stand far before.
    """
    if measure is None or not measure.harm:
        return None
    tokens, last = c.parsed.tokens, before.measure if before is not None else None
    here = before is not None and before.parsed is c.parsed
    goes_on = last is not None and last.value == measure.value
    words = frozenset[str]()
    if goes_on:  # "12 died. Two others drowned", "the flood has killed six other people"
        words = c.lexicon.groups["remainder"] if here else _OTHERS
    elif not here and phrase.first == 0 and last is None:
        words = _OTHER
    fate = last is not None and last.harm and not goes_on  # "two died. Four others were also hurt": all the hurt
    if before is not None and measure.value in before.harms and not fate:
        words |= _OTHER
    if _beside_one(c, phrase, measure) or (not fate and _also(c, phrase, measure)):
        words |= _OTHERS
    found = next((t for t in range(*phrase.words) if tokens[t].low in words), None)
    return (
        None if found is None else Fact(value="additional", rule="O05", span=(tokens[found].start, tokens[found].end))
    )


def _also(c: Context, phrase: Counted, measure: Found) -> bool:
    """ "Four others were also injured": those before were injured too, whatever of them was told last."""
    first, last = sorted((phrase.token, measure.start))
    return any(token.low == "also" for token in c.parsed.tokens[first:last])


def _beside_one(c: Context, phrase: Counted, measure: Found) -> bool:
    """ "The mayor and four others were held", "was held along with two other men": who is told of beside a number."""
    chunks, tokens, at = c.parsed.chunks, c.parsed.tokens, phrase.first - 1
    if at < 1:
        return False
    if tokens[chunks[at].end - 1].low == "with":
        return measure.start < phrase.token  # not "rose to six, with 100 others wounded"
    who = chunks[at - 1]
    fate = (tokens[who.head].low,) in c.lexicon.states  # "left 20 people | dead | and 100 others wounded"
    return chunks[at].kind == "C" and who.kind == "NP" and c.counted_in(who) is None and not fate


def of_new(c: Context, phrase: Counted, measure: Found | None, last: Placed | None) -> Fact | None:
    """ "400 new cases and 12 deaths", "12 new infections, 3 deaths": what stands in one row with new ones is as new, as
    are those "of whom" something is told."""
    if measure is None or not measure.harm or last is None or last.parsed is not c.parsed or last.scope is None:
        return None
    if last.scope.value != "additional" or last.measure is None or last.measure.value == measure.value:
        return None
    row = c.parsed.chunks[last.phrase.last + 1 : phrase.first]
    opening = c.parsed.tokens[c.parsed.chunks[phrase.first].start - 1].low if phrase.first else ""
    of_them = opening in _OF_THEM
    beside = bool(row) and row[-1].kind in _ROW_CHUNKS and all(chunk.kind in _ROW_OF for chunk in row)
    return replace(last.scope, rule="O08") if beside or of_them else None


def of_happenings(c: Context, phrase: Counted, measure: Found | None) -> Fact | None:
    """ "Coalition strikes in support of the operation have killed hundreds": what many happenings did, on no day."""
    chunks, tokens = c.parsed.chunks, c.parsed.tokens
    at = phrase.first - 1
    if measure is None or not measure.harm or at < 1 or chunks[at].kind != "VP":
        return None
    if tokens[chunks[at].start].low != "have" or c.parsed.undergone(chunks[at]):
        return None
    first = at - 1
    while first > 0 and at - first < FAR and chunks[first - 1].kind in _SUBJECT:
        first -= 1
    head, opens = tokens[chunks[first].head], tokens[chunks[first].start]
    many = head.low != head.lemma and c.of_group(chunks[first], "repeated") and opens.tag != "D"
    if chunks[first].kind != "NP" or not many or c.counted_in(chunks[first]) is not None:
        return None
    return Fact(value="several_happenings", rule="O06", span=(head.start, head.end))


def of_lands_before(c: Context, phrase: Counted, measure: Found | None, named: Sequence[Hit], text: str) -> Fact | None:
    """The scope of a toll before which a row of lands stands: "Chad, Niger flood toll tops 40"."""
    number = c.parsed.tokens[phrase.token].start
    if measure is None or not measure.counting:
        return None
    for one, other in pairwise(hit for hit in named if hit.end <= number):
        gap = text[one.end : other.start]
        if _ROW.fullmatch(gap) and ("and" in gap or other.after.isalpha()) and one.name.country != other.name.country:
            return Fact(value="several_lands", rule="L94", span=(one.start, other.end))
    return None


def of_lands(c: Context, phrase: Counted, named: Sequence[Hit], text: str) -> Fact | None:
    """ "230,000 dead in 14 countries", "40 dead in Chad, Niger and Mali": more than one land is counted.

    `named`: the countries that the sentence names, in order.
    """
    tokens, over = c.parsed.tokens, c.lexicon.groups["over lands"]
    for at in range(phrase.token, len(tokens) - 1):
        token, behind = tokens[at], tokens[at + 1]
        if token.tag in _ENDS or (token.tag == "Q" and at > phrase.token and not _told_alike(c, phrase, at)):
            return None
        end = _counted_end(c, at + 1, "country") if token.low in over else 0
        within = token.low in over and token.low != "from"
        if within:  # "15 Frenchmen and nationals from Chad and Mali" are not all from both
            end = end or _row_end(named, behind.start, text)
        if end:
            return Fact(value="several_lands", rule="L94", span=(behind.start, end))
        if within and (_few(c, at + 1) or _several_named(c, at + 1)) and (end := _counted_end(c, at + 1, "region")):
            return Fact(value="several_places", rule="L97", span=(behind.start, end))
    return None


def _told_alike(c: Context, phrase: Counted, number: int) -> bool:
    """ "40 have died | and over | 200 have been injured in Gaza and Israel": whether a number is told in a verb phrase
    joined to that of another one, so that what stands behind is of both."""
    chunks, at = c.parsed.chunks, c.parsed.at[number]
    between = [chunk.kind for chunk in chunks[phrase.last + 1 : at] if chunk.kind != "A"]
    return between == ["VP", "C"]


def _counted_end(c: Context, start: int, noun_class: str) -> int:
    """Where a phrase for several lands or places ends in the text: "14 countries"; 0: none stands at a token."""
    chunk = c.parsed.chunks[c.parsed.at[start]]
    lemma = c.parsed.tokens[chunk.head].lemma
    plural = c.parsed.tokens[chunk.head].low != lemma
    if chunk.kind == "NP" and plural and c.lexicon.class_of(lemma) == noun_class:
        return c.parsed.tokens[chunk.end - 1].end
    return 0


def _few(c: Context, start: int) -> bool:
    """Whether a number stands on what a phrase at a token names: not "in their districts"."""
    return c.counted_in(c.parsed.chunks[c.parsed.at[start]]) is not None


def _several_named(c: Context, start: int) -> bool:
    """ "In the districts of Wa and Lawra": several that are named."""
    tokens, end = c.parsed.tokens, c.parsed.chunks[c.parsed.at[start]].end
    return end + 1 < len(tokens) and tokens[end].low == "of" and tokens[end + 1].tag == "M"


def _row_end(named: Sequence[Hit], start: int, text: str) -> int:
    """Where a row of several countries ends that begins at an offset: "Chad, Niger and Mali"; 0: none begins there."""
    row = [hit for hit in named if hit.start >= start]
    if not row or text[start : row[0].start].strip() not in ("", "the"):
        return 0
    gaps = list(takewhile(_ROW.fullmatch, (text[one.end : other.start] for one, other in pairwise(row))))
    return row[len(gaps)].end if len(gaps) > 1 or any("and" in gap for gap in gaps) else 0
