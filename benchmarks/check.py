"""A desk of a thousand articles: how long `check` takes at first, and when nothing has changed since.

python benchmarks/check.py          exit 1 if the second run takes a fifth of the first's processor time or more

The clock is shown beside it: it hangs on what else the machine does, and on how many processors share the first run.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ARTICLES = 1_000
CEILING = 0.2  # of the first run, start-up included on both sides

_EVENTS = ("flood", "earthquake", "fire", "storm")
_FRONT = ("Zen", "Hof", "Lau", "Tar", "Fes", "Stre", "Gol", "Mir", "Ost", "Bra", "Kel", "Vin", "Dor", "Ral", "Sem")
_BACK = ("da", "bau", "heim", "len", "burg", "sau", "mar", "dorf", "ten", "ville")
_SOURCES = ("Police", "The mayor", "The Red Cross")
_FILL = (
    "The roads into the town were closed for most of the day and nobody could say when they would open again. "
    "Residents carried what they could to the school on the hill, where volunteers served soup. "
)


def article(number: int) -> str:
    """One of three reports of an event; every fifteenth disagrees with the others."""
    story = number // 3
    chance = random.Random(story)
    town = f"{chance.choice(_FRONT)}{'aeiou'[story % 5]}{chance.choice(_BACK)}"
    event, who, killed = _EVENTS[story % 4], _SOURCES[number % 3], chance.randint(20, 900)
    disagrees = 137 if number % 15 == 2 else 0
    return (
        f"{event.title()} in {town}\n\n"
        f"{who} said {killed + disagrees} people were killed in the {event} in {town} on 3 May 2031.\n\n{_FILL * 4}\n\n"
        f"The {event} injured {killed * 3} people, the Interior Ministry said. {_FILL * 4}\n\n"
        f"Some {killed * 2} homes were destroyed and about {killed * 10} people displaced. {_FILL * 4}\n"
    )


class Took(NamedTuple):
    """Seconds of the processors, of all processes of a run, and on the clock."""

    processor: float
    clock: float


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def took(folder: Path, *options: str) -> Took:
    """How long one check of the folder takes as a process of its own."""
    command = [sys.executable, "-c", "from claimcheck.cli import main; main()", "check", "news", *options]
    world = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    start, used = time.perf_counter(), _processor()
    done = subprocess.run(command, cwd=folder, env=world, capture_output=True, check=False)
    if done.returncode != 1:
        raise RuntimeError(done.stderr.decode())
    return Took(_processor() - used, time.perf_counter() - start)


def main() -> int:
    """Print three times, of processors and of the clock, and the ratio of the first two."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "news").mkdir()
        for number in range(ARTICLES):
            (folder / "news" / f"{number:04}.txt").write_text(article(number))
        first = took(folder)
        again = min(took(folder) for _ in range(2))
        (folder / "news" / "0500.txt").write_text(article(999))
        edited = took(folder)
    for kind, times in zip(Took._fields, zip(first, again, edited, strict=True), strict=True):
        print(
            f"check of {ARTICLES:,} articles, {kind}: "
            + "first {:.2f} s, unchanged {:.2f} s, one edited {:.2f} s".format(*times)
        )
    ratio = again.processor / first.processor
    print(f"unchanged against first, processor: {ratio:.3f} (ceiling {CEILING})")
    return int(ratio >= CEILING)


if __name__ == "__main__":
    sys.exit(main())
