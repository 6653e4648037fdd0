"""The sides of one sentence: the countries, peoples and groups that it names, and the party that some of them are."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.records import HELD, Fact
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.names import MANY, SIDES, Hit, Seen
from claimcheck.stages.describe.phrases import Parsed

_JOINED = re.compile(r"\b(?:and|or)\b|[,&/–-]")
_NEXT_WORDS = re.compile(r"(?:\s[a-z]+){1,2}")
ANYBODY = frozenset(("", "person", "civilian", "casualty", "child", "woman"))  # classes that tell no side
_FIGHTING = ("combatant", "vehicle", "weapon")


def of_both_on_one(party: Fact, scope: Fact | None) -> bool:
    """ "Killed 45 on both sides, 12 of them in rebel-held areas": who died on one side's ground is not of both."""
    return party.value == "both" and scope is not None and scope.value in HELD


class Sides:
    """The names of one sentence that may be a party, in the order of the text."""

    def __init__(self, text: str, parsed: Parsed, seen: Seen, lexicon: Lexicon) -> None:
        self.text = text
        self.parsed = parsed
        self.seen = seen
        self.lexicon = lexicon
        self.there = lexicon.groups["there"]  # prepositions of where something was
        self.hits = list(seen.of(*SIDES))
        self.cities = [hit for hit in seen.of("capital", "place") if hit.name.country]

    def within(self, start: int, end: int) -> list[Hit]:
        """The first name of each party in a stretch of the text."""
        found: dict[str, Hit] = {}
        for hit in self.hits:
            if start <= hit.start and hit.end <= end:
                found.setdefault(hit.name.country, hit)
        return list(found.values())

    def inside(self, start: int, end: int, rule: str) -> Fact | None:
        """The party that a stretch of the text names."""
        found = self.within(start, end)
        return self.fact(found, rule) if found else None

    def joined_to(self, hit: Hit) -> Hit | None:
        """ "Mali and Chad report 99 troops dead": who speaks together with another."""
        for one, other in pairwise(self.hits[:MANY]):
            joined = self.text[one.end : other.start].strip() in ("and", "&") and one.name.country != other.name.country
            if joined and hit in (one, other):
                return other if hit is one else one
        return None

    def fact(self, hits: list[Hit], rule: str) -> Fact:
        """The party that names beside one another tell, a group's before its country's; "both" where two are joined."""
        if len(hits) == 2 and _JOINED.search(self.text, hits[0].end, hits[1].start):
            return Fact(value="both", rule=rule, span=(hits[0].start, hits[1].end))
        hit = next((hit for hit in hits if hit.name.kind == "group"), hits[0])
        hit = hits[-1] if hit.name.kind == "group" and hits[-1].name.kind == "group" else hit  # "Kurdish YPG fighters"
        return Fact(value=self.side_of(hit), rule=rule, span=(hit.start, hit.end))

    def side_of(self, hit: Hit) -> str:
        """The party of a name; "Syrian rebels" fight Syria."""
        if hit.name.kind == "demonym":
            behind = _NEXT_WORDS.match(self.text, hit.end)
            against = self.lexicon.groups["insurgent"]
            if behind and any(self.lexicon.singular(word.lower()) in against for word in behind[0].split()):
                return f"{self.text[hit.start : hit.end]} rebels"
        return hit.name.country

    def is_land(self, party: str) -> bool:
        """Whether a party that the sentence names is a country, and no group of its people."""
        return any(hit.name.country == party and hit.name.kind != "group" for hit in (*self.hits, *self.cities))

    def nearest(self, at: int) -> Fact | None:
        """The country nearest before a place in the text: for populations."""
        hit = self.last_before(at)
        return Fact(value=hit.name.country, rule="P07", span=(hit.start, hit.end)) if hit else None

    def last_before(self, at: int) -> Hit | None:
        """The name that stands last before a place in the text."""
        named = self.named_before(at)
        return named[-1] if named else None

    def named_before(self, at: int) -> list[Hit]:
        """All names before a place in the text, towns with a country among them."""
        return sorted((hit for hit in (*self.hits, *self.cities) if hit.end <= at), key=lambda hit: hit.start)

    def actor_before(self, at: int) -> Hit | None:
        """The last that is named before, over where things are: "Mali's army, in clashes with Chad, lost 12 of its"."""
        acting = [hit for hit in self.named_before(at) if not (self._hangs(hit) or self.where(hit))]
        return acting[-1] if acting else self.last_before(at)

    def _hangs(self, hit: Hit) -> bool:
        """Whether a name stands behind a preposition, be it over an adjective: "with ethnic Malian forces"."""
        if self.does_nothing(hit.before):
            return True
        at = self.chunk_of(hit) or 0
        before = self.parsed.chunks[at - 1] if at else None
        return before is not None and before.kind == "P" and self.does_nothing(self.parsed.tokens[before.start].low)

    def does_nothing(self, before: str) -> bool:
        """Whether a side does nothing behind such a word: "clashes with Chad"."""
        return before in self.there or before in self.lexicon.groups["beside who acts"]

    def where(self, hit: Hit) -> bool:
        """ "in neighbouring Chad", "across northern Mali": a place over the adjective before its name."""
        chunks, tokens, at = self.parsed.chunks, self.parsed.tokens, self.chunk_of(hit)
        if at is None or at == 0 or chunks[at - 1].kind != "P" or tokens[chunks[at].end - 1].end != hit.end:
            return False
        return tokens[chunks[at - 1].start].low in self.there

    def chunk_of(self, hit: Hit) -> int | None:
        """The chunk in which a name ends."""
        tokens = self.parsed.tokens
        return next((k for k, chunk in enumerate(self.parsed.chunks) if tokens[chunk.end - 1].end >= hit.end), None)

    def fights(self, noun_class: str) -> bool:
        """Whether a class is of what one side of a war loses to the other: fighters, vehicles, weapons."""
        return any(self.lexicon.is_a(noun_class, name) for name in _FIGHTING)
