"""Bytes of a text file to lines of text, whatever the program that wrote them.

UTF-8 and UTF-16 with or without a byte order mark; else one of the three single-byte sets that office programs in
Spain and America write (Windows, old Macintosh, DOS), chosen by which one makes Spanish letters of the bytes. A file
with lines in both UTF-8 and Windows letters, as programs make that append to an export, is read line by line.
"""

import io
from collections.abc import Iterator
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.importing.file_kinds import looks_like_utf16
from shared.importing.refusals import not_a_table

_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")  # in order of preference
_EXPECTED = frozenset("áéíóúüñçàèòïÁÉÍÓÚÜÑÇÀÈÒ¿¡ºª·€«»“”‘’–—…´")
_SAMPLE = 200_000

_MIXED = Sentence(
    "El archivo mezcla dos codificaciones de texto; se han leído ambas, pero revisa los acentos.",
    "The file mixes two text encodings; both were read, but check the accents.",
)


class TextFile(NamedTuple):
    """A text file that can be read more than once."""

    data: bytes
    encoding: str
    warnings: tuple[Sentence, ...] = ()

    def lines(self) -> Iterator[str]:
        """The lines with their ends as they are, so that a line break inside quotes stays."""
        if self.encoding == "mixed":
            return map(_mixed_line, self.data.splitlines(keepends=True))
        lines = io.TextIOWrapper(io.BytesIO(self.data), encoding=self.encoding, errors="replace", newline="")
        return map(_encoded_once, lines)

    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines())


def decode(data: bytes) -> TextFile:
    """The file as text; raises InvalidInputError for UTF-16 that is cut or broken."""
    encoding = _marked(data) or looks_like_utf16(data) or _unmarked(data)
    if encoding.startswith("utf-16") and not _decodes(data, encoding):
        raise not_a_table()
    return TextFile(data, encoding, (_MIXED,) if encoding == "mixed" else ())


def _marked(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") and _decodes(data, "utf-8") else None


def _unmarked(data: bytes) -> str:
    if _decodes(data, "utf-8"):
        return "utf-8"
    lines = [line for line in data.splitlines() if not line.isascii()]
    whole = sum(_decodes(line, "utf-8") for line in lines)
    return "mixed" if whole * 2 > len(lines) else _single_byte(data)


def _single_byte(data: bytes) -> str:
    """The single-byte set in which most of the bytes beyond ASCII are letters and signs of our languages."""
    beyond = bytes(byte for byte in data[:_SAMPLE] if byte >= 0x80) or data[-_SAMPLE:]
    return max(_SINGLE_BYTE, key=lambda name: sum(sign in _EXPECTED for sign in beyond.decode(name, errors="replace")))


def _encoded_once(line: str) -> str:
    """The line without the damage of a program that took UTF-8 for Windows letters: "Ã±" is "ñ"."""
    if "Ã" not in line and "Â" not in line:
        return line
    for encoding in ("cp1252", "latin-1"):
        try:
            return line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return line


def _mixed_line(line: bytes) -> str:
    return line.decode("utf-8" if _decodes(line, "utf-8") else "cp1252", errors="replace")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
