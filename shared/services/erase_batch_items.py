"""Take one person out of a batch: out of the rows that came with its request, and out of its items."""

from datetime import datetime

from shared.domain.batch import OPEN_STATES, Batch, BatchChunk, BatchItem, BatchRow, ItemState
from shared.domain.erasure import Erasure, PersonMarks
from shared.ports import Clock
from shared.repositories.store import Store, WorkspaceStore
from shared.services.batch_source import row_of_nobody


class EraseBatchItems:
    """An item that is being written at this moment gets a new version, so that its message is never stored."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, workspace_id: str, erasure: Erasure, batch: Batch) -> None:
        """Leave rows and items of nobody in the person's places, so that the batch's figures stay. Safe to repeat.

        Raises WriteConflictError if somebody changed an item meanwhile.
        """
        store = self._store.of(workspace_id)
        if batch.import_id is None:
            self._rows(store, erasure, batch)
        for item, version in items_of(store, erasure.prospect_id, erasure.marks, batch.id):
            left = _without_person(item, self._clock.now())
            self._store.documents.write([store.batches.items(batch.id).change(item.id, left, version)])

    def _rows(self, store: WorkspaceStore, erasure: Erasure, batch: Batch) -> None:
        chunks = store.batches.chunks(batch.id)
        numbers = [str(number) for number in range(batch.chunks)]
        for number, chunk in zip(numbers, chunks.find_many(numbers), strict=True):
            rows = [] if chunk is None else chunk.rows
            left = [row_of_nobody(row.row) if _is_about(store, erasure, row) else row for row in rows]
            if left != rows:
                self._store.documents.write([chunks.replacement(number, BatchChunk(rows=left))])


def _without_person(item: BatchItem, now: datetime) -> BatchItem:
    """One that was still to be written is cancelled; the id of a removed message stays, for its cost is counted."""
    gone: dict[str, object] = {"person": None, "prospect": None, "prospect_id": None}
    if item.state in OPEN_STATES:
        gone |= {"state": ItemState.CANCELLED, "claim": None, "lease_until": None, "finished_at": now}
    return item.model_copy(update=gone)


def items_of(store: WorkspaceStore, prospect_id: str, marks: PersonMarks, batch_id: str) -> list[tuple[BatchItem, str]]:
    """The items of a batch that are about the person, with their versions.

    A name in common is not enough where the item knows which stored person it is for, or another address.
    """
    items = store.batches.items(batch_id)
    wanted = [store.erasures.id_of(prospect_id), *marks.all]
    found = {item.id: (item, version) for mark in wanted for item, version in items.about(mark)}

    def is_theirs(item: BatchItem) -> bool:
        named = item.prospect_id or (item.person and item.person.id)
        return named == prospect_id if named else marks.are_of(items.marks_of(item))

    return [(item, version) for item, version in found.values() if is_theirs(item)]


def _is_about(store: WorkspaceStore, erasure: Erasure, row: BatchRow) -> bool:
    if row.prospect is None:
        return row.prospect_id == erasure.prospect_id
    return erasure.marks.are_of(store.erasures.hashes.marks(row.prospect))
