"""An import: what became of a file of people, or of a pasted text, row by row."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel

from shared.domain.errors import Sentence
from shared.domain.language import Format, Language, Register
from shared.domain.prospect import Prospect

ROWS_PER_CHUNK = 250
"""A chunk of an import holds at most so many rows; fewer where they are large."""

LIFETIME = timedelta(days=30)
"""How long an import stays: it is a way to a batch, not a place where people are kept."""

MOST_ERRORS_SHOWN = 100
MOST_PREVIEWED = 20


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
    `not_icp` says that the workspace has declared this title or sector none of its customers.

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

    @property
    def usable(self) -> bool:
        """Whether the row identifies a person: by a LinkedIn address, an e-mail, or a name and a company."""
        person = self.prospect
        return bool(person.linkedin_url or person.email or (person.full_name and person.company))


class SourceKind(StrEnum):
    """What an import was made from."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    JSON = "json"
    TEXT = "text"


class Import(BaseModel, defer_build=True):
    """An import as a whole; its rows lie in chunks (`shared.repositories.imports`).

    `usable` counts the rows that identify a person, duplicates within the file included. `errors` are the first 100.
    `revision` names the rows that the present mapping gave, in chunks 0 to `chunks - 1`; those of an earlier mapping
    stay under their own revision until the import ends, so that whoever began to read them can go on. Void after
    `expires_at`.
    """

    id: str
    kind: SourceKind
    filename: str | None = None
    mapping: tuple[ColumnMapping, ...]
    rows: int
    usable: int
    errors: tuple[RowError, ...] = ()
    error_count: int = 0
    warnings: tuple[Sentence, ...] = ()
    duplicates_in_file: int = 0
    duplicates_known: int = 0
    not_icp: int = 0
    revision: str
    chunks: int
    source_chunks: int
    author: str
    created_at: datetime
    expires_at: datetime
