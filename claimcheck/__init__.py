"""claimcheck: who says how many, and who says otherwise.

What the commands do, one function each:

    articles = claimcheck.read("seeds")
    analysis = claimcheck.analyse(articles)
    print(claimcheck.render(analysis))

Everything is imported on first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.errors import ArticleError as ArticleError
    from claimcheck.errors import ClaimcheckError as ClaimcheckError
    from claimcheck.errors import RulesError as RulesError
    from claimcheck.errors import UsageError as UsageError
    from claimcheck.explain import explain_claim as explain_claim
    from claimcheck.explain import explain_line as explain_line
    from claimcheck.explain import explain_pair as explain_pair
    from claimcheck.graph import claim_graph as claim_graph
    from claimcheck.graph import graph_text as graph_text
    from claimcheck.pipeline import analyse as analyse
    from claimcheck.pipeline import attribute as attribute
    from claimcheck.pipeline import load_rules as load_rules
    from claimcheck.pipeline import quantities as quantities
    from claimcheck.pipeline import read_all as read_all
    from claimcheck.records import Analysis as Analysis
    from claimcheck.records import Article as Article
    from claimcheck.records import Claim as Claim
    from claimcheck.report import render as render
    from claimcheck.report import render_claims as render_claims
    from claimcheck.report import select as select
    from claimcheck.report.contract import contract as contract
    from claimcheck.report.derivation import render_steps as render_steps
    from claimcheck.stages.read import read as read

__version__ = "0.1.0"

_WHERE = {
    "read": "claimcheck.stages.read",
    "analyse": "claimcheck.pipeline",
    "read_all": "claimcheck.pipeline",
    "quantities": "claimcheck.pipeline",
    "attribute": "claimcheck.pipeline",
    "load_rules": "claimcheck.pipeline",
    "select": "claimcheck.report",
    "render": "claimcheck.report",
    "render_claims": "claimcheck.report",
    "contract": "claimcheck.report.contract",
    "explain_line": "claimcheck.explain",
    "explain_claim": "claimcheck.explain",
    "explain_pair": "claimcheck.explain",
    "render_steps": "claimcheck.report.derivation",
    "claim_graph": "claimcheck.graph",
    "graph_text": "claimcheck.graph",
    "Article": "claimcheck.records",
    "Analysis": "claimcheck.records",
    "Claim": "claimcheck.records",
    "ArticleError": "claimcheck.errors",
    "ClaimcheckError": "claimcheck.errors",
    "RulesError": "claimcheck.errors",
    "UsageError": "claimcheck.errors",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    return getattr(importlib.import_module(_WHERE[name]), name)
