"""The embedded queue in trouble: after a server that died in the middle of deliveries, with a store whose commits do
not say what became of them, with a bug. Whatever happens, what is in the table is delivered.
"""

import socket
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shared.adapters.embedded.queue_delivery import Answer, Courier
from shared.adapters.embedded.queue_dispatcher import Dispatcher, Lane
from shared.adapters.embedded.queue_limits import RetryRule
from shared.adapters.embedded.queue_table import ClaimedTask, QueueTable, Settled
from shared.adapters.embedded.queue_token import QueueToken
from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.domain.errors import Sentence, UnknownOutcomeError, UpstreamFailedError
from shared.domain.ids import derived_id
from shared.domain.tasks import RUN_ITEM_PATH, QueueName, Task
from tests.task_receiver import Delivered, TaskReceiver

TROUBLE = UpstreamFailedError(Sentence("El disco está lleno.", "The disk is full."))
UNKNOWN = UnknownOutcomeError(Sentence("No se sabe.", "It is not known."))
BUG = KeyError("a bug")


class Faults:
    """What fails, once each, by where it does."""

    def __init__(self, **errors: Exception) -> None:
        self._errors = errors

    def meet(self, place: str) -> None:
        """Raise what is to fail here."""
        if (error := self._errors.pop(place, None)) is not None:
            raise error


class TroubledTable(QueueTable):
    """A table with faults: at the recovery, before a claim is made, and after one was committed."""

    def __init__(self, file: SqliteFile, faults: Faults) -> None:
        super().__init__(file)
        self._faults = faults

    def recover(self, in_hand: Collection[int]) -> int:
        self._faults.meet("recovery")
        return super().recover(in_hand)

    def settle_and_claim(
        self, settled: Collection[Settled], wanted: dict[QueueName, int], now: float
    ) -> list[ClaimedTask]:
        self._faults.meet("claim")
        claimed = super().settle_and_claim(settled, wanted, now)
        if claimed:
            self._faults.meet("commit")
        return claimed


class TroubledCourier(Courier):
    """A courier with a bug."""

    def __init__(self, address: str, secret: Callable[[], bytes], faults: Faults) -> None:
        super().__init__(lambda: address, QueueToken(secret, 5.0), 5.0)
        self._faults = faults

    def deliver(self, task: ClaimedTask) -> Answer:
        self._faults.meet("delivery")
        return super().deliver(task)


def delivered(folder: Path, faults: Faults, *, as_left: bool = False) -> list[Delivered]:
    """Three tasks through one worker, the first of them being delivered when the server before died, if `as_left`."""

    def secret() -> bytes:
        faults.meet("secret")
        return b"secret"

    with SqliteFile(folder / "queue.sqlite3", "", 5.0) as file, TaskReceiver() as receiver:
        table = TroubledTable(file, Faults())
        tasks = [Task(derived_id("task", str(number)), RUN_ITEM_PATH, {"number": number}) for number in range(3)]
        table.put(tasks, "{}", time.time())
        if as_left:
            table.settle_and_claim([], {QueueName.ITEMS: 1}, time.time())
        lane = Lane(1, None, RetryRule(4, 0.05, 0.1))
        dispatcher = Dispatcher(
            TroubledTable(file, faults),
            folder / "lock",
            {QueueName.ITEMS: lane},
            lambda _name, _number: TroubledCourier(receiver.url, secret, faults),
        )
        dispatcher.start()
        try:
            return receiver.wait_for(len(tasks), seconds=60.0)
        finally:
            dispatcher.stop(5.0)


@pytest.mark.parametrize(
    "faults", [{"recovery": TROUBLE}, {"recovery": BUG}, {"secret": TROUBLE}], ids=["trouble", "bug", "secret"]
)
def test_what_a_dead_server_was_delivering_is_delivered_whatever_fails_at_first(tmp_path, faults):
    found = delivered(tmp_path, Faults(**faults), as_left=True)
    assert {one.payload["number"]: one.attempt >= 2 for one in found}[0]
    assert len({one.name for one in found}) == 3


@pytest.mark.parametrize("error", [UNKNOWN, TROUBLE, BUG], ids=["unknown", "trouble", "bug"])
@pytest.mark.parametrize("place", ["claim", "commit"])
def test_a_claim_that_fails_or_is_committed_without_a_word_leaves_no_task_behind(tmp_path, place, error):
    found = delivered(tmp_path, Faults(**{place: error}))
    assert len({one.name for one in found}) == 3


def test_a_bug_in_a_delivery_costs_an_attempt_and_not_the_worker(tmp_path):
    found = delivered(tmp_path, Faults(delivery=BUG))
    assert sorted(one.attempt for one in found) == [1, 1, 2]


def test_what_is_under_way_is_not_delivered_again_after_trouble(tmp_path):
    with SqliteFile(tmp_path / "queue.sqlite3", "", 5.0) as file:
        table = QueueTable(file)
        table.put([Task(derived_id("task", str(number)), RUN_ITEM_PATH, {}) for number in range(2)], "{}", time.time())
        under_way, lost = table.settle_and_claim([], {QueueName.ITEMS: 2}, time.time())
        assert table.recover({under_way.number}) == 1
        (again,) = table.settle_and_claim([], {QueueName.ITEMS: 2}, time.time())
    assert again.number == lost.number


def test_what_was_claimed_ahead_of_time_waits_again_and_has_lost_no_attempt_when_the_server_ends(tmp_path):
    workers, tasks = 4, 6
    held = threading.Event()

    def hold(_delivery: Delivered) -> int:
        assert held.wait(60.0)
        return 204

    with SqliteFile(tmp_path / "queue.sqlite3", "", 5.0) as file, TaskReceiver(hold) as receiver:
        table = QueueTable(file)
        table.put(
            [Task(derived_id("task", str(number)), RUN_ITEM_PATH, {}) for number in range(tasks)], "{}", time.time()
        )
        lanes = {QueueName.ITEMS: Lane(workers, None, RetryRule(4, 0.05, 0.1))}
        token = QueueToken(lambda: b"secret", 60.0)
        dispatcher = Dispatcher(
            table, tmp_path / "lock", lanes, lambda _name, _number: Courier(lambda: receiver.url, token, 60.0)
        )
        dispatcher.start()
        receiver.wait_for(workers, seconds=60.0)
        dispatcher.pause()
        held.set()
        dispatcher.stop(60.0)
        left = table.settle_and_claim([], {QueueName.ITEMS: tasks}, time.time())
    assert len(receiver.delivered) == workers
    assert [one.attempt for one in left] == [1, 1]


def test_a_delivery_is_sent_in_one_piece():
    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as pool:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        task = ClaimedTask(1, "name", QueueName.ITEMS, RUN_ITEM_PATH, '{"number": 7}', "{}", 0.0, 1)
        courier = Courier(lambda: address, QueueToken(lambda: b"secret", 5.0), 60.0)
        answer = pool.submit(courier.deliver, task)
        connection, _ = listener.accept()
        with connection:
            piece = connection.recv(65536)
            connection.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
            assert answer.result(60.0).is_done
        courier.close()
    assert piece.startswith(b"POST /")
    assert piece.endswith(b'\r\n\r\n{"number": 7}')
