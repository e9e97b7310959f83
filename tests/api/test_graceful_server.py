"""A server that finishes what is running when it is told to end. The server has a process of its own: signals do."""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

PROGRAM = """
import signal, socket, sys, time
from scripts.graceful_server import GracefulServer

signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background ignores it, and so would we

def app(environ, start_response):
    print("begun", file=sys.stderr, flush=True)
    time.sleep(float(environ["QUERY_STRING"] or 0))
    body = b"x" * 3_000_000
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
server = GracefulServer(app, listener, grace_seconds=2)
print(listener.getsockname()[1], flush=True)
finished = server.serve()
print("finished" if finished else "gave up", flush=True)
"""


class Served:
    """The running program and its port."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.process = process
        assert process.stderr is not None
        self.output, self.begun = process.stdout, process.stderr
        self.port = int(self.output.readline())

    @contextlib.contextmanager
    def request(self, seconds: float) -> Iterator[http.client.HTTPConnection]:
        """Sends a request that will take so long, and lets it begin."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request("GET", f"/?{seconds}")
            assert "begun\n" in iter(self.begun.readline, "")  # waitress says there that a request waits
            yield connection

    def tell(self, kind: signal.Signals) -> None:
        os.kill(self.process.pid, kind)


@pytest.fixture
def served() -> Iterator[Served]:
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield Served(process)
        process.kill()


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_running_request_is_answered_in_full_before_the_end(served, kind):
    with served.request(0.8) as connection:
        served.tell(kind)
        assert len(connection.getresponse().read()) == 3_000_000
    assert served.output.readline() == "finished\n"
    assert served.process.wait(timeout=5) == 0


def test_an_idle_server_ends_at_once_although_clients_keep_connections_open(served):
    with served.request(0) as connection:
        connection.getresponse().read()
        began = time.monotonic()
        served.tell(signal.SIGTERM)
        assert served.process.wait(timeout=5) == 0
        assert time.monotonic() - began < 2


def test_no_new_connection_is_taken_after_the_signal(served):
    with served.request(1.8), contextlib.closing(socket.socket()) as late:
        served.tell(signal.SIGTERM)
        time.sleep(1.2)
        assert late.connect_ex(("127.0.0.1", served.port)) != 0


def test_a_request_that_never_ends_does_not_hold_the_server(served):
    with served.request(60):
        served.tell(signal.SIGTERM)
        assert served.output.readline() == "gave up\n"
        assert served.process.wait(timeout=10) == 0


def test_a_second_ctrl_c_ends_at_once(served):
    with served.request(60):
        while served.process.poll() is None:  # two that come before the first is handled are one
            served.tell(signal.SIGINT)
            time.sleep(0.2)
        assert served.process.returncode != 0  # it is 0 where only the two seconds of grace end it


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"hello\r\n\r\n", 400),
        (b"GET / HTTP/1.1 planted\r\nHost: x\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nContent-Length: planted\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: planted\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", 413),
    ],
)
def test_what_is_no_request_is_answered_with_a_problem(served: Served, sent: bytes, status: int) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as connection:
        connection.sendall(sent)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        body = answer.read()
    assert (answer.status, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    problem = json.loads(body)
    assert problem["status"] == status
    assert problem["request_id"] == answer.headers["X-Request-Id"]
    assert b"planted" not in body
