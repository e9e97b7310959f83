"""What a person, or a limit, does to a running batch: pause, resume, cancel, try failures again, stop."""

from collections.abc import Callable
from datetime import datetime

from shared.domain.batch import Batch, BatchState, ItemState, StoppedBy
from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, NotFoundError, Sentence
from shared.domain.ids import derived_id
from shared.domain.principal import Principal
from shared.ports import Clock, TaskQueue
from shared.repositories.open_batches import OpenBatch
from shared.repositories.store import Store
from shared.services.batch_tasks import advance_task
from shared.services.guarded_change import retrying_conflicts
from shared.telemetry.logs import get_logger

_log = get_logger()

NO_SUCH_BATCH = Sentence("No hay ningún lote con ese identificador.", "No batch has this id.")
_NOT_OPEN = Sentence("Este lote ya ha terminado o está en pausa.", "This batch has ended or is paused.")
_NOT_PAUSED = Sentence("Este lote no está en pausa.", "This batch is not paused.")
_ENDED = Sentence("Este lote ya ha terminado.", "This batch has ended.")
_CANCELLED = Sentence("Este lote se canceló.", "This batch was cancelled.")
_NO_FAILURES = Sentence("En este lote no ha fallado nada.", "Nothing in this batch has failed.")
_OVER_BUDGET = Sentence(
    "El lote paró al llegar a su presupuesto: indica uno mayor en budget_micros para seguir.",
    "The batch stopped at its budget: name a larger one in budget_micros to go on.",
)


class ChangeBatch:
    """POST /v1/batches/{id}/pause, resume, cancel and retry-failed. Each is answered the same when it is repeated."""

    def __init__(self, store: Store, queue: TaskQueue, clock: Clock) -> None:
        self._store = store
        self._queue = queue
        self._clock = clock

    def pause(self, principal: Principal, batch_id: str) -> Batch:
        """Begin no further item; those that run finish. Raises ConflictError if the batch has ended."""

        def pause(batch: Batch) -> Batch:
            if batch.state is BatchState.PAUSED:
                return batch
            _require(batch.is_open, _NOT_OPEN)
            return paused(batch, self._clock.now())

        return self._change(principal.workspace_id, batch_id, pause)

    def resume(self, principal: Principal, batch_id: str, budget_micros: int | None) -> Batch:
        """Go on, with another budget if one is given.

        Raises ConflictError if the batch is not paused, or stopped at its budget and gets no larger one.
        """

        def resumed(batch: Batch) -> Batch:
            if batch.is_open:
                return batch
            _require(batch.state is BatchState.PAUSED, _NOT_PAUSED)
            budget = batch.budget_micros if budget_micros is None else budget_micros
            raised = (budget or 0) > (batch.budget_micros or 0)
            _require(batch.stopped_by is not StoppedBy.BUDGET or raised, _OVER_BUDGET)
            now = self._clock.now()
            stood = (now - (batch.paused_at or now)).total_seconds()
            return _running(
                batch,
                budget_micros=budget,
                resumed_at=now,
                paused_at=None,
                paused_seconds=batch.paused_seconds + stood,
            )

        return self._moving(principal, self._change(principal.workspace_id, batch_id, resumed))

    def cancel(self, principal: Principal, batch_id: str) -> Batch:
        """Never begin the items that have not begun. Raises ConflictError if the batch is completed."""

        def cancelled(batch: Batch) -> Batch:
            if batch.state is BatchState.CANCELLED:
                return batch
            _require(batch.state is not BatchState.COMPLETED, _ENDED)
            return batch.model_copy(update={"state": BatchState.CANCELLED, "stopped_by": None})

        return self._moving(principal, self._change(principal.workspace_id, batch_id, cancelled))

    def retry_failed(self, principal: Principal, batch_id: str) -> Batch:
        """Try all failed items again. Raises ConflictError if none has failed, or if the batch was cancelled."""
        items = self._store.of(principal.workspace_id).batches.items(batch_id)
        any_failed = items.count(ItemState.FAILED) > 0

        def retrying(batch: Batch) -> Batch:
            _require(batch.state is not BatchState.CANCELLED, _CANCELLED)
            _require(any_failed, _NO_FAILURES)
            until = {"retry_failed_until": self._clock.now()}
            if batch.state is BatchState.COMPLETED:
                return _running(batch, finished_at=None, final=None, **until)
            return batch.model_copy(update=until)

        return self._moving(principal, self._change(principal.workspace_id, batch_id, retrying))

    def stop(self, workspace_id: str, batch_id: str, reason: StoppedBy) -> None:
        """The batch stops itself for the reason; nothing happens to one that no longer runs."""

        def stopped(batch: Batch) -> Batch:
            if not batch.is_open:
                return batch
            return paused(batch, self._clock.now(), reason)

        self._change(workspace_id, batch_id, stopped)
        _log.warning("batch_stopped", workspace_id=workspace_id, batch_id=batch_id, reason=reason.value)

    def _change(self, workspace_id: str, batch_id: str, change: Callable[[Batch], Batch]) -> Batch:
        """The batch after the change, which is stored unless it changes nothing. Raises NotFoundError."""
        return retrying_conflicts(lambda: self._change_once(workspace_id, batch_id, change))

    def _change_once(self, workspace_id: str, batch_id: str, change: Callable[[Batch], Batch]) -> Batch:
        batches = self._store.of(workspace_id).batches
        found = batches.find_versioned(batch_id)
        if found is None:
            raise NotFoundError(NO_SUCH_BATCH)
        batch, version = found
        changed = change(batch)
        if changed != batch:
            change_ = batches.change(batch_id, changed, version)
            self._store.documents.write([change_, self._listing(workspace_id, changed)])
        return changed

    def _listing(self, workspace_id: str, batch: Batch) -> Operation:
        """The clock looks after a batch unless it is paused."""
        if batch.state is BatchState.PAUSED:
            return self._store.open_batches.deletion(batch.id)
        listed = OpenBatch(workspace_id=workspace_id, batch_id=batch.id, since=batch.created_at)
        return self._store.open_batches.replacement(batch.id, listed)

    def _moving(self, principal: Principal, batch: Batch) -> Batch:
        """The batch, with a pass enqueued now: the chain of passes ended when it stopped, or is a while off."""
        if batch.state is not BatchState.PAUSED:
            nonce = derived_id("changed", self._clock.now().isoformat())
            task = advance_task(principal.workspace_id, batch.id, batch.progress.next_pass, nonce=nonce)
            self._queue.enqueue([task])
        return batch


def paused(batch: Batch, now: datetime, stopped_by: StoppedBy | None = None) -> Batch:
    """The batch standing still, for the reason if it stopped itself."""
    return batch.model_copy(update={"state": BatchState.PAUSED, "stopped_by": stopped_by, "paused_at": now})


def _running(batch: Batch, **changes: object) -> Batch:
    return batch.model_copy(update={"state": BatchState.RUNNING, "stopped_by": None, **changes})


def _require(holds: bool, otherwise: Sentence) -> None:
    if not holds:
        raise ConflictError(otherwise)
