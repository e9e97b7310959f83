"""The tasks of batches: a pass over a batch, and one item."""

from pydantic import BaseModel, ConfigDict, Field

from shared.api.app import TASKS, Answer, Api
from shared.api.task_answer import TaskDone, answer_task, current_delivery
from shared.bootstrap import Services
from shared.domain.batch import ItemKey
from shared.domain.generation import Id
from shared.domain.tasks import ADVANCE_BATCH_PATH, RUN_ITEM_PATH


class AdvanceBatchTask(BaseModel):
    """The payload of a pass over a batch, by its number."""

    model_config = ConfigDict(extra="forbid")

    workspace_id: Id
    batch_id: Id
    number: int = Field(ge=0)


class RunItemTask(BaseModel):
    """The payload of one item's task."""

    model_config = ConfigDict(extra="forbid")

    workspace_id: Id
    batch_id: Id
    item_id: Id
    generation: int = Field(ge=1)

    @property
    def key(self) -> ItemKey:
        """Which item that is."""
        return ItemKey(self.workspace_id, self.batch_id, self.item_id)


def add_batch_tasks(api: Api, services: Services) -> None:
    """Add the handlers of the tasks of batches."""

    @api.post(ADVANCE_BATCH_PATH, permission=TASKS, answers={200: TaskDone}, tag="tasks")
    def advance_batch(body: AdvanceBatchTask) -> Answer:
        """Make one pass over a batch."""
        return answer_task(lambda: services.batches.advance(body.workspace_id, body.batch_id, body.number))

    @api.post(RUN_ITEM_PATH, permission=TASKS, answers={200: TaskDone}, tag="tasks")
    def run_item(body: RunItemTask) -> Answer:
        """Write one item's message."""
        delivery = current_delivery(services.settings.queue_max_attempts)
        return answer_task(lambda: services.batches.run_item(body.key, body.generation, delivery))
