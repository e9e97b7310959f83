"""The zip over production's adapters, as the platform starts it: the application is built, then a worker is forked."""

import os
import signal
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from shared.adapters.google.firestore_documents import FirestoreDocuments
from shared.bootstrap import build_services
from shared.bootstrap.adapters import CURSOR_KEY, GEMINI_API_KEY, IDENTITY_KEY
from shared.config import Settings
from shared.repositories.store import DECLARED_INDEXES
from tests.contract.firestore_emulator import HOW_TO_INSTALL, emulator_host, is_left_out
from tests.fakes import FixedSecrets
from tests.gemini_stub import GeminiStub
from tests.packaging.served_function import UnpackedFunction, client_of
from tests.packaging.test_served_functions import GENERATION
from tests.secret_manager_server import PROJECT, SecretManagerServer

pytestmark = pytest.mark.skipif(is_left_out(), reason=HOW_TO_INSTALL)


@dataclass(frozen=True)
class Cloud:
    """Stand-ins for what production runs on, and the key of the workspace that is open there."""

    secret_manager: SecretManagerServer
    gemini: GeminiStub
    settings: dict[str, str]
    key: str


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cloud]:
    database = f"d-{uuid.uuid4().hex[:20]}"
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", emulator_host())
    documents = FirestoreDocuments(PROJECT, database, 20, DECLARED_INDEXES)
    services = build_services(Settings(demo=False), documents=documents, secrets=FixedSecrets())
    key = services.open_demo(None)
    services.close()
    with SecretManagerServer() as secret_manager, GeminiStub() as gemini:
        for name in (CURSOR_KEY, IDENTITY_KEY):
            secret_manager.add(name, FixedSecrets().get(name))
        secret_manager.add(GEMINI_API_KEY, b"a-key")
        settings = {
            "K_SERVICE": "generate",
            "FIRESTORE_EMULATOR_HOST": emulator_host(),
            "APP_STORE": "firestore",
            "APP_FIRESTORE_DATABASE": database,
            "APP_GOOGLE_PROJECT": PROJECT,
            "APP_SECRETS": "secret_manager",
            "APP_SECRET_MANAGER_URL": secret_manager.url,
            "APP_WRITER": "gemini",
            "APP_GEMINI_BASE_URL": gemini.url,
        }
        yield Cloud(secret_manager, gemini, settings, key)


def test_a_forked_worker_and_its_successor_reach_firestore_secrets_and_the_model(
    cloud: Cloud, unpack: Callable[[str], UnpackedFunction]
) -> None:
    with unpack("generate").running(cloud.settings) as (port, server):
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
        unpack("generate").running(cloud.settings),
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
