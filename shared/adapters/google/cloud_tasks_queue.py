"""Tasks in Google Cloud Tasks, delivered to functions/tasks with a token of the queue's own service account."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, NamedTuple

import grpc
from google.api_core import exceptions as api
from google.auth.exceptions import GoogleAuthError
from google.cloud.tasks_v2 import CloudTasksClient
from google.cloud.tasks_v2.services.cloud_tasks.transports import CloudTasksGrpcTransport
from google.cloud.tasks_v2.types import HttpMethod, HttpRequest, OidcToken
from google.cloud.tasks_v2.types import Task as CloudTask

from shared.adapters.google.credentials import application_credentials
from shared.adapters.google.per_process import PerProcess
from shared.domain.errors import Sentence, UpstreamFailedError, UpstreamTimeoutError
from shared.domain.tasks import Task
from shared.telemetry.trace import current_traceparent

_CALLS_AT_A_TIME = 16
"""Cloud Tasks creates one task a call: a pass over a batch enqueues 250."""

_FAILED = Sentence("No se pudo acceder a la cola de tareas.", "The task queue could not be reached.")
_LATE = Sentence("La cola de tareas no respondió a tiempo.", "The task queue did not answer in time.")


class TaskTarget(NamedTuple):
    """Who is called and by whom: the address of functions/tasks, which is its tokens' audience too, the e-mail of the
    service account that the tokens name, and how many seconds a delivery may take.
    """

    url: str
    caller: str
    dispatch_seconds: float


class CloudTasksQueue:
    """The TaskQueue port over the queues of one project and location. Any thread may use it."""

    def __init__(
        self, project: str, location: str, target: TaskTarget, deadline_seconds: float = 5.0, server: str | None = None
    ) -> None:
        """Each call ends within `deadline_seconds` and is never repeated by itself. `server` (host:port) is another
        one that speaks the same API, without TLS; it is sent no credentials. Raises StartError if there are none.
        """
        self._location = f"projects/{project}/locations/{location}"
        self._target = target
        self._call: dict[str, Any] = {"timeout": deadline_seconds, "retry": None}
        self._server = server
        if server is None:
            application_credentials()
        self._client = PerProcess(self._connect)

    def enqueue(self, tasks: Sequence[Task]) -> None:
        """See `shared.ports.TaskQueue.enqueue`."""
        traceparent = current_traceparent()
        wanted = [self._in_their_words(task, traceparent) for task in tasks]
        if len(wanted) == 1:
            self._create(*wanted[0])
        elif wanted:
            with ThreadPoolExecutor(min(_CALLS_AT_A_TIME, len(wanted)), thread_name_prefix="cloud-tasks") as pool:
                list(pool.map(lambda one: self._create(*one), wanted))

    def close(self) -> None:
        """See `shared.ports.TaskQueue.close`."""
        self._client.close(lambda client: client.transport.close())  # type: ignore[no-untyped-call]

    def _create(self, parent: str, task: CloudTask) -> None:
        try:
            self._client().create_task(parent=parent, task=task, **self._call)
        except api.Conflict:  # its name is known: it was enqueued before (gRPC raises the child AlreadyExists)
            return
        except api.DeadlineExceeded as error:
            raise UpstreamTimeoutError(_LATE) from error
        except (api.GoogleAPICallError, api.RetryError, GoogleAuthError) as error:
            raise UpstreamFailedError(_FAILED) from error

    def _in_their_words(self, task: Task, traceparent: str | None) -> tuple[str, CloudTask]:
        """The queue's name, and the task as Cloud Tasks takes it."""
        parent = f"{self._location}/queues/{task.queue.value}"
        headers = {"Content-Type": "application/json"}
        if traceparent is not None:
            headers["traceparent"] = traceparent
        request = HttpRequest(
            url=self._target.url + task.path,
            http_method=HttpMethod.POST,
            headers=headers,
            body=json.dumps(dict(task.payload), ensure_ascii=False).encode(),
            oidc_token=OidcToken(service_account_email=self._target.caller, audience=self._target.url),
        )
        return parent, CloudTask(
            name=f"{parent}/tasks/{task.name}",
            http_request=request,
            schedule_time=task.schedule_at,
            dispatch_deadline=timedelta(seconds=self._target.dispatch_seconds),
        )

    def _connect(self) -> CloudTasksClient:
        if self._server is None:
            return CloudTasksClient(credentials=application_credentials())
        return CloudTasksClient(transport=CloudTasksGrpcTransport(channel=grpc.insecure_channel(self._server)))
