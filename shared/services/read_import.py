"""Read a file of prospects, without storing anything."""

from shared.domain.principal import Principal
from shared.importing.imported_table import ImportedTable
from shared.importing.table import read_whole
from shared.services.open_people import OpenPeople, Upload


class ReadImport:
    """What becomes of a file, whatever its kind."""

    def __init__(self, open_people: OpenPeople) -> None:
        self._open = open_people

    def __call__(self, _principal: Principal, data: bytes, filename: str | None) -> ImportedTable:
        """The rows as prospects, with the mapping of columns, errors and warnings. Raises InvalidInputError for a
        file that cannot be read or has no person in it.
        """
        return read_whole(self._open(Upload(data, filename))[1])
