"""What production runs on, on this machine: Firestore's emulator, stand-ins for Secret Manager, Cloud Tasks and Gemini.

with stand_ins() as cloud:
    ... start a function with cloud.settings ... call it with cloud.key ...
"""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from shared.adapters.google.firestore_documents import FirestoreDocuments
from shared.bootstrap import build_services
from shared.bootstrap.adapters import CURSOR_KEY, GEMINI_API_KEY, IDENTITY_KEY
from shared.config import Settings
from shared.repositories.store import DECLARED_INDEXES
from tests.cloud_tasks_server import CloudTasksServer
from tests.contract.firestore_emulator import emulator_host
from tests.fakes import FixedSecrets
from tests.gemini_stub import GeminiStub
from tests.infra.terraform_files import deployed_functions
from tests.secret_manager_server import PROJECT, SecretManagerServer

NOBODY = "http://127.0.0.1:9"
"""An address where nobody listens: what is enqueued stays in the queue."""

CLOCK_CALLER = "clock-caller@example.com"


@dataclass(frozen=True)
class Cloud:
    """The stand-ins, and the key of the workspace that is open there."""

    secret_manager: SecretManagerServer
    gemini: GeminiStub
    database: str
    tasks_address: str
    key: str

    def settings_of(self, function: str, tasks_url: str = NOBODY) -> dict[str, str]:
        """The environment of the function: as Terraform has it, but for the addresses of the stand-ins."""
        deployed = deployed_functions()[function]
        settings = {
            "K_SERVICE": function,
            "FIRESTORE_EMULATOR_HOST": emulator_host(),
            "APP_DEMO": "false",
            "APP_FIRESTORE_DATABASE": self.database,
            "APP_GOOGLE_PROJECT": PROJECT,
            "APP_QUEUE": "none",
            "APP_SECRETS": "secret_manager",
            "APP_SECRET_MANAGER_URL": self.secret_manager.url,
            "APP_STORE": "firestore",
        }
        if deployed.get("calls_model") or deployed.get("estimates"):
            settings |= {"APP_WRITER": "gemini", "APP_GEMINI_BASE_URL": self.gemini.url}
        return settings | (self._queue(tasks_url) if deployed.get("enqueues") else {})

    def _queue(self, tasks_url: str) -> dict[str, str]:
        return {
            "APP_CLOCK_CALLER": CLOCK_CALLER,
            "APP_CLOUD_TASKS_SERVER": self.tasks_address,
            "APP_QUEUE": "cloud_tasks",
            "APP_QUEUE_CALLER": "queue-caller@example.com",
            "APP_QUEUE_LOCATION": "europe-west1",
            "APP_TASKS_URL": tasks_url,
        }


@contextmanager
def stand_ins() -> Iterator[Cloud]:
    """Everything that a function needs, with the demo workspace in a database of its own."""
    database = f"d-{uuid.uuid4().hex[:20]}"
    key = _open_demo(database)
    with SecretManagerServer() as secret_manager, GeminiStub() as gemini, CloudTasksServer() as tasks:
        for name in (CURSOR_KEY, IDENTITY_KEY):
            secret_manager.add(name, FixedSecrets().get(name))
        secret_manager.add(GEMINI_API_KEY, b"a-key")
        yield Cloud(secret_manager, gemini, database, tasks.address, key)


def _open_demo(database: str) -> str:
    before = os.environ.get("FIRESTORE_EMULATOR_HOST")
    os.environ["FIRESTORE_EMULATOR_HOST"] = emulator_host()
    try:
        documents = FirestoreDocuments(PROJECT, database, 20, DECLARED_INDEXES)
    finally:
        if before is None:
            del os.environ["FIRESTORE_EMULATOR_HOST"]
        else:
            os.environ["FIRESTORE_EMULATOR_HOST"] = before
    services = build_services(Settings(demo=False), documents=documents, secrets=FixedSecrets())
    try:
        return services.open_demo(None)
    finally:
        services.close()
