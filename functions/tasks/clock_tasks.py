"""What the clock calls, once a minute."""

from pydantic import BaseModel, ConfigDict

from shared.api.app import TASKS, Answer, Api
from shared.api.task_answer import TaskDone, answer_task
from shared.bootstrap import Services
from shared.domain.tasks import TICK_PATH


class Tick(BaseModel):
    """The payload of a tick, which says nothing: what is due follows from the time."""

    model_config = ConfigDict(extra="forbid")


def add_clock_tasks(api: Api, services: Services) -> None:
    """Add the handler of the clock's tick."""

    @api.post(TICK_PATH, permission=TASKS, answers={200: TaskDone}, tag="tasks")
    def tick(body: Tick) -> Answer:  # noqa: ARG001  checked to be empty
        """Do what is due, and move on what has stopped."""
        return answer_task(services.run_tick)
