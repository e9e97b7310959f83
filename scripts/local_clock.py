"""The clock of a laptop, in place of Cloud Scheduler: once a minute it puts a tick into the queue.

The queue delivers it to functions/tasks like any other task, so that both modes run one code path. A tick's name is its
minute: two servers over one folder, or a quick restart, make one tick.
"""

import threading
from datetime import datetime

from shared.domain.errors import OutreachError
from shared.domain.ids import derived_id
from shared.domain.tasks import TICK_PATH, Task
from shared.ports import Clock, TaskQueue
from shared.telemetry.logs import get_logger

_log = get_logger()


def tick_task(moment: datetime) -> Task:
    """The tick of the minute."""
    return Task(derived_id("tick", f"{moment:%Y-%m-%dT%H:%M}"), TICK_PATH, {})


class LocalClock:
    """Ticks at its start, for what fell due while the laptop was off, then at each full minute until it is ended."""

    def __init__(self, queue: TaskQueue, clock: Clock) -> None:
        self._queue = queue
        self._clock = clock
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="local-clock", daemon=True)

    def start(self) -> None:
        """Begin to tick."""
        self._thread.start()

    def end(self) -> None:
        """Tick no more."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            self._tick()
            now = self._clock.now()
            if self._ending.wait(60 - now.second - now.microsecond / 1_000_000):
                return

    def _tick(self) -> None:
        try:
            self._queue.enqueue([tick_task(self._clock.now())])
        except OutreachError as error:  # the next minute's tick finds the same things due
            _log.warning("tick_not_enqueued", code=error.code)
