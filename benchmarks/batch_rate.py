"""A batch on a laptop, from the request to its last item: how many a second, and what the server's memory does.

The server runs as `make run` starts it, in one process with its queue. Two measurements: a model of zero latency, whose
bar is 60 items a second with flat memory, and a model of 200 ms with 20 items in flight, whose bar is 0.8 of the ideal
100 a second. ITEMS=2000 in the environment makes it shorter than the 10,000 of the bar.
"""

import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.table import print_table
from tests.gemini_stub import GeminiStub, message
from tests.served_product import Server, start_server

ITEMS = int(os.environ.get("ITEMS", "10000"))
PART = 500
IN_FLIGHT, MODEL_SECONDS = 20, 0.2
BODY = "Hola, Lucía: dirige Operaciones en Logística Norte. ¿Qué le quita más tiempo al preparar cada ruta?"


def main() -> None:
    """Run both and print them."""
    rows = []
    with GeminiStub(message(BODY)) as stub:
        rows.append(["no latency", *_measured({"APP_GEMINI_BASE_URL": stub.url}, ITEMS, bar=60.0)])
    with GeminiStub(message(BODY), latency=MODEL_SECONDS) as stub:
        ideal = IN_FLIGHT / MODEL_SECONDS
        rows.append([f"{MODEL_SECONDS} s", *_measured({"APP_GEMINI_BASE_URL": stub.url}, ITEMS // 5, ideal * 0.8)])
    columns = ["model", "items", "a second", "bar", "CPU ms an item", "MB at a quarter", "MB at the end"]
    print_table("Items of batches, embedded, one server process", columns, rows)


def _measured(variables: dict[str, str], items: int, bar: float) -> list[str]:
    with _server(variables) as (server, key):
        before, started = _cpu_seconds(server.process.pid), time.perf_counter()
        batches = [_start(server, key, range(n, min(n + PART, items))) for n in range(0, items, PART)]
        quarter = _wait(server, key, batches, items // 4)
        _wait(server, key, batches, items)
        seconds = time.perf_counter() - started
        cpu = (_cpu_seconds(server.process.pid) - before) / items * 1000
        end = _megabytes(server.process.pid)
    return [str(items), f"{items / seconds:.1f}", f"{bar:.0f}", f"{cpu:.1f}", f"{quarter:.0f}", f"{end:.0f}"]


@contextmanager
def _server(variables: dict[str, str]) -> Iterator[tuple[Server, str]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = {"APP_GEMINI_API_KEY": "bench", "APP_LOG_LEVEL": "error", "APP_QUEUE_CONCURRENCY": str(IN_FLIGHT)}
        server = start_server(folder, **given, **variables)
        try:
            server.wait_until_ready()
            yield server, (folder / "demo-key").read_text().strip()
        finally:
            server.end()


def _start(server: Server, key: str, numbers: range) -> str:
    people = [
        {
            "full_name": "Lucía Ferrer",
            "title": "Directora de Operaciones",
            "company": "Logística Norte",
            "linkedin_url": f"https://www.linkedin.com/in/lucia-ferrer-{number}",
        }
        for number in numbers
    ]
    body = {"name": "bench", "format": "linkedin_note", "language": "es", "register": "usted", "prospects": people}
    return str(_ask(server, key, "/v1/batches", body)["id"])


def _wait(server: Server, key: str, batches: list[str], items: int) -> float:
    """The server's resident megabytes once so many items are done."""
    while sum(_ask(server, key, f"/v1/batches/{id_}")["counts"]["done"] for id_ in batches) < items:
        time.sleep(1.0)
    return _megabytes(server.process.pid)


def _ask(server: Server, key: str, path: str, body: object = None) -> dict[str, Any]:
    status, text = server.get(path, key, body)
    if status not in (200, 202):
        raise RuntimeError(text)
    answer: dict[str, Any] = json.loads(text)
    return answer


def _cpu_seconds(pid: int) -> float:
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
