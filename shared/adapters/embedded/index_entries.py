"""Keeps the table of index entries in step with the documents, and its indexes with the declarations.

Entries name their index and their collection by small numbers. An index gets its number when it is first needed, in a
transaction of its own, and keeps it; so a number once read stays true whatever becomes of a later write.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

from shared.adapters.embedded.entry_scan import Place
from shared.adapters.embedded.index_keys import DocumentKeys, IndexFields, alone, automatic_indexes
from shared.adapters.embedded.query_plan import Stream
from shared.adapters.embedded.repeated_statement import Repeated
from shared.adapters.embedded.row_format import fields_from_text
from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.domain.documents import (
    Create,
    Declaration,
    Delete,
    Exemption,
    IndexedValue,
    IndexMode,
    Operation,
    Put,
    Update,
)
from shared.domain.errors import Sentence, UpstreamFailedError

SCHEMA = """
CREATE TABLE IF NOT EXISTS indexes (number INTEGER PRIMARY KEY, definition TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS entries (
    number INTEGER NOT NULL, collection INTEGER NOT NULL, key BLOB NOT NULL, document INTEGER NOT NULL,
    PRIMARY KEY (number, collection, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS declarations (definitions TEXT NOT NULL);
INSERT INTO declarations SELECT '[]' WHERE NOT EXISTS (SELECT 1 FROM declarations);
"""

_ADD = Repeated("INSERT OR ROLLBACK INTO entries (number, collection, key, document) VALUES ", "(?, ?, ?, ?)", ", ")
_REMOVE = Repeated("DELETE FROM entries WHERE ", "(number = ? AND collection = ? AND key = ?)", " OR ")
_MOST_COLLECTIONS = 20_000
_EMPTY = """
DELETE FROM entries WHERE number = ?1 AND collection IN (
    SELECT number FROM collections WHERE path = ?2 OR substr(path, -length(?3)) = ?3)"""
_CHANGED_UNDER_US = Sentence(
    "Otra versión del programa cambió la base de datos. Cierra esta y vuelve a iniciarla.",
    "Another version of the program changed the database. Stop this one and start it again.",
)

Entry = tuple[int, int, bytes]
"""The index's number, the collection's number, the key."""
EntryOf = tuple[int, int, bytes, int]
"""The same with the number of the document's row."""
KeptIndex = tuple[str, IndexFields]
"""An index of a group's collections, declared or automatic."""


class IndexEntries:
    """The index entries of one file's documents."""

    def __init__(self, file: SqliteFile, declared: Collection[Declaration]) -> None:
        """Bring the file's entries in step with what is declared, in one transaction, if they are not."""
        self._file = file
        self._by_group: dict[str, list[IndexFields]] = {}
        self._exempt: dict[str, set[str]] = {}
        for one in declared:
            if isinstance(one, Exemption):
                self._exempt.setdefault(one.group, set()).add(one.field)
            else:
                self._by_group.setdefault(one.group, []).append(one.fields)
        self._declared = json.dumps(sorted({_stated(one) for one in declared}))
        self._numbers: dict[tuple[str, IndexFields], int] = {}
        self._collections: dict[str, int] = {}
        with file.writing() as connection:
            self._declare(connection)

    def check_declarations(self, connection: sqlite3.Connection) -> None:
        """Raise UpstreamFailedError if another process has since declared other indexes: our entries would be wrong."""
        if _stored_declarations(connection) != self._declared:
            raise UpstreamFailedError(_CHANGED_UNDER_US)

    def prepare(self, operations: Iterable[Operation]) -> None:
        """Give their numbers to the indexes and collections that the operations are the first to need; before their
        transaction.
        """
        self._prepare_collections({one.path.rpartition("/")[0] for one in operations if not isinstance(one, Delete)})
        needed = {
            ("", index_fields)
            for operation in operations
            if isinstance(operation, Create | Put | Update)
            for index_fields in automatic_indexes(operation.fields, self._exempt_at(operation.path))
        }
        if missing := needed - self._numbers.keys():
            with self._file.writing() as connection:
                numbers = {key: _number_for(connection, _definition(*key)) for key in missing}
            self._numbers.update(numbers)

    def _exempt_at(self, path: str) -> Collection[str]:
        return self._exempt.get(path.split("/")[-2], ())

    def _prepare_collections(self, paths: set[str]) -> None:
        if missing := paths - self._collections.keys():
            with self._file.writing() as connection:
                numbers = {path: _collection_number(connection, path) for path in missing}
            self._remember(numbers)

    def _remember(self, collections: Mapping[str, int]) -> None:
        """Numbers that were committed stay true. Each batch has collections of its own, so there is no end to them."""
        if len(self._collections) > _MOST_COLLECTIONS:
            self._collections = {}
        self._collections.update(collections)

    def exchange(self, connection: sqlite3.Connection, removed: Collection[Entry], added: Collection[EntryOf]) -> None:
        """Remove the entries and add the others, those of all documents of a write together: in the order in which they
        lie, and in few statements.
        """
        _REMOVE.execute(connection, sorted(removed))
        _ADD.execute(connection, sorted(added))

    def difference(
        self,
        connection: sqlite3.Connection,
        path: str,
        before: Mapping[str, IndexedValue] | None,
        after: Mapping[str, IndexedValue] | None,
    ) -> tuple[set[Entry], set[Entry]]:
        """The entries that a document loses and gains by the change of its indexed fields; None if it is not there."""
        if before is after:
            return set(), set()
        changed = None if before is None or after is None else _changed(before, after)
        old = set() if before is None else self.of_document(connection, path, before, changed)
        new = set() if after is None else self.of_document(connection, path, after, changed)
        return old - new, new - old

    def of_document(
        self,
        connection: sqlite3.Connection,
        path: str,
        fields: Mapping[str, IndexedValue],
        only: set[str] | None = None,
    ) -> set[Entry]:
        """All entries of a document with these indexed fields; if `only` is given, those that a field of it is in."""
        collection, _, document_id = path.rpartition("/")
        group = collection.rpartition("/")[2]
        collection_number = self._collection(connection, collection) or 0
        keys = DocumentKeys(document_id, fields)
        return {
            (self._number(connection, group, index_fields) or 0, collection_number, key)
            for index_fields in (*automatic_indexes(fields, self._exempt_at(path)), *self._by_group.get(group, ()))
            if only is None or any(name in only for name, _ in index_fields)
            for key in keys.of(index_fields)
        }

    def places(self, connection: sqlite3.Connection, collection: str, streams: Iterable[Stream]) -> list[Place] | None:
        """Where the streams lie; None if one of them is still empty."""
        collection_number = self._collection(connection, collection)
        if collection_number is None:
            return None
        places = []
        for stream in streams:
            number = self._number(connection, collection.rpartition("/")[2], stream.index_fields)
            if number is None:
                return None
            places.append(Place(number, collection_number, stream.prefix))
        return places

    def _number(self, connection: sqlite3.Connection, group: str, index_fields: IndexFields) -> int | None:
        key = _scope(group, index_fields), index_fields
        if key not in self._numbers:
            query = "SELECT number FROM indexes WHERE definition = ?"
            row = connection.execute(query, (_definition(*key),)).fetchone()
            if row is None:
                return None
            self._numbers[key] = row[0]
        return self._numbers[key]

    def _collection(self, connection: sqlite3.Connection, path: str) -> int | None:
        known = self._collections.get(path)
        if known is None:
            row = connection.execute("SELECT number FROM collections WHERE path = ?", (path,)).fetchone()
            if row is None:
                return None
            known = int(row[0])
            self._remember({path: known})
        return known

    def _declare(self, connection: sqlite3.Connection) -> None:
        stored = _stored_declarations(connection)
        if stored == self._declared:
            return
        old, new = set(json.loads(stored)), set(json.loads(self._declared))
        withdrawn, added = old - new, new - old
        _empty(connection, _declared_indexes(withdrawn) + _exempted_indexes(added))
        _build(connection, _declared_indexes(added) + _exempted_indexes(withdrawn))
        connection.execute("UPDATE declarations SET definitions = ?", (self._declared,))


def _scope(group: str, index_fields: IndexFields) -> str:
    """The group that an index is declared for; automatic indexes, of one field or none, are for all."""
    return group if len(index_fields) > 1 else ""


def _stated(declared: Declaration) -> str:
    """A declaration as the file keeps it."""
    told = declared.field if isinstance(declared, Exemption) else declared.fields
    return json.dumps([declared.group, told], separators=(",", ":"))


def _definition(scope: str, index_fields: IndexFields) -> str:
    return json.dumps([scope, index_fields], separators=(",", ":"))


def _stored_declarations(connection: sqlite3.Connection) -> str:
    (definitions,) = connection.execute("SELECT definitions FROM declarations").fetchone()
    return str(definitions)


def _number_for(connection: sqlite3.Connection, definition: str) -> int:
    connection.execute("INSERT OR IGNORE INTO indexes (definition) VALUES (?)", (definition,))
    (number,) = connection.execute("SELECT number FROM indexes WHERE definition = ?", (definition,)).fetchone()
    return int(number)


def _collection_number(connection: sqlite3.Connection, path: str) -> int:
    row = connection.execute("SELECT number FROM collections WHERE path = ?", (path,)).fetchone()
    if row is None:
        row = connection.execute("INSERT INTO collections (path) VALUES (?) RETURNING number", (path,)).fetchone()
    return int(row[0])


def _changed(before: Mapping[str, IndexedValue], after: Mapping[str, IndexedValue]) -> set[str]:
    """The fields whose codes may differ: True equals 1, and has another."""
    return {
        name
        for name in before.keys() | after.keys()
        if name not in before
        or name not in after
        or type(before[name]) is not type(after[name])
        or before[name] != after[name]
    }


def _declared_indexes(definitions: Iterable[str]) -> list[KeptIndex]:
    """Those of the declarations that are indexes."""
    pairs = [(group, fields) for group, fields in map(json.loads, definitions) if not isinstance(fields, str)]
    return [(group, tuple((name, IndexMode(mode)) for name, mode in fields)) for group, fields in pairs]


def _exempted_indexes(definitions: Iterable[str]) -> list[KeptIndex]:
    """The automatic indexes that there are not, because of those of the declarations that are exemptions."""
    fields = [(group, name) for group, name in map(json.loads, definitions) if isinstance(name, str)]
    return [(group, index_fields) for group, name in fields for index_fields in alone(name)]


def _empty(connection: sqlite3.Connection, indexes: Iterable[KeptIndex]) -> None:
    for group, index_fields in indexes:
        number = _number_for(connection, _definition(_scope(group, index_fields), index_fields))
        connection.execute(_EMPTY, (number, group, f"/{group}"))


def _build(connection: sqlite3.Connection, indexes: Iterable[KeptIndex]) -> None:
    """Add the entries of all stored documents to the indexes."""
    by_group: dict[str, list[tuple[int, IndexFields]]] = {}
    for group, index_fields in indexes:
        number = _number_for(connection, _definition(_scope(group, index_fields), index_fields))
        by_group.setdefault(group, []).append((number, index_fields))
    connection.executemany(_ADD.once, _entries_to_build(connection, by_group))


def _entries_to_build(
    connection: sqlite3.Connection, by_group: Mapping[str, list[tuple[int, IndexFields]]]
) -> Iterator[EntryOf]:
    for document, path, fields in connection.execute("SELECT number, path, fields FROM documents"):
        collection, _, document_id = path.rpartition("/")
        keys = DocumentKeys(document_id, fields_from_text(fields))
        for number, index_fields in by_group.get(collection.rpartition("/")[2], ()):
            for key in keys.of(index_fields):
                yield number, _collection_number(connection, collection), key, document
