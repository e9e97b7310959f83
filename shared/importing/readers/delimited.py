"""Comma, semicolon, tab and bar separated text.

The separator is the one that gives the most known headings and the most regular rows. The headings are looked for in
the first rows, because LinkedIn's export begins with notes. Rows are numbered as a spreadsheet numbers them: a cell
with line breaks is one row, an empty line is one too, and the "sep=;" of Excel is none.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.imports import MAX_ROWS, SourceRow
from shared.importing.column_aliases import is_known_heading
from shared.importing.decoding import TextFile, decode
from shared.importing.headings import heading_row, plain_heading, unique_headings
from shared.importing.refusals import empty_file, refused
from shared.importing.table_source import MOST_COLUMNS, TableReader, TableSource

_SEPARATORS = ",;\t|"
_SAMPLE_LINES = 60
_SAMPLE_LENGTH = 5_000
HEADINGS_WITHIN = 25
"""The headings stand in one of so many first rows."""


_LOOSE_QUOTES = Sentence(
    "Hay comillas mal puestas en el archivo; revisa las filas con comillas.",
    "Some quotation marks in the file are misplaced; check the rows that have any.",
)
_NO_HEADINGS = Sentence(
    "El archivo no tiene títulos de columna; se han reconocido por su contenido.",
    "The file has no column headings; the columns were recognised by what is in them.",
)


class _Layout(NamedTuple):
    """How the file is to be read: `skipped` lines in front of the first row, and whether quotes keep the rules."""

    file: TextFile
    separator: str
    skipped: int
    strict: bool

    def records(self) -> Iterator[list[str]]:
        lines = islice(self.file.lines(), self.skipped, None)
        return csv.reader(lines, delimiter=self.separator, strict=self.strict)


class _Extent(NamedTuple):
    rows: int
    width: int


def read_delimited(data: bytes) -> TableSource:
    """The rows of a separated text; raises InvalidInputError for one that is empty, too long or badly quoted."""
    return _read(_layout(decode(data)))


def read_comma_separated(data: bytes) -> TableSource:
    """The same for UTF-8 text that one of our own readers has written, with commas for sure."""
    return _read(_Layout(TextFile(data, "utf-8"), ",", skipped=0, strict=True))


def _read(layout: _Layout) -> TableSource:
    layout, extent = _measured(layout)
    first = list(islice(layout.records(), HEADINGS_WITHIN))
    place = heading_row(first)
    if extent.rows > MAX_ROWS + (place or 0) + 1:
        raise too_many_rows()
    titles = first[place] if place is not None else []
    headings = unique_headings([*titles, *[""] * (extent.width - len(titles))])
    warnings = layout.file.warnings + (() if layout.strict else (_LOOSE_QUOTES,))
    return TableSource(
        headings=headings,
        rows=lambda: _rows(layout, place, titles),
        warnings=warnings if place is not None else (*warnings, _NO_HEADINGS),
    )


DELIMITED = TableReader(recognizes=lambda _data, _filename: True, read=read_delimited)
"""Whatever is text can be a table, so this reader stands last."""


def too_many_rows() -> InvalidInputError:
    """More rows than an import may have."""
    return refused(
        "El archivo tiene más de 50.000 filas. Divídelo en varios.",
        "The file has more than 50,000 rows. Split it.",
    )


def too_many_columns() -> InvalidInputError:
    """More columns than anybody can map."""
    return refused(
        "El archivo tiene más de 500 columnas. Quita las que no hagan falta.",
        "The file has more than 500 columns. Remove those that are not needed.",
    )


def _rows(layout: _Layout, place: int | None, titles: list[str]) -> Iterator[SourceRow]:
    """The rows behind the headings, without empty ones and without headings that are repeated."""
    skipped = 0 if place is None else place + 1
    for number, record in enumerate(islice(layout.records(), skipped, None), start=skipped + 1):
        if record and record != titles and any(cell and not cell.isspace() for cell in record):
            yield SourceRow(number, record)


def _layout(file: TextFile) -> _Layout:
    sample = list(islice(file.lines(), _SAMPLE_LINES))
    if not any(line.strip("\ufeff \t\r\n") for line in sample) and len(sample) < _SAMPLE_LINES:
        raise empty_file()
    announced = sample[0].strip("\ufeff \r\n").lower()
    if announced[:4] == "sep=" and announced[4:] in (*_SEPARATORS, ""):
        return _Layout(file, announced[4:] or "\t", skipped=1, strict=True)
    return _Layout(file, max(_SEPARATORS, key=lambda separator: _fit(sample, separator)), skipped=0, strict=True)


def _fit(sample: list[str], separator: str) -> tuple[int, float]:
    """How well the separator fits: known headings of the best row, then how regular rows of several cells are."""
    try:
        cut = (line[:_SAMPLE_LENGTH] for line in sample)
        records = [record for record in csv.reader(cut, delimiter=separator) if record]
    except csv.Error:
        return 0, 0.0
    known = max((sum(is_known_heading(plain_heading(cell)) for cell in record) for record in records), default=0)
    widths = Counter(len(record) for record in records if len(record) > 1)
    width, rows = widths.most_common(1)[0] if widths else (0, 0)
    return known, rows / max(len(records), 1) * min(width, 10)


def _measured(layout: _Layout) -> tuple[_Layout, _Extent]:
    """The layout that reads the whole file, and how large that is."""
    try:
        return layout, _extent(layout)
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise _unclosed_quote() from None
    loose = layout._replace(strict=False)
    try:
        return loose, _extent(loose)
    except csv.Error:
        raise _unclosed_quote() from None


def _extent(layout: _Layout) -> _Extent:
    rows = width = 0
    for record in layout.records():
        rows, width = rows + 1, max(width, len(record))
        if rows > MAX_ROWS + HEADINGS_WITHIN:
            raise too_many_rows()
        if width > MOST_COLUMNS:
            raise too_many_columns()
    return _Extent(rows, width)


def _unclosed_quote() -> InvalidInputError:
    return refused(
        "Hay unas comillas que se abren y no se cierran, así que no se sabe dónde acaba la fila. Corrígelas y súbelo"
        " otra vez.",
        "A quotation mark is opened and never closed, so nobody can tell where the row ends. Correct it and upload the"
        " file again.",
    )
