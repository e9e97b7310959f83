"""The Cloud Tasks adapter against a server that we did not write: gcloud-tasks-emulator, of PyPI.

It knows no deduplication, no attempt numbers, no growing pauses and no OIDC token, so this is the basic path: what the
adapter sends is understood, and what comes out is what went in. All promises are tested in test_task_queue.py, against
a server of ours. How to install it: .ci/run.
"""

import os
import shutil
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.adapters.google.cloud_tasks_queue import CloudTasksQueue, TaskTarget
from shared.domain.documents import Json
from shared.domain.ids import derived_id
from shared.domain.tasks import ADVANCE_BATCH_PATH, RUN_ITEM_PATH, QueueName, Task
from tests.task_receiver import TaskReceiver

PROGRAM = "gcloud-tasks-emulator"
PLACE = Path(__file__).parents[2] / ".cache" / "tasks-emulator" / "bin"
PROJECT, LOCATION = "a-project", "europe-west1"


def program() -> str | None:
    return shutil.which(PROGRAM, path=f"{PLACE}{os.pathsep}{os.environ['PATH']}")


pytestmark = pytest.mark.skipif(program() is None, reason=f"{PROGRAM} is missing; .ci/run says how to install it")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """host:port of the emulator, with both queues."""
    queues = tmp_path_factory.mktemp("emulator") / "queue.yaml"
    queues.write_text("queue:\n" + "".join(f"- name: {name.value}\n  rate: 100/s\n" for name in QueueName))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [program() or "", "start", "-q", "-p", str(port), "-r", "3", "-Q", str(queues)]
    process = subprocess.Popen(
        [*command, "-P", PROJECT, "-L", LOCATION], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(process, port)
        yield f"127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"{PROGRAM} did not start.")


@pytest.fixture
def opened(server: str) -> Iterator[tuple[CloudTasksQueue, TaskReceiver]]:
    with TaskReceiver() as receiver:
        target = TaskTarget(receiver.url, "queue-caller@a-project.iam.gserviceaccount.com", 15.0)
        queue = CloudTasksQueue(PROJECT, LOCATION, target, server=server)
        yield queue, receiver
        queue.close()


def task(name: str, path: str = RUN_ITEM_PATH, seconds: float | None = None, **payload: Json) -> Task:
    at = None if seconds is None else datetime.now(UTC) + timedelta(seconds=seconds)
    return Task(derived_id("task", name), path, payload, at)


def test_what_is_put_in_is_posted_as_it_is(opened):
    queue, receiver = opened
    queue.enqueue([task("one", text="Señor «Ñ»", number=7)])
    (delivery,) = receiver.wait_for(1)
    assert (delivery.path, delivery.payload) == (RUN_ITEM_PATH, {"text": "Señor «Ñ»", "number": 7})
    assert delivery.headers["content-type"] == "application/json"
    assert delivery.headers["x-cloudtasks-queuename"].endswith("items")


def test_each_path_goes_through_its_queue(opened):
    queue, receiver = opened
    queue.enqueue([task("item"), task("pass", ADVANCE_BATCH_PATH)])
    found = {one.path: one.headers["x-cloudtasks-queuename"].rpartition("/")[2] for one in receiver.wait_for(2)}
    assert found == {RUN_ITEM_PATH: "items", ADVANCE_BATCH_PATH: "steering"}


def test_many_tasks_of_one_call_all_arrive(opened):
    queue, receiver = opened
    queue.enqueue([task(f"many {number}", number=number) for number in range(60)])
    numbers = Counter(one.payload["number"] for one in receiver.wait_for(60))
    assert numbers == Counter(range(60))


def test_a_task_waits_for_its_time(opened):
    queue, receiver = opened
    started = time.monotonic()
    queue.enqueue([task("later", seconds=1.5)])
    receiver.wait_for(1)
    assert time.monotonic() - started >= 1.0
