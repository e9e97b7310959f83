"""The tasks of what is removed for good: an erasure that a request had no time to finish, and a night's retention."""

from pydantic import BaseModel, ConfigDict

from shared.api.app import TASKS, Answer, Api
from shared.api.task_answer import TaskDone, answer_task
from shared.bootstrap import Services
from shared.domain.generation import Id
from shared.domain.tasks import END_RETENTION_PATH, ERASE_PERSON_PATH


class ErasePersonTask(BaseModel):
    """The payload: which erasure."""

    model_config = ConfigDict(extra="forbid")

    workspace_id: Id
    erasure_id: Id


class EndRetentionTask(BaseModel):
    """The payload: of which workspace."""

    model_config = ConfigDict(extra="forbid")

    workspace_id: Id


def add_erasure_tasks(api: Api, services: Services) -> None:
    """Add the handlers of what is removed for good."""

    @api.post(ERASE_PERSON_PATH, permission=TASKS, answers={200: TaskDone}, tag="tasks")
    def go_on_erasing(body: ErasePersonTask) -> Answer:
        """Take out what is left of an erased person."""
        return answer_task(lambda: services.erase_person.task(body.workspace_id, body.erasure_id))

    @api.post(END_RETENTION_PATH, permission=TASKS, answers={200: TaskDone}, tag="tasks")
    def end_retention(body: EndRetentionTask) -> Answer:
        """Remove what the workspace has kept for long enough."""
        return answer_task(lambda: services.end_retention(body.workspace_id))
