"""By what name a text calls the fire or storm that a number is of, and from where a distance is measured."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import analyse, load_rules
from claimcheck.records import DISPUTES, Article
from claimcheck.slots import Book, subject_of

RULES = load_rules()


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The Osk Ridge Fire has burned 5,000 acres.", "5,000", "osk ridge"),
        ("The so-called Osk fire has burned 5,000 acres.", "5,000", "osk"),
        ("One blaze, dubbed the Lara Fire, destroyed 45 homes.", "45", "lara"),
        ("The Lara Fire is near Bor. It has burned 45 homes.", "45", "lara"),
        ("The Lara Fire is near Bor. That fire, which came on Monday, has burned 45 homes.", "45", "lara"),
        ("The Lara Fire is near Bor. Another fire has burned 45 homes.", "45", None),
        ("The Lara Fire and the Osk Fire are near Bor. The fire has burned 45 homes.", "45", None),
        ("Hurricane Odo killed 45 people.", "45", "odo"),
        ("Tropical Storm Odo killed 45 people in Chad.", "45", "odo"),
        ("Some 45 people were killed by cyclone Odo.", "45", "odo"),
        ("The Cal Fire service sent 45 engines.", "45", None),
        ("The National Hurricane Center said 45 people had died.", "45", None),
        ("The Osk Fire Department sent 45 engines.", "45", None),
        ("A fire has burned 45 homes.", "45", None),
        ("The village is 45 miles (72 km) northeast of Bor.", "45", "bor"),
        ("The village is 45 miles (72 km) northeast of Bor.", "72", "bor"),
        ("The village is about 45 km from Lara City.", "45", "lara city"),
        ("The boat sank 45 miles off the coast.", "45", None),
    ],
)
def test_what_a_happening_is_called(text: str, number: str, expected: str | None) -> None:
    (reading,) = analyse([Article.from_text(f"News\n\n{text}", name="a.txt")], RULES).readings
    claims = [c for c in reading.claims if reading.article.text[c.quantity.number[0] :].startswith(number)]
    slots = [subject_of(claim, None, RULES.once(Book), reading).slots for claim in claims]
    assert {each.called for each in slots} <= {expected}
    assert slots or expected is None


def test_fires_of_two_names_are_no_dispute() -> None:
    one = (
        "LARA A wildfire is burning near Lara. The so-called Osk Fire had burned 7,800 acres by Monday, officials said."
    )
    other = f"{one} The Dog Hill Fire in Bor has burned 17,600 acres."
    articles = [
        Article.from_text(f"Fires\n\n{text}", name=f"{n}.txt", date="2016-06-20") for n, text in enumerate((one, other))
    ]
    assert not [r for r in analyse(articles, RULES).relations if r.kind in DISPUTES]
