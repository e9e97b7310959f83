"""A server to which a queue delivers: it answers what a test scripts, and remembers every delivery."""

import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True)
class Delivered:
    """One delivery as it arrived; `at` is in seconds since 1970."""

    path: str
    headers: dict[str, str]
    payload: Any
    at: float

    @property
    def name(self) -> str:
        """The task's name."""
        return self.headers["x-cloudtasks-taskname"]

    @property
    def attempt(self) -> int:
        """Which attempt it is, from 1 on."""
        return int(self.headers["x-cloudtasks-taskretrycount"]) + 1

    @property
    def token(self) -> str:
        """The bearer token."""
        return self.headers["authorization"].removeprefix("Bearer ")


Answer = Callable[[Delivered], tuple[int, dict[str, str]] | int | None]
"""A status, with headers or without; None closes the connection without an answer."""


class TaskReceiver:
    """The server; `answer` decides, 204 unless a test says otherwise. `most_at_once` counts per queue."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.delivered: list[Delivered] = []
        self.most_at_once: dict[str, int] = defaultdict(int)
        self._answer: Answer = answer or (lambda _delivery: 204)
        self._running: dict[str, int] = defaultdict(int)
        self._changed = threading.Condition()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """Where to deliver."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def wait_for(self, count: int, seconds: float = 10.0) -> list[Delivered]:
        """Everything that was delivered, as soon as that is so much; AssertionError if it takes too long."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.delivered) >= count, seconds):
                raise AssertionError(f"{len(self.delivered)} of {count} deliveries in {seconds} s")
            return list(self.delivered)

    def nothing_more(self, seconds: float = 0.5) -> list[Delivered]:
        """Everything that was delivered, after waiting for more."""
        time.sleep(seconds)
        return list(self.delivered)

    def receive(self, delivery: Delivered) -> tuple[int, dict[str, str]] | int | None:
        """Note the delivery and answer it."""
        queue = delivery.headers["x-cloudtasks-queuename"]
        with self._changed:
            self.delivered.append(delivery)
            self._running[queue] += 1
            self.most_at_once[queue] = max(self.most_at_once[queue], self._running[queue])
            self._changed.notify_all()
        try:
            return self._answer(delivery)
        finally:
            with self._changed:
                self._running[queue] -= 1

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, receiver: TaskReceiver) -> None:
        self.receiver = receiver
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        payload = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.receiver.receive(Delivered(self.path, headers, payload, time.time()))
        if answer is None:
            self.close_connection = True
            return
        status, extra = answer if isinstance(answer, tuple) else (answer, {})
        self.send_response(status)
        for name, value in {"Content-Length": "0", **extra}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Stay silent."""
