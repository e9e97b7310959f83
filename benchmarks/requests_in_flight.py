"""One instance of `generate` with 40 requests in flight, against a model that takes 1.0 s.

The instance runs as in production: functions-framework under gunicorn, one worker, 40 threads. The ideal is 40 messages
a second. Bars: at least 0.8 of the ideal, under 256 MB.
"""

import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import httpx2

from benchmarks.example import GENERATION, demo_folder, environment
from benchmarks.table import print_table
from tests.gemini_stub import GeminiStub, message

THREADS = 40
MODEL_SECONDS = 1.0
MESSAGES = 400
ROOT = Path(__file__).parent.parent
BODY = "Hola, Lucía: dirige Operaciones en Logística Norte. ¿Qué le quita más tiempo al preparar cada ruta?"


def main() -> None:
    """Start the instance, send all messages from 40 clients, read its memory, end it."""
    with demo_folder() as (folder, key), GeminiStub(message(BODY), latency=MODEL_SECONDS) as stub:
        port = _free_port()
        settings = {
            "APP_GEMINI_API_KEY": "bench",
            "APP_GEMINI_BASE_URL": stub.url,
            "PORT": str(port),
            "THREADS": str(THREADS),
            "WORKERS": "1",
            "APP_LOG_LEVEL": "error",
        }
        command = [
            sys.executable,
            "-m",
            "functions_framework",
            "--target",
            "generate",
            "--source",
            "functions/generate/main.py",
        ]
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(folder, **settings),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_until_ready(url)
            seconds, statuses = _send_all(url, key)
            megabytes = _resident_megabytes(server.pid)
        finally:
            server.terminate()
            server.wait()
    rate, ideal = MESSAGES / seconds, THREADS / MODEL_SECONDS
    rows = [["messages a second", f"{rate:.1f}", f"{ideal:.1f}", f"{rate / ideal:.2f}"]]
    print_table(
        f"{THREADS} in flight, model of {MODEL_SECONDS} s (bar: 0.80)", ["", "measured", "ideal", "share"], rows
    )
    print(f"  answers {dict(statuses)}; largest process {megabytes:.0f} MB (bar: under 256)")


def _send_all(url: str, key: str) -> tuple[float, Counter[int]]:
    statuses: Counter[int] = Counter()
    work = iter(range(MESSAGES))
    lock = threading.Lock()

    def client() -> None:
        with httpx2.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as session:
            while True:
                with lock:
                    if next(work, None) is None:
                        return
                status = session.post("/v1/generations", json=GENERATION).status_code
                with lock:
                    statuses[status] += 1

    threads = [threading.Thread(target=client) for _ in range(THREADS)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - started, statuses


def _wait_until_ready(url: str) -> None:
    for _ in range(200):
        try:
            if httpx2.get(f"{url}/v1/generate/health").status_code == 200:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the instance did not start")


def _resident_megabytes(pid: int) -> float:
    """The peak resident memory of the largest process of the tree that `pid` leads (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return max(_peak(process) for process in (pid, *map(int, children)))


def _peak(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    if not Path("/proc").exists():
        sys.exit("this benchmark reads /proc and needs Linux")
    main()
