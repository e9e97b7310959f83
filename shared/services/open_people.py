"""From what somebody uploads or pastes to a table of people, whatever the kind."""

from typing import NamedTuple

from shared.domain.errors import UpstreamFailedError, UpstreamTimeoutError
from shared.domain.imports import MAX_FILE_BYTES, SourceKind
from shared.importing.apart.protocol import Apart, unpacked
from shared.importing.file_kinds import is_pdf, is_workbook
from shared.importing.people_text import open_people_text
from shared.importing.readers.delimited import read_comma_separated
from shared.importing.readers.json_values import is_json, read_json
from shared.importing.refusals import refused, too_large
from shared.importing.table import OpenTable, open_source, open_table
from shared.importing.table_source import TableSource
from shared.ports import Isolation

_MODULE = "shared.importing.apart"
_MEMORY = 512 * 2**20
_SECONDS = {Apart.WORKBOOK: 15, Apart.PDF: 10}


class Upload(NamedTuple):
    """A file with its name, or a text that somebody pasted."""

    data: bytes
    filename: str | None = None
    pasted: bool = False


class OpenPeople:
    """The reader of every kind of upload."""

    def __init__(self, isolation: Isolation) -> None:
        self._isolation = isolation

    def __call__(self, upload: Upload) -> tuple[SourceKind, OpenTable]:
        """The kind of source, and its table with the columns mapped and the rows not read yet.

        Raises InvalidInputError for what is empty, too large, or of no kind that is read here.
        """
        data = upload.data
        if len(data) > MAX_FILE_BYTES:
            raise too_large()
        if upload.pasted:
            return SourceKind.TEXT, open_people_text(data.decode())
        if is_workbook(data):
            return SourceKind.XLSX, open_source(self._workbook(data))
        if is_pdf(data):
            return SourceKind.PDF, open_source(self._pdf(data))
        kind = SourceKind.JSON if is_json(data, upload.filename or "") else SourceKind.CSV
        return kind, open_table(data, upload.filename)

    def _workbook(self, data: bytes) -> TableSource:
        content, warnings = unpacked(self._apart(Apart.WORKBOOK, data))
        source = read_comma_separated(content)
        return source._replace(warnings=(*warnings, *source.warnings))

    def _pdf(self, data: bytes) -> TableSource:
        content, warnings = unpacked(self._apart(Apart.PDF, data))
        source = read_json(content)
        return source._replace(warnings=(*warnings, *source.warnings))

    def _apart(self, reader: Apart, data: bytes) -> bytes:
        seconds = _SECONDS[reader]
        try:
            return self._isolation.run(_MODULE, [reader.value, str(_MEMORY), str(seconds)], data, seconds)
        except UpstreamTimeoutError:
            raise refused(
                "El archivo tarda demasiado en leerse. Divídelo, o guarda los datos como CSV.",
                "The file takes too long to read. Split it, or save the data as CSV.",
            ) from None
        except UpstreamFailedError:
            raise refused(
                "El archivo está dañado o pide más de lo que se puede leer. Guarda los datos como CSV y súbelo.",
                "The file is damaged or asks for more than can be read. Save the data as CSV and upload that.",
            ) from None
