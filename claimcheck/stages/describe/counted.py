"""A sentence's phrases and the token of a quantity in, what the quantity counts out: its noun, unit and class."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from claimcheck.stages.describe.labelled import label_of
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.members import member_of, parcel_of
from claimcheck.stages.describe.phrases import Chunk, Parsed
from claimcheck.stages.describe.tokens import Token

_IN_NAMES = frozenset(("of", "for"))
_NAMES_PEOPLE = 7  # letters: no "median", no "wrist"
_WITH_NAME = 2  # tokens from a number over a name to its noun: "11 Tanzanian pirates"
_MODEL = re.compile(r"[a-z]{1,4}-\d{1,4}[a-z]{0,2}")  # "four Su-25s", "three BM-30 Smerch"
_HEDGE = 4  # chunks from a number to the one that hedges it
_BRACKET = 9  # chunks from an amount to the noun behind the bracket that tells it in another unit


class Counted(Struct, frozen=True, gc=False):
    """What a quantity counts."""

    token: int  # of the quantity
    first: int  # chunks, from the one that holds the quantity …
    last: int  # … to the one that holds the noun
    head: int  # token of the noun, -1 where none stands
    words: tuple[int, int]  # tokens of the counted phrase, without the number
    unit: str
    noun_class: str  # "" where no noun stands
    rule: str
    whole: int = -1  # token of the quantity that this one is "of"
    pronoun: bool = False  # "two of them", "five of whom"
    labelled: bool = False  # by the noun before a dash or colon: "tanks – 3,667"


def counted(parsed: Parsed, token: int, lexicon: Lexicon) -> Counted:
    """What the quantity at a token counts: its own noun, or the one behind "of"."""
    chunk_at = parsed.at[token]
    chunk = parsed.chunks[chunk_at]
    if parsed.tokens[token].low.endswith(lexicon.endings["times ending"]):
        return Counted(token, chunk_at, chunk_at, -1, (token + 1, token + 1), "time", "time", "N28")
    if token + 1 < len(parsed.tokens) and parsed.tokens[token + 1].low == "others":
        return Counted(token, chunk_at, chunk_at + 1, -1, (token + 1, token + 2), "person", "person", "N01")
    if token + 1 < chunk.end and parsed.tokens[token + 1].low in lexicon.groups["piece"]:
        listed = _labelled(parsed, token, chunk_at, lexicon)  # "tanks - 561 units"
        if listed is not None and listed.first > 0:
            return listed
    after = (token + 1, _without_time(parsed, token + 1, chunk.end, lexicon))
    worth = after[1] - after[0] == 1 and parsed.tokens[after[0]].low == "worth"  # "$5 million worth of paintings"
    if after[0] < after[1] and not _tells(parsed, token, lexicon) and not (worth and _behind_of(parsed, chunk_at)):
        return _with_noun(parsed, token, chunk_at, chunk_at, after, lexicon)
    if (named := _behind_quote(parsed, chunk_at)) is not None:
        chunk = parsed.chunks[named]
        return _with_noun(parsed, token, chunk_at, named, (chunk.start, chunk.end), lexicon)
    if (inner := _behind_of(parsed, chunk_at)) is not None:
        return _of_phrase(parsed, token, chunk_at, inner, lexicon)
    return (
        _members(parsed, chunk_at, token, lexicon)
        or _mostly(parsed, chunk_at, token, lexicon)
        or _labelled(parsed, token, chunk_at, lexicon)
        or _over_conversion(parsed, token, chunk_at, lexicon)
        or _hedged(parsed, token, chunk_at, lexicon)
        or _in_list(parsed, token, chunk_at, lexicon)
        or Counted(token, chunk_at, chunk_at, -1, (token + 1, token + 1), "", "", "")
    )


def _of_phrase(parsed: Parsed, token: int, chunk_at: int, inner: int, lexicon: Lexicon) -> Counted:
    """What a number counts of the phrase behind "of", and which number there it is a part of: "150 of the 1,275"."""
    phrase = parsed.chunks[inner]
    whole = next((t for t in range(phrase.start, phrase.end) if parsed.tokens[t].tag == "Q"), -1)
    start = whole + 1 if whole >= 0 else phrase.start
    if whole >= 0 and start >= phrase.end and (deeper := _behind_of(parsed, inner)) is not None:
        inner, phrase = deeper, parsed.chunks[deeper]
        start = phrase.start
    if parsed.tokens[phrase.head].tag in "NR":
        return _of_them(parsed, token, chunk_at, inner, whole, lexicon)
    found = _with_noun(parsed, token, chunk_at, inner, (start, phrase.end), lexicon)
    return Counted(token, chunk_at, inner, found.head, found.words, found.unit, found.noun_class, found.rule, whole)


def _over_conversion(parsed: Parsed, token: int, at: int, lexicon: Lexicon) -> Counted | None:
    """ "a 1,000-km (600-mile) border", "passed the $40 million (€35 million) budget": the noun behind the same in
    another unit."""
    chunks, tokens = parsed.chunks[at + 1 : at + _BRACKET], parsed.tokens
    before = "-" in tokens[token].low or tokens[parsed.chunks[at].start].tag == "D"
    close = next((k for k, chunk in enumerate(chunks) if chunk.kind == ")"), 0)
    if not before or [chunk.kind for chunk in (*chunks[:2], *chunks[close + 1 : close + 2])] != ["(", "NP", "NP"]:
        return None
    named, inside = chunks[close + 1], tokens[chunks[1].end - 1]
    timed = tokens[named.head].lemma in lexicon.groups["time noun"]
    if inside.tag != "Q" or tokens[named.start].tag in "DQ" or tokens[named.head].tag != "n" or timed:
        return None
    return _with_noun(parsed, token, at, at + close + 2, (named.start, named.end), lexicon)


def _members(parsed: Parsed, at: int, token: int, lexicon: Lexicon) -> Counted | None:
    """ "A crew of three", "a gang of six": people, of whom a body of them tells how many they are."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if at < 2 or not _bare(parsed, at) or tokens[chunks[at - 1].start].low != "of":
        return None
    body = chunks[at - 2]
    named = body.kind == "NP" and tokens[body.head].low in lexicon.groups["body of people"]
    if not named or tokens[body.start].tag != "D":
        return None
    unit, noun_class, rule = noun(tokens, body.start, body.head, lexicon)
    if not lexicon.is_a(noun_class, "person"):
        unit, noun_class, rule = "person", "person", "N01"
    listed = at > 2 and chunks[at - 3].kind in ",C"  # "43 passengers and a crew of three"
    return Counted(token, at - 2 if listed else at, at, -1, (token + 1, token + 1), unit, noun_class, rule)


def _mostly(parsed: Parsed, at: int, token: int, lexicon: Lexicon) -> Counted | None:
    """ "kill 22 mostly children", "160 mainly armed men": people, of whom most are what the noun says."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if at + 2 >= len(chunks) or tokens[chunks[at + 1].start].low not in lexicon.groups["for the most part"]:
        return None
    named = chunks[at + 2]
    several = named.kind == "NP" and tokens[named.head].low != tokens[named.head].lemma
    noun_class = noun(tokens, named.start, named.head, lexicon)[1] if several else ""
    if not lexicon.is_a(noun_class, "person"):
        return None
    return Counted(token, at, at + 2, named.head, (named.start, named.end), "person", "person", "N01")


def _hedged(parsed: Parsed, token: int, at: int, lexicon: Lexicon) -> Counted | None:
    """ "at least 20, perhaps even up to 90, miners": two numbers for one noun, the second one less sure."""
    if parsed.chunks[at].end != token + 1:
        return None
    before = (k for k in range(max(0, at - _HEDGE), at) if _less_sure(parsed, k, lexicon) == at)
    second = _less_sure(parsed, at, lexicon)
    opening, second = (at, second) if second is not None else (next(before, None), at)
    if opening is None:
        return None
    own = parsed.tokens[parsed.chunks[second].head].tag in "nM"
    named = second if own else _noun_over_mark(parsed, second, lexicon)
    if named is None:
        return None
    chunk = parsed.chunks[named]
    start = chunk.start + (parsed.tokens[chunk.start].tag == "Q")
    return _with_noun(parsed, token, opening, named, (start, chunk.end), lexicon)


def _in_list(parsed: Parsed, token: int, at: int, lexicon: Lexicon) -> Counted | None:
    """ "received 377, 89 and 68 votes": numbers one after the other that share the noun of the last."""
    chunks, tokens = parsed.chunks, parsed.tokens
    first = at
    while at - first < _LONGEST_LIST and first > 1 and chunks[first - 1].kind == "," and _bare(parsed, first - 2):
        first -= 2
    last, marks = at, 0
    while last < min(len(chunks), at + _LONGEST_LIST) and _bare(parsed, last):
        marks = 0
        last += 1
        while last < len(chunks) and chunks[last].kind in ",C" and marks < _MARKS:
            marks, last = marks + 1, last + 1
    if not marks or last >= len(chunks) or last - first < _LEAST_LISTED or chunks[last - 1].kind != "C":
        return None
    named = chunks[last]
    if tokens[named.start].tag != "Q" or named.end < named.start + 2 or tokens[named.head].tag != "n":
        return None
    return _with_noun(parsed, token, at, last, (named.start + 1, named.end), lexicon)


_LONGEST_LIST = 16  # chunks
_MARKS = 2  # between two of a list: ", and"
_LEAST_LISTED = 4  # chunks before the last of three numbers: 377 , 89 and


def _bare(parsed: Parsed, at: int) -> bool:
    """Whether a chunk is a number alone."""
    chunk = parsed.chunks[at]
    return chunk.end == chunk.start + 1 and parsed.tokens[chunk.start].tag == "Q"


def _less_sure(parsed: Parsed, at: int, lexicon: Lexicon) -> int | None:
    """From a bare number to the one that hedges it: "20, or 30", "20 and perhaps 30"."""
    chunks, tokens = parsed.chunks, parsed.tokens
    if tokens[chunks[at].end - 1].tag != "Q":
        return None
    behind, hedged = at + 1, False
    while behind < len(chunks) and behind - at <= _HEDGE and chunks[behind].kind in ",-(CA":
        low = tokens[chunks[behind].start].low
        hedged = hedged or low == "or" or low in lexicon.groups["hedge"]
        behind += 1
    second = chunks[behind] if behind < len(chunks) and behind > at + 1 else None
    return behind if hedged and second is not None and tokens[second.start].tag == "Q" else None


def _noun_over_mark(parsed: Parsed, at: int, lexicon: Lexicon) -> int | None:
    """The plural behind the mark that closes an aside: "20, and possibly 30, (people)"."""
    chunks, tokens = parsed.chunks, parsed.tokens
    named = chunks[at + 2] if at + 2 < len(chunks) and chunks[at + 1].kind in ",-)" else None
    if named is None or named.kind != "NP" or tokens[named.start].tag in "DQ":
        return None
    head = tokens[named.head]
    return at + 2 if head.tag == "n" and (head.low != head.lemma or head.low in lexicon.plurals) else None


def _behind_quote(parsed: Parsed, at: int) -> int | None:
    """ "left “nearly 50” rebels dead": the noun behind the quotation that is the number alone."""
    chunks = parsed.chunks
    if at < 1 or at + 2 >= len(chunks) or chunks[at - 1].kind != '"' or chunks[at + 1].kind != '"':
        return None
    behind = chunks[at + 2]
    plural = behind.kind == "NP" and parsed.tokens[behind.head].tag == "n"
    return at + 2 if plural and all(parsed.tokens[t].tag not in "DQ" for t in range(behind.start, behind.end)) else None


def _labelled(parsed: Parsed, token: int, at: int, lexicon: Lexicon) -> Counted | None:
    """ "tanks – 3,667", "field guns: 87": the noun of the label before a number."""
    found = label_of(parsed, at, lexicon)
    if found is None:
        return None
    first, label = found
    unit, noun_class, rule = noun(parsed.tokens, label.start, label.head, lexicon)
    words = (label.start, label.end)
    return Counted(token, first, at, label.head, words, unit, noun_class, rule, labelled=True)


def _tells(parsed: Parsed, token: int, lexicon: Lexicon) -> bool:
    """ "Strike kills 15 Monitor", a headline that lost its dash: 15 counts no single noun of who tells."""
    head, behind = parsed.tokens[parsed.chunks[parsed.at[token]].head], parsed.tokens[token + 1]
    low, tellers = parsed.tokens[token].low, lexicon.groups["teller"]
    named = behind.tag == "M" and not {behind.low, behind.lemma, f"{behind.lemma}s"} & lexicon.people
    between = parsed.tokens[token + 1 : parsed.chunks[parsed.at[token]].head]
    if low not in ("one", "1") and not any(_is_plural(word) for word in between):
        # "kills 15 Monitor", "kills 15 Observatory Reuters"; but "15 UN troops"
        teller = behind.lemma if named and head.tag == "M" else head.lemma if head.low == head.lemma else ""
        if teller in tellers:
            return True
    # "Fire kills dozens Council meets", "wounding dozens activists said": dozens want an "of" before what they count
    return low.endswith("s") and (named or _speaks(parsed, parsed.at[token], lexicon))


def _speaks(parsed: Parsed, at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase behind a verb ends with who speaks: "wounding dozens opposition activists | said"."""
    chunks, tokens, ahead = parsed.chunks, parsed.tokens, at + 1
    of = at > 2 and tokens[chunks[at - 1].start].low == "of"  # "left hundreds of casualties aid agencies | said"
    while ahead + 1 < len(chunks) and chunks[ahead].kind == "C" and chunks[ahead + 1].kind == "NP":
        ahead += 2  # "killing 40 civilians rescue workers and residents | said"
    if at == 0 or ahead >= len(chunks) or chunks[at - 1 - 2 * of].kind != "VP" or chunks[ahead].kind != "VP":
        return False
    said = tokens[chunks[ahead].head]
    return said.lemma in lexicon.groups["saying"] and said.tag in "VE" and not parsed.passive(chunks[ahead])


def _without_time(parsed: Parsed, start: int, end: int, lexicon: Lexicon) -> int:
    """The end of a noun phrase without a time behind it: "fell to 351,915 last year"."""
    groups = lexicon.groups
    timed = end - start >= 2 and parsed.tokens[end - 1].lemma in groups["time noun"]
    return end - 2 if timed and parsed.tokens[end - 2].low in groups["before a time noun"] else end


def _of_them(parsed: Parsed, token: int, first: int, inner: int, whole: int, lexicon: Lexicon) -> Counted:
    """ "two of them", "five of whom"; "two of them children" names its own noun, "two of us" none of those before."""
    theirs = parsed.tokens[parsed.chunks[inner].head].low not in lexicon.groups["we and you"]
    behind = parsed.chunks[inner + 1] if inner + 1 < len(parsed.chunks) else None
    if behind is not None and behind.kind == "NP" and parsed.tokens[behind.head].tag == "n":
        unit, noun_class, rule = noun(parsed.tokens, behind.start, behind.head, lexicon)
        if noun_class != "other":
            words = (behind.start, behind.end)
            return Counted(token, first, inner, behind.head, words, unit, noun_class, rule, whole, pronoun=theirs)
    return Counted(token, first, inner, -1, (token + 1, token + 1), "", "", "", whole, pronoun=theirs)


def _behind_of(parsed: Parsed, chunk_at: int) -> int | None:
    """The noun phrase behind "of", "out of" or, where a quotation ends, "” of"."""
    at = _behind_conversion(parsed, chunk_at)
    if at < len(parsed.chunks) and (
        parsed.chunks[at].kind == '"' or parsed.tokens[parsed.chunks[at].start].low == "out"
    ):
        at += 1
    if at + 1 >= len(parsed.chunks) or parsed.tokens[parsed.chunks[at].start].low != "of":
        return None
    behind = parsed.chunks[at + 1]
    return at + 1 if behind.kind in ("NP", "R") else None


def _behind_conversion(parsed: Parsed, chunk_at: int) -> int:
    """ "10 inches (25 cm) | of rain": the chunk behind an amount, over the same in another unit, from either."""
    chunks = parsed.chunks
    for opening in (chunk_at + 1, chunk_at - 1):
        bracket = chunks[opening : opening + 3] if opening > 0 else ()
        if [chunk.kind for chunk in bracket] == ["(", "NP", ")"]:
            amounts = (parsed.tokens[chunk.end - 1] for chunk in (chunks[opening - 1], bracket[1]))
            if all(amount.tag == "Q" and any(map(str.isalpha, amount.low)) for amount in amounts):
                return opening + 3
    return chunk_at + 1


def _with_noun(parsed: Parsed, token: int, first: int, last: int, words: tuple[int, int], lexicon: Lexicon) -> Counted:
    head = next((t for t in range(words[1] - 1, words[0] - 1, -1) if parsed.tokens[t].tag in "nM"), -1)
    if head < 0:
        word = parsed.tokens[words[1] - 1]
        people = word.low in ("others", "other") or word.low in lexicon.groups["people as adjectives"]
        unit, noun_class, rule = ("person", "person", "N01") if people else ("", "", "")
        return Counted(token, first, last, -1, words, unit, noun_class, rule)
    if (named := _noun_of_name(parsed, head, last, lexicon)) is not None:
        chunk = parsed.chunks[named]
        return _with_noun(parsed, token, first, named, (chunk.start, chunk.end), lexicon)
    if (owner := _shared_noun(parsed, words[0], head, last)) is not None:
        unit, noun_class, rule = noun(parsed.tokens, owner.start, owner.head, lexicon)
        return Counted(token, first, last, head, words, unit, noun_class, rule)
    known = _victims(parsed, words[0], head, last, lexicon) or _known_head(parsed, token, words[0], head, lexicon)
    if known != head:
        head, words = known, (words[0], known + 1)
    unit, noun_class, rule = noun(parsed.tokens, words[0], head, lexicon)
    second = _and_noun(parsed, last, lexicon)
    if second is not None and _modifier(parsed, head, parsed.chunks[second].head, noun_class):
        # "30,000 combat and civilian deaths": the first is no noun of its own.
        chunk = parsed.chunks[second]
        return _with_noun(parsed, token, first, second, (chunk.start, chunk.end), lexicon)
    if second is not None and noun_class:
        other = noun(parsed.tokens, parsed.chunks[second].start, parsed.chunks[second].head, lexicon)
        shared = lexicon.common(noun_class, other[1])
        if shared == "person":
            end = parsed.chunks[second].end
            return Counted(token, first, second, head, (words[0], end), shared, shared, rule)
    return Counted(token, first, last, head, words, unit, noun_class, rule)


def _noun_of_name(parsed: Parsed, head: int, last: int, lexicon: Lexicon) -> int | None:
    """ "12 Bureau of Fisheries inspectors", "40 Care for Elders (CFE) nurses": the noun behind a name of several
    phrases; None: the name is none."""
    chunks, tokens = parsed.chunks, parsed.tokens
    low = tokens[head].low
    named_one = tokens[head].tag == "M" and not low.endswith("s") and low not in lexicon.people
    if not named_one or last + 2 >= len(chunks) or tokens[chunks[last + 1].start].low not in _IN_NAMES:
        return None
    at, named = last + 2, tokens[chunks[last + 2].start].tag == "M"
    if named and at + 4 < len(chunks) and [c.kind for c in chunks[at + 1 : at + 5]] == ["(", "NP", ")", "NP"]:
        at += 4
    noun_of = tokens[chunks[at].head]
    behind = chunks[at].kind == "NP" and noun_of.tag == "n" and noun_of.low != noun_of.lemma
    return at if named and behind else None


def _shared_noun(parsed: Parsed, start: int, head: int, last: int) -> Chunk | None:
    """ "12 Kenyan (and 11 Tanzanian pirates)": the phrase with the noun of a number that has but a people's name."""
    tokens, chunks = parsed.tokens, parsed.chunks
    if start != head or tokens[head].tag != "M" or last + 2 >= len(chunks) or tokens[head].low != tokens[head].lemma:
        return None
    second = chunks[last + 2]
    joined = tokens[chunks[last + 1].start].low in ("and", "or") and second.kind == "NP"
    if not joined or tokens[second.start].tag != "Q" or second.head - second.start < _WITH_NAME:
        return None
    named, noun_of = tokens[second.start + 1], tokens[second.head]
    return second if named.tag == "M" and noun_of.tag == "n" and noun_of.low != noun_of.lemma else None


def _modifier(parsed: Parsed, head: int, second: int, noun_class: str) -> bool:
    """Whether a noun only modifies the plural behind "and": "hundreds of government and private buildings"."""
    first, last = parsed.tokens[head], parsed.tokens[second]
    modifies = noun_class in ("other", "country", "organisation") or "-" in first.low  # "anti-tank and other mines"
    return first.low == first.lemma and last.low != last.lemma and modifies


def _victims(parsed: Parsed, start: int, head: int, last: int, lexicon: Lexicon) -> int:
    """ "killing eight volunteers opposition activists said": the people that are counted before who speaks; 0: none."""
    if not _speaks(parsed, last, lexicon):
        return 0
    for t in range(start, head):
        token = parsed.tokens[t]
        noun_class = lexicon.class_of(token.lemma)
        people = lexicon.is_a(noun_class, "person") or noun_class == "casualty"
        if people and (token.low != token.lemma or token.low == "people"):
            return t
    return 0


def _known_head(parsed: Parsed, token: int, start: int, head: int, lexicon: Lexicon) -> int:
    """The plural that is counted, where an unknown word follows it: "two people familiar with the plan", "three talks
    online"; "one suspected militant" has none."""
    tokens = parsed.tokens
    last = tokens[head]
    if last.low != last.lemma or last.low in lexicon.plurals or last.low in lexicon.people or last.tag == "M":
        return head
    plurals = [t for t in range(head - 1, start - 1, -1) if _is_plural(tokens[t])]
    known = next((t for t in plurals if (tokens[t].lemma,) in lexicon.nouns), None)
    if known is not None:
        return known
    many = _MANY.fullmatch(tokens[token].low) is not None and last.low not in lexicon.groups["unchanged plural"]
    return next((t for t in plurals if many and tokens[t].tag == "n"), head)


def _is_plural(token: Token) -> bool:
    return (token.low != token.lemma and token.tag != "E") or token.low == "people"


# A count above one, whose noun is a plural; an amount may stand before any noun: "a 40-minute sports show".
_MANY = re.compile(
    r"\d{2,3}(?:,\d{3})*|[2-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands"
)


def _and_noun(parsed: Parsed, last: int, lexicon: Lexicon) -> int | None:
    """The second noun under one number: "4,000 troops and civilians", "169 women and children"."""
    if last + 2 >= len(parsed.chunks) or parsed.tokens[parsed.chunks[last + 1].start].low not in ("and", "or", "&"):
        return None
    second = parsed.chunks[last + 2]
    opens = parsed.tokens[second.start].tag
    if (
        second.kind != "NP"
        or opens in "DQN"
        or any(parsed.tokens[t].tag == "Q" for t in range(second.start, second.end))
    ):
        return None
    after = parsed.chunks[last + 3] if last + 3 < len(parsed.chunks) else None
    says = after is not None and after.kind == "VP" and parsed.tokens[after.head].lemma in lexicon.groups["saying"]
    return None if says or _another_harm(parsed, last, lexicon) else last + 2


def _another_harm(parsed: Parsed, last: int, lexicon: Lexicon) -> bool:
    """ "the deaths of 26 farmers and (injuries) to 46", "and loss of property": a second harm, with its own object."""
    first, second, to = (parsed.chunks[min(last + k, len(parsed.chunks) - 1)] for k in (0, 2, 3))
    leads = to.kind == "P" and parsed.tokens[to.start].low in ("to", "of")
    harms = [_is_harm(parsed.tokens[chunk.head].lemma, lexicon) for chunk in (first, second)]
    return leads and harms == [False, True]


def _is_harm(lemma: str, lexicon: Lexicon) -> bool:
    return any(trigger.role == "noun" and trigger.rule.harm for trigger in lexicon.triggers.get(lemma, ()))


def noun(tokens: Sequence[Token], start: int, head: int, lexicon: Lexicon) -> tuple[str, str, str]:
    """Unit, class and rule of the noun at `head`; tokens from `start` may belong to a noun of several words."""
    lemma = tokens[head].lemma
    for key in lexicon.heads.get(lemma, ()):
        size = len(key)
        if head - size + 1 >= start and all(tokens[head - size + 1 + k].low == key[k] for k in range(size - 1)):
            return lexicon.nouns[key]
    if head + 2 < len(tokens) and tokens[head + 1].low == "of":  # "prisoners of war"
        found = lexicon.nouns.get((lemma, "of", tokens[head + 2].low)) or member_of(tokens, head, lexicon)
        found = found or parcel_of(tokens, head, lexicon)
        if found:
            return found
    known = lexicon.nouns.get((lemma,))
    if known:
        modifier = head - 1 if head > start and tokens[head - 1].tag in "n" else -1
        if known[1] == "casualty" and modifier >= 0:
            inner = lexicon.nouns.get((tokens[modifier].lemma,))
            if inner and lexicon.is_a(inner[1], "person"):
                return inner
        return known
    pair = f"{tokens[head - 1].low} {tokens[head].low}" if head > start else ""
    if not lexicon.people.isdisjoint((tokens[head].low, lemma, pair)):
        return "person", "person", "N01"
    if any(_MODEL.fullmatch(tokens[t].lemma) for t in range(start, head + 1)):
        return lemma, *lexicon.nouns[("weapon",)][1:]
    return _compounded(lemma, lexicon)


def _compounded(lemma: str, lexicon: Lexicon) -> tuple[str, str, str]:
    """The same of a compound, by its last part; an unknown word is of no class."""
    if "-" in lemma and (tail := lexicon.nouns.get((lemma.rsplit("-", 1)[1],))):
        return tail
    # "schoolteachers", "policewomen": a closed compound has the class of its tail.
    for cut in range(3, len(lemma) - 2):
        tail = lexicon.nouns.get((lemma[cut:],))
        if tail and len(lemma) - cut > 3 and lexicon.is_a(tail[1], "person"):
            return lemma, tail[1], tail[2]
    # "conspiracy theorists", "Melburnians": words of people by their ending.
    ends = len(lemma) >= _NAMES_PEOPLE and lemma.endswith(lexicon.endings["person ending"])
    if ends and lemma not in lexicon.single:  # no "one Armenian and one Azeri civilian"
        return lemma, "person", "N01"
    return lemma, "other", ""
