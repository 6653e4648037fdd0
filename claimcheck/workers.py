"""Work on many things, shared by as many processes as there are processors; the results are the same, in order."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from claimcheck.memory import uncollected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")
_MOST = 8


def processes() -> int:
    """How many processes may share work.

    Only forks do: they have what this process has, rules and all, and run nobody's script anew. There is but one where
    forks are not safe (macOS, Windows), in a process with threads, of which one may hold a lock, and in a fork.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    from multiprocessing import current_process

    return 1 if current_process().daemon else min(_MOST, len(os.sched_getaffinity(0)))


def slices(size: int, most: int) -> list[range]:
    """The numbers below `size` in ranges of so many: one of them alone is no work to share."""
    return [range(start, min(start + most, size)) for start in range(0, size, most)]


def portions(items: Iterable[Item], size: Callable[[Item], int], most: int) -> list[list[Item]]:
    """The items in lists, each of which is full when the sizes in it are more than so much."""
    found: list[list[Item]] = []
    full = True
    for item in items:
        if full:
            found.append([])
            total = 0
        found[-1].append(item)
        total += size(item)
        full = total > most
    return found


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], kind: Any, *, count: int | None = None
) -> Generator[Result, None, None]:
    """The results of `work` for all items, in their order; `kind` is their type, for the way between processes.

    What another process fails to do, for whatever reason, is done here, and raises here what it raises.
    """
    count = min(processes() if count is None else count, len(items))
    if count < 2:
        yield from map(work, items)
        return
    decode = msgspec.msgpack.Decoder(kind).decode
    children = [_started(work, items[part::count]) for part in range(count)]
    results = _Results([pipe for pipe, _ in children])
    try:
        for n, item in enumerate(items):
            sent = results.next(n % count)
            yield work(item) if sent is None else decode(sent)
    finally:
        for _, process in children:
            if process is not None:
                process.terminate()
                process.join()


def _started(work: Callable[[Item], object], items: Sequence[Item]) -> tuple[Connection | None, BaseProcess | None]:
    """A process at work on a share of the items, and where it sends its results; None where none may start."""
    from multiprocessing import get_context

    context = get_context("fork")
    try:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_serve, args=(work, items, theirs), daemon=True)
        process.start()
    except OSError:
        return None, None
    theirs.close()
    return ours, process


def _serve(work: Callable[[Item], object], items: Sequence[Item], pipe: Connection) -> None:
    """Sends the results of a share of the items, up to the first that fails."""
    with suppress(BaseException), uncollected():
        for item in items:
            pipe.send_bytes(msgspec.msgpack.encode(work(item)))
    pipe.close()


class _Results:
    """What the processes send; all that is there is taken in, so that none of them has to wait for another one."""

    def __init__(self, pipes: Sequence[Connection | None]) -> None:
        self._open = {pipe: part for part, pipe in enumerate(pipes) if pipe is not None}
        self._sent: list[deque[bytes]] = [deque() for _ in pipes]

    def next(self, part: int) -> bytes | None:
        """The next result of a process; None where it sends no more."""
        from multiprocessing.connection import wait

        while not self._sent[part] and part in self._open.values():
            for pipe in wait(list(self._open)):
                self._take(pipe)
        return self._sent[part].popleft() if self._sent[part] else None

    def _take(self, pipe: Any) -> None:
        try:
            self._sent[self._open[pipe]].append(pipe.recv_bytes())
        except (EOFError, OSError):
            del self._open[pipe]
