"""The task of events: hand a workspace's over to its webhooks."""

from pydantic import BaseModel, ConfigDict

from shared.api.app import TASKS, Answer, Api
from shared.api.task_answer import TaskDone, answer_task
from shared.bootstrap import Services
from shared.domain.generation import Id
from shared.domain.tasks import DELIVER_EVENTS_PATH


class DeliverEventsTask(BaseModel):
    """The payload: whose events."""

    model_config = ConfigDict(extra="forbid")

    workspace_id: Id


def add_event_tasks(api: Api, services: Services) -> None:
    """Add the handler of events."""

    @api.post(DELIVER_EVENTS_PATH, permission=TASKS, answers={200: TaskDone}, tag="tasks")
    def deliver_events(body: DeliverEventsTask) -> Answer:
        """Send what is due to the workspace's webhooks; what time does not allow, the next tick finds."""
        return answer_task(lambda: services.deliver_webhooks(body.workspace_id))
