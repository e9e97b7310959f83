"""A PDF as lines of text that know where on which page they stand and how large they are."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from shared.domain.errors import InvalidInputError
from shared.importing.profiles.pdf_profile import Line
from shared.importing.refusals import refused

MOST_PAGES = 50
_SAME_LINE = 2.0  # points
_SPACE = 0.15  # of the size: a gap as wide is a space


def read_lines(data: bytes) -> list[list[Line]]:
    """The lines of each page, each page's from the top; raises InvalidInputError for a PDF that cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _protected()
        if len(reader.pages) > MOST_PAGES:
            raise refused(
                "El PDF tiene más de 50 páginas. Divídelo en varios.", "The PDF has more than 50 pages. Split it."
            )
        return [_lines(page, number) for number, page in enumerate(reader.pages)]
    except PyPdfError:
        raise _unreadable() from None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, NotImplementedError):
        # What pypdf raises on files that break the rules in ways that it does not foresee.
        raise _unreadable() from None


def _lines(page: PageObject, number: int) -> list[Line]:
    pieces = sorted(_pieces(page, number), key=lambda piece: (-round(piece.y / _SAME_LINE), piece.x))
    lines: list[Line] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is not None and _goes_on(last, piece):
            space = " " if piece.x - last.end > _SPACE * piece.size else ""
            lines[-1] = last._replace(text=f"{last.text}{space}{piece.text}", end=piece.end)
        else:
            lines.append(piece)
    return [line._replace(text=text) for line in lines if (text := " ".join(line.text.split()))]


def _goes_on(line: Line, piece: Line) -> bool:
    """Whether the piece stands behind the line, at its height and no further away than a wide space."""
    return abs(line.y - piece.y) < _SAME_LINE and piece.x > line.x and piece.x - line.end < piece.size


def _pieces(page: PageObject, number: int) -> Iterator[Line]:
    found: list[Line] = []

    def visit(
        text: str, user: Sequence[float], matrix: Sequence[float], _font: Mapping[str, Any] | None, size: float
    ) -> None:
        if not text.strip():
            return
        x, y = _on_page(matrix[4], matrix[5], user)
        height = abs(size * (matrix[3] or matrix[0]) * (user[3] or user[0])) or size
        for place, part in enumerate(text.strip("\n").split("\n")):
            width = len(part) * height * _LETTER
            found.append(Line(part, number, x, y - place * height * 1.2, round(height, 1), x + width))

    page.extract_text(visitor_text=visit)
    yield from found


_LETTER = 0.45
"""How wide a letter is on average, of its size: pypdf does not say where a text ends."""


def _on_page(x: float, y: float, user: Sequence[float]) -> tuple[float, float]:
    return x * user[0] + y * user[2] + user[4], x * user[1] + y * user[3] + user[5]


def _protected() -> InvalidInputError:
    return refused(
        "El PDF está protegido con contraseña. Guárdalo sin ella y súbelo otra vez.",
        "The PDF is protected by a password. Save it without one and upload it again.",
    )


def _unreadable() -> InvalidInputError:
    return refused(
        "El PDF está dañado y no se puede leer. Guarda el perfil otra vez como PDF, o pega su texto.",
        "The PDF is damaged and cannot be read. Save the profile as PDF again, or paste its text.",
    )
