"""Work on many things, shared by as many processes as there are processors; the results are the same, in order."""

from __future__ import annotations

import os
import sys
import threading
from array import array
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from claimcheck.memory import uncollected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")
_MOST = 8
_WAITING = 1 << 20  # bytes of results that wait for this process while it works itself


def processes() -> int:
    """How many processes may share work.

    Only forks do: they have what this process has, rules and all, and run nobody's script anew. There is but one where
    forks are not safe (macOS, Windows), in a process with threads, of which one may hold a lock, and in a fork.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    from multiprocessing import current_process

    return 1 if current_process().daemon else min(_MOST, len(os.sched_getaffinity(0)))


def slices(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """The items in stretches of so many: one of them alone is no work to share."""
    return [items[start : start + most] for start in range(0, len(items), most)]


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

    This process works too, where what it is asked for is not there yet. What another one fails to do, for whatever
    reason, is done here, and raises here what it raises.
    """
    count = min(processes() if count is None else count, len(items))
    if count < 2:
        yield from map(work, items)
        return
    team = _Team(work, items, kind, count - 1)
    try:
        yield from map(team.result, range(len(items)))
    finally:
        team.end()


class _Team(Generic[Item, Result]):
    """This process and others, each of which takes the next item as soon as it is done with one."""

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item], kind: Any, others: int) -> None:
        self._work, self._items = work, items
        self._decode = msgspec.msgpack.Decoder(tuple[int, kind]).decode
        self._numbers = _numbers(len(items))
        started = [_started(_serve, work, items, self._numbers) for _ in range(others)]
        self._processes = [process for _, process in filter(None, started)]
        self._pipes = [pipe for pipe, _ in filter(None, started)]
        self._done: dict[int, Result] = {}

    def result(self, n: int) -> Result:
        """The result of an item; until it is there, this process works on others that nobody has taken."""
        while n not in self._done and (self._receive(0) or self._work_on() or self._receive(None)):
            pass
        return self._done.pop(n) if n in self._done else self._work(self._items[n])

    def _work_on(self) -> bool:
        """Works on the next item; false where none is left. What fails is left undone until it is asked for."""
        if (n := _next(self._numbers)) is None:
            return False
        with suppress(Exception), uncollected():
            self._done[n] = self._work(self._items[n])
        return True

    def _receive(self, timeout: float | None) -> bool:
        """Takes in what other processes have sent; false where nothing is there, or will be."""
        from multiprocessing.connection import wait

        ready: list[Any] = wait(self._pipes, timeout) if self._pipes else []
        for pipe in ready:
            try:
                n, result = self._decode(pipe.recv_bytes())
                self._done[n] = result
            except (EOFError, OSError):
                self._pipes.remove(pipe)
        return bool(ready)

    def end(self) -> None:
        """Ends the other processes."""
        for process in self._processes:
            process.terminate()
            process.join()
        os.close(self._numbers)


def _numbers(count: int) -> int:
    """A file of the numbers below `count`, on which all forks read on from one place: each gets other numbers."""
    file = os.memfd_create("numbers")
    os.write(file, array("Q", range(count)).tobytes())
    os.lseek(file, 0, os.SEEK_SET)
    return file


def _next(numbers: int) -> int | None:
    """The next number that no process has taken; None: all are taken."""
    read = os.read(numbers, 8)
    return int.from_bytes(read, sys.byteorder) if read else None


def _started(serve: Callable[..., None], *args: Any) -> tuple[Connection, BaseProcess] | None:
    """Where a new process sends its results, and the process; None where none may start."""
    from fcntl import F_SETPIPE_SZ, fcntl
    from multiprocessing import get_context

    context = get_context("fork")
    try:
        ours, theirs = context.Pipe(duplex=False)
        with suppress(OSError):
            fcntl(theirs.fileno(), F_SETPIPE_SZ, _WAITING)
        process = context.Process(target=serve, args=(*args, theirs), daemon=True)
        process.start()
    except OSError:
        return None
    theirs.close()
    return ours, process


def _serve(work: Callable[[Item], object], items: Sequence[Item], numbers: int, pipe: Connection) -> None:
    """Sends the results of the items that this process takes, up to the first that fails."""
    with suppress(BaseException), uncollected():
        while (n := _next(numbers)) is not None:
            pipe.send_bytes(msgspec.msgpack.encode((n, work(items[n]))))
    pipe.close()
