"""For GitLab: a code quality report of the open findings.

https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

from claimcheck.check.outcome import Item, Outcome
from claimcheck.safe import dumped

_SEVERITY = {"contradict": "major", "diverge": "minor"}


def render(outcome: Outcome) -> str:
    """The report as GitLab documents it; its fingerprint is that of the finding, so that none comes twice."""
    return dumped([_issue(item) for item in outcome.open], indent=1) + "\n"


def _issue(item: Item) -> dict[str, object]:
    finding = item.finding
    return {
        "description": finding.sentence,
        "check_name": f"claimcheck-{finding.kind}",
        "fingerprint": finding.id,
        "severity": _SEVERITY[finding.verdict],
        "location": {
            "path": finding.place.path.removeprefix("./"),
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }
