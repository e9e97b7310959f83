"""How an item of a batch ends, or waits for another attempt. Each write names the version of the claim."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared.domain.batch import BatchItem, ItemState
from shared.domain.documents import Operation
from shared.domain.errors import OutreachError, UnknownOutcomeError, WriteConflictError
from shared.domain.item_problem import ItemProblem
from shared.domain.message import Message, ProspectSummary
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.claim_item import ClaimedItem
from shared.telemetry.logs import get_logger

_log = get_logger()


class SettleItem:
    """`patience_seconds`: how long an enqueued item may wait before its task counts as lost."""

    def __init__(self, store: Store, clock: Clock, patience_seconds: float) -> None:
        self._store = store
        self._clock = clock
        self._patience = timedelta(seconds=patience_seconds)

    def done(self, work: ClaimedItem, message: Message, belonging: Sequence[Operation]) -> bool:
        """The message is written, with all that belongs to it, in one atomic write with the item's state.

        False if the claim was lost: another delivery has the item, and nothing was written. Raises WriteConflictError
        if something else than the item was changed by somebody, and nothing was written: do it again from there.
        """
        item = self._ended(
            work, ItemState.DONE, person=message.prospect, message_id=message.id, cost_micros=message.writer.cost_micros
        )
        return self._write(work, item, belonging)

    def skipped(
        self, work: ClaimedItem, person: ProspectSummary, belonging: Sequence[Operation], cost_micros: int = 0
    ) -> bool:
        """`on_duplicate` asks for no message to this person."""
        item = self._ended(work, ItemState.SKIPPED, person=person, cost_micros=cost_micros)
        return self._write(work, item, belonging)

    def failed(self, work: ClaimedItem, error: OutreachError) -> None:
        """The item has failed for good, with its reason. The profile stays, for another attempt that a person wants."""
        kept = {"prospect": work.item.prospect, "error": ItemProblem.of(error)}
        self._write(work, self._ended(work, ItemState.FAILED, **kept), ())
        _log.info("item_failed", batch_id=work.key.batch_id, item_id=work.key.item_id, code=error.code)

    def released(self, work: ClaimedItem, error: OutreachError) -> None:
        """The item waits for its task's next attempt."""
        self._wait(work, self._clock.now() + self._patience, ItemProblem.of(error))

    def put_back(self, work: ClaimedItem) -> None:
        """The item has not begun after all, and has no task any more: the batch's next pass makes one."""
        self._wait(work, self._clock.now(), work.item.error)

    def _wait(self, work: ClaimedItem, lease_until: datetime, error: ItemProblem | None) -> None:
        waiting = work.item.model_copy(
            update={
                "state": ItemState.PENDING,
                "claim": None,
                "lease_until": lease_until,
                "error": error,
            }
        )
        self._write(work, waiting, ())

    def _ended(self, work: ClaimedItem, state: ItemState, **changes: object) -> BatchItem:
        over = {"state": state, "claim": None, "lease_until": None, "finished_at": self._clock.now()}
        return work.item.model_copy(update={**over, "prospect": None, "error": None, **changes})

    def _write(self, work: ClaimedItem, item: BatchItem, belonging: Sequence[Operation]) -> bool:
        items = self._store.of(work.key.workspace_id).batches.items(work.key.batch_id)
        try:
            self._store.documents.write([items.change(item.id, item, work.version), *belonging])
        except WriteConflictError:
            found = items.find_versioned(item.id)
            if found is not None and found[1] == work.version:
                raise
            return found is not None and found[0] == item
        except UnknownOutcomeError as error:
            found = items.find_versioned(item.id)
            if found is not None and found[1] == work.version:
                # Not applied so far. If it still is, the same write conflicts, and finds that out.
                raise WriteConflictError(error.sentence) from error
            return found is not None and found[0] == item
        return True
