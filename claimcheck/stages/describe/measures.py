"""Which word governs a quantity, and the measure that this word tells."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from claimcheck.rules.descriptions import Measure
from claimcheck.stages.describe import clauses
from claimcheck.stages.describe.clauses import FAR
from claimcheck.stages.describe.lexicon import Lexicon
from claimcheck.stages.describe.phrases import Chunk, Counted, Parsed
from claimcheck.stages.describe.triggers import COUNTING, Asked, Found, Triggers, found_by

_CHAIN = 8  # how many quantities may ask one another for their measure
_DEEP = 5  # how often a phrase may pass the question on to the one that it belongs to
_ELLIPSIS = 14  # words over which a number without its noun goes on from the one before
_BACK = 60  # tokens within which a list goes on from an earlier number
_VICTIMS = "M94"  # the noun alone: it says no more than that something befell them
_SOME = frozenset(
    ("half", "third", "thirds", "quarter", "quarters", "most", "majority", "some", "many", "few", "several")
)
# Of some the one, of some the other: "killed or wounded 45", "300 were damaged or destroyed".
_EITHER = {
    frozenset(("killed", "injured")): "casualties",
    frozenset(("damaged", "destroyed")): "damaged",  # at least that
}
_RESULTING = frozenset(("leave", "see"))  # verbs that a state follows over their object: "left 45 wounded"
_AWAY = 10  # chunks within which a verb of leaving has its state: "left 23 civilians, nine of them children, dead"
_SKIPPED = frozenset('A"(')
_TOWARDS = frozenset(("to", "at", "by", "from", "above", "over", "below", "under", "past", "for"))
_THINGS = ("person", "weapon", "vehicle", "building", "animal")  # classes that "the number of …" may count


class Measurer:
    """Finds the measures of the quantities of one sentence."""

    def __init__(
        self,
        parsed: Parsed,
        phrases: dict[int, Counted],
        dimensions: dict[int, str],
        kinds: frozenset[str],
        lexicon: Lexicon,
    ) -> None:
        self.parsed = parsed
        self.phrases = phrases  # by token
        self.dimensions = dimensions
        self.lexicon = lexicon
        self.words = Triggers(parsed, kinds, lexicon)
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

    def speaks(self, token: int) -> bool:
        """Whether the counted are those who speak: "Two officials said"."""
        phrase = self.phrases[token]
        at = clauses.verb_of(self.parsed, phrase.last, self.phrases)
        if at is None or not self.lexicon.is_a(phrase.noun_class, "person"):
            return False
        chunk = self.parsed.chunks[at]
        if not self._is(chunk, "saying") and self.parsed.bare(chunk) and clauses.verb_follows(self.parsed, at):
            further = clauses.verb_of(self.parsed, at, self.phrases)  # "two men interviewed said"
            chunk = self.parsed.chunks[further] if further is not None else chunk
        return self._is(chunk, "saying") and not self.parsed.passive(chunk)

    def refers_back(self, token: int) -> bool:
        """Whether the number is said to be a figure told before: "put the figure at 29", "brought the total to 45"."""
        return self._leaves_out(token) and self._counts_again(self.phrases[token])

    def answers(self, token: int) -> bool:
        """Whether a bare number is another word on the last one: "Police counted 20, the unions spoke of 60"."""
        phrase, chunks = self.phrases[token], self.parsed.chunks
        if not self._leaves_out(token) or phrase.first < 2 or chunks[phrase.first - 1].kind != "P":
            return False
        return chunks[phrase.first - 2].kind == "VP" and self._is(chunks[phrase.first - 2], "number talk")

    def _leaves_out(self, token: int) -> bool:
        return not self.phrases[token].noun_class and self.dimensions[token] == "count"

    def _counts_again(self, phrase: Counted) -> bool:
        chunks = self.parsed.chunks
        for back in range(phrase.first - 1, max(-1, phrase.first - 4), -1):
            if chunks[back].kind == "NP":
                return self._is(chunks[back], "figure")
            if chunks[back].kind not in ("P", "A", "VP"):
                return False
        return False

    # ── the order in which words are asked ────────────────────────────────────────────────────

    def _decide(self, token: int) -> Found | None:
        phrase = self.phrases[token]
        ask = Asked.of(phrase, self.dimensions[token], self.parsed)
        if phrase.noun_class == "time":
            return self._times(phrase, ask)
        asked: list[Found | None] = []
        for found in self._candidates(phrase, token, ask):
            if found and found.strong:
                return found
            asked.append(found)
        own, behind, before, after, shared = asked[0], asked[2], asked[3], asked[5], asked[6]
        if own and phrase.head >= 0 and own.rule == _VICTIMS and (done := self._done_to(phrase, before)):
            return done
        for found in (before, after, own, behind, shared):
            if found and not found.derived:
                return found
        return (before or after) if self.dimensions[token] in COUNTING else None

    def _candidates(self, phrase: Counted, token: int, ask: Asked) -> Iterable[Found | None]:
        """What may tell the measure, the surest first: the first strong one decides."""
        yield self._own(phrase, ask)
        yield self._split_verb(phrase, ask)
        # "150 of the 1,275 that they captured remain missing": what stands right behind tells of the 1,275.
        told_of_part = self._tells_of_part(phrase, token)
        behind = None if told_of_part or self._tells_of_whole(phrase) else self._behind(phrase.last, ask)
        of_another = self._of_another(phrase.first)  # "a poll of 400 voters released on Friday"
        if of_another and behind and not (behind.state or behind.harm) and not self._of_people(phrase.first):
            behind = None
        behind = self._left_as(phrase, ask) or behind
        # "left 45 dead": the state behind; "freed 17 soldiers captured in March": the verb before.
        yield behind if behind and behind.state else None if behind is None else replace(behind, weak=True)
        yield self._verb_before(phrase, ask)
        yield behind
        subject = not (of_another or self._is_whole(phrase, token)) and self._may_be_subject(phrase, token)
        yield self._predicate(phrase.first, phrase.last, ask) if subject else None
        yield self._shared(phrase, token)
        yield (
            self._behind(phrase.last, ask) if phrase.whole < 0 and not told_of_part else None
        )  # "three of the men killed were fathers"

    def _verb_before(self, phrase: Counted, ask: Asked) -> Found | None:
        """What stands before; a number without its noun counts what the one before does: "killed 40 men, lost 12"."""
        found = self._before(phrase.first, ask, 0)
        if (found and found.strong) or ask.noun_class or phrase.first == 0:
            return found
        back = max((t for t in self.phrases if phrase.token - _ELLIPSIS <= t < phrase.token), default=None)
        if back is None or not self.phrases[back].noun_class:
            return found
        other = self._before(phrase.first, replace(ask, noun_class=self.phrases[back].noun_class), 0)
        return other if other and other.strong else found

    def _is_whole(self, phrase: Counted, token: int) -> bool:
        """ "15 of the 80 survived", "of the 80, 15 survived": what is told is told of the 15."""
        before = self.parsed.tokens[self.parsed.chunks[phrase.first - 1].start] if phrase.first == 1 else None
        opens = before is not None and before.low in ("of", "among")
        return opens or self._some_of(phrase) or any(other.whole == token for other in self.phrases.values())

    def _some_of(self, phrase: Counted) -> bool:
        """ "Half of the 600": a part that is no number."""
        tokens, first = self.parsed.tokens, self.parsed.chunks[phrase.first].start
        return first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in _SOME

    def _tells_of_part(self, phrase: Counted, token: int) -> bool:
        """ "15 of the 80 survived": the verb right behind a whole is that of its part, where no other is."""
        part = next((other for other in self.phrases.values() if other.whole == token), None)
        chunks, at = self.parsed.chunks, phrase.last + 1
        if part is None or at >= len(chunks) or chunks[at].kind != "VP":
            return False
        is_object = part.first > 0 and chunks[part.first - 1].kind == "VP"
        return self.parsed.bare(chunks[at]) and not is_object and not clauses.verb_follows(self.parsed, at)

    def _tells_of_whole(self, phrase: Counted) -> bool:
        """ "15 of the men captured in May were freed": what stands right behind tells of all of them."""
        if phrase.whole >= 0:
            return True
        chunks, at = self.parsed.chunks, phrase.last + 1
        if phrase.first == phrase.last or self.parsed.tokens[chunks[phrase.last].start].tag != "D":
            return False
        reduced = at < len(chunks) and chunks[at].kind == "VP" and self.parsed.bare(chunks[at])
        return reduced and clauses.verb_follows(self.parsed, at)

    def _done_to(self, phrase: Counted, before: Found | None) -> Found | None:
        """What a verb does to or for victims of whatever: "ruled in favour of seven victims"."""
        chunks, at = self.parsed.chunks, phrase.first - 1
        if before and before.derived:
            return None if self._is(chunks[self.parsed.at[before.start]], "leaving") else before
        if at < 0 or chunks[at].kind != "P":
            return None
        while at >= 0 and chunks[at].kind in ("P", "NP"):
            at -= 1
        return self.words.governing(chunks[at]) if at >= 0 and chunks[at].kind == "VP" else None

    def _of_another(self, first: int) -> bool:
        """Whether the phrase hangs on a noun of its own by "of"."""
        chunks = self.parsed.chunks
        if first < 2 or self.parsed.tokens[chunks[first - 1].start].low != "of" or chunks[first - 2].kind != "NP":
            return False
        head = chunks[first - 2]
        return not self._is(head, "transparent") and self._counted_in(head) is None

    def _of_people(self, first: int) -> bool:
        """ "relatives of the 49 people killed": what stands behind tells of the people."""
        tokens, head = self.parsed.tokens, self.parsed.chunks[first - 2].head
        noun_class = self.lexicon.nouns.get((tokens[head].lemma,), ("", "", ""))[1]
        return noun_class == "family" or self.lexicon.is_a(noun_class, "person")

    def _or_wounded(self, found: Found) -> Found:
        """ "killed or wounded 45": casualties, unsaid which."""
        tokens = self.parsed.tokens
        for joint, at in ((found.end, found.end + 1), (found.start - 1, found.start - 2)):
            if 0 <= at < len(tokens) and 0 < joint < len(tokens) and tokens[joint].low in ("or", "and"):
                other = self.words.at(at, ("done", "does", "state"), Asked("person", "count"))
                both = _EITHER.get(frozenset((found.value, other.rule.name))) if other else None
                if both:
                    return replace(found, value=both, start=min(at, found.start), end=max(at + 1, found.end))
        return found

    def _last_resort(self, token: int) -> Found | None:
        """A number without noun and verb goes on from the one before: "4,000 sandbags; another 2,000"."""
        if self.phrases[token].noun_class or self.dimensions[token] not in ("count", "percent"):
            return None
        return (
            self._corrected(token) or self._of_those(Asked("", self.dimensions[token])) or self._counted_before(token)
        )

    def _corrected(self, token: int) -> Found | None:
        """ "Not 40 but 60 people died": the 40 are what the 60 are."""
        chunks, at = self.parsed.chunks, self.phrases[token].last + 1
        if at + 1 >= len(chunks) or self.parsed.tokens[chunks[at].start].low != "but" or chunks[at + 1].kind != "NP":
            return None
        other = self._counted_in(chunks[at + 1])
        return self.measure(other) if other is not None else None

    def _of_those(self, ask: Asked) -> Found | None:
        """ "Of those killed, 61 percent were men"."""
        chunks, tokens = self.parsed.chunks, self.parsed.tokens
        if tokens[0].low not in ("of", "among", "out"):
            return None
        for chunk in chunks[1:8]:
            if chunk.kind == ",":
                return None
            found = self.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done", "does"))
            if found:
                return found
        return None

    def _counted_before(self, token: int) -> Found | None:
        """ "killed 208 people: 129 in the south, …": the measure of the number that the list takes apart."""
        back = max((t for t in range(max(0, token - _BACK), token) if t in self.phrases), default=None)
        return self.measure(back) if back is not None and self.dimensions[back] == "count" else None

    def _times(self, phrase: Counted, ask: Asked) -> Found | None:
        """ "violated the truce 100 times": the verb before."""
        for at in range(phrase.first - 1, max(-1, phrase.first - FAR), -1):
            chunk = self.parsed.chunks[at]
            if chunk.kind == "VP":
                return self.words.verb(chunk, ("done", "does"), ask) or self.words.governing(chunk)
        return None

    # ── in and around the phrase ──────────────────────────────────────────────────────────────

    def _own(self, phrase: Counted, ask: Asked) -> Found | None:
        """The counted noun or a word before it: "45 deaths", "45 dead", "20 wounded soldiers"."""
        start, end = phrase.words
        for t in range(end - 1, start - 1, -1):
            trigger = self.words.at(t, ("noun",), ask.bare(), within=end)
            if trigger and phrase.head >= 0 and t + len(trigger.words) - 1 < phrase.head:
                trigger = None  # "admission fee"
            if trigger and phrase.noun_class == "event" and not _befalls(trigger.rule, "event"):
                trigger = None  # "two dozen rallies" are no crowd
            # "wounded soldiers", but no "manufacturing jobs"
            suffered = ("state", "done") if self.parsed.tokens[t].tag == "E" else ("state",)
            trigger = trigger or self.words.at(t, suffered, ask, within=end)
            if trigger and trigger.role == "done" and not (trigger.rule.harm or trigger.rule.happens):
                trigger = None  # "registered voters"
            if trigger:
                weak = self._yields(phrase, trigger.role, t + len(trigger.words) - 1)
                # "made a $5,000 donation": the noun knows best what money is for.
                yields = trigger.rule.weak and not (ask.dimension == "money" and t == phrase.head)
                return found_by(trigger, t, weak=weak or yields)
        return None

    def _yields(self, phrase: Counted, role: str, last: int) -> bool:
        """Whether a measure in the phrase gives way to a verb: "40 refugees were killed", "two of the injured died"."""
        if phrase.first != phrase.last or (phrase.head >= 0 and last != phrase.head):
            return True
        people = self.lexicon.is_a(phrase.noun_class, "person") and phrase.noun_class != "casualty"
        return people and role == "noun"

    def _split_verb(self, phrase: Counted, ask: Asked) -> Found | None:
        """Set phrases around their object: "shot 5 people dead", "brought 33 people to safety"."""
        at = phrase.first - 1
        if at < 0 or self.parsed.chunks[at].kind != "VP":
            return None
        tokens, head = self.parsed.tokens, self.parsed.chunks[at].head
        end = max(phrase.words[1], phrase.token + 1)
        for trigger in self.lexicon.triggers.get(tokens[head].lemma, ()):
            rest = trigger.words[1:]
            if not rest or trigger.role != "done" or not ask.allows(trigger.rule, self.lexicon):
                continue
            behind = tokens[end : end + len(rest)]
            if len(behind) == len(rest) and all(
                word in (token.low, token.lemma) for word, token in zip(rest, behind, strict=True)
            ):
                return replace(found_by(trigger, head), end=head + 1)
        return None

    # ── behind the phrase ─────────────────────────────────────────────────────────────────────

    def _behind(self, last: int, ask: Asked) -> Found | None:
        """A state, participle, relative clause or infinitive right behind: "45 dead", "soldiers killed", "who died"."""
        at, chunks = last + 1, self.parsed.chunks
        while at < len(chunks) and chunks[at].kind in _SKIPPED:
            at += 1
        # "the 154 people, 26 of them foreigners, who died"
        closing = clauses.aside_end(self.parsed, at)
        if closing is not None and closing + 1 < len(chunks) and chunks[closing + 1].kind == "R":
            at = closing + 1
        if at >= len(chunks):
            return None
        chunk = chunks[at]
        first = self.parsed.tokens[chunk.start]
        if chunk.kind == "P" and first.low == "as":
            return self._state(chunk.end, ask)
        if chunk.kind == "P" and first.low == "in" and ask.dimension == "money" and at + 1 < len(chunks):
            return self.words.nouns(chunks[at + 1].start, chunks[at + 1].end, ask)  # "$40 million in loans"
        if chunk.kind == "VP":
            return self._subject_of(at, ask) if self.parsed.bare(chunk) or first.tag in "TI" else None
        return self._relative(at, ask) if chunk.kind == "R" else self._state(chunk.start, ask)

    def _left_as(self, phrase: Counted, ask: Asked) -> Found | None:
        """ "left 23 civilians - including nine children - dead", "leaving eight people injured"."""
        chunks = self.parsed.chunks
        before = chunks[phrase.first - 1] if phrase.first else None
        if before is None or before.kind != "VP" or self.parsed.tokens[before.head].lemma not in _RESULTING:
            return None
        for chunk in chunks[phrase.last + 1 : phrase.last + _AWAY]:
            if chunk.kind in ";:.RSC":
                return None
            found = self._state(chunk.start, ask)
            if found is None and self.parsed.tokens[chunk.start].low == "with":
                with_what = self.parsed.chunks[self.parsed.at[min(chunk.end, len(self.parsed.tokens) - 1)]]
                found = self.words.nouns(with_what.start, with_what.end, ask)  # "with serious injuries"
            if found is None and self.parsed.bare(chunk):
                found = self.words.acts_on(chunk, ask)
            if found:
                return replace(found, state=True) if found.harm else None
            if chunk.kind == "VP":
                return None
        return None

    def _relative(self, at: int, ask: Asked) -> Found | None:
        """ "who died"; "that the Armenians captured": in the second the counted are the object."""
        chunks = self.parsed.chunks
        if at + 1 < len(chunks) and chunks[at + 1].kind == "VP":
            return self._subject_of(at + 1, ask)
        if at + 2 < len(chunks) and chunks[at + 1].kind == "NP" and chunks[at + 2].kind == "VP":
            return self.words.acts_on(chunks[at + 2], ask)
        return None

    def _predicate(self, first: int, last: int, ask: Asked) -> Found | None:
        at = clauses.verb_of(self.parsed, last, self.phrases)
        if at is None or self._beyond_and(first, last, at):
            return None
        found = self._subject_of(at, ask)
        # "Dozens of them affiliated with a union protested", "two of the men seized were freed": the first is no verb
        # of its own.
        chunk = self.parsed.chunks[at]
        partitive = first < last and at == last + 1
        reduced = found is None or (partitive and found.object_told)
        reduced = reduced and self.parsed.bare(chunk) and not self._is(chunk, "saying")
        if reduced and clauses.verb_follows(self.parsed, at):
            further = clauses.verb_of(self.parsed, at, self.phrases)
            return self._subject_of(further, ask) if further is not None else None
        return found

    def _beyond_and(self, first: int, last: int, verb: int) -> bool:
        """ "pitched seven innings, and his side won": behind "and" an object is no subject."""
        chunks = self.parsed.chunks
        if first == 0 or chunks[first - 1].kind != "VP":
            return False
        if self._is(chunks[first - 1], "saying") or self._is(chunks[first - 1], "raising"):
            return False  # "officials fear 45 people and their guide died"
        return any(chunk.kind == "C" for chunk in chunks[last + 1 : verb])

    def _may_be_subject(self, phrase: Counted, token: int) -> bool:
        """A bare percentage is the subject of the verb right behind it only: "70 percent said"."""
        if self.dimensions[token] == "money":
            return not phrase.noun_class  # "a $42 million ballroom decorated by …" costs that
        if self.dimensions[token] != "percent" or phrase.noun_class:
            return True
        behind = self.parsed.chunks[phrase.last + 1 : phrase.last + 3]
        return bool(behind) and (behind[0].kind == "VP" or (behind[0].kind == "A" and behind[-1].kind == "VP"))

    def _state(self, token: int, ask: Asked) -> Found | None:
        """A state at a token; "among the 26 people killed": that of the number there."""
        found, tokens = self.words.state(token, ask), self.parsed.tokens
        if found or token + 1 >= len(tokens) or tokens[token].low != "among":
            return found
        at = self.parsed.at[token + 1]
        inside = self._counted_in(self.parsed.chunks[at])
        return self.measure(inside) if inside is not None else self._behind(at, ask)

    def _subject_of(self, at: int, ask: Asked) -> Found | None:
        """What the verb group says of its subject."""
        chunk = self.parsed.chunks[at]
        bare = self.parsed.bare(chunk)
        verb = self._held_back(chunk, ask) or self._said_of_subject(at, ask)
        if (
            verb
            and verb.object_told
            and bare
            and clauses.has_object(self.parsed, at)
            and not self._tells_itself(at + 1)
        ):
            verb = self.words.verb(chunk, ("does",), ask)
            if verb is None or verb.object_told:
                return None
        copular = self.parsed.tokens[chunk.head].tag == "X" or self._is(chunk, "copular")
        state = self._state(chunk.end, ask) if copular and (verb is None or verb.weak) else None
        if state or verb:
            return state or verb
        if self.parsed.tokens[chunk.head].tag == "I" or (bare and clauses.verb_follows(self.parsed, at)):
            return None
        return self.words.governing(chunk)

    def _tells_itself(self, at: int) -> bool:
        """ "Two killed three injured in blast": the second number is no object, its own words tell of it."""
        inside = self._counted_in(self.parsed.chunks[at])
        if inside is None or not (self.phrases[inside].head < 0 or self.phrases[inside].noun_class == "casualty"):
            return False
        return self._own(self.phrases[inside], Asked("person", "count")) is not None

    def _said_of_subject(self, at: int, ask: Asked) -> Found | None:
        chunk = self.parsed.chunks[at]
        suffers = self.parsed.passive(chunk) or self.parsed.bare(chunk)
        return self.words.verb(chunk, ("done", "does", "state") if suffers else ("does",), ask)

    def _held_back(self, chunk: Chunk, ask: Asked) -> Found | None:
        """ "were registered to vote": the passive, unless it passes its subject on ("were forced to flee")."""
        tokens = self.parsed.tokens
        to = next((t for t in range(chunk.start + 1, chunk.end) if tokens[t].tag == "T"), None)
        if to is None or tokens[to - 1].tag != "E" or tokens[to - 1].lemma in self.lexicon.groups["raising"]:
            return None
        if to - 1 == chunk.start:
            return None  # "a customer who tried to help" was not tried
        trigger = self.words.at(to - 1, ("done",), ask)
        return found_by(trigger, to - 1) if trigger else None

    # ── before the phrase ─────────────────────────────────────────────────────────────────────

    def _before(self, first: int, ask: Asked, depth: int) -> Found | None:
        """The verb or noun that the phrase hangs on, by what stands before it."""
        at = first - 1
        while at >= 0 and self._passed_over(self.parsed.chunks[at]):
            at -= 1
        if at < 0 or depth > _DEEP:
            return None
        chunk = self.parsed.chunks[at]
        if chunk.kind == "VP":
            return self._object_of(at, ask)
        if chunk.kind == "P":
            return self._in_prepositional(at, ask, depth)
        if chunk.kind == ":" and at > 0:
            # "340 casualties: 90 killed": what stands beside the number itself goes first.
            named = self._region(at - 1, ask)
            return replace(named, weak=True) if named else None if ask.noun_class else self._counted_before(chunk.start)
        if chunk.kind == "-":
            return self._counted_before(chunk.start)  # "21 people - 19 children and two teachers - died"
        if chunk.kind == "NP" and at > 0 and self._pronoun_of_whole(at):
            return self._contained(at - 1, ask)  # "among them seven children"
        return self._behind_noun(at, ask) if chunk.kind == "NP" and at > 0 else None

    def _behind_noun(self, at: int, ask: Asked) -> Found | None:
        """ "pushing the death toll above 680", "is now worth $18 million", "cost the company 45 jobs"."""
        chunk, before = self.parsed.chunks[at], at - 1
        while before > 0 and self.parsed.chunks[before].kind == "A":
            before -= 1
        if self.parsed.chunks[before].kind != "VP":
            return None
        named = self.words.nouns(chunk.start, chunk.end, ask) if not ask.noun_class else None
        return named or self._object_of(before, ask)

    def _pronoun_of_whole(self, at: int) -> bool:
        word = self.parsed.tokens[self.parsed.chunks[at - 1].start].low
        return self.parsed.tokens[self.parsed.chunks[at].head].tag == "N" and word == "among"

    def _passed_over(self, chunk: Chunk) -> bool:
        alone = chunk.kind == "NP" and chunk.start == chunk.head and self.parsed.tokens[chunk.start].tag in "DJ"
        return alone or chunk.kind in _SKIPPED

    def _in_prepositional(self, at: int, ask: Asked, depth: int) -> Found | None:
        word = self.parsed.tokens[self.parsed.chunks[at].start].low
        if word == "of":
            return self._of(at - 1, ask, depth)
        if word in self.lexicon.groups["containing"]:
            return self._contained(at, ask)
        if word == "by" and (agent := self._agent_of(at - 1, ask)):
            return agent
        return self._towards(at, ask) if word in _TOWARDS else None

    def _agent_of(self, at: int, ask: Asked) -> Found | None:
        """ "was watched by 6 million people": a passive that no rule holds tells of who does it, too."""
        chunk = self.parsed.chunks[at]
        if at < 0 or chunk.kind != "VP" or not self.parsed.passive(chunk) or self._is(chunk, "counting"):
            return None
        does = self.words.at(chunk.head, ("does",), ask)
        if does and len(does.words) == 1:
            return found_by(does, chunk.head)  # "backed by 34 percent of voters"
        known = self.lexicon.triggers.get(self.parsed.tokens[chunk.head].lemma)
        return None if known else self.words.governing(chunk)

    def _object_of(self, at: int, ask: Asked) -> Found | None:
        chunk = self.parsed.chunks[at]
        verb = self.words.acts_on(chunk, ask)
        if verb and not verb.weak:
            return verb
        if self._is(chunk, "counting") or self.parsed.tokens[chunk.head].tag == "X":
            region = self._region(at, ask)
            if region:
                return region
        if self._is(chunk, "containing"):
            return self._contained(at, ask)
        return verb or self.words.governing(chunk, of_object=True)

    def _of(self, at: int, ask: Asked, depth: int) -> Found | None:
        """ "the killing of 45": the noun before "of", or what that noun belongs to."""
        chunks = self.parsed.chunks
        if at < 0 or chunks[at].kind != "NP":
            return self._before(at + 1, ask, depth + 1) if at >= 0 and chunks[at].kind == "P" else None
        noun = self.words.nouns(chunks[at].start, chunks[at].end, ask)
        if noun:
            return noun
        if not self._is(chunks[at], "transparent") or self._counted_in(chunks[at]) is not None:
            return None  # "released the names of 45 donors" frees nobody
        ask = Asked(ask.noun_class, ask.dimension, self.parsed.tokens[chunks[at].head].lemma)
        return self._of_whole(at, ask, depth + 1)

    def _of_whole(self, at: int, ask: Asked, depth: int) -> Found | None:
        """What happens to a noun phrase that holds the counted one."""
        behind = self._behind(at + 2, ask)
        if behind and not behind.derived:
            return behind
        before = self._before(at, ask, depth)
        if before and not before.derived:
            return before
        after = self._predicate(at, at + 2, ask) if at + 2 < len(self.parsed.chunks) else None
        return after or before

    def _contained(self, at: int, ask: Asked) -> Found | None:
        """ "including 169 women", "a grave containing 5 bodies": what is told of the whole."""
        chunks = self.parsed.chunks
        listing = self.parsed.tokens[chunks[at].start].low != "with"
        of_subject = chunks[at].kind == "VP"  # a verb of containing tells of its subject, which may stand far before
        for back in range(at - 1, max(-1, at - FAR), -1):
            chunk = chunks[back]
            if chunk.kind in ";." or (chunk.kind == "," and not listing):
                return None
            inside = self._counted_in(chunk) if chunk.kind == "NP" else None
            if inside is not None and ((found := self.measure(inside)) or not of_subject):
                return found
            if chunk.kind == "NP":
                noun = self.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
                if noun:
                    return noun
            if chunk.kind == "VP" and not self._is(chunk, "containing"):
                if of_subject and self.parsed.tokens[chunk.head].tag == "X":
                    continue  # "the victims were civilians and included 20 children"
                return self.words.verb(chunk, ("done", "does"), ask)
        return None

    def _towards(self, at: int, ask: Asked) -> Found | None:
        """ "rose to 45", "put the number of dead at 45", "sentenced to 15 years"."""
        for back in range(at - 1, max(-1, at - FAR), -1):
            chunk = self.parsed.chunks[back]
            if chunk.kind in ";.S:":
                return None
            if self._in_region(back) and chunk.kind == "VP" and not self._is(chunk, "counting"):
                continue  # "put the number of civilians killed at 22"
            if chunk.kind == "VP":
                verb = self.words.acts_on(chunk, ask) if ask.dimension not in ("count", "percent") else None
                if verb and not verb.weak:
                    return verb
                return self._region(at, ask) if self._is(chunk, "counting") else None
        return None

    # ── what a verb of counting says something of ─────────────────────────────────────────────

    def _region(self, at: int, ask: Asked) -> Found | None:
        """The first word for a measure in the noun phrases that end at a chunk: "The number of people killed"."""
        while at >= 0:
            while at >= 0 and self._counts(at):
                at -= 1
            at = clauses.over_aside(self.parsed, at)
            start = at
            while start >= 0 and at - start < FAR and self._in_region(start):
                start -= 1
            found = self._named_between(start + 1, at + 1, ask)
            crossed = start >= 0 and start != at and self.parsed.chunks[start].kind == "VP"
            if found or not crossed or not self._is(self.parsed.chunks[start], "counting"):
                return found
            at = start
        return None

    def _counts(self, at: int) -> bool:
        """Prepositions, adverbs and the verb that says how large: "has risen to", "now stands at"."""
        chunk = self.parsed.chunks[at]
        if chunk.kind != "VP":
            return chunk.kind in ("P", "A")
        return self._is(chunk, "counting") or not self.parsed.bare(chunk)

    def _in_region(self, at: int) -> bool:
        chunk = self.parsed.chunks[at]
        if chunk.kind == "VP":
            return self.parsed.bare(chunk) and not clauses.has_object(self.parsed, at)
        return chunk.kind in ("NP", "P", "A", "t", "'")

    def _named_between(self, start: int, end: int, ask: Asked) -> Found | None:
        unit, noun_class = "", ""
        for chunk in self.parsed.chunks[start:end]:
            found = None
            if chunk.kind == "NP":
                found = self.words.nouns(chunk.start, chunk.end, ask, roles=("noun", "state"))
                if not unit:
                    unit, noun_class = self._thing_in(chunk)
            elif chunk.kind == "VP" and not self._is(chunk, "counting"):
                found = self.words.verb(chunk, ("done", "does"), replace(ask, noun_class=ask.noun_class or noun_class))
            if found and not (found.weak and chunk.kind == "VP"):
                return replace(found, counted=unit, counting=True)
        return None

    def _thing_in(self, chunk: Chunk) -> tuple[str, str]:
        """Unit and class of the first noun for people or things: "civilian casualties", "rockets fired"."""
        for t in range(chunk.start, chunk.end):
            unit, noun_class, _ = self.lexicon.nouns.get((self.parsed.tokens[t].lemma,), ("", "", ""))
            if noun_class not in ("", "casualty") and any(self.lexicon.is_a(noun_class, name) for name in _THINGS):
                return unit, noun_class
        return "", ""

    # ── with its neighbours ───────────────────────────────────────────────────────────────────

    def _shared(self, phrase: Counted, token: int) -> Found | None:
        """ "3,209 soldiers and 774 civilians": the measure of the quantity that this one is joined to."""
        if phrase.whole in self.phrases and (whole := self.measure(phrase.whole)):
            return whole
        joint = clauses.before_joint(self.parsed, phrase.first)
        if joint is None:
            return None
        ask = Asked.of(phrase, self.dimensions[token], self.parsed)
        for back in range(joint, max(-1, joint - FAR), -1):
            chunk = self.parsed.chunks[back]
            if chunk.kind == "NP":
                inside = self._counted_in(chunk)
                if inside is not None:
                    return self._with(inside, ask) if inside < token else None
                if (back == joint or self.parsed.chunks[back + 1].kind == "P") and (
                    found := self._before(back, ask, 1)
                ):
                    return found
            elif chunk.kind == "VP" and back == joint and self._adds(back + 1):
                return self._said_of_subject(back, ask)  # "40 fighters were killed as well as 12 civilians"
            elif chunk.kind not in ("P", "A", "t", "'"):
                return None
        return None

    def _adds(self, at: int) -> bool:
        """Whether a conjunction of several words stands here or behind a comma: "as well as"."""
        return any(c.kind == "C" and c.end - c.start > 1 for c in self.parsed.chunks[at : at + 2])

    def _with(self, earlier: int, ask: Asked) -> Found | None:
        """ "lost 1,140 soldiers and 12 tanks": the verb may tell another thing of other nouns."""
        found = self._before(self.phrases[earlier].first, ask, 1) if ask.noun_class else None
        return found if found and found.strong else self.measure(earlier)

    def _counted_in(self, chunk: Chunk) -> int | None:
        return next((t for t in range(chunk.start, chunk.end) if t in self.phrases), None)

    def _is(self, chunk: Chunk, group: str) -> bool:
        return self.parsed.tokens[chunk.head].lemma in self.lexicon.groups[group]


def _befalls(rule: Measure, noun_class: str) -> bool:
    """Whether a noun for an event may tell the measure: "45 arrests", but no "45 rallies"."""
    return rule.harm or rule.happens or not rule.classes or noun_class in rule.classes
