"""Who of the sides of a sentence speaks in it: "Mali's army said", "according to the Ministry of Defence of Mali"."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.names import MANY, Hit
from claimcheck.stages.describe.phrases import Chunk
from claimcheck.stages.describe.sides import Sides

_BODY_OF = re.compile(r"\b\w+(?:\sof(?:\s\w+){1,3})?\s(?:of|in)\s(?:the\s)?(?:Republic\sof\s)?$")
_BODY = 60  # characters of a body's name before its country
_TITLE = 9  # words of a body before its country: "according to the Office of the Prosecutor General of Mali"
_TWO = 2  # chunks from the verb to who speaks: "said by the army"
_ADJECTIVE = {"official"}  # Mali's official news agency


class Parties(Sides):
    """The sides of one sentence, and those of them whose authorities tell its numbers."""

    @cached_property
    def speakers(self) -> list[Hit]:
        """The countries whose authorities speak in the sentence."""
        return [hit for hit in self.hits[:MANY] if (self.authority(hit) or self._bare(hit)) and self._speaks(hit)]

    def speaker(self, phrase: Counted) -> Hit | None:
        """The speaker nearest to a number, where no other party and no new clause stands between."""
        number = self.parsed.tokens[phrase.token]
        if not self.speakers:
            return None
        spans = ((hit, min(hit.end, number.end), max(hit.start, number.start)) for hit in self.speakers)
        here = [hit for hit, start, end in spans if ";" not in self.text[start:end]]
        if not here:
            return None
        hit = min(here, key=lambda hit: max(number.start - hit.end, hit.start - number.end))
        low, high = sorted((hit.start, number.start))
        between = [token for token in self.parsed.tokens if low < token.start < high]
        if any(one.tag == "," and two.tag == "C" for one, two in pairwise(between)):
            return None
        others = {
            other.name.country
            for other in self.hits[:MANY]
            if low <= other.start < high and other.before not in self.there and other is not self.joined_to(hit)
        }
        return hit if others <= {hit.name.country} else None

    def is_bare(self, chunk: Chunk) -> bool:
        """Whether a noun phrase is nothing but the name of a land or its capital."""
        start, end = self.parsed.tokens[chunk.start].start, self.parsed.tokens[chunk.end - 1].end
        named = (hit for hit in (*self.hits, *self.cities) if hit.name.kind in ("country", "capital"))
        return chunk.kind == "NP" and any((hit.start, hit.end) == (start, end) for hit in named)

    def announcer(self, phrase: Counted) -> Hit | None:
        """ "The 40 announced by Mali": the land or capital that gives a number, told behind it."""
        chunks, at = self.parsed.chunks, phrase.last + 1
        if at + 2 >= len(chunks) or chunks[at].kind != "VP" or not self.parsed.bare(chunks[at]):
            return None
        says = self.parsed.tokens[chunks[at].head].lemma in self.lexicon.groups["number saying"]
        if not says or self.parsed.tokens[chunks[at + 1].start].low != "by" or not self.is_bare(chunks[at + 2]):
            return None
        start = self.parsed.tokens[chunks[at + 2].start].start
        return next((hit for hit in (*self.hits, *self.cities) if hit.start == start), None)

    def authority(self, hit: Hit) -> bool:
        """Whether the words around a country's name make it an authority that speaks: "the Ministry of X of | Mali"."""
        of = _BODY_OF.search(self.text, max(0, hit.start - _BODY), hit.start)
        if of is not None and any(word in self.lexicon.groups["authority"] for word in of[0].lower().split()):
            return not (" in " in of[0] and self._of_another(hit))
        behind = re.findall(r"[^\W_]+", self.text[hit.end : hit.end + 40].lower())[:4]
        told = self.lexicon.groups["authority"].intersection(behind)
        published = told == _ADJECTIVE and not self.lexicon.groups["news outlet"].isdisjoint(behind)
        return bool(told) and not published

    def _of_another(self, hit: Hit) -> bool:
        """ "Chadian officials in Mali" are of Chad; "the Palestinian ministry in Gaza" is of Gaza too."""
        near = (other.name.country for other in self.hits[:MANY] if 0 < hit.start - other.end < _BODY)
        own = hit.name.country
        return any(land != own and (own, land) not in self.lexicon.territories for land in near)

    def _bare(self, hit: Hit) -> bool:
        """Whether a country's name alone is the subject of a verb: "Mali reports 71 dead soldiers"."""
        chunks, at = self.parsed.chunks, self.chunk_of(hit)
        if hit.name.kind != "country" or at is None:
            return False
        last = self.parsed.tokens[chunks[at].end - 1]
        if last.end != hit.end:  # "99 troops dead, Mali and Chad | report"
            return hit.after == last.low and hit.before == "and" and last.lemma in self.lexicon.groups["saying"]
        behind = next((chunk for chunk in chunks[at + 1 :] if chunk.kind not in "At"), None)
        return behind is not None and behind.kind == "VP" and hit.before not in self.there

    def _speaks(self, hit: Hit) -> bool:
        """Whether the authority says the number, rather than doing what is told: "Sudan's army killed 40"."""
        tokens, chunks, at = self.parsed.tokens, self.parsed.chunks, self.chunk_of(hit)
        if at is None:
            return False
        if tokens[chunks[at].end - 1].end != hit.end and self._bare(hit):
            return True
        if self._agent_of_saying(at):
            return True
        if self._agent(at):
            return False
        if any(token.low == "according" for token in tokens[max(0, chunks[at].start - _TITLE) : chunks[at].start]):
            return True
        verb = next((chunk for chunk in chunks[at:] if chunk.kind in ("VP", ":")), None)
        if verb is not None and verb.kind == ":":
            return True  # Mali's PM Toure: 135 soldiers have fallen
        return (
            verb is not None
            and tokens[verb.head].lemma in self.lexicon.groups["saying"] | self.lexicon.groups["recording"]
        )

    def _agent(self, at: int) -> bool:
        """ "13 were taken (prisoner) by the Malian side", "killed by it": whether a phrase is who did it."""
        chunks = self.parsed.chunks
        if at < _TWO or self.parsed.tokens[chunks[at - 1].start].low != "by":
            return False
        verb = at - _TWO
        if verb and chunks[verb].kind == "NP":
            verb -= 1
        if chunks[verb].kind != "VP":
            return False
        told = self.parsed.tokens[chunks[verb].head].lemma in self.lexicon.groups["saying"]
        return self.parsed.passive(chunks[verb]) or (self.parsed.bare(chunks[verb]) and not told)

    def _agent_of_saying(self, at: int) -> bool:
        """ "40 were said (by the Malian authorities) to have died": whether a phrase is who says what is passive."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if at < _TWO or tokens[chunks[at - 1].start].low != "by" or not self.parsed.passive(chunks[at - 2]):
            return False
        return tokens[chunks[at - 2].head].lemma in self.lexicon.groups["saying"]
