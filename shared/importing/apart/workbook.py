"""Workbooks (XLSX, XLS, XLSB, ODS) to the CSV that a person would save of them; runs in a process of its own.

The sheet with people is the one whose headings are best known. Formulas are their last values, dates are ISO dates.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.imports import MAX_ROWS
from shared.importing.apart.protocol import Readable
from shared.importing.column_aliases import is_known_heading
from shared.importing.headings import plain_heading
from shared.importing.readers.delimited import HEADINGS_WITHIN, too_many_columns, too_many_rows
from shared.importing.refusals import empty_file, refused
from shared.importing.table_source import MOST_COLUMNS

_MOST_UNPACKED = 250 * 2**20
_MOST_TEXT = 80 * 2**20
_LONGEST_CELL = 32_767  # Excel's own limit
_OLE2 = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes) -> Readable:
    """The sheet with people as comma separated text; raises InvalidInputError for what is no workbook, is protected,
    or would unpack to more than anybody typed.
    """
    _refuse_bombs(data)
    sheets = _sheets(data)
    if not sheets:
        raise empty_file()
    best = max(sheets, key=_known_headings)
    text = _as_csv(best)
    if not text.strip():
        raise empty_file()
    return Readable(text.encode(), (_chosen(best.name, len(sheets)),) if len(sheets) > 1 else ())


def _refuse_bombs(data: bytes) -> None:
    if data.startswith(_OLE2):
        if _ENCRYPTED in data:
            raise _protected()
        return
    try:
        names = {entry.filename: entry.file_size for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _unreadable() from None
    if not any(name.startswith("xl/") or name == "content.xml" for name in names):
        raise refused(
            "Es un archivo comprimido. Descomprímelo y sube lo que hay dentro.",
            "This is a compressed file. Unpack it and upload what is inside.",
        )
    if sum(names.values()) > _MOST_UNPACKED:
        raise _too_large()


def _sheets(data: bytes) -> list[CalamineSheet]:
    """The sheets with something in them; hidden ones only if no other has anything."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        visible = {meta.name: meta.visible is SheetVisibleEnum.Visible for meta in book.sheets_metadata}
        filled = [sheet for name in book.sheet_names if (sheet := book.get_sheet_by_name(name)).height]
    except PasswordError:
        raise _protected() from None
    except CalamineError:
        raise _unreadable() from None
    return [sheet for sheet in filled if visible.get(sheet.name, True)] or filled


def _known_headings(sheet: CalamineSheet) -> tuple[int, int]:
    first = islice(sheet.iter_rows(), HEADINGS_WITHIN)
    known = (sum(is_known_heading(plain_heading(_text(cell))) for cell in row) for row in first)
    return max(known, default=0), sheet.height


def _as_csv(sheet: CalamineSheet) -> str:
    if sheet.total_width + 1 > MOST_COLUMNS:
        raise too_many_columns()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in _up_to_the_last_filled([_text(cell) for cell in row] for row in sheet.iter_rows()):
        writer.writerow(row)
        if text.tell() > _MOST_TEXT:
            raise _too_large()
    return text.getvalue()


def _up_to_the_last_filled(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows without the empty ones at the end, which a sheet may have by the million."""
    empty = 0
    for number, row in enumerate(rows):
        if not any(row):
            empty += 1
            continue
        if number > MAX_ROWS + HEADINGS_WITHIN:
            raise too_many_rows()
        yield from [[""]] * empty
        empty = 0
        yield row


def _text(cell: object) -> str:
    match cell:
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return str(cell)[:_LONGEST_CELL]


def _chosen(name: str, sheets: int) -> Sentence:
    return Sentence(
        f"El libro tiene {sheets} hojas con datos; se ha leído «{name}».",
        f"The workbook has {sheets} sheets with data; “{name}” was read.",
    )


def _too_large() -> InvalidInputError:
    return refused(
        "El libro es demasiado grande una vez abierto. Deja solo la hoja con personas, o guárdala como CSV.",
        "The workbook is too large once it is opened. Keep only the sheet with people, or save it as CSV.",
    )


def _protected() -> InvalidInputError:
    return refused(
        "El libro está protegido con contraseña. Quítala en Excel y súbelo otra vez.",
        "The workbook is protected by a password. Remove it in Excel and upload the file again.",
    )


def _unreadable() -> InvalidInputError:
    return refused(
        "El libro no se puede leer: está dañado o no es de Excel. Guarda la hoja como CSV y súbela.",
        "The workbook cannot be read: it is damaged or not Excel's. Save the sheet as CSV and upload that.",
    )
