"""Whose losses a quantity is, by who loses it: "Mali lost 40", "Malian losses", "inflicted 40 casualties on Mali"."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.phrases import HAVE, THEIR
from claimcheck.stages.describe.possession import owner_word
from claimcheck.stages.describe.sides import Sides
from claimcheck.stages.describe.subjects import governing, subject, verb_is

_UPON = frozenset(("on", "upon", "among", "to"))


def suffers(sides: Sides, phrase: Counted, verb: int) -> bool:
    """Whether the syntax tells who loses the counted: "lost 40", "inflicted 40 casualties", "its own"."""
    if (owner_word(sides, phrase) >= 0 and verb < phrase.token) or _whose_losses(sides, verb) is not None:
        return True
    return any(verb_is(sides, governing(sides, phrase, verb), name) for name in ("suffering", "inflicting"))


def loses_alone(sides: Sides, phrase: Counted, told: int) -> bool:
    """ "Besides, they lost 20 tanks": whether who loses is a pronoun that opens its sentence."""
    chunks, tokens, at = sides.parsed.chunks, sides.parsed.tokens, governing(sides, phrase, told)
    if not verb_is(sides, at, "suffering"):
        return False
    before = [chunk for chunk in chunks[:at] if chunk.kind not in "At,P"]
    return len(before) == 1 and tokens[before[0].head].low in sides.lexicon.groups["side again"]


def sufferer(sides: Sides, phrase: Counted, verb: int) -> Fact | None:
    """The subject of "lost" and "suffered", or whom 40 casualties were inflicted on."""
    if (theirs := _whose_losses(sides, verb)) is not None:
        return theirs
    at = governing(sides, phrase, verb)
    if verb_is(sides, at, "suffering") or _has(sides, phrase, verb):
        hit = subject(sides, sides.parsed.chunks[at].head)
        return _those_of(sides, hit) if hit else None
    return _upon(sides, phrase) if verb_is(sides, at, "inflicting") else None


def _those_of(sides: Sides, hit: Hit) -> Fact:
    """Whose the losses of a subject are: both sides' where two are joined in it, "Mali and Chad have lost 40"."""
    if (other := sides.joined_to(hit)) is None:
        return sides.fact([hit], "P12")
    return Fact(value="both", rule="P12", span=(min(hit.start, other.start), max(hit.end, other.end)))


def _has(sides: Sides, phrase: Counted, told: int) -> bool:
    """ "Kenya has 40 wounded": whether who has the harmed is the subject of the phrase's verb."""
    at = governing(sides, phrase, told)
    inside = phrase.words[0] <= told < phrase.words[1]
    return inside and at >= 0 and sides.parsed.tokens[sides.parsed.chunks[at].head].low in HAVE


def is_loss(sides: Sides, token: int) -> bool:
    """Whether a noun for losses tells the measure."""
    word = sides.parsed.tokens[token]
    return word.tag == "n" and word.lemma in sides.lexicon.groups["loss"]


def _whose_losses(sides: Sides, token: int) -> Fact | None:
    """ "Kenyan losses", "Kenya's losses", "the losses of the Kenyan army"."""
    if (own := _own_losses(sides, token)) is not None:
        return own
    if not is_loss(sides, token):
        return None
    tokens, chunks, at = sides.parsed.tokens, sides.parsed.chunks, sides.parsed.at[token]
    last = at + 2 if at + 2 < len(chunks) and tokens[chunks[at + 1].start].low in ("of", "among") else at
    found = sides.within(tokens[chunks[at].start].start, tokens[chunks[last].end - 1].end)
    return sides.fact(found, "P12") if found else None


def _own_losses(sides: Sides, token: int) -> Fact | None:
    """ "Kenya put its own dead at 40": the subject whose dead, wounded or losses they are."""
    tokens, chunks, at = sides.parsed.tokens, sides.parsed.chunks, sides.parsed.at[token]
    if chunks[at].kind != "NP" or tokens[chunks[at].start].low not in THEIR:
        return None
    while at >= 0 and chunks[at].kind in ("NP", "P"):
        at -= 1
    hit = subject(sides, chunks[at].head) if at >= 0 and chunks[at].kind == "VP" else None
    return sides.fact([hit], "P12") if hit else None


def _upon(sides: Sides, phrase: Counted) -> Fact | None:
    chunks, tokens = sides.parsed.chunks, sides.parsed.tokens
    for at in range(phrase.last + 1, min(len(chunks) - 1, phrase.last + 4)):
        if tokens[chunks[at].start].low in _UPON and chunks[at + 1].kind == "NP":
            behind = chunks[at + 1]
            found = sides.within(tokens[behind.start].start, tokens[behind.end - 1].end)
            return sides.fact(found, "P12") if found else None
    return None
