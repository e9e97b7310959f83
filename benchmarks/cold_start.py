"""Cold start of `generate`: a fresh process up to its first answer, next to a bare function in the same run.

The bare function is what nobody can do without: functions-framework, Flask and one pydantic model. Embedded adapters;
bytecode and patterns are compiled ahead, as they are in production. Time ends with the answer, not with the end of the
process. Processor time stands beside it, since it suffers less from what else runs on the machine. Bar: at most 1.6
times the bare function.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.example import GENERATION, demo_folder, environment
from benchmarks.table import print_table

ROUNDS = 11
ROOT = Path(__file__).parent.parent

BARE_SOURCE = """
import functions_framework
from pydantic import BaseModel


class Body(BaseModel):
    prospect: dict
    format: str


@functions_framework.http
def bare(request):
    return Body.model_validate(request.get_json()).model_dump(), 201
"""

CALL = """
import json, sys, time
from functions_framework import create_app
target, source, key = sys.argv[1:4]
answer = create_app(target, source).test_client().post(
    "/v1/generations", json=json.loads(sys.argv[4]), headers={"Authorization": f"Bearer {key}"})
assert answer.status_code == 201, answer.get_data(as_text=True)
print(time.process_time(), flush=True)
"""


class Start(NamedTuple):
    """Seconds from nothing to the first answer: by the clock, and of the processor."""

    passed: float
    worked: float


def main() -> None:
    """Measure in turns, so that a busy machine troubles both alike."""
    subprocess.run([sys.executable, "-m", "scripts.keep_patterns"], cwd=ROOT, check=True)
    with demo_folder() as (folder, key):
        bare = folder / "bare.py"
        bare.write_text(BARE_SOURCE)
        ours = ROOT / "functions/generate/main.py"
        starts: dict[str, list[Start]] = {"bare": [], "generate": []}
        for _ in range(ROUNDS + 1):
            for target, source in (("bare", bare), ("generate", ours)):
                starts[target].append(_answer_once(target, source, key, folder))
    medians = {
        target: Start(*map(statistics.median, zip(*values[1:], strict=True))) for target, values in starts.items()
    }
    bare_one = medians["bare"]
    rows = [
        [
            target,
            f"{1000 * median.passed:.0f}",
            f"{median.passed / bare_one.passed:.2f}",
            f"{1000 * median.worked:.0f}",
            f"{median.worked / bare_one.worked:.2f}",
        ]
        for target, median in medians.items()
    ]
    print_table(
        f"Cold start, median of {ROUNDS} fresh processes (bar: 1.60)",
        ["function", "ms", "ratio", "processor ms", "ratio"],
        rows,
    )


def _median(starts: list[Start]) -> Start:
    return Start(*(statistics.median(column) for column in zip(*starts, strict=True)))


def _answer_once(target: str, source: Path, key: str, folder: Path) -> Start:
    started = time.perf_counter()
    command = [sys.executable, "-c", CALL, target, str(source), key, json.dumps(GENERATION)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(folder), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        passed = time.perf_counter() - started
    return Start(passed, float(line))


if __name__ == "__main__":
    main()
