"""The rows of documents and how a write changes them: those of all its documents together, in few statements."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from shared.adapters.embedded.document_changes import Contents, changed
from shared.adapters.embedded.index_entries import Entry, EntryOf, IndexEntries
from shared.adapters.embedded.repeated_statement import Repeated
from shared.adapters.embedded.row_format import document_from_row, fields_to_text, payload_to_text
from shared.domain.document_rules import check_document
from shared.domain.documents import Create, Document, Operation, Put

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
    fields TEXT NOT NULL, payload TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS versions (latest INTEGER NOT NULL);
INSERT INTO versions SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM versions);
"""

_BY_PATHS = """
SELECT number, path, version, fields, payload FROM documents WHERE path IN (SELECT value FROM json_each(?))"""
_LATEST = "SELECT latest, (SELECT coalesce(max(number), 0) FROM documents) FROM versions"
_STORE = Repeated(
    "INSERT INTO documents (number, path, version, fields, payload) VALUES ",
    "(?, ?, ?, ?, ?)",
    ", ",
    " ON CONFLICT (number) DO UPDATE SET version = excluded.version, fields = excluded.fields,"
    " payload = excluded.payload",
)
_REMOVE = "DELETE FROM documents WHERE number IN (SELECT value FROM json_each(?))"


class Row(NamedTuple):
    """A stored document, and the number of its row, which index entries point at."""

    number: int
    document: Document


class Change(NamedTuple):
    """What becomes of a document: its row, None if there is none yet; what it holds then, None if it goes."""

    path: str
    row: Row | None
    after: Contents | None


def rows_at(connection: sqlite3.Connection, paths: Sequence[str]) -> dict[str, Row]:
    """The documents that there are, by path."""
    rows = connection.execute(_BY_PATHS, (json.dumps(paths),)).fetchall()
    return {row[1]: Row(row[0], document_from_row(*row[1:])) for row in rows}


def changes_by(operations: Iterable[Operation], rows: Mapping[str, Row]) -> list[Change]:
    """What the operations make of the rows; nothing is written.

    Raises WriteConflictError if a precondition does not hold, and InvalidInputError if a document would be too large.
    """
    return [_change(operation, rows.get(operation.path)) for operation in operations]


def apply(connection: sqlite3.Connection, entries: IndexEntries, changes: Sequence[Change]) -> int:
    """Write the changes, rows and index entries; the version that the documents have then."""
    latest, largest = connection.execute(_LATEST).fetchone()
    connection.execute("UPDATE versions SET latest = ?", (latest + 1,))
    numbered = [(one.row.number if one.row else largest + place, one) for place, one in enumerate(changes, 1)]
    _write_rows(connection, numbered, latest + 1)
    _write_entries(connection, entries, numbered)
    return int(latest + 1)


def _write_rows(connection: sqlite3.Connection, changes: Sequence[tuple[int, Change]], version: int) -> None:
    stored = [
        (number, path, version, fields_to_text(after.fields), payload_to_text(after.payload))
        for number, (path, _, after) in changes
        if after is not None
    ]
    _STORE.execute(connection, stored)
    gone = [row.number for _, (_, row, after) in changes if row is not None and after is None]
    if gone:
        connection.execute(_REMOVE, (json.dumps(gone),))


def _write_entries(
    connection: sqlite3.Connection, entries: IndexEntries, changes: Iterable[tuple[int, Change]]
) -> None:
    removed: set[Entry] = set()
    added: list[EntryOf] = []
    for number, (path, row, after) in changes:
        old, new = entries.difference(connection, path, row and row.document.fields, after and after.fields)
        removed |= old
        added += [(*entry, number) for entry in new]
    entries.exchange(connection, removed, added)


def _change(operation: Operation, row: Row | None) -> Change:
    after = changed(row and row.document, operation)
    if after is not None and not isinstance(operation, Create | Put):  # those were checked as they came
        check_document(operation.path, after.fields, after.payload)
    return Change(operation.path, row, after)
