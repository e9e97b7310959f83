"""Read a file of prospects, without storing anything."""

from shared.domain.principal import Principal
from shared.importing.imported_table import ImportedTable
from shared.importing.table import read_table


class ReadImport:
    """What becomes of a CSV, JSON or JSONL file."""

    def __call__(self, _principal: Principal, data: bytes, filename: str | None) -> ImportedTable:
        """The rows as prospects, with the mapping of columns, errors and warnings. Raises InvalidInputError for a
        file that cannot be read or has no person in it.
        """
        return read_table(data, filename)
