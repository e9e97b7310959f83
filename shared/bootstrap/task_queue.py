"""The queue that settings choose, and who may call the handlers of its tasks."""

from typing import NamedTuple

from shared.config import Settings
from shared.domain.tasks import QueueName
from shared.ports import Documents, Secrets, TaskCallers, TaskDelivery, TaskQueue

QUEUE_KEY = "queue-key"
QUEUE_FILE = "queue.sqlite3"
QUEUE_LOCK = ".queue.lock"

_STEERING_WORKERS = 4


class Tasks(NamedTuple):
    """The queue, who knows its callers, and what delivers where no cloud does."""

    queue: TaskQueue
    callers: TaskCallers
    delivery: TaskDelivery | None = None


def open_queue(settings: Settings, documents: Documents, secrets: Secrets) -> Tasks:
    """What the settings choose. Raises StartError where it cannot work."""
    if settings.queue == "none":
        from shared.adapters.no_queue import NoQueue

        nothing = NoQueue()
        return Tasks(nothing, nothing)
    if settings.queue == "cloud_tasks":
        return _cloud_tasks(settings)
    return _embedded(settings, documents, secrets)


def _cloud_tasks(settings: Settings) -> Tasks:
    from shared.adapters.google.cloud_tasks_queue import CloudTasksQueue, TaskTarget
    from shared.adapters.google.task_callers import GoogleTaskCallers

    url, caller = settings.tasks_url or "", settings.queue_caller or ""
    queue = CloudTasksQueue(
        settings.google_project or "",
        settings.queue_location or "",
        TaskTarget(url, caller, settings.dispatch_seconds),
        settings.queue_seconds,
        settings.cloud_tasks_server,
    )
    clock = [settings.clock_caller] if settings.clock_caller else []
    return Tasks(queue, GoogleTaskCallers(url, {caller, *clock}))


def _embedded(settings: Settings, documents: Documents, secrets: Secrets) -> Tasks:
    from shared.adapters.embedded.embedded_queue import EmbeddedQueue
    from shared.adapters.embedded.queue_dispatcher import Lane
    from shared.adapters.embedded.queue_limits import RetryRule
    from shared.adapters.embedded.sqlite_documents import SqliteDocuments
    from shared.adapters.embedded.sqlite_file import SqliteFile

    pauses = settings.queue_min_backoff_seconds, settings.queue_max_backoff_seconds
    retry = RetryRule(settings.queue_max_attempts, *pauses)
    lanes = {
        QueueName.ITEMS: Lane(settings.queue_concurrency, settings.queue_rate, retry),
        QueueName.STEERING: Lane(_STEERING_WORKERS, None, retry),
    }

    def open_file() -> SqliteFile:
        if isinstance(documents, SqliteDocuments):
            return documents.file
        return SqliteFile(settings.data_dir / QUEUE_FILE, "", settings.store_seconds)

    queue = EmbeddedQueue(
        open_file,
        settings.data_dir / QUEUE_LOCK,
        lanes,
        lambda: secrets.get(QUEUE_KEY),
        settings.dispatch_seconds,
    )
    return Tasks(queue, queue, queue)
