"""A server on this machine that takes webhooks, answers what a test says, and keeps what came."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Received(NamedTuple):
    path: str
    headers: dict[str, str]
    body: bytes


class Receiver:
    """`status` is what it answers, `location` where it redirects to, `drip_seconds` how long it sends single bytes."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.received: list[Received] = []
        self.status = 204
        self.location: str | None = None
        self.drip_seconds = 0.0


@contextmanager
def running_receiver() -> Iterator[Receiver]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler())
    receiver = Receiver(f"http://127.0.0.1:{server.server_port}")
    server.receiver = receiver  # type: ignore[attr-defined]
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
    thread.start()
    yield receiver
    server.shutdown()
    thread.join()
    server.server_close()


def _handler() -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            receiver: Receiver = self.server.receiver  # type: ignore[attr-defined]
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.received.append(Received(self.path, headers, body))
            end = time.monotonic() + receiver.drip_seconds
            while time.monotonic() < end:
                try:
                    self.wfile.write(b"H")
                except OSError:
                    return
                time.sleep(0.05)
            self.send_response(receiver.status)
            if receiver.location is not None:
                self.send_header("Location", receiver.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
