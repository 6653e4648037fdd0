"""How fast it is, as ratios within one run on one text, so that they hold on any machine; exit 1 above a ceiling.

    python -m benchmarks.speed [MEGABYTES]     (default 5: the sample articles, over and over)

Measured: the stages from segment to attribute, each and together, against one plain pass for digits over the same text,
and against a small spaCy model where one is installed; and the start of the commands against that of click and rich.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.records import Article, Description
from claimcheck.rules import Rules, load
from claimcheck.stages.attribute import attribute, mentions
from claimcheck.stages.describe import describe
from claimcheck.stages.extract import extract
from claimcheck.stages.read import read
from claimcheck.stages.segment import segment

ROOT = Path(__file__).resolve().parent.parent
SPACY = "en_core_web_sm"
SPACY_BYTES = 100_000
CEILINGS = {
    "--help / import click, rich": 3.0,
    "report seeds / import click, rich": 15.0,
    "segment to attribute / digits": 300.0,
}


class Clock:
    """Seconds of the processor by name, added up: what else a machine does does not count."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.seconds[name] += time.process_time() - start


def articles(size: int) -> list[Article]:
    """The sample articles, repeated under new names up to a number of characters."""
    seeds, total = read(ROOT / "seeds"), 0
    found: list[Article] = []
    while total < size:
        for seed in seeds:
            found.append(msgspec.structs.replace(seed, name=f"{len(found)}-{seed.name}"))
            total += len(seed.text)
    return found


def stages(given: Sequence[Article], rules: Rules) -> tuple[Clock, int, int]:
    """Seconds of each stage over all articles, and how many sentences and claims there were."""
    clock, sentences, claims = Clock(), 0, 0
    for article in given:
        with clock.timed("segment"):
            segments = segment(article, rules)
        with clock.timed("extract"):
            quantities, _ = extract(article, segments, rules)
        with clock.timed("describe"):
            described = describe(article, segments, quantities, rules)
        kept = [q.number for q, d in zip(quantities, described, strict=True) if isinstance(d, Description)]
        with clock.timed("attribute"):
            attribute(article, segments, kept, rules)
        with clock.timed("mentions"):
            mentions(article, segments, rules)
        sentences, claims = sentences + len(segments.sentences), claims + len(kept)
    return clock, sentences, claims


def digits(given: Sequence[Article]) -> float:
    """Seconds of one plain pass for digits."""
    pattern = re.compile(r"\d+")
    return best(
        lambda: sum(1 for article in given for _ in pattern.finditer(article.text)), times=9, clock=time.process_time
    )


def spacy_seconds(given: Sequence[Article]) -> float | None:
    """Seconds a small spaCy model takes for a part of the text, scaled to the whole; None where none is installed."""
    if importlib.util.find_spec("spacy") is None or importlib.util.find_spec(SPACY) is None:
        return None
    model: Any = importlib.import_module("spacy").load(SPACY)
    part, size = [], 0
    for article in given:
        if size < SPACY_BYTES:
            part.append(article.text)
            size += len(article.text)
    start = time.process_time()
    for _ in model.pipe(part):
        pass
    return (time.process_time() - start) * sum(len(article.text) for article in given) / size


def start_up(*command: str) -> float:
    """Seconds of a fresh interpreter for a command, the best of five, compiled files kept as on a user's disk."""
    with tempfile.TemporaryDirectory() as kept:
        settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        settings["PYTHONPYCACHEPREFIX"] = kept

        def run() -> None:
            subprocess.run([sys.executable, *command], cwd=ROOT, env=settings, check=True, capture_output=True)

        return best(run, times=5)


def best(run: Callable[[], object], times: int = 3, clock: Callable[[], float] = time.perf_counter) -> float:
    """The least seconds of several runs: what a machine does when nothing is in its way."""
    found = []
    for _ in range(times):
        start = clock()
        run()
        found.append(clock() - start)
    return min(found)


def main(arguments: Sequence[str]) -> int:
    size = int(float(arguments[0]) * 1e6) if arguments else 5_000_000
    given, rules = articles(size), load()
    stages(given[:10], rules)  # compiles what is compiled once
    clock, sentences, claims = stages(given, rules)
    ratios = _text(given, clock, sentences, claims) | _starts()
    slow = [name for name, ceiling in CEILINGS.items() if ratios[name] > ceiling]
    for name, ratio in ratios.items():
        above = f"   ceiling {CEILINGS[name]:g}" if name in CEILINGS else ""
        print(f"{name:44s} {ratio:10.2f}{above}{'   ABOVE' if name in slow else ''}")
    return 1 if slow else 0


def _text(given: Sequence[Article], clock: Clock, sentences: int, claims: int) -> dict[str, float]:
    size, whole = sum(len(article.text) for article in given) / 1e6, sum(clock.seconds.values())
    print(f"{size:.1f} MB, {len(given):,} articles, {sentences:,} sentences, {claims:,} claims")
    print(f"{size / whole:.2f} MB/s, {sentences / whole:,.0f} sentences/s\n")
    for name, seconds in clock.seconds.items():
        print(f"{name:12s} {seconds:8.2f} s  {seconds / whole:5.0%}  {size / seconds:8.1f} MB/s")
    print()
    ratios = {"segment to attribute / digits": whole / digits(given)}
    spacy = spacy_seconds(given)
    return ratios if spacy is None else {**ratios, f"{SPACY} / segment to attribute": spacy / whole}


def _starts() -> dict[str, float]:
    libraries = start_up("-c", "import click, rich")
    return {
        "--help / import click, rich": start_up("-m", "claimcheck", "--help") / libraries,
        "report seeds / import click, rich": start_up("-m", "claimcheck", "report", "seeds") / libraries,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
