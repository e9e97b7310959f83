"""All errors of an import, as a file to mend the original by."""

import csv
from collections.abc import Iterator
from io import StringIO

from shared.domain.errors import Sentence
from shared.domain.imports import Import, ImportedRow
from shared.domain.principal import Principal
from shared.domain.spreadsheet_cell import as_cell
from shared.repositories.store import Store

_BOM = "\ufeff"  # without it Excel takes UTF-8 for Windows letters
_HEADINGS = (Sentence("fila", "row"), Sentence("columna", "column"), Sentence("problema", "problem"))


class ExportImportErrors:
    """GET /v1/imports/{id}/errors.csv."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, principal: Principal, import_: Import, interface: str) -> Iterator[bytes]:
        """The CSV, a chunk of rows at a time, with sentences in the language `interface`."""
        yield _lines([[heading.in_language(interface) for heading in _HEADINGS]], _BOM)
        imports = self._store.of(principal.workspace_id).imports
        for number in range(import_.chunks):
            rows = imports.rows_of(import_.id, import_.revision, number)
            if errors := [line for row in rows for line in _errors(row, interface)]:
                yield _lines(errors)


def _errors(row: ImportedRow, interface: str) -> Iterator[list[str]]:
    for error in row.errors:
        yield [str(error.row), as_cell(error.column), error.detail.in_language(interface)]


def _lines(records: list[list[str]], start: str = "") -> bytes:
    text = StringIO()
    csv.writer(text).writerows(records)
    return (start + text.getvalue()).encode()
