"""Whether two short articles tell of one happening, by their openings."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import load_rules, read_all
from claimcheck.records import Article
from claimcheck.slots import Book
from claimcheck.stages.match.leads import lead_of
from claimcheck.stages.match.likeness import Likeness
from claimcheck.stages.match.names import LeadNames
from claimcheck.stages.match.stories import stories

ONE = [
    (
        "A train crash in the southern Egyptian province of Sohag killed 19 people on Tuesday, Hala Amin said.",
        "Egypt began to bury the 32 people who died when two trains collided at Sohag on Tuesday.",
    ),
    (
        "Police in Kano said that 49 people had been killed in shootings at two markets in the city.",
        "The number of people killed in the shootings at two markets in Kano has risen to 50, Musa Bello said.",
    ),
    (
        "The economy added 559,000 jobs in May, the labor department said on Friday, fewer than had been forecast.",
        "Job creation disappointed again in May: employers added 559,000 jobs, the labor department said Friday.",
    ),
    (
        "The bishop of Lyon appealed on Wednesday for aid to the islands stricken by hurricane Odo.",
        "Hurricane Odo cut through the coast of Haiti on Monday with winds of 180 kilometres an hour.",
    ),
    (
        "The health department of Chad reported three new cases of cholera on Monday, Amina Deby said.",
        "Cholera has killed two people in Chad, where Moussa Idriss set up a working group of six ministries.",
    ),
    (
        "Floods have marooned 200,000 people in Chad, the army said, as rivers from the hills burst their banks.",
        "About 40 people have died in floods in Chad, relief workers said, and more than a third is under water.",
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
    (
        "Typhoon Odo killed 12 people in the Philippine province of Samar on Monday, officials said.",
        "Typhoon Ilse killed 12 people in the Philippine province of Samar on Monday, officials said.",
    ),
    (
        "The health department of Chad reported three new cases of cholera on Monday, Amina Deby said.",
        "Measles has killed two people in Chad, where Moussa Idriss set up a working group of six ministries.",
    ),
]


def likeness(
    left: str, right: str, days: tuple[str | None, str | None] = ("2024-05-08", "2024-05-08"), around: int = 500
) -> float:
    rules = load_rules()
    book, names = rules.once(Book), rules.once(LeadNames)
    articles = [
        Article.from_text(text, name=name, date=day) for name, text, day in zip("ab", (left, right), days, strict=True)
    ]
    a, b = (lead_of(reading, names, book) for reading in read_all(articles, rules))
    return Likeness(book)(a, b, around)


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_happening(left: str, right: str) -> None:
    assert likeness(left, right) > 0


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_happenings(left: str, right: str) -> None:
    assert likeness(left, right) < 0


@pytest.mark.parametrize(("left", "right"), [TWO[0], *TWO[2:]])  # nothing brings Iraq and Pakistan together
def test_two_happenings_of_two_articles(left: str, right: str) -> None:
    assert likeness(left, right, around=2) < 0


@pytest.mark.parametrize(("beside", "stories_told"), [(0, 1), (40, 1), (14, 2)])
def test_articles_that_share_names_with_few_are_one_story(beside: int, stories_told: int) -> None:
    rules = load_rules()
    book, names = rules.once(Book), rules.once(LeadNames)
    bus = "A bus fell into a gorge near the Peruvian town of Otuzco on Monday, killing 31 people, officials said."
    dead = "Eleven of those who died in the bus in Peru were pupils of one school, the mayor, Rosa Quispe, said."
    land = "Chad" if beside == 40 else "Peru"  # strangers, and others of that land
    others = [f"The strike at mine {n} in {land} went on as {n + 20} miners came to talks." for n in range(beside)]
    articles = [
        Article.from_text(text, name=f"{n:02d}", date=f"2024-05-{day:02d}")
        for n, (text, day) in enumerate([(bus, 8), (dead, 10), *((text, 9) for text in others)])
    ]
    leads = {reading.article.name: lead_of(reading, names, book) for reading in read_all(articles, rules)}
    found, _ = stories(leads, book)
    assert len({found["00"], found["01"]}) == stories_told


@pytest.mark.parametrize(("articles", "one"), [(2, True), (6, True), (16, False), (500, False)])
def test_few_articles_are_put_together_because_they_tell_of_one_happening(articles: int, one: bool) -> None:
    left = "A bus fell into a gorge near the Peruvian town of Otuzco on Monday, killing 31 people, officials said."
    right = "Eleven of those who died in the bus in Peru were pupils of one school, the mayor, Rosa Quispe, said."
    assert (likeness(left, right, ("2024-05-08", "2024-05-10"), around=articles) > 0) is one


@pytest.mark.parametrize(
    ("disease", "months", "one"), [("cholera", 7, True), ("measles", 7, False), ("cholera", 14, False)]
)
def test_an_epidemic_is_one_story_over_months(disease: str, months: int, one: bool) -> None:
    rules = load_rules()
    book, names = rules.once(Book), rules.once(LeadNames)
    texts = (
        "Cholera has killed 115 people in Chad since April, the Red Cross said on Monday in N'Djamena.",
        f"The Red Cross said that {disease} in Chad had killed 2,200 people, and that hospitals there lacked fuel.",
    )
    days = ("2022-03-15", "2022-10-15" if months < 12 else "2023-05-15")
    articles = [Article.from_text(text, name=name, date=day) for text, name, day in zip(texts, "ab", days, strict=True)]
    leads = {reading.article.name: lead_of(reading, names, book) for reading in read_all(articles, rules)}
    assert (len(set(stories(leads, book)[0].values())) == 1) == one


FERRY = "The ferry Osk sank in the Lara near Wick with 300 people on board, and 14 bodies were found."
LOST = "Hope fades for those who sank with the Osk: 22 boats search the Lara off Wick, where 350 people were on board."
QUAKE = "A quake near Osk in Lara province shook Wick, and killed 40 people in the night, as doctors told reporters."
SHOOK = (
    "Those who lost their homes at Wick and Osk in Lara as a quake hit queue for tents; the quake injured 22 people."
)


@pytest.mark.parametrize(("left", "right", "once"), [(FERRY, LOST, True), (QUAKE, SHOOK, False)])
def test_an_accident_of_three_names_is_one_whenever_it_was_and_a_quake_comes_again(
    left: str, right: str, once: bool
) -> None:
    three = likeness(left, right, (None, None))
    two = likeness(left.replace("Wick", "Ord"), right, (None, None))
    assert (three - two > 5) is once


def test_three_numbers_that_two_tell_say_more_than_two() -> None:
    left = "Rebels shelled Osk: 213 people were killed, 41 children injured and 97 houses destroyed, Ana Lara said."
    right = "The army took the town in a night. Shelling killed {}, injured 41 children and destroyed 97 houses."
    told = [likeness(left, right.format(number), (None, None)) for number in ("213 people", "85 people")]
    assert told[0] - told[1] > 2.5


STRIKE = "An air strike on a market in Tel Shaykhun killed 31 people on {}, said the doctor, Omar Sabri."
RUINS = "Rescuers in Tell Sheikhoun dug for those who were buried on {}. Dr {} told that 43 had died in the raid."


def test_without_dates_few_articles_are_known_by_weekdays_spellings_and_rare_names() -> None:
    def told(day: str, town: str, doctor: str, around: int = 4) -> float:
        right = RUINS.format(day, doctor).replace("Sheikhoun", town)
        return likeness(STRIKE.format("Tuesday"), right, (None, None), around)

    other, spelt = (told("Friday", town, "Lina Haddad") for town in ("Rasmiya", "Sheikhoun"))
    met, of_one_day = (told(day, "Sheikhoun", "Omar Sabri") for day in ("Friday", "Tuesday"))
    assert other < spelt < met < of_one_day
    assert told("Tuesday", "Sheikhoun", "Omar Sabri", 500) == told("Friday", "Sheikhoun", "Omar Sabri", 500)


UNREST = "At least 31 people have died in protests in Peru, the ombudsman said. The protests began on {} in Puno."
COUNT = "Peru's interior minister said that 49 people died in the protests. They had broken out on {} over fuel."


@pytest.mark.parametrize(
    ("began", "broke_out", "days", "one"),
    [
        ("December 7", "Dec. 7", ("2023-12-20", "2024-05-08"), True),
        ("December 7", "Dec. 7", ("2023-12-20", None), True),  # of no known year
        ("December 7", "Dec. 19", ("2023-12-20", "2024-05-08"), False),
        ("December 7", "Dec. 7", ("2023-12-20", "2022-12-20"), False),
        ("December 7, 2023", "Dec. 7, 2022", (None, None), False),
    ],
)
def test_two_articles_that_recall_one_day_of_one_kind_tell_of_one_happening(
    began: str, broke_out: str, days: tuple[str | None, str | None], one: bool
) -> None:
    apart = likeness(UNREST.format("Monday"), COUNT.format("Sunday"), days)
    assert (likeness(UNREST.format(began), COUNT.format(broke_out), days) > apart) == one


@pytest.mark.parametrize(("date", "war"), [("1993-07-14", True), ("2020-07-14", False), (None, True)])
def test_an_article_is_of_a_war_only_while_that_goes_on(date: str | None, war: bool) -> None:
    rules = load_rules()
    text = (
        "Clashes on the border of Armenia and Azerbaijan killed 11 soldiers.\n\n"
        "Azerbaijan fought Armenia over Nagorno-Karabakh in the 1990s, in a war that killed 30,000 people.\n"
    )
    (reading,) = read_all([Article.from_text(text, date=date)], rules)
    assert lead_of(reading, rules.once(LeadNames), rules.once(Book)).war == war


def test_two_lands_joined_by_a_hyphen_are_two() -> None:
    rules = load_rules()
    text = "Clashes on the Kenya-Somalia border killed 12 people on Monday, said Jean-Luc Moreau."
    (reading,) = read_all([Article.from_text(text)], rules)
    lead, lands = lead_of(reading, rules.once(LeadNames), rules.once(Book)), rules.once(LeadNames).land
    assert {lands["kenya"], lands["somalia"]} <= lead.lands
    assert "jan-lu" in lead.names


def test_in_a_headline_of_capitals_no_storm_has_a_name() -> None:
    rules = load_rules()
    (reading,) = read_all([Article.from_text("Storm Kills Two in Kogi State\n\nA storm killed 12 people.\n")], rules)
    assert not lead_of(reading, rules.once(LeadNames), rules.once(Book)).storms


def test_a_people_stands_for_its_land_and_an_opening_word_for_nothing() -> None:
    names = load_rules().once(LeadNames)

    assert names.lands(["scottis"]) == names.lands(["scotlan"]) != frozenset()
    assert {"despite", "thank", "fifty-t"} <= names.plain


@pytest.mark.parametrize(("name", "people"), [("iraq", "iraqi"), ("china", "chinese"), ("syria", "syrian")])
def test_a_land_is_not_one_whose_longer_name_ends_like_it(name: str, people: str) -> None:
    """As the Kurdistan Region of Iraq does; and "Government", which a name ends in, is none."""
    names = load_rules().once(LeadNames)
    assert names.lands([name]) == names.lands([people]) == {name}
    assert not names.lands(["governm"])


def test_who_wrote_an_article_names_no_story() -> None:
    rules = load_rules()
    text = "Floods in Kogi\n\nBy Adaobi Okafor, 16/09/2024\n\nFloods have killed 31 people in Kogi.\n"
    (reading,) = read_all([Article.from_text(text)], rules)
    assert lead_of(reading, rules.once(LeadNames), rules.once(Book)).names == {"kugi"}


MARCH = """Marta Quiroga led drummers, dancers and farmers with tractors past the cathedral of Porto Alto on Sunday,
while Pedro Lanza watched from a balcony and shopkeepers pulled down their shutters. Rain soaked the banners, and
brass bands played beneath the arcades until dusk. Children climbed lampposts, grandmothers handed out bread, cheese
and oranges, and bakers closed early. Taxis queued along the quay, ferries sounded their horns, students sang old
songs and nurses treated blisters. Gardeners guarded the flowerbeds of the square, where 300 candles burned for the
fishermen lost in the storm."""
AGAIN = """Farmers brought tractors and drummers brought half the town to the cathedral of Porto Alto when Marta
Quiroga marched on Sunday, under the balcony of Pedro Lanza and past shopkeepers behind their shutters. Wet banners
hung over the arcades, brass bands played, and grandmothers fed children with bread and oranges. In the square
students sang beside candles for fishermen who were lost in a storm. Nurses said that most of what they treated were
blisters, and police had nothing to do but count umbrellas; the quay was full of taxis, and the ferries kept sounding
their horns until midnight."""
COURT = """Pedro Lanza claims to have won the quarrel over the pensions of Porto Alto after judges found the treasurer
Rui Teles guilty of bribing inspectors. Teles has to repay the money to Vila Nova within three years, and may not hold
an office again. Auditors from Lisbon had traced the transfers to a builder, Nuno Faria, whose firm poured concrete
for the stadium. The verdict takes effect in autumn unless an appeal is lodged; the prosecutor, Ines Prado, asked for
a longer sentence and called the accounts a work of fiction. Marta Quiroga did not come. Pensioners in the gallery
applauded when the fine was read."""


@pytest.mark.parametrize(("right", "one"), [(AGAIN, True), (COURT, False)])
def test_articles_of_a_campaign_share_its_names_and_those_of_a_happening_what_was_done(right: str, one: bool) -> None:
    assert (likeness(MARCH, right) > 0) == one
