"""Work that a queue delivers: what is put into it, and what arrives.

Both queues deliver a task as Cloud Tasks does: an HTTP POST with the payload as JSON and headers that name the task and
count its attempts (https://cloud.google.com/tasks/docs/creating-http-target-tasks, "Handler request headers").
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from shared.domain.documents import Json

ADVANCE_BATCH_PATH = "/v1/tasks/advance-batch"
RUN_ITEM_PATH = "/v1/tasks/run-item"
TICK_PATH = "/v1/tasks/tick"
DELIVER_EVENTS_PATH = "/v1/tasks/deliver-events"
ERASE_PERSON_PATH = "/v1/tasks/erase-person"
END_RETENTION_PATH = "/v1/tasks/end-retention"


class QueueName(StrEnum):
    """The queues. What calls the model waits for its quota; what steers must not wait behind it."""

    ITEMS = "items"
    STEERING = "steering"


class Task(NamedTuple):
    """One delivery that is wanted: `payload` is posted to `path` of functions/tasks, not before `schedule_at`.

    `name` is a hash (sequential names make hot spots in Cloud Tasks), at most 500 letters, digits, hyphens and
    underscores. The same name twice is the same task: it is delivered once, for as long as the queue remembers.
    """

    name: str
    path: str
    payload: Mapping[str, Json]
    schedule_at: datetime | None = None

    @property
    def queue(self) -> QueueName:
        """The queue that it goes through."""
        return QueueName.ITEMS if self.path == RUN_ITEM_PATH else QueueName.STEERING


class Delivery(NamedTuple):
    """What a handler is told of the delivery: the task's name, and which attempt this is, from 1 on.

    `is_last`: the queue forgets the task if this attempt fails too, so the failure must be recorded now.
    """

    task_name: str
    attempt: int
    is_last: bool
