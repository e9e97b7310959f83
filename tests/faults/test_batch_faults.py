"""A batch under every fault: nothing is lost, nothing doubled, nothing paid for twice.

Small sizes here; `make bench-faults` runs the same tests at full size (FAULT_ITEMS=2000).
"""

import os
import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Aggregate, Document, Operation, Query
from shared.domain.errors import (
    QuotaExceededError,
    Sentence,
    UnknownOutcomeError,
    UpstreamFailedError,
    UpstreamTimeoutError,
)
from shared.domain.writing import WritingRequest
from shared.ports import Documents
from shared.repositories.store import DECLARED_INDEXES
from tests.builders import GOOD_DRAFT
from tests.chaos_queue import Chaos, CountingWriter
from tests.contract.documents_adapters import ADAPTERS
from tests.faults.test_sqlite_faults import may_mount, mounted

ITEMS = int(os.environ.get("FAULT_ITEMS", "60"))
SCALE = float(os.environ.get("FAULT_SCALE", "0.05"))
ON_FIRESTORE = min(ITEMS, 25)
SEED = 11

AWAY = UpstreamFailedError(Sentence("No está.", "It is away."))
LOST = UnknownOutcomeError(Sentence("¿?", "?"))

PERSISTENT = [param for param in ADAPTERS if param.id != "memory"]


class UnsteadyDocuments:
    """A store that is away from time to time, or that loses what it was about to say: `unknown` of the writes, half of
    them applied, are answered as a time-out.
    """

    def __init__(self, inner: Documents, seed: int = SEED) -> None:
        self.away = False
        self.unknown = 0.0
        self._inner = inner
        self._random = random.Random(seed)

    def get(self, path: str) -> Document | None:
        self._require()
        return self._inner.get(path)

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        self._require()
        return self._inner.get_many(paths)

    def query(self, query: Query) -> list[Document]:
        self._require()
        return self._inner.query(query)

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        self._require()
        return self._inner.aggregate(query, sums)

    def write(self, operations: Sequence[Operation]) -> str:
        self._require()
        draw = self._random.random()
        if draw < self.unknown / 2:
            raise LOST
        version = self._inner.write(operations)
        if draw < self.unknown:
            raise LOST
        return version

    def close(self) -> None:
        self._inner.close()

    def _require(self) -> None:
        if self.away:
            raise AWAY


@contextmanager
def running(chaos: Chaos) -> Iterator[None]:
    try:
        yield
    finally:
        chaos.queue.close()


def finished(chaos: Chaos, people: int) -> dict[str, int]:
    """Let a batch run to its end and check it; answers its items by state."""
    with running(chaos):
        batch_id = chaos.start(people)
        chaos.wait(batch_id)
    return dict(chaos.check(batch_id, people))


@pytest.fixture(params=PERSISTENT)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Documents, int]]:
    """A store, and how many items it is tried with."""
    on_firestore = "firestore" in request.node.callspec.id
    with request.param(tmp_path, DECLARED_INDEXES) as documents:
        yield documents, ON_FIRESTORE if on_firestore else ITEMS


def test_every_task_twice_and_shuffled(store):
    documents, people = store
    chaos = Chaos(documents, SEED, scale=SCALE, lease_seconds=3600.0)  # however slow, no run is taken for a dead one
    assert finished(chaos, people) == {"done": people}
    # A delivery that a slow store failed is made again, and may ask the model again; the second of two never does.
    assert people <= len(chaos.writer.calls) <= people + chaos.queue.failures.total()


def test_commits_that_report_a_time_out(store):
    documents, people = store
    unsteady = UnsteadyDocuments(documents)
    chaos = Chaos(unsteady, SEED, scale=SCALE)
    with running(chaos):
        batch_id = chaos.start(people)
        unsteady.unknown = 0.2
        chaos.wait(batch_id)
        unsteady.unknown = 0.0
    assert chaos.check(batch_id, people)["done"] == people


def test_a_third_of_the_model_s_calls_fail(store):
    documents, people = store
    faults = random.Random(SEED)
    kinds = [
        QuotaExceededError(Sentence("Sin cuota.", "No quota."), retry_after_seconds=1),
        UpstreamFailedError(Sentence("Falló.", "Failed.")),
        UpstreamTimeoutError(Sentence("Tarde.", "Late.")),
    ]

    def answer(_request: WritingRequest):
        if faults.random() < 0.3:
            raise faults.choice(kinds)
        return GOOD_DRAFT

    chaos = Chaos(documents, SEED, CountingWriter(answer), SCALE)
    states = finished(chaos, people)
    assert states["done"] >= people * 0.95


def test_a_store_that_is_away_for_a_while(store):
    documents, people = store
    unsteady = UnsteadyDocuments(documents)
    chaos = Chaos(unsteady, SEED, scale=SCALE)
    with running(chaos):
        batch_id = chaos.start(people)
        time.sleep(0.2)
        unsteady.away = True
        threading.Timer(20 * SCALE, lambda: setattr(unsteady, "away", False)).start()
        chaos.wait(batch_id)
    states = chaos.check(batch_id, people)
    assert states["done"] >= people * 0.5
    assert states["done"] + states["failed"] == people


if may_mount():

    def test_a_disk_that_is_full_for_a_while(tmp_path):
        with ExitStack() as stack:
            disk = stack.enter_context(mounted(tmp_path / "disk", f"{24 + ITEMS // 50}m"))
            documents = stack.enter_context(SqliteDocuments(disk / "documents.sqlite3", DECLARED_INDEXES))
            chaos = Chaos(documents, SEED, scale=SCALE)
            with running(chaos):
                batch_id = chaos.start(ITEMS)
                time.sleep(0.3)
                fill(disk / "filler")
                time.sleep(20 * SCALE)
                (disk / "filler").unlink()
                chaos.wait(batch_id)
            states = chaos.check(batch_id, ITEMS)
            assert states["done"] + states["failed"] == ITEMS
            assert states["done"] >= ITEMS * 0.5


def fill(path: Path) -> None:
    """Take all that is left of the disk."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65_536)
        except OSError:
            return
