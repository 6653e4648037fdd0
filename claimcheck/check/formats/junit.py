"""For whatever reads JUnit: a test case a finding; open ones fail, decided ones are skipped with the reason.

Nobody owns that format; https://github.com/testmoapp/junitxml collects what its readers know.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from claimcheck.check.formats.text import quoted
from claimcheck.check.outcome import Item, Outcome
from claimcheck.safe import one_line, visible


def render(outcome: Outcome) -> str:
    """One suite of all findings. XML has no way to write control characters: they are written out."""
    counts = {
        "tests": len(outcome.items),
        "failures": sum(item.fails for item in outcome.items),
        "errors": 0,
        "skipped": outcome.counts["decided"],
    }
    numbers = {key: str(count) for key, count in counts.items()}
    suites = Xml.Element("testsuites", {"name": "claimcheck", **numbers})
    suite = Xml.SubElement(suites, "testsuite", {"name": "claimcheck", **numbers})
    for item in outcome.items:
        _case(suite, item)
    Xml.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(suites, encoding="unicode") + "\n"


def _case(suite: Xml.Element, item: Item) -> None:
    finding, place = item.finding, item.finding.place
    case = Xml.SubElement(
        suite,
        "testcase",
        {
            "classname": f"claimcheck.{finding.kind}",
            "name": f"{finding.sentence} ({finding.id})",
            "file": one_line(place.path),
            "line": str(place.line),
        },
    )
    if item.state == "decided":
        Xml.SubElement(case, "skipped", {"message": one_line(item.note)})
    elif item.fails:
        told = {"type": finding.kind, "message": f"{item.state}: {finding.sentence}"}
        failure = Xml.SubElement(case, "failure", told)
        failure.text = "\n".join(visible(quoted(spot)) for spot in (place, *finding.others))
