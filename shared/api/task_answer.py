"""What a task's handler is told of its delivery, and how it answers so that the queue does the right thing.

200 says that the task is done; it has a body because waitress closes the connection after an answer without one. 429 is
for the model provider's quota alone: on that, and on 503, Cloud Tasks slows the whole queue. Any other trouble is 500:
this task is tried again, the others go on
(https://cloud.google.com/tasks/docs/creating-http-target-tasks, "Handling retries").
"""

from collections.abc import Callable

from flask import request
from pydantic import BaseModel

from shared.api.route import Answer
from shared.domain.errors import OutreachError, QuotaExceededError
from shared.domain.tasks import Delivery
from shared.telemetry.logs import get_logger

_log = get_logger()

_TRY_AGAIN = 500


class TaskDone(BaseModel):
    """The task is done."""

    done: bool = True


def current_delivery(max_attempts: int) -> Delivery:
    """The delivery that the request is, of a queue that tries a task `max_attempts` times."""
    retries = request.headers.get("X-CloudTasks-TaskRetryCount", "")
    attempt = int(retries) + 1 if retries.isascii() and retries.isdigit() else 1
    return Delivery(request.headers.get("X-CloudTasks-TaskName", ""), attempt, is_last=attempt >= max_attempts)


def answer_task(run: Callable[[], object]) -> Answer:
    """Run the task and answer. Raises QuotaExceededError, which becomes 429 with Retry-After."""
    try:
        run()
    except QuotaExceededError:
        raise
    except OutreachError as error:
        _log.warning("task_failed", code=error.code)
        return Answer(None, _TRY_AGAIN)
    return Answer(TaskDone())
