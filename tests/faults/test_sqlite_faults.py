"""The SQLite store when things go wrong: killed while writing, a full disk, a lock that somebody holds."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Create, Equal, Increment, Order, Put, Query, Update
from shared.domain.errors import StartError, UnknownOutcomeError, UpstreamFailedError, UpstreamTimeoutError
from tests.contract.documents_adapters import declared

COLLECTION = "workspaces/w/messages"
COUNTER = "workspaces/w/counters/day"
INDEXES = [declared("side", "-n")]
ROUNDS = 8
CAP_SYS_ADMIN = 21  # include/uapi/linux/capability.h

WRITER = """
import sys
from pathlib import Path
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Create, Increment
from tests.contract.documents_adapters import declared

documents = SqliteDocuments(Path(sys.argv[1]), [declared("side", "-n")])
n = int(sys.argv[2])
while True:
    pair = [Create(f"workspaces/w/messages/{n}-{side}", {"side": side, "n": n}, {"text": "x" * 3000}) for side in "ab"]
    documents.write([*pair, Increment("workspaces/w/counters/day", {("pairs",): 1})])
    print(n, flush=True)
    n += 1
"""

HELD_BUILDER = """
import sys, time
from pathlib import Path
import shared.adapters.embedded.index_entries as index_entries
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from tests.contract.documents_adapters import declared

seen = []

class SlowKeys(index_entries.DocumentKeys):
    def of(self, index_fields):
        seen.append(1)
        if len(seen) == 200:
            print("building", flush=True)
            time.sleep(60)
        return super().of(index_fields)

index_entries.DocumentKeys = SlowKeys
SqliteDocuments(Path(sys.argv[1]), [declared("side", "-n")])
"""


def test_kill_9_loses_no_committed_write_and_leaves_no_half_one(tmp_path):
    path = tmp_path / "documents.sqlite3"
    acknowledged = -1
    for _ in range(ROUNDS):
        acknowledged = write_until_killed(path, acknowledged + 2)

        with SqliteDocuments(path, INDEXES) as documents:
            pairs = {
                side: [
                    one.fields["n"]
                    for one in documents.query(Query(COLLECTION, (Equal("side", side),), (Order("n", True),)))
                ]
                for side in "ab"
            }
            counter = documents.get(COUNTER)
        assert pairs["a"] == pairs["b"]
        assert acknowledged in pairs["a"][:2]  # what was answered is there; one more may have been committed unanswered
        assert counter is not None
        assert counter.payload == {"pairs": len(pairs["a"])}
        assert integrity(path) == "ok"


def write_until_killed(path: Path, first: int) -> int:
    """Let a process write from number `first` on, kill it in the middle, and say which number it answered last."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    with writer:
        assert writer.stdout is not None
        assert int(writer.stdout.readline()) == first
        time.sleep(random.uniform(0.01, 0.1))
        os.kill(writer.pid, signal.SIGKILL)
        answered = [line for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    return int(answered[-1]) if answered else first


def integrity(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def may_mount() -> bool:
    """Whether this process may mount a disk of its own: on most machines only root outside of containers."""
    status = Path("/proc/self/status").read_text()
    capabilities = int(status.partition("CapEff:")[2].split()[0], 16)
    return bool(capabilities >> CAP_SYS_ADMIN & 1)


@contextmanager
def limited_pages(folder: Path) -> Iterator[SqliteDocuments]:
    """A store that may grow by 160 KB more; SQLite then fails as on a full disk."""
    with SqliteDocuments(folder / "documents.sqlite3", INDEXES) as documents:
        with documents._file.writing() as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages + 40}")
        yield documents


@contextmanager
def small_disk(folder: Path) -> Iterator[SqliteDocuments]:
    """A store on a disk of 1 MB, where the log is what finds no room."""
    with mounted(folder / "disk", "1m") as disk, SqliteDocuments(disk / "documents.sqlite3", INDEXES) as documents:
        yield documents


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


FULL_DISKS = [limited_pages, small_disk] if may_mount() else [limited_pages]


@pytest.mark.parametrize("full_disk", FULL_DISKS)
def test_a_full_disk_stores_nothing_of_the_write_and_says_so(tmp_path, full_disk):
    too_much = [Put(f"{COLLECTION}/{n}", {"side": "a", "n": n}, {"text": "x" * 50_000}) for n in range(25)]
    with full_disk(tmp_path) as documents:
        documents.write([Create(f"{COLLECTION}/kept", {"side": "a", "n": 0})])

        for _ in range(3):
            with pytest.raises(UpstreamFailedError, match="disk is full and nothing was stored") as caught:
                documents.write(too_much)

        assert not isinstance(caught.value, UnknownOutcomeError)
        assert "lleno" in caught.value.sentence.es
        assert [one.id for one in documents.query(Query(COLLECTION))] == ["kept"]
        documents.write([Put(f"{COLLECTION}/small", {"side": "a", "n": 1})])
        found = documents.query(Query(COLLECTION, (Equal("side", "a"),), (Order("n", descending=True),)))
        assert [one.id for one in found] == ["small", "kept"]


if may_mount():

    @pytest.mark.parametrize("size", ["8k", "64k"])
    def test_a_disk_too_full_to_start_on_is_told_so(tmp_path, size):
        with mounted(tmp_path / "disk", size) as folder, pytest.raises(StartError, match="disk is full"):
            SqliteDocuments(folder / "documents.sqlite3", INDEXES)


@contextmanager
def held_lock(path: Path) -> Iterator[None]:
    """Somebody else's write that does not end."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.close()


def test_a_write_that_waits_too_long_for_another_process_is_given_up(tmp_path):
    path = tmp_path / "documents.sqlite3"
    with SqliteDocuments(path, busy_timeout_seconds=0.1) as documents:
        documents.write([Create(COUNTER)])
        with held_lock(path):
            with pytest.raises(UpstreamTimeoutError, match="nothing was stored"):
                documents.write([Update(COUNTER, payload={("n",): 1})])
            stored = documents.get(COUNTER)
            assert stored is not None
            assert stored.payload == {}

        documents.write([Update(COUNTER, payload={("n",): 1})])


def test_a_write_that_waits_too_long_for_another_thread_is_given_up(tmp_path):
    with SqliteDocuments(tmp_path / "documents.sqlite3", busy_timeout_seconds=0.1) as documents:
        documents.write([Create(COUNTER)])
        with documents._file.writing(), ThreadPoolExecutor(1) as pool:
            attempt = pool.submit(documents.write, [Increment(COUNTER, {("n",): 1}), Create(f"{COLLECTION}/a")])
            with pytest.raises(UpstreamTimeoutError, match="nothing was stored"):
                attempt.result()


def test_a_start_that_waits_too_long_is_given_up(tmp_path):
    path = tmp_path / "documents.sqlite3"
    SqliteDocuments(path).close()

    with held_lock(path), pytest.raises(StartError, match="busy"):
        SqliteDocuments(path, busy_timeout_seconds=0.1)


def test_an_interrupted_building_of_entries_is_begun_again(tmp_path):
    path = tmp_path / "documents.sqlite3"
    with SqliteDocuments(path) as documents:
        documents.write([Create(f"{COLLECTION}/{n}", {"side": "a", "n": n}) for n in range(300)])
    builder = subprocess.Popen([sys.executable, "-c", HELD_BUILDER, str(path)], stdout=subprocess.PIPE, text=True)
    with builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "building\n"
        os.kill(builder.pid, signal.SIGKILL)

    with SqliteDocuments(path, INDEXES) as documents:
        assert (
            documents.aggregate(Query(COLLECTION, (Equal("side", "a"),), (Order("n", descending=True),))).count == 300
        )
