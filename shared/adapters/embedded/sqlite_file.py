"""One SQLite file for the embedded adapters: opening, connections, transactions, and its errors in our words.

A commit is with the operating system when it returns (WAL, synchronous = NORMAL): kill -9 loses none, and a power cut
may lose the last ones but leaves a sound file. Reads never wait for writes; writes wait for each other, in this process
by a lock and between processes by SQLite's own.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Self, TypeVar

from shared.adapters.embedded.sqlite_errors import (
    BUSY,
    DAMAGED,
    FOREIGN,
    IN_CLOUD,
    NEWER,
    NOT_WRITABLE,
    UNKNOWN,
    is_kind,
    translated,
)
from shared.adapters.embedded.turns import Errand, Turns
from shared.domain.errors import OutreachError, StartError, UnknownOutcomeError, UpstreamTimeoutError

Result = TypeVar("Result")

APPLICATION_ID = 0x52544B49  # "RTKI", in the file's header
FORMAT = 2
"""Raise it with every change of the tables; a file with a higher one was made by a newer version."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS rewrites (one INTEGER PRIMARY KEY CHECK (one = 1), day TEXT NOT NULL);"
_REWRITTEN = "INSERT INTO rewrites VALUES (1, ?) ON CONFLICT DO UPDATE SET day = excluded.day"
_CHECKED_IN_FULL_BYTES = 32 * 1024 * 1024
_LOG_PAGES = 4000
"""How long the log grows before it is written back, which all writers wait for: 16 MB, where SQLite's own 4 MB are ten
items of a batch. Most of its pages are the same few, so that longer logs are fewer pages to write, and fewer waits for
the disk.
"""
_LOOK_AGAIN_SECONDS = 0.001
"""SQLite itself looks again after up to 100 ms whether another process has ended its write."""


def refuse_cloud_run() -> None:
    """Raise StartError where Cloud Run runs us: its disk is memory and goes with the instance."""
    if os.environ.get("K_SERVICE"):
        raise StartError(IN_CLOUD)


class SqliteFile:
    """An open database file, with a connection for each thread that reads it and one for whoever writes.

    SQLite keeps the pages that a connection has read until another connection commits; so writes that share one find
    the pages that the last write left there.
    """

    def __init__(self, path: Path, schema: str, busy_timeout_seconds: float) -> None:
        """Open the file, or make it and its folder, with the tables of `schema`.

        Raises StartError if it cannot be used: on Cloud Run, a folder that cannot be written, a damaged file, one of
        another program or of a newer version.
        """
        refuse_cloud_run()
        self._path = path
        self._busy_timeout_seconds = busy_timeout_seconds
        self._local = threading.local()
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._registering = threading.Lock()
        self._writing = Turns()
        self._writer: sqlite3.Connection | None = None
        try:
            self._start(schema)
        except OSError:
            raise StartError(NOT_WRITABLE) from None
        except OutreachError as error:
            self.close()
            raise StartError(error.sentence) from error

    def close(self) -> None:
        """Close the connections of all threads; none may be using the file."""
        with self._registering:
            for connection in [*self._connections.values(), *filter(None, [self._writer])]:
                connection.close()
            self._connections.clear()
            self._local = threading.local()
            self._writer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees one state of the database throughout."""
        with translated():
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                _leave(connection)

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """For one SELECT, which sees one state of the database by itself; all of its rows are to be fetched."""
        with translated():
            yield self._connection()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction of its own, committed at the end, or rolled back whole if anything is raised within."""
        with self._turn(), self._transaction() as connection:
            yield connection

    def write(self, change: Callable[[sqlite3.Connection], Result]) -> Result:
        """What `change` answers, once it is committed; nothing of it is stored if it raises anything.

        Changes that wait for each other share a transaction, and a change is made again where another one failed: it
        runs in any thread, and touches nothing but the connection.
        """
        errand = Errand(change)
        if not self._writing.run(errand, self._busy_timeout_seconds, self._make):
            raise UpstreamTimeoutError(BUSY)
        return errand.result()

    def _make(self, errands: Sequence[Errand[sqlite3.Connection, Any]]) -> None:
        while errands:
            self._make_together(errands)
            errands = [errand for errand in errands if not errand.is_over]

    def _make_together(self, errands: Sequence[Errand[sqlite3.Connection, Any]]) -> None:
        """Commit all of them but those that raised something before they had changed anything. One that fails later is
        over, and of the others nothing is stored. If nothing can be begun or committed, all have failed.
        """
        blamed, made = errands, []
        try:
            with self._transaction() as connection:
                for errand in errands:
                    blamed = [errand]
                    made += _made(errand, connection)
                blamed = errands
        except Exception as error:  # noqa: BLE001  it is raised where it is waited for
            for errand in blamed:
                errand.fail(error)
        else:
            for errand, result in made:
                errand.succeed(result)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """For whoever has the turn."""
        with translated():
            connection = self._writing_connection()
            self._begin(connection)
            try:
                yield connection
                _commit(connection)
            finally:
                _leave(connection)

    def _begin(self, connection: sqlite3.Connection) -> None:
        deadline = time.monotonic() + self._busy_timeout_seconds
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not is_kind(error, sqlite3.SQLITE_BUSY) or time.monotonic() >= deadline:
                    raise
                time.sleep(_LOOK_AGAIN_SECONDS)
            else:
                return

    def rewrite(self, day: date) -> None:
        """Write the file anew, once a `day`, so that nothing of what was deleted is left in it or in its log.

        SQLite overwrites a deleted row, but not the copies that stay in the gaps of a page whose rows it had moved to
        another one (docs/decisions/0062-the-file-is-rewritten-each-night.md). Writers wait meanwhile, readers do not;
        the log keeps what somebody reads at this moment until the next time.
        """
        with self._turn(), translated():
            connection = self._connection()
            if not connection.execute("SELECT 1 FROM rewrites WHERE day = ?", (day.isoformat(),)).fetchone():
                connection.execute("VACUUM")
                connection.execute(_REWRITTEN, (day.isoformat(),))
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._writing.acquire(self._busy_timeout_seconds):
            raise UpstreamTimeoutError(BUSY)
        try:
            yield
        finally:
            self._writing.release()

    def _start(self, schema: str) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        with translated():
            connection = self._connection()
            _check_origin(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            if self._path.stat().st_size <= _CHECKED_IN_FULL_BYTES:
                _check_pages(connection)
        with self.writing() as connection:
            for statement in filter(str.strip, (_SCHEMA + schema).split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._open(self._busy_timeout_seconds)
            with self._registering:
                for thread in [thread for thread in self._connections if not thread.is_alive()]:
                    self._connections.pop(thread).close()
                self._connections[threading.current_thread()] = connection
        return connection

    def _writing_connection(self) -> sqlite3.Connection:
        """For whoever has the turn, whatever thread that is."""
        if self._writer is None:
            self._writer = self._open(busy_timeout_seconds=0.0)  # see _begin
            self._writer.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        return self._writer

    def _open(self, busy_timeout_seconds: float) -> sqlite3.Connection:
        # A connection may be closed by another thread than its own, and the writer's is used by many.
        connection = sqlite3.connect(
            self._path, timeout=busy_timeout_seconds, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous = NORMAL")
        # What was deleted is overwritten, whatever SQLite was built with.
        connection.execute("PRAGMA secure_delete = ON")
        return connection


def _check_origin(connection: sqlite3.Connection) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application_id != APPLICATION_ID:
        raise StartError(FOREIGN)
    if version > FORMAT:
        raise StartError(NEWER)


def _check_pages(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise StartError(DAMAGED)


def _made(errand: Errand[sqlite3.Connection, Result], connection: sqlite3.Connection) -> list[tuple[Any, Result]]:
    """The errand with its result; nothing if it has failed without having changed anything."""
    before = connection.total_changes
    try:
        with translated():
            return [(errand, errand.work(connection))]
    except Exception as error:
        if connection.total_changes != before or not connection.in_transaction:
            raise
        errand.fail(error)
        return []


def _leave(connection: sqlite3.Connection) -> None:
    """End the transaction, unless SQLite has ended it already: by the commit, or because of an error."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _commit(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if is_kind(error, sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY):
            raise
        # The commit may be in the log although its synchronisation failed.
        raise UnknownOutcomeError(UNKNOWN) from error
