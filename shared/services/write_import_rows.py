"""Write the rows of an import in chunks, several in one write, and count what is to be said of them.

Rows stream: in memory are a few chunks, and the addresses by which duplicates within the file are found. The import
itself is written by the caller, after its rows: until then nobody can find them, and what is left behind expires.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import NamedTuple

from shared.domain.document_rules import MAX_OPERATIONS
from shared.domain.documents import Delete, Put
from shared.domain.errors import OutreachError, UnknownOutcomeError
from shared.domain.imports import MOST_ERRORS_SHOWN, ImportedRow, ImportRows, RowError, SourceRow
from shared.domain.own_icp import OwnIcp
from shared.ports import Documents, Ids
from shared.repositories.imports import in_chunks, row_size, source_size
from shared.repositories.store import WorkspaceStore
from shared.services.in_order import in_order

_LOOKUPS_AT_A_TIME = 4
_WRITE_BYTES = 4_000_000


class WrittenSources(NamedTuple):
    """The rows as the file has them."""

    revision: str
    chunks: int


@contextmanager
def writing_import(
    documents: Documents, store: WorkspaceStore, ids: Ids, import_id: str, expires_at: datetime
) -> Iterator["ImportRowsWriter"]:
    """A writer whose chunks are taken back if the block fails.

    They stay where a write's outcome is unknown: the import may exist, and needs them.
    """
    writer = ImportRowsWriter(documents, store, ids, import_id, expires_at)
    try:
        yield writer
    except UnknownOutcomeError:
        raise
    except BaseException:
        writer.take_back()
        raise


class ImportRowsWriter:
    """Writes the chunks of one import, under revisions of their own that no other attempt shares."""

    def __init__(
        self, documents: Documents, store: WorkspaceStore, ids: Ids, import_id: str, expires_at: datetime
    ) -> None:
        self._documents = documents
        self._store = store
        self._ids = ids
        self._import_id = import_id
        self._expires_at = expires_at
        self._waiting: list[Put] = []
        self._waiting_bytes = 0
        self._paths: list[str] = []
        self.sources = WrittenSources(ids.new(), 0)

    def keeping(self, rows: Iterable[SourceRow]) -> Iterator[SourceRow]:
        """The same rows, each chunk written when its last row is taken; `sources` says how many chunks there are."""
        for chunk in in_chunks(rows, source_size):
            revision, number = self.sources
            self._put(self._store.imports.sources_chunk(self._import_id, revision, number, chunk, self._expires_at))
            self.sources = WrittenSources(revision, number + 1)
            yield from chunk

    def write(self, rows: Iterable[ImportedRow], own_icp: OwnIcp) -> ImportRows:
        """Write the rows with what the workspace knows of their people."""

        def marked(chunk: list[ImportedRow]) -> list[ImportedRow]:
            return self._marked(chunk, own_icp)

        tally = _Tally()
        revision, number = self._ids.new(), 0
        for number, chunk in enumerate(in_order(marked, in_chunks(rows, row_size), _LOOKUPS_AT_A_TIME), start=1):
            tally.count(chunk)
            self._put(self._store.imports.rows_chunk(self._import_id, revision, number - 1, chunk, self._expires_at))
        self._flush()
        return tally.result(revision, number)

    def _marked(self, chunk: list[ImportedRow], own_icp: OwnIcp) -> list[ImportedRow]:
        known = self._store.prospects.known_ids([row.prospect for row in chunk])
        people = [(row.prospect, id_) for row, id_ in zip(chunk, known, strict=True)]
        held = self._store.suppressions.hold_each(people)
        return [
            row._replace(known_as=id_, not_icp=own_icp.excludes(row.prospect), suppressed=is_held)
            for row, id_, is_held in zip(chunk, known, held, strict=True)
        ]

    def take_back(self) -> None:
        """Delete what was written, as far as the store lets us; the rest expires."""
        self._waiting.clear()
        with suppress(OutreachError):
            for start in range(0, len(self._paths), MAX_OPERATIONS):
                self._documents.write([Delete(path) for path in self._paths[start : start + MAX_OPERATIONS]])

    def _put(self, chunk: Put) -> None:
        size = len(str(chunk.payload["rows"]).encode())
        if self._waiting_bytes + size > _WRITE_BYTES:
            self._flush()
        self._waiting.append(chunk)
        self._waiting_bytes += size

    def _flush(self) -> None:
        if self._waiting:
            self._paths += [chunk.path for chunk in self._waiting]
            self._documents.write(self._waiting)
            self._waiting, self._waiting_bytes = [], 0


class _Tally:
    """Counts rows as they pass."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._errors: list[RowError] = []

    def count(self, rows: list[ImportedRow]) -> None:
        counts = self._counts
        counts["rows"] += len(rows)
        for row in rows:
            counts["usable"] += row.usable
            counts["names"] += row.prospect.full_name is not None
            counts["addresses"] += row.has_address
            counts["in_file"] += row.duplicate_of is not None
            counts["known"] += row.known_as is not None
            counts["not_icp"] += row.not_icp
            counts["suppressed"] += row.suppressed
            counts["errors"] += len(row.errors)
            self._errors += row.errors[: MOST_ERRORS_SHOWN - len(self._errors)]

    def result(self, revision: str, chunks: int) -> ImportRows:
        counts = self._counts
        return ImportRows(
            revision=revision,
            chunks=chunks,
            rows=counts["rows"],
            usable=counts["usable"],
            errors=tuple(self._errors),
            error_count=counts["errors"],
            duplicates_in_file=counts["in_file"],
            duplicates_known=counts["known"],
            not_icp=counts["not_icp"],
            suppressed=counts["suppressed"],
            has_names=counts["names"] > 0,
            has_addresses=counts["addresses"] > 0,
        )
