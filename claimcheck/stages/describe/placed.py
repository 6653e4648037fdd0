"""A quantity with what its sentence tells of it: what later quantities refer back to."""

from __future__ import annotations

from msgspec import Struct

from claimcheck.records import Fact, Period, Quantity
from claimcheck.stages.describe.counted import Counted
from claimcheck.stages.describe.phrases import Parsed
from claimcheck.stages.describe.triggers import Found


class Placed(Struct, frozen=True, gc=False):
    """A quantity in its sentence, with what it counts and what tells its measure."""

    quantity: Quantity
    phrase: Counted
    parsed: Parsed
    measure: Found | None
    unit: str
    noun_class: str
    of_people: bool
    party: Fact | None = None
    scope: Fact | None = None
    status: Fact | None = None
    recorder: Fact | None = None  # the land that counts it
    harms: frozenset[str] = frozenset()  # that the article has told a number of, up to this one


class Setting(Struct, frozen=True, gc=False):
    """When, where and in what event the counted happened, as far as words tell it."""

    period: Period | None
    event: Fact | None
    place: Fact | None
    scope: Fact | None
