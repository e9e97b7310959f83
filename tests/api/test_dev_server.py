"""The whole product as `make run` starts it, in a process of its own."""

import json
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts import dev_server
from tests.served_product import Server, start_server

# What `make` is to the server: a parent that waits for it, and may be killed.
LIKE_MAKE = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-m", "scripts.dev_server"])
print(f"server {child.pid}", flush=True)
child.wait()
"""


Start = Callable[..., Server]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts servers on a free port over a data folder of the test's own."""
    started: list[Server] = []

    def start_one(*command: str, **variables: str) -> Server:
        server = start_server(tmp_path / "data", *command, **variables)
        started.append(server)
        return server

    yield start_one
    for server in started:
        server.process.kill()
        server.output()


GENERATION: dict[str, Any] = {
    "prospect": {"full_name": "Lucía Ferrer", "title": "Directora de Operaciones", "company": "Logística Norte"},
    "format": "linkedin_note",
    "language": "es",
}


def test_from_an_empty_folder_to_a_message_and_again_after_kill_9(start: Start, tmp_path: Path) -> None:
    server = start()
    server.wait_until_ready()
    key_file = tmp_path / "data" / "demo-key"
    assert key_file.stat().st_mode & 0o777 == 0o600
    assert str(key_file) in server.lines[-1]
    assert server.get("/v1/health")[0] == 200
    assert server.get("/v1/messages")[0] == 401
    status, message = server.get("/v1/generations", key_file.read_text().strip(), GENERATION)
    assert status == 201
    port = server.address.rpartition(":")[2]

    server.process.kill()
    again = start(PORT=port)
    again.wait_until_ready()
    path = f"/v1/messages/{json.loads(message)['id']}"
    assert again.get(path, key_file.read_text().strip())[0] == 200
    code, errors = again.end()
    assert code == 0
    assert "Traceback" not in errors


def test_a_taken_port_is_one_sentence(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert_refused(start(PORT=str(taken.getsockname()[1])), "PORT=")


@pytest.mark.parametrize("port", ["http", "-1", "65536", "٣", "80 80"])
def test_a_port_that_is_none_stops_the_start(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)
    monkeypatch.delenv("MAKELEVEL", raising=False)
    assert dev_server.main() == 1


def test_a_data_folder_that_cannot_be_one_is_one_sentence(start: Start, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert_refused(start())


def test_a_broken_database_is_one_sentence(start: Start, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "outreach.sqlite3").write_bytes(b"nothing that SQLite knows" * 1000)
    assert_refused(start())


def test_a_wrong_setting_is_one_sentence_that_names_it(start: Start) -> None:
    assert_refused(start(APP_STORE="paper"), "APP_STORE")


def assert_refused(server: Server, expected: str = "") -> None:
    output, errors = server.output()
    assert server.process.returncode == 1
    assert output == ""
    assert len(errors.splitlines()) == 1
    assert expected in errors


def test_the_server_ends_with_the_make_that_started_it(start: Start) -> None:
    like_make = start("-c", LIKE_MAKE, MAKELEVEL="1")
    like_make.wait_until_ready()
    server_pid = int(like_make.lines[0].split()[1])
    like_make.process.kill()
    deadline = time.monotonic() + 60
    while (orphaned := is_running(server_pid)) and time.monotonic() < deadline:
        time.sleep(0.1)
    if orphaned:
        os.kill(server_pid, signal.SIGKILL)  # it would hold this test's pipes for ever
    assert not orphaned


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
