"""Work that several processes share gives what one gives, whatever becomes of them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from multiprocessing.context import ForkProcess

import pytest

from claimcheck import pipeline, workers
from claimcheck.pipeline import load_rules, read_all, read_one
from claimcheck.records import Article, Reading
from claimcheck.workers import processes, spread

HERE = os.getpid()


def square(n: int) -> int:
    return n * n


@pytest.mark.parametrize("count", [None, 1, 2, 3, 7, 100])
def test_the_results_are_in_order(count: int | None) -> None:
    assert list(spread(square, range(20), int, count=count)) == [n * n for n in range(20)]


def test_no_work_is_no_trouble() -> None:
    assert list(spread(square, [], int, count=2)) == []


def test_large_results_make_nobody_wait() -> None:
    assert [len(text) for text in spread("x".__mul__, [10**6] * 9, str, count=3)] == [10**6] * 9


def test_records_come_back_as_they_are() -> None:
    articles = [Article.from_text(f"The blast killed at least {n} people, police said.", name=str(n)) for n in range(6)]
    rules = load_rules()
    read = [read_one(article, rules) for article in articles]
    assert list(spread(lambda article: read_one(article, rules), articles, Reading, count=2)) == read


def test_many_articles_are_read_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    articles, rules = [Article.from_text(f"The blast killed {n} people.", name=str(n)) for n in range(9)], load_rules()
    read = read_all(articles, rules)
    monkeypatch.setattr(pipeline, "_MANY", 0)
    monkeypatch.setattr(workers, "processes", lambda: 3)
    names: list[str] = []
    assert read_all(articles, rules, progress=names.append) == read
    assert names == [str(n) for n in range(9)]


def dies_elsewhere(n: int) -> int:
    if n == 3 and os.getpid() != HERE:
        os._exit(9)
    return n


def fails_elsewhere(n: int) -> int:
    if n == 4 and os.getpid() != HERE:
        raise MemoryError
    return n


@pytest.mark.parametrize("work", [dies_elsewhere, fails_elsewhere])
def test_what_another_process_fails_to_do_is_done_here(work: Callable[[int], int]) -> None:
    assert list(spread(work, range(10), int, count=2)) == list(range(10))


def test_a_fault_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda n: 1 // n, [2, 1, 0, 1], int, count=2))


def test_where_no_process_may_start_the_work_is_done_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(ForkProcess, "start", refuse)
    assert list(spread(square, range(9), int, count=3)) == [n * n for n in range(9)]


def test_a_process_with_threads_works_alone() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert processes() == 1
    stop.set()
    thread.join()


def test_a_share_that_nobody_waits_for_ends() -> None:
    results = spread("x".__mul__, [10**6] * 9, str, count=2)
    assert len(next(results)) == 10**6
    results.close()
