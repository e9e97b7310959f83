"""Start a batch: only the batch is written, whatever its size; `advance_batch` makes the items."""

from collections.abc import Iterator
from datetime import datetime

from shared.domain.batch import Author, Batch, BatchChunk, BatchProgress, BatchRequest, BatchRow, BatchState
from shared.domain.documents import Operation
from shared.domain.errors import InvalidInputError, UnknownOutcomeError, WriteConflictError
from shared.domain.principal import Principal
from shared.domain.tasks import Task
from shared.ports import Clock, TaskQueue
from shared.repositories.open_batches import OpenBatch
from shared.repositories.store import Store, WorkspaceStore
from shared.services.batch_tasks import advance_task
from shared.services.read_settings import ReadSettings

_CHUNK_ROWS = 250
_CHUNK_BYTES = 600_000


class StartBatch:
    """POST /v1/batches, and what a schedule does when it fires."""

    def __init__(self, store: Store, queue: TaskQueue, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._queue = queue
        self._read_settings = read_settings
        self._clock = clock

    def __call__(
        self, principal: Principal, request: BatchRequest, batch_id: str, *, schedule_id: str | None = None
    ) -> Batch:
        """The stored batch, queued.

        A repetition with the same id, after a crash or by a second instance, answers the batch as it stands: so one
        request, or one fire of a schedule, makes one batch. Raises InvalidInputError at /import_id.
        """
        store = self._store.of(principal.workspace_id)
        batch = store.batches.find(batch_id) or self._create(store, principal, request, batch_id, schedule_id)
        self._queue.enqueue([self._first_pass(principal, batch)])
        return batch

    def _create(
        self,
        store: WorkspaceStore,
        principal: Principal,
        request: BatchRequest,
        batch_id: str,
        schedule_id: str | None,
    ) -> Batch:
        now = self._clock.now()
        chunks = list(_chunks(_rows_of(request)))
        batch = self._new(principal, request, batch_id, schedule_id, chunks, now)
        opening = OpenBatch(workspace_id=principal.workspace_id, batch_id=batch_id, since=now)
        chunk_store = store.batches.chunks(batch_id)
        operations: list[Operation] = [
            store.batches.creation(batch_id, batch),
            self._store.open_batches.replacement(batch_id, opening),
            *(chunk_store.creation(str(number), chunk) for number, chunk in enumerate(chunks)),
        ]
        try:
            self._store.documents.write(operations)
        except (WriteConflictError, UnknownOutcomeError):
            stored = store.batches.find(batch_id)
            if stored is None:
                raise
            return stored
        return batch

    def _new(
        self,
        principal: Principal,
        request: BatchRequest,
        batch_id: str,
        schedule_id: str | None,
        chunks: list[BatchChunk],
        now: datetime,
    ) -> Batch:
        return Batch(
            id=batch_id,
            name=request.name,
            state=BatchState.QUEUED,
            schedule_id=schedule_id,
            chunks=len(chunks),
            wishes=request.wishes,
            budget_micros=request.budget_micros,
            currency=self._read_settings(principal).currency,
            total=sum(len(chunk.rows) for chunk in chunks),
            author=Author(id=principal.id, kind=principal.kind, role=principal.role),
            progress=BatchProgress(advanced_at=now),
            created_at=now,
        )

    def _first_pass(self, principal: Principal, batch: Batch) -> Task:
        return advance_task(principal.workspace_id, batch.id, batch.progress.next_pass)


def _rows_of(request: BatchRequest) -> list[BatchRow]:
    if request.import_id is not None:
        raise InvalidInputError.at(
            "/import_id", "No hay ninguna importación con ese identificador.", "No import has this id."
        )
    if request.prospects is not None:
        return [BatchRow(row=row, prospect=person) for row, person in enumerate(request.prospects, start=1)]
    return [BatchRow(row=row, prospect_id=id_) for row, id_ in enumerate(request.prospect_ids or (), start=1)]


def _chunks(rows: list[BatchRow]) -> Iterator[BatchChunk]:
    """The rows in documents that fit: at most 250 rows, and well under the size of a document."""
    chunk: list[BatchRow] = []
    size = 0
    for row in rows:
        row_size = len(row.model_dump_json().encode())
        if chunk and (len(chunk) == _CHUNK_ROWS or size + row_size > _CHUNK_BYTES):
            yield BatchChunk(rows=chunk)
            chunk, size = [], 0
        chunk.append(row)
        size += row_size
    yield BatchChunk(rows=chunk)
