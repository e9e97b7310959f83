"""A whole file as it comes out of reading: its rows, the columns' mapping, errors and warnings."""

from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.imports import ColumnMapping, ImportedRow, RowError


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
