"""One SQLite file for the embedded adapters: opening, connections, transactions, and its errors in our words.

A commit is with the operating system when it returns (WAL, synchronous = NORMAL): kill -9 loses none, and a power cut
may lose the last ones but leaves a sound file. Reads never wait for writes; writes wait for each other, in this process
by a lock and between processes by SQLite's own.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

from shared.adapters.embedded.turns import Turns
from shared.domain.errors import (
    OutreachError,
    Sentence,
    StartError,
    UnknownOutcomeError,
    UpstreamFailedError,
    UpstreamTimeoutError,
)

APPLICATION_ID = 0x52544B49  # "RTKI", in the file's header
FORMAT = 2
"""Raise it with every change of the tables; a file with a higher one was made by a newer version."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS rewrites (one INTEGER PRIMARY KEY CHECK (one = 1), day TEXT NOT NULL);"
_REWRITTEN = "INSERT INTO rewrites VALUES (1, ?) ON CONFLICT DO UPDATE SET day = excluded.day"
_CHECKED_IN_FULL_BYTES = 32 * 1024 * 1024
_PRIMARY = 0xFF

_FULL = Sentence(
    "El disco está lleno y no se ha guardado nada. Libera espacio y vuelve a intentarlo.",
    "The disk is full and nothing was stored. Free some space and try again.",
)
_BUSY = Sentence(
    "La base de datos estuvo ocupada demasiado tiempo y no se ha guardado nada. Vuelve a intentarlo.",
    "The database was busy for too long and nothing was stored. Try again.",
)
_DAMAGED = Sentence(
    "El archivo de la base de datos está dañado. Restaura una copia de seguridad o elige otra carpeta de datos.",
    "The database file is damaged. Restore a backup or choose another data folder.",
)
_NOT_WRITABLE = Sentence(
    "No se puede escribir en la carpeta de datos. Da permiso de escritura sobre ella o elige otra.",
    "The data folder cannot be written to. Allow writing to it or choose another one.",
)
_FAILED = Sentence("Falló el acceso a la base de datos.", "The database could not be read or written.")
_UNKNOWN = Sentence(
    "No se sabe si el cambio llegó a guardarse. Compruébalo antes de repetirlo.",
    "It is not known whether the change was stored. Check before you repeat it.",
)
_NEWER = Sentence(
    "El archivo de la base de datos es de una versión más nueva del programa. Actualiza el programa o elige otra "
    "carpeta de datos.",
    "The database file was made by a newer version of the program. Update the program or choose another data folder.",
)
_FOREIGN = Sentence(
    "El archivo de la base de datos es de otro programa. Elige otra carpeta de datos.",
    "The database file belongs to another program. Choose another data folder.",
)
_IN_CLOUD = Sentence(
    "La base de datos embebida no guarda nada en Cloud Run (K_SERVICE está definida). Elige Firestore con "
    "APP_STORE=firestore.",
    "The embedded database keeps nothing on Cloud Run (K_SERVICE is set). Choose Firestore with APP_STORE=firestore.",
)


def refuse_cloud_run() -> None:
    """Raise StartError where Cloud Run runs us: its disk is memory and goes with the instance."""
    if os.environ.get("K_SERVICE"):
        raise StartError(_IN_CLOUD)


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
            raise StartError(_NOT_WRITABLE) from None
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
        with _translated():
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                _leave(connection)

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """For one SELECT, which sees one state of the database by itself; all of its rows are to be fetched."""
        with _translated():
            yield self._connection()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is committed at the end, or rolled back whole if anything is raised within."""
        with self._turn(), _translated():
            connection = self._writing_connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                _commit(connection)
            finally:
                _leave(connection)

    def rewrite(self, day: date) -> None:
        """Write the file anew, once a `day`, so that nothing of what was deleted is left in it or in its log.

        SQLite overwrites a deleted row, but not the copies that stay in the gaps of a page whose rows it had moved to
        another one (docs/decisions/0062-the-file-is-rewritten-each-night.md). Writers wait meanwhile, readers do not;
        the log keeps what somebody reads at this moment until the next time.
        """
        with self._turn(), _translated():
            connection = self._writing_connection()
            if not connection.execute("SELECT 1 FROM rewrites WHERE day = ?", (day.isoformat(),)).fetchone():
                connection.execute("VACUUM")
                connection.execute(_REWRITTEN, (day.isoformat(),))
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._writing.acquire(self._busy_timeout_seconds):
            raise UpstreamTimeoutError(_BUSY)
        try:
            yield
        finally:
            self._writing.release()

    def _start(self, schema: str) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        with _translated():
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
            connection = self._local.connection = self._open()
            with self._registering:
                for thread in [thread for thread in self._connections if not thread.is_alive()]:
                    self._connections.pop(thread).close()
                self._connections[threading.current_thread()] = connection
        return connection

    def _writing_connection(self) -> sqlite3.Connection:
        """For whoever has the turn, whatever thread that is."""
        if self._writer is None:
            self._writer = self._open()
        return self._writer

    def _open(self) -> sqlite3.Connection:
        # A connection may be closed by another thread than its own, and the writer's is used by many.
        connection = sqlite3.connect(
            self._path, timeout=self._busy_timeout_seconds, isolation_level=None, check_same_thread=False
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
        raise StartError(_FOREIGN)
    if version > FORMAT:
        raise StartError(_NEWER)


def _check_pages(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise StartError(_DAMAGED)


def _leave(connection: sqlite3.Connection) -> None:
    """End the transaction, unless SQLite has ended it already: by the commit, or because of an error."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _commit(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY}:
            raise
        # The commit may be in the log although its synchronisation failed.
        raise UnknownOutcomeError(_UNKNOWN) from error


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise _in_our_words(error) from error


def _in_our_words(error: sqlite3.Error) -> OutreachError:
    if error.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHMSIZE:  # no room for the log's index
        return UpstreamFailedError(_FULL)
    match error.sqlite_errorcode & _PRIMARY:
        case sqlite3.SQLITE_FULL:
            return UpstreamFailedError(_FULL)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UpstreamTimeoutError(_BUSY)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return UpstreamFailedError(_DAMAGED)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UpstreamFailedError(_NOT_WRITABLE)
        case _:
            return UpstreamFailedError(_FAILED)
