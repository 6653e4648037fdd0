"""Rule types for sources, countries and cues."""

from __future__ import annotations

from claimcheck.rules.base import Rule

PACKS: dict[str, type[Rule]] = {}
