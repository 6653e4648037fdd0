"""Whose shelling or air strike a number of a war is of, and that two sides' strikes are two figures."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import analyse, load_rules, read_one
from claimcheck.records import Article
from claimcheck.rules import Rules
from claimcheck.slots import Book, striker_of
from claimcheck.stages.match import explain

DAY = "2016-07-12"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Regime air strikes killed 20 people in Homs.", "government"),
        ("Shells fired by opposition groups at the town killed 20 people.", "opposition"),
        ("Russian jets pounded the town, killing 20 people.", "Russia"),
        ("Some 20 people died in presumed Russian or Syrian government raids.", "Russia, Syria, government"),
        ("The terrorist organizations fired a shell on a school and killed 20 people.", "opposition"),
        ("Rockets of many kinds hit the town, killing 20 people.", None),
        ("Syrian rebel rockets killed 20 people.", "opposition"),
        ("The bombing by Turkish jets killed 20 people.", "Turkey"),
        ("A shell belonging to rebel forces killed 20 people.", "opposition"),
        ("DAESH suicide bombers killed 20 people.", "Islamic State"),
        ("US-led coalition air strikes killed 20 people.", "United States, government"),
        ("Rebels shelled the town. Some 20 people were killed.", "opposition"),
        ("Some 20 people were killed by rockets. Rebel groups hit the town with rockets.", "opposition"),
        ("Some 20 people were killed by a bomb. Rebel groups hit the town with rockets.", None),
        ("A rebel rocket killed five people. The rocket left 20 people injured.", "opposition"),
        ("A rebel rocket killed five people. A fire left 20 people injured.", None),
        ("Regime raids killed 12 people, while rebel rockets killed 20 people.", "opposition"),
        ("Rebel rockets hit a school, and 20 people died in Russian raids.", "Russia"),
        ("Raids condemned by Russia killed 20 people.", None),
        ("A strike on Syrian army positions killed 20 people.", None),
        ("Raids on rebel-held areas killed 20 people.", None),
        ("Car bombs killed 20 people.", None),
        ("A terrorist attack killed 20 people.", None),
        ("Syrian forces hit by rockets lost 20 people.", None),
        ("The regime was hit by rockets that killed 20 people.", None),
        ("Russian jets flew 20 hours.", None),
    ],
)
def test_whose_strike_it_was(text: str, expected: str | None, rules: Rules) -> None:
    reading = read_one(Article.from_text(text, name="a", date=DAY), rules)
    (claim,) = (claim for claim in reading.claims if claim.quantity.value == 20)
    assert striker_of(claim, reading, rules.once(Book)) == expected


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        ("Rebel rockets killed eight people", "Regime air raids killed five people", 2),
        ("Rebel rockets killed eight people", "Rebel shelling killed five people", 1),
        ("Syrian army air raids killed eight people", "Russian jets struck, killing five people", 1),
        ("Rebel rockets killed eight people", "Shells killed five people in rebel-held districts", 2),
        ("Rebel rockets killed eight people", "Shells killed five people", 1),
        ("Islamic State shelling killed eight people", "Russian air raids killed five people", 2),
        ("Rebel rockets killed eight people", "Regime rockets killed eight people", 1),
        ("Rebel rockets killed 30 people", "Fighting killed nearly 30 rebels", 2),
    ],
)
def test_strikes_of_two_sides_are_two(one: str, other: str, figures: int, rules: Rules) -> None:
    text = "{} in the Syrian city of Aleppo on Monday in the Syrian civil war, a monitor said."
    articles = [Article.from_text(text.format(told), name=told, date=DAY) for told in (one, other)]
    run = analyse(articles, rules)
    assert len(run.figures) == figures
    assert not (figures > 1 and run.relations)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Azerbaijani shelling", "Armenian shelling", "different"),
        ("Azerbaijani shelling", "Azerbaijani air strikes", "same"),
        ("Azerbaijani shelling", "Turkish air strikes", "compatible"),
    ],
)
def test_two_lands_that_fight_each_other_strike_apart(one: str, other: str, label: str, rules: Rules) -> None:
    text = "The Nagorno-Karabakh war went on. {} killed {} people in a village."
    articles = [
        Article.from_text(text.format(*told), name=told[0], date="2020-10-05") for told in ((one, 5), (other, 8))
    ]
    readings = [read_one(article, rules) for article in articles]
    (left,), (right,) = (reading.claims for reading in readings)
    found = explain(left, right, readings, rules).levels
    assert [level.label for level in found if level.field == "agent"] == [label]
