"""What rules/relations.toml says: its words and limits, and its sentences with two claims filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.records import Article
from claimcheck.rules import Rules
from claimcheck.rules.matching import RelationRule
from claimcheck.slots import Subject, shown
from claimcheck.stems import plural

_UNTOLD = {"measure": "a count of all", "party": "its side", "land": "the whole land", "time": "a part of it"}
_PEOPLE = {"person": "people"}


class Words:
    """The words, limits and sentences of the rules, by the name of the rule."""

    def __init__(self, rules: Rules) -> None:
        self._rules = {rule.name: rule for rule in rules.pack("relations", RelationRule)}
        self._cues = {name: _any_of(rule.words) for name, rule in self._rules.items() if rule.words}
        what = rf"of (?:[\w’'-]+ ){{0,3}}?(?P<what>{self.any_of('numbered-days')})\b"
        self.numbered_day = re.compile(
            rf"\b(?:day (?P<day>\d{{1,4}})|(?P<nth>\d{{1,4}})(?:st|nd|rd|th) day) {what}", re.I
        )

    def limit(self, name: str) -> float:
        """The limit that a rule sets."""
        return self._rules[name].limit if name in self._rules else 0.0

    def cue(self, name: str, text: str) -> bool:
        """Whether a text has one of the words of a rule."""
        pattern = self._cues.get(name)
        return pattern is not None and pattern.search(text.casefold()) is not None

    def opens(self, name: str, text: str) -> bool:
        """Whether a text begins with one of the words of a rule."""
        pattern = self._cues.get(name)
        return pattern is not None and pattern.match(text.casefold()) is not None

    def closes(self, name: str, text: str) -> bool:
        """Whether a text ends with one of the words of a rule."""
        pattern = self._cues.get(name)
        plain = text.casefold().rstrip()
        return pattern is not None and any(found.end() == len(plain) for found in pattern.finditer(plain))

    def has(self, name: str, word: str) -> bool:
        """Whether a word is one of a rule's."""
        return name in self._rules and word in self._rules[name].words

    def any_of(self, name: str) -> str:
        """A pattern's text for any of the words of a rule."""
        words = self._rules[name].words if name in self._rules else ()
        return f"(?:{'|'.join(map(re.escape, words)) or '(?!)'})"

    def bars(self, name: str, measure: str) -> bool:
        """Whether a rule never holds of a measure."""
        return name in self._rules and measure in self._rules[name].unless

    def says(self, name: str, filled: Mapping[str, str]) -> str:
        """A rule's sentence with its names filled in."""
        says = self._rules[name].says if name in self._rules else name
        return says.format_map(filled if isinstance(filled, _Open) else _Open(filled)) if "{" in says else says

    def id(self, name: str) -> str:
        """The id of a rule."""
        return self._rules[name].id if name in self._rules else ""


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


class _Open(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "unsaid"


class Said(dict[str, str]):
    """What a sentence may say of a claim, by field; each worked out when it is first asked for."""

    def __init__(self, subject: Subject, article: Article) -> None:
        super().__init__()
        self.subject, self._article = subject, article

    def __missing__(self, field: str) -> str:
        told = self[field] = _told(field, self.subject, self._article)
        return told


class Filled(_Open):
    """The names in a rule's sentence with what stands for them: {who_a} is who gives the first number."""

    def __init__(self, a: Said, b: Said) -> None:
        super().__init__()
        self._sides = {"a": a, "b": b}

    def __missing__(self, key: str) -> str:
        field, _, letter = key.rpartition("_")
        side = self._sides.get(letter)
        return super().__missing__(key) if side is None else side[field]


def _told(field: str, subject: Subject, article: Article) -> str:
    """What a sentence says of one of two claims: "" is its number as worded."""
    claim, slots = subject.claim, subject.slots
    if field == "":
        return " ".join(article.text[claim.quantity.start : claim.quantity.end].split())
    if field == "who":
        return " and ".join(subject.voice) or article.outlet or article.name
    if field in ("object", "noun", "named"):
        return " ".join(claim.description.object.split()) or ("" if field == "named" else _class(subject))
    if field in ("period", "time"):
        return days(slots.period) if slots.period else _UNTOLD.get(field, "")
    if field in ("measure", "party", "place", "land", "scope"):
        told = shown(subject, "place" if field == "land" else field) or _UNTOLD.get(field, "")
        return told.replace("_", " ") if field in ("measure", "scope") else told
    return "unsaid"


def _class(subject: Subject) -> str:
    """Whom a claim counts that names nobody, by what its text tells of them."""
    noun = subject.slots.noun
    return _PEOPLE.get(noun, plural(noun.replace("_", " "))) if noun else "those it does not name"


def days(period: tuple[str, str]) -> str:
    """2020-09-27; 2020-09-27 to 2020-11-10; since 2020-09-27."""
    first, last = period[0], period[1].replace("~", "")
    if first == last:
        return first
    return f"{first} to {last}" if first and last else f"since {first}" if first else f"up to {last or 'then'}"
