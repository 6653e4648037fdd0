"""Rule types for counted nouns, measures, events, places and marks of certainty and scope."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import ClassVar, Literal, Self

from msgspec.structs import replace

from claimcheck.rules.base import Rule


class Words(Rule, frozen=True):
    """Words by what they are to the parser; `name` says what."""

    ALONE: ClassVar[bool] = True
    words: tuple[str, ...] = ()


class Noun(Rule, frozen=True):
    """A class of counted things."""

    parent: str = ""  # the class that this one is a kind of
    words: tuple[str, ...] = ()  # nouns of the class that stay units of their own
    alike: tuple[str, ...] = ()  # nouns that are the class itself by another word: the unit is the class's name
    bodies: tuple[str, ...] = ()  # what its people are members of: "105 members of the armed forces" are soldiers

    def refers(self) -> Iterable[tuple[str, str, str]]:
        """The class that it is a kind of."""
        yield from (("parent", "nouns", name) for name in filter(None, (self.parent,)))


class Refusal(Rule, frozen=True):
    """Counts that are no claims: which nouns, up to which number, behind which determiners."""

    why: str = ""
    nouns: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()  # one of these must stand before the number
    before: tuple[str, ...] = ()  # or one of these words right before it
    any: bool = False  # whatever the noun, unless the count is of people and a measure is told
    speakers: bool = False  # people whom the text counts as those who speak
    unless_victims: bool = False  # not where the number counts what befell people: "killing one"
    bare: bool = False  # where no noun stands and nothing is told that a measure holds
    single: bool = False  # digits above one, behind a name or an article, before a noun in the singular
    most: float = 0  # the largest number so refused
    value: float | None = None  # only this number


class Measure(Rule, frozen=True):
    """What happened to what is counted; several rules may read the same measure.

    In phrases / parts words of which any may stand there: "walk/march across/along".
    """

    done: tuple[str, ...] = ()  # verbs whose object is counted
    does: tuple[str, ...] = ()  # verbs whose subject is counted
    states: tuple[str, ...] = ()  # adjectives and set phrases
    nouns: tuple[str, ...] = ()  # nouns that name the measure, or what leads from one: "involving", "within"
    changed: tuple[str, ...] = ()  # the same, only where something tells how far they rose or fell: shares
    # verbs: only where one of these words opens or heads what follows, or nothing does: "worked at the | fire";
    # "somewhere": where it is the name of a place
    then: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # only where this noun is counted
    classes: tuple[str, ...] = ()  # only where one of these classes is counted; "none": where no noun stands
    dimensions: tuple[str, ...] = ()  # only for quantities of these dimensions
    kinds: tuple[str, ...] = ()  # only where the text speaks of such an event
    unit: str = ""  # the unit where the text leaves it out: "the toll rose to 45" → person
    harm: bool = False  # what events do to people and things: of an event and a party where the text names none
    happens: bool = False  # tells of events as well, but not whose loss it was
    weak: bool = False  # yields to any other measure beside it
    loose: bool = False  # "lost 45 soldiers": where the article counts casualties by the same number, it means these
    able: bool = False  # only in a form that tells what is so at any time: "can seat", "seats", but not "were seated"
    denied: bool = False  # only where the verb is denied: who "did not survive" died
    barred: bool = False  # only where it cannot be done: who "cannot go home" was driven from there
    # nouns by which an article that tells it speaks of it further on: "the minimum wage … the wage would rise to"
    again: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()  # classes whose nouns tell the measure where no other word does: bodies are of the dead

    def spelled_out(self) -> Self:
        """The rule with each of its phrases word for word."""
        phrases = {"done": self.done, "does": self.does, "states": self.states, "nouns": self.nouns}
        return replace(self, **{key: tuple(_each(said)) for key, said in phrases.items()})


class Event(Rule, frozen=True):
    """A known event: what it is called, when and where it was, who took part. Lists are parted by "; "."""

    aliases: str = ""
    places: str = ""
    start: str = ""  # ISO day
    end: str = ""
    kind: str = ""  # name of a rule in kinds.toml
    within: str = ""  # the wider event that it is a part of
    parties: str = ""
    victims: str = ""  # the party whose people are counted where the text names none

    def refers(self) -> Iterable[tuple[str, str, str]]:
        """The event that it is a part of."""
        yield from (("within", "events", name) for name in filter(None, (self.within,)))


KindTrait = Literal[
    "fighting",  # a war may be told by it
    "lasting",  # it goes on for long, or is told of for long
    "any harm",  # it may bring any harm but misfortunes
    "misfortune",  # no side brings it about
    "one a place",  # told apart by its place alone, where the text names no day
    "all of a land",  # it fills a country, whatever place the article is about
    "over lands",  # it goes over many lands, each of which counts its own dead
    "one toll",  # all of it has one toll in each land, and no happenings in it
    "in names",  # with capitals its word is a part of a name: "US Geological Survey" is no poll
]


class EventKind(Rule, frozen=True):
    """A kind of event, weapon or cause, by the words that tell it."""

    words: tuple[str, ...] = ()
    role: Literal["kind", "cause"] = "kind"
    title: str = ""  # what one is called where its texts may call it otherwise; default: the rule's name
    traits: tuple[KindTrait, ...] = ()


class Place(Rule, frozen=True):
    """Places below and above countries, several a rule: `country` is where they lie."""

    words: tuple[str, ...] = ()
    country: str = ""


class Group(Rule, frozen=True):
    """A party that is no country: an armed group, a people without a state; `name` is its canonical name."""

    words: tuple[str, ...] = ()


class Mark(Rule, frozen=True):
    """Words that tell how certain a number is, or what it covers; `name` is the value."""

    field: Literal["status", "scope", "as_of"] = "status"
    words: tuple[str, ...] = ()  # right before or after the number's phrase, or in its clause
    verbs: tuple[str, ...] = ()  # verbs or auxiliaries that govern the number
    perfect: tuple[str, ...] = ()  # auxiliaries that, before "have" and a harm, tell of what may have happened
    undergone: bool = False  # they must stand behind who it befell
    near: int = 0  # how many characters before the number at most; 0: the usual
    not_of: tuple[str, ...] = ()  # groups of words of which none may follow as a noun: "in separate | statements"
    harm: bool = False  # only of whom something befell
    # step: "to 60 from 45", "from 45 to 60"; denial: the verbs deny what they govern, the words what they are said of;
    # doubt: the verbs, where they are denied, leave open what they govern; whole: before a number that a verb tells of;
    # told: at the words that tell the measure, or right behind the number; of: right behind the number, but
    # no words that tell the measure; nearest: anywhere, with no other number between; verb: before the verb that the
    # number is behind of: "each of the three | is worth 40"
    where: Literal[
        "before", "after", "clause", "sentence", "nearest", "step", "denial", "doubt", "whole", "told", "of", "verb"
    ] = "clause"

    def refers(self) -> Iterable[tuple[str, str, str]]:
        """The groups of words that undo it."""
        yield from (("not_of", "words", name) for name in self.not_of)


class Slot(Rule, frozen=True):
    """A mechanism of describe that explanations cite; it holds no words."""


def _each(phrases: Iterable[str]) -> Iterable[str]:
    """The phrases with every choice made of the words that / parts."""
    for phrase in phrases:
        yield from map(" ".join, product(*(words.split("/") for words in phrase.split(" "))))


PACKS: dict[str, type[Rule]] = {
    "words": Words,
    "nouns": Noun,
    "refusals": Refusal,
    "measures": Measure,
    "events": Event,
    "kinds": EventKind,
    "places": Place,
    "groups": Group,
    "marks": Mark,
    "slots": Slot,
}
