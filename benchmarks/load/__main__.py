"""Raise the load on `generate` until it bends, and on the same endpoint written the usual way, in the same run.

    make bench-load                      (a steady load for half an hour: make bench-soak)

The deployed zip runs under production's server and settings (functions-framework, gunicorn, one worker, 40 threads)
over Firestore's emulator, with a model that answers in 0.2 s; the other one under uvicorn over the same emulator and
the same model. Users (locust), model and emulator share the machine's processors with what is measured, so the figures
are for comparison within one run.
"""

import csv
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx2

from benchmarks.example import GENERATION
from benchmarks.load.processes import megabytes, processor_seconds
from benchmarks.load.zips import unpacked
from benchmarks.table import print_table
from tests.gemini_stub import GeminiStub, message
from tests.packaging.clean_interpreters import interpreter_with
from tests.packaging.served_function import free_port
from tests.production_stand_ins import Cloud, stand_ins
from tests.secret_manager_server import PROJECT

USERS = tuple(int(users) for users in os.environ.get("USERS", "1 5 10 20 40 80").split())
STEP_SECONDS = float(os.environ.get("STEP_SECONDS", "20"))
MODEL_SECONDS = 0.2
THREADS = 40
BODY = "Hola, Lucía: dirige Operaciones en Logística Norte. ¿Qué le quita más tiempo al preparar cada ruta?"
HERE = Path(__file__).parent


class Service(NamedTuple):
    """What is loaded: where it listens, its process, and how long its start took until the first answer (seconds)."""

    name: str
    port: int
    process: int
    key: str
    first_answer: float

    @property
    def megabytes(self) -> float:
        """Resident memory of the process and its children."""
        return megabytes(self.process)

    @property
    def processor_seconds(self) -> float:
        """Processor time of the process and its children so far."""
        return processor_seconds(self.process)


class Step(NamedTuple):
    """What one load gave: requests a second, milliseconds that half, 95 and 99 of 100 took, failures."""

    users: int
    rate: float
    half: float
    p95: float
    p99: float
    failures: int
    own_milliseconds: float
    megabytes: float


def main() -> None:
    """Measure one after the other and print their tables."""
    interpreter = interpreter_with(HERE.parents[1] / "requirements" / "load.txt")
    with tempfile.TemporaryDirectory() as folder, stand_ins() as cloud:
        model = GeminiStub(message(BODY), latency=MODEL_SECONDS)
        with model:
            runs = (ours(Path(folder), cloud, model.url), usual(interpreter, cloud, model.url))
            compared = [_measured(interpreter, running) for running in runs]
    compare(compared)


def _measured(interpreter: Path, running: AbstractContextManager[Service]) -> tuple[Service, list[Step]]:
    with running as service:
        steps = [load(interpreter, service, users, STEP_SECONDS) for users in USERS]
        show(f"{service.name}: users who ask without a pause, model of {MODEL_SECONDS} s", steps)
        return service, steps


@contextmanager
def ours(folder: Path, cloud: Cloud, model: str) -> Iterator[Service]:
    """The zip of `generate`, as the platform starts it."""
    function = unpacked("generate", folder)
    settings = cloud.settings_of("generate") | {"APP_GEMINI_BASE_URL": model, "APP_LOG_LEVEL": "error"}
    started = time.perf_counter()
    with function.running(settings | {"THREADS": str(THREADS)}) as (port, process):
        _first_answer(port, cloud.key)
        yield Service("the zip", port, process, cloud.key, time.perf_counter() - started)


@contextmanager
def usual(interpreter: Path, cloud: Cloud, model: str) -> Iterator[Service]:
    """The usual way, under uvicorn, which runs a synchronous endpoint in at most 40 threads."""
    port = free_port()
    settings = {
        "PATH": os.environ["PATH"],
        "FIRESTORE_EMULATOR_HOST": cloud.settings_of("generate")["FIRESTORE_EMULATOR_HOST"],
        "DATABASE": cloud.database,
        "GEMINI_URL": model,
        "KEY": cloud.key,
        "PROJECT": PROJECT,
    }
    command = [f"{interpreter}/bin/uvicorn", "usual_way:app", "--port", str(port), "--log-level", "error"]
    started = time.perf_counter()
    server = subprocess.Popen([*command, "--no-access-log"], cwd=HERE, env=settings)
    try:
        _first_answer(port, cloud.key)
        yield Service("the usual way", port, server.pid, cloud.key, time.perf_counter() - started)
    finally:
        server.terminate()
        server.wait(timeout=30)


def load(interpreter: Path, service: Service, users: int, seconds: float) -> Step:
    """So many users for so long."""
    before = service.processor_seconds
    with tempfile.TemporaryDirectory() as folder:
        command = [
            f"{interpreter}/bin/locust",
            *("--locustfile", str(HERE / "people.py"), "--headless", "--only-summary", "--csv", f"{folder}/load"),
            *("--users", str(users), "--spawn-rate", str(users), "--run-time", f"{seconds:.0f}s"),
            *("--host", f"http://127.0.0.1:{service.port}", "--loglevel", "ERROR", "--exit-code-on-error", "0"),
        ]
        environment = {"PATH": os.environ["PATH"], "KEY": service.key}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        with Path(f"{folder}/load_stats.csv").open(newline="") as file:
            total = next(row for row in csv.DictReader(file) if row["Name"] == "Aggregated")
    answered = int(total["Request Count"])
    return Step(
        users=users,
        rate=float(total["Requests/s"]),
        half=float(total["50%"]),
        p95=float(total["95%"]),
        p99=float(total["99%"]),
        failures=int(total["Failure Count"]),
        own_milliseconds=(service.processor_seconds - before) * 1000 / max(1, answered),
        megabytes=service.megabytes,
    )


def show(title: str, steps: Sequence[Step]) -> None:
    """One line a step."""
    rows = [
        [
            *(step.users, f"{step.rate:.1f}", f"{step.half:.0f}", f"{step.p95:.0f}", f"{step.p99:.0f}", step.failures),
            *(f"{step.own_milliseconds:.1f}", f"{step.megabytes:.0f}"),
        ]
        for step in steps
    ]
    print_table(title, ["users", "a second", "p50 ms", "p95", "p99", "failed", "own ms", "MB"], rows)


def compare(compared: Sequence[tuple[Service, list[Step]]]) -> None:
    """The two beside each other."""
    rows = []
    for service, steps in compared:
        best = max(steps, key=lambda step: step.rate)
        rows.append(
            [
                service.name,
                f"{service.first_answer * 1000:.0f}",
                f"{best.rate:.1f} at {best.users}",
                f"{min(step.own_milliseconds for step in steps):.1f}",
                f"{max(step.megabytes for step in steps):.0f}",
            ]
        )
    print_table("Beside each other", ["", "first answer ms", "most a second", "own ms a message", "MB"], rows)


def _first_answer(port: int, key: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            answer = httpx2.post(
                f"http://127.0.0.1:{port}/v1/generations",
                json=GENERATION,
                headers={"Authorization": f"Bearer {key}"},
                timeout=30,
            )
        except httpx2.TransportError:
            time.sleep(0.02)
            continue
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return
    raise RuntimeError("the service did not start")


if __name__ == "__main__":
    main()
