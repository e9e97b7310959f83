"""What production runs on, on this machine: Firestore's emulator, stand-ins for Secret Manager and Gemini.

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
from tests.contract.firestore_emulator import emulator_host
from tests.fakes import FixedSecrets
from tests.gemini_stub import GeminiStub
from tests.secret_manager_server import PROJECT, SecretManagerServer


@dataclass(frozen=True)
class Cloud:
    """The stand-ins, the environment of a function that uses them, and the key of the workspace that is open there."""

    secret_manager: SecretManagerServer
    gemini: GeminiStub
    settings: dict[str, str]
    key: str


@contextmanager
def stand_ins() -> Iterator[Cloud]:
    """Everything that a function needs, with the demo workspace in a database of its own."""
    database = f"d-{uuid.uuid4().hex[:20]}"
    key = _open_demo(database)
    with SecretManagerServer() as secret_manager, GeminiStub() as gemini:
        for name in (CURSOR_KEY, IDENTITY_KEY):
            secret_manager.add(name, FixedSecrets().get(name))
        secret_manager.add(GEMINI_API_KEY, b"a-key")
        settings = {
            "K_SERVICE": "a-function",
            "FIRESTORE_EMULATOR_HOST": emulator_host(),
            "APP_QUEUE": "none",
            "APP_STORE": "firestore",
            "APP_FIRESTORE_DATABASE": database,
            "APP_GOOGLE_PROJECT": PROJECT,
            "APP_SECRETS": "secret_manager",
            "APP_SECRET_MANAGER_URL": secret_manager.url,
            "APP_WRITER": "gemini",
            "APP_GEMINI_BASE_URL": gemini.url,
        }
        yield Cloud(secret_manager, gemini, settings, key)


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
