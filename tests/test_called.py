"""By what name a text calls the fire or storm that a number is of, and from where a distance is measured."""

from __future__ import annotations

import pytest
from clock import assert_in_proportion
from msgspec.structs import replace

from claimcheck.pipeline import analyse, load_rules
from claimcheck.records import DISPUTES, Article
from claimcheck.slots import Book, subject_of
from claimcheck.slots.called import called

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
        ("A wildfire killed 45 people. The so-called Osk fire broke out on Monday.", "45", "osk"),
        ("A wildfire is near Bor. The raging Osk fire has burned 45 homes.", "45", "osk"),
        ("A wildfire is near Bor. The Bor fire has burned 45 homes.", "45", None),
        ("The fire known as Osk is near Bor. On Monday, it had burned 45 homes.", "45", "osk"),
        ("The Osk Fire is near Bor. The mayor spoke. On Monday 45 people died.", "45", "osk"),
        (
            "The Osk Fire is near Bor. The mayor came. He spoke. She left. He left. On Monday 45 people died.",
            "45",
            None,
        ),
        ("A wildfire killed 45 people. A larger blaze burned. The so-called Osk fire broke out.", "45", "osk"),
        ("A wildfire burned. A larger blaze killed 45. The so-called Osk fire broke out.", "45", None),
        ("The Osk Fire is near Bor. One blaze, dubbed the Lara Fire, is too. The fire killed 45.", "45", "lara"),
        ("The Osk Fire is near Bor. Six other blazes killed 45 people. The fire is near.", "45", None),
        ("The Osk Fire is near Bor. Six other blazes are near. The fire killed 45 people.", "45", "osk"),
        ("The Osk Fire is larger than the Lara Fire. It killed 45 people.", "45", "osk"),
        ("The Osk Fire is near Bor. In 2003 the Lara Fire burned. The fire killed 45 people.", "45", "osk"),
        ("A storm hit Bor. The town was hit by Hurricane Odo in 2012. The storm killed 45 people.", "45", None),
        ("Hurricane Odo is near Bor. Hurricane Ivo was weaker. Odo killed 45 people.", "45", "odo"),
        ("Hurricane Odo is near Bor. Hurricane Ivo was weaker. Some 45 people died in Odo.", "45", "ivo"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Osk Fire is near Bor. Another fire has burned 45 homes.", {"osk"}),
        ("The Osk Fire is near Bor. Another fire is near. That fire, big as it is, has burned 45 homes.", {"osk"}),
        ("The Osk Fire is near Bor. There were two fires that burned 45 homes.", set()),
        ("The Osk Fire and the Lara Fire are near. Three other fires burned 45 homes.", {"osk", "lara"}),
        ("The Osk Fire is near Bor. A larger fire has burned 45 homes. It rained. The Lara Fire is near.", {"osk"}),
        ("A fire has burned 45 homes. Six sentences. Are. Told. Of it. Then. The Lara Fire came.", set()),
    ],
)
def test_what_a_happening_is_told_apart_from(text: str, expected: set[str]) -> None:
    (reading,) = analyse([Article.from_text(f"News\n\n{text}", name="a.txt")], RULES).readings
    claims = [c for c in reading.claims if c.quantity.value == 45]
    slots = [subject_of(claim, None, RULES.once(Book), reading).slots for claim in claims]
    assert [(each.called, each.apart_from) for each in slots] == [(None, expected)]


def test_fires_of_two_names_are_no_dispute() -> None:
    one = (
        "LARA A wildfire is burning near Lara. The so-called Osk Fire had burned 7,800 acres by Monday, officials said."
    )
    other = f"{one} The Dog Hill Fire in Bor has burned 17,600 acres."
    articles = [
        Article.from_text(f"Fires\n\n{text}", name=f"{n}.txt", date="2016-06-20") for n, text in enumerate((one, other))
    ]
    assert not [r for r in analyse(articles, RULES).relations if r.kind in DISPUTES]


@pytest.mark.parametrize(
    "piece",
    ["A-", "The Osk Fire and a ", "so-called Osk ", "a a a a ", "the the ", "It has ", "Osk ", "fire known as Osk "],
)
def test_names_are_read_in_time_in_proportion_to_the_text(piece: str) -> None:
    book = RULES.once(Book)
    (reading,) = analyse([Article.from_text("News\n\nThe Osk Fire has burned 45 homes.", name="a.txt")], RULES).readings

    def read(text: str) -> object:
        article = replace(reading.article, text=text)
        sentence = replace(reading.segments.sentences[-1], start=0, end=len(text), kind="body")
        segments = replace(reading.segments, sentences=(sentence,))
        claim = replace(
            reading.claims[0], quantity=replace(reading.claims[0].quantity, start=0, end=1, number=(0, 1), sentence=0)
        )
        return called(claim, replace(reading, article=article, segments=segments), book)

    assert_in_proportion(read, lambda count: "The Osk Fire is near. " + piece * count, 2_000)
