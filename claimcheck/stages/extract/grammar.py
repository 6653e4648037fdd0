"""The packs of numbers, qualifiers, units, changes and non-claims, turned into look-ups once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from claimcheck.dates.lexicon import MONTHS
from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor
from claimcheck.rules.descriptions import Words
from claimcheck.rules.quantities import Change, NonClaim, NumberWords, Qualifying, Unit
from claimcheck.rules.world import Country, listed
from claimcheck.stages.extract.tokens import TOKEN, Pieces

T = TypeVar("T")
Phrase = tuple[str, ...]


class Word(NamedTuple):
    """A number word."""

    kind: str
    value: float
    rule: NumberWords


class Grammar:
    """Everything that the stage looks up. Phrases are found by the word next to the number, the longest first."""

    def __init__(self, rules: Rules) -> None:
        self.words = {
            word: Word(rule.kind, value, rule)
            for rule in rules.pack("numbers", NumberWords)
            for word, value in rule.words.items()
        }
        self.starters = self.words.keys() | {"a", "an"}  # with digits, what a number may start with
        named = {rule.name: rule.id for rule in rules.pack("numbers", NumberWords)}
        self.digits, self.share = named["digits"], named["shares"]
        self.article = named["article-before-a-unit"]
        qualifying = rules.pack("qualifiers", Qualifying)
        self.before = _ending((phrase, rule) for rule in qualifying for phrase in rule.before)
        self.after = _starting((phrase, rule) for rule in qualifying for phrase in rule.after)
        bounding = (rule.before for rule in qualifying if rule.qualifier not in ("exact", "between", "vague"))
        self.bounding = frozenset(split(phrase)[-1] for phrases in bounding for phrase in phrases)
        self.by_qualifier: dict[str, Qualifying] = {}
        for rule in qualifying:
            self.by_qualifier.setdefault(rule.qualifier, rule)
        units = rules.pack("units", Unit)
        self.units = _starting((phrase, unit) for unit in units for phrase in unit.words)
        self.signs = _starting((sign, unit) for unit in units for sign in unit.signs)
        self.compounds = {(unit.unit.partition(" per ")[::2]): unit for unit in units if " per " in unit.unit}
        self.multiple = next(unit for unit in units if unit.unit == "time")  # what doubled and threefold count
        self.prefixes = _ending((sign, unit) for unit in units for sign in unit.before)
        self.told_by = {noun: unit for unit in units for noun in unit.told_by}
        self.prefix_parts = frozenset(part for unit in units for sign in unit.before for part in split(sign))
        changes = rules.pack("changes", Change)
        self.verbs = _ending((phrase, change) for change in changes for phrase in change.verbs)
        self.nouns = {noun: change for change in changes for noun in change.nouns}
        self.adverbs = {adverb: change for change in changes for adverb in change.adverbs}
        self.steps = frozenset(word for change in changes for word in (*change.steps, *change.nouns, *change.adverbs))
        self.carries = frozenset(word for change in changes for word in change.carries)
        self.change_after = {word: change for change in changes for word in change.after}
        self._add_groups(rules.pack("words", Words))
        self.no_lives = frozenset(name.split()[-1].lower() for name in _names_of_many(rules) if name)
        self.nonclaims = NonClaims(rules.pack("nonclaims", NonClaim))

    def may_count(self, text: str, start: int, end: int) -> bool:
        """Whether the stretch holds a digit or a number word at all: most sentences of news hold none."""
        if _DIGIT.search(text, start, end) is not None:
            return True
        words = _WORD.findall(text[start:end].lower())
        if not self.words.keys().isdisjoint(words):
            return True
        return not _ARTICLES.isdisjoint(words) and not self.bounding.isdisjoint(words)  # nearly a year

    def _add_groups(self, words: tuple[Words, ...]) -> None:
        """The groups of words by name, and those that are asked for together."""
        self.groups = {rule.name: frozenset(rule.words) for rule in words}
        hedges = self.groups["hedging"]
        self.hedged_share = hedges | self.groups["hedging a share"]
        self.hedged_second = hedges | self.groups["hedging a second number"]
        self.bounded_time = hedges | self.groups["bounding a time"]
        self.before_shared = self.groups["before a shared unit"] | {""}
        self.before_list = hedges | self.groups["before a shared unit"] | self.groups["before a list"]
        self.behind_sum = self.groups["behind a sum"] | {""}
        self.shortened = tuple(sorted(self.groups["shortened"]))
        self.pieces = Pieces(
            compounds=self.groups["compound"],
            leads=hedges | self.groups["leading to a number"],
            numbered=self.groups["its own number"] | frozenset(MONTHS),
            closed=self.groups["closing before a comma"] | {""},
        )
        self.rates_in_full = dict(line.split() for rule in words if rule.name == "rate in full" for line in rule.words)


_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"a", "an"})


class Trial(NamedTuple):
    """Rules to try, in file order, where the pattern holds at the number; the rest of them where it does not."""

    at: re.Pattern[str]
    rules: tuple[NonClaim, ...]
    rest: tuple[NonClaim, ...]


class NonClaims:
    """The rules of what is no claim, by what must be looked at to know."""

    def __init__(self, rules: tuple[NonClaim, ...]) -> None:
        self.readers = {rule.reader: rule for rule in rules if rule.reader}
        plain = [rule for rule in rules if not rule.reader]
        self.before = _ending((phrase, rule) for rule in plain for phrase in rule.before)
        self.after = _starting((phrase, rule) for rule in plain for phrase in rule.after if not rule.before)
        self._by_pattern = tuple(rule for rule in plain if not rule.before and not rule.after)
        self._trials: dict[tuple[str, bool], Trial] = {}
        self._pieces = {name: piece for rule in rules for name, piece in rule.pieces.items()}
        self.compiled = {
            pattern: re.compile(self._written_out(pattern))
            for rule in rules
            for pattern in (rule.behind, rule.at, rule.ahead)
            if pattern
        }

    def trial(self, dimension: str, qualified: bool) -> Trial:
        """The rules by pattern that may hold for an amount of this kind."""
        kind = dimension, qualified
        if kind not in self._trials:
            rules = tuple(rule for rule in self._by_pattern if applies(rule, dimension, qualified))
            at = "|".join(f"(?:{self._written_out(rule.at)})" for rule in rules if rule.at)
            self._trials[kind] = Trial(re.compile(at or "(?!)"), rules, tuple(rule for rule in rules if not rule.at))
        return self._trials[kind]

    def _written_out(self, pattern: str) -> str:
        """A pattern with its pieces put in. A blank stands for any white space: pages set hard spaces, break lines."""
        whole = _PIECE.sub(lambda found: self._pieces.get(found[1], found[0]), pattern)
        return whole.replace(" ", r"\s")


_PIECE = re.compile(r"\{([a-z][a-z-]*)\}")


def _names_of_many(rules: Rules) -> Iterable[str]:
    """The names of lands, of their people and of groups, which have no years of a life."""
    for land in rules.pack("countries", Country):
        yield from (*land.names, *listed(land.people))
    for party in rules.pack("parties", Actor):
        yield from (party.name, *listed(party.aliases))


def applies(rule: NonClaim, dimension: str, qualified: bool) -> bool:
    """Whether the rule speaks of amounts of this dimension ("": bare counts), with a qualifier or without."""
    return (rule.qualified or not qualified) and (dimension in rule.dimensions or not (dimension or rule.dimensions))


def split(phrase: str) -> Phrase:
    """A phrase as the words that the text is cut into."""
    return tuple(TOKEN.findall(phrase))


def _starting(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    return _index(((split(phrase), item) for phrase, item in pairs), 0)


def _ending(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    return _index(((split(phrase), item) for phrase, item in pairs), -1)


def _index(pairs: Iterable[tuple[Phrase, T]], at: int) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    found: dict[str, list[tuple[Phrase, T]]] = {}
    for words, item in pairs:
        found.setdefault(words[at], []).append((words, item))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}
