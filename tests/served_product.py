"""The whole product in a process of its own, as `make run` starts it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def start_server(data: Path, *command: str, **variables: str) -> "Server":
    """A server over the data folder, on a free port unless PORT says another; the caller ends it."""
    own = {"APP_DATA_DIR": str(data), "APP_DEMO_MESSAGES": "0", "PORT": "0", **variables}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("APP_", "MAKE"))}
    return Server([sys.executable, *(command or ("-m", "scripts.dev_server"))], {**kept, **own})


class Server:
    """A server process and what it printed of itself."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        # A file, since nobody reads while it serves: a full pipe would hold every request at its log line.
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  as long as the process
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=self._errors
        )
        self.lines: list[str] = []
        self._said = ""

    def wait_until_ready(self) -> None:
        assert self.process.stdout is not None
        while "demo key" not in (line := self.process.stdout.readline()):
            if not line:
                raise AssertionError(self.output()[1])
            self.lines.append(line)
        self.lines.append(line)

    @property
    def address(self) -> str:
        return next(line.split()[-1] for line in self.lines if "http://" in line)

    def get(self, path: str, key: str | None = None, body: object = None) -> tuple[int, str]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"})
        if key is not None:
            request.add_header("Authorization", f"Bearer {key}")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read().decode()

    def end(self, kind: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Its exit code and what it wrote on standard error."""
        self.process.send_signal(kind)
        errors = self.output()[1]
        return self.process.returncode, errors

    def output(self) -> tuple[str, str]:
        """What is left on standard output, and standard error whole, once it has ended."""
        output = self.process.communicate(timeout=60)[0]
        if not self._errors.closed:
            with self._errors:
                self._errors.seek(0)
                self._said = self._errors.read()
        return output, self._said
