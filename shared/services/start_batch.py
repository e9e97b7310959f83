"""Start a batch: only the batch is written, whatever its size; `advance_batch` makes the items."""

from datetime import datetime

from shared.domain.batch import Author, Batch, BatchProgress, BatchRequest, BatchState
from shared.domain.documents import Operation
from shared.domain.errors import UnknownOutcomeError, WriteConflictError
from shared.domain.principal import Principal
from shared.ports import Clock, TaskQueue
from shared.repositories.open_batches import OpenBatch
from shared.repositories.store import Store, WorkspaceStore
from shared.services.batch_source import BatchSource, ReadBatchSource
from shared.services.batch_tasks import advance_task
from shared.services.estimate_batch import BatchEstimate, EstimateBatch
from shared.services.read_settings import ReadSettings


class StartBatch:
    """POST /v1/batches, and what a schedule does when it fires."""

    def __init__(
        self,
        store: Store,
        queue: TaskQueue,
        read_source: ReadBatchSource,
        estimate: EstimateBatch,
        read_settings: ReadSettings,
        clock: Clock,
    ) -> None:
        self._store = store
        self._queue = queue
        self._read_source = read_source
        self._estimate = estimate
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
        if batch.finished_at is None:
            self._queue.enqueue([advance_task(principal.workspace_id, batch.id, batch.progress.next_pass)])
        return batch

    def estimate(self, principal: Principal, request: BatchRequest) -> BatchEstimate:
        """What the batch would take; nothing is stored and no model is called. Raises InvalidInputError."""
        return self._estimate(principal, request, self._read_source(principal, request))

    def _create(
        self,
        store: WorkspaceStore,
        principal: Principal,
        request: BatchRequest,
        batch_id: str,
        schedule_id: str | None,
    ) -> Batch:
        source = self._read_source(principal, request)
        estimate = self._estimate(principal, request, source, batch_id)
        batch = self._new(principal, request, batch_id, source, estimate, self._clock.now())
        batch = batch.model_copy(update={"schedule_id": schedule_id})
        try:
            self._store.documents.write(self._creation(store, principal, batch, source))
        except (WriteConflictError, UnknownOutcomeError):
            stored = store.batches.find(batch_id)
            if stored is None:
                raise
            return stored
        return batch

    def _creation(
        self, store: WorkspaceStore, principal: Principal, batch: Batch, source: BatchSource
    ) -> list[Operation]:
        """The operations that store the batch, the rows that came with it, and that the clock must look after it."""
        listed = OpenBatch(workspace_id=principal.workspace_id, batch_id=batch.id, since=batch.created_at)
        chunks = store.batches.chunks(batch.id)
        return [
            store.batches.creation(batch.id, batch),
            self._store.open_batches.replacement(batch.id, listed),
            *(chunks.creation(str(number), chunk) for number, chunk in enumerate(source.brought)),
        ]

    def _new(
        self,
        principal: Principal,
        request: BatchRequest,
        batch_id: str,
        source: BatchSource,
        estimate: BatchEstimate,
        now: datetime,
    ) -> Batch:
        # Money is counted in the currency of the model's prices; without anybody to estimate for nothing will cost any.
        writing = estimate.writing
        currency = self._read_settings(principal).currency if writing is None else writing.currency
        return Batch(
            id=batch_id,
            name=request.name,
            state=BatchState.QUEUED,
            import_id=source.import_id,
            import_revision=source.revision,
            imported_at=source.imported_at,
            chunks=source.chunks,
            wishes=request.wishes,
            budget_micros=request.budget_micros,
            currency=currency,
            total=source.total,
            author=Author(id=principal.id, kind=principal.kind, role=principal.role),
            progress=BatchProgress(advanced_at=now),
            item_estimate_micros=estimate.dearest_micros,
            warnings=source.warnings,
            created_at=now,
        )
