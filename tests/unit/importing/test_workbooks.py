"""Workbooks become the CSV that a person would save of them."""

import csv
import io
import zipfile
from datetime import datetime

import pytest

from shared.domain.errors import InvalidInputError
from shared.importing.apart.protocol import packed, packed_refusal, unpacked
from shared.importing.apart.workbook import read_workbook
from tests.unit.importing.workbooks import workbook

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PEOPLE = [["Nombre", "Empresa"], ["Ana Ruiz", "Miravent"]]


def table(data):
    return list(csv.reader(io.StringIO(read_workbook(data).content.decode())))


def zipped(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def test_cells_are_what_the_sheet_shows():
    row = [600_123.0, 1.5, True, datetime(2024, 3, 12), datetime(2024, 3, 12, 9, 30), "=1+1", "'=cmd"]  # noqa: DTZ001
    assert table(workbook({"A": [["n"] * 7, row]}))[1] == [
        "600123",
        "1.5",
        "true",
        "2024-03-12",
        "2024-03-12 09:30",
        "0",  # the last value of a formula, which XlsxWriter leaves to Excel
        "'=cmd",
    ]


def test_rows_keep_their_numbers_and_empty_ones_at_the_end_are_none():
    rows = table(workbook({"A": [[], ["Nombre"], [], ["Ana Ruiz"], [""], []]}))
    assert [row for row in rows if any(row)] == [["Nombre"], ["Ana Ruiz"]]
    assert rows[1] == ["Nombre"]
    assert rows[3] == ["Ana Ruiz"]
    assert len(rows) == 4


def test_the_sheet_with_people_is_read_and_named():
    read = read_workbook(workbook({"Léeme": [["Instrucciones"]] * 30, "Personas": PEOPLE, "Vacía": []}))
    assert b"Ana Ruiz" in read.content
    assert "«Personas»" in read.warnings[0].es
    assert "2 hojas" in read.warnings[0].es


def test_one_sheet_needs_no_word_and_a_hidden_one_is_not_read():
    assert read_workbook(workbook({"Personas": PEOPLE})).warnings == ()
    read = read_workbook(workbook({"Notas": [["nada"]], "Personas": PEOPLE}, hidden=["Personas"]))
    assert b"Ana" not in read.content
    assert read.warnings == ()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: workbook({"A": []}), "vacío"),
        (lambda: b"PK\x03\x04 this is no zip", "no se puede leer"),
        (lambda: zipped(xl__workbook_xml="<workbook"), "no se puede leer"),
        (lambda: zipped(people_csv="Nombre"), "comprimido"),
        (lambda: zipped(word__document_xml="<document/>"), "comprimido"),
        (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "contraseña"),
        (lambda: OLD, "no se puede leer"),
        (lambda: zipped(xl__workbook_xml="<w/>", xl__sharedStrings_xml=bytes(251 * 2**20)), "demasiado grande"),
        (lambda: workbook({"A": [["Nombre"] + ["x"] * 501]}), "500 columnas"),
        (lambda: workbook({"A": [["Nombre"]] + [[]] * 60_000 + [["Ana Ruiz"]]}), "50.000 filas"),
    ],
    ids="empty junk cut zip docx protected old bomb wide long".split(),
)
def test_a_workbook_that_cannot_be_used_is_refused_in_words(made, words):
    with pytest.raises(InvalidInputError) as refused:
        read_workbook(made())
    assert words in refused.value.sentence.es


def test_what_was_read_and_what_was_refused_survive_the_way_between_processes():
    read = read_workbook(workbook({"Léeme": [["x"]], "Personas": PEOPLE}))
    assert unpacked(packed(read)) == read
    with pytest.raises(InvalidInputError) as refused:
        unpacked(packed_refusal(read.warnings[0]))
    assert refused.value.sentence == read.warnings[0]
