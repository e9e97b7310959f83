"""Runs the tasks of batches over doubles, one delivery after the other, in any order, as a queue would."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

from shared.domain.batch import Batch, BatchItem, BatchRequest, ItemKey, ItemState
from shared.domain.errors import OutreachError
from shared.domain.ids import derived_id
from shared.domain.message import Message
from shared.domain.tasks import RUN_ITEM_PATH, Delivery, Task
from shared.repositories.store import Store
from tests.builders import Product, owner, product, prospect
from tests.fakes import FixedSecrets

MAX_ATTEMPTS = 8
Deliver = Callable[[Task, int], None]


class BatchRunner:
    """A product, and what moves its batches. `failures` counts deliveries that asked to be made again, by error."""

    def __init__(self, made: Product | None = None) -> None:
        self.product = made or product()
        self.services = self.product.services.batches
        self.store = Store(self.product.documents, FixedSecrets().get("identity-key"))
        self.workspace = self.store.of(owner().workspace_id)
        self.failures: Counter[str] = Counter()
        self.attempts: Counter[str] = Counter()

    def start(self, people: int = 3, **fields: Any) -> str:
        """The id of a started batch for so many different people."""
        known: dict[str, Any] = {"name": "Almacenes", "format": "linkedin_note", "language": "es", "register": "usted"}
        if not fields.keys() & {"prospects", "prospect_ids", "import_id"}:
            known["prospects"] = [person(number) for number in range(people)]
        batch_id = derived_id("batch", str(len(self.store.open_batches.before(self.product.clock.now(), 100)) + 1))
        return self.services.start(owner(), BatchRequest.model_validate(known | fields), batch_id).id

    def deliver(self, task: Task, attempt: int = 1) -> OutreachError | None:
        """Deliver the task once; the error that asks for another attempt, if there was one."""
        self.attempts[task.name] = max(attempt, self.attempts[task.name])
        payload: Any = task.payload
        try:
            if task.path == RUN_ITEM_PATH:
                key = ItemKey(payload["workspace_id"], payload["batch_id"], payload["item_id"])
                delivery = Delivery(task.name, attempt, is_last=attempt >= MAX_ATTEMPTS)
                self.services.run_item(key, payload["generation"], delivery)
            else:
                self.services.advance(payload["workspace_id"], payload["batch_id"], payload["number"])
        except OutreachError as error:
            self.failures[error.code] += 1
            return error
        return None

    def run(self, turns: int = 400, *, twice: bool = False, shuffled: random.Random | None = None) -> None:
        """Deliver until nothing waits; each turn takes two seconds. A failed delivery is made again, eight times at
        most, as the queue does it.
        """
        for _ in range(turns):
            waiting = self.product.queue.take()
            if not waiting:
                return
            tasks = waiting * 2 if twice else waiting
            if shuffled is not None:
                shuffled.shuffle(tasks)
            for task in tasks:
                self._deliver_until_done(task)
            self.product.clock.advance(2)
        raise AssertionError("The batch did not come to an end.")

    def _deliver_until_done(self, task: Task) -> None:
        for attempt in range(1, MAX_ATTEMPTS + 1):
            if self.deliver(task, attempt) is None:
                return

    def batch(self, batch_id: str) -> Batch:
        """The batch as it is stored."""
        found = self.workspace.batches.find(batch_id)
        assert found is not None
        return found

    def items(self, batch_id: str) -> list[BatchItem]:
        """All its items, by row."""
        return self.workspace.batches.items(batch_id).in_order(None, None, 10_000).items

    def states(self, batch_id: str) -> Counter[ItemState]:
        """How many items are in which state."""
        return Counter(item.state for item in self.items(batch_id))

    def messages(self, batch_id: str) -> list[Message]:
        """All messages of the batch."""
        return list(self.workspace.messages.of_batch(batch_id))


def person(number: int) -> dict[str, Any]:
    """One of many people, who all may get the same good draft, by their own address."""
    return prospect(linkedin_url=f"https://www.linkedin.com/in/lucia-ferrer-{number}").model_dump()
