"""Titles of figures: readable names of events, and nothing said twice."""

from __future__ import annotations

import pytest

from claimcheck import analyse
from claimcheck.records import Article


def titles(text: str, date: str | None = "2024-03-05") -> list[str]:
    """The titles of a text's figures."""
    return [figure.title for figure in analyse([Article.from_text(text, date=date)]).figures]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The fire in Athens killed 12 people, police said.", "people killed, Athens fire, March 2024"),
        ("Twelve people were injured in Athens on Monday.", "people injured, Athens, March 2024"),
        ("In Athens police made 30 arrests on Monday.", "people arrested, Athens, March 2024"),
        ("In Athens a fire caused 30 injuries on Monday.", "people injured, Athens fire, March 2024"),
        ("The firm cut 300 jobs in Athens on Monday.", "jobs cut, Athens, March 2024"),
        ("In the First Karabakh War 30,000 people were killed.", "people killed, First Karabakh War"),
        (
            "Air strikes killed 19 people in Douma on Monday, the worst day of the Syrian civil war.",
            "people killed, Douma, Syrian civil war, March 2024",
        ),
        ("A blast in a mine in Athens on Monday left 12 dead.", "people killed, Athens blast, March 2024"),
        ("In Athens police found the 12 bodies on Monday.", "bodies found, Athens, March 2024"),
        ("The storm in Athens claimed 12 lives.", "people killed, Athens storm, March 2024"),
        ("The methane level in Athens was 8 percent on Monday.", "share, Athens, March 2024"),
        (
            "Around 5,000 people marched in Athens on Monday; police put the crowd at 1,200.",
            "people attended, Athens, March 2024",
        ),
        ("The Syrian civil war has killed 500,000 people in Syria.", "people killed, Syrian civil war"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (("12 people", "12 people", "12 Chadians"), "people killed, Athens fire"),
        (("12 Chadians", "12 people", "12 Chadians"), "Chadians killed, Athens fire"),
        (("12 Chadian workers", "12 workers", "12 Chadian workers"), "Chadian workers killed, Athens fire"),
        (("12 workers", "12 workers", "12 Chadian workers"), "workers killed, Athens fire"),
    ],
)
def test_a_title_names_the_party_that_at_least_half_of_the_claims_tell(told: tuple[str, ...], title: str) -> None:
    texts = [f"A fire in Athens killed {whom}, police said on Tuesday." for whom in told]
    found = analyse([Article.from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)]).figures
    assert [figure.title for figure in found] == [title]
