"""Files of people to prospects: CSV of any kind, JSON and JSON Lines.

A kind of file is one small reader in `readers/`, added to `_READERS`. All come to rows of cells; the columns are
mapped once, and each row is read for itself, so that a file is never whole in memory unless the caller wants it so.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.imports import ColumnMapping, ImportedRow
from shared.domain.prospect import Prospect
from shared.domain.text import without_accents
from shared.importing.column_mapping import map_columns
from shared.importing.file_kinds import refuse_what_is_no_text
from shared.importing.imported_table import ImportedTable
from shared.importing.readers.delimited import DELIMITED
from shared.importing.readers.json_values import JSON_VALUES
from shared.importing.refusals import empty_file, nobody_in_it, refused
from shared.importing.row_reading import RowReader
from shared.importing.table_source import MOST_BYTES, TableReader, TableSource

_READERS: Sequence[TableReader] = (JSON_VALUES, DELIMITED)
_ROWS_TO_MAP_BY = 200

_NO_ADDRESS = Sentence(
    "Ninguna fila tiene correo ni dirección de LinkedIn: no se puede saber si dos filas son la misma persona.",
    "No row has an e-mail or a LinkedIn address: nobody can tell whether two rows are the same person.",
)
_NO_NAME = Sentence(
    "Ninguna columna tiene el nombre de la persona, y sin él no se escribe ningún mensaje.",
    "No column has the person's name, and no message is written without it.",
)


class OpenTable(NamedTuple):
    """A file whose columns are mapped and whose rows have not been read yet."""

    source: TableSource
    mapping: tuple[ColumnMapping, ...]

    def rows(self) -> Iterator[ImportedRow]:
        """The rows with a person in them, one by one; another call reads the file again."""
        read, seen = RowReader(self.mapping), _Seen()
        for row in self.source.rows():
            imported = read(row)
            if _has_person(imported.prospect) or imported.errors:
                yield seen.marked(imported)

    def mapped_as(self, fields: Sequence[str | None]) -> "OpenTable":
        """The same file with other fields for its columns, in their order, as a person has chosen them."""
        chosen = zip(self.mapping, fields, strict=True)
        return self._replace(mapping=tuple(ColumnMapping(column.column, field, 1.0) for column, field in chosen))


def open_table(data: bytes, filename: str | None = None) -> OpenTable:
    """The file with its columns mapped; raises InvalidInputError for what is empty, too large or no table."""
    if len(data) > MOST_BYTES:
        raise refused("El archivo pasa de 20 MB. Divídelo en varios.", "The file is larger than 20 MB. Split it.")
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise empty_file()
    refuse_what_is_no_text(data)
    reader = next(reader for reader in _READERS if reader.recognizes(data, filename or ""))
    return open_source(reader.read(data))


def open_source(source: TableSource) -> OpenTable:
    """Rows of cells from wherever, with their columns mapped."""
    first_rows = [row.cells for row in islice(source.rows(), _ROWS_TO_MAP_BY)]
    return OpenTable(source, map_columns(source.headings, first_rows))


def read_table(data: bytes, filename: str | None = None) -> ImportedTable:
    """The people of a file, at most 50,000 rows or 20 MB. Its name only helps to tell what kind of file it is.

    A bad cell is null and an error; its row stays. Raises InvalidInputError for a file that cannot be read or has
    nobody in it, with a reason for the person who chose it.
    """
    table = open_table(data, filename)
    rows = tuple(table.rows())
    if not any(_has_person(row.prospect) for row in rows):
        raise nobody_in_it()
    errors = (*table.source.errors, *(error for row in rows for error in row.errors))
    return ImportedTable(
        rows=rows,
        mapping=table.mapping,
        errors=tuple(sorted(errors, key=lambda error: error.row)),
        warnings=(*table.source.warnings, *_warnings(rows)),
    )


def _has_person(prospect: Prospect) -> bool:
    return bool(prospect.full_name or prospect.email or prospect.linkedin_url)


def _warnings(rows: Sequence[ImportedRow]) -> Iterator[Sentence]:
    if not any(row.prospect.full_name for row in rows):
        yield _NO_NAME
    if not any(row.prospect.email or row.prospect.linkedin_url for row in rows):
        yield _NO_ADDRESS


class _Seen:
    """The people of the rows so far, by their addresses; without any, by name and company."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}

    def marked(self, row: ImportedRow) -> ImportedRow:
        """The row, with the number of the first row about the same person if there is one."""
        keys = _keys(row.prospect)
        first = next((self._rows[key] for key in keys if key in self._rows), None)
        for key in keys:
            self._rows.setdefault(key, first or row.number)
        return row if first is None else row._replace(duplicate_of=first)


def _keys(prospect: Prospect) -> list[str]:
    addresses = [key for key in (prospect.linkedin_url, prospect.email) if key]
    if addresses or not (prospect.full_name and prospect.company):
        return addresses
    return [without_accents(f"{prospect.full_name}\n{prospect.company}")]
