"""The writers' lock: one at a time, nobody kept out for long, nobody waits for ever."""

import threading
import time

from shared.adapters.embedded.turns import Turns


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
