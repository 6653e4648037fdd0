"""Which quantity of the same article a quantity is part of, where the text says so."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import PartOf, Span
from claimcheck.stages.describe.added import added
from claimcheck.stages.describe.clauses import among_them, fronts
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import BE
from claimcheck.stages.describe.placed import Placed
from claimcheck.stages.describe.takenup import taken_up
from claimcheck.stages.describe.tokens import Token

_OF = frozenset(("of", "among"))
_BY_CLAUSE = ("O03", "O3560", "O3561")  # rules of parts that a clause of their own tells
_JOINING = frozenset(("and", ",", ";", "while"))
_PRONOUNS = frozenset(("them", "whom", "which", "those", "these"))
_RELATIVE = frozenset(("whom", "which"))
_LIST_TAGS = "QCnMJDP,A(EIN'tX"  # what a list goes on over: other quantities, nouns, commas and "and"
_NEAR = 14  # words between a part and its cue …
_LONG = 40  # … and of a list whose items leave out what they count
_BARE = 2  # words of "were among"
_PARTS = 6  # numbers of a whole and its parts
_THOUSAND = 1000  # of "the $20 million" may be "12 million", no "18"
_FAR = 400  # characters: further back than the sentences before, no whole is looked for


def parts_of(all_placed: Sequence[Placed | None], lexicon: Lexicon) -> list[tuple[PartOf, ...]]:
    """For each quantity of an article the wholes that the text makes it a part of."""
    links: list[tuple[PartOf, ...]] = []
    for at in range(len(all_placed)):
        links.append(_part_of(at, all_placed, links, lexicon))
    return links


def _part_of(
    at: int, all_placed: Sequence[Placed | None], links: Sequence[tuple[PartOf, ...]], lexicon: Lexicon
) -> tuple[PartOf, ...]:
    """The wholes of one quantity, of those before it, or behind "of the" and "bringing the toll to"."""
    placed = all_placed[at]
    if placed is None or placed.quantity.dimension not in ("count", "percent", "money"):
        return ()
    whole = placed.phrase.whole
    if whole >= 0:
        other = placed.parsed.tokens[whole]
        near = all_placed[max(0, at - 2) : at + 3]
        start = next(
            (p.quantity.start for p in near if p and p.parsed is placed.parsed and p.phrase.token == whole), None
        )
        if start is not None:
            return (PartOf(whole=start, rule="O01", span=(placed.parsed.tokens[placed.phrase.token].end, other.start)),)
    if behind := _among_those_behind(at, all_placed):
        return (behind,)
    cue = _cue(placed, lexicon)
    found = _antecedent(at, all_placed, cue, lexicon) if cue else None
    if cue and found:
        return (PartOf(whole=found.quantity.start, rule="O02", span=cue),)
    if cue is None and (told := _fronted(at, all_placed) or _summed(at, all_placed, lexicon)):
        return told
    return taken_up(at, all_placed, links, lexicon) or _beside(at, all_placed, links) or added(at, all_placed, lexicon)


def _among_those_behind(at: int, all_placed: Sequence[Placed | None]) -> PartOf | None:
    """ "Seven children were among the 71 killed": the number behind, of which the first is a part."""
    placed, behind = all_placed[at], all_placed[at + 1] if at + 1 < len(all_placed) else None
    if placed is None or behind is None or behind.parsed is not placed.parsed:
        return None
    tokens = placed.parsed.tokens
    gap = tokens[max(placed.phrase.token + 1, placed.phrase.words[1]) : behind.phrase.token]
    lows = [token.low for token in gap if token.tag != "E"]
    told = len(lows) in (_BARE, _BARE + 1) and lows[0] in BE and lows[1] == "among"
    if not told or lows[_BARE:] not in ([], ["the"], ["those"]) or placed.quantity.value >= behind.quantity.value:
        return None
    return PartOf(whole=behind.quantity.start, rule="O02", span=(gap[0].start, gap[-1].end))


def _beside(at: int, all_placed: Sequence[Placed | None], links: Sequence[tuple[PartOf, ...]]) -> tuple[PartOf, ...]:
    """ "231 of whom were killed and 320 returned": a bare number behind a part, or one that the same "were" tells, is
    of the same whole, as long as they are no more together."""
    placed, before = all_placed[at], all_placed[at - 1] if at else None
    if placed is None or before is None or before.parsed is not placed.parsed or not links[at - 1]:
        return ()
    tokens, link = placed.parsed.tokens, links[at - 1][0]
    of_them = any(token.end == link.span[1] and token.low in _PRONOUNS for token in tokens)
    if not (link.rule in _BY_CLAUSE or of_them) or before.quantity.dimension != placed.quantity.dimension:
        return ()  # "killed 90, including two tourists, and 30 injured"
    gap = tokens[before.phrase.token + 1 : placed.phrase.token]
    joined = bool(gap) and gap[-1].low in _JOINING
    one_verb = all(token.tag in _LIST_TAGS or token.low in BE for token in gap)
    if not joined or not (placed.phrase.head < 0 or one_verb) or any(token.tag == ":" for token in gap):
        return ()
    whole, together = _with_fellows(at, all_placed, links)
    if whole is None or whole.quantity.dimension != "count" or together > whole.quantity.value:
        return ()
    return (PartOf(whole=link.whole, rule="O3561", span=link.span),)


def _with_fellows(
    at: int, all_placed: Sequence[Placed | None], links: Sequence[tuple[PartOf, ...]]
) -> tuple[Placed | None, float]:
    """The whole that the number before is a part of, and how many are told of it in this sentence, up to this one."""
    start, here, together = links[at - 1][0].whole, None, 0.0
    for back in range(at, -1, -1):
        other = all_placed[back]
        if other is None:
            continue
        here = here or other.parsed
        if other.quantity.start <= start:
            return (other if other.quantity.start == start else None), together
        fellow = back == at or (bool(links[back]) and links[back][0].whole == start)
        together += other.quantity.value if fellow and other.parsed is here else 0.0
    return None, together


def _fronted(at: int, all_placed: Sequence[Placed | None]) -> tuple[PartOf, ...]:
    """ "Of the 1,200 workers at the terminal, 504, or 42 percent, walked out": a clause that opens with its whole."""
    placed = all_placed[at]
    if placed is None or placed.phrase.head >= 0 or (_share(placed) and not _set_off(placed)):
        return ()
    for before in reversed(all_placed[max(0, at - 3) : at]):
        if before is None or before.parsed is not placed.parsed:
            return ()
        tokens, chunks = placed.parsed.tokens, placed.parsed.chunks
        opens = chunks[before.phrase.first].start - 1
        between = tokens[before.phrase.token : placed.phrase.token]
        closed = between[-1].tag == "E" or any(token.tag == "," for token in between)  # "out of 45 houses damaged 20"
        one_kind = before.quantity.dimension == placed.quantity.dimension
        alike = _share(placed) or one_kind or placed.quantity.value * _THOUSAND > before.quantity.value
        if closed and alike and opens >= 0 and fronts(tokens, opens):
            return (PartOf(whole=before.quantity.start, rule="O03", span=(tokens[opens].start, tokens[opens].end)),)
        if before.phrase.head >= 0:
            return ()  # another count with a noun of its own stands between
    return ()


def _summed(at: int, all_placed: Sequence[Placed | None], lexicon: Lexicon) -> tuple[PartOf, ...]:
    """ "Lost nine soldiers, two officers and seven men": numbers behind one that are together as many."""
    placed = all_placed[at]
    for first in range(at - 1, max(-1, at - _PARTS), -1):
        whole = all_placed[first]
        if placed is None or whole is None or whole.parsed is not placed.parsed or not _counted(whole):
            return ()
        parts, told = 0.0, [whole.measure.value if whole.measure else None, None]
        for last in range(first + 1, min(len(all_placed), first + _PARTS)):
            part = all_placed[last]
            if part is None or part.parsed is not placed.parsed or not _counted(part):
                break
            own = part.measure.value if part.measure else None
            if last == first + 1 and _cue(part, lexicon) is not None:
                told.append(own)  # "treated 20, four of whom were hurt badly and 16 slightly"
            if own not in told or not (whole.measure or (whole.of_people and part.of_people)):
                break
            parts += part.quantity.value
            ends = part.parsed.chunks[max(0, part.phrase.first - 1)].kind == "C"  # "…, two officers | and | seven men"
            if ends and parts == whole.quantity.value and first + 1 < last >= at:
                span = (whole.quantity.start, whole.quantity.end)
                return (PartOf(whole=whole.quantity.start, rule="O1901", span=span),)
    return ()


def _counted(placed: Placed) -> bool:
    """Whether a number is an exact count."""
    return placed.quantity.dimension == "count" and placed.quantity.qualifier == "exact"


def _share(placed: Placed) -> bool:
    return placed.quantity.dimension == "percent"


def _of_them(placed: Placed) -> bool:
    """ "67 percent of them"; "40 percent of it" is of no count."""
    behind = placed.parsed.tokens[placed.phrase.token + 1 : placed.phrase.token + 3]
    return placed.phrase.pronoun and any(token.low in _PRONOUNS for token in behind)


def _set_off(placed: Placed) -> bool:
    """Whether a number stands right behind a comma, a bracket or an "or"."""
    return placed.parsed.tokens[placed.phrase.token - 1].low in (",", "(", "or")


def _cue(placed: Placed, lexicon: Lexicon) -> Span | None:
    """The words that make the quantity a part: "including", "among them", "of whom", "two of them"."""
    tokens, phrase, chunks = placed.parsed.tokens, placed.phrase, placed.parsed.chunks
    if phrase.pronoun:
        return tokens[phrase.token + 1].start, tokens[min(phrase.token + 2, len(tokens) - 1)].end
    if among_them(placed.parsed, phrase.last):  # "45 people, nine children among them"
        return tokens[chunks[phrase.last].end].start, tokens[chunks[phrase.last].end + 1].end
    first = chunks[phrase.first].start
    listing = _listing(placed)
    for back in range(first - 1, max(-1, first - _NEAR), -1):
        token = tokens[back]
        if token.tag == "-" and any(t.tag == "Q" for t in tokens[max(0, back - 6) : back]):
            return token.start, token.end  # "21 people - 19 children and two teachers - were killed"
        if token.tag == ":" and _takes_apart(placed, back):
            return token.start, token.end
        if token.low in lexicon.groups["including"]:
            past = _object_of_verb(placed, back) or _past_predicate(placed, back)
            return listing if past else (token.start, token.end)
        if back > 1 and _of_which(tokens, back):
            return tokens[back - 1].start, token.end
        if token.low in _OF:
            if token.low == "of" and tokens[back - 1].low in lexicon.groups["composed"]:
                return tokens[back - 1].start, token.end
            behind = tokens[back + 1] if back + 1 < len(tokens) else token
            of_other = tokens[back - 1].tag == "n" and first > back + 2  # "12 aliens among them, and hurt 20"
            return listing if behind.low not in _PRONOUNS or of_other else (token.start, token.end)
        if token.tag not in _LIST_TAGS:
            return listing
    return listing


def _of_which(tokens: Sequence[Token], at: int) -> bool:
    """ "Of which 16 were women"; "as a result of which 16 died" and "of which there are 16" take up no number."""
    before, behind = tokens[at - 2], tokens[at + 1].low if at + 1 < len(tokens) else ""
    one = before.tag == "n" and before.low == before.lemma
    return tokens[at].low in _RELATIVE and tokens[at - 1].low in _OF and not one and behind != "there"


def _object_of_verb(placed: Placed, including: int) -> bool:
    """Whether a verb behind the list has the number: "killed 90, including two Germans, and injured 30"."""
    chunks, at = placed.parsed.chunks, placed.phrase.first - 1
    return at >= 0 and chunks[at].kind == "VP" and chunks[at].start > including


def _past_predicate(placed: Placed, including: int) -> bool:
    """Whether what is told of the whole stands before the number: "90, including two, were killed and 30 hurt"."""
    tokens, chunks = placed.parsed.tokens, placed.parsed.chunks
    for at in range(placed.phrase.first - 1, -1, -1):
        if chunks[at].start <= including:
            break
        if chunks[at].kind == "VP" and tokens[chunks[at].start].tag == "X":
            listed = (chunk for chunk in chunks[:at] if chunk.start > including)
            return not any(chunk.kind in "RS" for chunk in listed)  # "including two who were shot and four stabbed"
    return False


_APART = ("killed", "injured")  # none of the killed, but "of them", are the injured
_CASUALTIES, _OR = "casualties", "_or_"  # "500 casualties", "20 killed or missing", "including 18 soldiers killed"


def _takes_apart(placed: Placed, colon: int) -> bool:
    """ "Killed 13 people: eight civilians and five soldiers": people of some kind behind a colon, a count before it."""
    tokens = placed.parsed.tokens
    return placed.of_people and any(t.tag == "Q" for t in tokens[max(0, colon - _LONG) : colon])


def _listing(placed: Placed) -> Span | None:
    """The colon before a list that counts what was told before: "208 people: 129 in the south, 69 in the north".

    Each item may have its verb: "2.3 million fled: 1 million went to Colombia and 500,000 to Peru".
    """
    tokens, phrase = placed.parsed.tokens, placed.phrase
    if phrase.head >= 0:
        return None
    for back in range(phrase.token - 1, max(-1, phrase.token - _LONG), -1):
        token = tokens[back]
        if token.tag == ":" and any(t.tag == "Q" for t in tokens[max(0, back - _LONG) : back]):
            return token.start, token.end
        if token.tag in ";." or (token.tag == "V" and _ends_list(tokens, back)):
            return None
    return None


def _ends_list(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb has a subject of its own, so that the list's items are over: "…, and the mayor left 40 behind"."""
    return verb > 0 and tokens[verb - 1].tag not in "QA,"


def _antecedent(at: int, all_placed: Sequence[Placed | None], cue: Span, lexicon: Lexicon) -> Placed | None:
    """The nearest earlier quantity that can hold this one: as large, of the same measure and kind.

    What "them" are was told before, whatever happened to the part: of 2,512 infected, 1,676 died.
    """
    placed = all_placed[at]
    if placed is None:
        return None
    if _share(placed) and not _of_them(placed):
        return None  # a share that stands behind an "including" is of what its own phrase names
    measure = placed.measure.value if placed.measure else None
    theirs = placed.phrase.pronoun
    carried = theirs or placed.phrase.head < 0
    subject = _including_subject(placed, cue)
    for back in range(at - 1, -1, -1):
        other = all_placed[back]
        if other is None:
            continue
        if placed.quantity.start - other.quantity.end > _FAR:
            return None
        told = other.measure.value if other.measure else None
        large = _share(placed) or other.quantity.value >= placed.quantity.value
        kinds = {other.quantity.dimension, placed.quantity.dimension}
        holds = (kinds <= {"count", "percent"} and other.quantity.dimension == "count") or (
            kinds == {"money"} and other.quantity.unit == placed.quantity.unit
        )
        holds = holds and large
        same = carried or measure is None or told in (measure, None) or measure in _fates_of(told or "")
        same = same and (theirs or (told, measure) != _APART)
        same = same and (subject is None or _named_by(other, subject, lexicon))
        again = theirs and told == measure is not None and other.quantity.value == placed.quantity.value
        if again:
            continue  # "Slide kills 10. / A slide buried a group of hikers, killing 10 of them"
        if holds and same and not _fellow(other, placed, cue, lexicon) and not _of_things(other, placed, cue):
            return other
    return None


def _fates_of(measure: str) -> Sequence[str]:
    """The fates that a measure leaves open: killed or injured, of casualties."""
    return _APART if measure == _CASUALTIES else measure.split(_OR)


def _including_subject(placed: Placed, cue: Span) -> str | None:
    """The noun whose parts a verb tells, where no number stands with it: "key targets | included six radars"."""
    tokens, chunks = placed.parsed.tokens, placed.parsed.chunks
    verb = next((k for k, chunk in enumerate(chunks) if tokens[chunk.start].start == cue[0]), 0)
    if not verb or chunks[verb].kind != "VP" or chunks[verb - 1].kind != "NP":
        return None
    before = chunks[verb - 1]
    told = tokens[before.head].tag == "n" and all(token.tag != "Q" for token in tokens[before.start : before.end])
    return tokens[before.head].lemma if told else None


def _named_by(other: Placed, noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun may stand for what another number counts: "passengers" for people, not "targets" for civilians."""
    noun_class = lexicon.class_of(noun)
    if not noun_class or (other.of_people and lexicon.is_a(noun_class, "person")):
        return True  # "the number included 20"
    own = other.parsed.tokens[other.phrase.head].lemma if other.phrase.head >= 0 else ""
    return noun in (own, other.unit) or noun in lexicon.groups["the harmed"]


def _of_things(other: Placed, placed: Placed, cue: Span) -> bool:
    """ "Hit 40 villages: 12 people died": people behind a colon are no part of what counts things."""
    colon = cue[1] - cue[0] == 1 and placed.of_people and placed.phrase.head >= 0
    return colon and not other.of_people and other.noun_class not in ("", "casualty")


def _fellow(other: Placed, placed: Placed, cue: Span, lexicon: Lexicon) -> bool:
    """Whether another quantity is a part of the same list: "1,400 of them in Butte and 600 in Plumas"."""
    its = _cue(other, lexicon) if other.parsed is placed.parsed else None
    return its is not None and its[0] == cue[0]
