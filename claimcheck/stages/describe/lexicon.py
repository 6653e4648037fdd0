"""What is looked up of a word: what it is, its lemma, its class, the measures that it may tell, the names it opens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimcheck.rules.descriptions import Event, Mark, Measure, Refusal
from claimcheck.stages.describe.inflected import past_form
from claimcheck.stages.describe.scene_words import SceneWords

# The letters that tags are: one a word. Those that hang on the words around are in no pack: V a finite verb,
# E a participle, I a form in -ing, T the "to" of an infinitive, Q a quantity, n a noun, M a name, ' an owner.
DETERMINER, PREPOSITION, CONJUNCTION, RELATIVE, SUBORDINATOR = "D", "P", "C", "R", "S"
PRONOUN, AUXILIARY, NEGATION, ADVERB, TIME, ADJECTIVE = "N", "X", "G", "A", "t", "J"
NAME = "M"
WATCHED = "watched"  # kind of name: what is told of who watches a war


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read an inflected verb."""

    lemma: str
    kind: str  # base, s, past, participle, gerund; "pp" for past and participle alike


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a measure, and what they do to what is counted."""

    words: tuple[str, ...]  # lemmas
    role: str  # done, does, state, noun, changed
    rule: Measure


@dataclass(frozen=True, slots=True)
class Name:
    """A name or set phrase that is looked for in running text."""

    words: tuple[str, ...]  # in lower case
    kind: str  # country, demonym, capital, place, group, event, kind, mark
    value: str
    rule: str
    country: str = ""
    payload: Mark | None = None
    exact: str = ""  # only where it is written so: "IS", not "is"
    named: bool = False  # of kinds: with capitals it is a part of a name
    small: bool = False  # of events: it needs no capital, since the rules write none: "coronavirus"


@dataclass
class Lexicon:
    """All look-up tables of one set of rules."""

    tags: dict[str, str] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()  # every function word
    plain: dict[str, str] = field(default_factory=dict)  # function words whose tag hangs on nothing around them
    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)  # the same by kind: kind → lemma
    pasts: dict[str, str] = field(default_factory=dict)  # of the irregular verbs
    participles: dict[str, str] = field(default_factory=dict)  # the same
    plurals: dict[str, str] = field(default_factory=dict)
    nouns: dict[tuple[str, ...], tuple[str, str, str]] = field(default_factory=dict)  # words → unit, class, rule id
    heads: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # last word → nouns of several words
    bodies: dict[tuple[str, ...], tuple[str, str, str]] = field(default_factory=dict)  # the same of those who are in it
    parents: dict[str, str] = field(default_factory=dict)
    triggers: dict[str, list[Trigger]] = field(default_factory=dict)  # first word → longest first
    phrasal: frozenset[tuple[str, str]] = frozenset()  # verbs with their particles: dig up, lay off
    either: dict[frozenset[str], str] = field(default_factory=dict)  # two measures → what is told of both
    compounds: frozenset[tuple[str, ...]] = frozenset()  # nouns of two words, the first a form in -ed or -ing
    openings: frozenset[tuple[str, ...]] = frozenset()  # the first two words of what tells a measure in several
    harming: frozenset[str] = frozenset()  # forms of verbs that tell harm to what they are done to: kills, wounded
    named: frozenset[str] = frozenset()  # single nouns that name a measure
    again: tuple[Measure, ...] = ()  # measures of which a shorter noun speaks again
    alone: tuple[Measure, ...] = ()  # measures that some nouns tell by themselves
    states: frozenset[tuple[str, ...]] = frozenset()  # "missing", "on board"
    groups: dict[str, frozenset[str]] = field(default_factory=dict)  # transparent, containing, …
    endings: dict[str, tuple[str, ...]] = field(default_factory=dict)  # the same of groups of endings
    refusals: tuple[Refusal, ...] = ()
    refused: dict[str, list[Refusal]] = field(default_factory=dict)
    people: frozenset[str] = frozenset()  # plural names of peoples, lower case
    in_union: frozenset[str] = frozenset()  # states of unions, lower case: Kerala, Texas
    territories: frozenset[tuple[str, str]] = frozenset()  # a territory, and the land that it is a part of
    broken_from: dict[str, str] = field(default_factory=dict)  # an unrecognised state → the land that it broke from
    unrecognised: dict[str, Name] = field(default_factory=dict)  # the same by each of its names
    opens: set[str] = field(default_factory=set)  # first words of all names
    single: dict[str, tuple[Name, ...]] = field(default_factory=dict)  # names of one word
    pairs: dict[tuple[str, str], tuple[Name, ...]] = field(default_factory=dict)  # first two words → longest first
    kinds_that: dict[str, frozenset[str]] = field(default_factory=dict)  # trait → kinds of event
    events: dict[str, Event] = field(default_factory=dict)
    events_at: dict[str, list[Event]] = field(default_factory=dict)
    untrue: dict[str, str] = field(default_factory=dict)  # words that call a number untrue → rule id
    # nouns of what falls from the sky → measure, rule id
    fallen: dict[str, tuple[str, str]] = field(default_factory=dict)
    doubting: dict[str, str] = field(default_factory=dict)  # verbs that leave open what they are denied of → rule id
    denying: set[str] = field(default_factory=set)  # verbs of denial, and those that leave open
    mark_verbs: dict[str, Mark] = field(default_factory=dict)
    perfects: dict[str, Mark] = field(default_factory=dict)  # auxiliaries of what may have happened
    scene_words: SceneWords = field(init=False)

    def singular(self, word: str) -> str:
        """The singular of a plural noun; any other word as it is."""
        known = self.plurals.get(word)
        if known:
            return known
        if word.endswith("children"):
            return word[:-3]
        if len(word) > 4 and word.endswith("men"):
            return word[:-2] + "an"
        if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
            return word
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith(("ches", "shes", "xes", "sses", "zzes", "tzes")):  # "waltzes", but "blazes", "prizes"
            return word[:-2]
        return word[:-1]

    def participle(self, base: str) -> str:
        """The past participle of a verb: deprive → deprived, fight → fought."""
        return self.participles.get(base) or past_form(base, self.groups["stressed"])

    def past(self, base: str) -> str:
        """The past of a verb: deprive → deprived, go → went."""
        return self.pasts.get(base) or past_form(base, self.groups["stressed"])

    def class_of(self, noun: str) -> str:
        """The class of a noun, be it of several words; "" where it is unknown."""
        return self.nouns.get(tuple(noun.split()), ("", "", ""))[1]

    def is_a(self, noun_class: str, ancestor: str) -> bool:
        """Whether the class is the other one or lies below it."""
        while noun_class:
            if noun_class == ancestor:
                return True
            noun_class = self.parents.get(noun_class, "")
        return False

    def common(self, one: str, other: str) -> str:
        """The nearest class above both; "" where there is none."""
        while one and not self.is_a(other, one):
            one = self.parents.get(one, "")
        return one


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name or phrase as the tokeniser cuts them, in lower case."""
    return tuple(_WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W_]+(?:(?:[-.&]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)*")
