"""Imports of a workspace, newest first, and their rows in chunks.

    imports/{id}                          the import: written last, so that whoever finds it finds all of its rows
    imports/{id}/chunks/{revision}-{n}    rows as people, by the mapping of that revision
    imports/{id}/sources/{n}              rows as the file has them, for another mapping without another upload

Rows are kept as one JSON text a chunk: as values of their own they would cost Firestore's client a million small
objects for a large file. What an import left behind that never came to its end is in nobody's way, and expires.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TypeAlias

from pydantic import BaseModel, TypeAdapter

from shared.domain.documents import Bound, Compare, IndexedValue
from shared.domain.imports import Import, ImportedRow
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice

SourceCells: TypeAlias = tuple[int, list[object]]
"""A row as the file has it: the number that a spreadsheet shows, and its cells in the order of the mapping."""

_ROWS = TypeAdapter(list[ImportedRow])
_SOURCES = TypeAdapter(list[SourceCells])


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

    def _indexed(self, entry: RowsText, /) -> Mapping[str, IndexedValue]:
        return {"expires_at": entry.expires_at}


class ImportSources(ImportChunks):
    """`workspaces/{w}/imports/{id}/sources/{n}`."""

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

    def rows_of(self, import_id: str, revision: str, chunk: int) -> list[ImportedRow]:
        """The rows of one chunk, in the order of the file; none where there is no such chunk."""
        found = ImportChunks(self._documents, self._workspace_id, import_id).find(f"{revision}-{chunk}")
        return [] if found is None else _ROWS.validate_json(found.rows)

    def all_rows_of(self, import_: Import) -> Iterator[ImportedRow]:
        """Every row by the present mapping, read chunk by chunk."""
        for chunk in range(import_.chunks):
            yield from self.rows_of(import_.id, import_.revision, chunk)
