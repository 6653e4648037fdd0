"""Rule types for counted nouns, measures, events and places."""

from __future__ import annotations

from claimcheck.rules.base import Rule

PACKS: dict[str, type[Rule]] = {}
