"""Take one person out of an import: out of its rows in every revision, and out of the file's own form of them."""

from collections.abc import Iterable, Iterator

from shared.domain.addresses import email_in, linkedin_in
from shared.domain.erasure import Erasure, PersonMarks
from shared.domain.imports import Import, ImportedRow
from shared.domain.prospect import Prospect
from shared.repositories.store import Store, WorkspaceStore


class EraseImportedRows:
    """Most imports do not know the person: one reading tells, and only what holds them is written again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, workspace_id: str, erasure: Erasure, import_: Import) -> None:
        """Leave an empty row in each of the person's places. Safe to repeat."""
        store = self._store.of(workspace_id)
        numbers = set(_numbers(store, erasure.prospect_id, erasure.marks, import_))
        if numbers:
            self._rewrite_rows(store, import_, numbers)
            self._rewrite_sources(store, import_, numbers)
        if numbers and import_.rows == 1:  # the file of one profile is often called by the person's name
            self._store.documents.write([store.imports.without_filename(import_.id)])

    def _rewrite_rows(self, store: WorkspaceStore, import_: Import, numbers: set[int]) -> None:
        for revision, chunk, rows in store.imports.every_chunk(import_.id):
            left = [row.without_person() if row.number in numbers else row for row in rows]
            if left != rows:
                put = store.imports.rows_chunk(import_.id, revision, chunk, left, import_.expires_at)
                self._store.documents.write([put])

    def _rewrite_sources(self, store: WorkspaceStore, import_: Import, numbers: set[int]) -> None:
        for revision, chunk, rows in store.imports.every_source(import_.id):
            left = [row._replace(cells=()) if row.number in numbers else row for row in rows]
            if left != rows:
                put = store.imports.sources_chunk(import_.id, revision, chunk, left, import_.expires_at)
                self._store.documents.write([put])


def rows_of(store: WorkspaceStore, prospect_id: str, marks: PersonMarks, import_: Import) -> list[ImportedRow]:
    """The rows of an import, by its present mapping, that are about the person."""
    numbers = set(_numbers(store, prospect_id, marks, import_))
    return [row for row in store.imports.all_rows_of(import_) if row.number in numbers] if numbers else []


def _numbers(store: WorkspaceStore, prospect_id: str, marks: PersonMarks, import_: Import) -> Iterator[int]:
    """The rows that are about the person: by what was read in them, or by an address in whatever column."""
    for _, _, rows in store.imports.every_chunk(import_.id):
        yield from (row.number for row in rows if _is_theirs(store, prospect_id, marks, row))
    for _, _, sources in store.imports.every_source(import_.id):
        yield from (row.number for row in sources if _names(store, marks, row.cells))


def _is_theirs(store: WorkspaceStore, prospect_id: str, marks: PersonMarks, row: ImportedRow) -> bool:
    if row.erased:
        return False
    return row.known_as == prospect_id or marks.are_of(store.erasures.hashes.marks(row.prospect))


def _names(store: WorkspaceStore, marks: PersonMarks, cells: Iterable[object]) -> bool:
    texts = [cell for cell in cells if isinstance(cell, str)]
    found = [Prospect(email=email) for text in texts if (email := email_in(text)) is not None]
    found += [Prospect(linkedin_url=url) for text in texts if (url := linkedin_in(text)) is not None]
    return any(marks.are_of(store.erasures.hashes.marks(person)) for person in found)
