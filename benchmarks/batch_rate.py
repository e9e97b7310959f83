"""A batch on a laptop, from the request to its last item: how many a second, what it costs, and what memory does.

The server runs as `make run` starts it, its second process for items included, and before that all in one process. Two
measurements of each: a model of zero latency, whose bar is 60 items a second with flat memory, and a model of 200 ms
with 20 items in flight, whose bar is 0.8 of the ideal 100 a second. Then the processor time an item, by stage, of one
process (benchmarks/staged_server.py). All people and texts differ; the model and whoever asks for progress run beside
the server and take processor time of their own.
ITEMS=2000 in the environment makes it shorter than the 10,000 of the bar.
"""

import json
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.batch_people import WritingModel, people
from benchmarks.table import print_table
from shared.domain.prospect import Prospect
from tests.gemini_stub import GeminiStub
from tests.served_product import Server, start_server

ITEMS = int(os.environ.get("ITEMS", "10000"))
PART = 500
IN_FLIGHT, MODEL_SECONDS = 20, 0.2
RATE, SHARE = 60.0, 0.8


class Measured(NamedTuple):
    """One run: items a second, and of server and second process the processor milliseconds an item and the memory; the
    busiest one's milliseconds, which bound the rate; the server's by stage.
    """

    items: int
    rate: float
    cpu_ms: float
    busiest_ms: float
    quarter_mb: float
    end_mb: float
    stages: dict[str, float]


def main() -> None:
    """Run all and print them."""
    kinds = [
        ("no latency", RATE, ITEMS, 0.0),
        (f"{MODEL_SECONDS} s", IN_FLIGHT / MODEL_SECONDS * SHARE, max(1, ITEMS // 2), MODEL_SECONDS),
    ]
    runs = [
        (name, processes, bar, _measured(items, latency, processes))
        for processes in (1, 2)
        for name, bar, items, latency in kinds
    ]
    columns = ["model", "processes", "items", "a second", "bar", "CPU ms an item", "of the busiest"]
    rows = [
        [name, processes, one.items, f"{one.rate:.1f}", f"{bar:.0f}", *(f"{value:.1f}" for value in one[2:6])]
        for name, processes, bar, one in runs
    ]
    print_table("Items of batches, embedded", [*columns, "MB at a quarter", "MB at the end"], rows)
    alone = [(name, one.stages) for name, processes, _, one in runs if processes == 1]
    stages = sorted(alone[0][1], key=lambda stage: -alone[0][1][stage])
    by_stage = [[stage, *(f"{used.get(stage, 0.0):.2f}" for _, used in alone)] for stage in stages]
    print_table("CPU ms an item in one process, by stage", ["stage", *(name for name, _ in alone)], by_stage)


def _measured(items: int, latency: float, processes: int) -> Measured:
    everybody = people(items)
    with GeminiStub(WritingModel(everybody), latency=latency) as stub, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with _server(folder, stub.url, processes) as (server, key):
            before, started = cpu_seconds(server.process.pid), time.perf_counter()
            batches = [_start(server, key, part) for part in parts(everybody)]
            quarter = _wait(server, key, batches, items // 4)
            _wait(server, key, batches, items)
            seconds = time.perf_counter() - started
            used = [cpu_seconds(pid) for pid in _with_children(server.process.pid)]
            used[0] -= before
            end = _megabytes(server.process.pid)
        stages = json.loads((folder / "stages.json").read_text("utf-8"))
    by_stage = {stage: used / items * 1000 for stage, used in stages.items()}
    an_item = [one / items * 1000 for one in used]
    return Measured(items, items / seconds, sum(an_item), max(an_item), quarter, end, by_stage)


def parts(everybody: Sequence[Prospect]) -> Iterator[Sequence[Prospect]]:
    """As many people at a time as one request takes."""
    return (everybody[start : start + PART] for start in range(0, len(everybody), PART))


@contextmanager
def _server(folder: Path, model: str, processes: int) -> Iterator[tuple[Server, str]]:
    given = {"APP_GEMINI_API_KEY": "bench", "APP_LOG_LEVEL": "error", "APP_QUEUE_CONCURRENCY": str(IN_FLIGHT)}
    given |= {"APP_GEMINI_BASE_URL": model, "STAGES_FILE": str(folder / "stages.json")}
    given |= {"APP_QUEUE_PROCESSES": str(processes)}
    server = start_server(folder, "-m", "benchmarks.staged_server", **given)
    try:
        server.wait_until_ready()
        yield server, (folder / "demo-key").read_text().strip()
    finally:
        server.end()


def _start(server: Server, key: str, part: Sequence[Prospect]) -> str:
    body = {"name": "bench", "format": "linkedin_note", "language": "es", "register": "usted"}
    persons = [person.model_dump(mode="json") for person in part]
    return str(_ask(server, key, "/v1/batches", body | {"prospects": persons})["id"])


def _wait(server: Server, key: str, batches: list[str], items: int) -> float:
    """The server's resident megabytes once so many items are done. A batch that is over is not asked again."""
    done: dict[str, int] = {}
    while sum(done.values()) < items:
        time.sleep(1.0)
        for id_ in batches:
            if done.get(id_, 0) < PART:
                done[id_] = _ask(server, key, f"/v1/batches/{id_}")["counts"]["done"]
    return _megabytes(server.process.pid)


def _ask(server: Server, key: str, path: str, body: object = None) -> dict[str, Any]:
    status, text = server.get(path, key, body)
    if status not in (200, 202):
        raise RuntimeError(text)
    answer: dict[str, Any] = json.loads(text)
    return answer


def cpu_seconds(pid: int) -> float:
    """What the process has used of processors, its threads together."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _with_children(pid: int) -> list[int]:
    """The process and those that its threads have started."""
    started = [path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    return [pid, *(int(child) for children in started for child in children)]


def _megabytes(server: int) -> float:
    """What the server holds, with its second process."""
    lines = [line for pid in _with_children(server) for line in Path(f"/proc/{pid}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
