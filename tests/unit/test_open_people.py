"""What is uploaded finds its reader, and a reader's misfortune is told in words about the file."""

import pytest

from shared.domain.errors import InvalidInputError, OutreachError, Sentence, UpstreamFailedError, UpstreamTimeoutError
from shared.domain.imports import MAX_FILE_BYTES, SourceKind
from shared.importing.apart.protocol import Readable, packed, packed_refusal
from shared.services.open_people import OpenPeople, Upload

SAID = Sentence("Dicho.", "Said.")


class Apart:
    """Answers what the test says, and keeps what it was asked."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def run(self, module, arguments, data, seconds):
        self.asked.append((arguments[0], seconds))
        if isinstance(self.answer, OutreachError):
            raise self.answer
        return self.answer


def opened(data, answer=b"", **upload):
    return OpenPeople(Apart(answer))(Upload(data, **upload))


@pytest.mark.parametrize(
    ("data", "filename", "kind"),
    [
        (b"Nombre\nAna Ruiz\n", None, SourceKind.CSV),
        (b"Nombre\nAna Ruiz\n", "gente.xlsx", SourceKind.CSV),
        (b'[{"name": "Ana Ruiz"}]', "gente.csv", SourceKind.JSON),
        (b'{"name": "Ana Ruiz"}', "gente.jsonl", SourceKind.JSON),
    ],
)
def test_what_a_file_is_decides_and_not_its_name(data, filename, kind):
    assert opened(data, filename=filename)[0] is kind


def test_a_workbook_is_read_apart_within_fifteen_seconds_and_a_pdf_within_ten():
    apart = Apart(packed(Readable(b"Nombre\nAna Ruiz\n", (SAID,))))
    kind, table = OpenPeople(apart)(Upload(b"PK\x03\x04"))
    assert (kind, table.source.warnings) == (SourceKind.XLSX, (SAID,))
    apart.answer = packed(Readable(b'[{"full_name": "Ana Ruiz"}]'))
    assert OpenPeople(apart)(Upload(b"\n%PDF-1.4"))[0] is SourceKind.PDF
    assert apart.asked == [("workbook", 15), ("pdf", 10)]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (packed_refusal(SAID), "Dicho."),
        (UpstreamFailedError(SAID), "dañado"),
        (UpstreamTimeoutError(SAID), "tarda demasiado"),
    ],
    ids=["refused", "broken", "late"],
)
@pytest.mark.parametrize("data", [b"PK\x03\x04", b"%PDF-1.4"])
def test_a_reader_s_misfortune_is_told_in_words_about_the_file(data, answer, words):
    with pytest.raises(InvalidInputError) as refused:
        opened(data, answer)
    assert words in refused.value.sentence.es
    assert refused.value.errors[0].pointer == "/file"


def test_a_file_that_is_too_large_is_read_by_nobody():
    with pytest.raises(InvalidInputError) as refused:
        opened(b"PK\x03\x04" + bytes(MAX_FILE_BYTES))
    assert "20 MB" in refused.value.sentence.es
