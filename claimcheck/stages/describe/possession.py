"""The party that has the counted: "its soldiers", "Georgia has 860 soldiers", "Syrians, who make up 60 percent"."""

from __future__ import annotations

from claimcheck.records import Fact
from claimcheck.stages.describe.affiliation import phrase_end
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.names import Hit
from claimcheck.stages.describe.parties import Parties
from claimcheck.stages.describe.phrases import THEIR
from claimcheck.stages.describe.sides import Sides
from claimcheck.stages.describe.subjects import governing, subject, verb_is

_OWN = THEIR | {"his", "own"}
_SUBJECTS = ("combatant", "police", "man", "child", "woman", "civilian", "prisoner", "vehicle", "weapon")


def owned(parties: Parties, phrase: Counted, noun_class: str, harmed_by: int = -1) -> Fact | None:
    """ "its soldiers", "120 of its own": the party named before, but not the subject of the verb at `harmed_by`,
    unless they are said to be its own."""
    owner = owner_word(parties, phrase)
    subjects = any(parties.lexicon.is_a(noun_class, name) for name in _SUBJECTS)
    if owner < 0 or not (subjects or phrase.unit in parties.lexicon.groups["citizen"]):
        return None  # a hotel's "500 of its workers"
    tokens = parties.parsed.tokens
    hit = _owner(parties, phrase, owner, harmed_by)
    return Fact(value=parties.side_of(hit), rule="P04", span=(tokens[owner].start, tokens[owner].end)) if hit else None


def owner_word(sides: Sides, phrase: Counted) -> int:
    """The token of the "its" that a counted phrase has; -1: it has none."""
    tokens = sides.parsed.tokens
    first = min(sides.parsed.chunks[phrase.first].start, phrase.words[0])  # "the number of its dead rose to 71"
    return next((t for t in range(first, phrase_end(sides.parsed, phrase)) if tokens[t].low in _OWN), -1)


def _owner(parties: Parties, phrase: Counted, owner: int, harmed_by: int) -> Hit | None:
    tokens = parties.parsed.tokens
    if tokens[owner].low == "our":
        return parties.speaker(phrase)
    at = tokens[owner].start
    if harmed_by < 0 or phrase.words[1] == harmed_by < phrase.token:  # "put the number of its men killed at 71"
        found = parties.actor_before(at)
        # "Raids in Chad killed 12 of its men, Mali said": of who speaks, not of where they were
        return parties.speaker(phrase) or found if found is not None and parties.where(found) else found
    who = subject(parties, harmed_by)
    loses = verb_is(parties, governing(parties, phrase, harmed_by), "suffering")
    if loses or any(tokens[t].lemma in parties.lexicon.groups["comrade"] for t in range(owner, phrase.words[1])):
        return who
    others = [hit for hit in parties.named_before(at) if who is None or hit.name.country != who.name.country]
    return others[-1] if others else None


def made_up(parties: Parties, phrase: Counted) -> Fact | None:
    """ "Syrian refugees, who constitute one million": the people named in what contains or is the counted."""
    tokens, chunks = parties.parsed.tokens, parties.parsed.chunks
    at = phrase.first - 1
    while at >= 0 and chunks[at].kind in "At":
        at -= 1
    if at < 0 or chunks[at].kind != "VP" or tokens[chunks[at].head].lemma not in parties.lexicon.groups["making up"]:
        return None
    before = (hit for hit in parties.hits if hit.end <= tokens[chunks[at].start].start and hit.name.kind == "demonym")
    named = [hit for hit in before if not parties.does_nothing(hit.before)]  # no "prisoners back from Malian captivity"
    return parties.fact(named[-1:], "P09") if named else None


def fielded(parties: Parties, phrase: Counted) -> Fact | None:
    """ "Georgia has 860 soldiers in Afghanistan": whose subject's verb has them or sends them is its."""
    at = phrase.first - 1
    while at >= 0 and parties.parsed.chunks[at].kind in "At":
        at -= 1
    if at < 0 or not parties.lexicon.is_a(phrase.noun_class, "combatant") or not verb_is(parties, at, "fielding"):
        return None
    hit = subject(parties, parties.parsed.chunks[at].head) if parties.parsed.chunks[at].kind == "VP" else None
    return parties.fact([hit], "P24") if hit else None
