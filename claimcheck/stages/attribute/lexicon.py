"""The packs of cues and word classes, compiled for look-up by token."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor, Cue, WordClass
from claimcheck.rules.world import Country, listed
from claimcheck.stages.attribute.ownside import SideWords

_APART = (
    "carry",
    "compound",
    "credit",
    "stance",
    "issue",
)  # frames that are not looked for word by word among the reports
_SPEAKERLESS = ("hedge", "survey", "label", "ask", "call", "reckoned")  # frames of cues that name no speaker
_HOLDERS = ("holder", "collective", "anonymous", "organisation", "government-office", "person-title", "counting")
_BODIES = ("igo", "ngo", "agency")
Form = str  # base, third, past, ing, word, noun


class CueForm(NamedTuple):
    """One form of a cue: its words, which form it is, the rule it comes from."""

    words: tuple[str, ...]
    form: Form
    rule: Cue


class Lexicon(NamedTuple):
    """Word classes as sets of words, names as they are written; cues under their first word, longest first."""

    classes: dict[str, frozenset[str]]
    cues: dict[str, tuple[CueForm, ...]]
    openers: frozenset[str]  # first words of the cues that can name a speaker
    compounds: dict[str, Cue]  # what stands behind a hyphen: "the UN-reported toll"
    stances: dict[str, tuple[CueForm, ...]]  # cues of what is planned or wanted and not said, under their first word
    issues: dict[str, tuple[CueForm, ...]]  # cues of who issues figures, under their first word
    holders: frozenset[str]  # heads of who can plan, want and decide
    carry: tuple[CueForm, ...]  # what a sentence opens with that goes on with the count before
    credit: tuple[Cue, re.Pattern[str], re.Pattern[str]]  # of lines "Source: X": their cue, how they open, the line
    credited: re.Pattern[str]  # what leads to the agency that an article is credited to, and what is called so
    verbs: frozenset[str]  # every word that can only be a finite verb, cues included
    function: frozenset[str]  # words that open a sentence with a capital and are no name
    titles: frozenset[str]  # what a person is called with: "Mr.", "Governor"
    ruling: re.Pattern[str]  # the title of who rules a country, and his surname
    honoured: re.Pattern[str]  # an honour, a first name and a surname: "Sir Keir Starmer"
    lost: re.Pattern[str]  # from a country on: its soldiers, whom something befell
    held_by: re.Pattern[str]  # who holds a land, before a body of it: "Hamas-run health ministry"
    in_land: re.Pattern[str]  # right before a land in which something happened: "in eastern Mali"
    in_state: re.Pattern[str]  # the same of a state of a union
    lies_off: re.Pattern[str]  # how far a place lies from another: "in Larkin, | about 40 km | north of Varna"
    known_spell: re.Pattern[str]  # what leads to how long a known thing went on: "in the | three-month war"
    spelled: re.Pattern[str]  # how long it did, before what it is: "three-month | war"
    side: SideWords  # what shows whose side an article takes
    strife_that: re.Pattern[str]  # what leads to the cost of a war: "a war in Chad that has | killed 40"


def lexicon(rules: Rules) -> Lexicon:
    """The lexicon of these rules."""
    classes, cues = _classes(rules), rules.pack("cues", Cue)
    ordered = _under_first_words(rule for rule in cues if rule.frame not in _APART)
    return Lexicon(
        classes=classes,
        cues=ordered,
        openers=_openers(ordered),
        compounds={word: rule for rule in cues if rule.frame == "compound" for word in rule.words},
        stances=_under_first_words(rule for rule in cues if rule.frame == "stance"),
        issues=_under_first_words(rule for rule in cues if rule.frame == "issue"),
        holders=frozenset().union(*(classes[name] for name in _HOLDERS)),
        carry=tuple(form for rule in cues if rule.frame == "carry" for form in _forms(rule)),
        credit=_credit(next(rule for rule in cues if rule.frame == "credit")),
        credited=_credited(classes["credited"]),
        verbs=classes["verb"] | classes["auxiliary"] | (_finite(ordered) - classes["document"]),
        function=frozenset().union(*(classes[name] for name in _FUNCTION)),
        titles=classes["honorific"] | classes["person-title"] | classes["anonymous"],
        ruling=re.compile(
            r"(?<!ormer )(?<!ex-)(?<![Vv]ice )(?<![Vv]ice-)\b"
            rf"(?:{_titled(classes['ruling-title'])})\s([^\W\d_a-z][^\W\d_]++)(?!\s[A-Z])"
        ),
        honoured=re.compile(rf"\b(?:{_titled(classes['honour'])})\s([^\W\d_a-z][\w'’-]*+)\s([^\W\d_a-z][\w'’-]++)"),
        lost=re.compile(
            rf"\w+\s(?:[a-z]+\s){{0,2}}(?:{_any_of(classes['lost-force'])})\s(?:\w+\s)?(?:was|were|been)\s"
        ),
        held_by=re.compile(rf"\b([A-Z]\w+)-(?:{_any_of(classes['held-by'])})\s\Z"),
        in_land=re.compile(
            rf"(?i:\b(?:{_any_of(classes['in-land'])}|(?:north|south|east|west)[a-z]*ern)\s(?:the\s)?$)"
        ),
        in_state=re.compile(rf"\b(?:{_any_of(classes['within-state'])})\s(?:[a-z-]+\s){{0,2}}\Z"),
        lies_off=_lies_off(classes),
        known_spell=re.compile(
            rf"\b(?:{_any_of(classes['within-which'])})\s(?:{_any_of(classes['of-the-known'])})\s(?:[a-z]+\s)?\Z"
        ),
        spelled=re.compile(rf"[\w.]+(?:\s[a-z]+)?-(?:{_any_of(classes['spell-unit'])})(?:-old|-long)?\s[a-z]"),
        side=SideWords(
            enemy=re.compile(rf"\b(?:{_any_of(classes['enemy'])})\b"),
            ours=re.compile(rf"\b[Oo]ur\s(?:\w+\s)?(?:{_any_of(classes['of-an-army'])})\b"),
            fights=re.compile(rf"\b(?:{_any_of(classes['fights'])})\b"),
        ),
        strife_that=re.compile(
            rf"\b(?:{_any_of(classes['strife'])})\b(?:\s(?:in|with|against)\s[A-Z][\w’'-]*+)?"
            r",?\s(?:that|which)\s(?:has|have)\s"
        ),
    )


def _openers(cues: Mapping[str, Iterable[CueForm]]) -> frozenset[str]:
    """The first words of the cues that can name a speaker."""
    return frozenset(word for word, forms in cues.items() if any(form.rule.frame not in _SPEAKERLESS for form in forms))


def _finite(cues: Mapping[str, Iterable[CueForm]]) -> frozenset[str]:
    """The first words of the finite forms of cues that are verbs: said, says."""
    told = (form for forms in cues.values() for form in forms if form.rule.frame != "roll")
    return frozenset(form.words[0] for form in told if form.form in ("past", "third"))


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words."""
    return "|".join(sorted(words))


def _lies_off(classes: dict[str, frozenset[str]]) -> re.Pattern[str]:
    """How far a place lies from another, by a name behind a preposition and a comma: group 1 from its comma on."""
    units, headings = (_any_of(classes[kind]) for kind in ("distance-unit", "heading"))
    name = r"\b(?:in|at|near|of|from|to|outside|on|around)\s(?:the\s)?(?:[A-Z][\w’'-]++\s){0,3}[A-Z][\w’'-]++,"
    far = rf"(?:[\w.,-]++\s){{0,4}}?[\w.,-]++\s(?:{units})(?:\s\([^()\n]{{1,24}}\))?"
    return re.compile(rf"{name}\s({far})\s(?:{headings})\b")


def _classes(rules: Rules) -> dict[str, frozenset[str]]:
    """The word classes by name, and the names of the packs as classes of their own."""
    classes = {
        rule.name: frozenset(word.replace("_", " ") for word in rule.words.split())
        for rule in rules.pack("syntax", WordClass)
    }
    classes["body-name"] = _names_of_bodies(rules)
    classes["outlet-name"] = frozenset(
        name for rule in rules.pack("media", Actor) for name in (rule.name, *listed(rule.aliases))
    )
    classes["small-name"] = frozenset(name for name in _names_of_packs(rules) if name.islower())
    classes["state-name"] = frozenset(name for rule in rules.pack("countries", Country) for name in rule.names)
    classes["seat-name"] = frozenset(
        name for rule in rules.pack("countries", Country) for name in (*listed(rule.capital), *listed(rule.metonyms))
    )
    classes["land-name"] = frozenset(name.lower() for name in classes["state-name"])
    classes["region"] |= {name.lower() for rule in rules.pack("countries", Country) for name in listed(rule.states)}
    classes["town-name"] = frozenset(name.lower() for rule in rules.pack("countries", Country) for name in _towns(rule))
    return classes


def _titled(words: Iterable[str]) -> str:
    """A pattern for any of some words, with capitals."""
    return "|".join(word.title() for word in sorted(words))


def _names_of_packs(rules: Rules) -> Iterable[str]:
    packs = ("media", "parties", "sources")
    return (
        name for pack in packs for actor in rules.pack(pack, Actor) for name in (actor.name, *listed(actor.aliases))
    )


def _towns(country: Country) -> tuple[str, ...]:
    return (*listed(country.capital), *listed(country.cities))


def _names_of_bodies(rules: Rules) -> frozenset[str]:
    """The names of organisations and agencies, as they are written: "Amnesty", "WHO"."""
    actors = (actor for actor in rules.pack("sources", Actor) if actor.kind in _BODIES)
    return frozenset(name for actor in actors for name in (actor.name, *listed(actor.aliases)))


def _credit(rule: Cue) -> tuple[Cue, re.Pattern[str], re.Pattern[str]]:
    """A cue that opens a line of its own, how it opens, and how such a line looks: "(Source: Eurostat)"."""
    words = "|".join(re.escape(words) for words in rule.words)
    opens = re.compile(rf"(?:{words})\s?:", re.I)
    return rule, opens, re.compile(rf"[(\[]?((?i:{words})\s?:)\s*([^\W\d_a-zß-öø-ÿ][^\n:;,()\[\]]{{1,80}}?)[\s.)\]]*")


def _credited(leads: Iterable[str]) -> re.Pattern[str]:
    """How a line opens that tells whose an article is: "(Reporting by Reuters", "- With files from AFP", "(AFP"."""
    words = "|".join(re.escape(lead).replace(r"\ ", r"\s") for lead in sorted(leads))
    return re.compile(rf"(?:[-–—(]\s*)?(?:{words}|\()\s*([^\n()]{{2,60}})", re.I)


def _under_first_words(rules: Iterable[Cue]) -> dict[str, tuple[CueForm, ...]]:
    """The forms of cues under their first word, longest first."""
    found: dict[str, list[CueForm]] = defaultdict(list)
    for rule in rules:
        for form in _forms(rule):
            found[form.words[0]].append(form)
    # Who is cited comes before what is cited: "X reports citing Y".
    return {
        word: tuple(sorted(forms, key=lambda form: (-len(form.words), form.rule.frame != "quote")))
        for word, forms in found.items()
    }


_FUNCTION = (
    "determiner",
    "preposition",
    "conjunction",
    "subordinator",
    "adverb",
    "pronoun",
    "relative",
    "auxiliary",
    "weekday",
    "month",
    "quantifier",
)


def _forms(rule: Cue) -> list[CueForm]:
    verbs = [
        CueForm(tuple(words.split()), form, rule)
        for verb in rule.verbs
        for form, words in zip(("base", "third", "past", "ing"), inflected(verb), strict=True)
    ]
    words = [CueForm(tuple(words.split()), "word", rule) for words in rule.words]
    nouns = [CueForm((word,), "noun", rule) for noun in rule.nouns for word in (noun, noun + "s")]
    return verbs + words + nouns


def inflected(verb: str) -> tuple[str, str, str, str]:
    """Base, third person, past and -ing of a verb: "note", or all four parted by slashes."""
    if "/" in verb:
        base, third, past, ing = verb.split("/")
        return base, third, past, ing
    head, _, rest = verb.partition(" ")
    forms = (head, _third(head), _past(head), _ing(head))
    base, third, past, ing = (f"{form} {rest}".rstrip() for form in forms)
    return base, third, past, ing


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
