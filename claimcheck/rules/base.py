"""What every rule has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from claimcheck.records import Record

Example = str | tuple[str, Any]  # a text, or a text with what is expected of it


class Rule(Record, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all rules: an id that is never reused, a name, what it says, and its own examples."""

    # whether rules are looked up by their names: no two may have one, and only what the shipped rules name is asked for
    ALONE: ClassVar[bool] = False

    id: str
    name: str
    doc: str = ""
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()  # must fail today; the test tells when it stops

    def problems(self) -> Iterable[str]:
        """Mistakes that the types alone do not show, as ends of sentences."""
        return ()

    def refers(self) -> Iterable[tuple[str, str, str]]:
        """Every name of another rule that it holds, with its own key before it and the pack of the other."""
        return ()

    def spelled_out(self) -> Self:
        """The rule with all in full that it says in short, as the stages look it up."""
        return self
