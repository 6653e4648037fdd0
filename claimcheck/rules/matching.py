"""Rule types for match levels and relations."""

from __future__ import annotations

from claimcheck.rules.base import Rule

PACKS: dict[str, type[Rule]] = {}
