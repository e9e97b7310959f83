"""What is shown of a file that was read: its columns, and the cells that could not be read."""

from typing import Self

from pydantic import BaseModel

from shared.domain.imports import ColumnMapping, RowError


class ColumnView(BaseModel):
    """A column of the file and the field that it fills; null for one that is kept as it is, with the person."""

    column: str
    field: str | None
    confidence: float

    @classmethod
    def of(cls, mapping: ColumnMapping) -> Self:
        """The column as an object."""
        return cls(column=mapping.column, field=mapping.field, confidence=mapping.confidence)


class ErrorView(BaseModel):
    """A cell that could not be read; `row` is the one that a spreadsheet shows."""

    row: int
    column: str
    detail: str

    @classmethod
    def of(cls, error: RowError, interface: str) -> Self:
        """The error with its sentence in the language `interface`."""
        return cls(row=error.row, column=error.column, detail=error.detail.in_language(interface))
