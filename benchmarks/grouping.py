"""Grouping made-up claims with a planted truth: how long it takes, how much memory, how many pairs are right.

    python benchmarks/grouping.py [1000 10000 100000]

Seconds are the processors', all processes together, and those on the clock.

Each event has a place, a day, names of its own and a few figures (dead, injured, missing, homes, a side's in a clash);
each article of it tells some of them, in its own numbers, and leaves slots out.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.pipeline import load_rules
from claimcheck.records import Article, Claim, Description, Fact, Period, Quantity, Range, Reading, Segments, Sentence
from claimcheck.stages.compare import compare
from claimcheck.stages.match import match

KINDS = {
    "earthquake": "struck shaking rescuers rubble collapsed magnitude tremor aftershock",
    "flood": "rains river water dam swept bridges evacuated submerged",
    "bombing": "blast explosion bomb market police wounded attack detonated",
    "clash": "fighting shelling troops border ceasefire artillery front offensive",
    "crash": "train derailed carriages passengers railway track signal driver",
    "fire": "flames blaze firefighters smoke factory burned exits alarm",
}
_PARTS = "ka ro mi ten sha bel dor gul zan tep var lis mok hed fra nov ust irk pal quo ber yan cho lam"
SYLLABLES = _PARTS.split()
FIGURES = [("person", "killed"), ("person", "injured"), ("person", "missing"), ("house", "destroyed"),
           ("person", "displaced"), ("child", "killed"), ("soldier", "killed"), ("civilian", "killed")]  # fmt: skip
_WORDS = "officials government residents hospital yesterday morning local country region area statement ministry"
PLAIN = _WORDS.split()


class Event(NamedTuple):
    """One made-up happening."""

    number: int
    kind: str
    names: list[str]
    day: date
    values: list[tuple[str, str, str | None, int]]  # noun, measure, party, true number


def events(count: int, rng: random.Random) -> list[Event]:
    """Happenings of several kinds, spread over three years; names are shared now and then, as countries are."""
    countries = [_name(rng, 3) for _ in range(120)]
    found = []
    for _ in range(count):
        kind = rng.choice(sorted(KINDS))
        sides = rng.sample(countries, 2) if kind == "clash" else [None]
        figures = rng.sample(FIGURES, rng.randint(2, 5))
        values = [(noun, what, side, int(10 ** rng.uniform(0.7, 4.2))) for noun, what in figures for side in sides]
        names = [
            rng.choice(countries),
            _name(rng, 3),
            _name(rng, 2),
            *(_name(rng, 2) for _ in range(rng.randint(1, 4))),
        ]
        found.append(
            Event(rng.randrange(10**12), kind, names, date(2020, 1, 1) + timedelta(days=rng.randrange(1000)), values)
        )
    return found


def _name(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def readings(claims: int, seed: int = 1) -> tuple[list[Reading], dict[str, tuple[int, str]]]:
    """Articles with about so many claims, and for each claim the event and figure that it is about."""
    rng = random.Random(seed)
    made, truth = list[Reading](), dict[str, tuple[int, str]]()
    for event in _endless(claims, rng):
        for _ in range(min(40, int(rng.paretovariate(1.1)) + 1)):
            made.append(_article(event, f"{len(made):06d}.txt", rng, truth))
            if len(truth) >= claims:
                return made, truth
    return made, truth


def _endless(claims: int, rng: random.Random) -> Iterator[Event]:
    while True:
        yield from events(max(20, claims // 12), rng)


def _article(event: Event, name: str, rng: random.Random, truth: dict[str, tuple[int, str]]) -> Reading:
    day = event.day + timedelta(days=rng.choice((0, 0, 0, 1, 1, 2, 4)))
    words = rng.sample(KINDS[event.kind].split(), 5) + rng.sample(PLAIN, 5)
    names = [n for n in event.names if rng.random() < 0.8] + [_name(rng, 2)]
    lead = " ".join(rng.sample(words + names, len(words) + len(names))) + "."
    text, sentences, claims = lead + "\n", [Sentence(start=0, end=len(lead), paragraph=0)], list[Claim]()
    for index, (noun, what, side, value) in enumerate(event.values):
        if rng.random() < 0.6:
            start = len(text)
            text += f"{_told(value, rng)} {noun}s {what} in {event.names[1]}.\n"
            sentences.append(Sentence(start=start, end=len(text) - 1, paragraph=index + 1))
            slots = (noun, what, side if rng.random() < 0.9 else None)
            claims.append(_claim(name, sentences, _told(value, rng), slots, event, rng))
            truth[claims[-1].id] = (event.number, f"{noun} {what} {side}")
    article = Article(name=name, text=text, date=day.isoformat() if rng.random() < 0.8 else None)
    segments = Segments(sentences=tuple(sentences), quotes=())
    return Reading(article=article, segments=segments, claims=tuple(claims), rejected=(), mentions=())


def _told(value: int, rng: random.Random) -> int:
    """The number as an article gives it: mostly as it is, sometimes an early or another count."""
    return value if rng.random() < 0.6 else max(1, int(value * rng.uniform(0.5, 1.5)))


def _claim(
    name: str,
    sentences: Sequence[Sentence],
    value: int,
    slots: tuple[str, str, str | None],
    event: Event,
    rng: random.Random,
) -> Claim:
    noun, what, side = slots
    sentence, exact = sentences[-1], Range(low=float(value), high=float(value))
    day = event.day.isoformat()
    return Claim(
        id=f"{name}/{sentence.start}",
        article=name,
        quantity=Quantity(
            start=sentence.start, end=sentence.start + 3, number=(sentence.start, sentence.start + 3),
            sentence=len(sentences) - 1, value=float(value), qualifier="exact", literal=exact, typical=exact,
        ),
        description=Description(
            object=noun, object_span=None, unit=noun, noun_class=noun, measure=Fact(value=what, rule="B"),
            party=Fact(value=side, rule="B") if side else None,
            place=Fact(value=event.names[1], rule="B") if rng.random() < 0.5 else None,
            period=Period(start=day, end=day, rule="B") if rng.random() < 0.4 else None,
        ),
        attribution=None,
        sentence=(sentence.start, sentence.end),
    )  # fmt: skip


def pairs_right(found: Sequence[Sequence[str]], truth: Mapping[str, tuple[int, str]]) -> tuple[float, float]:
    """Precision and recall over pairs of claims."""
    both = sum(_pairs(Counter(truth[i] for i in group).values()) for group in found)
    given, true = _pairs(map(len, found)), _pairs(Counter(truth.values()).values())
    return both / max(1, given), both / max(1, true)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)


def main(sizes: Sequence[int]) -> None:
    """Prints one line a size."""
    rules = load_rules()
    print(
        f"{'claims':>8} {'articles':>8} {'figures':>8} {'match: s':>9} {'wall':>6} {'compare: s':>11} {'wall':>6} "
        f"{'MB':>6} {'pair P':>7} pair R"
    )
    for size in sizes:
        made, truth = readings(size)
        start = _spent()
        figures = match(made, rules)
        middle = _spent()
        compare(made, figures, rules)
        end = _spent()
        precision, recall = pairs_right([figure.claims for figure in figures], truth)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(truth):8d} {len(made):8d} {len(figures):8d} {middle[0] - start[0]:9.2f} {middle[1] - start[1]:6.2f} "
            f"{end[0] - middle[0]:11.2f} {end[1] - middle[1]:6.2f} {memory:6.0f} {precision:7.3f} {recall:7.3f}"
        )


def _spent() -> tuple[float, float]:
    """Processor seconds of this process and of those that it has waited for, and seconds on the clock."""
    return sum(os.times()[:4]), time.perf_counter()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 10000, 100000])
