"""Rule types for numbers, qualifiers, units and what is no claim."""

from __future__ import annotations

from claimcheck.rules.base import Rule

PACKS: dict[str, type[Rule]] = {}
