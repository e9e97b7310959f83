"""Money per 1,000 messages of a batch at list prices, from counted operations.

A batch of the demo's people is run to its end over a store in memory and a queue in memory that count what Firestore
and Cloud Tasks would charge for. Gate, counters and outbox are the real ones; the offline writer writes, so that no
model is paid. Processor time is this process's own. Tokens are what the Gemini writer expects for the same requests.

    python -m benchmarks.message_costs
"""

import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.table import print_table
from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.adapters.google.gemini_connection import KeyAccess
from shared.adapters.google.gemini_prices import gemini_prices
from shared.adapters.google.gemini_writer import GeminiWriter
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.batch import BatchRequest, ItemKey
from shared.domain.documents import Aggregate, Delete, Document, Operation, Query
from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.tasks import RUN_ITEM_PATH, Delivery, Task
from shared.domain.writing import WritingEstimate, WritingRequest, Written
from shared.ports import Clock
from shared.repositories.store import DECLARED_INDEXES
from tests.builders import owner
from tests.fakes import FixedClock, FixedSecrets, NumberedIds, RecordingQueue
from tests.memory_documents import MemoryDocuments

FORMATS = ("linkedin_note", "email")
PEOPLE = 100
MEMORY_GIB = 0.5
CONCURRENCY = 40
MODEL_SECONDS = 2.0
"""The design's median for a generation; not measured against the real model."""
PRICES: dict[str, Any] = json.loads(Path(__file__).with_name("google_cloud_prices.json").read_text(encoding="utf-8"))


class CountingDocuments(MemoryDocuments):
    """Counts as Firestore charges: https://cloud.google.com/firestore/pricing#operations"""

    def __init__(self) -> None:
        super().__init__(DECLARED_INDEXES)
        self.charged: Counter[str] = Counter()

    def get(self, path: str) -> Document | None:
        self.charged["reads"] += 1
        return super().get(path)

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        self.charged["reads"] += len(set(paths))
        return super().get_many(paths)

    def query(self, query: Query) -> list[Document]:
        found = super().query(query)
        self.charged["reads"] += max(1, len(found))
        return found

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        answer = super().aggregate(query, sums)
        self.charged["reads"] += max(1, -(-answer.count // 1000))
        return answer

    def write(self, operations: Sequence[Operation]) -> str:
        version = super().write(operations)
        deletes = sum(isinstance(operation, Delete) for operation in operations)
        self.charged["deletes"] += deletes
        self.charged["writes"] += len(operations) - deletes
        return version


class CountingQueue(RecordingQueue):
    """Counts creations, whether or not the name is known: each is a call."""

    def __init__(self) -> None:
        super().__init__()
        self.created = 0

    def enqueue(self, tasks: Sequence[Task]) -> None:
        self.created += len(tasks)
        super().enqueue(tasks)


class EstimatingWriter:
    """Writes offline, and keeps what Gemini would have been asked for."""

    def __init__(self, clock: Clock) -> None:
        self._offline = OfflineWriter(clock)
        self._gemini = GeminiWriter(KeyAccess(lambda: b"no key is needed to estimate"), clock)
        self.estimates: list[WritingEstimate] = []

    def write(self, request: WritingRequest) -> Written:
        self.estimates.append(self._gemini.estimate(request))
        return self._offline.write(request)

    def estimate(self, request: WritingRequest) -> WritingEstimate:
        return self._gemini.estimate(request)


class Usage(NamedTuple):
    """What one message took, on average over a batch."""

    reads: float
    writes: float
    deletes: float
    task_operations: float
    requests: float
    own_seconds: float
    input_tokens: float
    output_tokens: float

    @property
    def instance_seconds(self) -> float:
        """Of an instance that is kept busy: its own work, or its share of the waiting if that is longer."""
        return max(self.own_seconds, MODEL_SECONDS / CONCURRENCY)


def main() -> None:
    """Measure each format and print what it costs."""
    usages = {format_: measured(format_) for format_ in FORMATS}
    print_table(
        f"What one message of a batch of {PEOPLE} takes",
        ["", *usages],
        [[name.replace("_", " "), *(f"{getattr(use, name):.4g}" for use in usages.values())] for name in Usage._fields],
    )
    costs = {format_: money(use) for format_, use in usages.items()}
    names = list(next(iter(costs.values())))
    rows = [[name, *(f"{1000 * cost[name]:.4f}" for cost in costs.values())] for name in names]
    rows.append(["all", *(f"{1000 * sum(cost.values()):.4f}" for cost in costs.values())])
    print_table(f"{PRICES['currency']} per 1,000 messages, prices as of {PRICES['compiled_on']}", ["", *usages], rows)


def money(use: Usage) -> dict[str, float]:
    """What one message costs, by what is paid for."""
    store, run, table = PRICES["firestore"], PRICES["cloud_run"], gemini_prices()
    model = table.models[table.default_model].price_on(table.compiled_on)
    return {
        "Firestore reads": use.reads * store["reads_per_100000"] / 100_000,
        "Firestore writes": use.writes * store["writes_per_100000"] / 100_000,
        "Firestore deletes": use.deletes * store["deletes_per_100000"] / 100_000,
        "Cloud Tasks": use.task_operations * PRICES["cloud_tasks"]["operations_per_1000000"] / 1_000_000,
        "function processor": use.instance_seconds * run["processor_second"],
        "function memory": use.instance_seconds * MEMORY_GIB * run["memory_gib_second"],
        "function requests": use.requests * run["requests_per_1000000"] / 1_000_000,
        f"model input ({table.default_model})": use.input_tokens * model.input / 1e12,
        f"model output ({table.default_model})": use.output_tokens * model.output / 1e12,
    }


def measured(format_: str) -> Usage:
    """Run one batch to its end."""
    documents, queue, clock = CountingDocuments(), CountingQueue(), FixedClock()
    writer = EstimatingWriter(clock)
    services = build_services(
        Settings(demo=False, log_level="error"),
        documents=documents,
        queue=queue,
        writer=writer,
        secrets=FixedSecrets(),
        clock=clock,
        ids=NumberedIds(),
    )
    services.open_demo(None)
    prospects = services.store.of(owner().workspace_id).prospects
    people = prospects.unwritten(Format(format_), None, None, PEOPLE).items
    wanted = {"name": "Costs", "prospect_ids": people, "format": format_, "language": "es"}
    batch_id = derived_id("batch", format_)
    documents.charged.clear()
    started = time.process_time()
    services.batches.start(owner(), BatchRequest.model_validate(wanted), batch_id)
    delivered = run_to_the_end(services, queue, clock)
    seconds = time.process_time() - started
    done = services.batches.list.one(owner(), batch_id).tally.counts.done
    if done < 0.9 * PEOPLE:  # a few of the demo's people asked not to be written to
        raise RuntimeError(f"{done} of {PEOPLE} messages were written")
    charged = [documents.charged[name] for name in ("reads", "writes", "deletes")]
    tokens = [sum(one.input_tokens for one in writer.estimates), sum(one.output_tokens for one in writer.estimates)]
    return Usage(*(amount / done for amount in (*charged, queue.created + delivered, delivered, seconds, *tokens)))


def run_to_the_end(services: Services, queue: CountingQueue, clock: FixedClock) -> int:
    """Deliver every task, and those that come of it; answers how many deliveries that took."""
    delivered = 0
    while waiting := queue.take():
        for task in waiting:
            delivered += 1
            deliver(services, task)
        clock.advance(2)
    return delivered


def deliver(services: Services, task: Task) -> None:
    """What functions/tasks does with the task."""
    payload: Mapping[str, Any] = task.payload
    if task.path == RUN_ITEM_PATH:
        key = ItemKey(payload["workspace_id"], payload["batch_id"], payload["item_id"])
        services.batches.run_item(key, payload["generation"], Delivery(task.name, 1, is_last=False))
    else:
        services.batches.advance(payload["workspace_id"], payload["batch_id"], payload["number"])


if __name__ == "__main__":
    main()
