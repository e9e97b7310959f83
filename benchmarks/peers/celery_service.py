"""The batch services as a Celery app, for comparison: the same use cases and commits, another queue.

What stands for functions/tasks and the embedded queue here is Celery with Redis: late acknowledgement, retries with
the same pauses, and the time after which Redis gives an unacknowledged task to another worker set to the lease.
The worker finds the broker's address in PEER_BROKER, and all else in the product's own variables.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from celery import Celery
from celery.signals import worker_init, worker_process_init

from shared.bootstrap import Services, build_services, read_environment
from shared.domain.batch import ItemKey
from shared.domain.errors import OutreachError
from shared.domain.tasks import RUN_ITEM_PATH, Delivery, Task

app = Celery("batches", broker=os.environ.get("PEER_BROKER"))
app.conf.update(
    broker_connection_retry_on_startup=True,
    broker_transport_options={"visibility_timeout": float(os.environ.get("APP_LEASE_SECONDS", "90"))},
    task_acks_late=True,
    task_ignore_result=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,  # Celery's own advice where acknowledgement is late
)


class CeleryQueue:
    """The TaskQueue port over Celery. It knows no names: a task that is enqueued twice runs twice."""

    def enqueue(self, tasks: Sequence[Task]) -> None:
        """Send each task; one that is to wait is kept by a worker until then."""
        for task in tasks:
            run = run_item if task.path == RUN_ITEM_PATH else advance_batch
            run.apply_async((dict(task.payload),), task_id=task.name, eta=task.schedule_at)

    def close(self) -> None:
        """Let go of the broker."""
        app.close()


@cache
def services() -> Services:
    """The services of this process."""
    return build_services(read_environment(), queue=CeleryQueue())


@(worker_process_init if os.environ.get("PEER_POOL") == "prefork" else worker_init).connect
def _prepare(**_signal: Any) -> None:
    """Build the services before the first task, where they are used: a connection to SQLite does not outlive a fork."""
    services()


@app.task(bind=True, max_retries=None)
def run_item(self: Any, payload: Mapping[str, Any]) -> None:
    """What POST /v1/tasks/run-item does."""
    key = ItemKey(payload["workspace_id"], payload["batch_id"], payload["item_id"])
    most = services().settings.queue_max_attempts
    attempt = self.request.retries + 1 + int(bool((self.request.delivery_info or {}).get("redelivered")))
    delivery = Delivery(self.request.id, attempt, is_last=attempt >= most)
    _tried(self, lambda: services().batches.run_item(key, payload["generation"], delivery))


@app.task(bind=True, max_retries=None)
def advance_batch(self: Any, payload: Mapping[str, Any]) -> None:
    """What POST /v1/tasks/advance-batch does."""
    known = payload["workspace_id"], payload["batch_id"], payload["number"]
    _tried(self, lambda: services().batches.advance(*known))


def _tried(task: Any, run: Any) -> None:
    settings = services().settings
    try:
        run()
    except OutreachError as error:
        pause = settings.queue_min_backoff_seconds * 2.0**task.request.retries
        raise task.retry(countdown=min(pause, settings.queue_max_backoff_seconds), exc=error) from error
