"""Whether two short articles tell of one happening, by their openings."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import load_rules, read_all
from claimcheck.records import Article
from claimcheck.slots import Book
from claimcheck.stages.match.leads import Likeness, lead_of
from claimcheck.stages.match.names import LeadNames

ONE = [
    (
        "A train crash in the southern Egyptian province of Sohag killed 19 people on Tuesday, Hala Amin said.",
        "Egypt began to bury the 32 people who died when two trains collided at Sohag on Tuesday.",
    ),
    (
        "Police in Kano said that 49 people had been killed in shootings at two markets in the city.",
        "The number of people killed in the shootings at two markets in Kano has risen to 50, Musa Bello said.",
    ),
]
TWO = [
    (
        "A landslide in the Indian state of Kerala killed 15 people on Monday, the minister's office said.",
        "Sixteen people died when a bus fell into a gorge in the Indian state of Assam on Tuesday.",
    ),
    (
        "A bomb at a market in Baquba, Iraq, killed 16 people on Monday.",
        "A bomb at a bus station in Quetta, Pakistan, killed 19 people on Monday.",
    ),
]


def likeness(left: str, right: str) -> float:
    rules = load_rules()
    book, names = rules.once(Book), rules.once(LeadNames)
    articles = [Article.from_text(text, name=name, date="2024-05-08") for name, text in (("a", left), ("b", right))]
    return Likeness(book)(*(lead_of(reading, names, book) for reading in read_all(articles, rules)))


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_happening(left: str, right: str) -> None:
    assert likeness(left, right) > 0


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_happenings(left: str, right: str) -> None:
    assert likeness(left, right) < 0


def test_a_people_stands_for_its_land_and_an_opening_word_for_nothing() -> None:
    names = load_rules().once(LeadNames)

    assert names.lands(["scottis"]) == names.lands(["scotlan"]) != frozenset()
    assert {"despite", "thank", "fifty-t"} <= names.plain


def test_who_wrote_an_article_names_no_story() -> None:
    rules = load_rules()
    text = "Floods in Kogi\n\nBy Adaobi Okafor, 16/09/2024\n\nFloods have killed 31 people in Kogi.\n"
    (reading,) = read_all([Article.from_text(text)], rules)
    assert lead_of(reading, rules.once(LeadNames), rules.once(Book)).names == {"kogi"}
