"""Whom a batch is for: the rows of an import, or those that come with the request, chunk by chunk."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from shared.domain.batch import Batch, BatchChunk, BatchRequest, BatchRow, ItemWishes
from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.follow_up_choice import FollowUpChoice
from shared.domain.imports import ImportedRow, warnings_about
from shared.domain.language import Format
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.store import Store, WorkspaceStore
from shared.services.list_follow_ups import FollowUpSelection, ListFollowUps
from shared.services.list_imports import NO_SUCH_IMPORT

_NOBODY = Sentence(
    "En esta importación ninguna fila identifica a una persona.", "No row of this import identifies a person."
)
_NOTHING_DUE = Sentence(
    "Ahora no hay ningún seguimiento pendiente en este formato.", "No follow-up is due in this format now."
)
_ONE_UNKNOWN = Sentence(
    "Una persona no tiene correo ni dirección de LinkedIn: nadie sabrá si ya se le escribió, y en otro lote se le "
    "escribirá otra vez.",
    "One person has neither an e-mail nor a LinkedIn address: nobody will know that they were written to, and another "
    "batch will write to them again.",
)
_CHUNK_ROWS = 250
_CHUNK_BYTES = 600_000


class BatchSource(NamedTuple):
    """Where the people lie: `total` of them in so many chunks, of an import's revision or `brought` by the request.

    `imported_at` is when an import was made.
    """

    total: int
    chunks: int
    brought: tuple[BatchChunk, ...] = ()
    import_id: str | None = None
    revision: str | None = None
    warnings: tuple[Sentence, ...] = ()
    imported_at: datetime | None = None

    def rows(self, store: WorkspaceStore, chunk: int) -> list[BatchRow]:
        """The people of one chunk."""
        if self.import_id is None:
            return self.brought[chunk].rows
        return _imported(store, self.import_id, self.revision or "", chunk)


class ReadBatchSource:
    """Finds the people that a request names, before anything is stored."""

    def __init__(self, store: Store, list_follow_ups: ListFollowUps, clock: Clock) -> None:
        self._store = store
        self._list_follow_ups = list_follow_ups
        self._clock = clock

    def __call__(self, principal: Principal, request: BatchRequest) -> BatchSource:
        """Where they lie. Raises InvalidInputError at /import_id or /follow_ups."""
        if request.import_id is None:
            rows = _rows_of(request) if request.follow_ups is None else self._follow_ups(principal, request)
            brought = tuple(_chunks(rows))
            return BatchSource(len(rows), len(brought), brought, warnings=_warnings_about(rows))
        found = self._store.of(principal.workspace_id).imports.find(request.import_id)
        if found is None or found.expires_at <= self._clock.now():
            raise InvalidInputError.at("/import_id", *NO_SUCH_IMPORT)
        if found.usable == 0:
            raise InvalidInputError.at("/import_id", *_NOBODY)
        warnings = warnings_about(has_names=found.has_names, has_addresses=found.has_addresses)
        return BatchSource(
            found.usable,
            found.chunks,
            import_id=found.id,
            revision=found.revision,
            warnings=warnings,
            imported_at=found.created_at,
        )

    def _follow_ups(self, principal: Principal, request: BatchRequest) -> list[BatchRow]:
        choice = request.follow_ups or FollowUpChoice()
        ids = list(dict.fromkeys(choice.ids or self._due(principal, request.format, choice)))
        if not ids:
            raise InvalidInputError.at("/follow_ups", *_NOTHING_DUE)
        return [BatchRow(row=row, follows=id_) for row, id_ in enumerate(ids, start=1)]

    def _due(self, principal: Principal, format_: Format, choice: FollowUpChoice) -> Iterator[str]:
        selection = FollowUpSelection(role=choice.role, format=format_, assignee=choice.assignee)
        return (one.message.id for one in self._list_follow_ups.first(principal, selection, choice.limit))


def rows_of(store: WorkspaceStore, batch: Batch, chunk: int) -> list[BatchRow]:
    """The people of one chunk of a stored batch, in order."""
    if batch.import_id is not None:
        return _imported(store, batch.import_id, batch.import_revision or "", chunk)
    found = store.batches.chunks(batch.id).find(str(chunk))
    return [] if found is None else found.rows


def row_of_nobody(row: int) -> BatchRow:
    """A row whose person was erased: it keeps its place, and its item is skipped."""
    return BatchRow(row=row, repeated=True)


def _imported(store: WorkspaceStore, import_id: str, revision: str, chunk: int) -> list[BatchRow]:
    """Rows without anybody in them are left out."""
    return [_of_import(row) for row in store.imports.rows_of(import_id, revision, chunk) if row.usable]


def _of_import(row: ImportedRow) -> BatchRow:
    if row.erased:
        return row_of_nobody(row.number)
    # What the row holds was checked when it came in: to check a profile again takes longer than to read it.
    return BatchRow.model_construct(
        row=row.number,
        prospect=row.prospect,
        wishes=ItemWishes(role=row.role, format=row.format, language=row.language, register=row.register),
        repeated=row.duplicate_of is not None,
    )


def _rows_of(request: BatchRequest) -> list[BatchRow]:
    if request.prospects is not None:
        return [BatchRow(row=row, prospect=person) for row, person in enumerate(request.prospects, start=1)]
    return [BatchRow(row=row, prospect_id=id_) for row, id_ in enumerate(request.prospect_ids or (), start=1)]


def _warnings_about(rows: list[BatchRow]) -> tuple[Sentence, ...]:
    """People who cannot be known again: `on_duplicate` finds no message of theirs, whatever they were sent."""
    people = [row.prospect for row in rows if row.prospect is not None]
    unknown = sum(not (person.linkedin_url or person.email) for person in people)
    if unknown < 2:
        return (_ONE_UNKNOWN,) if unknown else ()
    many = Sentence(
        f"{unknown} personas no tienen correo ni dirección de LinkedIn: nadie sabrá si ya se les escribió, y en otro "
        "lote se les escribirá otra vez.",
        f"{unknown} people have neither an e-mail nor a LinkedIn address: nobody will know that they were written to, "
        "and another batch will write to them again.",
    )
    return (many,)


def _chunks(rows: list[BatchRow]) -> Iterator[BatchChunk]:
    """The rows in documents that fit: at most 250 rows, and well under the size of a document."""
    chunk: list[BatchRow] = []
    size = 0
    for row in rows:
        row_size = len(row.model_dump_json().encode())
        if chunk and (len(chunk) == _CHUNK_ROWS or size + row_size > _CHUNK_BYTES):
            yield BatchChunk(rows=chunk)
            chunk, size = [], 0
        chunk.append(row)
        size += row_size
    yield BatchChunk(rows=chunk)
