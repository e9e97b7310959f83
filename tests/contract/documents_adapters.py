"""Every adapter of the Documents port, each of which must pass the whole suite. A new one is one more entry here."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Declaration, Index, IndexMode
from shared.ports import Documents
from tests.contract.firestore_emulator import HOW_TO_INSTALL, emulator_host, is_left_out
from tests.memory_documents import MemoryDocuments

OpenDocuments = Callable[[Path, Sequence[Declaration]], AbstractContextManager[Documents]]
"""Opens an empty store with these declared indexes; the folder is its own."""


@contextmanager
def _memory(_folder: Path, indexes: Sequence[Declaration]) -> Iterator[Documents]:
    yield MemoryDocuments(indexes)


@contextmanager
def _sqlite(folder: Path, indexes: Sequence[Declaration]) -> Iterator[Documents]:
    with SqliteDocuments(folder / "documents.sqlite3", indexes) as documents:
        yield documents


@contextmanager
def _firestore(_folder: Path, indexes: Sequence[Declaration]) -> Iterator[Documents]:
    from shared.adapters.google.firestore_documents import FirestoreDocuments  # noqa: PLC0415  only where it is tested

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FIRESTORE_EMULATOR_HOST", emulator_host())
        documents = FirestoreDocuments(f"demo-{uuid.uuid4().hex}", deadline_seconds=20, indexes=indexes)
    yield documents  # a project of its own is an empty store
    documents.close()


ADAPTERS = [
    pytest.param(_memory, id="memory"),
    pytest.param(_sqlite, id="sqlite"),
    pytest.param(_firestore, id="firestore", marks=pytest.mark.skipif(is_left_out(), reason=HOW_TO_INSTALL)),
]


def declared(*fields: str, group: str = "messages") -> Index:
    """An index by shorthand: "status", "-created_at" for descending, "words[]" for an array's items."""
    return Index(group, tuple(_field(text) for text in fields))


def _field(text: str) -> tuple[str, IndexMode]:
    if text.startswith("-"):
        return text[1:], IndexMode.DESCENDING
    if text.endswith("[]"):
        return text[:-2], IndexMode.CONTAINS
    return text, IndexMode.ASCENDING
