"""Read a file of people, or a pasted text, and keep it until messages are written from it."""

from collections.abc import Iterator

from shared.domain.errors import InvalidInputError, Sentence, UnknownOutcomeError, WriteConflictError
from shared.domain.imports import LIFETIME, Import, SourceKind, SourceRow
from shared.domain.principal import Principal
from shared.importing.table import OpenTable, from_the_first_person
from shared.ports import Clock, Ids
from shared.repositories.imports import MAX_CHUNK_BYTES, source_size
from shared.repositories.store import Store, WorkspaceStore
from shared.services.open_people import OpenPeople, Upload
from shared.services.read_settings import ReadSettings
from shared.services.write_import_rows import writing_import
from shared.telemetry.logs import get_logger

_log = get_logger()

_ROW_TOO_LARGE = Sentence("La fila es demasiado grande.", "The row is too large.")


class CreateImport:
    """POST /v1/imports."""

    def __init__(
        self, store: Store, open_people: OpenPeople, read_settings: ReadSettings, clock: Clock, ids: Ids
    ) -> None:
        self._store = store
        self._open = open_people
        self._read_settings = read_settings
        self._clock = clock
        self._ids = ids

    def __call__(self, principal: Principal, upload: Upload, import_id: str) -> Import:
        """The stored import; `import_id` makes a repetition answer what is stored.

        Rows come first and the import last, so that no part of a file is ever taken for the whole. Raises
        InvalidInputError for what cannot be read or has nobody in it, with a reason for the person who chose it; then
        nothing is stored.
        """
        kept = self._store.of(principal.workspace_id).imports.find(import_id)
        if kept is not None:
            return kept
        try:
            kind, table = self._open(upload)
            stored = self._keep(principal, import_id, kind, upload.filename, table)
        except InvalidInputError as error:
            raise _about_the_text(error) if upload.pasted else error from None
        _log_created(stored)
        return stored

    def _keep(
        self, principal: Principal, import_id: str, kind: SourceKind, filename: str | None, table: OpenTable
    ) -> Import:
        store = self._store.of(principal.workspace_id)
        own_icp = self._read_settings(principal).own_icp
        now = self._clock.now()
        with writing_import(self._store.documents, store, self._ids, import_id, now + LIFETIME) as writer:
            kept = table.reading_through(lambda rows: writer.keeping(_bounded(rows)))
            written = writer.write(from_the_first_person(kept.rows()), own_icp)
            import_ = Import(
                **dict(written),
                id=import_id,
                kind=kind,
                filename=filename,
                mapping=table.mapping,
                source_revision=writer.sources.revision,
                source_chunks=writer.sources.chunks,
                source_warnings=table.source.warnings,
                author=principal.id,
                created_at=now,
                expires_at=now + LIFETIME,
            )
            stored = self._create(store, import_)
            if stored.revision != import_.revision:
                writer.take_back()
        return stored

    def _create(self, store: WorkspaceStore, import_: Import) -> Import:
        """Commit; where another attempt was first, or nobody knows, what the store holds by this id."""
        try:
            self._store.documents.write([store.imports.creation(import_.id, import_)])
        except (WriteConflictError, UnknownOutcomeError):
            stored = store.imports.find(import_.id)
            if stored is None:
                raise
            return stored
        return import_


def _about_the_text(error: InvalidInputError) -> InvalidInputError:
    return InvalidInputError.at("/text", *error.sentence)


def _bounded(rows: Iterator[SourceRow]) -> Iterator[SourceRow]:
    """The rows, without the cells of one that no document could hold."""
    for row in rows:
        yield row if source_size(row) <= MAX_CHUNK_BYTES else SourceRow(row.number, [], _ROW_TOO_LARGE)


def _log_created(import_: Import) -> None:
    """What operations count: no name, no heading."""
    _log.info(
        "import_created",
        import_id=import_.id,
        kind=import_.kind.value,
        rows=import_.rows,
        usable=import_.usable,
        errors=import_.error_count,
        duplicates_in_file=import_.duplicates_in_file,
        duplicates_known=import_.duplicates_known,
    )
