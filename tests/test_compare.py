"""How two claims of one figure stand to each other, and whether totals hold their parts."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from making import reading, told

from claimcheck.pipeline import analyse, load_rules
from claimcheck.records import Analysis, Article, Reading
from claimcheck.rules import Rules
from claimcheck.slots import Book, Subject, subject_of, world_of
from claimcheck.stages.compare import compare
from claimcheck.stages.compare.alike import Alike, Labels
from claimcheck.stages.compare.telling import telling_of
from claimcheck.stages.compare.wording import Filled, Said, Words
from claimcheck.stages.match import match

Told = dict[str, Any]
DAY = "2020-12-03"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


def related(readings: list[Reading], rules: Rules) -> Analysis:
    figures = match(readings, rules)
    relations, sums = compare(readings, figures, rules)
    return Analysis(readings=tuple(readings), figures=figures, relations=relations, sums=sums)


def dead(value: float, **slots: Any) -> dict[str, Any]:
    return told(value, slots.pop("noun", "soldier"), event="the-war", party="Armenia", **slots)


PAIRS = [
    ("the same number", dead(613), dead(613), "agree"),
    ("at least the same number", dead(613), dead(613, qualifier="at_least"), "agree"),
    ("rounded", dead(2855), dead(2900, qualifier="about"), "agree"),
    ("a vague word that allows it", dead(613), dead(200, qualifier="vague"), "compatible"),
    ("a floor that allows it", dead(100000, qualifier="more_than"), dead(118000, qualifier="about"), "compatible"),
    ("an open bound read apart", dead(213, qualifier="at_least"), dead(1300, qualifier="more_than"), "diverge"),
    ("two exact numbers of one day", dead(550), dead(2300), "contradict"),
    ("own losses and the enemy's word for them", dead(550, by="Armenian government"),
     dead(2300, by="Azerbaijani government", manner="claims"), "contradict"),
    ("a denial where the ranges meet", dead(550, by="Armenian government", manner="denies"),
     dead(500, qualifier="at_least", by="Azerbaijani government"), "contradict"),
    ("an open scope", dead(550), dead(2300, place="Hadrut"), "diverge"),
    ("an estimate", dead(550), dead(2300, status="estimated"), "diverge"),
    ("two as-of days", dead(2783, as_of="2020-12-03"), dead(2855, as_of="2021-01-04"), "update"),
    ("an earlier toll named as such", dead(2783, status="earlier", by="UN"), dead(2855, by="UN"), "update"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS])
def test_pairs(left: Told, right: Told, expected: str, rules: Rules) -> None:
    run = related([reading("a.txt", left, date=DAY), reading("b.txt", right, date=DAY)], rules)
    (relation,) = run.relations
    assert relation.kind == expected
    assert relation.reasons


OPEN = [
    ({"place": "Hadrut"}, {}, "only one of them tells its place: Hadrut"),
    ({"party": "Armenia"}, {}, "they do not both tell which side they count"),
    ({"scope": "nationwide"}, {}, "only one of them tells what it covers: nationwide"),
    (
        {"noun": "soldier", "object": "soldiers"},
        {"noun": "", "object": ""},
        "only one of them names whom or what it counts: soldiers",
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), OPEN)
def test_what_only_one_claim_tells_is_named_whichever_comes_first(
    one: Told, other: Told, expected: str, rules: Rules
) -> None:
    for first, second in ((one, other), (other, one)):
        claims = [told(550, event="the-war", **first), told(2300, event="the-war", **second)]
        run = related([reading(f"{n}.txt", claim, date=DAY) for n, claim in enumerate(claims)], rules)
        assert [doubt for relation in run.relations for doubt in relation.doubts if doubt == expected] == [expected]


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("{noun_a}, {noun_b}", "soldiers, people"),
        ("{named_a}, {named_b}", "soldiers, "),
        ("{place_a} lies in {land_b}", "Homs lies in the whole land"),
        ("{time_a}; {time_b}", "2020-12-03; a part of it"),
        ("{measure_b}, {party_b}", "a count of all, its side"),
    ],
)
def test_sentences_have_words_for_what_a_claim_does_not_tell(says: str, expected: str, rules: Rules) -> None:
    told_all = dead(550, object="soldiers", place="Homs", period=("2020-12-03", "2020-12-03"))
    subjects = [
        subject_of(one.claims[0], None, rules.once(Book), one)
        for one in (reading("a.txt", told_all), reading("b.txt", told(2300, measure=None, object="")))
    ]
    texts = [Article(name=name, text="550 soldiers 2300 people") for name in ("a.txt", "b.txt")]
    filled = Filled(*(Said(subject, text) for subject, text in zip(subjects, texts, strict=True)))
    assert says.format_map(filled) == expected


@pytest.mark.parametrize("first", [0, 1])
def test_what_pairs_were_compared_before_changes_no_labels(first: int, rules: Rules) -> None:
    """A number that one story gives twice may go by two nouns; the same slots in two stories may not."""
    made = [reading(f"{noun}.txt", told(188829, noun, party=None), date=DAY) for noun in ("migrant", "guest")]
    alone = [subject_of(one.claims[0], None, rules.once(Book), one) for one in made]
    pairs = [alone, [subject._replace(story="~a-story") for subject in alone]]
    alike = Alike(rules.once(Book), world_of(made, rules))
    words = rules.once(Words)
    articles = {one.article.name: one.article for one in made}

    def labels(pair: list[Subject], of: Alike) -> Labels:
        return of.labels(*(telling_of(subject, of.kind(subject), articles, words) for subject in pair))

    labels(pairs[first], alike)
    other = pairs[1 - first]
    assert labels(other, alike) == labels(other, Alike(rules.once(Book), world_of(made, rules)))
    assert labels(pairs[0], alike) != labels(pairs[1], alike)


def test_claims_of_two_places_in_one_figure_are_no_dispute(rules: Rules) -> None:
    tolls = [dead(24, place="Homs"), dead(25, place="Homs"), dead(26), dead(29), dead(29, place="Aleppo")]
    run = related([reading(f"{n}.txt", toll, date=DAY) for n, toll in enumerate(tolls)], rules)
    place = {c.id: c.description.place.value if c.description.place else None for c in run.claims}
    assert len(run.figures) == 1
    assert not any({place[r.a], place[r.b]} == {"Homs", "Aleppo"} for r in run.relations)


@pytest.mark.parametrize(("noun", "kinds"), [("soldier", ["contradict"]), ("civilian", [])])
def test_two_that_only_their_figure_ties_are_no_dispute(noun: str, kinds: list[str], rules: Rules) -> None:
    """Soldiers and civilians who stand in one figure by what the rest of it tells."""
    readings = [reading("a.txt", dead(550), date=DAY), reading("b.txt", dead(2300, noun=noun), date=DAY)]
    first, *others = match(readings, rules)
    claims = tuple(claim for figure in (first, *others) for claim in figure.claims)
    relations, _ = compare(readings, (msgspec.structs.replace(first, claims=claims),), rules)
    assert [relation.kind for relation in relations] == kinds


@pytest.mark.parametrize(("left", "right", "expected"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS])
def test_swapping_the_articles_keeps_the_relation(left: Told, right: Told, expected: str, rules: Rules) -> None:
    run = related([reading("a.txt", right, date=DAY), reading("b.txt", left, date=DAY)], rules)
    assert [relation.kind for relation in run.relations] == [expected]


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")], ids=["denied first", "denied last"])
def test_a_denial_names_who_denies(names: tuple[str, str], rules: Rules) -> None:
    denied = reading(names[0], dead(550, by="Armenian government", manner="denies"), date=DAY)
    stated = reading(names[1], dead(550, by="Azerbaijani government"), date=DAY)
    (relation,) = related([denied, stated], rules).relations
    assert relation.reasons[0] == "Armenian government denies the number, Azerbaijani government states it"


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        ("The Chadian army denied Sudan's claim that 550 Chadian soldiers fell at Tine", "agree"),
        ("The Chadian army rejected a claim by Sudan to have killed 550 Chadian soldiers at Tine", "agree"),
        ("The Chadian army denied that 550 Chadian soldiers fell at Tine", "contradict"),
    ],
)
def test_who_claims_what_another_denies_still_claims_it(claimed: str, expected: str) -> None:
    texts = (
        f"{claimed}, after a battle on Monday.",
        "In the battle at Tine on Monday 550 Chadian soldiers fell, Sudan said.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    assert [found.kind for found in run.relations] == [expected]


def test_who_denies_a_number_does_not_gainsay_itself(rules: Rules) -> None:
    denied = reading("a.txt", dead(600, by="Armenian government", manner="denies"), date=DAY)
    stated = reading("b.txt", dead(250, by="Armenian government"), date="2020-12-02")
    assert related([denied, stated], rules).relations == ()


def test_what_is_not_done_gainsays_no_other_verb(rules: Rules) -> None:
    texts = (
        "Ana Duarte needs 1,370 signed permits of the harbour board.",
        "Ana Duarte did not collect the 1,370 signed permits of the harbour board.",
    )
    run = analyse([Article(name=n, text=text, date="2018-04-06") for n, text in zip("ab", texts, strict=True)], rules)
    assert [len(figure.claims) for figure in run.figures] == [2]
    assert run.relations == ()


QUAKE = "An earthquake struck Izmir in Turkey, and rescuers searched the rubble in Bayrakli, the disaster agency said."


@pytest.mark.parametrize(
    ("told_days", "expected"),
    [((DAY, DAY), "contradict"), (("2020-11-01", DAY), "diverge")],
    ids=["the day of the event", "a month"],
)
def test_a_text_that_leaves_out_the_time(told_days: tuple[str, str], expected: str, rules: Rules) -> None:
    dated = reading("a.txt", told(14, period=told_days, by="AFAD"), lead=QUAKE, date=DAY)
    bare = reading("b.txt", told(20, by="police"), lead=QUAKE, date=DAY)
    assert [relation.kind for relation in related([dated, bare], rules).relations] == [expected]


@pytest.mark.parametrize(
    ("who", "days", "kind"),
    [
        ((None, "police"), (DAY, DAY), "update"),
        (("police", "police"), (DAY, DAY), "update"),
        (("police", "AFAD"), (DAY, DAY), "contradict"),
        ((None, "police"), (None, DAY), "update"),
        (("police", "AFAD"), (None, DAY), "diverge"),
    ],
)
def test_a_toll_rises_where_no_two_sources_count(
    who: tuple[str | None, str], days: tuple[str | None, str], kind: str, rules: Rules
) -> None:
    first = reading("a.txt", told(20, period=(DAY, DAY), by=who[0]), lead=QUAKE, date=days[0])
    second = reading("b.txt", told(14, by=who[1]), lead=QUAKE, date=days[1])
    (relation,) = related([first, second], rules).relations
    assert relation.kind == kind
    assert kind != "update" or "14 p, then 20 p" in relation.reasons[0], "the lower count is the older one"


def test_an_outlet_may_side_with_either_of_two_sources_that_an_article_sets_against_each_other(rules: Rules) -> None:
    first = reading("a.txt", told(14, by="AFAD"), told(20, by="police"), lead=QUAKE, date=DAY)
    second = reading("b.txt", told(27), lead=QUAKE, date=DAY)
    kinds = {relation.kind for relation in related([first, second], rules).relations}
    assert "update" not in kinds


@pytest.mark.parametrize(
    ("by", "value", "kind"),
    [("AFAD", 27, "update"), (None, 27, "diverge"), (None, 90, "update"), ("army", 90, "diverge")],
    ids=["one source again", "an outlet", "an outlet, four times as many", "a third source"],
)
def test_a_count_of_no_day_has_grown_where_its_source_gave_another_or_it_is_far_more(
    by: str | None, value: float, kind: str, rules: Rules
) -> None:
    first = reading("a.txt", told(14, by="AFAD"), told(20, by="police"), lead=QUAKE, date=DAY)
    second = reading("b.txt", told(value, by=by), lead=QUAKE)
    run = related([first, second], rules)
    low, late = first.claims[0].id, second.claims[0].id
    assert [found.kind for found in run.relations if {found.a, found.b} == {low, late}] == [kind]


@pytest.mark.parametrize(("measure", "kind"), [("aboard", "contradict"), ("killed", "update")])
def test_who_was_aboard_is_counted_once(measure: str, kind: str) -> None:
    verb = {"aboard": "The ferry Odo was carrying {} people", "killed": "In all {} people died"}[measure]
    told = f"{verb} when the ferry Odo sank off Lima on Monday, {{}} said."
    first = Article.from_text(told.format(140, "the owner"), name="a", date="2024-03-12")
    second = Article.from_text(told.format(217, "police"), name="b", date="2024-03-13")
    (relation,) = analyse([first, second]).relations
    assert relation.kind in (kind, "diverge" if kind == "contradict" else kind)


@pytest.mark.parametrize(("number", "kinds"), [("160", {"contradict"}), ("about 160", {"agree", "compatible"})])
def test_two_sources_that_an_article_sets_against_each_other_round_nothing(number: str, kinds: set[str]) -> None:
    text = f"The ferry Odo sank off Lima on Monday. The owner said 155 people died. Police said {number} people died."
    (relation,) = analyse([Article.from_text(text, name="a", date=DAY)]).relations
    assert relation.kind in kinds


def test_a_headline_speaks_in_the_voice_of_its_text(rules: Rules) -> None:
    first = reading("a.txt", told(14), told(14, by="AFAD"), lead=QUAKE, date=DAY)
    second = reading("b.txt", told(20, by="police"), lead=QUAKE, date=DAY)
    kinds = {relation.kind for relation in related([first, second], rules).relations}
    assert "update" not in kinds


@pytest.mark.parametrize(("later", "kind"), [(20, "compatible"), (24, "agree"), (30, "update")])
def test_a_floor_below_an_earlier_count_is_no_rise(later: float, kind: str, rules: Rules) -> None:
    lead = "A strong earthquake struck Aceh in Indonesia, flattening houses in Bener Meriah, officials said."
    first = reading("a.txt", told(24), lead=lead, date="2016-07-02")
    second = reading("b.txt", told(later, qualifier="at_least"), lead=lead, date="2016-07-04")
    assert [relation.kind for relation in related([first, second], rules).relations] == [kind]


def test_a_toll_that_one_office_gives_over_three_days_is_never_a_dispute(rules: Rules) -> None:
    lead = (
        "An earthquake struck Izmir in Turkey, and rescuers searched the rubble in Bayrakli, the disaster agency said."
    )
    days = [("a.txt", 2, "2020-10-30"), ("b.txt", 14, "2020-10-31"), ("c.txt", 26, "2020-11-01")]
    readings = [
        reading(name, told(value, by="AFAD", by_kind="agency"), lead=lead, date=day) for name, value, day in days
    ]
    run = related(readings, rules)
    assert [relation.kind for relation in run.relations] == ["update"] * 3
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert all(value[relation.a] < value[relation.b] for relation in run.relations)


def test_undated_news_leaves_the_day_open(rules: Rules) -> None:
    lead = (
        "An earthquake struck Izmir in Turkey, and rescuers searched the rubble in Bayrakli, the disaster agency said."
    )
    two = (reading("a.txt", told(2, by="police"), lead=lead), reading("b.txt", told(14, by="AFAD"), lead=lead))
    (relation,) = related([*two], rules).relations
    assert relation.kind == "diverge"
    assert any("day" in doubt for doubt in relation.doubts)


def test_parts_of_a_total(rules: Rules) -> None:
    claims = [
        told(3980, "person", "missing", event="the-war", qualifier="at_least"),
        told(3209, "soldier", "missing", event="the-war"),
        told(774, "civilian", "missing", event="the-war"),
    ]
    run = related([reading("a.txt", *claims, date=DAY)], rules)
    assert [relation.kind for relation in run.relations] == ["part_of", "part_of"]
    (total,) = run.sums
    assert total.verdict == "consistent"
    assert "3,983" in total.reasons[0]


@pytest.mark.parametrize(
    ("total", "expected"),
    [(told(6000, "soldier", party="both", event="w", qualifier="about"), "consistent"),
     (told(9500, "soldier", party="both", event="w", qualifier="more_than"), "diverge"),
     (told(4000, "soldier", party="both", event="w"), "contradict")],
)  # fmt: skip
def test_two_sides_against_both(total: dict[str, Any], expected: str, rules: Rules) -> None:
    sides = [
        told(2855, "soldier", party="Azerbaijan", event="w"),
        told(3000, "soldier", party="Armenia", event="w", qualifier="more_than"),
    ]
    run = related([reading("a.txt", *sides, total, date=DAY)], rules)
    assert [found.verdict for found in run.sums] == [expected]


@pytest.mark.parametrize(("some", "kinds"), [(12, ["part_of"]), (30, []), (31, [])])
def test_as_many_as_there_are_in_all_are_no_part(some: int, kinds: list[str], rules: Rules) -> None:
    people = reading("b", told(30, "soldier", "casualties", event="the-war", qualifier="at_least"), date=DAY)
    run = related([reading("a", told(some, "soldier", "killed", event="the-war"), date=DAY), people], rules)
    assert [found.kind for found in run.relations] == kinds


@pytest.mark.parametrize(
    ("measure", "of_month", "kinds"),
    [("jobs_created", 292_000, []), ("jobs_created", 2_000_000, ["diverge"]), ("killed", 292_000, ["diverge"])],
    ids=["a part", "more than all", "what befell people is dated by its happening"],
)
def test_a_number_of_a_month_is_no_rival_of_that_of_years(
    measure: str, of_month: float, kinds: list[str], rules: Rules
) -> None:
    noun = "job" if measure == "jobs_created" else "person"
    month, years = ("2015-12-01", "2015-12-31"), ("2011-01-08", "2016-01-08")
    first = reading("a", told(of_month, noun, measure, event="the-war", period=month, by="UN"), date=DAY)
    second = reading("b", told(1_000_000, noun, measure, event="the-war", period=years, by="ILO"), date=DAY)
    assert [found.kind for found in related([first, second], rules).relations] == kinds


def test_a_day_is_part_of_the_time_since(rules: Rules) -> None:
    claims = [
        told(454, event="the-war", period=("2020-12-01", "2020-12-01")),
        told(1200, event="the-war", period=("2020-09-01", None)),
    ]
    (relation,) = related([reading("a.txt", *claims, date=DAY)], rules).relations
    assert (relation.kind, relation.rules) == ("part_of", ("RL54",))
    two = [reading("a.txt", claims[0], date=DAY), reading("b.txt", claims[1], date=DAY)]
    assert not [found for found in related(two, rules).relations if found.kind == "part_of"]


def test_a_toll_that_stood_later_is_an_update(rules: Rules) -> None:
    claims = [
        told(12, event="the-war", by="police", by_kind="forces", period=("2020-12-01", "2020-12-01")),
        told(30, event="the-war", by="governor", by_kind="government", scope="cumulative", as_of="2020-12-02"),
    ]
    run = related([reading("a.txt", *claims, date=DAY)], rules)
    assert [(relation.kind, relation.rules) for relation in run.relations] == [("update", ("RL14",))]


@pytest.mark.parametrize(
    ("child", "expected"),
    [({"place": "Douma", "period": (DAY, DAY)}, ["part_of"]), ({}, []), ({"place": "Douma"}, []),
     ({"place": "Homs", "period": (DAY, DAY)}, [])],
)  # fmt: skip
def test_a_part_of_one_days_dead_in_a_long_war_tells_town_and_day(
    child: dict[str, Any], expected: list[str], rules: Rules
) -> None:
    dead = told(58, event="syrian-civil-war", place="Douma", period=(DAY, DAY))
    part = told(11, "child", event="syrian-civil-war", **child)
    run = related([reading("a.txt", dead, date=DAY), reading("b.txt", part, date=DAY)], rules)
    assert [relation.kind for relation in run.relations] == expected


def test_killed_and_injured_make_casualties(rules: Rules) -> None:
    claims = [told(40, measure="casualties", event="w"), told(10, event="w"), told(30, measure="injured", event="w")]
    run = related([reading("a.txt", *claims, date=DAY)], rules)
    assert [found.verdict for found in run.sums] == ["consistent"]


def test_a_part_that_the_text_names(rules: Rules) -> None:
    whole = told(1275, "person", "captured", event="w")
    readings = [reading("a.txt", whole, date=DAY)]
    start = readings[0].claims[0].quantity.start
    readings = [reading("a.txt", whole, told(150, "person", "missing", event="w", part_of=start), date=DAY)]
    (relation,) = related(readings, rules).relations
    assert relation.kind == "part_of"
    assert "text says" in relation.reasons[0]


SHARES = [
    ("Of the 1,200 workers at the Osk mill, 504, or 42 percent, walked out.", ["consistent"]),
    ("Some 504 of the 1,200 workers, or 48 percent, walked out of the Osk mill.", ["contradict"]),
    ("More than 510 of the 1,200 workers, or 52 percent, walked out of the Osk mill.", ["diverge"]),
    ("The mill in Osk will cut 900 jobs, 12 percent of its 7,500 staff.", ["consistent"]),
    ("Turnout in Osk was 62 percent: 3.1 million of 5 million voters cast ballots.", ["consistent"]),
    ("Turnout in Osk was 71 percent. Some 3.1 million of the 5 million voters cast a ballot.", ["contradict"]),
    ("Turnout in Osk was 71 percent. Two of the four towns voted for the bridge.", []),
    ("She won 73 percent of the 223 votes in Osk, and four of the six seats.", []),
    ("Some 42 percent of the 1,200 workers walked out of the Osk mill.", []),
]


@pytest.mark.parametrize(("text", "expected"), SHARES, ids=[text for text, _ in SHARES])
def test_a_share_is_held_against_its_count(text: str, expected: list[str]) -> None:
    run = analyse([Article.from_text(text, date=DAY)])
    assert [found.verdict for found in run.sums] == expected


def test_a_share_in_one_article_and_the_count_in_another() -> None:
    texts = ("In Osk the fever has infected 2,512 people, 1,676 of whom have died.",
             "In Osk 67 percent of the 2,512 people who fell ill have died of the fever.")  # fmt: skip
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    assert [(found.verdict, found.reasons) for found in run.sums] == [
        ("consistent", ("1,676 of 2,512 are 66.7 percent; the text says 67 percent",))
    ]


SUMS = [
    ("The fire burned 90 barns, 60 of them in Ord and 30 in Wick.", ["consistent"]),
    ("The fire burned 90 barns, 60 of them in Ord and 10 in Wick.", []),
    (
        "In November 2023 sappers in Osk found 256 mines. From March 2020 to April 2024 they found 10,456 mines there.",
        [],
    ),
    ("A mine in Osk hurt eight people, including a guard, two soldiers and four civilians.", []),
    (
        "Shells killed 9 people in Osk - two women, one child and six men. Elsewhere a mine killed 4 people.",
        ["consistent"],
    ),
    ("By March 3 mines in Osk had killed or hurt 200 people. In April 2020 one was killed and five hurt there.", []),
    ("The firm will cut 1,850 jobs: 900 in Austin, 600 in Dresden and 350 in Penang.", ["consistent"]),
    ("The firm will cut 1,850 jobs: 900 in Austin, 600 in Dresden and 750 in Penang.", ["contradict"]),
]


@pytest.mark.parametrize(("text", "expected"), SUMS, ids=[text for text, _ in SUMS])
def test_listed_parts_are_added_up(text: str, expected: list[str]) -> None:
    assert [found.verdict for found in analyse([Article.from_text(text, date=DAY)]).sums] == expected


BASE = "the attack on the base near Balkh on Friday"


def test_parts_that_add_up_to_one_toll_are_not_held_against_another() -> None:
    lead = "An air strike hit a wedding in Osk in Norland on Monday. "
    early = lead + "It killed 27 people, a doctor said. The dead were 12 women, eight children and seven men."
    late = lead + "It killed 131 people, medics said."
    days = {"a": (early, "2024-03-12"), "b": (late, "2024-03-13")}
    run = analyse(Article.from_text(text, name=name, date=day) for name, (text, day) in days.items())
    assert {found.verdict for found in run.sums} <= {"consistent"}


@pytest.mark.parametrize(("total", "sums"), [(94, 1), (95, 0)])
def test_two_sides_of_an_article_are_added_up(total: int, sums: int) -> None:
    text = (
        f"At least {total} people have been killed in clashes at the border of Chad and Niger.\n\n"
        "Officials in Chad said on Monday that 59 Chadians were killed. The fighting began over a bridge.\n\n"
        "Niger's government said 35 Nigeriens were killed."
    )
    run = analyse([Article.from_text(text, name="a", date=DAY)])
    assert len(run.sums) == sums


NEARBY = [
    ("A blast at a depot in Osk killed 20 people. Thirteen bodies were found, and seven people died in hospital.", 1),
    ("20 killed in Osk blast\n\nA blast in Osk killed 20 people. Twelve died there and eight more in hospital.", 1),
    ("A blast at a depot in Osk killed 20 people. Eleven bodies were found, and seven people died in hospital.", 0),
    ("Bombs in Osk killed 23 people. The first one killed 18 people. Shortly after, the second one killed five.", 1),
    ("Bombs in Osk killed 23 people. The first one hurt 18 people. Shortly after, the second one killed five.", 0),
    ("In Osk 44 captives were freed. The 30 soldiers went to a hospital, while the 14 civilians went home.", 1),
    ("The army lost 19 soldiers in Osk, it said. Two officers and 17 servicemen were killed.", 1),
    ("Floods have now killed 60 people in Osk after six more died overnight. The previous toll was 54 dead.", 1),
    (
        "Bombs in Osk killed 23 people. The first one killed 18 people. Shortly after, the second one killed five "
        "people. Fires in Osk injured 23 people. The first one injured 18 people. Shortly after, the second one injured"
        " five.",
        2,
    ),
    ("In Osk 16 were killed. Police said 11 soldiers died and five were wounded.", 0),
    ("In Osk raids killed 18 people: eleven, four of them children, died in the north and seven in the south.", 1),
    ("A raid in Osk killed 10 people. In Ord eight people were killed. Two more were killed in Wick.", 0),
    ("Fires in Chad and Niger killed more than 400 people. 192 Chadians died, and 213 Nigeriens were killed.", 1),
    ("Fires in Chad and Niger killed more than 500 people. 192 Chadians died, and 213 Nigeriens were killed.", 0),
    ("Fires in Chad and Niger killed more than 400 people. 402 Chadians died, and 13 Nigeriens were killed.", 0),
    ("In Osk police arrested five Danes, along with 14 Swedes, six Finns and three Poles on Friday.", 0),
    ("In Osk police arrested 14 foreigners on Friday: five Danes, six Finns and three Poles.", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sums"), NEARBY, ids=[text for text, _ in NEARBY])
def test_counts_that_are_told_together_are_added_up(text: str, sums: int) -> None:
    run = analyse([Article.from_text(text, date=DAY)])
    assert [found.verdict for found in run.sums] == ["consistent"] * sums


@pytest.mark.parametrize(
    ("total", "parts"),
    [("20", ["Twelve", "eight"]), ("21", [])],
)
def test_what_adds_up_to_a_total_is_part_of_it_wherever_it_is_told(total: str, parts: list[str]) -> None:
    text = (
        f"{total} killed in Osk blasts\n\nBlasts in Osk killed {total} people on Friday. Twelve people died at a market"
        " and eight at a school."
    )
    run = analyse([Article.from_text(text, name="a", date=DAY)])
    words = {claim.id: text[slice(*claim.quantity.number)] for claim in run.readings[0].claims}
    told = [(words[found.a], words[found.b]) for found in run.relations if found.kind == "part_of"]
    assert sorted(told) == sorted((part, total) for part in parts for _ in range(2))


ACROSS = [
    (f"Ten officers, 26 sergeants, 94 soldiers and five civilians died in {BASE}.", "135", "consistent"),
    (f"Ten officers, 26 sergeants, 94 soldiers and five civilians died in {BASE}.", "140", "none"),  # all there were?
    (f"Police said 94 soldiers and five civilians died in {BASE}.", "135", "contradict"),  # people are one or the other
    (f"A radio said 22 people died in {BASE}; a paper put the dead of {BASE} at 22.", "44", "none"),  # one count, twice
    (f"More than 60 men and 75 women died in {BASE}.", "135", "none"),
]


@pytest.mark.parametrize(("parts", "total", "expected"), ACROSS, ids=[f"{a[:30]}: {n}" for a, n, _ in ACROSS])
def test_counts_of_one_sentence_are_added_up_to_the_total_of_another_article(
    parts: str, total: str, expected: str
) -> None:
    texts = {"a": parts, "b": f"In Afghanistan {BASE} killed {total} people."}
    run = analyse([Article.from_text(text, name=name, date=DAY) for name, text in texts.items()])
    assert next((found.verdict for found in run.sums), "none") == expected


def test_a_denied_number_is_part_of_nothing(rules: Rules) -> None:
    sides = [
        told(2855, "soldier", party="Azerbaijan", event="w"),
        told(3000, "soldier", party="Armenia", event="w", by="Armenian government", manner="denies"),
        told(4000, "soldier", party="both", event="w"),
    ]
    run = related([reading("a.txt", *sides, date=DAY)], rules)
    assert run.sums == ()
    assert [relation.kind for relation in run.relations] == ["part_of"]


def test_casualties_of_a_people_hold_the_dead_whose_people_is_unsaid(rules: Rules) -> None:
    one = reading("a.txt", told(55), told(150, measure="injured"), lead=QUAKE, date=DAY)
    two = reading("b.txt", told(120, measure="casualties", party="Turkey"), lead=QUAKE, date=DAY)
    assert [found.verdict for found in related([one, two], rules).sums] == ["contradict"]


def test_a_headline_and_its_text_are_one_origin() -> None:
    text = "At least 23 dead in bus crash\n\nA bus crash near Osk killed at least 23 people on Tuesday, police said.\n"
    (figure,) = analyse([Article.from_text(text, date=DAY)]).figures
    assert len(figure.origins) == 1


def test_where_a_speaker_is_tells_not_where_it_happened() -> None:
    texts = (
        "A bus crash near Kochi killed 23 people on Tuesday, police said. The bus fell into a gorge near Kochi.",
        "A bus fell into a gorge near Kochi on Tuesday. A doctor in Delhi said 17 people were killed.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    assert [relation.kind for relation in run.relations] == ["contradict"]


@pytest.mark.parametrize(
    ("town", "land", "expected"),
    [
        (
            "Some 40,000 people marched in Nairobi on Thursday against the price of bread, police said.",
            "Some 90,000 people marched in Kenya on Thursday, in protests against the price of bread, police said.",
            [("part_of", ("RL55",))],
        ),
        (
            "A bomb killed 40 people in Nairobi on Thursday, police said.",
            "A bomb killed 45 people in Kenya on Thursday, police said.",
            [],
        ),
    ],
)
def test_a_town_is_part_of_its_land_only_where_a_thing_goes_over_many_places(
    town: str, land: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    texts = {"town.txt": town, "land.txt": land}
    run = analyse(Article.from_text(text, name=name, date="2024-06-06") for name, text in texts.items())

    assert [(found.kind, found.rules) for found in run.relations if found.kind == "part_of"] == expected


def test_a_day_and_the_last_toll_make_the_new_one() -> None:
    texts = (
        "The death toll in Gaza since October 7 has reached 2,841, the health ministry said on Tuesday.",
        "In Gaza 112 people were killed on Wednesday. The death toll since October 7 rose to 2,953, the ministry said.",
    )
    days = ("2023-10-17", "2023-10-18")
    run = analyse(Article.from_text(text, name=day, date=day) for text, day in zip(texts, days, strict=True))
    assert [(found.verdict, found.reasons) for found in run.sums] == [
        ("consistent", ("2,841 + 112 = 2,953; the total says 2,953",))
    ]
    assert sorted(relation.kind for relation in run.relations) == ["part_of", "update"]


STEPS = [
    ("The death toll from the Osk train crash rose from 17 to 21 on Tuesday, police said.", [("17", "21")]),
    ("Officials lowered the death toll from the Osk train crash to 21 from 27.", [("27", "21")]),
    ("Twelve more died of their burns, bringing the toll of the Osk fire to 52 from 40.", [("40", "52")]),
    ("Unemployment in Osk rose to 5.2 percent from 4.9 percent in April.", [("4.9 percent", "5.2 percent")]),
    ("The mayor of Osk won 60 votes, compared with 45 for his rival.", []),
]


@pytest.mark.parametrize(("text", "expected"), STEPS, ids=[text for text, _ in STEPS])
def test_a_count_that_goes_from_one_number_to_another(text: str, expected: list[tuple[str, str]]) -> None:
    run = analyse([Article.from_text(text, date=DAY)])
    words = {claim.id: text[claim.quantity.start : claim.quantity.end] for claim in run.claims}
    updates = [(words[found.a], words[found.b]) for found in run.relations if found.kind == "update"]
    assert updates == expected


def days_of_a_fire(*counts: tuple[int, str, str]) -> list[Reading]:
    return [
        reading(f"{n}.txt", told(value, noun, by=f"source {n}"), lead=QUAKE, date=day)
        for n, (value, noun, day) in enumerate(counts)
    ]


def test_a_number_that_is_given_again_later_was_not_replaced(rules: Rules) -> None:
    days = days_of_a_fire((52, "person", "2024-05-03"), (67, "person", "2024-05-04"), (52, "person", "2024-05-05"))
    assert [found.kind for found in related(days, rules).relations] == ["contradict", "agree", "contradict"]
    assert [found.kind for found in related(days[:2], rules).relations] == ["update"]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("A monitor put the dead at 29.", "contradict"),
        ("A monitor earlier put the dead at 29.", "update"),
        ("Shops are shut.", "update"),
    ],
)
def test_a_number_that_another_voice_gives_beside_a_higher_one_was_not_replaced(beside: str, expected: str) -> None:
    texts = (
        "The attack in Osk killed 29 fighters on Tuesday.",
        f"The attack in Osk killed 75 fighters on Tuesday. {beside}",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    (low, high) = (next(c.id for c in run.claims if (c.article, c.quantity.value) == n) for n in (("a", 29), ("b", 75)))
    assert {found.kind for found in run.relations if {found.a, found.b} == {low, high}} == {expected}


def test_nor_was_one_of_an_unknown_day_that_is_given_again_later(rules: Rules) -> None:
    days = [
        reading(f"{n}.txt", told(value, "person"), lead=QUAKE, date=date)
        for n, (value, date) in enumerate([(52, None), (67, "2024-05-04"), (52, "2024-05-05")])
    ]
    assert [found.kind for found in related(days, rules).relations] == ["contradict", "agree", "diverge"]
    assert [found.kind for found in related(days[:2], rules).relations] == ["update"]


def test_the_missing_become_fewer(rules: Rules) -> None:
    days = [
        reading("a.txt", told(40, measure="missing", by="police"), lead=QUAKE, date="2024-05-03"),
        reading("b.txt", told(25, measure="missing", by="mayor"), lead=QUAKE, date="2024-05-04"),
    ]
    assert [found.kind for found in related(days, rules).relations] == ["update"]


CROWDS = [
    ("12 dead in Osk mine\n\nA blast in a mine in Osk killed 15 miners on Tuesday, police said.", ["contradict"]),
    ("12 dead in Osk blast\n\nA blast in a school in Osk killed 5 children on Tuesday, police said.", []),
]


@pytest.mark.parametrize(("text", "expected"), CROWDS, ids=["miners", "children"])
def test_two_words_for_one_crowd(text: str, expected: list[str]) -> None:
    relations = analyse([Article.from_text(text, date=DAY)]).relations
    assert [found.kind for found in relations if found.kind != "part_of"] == expected


def test_adults_and_children_of_another_article_make_the_total() -> None:
    texts = ("The attack in Osk killed 9 people, among them 4 children, police said.",
             "Four children and five adults were killed in the attack in Osk, police said.")  # fmt: skip
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    assert [(found.verdict, found.reasons) for found in run.sums] == [
        ("consistent", ("five + Four = 9; the total says 9",))
    ]
    assert not [found for found in run.relations if found.kind in ("contradict", "diverge")]


PAIRS_OF_TEXTS = [
    ("Ukraine said it had received 95 prisoners in an exchange with Russia on Friday.",
     "Russia handed over 95 Ukrainian prisoners in an exchange on Friday, its defence ministry said.", ["agree"]),
    ("The fire in Osk destroyed 120 homes.", "The fire in Osk damaged or destroyed 300 buildings, the chief said.", []),
    ("Protests drew 20,000 people in Lyon and 50,000 in Paris, police said.",
     "Unions said 45,000 people marched in Lyon and 120,000 in Paris.", ["contradict", "contradict"]),
    ("The Green Party won 34 of the 120 seats in Norland's parliament on Sunday, the commission said.",
     "The Green Party won 36 seats in Norland's election on Sunday, state television said.", ["contradict", "part_of"]),
    ("The opposition says 40 people died in the protests in Osk.",
     "The government rejected the figure of 40 deaths in the protests in Osk and said 14 people had died.",
     ["contradict", "contradict"]),
    ("At least 72 people, nine of them children, were killed in air strikes in Norland on Tuesday, a monitor said.",
     "Air strikes in Norland on Tuesday killed 19 people, six of them children, rescuers said.",
     ["contradict", "diverge", "part_of", "part_of", "part_of", "part_of"]),
    ("A mine blast in Osk killed nine miners on Monday, the owner said.",
     "Fifteen miners died in Monday's mine blast in Osk, police said. Doctors said one of the injured had died.",
     ["contradict"]),
    ("A storm has left 270 sailors stranded in Osk.", "About 40 sailors were still stranded in Osk after the storm.",
     ["update"]),
    ("Half of the 600 houses in Osk were destroyed, the mayor said.",
     "The governor said 320 houses were destroyed in Osk.", []),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS_OF_TEXTS)
def test_pairs_of_texts(left: str, right: str, expected: list[str]) -> None:
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", (left, right), strict=True))
    assert sorted(found.kind for found in run.relations) == expected


@pytest.mark.parametrize(("later", "expected"), [("41,552", "update"), ("57,167", "diverge")])
def test_an_epidemics_toll_creeps_up_and_does_not_leap_in_days(later: str, expected: str) -> None:
    texts = {"2020-08-30": "41,486", "2020-09-01": later}
    run = analyse(
        Article.from_text(f"Britain's coronavirus death toll stands at {toll}.", name=day, date=day)
        for day, toll in texts.items()
    )
    assert [found.kind for found in run.relations] == [expected]


@pytest.mark.parametrize(("who", "expected"), [("M23 rebels", "diverge"), ("The Congolese army", "update")])
def test_what_one_side_says_of_the_others_losses_is_no_later_count_of_theirs(who: str, expected: str) -> None:
    texts = (
        ("A battle near Sake on Sunday killed 12 Congolese soldiers, the Congolese army said on Monday.", "2025-02-03"),
        (f"{who} said on Tuesday that 150 Congolese soldiers had died in Sunday's battle near Sake.", "2025-02-04"),
    )
    run = analyse(Article.from_text(text, name=day, date=day) for text, day in texts)
    assert [found.kind for found in run.relations] == [expected]


WAR = "soldiers had been killed in Russia's war in Ukraine"


@pytest.mark.parametrize(
    ("who", "much", "expected"),
    [
        ("The European Union", "90,000", "diverge"),  # what one counts is not taken back by the other's later count
        ("Ukraine's army", "9,000", "update"),  # what two of one side count has risen
        ("Russia's army", "9,000", "diverge"),
    ],
)
@pytest.mark.parametrize("days", [(" as of November 30, 2022", " as of December 2, 2022"), ("", "")])
def test_of_a_wars_dead_one_sides_count_runs_on_and_brings_no_other_sides_up_to_date(
    who: str, much: str, expected: str, days: tuple[str, str]
) -> None:
    texts = (
        f"{who} said that {much} Ukrainian {WAR}{days[0]}.",
        f"Ukraine's government said that 12,500 Ukrainian {WAR}{days[1]}.",
    )
    run = analyse(Article.from_text(text, name=name) for name, text in zip("ab", texts, strict=True))
    assert [found.kind for found in run.relations] == [expected]


@pytest.mark.parametrize(("where", "expected"), [("Ukraine", "update"), ("Kherson", "diverge")])
def test_the_land_of_the_side_that_counts_is_no_narrower_place_of_a_wars_dead(where: str, expected: str) -> None:
    war = "Russia's war in Ukraine goes on."
    texts = (
        f"{war} Ukraine's army said 9,000 Ukrainian soldiers had died in {where}.",
        f"{war} Ukraine's government said 12,500 Ukrainian soldiers had died.",
    )
    run = analyse(Article.from_text(text, name=name) for name, text in zip("ab", texts, strict=True))
    assert [found.kind for found in run.relations] == [expected]


@pytest.mark.parametrize(("hedge", "expected"), [("possibly ", "compatible"), ("", "diverge")])
def test_an_upper_bound_that_is_only_possible_gainsays_no_count(hedge: str, expected: str) -> None:
    blast = "after the explosion at a fuel depot in Lagos"
    texts = (f"Some people said 20 had died {blast}.", f"The mayor said {hedge}up to 100 people had died {blast}.")
    run = analyse(Article.from_text(text, name=name) for name, text in zip("ab", texts, strict=True))
    assert [found.kind for found in run.relations] == [expected]


@pytest.mark.parametrize(("dead", "disputes"), [(" Some 3,100 Ukrainian soldiers were killed, he said.", 0), ("", 2)])
def test_troops_lost_who_are_casualties_beside_fewer_dead_are_no_dead(dead: str, disputes: int) -> None:
    lost = "Ukraine has suffered 44,000 casualties in Russia's war in Ukraine. It has lost 44,000 soldiers in the war."
    texts = (f"{lost}{dead}", f"Ukraine's government said that 3,100 Ukrainian {WAR}.")
    run = analyse(Article.from_text(text, name=name) for name, text in zip("ab", texts, strict=True))
    assert sum(found.kind in ("diverge", "contradict") for found in run.relations) == disputes


def test_a_number_that_a_text_gives_again_in_its_own_words_is_still_that_of_who_gave_it() -> None:
    text = (
        f"Up to 12,500 Ukrainian {WAR}, Ukraine's government said.\n\nThe European Union said that 90,000 Ukrainian "
        f"{WAR}. A film in which 90,000 Ukrainian {WAR} was shown in Oslo."
    )
    other = f"The European Union said that 90,000 Ukrainian {WAR}."
    run = analyse([Article.from_text(text, name="a"), Article.from_text(other, name="b")])
    of = {claim.id: claim.quantity.value for reading in run.readings for claim in reading.claims}
    disputes = [{of[found.a], of[found.b]} for found in run.relations if found.kind in ("diverge", "contradict")]
    assert disputes == [{12_500, 90_000}] * 3


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Nepal's health ministry", "Nepal's police", "update"),
        ("Nepal's health ministry", "the Red Cross", "contradict"),
    ],
)
def test_what_two_offices_of_one_state_count_in_a_day_has_risen(one: str, other: str, expected: str) -> None:
    texts = (
        f"A bus fell into a gorge near Dhading on Saturday, killing 13 people, {one} said.",
        f"The bus that fell into a gorge near Dhading on Saturday killed 17 people, {other} said.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    assert [found.kind for found in run.relations] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nepal's army had said earlier that the bus crash near Dhading killed 13 people.",
        "Nepal's army had put the dead of the bus crash near Dhading at 13 in an earlier statement, a paper wrote.",
        "Earlier, Nepal's army said that the bus crash near Dhading had killed 13 people.",
        "That is above the earlier estimate of 13 deaths in the bus crash near Dhading, the Red Cross said.",
    ],
)
def test_what_was_said_earlier_is_brought_up_to_date(text: str) -> None:
    lead = "A bus fell into a gorge near Dhading on Saturday, killing 17 people, the Red Cross said. "
    run = analyse([Article.from_text(lead + text, name="a", date=DAY)])
    assert [found.kind for found in run.relations] == ["update"]


LIVE = """Floods kill 14 people

{} p.m.

The governor says 14 people have died in the floods in Larkin.

{} a.m.

An official says four people have died in the floods in Larkin.
"""


@pytest.mark.parametrize(("times", "live"), [(("2:40", "9"), True), (("From 2:40", "9"), False)])
def test_entries_of_a_live_page_bring_a_count_up_to_date(times: tuple[str, str], live: bool) -> None:
    run = analyse([Article.from_text(LIVE.format(*times), name="a", date=DAY)])
    value = {claim.id: claim.quantity.value for claim in run.claims}
    found = {(value[each.a], value[each.b]) for each in run.relations if each.kind == "update"}
    assert found == ({(4, 14)} if live else set())


@pytest.mark.parametrize(
    "told",
    [
        "Police in Izmir said 30 people had died. An earlier statement spoke of 12 dead.",
        "Police in Izmir said 30 people had died; an earlier statement spoke of 12 dead.",
        "Initial reports said 12 people had died, but police in Izmir later said 30 had died.",
        "Police in Izmir said 30 people had died, after at first giving a toll of 12.",
        "Police in Izmir, who had first said 12 people had died, put the toll at 30.",
        "The toll in Izmir rose from an initial count of 12 dead to 30 dead.",
    ],
)
def test_what_was_said_at_first_is_brought_up_to_date(told: str) -> None:
    run = analyse([Article.from_text(told, name="a", date=DAY)])
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert [(value[each.a], value[each.b], each.kind) for each in run.relations] == [(12, 30, "update")]


@pytest.mark.parametrize(
    ("denial", "expected"),
    [
        ("denied that the 21 girls were exchanged for prisoners", []),
        ("denied that 21 girls were freed", ["contradict"]),
        ("denied that the group freed the 21 girls", ["contradict"]),
    ],
)
def test_who_denies_another_deed_does_not_deny_how_many_they_are(denial: str, expected: list[str]) -> None:
    text = f"Gunmen freed 21 girls near Gwoza on Thursday, the army said. The information minister {denial}."
    run = analyse([Article.from_text(text, name="a", date=DAY)])
    assert [found.kind for found in run.relations] == expected


SHELLS = (
    "Rockets on two districts of Osk killed 14 people and wounded 44 on Sunday. Police said that nine people were "
    "killed and 31 others were wounded as rockets fell on the park. More rockets later hit a street of Dol, "
    "killing five people and wounding several."
)
STRIKES = (
    "Rockets wounded 72 people in Osk on Monday. Police said that 19 people were wounded near the park. In the morning "
    "seven people were wounded at the market. Later in the evening 46 people were wounded in the Dol district."
)


def test_parts_of_a_toll_leave_what_another_article_tells_of_other_things() -> None:
    quake = "A quake in Osk killed 11 people and destroyed 44 homes on Sunday, the army said."
    other = "The quake in Osk killed eight soldiers and three civilians on Sunday and destroyed 90 homes, rebels said."
    run = analyse([Article.from_text(text, name=name, date=DAY) for name, text in (("a", quake), ("b", other))])
    value = {claim.id: claim.quantity.value for claim in run.claims}
    disputes = {frozenset((value[r.a], value[r.b])) for r in run.relations if r.kind in ("diverge", "contradict")}
    assert frozenset((44, 90)) in disputes


@pytest.mark.parametrize("text", [SHELLS, STRIKES], ids=["two places", "a row"])
def test_parts_that_add_up_dispute_neither_the_total_nor_each_other(text: str) -> None:
    run = analyse([Article.from_text(text, name="a", date=DAY)])
    assert [found.verdict for found in run.sums] == ["consistent"]
    assert not [found.kind for found in run.relations if found.kind in ("diverge", "contradict")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A shooting in Osk wounded 53 people on Sunday.", "In Osk 27 survivors are being treated at one hospital."),
        ("Police in Osk arrested 72 people in a protest on Sunday.", "In Osk two were remanded in custody."),
        ("A lorry in Osk killed 40 people on Sunday.", "The lorry mowed down several hundred people in Osk."),
        ("A quake killed 39 people in one house in Osk on Sunday.", "Two others died elsewhere in the city."),
    ],
)
def test_some_of_them_and_those_of_another_fate_or_place_dispute_nothing(first: str, second: str) -> None:
    texts = {"a": first, "b": f"{first} {second}"}
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in texts.items())
    assert not [found.kind for found in run.relations if found.kind in ("diverge", "contradict", "update")]


def test_a_denied_sum_is_not_what_a_story_gives_of_another_deal() -> None:
    lead = "Osk Rovers sold Ivo Dahl to Dol City on Friday, a day before the transfer window shut. "
    texts = (
        f"{lead}The Dol striker joined them in a 25 million euro deal.",
        f"{lead}Vest Town denied that they had bid 25 million euros for the goalkeeper Odd Lund.",
        f"{lead}Vest Town made a bid of 25 million euros for Odd Lund, the goalkeeper.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("abc", texts, strict=True))
    article = {claim.id: claim.article for claim in run.claims}
    found = {(article[each.a], article[each.b]) for each in run.relations if each.kind == "contradict"}
    assert found == {("b", "c")}


def test_what_a_later_article_calls_the_previous_toll_stood_after_the_earlier_article() -> None:
    lead = "A bomb hit a bus convoy outside Osk on Saturday, killing people who were leaving the town of Dol. "
    texts = (
        (lead + "The Osk Monitor said 24 people were killed.", "2024-05-11"),
        (lead + "The Osk Monitor said 126 people were killed, updating a previous toll of 112.", "2024-05-12"),
    )
    run = analyse(Article.from_text(text, name=day, date=day) for text, day in texts)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    found = {(value[each.a], value[each.b]): each.kind for each in run.relations}
    assert found == {(24, 112): "update", (24, 126): "update", (112, 126): "update"}


def test_who_is_for_it_is_no_rival_of_who_is_against_it() -> None:
    lead = "The Osk Institute asked 1,000 voters about the new tram line on Friday. "
    texts = (
        lead + "Some 44 percent of voters back the line, the institute said.",
        lead + "Some 47 percent of voters oppose the line, the institute said.",
        lead + "More than two fifths of voters back the line, the institute said.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("abc", texts, strict=True))
    value = {claim.id: claim.quantity.value for claim in run.claims}
    found = {(value[each.a], value[each.b]): each.kind for each in run.relations if value[each.a] != value[each.b]}
    assert found == {(44, 40): "compatible"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The CGT union said 3.5 million people marched across the country on Thursday.",
         "Some 1.08 million people marched throughout France on Thursday, the interior ministry said."),
        ("In Paris alone 800,000 people marched in France's pension protest on Thursday, the CGT union said.",
         "In Paris 119,000 people marched in France's pension protest on Thursday, the interior ministry said."),
    ],
)  # fmt: skip
def test_two_counts_of_one_extent_are_rivals(left: str, right: str) -> None:
    lead = "Workers in France marched against the pension reform on Thursday. "
    run = analyse(
        Article.from_text(lead + text, name=name, date=DAY) for name, text in zip("ab", (left, right), strict=True)
    )
    assert [relation.kind in ("contradict", "diverge") for relation in run.relations] == [True]


def test_a_count_at_one_spot_does_not_contradict_the_count_of_its_town() -> None:
    texts = (
        "At least 129 people were killed in Friday's attacks in Osk, the interior ministry of Osk said.",
        "Eighty-nine people were killed at the Bellevue in Friday's attacks in Osk, the interior ministry of Osk said.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    assert "contradict" not in {relation.kind for relation in run.relations}


@pytest.mark.parametrize(("jobs", "expected"), [("about 10,000", ["agree"]), ("4,000", [])])
def test_workers_laid_off_are_jobs_cut_where_the_numbers_meet(jobs: str, expected: list[str]) -> None:
    texts = (
        "Osk Steel will lay off 10,000 employees at its mill in Osk, the company said on Friday.",
        f"Osk Steel plans to cut {jobs} jobs at its mill in Osk, the union said on Friday.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("ab", texts, strict=True))
    assert [relation.kind for relation in run.relations] == expected


@pytest.mark.parametrize(
    ("repeated", "expected"),
    [("Rockets killed five people in Kano on Monday.", "diverge"), ("Rockets hit Kano on Monday.", "contradict")],
)
def test_a_headline_that_its_text_takes_up_is_no_rival_of_another_source_there(repeated: str, expected: str) -> None:
    text = f"Five people killed in Kano\n\n{repeated} A doctor in Kano said three people were killed there on Monday."
    run = analyse([Article.from_text(text, date=DAY)])
    headline, *_, doctor = run.claims
    (kind,) = [one.kind for one in run.relations if {one.a, one.b} == {headline.id, doctor.id}]
    assert kind == expected


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Chad has denied using gas during the six-year war which has killed 300,000 people.", False),
        ("Chad denied any role in the attack, which killed 40 people.", False),
        ("Chad denied killing 40 people after the raid.", True),
        ("Chad denied that 40 people had died after the raid.", True),
    ],
)
def test_what_is_taken_for_granted_is_not_denied(text: str, denied: bool) -> None:
    claim = analyse([Article.from_text(text, date=DAY)]).claims[-1]
    assert (claim.attribution is not None and claim.attribution.manner == "denies") == denied


@pytest.mark.parametrize(
    ("total", "day", "verdict"),
    [
        ("47", DAY, "contradict"),
        ("47", "2020-12-05", "diverge"),
        ("48", DAY, "consistent"),
        ("about 50", DAY, "consistent"),
    ],
)
def test_few_that_one_sentence_lists_are_the_total_of_another_text_to_the_unit(
    total: str, day: str, verdict: str
) -> None:
    listed = "The dead were 22 men, 16 women and 10 children, an official in Kumasi said of Wednesday's bus crash."
    summed = f"A bus fell into a gorge near Kumasi on Wednesday in a crash that killed {total} people, police said."
    run = analyse([Article.from_text(listed, name="a", date=DAY), Article.from_text(summed, name="b", date=day)])
    assert [found.verdict for found in run.sums] == [verdict]


@pytest.mark.parametrize(
    ("first", "when", "expected"),
    [
        ("up to 200", "", "diverge"),
        ("up to 200", " on Thursday", "update"),
        ("at least 200", "", "update"),
        ("200", "", "update"),
    ],
)
def test_who_sets_an_upper_bound_counts_on_but_on_the_day(first: str, when: str, expected: str, rules: Rules) -> None:
    texts = (
        f"A raid on the town of Kolo killed {first} people{when}, experts said.",
        "The raid on Kolo left 400 dead, villagers said.",
    )
    days = ("2020-12-03", "2020-12-05")
    run = analyse([Article.from_text(text, name=day, date=day) for text, day in zip(texts, days, strict=True)], rules)
    assert [relation.kind for relation in run.relations] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police have not named the two people killed in the fire in Osk.", []),
        ("Police need not wait for names to mourn the two people killed in the fire in Osk.", []),
        ("The fire in Osk on Monday did not kill two people.", ["contradict"]),
        ("It is not true that two people were killed in the fire in Osk.", ["contradict"]),
    ],
)
def test_what_another_verb_is_denied_of_is_taken_for_granted(text: str, expected: list[str]) -> None:
    stated = "A fire in Osk killed two people on Monday, the fire brigade said."
    run = analyse(Article.from_text(told, name=name, date=DAY) for name, told in zip("ab", (stated, text), strict=True))
    assert [found.kind for found in run.relations if found.kind != "agree"] == expected


@pytest.mark.parametrize("times", [("2:40", "9"), ("4:10", "11")])
def test_entries_of_a_live_page_set_nobody_against_another(times: tuple[str, str]) -> None:
    other = Article.from_text("Three people have died in the floods in Larkin.", name="b", date=DAY)
    articles = [Article.from_text(LIVE.format(*times), name="a", date=DAY), other]
    run = analyse(articles)
    value = {claim.id: claim.quantity.value for claim in run.claims}
    assert {(value[each.a], value[each.b]) for each in run.relations if each.kind == "update"} == {
        (3, 4),
        (3, 14),
        (4, 14),
    }
    assert not [each for each in run.relations if each.kind in ("diverge", "contradict")]


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        ("The forest fire near Larkin burned 19,000 acres.", "The forest fire near Larkin burned 36,000 acres and is "
         "expected to be contained by Thursday, firefighters said.", "update"),
        ("The storm in Larkin cut power to thousands.", "The storm in Larkin left 500,000 customers without power.",
         "update"),
        ("The storm in Larkin left 500,000 customers without power.",
         "The storm in Larkin left 32,000 customers without power.", "update"),
    ],
)  # fmt: skip
def test_what_runs_on_is_no_dispute(first: str, later: str, expected: str) -> None:
    days = ("2020-12-07", "2020-12-08")
    run = analyse(Article.from_text(text, name=day, date=day) for text, day in zip((first, later), days, strict=True))
    assert [found.kind for found in run.relations] == [expected]
    (found,) = run.relations
    assert (found.a, found.b) == tuple(claim.id for claim in sorted(run.claims, key=lambda c: c.article))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blasts in Osk killed 31 people on Monday. The city lost two people whom all knew, Ana Roe said.", []),
        ("The storm in Osk left thousands of homes without power. It left 32,000 homes without power in all, officials "
         "said.", ["compatible"]),
        ("Thousands of people marched in Osk on Monday. The organisers said that 50,000 people marched.", ["diverge"]),
        ("About 40,000 people marched in Osk on Monday. The police put the crowd at 12,000.", ["diverge"]),
        ("A bus fell off a road in the hills. The police in Lima said that 12 people were killed. The fire service in "
         "Ica said that 15 people were killed.", ["contradict"]),
        ("Police said that rockets killed 27 people in Osk on Monday. In the evening seven people were killed there, "
         "police said.", []),
        ("Police said that a blast killed 27 people in Osk on Monday. A hospital said that seven people were killed.",
         ["contradict"]),
    ],
)  # fmt: skip
def test_one_text_tells_of_some_and_of_all(text: str, expected: list[str]) -> None:
    run = analyse([Article.from_text(text, name="a", date="2020-12-08")])
    assert [found.kind for found in run.relations] == expected


def test_some_of_those_whom_an_article_counts_dispute_no_other_articles_count() -> None:
    texts = (
        "Blasts in Osk killed 31 people on Monday. The city lost two people whom all knew, Ana Roe said.",
        "Blasts killed 31 people in Osk on Monday.",
    )
    run = analyse(Article.from_text(text, name=name, date="2020-12-08") for name, text in zip("ab", texts, strict=True))
    assert [found.kind for found in run.relations] == ["agree"]


@pytest.mark.parametrize(("many", "kinds"), [("At least 42", ["update"]), ("At least 640", [])])
def test_a_war_told_beside_a_blast_of_a_known_event_parts_no_near_counts(many: str, kinds: list[str]) -> None:
    opening = "The exodus from Nagorno-Karabakh went on."
    told = (
        f"{opening} A blast at a depot near Stepanakert killed 39 people on Monday.",
        f"{opening} {many} people died near Stepanakert on Monday, in a land at war for years.",
    )
    texts = zip("ab", told, strict=True)
    run = analyse(Article.from_text(text, name=name, date="2023-09-27") for name, text in texts)
    assert [found.kind for found in run.relations] == kinds


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        ("In Lund, marchers blocked a road. Police arrested a dozen people, officers said.",
         "Police arrested 102 people in Turku at a protest on Sunday.", 2),
        ("In Turku, marchers blocked a road. Police arrested about 100 people, officers said.",
         "Police arrested 102 people in Turku at a protest on Sunday.", 1),
    ],
)  # fmt: skip
def test_arrests_at_marches_in_two_towns_are_two_counts(one: str, other: str, figures: int) -> None:
    lead = "Protests over the new law went on in many towns on Sunday."
    texts = zip("ab", (one, other), strict=True)
    run = analyse(Article.from_text(f"{lead}\n\n{text}", name=name, date="2020-12-07") for name, text in texts)
    assert len(run.figures) == figures
    assert not [found for found in run.relations if found.kind in ("diverge", "contradict")]


@pytest.mark.parametrize("place", ["St. Paul", "Port St. Lucie", "Mt. Vernon"])
def test_a_stop_inside_of_a_name_does_not_end_the_place(place: str) -> None:
    (claim,) = analyse([Article.from_text(f"Police arrested 12 people in {place} on Sunday.", date=DAY)]).claims
    assert claim.description.place is not None
    assert claim.description.place.value == place


@pytest.mark.parametrize(("who", "sides"), [("Osk officials", 0), ("the Red Cross", 1)])
def test_officials_of_a_town_are_set_against_nobody(who: str, sides: int) -> None:
    texts = (
        f"A bus fell into a gorge near Dhading on Saturday, killing 13, the army said. {who} said 8 were killed.",
        "The bus that fell into a gorge near Dhading on Saturday killed 17 people.",
        "The bus that fell into a gorge near Dhading on Saturday killed 21 people.",
    )
    run = analyse(Article.from_text(text, name=name, date=DAY) for name, text in zip("abc", texts, strict=True))
    value = {claim.id: claim.quantity.value for claim in run.claims}
    kinds = [found.kind for found in run.relations if {value[found.a], value[found.b]} == {17, 21}]
    assert [kind in ("contradict", "diverge") for kind in kinds] == [bool(sides)]


@pytest.mark.parametrize(("what", "kinds"), [("miners from Osk", []), ("foreigners", ["contradict"])])
def test_two_parts_of_the_wounded_are_no_dispute(what: str, kinds: list[str]) -> None:
    texts = (
        "A blast in Larkin wounded 36 people on Monday. Twelve of the wounded were foreigners, the mayor said.",
        f"A blast in Larkin wounded 36 people on Monday. Six of the wounded were {what}, the army said.",
    )
    run = analyse(Article.from_text(text, name=name, date="2020-12-08") for name, text in zip("ab", texts, strict=True))
    assert [found.kind for found in run.relations if found.kind in ("contradict", "diverge")] == kinds


NARROWER = [
    ("In the last 24 hours 28 people died. Since June 1,061 people have died.", "28", "1,061", "RL3560"),
    ("The floods killed at least 24 people. 16 deaths were reported in Greenbrier County.", "16", "24", "RL3561"),
    ("The quake in Morocco killed 2,012 people. It killed 1,293 in Al Haouz.", "1,293", "2,012", "RL3561"),
    (
        "Azerbaijan lost 749 tanks in the Second Karabakh War. In the last 24 hours 13 tanks were destroyed.",
        "13",
        "749",
        "RL3560",
    ),
    ("The earthquake killed at least 272 people. Two Canadians were killed.", "Two", "272", "RL3562"),
]


@pytest.mark.parametrize(("text", "part", "whole", "rule"), NARROWER)
def test_the_count_of_a_day_a_place_and_a_people_is_part_of_all(
    text: str, part: str, whole: str, rule: str, rules: Rules
) -> None:
    ((relation, said),) = [(r, r.rules) for r in told_of(text, rules).relations if r.kind == "part_of"]

    assert (numbers(text, rules)[relation.a], said) == (part, (rule,))
    assert whole in numbers(text, rules)[relation.b]


@pytest.mark.parametrize(
    "text",
    [
        "Bombs killed 73 in a market of Baghdad. Seven others were killed elsewhere.",
        "Floods killed 24 people, officials said. Police counted 16 dead in Greenbrier County.",
        "A bomb killed 18 people in Kolo. A bomb killed five people in Tamba.",
        "The lab reported three cases on Monday. Two cases were earlier reported in Kolo County.",
        "Almost daily raids left three guards dead. More than 165 people have been killed.",
    ],
)
def test_the_count_of_another_happening_or_another_voice_is_no_part(text: str, rules: Rules) -> None:
    assert not [r for r in told_of(text, rules).relations if r.kind == "part_of"]


def test_a_part_is_told_of_its_whole_in_headline_and_text(rules: Rules) -> None:
    text = "Raid kills 40 civilians\n\nA raid killed 40 civilians. Among the dead were seven women."

    assert [r.kind for r in told_of(text, rules).relations] == ["agree", "part_of", "part_of"]


def test_a_few_things_that_are_told_twice_are_no_part_of_two_numbers(rules: Rules) -> None:
    text = "The team scored on three of its last 16 drives. Earlier it scored on 16 of its drives, and on three."

    assert len([r for r in told_of(text, rules).relations if r.kind == "part_of"]) == 1


def test_the_number_of_a_siege_s_day_puts_two_undated_counts_in_order(rules: Rules) -> None:
    bulletin = "On the {} day of the siege of Kolo the ministry of Chad said {} children had been born in Kolo."
    texts = {"a.txt": bulletin.format("60th", 220), "b.txt": bulletin.format("37th", 142)}

    run = analyse([Article.from_text(text, name=name) for name, text in texts.items()], rules)

    ((relation, said),) = [(r, r.rules) for r in run.relations]
    assert (relation.kind, said) == ("update", ("RL3600",))
    assert "142, then 220" in relation.reasons[0]


def told_of(text: str, rules: Rules) -> Analysis:
    return analyse([Article.from_text(text, name="a.txt")], rules)


def numbers(text: str, rules: Rules) -> dict[str, str]:
    """The number of each claim as written, by the claim's id."""
    claims = [c for reading in told_of(text, rules).readings for c in reading.claims]
    return {c.id: text[c.quantity.start : c.quantity.end] for c in claims}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2008-10-22", "Georgia lists 362 fallen soldiers."), ("2009-08-08", "Georgia lost 412 soldiers."), "update"),
        ((None, "Georgia lists 362 fallen soldiers."), ("2009-08-08", "Georgia lost 412 soldiers."), "update"),
        (("2008-10-22", "The war killed 600 people."), ("2009-08-08", "The war killed 850 people."), "update"),
        (("2008-10-22", "Georgia lists 412 fallen soldiers."), ("2009-08-08", "Georgia lost 362 soldiers."), "diverge"),
        (
            ("2008-10-22", "Georgia lists 362 fallen soldiers."),
            ("2009-08-08", "Russia's army chief said Georgia lost 412 soldiers."),
            "diverge",
        ),
    ],
)
def test_the_dead_of_a_war_are_counted_on_for_years(
    one: tuple[str | None, str], other: tuple[str | None, str], expected: str
) -> None:
    head = "Georgia and Russia fought a five-day war in the summer.\n\nThe war was short.\n\n"
    articles = [
        Article.from_text(head + text, name=f"{n}.txt", date=date) for n, (date, text) in enumerate((one, other))
    ]
    run = analyse(articles)
    claims = {c.id: c.quantity.value for reading in run.readings for c in reading.claims}
    kinds = {r.kind for r in run.relations if {claims[r.a], claims[r.b]} <= {362, 412, 600, 850}}
    assert kinds == {expected}
