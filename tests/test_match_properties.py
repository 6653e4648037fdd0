"""What must hold for any set of articles: order, copies and strangers change no group; no group holds a vetoed pair."""

from __future__ import annotations

import random
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import reading, told

from claimcheck.pipeline import load_rules
from claimcheck.records import Reading
from claimcheck.slots import Book, subject_of
from claimcheck.stages.compare import compare
from claimcheck.stages.match import explainer, match
from claimcheck.stages.match.clusters import VETO
from claimcheck.stages.match.weights import Counts

pytestmark = pytest.mark.once
RULES = load_rules()
LEADS = (
    "A strong earthquake struck Aceh in Indonesia on Tuesday, flattening houses in Bener Meriah, officials said.",
    "Shelling of the market in Horlivka went on near Donetsk while shells fell on Makiivka, residents said.",
    "A ferry capsized off Zanzibar with many passengers on board, the harbour master of Dar es Salaam said.",
)
CLAIM = st.builds(
    told,
    st.sampled_from([1, 5, 7, 24, 25, 40, 300, 1_275, 40_000]),
    st.sampled_from(["person", "civilian", "soldier", "child"]),
    st.sampled_from(["killed", "injured", None]),
    qualifier=st.sampled_from(["exact", "at_least", "about"]),
    party=st.sampled_from([None, None, "Armenia", "both"]),
    place=st.sampled_from([None, None, "Homs", "Aleppo"]),
    by=st.sampled_from([None, None, "UN", "Armenian government"]),
    event=st.sampled_from([None, None, None, "second-karabakh-war"]),
)
ARTICLES = st.lists(st.tuples(st.sampled_from(LEADS), st.lists(CLAIM, min_size=1, max_size=4)), min_size=1, max_size=6)
DATES = (None, "2013-07-02", "2013-07-03")


def build(articles: list[tuple[str, list[dict[str, object]]]]) -> list[Reading]:
    return [reading(f"{n}.txt", *claims, lead=lead, date=DATES[n % 3]) for n, (lead, claims) in enumerate(articles)]


def groups(readings: list[Reading]) -> set[frozenset[str]]:
    return {frozenset(figure.claims) for figure in match(readings, RULES)}


@given(ARTICLES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_changes_nothing(
    articles: list[tuple[str, list[dict[str, object]]]], chance: random.Random
) -> None:
    readings = build(articles)
    shuffled = chance.sample(readings, len(readings))
    assert match(readings, RULES) == match(shuffled, RULES)


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_every_claim_is_in_one_figure_and_no_figure_holds_a_vetoed_pair(
    articles: list[tuple[str, list[dict[str, object]]]],
) -> None:
    readings = build(articles)
    figures = match(readings, RULES)
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    assert sorted(i for figure in figures for i in figure.claims) == sorted(claims)
    explain = explainer(readings, RULES)
    for figure in figures:
        for a, b in combinations(figure.claims, 2):
            assert explain(claims[a], claims[b]).blocked_by is None


@given(ARTICLES)
@settings(max_examples=40, deadline=None)
def test_a_copy_of_an_article_joins_its_figures(articles: list[tuple[str, list[dict[str, object]]]]) -> None:
    readings = build(articles)
    first = readings[0]
    article = msgspec.structs.replace(first.article, name="zz-copy.txt")
    copies = tuple(msgspec.structs.replace(c, id=c.id + "-copy", article=article.name) for c in first.claims)
    copy = msgspec.structs.replace(first, article=article, claims=copies)
    with_copy = {frozenset(i for i in group if not i.endswith("-copy")) for group in groups([*readings, copy])}
    assert with_copy == groups(readings)


def test_fifty_strangers_change_no_group() -> None:
    articles = [
        (LEADS[0], [told(5), told(24, measure="injured")]),
        (LEADS[0], [told(7), told(200, measure="injured")]),
        (LEADS[1], [told(5), told(9, "civilian")]),
    ]
    readings = build(articles)
    strangers = [
        reading(
            f"s{n}.txt",
            told(100 + n, "house", "destroyed"),
            told(n + 1),
            lead=f"The council of Town{chr(65 + n % 26)}{chr(97 + n // 26)} voted on Budget{n} in a long meeting.",
        )
        for n in range(50)
    ]
    ids = {claim.id for reading in readings for claim in reading.claims}
    assert {group for group in groups([*readings, *strangers]) if group <= ids} == groups(readings)


@given(ARTICLES)
@settings(max_examples=40, deadline=None)
def test_swapping_two_articles_keeps_relations(articles: list[tuple[str, list[dict[str, object]]]]) -> None:
    readings = build(articles)
    turned = [
        msgspec.structs.replace(
            r,
            article=msgspec.structs.replace(r.article, name=f"x{len(readings) - n}.txt"),
            claims=tuple(msgspec.structs.replace(c, article=f"x{len(readings) - n}.txt") for c in r.claims),
        )
        for n, r in enumerate(readings)
    ]
    assert kinds(readings) == kinds(turned)


def kinds(readings: list[Reading]) -> set[tuple[frozenset[str], str]]:
    relations, _ = compare(readings, match(readings, RULES), RULES)
    return {(frozenset((relation.a, relation.b)), relation.kind) for relation in relations}


@pytest.mark.parametrize("size", [1, 2])
def test_no_articles_or_no_claims_give_no_figures(size: int) -> None:
    assert match([reading(f"{n}.txt", lead="Nothing is counted here.") for n in range(size)], RULES) == ()


def test_what_a_pair_weighs_hangs_on_no_pair_that_was_weighed_before() -> None:
    """ "50 dead on the Malian side", "12 Malian soldiers died" are of one side; not "50 died", "12 Malian soldiers"."""
    book = RULES.once(Book)
    made = reading("a.txt", told(50, party="Mali"), told(12, "soldier", party="Mali"), told(50))
    sided, soldiers, bare = (subject_of(claim, "~raid", book, made) for claim in made.claims)
    counts = Counts([sided, soldiers, bare], book)
    first = counts.weight(0, 1, "unknown", False)
    assert first > counts.weight(2, 1, "unknown", False) > VETO
    assert Counts([bare, soldiers], book).weight(0, 1, "unknown", False) == counts.weight(2, 1, "unknown", False)
