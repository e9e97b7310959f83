"""The part of the embedded queue that runs: one thread that claims what is due, and workers that deliver it."""

import fcntl
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from shared.adapters.embedded.queue_delivery import Answer, Courier
from shared.adapters.embedded.queue_limits import Pace, RetryRule
from shared.adapters.embedded.queue_table import ClaimedTask, QueueTable, Settled
from shared.domain.errors import OutreachError
from shared.domain.tasks import QueueName
from shared.telemetry.logs import get_logger

_POLL_SECONDS = 1.0
"""Another process (the command line) may enqueue, and cannot wake us."""
_STORE_TROUBLE_SECONDS = 0.5

_log = get_logger()


class Lane(NamedTuple):
    """One queue's workers: how many deliveries at a time, how many a second, and when a failed one is tried again."""

    concurrency: int
    rate: float | None
    retry: RetryRule


class Dispatcher:
    """Delivers what is in the table until it is told to stop. Of all processes over one file only one does so.

    `open_courier` is asked once for each worker, by its queue and its number there.
    """

    def __init__(
        self,
        table: QueueTable,
        lock: Path,
        lanes: Mapping[QueueName, Lane],
        open_courier: Callable[[QueueName, int], Courier],
    ) -> None:
        self._table = table
        self._lock = lock
        self._lanes = lanes
        self._open_courier = open_courier
        self._paces = {name: Pace(lane.concurrency, lane.rate) for name, lane in lanes.items()}
        self._work: dict[QueueName, SimpleQueue[ClaimedTask | None]] = {name: SimpleQueue() for name in lanes}
        self._running: Counter[QueueName] = Counter()
        self._settled: list[Settled] = []
        self._in_hand: set[int] = set()
        self._changed = threading.Condition()
        self._stopping = False
        self._is_recovered = False
        self._woken = False
        self._thread = threading.Thread(target=self._run, name="queue-dispatcher", daemon=True)
        self._workers = [
            threading.Thread(target=self._deliver, args=(name, number), name=f"queue-{name}", daemon=True)
            for name, lane in lanes.items()
            for number in range(lane.concurrency)
        ]

    def start(self) -> None:
        """Begin to deliver."""
        for thread in (self._thread, *self._workers):
            thread.start()

    def wake(self) -> None:
        """Look now whether something is due."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Begin no more deliveries; those under way go on, and are noted when they end."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def stop(self, grace_seconds: float) -> None:
        """Begin no more deliveries and return once those under way have ended, or after the grace."""
        self.pause()
        self._thread.join(grace_seconds)
        for name, lane in self._lanes.items():
            for _ in range(lane.concurrency):
                self._work[name].put(None)

    def _run(self) -> None:
        with _held(self._lock, lambda: self._stopping) as is_held:
            if not is_held:
                return
            while not self._is_finished():
                self._guarded(self._turn if self._is_recovered else self._recover)

    def _recover(self) -> float:
        """What is in nobody's hands waits again: what a dead server was delivering, and what a commit claimed whose
        outcome was not known. While the store is in trouble, this is tried again.
        """
        if count := self._table.recover(self._in_hand):
            _log.info("tasks_recovered", count=count)
        self._is_recovered = True
        return 0.0

    def _guarded(self, step: Callable[[], float]) -> None:
        """Take a step and wait as long as it says. Neither trouble with the store (a full disk) nor a bug ends the
        thread: nobody would notice, and nothing would be delivered until the next start.
        """
        try:
            pause = step()
        except OutreachError as error:
            _log.warning("queue_stalled", code=error.code)
            self._stall()
            return
        except Exception:  # noqa: BLE001  see above
            _log.exception("queue_stalled")
            self._stall()
            return
        with self._changed:
            if not (self._woken or self._settled):
                self._changed.wait(pause)
            self._woken = False

    def _stall(self) -> None:
        """Wait a moment; what the step may have claimed all the same is looked for before the next one."""
        self._is_recovered = False
        time.sleep(_STORE_TROUBLE_SECONDS)

    def _turn(self) -> float:
        """Note what has ended and hand out what is due; answers how long nothing need be done, in seconds."""
        now = time.time()
        with self._changed:
            settled = tuple(self._settled)
            wanted = {} if self._stopping else {name: self._wanted(name, now) for name in self._lanes}
        due = {name: self._table.next_due(name) for name, count in wanted.items() if count}
        ready = {name: wanted[name] for name, moment in due.items() if moment is not None and moment <= now}
        if settled or ready:
            claimed = self._table.settle_and_claim(settled, ready, now)
            self._hand_out(claimed, settled)
            if claimed:
                return 0.0
        return self._pause(due, now)

    def _wanted(self, name: QueueName, now: float) -> int:
        return self._paces[name].may_claim(self._running[name], now)

    def _hand_out(self, claimed: list[ClaimedTask], settled: Sequence[Settled]) -> None:
        self._in_hand.difference_update(one.number for one in settled)
        self._in_hand.update(task.number for task in claimed)
        with self._changed:
            del self._settled[: len(settled)]
            for task in claimed:
                self._running[task.queue] += 1
                self._paces[task.queue].claimed(1)
        for task in claimed:
            self._work[task.queue].put(task)

    def _pause(self, due: Mapping[QueueName, float | None], now: float) -> float:
        waits = [moment - now for moment in due.values() if moment is not None]
        waits += [pace.seconds_to_next() or _POLL_SECONDS for pace in self._paces.values()]
        return min(_POLL_SECONDS, max(0.001, min(waits)))

    def _is_finished(self) -> bool:
        with self._changed:
            return self._stopping and not self._settled and not self._running.total()

    def _deliver(self, name: QueueName, number: int) -> None:
        courier = self._open_courier(name, number)
        try:
            for task in iter(self._work[name].get, None):
                if self._stopping:
                    self._put_back(task)
                else:
                    self._note(task, _delivered(courier, task))
        finally:
            courier.close()

    def _note(self, task: ClaimedTask, answer: Answer) -> None:
        settled = self._settled_by(task, answer)
        with self._changed:
            self._running[task.queue] -= 1
            if answer.is_done:
                self._paces[task.queue].succeeded()
            elif answer.asks_to_slow_down:
                self._paces[task.queue].slow_down(time.monotonic())
            self._settled.append(settled)
            self._changed.notify_all()

    def _put_back(self, task: ClaimedTask) -> None:
        """It was claimed ahead of time, and its delivery does not begin any more."""
        with self._changed:
            self._running[task.queue] -= 1
            self._settled.append(Settled(task.number, task.due, was_begun=False))
            self._changed.notify_all()

    def _settled_by(self, task: ClaimedTask, answer: Answer) -> Settled:
        if answer.is_done:
            return Settled(task.number)
        pause = self._lanes[task.queue].retry.pause_after(task.attempt, answer.retry_after)
        event = "task_forgotten" if pause is None else "task_attempt_failed"
        _log.warning(event, route=task.path, attempt=task.attempt, http_status=answer.status)
        return Settled(task.number, None if pause is None else time.time() + pause)


def _delivered(courier: Courier, task: ClaimedTask) -> Answer:
    """The answer. A bug costs the task an attempt, not the queue its worker."""
    try:
        return courier.deliver(task)
    except Exception:  # noqa: BLE001  see above
        _log.exception("task_not_delivered", route=task.path)
        return Answer(None)


@contextmanager
def _held(path: Path, gave_up: Callable[[], bool]) -> Iterator[bool]:
    """Wait for the lock at `path`, which the kernel frees when its holder ends, however it ends; False if given up."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        while not gave_up():
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_POLL_SECONDS / 2)
            else:
                yield True
                return
        yield False
    finally:
        os.close(descriptor)
