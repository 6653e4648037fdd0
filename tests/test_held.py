"""A number that is denied, expected or supposed says so, in every format that shows claims."""

from __future__ import annotations

import pytest

from claimcheck import analyse
from claimcheck.records import Article
from claimcheck.report import render, render_claims

TEXT = (
    "The army denied that 40 civilians were killed in Karsa.\n\nThe UN expects 3,000 homes to be destroyed.\n\n"
    "If the dam breaks, 500 people could die."
)
ANALYSIS = analyse([Article.from_text(TEXT, date="2024-03-05")])


@pytest.mark.parametrize("format_", ["text", "md", "html", "csv"])
def test_the_report_says_how_a_number_is_held(format_: str) -> None:
    shown = render(ANALYSIS, format_) if format_ != "text" else render(ANALYSIS)
    assert [words in shown for words in ("denied", "a forecast", "hypothetical")] == [True] * 3


def test_the_claims_alone_say_it_too() -> None:
    shown = render_claims(ANALYSIS.readings)
    for words in ("denied by army", "United Nations (a forecast)", "(hypothetical)"):
        assert words in shown
