"""Messages that were sent before this product, brought in from a file."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from shared.api.app import Api, UploadedFile
from shared.api.file_views import ColumnView, ErrorView
from shared.api.language import interface_language
from shared.bootstrap import Services
from shared.domain.errors import InvalidInputError
from shared.domain.history_import import ImportedHistory
from shared.domain.imports import MAX_FILE_BYTES
from shared.domain.language import Format, Language
from shared.domain.message import Message
from shared.domain.outcome import Sentiment
from shared.domain.principal import Permission, Principal
from shared.services.import_history import HistoryChoice
from shared.services.open_people import Upload

_FIELDS = (
    "sent_at body subject outcome reply replied_at sentiment accepted_at account format language full_name first_name"
    " last_name title headline company location email linkedin_url about"
).split()


_COUNTS = "rows imported updated known unusable new_people suppressed error_count".split()


class HistoryText(BaseModel):
    """A pasted table, its first line the headings."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=1_000_000)]


class HistoryQuery(BaseModel):
    """How the file is read. `format` and `language` are those of rows that say nothing of it. `columns` says which
    field a column fills where the guess is wrong: "Cuándo=sent_at,Notas=" (nothing behind the sign: none). `from_row`
    goes on where an earlier request stopped. With `dry_run` nothing is kept.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Format | None = None
    language: Language | None = None
    columns: Annotated[str, Field(max_length=5_000)] | None = None
    from_row: Annotated[int, Field(ge=0)] = 0
    dry_run: bool = False

    @property
    def choice(self) -> HistoryChoice:
        """The same as the service takes it. Raises InvalidInputError at /query/columns."""
        return HistoryChoice(self.format, self.language, _chosen(self.columns or ""), self.from_row, self.dry_run)


class PastMessageView(BaseModel):
    """A message as it was read, before it is kept."""

    full_name: str
    company: str | None
    format: Format
    language: Language
    subject: str | None
    body: str
    sent_at: datetime
    replied_at: datetime | None
    sentiment: Sentiment | None
    follows_another: bool

    @classmethod
    def of(cls, message: Message) -> Self:
        """What there is to check by eye."""
        return cls(
            full_name=message.prospect.full_name,
            company=message.prospect.company,
            format=message.format,
            language=message.language,
            subject=message.subject,
            body=message.body,
            sent_at=message.created_at,
            replied_at=message.milestones.first_reply_at,
            sentiment=message.milestones.first_reply,
            follows_another=message.thread.follows is not None,
        )


class HistoryImportView(BaseModel):
    """What a file came to. `imported` are messages that are new, `updated` had something to add, `known` had nothing;
    `unusable` are rows without a person or a date. `suppressed` people stay so, and whoever unsubscribed then is put on
    the list now. `next_row`: the file goes on there (`from_row`), null at its end.
    """

    dry_run: bool
    rows: int
    imported: int
    updated: int
    known: int
    unusable: int
    new_people: int
    suppressed: int
    mapping: list[ColumnView]
    preview: list[PastMessageView]
    errors: list[ErrorView]
    error_count: int
    next_row: int | None

    @classmethod
    def of(cls, result: ImportedHistory, interface: str, *, dry_run: bool) -> Self:
        """The result with its sentences in the language `interface`."""
        counts = {name: getattr(result, name) for name in _COUNTS}
        return cls(
            **counts,
            dry_run=dry_run,
            mapping=[ColumnView.of(column) for column in result.mapping],
            preview=[PastMessageView.of(message) for message in result.preview],
            errors=[ErrorView.of(error, interface) for error in result.errors],
            next_row=result.next_row,
        )


def add_history_imports(api: Api, services: Services) -> None:
    """Add the route that brings messages in."""

    @api.post(
        "/v1/history-imports",
        permission=Permission.IMPORT_PROSPECTS,
        answers={200: HistoryImportView},
        tag="imports",
        max_body_bytes=MAX_FILE_BYTES,
    )
    def import_history(
        principal: Principal, query: HistoryQuery, file: UploadedFile | None, body: HistoryText | None
    ) -> HistoryImportView:
        """Bring in messages that were sent before, with dates and outcomes.

        CSV, XLSX, JSON or JSON Lines, or LinkedIn's own messages.csv. At most 2,000 messages a request; the same file
        again adds only what it says anew.
        """
        upload = Upload(file.data, file.filename) if file is not None else Upload((body.text if body else "").encode())
        result = services.import_history(principal, upload, query.choice)
        return HistoryImportView.of(result, interface_language(), dry_run=query.dry_run)


def _chosen(text: str) -> dict[str, str | None]:
    """The field of each heading, as the query names them."""
    pairs = [part.rpartition("=") for part in text.split(",") if part.strip()]
    if any(not sign or (field.strip() and field.strip() not in _FIELDS) for _, sign, field in pairs):
        raise InvalidInputError.at(
            "/query/columns",
            "Usa la forma «Columna=campo», separadas por comas, con un campo que exista.",
            "Use the form “Column=field”, separated by commas, with a field that exists.",
        )
    return {heading.strip(): field.strip() or None for heading, _, field in pairs}
