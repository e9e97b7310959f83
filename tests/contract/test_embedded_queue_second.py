"""The embedded queue where a second process takes most of the items."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.adapters.embedded.embedded_queue import EmbeddedQueue
from shared.adapters.embedded.queue_dispatcher import Lane
from shared.adapters.embedded.queue_limits import RetryRule
from shared.adapters.embedded.queue_table import QueueTable
from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.domain.ids import derived_id
from shared.domain.tasks import ADVANCE_BATCH_PATH, RUN_ITEM_PATH, QueueName, Task
from tests.task_receiver import Delivered, TaskReceiver

MANY = 40
PATIENCE = 60.0


def tasks(path: str) -> list[Task]:
    return [Task(derived_id(path, str(number)), path, {"number": number}) for number in range(MANY)]


class Meeting:
    """Answers no item before one has come to each of two places: so every worker has to take one."""

    def __init__(self) -> None:
        self._places: set[str] = set()
        self._changed = threading.Condition()

    def answer_at(self, place: str) -> Callable[[Delivered], int]:
        def answer(delivery: Delivered) -> int:
            with self._changed:
                if delivery.path == RUN_ITEM_PATH:
                    self._places.add(place)
                    self._changed.notify_all()
                    assert self._changed.wait_for(lambda: len(self._places) == 2, PATIENCE)
            return 204

        return answer


class Second:
    """A second process at an address, until it goes; `expected` is what it was told."""

    def __init__(self, address: str) -> None:
        self.expected: list[int] = []
        self._address: str | None = address

    def go(self) -> None:
        self._address = None

    def expect(self, items: int) -> None:
        self.expected.append(items)

    def address(self) -> str | None:
        return self._address


@contextmanager
def delivering(folder: Path, first: TaskReceiver, second: Second) -> Iterator[EmbeddedQueue]:
    lane = Lane(4, None, RetryRule(8, 0.01, 0.05))
    with SqliteFile(folder / "queue.sqlite3", "", 5.0) as file:
        queue = EmbeddedQueue(lambda: file, folder / "lock", dict.fromkeys(QueueName, lane), lambda: b"secret", 5.0)
        queue.start(first.url, second)
        yield queue
        queue.close()


def test_items_are_shared_and_what_steers_stays_with_the_server(tmp_path):
    meeting = Meeting()
    with TaskReceiver(meeting.answer_at("first")) as first, TaskReceiver(meeting.answer_at("second")) as second:
        with delivering(tmp_path, first, Second(second.url)) as queue:
            queue.enqueue([*tasks(RUN_ITEM_PATH), *tasks(ADVANCE_BATCH_PATH)])
            while queue.waiting():
                time.sleep(0.02)
        here, there = first.delivered, second.delivered
    assert {one.path for one in here} == {RUN_ITEM_PATH, ADVANCE_BATCH_PATH}
    assert {one.path for one in there} == {RUN_ITEM_PATH}
    assert sorted(one.payload["number"] for one in [*here, *there] if one.path == RUN_ITEM_PATH) == [*range(MANY)]


def test_a_second_process_that_breaks_off_and_goes_costs_no_task(tmp_path):
    there: list[Second] = []

    def break_off(_delivery: Delivered) -> None:
        there[0].go()

    with TaskReceiver() as first, TaskReceiver(break_off) as receiver:
        there.append(Second(receiver.url))
        with delivering(tmp_path, first, there[0]) as queue:
            queue.enqueue(tasks(RUN_ITEM_PATH))
            found = first.wait_for(MANY, PATIENCE)
    assert len({one.name for one in found}) == MANY


def test_a_second_process_is_told_how_many_items_are_left_from_before_and_how_many_come(tmp_path):
    with SqliteFile(tmp_path / "queue.sqlite3", "", 5.0) as file:
        QueueTable(file).put(tasks(RUN_ITEM_PATH), "{}", time.time())
    with TaskReceiver() as first, TaskReceiver() as second:
        told = Second(second.url)
        with delivering(tmp_path, first, told) as queue:
            queue.enqueue([Task(derived_id("more"), RUN_ITEM_PATH, {}), *tasks(ADVANCE_BATCH_PATH)])
    assert told.expected == [MANY, 1]
