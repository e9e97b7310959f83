"""The embedded queue when it starts again after a server that died in the middle of deliveries."""

import time
from pathlib import Path

import pytest

from shared.adapters.embedded.queue_delivery import Courier
from shared.adapters.embedded.queue_dispatcher import Dispatcher, Lane
from shared.adapters.embedded.queue_limits import RetryRule
from shared.adapters.embedded.queue_table import QueueTable
from shared.adapters.embedded.queue_token import QueueToken
from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.domain.errors import Sentence, UpstreamFailedError
from shared.domain.ids import derived_id
from shared.domain.tasks import RUN_ITEM_PATH, QueueName, Task
from tests.task_receiver import TaskReceiver

TROUBLE = UpstreamFailedError(Sentence("El disco está lleno.", "The disk is full."))


class TroubledTable(QueueTable):
    """The store is in trouble at the start, once."""

    troubles = 1

    def recover(self) -> int:
        if self.troubles:
            self.troubles -= 1
            raise TROUBLE
        return super().recover()


def secret_that_fails_once() -> bytes:
    secret_that_fails_once.asked += 1  # type: ignore[attr-defined]
    if secret_that_fails_once.asked == 1:  # type: ignore[attr-defined]
        raise TROUBLE
    return b"secret"


@pytest.mark.parametrize("secret", [lambda: b"secret", secret_that_fails_once], ids=["table", "secret"])
def test_what_a_dead_server_was_delivering_is_delivered_also_if_the_store_is_in_trouble_at_first(
    tmp_path: Path, secret
) -> None:
    secret_that_fails_once.asked = 0  # type: ignore[attr-defined]
    with SqliteFile(tmp_path / "queue.sqlite3", "", 5.0) as file, TaskReceiver() as receiver:
        table = TroubledTable(file)
        table.put([Task(derived_id("task"), RUN_ITEM_PATH, {"number": 1}, None)], "{}", time.time())
        table.settle_and_claim([], {QueueName.ITEMS: 1}, time.time())  # as the dead server left it
        lane = Lane(1, None, RetryRule(4, 0.05, 0.1))
        token = QueueToken(secret, 5.0)
        dispatcher = Dispatcher(
            table, tmp_path / "lock", {QueueName.ITEMS: lane}, lambda: Courier(receiver.url, token, 5.0)
        )
        dispatcher.start()
        try:
            (delivery,) = receiver.wait_for(1)
        finally:
            dispatcher.stop(5.0)
    assert delivery.attempt >= 2
