"""One delivery: an HTTP POST to a task's handler on this machine, with the headers that Cloud Tasks sends."""

import http.client
import json
import time
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from shared.adapters.embedded.queue_table import ClaimedTask
from shared.adapters.embedded.queue_token import QueueToken
from shared.domain.errors import OutreachError

_IDLE_SECONDS = 30.0
"""A connection that was idle for longer is opened anew: the server may be about to close it."""

_SLOW_DOWN = frozenset({429, 503})


class Answer(NamedTuple):
    """What came of a delivery: the status, None where there was no answer, and the pause that the handler asks for."""

    status: int | None
    retry_after: float | None = None

    @property
    def is_done(self) -> bool:
        """Whether the task is over."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def asks_to_slow_down(self) -> bool:
        """Whether the whole queue should slow down."""
        return self.status in _SLOW_DOWN


class _Connection(http.client.HTTPConnection):
    """Sends a request in one piece. The standard one sends the body by itself, and the server, which shares this
    process's interpreter, would be woken, and wait for the interpreter, twice.
    """

    _pieces: list[bytes] | None = None

    def post(self, path: str, body: bytes, headers: dict[str, str]) -> http.client.HTTPResponse:
        """The answer to the request."""
        self._pieces = []
        try:
            self.request("POST", path, body, headers)
            whole = b"".join(self._pieces)
        finally:
            self._pieces = None
        self.send(whole)
        return self.getresponse()

    def send(self, data: Any) -> None:
        """Send it, or keep it until the request is whole."""
        if self._pieces is None:
            super().send(data)
        else:
            self._pieces.append(data)


class Courier:
    """Delivers one task at a time over one connection; each worker thread has its own.

    `address` is asked before each delivery: it may be another one than before.
    """

    def __init__(self, address: Callable[[], str], token: QueueToken, timeout_seconds: float) -> None:
        self._address = address
        self._token = token
        self._timeout = timeout_seconds
        self._connected_to = ""
        self._connection = _Connection("")
        self._used_at = 0.0

    def deliver(self, task: ClaimedTask) -> Answer:
        """Post the task. No failure is raised: none of them tells whether the handler did its work."""
        self._connect(self._address())
        try:
            response = self._connection.post(task.path, task.payload.encode(), self._headers(task))
            response.read()
        except (OSError, http.client.HTTPException, OutreachError):
            self._connection.close()
            return Answer(None)
        self._used_at = time.monotonic()
        return Answer(response.status, _seconds(response.getheader("Retry-After")))

    def _connect(self, address: str) -> None:
        """Go on with the connection, unless it is to somewhere else or was idle for too long."""
        if address != self._connected_to:
            self._connection.close()
            parts = urlsplit(address)
            self._connection = _Connection(parts.hostname or "", parts.port, timeout=self._timeout)
            self._connected_to = address
        elif time.monotonic() - self._used_at > _IDLE_SECONDS:
            self._connection.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _headers(self, task: ClaimedTask) -> dict[str, str]:
        return {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {self._token.for_path(task.path)}",
            "User-Agent": "Reteki-Embedded-Queue",
            "X-CloudTasks-QueueName": task.queue.value,
            "X-CloudTasks-TaskName": task.name,
            "X-CloudTasks-TaskRetryCount": str(task.attempt - 1),
            "X-CloudTasks-TaskExecutionCount": str(task.attempt - 1),
            "X-CloudTasks-TaskETA": f"{task.due:.6f}",
            **json.loads(task.headers),
        }


def _seconds(header: str | None) -> float | None:
    return float(header) if header is not None and header.isascii() and header.isdigit() else None
