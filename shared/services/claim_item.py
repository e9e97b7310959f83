"""Claim an item of a batch for one delivery: nobody else runs it until the lease ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.batch import OPEN_STATES, Batch, BatchItem, ItemClaim, ItemKey, ItemState
from shared.domain.errors import UnknownOutcomeError
from shared.domain.tasks import Delivery
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts


@dataclass(frozen=True)
class ClaimedItem:
    """An item that one delivery may run; every further write names `version`, so that only one claim can end it."""

    key: ItemKey
    batch: Batch
    item: BatchItem
    version: str


class ClaimItem:
    """The first step of a delivery. `lease_seconds` is longer than any delivery may take."""

    def __init__(self, store: Store, clock: Clock, lease_seconds: float) -> None:
        self._store = store
        self._clock = clock
        self._lease = timedelta(seconds=lease_seconds)

    def __call__(self, key: ItemKey, generation: int, delivery: Delivery) -> ClaimedItem | None:
        """The item, running; None if this delivery has nothing to do: the item is finished, somebody else runs it, a
        newer task was made for it, or its batch stands still.

        Whoever was quicker may not be running it: the pass that made this very task may just have noted so, or an
        attempt that the queue gave up has put it back. So it is looked at again; else this delivery would end the task,
        and the item would wait for its patience to end.
        """
        return retrying_conflicts(lambda: self._claimed(key, generation, delivery))

    def _claimed(self, key: ItemKey, generation: int, delivery: Delivery) -> ClaimedItem | None:
        batch, found = self._store.of(key.workspace_id).batches.with_item(key.batch_id, key.item_id)
        if batch is None or not batch.is_open or found is None:
            return None
        item, version = found
        if not _may_claim(item, generation, delivery, self._clock.now()):
            return None
        return self._claim(key, batch, item, version, generation, delivery)

    def _claim(
        self, key: ItemKey, batch: Batch, item: BatchItem, version: str, generation: int, delivery: Delivery
    ) -> ClaimedItem:
        items = self._store.of(key.workspace_id).batches.items(key.batch_id)
        running = item.model_copy(
            update={
                "state": ItemState.RUNNING,
                "generation": generation,
                "attempts": item.attempts + 1,
                "claim": ItemClaim(task=delivery.task_name, attempt=delivery.attempt),
                "lease_until": self._clock.now() + self._lease,
            }
        )
        try:
            claimed = self._store.documents.write([items.change(item.id, running, version)])
        except UnknownOutcomeError:
            found = items.find_versioned(item.id)
            if found is None or found[0] != running:
                raise
            claimed = found[1]
        return ClaimedItem(key, batch, running, claimed)


def _may_claim(item: BatchItem, generation: int, delivery: Delivery, now: datetime) -> bool:
    """A running item is free once its lease has ended, or for a later attempt of the task that runs it: the queue makes
    one only when the attempt before has ended, or is past the deadline that no handler survives.
    """
    if item.state not in OPEN_STATES or generation < item.generation:
        return False
    if item.state is ItemState.PENDING or item.lease_until is None or item.lease_until <= now:
        return True
    claim = item.claim
    return claim is not None and claim.task == delivery.task_name and claim.attempt < delivery.attempt
