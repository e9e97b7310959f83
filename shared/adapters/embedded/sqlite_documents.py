"""Documents in a SQLite file: the embedded store (docs/decisions/0002-embedded-store.md says why it is laid out so).

A document is one row: path, version, indexed fields and payload as JSON. Queries read the table of index entries, whose
keys sort as Firestore sorts; so a new collection or index changes no table.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Self

from shared.adapters.embedded.document_rows import SCHEMA as ROW_SCHEMA
from shared.adapters.embedded.document_rows import Change, apply, changes_by, rows_at
from shared.adapters.embedded.entry_scan import Place, count, matches
from shared.adapters.embedded.field_sums import total
from shared.adapters.embedded.index_entries import SCHEMA as INDEX_SCHEMA
from shared.adapters.embedded.index_entries import IndexEntries
from shared.adapters.embedded.query_plan import Plan, plan
from shared.adapters.embedded.row_format import document_from_row, microseconds
from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.domain.document_rules import check_path, check_write
from shared.domain.documents import Aggregate, Declaration, Document, Operation, Query
from shared.domain.query_rules import check_declaration, serving_indexes

_DOCUMENTS_AT_ONCE = 500
_EXPIRED = "SELECT path FROM documents WHERE json_extract(fields, '$.expires_at.us') <= ?"
_WHOLE = "SELECT number, path, version, fields, payload FROM documents WHERE number IN (SELECT value FROM json_each(?))"
_FIELDS = "SELECT number, path, version, fields, NULL FROM documents WHERE number IN (SELECT value FROM json_each(?))"


class SqliteDocuments:
    """The Documents port over one SQLite file. Any thread may use it, and so may other processes the same file."""

    def __init__(self, path: Path, indexes: Collection[Declaration] = (), busy_timeout_seconds: float = 5.0) -> None:
        """Open the file at `path`, or make it.

        If `indexes` are not those that the file was last opened with, entries are built and removed now, once. A write
        that has waited `busy_timeout_seconds` for others is given up. Raises StartError if the file cannot be used, and
        ValueError if Firestore would not accept an index.
        """
        for declared in indexes:
            check_declaration(declared)
        self._indexes = tuple(indexes)
        self._file = SqliteFile(path, INDEX_SCHEMA + ROW_SCHEMA, busy_timeout_seconds)
        self._entries = IndexEntries(self._file, self._indexes)

    @property
    def file(self) -> SqliteFile:
        """The open file, for what else is kept in it."""
        return self._file

    def close(self) -> None:
        """Close the file; no thread may be using it."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, path: str) -> Document | None:
        """See `shared.ports.Documents.get`."""
        return self.get_many([path])[0]

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        """See `shared.ports.Documents.get_many`."""
        for path in paths:
            check_path(path)
        with self._file.asking() as connection:
            found = rows_at(connection, paths)
        return [row and row.document for row in map(found.get, paths)]

    def write(self, operations: Sequence[Operation]) -> str:
        """See `shared.ports.Documents.write`."""
        check_write(operations)
        self._entries.prepare(operations)
        paths = [operation.path for operation in operations]

        def change(connection: sqlite3.Connection) -> int:
            self._entries.check_declarations(connection)
            return apply(connection, self._entries, changes_by(operations, rows_at(connection, paths)))

        return str(self._file.write(change))

    def query(self, query: Query) -> list[Document]:
        """See `shared.ports.Documents.query`."""
        steps = plan(query, serving_indexes(query, self._indexes))
        with self._file.reading() as connection:
            numbers = matches(connection, self._places(connection, query, steps), steps, query.limit)
            found = _load(connection, islice(numbers, query.limit), _FIELDS if query.fields_only else _WHOLE)
            return [query.asked_of(one) for one in found]

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        """See `shared.ports.Documents.aggregate`."""
        serving = serving_indexes(query, self._indexes, sums)
        steps = plan(query._replace(after=None), serving, sums)
        with self._file.reading() as connection:
            places = self._places(connection, query, steps)
            if not sums:
                return Aggregate(count(connection, places, steps, query.limit))
            found = list(_load(connection, matches(connection, places, steps), _FIELDS))
        return Aggregate(len(found), {name: total(one.fields[name] for one in found) for name in sums})

    def collect(self, collections: Collection[str], now: datetime) -> int:
        """Remove what has come to its end, as Firestore's time to live does: documents of the collections, named by the
        last segment, whose indexed `expires_at` has passed. How many there were.
        """
        found = 0
        while paths := self._expired(collections, now):
            with self._file.writing() as connection:
                rows = rows_at(connection, paths)
                apply(connection, self._entries, [Change(path, row, None) for path, row in rows.items()])
            found += len(rows)
        self._file.rewrite(now.date())
        return found

    def _expired(self, collections: Collection[str], now: datetime) -> list[str]:
        with self._file.reading() as connection:
            rows = connection.execute(_EXPIRED, (microseconds(now),))
            paths = (path for (path,) in rows if path.split("/")[-2] in collections)
            return list(islice(paths, _DOCUMENTS_AT_ONCE))

    def _places(self, connection: sqlite3.Connection, query: Query, steps: Plan) -> list[list[Place]]:
        self._entries.check_declarations(connection)
        places = (self._entries.places(connection, query.collection, streams) for streams in steps.alternatives)
        return [alternative for alternative in places if alternative is not None]


def _load(connection: sqlite3.Connection, numbers: Iterable[int], statement: str) -> Iterator[Document]:
    """The documents of these numbers, in this order."""
    remaining = iter(numbers)
    while chunk := list(islice(remaining, _DOCUMENTS_AT_ONCE)):
        rows = connection.execute(statement, (json.dumps(chunk),))
        by_number = {number: document_from_row(*row) for number, *row in rows}
        yield from (by_number[number] for number in chunk)
