"""One pass over a batch: what moves it on, whatever has happened since the last one.

A pass makes missing items, enqueues them, takes care of those whose lease has ended, and enqueues the next pass. Every
step is stored before the next one relies on it and may be repeated: a pass that dies in the middle is done again from
what it left. There is no other mechanism: fan-out, fairness between batches, pause, budget, recovery and completion are
all here.
"""

from datetime import datetime, timedelta

from shared.domain.batch import OPEN_STATES, Batch, BatchProgress, BatchState, StoppedBy
from shared.domain.documents import Operation
from shared.domain.errors import UnknownOutcomeError, WriteConflictError
from shared.domain.ids import derived_id
from shared.domain.webhook import Event
from shared.ports import Clock, TaskQueue
from shared.repositories.outbox import Outbox, OutboxEntry
from shared.repositories.store import Store, WorkspaceStore
from shared.services.batch_budget import BatchBudget
from shared.services.batch_tasks import advance_task
from shared.services.change_batch import paused
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_batches import tally_of
from shared.services.make_items import MakeItems
from shared.services.recover_items import RecoverItems
from shared.telemetry.logs import get_logger

_log = get_logger()


class AdvanceBatch:
    """POST /v1/tasks/advance-batch. `interval_seconds` is the longest pause between two passes."""

    def __init__(
        self,
        store: Store,
        queue: TaskQueue,
        make_items: MakeItems,
        recover_items: RecoverItems,
        budget: BatchBudget,
        clock: Clock,
        interval_seconds: float,
    ) -> None:
        self._store = store
        self._queue = queue
        self._make_items = make_items
        self._recover_items = recover_items
        self._budget = budget
        self._clock = clock
        self._interval = interval_seconds

    def __call__(self, workspace_id: str, batch_id: str, number: int) -> None:
        """Make the pass of this number; nothing if a later one was made, or if the batch stands still.

        Raises what store and queue raise: the pass is then made again.
        """
        retrying_conflicts(lambda: self._pass(workspace_id, batch_id, number))

    def _pass(self, workspace_id: str, batch_id: str, number: int) -> None:
        store = self._store.of(workspace_id)
        found = store.batches.find_versioned(batch_id)
        if found is None or number < found[0].progress.next_pass:
            return
        batch, version = found
        if batch.is_open:
            self._move(workspace_id, store, batch, version, number)
        elif batch.state is BatchState.CANCELLED and batch.finished_at is None:
            self._wind_up(workspace_id, store, batch, version, number)
        else:
            _log.info("batch_stands_still", batch_id=batch_id, state=batch.state.value)

    def _move(self, workspace_id: str, store: WorkspaceStore, batch: Batch, version: str, number: int) -> None:
        if self._is_paused(workspace_id):
            self._go_on(workspace_id, store, batch, version, number)
            return
        allowance = self._budget(workspace_id, batch)
        again = self._recover_items.retry_failed(workspace_id, batch, allowance.items)
        self._recover_items(workspace_id, batch)
        batch, version = self._make_items(workspace_id, batch, version, allowance.items - again)
        open_items = store.batches.items(batch.id).count(*OPEN_STATES)
        if open_items == 0 and batch.has_all_items:
            self._end(workspace_id, store, batch, version)
        elif open_items == 0 and allowance.is_used_up:
            self._stop(store, batch, version)
        else:
            self._go_on(workspace_id, store, batch, version, number)

    def _is_paused(self, workspace_id: str) -> bool:
        """Whether the workspace has paused all generation; its batches wait for it without ending."""
        found = self._store.workspaces.settings(workspace_id)
        return found is not None and found[0].generation_paused

    def _wind_up(self, workspace_id: str, store: WorkspaceStore, batch: Batch, version: str, number: int) -> None:
        """Of a cancelled batch: what has not begun never does, what runs is waited for."""
        if self._recover_items.cancel_pending(workspace_id, batch):
            self._go_on(workspace_id, store, batch, version, number)
        else:
            self._end(workspace_id, store, batch, version)

    def _go_on(self, workspace_id: str, store: WorkspaceStore, batch: Batch, version: str, number: int) -> None:
        """Enqueue the next pass, then say that this one is over: a crash between the two repeats this one."""
        now = self._clock.now()
        after = advance_task(workspace_id, batch.id, number + 1, now + self._pause(number))
        self._queue.enqueue([after])
        progress = batch.progress.model_copy(update={"next_pass": number + 1, "unqueued": [], "advanced_at": now})
        self._write(store, batch, version, _moved(batch, progress, now), [])

    def _stop(self, store: WorkspaceStore, batch: Batch, version: str) -> None:
        stopped = paused(batch, self._clock.now(), StoppedBy.BUDGET)
        self._write(store, batch, version, stopped, [self._store.open_batches.deletion(batch.id)])
        _log.warning("batch_stopped", batch_id=batch.id, reason=StoppedBy.BUDGET.value)

    def _end(self, workspace_id: str, store: WorkspaceStore, batch: Batch, version: str) -> None:
        """Nothing is open any more: completed, or cancelled for good, and off the clock's list."""
        now = self._clock.now()
        operations: list[Operation] = [self._store.open_batches.deletion(batch.id)]
        ended = batch.model_copy(update={"finished_at": now, "final": tally_of(self._store, workspace_id, batch)})
        if batch.is_open:
            ended = ended.model_copy(update={"state": BatchState.COMPLETED})
            operations.append(self._completion(workspace_id, batch, now))
        self._write(store, batch, version, ended, operations)
        _log.info("batch_ended", batch_id=batch.id, state=ended.state.value)

    def _completion(self, workspace_id: str, batch: Batch, now: datetime) -> Operation:
        id_ = derived_id("outbox", batch.id, Event.BATCH_COMPLETED, now.isoformat())
        entry = OutboxEntry(id=id_, event=Event.BATCH_COMPLETED, at=now, batch_id=batch.id)
        return Outbox(self._store.documents, workspace_id).creation(id_, entry)

    def _write(
        self, store: WorkspaceStore, batch: Batch, version: str, changed: Batch, belonging: list[Operation]
    ) -> None:
        try:
            self._store.documents.write([store.batches.change(batch.id, changed, version), *belonging])
        except UnknownOutcomeError as error:
            if store.batches.find(batch.id) != changed:
                raise WriteConflictError(error.sentence) from error

    def _pause(self, number: int) -> timedelta:
        """Short passes first: a small batch should not look unfinished for long."""
        return timedelta(seconds=min(self._interval, self._interval / 8 * 2.0 ** min(number, 10)))


def _moved(batch: Batch, progress: BatchProgress, now: datetime) -> Batch:
    if batch.state is BatchState.CANCELLED:
        return batch.model_copy(update={"progress": progress})
    started = batch.started_at or now
    return batch.model_copy(update={"progress": progress, "state": BatchState.RUNNING, "started_at": started})
