"""Files that ask whoever reads them for terabytes or hours get neither: a refusal in words, and that is all."""

import io
import zipfile
import zlib

import pytest

from shared.adapters.child_processes import ChildProcesses
from shared.domain.errors import InvalidInputError
from shared.services import open_people
from shared.services.open_people import OpenPeople, Upload
from tests.unit.importing.workbooks import workbook

SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
STRINGS = b'%s<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'


def rezipped(**changed: bytes) -> bytes:
    """A sound workbook with some of its parts changed."""
    sound = zipfile.ZipFile(io.BytesIO(workbook({"A": [["Nombre"], ["Ana Ruiz"]]})))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sound.namelist():
            archive.writestr(name, changed.get(name.rpartition("/")[2].partition(".")[0], sound.read(name)))
    return file.getvalue()


def one_long_string() -> bytes:
    return rezipped(sharedStrings=STRINGS % (b"", b"A" * (240 * 2**20)))


def a_billion_laughs() -> bytes:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    return rezipped(sharedStrings=STRINGS % (b'<!DOCTYPE l [<!ENTITY a0 "ha">%s]>' % entities, b"&a11;"))


def two_cells_far_apart() -> bytes:
    cell = b'<row r="%d"><c r="%s"><v>1</v></c></row>'
    return rezipped(sheet1=SHEET % (cell % (1, b"A1") + cell % (1_048_576, b"XFD1048576")))


def pdf(content: bytes, resources: bytes = b"", form: bytes = b"") -> bytes:
    """A PDF of one page whose compressed content is this."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>"
    stream = b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(content), content)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    pages = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page % resources]
    file, places = b"%PDF-1.4\n", list[int]()
    for number, part in enumerate([*pages, stream, font, form or font], start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + table + b"trailer <</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(file)


def a_gigabyte_of_spaces() -> bytes:
    packer = zlib.compressobj(1)
    return pdf(b"".join(packer.compress(b" " * 10**7) for _ in range(100)) + packer.flush())


def a_form_that_draws_itself() -> bytes:
    head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>"
    return pdf(zlib.compress(b"/X Do"), b"/XObject<</X 6 0 R>>", head + b"\nstream\n/X Do\nendstream")


def millions_of_letters_one_by_one() -> bytes:
    return pdf(zlib.compress(b"BT /F 12 Tf " + b"(a) Tj 1 0 Td " * 3_000_000 + b"ET"))


@pytest.mark.parametrize(
    "made",
    [one_long_string, a_billion_laughs, two_cells_far_apart, a_gigabyte_of_spaces, a_form_that_draws_itself],
)
def test_a_file_that_asks_for_too_much_is_refused(made):
    reader = OpenPeople(ChildProcesses())
    with pytest.raises(InvalidInputError) as refused:
        list(reader(Upload(made()))[1].rows())
    assert refused.value.errors[0].pointer == "/file"


def test_the_same_pdf_with_something_to_read_is_read():
    sound = pdf(zlib.compress(b"BT /F 12 Tf (Ana Ruiz, CFO at Miravent) Tj ET"))
    (row,) = OpenPeople(ChildProcesses())(Upload(sound))[1].rows()
    assert row.prospect.full_name == "Ana Ruiz"


def test_a_pdf_that_takes_hours_is_given_up(monkeypatch):
    monkeypatch.setattr(open_people, "_SECONDS", dict.fromkeys(open_people._SECONDS, 3))
    with pytest.raises(InvalidInputError) as refused:
        OpenPeople(ChildProcesses())(Upload(millions_of_letters_one_by_one()))
    assert "tarda demasiado" in refused.value.sentence.es
