"""Make the items of a batch that are missing, and their tasks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared.domain.batch import Batch, BatchItem, BatchRow, ItemState, item_id
from shared.domain.errors import UnknownOutcomeError, WriteConflictError
from shared.domain.message import ProspectSummary
from shared.ports import Clock, TaskQueue
from shared.repositories.store import Store, WorkspaceStore
from shared.services.batch_source import rows_of
from shared.services.batch_tasks import item_task

ITEMS_A_WRITE = 250


class MakeItems:
    """Items are stored together with how far the batch has come, so no row is made twice or left out; then they are
    enqueued, and the batch remembers which may not be until its next write.
    """

    def __init__(self, store: Store, queue: TaskQueue, clock: Clock, patience_seconds: float) -> None:
        self._store = store
        self._queue = queue
        self._clock = clock
        self._patience = timedelta(seconds=patience_seconds)

    def __call__(self, workspace_id: str, batch: Batch, version: str, limit: int) -> tuple[Batch, str]:
        """At most `limit` further items, pending and enqueued; the batch as it is stored then, and its version.

        Raises WriteConflictError if somebody else has changed the batch.
        """
        store = self._store.of(workspace_id)
        self._enqueue(workspace_id, batch)
        while limit > 0 and not batch.has_all_items:
            rows = rows_of(store, batch, batch.progress.chunk)
            chosen = rows[batch.progress.offset :][: min(limit, ITEMS_A_WRITE)]
            batch = _beyond(batch, chosen, len(rows))
            if chosen:
                version = self._create(store, batch, chosen, version)
                self._enqueue(workspace_id, batch)
            limit -= len(chosen)
        return batch, version

    def _create(self, store: WorkspaceStore, batch: Batch, rows: Sequence[BatchRow], version: str) -> str:
        now = self._clock.now()
        items = store.batches.items(batch.id)
        made = [_item(batch, row, now, now + self._patience) for row in rows]
        operations = [items.creation(item.id, item) for item in made]
        try:
            return self._store.documents.write([*operations, store.batches.change(batch.id, batch, version)])
        except UnknownOutcomeError as error:
            raise WriteConflictError(error.sentence) from error  # the batch, read again, says how far it came

    def _enqueue(self, workspace_id: str, batch: Batch) -> None:
        rows = batch.progress.unqueued
        if rows:
            self._queue.enqueue([item_task(workspace_id, batch.id, item_id(batch.id, row), 1) for row in rows])


def _beyond(batch: Batch, chosen: Sequence[BatchRow], rows_in_chunk: int) -> Batch:
    """The batch once the chosen rows are items."""
    progress = batch.progress
    offset = progress.offset + len(chosen)
    is_over = offset >= rows_in_chunk
    moved = progress.model_copy(
        update={
            "chunk": progress.chunk + int(is_over),
            "offset": 0 if is_over else offset,
            "created": progress.created + len(chosen),
            "unqueued": [row.row for row in chosen if not _repeats(row)],
        }
    )
    return batch.model_copy(update={"progress": moved})


def _repeats(row: BatchRow) -> bool:
    """Whether an earlier row asks for the same: the same person, and no format of its own."""
    return row.repeated and row.wishes.format is None


def _item(batch: Batch, row: BatchRow, now: datetime, lease_until: datetime) -> BatchItem:
    # The row was checked when it came in: to check a profile again takes longer than to read it.
    item = BatchItem.model_construct(
        id=item_id(batch.id, row.row),
        row=row.row,
        person=_person(row),
        prospect=row.prospect,
        prospect_id=row.prospect_id,
        follows=row.follows,
        wishes=row.wishes,
        lease_until=lease_until,
        created_at=now,
    )
    if not _repeats(row):
        return item
    skipped = {"state": ItemState.SKIPPED, "prospect": None, "lease_until": None, "finished_at": now}
    return item.model_copy(update=skipped)


def _person(row: BatchRow) -> ProspectSummary | None:
    known = row.prospect
    if known is None:
        return None
    return ProspectSummary(id="", full_name=known.full_name or "", title=known.title, company=known.company)
