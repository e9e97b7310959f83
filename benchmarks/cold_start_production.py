"""Cold start over production's adapters: a fresh process up to its first answer, next to its libraries imported bare.

The functions are the built zips, unpacked and compiled, each with an interpreter that holds only its requirements. They
run over Firestore's emulator, stand-ins for Secret Manager and Cloud Tasks and a Gemini stub, all on this machine. The
bare process imports functions-framework, pydantic and the client libraries that the function loads, and does nothing.
Bar: at most 1.3 times the bare one.

    python -m benchmarks.cold_start_production             # the table
    python -m benchmarks.cold_start_production generate    # where that function's time goes
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.example import GENERATION, environment
from benchmarks.table import print_table
from scripts.build_function import build
from tests.packaging.clean_interpreters import interpreter_with
from tests.production_stand_ins import Cloud, stand_ins

ROUNDS = 11
BATCH = {"name": "Cold start", "prospects": [GENERATION["prospect"]], "format": "email", "language": "es"}
REQUESTS: Mapping[str, tuple[str, str, Any, int]] = {
    "batch": ("POST", "/v1/batches", BATCH, 202),
    "generate": ("POST", "/v1/generations", GENERATION, 201),
    "history": ("GET", "/v1/messages", None, 200),
}
LIBRARIES = (
    "functions_framework",
    "pydantic",
    "google.cloud.firestore",
    "google.cloud.secretmanager_v1",
    "google.cloud.tasks_v2",
    "google.genai",
)

BARE = """
import importlib, json, resource, sys, time
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"end": time.clock_gettime(time.CLOCK_MONOTONIC), "processor": used.ru_utime + used.ru_stime}))
"""

CALL = """
import json, resource, sys, time
from functions_framework import create_app
target, key, method, path, body, status, libraries = json.loads(sys.argv[1])
client = create_app(target, "main.py").test_client()
built = time.clock_gettime(time.CLOCK_MONOTONIC)
answer = client.open(path, method=method, json=body, headers={"Authorization": f"Bearer {key}"})
assert answer.status_code == status, answer.get_data(as_text=True)
used = resource.getrusage(resource.RUSAGE_SELF)
end = time.clock_gettime(time.CLOCK_MONOTONIC)
loaded = [name for name in libraries if name in sys.modules]
print(json.dumps({"built": built, "end": end, "processor": used.ru_utime + used.ru_stime, "loaded": loaded}))
"""


class Unpacked(NamedTuple):
    """A built function, ready to start."""

    name: str
    folder: Path
    python: Path

    def run(self, code: str, argument: object, cloud: Cloud, *options: str) -> tuple[float, dict[str, Any], str]:
        """When it was started, what it said, and what it wrote to standard error."""
        started = time.clock_gettime(time.CLOCK_MONOTONIC)
        finished = subprocess.run(
            [str(self.python), *options, "-c", code, json.dumps(argument)],
            cwd=self.folder,
            env=environment(self.folder, **cloud.settings_of(self.name)),
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode:
            raise RuntimeError(finished.stderr)
        return started, json.loads(finished.stdout.splitlines()[-1]), finished.stderr

    def answered(self, cloud: Cloud, *options: str) -> tuple[float, dict[str, Any], str]:
        """A fresh process that answers once."""
        method, path, body, status = REQUESTS[self.name]
        return self.run(CALL, [self.name, cloud.key, method, path, body, status, LIBRARIES], cloud, *options)


def main() -> None:
    """The table, or where the time of one function goes."""
    with stand_ins() as cloud, tempfile.TemporaryDirectory() as folder:
        if len(sys.argv) > 1:
            print_where_time_goes(unpacked(sys.argv[1], Path(folder)), cloud)
            return
        rows = [row for name in REQUESTS for row in measured(unpacked(name, Path(folder)), cloud)]
    print_table(
        f"Cold start over production's adapters, median of {ROUNDS} fresh processes (bar: 1.30 at the first answer)",
        ["process", "ms", "ratio", "processor ms", "ratio"],
        rows,
    )


def unpacked(name: str, folder: Path) -> Unpacked:
    """The zip's content with its interpreter, all of it compiled."""
    with zipfile.ZipFile(build(name, folder)) as archive:
        archive.extractall(folder / name)
    python = interpreter_with(folder / name / "requirements.txt") / "bin" / "python"
    subprocess.run([str(python), "-m", "compileall", "-q", str(folder / name)], check=True)
    return Unpacked(name, folder / name, python)


def measured(function: Unpacked, cloud: Cloud) -> list[list[str]]:
    """Rows of the table, measured in turns, so that a busy machine troubles both alike."""
    _, first, _ = function.answered(cloud)
    seconds: dict[str, list[float]] = {"bare": [], "built": [], "answer": [], "bare cpu": [], "answer cpu": []}
    for _ in range(ROUNDS):
        started, imported, _ = function.run(BARE, first["loaded"], cloud)
        seconds["bare"].append(imported["end"] - started)
        seconds["bare cpu"].append(imported["processor"])
        started, ours, _ = function.answered(cloud)
        seconds["built"].append(ours["built"] - started)
        seconds["answer"].append(ours["end"] - started)
        seconds["answer cpu"].append(ours["processor"])
    median = {name: statistics.median(values) for name, values in seconds.items()}
    bare, bare_cpu = median["bare"], median["bare cpu"]
    name = function.name
    return [
        [f"{name}: its libraries, bare", *_figures(bare, bare), *_figures(bare_cpu, bare_cpu)],
        [f"{name}: ready to serve", *_figures(median["built"], bare), "", ""],
        [f"{name}: first answer", *_figures(median["answer"], bare), *_figures(median["answer cpu"], bare_cpu)],
    ]


def _figures(seconds: float, bare: float) -> list[str]:
    return [f"{1000 * seconds:.0f}", f"{seconds / bare:.2f}"]


def print_where_time_goes(function: Unpacked, cloud: Cloud) -> None:
    """Own time of imports by package, as -X importtime counts it (which slows them down), beside the whole."""
    function.answered(cloud)
    started, ours, log = function.answered(cloud, "-X", "importtime")
    own: Counter[str] = Counter()
    for microseconds, name in re.findall(r"import time: +(\d+) \| +\d+ \| +(\S+)", log):
        own[_package(name)] += int(microseconds)
    rows = [[name, f"{microseconds / 1000:.1f}"] for name, microseconds in own.most_common(25)]
    rows.append(["(all imports)", f"{sum(own.values()) / 1000:.1f}"])
    rows.append(["(until ready to serve)", f"{1000 * (ours['built'] - started):.1f}"])
    rows.append(["(first request)", f"{1000 * (ours['end'] - ours['built']):.1f}"])
    print_table(f"Where the start of {function.name} goes, one run", ["package", "ms"], rows)


def _package(module: str) -> str:
    parts = module.split(".")
    depth = {"google": 3, "shared": 2}.get(parts[0], 1)
    return ".".join(parts[:depth])


if __name__ == "__main__":
    main()
