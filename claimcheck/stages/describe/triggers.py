"""The words of a sentence that tell a measure: one look-up for verbs, nouns and states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimcheck.records import Fact
from claimcheck.rules.descriptions import Measure
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.following import Following
from claimcheck.stages.describe.lexicon import Lexicon, Trigger
from claimcheck.stages.describe.phrases import BE, HAVE, Chunk, Parsed

COUNTING = frozenset(("count", "percent", "fraction", "money", "area", "mass", "volume"))
_STUFF = frozenset(("area", "mass", "volume"))
_PEOPLE = "people"  # in the words of a rule: those who are named by their land, too
_NO_MEASURE = ("counting", "saying", "containing", "copular")


class Found(Struct, frozen=True, gc=False):
    """A measure with the tokens that tell it."""

    value: str
    rule: str
    start: int  # tokens
    end: int
    weak: bool = False
    unit: str = ""  # what is counted where no noun stands
    counted: str = ""  # the unit that the words before name: "the number of civilians killed rose to 45"
    state: bool = False  # told by an adjective
    derived: bool = False  # the participle of a verb that no rule holds
    counting: bool = False  # told by a verb of counting: "rose to 45"
    object_told: bool = False  # told by a verb of its object
    harm: bool = False
    happens: bool = False
    victims: bool = False  # harm that only people suffer
    partial: bool = False  # told of all of those of whom only some are counted
    denied: bool = False  # told by what did not happen: "did not survive"
    classes: tuple[str, ...] = ()  # of what it is told; of anything where there are none
    alone: bool = False  # told by the counted noun, where no other word tells any: some 45 bodies

    @property
    def strong(self) -> bool:
        """Whether it yields to no other measure."""
        return not (self.weak or self.derived)

    def fact(self, parsed: Parsed) -> Fact:
        """The measure with its span in the text."""
        span = (parsed.tokens[self.start].start, parsed.tokens[self.end - 1].end)
        return Fact(value=self.value, rule=self.rule, span=span)


class Asked(Struct, frozen=True, gc=False):
    """What a measure must fit: the counted class, the dimension, the lemma of the counted noun."""

    noun_class: str
    dimension: str
    lemma: str = ""
    longer: tuple[str, ...] = ()  # the same with the one or two words before it: "force member"

    @classmethod
    def of(cls, phrase: Counted, dimension: str, parsed: Parsed) -> Asked:
        """What the measure of a phrase must fit."""
        if phrase.head < 0:
            return cls(phrase.noun_class, dimension)
        lemma, first = parsed.tokens[phrase.head].lemma, parsed.chunks[parsed.at[phrase.head]].start
        before = [token.low for token in parsed.tokens[max(first, phrase.head - 2) : phrase.head]]
        longer = tuple(" ".join((*before[k:], lemma)) for k in range(len(before)))
        return cls(phrase.noun_class, dimension, lemma, longer)

    def bare(self) -> Asked:
        """The same for a noun that names the measure itself: whatever is counted."""
        return replace(self, noun_class="")

    def allows(self, rule: Measure, lexicon: Lexicon) -> bool:
        """Whether the rule may read a measure off words about this."""
        if self.dimension not in (rule.dimensions or COUNTING):
            return False
        if self.dimension == "money" and rule.classes and not rule.dimensions:
            return False  # "save $100 billion" rescues nobody
        if self.dimension in _STUFF and rule.unit == "person" and not rule.dimensions and not self.noun_class:
            return False  # "its oil wells (45,000 barrels a day) escaped damage" displaces nobody
        if rule.words:
            people = _PEOPLE in rule.words and not {self.lemma, f"{self.lemma}s"}.isdisjoint(lexicon.people)
            return people or not {self.lemma, *self.longer}.isdisjoint(rule.words)  # "45 Kenyans" are people
        return self.among(rule.classes, lexicon)

    def among(self, classes: Sequence[str], lexicon: Lexicon) -> bool:
        """Whether what is asked for is of one of the classes, where there are any."""
        if not classes:
            return True
        if not self.noun_class:
            return "none" in classes
        return any(lexicon.is_a(self.noun_class, name) for name in classes)


def found_by(trigger: Trigger, token: int, *, weak: bool | None = None) -> Found:
    """The measure of a trigger at a token."""
    rule = trigger.rule
    return Found(
        rule.name,
        rule.id,
        token,
        token + len(trigger.words),
        rule.weak if weak is None else weak,
        rule.unit,
        state=trigger.role == "state",
        object_told=trigger.role == "done",
        harm=rule.harm,
        happens=rule.harm or rule.happens,
        victims=rule.harm and rule.unit == "person",
        denied=rule.denied or rule.barred,
        classes=rule.classes,
    )


class Triggers(Following):
    """Looks measures up at the tokens of one sentence."""

    def __init__(self, parsed: Parsed, kinds: frozenset[str], lexicon: Lexicon) -> None:
        super().__init__(parsed, lexicon)
        self.kinds = kinds  # of the events that the text speaks of

    def at(self, token: int, roles: tuple[str, ...], ask: Asked, within: int | None = None) -> Trigger | None:
        """The trigger that starts at a token; `within`: its words end before that token."""
        first = self.parsed.tokens[token]
        keys = (first.lemma, first.low) if first.lemma != first.low else (first.lemma,)
        if first.tag == "X" and first.low in HAVE:
            keys = ("have",)  # "45 people have no water"
        elif first.tag not in "VEI":
            roles = tuple(role for role in roles if role not in ("done", "does"))
            keys = keys[::-1]  # "damages" are paid, "damage" is done
        for key in keys:
            for trigger in self.lexicon.triggers.get(key, ()):
                if trigger.role in roles and self._fits(trigger, token, ask, within):
                    return trigger
        return None

    def alone(self, token: int, ask: Asked) -> Found | None:
        """The measure that the counted noun tells where no other word does: "some 45 bodies"."""
        for rule in self.lexicon.alone:
            if ask.noun_class and ask.among(rule.alone, self.lexicon) and self._applies(rule, ask):
                return replace(found_by(Trigger(("",), "noun", rule), token), weak=True, alone=True)
        return None

    def _applies(self, rule: Measure, ask: Asked) -> bool:
        return not (rule.kinds and self.kinds.isdisjoint(rule.kinds)) and ask.allows(rule, self.lexicon)

    def _suits(self, trigger: Trigger, token: int, ask: Asked) -> bool:
        rule = trigger.rule
        if (rule.denied or rule.barred) and not self._denied(token, rule.barred):
            return False
        if rule.able and self.parsed.tokens[token].tag == "E":
            return False
        return self._applies(rule, ask)

    def _denied(self, token: int, barred: bool) -> bool:
        """Whether a verb is denied, "did not survive", "failed to return"; barred: as what cannot be done."""
        chunks, at = self.parsed.chunks, self.parsed.at[token]
        able = at > 1 and self.parsed.tokens[chunks[at - 1].end - 1].low in self.lexicon.groups["to come"]
        start = chunks[at - 2 * able].start  # "are (not able) to return", "were (unable) to return"
        unable, words = self.lexicon.groups["unable"], self.parsed.tokens[start:token]
        if barred and all(word.low not in self.lexicon.groups["ability"] for word in words):
            return False
        return any(word.tag == "G" or word.lemma in unable for word in words)

    def _fits(self, trigger: Trigger, token: int, ask: Asked, within: int | None) -> bool:
        end = self.reach(token, trigger.words, within) if self._suits(trigger, token, ask) else -1
        if end < 0 or not trigger.rule.then or trigger.role not in ("done", "does"):
            return end >= 0
        return self.leads_to(end, trigger.rule.then, over_object=trigger.role == "done")

    def verb(self, chunk: Chunk, roles: tuple[str, ...], ask: Asked) -> Found | None:
        """The measure of a verb group, its last verb first; those before the last only of their object."""
        if (whole := self._undergone(chunk, ask) or self._while_doing(chunk, roles, ask)) is not None:
            return whole
        for t in range(chunk.end - 1, chunk.start - 1, -1):
            has = t == chunk.end - 1 and self.parsed.tokens[t].low in HAVE
            if self.parsed.tokens[t].tag not in "VEI" and not has:
                continue
            # "are thought to have 45": what one has is no object of the passive
            trigger = self.at(t, tuple(role for role in roles if role != "done") if has else roles, ask)
            if trigger and len(trigger.words) > 1 and t < chunk.head:
                return self._clipped(found_by(trigger, t))  # "voted to leave"
            if chunk.start == t and self._tries(chunk, t):
                does = self.at(t, ("does",), ask) if "does" in roles and not self._attempts(t) else None
                if does:
                    return found_by(does, t)  # "45 schools opened to feed them"
                continue
            # "had arrived to hear a recital": where no rule holds what they came for
            came = "does" in roles and t < chunk.head and self.parsed.tokens[t + 1].tag == "T"
            trigger = trigger if t >= chunk.head else self.at(t, ("done", "does") if came else ("done",), ask)
            if trigger:
                return self._clipped(found_by(trigger, t))
        return None

    def _undergone(self, chunk: Chunk, ask: Asked) -> Found | None:
        """ "were forced to leave": what befell the subject by more words than the last verb."""
        tokens = self.parsed.tokens
        for t in range(chunk.start + 1, chunk.head):
            if tokens[t].tag == "E" and tokens[t - 1].low in BE:
                trigger = self.at(t, ("done",), ask)
                if trigger and self.reach(t, trigger.words) > chunk.head:
                    return self._clipped(found_by(trigger, t))
        return None

    def _while_doing(self, chunk: Chunk, roles: tuple[str, ...], ask: Asked) -> Found | None:
        """ "were killed (trying to escape)", "drowned (fleeing the city)": what befell them, not what they did."""
        tokens = self.parsed.tokens
        for t in range(chunk.start, chunk.end - 1):
            if tokens[t].tag in "VE" and tokens[t + 1].tag == "I":
                done = tokens[t].tag == "E" and t > chunk.start and tokens[t - 1].low in BE
                trigger = self.at(t, ("done",) if done else tuple(role for role in roles if role != "done"), ask)
                found = found_by(trigger, t) if trigger else None
                return found if found and found.strong and (found.harm or done) else None
        return None

    def _tries(self, chunk: Chunk, token: int) -> bool:
        """ "a customer who tried to help" was not tried; but "thousands forced to flee"."""
        tokens, groups = self.parsed.tokens, self.lexicon.groups
        if self._attempts(token):
            return True
        behind_who = token > 0 and tokens[token - 1].tag == "R"
        return token < chunk.head and (
            behind_who or (tokens[token + 1].tag == "T" and tokens[token].lemma not in groups["raising"])
        )

    def _attempts(self, token: int) -> bool:
        """ "tried to", "decided to": nothing is done yet."""
        tokens = self.parsed.tokens
        to = token + 1 < len(tokens) and tokens[token + 1].low == "to"
        return to and tokens[token].lemma in self.lexicon.groups["attempting"]

    def acts_on(self, chunk: Chunk, ask: Asked) -> Found | None:
        """The measure that a verb group tells of its object: that of its main verb, or of more than that one."""
        for t in (*self._leading(chunk), chunk.head):
            trigger = self.at(t, ("done",), ask)
            if trigger and self.reach(t, trigger.words) > chunk.head:
                return self._clipped(found_by(trigger, t))
        return None

    def _leading(self, chunk: Chunk) -> Iterable[int]:
        """The verbs before the main one: "was ordered to pay", and over a time "was ordered on Monday to pay"."""
        tokens, chunks, at = self.parsed.tokens, self.parsed.chunks, self.parsed.at[chunk.start]
        start = chunk.start
        if tokens[start].tag == "T":
            while at > 0 and (chunks[at - 1].kind in "tA" or (chunks[at - 1].kind == "P" and chunks[at].kind == "t")):
                at -= 1
            start = chunks[at - 1].start if at > 0 and chunks[at - 1].kind == "VP" else start
        return (t for t in range(start, chunk.head) if tokens[t].tag in "VEI")

    def around(self, verb: int, end: int, ask: Asked) -> Found | None:
        """The measure of a verb whose other words stand behind its object, which ends there: "shot (5 people) dead"."""
        word, end = self.parsed.tokens[verb], self._over_conversion(end)
        for trigger in self.lexicon.triggers.get("have" if word.low in HAVE else word.lemma, ()):
            fits = trigger.role == "done" and len(trigger.words) > 1 and self._suits(trigger, verb, ask)
            if fits and self.reach(end - 1, trigger.words) >= 0:
                return replace(found_by(trigger, verb), end=verb + 1)
        return None

    def _over_conversion(self, end: int) -> int:
        """ "announced $300m (£227m) | for": from behind an amount to behind the same in another unit."""
        tokens = self.parsed.tokens[end : end + 3]
        told = len(tokens) == len("(Q)") and "".join(token.tag for token in tokens) == "(Q)"
        return end + len(tokens) if told else end

    def up_to(self, verb: int, end: int, ask: Asked, over: int | None = None) -> Found | None:
        """The measure of a verb whose rule names what follows it up to there: "swept through (40 acres)"; what stands
        before the last word from a token on parts it from none of the others, "sank (off Kolo) with (45 people)"."""
        for trigger in self.lexicon.triggers.get(self.parsed.tokens[verb].lemma, ()):
            if trigger.role != "done" or len(trigger.words) == 1 or not self._suits(trigger, verb, ask):
                continue
            if self._leads(trigger, verb, end) or (over is not None and self._leads_over(trigger, verb, over, end)):
                return replace(found_by(trigger, verb), end=verb + 1)
        return None

    def _leads(self, trigger: Trigger, verb: int, end: int) -> bool:
        """Whether the words of a trigger end where they should."""
        then = trigger.rule.then
        return self.reach(verb, trigger.words, end) == end and (not then or self.leads_to(end, then, over_object=True))

    def _leads_over(self, trigger: Trigger, verb: int, over: int, end: int) -> bool:
        """Whether the last word of a trigger stands there, and the others between the verb and where that goes over."""
        *words, last = trigger.words
        return over < end - 1 and self._is(end - 1, last) and self.reach(verb, tuple(words), end) >= over

    def nouns(self, start: int, end: int, ask: Asked, roles: tuple[str, ...] = ("noun",)) -> Found | None:
        """The last measure among the tokens of a noun phrase, in the longest words that tell it: "death toll"."""
        for t in range(end - 1, start - 1, -1):
            trigger = self._over_of(t, roles, ask) if t == end - 1 else None
            trigger = trigger or self.at(t, roles, ask, within=end) or self.at(t, roles, ask.bare(), within=end)
            if trigger is None:
                continue
            if t > start and self.parsed.tokens[t].low == "worth" and (what := self.nouns(start, t, ask, roles)):
                return what  # "tax cuts worth $45 million"
            for earlier in range(max(start, t - 2), t):
                longer = self.at(earlier, roles, ask.bare(), within=end)
                if longer and earlier + len(longer.words) > t:
                    return found_by(longer, earlier)
            return found_by(trigger, t)
        return None

    def _over_of(self, token: int, roles: tuple[str, ...], ask: Asked) -> Trigger | None:
        """The measure of a noun with what follows its "of", where that is a word of the rule: "margin | of error"."""
        tokens = self.parsed.tokens
        if token + 2 >= len(tokens) or tokens[token + 1].low != "of" or "noun" not in roles:
            return None
        for trigger in self.lexicon.triggers.get(tokens[token].lemma, ()):
            if trigger.role == "noun" and "of" in trigger.words[1:-1] and self._fits(trigger, token, ask.bare(), None):
                return trigger
        return None

    def deed(self, token: int, ask: Asked) -> Found | None:
        """The measure of a noun for a deed whose "of" stands further behind: "the shooting by police of"."""
        first = self.parsed.tokens[token]
        for trigger in (trigger for key in (first.low, first.lemma) for trigger in self.lexicon.triggers.get(key, ())):
            alone = trigger.role == "noun" and trigger.words[1:] in ((), ("of",))
            if alone and self._suits(trigger, token, ask):
                return replace(found_by(trigger, token), end=token + 1)
        return None

    def state(self, token: int, ask: Asked) -> Found | None:
        """A state at a token, over adverbs: "still missing", "among the dead"."""
        tokens = self.parsed.tokens
        while token < len(tokens) and tokens[token].tag == "A" and not self.at(token, ("state",), ask):
            token += 1
        if token >= len(tokens):
            return None
        if tokens[token].low == "among" and token + 1 < len(tokens):
            chunk = self.parsed.chunks[self.parsed.at[token + 1]]
            held = self.at(token, ("state",), ask)  # "among the hostages", who are counted wherever they are
            named = self.nouns(chunk.start, chunk.end, ask, roles=("noun", "state", "done"))
            return named or (found_by(held, token) if held else None)
        trigger = self.at(token, ("state",), ask)
        if trigger is None or trigger.words[-1] in self.lexicon.groups["on board"]:
            return found_by(trigger, token) if trigger else None  # "aboard Ocean Star"
        end = self.reach(token, trigger.words)
        if end < len(tokens) and tokens[end].tag in "nM" and tokens[end - 1].tag != "P":
            return None  # "dead bodies"; but "40 miles from Kolo"
        return found_by(trigger, token)

    def governing(self, chunk: Chunk, *, of_object: bool = False) -> Found | None:
        """The participle of a verb that no rule holds for what is counted; an open list."""
        head = self.parsed.tokens[chunk.head]
        groups = self.lexicon.groups
        if head.tag not in "VEI" or any(head.lemma in groups[name] for name in _NO_MEASURE):
            return None
        triggers = self.lexicon.triggers.get(head.lemma, ())
        known = any(_of_object(trigger) for trigger in triggers)
        # "200 rebels killed": those who do what a measure tells are not what it counts.
        if known and not of_object and not self.parsed.passive(chunk) and not self._acts(chunk, triggers):
            return None
        value = head.low if head.tag == "E" else self.lexicon.participle(head.lemma)
        return Found(value, "M00", chunk.head, chunk.head + 1, derived=True)

    def _acts(self, chunk: Chunk, triggers: Iterable[Trigger]) -> bool:
        """ "45 youths attacked officers", "have donated", but not "45 rebels killed officers": what they did, where no
        harm is."""
        at, harms = self.parsed.at[chunk.start] + 1, any(trigger.rule.harm for trigger in triggers)
        object_follows = at < len(self.parsed.chunks) and self.parsed.chunks[at].kind == "NP"
        return not harms and (object_follows or self.parsed.tokens[chunk.start].low in HAVE)

    def _clipped(self, found: Found) -> Found:
        return (
            found
            if found.end <= len(self.parsed.tokens)
            else Found(found.value, found.rule, found.start, found.start + 1)
        )


def _of_object(trigger: Trigger) -> bool:
    """Whether a verb alone tells a measure of as many of its objects; "walked 45 kilometres" is none of walkers."""
    return trigger.role == "done" and len(trigger.words) == 1 and "count" in (trigger.rule.dimensions or COUNTING)
