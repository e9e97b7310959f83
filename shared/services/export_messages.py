"""Take messages out as a file: asked for first, then fetched once, within minutes, by whoever asked."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from io import StringIO

from shared.domain.errors import InvalidInputError, NotFoundError, Sentence, WriteConflictError
from shared.domain.export import COLUMNS, Export, ExportFormat, ExportLayout, record_of
from shared.domain.language import Format, Language
from shared.domain.message import Message, MessageStatus
from shared.domain.principal import Principal
from shared.domain.prospect import Prospect
from shared.domain.spreadsheet_cell import as_cell
from shared.ports import Clock
from shared.repositories.store import Store, WorkspaceStore
from shared.services.approve_messages import suppressed_people
from shared.services.list_messages import ListMessages, MessageSelection
from shared.services.record_audit import RecordAudit

LIFETIME = timedelta(minutes=5)
_PAGE = 200
_BOM = "\ufeff"  # without it Excel takes UTF-8 for Windows letters
_GONE = Sentence(
    "Este fichero ya no se puede descargar: pídelo otra vez.", "This file can no longer be fetched: ask for it again."
)

_APPROVED_ALONE = (
    "El fichero de una herramienta de envío solo lleva mensajes aprobados: quita el filtro de estado.",
    "The file of a tool that sends holds approved messages alone: leave the status out.",
)


class ExportMessages:
    """POST /v1/exports and the address that it answers."""

    def __init__(self, store: Store, list_messages: ListMessages, record_audit: RecordAudit, clock: Clock) -> None:
        self._store = store
        self._list_messages = list_messages
        self._record_audit = record_audit
        self._clock = clock

    def ask(
        self,
        principal: Principal,
        selection: MessageSelection,
        format_: ExportFormat,
        layout: ExportLayout,
        export_id: str,
    ) -> Export:
        """The file to fetch. A repetition with the same id answers the same one.

        Raises InvalidInputError at /filter/status where others than approved messages are asked for in the columns of a
        tool that sends.
        """
        if layout.sends is not None:
            selection = _to_send(selection)
        exports = self._store.of(principal.workspace_id).exports
        now = self._clock.now()
        export = Export(
            id=export_id,
            format=format_,
            layout=layout,
            selection=_kept(selection),
            by=principal.id,
            created_at=now,
            expires_at=now + LIFETIME,
        )
        try:
            self._store.documents.write([exports.creation(export_id, export)])
        except WriteConflictError:
            return self.one(principal, export_id)
        return export

    def one(self, principal: Principal, export_id: str) -> Export:
        """The file that was asked for. Raises NotFoundError."""
        found = self._store.of(principal.workspace_id).exports.find(export_id)
        if found is None:
            raise NotFoundError(_GONE)
        return found

    def fetch(self, principal: Principal, export_id: str, format_: ExportFormat) -> Iterator[bytes]:
        """The file, a page of messages at a time. Raises NotFoundError for one that was fetched, is over, is somebody
        else's or has another format. The audit log keeps that it was fetched.
        """
        exports = self._store.of(principal.workspace_id).exports
        found = exports.find_versioned(export_id)
        now = self._clock.now()
        if found is None or not _may_fetch(found[0], principal, format_) or found[0].expires_at <= now:
            raise NotFoundError(_GONE)
        fetched = found[0].model_copy(update={"fetched_at": now})
        try:
            self._store.documents.write([exports.change(export_id, fetched, found[1])])
        except WriteConflictError as error:
            raise NotFoundError(_GONE) from error
        self._record_audit.export(principal)
        pages = self._pages(principal, _selection(fetched.selection), fetched.layout.sends)
        return _as_lines(pages) if format_ is ExportFormat.JSONL else _as_csv(pages, fetched.layout)

    def _pages(
        self, principal: Principal, selection: MessageSelection, sent_formats: frozenset[Format] | None
    ) -> Iterator[list[tuple[Message, Prospect]]]:
        store = self._store.of(principal.workspace_id)
        position = None
        while True:
            found = self._list_messages(principal, selection, position, _PAGE)
            messages = found.items if sent_formats is None else _sendable(store, found.items, sent_formats)
            people = store.prospects.find_many([message.prospect.id for message in messages])
            yield [
                (message, Prospect() if person is None else person.prospect)
                for message, person in zip(messages, people, strict=True)
            ]
            position = found.next_position
            if position is None:
                return


def _to_send(selection: MessageSelection) -> MessageSelection:
    """The selection, of approved messages alone."""
    if selection.status not in (None, MessageStatus.APPROVED):
        raise InvalidInputError.at("/filter/status", *_APPROVED_ALONE)
    return selection._replace(status=MessageStatus.APPROVED)


def _sendable(store: WorkspaceStore, messages: Sequence[Message], formats: frozenset[Format]) -> list[Message]:
    """Those that a tool may send: of its formats, to people whom nothing forbids to write to."""
    held = suppressed_people(store, messages)
    return [message for message in messages if message.format in formats and message.prospect.id not in held]


def _may_fetch(export: Export, principal: Principal, format_: ExportFormat) -> bool:
    return export.by == principal.id and export.fetched_at is None and export.format is format_


def _kept(selection: MessageSelection) -> dict[str, str]:
    return {name: str(value) for name, value in selection._asdict().items() if value is not None}


def _selection(kept: Mapping[str, str]) -> MessageSelection:
    first, last = kept.get("first_day"), kept.get("last_day")
    return MessageSelection(**kept)._replace(  # type: ignore[arg-type]
        format=Format(kept["format"]) if "format" in kept else None,
        status=MessageStatus(kept["status"]) if "status" in kept else None,
        language=Language(kept["language"]) if "language" in kept else None,
        first_day=None if first is None else date.fromisoformat(first),
        last_day=None if last is None else date.fromisoformat(last),
    )


def _as_csv(pages: Iterator[list[tuple[Message, Prospect]]], layout: ExportLayout) -> Iterator[bytes]:
    columns = COLUMNS[layout]
    yield _rows([list(columns)], _BOM)
    for page in pages:
        yield _rows([[_cell(column(*pair)) for column in columns.values()] for pair in page])


def _cell(value: object) -> str:
    return "" if value is None else as_cell(str(value))


def _rows(records: Sequence[Sequence[str]], start: str = "") -> bytes:
    text = StringIO()
    csv.writer(text).writerows(records)
    return (start + text.getvalue()).encode()


def _as_lines(pages: Iterator[list[tuple[Message, Prospect]]]) -> Iterator[bytes]:
    for page in pages:
        lines = (json.dumps(record_of(*pair), ensure_ascii=False) + "\n" for pair in page)
        yield "".join(lines).encode()
