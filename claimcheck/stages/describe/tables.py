"""The packs in, the look-up tables of words, verbs, nouns and measures out; names are left to the name table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from claimcheck.rules import Rules
from claimcheck.rules.descriptions import EventKind, KindTrait, Measure, Noun, Refusal, Words
from claimcheck.stages.describe.inflected import gerund, past_form, third_person
from claimcheck.stages.describe.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    Form,
    Lexicon,
    Trigger,
    words_of,
)
from claimcheck.stages.describe.name_table import add_names
from claimcheck.stages.describe.scene_words import scene_words

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
_PARTICLES = frozenset(["up", "out", "off", "down", "over", "back", "away", "in", "on", "apart", "aside"])
# Words whose tag hangs on those around them.
_CONDITIONAL = frozenset(
    (
        *("to", "get", "gets", "got", "that", "others", "after", "before", "since", "until", "till", "as", "yet"),
        *("each", "all", "both", "which", "whom", "who", "where", "what"),
    )
)


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
    falls = (rule for rule in measures if rule.name in lexicon.groups["what falls"])
    lexicon.fallen = {noun: (rule.name, rule.id) for rule in falls for noun in rule.nouns}
    lexicon.endings = {name: listed_words for name, listed_words in words.items() if name.endswith("ending")}
    lexicon.either = {frozenset(two): both for *two, both in map(str.split, words.get("either", ()))}
    lexicon.compounds = frozenset(map(words_of, words.get("compound of a form", ())))
    pasts = {base: past.split("/")[0] for base, past, _ in (line.split() for line in words.get("irregular", ()))}
    lexicon.scene_words = scene_words(lexicon.groups, pasts)
    lexicon.refusals = rules.pack("refusals", Refusal)
    for refusal in lexicon.refusals:
        for noun in refusal.nouns:
            lexicon.refused.setdefault(noun, []).append(refusal)
    kinds = rules.pack("kinds", EventKind)
    lexicon.kinds_that = {name: frozenset(k.name for k in kinds if name in k.traits) for name in get_args(KindTrait)}
    add_names(lexicon, rules)
    return lexicon


def _add_tags(lexicon: Lexicon, words: dict[str, tuple[str, ...]]) -> None:
    order = [*_FIRST_WINS, *(name for name in words if name not in _FIRST_WINS)]
    for name in order:
        for word in words.get(name, ()) if name in _TAGS else ():
            lexicon.tags.setdefault(word, _TAGS[name])


def _add_plain(lexicon: Lexicon) -> None:
    lexicon.closed = _CONDITIONAL | lexicon.tags.keys()
    lexicon.plain = {word: tag for word, tag in lexicon.tags.items() if tag not in "JtR" and word not in _CONDITIONAL}


def _add_verbs(lexicon: Lexicon, words: dict[str, tuple[str, ...]], measures: Iterable[Measure]) -> None:
    forms: dict[str, set[Form]] = {}

    def add(text: str, lemma: str, kind: str) -> None:
        forms.setdefault(text, set()).add(Form(lemma, kind))

    irregular, stressed = {}, frozenset(words.get("stressed", ()))
    for line in words.get("irregular", ()):
        base, past, participle = line.split()
        irregular[base] = (past.split("/"), participle.split("/"))
        lexicon.pasts[base], lexicon.participles[base] = irregular[base][0][0], irregular[base][1][0]
    bases = {word for name in ("verb", "counting", "saying", "containing", "copular") for word in words.get(name, ())}
    bases |= {phrase.split()[0] for rule in measures for phrase in (*rule.done, *rule.does)} | irregular.keys()
    for base in sorted(bases - {"including", "with", "alongside", "among"}):
        add(base, base, "base")
        add(third_person(base), base, "s")
        add(gerund(base, stressed), base, "gerund")
        if base in irregular:
            for past in irregular[base][0]:
                add(past, base, "pp" if past in irregular[base][1] else "past")
            for participle in irregular[base][1]:
                add(participle, base, "participle" if participle not in irregular[base][0] else "pp")
        else:
            add(past_form(base, stressed), base, "pp")
    lexicon.forms = {text: tuple(sorted(found, key=lambda f: (f.lemma, f.kind))) for text, found in forms.items()}
    lexicon.kinds = {text: {form.kind: form.lemma for form in found} for text, found in lexicon.forms.items()}


def _add_nouns(lexicon: Lexicon, nouns: Iterable[Noun]) -> None:
    for rule in nouns:
        lexicon.parents.setdefault(rule.name, rule.parent)
        for unit, listed_words in (("", rule.words), (rule.name, rule.alike)):
            for word in listed_words:
                key = words_of(word)
                lexicon.nouns.setdefault(key, (unit or word.lower(), rule.name, rule.id))
        for body in rule.bodies:
            lexicon.bodies[words_of(body)] = (rule.name, rule.name, rule.id)
    heads: dict[str, list[tuple[str, ...]]] = {}
    for key in lexicon.nouns:
        if len(key) > 1:
            heads.setdefault(key[-1], []).append(key)
    lexicon.heads = {last: tuple(sorted(keys, key=len, reverse=True)) for last, keys in heads.items()}


def _add_triggers(lexicon: Lexicon, measures: Sequence[Measure]) -> None:
    for rule in measures:
        verbs, names = (("done", rule.done), ("does", rule.does)), (("noun", rule.nouns), ("changed", rule.changed))
        for role, phrases in (*verbs, ("state", rule.states), *names):
            for phrase in phrases:
                key = words_of(phrase)
                lexicon.triggers.setdefault(key[0], []).append(Trigger(key, role, rule))
    lexicon.phrasal = frozenset(
        (words[0], words[1])
        for rule in measures
        for phrase in (*rule.done, *rule.does)
        if len(words := phrase.split()) == 2 and words[1] in _PARTICLES
    )
    told = (t for found in lexicon.triggers.values() for t in found if t.role in ("done", "does"))
    lexicon.openings = frozenset(t.words[:2] for t in told if len(t.words) > 1)
    harm = {phrase for rule in measures if rule.harm and rule.unit for phrase in rule.done}
    lexicon.harming = frozenset(
        text for text, forms in lexicon.forms.items() if any(form.lemma in harm for form in forms)
    )
    lexicon.named = frozenset(phrase for rule in measures for phrase in rule.nouns)
    lexicon.again = tuple(rule for rule in measures if rule.again)
    lexicon.alone = tuple(rule for rule in measures if rule.alone)
    lexicon.states = frozenset(words_of(phrase) for rule in measures for phrase in rule.states)
    for triggers in lexicon.triggers.values():
        triggers.sort(key=_rank)


def _rank(trigger: Trigger) -> tuple[int, bool, bool]:
    """What is asked first: more words, then rules that do not yield, then those for fewer nouns, events or verbs."""
    rule = trigger.rule
    return -len(trigger.words), rule.weak, not (rule.kinds or rule.words or rule.denied or rule.barred)
