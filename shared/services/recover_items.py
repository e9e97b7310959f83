"""Take care of the items of a batch that nobody else will: whose lease has ended, or that a person wants again."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from shared.domain.batch import OPEN_STATES, Batch, BatchItem, ItemState
from shared.domain.errors import Sentence, UpstreamFailedError, WriteConflictError
from shared.domain.item_problem import ItemProblem
from shared.ports import Clock, TaskQueue
from shared.repositories.batches import BatchItems
from shared.repositories.store import Store
from shared.services.batch_tasks import item_task
from shared.telemetry.logs import get_logger

MAX_ATTEMPTS = 20
"""A run that ends without a word (a killed process) leaves its lease; an item that does so again and again is at fault
itself. Failures that are told end an item earlier, with the last attempt of its task.
"""

_AT_ONCE = 250
_log = get_logger()
_ABANDONED = UpstreamFailedError(
    Sentence(
        "El proceso que escribía este mensaje se interrumpió demasiadas veces.",
        "The process that was writing this message was interrupted too often.",
    )
)

Found = Sequence[tuple[BatchItem, str]]


class RecoverItems:
    """`patience_seconds`: how long an enqueued item may wait before its task counts as lost."""

    def __init__(self, store: Store, queue: TaskQueue, clock: Clock, patience_seconds: float) -> None:
        self._store = store
        self._queue = queue
        self._clock = clock
        self._patience = timedelta(seconds=patience_seconds)

    def __call__(self, workspace_id: str, batch: Batch) -> None:
        """Make new tasks for items whose lease has ended, and give up those that never come to an end."""
        items, now = self._store.of(workspace_id).batches.items(batch.id), self._clock.now()
        lost = [
            *items.until(ItemState.RUNNING, now, _AT_ONCE),
            *items.until(ItemState.PENDING, self._given_before(batch, now), _AT_ONCE),
        ]
        hopeless = [found for found in lost if found[0].attempts >= MAX_ATTEMPTS]
        self._mark(items, hopeless, lambda item: _given_up(item, now))
        self._enqueue_again(workspace_id, batch, items, [found for found in lost if found not in hopeless])

    def retry_failed(self, workspace_id: str, batch: Batch, limit: int) -> int:
        """Let at most `limit` items wait again that failed before a person said so; how many there are.

        Their leases have ended already, so that the next step makes tasks for them.
        """
        if batch.retry_failed_until is None or limit <= 0:
            return 0
        items, now = self._store.of(workspace_id).batches.items(batch.id), self._clock.now()
        failed = items.until(ItemState.FAILED, batch.retry_failed_until, min(limit, _AT_ONCE))
        self._mark(items, failed, lambda item: _waiting_again(item, now))
        return len(failed)

    def cancel_pending(self, workspace_id: str, batch: Batch) -> bool:
        """Cancel the items that have not begun; whether any is still open."""
        items, now = self._store.of(workspace_id).batches.items(batch.id), self._clock.now()
        over = {"state": ItemState.CANCELLED, "prospect": None, "lease_until": None, "finished_at": now}
        self._mark(items, items.in_state(ItemState.PENDING, _AT_ONCE), lambda item: item.model_copy(update=over))
        return items.count(*OPEN_STATES) > 0

    def _given_before(self, batch: Batch, now: datetime) -> datetime:
        """A waiting item whose lease ends by then has no task: its time is over, or the batch was paused since."""
        return now if batch.resumed_at is None else max(now, batch.resumed_at + self._patience)

    def _enqueue_again(self, workspace_id: str, batch: Batch, items: BatchItems, lost: Found) -> None:
        """Enqueued first and marked then: a crash between the two enqueues the same tasks again."""
        if not lost:
            return
        self._queue.enqueue([item_task(workspace_id, batch.id, item.id, item.generation + 1) for item, _ in lost])
        until = self._clock.now() + self._patience
        self._mark(items, lost, lambda item: _enqueued_again(item, until))
        _log.info("items_enqueued_again", batch_id=batch.id, count=len(lost))

    def _mark(self, items: BatchItems, found: Found, change: Callable[[BatchItem], BatchItem]) -> None:
        """Store the changed items; one that somebody has changed meanwhile is left as it is."""
        operations = [items.change(item.id, change(item), version) for item, version in found]
        if not operations:
            return
        try:
            self._store.documents.write(operations)
        except WriteConflictError:
            for operation in operations if len(operations) > 1 else ():
                try:
                    self._store.documents.write([operation])
                except WriteConflictError:
                    continue


def _enqueued_again(item: BatchItem, until: datetime) -> BatchItem:
    again = {"state": ItemState.PENDING, "claim": None, "generation": item.generation + 1, "lease_until": until}
    return item.model_copy(update=again)


def _waiting_again(item: BatchItem, now: datetime) -> BatchItem:
    waiting = {"state": ItemState.PENDING, "attempts": 0, "lease_until": now, "finished_at": None}
    return item.model_copy(update=waiting)


def _given_up(item: BatchItem, now: datetime) -> BatchItem:
    error = item.error or ItemProblem.of(_ABANDONED)
    over = {"state": ItemState.FAILED, "claim": None, "lease_until": None, "finished_at": now, "error": error}
    return item.model_copy(update=over)
