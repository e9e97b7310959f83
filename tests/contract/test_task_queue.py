"""What every TaskQueue promises."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from shared.domain.errors import NotAuthenticatedError, NotPermittedError
from shared.domain.ids import derived_id
from shared.domain.tasks import ADVANCE_BATCH_PATH, RUN_ITEM_PATH, Task
from tests.contract.task_queue_adapters import (
    ADAPTERS,
    ATTEMPTS,
    CONCURRENCY,
    FIRST_PAUSE,
    SERVERS,
    OpenQueue,
    OpenTaskQueue,
)
from tests.task_receiver import Answer, TaskReceiver


@pytest.fixture(scope="module", autouse=True)
def servers() -> Iterator[None]:
    yield
    SERVERS.stack.close()
    SERVERS.by_folder.clear()


class Bench:
    """A queue and the server that it delivers to."""

    def __init__(self, adapter: OpenTaskQueue, folder: Path, stack: ExitStack) -> None:
        self._adapter = adapter
        self._folder = folder
        self._stack = stack

    def open(self, answer: Answer | None = None) -> tuple[OpenQueue, TaskReceiver]:
        receiver = self._stack.enter_context(TaskReceiver(answer))
        return self.reopen(receiver.url), receiver

    def reopen(self, address: str) -> OpenQueue:
        return self._stack.enter_context(self._adapter(self._folder, address))


@pytest.fixture(params=ADAPTERS)
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    with ExitStack() as stack:
        yield Bench(request.param, tmp_path, stack)


def task(number: int = 0, path: str = RUN_ITEM_PATH, seconds: float | None = None, **payload: str) -> Task:
    at = None if seconds is None else datetime.now(UTC) + timedelta(seconds=seconds)
    return Task(derived_id("task", str(number)), path, {"number": number, **payload}, at)


def failing(times: int, status: int | None = 500) -> Answer:
    """Answers each task so often with the status, then well."""
    return lambda delivery: status if delivery.attempt <= times else 204


def test_a_task_is_posted_with_its_payload_and_says_what_it_is(bench: Bench) -> None:
    (queue, _), receiver = bench.open()
    queue.enqueue([task(7, text="Señor «Ñ»")])
    (delivery,) = receiver.wait_for(1)
    assert delivery.path == RUN_ITEM_PATH
    assert delivery.payload == {"number": 7, "text": "Señor «Ñ»"}
    assert delivery.name == task(7).name
    assert delivery.attempt == 1
    assert delivery.headers["content-type"] == "application/json"
    assert delivery.headers["x-cloudtasks-queuename"] == "items"


def test_a_delivery_carries_a_token_that_its_handler_knows_and_no_other(bench: Bench) -> None:
    (queue, callers), receiver = bench.open()
    queue.enqueue([task()])
    (delivery,) = receiver.wait_for(1)
    callers.admit(delivery.token, delivery.path)
    head, rest = delivery.token[:20], delivery.token[20:]
    for forged in ("", "nobody", f"{head}x{rest}", delivery.token[:-40]):
        with pytest.raises((NotAuthenticatedError, NotPermittedError)):
            callers.admit(forged, delivery.path)


def test_the_same_name_is_delivered_once_also_when_it_is_over(bench: Bench) -> None:
    (queue, _), receiver = bench.open()
    queue.enqueue([task(1), task(1)])
    queue.enqueue([task(1)])
    receiver.wait_for(1)
    receiver.nothing_more(0.2)
    queue.enqueue([task(1)])
    assert len(receiver.nothing_more()) == 1


def test_a_task_waits_for_its_time(bench: Bench) -> None:
    (queue, _), receiver = bench.open()
    started = time.time()
    queue.enqueue([task(1, seconds=0.7), task(2)])
    first, second = receiver.wait_for(2)
    assert (first.payload["number"], second.payload["number"]) == (2, 1)
    assert second.at - started >= 0.65


def test_a_time_that_has_passed_is_now(bench: Bench) -> None:
    (queue, _), receiver = bench.open()
    queue.enqueue([task(1, seconds=-60)])
    receiver.wait_for(1)


@pytest.mark.parametrize("status", [500, 429, 404, None])
def test_a_delivery_that_is_not_answered_well_is_made_again_after_growing_pauses(
    bench: Bench, status: int | None
) -> None:
    (queue, _), receiver = bench.open(failing(2, status))
    queue.enqueue([task()])
    deliveries = receiver.wait_for(3)
    assert [one.attempt for one in deliveries] == [1, 2, 3]
    pauses = [later.at - earlier.at for earlier, later in pairwise(deliveries)]
    assert pauses[0] >= FIRST_PAUSE * 0.9
    assert pauses[1] >= FIRST_PAUSE * 2 * 0.9
    assert len(receiver.nothing_more()) == 3


def test_a_task_is_forgotten_after_its_last_attempt(bench: Bench) -> None:
    (queue, _), receiver = bench.open(failing(100))
    queue.enqueue([task()])
    deliveries = receiver.wait_for(ATTEMPTS)
    assert [one.attempt for one in deliveries] == list(range(1, ATTEMPTS + 1))
    assert len(receiver.nothing_more(1.0)) == ATTEMPTS


def test_one_task_s_trouble_does_not_hold_up_the_others(bench: Bench) -> None:
    (queue, _), receiver = bench.open(lambda delivery: 500 if delivery.payload["number"] == 0 else 204)
    queue.enqueue([task(number) for number in range(40)])
    deliveries = receiver.wait_for(39 + ATTEMPTS)
    counts = Counter(one.payload["number"] for one in deliveries)
    assert counts == {**dict.fromkeys(range(1, 40), 1), 0: ATTEMPTS}


def test_no_more_than_the_limit_are_under_way(bench: Bench) -> None:
    def slowly(_delivery: object) -> int:
        time.sleep(0.05)
        return 204

    (queue, _), receiver = bench.open(slowly)
    queue.enqueue([task(number) for number in range(CONCURRENCY * 4)])
    receiver.wait_for(CONCURRENCY * 4)
    assert 1 < receiver.most_at_once["items"] <= CONCURRENCY


def test_what_steers_does_not_wait_behind_items(bench: Bench) -> None:
    release = threading.Event()
    answer: Callable[[object], int] = lambda delivery: (release.wait(10) and 204) or 500  # noqa: E731
    (queue, _), receiver = bench.open(lambda delivery: answer(delivery) if delivery.path == RUN_ITEM_PATH else 204)
    queue.enqueue([task(number) for number in range(CONCURRENCY * 2)])
    receiver.wait_for(CONCURRENCY)
    queue.enqueue([task(100, ADVANCE_BATCH_PATH)])
    deliveries = receiver.wait_for(CONCURRENCY + 1)
    assert deliveries[-1].path == ADVANCE_BATCH_PATH
    release.set()
    receiver.wait_for(CONCURRENCY * 2 + 1)


def test_many_tasks_are_put_in_one_call_and_all_arrive(bench: Bench) -> None:
    (queue, _), receiver = bench.open()
    queue.enqueue([task(number) for number in range(250)])
    deliveries = receiver.wait_for(250, seconds=30)
    assert sorted(one.payload["number"] for one in deliveries) == list(range(250))


def test_nothing_to_enqueue_is_nothing(bench: Bench) -> None:
    (queue, _), receiver = bench.open()
    queue.enqueue([])
    assert receiver.nothing_more(0.1) == []


def test_what_waits_survives_the_program_that_put_it_there(bench: Bench) -> None:
    receiver = bench._stack.enter_context(TaskReceiver())
    with bench._adapter(bench._folder, receiver.url) as (queue, _):
        queue.enqueue([task(1, seconds=0.5)])
    bench.reopen(receiver.url)
    (delivery,) = receiver.wait_for(1)
    assert delivery.payload == {"number": 1}
