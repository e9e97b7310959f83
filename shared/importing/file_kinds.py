"""Files that are no text, told by their first bytes, each refused with what to do instead.

The signatures are those of Gary Kessler's table of file signatures (garykessler.net/library/file_sigs.html).
"""

from typing import NamedTuple

from shared.importing.refusals import not_a_table, refused

_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}
_SAMPLE = 4_096


class _Kind(NamedTuple):
    signatures: tuple[bytes, ...]
    es: str
    en: str


_KINDS = (
    _Kind(
        (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"),
        "Es una imagen. Sube un archivo CSV o pega el texto del perfil.",
        "This is a picture. Upload a CSV file or paste the text of the profile.",
    ),
    _Kind(
        (b"\x1f\x8b", b"BZh", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\xfd7zXZ\x00"),
        "Es un archivo comprimido. Descomprímelo y sube el CSV.",
        "This is a compressed file. Unpack it and upload the CSV.",
    ),
)


_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_PDF = b"%PDF-"
_PDF_WITHIN = 1_024


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of a zip or of an old Office file, as workbooks are."""
    return data.startswith(_WORKBOOKS)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are those of a PDF, which may have some others in front (ISO 32000, annex H)."""
    return _PDF in data[:_PDF_WITHIN]


def refuse_what_is_no_text(data: bytes) -> None:
    """Raise InvalidInputError if the bytes are those of a picture, an archive or a program."""
    for kind in _KINDS:
        if data.startswith(kind.signatures):
            raise refused(kind.es, kind.en)
    if not data.startswith(_TEXT_MARKS) and not looks_like_utf16(data) and not _reads_as_text(data):
        raise not_a_table()


def looks_like_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 text without a mark: "utf-16-le" or "utf-16-be", or None.

    Spanish and English text has a zero in every second byte but for a few signs.
    """
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if half and zeros[1] > 0.7 * half and zeros[0] < 0.1 * half:
        return "utf-16-le"
    if half and zeros[0] > 0.7 * half and zeros[1] < 0.1 * half:
        return "utf-16-be"
    return None


def _reads_as_text(data: bytes) -> bool:
    """Whether the bytes have no zeros and next to no control characters."""
    sample = data[:_SAMPLE]
    return 0 not in data and sum(byte in _CONTROLS for byte in sample) <= len(sample) / 100
