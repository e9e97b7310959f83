"""The second process of the local server, which runs items of batches."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from scripts.item_process import ItemProcess
from shared.bootstrap import build_services
from shared.config import Settings
from shared.domain.batch import BatchRequest, BatchState
from tests.batch_runner import person
from tests.builders import owner
from tests.served_product import ROOT

STAND_IN = (sys.executable, "-c", "import os, sys; print(f'http://pid-{os.getpid()}', flush=True); sys.stdin.read()")
PATIENCE_SECONDS = 120.0


def wait_for(what: Callable[[], Any]) -> Any:
    """What is asked for, as soon as there is any."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := what()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return found


def pid_in(address: str) -> int:
    return int(address.rpartition("-")[2])


@pytest.fixture
def process() -> Iterator[ItemProcess]:
    made = ItemProcess(STAND_IN, worth_it=3, pause_seconds=0.01)
    yield made
    made.close()


def test_a_few_items_are_not_worth_a_second_process(process):
    process.expect(2)
    assert process.address() is None
    assert process._process is None


def test_items_that_come_now_and_then_are_not_worth_one_either():
    process = ItemProcess(STAND_IN, worth_it=3, monotonic=count(1000, 11).__next__)
    for _ in range(5):
        process.expect(2)
    assert not process._is_kept


def test_with_many_items_it_is_started_and_says_where_it_serves(process):
    process.expect(2)
    process.expect(1)
    assert pid_in(wait_for(process.address)) == process._process.pid


def test_one_that_was_killed_is_started_again(process):
    process.expect(3)
    first = wait_for(process.address)
    os.kill(pid_in(first), signal.SIGKILL)
    assert wait_for(lambda: (now := process.address()) != first and now)


def test_one_that_cannot_be_started_is_tried_again_and_asked_for_nothing():
    process = ItemProcess(("/nowhere/at-all",), worth_it=1, pause_seconds=0.01)
    try:
        process.expect(1)
        assert [process.address() for _ in range(20)] == [None] * 20
    finally:
        process.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "APP_DATA_DIR": str(tmp_path), "APP_LOG_LEVEL": "error"}
    command = [sys.executable, "-m", "scripts.item_server"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as started:
        yield started
        started.kill()


def test_the_program_runs_what_the_queue_gives_it_and_ends_with_its_input(tmp_path, served):
    services = build_services(Settings(data_dir=tmp_path, demo_messages=0))
    assert served.stdout is not None
    assert services.tasks.delivery is not None
    services.tasks.delivery.start(served.stdout.readline().strip())
    body = {"name": "x", "format": "linkedin_note", "language": "es", "register": "usted"}
    request = BatchRequest.model_validate(body | {"prospects": [person(number) for number in range(3)]})
    batch_id = services.batches.start(owner(), request, services.ids.new()).id
    batches = services.store.of(owner().workspace_id).batches
    wait_for(lambda: (found := batches.find(batch_id)) and found.state is BatchState.COMPLETED)
    assert batches.items(batch_id).counts().done == 3
    services.close()
    served.stdin.close()
    assert served.wait(PATIENCE_SECONDS) == 0
