"""One form for the spellings of a name."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import load_rules
from claimcheck.slots.world import world_of
from claimcheck.spelling import spelt

ONE = [
    ("Sheikhun", "Shaykhun", "Cheikhoun", "Shaikhoun"),
    ("Raqqa", "Raqa", "Rakka", "Raqqah"),
    ("Daraa", "Deraa", "Dera'a"),
    ("Hasakah", "Hassakeh", "Hasaka", "al-Hasakah"),
    ("Hodeidah", "Hudaydah", "Hodeida"),
    ("Khan Younis", "Khan Yunis"),
    ("Manbij", "Menbij"),
    ("Kyiv", "Kiev"),
    ("Mazar-e-Sharif", "Mazar-i-Sharif"),
]
TWO = [("Homs", "Hama"), ("Douma", "Daraa"), ("Kharkiv", "Kherson"), ("Idlib", "Irbil"), ("Goma", "Gaza")]


@pytest.mark.parametrize("names", ONE, ids=lambda names: names[0])
def test_one_name_has_one_form(names: tuple[str, ...]) -> None:
    assert len(set(map(spelt, names))) == 1


@pytest.mark.parametrize("names", TWO, ids=lambda names: names[0])
def test_two_names_have_two(names: tuple[str, str]) -> None:
    assert spelt(names[0]) != spelt(names[1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Qamishli", "al-Qameshli", True),
        ("Maarat al-Numan", "Maarrat al-Nuaman", True),
        ("Karbala", "Kerbela", True),
        ("Salqin", "Salhin", False),
        ("Tikrit", "Takrur", False),
    ],
)
def test_places_that_differ_by_a_vowel_are_one(one: str, other: str, same: bool) -> None:
    assert (world_of((), load_rules()).compare(one, other) == "same") == same
