"""Every adapter of the TaskQueue port, each of which must pass the whole suite. A new one is one more entry here."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from shared.adapters.embedded.embedded_queue import EmbeddedQueue
from shared.adapters.embedded.queue_dispatcher import Lane
from shared.adapters.embedded.queue_limits import RetryRule
from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.domain.tasks import QueueName
from shared.ports import TaskCallers, TaskQueue
from tests.cloud_tasks_server import CloudTasksServer, QueueConfig

CONCURRENCY = 4
ATTEMPTS = 4
FIRST_PAUSE = 0.05


class OpenQueue(NamedTuple):
    """A queue that delivers to the address that it was opened with, and who knows its token."""

    queue: TaskQueue
    callers: TaskCallers


OpenTaskQueue = Callable[[Path, str], AbstractContextManager[OpenQueue]]
"""Opens a queue that delivers to an address; the folder is its own, and what was in it stays there."""


@contextmanager
def embedded(folder: Path, address: str) -> Iterator[OpenQueue]:
    lane = Lane(CONCURRENCY, None, RetryRule(ATTEMPTS, FIRST_PAUSE, 0.4))
    with SqliteFile(folder / "queue.sqlite3", "", 5.0) as file:
        queue = EmbeddedQueue(lambda: file, folder / "lock", dict.fromkeys(QueueName, lane), lambda: b"secret", 5.0)
        queue.start(address)
        yield OpenQueue(queue, queue)
        queue.close()


class _Servers:
    """One Cloud Tasks for a folder: it outlives its clients, as Google's does."""

    def __init__(self) -> None:
        self.stack = ExitStack()
        self.by_folder: dict[Path, CloudTasksServer] = {}

    def of(self, folder: Path) -> CloudTasksServer:
        if folder not in self.by_folder:
            config = QueueConfig(CONCURRENCY, ATTEMPTS, FIRST_PAUSE, 0.4)
            self.by_folder[folder] = self.stack.enter_context(CloudTasksServer(config))
        return self.by_folder[folder]


SERVERS = _Servers()


@contextmanager
def cloud_tasks(folder: Path, address: str) -> Iterator[OpenQueue]:
    from shared.adapters.google.cloud_tasks_queue import CloudTasksQueue, TaskTarget  # noqa: PLC0415
    from shared.adapters.google.task_callers import GoogleTaskCallers  # noqa: PLC0415  only where they are tested

    caller = "queue-caller@a-project.iam.gserviceaccount.com"
    target = TaskTarget(address, caller, 15.0)
    queue = CloudTasksQueue("a-project", "europe-west1", target, server=SERVERS.of(folder).address)
    yield OpenQueue(queue, GoogleTaskCallers(address, {caller}))
    queue.close()


ADAPTERS = [pytest.param(embedded, id="embedded"), pytest.param(cloud_tasks, id="cloud_tasks")]
