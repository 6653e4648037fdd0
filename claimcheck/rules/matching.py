"""Rule types for match levels, relations, and wholes with their parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from claimcheck.rules.base import Rule


class Weight(Rule, frozen=True):
    """What one comparison level of one slot adds to a pair's score; `veto`: the pair is never joined."""

    field: str
    label: str
    weight: float
    veto: bool = False
    words: tuple[str, ...] = ()  # kinds of events that the level is for
    fades: tuple[int, int] | None = None  # up to how many things have it in full, and from how many on it adds nothing

    def problems(self) -> Iterable[str]:
        """A veto that adds something, and a weight that fades before it begins to."""
        if self.veto and self.weight > 0:
            yield "a veto cannot have a positive weight"
        if self.fades and not self.fades[0] < self.fades[1]:
            yield "a weight fades from a smaller number to a larger one"

    def among(self, count: int) -> float:
        """What the level adds where so many things have it."""
        if self.fades is None:
            return self.weight
        full, none = self.fades
        return self.weight * max(0.0, min(1.0, (none - count) / (none - full)))


class RelationRule(Rule, frozen=True):
    """One way to a relation, or one doubt: its sentence in plain words, cue words, and a limit where it has one."""

    relation: Literal["update", "agree", "compatible", "diverge", "contradict", "part_of", "sum", "doubt"]
    says: str = ""  # the reason as shown; names in braces are filled in
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()  # measures of which it never holds
    limit: float = 0.0


class Parts(Rule, frozen=True):
    """A value of a slot that is made of others ("casualties" of killed and injured), or holds them."""

    slot: Literal["measure", "noun", "party"]
    whole: str
    parts: tuple[str, ...]
    alike: bool = False  # where the numbers meet, part and whole may be one thing told from two ends
    equal: bool = False  # of `alike`: only where the numbers are one, not where they merely meet
    synonyms: bool = False  # of `alike`: one thing in two words, whatever the numbers
    some: bool = False  # of `alike`: the parts may be but some of the whole: the treated of the hurt
    one_count: bool = False  # of `alike`: one count in other words, where no article of the event tells them apart
    plain: bool = False  # an article that gives one number by both means the part by the whole
    among: tuple[str, ...] = ()  # only where these classes are counted; of `synonyms` none below them
    ends: bool = False  # names of one happening told from two ends: none is a part of another
    counted: tuple[str, ...] = ()  # of `ends`: the class counted under the whole, and that under the parts
    complete: bool = False  # the parts make up the whole and do not overlap: they can be added up

    def problems(self) -> Iterable[str]:
        """A sum of one part."""
        if self.complete and len(self.parts) < 2:
            yield "parts that make up a whole are two or more"
        if self.counted and (len(self.counted) != 2 or not self.ends):
            yield "counted are two classes, at the two ends of one happening"


PACKS: dict[str, type[Rule]] = {"match": Weight, "relations": RelationRule, "parts": Parts}
