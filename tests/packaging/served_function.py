"""A built function, served as the platform serves it: functions-framework's own command, which starts gunicorn."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import httpx2

PROBE = """
import json, sys
import main
files = {name: module.__file__ for name, module in sys.modules.items() if getattr(module, "__file__", None)}
print(json.dumps({"modules": sorted(sys.modules), "files": files, "path": [entry for entry in sys.path if entry]}))
"""


@dataclass(frozen=True)
class Loaded:
    """What a process holds: names of its modules, the file of each that has one, and where it looks for more."""

    modules: list[str]
    files: dict[str, str]
    path: list[str]


@dataclass(frozen=True)
class UnpackedFunction:
    """A zip's content in a folder of its own, with an interpreter that has only its requirements."""

    name: str
    folder: Path
    interpreter: Path
    data: Path

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of the test's own environment but what finds the operating system's programs."""
        return {
            "PATH": os.environ["PATH"],
            "APP_DATA_DIR": str(self.data),
            "APP_DEMO_MESSAGES": "0",
            "THREADS": "4",
            "PYTHONWARNINGS": "default",
        }

    @cached_property
    def loaded(self) -> Loaded:
        """What a process has loaded once it has started with embedded adapters."""
        finished = subprocess.run(
            [f"{self.interpreter}/bin/python", "-c", PROBE],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert finished.returncode == 0, finished.stderr
        return Loaded(**json.loads(finished.stdout))

    @contextmanager
    def served(self) -> Iterator[httpx2.Client]:
        """A client of the function while it is served over embedded adapters, with the demo owner's key."""
        with self.running({}) as (port, _server):
            key = (self.data / "demo-key").read_text().strip()
            with client_of(port, key) as client:
                yield client

    @contextmanager
    def running(self, settings: Mapping[str, str], port: int | None = None) -> Iterator[tuple[int, int]]:
        """The port and the process id of the server while it runs, with `settings` beside the embedded ones."""
        port = free_port() if port is None else port
        command = [f"{self.interpreter}/bin/functions-framework", "--target", self.name, "--host", "127.0.0.1"]
        log = self.data.with_suffix(".log")
        with log.open("w") as output:
            server = subprocess.Popen(
                [*command, "--port", str(port)],
                cwd=self.folder,
                env={**self.environment, **settings},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait_until_it_listens(server, port, log)
            yield port, server.pid
        finally:
            server.terminate()
            server.wait(timeout=30)


def client_of(port: int, key: str) -> httpx2.Client:
    """A client of the server on `port`, with an API key."""
    return httpx2.Client(base_url=f"http://127.0.0.1:{port}", headers={"Authorization": f"Bearer {key}"}, timeout=30)


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_listens(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"The function did not start:\n{log.read_text()}")
