"""The workspace's batches, how far each has come, and the items of one."""

from datetime import timedelta
from typing import NamedTuple

from shared.domain.batch import Batch, BatchItem, BatchState, BatchTally, ItemState
from shared.domain.errors import NotFoundError
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store
from shared.services.change_batch import NO_SUCH_BATCH

_SHORTEST_POLL_MS, _LONGEST_POLL_MS = 1_000, 10_000
_POLLS = 50
"""Who looks as often as this until the end sees each step that matters."""


class BatchStatus(NamedTuple):
    """A batch and how far it has come.

    `eta` is how long it still takes if it goes on as so far; None where that cannot be said. `poll_after_ms` is when
    looking again makes sense; None once nothing changes any more.
    """

    batch: Batch
    tally: BatchTally
    eta: timedelta | None
    poll_after_ms: int | None


class ListBatches:
    """GET /v1/batches, GET /v1/batches/{id} and GET /v1/batches/{id}/items."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(
        self, principal: Principal, state: BatchState | None, after: Position | None, limit: int
    ) -> Slice[BatchStatus]:
        """A page of the batches, newest first; of one state, if it is given."""
        found = self._store.of(principal.workspace_id).batches.newest(state, after, limit)
        return Slice([self.status(principal, batch) for batch in found.items], found.next_position)

    def one(self, principal: Principal, batch_id: str) -> BatchStatus:
        """The batch and how far it has come. Raises NotFoundError."""
        batch = self._store.of(principal.workspace_id).batches.find(batch_id)
        if batch is None:
            raise NotFoundError(NO_SUCH_BATCH)
        return self.status(principal, batch)

    def items(
        self, principal: Principal, batch_id: str, state: ItemState | None, after: Position | None, limit: int
    ) -> Slice[BatchItem]:
        """A page of the items, in the order of the rows; of one state, if it is given. Raises NotFoundError."""
        batches = self._store.of(principal.workspace_id).batches
        if batches.find(batch_id) is None:
            raise NotFoundError(NO_SUCH_BATCH)
        return batches.items(batch_id).in_order(state, after, limit)

    def status(self, principal: Principal, batch: Batch) -> BatchStatus:
        """How far the batch has come: by counting, as long as anything in it can move."""
        tally = batch.final or tally_of(self._store, principal.workspace_id, batch)
        eta = self._eta(batch, tally)
        return BatchStatus(batch, tally, eta, None if batch.finished_at else _poll_after_ms(batch, eta))

    def _eta(self, batch: Batch, tally: BatchTally) -> timedelta | None:
        counts = tally.counts
        over = counts.done + counts.failed + counts.skipped
        if batch.finished_at is not None:
            return timedelta(0)
        if not batch.is_open or batch.started_at is None or over == 0:
            return None
        worked = self._clock.now() - batch.started_at - timedelta(seconds=batch.paused_seconds)
        return worked / over * (counts.pending + counts.running)


def tally_of(store: Store, workspace_id: str, batch: Batch) -> BatchTally:
    """The batch's items, counted; rows that are no items yet are waiting, or were cancelled with it."""
    items = store.of(workspace_id).batches.items(batch.id)
    counts = items.counts()
    missing = max(0, batch.total - sum(counts.model_dump().values()))
    place = "cancelled" if batch.state is BatchState.CANCELLED else "pending"
    counts = counts.model_copy(update={place: getattr(counts, place) + missing})
    return BatchTally(counts=counts, cost_micros=items.cost_micros())


def _poll_after_ms(batch: Batch, eta: timedelta | None) -> int:
    if not batch.is_open:
        return _LONGEST_POLL_MS
    share = 0 if eta is None else round(eta.total_seconds() * 1000 / _POLLS)
    return min(_LONGEST_POLL_MS, max(_SHORTEST_POLL_MS, share))
