"""Rule types for who says something: cues, word classes, sources, institutions, offices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from claimcheck.records import STANCES, Manner
from claimcheck.rules.base import Rule

Frame = Literal[
    "say",
    "tell",
    "show",
    "object",
    "count",
    "toll",
    "bare",
    "origin",
    "roll",
    "act",
    "speak",
    "ask",
    "call",
    "deny",
    "quote",
    "according",
    "compound",
    "survey",
    "impersonal",
    "label",
    "carry",
    "figure",
    "reckoned",
    "issue",
    "credit",
    "hedge",
    "stance",
]


class Cue(Rule, frozen=True, kw_only=True):
    """Words that show that somebody says something. Verbs are given by the base form, or form by form with slashes."""

    frame: Frame  # how speaker and content stand around the words
    manner: Manner = "says"
    verbs: tuple[str, ...] = ()  # "add" (adds, added, adding), "say/says/said/saying", "point out"
    words: tuple[str, ...] = ()  # words that are not inflected: "according to"
    clausal: bool = False  # only before a clause, "that", a colon or a quotation: "the economy added jobs" says nothing
    outlets: bool = False  # only of an outlet or its reporters: "Reuters has learned that"
    nouns: tuple[str, ...] = ()  # "claim" of "their claim that"
    opens: tuple[str, ...] = ()  # what must follow a stance, "to", "that"; of an act: what it counts, "dead"

    def problems(self) -> Iterable[str]:
        """A cue without words, or a verb with neither one form nor four."""
        if not (self.verbs or self.words or self.nouns):
            yield "no verbs, words or nouns"
        for verb in self.verbs:
            if len(verb.split(" ")[0].split("/")) not in (1, 4):
                yield f"verb {verb!r}: give the base form, or four forms: base/third person/past/-ing"
        if (self.frame == "stance") != (self.manner in STANCES):
            yield f"manner {self.manner!r} does not go with the frame {self.frame!r}"


class WordClass(Rule, frozen=True, kw_only=True):
    """Words of one part of speech or meaning, parted by spaces; an underscore stands for a space."""

    ALONE: ClassVar[bool] = True
    words: str


class Actor(Rule, frozen=True, kw_only=True):
    """A source with a name of its own: an agency, a broadcaster, an organisation, a party to a conflict."""

    kind: Literal["government", "forces", "court", "agency", "media", "igo", "ngo", "party", "document", "collective"]
    aliases: str = ""  # parted by "; "
    side: str = ""  # the country, or the party, that it speaks for
    near: str = ""  # where an alias is shared, a word of the article that tells it is this one; parted by "; "


class Institution(Rule, frozen=True, kw_only=True):
    """What every country has. `words` are heads of phrases; the source is named after the country's adjective."""

    kind: Literal["government", "forces", "court", "agency", "media", "ngo", "party", "collective"]
    source: str  # "{} government"
    words: str  # parted by "; "


PACKS: dict[str, type[Rule]] = {
    "cues": Cue,
    "syntax": WordClass,
    "sources": Actor,
    "parties": Actor,
    "media": Actor,
    "institutions": Institution,
}
