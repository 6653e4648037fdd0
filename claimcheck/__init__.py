"""claimcheck: who says how many, and who says otherwise.

What the commands do, one function each. Everything is imported on first use.
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

_WHERE = {
    "read": "claimcheck.stages.read",
    "analyse": "claimcheck.pipeline",
    "quantities": "claimcheck.pipeline",
    "attribute": "claimcheck.pipeline",
    "load_rules": "claimcheck.pipeline",
    "Article": "claimcheck.records",
    "Analysis": "claimcheck.records",
    "Claim": "claimcheck.records",
    "ClaimcheckError": "claimcheck.errors",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    return getattr(importlib.import_module(_WHERE[name]), name)
