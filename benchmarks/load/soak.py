"""Hold a steady load on the whole product for half an hour, and see whether its memory grows.

    make bench-soak                      SOAK_MINUTES=30  RATE=3 (requests a second, below the bend)

The deployed zips of all functions run under production's server and settings, as in benchmarks.load; Cloud Tasks'
stand-in delivers what batches put into it. One call to the store may take four times as long as in production: on a
busy machine the emulator's pauses are not what is measured. What each function's processes hold in memory (their files
apart) is read every 10 s. The first third is left out of the slope: caches fill, threads start. A function is flat if
memory grows by at most 2 % an hour at the upper end of the slope's 95 % interval; it grows if the lower end is above
that; else the run was too short to tell.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from benchmarks.load.processes import own_megabytes, processor_seconds
from benchmarks.load.slope import Slope, slope
from benchmarks.load.zips import unpacked
from benchmarks.table import print_table
from scripts.deployed import FUNCTIONS
from shared.bootstrap.adapters import SEALING_KEY
from tests.gemini_stub import GeminiStub, message
from tests.packaging.clean_interpreters import interpreter_with
from tests.packaging.served_function import free_port
from tests.production_stand_ins import stand_ins

MINUTES = float(os.environ.get("SOAK_MINUTES", "30"))
RATE = float(os.environ.get("RATE", "3"))
USERS = 6
THREADS = 40
MODEL_SECONDS = 0.2
READ_EVERY_SECONDS = 10.0
LEFT_OUT = 1 / 3
PARTS = 6
STORE_SECONDS = 20
MOST_GROWTH_AN_HOUR = 0.02
BODY = "Hola, Lucía: dirige Operaciones. ¿Qué le quita más tiempo al preparar cada ruta?"
SETTINGS = {"APP_LOG_LEVEL": "error", "APP_STORE_SECONDS": str(STORE_SECONDS)}
HERE = Path(__file__).parent


class Deployment(NamedTuple):
    """Where each function listens, the process of its server, and the key of the workspace."""

    addresses: Mapping[str, str]
    processes: Mapping[str, int]
    key: str


class Reading(NamedTuple):
    """Hours since the beginning, and megabytes by function."""

    hours: float
    memory: Mapping[str, float]


def main() -> int:
    """Soak, print, and fail if a function grows or an answer failed."""
    interpreter = interpreter_with(HERE.parents[1] / "requirements" / "load.txt")
    with tempfile.TemporaryDirectory() as folder, deployed(Path(folder)) as deployment:
        before = {name: processor_seconds(process) for name, process in deployment.processes.items()}
        readings, answers = _soaked(interpreter, deployment)
        spent = {name: processor_seconds(process) - before[name] for name, process in deployment.processes.items()}
    failures = show_answers(answers)
    return 1 if show_memory(readings, spent) or failures else 0


@contextmanager
def deployed(folder: Path) -> Iterator[Deployment]:
    """All zips, as the platform starts them, over the stand-ins."""
    with ExitStack() as running:
        cloud = running.enter_context(stand_ins())
        model = running.enter_context(GeminiStub(message(BODY), latency=MODEL_SECONDS))
        cloud.secret_manager.add(SEALING_KEY, b"k" * 32)
        tasks = free_port()
        addresses, processes = {}, {}
        for name in FUNCTIONS:
            settings = cloud.settings_of(name, f"http://127.0.0.1:{tasks}") | SETTINGS
            settings |= {"APP_GEMINI_BASE_URL": model.url} if "APP_GEMINI_BASE_URL" in settings else {}
            server = unpacked(name, folder).running(
                settings | {"THREADS": str(THREADS)}, tasks if name == "tasks" else None
            )
            port, processes[name] = running.enter_context(server)
            addresses[name] = f"http://127.0.0.1:{port}"
        yield Deployment(addresses, processes, cloud.key)


def _soaked(interpreter: Path, deployment: Deployment) -> tuple[list[Reading], list[dict[str, str]]]:
    """The readings of memory during the load, and locust's lines."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            f"{interpreter}/bin/locust",
            *("--locustfile", str(HERE / "working_day.py"), "--headless", "--only-summary", "--csv", f"{folder}/soak"),
            *("--users", str(USERS), "--spawn-rate", str(USERS), "--run-time", f"{MINUTES * 60:.0f}s"),
            *("--stop-timeout", "60", "--loglevel", "ERROR", "--exit-code-on-error", "0"),
        ]
        environment = {
            "PATH": os.environ["PATH"],
            "KEY": deployment.key,
            "ADDRESSES": json.dumps(deployment.addresses),
            "PER_USER": str(RATE / USERS),
        }
        people = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            readings = list(_readings(people, deployment.processes))
        finally:
            people.kill()
            people.wait()
        for failure in _rows(f"{folder}/soak_failures.csv"):
            print(*(failure[column] for column in ("Name", "Error", "Occurrences")))
        return readings, _rows(f"{folder}/soak_stats.csv")


def _rows(file: str) -> list[dict[str, str]]:
    with Path(file).open(newline="") as lines:
        return list(csv.DictReader(lines))


def _readings(people: subprocess.Popen[bytes], processes: Mapping[str, int]) -> Iterator[Reading]:
    began = time.monotonic()
    while people.poll() is None:
        yield Reading(
            (time.monotonic() - began) / 3600, {name: own_megabytes(process) for name, process in processes.items()}
        )
        try:
            people.wait(READ_EVERY_SECONDS)
        except subprocess.TimeoutExpired:
            continue


def show_answers(lines: list[dict[str, str]]) -> int:
    """A line a path; how many failed in all."""
    columns = ["Request Count", "Failure Count", "Requests/s", "50%", "95%", "99%"]
    rows = [[line["Name"], *(f"{float(line[column]):g}" for column in columns)] for line in lines]
    load = ", ".join(f"{figure:.0f}" for figure in os.getloadavg())
    title = f"{MINUTES:g} minutes at {RATE:g} requests a second; the machine's load at the end {load}"
    print_table(title, ["", "answered", "failed", "a second", "p50 ms", "p95", "p99"], rows)
    return next(int(line["Failure Count"]) for line in lines if line["Name"] == "Aggregated")


def show_memory(readings: list[Reading], spent: Mapping[str, float]) -> bool:
    """A line a function; whether one of them grows or cannot be told."""
    kept = [reading for reading in readings if reading.hours >= MINUTES / 60 * LEFT_OUT]
    rows, verdicts = [], []
    for name in FUNCTIONS:
        values = [reading.memory[name] for reading in kept]
        growth = slope([reading.hours for reading in kept], values)
        verdicts.append(verdict(growth, values[0]))
        rows.append(
            [
                *(name, *_means([reading.memory[name] for reading in readings])),
                f"{growth.value:+.2f} ({growth.low:+.2f} to {growth.high:+.2f})",
                *(verdicts[-1], f"{spent[name]:.0f}"),
            ]
        )
    parts = [f"{MINUTES * (part + 1) / PARTS:g} min" for part in range(PARTS)]
    columns = ["MB, mean until", *parts, "MB an hour (95 %)", "verdict", "processor s"]
    print_table(f"Memory, {len(readings)} readings, the slope of the last {len(kept)}", columns, rows)
    return any(one != "flat" for one in verdicts)


def _means(values: list[float]) -> list[str]:
    size = len(values) / PARTS
    return [f"{fmean(values[int(part * size) : int((part + 1) * size)]):.1f}" for part in range(PARTS)]


def verdict(growth: Slope, megabytes: float) -> str:
    """What a slope says of a process that holds so much."""
    most = megabytes * MOST_GROWTH_AN_HOUR
    if growth.high <= most:
        return "flat"
    return "grows" if growth.low > most else "too short to tell"


if __name__ == "__main__":
    sys.exit(main())
