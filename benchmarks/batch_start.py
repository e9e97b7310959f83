"""How long the answer to "start this batch" takes, whatever its size: only the batch itself is written.

An import of 50,000 rows, and one of 500, each started several times over HTTP on the server of `make run`; each
batch is cancelled at once, so that no other one works beside the next. Bar: 500 ms for 50,000.
"""

import json
import statistics
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from benchmarks.batch_people import people
from benchmarks.table import percentile, print_table
from tests.served_product import Server, start_server

SIZES, STARTS = (500, 50_000), 11
BAR_MS = 500


def main() -> None:
    """Import, start, print."""
    with tempfile.TemporaryDirectory() as name:
        server = start_server(Path(name), APP_LOG_LEVEL="error", APP_WRITER="offline")
        try:
            server.wait_until_ready()
            key = (Path(name) / "demo-key").read_text().strip()
            rows = [_row(server, key, size) for size in SIZES]
        finally:
            server.end()
    print_table(f"Starting a batch from an import (bar: {BAR_MS} ms)", ["rows", "median ms", "p95 ms"], rows)


def _row(server: Server, key: str, size: int) -> list[str]:
    import_id = _import(server, key, size)
    taken = [_start(server, key, import_id) * 1000 for _ in range(STARTS)]
    return [str(size), f"{statistics.median(taken):.0f}", f"{percentile(taken, 0.95):.0f}"]


def _import(server: Server, key: str, size: int) -> str:
    lines = [f"{one.full_name},{one.title},{one.company},{one.linkedin_url}\n" for one in people(size)]
    data = "Nombre,Cargo,Empresa,LinkedIn\n" + "".join(lines)
    part = f'--part\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\n\r\n{data}\r\n--part--\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=part", "Authorization": f"Bearer {key}"}
    request = urllib.request.Request(f"{server.address}/v1/imports", part.encode(), headers)
    with urllib.request.urlopen(request, timeout=120) as answer:
        made: dict[str, Any] = json.load(answer)
    if made["usable"] != size:
        raise RuntimeError(f"{made['usable']} of {size} rows are usable")
    return str(made["id"])


def _start(server: Server, key: str, import_id: str) -> float:
    body = {"name": "bench", "import_id": import_id, "format": "linkedin_note", "language": "es", "register": "usted"}
    started = time.perf_counter()
    status, text = server.get("/v1/batches", key, body)
    seconds = time.perf_counter() - started
    if status != 202:
        raise RuntimeError(text)
    server.get(f"/v1/batches/{json.loads(text)['id']}/cancel", key, {})
    time.sleep(1.0)
    return seconds


if __name__ == "__main__":
    main()
