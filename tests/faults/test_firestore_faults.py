"""The Firestore store when Firestore does not answer, or not in time."""

import socket
import time
from collections.abc import Callable, Iterator

import pytest

from shared.adapters.google.credentials import application_credentials
from shared.adapters.google.firestore_documents import FirestoreDocuments
from shared.domain.documents import Create, Query
from shared.domain.errors import StartError, UnknownOutcomeError, UpstreamFailedError, UpstreamTimeoutError

PATH = "workspaces/w/messages/m"
DEADLINE_SECONDS = 0.5

READS: list[Callable[[FirestoreDocuments], object]] = [
    lambda documents: documents.get(PATH),
    lambda documents: documents.query(Query("workspaces/w/messages")),
    lambda documents: documents.aggregate(Query("workspaces/w/messages")),
]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server's socket on which nobody ever answers."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        yield silent


@pytest.fixture
def documents(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> Iterator[FirestoreDocuments]:
    host, port = listener.getsockname()
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", f"{host}:{port}")
    documents = FirestoreDocuments("demo-faults", deadline_seconds=DEADLINE_SECONDS)
    yield documents
    documents.close()


@pytest.fixture(autouse=True)
def _all_within_seconds() -> Iterator[None]:
    before = time.monotonic()
    yield
    assert time.monotonic() - before < 5


@pytest.mark.parametrize("read", READS)
def test_a_database_that_refuses_connections_is_an_upstream_failure(documents, read):
    with pytest.raises(UpstreamFailedError):
        read(documents)


@pytest.mark.parametrize("read", READS)
def test_a_database_that_stays_silent_is_a_timeout_for_a_read(documents, listener, read):
    listener.listen()

    with pytest.raises(UpstreamTimeoutError):
        read(documents)


@pytest.mark.parametrize("listening", [True, False])
def test_a_write_that_nobody_answered_has_an_unknown_outcome(documents, listener, listening):
    if listening:
        listener.listen()

    with pytest.raises(UnknownOutcomeError):
        documents.write([Create(PATH)])


def test_missing_credentials_are_told_at_start(monkeypatch, tmp_path):
    application_credentials.cache_clear()
    monkeypatch.delenv("FIRESTORE_EMULATOR_HOST", raising=False)
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", "")
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    monkeypatch.setenv("NO_GCE_CHECK", "true")

    with pytest.raises(StartError, match="gcloud auth application-default login"):
        FirestoreDocuments("demo-faults")
