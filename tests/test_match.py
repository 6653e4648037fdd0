"""Which claims become one figure, and which never do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import pytest
from clock import assert_in_proportion
from making import reading, told

from claimcheck import workers
from claimcheck.pipeline import analyse, load_rules, read_one
from claimcheck.records import Article, Claim, Reading
from claimcheck.rules import Rules
from claimcheck.slots import Book
from claimcheck.slots.counted import compare_measures, compare_parties
from claimcheck.slots.subjects import subject_of
from claimcheck.slots.world import world_of
from claimcheck.stages.match import explain, explainer, match
from claimcheck.stages.match.clusters import VETO
from claimcheck.stages.match.episodes import Judge
from claimcheck.stages.match.events import events
from claimcheck.stages.match.theatres import Theatres
from claimcheck.stages.match.told import Episode, tell

Told = dict[str, Any]
QUAKE = "A strong earthquake struck Aceh in Indonesia on Tuesday, flattening houses in Bener Meriah, officials said."


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


def together(readings: Iterable[Reading], rules: Rules) -> list[list[float]]:
    """The values of each figure, largest figures first."""
    readings = tuple(readings)
    value = {claim.id: claim.quantity.value for reading in readings for claim in reading.claims}
    figures = match(readings, rules)
    return sorted((sorted(value[i] for i in figure.claims) for figure in figures), key=lambda v: (-len(v), v))


def strong(magnitude: float) -> Told:
    """What an article tells of a quake's strength."""
    return told(magnitude, "quake", "magnitude", dimension="magnitude", unit="magnitude")


CASES = [
    ("two articles of one event", [told(5)], [told(24)], [[5, 24]]),
    ("another measure", [told(5)], [told(24, measure="injured")], [[5], [24]]),
    ("casualties are not deaths", [told(24)], [told(24, measure="casualties")], [[24], [24]]),
    (
        "casualties of an article that calls its dead so",
        [told(24), told(24, measure="casualties"), told(40, measure="casualties", party="Chad")],
        [told(41, party="Chad")],
        [[24, 24], [40, 41]],
    ),
    (
        "those who attacked, counted by two",
        [told(10, "gunman", "attackers", noun_class="combatant")],
        [told(12, "gunman", "attackers", noun_class="combatant")],
        [[10, 12]],
    ),
    ("missing and went missing", [told(9, measure="missing")], [told(9, measure="went_missing")], [[9, 9]]),
    ("some that went missing are found, by numbers that meet", [told(3980, measure="missing", qualifier="at_least")],
     [told(4000, measure="went_missing", qualifier="more_than")], [[3980], [4000]]),
    ("some that went missing are found", [told(5, measure="missing")], [told(9, measure="went_missing")], [[5], [9]]),
    ("soldiers and civilians", [told(30, "soldier")], [told(30, "civilian")], [[30], [30]]),
    ("people and civilians of one number", [told(30)], [told(30, "civilian")], [[30, 30]]),
    ("people and civilians of two numbers", [told(50)], [told(30, "civilian")], [[30], [50]]),
    ("one side and both", [told(50, party="both")], [told(50, party="Armenia")], [[50], [50]]),
    ("two sides", [told(50, party="Azerbaijan")], [told(50, party="Armenia")], [[50], [50]]),
    ("a forecast", [told(50, status="forecast")], [told(50)], [[50], [50]]),
    ("feared dead", [told(50, status="feared")], [told(40)], [[40], [50]]),
    ("feared dead, twice", [told(50, status="feared")], [told(40, status="feared")], [[40, 50]]),
    ("announced is done", [told(9, "job", "jobs_cut", status="planned")], [told(9, "job", "jobs_cut")], [[9, 9]]),
    (
        "two announcements",
        [told(4500, "job", "jobs_cut", status="planned")],
        [told(9000, "job", "jobs_cut")],
        [[4500], [9000]],
    ),
    ("a rise and a level", [told(12, direction="up", dimension="percent")], [told(12, dimension="percent")],
     [[12], [12]]),
    ("how far a river rose and how high it stood", [told(45, "foot", "level", direction="up", dimension="length")],
     [told(45, "foot", "level", dimension="length")], [[45], [45]]),
    ("dollars and euros", [told(5, dimension="money", unit="USD")], [told(5, dimension="money", unit="EUR")],
     [[5], [5]]),
    ("a day's count and the toll", [told(40, scope="daily")], [told(900)], [[40], [900]]),
    (
        "a second wave and the first",
        [told(900), told(40, scope="separate")],
        [told(870)],
        [[870, 900], [40]],
    ),
    ("another boat that is the news", [told(40, scope="separate")], [told(45)], [[40, 45]]),
    ("two places", [told(5, place="Homs")], [told(9, place="Aleppo")], [[5], [9]]),
    ("two times", [told(5, period=("2013-07-02", "2013-07-02"))], [told(9, period=("2013-07-04", "2013-07-04"))],
     [[5], [9]]),
    ("killed and displaced, one number", [told(540)], [told(540, measure="displaced")], [[540], [540]]),
    ("fled and sheltered, one number", [told(540, measure="sheltered")], [told(540, measure="displaced")],
     [[540, 540]]),
    ("fled and sheltered, two numbers", [told(540, measure="sheltered")], [told(310, measure="displaced")],
     [[310], [540]]),
    ("refugees who fled and who arrived", [told(540, measure="arrived")], [told(310, measure="displaced")],
     [[310, 540]]),
    ("soldiers who left and who arrived", [told(540, "soldier", "arrived")], [told(310, "soldier", "left")],
     [[310], [540]]),
    ("fighters who were sent and who arrived", [told(540, "combatant", "arrived")],
     [told(310, "combatant", "deployed")], [[310, 540]]),
    ("people who were sent and who arrived", [told(540, measure="arrived")], [told(310, measure="deployed")],
     [[310], [540]]),
    ("all the bodies of an article that tells of fewer dead, too", [told(12), told(3), told(12, "body", "found")],
     [told(12)], [[12, 12, 12], [3]]),
    ("fewer bodies than an article tells of dead", [told(12), told(9, "body", "found")], [told(12)], [[12, 12], [9]]),
    ("all who were aboard and died", [told(200, measure="aboard")], [told(200)], [[200, 200]]),
    ("hundreds aboard, and hundreds who died", [told(200, measure="aboard", qualifier="vague")],
     [told(200, qualifier="vague")], [[200], [200]]),
    ("hundreds who died, twice", [told(200, qualifier="vague")], [told(200, qualifier="vague")], [[200, 200]]),
    ("missiles that were tested by their launch", [told(9, "weapon", "launched")], [told(9, "weapon", "tested")],
     [[9, 9]]),
    ("people who were sent off and tested", [told(9, measure="launched")], [told(9, measure="tested")], [[9], [9]]),
    ("six victims of an article that tells of six dead", [told(6), told(6, measure="casualties")], [told(7)],
     [[6, 6, 7]]),
    ("one victim of an article that tells of one dead", [told(1), told(1, measure="casualties")], [told(7)],
     [[1, 7], [1]]),
    ("a crowd by two words", [told(540, measure="attended")], [told(310, measure="protested")], [[310, 540]]),
    ("bodies found and people killed", [told(24, "body", measure="found")], [told(24)], [[24, 24]]),
    ("a verb that no rule holds, one number", [told(540, measure="marooned")], [told(540)], [[540, 540]]),
    ("a verb that no rule holds, two numbers", [told(540, measure="marooned")], [told(310)], [[310], [540]]),
    ("arrests and the arrested", [told(81, "arrest", "arrested")], [told(72, measure="arrested")], [[72, 81]]),
    ("a quake measured twice", [strong(7.8)], [strong(7.6)], [[7.6, 7.8]]),
    ("a quake and a weaker one", [strong(7.8)], [strong(6.2)], [[6.2], [7.8]]),
    ("two named events", [told(5, event="a-war")], [told(5, event="b-war")], [[5], [5]]),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_pairs(left: list[Told], right: list[Told], expected: list[list[float]], rules: Rules) -> None:
    readings = [reading("a.txt", *left, lead=QUAKE), reading("b.txt", *right, lead=QUAKE)]
    assert together(readings, rules) == expected


@pytest.mark.parametrize(
    ("there", "figures"),
    [
        ("Seven people were killed at a restaurant, police said.", [[7, 8], [20, 20]]),
        ("Seven people were killed at a restaurant and four at a cafe, police said.", [[4, 8], [7], [20, 20]]),
        ("Another 30 people were hurt on a street. Seven people were killed at a restaurant, police said.",
         [[7, 8], [20, 20], [30]]),
        ("Police said no more.", [[8], [20, 20]]),
    ],
)  # fmt: skip
def test_two_words_for_a_spot_are_one_unless_an_article_tells_of_both(
    there: str, figures: list[list[float]], rules: Rules
) -> None:
    lead = "Twenty people were killed in Varna on Saturday. "
    texts = {"a.txt": lead + there, "b.txt": lead + "Eight people were killed at a cafe, police said."}
    articles = [Article.from_text(text, name=name, date="2024-05-05") for name, text in texts.items()]
    run = analyse(articles, rules)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert sorted(sorted(value[i] for i in figure.claims) for figure in run.figures) == figures


@pytest.mark.parametrize(("day", "figures"), [("2012-06-02", 2), ("2012-06-09", 1)])
def test_what_a_raid_came_after_may_be_the_news_of_days_before(day: str, figures: int, rules: Rules) -> None:
    news = "A bomb went off in the market of Ava in Chad on Friday and killed 30 people, police said."
    later = "Police stormed a house in Ava in Chad and killed seven people. The raid came after a bomb in the market of"
    later += " Ava killed 38 people, police said."
    articles = [
        Article.from_text(news, name="a.txt", date="2012-06-02"),
        Article.from_text(later, name="b.txt", date=day),
    ]
    run = analyse(articles, rules)
    fig = {f.id for f in run.figures for c in run.claims if c.id in f.claims and c.quantity.value in (30, 38)}
    assert len(fig) == figures


def test_one_voice_that_gives_two_numbers_in_a_sentence_means_two_things(rules: Rules) -> None:
    one = reading("a.txt", told(7), told(5, joined=True), lead=QUAKE)
    assert together([one], rules) == [[5], [7]]


def test_a_floor_and_a_ceiling_in_a_sentence_bound_one_thing(rules: Rules) -> None:
    one = reading("a.txt", told(20, qualifier="at_least"), told(90, qualifier="at_most", joined=True), lead=QUAKE)
    assert together([one], rules) == [[20, 90]]


def test_two_voices_in_a_sentence_mean_one_thing(rules: Rules) -> None:
    one = reading("a.txt", told(7, by="Armenian government"), told(5, joined=True, by="Turkish government"), lead=QUAKE)
    assert together([one], rules) == [[5, 7]]


def test_a_part_is_not_the_whole_of_another_article(rules: Rules) -> None:
    part = reading("a.txt", told(24, measure="injured"), told(5, measure="injured", part_of=0), lead=QUAKE)
    assert together([part, reading("b.txt", told(24, measure="injured"), lead=QUAKE)], rules) == [[24, 24], [5]]


def test_nothing_chains_over_a_veto(rules: Rules) -> None:
    readings = [
        reading("a.txt", told(40), lead=QUAKE),
        reading("b.txt", told(40, party="Armenia"), lead=QUAKE),
        reading("c.txt", told(40, party="Azerbaijan"), lead=QUAKE),
    ]
    figures = match(readings, rules)
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    for figure in figures:
        parties = {claims[i].description.party.value for i in figure.claims if claims[i].description.party}
        assert len(parties) < 2


def test_two_events_of_one_kind_stay_apart(rules: Rules) -> None:
    other = "A strong earthquake shook the south of Iran on Monday near Bandar Abbas and Qeshm, state television said."
    assert together([reading("a.txt", told(5), lead=QUAKE), reading("b.txt", told(24), lead=other)], rules) == [
        [5],
        [24],
    ]


def test_an_event_told_beside_the_article_s_own_stays_apart(rules: Rules) -> None:
    one = reading("a.txt", told(5), told(80, period=("2005-01-01", "2005-12-31")), lead=QUAKE, date="2013-07-02")
    two = reading("b.txt", told(24), lead=QUAKE, date="2013-07-03")
    assert together([one, two], rules) == [[5, 24], [80]]


@pytest.mark.parametrize("recalled", ["emptied almost all of the store", "emptied the store of Teles"])
def test_a_background_of_one_time_is_one_in_two_articles_of_a_story(recalled: str, rules: Rules) -> None:
    """Its kind is told in its own sentence: the fire of the opening is none of what was emptied years before."""
    texts = (
        "Raiders set fire to the shop of Ana Duarte and Rui Teles on Monday, and took gems, police said.\n\n"
        "Three men emptied the store in December 2008.",
        "An attack on the shop of Ana Duarte and Rui Teles on Monday lost them gems to raiders, police said.\n\n"
        f"Three men {recalled} in December 2008.",
    )
    articles = [Article.from_text(text, name=f"{n}.txt", date="2013-09-10") for n, text in enumerate(texts)]
    assert [relation.kind for relation in analyse(articles, rules).relations] == ["agree"]


@pytest.mark.parametrize(("kind", "figures"), [("earthquake", [[2400, 2474]]), ("fire", [[2400], [2474]])])
def test_a_year_and_a_month_of_it_are_of_one_background_of_a_story(
    kind: str, figures: list[list[float]], rules: Rules
) -> None:
    """Told beside the story's own quake: "the 1999 tremor", "in September 1999"; a fire of that year is none."""
    year, month = ("1999-01-01", "1999-12-31"), ("1999-09-01", "1999-09-30")
    one = reading("a.txt", told(5), told(2400, period=year, kinds=["earthquake"]), lead=QUAKE, date="2013-07-02")
    two = reading("b.txt", told(5), told(2474, period=month, kinds=[kind]), lead=QUAKE, date="2013-07-03")
    assert together([one, two], rules) == sorted([[5, 5], *figures])


STRIKES = [
    ("one strike, a war named or not", told(7, place="Lutsk"), told(7, event="ukraine-war-2022", place="Lutsk"),
     [[7, 7]]),
    ("the strikes of two days", told(7, event="ukraine-war-2022", period=("2024-05-13", "2024-05-13")),
     told(5, event="ukraine-war-2022", period=("2024-05-14", "2024-05-14")), [[5], [7]]),
    ("two towns", told(7, event="ukraine-war-2022", place="Lutsk"), told(5, event="ukraine-war-2022", place="Odesa"),
     [[5], [7]]),
    ("a strike and the war", told(7, event="ukraine-war-2022", period=("2024-05-13", "2024-05-13")),
     told(10500, event="ukraine-war-2022", period=("2022-02-24", None)), [[7], [10500]]),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), [case[1:] for case in STRIKES], ids=[c[0] for c in STRIKES])
def test_a_strike_of_a_war(left: Told, right: Told, expected: list[list[float]], rules: Rules) -> None:
    lead = "A missile struck the railway station of the town on Monday, the governor said."
    strike = {"kinds": ["airstrike"]}
    readings = [reading("a.txt", left | strike, lead=lead, date="2024-05-14"),
                reading("b.txt", right | strike, lead=lead, date="2024-05-14")]  # fmt: skip
    assert together(readings, rules) == expected


@pytest.mark.parametrize(
    ("second", "weight"),
    [
        ("An air strike hit a market in the town of Tamba. The bombing on Monday killed five people there.", -7),
        ("An air strike hit a market in the town of Tamba. The bombing on Monday killed three people there.", -4),
        ("An air strike on Monday killed five people in the town of Tamba.", -7),
    ],
)
def test_one_text_tells_two_strikes_of_two_places(second: str, weight: int, rules: Rules) -> None:
    text = f"Air strikes in Syria: one on Monday in the town of Kolo killed three people, a doctor said. {second}"
    one = read_one(Article(name="a", text=text, date="2016-07-12"), rules)
    (place,) = (level for level in explain(*one.claims, [one], rules).levels if level.field == "place")
    assert place.weight == weight


@pytest.mark.parametrize(
    ("left", "right", "days", "joined"),
    [
        ("The port needs 1,370 permits of the harbour board.", "A harbour without 1,370 permits pays.", (1, 5), True),
        ("The port needs 1,370 permits of the harbour board.", "A harbour without 1,370 permits pays.", (1, 25), False),
        (
            "Teles still needs 1,370 signed permits from the harbour board.",
            "Without 1,370 signed permits from its board no harbour may open.",
            (1, 25),
            True,
        ),
        ("The port needs 1,370 permits of the harbour board.", "She read 1,370 letters on the way.", (1, 5), False),
        ("The mayor put $26 million into port ads.", "Ads by the port cost a baker $26 million.", (1, 5), False),
        ("A strike of 48 nurses shut the clinic.", "The clinic has fired 48 nurses.", (1, 5), True),
        ("A strike of 40 nurses shut the clinic.", "The clinic has fired 40 nurses.", (1, 5), False),
        ("Police arrested 1,370 harbour porters.", "Of 1,370 porters arrested, the harbour fired two.", (1, 5), True),
    ],
)
def test_a_number_is_known_again_in_alike_sentences_of_two_stories(
    left: str, right: str, days: tuple[int, int], joined: bool, rules: Rules
) -> None:
    openings = (
        "Fishermen of Lagos Velhos met Governor Inês Prado on Monday over nets that storms had torn.\n\n",
        "Bakers in Alvorada asked Judge Caio Meira for cheaper flour as the price of wheat rose.\n\n",
    )
    parts = zip("ab", openings, (left, right), days, strict=True)
    texts = [Article(name=n, text=opening + text, date=f"2018-04-{day:02}") for n, opening, text, day in parts]
    sizes = {len(figure.claims) for figure in analyse(texts, rules).figures}
    assert (2 in sizes) == joined


@pytest.mark.parametrize(
    ("left", "right", "later", "joined"),
    [
        (told(214), told(214), "2018-05-02", True),
        (told(214), told(214), "2018-11-20", False),
        (told(2147), told(2147), "2018-11-20", True),
        (told(214), told(214, period=("2018-04-08", "2018-04-08")), "2018-11-20", True),
    ],
    ids=["of one month", "half a year later", "a number that is hardly shared", "told of the days of the first"],
)
def test_a_number_that_two_stories_give_is_of_one_season(
    left: Told, right: Told, later: str, joined: bool, rules: Rules
) -> None:
    leads = ("Rescuers searched the Morro mine near Belmar.", "A ferry sank off Tanimba, sailors of the Ruvo said.")
    readings = [reading("a.txt", left, lead=leads[0], date="2018-04-10"),
                reading("b.txt", right, lead=leads[1], date=later)]  # fmt: skip
    assert (len(together(readings, rules)) == 1) == joined


def test_a_number_is_known_again_by_all_sentences_of_its_article(rules: Rules) -> None:
    openings = (
        "Fishermen of Lagos Velhos met Governor Inês Prado.\n\n",
        "Bakers in Alvorada asked Judge Caio Meira.\n\n",
    )
    told = (
        "The port needs 1,370 permits of the harbour board. No ship without 1,370 permits sails.",
        "A harbour without 1,370 permits pays. The board of the port read 1,370 permits on Tuesday.",
    )
    days = ("2018-04-01", "2018-04-25")
    texts = [Article(name=n, text=o + t, date=d) for n, o, t, d in zip("ab", openings, told, days, strict=True)]
    assert max(len(figure.claims) for figure in analyse(texts, rules).figures) > 2


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        (
            "In two unsigned opinions the Lisbon appeals court ruled for dock guards whom sailors had sued over force.",
            "The Lisbon appeals court ruled in two cases for dock guards whom sailors had sued over force.",
            True,
        ),
        ("In two opinions the court ruled for dock guards.", "Two cases of gin stood before the guards.", False),
        ("The court barred Nunes from the docks for two years.", "Nunes has a two-year ban from the docks.", True),
        ("The court barred Nunes from the docks for two years.", "Nunes had sued the court two years ago.", False),
        ("The guard's toll rose by 37,000 in June.", "June brought the guard a rise of 37,000.", True),
        ("On Monday 46 pilots joined the dock guards' strike.", "Dozens of pilots join the dock guards' strike.", True),
        ("On Monday 46 pilots joined the dock guards' strike.", "Dozens of pilots were trained by the navy.", False),
        ("For 14 months Nunes served in Porto Velho.", "Nunes served 14 months on the island of Marajó.", True),
    ],
)
def test_small_numbers_of_one_story_are_known_again_by_their_sentences(
    left: str, right: str, joined: bool, rules: Rules
) -> None:
    opening = "The Lisbon appeals court under Judge Marta Nunes sat on Monday over the guards of Porto Velho docks.\n\n"
    texts = [
        Article(name=n, text=opening + text, date="2018-04-02") for n, text in zip("ab", (left, right), strict=True)
    ]
    sizes = {len(figure.claims) for figure in analyse(texts, rules).figures}
    assert (2 in sizes) == joined


def test_few_of_one_story_of_an_epidemic_are_no_strikes_of_a_war(rules: Rules) -> None:
    """What happens to few in a war happens often in it; an epidemic's news is told as any other."""
    texts = (
        "Eighteen scientists signed an open letter on Covid-19 that the journal Nature printed on Monday.",
        "In an open letter that Nature printed on Monday, 18 scientists ask for a new look at Covid-19.",
    )
    articles = [Article(name=n, text=text, date="2021-05-14") for n, text in zip("ab", texts, strict=True)]
    assert {len(figure.claims) for figure in analyse(articles, rules).figures} == {2}


def test_strikes_of_two_stories_of_a_war_stay_apart(rules: Rules) -> None:
    strike = told(7, event="ukraine-war-2022", kinds=["airstrike"])
    leads = (
        "A missile struck the railway station of Lutsk on Monday, and Governor Ihor Polishchuk spoke of a massacre.",
        "Drones set fire to the port of Odesa before dawn, and Mayor Hennadiy Trukhanov asked people to stay away.",
    )
    readings = [reading(name, strike, lead=lead, date="2024-05-14") for name, lead in zip("ab", leads, strict=True)]
    assert together(readings, rules) == [[7], [7]]


def event_label(left: Claim, right: Claim, readings: list[Reading], rules: Rules) -> str:
    """How the events of two claims compare."""
    return next(level.label for level in explain(left, right, readings, rules).levels if level.field == "event")


def test_a_protest_told_half_a_year_later_is_that_of_its_own_days(rules: Rules) -> None:
    texts = (
        ("At least 31 people have died in protests in Peru, the ombudsman said.\n\nThey began on December 7 in Puno.",
         "2023-12-20"),
        ("Peru's interior minister said 49 people died in the December protests, when police fired in Peru.\n\n"
         "They broke out in Puno on Dec. 7, 2023.", "2024-06-08"),
    )  # fmt: skip
    readings = [
        read_one(Article.from_text(text, name=n, date=day), rules) for n, (text, day) in zip("ab", texts, strict=True)
    ]
    (then,), (later,) = (each.claims for each in readings)
    assert event_label(then, later, readings, rules) == "same"


@pytest.mark.parametrize(
    ("then", "joined"),
    [
        ("The ministry had reported 19 deaths in Bor on Tuesday.", True),
        ("The ministry said earlier that the blast in Bor killed 19 people.", True),
        ("Earlier, the ministry said that the blast in Bor had killed 19 people.", True),
        ("At first the ministry put the deaths in Bor at 19.", True),
        ("In an earlier bulletin the ministry said that the blast in Bor had killed 19 people.", True),
        ("Earlier in the day it was thought that 19 people had died in the blast in Bor.", True),
        ("The previous estimate had been 19 deaths.", True),
        ("Earlier estimates put the dead in Bor at 19.", True),
        ("The ministry said the blast in Bor killed 19 people.", False),
    ],
)
def test_what_a_source_had_said_before_is_of_its_figure(then: str, joined: bool, rules: Rules) -> None:
    text = f"A blast in Bor killed 68 people, the Serbian health ministry said on Wednesday.\n\n{then}"
    reading = read_one(Article.from_text(text, name="a", date="2023-09-27"), rules)
    assert (together([reading], rules) == [[19, 68]]) is joined


@pytest.mark.parametrize(
    ("then", "figures"),
    [
        ("The toll had risen to 68 by the evening.", [[19, 68, 68]]),
        ("In all the fire killed 68 people.", [[68, 68], [19]]),
    ],
)
def test_a_count_that_has_risen_is_no_part_of_what_it_rose_to(then: str, figures: object, rules: Rules) -> None:
    text = f"A blast in Bor killed 68 people on Tuesday.\n\nAt noon 19 people were known to be dead. {then}"
    reading = read_one(Article.from_text(text, name="a", date="2023-09-27"), rules)
    assert together([reading], rules) == figures


@pytest.mark.parametrize(("told", "joined"), [("initially called a magnitude-7.4", True), ("a magnitude-7.4", False)])
def test_what_a_quake_was_first_put_at_is_of_its_strength(told: str, joined: bool, rules: Rules) -> None:
    texts = (
        f"A quake struck Aceh on Tuesday. The quake was {told} quake, but the agency later upgraded it to a 7.8.",
        "A 7.8-magnitude quake struck Aceh on Tuesday, flattening houses in Bener Meriah.",
    )
    readings = [read_one(Article.from_text(t, name=str(n), date="2013-07-03"), rules) for n, t in enumerate(texts)]
    assert ([7.4, 7.8, 7.8] in together(readings, rules)) is joined


@pytest.mark.parametrize(
    ("cases", "joined"),
    [("cases of dengue", True), ("cases of microcephaly", False), ("dengue-related cases of malaria", False)],
)
def test_cases_of_one_illness_are_none_of_another(cases: str, joined: bool, rules: Rules) -> None:
    texts = (
        "Dengue is spreading in Chad. The health ministry has reported 45 cases of dengue.",
        f"Dengue is spreading in Chad. The World Health Organization has reported 52 {cases}.",
    )
    readings = [read_one(Article.from_text(t, name=str(n), date="2023-09-27"), rules) for n, t in enumerate(texts)]
    assert ([45, 52] in together(readings, rules)) is joined


@pytest.mark.parametrize("slot", ["noun", "period", "portion"])
def test_what_is_often_misread_weighs_and_forbids_nothing(slot: str, rules: Rules) -> None:
    """More than one event and one measure speak for a pair, so that it takes a whole group to outweigh it."""
    book = rules.once(Book)
    told_alike = book.weight("event", "same") + book.weight("measure", "same")
    assert VETO < book.worth(slot, "different") < book.weight("join", "level") - told_alike


def test_all_who_fled_of_a_people_are_no_part_of_those_who_fled(rules: Rules) -> None:
    texts = (
        "War came to Ruritania. Of its villages 88,780 of the 120,000 residents have fled, the UN said on Friday.",
        "War came to Ruritania. Of its villages 88,780 residents have fled, the Red Cross said on Friday.",
    )
    readings = [read_one(Article.from_text(t, name=str(n), date="2023-09-29"), rules) for n, t in enumerate(texts)]
    assert [88780, 88780] in together(readings, rules)


@pytest.mark.parametrize(("number", "together_"), [(613, True), (485, False)])
def test_a_number_told_on_two_anniversaries_is_one(number: int, together_: bool, rules: Rules) -> None:
    texts = (
        ("Baku recalled the Khojaly massacre with a march. Then 613 civilians died and some vanished.", "2015-02-26"),
        (f"The Khojaly massacre was recalled in Ankara. {number} residents had been killed then.", "2017-02-26"),
    )
    readings = [
        read_one(Article.from_text(text, name=n, date=day), rules) for n, (text, day) in zip("ab", texts, strict=True)
    ]
    assert (together(readings, rules)[0] == [613, number]) is together_


def test_an_accident_is_one_in_two_weeks_of_news(rules: Rules) -> None:
    texts = (
        ("Dam collapse near Ostrava leaves 11 missing\n\nA dam at Lipnik collapsed on Thursday, and 11 people were"
         " missing, Ostrava officials said.", "2021-06-24"),
        ("Search ends in Lipnik\n\nCrews stopped the search for the missing of the dam collapse in Lipnik, where 14"
         " bodies were found, the mayor of Ostrava said.", "2021-07-07"),
    )  # fmt: skip
    readings = [
        read_one(Article.from_text(text, name=n, date=day), rules) for n, (text, day) in zip("ab", texts, strict=True)
    ]
    assert event_label(readings[0].claims[0], readings[1].claims[0], readings, rules) == "same"


def test_a_strike_recalled_under_the_next_day_s_is_not_of_it(rules: Rules) -> None:
    """And it is the one that another article tells as its own."""
    war = {"event": "ukraine-war-2022", "kinds": ["airstrike"]}
    monday = {"period": ("2024-05-13", "2024-05-13"), "place": "Lutsk", **war}
    recalled = told(31, text="A missile killed 31 people at the station of Lutsk.", **monday)
    own = told(31, text="The missile killed 31 people at the station of Lutsk.", **monday)
    tuesday = told(
        9, text="Drones killed 9 people in Odesa.", period=("2024-05-15", "2024-05-15"), place="Odesa", **war
    )
    one = "Drones set fire to the port of Odesa before dawn, and Mayor Hennadiy Trukhanov asked people to stay away."
    two = "Rescuers dug through the station hall of Lutsk, where Governor Ihor Polishchuk spoke of a massacre."
    readings = [reading("a.txt", tuesday, recalled, lead=one, date="2024-05-15"),
                reading("b.txt", own, lead=two, date="2024-05-14")]  # fmt: skip
    (of_tuesday, of_monday), (as_own,) = (each.claims for each in readings)
    assert event_label(of_monday, as_own, readings, rules) == "same"
    assert event_label(of_monday, of_tuesday, readings, rules) == "different"


OCTOBER = [
    ("2020-10-11",
     "A missile strike kills nine in Ganja / At least nine people were killed and 35 injured in an Armenian missile "
     "attack on Azerbaijan's second city, Ganja, overnight, the prosecutor general's office said."),
    ("2020-10-17",
     "A missile kills 13 in Ganja / Thirteen people were killed when an Armenian missile hit Ganja overnight, "
     "Azerbaijan said on Saturday. A strike on the city last Sunday killed nine people."),
    ("2020-10-17",
     "Azerbaijan vows revenge after an attack on Ganja / Armenia and Azerbaijan blamed each other on Saturday after "
     "13 people died in a missile attack on the city of Ganja. More than 700 have died in the skirmishes."),
]  # fmt: skip


def test_two_strikes_on_a_town_behind_the_front_stay_apart(rules: Rules) -> None:
    """And what each recalls of the other is of it; 700 are those of all the war."""
    articles = [
        Article.from_text(text.replace(" / ", "\n\n"), name=name, date=day)
        for name, (day, text) in zip("abc", OCTOBER, strict=True)
    ]
    run = analyse(articles, rules)
    counted = {claim.id: claim.quantity.value for claim in run.claims}
    figures = [sorted(counted[claim] for claim in figure.claims) for figure in run.figures]
    assert sorted(figures) == [[9, 9, 9], [13, 13, 13], [35], [700]]


def test_explain_names_what_keeps_two_apart(rules: Rules) -> None:
    readings = [reading("a.txt", told(5), lead=QUAKE), reading("b.txt", told(5, measure="injured"), lead=QUAKE)]
    comparison = explain(readings[0].claims[0], readings[1].claims[0], readings, rules)
    assert comparison.blocked_by == "measure"
    assert all(level.rule for level in comparison.levels)


def test_a_reprint_is_one_origin(rules: Rules) -> None:
    text = "The ministry of health said on Tuesday that 24 people had been killed in the earthquake."
    readings = [reading(f"{n}.txt", told(24, text=text), lead=QUAKE) for n in "abc"]
    (figure,) = match(readings, rules)
    assert [len(origin) for origin in figure.origins] == [3]


def test_two_who_are_named_in_one_wording_are_two_origins(rules: Rules) -> None:
    text = "On Tuesday 24 people had been killed in the earthquake in Sulawesi, {} said."
    readings = [
        reading("a.txt", told(24, by="Red Cross", by_kind="ngo", text=text.format("the Red Cross")), lead=QUAKE),
        reading("b.txt", told(24, by="UN", by_kind="igo", text=text.format("the UN")), lead=QUAKE),
        reading("c.txt", told(24, by="UN", by_kind="igo", text=text.format("the U.N.")), lead=QUAKE),
    ]
    (figure,) = match(readings, rules)
    assert [len(origin) for origin in figure.origins] == [1, 2]


def test_one_source_in_two_wordings_is_one_origin(rules: Rules) -> None:
    readings = [
        reading("a.txt", told(24, by="Indonesian government", text="The government spoke of 24 dead."), lead=QUAKE),
        reading(
            "b.txt", told(24, by="Indonesian government", text="24 died, it was announced in Jakarta."), lead=QUAKE
        ),
        reading("c.txt", told(24, by="UN", by_kind="igo", text="Of 24 deaths the UN knew on Tuesday."), lead=QUAKE),
    ]
    (figure,) = match(readings, rules)
    assert sorted(len(origin) for origin in figure.origins) == [1, 2]


def test_titles_are_readable(rules: Rules) -> None:
    claims = [told(2855, "soldier", party="Azerbaijan", object="Azerbaijani soldiers", event="second-karabakh-war")]
    (figure,) = match([reading("a.txt", *claims)], rules)
    assert figure.title.startswith("Azerbaijani soldiers killed, Second")
    assert figure.id == "second-karabakh-war/azerbaijan-soldier-killed"


@pytest.mark.once
@pytest.mark.parametrize(
    "text",
    [
        "Police said 12 people were killed in the blast, and 5 were hurt ",
        "Police said {n} people were killed in the blast. ",
        "police said {n} people were killed in the blast and ",
    ],
    ids=["equal numbers in one sentence", "rising numbers", "rising numbers in one sentence"],
)
def test_thousands_of_claims_in_one_article_take_time_in_proportion(
    text: str, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "processes", lambda: 1)

    def make(count: int) -> Reading:
        return read_one(Article.from_text("".join(text.format(n=n + 20) for n in range(count))), rules)

    assert_in_proportion(lambda made: match([made], rules), make, 400, 4)


def test_terms_of_prison_are_not_rounded() -> None:
    texts = (
        "Dean Marsh was jailed for 18 years in Leeds on Friday.",
        "In Leeds Dean Marsh was jailed for 20 years on Friday.",
    )
    run = analyse([Article.from_text(text, name=f"{n}.txt", date="2023-05-10") for n, text in enumerate(texts)])
    assert [relation.kind for relation in run.relations if relation.kind in ("agree", "compatible")] == []


@pytest.mark.parametrize(
    ("days", "joined"), [(("2023-05-10", "2023-05-11"), True), (("2023-05-10", "2023-06-20"), False)]
)
def test_a_candidate_stands_at_many_votes(days: tuple[str, str], joined: bool) -> None:
    texts = ("Maria Lopez won 44 delegates in the primary.", "Maria Lopez won 99 delegates in the primary.")
    run = analyse([Article.from_text(text, name=f"{day}.txt", date=day) for text, day in zip(texts, days, strict=True)])
    assert bool(run.relations) == joined


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The quake hit 10 kilometres (6 miles) below Lima, 55 kilometres (34 miles) from the coast.", 2),
        ("Temperatures in Seville reached 40C (104F) on Monday.", 1),
        ("Temperatures in Moscow fell to 32F (0C) on Monday.", 1),
        ("The tunnel under Lima is 57 km, or 35 miles, long.", 1),
        ("The fire in Lima charred 36,810 acres, or nearly 60 square miles.", 1),
        ("The fire in Lima burned over 5,600 acres (2,266 hectares) of brush.", 1),
        ("The walk from Lima is 57 km long, 35 miles of them by the sea.", 2),
        ("The plan of Lima costs $5bn (£3.9bn).", 1),
        ("The plan of Lima costs 40 billion yen, or about $360 million. Lima wants the 40 billion yen in May.", 1),
        ("The plan of Lima costs $5bn, the plan of Cusco £3.9bn.", 2),
        ("The 119-mile (230-km) railway of Lima is to be shut for a day.", 1),
    ],
)
def test_a_number_in_two_units_is_one_figure(text: str, figures: int, rules: Rules) -> None:
    run = analyse([Article(name="a", text=text, date="2018-04-06")], rules)
    assert len(run.figures) == figures
    assert all(relation.kind == "agree" for relation in run.relations)


MAYOR = "Mayor Ana Duarte of Porto Alto resigned on Friday over a settlement with Rui Teles, her former driver.\n\n"


@pytest.mark.parametrize(
    ("first", "later", "figures"),
    [
        ("has burned 6,540 acres", "has burned 385,000 acres", 1),
        ("began on 2 acres, which it burned", "has burned 385,000 acres", 2),
        ("is zero percent contained", "is 10 percent contained", 1),
    ],
)
def test_what_a_fire_has_burned_grows_from_day_to_day(first: str, later: str, figures: int, rules: Rules) -> None:
    texts = (("a", first, "2018-04-03"), ("b", later, "2018-04-07"))
    told = (
        Article(name=name, text=f"The wildfire near Talca in Chile {text}.\n", date=day) for name, text, day in texts
    )
    assert len(analyse(told, rules).figures) == figures


@pytest.mark.parametrize(("floor", "figures"), [("at least 89", 2), ("at least 130", 1)])
def test_two_floors_of_one_voice_are_of_two_things(floor: str, figures: int, rules: Rules) -> None:
    text = f"Attacks in Lima on Tuesday left at least 130 people dead.\n\nBy midnight {floor} people were dead.\n"
    run = analyse([Article(name="a", text=text, date="2018-04-03")], rules)
    assert len({figure.id for figure in run.figures}) == figures


@pytest.mark.parametrize(
    ("second", "figures"),
    [
        (", and a second blast struck a station", 2),
        (", and a second blast was heard in Lima", 2),
        ("", 1),
    ],
)
def test_those_of_a_spot_are_a_part_where_a_second_happening_is_told(second: str, figures: int, rules: Rules) -> None:
    lead = f"A blast tore through the terminal of the airport of Lima on Tuesday, killing 10 people{second}.\n"
    later = (
        "Lima is in mourning.\n\nBlasts in Lima on Tuesday, at the airport and a station, killed at least 31 people.\n"
    )
    texts = (("a", lead, "2018-04-03"), ("b", later, "2018-04-05"))
    run = analyse([Article(name=name, text=text, date=day) for name, text, day in texts], rules)
    assert len(run.figures) == figures


@pytest.mark.parametrize(("aboard", "figures"), [("with 66 people on board", 1), ("with 70 people on board", 2)])
def test_all_who_were_aboard_are_those_who_died_where_the_numbers_are_one(
    aboard: str, figures: int, rules: Rules
) -> None:
    lead = "A plane crashed into the sea off Lima on Monday"
    texts = (f"{lead}, killing all 66 people on board.\n", f"{lead}, {aboard}, the navy said.\n")
    run = analyse([Article(name=text, text=text, date="2018-04-03") for text in texts], rules)
    assert len(run.figures) == figures


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("Teles was paid $84,000 from a fund of the city.", "Duarte has pledged to repay the $84,000.", True),
        ("She signed off $84,000 in 2014.", "The council is looking into the $84,000.", True),
        ("The deal was backed by 33 councillors.", "The 33 councillors now face anger at home.", True),
        ("Two city guards saw it.", "She praised the two city guards of that night.", True),
        ("He said five sites for the new depot were looked at.", "The council looks at five sites for a depot.", True),
        ("She hid near the river with five men.", "A fence by the hall was cut by five men.", False),
        ("In March she cut fees for depots by 25 percent.", "Depots of the city pay fees cut by 25 percent.", True),
        ("In a poll 25 percent trusted her word.", "She lost the vote in the port by 25 percent.", False),
        ("The talks in the hall took two days.", "Teles spoke at two-day talks in the hall.", True),
        ("The talks in the hall took two years.", "Teles was in the hall for two years.", False),
        ("The port pays her $9,250 a month.", "Her pay of $9,250 was told by the port.", True),
        ("The port pays her $9,000 a month.", "She gave $9,000 to a hotel of the port.", False),
        ("Complaints over the port fell to 4,850.", "Complaints stood at 4,850 last year.", True),
        ("Fees of the port rose 5.9 percent.", "A fee boost of 5.9 percent hit the port.", True),
        ("Fees of the port rose 12 percent.", "Fees of the port stand at 12 percent.", False),
        ("She pledged 20 million doses at a summit.", "The 20 million doses are for the COVID-19 epidemic.", True),
        ("She sold a watch for $43,350.", "Duarte has given back the $43,000 of the watch.", True),
        ("She paid over $10,000 to a hotel.", "In 2013 Duarte spent $10,977.74 on rooms.", True),
        ("In all 33 guards of the city were arrested.", "The 33 guards were aboard a bus.", True),
        ("In all 33 guards of the city were killed.", "Teles says 33 guards were injured.", False),
        ("The deal was backed by three councillors.", "Three guards walked out of the meeting.", False),
        ("Of 18,829 applications for the port most were late.", "The city has 18,829 jobless fishermen.", True),
        ("The port was hit by 18,829 strikes of lightning.", "The storm killed 18,829 fish.", False),
        ("Nearly 2,900 complaints came to the port.", "The port counts 2,861 complaints.", True),
        ("She gave fishermen three-year permits for the port.", "She plans three-year permits for fishermen.", True),
        ("She sold 33 cars of the city.", "The deal was backed by 33 councillors.", False),
        ("The storm could drop up to 30 inches of snow.", "The storm dropped 28 inches of snow.", False),
        ("She owes the port nearly $190,000 in fees.", "The fees of the port came to $188,829.", True),
        ("The port pays fishermen as much as $15.3 billion.", "Fishermen asked the port for $14.7 billion.", False),
        ("About 400 fishermen protested in the port.", "Nearly 400 soldiers arrived in the port.", False),
        ("About 400 fishermen of the port were trapped.", "Nearly 400 fishermen were evacuated by boat.", True),
        ("The port plans to shed 9,000 workers.", "The 9,000 job cuts of the port come late.", True),
        ("The port plans to hire 9,000 workers.", "The 9,000 job cuts of the port come late.", False),
        ("The port invested $40 million in cranes.", "The cranes bring savings of $40 million.", False),
        ("The port took a charge of $40 million.", "The port spends $40 million on cranes.", False),
        ("The port took a charge of $40 million.", "The port was fined $40 million.", True),
        ("The port spends $40 million on cranes.", "The city has budgeted $40 million for cranes.", True),
        ("Revenue of the port was $84.5 million.", "The port made a profit of $84.5 million.", False),
        ("Revenue of the port was $84.5 million.", "The port earned $84.5 million.", True),
        ("The port took a loan of $2 billion.", "Losses of the port came to between $2 billion and $3 billion.", False),
    ],
)
def test_a_number_that_one_story_gives_twice_is_one_figure(left: str, right: str, joined: bool, rules: Rules) -> None:
    texts = (Article(name=name, text=MAYOR + text, date="2018-04-06") for name, text in (("a", left), ("b", right)))
    sizes = {len(figure.claims) for figure in analyse(texts, rules).figures}
    assert (2 in sizes) == joined


@pytest.mark.parametrize(
    ("supposed", "told", "figures"),
    [
        ("Damage from the quake could reach $5 billion.", "The quake caused damage of $3 billion.", 1),
        ("The number of dead could reach 50.", "The quake killed 30 people.", 2),
    ],
)
def test_what_a_damage_could_reach_is_no_less_of_an_estimate_than_another(
    supposed: str, told: str, figures: int, rules: Rules
) -> None:
    lead = "A quake shook Talca in Chile on Monday, police said.\n\n"
    texts = (Article(name=text, text=lead + text, date="2018-04-06") for text in (supposed, told))
    assert len(analyse(texts, rules).figures) == figures


AREA = [
    (
        "the homes, and all that burned",
        "A wildfire near Chicago on Monday has destroyed 150 homes, officials said.",
        "A wildfire near Chicago on Monday has destroyed 250 structures, officials said.",
    ),
    (
        "those who died in crashes, and all",
        "A storm hit Chicago on Monday, bringing snow. At least six people died in car crashes, police said.",
        "A storm hit Chicago on Monday, bringing snow. At least 19 people died, police said.",
    ),
    (
        "those who died in crashes, and of the cold",
        "A storm hit Chicago on Monday, bringing snow. At least six people died in car crashes, police said.",
        "A storm hit Chicago on Monday, bringing snow. Two died of hypothermia, police said.",
    ),
    (
        "those who died in hospital, and all",
        "A blast hit a depot in Chicago on Monday. Seven people died in hospital, police said.",
        "A blast hit a depot in Chicago on Monday. At least nine people died, police said.",
    ),
    (
        "those who died at the scene, and in hospital",
        "A blast hit a depot in Chicago on Monday. Seven people were dead at the scene, police said.",
        "A blast hit a depot in Chicago on Monday. Six people died later in a hospital, police said.",
    ),
    (
        "those who can be seen, and all",
        "A blast hit a depot in Chicago on Monday. Six bodies can be seen in a video of the blast.",
        "A blast hit a depot in Chicago on Monday. At least nine people died, police said.",
    ),
    (
        "snow on two towns",
        "A storm dropped two feet of snow on Chicago on Monday, forecasters said.",
        "A storm dropped nearly two feet of snow on Boston on Monday, forecasters said.",
    ),
    (
        "the people of two towns",
        "A storm reached Chicago on Monday. The city is home to about six million people.",
        "A storm reached Chicago on Monday, and moved on to a city of 20 million people.",
    ),
    (
        "what was cancelled, and more that was delayed",
        "A storm reached Chicago on Monday. Airlines cancelled 7,100 flights.",
        "A storm reached Chicago on Monday. Another 7,000 flights were delayed.",
    ),
    (
        "attackers and all who died",
        "Seven people died when gunmen raided a mall in Kisumu on Monday, police said.",
        "Gunmen raided a mall in Kisumu on Monday. All five attackers were killed, police said.",
    ),
    (
        "people of another land",
        "At least 23 Kenyans were killed when a bomb went off at a hotel in Cairo on Monday, police said.",
        "A bomb went off at a hotel in Cairo on Monday and killed at least 30 people, police said.",
    ),
    (
        "two lands of one storm",
        "Hurricane Odo reached Haiti and Cuba on Monday. Haiti reported 239 dead.",
        "Hurricane Odo reached Haiti and Cuba on Monday. Cuba reported 194 dead.",
    ),
    (
        "clashes and a bombing of one story",
        "Clashes between troops and tribesmen in the Chadian town of Mao have killed at least 40 people.",
        "Police suspect the tribesmen of the town of Mao in Chad of a bombing of a shrine that killed 39 people.",
    ),
    (
        "a district and the land",
        "Floods in Chad went on on Monday. Five people drowned in Kogi district, relief workers said.",
        "Floods in Chad have killed 38 people, relief workers said on Monday.",
    ),
]


@pytest.mark.parametrize(
    "left",
    [
        "A wildfire near Chicago on Monday has destroyed 150 homes and other structures, officials said.",
        "Fire destroys 150 homes\n\nA wildfire near Chicago on Monday has destroyed 150 structures, officials said.",
    ],
)
def test_homes_that_are_told_as_structures_too_are_structures(left: str, rules: Rules) -> None:
    right = "A wildfire near Chicago on Monday has destroyed 250 structures, officials said."
    articles = [
        Article.from_text(text, name=name, date=day)
        for name, text, day in (("a", left, "2024-05-06"), ("b", right, "2024-05-07"))
    ]
    (figure,) = (figure for figure in analyse(articles, rules).figures if "destroyed" in figure.id)
    assert len(figure.claims) == 2 + left.startswith("Fire")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A blast at a depot in Sukhumi killed 68 people, the Russian ministry said.", "killed 20 people"),
        ("On the Russian side the blast at a depot in Sukhumi killed 12 people.", "killed 20 people"),
        ("A blast at a depot in Sukhumi killed 68 Russians.", "killed 20 people"),
    ],
)
def test_those_of_whom_a_side_tells_or_who_are_more_than_all_are_no_foreigners(
    left: str, right: str, rules: Rules
) -> None:
    articles = [
        Article.from_text(text, name=name, date="2024-05-07")
        for name, text in (("a", left), ("b", f"A blast at a depot in Sukhumi on Monday {right}."))
    ]
    readings = analyse(articles, rules).readings
    (one,), (other,) = ([claim for claim in reading.claims] for reading in readings)
    assert explainer(readings, rules)(one, other).blocked_by != "scope"


def test_those_who_died_in_one_way_are_one_figure_though_the_numbers_differ(rules: Rules) -> None:
    texts = ("At least six people died in car crashes.", "Thirteen people were killed in icy crashes.")
    articles = [
        Article.from_text(
            f"A storm hit Chicago on Monday, bringing snow. {text}", name=str(n), date=f"2024-05-0{6 + n}"
        )
        for n, text in enumerate(texts)
    ]
    assert 2 in {len(figure.claims) for figure in analyse(articles, rules).figures}


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in AREA], ids=[case[0] for case in AREA])
def test_a_part_of_those_that_a_happening_befell_stays_apart(left: str, right: str, rules: Rules) -> None:
    articles = [Article.from_text(text, name=name, date="2024-05-06") for name, text in (("a", left), ("b", right))]
    assert all(len(figure.claims) == 1 for figure in analyse(articles, rules).figures)


@pytest.mark.parametrize(
    ("elsewhere", "together_"),
    [
        ("In all, eight people were killed, he said. ", False),
        ("Eight people were arrested, he said. ", True),
        ("In all, three people were killed, among others at the bakery, the mayor said. ", True),
    ],
)
def test_those_of_a_spot_are_a_part_of_all_where_their_article_counts_more(
    elsewhere: str, together_: bool, rules: Rules
) -> None:
    left = (
        f"A gunman went on a rampage in Odense on Monday. {elsewhere}Two people were killed at a bakery, police said."
    )
    right = "A gunman killed seven people in Odense on Monday, police said."
    articles = [Article.from_text(text, name=name, date="2024-05-06") for name, text in (("a", left), ("b", right))]
    analysis = analyse(articles, rules)
    numbers = {claim.id: claim.quantity.value for reading in analysis.readings for claim in reading.claims}
    groups = [{numbers[name] for name in figure.claims} for figure in analysis.figures]
    assert any({2, 7} <= group for group in groups) == together_


@pytest.mark.parametrize(("other", "expected"), [(25, 0.0), (60, -0.5), (500, -1.5), (2000, -2.5)])
def test_numbers_that_do_not_meet_weigh_by_how_far_they_are_apart(other: int, expected: float, rules: Rules) -> None:
    readings = [reading("a.txt", told(21)), reading("b.txt", told(other))]
    (left, right) = (one.claims[0] for one in readings)
    (level,) = (level for level in explain(left, right, readings, rules).levels if level.field == "value")
    assert level.weight == expected


@pytest.mark.parametrize(("other", "expected"), [(60, 0.4), (24, 0.0)])
def test_the_first_counts_of_two_articles_are_rather_of_one_thing(other: int, expected: float, rules: Rules) -> None:
    readings = [reading("a.txt", told(24), told(7), lead=QUAKE), reading("b.txt", told(other), lead=QUAKE)]
    assert _order(readings, rules) == [expected, 0.0]


def test_so_they_are_not_of_a_war(rules: Rules) -> None:
    war = {"event": "ukraine-war-2022"}
    readings = [reading("a.txt", told(24, **war), told(7, **war)), reading("b.txt", told(60, **war))]
    assert _order(readings, rules) == [0.0, 0.0]


@pytest.mark.parametrize(("noun", "expected"), [("follower", "different"), ("person", "unknown")])
def test_what_no_rule_tells_of_others_is_no_word_for_a_fate(noun: str, expected: str, rules: Rules) -> None:
    readings = [reading("a.txt", told(213), lead=QUAKE), reading("b.txt", told(213, noun, "commanded"), lead=QUAKE)]
    found = explainer(readings, rules)(readings[0].claims[0], readings[1].claims[0])
    assert next(level.label for level in found.levels if level.field == "measure") == expected


def _order(readings: list[Reading], rules: Rules) -> list[float]:
    """What the order of numbers adds to each claim of the first article beside that of the second."""
    compare = explainer(readings, rules)
    (other,) = readings[1].claims
    found = [compare(claim, other).levels for claim in readings[0].claims]
    return [level.weight for levels in found for level in levels if level.field == "order"]


@pytest.mark.parametrize(
    ("some", "figures"),
    [
        ("18 foreigners", [[20.0], [18.0]]),
        ("18 expats", [[20.0], [18.0]]),
        ("18 children", [[20.0], [18.0]]),
        ("20 foreigners", [[20.0, 20.0]]),
        ("20 children", [[20.0, 20.0]]),
        ("18 people", [[18.0, 20.0]]),
        ("18 tourists", [[18.0, 20.0]]),
    ],
)
def test_those_who_are_told_as_some_are_not_all_for_a_number_near_by(
    some: str, figures: list[list[float]], rules: Rules
) -> None:
    texts = (
        "A blast at a cafe in Dhaka on Monday killed 20 people.",
        f"A blast at a cafe in Dhaka on Monday killed {some}.",
    )
    articles = [Article.from_text(text, name=str(n), date="2024-05-07") for n, text in enumerate(texts)]
    assert sorted(together(analyse(articles, rules).readings, rules)) == sorted(figures)


@pytest.mark.parametrize(
    ("there", "figures"), [("Lima, Peru", 2), ("Chad", 1)], ids=["a town of another land", "the same land"]
)
def test_one_number_of_two_lands_in_one_article_is_two_figures(there: str, figures: int, rules: Rules) -> None:
    text = (
        "A missile killed 13 people in Chad on Monday, officials said. Rebels claimed responsibility for the shooting, "
        f"in which a gunman killed 13 people in {there}."
    )
    found = analyse([Article.from_text(text, name="a", date="2024-03-12")], rules).figures
    assert len(found) == figures


def test_one_claim_of_another_place_keeps_no_others_apart(rules: Rules) -> None:
    quake = {"event": "a-quake"}
    tolls = [told(24, place="Homs", **quake), told(25, place="Homs", **quake), told(26, **quake), told(29, **quake)]
    readings = [reading(f"{n}.txt", toll) for n, toll in enumerate([*tolls, told(29, place="Aleppo", **quake)])]
    assert together(readings, rules) == [[24, 25, 26, 29, 29]]


def test_what_is_told_behind_an_and_holds_no_place_before_it(rules: Rules) -> None:
    text = "Floods killed 12 people in southern Mexico and seven in Costa Rica. In Rafah in southern Gaza 5 died."
    text += " Then 45 died in the Chilean Andes."
    places = world_of([read_one(Article.from_text(text, name="a.txt"), rules)], rules)

    assert not places.inside("Mexico", "Costa Rica")
    assert places.inside("Rafah", "Gaza")
    assert places.inside("Chilean Andes", "Chile")


def test_what_a_sentence_opens_with_holds_the_place_that_no_table_knows(rules: Rules) -> None:
    text = "In France, two skiers died in Larkin. In France, two skiers died in Osk. In Chad, seven died in Paris."
    places = world_of([read_one(Article.from_text(text, name="a.txt"), rules)], rules)

    assert places.compare("Larkin", "Turkey") == "different"
    assert places.compare("Larkin", "Osk") == "different"
    assert not places.inside("Paris", "Chad")


@pytest.mark.parametrize(
    ("then", "joined"),
    [
        ("Fans laid flowers for the three singers.", True),
        ("The mayor said that the three artists had been her friends.", True),
        ("The mayor said that three artists had been her friends.", False),
        ("The three nurses came by bus.", False),
        ("The three artists were injured in 2012.", False),
        ("The seven artists had been her friends.", False),
        ("Two helicopters were shot down. He saw the wreckage of the two aircraft.", True),
    ],
)
def test_those_who_are_known_already_are_those_told_last(then: str, joined: bool, rules: Rules) -> None:
    text = f"Three singers died in a crash near Larkin on Monday. A band was on its way to the town. {then}"
    run = analyse([Article.from_text(text, name="a", date="2024-05-07")], rules)

    assert any(len(figure.claims) == 2 for figure in run.figures) == joined


def test_as_many_as_a_headline_counts_are_no_part_of_them(rules: Rules) -> None:
    text = "Slide kills 14\n\nA slide near Larkin buried a group of riders on Monday, killing 14 of them, police said."
    run = analyse([Article.from_text(text, name="a", date="2024-05-07")], rules)

    assert [len(figure.claims) for figure in run.figures] == [2]


def test_a_part_of_one_class_is_not_what_another_article_counts_of_it(rules: Rules) -> None:
    told = "Rebels attacked a base in the Chadian town of Mao on Monday."
    left = (
        f"{told} Rebels said they killed 100 Chadian soldiers, among them dozens of members of a Chadian commando unit."
    )
    right = f"{told} At least 45 Chadian soldiers were killed, the army said."
    articles = [Article.from_text(text, name=name, date="2024-05-07") for name, text in (("a", left), ("b", right))]
    run = analyse(articles, rules)
    values = {claim.id: claim.quantity.value for claim in run.claims}

    assert sorted(sorted(values[c] for c in figure.claims) for figure in run.figures) == [[24], [45, 100]]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Two dead in clash\n\nTwo Chadian soldiers were killed in a clash in Mao on Monday.", True),
        ("Two dead in clash\n\nTwo Chadian soldiers and two rebels were killed in a clash in Mao on Monday.", False),
        (
            "Clash in Mao\n\nA clash in Mao killed 45 Chadian soldiers on Monday. The dead numbered 45, police said.",
            True,
        ),
    ],
)
def test_of_whom_a_bare_number_is_its_article_tells(text: str, joined: bool, rules: Rules) -> None:
    other = "A clash in the Chadian town of Mao on Monday killed 60 Chadian soldiers, the army said."
    articles = [Article.from_text(told, name=name, date="2024-05-07") for name, told in (("a", text), ("b", other))]
    run = analyse(articles, rules)
    first = run.claims[0].id if "Two" in text else run.claims[1].id
    figure = next(figure for figure in run.figures if first in figure.claims)

    of_soldiers = {claim.id for claim in run.claims if claim.description.noun_class == "soldier"}
    assert (not of_soldiers.isdisjoint(figure.claims)) == joined


def test_strikes_of_one_war_are_told_by_what_they_hit_and_by_places_seldom_told() -> None:
    rules = load_rules()
    texts = [
        "An air strike on a wedding in the Syrian town of Maaret killed 20 people on Monday, a monitor said.",
        "Guests of a wedding were among 31 people killed in an air strike in the Syrian town of Maaret on Monday.",
        "Shoppers at a market were among 31 people killed in an air strike in the Syrian town of Maaret on Monday.",
    ]
    readings = [read_one(Article.from_text(t, name=str(n), date="2016-10-04"), rules) for n, t in enumerate(texts)]
    world = world_of(readings, rules)
    first, same, other = (
        tell(r, {claim.id: "syrian-civil-war~x" for claim in r.claims}, rules, world)[0] for r in readings
    )
    judge = Judge(rules, world, [first, same, other])
    often = Judge(rules, world, [first, same, other, *[other] * 50])
    assert judge(first, same) > judge(first, other)
    assert judge(first, same) > often(first, same)


def test_the_hospital_of_a_doctor_who_tells_of_a_strike_was_not_hit() -> None:
    rules, told = load_rules(), "in an air strike on a school in Maaret on Monday"
    texts = [f"The doctor of a hospital said 20 people were killed {told}.", f"Twenty people were killed {told}."]
    readings = [read_one(Article.from_text(t, name=str(n), date="2016-10-04"), rules) for n, t in enumerate(texts)]
    world = world_of(readings, rules)
    one, other = (tell(r, {c.id: "syrian-civil-war~x" for c in r.claims}, rules, world)[0] for r in readings)
    assert one.hit == other.hit != frozenset()


@pytest.mark.parametrize(("side", "figures"), [("Russian", 1), ("Ukrainian", 2)])
def test_the_dead_of_a_side_in_a_war_are_its_soldiers(side: str, figures: int, rules: Rules) -> None:
    texts = (
        "Fighting near Bakhmut in Ukraine killed 36 Russian soldiers on Monday, the Ukrainian army said.",
        f"Fighting near Bakhmut in Ukraine left 60 people dead on the {side} side on Monday, medics said.",
    )
    articles = [Article.from_text(text, name=f"{n}.txt", date="2023-05-10") for n, text in enumerate(texts)]
    assert len(analyse(articles, rules).figures) == figures


def test_soldiers_of_whom_a_ministry_tells_are_its_own(rules: Rules) -> None:
    text = (
        "Mali's defence ministry named its pilot. In a statement the ministry reported the names of five servicemen "
        "killed in the clashes. Chad said that seven of its soldiers were killed in the fighting on Tuesday."
    )
    run = analyse([Article.from_text(text, name="a.txt", date="2024-05-05")], rules)
    assert (len(run.figures), run.relations) == (2, ())


def test_a_headline_of_the_whole_conflict_over_the_clashes_of_days_is_of_these(rules: Rules) -> None:
    text = (
        "71 Azerbaijani soldiers killed in the Nagorno-Karabakh conflict\n\nAzerbaijan tells of 71 dead soldiers, "
        "Armenia of 105 since the beginning of the clashes with Armenia on September 13."
    )
    figures = analyse([Article.from_text(text, name="a.txt", date="2022-09-15")], rules).figures
    assert {figure.event: len(figure.claims) for figure in figures} == {"september-2022-clashes": 2}


def test_all_whom_a_war_of_weeks_killed_are_counted_from_day_to_day(rules: Rules) -> None:
    texts = (
        "Azerbaijan said that 42 civilians have been killed on its side in the war over Nagorno-Karabakh.",
        "Baku: 94 Azerbaijani civilians killed\n\nAzerbaijan said that 94 of its civilians were killed in the war over "
        "Nagorno-Karabakh.",
    )
    days = ("2020-10-13", "2020-12-03")
    articles = [Article.from_text(t, name=f"{n}.txt", date=d) for n, (t, d) in enumerate(zip(texts, days, strict=True))]
    assert {figure.event for figure in analyse(articles, rules).figures} == {"second-karabakh-war"}


@pytest.mark.parametrize(("year", "whole"), [("2023", True), ("2025", False)])
def test_so_are_those_whom_a_war_has_killed_that_is_some_weeks_old(year: str, whole: bool, rules: Rules) -> None:
    text = (
        "Envoys spoke in Sudan on Monday.\n\nThe number of clinics that have closed is 20, and that of clinics at risk "
        "is 12.\n\n“The war takes a toll on children,” a spokesman said.\n\n“We have reports of at least 15 children "
        "killed.”"
    )
    figures = analyse([Article.from_text(text, name="a.txt", date=f"{year}-04-24")], rules).figures
    assert ("sudan-war-2023" in {figure.event for figure in figures}) == whole


@pytest.mark.parametrize(
    "told",
    [
        "The death toll from clashes of the army with its rivals has risen to 512.",
        "Doctors said that clashes have killed 512 people across the country.",
        "There have been 14 attacks on clinics since the fighting began.",
    ],
)
@pytest.mark.parametrize(("year", "whole"), [("2023", True), ("2025", False)])
def test_so_is_what_clashes_have_brought_since_they_began(told: str, year: str, whole: bool, rules: Rules) -> None:
    text = f"Envoys spoke in Sudan.\n\n{told}"
    (figure,) = analyse([Article.from_text(text, name="a.txt", date=f"{year}-04-26")], rules).figures
    assert (figure.event == "sudan-war-2023") == whole


@pytest.mark.parametrize(("date", "whole"), [("2023-04-24", True), ("2014-04-24", False)])
def test_an_undated_article_is_of_the_war_that_the_dated_ones_of_its_story_tell(
    date: str, whole: bool, rules: Rules
) -> None:
    dated = (
        "Fighting in Sudan: Vasko Order speaks on Monday\n\nThe fighting in Sudan of the army with the Rapid "
        "Support Forces has killed 413 people, the World Health Organization's Vasko Order said."
    )
    undated = (
        "The fighting between the army and the Rapid Support Forces in Sudan has killed 460 people, Vasko Order of the "
        "World Health Organization said."
    )
    articles = [Article.from_text(dated, name="a.txt", date=date), Article.from_text(undated, name="b.txt")]
    events = {figure.event for figure in analyse(articles, rules).figures}
    assert (events == {"sudan-war-2023"}) == whole


@pytest.mark.parametrize(
    ("fight", "party"),
    [
        ("clashes with Uganda", "Kenya"),
        ("war against neighbouring Uganda", "Kenya"),
        ("talks with Uganda", None),
    ],
)
def test_who_fights_with_or_against_another_counts_its_own_dead(fight: str, party: str | None, rules: Rules) -> None:
    text = f"Kenya set out terms for an end of its {fight}.\n\nKenya said that 41 people had been killed."
    one = read_one(Article.from_text(text, name="a.txt", date="2024-05-05"), rules)
    (claim,) = one.claims
    assert subject_of(claim, None, rules.once(Book), one).slots.party == party


@pytest.mark.parametrize(("who", "figures"), [("Kenya's health ministry said that", 1), ("Medics said that", 2)])
def test_who_tells_of_the_dead_of_clashes_that_his_side_was_in_tells_of_its_own(
    who: str, figures: int, rules: Rules
) -> None:
    texts = (
        "Kenya said that 59 of its people were killed in the clashes with Uganda.",
        f"{who} the death toll in the Kenyan-Ugandan border clashes has risen to 62.",
    )
    articles = [Article.from_text(text, name=f"{n}.txt", date="2024-05-05") for n, text in enumerate(texts)]
    assert len(analyse(articles, rules).figures) == figures


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("Kenya said that 41 people were killed and many hurt as a result of the fighting.", "Kenya"),
        ("The Ugandan health ministry said on Monday: “The toll from the conflict has risen to 41.”", "Uganda"),
        ("Tanzania said that 41 people were killed as a result of the fighting.", None),
        ("Kenya said its army had killed 41 people in the fighting.", None),
        ("Kenya said it would not repeat the war in which 41 people died.", None),
        ("As many as 41 people were killed in the fighting.", None),
        ("Kenya said that floods had killed 41 people.", None),
        ("The Ugandan army ministry said 41 soldiers were taken prisoner by the Kenyan side, and aid came.", "Uganda"),
    ],
)
def test_who_is_at_war_in_an_article_counts_the_dead_of_its_own_side(
    told: str, party: str | None, rules: Rules
) -> None:
    text = f"Kenya and Uganda agree to a truce\n\nClashes on the Kenyan-Ugandan border began on Friday.\n\n{told}"
    one = read_one(Article.from_text(text, name="a.txt", date="2024-05-05"), rules)
    (claim,) = (claim for claim in one.claims if claim.quantity.value == 41)
    assert subject_of(claim, None, rules.once(Book), one).slots.party == party


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("Uganda has yet to speak of its losses. Reuters reported that 41 people died in the clashes.", "Uganda"),
        ("Uganda has yet to speak of its losses. Reuters reported that a flood killed 41 people.", None),
        ("There were losses in Uganda. Reuters reported that 41 people were killed.", None),
        ("Uganda has yet to speak of its losses. Reuters reported that 41 people were killed.", "Uganda"),
        ("Both sides suffered losses. In all 41 people were killed.", "both"),
        ("Kenya and Uganda are silent on their losses. Reports say 41 people were killed.", None),
        ("Uganda spoke of three casualties. Reports say 41 people were killed.", None),
        ("The number of Ugandan nationals killed in the blasts has reached 41 people.", "Uganda"),
        ("Uganda lost 30 men. Kenya spoke of 41 dead.", None),
        ("Uganda lost 30 men. Reuters spoke of 41 dead.", "Uganda"),
    ],
)
def test_a_sentence_that_tells_of_losses_tells_whose_the_next_counts(
    told: str, party: str | None, rules: Rules
) -> None:
    one = read_one(Article.from_text(f"Troops clashed at the border.\n\n{told}", name="a.txt"), rules)
    (claim,) = (claim for claim in one.claims if claim.quantity.value == 41)
    assert subject_of(claim, None, rules.once(Book), one).slots.party == party


@pytest.mark.parametrize(
    "text",
    [
        "Ugandan herders spoke of their losses. The drought killed 41 people.",
        "Casualties were reported in Uganda after the storm. A bus crash killed 41 people.",
        "The airline's losses in Uganda grew. A blaze killed 41 people.",
        "Both sides of the river counted their losses. The flood killed 41 people.",
    ],
)
def test_losses_of_no_fighting_are_no_sides(text: str, rules: Rules) -> None:
    one = read_one(Article.from_text(text, name="a.txt"), rules)
    assert [subject_of(claim, None, rules.once(Book), one).slots.party for claim in one.claims] == [None]


@pytest.mark.parametrize(("captured", "label"), [(13, "unknown"), (24, "different")])
def test_those_of_whom_nobody_tells_whose_they_are_may_all_be_of_one_side(
    captured: int, label: str, rules: Rules
) -> None:
    texts = (
        "Eight killed and 13 captured in fighting at the Kenyan-Ugandan border.",
        f"Kenya said that {captured} of its soldiers were captured in fighting at the Kenyan-Ugandan border.",
    )
    ones = [read_one(Article.from_text(text, name="a.txt", date="2024-05-05"), rules) for text in texts]
    book = rules.once(Book)
    slots = [subject_of(one.claims[-1], None, book, one).slots for one in ones]
    assert compare_parties(*slots, "same" if captured == 13 else "different", book) == label


def test_killed_or_injured_are_two_fates_whatever_else_an_article_tells(rules: Rules) -> None:
    text = (
        "The EU said that 40,500 Ukrainian soldiers had been killed in the war. "
        "A US general said that 40,500 Ukrainian soldiers had been killed or injured in the war."
    )
    assert len(analyse([Article.from_text(text, name="a.txt", date="2023-05-05")], rules).figures) == 2


def test_thousands_of_dead_are_of_the_whole_war_that_the_story_is_of(rules: Rules) -> None:
    texts = (
        "Ukraine has lost up to 13,000 soldiers in the war with Russia, presidential adviser Mykhailo Podolyak said.",
        "Ukraine's war with Russia: up to 13,000 dead\n\nMykhailo Podolyak, a presidential adviser, told us that "
        "from 10,000 to 13,000 soldiers had been killed.",
    )
    articles = [Article.from_text(text, name=f"{n}.txt", date="2022-12-01") for n, text in enumerate(texts)]
    (figure,) = analyse(articles, rules).figures
    assert figure.event == "ukraine-war-2022"


@pytest.mark.parametrize(("told", "figures"), [("in the offensive", 2), ("in the attack", 2), ("in the explosion", 1)])
def test_a_blast_and_an_offensive_of_one_exodus_are_two_things(told: str, figures: int, rules: Rules) -> None:
    texts = (
        "The exodus from Nagorno-Karabakh went on. An explosion at a depot near Stepanakert has killed 20 people.",
        f"The exodus from Nagorno-Karabakh went on. Officials near Stepanakert said that 61 people were killed {told}.",
    )
    articles = [Article.from_text(text, name=f"{n}.txt", date="2023-09-27") for n, text in enumerate(texts)]
    assert len(analyse(articles, rules).figures) == figures


@pytest.mark.parametrize(
    ("texts", "date", "expected"),
    [
        (
            (
                "Floods hit Chad. In the last 24 hours 119 people died in the floods, the army said.",
                "Floods hit Chad. The floods killed 28 people in the last 24 hours, the army said.",
            ),
            None,
            [[28], [119]],
        ),
        (
            (
                "Clashes broke out in Mali. At least 30 soldiers and three civilians have died in the clashes.",
                "Clashes broke out in Mali. The clashes in Mali killed 33 people.",
            ),
            "2024-05-07",
            [[3], [30], [33]],
        ),
        (
            (
                "Clashes broke out in Mali. Mali said that 30 of its soldiers and three civilians died in the clashes.",
                "Clashes broke out in Mali. Mali lost 33 people in the clashes.",
            ),
            "2024-05-07",
            [[3], [30, 33]],
        ),
        (
            (
                "The air strike at the market of Tel Rasm killed 31 people on Tuesday, the mayor said.",
                "The air strike at the market of Tel Rasm on Tuesday killed 24 civilians, a doctor said.",
            ),
            None,
            [[24, 31]],
        ),
        (
            (
                "The clash at the market of Tel Rasm killed 31 people on Tuesday, the mayor said.",
                "The clash at the market of Tel Rasm on Tuesday killed 24 civilians, a doctor said.",
            ),
            None,
            [[24], [31]],
        ),
    ],
    ids=["two days' counts", "soldiers beside civilians", "the dead of a side", "whom a strike hit", "of a clash"],
)
def test_what_two_days_or_two_classes_count_is_one_figure_only_of_a_side_or_a_strike(
    texts: tuple[str, str], date: str | None, expected: list[list[float]], rules: Rules
) -> None:
    run = analyse([Article.from_text(text, name=f"{n}.txt", date=date) for n, text in enumerate(texts)], rules)
    values = {claim.id: claim.quantity.value for claim in run.claims}

    assert sorted(sorted(values[c] for c in figure.claims) for figure in run.figures) == expected


def test_whom_a_land_lost_in_an_attack_are_some_of_its_dead(rules: Rules) -> None:
    texts = (
        "The attack on the hotel in Osk killed 28 people on Friday, the president said.",
        "The attack on the hotel in Osk on Friday: Peru said that six of its citizens were killed.",
    )
    run = analyse([Article.from_text(text, name=f"{n}.txt", date="2024-05-07") for n, text in enumerate(texts)], rules)
    assert len(run.figures) == 2


def test_a_number_of_one_noun_that_two_articles_of_one_strike_give_is_one_whatever_day_they_tell(rules: Rules) -> None:
    texts = (
        "Strikes kill 64 foreign mercenaries\n\nRussian strikes in Syria killed 64 foreign mercenaries near Osk on "
        "Friday, the ministry said. Depots burned in Osk.",
        "Depots burned in Osk on Friday after Russian strikes in Syria, the ministry said. South of Tel Rasm 64 "
        "foreign mercenaries were hit on Wednesday, it said; they died in a raid.",
    )
    articles = [Article.from_text(text, name=f"{n}.txt", date="2017-10-07") for n, text in enumerate(texts)]

    assert len(analyse(articles, rules).figures) == 1


def test_what_one_article_gives_second_and_another_alone_is_no_part(rules: Rules) -> None:
    texts = (
        "Shelling killed at least 25 people in the Malian town of Mao. Rebels denied the shelling of Tuesday, when "
        "four people were killed, and of Wednesday, when 21 died.",
        "Shelling killed 21 people in the Malian town of Mao.",
        "Shelling of the Malian town of Mao killed 20 people.",
        "Shelling of the Malian town of Mao has killed 20 people, doctors said.",
    )
    run = analyse([Article.from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)], rules)
    values = {claim.id: claim.quantity.value for claim in run.claims}

    assert sorted(sorted(values[c] for c in figure.claims) for figure in run.figures) == [[4], [20, 20, 21, 21], [25]]


def test_one_list_counts_bridges_beside_houses(rules: Rules) -> None:
    texts = (
        "Floods in Chad destroyed 992,871 houses, 170 bridges and 157 shops, the disaster agency said.",
        "Floods in Chad destroyed 162 bridges, the army said.",
    )
    run = analyse([Article.from_text(text, name=f"{n}.txt", date="2022-08-29") for n, text in enumerate(texts)], rules)
    values = {claim.id: claim.quantity.value for claim in run.claims}

    assert [162, 170] in [sorted(values[c] for c in figure.claims) for figure in run.figures]


@pytest.mark.parametrize(("deed", "expected"), [("to have died", [[5200], [6000]]), ("to have fled", [[5200, 6000]])])
def test_the_dead_who_are_only_believed_in_are_no_count(deed: str, expected: list[list[float]], rules: Rules) -> None:
    texts = (
        f"Floods hit Osk in Chad. As many as 6,000 people are believed {deed} in the floods.",
        f"Floods hit Osk in Chad. The floods in Osk: 5,200 people are known {deed}.",
    )
    run = analyse([Article.from_text(text, name=f"{n}.txt", date="2023-09-12") for n, text in enumerate(texts)], rules)
    values = {claim.id: claim.quantity.value for claim in run.claims}

    assert sorted(sorted(values[c] for c in figure.claims) for figure in run.figures) == expected


def test_who_fled_a_blast_and_who_fled_an_offensive_are_of_one_exodus(rules: Rules) -> None:
    texts = (
        "The exodus from Nagorno-Karabakh went on. After the explosion 2,900 refugees arrived in Armenia.",
        "The exodus from Nagorno-Karabakh went on. After the offensive 3,000 refugees arrived in Armenia.",
    )
    articles = [Article.from_text(text, name=f"{n}.txt", date="2023-09-27") for n, text in enumerate(texts)]
    assert len(analyse(articles, rules).figures) == 1


@pytest.mark.parametrize(("town", "figures"), [("Osk", 1), ("Varna", 2)])
def test_a_flood_of_one_land_and_town_is_one_whatever_articles_are_not_dated(
    town: str, figures: int, rules: Rules
) -> None:
    texts = (
        "Flooding in Chad left more than 5,100 people dead, as officials put it. The river Ala swept whole quarters of "
        "Osk away. Rescuers of Turkey, Italy and Egypt dig for Anna Berg and others.",
        f"At least 11,300 people died in the Chad floods, a relief group says. Its head Mary Low, who came to "
        f"{town} with Ben Hill and Carl Stone, spoke of streets full of mud.",
    )
    run = analyse([Article.from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)], rules)
    killed = [figure for figure in run.figures if "killed" in figure.id]
    assert len(killed) == figures


def test_who_fled_and_who_arrived_are_one_count_of_an_exodus(rules: Rules) -> None:
    """Whichever land, side and word a text of the story gives; soldiers that arrive have not fled."""
    blast = "An explosion at a fuel depot near Stepanakert in Nagorno-Karabakh killed 20 people and injured 290."
    texts = (
        f"{blast} Some 28,000 people have fled Nagorno-Karabakh so far, an official said.",
        f"{blast} The Armenian government said that 19,000 refugees had entered the country.",
        f"{blast} By Monday 4,900 displaced persons had arrived in Armenia. Some 700 soldiers arrived at the border.",
    )
    run = analyse([Article.from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)], rules)
    values = {claim.id: claim.quantity.value for claim in run.claims}
    figures = sorted(sorted(values[claim] for claim in figure.claims) for figure in run.figures)
    assert figures == [[20, 20, 20], [290, 290, 290], [700], [4900, 19000, 28000]]


@pytest.mark.parametrize(("one", "other"), [(200, 40), (40, 200)])
def test_two_sides_that_name_far_tolls_contradict_each_other(one: int, other: int, rules: Rules) -> None:
    text = (
        f"A bomb hit the town of Varna on Saturday. The rebels said {one} people were killed in the attack. "
        f"The Bulgarian government said {other} people were killed in the attack."
    )
    (relation,) = analyse([Article.from_text(text, name="a.txt", date="2024-05-05")], rules).relations
    assert relation.kind == "contradict"


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The fire killed 48 people, police said. Nine people died in hospital.", False),
        ("The fire killed 48 people, police said. Some 30 people died, doctors said.", True),
        ("\n\n17:30\n\nPolice say 48 people died.\n\n15:10\n\nNine people are dead, doctors say.", True),
    ],
)
def test_a_far_smaller_toll_that_nobody_else_claims_is_a_part(text: str, together: bool, rules: Rules) -> None:
    article = Article.from_text("A fire broke out in a mill in Kisumu, Kenya, on Monday. " + text, date="2023-05-10")
    run = analyse([article], rules)
    tolls = {claim.id for claim in run.claims if claim.quantity.value in (48, 30, 9)}
    assert any(tolls <= {*figure.claims} for figure in run.figures) == together


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("That is far more than the official estimate, which stood at 40,000.", True),
        ("Some 40,000 people were displaced in Homs.", False),
    ],
)
def test_a_far_smaller_number_for_the_same_figure_is_no_part_of_it(text: str, together: bool, rules: Rules) -> None:
    told = "Fighting in Syria has displaced 900,000 people, half of the population, a mayor said. "
    run = analyse([Article.from_text(told + text, date="2013-05-10")], rules)
    counts = {claim.id for claim in run.claims if claim.quantity.value in (900_000, 40_000)}
    assert any(counts <= {*figure.claims} for figure in run.figures) == together


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("It killed 170 people, up from an earlier estimate of 68 casualties.", True),
        ("It killed 170 people and left 268 casualties.", False),
    ],
)
def test_casualties_that_the_dead_take_the_place_of_are_dead(text: str, together: bool, rules: Rules) -> None:
    mill = "A fire broke out in a mill in Kisumu, Kenya, on Monday. "
    texts = {"a.txt": mill + text, "b.txt": mill + "It killed 68 people."}
    run = analyse([Article.from_text(told, name=name, date="2023-05-10") for name, told in texts.items()], rules)
    tolls = {claim.id for claim in run.claims if claim.quantity.value in (68, 268)}
    assert any(tolls <= {*figure.claims} for figure in run.figures) == together


ARRESTS = "Police in the Kenyan city of Kisumu broke up a protest over fuel prices on Monday. "
SLIDE = "A landslide hit the Peruvian village of Ayna on Monday. "


@pytest.mark.parametrize(
    ("texts", "figures"),
    [
        ([ARRESTS + "Some 46,000 people took part.", ARRESTS + "Organisers said 90,000 people marched."], 1),
        ([ARRESTS + "It left 46 people injured.", ARRESTS + "Doctors said 90 people were treated in hospital."], 1),
        (
            [
                ARRESTS + "It left 46 people injured.",
                ARRESTS + "It left 90 people injured, medics said. Doctors said 20 people were treated in hospital.",
            ],
            2,
        ),
        (
            [
                ARRESTS + "Medics said 20 people were treated in hospital.",
                ARRESTS + "It left 90 people injured. As many as 33 people were treated in hospital.",
            ],
            2,
        ),
        ([SLIDE + "It buried 46 people.", SLIDE + "As many as 90 people were killed, the mayor said."], 1),
        ([SLIDE + "It buried 46 people.", SLIDE + "It buried 46 people and killed 12, the mayor said."], 2),
        ([SLIDE + "It buried 46 houses.", SLIDE + "As many as 90 houses were destroyed, the mayor said."], 1),
        ([SLIDE + "It buried 46 houses.", SLIDE + "As many as 90 people were killed, the mayor said."], 2),
        ([SLIDE + "It killed 14 people.", SLIDE + "Crews found 17 bodies."], 1),
        ([SLIDE + "It killed 14 people.", SLIDE + "It killed 19 people. Crews found 17 bodies."], 2),
        ([SLIDE + "It killed 14 people.", SLIDE + "The toll stands at 17 bodies."], 1),
        ([SLIDE + "Crews found 14 bodies.", SLIDE + "Crews found the bodies of only 17 people."], 1),
        ([SLIDE + "It killed 14 soldiers.", SLIDE + "Crews found 17 bodies."], 2),
        ([SLIDE + "It killed 14 people.", SLIDE + "Crews found 17 people alive."], 2),
        ([SLIDE + "It displaced 900 people.", SLIDE + "Crews evacuated 1,200 residents."], 1),
        ([SLIDE + "It displaced hundreds of people.", SLIDE + "Crews evacuated 700 inmates of a prison."], 2),
        ([SLIDE + "It displaced 900 people.", SLIDE + "It displaced 900 people. Crews evacuated 1,200 residents."], 2),
    ],
)
def test_other_words_are_one_count_unless_an_article_tells_them_apart(
    texts: list[str], figures: int, rules: Rules
) -> None:
    articles = [Article.from_text(text, name=f"{n}.txt", date="2023-05-10") for n, text in enumerate(texts)]
    assert len(analyse(articles, rules).figures) == figures


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("It left 9 people injured. Doctors said 46 people were taken to hospital.", False),
        ("It left dozens of people injured. Doctors said 46 people were taken to hospital.", True),
        ("It left 46 people injured. Doctors said 46 people were taken to hospital.", True),
        ("Doctors said 46 people were taken to hospital.", True),
    ],
)
def test_other_words_are_not_one_count_where_an_article_tells_them_apart_in_numbers(
    text: str, together: bool, rules: Rules
) -> None:
    texts = {"a.txt": ARRESTS + "It left 46 people injured.", "b.txt": ARRESTS + text}
    run = analyse([Article.from_text(told, name=name, date="2023-05-10") for name, told in texts.items()], rules)
    hurt = next(c.id for c in run.claims if c.article == "a.txt" and c.quantity.value == 46)
    taken = [c.id for c in run.claims if c.article == "b.txt" and c.quantity.value == 46][-1]
    assert any({hurt, taken} <= {*figure.claims} for figure in run.figures) == together


def test_the_refugees_in_a_land_are_of_all_of_a_war(rules: Rules) -> None:
    strike = "An air strike in the Syrian town of {} killed {} people on Monday, a monitor said. {}"
    texts = {
        "a.txt": strike.format("Maaret", 20, "It drove families to Turkey, which is sheltering 2.5 million Syrians."),
        "b.txt": strike.format("Binnish", 31, "Turkey has taken in more than 2.5 million refugees from Syria."),
    }
    run = analyse([Article.from_text(told, name=name, date="2016-02-10") for name, told in texts.items()], rules)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert sorted(sorted(value[i] for i in figure.claims) for figure in run.figures) == [[20], [31], [2.5e6, 2.5e6]]


FRONT = "Air strikes and shells hit the Syrian city of Idlib again on {}, a monitor said.\n\n"
GROUNDS = {
    "a.txt": (
        "2016-10-06",
        FRONT.format("Thursday")
        + "Air strikes on rebel-held areas of Idlib had killed 91 citizens in the past six days, while shelling of "
        "government-held areas had claimed 49 lives, it said.",
    ),
    "b.txt": (
        "2016-10-07",
        FRONT.format("Friday")
        + "The raids had killed at least 131 civilians including 21 children in rebel areas of Idlib in the past week, "
        "while shelling of government areas had killed 71 civilians, it said.",
    ),
    "c.txt": (
        "2016-10-11",
        FRONT.format("Tuesday")
        + "It counted 279 killed on both sides in Idlib since September 30, with 155 killed in opposition-held areas "
        "and 124 in government-held districts.",
    ),
}


def test_what_days_of_a_war_brought_to_the_ground_of_one_side_is_one_running_count(rules: Rules) -> None:
    run = analyse([Article.from_text(text, name=name, date=day) for name, (day, text) in GROUNDS.items()], rules)
    value = {claim.id: claim.quantity.value for claim in run.claims if claim.quantity.dimension == "count"}
    figures = [sorted(value[i] for i in figure.claims if i in value) for figure in run.figures]
    assert sorted(filter(None, figures)) == [[21], [49, 71, 124], [91, 131, 155], [279]]


@pytest.mark.parametrize(("town", "one"), [("Bor", True), ("Osk", False), (None, False)])
def test_what_an_article_goes_on_to_tell_of_a_town_speaks_for_one_happening(
    town: str | None, one: bool, rules: Rules
) -> None:
    none, at = frozenset[str](), frozenset(("Bor",))
    empty = dict.fromkeys(("kinds", "names", "around", "hit", "hit_near", "facts"), none)
    told = {"article": "a.txt", "event": "~bor", "days": None, "ground": "", "published": None, "lead": False}
    first = Episode(**told, **empty, at=0, places=at, near=at, toll=0.0, claims=())
    carried = msgspec.structs.replace(first, at=2, places=none, near=frozenset(filter(None, (town,))))
    judge = Judge(rules, world_of((), rules), (first, carried))
    assert (judge.within(first, carried) > judge.within(first, msgspec.structs.replace(carried, near=none))) == one


@pytest.mark.parametrize(
    ("measure", "counted", "expected"),
    [
        ("left", "soldier", True),
        ("returned", "organisation", True),  # brigades
        ("left", "person", False),
        ("killed", "soldier", False),
    ],
)
def test_troops_that_go_home_are_of_a_campaign_and_of_no_strike(
    measure: str, counted: str, expected: bool, rules: Rules
) -> None:
    assert rules.once(Book).of_campaign(measure, counted) == expected


@pytest.mark.parametrize(("held", "expected"), [("rebel-held", 1), ("government-held", 2)])
def test_strikes_on_the_grounds_of_two_sides_are_two(held: str, expected: int, rules: Rules) -> None:
    texts = [
        "Shells hit a market in a rebel-held part of the Syrian city of Idlib and killed 27 people on Monday.",
        f"Shells hit a market in a {held} part of the Syrian city of Idlib and killed 31 people on Monday.",
    ]
    run = analyse([Article.from_text(t, name=str(n), date="2016-10-04") for n, t in enumerate(texts)], rules)
    assert len(run.figures) == expected


@pytest.mark.parametrize(
    ("other", "war"),
    [
        ("The Syrian civil war has killed 250,000 people since it began.", "syrian-civil-war"),
        ("The fire in a mill killed 12 people.", ""),
    ],
)
def test_an_undated_strike_in_a_land_at_war_is_of_the_war_that_another_article_tells(
    other: str, war: str, rules: Rules
) -> None:
    strike = "An air strike on the Syrian city of Homs killed 20 people, a monitor said."
    readings = [read_one(Article.from_text(text, name=str(n)), rules) for n, text in enumerate((strike, other))]
    told = events(readings, rules.once(Book), rules).keys
    (placed,) = (claim.id for claim in readings[0].claims)
    found = told | Theatres(told, readings, rules, world_of((), rules)).events
    assert found[placed].startswith(war + "~")


@pytest.mark.parametrize(("many", "episodes"), [("scores", 1), ("50", 2)])
def test_a_vague_headline_of_another_place_tells_what_its_text_opens_on(many: str, episodes: int, rules: Rules) -> None:
    text = f"Raid kills {many} in Idlib\n\nAn air strike on the Syrian city of Homs killed 44 people, a monitor said."
    read = read_one(Article.from_text(text, name="a"), rules)
    found = tell(read, dict.fromkeys((c.id for c in read.claims), "~raid"), rules, world_of((), rules))
    assert len(found) == episodes


def test_the_dead_of_an_article_that_stand_at_no_place_and_day_are_no_toll_of_one_happening(rules: Rules) -> None:
    text = f"An air strike on the Syrian city of Homs killed 44 people, a monitor said. {'It went on. ' * 50}"
    told_later = read_one(Article.from_text(text + "\n\nSix soldiers were killed.", name="a"), rules)
    episodes = tell(told_later, dict.fromkeys((c.id for c in told_later.claims), "~homs"), rules, world_of((), rules))
    assert [episode.toll for episode in episodes] == [44, 0]


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ("He is the envoy to a war that has killed 250,000 people and that a truce may end on Friday.", True),
        ("An air strike on the town of Saraqib killed 25 people on Friday.", False),
    ],
)
def test_what_a_war_has_done_is_of_all_of_it_whatever_else_is_told(other: str, joined: bool, rules: Rules) -> None:
    one = "An air strike in the Syrian town of {} killed {} people on Monday, a monitor said. "
    texts = [
        one.format("Maaret", 20) + "Protests are rare in a conflict which has killed more than 250,000 people.",
        one.format("Binnish", 31) + other,
    ]
    run = analyse([Article.from_text(t, name=str(n), date="2016-02-10") for n, t in enumerate(texts)], rules)
    assert (max(len(figure.claims) for figure in run.figures) == 2) == joined


def test_dozens_of_people_are_no_dozens_of_civilians_of_one_article(rules: Rules) -> None:
    readings = [
        reading("a.txt", told(24, "person", qualifier="vague", text="Dozens of people died."),
                told(24, "civilian", qualifier="vague", text="Dozens of civilians died.")),
        reading("b.txt", told(24, "soldier", qualifier="vague", text="Dozens of soldiers died.")),
    ]  # fmt: skip
    people, civilians, soldiers = (claim for each in readings for claim in each.claims)
    nouns = [
        next(level.label for level in explain(one, soldiers, readings, rules).levels if level.field == "noun")
        for one in (people, civilians)
    ]
    assert nouns == ["compatible", "different"]


@pytest.mark.parametrize(
    ("came", "blocked"),
    [
        ("came a week after a blast at a cafe in Accra that killed 12 people and two officers", "scope"),
        ("came at noon near a cafe in Accra and killed 12 people and two officers", None),
    ],
)
def test_what_came_after_the_news_of_other_articles_is_another_happening(
    came: str, blocked: str | None, rules: Rules
) -> None:
    texts = {
        "2016-07-02": "A blast at a cafe in Accra, Ghana, killed 12 people on Friday. Two officers were killed, too.",
        "2016-07-08": "A bomb hit a market in Accra, Ghana, on Thursday.\n\n"
        f"The attack {came}. At least two officers were killed in the market.",
    }
    readings = [read_one(Article.from_text(text, name=day, date=day), rules) for day, text in texts.items()]
    *_, before, own = readings[1].claims
    assert explain(before, own, readings, rules).blocked_by == blocked


@pytest.mark.parametrize(
    ("counted", "label"), [("SUVs", "different"), ("vans", "different"), ("vehicles", "compatible")]
)
def test_five_vehicles_may_be_four_tanks_but_no_five_vans_are(counted: str, label: str, rules: Rules) -> None:
    texts = (f"An air strike in Mali destroyed {which} on Friday." for which in ("four tanks", f"five {counted}"))
    readings = [
        read_one(Article.from_text(text, name=f"{n}.txt", date="2016-07-02"), rules) for n, text in enumerate(texts)
    ]
    (tanks,), (others,) = (reading.claims for reading in readings)
    noun = next(level for level in explain(tanks, others, readings, rules).levels if level.field == "noun")
    assert noun.label == label


@pytest.mark.parametrize(
    ("alone", "what", "blocked"), [(160, "strikes", None), (60, "strikes", "scope"), (160, "floods", "scope")]
)
def test_those_who_died_in_one_town_alone_are_no_part_of_fewer(
    alone: int, what: str, blocked: str | None, rules: Rules
) -> None:
    texts = (
        f"The {what} killed {alone} people in Accra alone on Friday.",
        f"The {what} in Ghana killed 85 people on Friday.",
    )
    found = [Article.from_text(text, name=f"{n}.txt", date="2016-07-02") for n, text in enumerate(texts)]
    readings = [read_one(article, rules) for article in found]
    (one,), (all_,) = (reading.claims for reading in readings)
    assert explain(one, all_, readings, rules).blocked_by == blocked


def test_articles_of_the_day_of_a_later_happening_tell_of_it_too(rules: Rules) -> None:
    texts = {
        "2016-07-02": "A blast at a cafe in Accra, Ghana, killed 12 guests on Friday.",
        "2016-07-08": "Four medics were killed when a bomb hit a clinic in Accra, Ghana, late on Thursday.\n\n"
        "The attack came a week after a blast at a cafe in Accra killed 12 guests.",
        "2016-07-08-b": "A bomb killed 5 medics at a clinic in Accra, Ghana, late on Thursday.",
    }
    readings = [read_one(Article.from_text(text, name=day, date=day[:10]), rules) for day, text in texts.items()]
    (cafe,), (four, _), (five,) = (reading.claims for reading in readings)
    assert explain(four, cafe, readings, rules).blocked_by == "scope"
    assert explain(four, five, readings, rules).blocked_by is None


STORM = "A storm cut power to thousands of customers in West Virginia on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 32,000 homes and businesses remained without power on Tuesday.", 1),
        ("Across the state 32,000 households still were without power on Tuesday.", 1),
        ("In neighbouring Virginia, 40,000 homes were without power too.", 2),
        ("Some 32,000 homes were destroyed.", 2),
    ],
)
def test_homes_and_customers_that_a_line_serves_are_one_count(text: str, figures: int, rules: Rules) -> None:
    lead = "A storm hit West Virginia on Monday, the governor said.\n\n"
    texts = {"a.txt": STORM, "b.txt": lead + text}
    run = analyse([Article.from_text(told, name=name, date="2023-05-10") for name, told in texts.items()], rules)
    assert len(run.figures) == figures


BLAZE = "A wildfire burned near Ava on Monday, officials said.\n\n"


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("Hills lay bone dry by a five-year drought.", "It hit a land in its devastating five-year drought.", True),
        ("Hills lay bone dry by a five-year drought.", "The mayor ran on a five-year plan.", False),
        ("The flames are 150 miles north of Lima.", "It is smoldering about 110 miles (180 km) north of Lima.", True),
        ("The flames are 150 miles north of Lima.", "The mayor drove 15 miles to talks with his guests.", False),
        ("By dusk it was 5% contained.", "Now the blaze is 10 percent contained, the state said.", True),
        ("By dusk it was 5% contained.", "Now 10 percent of hydrants have run dry, the state said.", False),
    ],
)
def test_what_is_told_of_all_of_a_happening_needs_no_alike_sentences(
    left: str, right: str, joined: bool, rules: Rules
) -> None:
    texts = {"a.txt": BLAZE + left, "b.txt": BLAZE + right}
    run = analyse([Article.from_text(told, name=name, date="2023-05-10") for name, told in texts.items()], rules)
    found = {claim.id: claim.article for claim in run.claims}
    assert any({found[i] for i in figure.claims} == {*texts} for figure in run.figures) == joined


@pytest.mark.parametrize(
    ("first", "then", "joined"),
    [
        ("A three-day strike shut the port.", "Mr Okoro called the three-day strike a success.", True),
        ("The island has had a nine-year insurgency.", "The rebels lost the north in nine years of conflict.", True),
        ("Letters start the two-year countdown to its exit.", "Exit is a two-year process, letters said.", True),
        ("Letters start the two-year countdown to its exit.", "Cows must rest in a two-year process.", False),
        ("It will pay $3.4 billion over six years.", "In six years the $3.4 billion must be there.", True),
        ("A three-day strike shut the port.", "Mr Okoro ran on a three-day plan for schools.", False),
    ],
)
def test_what_an_article_says_twice_to_last_so_long_is_one_thing(
    first: str, then: str, joined: bool, rules: Rules
) -> None:
    text = f"Nobody at the port spoke on Monday.\n\n{first}\n\n{then}"
    article = Article.from_text(text, name="a.txt", date="2023-05-10")
    lengths = {claim.id for claim in analyse([article], rules).claims if claim.quantity.dimension == "duration"}
    figures = [figure for figure in analyse([article], rules).figures if lengths & set(figure.claims)]
    assert (len(figures) == 1) == joined


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("A three-year drought has ruined farms in Peru.", "Farms in Chile face a three-year drought.", False),
        ("A three-year drought has ruined farms in Peru.", "Farms in Ica face a three-year drought.", True),
    ],
)
def test_what_lasts_so_long_in_two_articles_is_of_one_land(one: str, other: str, joined: bool, rules: Rules) -> None:
    run = analyse((Article.from_text(text, name=name) for name, text in zip("ab", (one, other), strict=True)), rules)
    assert (len(run.figures) == 1) == joined


LIVE = """The latest on the flood in Larkin

2:40 p.m.

The flood in Larkin has killed 14 people.

{}

Four people are dead in the flood.
"""


@pytest.mark.parametrize(("entry", "joined"), [("9 a.m.", True), ("At 9 a.m. it rained.", False)])
def test_an_entry_of_a_live_page_counts_anew(entry: str, joined: bool, rules: Rules) -> None:
    run = analyse([Article.from_text(LIVE.format(entry), name="a.txt", date="2023-05-10")], rules)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert ({4, 14} in [{value[i] for i in figure.claims} for figure in run.figures]) == joined


@pytest.mark.parametrize(("time", "joined"), [("{} ", True), ("", False)], ids=["timed lines", "lines"])
def test_lines_that_open_with_a_time_of_day_are_entries(time: str, joined: bool, rules: Rules) -> None:
    told = (
        "The flood in Larkin has killed 40, the mayor says",
        "Roads are shut",
        "The mayor says 10 died in the flood",
    )
    lines = [time.format(clock) + line for clock, line in zip(("01:20", "00:15", "23:02"), told, strict=True)]
    text = "Flood in Larkin - live\n\n" + "\n\n".join(lines) + "\n"
    run = analyse([Article.from_text(text, name="a.txt", date="2023-05-10")], rules)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert ({40, 10} in [{value[i] for i in figure.claims} for figure in run.figures]) == joined


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("At least 166 people are missing. Crews searched for dozens of people missing in the mud.", 1),
        ("Scores of people were hurt. In the square of Ayna five people were hurt.", 2),
    ],
)
def test_a_vague_number_may_be_what_the_other_one_of_its_article_is(text: str, figures: int, rules: Rules) -> None:
    articles = [Article.from_text(SLIDE + text, name="a.txt", date="2023-05-10")]
    assert len(analyse(articles, rules).figures) == figures


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Two blasts killed 60 people in Kenya. A bomb killed 45 people in Mombasa.", False),
        ("Two blasts killed 60 people in Kenya. A third bomb was found in Mombasa.", True),
        ("Blasts killed 60 people in Kenya. A bomb killed 45 people in Mombasa.", True),
    ],
)
def test_the_toll_of_several_happenings_is_not_that_of_one_told_beside_it(
    text: str, together: bool, rules: Rules
) -> None:
    texts = {"a.txt": "A blast killed 50 people in Mombasa, Kenya, on Monday.", "b.txt": text}
    run = analyse([Article.from_text(told, name=name, date="2023-05-10") for name, told in texts.items()], rules)
    fifty, sixty = (next(c.id for c in run.claims if c.quantity.value == value) for value in (50, 60))
    assert any({fifty, sixty} <= {*figure.claims} for figure in run.figures) == together


@pytest.mark.parametrize(
    ("some", "together"), [("people were killed, 67 children among them", True), ("children were killed", False)]
)
def test_of_whom_children_are_a_part_they_are_not_all(some: str, together: bool, rules: Rules) -> None:
    texts = {
        "a.txt": "A bomb killed at least 112 people in Mombasa, Kenya, on Monday.",
        "b.txt": f"Over 130 Villagers Children Killed in Mombasa\n\nA bomb hit Mombasa, Kenya. Over 130 {some}.",
    }
    run = analyse([Article.from_text(told, name=name, date="2023-05-10") for name, told in texts.items()], rules)
    found = [{c.quantity.value for c in run.claims if c.id in figure.claims} for figure in run.figures]
    assert ({112, 130} in found) == together


@pytest.mark.parametrize("days", ["Seven days of air strikes", "A week of raids"])
def test_what_days_of_strikes_did_is_told_apart_from_what_one_did(days: str, rules: Rules) -> None:
    text = (
        "Air strikes on the town of Hass in Syria killed at least 26 civilians on Wednesday, the Observatory said. "
        f"It said 11 children were among the 26 civilians killed. {days} have killed more than 75 civilians, it said."
    )
    found = read_one(Article.from_text(text, name="a.txt"), rules)
    one, all_ = (next(c for c in found.claims if c.quantity.value == value) for value in (26, 75))
    assert explain(one, all_, [found], rules).blocked_by == "scope"


@pytest.mark.parametrize(("first", "expected"), [(6, [[13], [6], [7]]), (5, [[5, 7, 13]])])
def test_numbers_that_make_up_the_toll_of_their_article_are_its_parts(
    first: int, expected: list[list[int]], rules: Rules
) -> None:
    text = (
        "The death toll from attacks on the Syrian city of Hama has risen to 13. Shells fired by armed groups killed "
        f"{first} people in the city, a source said. Earlier it said that 7 people were killed by shells in Hama."
    )
    run = analyse([Article.from_text(text, name="a.txt")], rules)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert sorted(sorted(value[i] for i in figure.claims) for figure in run.figures) == sorted(expected)


@pytest.mark.parametrize(("first", "parts"), [(3, [[8], [9]]), (4, [[8, 9, 16]])])
def test_what_stands_beside_parts_of_a_toll_is_a_part_too(first: int, parts: list[list[int]], rules: Rules) -> None:
    text = (
        "Attacks on a town kill 10 people and injure 16\n\nAttacks on the Syrian city of Hama killed 10 people. Shells "
        f"fired by armed groups killed {first} people and hurt 8 others in Hama, a source said. Earlier it said that 7 "
        "people were killed and 9 were injured by shells in Hama."
    )
    run = analyse([Article.from_text(text, name="a.txt")], rules)
    value = {
        c.id: c.quantity.value for c in run.claims if c.description.measure and c.description.measure.value == "injured"
    }
    found = [sorted(value[i] for i in figure.claims if i in value) for figure in run.figures]
    assert all(part in found for part in parts)


def test_a_vague_headline_that_ran_into_its_text_counts_what_that_does(rules: Rules) -> None:
    text = (
        "Dozens of civilians dead in rebel assault on Hass AFP Rebels and the army were locked in fierce fighting on "
        "the edges of Hass where 38 civilians have been killed in an offensive to break a siege."
    )
    run = analyse([Article.from_text(text, name="a.txt")], rules)
    assert [len(figure.claims) for figure in run.figures] == [2]


def test_a_number_told_again_beside_a_war_is_still_of_its_strike(rules: Rules) -> None:
    texts = {
        "a.txt": "An air strike on the town of Hass in Syria killed 35 people on Wednesday.",
        "b.txt": "Air strikes on the town of Hass in Syria killed at least 26 civilians on Wednesday. The group, which "
        "monitors the five-year war, said children were among the 26 civilians killed.",
    }
    run = analyse([Article.from_text(told, name=name) for name, told in texts.items()], rules)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert [26, 26, 35] in [sorted(value[i] for i in figure.claims) for figure in run.figures]


@pytest.mark.parametrize(("place", "together"), [("Nairobi", False), ("Kenya", True)])
def test_what_one_did_in_the_land_is_not_of_one_of_those_in_its_town(place: str, together: bool, rules: Rules) -> None:
    texts = {
        "a.txt": "A blast killed 51 people in Mombasa, Kenya, on Monday.",
        "b.txt": f"Two blasts killed 63 people in Mombasa. A bomb killed 45 people in {place}.",
    }
    run = analyse([Article.from_text(told, name=name, date="2023-05-10") for name, told in texts.items()], rules)
    some, all_ = (next(c.id for c in run.claims if c.quantity.value == value) for value in (51, 63))
    assert any({some, all_} <= {*figure.claims} for figure in run.figures) == together


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The coronavirus has infected 45,000 people worldwide.", False),
        ("The coronavirus has infected 1,200 people.", True),
        ("Some 1,000 people worldwide have been infected with the coronavirus.", True),
    ],
)
def test_the_count_of_a_land_is_not_that_of_the_world(text: str, together: bool, rules: Rules) -> None:
    texts = {"a.txt": "The coronavirus has infected 1,000 people in Peru, officials said on Monday.", "b.txt": text}
    run = analyse([Article.from_text(told, name=name, date="2020-03-10") for name, told in texts.items()], rules)
    assert (max(len(figure.claims) for figure in run.figures) > 1) == together


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_articles_of_the_first_and_of_the_last_day_are_compared(day: str, rules: Rules) -> None:
    text = "Some 40 people died in a flood last week, and 30 in one next week. {}"
    articles = [Article.from_text(text.format(name), name=name, date=day) for name in ("a", "b")]
    assert analyse(articles, rules).figures


@pytest.mark.parametrize(("second", "figures"), [("killed 1,930 people", 1), ("cost 1,930 people their jobs", 2)])
def test_an_epidemic_has_one_toll_over_weeks_and_months(second: str, figures: int, rules: Rules) -> None:
    texts = {
        "2020-02-24": "Peru's government said on Monday that the coronavirus had killed eight people.",
        "2020-04-24": f"Curfews, closed borders: doctors in Lima look back. The coronavirus has {second} in Peru.",
    }
    articles = [Article.from_text(text, name=f"{day}.txt", date=day) for day, text in texts.items()]
    assert len(analyse(articles, rules).figures) == figures


@pytest.mark.parametrize(
    ("second", "day", "figures"),
    [
        ("Syrskyi said they had seized 82 villages in Kursk.", "2024-08-16", 1),
        ("Syrskyi said they had seized 82 villages in Kharkiv.", "2024-08-16", 2),
        ("Syrskyi said they had seized 82 villages in Kursk.", "2024-12-16", 2),
        ("Syrskyi said they had seized 82 trucks in Kursk.", "2024-08-16", 2),
    ],
)
def test_what_a_campaign_of_a_war_brings_at_a_place_is_one_count_over_weeks(
    second: str, day: str, figures: int, rules: Rules
) -> None:
    texts = {
        "2024-08-12": "Fighting went on in the Ukraine war on Monday. Kyiv's troops control 28 villages in Kursk.",
        day: f"Kyiv's commander met reporters amid the Ukraine war in a cellar. {second}",
    }
    articles = [Article.from_text(text, name=f"{date}.txt", date=date) for date, text in texts.items()]
    assert len(analyse(articles, rules).figures) == figures


def test_an_undated_article_is_of_the_known_event_that_its_headline_tells(rules: Rules) -> None:
    """Most of what it opens with is told of no event."""
    text = (
        "Mass exodus: over 100,000 reported to have left Nagorno-Karabakh\n\nOfficials in Yerevan say that 98,000 "
        "individuals have left the region. For thirty years Armenians governed it. In the operation 200 people died."
    )
    articles = [Article.from_text(text, name="a.txt")]
    assert {figure.event for figure in analyse(articles, rules).figures} == {"karabakh-exodus-2023"}


def test_a_headline_is_of_the_day_that_its_text_gives_for_its_number(rules: Rules) -> None:
    """Else two attacks of one land and week would be one figure: headlines tell no day."""
    siege = "Gunmen killed 31 people at a hotel in Kelan, the capital of Mali, on Saturday, Malian police said."
    blast = (
        "A bomb killed at least four people at a market in Kelan, the capital of Mali, on Thursday, Malian police said."
    )
    texts = {
        "2021-05-03": f"Attack in Mali kills 31\n\n{siege}",
        "2021-05-07": f"At least 4 dead in Mali attack\n\n{blast}",
    }
    articles = [Article.from_text(text, name=f"{day}.txt", date=day) for day, text in texts.items()]
    assert together([read_one(article, rules) for article in articles], rules) == [[4, 4], [31, 31]]


def test_a_headline_that_leaves_out_whom_it_counts_is_of_whom_the_text_counts(rules: Rules) -> None:
    texts = (SLIDE + "It buried 46 people.", "Nearly 300 feared buried\n\n" + SLIDE + "It buried 300 people.")
    articles = [Article.from_text(text, name=f"{n}.txt", date="2023-05-10") for n, text in enumerate(texts)]
    assert len(analyse(articles, rules).figures) == 1


@pytest.mark.parametrize(
    ("numbers", "days", "figures"),
    [
        (("100,000", "100,000"), ("2021-03-07", "2021-03-21"), 2),
        (("tens of thousands of", "tens of thousands of"), ("2021-03-07", "2021-03-21"), 2),
        (("More than 100,000", "100,000"), ("2021-03-07", "2021-03-08"), 1),
        (("134,500", "134,500"), ("2021-03-07", "2021-03-21"), 1),
    ],
)
def test_crowds_of_two_weeks_are_two(numbers: tuple[str, str], days: tuple[str, str], figures: int) -> None:
    lead = "Protests against President Ana Duarte in Maruba go on. "
    told = "The march in Maruba drew crowds again: {} people protested in the capital, the Maruba Monitor said."
    run = analyse(
        Article.from_text(lead + told.format(number), name=day, date=day)
        for number, day in zip(numbers, days, strict=True)
    )
    assert len([figure for figure in run.figures if "protest" in figure.id]) == figures


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        (("voted", "voted"), "same", "same"),
        (("voted", "voted"), "different", "unknown"),
        (("voted", "made"), "same", "unknown"),
        (("voted", None), "same", "unknown"),
    ],
)
def test_a_word_of_the_text_tells_one_figure_where_no_rule_tells_a_measure(
    words: tuple[str, str | None], value: str, expected: str, rules: Rules
) -> None:
    read = reading("a.txt", *(told(4, "proposal", None, word=word) for word in words))
    left, right = (subject_of(claim, None, Book(rules), read).slots for claim in read.claims)
    assert compare_measures(left, right, value, Book(rules)) == expected


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ("suffered 45 casualties and 30 wounded", 1),
        ("suffered 45 casualties, with 70 soldiers wounded", 1),
        ("suffered 45 casualties, 30 of them wounded", 2),
        ("suffered 45 casualties, with 30 soldiers wounded", 2),
    ],
)
def test_casualties_beside_whom_the_wounded_are_counted_are_the_dead(told: str, figures: int, rules: Rules) -> None:
    clashes = "in clashes with Chad on Monday."
    texts = (f"Mali's army {told} {clashes}", f"Mali lost 47 soldiers {clashes}")
    articles = [Article.from_text(t, name=f"{n}.txt", date="2023-04-26") for n, t in enumerate(texts)]
    assert sum(not figure.id.endswith("injured") for figure in analyse(articles, rules).figures) == figures


@pytest.mark.parametrize(("more", "figures"), [("20", 1), ("30", 2)])
def test_losses_told_of_an_unrecognised_state_and_of_its_ally_are_those_of_one_side(
    more: str, figures: int, rules: Rules
) -> None:
    texts = (
        f"Artsakh lost 20 soldiers in the Second Karabakh War. Armenia has lost {more} soldiers in that war.",
        "Armenia lost 25 soldiers in the Second Karabakh War.",
        "Artsakh lost 22 soldiers in the Second Karabakh War.",
    )
    articles = [Article.from_text(t, name=f"{n}.txt", date="2020-09-29") for n, t in enumerate(texts)]
    assert len(analyse(articles, rules).figures) == figures


def test_women_of_one_state_are_no_soldiers_of_an_unrecognised_one(rules: Rules) -> None:
    texts = (
        "Artsakh lost 58 soldiers in the Second Karabakh War.",
        "Armenia said 58 Armenian women died in the Second Karabakh War. Armenia lost 2,317 soldiers in that war.",
    )
    readings = [read_one(Article.from_text(text, name=f"{n}.txt"), rules) for n, text in enumerate(texts)]

    assert together(readings, rules) == [[58], [58], [2317]]


@pytest.mark.parametrize(("number", "joined"), [(53629, True), (53600, False)])
def test_a_number_of_many_digits_tells_that_a_later_article_looks_back(number: int, joined: bool, rules: Rules) -> None:
    texts = (
        ("Refugees crossed the bridge of Kolo in Chad. The mayor said 53,629 people have arrived.", "2023-09-27"),
        (
            f"A year on, Chad counts who came to Kolo. The mayor said {number:,} people had arrived by its second day.",
            "2024-09-19",
        ),
    )
    readings = [
        read_one(Article.from_text(text, name=n, date=day), rules) for n, (text, day) in zip("ab", texts, strict=True)
    ]
    stories = events(readings, rules.once(Book), rules).stories
    assert (stories["a"] == stories["b"]) is joined


def test_an_article_that_looks_back_on_a_known_event_is_of_its_story(rules: Rules) -> None:
    news = "An explosion at the port of Beirut killed 135 people in Lebanon on Tuesday and wounded 5,000, doctors said."
    year_on = (
        "A year ago, on August 4, 2020, the Beirut port explosion killed more than 200 people in Lebanon, "
        "wounded 6,500 and left 77,000 homes in ruins.\n\n"
        + "The families still march to the gates of the port each month and read out the names of all their dead. " * 5
        + "\n\nThe ministry put the toll at 191 on September 3, 2020. On May 2, 2020, 12 died in a fire in Tripoli."
    )
    fire = "On May 12, 2021, a fire in Beirut killed 14 people in Lebanon."
    told_on = {news: "2020-08-05", year_on: "2021-08-04", fire: "2021-05-13"}
    readings = [
        read_one(Article.from_text(text, name=str(n), date=day), rules) for n, (text, day) in enumerate(told_on.items())
    ]

    told = events(readings, rules.once(Book), rules)
    of_blast = [
        claim.quantity.value
        for reading in readings
        for claim in reading.claims
        if told.keys[claim.id] == "beirut-blast-2020"
    ]

    assert of_blast == [135, 5000, 200, 6500, 77000, 191]


@pytest.mark.parametrize(("killed", "wounded", "joined"), [(49, 83, True), (52, 88, False)])
def test_counts_that_two_articles_share_bring_them_together_where_their_openings_name_nothing(
    killed: int, wounded: int, joined: bool, rules: Rules
) -> None:
    news = "Fighting near Kolo killed 49 soldiers of Chad and wounded 83, its army said. Mayor Abu Dru fled to Mar Tal."
    live = (
        "LIVE: everything we know so far\n\n"
        f"Good morning. {killed} soldiers were killed and {wounded} were wounded on our border, the army said. "
        + "This page is closed and will be opened again as soon as there is more to tell to those who read it. " * 5
        + "Abu Dru of Kolo, in Chad, has fled to Mar Tal."
    )
    readings = [
        read_one(Article.from_text(news, name="a", date="2022-09-13"), rules),
        read_one(Article.from_text(live, name="b"), rules),
    ]
    stories = events(readings, rules.once(Book), rules).stories
    assert (stories["a"] == stories["b"]) is joined


@pytest.mark.parametrize(
    ("left_from", "day", "joined"),
    [("Karabakh", "2023-10-12", True), ("Karabakh", "2023-12-12", False), ("Kolo", "2023-10-12", False)],
)
def test_who_tells_of_the_people_of_an_exodus_where_they_came_to_tells_of_it(
    left_from: str, day: str, joined: bool, rules: Rules
) -> None:
    aid = (
        "More than 90,000 refugees have arrived in Armenia, the UN agency said, and 40 shelters are full.\n\n"
        + "Winter is near, and those who came need coats and stoves and a roof, said a nurse who works with them. " * 5
        + f"They left {left_from} within days."
    )
    told = events([read_one(Article.from_text(aid, name="a", date=day), rules)], rules.once(Book), rules)
    assert (told.stories["a"] == "karabakh-exodus-2023") is joined


@pytest.mark.parametrize(("noun", "joined"), [("", True), ("people ", True), ("trucks ", False)])
def test_who_arrived_may_be_those_who_fled_where_a_noun_is_left_out(noun: str, joined: bool, rules: Rules) -> None:
    texts = (
        "The UN says 72,000 people were displaced from Kolo in Chad on Monday.",
        f"The UN says 72,940 {noun}arrived from Kolo in Chad on Tuesday.",
    )
    claims = [read_one(Article.from_text(text, name=str(n)), rules) for n, text in enumerate(texts)]
    left, right = (subject_of(reading.claims[0], None, Book(rules), reading).slots for reading in claims)
    assert (compare_measures(left, right, "different", Book(rules)) == "same") is joined


@pytest.mark.parametrize(("by_doctor", "label"), [(63, "same"), (64, "unknown"), (60, "unknown")])
def test_losses_of_whom_a_text_leaves_open_are_of_the_side_that_others_tell(
    by_doctor: int, label: str, rules: Rules
) -> None:
    texts = (
        "Chad said on Tuesday 63 of its soldiers were killed in fighting with Sudan in the border village of Kolo. "
        "Sudan said it lost 48 soldiers.",
        f"Fighting at the border village of Kolo has killed soldiers of Chad and Sudan, and {by_doctor} are dead, "
        "a doctor said on Tuesday. Sudan has lost 52 soldiers.",
    )
    readings = [
        read_one(Article.from_text(text, name=str(n), date="2022-09-13"), rules) for n, text in enumerate(texts)
    ]
    by_army, by_one = (reading.claims[0] for reading in readings)
    levels = explain(by_army, by_one, readings, rules).levels
    assert [level.label for level in levels if level.field == "party"] == [label]


def test_a_happening_told_beside_another_is_of_the_story_that_its_best_told_claim_fits(rules: Rules) -> None:
    news = "A shooting in the town of Kolo in Chad on Saturday killed six people and wounded two, police said."
    suit = (
        "A driver has filed a suit against his firm.\n\n"
        + "The firm, he says, never paid him for hours at its gates, nor for the fuel that he bought for his car. " * 5
        + "\n\nHe is charged with a shooting on Feb. 20 at Kolo in Chad that hit eight people. Six died that day."
    )
    readings = [
        read_one(Article.from_text(news, name="a", date="2016-02-21"), rules),
        read_one(Article.from_text(suit, name="b", date="2016-03-16"), rules),
    ]
    told = events(readings, rules.once(Book), rules)
    assert {told.keys[claim.id] for reading in readings for claim in reading.claims} == {told.stories["a"]}


def test_each_side_of_a_known_fight_counts_its_own(rules: Rules) -> None:
    """What Azerbaijan's ministry tells of the dead of the war is not held against what Armenia's tells of its own."""
    texts = (
        "War in Nagorno-Karabakh went on. Azerbaijan's prosecutors said 45 people had been killed in the shelling.",
        "War in Nagorno-Karabakh went on. Armenia's health ministry said 47 people had been killed in the shelling.",
    )
    readings = [read_one(Article.from_text(t, name=str(n), date="2020-10-04"), rules) for n, t in enumerate(texts)]
    assert [45, 47] not in together(readings, rules)


@pytest.mark.parametrize(("number", "figures"), [(48, 2), (55, 1)])
def test_shelling_and_air_strikes_of_one_article_are_two(number: int, figures: int, rules: Rules) -> None:
    text = (
        "Turkish shelling killed 55 Islamic State militants in northern Syria on Saturday, military sources said.\n\n"
        f"Earlier on Saturday, air strikes in Syria killed {number} Islamic State militants, the Anadolu Agency said.\n"
    )
    run = analyse([Article(name="a", text=text, date="2016-05-08")], rules)
    assert len(run.figures) == figures


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        ("Some 46 rebels were killed in an offensive that they had launched on a road to the city of Homs.", True),
        ("The dead of the offensive in Homs now number 46.", True),
        ("The war has killed 46 people in the city of Homs.", False),
        ("Fighting in Syria has killed 46 people.", False),
    ],
)
def test_what_an_undated_article_tells_of_an_offensive_at_a_town_is_its_news(
    told: str, joined: bool, rules: Rules
) -> None:
    dated = (
        "Rebels dead in raid on a road to Homs\n\nAt least 45 rebels were killed in a raid on a road to Homs in "
        "Syria's civil war, a monitor said."
    )
    undated = f"Rebels dead in raid on a road to Homs\n\nA raid on a road to Homs failed. {told}"
    readings = [
        read_one(Article.from_text(dated, name="a.txt", date="2016-07-10"), rules),
        read_one(Article.from_text(undated, name="b.txt"), rules),
    ]
    found = events(readings, rules.once(Book), rules)
    (claim,) = readings[1].claims
    assert (found.keys[claim.id] != "syrian-civil-war") is joined
