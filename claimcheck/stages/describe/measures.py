"""Which word governs a quantity, and the measure that this word tells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.records import Fact
from claimcheck.rules.descriptions import Measure
from claimcheck.stages.describe.lexicon import Lexicon, Trigger
from claimcheck.stages.describe.phrases import Counted, Parsed

_CHAIN = 8  # how many quantities may ask one another for their measure
_FAR = 40  # chunks over which a governing word is looked for
_DEEP = 5  # how often a phrase may pass the question on to the one that it belongs to
_EITHER = frozenset(("killed", "injured"))
_COUNTING = frozenset(("count", "percent", "money", "area", "mass", "volume"))
_SKIPPED = frozenset('A"(')


@dataclass(frozen=True, slots=True)
class Found:
    """A measure with the tokens that tell it."""

    value: str
    rule: str
    start: int  # tokens
    end: int
    weak: bool = False
    unit: str = ""
    counted: str = ""  # the unit that the words before name: "the number of civilians killed rose to 45"
    state: bool = False  # told by an adjective
    derived: bool = False  # the lemma of a verb that no rule holds

    def fact(self, parsed: Parsed) -> Fact:
        """The measure with its span in the text."""
        return Fact(
            value=self.value, rule=self.rule, span=(parsed.tokens[self.start].start, parsed.tokens[self.end - 1].end)
        )


class Measurer:
    """Finds the measures of the quantities of one sentence."""

    def __init__(self, parsed: Parsed, phrases: dict[int, Counted], dimensions: dict[int, str], lexicon: Lexicon):
        self.parsed = parsed
        self.phrases = phrases  # by token
        self.dimensions = dimensions
        self.lexicon = lexicon
        self._known: dict[int, Found | None] = {}
        self._open: set[int] = set()

    def measure(self, token: int) -> Found | None:
        """The measure of the quantity at a token."""
        if token not in self._known:
            if token in self._open or len(self._open) > _CHAIN:
                return None
            self._open.add(token)
            found = self._decide(token)
            self._known[token] = self._or_wounded(found) if found else self._last_resort(token)
            self._open.discard(token)
        return self._known[token]

    # ── the order in which words are asked ────────────────────────────────────────────────────

    def _decide(self, token: int) -> Found | None:
        phrase = self.phrases[token]
        ask = _Asked(phrase.noun_class, self.dimensions[token], self._noun_lemma(phrase))
        own = self._own(phrase, ask)
        if own and not own.weak:
            return own
        if phrase.noun_class == "time":
            return self._times(phrase, ask)
        split = self._split_verb(phrase, ask)
        if split:
            return split
        # "150 of the 1,275 that they captured remain missing": what stands right behind tells of the 1,275.
        behind = self._behind(phrase.last, ask) if phrase.whole < 0 else None
        before = self._before(phrase.first, ask, 0)
        # "freed 17 soldiers captured in March": the verb before; "left 45 dead": the state behind.
        for found in (behind if behind and behind.state else None, before, behind):
            if found and not found.weak and not found.derived and found.value != "population":
                return found
        after = self._predicate(phrase.last, ask) if self._may_be_subject(phrase, token) else None
        # "whose population of 120,000 fled": what the people did tells more than that there were so many.
        if before and before.value == "population" and after and not after.weak and not after.derived:
            return after
        if after and not after.weak and not after.derived:
            return after
        shared = self._shared(phrase, token)
        if shared and not shared.derived:
            return shared
        for found in (before, after, own, behind, shared):
            if found and not found.derived:
                return found
        if self.dimensions[token] not in _COUNTING:
            return None
        return before or after

    def _split_verb(self, phrase: Counted, ask: _Asked) -> Found | None:
        """Set phrases around their object: "shot 5 people dead", "brought 33 people to safety"."""
        at = phrase.first - 1
        if at < 0 or self.parsed.chunks[at].kind != "VP":
            return None
        head = self.parsed.chunks[at].head
        end = max(phrase.words[1], phrase.token + 1)
        tokens = self.parsed.tokens
        for trigger in self.lexicon.triggers.get(tokens[head].lemma, ()):
            rest = trigger.words[1:]
            matched = (
                rest
                and len(tokens) >= end + len(rest)
                and all(word in (tokens[end + k].low, tokens[end + k].lemma) for k, word in enumerate(rest))
            )
            if matched and trigger.role == "done" and ask.allows(trigger.rule, self.lexicon):
                return Found(trigger.rule.name, trigger.rule.id, head, head + 1, unit=trigger.rule.unit)
        return None

    def speaks(self, token: int) -> bool:
        """Whether the counted are those who speak: "Two officials said"."""
        phrase = self.phrases[token]
        at = self._next_verb(phrase.last)
        if at is None or not self.lexicon.is_a(phrase.noun_class, "person"):
            return False
        chunk = self.parsed.chunks[at]
        return self.parsed.tokens[chunk.head].lemma in self.lexicon.groups["saying"] and not self.parsed.passive(chunk)

    def _or_wounded(self, found: Found) -> Found:
        """ "killed or wounded 45": casualties, unsaid which."""
        tokens, at = self.parsed.tokens, found.end
        if found.value not in _EITHER or at + 1 >= len(tokens) or tokens[at].low not in ("or", "and"):
            return found
        other = self._at(at + 1, ("done", "does", "state"), _Asked("person", "count", ""))
        if other is None or other.rule.name not in _EITHER or other.rule.name == found.value:
            return found
        return replace(found, value="casualties", end=at + 2)

    def _last_resort(self, token: int) -> Found | None:
        """A number without noun and verb goes on from the one before: "4,000 sandbags; another 2,000"."""
        phrase = self.phrases[token]
        if phrase.noun_class or self.dimensions[token] not in ("count", "percent"):
            return None
        ask = _Asked("", self.dimensions[token], "")
        return self._of_those(ask) or self._counted_before(token, ask)

    def _of_those(self, ask: _Asked) -> Found | None:
        """ "Of those killed, 61 percent were men"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if tokens[0].low not in ("of", "among", "out"):
            return None
        for at in range(1, min(len(chunks), 8)):
            if chunks[at].kind == ",":
                return None
            found = self._nouns_in(chunks[at].start, chunks[at].end, ask, roles=("noun", "state", "done", "does"))
            if found:
                return found
        return None

    def _times(self, phrase: Counted, ask: _Asked) -> Found | None:
        """ "violated the truce 100 times": the verb before."""
        for at in range(phrase.first - 1, max(-1, phrase.first - _FAR), -1):
            if self.parsed.chunks[at].kind == "VP":
                return self._verb(at, ("done", "does"), ask) or self._fallback(at)
        return None

    def _noun_lemma(self, phrase: Counted) -> str:
        return self.parsed.tokens[phrase.head].lemma if phrase.head >= 0 else ""

    # ── in the phrase itself ──────────────────────────────────────────────────────────────────

    def _own(self, phrase: Counted, ask: _Asked) -> Found | None:
        """The counted noun or a word before it: "45 deaths", "45 dead", "20 wounded soldiers"."""
        start, end = phrase.words
        for t in range(end - 1, start - 1, -1):
            trigger = self._at(t, ("noun",), ask.bare(), within=end)
            if trigger and phrase.head >= 0 and t + len(trigger.words) - 1 < phrase.head:
                trigger = None  # "admission fee"
            trigger = trigger or self._at(t, ("state", "done"), ask, within=end)
            if trigger is None:
                continue
            is_head = t + len(trigger.words) - 1 == phrase.head or phrase.head < 0
            person = self.lexicon.is_a(phrase.noun_class, "person") and phrase.noun_class != "casualty"
            weak = not is_head or (person and trigger.role == "noun") or trigger.rule.weak
            casualty = (
                phrase.head >= 0
                and self.parsed.tokens[phrase.head].lemma == trigger.words[-1]
                and (self.lexicon.nouns.get((trigger.words[-1],), ("", "", ""))[1] == "casualty")
            )
            return self._found(trigger, t, weak=weak and not casualty)
        return None

    # ── behind the phrase ─────────────────────────────────────────────────────────────────────

    def _behind(self, last: int, ask: _Asked) -> Found | None:
        """A state, participle, relative clause or infinitive right behind: "45 dead", "soldiers killed", "who died"."""
        at = last + 1
        chunks = self.parsed.chunks
        while at < len(chunks) and chunks[at].kind in _SKIPPED:
            at += 1
        if at >= len(chunks):
            return None
        chunk = chunks[at]
        if chunk.kind == "P" and self.parsed.tokens[chunk.start].low == "as":
            return self._state(chunk.end, ask)
        state = self._state(chunk.start, ask)
        if state and chunk.kind != "VP":
            return state
        if chunk.kind == "VP" and (self.parsed.bare(chunk) or self.parsed.tokens[chunk.start].tag in "TI"):
            return self._subject_of(at, ask)
        if chunk.kind == "R":
            return self._relative(at, ask)
        return None

    def _relative(self, at: int, ask: _Asked) -> Found | None:
        """ "who died"; "that the Armenians captured": in the second the counted are the object."""
        chunks = self.parsed.chunks
        if at + 1 < len(chunks) and chunks[at + 1].kind == "VP":
            return self._subject_of(at + 1, ask)
        if at + 2 < len(chunks) and chunks[at + 1].kind == "NP" and chunks[at + 2].kind == "VP":
            return self._verb(at + 2, ("done",), ask)
        return None

    def _predicate(self, last: int, ask: _Asked) -> Found | None:
        """The verb whose subject the phrase is, over what stands between."""
        at = self._next_verb(last)
        return self._subject_of(at, ask) if at is not None else None

    def _may_be_subject(self, phrase: Counted, token: int) -> bool:
        """A bare percentage is the subject of the verb right behind it only: "70 percent said"."""
        if self.dimensions[token] != "percent" or phrase.noun_class:
            return True
        behind = self.parsed.chunks[phrase.last + 1 : phrase.last + 3]
        return bool(behind) and (behind[0].kind == "VP" or (behind[0].kind == "A" and behind[-1].kind == "VP"))

    def _next_verb(self, last: int) -> int | None:
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        at, pending, inserted = last + 1, 0, False
        stop = min(len(chunks), last + _FAR)
        while at < stop:
            chunk = chunks[at]
            if chunk.kind == "VP":
                if tokens[chunk.start].tag == "T":
                    at += 1
                    continue
                if pending == 0 and not (self.parsed.bare(chunk) and inserted):
                    return at
                pending = max(0, pending - 1)
            elif chunk.kind == "R":
                pending += 1
            elif chunk.kind == "-":
                closing = next((k for k in range(at + 1, min(len(chunks), at + 16)) if chunks[k].kind == "-"), None)
                if closing is None:
                    return None
                at = closing
            elif chunk.kind in ";:.S":
                return None
            elif chunk.kind == ",":
                if inserted:
                    inserted = False
                elif self._insertion(at):
                    inserted = True
                elif not self._list_goes_on(at):
                    return None
            elif chunk.kind == "C" and not (at + 1 < len(chunks) and chunks[at + 1].kind in ("NP", "P")):
                return None
            elif chunk.kind == "C" and tokens[chunk.start].low == "but":
                return None
            at += 1
        return None

    def _list_goes_on(self, comma: int) -> bool:
        """ ", 12 wounded and …": whether the comma parts the members of a list."""
        chunks = self.parsed.chunks
        if comma + 2 >= len(chunks) or chunks[comma + 1].kind not in ("NP", "C"):
            return False
        member = chunks[comma + 1]
        counted = any(t in self.phrases for t in range(member.start, member.end))
        return member.kind == "C" or counted or chunks[comma + 2].kind in (",", "C")

    def _insertion(self, at: int) -> bool:
        """Whether the comma opens an aside that another comma closes."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if at + 1 >= len(chunks):
            return False
        closing = next((k for k in range(at + 2, min(at + 14, len(chunks))) if chunks[k].kind == ","), None)
        if closing is None:
            return False
        first = tokens[chunks[at + 1].start]
        if first.tag in "PAR" or first.low in ("most", "many", "some", "all", "both", "aged", "none"):
            return True
        # "Thousands of villagers, victims of the war, have been deprived …"
        after = chunks[closing + 1] if closing + 1 < len(chunks) else None
        return after is not None and after.kind == "VP" and not self.parsed.bare(after)

    def _subject_of(self, at: int, ask: _Asked) -> Found | None:
        """What the verb group says of its subject."""
        chunk = self.parsed.chunks[at]
        passive, bare = self.parsed.passive(chunk), self.parsed.bare(chunk)
        if (held := self._held_back(at, ask)) is not None:
            return held
        verb = self._verb(at, ("done", "does", "state") if passive or bare else ("does",), ask, subject=True)
        if verb and bare and self._last_role == "done" and self._has_object(at):
            verb = self._verb(at, ("does",), ask, subject=True)
            if verb is None:
                return None
        state = self._state(chunk.end, ask) if self._copular(at) else None
        if state and (verb is None or verb.weak):
            return state
        if verb or state:
            return verb or state
        if self.parsed.tokens[chunk.head].tag == "I" or (bare and self._verb_follows(at)):
            return None  # "28 pages related to the case were …"
        return self._fallback(at)

    def _held_back(self, at: int, ask: _Asked) -> Found | None:
        """ "were registered to vote": the passive, unless it passes its subject on ("were forced to flee")."""
        tokens, chunk = self.parsed.tokens, self.parsed.chunks[at]
        to = next((t for t in range(chunk.start, chunk.end) if tokens[t].tag == "T"), None)
        if to is None or to == chunk.start:
            return None
        main = to - 1
        if tokens[main].tag != "E" or tokens[main].lemma in self.lexicon.groups["raising"]:
            return None
        trigger = self._at(main, ("done",), ask)
        return self._found(trigger, main) if trigger else None

    def _verb_follows(self, at: int) -> bool:
        for chunk in self.parsed.chunks[at + 1 : at + _FAR]:
            if chunk.kind in ",;:.CRS":
                return False
            if chunk.kind == "VP" and not self.parsed.bare(chunk):
                return True
        return False

    def _copular(self, at: int) -> bool:
        chunk = self.parsed.chunks[at]
        head = self.parsed.tokens[chunk.head]
        return head.tag == "X" or head.lemma in self.lexicon.groups["copular"]

    def _has_object(self, at: int) -> bool:
        chunks = self.parsed.chunks
        if at + 1 >= len(chunks) or chunks[at + 1].kind != "NP":
            return False
        return self.parsed.tokens[chunks[at + 1].start].tag not in "t"

    def _state(self, token: int, ask: _Asked) -> Found | None:
        """A state at a token, over adverbs: "still missing"."""
        tokens = self.parsed.tokens
        while token < len(tokens) and tokens[token].tag == "A":
            token += 1
        if token >= len(tokens):
            return None
        if tokens[token].low == "among" and token + 1 < len(tokens):  # "were among the dead"
            chunk = self.parsed.chunks[self.parsed.at[token + 1]]
            return self._nouns_in(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
        trigger = self._at(token, ("state",), ask)
        if trigger and (end := token + len(trigger.words)) < len(tokens) and tokens[end].tag in "nM":
            return None  # "dead bodies"
        return self._found(trigger, token) if trigger else None

    # ── before the phrase ─────────────────────────────────────────────────────────────────────

    def _before(self, first: int, ask: _Asked, depth: int) -> Found | None:
        """The verb or noun that the phrase hangs on, by what stands before it."""
        if depth > _DEEP:
            return None
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        at = first - 1
        while at >= 0 and (
            chunks[at].kind in _SKIPPED
            or (
                chunks[at].kind == "NP" and chunks[at].start == chunks[at].head and tokens[chunks[at].start].tag in "DJ"
            )
        ):
            at -= 1
        if at < 0:
            return None
        chunk = chunks[at]
        word = tokens[chunk.start].low
        if chunk.kind == "VP":
            return self._object_of(at, ask, depth)
        if chunk.kind == "P" and word == "of":
            return self._of(at - 1, ask, depth)
        if chunk.kind == "P" and word in self.lexicon.groups["containing"]:
            return self._contained(at, ask, depth)
        if chunk.kind == "P":
            return self._behind_preposition(at, ask, depth)
        if chunk.kind == ":" and at > 0:
            return self._region(at - 1, ask) or (None if ask.noun_class else self._counted_before(chunk.start, ask))
        if chunk.kind == "-":
            return self._counted_before(chunk.start, ask)  # "21 people - 19 children and two teachers - died"
        if chunk.kind == "NP" and at > 0 and chunks[at - 1].kind == "VP":
            # "pushing the death toll above 680"; "cost the company 45 jobs"
            named = self._nouns_in(chunk.start, chunk.end, ask) if not ask.noun_class else None
            return named or self._object_of(at - 1, ask, depth)
        return None

    def _counted_before(self, token: int, ask: _Asked) -> Found | None:
        """ "killed 208 people: 129 in the south, …": the measure of the number that the list takes apart."""
        back = max((t for t in range(max(0, token - 60), token) if t in self.phrases), default=None)
        if back is None or self.dimensions[back] != "count":
            return None
        return self.measure(back)

    def _object_of(self, at: int, ask: _Asked, depth: int) -> Found | None:
        chunk = self.parsed.chunks[at]
        head = self.parsed.tokens[chunk.head]
        verb = self._verb(at, ("done",), ask)
        if verb and not verb.weak:
            return verb
        if head.lemma in self.lexicon.groups["counting"] or head.tag == "X":
            region = self._region(at, ask)
            if region:
                return region
        if head.lemma in self.lexicon.groups["containing"]:
            return self._contained(at, ask, depth)
        return verb or self._fallback(at)

    def _of(self, at: int, ask: _Asked, depth: int) -> Found | None:
        """ "the killing of 45": the noun before "of", or what that noun belongs to."""
        chunks = self.parsed.chunks
        if at < 0 or chunks[at].kind != "NP":
            return self._before(at + 1, ask, depth + 1) if at >= 0 and chunks[at].kind == "P" else None
        noun = self._nouns_in(chunks[at].start, chunks[at].end, ask)
        if noun:
            return noun
        lemma = self.parsed.tokens[chunks[at].head].lemma
        ask = _Asked(ask.noun_class, ask.dimension, lemma) if lemma in self.lexicon.groups["transparent"] else ask
        return self._of_whole(at, ask, depth + 1)

    def _of_whole(self, at: int, ask: _Asked, depth: int) -> Found | None:
        """What happens to a noun phrase that holds the counted one."""
        behind = self._behind(at + 2, ask)
        if behind and not behind.derived:
            return behind
        before = self._before(at, ask, depth)
        if before and not before.derived:
            return before
        after = self._predicate(at + 2, ask) if at + 2 < len(self.parsed.chunks) else None
        return after or before

    def _contained(self, at: int, ask: _Asked, depth: int) -> Found | None:
        """ "including 169 women", "a grave containing 5 bodies": what is told of the whole."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        listing = tokens[chunks[at].start].low not in ("with", "among")
        for back in range(at - 1, max(-1, at - _FAR), -1):
            chunk = chunks[back]
            if chunk.kind in ";." or (chunk.kind == "," and not listing):
                return None
            if chunk.kind == "NP":
                inside = next((t for t in range(chunk.start, chunk.end) if t in self.phrases), None)
                if inside is not None:
                    return self.measure(inside)
                noun = self._nouns_in(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
                if noun:
                    return noun
            if chunk.kind == "VP" and tokens[chunk.head].lemma not in self.lexicon.groups["containing"]:
                return self._verb(back, ("done", "does"), ask)
        return None

    def _behind_preposition(self, at: int, ask: _Asked, depth: int) -> Found | None:
        """ "rose to 45", "put the number of dead at 45", "a toll from 45 to 60"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        word = tokens[chunks[at].start].low
        if word in ("to", "at", "by", "from", "above", "over", "below", "under", "past", "for"):
            for back in range(at - 1, max(-1, at - _FAR), -1):
                if chunks[back].kind in ";.S:":
                    break
                if chunks[back].kind == "VP":
                    own = self._verb(back, ("done",), ask) if ask.dimension not in ("count", "percent") else None
                    if own and not own.weak:
                        return own  # "sentenced to 15 years"
                    if tokens[chunks[back].head].lemma in self.lexicon.groups["counting"]:
                        return self._region(at, ask)
                    break
        return None

    def _region(self, at: int, ask: _Asked) -> Found | None:
        """The first word that names a measure in the noun phrases that end at a chunk: "The number of people killed"."""
        while at >= 0:
            while at >= 0 and self._counts(at):
                at -= 1
            at = self._over_aside(at)
            start = at
            while start >= 0 and at - start < _FAR and self._in_region(start):
                start -= 1
            found = self._named_between(start + 1, at + 1, ask)
            if found or start < 0 or self.parsed.chunks[start].kind != "VP" or start == at:
                return found
            at = start
        return None

    def _counts(self, at: int) -> bool:
        """Prepositions, adverbs and the verb that says how large: "has risen to", "now stands at"."""
        chunk = self.parsed.chunks[at]
        if chunk.kind != "VP":
            return chunk.kind in ("P", "A")
        counting = self.parsed.tokens[chunk.head].lemma in self.lexicon.groups["counting"]
        return counting or not self.parsed.bare(chunk)

    def _over_aside(self, at: int) -> int:
        """ "the toll, which stood at 40, had risen to": from the verb to the noun that it says something of."""
        chunks = self.parsed.chunks
        if at >= 1 and chunks[at].kind == "R":
            return at - 2 if chunks[at - 1].kind == "," else at - 1
        if at >= 0 and chunks[at].kind == ",":
            opening = next((k for k in range(at - 1, max(-1, at - 12), -1) if chunks[k].kind == ","), -1)
            return opening - 1 if opening > 0 else at
        return at

    def _in_region(self, at: int) -> bool:
        chunk = self.parsed.chunks[at]
        return chunk.kind in ("NP", "P", "A", "t", "'") or (
            chunk.kind == "VP" and self.parsed.bare(chunk) and not self._has_object(at)
        )

    def _named_between(self, start: int, end: int, ask: _Asked) -> Found | None:
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        person = ""
        for index in range(start, end):
            chunk = chunks[index]
            found = None
            if chunk.kind == "NP":
                found = self._nouns_in(chunk.start, chunk.end, ask, roles=("noun", "state"))
                person = person or self._person_in(chunk.start, chunk.end)
            elif chunk.kind == "VP" and tokens[chunk.head].lemma not in self.lexicon.groups["counting"]:
                found = self._verb(index, ("done", "does"), ask)
            if found and not (found.weak and chunk.kind == "VP"):
                return replace(found, counted=person)
        return None

    def _person_in(self, start: int, end: int) -> str:
        """The unit of the first noun for people among the tokens: "civilian casualties"."""
        for t in range(start, end):
            unit, noun_class, _ = self.lexicon.nouns.get((self.parsed.tokens[t].lemma,), ("", "", ""))
            if noun_class != "casualty" and self.lexicon.is_a(noun_class, "person"):
                return unit
        return ""

    # ── with its neighbours ───────────────────────────────────────────────────────────────────

    def _shared(self, phrase: Counted, token: int) -> Found | None:
        """ "3,209 soldiers and 774 civilians": the measure of the quantity that this one is joined to."""
        chunks = self.parsed.chunks
        if phrase.whole >= 0 and phrase.whole in self.phrases:
            whole = self.measure(phrase.whole)
            if whole:
                return whole
        at = phrase.first - 1
        while at >= 0 and chunks[at].kind in 'C,A("':
            at -= 1
        if at < 0 or at == phrase.first - 1:
            return None
        if chunks[at].kind == "-":  # "took the town – a stronghold – and seven villages"
            at = next((back - 1 for back in range(at - 1, -1, -1) if chunks[back].kind == "-"), -1)
        for back in range(at, max(-1, at - _FAR), -1):
            chunk = chunks[back]
            if chunk.kind == "NP":
                inside = next((t for t in range(chunk.start, chunk.end) if t in self.phrases), None)
                if inside is not None and inside < token:
                    # "lost 1,140 soldiers and 12 tanks": the verb may tell another thing of other nouns.
                    return self._afresh(inside, phrase, token) or self.measure(inside)
                if inside is not None:
                    return None
                if back == at or chunks[back + 1].kind == "P":
                    ask = _Asked(phrase.noun_class, self.dimensions[token], self._noun_lemma(phrase))
                    found = self._before(back, ask, 1)
                    if found:
                        return found
            elif chunk.kind not in ("P", "A", "t", "'"):
                return None
        return None

    def _afresh(self, earlier: int, phrase: Counted, token: int) -> Found | None:
        found = (
            self._before(
                self.phrases[earlier].first,
                _Asked(phrase.noun_class, self.dimensions[token], self._noun_lemma(phrase)),
                1,
            )
            if phrase.noun_class
            else None
        )
        return found if found and not found.derived and not found.weak else None

    # ── words ─────────────────────────────────────────────────────────────────────────────────

    _last_role = ""

    def _verb(self, at: int, roles: tuple[str, ...], ask: _Asked, *, subject: bool = False) -> Found | None:
        """The measure that a verb group tells, its last verb first."""
        chunk = self.parsed.chunks[at]
        passive = self.parsed.passive(chunk)
        for t in range(chunk.end - 1, chunk.start - 1, -1):
            if self.parsed.tokens[t].tag not in "VEI":
                continue
            wanted = roles
            if subject and t != chunk.head:
                wanted = ("done",)
            trigger = self._at(t, wanted, ask)
            if trigger:
                self._last_role = trigger.role
                return self._found(trigger, t)
        return None

    def _nouns_in(self, start: int, end: int, ask: _Asked, roles: tuple[str, ...] = ("noun",)) -> Found | None:
        for t in range(end - 1, start - 1, -1):
            trigger = self._at(t, roles, ask, within=end) or self._at(t, roles, ask.bare(), within=end)
            if trigger:
                first = t
                for earlier in range(max(start, t - 2), t):  # "death toll" rather than "toll"
                    longer = self._at(earlier, roles, ask.bare(), within=end)
                    if longer and earlier + len(longer.words) > t:
                        trigger, first = longer, earlier
                        break
                return self._found(trigger, first)
        return None

    def _at(self, token: int, roles: tuple[str, ...], ask: _Asked, within: int | None = None) -> Trigger | None:
        tokens = self.parsed.tokens
        first = tokens[token]
        if first.tag not in "VEI":
            roles = tuple(role for role in roles if role not in ("done", "does"))
        for key in (first.lemma, first.low) if first.lemma != first.low else (first.lemma,):
            for trigger in self.lexicon.triggers.get(key, ()):
                if (
                    trigger.role in roles
                    and self._follows(token, trigger.words, within)
                    and ask.allows(trigger.rule, self.lexicon)
                ):
                    return trigger
        return None

    def _follows(self, token: int, words: tuple[str, ...], within: int | None) -> bool:
        tokens = self.parsed.tokens
        at = token + 1
        for word in words[1:]:
            while at < len(tokens) and tokens[at].tag == "A" and tokens[at].low != word:
                at += 1
            if (
                at >= len(tokens)
                or (within is not None and at >= within)
                or word not in (tokens[at].low, tokens[at].lemma)
            ):
                return False
            at += 1
        return True

    def _found(self, trigger: Trigger, token: int, weak: bool | None = None) -> Found:
        rule = trigger.rule
        return Found(
            rule.name,
            rule.id,
            token,
            min(token + len(trigger.words), len(self.parsed.tokens)),
            rule.weak if weak is None else weak,
            rule.unit,
            state=trigger.role == "state",
        )

    def _fallback(self, at: int) -> Found | None:
        """The verb's own lemma, where no rule holds it."""
        chunk = self.parsed.chunks[at]
        head = self.parsed.tokens[chunk.head]
        skipped = head.tag not in "VEI" or any(
            head.lemma in self.lexicon.groups[name] for name in ("counting", "saying", "containing", "copular")
        )
        known = any(trigger.role == "done" for trigger in self.lexicon.triggers.get(head.lemma, ()))
        # "200 rebels killed": those who do what a measure tells are not what it counts.
        if skipped or (known and not self.parsed.passive(chunk)):
            return None
        return Found(self.lexicon.participle(head.lemma), "M00", chunk.head, chunk.head + 1, derived=True)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a measure must fit: the counted class, the dimension, the counted noun."""

    noun_class: str
    dimension: str
    lemma: str

    def bare(self) -> _Asked:
        """The same for a noun that names the measure itself: whatever is counted."""
        return _Asked("", self.dimension, self.lemma)

    def allows(self, rule: Measure, lexicon: Lexicon) -> bool:
        """Whether the rule may read a measure off words about this."""
        if rule.dimensions and self.dimension not in rule.dimensions:
            return False
        if not rule.dimensions and self.dimension not in _COUNTING:
            return False
        if rule.words:
            return self.lemma in rule.words
        if not rule.classes:
            return True
        if not self.noun_class:
            return "none" in rule.classes
        return any(lexicon.is_a(self.noun_class, name) for name in rule.classes)
