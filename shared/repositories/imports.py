"""Imports of a workspace, newest first, and their rows in chunks.

    imports/{id}                          the import: written last, so that whoever finds it finds all of its rows
    imports/{id}/chunks/{revision}-{n}    rows as people, by the mapping of that revision
    imports/{id}/sources/{revision}-{n}   rows as the file has them, for another mapping without another upload

Rows are kept as one JSON text a chunk: as values of their own they would cost Firestore's client a million small
objects for a large file. What an import left behind that never came to its end is in nobody's way, and expires.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter

from shared.domain.documents import Bound, Compare, IndexedValue, Put, Query, Update
from shared.domain.imports import ROWS_PER_CHUNK, Import, ImportedRow, SourceRow
from shared.domain.person_name import STORED
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice

MAX_CHUNK_BYTES = 600_000
"""What the rows of a chunk take at most, so that the document stays within 900 KiB whatever one row adds."""

_WHEN_USED = ConfigDict(defer_build=True)
_ROW = TypeAdapter(ImportedRow, config=_WHEN_USED)
_ROWS = TypeAdapter(list[ImportedRow], config=_WHEN_USED)
_SOURCE = TypeAdapter(SourceRow, config=_WHEN_USED)
_SOURCES = TypeAdapter(list[SourceRow], config=_WHEN_USED)

Row = TypeVar("Row")


def row_size(row: ImportedRow) -> int:
    """The bytes that the row takes in its chunk."""
    return len(_ROW.dump_json(row, exclude_defaults=True))


def source_size(row: SourceRow) -> int:
    """The bytes that the file's row takes in its chunk."""
    return len(_SOURCE.dump_json(row))


def in_chunks(rows: Iterable[Row], size_of: Callable[[Row], int]) -> Iterator[list[Row]]:
    """The rows in chunks of at most 250 and at most `MAX_CHUNK_BYTES`; a single larger row is a chunk of its own."""
    chunk: list[Row] = []
    taken = 0
    for row in rows:
        size = size_of(row)
        if chunk and (len(chunk) == ROWS_PER_CHUNK or taken + size > MAX_CHUNK_BYTES):
            yield chunk
            chunk, taken = [], 0
        chunk.append(row)
        taken += size
    if chunk:
        yield chunk


class RowsText(BaseModel, defer_build=True):
    """A chunk of rows as JSON text."""

    rows: str
    expires_at: datetime


class ImportChunks(Aggregate[RowsText]):
    """`workspaces/{w}/imports/{id}/chunks/{revision}-{n}`."""

    collection = "chunks"
    model = RowsText

    def __init__(self, documents: Documents, workspace_id: str, import_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._parent = f"workspaces/{workspace_id}/imports/{import_id}/{self.collection}"

    def every(self) -> Iterator[tuple[str, int, str]]:
        """Every chunk, read one by one: revision, number, rows as text."""
        after: str | None = None
        while found := self._documents.query(Query(self._parent, after=None if after is None else (after,), limit=1)):
            after = found[0].id
            revision, _, number = after.rpartition("-")
            yield revision, int(number), self._entry(found[0]).rows

    def _indexed(self, entry: RowsText, /) -> Mapping[str, IndexedValue]:
        return {"expires_at": entry.expires_at}


class ImportSources(ImportChunks):
    """`workspaces/{w}/imports/{id}/sources/{revision}-{n}`."""

    collection = "sources"


class Imports(Aggregate[Import]):
    """`workspaces/{w}/imports/{id}`."""

    collection = "imports"
    model = Import

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._workspace_id = workspace_id

    def _indexed(self, entry: Import, /) -> Mapping[str, IndexedValue]:
        return {"created_at": entry.created_at, "expires_at": entry.expires_at}

    def made_since(self, earliest: datetime, after: Position | None, limit: int) -> Slice[Import]:
        """A page of the imports made after `earliest`, newest first."""
        return self.page((Compare("created_at", Bound.ABOVE, earliest),), after, limit)

    def rows_chunk(
        self, import_id: str, revision: str, number: int, rows: Sequence[ImportedRow], expires_at: datetime
    ) -> Put:
        """The operation that stores one chunk of rows."""
        text = RowsText(rows=_ROWS.dump_json(list(rows), exclude_defaults=True).decode(), expires_at=expires_at)
        return self._chunks(import_id).replacement(f"{revision}-{number}", text)

    def sources_chunk(
        self, import_id: str, revision: str, number: int, rows: Sequence[SourceRow], expires_at: datetime
    ) -> Put:
        """The operation that stores one chunk of rows as the file has them."""
        text = RowsText(rows=_SOURCES.dump_json(list(rows)).decode(), expires_at=expires_at)
        return self._sources(import_id).replacement(f"{revision}-{number}", text)

    def rows_of(self, import_id: str, revision: str, chunk: int) -> list[ImportedRow]:
        """The rows of one chunk, in the order of the file; none where there is no such chunk."""
        found = self._chunks(import_id).find(f"{revision}-{chunk}")
        return [] if found is None else _ROWS.validate_json(found.rows, context=STORED)

    def all_rows_of(self, import_: Import) -> Iterator[ImportedRow]:
        """Every row by the present mapping, read chunk by chunk."""
        for chunk in range(import_.chunks):
            yield from self.rows_of(import_.id, import_.revision, chunk)

    def sources_of(self, import_: Import) -> Iterator[SourceRow]:
        """Every row as the file has it, read chunk by chunk."""
        sources = self._sources(import_.id)
        for number in range(import_.source_chunks):
            found = sources.find(f"{import_.source_revision}-{number}")
            yield from [] if found is None else _SOURCES.validate_json(found.rows)

    def every_chunk(self, import_id: str) -> Iterator[tuple[str, int, list[ImportedRow]]]:
        """Every chunk of rows, of every mapping that the import ever had: revision, number, rows."""
        for revision, number, text in self._chunks(import_id).every():
            yield revision, number, _ROWS.validate_json(text)

    def every_source(self, import_id: str) -> Iterator[tuple[str, int, list[SourceRow]]]:
        """Every chunk of rows as the file has them: revision, number, rows."""
        for revision, number, text in self._sources(import_id).every():
            yield revision, number, _SOURCES.validate_json(text)

    def without_filename(self, import_id: str) -> Update:
        """The operation that forgets what the file was called."""
        return Update(self.path(import_id), payload={("filename",): None})

    def _chunks(self, import_id: str) -> ImportChunks:
        return ImportChunks(self._documents, self._workspace_id, import_id)

    def _sources(self, import_id: str) -> ImportSources:
        return ImportSources(self._documents, self._workspace_id, import_id)
