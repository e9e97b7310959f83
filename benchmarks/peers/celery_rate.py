"""Our embedded queue beside Celery with Redis: the same services, the same commits to SQLite, the same stand-in model.

    make bench-peers                (ITEMS=500 KILL_ITEMS=100 for a short run)

Two tables of one run each. Rates: from the request to the last item, 20 deliveries at a time in one process, and Celery
also with its default, a process for each core. Kills: the worker, or our server, is killed with -9 three times while
a batch runs and started again at once; all pauses and leases are a quarter of the real ones. Needs `redis-server`
(Debian's package). Bar: our rate is at least 0.7 of Celery's with the same threads.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple, TypeAlias

from benchmarks.batch_people import WritingModel, people
from benchmarks.batch_rate import cpu_seconds, parts
from benchmarks.peers.celery_service import CeleryQueue, app
from benchmarks.table import print_table
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.batch import BatchRequest, ItemState
from shared.domain.principal import Principal
from shared.domain.prospect import Prospect
from tests.chaos_queue import scaled_settings
from tests.gemini_stub import GeminiStub
from tests.served_product import ROOT, Server, start_server

ITEMS = int(os.environ.get("ITEMS", "2000"))
KILL_ITEMS = int(os.environ.get("KILL_ITEMS", "400"))
KILLS, SCALE, MODEL_SECONDS = 3, 0.25, 0.05
IN_FLIGHT = 20
BAR = 0.7
Pool: TypeAlias = tuple[str, int]
"""What Celery runs tasks in, and how many at a time."""

THREADS: Pool = ("threads", IN_FLIGHT)
PROCESSES: Pool = ("prefork", 2)


class Outcome(NamedTuple):
    """What became of one batch: seconds to its end, processor milliseconds an item, and what the kills did."""

    seconds: float
    cpu: float = 0.0
    lost: int = 0
    asked_again: int = 0
    doubled: int = 0


class Running(NamedTuple):
    """Something that works a batch off: how to kill it, what processor time it has used, whether it still runs."""

    kill: Callable[[], None]
    cpu_seconds: Callable[[], float]
    is_alive: Callable[[], bool]


def main() -> int:
    """Run all and print; 0 also where Redis is missing, with a sentence."""
    if shutil.which("redis-server") is None:
        print("Celery is not compared: redis-server is missing (apt-get install redis-server).")
        return 0
    with ExitStack() as stack:
        port = _redis(stack)
        _print_rates(port)
        _print_kills(port)
    return 0


def _print_rates(port: int) -> None:
    ours = _rate(None, port)
    peers = {"Celery, 20 threads": _rate(THREADS, port), "Celery, 2 processes": _rate(PROCESSES, port)}
    rows = [
        [name, f"{ITEMS / one.seconds:.1f}", f"{one.cpu:.1f}", f"{one.seconds / ours.seconds:.2f}"]
        for name, one in {"ours": ours, **peers}.items()
    ]
    title = f"{ITEMS} items, model without latency (bar: {BAR} of Celery with the same threads)"
    print_table(title, ["", "a second", "CPU ms an item", "our rate ÷ its"], rows)


def _print_kills(port: int) -> None:
    killed = {"ours": _killed(None, port), "Celery, 20 threads": _killed(THREADS, port)}
    rows = [
        [name, str(one.lost), str(one.asked_again), str(one.doubled), f"{one.seconds:.0f}"]
        for name, one in killed.items()
    ]
    title = f"{KILL_ITEMS} items, killed {KILLS} times with -9, deadlines and leases at {SCALE} of the real ones"
    print_table(title, ["", "items lost", "model asked again", "messages doubled", "seconds to the end"], rows)


def _rate(pool: Pool | None, port: int) -> Outcome:
    everybody = people(ITEMS)
    with GeminiStub(WritingModel(everybody)) as stub, tempfile.TemporaryDirectory() as name:
        settings = _settings(Path(name), stub)
        with _at_work(settings, pool, port) as (running, services, owner):
            before, started = running.cpu_seconds(), time.perf_counter()
            batches = _start(services, owner, everybody)
            _wait(running, services, owner, batches, ITEMS, seconds=ITEMS)
            seconds = time.perf_counter() - started
            return Outcome(seconds, (running.cpu_seconds() - before) / ITEMS * 1000)


def _killed(pool: Pool | None, port: int) -> Outcome:
    everybody = people(KILL_ITEMS)
    with ExitStack() as stack:
        stub = stack.enter_context(GeminiStub(WritingModel(everybody), latency=MODEL_SECONDS))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running, services, owner = stack.enter_context(_at_work(_settings(folder, stub, SCALE), pool, port))
        started = time.perf_counter()
        batches = _start(services, owner, everybody)
        for part in range(1, KILLS + 1):
            _wait(running, services, owner, batches, KILL_ITEMS * part // (KILLS + 1), seconds=KILL_ITEMS)
            running.kill()
        done = _wait(running, services, owner, batches, KILL_ITEMS, seconds=KILL_ITEMS)
        return _counted(services, owner, batches, everybody, stub, done, time.perf_counter() - started)


def _start(services: Services, owner: Principal, everybody: list[Prospect]) -> list[str]:
    """Batches for everybody, put into the queue by this process; their ids."""
    body = {"name": "bench", "format": "linkedin_note", "language": "es", "register": "usted"}
    requests = [BatchRequest.model_validate(body | {"prospects": list(part)}) for part in parts(everybody)]
    return [services.batches.start(owner, request, services.ids.new()).id for request in requests]


def _counted(
    services: Services,
    owner: Principal,
    batches: list[str],
    everybody: list[Prospect],
    stub: GeminiStub,
    done: int,
    seconds: float,
) -> Outcome:
    messages = services.store.of(owner.workspace_id).messages
    written = Counter(one.prospect.full_name for batch_id in batches for one in messages.of_batch(batch_id))
    return Outcome(
        seconds,
        lost=len(everybody) - done,
        asked_again=len(stub.requests) - len(everybody) if done == len(everybody) else len(stub.requests) - done,
        doubled=sum(written.values()) - len(written),
    )


def _settings(folder: Path, stub: GeminiStub, scale: float = 1.0) -> Settings:
    return scaled_settings(
        scale,
        data_dir=folder,
        demo=True,
        gemini_api_key="bench",
        gemini_base_url=stub.url,
        log_level="error",
        queue_concurrency=IN_FLIGHT,
    )


def _variables(settings: Settings) -> dict[str, str]:
    """The settings as the environment of another process."""
    names = [name for name in Settings.model_fields if name.endswith("_seconds")]
    known = {f"APP_{name.upper()}": str(getattr(settings, name)) for name in names}
    return known | {
        "APP_DATA_DIR": str(settings.data_dir),
        "APP_DEMO_MESSAGES": "0",
        "APP_GEMINI_API_KEY": "bench",
        "APP_GEMINI_BASE_URL": settings.gemini_base_url or "",
        "APP_LOG_LEVEL": "error",
        "APP_QUEUE_CONCURRENCY": str(IN_FLIGHT),
    }


@contextmanager
def _at_work(settings: Settings, pool: Pool | None, port: int) -> Iterator[tuple[Running, Services, Principal]]:
    """What works batches off, and services of this process that put them there: in both cases over the same folder."""
    with ExitStack() as stack:
        if pool is None:
            running, services = _our_server(stack, settings), build_services(settings)
        else:
            running, services = _celery(stack, settings, pool, port)
        stack.callback(services.close)
        yield running, services, services.authenticate((settings.data_dir / "demo-key").read_text().strip())


def _our_server(stack: ExitStack, settings: Settings) -> Running:
    def start(port: str = "0") -> None:
        server = start_server(settings.data_dir, **_variables(settings), PORT=port)
        server.wait_until_ready()
        servers.append(server)

    def kill() -> None:
        end()
        start(servers[-1].address.rpartition(":")[2])

    def end() -> None:
        servers[-1].process.kill()
        servers[-1].output()

    servers: list[Server] = []
    start()
    stack.callback(end)
    return Running(kill, lambda: cpu_seconds(servers[-1].process.pid), lambda: servers[-1].process.poll() is None)


def _celery(stack: ExitStack, settings: Settings, pool: Pool, port: int) -> tuple[Running, Services]:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as redis:
        redis.sendall(b"FLUSHALL\r\n")
        redis.recv(16)
    environment = {
        **os.environ,
        **_variables(settings),
        "PEER_BROKER": f"redis://127.0.0.1:{port}/0",
        "PEER_POOL": pool[0],
    }
    app.conf.broker_url = environment["PEER_BROKER"]
    services = build_services(settings, queue=CeleryQueue())
    command = [sys.executable, "-m", "celery", "-A", "benchmarks.peers.celery_service", "worker", "-l", "ERROR"]
    command += ["-P", pool[0], "-c", str(pool[1]), "--without-gossip", "--without-mingle"]
    workers: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, start_new_session=True, stdout=quiet, stderr=quiet
        )
        workers.append(process)

    def end() -> None:
        os.killpg(workers[-1].pid, signal.SIGKILL)
        workers[-1].wait()

    def kill() -> None:
        end()
        start()

    start()
    stack.callback(end)
    while not app.control.ping(timeout=0.5):
        continue
    return Running(kill, lambda: _group_cpu(workers[-1].pid), lambda: workers[-1].poll() is None), services


def _group_cpu(leader: int) -> float:
    """Processor seconds of a process and its children."""
    children = [int(pid) for pid in Path(f"/proc/{leader}/task/{leader}/children").read_text().split()]
    return sum(map(cpu_seconds, [leader, *children]))


def _redis(stack: ExitStack) -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    command = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--dir", folder, "--appendonly", "yes"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    deadline = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return port


def _wait(
    running: Running, services: Services, owner: Principal, batches: list[str], items: int, seconds: float
) -> int:
    """Until so many items are done, or the time is over; how many are. A tick passes each minute, as the clock's.

    Raises RuntimeError if what works the batch off has ended and nobody here killed it: then nothing is measured.
    """
    deadline = time.monotonic() + 60 + seconds
    ticked = time.monotonic()
    while True:
        counts = [services.store.of(owner.workspace_id).batches.items(id_).count(ItemState.DONE) for id_ in batches]
        if sum(counts) >= items or time.monotonic() > deadline:
            return sum(counts)
        if not running.is_alive():
            raise RuntimeError("The server or worker has ended by itself, or somebody else ended it.")
        if time.monotonic() - ticked > 60:
            ticked = time.monotonic()
            services.run_tick()
        time.sleep(0.5)


if __name__ == "__main__":
    sys.exit(main())
