"""How many further items a batch may have open: what keeps queues short, and what it costs inside its budget."""

from typing import NamedTuple

from shared.domain.batch import OPEN_STATES, Batch
from shared.repositories.store import Store

MAX_OPEN_ITEMS = 500
"""So many items of a batch are enqueued at a time: another workspace's batch waits behind no more than these."""


class Allowance(NamedTuple):
    """So many items may be opened now; `is_used_up` says that the budget holds not one more."""

    items: int
    is_used_up: bool


class BatchBudget:
    """An item that is open counts with what the dearest message cost so far, or was expected to cost: the batch passes
    its budget only if messages turn out dearer than any before.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, workspace_id: str, batch: Batch) -> Allowance:
        """What the batch may open now."""
        items = self._store.of(workspace_id).batches.items(batch.id)
        open_items = items.count(*OPEN_STATES)
        room = max(0, MAX_OPEN_ITEMS - open_items)
        if batch.budget_micros is None:
            return Allowance(room, is_used_up=False)
        dearest = max(items.highest_cost_micros(), batch.item_estimate_micros)
        if dearest == 0:
            return Allowance(room, is_used_up=False)
        affordable = (batch.budget_micros - items.cost_micros()) // dearest
        return Allowance(max(0, min(room, affordable - open_items)), is_used_up=affordable <= 0)
