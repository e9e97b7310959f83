"""A task queue in the file of the embedded store: what is put into it is on disk when `enqueue` returns."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from shared.adapters.embedded.queue_delivery import Courier
from shared.adapters.embedded.queue_dispatcher import Dispatcher, Lane
from shared.adapters.embedded.queue_table import QueueTable
from shared.adapters.embedded.queue_token import QueueToken
from shared.adapters.embedded.sqlite_file import SqliteFile, refuse_cloud_run
from shared.domain.tasks import QueueName, Task
from shared.ports import ItemRunner
from shared.telemetry.trace import current_traceparent

_GRACE_SECONDS = 5.0
_OWN_OF_FIVE = 2
"""So many of five workers for items deliver to the server itself, where there is a second process: the server has the
queue, everybody's requests and the passes over batches to do besides.
"""


class EmbeddedQueue:
    """The TaskQueue port on a laptop. Any process may enqueue; the server alone delivers, to itself, once `start`ed."""

    def __init__(
        self,
        open_file: Callable[[], SqliteFile],
        lock: Path,
        lanes: Mapping[QueueName, Lane],
        secret: Callable[[], bytes],
        timeout_seconds: float,
    ) -> None:
        """The file is opened at first use. `lock` is the one that keeps a second server from delivering too; `secret`
        signs deliveries, each of which may take `timeout_seconds`. Raises StartError on Cloud Run.
        """
        refuse_cloud_run()
        self._open_table = cache(lambda: QueueTable(open_file()))
        self._lock = lock
        self._lanes = lanes
        self._timeout = timeout_seconds
        self._token = QueueToken(secret, timeout_seconds)
        self._dispatcher: Dispatcher | None = None
        self._second: ItemRunner | None = None

    def enqueue(self, tasks: Sequence[Task]) -> None:
        """See `shared.ports.TaskQueue.enqueue`."""
        traceparent = current_traceparent()
        headers = {} if traceparent is None else {"traceparent": traceparent}
        self._open_table().put(tasks, json.dumps(headers), time.time())
        if self._dispatcher is not None:
            self._dispatcher.wake()
            self._announce(sum(task.queue is QueueName.ITEMS for task in tasks))

    def admit(self, token: str, path: str) -> None:
        """See `shared.ports.TaskCallers.admit`."""
        self._token.admit(token, path)

    def start(self, address: str, second: ItemRunner | None = None) -> None:
        """See `shared.ports.TaskDelivery.start`."""

        def open_courier(name: QueueName, number: int) -> Courier:
            shares = second is not None and name is QueueName.ITEMS and number % 5 >= _OWN_OF_FIVE
            return Courier(elsewhere if shares else lambda: address, self._token, self._timeout)

        def elsewhere() -> str:
            return (second and second.address()) or address

        self._second = second
        self._dispatcher = Dispatcher(self._open_table(), self._lock, self._lanes, open_courier)
        self._announce(self.waiting())
        self._dispatcher.start()

    def _announce(self, items: int) -> None:
        if self._second is not None and items:
            self._second.expect(items)

    def pause(self) -> None:
        """See `shared.ports.TaskDelivery.pause`."""
        if self._dispatcher is not None:
            self._dispatcher.pause()

    def waiting(self) -> int:
        """How many tasks are not over."""
        return self._open_table().waiting()

    def close(self) -> None:
        """See `shared.ports.TaskQueue.close`; deliveries under way are waited for, but not for long."""
        if self._dispatcher is not None:
            self._dispatcher.stop(_GRACE_SECONDS)
            self._dispatcher = None
