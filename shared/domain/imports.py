"""An import: what became of a file of people, or of a pasted text, row by row."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, PlainSerializer

from shared.domain.errors import Sentence
from shared.domain.language import Format, Language, Register
from shared.domain.prospect import Prospect

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000

ROWS_PER_CHUNK = 250
"""A chunk of an import holds at most so many rows; fewer where they are large."""

LIFETIME = timedelta(days=30)
"""How long an import stays: it is a way to a batch, not a place where people are kept."""

MOST_ERRORS_SHOWN = 100
MOST_PREVIEWED = 20

_NO_ADDRESS = Sentence(
    "Ninguna fila tiene correo ni dirección de LinkedIn: no se puede saber si dos filas son la misma persona.",
    "No row has an e-mail or a LinkedIn address: nobody can tell whether two rows are the same person.",
)
_NO_NAME = Sentence(
    "Ninguna columna tiene el nombre de la persona, y sin él no se escribe ningún mensaje.",
    "No column has the person's name, and no message is written without it.",
)


class ColumnMapping(NamedTuple):
    """A column of the file and the field that it fills.

    `column` is the file's own heading; `field` is None for a column that is kept under `custom`. `confidence` is 1 for
    a known heading, less where a part of the heading or the cells decided, and 0 without a field.
    """

    column: str
    field: str | None
    confidence: float


class RowError(NamedTuple):
    """A cell that could not be read and became null. `row` is the one that a spreadsheet shows."""

    row: int
    column: str
    detail: Sentence


class ImportedRow(NamedTuple):
    """One row of a file and the person in it.

    `number` is the row that a spreadsheet shows (a JSON file counts its entries from 1). `role`, `format`, `language`
    and `register` are what the row asks for its own message; None leaves it to the batch. `duplicate_of` is the number
    of an earlier row about the same person, `known_as` the id of the prospect that the workspace had already.
    `not_icp` says that the workspace has declared this title or sector none of its customers, `suppressed` that the
    person must not be written to. `erased`: nothing of the person is left; the row keeps its place, and
    counts, so that a batch that is half-way through the rows does not lose its own.

    Stored as an array: a new field goes to the end.
    """

    number: int
    prospect: Prospect
    role: str | None = None
    format: Format | None = None
    language: Language | None = None
    register: Register | None = None
    errors: tuple[RowError, ...] = ()
    duplicate_of: int | None = None
    known_as: str | None = None
    not_icp: bool = False
    suppressed: bool = False
    erased: bool = False

    @property
    def has_person(self) -> bool:
        """Whether there is anybody in the row: a name or an address."""
        return bool(self.prospect.full_name) or self.has_address

    @property
    def has_address(self) -> bool:
        """Whether there is an address by which the person is known again."""
        return bool(self.prospect.email or self.prospect.linkedin_url)

    @property
    def usable(self) -> bool:
        """Whether the row identifies a person: by a LinkedIn address, an e-mail, or a name and a company."""
        person = self.prospect
        return self.erased or self.has_address or bool(person.full_name and person.company)

    def without_person(self) -> "ImportedRow":
        """The row with nothing left of the person."""
        return ImportedRow(self.number, Prospect(), erased=True)


class SourceRow(NamedTuple):
    """A row as the file has it, its cells in the order of the headings; it may be shorter than they are.

    A cell is text, or any JSON value where the file was JSON. `error` says why the row could not be read at all.
    """

    number: int
    cells: Sequence[object]
    error: Sentence | None = None


class SourceKind(StrEnum):
    """What an import was made from."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    JSON = "json"
    TEXT = "text"


def _as_objects(values: Sequence[Any]) -> list[dict[str, Any]]:
    """A document takes no array in an array."""
    return [value._asdict() for value in values]


AS_OBJECTS = PlainSerializer(_as_objects)
"""For a tuple of named tuples that is stored: Firestore takes no array directly in an array."""


class ImportRows(BaseModel, defer_build=True):
    """The rows of an import by one mapping, counted; they lie in chunks 0 to `chunks - 1` under `revision`.

    `usable` counts the rows that identify a person, duplicates within the file included. `errors` are the first 100.
    """

    revision: str
    chunks: int
    rows: int
    usable: int
    errors: Annotated[tuple[RowError, ...], AS_OBJECTS]
    error_count: int
    duplicates_in_file: int
    duplicates_known: int
    not_icp: int
    suppressed: int
    has_names: bool
    has_addresses: bool


class Import(ImportRows, defer_build=True):
    """An import as a whole; its rows lie in chunks (`shared.repositories.imports`).

    Rows of an earlier mapping stay under their own revision until the import ends, so that whoever began to read them
    can go on. The file's own rows lie under `source_revision`. Void after `expires_at`.
    """

    id: str
    kind: SourceKind
    filename: str | None
    mapping: Annotated[tuple[ColumnMapping, ...], AS_OBJECTS]
    source_revision: str
    source_chunks: int
    source_warnings: Annotated[tuple[Sentence, ...], AS_OBJECTS]
    author: str
    created_at: datetime
    expires_at: datetime

    @property
    def warnings(self) -> tuple[Sentence, ...]:
        """What the person who chose the file should know."""
        return (*self.source_warnings, *warnings_about(has_names=self.has_names, has_addresses=self.has_addresses))


def warnings_about(*, has_names: bool, has_addresses: bool) -> tuple[Sentence, ...]:
    """What is missing in all rows and will be missed."""
    missing = {_NO_NAME: not has_names, _NO_ADDRESS: not has_addresses}
    return tuple(sentence for sentence, holds in missing.items() if holds)
