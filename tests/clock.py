"""Whether work grows with its size alone, held by processor time: what else the machine does is not counted."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
GRAIN = 0.05  # seconds that a reading may be off by


def took(work: Callable[[T], object], made: T) -> float:
    """Processor seconds of one call, in this process; without the garbage collector, which goes over all that other
    tests have left in memory."""
    gc.disable()
    try:
        start = time.process_time()
        work(made)
        return time.process_time() - start
    finally:
        gc.enable()


def assert_in_proportion(work: Callable[[T], object], make: Callable[[int], T], size: int, times: int = 8) -> None:
    """`times` the size takes about `times` the seconds: twice as much at most, where a square takes `times` as much.

    What comes first, such as rules that are compiled, only adds: the better of two readings of the small size counts,
    and the first good one of the large size.
    """
    one, many = make(size), make(size * times)
    small = min(took(work, one) for _ in range(2))
    most = 2 * times * small + GRAIN
    large = [took(work, many)]
    while large[-1] > most and len(large) < 3:
        large.append(took(work, many))
    assert large[-1] <= most, f"{times} times {size} took {min(large):.2f} s, once {small:.3f} s"
