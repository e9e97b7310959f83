"""What comes out of an imported file: rows with their people, the columns' mapping, errors and warnings."""

from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.language import Format, Language, Register
from shared.domain.prospect import Prospect


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
    of an earlier row about the same person.
    """

    number: int
    prospect: Prospect
    role: str | None = None
    format: Format | None = None
    language: Language | None = None
    register: Register | None = None
    errors: tuple[RowError, ...] = ()
    duplicate_of: int | None = None

    @property
    def usable(self) -> bool:
        """Whether the row identifies a person: by a LinkedIn address, an e-mail, or a name and a company."""
        person = self.prospect
        return bool(person.linkedin_url or person.email or (person.full_name and person.company))


class ImportedTable(NamedTuple):
    """A whole file. `errors` are those of all rows, in the order of the file."""

    rows: tuple[ImportedRow, ...]
    mapping: tuple[ColumnMapping, ...]
    errors: tuple[RowError, ...] = ()
    warnings: tuple[Sentence, ...] = ()

    @property
    def usable(self) -> int:
        """How many rows identify a person, duplicates within the file included."""
        return sum(row.usable for row in self.rows)

    @property
    def duplicates(self) -> int:
        """How many rows are about a person of an earlier row."""
        return sum(row.duplicate_of is not None for row in self.rows)
