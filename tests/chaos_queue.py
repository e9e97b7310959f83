"""A queue at its worst, and the batch behind it: threads deliver what waits in any order, some of it twice at once.

Everything behind the queue is real: the services, the store with its faults, the gate. Only HTTP is left out.
"""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.batch import Batch, BatchRequest, BatchState, ItemKey, ItemState
from shared.domain.errors import OutreachError
from shared.domain.ids import derived_id
from shared.domain.message import Draft
from shared.domain.tasks import RUN_ITEM_PATH, Delivery, Task
from shared.domain.writing import WritingEstimate, WritingRequest, Written
from shared.ports import Documents, MessageWriter
from shared.services.open_people import Upload
from tests.builders import GOOD_DRAFT, owner, prospect
from tests.fakes import FixedSecrets, written

MAX_ATTEMPTS = 8
PATIENCE_SECONDS, PATIENCE_SECONDS_AN_ITEM = 240.0, 0.3


class _Waiting(NamedTuple):
    due: float
    task: Task
    attempt: int


class ChaosQueue:
    """The TaskQueue port: a task that is put in is delivered `copies` times, in no order, by so many threads.

    A failed delivery is made again after a pause that doubles (0.8 s at scale 1), eight times in all, and then
    forgotten. `failures` counts failed deliveries by error.
    """

    def __init__(self, seed: int, scale: float, copies: int = 2, threads: int = 8) -> None:
        self.deliver: Callable[[Task, int], None] = lambda _task, _attempt: None
        self.forgotten: list[Task] = []
        self.failures: Counter[str] = Counter()
        self._random = random.Random(seed)
        self._copies = copies
        self._first_pause = 0.8 * scale
        self._waiting: list[_Waiting] = []
        self._names: set[str] = set()
        self._changed = threading.Condition()
        self._ending = False
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(threads)]

    def enqueue(self, tasks: Sequence[Task]) -> None:
        with self._changed:
            for task in tasks:
                if task.name in self._names:
                    continue
                self._names.add(task.name)
                due = time.time() if task.schedule_at is None else task.schedule_at.timestamp()
                self._waiting += [_Waiting(due, task, 1)] * self._copies
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(30)

    def start(self) -> None:
        """Deliver from now on."""
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            try:
                self.deliver(taken.task, taken.attempt)
            except OutreachError as error:
                with self._changed:
                    self.failures[error.code] += 1
                if taken.attempt < MAX_ATTEMPTS:
                    with self._changed:
                        pause = self._first_pause * 2.0 ** (taken.attempt - 1)
                        self._waiting.append(_Waiting(time.time() + pause, taken.task, taken.attempt + 1))
                else:
                    self.forgotten.append(taken.task)

    def _next(self) -> _Waiting | None:
        with self._changed:
            while not self._ending:
                due = [one for one in self._waiting if one.due <= time.time()]
                if due:
                    chosen = self._random.choice(due)
                    self._waiting.remove(chosen)
                    return chosen
                self._changed.wait(0.02)
        return None


class CountingWriter:
    """A writer that knows for whom it was called, and when; `answer` may fail instead."""

    def __init__(self, answer: Callable[[WritingRequest], Draft] = lambda _request: GOOD_DRAFT) -> None:
        self.calls: list[tuple[str, float]] = []
        self._answer = answer

    def write(self, request: WritingRequest) -> Written:
        self.calls.append((request.prospect.linkedin_url or "", time.time()))
        return written(self._answer(request))

    def estimate(self, request: WritingRequest) -> WritingEstimate:
        return WritingEstimate("counting", "counting-1", 100, 50, 30, "USD")


class Chaos:
    """A batch under the worst of queues. All deadlines are scaled by one factor, which keeps their order."""

    def __init__(
        self,
        documents: Documents,
        seed: int,
        writer: CountingWriter | None = None,
        scale: float = 0.05,
        **settings: Any,
    ) -> None:
        self.writer = writer or CountingWriter()
        self.queue = ChaosQueue(seed, scale)
        scaled = scaled_settings(scale, **settings)
        self.services: Services = build_services(
            scaled, documents=documents, queue=self.queue, writer=self.writer, secrets=FixedSecrets()
        )
        self.services.open_demo(None)
        self.queue.deliver = self._deliver
        self._restarted_at = 0.0
        self._people = 0

    def start(self, people: int) -> str:
        """A batch for so many different people, from an import of them; its tasks begin to move."""
        self._people = people
        lines = [
            prospect(linkedin_url=f"https://www.linkedin.com/in/lucia-ferrer-{number}").model_dump_json()
            for number in range(people)
        ]
        batch_id = derived_id("chaos", str(people))
        upload = Upload("\n".join(lines).encode(), "people.jsonl")
        import_ = self.services.create_import(owner(), upload, derived_id("import", batch_id))
        body: dict[str, Any] = {"name": "Almacenes", "format": "linkedin_note", "language": "es", "register": "usted"}
        request = BatchRequest.model_validate(body | {"import_id": import_.id})
        self.services.batches.start(owner(), request, batch_id)
        self.queue.start()
        return batch_id

    def wait(self, batch_id: str) -> None:
        """Until the batch is completed; meanwhile the clock ticks, as often as the scale makes a minute."""
        deadline = time.time() + PATIENCE_SECONDS + self._people * PATIENCE_SECONDS_AN_ITEM
        while time.time() < deadline:
            try:
                if self.batch(batch_id).state is BatchState.COMPLETED:
                    return
                self._tick()
            except OutreachError:
                pass  # the store is away
            time.sleep(0.05)
        raise AssertionError(f"The batch did not end: {self.batch(batch_id)}")

    def batch(self, batch_id: str) -> Batch:
        found = self.services.store.of(owner().workspace_id).batches.find(batch_id)
        assert found is not None
        return found

    def check(self, batch_id: str, people: int) -> Counter[str]:
        """What must hold after every fault; answers how many items are in which state."""
        workspace = self.services.store.of(owner().workspace_id)
        return check_batch(self.services, workspace, batch_id, people, self.writer.calls)

    def _tick(self) -> None:
        """A lost chain of passes is begun again; in real time the clock waits for a minute, here for two seconds."""
        if time.time() - self._restarted_at > 2.0:
            self._restarted_at = time.time()
            for entry in self.services.store.open_batches.before(self.services.clock.now(), 10):
                batch = self.batch(entry.batch_id)
                if (self.services.clock.now() - batch.progress.advanced_at).total_seconds() > 2.0:
                    self.services.batches.change._moving(owner(), batch)

    def _deliver(self, task: Task, attempt: int) -> None:
        payload: Any = task.payload
        if task.path == RUN_ITEM_PATH:
            key = ItemKey(payload["workspace_id"], payload["batch_id"], payload["item_id"])
            delivery = Delivery(task.name, attempt, is_last=attempt >= MAX_ATTEMPTS)
            self.services.batches.run_item(key, payload["generation"], delivery)
        else:
            self.services.batches.advance(payload["workspace_id"], payload["batch_id"], payload["number"])


def scaled_settings(scale: float, **fields: Any) -> Settings:
    """Settings whose deadlines are all `scale` of the real ones."""
    seconds = {
        name: field.default * scale
        for name, field in Settings.model_fields.items()
        if name.endswith("_seconds") and name not in {"store_seconds", "secret_seconds", "queue_seconds"}
    }
    return Settings(**{"demo": False, "demo_messages": 0, **seconds, **fields})


def check_batch(
    services: Services, workspace: Any, batch_id: str, people: int, calls: Sequence[tuple[str, float]]
) -> Counter[str]:
    """Every item is done or failed with its reason, no message is doubled, counters equal a recount, and no model was
    called for an item that was done.
    """
    items = workspace.batches.items(batch_id).in_order(None, None, people + 1).items
    messages = list(workspace.messages.of_batch(batch_id))
    done = [item for item in items if item.state is ItemState.DONE]
    failed = [item for item in items if item.state is ItemState.FAILED]

    assert len(items) == people == len(done) + len(failed)
    assert all(item.error is not None for item in failed)
    assert sorted(message.id for message in messages) == sorted(item.message_id or "" for item in done)
    assert len({message.prospect.id for message in messages}) == len(messages)
    today = services.clock.now().date()
    for recount in (
        services.recount_counters.batch(owner().workspace_id, batch_id),
        services.recount_counters(owner().workspace_id, today - timedelta(days=1), today + timedelta(days=1)),
    ):
        assert (recount.mended, recount.busy) == ((), ())
    _require_no_call_for_a_done_item(workspace, done, calls)
    return Counter(item.state.value for item in items)


def _require_no_call_for_a_done_item(workspace: Any, done: Sequence[Any], calls: Sequence[tuple[str, float]]) -> None:
    addresses = {
        stored.prospect.linkedin_url: item.finished_at.timestamp()
        for item in done
        if (stored := workspace.prospects.find(item.person.id)) is not None
    }
    late = [address for address, at in calls if address in addresses and at > addresses[address]]
    assert late == []


_WRITER: MessageWriter = CountingWriter()  # keeps the port's promise; mypy holds it to that
