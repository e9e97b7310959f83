"""A large batch over Firestore, on Google's own emulator, from the import of its file to its end: is anything lost?

    python -m benchmarks.batch_firestore [--rows 50000] [--minutes 5]

A file of so many people is imported, a batch is started from it, and twenty threads deliver its tasks, as Cloud Tasks
would, to the same services as everywhere; the writer is the offline one. After so many minutes the batch is cancelled,
if it is not at its end by then: on the emulator, which shares the processor with the product, 50,000 items take hours.
Then every item has to be done, failed with its reason, or cancelled; each done one has one message, and no message is
without its item; and the counters of batch and day equal a recount. It exits with 1 if that does not hold. It says how
many items were done a second, quarter by quarter of the time, and what they read and wrote: the emulator's speed says
nothing about production's, but whether it falls as the batch grows says something about the product.

FIRESTORE_EMULATOR_HOST may name an emulator that is running: the one that is started here has 512 MB.
"""

import argparse
import os
import sys
import time
import uuid
from collections import Counter
from datetime import timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from benchmarks.imports import as_csv, rows_of
from benchmarks.imports_firestore import CountingDocuments
from benchmarks.table import print_table
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.batch import BatchCounts, BatchItem, BatchRequest, ItemKey, ItemState
from shared.domain.errors import OutreachError
from shared.domain.ids import derived_id
from shared.domain.tasks import RUN_ITEM_PATH, Delivery, Task
from shared.repositories.aggregate import Position
from shared.services.list_batches import BatchStatus
from shared.services.open_people import Upload
from tests.builders import owner
from tests.chaos_queue import MAX_ATTEMPTS, ChaosQueue
from tests.contract.firestore_emulator import HOW_TO_INSTALL, emulator_host, is_installed
from tests.fakes import FixedSecrets

THREADS = 20
PAGE = 500
QUARTERS = 4
ATTEMPTS = 5
GRACE_SECONDS = 900.0
"""How long the end of a cancelled batch is waited for."""


class Ended(NamedTuple):
    """How the batch ended: its items by state, how many were done in each quarter of the time, what does not hold."""

    counts: BatchCounts
    seconds: float
    done_by_quarter: list[int]
    failed_deliveries: Counter[str]
    complaints: list[str]


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure a large batch on Firestore's emulator.")
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--minutes", type=float, default=5.0)
    given = parser.parse_args()
    if not is_installed():
        print(HOW_TO_INSTALL)
        return 0
    if "FIRESTORE_EMULATOR_HOST" not in os.environ:
        os.environ["FIRESTORE_EMULATOR_HOST"] = emulator_host()
    return _measured(given.rows, given.minutes * 60)


def _measured(rows: int, seconds: float) -> int:
    from shared.adapters.google.firestore_documents import FirestoreDocuments  # noqa: PLC0415  only where it is asked

    documents = CountingDocuments(FirestoreDocuments(f"demo-{uuid.uuid4().hex}", deadline_seconds=20))
    queue = ChaosQueue(seed=1, scale=1.0, copies=1, threads=THREADS)
    settings = Settings(demo=False, log_level="error")
    services = build_services(settings, documents=documents, queue=queue, secrets=FixedSecrets())
    queue.deliver = lambda task, attempt: _deliver(services, task, attempt)
    services.open_demo(None)
    try:
        return _steps(services, documents, queue, rows, seconds)
    finally:
        queue.close()
        services.close()


def _steps(services: Services, documents: CountingDocuments, queue: ChaosQueue, rows: int, seconds: float) -> int:
    steps: list[list[str]] = []

    def step(name: str, since: float) -> None:
        charged = documents.charged
        steps.append([name, f"{time.perf_counter() - since:.1f}", str(charged["writes"]), str(charged["reads"])])
        charged.clear()

    documents.charged.clear()
    began = time.perf_counter()
    import_ = services.create_import(owner(), Upload(as_csv(rows_of(rows)), "people.csv"), derived_id("import"))
    step(f"import of {rows} rows", began)
    began = time.perf_counter()
    body = {"name": "bench", "format": "linkedin_note", "language": "es", "register": "usted", "import_id": import_.id}
    batch_id = derived_id("batch", import_.id)
    services.batches.start(owner(), BatchRequest.model_validate(body), batch_id)
    step("batch started", began)
    began = time.perf_counter()
    queue.start()
    ended = _run(services, queue, batch_id, seconds)
    step(f"items: {ended.counts.done} done, {ended.counts.failed} failed", began)
    print_table("A batch on Firestore's emulator", ["step", "seconds", "documents written", "documents read"], steps)
    _print_end(ended, rows)
    return 1 if ended.complaints else 0


def _deliver(services: Services, task: Task, attempt: int) -> None:
    payload: Any = task.payload
    if task.path == RUN_ITEM_PATH:
        key = ItemKey(payload["workspace_id"], payload["batch_id"], payload["item_id"])
        services.batches.run_item(key, payload["generation"], Delivery(task.name, attempt, attempt >= MAX_ATTEMPTS))
    else:
        services.batches.advance(payload["workspace_id"], payload["batch_id"], payload["number"])


def _run(services: Services, queue: ChaosQueue, batch_id: str, seconds: float) -> Ended:
    """Let it run for so long, end it, and look at what it left."""
    began, done = time.perf_counter(), [0]
    for quarter in range(1, QUARTERS + 1):
        _wait(services, batch_id, began + seconds * quarter / QUARTERS)
        done.append(_counts(services, batch_id).done)
    took = time.perf_counter() - began
    if _status(services, batch_id).batch.is_open:
        services.batches.change.cancel(owner(), batch_id)
    _wait(services, batch_id, time.perf_counter() + GRACE_SECONDS)
    by_quarter = [later - sooner for sooner, later in pairwise(done)]
    return Ended(_counts(services, batch_id), took, by_quarter, queue.failures, _complaints(services, batch_id))


def _wait(services: Services, batch_id: str, until: float) -> None:
    """Until the time, or until the batch has ended."""
    while time.perf_counter() < until and _status(services, batch_id).batch.finished_at is None:
        time.sleep(2.0)


def _counts(services: Services, batch_id: str) -> BatchCounts:
    return _status(services, batch_id).tally.counts


def _status(services: Services, batch_id: str) -> BatchStatus:
    """How far the batch has come; a starved emulator answers too late at times, and is asked again."""
    for _ in range(ATTEMPTS):
        try:
            return services.batches.list.one(owner(), batch_id)
        except OutreachError:
            time.sleep(2.0)
    return services.batches.list.one(owner(), batch_id)


def _complaints(services: Services, batch_id: str) -> list[str]:
    """What does not hold of what must hold after every batch."""
    workspace = services.store.of(owner().workspace_id)
    items = _items(services, batch_id)
    of_items = Counter(item.message_id for item in items if item.state is ItemState.DONE)
    of_messages = Counter(message.id for message in workspace.messages.of_batch(batch_id))
    today = services.clock.now().date()
    recounts = [
        services.recount_counters.batch(owner().workspace_id, batch_id),
        services.recount_counters(owner().workspace_id, today - timedelta(days=1), today),
    ]
    holds = {
        "the batch is at its end": _status(services, batch_id).batch.finished_at is not None,
        "every item is at its end": not any(item.state in {ItemState.PENDING, ItemState.RUNNING} for item in items),
        "every failed item has its reason": all(item.error for item in items if item.state is ItemState.FAILED),
        "each done item has one message, each message its item": of_items == of_messages,
        "no message is doubled": not of_messages or max(of_messages.values()) == 1,
        "the counters equal a recount": all((one.mended, one.busy) == ((), ()) for one in recounts),
    }
    return [name for name, held in holds.items() if not held]


def _items(services: Services, batch_id: str) -> list[BatchItem]:
    items: list[BatchItem] = []
    after: Position | None = None
    while True:
        page = services.batches.list.items(owner(), batch_id, None, after, PAGE)
        items += page.items
        after = page.next_position
        if after is None:
            return items


def _print_end(ended: Ended, rows: int) -> None:
    rate = ended.counts.done / ended.seconds
    quarters = ", ".join(str(count) for count in ended.done_by_quarter)
    cells = [str(ended.counts.done), quarters, f"{rate:.2f}", f"{rows / rate / 3600:.1f}" if rate else ""]
    failures = ", ".join(f"{code} {count}" for code, count in sorted(ended.failed_deliveries.items())) or "none"
    columns = ["done", "in each quarter of the time", "a second", f"hours for {rows}", "deliveries made again", "lost"]
    print_table("Its items", columns, [[*cells, failures, "; ".join(ended.complaints) or "nothing"]])


if __name__ == "__main__":
    sys.exit(main())
