"""Whose people or things a quantity counts."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from claimcheck.records import Fact
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.names import Hit, Seen
from claimcheck.stages.describe.phrases import Counted, Parsed

_BOTH = re.compile(
    r"\b(?:on|from|of|to|by|among)\s+(?:both|the\s+two|all|either)\s+(?:warring\s+|opposing\s+)?(?:sides|parties|armies|countries|nations)\b|\bboth\s+sides\b"
)
_OWN = frozenset(("its", "their", "his", "our", "own"))
_LISTING = frozenset(("name", "list", "record", "register", "put", "count", "give", "lose", "get"))
_SUBJECTS = frozenset(("police", "man", "child", "woman", "civilian", "prisoner", "vehicle", "weapon"))
_CITIZENS = frozenset(("citizen", "national", "person", "diplomat", "journalist", "fisherman", "miner"))
_HOLDING = frozenset(("constitute", "comprise", "include", "represent", "number", "total"))
_ANYBODY = frozenset(("", "person", "civilian", "casualty", "child", "woman"))
_CARRIED = frozenset(("L90", "L91"))
_THERE = frozenset(("in", "at", "near", "inside", "across"))
_MANY = 12  # names of one sentence that are looked at
_ENEMY = frozenset(("enemy", "hostile", "opposing", "invading", "occupying"))


class Parties:
    """Finds the parties of the quantities of one sentence."""

    def __init__(self, text: str, parsed: Parsed, seen: Seen, lexicon: Lexicon) -> None:
        self.text = text
        self.parsed = parsed
        self.lexicon = lexicon
        self.hits = [hit for hit in seen.of("country", "demonym", "group")]
        self.cities = [hit for hit in seen.of("capital", "place") if hit.name.country]

    def named(self, phrase: Counted) -> Fact | None:
        """The party that the counted phrase names: "Azeri civilians", "Ukraine's 40 tanks", "citizens of Ghana"."""
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        start = tokens[chunks[phrase.first].start].start
        end = tokens[max(phrase.words[1], phrase.token + 1) - 1].end
        both = _BOTH.search(self.text, end, min(len(self.text), end + 60))
        if both and not re.search(r"[.;]", self.text[end : both.start()]):
            return Fact(value="both", rule="P02", span=both.span())
        inside = self._distinct(start, end)
        if inside:
            return self._fact(inside, "P01")
        return self._behind(phrase)

    def _distinct(self, start: int, end: int) -> list[Hit]:
        found: dict[str, Hit] = {}
        for hit in self.hits:
            if start <= hit.start and hit.end <= end:
                found.setdefault(hit.name.country, hit)
        return list(found.values())

    def _fact(self, hits: list[Hit], rule: str) -> Fact:
        if len(hits) == 2:
            return Fact(value="both", rule=rule, span=(hits[0].start, hits[1].end))
        return Fact(value=hits[0].name.country, rule=rule, span=(hits[0].start, hits[0].end))

    def _behind(self, phrase: Counted) -> Fact | None:
        """ "soldiers from Ghana", "citizens of Ghana", "500 of its soldiers"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        at = phrase.last + 1
        if at + 1 >= len(chunks) or tokens[chunks[at].start].low not in ("of", "from"):
            return None
        behind = chunks[at + 1]
        found = self._distinct(tokens[behind.start].start, tokens[behind.end - 1].end)
        return self._fact(found, "P03") if found and self.lexicon.is_a(phrase.noun_class, "person") else None

    def own(self, phrase: Counted, *, other_than_subject: bool = False) -> Fact | None:
        """ "its soldiers", "their own troops": the party named before; not the one that frees or kills them."""
        fights = self.lexicon.is_a(phrase.noun_class, "combatant") or phrase.noun_class in _SUBJECTS
        if not fights and phrase.unit not in _CITIZENS:
            return None  # a hotel's "500 of its workers"
        tokens = self.parsed.tokens
        first = self.parsed.chunks[phrase.first].start
        owner = next((t for t in range(first, phrase.words[1]) if tokens[t].low in _OWN), None)
        if owner is None:
            return None
        hit = self._owner(tokens[owner].start, other_than_subject)
        return Fact(value=hit.name.country, rule="P04", span=(tokens[owner].start, tokens[owner].end)) if hit else None

    def _owner(self, at: int, other_than_subject: bool) -> Hit | None:
        last = self._last_before(at)
        if last is None or not other_than_subject:
            return last
        earlier = [hit for hit in self.hits if hit.end <= last.start and hit.name.country != last.name.country]
        return earlier[-1] if earlier else last

    def enemy(self, phrase: Counted, event: Event | None) -> Fact | None:
        """ "200 enemy troops": the other party of the event, as seen by who is named before."""
        tokens = self.parsed.tokens
        word = next((t for t in range(*phrase.words) if tokens[t].low in _ENEMY), None)
        hit = self._last_before(tokens[word].start) if word is not None else None
        if word is None or hit is None:
            return None
        sides = [side for side in listed(event.parties) if side != hit.name.country] if event else []
        others = sides or sorted({other.name.country for other in self.hits} - {hit.name.country})
        value = others[0] if len(others) == 1 else f"enemy of {hit.name.country}"
        return Fact(value=value, rule="P05", span=(tokens[word].start, tokens[word].end))

    def _last_before(self, at: int) -> Hit | None:
        named = [hit for hit in (*self.hits, *self.cities) if hit.end <= at]
        return max(named, key=lambda hit: hit.start) if named else None

    def claimed(self, phrase: Counted, place: Fact | None) -> Fact | None:
        """Losses that a side's authorities tell without saying whose are its own."""
        soldiers = self.lexicon.is_a(phrase.noun_class, "soldier")
        if not (soldiers or phrase.noun_class in _ANYBODY):
            return None
        hit = self._speaker(phrase)
        if hit is None:
            return None
        elsewhere = place is not None and place.rule not in _CARRIED and place.value != hit.name.country
        if not soldiers and elsewhere and place is not None:
            inside = [city for city in self.cities if (city.start, city.end) == place.span]
            if not inside or inside[0].name.country != hit.name.country:
                return None
        return Fact(value=hit.name.country, rule="P06", span=(hit.start, hit.end))

    @cached_property
    def speakers(self) -> list[Hit]:
        """The countries whose authorities speak in the sentence."""
        return [hit for hit in self.hits[:_MANY] if self._authority(hit) and self._speaks(hit)]

    def _speaker(self, phrase: Counted) -> Hit | None:
        """The speaker nearest to a number, where no other party and no new clause stands between."""
        number = self.parsed.tokens[phrase.token]
        if not self.speakers:
            return None
        hit = min(self.speakers, key=lambda hit: abs(hit.start - number.start))
        low, high = sorted((hit.start, number.start))
        between = [token for token in self.parsed.tokens if low < token.start < high]
        if any(one.tag == "," and two.tag == "C" for one, two in pairwise(between)):
            return None
        others = {
            other.name.country
            for other in self.hits[:_MANY]
            if low <= other.start < high and other.before not in _THERE
        }
        return hit if others <= {hit.name.country} else None

    def _authority(self, hit: Hit) -> bool:
        """Whether the words behind a country's name make it an authority that speaks."""
        behind = re.findall(r"[^\W_]+", self.text[hit.end : hit.end + 40].lower())[:4]
        return any(word in self.lexicon.groups["authority"] for word in behind)

    def _speaks(self, hit: Hit) -> bool:
        """Whether the authority says the number, rather than doing what is told: "Sudan's army killed 40"."""
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        at = next((k for k, chunk in enumerate(chunks) if tokens[chunk.end - 1].end >= hit.end), None)
        if at is None:
            return False
        if any(token.low == "according" for token in tokens[max(0, chunks[at].start - 4) : chunks[at].start]):
            return True
        verb = next((chunk for chunk in chunks[at:] if chunk.kind == "VP"), None)
        return verb is not None and tokens[verb.head].lemma in self.lexicon.groups["saying"] | _LISTING

    def holder(self, phrase: Counted) -> Fact | None:
        """ "Syrian refugees, who constitute one million": the people named in what contains or is the counted."""
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        at = phrase.first - 1
        while at >= 0 and chunks[at].kind in "At":
            at -= 1
        if at < 0 or chunks[at].kind != "VP" or tokens[chunks[at].head].lemma not in _HOLDING:
            return None
        named = [hit for hit in self.hits if hit.end <= tokens[chunks[at].start].start and hit.name.kind == "demonym"]
        return self._fact(named[-1:], "P09") if named else None

    def nearest(self, at: int) -> Fact | None:
        """The country nearest before a place in the text: for populations."""
        hit = self._last_before(at)
        return Fact(value=hit.name.country, rule="P07", span=(hit.start, hit.end)) if hit else None

    def loser(self, verb: int) -> Fact | None:
        """The subject of "lost": "Ukraine lost 300 troops"; behind "and" that of the verb before."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        at = self.parsed.at[verb]
        if at and chunks[at - 1].kind == "C":
            at = next((k for k in range(at - 1, -1, -1) if chunks[k].kind == "VP"), at)
        return self.nearest(tokens[chunks[at].start].start)

    def beside(self, token: int) -> Fact | None:
        """The party on the noun that tells the measure: "put the Russian dead at 45"."""
        chunk = self.parsed.chunks[self.parsed.at[token]]
        found = self._distinct(self.parsed.tokens[chunk.start].start, self.parsed.tokens[chunk.end - 1].end)
        return self._fact(found, "P01") if found and chunk.kind == "NP" else None
