"""The party that another fights: "200 enemy troops", "Mali's army captured 20 soldiers"."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.records import Fact
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.losses import is_loss
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.subjects import governing, of_speaker, run_before, subject, verb_is

_NEAR = 4  # words from losses to whose they are
_TWO = 2  # sides of a war


def enemy(parties: Parties, phrase: Counted, event: Event | None, foes: frozenset[str], told: int = -1) -> Fact | None:
    """ "200 enemy troops", "the enemy's losses", "the other side lost 200": the other party of the event, or of the
    `foes` that the article tells of, as seen by who is named before."""
    tokens, hostile = parties.parsed.tokens, parties.lexicon.groups["hostile"]
    word = next((t for t in (*range(*phrase.words), *_of_whom(parties, phrase)) if tokens[t].low in hostile), None)
    hit = parties.last_before(tokens[word].start) if word is not None else None
    if word is None and told >= 0 and is_loss(parties, told):
        chunk = parties.parsed.chunks[parties.parsed.at[told]]
        near = range(chunk.start, min(told + _NEAR, len(tokens)))
        word = next((t for t in near if tokens[t].low in hostile), None)
        hit = parties.speaker(phrase)
    if word is None and told >= 0:
        word = _loser(parties, phrase, told)
        before = parties.last_before(tokens[word].start) if word is not None else None
        hit = before or parties.speaker(phrase)
    if word is None or hit is None:
        return None
    own = hit.name.country
    fighting = {*listed(event.parties)} if event else foes or {other.name.country for other in parties.hits}
    rule = parties.lexicon.broken_from.get(own)  # under which a breakaway state stays, if its foe has its way
    others = [rule] if rule is not None and rule in fighting else sorted(fighting - {own})
    value = others[0] if len(others) == 1 else f"enemy of {hit.name.country}"
    return Fact(value=value, rule="P05", span=(tokens[word].start, tokens[word].end))


def _loser(parties: Parties, phrase: Counted, told: int) -> int | None:
    """ "The enemy (has lost) 40", "the other side (lost) 40": the word for the foe who is the subject of a verb of
    losses."""
    at = governing(parties, phrase, told)
    if at < 1 or not verb_is(parties, at, "suffering"):
        return None
    run, groups = parties.parsed.chunks[run_before(parties, at - 1) + 1 : at], parties.lexicon.groups
    tokens = parties.parsed.tokens
    side = any(tokens[chunk.head].lemma in groups["side of a fight"] for chunk in run)
    foe = groups["hostile"] | (groups["on the other side"] if side else frozenset())
    return next((t for chunk in run for t in range(chunk.start, chunk.end) if tokens[t].low in foe), None)


def _of_whom(parties: Parties, phrase: Counted) -> range:
    """The tokens of what a counted phrase is "of": "40 soldiers of the enemy"."""
    tokens, chunks, at = parties.parsed.tokens, parties.parsed.chunks, phrase.last + 1
    of = at + 1 < len(chunks) and tokens[chunks[at].start].low == "of"
    return range(chunks[at + 1].start, chunks[at + 1].end) if of else range(0)


def of_foe(parties: Parties, noun_class: str, verb: int, event: Event | None) -> Fact | None:
    """ "Mali's army captured 20 soldiers": in a war of two sides they are the other's."""
    sides = listed(event.parties) if event else ()
    if len(sides) != _TWO or not parties.fights(noun_class):
        return None
    hit = subject(parties, verb)
    if hit is None or hit.before in parties.lexicon.groups["behind which no side acts"]:
        return None  # "fighting between Mali and Chad killed 40 soldiers"
    others = [side for side in sides if side != hit.name.country]
    if len(others) != 1:
        return None
    return Fact(value=others[0], rule="P606", span=(hit.start, hit.end))


def acted_on(parties: Parties, phrase: Counted, verb: int) -> bool:
    """Whether a phrase is the object of what somebody does: "the army captured 20 soldiers"."""
    at = governing(parties, phrase, verb)
    return at >= 0 and not parties.parsed.passive(parties.parsed.chunks[at])


def struck(parties: Parties, phrase: Counted, verb: int) -> bool:
    """ "Mali's army said its troops had killed 60 soldiers": whom the speaker's people harm are none of its own."""
    chunks, at = parties.parsed.chunks, governing(parties, phrase, verb)
    if at < 0 or parties.parsed.passive(chunks[at]):
        return False
    end = at - 1
    while end >= 0 and chunks[end].kind in "At":
        end -= 1
    if end < 0:
        return False
    first = run_before(parties, end) + 1
    pronoun = parties.parsed.tokens[chunks[end].head].tag == "N"
    return pronoun or of_speaker(parties, first, end) or _of_the_group(parties, first, end)


def _of_the_group(parties: Parties, first: int, last: int) -> bool:
    """ "The group's fighters": of a body that was named before."""
    tokens, chunks = parties.parsed.tokens, parties.parsed.chunks
    run = tokens[chunks[first].start : chunks[last].end]
    owners = (one.lemma for one, other in pairwise(run) if other.tag == "'" or other.low == "s")
    return any(parties.lexicon.class_of(lemma) == "organisation" for lemma in owners)
