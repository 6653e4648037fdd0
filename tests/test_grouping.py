"""What grouping made-up claims costs as they become more, and how many pairs are right: the benchmark, small."""

from __future__ import annotations

import time
from importlib import import_module

import pytest
from making import reading, told

from benchmarks.grouping import pairs_right, readings
from claimcheck import workers
from claimcheck.records import Reading
from claimcheck.rules import load
from claimcheck.stages.compare import compare
from claimcheck.stages.match import match

RULES = load()
WAR = (
    "Shelling of the market in Horlivka went on near Donetsk while shells fell on Makiivka, residents said on Tuesday."
)


def seconds(made: list[Reading]) -> float:
    """Processor seconds of one process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "processes", lambda: 1)
        start = time.process_time()
        compare(made, match(made, RULES), RULES)
        return time.process_time() - start


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


@pytest.mark.parametrize("made", [lambda count: readings(count)[0], of_one_war], ids=["many happenings", "one war"])
def test_claims_of_many_articles_take_time_in_proportion(made: object) -> None:
    assert callable(made)
    seconds(made(100))
    # Four times the claims: about four times the time; a way that is quadratic takes sixteen times.
    assert seconds(made(4000)) < 0.3 + 8 * seconds(made(1000))


@pytest.mark.parametrize("made", [readings(3000)[0], of_one_war(1200)], ids=["many happenings", "one war"])
def test_any_number_of_processes_gives_the_same(made: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("match", "match.leads", "match.events", "match.clusters", "match.grouping", "compare"):
        monkeypatch.setattr(import_module(f"claimcheck.stages.{name}"), "_SHARE", 100)
    found = []
    for count in (1, 2, 3):
        monkeypatch.setattr(workers, "processes", lambda count=count: count)
        figures = match(made, RULES)
        found.append((figures, compare(made, figures, RULES)))
    assert found[0] == found[1] == found[2]


def test_most_pairs_of_made_up_claims_are_right() -> None:
    made, truth = readings(4000)
    precision, recall = pairs_right([figure.claims for figure in match(made, RULES)], truth)
    assert precision > 0.96
    assert recall > 0.93
