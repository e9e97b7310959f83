"""Writes of the embedded store that wait for each other: they share a commit, and nothing else."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Create, Equal, Query
from shared.domain.errors import UpstreamFailedError, WriteConflictError
from tests.contract.documents_adapters import declared

COLLECTION = "workspaces/w/messages"
PATIENCE = 60.0
Write = Callable[[], str]


@pytest.fixture
def documents(tmp_path) -> Iterator[SqliteDocuments]:
    with SqliteDocuments(tmp_path / "documents.sqlite3", [declared("side", "-n")]) as store:
        creation(store, "first")()
        yield store


def creation(documents: SqliteDocuments, name: str, text: str = "x") -> Write:
    return lambda: documents.write([Create(f"{COLLECTION}/{name}", {"side": "a", "n": 1}, {"text": text})])


def written_at_once(documents: SqliteDocuments, *writes: Write) -> list["Future[str]"]:
    """What came of the writes, all of which waited, in this order, while somebody else held the file."""
    with ThreadPoolExecutor(len(writes)) as pool, documents.file.writing():
        coming = []
        for write in writes:
            coming.append(pool.submit(write))
            wait_until(lambda: len(documents.file._writing._line) == len(coming))
    return coming


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def names(documents: SqliteDocuments) -> set[str]:
    return {one.id for one in documents.query(Query(COLLECTION, (Equal("side", "a"),)))}


def test_writes_that_wait_are_committed_together(documents):
    with documents.file.writing() as connection:
        seen: list[str] = []
        connection.set_trace_callback(seen.append)
    seen.clear()

    coming = written_at_once(documents, *(creation(documents, name) for name in "abcde"))

    versions = [int(one.result()) for one in coming]
    assert versions == [*range(versions[0], versions[0] + 5)]
    assert names(documents) == {"first", *"abcde"}
    assert seen.count("COMMIT") == 2  # whoever held the file, and the five


def test_a_write_that_conflicts_leaves_those_beside_it_alone(documents):
    one, again, other = written_at_once(documents, *(creation(documents, name) for name in ("a", "first", "b")))

    assert isinstance(again.exception(), WriteConflictError)
    assert [one.exception(), other.exception()] == [None, None]
    assert names(documents) == {"first", "a", "b"}


def test_a_write_that_breaks_off_in_the_middle_takes_nobody_with_it_and_leaves_nothing(documents):
    def break_off(connection: sqlite3.Connection) -> str:
        connection.execute("UPDATE versions SET latest = latest + 1000")
        raise KeyError

    before = int(creation(documents, "a")())
    one, broken, other = written_at_once(
        documents, creation(documents, "b"), lambda: documents.file.write(break_off), creation(documents, "c")
    )

    assert isinstance(broken.exception(), KeyError)
    assert [int(one.result()), int(other.result())] == [before + 1, before + 2]
    assert names(documents) == {"first", "a", "b", "c"}


def test_a_write_that_the_disk_has_no_room_for_leaves_those_beside_it_alone(documents):
    with documents.file.writing() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    small, large, other = written_at_once(
        documents, creation(documents, "a"), creation(documents, "large", "x" * 500_000), creation(documents, "b")
    )

    assert isinstance(large.exception(), UpstreamFailedError)
    assert [small.exception(), other.exception()] == [None, None]
    assert names(documents) == {"first", "a", "b"}
