"""Who has a share of the votes, or seats: "Lopez won with 55 percent", "gave the Greens 12 seats and Labour 30"."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Chunk, Parsed

_FAR = 14  # chunks over which the name is looked for
_ENDS = frozenset(";.S")


def holder(text: str, parsed: Parsed, phrase: Counted, lexicon: Lexicon) -> Fact | None:
    """The name behind "for", else the nearest before the number that stands in no place and no time."""
    chunks, tokens = parsed.chunks, parsed.tokens
    behind = chunks[phrase.last + 1 : phrase.last + 3]
    if (
        len(behind) == 2
        and tokens[behind[0].start].low == "for"
        and (told := _name_in(text, parsed, behind[1], lexicon))
    ):
        return told
    if (loser := _second_of_two(parsed, phrase)) is not None:
        return _name_in(text, parsed, loser, lexicon)
    verb = False
    for at in range(phrase.first - 1, max(-1, phrase.first - _FAR), -1):
        chunk = chunks[at]
        if chunk.kind in _ENDS:
            return None
        verb = verb or chunk.kind == "VP"
        behind_place = at and tokens[chunks[at - 1].start].low in lexicon.groups["giving no candidate"]
        if chunk.kind != "NP" or (behind_place and not _opens(parsed, at)):
            continue
        if at and _object(parsed, at - 1, lexicon):
            continue  # "Cruz follows Lopez with 16 percent": of Cruz
        found = _name_in(text, parsed, chunk, lexicon)
        if found or verb:
            return found  # the subject of the verb, be it "it" or "the plan"
    return None


def _second_of_two(parsed: Parsed, phrase: Counted) -> Chunk | None:
    """ "Lopez leads Rusu 52 percent to 44", "beat Rusu by 52 percent to 44": the object of the verb has the 44."""
    chunks, at = parsed.chunks, phrase.first
    if at < 4 or parsed.tokens[chunks[at - 1].start].low != "to" or parsed.tokens[chunks[at - 2].end - 1].tag != "Q":
        return None
    at -= 3 if chunks[at - 3].kind == "NP" else 4
    return chunks[at] if at > 0 and chunks[at].kind == "NP" and chunks[at - 1].kind == "VP" else None


def _object(parsed: Parsed, before: int, lexicon: Lexicon) -> bool:
    """Whether a phrase is the object of the verb before it, which gives it nothing: not "gave Lopez 45 percent"."""
    chunk = parsed.chunks[before]
    return chunk.kind == "VP" and parsed.tokens[chunk.head].lemma not in lexicon.groups["awarding"]


def _opens(parsed: Parsed, at: int) -> bool:
    """ "In the election Maria Lopez won 45 seats": a noun and, with no comma between, the name that is the subject."""
    tokens, chunk = parsed.tokens, parsed.chunks[at]
    subject = at + 1 < len(parsed.chunks) and parsed.chunks[at + 1].kind == "VP"
    return subject and tokens[chunk.end - 1].tag == "M" and any(t.tag == "n" for t in tokens[chunk.start : chunk.end])


def _name_in(text: str, parsed: Parsed, chunk: Chunk, lexicon: Lexicon) -> Fact | None:
    """The name of a noun phrase, behind titles and owners: "President Maria Lopez", "Rusu's Action party"."""
    tokens = parsed.tokens
    if tokens[chunk.head].lemma in lexicon.named:
        return None  # "the Moldova vote"
    owner = max((t for t in range(chunk.start, chunk.end) if tokens[t].tag == "'"), default=chunk.start - 1)
    named = [t for t in range(owner + 1, chunk.end) if _names(text, parsed, t, lexicon)]
    if not named:
        return None
    # "Opposition leader Maria Lopez": the first word of a sentence may be no name, where others are
    alone = tokens[named[0]].tag != "M" and named[0] + 1 not in named
    first = last = next((t for t in named if tokens[t].tag == "M"), named[0]) if alone else named[0]
    while last + 1 in named:
        last += 1
    span = (tokens[first].start, tokens[last].end)
    return Fact(value=text[slice(*span)], rule="P13", span=span)


def _names(text: str, parsed: Parsed, at: int, lexicon: Lexicon) -> bool:
    """Whether a token is a name; the first word of a sentence has a capital in any case: "Action took 45 percent"."""
    token = parsed.tokens[at]
    if (token.lemma,) in lexicon.nouns:
        return False
    return token.tag == "M" or (
        at == 0 and token.tag == "n" and text[token.start].isupper() and token.low == token.lemma
    )
