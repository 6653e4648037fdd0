"""For which place or body a text tells that a wage, a tax or a rate is set."""

from __future__ import annotations

import pytest
from clock import assert_in_proportion
from msgspec.structs import replace

from claimcheck.pipeline import analyse, load_rules
from claimcheck.records import Article
from claimcheck.slots import Book
from claimcheck.slots.firms import firm_of
from claimcheck.slots.setfor import set_for

RULES = load_rules()


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Ohio's minimum wage is $45 an hour.", "$45", "ohio"),
        ("The minimum wage is $45 an hour in Ohio.", "$45", "ohio"),
        ("Ohio Governor Ann Roe wants to raise the minimum wage to $45.", "$45", "ohio"),
        ("The federal minimum wage has stayed at $45.", "$45", "federal"),
        ("Ohio wants $35, but the federal minimum wage is $45.", "$45", "federal"),
        ("In Ohio, where the federal minimum wage was paid, the state's minimum wage is $45.", "$45", "ohio"),
        ("Ohio has a law. The minimum wage rises to $45.", "$45", "ohio"),
        ("Ohio's minimum wage is $45. Workers fight for $45 an hour.", "$45 an", "ohio"),
        ("Ohio plans to raise its minimum wage to $45 in rural areas.", "$45", "rural-areas"),
        ("New York City raised its minimum wage to $45.", "$45", "new-york-city"),
        ("The Denver Post said Ohio's minimum wage would be $45.", "$45", "ohio"),
        ("The minimum wage in the most populous U.S. state rose to $45.", "$45", None),
        ("The U.S. minimum wage is $45.", "$45", "federal"),
        ("Sen. Tom Roe, D-Ohio, said the minimum wage would be $45.", "$45", None),
        ("Several states raised the minimum wage to $45.", "$45", "several"),
        ("Ohio has a law. Its minimum wage of $45 could hurt firms in poor areas.", "$45", "ohio"),
        ("France's corporate tax rate is 45 percent.", "45", "france"),
        ("Ohio and Iowa have the highest minimum wage at $45.", "$45", None),
        ("Ohio has a law. Iowa's minimum wage is $45.", "$45", "iowa"),
        ("U.S. firms do not pay the 45 percent Irish corporate tax rate.", "45", "ireland"),
        ("Ohio has a baker. The firm's tax rate is 45 percent.", "45", None),
        ("Ohio's mayors spent $45 on cakes.", "$45", None),
    ],
)
def test_a_rate_is_of_the_place_that_sets_it(text: str, number: str, expected: str | None) -> None:
    (reading,) = analyse([Article.from_text(text, name="a.txt")], RULES).readings
    at = text.rindex(number)
    (claim,) = [claim for claim in reading.claims if claim.quantity.start == at]
    assert set_for(claim, reading, RULES.once(Book)) == expected


def test_rates_of_two_places_are_two_figures_though_they_are_the_same() -> None:
    texts = (
        "Ohio's minimum wage will rise to $45.50 an hour, lawmakers said in Ohio.",
        "The mayor wants more. Ohio's minimum wage will rise to $45.50 an hour, and Iowa's minimum wage to $45.50.",
    )
    articles = [
        Article.from_text(f"Wages\n\n{text}", name=f"{n}.txt", date="2016-06-20") for n, text in enumerate(texts)
    ]
    analysis = analyse(articles, RULES)
    ids = {claim.id: claim.quantity.start for reading in analysis.readings for claim in reading.claims}
    groups = sorted(len(figure.claims) for figure in analysis.figures)
    assert len(ids) == 3
    assert groups == [1, 2]


@pytest.mark.parametrize("piece", ["Ohio ", "the state ", "A-", "federal ", "in rural ", "U.S. ", "SACRAMENTO "])
def test_places_are_read_in_time_in_proportion_to_the_text(piece: str) -> None:
    book = RULES.once(Book)
    (reading,) = analyse([Article.from_text("Ohio's minimum wage is $45.", name="a.txt")], RULES).readings

    def read(text: str) -> object:
        article = replace(reading.article, text=text)
        sentence = replace(reading.segments.sentences[-1], start=0, end=len(text), kind="body")
        segments = replace(reading.segments, sentences=(sentence,))
        quantity = replace(reading.claims[0].quantity, start=0, end=1, number=(0, 1), sentence=0)
        claim = replace(reading.claims[0], quantity=quantity, sentence=(0, len(text)))
        return set_for(claim, replace(reading, article=article, segments=segments, claims=(claim,)), book)

    assert_in_proportion(read, lambda count: "Ohio is near. " + piece * count, 2_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ava Inc's revenue rose to $45 million.", "ava"),
        ("Shares of Osk-based Ava Systems Inc, a maker of mills, fell to $45.", "ava systems"),
        ("Bor shares fell on Monday. Ava Inc (AVA.N) was down 45 percent.", "ava"),
        ("The Ava Composite Index fell on Monday. Bor was told. Its shares fell 45 percent.", "ava composite"),
        ("Mayor Roe's plan lifted Ava shares to $45.", "ava"),
        ("Ava (AVA.N) reported revenue of $45 million.", "ava"),
        ("Bor Corp (7261.T) fell while Ava Corp (7211.T) is recalling 45 cars.", "ava"),
        ("Ava Group Ltd's (AVA.N) third-quarter revenue rose to $45 million.", "ava"),
        ("Monday's revenue was $45 million.", None),
        ("Revenue rose to $45 million.", None),
        ("Ava shares fell on Monday. The firm's revenue rose to $45 million.", "ava"),
        ("Ava's mayors spent $45 million.", None),
        ("In Ava's third quarter revenue rose to $45 million.", "ava"),
        ("Revenue rose to $45 million. Osk, which rents it halls, was glad, as Ava said. Ava's shares rose.", "ava"),
    ],
)
def test_a_revenue_is_of_the_firm_that_is_named(text: str, expected: str | None) -> None:
    (reading,) = analyse([Article.from_text(text, name="a.txt")], RULES).readings
    assert firm_of(reading.claims[0], reading, RULES.once(Book)) == expected


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("Ava's shares fell 43 percent on Friday.", "Shares of Ava Inc plunged as much as 46 percent.", True),
        ("Ava's shares fell 43 percent on Friday.", "Shares of Bor Inc plunged as much as 46 percent.", False),
        ("Ava's shares fell 43 percent on Friday.", "Shares of Ava Inc have fallen 46 percent this year.", False),
        ("Ava's shares fell 43 percent on Friday.", "Shares of Ava Inc rose 46 percent.", False),
        ("Ava's growth slowed to 23 percent.", "Ava's growth slowed from 46 percent a year earlier.", False),
        ("Ava's growth slowed to 23 percent.", "Ava's growth slowed to 23 percent from 46 percent.", True),
        ("Ava-Bora's shares fell 43 percent on Friday.", "AB's shares plunged as much as 46 percent.", True),
        ("Ava-Bora's shares fell 43 percent on Friday.", "A-B's shares plunged as much as 46 percent.", True),
        ("Ava-Bora's shares fell 43 percent on Friday.", "AC's shares plunged as much as 46 percent.", False),
    ],
)
def test_a_price_of_one_firm_in_two_articles_of_a_week_is_one_figure(text: str, other: str, expected: bool) -> None:
    lead = "Ava's forecast sends Ava shares down\n\nAva cut its forecast."
    articles = [
        Article.from_text(f"{lead} {line}", name=f"{n}.txt", date="2016-02-06") for n, line in enumerate((text, other))
    ]
    assert bool(analyse(articles, RULES).relations) == expected


@pytest.mark.parametrize("piece", ["Ava Bor ", "Ava (AVA.N) ", "Shares of Osk-based ", "Ava's net "])
def test_firms_of_a_long_sentence_are_read_in_time_in_proportion_to_the_text(piece: str) -> None:
    book = RULES.once(Book)
    (reading,) = analyse([Article.from_text("Ava's shares fell to $45.50.", name="a.txt")], RULES).readings

    def read(text: str) -> None:
        longer = replace(reading, article=replace(reading.article, text=text))
        for at in range(0, len(text), 200):
            quantity = replace(reading.claims[0].quantity, start=at, end=at + 1)
            firm_of(replace(reading.claims[0], quantity=quantity, sentence=(0, len(text))), longer, book)

    assert_in_proportion(read, lambda count: piece * count, 300)


def test_revenues_of_two_firms_are_two_figures() -> None:
    texts = ("Ava's revenue rose 45 percent to $18.37 billion.", "Osk's revenue rose 46 percent to $18.4 billion.")
    articles = [
        Article.from_text(f"Firms' results\n\n{text}", name=f"{n}.txt", date="2016-06-20")
        for n, text in enumerate(texts)
    ]
    assert not analyse(articles, RULES).relations
