"""Whose people or things a quantity counts."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from claimcheck.records import Fact
from claimcheck.rules.descriptions import Event
from claimcheck.rules.world import listed
from claimcheck.stages.describe.clauses import over_aside
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.members import among_whom
from claimcheck.stages.describe.names import Hit, Seen
from claimcheck.stages.describe.phrases import Chunk, Parsed

_PARTED = re.compile(r"[.;]|, (?:while|but|and|as|though|although)\b")
_JOINED = re.compile(r"\b(?:and|or)\b|[,&/–-]")
_NEXT_WORDS = re.compile(r"(?:\s[a-z]+){1,2}")
_SIDE = re.compile(r"\sside\b")
_UPON_SIDE = re.compile(r"\b(?:from|on|of)\sthe\s$")
_OPENS_SIDE = re.compile(r"(?:^|[,;:“\"]|\b(?:and|while|but|whereas|that))\s*(?:from|on)\sthe\s$", re.IGNORECASE)
_LISTS_SIDE = re.compile(r"(?:^|[,;:“\"])\s*(?:the\s)?$", re.IGNORECASE)
_BODY_OF = re.compile(r"\b\w+(?:\sof(?:\s\w+){1,3})?\sof\s(?:the\s)?(?:Republic\sof\s)?$")
_REACH = 90  # characters
_BODY = 60  # characters of a body's name before its country
_OWN = frozenset(("its", "their", "his", "our", "own"))
_SUBJECTS = ("combatant", "police", "man", "child", "woman", "civilian", "prisoner", "vehicle", "weapon")
_ANYBODY = frozenset(("", "person", "civilian", "casualty", "child", "woman"))
_CARRIED = frozenset(("L90", "L91"))
_THERE = frozenset(("in", "at", "near", "inside", "across"))
_NOT_ACTING = _THERE | {"with", "against", "over", "around", "from", "into", "by", "to"}
_UPON = frozenset(("on", "upon", "among", "to"))
_THEIRS = frozenset(("its", "their", "our"))
_RUN = frozenset(("NP", "P", "'", "t", '"', "(", ")"))
_HAS = frozenset(("has", "had", "have"))
_STEPS = 4  # verbs over which a subject is shared
_NEAR = 4  # words from losses to whose they are
_TITLE = 9  # words of a body before its country: "according to the Office of the Prosecutor General of Mali"
_TWO = 2  # peoples that one noun names
_MANY = 12  # names of one sentence that are looked at


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
        end = tokens[max(self._phrase_end(phrase), phrase.token + 1) - 1].end
        inside = self._distinct(start, end)
        if len(inside) == 1 and inside[0].name.kind == "demonym":
            return self._fact(inside, "P01")
        both = self.lexicon.scene_words.both.search(self.text, end, min(len(self.text), end + 60))
        if both and not _PARTED.search(self.text, end, both.start()):
            return Fact(value="both", rule="P02", span=both.span())
        if inside and not self._of_two_peoples(phrase, inside):
            return self._fact(inside, "P01")
        return self._behind(phrase) or self._on_side(phrase, end)

    def _of_two_peoples(self, phrase: Counted, inside: list[Hit]) -> bool:
        """ "Dutch and Belgian tourists": who neither fight nor live where others do are no two sides."""
        if len(inside) < _TWO or any(hit.name.kind != "demonym" for hit in inside):
            return False
        return phrase.noun_class != "civilian" and not self.lexicon.is_a(phrase.noun_class, "combatant")

    def _on_side(self, phrase: Counted, end: int) -> Fact | None:
        """ "18 soldiers were killed from the Armenian side": whose losses they are."""
        if not (phrase.noun_class in _ANYBODY or self.lexicon.is_a(phrase.noun_class, "combatant")):
            return None
        start = self.parsed.tokens[phrase.token].start
        opening = [hit for hit in self.hits[:_MANY] if hit.end <= start and self._opens_side(hit, start)]
        if opening:
            return self._fact(opening[-1:], "P23")
        for hit in self.hits:
            side = end < hit.start < end + _REACH and _SIDE.match(self.text, hit.end)
            if side and _UPON_SIDE.search(self.text, end, hit.start):
                return None if _PARTED.search(self.text, end, hit.start) else self._fact([hit], "P23")
        return None

    def _opens_side(self, hit: Hit, end: int) -> bool:
        """ "On the Armenian side, 18 soldiers were killed": of whom a clause tells that opens with a side."""
        first = self.parsed.tokens[0].start
        before = self.text[first : hit.start]
        between = [token for token in self.parsed.tokens if hit.end < token.start < end]
        listed = all(one.tag not in "VEX" for one in between) and _LISTS_SIDE.search(before)  # "Malian side: 40 dead"
        opens = _SIDE.match(self.text, hit.end) and (listed or _OPENS_SIDE.search(before))
        return bool(opens) and not _PARTED.search(self.text, hit.end, end) and all(one.tag != "Q" for one in between)

    def _distinct(self, start: int, end: int) -> list[Hit]:
        found: dict[str, Hit] = {}
        for hit in self.hits:
            if start <= hit.start and hit.end <= end:
                found.setdefault(hit.name.country, hit)
        return list(found.values())

    def _fact(self, hits: list[Hit], rule: str) -> Fact:
        if len(hits) == 2 and _JOINED.search(self.text, hits[0].end, hits[1].start):
            return Fact(value="both", rule=rule, span=(hits[0].start, hits[1].end))
        hit = next((hit for hit in hits if hit.name.kind == "group"), hits[0])
        hit = hits[-1] if hit.name.kind == "group" and hits[-1].name.kind == "group" else hit  # "Kurdish YPG fighters"
        return Fact(value=self._side(hit), rule=rule, span=(hit.start, hit.end))

    def _side(self, hit: Hit) -> str:
        """The party of a name; "Syrian rebels" fight Syria."""
        if hit.name.kind == "demonym":
            behind = _NEXT_WORDS.match(self.text, hit.end)
            against = self.lexicon.groups["insurgent"]
            if behind and any(self.lexicon.singular(word.lower()) in against for word in behind[0].split()):
                return f"{self.text[hit.start : hit.end]} rebels"
        return hit.name.country

    def _behind(self, phrase: Counted) -> Fact | None:
        """ "soldiers from Ghana", "citizens of Ghana", "500 of its soldiers"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        at = phrase.last + 1
        if at + 1 >= len(chunks) or tokens[chunks[at].start].low not in ("of", "from"):
            return None
        behind = chunks[at + 1]
        if tokens[behind.end - 1].lemma in self.lexicon.groups["confinement"]:
            return None  # "men freed from Russian captivity"
        found = self._distinct(tokens[behind.start].start, tokens[behind.end - 1].end)
        if not found and at + 3 < len(chunks) and tokens[chunks[at + 2].start].low == "of":  # of the army of Mali
            behind = chunks[at + 3]
            found = self._distinct(tokens[behind.start].start, tokens[behind.end - 1].end)
        return self._fact(found, "P03") if found and self.lexicon.is_a(phrase.noun_class, "person") else None

    def own(self, phrase: Counted, noun_class: str, harmed_by: int = -1) -> Fact | None:
        """ "its soldiers", "120 of its own": the party named before, but not the subject of the verb at `harmed_by`,
        unless they are said to be its own."""
        owner = self._owner_word(phrase)
        subjects = any(self.lexicon.is_a(noun_class, name) for name in _SUBJECTS)
        if owner < 0 or not (subjects or phrase.unit in self.lexicon.groups["citizen"]):
            return None  # a hotel's "500 of its workers"
        tokens = self.parsed.tokens
        hit = self._owner(phrase, owner, harmed_by)
        return Fact(value=self._side(hit), rule="P04", span=(tokens[owner].start, tokens[owner].end)) if hit else None

    def _owner_word(self, phrase: Counted) -> int:
        tokens = self.parsed.tokens
        first = min(self.parsed.chunks[phrase.first].start, phrase.words[0])  # "the number of its dead rose to 71"
        return next((t for t in range(first, self._phrase_end(phrase)) if tokens[t].low in _OWN), -1)

    def _phrase_end(self, phrase: Counted) -> int:
        """Where the counted phrase ends with those among whom deaths are counted: "71 deaths among its troops"."""
        whom = among_whom(self.parsed, phrase.last, phrase.noun_class)
        return phrase.words[1] if whom is None else whom.end

    def _owner(self, phrase: Counted, owner: int, harmed_by: int) -> Hit | None:
        tokens = self.parsed.tokens
        if tokens[owner].low == "our":
            return self._speaker(phrase)
        at = tokens[owner].start
        if harmed_by < 0 or phrase.words[1] == harmed_by < phrase.token:  # "put the number of its men killed at 71"
            found = self._actor_before(at)
            # "Raids in Chad killed 12 of its men, Mali said": of who speaks, not of where they were
            return self._speaker(phrase) or found if found is not None and self._where(found) else found
        subject = self.subject(harmed_by)
        loses = self._verb_is(self._governing(phrase, harmed_by), "suffering")
        if loses or any(tokens[t].lemma in self.lexicon.groups["comrade"] for t in range(owner, phrase.words[1])):
            return subject
        others = [hit for hit in self._named_before(at) if subject is None or hit.name.country != subject.name.country]
        return others[-1] if others else None

    def enemy(self, phrase: Counted, event: Event | None, told: int = -1) -> Fact | None:
        """ "200 enemy troops", "the enemy's losses": the other party of the event, as seen by who is named before."""
        tokens, hostile = self.parsed.tokens, self.lexicon.groups["hostile"]
        word = next((t for t in range(*phrase.words) if tokens[t].low in hostile), None)
        hit = self._last_before(tokens[word].start) if word is not None else None
        if word is None and told >= 0 and self._losses(told):
            chunk = self.parsed.chunks[self.parsed.at[told]]
            near = range(chunk.start, min(told + _NEAR, len(tokens)))
            word = next((t for t in near if tokens[t].low in hostile), None)
            hit = self._speaker(phrase)
        if word is None or hit is None:
            return None
        sides = [side for side in listed(event.parties) if side != hit.name.country] if event else []
        others = sides or sorted({other.name.country for other in self.hits} - {hit.name.country})
        value = others[0] if len(others) == 1 else f"enemy of {hit.name.country}"
        return Fact(value=value, rule="P05", span=(tokens[word].start, tokens[word].end))

    def _named_before(self, at: int) -> list[Hit]:
        return sorted((hit for hit in (*self.hits, *self.cities) if hit.end <= at), key=lambda hit: hit.start)

    def _last_before(self, at: int) -> Hit | None:
        named = self._named_before(at)
        return named[-1] if named else None

    def _actor_before(self, at: int) -> Hit | None:
        """The last that is named before, over where things are: "Mali's army, in clashes with Chad, lost 12 of its"."""
        acting = [hit for hit in self._named_before(at) if hit.before not in _NOT_ACTING and not self._where(hit)]
        return acting[-1] if acting else self._last_before(at)

    def _where(self, hit: Hit) -> bool:
        """ "in neighbouring Chad", "across northern Mali": a place over the adjective before its name."""
        chunks, tokens, at = self.parsed.chunks, self.parsed.tokens, self._chunk_of(hit)
        if at is None or at == 0 or chunks[at - 1].kind != "P" or tokens[chunks[at].end - 1].end != hit.end:
            return False
        return tokens[chunks[at - 1].start].low in _THERE

    def owner_before(self, chunk: Chunk) -> Hit | None:
        """Whose "its" opens a phrase: the subject's of the verb before it."""
        before = reversed(self.parsed.chunks[: self.parsed.at[chunk.start]])
        verb = next((one for one in before if one.kind == "VP"), None)
        return self.subject(verb.head) if verb is not None else None

    def is_land(self, party: str) -> bool:
        """Whether a party that the sentence names is a country, and no group of its people."""
        return any(hit.name.country == party and hit.name.kind != "group" for hit in (*self.hits, *self.cities))

    def inside(self, start: int, end: int, rule: str) -> Fact | None:
        """The party that a stretch of the text names."""
        found = self._distinct(start, end)
        return self._fact(found, rule) if found else None

    def claimed(self, phrase: Counted, noun_class: str, place: Fact | None) -> Fact | None:
        """Losses that a side's authorities tell without saying whose are its own; of soldiers also a bare country's."""
        soldiers = self.lexicon.is_a(noun_class, "soldier")
        if not (soldiers or phrase.noun_class in _ANYBODY):
            return None
        hit = self._speaker(phrase)
        if hit is None or not (soldiers or self._authority(hit)):
            return None
        elsewhere = place is not None and place.rule not in _CARRIED and place.value != hit.name.country
        if not soldiers and elsewhere and place is not None:
            inside = [city for city in self.cities if (city.start, city.end) == place.span]
            if not inside or inside[0].name.country != hit.name.country:
                return None
        if soldiers and (other := self._joined_to(hit)):
            if elsewhere and place is not None and place.value != other.name.country:
                return None  # "the US and Britain said 12 soldiers were killed in Iraq"
            return Fact(value="both", rule="P603", span=(min(hit.start, other.start), max(hit.end, other.end)))
        return Fact(value=hit.name.country, rule="P06", span=(hit.start, hit.end))

    def _joined_to(self, hit: Hit) -> Hit | None:
        """ "Mali and Chad report 99 troops dead": who speaks together with another."""
        for one, other in pairwise(self.hits[:_MANY]):
            joined = self.text[one.end : other.start].strip() in ("and", "&") and one.name.country != other.name.country
            if joined and hit in (one, other):
                return other if hit is one else one
        return None

    def struck(self, phrase: Counted, verb: int) -> bool:
        """ "Mali's army said its troops had killed 60 soldiers": whom the speaker's people harm are none of its own."""
        chunks, at = self.parsed.chunks, self._governing(phrase, verb)
        if at < 0 or self.parsed.passive(chunks[at]):
            return False
        end = at - 1
        while end >= 0 and chunks[end].kind in "At":
            end -= 1
        if end < 0:
            return False
        first = self._run_before(end) + 1
        pronoun = self.parsed.tokens[chunks[end].head].tag == "N"
        return pronoun or self._of_speaker(first, end) or self._of_the_group(first, end)

    def acts(self, phrase: Counted, verb: int) -> bool:
        """Whether a phrase is the object of what somebody does: "the army captured 20 soldiers"."""
        at = self._governing(phrase, verb)
        return at >= 0 and not self.parsed.passive(self.parsed.chunks[at])

    def _of_the_group(self, first: int, last: int) -> bool:
        """ "The group's fighters": of a body that was named before."""
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        run = tokens[chunks[first].start : chunks[last].end]
        owners = (one.lemma for one, other in pairwise(run) if other.tag == "'" or other.low == "s")
        return any(self.lexicon.class_of(lemma) == "organisation" for lemma in owners)

    def between(self, noun_class: str) -> Fact | None:
        """ "30 soldiers were killed in fighting between Malian and Chadian forces": nobody tells whose they are."""
        if not self.lexicon.is_a(noun_class, "combatant"):
            return None
        for one, other in pairwise(self.hits[:_MANY]):
            joined = self.text[one.end : other.start].strip() == "and" and one.name.country != other.name.country
            if joined and one.before == "between":
                return Fact(value="both", rule="P600", span=(one.start, other.end))
        return None

    @cached_property
    def speakers(self) -> list[Hit]:
        """The countries whose authorities speak in the sentence."""
        return [hit for hit in self.hits[:_MANY] if (self._authority(hit) or self._bare(hit)) and self._speaks(hit)]

    def _speaker(self, phrase: Counted) -> Hit | None:
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
            for other in self.hits[:_MANY]
            if low <= other.start < high and other.before not in _THERE and other is not self._joined_to(hit)
        }
        return hit if others <= {hit.name.country} else None

    def _authority(self, hit: Hit) -> bool:
        """Whether the words around a country's name make it an authority that speaks: "the Ministry of X of | Mali"."""
        of = _BODY_OF.search(self.text, max(0, hit.start - _BODY), hit.start)
        if of is not None and any(word in self.lexicon.groups["authority"] for word in of[0].lower().split()):
            return True
        behind = re.findall(r"[^\W_]+", self.text[hit.end : hit.end + 40].lower())[:4]
        return any(word in self.lexicon.groups["authority"] for word in behind)

    def _bare(self, hit: Hit) -> bool:
        """Whether a country's name alone is the subject of a verb: "Mali reports 71 dead soldiers"."""
        chunks, at = self.parsed.chunks, self._chunk_of(hit)
        if hit.name.kind != "country" or at is None:
            return False
        last = self.parsed.tokens[chunks[at].end - 1]
        if last.end != hit.end:  # "99 troops dead, Mali and Chad | report"
            return hit.after == last.low and hit.before == "and" and last.lemma in self.lexicon.groups["saying"]
        behind = next((chunk for chunk in chunks[at + 1 :] if chunk.kind not in "At"), None)
        return behind is not None and behind.kind == "VP" and hit.before not in _THERE

    def _chunk_of(self, hit: Hit) -> int | None:
        tokens = self.parsed.tokens
        return next((k for k, chunk in enumerate(self.parsed.chunks) if tokens[chunk.end - 1].end >= hit.end), None)

    def _speaks(self, hit: Hit) -> bool:
        """Whether the authority says the number, rather than doing what is told: "Sudan's army killed 40"."""
        tokens, chunks, at = self.parsed.tokens, self.parsed.chunks, self._chunk_of(hit)
        if at is None:
            return False
        if tokens[chunks[at].end - 1].end != hit.end and self._bare(hit):
            return True
        if any(token.low == "according" for token in tokens[max(0, chunks[at].start - _TITLE) : chunks[at].start]):
            return True
        if self._agent_of_saying(at):
            return True
        verb = next((chunk for chunk in chunks[at:] if chunk.kind in ("VP", ":")), None)
        if verb is not None and verb.kind == ":":
            return True  # Mali's PM Toure: 135 soldiers have fallen
        return (
            verb is not None
            and tokens[verb.head].lemma in self.lexicon.groups["saying"] | self.lexicon.groups["recording"]
        )

    def _agent_of_saying(self, at: int) -> bool:
        """ "40 were said (by the Malian authorities) to have died": whether a phrase is who says what is passive."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if at < _TWO or tokens[chunks[at - 1].start].low != "by" or not self.parsed.passive(chunks[at - 2]):
            return False
        return tokens[chunks[at - 2].head].lemma in self.lexicon.groups["saying"]

    def recorder(self, phrase: Counted, told: int) -> Hit | None:
        """The land that counts: "Haiti reported 239 dead", "Haiti's relief committee listed 174 dead, 96 missing"."""
        at = self._governing(phrase, told)
        if not (self._verb_is(at, "recording") or self._verb_is(at, "announcing")):
            return None
        return self.subject(self.parsed.chunks[at].head)

    def of_both(self, phrase: Counted, told: int) -> Fact | None:
        """ "Bringing the death toll on both sides to 40": both, where words before the number tell what is counted."""
        start, end = self.parsed.tokens[told].start, self.parsed.tokens[phrase.token].start
        both = self.lexicon.scene_words.both.search(self.text, start, end) if start < end else None
        return Fact(value="both", rule="P02", span=both.span()) if both else None

    def holder(self, phrase: Counted) -> Fact | None:
        """ "Syrian refugees, who constitute one million": the people named in what contains or is the counted."""
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        at = phrase.first - 1
        while at >= 0 and chunks[at].kind in "At":
            at -= 1
        if at < 0 or chunks[at].kind != "VP" or tokens[chunks[at].head].lemma not in self.lexicon.groups["making up"]:
            return None
        before = (hit for hit in self.hits if hit.end <= tokens[chunks[at].start].start and hit.name.kind == "demonym")
        named = [hit for hit in before if hit.before not in _NOT_ACTING]  # no "prisoners back from Malian captivity"
        return self._fact(named[-1:], "P09") if named else None

    def nearest(self, at: int) -> Fact | None:
        """The country nearest before a place in the text: for populations."""
        hit = self._last_before(at)
        return Fact(value=hit.name.country, rule="P07", span=(hit.start, hit.end)) if hit else None

    def fielded(self, phrase: Counted) -> Fact | None:
        """ "Georgia has 860 soldiers in Afghanistan": whose subject's verb has them or sends them is its."""
        at = phrase.first - 1
        while at >= 0 and self.parsed.chunks[at].kind in "At":
            at -= 1
        if at < 0 or not self.lexicon.is_a(phrase.noun_class, "combatant") or not self._verb_is(at, "fielding"):
            return None
        hit = self.subject(self.parsed.chunks[at].head) if self.parsed.chunks[at].kind == "VP" else None
        return self._fact([hit], "P24") if hit else None

    def suffers(self, phrase: Counted, verb: int) -> bool:
        """Whether the syntax tells who loses the counted: "lost 40", "inflicted 40 casualties", "its own"."""
        if (self._owner_word(phrase) >= 0 and verb < phrase.token) or self._whose_losses(verb) is not None:
            return True
        return any(self._verb_is(self._governing(phrase, verb), name) for name in ("suffering", "inflicting"))

    def sufferer(self, phrase: Counted, verb: int) -> Fact | None:
        """The subject of "lost" and "suffered", or whom 40 casualties were inflicted on."""
        if (theirs := self._whose_losses(verb)) is not None:
            return theirs
        at = self._governing(phrase, verb)
        if self._verb_is(at, "suffering") or self._has(phrase, verb):
            hit = self.subject(self.parsed.chunks[at].head)
            return self._fact([hit], "P12") if hit else None
        return self._upon(phrase) if self._verb_is(at, "inflicting") else None

    def _has(self, phrase: Counted, told: int) -> bool:
        """ "Kenya has 40 wounded": whether who has the harmed is the subject of the phrase's verb."""
        at = self._governing(phrase, told)
        inside = phrase.words[0] <= told < phrase.words[1]
        return inside and at >= 0 and self.parsed.tokens[self.parsed.chunks[at].head].low in _HAS

    def _losses(self, token: int) -> bool:
        """Whether a noun for losses tells the measure."""
        word = self.parsed.tokens[token]
        return word.tag == "n" and word.lemma in self.lexicon.groups["loss"]

    def _whose_losses(self, token: int) -> Fact | None:
        """ "Kenyan losses", "Kenya's losses", "the losses of the Kenyan army"."""
        if (own := self._own_losses(token)) is not None:
            return own
        if not self._losses(token):
            return None
        tokens, chunks, at = self.parsed.tokens, self.parsed.chunks, self.parsed.at[token]
        last = at + 2 if at + 2 < len(chunks) and tokens[chunks[at + 1].start].low in ("of", "among") else at
        found = self._distinct(tokens[chunks[at].start].start, tokens[chunks[last].end - 1].end)
        return self._fact(found, "P12") if found else None

    def _own_losses(self, token: int) -> Fact | None:
        """ "Kenya put its own dead at 40": the subject whose dead, wounded or losses they are."""
        tokens, chunks, at = self.parsed.tokens, self.parsed.chunks, self.parsed.at[token]
        if chunks[at].kind != "NP" or tokens[chunks[at].start].low not in _THEIRS:
            return None
        while at >= 0 and chunks[at].kind in ("NP", "P"):
            at -= 1
        hit = self.subject(chunks[at].head) if at >= 0 and chunks[at].kind == "VP" else None
        return self._fact([hit], "P12") if hit else None

    def _governing(self, phrase: Counted, verb: int) -> int:
        """The chunk of the verb that the phrase is an object of, alone or in a list; -1 where none is."""
        chunks, told = self.parsed.chunks, self.parsed.at[verb]
        if told > phrase.last:
            return -1  # "… and 146 civilians were wounded"
        at = phrase.first - 1
        while at >= 0 and (chunks[at].kind in "AtC," or self._counts(at) or self._state_of_number(at)):
            at -= 1
        if at >= 0 and chunks[at].kind == "VP":
            return at
        return told if told < phrase.first and chunks[told].kind == "VP" else -1

    def _counts(self, at: int) -> bool:
        chunk = self.parsed.chunks[at]
        return chunk.kind == "NP" and any(self.parsed.tokens[t].tag == "Q" for t in range(chunk.start, chunk.end))

    def _state_of_number(self, at: int) -> bool:
        """ "lost 64 killed and 146 wounded": a participle right behind a number."""
        chunk = self.parsed.chunks[at]
        return at > 0 and chunk.kind == "VP" and self.parsed.bare(chunk) and self._counts(at - 1)

    def _verb_is(self, at: int, group: str) -> bool:
        if at < 0 or self.parsed.passive(self.parsed.chunks[at]):
            return False
        return self.parsed.tokens[self.parsed.chunks[at].head].lemma in self.lexicon.groups[group]

    def _upon(self, phrase: Counted) -> Fact | None:
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        for at in range(phrase.last + 1, min(len(chunks) - 1, phrase.last + 4)):
            if tokens[chunks[at].start].low in _UPON and chunks[at + 1].kind == "NP":
                behind = chunks[at + 1]
                found = self._distinct(tokens[behind.start].start, tokens[behind.end - 1].end)
                return self._fact(found, "P12") if found else None
        return None

    def subject(self, verb: int) -> Hit | None:
        """The party that the subject of a verb names; behind "and" that of the verb before, for "it" the speaker."""
        chunks, at = self.parsed.chunks, self.parsed.at[verb]
        for _ in range(_STEPS):
            end, relative = at - 1, False
            while end >= 0 and (chunks[end].kind in "AtR" or (chunks[end].kind == "P" and chunks[end + 1].kind == "t")):
                relative = relative or chunks[end].kind == "R"
                end -= 1
            if end < 0:
                return None
            if relative and chunks[end].kind == "," and end > 0:
                return self._last_in(chunks[end - 1])
            earlier = next((k for k in range(end - 1, -1, -1) if chunks[k].kind == "VP"), -1)
            if chunks[end].kind == "VP":  # "has so far lost"
                at = end
                continue
            if chunks[end].kind in "C," and earlier >= 0:
                at = earlier
                continue
            if chunks[end].kind == ",":  # "Mali's army, in clashes with Chad, lost"
                end = over_aside(self.parsed, end)
            start = self._run_before(end)
            if self._stands_for_land(start + 1, end):
                return self._actor_before(self.parsed.tokens[chunks[start + 1].start].start)
            pronoun = self.parsed.tokens[chunks[end].head].tag == "N" or self._of_speaker(start + 1, end)
            if not pronoun or earlier < 0:
                return self._actor(start + 1, end)
            at = earlier
        return None

    def _last_in(self, chunk: Chunk) -> Hit | None:
        """The party that a relative clause is told of: "Mali, which lost 40 men"."""
        end = self.parsed.tokens[chunk.end - 1].end
        return next((hit for hit in reversed(self.hits) if hit.end == end), None)

    def _stands_for_land(self, first: int, last: int) -> bool:
        """ "According to Mali's army, the country lost 40 men": a subject that is a land named before."""
        tokens, chunk = self.parsed.tokens, self.parsed.chunks[first] if first == last else None
        if chunk is None or tokens[chunk.start].low != "the" or chunk.end - chunk.start != _TWO:
            return False
        head = tokens[chunk.head]
        return head.low == head.lemma and self.lexicon.class_of(head.lemma) == "country"

    def _of_speaker(self, first: int, last: int) -> bool:
        """ "its fighters": of who is the subject of the verb before."""
        opening = (self.parsed.tokens[chunk.start].low for chunk in self.parsed.chunks[first : last + 1])
        return any(low in _THEIRS for low in opening)

    def _run_before(self, end: int) -> int:
        """The chunk before the noun phrases that end at a chunk: "Fighters of Hamas in Gaza"."""
        chunks, at = self.parsed.chunks, end
        while at >= 0 and chunks[at].kind in _RUN:
            at -= 1
        return at

    def _actor(self, first: int, last: int) -> Hit | None:
        tokens, chunks = self.parsed.tokens, self.parsed.chunks
        if last < first:
            return None
        start, end = tokens[chunks[first].start].start, tokens[chunks[last].end - 1].end
        inside = [hit for hit in (*self.hits, *self.cities) if start <= hit.start and hit.end <= end]
        acting = [hit for hit in inside if hit.before not in _THERE and hit.before not in ("against", "from")]
        return min(acting, key=lambda hit: hit.start) if acting else None

    def beside(self, token: int) -> Fact | None:
        """The party on the noun that tells the measure: "put the Russian dead at 45"."""
        chunk = self.parsed.chunks[self.parsed.at[token]]
        start = self.parsed.tokens[chunk.start].start
        found = self._distinct(start, self.parsed.tokens[chunk.end - 1].end)
        in_row = any(hit.end < start and self.text[hit.end : start].strip() in (",", "&", "and") for hit in self.hits)
        # "the Mali, Niger flood toll" is of neither alone
        return self._fact(found, "P01") if found and chunk.kind == "NP" and not in_row else None
