"""The packs as look-up tables: what a word is, its lemma, its class, and the measures that it may tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor
from claimcheck.rules.descriptions import Event, EventKind, Group, Mark, Measure, Noun, Place, Refusal, Words
from claimcheck.rules.world import Country, listed

# The letters that tags are: one a word.
DETERMINER, PREPOSITION, CONJUNCTION, RELATIVE, SUBORDINATOR = "D", "P", "C", "R", "S"
PRONOUN, AUXILIARY, NEGATION, ADVERB, TIME, ADJECTIVE = "N", "X", "G", "A", "t", "J"
VERB, PARTICIPLE, GERUND, TO, QUANTITY, NOUN, NAME, POSSESSIVE = "V", "E", "I", "T", "Q", "n", "M", "'"

_TAGS = {
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "relative": RELATIVE,
    "subordinator": SUBORDINATOR,
    "pronoun": PRONOUN,
    "auxiliary": AUXILIARY,
    "negation": NEGATION,
    "adverb": ADVERB,
    "time": TIME,
    "adjective": ADJECTIVE,
}
_FIRST_WINS = ("determiner", "preposition", "conjunction", "negation", "auxiliary", "pronoun", "time", "adverb")
_VOWELS = "aeiou"
_INITIALS = 4  # letters: a name of so few that is written in capitals is none in small ones
_PARTICLES = frozenset(["up", "out", "off", "down", "over", "back", "away", "in", "on", "apart", "aside"])


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read an inflected verb."""

    lemma: str
    kind: str  # base, s, past, participle, gerund; "pp" for past and participle alike


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a measure, and what they do to what is counted."""

    words: tuple[str, ...]  # lemmas
    role: str  # done, does, state, noun
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


@dataclass
class Lexicon:
    """All look-up tables of one set of rules."""

    tags: dict[str, str] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()  # every function word
    plain: dict[str, str] = field(default_factory=dict)  # function words whose tag hangs on nothing around them
    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)  # the same by kind: kind → lemma
    participles: dict[str, str] = field(default_factory=dict)  # of the irregular verbs
    plurals: dict[str, str] = field(default_factory=dict)
    nouns: dict[tuple[str, ...], tuple[str, str, str]] = field(default_factory=dict)  # words → unit, class, rule id
    heads: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # last word → nouns of several words
    parents: dict[str, str] = field(default_factory=dict)
    triggers: dict[str, list[Trigger]] = field(default_factory=dict)  # first word → longest first
    phrasal: frozenset[tuple[str, str]] = frozenset()  # verbs with their particles: dig up, lay off
    openings: frozenset[tuple[str, ...]] = frozenset()  # the first two words of what tells a measure in several
    harming: frozenset[str] = frozenset()  # forms of verbs that tell harm to what they are done to: kills, wounded
    named: frozenset[str] = frozenset()  # single nouns that name a measure
    states: frozenset[tuple[str, ...]] = frozenset()  # "missing", "on board"
    groups: dict[str, frozenset[str]] = field(default_factory=dict)  # transparent, containing, …
    refusals: tuple[Refusal, ...] = ()
    refused: dict[str, list[Refusal]] = field(default_factory=dict)
    people: frozenset[str] = frozenset()  # plural names of peoples, lower case
    opens: set[str] = field(default_factory=set)  # first words of all names
    single: dict[str, tuple[Name, ...]] = field(default_factory=dict)  # names of one word
    pairs: dict[tuple[str, str], tuple[Name, ...]] = field(default_factory=dict)  # first two words → longest first
    events: dict[str, Event] = field(default_factory=dict)
    events_at: dict[str, list[Event]] = field(default_factory=dict)
    untrue: dict[str, str] = field(default_factory=dict)  # words that call a number untrue → rule id
    doubting: dict[str, str] = field(default_factory=dict)  # verbs that leave open what they are denied of → rule id
    denying: set[str] = field(default_factory=set)  # verbs of denial, and those that leave open
    mark_verbs: dict[str, Mark] = field(default_factory=dict)

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
        if word.endswith(("ches", "shes", "xes", "sses", "zes")):
            return word[:-2]
        return word[:-1]

    def participle(self, base: str) -> str:
        """The past participle of a verb: deprive → deprived, fight → fought."""
        return self.participles.get(base) or _ed(base)

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


def build(rules: Rules) -> Lexicon:
    """The look-up tables of a set of rules."""
    lexicon = Lexicon()
    words = {rule.name: rule.words for rule in rules.pack("words", Words)}
    _add_tags(lexicon, words)
    _add_plain(lexicon)
    lexicon.plurals.update((plural, one) for plural, one in (pair.split() for pair in words.get("plural", ())))
    measures = rules.pack("measures", Measure)
    _add_verbs(lexicon, words, measures)
    _add_nouns(lexicon, rules.pack("nouns", Noun))
    _add_triggers(lexicon, measures)
    lexicon.groups = {name: frozenset(listed_words) for name, listed_words in words.items()}
    lexicon.refusals = rules.pack("refusals", Refusal)
    for refusal in lexicon.refusals:
        for noun in refusal.nouns:
            lexicon.refused.setdefault(noun, []).append(refusal)
    _add_names(lexicon, rules)
    return lexicon


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name or phrase as the tokeniser cuts them, in lower case."""
    return tuple(_WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W_]+(?:(?:[-.&]|['’](?!(?:s|re|ve|ll|d|m)\b))[^\W_]+)*")


def _add_tags(lexicon: Lexicon, words: dict[str, tuple[str, ...]]) -> None:
    order = [*_FIRST_WINS, *(name for name in words if name not in _FIRST_WINS)]
    for name in order:
        for word in words.get(name, ()) if name in _TAGS else ():
            lexicon.tags.setdefault(word, _TAGS[name])


# Words whose tag hangs on those around them.
_CONDITIONAL = frozenset(
    (
        *("to", "get", "gets", "got", "that", "others", "after", "before", "since", "until", "till", "as"),
        *("which", "whom", "who", "where", "what"),
    )
)


def _add_plain(lexicon: Lexicon) -> None:
    lexicon.closed = _CONDITIONAL | lexicon.tags.keys()
    lexicon.plain = {word: tag for word, tag in lexicon.tags.items() if tag not in "JtR" and word not in _CONDITIONAL}


def _add_verbs(lexicon: Lexicon, words: dict[str, tuple[str, ...]], measures: Iterable[Measure]) -> None:
    forms: dict[str, set[Form]] = {}

    def add(text: str, lemma: str, kind: str) -> None:
        forms.setdefault(text, set()).add(Form(lemma, kind))

    irregular = {}
    for line in words.get("irregular", ()):
        base, past, participle = line.split()
        irregular[base] = (past.split("/"), participle.split("/"))
        lexicon.participles[base] = irregular[base][1][0]
    bases = {word for name in ("verb", "counting", "saying", "containing", "copular") for word in words.get(name, ())}
    bases |= {phrase.split()[0] for rule in measures for phrase in (*rule.done, *rule.does)} | irregular.keys()
    for base in sorted(bases - {"including", "with", "among"}):
        add(base, base, "base")
        add(_third(base), base, "s")
        add(_ing(base), base, "gerund")
        if base in irregular:
            for past in irregular[base][0]:
                add(past, base, "pp" if past in irregular[base][1] else "past")
            for participle in irregular[base][1]:
                add(participle, base, "participle" if participle not in irregular[base][0] else "pp")
        else:
            add(_ed(base), base, "pp")
    lexicon.forms = {text: tuple(sorted(found, key=lambda f: (f.lemma, f.kind))) for text, found in forms.items()}
    lexicon.kinds = {text: {form.kind: form.lemma for form in found} for text, found in lexicon.forms.items()}


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


# Verbs of two syllables that end like "stop" but are not stressed there, or that are.
_STRESSED = frozenset(
    [
        "abet",
        "admit",
        "begin",
        "commit",
        "compel",
        "concur",
        "confer",
        "control",
        "defer",
        "deter",
        "equip",
        "expel",
        "forget",
        "impel",
        "incur",
        "infer",
        "occur",
        "omit",
        "patrol",
        "permit",
        "prefer",
        "propel",
        "rebel",
        "recur",
        "refer",
        "regret",
        "remit",
        "submit",
        "transfer",
        "transmit",
        "upset",
        "outfit",
        "airlift",
    ]
)


def _doubled(base: str) -> str:
    short = len(base) > 2 and base[-1] not in "aeiouwxyh" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    one_syllable = sum(letter in _VOWELS for letter in base) == 1
    return base + base[-1] if short and (one_syllable or base in _STRESSED) else base


def _add_nouns(lexicon: Lexicon, nouns: Iterable[Noun]) -> None:
    for rule in nouns:
        lexicon.parents.setdefault(rule.name, rule.parent)
        for unit, listed_words in (("", rule.words), (rule.name, rule.alike)):
            for word in listed_words:
                key = words_of(word)
                lexicon.nouns.setdefault(key, (unit or word.lower(), rule.name, rule.id))
    heads: dict[str, list[tuple[str, ...]]] = {}
    for key in lexicon.nouns:
        if len(key) > 1:
            heads.setdefault(key[-1], []).append(key)
    lexicon.heads = {last: tuple(sorted(keys, key=len, reverse=True)) for last, keys in heads.items()}


def _add_triggers(lexicon: Lexicon, measures: Sequence[Measure]) -> None:
    for rule in measures:
        for role, phrases in (("done", rule.done), ("does", rule.does), ("state", rule.states), ("noun", rule.nouns)):
            for phrase in phrases:
                key = words_of(phrase)
                lexicon.triggers.setdefault(key[0], []).append(Trigger(key, role, rule))
    lexicon.phrasal = frozenset(
        (words[0], words[1])
        for rule in measures
        for phrase in (*rule.done, *rule.does)
        if len(words := phrase.split()) == 2 and words[1] in _PARTICLES
    )
    several = (t.words for found in lexicon.triggers.values() for t in found if len(t.words) > 1)
    lexicon.openings = frozenset(words[:2] for words in several)
    harm = {phrase for rule in measures if rule.harm and rule.unit for phrase in rule.done}
    lexicon.harming = frozenset(
        text for text, forms in lexicon.forms.items() if any(form.lemma in harm for form in forms)
    )
    lexicon.named = frozenset(phrase for rule in measures for phrase in rule.nouns)
    lexicon.states = frozenset(words_of(phrase) for rule in measures for phrase in rule.states)
    for triggers in lexicon.triggers.values():
        triggers.sort(key=_rank)


def _rank(trigger: Trigger) -> tuple[int, bool, bool]:
    """What is asked first: more words, then rules that do not yield, then those for few nouns or kinds of events."""
    rule = trigger.rule
    return -len(trigger.words), rule.weak, not (rule.kinds or rule.words)


def _add_names(lexicon: Lexicon, rules: Rules) -> None:
    # Groups stand before countries: "Kurdish" is first of all of the Kurds.
    names = [*_groups(lexicon, rules), *_countries(lexicon, rules), *_places(rules)]
    names += [*_events(lexicon, rules), *_kinds(rules)]
    names += [
        Name(words_of(word), "mark", mark.name, mark.id, payload=mark)
        for mark in rules.pack("marks", Mark)
        for word in mark.words
        if mark.where != "denial"
    ]
    names += [Name(words_of(cue), "background", "", "W22") for cue in lexicon.groups["background"]]
    for name in sorted(names, key=lambda name: -len(name.words)):
        lexicon.opens.update(name.words[:1])
        if len(name.words) == 1:
            lexicon.single[name.words[0]] = (*lexicon.single.get(name.words[0], ()), name)
        elif name.words:
            pair = name.words[0], name.words[1]
            lexicon.pairs[pair] = (*lexicon.pairs.get(pair, ()), name)
    for mark in rules.pack("marks", Mark):
        if mark.where in ("denial", "doubt"):
            lexicon.denying.update(mark.verbs)
        if mark.where == "doubt":
            lexicon.doubting.update(dict.fromkeys(mark.verbs, mark.id))
            continue
        lexicon.mark_verbs.update(dict.fromkeys(mark.verbs, mark))
        if mark.where == "denial":
            lexicon.untrue.update(dict.fromkeys(mark.words, mark.id))


def _countries(lexicon: Lexicon, rules: Rules) -> Iterable[Name]:
    people: set[str] = set()
    for country in rules.pack("countries", Country):
        for name in country.names:
            yield Name(words_of(name), "country", country.name, country.id, country.name, exact=_exact(name))
        singulars = [word[:-1] for word in country.peoples if word.endswith("s")]
        for name in {*listed(country.demonyms), *country.peoples, *singulars} - set(country.names):
            yield Name(words_of(name), "demonym", country.name, country.id, country.name)
        for name in listed(country.capital):
            yield Name(words_of(name), "capital", name, country.id, country.name)
        for name in listed(country.cities):
            yield Name(words_of(name), "place", name, country.id, country.name)
        people |= {word.lower() for word in country.peoples}
    lexicon.people |= people


def _places(rules: Rules) -> Iterable[Name]:
    for place in rules.pack("places", Place):
        for name in place.words:
            yield Name(words_of(name), "place", name, place.id, place.country)


def _groups(lexicon: Lexicon, rules: Rules) -> Iterable[Name]:
    """Armed groups and peoples; parties to conflicts under the name of the side that they fight for."""
    found: dict[tuple[str, ...], Name] = {}
    for group in rules.pack("groups", Group):
        for name in (group.name, *group.words):
            found.setdefault(words_of(name), Name(words_of(name), "group", group.name, group.id, group.name))
    lexicon.people = frozenset(" ".join(words) for words in found)
    for actor in rules.pack("parties", Actor):
        for name in (actor.name, *listed(actor.aliases)) if actor.side else ():
            words, side = words_of(name), actor.side
            found.setdefault(words, Name(words, "group", side, actor.id, side, exact=_exact(name)))
    return found.values()


def _exact(name: str) -> str:
    """The name as its words stand in a text, where only its capitals make a name of it: "IS", "U.S"."""
    return name.rstrip(".") if name.isupper() and len(name) <= _INITIALS else ""


def _events(lexicon: Lexicon, rules: Rules) -> Iterable[Name]:
    for event in rules.pack("events", Event):
        lexicon.events[event.name] = event
        for place in listed(event.places):
            lexicon.events_at.setdefault(place, []).append(event)
        for alias in listed(event.aliases):
            yield Name(words_of(alias), "event", event.name, event.id)


def _kinds(rules: Rules) -> Iterable[Name]:
    for kind in rules.pack("kinds", EventKind):
        for word in (kind.name, *kind.words):
            yield Name(words_of(word), "kind", kind.name, kind.id)
