"""Have events delivered: once a minute each workspace that has webhooks gets a task of its own."""

from shared.domain.ids import derived_id
from shared.domain.tasks import DELIVER_EVENTS_PATH, Task
from shared.ports import Clock, TaskQueue
from shared.repositories.store import Store

_A_PAGE = 200


class AnnounceEvents:
    """A step of the clock's tick. Deliveries that failed and are due again go the same way."""

    def __init__(self, store: Store, queue: TaskQueue, clock: Clock) -> None:
        self._store = store
        self._queue = queue
        self._clock = clock

    def __call__(self) -> int:
        """How many workspaces got a task."""
        after, count = None, 0
        while True:
            page = self._store.listeners.all(after, _A_PAGE)
            if page.items:
                self._queue.enqueue([self._task(listener.workspace_id) for listener in page.items])
            count += len(page.items)
            after = page.next_position
            if after is None:
                return count

    def _task(self, workspace_id: str) -> Task:
        """One a minute, whoever asks for it."""
        minute = f"{self._clock.now():%Y-%m-%dT%H:%M}"
        name = derived_id("deliver-events", workspace_id, minute)
        return Task(name, DELIVER_EVENTS_PATH, {"workspace_id": workspace_id})
