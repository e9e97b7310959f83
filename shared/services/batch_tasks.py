"""The tasks of a batch. Their names follow from what they do, so that enqueueing one again makes no second one."""

from datetime import datetime

from shared.domain.documents import Json
from shared.domain.ids import derived_id
from shared.domain.tasks import ADVANCE_BATCH_PATH, RUN_ITEM_PATH, Task


def advance_task(workspace_id: str, batch_id: str, number: int, at: datetime | None = None, nonce: str = "") -> Task:
    """The task for the batch's pass of this number, not before `at`.

    A queue remembers a name for a while after the task is done: `nonce` makes another task for the same pass.
    """
    payload: dict[str, Json] = {"workspace_id": workspace_id, "batch_id": batch_id, "number": number}
    name = derived_id("advance-batch", workspace_id, batch_id, str(number), nonce)
    return Task(name, ADVANCE_BATCH_PATH, payload, at)


def item_task(workspace_id: str, batch_id: str, item_id: str, generation: int) -> Task:
    """The task that runs the item, by its generation."""
    payload: dict[str, Json] = {
        "workspace_id": workspace_id,
        "batch_id": batch_id,
        "item_id": item_id,
        "generation": generation,
    }
    return Task(derived_id("run-item", workspace_id, item_id, str(generation)), RUN_ITEM_PATH, payload)
