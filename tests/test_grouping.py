"""What grouping made-up claims costs as they become more, and how many pairs are right: the benchmark, small."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from clock import assert_in_proportion
from making import reading, told

from benchmarks.grouping import pairs_right, readings
from claimcheck import workers
from claimcheck.pipeline import load_rules
from claimcheck.records import Reading
from claimcheck.stages.compare import compare
from claimcheck.stages.match import match

pytestmark = pytest.mark.once
RULES = load_rules()
WAR = (
    "Shelling of the market in Horlivka went on near Donetsk while shells fell on Makiivka, residents said on Tuesday."
)


def relate(made: list[Reading]) -> None:
    """All that is done with readings, in one process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "processes", lambda: 1)
        compare(made, match(made, RULES), RULES)


def of_many(count: int) -> list[Reading]:
    """Articles on as many happenings as news tells of."""
    return readings(count)[0]


def of_one_war(count: int) -> list[Reading]:
    """Articles on one happening, each with a claim of its own number, people, place and day."""
    return [
        reading(
            f"{n:05d}.txt",
            told(
                20 + n % 997,
                ("person", "civilian", "soldier", "child")[n % 4],
                ("killed", "injured", None)[n % 3],
                place=("Homs", "Aleppo", None)[n % 5 % 3],
                event="syrian-civil-war",
            ),
            lead=WAR,
            date=f"2017-04-{n % 28 + 1:02d}",
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("make", [of_many, of_one_war], ids=["many happenings", "one war"])
def test_claims_of_many_articles_take_time_in_proportion(make: Callable[[int], list[Reading]]) -> None:
    assert_in_proportion(relate, make, 500, 6)


@pytest.mark.parametrize(("make", "count"), [(of_many, 1500), (of_one_war, 600)], ids=["many happenings", "one war"])
def test_any_number_of_processes_gives_the_same(
    make: Callable[[int], list[Reading]], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(count)
    for name in ("", ".stories", ".events", ".episodes", ".grouping"):
        monkeypatch.setattr(import_module(f"claimcheck.stages.match{name}"), "_SHARE", 50)
    monkeypatch.setattr(import_module("claimcheck.stages.match.episodes"), "_PAIRS", 50)
    monkeypatch.setattr(import_module("claimcheck.stages.match.grouping"), "_PART", 50)
    monkeypatch.setattr(import_module("claimcheck.stages.compare"), "_SHARE", 50)
    found = []
    for processes in (1, 3):
        monkeypatch.setattr(workers, "processes", lambda processes=processes: processes)
        figures = match(made, RULES)
        found.append((figures, compare(made, figures, RULES)))
    assert found[0] == found[1]


def test_most_pairs_of_made_up_claims_are_right() -> None:
    made, truth = readings(4000)
    precision, recall = pairs_right([figure.claims for figure in match(made, RULES)], truth)
    assert precision > 0.975
    assert recall > 0.97
