"""Numbers of sentences: what they are worth, how they are meant, and which are no claim."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from clock import assert_in_proportion
from hypothesis import given, settings
from hypothesis import strategies as st
from quantity_kit import fates, read, rules_as_shipped

from claimcheck.examples import quantity_shown
from claimcheck.records import Article, Junk, Quantity, Range, Rejected, Segments, Sentence
from claimcheck.stages.extract import extract

VALUES = [
    ("2,855 houses", "2855"),
    ("2855 houses", "2855"),
    ("12,345,678 houses", "12345678"),
    ("10,00,000 houses", "1000000"),
    ("1 234 567 houses", "1234567"),
    ("30\u00a0500 houses", "30500"),
    ("30 000 houses", "30000"),
    ("small arms: 1 486", "1486"),
    ("hand grenades: 12 721;", "12721"),
    ("1.234.567 houses", "1234567"),
    ("twenty-six houses", "26"),
    ("two hundred and fifty houses", "250"),
    ("nine hundred and ninety-nine thousand nine hundred and ninety-nine houses", "999999"),
    ("two million three hundred thousand and five houses", "2300005"),
    ("nineteen hundred houses", "1900"),
    ("a hundred thousand houses", "100000"),
    ("one hundred thousand million houses", "100000000000"),
    ("half a million houses", "500000"),
    ("a quarter of a million houses", "250000"),
    ("one and a half million houses", "1500000"),
    ("2 and a half million houses", "2500000"),
    ("2 and half million houses", "2500000"),
    ("two and half dozen houses", "2; 6"),
    ("two point five million houses", "2500000"),
    ("a dozen houses", "12"),
    ("two dozen houses", "24"),
    ("a half-dozen houses", "6"),
    ("half million houses", "500000"),
    ("1,5 million houses", "1500000"),
    ("1'200 houses", "1200"),
    ("nearly a third voted", "nearly 33.3 %"),
    ("it rose by a fifth since May", "20 % up"),
    ("1.2 million houses", "1200000"),
    ("20-million houses", "20000000"),
    ("533K users", "533000"),
    ("2m people", "2000000"),
    ("12.5 m people", "12500000"),
    ("a third were children", "33.3 %"),
    ("Population hits 15.4m", "15400000"),
    ("1.8tn trees", "1800000000000"),
    ("two-thirds of houses", "66.7 %"),
    ("one-hundred-and-nine houses", "109"),
    ("about seven in 10 - so it said", "about 70 %"),
    ("a quarter of houses", "25 %"),
    ("half of the houses", "50 %"),
    ("one in three houses", "33.3 %"),
    ("half of one percent of the houses", "0.5 %"),
    ("half a percent of the houses", "0.5 %"),
    ("one tenth of 1% of the houses", "0.1 %"),
    ("a quarter of a percent of the houses", "0.25 %"),
    ("half of 40 percent of the houses", "50 %; 40 %"),
    ("it was told.12 houses burned", "12"),
    ("it fell there.40 HOUSES BURNED", "40"),
    ("3½ houses", "3.5"),
    ("2 1/2 houses", "2.5"),
]

QUALIFIED = [
    ("some 40-odd houses", "about 40"),
    ("over 20 or so houses", "more_than 20"),
    ("it rose under all three of them", "3"),
    ("nearly all 40 houses", "nearly 40"),
    ("at least 286 people were killed", "at_least 286"),
    ("not less than 40 people died", "at_least 40"),
    ("as many as 40 people died", "at_most 40"),
    ("up to 40 people died", "at_most 40"),
    ("not more than 40 people died", "at_most 40"),
    ("upwards of 40 people died", "more_than 40"),
    ("well over 40 people died", "more_than 40"),
    ("slightly more than 40 people died", "more_than 40"),
    ("just over 40 people died", "more_than 40"),
    ("just under 40 people died", "nearly 40"),
    ("fewer than 40 people died", "less_than 40"),
    ("an estimated 40 people died", "about 40"),
    ("some 309 people died", "about 309"),
    ("only 7 people died", "7"),
    ("another 30 people died", "30"),
    ("at least another 30 people died", "at_least 30"),
    ("40 people or more died", "at_least 40"),
    ("40 or so people died", "about 40"),
    ("40 at the most died", "at_most 40"),
    ("100-plus people died", "more_than 100"),
    ("100+ people died", "more_than 100"),
    ("40 people and counting died", "more_than 40"),
    ("killed 40 people, at least 10 of them children", "40; at_least 10"),
    ("burns over more than 80 percent", "more_than 80 %"),
    ("several hundred people died", "vague 300"),
    ("tens of thousands of people fled", "vague 20000"),
    ("hundreds of thousands of dollars", "vague 200000 USD"),
    ("70,000 died, and over 2 million fled", "70000; more_than 2000000"),
    ("about a six hour flight", "about 6 hour"),
    ("more than 100 kilometres (60 miles)", "more_than 100 kilometre; more_than 60 mile"),
    ("around €300 (£260; $340)", "about 300 EUR; about 260 GBP; about 340 USD"),
    ("some 30 (a few foreign; 12 local) nurses", "about 30; 12"),
    ("the river rose 3m (9.8ft)", "3 metre up; 9.8 foot"),
    ("under 5m of rubble", "less_than 5 metre"),
    ("a car lay buried under about 5m of snow", "about 5 metre"),
    ("5m of them fled", "5000000"),
    ("it took an hour and 20 minutes", "1.33333 hour"),
    ("he was held for a year and six months", "1.5 year"),
    ("a month and 12 deaths later", "12"),
    ("he served 15 years before his release", "15 year"),
    ("they waited at least two days before they called", "at_least 2 day"),
    ("it will take a day or two", "between 1..2 day"),
    ("the toll did not exceed 90", "at_most 90"),
    ("the best part of 100 people", "nearly 100"),
    ("the toll was revised up to 333", "333"),
    ("it killed 14 pilgrims, injuring scores.", "14; vague 40"),
    ("up to 40-50 people died", "at_most 50"),
    ("at least 40 to 50 people died", "at_least 40"),
    ("a sub-500 crowd", "less_than 500"),
    ("losses greater than or equal to 40 percent", "at_least 40 %"),
    ("losses of <= 40 percent", "at_most 40 %"),
    # Words that look like qualifiers and are none.
    ("over a 40-mile stretch", "40 mile"),
    ("he was clear about one city", "1"),
    ("she talks about 3 issues", "3"),
    ("40 people died over 3 days", "40; 3 day"),
    ("an over three hour interview", "more_than 3 hour"),
    ("they moved towards two prizes", "2"),
    ("near 40 percent of it", "nearly 40 %"),
    ("it lasted over 3 days", "more_than 3 day"),
    ("at least the mayor said 40 people died", "40"),
    ("for the past 30 years", "30 year"),
]

RANGES = [
    ("between 40 and 50 people died", "between 40..50"),
    ("between one hundred and two hundred people died", "between 100..200"),
    ("40 to 50 people died", "between 40..50"),
    ("killed from 40 to well over 50 people", "between 40..50"),
    ("between 40 and more than 50 people died", "between 40..50"),
    ("5-7 people died", "between 5..7"),
    ("some 20,000 – 30,000 people fled", "between 20000..30000"),
    ("1.5 – 2.5 million people fled", "between 1500000..2500000"),
    ("10-15 million people fled", "between 10000000..15000000"),
    ("two to three hundred people fled", "between 200..300"),
    ("$3 billion to $5 billion", "between 3000000000..5000000000 USD"),
    ("between 6 and 7 inches", "between 6..7 inch"),
    ("a two- or three-week siege", "between 14..21 day"),
    ("three or four people died", "between 3..4"),
    ("around 30 to 70 people came", "between 30..70"),
    ("$1-2 million", "between 1000000..2000000 USD"),
    ("from 300 to as many as 500 people", "between 300..500"),
    ("more than 40 but fewer than 60 people", "between 40..60"),
    ("figures run from 10,000 to 12,500-13,000 dead", "between 10000..13000"),
    ("between 10 and 12-13 thousand people", "between 10000..13000"),
    ("of 10 to 12 - 13 of them boys - no word came", "between 10..12; 13"),
    # A rise from one number to another is no range.
    ("they raised it from 5 % to 5.25 %", "5 %; 5.25 %"),
    ("the toll rose from 40 to 52", "40; 52"),
    ("the toll rose from an initial 40 to 52", "40; 52"),
    ("inflation went from 5% to 8%", "5 %; 8 %"),
    ("the toll was revised from 45 to 60 people", "45; 60"),
    ("prices range from 5 to 8 euros", "between 5..8 EUR"),
    ("the rate fell from its peak of 12 to 8 percent", "12 %; 8 %"),
    ("exports fell from 35 to 24 billion euros", "35000000000 EUR; 24000000000 EUR"),
    ("it grew from 950 to 1.2 million users", "950; 1200000"),
    ("it raised the price of two kinds of tablets in all from $3 to $87", "2; 3 USD; 87 USD"),
    ("filings dropped 29,000 to 348,000", "29000; 348000"),
    ("planes dropped 40 to 50 bombs", "between 40..50"),
    ("the index rose 64 points to 4,577", "64 point up; 4577"),
    ("it rose 3 to 5 percent", "between 3..5 % up"),
    ("(30 percent to 60 percent)", "30 %; 60 %"),
]

APART = [
    ("more than 3 900 houses and 2 900 Zendan ones", "more_than 3900; 2900"),
    ("2 900 houses", "2; 900"),
    # As tokenisers, translators and other scripts write them.
    ("About 1 , 200 people fled", "about 1200"),
    ("some 80, 000 people fled", "about 80000"),
    ("more than 40 , 000 people fled", "more_than 40000"),
    ("over 1 500 people fled", "more_than 1500"),
    ("about 1, 934 people fled", "about 1934"),
    ("at least 12, 300 others", "at_least 12; 300"),
    ("it cost $ 1 . 5 million", "1500000 USD"),
    ("up 6 . 1 percent", "6.1 % up"),
    ("１，２００ people fled", "1200"),
    ("١٬٢٠٠ people fled", "1200"),
    ("some 2.855 soldiers died", "about 2855"),
    ("it lost 12.000 men and 1.500 tanks", "12000; 1500"),
    ("it cost 12.000 euros", "12000 EUR"),
    ("5 thousands people fled", "5000"),
    ("two hundreds people fled", "200"),
    ("300 ~ 400 people fled", "between 300..400"),
    ("2½ million people fled", "2500000"),
    ("three-quarters of a million people fled", "750000"),
    ("one - third of it burned", "33.3 %"),
    ("a 30 - year bond", "30 year"),
    ("a three -day visit to Togo", "3 day"),
    ("a three- day visit to Togo", "3 day"),
    ("they were banned for six and five years respectively", "6 year; 5 year"),
    ("prices rose by 3 and 4 percent", "3 % up; 4 %"),
    # Two numbers that stay two.
    ("of the 500 , 200 were killed", "500; 200"),
    ("on May 3 , 200 people died", "200"),
    ("the toll rose from at least 18 to 57", "at_least 18; 57"),
    ("it fell from more than 200 to nearly 100", "more_than 200; nearly 100"),
    ("he ran it in 9.855 seconds", "9.855 second"),
    ("an average of 2.855 children", "2.855"),
    ("a grade average of 3.855 points", "3.855 point"),
]

VAGUE = [
    ("hundred of thousands of people", "vague 200000"),
    ("a hundred of them", "100"),
    ("hundreds, if not thousands, of people died", "vague 200"),
    ("dozens upon dozens died", "vague 24"),
    ("hundreds or even thousands fled", "vague 200"),
    ("thousands and thousands fled", "vague 2000"),
    ("it killed dozens and hundreds fled", "vague 24; vague 200"),
]

UNITS = [
    ("it paid Two Million Dollars after Ten Years", "2000000 USD; 10 year"),
    ("he fell about 600m while climbing", "about 600 metre down"),
    ("the firm cut its costs by an extra $40", "40 USD down"),
    ("the car slid 80m down a bank", "80 metre down"),
    ("they dug 13m down a shaft", "13 metre"),
    ("with a leap of 6.24m on it", "6.24 metre"),
    ("two and half years of war", "2.5 year"),
    ("dated back nine years to 1954", "9 year"),
    ("ranges of 90, 140, 300 and 750 km", "90 kilometre; 140 kilometre; 300 kilometre; 750 kilometre"),
    ("fined 10, 20, and 30 million euros", "10000000 EUR; 20000000 EUR; 30000000 EUR"),
    ("rounds of 12, 15 and 3 houses", "12; 15; 3"),
    ("fines of 10, 20 and 30 million euros were paid", "10000000 EUR; 20000000 EUR; 30000000 EUR"),
    ("In Osk 40 has died.", "40"),
    ("In Osk 40 has been confirmed dead", "40"),
    ("Estimates for Osk (1200-1500) were too high.", "between 1200..1500"),
    ("Estimates for Ghana (1400-1500) were too high.", "between 1400..1500"),
    # What is no list of one size, and what goes on with another clause.
    ("bonds of 2,500, 300 and 4 million dollars", "2500; 300; 4000000 USD"),
    ("they killed 5, 12 and 30 million fled", "5; 12; 30000000"),
    ("police held 300, 200 and 5 percent of them fled", "300; 200; 5 %"),
    ("police held 30, 20 and 5 percent of them fled", "30; 20; 5 %"),
    ("he hurt 12, 15 and 3 miles away", "12; 15; 3 mile"),
    ("12 percent in it, up from 9 before that", "12 %; 9 %"),
    ("led by 47 percent to 41 among men", "47 %; 41 %"),
    ("a cell 2 by 3 metres wide", "2 metre; 3 metre"),
    ("up from 4.8 million in 2014 to 20 million", "4800000; 20000000"),
    ("up to Rs. 50,000 each", "at_most 50000 INR"),
    ("over half a kilometre from the school", "more_than 0.5 kilometre"),
    ("profits fell 600m after the strike", "600000000 down"),
    ("oil at $52 a barrel rose", "52 USD per barrel"),
    ("it lost $5 million (£4 million) a year", "5000000 USD per year; 4000000 GBP per year"),
    ("50 to 60 miles (80 to 97 km) per hour", "between 50..60 mile per hour; between 80..97 kilometre per hour"),
    ("a 60-mile-per-hour zone", "60 mile per hour"),
    ("a walk (of 5 miles (8 km)", "5 mile; 8 kilometre"),
    ("325,000 barrels per day", "325000 barrel per day"),
    ("a 12-cent-a-share dividend", "12 cent per share"),
    ("between $62 and $68 per share", "between 62..68 USD per share"),
    ("60.5 burglaries per 100,000 residents", "60.5 per 100,000"),
    ("between 20 and 30 births for every 1,000 women", "between 20..30 per 1,000"),
    ("4 new cases per million people", "4 per 1,000,000"),
    ("fields of 10 kV/cm", "10 kilovolt per centimetre"),
    ("5 million dollars a year ago", "5000000 USD"),
    ("C $6 million", "6000000 CAD"),
    ("six weeks of war", "42 day"),
    ("nearly three decades", "nearly 30 year"),
    ("a two-hour raid", "2 hour"),
    ("the six-week war", "42 day"),
    ("18 months of war", "1.5 year"),
    ("2 hours 41 minutes", "2.68333 hour"),
    ("6ft 2in tall", "6.16667 foot"),
    ("nine $2,500 gifts", "9; 2500 USD"),
    ("dropped below 50 percent", "less_than 50 %"),
    ("thirteen dollars and forty-five cents", "13.45 USD"),
    ("two years and six months", "2.5 year"),
    ("45 minutes", "45 minute"),
    ("more than 100 times", "more_than 100 time"),
    ("$3.5bn", "3500000000 USD"),
    ("US $58.24", "58.24 USD"),
    ("$US5 million", "5000000 USD"),
    ("AUD1.5m", "1500000 AUD"),
    ("about45 people", "about 45"),
    ("170 shops and949,858 houses", "170; 949858"),
    ("£20", "20 GBP"),
    ("5 million pounds", "5000000 GBP"),
    ("5 pounds of rice", "5 pound"),
    ("7.5 million Danish crowns", "7500000 DKK"),
    ("612 million euros from 1.2 billion a year before it", "612000000 EUR; 1200000000 EUR"),
    ("20 per cent", "20 %"),
    ("3 percentage points", "3 percentage point"),
    ("a margin of plus or minus 3 points", "3 point"),
    ("32m2", "32 square metre"),
    ("5 km²", "5 square kilometre"),
    ("a 2m high wall", "2 metre"),
    ("minus-130 degrees Fahrenheit", "-130 degree Fahrenheit"),
    ("the play is about a year in the life of a judge", ""),
    ("the play is about a year of war", ""),
    ("they are up in arms over a tonne of waste", ""),
    ("he tripped over a foot", ""),
    ("two lay under a tonne of stone", "2"),
    ("more than half second-year pupils left", ""),
    ("it stood nearly half-hour", "nearly 0.5 hour"),
    ("it came about a mile away", "about 1 mile"),
    ("it came about a half-mile away", "about 0.5 mile"),
    ("it ran for over an hour and won", "more_than 1 hour"),
    ("it dropped about a foot of snow", "about 1 foot"),
    ("a town under an hour north of Kano", "less_than 1 hour"),
    ("over a mile-long queue", "more_than 1 mile"),
    ("it fell to -3.5 percent", "-3.5 %"),
    ("for those aged 40 -50.5 percent", "50.5 %"),
    ("marks of 4.5 -5.5 percent", "4.5; 5.5 %"),
    ("an average of 2.5 earthquakes a day", "2.5"),
    ("it has 2.5 quakes", "2.5"),
    ("a 2.5 quake a day", "2.5"),
    ("quakes of 5.1 and 6.2 struck", "5.1; 6.2"),
    ("the 5.1 and 6.2 quakes struck", "5.1; 6.2 magnitude"),
    ("exports fell by 3 percent", "3 % down"),
    ("a drop of 40 jobs", "40 down"),
    ("exports plunged 40 points into the red", "40 point down"),
    ("he plunged about 15 feet into a moat", "about 15 foot down"),
    ("the storm plunged 40 homes on the coast into darkness", "40"),
    ("the cut is plunging 40,000 people in the dark", "40000"),
    ("exports rose to 3 million", "3000000"),
    ("planes dropped 40 bombs", "40"),
    ("they dropped tens of barrel bombs", "vague 20"),
    ("a 15,000 square-foot office", "15000 square foot"),
]

REFUSED = [
    ("between the ages of 18 and 29", "18 and 29"),
    ("as in ’08 and ’12.", "08; 12"),
    ("at 4 : 30 pm there", "4 : 30 pm"),
    ("between 10-11 a.m. on", "between 10-11 a.m."),
    ("on MARCH 3", "MARCH 3"),
    ("on 16 or 17 October", "16 or 17 October"),
    ("from the end of March to Sept. 24 , it", "Sept. 24"),
    ("between the end of March and Sept. 24 , it", "Sept. 24"),
    ("due dec. 12, 1994", "dec. 12, 1994"),
    ("a 28 - year - old man", "28 - year - old"),
    ("on 26 February 1992", "26 February 1992"),
    ("the 2020 elections", "2020"),
    ("in the early 1990s", "early 1990s"),
    ("at 11:59 p.m.", "11:59 p.m."),
    ("a 23-year-old man", "23-year-old"),
    ("Jane Smith, 43, said", "43"),
    ("men aged 67, 71 and 88", "67; 71; 88"),
    ("his 70th birthday", "70th"),
    ("a Su-25 crashed", "Su-25"),
    ("plans for Vega 2 was shelved", "2"),
    ("in Hungary (1867-1918) it was", "1867-1918"),
    ("Ada Byron (1450-1500) wrote it", "1450-1500"),
    ("The Vega 2 left", "2"),
    ("the Dasa'e 4 flew", "4"),
    ("in the war.12 The army fled", "war.12"),
    ("after 9/11", "9/11"),
    ("they won 3-1", "3-1"),
    ("the Senate voted 52-48", "52-48"),
    ("two weeks after it", "two weeks after"),
    ("in the last 24 hours", "last 24 hours"),
    ("a one-room flat", "one"),
    ("no one came", "one"),
    ("under Article 5", "5"),
    ("it runs on 5G", "5G"),
    ("see https://example.org/40 now", "https://example.org/40"),
    ("87990cbe856818d5eddac44c7b1cdeb8", "87990cbe856818d5eddac44c7b1cdeb8"),
    ("1.2.3", "1.2.3"),
    ("the first one", "first; one"),
    ("a 5-to-4 ruling", "5-to-4"),
    ("by two in the morning", "two"),
    ("by two\u00a0in\u00a0the\nmorning", "two"),
    ("at 5\u00a0p.m.", "5\u00a0p.m."),
    ("a third party", "third"),
    ("clear about one thing", "one thing"),
    ("on Air Force One", "One"),
    ("the Fight for Fifteen campaign", "Fifteen"),
    ("in fiscal year 2014 levels", "2014"),
    ("her sons, 3 and 5.", "3; 5"),
    ("post 756642903469031424", "756642903469031424"),
    ("the three were seen", "three"),
    ("plans for Vega 2 was shelved", "2"),
    ("in Hungary (1867-1918) it was", "1867-1918"),
    ("Ada Byron (1450-1500) wrote it", "1450-1500"),
    ("rather than 2018", "2018"),
    ("the Vega 2 is here, though Vega 2 also delivers", "2; 2"),
    ("the Mega Millions jackpot grew, as Mega Millions said", "Millions; Millions"),
    ("at a Zenda Four Points hotel", "Four Points"),
]


@pytest.mark.parametrize(("text", "expected"), VALUES + QUALIFIED + RANGES + APART + VAGUE + UNITS)
def test_quantities_are_read(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_what_is_no_claim_is_refused_as_written(text: str, expected: str) -> None:
    quantities, rejected = fates(text)
    assert quantities == ()
    assert "; ".join(text[refused.start : refused.end] for refused in rejected) == expected


@pytest.mark.parametrize(
    ("text", "expected", "number"),
    [
        ("for nearly three decades now", "nearly three decades", "three"),
        ("in a two-hour raid", "two-hour", "two"),
        ("broken more than 100 times since", "more than 100 times", "100"),
        ("found two more mass graves", "two more", "two"),
        ("a $3.5bn plan", "$3.5bn", "3.5bn"),
        ("between 40 and 50 people", "between 40 and 50", "40 and 50"),
        ("40 people or more died", "40 people or more", "40"),
        ("some 30 years of it", "some 30 years", "30"),
        ("a total of 34 people were hurt", "34", "34"),
        ("a further 34 people were hurt", "34", "34"),
        ("another 34 people were hurt", "another 34", "34"),
    ],
)
def test_a_quantity_spans_its_qualifier_and_unit(text: str, expected: str, number: str) -> None:
    ((quantity,), _) = fates(text)
    assert text[quantity.start : quantity.end] == expected
    assert text[slice(*quantity.number)] == number


@pytest.mark.parametrize(
    ("text", "literal", "typical"),
    [
        ("more than 2,700 dead", Range(low=2700, low_open=True), Range(low=2700, high=2800, low_open=True)),
        ("over 5.7 million people", Range(low=5.7e6, low_open=True), Range(low=5.7e6, high=5.8e6, low_open=True)),
        ("613 died", Range(low=613, high=613), Range(low=613, high=613)),
        ("5 died", Range(low=5, high=5), Range(low=5, high=5)),
        ("4,000 died", Range(low=4000, high=4000), Range(low=3600, high=4400)),
        ("about 2,855 died", Range(low=2712.25, high=2997.75), Range(low=2826.45, high=2883.55)),
        ("nearly 120,000 fled", Range(low=0, high=120000), Range(low=102000, high=120000)),
        ("more than 3,000 died", Range(low=3000, low_open=True), Range(low=3000, high=3500, low_open=True)),
        ("at least 286 died", Range(low=286), Range(low=286, high=429)),
        ("up to 500 died", Range(low=0, high=500), Range(low=250, high=500)),
        ("at most 500 died", Range(low=0, high=500), Range(low=400, high=500)),
        ("under 500 died", Range(low=0, high=500, high_open=True), Range(low=400, high=500, high_open=True)),
        ("40 to 50 died", Range(low=40, high=50), Range(low=40, high=50)),
        ("dozens died", Range(low=24), Range(low=24, high=99)),
        ("hundreds died", Range(low=200), Range(low=200, high=2000)),
        ("hundreds if not thousands died", Range(low=200), Range(low=200, high=20000)),
        ("six weeks of it", Range(low=42, high=42), Range(low=38.5, high=45.5)),
        ("1.0 million fled", Range(low=1e6, high=1e6), Range(low=950000, high=1050000)),
        ("-40 degrees", Range(low=-40, high=-40), Range(low=-44, high=-36)),
        ("more than two people died", Range(low=2, high=math.inf, low_open=True), Range(low=2, high=3, low_open=True)),
    ],
)
def test_both_ranges(text: str, literal: Range, typical: Range) -> None:
    ((quantity,), _) = fates(text)
    assert (quantity.literal, quantity.typical) == (literal, typical)


def test_no_bound_is_lost() -> None:
    for words in ("at least", "no fewer than", "more than", "over", "up to", "fewer than", "nearly", "about"):
        ((quantity,), _) = fates(f"{words} 286 people were killed")
        assert quantity.qualifier != "exact", words
        assert quantity.literal != Range(low=286, high=286), words


def test_numbers_of_page_junk_are_refused_where_the_rest_is_read() -> None:
    text = "40 people died. Copyright 2020, 12 votes"
    sentences = (Sentence(start=0, end=15, paragraph=0), Sentence(start=16, end=len(text), paragraph=0, kind="junk"))
    quantities, rejected = extract(
        Article.from_text(text), Segments(sentences=sentences, quotes=()), rules_as_shipped()
    )
    assert [quantity_shown(quantity) for quantity in quantities] == ["40"]
    assert [text[r.start : r.end] for r in rejected] == ["2020", "12"]
    within = Segments(
        sentences=(Sentence(start=0, end=len(text), paragraph=0),),
        quotes=(),
        junk=(Junk(start=16, end=len(text), rule="x"),),
    )
    assert extract(Article.from_text(text), within, rules_as_shipped())[0] == quantities


VOCABULARY = """
40 1,200 2.5 7 2020 two twenty six hundred thousand million a an the at least more than about over between and to - ,
. $ % percent weeks years people of in half third dozen dozens several one G Su May 3rd 11:59 ( ) or so from rose by
minus ½ ² / not up ago old aged
"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", ""])), max_size=30))
def test_every_number_has_one_fate_within_the_text(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in parts)
    quantities, rejected = fates(text)
    spans = sorted([(q.start, q.end) for q in quantities] + [(r.start, r.end) for r in rejected])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans)), spans
    for at, character in enumerate(text):
        if character.isdecimal():
            assert any(start <= at < end for start, end in spans), (text, at)
    for quantity in quantities:
        _is_sound(quantity)


def _is_sound(quantity: Quantity) -> None:
    assert quantity.start <= quantity.number[0] < quantity.number[1] <= quantity.end
    for range_ in (quantity.literal, quantity.typical):
        assert range_.low <= range_.high
        assert not math.isnan(range_.low)
    if quantity.qualifier != "exact":  # who rounds without saying so is read more widely than he speaks
        inner = Range(low=quantity.typical.low, high=quantity.typical.high, low_open=True, high_open=True)
        assert quantity.literal.contains(inner)


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**15))
def test_a_printed_number_reads_back(number: int) -> None:
    ((quantity,), _) = fates(f"they counted {number:,} houses")
    assert (quantity.value, quantity.qualifier) == (number, "exact")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    fates(text)


HOSTILE = """
9,|9 |one |one-|1,000,|1.|a |at least |2020-|$|9-|of the |May |between 1 and |(555) |+1 |aged 1, |last |²|@a.|half |A 1 
1 1 1|1/2|1 million |million |dozen |in 2020 |5m|a1|a1-|#a1 |two days ago |one hundred and |1 hour |1 to |hundreds of 
minus -|'90s |1's |1-to-1|1 but under 
"""


PIECES = [piece for line in HOSTILE.split("\n") for piece in line.split("|") if piece]


@pytest.mark.once
@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    assert_in_proportion(fates, lambda size: piece * (size // len(piece)), 3_000)


def test_a_headline_in_capitals_of_title_keeps_its_numbers() -> None:
    quantities, _ = fates("Floods Kill Seven People in Two Towns", kind="headline")
    assert [quantity_shown(quantity) for quantity in quantities] == ["7", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "KABUL (AP) - Seven Afghan soldiers died",
        "- One poll says so",
        "SHOOTING Three people died",
        "in Aleppo Three civilians were hurt",
        "Tags war regime Three civilians were hurt",
        "Suicide Bomber Kills Seven Kurdish Police",
        "21 August 2016 Seven Afghan soldiers died",
    ],
)
def test_a_number_word_that_opens_is_no_name(text: str) -> None:
    assert [quantity.value for quantity in fates(text)[0]] in ([7], [1], [3])


def test_a_rejection_tells_why_in_plain_words() -> None:
    assert fates("in 1992")[1] == (Rejected(start=3, end=7, why="a date or a year", rule="NC01"),)


def test_numbers_of_a_list_of_places_are_no_names() -> None:
    text = (
        "Zenda has reported 678 deaths, Ava 306, Nova Berg 299 and Lom 191. The toll rose To 40 on Monday, 36 in Ava."
    )
    assert [quantity.value for quantity in fates(text)[0]] == [678, 306, 299, 191, 40, 36]
