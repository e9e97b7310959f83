"""Files of people to prospects: CSV of any kind, JSON and JSON Lines.

A kind of file is one small reader in `readers/`, added to `_READERS`. All come to rows of cells; the columns are
mapped once, and each row is read for itself, so that a file is never whole in memory unless the caller wants it so.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from shared.domain.imports import MAX_FILE_BYTES, ColumnMapping, ImportedRow, SourceRow, warnings_about
from shared.domain.prospect import Prospect
from shared.domain.text import without_accents
from shared.importing.column_mapping import map_columns
from shared.importing.file_kinds import refuse_what_is_no_text
from shared.importing.imported_table import ImportedTable
from shared.importing.readers.delimited import DELIMITED
from shared.importing.readers.json_values import JSON_VALUES
from shared.importing.refusals import empty_file, nobody_in_it, too_large
from shared.importing.row_reading import RowReader
from shared.importing.table_source import TableReader, TableSource

_READERS: Sequence[TableReader] = (JSON_VALUES, DELIMITED)
_ROWS_TO_MAP_BY = 200


class OpenTable(NamedTuple):
    """A file whose columns are mapped and whose rows have not been read yet."""

    source: TableSource
    mapping: tuple[ColumnMapping, ...]

    def rows(self) -> Iterator[ImportedRow]:
        """The rows with a person in them, one by one; another call reads the file again."""
        read, seen = RowReader(self.mapping), _Seen()
        for row in self.source.rows():
            imported = read(row)
            if imported.has_person or imported.errors:
                yield seen.marked(imported)

    def reading_through(self, change: Callable[[Iterator[SourceRow]], Iterator[SourceRow]]) -> "OpenTable":
        """The same file whose rows pass through `change` each time they are read."""
        return self._replace(source=self.source._replace(rows=lambda: change(self.source.rows())))


def open_table(data: bytes, filename: str | None = None) -> OpenTable:
    """The file with its columns mapped; raises InvalidInputError for what is empty, too large or no table."""
    if len(data) > MAX_FILE_BYTES:
        raise too_large()
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
    return read_whole(open_table(data, filename))


def read_whole(table: OpenTable) -> ImportedTable:
    """All rows of the table at once; raises InvalidInputError if nobody is in it."""
    rows = tuple(from_the_first_person(table.rows()))
    has_names = any(row.prospect.full_name for row in rows)
    about = warnings_about(has_names=has_names, has_addresses=any(row.has_address for row in rows))
    return ImportedTable(
        rows=rows,
        mapping=table.mapping,
        errors=tuple(error for row in rows for error in row.errors),
        warnings=(*table.source.warnings, *about),
    )


def from_the_first_person(rows: Iterator[ImportedRow]) -> Iterator[ImportedRow]:
    """All rows, once it is sure that there is somebody in one; raises InvalidInputError if there is nobody."""
    seen: list[ImportedRow] = []
    for row in rows:
        seen.append(row)
        if row.has_person:
            return chain(seen, rows)
    raise nobody_in_it()


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
