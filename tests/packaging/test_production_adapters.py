"""The zip over production's adapters, as the platform starts it: the application is built, then a worker is forked."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from shared.bootstrap.adapters import IDENTITY_KEY
from tests.contract.firestore_emulator import HOW_TO_INSTALL, is_left_out
from tests.packaging.served_function import UnpackedFunction, client_of
from tests.packaging.test_served_functions import GENERATION
from tests.production_stand_ins import Cloud, stand_ins
from tests.secret_manager_server import PROJECT

pytestmark = pytest.mark.skipif(is_left_out(), reason=HOW_TO_INSTALL)


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with stand_ins() as cloud:
        yield cloud


def test_a_forked_worker_and_its_successor_reach_firestore_secrets_and_the_model(
    cloud: Cloud, unpack: Callable[[str], UnpackedFunction]
) -> None:
    with unpack("generate").running(cloud.settings_of("generate")) as (port, server):
        first = generated(port, cloud.key)
        kill_workers_of(server)
        second = generated(port, cloud.key)

    assert first.status_code == second.status_code == 201, first.text + second.text
    assert first.json()["writer"]["provider"] == "gemini"
    assert cloud.gemini.requests[0].headers["x-goog-api-key"] == "a-key"


def test_a_function_without_one_of_its_secrets_does_not_start_and_says_which(
    cloud: Cloud, unpack: Callable[[str], UnpackedFunction]
) -> None:
    cloud.secret_manager.denied.add(IDENTITY_KEY)
    with (
        pytest.raises(AssertionError, match=f"The secret {IDENTITY_KEY} of the project {PROJECT} cannot be read"),
        unpack("generate").running(cloud.settings_of("generate")),
    ):
        pass


def generated(port: int, key: str) -> httpx2.Response:
    with client_of(port, key) as client:
        return client.post("/v1/generations", json=GENERATION)


def kill_workers_of(server: int) -> None:
    """The server forks another one."""
    workers = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    assert workers
    for worker in workers:
        os.kill(int(worker), signal.SIGKILL)
