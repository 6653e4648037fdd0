"""Dates and periods in a text, with and without the day of its article."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from clock import assert_in_proportion
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dates import When, dateline, find, is_year, stamps

ANCHOR = "2022-10-12"  # a Wednesday

ABSOLUTE = [
    ("on 26 February 1992", "26 February 1992", "day", "1992-02-26", "1992-02-26"),
    ("on Feb. 26, 1992", "Feb. 26, 1992", "day", "1992-02-26", "1992-02-26"),
    ("on the 26th of February, 1992", "26th of February, 1992", "day", "1992-02-26", "1992-02-26"),
    ("on 2020-09-27", "2020-09-27", "day", "2020-09-27", "2020-09-27"),
    ("on 2020/09/27", "2020/09/27", "day", "2020-09-27", "2020-09-27"),
    ("in this Feb. 26, 1992, photo", "Feb. 26, 1992", "day", "1992-02-26", "1992-02-26"),
    ("Ada Byron (1815-1852) wrote it", "1815-1852", "period", "1815-01-01", "1852-12-31"),
    ("in Osk on 6 may 2020 they", "6 may 2020", "day", "2020-05-06", "2020-05-06"),
    ("in the year of 1998 it", "1998", "year", "1998-01-01", "1998-12-31"),
    ("it beat Zenda (1839-42) there", "1839-42", "period", "1839-01-01", "1842-12-31"),
    ("on 25/12/2020", "25/12/2020", "day", "2020-12-25", "2020-12-25"),
    ("on 11/02/2020", "11/02/2020", "day", None, None),
    ("from 3-5 March 2020", "3-5 March 2020", "period", "2020-03-03", "2020-03-05"),
    ("in September 2020", "September 2020", "month", "2020-09-01", "2020-09-30"),
    ("from March to June 2020", "March to June 2020", "period", "2020-03-01", "2020-06-30"),
    ("in 2020", "2020", "year", "2020-01-01", "2020-12-31"),
    ("in the 12 months to 31 May 2020", "31 May 2020", "period", "2019-06-01", "2020-05-31"),
    ("in the three months ended June 2020", "June 2020", "period", "2020-04-01", "2020-06-30"),
    ("for the quarter ending March 31, 2020", "March 31, 2020", "period", "2020-01-01", "2020-03-31"),
    ("put off by two months to 3 May 2020", "3 May 2020", "day", "2020-05-03", "2020-05-03"),
    ("in the third quarter of 2020", "2020", "period", "2020-07-01", "2020-09-30"),
    ("in the second half of 2020", "2020", "period", "2020-07-01", "2020-12-31"),
    ("Q1 2020", "2020", "period", "2020-01-01", "2020-03-31"),
    ("a crash kills 30 December 25, 2000", "December 25, 2000", "day", "2000-12-25", "2000-12-25"),
    ("in the 1990s", "1990s", "decade", "1990-01-01", "1999-12-31"),
    ("in the '90s", "90s", "decade", "1990-01-01", "1999-12-31"),
    ("in the early 1990s", "early 1990s", "decade", "1990-01-01", "1993-12-31"),
    ("between 1988 and 1994", "1988 and 1994", "period", "1988-01-01", "1994-12-31"),
    ("in 2008-9", "2008-9", "period", "2008-01-01", "2009-12-31"),
    ("in 2014-15", "2014-15", "period", "2014-01-01", "2015-12-31"),
    ("from May 3, 2020, to June 1, 2021", "May 3, 2020, to June 1, 2021", "period", "2020-05-03", "2021-06-01"),
    ("between May 3 and June 1, 2021", "May 3 and June 1, 2021", "period", "2021-05-03", "2021-06-01"),
    ("from December to 4 May 2021", "December to 4 May 2021", "period", "2020-12-01", "2021-05-04"),
    ("from 3−5 March 2020", "3−5 March 2020", "period", "2020-03-03", "2020-03-05"),
    ("in the fall of 2020", "fall of 2020", "season", "2020-09-01", "2020-11-30"),
    ("in the winter of 2020", "winter of 2020", "season", "2020-12-01", "2021-02-28"),
]

RELATIVE = [
    ("on Thursday", "Thursday", "day", "2022-10-06", "2022-10-06"),
    ("on Wednesday", "Wednesday", "day", "2022-10-12", "2022-10-12"),
    ("from Thursdays attack", "Thursdays", "day", "2022-10-06", "2022-10-06"),
    ("next Sunday", "next Sunday", "day", "2022-10-16", "2022-10-16"),
    ("yesterday", "yesterday", "day", "2022-10-11", "2022-10-11"),
    ("last week", "last week", "week", "2022-10-03", "2022-10-09"),
    ("over the past week", "past week", "period", "2022-10-05", "2022-10-12"),
    ("last month", "last month", "month", "2022-09-01", "2022-09-30"),
    ("this year", "this year", "year", "2022-01-01", "2022-12-31"),
    ("since February", "February", "month", "2022-02-01", "2022-02-28"),
    ("in November", "November", "month", "2021-11-01", "2021-11-30"),
    ("last September", "last September", "month", "2022-09-01", "2022-09-30"),
    ("in April this year", "April this year", "month", "2022-04-01", "2022-04-30"),
    ("on 3 May last year", "3 May last year", "day", "2021-05-03", "2021-05-03"),
    ("in January-May this year", "January-May this year", "period", "2022-01-01", "2022-05-31"),
    ("between May 3 and June 1", "May 3 and June 1", "period", "2022-05-03", "2022-06-01"),
    ("from Monday to Thursday", "Monday to Thursday", "period", "2022-10-03", "2022-10-06"),
    ("a vote on 3 December", "3 December", "day", "2022-12-03", "2022-12-03"),
    ("on 20 December", "20 December", "day", "2021-12-20", "2021-12-20"),
    ("on 20 October last year", "20 October last year", "day", "2021-10-20", "2021-10-20"),
    ("until at least 20 October", "20 October", "day", "2022-10-20", "2022-10-20"),
    ("since the 20 October attack", "20 October", "day", "2021-10-20", "2021-10-20"),
    ("by 2 October", "2 October", "day", "2022-10-02", "2022-10-02"),
    ("by 2 May", "2 May", "day", "2022-05-02", "2022-05-02"),
    ("last autumn", "last autumn", "season", "2021-09-01", "2021-11-30"),
    ("on the 27th. September", "27th. September", "day", "2022-09-27", "2022-09-27"),
    ("two days ago", "two days ago", "day", "2022-10-10", "2022-10-10"),
    ("in the last 24 hours", "last 24 hours", "period", "2022-10-11", "2022-10-12"),
    ("three days later", "three days later", "period", None, None),
]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("until Sunday 16 October", "2022-10-16"),
        ("on Thursday, October 13", "2022-10-13"),
        ("on Wednesday the 13th of October", "2021-10-13"),
        ("on Tuesday, October 11", "2022-10-11"),
    ],
)
def test_a_weekday_tells_the_year_of_the_date_beside_it(text: str, day: str) -> None:
    assert [(when.start, when.end) for when in find(text, anchor=ANCHOR)] == [(day, day)] * 2


@pytest.mark.parametrize(("text", "written", "kind", "start", "end"), ABSOLUTE)
def test_absolute_dates_need_no_anchor(text: str, written: str, kind: str, start: str | None, end: str | None) -> None:
    for anchor in (None, ANCHOR):
        (when,) = find(text, anchor=anchor)
        assert (when.text, when.kind, when.start, when.end, when.relative) == (written, kind, start, end, False)


@pytest.mark.parametrize(("text", "written", "kind", "start", "end"), RELATIVE)
def test_relative_dates_count_from_the_anchor(
    text: str, written: str, kind: str, start: str | None, end: str | None
) -> None:
    (when,) = find(text, anchor=ANCHOR)
    assert (when.text, when.kind, when.start, when.end, when.relative) == (written, kind, start, end, True)
    (unknown,) = find(text)
    assert (unknown.text, unknown.kind, unknown.start, unknown.end) == (written, kind, None, None)


@pytest.mark.parametrize(
    ("text", "anchor", "start", "end"),
    [
        ("on Friday and Saturday", "2016-01-26", "2016-01-22", "2016-01-23"),
        ("on Friday and on Saturday", "2016-01-23", "2016-01-22", "2016-01-23"),
        ("on Saturday and Sunday", "2016-01-23", "2016-01-23", "2016-01-24"),  # today and tomorrow
        ("on May 3 and 4", "2016-06-01", "2016-05-03", "2016-05-04"),
        ("in March and April", "2016-06-01", "2016-03-01", "2016-04-30"),
        ("in 2014 and 2015", None, "2014-01-01", "2015-12-31"),
        ("On Friday and Saturday 45 people fell ill", "2016-01-26", "2016-01-22", "2016-01-23"),
        ("fell ill on Friday and on Saturday, they say", "2016-01-26", "2016-01-22", "2016-01-23"),
        ("it rained in May and in June over Kano", "2016-07-01", "2016-05-01", "2016-06-30"),
        ("when it rained on Friday and Saturday, 40 left", "2016-01-26", "2016-01-22", "2016-01-23"),
        ("open on Friday and Saturday 9am to noon", "2016-01-26", "2016-01-22", "2016-01-23"),
    ],
)
def test_two_times_that_follow_each_other_are_one(text: str, anchor: str | None, start: str, end: str) -> None:
    (when,) = find(text, anchor=anchor)
    assert (when.kind, when.start, when.end) == ("period", start, end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("cancelled for Monday", "2016-01-25"),
        ("shut until late Sunday", "2016-01-24"),
        ("cancelled for Saturday", "2016-01-23"),  # the day of the telling
        ("cancelled for Friday", "2016-01-22"),  # as near, and past
        ("cancelled on Monday", "2016-01-18"),
        ("blamed for Monday's blast", "2016-01-18"),
        ("The standoff lasted until Monday", "2016-01-18"),
        ("They stayed in the cellar until Monday", "2016-01-18"),
        ("They will wait until Monday", "2016-01-25"),
    ],
)
def test_what_is_set_for_a_weekday_is_to_come(text: str, day: str) -> None:
    (when,) = find(text, anchor="2016-01-23")
    assert when.start == day


@pytest.mark.parametrize(
    "text",
    [
        "on Monday and Thursday",
        "on Friday and Saturday's match",
        "in 2014 and May 2015",
        "floods drowned 40 people on Friday and on Saturday 12 others died",
        "floods drowned 40 people on Friday and Saturday 12 more",
        "floods drowned 40 people on Friday and on Saturday, another 12",
        "it sold 40 boats in 2014 and in 2015 sold 60",
    ],
)
def test_two_times_that_do_not_stay_two(text: str) -> None:
    assert len(find(text, anchor="2016-01-26")) == 2


@pytest.mark.parametrize(
    "text", ["on 3 May and 5 June 2020", "from 3 May 2020 and 5 June", "in May 2020, on 5 June", "May 2020 - Monday"]
)
def test_two_dates_that_bound_nothing_stay_two(text: str) -> None:
    assert len(find(text, anchor=ANCHOR)) == 2


def test_bounds_in_no_order_are_unknown() -> None:
    (when,) = find("from 2021 to May 2020", anchor=ANCHOR)
    assert (when.kind, when.start, when.end) == ("period", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "he may march on",
        "it has 12 may flies",
        "some of Zenda (1500-1800 houses) burned",
        "prices fall in it",
        "2,020 houses",
        "$2020",
        "about 2000 people",
        "killed 1990 people",
        "the S2020 phone",
        "at 1849 UTC+3 a quake",
        "a spring in his step",
        "Tuesdays and fridays",
        "on Tuesdays it is shut",
        "in his 40s",
        "2020.5 metres",
        "an average of 1500",
        "the 1070 apartment blocks of the suburb",
        "In a year of 1500 deaths",
        "In the year of 1998 deaths",
        "Sanctions on 12 may be lifted",
        "The tax on 12 march bands was dropped",
        "Estimates for Osk (1200-1500) were too high.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find(text, anchor=ANCHOR) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2020 people died", True),
        ("the 2020 elections", True),
        ("at 2020 UTC the", False),
        ("over 2020 people", False),
        ("2020 people died", False),
        ("all 2020 campaigns", True),
        ("through 2020 and on", True),
        ("the war of 2020 killed 12 people", True),
        ("the fire left 2020 killed and", False),
    ],
)
def test_a_year_is_told_from_a_count_by_its_neighbours(text: str, expected: bool) -> None:
    at = text.index("2020")
    assert is_year(text, at, at + 4) is expected


def test_a_round_number_counts_those_whose_name_has_a_capital() -> None:
    assert find("2000 Sunni residents left") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ACCRA, May 6 - Some 40 people died.", "ACCRA, May 6 - "),
        ("CAPE TOWN, South Africa (AP) — Some 40 people died.", "CAPE TOWN, South Africa (AP) — "),
        ("Cape Town (AFP) – 40 people died.", "Cape Town (AFP) – "),
        ("Accra/Geneva, 6 May 2024 – Some 40 people died.", "Accra/Geneva, 6 May 2024 – "),
        ("ACCRA - Some 40 people died.", "ACCRA - "),
        ("NATO - the alliance - counts 40 ships.", ""),
        ("The man (41) - a farmer - died.", ""),
        ("A quake hit Aceh on July 2 - killing 40.", ""),
        ("An EU-wide ban.", ""),
    ],
)
def test_datelines(text: str, expected: str) -> None:
    found = dateline(text, 0, len(text))
    assert (text[slice(*found)] if found else "") == expected


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from([None, ANCHOR, "0001-01-01", "9999-12-31", "nonsense"]))
def test_mentions_lie_in_the_text_in_order(text: str, anchor: str | None) -> None:
    _are_sound(text, find(text, anchor=anchor))


VOCABULARY = "May June 3 12 2020 1990s last next this two years ago to - , . Monday early late of the fall '90s 31"
PIECES = st.sampled_from(VOCABULARY.split())


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12), st.sampled_from([None, ANCHOR, "0001-01-01", "9999-12-31"]))
def test_mentions_of_any_words_are_sound(pieces: list[str], anchor: str | None) -> None:
    text = " ".join(pieces)
    _are_sound(text, find(text, anchor=anchor))


def _are_sound(text: str, whens: tuple[When, ...]) -> None:
    assert all(before.span[1] <= after.span[0] for before, after in pairwise(whens))
    for when in whens:
        assert text[slice(*when.span)] == when.text
        assert when.start is None or when.end is None or when.start <= when.end


@pytest.mark.once
@pytest.mark.parametrize("piece", ["May ", "2020-", "1 ", "last ", "two years ", "a few ", "early ", "3 to 3 ", "1/1/"])
def test_time_is_linear(piece: str) -> None:
    assert_in_proportion(partial(find, anchor=ANCHOR), lambda size: piece * (size // len(piece)), 20_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21 Jul 2016 Dozens of people were killed", True),
        ("Published July 21, 2016 A bomb killed 45", True),
        ("AFP Thursday 21 Jul 2016 A bomb killed 45", True),
        ("On 21 July 2016 Mali's army killed 45", False),
        ("21 July 2016: 45 were killed", False),
        ("A bomb on 21 July 2016 Tuesday's paper tells of", False),
        ("21 July 2016 was the worst day", False),
    ],
)
def test_a_day_that_a_text_is_stamped_with(text: str, expected: bool) -> None:
    day = next(when for when in find(text) if not when.relative)
    assert stamps(text, 0, day) == expected
