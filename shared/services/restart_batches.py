"""Start the passes again of batches that have stopped advancing: what the clock's tick does for them."""

from datetime import datetime, timedelta

from shared.domain.batch import Batch, BatchState
from shared.ports import Clock, TaskQueue
from shared.repositories.open_batches import OpenBatch
from shared.repositories.store import Store
from shared.services.batch_tasks import advance_task
from shared.telemetry.logs import get_logger

STALE = timedelta(minutes=1)
_MOST = 1000

_log = get_logger()


class RestartBatches:
    """A task that is lost, or forgotten after its last attempt, ends a chain of passes; this begins it anew."""

    def __init__(self, store: Store, queue: TaskQueue, clock: Clock) -> None:
        self._store = store
        self._queue = queue
        self._clock = clock

    def __call__(self) -> int:
        """How many batches had not advanced for a minute and were given a pass."""
        now = self._clock.now()
        stale = [entry for entry in self._store.open_batches.before(now - STALE, _MOST) if self._is_stale(entry, now)]
        for entry in stale:
            _log.warning("batch_restarted", workspace_id=entry.workspace_id, batch_id=entry.batch_id)
        return len(stale)

    def _is_stale(self, entry: OpenBatch, now: datetime) -> bool:
        batch = self._store.of(entry.workspace_id).batches.find(entry.batch_id)
        if batch is None or not _wants_passes(batch) or batch.progress.advanced_at > now - STALE:
            return False
        # The pass's own name may be known as done: this minute's is not, and two ticks of one minute make one task.
        nonce = f"{now:%Y-%m-%dT%H:%M}"
        task = advance_task(entry.workspace_id, batch.id, batch.progress.next_pass, nonce=nonce)
        self._queue.enqueue([task])
        return True


def _wants_passes(batch: Batch) -> bool:
    return batch.is_open or (batch.state is BatchState.CANCELLED and batch.finished_at is None)
