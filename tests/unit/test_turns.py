"""The writers' lock: one at a time, what waits is done together, nobody is kept out for long or waits for ever."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import pytest

from shared.adapters.embedded.turns import Errand, Turns

PATIENCE = 30.0
Result = TypeVar("Result")


def test_only_one_holds_it_at_a_time():
    turns, inside, most = Turns(), 0, 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(200):
            assert turns.acquire(30)
            inside += 1
            most = max(most, inside)
            inside -= 1
            turns.release()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_whoever_waits_is_let_in_although_others_take_it_again_and_again():
    turns, ended = Turns(), threading.Event()

    def hammer() -> None:
        while not ended.is_set():
            assert turns.acquire(30)
            time.sleep(0.002)
            turns.release()

    threads = [threading.Thread(target=hammer) for _ in range(12)]
    for thread in threads:
        thread.start()
    waits = []
    for _ in range(5):
        started = time.monotonic()
        assert turns.acquire(30)
        waits.append(time.monotonic() - started)
        turns.release()
    ended.set()
    for thread in threads:
        thread.join()
    assert max(waits) < 5


def test_waiting_ends_after_the_time_given_and_leaves_no_trace():
    turns = Turns()
    assert turns.acquire(1)
    assert not turns.acquire(0.05)
    turns.release()
    time.sleep(0.6)
    assert turns.acquire(0.05)


class Line:
    """Errands that come one after the other while somebody holds the lock alone."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self.turns = Turns()
        self.together: list[list[str]] = []
        self._pool = pool
        assert self.turns.acquire(PATIENCE)

    def come(self, word: str) -> Future[str | None]:
        """Let one more wait that is to write the word; what came of it, None if its turn did not come in time."""

        def write(written: list[str]) -> str:
            written.append(word)
            return word.upper()

        errand = Errand(write)
        return self._waiting(lambda: errand.result() if self.turns.run(errand, PATIENCE, self._do) else None)

    def come_alone(self) -> Future[int]:
        """Let somebody wait who wants the lock alone; how often others had it before."""

        def hold() -> int:
            assert self.turns.acquire(PATIENCE)
            before = len(self.together)
            self.turns.release()
            return before

        return self._waiting(hold)

    def _waiting(self, work: Callable[[], Result]) -> "Future[Result]":
        place = len(self.turns._line) + 1
        future = self._pool.submit(work)
        deadline = time.monotonic() + PATIENCE
        while len(self.turns._line) < place and time.monotonic() < deadline:
            time.sleep(0.001)
        return future

    def _do(self, errands: Sequence[Errand[list[str], str]]) -> None:
        self.together.append([])
        for errand in errands:
            if (result := errand.work(self.together[-1])) == "BUG":
                raise KeyError(result)
            errand.succeed(result)


@pytest.fixture
def line():
    with ThreadPoolExecutor(8) as pool:
        yield Line(pool)


def test_errands_that_wait_are_done_together_and_each_hears_of_its_own(line):
    coming = [line.come(word) for word in ("a", "b", "c")]
    line.turns.release()

    assert [one.result(PATIENCE) for one in coming] == ["A", "B", "C"]
    assert line.together == [["a", "b", "c"]]


def test_whoever_wants_the_lock_alone_is_passed_by_nobody_who_came_later(line):
    first, alone, last = line.come("a"), line.come_alone(), line.come("b")
    line.turns.release()

    assert [first.result(PATIENCE), alone.result(PATIENCE), last.result(PATIENCE)] == ["A", 1, "B"]
    assert line.together == [["a"], ["b"]]


def test_a_bug_in_doing_them_is_told_to_all_whose_outcome_is_open_and_the_lock_is_free(line):
    coming = [line.come(word) for word in ("a", "bug", "c")]
    line.turns.release()

    for one in coming:
        with pytest.raises(KeyError):
            one.result(PATIENCE)
    assert line.turns.acquire(PATIENCE)


def test_an_errand_whose_time_is_over_is_not_done_any_more():
    turns, done = Turns(), list[object]()
    assert turns.acquire(PATIENCE)
    assert not turns.run(Errand[None, None](done.append), 0.05, done.extend)
    turns.release()
    assert turns.acquire(PATIENCE)
    assert done == []
