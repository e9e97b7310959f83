"""A server that speaks Cloud Tasks' gRPC API on the official messages, and delivers what is put into it.

    with CloudTasksServer() as server:
        ... point CloudTasksQueue at server.address ...

Google offers no emulator, and the published ones know neither names, pauses, attempts nor tokens. What is kept here is
what the documentation promises: a name is known once, also for a while after its task is over
(https://cloud.google.com/tasks/docs/reference/rpc/google.cloud.tasks.v2#createtaskrequest); a task is not delivered
before its time, carries an OIDC token, and is tried again after a growing pause, so many times and no more.
"""

import base64
import http.client
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import grpc
from google.cloud.tasks_v2.types import (
    CreateTaskRequest,
    PauseQueueRequest,
    PurgeQueueRequest,
    Queue,
    ResumeQueueRequest,
)
from google.cloud.tasks_v2.types import Task as CloudTask

_SERVICE = "google.cloud.tasks.v2.CloudTasks"


@dataclass(frozen=True)
class QueueConfig:
    """How a queue delivers: at a time, and when it tries again (seconds)."""

    concurrency: int = 4
    max_attempts: int = 4
    min_backoff: float = 0.05
    max_backoff: float = 0.4


@dataclass
class _Waiting:
    task: CloudTask
    due: float
    attempt: int = 1


@dataclass
class _Queue:
    """One queue at work."""

    config: QueueConfig
    waiting: list[_Waiting] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    paused: bool = False


class CloudTasksServer:
    """The server. `created` counts the calls that created a task; `fault`, if set, answers every call."""

    def __init__(self, config: QueueConfig = QueueConfig()) -> None:
        self.created = 0
        self.fault: grpc.StatusCode | None = None
        self._config = config
        self._queues: dict[str, _Queue] = {}
        self._changed = threading.Condition()
        self._ending = False
        self._server = grpc.server(ThreadPoolExecutor(8))
        self._server.add_generic_rpc_handlers((_handlers(self),))
        self._port = self._server.add_insecure_port("127.0.0.1:0")
        self._workers = ThreadPoolExecutor(64)

    @property
    def address(self) -> str:
        """host:port."""
        return f"127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        self._server.stop(0).wait()
        self._workers.shutdown(cancel_futures=True)

    def create_task(self, request: CreateTaskRequest, context: grpc.ServicerContext) -> CloudTask:
        """See CloudTasks.CreateTask."""
        if self.fault is not None:
            context.abort(self.fault, "scripted")
        task = request.task
        with self._changed:
            queue = self._queue(request.parent)
            if task.name in queue.names:
                context.abort(grpc.StatusCode.ALREADY_EXISTS, "Requested entity already exists")
            queue.names.add(task.name)
            due = task.schedule_time.timestamp() if task.schedule_time else time.time()
            queue.waiting.append(_Waiting(task, due))
            self.created += 1
            self._changed.notify_all()
        return task

    def pause_queue(self, request: PauseQueueRequest, _context: grpc.ServicerContext) -> Queue:
        """See CloudTasks.PauseQueue."""
        return self._set_paused(request.name, paused=True)

    def resume_queue(self, request: ResumeQueueRequest, _context: grpc.ServicerContext) -> Queue:
        """See CloudTasks.ResumeQueue."""
        return self._set_paused(request.name, paused=False)

    def purge_queue(self, request: PurgeQueueRequest, _context: grpc.ServicerContext) -> Queue:
        """See CloudTasks.PurgeQueue."""
        with self._changed:
            self._queue(request.name).waiting.clear()
        return Queue(name=request.name)

    def _set_paused(self, name: str, *, paused: bool) -> Queue:
        with self._changed:
            self._queue(name).paused = paused
            self._changed.notify_all()
        return Queue(name=name)

    def _queue(self, name: str) -> _Queue:
        """The queue, which is there with its workers from the first call on."""
        if name not in self._queues:
            self._queues[name] = _Queue(self._config)
            for _ in range(self._config.concurrency):
                self._workers.submit(self._work, self._queues[name])
        return self._queues[name]

    def _work(self, queue: _Queue) -> None:
        while (taken := self._next(queue)) is not None:
            status = _post(taken.task, taken.attempt)
            if status is not None and 200 <= status < 300:
                continue
            if taken.attempt < queue.config.max_attempts:
                pause = min(queue.config.max_backoff, queue.config.min_backoff * 2 ** (taken.attempt - 1))
                with self._changed:
                    queue.waiting.append(_Waiting(taken.task, time.time() + pause, taken.attempt + 1))
                    self._changed.notify_all()

    def _next(self, queue: _Queue) -> _Waiting | None:
        with self._changed:
            while not self._ending:
                due = [] if queue.paused else [one for one in queue.waiting if one.due <= time.time()]
                if due:
                    first = min(due, key=lambda one: one.due)
                    queue.waiting.remove(first)
                    return first
                self._changed.wait(0.02)
        return None


def oidc_token(email: str, audience: str) -> str:
    """A token as Cloud Run hands it on: its signature taken off."""
    claims = {"aud": audience, "email": email, "email_verified": True, "iss": "https://accounts.google.com"}
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in ({}, claims)]
    return ".".join([*parts, "SIGNATURE_REMOVED_BY_GOOGLE"])


def _post(task: CloudTask, attempt: int) -> int | None:
    request = task.http_request
    url = urlsplit(request.url)
    headers = {
        **dict(request.headers),
        "Authorization": f"Bearer {oidc_token(request.oidc_token.service_account_email, request.oidc_token.audience)}",
        "X-CloudTasks-QueueName": task.name.split("/")[-3],
        "X-CloudTasks-TaskName": task.name.split("/")[-1],
        "X-CloudTasks-TaskRetryCount": str(attempt - 1),
        "X-CloudTasks-TaskExecutionCount": str(attempt - 1),
    }
    seconds = task.dispatch_deadline.total_seconds()
    connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=seconds)
    try:
        connection.request("POST", url.path, request.body, headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _handlers(server: CloudTasksServer) -> grpc.GenericRpcHandler:
    methods: dict[str, tuple[Callable[..., Any], Any, Any]] = {
        "CreateTask": (server.create_task, CreateTaskRequest, CloudTask),
        "PauseQueue": (server.pause_queue, PauseQueueRequest, Queue),
        "ResumeQueue": (server.resume_queue, ResumeQueueRequest, Queue),
        "PurgeQueue": (server.purge_queue, PurgeQueueRequest, Queue),
    }
    handlers = {
        name: grpc.unary_unary_rpc_method_handler(method, asked.deserialize, answered.serialize)
        for name, (method, asked, answered) in methods.items()
    }
    return grpc.method_handlers_generic_handler(_SERVICE, handlers)
