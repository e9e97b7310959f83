"""Which field each column of a file fills.

A known heading decides; where it means different things in different files, the other columns and the cells do. Cells
alone decide for addresses, and for names in a file without any. What nobody understands has no field and is kept.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from shared.domain.imports import ColumnMapping
from shared.domain.linkedin_url import canonical_linkedin_url
from shared.domain.name_parts import is_given_name
from shared.importing.cells import as_text, is_blank
from shared.importing.column_aliases import PARTS, UNSURE, alias_of
from shared.importing.headings import plain_heading
from shared.importing.message_wishes import READ_WISH
from shared.importing.table_source import Cell

_BY_CELLS = 0.6
_BY_NAMES = 0.5
_SHARE = 0.6  # of the filled cells of a column that must look alike
_JSON_ONLY = frozenset({"experience", "education", "custom"})
_NAME_FIELDS = frozenset({"full_name", "first_name", "last_name"})


class _Column(NamedTuple):
    """A column as the file has it: plain heading and the filled cells of the first rows."""

    heading: str
    plain: str
    cells: list[Cell]

    @property
    def texts(self) -> list[str]:
        return [as_text(cell) for cell in self.cells]


def map_columns(headings: Sequence[str], first_rows: Sequence[Sequence[Cell]]) -> tuple[ColumnMapping, ...]:
    """The mapping of all columns, in their order."""
    columns = [_column(headings, first_rows, place) for place in range(len(headings))]
    known = [_by_heading(column) for column in columns]
    fields = {field for field, _ in known if field}
    settled = [_settled(column, *guess, fields) for column, guess in zip(columns, known, strict=True)]
    taken = {field for field, _ in settled if field}
    return tuple(
        ColumnMapping(column.heading, *(guess if guess[0] else _by_cells(column, taken)))
        for column, guess in zip(columns, settled, strict=True)
    )


_Guess = tuple[str | None, float]
_NO_FIELD: _Guess = (None, 0.0)


def _column(headings: Sequence[str], rows: Sequence[Sequence[Cell]], place: int) -> _Column:
    cells = [row[place] for row in rows if place < len(row) and not is_blank(row[place])]
    return _Column(headings[place], plain_heading(headings[place]), cells)


def _by_heading(column: _Column) -> _Guess:
    if column.plain in PARTS:
        return PARTS[column.plain][0], 1.0
    plain = column.plain.rstrip("0123456789 ")  # "post 3"
    alias = alias_of(column.plain) or alias_of(plain)
    return (alias[0], alias[2]) if alias else _NO_FIELD


def _settled(column: _Column, field: str | None, confidence: float, fields: set[str]) -> _Guess:
    """The guess once the other columns and the cells are heard."""
    if field in _JSON_ONLY and not all(isinstance(cell, list | dict) for cell in column.cells):
        return _NO_FIELD
    if field == "full_name" and column.plain in UNSURE | {"nombre contacto"} and "last_name" in fields:
        return ("full_name" if "first_name" in fields else "first_name"), 0.9
    if field == "linkedin_url" and column.plain in UNSURE and not _any(column.texts, _is_profile):
        return _NO_FIELD
    if field is not None and field in READ_WISH:
        return _wish_or_other(column, field, confidence, fields)
    return field, confidence


def _wish_or_other(column: _Column, field: str, confidence: float, fields: set[str]) -> _Guess:
    """A column about the message, if its cells are; "role" is a job's name and "language" a skill in other files."""
    judge = _alike if field == "role" else _any  # any word in lower case could be the key of a role
    if judge(column.texts, lambda text: READ_WISH[field](text) is not None):
        return field, confidence
    if field == "role" and "title" not in fields:
        return "title", _BY_CELLS
    if field == "language" and "languages" not in fields and "message" not in column.plain:
        return "languages", _BY_CELLS
    return _NO_FIELD


def _by_cells(column: _Column, taken: set[str]) -> _Guess:
    texts = column.texts
    if "linkedin_url" not in taken and texts and _alike(texts, _is_profile):
        return "linkedin_url", _BY_CELLS
    if "email" not in taken and texts and _alike(texts, _is_email):
        return "email", _BY_CELLS
    if not taken & _NAME_FIELDS and texts and _alike(texts, _is_name):
        return "full_name", _BY_NAMES
    return _NO_FIELD


def _alike(texts: list[str], looks: Callable[[str], bool]) -> bool:
    return sum(map(looks, texts)) >= _SHARE * len(texts)


def _any(texts: list[str], looks: Callable[[str], bool]) -> bool:
    return not texts or any(map(looks, texts))


def _is_profile(text: str) -> bool:
    try:
        canonical_linkedin_url(text)
    except PydanticCustomError:
        return False
    return True


def _is_email(text: str) -> bool:
    name, at, domain = text.strip().partition("@")
    return bool(name and at) and "." in domain and " " not in text.strip()


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and is_given_name(words[0])
